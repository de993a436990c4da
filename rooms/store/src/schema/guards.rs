//! The triggers by which what is recorded neither changes nor goes.

use super::{KEPT, NEVER};
use crate::fail::Failure;
use crate::sql::{Dialect, Link, query};

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

/// The statements that guard what is recorded.
pub(super) fn all_statements(dialect: Dialect) -> String {
    guards(dialect).map(|guard| guard.statement(dialect)).collect()
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
