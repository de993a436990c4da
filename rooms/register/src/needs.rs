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
mod refused;

pub use crate::which_version::WhichVersion;
pub use file::{NeedFile, Version};
pub(crate) use file::{by_matter, needs_on};
pub use refused::{NeedError, NeedFault, NeedField};

use crate::Register;
use crate::authorities::{audience, originator, writes_from_letters};
use crate::directory::{self, Directory};
use crate::fact::TRIES;
use crate::kinds;
use crate::port::{Of, Recorded};
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
pub const WORD: usize = 40;
/// The longest text of a field, in characters.
pub const LONGEST: usize = 1000;

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

/// What was stated, as it is recorded.
struct Read {
    need: String,
    says: String,
    law: String,
    from: When,
    source: Option<String>,
}

impl NeedWords {
    /// Reads each field, with all that is wrong.
    fn read(&self, viewer: &Viewer, faults: &mut Faults) -> Read {
        let mut wrong = |field, fault| faults.push((field, fault));
        let need = word(&self.need).map_err(|fault| wrong(NeedField::Need, fault)).unwrap_or_default();
        Read {
            need,
            says: text(NeedField::Says, &self.says, faults),
            law: text(NeedField::Law, &self.law, faults),
            from: date(&self.from).unwrap_or_else(|fault| {
                faults.push((NeedField::From, fault));
                When::Unknown
            }),
            source: source(viewer, &self.source, faults),
        }
    }
}

