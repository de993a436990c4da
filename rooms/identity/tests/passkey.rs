//! Passkeys, with real keys and signatures: who comes in, who does not, and what is noted.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::authenticator::{Authenticator, Kind};
use common::{Desk, People, registry};
use identity::account::AccountId;
use identity::act::Act;
use identity::desk::Shelf;
use identity::passkey::ceremony::CHALLENGE_LIFE;
use identity::passkey::{Assertion, Ceremonies, Note, RelyingParty, SignedIn, Started};
use identity::refusal::{Refusal, SignInError};
use jiff::SignedDuration;

const ORIGIN: &str = "https://comity.example.org";

/// A site with one person, who has one passkey.
struct Site {
    people: People,
    desk: Desk,
    party: RelyingParty,
    account: AccountId,
    authenticator: Authenticator,
}

impl Site {
    async fn new(kind: Kind) -> Site {
        Site::with(Authenticator::new(kind, ORIGIN, b"exercise-credential-1")).await
    }

    async fn with(authenticator: Authenticator) -> Site {
        let mut people = People::at("2026-11-25T10:00:00Z");
        let account = people.open("Exercise Person", registry(), Vec::new());
        let mut site = Site {
            people,
            desk: Desk::default(),
            party: RelyingParty::new("Exercise record", &[ORIGIN, "https://comity.example.org:8443"]).unwrap(),
            account,
            authenticator,
        };
        let started = site
            .ceremonies()
            .begin_registration(&site.account, "Exercise Person", &[])
            .await
            .unwrap();
        let answer = site.authenticator.create(&started.options);
        let added = site
            .ceremonies()
            .finish_registration(&started.token, &site.account, &answer, "laptop")
            .await;
        site.people.act(
            &site.account.clone(),
            Act::CredentialAdded {
                credential: added.unwrap(),
            },
        );
        site
    }

    fn ceremonies(&self) -> Ceremonies<'_> {
        Ceremonies {
            party: &self.party,
            desk: &self.desk,
            outside: &self.people.outside,
        }
    }

    async fn begin(&self) -> Started {
        self.ceremonies().begin_sign_in().await.unwrap()
    }

    async fn finish(&self, started: &Started, answer: &str) -> Result<SignedIn, Refusal> {
        let answer = Assertion::parse(answer)?;
        let account = identity::account::Account::fold(&answer.account(), &self.people.recorded);
        refusal(self.ceremonies().finish_sign_in(&started.token, &answer, account.as_ref()).await)
    }

    /// A whole sign-in, as the authenticator is set.
    async fn sign_in(&mut self) -> Result<SignedIn, Refusal> {
        let started = self.begin().await;
        let answer = self.authenticator.get(&started.options);
        self.finish(&started, &answer).await
    }

    /// A whole registration of another passkey, as the authenticator is set.
    async fn register(&self, authenticator: &mut Authenticator) -> Result<(), Refusal> {
        let started = self
            .ceremonies()
            .begin_registration(&self.account, "Exercise Person", &[])
            .await
            .unwrap();
        let answer = authenticator.create(&started.options);
        refusal(
            self.ceremonies()
                .finish_registration(&started.token, &self.account, &answer, "key")
                .await,
        )
        .map(|_| ())
    }
}

fn refusal<T>(said: Result<T, SignInError>) -> Result<T, Refusal> {
    said.map_err(|e| match e {
        SignInError::Refused(refusal) => refusal,
        SignInError::Desk(e) => panic!("{e}"),
    })
}

#[tokio::test]
async fn who_has_the_passkey_is_signed_in_without_a_name() {
    for kind in [Kind::Es256, Kind::EdDsa] {
        let mut site = Site::new(kind).await;
        let signed_in = site.sign_in().await.unwrap();
        assert_eq!(*signed_in.account(), site.account);
        assert_eq!(*signed_in.credential(), site.people.account(&site.account).credentials()[0].key());
        assert_eq!(signed_in.notes(), []);
    }
}

