//! Rows that were exchanged between two sealed matters: nobody reads the one for the other, and verification says so.

use crate::common::*;
use access::{Assignment, Held, Organisation, Role, Viewer};
use record::audience::Level;
use record::entry::Draft;
use register::port::{Of, Store};
use std::path::Path;
use store::{RecordStore, Sort};

const MATTERS: [&str; 2] = ["exercise-0001-1", "exercise-0002-1"];

/// Two matters under seal, each with an entry and an act that closed it further: positions 1 and 2, 3 and 4.
async fn record() -> (Folder, RecordStore) {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let drafts = [1, 2].map(sealed_and_narrowed);
    append(&store, drafts.concat()).await;
    assert_eq!(faults(&store).await, "");
    (folder, store)
}

fn sealed_and_narrowed(number: u64) -> Vec<Draft> {
    vec![sealed(draft(number)), narrowing(number + 10, &draft(number), Level::UnderSeal)]
}

async fn faults(store: &RecordStore) -> String {
    match store.verify().await {
        Ok(report) => report.faults.iter().map(|fault| format!("{fault}\n")).collect(),
        Err(error) => error.to_string(),
    }
}

/// Whoever is assigned to one matter alone.
fn assigned(matter: &str) -> Viewer {
    let assignment = Assignment {
        matter: matter.to_owned(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    };
    Viewer::of(
        "00112233445566778899aabbccddeeff",
        Organisation::Court,
        Role::Registry,
        vec![assignment],
    )
    .unwrap()
}

/// The statements that take the guards of a table away, and those that put them back.
async fn guards(folder: &Path, table: &str) -> (String, String) {
    if server().is_some() {
        let asked = format!("SELECT tgname::TEXT FROM pg_trigger WHERE tgrelid = '{table}'::REGCLASS AND NOT tgisinternal");
        let names = texts(folder, asked).await;
        let on = names
            .iter()
            .map(|name| format!("ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name};"));
        return (
            format!("ALTER TABLE {table} DISABLE TRIGGER ALL;"),
            format!("ALTER TABLE {table} ENABLE TRIGGER ALL; {}", on.collect::<String>()),
        );
    }
    let of = |what: &str| format!("SELECT {what} FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '{table}'");
    let names = texts(folder, of("name")).await;
    let made = texts(folder, of("sql")).await;
    (
        names.iter().map(|name| format!("DROP TRIGGER {name};")).collect(),
        made.iter().map(|statement| format!("{statement};")).collect(),
    )
}

/// Exchanges columns of the two rows of a table that a condition finds, by the column of its key. Guards are taken away
/// and put back, as whoever covers their tracks would.
async fn exchange(folder: &Path, table: &str, key: &str, columns: &[&str], rows: &str) {
    let (off, on) = guards(folder, table).await;
    let sets: Vec<String> = columns
        .iter()
        .map(|column| format!("{column} = (SELECT k.{column} FROM kept k WHERE k.{key} <> {table}.{key})"))
        .collect();
    let exchanged = format!(
        "CREATE TEMP TABLE kept AS SELECT * FROM {table} WHERE {rows};
         UPDATE {table} SET {} WHERE {key} IN (SELECT {key} FROM kept); DROP TABLE kept;",
        sets.join(", ")
    );
    change(folder, off + &exchanged + &on).await;
}

#[tokio::test]
async fn rows_exchanged_between_sealed_matters_open_nothing_and_are_noticed() {
    let keys = "name IN (SELECT key FROM bodies WHERE position IN (1, 3))";
    let class_keys = "name IN (SELECT key FROM classes WHERE level = 3)";
    let cases: [(&str, &str, &[&str], &str); 13] = [
        ("bodies", "position", &["bytes"], "position IN (1, 3)"),
        ("bodies", "position", &["key"], "position IN (1, 3)"),
        ("bodies", "position", &["key", "bytes"], "position IN (1, 3)"),
        ("bodies", "position", &["key", "salt", "bytes"], "position IN (1, 4)"),
        ("vault", "name", &["wrapped"], keys),
        ("vault", "name", &["wrapped"], class_keys),
        ("shelf", "position", &["class"], "position IN (1, 3)"),
        ("shelf", "position", &["matter"], "position IN (1, 3)"),
        ("shelf", "position", &["class", "matter"], "position IN (1, 3)"),
        (
            "shelf",
            "position",
            &["class", "matter", "kind", "first", "mac"],
            "position IN (1, 3)",
        ),
        ("classes", "class", &["said"], "level = 3"),
        ("classes", "class", &["key", "said"], "level = 3"),
        (
            "readers",
            "reader",
            &["class"],
            "class IN (SELECT class FROM classes WHERE level = 3)",
        ),
    ];
    for (table, key, columns, rows) in cases {
        let (folder, store) = record().await;
        let case = format!("{columns:?} of {table} where {rows}");
        exchange(folder.path(), table, key, columns, rows).await;
        for (own, other) in [(MATTERS[0], MATTERS[1]), (MATTERS[1], MATTERS[0])] {
            for of in [
                Of::All,
                Of::Matters(MATTERS.map(str::to_owned).to_vec()),
                Of::Chain(id(1)),
                Of::Chain(id(2)),
            ] {
                // Damage is said; what is read in spite of it is what the viewer may read.
                if let Ok(read) = store.entries(&assigned(own), of.clone(), None).await {
                    assert!(read.iter().all(|entry| entry.entry.matter != other), "{case}, {of:?}");
                }
            }
        }
        let said = faults(&store).await;
        assert!(!said.contains("the guard"), "{said}");
        assert!(!said.is_empty(), "{case} was exchanged and nothing is said");
    }
}

#[tokio::test]
async fn acts_that_close_a_matter_are_not_taken_for_those_of_another() {
    let (folder, store) = record().await;
    let exchanged = "UPDATE closings SET position = CASE position WHEN 2 THEN 4 ELSE 2 END";
    change(folder.path(), exchanged.to_owned()).await;
    assert!(faults(&store).await.contains("closings"));
    store.rebuild().await.unwrap();
    assert_eq!(faults(&store).await, "");
}
