//! One encrypted file holds record, desk and audit, and gives them back whole, on either database.

use crate::common::*;
use access::Viewer;
use record::audience::Level;
use register::audit::{Act, Audit, AuditFilter, Event, Who};
use register::desk::{Desk, Reference, Report, Said};
use register::port::{Of, Recorded, Scopes, Store, StoreError};
use register::sign_in::{Item, Key, Shelf, SignInDesk};
use sqlx::Connection;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{BackedUp, DATABASE, DESK, DeskStore, Home, RecordStore, Restored, Sort};

/// What stands in the matters under seal of these tests.
const SECRET: &str = "Exercise Sealed Name";

fn report() -> Report {
    Report {
        reference: Reference::from_bytes([1; 12]),
        received: "2026-11-25T11:00:00Z".parse().unwrap(),
        said: Said {
            page: "/en/warrants".into(),
            entry: String::new(),
            wrong: "Exercise wrong".into(),
            right: "Exercise right".into(),
            contact: "reader@example.org".into(),
        },
        closed: None,
    }
}

fn session() -> Item {
    Item {
        shelf: Shelf::Session,
        key: Key::from_bytes([7; 32]),
        owner: None,
        expires: None,
        value: b"exercise session".to_vec(),
    }
}

/// What an authenticator counted.
fn counter() -> Item {
    Item {
        shelf: Shelf::Authenticator,
        key: Key::from_bytes([8; 32]),
        value: b"exercise counter".to_vec(),
        ..session()
    }
}

/// Fills a record: every level, a matter that was narrowed, a correction, ticks, an entry that waits; a report and a session at
/// the desk; an event of the audit.
async fn fill(home: &Home, bench: &Arc<Bench>, store: &RecordStore) {
    let mut hidden = sealed(draft(8));
    hidden.body = hidden.body.text("name", SECRET);
    let narrowed = vec![restricted(draft(2)), narrowing(7, &draft(2), Level::UnderSeal)];
    append(store, [vec![draft(1)], narrowed, vec![hidden, confidential(draft(9))]].concat()).await;
    bench.set("2026-11-25T10:31:00Z");
    store
        .append(&Viewer::operator(), (10..20).map(draft).collect(), true)
        .await
        .unwrap();
    append(store, vec![correction(4, &draft(1), &id(1))]).await;
    bench.set("2026-11-25T10:40:00Z");
    store.tick_due().await.unwrap();
    append(store, vec![draft(6)]).await;
    let desk = DeskStore::open(home).await.unwrap();
    assert!(desk.keep(&report(), 9).await.unwrap());
    assert!(desk.insert(&session()).await.unwrap());
    assert!(desk.insert(&counter()).await.unwrap());
    let event = Event::new(bench.at(), Act::SignedIn, Who::operator("exercise"));
    store.audit().write(&[event]).await.unwrap();
}

async fn backed_up(store: &RecordStore) -> (Vec<u8>, BackedUp) {
    let mut file = Vec::new();
    let told = store.back_up(&mut file).await.unwrap();
    (file, told)
}

/// Restores to a place, with the keys of another folder.
async fn restore(to: &Home, from: &Path, file: &[u8]) -> Result<Restored, StoreError> {
    let to = Home {
        master_key: Some(from.join("master.key")),
        ..to.clone()
    };
    let (keys, bench) = (from.join("keys.json"), Bench::new(5));
    RecordStore::restore(&to, &keys, &mut &file[..], bench, Arc::new(FromBodies), restored_event()).await
}

async fn open_with(home: &Home, from: &Path) -> RecordStore {
    let home = Home {
        master_key: Some(from.join("master.key")),
        ..home.clone()
    };
    RecordStore::open(&home, Sort::Exercise, Bench::new(6), Arc::new(FromBodies))
        .await
        .unwrap()
}

