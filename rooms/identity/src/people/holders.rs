//! Who has a matter, to whom it may be given, and which emergencies there were in it: as far as an actor may see the
//! entries that say so.
//!
//! Names are told of those whom the actor sees among the people (see [`People::knows`]) or may give the matter to;
//! of others their organisation alone, since who works on a matter elsewhere is for others to tell.

use super::matters::{Giving, Seen, may_give};
use super::roll::home;
use super::{Actor, People, PeopleError, Roll};
use crate::account::{Account, AccountId};
use crate::act::{Act, BREAK_GLASS, By, Post, Recalled};
use crate::desk::StoreError;
use access::{Action, Held, Organisation};
use jiff::{SignedDuration, Timestamp};
use record::audience::Level;
use record::entry::EntryId;
use register::port::{Of, Recorded};

/// How long those concerned are told of an emergency on the page with which they begin.
pub const TOLD: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Somebody, as far as an actor may know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// The shell of whoever owns the folder.
    Operator,
    /// A person by name, with the post in which they are known first.
    Named {
        /// Their account.
        account: AccountId,
        /// What they are called.
        name: String,
        /// Their post.
        post: Post,
    },
    /// Somebody of another organisation.
    Of(Organisation),
    /// Nobody of whom this record knows anything.
    Nobody,
}

/// Somebody who has a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Their account.
    pub account: AccountId,
    /// Who.
    pub who: Known,
    /// How.
    pub held: Held,
    /// The narrowest level that is open to them in it.
    pub up_to: Level,
    /// Until when; none where it lasts.
    pub until: Option<Timestamp>,
    /// Who passed it on, where it is for an absence.
    pub from: Option<(AccountId, Known)>,
    /// The request, where it is for an emergency.
    pub request: Option<EntryId>,
}

/// Somebody to whom a matter may be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Their account.
    pub account: AccountId,
    /// What they are called.
    pub name: String,
    /// The post in which they could then read it.
    pub post: Post,
}

/// Access in an emergency that was granted, as those concerned are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The matter.
    pub matter: String,
    /// Whose account got it.
    pub account: AccountId,
    /// The entry of the request.
    pub request: EntryId,
    /// Who got it.
    pub who: Known,
    /// Why.
    pub reason: String,
    /// When it was asked for.
    pub asked: Timestamp,
    /// Who granted it.
    pub by: Known,
    /// When.
    pub granted: Timestamp,
    /// Until when it lasted at most.
    pub until: Timestamp,
    /// When it was ended before.
    pub ended: Option<Timestamp>,
}

/// Those who have a matter, and what an actor may do about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holders {
    /// Who has it now.
    pub holders: Vec<Holder>,
    /// Emergencies, the newest first.
    pub emergencies: Vec<Told>,
    /// Those whose assignment the actor may end, as they may give it.
    pub may_end: Vec<AccountId>,
    /// Whom the actor may assign it to.
    pub to_assign: Vec<Candidate>,
    /// Whom the actor may pass it on to.
    pub to_delegate: Vec<Candidate>,
}

/// A matter that an actor has themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The matter.
    pub matter: String,
    /// How.
    pub held: Held,
    /// Until when; none where it lasts.
    pub until: Option<Timestamp>,
    /// Who passed it on, where it is for somebody's absence.
    pub from: Option<Known>,
    /// The request, where it is for an emergency.
    pub request: Option<EntryId>,
}

impl People {
    /// Those who have a matter, and whom the actor may give it to.
    ///
    /// # Errors
    /// There is no such matter for the actor, or the record cannot be read.
    pub async fn holders(&self, actor: &Actor, matter: &str) -> Result<Holders, PeopleError> {
        let of = Of::Matters(vec![matter.to_owned()]);
        let entries = self.store.entries(actor.viewer(), of, None).await?;
        let seen = match self.seen(actor.viewer(), matter).await {
            Ok(seen) => Some(seen),
            // Of what is public nobody needs to be given anything.
            Err(PeopleError::NoSuchMatter) => None,
            Err(error) => return Err(error),
        };
        let roll = self.roll().await?;
        let now = self.outside().now();
        let knowing = Knowing {
            people: self,
            actor,
            roll: &roll,
            seen: seen.as_ref().map(|seen| (matter, seen)),
        };
        let mut holders = Holders {
            holders: holders_in(&knowing, matter, &entries, now),
            emergencies: knowing.told(&entries),
            ..Holders::default()
        };
        if let Some(seen) = &seen {
            let gives = |account: &&Account| {
                let given = |post: &Post| may_give(actor, Action::Assign, post, matter, &seen.whole());
                account.posts().iter().any(given)
            };
            holders.may_end = roll.accounts().into_iter().filter(gives).map(|account| *account.id()).collect();
            let has = |account: &Account| {
                holders
                    .holders
                    .iter()
                    .any(|h| h.account == *account.id() && h.held == Held::Assigned)
            };
            let to_assign = knowing.candidates(Action::Assign, Held::Assigned, matter, seen);
            let others = to_assign.filter(|(account, _)| !has(account) && actor.account() != Some(account.id()));
            holders.to_assign = others.map(candidate).collect();
            let own = actor.account().filter(|own| roll.is_assigned(own, matter, now));
            if let Some(own) = own {
                let others = knowing.candidates(Action::Delegate, Held::Delegated, matter, seen);
                holders.to_delegate = others.filter(|(account, _)| account.id() != own).map(candidate).collect();
            }
        }
        Ok(holders)
    }

