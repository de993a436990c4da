//! Authorities of States, for whoever may see them. Never a public file: these are shown on pages and at the shell.

use crate::authorities::AuthorityWords;
use crate::directory::StateRef;
use jiff::Timestamp;
use jiff::civil::Date;
use record::audience::{Level, Reader};
use record::entry::Author;
use serde::Serialize;

/// Where an authority is in its life on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// It is there.
    InForce,
    /// It begins later, and that was recorded by the day.
    Planned,
    /// It was there.
    Over,
}

/// Whom to ask whether it is still so: whoever last stood for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// The State's own people, who wrote it here.
    State,
    /// The authority, by a letter: an officer wrote it from one.
    ByLetter,
}

/// An authority on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// Its matter.
    pub id: String,
    /// Its State, under its name of the day.
    pub state: StateRef,
    /// Where it is in its life.
    pub stage: Stage,
    /// The entry of the version that is shown: of the one that holds, begins first, or held last.
    pub entry: String,
    /// What is recorded in it.
    #[serde(flatten)]
    pub words: AuthorityWords,
    /// The first day on which it is no longer there, where that is recorded.
    pub ended: Option<Date>,
    /// The day on which somebody last stood for it; none where nobody had by the day.
    pub confirmed_on: Option<Date>,
    /// The day since which it is due to be asked about again: six months after that.
    pub due_since: Option<Date>,
    /// Whom to ask.
    pub ask: Ask,
    /// How widely it may be known.
    #[serde(serialize_with = "word")]
    pub level: Level,
}

impl Authority {
    /// Whether it receives requests.
    pub fn receives(&self) -> bool {
        self.words.receives()
    }

    /// Whether somebody stood for it within six months.
    pub fn is_confirmed(&self) -> bool {
        self.confirmed_on.is_some() && self.due_since.is_none()
    }
}

// Serde hands fields over by reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn word<S: serde::Serializer>(level: &Level, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(level.word())
}

/// What the law of a State needs of requests on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Need {
    /// Its matter.
    pub id: String,
    /// The State, under its names of the day.
    pub state: StateRef,
    /// The version that holds.
    pub entry: String,
    /// The word for it: a request meets it under `national_requirements.` and this word.
    pub need: String,
    /// What is needed.
    pub says: String,
    /// Where the law of the State says so.
    pub law: String,
    /// From when.
    pub from: String,
    /// The letter or law out of which it was written; none of what the State wrote itself.
    pub source: Option<String>,
    /// Its level. No part of what is printed.
    #[serde(skip)]
    pub level: Level,
}

/// One need of the law of a State, with its versions, and what the viewer may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedView {
    /// Its matter.
    pub id: String,
    /// The State, under its names of the day.
    pub state: StateRef,
    /// What was recorded of it last, by which whoever writes over it says what they saw.
    pub last: String,
    /// Its versions, the one that begins last first; never none.
    pub versions: Vec<NeedVersion>,
    /// The first day on which it is not needed any more, where that is recorded.
    pub ended: Option<Date>,
    /// Whether the viewer may add to it: a version, its end.
    pub may_add: bool,
    /// Whether the viewer writes from letters, and not for the State.
    pub by_letter: bool,
    /// How widely it may be known.
    pub level: Level,
}

/// A version of a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedVersion {
    /// The entry that says so.
    pub entry: String,
    /// The word for it.
    pub need: String,
    /// What is needed.
    pub says: String,
    /// Where the law of the State says so.
    pub law: String,
    /// From when, in the text form of `record::when::When`.
    pub from: String,
    /// The letter or law out of which it was written.
    pub source: Option<String>,
    /// Whether it holds on the day of the reading.
    pub holds: bool,
    /// Whether the viewer may correct it.
    pub may_correct: bool,
}

/// One authority with all that was recorded of it, and what the viewer may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityView {
    /// As it is.
    pub authority: Authority,
    /// What was recorded of it last, by which whoever writes over it says what they saw.
    pub last: String,
    /// What was recorded, newest first, corrections among it.
    pub history: Vec<AuthorityEntry>,
    /// Whether the viewer may add to it: a version, a confirmation, its end.
    pub may_add: bool,
    /// Whether the viewer writes from letters, and not for the State.
    pub by_letter: bool,
    /// Versions that the viewer may correct, each with what it says.
    pub to_correct: Vec<(String, AuthorityWords)>,
}

/// An entry of an authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityEntry {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// Its day, in the text form of `record::when::When`.
    pub effective: String,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Who recorded it.
    pub author: Author,
    /// From whom it comes.
    pub originator: Option<Reader>,
    /// The letter.
    pub source: Option<String>,
    /// What was wrong, of a correction; why, of an end.
    pub reason: Option<String>,
    /// Whether it restates an earlier one.
    pub corrects: bool,
}