/// Everything that can be asked of a record.
async fn said(store: &RecordStore) -> String {
    let operator = Viewer::operator();
    let entries = store.entries(&operator, Of::All, None).await.unwrap();
    let day = jiff::civil::date(2015, 1, 1);
    let counts = store.counts(false, "outstanding", Scopes::Beginning(""), day).await.unwrap();
    let checkpoint = store.checkpoint().await.unwrap();
    let proof = store.proof(&operator, &id(8)).await.unwrap();
    let key = store.verifier_key_text();
    let mut audit = store.audit().list(&AuditFilter::default(), None, 100).await.unwrap();
    audit.retain(|kept| kept.act != Act::Restored);
    format!("{entries:#?}\n{counts:?}\n{checkpoint:?}\n{proof:?}\n{key}\n{audit:#?}")
}

async fn check_restored(from: &Path, to: &Home, file: &[u8], before: &str, entries: u64) {
    let told = restore(to, from, file).await.unwrap();
    assert_eq!(told.entries, entries);
    let store = open_with(to, from).await;
    assert_eq!(said(&store).await, before);
    assert!(before.contains(SECRET), "sealed matter is read again");
    assert_eq!(store.verify().await.unwrap().faults, []);
    let audit = store.audit().list(&AuditFilter::default(), None, 1).await.unwrap();
    assert_eq!(audit[0].act, Act::Restored, "the audit tells of it");
    // It goes on under the same key.
    append(&store, vec![draft(30)]).await;
    assert_eq!(store.verify().await.unwrap().faults, []);
    let desk = DeskStore::open(to).await.unwrap();
    assert_eq!(desk.reports().await.unwrap(), [report()]);
    assert_eq!(desk.read(Shelf::Session, &session().key).await.unwrap(), None, "no session revives");
    let counted = desk.read(Shelf::Authenticator, &counter().key).await.unwrap();
    assert_eq!(counted, Some(counter()), "a cloned authenticator is noticed");
    store.close().await;
}

#[tokio::test]
async fn what_is_restored_is_what_was_backed_up_on_either_database() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let here = home(folder.path()).await;
    fill(&here, &bench, &store).await;
    let before = said(&store).await;
    let (file, _) = backed_up(&store).await;
    let entries = store.verify().await.unwrap().entries;
    let same = Folder::new();
    check_restored(folder.path(), &home(same.path()).await, &file, &before, entries).await;
    if server().is_none() {
        skipped("what_is_restored_… across databases");
        return;
    }
    let other = tempfile::tempdir().unwrap();
    check_restored(folder.path(), &Home::from(other.path()), &file, &before, entries).await;
    let (file, _) = backed_up(&open_with(&Home::from(other.path()), folder.path()).await).await;
    let back = Folder::new();
    restore(&home(back.path()).await, folder.path(), &file).await.unwrap();
    let store = open_with(&home(back.path()).await, folder.path()).await;
    assert_eq!(store.verify().await.unwrap().faults, []);
}

/// Every table of the schemas of a record.
async fn all_tables(folder: &Path) -> Vec<(String, String)> {
    let mut tables = Vec::new();
    match server() {
        None => {
            for (schema, file) in [("audit", "audit.sqlite"), ("desk", DESK), ("record", DATABASE)] {
                let pool = sqlx::SqlitePool::connect(folder.join(file).to_str().unwrap()).await.unwrap();
                let names: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table'")
                    .fetch_all(&pool)
                    .await
                    .unwrap();
                tables.extend(names.into_iter().map(|name| (schema.to_owned(), name)));
            }
        }
        Some(server) => {
            let mut raw = beside(&server, folder).await;
            let ours = "SELECT schemaname::TEXT, tablename::TEXT FROM pg_catalog.pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> 'version'";
            tables = sqlx::query_as(ours).fetch_all(&mut raw).await.unwrap();
            raw.close().await.unwrap();
        }
    }
    tables.sort();
    tables
}

