//! One way to run every statement on both databases: its text, its values, its rows.
//!
//! A statement is written once, with `$1`, `$2`, … where its text stands whole, or put together with
//! [`Statement`]. Values are whole numbers, texts and bytes, and nothing else; truth is 0 or 1. Where the two
//! databases truly need different words, the place says so beside it.

use crate::database::{PAUSE, Suspect};
use crate::fail::Failure;
use futures_util::TryStreamExt;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Arguments, AssertSqlSafe, ColumnIndex, Connection, Decode, Either, Execute, Executor};
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Type};
use std::borrow::Cow;
use tokio::time::timeout;

/// A connection of either database, lent by whoever holds it.
pub(crate) enum Link<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection, &'c Suspect),
}

/// The two databases, where a statement cannot be the same for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

impl Link<'_> {
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Link::Sqlite(_) => Dialect::Sqlite,
            Link::Postgres(..) => Dialect::Postgres,
        }
    }

    /// Runs a statement that ends or divides a transaction.
    pub(crate) async fn act(&mut self, statement: &'static str) -> Result<(), Failure> {
        match self {
            // Kept prepared, which is faster.
            Link::Sqlite(_) => query(statement).execute(self).await.map(|_| ()),
            // Prepared it would have to be asked for twice.
            Link::Postgres(..) => self.run(statement).await,
        }
    }

    /// Runs statements without values or rows, divided by `;`. They are put together from names in this room alone.
    pub(crate) async fn run(&mut self, statements: impl Into<Cow<'static, str>>) -> Result<(), Failure> {
        let statements = sqlx::raw_sql(AssertSqlSafe(statements.into()));
        match self {
            Link::Sqlite(connection) => {
                whole(connection, statements).await?;
                // A statement before the one at which the thread stopped came to its end, so the answer has one: whether
                // the thread is there still is asked.
                answers(connection).await?;
            }
            Link::Postgres(connection, suspect) => {
                suspect.heed(statements.execute(&mut **connection).await)?;
            }
        }
        Ok(())
    }
}

