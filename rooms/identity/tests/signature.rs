//! Signatures with a passkey, with real keys: what they are of, and that nothing in them can be changed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::authenticator::{Authenticator, Kind};
use common::{Desk, People, registry};
use identity::account::AccountId;
use identity::act::Act;
use identity::passkey::ceremony::CHALLENGE_LIFE;
use identity::passkey::signature::verify;
use identity::passkey::{Assertion, Ceremonies, RelyingParty};
use identity::refusal::{Refusal, SignInError};
use identity::session::{Browser, Session, Sessions};
use identity::token::Token;
use jiff::SignedDuration;
use register::request::{PasskeySignature, RequestId, Statement};

const ORIGIN: &str = "https://desk.comity.example.org:8443";

/// A site with one person, who has one passkey and a session.
struct Site {
    people: People,
    desk: Desk,
    party: RelyingParty,
    account: AccountId,
    authenticator: Authenticator,
    session: Session,
}

impl Site {
    async fn new(kind: Kind) -> Site {
        let mut people = People::at("2026-11-25T10:00:00Z");
        let desk = Desk::default();
        let party = RelyingParty::new("Exercise record", &["https://comity.example.org", ORIGIN]).unwrap();
        let account = people.open("Exercise Person", registry(), Vec::new());
        let mut authenticator = Authenticator::new(kind, ORIGIN, b"exercise-credential-1");
        let ceremonies = Ceremonies {
            party: &party,
            desk: &desk,
            outside: &people.outside,
        };
        let started = ceremonies.begin_registration(&account, "Exercise Person", &[]).await.unwrap();
        let answer = authenticator.create(&started.options);
        let credential = ceremonies
            .finish_registration(&started.token, &account, &answer, "laptop")
            .await
            .unwrap();
        people.act(&account, Act::CredentialAdded { credential });
        Site {
            session: session(&people, &desk, &party, &account, &mut authenticator).await,
            people,
            desk,
            party,
            account,
            authenticator,
        }
    }

    fn ceremonies(&self) -> Ceremonies<'_> {
        Ceremonies {
            party: &self.party,
            desk: &self.desk,
            outside: &self.people.outside,
        }
    }

    fn statement(&self) -> Statement {
        Statement {
            request: RequestId::from_bytes([1; 16]),
            account: self.account.to_string(),
            on_behalf_of: "organ:registry".into(),
            day: "2026-11-25".parse().unwrap(),
            text_sha256: "a".repeat(64),
            pdf_sha256: "b".repeat(64),
            nonce: [7; 32],
        }
    }

    async fn begin(&self) -> identity::passkey::Started {
        let account = self.people.account(&self.account);
        let begun = self.ceremonies().begin_signature(&self.session, &account, &self.statement()).await;
        begun.unwrap()
    }

    async fn finish(&self, token: &Token, session: &Session, answer: &str) -> Result<PasskeySignature, Refusal> {
        let answer = Assertion::parse(answer)?;
        let account = self.people.account(&self.account);
        let made = self.ceremonies().finish_signature(token, session, &answer, &account).await;
        made.map_err(|error| match error {
            SignInError::Refused(refusal) => refusal,
            SignInError::Desk(error) => panic!("{error}"),
        })
    }

    /// A whole signature, as the authenticator is set.
    async fn sign(&mut self) -> Result<PasskeySignature, Refusal> {
        let started = self.begin().await;
        let answer = self.authenticator.get(&started.options);
        self.finish(&started.token, &self.session, &answer).await
    }
}

/// A session that began with the passkey.
async fn session(people: &People, desk: &Desk, party: &RelyingParty, account: &AccountId, authenticator: &mut Authenticator) -> Session {
    let ceremonies = Ceremonies {
        party,
        desk,
        outside: &people.outside,
    };
    let folded = people.account(account);
    let started = ceremonies.begin_sign_in().await.unwrap();
    let answer = Assertion::parse(&authenticator.get(&started.options)).unwrap();
    let signed_in = ceremonies.finish_sign_in(&started.token, &answer, Some(&folded)).await.unwrap();
    let sessions = Sessions {
        desk,
        outside: &people.outside,
    };
    let token = sessions.begin(&signed_in, &folded, Browser::Firefox).await.unwrap();
    sessions.find(&token).await.unwrap().unwrap().enter(Some(&folded)).unwrap()
}

#[tokio::test]
async fn what_is_signed_is_the_hash_of_the_statement_and_the_signature_is_sound_in_itself() {
    for kind in [Kind::Es256, Kind::EdDsa] {
        let mut site = Site::new(kind).await;
        let started = site.begin().await;
        let asked: serde_json::Value = serde_json::from_str(&started.options).unwrap();
        assert_eq!(asked["userVerification"], "required");
        assert_eq!(asked["rpId"], "comity.example.org");
        assert_eq!(asked["allowCredentials"].as_array().unwrap().len(), 1);
        let signature = site.sign().await.unwrap();
        assert_eq!(signature.statement, site.statement());
        assert!(signature.is_of_its_statement());
        assert_eq!(verify(&signature), Ok(()));
        let algorithm = match kind {
            Kind::Es256 => -7,
            Kind::EdDsa => -8,
        };
        assert_eq!(signature.algorithm, algorithm);
    }
}

