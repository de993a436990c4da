//! The directory of authorities: whom to address in a State, by which channel, in which languages, and who last said so.
//!
//! | kind | effective | about | body |
//! |---|---|---|---|
//! | `authority.named` | from when it is so | state | a version of its particulars, whole; see [`AuthorityWords`]; and `stated_on`, the day on which somebody stood for it |
//! | `authority.confirmed` | the day on which it was said to be right | state, entry (the version) | |
//! | `authority.ended` | the first day on which there is none of it any more | state | `reason` |
//!
//! An authority is a matter of its own under a random name. What changes in the world is another version from its day
//! on; what was written wrongly is corrected, with a reason. It is open to its State and to the organs of the Court that
//! send requests and rule on them. It comes from the State where the State writes it, and from the organ whose officer
//! writes it from a letter, which then is the source.

mod file;
mod refused;
mod words;

pub use crate::which_version::WhichVersion;
pub use file::{AuthorityFile, Version};
pub(crate) use file::{due_on, is_from_the_state, texts};
pub use refused::{AuthorityError, Fault, Field};
pub use words::{AuthorityWords, CHANNELS, Letter, ROLES, TASKS, longest};

use crate::Register;
use crate::directory::{self, Directory};
use crate::fact::TRIES;
use crate::kinds;
use crate::port::{Of, Recorded};
use access::{Action, Matter, On, Organisation, Viewer, may};
use jiff::Timestamp;
use record::audience::{Audience, Level, Office, Organ, Reader};
use record::entry::{Author, Corrects, Draft, Subject};
use record::json::{Object, Value};
use record::when::{Span, When};
use std::collections::BTreeSet;

/// The kinds of entries that make the directory.
pub const KINDS: [&str; 3] = [kinds::AUTHORITY_NAMED, kinds::AUTHORITY_CONFIRMED, kinds::AUTHORITY_ENDED];

/// What the names of their matters begin with.
const MATTER: &str = "authority-";

/// The ground on which the directory is not public.
const BASIS: &str = "directory of authorities";

/// The organs of the Court that the directory is open to, besides the State.
const ORGANS: [Organ; 4] = [Organ::Presidency, Organ::Chambers, Organ::Prosecutor, Organ::Registry];

/// Whether a matter is an authority's.
pub fn is_authority(matter: &str) -> bool {
    matter.starts_with(MATTER)
}

/// What is written of an authority: its matter and what of it was read last stand first.
enum Writing<'w> {
    /// It, or a version of it.
    Naming(&'w WhichVersion, &'w AuthorityWords),
    /// That it is still so.
    Confirming((&'w str, &'w str)),
    /// Its end: the day, and why.
    Ending((&'w str, &'w str), (&'w str, &'w str)),
}

impl Register {
    /// Writes an authority into the directory, or another version of it.
    ///
    /// # Errors
    /// What was written has faults, there is no such authority for this viewer, they may not write it, it was changed
    /// meanwhile, or the store failed.
    pub async fn name_authority(
        &self,
        viewer: &Viewer,
        naming: &WhichVersion,
        words: &AuthorityWords,
        letter: &Letter,
        author: &Author,
    ) -> Result<Recorded, AuthorityError> {
        self.write(viewer, &Writing::Naming(naming, words), letter, author).await
    }

    /// Records what is decided over all that stands, anew where others wrote of any authority meanwhile.
    async fn write(&self, viewer: &Viewer, writing: &Writing<'_>, letter: &Letter, author: &Author) -> Result<Recorded, AuthorityError> {
        for _ in 0..TRIES {
            let read = self.store.length().await?;
            let draft = match writing {
                Writing::Naming(naming, words) => self.naming(viewer, naming, words, letter, author).await?,
                Writing::Confirming(over) => self.confirming(viewer, *over, letter, author).await?,
                Writing::Ending(over, when) => self.ending(viewer, *over, *when, letter, author).await?,
            };
            if let Some(recorded) = self.record_unless_raced(viewer, draft, read).await? {
                return Ok(recorded);
            }
        }
        Err(AuthorityError::Changed)
    }

