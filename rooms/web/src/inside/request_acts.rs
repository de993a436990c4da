//! One act in a request, on a page of its own: what it must say, with the rule beside each thing, and what came of it. What is
//! typed may be kept and gone on with later ([`register::answering`]); it is there again when the form is opened.

use super::document::Form;
use super::elements::typed;
use super::request::{Looked, look};
use super::request_act::{Shown, answer, offered, prefix};
use super::{Inside, request_asked, request_changes, request_letters, verify};
use crate::guard::Fields;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::texts::Said;
use crate::upload::{Sent, Upload};
use access::{Action, Role};
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use identity::people::Actor;
use jiff::Timestamp;
use law::{Finding, Move};
use register::answering::{AnswerError, WorkingAnswer};
use register::attachment::{AttachmentError, owner};
use register::port::StoreError;
use register::request::{Files, GivenAct, Paper, RequestError, RequestId};
use register::view::model::RequestView;

/// The field with the scan of a note verbale.
pub(super) const SCAN: &str = "scan";
/// Fields that say what is to be done with the others, and are no part of what was typed.
const BUTTONS: [&str; 3] = ["do", "saw", "act"];

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/request/{id}/act/{act}", get(show).post(act).fallback(pages::method))
}

type Segments = Result<Path<(String, String, String)>, PathRejection>;

/// The request and the act that a path names; none where it names none of the law pack.
fn named(inside: &Inside, segments: Segments) -> Option<(RequestId, Move)> {
    let Path((_, id, act)) = segments.ok()?;
    let law = &inside.pages.web.register.law;
    let mv = law.moves().iter().find(|mv| mv.id == act && !mv.carries_request)?;
    Some((RequestId::parse(&id)?, mv.clone()))
}

async fn show(segments: Segments, inside: Inside) -> Response {
    let Some((id, mv)) = named(&inside, segments) else {
        return inside.nowhere().await;
    };
    let (looked, actor) = match (look(&inside, &id).await, inside.actor()) {
        (Ok(looked), Ok(actor)) => (looked, actor),
        (Err(answer), _) | (_, Err(answer)) => return *answer,
    };
    if mv.signs {
        return inside.see_other(&inside.within(&format!("request/{id}/sign")));
    }
    let kept = match kept(&inside, actor, &looked.view, &mv).await {
        Ok(kept) => kept,
        Err(error) => return inside.failed(&error),
    };
    let (typed, files) = match filled(&inside, actor, &looked.view, &mv, kept.as_ref()).await {
        Ok(filled) => filled,
        Err(answer) => return *answer,
    };
    let status = match status_of(&inside, actor, &looked, &mv).await {
        Ok(status) => status,
        Err(error) => return inside.failed(&error),
    };
    let shown = Shown {
        status,
        typed,
        files,
        resumed: kept,
        ..Shown::default()
    };
    answer(&inside, looked, mv, shown).await
}

/// What stands in the form of an act when it is opened, and the files that wait for it: what its author kept, else what the change
/// says from which they came.
async fn filled(
    inside: &Inside,
    actor: &Actor,
    view: &RequestView,
    mv: &Move,
    kept: Option<&WorkingAnswer>,
) -> Result<(Fields, Vec<Sent>), Box<Response>> {
    let Some(kept) = kept else {
        let said = request_changes::typed(inside, actor, view, mv).await?;
        return Ok((with_the_question(inside, view, mv, said), Vec::new()));
    };
    let fields = Fields::of(kept.fields.clone());
    let files = Upload::waiting(inside, &fields).await.map_err(Box::new)?;
    Ok((fields, files))
}

/// With the reference of what is answered, where one question alone is open.
fn with_the_question(inside: &Inside, view: &RequestView, mv: &Move, said: Fields) -> Fields {
    let law = &inside.pages.web.register.law;
    let asked = request_asked::asked(law, view, mv);
    let Some((element, names)) = request_asked::names(law, mv, &asked) else {
        return said;
    };
    let ([_], [name]) = (&asked[..], &names[..]) else { return said };
    let mut pairs: Vec<(String, String)> = said.pairs().map(|(field, value)| (field.to_owned(), value.to_owned())).collect();
    pairs.push((format!("{}{element}", prefix(&mv.id)), name.clone()));
    Fields::of(pairs)
}

