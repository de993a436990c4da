//! Who has which matter: assignments, delegations for an absence, and access in an emergency.

use super::accounts::read_reason;
use super::cases::{OfCase, is_of_another_case};
use super::{Actor, People, PeopleError, Roll};
use crate::account::{Account, AccountId, LONGEST_EMERGENCY};
use crate::act::{Act, Post, Writer};
use access::{Action, Assignment, Held, Matter, On, Viewer, may};
use jiff::{SignedDuration, Timestamp};
use record::audience::{Audience, Level, Reader};
use record::entry::{Draft, EntryId};
use register::audit::Act as Audited;
use register::kinds;
use register::port::{Of, Recorded};

/// How long a delegation lasts at most, in days: half a year, after which whoever is away assigns somebody else.
pub const LONGEST_DELEGATION: i64 = 183;

/// The ground on which what is recorded of who has a matter is not public. Not that of the matter, whose words may be
/// erased while these stay.
const BASIS: &str = "who has the matter";

/// A matter as somebody who gives access to it sees it.
pub(super) struct Seen {
    /// Who may know it, at the level of its first entry.
    pub(super) audience: Audience,
    /// The narrowest level of what they see of it.
    up_to: Level,
    /// What of it is about a case.
    of_case: Vec<OfCase>,
}

impl Seen {
    /// Who may know what the matter holds at a level, where that is narrower than the matter as a whole. What is given
    /// at a level is decided, and told, at that level: that somebody has what is sealed tells that there is such.
    pub(super) fn at(&self, level: Level) -> Audience {
        Audience {
            level: level.max(self.audience.level),
            ..self.audience.clone()
        }
    }

    /// The same at the narrowest level that is seen.
    pub(super) fn whole(&self) -> Audience {
        self.at(self.up_to)
    }
}

/// A request for access in an emergency that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Who would get it.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// The entry of the request.
    pub request: EntryId,
    /// To which matter.
    pub matter: String,
    /// Why.
    pub reason: String,
}

impl People {
    /// Assigns a matter to somebody, up to a level or as far as the actor sees it.
    ///
    /// # Errors
    /// The actor may not, or the matter's audience lets nobody in the person's roles in.
    pub async fn assign(&self, actor: &Actor, account: &AccountId, matter: &str, up_to: Option<Level>) -> Result<(), PeopleError> {
        let seen = self.seen(actor.viewer(), matter).await?;
        // Nobody gives a matter to themselves, whatever they hold of it for now.
        if actor.account() == Some(account) {
            return Err(PeopleError::NotAllowed);
        }
        let roll = self.roll().await?;
        let level = up_to.unwrap_or(seen.up_to);
        let audience = seen.at(level);
        let known = may_have(&roll, account)?;
        let giving = Giving {
            actor,
            roll: &roll,
            action: Action::Assign,
            held: Held::Assigned,
        };
        giving.post_for(known, matter, &seen, &audience)?;
        let act = Act::MatterAssigned { level };
        self.act_in(actor, account, matter, &audience, act, Audited::Assigned).await?;
        Ok(())
    }

    /// Ends an assignment.
    ///
    /// # Errors
    /// The actor may not, they do not have the matter, or no reason is given.
    pub async fn end_assignment(&self, actor: &Actor, account: &AccountId, matter: &str, reason: &str) -> Result<(), PeopleError> {
        let seen = self.seen(actor.viewer(), matter).await?;
        let roll = self.roll().await?;
        let known = roll.account(account).ok_or(PeopleError::NotHeld)?;
        let own = actor.account() == Some(account);
        let may_end = |level: &Level| {
            let audience = seen.at(*level);
            own || known
                .posts()
                .iter()
                .any(|post| may_give(actor, Action::Assign, post, matter, &audience))
        };
        let level = known.assigned_up_to(matter).filter(may_end).ok_or(PeopleError::NotHeld)?;
        let act = Act::AssignmentEnded {
            reason: read_reason(reason)?,
        };
        self.act_in(actor, account, matter, &seen.at(level), act, Audited::AssignmentEnded)
            .await?;
        Ok(())
    }

