//! What is done with the text of a report from its page: saved as it is typed, submitted, approved, given back, deleted.

use super::Inside;
use super::draft::quietly;
use super::report_text::{PREFIX, Segments, Shown, answer, text_of, texts};
use crate::guard::Fields;
use crate::markup::Markup;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use identity::people::Actor;
use register::draft::{DraftError, DraftId, Saved};
use register::port::StoreError;
use register::report_text::{END, LARGEST, Section, TextError, sections};
use std::collections::{BTreeMap, BTreeSet};

/// The most bytes of a form: a text in a script of which each letter is sent as nine.
const LONGEST: usize = 5 * LARGEST;

/// What was typed, over the sections of the version over which it was.
fn typed(fields: &Fields, before: &[Section]) -> Vec<Section> {
    let mut sections: BTreeMap<String, Section> = before.iter().map(|section| (section.id.clone(), section.clone())).collect();
    let mut removed: BTreeSet<String> = BTreeSet::new();
    for (name, value) in fields.pairs() {
        let Some((id, part)) = name.strip_prefix(PREFIX).and_then(|name| name.split_once('-')) else {
            continue;
        };
        if !Section::is_id(id) {
            continue;
        }
        let section = sections.entry(id.to_owned()).or_insert_with(|| Section {
            id: id.to_owned(),
            place: END.to_owned(),
            ..Section::default()
        });
        match part {
            "title" => section.title = value.split_whitespace().collect::<Vec<_>>().join(" "),
            "text" => section.text = value.trim().to_owned(),
            "place" if value.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') => section.place = value.to_owned(),
            "remove" => {
                removed.insert(id.to_owned());
            }
            _ => {}
        }
    }
    sections.into_values().filter(|section| !removed.contains(&section.id)).collect()
}

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
        _ => return save(&inside, actor, &id, version, &fields).await,
    };
    match (done, says) {
        (Ok(()), Some(says)) => inside.see_other(&format!("{here}?done={says}")),
        (Ok(()), None) => inside.see_other(&inside.within("reports")),
        (Err(error), _) => refused(&inside, &id, &error, None).await,
    }
}

async fn save(inside: &Inside, actor: &Actor, id: &DraftId, from: u64, fields: &Fields) -> Response {
    let (viewer, author) = (actor.viewer(), actor.author());
    let before = match texts(inside).version(viewer, id, from).await {
        Ok(version) => sections(&version.content.values),
        Err(error) => return refused(inside, id, &error, None).await,
    };
    let (typed, basis) = (typed(fields, &before), fields.get("basis"));
    let settles = fields.get("settles").parse().ok();
    let saved = match texts(inside).save(viewer, author, id, (from, settles), (&typed, basis)).await {
        Ok(saved) => saved,
        Err(error) => return refused(inside, id, &error, Some((from, typed, basis.to_owned()))).await,
    };
    if fields.get("do") == "keep-quietly" {
        return quietly(&saved);
    }
    let here = inside.within(&format!("report-text/{id}"));
    match saved {
        Saved::Conflict { number, .. } => inside.see_other(&format!("{here}?beside={number}")),
        Saved::Merged { .. } => inside.see_other(&format!("{here}?done=merged")),
        Saved::As(number) if fields.get("act") == "submit" => match texts(inside).submit(viewer, author, id, number).await {
            Ok(()) => inside.see_other(&format!("{here}?done=submitted")),
            Err(error) => refused(inside, id, &error, None).await,
        },
        Saved::As(_) => inside.see_other(&format!("{here}?done=saved")),
    }
}

/// The page again, with why something was not done.
async fn refused(inside: &Inside, id: &DraftId, error: &TextError, typed: Option<(u64, Vec<Section>, String)>) -> Response {
    let Some((status, key)) = said(error) else {
        return match error {
            TextError::NoText => inside.nowhere().await,
            error => inside.failed(error),
        };
    };
    let shown = Shown {
        status,
        oops: vec![Markup::text(&inside.w.t(key))],
        typed,
    };
    answer(inside, id, shown).await
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
        TextError::Draft(DraftError::NoVersion(_)) => (StatusCode::BAD_REQUEST, "draft-no-version"),
        TextError::Draft(DraftError::Store(StoreError::DiskFull)) => (StatusCode::INSUFFICIENT_STORAGE, "issue-disk-full"),
        _ => return None,
    })
}