/// The same without the form having been opened.
///
/// # Errors
/// Nobody is signed in, or the desk cannot be read, and what is answered then.
pub(super) async fn typed_before(
    inside: &Inside,
    actor: &Actor,
    view: &RequestView,
    mv: &Move,
) -> Result<(Fields, Vec<Sent>), Box<Response>> {
    let kept = kept(inside, actor, view, mv)
        .await
        .map_err(|error| Box::new(inside.failed(&error)))?;
    filled(inside, actor, view, mv, kept.as_ref()).await
}

/// Whether an act can be done now by whoever looks, is somebody else's, or is none that the law knows from here.
async fn status_of(inside: &Inside, actor: &Actor, looked: &Looked, mv: &Move) -> Result<StatusCode, StoreError> {
    let role = actor.viewer().role().map(Role::word);
    let does = mv.by.iter().any(|word| Some(word.as_str()) == role);
    let records = inside.pages.web.register.records_from_paper(actor.viewer()).await? == Some(mv.side);
    Ok(match offered(&looked.view, mv) {
        Some(_) => StatusCode::OK,
        None if does || records => StatusCode::CONFLICT,
        None => StatusCode::FORBIDDEN,
    })
}

/// What somebody typed into the form of this act and did not send.
async fn kept(inside: &Inside, actor: &Actor, view: &RequestView, mv: &Move) -> Result<Option<WorkingAnswer>, AnswerError> {
    let Some(account) = actor.account() else { return Ok(None) };
    let kept = inside.pages.web.answers.of(&account.to_string(), &view.row.id).await?;
    Ok(kept.into_iter().find(|kept| kept.act == mv.id))
}

/// Does the act, checks it, or keeps what was typed.
async fn act(segments: Segments, inside: Inside, body: Body) -> Response {
    // What was typed comes first: whoever is signed in no more goes on with it.
    let upload = match Upload::read(&inside, body).await {
        Ok(upload) => upload,
        Err(answer) => return answer,
    };
    let Some((id, mv)) = named(&inside, segments) else {
        return inside.nowhere().await;
    };
    let (looked, actor) = match (look(&inside, &id).await, inside.actor()) {
        (Ok(looked), Ok(actor)) => (looked, actor),
        (Err(answer), _) | (_, Err(answer)) => return *answer,
    };
    let said = match upload.fields.get("do") {
        "keep" | "keep-quietly" => return keep(&inside, actor, &id, &mv, looked, upload).await,
        "forget" => return forget(&inside, actor, &id, &mv, &upload.files).await,
        _ if !upload.refused.is_empty() => {
            let oops = upload.refused.iter().map(|refused| inside.w.refused_file(refused)).collect();
            return again(&inside, looked, mv, upload, (StatusCode::BAD_REQUEST, oops, Vec::new())).await;
        }
        "letter-pdf" => return letter(&inside, actor, looked, mv, upload, Form::Pdf).await,
        "letter-docx" => return letter(&inside, actor, looked, mv, upload, Form::Docx).await,
        "check" => check(&inside, actor, &id, &mv, &upload).await.map(|()| None),
        _ => done(&inside, actor, &id, &mv, &upload).await.map(Some),
    };
    match said {
        Ok(Some(entry)) => inside.see_other(&format!("{}?done={entry}", inside.within(&format!("request/{id}")))),
        Ok(None) => {
            let well = Shown {
                status: StatusCode::OK,
                said: Some(Markup::text(&inside.w.t("request-check-well"))),
                typed: upload.fields,
                files: upload.files,
                ..Shown::default()
            };
            answer(&inside, looked, mv, well).await
        }
        Err(Undone::NotFresh) => verify::needed(&inside, &upload.fields),
        Err(Undone::Request(RequestError::NoRequest)) => inside.nowhere().await,
        Err(Undone::Request(error)) => {
            let (status, why) = self::said(&inside, &error);
            let findings = match error {
                RequestError::Findings(findings) => findings,
                _ => Vec::new(),
            };
            // Somebody may have acted meanwhile: the page shows how the request stands by now.
            let looked = match look(&inside, &id).await {
                Ok(looked) => looked,
                Err(answer) => return *answer,
            };
            again(&inside, looked, mv, upload, (status, vec![why], findings)).await
        }
    }
}

