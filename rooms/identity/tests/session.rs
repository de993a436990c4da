//! Sessions: what keeps somebody signed in, and what ends it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::authenticator::{Authenticator, Kind};
use common::{Desk, People, focal_point, registry};
use identity::account::{Account, AccountId};
use identity::act::{Act, Post};
use identity::passkey::{Assertion, Ceremonies, RelyingParty, SignedIn};
use identity::refusal::{Refusal, SignInError};
use identity::session::{Browser, Ended, FRESH, IDLE, LONGEST, Session, SessionError, Sessions};
use identity::token::Token;
use jiff::SignedDuration;

const ORIGIN: &str = "https://comity.example.org";

/// A site with one person, who has two passkeys and these posts.
struct Site {
    people: People,
    desk: Desk,
    party: RelyingParty,
    account: AccountId,
    passkeys: Vec<Authenticator>,
}

impl Site {
    async fn new(posts: &[Post]) -> Site {
        let mut people = People::at("2026-11-25T08:00:00Z");
        let account = people.open("Exercise Person", posts[0].clone(), Vec::new());
        for post in &posts[1..] {
            people.act(&account, Act::RoleGranted { post: post.clone() });
        }
        let party = RelyingParty::new("Exercise record", &[ORIGIN]).unwrap();
        let mut site = Site {
            people,
            desk: Desk::default(),
            party,
            account,
            passkeys: Vec::new(),
        };
        for id in [b"exercise-credential-1", b"exercise-credential-2"] {
            let mut passkey = Authenticator::new(Kind::Es256, ORIGIN, id);
            let started = site.ceremonies().begin_registration(&account, "Exercise", &[]).await.unwrap();
            let answer = passkey.create(&started.options);
            let added = site
                .ceremonies()
                .finish_registration(&started.token, &account, &answer, "key")
                .await;
            site.people.act(
                &account,
                Act::CredentialAdded {
                    credential: added.unwrap(),
                },
            );
            site.passkeys.push(passkey);
        }
        site
    }

