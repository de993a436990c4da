//! Forms of the pages for whoever is signed in: how much of one is read, and what is answered where it is not done.

use crate::house::{House, NOW, Person};
use crate::matters::opened;
use access::{Organisation, Role};
use axum::body::Body;
use axum::http::Method;

const CHAMBERS: (Organisation, Role) = (Organisation::Court, Role::Chambers);
const PROSECUTOR: (Organisation, Role) = (Organisation::Court, Role::Prosecutor);

async fn sent(house: &House, person: &Person, address: &str, media_type: &str, body: Vec<u8>) -> (u16, String) {
    let headers = [
        ("content-type", media_type),
        ("sec-fetch-site", "same-origin"),
        ("cookie", person.cookie.as_str()),
    ];
    let answer = house.send(Method::POST, address, &headers, Body::from(body)).await;
    (answer.status.as_u16(), answer.text())
}

#[tokio::test]
async fn a_form_that_is_not_read_is_answered_by_a_page_in_the_readers_language() {
    let house = House::bare(NOW).await;
    let person = house.sign_in("Exercise prosecutor", &[PROSECUTOR]).await;
    let form = "application/x-www-form-urlencoded";
    let long = format!("act=ask&reason={}", "a".repeat(33 * 1024)).into_bytes();
    for (media_type, body, status, words, mots) in [
        (
            form,
            b"act=%".to_vec(),
            400,
            "not written as a form",
            "pas écrit comme un formulaire",
        ),
        (
            "text/plain",
            b"act=ask".to_vec(),
            415,
            "not written as a form",
            "pas écrit comme un formulaire",
        ),
        (form, long, 413, "longer than a form may be", "plus long qu’un formulaire"),
    ] {
        for (lang, words) in [("en", words), ("fr", mots)] {
            let (answered, page) = sent(&house, &person, &format!("/{lang}/emergency"), media_type, body.clone()).await;
            assert_eq!(answered, status, "{page}");
            assert!(page.contains(words) && page.contains(&format!("<html lang=\"{lang}\">")), "{page}");
        }
    }
}

#[tokio::test]
async fn the_longest_form_is_taken_and_taken_again_with_what_a_passkey_answers() {
    let house = House::bare(NOW).await;
    let person = house.sign_in("Exercise prosecutor", &[PROSECUTOR]).await;
    let matter = opened(&house, &person, "under-seal", &["organ:prosecutor"]).await;
    let address = format!("/en/matter/{matter}");
    // Each letter of Georgian is sent as nine bytes; these are the widths of the fields.
    let letters = |many: usize| "%E1%83%90".repeat(many);
    let form = format!(
        "act=unseal&level=confidential&to-more={}&authority={}&decision={}",
        letters(2000),
        letters(200),
        letters(200)
    );
    let answer = house.post_as(&person, &address, &form).await;
    assert!(answer.status == 400 && answer.text().contains("is no reader"), "{}", answer.text());
    let carried = format!("{form}&_as={}&_on=1&_answer={}", person.account, "a".repeat(16 * 1024));
    let answer = house.post_as(&person, &address, &carried).await;
    assert!(answer.status == 400 && answer.text().contains("is no reader"), "{}", answer.text());
}

#[tokio::test]
async fn whoever_chose_no_role_is_led_to_where_they_do_and_not_to_show_who_they_are_without_end() {
    let house = House::bare(NOW).await;
    let person = house.sign_in("Exercise officer", &[PROSECUTOR, CHAMBERS]).await;
    let matter = opened(&house, &person, "under-seal", &["organ:prosecutor"]).await;
    let without = house.sign_in_without_role(&person).await;
    for address in [format!("/en/matter/{matter}"), "/en/emergency".to_owned()] {
        let answer = house.post_as(&without, &address, "act=ask&matter=exercise-1&reason=Exercise").await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let led = answer.header("location");
        assert!(led.starts_with("/en/role?to="), "{led}");
    }
}

#[tokio::test]
async fn an_act_that_no_form_names_is_answered_by_the_page_that_says_so() {
    let house = House::bare(NOW).await;
    let person = house.sign_in("Exercise prosecutor", &[PROSECUTOR]).await;
    let matter = opened(&house, &person, "under-seal", &["organ:prosecutor"]).await;
    for address in [format!("/fr/people/{}", person.account), format!("/fr/matter/{matter}")] {
        let answer = house.post_as(&person, &address, "act=dance").await;
        assert_eq!(answer.status, 400);
        assert!(answer.text().contains("Le formulaire n’a pas dit"), "{}", answer.text());
    }
}

#[tokio::test]
async fn what_cannot_be_recorded_is_said_in_the_readers_language_and_what_was_typed_comes_back() {
    let house = House::bare(NOW).await;
    let person = house.sign_in("Exercise prosecutor", &[PROSECUTOR]).await;
    let matter = opened(&house, &person, "confidential", &["organ:prosecutor", "organ:chambers"]).await;
    // A bell, which no entry may hold.
    let form = "act=narrow&level=confidential&to=organ:prosecutor&decision=Exercise+decision%07";
    for (lang, words) in [("en", "cannot be recorded as it is"), ("fr", "ne peut pas être inscrit tel quel")] {
        let answer = house.post_as(&person, &format!("/{lang}/matter/{matter}"), form).await;
        assert_eq!(answer.status, 400, "{}", answer.text());
        assert!(
            answer.text().contains(words) && answer.text().contains("Exercise decision"),
            "{}",
            answer.text()
        );
    }
}
