//! Sessions: how somebody stays signed in, for how long, and what ends it.
//!
//! A session is bound to the credential with which it began and to nothing that changes on the way, such as a
//! network address: a ministry's people come from many. What is kept is at the desk, under SHA-256 of a token
//! that the browser alone has.

use crate::account::{Account, AccountId};
use crate::act::Post;
use crate::desk::{Item, Shelf, SignInDesk, StoreError, in_force, to_value};
use crate::passkey::SignedIn;
use crate::token::{Key, Token};
use jiff::{SignedDuration, Timestamp};
use register::outside::Outside;
use serde::{Deserialize, Serialize};

/// After how long without use a session ends: a screen left open over lunch is not open to the room.
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// After how long a session ends, used or not: a working day, so that a stolen one does not outlive it.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// How long a verification counts as fresh, for signing, unsealing, export, erasure and a change of role: time to
/// read once more what is about to be signed, and too short for whoever finds the screen.
pub const FRESH: SignedDuration = SignedDuration::from_mins(5);
/// How exactly the last use is kept: not every page is worth a write. A session may end so much early.
const TOUCHED: SignedDuration = SignedDuration::from_mins(1);

/// Roughly which browser: enough to tell one's own sessions apart, too little to tell people apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Browser {
    /// Mozilla Firefox and its kin.
    Firefox,
    /// Microsoft Edge.
    Edge,
    /// Chromium, Google Chrome and what calls itself so.
    Chrome,
    /// Apple Safari.
    Safari,
    /// Something else.
    Other,
}

impl Browser {
    /// What a `User-Agent` header says.
    pub fn of(user_agent: &str) -> Browser {
        // In this order: each of them also names those after it.
        let known = [
            ("Firefox/", Browser::Firefox),
            ("Edg/", Browser::Edge),
            ("Chrome/", Browser::Chrome),
            ("Safari/", Browser::Safari),
        ];
        known
            .iter()
            .find(|(word, _)| user_agent.contains(word))
            .map_or(Browser::Other, |(_, browser)| *browser)
    }
}

/// What the desk keeps of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    account: AccountId,
    credential: Key,
    post: Option<Post>,
    since: Timestamp,
    used: Timestamp,
    verified: Timestamp,
    revision: u64,
    browser: Browser,
}

impl Kept {
    /// From when on the session is over, as far as clocks tell.
    fn ends(&self) -> Timestamp {
        let idle = self.used.saturating_add(IDLE).unwrap_or(Timestamp::MAX);
        let longest = self.since.saturating_add(LONGEST).unwrap_or(Timestamp::MAX);
        idle.min(longest)
    }
}

/// A session whose token was shown and whose time is not over. Nothing can be done with it until [`Claimed::enter`]
/// has compared it with the account as it is now.
#[derive(Debug)]
pub struct Claimed {
    item: Item,
    kept: Kept,
}

/// A session that may be used for this one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    item: Item,
    kept: Kept,
}

/// Why a session cannot be used. Closed; the person is told one thing for all of them: to sign in again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The account was closed, is another one, or is none.
    Account,
    /// Something was taken from the account since the session began: a role, a credential.
    Revision,
}

impl Claimed {
    /// Whose it is: the account to look up.
    pub fn account(&self) -> &AccountId {
        &self.kept.account
    }

    /// The session, if nothing was taken from the account since it began.
    ///
    /// # Errors
    /// Why it is over.
    pub fn enter(self, account: Option<&Account>) -> Result<Session, Ended> {
        let account = account.filter(|account| *account.id() == self.kept.account && account.is_open());
        let account = account.ok_or(Ended::Account)?;
        if account.revision() != self.kept.revision {
            return Err(Ended::Revision);
        }
        Ok(Session {
            item: self.item,
            kept: self.kept,
        })
    }
}

impl Session {
    /// What it is known by; no secret.
    pub fn key(&self) -> &Key {
        &self.item.key
    }

    /// Whose it is.
    pub fn account(&self) -> &AccountId {
        &self.kept.account
    }

    /// With what it began.
    pub fn credential(&self) -> &Key {
        &self.kept.credential
    }

    /// In which role its owner acts; none until they chose.
    pub fn post(&self) -> Option<&Post> {
        self.kept.post.as_ref()
    }

    /// Whether its owner proved within the last minutes who they are.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now < self.kept.verified.saturating_add(FRESH).unwrap_or(Timestamp::MAX)
    }

    /// When it ends if it is not used any more.
    pub fn ends(&self) -> Timestamp {
        self.kept.ends()
    }
}

/// A session in the list of an account's sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// By which it is ended.
    pub key: Key,
    /// With which credential it began.
    pub credential: Key,
    /// In which role.
    pub post: Option<Post>,
    /// Since when.
    pub since: Timestamp,
    /// When it was used last, to the minute.
    pub used: Timestamp,
    /// Roughly which browser.
    pub browser: Browser,
}

/// Why something cannot be done with a session.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// It is not there any more.
    #[error("you are not signed in any more; sign in again")]
    Over,
    /// The account does not hold the post.
    #[error("you do not hold this role any more; choose another, or ask those who administer your organisation's accounts")]
    NotHeld,
    /// The verification is of another account, credential or time.
    #[error("show once more who you are, and go on")]
    NotFresh,
    /// The desk cannot be read or written.
    #[error(transparent)]
    Desk(#[from] StoreError),
}

