//! The letters by which the Court tells a State of what it did in a request: of what is recorded for whoever may see it, before
//! that as a draft for whoever could do it, by the page and by programs.

use crate::house::{House, Person};
use crate::request_sending::receiving;
use crate::request_walk::{
    PROSECUTOR, REGISTRY, act, authority, done, encoded, hidden, house, id_of, now, page, page_of, sent, shows, tried,
};
use crate::tokens::{call, read, token};
use crate::unzip::member;
use access::{Organisation, Role, Viewer};
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

/// What stands in a letter for Word.
fn written(docx: &[u8]) -> String {
    String::from_utf8(member(docx, "word/document.xml")).unwrap()
}

#[tokio::test]
async fn every_organ_that_sees_the_request_has_the_same_letter_and_another_is_answered_as_where_there_is_none() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let chamber = house
        .sign_in("Exercise legal officer", &[(Organisation::Court, Role::Chambers)])
        .await;
    let prosecutor = house.sign_in("Exercise prosecutor", &PROSECUTOR).await;
    receiving(&house, "XAA", "Exercise Office").await;
    let (request, letter) = supplemented(&house, &officer).await;
    let (entry, unknown) = (steps(&house, &request).await[0].entry.clone(), "0".repeat(32));
    for ending in ["pdf", "docx"] {
        let address = format!("{letter}.{ending}");
        let own = house.get_as(&officer, &address).await;
        let theirs = house.get_as(&chamber, &address).await;
        assert_eq!(theirs.status, 200);
        assert_eq!(own.body, theirs.body, "the Chamber has another letter than the Registry");
        let hidden = house.get_as(&prosecutor, &address).await;
        let nowhere = house.get_as(&prosecutor, &address.replace(&entry, &unknown)).await;
        assert_eq!(hidden.status, 404);
        assert_eq!(hidden.text().replace(&entry, ""), nowhere.text().replace(&unknown, ""));
    }
}

#[tokio::test]
async fn a_letter_goes_to_whom_the_directory_named_when_its_act_was_recorded() {
    let house = house().await;
    receiving(&house, "XAA", "Exercise Old Office").await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let (_, letter) = supplemented(&house, &officer).await;
    let address = format!("{letter}.docx");
    let before = house.get_as(&officer, &address).await.body;
    assert!(written(&before).contains("Exercise Old Office"));
    house.outside.put("2026-04-20T09:00:00Z");
    receiving(&house, "XAA", "Exercise New Office").await;
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let after = house.get_as(&officer, &address).await.body;
    assert!(
        !written(&after).contains("Exercise New Office"),
        "what was learnt since stands in it"
    );
    assert_eq!(before, after);
}

#[tokio::test]
async fn a_letter_names_the_third_state_and_speaks_of_what_goes_along_only_where_something_does() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    done(&house, &officer, &request, &act(&house, "record-no-waiver", &[])).await;
    let entry = steps(&house, &request).await[0].entry.clone();
    let answer = house.get_as(&officer, &format!("{request}/step/{entry}/letter.docx")).await;
    let text = written(&answer.body);
    assert!(text.contains("Exercise State XAB") && !text.contains(">XAB<"), "{text}");
    assert!(
        text.contains("This note is confidential") && !text.contains("what goes with it"),
        "{text}"
    );
}

#[tokio::test]
async fn a_draft_of_a_letter_passes_over_nothing_that_it_was_given() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let secret = token(&house, &officer, Scope::Act, false).await;
    let drafted = async |act: &str, values: serde_json::Value| {
        let address = format!("/api/v1/requests/{}/acts/{act}/letter.docx", id_of(&request));
        call(&house, Method::POST, &address, &secret, None, Some(json!({"values": values}))).await
    };
    let unsent = format!("Exercise annex [eng] sha256:{}", "0a".repeat(32));
    for (act, values, element) in [
        ("withdraw", json!({"reason": "Exercise grounds"}), "reason"),
        ("withdraw", json!({"reasons": ["Exercise grounds", "Exercise grounds"]}), "reasons"),
        ("supplement", json!({"attached": [unsent]}), "attached"),
        ("record-no-waiver", json!({"third_state": "XAA"}), "third_state"),
    ] {
        let refused = drafted(act, values).await;
        assert_eq!(refused.status, 422, "{element}: {}", refused.text());
        assert_eq!(refused.json()["findings"][0]["element"], json!(element));
    }
    assert_eq!(drafted("withdraw", json!({})).await.status, 200, "what is missing may follow");
    // On the page it stands beside the field.
    let form = act(&house, "record-no-waiver", &[("third_state", "XAA")]);
    let answer = tried(&house, &officer, &request, &format!("{form}&do=letter-pdf")).await;
    assert_eq!(answer.status, 400);
    shows(&answer.text(), &["This is the State that is asked."]);
}
