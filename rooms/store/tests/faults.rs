//! Faults of a PostgreSQL server and of the line to it: what was acknowledged is there, what was not is said to be
//! unknown or not written, and the next attempt connects anew. Needs a server, see `common/folder.rs`, and for the
//! crash the programs of one.

use crate::common::*;
use access::Viewer;
use register::port::{Of, Store, StoreError};
use sqlx::{Connection, PgConnection};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use store::{Home, RecordStore, Sort};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A server of the test's own, which it may crash.
struct OwnServer {
    folder: tempfile::TempDir,
    address: String,
}

impl OwnServer {
    fn start() -> OwnServer {
        let folder = tempfile::tempdir().unwrap();
        // Where root runs the tests, another user runs the server.
        #[cfg(unix)]
        std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let address = OwnServer::script("start", &folder.path().join("server"));
        OwnServer { folder, address }
    }

    fn script(verb: &str, folder: &Path) -> String {
        let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests-tools/postgres.sh");
        let output = Command::new(script).arg(verb).arg(folder).output().unwrap();
        assert!(output.status.success(), "{verb}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn act(&self, verb: &str) {
        OwnServer::script(verb, &self.folder.path().join("server"));
    }
}

impl Drop for OwnServer {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.act("stop");
        }
    }
}

async fn open_at(folder: &Path, address: &str) -> RecordStore {
    let home = Home {
        folder: folder.to_owned(),
        database: Some(address.parse().unwrap()),
        master_key: None,
    };
    RecordStore::open(&home, Sort::Exercise, Bench::new(1), Arc::new(FromBodies))
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_crashes_of_the_server_whatever_was_acknowledged_is_there_and_the_record_verifies() {
    if server().is_none() {
        return skipped("after_crashes_of_the_server_…");
    }
    let postgres = OwnServer::start();
    let folder = tempfile::tempdir().unwrap();
    let store = open_at(folder.path(), &postgres.address).await;
    let (over, lost) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let mut writers = Vec::new();
    for writer in 1u64..5 {
        let (store, over, lost) = (store.clone(), over.clone(), lost.clone());
        writers.push(tokio::spawn(async move {
            let mut acknowledged = Vec::new();
            for number in (writer * 1_000_000..).step_by(3) {
                if over.load(Ordering::Relaxed) {
                    break;
                }
                let drafts = (number..number + 1 + number % 3).map(draft).collect();
                match store.append(&Viewer::operator(), drafts, number % 10 == 0).await {
                    Ok(written) => acknowledged.extend(written.iter().map(|entry| entry.entry.id.clone())),
                    Err(StoreError::Database(_)) => {
                        lost.fetch_add(1, Ordering::Relaxed);
                    }
                    Err(other) => panic!("{other:?}"),
                }
            }
            acknowledged
        }));
    }
    // Where a crash strikes is chance: it goes on until one struck an append that was not committed yet.
    for crashes in 1..=20 {
        tokio::time::sleep(Duration::from_millis(500)).await;
        postgres.act("crash");
        postgres.act("again");
        if crashes >= 4 && lost.load(Ordering::Relaxed) > 0 {
            break;
        }
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    over.store(true, Ordering::Relaxed);
    let mut count = 0;
    for writer in writers {
        for id in writer.await.unwrap() {
            count += 1;
            let found = store.entry(&Viewer::operator(), &id).await.unwrap();
            assert!(found.is_some(), "{id} was acknowledged and is lost");
        }
    }
    let lost = lost.load(Ordering::Relaxed);
    assert!(count > 50 && lost > 0, "{count} entries were acknowledged, {lost} appends fell");
    assert_eq!(store.verify().await.unwrap().faults, []);
    store.close().await;
    assert_eq!(open_at(folder.path(), &postgres.address).await.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn a_lost_connection_is_said_and_the_next_attempt_connects_anew() {
    let Some(server) = server() else {
        return skipped("a_lost_connection_is_said_…");
    };
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let viewer = Viewer::public();
    append(&store, vec![draft(1)]).await;
    // Several connections that read, all of which are cut.
    let mut reading = Vec::new();
    for _ in 0..8 {
        let store = store.clone();
        reading.push(tokio::spawn(async move { store.entries(&Viewer::public(), Of::All, None).await }));
    }
    for entries in reading {
        assert_eq!(entries.await.unwrap().unwrap().len(), 2);
    }
    let mut admin = PgConnection::connect(&server).await.unwrap();
    let cut = async |admin: &mut PgConnection| {
        let ended: i64 = sqlx::query_scalar("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1")
            .bind(database_of(folder.path()))
            .fetch_one(admin)
            .await
            .unwrap();
        assert!(ended > 0);
    };
    cut(&mut admin).await;
    let said = store
        .append(&Viewer::operator(), vec![draft(2)], false)
        .await
        .unwrap_err()
        .to_string();
    assert!(said.contains("the connection to the database was lost"), "{said}");
    // One loss is said once, though every connection was lost.
    append(&store, vec![draft(2)]).await;
    for _ in 0..8 {
        assert!(store.entry(&viewer, &id(2)).await.unwrap().is_some());
    }
    // A connection that is cut on its way back to the pool is dropped there, and nobody is to be told.
    let mut lost = None;
    for _ in 0..20 {
        cut(&mut admin).await;
        match store.entry(&viewer, &id(2)).await {
            Ok(entry) => assert!(entry.is_some()),
            Err(error) => {
                lost = Some(error.to_string());
                break;
            }
        }
    }
    let said = lost.expect("cut at rest, it is said");
    assert!(said.contains("the connection to the database was lost"), "{said}");
    assert!(store.entry(&viewer, &id(2)).await.unwrap().is_some());
    assert_eq!(store.verify().await.unwrap().faults, []);
}

/// The message with which a client commits.
const COMMIT: &[u8] = b"Q\0\0\0\x0bCOMMIT\0";

/// What befalls the next commit on its way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// It does not reach the server.
    Before,
    /// It reaches the server, and the answer does not come back.
    After,
}

/// A line to the server that is cut at the next commit, once it is told to.
struct Line {
    address: String,
    cut: Arc<std::sync::Mutex<Option<Cut>>>,
}

impl Line {
    async fn to(server: &str) -> Line {
        let (before, after) = server.rsplit_once('@').unwrap();
        let (host, _) = after.split_once('/').unwrap();
        let host = host.to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("{before}@{}/postgres", listener.local_addr().unwrap());
        let cut = Arc::new(std::sync::Mutex::new(None));
        let cuts = cut.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = TcpStream::connect(&host).await.unwrap();
                tokio::spawn(carry(client, server, cuts.clone()));
            }
        });
        Line { address, cut }
    }
}

