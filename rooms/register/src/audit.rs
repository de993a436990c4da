//! The audit: what was done in the program, by whom and when. A record of its own, apart from the record of facts.
//!
//! It tells that things happened, not what they were: it holds no name of a matter, no id of an entry and no name of a
//! person of the register. Two events in one matter can be seen to be in one by a [`Pseudonym`], which nobody can
//! turn back without the keys. Events are only ever added.
//!
//! Whatever is done writes its events with [`Audit::write`] **before** its result is handed out, and does not hand it
//! out where they cannot be written. What anybody can do without being signed in is counted ([`Tally`]) and written once a
//! minute, so that the public never waits for it and never causes a write; only a sign-in that was refused to an open
//! account is written by itself, some times a minute.

use crate::outside::Outside;
use crate::port::StoreError;
use access::Viewer;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use record::audience::Level;
use record::hex::{hex, is_hex};
use serde::{Serialize, Serializer};
use std::fmt;

mod act;
mod book;
mod cells;
mod purpose;
mod recent;
mod tally;
mod told;

pub use act::Act;
pub use book::{AuditBook, AuditError, AuditPage};
pub use purpose::Purpose;
pub use recent::Recent;
pub use tally::Tally;
pub use told::Told;

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "sort", rename_all = "kebab-case")]
pub enum Who {
    /// Somebody not signed in, or the program by itself.
    Nobody,
    /// Whoever owns the folder, at its shell.
    Operator {
        /// Name of the system's user, as far as it is known.
        name: String,
    },
    /// A person who is signed in.
    Person {
        /// Their account, 32 lower-case hexadecimal digits.
        account: String,
        /// Text of the organisation for which they acted, such as `court` or `state:XAA`.
        organisation: String,
        /// Word of the role in which they acted.
        role: String,
    },
}

/// The longest name of an operator that is kept, in characters.
const LONGEST_NAME: usize = 64;

impl Who {
    /// A viewer. An operator has no name then; see [`Who::operator`].
    pub fn of(viewer: &Viewer) -> Who {
        match (viewer.account(), viewer.organisation(), viewer.role()) {
            (Some(account), Some(organisation), Some(role)) => Who::Person {
                account: account.to_owned(),
                organisation: organisation.text(),
                role: role.word().to_owned(),
            },
            _ if *viewer == Viewer::operator() => Who::operator(""),
            _ => Who::Nobody,
        }
    }

    /// The operator under the name of the system's user. Control characters are left out, and what is beyond 64
    /// characters.
    pub fn operator(name: &str) -> Who {
        Who::Operator {
            name: name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect(),
        }
    }

    /// The account of a person.
    pub fn account(&self) -> Option<&str> {
        match self {
            Who::Person { account, .. } => Some(account),
            Who::Nobody | Who::Operator { .. } => None,
        }
    }

    /// Text of the organisation of a person.
    pub fn organisation(&self) -> Option<&str> {
        match self {
            Who::Person { organisation, .. } => Some(organisation),
            Who::Nobody | Who::Operator { .. } => None,
        }
    }
}

/// Something that was done, to be written. Made with [`Event::new`] and the methods after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// What.
    pub act: Act,
    /// By whom.
    pub who: Who,
    /// The account that it was done to.
    pub about: Option<String>,
    /// The matter in which it was done. Kept as a pseudonym alone.
    pub matter: Option<String>,
    /// The level of that matter then.
    pub level: Option<Level>,
    /// How many: 1 unless the act is one that counts.
    pub count: u64,
    /// A word of the program that says more, such as why a sign-in was refused; never what somebody typed.
    pub detail: Option<&'static str>,
}

impl Event {
    /// An event that concerns no matter and no other account.
    pub fn new(at: Timestamp, act: Act, who: Who) -> Event {
        Event {
            at,
            act,
            who,
            about: None,
            matter: None,
            level: None,
            count: 1,
            detail: None,
        }
    }

    /// The same, done to an account.
    pub fn about(self, account: &str) -> Event {
        Event {
            about: Some(account.to_owned()),
            ..self
        }
    }

    /// The same, done in a matter of this level.
    pub fn matter(self, matter: &str, level: Level) -> Event {
        Event {
            matter: Some(matter.to_owned()),
            level: Some(level),
            ..self
        }
    }

    /// The same, so many times.
    pub fn count(self, count: u64) -> Event {
        Event { count, ..self }
    }

    /// The same, with a word that says more.
    pub fn detail(self, word: &'static str) -> Event {
        Event {
            detail: Some(word),
            ..self
        }
    }
}

/// What stands for a matter in the audit: sixteen hexadecimal digits, made with a key. One matter has one, and two
/// have two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pseudonym(String);

impl Pseudonym {
    /// Out of the keyed word of a matter.
    pub fn from_bytes(bytes: [u8; 8]) -> Pseudonym {
        Pseudonym(hex(&bytes))
    }

    /// As somebody gives it; none where it is not one.
    pub fn parse(text: &str) -> Option<Pseudonym> {
        is_hex(text, 16).then(|| Pseudonym(text.to_owned()))
    }

    /// Its digits.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Pseudonym {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// An event as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Its place in the audit, from 0 on without a gap.
    pub position: u64,
    /// When. Never before the event that stands before it.
    pub at: Timestamp,
    /// What.
    #[serde(serialize_with = "word_of_act")]
    pub act: Act,
    /// By whom.
    pub who: Who,
    /// The account that it was done to.
    pub about: Option<String>,
    /// What stands for the matter in which it was done.
    pub matter: Option<Pseudonym>,
    /// The level of that matter then.
    #[serde(serialize_with = "word_of_level")]
    pub level: Option<Level>,
    /// How many.
    pub count: u64,
    /// A word that says more; empty where there is none.
    pub detail: String,
}

fn word_of_act<S: Serializer>(act: &Act, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(act.word())
}

fn word_of_level<S: Serializer>(level: &Option<Level>, serializer: S) -> Result<S::Ok, S::Error> {
    level.map(Level::word).serialize(serializer)
}

/// Which events are asked for: those that meet all that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// One of these acts; empty for all.
    pub acts: Vec<Act>,
    /// Done by this account, or to it.
    pub account: Option<String>,
    /// Done by somebody acting for this organisation, by its text.
    pub organisation: Option<String>,
    /// Done in this matter.
    pub matter: Option<Pseudonym>,
    /// From the beginning of this day in The Hague on.
    pub since: Option<Date>,
    /// Up to the end of this day in The Hague.
    pub until: Option<Date>,
}

impl AuditFilter {
    /// From which instant on and before which one, where days are given.
    pub fn instants(&self) -> (Option<Timestamp>, Option<Timestamp>) {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
        // Beyond the calendar there is nothing to leave out.
        let begins = |day: Date| zone.to_timestamp(day.at(0, 0, 0, 0)).ok();
        let after = |day: Date| day.tomorrow().ok().and_then(begins);
        (self.since.and_then(begins), self.until.and_then(after))
    }
}

/// Where events are kept. Knows nothing of who may read them: [`AuditBook`] asks that first.
#[async_trait]
pub trait Audit: Send + Sync {
    /// Adds events, all or none; they are durable when this returns. Where the clock went back an event is given the
    /// instant of the one before it.
    async fn write(&self, events: &[Event]) -> Result<(), StoreError>;

    /// The newest events that are asked for, newest first, at most `limit`; with `before` only those that stand before
    /// that place.
    async fn list(&self, filter: &AuditFilter, before: Option<u64>, limit: usize) -> Result<Vec<Kept>, StoreError>;

    /// What stands for a matter.
    fn pseudonym(&self, matter: &str) -> Pseudonym;
}
