//! The page of a request, the pages of its acts, what is kept of what was typed, and a note verbale recorded in one page.

use crate::house::{House, Person};
use crate::request_walk::*;
use access::{Organisation, Role};

/// The most bytes that the answering form takes for a first visit, with all that it needs, over the line.
const SLOW_LINE: usize = 25_000;

/// How many bytes something takes over the line, asked for as every browser does. A page for whoever is signed in is not packed,
/// since its length would tell of what stands in it; what is the same for everybody is.
async fn over_the_line(house: &House, person: &Person, address: &str) -> usize {
    let headers = [("cookie", person.cookie.as_str()), ("accept-encoding", "gzip")];
    let answer = house.ask(axum::http::Method::GET, address, &headers).await;
    assert_eq!(answer.status, 200, "{address}");
    let packed = answer.header("content-encoding") == "gzip";
    assert_eq!(packed, address.starts_with("/assets/"), "{address}");
    answer.body.len()
}

/// The addresses of what a page loads.
fn loads(page: &str) -> Vec<String> {
    let in_attribute = |name: &str| {
        let mut found = Vec::new();
        for part in page.split(name).skip(1) {
            let address = part.split('"').next().unwrap_or_default();
            if address.starts_with("/assets/") {
                found.push(address.to_owned());
            }
        }
        found
    };
    [in_attribute("href=\""), in_attribute("src=\"")].concat()
}

#[tokio::test]
async fn the_answering_form_comes_over_a_slow_line_with_all_that_it_needs() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    as_many_states_as_there_are(&house).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let acts: Vec<String> = house.register.law.moves().iter().map(|mv| mv.id.clone()).collect();
    let mut measured = 0;
    for act in acts {
        let address = page_of(&request, &act);
        if house.get_as(&state, &address).await.status != 200 {
            continue;
        }
        let assets = loads(&page(&house, &state, &address).await);
        assert_eq!(
            assets.len(),
            2,
            "one style sheet and one small script, and no more round trips: {assets:?}"
        );
        let mut bytes = over_the_line(&house, &state, &address).await;
        for asset in &assets {
            bytes += over_the_line(&house, &state, asset).await;
        }
        assert!(bytes <= SLOW_LINE, "{address} takes {bytes} bytes over the line");
        measured += 1;
    }
    assert!(measured > 10, "the forms of a State were measured: {measured}");
    let bytes = over_the_line(&house, &state, &request).await;
    assert!(bytes <= SLOW_LINE, "the page of the request takes {bytes} bytes");
}

#[tokio::test]
async fn what_is_to_be_done_next_stands_on_top_and_everything_else_under_its_heading() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let text = page(&house, &state, &request).await;
    let top = text.split("class=\"next\"").nth(1).unwrap().split("</section>").next().unwrap();
    shows(top, &["/act/acknowledge\">Acknowledge receipt", "class=\"clock\"", "Today, day 0"]);
    assert_eq!(
        top.matches("class=\"button\"").count(),
        2,
        "what meets what is owed, and nothing else: {top}"
    );
    shows(
        &text,
        &[
            "<dt>Report</dt>",
            "<dt>Consult</dt>",
            "<dt>Refuse or postpone</dt>",
            "Three dates",
            "14 April 2026",
        ],
    );
    assert!(!text.contains("<textarea"), "the forms have pages of their own");
    let of_the_court = page(&house, &officer, &request).await;
    shows(
        &of_the_court,
        &["<dt>Follow up</dt>", "<dt>End</dt>", "Record a note verbale", "Nothing yet."],
    );
    assert!(
        !page(&house, &officer, &format!("{request}?done={}", "0".repeat(32)))
            .await
            .contains("Recorded:"),
        "an address alone does not say that something was done"
    );
    let led = done(&house, &state, &request, &act(&house, "acknowledge", &[])).await;
    shows(&page(&house, &state, &led).await, &["Recorded: "]);
}

#[tokio::test]
async fn what_was_typed_is_kept_for_its_author_alone_until_it_is_sent() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let colleague = house.sign_in("Exercise colleague", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let address = page_of(&request, "consult");
    let form = act(&house, "consult", &[("question", "Exercise question that is half wri")]);
    let kept = tried(&house, &state, &request, &format!("{form}&do=keep")).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    shows(
        &page(&house, &state, kept.header("location")).await,
        &["Kept until", "Nothing was sent", "not sent"],
    );
    let quietly = tried(&house, &state, &request, &format!("{form}&do=keep-quietly")).await;
    assert_eq!(quietly.status, 204, "the script wants no page");
    assert!(
        !page(&house, &officer, &request).await.contains("Exercise question"),
        "nothing of it reaches the Court"
    );
    assert!(
        !page(&house, &colleague, &address).await.contains("Exercise question"),
        "nor a colleague, who types for themselves"
    );
    // Another computer, after the session was lost.
    let state = house.sign_in_again(&state, authority("XAA")[0].clone()).await;
    shows(
        &page(&house, &state, &address).await,
        &["Exercise question that is half wri", "is here again"],
    );
    done(&house, &colleague, &request, &act(&house, "acknowledge", &[])).await;
    shows(
        &page(&house, &state, &address).await,
        &["Since then something was done in this request"],
    );
    done(&house, &state, &request, &form).await;
    assert!(
        !page(&house, &state, &address).await.contains("half wri"),
        "it was sent, and is at the desk no longer"
    );
}

