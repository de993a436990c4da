//! What came to a State's own record: by whom it is received where several do so at once, and what is said of a document.

use crate::own_node_receiving::{bundle, court_id, looked, recorded, requests, text, xaa};
use crate::request_walk::*;
use crate::unzip::unzip;
use crate::zip::zip;
use access::Viewer;
use register::request::RequestText;
use reports::docx;
use reports::letter::{self, Given, Language};

/// A document with one more paragraph at the end of its text.
fn with_paragraph(document: &[u8], words: &str) -> Vec<u8> {
    let mut members = unzip(document);
    let text = members.iter_mut().find(|(name, _)| name == "word/document.xml").unwrap();
    let xml = String::from_utf8(text.1.clone()).unwrap();
    let at = xml.rfind("<w:sectPr").unwrap();
    let paragraph = format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    text.1 = [&xml[..at], &paragraph, &xml[at..]].concat().into_bytes();
    zip(&members)
}

#[tokio::test]
async fn of_two_officers_who_receive_the_same_in_the_same_moment_the_second_is_told_that_it_is_here() {
    let house = house_of(&xaa()).await;
    let mut people = Vec::new();
    for name in ["Exercise central authority", "Exercise deputy", "Exercise second deputy"] {
        people.push(house.sign_in(name, &authority("XAA")).await);
    }
    for round in 1..=5 {
        // The bundle twice, and its text alone: one request, however it came.
        let request = text(&house, "XAA", "confidential");
        let request = RequestText {
            values: {
                let mut values = request.values.clone();
                values.0.insert("person".into(), vec![format!("Exercise Person X-{round}")]);
                values
            },
            ..request
        };
        let bytes = bundle(&court_id(round), &request);
        let (one, two, three) = (
            looked(&house, &people[0], "exercise.zip", &bytes).await,
            looked(&house, &people[1], "exercise.zip", &bytes).await,
            looked(&house, &people[2], "exercise.json", &request.canonical()).await,
        );
        let (one, two, three) = tokio::join!(
            recorded(&house, &people[0], &one),
            recorded(&house, &people[1], &two),
            recorded(&house, &people[2], &three)
        );
        let mut statuses = [&one, &two, &three].map(|answer| answer.status.as_u16());
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409], "{}{}{}", one.text(), two.text(), three.text());
        let all = [one, two, three];
        let begun = all.iter().find(|answer| answer.status == 303).unwrap().header("location");
        let begun = begun.split('?').next().unwrap();
        for told in all.iter().filter(|answer| answer.status == 409) {
            shows(&told.text(), &["in this record already", begun]);
        }
        assert_eq!(requests(&house).await, usize::from(round));
    }
}

#[tokio::test]
async fn what_is_to_be_known_of_a_document_that_was_read_is_said_before_it_is_recorded() {
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = text(&house, "XAA", "confidential");
    let facts = house
        .register
        .document_facts(&Viewer::operator(), &request, house.register.today())
        .await
        .unwrap();
    let given = Given {
        law: &house.register.law,
        text: &request,
        reference: "",
        date: None,
        language: Language::En,
        facts: &facts,
    };
    let made = docx::Made {
        form: request.form.clone(),
        draft: None,
        text_sha256: request.sha256(),
    };
    let document = docx::docx(&letter::request(&given), Some(&made)).unwrap();
    let seen = looked(&house, &state, "exercise.docx", &document).await;
    assert_eq!(seen.status, 200, "{}", seen.text());
    shows(&seen.text(), &["Exercise Person X-17"]);
    assert!(!seen.text().contains("To be known"), "nothing is, of a document as it was made");
    // A remark that somebody typed under the last field is no part of it.
    let more = with_paragraph(&document, "Exercise words outside the fields");
    let seen = looked(&house, &state, "exercise.docx", &more).await;
    assert_eq!(seen.status, 200, "{}", seen.text());
    shows(&seen.text(), &["To be known", "Exercise words outside the fields"]);
}
