//! Sign-in at a real provider: `tests-tools/oidc/provider.mjs`, which tells the truth until a test makes it lie.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::node::Node;
use common::{Desk, People, registry};
use identity::account::Account;
use identity::credential::{Credential, Means};
use identity::http::Http;
use identity::oidc::{Proven, Provider, ProviderError, ProviderRefusal, Returned, Sent, Settings};
use identity::refusal::Refusal;
use identity::session::{Browser, Session, Sessions};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

const REDIRECT: &str = "http://localhost:9/sign-in/provider";

/// A record that knows this provider. Its clock is the machine's when it begins, since the provider's is.
struct Site {
    node: Node,
    http: Http,
    provider: Provider,
    people: People,
    desk: Desk,
}

impl Site {
    fn new() -> Option<Site> {
        let node = Node::start()?;
        let http = Http::new(b"").unwrap();
        let provider = Provider::new(settings(&node.issuer), http.clone()).unwrap();
        let now = Timestamp::from_second(Timestamp::now().as_second()).unwrap();
        Some(Site {
            node,
            http,
            provider,
            people: People::at(&now.to_string()),
            desk: Desk::default(),
        })
    }

    async fn get(&self, url: &str, cookies: &mut BTreeMap<String, String>) -> hyper::Response<Vec<u8>> {
        let carried: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = hyper::Request::get(url)
            .header("cookie", carried.join("; "))
            .body(Vec::new())
            .unwrap();
        let answer = self.http.call(request).await.unwrap();
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            cookies.insert(name.to_owned(), value.to_owned());
        }
        answer
    }

    async fn lie(&self, what: &str) {
        self.get(&format!("{}/lie/{what}", self.node.issuer), &mut BTreeMap::new()).await;
    }

    /// Goes where a browser is sent until it is sent back to our page.
    async fn follow(&self, start: &str) -> Returned {
        let mut cookies = BTreeMap::new();
        let mut at = start.to_owned();
        for _ in 0..12 {
            let answer = self.get(&at, &mut cookies).await;
            let said = String::from_utf8_lossy(answer.body()).into_owned();
            let location = answer.headers().get("location").unwrap_or_else(|| panic!("{at}: {said}"));
            at = url::Url::parse(&at).unwrap().join(location.to_str().unwrap()).unwrap().into();
            if at.starts_with(REDIRECT) {
                let came: BTreeMap<String, String> = url::Url::parse(&at).unwrap().query_pairs().into_owned().collect();
                let part = |name: &str| came.get(name).cloned();
                return Returned {
                    state: part("state"),
                    code: part("code"),
                    error: part("error"),
                    iss: part("iss"),
                };
            }
        }
        panic!("sent around for ever: {at}");
    }

    async fn begin(&self, session: Option<&Session>) -> Sent {
        self.provider.begin(&self.desk, &self.people.outside, session).await.unwrap()
    }

    async fn finish(&self, sent: &Sent, returned: &Returned, session: Option<&Session>) -> Result<Proven, ProviderError> {
        self.provider
            .finish(&self.desk, &self.people.outside, &sent.token, returned, session)
            .await
    }

    /// A whole sign-in.
    async fn sign_in(&self) -> Result<Proven, ProviderError> {
        let sent = self.begin(None).await;
        let returned = self.follow(&sent.to).await;
        self.finish(&sent, &returned, None).await
    }
}

fn settings(issuer: &str) -> Settings {
    Settings {
        issuer: issuer.to_owned(),
        client_id: "comity".to_owned(),
        client_secret: Some("exercise-secret-of-the-tests".to_owned()),
        redirect: REDIRECT.to_owned(),
    }
}