#[tokio::test]
async fn what_was_typed_is_forgotten_after_thirty_days_and_lies_encrypted_until_then() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let form = act(
        &house,
        "consult",
        &[("question", "Exercise words that nobody may find on the disk")],
    );
    tried(&house, &state, &request, &format!("{form}&do=keep")).await;
    for entry in std::fs::read_dir(house.folder.path().join("data")).unwrap().flatten() {
        if entry.file_type().unwrap().is_file() {
            let bytes = std::fs::read(entry.path()).unwrap();
            let found = bytes.windows(20).any(|part| part == b"words that nobody ma");
            assert!(!found, "{} holds what was typed", entry.path().display());
        }
    }
    house.outside.put("2026-05-15T09:00:00Z");
    house.answers.forget().await.unwrap();
    let state = house.sign_in_again(&state, authority("XAA")[0].clone()).await;
    let text = page(&house, &state, &page_of(&request, "consult")).await;
    assert!(!text.contains("nobody may find"), "{text}");
}

#[tokio::test]
async fn a_form_is_checked_without_anything_being_recorded() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let whole = act(&house, "report-step", &[("step", "Exercise step of the police")]);
    let well = tried(&house, &state, &request, &format!("{whole}&do=check")).await;
    assert_eq!(well.status, 200, "{}", well.text());
    shows(&well.text(), &["Nothing is missing", "Exercise step of the police"]);
    let lacking = tried(&house, &state, &request, "act=report-step&do=check").await;
    assert_eq!(lacking.status, 400);
    shows(&lacking.text(), &["href=\"#report-step-step\"", "Missing"]);
    shows(&page(&house, &state, &request).await, &["transmitted"]);
}

#[tokio::test]
async fn an_officer_finds_the_request_of_a_note_and_records_what_it_says() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    house.outside.put("2026-04-08T09:00:00Z");
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    house.outside.put(NOW);
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let state = house.sign_in_again(&state, authority("XAA")[0].clone()).await;
    let reference = act(&house, "acknowledge", &[("reference", "Exercise 44/26")]);
    done(&house, &state, &request, &reference).await;
    shows(&page(&house, &officer, "/en/requests").await, &["/en/paper"]);
    assert_eq!(house.get_as(&state, "/en/paper").await.status, 404, "a State records no notes here");
    let found = house.post_as(&officer, "/en/paper", "state=XAA&reference=44%2F26").await;
    assert_eq!(found.status, 200);
    shows(
        &found.text(),
        &["Exercise Person X-17", &format!("{request}/paper"), "confidential"],
    );
    let none = house.post_as(&officer, "/en/paper", "state=&reference=nothing-like-it").await;
    shows(&none.text(), &["None that you may see"]);
    shows(
        &page(&house, &officer, &format!("{request}/paper")).await,
        &["name=\"scan\"", "name=\"says\"", "value=\"propose-postponement\""],
    );
    let note = "paper=yes&number=NV%2F9&dated=2026-04-10&received=2026-04-13";
    let silent = house.post_as(&officer, &format!("{request}/paper"), note).await;
    assert_eq!(silent.status, 400);
    shows(&silent.text(), &["Say what the note says", "NV/9"]);
    let on = house
        .post_as(&officer, &format!("{request}/paper"), &format!("{note}&says=report-step"))
        .await;
    assert_eq!(on.status, 200);
    shows(
        &on.text(),
        &["NV/9", "2026-04-10", "2026-04-13", "name=\"report-step-step\"", "/act/report-step"],
    );
    let step = act(&house, "report-step", &[("step", "Exercise step told in the note")]);
    done(&house, &officer, &request, &format!("{step}&{note}&effective=2026-04-13")).await;
    shows(
        &page(&house, &state, &request).await,
        &["Exercise step told in the note", "note NV/9"],
    );
}

#[tokio::test]
async fn an_inbox_has_what_is_new_due_and_overdue_each_with_its_number() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let first = sent(&house, &officer, "arrest-and-surrender").await;
    sent(&house, &officer, "provisional-arrest").await;
    shows(&page(&house, &state, "/en/requests").await, &["New (2)", "confidential"]);
    done(&house, &state, &first, &act(&house, "acknowledge", &[])).await;
    shows(&page(&house, &state, "/en/requests").await, &["New (1)", "Owed (1)"]);
    house.outside.put("2026-05-04T09:00:00Z");
    let state = house.sign_in_again(&state, authority("XAA")[0].clone()).await;
    shows(&page(&house, &state, "/en/requests").await, &["Overdue (1)", "Owed (1)"]);
}

#[tokio::test]
async fn under_seal_those_who_prepared_a_request_have_it_when_it_is_sent() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let chambers = [(Organisation::Court, Role::Chambers)];
    let judge = house.sign_in("Exercise judge", &chambers).await;
    let stranger = house.sign_in("Exercise second judge", &chambers).await;
    let draft = done(&house, &officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.insert("level".into(), "under-seal".into());
    let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let more = [("act", "submit"), ("from", "1"), ("requesting", "organ:chambers")];
    let form = encoded(fields.chain(more.map(|(name, value)| (name.to_owned(), value.to_owned()))));
    let request = done(&house, &officer, &draft, &form).await;
    let id = id_of(&request);
    let actor = house.actor(&officer).await;
    house.people.assign(&actor, &judge.account, &id.preparation(), None).await.unwrap();
    let signing = crate::request_signing::signing(&house, &officer).await;
    done(&house, &officer, &request, &signing).await;
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    shows(&page(&house, &judge, &request).await, &["transmitted"]);
    assert_eq!(
        house.get_as(&stranger, &request).await.status,
        404,
        "nobody else of the organ has it"
    );
}
