//! `comity report issue` and `comity report issued`: reports that are kept as they were issued.

use super::report::{Unfinished, asking};
use super::{backup, table, told};
use crate::args::{Format, IssueArgs, ReportKind};
use crate::house::House;
use crate::said::{Done, Refused};
use access::Viewer;
use record::audience::Audience;
use record::entry::{Author, EntryId};
use register::attachment::AttachmentError;
use register::figures::Desk;
use register::issued::{Because, Edition, IssueError, ToIssue, Why};
use register::reading::Reading;
use reports::report::editions::{self, Explained};
use reports::report::trace::Changed;
use reports::report::{Form, Kind, make};
use serde::Serialize;
use std::io::Write;
use std::path::Path;
use store::Home;

/// An edition as it is printed.
#[derive(Debug, Serialize)]
struct Line {
    entry: String,
    title: String,
    report: String,
    about: Option<String>,
    language: String,
    as_at: String,
    issued_on: String,
    by: Option<String>,
    level: &'static str,
    sha256: String,
}

/// Issues what is public of a report. What is not is issued on its page, by a person whose organ it comes from.
pub async fn issue(home: &Home, args: IssueArgs) -> Result<Done, Refused> {
    let reading = super::reading(&args.reading)?;
    let asking = asking(kind_of(args.kind), &args.about)?;
    let officer = super::officer(args.officer);
    if officer.trim().is_empty() {
        return Err(Refused::Given("a report that is issued says by whom; give --officer".to_owned()));
    }
    let house = super::open(home).await?;
    let public = Viewer::public();
    let report = make(&mut Desk::new(&house.register, &public, &reading), &asking).await?;
    let bytes = Form::Pdf.of(&report)?;
    let new = ToIssue {
        issued: report.to_issue(),
        made_as: &public,
        audience: Audience::public(),
        basis: None,
        name: report.file_name("pdf"),
        bytes: &bytes,
        author: Author::Officer(officer.trim().to_owned()),
        approved: None,
    };
    let recorded = house.register.issue_report(&Viewer::operator(), new).await?;
    writeln!(
        std::io::stdout().lock(),
        "issued {} as entry {entry}; `comity report issued {entry} --out FILE` gives the file again",
        report.title,
        entry = recorded.entry.id,
    )?;
    Ok(Done::Yes)
}

/// Lists what was issued.
pub async fn list(home: &Home, all: bool, format: Format) -> Result<Done, Refused> {
    super::must_lie_at(home).await?;
    let house = super::open(home).await?;
    let viewer = super::viewer(all);
    told::view(&house, &viewer).await?;
    let reading = newest(&house);
    let editions = Desk::new(&house.register, &viewer, &reading).editions().await?;
    let lines: Vec<Line> = editions.iter().map(line).collect();
    super::print(
        &lines,
        format,
        |lines| csv(lines),
        |out, lines| {
            let rows = lines.iter().map(cells).collect();
            table::headed(out, ["Issued", "Report", "As at", "", "Level", "Entry"], rows)
        },
    )
}

/// What an edition says otherwise than the one before, as it is printed.
#[derive(Debug, Serialize)]
struct Said {
    edition: Line,
    before: Option<Line>,
    changed: Vec<SaidOtherwise>,
    /// Titles of the sections that officers wrote and that changed.
    texts: Vec<String>,
    only_before: usize,
    only_here: usize,
}

/// A figure that changed.
#[derive(Debug, Serialize)]
struct SaidOtherwise {
    query: String,
    then: String,
    now: String,
    because: Vec<String>,
}

/// Says what an edition says otherwise than the one before, and why.
pub async fn one(home: &Home, entry: &str, all: bool, format: Format) -> Result<Done, Refused> {
    super::must_lie_at(home).await?;
    let house = super::open(home).await?;
    let viewer = super::viewer(all);
    told::view(&house, &viewer).await?;
    let reading = newest(&house);
    let found = editions::compared(&Desk::new(&house.register, &viewer, &reading), entry).await?;
    let found = found.ok_or_else(|| none(entry))?;
    let mut said = Said {
        edition: line(&found.edition),
        before: None,
        changed: Vec::new(),
        texts: Vec::new(),
        only_before: 0,
        only_here: 0,
    };
    if let Some(before) = found.before {
        said.before = Some(line(&before.edition));
        let Explained { changes, texts, why } = before.changes.map_err(|error| Refused::Given(error.to_string()))?;
        (said.only_before, said.only_here) = (changes.gone, changes.new);
        said.texts = texts.into_iter().map(|text| text.title).collect();
        said.changed = changes.changed.into_iter().zip(why).map(otherwise).collect();
    }
    super::print(
        &said,
        format,
        |said| csv(&[&said.edition]),
        |out, said| {
            writeln!(out, "{}, issued on {}", said.edition.title, said.edition.issued_on)?;
            let Some(before) = &said.before else {
                return writeln!(out, "the first edition");
            };
            writeln!(out, "beside {}, issued on {}:", before.entry, before.issued_on)?;
            for changed in &said.changed {
                writeln!(out, "  {}: {} then, {} now", changed.query, changed.then, changed.now)?;
                for because in &changed.because {
                    writeln!(out, "    {because}")?;
                }
            }
            for title in &said.texts {
                writeln!(out, "  section that changed: {title}")?;
            }
            let (gone, new) = (said.only_before, said.only_here);
            writeln!(
                out,
                "{} figures are others, {gone} stand in the earlier alone, {new} in this one alone",
                said.changed.len()
            )
        },
    )
}

