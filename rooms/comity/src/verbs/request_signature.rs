//! `comity request signature`: how a request was signed, what of it holds, and all that is needed to check it elsewhere.

use super::{table, told};
use crate::args::Format;
use crate::said::{Done, Refused};
use access::Viewer;
use register::port::{Of, Store};
use register::request::{RequestError, RequestId, Signature};
use std::io::Write;
use std::sync::Arc;
use store::{DeskStore, Home};
use web::api::schema::SignatureDocument;

/// Exit 0 where it is valid, 1 where it is not or there is none, 2 where it cannot be read.
pub async fn run(home: &Home, request: &str, format: Format) -> Result<Done, Refused> {
    let id = RequestId::parse(request).ok_or(RequestError::NoRequest)?;
    let house = super::open(home).await?;
    let viewer = Viewer::operator();
    let matters = Of::Matters(vec![id.preparation(), id.matter()]);
    let entries = house.store.entries(&viewer, matters, None).await?;
    if entries.is_empty() {
        return Err(RequestError::NoRequest.into());
    }
    told::opened(&house, &entries).await?;
    let Some(of) = house.register.signature(&viewer, &id).await? else {
        writeln!(std::io::stderr().lock(), "this request is not signed")?;
        return Ok(Done::No);
    };
    let checked = match &of.signature {
        Signature::Passkey(signature) => {
            let desk = Arc::new(DeskStore::open(&house.home).await?);
            let (people, _) = super::people(&house, desk);
            Some(people.check_signature(&of, signature).await?)
        }
        Signature::Paper(_) => None,
    };
    let said = SignatureDocument::english(&id, &of, checked.as_ref());
    super::print(&said, format, csv, |out, said| print(out, said))?;
    Ok(if said.valid { Done::Yes } else { Done::No })
}

fn word(holds: bool) -> String {
    if holds { "holds" } else { "does not hold" }.to_owned()
}

fn csv(said: &SignatureDocument) -> String {
    let rows: Vec<[String; 3]> = said
        .checks
        .iter()
        .map(|check| [check.check.clone(), word(check.holds), check.says.clone()])
        .collect();
    web::csv::table(["check", "holds", "says"], &rows)
}

fn print(out: &mut impl Write, said: &SignatureDocument) -> std::io::Result<()> {
    let whom = said.on_behalf_of.as_deref().unwrap_or("the Court");
    match &said.account {
        Some(account) => writeln!(out, "signed with a passkey by {account} for {whom} on {}", said.day.0)?,
        None => writeln!(out, "signed on paper on {}", said.day.0)?,
    }
    let rows = said.checks.iter().map(|check| [word(check.holds), check.says.clone()]).collect();
    table::headed(out, ["Holds", "What is asked"], rows)?;
    if let Some(at) = &said.key_revoked {
        writeln!(
            out,
            "the key was revoked since, at {}; what it signed until then stays signed by it",
            at.0
        )?;
    }
    for file in &said.files {
        writeln!(out, "{}  {} (attachment {} of the entry)", file.sha256, file.name, file.number)?;
    }
    Ok(())
}
