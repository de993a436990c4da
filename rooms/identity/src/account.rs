//! An account: who somebody is to this record, folded from its entries.

use crate::access_token::AccessToken;
use crate::act::{Act, By, Post, Recalled};
use crate::credential::Credential;
use crate::token::Key;
use access::{Assignment, Held};
use jiff::{SignedDuration, Timestamp};
use record::audience::Level;
use record::entry::EntryId;
use register::chain;
use register::port::Recorded;
pub use register::sign_in::AccountId;
use std::collections::{BTreeMap, BTreeSet};

/// Where an account is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its owner was invited and has not come yet.
    Invited,
    /// Its owner may sign in.
    Open,
    /// It is closed for good; whoever comes back gets another.
    Closed,
}

/// An account as its entries say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    id: AccountId,
    name: String,
    invited_for: Post,
    stage: Stage,
    posts: BTreeSet<Post>,
    credentials: Vec<Credential>,
    tokens: Vec<AccessToken>,
    service: bool,
    assigned: BTreeMap<String, Level>,
    delegated: BTreeMap<(String, AccountId), (Level, Timestamp)>,
    emergencies: BTreeMap<EntryId, Emergency>,
    revision: u64,
}

/// How long access in an emergency lasts at most, from its approval; after that two persons decide again.
pub const LONGEST_EMERGENCY: SignedDuration = SignedDuration::from_hours(24);

/// Access in an emergency, asked for or approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emergency {
    /// The matter.
    pub matter: String,
    /// The narrowest level that it opens.
    pub level: Level,
    /// Who asked: the owner of the account, or somebody for them.
    pub by: By,
    /// Why.
    pub reason: String,
    /// When it was asked for.
    pub asked: Timestamp,
    /// Until when; none until a second person has approved it.
    pub until: Option<Timestamp>,
    /// Whether it was ended.
    pub ended: bool,
}

/// Where access in an emergency is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmergencyStage {
    /// It waits for a second person.
    Open,
    /// It was granted, and lasts.
    Granted,
    /// It was granted, and is over: by time, or before.
    Ended,
    /// It was asked for and never granted.
    Refused,
}

impl EmergencyStage {
    /// The word that is printed.
    pub fn word(self) -> &'static str {
        match self {
            EmergencyStage::Open => "open",
            EmergencyStage::Granted => "granted",
            EmergencyStage::Ended => "ended",
            EmergencyStage::Refused => "refused",
        }
    }
}

impl Emergency {
    /// Whether somebody is the second person: not who asked, and not who gets the access; nor the shell, at which nobody
    /// knows whose account is theirs.
    pub fn may_be_approved_by(&self, by: &By, account: &AccountId) -> bool {
        *by != self.by && *by != By::Account(*account) && *by != By::Operator
    }

    /// Where it is in its life at an instant.
    pub fn stage(&self, now: Timestamp) -> EmergencyStage {
        match self.until {
            None if self.ended => EmergencyStage::Refused,
            None => EmergencyStage::Open,
            Some(until) if self.ended || until <= now => EmergencyStage::Ended,
            Some(_) => EmergencyStage::Granted,
        }
    }
}

