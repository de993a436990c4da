//! Access for programs: what a token opens, that it is never more than its person, and that one which opens nothing is one that
//! never was.

use crate::house::{Answer, House, Person};
use crate::request_walk::{REGISTRY, authority, done, hidden, house, id_of, in_review, page, sent, shows};
use access::{Organisation, Role};
use axum::body::Body;
use axum::http::Method;
use identity::access_token::Scope;
use identity::act::Post;
use identity::people::Actor;
use identity::people::programs::Wanted;
use identity::token::Token;
use register::attachment::Attachments;
use register::audit::{Act, Audit, AuditFilter};
use serde_json::{Value, json};

/// A token that somebody makes for themselves, shortly after they signed in.
pub async fn token(house: &House, person: &Person, scope: Scope, sealed: bool) -> String {
    let session = Token::parse(person.cookie.split_once('=').unwrap().1).unwrap();
    let visit = house.people.visit(&session).await.unwrap().unwrap();
    let wanted = Wanted {
        name: "Exercise program".into(),
        scope,
        sealed,
        days: 90,
    };
    house.people.issue_token(&visit, &wanted).await.unwrap().text()
}

/// What a program sends: with a token, over a version, with a body.
pub async fn call(house: &House, method: Method, address: &str, token: &str, over: Option<&str>, body: Option<Value>) -> Answer {
    let bearer = format!("Bearer {token}");
    let tag = over.map(|over| format!("\"{over}\""));
    let mut headers = vec![("authorization", bearer.as_str())];
    headers.extend(tag.as_deref().map(|tag| ("if-match", tag)));
    headers.extend(body.is_some().then_some(("content-type", "application/json")));
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    house.send(method, address, &headers, body).await
}

/// A read.
pub async fn read(house: &House, address: &str, token: &str) -> Answer {
    call(house, Method::GET, address, token, None, None).await
}

/// The secret that a page shows, this once.
fn shown(page: &str) -> String {
    let from = page.split("Authorization: Bearer ").nth(1).expect("a token was made");
    from.split('<').next().unwrap().to_owned()
}

const UNKNOWN: &str = "comity_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA00000000";

#[tokio::test]
async fn a_token_opens_what_its_person_sees_and_a_cookie_opens_nothing() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "provisional-arrest").await;
    let secret = token(&house, &officer, Scope::Read, false).await;
    let address = format!("/api/v1/requests/{}", id_of(&request));
    let opened = read(&house, &address, &secret).await;
    assert_eq!(opened.status, 200, "{}", opened.text());
    assert_eq!(opened.header("cache-control"), "private, no-store");
    assert_eq!(opened.header("etag"), format!("\"{}\"", opened.json()["saw"].as_str().unwrap()));
    let nothing = house.get(&address).await;
    assert_eq!(nothing.status, 401);
    assert_eq!(nothing.header("www-authenticate"), "Bearer realm=\"comity\"");
    let of_page = house.get_as(&officer, &address).await;
    assert_eq!(
        (of_page.status, &of_page.body),
        (nothing.status, &nothing.body),
        "a cookie is no token"
    );
    for wrong in [UNKNOWN, "", "x", &secret[1..], &secret.to_uppercase()] {
        let answer = read(&house, &address, wrong).await;
        assert_eq!((answer.status, &answer.body), (nothing.status, &nothing.body), "{wrong:?}");
    }
    assert_eq!(
        read(&house, &format!("/en/request/{}", id_of(&request)), &secret).await.status,
        303,
        "pages take no token"
    );
}

#[tokio::test]
async fn a_token_that_was_revoked_or_lost_its_person_is_one_that_never_was() {
    let house = house().await;
    let never = read(&house, "/api/v1/requests", UNKNOWN).await;
    let operator = Actor::operator("exercise officer");
    let registry = Post {
        organisation: Organisation::Court,
        role: Role::Registry,
    };
    for taken in ["revoked", "role", "credential", "closed", "time"] {
        let person = house.sign_in(&format!("Exercise officer {taken}"), &REGISTRY).await;
        let secret = token(&house, &person, Scope::Act, true).await;
        assert_eq!(read(&house, "/api/v1/requests", &secret).await.status, 200, "{taken}");
        let roll = house.people.roll().await.unwrap();
        let account = roll.account(&person.account).unwrap();
        let (id, people) = (&person.account, &house.people);
        match taken {
            "revoked" => people.revoke_token(&operator, id, &account.tokens()[0].key).await.unwrap(),
            "role" => people.withdraw(&operator, id, &registry, "exercise").await.unwrap(),
            "credential" => people
                .revoke(&operator, id, &account.credentials()[0].key(), "exercise")
                .await
                .unwrap(),
            "closed" => people.close(&operator, id, "exercise").await.unwrap(),
            _ => house.outside.put("2026-07-14T09:00:00Z"),
        }
        let now = read(&house, "/api/v1/requests", &secret).await;
        assert_eq!((now.status, &now.body), (never.status, &never.body), "{taken}");
        if taken == "role" {
            people.grant(&operator, id, &registry).await.unwrap();
            let again = read(&house, "/api/v1/requests", &secret).await;
            assert_eq!(again.status, 401, "a role given again brings no token back");
        }
    }
}

