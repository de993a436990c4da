//! Why something is not written of what the law of a State needs.

use crate::fact::FactError;
use crate::port::StoreError;

/// What is written of a need, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedField {
    /// Its State.
    State,
    /// The word for it.
    Need,
    /// What is needed.
    Says,
    /// Where the law says so.
    Law,
    /// From when.
    From,
    /// The first day on which it is not needed.
    On,
    /// Why something is written.
    Reason,
    /// The letter or law out of which it is written.
    Source,
}

impl NeedField {
    /// The word by which forms, the command line and programs know it.
    pub fn word(self) -> &'static str {
        match self {
            NeedField::State => "state",
            NeedField::Need => "need",
            NeedField::Says => "says",
            NeedField::Law => "law",
            NeedField::From => "from",
            NeedField::On => "on",
            NeedField::Reason => "reason",
            NeedField::Source => "source",
        }
    }
}

/// What is wrong with a field. The text says how to mend it at the shell; the word is that by which the texts of pages know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NeedFault {
    /// It is empty, and must not be.
    #[error("it is missing")]
    Missing,
    /// It is longer than is kept, in characters.
    #[error("it is longer than {0} characters")]
    TooLong(usize),
    /// It has several lines, or a sign that is not seen.
    #[error("write it on one line, without signs that are not seen")]
    OneLine,
    /// It is no word as elements of a request are named by.
    #[error("write a word of {0} small letters, digits and hyphens at most, like certified-facts")]
    NotAWord(usize),
    /// The State has a need of this word.
    #[error("the State has a need of this word already; change that one, or take another word")]
    Taken,
    /// There is no such State.
    #[error("it is not a State of this record; write its ISO 3166-1 alpha-3 code, such as FRA")]
    NotAState,
    /// Not a date.
    #[error("write a day, a month or a year: 2026-11-26, 2026-11, 2026")]
    NotADate,
    /// Not a day.
    #[error("write a day like 2026-11-26")]
    NotADay,
    /// It would end before it begins.
    #[error("it lies before the day on which the version that stands begins; name a later day, or correct that version")]
    BeforeItBegan,
    /// A memory is no source.
    #[error("recalled is no source that was read; name the letter or the law")]
    Recalled,
}

impl NeedFault {
    /// The word by which the texts of each language know it.
    pub fn word(self) -> &'static str {
        match self {
            NeedFault::Missing => "missing",
            NeedFault::TooLong(_) => "too-long",
            NeedFault::OneLine => "one-line",
            NeedFault::NotAWord(_) => "not-a-word",
            NeedFault::Taken => "taken",
            NeedFault::NotAState => "not-a-state",
            NeedFault::NotADate => "not-a-date",
            NeedFault::NotADay => "not-a-day",
            NeedFault::BeforeItBegan => "before-it-began",
            NeedFault::Recalled => "recalled",
        }
    }
}

/// Why something is not written of a need.
#[derive(Debug, thiserror::Error)]
pub enum NeedError {
    /// Each field that is missing or wrong, in the order of the form.
    #[error("{}", listed(.0))]
    Faults(Vec<(NeedField, NeedFault)>),
    /// There is no such need for this viewer.
    #[error("there is no need {0:?} in this record; take its name from `comity needs list`")]
    NoSuch(String),
    /// The role does not give it.
    #[error("you may not write this; a version is corrected by those from whom it comes, and others add a new one")]
    NotAllowed,
    /// Somebody else wrote a version meanwhile.
    #[error("another version was recorded meanwhile; read it, and write yours again if it still holds")]
    Changed,
    /// Its end is recorded already.
    #[error("that it is not needed any more is recorded already; state it anew from the day on which it is needed again")]
    Ended,
    /// It cannot be recorded.
    #[error(transparent)]
    Fact(FactError),
}

impl From<FactError> for NeedError {
    fn from(error: FactError) -> NeedError {
        NeedError::Fact(error)
    }
}

impl From<StoreError> for NeedError {
    fn from(error: StoreError) -> NeedError {
        FactError::from(error).into()
    }
}

fn listed(faults: &[(NeedField, NeedFault)]) -> String {
    let lines = faults.iter().map(|(field, fault)| format!("{}: {fault}", field.word()));
    lines.collect::<Vec<_>>().join("\n")
}