    /// Whether nobody of an organisation has a matter, as far as an actor may see who has it.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn nobody_has(&self, actor: &Actor, matter: &str, organisation: &Organisation) -> Result<bool, StoreError> {
        let of = Of::Matters(vec![matter.to_owned()]);
        let entries = self.store.entries(actor.viewer(), of, None).await?;
        let roll = self.roll().await?;
        let knowing = Knowing {
            people: self,
            actor,
            roll: &roll,
            seen: None,
        };
        let of_it = |holder: &Holder| {
            let account = roll.account(&holder.account);
            account.is_some_and(|account| account.posts().iter().any(|post| post.organisation == *organisation))
        };
        Ok(!holders_in(&knowing, matter, &entries, self.outside().now()).iter().any(of_it))
    }

    /// The matters that an actor has themselves, whatever they may see of them.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn own(&self, actor: &Actor) -> Result<Vec<Own>, PeopleError> {
        let roll = self.roll().await?;
        let now = self.outside().now();
        let Some(account) = actor.account().and_then(|own| roll.account(own)) else {
            return Ok(Vec::new());
        };
        let knowing = Knowing {
            people: self,
            actor,
            roll: &roll,
            seen: None,
        };
        let assignments = roll.assignments(account, now);
        let mut own: Vec<Own> = assignments
            .into_iter()
            .filter(|assignment| assignment.held == Held::Assigned)
            .map(|assignment| Own {
                matter: assignment.matter,
                held: Held::Assigned,
                until: None,
                from: None,
                request: None,
            })
            .collect();
        let in_force = account
            .delegations()
            .filter(|(matter, from, _, until)| now < *until && roll.is_assigned(from, matter, now));
        own.extend(in_force.map(|(matter, from, _, until)| Own {
            matter: matter.to_owned(),
            held: Held::Delegated,
            until: Some(until),
            from: Some(knowing.account(from)),
            request: None,
        }));
        for (request, emergency) in account.emergencies() {
            if let Some(until) = emergency.until.filter(|until| !emergency.ended && now < *until) {
                own.push(Own {
                    matter: emergency.matter.clone(),
                    held: Held::BreakGlass,
                    until: Some(until),
                    from: None,
                    request: Some(request.clone()),
                });
            }
        }
        Ok(own)
    }

    /// Emergencies of the last days in matters that an actor may see, but their own, the newest first.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn told_of_emergencies(&self, actor: &Actor) -> Result<Vec<Told>, PeopleError> {
        let of = Of::Kinds(BREAK_GLASS.map(str::to_owned).to_vec());
        let mut entries = self.store.entries(actor.viewer(), of, None).await?;
        entries.retain(|recorded| recorded.audience.level != Level::Public);
        let roll = self.roll().await?;
        let knowing = Knowing {
            people: self,
            actor,
            roll: &roll,
            seen: None,
        };
        let since = self.outside().now().saturating_sub(TOLD).unwrap_or(Timestamp::MIN);
        let mut told = knowing.told(&entries);
        told.retain(|told| told.granted >= since && actor.account() != Some(&told.account));
        Ok(told)
    }

    /// Who did something, by account, as far as an actor may know them.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn who_is(&self, actor: &Actor, account: &AccountId) -> Result<Known, PeopleError> {
        let roll = self.roll().await?;
        let knowing = Knowing {
            people: self,
            actor,
            roll: &roll,
            seen: None,
        };
        Ok(knowing.account(account))
    }
}

/// What an actor may know of people.
struct Knowing<'a> {
    people: &'a People,
    actor: &'a Actor,
    roll: &'a Roll,
    seen: Option<(&'a str, &'a Seen)>,
}

