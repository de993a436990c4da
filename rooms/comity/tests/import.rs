//! The pack of the public record: idempotent, all or nothing, later editions as corrections and
//! additions, never over an officer's entry.

use crate::common;
use crate::common::{
    Folder, Still, add_line, change, correct, dated, edition, house, house_weeks_later, newest, pack, place, reading, refused,
};
use access::Viewer;
use comity::house::House;
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft, EntryId};
use record::json::Object;
use record::when::When;
use register::kinds;
use register::pack::{ImportError, PackFile};
use register::port::{Of, Recorded, Store};

async fn count(house: &House, as_at: &str) -> u64 {
    house
        .register
        .outstanding(&Viewer::public(), &reading(as_at, false))
        .await
        .unwrap()
        .count
}

async fn all(house: &House) -> Vec<Recorded> {
    house.store.entries(&Viewer::operator(), Of::All, None).await.unwrap()
}

#[tokio::test]
async fn the_same_edition_again_changes_nothing() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let before = all(&house).await;
    let report = house.register.import(&Viewer::operator(), &pack()).await.unwrap();
    assert_eq!((report.added, report.corrected, report.retracted, report.differs), (0, 0, 0, 0));
    assert_eq!(report.unchanged + 1, before.len(), "all but the first entry of the record");
    assert_eq!(all(&house).await, before);
}

#[tokio::test]
async fn every_entry_has_the_same_id_on_every_node() {
    let (_folder, _clock, first) = house().await;
    let folder = Folder::new();
    let second = House::open(place(folder.path()), Still::apart("2027-01-01T00:00:00Z"))
        .await
        .unwrap();
    let ids = |entries: Vec<Recorded>| entries.into_iter().skip(1).map(|r| r.entry.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(all(&first).await), ids(all(&second).await));
}

#[tokio::test]
async fn a_later_edition_comes_as_corrections_and_additions() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let before = all(&house).await.len();
    let mut pack = edition("2026-11-26");
    change(
        &mut pack,
        "proceedings.csv",
        "warrant,2013-08-02,2013-10-02",
        "warrant,2013-08-02,2013-10-03",
    );
    add_line(
        &mut pack,
        "official_counts.csv",
        "2013-10-02,outstanding,persons,14,Exercise,exercise",
    );
    let report = house.register.import(&Viewer::operator(), &pack).await.unwrap();
    assert_eq!(
        (report.added, report.corrected, report.retracted, report.differs),
        (2, 2, 0, 0),
        "an edition, a count; a day and what confirms it"
    );
    assert_eq!(all(&house).await.len(), before + 4);
    let made_public = newest(&house.register, "barasa-1", kinds::MADE_PUBLIC).await;
    assert_eq!(made_public.entry.effective.to_string(), "2013-10-03");
    assert_eq!(
        made_public.entry.corrects.as_ref().unwrap().reason,
        "edition 2026-11-26 of the pack public-record"
    );
    assert_eq!((count(&house, "2013-10-02").await, count(&house, "2013-10-03").await), (13, 14));
    let again = house.register.import(&Viewer::operator(), &pack).await.unwrap();
    assert_eq!((again.added, again.corrected), (0, 0), "it is idempotent too");
}

