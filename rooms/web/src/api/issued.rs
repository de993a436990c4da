//! Reports that were issued: which, what a later one says otherwise, and the file as it was issued.

use super::call::{Call, Segment};
use super::{endpoints, schema};
use crate::Web;
use crate::problem::Problem;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use register::attachment::AttachmentError;
use register::figures::Desk;
use reports::report::editions;

pub(super) async fn list(State(web): State<Web>, parts: Parts) -> Result<Response, Problem> {
    let call = Call::of(&web, &endpoints::ISSUED_REPORTS, &parts)?;
    let editions = Desk::new(&web.register, &call.viewer, &call.reading).editions().await?;
    call.json(&schema::IssuedReports::of(&call.asked(&web).await?, &editions))
}

pub(super) async fn one(State(web): State<Web>, Segment(id): Segment, parts: Parts) -> Result<Response, Problem> {
    let call = Call::of(&web, &endpoints::ISSUED_REPORT, &parts)?;
    let desk = Desk::new(&web.register, &call.viewer, &call.reading);
    let found = editions::compared(&desk, &id).await?.ok_or(Problem::NoSuchThing)?;
    call.json(&schema::ComparedReport::of(&found))
}

pub(super) async fn file(State(web): State<Web>, Segment(id): Segment, parts: Parts) -> Result<Response, Problem> {
    let call = Call::of(&web, &endpoints::ISSUED_REPORT_FILE, &parts)?;
    let desk = Desk::new(&web.register, &call.viewer, &call.reading);
    let editions = desk.editions().await?;
    let edition = editions.iter().find(|edition| edition.id.to_string() == id);
    let edition = edition.ok_or(Problem::NoSuchThing)?;
    match desk.file_of(edition).await {
        Ok(Some(bytes)) => Ok(call.answer(bytes, "application/pdf")),
        Ok(None) => Err(Problem::NoSuchThing),
        Err(AttachmentError::Store(error)) => Err(error.into()),
        Err(error) => {
            tracing::error!(%error, "an issued report cannot be read");
            Err(Problem::Failed)
        }
    }
}
