//! What the database itself refuses, and what opening refuses.

use crate::common::*;
use access::Viewer;
use register::audit::Audit;
use register::port::{Of, Store, StoreError};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use std::path::Path;
use std::sync::Arc;
use store::{DATABASE, DeskStore, Home, Sort};

/// A connection as any other program might open it, but for `recursive_triggers`.
async fn raw(folder: &Path, recursive: &'static str) -> SqliteConnection {
    SqliteConnectOptions::new()
        .filename(folder.join(DATABASE))
        .foreign_keys(false)
        .pragma("recursive_triggers", recursive)
        .connect()
        .await
        .unwrap()
}

#[tokio::test]
async fn what_is_recorded_cannot_be_updated_deleted_or_replaced() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    let gone = append(&store, vec![draft(1), sealed(draft(2))]).await;
    erase(&store, 3, &[&gone[1]]).await;
    bench.set("2026-11-25T10:10:00Z");
    store.tick_due().await.unwrap();
    let mut raw = raw(folder.path(), "ON").await;
    for table in ["heads", "bodies", "erased", "ticks", "places", "log_nodes"] {
        let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info($1)")
            .bind(table)
            .fetch_all(&mut raw)
            .await
            .unwrap();
        for column in columns {
            let update = format!("UPDATE {table} SET {column} = {column}");
            let error = sqlx::query(sqlx::AssertSqlSafe(update)).execute(&mut raw).await.unwrap_err();
            assert!(
                error.to_string().contains(&format!("recorded in {table} does not change")),
                "{error}"
            );
        }
        for statement in [
            format!("DELETE FROM {table}"),
            format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
        ] {
            let error = sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut raw).await.unwrap_err();
            assert!(error.to_string().contains(&format!("recorded in {table} does not go")), "{error}");
        }
    }
    assert_eq!(store.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn a_guard_that_was_made_anew_to_guard_nothing_is_named() {
    let (folder, _, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    let mut raw = raw(folder.path(), "ON").await;
    let made: Vec<(String, String)> = sqlx::query_as("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
        .fetch_all(&mut raw)
        .await
        .unwrap();
    assert_eq!(made.len(), 13);
    for (name, sql) in made {
        let idle = match sql.contains(" WHEN NOT (") {
            true => sql.replace(" WHEN NOT (", " WHEN 0 AND NOT ("),
            false => sql.replacen("BEGIN SELECT", "WHEN 0 BEGIN SELECT", 1),
        };
        assert_ne!(idle, sql);
        let mut anew = async |sql: &str| {
            let statements = format!("DROP TRIGGER {name}; {sql};");
            sqlx::raw_sql(sqlx::AssertSqlSafe(statements)).execute(&mut raw).await.unwrap();
            store.verify().await.unwrap().faults
        };
        let faults = anew(&idle).await;
        assert_eq!(
            faults.iter().map(|fault| fault.place.clone()).collect::<Vec<_>>(),
            [format!("the guard {name}")]
        );
        assert_eq!(anew(&sql).await, []);
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_and_left_alone() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    store.close().await;
    let mut raw = raw(folder.path(), "ON").await;
    sqlx::query("PRAGMA user_version = 4").execute(&mut raw).await.unwrap();
    raw.close().await.unwrap();
    let before = std::fs::read(folder.path().join(DATABASE)).unwrap();
    let error = refused_opening(folder.path(), &bench).await;
    assert!(error.contains("newer Comity") && error.contains("version 4"), "{error}");
    assert_eq!(std::fs::read(folder.path().join(DATABASE)).unwrap(), before);
}

#[tokio::test]
async fn a_database_of_another_program_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(DATABASE);
    let mut other = SqliteConnectOptions::new()
        .filename(&path)
        .create_if_missing(true)
        .connect()
        .await
        .unwrap();
    sqlx::query("CREATE TABLE other (a)").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    let error = refused_opening(folder.path(), &Bench::new(1)).await;
    assert!(error.contains("another program"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_named_as_damaged() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(DATABASE), [b'x'; 5000]).unwrap();
    let error = refused_opening(folder.path(), &Bench::new(1)).await;
    assert!(error.contains("damaged"), "{error}");
}

/// Overwrites the last byte of the first such word in a file.
fn spoil(file: &Path, word: &str) {
    let mut bytes = std::fs::read(file).unwrap();
    let at = bytes.windows(word.len()).position(|there| there == word.as_bytes()).unwrap();
    bytes[at + word.len() - 1] |= 0x80;
    std::fs::write(file, bytes).unwrap();
}

#[tokio::test]
async fn a_file_whose_tables_are_not_defined_in_text_is_named_as_damaged_and_nobody_waits_for_ever() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    let audit = store.audit();
    audit.write(&[restored_event()]).await.unwrap();
    store.close().await;
    DeskStore::open(&folder.path().into()).await.unwrap();
    spoil(&folder.path().join("audit.sqlite"), "INTEGER");
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    let error = store.audit().verify().await.unwrap_err().to_string();
    assert!(error.contains("damaged") && error.contains("no text"), "{error}");
    store.close().await;
    spoil(&folder.path().join("desk.sqlite"), " TEXT");
    let error = DeskStore::open(&folder.path().into()).await.err().unwrap().to_string();
    assert!(error.contains("damaged") && error.contains("no text"), "{error}");
    for word in ["CREATE TABLE heads", "INTEGER"] {
        let copy = tempfile::tempdir().unwrap();
        for name in [DATABASE, "keys.json", "master.key"] {
            std::fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
        }
        spoil(&copy.path().join(DATABASE), word);
        let error = refused_opening(copy.path(), &bench).await;
        assert!(error.contains("damaged"), "{word}: {error}");
    }
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_a_fault_and_not_a_shorter_answer() {
    let (folder, _, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    let operator = Viewer::operator();
    let mut tampering = raw(folder.path(), "ON").await;
    let spoilt = "PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = CAST(REPLACE(CAST(sql AS BLOB), CAST('BLOB' AS BLOB), x'424C4FFF') AS TEXT) WHERE type = 'table';
      PRAGMA schema_version = 1000";
    sqlx::raw_sql(spoilt).execute(&mut tampering).await.unwrap();
    tampering.close().await.unwrap();
    // What was read of the file before still stands; what is read of it anew is not what its columns were declared as.
    let mut faults = Vec::new();
    let matter = draft(1).matter;
    for of in [Of::All, Of::Matters(vec![matter]), Of::Kinds(vec!["warrant.issued".into()])] {
        match store.entries(&operator, of, None).await {
            Ok(entries) => assert!(!entries.is_empty(), "an answer that was cut off"),
            Err(fault) => faults.push(fault.to_string()),
        }
    }
    assert!(faults.iter().any(|fault| fault.contains("SQLite stopped")), "{faults:?}");
    let written = store.append(&operator, vec![draft(2)], false).await.is_ok();
    // Nobody waits for a thread that is gone.
    store.close().await;
    let mut raw = raw(folder.path(), "ON").await;
    let there: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM heads").fetch_one(&mut raw).await.unwrap();
    assert_eq!(there, if written { 3 } else { 2 });
}

#[tokio::test]
async fn a_record_without_its_keys_or_with_those_of_another_is_refused() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    store.close().await;
    let keys = folder.path().join("keys.json");
    let own = std::fs::read(&keys).unwrap();
    std::fs::remove_file(&keys).unwrap();
    let error = refused_opening(folder.path(), &bench).await;
    assert!(error.contains("keys.json is missing"), "{error}");
    assert!(!keys.exists(), "no new keys are drawn for an old record");
    let other = tempfile::tempdir().unwrap();
    open_file(other.path(), Sort::Exercise, &Bench::new(2)).await.close().await;
    std::fs::copy(other.path().join("keys.json"), &keys).unwrap();
    let error = refused_opening(folder.path(), &bench).await;
    assert!(error.contains("does not belong to the record"), "{error}");
    std::fs::write(&keys, &own[..own.len() / 2]).unwrap();
    let error = refused_opening(folder.path(), &bench).await;
    assert!(error.contains("cannot be read"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn the_keys_can_be_read_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("comity-data");
    open_file(&folder, Sort::Exercise, &Bench::new(1)).await;
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder.join("keys.json")), 0o600);
    assert_eq!(mode(&folder), 0o700);
}

#[cfg(unix)]
#[tokio::test]
async fn files_that_others_may_read_are_closed_to_them_at_opening() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    drop(DeskStore::open(&Home::from(folder.path())).await.unwrap());
    append(&store, vec![draft(1)]).await;
    let files = ["record.sqlite", "record.sqlite-wal", "record.sqlite-shm", "desk.sqlite"].map(|name| folder.path().join(name));
    for file in &files {
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o644)).unwrap();
    }
    open_file(folder.path(), Sort::Exercise, &bench).await;
    drop(DeskStore::open(&Home::from(folder.path())).await.unwrap());
    for file in &files {
        let mode = std::fs::metadata(file).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.display());
    }
}