#[tokio::test]
async fn what_is_asked_of_a_browser_is_discoverable_verified_and_without_attestation() {
    let site = Site::new(Kind::Es256).await;
    let has = site.people.account(&site.account);
    let started = site
        .ceremonies()
        .begin_registration(&site.account, "Exercise Person", has.credentials())
        .await
        .unwrap();
    let asked: serde_json::Value = serde_json::from_str(&started.options).unwrap();
    let selection = serde_json::json!({"residentKey": "required", "requireResidentKey": true, "userVerification": "required"});
    assert_eq!(asked["authenticatorSelection"], selection);
    assert_eq!(asked["attestation"], "none");
    assert_eq!(
        asked["rp"],
        serde_json::json!({"id": "comity.example.org", "name": "Exercise record"})
    );
    assert_eq!(asked["timeout"], 300_000);
    let kinds: Vec<_> = asked["pubKeyCredParams"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| kind["alg"].as_i64())
        .collect();
    assert_eq!(kinds, [Some(-8), Some(-7), Some(-257)]);
    assert_eq!(asked["excludeCredentials"].as_array().unwrap().len(), 1);
    assert_eq!(
        asked["excludeCredentials"][0]["transports"],
        serde_json::json!(["hybrid", "internal"])
    );

    let asked: serde_json::Value = serde_json::from_str(&site.begin().await.options).unwrap();
    assert_eq!(asked["userVerification"], "required");
    assert_eq!(asked["allowCredentials"], serde_json::json!([]));
    assert_eq!(asked["rpId"], "comity.example.org");
}

#[tokio::test]
async fn a_page_at_another_port_of_the_site_that_was_named_may_ask_too() {
    let mut site = Site::new(Kind::Es256).await;
    site.authenticator.origin = "https://comity.example.org:8443".to_owned();
    assert!(site.sign_in().await.is_ok());
}

#[tokio::test]
async fn an_answer_that_is_wrong_in_one_point_signs_nobody_in() {
    type Change = fn(&mut Authenticator);
    let changes: [(Refusal, Change); 12] = [
        (Refusal::OtherOrigin, |a| a.origin = "https://comity.example.com".to_owned()),
        (Refusal::OtherOrigin, |a| a.origin = "https://comity.example.org:444".to_owned()),
        (Refusal::OtherOrigin, |a| a.origin = "http://comity.example.org".to_owned()),
        (Refusal::CrossOrigin, |a| a.cross_origin = true),
        (Refusal::CrossOrigin, |a| a.top_origin = Some(ORIGIN.to_owned())),
        (Refusal::OtherSite, |a| a.site = Some("comity.example.com".to_owned())),
        (Refusal::NotPresent, |a| a.present = false),
        (Refusal::NotVerified, |a| a.verified = false),
        (Refusal::Flags, |a| a.backed_up = true),
        (Refusal::OtherPurpose, |a| a.sort = Some("webauthn.create".to_owned())),
        (Refusal::UnknownCredential, |a| a.id = b"exercise-credential-2".to_vec()),
        (Refusal::UnknownCredential, |a| a.user = vec![7; 16]),
    ];
    for (expected, change) in changes {
        let mut site = Site::new(Kind::Es256).await;
        change(&mut site.authenticator);
        assert_eq!(site.sign_in().await.unwrap_err(), expected);
    }
}

#[tokio::test]
async fn a_new_passkey_that_is_wrong_in_one_point_is_not_added() {
    type Change = fn(&mut Authenticator);
    let changes: [(Refusal, Change); 9] = [
        (Refusal::OtherOrigin, |a| a.origin = "https://comity.example.com".to_owned()),
        (Refusal::CrossOrigin, |a| a.cross_origin = true),
        (Refusal::OtherSite, |a| a.site = Some("comity.example.com".to_owned())),
        (Refusal::NotPresent, |a| a.present = false),
        (Refusal::NotVerified, |a| a.verified = false),
        (Refusal::Flags, |a| a.backed_up = true),
        (Refusal::OtherPurpose, |a| a.sort = Some("webauthn.get".to_owned())),
        (Refusal::Malformed, |a| a.id = Vec::new()),
        (Refusal::Malformed, |a| a.claimed_id = Some(b"another".to_vec())),
    ];
    for (expected, change) in changes {
        let site = Site::new(Kind::Es256).await;
        let mut another = Authenticator::new(Kind::Es256, ORIGIN, b"exercise-credential-2");
        change(&mut another);
        assert_eq!(site.register(&mut another).await.unwrap_err(), expected);
    }
    let site = Site::new(Kind::Es256).await;
    let mut another = Authenticator::new(Kind::EdDsa, ORIGIN, b"exercise-credential-2");
    assert_eq!(site.register(&mut another).await, Ok(()));
}

#[tokio::test]
async fn a_passkey_that_is_one_of_somebodys_is_not_added_again() {
    let site = Site::new(Kind::Es256).await;
    let mut same_id = Authenticator::new(Kind::Es256, ORIGIN, b"exercise-credential-1");
    assert_eq!(site.register(&mut same_id).await.unwrap_err(), Refusal::AlreadyAdded);
}

#[tokio::test]
async fn extensions_that_nobody_asked_for_are_passed_over() {
    let mut authenticator = Authenticator::new(Kind::Es256, ORIGIN, b"exercise-credential-1");
    authenticator.extensions = true;
    let mut site = Site::with(authenticator).await;
    assert!(site.sign_in().await.is_ok());
}

