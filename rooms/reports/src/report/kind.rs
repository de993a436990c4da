//! Which reports there are, and what is asked for.

use crate::letter::Language;
use jiff::civil::Date;
use register::report_text::Section;

/// A report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The state of cooperation, as the Court reports it to the Assembly each year.
    Cooperation,
    /// Statement of account of one State.
    State,
    /// What a meeting with one State is about.
    Bilateral,
    /// Findings of non-compliance, and what followed.
    NonCooperation,
    /// Who undertook what.
    Pledges,
    /// Who is a party to the treaties.
    TreatyStatus,
    /// One person's file, as public.
    Person,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 7] = [
        Kind::Cooperation,
        Kind::State,
        Kind::Bilateral,
        Kind::NonCooperation,
        Kind::Pledges,
        Kind::TreatyStatus,
        Kind::Person,
    ];

    /// As it stands in addresses, names of files and at the shell: `treaty-status`.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Cooperation => "cooperation",
            Kind::State => "state",
            Kind::Bilateral => "bilateral",
            Kind::NonCooperation => "non-cooperation",
            Kind::Pledges => "pledges",
            Kind::TreatyStatus => "treaty-status",
            Kind::Person => "person",
        }
    }

    /// The one of a word.
    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it is about one State.
    pub fn is_of_state(self) -> bool {
        matches!(self, Kind::State | Kind::Bilateral)
    }

    /// Whether it tells what changed since an earlier day.
    pub fn compares(self) -> bool {
        matches!(self, Kind::Cooperation | Kind::State | Kind::TreatyStatus)
    }
}

/// A report that is asked for; the reading is that of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// Which.
    pub kind: Kind,
    /// The State that it is about, by its code or a name; needed for [`Kind::is_of_state`].
    pub state: Option<String>,
    /// The person whom it is about, by key; needed for [`Kind::Person`].
    pub person: Option<String>,
    /// The earlier day with which it compares; a year before its day unless given.
    pub since: Option<Date>,
    /// Its language.
    pub language: Language,
    /// Sections that officers wrote, which stand among its own.
    pub text: Vec<Section>,
}
