//! The letters by which the Court tells a State of what it did in a request: of an act that is recorded, for whoever may see it;
//! and as a draft, for whoever could do it now, with what they typed. Whoever may not is answered like at an address at which
//! nothing lies.

use super::document::{Document, Form, NotMade, language, today};
use super::elements::typed;
use super::request_act::prefix;
use super::request_acts::typed_before;
use super::{Inside, press};
use crate::Web;
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::upload::Sent;
use access::Viewer;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use axum::routing::get;
use identity::people::Actor;
use law::{Move, Pack, Values};
use register::request::{ActLetter, RequestError, RequestId};
use register::view::model::{RequestView, StepShown};
use reports::letter::{self, Given, Language};
use reports::{docx, pdf};

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/request/{id}/step/{entry}/{name}", get(of_step).fallback(pages::method))
        .route("/{lang}/request/{id}/act/{act}/{name}", get(of_change).fallback(pages::method))
}

type Segments = Result<Path<(String, String, String, String)>, PathRejection>;

/// The request, the act or its entry, and the form of the letter that a path names.
fn named(segments: Segments) -> Option<(RequestId, String, Form)> {
    let Path((_, id, what, name)) = segments.ok()?;
    Some((RequestId::parse(&id)?, what, Form::of_letter(&name)?))
}

async fn of_step(segments: Segments, inside: Inside) -> Response {
    let Some((id, entry, form)) = named(segments) else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let made = of_act(&inside.pages.web, actor.viewer(), &id, &entry, (form, language(inside.w.lang))).await;
    handed_out(&inside, made).await
}

/// A draft that says what happened, of an act that a change leads to.
async fn of_change(segments: Segments, inside: Inside) -> Response {
    let Some((id, act, form)) = named(segments) else {
        return inside.nowhere().await;
    };
    let (looked, actor) = match (super::request::look(&inside, &id).await, inside.actor()) {
        (Ok(looked), Ok(actor)) => (looked, actor),
        (Err(answer), _) | (_, Err(answer)) => return *answer,
    };
    let law = &inside.pages.web.register.law;
    let Some(mv) = law.moves().iter().find(|mv| mv.id == act) else {
        return inside.nowhere().await;
    };
    let (fields, files) = match typed_before(&inside, actor, &looked.view, mv).await {
        Ok(typed) => typed,
        Err(answer) => return *answer,
    };
    match draft(&inside, actor, (looked.view, mv), (&fields, &files), form).await {
        Ok(answer) => answer,
        // The form of the act holds what is to be mended.
        Err(_) => {
            let because = inside.parameter("because");
            let is_one = !because.is_empty() && because.bytes().all(|byte| byte.is_ascii_hexdigit());
            let query = if is_one { format!("?because={because}") } else { String::new() };
            inside.see_other(&inside.within(&format!("request/{id}/act/{act}{query}")))
        }
    }
}

/// The letter of an act that somebody prepares, with what they typed.
///
/// # Errors
/// What they typed cannot stand in it.
pub(super) async fn draft(
    inside: &Inside,
    actor: &Actor,
    (view, mv): (RequestView, &Move),
    (fields, files): (&Fields, &[Sent]),
    form: Form,
) -> Result<Response, RequestError> {
    let values = typed(&mv.carries, fields, files, &prefix(&mv.id));
    let asked = (form, language(inside.w.lang));
    match of_draft(&inside.pages.web, actor.viewer(), view, (&mv.id, values), asked).await {
        Err(NotMade::Request(error @ (RequestError::Findings(_) | RequestError::Field { .. }))) => Err(error),
        made => Ok(handed_out(inside, made).await),
    }
}

async fn handed_out(inside: &Inside, made: Result<Option<Document>, NotMade>) -> Response {
    match made {
        Ok(Some(document)) => document.answer(),
        Ok(None) => inside.nowhere().await,
        Err(error) => inside.failed(&error),
    }
}

/// The letter of an act that is recorded, as whoever asks may see it today; none where there is no such act for them, or it has
/// none.
///
/// # Errors
/// As [`NotMade`] says.
pub(crate) async fn of_act(
    web: &Web,
    viewer: &Viewer,
    id: &RequestId,
    entry: &str,
    asked: (Form, Language),
) -> Result<Option<Document>, NotMade> {
    let Some(view) = web.register.request(viewer, &today(web), id).await? else {
        return Ok(None);
    };
    let Some(told) = web.register.letter_of_act(viewer, &view, entry).await? else {
        return Ok(None);
    };
    let name = format!("letter-{id}-{entry}.{}", asked.0.ending());
    written(web, view, told, name, asked).await.map(Some)
}

/// The letter of an act that whoever asks could do now, with what it would carry, as a draft; none where they cannot do it, or it
/// has none.
///
/// # Errors
/// As [`NotMade`] says.
pub(crate) async fn of_draft(
    web: &Web,
    viewer: &Viewer,
    view: RequestView,
    (act, values): (&str, Values),
    asked: (Form, Language),
) -> Result<Option<Document>, NotMade> {
    let Some(told) = web.register.draft_of_letter(viewer, &view, act, values).await? else {
        return Ok(None);
    };
    let name = format!("draft-{act}-{}.{}", view.row.id, asked.0.ending());
    written(web, view, told, name, asked).await.map(Some)
}

async fn written(
    web: &Web,
    view: RequestView,
    told: ActLetter,
    name: String,
    (form, language): (Form, Language),
) -> Result<Document, NotMade> {
    let register = web.register.clone();
    let made = press::done(move || {
        let given = Given {
            law: &register.law,
            text: &view.text,
            reference: &view.row.id,
            date: told.on,
            language,
            facts: &told.facts,
        };
        let letter = letter::act(&given, &told);
        match form {
            Form::Docx => docx::docx(&letter, None).map_err(|error| error.to_string()),
            Form::Pdf => pdf::pdf(&letter).map(|pdf| pdf.bytes).map_err(|error| error.to_string()),
        }
    });
    Ok(Document {
        name,
        media_type: form.media_type(),
        bytes: made.await?.map_err(NotMade::Unset)?,
    })
}

/// Where the letter of an act in a request is taken along, in both forms.
pub(super) fn links(l: &Layout, request: &str, step: &StepShown) -> Option<Markup> {
    step.letter.then(|| {
        both(
            l,
            "request-letter",
            &l.within(&format!("request/{request}/step/{}", step.entry)),
            "",
        )
    })
}

/// Where the draft of the letter of an act is taken along that says what happened; nothing where the act has none.
pub(super) fn draft_links(l: &Layout, law: &Pack, request: &str, (act, because): (&str, &str)) -> Option<Markup> {
    let has_letter = law.moves().iter().any(|mv| mv.id == act && mv.letter.is_some());
    let address = l.within(&format!("request/{request}/act/{act}"));
    has_letter.then(|| both(l, "request-letter-draft", &address, &format!("?because={because}")))
}

fn both(l: &Layout, key: &str, address: &str, query: &str) -> Markup {
    let link = |form: Form| {
        let ending = form.ending();
        let text = l.t(&format!("{key}-{ending}"));
        Markup::link(&format!("{address}/letter.{ending}{query}"), &Markup::text(&text))
    };
    Markup::join(&Form::ALL.map(link), " · ")
}
