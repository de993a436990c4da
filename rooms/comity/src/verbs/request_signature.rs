//! `comity request signature`: how a request was signed, what of it holds, and all that is needed to check it elsewhere.

use super::{table, told};
use crate::args::Format;
use crate::said::{Done, Refused};
use access::Viewer;
use identity::people::signing::SignatureCheck;
use register::port::{Of, Store};
use register::request::{RequestError, RequestId, Signature};
use serde::Serialize;
use std::io::Write;
use std::sync::Arc;
use store::{DeskStore, Home};

/// What is said of a signature.
#[derive(Serialize)]
struct Said {
    request: String,
    /// Whether all that is asked of it holds.
    valid: bool,
    manner: &'static str,
    /// The account of whoever signed, and for whom; none of a paper, which says it itself.
    account: Option<String>,
    on_behalf_of: Option<String>,
    day: String,
    checks: Vec<Check>,
    files: Vec<File>,
    /// What was signed, as its canonical JSON: SHA-256 of it is the challenge.
    statement: Option<String>,
    /// The canonical JSON of the text.
    text: String,
    /// The entry that holds the signature, as it is recorded.
    entry: serde_json::Value,
}

#[derive(Serialize)]
struct Check {
    check: &'static str,
    holds: bool,
    says: &'static str,
}

#[derive(Serialize)]
struct File {
    number: usize,
    name: String,
    sha256: String,
}

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
    let scan = |holds| Check {
        check: "scan",
        holds,
        says: "the scan is here and has the hash that was recorded",
    };
    let (checks, statement) = match &of.signature {
        Signature::Passkey(signature) => {
            let desk = Arc::new(DeskStore::open(&house.home).await?);
            let (people, _) = super::people(&house, desk);
            let checks = people.check_signature(&of, signature).await?;
            (checks.into_iter().map(said).collect(), Some(&signature.statement))
        }
        Signature::Paper(_) => {
            let standing = said((SignatureCheck::Standing, of.stands));
            (vec![scan(of.document_is_whole), standing], None)
        }
    };
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
    let said = Said {
        request: id.to_string(),
        valid: checks.iter().all(|check| check.holds),
        manner: if statement.is_some() { "passkey" } else { "paper" },
        account: statement.map(|statement| statement.account.clone()),
        on_behalf_of: statement.map(|statement| statement.on_behalf_of.clone()),
        day: of.entry.effective.to_string(),
        checks,
        files: of
            .files
            .iter()
            .map(|(number, file)| File {
                number: *number,
                name: file.name.clone(),
                sha256: file.sha256.clone(),
            })
            .collect(),
        statement: statement.map(|statement| text(statement.object().canonical())),
        text: text(of.text.canonical()),
        entry: serde_json::from_slice(&of.entry.canonical()).unwrap_or_default(),
    };
    super::print(&said, format, csv, |out, said| print(out, said))?;
    Ok(if said.valid { Done::Yes } else { Done::No })
}

fn said((check, holds): (SignatureCheck, bool)) -> Check {
    Check {
        check: check.word(),
        holds,
        says: match check {
            SignatureCheck::Text => "the text has the hash that was signed",
            SignatureCheck::Document => "the document is here and has the hash that was signed",
            SignatureCheck::Signature => "the signature over both is by the key beside it, given at one site by somebody verified",
            SignatureCheck::Key => "the key was one of the officer's when they signed",
            SignatureCheck::Standing => "the request was not returned for changes since",
        },
    }
}

fn word(holds: bool) -> String {
    if holds { "holds" } else { "does not hold" }.to_owned()
}

fn csv(said: &Said) -> String {
    let rows: Vec<[String; 3]> = said
        .checks
        .iter()
        .map(|check| [check.check.to_owned(), word(check.holds), check.says.to_owned()])
        .collect();
    web::csv::table(["check", "holds", "says"], &rows)
}

fn print(out: &mut impl Write, said: &Said) -> std::io::Result<()> {
    let whom = said.on_behalf_of.as_deref().unwrap_or("the Court");
    match &said.account {
        Some(account) => writeln!(out, "signed with a passkey by {account} for {whom} on {}", said.day)?,
        None => writeln!(out, "signed on paper on {}", said.day)?,
    }
    let rows = said.checks.iter().map(|check| [word(check.holds), check.says.to_owned()]).collect();
    table::headed(out, ["Holds", "What is asked"], rows)?;
    for file in &said.files {
        writeln!(out, "{}  {} (attachment {} of the entry)", file.sha256, file.name, file.number)?;
    }
    Ok(())
}
