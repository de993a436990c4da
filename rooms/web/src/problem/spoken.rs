//! The language in which a problem is told.

use super::Problem;
use crate::address::Lang;
use crate::texts::{Texts, Words};
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_LENGTH};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::{Arc, LazyLock};

static TEXTS: LazyLock<Arc<Texts>> = LazyLock::new(|| Arc::new(Texts::load()));

/// The texts in a language, for whoever is told no page.
pub(crate) fn texts(lang: Lang) -> Words {
    Words::new(&TEXTS, lang)
}

impl Problem {
    /// What is written of it.
    pub(super) fn body(&self, lang: Lang) -> Body {
        // Members are texts, numbers and lists of them: they can always be written.
        Body::from(serde_json::to_vec(&self.members(&texts(lang))).unwrap_or_default())
    }
}

/// The language in which whoever asks at an address is answered: that of the address, or else the one that they prefer.
fn asked_for(path: &str, headers: &HeaderMap) -> Lang {
    let first = path.split('/').nth(1).unwrap_or_default();
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Lang::of_tag(first).unwrap_or_else(|| Lang::preferred(accepted.unwrap_or_default()))
}

/// A layer that tells problems in the language that is asked for. Whatever made one need not know it.
pub(crate) async fn in_the_language_asked_for(request: Request, next: Next) -> Response {
    let lang = asked_for(request.uri().path(), request.headers());
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Problem>() {
        // It was told in its language where it was made.
        None | Some(Problem::In { .. }) => {}
        Some(problem) if lang != Lang::En => {
            *response.body_mut() = problem.body(lang);
            let headers = response.headers_mut();
            headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
            // It was that of the other body.
            headers.remove(CONTENT_LENGTH);
        }
        Some(_) => {}
    }
    response
}