fn refusal<T: std::fmt::Debug>(said: Result<T, ProviderError>) -> ProviderRefusal {
    match said {
        Err(ProviderError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn who_signs_in_at_the_provider_is_known_by_issuer_and_subject() {
    let Some(mut site) = Site::new() else { return };
    let proven = site.sign_in().await.unwrap();
    assert_eq!(proven.identity().issuer, site.node.issuer);
    assert_eq!(proven.identity().subject, "exercise-0001");

    assert_eq!(proven.sign_in(None), Err(Refusal::UnknownCredential));
    let stranger = site.people.open("Another Exercise Person", registry(), Vec::new());
    assert_eq!(
        proven.sign_in(Some(&site.people.account(&stranger))),
        Err(Refusal::UnknownCredential)
    );
    let means = Means::Provider(proven.identity().clone());
    let known = site.people.open(
        "Exercise Person",
        registry(),
        vec![Credential {
            name: "ministry".to_owned(),
            means,
        }],
    );
    let signed_in = proven.sign_in(Some(&site.people.account(&known))).unwrap();
    assert_eq!(*signed_in.account(), known);
}

#[tokio::test]
async fn what_comes_back_works_once_and_in_the_browser_that_began() {
    let Some(site) = Site::new() else { return };
    let sent = site.begin(None).await;
    let returned = site.follow(&sent.to).await;
    let another = site.begin(None).await;
    assert_eq!(refusal(site.finish(&another, &returned, None).await), ProviderRefusal::State);
    assert!(site.finish(&sent, &returned, None).await.is_ok());
    assert_eq!(refusal(site.finish(&sent, &returned, None).await), ProviderRefusal::NoCeremony);
    // The code itself, brought back by a thief with a state of their own.
    let thief = site.begin(None).await;
    let state = url::Url::parse(&thief.to)
        .unwrap()
        .query_pairs()
        .find(|(name, _)| name == "state")
        .map(|(_, s)| s.into_owned());
    let replayed = Returned { state, ..returned };
    assert_eq!(refusal(site.finish(&thief, &replayed, None).await), ProviderRefusal::Code);
}

#[tokio::test]
async fn what_came_back_wrong_signs_nobody_in() {
    let Some(site) = Site::new() else { return };
    type Change = fn(&mut Returned);
    let changes: [(ProviderRefusal, Change); 5] = [
        (ProviderRefusal::State, |r| r.state = None),
        (ProviderRefusal::Issuer, |r| r.iss = Some("https://sign-in.example.org".to_owned())),
        (ProviderRefusal::Denied, |r| r.error = Some("access_denied".to_owned())),
        (ProviderRefusal::Malformed, |r| r.code = None),
        (ProviderRefusal::Code, |r| r.code = Some("invented".to_owned())),
    ];
    for (expected, change) in changes {
        let sent = site.begin(None).await;
        let mut returned = site.follow(&sent.to).await;
        assert_eq!(returned.iss.as_ref(), Some(&site.node.issuer));
        change(&mut returned);
        assert_eq!(refusal(site.finish(&sent, &returned, None).await), expected);
    }
    let sent = site.begin(None).await;
    let returned = site.follow(&sent.to).await;
    site.people.outside.pass(SignedDuration::from_mins(5));
    assert_eq!(refusal(site.finish(&sent, &returned, None).await), ProviderRefusal::Expired);
}

#[tokio::test]
async fn a_provider_that_lies_signs_nobody_in() {
    let Some(site) = Site::new() else { return };
    for (lie, expected) in [
        ("nonce", ProviderRefusal::Nonce),
        ("issuer", ProviderRefusal::Issuer),
        ("audience", ProviderRefusal::Audience),
        ("audiences", ProviderRefusal::Audience),
        ("key", ProviderRefusal::Signature),
        ("none", ProviderRefusal::Signature),
        ("shared", ProviderRefusal::Signature),
    ] {
        site.lie(lie).await;
        let said = site.sign_in().await;
        assert!(
            matches!(&said, Err(ProviderError::Refused(refusal)) if *refusal == expected),
            "{lie}: {said:?}"
        );
    }
    site.lie("discovery").await;
    let said = site.provider.begin(&site.desk, &site.people.outside, None).await;
    assert_eq!(refusal(said), ProviderRefusal::Issuer);
    site.lie("truth").await;
    assert!(site.sign_in().await.is_ok());
}

#[tokio::test]
async fn half_a_minute_between_the_clocks_is_tolerated_and_more_is_said() {
    let Some(site) = Site::new() else { return };
    site.lie("a-little-ahead").await;
    assert!(site.sign_in().await.is_ok());
    for (lie, words) in [
        ("ahead", "seconds ahead of ours"),
        ("behind", "behind ours"),
        ("over", "no longer valid"),
    ] {
        site.lie(lie).await;
        let said = site.sign_in().await.unwrap_err();
        assert!(
            matches!(&said, ProviderError::Clock(_)) && said.to_string().contains(words),
            "{lie}: {said:?}"
        );
    }
}

#[tokio::test]
async fn a_fresh_verification_is_asked_of_the_provider_and_an_old_proof_is_none() {
    let Some(mut site) = Site::new() else { return };
    let proven = site.sign_in().await.unwrap();
    let means = Means::Provider(proven.identity().clone());
    let id = site.people.open(
        "Exercise Person",
        registry(),
        vec![Credential {
            name: "ministry".to_owned(),
            means,
        }],
    );
    let account: Account = site.people.account(&id);
    let sessions = Sessions {
        desk: &site.desk,
        outside: &site.people.outside,
    };
    let token = sessions
        .begin(&proven.sign_in(Some(&account)).unwrap(), &account, Browser::Other)
        .await
        .unwrap();
    let session = sessions.find(&token).await.unwrap().unwrap().enter(Some(&account)).unwrap();

    let sent = site.begin(Some(&session)).await;
    assert!(sent.to.contains("max_age=0"), "{}", sent.to);
    let returned = site.follow(&sent.to).await;
    let proven = site.finish(&sent, &returned, Some(&session)).await.unwrap();
    let renewed = sessions.verified(&session, &proven.sign_in(Some(&account)).unwrap()).await;
    assert!(renewed.is_ok());

    site.lie("old-proof").await;
    let sent = site.begin(Some(&session)).await;
    let returned = site.follow(&sent.to).await;
    assert_eq!(
        refusal(site.finish(&sent, &returned, Some(&session)).await),
        ProviderRefusal::NotFresh
    );

    site.lie("truth").await;
    let sent = site.begin(None).await;
    let returned = site.follow(&sent.to).await;
    assert_eq!(
        refusal(site.finish(&sent, &returned, Some(&session)).await),
        ProviderRefusal::OtherPurpose,
        "a sign-in is no verification of a session"
    );
}

#[tokio::test]
async fn a_provider_that_is_down_is_said_to_be_down() {
    let Some(site) = Site::new() else { return };
    let sent = site.begin(None).await;
    let returned = site.follow(&sent.to).await;
    let Site {
        mut node,
        provider,
        people,
        desk,
        ..
    } = site;
    node.end();
    let said = provider.finish(&desk, &people.outside, &sent.token, &returned, None).await;
    assert!(matches!(said, Err(ProviderError::Unreachable(_))), "{said:?}");
    let said = provider.begin(&desk, &people.outside, None).await.unwrap_err();
    assert!(said.to_string().contains("does not answer"), "{said}");
}

#[tokio::test]
async fn a_sign_in_can_be_carried_out_by_any_thread_of_a_server() {
    let Some(site) = Site::new() else { return };
    let Site {
        node: _node,
        provider,
        people,
        desk,
        ..
    } = site;
    let sent = tokio::spawn(async move { provider.begin(&desk, &people.outside, None).await.map(|sent| sent.to) });
    assert!(sent.await.unwrap().is_ok());
}

#[tokio::test]
async fn addresses_that_are_not_secure_are_not_called() {
    let http = Http::new(b"").unwrap();
    for address in [
        "http://sign-in.example.org/",
        "ftp://localhost/",
        "http://127.0.0.2/",
        "http://localhost.example.org/",
    ] {
        let said = http
            .call(hyper::Request::get(address).body(Vec::new()).unwrap())
            .await
            .unwrap_err()
            .to_string();
        assert!(said.contains("must be https"), "{address}: {said}");
    }
    let wrong = Http::new(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
        .err()
        .unwrap()
        .to_string();
    assert!(wrong.contains("in PEM"), "{wrong}");
}

#[test]
fn settings_that_cannot_work_are_refused_with_the_way_to_mend_them() {
    let check = |change: fn(&mut Settings), part: &str| {
        let mut settings = settings("https://sign-in.example.org");
        change(&mut settings);
        let said = Provider::new(settings, Http::new(b"").unwrap()).err().unwrap().to_string();
        assert!(said.contains(part), "{said}");
    };
    check(|s| s.issuer = "sign-in.example.org".to_owned(), "issuer");
    check(|s| s.redirect = "/sign-in".to_owned(), "redirect");
    check(|s| s.client_id = String::new(), "client id");
}
