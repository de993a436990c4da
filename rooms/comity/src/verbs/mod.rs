//! One file a verb.

mod admin;
mod archive;
mod fact;
mod import;
mod law;
mod matter;
mod outstanding;
mod parties;
mod record;
mod serve;
mod state;
mod table;

use crate::args::{Args, Format, ReadingArgs, Verb};
use crate::house::House;
use crate::said::{Done, Refused};
use crate::system::System;
use register::desk::{ErrorReports, Limits};
use register::outside::{Outside, day_in_the_hague};
use register::reading::Reading;
use serde::Serialize;
use std::io::{StdoutLock, Write};
use std::path::Path;
use std::sync::Arc;
use store::SqliteDesk;

/// Runs what was asked for.
///
/// # Errors
/// The call, the input or the folder is wrong.
pub async fn run(args: Args) -> Result<Done, Refused> {
    let data = args.data;
    match args.verb.unwrap_or_else(|| Verb::Serve(Default::default())) {
        Verb::Serve(serve) => serve::run(&data, serve).await,
        Verb::Import { folder, format } => import::run(&data, &folder, format).await,
        Verb::Outstanding { reading, format } => outstanding::run(&data, &reading, format).await,
        Verb::Parties { treaty, reading, format } => parties::run(&data, treaty, &reading, format).await,
        Verb::State { words, reading, format } => state::run(&data, &words.join(" "), &reading, format).await,
        Verb::Archive(archive) => archive::run(&data, archive).await,
        Verb::Fact(fact) => fact::run(&data, fact).await,
        Verb::Matter(matter) => matter::run(&data, matter).await,
        Verb::Law(law) => law::run(law),
        Verb::Record(record) => record::run(&data, record).await,
        Verb::Admin(admin) => admin::run(&data, admin).await,
    }
}

/// Opens the folder; a first start says what was taken in, on the standard error.
async fn open(data: &Path) -> Result<House, Refused> {
    let house = House::open(data, Arc::new(System)).await?;
    if let Some(report) = &house.taken_in {
        let folder = data.display();
        eprintln!(
            "comity: began a record in {folder} and took in the public record, edition {}, {} entries",
            report.edition, report.added
        );
    }
    Ok(house)
}

/// Where readers report errors, in the folder of a record.
async fn error_reports(data: &Path) -> Result<ErrorReports, Refused> {
    let desk = SqliteDesk::open(data).await?;
    Ok(ErrorReports::new(Arc::new(desk), Arc::new(System), Limits::default()))
}

/// The officer's name: as given, else that of the system's user. Empty where neither is known; the
/// register says so.
fn officer(given: Option<String>) -> String {
    given
        .or_else(|| std::env::var("USER").ok())
        .or_else(|| std::env::var("USERNAME").ok())
        .unwrap_or_default()
}

/// A member of a body and its value.
fn member(text: &str) -> Result<(String, String), Refused> {
    let parts = text
        .split_once('=')
        .map(|(member, value)| (member.trim().to_owned(), value.to_owned()));
    parts.ok_or_else(|| Refused::Given(format!("--set {text:?} has no equals sign; write it like reason=died")))
}

/// The reading that is asked for. Read before a folder is opened: a call that is wrong leaves nothing behind.
fn reading(args: &ReadingArgs) -> Result<Reading, Refused> {
    let today = day_in_the_hague(System.now());
    Ok(Reading::new(
        args.as_at.as_deref(),
        args.known_on.as_deref(),
        args.hindsight,
        today,
    )?)
}

/// Prints a view in the form that is asked for.
fn print<V: Serialize + ?Sized>(
    view: &V,
    format: Format,
    csv: impl Fn(&V) -> String,
    table: impl Fn(&mut StdoutLock<'_>, &V) -> std::io::Result<()>,
) -> Result<Done, Refused> {
    let mut out = std::io::stdout().lock();
    match format {
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(view).map_err(std::io::Error::from)?)?,
        Format::Csv => write!(out, "{}", csv(view))?,
        Format::Table => table(&mut out, view)?,
    }
    Ok(Done::Yes)
}
