//! An officer adds to a matter that is not public, closes it further, or opens it by a decision.

mod audience;

pub use audience::{Change, NewAudience};

use crate::Register;
use crate::change_refused::ChangeRefused;
use crate::fact::{FactError, missing, set};
use crate::port::{Of, Recorded};
use crate::{files, kinds};
use access::Viewer;
use record::audience::{Audience, Level, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::{Object, Value};
use record::when::{Span, When};

/// An audience as somebody writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AudienceWords {
    /// `public`, `restricted`, `confidential` or `under-seal`.
    pub level: String,
    /// Who is let in; see [`Reader::FORM`].
    pub list: Vec<String>,
    /// Who is left out of it.
    pub left_out: Vec<String>,
    /// From whom it comes.
    pub originator: Option<String>,
}

/// What is added to a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The matter; a new one under a random name where none is given.
    pub matter: Option<String>,
    /// Kind of the entry; see [`kinds`].
    pub kind: String,
    /// When it happened, in the text form of [`When`].
    pub effective: String,
    /// What it is about: `person:kony`, `state:FRA`.
    pub about: Vec<String>,
    /// Members of its body, of those that the kind has; those whose value is empty are left out.
    pub set: Vec<(String, String)>,
    /// Who may know it.
    pub audience: AudienceWords,
    /// The ground on which it is not public.
    pub basis: Option<String>,
    /// Where it was read.
    pub source: Option<String>,
    /// Who says so: an officer at the shell by name, or the viewer by their account.
    pub author: Author,
}

fn given(text: impl Into<String>) -> FactError {
    FactError::Given(text.into())
}

/// The matters of the program and of packs are not an officer's.
pub(crate) fn refuse_own(matter: &str) -> Result<(), FactError> {
    if matter == "record" || matter.starts_with("pack-") {
        return Err(given(format!("{matter:?} is a matter of the record itself; name another")));
    }
    Ok(())
}

impl AudienceWords {
    /// The audience that is meant.
    ///
    /// # Errors
    /// A level or a reader is none; says what may be written.
    pub fn read(&self) -> Result<Audience, FactError> {
        let level = Level::from_word(&self.level).ok_or_else(|| ChangeRefused::NoLevel(self.level.clone()))?;
        let reader = |text: &String| Reader::parse(text).ok_or_else(|| ChangeRefused::NoReader(text.clone()));
        let list = self.list.iter().map(reader).collect::<Result<Vec<_>, _>>()?;
        let left_out = self.left_out.iter().map(reader).collect::<Result<Vec<_>, _>>()?;
        let originator = self.originator.as_ref().map(reader).transpose()?;
        if level == Level::Public {
            if !list.is_empty() || !left_out.is_empty() {
                return Err(ChangeRefused::ReadersOfThePublic.into());
            }
            return Ok(Audience {
                originator,
                ..Audience::public()
            });
        }
        let shut = |reader: &Reader| left_out.iter().any(|without| without.covers(reader));
        if !list.is_empty() && list.iter().all(shut) {
            return Err(ChangeRefused::NobodyLeft.into());
        }
        let originator =
            originator.ok_or_else(|| given("matter that is not public says from whom it comes; give --from, such as organ:prosecutor"))?;
        Ok(Audience::of(level, originator, list).without(left_out))
    }
}

impl Register {
    /// Adds an entry to a matter, or begins one with it.
    ///
    /// # Errors
    /// The kind, a date, a subject or the audience is none that can be recorded, or the viewer may not add this.
    pub async fn add(&self, viewer: &Viewer, addition: &Addition) -> Result<Recorded, FactError> {
        let kind = addition.kind.as_str();
        let known = kinds::is_act(kind) || files::has(kind) || [kinds::PERSON_NAMED, kinds::REMARK].contains(&kind);
        if !known {
            return Err(given(format!(
                "{kind:?} is not a kind of entry that is added so; write one such as {}, {} or {}",
                kinds::WARRANT_ISSUED,
                kinds::PERSON_NAMED,
                kinds::FINDING
            )));
        }
        let effective = When::parse(&addition.effective).map_err(|error| {
            given(format!(
                "{:?} is no date: {error}; write it like 2013-10-02, 2010-06 or unknown",
                addition.effective
            ))
        })?;
        let subject = |text: &String| {
            Subject::parse(text).ok_or_else(|| {
                given(format!(
                    "{text:?} is no subject; write it like person:KEY, situation:NUMBER, case:NUMBER or state:FRA"
                ))
            })
        };
        let about = addition.about.iter().map(subject).collect::<Result<Vec<_>, _>>()?;
        if kinds::is_issue(kind)
            && !(about.iter().any(|s| matches!(s, Subject::Person(_))) && about.iter().any(|s| matches!(s, Subject::Situation(_))))
        {
            return Err(given(
                "a warrant or summons is about a person in a situation; give both with --about",
            ));
        }
        let mut draft = Draft {
            matter: addition.matter.clone().unwrap_or_else(|| format!("matter-{}", self.random_id())),
            kind: kind.to_owned(),
            effective,
            audience: addition.audience.read()?,
            basis: addition.basis.clone(),
            source: addition.source.clone(),
            about,
            ..self.blank(viewer, &addition.author)?
        };
        refuse_own(&draft.matter)?;
        fill(&mut draft, &addition.set)?;
        // A State is named by the entry that begins to tell of it.
        if kind != kinds::STATE_NAMED {
            self.check_states(viewer, &[], &draft).await?;
        }
        self.check_day(&draft)?;
        self.check_order(viewer, &draft).await?;
        let there = self.store.entries(viewer, Of::Matters(vec![draft.matter.clone()]), None).await?;
        let audience = &draft.audience;
        if there.is_empty() && addition.matter.is_some() && audience.level != Level::Public && !draft.matter.starts_with("exercise") {
            return Err(given(
                "a matter that is not public bears a random name, so that nothing that comes later can be called the same: leave out --matter",
            ));
        }
        if !there.is_empty() && !there.iter().any(|r| r.audience.at_least_as_wide_as(&draft.audience)) {
            return Err(given(format!(
                "the matter {} is narrower than that: give the audience that it has, or a narrower one; to open it, use `comity matter unseal`",
                draft.matter
            )));
        }
        let mut drafts = vec![draft];
        if there.is_empty() {
            let assigned = self.assigned_by_opening(viewer, &drafts[0]);
            drafts.extend(assigned);
        }
        self.record_all(viewer, drafts).await
    }