#[tokio::test]
async fn every_table_is_in_the_backup_or_is_known_not_to_be() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    fill(&home(folder.path()).await, &bench, &store).await;
    let (_, told) = backed_up(&store).await;
    // Derived anew from the entries, or work that a new place has not to do. Whoever adds a table decides whether it belongs here.
    let derived = [
        "abouts",
        "classes",
        "closings",
        "derived",
        "derived_by",
        "list_rows",
        "names",
        "readers",
        "shelf",
        "sum_blocks",
        "sum_days",
        "uncleared",
    ];
    let without = derived.map(|table| ("record", table));
    let without = without.map(|(schema, table)| (schema.to_owned(), table.to_owned()));
    let within = told.tables.iter().map(|(schema, table, _)| ((*schema).to_owned(), table.clone()));
    let mut accounted: Vec<(String, String)> = within.chain(without).collect();
    accounted.sort();
    assert_eq!(accounted, all_tables(folder.path()).await);
    let rows = |table: &str| told.tables.iter().find(|(_, name, _)| name == table).unwrap().2;
    assert_eq!(rows("heads"), rows("bodies"));
    assert!(rows("vault") > 1 && rows("error_reports") == 1 && rows("events") > 0);
    assert_eq!(rows("sign_in"), 1, "of sign-in what authenticators counted, and nothing else");
}

fn holds(file: &[u8], bytes: &[u8]) -> bool {
    file.windows(bytes.len()).any(|window| window == bytes)
}

#[tokio::test]
async fn the_file_holds_nothing_that_can_be_read_and_no_key() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    fill(&home(folder.path()).await, &bench, &store).await;
    let (file, told) = backed_up(&store).await;
    assert!(holds(&file, told.origin.as_bytes()), "the search would find a word");
    let keys = ["master.key", "keys.json"].map(|name| std::fs::read_to_string(folder.path().join(name)).unwrap());
    let secrets = keys
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_ascii_alphanumeric() && !"+/=".contains(c)));
    let secrets: Vec<&str> = secrets.filter(|word| word.len() > 40).collect();
    assert_eq!(secrets.len(), 4, "the master key, and three others");
    let words = [
        SECRET,
        "exercise-0008-1",
        "Exercise Person1",
        "warrant.issued",
        "Exercise wrong",
        "reader@example.org",
    ];
    for word in words.into_iter().chain(secrets) {
        assert!(!holds(&file, word.as_bytes()), "{word}");
    }
}

/// The files and folders in a folder.
fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn what_is_not_as_it_was_written_or_has_other_keys_is_refused_and_leaves_nothing_behind() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    fill(&home(folder.path()).await, &bench, &store).await;
    let (file, _) = backed_up(&store).await;
    let other = Folder::new();
    open(other.path(), Sort::Exercise, &Bench::new(2)).await.close().await;
    let to = Folder::new();
    let place = home(to.path()).await;
    let lines = file.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
    let body = lines.take(2).last().unwrap() + 1;
    let flipped = |at: usize| {
        let mut file = file.clone();
        file[at] ^= 1;
        file
    };
    let cases = [
        (flipped(3), "no backup of Comity"),
        (flipped(body), "not as it was written"),
        (flipped(file.len() / 2), "not as it was written"),
        (flipped(file.len() - 1), "not as it was written"),
        (file[..file.len() - 1].to_vec(), "not as it was written"),
        (file[..body].to_vec(), "not as it was written"),
        ([&file[..], b"x"].concat(), "not as it was written"),
        ([b"comity backup v9", &file[16..]].concat(), "comity backup v9"),
    ];
    for (file, why) in cases {
        let refused = restore(&place, folder.path(), &file).await.unwrap_err().to_string();
        assert!(refused.contains(why), "{why}: {refused}");
        assert_eq!(names(to.path()), Vec::<PathBuf>::new(), "{why}");
        assert!(!RecordStore::lies_at(&place).await.unwrap(), "{why}");
    }
    let with = async |master: &Path, keys: &Path| {
        let place = Home {
            master_key: Some(master.to_owned()),
            ..place.clone()
        };
        let bench = Bench::new(5);
        let refused = RecordStore::restore(&place, keys, &mut &file[..], bench, Arc::new(FromBodies), restored_event()).await;
        assert_eq!(names(to.path()), Vec::<PathBuf>::new());
        refused.unwrap_err().to_string()
    };
    let (own, foreign) = (folder.path(), other.path());
    let refused = with(&foreign.join("master.key"), &own.join("keys.json")).await;
    assert!(refused.contains("master key is not the one"), "{refused}");
    let refused = with(&own.join("master.key"), &foreign.join("keys.json")).await;
    assert!(refused.contains("does not belong to the record"), "{refused}");
    let refused = with(&own.join("none"), &own.join("keys.json")).await;
    assert!(refused.contains("is missing"), "{refused}");
    let refused = with(&own.join("master.key"), &own.join("none")).await;
    assert!(refused.contains("are missing"), "{refused}");
    // After all that, the right file with the right keys.
    restore(&place, folder.path(), &file).await.unwrap();
    let refused = restore(&place, folder.path(), &file).await.unwrap_err().to_string();
    assert!(refused.contains("already"), "{refused}");
    assert_eq!(open_with(&place, folder.path()).await.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn a_place_with_a_desk_and_no_record_is_not_written_over() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    fill(&home(folder.path()).await, &bench, &store).await;
    let (file, _) = backed_up(&store).await;
    let to = Folder::new();
    let place = home(to.path()).await;
    let desk = DeskStore::open(&place).await.unwrap();
    assert!(desk.keep(&report(), 9).await.unwrap());
    let refused = restore(&place, folder.path(), &file).await.unwrap_err().to_string();
    assert!(refused.contains("already"), "{refused}");
    assert_eq!(desk.reports().await.unwrap(), [report()]);
}

