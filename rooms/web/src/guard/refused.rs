//! What is said to a request that the guards do not take: a page in the reader's language, or a problem.

use super::Guards;
use crate::address::Lang;
use crate::markup::Markup;
use crate::pages;
use crate::problem::Problem;
use crate::texts::Words;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{ACCEPT_LANGUAGE, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use std::any::Any;

/// Why a request is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It would change something, and a page of another site sent it.
    Elsewhere,
    /// Its body is packed.
    Packed,
    /// It comes too soon after others.
    TooOften {
        /// After how many seconds it may come again.
        seconds: u64,
    },
}

/// Answers it.
pub(super) fn refuse(guards: &Guards, request: &Request, why: Why) -> Response {
    let problem = match why {
        Why::Elsewhere => Problem::Elsewhere,
        Why::Packed => Problem::Packed,
        Why::TooOften { seconds } => Problem::TooOften { seconds },
    };
    let path = request.uri().path();
    let data = path.starts_with("/api") || [".json", ".csv", ".zip", ".atom"].iter().any(|end| path.ends_with(end));
    let mut response = if data {
        problem.into_response()
    } else {
        let first = path.split('/').nth(1).unwrap_or_default();
        let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let lang = Lang::of_tag(first).unwrap_or(Lang::preferred(accepted.unwrap_or_default()));
        let w = Words::new(&guards.texts, lang);
        let (title, text) = match why {
            Why::Elsewhere => ("guard-elsewhere-title", Markup::text(&w.t("guard-elsewhere-text"))),
            Why::Packed => ("guard-packed-title", Markup::text(&w.t("guard-packed-text"))),
            Why::TooOften { seconds } => ("guard-too-often-title", w.say("guard-too-often-text", &[("n", seconds.into())])),
        };
        let title = w.t(title);
        pages::not_taken(w, guards.register.today(), problem.status(), title, text)
    };
    if let Why::TooOften { seconds } = why {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// The answer where the program fell over: that it did, and nothing of the inside.
pub(super) fn fell_over(_: Box<dyn Any + Send>) -> Response {
    // Where it happened was printed as it happened.
    tracing::error!("a request could not be answered, since the program fell over; tell those who make it");
    Problem::Failed.into_response()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use crate::guard::{Site, before};
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, StatusCode};
    use axum::routing::get;
    use tower::ServiceExt;

    async fn falling() -> StatusCode {
        panic!("exercise: sealed-matter-7")
    }

    #[tokio::test]
    async fn a_request_on_which_the_program_falls_over_is_answered_without_what_lies_inside() {
        let router = before(Router::new().route("/", get(falling)), &Site::default());
        let request = Request::builder().uri("/").body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(response.headers().contains_key("content-security-policy"));
        let body = to_bytes(response.into_body(), 10_000).await.unwrap();
        assert!(!String::from_utf8_lossy(&body).contains("sealed-matter-7"));
    }
}