    async fn naming(
        &self,
        viewer: &Viewer,
        naming: &WhichVersion,
        words: &AuthorityWords,
        letter: &Letter,
        author: &Author,
    ) -> Result<Draft, AuthorityError> {
        let (draft, mut faults) = match self.begun(viewer, naming, author).await {
            Ok(draft) => (Some(draft), Vec::new()),
            // What is wrong with the State is said together with all else.
            Err(AuthorityError::Faults(faults)) => (None, faults),
            Err(error) => return Err(error),
        };
        let stated_on = letter.read(writes_from_letters(viewer), self.today(), &mut faults);
        let read = words.read(&self.law, &mut faults);
        let reason = match naming {
            WhichVersion::Mistake { reason, .. } => words::reason(reason, true, &mut faults),
            _ => String::new(),
        };
        let (Some(mut draft), Some((source, stated_on)), Some((effective, mut body)), true) = (draft, stated_on, read, faults.is_empty())
        else {
            faults.sort_by_key(|(field, _)| *field);
            return Err(AuthorityError::Faults(faults));
        };
        body.set("stated_on", Value::Text(stated_on.to_string()));
        if let Some(corrects) = &mut draft.corrects {
            corrects.reason = reason;
        }
        Ok(Draft {
            kind: kinds::AUTHORITY_NAMED.to_owned(),
            effective,
            source,
            body,
            ..draft
        })
    }

    /// The draft that some naming begins with.
    async fn begun(&self, viewer: &Viewer, naming: &WhichVersion, author: &Author) -> Result<Draft, AuthorityError> {
        match naming {
            WhichVersion::New { state } => self.opening(viewer, state, author).await,
            WhichVersion::Changed { matter, saw } => {
                let there = self.authority_there(viewer, matter, None).await?;
                there.holds(saw)?;
                self.next_in(viewer, &there, author)
            }
            WhichVersion::Mistake { matter, saw, reason } => {
                let there = self.authority_there(viewer, matter, None).await?;
                self.correcting(viewer, &there, saw, reason, author)
            }
        }
    }

    /// Records that somebody said on a day that the version of today is right. Where the State does it itself, it is today. It is
    /// done over what its author had read: what of it was recorded last.
    ///
    /// # Errors
    /// As for [`Register::name_authority`], or it has ended.
    pub async fn confirm_authority(
        &self,
        viewer: &Viewer,
        matter: &str,
        saw: &str,
        letter: &Letter,
        author: &Author,
    ) -> Result<Recorded, AuthorityError> {
        self.write(viewer, &Writing::Confirming((matter, saw)), letter, author).await
    }

    async fn confirming(
        &self,
        viewer: &Viewer,
        (matter, saw): (&str, &str),
        letter: &Letter,
        author: &Author,
    ) -> Result<Draft, AuthorityError> {
        let there = self.authority_there(viewer, matter, None).await?;
        let mut draft = self.next_in(viewer, &there, author)?;
        there.holds(saw)?;
        let today = self.today();
        let mut faults = Vec::new();
        let read = letter.read(writes_from_letters(viewer), today, &mut faults);
        let (Some((source, on)), true) = (read, faults.is_empty()) else {
            return Err(AuthorityError::Faults(faults));
        };
        let file = there.file(&self.law);
        let version = file.on(today).ok_or(AuthorityError::Ended)?.id();
        draft.about.push(Subject::Entry(version.clone()));
        Ok(Draft {
            kind: kinds::AUTHORITY_CONFIRMED.to_owned(),
            effective: When::In(Span::Day(on)),
            source,
            ..draft
        })
    }

    /// Records that from a day on there is no such authority any more, over what its author had read.
    ///
    /// # Errors
    /// As for [`Register::name_authority`], or it has ended.
    pub async fn end_authority(
        &self,
        viewer: &Viewer,
        (matter, saw): (&str, &str),
        (on, reason): (&str, &str),
        letter: &Letter,
        author: &Author,
    ) -> Result<Recorded, AuthorityError> {
        self.write(viewer, &Writing::Ending((matter, saw), (on, reason)), letter, author)
            .await
    }

