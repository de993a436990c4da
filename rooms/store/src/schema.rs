//! The tables; how what is recorded is guarded stands in [`guards`], which versions are read in [`versions`].
//!
//! Texts, whole numbers and bytes only; texts are compared by their bytes. Written in the words of SQLite, see
//! [`in_words_of`] for those of PostgreSQL. Instants are RFC 3339 texts in UTC with six decimals, so that
//! they sort as texts; days in read tables are numbers, see [`crate::day`]. Levels are numbers in the
//! order of `Level::ALL`. What is recorded is guarded by triggers; read tables may be dropped.

mod guards;
mod versions;

use crate::database::{Place, Schema};
use crate::fail::Failure;
use crate::sql::{Dialect, Link, query};
pub(crate) use guards::{guard_statements, missing_guards, missing_guards_of};
pub(crate) use versions::{check_version, check_words, has_tables, lies_at, version_at};

/// The version of the tables that this program reads and writes, kept in `PRAGMA user_version`; in
/// PostgreSQL, which has nothing like it, in a table.
pub(crate) const VERSION: i64 = 3;

/// What is recorded. The first entry has position 0.
///
/// `bodies.key` names the key of what is encrypted, whose salt is then in the ciphertext; the keys stand wrapped in
/// `vault`, see [`crate::vault`]. `newest` has one row, sealed with a key from outside the database, so that a cut tail is seen. `ticks.key` is set only
/// where the tick came with an imported record. `erased` names the entries without a body, each with the entry that ordered it;
/// `uncleared`, the orders after which free places and logs were not cleared yet, see [`crate::erase`]. `checkpoints` has the newest one under each key.
const RECORD: &str = "
CREATE TABLE heads (
  position INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  recorded TEXT NOT NULL,
  leaf_hash BLOB NOT NULL,
  running BLOB NOT NULL
);
CREATE TABLE bodies (
  position INTEGER PRIMARY KEY REFERENCES heads (position),
  key BLOB,
  salt BLOB NOT NULL,
  bytes BLOB NOT NULL
);
CREATE TABLE erased (
  position INTEGER PRIMARY KEY REFERENCES heads (position),
  ordered INTEGER NOT NULL REFERENCES heads (position)
);
CREATE TABLE uncleared (
  ordered INTEGER PRIMARY KEY REFERENCES heads (position)
);
CREATE TABLE vault (
  name BLOB PRIMARY KEY,
  wrapped BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE newest (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  count INTEGER NOT NULL,
  running BLOB NOT NULL,
  recorded TEXT NOT NULL,
  closed_to INTEGER NOT NULL,
  seal BLOB NOT NULL
);
CREATE TABLE ticks (
  tick INTEGER PRIMARY KEY,
  mark TEXT NOT NULL,
  root BLOB NOT NULL,
  key BLOB
);
CREATE TABLE places (
  position INTEGER PRIMARY KEY REFERENCES heads (position),
  tick INTEGER NOT NULL REFERENCES ticks (tick),
  place INTEGER NOT NULL,
  UNIQUE (tick, place)
);
CREATE TABLE log_nodes (
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (level, number)
) WITHOUT ROWID;
CREATE TABLE checkpoints (
  verifier_key TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  text TEXT NOT NULL
) WITHOUT ROWID;
";

/// Tables whose rows never change once they are there.
const KEPT: [&str; 6] = ["heads", "bodies", "erased", "ticks", "places", "log_nodes"];

/// Where entries are found: derived from them, class first in every index. See [`crate::shelf`]; `first` is the first
/// entry of the chain where the entry corrects one, and `closings` are the acts that narrow or open their matter.
const SHELF: [(&str, &str); 5] = [
    (
        "shelf",
        "position INTEGER PRIMARY KEY, class INTEGER NOT NULL, matter TEXT NOT NULL, kind TEXT NOT NULL, first BLOB, mac BLOB NOT NULL)",
    ),
    (
        "abouts",
        "class INTEGER NOT NULL, subject TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (class, subject, position)) WITHOUT ROWID",
    ),
    (
        "classes",
        "class INTEGER PRIMARY KEY, tag BLOB NOT NULL UNIQUE, level INTEGER NOT NULL, key BLOB, said BLOB NOT NULL)",
    ),
    (
        "readers",
        "reader TEXT NOT NULL, class INTEGER NOT NULL, PRIMARY KEY (reader, class)) WITHOUT ROWID",
    ),
    (
        "closings",
        "matter TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (matter, position)) WITHOUT ROWID",
    ),
];
/// How entries are found on the shelf.
const SHELF_INDEXES: [(&str, &str); 4] = [
    ("shelf_by_class", "(class, position)"),
    ("shelf_by_matter", "(class, matter, position)"),
    ("shelf_by_kind", "(class, kind, position)"),
    ("shelf_by_chain", "(class, first, position) WHERE first IS NOT NULL"),
];

/// The tables of the shelf with their indexes; `create` begins the statements of the tables, `within` goes before the
/// names of indexes.
fn shelf_tables(create: &str, within: &str) -> String {
    let tables = SHELF.iter().map(|(table, columns)| format!("{create} {table} ({columns};\n"));
    let indexes = SHELF_INDEXES
        .iter()
        .map(|(index, columns)| format!("CREATE INDEX {within}{index} ON shelf {columns};\n"));
    tables.chain(indexes).collect()
}

/// Those tables.
pub(crate) const SHELVES: [&str; 5] = ["closings", "readers", "classes", "abouts", "shelf"];

/// Read tables: derived from what is public. See [`crate::tables`].
const READ: [&str; 5] = [
    "derived (
      subject TEXT NOT NULL,
      rows TEXT NOT NULL,
      PRIMARY KEY (subject)
    ) WITHOUT ROWID",
    "list_rows (
      hindsight INTEGER NOT NULL,
      list TEXT NOT NULL,
      scope TEXT NOT NULL,
      block INTEGER NOT NULL,
      since INTEGER NOT NULL,
      subject TEXT NOT NULL,
      from_day INTEGER NOT NULL,
      until_day INTEGER NOT NULL,
      PRIMARY KEY (hindsight, list, scope, block, since, subject, from_day)
    ) WITHOUT ROWID",
    "sum_blocks (
      hindsight INTEGER NOT NULL,
      list TEXT NOT NULL,
      scope TEXT NOT NULL,
      block INTEGER NOT NULL,
      begun INTEGER NOT NULL,
      ended INTEGER NOT NULL,
      PRIMARY KEY (hindsight, list, scope, block)
    ) WITHOUT ROWID",
    "sum_days (
      hindsight INTEGER NOT NULL,
      list TEXT NOT NULL,
      block INTEGER NOT NULL,
      scope TEXT NOT NULL,
      day INTEGER NOT NULL,
      begun INTEGER NOT NULL,
      ended INTEGER NOT NULL,
      PRIMARY KEY (hindsight, list, block, scope, day)
    ) WITHOUT ROWID",
    "names (
      token TEXT NOT NULL,
      subject TEXT NOT NULL,
      disclosed INTEGER NOT NULL,
      effective INTEGER NOT NULL,
      PRIMARY KEY (token, subject, disclosed, effective)
    ) WITHOUT ROWID",
];
/// Whose law and code derived the rows of the read tables.
const DERIVED_BY: &str = "CREATE TABLE derived_by (one INTEGER PRIMARY KEY CHECK (one = 1), edition TEXT NOT NULL)";
const NAMES_BY_SUBJECT: &str = "CREATE INDEX names_by_subject ON names (subject, token)";

