//! What the register knew on a day: a prefix of the record, folded, equals what its read tables gave then.

use crate::common::{Folder, NOW, Still, correct, dated, house, newest, pack, place, retraction};
use access::Viewer;
use comity::house::House;
use jiff::civil::Date;
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::kinds;
use register::port::Store;
use register::reading::Reading;
use register::view::model::RowFilter;
use register::view::{DoubtFilter, ViewError};
use serde_json::{Value, json};
use store::Sort;

const TODAY: &str = "2027-06-01";

fn known(as_at: &str, known_on: Option<&str>, hindsight: bool) -> Reading {
    Reading::new(Some(as_at), known_on, hindsight, TODAY.parse().unwrap()).expect("a reading")
}

/// Every view of a day, as one JSON value, without the words that say when it was asked.
async fn views(house: &House, reading: &Reading) -> Value {
    views_for(house, Viewer::public(), reading).await
}

async fn views_for(house: &House, viewer: Viewer, reading: &Reading) -> Value {
    let register = &house.register;
    let all = register::view::model::Filter {
        status: Some("all".into()),
        ..Default::default()
    };
    let by_name = register::view::model::Filter {
        name: Some("al".into()),
        ..all.clone()
    };
    let mut value = json!({
        "overview": register.overview(&viewer, reading).await.unwrap(),
        "warrants": register.persons(&viewer, reading, &Default::default(), 5).await.unwrap(),
        "all": register.persons(&viewer, reading, &all, 500).await.unwrap(),
        "named": register.persons(&viewer, reading, &by_name, 500).await.unwrap(),
        "barasa": register.person(&viewer, reading, "barasa").await.unwrap(),
        "kenya": register.situation(&viewer, reading, "ICC-01/09").await.unwrap(),
        "situations": register.situations(&viewer, reading).await.unwrap(),
        "working": register.working(&viewer, reading).await.unwrap(),
        "counts": register.counts(&viewer, reading).await.unwrap(),
        "found": register.search(&viewer, reading, "mohammed").await.unwrap(),
        "exercise": register.search(&viewer, reading, "exercise").await.unwrap(),
        "states": register.states(&viewer, reading).await.unwrap(),
        "ITA": register.state(&viewer, reading, "ITA").await.unwrap(),
        "parties": register.parties(&viewer, reading, "rome-statute").await.unwrap(),
        "findings": register.rows(&viewer, reading, "findings", &RowFilter::default(), 100).await.unwrap(),
        "compared": register.compare(&viewer, reading, "2010-01-01".parse().unwrap()).await.unwrap(),
        "doubts": register.doubts(&viewer, reading, &DoubtFilter::default()).await.unwrap(),
        "sources": register.sources(&viewer, reading).await.unwrap(),
    });
    without_hashes(&mut value);
    value
}

/// Two records draw their own salts: hashes are left out of the comparison, and the day of asking.
fn without_hashes(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for name in ["hash", "known_on", "changed"] {
                members.remove(name);
            }
            members.values_mut().for_each(without_hashes);
        }
        Value::Array(items) => items.iter_mut().for_each(without_hashes),
        _ => {}
    }
}

#[tokio::test]
async fn an_older_record_is_read_as_it_was() {
    let (_folder, clock, house) = house().await;
    let days = ["2013-09-29", "2013-10-02", "2022-03-15"];
    let mut before = Vec::new();
    for day in days {
        for hindsight in [false, true] {
            before.push(views(&house, &known(day, None, hindsight)).await);
        }
    }
    // Then an officer corrects a day and takes an act back.
    clock.put("2027-02-01T09:00:00Z");
    for (matter, kind, said) in [
        ("barasa-1", kinds::MADE_PUBLIC, dated("2013-12-01")),
        ("ongwen-1", kinds::SURRENDERED, retraction()),
    ] {
        correct(&house.register, matter, kind, &said).await.unwrap();
    }
    clock.put("2027-06-01T12:00:00Z");
    let mut i = 0;
    for day in days {
        for hindsight in [false, true] {
            let folded = views(&house, &known(day, Some("2027-01-31"), hindsight)).await;
            assert_eq!(folded, before[i], "as at {day}, hindsight {hindsight}");
            let now = views(&house, &known(day, None, hindsight)).await;
            let day: Date = day.parse().unwrap();
            assert_eq!(
                now["all"] != before[i]["all"],
                day >= "2013-10-02".parse().unwrap(),
                "the corrections show from the day that they concern: {day}"
            );
            i += 1;
        }
    }
}

#[tokio::test]
async fn read_tables_and_fold_agree_on_the_newest_record() {
    // The same entries once behind read tables, and once as a prefix of a record that goes on.
    let (_folder, clock, house) = house().await;
    let tables = views(&house, &known("2020-06-10", None, false)).await;
    clock.put("2027-03-01T00:00:00Z");
    let id = newest(&house.register, "kony-1", kinds::WARRANT_ISSUED).await.entry.id.to_string();
    house
        .register
        .confirm(&Viewer::operator(), &id, "effective", "exercise file", "exercise officer")
        .await
        .unwrap();
    clock.put("2027-06-01T12:00:00Z");
    assert_eq!(views(&house, &known("2020-06-10", Some("2027-02-28"), false)).await, tables);
}

