use crate::house::House;
use crate::issued::{REGISTRY, REPORT, issue};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use web::api::schema;

/// Gets an address and holds the answer against its documented shape: no member unknown, none missing.
pub async fn read<T: DeserializeOwned + Serialize>(house: &House, address: &str) -> T {
    let answer = house.get(address).await;
    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/json", "{address}");
    let json = answer.json();
    let read: T = serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{address}: {error} in {json:#}"));
    assert_eq!(serde_json::to_value(&read).unwrap(), json, "{address}");
    read
}

fn keys(persons: &[schema::PersonRow]) -> Vec<&str> {
    persons.iter().map(|person| person.id.as_str()).collect()
}

#[tokio::test]
async fn the_figure_that_the_assembly_counted_falls_out_of_the_record() {
    let house = House::open().await;
    for (query, expected) in [
        ("as_at=2013-10-02", 14),
        ("as_at=2014-11-30", 13),
        ("as_at=2013-09-29", 12),
        ("as_at=2013-10-02&hindsight=1", 15),
        ("as_at=2013-10-02&hindsight=true", 15),
        ("as_at=2013-10-02&hindsight=0", 14),
        ("as_at=1998-07-17", 0),
    ] {
        let view: schema::Outstanding = read(&house, &format!("/api/v1/outstanding?{query}")).await;
        assert_eq!((view.count, view.persons.len()), (expected, expected as usize), "{query}");
    }
}

#[tokio::test]
async fn every_read_has_its_documented_shape_in_every_reading() {
    let house = House::open().await;
    let entry = house.some_entry().await;
    for reading in [
        "",
        "as_at=2013-10-02",
        "as_at=2013-10-02&hindsight=1",
        "as_at=2025-12-31&known_on=2026-11-22",
        "hindsight=1",
    ] {
        let at = |path: &str| format!("/api/v1/{path}{}{reading}", if path.contains('?') { '&' } else { '?' });
        read::<schema::Outstanding>(&house, &at("outstanding")).await;
        read::<schema::Overview>(&house, &at("overview")).await;
        read::<schema::Persons>(&house, &at("persons?status=all&limit=500")).await;
        read::<schema::Situations>(&house, &at("situations")).await;
        read::<schema::Working>(&house, &at("working")).await;
        read::<schema::Counts>(&house, &at("counts")).await;
        read::<schema::Found>(&house, &at("search?q=a")).await;
        read::<schema::Entry>(&house, &at(&format!("entries/{entry}"))).await;
        read::<schema::Proof>(&house, &at(&format!("entries/{entry}/proof"))).await;
    }
}

#[tokio::test]
async fn every_person_situation_and_act_of_the_record_can_be_read() {
    let house = House::open().await;
    let all: schema::Persons = read(&house, "/api/v1/persons?status=all&limit=500").await;
    assert!(all.persons.len() > 50 && all.next.is_none(), "{} persons", all.persons.len());
    for row in &all.persons {
        let person: schema::Person = read(&house, &format!("/api/v1/persons/{}", row.id)).await;
        assert_eq!(person.row, *row, "the list and the file say the same");
        for line in &person.lines {
            let entry = &line.acts[0].date.entry.0;
            read::<schema::Entry>(&house, &format!("/api/v1/entries/{entry}")).await;
        }
    }
    let situations: schema::Situations = read(&house, "/api/v1/situations").await;
    for totals in &situations.situations {
        let situation: schema::Situation = read(&house, &format!("/api/v1/situations/{}", totals.no.replace('/', "-"))).await;
        assert_eq!((&situation.no, situation.sum.outstanding), (&totals.no, totals.outstanding));
    }
}

#[tokio::test]
async fn an_answer_repeats_the_reading_and_without_one_is_about_today() {
    let house = House::open().await;
    let view: schema::Outstanding = read(&house, "/api/v1/outstanding").await;
    assert_eq!(
        (view.as_at.0.to_string(), view.known_on.0.to_string(), view.hindsight),
        ("2026-11-25".into(), "2026-11-25".into(), false)
    );
    let view: schema::Outstanding = read(&house, "/api/v1/outstanding?as_at=2013-10-02&known_on=2026-11-22&hindsight=1").await;
    assert_eq!(
        (view.as_at.0.to_string(), view.known_on.0.to_string(), view.hindsight),
        ("2013-10-02".into(), "2026-11-22".into(), true)
    );
}

#[tokio::test]
async fn pages_of_a_list_neither_skip_nor_repeat_a_row() {
    let house = House::open().await;
    for list in [
        "status=all",
        "status=outstanding",
        "status=ended",
        "status=all&name=a",
        "situation=ICC-01/11",
        "years=5",
    ] {
        let whole: schema::Persons = read(&house, &format!("/api/v1/persons?{list}&limit=500")).await;
        let mut walked = Vec::new();
        let mut after = String::new();
        loop {
            let page: schema::Persons = read(&house, &format!("/api/v1/persons?{list}&limit=3{after}")).await;
            assert!(page.persons.len() <= 3);
            assert_eq!(page.count, whole.count, "{list}: the count is that of the whole list");
            walked.extend(page.persons.iter().map(|person| person.id.clone()));
            let Some(next) = page.next else { break };
            assert_eq!(page.persons.len(), 3, "{list}: only the last page is short");
            after = format!("&after={next}");
        }
        assert_eq!(walked, keys(&whole.persons), "{list}");
        assert_eq!(walked.len() as u64, whole.count, "{list}");
        assert_eq!(walked.iter().collect::<BTreeSet<_>>().len(), walked.len(), "{list}");
    }
}

#[tokio::test]
async fn a_filter_narrows_the_list_to_what_it_names() {
    let house = House::open().await;
    let day = "as_at=2013-10-02&limit=500";
    let uganda: schema::Persons = read(&house, &format!("/api/v1/persons?{day}&situation=ICC-02/04")).await;
    assert_eq!(uganda.count, 4);
    assert!(
        uganda
            .persons
            .iter()
            .all(|person| person.situation_no == "ICC-02/04" && person.status == "outstanding")
    );
    let surrendered: schema::Persons = read(&house, &format!("/api/v1/persons?{day}&status=surrendered")).await;
    assert!(surrendered.count > 0 && surrendered.persons.iter().all(|person| person.status == "surrendered"));
    let named: schema::Persons = read(&house, &format!("/api/v1/persons?{day}&name=K%C3%B3ny")).await;
    assert_eq!(keys(&named.persons), ["kony"], "accents and case do not count");
    let long: schema::Persons = read(&house, &format!("/api/v1/persons?{day}&years=5")).await;
    let years = |persons: &schema::Persons| {
        persons
            .persons
            .iter()
            .filter(|person| person.days_outstanding > Some(5 * 365 + 1))
            .count()
    };
    let outstanding: schema::Persons = read(&house, &format!("/api/v1/persons?{day}")).await;
    assert_eq!((long.persons.len(), years(&long)), (years(&outstanding), years(&outstanding)));
}

#[tokio::test]
async fn a_search_finds_who_existed_for_the_public_on_the_day() {
    let house = House::open().await;
    let found: schema::Found = read(&house, "/api/v1/search?q=bl%C3%A9%20goud%C3%A9&as_at=2013-09-30").await;
    assert_eq!(found.persons.len(), 1);
    let found: schema::Found = read(&house, "/api/v1/search?q=bl%C3%A9%20goud%C3%A9&as_at=2013-09-29").await;
    assert_eq!(found.persons.len(), 0, "the warrant was not public yet");
    let found: schema::Found = read(&house, "/api/v1/search?q=bl%C3%A9%20goud%C3%A9&as_at=2013-09-29&hindsight=1").await;
    assert_eq!(found.persons.len(), 1);
}

#[tokio::test]
async fn the_document_describes_every_address_that_answers() {
    let house = House::open().await;
    let document = house.get("/api/v1/openapi.json").await.json();
    let entry = house.some_entry().await;
    let request = register::request::RequestId::of_public_record("TCD", "albashir").to_string();
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let issued = issue(&house, &officer, REPORT, "of=public").await;
    let issued = issued.rsplit('/').next().unwrap();
    for (path, item) in document["paths"].as_object().unwrap() {
        let mut address = path
            .replace("{no}", "ICC-02-04")
            .replace("{code}", "FRA")
            .replace("{name}", "agreements")
            .replace("{matter}", "agreement-fin-sentences")
            .replace("{form}", "provisional-arrest");
        let Some(read) = item.get("get") else { continue };
        let id = match path.split('/').nth(3) {
            Some("entries") => entry.as_str(),
            Some("treaties") => "apic",
            Some("public-requests") => request.as_str(),
            Some("issued-reports") => issued,
            _ => "kony",
        };
        address = address.replace("{id}", id);
        if path.ends_with("search") {
            address.push_str("?q=kony");
        }
        if path.ends_with("compare") {
            address.push_str("?from=2013-10-02");
        }
        let answer = house.get(&address).await;
        // What is not public is for programs with a token, the calendar with one of its own.
        let is_public = read["security"].is_null() && !path.ends_with(".ics");
        let status = if is_public { "200" } else { "401" };
        assert_eq!(answer.status.as_str(), status, "{address}: {}", answer.text());
        let told = &read["responses"][status];
        assert!(!told.is_null(), "{address}: the document says nothing of {status}");
        let sort = answer.header("content-type");
        if is_public {
            assert!(told["content"].as_object().unwrap().contains_key(sort), "{address}: {sort}");
        } else {
            assert_eq!(sort, "application/problem+json", "{address}");
        }
    }
}
