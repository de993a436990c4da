//! Coming in, from the first link to the first session, and coming back in.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use access::{Organisation, Role};
use common::authenticator::{Authenticator, Kind};
use common::{Desk, People, focal_point, registry};
use identity::account::AccountId;
use identity::act::{Act, By, Post};
use identity::credential::Credential;
use identity::invitation::{Invitation, Invitations, Purpose};
use identity::passkey::{Assertion, Ceremonies, RelyingParty};
use identity::recovery::{Recovery, WAITING};
use identity::refusal::Refusal;
use identity::session::{Browser, Ended, Sessions};
use identity::token::Token;

const ORIGIN: &str = "http://localhost:8080";

struct Site {
    people: People,
    desk: Desk,
    party: RelyingParty,
}

impl Site {
    fn new() -> Site {
        Site {
            people: People::at("2026-11-25T10:00:00Z"),
            desk: Desk::default(),
            party: RelyingParty::new("Exercise record", &[ORIGIN]).unwrap(),
        }
    }

    fn ceremonies(&self) -> Ceremonies<'_> {
        Ceremonies {
            party: &self.party,
            desk: &self.desk,
            outside: &self.people.outside,
        }
    }

    fn invitations(&self) -> Invitations<'_> {
        Invitations {
            desk: &self.desk,
            outside: &self.people.outside,
        }
    }

    fn sessions(&self) -> Sessions<'_> {
        Sessions {
            desk: &self.desk,
            outside: &self.people.outside,
        }
    }

    /// From the link to the entries.
    async fn take_up(&mut self, link: &Token, passkey: &mut Authenticator) -> Result<AccountId, Refusal> {
        let (token, invitation) = self.invitations().accept(link).await.unwrap();
        let started = self
            .ceremonies()
            .begin_registration(&invitation.account, &invitation.name, &[])
            .await
            .unwrap();
        let answer = passkey.create(&started.options);
        let made = self
            .ceremonies()
            .finish_registration(&started.token, &invitation.account, &answer, "key")
            .await;
        let invitation = self.invitations().finish(&token).await.unwrap();
        let recovery = Recovery::fold(&invitation.account, &self.people.recorded);
        for act in invitation.acts(&self.people.account(&invitation.account), recovery.as_ref(), made.unwrap())? {
            self.people.act_of(By::Account(invitation.account), &invitation.account, "", act);
        }
        Ok(invitation.account)
    }

    async fn sign_in(&self, passkey: &mut Authenticator) -> Result<Token, identity::refusal::SignInError> {
        let started = self.ceremonies().begin_sign_in().await?;
        let answer = Assertion::parse(&passkey.get(&started.options))?;
        let account = self.people.account(&answer.account());
        let signed_in = self.ceremonies().finish_sign_in(&started.token, &answer, Some(&account)).await?;
        Ok(self.sessions().begin(&signed_in, &account, Browser::Other).await.unwrap())
    }

    /// Invites somebody for a post, with a link.
    async fn invite(&mut self, name: &str, post: Post) -> (AccountId, Token) {
        let account = AccountId::new(&self.people.outside);
        self.people.act(
            &account,
            Act::AccountInvited {
                name: name.to_owned(),
                post: post.clone(),
            },
        );
        let invitation = Invitation {
            account,
            name: name.to_owned(),
            purpose: Purpose::Join { post },
        };
        (account, self.invitations().issue(&invitation).await.unwrap())
    }
}

#[tokio::test]
async fn the_first_administrator_comes_in_by_the_link_of_the_first_start() {
    let mut site = Site::new();
    let administrator = Post {
        organisation: Organisation::Court,
        role: Role::Administrator,
    };
    let (invited, link) = site.invite("Exercise Administrator", administrator.clone()).await;
    let mut passkey = Authenticator::new(Kind::Es256, ORIGIN, b"exercise-credential-1");
    let account = site.take_up(&link, &mut passkey).await.unwrap();
    assert_eq!(account, invited);
    let token = site.sign_in(&mut passkey).await.unwrap();
    let claimed = site.sessions().find(&token).await.unwrap().unwrap();
    let session = claimed.enter(Some(&site.people.account(&account))).unwrap();
    assert_eq!(session.post(), Some(&administrator));
}