fn restricted(id: u8, matter: &str, kind: &str, effective: &str, about: Vec<Subject>, body: Object) -> Draft {
    Draft {
        id: EntryId::from_bytes([id; 16]),
        matter: matter.into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::parse(effective).unwrap(),
        author: Author::Officer("exercise-officer".into()),
        on_behalf_of: None,
        audience: Audience::of(Level::Restricted, Reader::Organ(Organ::Registry), [Reader::Organ(Organ::Registry)]),
        basis: Some("Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        corrects: None,
        about,
        attachments: vec![],
        body,
    }
}

/// Persons, a State and a row with matter that is not public, beside what is public of them or alone.
async fn hide(house: &House) {
    let person = |key: &str| Subject::Person(key.into());
    let situation = || Subject::Situation("exercise-01/26".into());
    let of_situation = || Object::new().text("situation", "Exercise A");
    let name = Object::new().text("name", "Exercise Person Two");
    let (new, kony) = (vec![person("exercise-0002"), situation()], vec![person("kony"), situation()]);
    let italy = vec![Subject::State("ITA".into())];
    let finding = Object::new().text("kind", "finding").text("case", "Exercise case");
    let withdrawal = Object::new().text("treaty", "rome-statute");
    let drafts = vec![
        restricted(
            1,
            "person-exercise-0002",
            kinds::PERSON_NAMED,
            "unknown",
            vec![person("exercise-0002")],
            name,
        ),
        restricted(
            2,
            "exercise-0002-1",
            kinds::WARRANT_ISSUED,
            "2013-09-01",
            new.clone(),
            of_situation(),
        ),
        restricted(3, "exercise-0002-1", kinds::MADE_PUBLIC, "2013-09-02", new, Object::new()),
        restricted(
            4,
            "exercise-kony-2",
            kinds::WARRANT_ISSUED,
            "2013-09-01",
            kony.clone(),
            of_situation(),
        ),
        restricted(5, "exercise-kony-2", kinds::SURRENDERED, "2013-09-03", kony, Object::new()),
        restricted(6, "finding-ita-2013-09-02", kinds::FINDING, "2013-09-02", italy.clone(), finding),
        restricted(7, "rome-statute-ita", kinds::WITHDRAWAL_NOTIFIED, "2012-01-02", italy, withdrawal),
    ];
    house.store.append(&Viewer::operator(), drafts, false).await.unwrap();
}

#[tokio::test]
async fn what_is_not_public_is_laid_over_the_read_tables_as_a_fold_would_have_it() {
    let (folder, clock) = (Folder::new(), Still::at(NOW));
    let house = House::open_bare(place(folder.path()), Sort::Exercise, clock.clone()).await.unwrap();
    house.register.import(&Viewer::operator(), &pack()).await.unwrap();
    hide(&house).await;
    let day = |known_on| known("2020-06-10", known_on, false);
    let public = views(&house, &day(None)).await;
    let tables = views_for(&house, Viewer::operator(), &day(None)).await;
    for view in ["all", "states", "ITA", "parties", "findings", "exercise", "situations", "compared"] {
        assert_ne!(tables[view], public[view], "{view} shows the operator more than is public");
    }
    clock.put("2027-03-01T00:00:00Z");
    let id = newest(&house.register, "kony-1", kinds::WARRANT_ISSUED).await.entry.id.to_string();
    house
        .register
        .confirm(&Viewer::operator(), &id, "effective", "exercise file", "exercise officer")
        .await
        .unwrap();
    clock.put("2027-06-01T12:00:00Z");
    let folded = views_for(&house, Viewer::operator(), &day(Some("2027-02-28"))).await;
    for (view, told) in folded.as_object().unwrap() {
        assert_eq!(told, &tables[view], "{view}");
    }
}

#[tokio::test]
async fn before_the_record_began_nothing_is_known_and_it_says_so() {
    let (_folder, _clock, house) = house().await;
    let asked = known("2013-10-02", Some("2026-11-24"), false);
    let refused = house.register.outstanding(&Viewer::public(), &asked).await;
    assert!(matches!(refused, Err(ViewError::BeforeTheRecord(day)) if day.to_string() == "2026-11-25"));
    let of_the_day = known("2013-10-02", Some("2026-11-25"), false);
    assert_eq!(
        house.register.outstanding(&Viewer::public(), &of_the_day).await.unwrap().count,
        14,
        "a day means its end"
    );
}

#[tokio::test]
async fn an_exercise_record_takes_in_the_public_record_when_told_and_not_by_itself() {
    let folder = Folder::new();
    House::open_bare(place(folder.path()), Sort::Exercise, Still::at(NOW))
        .await
        .unwrap();
    let house = House::open(place(folder.path()), Still::at(NOW)).await.unwrap();
    assert!(house.taken_in.is_none() && house.store.is_fresh().await.unwrap());
    house.register.import(&Viewer::operator(), &pack()).await.unwrap();
    assert_eq!(
        house
            .register
            .outstanding(&Viewer::public(), &known("2013-10-02", None, false))
            .await
            .unwrap()
            .count,
        14
    );
    assert!(
        house
            .register
            .foot(&Viewer::public(), &known("2013-10-02", None, false))
            .await
            .unwrap()
            .exercise
    );
}
