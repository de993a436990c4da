//! Typing into the text of a report is lost to nobody whose text is not saved, and a page that saves itself is told what happened.

use crate::browser::{Browser, between};
use crate::report_text::{SHORT, begun, house, officer, over, typed, written};
use crate::request_signature::passkey;
use crate::request_walk::shows;
use register::report_text::LARGEST;

const TYPED: [&str; 2] = ["What was typed", "It took an hour."];

/// What a page that saves itself is answered, by status.
async fn quietly(browser: &mut Browser<'_>, text: &str, (from, id): (&str, &str), words: &str) -> u16 {
    let name = format!("s-{id}-text");
    let fields = [("from", from), (&*name, words), ("do", "keep-quietly")];
    browser.post(text, &fields).await.status.as_u16()
}

#[tokio::test]
async fn what_is_typed_over_a_version_that_is_not_there_comes_back_beside_what_stands() {
    let house = house().await;
    let mut key = passkey("one");
    let mut writes = officer(&house, "Exercise One", &mut key).await;
    let text = begun(&mut writes, SHORT).await;
    written(&mut writes, &text, ["Observations", "As it stands."], "save").await;
    let (now, new) = over(&writes.get(&text).await.text());
    for from in ["77", "x"] {
        let refused = typed(&mut writes, &text, (from, &new), TYPED, "save").await;
        assert_eq!(refused.status, 400, "{from}");
        let page = refused.text();
        shows(
            &page,
            &[
                "value=\"What was typed\"",
                ">\nIt took an hour.</textarea>",
                "The version over which you typed is not there",
                "Title: <ins>What was typed</ins>",
            ],
        );
        // Saved again it is saved, and what stood stands.
        assert_eq!(over(&page).0, now, "{from}");
    }
    let saved = typed(&mut writes, &text, (&now, &new), TYPED, "save").await;
    assert_eq!(saved.header("location"), format!("{text}?done=saved"));
    shows(
        &writes.get(&text).await.text(),
        &["value=\"What was typed\"", "value=\"Observations\""],
    );
}

#[tokio::test]
async fn what_is_too_long_comes_back_to_be_shortened_with_what_was_to_be_taken_out() {
    let house = house().await;
    let mut key = passkey("one");
    let mut writes = officer(&house, "Exercise One", &mut key).await;
    let text = begun(&mut writes, SHORT).await;
    written(&mut writes, &text, ["Observations", "As it stands."], "save").await;
    let page = writes.get(&text).await.text();
    let (from, new) = over(&page);
    let first = between(&page, "<input id=\"s-", "-title\"").remove(0);
    // In a script of which each letter is sent as nine.
    let long = "京".repeat(LARGEST);
    let (words, remove) = (format!("s-{new}-text"), format!("s-{first}-remove"));
    let fields = [("from", from.as_str()), (&words, &long), (&remove, "yes"), ("act", "save")];
    let refused = writes.post(&text, &fields).await;
    assert_eq!(refused.status, 413);
    shows(
        &refused.text(),
        &[
            &format!(">\n{long}</textarea>"),
            "value=\"yes\" checked",
            "longer than an entry may hold",
        ],
    );
}

#[tokio::test]
async fn while_somebody_chooses_between_two_versions_what_is_refused_goes_on_settling_them() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut first = officer(&house, "Exercise One", &mut one).await;
    let mut second = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut first, SHORT).await;
    let (from, id) = over(&first.get(&text).await.text());
    typed(&mut first, &text, (&from, &id), ["Observations", "One."], "save").await;
    let choose = typed(&mut second, &text, (&from, &id), ["Observations", "Two."], "save").await;
    let choose = second.get(choose.header("location")).await.text();
    let settles = between(&choose, "name=\"settles\" value=\"", "\"").remove(0);
    let (now, words, long) = (over(&choose).0, format!("s-{id}-text"), "x".repeat(LARGEST + 1));
    let fields = [("from", now.as_str()), ("settles", &settles), (&words, &long), ("act", "save")];
    let refused = second.post(&text, &fields).await;
    assert_eq!(refused.status, 413);
    shows(
        &refused.text(),
        &[&format!("name=\"settles\" value=\"{settles}\""), "Somebody else changed the same"],
    );
}

