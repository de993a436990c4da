//! The read tables against what the entries say, derived anew beside them.

use super::Faults;
use crate::fail::Failure;
use crate::schema::READ_TABLES;
use crate::{SqliteStore, schema, tables};
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Connection, Row};

/// How many rows of a table are named: one command mends them all.
const NAMED: i64 = 3;

/// Derives all rows into temporary tables, which go with their connection, and compares.
pub(super) async fn check(store: &SqliteStore, faults: &mut Faults) -> Result<(), Failure> {
    let mut connection = store.connections.beside().await?;
    // Temporary tables come before others of the same name, so the same statements fill them.
    schema::create_temporary_read_tables(&mut connection).await?;
    let mut transaction = connection.begin().await?;
    tables::derive_all(&mut transaction, &*store.derive).await?;
    for (table, columns) in READ_TABLES {
        for (from, without, what) in [
            ("main", "temp", "stands there and does not follow from the entries"),
            ("temp", "main", "follows from the entries and does not stand there"),
        ] {
            let sql = format!("SELECT {columns} FROM {from}.{table} EXCEPT SELECT {columns} FROM {without}.{table} LIMIT {NAMED}");
            for row in sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *transaction).await? {
                faults.at(
                    format!("read table {table}"),
                    format!("a row {}{what}; `comity record rebuild` mends it", about(&row)),
                );
            }
        }
    }
    transaction.rollback().await?;
    connection.close().await?;
    Ok(())
}

/// Whom a row is about, where it is about somebody.
fn about(row: &SqliteRow) -> String {
    row.try_get::<String, _>("subject")
        .map_or_else(|_| String::new(), |subject| format!("about {subject} "))
}