/// What is to befall this commit; the next one is left alone.
fn taken(cut: &std::sync::Mutex<Option<Cut>>) -> Option<Cut> {
    cut.lock().unwrap().take()
}

async fn carry(mut client: TcpStream, mut server: TcpStream, cut: Arc<std::sync::Mutex<Option<Cut>>>) {
    let (mut asked, mut answered) = ([0; 65_536], [0; 65_536]);
    loop {
        tokio::select! {
            read = client.read(&mut asked) => match read {
                Ok(count) if count > 0 => {
                    let message = asked.get(..count).unwrap();
                    if message.ends_with(COMMIT)
                        && let Some(cut) = taken(&cut)
                    {
                        if cut == Cut::After {
                            server.write_all(message).await.unwrap();
                            // The answer says that it is committed; nobody passes it on.
                            assert!(server.read(&mut answered).await.unwrap() > 0);
                        }
                        return;
                    }
                    server.write_all(message).await.unwrap();
                }
                _ => return,
            },
            read = server.read(&mut answered) => match read {
                Ok(count) if count > 0 => if client.write_all(answered.get(..count).unwrap()).await.is_err() { return },
                _ => return,
            },
        }
    }
}

#[tokio::test]
async fn of_a_commit_whose_answer_is_lost_it_is_learned_whether_it_was_written() {
    let Some(server) = server() else {
        return skipped("of_a_commit_whose_answer_is_lost_…");
    };
    let folder = Folder::new();
    let line = Line::to(&server).await;
    let database = home(folder.path())
        .await
        .database
        .map(|_| address(&line.address, &database_of(folder.path())).unwrap());
    let home = Home {
        folder: folder.path().to_owned(),
        database,
        master_key: None,
    };
    let store = RecordStore::open(&home, Sort::Exercise, Bench::new(1), Arc::new(FromBodies))
        .await
        .unwrap();
    append(&store, vec![draft(1)]).await;

    *line.cut.lock().unwrap() = Some(Cut::After);
    let written = store.append(&Viewer::operator(), vec![draft(2), draft(3)], false).await.unwrap();
    assert!(line.cut.lock().unwrap().is_none(), "the line was cut");
    for entry in &written {
        let found = store.entry(&Viewer::public(), &entry.entry.id).await.unwrap();
        assert_eq!(found.as_ref(), Some(entry), "it was written, as was said");
    }

    *line.cut.lock().unwrap() = Some(Cut::Before);
    let said = store
        .append(&Viewer::operator(), vec![draft(4)], false)
        .await
        .unwrap_err()
        .to_string();
    assert!(
        line.cut.lock().unwrap().is_none() && said.contains("nothing of this was written"),
        "{said}"
    );
    assert!(store.entry(&Viewer::public(), &id(4)).await.unwrap().is_none());
    append(&store, vec![draft(4)]).await;
    assert_eq!(store.verify().await.unwrap().faults, []);
}