#[tokio::test]
async fn a_link_for_a_post_opens_no_account_that_was_invited_for_another_or_closed_or_is_open() {
    let mut site = Site::new();
    let (account, _) = site.invite("Exercise Person", registry()).await;
    let another = Invitation {
        account,
        name: "Exercise Person".to_owned(),
        purpose: Purpose::Join { post: focal_point() },
    };
    let mut passkey = Authenticator::new(Kind::Es256, ORIGIN, b"exercise-credential-1");
    let link = site.invitations().issue(&another).await.unwrap();
    assert_eq!(site.take_up(&link, &mut passkey).await, Err(Refusal::OtherPurpose));

    let (account, link) = site.invite("Exercise Person", registry()).await;
    site.people.act(
        &account,
        Act::AccountClosed {
            reason: "not appointed".to_owned(),
        },
    );
    passkey.id = b"exercise-credential-2".to_vec();
    assert_eq!(site.take_up(&link, &mut passkey).await, Err(Refusal::AccountClosed));

    let (account, link) = site.invite("Exercise Person", registry()).await;
    site.people.act(&account, Act::AccountOpened);
    passkey.id = b"exercise-credential-3".to_vec();
    assert_eq!(site.take_up(&link, &mut passkey).await, Err(Refusal::OtherPurpose));
}

#[tokio::test]
async fn who_comes_back_in_has_one_new_passkey_and_the_lost_one_and_its_sessions_are_worth_nothing() {
    let mut site = Site::new();
    let (account, link) = site.invite("Exercise Person", registry()).await;
    let mut lost = Authenticator::new(Kind::Es256, ORIGIN, b"exercise-credential-1");
    site.take_up(&link, &mut lost).await.unwrap();
    let stolen_session = site.sign_in(&mut lost).await.unwrap();

    let asked = Act::RecoveryRequested {
        reason: "the bag was stolen".to_owned(),
    };
    let request = site.people.act(&account, asked).entry.id.clone();
    for n in [1, 2] {
        let approved = Act::RecoveryApproved {
            request: request.clone(),
            organisation: Organisation::Court,
        };
        site.people
            .act_of(By::Account(AccountId::from_bytes([n; 16])), &account, "", approved);
    }
    site.people.outside.pass(WAITING);
    let recovery = Recovery::fold(&account, &site.people.recorded).unwrap();
    assert_eq!(recovery.may_issue(&By::Operator, site.people.outside_now()), Ok(()));
    let invitation = Invitation {
        account,
        name: "Exercise Person".to_owned(),
        purpose: Purpose::Recover { request: request.clone() },
    };
    let link = site.invitations().issue(&invitation).await.unwrap();
    let mut found = Authenticator::new(Kind::EdDsa, ORIGIN, b"exercise-credential-2");
    site.take_up(&link, &mut found).await.unwrap();

    assert!(site.sign_in(&mut found).await.is_ok());
    assert!(site.sign_in(&mut lost).await.is_err());
    let now = site.people.account(&account);
    assert_eq!(now.credentials().iter().filter_map(Credential::passkey).count(), 1);
    // The stolen session is over by the clock, and was before by what was taken.
    assert!(site.sessions().find(&stolen_session).await.unwrap().is_none());

    let again = site.invitations().issue(&invitation).await.unwrap();
    let mut thief = Authenticator::new(Kind::EdDsa, ORIGIN, b"exercise-credential-3");
    assert_eq!(
        site.take_up(&again, &mut thief).await,
        Err(Refusal::OtherPurpose),
        "a recovery works once"
    );
}

#[tokio::test]
async fn a_recovery_ends_the_sessions_under_way() {
    let mut site = Site::new();
    let (account, link) = site.invite("Exercise Person", registry()).await;
    let mut passkey = Authenticator::new(Kind::Es256, ORIGIN, b"exercise-credential-1");
    site.take_up(&link, &mut passkey).await.unwrap();
    let token = site.sign_in(&mut passkey).await.unwrap();
    let request = site
        .people
        .act(
            &account,
            Act::RecoveryRequested {
                reason: "stolen".to_owned(),
            },
        )
        .entry
        .id
        .clone();
    site.people.act(&account, Act::RecoveryCompleted { request });
    let claimed = site.sessions().find(&token).await.unwrap().unwrap();
    assert_eq!(claimed.enter(Some(&site.people.account(&account))), Err(Ended::Revision));
}
