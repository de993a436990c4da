//! One file a verb.

mod admin;
mod archive;
mod audit;
mod authorities;
mod backup;
mod check;
mod contacts;
mod fact;
mod findings;
mod import;
mod law;
mod matter;
mod matter_export;
mod needs;
mod outstanding;
mod parties;
mod people;
mod record;
mod report;
mod report_issued;
mod report_trace;
mod request;
mod request_bundle;
mod request_changes;
mod request_document;
mod request_execution;
mod request_files;
mod request_receive;
mod request_signature;
mod request_word;
mod screen;
mod serve;
mod state;
mod table;
mod told;

use crate::args::{Args, Format, ReadingArgs, Verb};
use crate::demonstration::TemporaryFolder;
use crate::house::House;
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use identity::people::People;
use register::audit::AuditBook;
use register::desk::{ErrorReports, Limits};
use register::draft::Drafts;
use register::outside::{Outside, day_in_the_hague};
use register::reading::Reading;
use serde::Serialize;
use std::io::{StdoutLock, Write};
use std::path::PathBuf;
use std::sync::Arc;
use store::{DeskStore, Home, RecordStore};

/// Runs what was asked for.
///
/// # Errors
/// The call, the input or the folder is wrong.
pub async fn run(args: Args) -> Result<Done, Refused> {
    let demonstration = matches!(&args.verb, Some(Verb::Serve(serve)) if serve.demo);
    // Held until the verb has ended.
    let temporary = match &args.data {
        None if demonstration && args.database.is_some() => {
            let text = "a demonstration in a database keeps its keys in a folder: give it with --data";
            return Err(Refused::Given(text.to_owned()));
        }
        None if demonstration => Some(TemporaryFolder::make(&System)?),
        _ => None,
    };
    let folder = temporary.as_ref().map(|temporary| temporary.path().to_owned());
    let home = Home {
        folder: args.data.or(folder).unwrap_or_else(|| PathBuf::from("comity-data")),
        database: args.database.as_deref().map(str::parse).transpose()?,
        master_key: args.master_key,
    };
    match args.verb.unwrap_or_else(|| Verb::Serve(Default::default())) {
        Verb::Serve(serve) => serve::run(&home, serve).await,
        Verb::Import { folder, format } => import::run(&home, &folder, format).await,
        Verb::Outstanding { reading, all, format } => outstanding::run(&home, &reading, viewer(all), format).await,
        Verb::Parties {
            treaty,
            reading,
            all,
            format,
        } => parties::run(&home, treaty, &reading, viewer(all), format).await,
        Verb::State {
            words,
            reading,
            all,
            format,
        } => state::run(&home, &words.join(" "), &reading, viewer(all), format).await,
        Verb::Archive(archive) => archive::run(&home, archive).await,
        Verb::Report(report) => report::run(&home, report).await,
        Verb::Fact(fact) => fact::run(&home, fact).await,
        Verb::Matter(matter) => matter::run(&home, matter).await,
        Verb::Authorities(authorities) => authorities::run(&home, authorities).await,
        Verb::Needs(needs) => needs::run(&home, needs).await,
        Verb::Check {
            file,
            attach,
            as_at,
            format,
        } => check::run(&home, &file, &attach, as_at.as_deref(), format).await,
        Verb::Request(request) => request::run(&home, request).await,
        Verb::Contacts(contacts) => contacts::run(&home, &contacts).await,
        Verb::Screen(screen) => screen::run(&screen),
        Verb::Law(law) => law::run(law),
        Verb::Record(record) => record::run(&home, record).await,
        Verb::Backup { out } => backup::back_up(&home, &out).await,
        Verb::Restore { file, keys } => backup::restore(&home, &file, &keys).await,
        Verb::Audit(audit) => audit::run(&home, audit).await,
        Verb::Admin(admin) => admin::run(&home, admin).await,
    }
}

/// Opens the record; a first start says what was taken in, on the standard error.
async fn open(home: &Home) -> Result<House, Refused> {
    let house = House::open(home.clone(), Arc::new(System)).await?;
    if let Some(report) = &house.taken_in {
        eprintln!(
            "comity: began a record in {home} and took in the public record, edition {}, {} entries",
            report.edition, report.added
        );
    }
    Ok(house)
}

/// Refuses a place without a record, where none is to be begun.
async fn must_lie_at(home: &Home) -> Result<(), Refused> {
    if RecordStore::lies_at(home).await? {
        return Ok(());
    }
    let other = match home.database {
        Some(_) => "give the address of its database with --database",
        None => "give its folder with --data",
    };
    Err(Refused::Given(format!("{home} holds no record; {other}")))
}

/// Where readers report errors, beside a record.
async fn error_reports(home: &Home) -> Result<ErrorReports, Refused> {
    let desk = DeskStore::open(home).await?;
    Ok(ErrorReports::new(Arc::new(desk), Arc::new(System), Limits::default()))
}

/// The drafts at the desk beside a record.
fn drafts(house: &House, desk: &DeskStore) -> Drafts {
    Drafts::new(
        Arc::new(house.store.drafts(desk)),
        house.store.audit(),
        house.store.attachments(),
        house.register.outside.clone(),
    )
}

/// The people of a record, and its audit.
fn people(house: &House, desk: Arc<DeskStore>) -> (People, AuditBook) {
    let audit = AuditBook::new(house.store.audit(), Arc::new(System));
    let people = People::new(
        house.store.clone(),
        desk,
        Arc::new(System),
        audit.clone(),
        house.institution.clone(),
    );
    (people, audit)
}

/// A count of faults, in words.
fn faults(count: usize) -> String {
    format!("{count} {}", if count == 1 { "fault" } else { "faults" })
}

/// The officer's name: as given, else that of the system's user. Empty where neither is known; the
/// register says so.
fn officer(given: Option<String>) -> String {
    given
        .or_else(|| std::env::var("USER").ok())
        .or_else(|| std::env::var("USERNAME").ok())
        .unwrap_or_default()
}

/// A member of a body and its value, as a text is taken in.
fn member(text: &str) -> Result<(String, String), Refused> {
    let parts = text
        .split_once('=')
        .map(|(member, value)| (member.trim().to_owned(), ::record::taken_in(value)));
    parts.ok_or_else(|| Refused::Given(format!("--set {text:?} has no equals sign; write it like reason=died")))
}

/// Whose view is printed: a list that is passed on must not tell what is sealed unless it was asked for.
fn viewer(all: bool) -> Viewer {
    if all { Viewer::operator() } else { Viewer::public() }
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
