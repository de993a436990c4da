//! One byte changed, one row taken away, two rows exchanged: verification names the place.

use crate::common::*;
use access::Viewer;
use record::audience::Level;
use record::hex::hex;
use register::outside::Outside;
use register::port::{Of, Store};
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row, SqliteConnection, TypeInfo, ValueRef};
use std::path::Path;
use store::{DATABASE, Sort};

const TABLES: [(&str, &[&str]); 8] = [
    ("heads", &["position"]),
    ("bodies", &["position"]),
    ("erased", &["position"]),
    ("newest", &["one"]),
    ("ticks", &["tick"]),
    ("places", &["position"]),
    ("log_nodes", &["level", "number"]),
    ("checkpoints", &["verifier_key"]),
];

/// Tables by which entries are found; what was changed there, rebuilding mends.
const SHELF: [(&str, &[&str]); 5] = [
    ("shelf", &["position"]),
    ("abouts", &["class", "subject", "position"]),
    ("classes", &["class"]),
    ("readers", &["reader", "class"]),
    ("closings", &["matter", "position"]),
];

/// A record with entries of every level, one of a matter that was narrowed, a correction, three ticks with entries, an erasure,
/// and entries that still wait; closed.
async fn record() -> tempfile::TempDir {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    let narrowed = [restricted(draft(2)), narrowing(7, &draft(2), Level::UnderSeal)];
    append(
        &store,
        [vec![draft(1)], narrowed.to_vec(), vec![sealed(draft(8)), confidential(draft(9))]].concat(),
    )
    .await;
    bench.set("2026-11-25T10:12:00Z");
    store.append(&Viewer::operator(), vec![draft(3)], true).await.unwrap();
    append(&store, vec![correction(4, &draft(1), &id(1)), draft(5)]).await;
    bench.set("2026-11-25T10:21:00Z");
    store.tick_due().await.unwrap();
    let gone = append(&store, vec![sealed(draft(20))]).await;
    erase(&store, 21, &[&gone[0]]).await;
    append(&store, vec![draft(6)]).await;
    assert_eq!(store.verify().await.unwrap().faults, []);
    store.close().await;
    folder
}

fn copy(from: &Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    for name in [DATABASE, "keys.json", "master.key"] {
        std::fs::copy(from.join(name), to.path().join(name)).unwrap();
    }
    to
}

/// The place of the last entry of that record, which waits for its tick.
const LAST: i64 = 12;

/// Where the statements of the triggers are kept while they are taken away.
const GUARDS: &str = "guards.sql";

