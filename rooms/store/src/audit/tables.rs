//! The tables of the audit.
//!
//! `events.body` is encrypted, see [`super::body`]; `events.running` is keyed, see [`super::chain`]. `event_words`
//! says by which keyed words an event is found. `newest` is that of the record, under a key of the audit.

use crate::database::Place;
use crate::fail::Failure;
use crate::schema::{self, in_words_of};
use crate::sql::{Dialect, Link};

/// The version of the tables that this program reads and writes, kept as that of the record's tables is.
pub(crate) const VERSION: i64 = 1;

const TABLES: &str = "
CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  instant TEXT NOT NULL,
  body BLOB NOT NULL,
  running BLOB NOT NULL
);
CREATE INDEX events_by_instant ON events (instant, position);
CREATE TABLE event_words (
  word BLOB NOT NULL,
  position INTEGER NOT NULL REFERENCES events (position),
  PRIMARY KEY (word, position)
) WITHOUT ROWID;
CREATE TABLE newest (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  count INTEGER NOT NULL,
  running BLOB NOT NULL,
  recorded TEXT NOT NULL,
  closed_to INTEGER NOT NULL,
  seal BLOB NOT NULL
);
";

/// Tables whose rows never change once they are there.
pub(crate) const KEPT: &[&str] = &["events", "event_words"];

/// Creates all tables and guards, and sets the version.
pub(crate) async fn create(link: &mut Link<'_>, place: &Place) -> Result<(), Failure> {
    let dialect = link.dialect();
    if let Place::Server(_, schema) = place {
        schema::create_schema(link, *schema).await?;
    }
    link.run(in_words_of(dialect, TABLES)).await?;
    link.run(schema::guard_statements(dialect, KEPT)).await?;
    match dialect {
        Dialect::Sqlite => link.run(format!("PRAGMA user_version = {VERSION}")).await,
        Dialect::Postgres => link.run(format!("INSERT INTO version (one, version) VALUES (1, {VERSION})")).await,
    }
}
