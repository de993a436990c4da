//! The form of a pack's files, as its authors write them, with the place of each value.

mod contacts;
mod requests;

pub(crate) use contacts::*;
pub(crate) use requests::*;

use crate::PackFault;
use crate::fault::line_at;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::value::Datetime;

/// A word with its place.
pub(crate) type Word = Spanned<String>;

/// `pack.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPack {
    pub name: Word,
    pub edition: Spanned<Datetime>,
    pub languages: Spanned<Vec<Word>>,
    pub files: Spanned<Vec<Word>>,
}

/// A file of rules: one legal text or procedure, in the order of its articles.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawFile {
    #[serde(default)]
    pub rule: Vec<Spanned<RawRule>>,
    #[serde(default)]
    pub act: Vec<Spanned<RawAct>>,
    #[serde(default)]
    pub status: Vec<Spanned<RawStatus>>,
    #[serde(default)]
    pub treaty: Vec<Spanned<RawTreaty>>,
    #[serde(default)]
    pub obligation: Vec<Spanned<RawObligation>>,
    #[serde(default)]
    pub topic: Vec<Spanned<RawTopic>>,
    #[serde(default)]
    pub contact: Vec<Spanned<RawContact>>,
    #[serde(default)]
    pub not_read: Vec<Word>,
    #[serde(default)]
    pub general_law: Vec<Word>,
    #[serde(default)]
    pub vague: Vec<Word>,
    #[serde(default)]
    pub element: Vec<Spanned<RawElement>>,
    #[serde(default)]
    pub form: Vec<Spanned<RawForm>>,
    #[serde(default)]
    pub ground: Vec<Spanned<RawGround>>,
    #[serde(default)]
    pub life: RawLife,
    #[serde(default)]
    pub deadline: Vec<Spanned<RawDeadline>>,
    #[serde(default)]
    pub change: Vec<Spanned<RawChange>>,
    #[serde(default)]
    pub holidays: RawHolidays,
}

/// `[[rule]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRule {
    pub id: Word,
    pub from: Spanned<Datetime>,
    pub until: Option<Spanned<Datetime>>,
    pub read_in: Option<Word>,
    #[serde(default)]
    pub unverified: bool,
    #[serde(default)]
    pub convention: bool,
    pub counts: Option<Word>,
}

/// `[[act]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawAct {
    pub fact: Word,
    pub weight: Word,
    pub rests_on: Vec<Word>,
}

/// `[[status]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawStatus {
    pub id: Word,
    #[serde(default)]
    pub when: Vec<Word>,
    #[serde(default)]
    pub any: Vec<Word>,
    #[serde(default)]
    pub unless: Vec<Word>,
    pub rests_on: Vec<Word>,
}

/// `[[treaty]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTreaty {
    pub id: Word,
    pub adopted: Spanned<Datetime>,
    pub in_force: Spanned<Datetime>,
    pub settled: Option<Spanned<Datetime>>,
    pub rests_on: Vec<Word>,
    #[serde(default)]
    pub standing: Vec<Spanned<RawStanding>>,
    #[serde(default, rename = "move")]
    pub moves: Vec<Spanned<RawMove>>,
}

/// `[[treaty.standing]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawStanding {
    pub id: Word,
    #[serde(default)]
    pub party: bool,
    #[serde(default)]
    pub unknown: bool,
    pub rests_on: Vec<Word>,
}

/// `[[treaty.move]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMove {
    pub act: Word,
    #[serde(default)]
    pub by: Vec<Word>,
    pub from: Spanned<Vec<Word>>,
    pub to: Word,
    pub effective: Option<Word>,
    pub rests_on: Vec<Word>,
    pub term: Option<Spanned<RawTerm>>,
}

/// `term` of a `[[treaty.move]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTerm {
    pub days: Option<Spanned<i64>>,
    pub years: Option<Spanned<i64>>,
    pub counted: Word,
    #[serde(default)]
    pub or_later_stated: bool,
    pub to: Word,
    pub rests_on: Vec<Word>,
}

