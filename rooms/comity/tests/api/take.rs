//! The register to take along, and the feed of changes, over HTTP.

use crate::common::{add_line, correct, dated, retraction};
use crate::house::{Answer, House};
use crate::unzip::{member, unzip};
use access::Viewer;
use axum::http::{Method, StatusCode};
use register::kinds;
use register::pack::PackFile;

const CSV: &str = "/en/data/register.zip";
const PARQUET: &str = "/en/data/register-parquet.zip";
const FEED: &str = "/en/changes.atom";
const CALENDAR: &str = "/en/calendar.ics";

/// The titles of a feed, its own first.
fn titles(feed: &Answer) -> Vec<String> {
    let text = feed.text();
    let parts = text.split("<title>").skip(1);
    parts.map(|part| part.split("</title>").next().unwrap().to_owned()).collect()
}

/// The next edition, with these rows more.
fn edition(day: &str, rows: &[(&str, String)]) -> Vec<PackFile> {
    let mut pack = crate::common::edition(day);
    for (name, row) in rows {
        add_line(&mut pack, name, row);
    }
    pack
}

fn resolution(number: usize) -> (&'static str, String) {
    let row = format!("5,ICC-ASP/5/Res.9{number:02},Exercise resolution,2006-12-01,,Exercise document,");
    ("resolutions.csv", row)
}

#[tokio::test]
async fn archives_come_under_a_name_that_says_what_they_are() {
    let house = House::open().await;
    for (address, name, table) in [
        (CSV, "comity-exercise-register-2013-10-02.zip", "register/persons.csv"),
        (
            PARQUET,
            "comity-exercise-register-parquet-2013-10-02.zip",
            "register/persons.parquet",
        ),
    ] {
        let answer = house.get(&format!("{address}?as_at=2013-10-02")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-type"), "application/zip");
        assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"{name}\""));
        assert_eq!(answer.header("x-robots-tag"), "noindex");
        let names: Vec<String> = unzip(&answer.body).into_iter().map(|(name, _)| name).collect();
        assert!(names.contains(&table.to_owned()), "{names:?}");
        let readme = String::from_utf8(member(&answer.body, "README.txt")).unwrap();
        assert!(readme.contains("EXERCISE: never to be counted with real matter."), "{readme}");
        assert!(!readme.contains('{'), "every place in the text is filled: {readme}");
    }
    let page = house.get("/en/data?as_at=2013-10-02&hindsight=1").await.text();
    for address in [CSV, PARQUET] {
        assert!(page.contains(&format!("\"{address}?as_at=2013-10-02&amp;hindsight=1\"")), "{page}");
    }
}

#[tokio::test]
async fn archives_are_cached_as_other_answers_and_not_compressed_twice() {
    let house = House::open().await;
    let fixed = format!("{CSV}?as_at=2013-10-02&known_on=2026-11-24");
    let first = house.ask(Method::GET, &fixed, &[("accept-encoding", "gzip")]).await;
    assert_eq!(first.header("cache-control"), "public, max-age=86400, must-revalidate");
    assert_eq!(first.header("content-encoding"), "");
    let again = house.ask(Method::GET, &fixed, &[("if-none-match", first.header("etag"))]).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let today = house.get(CSV).await;
    assert_eq!(today.header("cache-control"), "public, max-age=60");
    assert_ne!(today.header("etag"), first.header("etag"));
}

