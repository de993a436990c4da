//! A report with its text as a file, and the page that shows what is signed before it is issued.

use crate::browser::between;
use crate::house::House;
use crate::matters::opened;
use crate::report_text::{SHORT, approved, begun, exported, house, issued, officer, over, written};
use crate::request_signature::{come_in, passkey, post};
use crate::request_walk::shows;
use access::{Organisation, Role};
use record::hex::hex;
use sha2::{Digest, Sha256};

/// Opens a matter at a level, of which the Prosecutor knows.
async fn matter(house: &House, level: &str) {
    let opener = house.sign_in("Exercise opener", &[(Organisation::Court, Role::Prosecutor)]).await;
    opened(house, &opener, level, &["organ:prosecutor"]).await;
}

#[tokio::test]
async fn the_file_of_what_is_not_public_is_taken_along_for_a_purpose_and_has_no_address() {
    let house = house().await;
    matter(&house, "confidential").await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut writes = come_in(&house, "Exercise One", &post(Role::Prosecutor), &mut one).await.1;
    let mut reads = come_in(&house, "Exercise Two", &post(Role::Prosecutor), &mut two).await.1;
    let text = writes
        .post("/en/reports/pledges", &[("act", "text"), ("of", "seen")])
        .await
        .header("location")
        .to_owned();
    written(&mut writes, &text, ["Observations", "Of {named} persons."], "save").await;
    let page = writes.get(&text).await.text();
    assert!(!page.contains("/report.pdf"), "no address leads to the file");
    assert_eq!(writes.get(&format!("{text}/report.pdf")).await.status, 404);
    for wrong in ["", "for-fun"] {
        let refused = writes.post(&text, &[("act", "take"), ("form", "pdf"), ("purpose", wrong)]).await;
        assert_eq!(refused.status, 400);
        shows(&refused.text(), &["Choose for what you take the report along", "Of <a href"]);
    }
    assert_eq!(exported(&house).await, Vec::<String>::new());
    let take = [("act", "take"), ("form", "pdf"), ("purpose", "for-own-file")];
    let file = writes.post(&text, &take).await;
    assert_eq!((file.status.as_u16(), file.header("content-type")), (200, "application/pdf"));
    assert_eq!(exported(&house).await, ["for-own-file"]);
    // Whoever did not show lately who they are does so first, and what they asked for is kept.
    house.outside.put("2026-11-25T11:14:00Z");
    let first = writes.post(&text, &take).await;
    assert_eq!(first.status, 403);
    let sent = writes.by_passkey(&first, &mut one, &[]).await;
    assert_eq!(
        (sent.status.as_u16(), sent.header("content-type")),
        (200, "application/pdf"),
        "{}",
        sent.header("location")
    );
    assert_eq!((sent.status.as_u16(), sent.header("content-type")), (200, "application/pdf"));
    assert_eq!(exported(&house).await, ["for-own-file", "for-own-file"]);
    // So does whoever signs, who takes the very file whose hash the page shows.
    let (from, _) = over(&writes.get(&text).await.text());
    writes
        .post(&text, &[("from", &from), ("basis", "Exercise decision 1"), ("act", "submit")])
        .await;
    approved(&mut reads, &text).await;
    let sign = writes.get(&format!("{text}/issue")).await.text();
    assert!(!sign.contains("/report.pdf"));
    shows(&sign, &["name=\"form\" value=\"pdf\""]);
    let file = writes.post(&text, &take).await;
    shows(&sign, &[&hex(&Sha256::digest(&file.body)), "Exercise decision 1", "confidential"]);
}

#[tokio::test]
async fn the_page_of_the_signature_says_which_report_it_is_for_whom_and_with_which_sections() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut writes = officer(&house, "Exercise One", &mut one).await;
    let mut reads = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut writes, "/en/reports/state?state=ITA&as_at=2013-10-02&hindsight=1").await;
    written(
        &mut writes,
        &text,
        ["What the Registrar observes", "Of {outstanding} persons."],
        "submit",
    )
    .await;
    approved(&mut reads, &text).await;
    let page = writes.get(&format!("{text}/issue")).await.text();
    let facts = between(&page, "<dl class=\"facts\">", "</dl>").remove(0);
    for (label, words) in [
        ("Report", "Italy"),
        ("As at", "2 October 2013"),
        ("Reading", "with hindsight"),
        ("As known on", "25 November 2026"),
        ("Language", "English"),
        ("Issued by", "Registry"),
        ("For whom", "everybody"),
        ("Level", "public"),
        ("Sections", "What the Registrar observes"),
        ("Text approved by", "Exercise Two"),
    ] {
        let said = between(&facts, &format!("<dt>{label}</dt><dd>"), "</dd>");
        let said = said.first().unwrap_or_else(|| panic!("no {label}: {facts}")).replace('\u{a0}', " ");
        assert!(said.contains(words), "{label}: {said}");
    }
    assert_eq!(writes.get(&format!("{text}/report.pdf")).await.status, 200, "of what is public");
}

#[tokio::test]
async fn a_text_and_the_page_of_its_report_say_that_it_was_issued() {
    let house = house().await;
    let (mut one, mut two) = (passkey("one"), passkey("two"));
    let mut writes = officer(&house, "Exercise One", &mut one).await;
    let mut reads = officer(&house, "Exercise Two", &mut two).await;
    let text = begun(&mut writes, SHORT).await;
    written(&mut writes, &text, ["Observations", "Of {outstanding} persons."], "submit").await;
    approved(&mut reads, &text).await;
    let says = "The report was issued with it, last on";
    assert!(!writes.get(&text).await.text().contains(says));
    let edition = issued(&mut writes, &text, &mut one).await;
    for page in [text.as_str(), SHORT] {
        shows(&reads.get(page).await.text(), &[says, &format!("<a href=\"{edition}\">")]);
    }
}

#[tokio::test]
async fn the_page_of_a_text_bears_its_level_and_holds_nothing_narrower() {
    let house = house().await;
    matter(&house, "restricted").await;
    let mut key = passkey("one");
    let mut writes = come_in(&house, "Exercise One", &post(Role::Prosecutor), &mut key).await.1;
    let begin = writes.post("/en/reports/pledges", &[("act", "text"), ("of", "seen")]).await;
    let text = begin.header("location").to_owned();
    written(&mut writes, &text, ["Observations", "Of {named} persons."], "save").await;
    let figure = |page: &str| between(page, "Of <a href=\"#figure-", "</a>").remove(0);
    let before = writes.get(&text).await.text();
    shows(&before, &["<b>Restricted</b>", "class=\"lv restricted\""]);
    let opener = house.sign_in("Exercise other", &[(Organisation::Court, Role::Prosecutor)]).await;
    opened(&house, &opener, "confidential", &["organ:prosecutor"]).await;
    let after = writes.get(&text).await.text();
    shows(&after, &["<b>Restricted</b>"]);
    assert_eq!(figure(&after), figure(&before));
    assert!(!after.contains("class=\"lv confidential\""));
}
