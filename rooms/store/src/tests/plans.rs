//! How the database finds its rows: by an index, whatever is asked, and never by going through a table.

use super::common::*;
use crate::database::Pool;
use crate::filter::Group;
use crate::names::{self, Alive};
use crate::shelf::Words;
use crate::sql::Dialect;
use crate::{RecordStore, Sort, lists, read, steps, sums, tables};
use jiff::civil::date;
use record::entry::Subject;
use register::port::{Of, PERSONS, STATES};
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Row, Sqlite, SqliteConnection};

/// A connection that reads the file of a record.
async fn sqlite(store: &RecordStore) -> PoolConnection<Sqlite> {
    let Pool::Sqlite(pool) = &store.database.read else {
        panic!("it lies in a file")
    };
    pool.acquire().await.unwrap()
}

/// The lines of a statement's plan.
async fn plan(connection: &mut SqliteConnection, sql: &str) -> Vec<String> {
    let rows = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
        .fetch_all(connection)
        .await
        .unwrap();
    rows.iter().map(|row| row.get("detail")).collect()
}

/// Asserts that no line goes through a whole table, and that one searches with the given key.
async fn check(connection: &mut SqliteConnection, what: &str, sql: &str, searches: &str) {
    let plan = plan(connection, sql).await;
    // These and constant rows are what is asked, or results of other lines, each of which is looked at.
    let own = ["SCAN sums", "SCAN CONSTANT", "SCAN lead", "SCAN few", "SCAN found", "SCAN blocks"];
    let scans: Vec<&String> = plan
        .iter()
        .filter(|line| line.starts_with("SCAN ") && !line.ends_with(" VALUES CLAUSE") && !own.iter().any(|own| line.starts_with(own)))
        .collect();
    assert!(scans.is_empty(), "{what} goes through a table: {plan:#?}");
    assert!(plan.iter().any(|line| line.contains(searches)), "{what}: {plan:#?}");
}

#[tokio::test]
async fn lists_counts_steps_and_names_are_found_by_index_alone() {
    let (_folder, _, store) = fresh_file(Sort::Exercise).await;
    let mut connection = sqlite(&store).await;
    let rows = "USING PRIMARY KEY (hindsight=? AND list=? AND scope=? AND block=? AND (since,subject)>(?,?)";
    check(&mut connection, "list", &lists::LIST, rows).await;
    let inner = plan(&mut connection, &lists::LIST).await;
    let searches = inner.iter().filter(|line| line.contains("SEARCH list_rows")).count();
    assert_eq!(searches, 1 + crate::day::BLOCKS_OF_A_DAY);
    assert!(
        !inner.iter().any(|line| line.contains("TEMP B-TREE")),
        "a page is merged, not sorted: {inner:#?}"
    );
    check(&mut connection, "how many", &lists::HOW_MANY, rows).await;
    let by_block = "sum_days USING PRIMARY KEY (hindsight=? AND list=? AND block=? AND scope>? AND scope<?)";
    check(&mut connection, "counts", sums::COUNTS, by_block).await;
    check(
        &mut connection,
        "steps",
        steps::STEPS,
        "d USING PRIMARY KEY (hindsight=? AND list=? AND block=? AND scope=?)",
    )
    .await;
    check(
        &mut connection,
        "changes",
        sums::CHANGES,
        "d USING PRIMARY KEY (hindsight=? AND list=? AND block=? AND scope=? AND day>? AND day<?)",
    )
    .await;
    let shares = names::shares_statement(&["exer", "t"]);
    let by_token = "names USING PRIMARY KEY (token>? AND token<?)";
    check(&mut connection, "shares", shares.text(), by_token).await;
    for (leads, others) in [(vec!["exer"], vec!["t"]), (vec!["exer", "ex"], vec!["t", "u"])] {
        let way = |sort| Alive {
            sort,
            words: vec![leads.clone(), others.clone()],
        };
        let names = names::names_statement(&[(0, way(STATES)), (3, way(PERSONS))], false, date(2013, 10, 2), 20);
        check(&mut connection, "names", names.text(), "n USING PRIMARY KEY (token>? AND token<?)").await;
        // What the first word found is looked up one by one, and leads before the others.
        let plan = plan(&mut connection, names.text()).await;
        let of_others = |line: &&String| line.contains("SEARCH m ");
        assert_eq!(plan.iter().filter(of_others).count(), 2, "{plan:#?}");
        for line in plan.iter().filter(of_others) {
            assert!(line.contains("names_by_subject (subject=?"), "{plan:#?}");
        }
        assert_eq!(
            plan.iter().filter(|line| line.contains("CORRELATED SCALAR SUBQUERY")).count(),
            2,
            "{plan:#?}"
        );
    }
}

