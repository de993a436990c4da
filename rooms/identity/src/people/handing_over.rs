//! Handing over a desk: everything that somebody is assigned to goes to somebody else, in one act.

use super::matters::{Giving, may_give, may_have};
use super::{Actor, People, PeopleError};
use crate::account::AccountId;
use crate::act::Act;
use crate::desk::StoreError;
use access::{Action, Held};
use record::audience::Level;
use record::entry::EntryId;
use register::audit::Act as Audited;
use register::kinds;
use register::port::Recorded;

/// What was handed over in one act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOver {
    /// The entry by which the act is known: that of the first assignment that ended.
    pub entry: EntryId,
    /// How many assignments ended: one a matter.
    pub ended: usize,
    /// How many began; whoever takes over may have had some of the matters already.
    pub begun: usize,
}

impl HandedOver {
    /// What some entries that were recorded together tell.
    fn of<'r>(entries: impl Iterator<Item = &'r Recorded> + Clone) -> Option<HandedOver> {
        let of = |kind: &'static str| entries.clone().filter(move |recorded| recorded.entry.kind == kind);
        Some(HandedOver {
            entry: of(kinds::ASSIGNMENT_ENDED).next()?.entry.id.clone(),
            ended: of(kinds::ASSIGNMENT_ENDED).count(),
            begun: of(kinds::MATTER_ASSIGNED).count(),
        })
    }
}

impl People {
    /// Hands over all that `from` is assigned to and the actor sees: `to` is assigned to it as far as `from` was, and `from`
    /// no longer. All of it or nothing; what was recorded. What the actor does not see, or may not take from somebody of
    /// another organisation, stays where it is, and is not told of.
    ///
    /// # Errors
    /// There is nothing to hand over, no reason is given, the actor may not give one of the matters, or the audience of one
    /// does not let `to` in.
    pub async fn hand_over(&self, actor: &Actor, from: &AccountId, to: &AccountId, reason: &str) -> Result<HandedOver, PeopleError> {
        if from == to || actor.account() == Some(to) {
            // Nobody gives a matter to themselves.
            return Err(PeopleError::NotAllowed);
        }
        let reason = super::accounts::read_reason(reason)?;
        let roll = self.roll().await?;
        let giver = roll.account(from).ok_or(PeopleError::NoSuchAccount)?;
        let taker = may_have(&roll, to)?;
        let assigned: Vec<(String, Level)> = giver.assigned().map(|(matter, level)| (matter.to_owned(), level)).collect();
        let giving = Giving {
            actor,
            roll: &roll,
            action: Action::Assign,
            held: Held::Assigned,
        };
        let (mut drafts, mut events) = (Vec::new(), Vec::new());
        for (matter, level) in assigned {
            let seen = match self.seen(actor.viewer(), &matter).await {
                Ok(seen) => seen,
                Err(PeopleError::NoSuchMatter) => continue,
                Err(error) => return Err(error),
            };
            let audience = seen.at(level);
            // Of their own people alone, as an assignment is ended.
            if !giver
                .posts()
                .iter()
                .any(|post| may_give(actor, Action::Assign, post, &matter, &audience))
            {
                continue;
            }
            giving.post_for(taker, &matter, &seen, &audience)?;
            let mut act = |account: &AccountId, act: &Act, audited| {
                drafts.push(self.draft_in(actor, account, &matter, &audience, act)?);
                let event = self.audit.event(audited, actor.who()).about(&account.to_string());
                events.push(event.matter(&matter, audience.level));
                Ok::<(), PeopleError>(())
            };
            if taker.assigned_up_to(&matter).is_none_or(|has| has < level) {
                act(to, &Act::MatterAssigned { level }, Audited::Assigned)?;
            }
            act(from, &Act::AssignmentEnded { reason: reason.clone() }, Audited::AssignmentEnded)?;
        }
        if drafts.is_empty() {
            return Err(PeopleError::NotHeld);
        }
        let recorded = self.append(drafts, &events).await?;
        HandedOver::of(recorded.iter()).ok_or(PeopleError::NotHeld)
    }

    /// What an actor handed over in the act that is known by an entry, as far as they see it; none where it is no entry of an
    /// assignment that they ended. That they look how much it was is told to the audit as a figure.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn handed_over(&self, actor: &Actor, entry: &EntryId) -> Result<Option<HandedOver>, StoreError> {
        let beyond = self.store.beyond(actor.viewer()).await?;
        let theirs = beyond.iter().filter(|recorded| recorded.entry.author == *actor.author());
        let known_by = |recorded: &&Recorded| recorded.entry.id == *entry && recorded.entry.kind == kinds::ASSIGNMENT_ENDED;
        let Some(at) = theirs.clone().find(known_by).map(|recorded| recorded.entry.recorded) else {
            return Ok(None);
        };
        // What is recorded in one act has one instant, and nothing else has it.
        Ok(HandedOver::of(theirs.filter(move |recorded| recorded.entry.recorded == at)))
    }
}