#[tokio::test]
async fn what_an_edition_drops_it_must_list_with_a_reason() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    change(&mut pack, "proceedings.csv", ",2013-11-23,FRA,2014-03-18,", ",2013-11-23,FRA,,");
    let citations = "proceedings.csv,arido-1,surrendered_on";
    let cited = pack
        .iter()
        .any(|f| f.name == "citations.csv" && String::from_utf8_lossy(&f.bytes).contains(citations));
    assert!(!cited, "this test needs a cell that no citation speaks of");
    let expected = "proceedings.csv: arido-1|surrendered_on was in an earlier edition and is not in this one; restore it, or list it in dropped.csv as proceedings.csv,arido-1|surrendered_on with the reason";
    refused(&house.register, &pack, &[expected]).await;

    let dropped = "file,key,reason\nproceedings.csv,arido-1|surrendered_on,exercise: no surrender\n";
    pack.push(PackFile {
        name: "dropped.csv".into(),
        bytes: dropped.into(),
    });
    let report = house.register.import(&Viewer::operator(), &pack).await.unwrap();
    assert_eq!(
        (report.added, report.corrected, report.retracted),
        (1, 0, 3),
        "the surrender, and both acts of the request of which it told"
    );
    let taken_back = newest(&house.register, "arido-1", kinds::SURRENDERED).await;
    assert!(taken_back.entry.corrects.as_ref().unwrap().retracts);
    let again = house.register.import(&Viewer::operator(), &pack).await.unwrap();
    assert_eq!((again.added, again.retracted), (0, 0), "what was taken back stays so");

    pack.pop();
    let wrong = "file,key,reason\nproceedings.csv,kony-1,no reason\n";
    pack.push(PackFile {
        name: "dropped.csv".into(),
        bytes: wrong.into(),
    });
    let unused = "dropped.csv, line 2, column key: is not something that this record holds and this edition drops; mend the key, or take the line out";
    let missing = "proceedings.csv: arido-1|surrendered_on";
    let Err(ImportError::Faults(faults)) = house.register.import(&Viewer::operator(), &pack).await else {
        panic!("not refused")
    };
    assert!(faults.iter().any(|f| f.to_string() == unused), "{faults:?}");
    assert!(
        faults.iter().all(|f| !f.to_string().starts_with(missing)),
        "it was taken back already"
    );
}

#[tokio::test]
async fn an_officers_entry_stands_and_an_edition_that_differs_says_so() {
    let (_folder, _clock, house) = house_weeks_later().await;
    correct(&house.register, "barasa-1", kinds::MADE_PUBLIC, &dated("2013-10-04"))
        .await
        .unwrap();
    assert_eq!(count(&house, "2013-10-02").await, 13);
    let report = house.register.import(&Viewer::operator(), &edition("2026-11-26")).await.unwrap();
    assert_eq!((report.added, report.corrected, report.differs), (1, 0, 1));
    assert_eq!(count(&house, "2013-10-02").await, 13, "the officer's day stands");
    let differs = newest(&house.register, "barasa-1", kinds::PACK_DIFFERS).await;
    assert_eq!(differs.entry.body.get_text("effective"), Some("2013-10-02"));
    let before = all(&house).await.len();
    house.register.import(&Viewer::operator(), &edition("2026-11-26")).await.unwrap();
    assert_eq!(all(&house).await.len(), before, "it is said once for an edition");
}

#[tokio::test]
async fn sealed_matter_keeps_nothing_of_an_edition_away() {
    let mut next = edition("2026-11-26");
    let (before, after) = ("2013-08-02,2013-10-02,,,", "2013-08-02,2013-10-02,2021-05-05,KEN,2021-05-06");
    change(&mut next, "proceedings.csv", before, after);
    let mut told = Vec::new();
    for sealed in [false, true] {
        let (_folder, _clock, house) = house_weeks_later().await;
        if sealed {
            let issued = newest(&house.register, "barasa-1", kinds::WARRANT_ISSUED).await.entry.draft;
            let chambers = Reader::Organ(Organ::Chambers);
            for (id, kind) in [(1, kinds::WARRANT_EXECUTED), (2, kinds::SURRENDERED)] {
                let hidden = Draft {
                    id: EntryId::from_bytes([id; 16]),
                    kind: kind.to_owned(),
                    effective: When::parse("2020-02-03").unwrap(),
                    author: Author::Officer("exercise officer".to_owned()),
                    audience: Audience::of(Level::UnderSeal, chambers.clone(), [chambers.clone()]),
                    basis: Some("Exercise decision 1".to_owned()),
                    body: Object::new(),
                    ..issued.clone()
                };
                house.store.append(&Viewer::operator(), vec![hidden], false).await.unwrap();
            }
        }
        let report = house.register.import(&Viewer::operator(), &next).await.unwrap();
        let person = house
            .register
            .person(&Viewer::public(), &reading("2022-01-01", false), "barasa")
            .await
            .unwrap();
        let warrant = person.unwrap().row.warrants.remove(0);
        told.push((
            report.added,
            report.corrected,
            report.differs,
            warrant.surrendered.map(|day| day.on),
        ));
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0].3.as_deref(), Some("2021-05-06"), "the edition's day is told");
}

