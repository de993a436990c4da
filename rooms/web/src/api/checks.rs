//! Forms of cooperation and the check of a request: for anybody, since the law is public and nothing of the request is kept.

use super::body;
use super::call::{Call, Segment};
use super::caller::{Answer, Caller, json};
use super::language::{Language, varies};
use super::{endpoints, operations, schema};
use crate::Web;
use crate::problem::{Problem, word, words};
use crate::query::{Parameters, Wrong};
use crate::texts::Said;
use access::Viewer;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::response::Response;
use register::reading::Reading;

/// The longest request that is checked for anybody, in bytes.
const LONGEST: usize = 256 * 1024;

pub(super) async fn forms(State(web): State<Web>, parts: Parts) -> Result<Response, Problem> {
    let call = Call::of(&web, &endpoints::FORMS, &parts)?;
    let language = Language::preferred(&web, &parts.headers);
    call.json(&schema::Forms::of(language.law())).map(varies)
}

pub(super) async fn form(State(web): State<Web>, Segment(id): Segment, parts: Parts) -> Result<Response, Problem> {
    let call = Call::of(&web, &endpoints::FORM, &parts)?;
    let law = &web.register.law;
    let form = law.form(&id).ok_or_else(|| {
        let forms: Vec<&str> = law.forms().iter().map(|form| form.id.as_str()).collect();
        let args = [("given", word(&id)), ("known", words(&forms))];
        Problem::Unknown(Said::with("problem-name-form", args))
    })?;
    let language = Language::preferred(&web, &parts.headers);
    call.json(&schema::Form::of(form, language.law())).map(varies)
}

pub(super) async fn check(State(web): State<Web>, request: Request) -> Result<Response, Problem> {
    let (mut parts, sent) = request.into_parts();
    let caller = Caller::if_named(&mut parts, &web).await?;
    let parameters = Parameters::parse(parts.uri.query(), &operations::CHECK.query_names());
    let parameters = parameters.and_then(Parameters::filled).map_err(Problem::Parameters)?;
    let today = web.register.today();
    let reading = Reading::new(parameters.get("as_at"), None, true, today).map_err(Wrong::Reading)?;
    let object = json(&parts.headers, sent, LONGEST).await?;
    let text = body::request(&object, "")?;
    let viewer = match caller {
        Some(caller) => caller.now(&web).await?.viewer().clone(),
        None => Viewer::public(),
    };
    let findings = web.register.check_request(&viewer, &text, reading.as_at).await;
    let language = Language::preferred(&web, &parts.headers);
    let findings = findings.map_err(|error| language.refused(error))?;
    Answer::OK.json(&schema::Checked {
        form: text.form.clone(),
        requested_state: text.requested_state().map(str::to_owned),
        as_at: schema::Day(reading.as_at),
        complete: law::is_complete(&findings),
        sha256: text.sha256(),
        findings: schema::Finding::all(&findings, language.law()),
    })
}