impl Account {
    /// The account of an id, out of entries in the order of recording; none where it was never invited. Entries of
    /// others, and of other kinds, make no difference.
    pub fn fold<'a>(id: &AccountId, entries: impl IntoIterator<Item = &'a Recorded>) -> Option<Account> {
        let of_it = |recorded: &&Recorded| Recalled::of(&recorded.entry).is_some_and(|act| act.account == *id);
        let entries: Vec<&Recorded> = entries.into_iter().filter(of_it).collect();
        // Whatever was restated or taken back may have taken something from the account.
        let corrected = entries.iter().filter(|recorded| recorded.entry.corrects.is_some()).count();
        let mut account: Option<Account> = None;
        for held in chain::held(entries) {
            let Some(recalled) = Recalled::of(&held.now().entry) else {
                continue;
            };
            match (&mut account, recalled.act) {
                (None, Act::AccountInvited { name, post }) => account = Some(Account::invited(*id, name, post)),
                (None, Act::ServiceTakenIn { name, post }) => account = Some(Account::of_a_service(*id, name, post)),
                (None, _) => {}
                (Some(account), act) => account.apply(held.now(), held.first, recalled.by, act),
            }
        }
        if let Some(account) = &mut account {
            account.revision += u64::try_from(corrected).unwrap_or(u64::MAX);
        }
        account
    }

    fn invited(id: AccountId, name: String, invited_for: Post) -> Account {
        Account {
            id,
            name,
            invited_for,
            stage: Stage::Invited,
            posts: BTreeSet::new(),
            credentials: Vec::new(),
            tokens: Vec::new(),
            service: false,
            assigned: BTreeMap::new(),
            delegated: BTreeMap::new(),
            emergencies: BTreeMap::new(),
            revision: 0,
        }
    }

    fn of_a_service(id: AccountId, name: String, post: Post) -> Account {
        Account {
            stage: Stage::Open,
            posts: BTreeSet::from([post.clone()]),
            service: true,
            ..Account::invited(id, name, post)
        }
    }

    fn apply(&mut self, recorded: &Recorded, first: &EntryId, by: By, act: Act) {
        let matter = recorded.entry.matter.as_str();
        if act.takes_away() {
            self.revision += 1;
        }
        match act {
            // What a team is, is folded in [`crate::people::cases`].
            Act::AccountInvited { .. } | Act::TeamTakenIn { .. } | Act::ServiceTakenIn { .. } => {}
            Act::AccountOpened => {
                if self.stage == Stage::Invited {
                    self.stage = Stage::Open;
                }
            }
            Act::AccountClosed { .. } => {
                self.stage = Stage::Closed;
                self.tokens.clear();
            }
            Act::CredentialAdded { credential } => {
                let key = credential.key();
                self.credentials.retain(|has| has.key() != key);
                self.credentials.push(credential);
            }
            Act::CredentialRevoked { credential, .. } => {
                self.credentials.retain(|has| has.key() != credential);
                // Whoever had it may have made tokens with it.
                self.tokens.retain(|token| token.credential != Some(credential));
            }
            Act::TokenIssued { token } => {
                self.tokens.retain(|has| has.key != token.key);
                self.tokens.push(token);
            }
            Act::TokenRevoked { token } => self.tokens.retain(|has| has.key != token),
            Act::RoleGranted { post } => {
                self.posts.insert(post);
            }
            Act::RoleWithdrawn { post, .. } => {
                self.posts.remove(&post);
                self.tokens.retain(|token| token.post != post);
                // Matters go with the last role: whoever comes back in another is given anew what they need.
                if self.posts.is_empty() {
                    self.assigned.clear();
                    self.delegated.clear();
                }
            }
            Act::MatterAssigned { level } => {
                self.assigned.insert(matter.to_owned(), level);
            }
            Act::AssignmentEnded { .. } => {
                self.assigned.remove(matter);
            }
            Act::DelegationGiven { from, level, until } => {
                self.delegated.insert((matter.to_owned(), from), (level, until));
            }
            Act::DelegationEnded { from } => {
                self.delegated.remove(&(matter.to_owned(), from));
            }
            Act::BreakGlassRequested { level, reason } => {
                let emergency = Emergency {
                    matter: matter.to_owned(),
                    level,
                    by,
                    reason,
                    asked: recorded.entry.recorded,
                    until: None,
                    ended: false,
                };
                self.emergencies.insert(first.clone(), emergency);
            }
            Act::BreakGlassApproved { request, until } => {
                let account = self.id;
                if let Some(emergency) = self.emergency(&request, matter).filter(|e| e.may_be_approved_by(&by, &account)) {
                    let longest = recorded.entry.recorded.saturating_add(LONGEST_EMERGENCY).unwrap_or(Timestamp::MAX);
                    emergency.until = Some(until.min(longest));
                }
            }
            Act::BreakGlassEnded { request } => {
                if let Some(emergency) = self.emergency(&request, matter) {
                    emergency.ended = true;
                }
            }
            // What a recovery is, is folded in [`crate::recovery`].
            Act::RecoveryRequested { .. } | Act::RecoveryApproved { .. } | Act::RecoveryStopped { .. } => {}
            Act::RecoveryCompleted { .. } => self.tokens.clear(),
        }
    }

    /// A request for access in an emergency, if it is in this matter.
    fn emergency(&mut self, request: &EntryId, matter: &str) -> Option<&mut Emergency> {
        self.emergencies.get_mut(request).filter(|emergency| emergency.matter == matter)
    }

    /// Which.
    pub fn id(&self) -> &AccountId {
        &self.id
    }

    /// The name under which its owner was invited.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The post for which its owner was invited.
    pub fn invited_for(&self) -> &Post {
        &self.invited_for
    }

    /// Where it is in its life.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether its owner may sign in.
    pub fn is_open(&self) -> bool {
        self.stage == Stage::Open
    }

    /// The posts that its owner holds; one of them is chosen at sign-in.
    pub fn posts(&self) -> &BTreeSet<Post> {
        &self.posts
    }

    /// Its credentials that were not revoked, in the order in which they were added.
    pub fn credentials(&self) -> &[Credential] {
        &self.credentials
    }

    /// A credential that was not revoked.
    pub fn credential(&self, key: &Key) -> Option<&Credential> {
        self.credentials.iter().find(|credential| credential.key() == *key)
    }

    /// Its tokens that were not revoked, whether their time is over or not, in the order in which they were made.
    pub fn tokens(&self) -> &[AccessToken] {
        &self.tokens
    }

    /// Whether it is the account of a program, at which nobody signs in.
    pub fn is_service(&self) -> bool {
        self.service
    }

    /// How often something was taken from the account: a role, a credential, or all. A session that began under
    /// an earlier number is over. Never falls.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Access in emergencies that was ever asked for, by the entry of the request.
    pub fn emergencies(&self) -> &BTreeMap<EntryId, Emergency> {
        &self.emergencies
    }

    /// The assignments in force at an instant, for `access::Viewer::of`; none of a closed account. Those of
    /// a delegation last only as long as whoever gave it has the matter, and reach no further: the level up to which
    /// they have it is for the caller to know.
    pub fn assignments(&self, now: Timestamp, still_has: impl Fn(&AccountId, &str) -> Option<Level>) -> Vec<Assignment> {
        if !self.is_open() {
            return Vec::new();
        }
        let assigned = self.assigned.iter().map(|(matter, level)| (matter, *level, Held::Assigned));
        let delegated = self
            .delegated
            .iter()
            .filter(|(_, (_, until))| now < *until)
            .filter_map(|((matter, from), (level, _))| Some((matter, still_has(from, matter)?.min(*level), Held::Delegated)));
        let emergencies = self
            .emergencies
            .values()
            .filter(|emergency| !emergency.ended && emergency.until.is_some_and(|until| now < until))
            .map(|emergency| (&emergency.matter, emergency.level, Held::BreakGlass));
        assigned
            .chain(delegated)
            .chain(emergencies)
            .map(|(matter, up_to, held)| Assignment {
                matter: matter.clone(),
                up_to,
                held,
            })
            .collect()
    }

    /// The matters that its owner was given, in whatever way, and of which they may have any still.
    pub fn matters(&self) -> BTreeSet<&str> {
        let delegated = self.delegated.keys().map(|(matter, _)| matter);
        let emergencies = self.emergencies.values().filter(|emergency| !emergency.ended);
        let all = self
            .assigned
            .keys()
            .chain(delegated)
            .chain(emergencies.map(|emergency| &emergency.matter));
        all.map(String::as_str).collect()
    }

    /// Delegations that were given to its owner and not taken back: matter, giver, level and end.
    pub fn delegations(&self) -> impl Iterator<Item = (&str, &AccountId, Level, Timestamp)> {
        self.delegated
            .iter()
            .map(|((matter, from), (level, until))| (matter.as_str(), from, *level, *until))
    }

    /// Whether a matter is assigned to its owner in person, and so can be delegated.
    pub fn is_assigned(&self, matter: &str) -> bool {
        self.assigned_up_to(matter).is_some()
    }

    /// The matters that are assigned to its owner in person, each with the level up to which.
    pub fn assigned(&self) -> impl Iterator<Item = (&str, Level)> {
        let holds = self.is_open() && !self.posts.is_empty();
        let all = self.assigned.iter().filter(move |_| holds);
        all.map(|(matter, level)| (matter.as_str(), *level))
    }

    /// Up to which level a matter is assigned to its owner in person; none to whoever holds no post any more.
    pub fn assigned_up_to(&self, matter: &str) -> Option<Level> {
        let assigned = self.assigned.get(matter).copied();
        assigned.filter(|_| self.is_open() && !self.posts.is_empty())
    }
}
