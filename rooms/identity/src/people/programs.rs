//! Programs: what acts by a token for an account, and the accounts that are a program's own.

use super::accounts::{check_manages, manages};
use super::coming::Visit;
use super::{Actor, People, PeopleError, Roll};
use crate::access_token::{AccessToken, MOST, MOST_DAYS, Scope, Secret};
use crate::account::{Account, AccountId};
use crate::act::{Act, Post};
use crate::desk::{Item, Shelf, StoreError, in_force, to_value};
use crate::name;
use crate::token::Key;
use access::{Action, Role};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use register::audit::Act as Audited;
use register::outside::day_in_the_hague;

/// A program that acts by a token, for one request.
#[derive(Clone, Debug)]
pub struct Program {
    token: AccessToken,
    actor: Actor,
}

impl Program {
    /// As whom it acts. Never fresh: what asks that somebody shows who they are is not done by a program.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// A word for something that is the same each time for this token and another for every other: 32 hexadecimal digits,
    /// out of which nobody learns for what.
    pub fn word_for(&self, what: &str) -> String {
        let mut word = Key::of(&[&self.token.key.bytes()[..], what.as_bytes()].concat()).text();
        word.truncate(32);
        word
    }

    /// Whether it may do more than read.
    pub fn may_act(&self) -> bool {
        self.token.scope == Scope::Act
    }
}

/// A token that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What it is to be called.
    pub name: String,
    /// What it may be used for.
    pub scope: Scope,
    /// Whether it is to reach what is under seal.
    pub sealed: bool,
    /// For how many days it is to work.
    pub days: i64,
}

/// A token in the list of an account's tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedToken {
    /// The token.
    pub token: AccessToken,
    /// The day in The Hague on which it was last used; none where it never was, or the desk forgot.
    pub used: Option<Date>,
    /// Whether its time is over.
    pub over: bool,
}

impl People {
    /// The program that has a secret, as its account is now; none for a text that is no secret, a token that is over or was
    /// revoked, whose account is closed or has lost its role, or that is for the feed alone.
    ///
    /// # Errors
    /// Record, desk or audit cannot be read or written.
    pub async fn program(&self, secret: &str) -> Result<Option<Program>, StoreError> {
        self.by_secret(secret, &[Scope::Read, Scope::Act]).await
    }

    /// The same for a token of the feed.
    ///
    /// # Errors
    /// As for [`People::program`].
    pub async fn feed(&self, secret: &str) -> Result<Option<Program>, StoreError> {
        self.by_secret(secret, &[Scope::Feed]).await
    }

    async fn by_secret(&self, secret: &str, scopes: &[Scope]) -> Result<Option<Program>, StoreError> {
        let now = self.outside().now();
        let roll = self.roll().await?;
        let key = Secret::parse(secret).map(|secret| secret.key());
        let found = key.and_then(|key| roll.by_token(&key));
        let found = found.filter(|(_, token)| now < token.until && scopes.contains(&token.scope));
        let Some((account, token)) = found else {
            return Ok(None);
        };
        let Some(viewer) = roll.viewer(account, &token.post, now) else {
            return Ok(None);
        };
        let viewer = if token.sealed { viewer } else { viewer.below_seal() };
        let actor = Actor::of(viewer, *account.id(), account.name(), false);
        self.note_use(&actor, account, token, now).await?;
        let token = token.clone();
        Ok(Some(Program { token, actor }))
    }

    /// Keeps the day of the use, and tells the audit of the first on a day.
    async fn note_use(&self, actor: &Actor, account: &Account, token: &AccessToken, now: Timestamp) -> Result<(), StoreError> {
        let today = day_in_the_hague(now);
        let kept = self.desk.read(Shelf::Program, &token.key).await?;
        let used: Option<Date> = kept.as_ref().and_then(|item| in_force(item, now));
        if used == Some(today) {
            return Ok(());
        }
        let event = self.audit.event(Audited::TokenUsed, actor.who()).about(&account.id().to_string());
        self.audit.write(&[event.detail(token.scope.word())]).await?;
        let value = to_value(&today)?;
        match kept {
            Some(item) => self.desk.replace(&item, &value, Some(token.until)).await?,
            None => {
                let item = Item {
                    shelf: Shelf::Program,
                    key: token.key,
                    owner: Some(*account.id()),
                    expires: Some(token.until),
                    value,
                };
                self.desk.insert(&item).await?
            }
        };
        Ok(())
    }

    /// Makes a token for the visitor themselves, in the role in which they act. The secret is given this once.
    ///
    /// # Errors
    /// They did not show lately who they are, act in no role, have too many tokens, or the name or the days are none.
    pub async fn issue_token(&self, visit: &Visit, wanted: &Wanted) -> Result<Secret, PeopleError> {
        let actor = visit.actor.as_ref().ok_or(PeopleError::NotAllowed)?;
        let post = visit.session.post().ok_or(PeopleError::NotAllowed)?;
        actor.check_fresh(Action::ManagePeople)?;
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let account = roll.account(visit.account.id()).ok_or(PeopleError::NoSuchAccount)?;
        self.issue(actor, &roll, account, post, Some(*visit.session.credential()), wanted)
            .await
    }

