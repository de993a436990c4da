//! A request as documents for programs: itself and the note that covers it, the bundle that is sent, and its signature.

use super::caller::{Answer, Caller, Sent};
use super::requests::{LONGEST, One, read_act, request_of};
use super::{operations, schema};
use crate::Web;
use crate::inside::document::{Form, NotMade, language, named, of_request, today};
use crate::inside::request_bundle::{is_too_large, made};
use crate::inside::request_letters::{of_act, of_draft};
use crate::problem::Problem;
use crate::texts::Said;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use register::request::{RequestError, RequestId, Signature};

type Three = Result<Path<(String, String, String)>, PathRejection>;
type Two = Result<Path<(String, String)>, PathRejection>;

/// A request, or the note that covers it, as a file.
pub(super) async fn document(State(web): State<Web>, caller: Caller, path: Two) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::REQUEST_PAPER)?;
    let lang = caller.lang(&web, &parameters)?;
    let asked = path.ok().and_then(|Path((id, name))| Some((RequestId::parse(&id)?, named(&name)?)));
    let (id, wanted) = asked.ok_or(Problem::NoSuchThing)?;
    let made = of_request(&web, caller.viewer(), &id, wanted, language(lang)).await?;
    Ok(made.ok_or(Problem::NoSuchThing)?.answer())
}

/// The letter of an act, as a file.
pub(super) async fn letter(State(web): State<Web>, caller: Caller, path: Three) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::LETTER)?;
    let lang = caller.lang(&web, &parameters)?;
    let asked = path
        .ok()
        .and_then(|Path((id, entry, name))| Some((RequestId::parse(&id)?, entry, Form::of_letter(&name)?)));
    let (id, entry, form) = asked.ok_or(Problem::NoSuchThing)?;
    let made = of_act(&web, caller.viewer(), &id, &entry, (form, language(lang))).await?;
    Ok(made.ok_or(Problem::NoSuchThing)?.answer())
}

/// The letter of an act that is not recorded, as a file.
pub(super) async fn draft_letter(State(web): State<Web>, path: Three, sent: Sent) -> Result<Response, Problem> {
    let parameters = sent.caller.parameters(&operations::DRAFT_LETTER)?;
    let lang = sent.caller.lang(&web, &parameters)?;
    let asked = path
        .ok()
        .and_then(|Path((id, act, name))| Some((RequestId::parse(&id)?, act, Form::of_letter(&name)?)));
    let (id, act, form) = asked.ok_or(Problem::NoSuchThing)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let values = read_act(&object, id)?.values;
    let viewer = caller.viewer();
    let view = web.register.request(viewer, &today(&web), &id).await?.ok_or(Problem::NoSuchThing)?;
    let made = match of_draft(&web, viewer, view, (&act, values), (form, language(lang))).await {
        Err(NotMade::Request(error @ (RequestError::Findings(_) | RequestError::Field { .. }))) => {
            return Err(caller.language(&web).refused(error));
        }
        made => made?,
    };
    Ok(made.ok_or(Problem::NoSuchThing)?.answer())
}

/// The file that is sent to the State.
pub(super) async fn bundle(State(web): State<Web>, caller: Caller, id: One) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::REQUEST_BUNDLE)?;
    let lang = caller.lang(&web, &parameters)?;
    let bundle = made(&web, caller.actor(), &request_of(id)?, language(lang)).await?;
    Ok(bundle.ok_or(Problem::NoSuchThing)?.answer())
}

/// How the request was signed, and what of it holds.
pub(super) async fn signature(State(web): State<Web>, caller: Caller, id: One) -> Result<Response, Problem> {
    caller.parameters(&operations::REQUEST_SIGNATURE)?;
    let id = request_of(id)?;
    let of = web.register.signature(caller.viewer(), &id).await?;
    let of = of.ok_or(Problem::NoSuchThing)?;
    let checked = match &of.signature {
        Signature::Passkey(signature) => Some(web.people.check_signature(&of, signature).await?),
        Signature::Paper(_) => None,
    };
    let w = caller.language(&web).w;
    Answer::OK.json(&schema::SignatureDocument::of(&id, &of, checked.as_ref(), &w))
}

impl From<NotMade> for Problem {
    fn from(error: NotMade) -> Problem {
        match error {
            error if is_too_large(&error) => Problem::NotNow(Said::text("bundle-large-text")),
            NotMade::View(error) => error.into(),
            NotMade::Store(error) | NotMade::Request(RequestError::Store(error)) => error.into(),
            error @ (NotMade::Request(_) | NotMade::Undone(_) | NotMade::Unset(_)) => {
                tracing::error!(%error, "a document could not be made");
                Problem::Failed
            }
        }
    }
}
