//! Why something is not written into the directory of authorities.

use crate::fact::FactError;
use crate::port::StoreError;
use jiff::civil::Date;

/// What is written of an authority, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its State.
    State,
    /// Its name in its own language.
    Name,
    /// Its name in English.
    NameEn,
    /// Its name in French.
    NameFr,
    /// What sort of authority it is.
    Role,
    /// What it does with requests.
    Does,
    /// For what.
    Topics,
    /// Where letters reach it.
    Address,
    /// By telephone.
    Telephone,
    /// By e-mail.
    Email,
    /// When somebody is there.
    Hours,
    /// By which clock.
    Zone,
    /// Who is reached at any hour.
    Urgent,
    /// In which languages it takes requests.
    Languages,
    /// By which channel.
    Channel,
    /// More about the channel.
    ChannelDetails,
    /// The key to which packages are sealed.
    Key,
    /// From when it is so.
    From,
    /// Until when.
    Until,
    /// The day of an act.
    On,
    /// The letter.
    Source,
    /// The day of the letter.
    Dated,
    /// Why.
    Reason,
}

impl Field {
    /// All of them, in the order of the form.
    pub const ALL: [Field; 23] = [
        Field::State,
        Field::Name,
        Field::NameEn,
        Field::NameFr,
        Field::Role,
        Field::Does,
        Field::Topics,
        Field::Address,
        Field::Telephone,
        Field::Email,
        Field::Hours,
        Field::Zone,
        Field::Urgent,
        Field::Languages,
        Field::Channel,
        Field::ChannelDetails,
        Field::Key,
        Field::From,
        Field::Until,
        Field::On,
        Field::Source,
        Field::Dated,
        Field::Reason,
    ];

    /// The word by which forms, the command line and texts know it.
    pub fn word(self) -> &'static str {
        match self {
            Field::State => "state",
            Field::Name => "name",
            Field::NameEn => "name-en",
            Field::NameFr => "name-fr",
            Field::Role => "role",
            Field::Does => "does",
            Field::Topics => "topic",
            Field::Address => "address",
            Field::Telephone => "telephone",
            Field::Email => "email",
            Field::Hours => "hours",
            Field::Zone => "zone",
            Field::Urgent => "urgent",
            Field::Languages => "language",
            Field::Channel => "channel",
            Field::ChannelDetails => "channel-details",
            Field::Key => "key",
            Field::From => "from",
            Field::Until => "until",
            Field::On => "on",
            Field::Source => "letter",
            Field::Dated => "dated",
            Field::Reason => "reason",
        }
    }
}

/// What is wrong with a field. The text says how to mend it at the shell; the word is that by which the texts of
/// pages know it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is empty, and must not be.
    #[error("it is missing")]
    Missing,
    /// It is longer than is kept.
    #[error("it is longer than {0} characters")]
    TooLong(usize),
    /// It holds a sign that is not seen.
    #[error("it holds a sign that is not seen and changes how others are read: type it anew")]
    Unseen,
    /// It is none of the words that there are.
    #[error("{given:?} is none of these: {}", words.join(", "))]
    NotOf {
        /// What was given.
        given: String,
        /// The words that there are.
        words: Vec<String>,
    },
    /// There is no such State.
    #[error("it is not a State of this record{}", near(.0))]
    NotAState(Vec<String>),
    /// Not an e-mail address.
    #[error("{0:?} is no e-mail address; write it like registry@example.org")]
    NotAnAddress(String),
    /// Not a telephone number with the code of its country.
    #[error("{0:?} is no telephone number with the code of its country; write it like +31 70 000 0000")]
    NotANumber(String),
    /// No zone has this name.
    #[error("{0:?} is no time zone; write its name like Europe/Amsterdam")]
    NoZone(String),
    /// Not the code of a language.
    #[error("{0:?} is not the code of a language in ISO 639-3, which has three letters, such as fra")]
    NotALanguage(String),
    /// Not a date.
    #[error("{0:?} is no date; write a day (2026-11-26), a month (2026-11) or a year (2026)")]
    NotADate(String),
    /// Not a day.
    #[error("{0:?} is no day of the calendar; write it like 2026-11-26")]
    NotADay(String),
    /// It lies after today.
    #[error("{0} lies after today; check the year")]
    AfterToday(Date),
    /// It ends before it begins.
    #[error("it would end before it begins")]
    Reversed,
    /// It would end before its first version begins.
    #[error("{0} lies before the day on which it begins")]
    BeforeItBegan(Date),
    /// A memory is no source.
    #[error("recalled is no source that was read; name the letter")]
    Recalled,
}

impl Fault {
    /// The word by which the texts of each language know it.
    pub fn word(&self) -> &'static str {
        match self {
            Fault::Missing => "missing",
            Fault::TooLong(_) => "too-long",
            Fault::Unseen => "unseen",
            Fault::NotOf { .. } => "not-of",
            Fault::NotAState(_) => "not-a-state",
            Fault::NotAnAddress(_) => "not-an-address",
            Fault::NotANumber(_) => "not-a-number",
            Fault::NoZone(_) => "no-zone",
            Fault::NotALanguage(_) => "not-a-language",
            Fault::NotADate(_) => "not-a-date",
            Fault::NotADay(_) => "not-a-day",
            Fault::AfterToday(_) => "after-today",
            Fault::Reversed => "reversed",
            Fault::BeforeItBegan(_) => "before-it-began",
            Fault::Recalled => "recalled",
        }
    }
}

fn near(states: &[String]) -> String {
    if states.is_empty() {
        return "; write its ISO 3166-1 alpha-3 code, such as FRA".to_owned();
    }
    format!("; did you mean {}?", states.join(" or "))
}

/// Why something is not written into the directory.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityError {
    /// What was written has faults: each field that is wrong, in the order of the form.
    #[error("{}", listed(.0))]
    Faults(Vec<(Field, Fault)>),
    /// There is no such authority for this viewer.
    #[error("there is no authority {0:?} in this record; take its name from `comity authorities list`")]
    NoSuch(String),
    /// The role does not give it.
    #[error("you may not write this into the directory; a version is corrected by those from whom it comes, and others add a new one")]
    NotAllowed,
    /// Somebody else wrote a version meanwhile.
    #[error("another version was recorded meanwhile; read it, and write yours again if it still holds")]
    Changed,
    /// It is not in force.
    #[error("this authority is not in force today, or its end is recorded already; name it anew from the day on which it is there again")]
    Ended,
    /// It cannot be recorded.
    #[error(transparent)]
    Fact(FactError),
}

impl From<FactError> for AuthorityError {
    fn from(error: FactError) -> AuthorityError {
        match error {
            FactError::Store(StoreError::Raced) => AuthorityError::Changed,
            error => AuthorityError::Fact(error),
        }
    }
}

impl From<StoreError> for AuthorityError {
    fn from(error: StoreError) -> AuthorityError {
        FactError::from(error).into()
    }
}

fn listed(faults: &[(Field, Fault)]) -> String {
    let lines = faults.iter().map(|(field, fault)| format!("{}: {fault}", field.word()));
    lines.collect::<Vec<_>>().join("\n")
}
