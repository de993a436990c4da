//! A report taken along with what is not public: sent from the page of the report by whoever may take such matter out of the
//! program as files. The file holds no more than that; what it rests on stands in the audit before it is handed out.

use super::{Posted, press, verify};
use crate::address::Place;
use crate::pages::{NotMade, report_asking, report_page};
use crate::report_files::{file_of, handed_out};
use access::Action;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use register::audit::{Act, Event, Purpose};
use register::figures::Desk;
use reports::report::{Form, make};

/// Hands the file out, once it is durable in the audit which matters that are not public went into it, by whom they were
/// taken along and for what.
pub(crate) async fn take(Posted { inside, fields }: Posted) -> Response {
    let (visit, actor) = match (inside.visit(), inside.actor()) {
        (Ok(visit), Ok(actor)) => (visit, actor),
        (Err(answer), _) | (_, Err(answer)) => return *answer,
    };
    let (Place::Report(of), Ok(reading)) = (&inside.asked.address.place, &inside.asked.reading) else {
        return inside.nowhere().await;
    };
    let (Some(form), Some(purpose)) = (Form::of_word(fields.get("form")), Purpose::parse(fields.get("purpose"))) else {
        let oops = Some(("purpose", inside.w.t("report-take-what")));
        return match report_page(&inside.pages, &inside.asked, reading, oops).await {
            Ok(page) => inside.show_as(StatusCode::BAD_REQUEST, &page),
            Err(NotMade::Missing) => inside.nowhere().await,
            Err(NotMade::View(error)) => inside.failed(&error),
        };
    };
    if !inside.people().is_fresh(visit, Action::Export) {
        return verify::needed(&inside, &fields);
    }
    let web = &inside.pages.web;
    let viewer = actor.viewer().clone().taking_along();
    let mut desk = Desk::new(&web.register, &viewer, reading);
    let report = match make(&mut desk, &report_asking(of, inside.w.lang)).await {
        Ok(report) => report,
        // What the page does not show is not taken along either; it says why.
        Err(_) => return inside.see_other(&inside.here()),
    };
    let entries: Vec<String> = report.figures.iter().flat_map(|figure| figure.entries.clone()).collect();
    let closed = match desk.closed_among(&entries).await {
        Ok(closed) => closed,
        Err(error) => return inside.failed(&error),
    };
    let file = match press::done(move || file_of(form, &report)).await {
        Ok(Ok(file)) => file,
        Ok(Err(error)) => return inside.failed(&error),
        Err(error) => return inside.failed(&error),
    };
    let event = |(matter, level): &(String, _)| {
        let event = web.audit.event(Act::Exported, actor.who());
        event.matter(matter, *level).detail(purpose.word())
    };
    let events: Vec<Event> = closed.iter().map(event).collect();
    if let Err(error) = web.audit.write(&events).await {
        return inside.failed(&error);
    }
    let mut response = handed_out(file.bytes.into_response(), form, &file.name);
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}
