//! The tables, how what is recorded is guarded, and which versions of the tables are read.
//!
//! Texts, whole numbers and bytes only; texts are compared by their bytes. Written in the words of SQLite, see
//! [`in_words_of`] for those of PostgreSQL. Instants are RFC 3339 texts in UTC with six decimals, so that
//! they sort as texts; days in read tables are numbers, see [`crate::day`]. Levels are numbers in the
//! order of `Level::ALL`. What is recorded is guarded by triggers; read tables may be dropped.

use crate::database::{Address, Place, Schema, Suspect};
use crate::fail::Failure;
use crate::sql::{Dialect, Link, query};
use sqlx::Connection;

/// The version of the tables that this program reads and writes, kept in `PRAGMA user_version`; in
/// PostgreSQL, which has nothing like it, in a table.
pub(crate) const VERSION: i64 = 1;

/// What is recorded. The first entry has position 0.
///
/// `heads.first` is the first entry of the chain where the entry corrects one. `newest` has one row,
/// sealed with a key from outside the database, so that a cut tail is seen. `ticks.key` is set only
/// where the tick came with an imported record. `checkpoints` has the newest one under each key.
const RECORD: &str = "
CREATE TABLE heads (
  position INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  matter TEXT NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER NOT NULL,
  first BLOB,
  recorded TEXT NOT NULL,
  leaf_hash BLOB NOT NULL,
  running BLOB NOT NULL
);
CREATE INDEX heads_by_level ON heads (level, position);
CREATE INDEX heads_by_matter ON heads (level, matter, position);
CREATE INDEX heads_by_kind ON heads (level, kind, position);
CREATE INDEX heads_by_chain ON heads (level, first, position) WHERE first IS NOT NULL;
CREATE TABLE bodies (
  position INTEGER PRIMARY KEY REFERENCES heads (position),
  salt BLOB NOT NULL,
  bytes BLOB NOT NULL
);
CREATE TABLE abouts (
  level INTEGER NOT NULL,
  subject TEXT NOT NULL,
  position INTEGER NOT NULL REFERENCES heads (position),
  PRIMARY KEY (level, subject, position)
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
const KEPT: [&str; 6] = ["heads", "bodies", "abouts", "ticks", "places", "log_nodes"];

/// Read tables: derived from the record, face first in every index. See [`crate::tables`].
const READ: [&str; 5] = [
    "derived (
      face TEXT NOT NULL,
      subject TEXT NOT NULL,
      rows TEXT NOT NULL,
      PRIMARY KEY (face, subject)
    ) WITHOUT ROWID",
    "list_rows (
      face TEXT NOT NULL,
      hindsight INTEGER NOT NULL,
      list TEXT NOT NULL,
      scope TEXT NOT NULL,
      block INTEGER NOT NULL,
      since INTEGER NOT NULL,
      subject TEXT NOT NULL,
      from_day INTEGER NOT NULL,
      until_day INTEGER NOT NULL,
      PRIMARY KEY (face, hindsight, list, scope, block, since, subject, from_day)
    ) WITHOUT ROWID",
    "sum_blocks (
      face TEXT NOT NULL,
      hindsight INTEGER NOT NULL,
      list TEXT NOT NULL,
      scope TEXT NOT NULL,
      block INTEGER NOT NULL,
      begun INTEGER NOT NULL,
      ended INTEGER NOT NULL,
      PRIMARY KEY (face, hindsight, list, scope, block)
    ) WITHOUT ROWID",
    "sum_days (
      face TEXT NOT NULL,
      hindsight INTEGER NOT NULL,
      list TEXT NOT NULL,
      block INTEGER NOT NULL,
      scope TEXT NOT NULL,
      day INTEGER NOT NULL,
      begun INTEGER NOT NULL,
      ended INTEGER NOT NULL,
      PRIMARY KEY (face, hindsight, list, block, scope, day)
    ) WITHOUT ROWID",
    "names (
      face TEXT NOT NULL,
      token TEXT NOT NULL,
      subject TEXT NOT NULL,
      disclosed INTEGER NOT NULL,
      effective INTEGER NOT NULL,
      PRIMARY KEY (face, token, subject, disclosed, effective)
    ) WITHOUT ROWID",
];
/// Whose law and code derived the rows of the read tables.
const DERIVED_BY: &str = "CREATE TABLE derived_by (one INTEGER PRIMARY KEY CHECK (one = 1), edition TEXT NOT NULL)";
const NAMES_BY_SUBJECT: &str = "CREATE INDEX names_by_subject ON names (face, subject, token)";