/// The letter that would tell the State of the act, as a draft, with what was typed.
async fn letter(inside: &Inside, actor: &Actor, looked: Looked, mv: Move, upload: Upload, form: Form) -> Response {
    let typed = (&upload.fields, &*upload.files);
    // Somebody may have acted since the form was opened: the page then shows how the request stands, with what was typed.
    if offered(&looked.view, &mv).is_none() {
        let status = match status_of(inside, actor, &looked, &mv).await {
            Ok(status) => status,
            Err(error) => return inside.failed(&error),
        };
        if status == StatusCode::CONFLICT {
            return again(inside, looked, mv, upload, (status, Vec::new(), Vec::new())).await;
        }
    }
    let error = match request_letters::draft(inside, actor, (looked.view.clone(), &mv), typed, form).await {
        Ok(answer) => return answer,
        Err(error) => error,
    };
    let (status, why) = said(inside, &error);
    let findings = match error {
        RequestError::Findings(findings) => findings,
        _ => Vec::new(),
    };
    again(inside, looked, mv, upload, (status, vec![why], findings)).await
}

/// The page again with what was typed, and why it was not done.
async fn again(
    inside: &Inside,
    looked: Looked,
    mv: Move,
    upload: Upload,
    (status, oops, findings): (StatusCode, Vec<Markup>, Vec<Finding>),
) -> Response {
    let shown = Shown {
        status,
        typed: upload.fields,
        files: upload.files,
        findings,
        oops,
        ..Shown::default()
    };
    answer(inside, looked, mv, shown).await
}

/// Keeps what was typed: at a press of its author, or of the page's script, which wants no page.
async fn keep(inside: &Inside, actor: &Actor, id: &RequestId, mv: &Move, looked: Looked, upload: Upload) -> Response {
    let quietly = upload.fields.get("do") == "keep-quietly";
    let Some(account) = actor.account() else {
        return inside.nowhere().await;
    };
    let fields = upload
        .fields
        .pairs()
        .filter(|(name, value)| !BUTTONS.contains(name) && !value.is_empty());
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let saw = upload.fields.get("saw").to_owned();
    let saved = inside
        .pages
        .web
        .answers
        .save(&account.to_string(), &id.to_string(), &mv.id, &saw, fields)
        .await;
    if let Ok(until) = saved
        && let Err(error) = hold(inside, actor, &upload.files, until).await
    {
        return inside.failed(&error);
    }
    match saved {
        Ok(_) if quietly => StatusCode::NO_CONTENT.into_response(),
        Ok(_) if upload.refused.is_empty() => inside.see_other(&format!("{}?kept={}", inside.within(&format!("request/{id}")), mv.id)),
        Ok(_) => {
            let oops = upload.refused.iter().map(|refused| inside.w.refused_file(refused)).collect();
            again(inside, looked, mv.clone(), upload, (StatusCode::BAD_REQUEST, oops, Vec::new())).await
        }
        Err(AnswerError::TooLarge) => {
            let oops = vec![Markup::text(&inside.w.t("request-keep-too-large"))];
            again(
                inside,
                looked,
                mv.clone(),
                upload,
                (StatusCode::PAYLOAD_TOO_LARGE, oops, Vec::new()),
            )
            .await
        }
        Err(error) => inside.failed(&error),
    }
}