#[tokio::test]
async fn a_token_of_somebody_without_the_matter_gets_byte_for_byte_the_answer_for_no_matter() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let other = house.sign_in("Exercise central authority", &authority("XAB")).await;
    let request = id_of(&sent(&house, &officer, "provisional-arrest").await).to_string();
    let secret = token(&house, &other, Scope::Act, true).await;
    let own = token(&house, &officer, Scope::Read, false).await;
    let seen = read(&house, &format!("/api/v1/requests/{request}"), &own).await.json();
    let (saw, entry) = (seen["saw"].as_str().unwrap(), seen["steps"][0]["entry"].as_str().unwrap());
    let nothing = "0".repeat(32);
    for (method, rest) in [
        (Method::GET, String::new()),
        (Method::GET, format!("/documents/{entry}/1")),
        (Method::POST, "/acts/acknowledge".to_owned()),
        (Method::POST, "/acts/sign".to_owned()),
        (Method::POST, "/acts/exercise-act".to_owned()),
    ] {
        let body = (method == Method::POST).then(|| json!({"values": {"reference": "Exercise"}}));
        let mut answers = Vec::new();
        for id in [&request, &nothing] {
            let address = format!("/api/v1/requests/{id}{rest}");
            let answer = call(&house, method.clone(), &address, &secret, Some(saw), body.clone()).await;
            assert_eq!(answer.status, 404, "{address}: {}", answer.text());
            answers.push((answer.headers, answer.body));
        }
        assert_eq!(answers[0], answers[1], "{rest}");
    }
    let list = read(&house, "/api/v1/requests", &secret).await.json();
    assert_eq!(list["requests"], json!([]));
}

#[tokio::test]
async fn what_is_under_seal_is_closed_to_a_token_that_was_not_made_for_it() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let mut values: serde_json::Map<String, Value> = crate::request_walk::complete(house.register.law.form("provisional-arrest").unwrap())
        .into_iter()
        .map(|(element, value)| (element, Value::from(value)))
        .collect();
    values.insert("level".into(), "under-seal".into());
    values.insert("form".into(), "provisional-arrest".into());
    let body = json!({"requesting": "organ:chambers", "request": values});
    let (plain, sealed) = (
        token(&house, &officer, Scope::Act, false).await,
        token(&house, &officer, Scope::Act, true).await,
    );
    let feed = token(&house, &officer, Scope::Feed, true).await;
    let in_plain = async || {
        let mut answers = vec![house.get(&format!("/api/v1/deadlines.ics?token={feed}")).await];
        for list in ["requests", "requests/changes", "drafts", "authorities"] {
            answers.push(read(&house, &format!("/api/v1/{list}"), &plain).await);
        }
        answers
    };
    let before = in_plain().await;
    let refused = call(&house, Method::POST, "/api/v1/drafts", &plain, None, Some(body.clone())).await;
    assert_eq!(refused.status, 403, "it begins nothing under seal either: {}", refused.text());
    let begun = call(&house, Method::POST, "/api/v1/drafts", &sealed, None, Some(body)).await;
    assert_eq!(begun.status, 201, "{}", begun.text());
    let draft = format!("/api/v1/drafts/{}", begun.json()["draft"].as_str().unwrap());
    assert_eq!(read(&house, &draft, &sealed).await.status, 200);
    let unseen = read(&house, &draft, &plain).await;
    let nothing = read(&house, &format!("/api/v1/drafts/{}", "0".repeat(32)), &plain).await;
    assert_eq!((unseen.status, &unseen.body), (nothing.status, &nothing.body));
    let submitted = call(&house, Method::POST, &format!("{draft}/submission"), &sealed, Some("1"), None).await;
    assert_eq!(submitted.status, 201, "{}", submitted.text());
    let request = format!("/api/v1/requests/{}", submitted.json()["request"].as_str().unwrap());
    assert_eq!(read(&house, &request, &sealed).await.status, 200);
    assert_eq!(read(&house, &request, &plain).await.status, 404);
    let listed = read(&house, "/api/v1/requests", &sealed).await.json();
    assert_eq!(listed["requests"].as_array().unwrap().len(), 1);
    assert_eq!(in_plain().await, before, "it changes no byte of what the other token gets");
}