#[tokio::test]
async fn a_signature_by_another_key_signs_nobody_in() {
    let mut site = Site::new(Kind::Es256).await;
    let mut thief = Authenticator::new(Kind::Es256, ORIGIN, &site.authenticator.id);
    thief.user = site.authenticator.user.clone();
    let started = site.begin().await;
    let answer = thief.get(&started.options);
    assert_eq!(site.finish(&started, &answer).await.unwrap_err(), Refusal::Signature);
    assert!(site.sign_in().await.is_ok());
}

#[tokio::test]
async fn an_answer_works_once() {
    let mut site = Site::new(Kind::Es256).await;
    let started = site.begin().await;
    let answer = site.authenticator.get(&started.options);
    assert!(site.finish(&started, &answer).await.is_ok());
    assert_eq!(site.finish(&started, &answer).await.unwrap_err(), Refusal::NoCeremony);
    let another = site.begin().await;
    assert_eq!(site.finish(&another, &answer).await.unwrap_err(), Refusal::OtherChallenge);
}

#[tokio::test]
async fn an_answer_to_a_challenge_of_another_browser_signs_nobody_in() {
    let mut site = Site::new(Kind::Es256).await;
    let of_the_thief = site.begin().await;
    let of_the_owner = site.begin().await;
    let answer = site.authenticator.get(&of_the_owner.options);
    // Without the owner's cookie the answer is worth nothing, with the thief's own neither.
    assert_eq!(site.finish(&of_the_thief, &answer).await.unwrap_err(), Refusal::OtherChallenge);
    assert!(site.finish(&of_the_owner, &answer).await.is_ok());
}

#[tokio::test]
async fn a_failed_answer_uses_its_challenge_up() {
    let mut site = Site::new(Kind::Es256).await;
    let started = site.begin().await;
    site.authenticator.verified = false;
    let wrong = site.authenticator.get(&started.options);
    assert_eq!(site.finish(&started, &wrong).await.unwrap_err(), Refusal::NotVerified);
    site.authenticator.verified = true;
    let right = site.authenticator.get(&started.options);
    assert_eq!(site.finish(&started, &right).await.unwrap_err(), Refusal::NoCeremony);
}

#[tokio::test]
async fn a_challenge_is_over_after_five_minutes() {
    let mut site = Site::new(Kind::Es256).await;
    assert_eq!(CHALLENGE_LIFE, SignedDuration::from_mins(5));
    let started = site.begin().await;
    let answer = site.authenticator.get(&started.options);
    site.people.outside.pass(SignedDuration::from_secs(299));
    assert!(site.finish(&started, &answer).await.is_ok());
    let started = site.begin().await;
    let answer = site.authenticator.get(&started.options);
    site.people.outside.pass(SignedDuration::from_secs(300));
    assert_eq!(site.finish(&started, &answer).await.unwrap_err(), Refusal::Expired);
}

#[tokio::test]
async fn a_challenge_for_one_purpose_is_not_answered_for_another() {
    let mut site = Site::new(Kind::Es256).await;
    let registration = site.ceremonies().begin_registration(&site.account, "Exercise", &[]).await.unwrap();
    let sign_in = site.begin().await;
    let answer = site.authenticator.get(&sign_in.options);
    assert_eq!(site.finish(&registration, &answer).await.unwrap_err(), Refusal::OtherPurpose);

    let others = AccountId::from_bytes([9; 16]);
    let registration = site.ceremonies().begin_registration(&site.account, "Exercise", &[]).await.unwrap();
    let answer = Authenticator::new(Kind::Es256, ORIGIN, b"2").create(&registration.options);
    let said = site
        .ceremonies()
        .finish_registration(&registration.token, &others, &answer, "key")
        .await;
    assert_eq!(refusal(said).unwrap_err(), Refusal::OtherPurpose);
}

#[tokio::test]
async fn a_counter_that_does_not_rise_signs_nobody_in() {
    let mut authenticator = Authenticator::new(Kind::Es256, ORIGIN, b"exercise-credential-1");
    authenticator.counter = 5;
    let mut site = Site::with(authenticator).await;
    let mut count = async |counter| {
        site.authenticator.counter = counter;
        site.sign_in().await.map(|_| ())
    };
    assert_eq!(count(5).await, Err(Refusal::Counter));
    assert_eq!(count(6).await, Ok(()));
    assert_eq!(count(9).await, Ok(()));
    for clone in [9, 8, 1, 0] {
        assert_eq!(count(clone).await, Err(Refusal::Counter), "{clone}");
    }
    assert_eq!(count(10).await, Ok(()));
}

