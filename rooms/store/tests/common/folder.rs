//! Folders that go when a test ends, and beside each, where the tests run on PostgreSQL, a database.
//!
//! `COMITY_TEST_POSTGRES` gives the address of a server whose user may create databases. With it every test that
//! opens a record opens it there; without it, in a file.

use record::hex::hex;
use register::port::StoreError;
use sha2::{Digest, Sha256};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::path::Path;
use store::{Address, Home};

/// The variable with the server's address.
pub const SERVER: &str = "COMITY_TEST_POSTGRES";

/// The address of the server, where the tests run on one.
pub fn server() -> Option<String> {
    std::env::var(SERVER).ok().filter(|address| !address.is_empty())
}

/// Says that a test is skipped, since there is no server. `scripts/test` runs all tests once more with one, and
/// insists on it where nothing may be skipped.
pub fn skipped(test: &str) {
    eprintln!("skipped: {test} (no {SERVER})");
}

/// The name of the database beside a folder.
pub fn database_of(folder: &Path) -> String {
    let digest: [u8; 32] = Sha256::digest(folder.as_os_str().as_encoded_bytes()).into();
    format!("comity_test_{}", hex(&digest[..8]))
}

/// Where the record of a folder lies. Its database is created where it is missing.
pub async fn home(folder: &Path) -> Home {
    let Some(server) = server() else { return Home::from(folder) };
    let name = database_of(folder);
    let mut connection = PgConnection::connect(&server).await.unwrap();
    // One that is there already is what is wanted.
    let _ = run(
        &mut connection,
        format!("CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"),
    )
    .await;
    connection.close().await.unwrap();
    Home {
        folder: folder.to_owned(),
        database: Some(address(&server, &name).unwrap()),
        master_key: None,
    }
}

/// The address of a database on a server.
pub fn address(server: &str, database: &str) -> Result<Address, StoreError> {
    Ok(server.parse::<Address>()?.with_database(database))
}

pub async fn run(connection: &mut PgConnection, statements: String) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(connection).await.map(|_| ())
}

/// The only column of the rows of a statement, as texts, asked beside the store.
pub async fn texts(folder: &Path, statement: String) -> Vec<String> {
    let statement = AssertSqlSafe(statement);
    match server() {
        None => {
            let pool = sqlx::SqlitePool::connect(folder.join(store::DATABASE).to_str().unwrap())
                .await
                .unwrap();
            let texts = sqlx::query_scalar(statement).fetch_all(&pool).await.unwrap();
            pool.close().await;
            texts
        }
        Some(server) => {
            let mut connection = beside(&server, folder).await;
            let texts = sqlx::query_scalar(statement).fetch_all(&mut connection).await.unwrap();
            connection.close().await.unwrap();
            texts
        }
    }
}

/// Runs statements beside the store, as somebody who tampers would.
pub async fn change(folder: &Path, statements: String) {
    match server() {
        None => {
            let pool = sqlx::SqlitePool::connect(folder.join(store::DATABASE).to_str().unwrap())
                .await
                .unwrap();
            sqlx::raw_sql(AssertSqlSafe(statements)).execute(&pool).await.unwrap();
            pool.close().await;
        }
        Some(server) => run(&mut beside(&server, folder).await, statements).await.unwrap(),
    }
}

/// A connection to the database of a folder, as any program might open it, in the schema of the record.
pub async fn beside(server: &str, folder: &Path) -> PgConnection {
    let options: PgConnectOptions = server.parse().unwrap();
    let options = options.database(&database_of(folder)).options([("search_path", "record")]);
    PgConnection::connect_with(&options).await.unwrap()
}

/// A folder that goes when the test ends, with the database beside it.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let Some(server) = server() else { return };
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", database_of(self.path()));
        // The runtime of the test may be ending, and cannot be waited for here in any case.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                if let Ok(mut connection) = PgConnection::connect(&server).await {
                    let _ = run(&mut connection, drop).await;
                }
            });
        });
        let _ = dropping.join();
    }
}