#[tokio::test]
async fn what_cannot_be_taken_along_is_refused_with_a_word() {
    let house = House::open().await;
    for (address, status, said) in [
        (format!("{CSV}?as_at=yesterday"), 400, "as_at is not a day of the calendar"),
        (format!("{CSV}?state=FRA"), 400, "there is no parameter \\\"state\\\" here"),
        (format!("{CSV}?known_on=2026-11-01"), 404, "The record had not begun"),
        ("/de/data/register.zip".to_owned(), 404, "Nothing lies at this address"),
        (format!("{FEED}?as_at=2013-10-02"), 400, "this address takes none"),
        ("/de/changes.atom".to_owned(), 404, "Nothing lies at this address"),
    ] {
        let answer = house.get(&address).await;
        assert_eq!(answer.status.as_u16(), status, "{address}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
        assert!(answer.text().contains(said), "{address}: {}", answer.text());
    }
    let post = house.ask(Method::POST, CSV, &[]).await;
    assert_eq!(post.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn the_feed_tells_an_edition_once_and_says_no_number_of_entries() {
    let house = House::open().await;
    let feed = house.get(FEED).await;
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    assert_eq!(
        titles(&feed),
        [
            "Comity, EXERCISE: what is new in this record",
            "Edition of 21\u{a0}November\u{a0}2026 of the public record taken in"
        ]
    );
    // A reader of feeds and a calendar find theirs by any page.
    let page = house.get("/en/warrants").await.text();
    for (form, title, at) in [
        ("application/atom+xml", "Feed of changes", FEED),
        ("text/calendar", "Calendar of public dates", "/en/calendar.ics"),
    ] {
        let link = format!("<link rel=\"alternate\" type=\"{form}\" title=\"{title}\" href=\"{at}\">");
        assert!(page.contains(&link), "{link}");
    }
    let again = house.ask(Method::GET, FEED, &[("if-none-match", feed.header("etag"))]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn the_feed_tells_what_officers_do_newest_first() {
    let house = House::open().await;
    let register = &house.register;
    let corrected = correct(register, "kony-1", kinds::MADE_PUBLIC, &dated("2005-10-14")).await.unwrap();
    let corrected = corrected.entry.id.to_string();
    correct(register, "finding-sdn-2010-05-25", kinds::FINDING, &retraction())
        .await
        .unwrap();
    let feed = house.get(FEED).await;
    let titles = titles(&feed);
    assert_eq!(titles.len(), 4, "{titles:?}");
    assert!(
        titles[1].starts_with("Taken back: Sudan: finding of non-compliance"),
        "{}",
        titles[1]
    );
    assert_eq!(
        titles[2],
        "Corrected: Joseph Kony: warrant of arrest made public, on 14 October 2005"
    );
    let text = feed.text();
    for link in [
        "href=\"/en/person/kony\"",
        &format!("href=\"/en/entry/{corrected}\""),
        "href=\"/en/file/finding-sdn-2010-05-25\"",
    ] {
        assert!(text.contains(link), "{link}: {text}");
    }
    let french = house.get("/fr/changes.atom").await.text();
    assert!(
        french.contains("xml:lang=\"fr\"") && french.contains("Corrigé\u{a0}: Joseph Kony"),
        "{french}"
    );
    // What sources say of a fact is no change of it.
    let before = house.get(FEED).await.body;
    register
        .confirm(
            &Viewer::operator(),
            &corrected,
            "effective",
            "Exercise document",
            "exercise-officer",
        )
        .await
        .unwrap();
    assert_eq!(house.get(FEED).await.body, before);
}

#[tokio::test]
async fn the_calendar_has_sessions_and_days_of_treaties_and_changes_with_the_record_alone() {
    let house = House::open().await;
    let calendar = house.get(CALENDAR).await;
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    let text = calendar.text().replace("\r\n ", "");
    for line in [
        "SUMMARY:EXERCISE: Assembly of States Parties\\, session 8: resolution ICC-ASP/8/Res.2 on cooperation",
        "DTSTART;VALUE=DATE:20091126",
        "SUMMARY:EXERCISE: Rome Statute of the International Criminal Court: in force for Italy",
        "DTSTART;VALUE=DATE:20020701",
        "SUMMARY:EXERCISE: Rome Statute of the International Criminal Court: the withdrawal of Burundi takes effect",
        "DTSTART;VALUE=DATE:20171027",
    ] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}: {text}");
    }
    let uids = |text: &str| -> Vec<String> { text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect() };
    let own = uids(&text);
    let each: std::collections::BTreeSet<&String> = own.iter().collect();
    assert_eq!(each.len(), own.len(), "each day has a UID of its own");
    let french = house.get("/fr/calendar.ics").await.text();
    assert_eq!(uids(&french), own, "the same in both languages");
    assert!(french.contains("SUMMARY:EXERCICE\u{a0}: Assemblée des États Parties"), "{french}");
    // A day later nothing in it is another: a program that asks again takes no bytes.
    house.outside.put("2026-11-27T23:30:00Z");
    let again = house.get(CALENDAR).await;
    assert_eq!((again.header("etag"), &again.body), (calendar.header("etag"), &calendar.body));
    assert!(house.get("/en").await.text().contains("href=\"/en/calendar.ics\""));
}

#[tokio::test]
async fn of_a_small_edition_the_feed_tells_each_fact_and_of_a_large_one_none() {
    let house = House::open().await;
    let few = edition("2026-11-24", &[resolution(1), resolution(2)]);
    house.register.import(&Viewer::operator(), &few).await.unwrap();
    let told = titles(&house.get(FEED).await);
    let of = |titles: &[String], words: &str| titles.iter().filter(|title| title.contains(words)).count();
    assert_eq!((of(&told, "Exercise resolution"), of(&told, "Edition of")), (2, 2), "{told:?}");
    let rows: Vec<_> = (1..60).map(resolution).collect();
    house
        .register
        .import(&Viewer::operator(), &edition("2026-11-25", &rows))
        .await
        .unwrap();
    let told = titles(&house.get(FEED).await);
    assert_eq!((of(&told, "Exercise resolution"), of(&told, "Edition of")), (2, 3), "{told:?}");
    assert!(told[1].starts_with("Edition of 25"), "{told:?}");
}

#[tokio::test]
async fn matter_that_is_not_public_changes_no_byte_of_archives_and_feed() {
    let house = House::open().await;
    let addresses = [
        CSV,
        PARQUET,
        "/en/data/register.zip?hindsight=1",
        FEED,
        "/fr/changes.atom",
        CALENDAR,
        "/fr/calendar.ics",
    ];
    let mut before = Vec::new();
    for address in addresses {
        before.push(house.get(address).await);
    }
    super::hidden::hide(&house, record::audience::Level::UnderSeal).await;
    for (address, before) in addresses.into_iter().zip(before) {
        assert!(house.get(address).await == before, "{address}");
    }
}
