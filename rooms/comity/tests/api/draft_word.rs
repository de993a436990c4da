//! A draft that is changed in Word: taken along, shown before it is saved, saved over the version that it was made of.

use crate::house::{Answer, House, Person};
use crate::request_walk::{REGISTRY, authority, done, encoded, house, page, shows};
use axum::body::Body;
use axum::http::Method;
use register::draft::DraftId;
use register::request::{DocumentFacts, RequestText};
use reports::docx::{self, MEDIA_TYPE, Made};
use reports::letter::{Given, Language, request};

/// Sends a document from the page of a draft, as a browser does.
async fn bring(house: &House, person: &Person, address: &str, bytes: &[u8]) -> Answer {
    let head = format!(
        "--exercise\r\nContent-Disposition: form-data; name=\"word\"; filename=\"exercise.docx\"\r\nContent-Type: {MEDIA_TYPE}\r\n\r\n"
    );
    let body = [head.as_bytes(), bytes, b"\r\n--exercise--\r\n"].concat();
    let headers = [
        ("content-type", "multipart/form-data; boundary=exercise"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", person.cookie.as_str()),
    ];
    house.send(Method::POST, address, &headers, Body::from(body)).await
}

/// The document as somebody changed it in Word: other texts, made of the same version.
fn changed(house: &House, made: &Made, text: &RequestText) -> Vec<u8> {
    let facts = DocumentFacts::default();
    let given = Given {
        law: &house.register.law,
        text,
        reference: "exercise",
        date: None,
        language: Language::En,
        facts: &facts,
    };
    docx::docx(&request(&given), Some(made)).unwrap()
}

fn typed(from: &str, fields: &[(&str, &str)]) -> String {
    let more = [("act", "save"), ("from", from), ("requesting", "organ:registry")];
    encoded(
        fields
            .iter()
            .chain(&more)
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    )
}

/// A draft with a name in it, and the document of it.
async fn taken_along(house: &House, officer: &Person) -> (String, docx::Read) {
    let draft = done(house, officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    done(house, officer, &draft, &typed("1", &[("e-person", "Exercise Person X-17")])).await;
    let document = house.get_as(officer, &format!("{draft}/request.docx")).await;
    assert_eq!((document.status.as_u16(), document.header("content-type")), (200, MEDIA_TYPE));
    assert!(document.header("content-disposition").starts_with("attachment"));
    (draft, docx::read(&document.body).unwrap())
}

/// The fields by which the page that shows what came back saves it.
fn saving(page: &str) -> String {
    let kept = page.split("name=\"kept:word\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    encoded([("kept:word".to_owned(), kept.to_owned()), ("act".to_owned(), "save".to_owned())])
}

#[tokio::test]
async fn what_was_changed_in_word_is_shown_first_and_saved_over_the_version_that_was_taken_along() {
    let house = house().await;
    let one = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let two = house.sign_in("Exercise registry second", &REGISTRY).await;
    let (draft, taken) = taken_along(&house, &one).await;
    assert_eq!(taken.text.values.first("person"), Some("Exercise Person X-17"));
    assert_eq!(taken.made.draft, draft.rsplit('/').next().map(|id| (id.to_owned(), 2)));
    // Meanwhile somebody else writes another thing.
    done(
        &house,
        &two,
        &draft,
        &typed(
            "2",
            &[("e-person", "Exercise Person X-17"), ("e-probable_location", "Port Exercise")],
        ),
    )
    .await;

    let mut text = taken.text.clone();
    text.values
        .0
        .insert("description".into(), vec!["Grey hair,\nwalks with a <stick>".into()]);
    let word = format!("{draft}/word");
    let shown = bring(&house, &one, &word, &changed(&house, &taken.made, &text)).await;
    assert_eq!(shown.status, 200);
    let shown = shown.text();
    shows(
        &shown,
        &[
            "made of version 2",
            "walks with a &lt;stick&gt;</ins>",
            "saved version 3 since version 2",
            "To mend",
        ],
    );
    assert!(
        !page(&house, &one, &draft).await.contains("walks with a"),
        "nothing is saved by looking at it"
    );

    let led = house.post_as(&one, &word, &saving(&shown)).await;
    assert_eq!(
        (led.status.as_u16(), led.header("location")),
        (303, format!("{draft}?done=merged").as_str())
    );
    shows(
        &page(&house, &one, &draft).await,
        &["Grey hair,\nwalks with a ", "Port Exercise", "Exercise Person X-17"],
    );
    let again = house.post_as(&one, &word, &saving(&shown)).await;
    assert_eq!(again.status, 400, "the document itself is forgotten");
}

#[tokio::test]
async fn who_changed_in_word_what_somebody_else_changed_meanwhile_is_asked_which_is_to_stand() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let (draft, taken) = taken_along(&house, &officer).await;
    done(&house, &officer, &draft, &typed("2", &[("e-person", "Exercise Person X-18")])).await;
    let mut text = taken.text.clone();
    text.values.0.insert("person".into(), vec!["Exercise Person X-19".into()]);
    let word = format!("{draft}/word");
    let shown = bring(&house, &officer, &word, &changed(&house, &taken.made, &text)).await.text();
    let led = house.post_as(&officer, &word, &saving(&shown)).await;
    assert!(led.header("location").contains("/choose?with="), "{}", led.header("location"));
}

#[tokio::test]
async fn a_document_of_another_draft_or_of_none_is_refused_and_the_draft_is_as_it_was() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let (draft, taken) = taken_along(&house, &officer).await;
    let (other, _) = taken_along(&house, &officer).await;
    let word = format!("{draft}/word");
    let before = page(&house, &officer, &draft).await;
    let refused = async |bytes: &[u8], at: &str, why: &str| {
        let answer = bring(&house, &officer, at, bytes).await;
        assert_eq!(answer.status, 400, "{}", answer.text());
        shows(&answer.text(), &[why, "Nothing was taken over"]);
    };
    let ours = changed(&house, &taken.made, &taken.text);
    refused(&ours, &format!("{other}/word"), "made of another draft").await;
    let of_none = Made {
        draft: None,
        ..taken.made.clone()
    };
    refused(&changed(&house, &of_none, &taken.text), &word, "made of another draft").await;
    let of_no_version = Made {
        draft: taken.made.draft.clone().map(|(id, _)| (id, 99)),
        ..taken.made.clone()
    };
    refused(
        &changed(&house, &of_no_version, &taken.text),
        &word,
        "What the file says of its draft cannot be read",
    )
    .await;
    // What is no document at all is not even received.
    refused(b"{\\rtf1 exercise}", &word, "exercise.docx").await;
    let nothing = house.post_as(&officer, &word, "act=read").await;
    assert_eq!(nothing.status, 400);
    assert_eq!(page(&house, &officer, &draft).await, before);
}

#[tokio::test]
async fn what_has_no_field_on_the_page_of_a_draft_stays_when_the_page_is_saved() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let (draft, _) = taken_along(&house, &officer).await;
    let id = DraftId::parse(draft.rsplit('/').next().unwrap()).unwrap();
    let actor = house.actor(&officer).await;
    let stands = async || house.drafts.open(actor.viewer(), &id).await.unwrap().current.content;
    let mut content = stands().await;
    // What meets a need of the State's law, as a program or a Word document brings it.
    let need = "national_requirements.certified-facts";
    content.values.0.insert(need.into(), vec!["Exercise certificate".into()]);
    house
        .drafts
        .save(actor.viewer(), actor.author(), &id, 2, None, &content)
        .await
        .unwrap();
    done(&house, &officer, &draft, &typed("3", &[("e-person", "Exercise Person X-18")])).await;
    let values = stands().await.values;
    assert_eq!(values.first("person"), Some("Exercise Person X-18"));
    assert_eq!(values.first(need), Some("Exercise certificate"));
}

