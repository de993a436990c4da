//! A watch list against a register, for programs that bring a token: the same operation as the page and `comity screen`.

use super::caller::{Answer, Caller};
use super::language::Language;
use super::{operations, schema};
use crate::Web;
use crate::guard::BodyRefused;
use crate::inside::screening::{self, COME_AGAIN, FIELDS, Fault, Places, Unscreened};
use crate::problem::Problem;
use crate::query::Wrong;
use crate::texts::Said;
use axum::Extension;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use register::screen::{MOST_BYTES, MOST_WATCH_BYTES};

pub(super) async fn screen(State(web): State<Web>, Extension(places): Extension<Places>, request: Request) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let caller = Caller::from_request_parts(&mut parts, &web).await?;
    caller.parameters(&operations::SCREEN)?;
    let account = caller.viewer().account().ok_or(Problem::Failed)?;
    let place = places.take(account).map_err(|_| Problem::Busy { seconds: COME_AGAIN })?;
    let held = screening::read(&parts.headers, body).await;
    let mut held = held.map_err(|refused| match refused {
        BodyRefused::MediaType => Problem::MediaType,
        BodyRefused::TooLong => Problem::TooLong { most: MOST_BYTES },
        BodyRefused::TooSlow => Problem::TooSlow,
    })?;
    if let Some(unknown) = held.names().find(|name| !FIELDS.contains(name)) {
        let unknown = Wrong::Unknown {
            parameter: unknown.chars().take(40).collect(),
            known: FIELDS.to_vec(),
        };
        return Err(Problem::Body {
            pointer: None,
            detail: Said::of_parameter(&unknown),
        });
    }
    let lang = Language::preferred(&web, &parts.headers).w.lang;
    let asked = screening::asked(&mut held, lang).map_err(|faults| match faults.into_iter().next() {
        Some(fault) => problem(fault),
        None => Problem::Failed,
    })?;
    drop(held);
    let caller = caller.now(&web).await?;
    let screened = place.screened(&web, caller.viewer(), asked, lang).await;
    let screened = screened.map_err(|error| match error {
        Unscreened::Fault(fault) => problem(fault),
        Unscreened::Failed => Problem::Failed,
    })?;
    Answer::OK.json(&schema::ScreenedRegister::of(&screened, lang))
}

/// What is wrong in a field, as programs are told.
fn problem(fault: Fault) -> Problem {
    match fault.status {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLong {
            most: if fault.field == "watch" { MOST_WATCH_BYTES } else { MOST_BYTES },
        },
        _ => Problem::Body {
            pointer: Some(format!("/{}", fault.field)),
            detail: fault.said,
        },
    }
}
