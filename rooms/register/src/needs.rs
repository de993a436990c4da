//! What the law of a State needs for its surrender procedure (article 91(2)(c)): documents, statements and information that a
//! request must bring for it, as the State says or an officer reads in a letter or a law.
//!
//! | kind | effective | about | body |
//! |---|---|---|---|
//! | `need.stated` | from when the law needs it | state | `need` (a word for it, unique within the State), `says`, `law` (where the law says so) |
//! | `need.ended` | the first day on which it is not needed any more | state | `reason` |
//!
//! A need is a matter of its own under a random name, open to those to whom the directory of authorities is ([`crate::authorities`]).
//! What changed is another version from its day on; what was written wrongly is corrected, with a reason.

mod file;

pub use crate::which_version::WhichVersion;
pub use file::NeedFile;
pub(crate) use file::{by_matter, needs_on};

use crate::Register;
use crate::authorities::{audience, originator, writes_from_letters};
use crate::directory::{self, Directory};
use crate::fact::FactError;
use crate::kinds;
use crate::port::{Of, Recorded, StoreError};
use crate::truth::was_read;
use access::{Action, Matter, On, Viewer, may};
use jiff::civil::Date;
use record::audience::Audience;
use record::entry::{Author, Corrects, Draft, Subject};
use record::json::Object;
use record::when::{Span, When};

/// The kinds of entries that make needs.
pub const KINDS: [&str; 2] = [kinds::NEED_STATED, kinds::NEED_ENDED];

/// What the names of their matters begin with.
const MATTER: &str = "need-";
/// The ground on which they are not public.
const BASIS: &str = "what the law of a State needs of requests";
/// The longest word for a need, in characters.
const WORD: usize = 40;
/// The longest text of a field, in characters.
const LONGEST: usize = 1000;

/// Whether a matter is a need's.
pub fn is_need(matter: &str) -> bool {
    matter.starts_with(MATTER)
}

/// What somebody states of a need: one version, whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NeedWords {
    /// A word for it, in small letters, digits and hyphens: `certified-facts`. A request meets it under
    /// `national_requirements.` and this word.
    pub need: String,
    /// What is needed, in words.
    pub says: String,
    /// Where the law of the State says so.
    pub law: String,
    /// From when, in the text form of [`When`].
    pub from: String,
    /// The letter, call or law out of which an officer of the Court writes it. The State needs none for what it writes itself.
    pub source: String,
}

/// Why something is not written of a need.
#[derive(Debug, thiserror::Error)]
pub enum NeedError {
    /// A field is missing or wrong; `how` says how to mend it.
    #[error("{field}: {how}")]
    Field {
        /// Which: `state`, `need`, `says`, `law`, `from`, `on`, `source`, `reason`.
        field: &'static str,
        /// What is wrong, and how to mend it.
        how: String,
    },
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
        match error {
            FactError::Store(StoreError::Raced) => NeedError::Changed,
            error => NeedError::Fact(error),
        }
    }
}

impl From<StoreError> for NeedError {
    fn from(error: StoreError) -> NeedError {
        FactError::from(error).into()
    }
}

impl Register {
    /// States a need, or another version of one.
    ///
    /// # Errors
    /// A field is wrong, the State has a need of that word already, there is no such need for this viewer, they may not write it,
    /// it was changed meanwhile, or the store failed.
    pub async fn state_need(
        &self,
        viewer: &Viewer,
        stating: &WhichVersion,
        words: &NeedWords,
        author: &Author,
    ) -> Result<Recorded, NeedError> {
        let (mut draft, own) = match stating {
            WhichVersion::New { state } => (self.first_of_need(viewer, state, author).await?, None),
            WhichVersion::Changed { matter, saw } => {
                let there = self.need_there(viewer, matter).await?;
                let file = NeedFile::of(&there, &self.law);
                file.last().filter(|last| last.id().to_string() == *saw).ok_or(NeedError::Changed)?;
                (self.next_of_need(viewer, &there, author)?, Some(matter))
            }
            WhichVersion::Mistake { matter, saw, reason } => {
                let there = self.need_there(viewer, matter).await?;
                let file = NeedFile::of(&there, &self.law);
                let version = file.versions().iter().find(|version| version.id().to_string() == *saw);
                let version = version.ok_or(NeedError::Changed)?;
                let mut draft = self.next_of_need(viewer, &there, author)?;
                let wrong = version.held.now();
                let on = On::Matter(Matter {
                    matter,
                    audience: &wrong.audience,
                });
                if !may(viewer, Action::Correct, on) {
                    return Err(NeedError::NotAllowed);
                }
                draft.corrects = Some(Corrects {
                    first: version.held.first.clone(),
                    saw: version.id().clone(),
                    reason: text("reason", reason)?,
                    retracts: false,
                });
                (draft, Some(matter))
            }
        };
        let need = word(&words.need)?;
        draft.kind = kinds::NEED_STATED.to_owned();
        draft.effective = date("from", &words.from)?;
        draft.source = source(viewer, &words.source)?;
        draft.body = Object::new()
            .text("need", &need)
            .text("says", text("says", &words.says)?)
            .text("law", text("law", &words.law)?);
        // A request meets a need by its word.
        let about = self.store.entries(viewer, Of::About(draft.about.clone()), None).await?;
        let taken = by_matter(&about).into_values().any(|entries| {
            let file = NeedFile::of(entries, &self.law);
            own.is_none_or(|own| file.matter() != own) && file.last().is_some_and(|last| last.need() == need)
        });
        if taken {
            return Err(NeedError::Field {
                field: "need",
                how: format!("the State has a need {need:?} already; change that one, or take another word"),
            });
        }
        Ok(self.record(viewer, draft).await?)
    }