/// What is written of a need.
enum Writing<'w> {
    /// It, or a version of it.
    Stating(&'w WhichVersion, &'w NeedWords),
    /// Its end: its matter and what of it was read last, the day, and why with its source.
    Ending((&'w str, &'w str), &'w str, (&'w str, &'w str)),
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
        self.write_need(viewer, &Writing::Stating(stating, words), author).await
    }

    /// Records what is decided over all that stands, anew where others wrote of any need meanwhile.
    async fn write_need(&self, viewer: &Viewer, writing: &Writing<'_>, author: &Author) -> Result<Recorded, NeedError> {
        for _ in 0..TRIES {
            let read = self.store.length().await?;
            let draft = match writing {
                Writing::Stating(stating, words) => self.need_to_state(viewer, stating, words, author).await?,
                Writing::Ending(over, on, why) => self.need_to_end(viewer, *over, on, *why, author).await?,
            };
            if let Some(recorded) = self.record_unless_raced(viewer, draft, read).await? {
                return Ok(recorded);
            }
        }
        Err(NeedError::Changed)
    }

    async fn need_to_state(&self, viewer: &Viewer, stating: &WhichVersion, words: &NeedWords, author: &Author) -> Result<Draft, NeedError> {
        let (mut draft, own) = match stating {
            WhichVersion::New { state } => match self.first_of_need(viewer, state, author).await {
                Err(NeedError::Faults(mut faults)) => {
                    words.read(viewer, &mut faults);
                    return Err(NeedError::Faults(faults));
                }
                first => (first?, None),
            },
            WhichVersion::Changed { matter, saw } => {
                let there = self.need_there(viewer, matter, None).await?;
                newest(&there).filter(|newest| newest == saw).ok_or(NeedError::Changed)?;
                (self.next_of_need(viewer, &there, author)?, Some(matter))
            }
            WhichVersion::Mistake { matter, saw, reason } => {
                let there = self.need_there(viewer, matter, None).await?;
                let file = NeedFile::of(&there, &self.law);
                let version = file.versions().iter().find(|version| version.id().to_string() == *saw);
                let version = version.ok_or(NeedError::Changed)?;
                let mut draft = self.next_of_need(viewer, &there, author)?;
                if !may_correct(viewer, version.held.now()) {
                    return Err(NeedError::NotAllowed);
                }
                draft.corrects = Some(Corrects {
                    first: version.held.first.clone(),
                    saw: version.id().clone(),
                    reason: reason.clone(),
                    retracts: false,
                });
                (draft, Some(matter))
            }
        };
        let mut faults = Vec::new();
        let read = words.read(viewer, &mut faults);
        if let Some(corrects) = &mut draft.corrects {
            corrects.reason = text(NeedField::Reason, &corrects.reason, &mut faults);
        }
        draft.kind = kinds::NEED_STATED.to_owned();
        draft.body = Object::new()
            .text("need", &read.need)
            .text("says", &read.says)
            .text("law", &read.law);
        draft.effective = read.from;
        draft.source = read.source;
        // A request meets a need by its word.
        let about = self.store.entries(viewer, Of::About(draft.about.clone()), None).await?;
        let taken = by_matter(&about).into_values().any(|entries| {
            let file = NeedFile::of(entries, &self.law);
            own.is_none_or(|own| file.matter() != own) && file.last().is_some_and(|last| last.need() == read.need)
        });
        if taken {
            faults.insert(0, (NeedField::Need, NeedFault::Taken));
        }
        if !faults.is_empty() {
            return Err(NeedError::Faults(faults));
        }
        Ok(draft)
    }

    /// Records that from a day on it is not needed any more, over the version that its author had before them.
    ///
    /// # Errors
    /// As for [`Register::state_need`], or it has ended.
    pub async fn end_need(
        &self,
        viewer: &Viewer,
        (matter, saw): (&str, &str),
        on: &str,
        (reason, letter): (&str, &str),
        author: &Author,
    ) -> Result<Recorded, NeedError> {
        self.write_need(viewer, &Writing::Ending((matter, saw), on, (reason, letter)), author)
            .await
    }

    async fn need_to_end(
        &self,
        viewer: &Viewer,
        (matter, saw): (&str, &str),
        on: &str,
        (reason, letter): (&str, &str),
        author: &Author,
    ) -> Result<Draft, NeedError> {
        let there = self.need_there(viewer, matter, None).await?;
        let mut draft = self.next_of_need(viewer, &there, author)?;
        let file = NeedFile::of(&there, &self.law);
        if file.ends().is_some() {
            return Err(NeedError::Ended);
        }
        newest(&there).filter(|newest| newest == saw).ok_or(NeedError::Changed)?;
        let mut faults = Vec::new();
        match on.trim().parse::<Date>() {
            Ok(on) if file.last().is_some_and(|last| on <= last.from) => faults.push((NeedField::On, NeedFault::BeforeItBegan)),
            Ok(on) => draft.effective = When::In(Span::Day(on)),
            Err(_) => faults.push((NeedField::On, NeedFault::NotADay)),
        }
        draft.kind = kinds::NEED_ENDED.to_owned();
        draft.body = Object::new().text("reason", text(NeedField::Reason, reason, &mut faults));
        draft.source = source(viewer, letter, &mut faults);
        if !faults.is_empty() {
            return Err(NeedError::Faults(faults));
        }
        Ok(draft)
    }

    /// Whether somebody may state a need of a State (alpha-3).
    pub fn may_state_need(&self, viewer: &Viewer, state: &str) -> bool {
        opening(viewer, state).is_some()
    }

    async fn first_of_need(&self, viewer: &Viewer, state: &str, author: &Author) -> Result<Draft, NeedError> {
        let code = state.trim();
        let of = Of::Kinds(directory::KINDS.map(str::to_owned).to_vec());
        let directory = Directory::of(&self.store.entries(&Viewer::public(), of, None).await?, &self.law);
        if directory.get(code).is_none() {
            return Err(NeedError::Faults(vec![(NeedField::State, NeedFault::NotAState)]));
        }
        let audience = opening(viewer, code).ok_or(NeedError::NotAllowed)?;
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
        let audience = next(viewer, newest).ok_or(NeedError::NotAllowed)?;
        let matter = &newest.entry.matter;
        Ok(Draft {
            matter: matter.clone(),
            about: newest.entry.about.clone(),
            audience,
            basis: Some(BASIS.to_owned()),
            ..self.blank(viewer, author)?
        })
    }

    /// The entries of a need that a viewer may see, as known by a moment.
    pub(crate) async fn need_there(
        &self,
        viewer: &Viewer,
        matter: &str,
        known_by: Option<jiff::Timestamp>,
    ) -> Result<Vec<Recorded>, NeedError> {
        let none = || NeedError::NoSuch(matter.chars().take(64).collect());
        if !is_need(matter) {
            return Err(none());
        }
        let mut entries = self.store.entries(viewer, Of::Matters(vec![matter.to_owned()]), known_by).await?;
        entries.retain(|recorded| KINDS.contains(&recorded.entry.kind.as_str()));
        if entries.is_empty() { Err(none()) } else { Ok(entries) }
    }
}

