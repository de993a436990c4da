//! The report with its text as a file, before it is issued too. What is not public goes into it as into what is taken along: it is
//! sent from a page, for a purpose, by whoever showed again who they are, and stands in the audit before it is handed out.

use super::report_text::{Shown, answer, opened};
use super::{Inside, press, verify};
use crate::guard::Fields;
use crate::markup::Markup;
use crate::report_files::{file_of, handed_out};
use access::Action;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use identity::people::Actor;
use record::audience::Level;
use register::audit::{Act, Event, Purpose};
use register::draft::DraftId;
use register::figures::Desk;
use register::port::StoreError;
use register::report_text::{OpenedText, Standing};
use reports::report::{Asking, Form, Kind, Language, Report, ReportError, make};
use std::collections::BTreeSet;

/// Matters that are not public and went into a report, with their levels.
pub(super) type Closed = BTreeSet<(String, Level)>;

/// The report of a text as it stands, for whoever writes it, and what is not public of it; else the answer. A report of somebody whom
/// the viewer may not know is not there, and neither is its text.
pub(super) async fn made(inside: &Inside, opened: &OpenedText) -> Result<(Report, Closed), Box<Response>> {
    match of_text(inside, opened).await {
        Ok(made) => Ok(made),
        Err(ReportError::View(error)) => Err(Box::new(inside.failed(&error))),
        Err(_) => Err(Box::new(inside.nowhere().await)),
    }
}

async fn of_text(inside: &Inside, opened: &OpenedText) -> Result<(Report, Closed), ReportError> {
    let of = &opened.of;
    let kind = Kind::of_word(&of.report).ok_or_else(|| ReportError::NoKind(of.report.clone()))?;
    let asking = Asking {
        kind,
        state: of.about.clone().filter(|_| kind.is_of_state()),
        person: of.about.clone().filter(|_| kind == Kind::Person),
        since: of.since,
        language: if of.language == Language::Fr.tag() {
            Language::Fr
        } else {
            Language::En
        },
        text: opened.sections.clone(),
    };
    let reading = opened.reading();
    let mut desk = Desk::new(&inside.pages.web.register, &opened.made_as, &reading);
    let report = make(&mut desk, &asking).await?;
    let entries: Vec<String> = report.figures.iter().flat_map(|figure| figure.entries.clone()).collect();
    let closed = desk.closed_among(&entries).await?;
    Ok((report, closed))
}

/// The level of a text with the report as it is made now: none of its figures is narrower than its page says.
pub(super) fn level(opened: &OpenedText, report: &Report) -> Level {
    opened.head.level.max(report.not_public.level.unwrap_or(Level::Public))
}

/// Tells the audit which matters that are not public go out with a file, and for what.
pub(super) async fn told(inside: &Inside, actor: &Actor, closed: &Closed, what_for: &'static str) -> Result<(), StoreError> {
    let audit = &inside.pages.web.audit;
    let event = |(matter, level): &(String, Level)| audit.event(Act::Exported, actor.who()).matter(matter, *level).detail(what_for);
    let events: Vec<Event> = closed.iter().map(event).collect();
    audit.write(&events).await
}

/// The file of what is public. That of what is not has no address: it is taken along.
pub(super) async fn show(segments: Result<Path<(String, String, String)>, PathRejection>, inside: Inside) -> Response {
    let named = segments.ok().and_then(|Path((_, id, file))| {
        let form = Form::of_word(file.strip_prefix("report.")?)?;
        Some((DraftId::parse(&id)?, form))
    });
    let Some((id, form)) = named else {
        return inside.nowhere().await;
    };
    match public(&inside, &id, form).await {
        Ok(response) => response,
        Err(answer) => *answer,
    }
}

async fn public(inside: &Inside, id: &DraftId, form: Form) -> Result<Response, Box<Response>> {
    let actor = inside.actor()?;
    let opened = opened(inside, actor, id).await?;
    if opened.of.seen {
        return Err(Box::new(inside.nowhere().await));
    }
    let (report, _) = made(inside, &opened).await?;
    pressed(inside, &opened, report, form).await
}

/// Hands out the file that a form asks for, once it is durable in the audit which matters that are not public went into it, by whom
/// they were taken along and for what.
pub(super) async fn take(inside: &Inside, id: &DraftId, fields: &Fields) -> Response {
    match taken(inside, id, fields).await {
        Ok(response) => response,
        Err(answer) => *answer,
    }
}

async fn taken(inside: &Inside, id: &DraftId, fields: &Fields) -> Result<Response, Box<Response>> {
    let (visit, actor) = (inside.visit()?, inside.actor()?);
    let opened = opened(inside, actor, id).await?;
    let (Some(form), Some(purpose)) = (Form::of_word(fields.get("form")), Purpose::parse(fields.get("purpose"))) else {
        let shown = Shown {
            status: StatusCode::BAD_REQUEST,
            oops: vec![Markup::text(&inside.w.t("report-take-what"))],
            ..Shown::default()
        };
        return Err(Box::new(answer(inside, id, shown).await));
    };
    if !inside.people().is_fresh(visit, Action::Export) {
        return Err(Box::new(verify::needed(inside, fields)));
    }
    let (report, closed) = made(inside, &opened).await?;
    let response = pressed(inside, &opened, report, form).await?;
    let told = told(inside, actor, &closed, purpose.word()).await;
    told.map_err(|error| Box::new(inside.failed(&error)))?;
    Ok(response)
}

/// The file. Until the text is approved it says that it is being written.
async fn pressed(inside: &Inside, opened: &OpenedText, mut report: Report, form: Form) -> Result<Response, Box<Response>> {
    if opened.head.standing() != Standing::Approved {
        report.say_that_it_is_written();
    }
    let failed = |error: &dyn std::fmt::Display| Box::new(inside.failed(&error));
    let file = press::done(move || file_of(form, &report)).await.map_err(|error| failed(&error))?;
    let file = file.map_err(|error| failed(&error))?;
    let mut response = handed_out(file.bytes.into_response(), form, &file.name);
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}