#[tokio::test]
async fn an_edition_that_adopts_an_officers_day_of_a_milestone_adds_no_second_one() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let milestones = |entries: Vec<Recorded>| entries.into_iter().filter(|r| r.entry.kind == kinds::MILESTONE).collect::<Vec<_>>();
    let said = milestones(all(&house).await);
    let opened = said
        .iter()
        .find(|r| r.entry.matter == "said-1" && r.entry.body.get_text("what") == Some("trial opened"))
        .unwrap();
    let id = opened.entry.id.to_string();
    house
        .register
        .correct(&Viewer::operator(), &id, &dated("2022-09-27"))
        .await
        .unwrap();
    let mut pack = edition("2026-11-26");
    change(
        &mut pack,
        "milestones.csv",
        "said-1,trial opened,2022-09-26",
        "said-1,trial opened,2022-09-27",
    );
    let before = milestones(all(&house).await).len();
    let report = house.register.import(&Viewer::operator(), &pack).await.unwrap();
    assert_eq!(
        (report.added, report.corrected, report.retracted, report.differs),
        (1, 0, 0, 0),
        "the edition alone is new"
    );
    assert_eq!(milestones(all(&house).await).len(), before);
}

#[tokio::test]
async fn a_citation_is_dropped_by_file_key_column_and_source() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    let source = "https://www.jpost.com/middle-east/article-844016";
    change(
        &mut pack,
        "citations.csv",
        &format!("proceedings.csv,deif-1,ended_on,confirms,,{source},\n"),
        "",
    );
    let key = format!("proceedings.csv|deif-1|ended_on|{source}");
    let expected = format!(
        "citations.csv: {key} was in an earlier edition and is not in this one; restore it, or list it in dropped.csv as citations.csv,{key} with the reason"
    );
    refused(&house.register, &pack, &[&expected]).await;
    let dropped = format!("file,key,reason\ncitations.csv,{key},exercise\n");
    pack.push(PackFile {
        name: "dropped.csv".into(),
        bytes: dropped.into(),
    });
    let report = house.register.import(&Viewer::operator(), &pack).await.unwrap();
    assert_eq!((report.added, report.retracted), (1, 1));
}

#[tokio::test]
async fn a_citation_counts_by_its_value_after_a_correction() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let issued = |p: register::view::model::Person| p.instruments[0].issued.clone();
    let kony = house
        .register
        .person(&Viewer::public(), &reading("2026-11-25", false), "kony")
        .await
        .unwrap()
        .unwrap();
    assert!(issued(kony).verified, "citations confirm the day of issue");
    correct(&house.register, "kony-1", kinds::WARRANT_ISSUED, &dated("2005-07-09"))
        .await
        .unwrap();
    let kony = house
        .register
        .person(&Viewer::public(), &reading("2026-11-25", false), "kony")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        issued(kony).others,
        ["2005-07-08"],
        "what confirmed the old day disputes the new one"
    );
}