/// The sessions of a record.
#[derive(Clone, Copy)]
pub struct Sessions<'a> {
    /// Where they are kept.
    pub desk: &'a dyn SignInDesk,
    /// Clock and chance.
    pub outside: &'a dyn Outside,
}

impl Sessions<'_> {
    /// Begins a session of somebody who just signed in. Whoever holds one post acts in it; whoever holds several
    /// chooses, by [`Sessions::choose`].
    ///
    /// # Errors
    /// The account is another one, or the desk cannot be written.
    pub async fn begin(&self, signed_in: &SignedIn, account: &Account, browser: Browser) -> Result<Token, SessionError> {
        if signed_in.account != *account.id() || !account.is_open() {
            return Err(SessionError::Over);
        }
        let now = self.outside.now();
        let mut posts = account.posts().iter();
        let post = posts.next().filter(|_| posts.next().is_none()).cloned();
        self.insert(Kept {
            account: *account.id(),
            credential: signed_in.credential,
            post,
            since: now,
            used: now,
            verified: signed_in.at,
            revision: account.revision(),
            browser,
        })
        .await
    }

    /// The session of a token, as far as its time is not over.
    ///
    /// # Errors
    /// The desk cannot be read.
    pub async fn find(&self, token: &Token) -> Result<Option<Claimed>, StoreError> {
        let item = self.desk.read(Shelf::Session, &token.key()).await?;
        let now = self.outside.now();
        Ok(item.and_then(|item| {
            let kept: Kept = in_force(&item, now)?;
            Some(Claimed { item, kept })
        }))
    }

    /// Keeps that a session was used now. Does nothing where that was kept less than a minute ago, or where the
    /// session was ended meanwhile: an ended session is never brought back.
    ///
    /// # Errors
    /// The desk cannot be written.
    pub async fn touch(&self, session: &Session) -> Result<(), StoreError> {
        let now = self.outside.now();
        if now < session.kept.used.saturating_add(TOUCHED).unwrap_or(Timestamp::MAX) {
            return Ok(());
        }
        let mut kept = session.kept.clone();
        kept.used = now;
        self.desk.replace(&session.item, &to_value(&kept)?, Some(kept.ends())).await?;
        Ok(())
    }

    /// Chooses, or changes, the role in which the owner acts. The token is a new one from then on.
    ///
    /// # Errors
    /// The post is not held, the verification is not fresh, the session is over, or the desk cannot be written.
    pub async fn choose(&self, session: &Session, account: &Account, post: &Post) -> Result<Token, SessionError> {
        if !account.posts().contains(post) {
            return Err(SessionError::NotHeld);
        }
        if !session.is_fresh(self.outside.now()) {
            return Err(SessionError::NotFresh);
        }
        let mut kept = session.kept.clone();
        kept.post = Some(post.clone());
        self.renew(session, kept).await
    }

    /// Takes it that the owner proved once more who they are. The token is a new one from then on.
    ///
    /// # Errors
    /// It was somebody else or with another credential, the session is over, or the desk cannot be written.
    pub async fn verified(&self, session: &Session, signed_in: &SignedIn) -> Result<Token, SessionError> {
        if signed_in.account != session.kept.account || signed_in.credential != session.kept.credential {
            return Err(SessionError::NotFresh);
        }
        let mut kept = session.kept.clone();
        kept.verified = signed_in.at;
        self.renew(session, kept).await
    }

    /// The sessions of an account that are under way, the one used last first.
    ///
    /// # Errors
    /// The desk cannot be read.
    pub async fn list(&self, account: &AccountId) -> Result<Vec<Listed>, StoreError> {
        let now = self.outside.now();
        let items = self.desk.list(Shelf::Session, account).await?;
        let mut listed: Vec<Listed> = items
            .iter()
            .filter_map(|item| {
                let kept: Kept = in_force(item, now)?;
                Some(Listed {
                    key: item.key,
                    credential: kept.credential,
                    post: kept.post,
                    since: kept.since,
                    used: kept.used,
                    browser: kept.browser,
                })
            })
            .collect();
        listed.sort_by_key(|session| (std::cmp::Reverse(session.used), session.key));
        Ok(listed)
    }

    /// Ends a session of an account; whether there was one.
    ///
    /// # Errors
    /// The desk cannot be written.
    pub async fn end(&self, account: &AccountId, key: &Key) -> Result<bool, StoreError> {
        self.desk.delete(Shelf::Session, account, key).await
    }

    /// Ends all sessions of an account.
    ///
    /// # Errors
    /// The desk cannot be read or written.
    pub async fn end_all(&self, account: &AccountId) -> Result<(), StoreError> {
        for item in self.desk.list(Shelf::Session, account).await? {
            self.desk.delete(Shelf::Session, account, &item.key).await?;
        }
        Ok(())
    }

    async fn renew(&self, session: &Session, mut kept: Kept) -> Result<Token, SessionError> {
        kept.used = self.outside.now();
        // Whoever ended the session meanwhile has ended it.
        if !self.desk.delete(Shelf::Session, &kept.account, session.key()).await? {
            return Err(SessionError::Over);
        }
        self.insert(kept).await
    }

    async fn insert(&self, kept: Kept) -> Result<Token, SessionError> {
        let token = Token::new(self.outside);
        let item = Item {
            shelf: Shelf::Session,
            key: token.key(),
            owner: Some(kept.account),
            expires: Some(kept.ends()),
            value: to_value(&kept)?,
        };
        self.desk.insert(&item).await?;
        Ok(token)
    }
}
