//! Files of drafts and of acts in requests over HTTP: attached, sent with the request, handed out, refused.

use crate::house::{Answer, House, Person};
use crate::request_signing::signing;
use crate::request_walk::*;
use access::Viewer;
use axum::body::Body;
use axum::http::Method;
use law::{Annex, Values};
use record::hex::hex;
use register::answering::KEPT;
use register::attachment::{WAITS, accept, owner};
use register::audit::{Act, AuditFilter};
use register::request::{GivenAct, RequestError};
use sha2::{Digest, Sha256};

const PDF: &[u8] = b"%PDF-1.7\nexercise warrant\n%%EOF\n";
const OTHER: &[u8] = b"%PDF-1.7\nexercise report\n%%EOF\n";

pub fn hash(bytes: &[u8]) -> String {
    hex(&<[u8; 32]>::from(Sha256::digest(bytes)))
}

pub fn field(name: &str, value: &str) -> Vec<u8> {
    format!("--exercise\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes()
}

pub fn file(name: &str, file: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--exercise\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    );
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

pub async fn send(house: &House, person: &Person, address: &str, parts: &[Vec<u8>]) -> Answer {
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
    done(house, officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await
}

async fn saved(house: &House, officer: &Person, draft: &str, parts: Vec<Vec<u8>>) -> String {
    let answer = send(house, officer, draft, &parts).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    page(house, officer, draft).await
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
    let view = view(&house, &request).await;
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
            values,
            ..given(&state, &request, "report-step")
        };
        let refused = house.register.act_in_request(actor.viewer(), &given).await;
        let of_the_file =
            |finding: &law::Finding| (finding.element.as_str(), finding.text_key.as_str()) == ("attached", "law-finding-file");
        assert!(
            matches!(&refused, Err(RequestError::Findings(findings)) if findings.iter().all(of_the_file)),
            "{refused:?}"
        );
        format!("{refused:?}").replace(&hash, "HASH")
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
            saw: Some(view.saw.clone()),
            values: [("step", "Exercise step".to_owned()), ("attached", annex.text())]
                .into_iter()
                .collect(),
            ..given(&state, &request, "report-step")
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

#[tokio::test]
async fn a_document_that_the_state_does_not_accept_is_marked_until_its_translation_is_there() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let attached = async |person: &Person, title: &str, bytes: &[u8], language: &str| {
        let actor = house.actor(person).await;
        let mut receiving = house.register.attachments.begin(&owner(actor.viewer())).await.unwrap();
        receiving.write(bytes).await.unwrap();
        let working = accept(receiving, "exercise.pdf", "").await.unwrap();
        let annex = Annex {
            title: title.to_owned(),
            language: Some(language.to_owned()),
            sha256: Some(working.file.sha256),
        };
        annex.text()
    };
    let acted = async |person: &Person, act: &str, values: Values| {
        let given = GivenAct {
            values,
            ..given(person, &request, act)
        };
        house
            .register
            .act_in_request(house.actor(person).await.viewer(), &given)
            .await
            .unwrap();
    };
    let owed = async |person: &Person| page(&house, person, &request).await.matches("translation owed").count();

    let report = attached(&state, "Exercise report", OTHER, "spa").await;
    let step = [("step", "Exercise step".to_owned()), ("attached", report)];
    acted(&state, "report-step", step.into_iter().collect()).await;
    assert_eq!(owed(&officer).await, 0, "the State owes no translation of what it sends");

    let order = attached(&officer, "Exercise order", PDF, "spa").await;
    let changes = [("changes", "Exercise change of the annexes".to_owned()), ("attached", order)];
    acted(&officer, "supplement", changes.into_iter().collect()).await;
    assert_eq!((owed(&officer).await, owed(&state).await), (1, 1));

    // Its translation comes on paper, under the same title.
    let changes = [
        ("changes", "Exercise change of the annexes".to_owned()),
        ("attached", "Exercise order [eng]".to_owned()),
    ];
    acted(&officer, "supplement", changes.into_iter().collect()).await;
    assert_eq!((owed(&officer).await, owed(&state).await), (0, 0));
}

#[tokio::test]
async fn the_files_of_an_answer_wait_as_long_as_what_was_typed_beside_them_and_go_with_it() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let address = page_of(&request, "report-step");
    let saw = hidden(&page(&house, &state, &address).await, "saw");
    let kept = [
        field("saw", &saw),
        field("report-step-step", "Exercise step"),
        file("report-step-attached", "exercise-report.pdf", PDF),
        field("do", "keep"),
    ];
    let answer = send(&house, &state, &address, &kept).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let working = async || house.register.attachments.working(&state.account.to_string()).await.unwrap();
    let typed = house
        .answers
        .of(&state.account.to_string(), &id_of(&request).to_string())
        .await
        .unwrap();
    let until = typed[0].saved + KEPT;
    assert_eq!(working().await[0].from + WAITS, until);
    let again = page(&house, &state, &address).await;
    shows(&again, &["Exercise step", "exercise-report.pdf"]);
    let discarded = [
        field("kept:report-step-attached", &hidden(&again, "kept:report-step-attached")),
        field("do", "forget"),
    ];
    assert_eq!(send(&house, &state, &address, &discarded).await.status, 303);
    assert!(working().await.is_empty());
}

#[tokio::test]
async fn a_state_executes_with_results_under_their_hashes_and_the_court_reads_these_very_bytes() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let address = page_of(&request, "execute");
    let form = page(&house, &state, &address).await;
    let parts = [
        field("act", "execute"),
        field("saw", &hidden(&form, "saw")),
        field("execute-place", "Exercise airport"),
        file("execute-attached", "exercise-record.pdf", PDF),
        file("execute-attached", "exercise-report.pdf", OTHER),
    ];
    let answer = send(&house, &state, &address, &parts).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let seen = page(&house, &officer, &request).await;
    shows(&seen, &["executed", "Exercise airport", &hash(PDF)[..12], &hash(OTHER)[..12]]);
    let view = view(&house, &request).await;
    let executed = view.steps.iter().find(|step| step.kind == "request.executed").unwrap();
    let told = executed.values.iter().find(|value| value.element == "attached").unwrap();
    for (number, bytes) in [(1, PDF), (2, OTHER)] {
        assert!(told.texts[number - 1].contains(&hash(bytes)), "{told:?}");
        let taken = house.get_as(&officer, &format!("/en/attachment/{}/{number}", executed.entry)).await;
        assert_eq!((taken.status.as_u16(), &taken.body[..]), (200, bytes));
    }
}