fn otherwise((changed, why): (Changed, Vec<Because>)) -> SaidOtherwise {
    let because = |because: &Because| {
        let why = match because.why {
            Why::Corrected => "corrected",
            Why::TakenBack => "taken back",
            Why::Opened => "opened since",
            Why::Late => "recorded since",
            Why::Happened => "happened since",
        };
        let reason = because.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
        format!("{why}: {} {}, entry {}{reason}", because.kind, because.effective, because.entry)
    };
    SaidOtherwise {
        query: changed.query,
        then: changed.then,
        now: changed.now,
        because: why.iter().map(because).collect(),
    }
}

/// The record as it stands today.
fn newest(house: &House) -> Reading {
    Reading {
        as_at: house.register.today(),
        known_on: None,
        hindsight: true,
        dated: false,
    }
}

fn none(entry: &str) -> Refused {
    Refused::Given(format!("no report was issued as entry {entry}; `comity report issued` lists them"))
}

/// Writes one out, byte for byte as it was issued.
pub async fn write_out(home: &Home, entry: &str, all: bool, out: &Path) -> Result<Done, Refused> {
    let id = EntryId::parse(entry).ok_or_else(|| none(entry))?;
    backup::refuse_if_there(out)?;
    let mut unfinished = Unfinished::begin(out)?;
    super::must_lie_at(home).await?;
    let house = super::open(home).await?;
    let viewer = super::viewer(all);
    let found = house.register.attachment(&viewer, &id, 1).await?;
    let (recorded, _, mut content) = found
        .filter(|(recorded, ..)| recorded.entry.kind == register::kinds::REPORT_ISSUED)
        .ok_or_else(|| none(entry))?;
    if viewer != Viewer::public() {
        told::opened(&house, std::slice::from_ref(&recorded)).await?;
    }
    let mut at = 0;
    loop {
        let piece = content.read(at).await?;
        if piece.is_empty() {
            break;
        }
        at += piece.len() as u64;
        unfinished.write(&piece)?;
    }
    unfinished.done()?;
    writeln!(std::io::stdout().lock(), "wrote what was issued as {entry} into {}", out.display())?;
    Ok(Done::Yes)
}

fn line(edition: &Edition) -> Line {
    Line {
        entry: edition.id.to_string(),
        title: edition.of.title.clone(),
        report: edition.of.report.clone(),
        about: edition.of.about.clone(),
        language: edition.of.language.clone(),
        as_at: edition.of.as_at.to_string(),
        issued_on: edition.on.to_string(),
        by: edition.by.as_ref().map(record::audience::Reader::text),
        level: edition.level.word(),
        sha256: edition.file.sha256.clone(),
    }
}

fn cells(line: &Line) -> [String; 6] {
    let about = line.about.as_ref().map(|about| format!(" {about}")).unwrap_or_default();
    [
        line.issued_on.clone(),
        format!("{}{about}", line.report),
        line.as_at.clone(),
        line.language.clone(),
        line.level.to_owned(),
        line.entry.clone(),
    ]
}

fn csv<L: Serialize>(lines: &[L]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for line in lines {
        // Writing into memory does not fail.
        let _ = writer.serialize(line);
    }
    writer
        .into_inner()
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}

fn kind_of(kind: ReportKind) -> Kind {
    match kind {
        ReportKind::Cooperation => Kind::Cooperation,
        ReportKind::State => Kind::State,
        ReportKind::Bilateral => Kind::Bilateral,
        ReportKind::NonCooperation => Kind::NonCooperation,
        ReportKind::Pledges => Kind::Pledges,
        ReportKind::TreatyStatus => Kind::TreatyStatus,
        ReportKind::Person => Kind::Person,
    }
}

impl From<IssueError> for Refused {
    fn from(error: IssueError) -> Refused {
        match error {
            IssueError::Fact(error) => error.into(),
            IssueError::View(error) => error.into(),
            IssueError::File(error) => error.into(),
            other => Refused::Given(other.to_string()),
        }
    }
}

impl From<AttachmentError> for Refused {
    fn from(error: AttachmentError) -> Refused {
        match error {
            AttachmentError::Store(error) => error.into(),
            other => Refused::Given(other.to_string()),
        }
    }
}