/// A value of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
    /// Where bytes might stand and none do.
    NoBytes,
    /// Where a text might stand and none does.
    NoText,
    /// Where a number might stand and none does.
    NoNumber,
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Number(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Number(number.into())
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Value {
        Value::Number(truth.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::Text(text.clone())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Value {
        Value::Bytes(bytes)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Value {
        Value::Bytes(bytes.to_vec())
    }
}

impl From<Option<Vec<u8>>> for Value {
    fn from(bytes: Option<Vec<u8>>) -> Value {
        bytes.map_or(Value::NoBytes, Value::Bytes)
    }
}

/// Adds a value in the form of a database.
macro_rules! add {
    ($arguments:expr, $value:expr) => {
        match $value {
            Value::Number(number) => $arguments.add(number),
            Value::Text(text) => $arguments.add(text),
            Value::Bytes(bytes) => $arguments.add(bytes),
            Value::NoBytes => $arguments.add(None::<Vec<u8>>),
            Value::NoText => $arguments.add(None::<String>),
            Value::NoNumber => $arguments.add(None::<i64>),
        }
        .map_err(sqlx::Error::Encode)
    };
}

/// A statement with its values, ready to run.
pub(crate) struct Query {
    text: Cow<'static, str>,
    /// Values stand as `?` in the text, each once and in order.
    in_order: bool,
    values: Vec<Value>,
    kept: bool,
}

/// A statement whose text stands whole, with values as `$1`, `$2`, ….
pub(crate) fn query(text: &'static str) -> Query {
    Query {
        text: Cow::Borrowed(text),
        in_order: false,
        values: Vec::new(),
        kept: true,
    }
}

impl Query {
    /// Gives the next value.
    pub(crate) fn bind(mut self, value: impl Into<Value>) -> Query {
        self.values.push(value.into());
        self
    }

    /// Whether the connection keeps the statement prepared for the next time.
    pub(crate) fn persistent(mut self, kept: bool) -> Query {
        self.kept = kept;
        self
    }

    fn sqlite(self) -> Result<sqlx::query::Query<'static, Sqlite, SqliteArguments>, sqlx::Error> {
        let mut arguments = SqliteArguments::default();
        arguments.reserve(self.values.len(), 0);
        for value in self.values {
            add!(arguments, value)?;
        }
        Ok(sqlx::query_with(AssertSqlSafe(self.text), arguments).persistent(self.kept))
    }

    fn postgres(self) -> Result<sqlx::query::Query<'static, Postgres, PgArguments>, sqlx::Error> {
        let mut arguments = PgArguments::default();
        for value in self.values {
            // PostgreSQL takes no text with a character 0, which somebody may ask for. No text that is kept has a
            // control character, so the next one is found as little and stands at the same place in their order.
            let value = match value {
                Value::Text(text) if text.contains('\0') => Value::Text(text.replace('\0', "\u{1}")),
                other => other,
            };
            add!(arguments, value)?;
        }
        let text = if self.in_order {
            Cow::Owned(numbered(&self.text))
        } else {
            self.text
        };
        Ok(sqlx::query_with(AssertSqlSafe(text), arguments).persistent(self.kept))
    }

    /// Runs it; how many rows it changed.
    pub(crate) async fn execute(self, link: &mut Link<'_>) -> Result<u64, Failure> {
        Ok(match link {
            Link::Sqlite(connection) => whole(connection, self.sqlite()?).await?.1,
            Link::Postgres(connection, suspect) => suspect.heed(self.postgres()?.execute(&mut **connection).await)?.rows_affected(),
        })
    }

    /// All rows.
    pub(crate) async fn fetch_all(self, link: &mut Link<'_>) -> Result<Vec<Row>, Failure> {
        Ok(match link {
            Link::Sqlite(connection) => {
                let (rows, _) = whole(connection, self.sqlite()?).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Link::Postgres(connection, suspect) => {
                let rows = suspect.heed(self.postgres()?.fetch_all(&mut **connection).await)?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The first row, if there is one. Of statements that give one at the most.
    pub(crate) async fn fetch_optional(self, link: &mut Link<'_>) -> Result<Option<Row>, Failure> {
        Ok(match link {
            Link::Sqlite(connection) => {
                let (rows, _) = whole(connection, self.sqlite()?).await?;
                rows.into_iter().next().map(Row::Sqlite)
            }
            Link::Postgres(connection, suspect) => {
                let row = suspect.heed(self.postgres()?.fetch_optional(&mut **connection).await)?;
                row.map(Row::Postgres)
            }
        })
    }

    /// The first column of all rows.
    pub(crate) async fn column<T: Readable>(self, link: &mut Link<'_>) -> Result<Vec<T>, Failure> {
        let rows = self.fetch_all(link).await?;
        rows.iter().map(|row| Ok(row.get_at(0)?)).collect()
    }

    /// The first column of the first row, if there is one.
    pub(crate) async fn value<T: Readable>(self, link: &mut Link<'_>) -> Result<Option<T>, Failure> {
        let row = self.fetch_optional(link).await?;
        Ok(row.map(|row| row.get_at(0)).transpose()?)
    }

    /// A count: the first column of the only row.
    pub(crate) async fn count(self, link: &mut Link<'_>) -> Result<i64, Failure> {
        Ok(self.value(link).await?.unwrap_or_default())
    }
}

/// The whole answer of SQLite: all rows, and how many were changed.
///
/// SQLite runs in a thread of its own, which stops where the library that asks it comes upon something that it never expects in a
/// file. The library then breaks the answer off as if there were no more rows, and a commit as if it were done. What is
/// answered whole ends with how many rows were changed: an answer without that end is none.
async fn whole(
    connection: &mut SqliteConnection,
    asked: impl Execute<'static, Sqlite> + 'static,
) -> Result<(Vec<SqliteRow>, u64), Failure> {
    let (mut rows, mut changed, mut ended) = (Vec::new(), 0, false);
    let mut answer = connection.fetch_many(asked);
    while let Some(part) = answer.try_next().await? {
        ended = part.is_left();
        match part {
            Either::Left(end) => changed += end.rows_affected(),
            Either::Right(row) => rows.push(row),
        }
    }
    drop(answer);
    if ended {
        return Ok((rows, changed));
    }
    answers(connection).await?;
    Err(sqlx::Error::WorkerCrashed.into())
}

/// Asks the thread of SQLite whether it is there.
async fn answers(connection: &mut SqliteConnection) -> Result<(), Failure> {
    // What is asked before the thread is quite gone would be waited for until the end of days.
    loop {
        if let Ok(answered) = timeout(PAUSE, connection.ping()).await {
            return Ok(answered?);
        }
    }
}

/// From where the next page of rows is read, after one from `from` on whose last row has the number `last`.
///
/// # Errors
/// It does not lie behind `from`: rows that do not stand in their order, in a damaged file, would be read for ever.
pub(crate) fn next_page(table: &str, from: i64, last: i64) -> Result<i64, Failure> {
    let next = last.checked_add(1).filter(|next| *next > from);
    next.ok_or_else(|| Failure::damaged(not_in_order(table)))
}

/// What is said of a table through which nobody comes page by page.
pub(crate) fn not_in_order(table: &str) -> String {
    format!("the rows of the table {table} do not stand in the order of their keys")
}

/// The text with `?` numbered.
pub(crate) fn numbered(text: &str) -> String {
    let mut numbered = String::with_capacity(text.len() * 2);
    for (number, part) in text.split('?').enumerate() {
        if number > 0 {
            numbered.push_str(&format!("${number}"));
        }
        numbered.push_str(part);
    }
    numbered
}

/// What can be read out of the rows of both databases.
pub(crate) trait Readable: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres> {}

impl<T> Readable for T where T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres> {}

/// A row of either database.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// The value of a column, by its name.
    pub(crate) fn try_get<'r, T>(&'r self, column: &str) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
    {
        self.read(column)
    }

    /// The value of a column, by its place from 0 on.
    pub(crate) fn get_at<'r, T>(&'r self, place: usize) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
    {
        self.read(place)
    }

    fn read<'r, T, I>(&'r self, index: I) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
        I: ColumnIndex<SqliteRow> + ColumnIndex<PgRow>,
    {
        match self {
            Row::Sqlite(row) => sqlx::Row::try_get(row, index),
            Row::Postgres(row) => sqlx::Row::try_get(row, index),
        }
    }
}

/// A statement that is put together from parts. Its values stand as `?`, which SQLite counts by itself and
/// fastest; for PostgreSQL they are numbered when it runs.
pub(crate) struct Statement {
    text: String,
    values: Vec<Value>,
}

impl Statement {
    pub(crate) fn new(text: &str) -> Statement {
        Statement {
            text: text.to_owned(),
            values: Vec::new(),
        }
    }

    /// Adds words.
    pub(crate) fn push(&mut self, words: impl AsRef<str>) -> &mut Statement {
        self.text.push_str(words.as_ref());
        self
    }

    /// Adds a value.
    pub(crate) fn push_bind(&mut self, value: impl Into<Value>) -> &mut Statement {
        self.text.push('?');
        self.values.push(value.into());
        self
    }

    /// Adds values with commas between them.
    pub(crate) fn push_list(&mut self, values: impl IntoIterator<Item = impl Into<Value>>) -> &mut Statement {
        for (number, value) in values.into_iter().enumerate() {
            self.push(if number == 0 { "" } else { ", " }).push_bind(value);
        }
        self
    }

    /// Adds `VALUES` with these rows.
    pub(crate) fn push_rows<T>(&mut self, rows: &[T], mut bind: impl FnMut(&mut Cells<'_>, &T)) -> &mut Statement {
        self.push("VALUES ");
        for (number, row) in rows.iter().enumerate() {
            let before = self.values.len();
            bind(&mut Cells(&mut self.values), row);
            let width = self.values.len() - before;
            self.push(if number == 0 { "" } else { ", " }).push_places(width);
        }
        self
    }

    /// Adds the places of so many values in brackets.
    pub(crate) fn push_places(&mut self, width: usize) -> &mut Statement {
        self.push("(");
        for place in 0..width {
            self.push(if place == 0 { "?" } else { ", ?" });
        }
        self.push(")")
    }

    /// Gives values of which the places stand in the text.
    pub(crate) fn fill(&mut self, values: impl IntoIterator<Item = Value>) -> &mut Statement {
        self.values.extend(values);
        self
    }

    /// The text, as SQLite reads it.
    #[cfg(test)]
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Ready to run.
    pub(crate) fn build(self) -> Query {
        Query {
            text: Cow::Owned(self.text),
            in_order: true,
            values: self.values,
            kept: true,
        }
    }
}

/// The values of one row.
pub(crate) struct Cells<'s>(pub(crate) &'s mut Vec<Value>);

impl Cells<'_> {
    /// Adds the next value of the row.
    pub(crate) fn push_bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.0.push(value.into());
        self
    }
}