#[tokio::test]
async fn an_authenticator_that_does_not_count_is_not_asked_to_and_one_that_begins_to_is_held_to_it() {
    let mut site = Site::new(Kind::Es256).await;
    assert!(site.sign_in().await.is_ok());
    assert!(site.sign_in().await.is_ok());
    site.authenticator.counter = 3;
    assert!(site.sign_in().await.is_ok());
    site.authenticator.counter = 0;
    assert_eq!(site.sign_in().await.unwrap_err(), Refusal::Counter);
}

#[tokio::test]
async fn a_desk_that_was_lost_begins_anew_from_the_counter_in_the_record() {
    let mut authenticator = Authenticator::new(Kind::Es256, ORIGIN, b"exercise-credential-1");
    authenticator.counter = 5;
    let mut site = Site::with(authenticator).await;
    site.desk.lose(Shelf::Authenticator);
    assert_eq!(site.sign_in().await.unwrap_err(), Refusal::Counter);
    site.authenticator.counter = 6;
    assert!(site.sign_in().await.is_ok());
    assert_eq!(site.sign_in().await.unwrap_err(), Refusal::Counter);
}

#[tokio::test]
async fn changed_backup_flags_are_tolerated_and_noted_once() {
    let mut site = Site::new(Kind::Es256).await;
    site.authenticator.backup_eligible = true;
    let eligible = site.sign_in().await.unwrap();
    assert_eq!(eligible.notes(), [Note::BackupEligible { now: true }]);
    site.authenticator.backed_up = true;
    let backed_up = site.sign_in().await.unwrap();
    assert_eq!(backed_up.notes(), [Note::BackedUp { now: true }]);
    assert_eq!(site.sign_in().await.unwrap().notes(), []);
    (site.authenticator.backup_eligible, site.authenticator.backed_up) = (false, false);
    let neither = site.sign_in().await.unwrap();
    assert_eq!(
        neither.notes(),
        [Note::BackupEligible { now: false }, Note::BackedUp { now: false }]
    );
}

#[tokio::test]
async fn a_revoked_passkey_and_a_closed_account_sign_nobody_in() {
    let mut site = Site::new(Kind::Es256).await;
    let account = site.account;
    let credential = site.people.account(&account).credentials()[0].key();
    site.people.act(
        &account,
        Act::CredentialRevoked {
            credential,
            reason: "lost".to_owned(),
        },
    );
    assert_eq!(site.sign_in().await.unwrap_err(), Refusal::UnknownCredential);

    let mut site = Site::new(Kind::Es256).await;
    let account = site.account;
    site.people.act(&account, Act::AccountClosed { reason: "left".to_owned() });
    assert_eq!(site.sign_in().await.unwrap_err(), Refusal::AccountClosed);
}

#[tokio::test]
async fn one_persons_passkey_does_not_sign_in_as_another() {
    let mut site = Site::new(Kind::Es256).await;
    let another = site.people.open("Another Exercise Person", registry(), Vec::new());
    site.authenticator.user = another.bytes().to_vec();
    assert_eq!(site.sign_in().await.unwrap_err(), Refusal::UnknownCredential);
}

#[tokio::test]
async fn a_passkey_that_came_to_be_recorded_for_two_accounts_signs_in_to_the_first_alone() {
    let mut site = Site::new(Kind::Es256).await;
    let credential = site.people.account(&site.account).credentials()[0].clone();
    let another = site.people.open("Another Exercise Person", registry(), vec![credential]);
    site.authenticator.user = another.bytes().to_vec();
    assert_eq!(site.sign_in().await.unwrap_err(), Refusal::OtherAccount);
}

#[tokio::test]
async fn an_answer_in_another_form_is_refused() {
    let mut site = Site::new(Kind::Es256).await;
    let started = site.begin().await;
    let good = site.authenticator.get(&started.options);
    for bad in [
        "".to_owned(),
        "[]".to_owned(),
        "{}".to_owned(),
        good.replace("public-key", "password"),
        good.replace("userHandle", "user"),
        good.replace("\"rawId\":\"", "\"rawId\":\"*"),
        format!("{}{}", good, " ".repeat(70_000)),
    ] {
        assert_eq!(Assertion::parse(&bad).unwrap_err(), Refusal::Malformed, "{bad:.80}");
    }
}

#[tokio::test]
async fn the_desk_knows_no_token() {
    let site = Site::new(Kind::Es256).await;
    let started = site.begin().await;
    let text = started.token.text();
    assert!(site.desk.all().iter().any(|item| item.key == started.token.key()));
    for item in site.desk.all() {
        assert!(!String::from_utf8_lossy(&item.value).contains(&text));
    }
}
