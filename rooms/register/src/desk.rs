//! The desk: reports of errors in facts, as readers hand them in and officers deal with them.
//!
//! Working state, not record: it changes and vanishes, no view of facts is computed from it, and nothing
//! of it leaves through a page. What an officer makes of a report, a confirmation or a correction, is an
//! entry like any other (see [`crate::fact`]).

use crate::outside::Outside;
use crate::port::StoreError;
use access::{Action, On, Viewer, may};
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, Serializer};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// The longest account of what is wrong, and of what is right, in characters. Percent-encoded in any script
/// of the Basic Multilingual Plane, both fit into a form of 32 KiB.
pub const LONGEST_TEXT: usize = 1500;
/// The longest address for an answer, in characters: what RFC 5321 lets a mailbox be.
pub const LONGEST_CONTACT: usize = 254;
/// How long a report is kept after it was closed.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What the desk lets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many reports may be open at once.
    pub open: u32,
    /// How many are taken in a minute, from everybody together. At least 1.
    pub a_minute: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { open: 5000, a_minute: 30 }
    }
}

/// What a report is known by: twelve signs of Crockford's base 32, drawn by chance, written in groups of
/// four. It tells neither how many reports there are nor when one came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference(String);

/// Crockford's base 32: no I, L, O or U, which are misread or spell words.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Reference {
    /// Out of chance.
    pub fn from_bytes(bytes: [u8; 12]) -> Reference {
        let signs = bytes.map(|byte| SIGNS.get(usize::from(byte % 32)).map_or('0', |sign| char::from(*sign)));
        Reference::grouped(&signs)
    }

    /// As somebody writes it down: in small letters, without hyphens, with O for 0 and I or L for 1. None
    /// where it is not a reference.
    pub fn parse(text: &str) -> Option<Reference> {
        let mut signs = ['0'; 12];
        let mut given = text.chars().filter(|c| *c != '-' && *c != ' ');
        for sign in &mut signs {
            *sign = match given.next()?.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
        }
        let known = |sign: &char| sign.is_ascii() && SIGNS.contains(&(*sign as u8));
        (given.next().is_none() && signs.iter().all(known)).then(|| Reference::grouped(&signs))
    }

    fn grouped(signs: &[char; 12]) -> Reference {
        Reference(
            signs
                .chunks(4)
                .map(|group| group.iter().collect::<String>())
                .collect::<Vec<_>>()
                .join("-"),
        )
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Reference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// What a reader says. Empty where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Address of the page, with its reading.
    pub page: String,
    /// Id or hash of the entry, or the beginning of its hash.
    pub entry: String,
    /// What is wrong.
    pub wrong: String,
    /// What is right, and which source says so.
    pub right: String,
    /// Where an answer reaches them: an e-mail address.
    pub contact: String,
}

/// A report as it lies at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What it is known by.
    pub reference: Reference,
    /// When it came.
    pub received: Timestamp,
    /// What it says.
    #[serde(flatten)]
    pub said: Said,
    /// How it was dealt with; none while it is open.
    pub closed: Option<Closed>,
}

/// How a report was dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Closed {
    /// When.
    pub at: Timestamp,
    /// Who says so.
    pub by: String,
    /// What came of it.
    pub reason: String,
}

/// A field of the form that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// [`Said::entry`].
    Entry,
    /// [`Said::wrong`].
    Wrong,
    /// [`Said::right`].
    Right,
    /// [`Said::contact`].
    Contact,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is said.
    Missing,
    /// Longer than [`LONGEST_TEXT`] or [`LONGEST_CONTACT`].
    TooLong,
    /// Holds a sign that cannot be seen: a control character, or one that turns the words around it.
    Unseen,
    /// Not an id or a hash: digits and the letters a to f, eight to 64 of them.
    NotAnEntry,
    /// Not an e-mail address.
    NotAnAddress,
}

/// Why something cannot be done at the desk.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// This viewer may not.
    #[error("only the operator of this record reads the reports handed in and closes them; ask at its shell")]
    NotAllowed,
    /// The report cannot be taken as it is: each field that is wrong, in the order of the form.
    #[error("the report has fields to mend: {0:?}")]
    Faults(Vec<(Field, Fault)>),
    /// Too many reports came just now.
    #[error("many reports came within a minute; hand it in again in {seconds} seconds")]
    Busy {
        /// After how many seconds the next is taken. At least 1.
        seconds: u64,
    },
    /// As many reports are open as are kept.
    #[error("as many reports are open as are kept; close some with `comity admin errors close`")]
    Full,
    /// What an officer gave is wrong; says what, and how to mend it.
    #[error("{0}")]
    Given(String),
    /// The desk cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where reports are kept. Knows nothing of who may do what: [`ErrorReports`] asks that first.