impl Knowing<'_> {
    fn account(&self, id: &AccountId) -> Known {
        let Some(account) = self.roll.account(id) else {
            return Known::Nobody;
        };
        let may_be_given = |(matter, seen): (&str, &Seen)| {
            let given = |post: &Post| may_give(self.actor, Action::Assign, post, matter, &seen.whole());
            account.posts().iter().any(given)
        };
        let own = self.actor.account() == Some(id);
        if own || self.people.knows(self.actor, account) || self.seen.is_some_and(may_be_given) {
            return Known::Named {
                account: *id,
                name: account.name().to_owned(),
                post: account.posts().iter().next().unwrap_or(account.invited_for()).clone(),
            };
        }
        Known::Of(home(account))
    }

    fn by(&self, by: &By) -> Known {
        match by {
            By::Operator => Known::Operator,
            By::Account(id) => self.account(id),
        }
    }

    /// Accounts to which an actor may give a matter, each with the post in which its owner could read it.
    fn candidates<'s>(
        &'s self,
        action: Action,
        held: Held,
        matter: &'s str,
        seen: &'s Seen,
    ) -> impl Iterator<Item = (&'s Account, &'s Post)> {
        let giving = Giving {
            actor: self.actor,
            roll: self.roll,
            action,
            held,
        };
        let open = self.roll.accounts().into_iter().filter(|account| account.is_open());
        open.filter_map(move |account| Some((account, giving.post_for(account, matter, seen, &seen.whole()).ok()?)))
    }

    /// Emergencies that were granted, by the entries that the actor may see, the newest first.
    fn told(&self, entries: &[Recorded]) -> Vec<Told> {
        let recalled = |recorded: &Recorded| Some((Recalled::of(&recorded.entry)?, recorded.entry.recorded));
        let acts: Vec<(&Recorded, Recalled, Timestamp)> = entries
            .iter()
            .filter_map(|recorded| recalled(recorded).map(|(recalled, at)| (recorded, recalled, at)))
            .collect();
        let mut told = Vec::new();
        for (asking, asked, at) in &acts {
            let Act::BreakGlassRequested { reason, .. } = &asked.act else {
                continue;
            };
            let request = &asking.entry.id;
            let of_it = |of: &EntryId, recorded: &Recorded| of == request && recorded.entry.matter == asking.entry.matter;
            let granted = acts.iter().find_map(|(recorded, recalled, at)| match &recalled.act {
                Act::BreakGlassApproved { request, until } if of_it(request, recorded) => Some((recalled.by, *at, *until)),
                _ => None,
            });
            let Some((by, granted, until)) = granted else { continue };
            let ended = acts.iter().find_map(|(recorded, recalled, at)| match &recalled.act {
                Act::BreakGlassEnded { request } if of_it(request, recorded) => Some(*at),
                _ => None,
            });
            told.push(Told {
                matter: asking.entry.matter.clone(),
                account: asked.account,
                request: request.clone(),
                who: self.account(&asked.account),
                reason: reason.clone(),
                asked: *at,
                by: self.by(&by),
                granted,
                until,
                ended,
            });
        }
        told.sort_by_key(|told| std::cmp::Reverse(told.granted));
        told
    }
}

fn candidate((account, post): (&Account, &Post)) -> Candidate {
    Candidate {
        account: *account.id(),
        name: account.name().to_owned(),
        post: post.clone(),
    }
}

/// Those who have a matter now, of those whose coming to it the actor may see.
fn holders_in(knowing: &Knowing, matter: &str, entries: &[Recorded], now: Timestamp) -> Vec<Holder> {
    let acts: Vec<Recalled> = entries.iter().filter_map(|recorded| Recalled::of(&recorded.entry)).collect();
    let mut holders = Vec::new();
    for account in knowing.roll.accounts() {
        let shown = |is: &dyn Fn(&Act) -> bool| acts.iter().any(|act| act.account == *account.id() && is(&act.act));
        let holder = |held, up_to| Holder {
            account: *account.id(),
            who: knowing.account(account.id()),
            held,
            up_to,
            until: None,
            from: None,
            request: None,
        };
        let assignments = knowing.roll.assignments(account, now);
        let assigned = assignments.iter().filter(|a| a.matter == matter && a.held == Held::Assigned);
        if shown(&|act| matches!(act, Act::MatterAssigned { .. })) {
            holders.extend(assigned.map(|assignment| holder(Held::Assigned, assignment.up_to)));
        }
        if !account.is_open() {
            continue;
        }
        for (of, giver, up_to, until) in account.delegations() {
            let in_force = of == matter && now < until && knowing.roll.is_assigned(giver, matter, now);
            if in_force && shown(&|act| matches!(act, Act::DelegationGiven { from, .. } if from == giver)) {
                holders.push(Holder {
                    until: Some(until),
                    from: Some((*giver, knowing.account(giver))),
                    ..holder(Held::Delegated, up_to)
                });
            }
        }
        for (id, emergency) in account.emergencies() {
            let until = emergency.until.filter(|until| !emergency.ended && now < *until);
            let Some(until) = until.filter(|_| emergency.matter == matter) else {
                continue;
            };
            if shown(&|act| matches!(act, Act::BreakGlassApproved { request, .. } if request == id)) {
                holders.push(Holder {
                    until: Some(until),
                    request: Some(id.clone()),
                    ..holder(Held::BreakGlass, emergency.level)
                });
            }
        }
    }
    holders
}
