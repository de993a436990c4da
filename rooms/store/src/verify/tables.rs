//! The read tables against what the entries say, derived anew beside them.

use super::Faults;
use crate::database::{Place, Pool};
use crate::fail::Failure;
use crate::schema::READ_TABLES;
use crate::shelf;
use crate::sql::{Dialect, Link, Row, Statement};
use crate::{RecordStore, schema, tables};
use register::port::StoreError;

/// How many rows of a table are named: one command mends them all.
const NAMED: i64 = 3;

/// Derives all rows into temporary tables, which go with their connection, and compares.
pub(super) async fn check(store: &RecordStore, faults: &mut Faults) -> Result<(), Failure> {
    let beside = store.database.beside();
    let checked = check_beside(store, &beside, faults).await;
    beside.close().await;
    checked
}

async fn check_beside(store: &RecordStore, beside: &Pool, faults: &mut Faults) -> Result<(), Failure> {
    let mut held = beside.hold().await?;
    let link = &mut held.link();
    // Temporary tables come before others of the same name, so the same statements fill them.
    let (lasting, temporary) = match &store.database.place {
        Place::File(_) => ("main", "temp"),
        Place::Server(_, schema) => (schema.name(), "pg_temp"),
    };
    match link.dialect() {
        Dialect::Sqlite => {
            schema::create_temporary_read_tables(link).await?;
            link.run("BEGIN").await?;
        }
        Dialect::Postgres => {
            link.run("BEGIN ISOLATION LEVEL REPEATABLE READ").await?;
            schema::create_temporary_read_tables(link).await?;
        }
    }
    store.shelver().shelve_all(link).await?;
    tables::derive_all(link, &store.vault, &*store.derive).await?;
    classes(link, store, lasting, faults).await?;
    for (table, select) in SHELF {
        let from = |place: &str| select.replace("{}", place);
        differences(link, table, (from(lasting), from(temporary)), faults).await?;
    }
    for (table, columns) in READ_TABLES {
        let from = |place: &str| format!("SELECT {columns} FROM {place}.{table}");
        differences(link, table, (from(lasting), from(temporary)), faults).await?;
    }
    link.run("ROLLBACK").await
}

/// The tables of the shelf, each with what is compared of it; `{}` stands for where it lies. Classes are told by their
/// tags, since their numbers say only in which order they were met.
const SHELF: [(&str, &str); 4] = [
    (
        "shelf",
        "SELECT s.position, CASE s.class WHEN 0 THEN 1 ELSE 0 END AS public, c.tag, s.matter, s.kind, s.first, s.mac
         FROM {}.shelf s LEFT JOIN {}.classes c ON c.class = s.class",
    ),
    (
        "abouts",
        "SELECT a.position, CASE a.class WHEN 0 THEN 1 ELSE 0 END AS public, c.tag, a.subject
         FROM {}.abouts a LEFT JOIN {}.classes c ON c.class = a.class",
    ),
    (
        "readers",
        "SELECT r.reader, c.tag FROM {}.readers r LEFT JOIN {}.classes c ON c.class = r.class",
    ),
    ("closings", "SELECT c.matter, c.position FROM {}.closings c"),
];

/// Names rows that stand in one of two places alone.
async fn differences(link: &mut Link<'_>, table: &str, (lasting, derived): (String, String), faults: &mut Faults) -> Result<(), Failure> {
    for (from, without, what) in [
        (&lasting, &derived, "stands there and does not follow from the entries"),
        (&derived, &lasting, "follows from the entries and does not stand there"),
    ] {
        let differ = Statement::new(&format!("{from} EXCEPT {without} LIMIT {NAMED}"));
        for row in differ.build().fetch_all(link).await? {
            faults.at(
                format!("read table {table}"),
                format!("a row {}{what}; `comity record rebuild` mends it", about(&row)),
            );
        }
    }
    Ok(())
}

/// Every class says what its tag stands for.
async fn classes(link: &mut Link<'_>, store: &RecordStore, lasting: &str, faults: &mut Faults) -> Result<(), Failure> {
    let all = Statement::new(&format!(
        "SELECT class, tag, level, key, said FROM {lasting}.classes ORDER BY class"
    ));
    for row in all.build().fetch_all(link).await? {
        let number: i64 = row.try_get("class")?;
        let tag: Vec<u8> = row.try_get("tag")?;
        let read = shelf::classes_of(link, &store.vault, std::slice::from_ref(&row))
            .await
            .map_err(StoreError::from);
        let holds = match read {
            Ok(read) => read.first().is_some_and(|class| class.tag(&store.vault) == tag),
            Err(StoreError::Damaged(_)) => false,
            Err(other) => return Err(other.into()),
        };
        if !holds {
            faults.at(
                "read table classes",
                format!("class {number} does not say what it was made for; `comity record rebuild` mends it"),
            );
        }
    }
    Ok(())
}

/// Whom a row is about, where it is about somebody.
fn about(row: &Row) -> String {
    row.try_get::<String>("subject")
        .map_or_else(|_| String::new(), |subject| format!("about {subject} "))
}
