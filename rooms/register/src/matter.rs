//! An officer adds to a matter that is not public, closes it further, or opens it by a decision.

use crate::Register;
use crate::change_refused::ChangeRefused;
use crate::closing::{self, Closing};
use crate::fact::{FactError, missing, set};
use crate::port::{Of, Recorded};
use crate::request::RequestId;
use crate::{files, kinds};
use access::{Action, On, Viewer, may};
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

/// Which way the audience of a matter changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is closed further.
    Narrow,
    /// It is opened, whole.
    Unseal,
    /// It was public by mistake, and is closed.
    WithdrawFromPublic,
}

impl Change {
    /// What whoever makes it must be allowed to do.
    pub fn action(self) -> Action {
        match self {
            Change::Narrow => Action::Narrow,
            Change::Unseal => Action::Unseal,
            Change::WithdrawFromPublic => Action::WithdrawFromPublic,
        }
    }
}

/// A change of the audience of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAudience {
    /// The matter.
    pub matter: String,
    /// Which way.
    pub change: Change,
    /// The audience from then on.
    pub audience: AudienceWords,
    /// The decision, by its number or date.
    pub decision: String,
    /// Whose decision it is; required to unseal.
    pub authority: Option<String>,
    /// The day of the decision; today where none is given.
    pub effective: Option<String>,
    /// Who records it: an officer at the shell by name, or the viewer by their account.
    pub author: Author,
}

/// What is recorded to change who may know one matter.
struct AudienceChange {
    matter: String,
    /// The narrowest level that it had until then.
    level: Level,
    drafts: Vec<Draft>,
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

    /// Narrows or opens a matter by an entry that says so.
    ///
    /// # Errors
    /// There is no such matter for this viewer, they may not change its audience, nothing would change, or decision
    /// or authority are missing.
    pub async fn change_audience(&self, viewer: &Viewer, new: &NewAudience) -> Result<Recorded, FactError> {
        let changes = self.changes_of_audience(viewer, new).await?;
        let drafts = changes.into_iter().flat_map(|change| change.drafts).collect();
        self.record_all(viewer, drafts).await
    }

    /// The changes that are made together: that which was asked for first, and that of the twin of a request, if any.
    async fn changes_of_audience(&self, viewer: &Viewer, new: &NewAudience) -> Result<Vec<AudienceChange>, FactError> {
        let asked = self.drafts_of_change(viewer, new).await?;
        let twin = self.drafts_of_twin(viewer, new).await?;
        Ok(std::iter::once(asked).chain(twin).collect())
    }

    /// A request and its preparation are closed further together, as far as whoever closes the one sees the other and may
    /// close it: of what one of them says the other tells.
    async fn drafts_of_twin(&self, viewer: &Viewer, new: &NewAudience) -> Result<Option<AudienceChange>, FactError> {
        let Some(id) = RequestId::of_matter(&new.matter).filter(|_| new.change == Change::Narrow) else {
            return Ok(None);
        };
        let sent = new.matter == id.matter();
        let twin = if sent { id.preparation() } else { id.matter() };
        let of_states = |text: &String| matches!(Reader::parse(text), Some(Reader::State(_)));
        let mut audience = new.audience.clone();
        if sent {
            // The State knows nothing of the preparation.
            audience.list.retain(|text| !of_states(text));
        } else {
            let there = self.store.entries(viewer, Of::Matters(vec![twin.clone()]), None).await?;
            let states = there.iter().rev().flat_map(|recorded| &recorded.audience.list);
            let states: Vec<String> = states.map(Reader::text).filter(|text| of_states(text)).collect();
            audience.list.extend(states);
            audience.list.sort();
            audience.list.dedup();
        }
        let new = NewAudience {
            matter: twin,
            audience,
            ..new.clone()
        };
        match self.drafts_of_change(viewer, &new).await {
            Ok(change) => Ok(Some(change)),
            Err(FactError::Store(error)) => Err(error.into()),
            // There is none that they see, it is as narrow already, or not theirs to close.
            Err(_) => Ok(None),
        }
    }

    /// The matters of which that would change who may know them, each with its narrowest level until then, so that each can be
    /// written into the audit first: that which was asked for, and behind it the twin that is closed with a request.
    ///
    /// # Errors
    /// As for [`Register::change_audience`], as far as can be told before it is recorded.
    pub async fn check_change_of_audience(&self, viewer: &Viewer, new: &NewAudience) -> Result<Vec<(String, Level)>, FactError> {
        let changes = self.changes_of_audience(viewer, new).await?;
        Ok(changes.into_iter().map(|change| (change.matter, change.level)).collect())
    }

