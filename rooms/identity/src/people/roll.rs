//! Everybody as they are now, folded from the record.

use crate::access_token::AccessToken;
use crate::account::{Account, AccountId, Emergency, Stage};
use crate::act::{KINDS, Post, Recalled};
use crate::desk::StoreError;
use crate::name::are_alike;
use crate::people::accounts::posts_of;
use crate::people::cases::Cases;
use crate::recovery::Recovery;
use crate::token::Key;
use access::{Action, Assignment, Held, On, Organisation, Role, Viewer, may};
use jiff::Timestamp;
use record::entry::EntryId;
use register::port::{Of, Recorded, Store};
use std::collections::{BTreeMap, BTreeSet};

/// Everybody as they are now.
#[derive(Clone, Debug, Default)]
pub struct Roll {
    length: u64,
    entries: BTreeMap<AccountId, Vec<Recorded>>,
    accounts: BTreeMap<AccountId, Account>,
    pub(super) cases: Cases,
}

impl Roll {
    /// How many entries the record had.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// The roll with what was recorded since.
    pub(super) async fn renewed(&self, store: &dyn Store) -> Result<Roll, StoreError> {
        let operator = Viewer::operator();
        let (length, new) = if self.length == 0 {
            // Everything that comes after this number is read the next time, whether it is read now too or not.
            let length = store.length().await?;
            let kinds = KINDS.map(str::to_owned).to_vec();
            (length, store.entries(&operator, Of::Kinds(kinds), None).await?)
        } else {
            let new = store.entries(&operator, Of::Since(self.length), None).await?;
            (new.last().map_or(self.length, |last| last.position + 1), new)
        };
        let mut roll = Roll { length, ..self.clone() };
        let mut touched = BTreeSet::new();
        let mut recorded_in = BTreeSet::new();
        for recorded in new {
            recorded_in.insert(recorded.entry.matter.clone());
            let Some(recalled) = Recalled::of(&recorded.entry) else { continue };
            roll.cases.hear(&recalled);
            let of_account = roll.entries.entry(recalled.account).or_default();
            if of_account.iter().all(|known| known.position != recorded.position) {
                of_account.push(recorded);
                touched.insert(recalled.account);
            }
        }
        for id in touched {
            let entries = roll.entries.get(&id).map(Vec::as_slice).unwrap_or_default();
            if let Some(account) = Account::fold(&id, entries) {
                roll.accounts.insert(id, account);
            }
        }
        let Roll { accounts, cases, .. } = &mut roll;
        cases.renew(store, accounts.values(), &recorded_in).await?;
        Ok(roll)
    }

    /// An account.
    pub fn account(&self, id: &AccountId) -> Option<&Account> {
        self.accounts.get(id)
    }

