//! Changes of the audience of a matter: it is closed further, opened, or withdrawn from the public, by a decision.

use super::{AudienceWords, given, refuse_own};
use crate::Register;
use crate::change_refused::ChangeRefused;
use crate::closing::{self, Closing};
use crate::fact::FactError;
use crate::kinds;
use crate::port::{Of, Recorded};
use crate::request::RequestId;
use access::{Action, On, Viewer, may};
use record::audience::{Audience, Level, Reader};
use record::entry::{Author, Draft, Subject};
use record::json::{Object, Value};
use record::when::{Span, When};

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

impl Register {
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
}

/// An opening of what whoever opens the matter sees of it, and of nothing that is hidden from them.
fn opening_what_is_seen(mut draft: Draft, entries: &[Recorded]) -> Draft {
    let mut facts = entries.iter().filter(|recorded| !closing::is_closing(&recorded.entry.kind));
    if let Some(fact) = facts.next() {
        draft.body.set(closing::FROM, Value::Object(fact.audience.to_object()));
    }
    draft
}