#[tokio::test]
async fn a_token_for_reading_does_nothing_and_none_signs() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = id_of(&in_review(&house, &officer, "provisional-arrest").await);
    let (reads, acts) = (
        token(&house, &officer, Scope::Read, false).await,
        token(&house, &officer, Scope::Act, false).await,
    );
    let saw = read(&house, &format!("/api/v1/requests/{request}"), &reads).await.json()["saw"].clone();
    let sign = format!("/api/v1/requests/{request}/acts/sign");
    let body = Some(json!({}));
    for (method, address) in [
        (Method::POST, "/api/v1/drafts"),
        (Method::POST, sign.as_str()),
        (Method::POST, "/api/v1/files"),
    ] {
        let answer = call(&house, method, address, &reads, saw.as_str(), body.clone()).await;
        assert_eq!(answer.status, 403);
        assert_eq!(answer.json()["type"], "/problems/read-only", "{address}");
    }
    let scan = crate::request_signing::scan(&house, &officer).await;
    let signed = json!({"values": {"signature_form": "on-paper", "signed_paper": scan}});
    let signed = call(&house, Method::POST, &sign, &acts, saw.as_str(), Some(signed)).await;
    assert_eq!(signed.status, 403, "{}", signed.text());
    assert_eq!(signed.json()["type"], "/problems/on-the-page");
    assert_eq!(signed.json()["page"], format!("/en/request/{request}"));
    let after = read(&house, &format!("/api/v1/requests/{request}"), &reads).await.json();
    assert_eq!(after["saw"], saw, "nothing was recorded");
}

#[tokio::test]
async fn a_token_is_made_on_the_page_of_an_account_after_fresh_verification_shown_once_and_revoked_there() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let address = "/en/account/tokens";
    shows(&page(&house, &officer, "/en/account").await, &[address]);
    let form = "act=make&name=Exercise+ministry+system&scope=act&days=90";
    let made = house.post_as(&officer, address, form).await;
    assert_eq!(made.status, 200, "{}", made.text());
    let secret = shown(&made.text());
    assert_eq!(read(&house, "/api/v1/drafts", &secret).await.status, 200);
    let listed = page(&house, &officer, address).await;
    shows(&listed, &["Exercise ministry system", "Read and act", "last used on"]);
    assert!(!listed.contains(&secret), "it is shown once");
    let of = hidden(&listed, "of");
    house.outside.put("2026-04-14T09:20:00Z");
    let late = house.post_as(&officer, address, form).await;
    shows(&late.text(), &["Show once more who you are"]);
    done(&house, &officer, address, &format!("act=revoke&of={of}")).await;
    assert_eq!(read(&house, "/api/v1/drafts", &secret).await.status, 401, "it is revoked at once");
    for wrong in [
        "act=make&name=&scope=act&days=90",
        "act=make&name=x&scope=act&days=366",
        "act=make&name=x&scope=sign&days=90",
        "act=make&name=x&days=90",
    ] {
        let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
        let refused = house.post_as(&officer, address, wrong).await;
        assert_eq!(refused.status, 400, "{wrong}");
        assert!(
            !refused.text().contains("Bearer comity_"),
            "what is not understood makes no token: {wrong}"
        );
    }
    let audited = house.store.audit().list(&AuditFilter::default(), None, 100).await.unwrap();
    let acts: Vec<Act> = audited.iter().map(|event| event.act).collect();
    for act in [Act::TokenIssued, Act::TokenUsed, Act::TokenRevoked] {
        assert_eq!(acts.iter().filter(|told| **told == act).count(), 1, "{act:?}: {acts:?}");
    }
}

