//! The letters by which the Court tells a State of what it did in a request: of what is recorded for whoever may see it, before
//! that as a draft for whoever could do it, by the page and by programs.

use crate::house::{House, Person};
use crate::request_walk::{REGISTRY, act, authority, done, encoded, hidden, house, id_of, now, page, page_of, sent, shows};
use crate::tokens::{call, read, token};
use crate::unzip::member;
use access::Viewer;
use axum::http::Method;
use identity::access_token::Scope;
use register::request::RequestId;
use register::view::model::StepShown;
use reports::docx;
use serde_json::json;

/// The acts in a request, latest first.
async fn steps(house: &House, request: &str) -> Vec<StepShown> {
    let id: RequestId = id_of(request);
    let view = house.register.request(&Viewer::operator(), &now(), &id).await.unwrap().unwrap();
    view.steps
}

/// A request that was sent and supplemented; its address, and that of the letter of the supplement without its ending.
async fn supplemented(house: &House, officer: &Person) -> (String, String) {
    let request = sent(house, officer, "arrest-and-surrender").await;
    let changes = [("changes", "Exercise information of five words more")];
    done(house, officer, &request, &act(house, "supplement", &changes)).await;
    let entry = steps(house, &request).await[0].entry.clone();
    (request.clone(), format!("{request}/step/{entry}/letter"))
}

#[tokio::test]
async fn both_sides_take_the_letter_of_an_act_along_and_nobody_else() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let requested = house.sign_in("Exercise authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise other authority", &authority("XAB")).await;
    let (request, letter) = supplemented(&house, &officer).await;
    for (ending, media_type) in [("pdf", "application/pdf"), ("docx", docx::MEDIA_TYPE)] {
        let address = format!("{letter}.{ending}");
        let mut taken = Vec::new();
        for person in [&officer, &requested] {
            let answer = house.get_as(person, &address).await;
            assert_eq!(
                (answer.status.as_u16(), answer.header("content-type")),
                (200, media_type),
                "{address}"
            );
            assert_eq!(answer.header("cache-control"), "private, no-store");
            assert!(answer.header("content-disposition").starts_with("attachment; "));
            shows(&page(&house, person, &request).await, &[&format!("href=\"{address}\"")]);
            taken.push(answer.body);
        }
        assert_eq!(taken[0], taken[1], "both sides have the same letter");
        let (entry, unknown) = (steps(&house, &request).await[0].entry.clone(), "0".repeat(32));
        for person in [&requested, &other] {
            let nowhere = house.get_as(person, &address.replace(&entry, &unknown)).await;
            assert_eq!(nowhere.status, 404);
        }
        let hidden = house.get_as(&other, &address).await;
        let nowhere = house.get_as(&other, &address.replace(&entry, &unknown)).await;
        assert_eq!(hidden.status, 404);
        assert_eq!(
            hidden.text().replace(&entry, ""),
            nowhere.text().replace(&unknown, ""),
            "as where there is no act"
        );
    }
}

#[tokio::test]
async fn what_stays_within_the_court_and_what_the_state_did_has_no_letter() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let requested = house.sign_in("Exercise authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    done(&house, &officer, &request, &act(&house, "note-occasion", &[])).await;
    done(&house, &requested, &request, &act(&house, "acknowledge", &[])).await;
    for step in steps(&house, &request).await {
        assert!(!step.letter, "{}", step.kind);
        let address = format!("{request}/step/{}/letter.pdf", step.entry);
        assert_eq!(house.get_as(&officer, &address).await.status, 404, "{}", step.kind);
    }
    for name in ["letter", "letter.exe", "note.pdf", ".pdf"] {
        let address = format!("{request}/act/withdraw/{name}");
        assert_eq!(house.get_as(&officer, &address).await.status, 404, "{name}");
    }
}

#[tokio::test]
async fn a_letter_is_read_before_it_is_recorded_by_whoever_could_do_it_and_records_nothing() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let requested = house.sign_in("Exercise authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let form = page_of(&request, "withdraw");
    let text = page(&house, &officer, &form).await;
    shows(&text, &["value=\"letter-pdf\"", "value=\"letter-docx\""]);
    let before = steps(&house, &request).await.len();
    let saw = hidden(&text, "saw");
    let typed = encoded([
        ("do", "letter-docx"),
        ("saw", saw.as_str()),
        ("act", "withdraw"),
        ("withdraw-reasons", "Exercise grounds of the withdrawal"),
    ]);
    let answer = house.post_as(&officer, &form, &typed).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, docx::MEDIA_TYPE));
    let part = |name: &str| String::from_utf8(member(&answer.body, name)).unwrap();
    shows(&part("word/header1.xml"), &["DRAFT"]);
    shows(
        &part("word/document.xml"),
        &["Exercise grounds of the withdrawal", "withdraws its request"],
    );
    assert_eq!(steps(&house, &request).await.len(), before, "nothing was recorded");
    for person in [&requested] {
        let nowhere = house.get_as(person, &form.replace("withdraw", "no-such-act")).await.status;
        assert_eq!(nowhere, 404);
        assert_eq!(house.get_as(person, &format!("{form}/letter.pdf")).await.status, 404);
        assert_eq!(house.post_as(person, &form, &typed).await.status, 404);
    }
    let acknowledging = page(&house, &requested, &page_of(&request, "acknowledge")).await;
    assert!(
        !acknowledging.contains("letter-pdf"),
        "no letter of the Court tells of what a State does"
    );
}

#[tokio::test]
async fn programs_take_the_same_letters_and_drafts() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let requested = house.sign_in("Exercise authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise other authority", &authority("XAB")).await;
    let (request, letter) = supplemented(&house, &officer).await;
    let (id, entry) = (id_of(&request), steps(&house, &request).await[0].entry.clone());
    let mut tokens = Vec::new();
    for person in [&officer, &requested, &other] {
        tokens.push(token(&house, person, Scope::Act, false).await);
    }
    let address = format!("/api/v1/requests/{id}/steps/{entry}/letter.pdf?lang=en");
    let of_page = house.get_as(&officer, &format!("{letter}.pdf")).await.body;
    for secret in &tokens[..2] {
        assert_eq!(read(&house, &address, secret).await.body, of_page);
    }
    let hidden = read(&house, &address, &tokens[2]).await;
    let nothing = read(&house, &address.replace(&entry, &"0".repeat(32)), &tokens[2]).await;
    assert_eq!(
        (hidden.status.as_u16(), &hidden.headers, &hidden.body),
        (404, &nothing.headers, &nothing.body)
    );
    let seen = read(&house, &format!("/api/v1/requests/{id}"), &tokens[1]).await.json();
    assert_eq!(seen["steps"][0]["letter"], json!(true));
    assert_eq!(seen["steps"][1]["letter"], json!(false), "what was sent has documents of its own");

    let draft = format!("/api/v1/requests/{id}/acts/withdraw/letter.docx");
    let body = json!({"values": {"reasons": "Exercise grounds of the withdrawal"}});
    let made = call(&house, Method::POST, &draft, &tokens[0], None, Some(body.clone())).await;
    assert_eq!(
        (made.status.as_u16(), made.header("content-type")),
        (200, docx::MEDIA_TYPE),
        "{}",
        made.text()
    );
    let theirs = call(&house, Method::POST, &draft, &tokens[1], None, Some(body.clone())).await;
    let nowhere = draft.replace("withdraw", "no-such-act");
    let nothing = call(&house, Method::POST, &nowhere, &tokens[1], None, Some(body)).await;
    assert_eq!((theirs.status.as_u16(), &theirs.body), (404, &nothing.body));
}