    fn ceremonies(&self) -> Ceremonies<'_> {
        Ceremonies {
            party: &self.party,
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

    fn now_account(&self) -> Account {
        self.people.account(&self.account)
    }

    async fn sign_in(&mut self, passkey: usize) -> SignedIn {
        let started = self.ceremonies().begin_sign_in().await.unwrap();
        let answer = Assertion::parse(&self.passkeys[passkey].get(&started.options)).unwrap();
        self.ceremonies()
            .finish_sign_in(&started.token, &answer, Some(&self.now_account()))
            .await
            .unwrap()
    }

    async fn begin(&mut self, passkey: usize) -> Token {
        let signed_in = self.sign_in(passkey).await;
        self.sessions()
            .begin(&signed_in, &self.now_account(), Browser::Firefox)
            .await
            .unwrap()
    }

    async fn enter(&self, token: &Token) -> Option<Result<Session, Ended>> {
        let claimed = self.sessions().find(token).await.unwrap()?;
        Some(claimed.enter(Some(&self.now_account())))
    }

    async fn session(&self, token: &Token) -> Session {
        self.enter(token).await.unwrap().unwrap()
    }

    fn pass(&self, time: SignedDuration) {
        self.people.outside.pass(time);
    }
}

fn secs(seconds: i64) -> SignedDuration {
    SignedDuration::from_secs(seconds)
}

#[tokio::test]
async fn a_session_is_its_owners_in_the_one_post_they_hold() {
    let mut site = Site::new(&[registry()]).await;
    let token = site.begin(0).await;
    let session = site.session(&token).await;
    assert_eq!(*session.account(), site.account);
    assert_eq!(session.post(), Some(&registry()));
    assert_eq!(*session.credential(), site.now_account().credentials()[0].key());
    assert!(site.enter(&Token::parse(&"A".repeat(43)).unwrap()).await.is_none());
}

#[tokio::test]
async fn who_holds_two_posts_chooses_one_and_gets_a_new_token() {
    let mut site = Site::new(&[registry(), focal_point()]).await;
    let token = site.begin(0).await;
    let session = site.session(&token).await;
    assert_eq!(session.post(), None);
    let chosen = site.sessions().choose(&session, &site.now_account(), &focal_point()).await.unwrap();
    assert_eq!(site.session(&chosen).await.post(), Some(&focal_point()));
    assert!(site.enter(&token).await.is_none(), "the old token is worth nothing");

    let auditor = Post {
        organisation: access::Organisation::Court,
        role: access::Role::Auditor,
    };
    let session = site.session(&chosen).await;
    let said = site.sessions().choose(&session, &site.now_account(), &auditor).await;
    assert!(matches!(said, Err(SessionError::NotHeld)));

    site.pass(FRESH);
    let session = site.session(&chosen).await;
    let said = site.sessions().choose(&session, &site.now_account(), &registry()).await;
    assert!(
        matches!(said, Err(SessionError::NotFresh)),
        "a change of role needs a fresh verification"
    );
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_for_half_an_hour() {
    assert_eq!(IDLE, secs(30 * 60));
    let mut site = Site::new(&[registry()]).await;
    let token = site.begin(0).await;
    site.pass(secs(30 * 60 - 1));
    let session = site.session(&token).await;
    site.sessions().touch(&session).await.unwrap();
    site.pass(secs(30 * 60 - 1));
    assert!(site.enter(&token).await.is_some());
    site.pass(secs(1));
    assert!(site.enter(&token).await.is_none());
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_however_much_it_is_used() {
    assert_eq!(LONGEST, secs(12 * 3600));
    let mut site = Site::new(&[registry()]).await;
    let token = site.begin(0).await;
    for _ in 0..47 {
        site.pass(secs(15 * 60));
        let session = site.session(&token).await;
        site.sessions().touch(&session).await.unwrap();
    }
    site.pass(secs(15 * 60 - 1));
    assert!(site.enter(&token).await.is_some());
    site.pass(secs(1));
    assert!(site.enter(&token).await.is_none());
}

#[tokio::test]
async fn what_is_taken_from_an_account_ends_its_sessions_at_once() {
    type Taking = fn(&Account) -> Act;
    let acts: [(Ended, Taking); 4] = [
        (Ended::Revision, |_| Act::RoleWithdrawn {
            post: registry(),
            reason: "left".to_owned(),
        }),
        (Ended::Revision, |account| Act::CredentialRevoked {
            credential: account.credentials()[0].key(),
            reason: "lost".to_owned(),
        }),
        (Ended::Revision, |account| Act::CredentialRevoked {
            credential: account.credentials()[1].key(),
            reason: "lost".to_owned(),
        }),
        (Ended::Account, |_| Act::AccountClosed { reason: "left".to_owned() }),
    ];
    for (ended, act) in acts {
        let mut site = Site::new(&[registry(), focal_point()]).await;
        let token = site.begin(0).await;
        let account = site.account;
        let act = act(&site.now_account());
        site.people.act(&account, act);
        assert_eq!(site.enter(&token).await, Some(Err(ended)));
    }
}

#[tokio::test]
async fn what_is_given_to_an_account_ends_no_session() {
    let mut site = Site::new(&[registry()]).await;
    let token = site.begin(0).await;
    let account = site.account;
    site.people.act(&account, Act::RoleGranted { post: focal_point() });
    assert!(matches!(site.enter(&token).await, Some(Ok(_))));
}

#[tokio::test]
async fn a_session_of_an_account_that_is_gone_or_anothers_is_over() {
    let mut site = Site::new(&[registry()]).await;
    let token = site.begin(0).await;
    let claimed = site.sessions().find(&token).await.unwrap().unwrap();
    assert_eq!(claimed.enter(None), Err(Ended::Account));
    let another = site.people.open("Another Exercise Person", registry(), Vec::new());
    let claimed = site.sessions().find(&token).await.unwrap().unwrap();
    assert_eq!(claimed.enter(Some(&site.people.account(&another))), Err(Ended::Account));
}

#[tokio::test]
async fn a_verification_is_fresh_for_five_minutes_and_can_be_renewed_with_the_same_passkey_alone() {
    assert_eq!(FRESH, secs(300));
    let mut site = Site::new(&[registry()]).await;
    let token = site.begin(0).await;
    site.pass(secs(299));
    assert!(site.session(&token).await.is_fresh(site.people.outside_now()));
    site.pass(secs(1));
    let session = site.session(&token).await;
    assert!(!session.is_fresh(site.people.outside_now()));

    let account = site.now_account();
    let started = site.ceremonies().begin_verification(&session, &account).await.unwrap();
    let asked: serde_json::Value = serde_json::from_str(&started.options).unwrap();
    assert_eq!(asked["allowCredentials"].as_array().unwrap().len(), 1);
    let by_the_other = Assertion::parse(&site.passkeys[1].get(&started.options)).unwrap();
    let said = site
        .ceremonies()
        .finish_verification(&started.token, &session, &by_the_other, &account)
        .await;
    assert!(matches!(said, Err(SignInError::Refused(Refusal::OtherAccount))));

    let started = site.ceremonies().begin_verification(&session, &account).await.unwrap();
    let answer = Assertion::parse(&site.passkeys[0].get(&started.options)).unwrap();
    let signed_in = site
        .ceremonies()
        .finish_verification(&started.token, &session, &answer, &account)
        .await
        .unwrap();
    let renewed = site.sessions().verified(&session, &signed_in).await.unwrap();
    assert!(site.session(&renewed).await.is_fresh(site.people.outside_now()));
    assert!(site.enter(&token).await.is_none(), "the old token is worth nothing");
}

#[tokio::test]
async fn a_sign_in_by_another_passkey_or_person_makes_no_session_fresh() {
    let mut site = Site::new(&[registry()]).await;
    let token = site.begin(0).await;
    let session = site.session(&token).await;
    let by_the_other = site.sign_in(1).await;
    let said = site.sessions().verified(&session, &by_the_other).await;
    assert!(matches!(said, Err(SessionError::NotFresh)));
    assert!(site.enter(&token).await.is_some());
}

#[tokio::test]
async fn a_verification_begun_for_one_session_does_not_make_another_fresh() {
    let mut site = Site::new(&[registry()]).await;
    let (one, other) = (site.begin(0).await, site.begin(0).await);
    let (one, other) = (site.session(&one).await, site.session(&other).await);
    let account = site.now_account();
    let started = site.ceremonies().begin_verification(&one, &account).await.unwrap();
    let answer = Assertion::parse(&site.passkeys[0].get(&started.options)).unwrap();
    let said = site
        .ceremonies()
        .finish_verification(&started.token, &other, &answer, &account)
        .await;
    assert!(matches!(said, Err(SignInError::Refused(Refusal::OtherPurpose))));
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_or_all() {
    let mut site = Site::new(&[registry()]).await;
    let first = site.begin(0).await;
    site.pass(secs(60));
    let second = site.begin(1).await;
    site.pass(secs(60));
    let third = site.begin(0).await;
    let listed = site.sessions().list(&site.account).await.unwrap();
    let keys: Vec<_> = listed.iter().map(|session| session.key).collect();
    assert_eq!(keys, [third.key(), second.key(), first.key()]);
    assert_eq!(listed[1].credential, site.now_account().credentials()[1].key());
    assert_eq!(listed[0].browser, Browser::Firefox);

    let another = AccountId::from_bytes([9; 16]);
    assert!(
        !site.sessions().end(&another, &second.key()).await.unwrap(),
        "nobody ends another's session"
    );
    assert!(site.sessions().end(&site.account, &second.key()).await.unwrap());
    assert!(site.enter(&second).await.is_none());
    assert!(site.enter(&first).await.is_some());
    site.sessions().end_all(&site.account).await.unwrap();
    assert!(site.enter(&first).await.is_none() && site.enter(&third).await.is_none());
}

#[tokio::test]
async fn a_session_that_was_ended_meanwhile_is_not_brought_back() {
    let mut site = Site::new(&[registry(), focal_point()]).await;
    let token = site.begin(0).await;
    let session = site.session(&token).await;
    site.pass(secs(120));
    site.sessions().end(&site.account, session.key()).await.unwrap();
    site.sessions().touch(&session).await.unwrap();
    assert!(site.enter(&token).await.is_none());
    let said = site.sessions().choose(&session, &site.now_account(), &registry()).await;
    assert!(matches!(said, Err(SessionError::Over)));
}

#[test]
fn browsers_are_told_apart_roughly() {
    for (agent, browser) in [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            Browser::Firefox,
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
            Browser::Edge,
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
            Browser::Chrome,
        ),
        (
            "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
            Browser::Safari,
        ),
        ("curl/8.14", Browser::Other),
        ("", Browser::Other),
    ] {
        assert_eq!(Browser::of(agent), browser, "{agent}");
    }
}