    /// Passes a matter on for an absence.
    ///
    /// # Errors
    /// The actor has it not themselves, may not, or the end is none.
    pub async fn delegate(&self, actor: &Actor, to: &AccountId, matter: &str, until: Timestamp) -> Result<(), PeopleError> {
        let from = *actor.account().ok_or(PeopleError::NotAllowed)?;
        let seen = self.seen(actor.viewer(), matter).await?;
        let roll = self.roll().await?;
        let now = self.outside().now();
        let longest = now
            // To the end of the last day.
            .saturating_add(SignedDuration::from_hours(24 * (LONGEST_DELEGATION + 1)))
            .unwrap_or(Timestamp::MAX);
        if until <= now || until > longest {
            return Err(PeopleError::Until(LONGEST_DELEGATION));
        }
        let assigned = roll.account(&from).and_then(|from| from.assigned_up_to(matter));
        let level = assigned.filter(|_| from != *to).ok_or(PeopleError::NotHeld)?.min(seen.up_to);
        let audience = seen.at(level);
        let known = may_have(&roll, to)?;
        let giving = Giving {
            actor,
            roll: &roll,
            action: Action::Delegate,
            held: Held::Delegated,
        };
        giving.post_for(known, matter, &seen, &audience)?;
        let act = Act::DelegationGiven { from, level, until };
        self.act_in(actor, to, matter, &audience, act, Audited::Delegated).await?;
        Ok(())
    }

    /// Takes a delegation back before its end: by whoever gave it, or whoever has it.
    ///
    /// # Errors
    /// There is none, or the actor is neither.
    pub async fn end_delegation(&self, actor: &Actor, to: &AccountId, from: &AccountId, matter: &str) -> Result<(), PeopleError> {
        if actor.account().is_some_and(|by| by != from && by != to) {
            return Err(PeopleError::NotAllowed);
        }
        let seen = self.seen(actor.viewer(), matter).await?;
        let roll = self.roll().await?;
        let given = roll.account(to).and_then(|known| {
            let mut given = known.delegations();
            given
                .find(|(of, by, _, _)| *of == matter && *by == from)
                .map(|(_, _, level, _)| level)
        });
        let level = given.ok_or(PeopleError::NotHeld)?;
        let act = Act::DelegationEnded { from: *from };
        self.act_in(actor, to, matter, &seen.at(level), act, Audited::DelegationEnded)
            .await?;
        Ok(())
    }

    /// Asks for access to a matter in an emergency. The answer is the same whether there is such a matter or not:
    /// whoever may grant it is told.
    ///
    /// # Errors
    /// The actor has no account, or no reason is given, or the record cannot be written.
    pub async fn ask_emergency(&self, actor: &Actor, matter: &str, reason: &str) -> Result<(), PeopleError> {
        let account = *actor.account().ok_or(PeopleError::NotAllowed)?;
        let reason = read_reason(reason)?;
        let matter = matter.trim();
        // Looked up as the program, since whoever asks does not see it.
        let seen = match self.seen(&Viewer::operator(), matter).await {
            Ok(seen) => Some(seen),
            Err(PeopleError::NoSuchMatter) => None,
            Err(error) => return Err(error),
        };
        let may_ask = |seen: &Seen| {
            let audience = &seen.whole();
            may(actor.viewer(), Action::RequestBreakGlass, On::Matter(Matter { matter, audience }))
        };
        let roll = self.roll().await?;
        let waits = roll.account(&account).is_some_and(|account| {
            let mut asked = account.emergencies().values();
            asked.any(|asked| asked.matter == matter && asked.until.is_none() && !asked.ended)
        });
        let event = self.audit.event(Audited::EmergencyRequested, actor.who());
        let event = event.about(&account.to_string());
        // What asks for nothing that is there is recorded all the same, as secret as the other and as durable before the
        // answer, so that the time which that takes does not tell them apart. In the matter of an account such an entry
        // asks for nothing; see [`Recalled::of`](crate::act::Recalled::of).
        let (level, asked_in, audience, event) = match seen.filter(|seen| may_ask(seen) && !waits) {
            Some(seen) => {
                let audience = seen.whole();
                let event = event.matter(matter, audience.level);
                (seen.up_to, matter.to_owned(), audience, event)
            }
            None => {
                let owner = Reader::Person(account.to_string());
                let audience = Audience::of(Level::UnderSeal, owner.clone(), [owner]);
                (Level::UnderSeal, account.matter(), audience, event)
            }
        };
        let act = Act::BreakGlassRequested { level, reason };
        let draft = self.draft_in(actor, &account, &asked_in, &audience, &act)?;
        self.append(vec![draft], &[event]).await?;
        Ok(())
    }