#[tokio::test]
async fn beside_what_another_database_left_nothing_is_restored() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    fill(&Home::from(folder.path()), &bench, &store).await;
    let (file, _) = backed_up(&store).await;
    for database in [DATABASE, DESK, "audit.sqlite"] {
        for end in ["", "-wal", "-shm", "-journal"] {
            let to = tempfile::tempdir().unwrap();
            let left = to.path().join(format!("{database}{end}"));
            std::fs::write(&left, "exercise").unwrap();
            let refused = restore(&Home::from(to.path()), folder.path(), &file).await.unwrap_err().to_string();
            assert!(refused.contains(&format!("{} is there already", left.display())), "{refused}");
            assert_eq!(names(to.path()), [left]);
        }
    }
}

#[tokio::test]
async fn the_keys_of_another_record_are_not_written_over() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    fill(&home(folder.path()).await, &bench, &store).await;
    let (file, _) = backed_up(&store).await;
    let (other, to) = (Folder::new(), Folder::new());
    open(other.path(), Sort::Exercise, &Bench::new(2)).await.close().await;
    let keys = to.path().join("keys.json");
    std::fs::copy(other.path().join("keys.json"), &keys).unwrap();
    let place = home(to.path()).await;
    let refused = restore(&place, folder.path(), &file).await.unwrap_err().to_string();
    assert!(refused.contains("keys of another record"), "{refused}");
    assert_eq!(names(to.path()), std::slice::from_ref(&keys));
    // Its own may be there already.
    std::fs::copy(folder.path().join("keys.json"), &keys).unwrap();
    restore(&place, folder.path(), &file).await.unwrap();
}

/// A backup at whose end somebody begins a desk where it is restored.
struct Meanwhile<'f> {
    file: &'f [u8],
    place: Home,
    begun: bool,
}

impl std::io::Read for Meanwhile<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        if self.file.is_empty() && !self.begun {
            self.begun = true;
            let place = self.place.clone();
            let begin = async move {
                let desk = DeskStore::open(&place).await.unwrap();
                assert!(desk.keep(&report(), 9).await.unwrap());
            };
            let begun = std::thread::spawn(|| tokio::runtime::Runtime::new().unwrap().block_on(begin));
            begun.join().unwrap();
        }
        self.file.read(bytes)
    }
}

#[tokio::test]
async fn what_somebody_begins_meanwhile_is_neither_written_over_nor_taken_away() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    fill(&home(folder.path()).await, &bench, &store).await;
    let (file, _) = backed_up(&store).await;
    let to = Folder::new();
    let place = Home {
        master_key: Some(folder.path().join("master.key")),
        ..home(to.path()).await
    };
    let mut input = std::io::BufReader::new(Meanwhile {
        file: &file,
        place: place.clone(),
        begun: false,
    });
    let keys = folder.path().join("keys.json");
    let refused = RecordStore::restore(&place, &keys, &mut input, Bench::new(5), Arc::new(FromBodies), restored_event()).await;
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("already"), "{refused}");
    let desk = DeskStore::open(&place).await.unwrap();
    assert_eq!(desk.reports().await.unwrap(), [report()]);
    let left = if server().is_some() {
        Vec::new()
    } else {
        vec![to.path().join(DESK)]
    };
    assert_eq!(names(to.path()), left, "neither keys nor half a record");
    assert!(!RecordStore::lies_at(&place).await.unwrap());
}