#[async_trait]
pub trait Desk: Send + Sync {
    /// Keeps a report, unless `most` are open already; whether it was kept.
    async fn keep(&self, report: &Report, most: u32) -> Result<bool, StoreError>;

    /// All reports, in the order in which they came.
    async fn reports(&self) -> Result<Vec<Report>, StoreError>;

    /// Closes these, all or none; gives the first that is not open, if there is one.
    async fn close(&self, references: &[Reference], closed: &Closed) -> Result<Option<Reference>, StoreError>;

    /// Forgets reports that were closed before an instant.
    async fn forget(&self, closed_before: Timestamp) -> Result<(), StoreError>;
}

/// Reports of errors: handed in by anybody, read and closed by officers.
#[derive(Clone)]
pub struct ErrorReports {
    desk: Arc<dyn Desk>,
    outside: Arc<dyn Outside>,
    limits: Limits,
    pace: Arc<Mutex<Pace>>,
}

impl ErrorReports {
    /// Over a desk. The pace is kept in memory and begins anew with each start.
    pub fn new(desk: Arc<dyn Desk>, outside: Arc<dyn Outside>, limits: Limits) -> ErrorReports {
        ErrorReports {
            desk,
            outside,
            limits,
            pace: Arc::new(Mutex::new(Pace::default())),
        }
    }

    /// Takes a report in and gives what it is known by. Whether the page or the entry exists is not looked
    /// up, so that an answer tells nothing of what the reader may not see.
    ///
    /// # Errors
    /// [`DeskError::Faults`], [`DeskError::Busy`], [`DeskError::Full`], or the desk cannot be written.
    pub async fn hand_in(&self, viewer: &Viewer, said: &Said) -> Result<Reference, DeskError> {
        allowed(viewer, Action::HandIn)?;
        let said = checked(said).map_err(DeskError::Faults)?;
        let received = self.outside.now();
        self.take(received).map_err(|seconds| DeskError::Busy { seconds })?;
        let mut chance = [0u8; 12];
        self.outside.random(&mut chance);
        let report = Report {
            reference: Reference::from_bytes(chance),
            received,
            said,
            closed: None,
        };
        if self.desk.keep(&report, self.limits.open).await? {
            Ok(report.reference)
        } else {
            Err(DeskError::Full)
        }
    }

    fn take(&self, now: Timestamp) -> Result<(), u64> {
        let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        pace.take(now, self.limits.a_minute)
    }

    /// The reports that are open, or all that are kept, in the order in which they came.
    ///
    /// # Errors
    /// The viewer may not, or the desk cannot be read.
    pub async fn list(&self, viewer: &Viewer, closed_too: bool) -> Result<Vec<Report>, DeskError> {
        allowed(viewer, Action::Handle)?;
        self.forget().await?;
        let mut reports = self.desk.reports().await?;
        reports.retain(|report| closed_too || report.closed.is_none());
        Ok(reports)
    }

    /// Closes reports, all or none.
    ///
    /// # Errors
    /// The viewer may not, reason or officer are missing, one of them is not open, or the desk cannot be
    /// written.
    pub async fn close(&self, viewer: &Viewer, references: &[String], reason: &str, officer: &str) -> Result<(), DeskError> {
        allowed(viewer, Action::Handle)?;
        let read = |text: &String| {
            let form = "is not the reference of a report: twelve letters and digits; take it from `comity admin errors`";
            Reference::parse(text).ok_or_else(|| DeskError::Given(format!("{text:?} {form}")))
        };
        let mut references = references.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        references.sort_unstable();
        references.dedup();
        let [reason, officer] = [
            (reason, "says why; give --reason"),
            (officer, "names who closes it; give --officer"),
        ]
        .map(|(text, how)| {
            line(text, usize::MAX)
                .map_err(|_| how)
                .and_then(|text| if text.is_empty() { Err(how) } else { Ok(text) })
        });
        let given = |how| DeskError::Given(format!("whoever closes a report {how}, in one line"));
        let closed = Closed {
            at: self.outside.now(),
            by: officer.map_err(given)?,
            reason: reason.map_err(given)?,
        };
        let Some(not_open) = self.desk.close(&references, &closed).await? else {
            return Ok(());
        };
        let reports = self.desk.reports().await?;
        let before = reports
            .iter()
            .find(|report| report.reference == not_open)
            .and_then(|report| report.closed.as_ref());
        Err(DeskError::Given(match before {
            Some(Closed { at, by, reason }) => {
                format!("report {not_open} was closed already, on {at:.0} by {by}: {reason}; nothing was changed")
            }
            None => format!("there is no report {not_open}; take it from `comity admin errors`; nothing was changed"),
        }))
    }