/// Lets files wait as long as what was typed beside them.
async fn hold(inside: &Inside, actor: &Actor, files: &[Sent], until: Timestamp) -> Result<(), AttachmentError> {
    let attachments = &inside.pages.web.register.attachments;
    for sent in files {
        match attachments.hold(&owner(actor.viewer()), &sent.working.id, until).await {
            // Discarded meanwhile, in another window.
            Ok(()) | Err(AttachmentError::NotWaiting) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Takes away what was typed before, and the files that wait with it.
async fn forget(inside: &Inside, actor: &Actor, id: &RequestId, mv: &Move, files: &[Sent]) -> Response {
    if let Some(account) = actor.account() {
        let gone = inside
            .pages
            .web
            .answers
            .take_away(&account.to_string(), &id.to_string(), &mv.id)
            .await;
        if let Err(error) = gone {
            return inside.failed(&error);
        }
        for sent in files {
            let attachments = &inside.pages.web.register.attachments;
            if let Err(error) = attachments.discard(&owner(actor.viewer()), &sent.working.id).await {
                return inside.failed(&error);
            }
        }
    }
    inside.see_other(&inside.within(&format!("request/{id}/act/{}", mv.id)))
}

enum Undone {
    NotFresh,
    Request(RequestError),
}

impl From<RequestError> for Undone {
    fn from(error: RequestError) -> Undone {
        Undone::Request(error)
    }
}

/// What was typed into the form of an act, and the files that came with it.
fn given(actor: &Actor, id: &RequestId, mv: &Move, upload: &Upload) -> GivenAct {
    let fields = &upload.fields;
    let values = typed(&mv.carries, fields, &upload.files, &prefix(&mv.id));
    let on_paper = fields.get("paper") == "yes";
    GivenAct {
        request: *id,
        act: mv.id.clone(),
        saw: Some(fields.get("saw").to_owned()),
        text: None,
        values,
        effective: fields.get("effective").to_owned(),
        paper: on_paper.then(|| Paper {
            number: fields.get("number").to_owned(),
            dated: fields.get("dated").to_owned(),
            received: fields.get("received").to_owned(),
            scan: scan(upload).map(|sent| sent.working.file.sha256.clone()),
        }),
        files: Files::default(),
        author: actor.author().clone(),
    }
}

fn scan(upload: &Upload) -> Option<&Sent> {
    upload.files.iter().rfind(|sent| sent.field == SCAN)
}

async fn check(inside: &Inside, actor: &Actor, id: &RequestId, mv: &Move, upload: &Upload) -> Result<(), Undone> {
    let given = given(actor, id, mv, upload);
    Ok(inside.pages.web.register.check_act_in_request(actor.viewer(), &given).await?)
}

/// The entry of the act that was done.
async fn done(inside: &Inside, actor: &Actor, id: &RequestId, mv: &Move, upload: &Upload) -> Result<String, Undone> {
    let web = &inside.pages.web;
    let given = given(actor, id, mv, upload);
    web.register.check_act_in_request(actor.viewer(), &given).await?;
    // Whoever typed what cannot be is told so before they show once more who they are.
    if mv.signs && !inside.visit().is_ok_and(|visit| inside.people().is_fresh(visit, Action::Sign)) {
        return Err(Undone::NotFresh);
    }
    let recorded = web.register.act_in_request(actor.viewer(), &given).await?;
    if let Err(error) = web.register.review_settled(&web.drafts, &recorded.entry).await {
        tracing::error!(%error, "a draft could not be marked as out of review");
    }
    // It is done: what is left at the desk is forgotten by itself later.
    if let Some(account) = actor.account()
        && let Err(error) = web.answers.take_away(&account.to_string(), &id.to_string(), &mv.id).await
    {
        tracing::error!(%error, "what was typed into a form that was sent could not be deleted");
    }
    Ok(recorded.entry.id.to_string())
}

/// What is said of an act that was refused, with the status of the answer.
pub(super) fn said(inside: &Inside, error: &RequestError) -> (StatusCode, Markup) {
    let w = &inside.w;
    let status = match error {
        RequestError::Findings(_)
        | RequestError::NoForm { .. }
        | RequestError::Field { .. }
        | RequestError::Store(StoreError::Refused(_))
        | RequestError::Fact(_)
        | RequestError::NoRequest => StatusCode::BAD_REQUEST,
        RequestError::NotAllowed => StatusCode::FORBIDDEN,
        RequestError::NotNow { .. }
        | RequestError::NotCalledFor { .. }
        | RequestError::NoMove { .. }
        | RequestError::Raced
        | RequestError::AlreadyHere(_) => StatusCode::CONFLICT,
        RequestError::Store(StoreError::DiskFull) => StatusCode::INSUFFICIENT_STORAGE,
        RequestError::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let why = Said::of(error, w, &inside.pages.web.register.law).markup(w);
    match error {
        RequestError::NotNow { .. } | RequestError::NotCalledFor { .. } | RequestError::Raced => {
            let here = Markup::text(&w.t("request-still-here"));
            (status, Markup::join(&[why, here], " "))
        }
        _ => (status, why),
    }
}
