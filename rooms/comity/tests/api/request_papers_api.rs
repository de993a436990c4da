//! A request as documents by programs, and its signature checked: as the pages and the shell have them.

use crate::request_signing::signing;
use crate::request_walk::{REGISTRY, act, authority, done, house, id_of, in_review, sent};
use crate::tokens::{read, token};
use identity::access_token::Scope;
use reports::docx;
use serde_json::json;
use web::api::schema;

#[tokio::test]
async fn both_sides_take_a_request_along_as_the_page_gives_it_and_nobody_else_does() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let requested = house.sign_in("Exercise authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise other authority", &authority("XAB")).await;
    let page = sent(&house, &officer, "arrest-and-surrender").await;
    let id = id_of(&page);
    let mut tokens = Vec::new();
    for person in [&officer, &requested, &other] {
        tokens.push(token(&house, person, Scope::Read, false).await);
    }
    for (name, media_type) in [
        ("request.pdf", "application/pdf"),
        ("note.pdf", "application/pdf"),
        ("request.docx", docx::MEDIA_TYPE),
        ("note.docx", docx::MEDIA_TYPE),
    ] {
        let address = format!("/api/v1/requests/{id}/{name}?lang=fr");
        let of_page = house.get_as(&officer, &format!("/fr/request/{id}/{name}")).await;
        for secret in &tokens[..2] {
            let taken = read(&house, &address, secret).await;
            assert_eq!((taken.status.as_u16(), taken.header("content-type")), (200, media_type), "{name}");
            assert!(taken.header("content-disposition").starts_with("attachment"));
            assert_eq!(taken.header("cache-control"), "private, no-store");
            assert_eq!(taken.body, of_page.body, "{name}");
        }
        let hidden = read(&house, &address, &tokens[2]).await;
        let nothing = read(&house, &address.replace(&id.to_string(), &"0".repeat(32)), &tokens[2]).await;
        assert_eq!(
            (hidden.status.as_u16(), &hidden.headers, &hidden.body),
            (404, &nothing.headers, &nothing.body)
        );
    }
    let wrong = format!("/api/v1/requests/{id}");
    assert_eq!(read(&house, &format!("{wrong}/request.exe"), &tokens[0]).await.status, 404);
    assert_eq!(read(&house, &format!("{wrong}/request.pdf?lang=de"), &tokens[0]).await.status, 400);
    assert_eq!(house.get(&format!("{wrong}/request.pdf")).await.status, 401);
}

#[tokio::test]
async fn the_bundle_is_for_those_who_send_and_for_what_is_signed() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let requested = house.sign_in("Exercise authority", &authority("XAA")).await;
    let secret = token(&house, &officer, Scope::Read, false).await;
    let theirs = token(&house, &requested, Scope::Read, false).await;
    let page = in_review(&house, &officer, "provisional-arrest").await;
    let bundle = format!("/api/v1/requests/{}/bundle.zip", id_of(&page));
    assert_eq!(read(&house, &bundle, &secret).await.status, 404, "what is not signed is not sent");
    done(&house, &officer, &page, &signing(&house, &officer).await).await;
    let made = read(&house, &format!("{bundle}?lang=en"), &secret).await;
    assert_eq!(
        (made.status.as_u16(), made.header("content-type")),
        (200, "application/zip"),
        "{}",
        String::from_utf8_lossy(&made.body)
    );
    assert_eq!(made.body, house.get_as(&officer, &format!("{page}/bundle.zip")).await.body);
    done(&house, &officer, &page, &act(&house, "transmit", &[])).await;
    assert_eq!(read(&house, &bundle, &theirs).await.status, 404, "the State sends none");
}

#[tokio::test]
async fn a_signature_is_checked_by_whoever_sees_the_request_and_the_file_that_was_signed_is_marked() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let requested = house.sign_in("Exercise authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise other authority", &authority("XAB")).await;
    let secret = token(&house, &officer, Scope::Read, false).await;
    let page = in_review(&house, &officer, "provisional-arrest").await;
    let request = format!("/api/v1/requests/{}", id_of(&page));
    let address = format!("{request}/signature");
    assert_eq!(read(&house, &address, &secret).await.status, 404, "it is not signed yet");
    done(&house, &officer, &page, &signing(&house, &officer).await).await;
    done(&house, &officer, &page, &act(&house, "transmit", &[])).await;
    for person in [&officer, &requested] {
        let secret = token(&house, person, Scope::Read, false).await;
        let checked: schema::SignatureDocument = serde_json::from_value(read(&house, &address, &secret).await.json()).unwrap();
        assert!(checked.valid && checked.manner == "paper", "{checked:?}");
        assert_eq!(
            checked.checks.iter().map(|check| check.check.as_str()).collect::<Vec<_>>(),
            ["scan", "standing"]
        );
        let seen: schema::RequestDocument = serde_json::from_value(read(&house, &request, &secret).await.json()).unwrap();
        let signed: Vec<&str> = seen
            .documents
            .iter()
            .filter(|line| line.signed)
            .map(|line| line.sha256.as_str())
            .collect();
        assert_eq!(signed, [checked.files[0].sha256.as_str()], "{seen:?}");
        assert_eq!(checked.entry["id"], json!(checked.entry_id.0));
    }
    let theirs = token(&house, &other, Scope::Read, false).await;
    let hidden = read(&house, &address, &theirs).await;
    let nothing = read(&house, &format!("/api/v1/requests/{}/signature", "0".repeat(32)), &theirs).await;
    assert_eq!((hidden.status.as_u16(), &hidden.body), (404, &nothing.body));
}
