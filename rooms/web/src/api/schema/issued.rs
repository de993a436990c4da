//! Reports that were issued.

use super::words::{Day, EntryId};
use record::entry::Author;
use register::issued::{Because, Edition, Why};
use register::report_text::Section;
use register::view::model::Asked;
use reports::report::editions::{self, Explained, NotCompared};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A report as it was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuedReport {
    /// The entry by which it was issued.
    pub entry: EntryId,
    /// Which report: cooperation, state, bilateral, non-cooperation, pledges, treaty-status or person.
    pub report: String,
    /// The State (alpha-3) or person that it is about, where it is about one.
    pub about: Option<String>,
    /// Its title, in its language.
    pub title: String,
    /// Tag of its language.
    pub language: String,
    /// The day that it is about.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// The earlier day with which it compares, where it does.
    pub since: Option<Day>,
    /// The day on which it was issued.
    pub issued_on: Day,
    /// Who issued it, as an organ, State or office is written; null where whoever keeps the record did.
    pub by: Option<String>,
    /// Sections that officers wrote, in the order of the report.
    pub sections: Vec<IssuedSection>,
    /// The account that approved these sections; null where there are none.
    pub approved_by: Option<String>,
    /// SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
    /// Its length in bytes.
    pub length: u64,
}

/// A section that officers wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuedSection {
    /// Its title, in the language of the report.
    pub title: String,
    /// Its paragraphs, a line each, figures in them by their questions between braces.
    pub text: String,
    /// The accounts that wrote in it, in the order in which they did first.
    pub written_by: Vec<String>,
}

impl IssuedReport {
    /// An edition as it is answered.
    pub(crate) fn of(edition: &Edition) -> IssuedReport {
        let of = &edition.of;
        let approved = edition.approved.as_ref();
        let written = approved.map(|approved| approved.written_by.as_slice()).unwrap_or_default();
        let section = |(section, by): (&Section, &Vec<Author>)| IssuedSection {
            title: section.title.clone(),
            text: section.text.clone(),
            written_by: by.iter().map(Author::text).collect(),
        };
        IssuedReport {
            entry: EntryId(edition.id.to_string()),
            report: of.report.clone(),
            about: of.about.clone(),
            title: of.title.clone(),
            language: of.language.clone(),
            as_at: Day(of.as_at),
            known_on: Day(of.known_on),
            hindsight: of.hindsight,
            since: of.since.map(Day),
            issued_on: Day(edition.on),
            by: edition.by.as_ref().map(record::audience::Reader::text),
            sections: of.sections.iter().zip(written).map(section).collect(),
            approved_by: approved.map(|approved| approved.approved_by.text()),
            sha256: edition.file.sha256.clone(),
            length: edition.file.length,
        }
    }
}

/// The reports that were issued by the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuedReports {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record was read.
    pub known_on: Day,
    /// Whether what was not yet disclosed on the day is counted.
    pub hindsight: bool,
    /// Whether this is an exercise record: never to be counted with real ones.
    pub exercise: bool,
    /// The editions, the latest first.
    pub reports: Vec<IssuedReport>,
}

impl IssuedReports {
    /// Editions as they are answered.
    pub(crate) fn of(asked: &Asked, editions: &[Edition]) -> IssuedReports {
        IssuedReports {
            as_at: Day(asked.as_at),
            known_on: Day(asked.known_on),
            hindsight: asked.hindsight,
            exercise: asked.exercise,
            reports: editions.iter().map(IssuedReport::of).collect(),
        }
    }
}

/// One edition, and what it says otherwise than the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComparedReport {
    /// The edition.
    pub edition: IssuedReport,
    /// The one before; null for the first.
    pub before: Option<IssuedReport>,
    /// What changed; null where there is none before, or a file of the two cannot be read.
    pub changes: Option<ReportChanges>,
}

/// What a later edition says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportChanges {
    /// Figures that both have and that are others.
    pub changed: Vec<ChangedFigure>,
    /// Titles of the sections that officers wrote and that the later one has otherwise, or that one of the two alone has.
    pub texts: Vec<String>,
    /// How many figures the earlier one alone has.
    pub only_before: u64,
    /// How many the later one alone has.
    pub only_here: u64,
}

/// A figure that is another than in the edition before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedFigure {
    /// The question to the record.
    pub query: String,
    /// What the earlier edition has.
    pub then: String,
    /// What this one has.
    pub now: String,
    /// The entries that explain it.
    pub because: Vec<ChangedBecause>,
}

/// An entry that explains why a figure changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedBecause {
    /// The entry.
    pub entry: EntryId,
    /// Its kind.
    pub kind: String,
    /// When it happened.
    pub effective: String,
    /// How: corrected, taken-back, opened, late (it had happened, and was recorded later) or happened.
    pub why: String,
    /// What was given as the reason of a correction.
    pub reason: Option<String>,
}

impl ComparedReport {
    /// An edition as it is answered.
    pub(crate) fn of(found: &editions::Compared) -> ComparedReport {
        let before = found.before.as_ref();
        let changes = before.and_then(|before| changes(&before.changes));
        ComparedReport {
            edition: IssuedReport::of(&found.edition),
            before: before.map(|before| IssuedReport::of(&before.edition)),
            changes,
        }
    }
}

fn changes(of: &Result<Explained, NotCompared>) -> Option<ReportChanges> {
    let explained = of
        .as_ref()
        .inspect_err(|error| tracing::error!(%error, "two editions of a report cannot be compared"))
        .ok()?;
    let figures = explained.changes.changed.iter().zip(&explained.why);
    Some(ReportChanges {
        changed: figures
            .map(|(changed, why)| ChangedFigure {
                query: changed.query.clone(),
                then: changed.then.clone(),
                now: changed.now.clone(),
                because: why.iter().map(because).collect(),
            })
            .collect(),
        texts: explained.texts.iter().map(|text| text.title.clone()).collect(),
        only_before: explained.changes.gone as u64,
        only_here: explained.changes.new as u64,
    })
}

fn because(of: &Because) -> ChangedBecause {
    let why = match of.why {
        Why::Corrected => "corrected",
        Why::TakenBack => "taken-back",
        Why::Opened => "opened",
        Why::Late => "late",
        Why::Happened => "happened",
    };
    ChangedBecause {
        entry: EntryId(of.entry.clone()),
        kind: of.kind.clone(),
        effective: of.effective.clone(),
        why: why.to_owned(),
        reason: of.reason.clone(),
    }
}
