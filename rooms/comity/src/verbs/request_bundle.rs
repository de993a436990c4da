//! `comity request bundle`: a request as one file to be sent.

use super::{backup, record, told};
use crate::args::BundleArgs;
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use register::audit::{Act, Event, Purpose, Who};
use register::outside::Outside;
use register::request::{RequestError, RequestId};
use reports::letter::{Given, Language};
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, args: &BundleArgs) -> Result<Done, Refused> {
    backup::refuse_if_there(&args.out)?;
    let id = RequestId::parse(&args.request).ok_or(RequestError::NoRequest)?;
    let language = Language::of_tag(&args.lang);
    let language = language.ok_or_else(|| Refused::Given(format!("--lang {}: documents are written in en or fr", args.lang)))?;
    let house = super::open(home).await?;
    let (viewer, register) = (Viewer::operator(), &house.register);
    let view = register.request(&viewer, &super::request::reading(None)?, &id).await?;
    let view = view.ok_or(RequestError::NoRequest)?;
    let Some(date) = view.document_day(&register.law) else {
        return Err(Refused::Given(
            "the request is not signed: what is not signed is not sent".to_owned(),
        ));
    };
    let matter = if view.row.sent { id.matter() } else { id.preparation() };
    let taken = register.matter_to_take(&viewer, &matter).await?.ok_or(RequestError::NoRequest)?;
    let facts = register.facts_of_request(&viewer, &view, date).await?;
    let given = Given {
        law: &register.law,
        text: &view.text,
        reference: &id.to_string(),
        date: Some(date),
        language,
        facts: &facts,
    };
    let parts = register.bundle_parts(&viewer, &id, &view.text).await?;
    let bundle = reports::bundle(&id, &given, parts)?;
    let who = super::officer(None);
    let event = |level| {
        let event = Event::new(System.now(), Act::Exported, Who::operator(&who));
        event.matter(&taken.id, level).detail(Purpose::Transmission.word())
    };
    let events: Vec<Event> = taken.levels().into_iter().map(event).collect();
    let mut written = record::for_the_owner(&args.out).map_err(|error| Refused::file(&args.out, &error))?;
    let done = async {
        // Before anything of it stands in the file.
        told::tell(&house, &events).await?;
        written.write_all(&bundle.bytes)?;
        Ok::<(), Refused>(written.sync_all()?)
    };
    if let Err(error) = done.await {
        let _ = std::fs::remove_file(&args.out);
        return Err(error);
    }
    writeln!(std::io::stdout().lock(), "{}  {}", bundle.sha256, args.out.display())?;
    Ok(Done::Yes)
}