/// The audience of the first entry of a need of a State that somebody states; none where they may not.
fn opening(viewer: &Viewer, state: &str) -> Option<Audience> {
    let audience = audience(state, originator(viewer)?);
    let on = On::Opening(Matter {
        matter: MATTER,
        audience: &audience,
    });
    may(viewer, Action::Append, on).then_some(audience)
}

/// The audience of an entry that follows this one: those who may know it now. None where somebody may add none.
fn next(viewer: &Viewer, newest: &Recorded) -> Option<Audience> {
    let audience = Audience {
        originator: Some(originator(viewer)?),
        ..newest.audience.clone()
    };
    let on = On::Matter(Matter {
        matter: &newest.entry.matter,
        audience: &audience,
    });
    may(viewer, Action::Append, on).then_some(audience)
}

/// What was recorded of a need last, by which whoever writes over it says what they saw.
pub(crate) fn newest(there: &[Recorded]) -> Option<String> {
    there.last().map(|newest| newest.entry.id.to_string())
}

/// Whether somebody may add an entry after these of a need.
pub(crate) fn may_add(viewer: &Viewer, there: &[Recorded]) -> bool {
    there.last().is_some_and(|newest| next(viewer, newest).is_some())
}

/// Whether somebody may correct this version of a need.
pub(crate) fn may_correct(viewer: &Viewer, version: &Recorded) -> bool {
    let on = On::Matter(Matter {
        matter: &version.entry.matter,
        audience: &version.audience,
    });
    originator(viewer).is_some() && may(viewer, Action::Correct, on)
}

type Faults = Vec<(NeedField, NeedFault)>;

/// A word for a need, as elements of a request are named by it.
fn word(given: &str) -> Result<String, NeedFault> {
    let given = given.trim();
    let is = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    match given {
        "" => Err(NeedFault::Missing),
        given if given.len() > WORD || !given.bytes().all(is) => Err(NeedFault::NotAWord(WORD)),
        given => Ok(given.to_owned()),
    }
}

/// A text as it is recorded: on one line, as it is taken in.
fn text(field: NeedField, given: &str, faults: &mut Faults) -> String {
    let taken_in = record::taken_in(given);
    let taken_in = taken_in.trim();
    let fault = if taken_in.is_empty() {
        NeedFault::Missing
    } else if taken_in.chars().count() > LONGEST {
        NeedFault::TooLong(LONGEST)
    } else if taken_in.contains(|c: char| record::is_refused(c) || c == '\n') {
        NeedFault::OneLine
    } else {
        return taken_in.to_owned();
    };
    faults.push((field, fault));
    String::new()
}

/// A date that counts from a last possible day.
fn date(given: &str) -> Result<When, NeedFault> {
    let when = When::parse(given.trim()).ok().filter(|when| when.last().is_some());
    when.ok_or(NeedFault::NotADate)
}

/// The source of an entry: none of what the State writes itself.
fn source(viewer: &Viewer, given: &str, faults: &mut Faults) -> Option<String> {
    if !writes_from_letters(viewer) {
        return None;
    }
    let before = faults.len();
    let source = text(NeedField::Source, given, faults);
    if faults.len() == before && !was_read(&source) {
        faults.push((NeedField::Source, NeedFault::Recalled));
    }
    Some(source)
}