#[tokio::test]
async fn a_program_has_an_account_of_its_own_whose_tokens_its_organisation_makes() {
    let house = house().await;
    let head = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise other authority", &authority("XAB")).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = id_of(&sent(&house, &officer, "provisional-arrest").await);
    let (organisation, role) = authority("XAA")[0].clone();
    let post = Post { organisation, role };
    let actor = house.actor(&head).await;
    let service = house
        .people
        .take_in_service(&actor, "Exercise ministry system", &post)
        .await
        .unwrap();
    let stranger = house.actor(&other).await;
    assert!(house.people.take_in_service(&stranger, "Exercise system", &post).await.is_err());
    let address = format!("/en/people/{service}/tokens");
    let form = "act=make&name=Exercise+system&scope=act&days=30";
    assert_eq!(house.post_as(&other, &address, form).await.status, 404);
    let secret = shown(&house.post_as(&head, &address, form).await.text());
    let of_person = format!("/en/people/{}/tokens", head.account);
    assert!(
        !house.post_as(&head, &of_person, form).await.text().contains("Bearer comity_"),
        "no token in another's name"
    );
    let seen = read(&house, &format!("/api/v1/requests/{request}"), &secret).await;
    assert_eq!(seen.status, 200, "it sees what is sent to its State");
    let saw = seen.json()["saw"].clone();
    let act = format!("/api/v1/requests/{request}/acts/acknowledge");
    let done = call(&house, Method::POST, &act, &secret, saw.as_str(), Some(json!({}))).await;
    assert_eq!(done.status, 201, "{}", done.text());
    let operator = Actor::operator("exercise officer");
    assert!(
        house.people.ask_recovery(&operator, &service, "exercise").await.is_err(),
        "nobody signs in at it"
    );
    house.people.close(&actor, &service, "exercise").await.unwrap();
    assert_eq!(read(&house, "/api/v1/requests", &secret).await.status, 401);
}

#[tokio::test]
async fn whoever_administers_an_organisation_takes_a_program_in_on_a_page_after_fresh_verification() {
    let house = house().await;
    let head = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let police = [(Organisation::State("XAA".into()), Role::ExecutingAuthority)];
    let police = house.sign_in("Exercise police", &police).await;
    let address = "/en/people/programs";
    let form = "name=Exercise+ministry+system&role=central-authority";
    shows(&page(&house, &head, "/en/people").await, &[address]);
    let offered = page(&house, &head, address).await;
    shows(&offered, &["Take in a program", "value=\"central-authority\""]);
    assert!(
        !offered.contains("value=\"registry\""),
        "in the roles of its own organisation alone"
    );
    for (name, answer) in [
        ("page", house.get_as(&police, address).await),
        ("form", house.post_as(&police, address, form).await),
    ] {
        assert_eq!(answer.status, 404, "{name}: whoever administers nobody");
    }
    assert!(!page(&house, &police, "/en/people").await.contains(address));
    for wrong in ["name=&role=central-authority", "name=x&role=registry", "name=x&role="] {
        let refused = house.post_as(&head, address, wrong).await;
        assert_eq!(refused.status, 400, "{wrong}");
        shows(&refused.text(), &["role=\"alert\""]);
    }
    let taken = house.post_as(&head, address, form).await;
    assert_eq!(taken.status, 303, "{}", taken.text());
    let tokens = taken.header("location").to_owned();
    shows(
        &page(&house, &head, &tokens).await,
        &["Exercise ministry system", "for this account", "Make a token"],
    );
    let twice = house.post_as(&head, address, form).await;
    assert_eq!(twice.status, 400);
    shows(&twice.text(), &["There is a program of this name in this role already"]);
    shows(&page(&house, &head, "/en/people").await, &["program, acts by tokens"]);
    let account = tokens.trim_end_matches("/tokens");
    shows(
        &page(&house, &head, account).await,
        &["nobody signs in at it, and it acts by tokens"],
    );
    let made = house
        .post_as(&head, &tokens, "act=make&name=Exercise+system&scope=read&days=30")
        .await;
    assert_eq!(read(&house, "/api/v1/requests", &shown(&made.text())).await.status, 200);
    house.outside.put("2026-04-14T09:20:00Z");
    let late = house
        .post_as(&head, address, "name=Exercise+other+system&role=central-authority")
        .await;
    shows(&late.text(), &["Show once more who you are"]);
    let roll = house.people.roll().await.unwrap();
    assert_eq!(roll.accounts().iter().filter(|account| account.is_service()).count(), 1);
}

