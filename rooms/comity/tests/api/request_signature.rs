//! The signature of a request over HTTP: with a passkey over the hashes of text and document, on paper with a scan, and
//! whatever is neither.

pub mod checked;
mod on_paper;
mod revoked;

use crate::authenticator::{Authenticator, Kind};
use crate::browser::Browser;
use crate::house::{Answer, House};
use crate::request_walk::{complete, made, shows, state};
use crate::unzip::member;
use access::{Organisation, Role, Viewer};
use axum::http::StatusCode;
use identity::account::AccountId;
use identity::act::Post;
use identity::passkey::RelyingParty;
use identity::people::Actor;
use jiff::civil::Date;
use law::Values;
use record::entry::Author;
use record::hex::hex;
use register::request::{Files, GivenAct, PasskeySignature, RequestError, RequestId, RequestText, Signature, SignatureOf, Submission};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use web::Signing;

pub const ORIGIN: &str = "http://localhost:8080";
pub const SITE: &str = "localhost";

/// A post at the Court.
pub fn post(role: Role) -> Post {
    Post {
        organisation: Organisation::Court,
        role,
    }
}

async fn house() -> House {
    let house = House::signing(Signing {
        party: Some(RelyingParty::new("Comity", &[ORIGIN]).unwrap()),
        ..Signing::default()
    })
    .await;
    state(&house, "XAA").await;
    house
}

pub fn passkey(id: &str) -> Authenticator {
    Authenticator::new(Kind::Es256, ORIGIN, id.as_bytes())
}

/// Somebody who came in by a link and a passkey, in their browser.
pub async fn come_in<'h>(house: &'h House, name: &str, post: &Post, passkey: &mut Authenticator) -> (AccountId, Browser<'h>) {
    let operator = Actor::operator("exercise officer");
    let (account, link) = house.people.invite(&operator, name, post, true).await.unwrap();
    let mut browser = Browser::new(house);
    let address = format!("/en/join/{}", link.text());
    let page = browser.get(&address).await;
    browser.press(&page, &address).await;
    let page = browser.get("/en/join").await;
    let joined = browser.by_passkey(&page, passkey, &[]).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text());
    (account, browser)
}

/// A request that waits for its signature, of which Registry and Chambers know.
async fn in_review(house: &House, person: &str) -> RequestId {
    let form = house.register.law.form("arrest-and-surrender").unwrap();
    let mut values: BTreeMap<String, String> = complete(form);
    values.insert("person".into(), person.into());
    let new = Submission {
        id: None,
        text: RequestText {
            form: form.id.clone(),
            values: values.iter().map(|(element, text)| (element.as_str(), text.as_str())).collect(),
        },
        requesting: "organ:chambers".into(),
        values: Values::default(),
        effective: String::new(),
        files: Files::default(),
        author: Author::Officer("Exercise Officer".into()),
    };
    house.register.submit_request(&Viewer::operator(), &new).await.unwrap()
}

/// What the operator does in a request.
async fn done(house: &House, request: &RequestId, act: &str, carries: &[(&str, &str)]) {
    let mv = house.register.law.moves().iter().find(|mv| mv.id == act).unwrap();
    let mut values: Values = mv
        .carries
        .iter()
        .filter(|e| e.required)
        .map(|e| (e.id.clone(), made(e)))
        .collect::<Vec<_>>()
        .iter()
        .map(|(element, text)| (element.as_str(), text.as_str()))
        .collect();
    for (element, text) in carries {
        values.0.insert((*element).into(), vec![(*text).into()]);
    }
    let given = GivenAct {
        request: *request,
        act: act.into(),
        saw: None,
        text: None,
        values,
        effective: String::new(),
        paper: None,
        files: Files::default(),
        author: Author::Officer("Exercise Officer".into()),
    };
    house.register.act_in_request(&Viewer::operator(), &given).await.unwrap();
}