#[tokio::test]
async fn an_audit_that_does_not_verify_is_not_restored() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    fill(&Home::from(folder.path()), &bench, &store).await;
    let audit = sqlx::SqlitePool::connect(folder.path().join("audit.sqlite").to_str().unwrap())
        .await
        .unwrap();
    let tampered = "DROP TRIGGER events_never_change; UPDATE events SET instant = '2026-11-25T09:00:00.000000Z' WHERE position = 1";
    sqlx::raw_sql(tampered).execute(&audit).await.unwrap();
    audit.close().await;
    let (file, _) = backed_up(&store).await;
    let to = tempfile::tempdir().unwrap();
    let refused = restore(&Home::from(to.path()), folder.path(), &file).await.unwrap_err().to_string();
    assert!(refused.contains("the audit: event 1"), "{refused}");
    assert_eq!(names(to.path()), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn a_backup_made_while_others_write_is_the_record_of_one_moment() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    fill(&home(folder.path()).await, &bench, &store).await;
    let writing = store.clone();
    let writer = tokio::spawn(async move {
        for number in 100..160 {
            append(&writing, vec![sealed(draft(number)), draft(number + 100)]).await;
        }
    });
    let mut files = Vec::new();
    for _ in 0..3 {
        files.push(backed_up(&store).await.0);
        tokio::task::yield_now().await;
    }
    writer.await.unwrap();
    let all = store.entries(&Viewer::operator(), Of::All, None).await.unwrap();
    for file in files {
        let to = Folder::new();
        let place = home(to.path()).await;
        restore(&place, folder.path(), &file).await.unwrap();
        let restored = open_with(&place, folder.path()).await;
        let entries = restored.entries(&Viewer::operator(), Of::All, None).await.unwrap();
        assert_eq!(entries[..], all[..entries.len()]);
    }
}

/// Somewhere to write a backup to, beside which an entry is erased once writing has begun.
struct Erasing {
    store: RecordStore,
    entry: Option<Recorded>,
}

impl Write for Erasing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if let Some(entry) = self.entry.take() {
            let (store, runtime) = (self.store.clone(), tokio::runtime::Handle::current());
            std::thread::spawn(move || runtime.block_on(async { erase(&store, 70, &[&entry]).await }))
                .join()
                .unwrap();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_erased_while_a_backup_is_made_is_in_no_backup() {
    let (_folder, _bench, store) = fresh(Sort::Exercise).await;
    let entry = append(&store, vec![confidential(draft(60))]).await.remove(0);
    let mut out = Erasing {
        store: store.clone(),
        entry: Some(entry),
    };
    let refused = store.back_up(&mut out).await.unwrap_err().to_string();
    assert!(refused.contains("erased while the backup was made"), "{refused}");
    backed_up(&store).await;
}

#[tokio::test]
async fn a_backup_of_before_the_master_key_was_changed_needs_the_old_one() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    fill(&Home::from(folder.path()), &bench, &store).await;
    let (file, _) = backed_up(&store).await;
    let old = tempfile::tempdir().unwrap();
    for name in ["master.key", "keys.json"] {
        std::fs::copy(folder.path().join(name), old.path().join(name)).unwrap();
    }
    store.change_master_key(&Home::from(folder.path())).await.unwrap();
    // Whoever holds the old key writes no backup that nobody could open.
    let refused = store.back_up(&mut Vec::new()).await.unwrap_err().to_string();
    assert!(refused.contains("master key of this record was changed"), "{refused}");
    let to = tempfile::tempdir().unwrap();
    let refused = restore(&Home::from(to.path()), folder.path(), &file).await.unwrap_err().to_string();
    assert!(refused.contains("master key is not the one"), "{refused}");
    restore(&Home::from(to.path()), old.path(), &file).await.unwrap();
}