#[tokio::test]
async fn a_text_that_is_not_submitted_stands_on_the_page_as_it_was_typed() {
    let house = house().await;
    let mut key = passkey("one");
    let mut writes = officer(&house, "Exercise One", &mut key).await;
    let text = begun(&mut writes, SHORT).await;
    let refused = written(&mut writes, &text, ["Observations", "Of {outstnding} persons."], "submit").await;
    assert_eq!(refused.status, 400);
    shows(
        &refused.text(),
        &["value=\"Observations\"", ">\nOf {outstnding} persons.</textarea>"],
    );
}

#[tokio::test]
async fn a_remark_that_was_not_taken_comes_back() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut writes = officer(&house, "Exercise One", &mut one).await;
    let mut reads = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut writes, SHORT).await;
    written(&mut writes, &text, ["Observations", "Of {outstanding} persons."], "submit").await;
    let from = over(&reads.get(&text).await.text()).0;
    let back = [("from", "1"), ("act", "return"), ("remark", "Say of whom, and since when.")];
    let moved = reads.post(&text, &back).await;
    assert_eq!(moved.status, 409);
    shows(&moved.text(), &[">\nSay of whom, and since when.</textarea>"]);
    // Where nothing is in review any more there is no field for it.
    written(&mut writes, &text, ["Caveats", "None."], "save").await;
    let moved = reads.post(&text, &[("from", &from), back[1], back[2]]).await;
    assert_eq!(moved.status, 409);
    shows(&moved.text(), &["Your remark was not sent: Say of whom, and since when."]);
}

#[tokio::test]
async fn a_page_that_saves_itself_is_told_what_happened_and_has_words_for_each() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut writes = officer(&house, "Exercise One", &mut one).await;
    let mut reads = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut writes, SHORT).await;
    let page = writes.get(&text).await.text();
    for (outcome, words) in [
        ("keep", "Saved at {time}"),
        ("moved", "Somebody else changed this text"),
        ("lost", "the line is down, or you are signed out"),
        ("refused", "it is refused as it stands"),
        ("long", "longer than may be"),
        ("gone", "not there any more"),
        ("failed", "the server did not manage to"),
    ] {
        let said = between(&page, &format!("data-{outcome}=\""), "\"");
        assert!(said.first().is_some_and(|said| said.contains(words)), "{outcome}: {said:?}");
    }
    let (from, id) = over(&page);
    assert_eq!(quietly(&mut writes, &text, (&from, &id), "One.").await, 204);
    assert_eq!(quietly(&mut reads, &text, (&from, &id), "Two.").await, 409);
    assert_eq!(quietly(&mut writes, &text, ("77", &id), "One.").await, 400);
    let long = "x".repeat(LARGEST + 1);
    assert_eq!(quietly(&mut writes, &text, (&from, &id), &long).await, 413);
    let gone = text.replace(text.rsplit('/').next().unwrap(), &"0".repeat(32));
    assert_eq!(quietly(&mut writes, &gone, (&from, &id), "One.").await, 404);
}

#[tokio::test]
async fn what_two_typed_at_once_is_kept_though_it_is_too_much_and_is_shortened_before_review() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut first = officer(&house, "Exercise One", &mut one).await;
    let mut second = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut first, SHORT).await;
    let (a, b) = (first.get(&text).await.text(), second.get(&text).await.text());
    let from = over(&a).0;
    let long = "A word. ".repeat((LARGEST / 8) * 2 / 3);
    let sections = [(&mut first, over(&a).1, "First"), (&mut second, over(&b).1, "Second")];
    for (browser, id, title) in sections {
        let saved = typed(browser, &text, (&from, &id), [title, &long], "save").await;
        assert_eq!(saved.status, 303, "each is no more than may be saved");
    }
    let page = first.get(&text).await.text();
    shows(&page, &["value=\"First\"", "value=\"Second\""]);
    let refused = first.post(&text, &[("from", &over(&page).0), ("act", "submit")]).await;
    assert_eq!(refused.status, 413);
    shows(&refused.text(), &["Shorten it"]);
}