    /// Forgets what was closed ninety days ago. Called once a day by whatever serves, and before each list.
    ///
    /// # Errors
    /// The desk cannot be written.
    pub async fn forget(&self) -> Result<(), StoreError> {
        self.desk
            .forget(self.outside.now().saturating_sub(KEPT).unwrap_or(Timestamp::MIN))
            .await
    }
}

/// Reports are administrative matter of whoever keeps the record.
fn allowed(viewer: &Viewer, action: Action) -> Result<(), DeskError> {
    if may(viewer, action, On::House) {
        Ok(())
    } else {
        Err(DeskError::NotAllowed)
    }
}

/// How fast reports come: each one that is taken uses up a part of a minute, and a minute may be used up at
/// once.
#[derive(Debug, Default)]
struct Pace {
    /// Until when time is used up, in milliseconds since 1970.
    used_until: i64,
}

/// Milliseconds.
const MINUTE: i64 = 60_000;

impl Pace {
    /// Takes one, or says after how many seconds the next is taken.
    fn take(&mut self, now: Timestamp, a_minute: u32) -> Result<(), u64> {
        let now = now.as_millisecond();
        let part = MINUTE / i64::from(a_minute.max(1));
        // A clock that was put back shuts nobody out for longer than a minute.
        let used_until = self.used_until.clamp(now, now + MINUTE);
        let wait = used_until + part - (now + MINUTE);
        if wait > 0 {
            return Err(u64::try_from(wait).unwrap_or(0).div_ceil(1000).max(1));
        }
        self.used_until = used_until + part;
        Ok(())
    }
}

/// What is said, trimmed and with plain line ends; or all that is wrong with it.
fn checked(said: &Said) -> Result<Said, Vec<(Field, Fault)>> {
    let mut faults = Vec::new();
    let mut read = |field: Field, text: Result<String, Fault>, rule: fn(&str) -> Option<Fault>| match text {
        Ok(text) => {
            faults.extend(rule(&text).map(|fault| (field, fault)));
            text
        }
        Err(fault) => {
            faults.push((field, fault));
            String::new()
        }
    };
    let entry: String = said.entry.to_ascii_lowercase().split_whitespace().collect();
    let said = Said {
        page: said.page.clone(),
        entry: read(Field::Entry, Ok(entry), not_an_entry),
        wrong: read(Field::Wrong, lines(&said.wrong, LONGEST_TEXT), missing),
        right: read(Field::Right, lines(&said.right, LONGEST_TEXT), missing),
        contact: read(Field::Contact, line(&said.contact, LONGEST_CONTACT), not_an_address),
    };
    if faults.is_empty() { Ok(said) } else { Err(faults) }
}

/// One line.
fn line(text: &str, most: usize) -> Result<String, Fault> {
    lines(text, most).and_then(|text| if text.contains('\n') { Err(Fault::Unseen) } else { Ok(text) })
}

/// Lines that end as Unix ends them; a tab is a space.
fn lines(text: &str, most: usize) -> Result<String, Fault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let text = text.trim();
    if text.chars().any(is_unseen) {
        Err(Fault::Unseen)
    } else if text.chars().count() > most {
        Err(Fault::TooLong)
    } else {
        Ok(text.to_owned())
    }
}

/// Control characters but the line feed, line and paragraph separators, and the marks that turn the words
/// around them (Unicode Bidirectional Algorithm, section 2): none has a place in a form, and each can make
/// a list at a terminal say something else.
fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn missing(text: &str) -> Option<Fault> {
    text.is_empty().then_some(Fault::Missing)
}

fn not_an_entry(text: &str) -> Option<Fault> {
    let hash = (8..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit());
    (!text.is_empty() && !hash).then_some(Fault::NotAnEntry)
}

fn not_an_address(text: &str) -> Option<Fault> {
    let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == '@');
    let address = text.rsplit_once('@').is_some_and(|(name, host)| plain(name) && plain(host));
    (!text.is_empty() && !address).then_some(Fault::NotAnAddress)
}

#[cfg(test)]
#[path = "desk_tests.rs"]
mod tests;
