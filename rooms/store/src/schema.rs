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

/// Checks that the database is empty, or holds tables of the version that this program knows.
pub(crate) async fn check_version(link: &mut Link<'_>, place: &Place, known: i64) -> Result<(), Failure> {
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
    if version > known {
        return Err(Failure::refused(format!(
            "{place} was written by a newer Comity (its tables have version {version}, this program reads up to {known}); \
             install the newer Comity, nothing was changed"
        )));
    }
    if (1..known).contains(&version) {
        return Err(Failure::refused(format!(
            "{place} was written by an older Comity (its tables have version {version}, this program reads {known}); \
             export it with that one (`comity record export`) and import it to a new place with this one, nothing was changed"
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

/// How many tables there are that no Comity made: all but those of the desk, of the audit, and of imports. `$1` is the schema of
/// the record, which is asked for its version first.
const OTHER_TABLES: &str = "SELECT COUNT(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'desk', 'audit', 'desk_importing', 'audit_importing')
  AND n.nspname NOT LIKE 'pg\\_%' AND (n.nspname = $1 OR n.nspname NOT LIKE 'record%')";

/// The version of the tables in a schema; 0 where there are none.
async fn version_on_server(link: &mut Link<'_>, schema: Schema) -> Result<i64, Failure> {
    let there = query("SELECT COUNT(*) FROM pg_catalog.pg_tables WHERE schemaname = $1 AND tablename = 'version'");
    if there.bind(schema.name()).count(link).await? == 0 {
        return Ok(0);
    }
    // The name is one of a few words of ours.
    let version = match schema {
        Schema::Record => query("SELECT version FROM record.version"),
        Schema::Importing => query("SELECT version FROM record_importing.version"),
        Schema::Audit => query("SELECT version FROM audit.version"),
        Schema::ImportingAudit => query("SELECT version FROM audit_importing.version"),
        Schema::Desk | Schema::ImportingDesk => return Ok(0),
    };
    version.count(link).await
}

/// Whether a database on a server holds a record.
pub(crate) async fn lies_at(address: &Address) -> Result<bool, Failure> {
    Ok(version_at(address, Schema::Record).await? > 0)
}

/// The version of the tables in a schema of a database on a server; 0 where there are none.
pub(crate) async fn version_at(address: &Address, schema: Schema) -> Result<i64, Failure> {
    let mut plain = address.connect().await?;
    let version = version_on_server(&mut Link::Postgres(&mut plain, &Suspect::default()), schema).await;
    plain.close().await?;
    version
}

/// Creates a schema on a server with the table for its version, and the function that its guards call.
pub(crate) async fn create_schema(link: &mut Link<'_>, schema: Schema) -> Result<(), Failure> {
    let name = schema.name();
    link.run(format!("CREATE SCHEMA IF NOT EXISTS {name}; {ONLY_POSTGRES}{NEVER}$body$"))
        .await
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
    let guards: Vec<String> = guards(dialect).map(|guard| guard.statement(dialect)).collect();
    link.run(guards.concat()).await?;
    match dialect {
        Dialect::Sqlite => link.run(format!("PRAGMA user_version = {VERSION}")).await,
        Dialect::Postgres => link.run(format!("INSERT INTO version (one, version) VALUES (1, {VERSION})")).await,
    }
}

/// What may go after all, of a table from which nothing goes.
struct Exception {
    table: &'static str,
    /// When a row `OLD` may go, in SQLite.
    when: &'static str,
    /// The function that the guard calls in PostgreSQL, and what it does. It looks in the schema of its table, whatever a
    /// session's path is.
    function: &'static str,
    does: &'static str,
}

/// A body goes where its erasure was ordered; a key, where nothing is encrypted with it any more, but for the one
/// by which words are made.
const EXCEPTIONS: [Exception; 2] = [
    Exception {
        table: "bodies",
        when: "EXISTS (SELECT 1 FROM erased e WHERE e.position = OLD.position)",
        function: "never_unless_ordered",
        does: " DECLARE may_go BOOLEAN; BEGIN
          EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.erased WHERE position = $1)', TG_TABLE_SCHEMA) INTO may_go USING OLD.position;
          IF NOT may_go THEN RAISE EXCEPTION 'what is recorded in % does not %', TG_TABLE_NAME, TG_ARGV[0]; END IF;
          RETURN OLD; END ",
    },
    Exception {
        table: "vault",
        when: "OLD.name <> zeroblob(16) AND NOT EXISTS (SELECT 1 FROM bodies b WHERE b.key = OLD.name)
               AND NOT EXISTS (SELECT 1 FROM classes c WHERE c.key = OLD.name)",
        function: "never_while_used",
        does: " DECLARE may_go BOOLEAN; BEGIN
          EXECUTE format('SELECT $1 <> decode(repeat(''00'', 16), ''hex'') AND NOT EXISTS (SELECT 1 FROM %1$I.bodies WHERE key = $1)
            AND NOT EXISTS (SELECT 1 FROM %1$I.classes WHERE key = $1)', TG_TABLE_SCHEMA) INTO may_go USING OLD.name;
          IF NOT may_go THEN RAISE EXCEPTION 'what is recorded in % does not %', TG_TABLE_NAME, TG_ARGV[0]; END IF;
          RETURN OLD; END ",
    },
];

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
        let exception = EXCEPTIONS.iter().find(|exception| exception.table == *table && *act == "DELETE");
        match (dialect, exception) {
            (Dialect::Sqlite, Some(Exception { when, .. })) => format!(
                "CREATE TRIGGER {name} BEFORE {act} ON {table} WHEN NOT ({when})
                 BEGIN SELECT RAISE(ABORT, 'what is recorded in {table} does not {word}'); END;\n"
            ),
            (Dialect::Postgres, Some(Exception { function, does, .. })) => format!(
                "CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $body${does}$body$;
                 CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION {function}('{word}');
                 ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name};\n"
            ),
            (Dialect::Sqlite, None) => format!(
                "CREATE TRIGGER {name} BEFORE {act} ON {table}
                 BEGIN SELECT RAISE(ABORT, 'what is recorded in {table} does not {word}'); END;\n"
            ),
            // ALWAYS: also for a session that says it replays what happened elsewhere.
            (Dialect::Postgres, None) => format!(
                "CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION never('{word}');
                 ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name};\n"
            ),
        }
    }
}

/// All guards. In PostgreSQL a table can be emptied without deleting a row.
fn guards(dialect: Dialect) -> impl Iterator<Item = Guard> {
    // A key may be wrapped anew.
    let of_vault = move |guard: &Guard| guard.act != "UPDATE";
    guards_of(dialect, &KEPT).chain(guards_of(dialect, &["vault"]).filter(of_vault))
}

/// The guards of tables whose rows never change.
fn guards_of(dialect: Dialect, tables: &'static [&'static str]) -> impl Iterator<Item = Guard> {
    let acts = [("UPDATE", "change"), ("DELETE", "go"), ("TRUNCATE", "vanish")];
    let known = move |(act, _): &(&str, &str)| *act != "TRUNCATE" || dialect == Dialect::Postgres;
    let of_table = move |table: &&'static str| {
        let table = *table;
        acts.into_iter().filter(known).map(move |(act, word)| Guard { table, act, word })
    };
    tables.iter().flat_map(of_table)
}