/// The read tables, each with its columns, those of the key first.
pub(crate) const READ_TABLES: [(&str, &str); 5] = [
    ("derived", "subject, rows"),
    ("list_rows", "hindsight, list, scope, block, since, subject, from_day, until_day"),
    ("sum_blocks", "hindsight, list, scope, block, begun, ended"),
    ("sum_days", "hindsight, list, block, scope, day, begun, ended"),
    ("names", "token, subject, disclosed, effective"),
];

/// The same in the words of a database. A whole number that is the key of a table in SQLite must be called
/// INTEGER there, and has 64 bits under each name; PostgreSQL compares texts by bytes where it is told so, and
/// knows no tables but such with a key beside them.
pub(crate) fn in_words_of(dialect: Dialect, statements: &str) -> String {
    match dialect {
        Dialect::Sqlite => statements.to_owned(),
        Dialect::Postgres => statements
            .replace("INTEGER", "BIGINT")
            .replace("BLOB", "BYTEA")
            .replace("TEXT", "TEXT COLLATE \"C\"")
            .replace("WITHOUT ROWID", ""),
    }
}

/// The table for the version, and the function that the guards call, in PostgreSQL.
const ONLY_POSTGRES: &str = "
CREATE TABLE version (one BIGINT PRIMARY KEY CHECK (one = 1), version BIGINT NOT NULL);
CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $body$";
/// What that function does.
const NEVER: &str = " BEGIN RAISE EXCEPTION 'what is recorded in % does not %', TG_TABLE_NAME, TG_ARGV[0]; END ";