#[tokio::test]
async fn nothing_in_a_signature_can_be_changed() {
    let mut site = Site::new(Kind::Es256).await;
    let signature = site.sign().await.unwrap();
    let check = |why: &str, change: &dyn Fn(&mut PasskeySignature)| {
        let mut changed = signature.clone();
        change(&mut changed);
        assert!(verify(&changed).is_err(), "{why}");
    };
    check("another text", &|s| s.statement.text_sha256 = "c".repeat(64));
    check("another document", &|s| s.statement.pdf_sha256 = "c".repeat(64));
    check("another request", &|s| s.statement.request = RequestId::from_bytes([2; 16]));
    check("another officer", &|s| s.statement.account = "0".repeat(32));
    check("for another organ", &|s| s.statement.on_behalf_of = "organ:prosecutor".into());
    check("on another day", &|s| s.statement.day = "2026-11-24".parse().unwrap());
    check("another nonce", &|s| s.statement.nonce = [8; 32]);
    check("another algorithm", &|s| s.algorithm = -8);
    for at in 0..signature.authenticator_data.len() {
        check("what the authenticator said", &|s| s.authenticator_data[at] ^= 4);
    }
    for at in 0..signature.client_data.len() {
        check("what the browser said", &|s| s.client_data[at] ^= 1);
    }
    for at in 0..signature.signature.len() {
        check("the signature", &|s| s.signature[at] ^= 1);
    }
    let other = Site::new(Kind::Es256).await.sign().await.unwrap().public_key;
    check("another key", &|s| s.public_key = other.clone());
}

#[tokio::test]
async fn an_answer_that_is_wrong_in_one_point_signs_nothing() {
    let check = async |why: Refusal, change: fn(&mut Authenticator)| {
        let mut site = Site::new(Kind::Es256).await;
        change(&mut site.authenticator);
        assert_eq!(site.sign().await.unwrap_err(), why);
    };
    check(Refusal::NotVerified, |a| a.verified = false).await;
    check(Refusal::NotPresent, |a| a.present = false).await;
    check(Refusal::OtherOrigin, |a| a.origin = "https://example.org".into()).await;
    check(Refusal::CrossOrigin, |a| a.cross_origin = true).await;
    check(Refusal::OtherSite, |a| a.site = Some("example.org".into())).await;
    check(Refusal::UnknownCredential, |a| a.claimed_id = Some(b"another".to_vec())).await;
    check(Refusal::OtherAccount, |a| a.user = vec![9; 16]).await;
    check(Refusal::OtherPurpose, |a| a.sort = Some("webauthn.create".into())).await;
    check(Refusal::Malformed, |a| a.origin = "x".repeat(5000)).await;
}

#[tokio::test]
async fn an_answer_of_another_session_account_or_purpose_signs_nothing() {
    let mut site = Site::new(Kind::Es256).await;
    let started = site.begin().await;
    let answer = site.authenticator.get(&started.options);
    let sign_in = site.ceremonies().begin_sign_in().await.unwrap();
    let to_sign_in = site.authenticator.get(&sign_in.options);
    let refused = site.finish(&sign_in.token, &site.session, &to_sign_in).await;
    assert_eq!(refused.unwrap_err(), Refusal::OtherPurpose, "it was given to sign in");
    let account = site.people.account(&site.account);
    let verification = site.ceremonies().begin_verification(&site.session, &account).await.unwrap();
    let to_verify = site.authenticator.get(&verification.options);
    let refused = site.finish(&verification.token, &site.session, &to_verify).await;
    assert_eq!(refused.unwrap_err(), Refusal::OtherPurpose, "it was given to show who one is");
    let answered = Assertion::parse(&answer).unwrap();
    let signs_in = site.ceremonies().finish_sign_in(&started.token, &answered, Some(&account)).await;
    assert!(
        matches!(signs_in, Err(SignInError::Refused(Refusal::OtherPurpose))),
        "what signs a request signs nobody in"
    );
    let refused = site.finish(&started.token, &site.session, &answer).await;
    assert_eq!(refused.unwrap_err(), Refusal::NoCeremony, "it is used up");

    let started = site.begin().await;
    let answer = site.authenticator.get(&started.options);
    let elsewhere = session(&site.people, &site.desk, &site.party, &site.account, &mut site.authenticator).await;
    let refused = site.finish(&started.token, &elsewhere, &answer).await;
    assert_eq!(refused.unwrap_err(), Refusal::OtherPurpose, "another session of the same officer");

    let started = site.begin().await;
    let answer = site.authenticator.get(&started.options);
    site.people.outside.pass(CHALLENGE_LIFE + SignedDuration::from_secs(1));
    let refused = site.finish(&started.token, &site.session, &answer).await;
    assert_eq!(refused.unwrap_err(), Refusal::Expired);
}

#[tokio::test]
async fn a_passkey_that_was_revoked_meanwhile_or_counts_backwards_signs_nothing() {
    let mut site = Site::new(Kind::Es256).await;
    site.authenticator.counter = 5;
    site.sign().await.unwrap();
    assert_eq!(site.sign().await.unwrap_err(), Refusal::Counter, "it may have been cloned");
    site.authenticator.counter = 6;
    let started = site.begin().await;
    let answer = site.authenticator.get(&started.options);
    let credential = site.people.account(&site.account).credentials()[0].key();
    let revoked = Act::CredentialRevoked {
        credential,
        reason: "lost".into(),
    };
    site.people.act(&site.account.clone(), revoked);
    let refused = site.finish(&started.token, &site.session, &answer).await;
    assert_eq!(refused.unwrap_err(), Refusal::UnknownCredential);
    let account = site.people.account(&site.account);
    let nothing = site.ceremonies().begin_signature(&site.session, &account, &site.statement()).await;
    assert!(
        matches!(nothing, Err(SignInError::Refused(Refusal::UnknownCredential))),
        "there is nothing to sign with"
    );
}