    /// Records that from a day on it is not needed any more.
    ///
    /// # Errors
    /// As for [`Register::state_need`], or it has ended.
    pub async fn end_need(
        &self,
        viewer: &Viewer,
        matter: &str,
        on: &str,
        (reason, letter): (&str, &str),
        author: &Author,
    ) -> Result<Recorded, NeedError> {
        let there = self.need_there(viewer, matter).await?;
        let mut draft = self.next_of_need(viewer, &there, author)?;
        let file = NeedFile::of(&there, &self.law);
        if file.ends().is_some() {
            return Err(NeedError::Ended);
        }
        let on: Date = on.trim().parse().map_err(|_| NeedError::Field {
            field: "on",
            how: "write a day like 2026-11-26".to_owned(),
        })?;
        draft.kind = kinds::NEED_ENDED.to_owned();
        draft.effective = When::In(Span::Day(on));
        draft.source = source(viewer, letter)?;
        draft.body = Object::new().text("reason", text("reason", reason)?);
        Ok(self.record(viewer, draft).await?)
    }

    async fn first_of_need(&self, viewer: &Viewer, state: &str, author: &Author) -> Result<Draft, NeedError> {
        let code = state.trim();
        let of = Of::Kinds(directory::KINDS.map(str::to_owned).to_vec());
        let directory = Directory::of(&self.store.entries(&Viewer::public(), of, None).await?, &self.law);
        if directory.get(code).is_none() {
            return Err(NeedError::Field {
                field: "state",
                how: "it is not a State of this record; write its ISO 3166-1 alpha-3 code, such as FRA".to_owned(),
            });
        }
        let audience = audience(code, originator(viewer).ok_or(NeedError::NotAllowed)?);
        let on = On::Opening(Matter {
            matter: MATTER,
            audience: &audience,
        });
        if !may(viewer, Action::Append, on) {
            return Err(NeedError::NotAllowed);
        }
        Ok(Draft {
            matter: format!("{MATTER}{}", self.random_id()),
            about: vec![Subject::State(code.to_owned())],
            audience,
            basis: Some(BASIS.to_owned()),
            ..self.blank(viewer, author)?
        })
    }

    /// A draft in the matter of a need, for those who may know it now.
    fn next_of_need(&self, viewer: &Viewer, there: &[Recorded], author: &Author) -> Result<Draft, NeedError> {
        let newest = there.last().ok_or(NeedError::NotAllowed)?;
        let audience = Audience {
            originator: Some(originator(viewer).ok_or(NeedError::NotAllowed)?),
            ..newest.audience.clone()
        };
        let matter = &newest.entry.matter;
        if !may(
            viewer,
            Action::Append,
            On::Matter(Matter {
                matter,
                audience: &audience,
            }),
        ) {
            return Err(NeedError::NotAllowed);
        }
        Ok(Draft {
            matter: matter.clone(),
            about: newest.entry.about.clone(),
            audience,
            basis: Some(BASIS.to_owned()),
            ..self.blank(viewer, author)?
        })
    }

    /// The entries of a need that a viewer may see.
    async fn need_there(&self, viewer: &Viewer, matter: &str) -> Result<Vec<Recorded>, NeedError> {
        let none = || NeedError::NoSuch(matter.chars().take(64).collect());
        if !is_need(matter) {
            return Err(none());
        }
        let mut entries = self.store.entries(viewer, Of::Matters(vec![matter.to_owned()]), None).await?;
        entries.retain(|recorded| KINDS.contains(&recorded.entry.kind.as_str()));
        if entries.is_empty() { Err(none()) } else { Ok(entries) }
    }
}

/// A word for a need, as elements of a request are named by it.
fn word(given: &str) -> Result<String, NeedError> {
    let given = given.trim();
    let is = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if given.is_empty() || given.len() > WORD || !given.bytes().all(is) {
        return Err(NeedError::Field {
            field: "need",
            how: format!("write a word of {WORD} small letters, digits and hyphens at most, like certified-facts"),
        });
    }
    Ok(given.to_owned())
}

/// A text as it is recorded: on one line, as it is taken in.
fn text(field: &'static str, given: &str) -> Result<String, NeedError> {
    let taken_in = record::taken_in(given);
    let taken_in = taken_in.trim();
    let how = if taken_in.is_empty() {
        "it is missing"
    } else if taken_in.chars().count() > LONGEST {
        "it is longer than 1,000 characters"
    } else if taken_in.contains(|c: char| record::is_refused(c) || c == '\n') {
        "write it on one line, without signs that are not seen"
    } else {
        return Ok(taken_in.to_owned());
    };
    Err(NeedError::Field {
        field,
        how: how.to_owned(),
    })
}

/// A date that counts from a last possible day.
fn date(field: &'static str, given: &str) -> Result<When, NeedError> {
    let when = When::parse(given.trim()).ok().filter(|when| when.last().is_some());
    when.ok_or_else(|| NeedError::Field {
        field,
        how: "write a day, a month or a year: 2026-11-26, 2026-11, 2026".to_owned(),
    })
}

/// The source of an entry: none of what the State writes itself.
fn source(viewer: &Viewer, given: &str) -> Result<Option<String>, NeedError> {
    if !writes_from_letters(viewer) {
        return Ok(None);
    }
    let source = text("source", given)?;
    if was_read(&source) {
        return Ok(Some(source));
    }
    Err(NeedError::Field {
        field: "source",
        how: "recalled is no source that was read; name the letter or the law".to_owned(),
    })
}
