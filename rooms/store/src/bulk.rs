//! Many rows in few statements.
//!
//! Rows that go into several tables are gathered in [`Writes`] and written together. The two databases need different
//! words for it. SQLite takes few rows a statement, and is asked without a way between. To PostgreSQL the way is what
//! costs: all rows of all tables go there at once, each column as one array, in one statement that is the same however
//! many there are.

use crate::fail::Failure;
use crate::sql::{Cells, Link, Statement, Value};
use sqlx::postgres::PgArguments;
use sqlx::{Arguments, AssertSqlSafe, PgConnection};

/// How many rows one statement of SQLite holds, while there are so many; fewer than the last stand in one of their
/// own. So there are few statements, each prepared once and kept by the connection.
const SIZES: [usize; 2] = [64, 16];

/// How many values wait at the most before they are written. The more, the more rows lie beside each other.
const MANY: usize = 1_000_000;

/// Inserts rows: `into` is the statement up to its rows, `then` what follows them, and `bind` adds the values of a row
/// in the order of the columns.
pub(crate) async fn insert<T>(
    link: &mut Link<'_>,
    into: &str,
    then: &'static str,
    rows: &[T],
    bind: impl Fn(&mut Cells<'_>, &T),
) -> Result<(), Failure> {
    let mut writes = Writes::default();
    writes.insert(into, then, rows, bind);
    writes.run(link).await
}

/// Rows that wait to be written. Those of one table are written in the order in which they came.
#[derive(Default)]
pub(crate) struct Writes(Vec<Part>);

/// What waits for one table.
struct Part {
    act: Act,
    /// How many values a row has.
    width: usize,
    values: Vec<Value>,
}

/// What is done with the rows of a table.
#[derive(Clone, PartialEq, Eq)]
enum Act {
    Insert {
        /// The statement up to its rows.
        into: String,
        /// What follows them.
        then: &'static str,
    },
    Delete {
        table: &'static str,
        /// The columns of a key that stands in the index of the table.
        key: &'static [&'static str],
        /// What else must hold of a row that goes.
        only: &'static str,
    },
}

impl Writes {
    /// Adds rows to be inserted; see [`insert()`].
    pub(crate) fn insert<T>(&mut self, into: &str, then: &'static str, rows: &[T], bind: impl Fn(&mut Cells<'_>, &T)) {
        self.add(
            Act::Insert {
                into: into.to_owned(),
                then,
            },
            rows,
            bind,
        );
    }

    /// Adds keys of rows that go. No row of the same key may be inserted with them.
    pub(crate) fn delete<T>(
        &mut self,
        table: &'static str,
        key: &'static [&'static str],
        only: &'static str,
        rows: &[T],
        bind: impl Fn(&mut Cells<'_>, &T),
    ) {
        self.add(Act::Delete { table, key, only }, rows, bind);
    }

    fn add<T>(&mut self, act: Act, rows: &[T], bind: impl Fn(&mut Cells<'_>, &T)) {
        if rows.is_empty() {
            return;
        }
        let place = self.0.iter().position(|part| part.act == act).unwrap_or_else(|| {
            self.0.push(Part {
                act,
                width: 0,
                values: Vec::new(),
            });
            self.0.len() - 1
        });
        let part = &mut self.0[place];
        let before = part.values.len();
        rows.iter().for_each(|row| bind(&mut Cells(&mut part.values), row));
        part.width = (part.values.len() - before) / rows.len();
    }

    /// Writes what waits if it is much.
    pub(crate) async fn run_if_many(&mut self, link: &mut Link<'_>) -> Result<(), Failure> {
        if self.0.iter().map(|part| part.values.len()).sum::<usize>() > MANY {
            std::mem::take(self).run(link).await?;
        }
        Ok(())
    }

    /// Writes what waits.
    pub(crate) async fn run(self, link: &mut Link<'_>) -> Result<(), Failure> {
        if let Link::Postgres(connection, suspect) = link {
            return Ok(suspect.heed(at_once(connection, self.0).await)?);
        }
        for part in self.0 {
            part.in_chunks(link).await?;
        }
        Ok(())
    }
}

impl Part {
    /// Writes the rows some at a time, in the words of SQLite.
    async fn in_chunks(self, link: &mut Link<'_>) -> Result<(), Failure> {
        let mut left = self.values.len() / self.width.max(1);
        let mut values = self.values.into_iter();
        while left > 0 {
            let size = SIZES.into_iter().find(|size| *size <= left).unwrap_or(left);
            left -= size;
            let mut statement = Statement::new("");
            match &self.act {
                Act::Insert { into, then } => {
                    // What fails fails the transaction, or the part of it that is held by a savepoint: so SQLite need not
                    // remember how to take back the one statement.
                    statement.push(into.replacen("INSERT", "INSERT OR FAIL", 1)).push(" VALUES ");
                    for row in 0..size {
                        statement.push(if row == 0 { "" } else { ", " }).push_places(self.width);
                    }
                    statement.push(" ").push(then);
                }
                Act::Delete { table, key, only } => {
                    statement.push(format!("DELETE FROM {table} WHERE ")).push(only);
                    statement.push(if only.is_empty() { "(" } else { " AND (" });
                    for row in 0..size {
                        statement.push(if row == 0 { "(" } else { " OR (" });
                        statement.push(key.join(" = ? AND ")).push(" = ?)");
                    }
                    statement.push(")");
                }
            }
            statement.fill(values.by_ref().take(size * self.width));
            statement.build().execute(link).await?;
        }
        Ok(())
    }
}