#[tokio::test]
async fn many_who_open_a_new_folder_at_once_begin_one_record() {
    let folder = tempfile::tempdir().unwrap();
    let mut tasks = Vec::new();
    for seed in 0..8 {
        let path = folder.path().to_owned();
        tasks.push(tokio::spawn(async move {
            open_file(&path, Sort::Exercise, &Bench::new(seed)).await.verifier_key_text()
        }));
    }
    let mut keys = Vec::new();
    for task in tasks {
        keys.push(task.await.unwrap());
    }
    keys.dedup();
    assert_eq!(keys.len(), 1);
}

#[tokio::test]
async fn a_record_is_opened_and_read_while_another_process_writes() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    let mut raw = raw(folder.path(), "ON").await;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut raw).await.unwrap();
    let reader = tokio::time::timeout(std::time::Duration::from_secs(5), open_file(folder.path(), Sort::Exercise, &bench))
        .await
        .unwrap();
    assert!(reader.entry(&Viewer::public(), &id(1)).await.unwrap().is_some());
    sqlx::query("ROLLBACK").execute(&mut raw).await.unwrap();
}

async fn refused_opening(folder: &Path, bench: &Arc<Bench>) -> String {
    match try_open_file(folder, Sort::Exercise, bench).await {
        Ok(_) => panic!("the folder was opened"),
        Err(error @ (StoreError::Refused(_) | StoreError::Damaged(_))) => error.to_string(),
        Err(other) => panic!("{other:?}"),
    }
}
