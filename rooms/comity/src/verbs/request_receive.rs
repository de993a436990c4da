//! `comity request receive`: a request that came to a State, on that State's own record.

use super::request::bytes_of;
use super::{findings, request_files};
use crate::args::ReceiveArgs;
use crate::said::{Done, Refused};
use access::Viewer;
use law::Values;
use record::entry::Author;
use register::request::{Paper, Received, RequestId};
use reports::Came;
use std::io::Write;
use std::path::Path;
use store::Home;

pub async fn run(home: &Home, args: ReceiveArgs) -> Result<Done, Refused> {
    let id = match &args.id {
        None => None,
        Some(text) => Some(RequestId::parse(text).ok_or_else(|| {
            Refused::Given(format!(
                "--id {text:?} is no id of a request; it has 32 hexadecimal digits in small letters"
            ))
        })?),
    };
    let mut values = Values::default();
    for pair in &args.set {
        let (element, text) = super::member(pair)?;
        values.0.entry(element).or_default().push(text);
    }
    let house = super::open(home).await?;
    let read = came(&args.file)?;
    let bundled = read.id;
    if let (Some(given), Some(bundled)) = (id, bundled)
        && given != bundled
    {
        return Err(Refused::Given(format!(
            "--id {given}: the file is the request {bundled}; leave --id out, or give the other file"
        )));
    }
    let scan = request_files::scan(&house, args.scan.as_deref()).await?;
    let came = Received {
        id: id.or(bundled),
        text: read.text,
        values,
        sent: args.sent.unwrap_or_default(),
        paper: Paper {
            number: record::taken_in(&args.note),
            dated: args.dated,
            received: args.received,
            scan,
        },
        files: read.files,
        bundle: read.bundle,
        author: Author::Officer(super::officer(args.officer)),
    };
    let recorded = house.register.receive_request(&Viewer::operator(), &came).await;
    let recorded = recorded.map_err(|error| findings::refused(error, &house.register.law))?;
    if let Some(id) = RequestId::of_matter(&recorded.entry.matter) {
        writeln!(std::io::stdout().lock(), "{id}")?;
    }
    Ok(Done::Yes)
}

/// What a file holds, or standard input for `-`. What is to be known of how a document was read is said on standard error.
fn came(path: &Path) -> Result<Came, Refused> {
    let bytes = bytes_of(path)?;
    let came = Came::read(&path.to_string_lossy(), &bytes).map_err(|error| Refused::Given(format!("{}: {error}", path.display())))?;
    for notice in &came.said {
        eprintln!("{}: {notice}", path.display());
    }
    Ok(came)
}