    async fn ending(
        &self,
        viewer: &Viewer,
        (matter, saw): (&str, &str),
        (on, reason): (&str, &str),
        letter: &Letter,
        author: &Author,
    ) -> Result<Draft, AuthorityError> {
        let there = self.authority_there(viewer, matter, None).await?;
        let draft = self.next_in(viewer, &there, author)?;
        let today = self.today();
        let mut faults = Vec::new();
        let source = letter.read(writes_from_letters(viewer), today, &mut faults);
        let on = words::day(on, Field::On, &mut faults);
        let reason = words::reason(reason, false, &mut faults);
        let file = there.file(&self.law);
        if let Some(on) = on.filter(|on| file.first().is_some_and(|first| *on < first)) {
            faults.push((Field::On, Fault::BeforeItBegan(on)));
        }
        let (Some((source, _)), Some(on), true) = (source, on, faults.is_empty()) else {
            faults.sort_by_key(|(field, _)| *field);
            return Err(AuthorityError::Faults(faults));
        };
        if file.ends().is_some() {
            return Err(AuthorityError::Ended);
        }
        there.holds(saw)?;
        Ok(Draft {
            kind: kinds::AUTHORITY_ENDED.to_owned(),
            effective: When::In(Span::Day(on)),
            source,
            body: Object::new().text_if("reason", Some(reason).filter(|reason| !reason.is_empty())),
            ..draft
        })
    }

    /// Whether a viewer may write a first entry of an authority of a State.
    pub fn may_open_authority(&self, viewer: &Viewer, state: &str) -> bool {
        let Some(originator) = originator(viewer) else { return false };
        may(
            viewer,
            Action::Append,
            On::Opening(Matter {
                matter: MATTER,
                audience: &audience(state, originator),
            }),
        )
    }

    /// A draft that opens the matter of an authority.
    async fn opening(&self, viewer: &Viewer, state: &str, author: &Author) -> Result<Draft, AuthorityError> {
        let code = state.trim();
        let of = Of::Kinds(directory::KINDS.map(str::to_owned).to_vec());
        let directory = Directory::of(&self.store.entries(&Viewer::public(), of, None).await?, &self.law);
        if directory.get(code).is_none() {
            let near = directory.suggest(code, self.today()).into_iter().map(|state| state.code).collect();
            let fault = if code.is_empty() { Fault::Missing } else { Fault::NotAState(near) };
            return Err(AuthorityError::Faults(vec![(Field::State, fault)]));
        }
        let Some(originator) = originator(viewer).filter(|_| self.may_open_authority(viewer, code)) else {
            return Err(AuthorityError::NotAllowed);
        };
        Ok(Draft {
            matter: format!("{MATTER}{}", self.random_id()),
            about: vec![Subject::State(code.to_owned())],
            audience: audience(code, originator),
            basis: Some(BASIS.to_owned()),
            ..self.blank(viewer, author)?
        })
    }

    /// A draft in the matter of an authority, for those who may know it now.
    fn next_in(&self, viewer: &Viewer, there: &There, author: &Author) -> Result<Draft, AuthorityError> {
        let originator = originator(viewer).ok_or(AuthorityError::NotAllowed)?;
        let audience = Audience {
            originator: Some(originator),
            ..there.audience.clone()
        };
        let on = On::Matter(Matter {
            matter: &there.matter,
            audience: &audience,
        });
        if !may(viewer, Action::Append, on) {
            return Err(AuthorityError::NotAllowed);
        }
        Ok(Draft {
            matter: there.matter.clone(),
            about: vec![Subject::State(there.state.clone())],
            audience,
            basis: Some(BASIS.to_owned()),
            ..self.blank(viewer, author)?
        })
    }

    /// The same for a correction of a version, which only those may from whom it comes.
    fn correcting(&self, viewer: &Viewer, there: &There, saw: &str, reason: &str, author: &Author) -> Result<Draft, AuthorityError> {
        let file = there.file(&self.law);
        let version = file.versions().iter().find(|version| version.id().to_string() == saw);
        let version = version.ok_or(AuthorityError::Changed)?;
        if !there.may_correct(viewer, version.held.now()) {
            return Err(AuthorityError::NotAllowed);
        }
        let mut draft = self.next_in(viewer, there, author)?;
        draft.corrects = Some(Corrects {
            first: version.held.first.clone(),
            saw: version.id().clone(),
            reason: reason.to_owned(),
            retracts: false,
        });
        Ok(draft)
    }