#[tokio::test]
async fn what_no_field_takes_stands_in_its_field_as_it_is_until_it_is_mended() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let (draft, _) = taken_along(&house, &officer).await;
    let id = DraftId::parse(draft.rsplit('/').next().unwrap()).unwrap();
    let actor = house.actor(&officer).await;
    let mut content = house.drafts.open(actor.viewer(), &id).await.unwrap().current.content;
    for (element, text) in [
        ("convicted", "perhaps"),
        ("requested_state", "Somewhere"),
        ("leaves_on", "31 June 2026"),
        ("person", "Exercise Person\nand another"),
    ] {
        content.values.0.insert(element.into(), vec![text.into()]);
    }
    house
        .drafts
        .save(actor.viewer(), actor.author(), &id, 2, None, &content)
        .await
        .unwrap();
    shows(
        &page(&house, &officer, &draft).await,
        &[
            "<option value=\"perhaps\" selected>",
            "list=\"states\" value=\"Somewhere\"",
            "name=\"e-leaves_on\" size=\"34\" maxlength=\"2000\" value=\"31 June 2026\"",
            "<textarea id=\"e-person\"",
            "\nExercise Person\nand another</textarea>",
        ],
    );
}

#[tokio::test]
async fn whoever_may_not_see_the_draft_is_answered_as_if_there_were_none() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise authority", &authority("XAA")).await;
    let (draft, taken) = taken_along(&house, &officer).await;
    let none = format!("/en/draft/{}", "0".repeat(32));
    for rest in ["request.docx", "word"] {
        let there = house.get_as(&state, &format!("{draft}/{rest}")).await;
        let nowhere = house.get_as(&state, &format!("{none}/{rest}")).await;
        assert_eq!(there.status, 404);
        assert_eq!(there.text().len(), nowhere.text().len());
    }
    let document = changed(&house, &taken.made, &taken.text);
    let there = bring(&house, &state, &format!("{draft}/word"), &document).await;
    let nowhere = bring(&house, &state, &format!("{none}/word"), &document).await;
    assert_eq!((there.status.as_u16(), there.text().len()), (404, nowhere.text().len()));
}
