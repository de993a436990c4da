//! How PostgreSQL finds rows: by an index, whatever is asked, on a record that is large enough for it to matter.

use super::common::*;
use crate::database::Held;
use crate::filter::Group;
use crate::names::{self, Alive};
use crate::shelf::Words;
use crate::sql::{Dialect, numbered};
use crate::{Sort, lists, read, steps, sums, tables};
use access::Viewer;
use jiff::civil::date;
use record::entry::Subject;
use register::port::{Of, PERSONS, STATES, Store};
use sqlx::{AssertSqlSafe, PgConnection, Row};

/// The lines of the plan that serves a statement whatever its values are.
async fn plan(connection: &mut PgConnection, sql: &str) -> String {
    let values = (1..2_000).take_while(|number| sql.contains(&format!("${number}"))).count();
    let nothing = vec!["NULL"; values].join(", ");
    run(
        connection,
        format!("SET plan_cache_mode = force_generic_plan; PREPARE asked AS {sql}"),
    )
    .await
    .unwrap();
    let rows = sqlx::query(AssertSqlSafe(format!("EXPLAIN EXECUTE asked({nothing})")))
        .persistent(false)
        .fetch_all(&mut *connection)
        .await
        .unwrap();
    run(connection, "DEALLOCATE asked".to_owned()).await.unwrap();
    rows.iter().map(|row| format!("{}\n", row.get::<String, _>(0))).collect()
}

/// Asserts that no line goes through a whole table, and that one searches with the given index.
async fn check(connection: &mut PgConnection, what: &str, sql: &str, index: &str) {
    let plan = plan(connection, &numbered(sql)).await;
    assert!(!plan.contains("Seq Scan"), "{what} goes through a table:\n{plan}");
    assert!(plan.contains(index), "{what}:\n{plan}");
}

#[tokio::test]
async fn what_views_ask_is_found_by_index() {
    if server().is_none() {
        return skipped("what_views_ask_is_found_by_index");
    }
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let drafts = (1..5_000).map(|number| {
        let mut draft = draft(number);
        draft.matter = format!("exercise-{number:04}-1");
        draft.about = vec![person(&format!("exercise-{number:04}"))];
        if number % 3 == 0 { restricted(draft) } else { draft }
    });
    store.append(&Viewer::operator(), drafts.collect(), false).await.unwrap();
    store.rebuild().await.unwrap();
    let mut held = store.database.read.hold().await.unwrap();
    let Held::Postgres(connection, _) = &mut held else {
        panic!("it lies on a server")
    };
    check(connection, "list", &lists::LIST, "list_rows_pkey").await;
    check(connection, "how many", &lists::HOW_MANY, "list_rows_pkey").await;
    check(connection, "counts", sums::COUNTS, "sum_days_pkey").await;
    check(connection, "steps", steps::STEPS, "sum_days_pkey").await;
    check(connection, "changes", sums::CHANGES, "sum_days_pkey").await;
    let shares = names::shares_statement(&["exer", "pers"]);
    check(connection, "shares", shares.text(), "names_pkey").await;
    for (leads, others) in [(vec!["exer"], vec!["pers"]), (vec!["exer", "e"], vec!["pers", "p"])] {
        let way = |sort| Alive {
            sort,
            words: vec![leads.clone(), others.clone()],
        };
        let names = names::names_statement(&[(0, way(STATES)), (3, way(PERSONS))], false, date(2013, 10, 2), 20);
        check(connection, "names", names.text(), "names_pkey").await;
        check(connection, "names", names.text(), "names_by_subject").await;
    }
    let public = Group {
        words: Words::Clear,
        classes: vec![0],
        matters: None,
    };
    check(connection, "heads", read::with_ids(&public, &[id(1), id(2)]).text(), "heads_id_key").await;
    for (of, index) in [
        (Of::Chain(id(1)), "shelf_by_chain"),
        (Of::Matters(vec!["exercise-0001-1".into()]), "shelf_by_matter"),
        (Of::About(vec![Subject::Person("exercise-0001".into())]), "abouts_pkey"),
    ] {
        for query in read::statements(&store.vault, &public, &of, None) {
            check(connection, &format!("{of:?}"), query.text(), index).await;
        }
    }
    let latest = read::latest_statement(Dialect::Postgres, 0, Some(vec!["finding.made".into()]), Some(9), 50);
    check(connection, "latest", latest.text(), "shelf_by_class").await;
    let last = read::last_statement(Dialect::Postgres, 0);
    check(connection, "last", last.text(), "shelf_by_class").await;
    let texts = ["exercise-1".to_owned(), "exercise-2".to_owned()];
    check(connection, "about", tables::about(&texts, 9).text(), "abouts_pkey").await;
    check(connection, "within", tables::within(&texts, 9).text(), "shelf_by_matter").await;
}
