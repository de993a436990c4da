//! What PostgreSQL itself refuses, what opening a database on a server refuses, and what is said of it. Needs a
//! server, see `common/folder.rs`.

use crate::common::*;
use access::Viewer;
use record::audience::Level;
use register::port::{Store, StoreError};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::sync::Arc;
use store::{Address, DeskStore, Home, RecordStore, Sort};

const KEPT: [&str; 6] = ["heads", "bodies", "erased", "ticks", "places", "log_nodes"];

/// The server's address; without one the test is skipped by name.
fn needed(test: &str) -> Option<String> {
    let server = server();
    if server.is_none() {
        skipped(test);
    }
    server
}

/// A record with an erasure, entries of every level, one of a matter that was narrowed, a correction, two ticks, and one entry
/// that waits.
async fn record() -> (Folder, Arc<Bench>, RecordStore) {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    // First, so that what comes later stands behind it in the files.
    let gone = append(&store, vec![sealed(draft(20))]).await;
    erase(&store, 21, &[&gone[0]]).await;
    let narrowed = vec![restricted(draft(2)), narrowing(7, &draft(2), Level::UnderSeal)];
    append(
        &store,
        [vec![draft(1)], narrowed, vec![sealed(draft(8)), confidential(draft(9))]].concat(),
    )
    .await;
    bench.set("2026-11-25T10:12:00Z");
    store.append(&Viewer::operator(), vec![draft(3)], true).await.unwrap();
    append(&store, vec![correction(4, &draft(1), &id(1)), draft(5)]).await;
    bench.set("2026-11-25T10:21:00Z");
    store.tick_due().await.unwrap();
    append(&store, vec![draft(6)]).await;
    assert_eq!(store.verify().await.unwrap().faults, []);
    (folder, bench, store)
}

