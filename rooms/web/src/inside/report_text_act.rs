//! What is done with the text of a report from its page: saved as it is typed, submitted, approved, given back, deleted.

use super::draft::quietly;
use super::report_text::{Segments, Shown, answer, text_of, texts};
use super::report_text_typed::Typed;
use super::{Inside, report_text_file};
use crate::guard::Fields;
use crate::markup::Markup;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use identity::people::Actor;
use register::draft::{DraftError, DraftId, Saved};
use register::port::StoreError;
use register::report_text::{LARGEST, TextError, sections};

/// The most bytes of a form: of a text in a script of which each letter is sent as nine, three times what may be saved, so that what
/// is too long comes back to be shortened.
const LONGEST: usize = 10 * LARGEST;

/// What is sent from the page of a text.
pub(super) async fn act(segments: Segments, inside: Inside, body: Body) -> Response {
    // What was typed comes first: whoever is signed in no more goes on with it.
    let fields = match inside.fields_up_to(body, LONGEST).await {
        Ok(fields) => fields,
        Err(answer) => return answer,
    };
    let Some(id) = text_of(segments) else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let (viewer, author) = (actor.viewer(), actor.author());
    let here = inside.within(&format!("report-text/{id}"));
    let version: u64 = fields.get("from").parse().unwrap_or(0);
    let (done, says) = match fields.get("act") {
        "take" => return report_text_file::take(&inside, &id, &fields).await,
        "delete" => (texts(&inside).delete(viewer, &id).await, None),
        "approve" => {
            let settled = texts(&inside)
                .settle(viewer, author, &id, version, (true, fields.get("remark")))
                .await;
            (settled, Some("approved"))
        }
        "return" => {
            let settled = texts(&inside)
                .settle(viewer, author, &id, version, (false, fields.get("remark")))
                .await;
            (settled, Some("returned"))
        }
        _ => return save(&inside, actor, &id, &fields).await,
    };
    match (done, says) {
        (Ok(()), Some(says)) => inside.see_other(&format!("{here}?done={says}")),
        (Ok(()), None) => inside.see_other(&inside.within("reports")),
        (Err(error), _) => {
            let shown = Shown {
                remark: fields.get("remark").to_owned(),
                ..Shown::default()
            };
            refused(&inside, &id, &error, shown).await
        }
    }
}

async fn save(inside: &Inside, actor: &Actor, id: &DraftId, fields: &Fields) -> Response {
    let (viewer, author) = (actor.viewer(), actor.author());
    let is_quiet = fields.get("do") == "keep-quietly";
    let from = fields.get("from").parse().unwrap_or(0);
    let over = texts(inside).version(viewer, id, from).await;
    let (typed, saved) = match over {
        Ok(version) => {
            let typed = Typed::read(fields, Some(from), &sections(&version.content.values));
            let kept = typed.kept();
            let saved = texts(inside)
                .save(viewer, author, id, (from, typed.settles), (&kept, &typed.basis))
                .await;
            (typed, saved)
        }
        Err(error) => (Typed::read(fields, None, &[]), Err(error)),
    };
    let saved = match saved {
        Ok(saved) if is_quiet => return quietly(&saved),
        Ok(saved) => saved,
        Err(error) => {
            if let (true, Some((status, _))) = (is_quiet, said(&error)) {
                return status.into_response();
            }
            let shown = Shown {
                typed: Some(typed),
                ..Shown::default()
            };
            return refused(inside, id, &error, shown).await;
        }
    };
    let here = inside.within(&format!("report-text/{id}"));
    match saved {
        Saved::Conflict { number, .. } => inside.see_other(&format!("{here}?beside={number}")),
        Saved::Merged { .. } => inside.see_other(&format!("{here}?done=merged")),
        Saved::As(number) if fields.get("act") == "submit" => match texts(inside).submit(viewer, author, id, number).await {
            Ok(()) => inside.see_other(&format!("{here}?done=submitted")),
            // What was typed is saved, and stands on the page.
            Err(error) => refused(inside, id, &error, Shown::default()).await,
        },
        Saved::As(_) => inside.see_other(&format!("{here}?done=saved")),
    }
}

/// The page again, with why something was not done, and with what was typed.
async fn refused(inside: &Inside, id: &DraftId, error: &TextError, shown: Shown) -> Response {
    let Some((status, key)) = said(error) else {
        return match error {
            TextError::NoText => inside.nowhere().await,
            error => inside.failed(error),
        };
    };
    let oops = vec![Markup::text(&inside.w.t(key))];
    answer(inside, id, Shown { status, oops, ..shown }).await
}

/// The status and the text of an error; none where nothing is said but that it failed, or that nothing is there.
pub(super) fn said(error: &TextError) -> Option<(StatusCode, &'static str)> {
    Some(match error {
        TextError::Moved => (StatusCode::CONFLICT, "text-moved"),
        TextError::Own => (StatusCode::FORBIDDEN, "text-own"),
        TextError::NotSoFar => (StatusCode::CONFLICT, "text-not-so-far"),
        TextError::Empty => (StatusCode::BAD_REQUEST, "text-empty"),
        TextError::NoRemark => (StatusCode::BAD_REQUEST, "text-no-remark"),
        TextError::TooLarge | TextError::Draft(DraftError::TooLarge) => (StatusCode::PAYLOAD_TOO_LARGE, "text-too-large"),
        TextError::Faults(_) => (StatusCode::BAD_REQUEST, "text-faults"),
        TextError::Signature => (StatusCode::CONFLICT, "text-signature"),
        TextError::Issue(error) => return super::report_issue::said(error).map(|(_, key)| (StatusCode::BAD_REQUEST, key)),
        TextError::Draft(DraftError::NoVersion(_)) => (StatusCode::BAD_REQUEST, "text-no-version"),
        TextError::Draft(DraftError::Store(StoreError::DiskFull)) => (StatusCode::INSUFFICIENT_STORAGE, "issue-disk-full"),
        _ => return None,
    })
}
