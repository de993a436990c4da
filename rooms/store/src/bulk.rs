//! Many rows in few statements.

use crate::fail::Failure;
use crate::sql::{Cells, Link, Statement};

/// How many rows one statement holds, while there are so many; fewer than the last stand in one of their
/// own. So there are few statements, each prepared once and kept by the connection.
const SIZES: [usize; 2] = [64, 16];

/// Inserts rows: `into` is the statement up to `VALUES`, `then` what follows the rows, and `bind` adds
/// the values of a row in the order of the columns.
pub(crate) async fn insert<T: Sync>(
    connection: &mut Link<'_>,
    into: &str,
    then: &str,
    rows: &[T],
    bind: impl Fn(&mut Cells<'_>, &T) + Send + Sync,
) -> Result<(), Failure> {
    let mut rest = rows;
    while !rest.is_empty() {
        let size = SIZES.into_iter().find(|size| *size <= rest.len()).unwrap_or(rest.len());
        let (chunk, others) = rest.split_at(size);
        rest = others;
        let mut query = Statement::new(into);
        query.push(" ").push_rows(chunk, &bind);
        query.push(" ").push(then);
        query.build().execute(&mut *connection).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::sql::query;
    use sqlx::{Connection, SqliteConnection};

    #[tokio::test]
    async fn every_number_of_rows_is_written_whole_and_in_order() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        let link = &mut Link::Sqlite(&mut connection);
        for count in [0i64, 1, 15, 16, 17, 63, 64, 65, 143, 200] {
            link.run("CREATE TABLE numbers (place INTEGER PRIMARY KEY, number INTEGER)")
                .await
                .unwrap();
            let numbers: Vec<i64> = (0..count).collect();
            insert(link, "INSERT INTO numbers (number)", "", &numbers, |values, number| {
                values.push_bind(*number);
            })
            .await
            .unwrap();
            let found: Vec<i64> = query("SELECT number FROM numbers ORDER BY place").column(link).await.unwrap();
            assert_eq!(found, numbers);
            link.run("DROP TABLE numbers").await.unwrap();
        }
    }
}