    /// Requests for access in an emergency that an actor may grant.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn emergencies_to_grant(&self, actor: &Actor) -> Result<Vec<Waiting>, PeopleError> {
        let roll = self.roll().await?;
        let mut waiting = Vec::new();
        let mut told = Vec::new();
        for (account, request, emergency) in roll.emergencies() {
            let open = account.is_open() && emergency.until.is_none() && !emergency.ended;
            if !open || !emergency.may_be_approved_by(actor.by(), account.id()) {
                continue;
            }
            let audience = match self.seen(&Viewer::operator(), &emergency.matter).await {
                Ok(seen) => seen.at(emergency.level),
                Err(PeopleError::NoSuchMatter) => continue,
                Err(error) => return Err(error),
            };
            let on = |post: &Post| may_give(actor, Action::ApproveBreakGlass, post, &emergency.matter, &audience);
            if account.posts().iter().any(on) {
                let event = self.audit.event(Audited::MatterOpened, actor.who());
                told.push(event.matter(&emergency.matter, audience.level));
                waiting.push(Waiting {
                    account: *account.id(),
                    name: account.name().to_owned(),
                    request: request.clone(),
                    matter: emergency.matter.clone(),
                    reason: emergency.reason.clone(),
                });
            }
        }
        // A request tells of its matter: whoever reads it has opened it.
        if !told.is_empty() && actor.account().is_some() {
            self.audit.write(&told).await?;
        }
        Ok(waiting)
    }

    /// Grants access in an emergency, as the second person, for some hours.
    ///
    /// # Errors
    /// The actor may not, is the first person, is at the shell, or there is no such request.
    pub async fn approve_emergency(&self, actor: &Actor, account: &AccountId, request: &EntryId, hours: i64) -> Result<(), PeopleError> {
        if actor.account().is_none() {
            return Err(PeopleError::NotAtTheShell);
        }
        let waiting = self.emergencies_to_grant(actor).await?;
        let waiting = waiting.iter().find(|w| w.account == *account && w.request == *request);
        let waiting = waiting.ok_or(PeopleError::NoSuchRequest)?;
        actor.check_fresh(Action::ApproveBreakGlass)?;
        let longest = LONGEST_EMERGENCY.as_hours();
        if !(1..=longest).contains(&hours) {
            return Err(PeopleError::Until(longest / 24));
        }
        let seen = self.seen(&Viewer::operator(), &waiting.matter).await?;
        let until = self
            .outside()
            .now()
            .saturating_add(SignedDuration::from_hours(hours))
            .unwrap_or(Timestamp::MAX);
        let act = Act::BreakGlassApproved {
            request: request.clone(),
            until,
        };
        let audience = seen.whole();
        self.act_in(actor, account, &waiting.matter, &audience, act, Audited::EmergencyApproved)
            .await?;
        Ok(())
    }

    /// Ends access in an emergency before its time, or refuses it: by whoever has it, asked for it, or may grant it.
    ///
    /// # Errors
    /// The actor is none of them, or there is no such request.
    pub async fn end_emergency(&self, actor: &Actor, account: &AccountId, request: &EntryId) -> Result<(), PeopleError> {
        let roll = self.roll().await?;
        let known = roll.account(account).ok_or(PeopleError::NoSuchRequest)?;
        let emergency = known.emergencies().get(request).filter(|emergency| !emergency.ended);
        let emergency = emergency.ok_or(PeopleError::NoSuchRequest)?;
        let seen = self.seen(&Viewer::operator(), &emergency.matter).await?;
        let own = actor.account() == Some(account);
        let audience = seen.at(emergency.level);
        let on = |post: &Post| may_give(actor, Action::ApproveBreakGlass, post, &emergency.matter, &audience);
        if !own && !known.posts().iter().any(on) {
            return Err(PeopleError::NoSuchRequest);
        }
        let audited = if emergency.until.is_some() {
            Audited::EmergencyEnded
        } else {
            Audited::EmergencyRefused
        };
        let act = Act::BreakGlassEnded { request: request.clone() };
        self.act_in(actor, account, &emergency.matter, &audience, act, audited).await?;
        Ok(())
    }

    /// What a viewer sees of a matter, as far as access to it is given by it.
    pub(super) async fn seen(&self, viewer: &Viewer, matter: &str) -> Result<Seen, PeopleError> {
        let entries = self.store.entries(viewer, Of::Matters(vec![matter.to_owned()]), None).await?;
        let about_people = |recorded: &&Recorded| kinds::PEOPLE.contains(&recorded.entry.kind.as_str());
        let of_matter: Vec<&Recorded> = entries.iter().filter(|recorded| !about_people(recorded)).collect();
        let first = of_matter.first().ok_or(PeopleError::NoSuchMatter)?;
        let levels = of_matter.iter().map(|recorded| recorded.audience.level);
        if first.audience.level == Level::Public {
            // Anybody reads it: there is nothing to be assigned.
            return Err(PeopleError::NoSuchMatter);
        }
        Ok(Seen {
            audience: widest(&first.audience, &of_matter),
            up_to: levels.max().unwrap_or(first.audience.level),
            of_case: OfCase::among(&entries),
        })
    }

    /// The draft of an act on a matter, in the matter, for those who may know it.
    pub(super) fn draft_in(
        &self,
        actor: &Actor,
        account: &AccountId,
        matter: &str,
        audience: &Audience,
        act: &Act,
    ) -> Result<Draft, PeopleError> {
        let writer = Writer {
            author: actor.author().clone(),
            by: *actor.by(),
            audience: audience.clone(),
            basis: BASIS.to_owned(),
        };
        Ok(writer.draft(self.outside(), account, matter, act)?)
    }

    /// Records an act on a matter, in the matter, for those who may know it.
    async fn act_in(
        &self,
        actor: &Actor,
        account: &AccountId,
        matter: &str,
        audience: &Audience,
        act: Act,
        audited: Audited,
    ) -> Result<Vec<Recorded>, PeopleError> {
        let draft = self.draft_in(actor, account, matter, audience, &act)?;
        let event = self.audit.event(audited, actor.who()).about(&account.to_string());
        self.append(vec![draft], &[event.matter(matter, audience.level)]).await
    }
}

