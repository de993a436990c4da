//! Handing over a desk: everything that somebody is assigned to goes to somebody else, in one act.

use super::matters::{Giving, may_give, may_have};
use super::{Actor, People, PeopleError};
use crate::account::AccountId;
use crate::act::Act;
use access::{Action, Held};
use record::audience::Level;
use register::audit::Act as Audited;

impl People {
    /// Hands over all that `from` is assigned to and the actor sees: `to` is assigned to it as far as `from` was, and `from`
    /// no longer. All of it or nothing; how many matters it was. What the actor does not see, or may not take from somebody of
    /// another organisation, stays where it is, and is not told of.
    ///
    /// # Errors
    /// There is nothing to hand over, no reason is given, the actor may not give one of the matters, or the audience of one
    /// does not let `to` in.
    pub async fn hand_over(&self, actor: &Actor, from: &AccountId, to: &AccountId, reason: &str) -> Result<usize, PeopleError> {
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
        let (mut drafts, mut events, mut matters) = (Vec::new(), Vec::new(), 0);
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
            matters += 1;
        }
        if matters == 0 {
            return Err(PeopleError::NotHeld);
        }
        self.append(drafts, &events).await?;
        Ok(matters)
    }
}