fn address(request: &RequestId) -> String {
    format!("/en/request/{request}/sign")
}

async fn signature(house: &House, request: &RequestId) -> Option<SignatureOf> {
    house.register.signature(&Viewer::operator(), request).await.unwrap()
}

#[track_caller]
fn by_passkey(of: &SignatureOf) -> &PasskeySignature {
    match &of.signature {
        Signature::Passkey(signature) => signature,
        Signature::Paper(_) => panic!("it is on paper"),
    }
}

/// Opens the page; the fields that its form with a passkey carries, and where it begins.
async fn opened(browser: &mut Browser<'_>, request: &RequestId) -> ([(String, String); 1], String) {
    let page = browser.get(&address(request)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let page = page.text();
    let field = |name: &str| {
        let form = page.split("data-passkey").nth(1).expect("the page offers a passkey");
        let value = form.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
        (name.to_owned(), value.split('"').next().unwrap().to_owned())
    };
    let begin = page.split("data-begin=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    ([field("saw")], begin)
}

/// What the browser's answer leads to.
async fn answered(browser: &mut Browser<'_>, request: &RequestId, fields: &[(String, String)], answer: &str) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser
        .post(&address(request), &[&fields[..], &[("_answer", answer)]].concat())
        .await
}

#[tokio::test]
async fn a_signature_with_a_passkey_is_over_the_hashes_of_text_and_document_and_goes_with_what_is_sent() {
    let house = house().await;
    let mut key = passkey("one");
    let (account, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
    let request = in_review(&house, "Exercise Person X-17").await;
    let page = browser.get(&address(&request)).await;
    let text = page.text();
    let document = browser.get(&format!("{}/request.pdf", address(&request))).await;
    assert!(document.body.starts_with(b"%PDF"));
    let hash = hex(&Sha256::digest(&document.body));
    shows(&text, &[&hash, "Exercise Person X-17", "25 November 2026"]);
    let signed = browser.by_passkey(&page, &mut key, &[]).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
    let of = signature(&house, &request).await.unwrap();
    assert_eq!(signed.header("location"), format!("/en/request/{request}?done={}", of.entry.id));
    shows(&browser.get(signed.header("location")).await.text(), &["Recorded: Signed."]);

    let statement = &by_passkey(&of).statement;
    assert_eq!(
        (statement.pdf_sha256.as_str(), statement.text_sha256.as_str()),
        (hash.as_str(), of.text.sha256().as_str())
    );
    assert_eq!(
        (statement.account.as_str(), statement.on_behalf_of.as_str()),
        (account.to_string().as_str(), "organ:registry")
    );
    assert_eq!(statement.day, "2026-11-25".parse::<Date>().unwrap());
    let checked = house.people.check_signature(&of, by_passkey(&of)).await.unwrap();
    assert!(checked.checks.iter().all(|(_, holds)| *holds), "{checked:?}");
    assert_eq!(checked.revoked, None);
    let page = browser.get(&format!("/en/request/{request}/signature")).await.text();
    shows(
        &page,
        &[
            "Signed by Exercise One (Registry, Court) for Registry",
            "holds",
            &hash,
            &statement.text_sha256,
        ],
    );
    assert!(!page.contains("does not hold"), "{page}");
    shows(
        &browser.get(&format!("/en/request/{request}")).await.text(),
        &["Signed with a passkey over the hashes"],
    );

    let state = house
        .sign_in("Exercise authority", &[(Organisation::State("XAA".into()), Role::CentralAuthority)])
        .await;
    assert_eq!(house.get_as(&state, &format!("/en/request/{request}/signature")).await.status, 404);
    done(&house, &request, "transmit", &[]).await;
    let seen = house.get_as(&state, &format!("/en/request/{request}/signature")).await;
    shows(&seen.text(), &[&hash, &statement.text_sha256, "Without this program"]);
    assert!(!seen.text().contains("does not hold"), "{}", seen.text());
    let file = seen.text();
    let file = file.split("href=\"/en/attachment/").nth(1).unwrap().split('"').next().unwrap();
    let sent = house.get_as(&state, &format!("/en/attachment/{file}")).await;
    assert_eq!(sent.body, document.body, "the same bytes are sent");
}

#[tokio::test]
async fn the_requested_state_takes_what_was_signed_under_its_date_and_what_is_made_anew_says_that_it_is_a_copy() {
    let house = house().await;
    let mut key = passkey("one");
    let (_, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
    let request = in_review(&house, "Exercise Person X-17").await;
    let page = browser.get(&address(&request)).await;
    let signed = browser.get(&format!("{}/request.pdf", address(&request))).await.body;
    browser.by_passkey(&page, &mut key, &[]).await;
    house.outside.put("2026-11-27T10:00:00Z");
    done(&house, &request, "transmit", &[]).await;

    let state = house
        .sign_in("Exercise authority", &[(Organisation::State("XAA".into()), Role::CentralAuthority)])
        .await;
    let take = async |lang: &str, name: &str| house.get_as(&state, &format!("/{lang}/request/{request}/{name}")).await.body;
    assert!(take("en", "request.pdf").await == signed, "the bytes and the date that were signed");
    assert!(take("fr", "request.pdf").await != signed);
    let page = house.get_as(&state, &format!("/en/request/{request}")).await.text();
    let file = page
        .split("\">The document that was signed</a>")
        .next()
        .unwrap()
        .rsplit("href=\"")
        .next()
        .unwrap();
    assert!(house.get_as(&state, file).await.body == signed, "{file}");

    let word = |file: &[u8]| String::from_utf8(member(file, "word/document.xml")).unwrap();
    let copy = word(&take("en", "request.docx").await);
    shows(
        &copy,
        &[
            "Copy for reading: this is not the document that was signed.",
            &hex(&Sha256::digest(&signed)),
            "25\u{a0}November\u{a0}2026",
        ],
    );
    assert!(
        !word(&take("en", "note.docx").await).contains("Copy for reading"),
        "a note is not signed"
    );
}

#[tokio::test]
async fn an_answer_that_is_not_of_this_officer_this_request_and_this_moment_signs_nothing() {
    let house = house().await;
    let (mut key, mut others) = (passkey("one"), passkey("two"));
    let (_, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
    let (_, _) = come_in(&house, "Exercise Two", &post(Role::Registry), &mut others).await;
    let (request, second) = (
        in_review(&house, "Exercise Person X-17").await,
        in_review(&house, "Exercise Person X-18").await,
    );

    let (fields, begin) = opened(&mut browser, &request).await;
    let unverified = browser.post(&begin, &[]).await;
    key.verified = false;
    let answer = key.get(&unverified.text());
    key.verified = true;
    let refused = answered(&mut browser, &request, &fields, &answer).await;
    assert_eq!(
        refused.status,
        StatusCode::FORBIDDEN,
        "the authenticator did not verify who used it"
    );

    let options = browser.post(&begin, &[]).await;
    let theirs = others.get(&options.text());
    assert_eq!(
        answered(&mut browser, &request, &fields, &theirs).await.status,
        StatusCode::FORBIDDEN,
        "another's passkey"
    );

    let options = browser.post(&begin, &[]).await;
    house.outside.put("2026-11-25T11:09:01Z");
    let late = key.get(&options.text());
    assert_eq!(
        answered(&mut browser, &request, &fields, &late).await.status,
        StatusCode::FORBIDDEN,
        "after five minutes"
    );

    let options = browser.post(&begin, &[]).await;
    let answer = key.get(&options.text());
    let (of_second, _) = opened(&mut browser, &second).await;
    let elsewhere = answered(&mut browser, &second, &of_second, &answer).await;
    assert_eq!(
        elsewhere.status,
        StatusCode::CONFLICT,
        "it was given for another request: {}",
        elsewhere.text()
    );
    assert_eq!(
        answered(&mut browser, &request, &fields, &answer).await.status,
        StatusCode::FORBIDDEN,
        "and is used up"
    );

    let sign_in = browser.post("/en/verify/begin", &[]).await;
    let answer = key.get(&sign_in.text());
    assert_eq!(
        answered(&mut browser, &request, &fields, &answer).await.status,
        StatusCode::FORBIDDEN,
        "it was given to show who one is"
    );

    for request in [&request, &second] {
        assert!(signature(&house, request).await.is_none(), "nothing was signed");
    }
    let options = browser.post(&begin, &[]).await;
    let answer = key.get(&options.text());
    assert_eq!(
        answered(&mut browser, &request, &fields, &answer).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        answered(&mut browser, &request, &fields, &answer).await.status,
        StatusCode::SEE_OTHER,
        "to the request, since it is signed"
    );
    let view = house.register.signature(&Viewer::operator(), &request).await.unwrap().unwrap();
    assert_eq!(by_passkey(&view).credential, b"one");
}

#[tokio::test]
async fn nobody_signs_a_text_that_was_changed_after_they_opened_it() {
    let house = house().await;
    let mut key = passkey("one");
    let (_, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
    let request = in_review(&house, "Exercise Person X-17").await;
    let (fields, begin) = opened(&mut browser, &request).await;
    let other = format!("{}.{}", begin.rsplit_once('.').unwrap().0, "0".repeat(64));
    assert_eq!(
        browser.post(&other, &[]).await.status,
        StatusCode::CONFLICT,
        "another document than the page shows"
    );
    let options = browser.post(&begin, &[]).await;
    let answer = key.get(&options.text());
    done(&house, &request, "return", &[("changes", "The name of the exercise person")]).await;
    let changed = answered(&mut browser, &request, &fields, &answer).await;
    assert_eq!(
        changed.status,
        StatusCode::SEE_OTHER,
        "it is not to be signed any more: {}",
        changed.text()
    );
    assert!(signature(&house, &request).await.is_none());
    assert_eq!(browser.post(&begin, &[]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_a_signature_is_not_of_is_not_recorded_with_it() {
    let house = house().await;
    let mut key = passkey("one");
    let (_, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
    let (request, second) = (
        in_review(&house, "Exercise Person X-17").await,
        in_review(&house, "Exercise Person X-18").await,
    );
    let page = browser.get(&address(&request)).await;
    browser.by_passkey(&page, &mut key, &[]).await;
    let of = signature(&house, &request).await.unwrap();
    let signed = by_passkey(&of);
    let token = identity::token::Token::parse(&browser.cookies["__Host-session"]).unwrap();
    let actor = house.people.visit(&token).await.unwrap().unwrap().actor.unwrap();
    let given = GivenAct {
        request: second,
        act: "sign".into(),
        saw: None,
        text: None,
        values: [("signature_form", "in-this-register")].into_iter().collect(),
        effective: String::new(),
        paper: None,
        files: Files::default(),
        author: actor.author().clone(),
    };
    let refused = house.register.sign_request(actor.viewer(), &given, signed).await;
    assert!(
        matches!(refused, Err(RequestError::Field { field: "signature", .. })),
        "of another request: {refused:?}"
    );
    let mut moved = signed.clone();
    moved.statement.request = second;
    let refused = house.register.sign_request(actor.viewer(), &given, &moved).await;
    assert!(matches!(refused, Err(RequestError::Raced)), "over another text: {refused:?}");
    let without = house.register.act_in_request(actor.viewer(), &given).await;
    assert!(
        matches!(without, Err(RequestError::Field { field: "signature", .. })),
        "without any: {without:?}"
    );
}

#[tokio::test]
async fn of_two_officers_who_sign_at_once_one_has_signed() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let (_, mut first) = come_in(&house, "Exercise One", &post(Role::Registry), &mut one).await;
    let (_, mut second) = come_in(&house, "Exercise Two", &post(Role::Registry), &mut two).await;
    let request = in_review(&house, "Exercise Person X-17").await;
    let (of_first, begin_first) = opened(&mut first, &request).await;
    let (of_second, begin_second) = opened(&mut second, &request).await;
    let (options_one, options_two) = (first.post(&begin_first, &[]).await, second.post(&begin_second, &[]).await);
    let (answer_one, answer_two) = (one.get(&options_one.text()), two.get(&options_two.text()));
    let (a, b) = tokio::join!(
        answered(&mut first, &request, &of_first, &answer_one),
        answered(&mut second, &request, &of_second, &answer_two)
    );
    let done = |answer: &Answer| answer.header("location").contains("?done=");
    assert!(done(&a) != done(&b), "{} {}", a.text(), b.text());
    let view = house
        .register
        .request(&Viewer::operator(), &today(), &request)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.steps.iter().filter(|step| step.kind == "request.signed").count(), 1);
}

#[tokio::test]
async fn what_is_returned_after_it_was_signed_is_signed_no_more_until_it_is_signed_anew() {
    let house = house().await;
    let mut key = passkey("one");
    let (_, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
    let request = in_review(&house, "Exercise Person X-17").await;
    let page = browser.get(&address(&request)).await;
    browser.by_passkey(&page, &mut key, &[]).await;
    let day = async || {
        let view = house.register.request(&Viewer::operator(), &today(), &request).await;
        view.unwrap().unwrap().document_day(&house.register.law)
    };
    assert_eq!(day().await, Some("2026-11-25".parse().unwrap()));
    assert!(signature(&house, &request).await.unwrap().stands);
    done(&house, &request, "return", &[("changes", "Exercise: another annex is missing")]).await;
    assert_eq!(day().await, None, "a document made now says that it is not signed");
    assert!(!signature(&house, &request).await.unwrap().stands);
    let text = browser.get(&format!("/en/request/{request}/signature")).await.text();
    shows(&text, &["The request was not returned for changes since.", "does not hold"]);
}

fn today() -> register::reading::Reading {
    register::reading::Reading::new(None, None, true, "2026-11-25".parse().unwrap()).unwrap()
}

#[tokio::test]
async fn whoever_may_not_sign_is_offered_nothing_to_sign_and_a_revoked_passkey_signs_nothing() {
    let house = house().await;
    let (mut key, mut judge) = (passkey("one"), passkey("judge"));
    let (account, mut browser) = come_in(&house, "Exercise One", &post(Role::Registry), &mut key).await;
    let (_, mut chambers) = come_in(&house, "Exercise Judge", &post(Role::Chambers), &mut judge).await;
    let request = in_review(&house, "Exercise Person X-17").await;
    let (fields, begin) = opened(&mut browser, &request).await;
    let page = chambers.get(&address(&request)).await;
    assert_eq!(
        (page.status, page.header("location")),
        (StatusCode::SEE_OTHER, format!("/en/request/{request}?unsigned=1").as_str())
    );
    assert_eq!(chambers.post(&begin, &[]).await.status, StatusCode::FORBIDDEN);
    let unknown = RequestId::from_bytes([7; 16]);
    assert_eq!(browser.get(&address(&unknown)).await.status, StatusCode::NOT_FOUND);

    let options = browser.post(&begin, &[]).await;
    let answer = key.get(&options.text());
    let roll = house.people.roll().await.unwrap();
    let credential = roll.account(&account).unwrap().credentials()[0].key();
    house
        .people
        .revoke(&Actor::operator("exercise officer"), &account, &credential, "Lost")
        .await
        .unwrap();
    let refused = answered(&mut browser, &request, &fields, &answer).await;
    assert!(!refused.header("location").contains("?done="), "{}", refused.text());
    assert!(signature(&house, &request).await.is_none());
}