    /// The entries of an authority that a viewer may see.
    pub(crate) async fn authority_there(
        &self,
        viewer: &Viewer,
        matter: &str,
        known_by: Option<Timestamp>,
    ) -> Result<There, AuthorityError> {
        let none = || AuthorityError::NoSuch(matter.chars().take(64).collect());
        if !is_authority(matter) {
            return Err(none());
        }
        let of = Of::Matters(vec![matter.to_owned()]);
        There::of(self.store.entries(viewer, of, known_by).await?).ok_or_else(none)
    }
}

/// An authority as a viewer may see it.
pub(crate) struct There {
    pub(crate) matter: String,
    pub(crate) state: String,
    /// Who may know it now.
    audience: Audience,
    pub(crate) entries: Vec<Recorded>,
}

impl There {
    fn of(mut entries: Vec<Recorded>) -> Option<There> {
        entries.retain(|recorded| KINDS.contains(&recorded.entry.kind.as_str()));
        let newest = entries.last()?;
        Some(There {
            matter: newest.entry.matter.clone(),
            state: file::state_of(&newest.entry)?.to_owned(),
            audience: newest.audience.clone(),
            entries,
        })
    }

    pub(crate) fn file(&self, law: &law::Pack) -> AuthorityFile<'_> {
        AuthorityFile::of(&self.matter, &self.entries, law)
    }

    /// What was recorded of it last, by which whoever writes over it says what they saw.
    pub(crate) fn newest(&self) -> Option<String> {
        self.entries.last().map(|newest| newest.entry.id.to_string())
    }

    /// Holds that nothing was recorded of it since what was seen.
    fn holds(&self, saw: &str) -> Result<(), AuthorityError> {
        self.newest()
            .filter(|newest| newest == saw)
            .map(|_| ())
            .ok_or(AuthorityError::Changed)
    }

    /// Whether a viewer may add to it.
    pub(crate) fn may_add(&self, viewer: &Viewer) -> bool {
        let Some(originator) = originator(viewer) else { return false };
        let audience = Audience {
            originator: Some(originator),
            ..self.audience.clone()
        };
        let matter = Matter {
            matter: &self.matter,
            audience: &audience,
        };
        may(viewer, Action::Append, On::Matter(matter))
    }

    /// Whether a viewer may correct a version.
    pub(crate) fn may_correct(&self, viewer: &Viewer, version: &Recorded) -> bool {
        let matter = Matter {
            matter: &self.matter,
            audience: &version.audience,
        };
        self.may_add(viewer) && may(viewer, Action::Correct, On::Matter(matter))
    }
}

/// From whom it comes what a viewer writes: their State, or the organ or office of the Court in which they are. The
/// shell writes from letters, as the Registry does.
pub(crate) fn originator(viewer: &Viewer) -> Option<Reader> {
    match viewer.organisation() {
        Some(Organisation::State(code)) => Some(Reader::State(code.clone())),
        Some(_) => {
            let organs = Organ::ALL.into_iter().map(Reader::Organ);
            let mut own = organs.chain(Office::ALL.into_iter().map(Reader::Office));
            own.find(|reader| viewer.is_own(reader))
        }
        None => Some(Reader::Organ(Organ::Registry)),
    }
}

/// Whether what a viewer writes here is written from letters, which it then names.
pub fn writes_from_letters(viewer: &Viewer) -> bool {
    !matches!(viewer.organisation(), Some(Organisation::State(_)))
}

/// Who may know an authority of a State.
pub(crate) fn audience(state: &str, originator: Reader) -> Audience {
    let organs = ORGANS.into_iter().map(Reader::Organ);
    Audience::of(Level::Restricted, originator, organs.chain([Reader::State(state.to_owned())]))
}

/// The matters among entries, each with its own.
pub(crate) fn by_matter(entries: Vec<Recorded>) -> Vec<There> {
    let matters: BTreeSet<String> = entries.iter().map(|recorded| recorded.entry.matter.clone()).collect();
    let of = |matter: &String| {
        entries
            .iter()
            .filter(|recorded| recorded.entry.matter == *matter)
            .cloned()
            .collect()
    };
    matters.iter().filter_map(|matter| There::of(of(matter))).collect()
}