/// Every fault, a line each.
async fn said(store: &RecordStore) -> String {
    match store.verify().await {
        Ok(report) => report.faults.iter().map(|fault| format!("{fault}\n")).collect(),
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn what_is_recorded_cannot_be_updated_deleted_or_emptied_not_even_by_the_owner() {
    let Some(server) = needed("what_is_recorded_cannot_be_updated_…") else {
        return;
    };
    let (folder, _, store) = record().await;
    let mut raw = beside(&server, folder.path()).await;
    for table in KEPT {
        let columns: Vec<String> = sqlx::query_scalar(
            "SELECT column_name::TEXT FROM information_schema.columns WHERE table_schema = 'record' AND table_name = $1",
        )
        .bind(table)
        .fetch_all(&mut raw)
        .await
        .unwrap();
        assert!(!columns.is_empty(), "{table}");
        let updates = columns
            .iter()
            .map(|column| (format!("UPDATE {table} SET {column} = {column}"), "change"));
        let others = [
            (format!("DELETE FROM {table}"), "go"),
            (format!("TRUNCATE {table} CASCADE"), "vanish"),
            (
                format!("SET session_replication_role = replica; DELETE FROM {table}; RESET session_replication_role"),
                "go",
            ),
        ];
        for (statement, word) in updates.chain(others) {
            let error = run(&mut raw, statement.clone()).await.unwrap_err().to_string();
            assert!(
                error.contains("what is recorded in") && error.contains(&format!("does not {word}")),
                "{statement}: {error}"
            );
        }
    }
    assert_eq!(said(&store).await, "");
}

#[tokio::test]
async fn a_guard_that_was_taken_away_switched_off_or_hollowed_out_is_missed() {
    let Some(server) = needed("a_guard_that_was_taken_away_…") else {
        return;
    };
    for (change, names) in [
        (
            "DROP TRIGGER heads_never_change ON heads",
            "the guard heads_never_change: is missing",
        ),
        (
            "ALTER TABLE bodies DISABLE TRIGGER bodies_never_go",
            "the guard bodies_never_go: is missing",
        ),
        (
            "ALTER TABLE ticks ENABLE REPLICA TRIGGER ticks_never_vanish",
            "the guard ticks_never_vanish: is missing",
        ),
        (
            "DROP TRIGGER places_never_go ON places; CREATE TRIGGER places_never_go BEFORE INSERT ON places FOR EACH STATEMENT EXECUTE FUNCTION never('go'); ALTER TABLE places ENABLE ALWAYS TRIGGER places_never_go",
            "the guard places_never_go: is missing",
        ),
        (
            "CREATE OR REPLACE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
            "the guard log_nodes_never_vanish: is missing",
        ),
        (
            "DROP TRIGGER heads_never_change ON heads; CREATE TRIGGER heads_never_change BEFORE UPDATE ON heads FOR EACH STATEMENT WHEN (false) EXECUTE FUNCTION never('change'); ALTER TABLE heads ENABLE ALWAYS TRIGGER heads_never_change",
            "the guard heads_never_change: is missing",
        ),
        (
            "DROP TRIGGER erased_never_change ON erased; CREATE TRIGGER erased_never_change BEFORE UPDATE OF position ON erased FOR EACH STATEMENT EXECUTE FUNCTION never('change'); ALTER TABLE erased ENABLE ALWAYS TRIGGER erased_never_change",
            "the guard erased_never_change: is missing",
        ),
    ] {
        let (folder, _, store) = fresh(Sort::Exercise).await;
        let mut raw = beside(&server, folder.path()).await;
        run(&mut raw, change.to_owned()).await.unwrap();
        let said = said(&store).await;
        assert!(said.contains(names), "{change}: {said}");
    }
}

/// Another value of the same kind.
fn changed(column: &str, kind: &str) -> String {
    match kind {
        "bigint" => format!("{column} # 1024"),
        "bytea" => format!("COALESCE(set_byte({column}, length({column}) / 2, get_byte({column}, length({column}) / 2) # 1), '\\x00')"),
        _ => format!("left({column}, -1) || CASE right({column}, 1) WHEN '~' THEN '#' ELSE '~' END"),
    }
}

#[tokio::test]
async fn a_changed_value_in_any_column_of_any_table_is_found() {
    let Some(server) = needed("a_changed_value_in_any_column_…") else {
        return;
    };
    let (folder, _, store) = record().await;
    let mut raw = beside(&server, folder.path()).await;
    let columns: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT c.table_name::TEXT, c.column_name::TEXT, c.data_type::TEXT FROM information_schema.columns c
         WHERE c.table_schema = 'record' AND c.table_name NOT IN ('version', 'derived_by', 'uncleared') ORDER BY 1, 2",
    )
    .fetch_all(&mut raw)
    .await
    .unwrap();
    assert!(columns.len() > 40, "{}", columns.len());
    for (table, column, kind) in columns {
        // Guards, checks and references are switched off, and on again as whoever covers their tracks would.
        let guards = format!("SELECT tgname::TEXT FROM pg_trigger WHERE tgrelid = '{table}'::REGCLASS AND NOT tgisinternal");
        let guards: Vec<String> = sqlx::query_scalar(AssertSqlSafe(guards)).fetch_all(&mut raw).await.unwrap();
        let on: String = guards
            .iter()
            .map(|guard| format!("ALTER TABLE {table} ENABLE ALWAYS TRIGGER {guard};"))
            .collect();
        let off = format!("CREATE TABLE public.kept AS SELECT * FROM {table}; ALTER TABLE {table} DISABLE TRIGGER ALL;");
        let checks = if table == "newest" {
            "ALTER TABLE newest DROP CONSTRAINT newest_one_check;"
        } else {
            ""
        };
        // The salt of what is encrypted is empty, and of nothing no byte can be flipped.
        let some = if kind == "bytea" {
            format!("WHERE {column} IS NULL OR length({column}) > 0")
        } else {
            String::new()
        };
        let change = format!(
            "UPDATE {table} SET {column} = {} WHERE ctid = (SELECT MAX(ctid) FROM {table} {some});",
            changed(&column, &kind)
        );
        run(
            &mut raw,
            format!("{off} {checks} {change} ALTER TABLE {table} ENABLE TRIGGER ALL; {on}"),
        )
        .await
        .unwrap_or_else(|error| panic!("{table}.{column}: {error}"));
        let words = said(&store).await;
        assert!(!words.is_empty(), "{table}.{column} was changed and nothing is said");
        let checks = if table == "newest" {
            "ALTER TABLE newest ADD CHECK (one = 1);"
        } else {
            ""
        };
        let back = format!(
            "ALTER TABLE {table} DISABLE TRIGGER ALL; DELETE FROM {table}; INSERT INTO {table} SELECT * FROM public.kept;
             DROP TABLE public.kept; ALTER TABLE {table} ENABLE TRIGGER ALL; {on} {checks}"
        );
        run(&mut raw, back).await.unwrap();
    }
    assert_eq!(said(&store).await, "");
}

#[tokio::test]
async fn changed_read_tables_are_mended_by_rebuilding() {
    let Some(server) = needed("changed_read_tables_…") else { return };
    let (folder, _, store) = record().await;
    let mut raw = beside(&server, folder.path()).await;
    run(
        &mut raw,
        "DELETE FROM names; UPDATE sum_days SET begun = begun + 1; UPDATE list_rows SET since = since - 1".to_owned(),
    )
    .await
    .unwrap();
    let words = said(&store).await;
    for table in ["names", "sum_days", "list_rows"] {
        assert!(words.contains(&format!("read table {table}")), "{words}");
    }
    store.rebuild().await.unwrap();
    assert_eq!(said(&store).await, "");
}

#[tokio::test]
async fn texts_are_ordered_by_their_bytes_whatever_the_server_is_used_to() {
    if needed("texts_are_ordered_by_their_bytes_…").is_none() {
        return;
    }
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let mut drafts = Vec::new();
    for (number, key) in (1..).zip(["exercise-b", "exercise-a", "exercise-A", "exercise-_", "exercise-1"]) {
        let mut draft = draft(number);
        draft.about = vec![person(&key.to_lowercase().replace('_', "z"))];
        draft.matter = format!("m{number}");
        draft.body = record::json::Object::new()
            .text("from", "2013-10-02")
            .text("name", format!("{key} é É"));
        drafts.push(draft);
    }
    append(&store, drafts).await;
    let ordered = texts(folder.path(), "SELECT token FROM names ORDER BY token".to_owned()).await;
    let mut by_bytes = ordered.clone();
    by_bytes.sort();
    assert_eq!(ordered, by_bytes);
}

/// What is said when a record is opened that must not be.
async fn refused(home: &Home) -> String {
    match RecordStore::open(home, Sort::Exercise, Bench::new(1), Arc::new(FromBodies)).await {
        Ok(_) => panic!("it was opened"),
        Err(StoreError::Refused(why) | StoreError::Database(why)) => why,
        Err(other) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_database_of_another_program_or_of_a_newer_version_is_refused_and_left_alone() {
    let Some(server) = needed("a_database_of_another_program_…") else {
        return;
    };
    let folder = Folder::new();
    let place = home(folder.path()).await;
    let mut raw = beside(&server, folder.path()).await;
    run(&mut raw, "CREATE TABLE public.other (a BIGINT)".to_owned()).await.unwrap();
    let why = refused(&place).await;
    assert!(why.contains("holds tables of another program"), "{why}");
    let schemas: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM pg_namespace WHERE nspname LIKE 'record%'")
        .fetch_one(&mut raw)
        .await
        .unwrap();
    assert_eq!(schemas, 0, "nothing was made");
    let (folder, _, store) = fresh(Sort::Exercise).await;
    store.close().await;
    let mut raw = beside(&server, folder.path()).await;
    run(&mut raw, "UPDATE version SET version = 4".to_owned()).await.unwrap();
    let why = refused(&home(folder.path()).await).await;
    assert!(why.contains("newer Comity") && why.contains("version 4"), "{why}");
}

#[tokio::test]
async fn keys_and_record_that_do_not_belong_together_are_refused() {
    if needed("keys_and_record_that_do_not_belong_…").is_none() {
        return;
    }
    let (first, second, empty) = (fresh(Sort::Exercise).await, Folder::new(), Folder::new());
    open(second.path(), Sort::Exercise, &Bench::new(2)).await.close().await;
    let own = home(first.0.path()).await;
    let folder = tempfile::tempdir().unwrap();
    let without_keys = Home {
        folder: folder.path().to_owned(),
        ..own.clone()
    };
    let why = refused(&without_keys).await;
    assert!(
        why.contains("keys.json is missing") && why.contains("another server of the same record"),
        "{why}"
    );
    assert!(!folder.path().join("keys.json").exists(), "no new keys are drawn for an old record");
    let of_another = Home {
        folder: second.path().to_owned(),
        ..own.clone()
    };
    let why = refused(&of_another).await;
    assert!(why.contains("does not belong to the record comity-"), "{why}");
    let elsewhere = Home {
        folder: own.folder.clone(),
        database: home(empty.path()).await.database,
        master_key: None,
    };
    let why = refused(&elsewhere).await;
    assert!(
        why.contains("belongs to the record comity-") && why.contains("which is not in the database comity_test_"),
        "{why}"
    );
}

#[tokio::test]
async fn what_is_said_of_a_server_tells_what_to_check_and_never_the_password() {
    let Some(server) = needed("what_is_said_of_a_server_…") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (before, host) = server.rsplit_once('@').unwrap();
    let user = before.trim_start_matches("postgres://").split(':').next().unwrap();
    let said = async |address: String| {
        let address: Address = address.parse().unwrap();
        let shown = format!("{address} {address:?}");
        let home = Home {
            folder: folder.path().to_owned(),
            database: Some(address),
            master_key: None,
        };
        let desk = DeskStore::open(&home).await.err().unwrap();
        format!("{shown} {} {desk}", refused(&home).await)
    };
    for (address, words) in [
        (format!("postgres://{user}:Geheim-7@{host}"), "check the user, the password"),
        (
            format!("{before}@{host}").replace("/postgres", "/comity_test_none"),
            "there is no such database on the server",
        ),
        (
            format!("postgres://{user}:Geheim-7@127.0.0.1:1/comity"),
            "check that the server runs",
        ),
    ] {
        let password = address.split([':', '@']).nth(2).unwrap().to_owned();
        let words_said = said(address).await;
        assert!(words_said.contains(words), "{words_said}");
        assert!(!words_said.contains(&password), "{words_said}");
    }
}

#[test]
fn an_address_that_cannot_be_read_is_refused_without_saying_it() {
    for (address, words) in [
        ("mysql://a:Geheim-7@host/db", "does not begin with postgres://"),
        ("/var/lib/record.sqlite", "the folder with --data"),
        ("postgres://a:Geheim-7@host:port/db", "cannot be read"),
        ("postgres://a:Geheim-7@host:5432", "names no database"),
        ("postgres://a:Geheim-7@host/db?sslmode=Geheim-7", "cannot be read"),
    ] {
        let error = address.parse::<Address>().unwrap_err().to_string();
        assert!(error.contains(words), "{address}: {error}");
        assert!(!error.contains("Geheim-7"), "{error}");
    }
}

#[tokio::test]
async fn a_server_that_acknowledges_before_it_writes_does_so_for_others_only() {
    let Some(server) = needed("a_server_that_acknowledges_before_it_writes_…") else {
        return;
    };
    let folder = Folder::new();
    home(folder.path()).await;
    let name = database_of(folder.path());
    let mut admin = PgConnection::connect(&server).await.unwrap();
    run(&mut admin, format!("ALTER DATABASE {name} SET synchronous_commit = off"))
        .await
        .unwrap();
    let store = open(folder.path(), Sort::Exercise, &Bench::new(1)).await;
    let mut raw = beside(&server, folder.path()).await;
    // The setting is noted down as each transaction sees it.
    run(
        &mut raw,
        "CREATE TABLE public.seen (setting TEXT);
         CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN INSERT INTO public.seen VALUES (current_setting(''synchronous_commit'')); RETURN NULL; END';
         CREATE TRIGGER note AFTER INSERT ON heads FOR EACH STATEMENT EXECUTE FUNCTION public.note()"
            .to_owned(),
    )
    .await
    .unwrap();
    append(&store, vec![draft(1)]).await;
    let seen: Vec<String> = sqlx::query_scalar("SELECT setting FROM public.seen")
        .fetch_all(&mut raw)
        .await
        .unwrap();
    assert_eq!(seen, ["on"]);
}
