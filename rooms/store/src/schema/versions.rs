//! Whether what lies at a place is ours, whole enough to be asked, and of a version that is read.

use crate::database::{Address, Place, Schema, Suspect};
use crate::fail::Failure;
use crate::sql::{Link, query};
use sqlx::Connection;

/// Checks that the database is empty, or holds tables of the version that this program knows.
pub(crate) async fn check_version(link: &mut Link<'_>, place: &Place, known: i64) -> Result<(), Failure> {
    let (version, others) = match place {
        Place::File(_) => {
            check_words(link).await?;
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

/// Checks that in a file the definitions of tables and columns are text. The library through which SQLite is asked stops its thread
/// where they are not, and whoever asked may wait for an answer for ever.
pub(crate) async fn check_words(link: &mut Link<'_>) -> Result<(), Failure> {
    let written: Vec<Vec<u8>> = query("SELECT CAST(type || name || tbl_name || IFNULL(sql, '') AS BLOB) FROM sqlite_schema")
        .column(link)
        .await?;
    if written.iter().all(|words| std::str::from_utf8(words).is_ok()) {
        Ok(())
    } else {
        Err(Failure::damaged("the definition of a table holds bytes that are no text"))
    }
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

/// Whether the tables are there. Asked inside the transaction that would create them.
pub(crate) async fn has_tables(link: &mut Link<'_>, place: &Place) -> Result<bool, Failure> {
    let version = match place {
        Place::File(_) => query("PRAGMA user_version").count(link).await?,
        Place::Server(_, schema) => version_on_server(link, *schema).await?,
    };
    Ok(version > 0)
}