/// Creates a schema on a server with the table for its version, and the function that its guards call.
pub(crate) async fn create_schema(link: &mut Link<'_>, schema: Schema) -> Result<(), Failure> {
    let name = schema.name();
    link.run(format!("CREATE SCHEMA IF NOT EXISTS {name}; {ONLY_POSTGRES}{NEVER}$body$"))
        .await
}

/// Creates all tables, indexes and triggers, and sets the version.
pub(crate) async fn create(link: &mut Link<'_>, place: &Place) -> Result<(), Failure> {
    let dialect = link.dialect();
    if let Place::Server(_, schema) = place {
        create_schema(link, *schema).await?;
    }
    let read: Vec<String> = READ.iter().map(|table| format!("CREATE TABLE {table};")).collect();
    let tables = [
        RECORD,
        &shelf_tables("CREATE TABLE", ""),
        &read.concat(),
        NAMES_BY_SUBJECT,
        DERIVED_BY,
    ]
    .map(|statements| in_words_of(dialect, statements));
    link.run(tables.join(";\n")).await?;
    link.run(guards::all_statements(dialect)).await?;
    match dialect {
        Dialect::Sqlite => link.run(format!("PRAGMA user_version = {VERSION}")).await,
        Dialect::Postgres => link.run(format!("INSERT INTO version (one, version) VALUES (1, {VERSION})")).await,
    }
}

/// Creates an empty shelf and empty read tables that go with the connection. They come before the lasting ones of the same
/// names, so that the same statements fill them.
pub(crate) async fn create_temporary_read_tables(link: &mut Link<'_>) -> Result<(), Failure> {
    let tables: Vec<String> = READ.iter().map(|table| format!("CREATE TEMP TABLE {table};")).collect();
    let within = match link.dialect() {
        Dialect::Sqlite => "temp.",
        Dialect::Postgres => "",
    };
    let all = shelf_tables("CREATE TEMP TABLE", within) + &tables.concat();
    link.run(in_words_of(link.dialect(), &all)).await
}

/// Whose law and code derived the rows of the read tables; none where they were never derived as a whole.
pub(crate) async fn derived_by(link: &mut Link<'_>) -> Result<Option<String>, Failure> {
    query("SELECT edition FROM derived_by").value(link).await
}

/// Says whose law and code derived the rows of the read tables.
pub(crate) async fn set_derived_by(link: &mut Link<'_>, edition: &str) -> Result<(), Failure> {
    let set = "INSERT INTO derived_by (one, edition) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET edition = excluded.edition";
    query(set).bind(edition).execute(link).await?;
    Ok(())
}

/// From how many entries on it is worth a look at how much there is of what.
const MANY: i64 = 1_000;

/// Lets PostgreSQL look at how much there is of what, after many rows were written at once: by itself it does so
/// a minute later. Of a small record nothing is said: a connection would keep the ways that are best there for as
/// long as the record grows, and they are not. SQLite goes by its indexes in any case.
pub(crate) async fn weigh(link: &mut Link<'_>) -> Result<(), Failure> {
    if link.dialect() == Dialect::Sqlite || query("SELECT count FROM newest WHERE one = 1").count(link).await? < MANY {
        return Ok(());
    }
    let tables = [&KEPT[..], &SHELVES, &READ_TABLES.map(|(table, _)| table)].concat();
    link.run(format!("ANALYZE {}", tables.join(", "))).await
}

/// Empties the shelf and the read tables.
pub(crate) async fn empty_read_tables(link: &mut Link<'_>) -> Result<(), Failure> {
    let tables = SHELVES.into_iter().chain(READ_TABLES.map(|(table, _)| table));
    let emptied: Vec<String> = tables.map(|table| format!("DELETE FROM {table};")).collect();
    link.run(emptied.concat()).await
}