    /// That somebody has the matter that they open: nobody could assign it to them, and without it they would not see
    /// what they wrote under seal. The body is that of `identity::act`.
    pub(crate) fn assigned_by_opening(&self, viewer: &Viewer, opening: &Draft) -> Option<Draft> {
        let account = viewer.account().filter(|_| opening.audience.level != Level::Public)?;
        Some(Draft {
            id: self.random_id(),
            kind: kinds::MATTER_ASSIGNED.to_owned(),
            effective: When::In(Span::Day(self.today())),
            // A fixed word: what somebody wrote could never be erased from an entry that stays.
            basis: Some("assignment".to_owned()),
            source: None,
            about: Vec::new(),
            body: Object::new()
                .text("account", account)
                .text("by", account)
                .text("level", opening.audience.level.word()),
            ..opening.clone()
        })
    }

    /// A draft with an id and an author, for whatever follows. Nobody who is signed in writes as somebody else.
    pub(crate) fn blank(&self, viewer: &Viewer, author: &Author) -> Result<Draft, FactError> {
        let author = match (author, viewer.account()) {
            (Author::Officer(name), None) if name.trim().is_empty() => {
                return Err(given("an officer's entry names who made it; give --officer"));
            }
            (Author::Officer(name), None) => Author::Officer(name.trim().to_owned()),
            (Author::Account(id), Some(account)) if id == account => author.clone(),
            _ => {
                return Err(given(
                    "an entry is written by whoever makes it; sign in as the one who is to be its author",
                ));
            }
        };
        Ok(Draft {
            id: self.random_id(),
            matter: String::new(),
            kind: String::new(),
            kind_v: 1,
            effective: When::Unknown,
            author,
            on_behalf_of: None,
            audience: Audience::public(),
            basis: None,
            source: None,
            corrects: None,
            about: Vec::new(),
            attachments: Vec::new(),
            body: Object::new(),
        })
    }

    pub(crate) fn random_id(&self) -> EntryId {
        let mut bytes = [0; 16];
        self.outside.random(&mut bytes);
        EntryId::from_bytes(bytes)
    }
}

/// Fills the body of a draft with what was given, which must be what the kind has and needs.
fn fill(draft: &mut Draft, members: &[(String, String)]) -> Result<(), FactError> {
    let constants: Vec<(&str, &str)> = files::constants(&draft.kind).collect();
    for (member, text) in members.iter().filter(|(_, text)| !text.trim().is_empty()) {
        let values = constants.iter().filter(|(name, _)| name == member).map(|(_, value)| *value);
        let values: Vec<&str> = values.collect();
        if values.is_empty() {
            set(draft, member, text)?;
        } else if values.contains(&text.trim()) {
            draft.body.set(member, Value::Text(text.trim().to_owned()));
        } else {
            return Err(given(format!("{text:?} is not a value of {member}; write {}", values.join(" or "))));
        }
    }
    // The matters of a file say it themselves.
    if let Some((name, value)) = files::of_matter(&draft.matter).and_then(|file| file.constant)
        && constants.contains(&(name, value))
    {
        draft.body.set(name, Value::Text(value.to_owned()));
    }
    let lacking = constants
        .first()
        .map(|(name, _)| *name)
        .filter(|name| draft.body.get(name).is_none());
    if let Some(name) = lacking.or_else(|| missing(draft)) {
        return Err(given(format!(
            "{} says nothing without {name}; give it with --set {name}=…",
            draft.kind
        )));
    }
    if let Some(member) = files::told_in(&draft.kind) {
        let told = files::day_told(draft.body.get_text(member).unwrap_or_default());
        if draft.effective != told {
            return Err(given(format!(
                "the words in {member} end with the day of the act, which is {told}; give that day with --effective, or set {member} with the other day at its end"
            )));
        }
    }
    Ok(())
}