/// The read tables, each with its columns, those of the key first.
pub(crate) const READ_TABLES: [(&str, &str); 5] = [
    ("derived", "face, subject, rows"),
    (
        "list_rows",
        "face, hindsight, list, scope, block, since, subject, from_day, until_day",
    ),
    ("sum_blocks", "face, hindsight, list, scope, block, begun, ended"),
    ("sum_days", "face, hindsight, list, block, scope, day, begun, ended"),
    ("names", "face, token, subject, disclosed, effective"),
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

/// Checks that the database is empty, or holds tables that this program knows.
pub(crate) async fn check_version(link: &mut Link<'_>, place: &Place) -> Result<(), Failure> {
    let (version, others) = match place {
        Place::File(_) => {
            // In this order: another process may be creating tables and version together right now.
            let tables = query("SELECT COUNT(*) FROM sqlite_schema").count(link).await?;
            let version = query("PRAGMA user_version").count(link).await?;
            (version, version <= 0 && tables > 0)
        }
        Place::Server(_, schema) => {
            let others = query(OTHER_TABLES).bind(schema.name()).count(link).await?;
            let version = version_on_server(link, *schema).await?;
            (version, version <= 0 && others > 0)
        }
    };
    if version > VERSION {
        return Err(Failure::refused(format!(
            "{place} was written by a newer Comity (its tables have version {version}, this program reads up to {VERSION}); \
             install the newer Comity, nothing was changed"
        )));
    }
    if others {
        let another = match place {
            Place::File(_) => "is a database of another program; choose another folder for the record",
            Place::Server(..) => "holds tables of another program; give a database of its own to the record",
        };
        return Err(Failure::refused(format!("{place} {another}")));
    }
    Ok(())
}

/// How many tables there are that no Comity made: all but those of the desk, and of imports. `$1` is the schema of
/// the record, which is asked for its version first.
const OTHER_TABLES: &str = "SELECT COUNT(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'desk')
  AND n.nspname NOT LIKE 'pg\\_%' AND (n.nspname = $1 OR n.nspname NOT LIKE 'record%')";

/// The version of the tables in a schema; 0 where there are none.
async fn version_on_server(link: &mut Link<'_>, schema: Schema) -> Result<i64, Failure> {
    let there = query("SELECT COUNT(*) FROM pg_catalog.pg_tables WHERE schemaname = $1 AND tablename = 'version'");
    if there.bind(schema.name()).count(link).await? == 0 {
        return Ok(0);
    }
    // The name is one of three words of ours.
    let version = match schema {
        Schema::Record => query("SELECT version FROM record.version"),
        Schema::Importing => query("SELECT version FROM record_importing.version"),
        Schema::Desk => return Ok(0),
    };
    version.count(link).await
}

/// Whether a database on a server holds a record.
pub(crate) async fn lies_at(address: &Address) -> Result<bool, Failure> {
    let mut plain = address.connect().await?;
    let version = version_on_server(&mut Link::Postgres(&mut plain, &Suspect::default()), Schema::Record).await;
    plain.close().await?;
    Ok(version? > 0)
}

/// Whether the tables are there. Asked inside the transaction that would create them.
pub(crate) async fn has_tables(link: &mut Link<'_>, place: &Place) -> Result<bool, Failure> {
    let version = match place {
        Place::File(_) => query("PRAGMA user_version").count(link).await?,
        Place::Server(_, schema) => version_on_server(link, *schema).await?,
    };
    Ok(version > 0)
}

/// Creates all tables, indexes and triggers, and sets the version.
pub(crate) async fn create(link: &mut Link<'_>, place: &Place) -> Result<(), Failure> {
    let dialect = link.dialect();
    if let Place::Server(_, schema) = place {
        let name = schema.name();
        link.run(format!("CREATE SCHEMA IF NOT EXISTS {name}; {ONLY_POSTGRES}{NEVER}$body$"))
            .await?;
    }
    let read: Vec<String> = READ.iter().map(|table| format!("CREATE TABLE {table};")).collect();
    let tables = [RECORD, &read.concat(), NAMES_BY_SUBJECT, DERIVED_BY].map(|statements| in_words_of(dialect, statements));
    link.run(tables.join(";\n")).await?;
    let guards: Vec<String> = guards(dialect).map(|guard| guard.statement(dialect)).collect();
    link.run(guards.concat()).await?;
    match dialect {
        Dialect::Sqlite => link.run(format!("PRAGMA user_version = {VERSION}")).await,
        Dialect::Postgres => link.run(format!("INSERT INTO version (one, version) VALUES (1, {VERSION})")).await,
    }
}

/// A trigger that keeps what is recorded from being changed.
struct Guard {
    table: &'static str,
    act: &'static str,
    /// What the act would do, in the name of the trigger and in what it says.
    word: &'static str,
}

impl Guard {
    fn name(&self) -> String {
        format!("{}_never_{}", self.table, self.word)
    }

    fn statement(&self, dialect: Dialect) -> String {
        let (name, Guard { table, act, word }) = (self.name(), self);
        match dialect {
            Dialect::Sqlite => format!(
                "CREATE TRIGGER {name} BEFORE {act} ON {table}
                 BEGIN SELECT RAISE(ABORT, 'what is recorded in {table} does not {word}'); END;\n"
            ),
            // ALWAYS: also for a session that says it replays what happened elsewhere.
            Dialect::Postgres => format!(
                "CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION never('{word}');
                 ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name};\n"
            ),
        }
    }
}