/// A connection without the triggers and checks that guard the record. [`said`] puts the triggers back, as
/// whoever tampers and covers their tracks would.
async fn raw(folder: &Path) -> SqliteConnection {
    let mut raw = SqliteConnectOptions::new()
        .filename(folder.join(DATABASE))
        .foreign_keys(false)
        .connect()
        .await
        .unwrap();
    sqlx::query("PRAGMA ignore_check_constraints = ON").execute(&mut raw).await.unwrap();
    let triggers: Vec<(String, String)> = sqlx::query_as("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .fetch_all(&mut raw)
        .await
        .unwrap();
    for (trigger, _) in &triggers {
        run(&mut raw, format!("DROP TRIGGER {trigger}")).await;
    }
    let statements: Vec<String> = triggers.into_iter().map(|(_, sql)| sql).collect();
    std::fs::write(folder.join(GUARDS), statements.join(";\n")).unwrap();
    raw
}

/// Puts back the triggers that [`raw`] took away, if it did.
async fn put_back_guards(folder: &Path) {
    let Ok(statements) = std::fs::read_to_string(folder.join(GUARDS)) else {
        return;
    };
    let mut raw = SqliteConnectOptions::new().filename(folder.join(DATABASE)).connect().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(&mut raw).await.unwrap();
    raw.close().await.unwrap();
    std::fs::remove_file(folder.join(GUARDS)).unwrap();
}

async fn run(raw: &mut SqliteConnection, sql: String) {
    sqlx::query(AssertSqlSafe(sql.clone()))
        .execute(raw)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// What opening and verifying says, a line a fault.
async fn said(folder: &Path) -> String {
    put_back_guards(folder).await;
    let store = match try_open_file(folder, Sort::Exercise, &Bench::new(9)).await {
        Ok(store) => store,
        Err(error) => return error.to_string(),
    };
    let said = match store.verify().await {
        Ok(report) => report.faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        Err(error) => error.to_string(),
    };
    store.close().await;
    said
}

/// A value of a row as SQL, and another value of the same kind.
fn literals(row: &SqliteRow, column: &str) -> (String, String) {
    let value = row.try_get_raw(column).unwrap();
    if value.is_null() {
        return ("NULL".into(), "x'00'".into());
    }
    match value.type_info().name() {
        "INTEGER" => {
            let number: i64 = row.get(column);
            (number.to_string(), (number + 1_000).to_string())
        }
        "TEXT" => {
            let text: String = row.get(column);
            let mut changed = text.clone().into_bytes();
            match changed.last_mut() {
                Some(last) => *last ^= 1,
                None => changed.push(b'x'),
            }
            (format!("'{text}'"), format!("'{}'", String::from_utf8(changed).unwrap()))
        }
        "BLOB" => {
            let bytes: Vec<u8> = row.get(column);
            let literal = |bytes: &[u8]| format!("x'{}'", hex(bytes));
            let mut changed = bytes.clone();
            let middle = changed.len() / 2;
            match changed.get_mut(middle) {
                Some(byte) => *byte ^= 1,
                None => changed.push(0),
            }
            (literal(&bytes), literal(&changed))
        }
        other => panic!("{other}"),
    }
}

fn key_of(row: &SqliteRow, key: &[&str]) -> String {
    key.iter()
        .map(|column| format!("{column} = {}", literals(row, column).0))
        .collect::<Vec<_>>()
        .join(" AND ")
}

/// What must be said of a row: one of these.
fn names_of(table: &str, row: &SqliteRow, ids: &[String]) -> Vec<String> {
    let entry = || {
        let position: i64 = row.get("position");
        let own = ids[position as usize].clone();
        // Of an entry that is gone only the gap can be named, or the end.
        vec![
            format!("entry {own}"),
            format!("position {position}:"),
            format!("position {position}\n"),
            "the last 1 entries".into(),
        ]
    };
    match table {
        "newest" => vec!["the newest row".into(), "where the record ends".into()],
        "ticks" => vec![
            format!("tick {}:", row.get::<i64, _>("tick")),
            format!("stands in tick {},", row.get::<i64, _>("tick")),
        ],
        "log_nodes" => vec![format!("log node {}/{}:", row.get::<i64, _>("level"), row.get::<i64, _>("number"))],
        "checkpoints" => vec!["checkpoint under comity-".into()],
        "places" => [entry(), vec![format!("tick {}:", row.get::<i64, _>("tick"))]].concat(),
        _ => entry(),
    }
}

async fn check_named(folder: &Path, sql: &[String], names: &[String]) {
    let copy = copy(folder);
    let mut connection = raw(copy.path()).await;
    for statement in sql {
        run(&mut connection, statement.clone()).await;
    }
    connection.close().await.unwrap();
    let said = said(copy.path()).await;
    assert!(
        names.iter().any(|name| said.contains(name.as_str())),
        "{sql:?}\nshould name one of {names:?} and says:\n{said}"
    );
}

/// Columns and rows of a table, and the ids of entries by position.
async fn look(folder: &Path, table: &str) -> (Vec<String>, Vec<SqliteRow>, Vec<String>) {
    let copy = copy(folder);
    let mut raw = raw(copy.path()).await;
    let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info($1)")
        .bind(table)
        .fetch_all(&mut raw)
        .await
        .unwrap();
    let rows = sqlx::query(AssertSqlSafe(format!("SELECT * FROM {table}")))
        .fetch_all(&mut raw)
        .await
        .unwrap();
    let ids: Vec<Vec<u8>> = sqlx::query_scalar("SELECT id FROM heads ORDER BY position")
        .fetch_all(&mut raw)
        .await
        .unwrap();
    raw.close().await.unwrap();
    (columns, rows, ids.iter().map(|id| hex(id)).collect())
}

#[tokio::test]
async fn a_changed_value_in_any_column_of_any_row_is_found_and_named() {
    let folder = record().await;
    for (table, key) in TABLES {
        let (columns, rows, ids) = look(folder.path(), table).await;
        assert!(!rows.is_empty(), "{table}");
        for row in &rows {
            for column in &columns {
                let (_, changed) = literals(row, column);
                let mut names = names_of(table, row, &ids);
                if table == "heads" && column == "id" {
                    names.push("id in its head is not what its body says".into());
                    // That of the first entry is noticed when the record is opened.
                    names.push("stands under the id".into());
                }
                if column == "position" {
                    // A row that moved leaves a gap, and stands where no entry is.
                    names.extend(["position".into(), "the first entry is missing".into()]);
                }
                let sql = format!("UPDATE {table} SET {column} = {changed} WHERE {}", key_of(row, key));
                check_named(folder.path(), &[sql], &names).await;
            }
        }
    }
}

#[tokio::test]
async fn a_row_that_is_taken_away_is_found_and_named() {
    let folder = record().await;
    for (table, key) in TABLES {
        let (_, rows, ids) = look(folder.path(), table).await;
        for row in &rows {
            let mut names = names_of(table, row, &ids);
            names.push("the first entry is missing".into());
            if table == "ticks" {
                names.push("ticks were put in or taken away".into());
            }
            check_named(folder.path(), &[format!("DELETE FROM {table} WHERE {}", key_of(row, key))], &names).await;
        }
    }
}

#[tokio::test]
async fn two_rows_that_changed_places_are_found_and_one_of_them_named() {
    let folder = record().await;
    for (table, key) in TABLES {
        let (columns, rows, ids) = look(folder.path(), table).await;
        for pair in rows.windows(2) {
            let others: Vec<&String> = columns
                .iter()
                .filter(|column| !key.contains(&column.as_str()) && *column != "id")
                .collect();
            if others.is_empty() {
                continue;
            }
            // Identical rows have nothing to exchange.
            let set = |row: &SqliteRow| {
                others
                    .iter()
                    .map(|c| format!("{c} = {}", literals(row, c).0))
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let (a, b) = (set(&pair[0]), set(&pair[1]));
            if a == b {
                continue;
            }
            let mut sql = Vec::new();
            if table == "places" {
                // Two places cannot be one for a moment: away with both first.
                sql.push(format!("UPDATE places SET place = place + 100000 WHERE {}", key_of(&pair[0], key)));
            }
            sql.push(format!("UPDATE {table} SET {a} WHERE {}", key_of(&pair[1], key)));
            sql.push(format!("UPDATE {table} SET {b} WHERE {}", key_of(&pair[0], key)));
            if table == "places" && pair[0].get::<i64, _>("tick") == pair[1].get::<i64, _>("tick") {
                sql.swap(1, 2);
                sql.insert(
                    1,
                    format!("UPDATE places SET place = place + 200000 WHERE {}", key_of(&pair[1], key)),
                );
            }
            let names = [names_of(table, &pair[0], &ids), names_of(table, &pair[1], &ids)].concat();
            check_named(folder.path(), &sql, &names).await;
        }
    }
}

#[tokio::test]
async fn an_entry_that_was_put_in_by_another_program_is_found() {
    let folder = record().await;
    let insert = [
        format!(
            "INSERT INTO heads SELECT {LAST} + 1, x'00112233445566778899aabbccddeeff', recorded, leaf_hash, running FROM heads WHERE position = {LAST}"
        ),
        format!("INSERT INTO bodies SELECT {LAST} + 1, key, salt, bytes FROM bodies WHERE position = {LAST}"),
    ];
    check_named(folder.path(), &insert, &["entry 00112233445566778899aabbccddeeff".into()]).await;
}

#[tokio::test]
async fn a_tail_that_was_cut_off_with_all_its_traces_is_found() {
    let folder = record().await;
    let cut = ["heads", "bodies", "shelf", "abouts"].map(|table| format!("DELETE FROM {table} WHERE position = {LAST}"));
    check_named(folder.path(), &cut, &["the last 1 entries were taken away".into()]).await;
    // And with the row that says where the record ends, as whoever has the file alone could write it.
    let mut cut = cut.to_vec();
    cut.push(format!("UPDATE newest SET count = {LAST}, running = (SELECT running FROM heads WHERE position = {LAST} - 1), recorded = (SELECT recorded FROM heads WHERE position = {LAST} - 1)"));
    check_named(folder.path(), &cut, &["does not bear its seal".into()]).await;
}

#[tokio::test]
async fn a_guard_that_was_taken_away_is_missed() {
    let folder = record().await;
    let copy = copy(folder.path());
    raw(copy.path()).await.close().await.unwrap();
    std::fs::remove_file(copy.path().join(GUARDS)).unwrap();
    let words = said(copy.path()).await;
    assert!(words.contains("the guard heads_never_change: is missing"), "{words}");
    assert_eq!(said(folder.path()).await, "");
}

#[tokio::test]
async fn a_changed_value_or_a_lost_row_of_the_shelf_is_found_and_mended_by_rebuilding() {
    let folder = record().await;
    for (table, key) in SHELF {
        let (columns, rows, _) = look(folder.path(), table).await;
        assert!(!rows.is_empty(), "{table}");
        let mut statements = Vec::new();
        for row in &rows {
            for column in &columns {
                let changed = literals(row, column).1;
                statements.push(format!("UPDATE {table} SET {column} = {changed} WHERE {}", key_of(row, key)));
            }
            statements.push(format!("DELETE FROM {table} WHERE {}", key_of(row, key)));
        }
        for statement in statements {
            let copy = copy(folder.path());
            let mut raw = raw(copy.path()).await;
            run(&mut raw, statement.clone()).await;
            raw.close().await.unwrap();
            let words = said(copy.path()).await;
            assert!(words.contains("read table "), "{statement}: {words}");
            let store = open_file(copy.path(), Sort::Exercise, &Bench::new(3)).await;
            store.rebuild().await.unwrap();
            assert_eq!(store.verify().await.unwrap().faults, [], "{statement}");
        }
    }
}

#[tokio::test]
async fn a_key_of_sealed_matter_that_was_changed_or_lost_is_found_with_what_it_opened() {
    let folder = record().await;
    let (_, rows, _) = look(folder.path(), "vault").await;
    // That by which words are made, of the confidential matter, two each of the sealed one and of the narrowed one, and of
    // what stays of the one that was erased.
    assert_eq!(rows.len(), 7);
    for row in &rows {
        let name = key_of(row, &["name"]);
        for sql in [
            format!("DELETE FROM vault WHERE {name}"),
            format!("UPDATE vault SET wrapped = {} WHERE {name}", literals(row, "wrapped").1),
        ] {
            let names = [
                "its body cannot be read".into(),
                "master key".into(),
                "by which sealed matter is found".into(),
                "read table classes".into(),
                "a wrapped key does not open".into(),
            ];
            check_named(folder.path(), &[sql], &names).await;
        }
    }
}

#[tokio::test]
async fn changed_read_tables_are_found_and_mended_by_rebuilding() {
    let folder = record().await;
    for (table, key, column) in [
        ("derived", "subject", "rows"),
        ("list_rows", "subject", "since"),
        ("sum_blocks", "scope", "begun"),
        ("sum_days", "scope", "ended"),
        ("names", "token", "token"),
    ] {
        let copy = copy(folder.path());
        let mut raw = raw(copy.path()).await;
        let (_, rows, _) = look(folder.path(), table).await;
        let changed = literals(&rows[0], column).1;
        run(
            &mut raw,
            format!("UPDATE {table} SET {column} = {changed} WHERE {}", key_of(&rows[0], &[key])),
        )
        .await;
        raw.close().await.unwrap();
        let words = said(copy.path()).await;
        assert!(words.contains(&format!("read table {table}")), "{words}");
        let store = open_file(copy.path(), Sort::Exercise, &Bench::new(3)).await;
        store.rebuild().await.unwrap();
        assert_eq!(store.verify().await.unwrap().faults, []);
    }
}

#[tokio::test]
async fn damaged_bytes_are_never_handed_out_and_the_entry_is_named() {
    let folder = record().await;
    let copy = copy(folder.path());
    let mut raw = raw(copy.path()).await;
    run(
        &mut raw,
        "UPDATE bodies SET bytes = CAST(replace(CAST(bytes AS TEXT), '2013', '2014') AS BLOB) WHERE position = 6".into(),
    )
    .await;
    raw.close().await.unwrap();
    let store = open_file(copy.path(), Sort::Exercise, &Bench::new(3)).await;
    let name = format!("entry {}", id(3));
    for error in [
        store.entry(&Viewer::public(), &id(3)).await.unwrap_err(),
        store.entries(&Viewer::public(), Of::All, None).await.unwrap_err(),
        store.proof(&Viewer::public(), &id(3)).await.unwrap_err(),
        store.export(&mut Vec::new()).await.unwrap_err(),
        store
            .append(&Viewer::operator(), vec![correction(9, &draft(3), &id(3))], false)
            .await
            .unwrap_err(),
    ] {
        assert!(
            error.to_string().contains(&name) && error.to_string().contains("damaged"),
            "{error}"
        );
    }
    assert!(
        store.entry(&Viewer::public(), &id(1)).await.unwrap().is_some(),
        "what is whole is still read"
    );
}

/// All that is recorded, as text.
async fn content(folder: &Path) -> Option<Vec<String>> {
    let mut raw = SqliteConnectOptions::new().filename(folder.join(DATABASE)).connect().await.ok()?;
    let mut all = Vec::new();
    for (table, _) in TABLES {
        let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info($1)")
            .bind(table)
            .fetch_all(&mut raw)
            .await
            .ok()?;
        let quoted = columns
            .iter()
            .map(|column| format!("quote({column})"))
            .collect::<Vec<_>>()
            .join(" || ',' || ");
        let sql = format!("SELECT {quoted} FROM {table} NOT INDEXED");
        all.extend(sqlx::query_scalar::<_, String>(AssertSqlSafe(sql)).fetch_all(&mut raw).await.ok()?);
    }
    raw.close().await.ok()?;
    Some(all)
}

/// Gives the last row but one of a table another number in the file, so that its rows no longer stand in the order of their numbers.
/// The table is one whose key is a number, and small: it has one page (https://sqlite.org/fileformat.html, section 1.6).
async fn disorder(folder: &Path, table: &str) {
    let mut reading = SqliteConnectOptions::new().filename(folder.join(DATABASE)).connect().await.unwrap();
    let root = sqlx::query_scalar("SELECT rootpage FROM sqlite_schema WHERE name = $1").bind(table);
    let root: i64 = root.fetch_one(&mut reading).await.unwrap();
    reading.close().await.unwrap();
    let mut file = std::fs::read(folder.join(DATABASE)).unwrap();
    let page = (root as usize - 1) * 4096;
    assert_eq!(file[page], 13, "a leaf of a table");
    let two = |at: usize| usize::from(u16::from_be_bytes([file[page + at], file[page + at + 1]]));
    let cell = page + two(8 + 2 * (two(3) - 2));
    // A cell begins with the length of its row, in one byte or two; its number follows.
    let number = cell + if file[cell] < 0x80 { 1 } else { 2 };
    file[number] |= 0x40;
    std::fs::write(folder.join(DATABASE), file).unwrap();
}

#[tokio::test]
async fn rows_that_do_not_stand_in_their_order_are_named_and_nobody_reads_them_for_ever() {
    for table in ["heads", "ticks"] {
        let folder = record().await;
        disorder(folder.path(), table).await;
        let said = said(folder.path()).await;
        assert!(said.contains(&format!("the table {table} do not stand in the order")), "{said}");
        let store = open_file(folder.path(), Sort::Exercise, &Bench::new(2)).await;
        assert!(store.back_up(&mut Vec::new()).await.is_err(), "{table}");
        assert!(store.export(&mut Vec::new()).await.is_err(), "{table}");
        store.close().await;
    }
}

#[tokio::test]
async fn a_byte_flipped_anywhere_in_the_file_is_found_unless_nothing_recorded_changed() {
    let folder = record().await;
    let file = std::fs::read(folder.path().join(DATABASE)).unwrap();
    let before = content(folder.path()).await.unwrap();
    let chance = Bench::new(77);
    let (mut found, tries) = (0, if std::env::var_os("COMITY_LONG").is_some() { 3_000 } else { 150 });
    for _ in 0..tries {
        let mut draw = [0; 8];
        chance.random(&mut draw);
        let at = (u64::from_be_bytes(draw) % file.len() as u64) as usize;
        let copy = copy(folder.path());
        let mut flipped = file.clone();
        flipped[at] ^= 1 << (draw[0] % 8);
        std::fs::write(copy.path().join(DATABASE), flipped).unwrap();
        let said = said(copy.path()).await;
        if said.is_empty() {
            assert_eq!(content(copy.path()).await.as_ref(), Some(&before), "byte {at}");
        } else {
            found += 1;
        }
    }
    assert!(found > tries / 20, "{found} of {tries}: the flips hit nothing");
}
