//! Files of drafts and of acts in requests over HTTP: attached, sent with the request, handed out, refused.

use crate::house::{Answer, House, Person};
use crate::request_signing::signing;
use crate::request_walk::*;
use access::Viewer;
use axum::body::Body;
use axum::http::Method;
use law::{Annex, Values};
use record::entry::Author;
use record::hex::hex;
use register::attachment::{accept, owner};
use register::audit::{Act, AuditFilter};
use register::request::{Files, GivenAct, RequestError};
use sha2::{Digest, Sha256};

const PDF: &[u8] = b"%PDF-1.7\nexercise warrant\n%%EOF\n";
const OTHER: &[u8] = b"%PDF-1.7\nexercise report\n%%EOF\n";

fn hash(bytes: &[u8]) -> String {
    hex(&<[u8; 32]>::from(Sha256::digest(bytes)))
}

fn field(name: &str, value: &str) -> Vec<u8> {
    format!("--exercise\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes()
}

fn file(name: &str, file: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--exercise\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    );
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

async fn send(house: &House, person: &Person, address: &str, parts: &[Vec<u8>]) -> Answer {
    let headers = [
        ("content-type", "multipart/form-data; boundary=exercise"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", &person.cookie),
    ];
    let body = [&parts.concat()[..], b"--exercise--\r\n"].concat();
    house.send(Method::POST, address, &headers, Body::from(body)).await
}

/// The fields of a draft of a complete request, but for its warrant.
fn fields(house: &House, from: u64) -> Vec<Vec<u8>> {
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.remove("warrant");
    let mut parts: Vec<Vec<u8>> = values
        .iter()
        .map(|(element, value)| field(&format!("e-{element}"), value))
        .collect();
    parts.push(field("from", &from.to_string()));
    parts.push(field("requesting", "organ:chambers"));
    parts
}

async fn draft(house: &House, officer: &Person) -> String {
    done(house, officer, "/en/drafts", "form=arrest-and-surrender").await
}

async fn saved(house: &House, officer: &Person, draft: &str, parts: Vec<Vec<u8>>) -> String {
    let answer = send(house, officer, draft, &parts).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    page(house, officer, draft).await
}

/// What stands in the value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let from = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    from.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_file_of_a_draft_is_the_file_of_the_request_that_is_sent_and_the_state_reads_it() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise authority of another State", &authority("XAB")).await;
    let draft = draft(&house, &officer).await;
    let mut parts = fields(&house, 1);
    parts.push(file("e-warrant", "exercise-warrant.pdf", PDF));
    parts.push(field("e-warrant:language", "eng"));
    parts.push(field("act", "save"));
    let text = saved(&house, &officer, &draft, parts).await;
    shows(&text, &["exercise-warrant.pdf", &hash(PDF)[..12], "value=\"eng\""]);
    let address = format!("{draft}/file/1");
    let taken = house.get_as(&officer, &address).await;
    assert_eq!((taken.status.as_u16(), &taken.body[..]), (200, PDF));
    assert_eq!(house.get_as(&state, &address).await.status, 404);
    assert_eq!(house.get_as(&officer, &format!("{draft}/file/2")).await.status, 404);
    // Named anew, and sent to review.
    let from = hidden(&text, "from");
    let mut parts = fields(&house, from.parse().unwrap());
    parts.push(field("e-warrant:0:sha256", &hidden(&text, "e-warrant:0:sha256")));
    parts.push(field("e-warrant:0:title", "Warrant of arrest"));
    parts.push(field("e-warrant:0:language", "eng"));
    parts.push(field("act", "submit"));
    let answer = send(&house, &officer, &draft, &parts).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let request = answer.header("location").to_owned();
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    let view = house
        .register
        .request(&Viewer::operator(), &now(), &id_of(&request))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        view.text.values.first("warrant"),
        Some(format!("Warrant of arrest [eng] sha256:{}", hash(PDF)).as_str())
    );
    let seen = page(&house, &state, &request).await;
    shows(&seen, &["Documents", "Warrant of arrest", "English", &hash(PDF)[..12]]);
    let transmitted = view.steps.iter().find(|step| step.kind == "request.transmitted").unwrap();
    let id = record::entry::EntryId::parse(&transmitted.entry).unwrap();
    let recorded = house.register.store.entry(&Viewer::operator(), &id).await.unwrap().unwrap();
    let entry = recorded.entry;
    let place = entry.attachments.iter().position(|file| file.sha256 == hash(PDF)).unwrap() + 1;
    let address = format!("/en/attachment/{}/{place}", transmitted.entry);
    let taken = house.get_as(&state, &address).await;
    assert_eq!((taken.status.as_u16(), &taken.body[..]), (200, PDF));
    assert_eq!(house.get_as(&other, &address).await.status, 404, "another State");
    let exported = AuditFilter {
        acts: vec![Act::Exported],
        ..AuditFilter::default()
    };
    let told = house.audit.page(&Viewer::operator(), &exported, None, 50).await.unwrap().events;
    assert!(told.iter().any(|event| event.detail == "attachment"), "{told:?}");
    assert!(house.store.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn what_is_left_out_is_in_the_request_no_more_and_what_is_refused_loses_nothing_else() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let draft = draft(&house, &officer).await;
    let mut parts = fields(&house, 1);
    parts.push(file("e-warrant", "exercise-warrant.pdf", PDF));
    parts.push(file("e-warrant", "exercise-empty.pdf", b""));
    parts.push(file(
        "e-warrant",
        "exercise-script.pdf",
        b"%PDF-1.7\n<</S/JavaScript/JS(app)>>\n%%EOF\n",
    ));
    parts.push(file("e-warrant", "exercise.exe", b"MZ\0\0"));
    parts.push(field("act", "submit"));
    let answer = send(&house, &officer, &draft, &parts).await;
    assert_eq!(answer.status, 400);
    shows(
        &answer.text(),
        &[
            "exercise-empty.pdf: The file is empty",
            "Scripts run in it",
            "It can be run",
            "exercise-warrant.pdf",
            "Exercise Person X-17",
        ],
    );
    assert_eq!(
        house.get_as(&officer, &draft.replace("/draft/", "/request/")).await.status,
        404,
        "it did not go to review"
    );
    let text = page(&house, &officer, &draft).await;
    let mut parts = fields(&house, hidden(&text, "from").parse().unwrap());
    parts.push(field("e-warrant:0:sha256", &hidden(&text, "e-warrant:0:sha256")));
    parts.push(field("e-warrant:0:remove", "yes"));
    parts.push(field("e-warrant", "Exercise warrant on paper"));
    parts.push(field("act", "save"));
    let text = saved(&house, &officer, &draft, parts).await;
    assert!(!text.contains("e-warrant:0:sha256"), "it is left out");
    shows(&text, &["Exercise warrant on paper"]);
    assert_eq!(
        house.get_as(&officer, &format!("{draft}/file/1")).await.status,
        200,
        "an earlier version still names it"
    );
}

#[tokio::test]
async fn two_officers_who_attach_at_once_have_both_files() {
    let house = house().await;
    let one = house.sign_in("Exercise registry officer one", &REGISTRY).await;
    let two = house.sign_in("Exercise registry officer two", &REGISTRY).await;
    let draft = draft(&house, &one).await;
    for (officer, name, bytes) in [(&one, "one.pdf", PDF), (&two, "two.pdf", OTHER)] {
        let mut parts = fields(&house, 1);
        parts.push(file("e-warrant", name, bytes));
        parts.push(field("act", "save"));
        let answer = send(&house, officer, &draft, &parts).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(!answer.header("location").contains("choose"), "nothing contradicts");
    }
    shows(&page(&house, &one, &draft).await, &["one.pdf", "two.pdf"]);
}

#[tokio::test]
async fn a_hash_that_is_nobodys_or_that_of_a_file_elsewhere_is_refused_alike() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    // A file that the Court has in the draft of the very request, and another that is nobody's.
    let draft = draft(&house, &officer).await;
    let mut parts = fields(&house, 1);
    parts.push(file("e-photograph", "exercise-photograph.pdf", OTHER));
    parts.push(field("act", "save"));
    let text = saved(&house, &officer, &draft, parts).await;
    let mut parts = fields(&house, hidden(&text, "from").parse().unwrap());
    parts.push(field("e-warrant", "Exercise warrant on paper"));
    parts.push(field("act", "submit"));
    let answer = send(&house, &officer, &draft, &parts).await;
    let request = answer.header("location").to_owned();
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    let seen = page(&house, &state, &request).await;
    assert!(!seen.contains(&hash(OTHER)[..12]), "what was left out of the request is not sent");
    let actor = house.actor(&state).await;
    let answered = async |hash: String| {
        let values: Values = [("step", "Exercise step"), ("attached", &format!("Report sha256:{hash}"))]
            .into_iter()
            .collect();
        let given = GivenAct {
            request: id_of(&request),
            act: "report-step".into(),
            saw: None,
            text: None,
            values,
            effective: String::new(),
            paper: None,
            files: Files::default(),
            author: Author::Account(state.account.to_string()),
        };
        let refused = house.register.act_in_request(actor.viewer(), &given).await;
        let said = refused.as_ref().err().map(ToString::to_string).unwrap_or_default();
        assert!(matches!(refused, Err(RequestError::Field { field: "file", .. })), "{refused:?}");
        said.replace(&hash, "HASH")
    };
    let of_the_court = answered(hash(OTHER)).await;
    let of_nobody = answered("0a".repeat(32)).await;
    assert_eq!(of_the_court, of_nobody, "nobody learns which files the other side has");
}

