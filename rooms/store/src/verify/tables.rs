//! The read tables against what the entries say, derived anew beside them.

use super::Faults;
use crate::database::{Place, Pool};
use crate::fail::Failure;
use crate::schema::READ_TABLES;
use crate::sql::{Dialect, Row, Statement};
use crate::{RecordStore, schema, tables};

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
    tables::derive_all(link, &*store.derive).await?;
    for (table, columns) in READ_TABLES {
        for (from, without, what) in [
            (lasting, temporary, "stands there and does not follow from the entries"),
            (temporary, lasting, "follows from the entries and does not stand there"),
        ] {
            let differ = Statement::new(&format!(
                "SELECT {columns} FROM {from}.{table} EXCEPT SELECT {columns} FROM {without}.{table} LIMIT {NAMED}"
            ));
            for row in differ.build().fetch_all(link).await? {
                faults.at(
                    format!("read table {table}"),
                    format!("a row {}{what}; `comity record rebuild` mends it", about(&row)),
                );
            }
        }
    }
    link.run("ROLLBACK").await
}

/// Whom a row is about, where it is about somebody.
fn about(row: &Row) -> String {
    row.try_get::<String>("subject")
        .map_or_else(|_| String::new(), |subject| format!("about {subject} "))
}