    async fn drafts_of_change(&self, viewer: &Viewer, new: &NewAudience) -> Result<AudienceChange, FactError> {
        refuse_own(&new.matter)?;
        let to = new.audience.read()?;
        let decision = new.decision.trim();
        if decision.is_empty() {
            return Err(ChangeRefused::NoDecision.into());
        }
        let authority = new.authority.as_deref().map(str::trim).filter(|authority| !authority.is_empty());
        if new.change == Change::Unseal && authority.is_none() {
            return Err(ChangeRefused::NoAuthority.into());
        }
        let mut entries = self.store.entries(viewer, Of::Matters(vec![new.matter.clone()]), None).await?;
        // Who has the matter is closed with it, and never opened.
        entries.retain(|r| !kinds::PEOPLE.contains(&r.entry.kind.as_str()));
        let closings: Vec<Closing> = entries.iter().filter_map(|r| Closing::of(&r.entry, r.position)).collect();
        let now: Vec<Audience> = entries.iter().map(|r| r.audience.clone()).collect();
        let Some(first) = entries.first() else {
            return Err(ChangeRefused::NoMatter(new.matter.clone()).into());
        };
        let action = new.change.action();
        for audience in &now {
            let matter = access::Matter {
                matter: &new.matter,
                audience,
            };
            if !may(viewer, action, On::Matter(matter)) {
                return Err(ChangeRefused::NotAllowed.into());
            }
        }
        let effective = match &new.effective {
            Some(text) => When::parse(text).map_err(|error| given(format!("{text:?} is no date: {error}; write it like 2013-10-02")))?,
            None => When::In(Span::Day(self.today())),
        };
        let draft = Draft {
            matter: new.matter.clone(),
            kind: match new.change {
                Change::Narrow => kinds::NARROWED,
                Change::Unseal => kinds::UNSEALED,
                Change::WithdrawFromPublic => kinds::WITHDRAWN_FROM_PUBLIC,
            }
            .to_owned(),
            effective,
            basis: (to.level != Level::Public).then(|| decision.to_owned()),
            audience: to,
            about: first
                .entry
                .about
                .iter()
                .filter(|subject| !matches!(subject, Subject::Entry(_)))
                .cloned()
                .collect(),
            body: Object::new().text_if("authority", authority).text("decision", decision),
            ..self.blank(viewer, &new.author)?
        };
        let draft = match new.change {
            Change::Unseal => opening_what_is_seen(draft, &entries),
            Change::Narrow | Change::WithdrawFromPublic => draft,
        };
        self.check_change(new.change, &entries, &now, &closings, &draft)?;
        let mut drafts = vec![draft.clone()];
        // What opens an instrument to anybody discloses it.
        let issue = entries.iter().find(|r| kinds::is_issue(&r.entry.kind));
        let disclosed = entries.iter().any(|r| r.entry.kind == kinds::MADE_PUBLIC);
        if let Some(issue) = issue.filter(|_| new.change == Change::Unseal && draft.audience.level == Level::Public && !disclosed) {
            drafts.push(Draft {
                id: self.random_id(),
                kind: kinds::MADE_PUBLIC.to_owned(),
                about: issue.entry.about.clone(),
                source: Some(decision.to_owned()),
                body: Object::new(),
                ..draft
            });
        }
        Ok(AudienceChange {
            matter: new.matter.clone(),
            level: now.iter().map(|audience| audience.level).max().unwrap_or(first.audience.level),
            drafts,
        })
    }

    /// Refuses a change that changes nothing, or goes the other way.
    fn check_change(
        &self,
        change: Change,
        entries: &[Recorded],
        now: &[Audience],
        closings: &[Closing],
        draft: &Draft,
    ) -> Result<(), FactError> {
        self.check_day(draft)?;
        let act = Closing {
            position: u64::MAX,
            opens: change == Change::Unseal,
            to: draft.audience.clone(),
            from: None,
        };
        let all: Vec<Closing> = closings.iter().cloned().chain([act]).collect();
        let then = entries.iter().map(|r| closing::of_entry(&r.entry, r.position, &all));
        // What counts is what happened in the matter, not the acts that closed and opened it.
        let changed = then.zip(now).zip(entries);
        let changed = changed
            .filter(|(_, r)| !closing::is_closing(&r.entry.kind))
            .any(|((then, now), _)| then != *now);
        let of_entries = entries.iter().zip(now).filter(|(r, _)| !closing::is_closing(&r.entry.kind));
        let audiences: Vec<&Audience> = of_entries.map(|(_, audience)| audience).collect();
        let to = &draft.audience;
        match change {
            Change::Narrow if draft.audience.level == Level::Public => Err(ChangeRefused::NarrowedToPublic.into()),
            Change::WithdrawFromPublic if draft.audience.level == Level::Public || now.iter().all(|a| a.level != Level::Public) => {
                Err(ChangeRefused::NothingPublic.into())
            }
            // The act itself is known to whom it names: they must know of the matter already.
            Change::Narrow | Change::WithdrawFromPublic if !now.iter().any(|audience| audience.at_least_as_wide_as(to)) => {
                Err(ChangeRefused::LetsIn.into())
            }
            Change::Unseal if audiences.iter().any(|audience| *audience != audiences[0]) => Err(ChangeRefused::Uneven.into()),
            _ if !changed => Err(match change {
                Change::Unseal => ChangeRefused::NothingOpened,
                _ => ChangeRefused::NothingClosed,
            }
            .into()),
            _ => Ok(()),
        }
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

/// An opening of what whoever opens the matter sees of it, and of nothing that is hidden from them.
fn opening_what_is_seen(mut draft: Draft, entries: &[Recorded]) -> Draft {
    let mut facts = entries.iter().filter(|recorded| !closing::is_closing(&recorded.entry.kind));
    if let Some(fact) = facts.next() {
        draft.body.set(closing::FROM, Value::Object(fact.audience.to_object()));
    }
    draft
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
