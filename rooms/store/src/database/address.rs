//! The address of a PostgreSQL server, which is never said with its password.

use super::{PATIENCE, Schema};
use crate::fail::Failure;
use register::port::StoreError;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};
use std::str::FromStr;
use std::sync::Arc;

/// The address of a database on a PostgreSQL server: `postgres://USER@HOST:PORT/DATABASE`.
///
/// What is not said in it is taken from where PostgreSQL's own programs take it: `PGHOST`, `PGUSER`,
/// `PGPASSWORD`, `PGSSLMODE` and the like, and the password from the file `PGPASSFILE` (or `~/.pgpass`). Neither
/// `Display` nor `Debug` shows a password.
#[derive(Clone)]
pub struct Address(Arc<PgConnectOptions>);

impl FromStr for Address {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Address, StoreError> {
        let refused = |why: String| StoreError::Refused(format!("the address of the database {why}"));
        let form = "write it as postgres://USER@HOST:PORT/DATABASE, with characters like @ and / in a name or password as %40 and %2F";
        if !["postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme)) {
            return Err(refused(format!(
                "does not begin with postgres://; {form}. For the embedded database give none, and the folder with --data"
            )));
        }
        // The parser's own words may hold what it could not read.
        let options = PgConnectOptions::from_str(text).map_err(|_| {
            refused(format!(
                "cannot be read: look at its port, its percent signs and its options; {form}"
            ))
        })?;
        if options.get_database().is_none_or(str::is_empty) {
            return Err(refused(format!("names no database; {form}")));
        }
        Ok(Address(Arc::new(options.application_name("comity"))))
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let host = match self.0.get_socket() {
            Some(socket) => socket.display().to_string(),
            None => format!("{}:{}", self.0.get_host(), self.0.get_port()),
        };
        let database = self.0.get_database().unwrap_or_default();
        write!(f, "the database {database} on {host}")
    }
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

impl Address {
    /// The same server with another database.
    #[must_use]
    pub fn with_database(self, database: &str) -> Address {
        Address(Arc::new(Arc::unwrap_or_clone(self.0).database(database)))
    }

    /// What every connection to a schema has.
    pub(crate) fn options(&self, schema: Schema, read_only: bool) -> PgConnectOptions {
        let patience = PATIENCE.as_millis().to_string();
        PgConnectOptions::clone(&self.0).options([
            ("search_path", schema.name()),
            // Whoever set the server to acknowledge before it wrote did not do so for a record.
            ("synchronous_commit", "on"),
            ("default_transaction_read_only", if read_only { "on" } else { "off" }),
            // What is asked often has an index that also gives the order, and the way to it must not hang on how much
            // there is of what others may not see. By itself the server goes through small tables, or gathers and
            // sorts, and keeps a way that it chose while a table was small.
            ("enable_seqscan", "off"),
            ("enable_bitmapscan", "off"),
            ("lock_timeout", patience.as_str()),
            // A writer that died while the network did not notice gives the record free again.
            ("idle_in_transaction_session_timeout", "120s"),
            ("client_min_messages", "warning"),
            // Statements are short; to compile them would take longer than to run them.
            ("jit", "off"),
        ])
    }

    /// One connection, at once or not at all, to a server that can hold a record.
    pub(crate) async fn connect(&self) -> Result<PgConnection, Failure> {
        let connecting = PgConnection::connect_with(&self.0);
        let mut connection = match tokio::time::timeout(PATIENCE, connecting).await {
            Ok(Ok(connection)) => connection,
            Ok(Err(error)) => return Err(self.unreachable(&error)),
            Err(_) => return Err(self.unreachable(&sqlx::Error::PoolTimedOut)),
        };
        self.check_server(&mut connection).await?;
        Ok(connection)
    }

    /// Refuses a server on which a record would not be safe.
    async fn check_server(&self, connection: &mut PgConnection) -> Result<(), Failure> {
        let asked = "SELECT current_setting('fsync'), current_setting('full_page_writes'), current_setting('server_encoding'), \
                     pg_is_in_recovery(), current_setting('server_version_num')::BIGINT";
        let (fsync, full_pages, encoding, standby, version): (String, String, String, bool, i64) =
            sqlx::query_as(asked).fetch_one(connection).await?;
        let refused = |why: &str| Err(Failure::refused(format!("{self} cannot hold a record: {why}")));
        match () {
            () if version < OLDEST => refused("the server is older than PostgreSQL 13; give a newer one"),
            () if standby => refused("the server is a standby, which takes nothing in; give the address of the primary"),
            () if encoding != "UTF8" => refused("its encoding is not UTF8; create it with ENCODING 'UTF8'"),
            () if fsync != "on" || full_pages != "on" => {
                refused("the server does not make sure that what it acknowledges is on the disk; set fsync and full_page_writes to on")
            }
            () => Ok(()),
        }
    }

    /// What to look at where there is no connection.
    fn unreachable(&self, error: &sqlx::Error) -> Failure {
        let code = match error {
            sqlx::Error::Database(inner) => inner.code(),
            _ => None,
        };
        let user = self.0.get_username();
        let what = match code.as_deref() {
            // Invalid authorization, invalid password.
            Some("28000" | "28P01") => format!(
                "the server does not let the user {user} in; check the user, the password (PGPASSWORD, or the file .pgpass) and the server's pg_hba.conf"
            ),
            Some("3D000") => {
                "there is no such database on the server; create it (CREATE DATABASE … ENCODING 'UTF8'), or check its name".to_owned()
            }
            Some("42501") => format!("the user {user} may not connect to it; GRANT CONNECT to that user"),
            Some("53300") => "the server has no connection free; raise max_connections, or end other programs".to_owned(),
            Some("57P03") => "the server is just starting or stopping; repeat in a moment".to_owned(),
            Some(_) => error.to_string(),
            None => format!(
                "{}; check that the server runs there and that this machine may reach it",
                plainly(error)
            ),
        };
        Failure::from(StoreError::Database(format!("{self}: {what}")))
    }
}

/// PostgreSQL 13, in the numbers of `server_version_num`.
const OLDEST: i64 = 130_000;

fn plainly(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Io(inner) => inner.to_string(),
        sqlx::Error::PoolTimedOut => "the server did not answer in time".to_owned(),
        sqlx::Error::Tls(inner) => format!("no encrypted connection came about ({inner}); check sslmode and sslrootcert"),
        other => other.to_string(),
    }
}