/// The statements that guard tables whose rows never change.
pub(crate) fn guard_statements(dialect: Dialect, tables: &'static [&'static str]) -> String {
    guards_of(dialect, tables).map(|guard| guard.statement(dialect)).collect()
}

/// The names of the guards that should be there and are not, or not in force.
pub(crate) async fn missing_guards(link: &mut Link<'_>) -> Result<Vec<String>, Failure> {
    let guards: Vec<Guard> = guards(link.dialect()).collect();
    missing(link, guards).await
}

/// The same for tables whose rows never change.
pub(crate) async fn missing_guards_of(link: &mut Link<'_>, tables: &'static [&'static str]) -> Result<Vec<String>, Failure> {
    let guards: Vec<Guard> = guards_of(link.dialect(), tables).collect();
    missing(link, guards).await
}

async fn missing(link: &mut Link<'_>, guards: Vec<Guard>) -> Result<Vec<String>, Failure> {
    let dialect = link.dialect();
    let there: Vec<String> = match dialect {
        Dialect::Sqlite => {
            // As it was written, to the letter: one of the same name may do nothing.
            let written: Vec<String> = query("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").column(link).await?;
            let as_made = |guard: &&Guard| {
                written
                    .iter()
                    .any(|sql| sql == guard.statement(dialect).trim_end_matches([';', '\n']))
            };
            guards.iter().filter(as_made).map(Guard::name).collect()
        }
        Dialect::Postgres => {
            let in_force = query(
                "SELECT t.tgname::TEXT FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
                 WHERE t.tgenabled = 'A' AND t.tgqual IS NULL AND t.tgattr::TEXT = '' AND t.tgrelid::REGCLASS::TEXT || '_never_' ||
                 CASE t.tgtype WHEN 18 THEN 'change' WHEN 10 THEN 'go' WHEN 11 THEN 'go' WHEN 34 THEN 'vanish' END = t.tgname
                 AND (f.prosrc = $1 AND t.tgtype <> 11
                   OR f.prosrc = $2 AND t.tgtype = 11 AND t.tgname = 'bodies_never_go'
                   OR f.prosrc = $3 AND t.tgtype = 11 AND t.tgname = 'vault_never_go')",
            );
            let [bodies, vault] = EXCEPTIONS.map(|exception| exception.does);
            in_force.bind(NEVER).bind(bodies).bind(vault).column(link).await?
        }
    };
    let names = guards.iter().map(Guard::name);
    Ok(names.filter(|name| !there.contains(name)).collect())
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