/// All guards. In PostgreSQL a table can be emptied without deleting a row.
fn guards(dialect: Dialect) -> impl Iterator<Item = Guard> {
    let acts = [("UPDATE", "change"), ("DELETE", "go"), ("TRUNCATE", "vanish")];
    let known = move |(act, _): &(&str, &str)| *act != "TRUNCATE" || dialect == Dialect::Postgres;
    let of_table = move |table| acts.into_iter().filter(known).map(move |(act, word)| Guard { table, act, word });
    KEPT.into_iter().flat_map(of_table)
}

/// The names of the guards that should be there and are not, or not in force.
pub(crate) async fn missing_guards(link: &mut Link<'_>) -> Result<Vec<String>, Failure> {
    let dialect = link.dialect();
    let there: Vec<String> = match dialect {
        Dialect::Sqlite => query("SELECT name FROM sqlite_schema WHERE type = 'trigger'").column(link).await?,
        Dialect::Postgres => {
            let in_force = query(
                "SELECT t.tgname::TEXT FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
                 WHERE t.tgenabled = 'A' AND f.prosrc = $1 AND t.tgrelid::REGCLASS::TEXT || '_never_' ||
                 CASE t.tgtype WHEN 18 THEN 'change' WHEN 10 THEN 'go' WHEN 34 THEN 'vanish' END = t.tgname",
            );
            in_force.bind(NEVER).column(link).await?
        }
    };
    let names = guards(dialect).map(|guard| guard.name());
    Ok(names.filter(|name| !there.contains(name)).collect())
}

/// Creates empty read tables that go with the connection. They come before the lasting ones of the same
/// names, so that the same statements fill them.
pub(crate) async fn create_temporary_read_tables(link: &mut Link<'_>) -> Result<(), Failure> {
    let tables: Vec<String> = READ.iter().map(|table| format!("CREATE TEMP TABLE {table};")).collect();
    link.run(in_words_of(link.dialect(), &tables.concat())).await
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

/// Lets PostgreSQL look at how much there is of what, after many rows were written at once: by itself it does so
/// a minute later, and until then might go through whole tables. SQLite goes by its indexes in any case.
pub(crate) async fn weigh(link: &mut Link<'_>) -> Result<(), Failure> {
    match link.dialect() {
        Dialect::Sqlite => Ok(()),
        Dialect::Postgres => {
            link.run(format!(
                "ANALYZE {}",
                [&KEPT[..], &READ_TABLES.map(|(table, _)| table)].concat().join(", ")
            ))
            .await
        }
    }
}

/// Empties the read tables.
pub(crate) async fn empty_read_tables(link: &mut Link<'_>) -> Result<(), Failure> {
    let tables: Vec<String> = READ_TABLES.iter().map(|(table, _)| format!("DELETE FROM {table};")).collect();
    link.run(tables.concat()).await
}