/// `[[obligation]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawObligation {
    pub id: Word,
    pub act: Word,
    pub of: Option<Word>,
    pub unless: Option<Word>,
    pub rests_on: Vec<Word>,
}

/// `[[topic]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTopic {
    pub id: Word,
    pub article: Word,
    pub words: Spanned<Vec<Word>>,
    #[serde(default)]
    pub not: Vec<Word>,
}

/// A file of cases.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCases {
    #[serde(default)]
    pub case: Vec<Spanned<RawCase>>,
    #[serde(default)]
    pub treaty_case: Vec<Spanned<RawTreatyCase>>,
    #[serde(default)]
    pub request_case: Vec<Spanned<RawRequestCase>>,
    #[serde(default)]
    pub life_case: Vec<Spanned<RawLifeCase>>,
    #[serde(default)]
    pub deadline_case: Vec<Spanned<RawDeadlineCase>>,
    #[serde(default)]
    pub change_case: Vec<Spanned<RawChangeCase>>,
    #[serde(default)]
    pub regulation_33_case: Vec<Spanned<RawReg33Case>>,
    #[serde(default)]
    pub contact_case: Vec<Spanned<RawContactCase>>,
}

/// `[[case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCase {
    pub says: Word,
    pub shows: Spanned<Vec<Word>>,
    pub person: Word,
    pub acts: Vec<RawCaseAct>,
    pub then: Spanned<Vec<Spanned<RawThen>>>,
}

/// An act of a case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCaseAct {
    pub on: Spanned<Datetime>,
    pub fact: Word,
    pub under: Word,
}

/// What must follow on a day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawThen {
    pub as_at: Spanned<Datetime>,
    pub status: Word,
    pub under: Option<Vec<Word>>,
}

/// `[[treaty_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTreatyCase {
    pub says: Word,
    pub shows: Spanned<Vec<Word>>,
    pub state: Word,
    pub treaty: Word,
    pub acts: Vec<RawTreatyCaseAct>,
    pub then: Spanned<Vec<RawTreatyThen>>,
}

/// An act of a State in a case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTreatyCaseAct {
    pub on: Spanned<Datetime>,
    pub act: Word,
    pub by: Option<Word>,
    pub stated: Option<Spanned<Datetime>>,
}

/// The standing that must follow on a day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTreatyThen {
    pub as_at: Spanned<Datetime>,
    pub standing: Word,
}

/// A file of a pack while it is read: its faults carry its name and lines.
pub(crate) struct Source<'a> {
    pub file: &'a str,
    pub text: &'a str,
}

impl<'a> Source<'a> {
    /// A fault at the place of a value.
    pub fn fault<T>(&self, at: &Spanned<T>, reason: impl Into<String>) -> PackFault {
        PackFault::new(self.file, line_at(self.text, at.span().start), reason)
    }

    /// The line of a value.
    pub fn line<T>(&self, at: &Spanned<T>) -> usize {
        line_at(self.text, at.span().start)
    }

    /// Reads the file in one of the forms above.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, PackFault> {
        toml::from_str(self.text).map_err(|e| {
            let line = e.span().map_or(1, |span| line_at(self.text, span.start));
            PackFault::new(
                self.file,
                line,
                format!("{}; the form is described in docs/law-packs.md", e.message()),
            )
        })
    }

    /// A day, which must come without a time.
    pub fn day(&self, at: &Spanned<Datetime>) -> Result<jiff::civil::Date, PackFault> {
        let given = at.get_ref();
        let date = given.date.filter(|_| given.time.is_none() && given.offset.is_none());
        let day = date.and_then(|d| {
            let year = i16::try_from(d.year).ok()?;
            let (month, day) = (i8::try_from(d.month).ok()?, i8::try_from(d.day).ok()?);
            jiff::civil::Date::new(year, month, day).ok()
        });
        day.ok_or_else(|| {
            self.fault(
                at,
                format!("`{given}` is not a day; write year-month-day without a time, for example 2002-07-01"),
            )
        })
    }
}