#[tokio::test]
async fn a_pack_that_contradicts_itself_is_refused_with_file_line_and_column() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = common::pack();
    change(
        &mut pack,
        "proceedings.csv",
        "otti-1,otti,Uganda,ICC-02/04,ICC-02/04-01/05,warrant,2005-07-08,2005-10-13,,,,2023-11-17",
        "otti-1,otti,Uganda,ICC-02/04,ICC-02/04-01/05,warrant,2005-07-08,2005-10-13,,,,2003-11-17",
    );
    refused(
        &house.register,
        &pack,
        &["proceedings.csv, line 3, column ended_on: lies before 2005-07-08, the day of issue; mend one of the two"],
    )
    .await;

    let mut pack = common::pack();
    add_line(&mut pack, "persons.csv", "kony,Somebody Else,,,exercise");
    let double = "persons.csv, line 76, column name: says again what line 2 of persons.csv says; keep one of the two";
    refused(&house.register, &pack, &[double]).await;

    let mut pack = common::pack();
    let again = "kony-1,kony,Uganda,ICC-02/04,ICC-02/04-01/05,warrant,2005-07-08,2005-10-13,,,,,,,,exercise";
    add_line(&mut pack, "proceedings.csv", again);
    let Err(ImportError::Faults(faults)) = house.register.import(&Viewer::operator(), &pack).await else {
        panic!("not refused")
    };
    assert_eq!(faults.len(), 1, "a row that is there twice is told once: {faults:?}");

    let mut pack = common::pack();
    add_line(&mut pack, "milestones.csv", "nobody-1,convicted,2020-01-01,,,,,,exercise");
    add_line(&mut pack, "milestones.csv", "kony-1,convicted,2020-13-01,,,,,,exercise");
    add_line(&mut pack, "citations.csv", "proceedings.csv,kony-1,colour,confirms,,exercise,");
    let Err(ImportError::Faults(faults)) = house.register.import(&Viewer::operator(), &pack).await else {
        panic!("not refused")
    };
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 3, "every fault is told at once: {said:?}");
    assert!(
        said[0].starts_with("milestones.csv, line 73, column instrument_id: \"nobody-1\" is not in proceedings.csv"),
        "{said:?}"
    );
    assert!(
        said[1].starts_with("milestones.csv, line 74, column on: \"2020-13-01\" is not in the calendar"),
        "{said:?}"
    );
    assert!(
        said[2].starts_with("citations.csv, line 728, column field: \"colour\" is not a field of proceedings.csv"),
        "{said:?}"
    );
}

#[tokio::test]
async fn an_older_edition_and_another_one_of_the_same_day_are_refused() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let older = edition("2026-11-24");
    let expected =
        "edition.csv, column edition: 2026-11-24 is older than the edition 2026-11-25 that this record holds; take in a newer one";
    refused(&house.register, &older, &[expected]).await;
    let mut other = pack();
    change(&mut other, "persons.csv", "Joseph Kony", "Joseph Rao Kony");
    let expected = "edition.csv, column edition: the edition 2026-11-25 is in this record already, and this one says something else; give it a day of its own";
    refused(&house.register, &other, &[expected]).await;
}

#[test]
fn what_becomes_of_each_column_is_documented() {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/data.md")).unwrap();
    let documented: Vec<(&str, &str, &str)> = docs
        .lines()
        .filter_map(|line| {
            let mut cells = line.split(" | ").map(|cell| cell.trim_start_matches("| ").trim_end_matches(" |"));
            let (file, column, becomes) = (cells.next()?, cells.next()?, cells.next()?);
            (line.starts_with("| `") && !becomes.is_empty()).then_some((file.trim_matches('`'), column.trim_matches('`'), becomes))
        })
        .collect();
    let read: Vec<(&str, &str)> = register::pack::columns::files()
        .flat_map(|f| f.columns().into_iter().map(move |c| (f.name, c)))
        .collect();
    assert_eq!(documented.iter().map(|(f, c, _)| (*f, *c)).collect::<Vec<_>>(), read);
    for file in register::files::FILES {
        for column in file.columns {
            let said = documented.iter().find(|(csv, name, _)| *csv == file.csv && *name == column.name);
            assert_eq!(said.unwrap().2, file.said(column), "{} {}", file.csv, column.name);
        }
    }
}

#[tokio::test]
async fn a_citation_of_a_file_that_the_pack_does_not_have_is_said_and_not_taken_in() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = common::pack();
    add_line(&mut pack, "citations.csv", "maps.csv,XAA,name,confirms,,exercise,");
    add_line(&mut pack, "citations.csv", "maps.csv,XAB,name,confirms,,exercise,");
    let report = house.register.import(&Viewer::operator(), &pack).await.unwrap();
    assert_eq!((report.added, report.corrected), (0, 0));
    let said = "citations.csv: 2 rows cite maps.csv, which is no file of this pack with fields to cite; they were not taken in";
    assert!(report.remarks.iter().any(|remark| remark == said), "{:?}", report.remarks);
}