#[tokio::test]
async fn the_feed_of_deadlines_tells_of_what_is_confidential_only_that_something_is_due() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = id_of(&sent(&house, &officer, "provisional-arrest").await);
    let secret = token(&house, &officer, Scope::Feed, true).await;
    let feed = house.get(&format!("/api/v1/deadlines.ics?token={secret}")).await;
    assert_eq!(feed.status, 200, "{}", feed.text());
    assert_eq!(feed.header("content-type"), "text/calendar; charset=utf-8");
    let text = feed.text();
    shows(
        &text,
        &["SUMMARY:EXERCISE: Something is due", "DTSTART;VALUE=DATE:2026", "END:VCALENDAR\r\n"],
    );
    for hidden in ["Exercise Person", "provisional", "XAA", &request.to_string()] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
    let uid = |text: &str| text.split("UID:").nth(1).unwrap().split('\r').next().unwrap().to_owned();
    assert_eq!(
        uid(&text),
        uid(&house.get(&format!("/api/v1/deadlines.ics?token={secret}")).await.text())
    );
    let french = house.get(&format!("/api/v1/deadlines.ics?lang=fr&token={secret}")).await;
    assert_eq!(uid(&french.text()), uid(&text), "it is the same day in another language");
    shows(&french.text(), &["SUMMARY:EXERCICE\u{a0}: Une échéance est à respecter"]);
    let wrong = house.get(&format!("/api/v1/deadlines.ics?token={UNKNOWN}")).await;
    assert_eq!(wrong.status, 401);
    shows(&page(&house, &officer, "/en/requests").await, &["/en/account/tokens?scope=feed"]);
    let chosen = page(&house, &officer, "/en/account/tokens?scope=feed").await;
    shows(&chosen, &["name=\"scope\" value=\"feed\" checked"]);
    let made = house
        .post_as(&officer, "/fr/account/tokens", "act=make&name=Exercise+calendar&scope=feed&days=90")
        .await;
    let address = made
        .text()
        .split("/api/v1/deadlines.ics?")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap()
        .replace("&#38;", "&");
    let subscribed = house.get(&format!("/api/v1/deadlines.ics?{address}")).await;
    shows(&subscribed.text(), &["EXERCICE"]);
    let reads = token(&house, &officer, Scope::Read, false).await;
    assert_eq!(
        house.get(&format!("/api/v1/deadlines.ics?token={reads}")).await.status,
        401,
        "another token is not put into addresses"
    );
    assert_eq!(
        read(&house, "/api/v1/requests", &secret).await.status,
        401,
        "the feed's token opens the feed alone"
    );
}

#[tokio::test]
async fn what_was_taken_from_a_token_while_its_body_arrived_was_taken() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let stays = token(&house, &officer, Scope::Act, false).await;
    for (address, kind, start, end) in [
        (
            "/api/v1/drafts",
            "application/json",
            "{\"request\":{",
            "\"form\":\"provisional-arrest\"}}",
        ),
        ("/api/v1/files", "text/plain", "exercise ", "text"),
    ] {
        let secret = token(&house, &officer, Scope::Act, false).await;
        let bearer = format!("Bearer {secret}");
        let (people, account) = (house.people.clone(), officer.account);
        let slowly = futures_util::stream::unfold(0, move |piece: usize| {
            let people = people.clone();
            async move {
                if piece == 1 {
                    let roll = people.roll().await.unwrap();
                    let key = roll.account(&account).unwrap().tokens().last().unwrap().key;
                    let operator = Actor::operator("exercise officer");
                    people.revoke_token(&operator, &account, &key).await.unwrap();
                }
                let text = *[start, end].get(piece)?;
                Some((Ok::<_, std::io::Error>(text), piece + 1))
            }
        });
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", kind),
            ("content-disposition", "attachment; filename=exercise.txt"),
        ];
        let answer = house.send(Method::POST, address, &headers, Body::from_stream(slowly)).await;
        assert_eq!(answer.status, 401, "{address}: {}", answer.text());
    }
    let drafts = read(&house, "/api/v1/drafts", &stays).await;
    assert_eq!(drafts.json()["drafts"], json!([]), "nothing of it was taken");
    let waiting = house.store.attachments().working(&officer.account.to_string()).await.unwrap();
    assert!(waiting.is_empty(), "neither of the file");
}