    /// Makes a token for the account of a program.
    ///
    /// # Errors
    /// The actor does not administer it, it is somebody's own, or as for [`People::issue_token`].
    pub async fn issue_service_token(&self, actor: &Actor, account: &AccountId, wanted: &Wanted) -> Result<Secret, PeopleError> {
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let known = self.managed(actor, &roll, account)?;
        if !known.is_service() {
            return Err(PeopleError::NoService);
        }
        let post = known.posts().first().cloned().ok_or(PeopleError::NotHeld)?;
        self.issue(actor, &roll, known, &post, None, wanted).await
    }

    async fn issue(
        &self,
        actor: &Actor,
        roll: &Roll,
        account: &Account,
        post: &Post,
        credential: Option<Key>,
        wanted: &Wanted,
    ) -> Result<Secret, PeopleError> {
        super::accounts::must_be_open(account)?;
        if !account.posts().contains(post) {
            return Err(PeopleError::NotHeld);
        }
        let now = self.outside().now();
        if account.tokens().iter().filter(|token| now < token.until).count() >= MOST {
            return Err(PeopleError::TooManyTokens);
        }
        let days = Some(wanted.days).filter(|days| (1..=MOST_DAYS).contains(days));
        let days = days.ok_or(PeopleError::Until(MOST_DAYS))?;
        let secret = Secret::new(self.outside());
        let token = AccessToken {
            key: secret.key(),
            name: name::read(&wanted.name)?,
            post: post.clone(),
            scope: wanted.scope,
            // A feed holds nothing sealed, whatever its token says.
            sealed: wanted.sealed && wanted.scope != Scope::Feed,
            until: now.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX),
            credential,
        };
        self.act(actor, roll, account.id(), &[(Act::TokenIssued { token }, Audited::TokenIssued)])
            .await?;
        Ok(secret)
    }

    /// Takes back a token: one's own, or one of an account that the actor administers. It works no more at once.
    ///
    /// # Errors
    /// The actor may not, or there is no such token.
    pub async fn revoke_token(&self, actor: &Actor, account: &AccountId, token: &Key) -> Result<(), PeopleError> {
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        let known = if actor.account() == Some(account) {
            roll.account(account).ok_or(PeopleError::NoSuchAccount)?
        } else {
            self.managed(actor, &roll, account)?
        };
        if !known.tokens().iter().any(|has| has.key == *token) {
            return Err(PeopleError::NotHeld);
        }
        let act = Act::TokenRevoked { token: *token };
        self.act(actor, &roll, account, &[(act, Audited::TokenRevoked)]).await?;
        self.desk.delete(Shelf::Program, account, token).await?;
        Ok(())
    }

    /// The roles of an actor's own organisation in which they take in programs: those that see matters, since a program does
    /// nothing else.
    pub fn roles_for_programs(&self, actor: &Actor) -> Vec<Role> {
        let Some(organisation) = actor.viewer().organisation() else {
            return Vec::new();
        };
        let theirs = |role: &Role| {
            let post = Post {
                organisation: organisation.clone(),
                role: *role,
            };
            self.check_post(&post).is_ok() && manages(actor, &post)
        };
        let sees_no_matter = |role: &Role| matches!(role, Role::Auditor | Role::Administrator);
        Role::ALL.into_iter().filter(|role| !sees_no_matter(role) && theirs(role)).collect()
    }

    /// Takes in a program: an account in a post at which nobody signs in. It acts by tokens that are made for it, sees the
    /// matters that are assigned to it, and writes in its own name.
    ///
    /// # Errors
    /// The actor does not administer people in this post, name or post is none, or there is such a program, so that a form that
    /// is sent twice takes in one.
    pub async fn take_in_service(&self, actor: &Actor, name: &str, post: &Post) -> Result<AccountId, PeopleError> {
        self.check_post(post)?;
        let name = name::read(name)?;
        check_manages(actor, post)?;
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        self.taking_in(actor, &roll, post, None)?;
        let same = |known: &&Account| known.is_service() && known.is_open() && known.name() == name && known.posts().contains(post);
        if roll.accounts().iter().any(same) {
            return Err(PeopleError::ProgramThere);
        }
        let account = AccountId::new(self.outside());
        let act = Act::ServiceTakenIn { name, post: post.clone() };
        self.act(actor, &roll, &account, &[(act, Audited::AccountOpened)]).await?;
        Ok(account)
    }

    /// The tokens of an account that were not revoked, with the days of their last use.
    ///
    /// # Errors
    /// The desk cannot be read.
    pub async fn tokens(&self, account: &Account) -> Result<Vec<ListedToken>, StoreError> {
        let now = self.outside().now();
        let items = self.desk.list(Shelf::Program, account.id()).await?;
        let used = |key: &Key| items.iter().find(|item| item.key == *key).and_then(|item| in_force(item, now));
        let listed = account.tokens().iter().map(|token| ListedToken {
            used: used(&token.key),
            over: token.until <= now,
            token: token.clone(),
        });
        Ok(listed.collect())
    }
}