#[tokio::test]
async fn of_two_acts_at_once_the_one_that_is_refused_has_its_file_still() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let actor = house.actor(&state).await;
    let view = house
        .register
        .request(actor.viewer(), &now(), &id_of(&request))
        .await
        .unwrap()
        .unwrap();
    let mut acts = Vec::new();
    for bytes in [PDF, OTHER] {
        let mut receiving = house.register.attachments.begin(&owner(actor.viewer())).await.unwrap();
        receiving.write(bytes).await.unwrap();
        let working = accept(receiving, "exercise.pdf", "").await.unwrap();
        let annex = Annex {
            title: "Exercise report".into(),
            language: Some("eng".into()),
            sha256: Some(working.file.sha256),
        };
        acts.push(GivenAct {
            request: id_of(&request),
            act: "report-step".into(),
            saw: Some(view.saw.clone()),
            text: None,
            values: [("step", "Exercise step".to_owned()), ("attached", annex.text())]
                .into_iter()
                .collect(),
            effective: String::new(),
            paper: None,
            files: Files::default(),
            author: Author::Account(state.account.to_string()),
        });
    }
    let (first, second) = tokio::join!(
        house.register.act_in_request(actor.viewer(), &acts[0]),
        house.register.act_in_request(actor.viewer(), &acts[1])
    );
    assert!(first.is_ok() != second.is_ok(), "one of two: {first:?} {second:?}");
    let mut again = acts[usize::from(first.is_ok())].clone();
    again.saw = None;
    let recorded = house.register.act_in_request(actor.viewer(), &again).await.unwrap();
    assert_eq!(recorded.entry.attachments.len(), 1, "it is not sent again");
    assert!(house.register.attachments.working(&owner(actor.viewer())).await.unwrap().is_empty());
    assert!(house.store.verify().await.unwrap().faults.is_empty());
}