/// Who may know a matter, at the level of its first entry: whom a later entry lets in may be given it too.
fn widest(first: &Audience, of_matter: &[&Recorded]) -> Audience {
    let audiences = of_matter.iter().map(|recorded| &recorded.audience);
    let wider = |widest: &Audience, audience: &Audience| audience.level == widest.level && audience.at_least_as_wide_as(widest);
    audiences
        .fold(first, |widest, audience| if wider(widest, audience) { audience } else { widest })
        .clone()
}

/// An account to which a matter may be given. Of one that cannot have it nothing else is said.
pub(super) fn may_have<'r>(roll: &'r Roll, account: &AccountId) -> Result<&'r Account, PeopleError> {
    roll.account(account).filter(|known| known.is_open()).ok_or(PeopleError::NotAllowed)
}

/// Whether an actor may give a matter to somebody in a post.
pub(super) fn may_give(actor: &Actor, action: Action, post: &Post, matter: &str, audience: &Audience) -> bool {
    may(
        actor.viewer(),
        action,
        On::Giving(Matter { matter, audience }, &post.organisation, post.role),
    )
}

/// How an actor gives matters to people.
pub(super) struct Giving<'a> {
    pub(super) actor: &'a Actor,
    pub(super) roll: &'a Roll,
    pub(super) action: Action,
    pub(super) held: Held,
}

impl Giving<'_> {
    /// A post of somebody in which they may be given a matter at an audience, and in which they could then read it.
    pub(super) fn post_for<'p>(
        &self,
        account: &'p Account,
        matter: &str,
        seen: &Seen,
        audience: &Audience,
    ) -> Result<&'p Post, PeopleError> {
        let posts = account.posts().iter();
        let given: Vec<&Post> = posts
            .filter(|post| may_give(self.actor, self.action, post, matter, audience))
            .collect();
        if given.is_empty() {
            return Err(PeopleError::NotAllowed);
        }
        let viewer = |post: &Post| {
            let assignment = Assignment {
                matter: matter.to_owned(),
                up_to: audience.level,
                held: self.held,
            };
            self.roll.viewer_with(account, post, vec![assignment])
        };
        let reads = |viewer: &Viewer| may(viewer, Action::Read, On::Matter(Matter { matter, audience }));
        let readers = given
            .into_iter()
            .filter_map(|post| Some((post, viewer(post).filter(|viewer| reads(viewer))?)));
        let readers: Vec<(&Post, Viewer)> = readers.collect();
        if readers.is_empty() {
            return Err(PeopleError::NotLetIn);
        }
        let of_their_case = |(_, viewer): &(&Post, Viewer)| !is_of_another_case(viewer, matter, &seen.of_case);
        let found = readers.into_iter().find(of_their_case);
        found.map(|(post, _)| post).ok_or(PeopleError::OfAnotherCase)
    }
}
