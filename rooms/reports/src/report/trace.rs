//! How the figures of a report are followed back: one JSON text that every form of it carries, and that is found again in each.
//!
//! ```json
//! {"comity-report-trace":1,
//!  "report":{"kind":"cooperation","about":null,"language":"en","as_at":"2013-10-02","known_on":null,
//!            "read_on":"2026-11-26","hindsight":false,"exercise":false,"since":"2012-10-02"},
//!  "figures":[{"query":"outstanding","value":"14","entries":["0123…"]}]}
//! ```
//!
//! `known_on` is the day known on where one was asked for; `read_on` is the day on which the record was read.

mod changes;
mod find;

pub use changes::{Changed, Changes, changes};
pub(crate) use find::{NAMESPACE, SCRIPT};
pub use find::{NoTrace, find};

use super::Report;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What each trace begins with.
const BEGINNING: &str = "{\"comity-report-trace\":";
/// The edition of its form.
const EDITION: u32 = 1;

/// The trace of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    /// The edition of the form: 1.
    #[serde(rename = "comity-report-trace")]
    pub edition: u32,
    /// Of which report, in which reading.
    pub report: Of,
    /// Its figures, in the order of their numbers.
    pub figures: Vec<Traced>,
}

/// Of which report a trace is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Of {
    /// Word of its kind.
    pub kind: String,
    /// The State or person that it is about.
    pub about: Option<String>,
    /// Tag of its language.
    pub language: String,
    /// The day in the world.
    pub as_at: Date,
    /// The day known on, where one was asked for.
    pub known_on: Option<Date>,
    /// The day on which the record was read.
    pub read_on: Date,
    /// Whether what was not yet disclosed is counted.
    pub hindsight: bool,
    /// Whether the record was an exercise.
    pub exercise: bool,
    /// The earlier day with which it compares.
    pub since: Option<Date>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Traced {
    /// The question, as [`register::figures::Query`] writes it.
    pub query: String,
    /// What the record answered: digits, a day (`2013-10-02`) or words.
    pub value: String,
    /// Ids of the entries on which it rests, sorted.
    pub entries: Vec<String>,
}

impl Trace {
    /// The trace of a report.
    pub fn of(report: &Report) -> Trace {
        Trace {
            edition: EDITION,
            report: Of {
                kind: report.kind.word().to_owned(),
                about: report.about.clone(),
                language: report.language.tag().to_owned(),
                as_at: report.asked.as_at,
                known_on: report.known_on,
                read_on: report.asked.known_on,
                hindsight: report.asked.hindsight,
                exercise: report.asked.exercise,
                since: report.since,
            },
            figures: report
                .figures
                .iter()
                .map(|figure| Traced {
                    query: figure.query.to_string(),
                    value: figure.value.to_string(),
                    entries: figure.entries.clone(),
                })
                .collect(),
        }
    }

    /// Its text, on one line.
    pub fn text(&self) -> String {
        // Strings, numbers and lists have no value that JSON lacks.
        serde_json::to_string(self).unwrap_or_default()
    }
}