/// Writes all at once, in the words of PostgreSQL: parts of one statement, which see nothing of each other.
async fn at_once(connection: &mut PgConnection, parts: Vec<Part>) -> Result<(), sqlx::Error> {
    let (mut statements, mut arguments) = (Vec::with_capacity(parts.len()), PgArguments::default());
    for part in parts {
        let mut places = Vec::with_capacity(part.width);
        for column in columns(part.width, part.values) {
            let sort = column.add_to(&mut arguments)?;
            places.push(format!("${}::{sort}[]", arguments.len()));
        }
        let rows = format!("UNNEST({})", places.join(", "));
        statements.push(match part.act {
            Act::Insert { into, then } => format!("{into} SELECT * FROM {rows} {then}"),
            Act::Delete { table, key, only } => {
                let own = key.iter().map(|column| format!("{table}.{column} = gone.{column}"));
                let holds: Vec<String> = own.chain((!only.is_empty()).then(|| only.to_owned())).collect();
                let (key, holds) = (key.join(", "), holds.join(" AND "));
                format!("DELETE FROM {table} USING {rows} AS gone ({key}) WHERE {holds}")
            }
        });
    }
    let Some(last) = statements.pop() else { return Ok(()) };
    let first: Vec<String> = (0..)
        .zip(statements)
        .map(|(number, part)| format!("part{number} AS ({part})"))
        .collect();
    let all = if first.is_empty() {
        last
    } else {
        format!("WITH {} {last}", first.join(", "))
    };
    let statement = sqlx::query_with(AssertSqlSafe(all), arguments);
    statement.execute(connection).await.map(|_| ())
}

/// The values of one column.
enum Column {
    Numbers(Vec<Option<i64>>),
    Texts(Vec<Option<String>>),
    Bytes(Vec<Option<Vec<u8>>>),
}

impl Column {
    /// One for values of the sort of this one.
    fn of(value: &Value) -> Column {
        match value {
            Value::Number(_) | Value::NoNumber => Column::Numbers(Vec::new()),
            Value::Text(_) | Value::NoText => Column::Texts(Vec::new()),
            Value::Bytes(_) | Value::NoBytes => Column::Bytes(Vec::new()),
        }
    }

    /// Adds a value. One of another sort stands as none, which the database refuses where there must be one.
    fn push(&mut self, value: Value) {
        match (self, value) {
            (Column::Numbers(numbers), Value::Number(number)) => numbers.push(Some(number)),
            (Column::Numbers(numbers), _) => numbers.push(None),
            (Column::Texts(texts), Value::Text(text)) => texts.push(Some(text)),
            (Column::Texts(texts), _) => texts.push(None),
            (Column::Bytes(all), Value::Bytes(bytes)) => all.push(Some(bytes)),
            (Column::Bytes(all), _) => all.push(None),
        }
    }

    /// Gives it to a statement; the sort of its values in the words of PostgreSQL.
    fn add_to(self, arguments: &mut PgArguments) -> Result<&'static str, sqlx::Error> {
        let (added, sort) = match self {
            Column::Numbers(numbers) => (arguments.add(numbers), "BIGINT"),
            Column::Texts(texts) => (arguments.add(texts), "TEXT"),
            Column::Bytes(bytes) => (arguments.add(bytes), "BYTEA"),
        };
        added.map_err(sqlx::Error::Encode)?;
        Ok(sort)
    }
}

/// The columns of rows of a width.
fn columns(width: usize, values: Vec<Value>) -> Vec<Column> {
    let mut columns: Vec<Column> = values.iter().take(width).map(Column::of).collect();
    for (place, value) in values.into_iter().enumerate() {
        if let Some(column) = columns.get_mut(place % width.max(1)) {
            column.push(value);
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::sql::query;
    use sqlx::{Connection, SqliteConnection};

    const NUMBERS: &str = "INSERT INTO numbers (number)";

    async fn numbers(link: &mut Link<'_>) -> Vec<i64> {
        query("SELECT number FROM numbers ORDER BY place").column(link).await.unwrap()
    }

    #[tokio::test]
    async fn every_number_of_rows_is_written_whole_and_in_order_and_taken_away_again() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        let link = &mut Link::Sqlite(&mut connection);
        for count in [0i64, 1, 15, 16, 17, 63, 64, 65, 143, 200] {
            link.run("CREATE TABLE numbers (place INTEGER PRIMARY KEY, number INTEGER)")
                .await
                .unwrap();
            let all: Vec<i64> = (0..count).collect();
            let bind = |cells: &mut Cells<'_>, number: &i64| {
                cells.push_bind(*number);
            };
            insert(link, NUMBERS, "", &all, bind).await.unwrap();
            assert_eq!(numbers(link).await, all);
            let mut writes = Writes::default();
            // Places are counted from 1 on; of the rows with these, those go of which the rest holds too.
            writes.delete("numbers", &["place"], "number % 2 = 0", &all, |cells, number| {
                cells.push_bind(*number + 1);
            });
            writes.run(link).await.unwrap();
            let odd: Vec<i64> = all.into_iter().filter(|number| number % 2 == 1).collect();
            assert_eq!(numbers(link).await, odd);
            link.run("DROP TABLE numbers").await.unwrap();
        }
    }

    #[test]
    fn rows_are_turned_into_columns_and_what_is_missing_keeps_its_place() {
        let rows = vec![
            Value::Number(1),
            Value::NoText,
            Value::Bytes(vec![1]),
            Value::NoNumber,
            Value::Text("a".to_owned()),
            Value::NoBytes,
        ];
        let columns = columns(3, rows);
        let [Column::Numbers(numbers), Column::Texts(texts), Column::Bytes(bytes)] = &columns[..] else {
            panic!("three columns, each of its sort")
        };
        assert_eq!(*numbers, [Some(1), None]);
        assert_eq!(*texts, [None, Some("a".to_owned())]);
        assert_eq!(*bytes, [Some(vec![1]), None]);
    }
}
