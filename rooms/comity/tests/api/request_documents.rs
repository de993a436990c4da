//! A request as a document to take along: as PDF, by whoever may see it and nobody else, dated by its signature.

use crate::house::Person;
use crate::request_signing::signing;
use crate::request_walk::{NOW, REGISTRY, act, authority, done, house, id_of, in_review, page, sent};

fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-1.7")
}

#[tokio::test]
async fn both_sides_take_the_request_and_its_note_along_and_nobody_else() {
    let house = house().await;
    let officer = house.sign_in("officer", &REGISTRY).await;
    let requested = house.sign_in("requested", &authority("XAA")).await;
    let other = house.sign_in("other", &authority("XAB")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    for name in ["request.pdf", "note.pdf"] {
        let address = format!("{request}/{name}");
        for person in [&officer, &requested] {
            let answer = house.get_as(person, &address).await;
            assert_eq!(answer.status, 200, "{address}");
            assert_eq!(answer.header("content-type"), "application/pdf");
            assert_eq!(answer.header("cache-control"), "private, no-store");
            assert!(answer.header("content-disposition").starts_with("attachment; "));
            assert!(is_pdf(&answer.body), "{address}");
            let page = page(&house, person, &request).await;
            assert!(page.contains(&format!("href=\"{address}\"")), "the page leads there: {page}");
        }
        let (id, unknown) = (id_of(&request).to_string(), "0".repeat(32));
        let nowhere = house.get_as(&other, &address.replace(&id, &unknown)).await;
        let hidden = house.get_as(&other, &address).await;
        assert_eq!(hidden.status, 404);
        assert_eq!(
            hidden.text().replace(&id, ""),
            nowhere.text().replace(&unknown, ""),
            "as where there is no request"
        );
    }
    for name in ["request", "request.exe", "draft.pdf", ".pdf", "request.pdf.pdf"] {
        assert_eq!(house.get_as(&officer, &format!("{request}/{name}")).await.status, 404, "{name}");
    }
}

#[tokio::test]
async fn the_same_request_is_the_same_file_for_both_sides_whenever_it_is_taken() {
    let house = house().await;
    let officer = house.sign_in("officer", &REGISTRY).await;
    let requested = house.sign_in("requested", &authority("XAA")).await;
    let request = in_review(&house, &officer, "provisional-arrest").await;
    let file = async |person: &Person| house.get_as(person, &format!("{request}/request.pdf")).await.body;
    let unsigned = file(&officer).await;
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    let signed = file(&officer).await;
    assert_ne!(unsigned, signed, "the signature dates it: {NOW}");
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    assert_eq!(file(&officer).await, signed);
    assert_eq!(file(&requested).await, signed);
}
