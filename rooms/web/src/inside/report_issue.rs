//! A report is issued: sent from its page by an officer of the institution that keeps the record, made anew, kept as a PDF and
//! recorded. What is not public goes into it as it is taken along.

use super::{Posted, press, verify};
use crate::address::Place;
use crate::pages::{NotMade, report_asking, report_page};
use crate::report_files::file_of;
use access::{Action, Viewer};
use axum::http::StatusCode;
use axum::response::Response;
use record::audience::{Audience, Level};
use record::entry::Author;
use register::attachment::AttachmentError;
use register::audit::{Act, Event};
use register::fact::FactError;
use register::figures::Desk;
use register::issued::{IssueError, ToIssue};
use register::port::StoreError;
use reports::report::{Form, make};

/// Issues the report of the page, and leads to it. Of one that is not public it is durable in the audit first which matters that are
/// not public went into it.
pub(crate) async fn issue(Posted { inside, fields }: Posted) -> Response {
    let (visit, actor) = match (inside.visit(), inside.actor()) {
        (Ok(visit), Ok(actor)) => (visit, actor),
        (Err(answer), _) | (_, Err(answer)) => return *answer,
    };
    let (Place::Report(asked), Ok(reading)) = (&inside.asked.address.place, &inside.asked.reading) else {
        return inside.nowhere().await;
    };
    let viewer = actor.viewer();
    // What is issued goes out of its matters as what is taken along does: under the same conditions.
    let made_as = match fields.get("of") {
        "seen" => viewer.clone().taking_along(),
        _ => Viewer::public(),
    };
    if made_as != Viewer::public() && !inside.people().is_fresh(visit, Action::Export) {
        return verify::needed(&inside, &fields);
    }
    let web = &inside.pages.web;
    let mut desk = Desk::new(&web.register, &made_as, reading);
    let Ok(report) = make(&mut desk, &report_asking(asked, inside.w.lang)).await else {
        // What the page does not show is not issued either; it says why.
        return inside.see_other(&inside.here());
    };
    let entries: Vec<String> = report.figures.iter().flat_map(|figure| figure.entries.clone()).collect();
    let closed = match desk.closed_among(&entries).await {
        Ok(closed) => closed,
        Err(error) => return inside.failed(&error),
    };
    let Some(audience) = audience(viewer, report.not_public.level.unwrap_or(Level::Public)) else {
        return inside.see_other(&inside.here());
    };
    let issued = report.to_issue();
    let file = match press::done(move || file_of(Form::Pdf, &report)).await {
        Ok(Ok(file)) => file,
        Ok(Err(error)) => return inside.failed(&error),
        Err(error) => return inside.failed(&error),
    };
    let event = |(matter, level): &(String, _)| {
        let event = web.audit.event(Act::Exported, actor.who());
        event.matter(matter, *level).detail("report")
    };
    let events: Vec<Event> = closed.iter().map(event).collect();
    if let Err(error) = web.audit.write(&events).await {
        return inside.failed(&error);
    }
    let new = ToIssue {
        issued,
        made_as: &made_as,
        basis: (audience.level != Level::Public).then(|| fields.get("basis").to_owned()),
        audience,
        name: file.name,
        bytes: &file.bytes,
        author: Author::Account(visit.account.id().to_string()),
        approved: None,
    };
    let error = match web.register.issue_report(viewer, new).await {
        Ok(recorded) => return inside.see_other(&inside.within(&format!("issued/{}", recorded.entry.id))),
        Err(error) => error,
    };
    let Some((field, why)) = said(&error) else {
        return inside.failed(&error);
    };
    match report_page(&inside.pages, &inside.asked, reading, Some((field, inside.w.t(why)))).await {
        Ok(page) => inside.show_as(StatusCode::BAD_REQUEST, &page),
        Err(NotMade::Missing) => inside.nowhere().await,
        Err(NotMade::View(error)) => inside.failed(&error),
    }
}

/// The field in which an error is mended, and the key of what is said of it; none where nothing is said but that it failed.
pub(super) fn said(error: &IssueError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        IssueError::NotAllowed => ("of", "issue-not-allowed"),
        IssueError::Wider => ("of", "issue-wider"),
        IssueError::NoBasis => ("basis", "issue-no-basis"),
        IssueError::Future(_) => ("of", "issue-future"),
        IssueError::NotApproved => ("of", "text-not-so-far"),
        IssueError::Unchanged(_) => ("of", "issue-unchanged"),
        IssueError::Raced => ("of", "issue-raced"),
        IssueError::Fact(FactError::Store(StoreError::DiskFull)) | IssueError::File(AttachmentError::Store(StoreError::DiskFull)) => {
            ("of", "issue-disk-full")
        }
        _ => return None,
    })
}

/// For whom somebody issues a report of a level: what is public for everybody, what is not for their own organ. None where they act
/// for nobody.
pub(super) fn audience(viewer: &Viewer, level: Level) -> Option<Audience> {
    let own = viewer.acts_as().cloned();
    match level {
        Level::Public => Some(Audience {
            originator: own,
            ..Audience::public()
        }),
        level => own.map(|own| Audience::of(level, own.clone(), [own])),
    }
}