#[tokio::test]
async fn an_edition_of_a_day_to_come_is_refused() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let expected = "edition.csv, column edition: 2026-12-16 lies after today, 2026-12-15; an edition is taken in when its day has come";
    refused(&house.register, &edition("2026-12-16"), &[expected]).await;
}

#[tokio::test]
async fn an_instrument_stays_with_its_person() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    change(&mut pack, "proceedings.csv", "barasa-1,barasa,", "barasa-1,bett,");
    let Err(ImportError::Faults(faults)) = house.register.import(&Viewer::operator(), &pack).await else {
        panic!("the pack was not refused")
    };
    assert!(
        faults
            .iter()
            .all(|f| f.reason.starts_with("this matter is about another person in this record")),
        "{faults:?}"
    );
    assert_eq!(count(&house, "2013-10-02").await, 14);
}

#[tokio::test]
async fn a_summons_that_becomes_a_warrant_is_restated_and_an_officers_summons_stands() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    change(
        &mut pack,
        "proceedings.csv",
        "kenyatta-1,kenyatta,Kenya,ICC-01/09,ICC-01/09-02/11,summons",
        "kenyatta-1,kenyatta,Kenya,ICC-01/09,ICC-01/09-02/11,warrant",
    );
    let (_other_folder, _other_clock, other) = house_weeks_later().await;
    // The appearance becomes an arrest and a surrender: that is dropped and added.
    let dropped = "file,key,reason\nproceedings.csv,kenyatta-1|executed_on,exercise\n";
    pack.push(PackFile {
        name: "dropped.csv".into(),
        bytes: dropped.into(),
    });
    let report = house.register.import(&Viewer::operator(), &pack).await.unwrap();
    assert_eq!((report.retracted, report.differs), (2, 0), "the appearance, and what confirms it");
    let issues = |entries: &[Recorded]| {
        entries
            .iter()
            .filter(|r| kinds::is_issue(&r.entry.kind) && r.entry.matter == "kenyatta-1")
            .count()
    };
    assert_eq!(issues(&all(&house).await), 2, "one fact in two versions");
    correct(&other.register, "kenyatta-1", kinds::SUMMONS_ISSUED, &dated("2011-03-07"))
        .await
        .unwrap();
    let report = other.register.import(&Viewer::operator(), &pack).await.unwrap();
    assert!(report.differs >= 1);
    assert_eq!(issues(&all(&other).await), 2, "no warrant stands beside the officer's summons");
}

#[tokio::test]
async fn those_who_import_at_once_all_find_it_done() {
    let folder = Folder::new();
    let clock = Still::at("2026-12-15T12:00:00Z");
    let opened = futures(3, async || {
        House::open(place(folder.path()), clock.clone())
            .await
            .map(|house| house.taken_in.is_some())
    })
    .await;
    assert!(
        opened.iter().all(Result::is_ok),
        "{:?}",
        opened
            .iter()
            .filter_map(|o| o.as_ref().err())
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    );
    let house = House::open(place(folder.path()), clock).await.unwrap();
    assert_eq!(count(&house, "2013-10-02").await, 14);
}

/// Runs several of one at once.
async fn futures<T>(many: usize, run: impl AsyncFn() -> T) -> Vec<T> {
    let mut done = Vec::new();
    let mut running: Vec<_> = (0..many).map(|_| Box::pin(run())).collect();
    while !running.is_empty() {
        let (index, value) = std::future::poll_fn(|context| {
            for (index, future) in running.iter_mut().enumerate() {
                if let std::task::Poll::Ready(value) = future.as_mut().poll(context) {
                    return std::task::Poll::Ready((index, value));
                }
            }
            std::task::Poll::Pending
        })
        .await;
        drop(running.remove(index));
        done.push(value);
    }
    done
}