    /// What was recorded of an account.
    pub(super) fn entries_of(&self, id: &AccountId) -> &[Recorded] {
        self.entries.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// All accounts, in the order of their names.
    pub fn accounts(&self) -> Vec<&Account> {
        let mut accounts: Vec<&Account> = self.accounts.values().collect();
        accounts.sort_by(|a, b| (a.name(), a.id()).cmp(&(b.name(), b.id())));
        accounts
    }

    /// The account that has a credential.
    pub fn by_credential(&self, key: &Key) -> Option<&Account> {
        self.accounts.values().find(|account| account.credential(key).is_some())
    }

    /// A token that was not revoked, with its account.
    pub fn by_token(&self, key: &Key) -> Option<(&Account, &AccessToken)> {
        let mut tokens = self
            .accounts
            .values()
            .flat_map(|account| account.tokens().iter().map(move |token| (account, token)));
        tokens.find(|(_, token)| token.key == *key)
    }

    /// The newest recovery of an account.
    pub fn recovery(&self, id: &AccountId) -> Option<Recovery> {
        Recovery::fold(id, self.entries.get(id)?)
    }

    /// What is in force for an account at an instant.
    pub fn assignments(&self, account: &Account, now: Timestamp) -> Vec<Assignment> {
        account.assignments(now, |from, matter| self.account(from)?.assigned_up_to(matter))
    }

    /// An account in one of its posts, as a viewer; none where it may not sign in or does not hold the post.
    pub fn viewer(&self, account: &Account, post: &Post, now: Timestamp) -> Option<Viewer> {
        if !account.is_open() || !account.posts().contains(post) {
            return None;
        }
        self.viewer_in_their_case(account, post, self.assignments(account, now))
    }

    /// Delegations of matters that are in force for others and were given by an account: to whom and of which matter.
    pub fn given_by(&self, from: &AccountId, now: Timestamp) -> Vec<(&Account, String, Timestamp)> {
        let mut given = Vec::new();
        for account in self.accounts() {
            let theirs = account.delegations().filter(|(_, by, _, until)| *by == from && now < *until);
            let in_force = theirs.filter(|(matter, ..)| account.is_open() && self.is_assigned(from, matter, now));
            given.extend(in_force.map(|(matter, _, _, until)| (account, matter.to_owned(), until)));
        }
        given
    }

    /// Access in emergencies that was asked for, by account and entry of the request.
    pub fn emergencies(&self) -> impl Iterator<Item = (&Account, &EntryId, &Emergency)> {
        self.accounts
            .values()
            .flat_map(|account| account.emergencies().iter().map(move |(id, emergency)| (account, id, emergency)))
    }

    /// People of an organisation whose names could be taken for this one.
    pub fn alike(&self, name: &str, organisation: &Organisation) -> Vec<&Account> {
        let of_organisation = |account: &&Account| {
            account.invited_for().organisation == *organisation || account.posts().iter().any(|post| post.organisation == *organisation)
        };
        let standing = self.accounts.values().filter(|account| account.stage() != Stage::Closed);
        standing
            .filter(of_organisation)
            .filter(|account| are_alike(account.name(), name))
            .collect()
    }

    /// How many people administer the accounts of somebody's organisation, the person not counted.
    pub fn who_administer(&self, account: &Account) -> usize {
        let post = home_post(account);
        let others = self.accounts.values().filter(|other| other.is_open() && other.id() != account.id());
        others
            .filter(|other| other.posts().iter().any(|held| may_manage(held, &post)))
            .count()
    }

    /// Whether somebody of an organisation, who came or was invited, administers people in a post of it; `but` is not
    /// counted.
    pub fn has_who_manages(&self, post: &Post, but: Option<&AccountId>) -> bool {
        let standing = self
            .accounts
            .values()
            .filter(|account| account.stage() != Stage::Closed && Some(account.id()) != but);
        let mut posts = standing.flat_map(posts_of);
        posts.any(|held| may_manage(&held, post))
    }

    /// Whether anybody administers the system.
    pub fn has_administrator(&self) -> bool {
        let administers = |post: &Post| post.role == Role::Administrator;
        self.accounts
            .values()
            .any(|account| account.is_open() && account.posts().iter().any(administers))
    }

    /// Whether a matter is assigned to an account itself, neither delegated nor for an emergency.
    pub fn is_assigned(&self, account: &AccountId, matter: &str, now: Timestamp) -> bool {
        let assigned = |assignment: &Assignment| assignment.matter == matter && assignment.held == Held::Assigned;
        self.account(account)
            .is_some_and(|account| self.assignments(account, now).iter().any(assigned))
    }
}

/// Whether somebody in one post administers people in another, of their own organisation.
fn may_manage(held: &Post, post: &Post) -> bool {
    let viewer = Viewer::of(&"0".repeat(32), held.organisation.clone(), held.role, Vec::new());
    let on = On::People(&post.organisation, post.role);
    held.organisation == post.organisation && viewer.is_ok_and(|viewer| may(&viewer, Action::ManagePeople, on))
}

/// A post of an account in its own organisation.
pub fn home_post(account: &Account) -> Post {
    let home = home(account);
    let held = account.posts().iter().find(|post| post.organisation == home);
    held.unwrap_or(account.invited_for()).clone()
}

/// The organisation of an account: that of its posts, or the one for which its owner was invited.
pub fn home(account: &Account) -> Organisation {
    let invited = &account.invited_for().organisation;
    let posts = account.posts();
    if posts.is_empty() || posts.iter().any(|post| post.organisation == *invited) {
        return invited.clone();
    }
    posts.iter().next().map_or(invited, |post| &post.organisation).clone()
}