/// So many different texts: a few, and as many as one statement lists, since the database weighs its ways by
/// their number.
fn texts(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("exercise-{number}")).collect()
}

const COUNTS: [usize; 3] = [1, 2, read::CHUNK];

#[tokio::test]
async fn entries_are_found_by_index_with_the_audience_first() {
    let (_folder, _, store) = fresh_file(Sort::Exercise).await;
    let mut connection = sqlite(&store).await;
    let states = |count| texts(count).into_iter().map(Subject::State).collect();
    let mut asked = vec![
        (Of::Chain(id(1)), "shelf_by_chain (class=? AND first=?)"),
        (Of::All, "shelf_by_class (class=?)"),
    ];
    for count in COUNTS {
        asked.push((Of::Matters(texts(count)), "shelf_by_matter (class=? AND matter=?)"));
        asked.push((Of::Kinds(texts(count)), "shelf_by_kind (class=? AND kind=?)"));
        asked.push((Of::About(states(count)), "o USING PRIMARY KEY (class=? AND subject=?)"));
    }
    for classes in [vec![0], vec![0, 1, 2]] {
        let group = Group {
            words: Words::Clear,
            classes,
            matters: None,
        };
        for count in COUNTS {
            let ids: Vec<_> = (0..count).map(|number| id(number as u64)).collect();
            let found = read::with_ids(&group, &ids);
            let by_id = "i USING COVERING INDEX sqlite_autoindex_heads_1 (id=?)";
            check(&mut connection, "ids", found.text(), by_id).await;
        }
        for (of, searches) in &asked {
            for known_by in [None, Some("2026-01-01T00:00:00Z".parse().unwrap())] {
                for query in read::statements(&store.vault, &group, of, known_by) {
                    check(&mut connection, &format!("{of:?}"), query.text(), searches).await;
                }
            }
        }
    }
}

#[tokio::test]
async fn the_newest_entries_are_found_from_the_end_without_sorting() {
    let (_folder, _, store) = fresh_file(Sort::Exercise).await;
    let mut connection = sqlite(&store).await;
    for (before, searches) in [
        (None, "shelf_by_class (class=?)"),
        (Some(9), "shelf_by_class (class=? AND position<?)"),
    ] {
        let query = read::latest_statement(
            Dialect::Sqlite,
            0,
            Some(vec!["finding.made".into(), "law.enacted".into()]),
            before,
            50,
        );
        let sql = query.text();
        check(&mut connection, "latest", sql, searches).await;
        let lines = plan(&mut connection, sql).await;
        assert!(!lines.iter().any(|line| line.contains("TEMP B-TREE")), "{lines:#?}");
    }
    let last = read::last_statement(Dialect::Sqlite, 0);
    check(&mut connection, "last", last.text(), "shelf_by_class (class=?)").await;
    let lines = plan(&mut connection, last.text()).await;
    assert!(!lines.iter().any(|line| line.contains("TEMP B-TREE")), "{lines:#?}");
}

#[tokio::test]
async fn units_and_their_entries_are_found_by_index() {
    let (_folder, _, store) = fresh_file(Sort::Exercise).await;
    let mut connection = sqlite(&store).await;
    let subjects = "a USING PRIMARY KEY (class=? AND subject>? AND subject<?)";
    let matters = "shelf_by_matter (class=? AND matter>? AND matter<?)";
    check(&mut connection, "subjects", tables::subjects(STATES).text(), subjects).await;
    check(&mut connection, "matters", tables::matters("law-").text(), matters).await;
    for count in COUNTS {
        let about = "a USING PRIMARY KEY (class=? AND subject=? AND position<?)";
        let within = "shelf_by_matter (class=? AND matter=? AND position<?)";
        check(&mut connection, "about", tables::about(&texts(count), 9).text(), about).await;
        check(&mut connection, "within", tables::within(&texts(count), 9).text(), within).await;
    }
}
