//! A body goes by an order of two persons alone; its head stays and verifies; nothing else of it stays anywhere.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
use access::{Assignment, Held, Organisation, Role, Viewer};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common::*;
use record::audience::Level;
use record::entry::{Author, Draft, EntryId, Subject};
use register::erasure::{Erased, order_body};
use register::port::{Of, Proof, Recorded, Store, StoreError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Home, RecordStore, Sort};

/// What stands in the entry that is erased.
const SECRET: &str = "Exercise Witness Name";

/// An entry with the secret in it, in a matter of its own.
fn witness(number: u64) -> Draft {
    let mut draft = draft(number);
    draft.about = vec![person("exercise-witness")];
    draft.body = draft.body.text("name", SECRET);
    draft
}

async fn refused(store: &RecordStore, draft: Draft) -> String {
    match store.append(&Viewer::operator(), vec![draft], false).await {
        Err(StoreError::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

async fn recorded(store: &RecordStore, number: u64) -> Recorded {
    store.entry(&Viewer::operator(), &id(number)).await.unwrap().unwrap()
}

async fn faults(store: &RecordStore) -> String {
    let report = store.verify().await.unwrap();
    report.faults.iter().map(|fault| format!("{fault}\n")).collect()
}

fn files_with(folder: &Path, text: &[u8]) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let holds = |path: &PathBuf| std::fs::read(path).unwrap().windows(text.len()).any(|window| window == text);
    files.filter(holds).collect()
}

/// The body of an entry as it lies in the database, in the letters that the database gives for bytes.
async fn body_of(folder: &Path, position: u64) -> Vec<String> {
    let hex = if server().is_some() {
        "encode(bytes, 'hex')"
    } else {
        "lower(hex(bytes))"
    };
    texts(folder, format!("SELECT {hex} FROM bodies WHERE position = {position}")).await
}

fn bytes_of(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2)
        .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

#[tokio::test]
async fn what_was_erased_stands_in_no_file_while_the_record_is_open_nor_after() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    // Written as it is, then closed: the plain text lies in the file. And one whose ciphertext does.
    let plain = append(&store, vec![restricted(witness(1)), sealed(witness(2))]).await;
    assert!(
        !files_with(folder.path(), SECRET.as_bytes()).is_empty(),
        "the search finds it while it is there"
    );
    let home = folder.path();
    let pool = sqlx::SqlitePool::connect(home.join(store::DATABASE).to_str().unwrap())
        .await
        .unwrap();
    let ciphertext: Vec<u8> = sqlx::query_scalar("SELECT bytes FROM bodies WHERE position = 2")
        .fetch_one(&pool)
        .await
        .unwrap();
    let wrapped = async || -> Vec<Vec<u8>> { sqlx::query_scalar("SELECT wrapped FROM vault").fetch_all(&pool).await.unwrap() };
    let before = wrapped().await;
    assert!(!files_with(home, &ciphertext).is_empty());
    erase(&store, 10, &[&plain[0]]).await;
    erase(&store, 20, &[&plain[1]]).await;
    let after = wrapped().await;
    let gone: Vec<&Vec<u8>> = before.iter().filter(|key| !after.contains(key)).collect();
    assert_eq!(gone.len(), 1, "the key of the matter that was erased whole is gone");
    pool.close().await;
    for word in [SECRET.as_bytes(), b"exercise-witness", &ciphertext[..], &ciphertext[..40], gone[0]] {
        assert_eq!(files_with(home, word), Vec::<PathBuf>::new(), "while the record is open");
    }
    assert_eq!(faults(&store).await, "");
    bench.set("2026-11-25T10:31:00Z");
    store.tick_due().await.unwrap();
    store.rebuild().await.unwrap();
    store.close().await;
    for word in [SECRET.as_bytes(), b"exercise-witness", &ciphertext[..], gone[0]] {
        assert_eq!(files_with(home, word), Vec::<PathBuf>::new(), "after it was closed");
    }
}

/// Writes a text into the free middle of a page of the file, where SQLite leaves a copy of what it moved now and then.
fn leave_a_copy(file: &Path, text: &[u8]) {
    const PAGE: usize = 4096;
    let mut bytes = std::fs::read(file).unwrap();
    // A leaf of a table: the array of its cells grows from the head on, the cells from the end on.
    let room = |page: &[u8]| {
        let number = |at: usize| usize::from(u16::from_be_bytes([page[at], page[at + 1]]));
        let (begin, end) = (8 + 2 * number(3), number(5));
        (page[0] == 0x0d && begin + 2 * text.len() < end).then_some(begin + text.len() / 2)
    };
    let found = bytes
        .chunks(PAGE)
        .enumerate()
        .skip(1)
        .find_map(|(number, page)| Some(number * PAGE + room(page)?));
    let at = found.expect("a page with room");
    bytes[at..at + text.len()].copy_from_slice(text);
    std::fs::write(file, bytes).unwrap();
}

#[tokio::test]
async fn no_copy_is_left_where_the_database_once_moved_what_was_erased() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![restricted(witness(1)), draft(2)]).await;
    store.close().await;
    leave_a_copy(&folder.path().join(store::DATABASE), b"Exercise Copy Left Behind");
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    assert_eq!(faults(&store).await, "", "the database does not mind");
    assert!(!files_with(folder.path(), b"Exercise Copy Left Behind").is_empty());
    let entry = recorded(&store, 1).await;
    erase(&store, 10, &[&entry]).await;
    assert_eq!(files_with(folder.path(), b"Exercise Copy Left Behind"), Vec::<PathBuf>::new());
    assert_eq!(faults(&store).await, "");
    // Where that was cut off, rebuilding does it.
    store.close().await;
    leave_a_copy(&folder.path().join(store::DATABASE), b"Exercise Copy Left Behind");
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    store.rebuild().await.unwrap();
    assert_eq!(files_with(folder.path(), b"Exercise Copy Left Behind"), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn the_head_of_what_was_erased_stays_and_proves_and_nobody_reads_the_entry_any_more() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![confidential(witness(1)), confidential(draft(2)), draft(3)]).await;
    bench.set("2026-11-25T10:31:00Z");
    store.tick_due().await.unwrap();
    let operator = Viewer::operator();
    let Some(Proof::Ready(proof)) = store.proof(&operator, &id(1)).await.unwrap() else {
        panic!("proved")
    };
    let (root, entry) = (store.checkpoint().await.unwrap().root, recorded(&store, 1).await);
    let ordered = erase(&store, 10, &[&entry]).await;
    assert_eq!(
        ordered.audience, entry.audience,
        "the order is known to those who could know what it erased"
    );
    assert_eq!(store.checkpoint().await.unwrap().root, root);
    assert_eq!(faults(&store).await, "");
    assert_eq!(store.entry(&operator, &id(1)).await.unwrap(), None);
    assert_eq!(store.proof(&operator, &id(1)).await.unwrap(), None);
    for of in [
        Of::About(vec![person("exercise-witness")]),
        Of::Chain(id(1)),
        Of::All,
        Of::Matters(vec![entry.entry.matter.clone()]),
    ] {
        let entries = store.entries(&operator, of.clone(), None).await.unwrap();
        assert!(entries.iter().all(|read| read.entry.id != id(1)), "{of:?}");
    }
    // Whoever kept the proof of before still proves it, against the leaf that stands in the record.
    let proof = record::proof::Proof::parse(&proof).unwrap();
    let (_, key) = record::checkpoint::parse_verifier_key(&store.verifier_key_text()).unwrap();
    proof.verify(&key).unwrap();
    assert_eq!(record::leaf::leaf_hash(&proof.salt, proof.entry.as_bytes()), entry.leaf_hash);
    bench.set("2026-11-25T10:41:00Z");
    store.tick_due().await.unwrap();
    store.rebuild().await.unwrap();
    assert_eq!(faults(&store).await, "");
    // And the record is opened again.
    store.close().await;
    let store = open(folder.path(), Sort::Exercise, &bench).await;
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn an_entry_that_waits_for_its_tick_can_be_erased_and_is_ticked_all_the_same() {
    let (_folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(witness(1))]).await;
    let entry = recorded(&store, 1).await;
    erase(&store, 10, &[&entry]).await;
    bench.set("2026-11-25T10:31:00Z");
    store.tick_due().await.unwrap();
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn an_order_of_one_person_without_a_request_or_for_other_entries_is_refused() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    append(
        &store,
        vec![
            sealed(witness(1)),
            Draft {
                matter: "exercise-0001-1".into(),
                ..sealed(draft(2))
            },
            draft(3),
        ],
    )
    .await;
    let (entry, other) = (recorded(&store, 1).await, recorded(&store, 2).await);
    let asked = erasure_request(10, &[&entry]);
    // Before it was asked for.
    let why = refused(
        &store,
        Draft {
            about: Vec::new(),
            ..erasure_order(11, &asked, &[&entry])
        },
    )
    .await;
    assert!(why.contains("names no request"), "{why}");
    append(&store, vec![asked.clone()]).await;
    let granted = erasure_order(11, &asked, &[&entry]);
    for name in ["Exercise Officer One", " exercise officer one", "Exercise Officer Oné"] {
        let why = refused(
            &store,
            Draft {
                author: officer(name),
                ..granted.clone()
            },
        )
        .await;
        assert!(why.contains("come from one person"), "{why}");
    }
    let more = [&entry, &other];
    let erased: Vec<Erased> = more.iter().map(|recorded| Erased::of(recorded)).collect();
    let body = order_body(&asked.id, &erased, "exercise", "exercise");
    let why = refused(&store, Draft { body, ..granted.clone() }).await;
    assert!(why.contains("other entries than its request"), "{why}");
    let false_head = Erased {
        recorded: "2026-11-25T10:03:00.000000Z".into(),
        ..Erased::of(&entry)
    };
    let body = order_body(&asked.id, &[false_head], "exercise", "exercise");
    let why = refused(&store, Draft { body, ..granted.clone() }).await;
    assert!(why.contains("what its head does not say"), "{why}");
    let body = order_body(&asked.id, &[Erased::of(&entry)], " ", "exercise");
    let why = refused(&store, Draft { body, ..granted.clone() }).await;
    assert!(why.contains("no reason"), "{why}");
    let wider = Draft {
        audience: restricted(draft(9)).audience,
        ..granted.clone()
    };
    let why = refused(&store, wider).await;
    assert!(why.contains("narrower"), "{why}");
    assert_eq!(body_of(folder.path(), entry.position).await.len(), 1, "nothing went");
    append(&store, vec![granted.clone()]).await;
    assert_eq!(body_of(folder.path(), entry.position).await, Vec::<String>::new());
    let why = refused(&store, Draft { id: id(12), ..granted }).await;
    assert!(why.contains("nothing to erase"), "{why}");
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn what_is_public_what_comes_from_a_pack_and_what_access_hangs_on_is_not_erased() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let pack = Draft {
        author: Author::Pack("exercise".into()),
        ..restricted(draft(2))
    };
    let drafts = vec![
        draft(1),
        pack,
        restricted(draft(3)),
        narrowing(4, &draft(3), Level::Confidential),
        sealed(draft(5)),
    ];
    append(&store, drafts).await;
    let of = async |number: u64| recorded(&store, number).await;
    let why = refused(&store, erasure_request(10, &[&of(1).await])).await;
    assert!(why.contains("is public; close it first"), "{why}");
    let why = refused(&store, erasure_request(10, &[&of(2).await])).await;
    assert!(why.contains("comes from a pack"), "{why}");
    let why = refused(&store, erasure_request(10, &[&of(4).await])).await;
    assert!(why.contains("says who may know this matter"), "{why}");
    let asked = erasure_request(10, &[&of(5).await]);
    append(&store, vec![asked]).await;
    let why = refused(&store, erasure_request(11, &[&of(10).await])).await;
    assert!(why.contains("asks for an erasure"), "{why}");
    // With all that is in the matter the act that closed it goes too.
    erase(&store, 20, &[&of(3).await, &of(4).await]).await;
    assert_eq!(faults(&store).await, "");
    store.rebuild().await.unwrap();
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn an_act_that_closed_a_matter_stays_while_something_that_stays_would_be_known_to_others_without_it() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let fact = restricted(draft(1));
    let assigned = Draft {
        id: id(2),
        kind: "matter.assigned".into(),
        about: Vec::new(),
        body: record::json::Object::new()
            .text("account", "00112233445566778899aabbccddeeff")
            .text("by", "00112233445566778899aabbccddeeff")
            .text("level", "restricted"),
        ..fact.clone()
    };
    append(&store, vec![fact, assigned]).await;
    append(&store, vec![narrowing(3, &restricted(draft(1)), Level::UnderSeal)]).await;
    let (fact, act) = (recorded(&store, 1).await, recorded(&store, 3).await);
    let why = refused(&store, erasure_request(10, &[&fact, &act])).await;
    assert!(why.contains("would be known to others without it"), "{why}");
    erase(&store, 20, &[&fact]).await;
    let why = refused(&store, erasure_request(30, &[&act])).await;
    assert!(why.contains("would be known to others without it"), "{why}");
    assert_eq!(faults(&store).await, "");
    store.rebuild().await.unwrap();
    assert_eq!(recorded(&store, 2).await.audience.level, Level::UnderSeal);
}

#[tokio::test]
async fn what_an_account_asked_for_is_not_ordered_by_an_officer_at_the_shell_who_may_be_the_same() {
    use record::audience::{Audience, Organ, Reader};
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let (one, chambers) = ("00112233445566778899aabbccddeeff", Reader::Organ(Organ::Chambers));
    let mut own = sealed(witness(1));
    own.audience = Audience::of(Level::UnderSeal, chambers.clone(), [chambers]);
    append(&store, vec![own.clone()]).await;
    let entry = recorded(&store, 1).await;
    let asked = Draft {
        author: Author::Account(one.to_owned()),
        ..erasure_request(10, &[&entry])
    };
    store
        .append(&prosecutor(one, &own.matter), vec![asked.clone()], false)
        .await
        .unwrap();
    let why = refused(&store, erasure_order(11, &asked, &[&entry])).await;
    assert!(why.contains("may come from one person"), "{why}");
}

#[tokio::test]
async fn a_clearing_that_was_cut_off_is_finished_at_the_next_opening() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![restricted(witness(1)), draft(2)]).await;
    let entry = recorded(&store, 1).await;
    let order = erase(&store, 10, &[&entry]).await;
    assert!(store.is_cleared().await.unwrap());
    store.close().await;
    // As it stands where the program ended between the commit and the clearing.
    let raw = sqlx::SqlitePool::connect(folder.path().join(store::DATABASE).to_str().unwrap())
        .await
        .unwrap();
    let position = i64::try_from(order.position).unwrap();
    sqlx::query("INSERT INTO uncleared VALUES ($1)")
        .bind(position)
        .execute(&raw)
        .await
        .unwrap();
    raw.close().await;
    leave_a_copy(&folder.path().join(store::DATABASE), b"Exercise Copy Left Behind");
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    assert!(store.is_cleared().await.unwrap());
    assert_eq!(files_with(folder.path(), b"Exercise Copy Left Behind"), Vec::<PathBuf>::new());
    assert_eq!(faults(&store).await, "");
}

#[tokio::test]
async fn an_erasure_is_cleared_though_whoever_ordered_it_goes_away() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![restricted(witness(1)), draft(2)]).await;
    let entry = recorded(&store, 1).await;
    let asked = erasure_request(10, &[&entry]);
    append(&store, vec![asked.clone()]).await;
    store.close().await;
    leave_a_copy(&folder.path().join(store::DATABASE), b"Exercise Copy Left Behind");
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    let operator = Viewer::operator();
    tokio::select! {
        biased;
        _ = store.append(&operator, vec![erasure_order(11, &asked, &[&entry])], false) => panic!("it was done at once"),
        () = std::future::ready(()) => {}
    }
    let cleared = async || files_with(folder.path(), b"Exercise Copy Left Behind").is_empty();
    let mut looks = 0;
    while !cleared().await {
        looks += 1;
        assert!(looks < 1_000, "nobody clears it");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(store.entry(&operator, &id(1)).await.unwrap(), None);
}

#[tokio::test]
async fn a_key_that_was_put_back_and_that_nothing_uses_is_named() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    // Neither a matter that was opened leaves such a key nor one that was erased.
    append(&store, vec![sealed(draft(1)), sealed(witness(2))]).await;
    append(&store, vec![unsealing(3, &draft(1))]).await;
    let entry = recorded(&store, 2).await;
    let (all, from_hex) = match server() {
        None => ("SELECT hex(name) || ' ' || hex(wrapped) FROM vault", "x'VALUE'"),
        Some(_) => (
            "SELECT encode(name, 'hex') || ' ' || encode(wrapped, 'hex') FROM vault",
            "decode('VALUE', 'hex')",
        ),
    };
    let before = texts(folder.path(), all.to_owned()).await;
    erase(&store, 10, &[&entry]).await;
    assert_eq!(faults(&store).await, "");
    let after = texts(folder.path(), all.to_owned()).await;
    let gone: Vec<&String> = before.iter().filter(|row| !after.contains(row)).collect();
    assert_eq!(gone.len(), 1);
    let (name, wrapped) = gone[0].split_once(' ').unwrap();
    let value = |hex: &str| from_hex.replace("VALUE", hex);
    let back = format!("INSERT INTO vault (name, wrapped) VALUES ({}, {})", value(name), value(wrapped));
    change(folder.path(), back).await;
    let said = faults(&store).await;
    assert!(
        said.contains(&format!(
            "the key {} in the vault: nothing is encrypted with it",
            name.to_lowercase()
        )),
        "{said}"
    );
}

#[tokio::test]
async fn versions_of_an_entry_and_what_is_about_it_go_together() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let first = confidential(witness(1));
    let citation = Draft {
        id: id(3),
        kind: "citation.added".into(),
        about: vec![Subject::Entry(id(1))],
        ..first.clone()
    };
    append(&store, vec![first.clone(), correction(2, &first, &id(1)), citation]).await;
    let of = [recorded(&store, 1).await, recorded(&store, 2).await, recorded(&store, 3).await];
    for part in [&[0][..], &[0, 1], &[1, 2], &[0, 2]] {
        let named: Vec<&Recorded> = part.iter().map(|at| &of[*at]).collect();
        let why = refused(&store, erasure_request(10, &named)).await;
        assert!(why.contains("goes with it"), "{part:?}: {why}");
    }
    erase(&store, 10, &of.iter().collect::<Vec<_>>()).await;
    assert_eq!(faults(&store).await, "");
}

fn prosecutor(account: &str, matter: &str) -> Viewer {
    let assignment = Assignment {
        matter: matter.to_owned(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    };
    Viewer::of(account, Organisation::Court, Role::Chambers, vec![assignment]).unwrap()
}

#[tokio::test]
async fn a_person_erases_in_their_own_name_what_they_may_and_is_told_nothing_of_the_rest() {
    use record::audience::{Audience, Organ, Reader};
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let chambers = Reader::Organ(Organ::Chambers);
    let mut own = sealed(witness(1));
    own.audience = Audience::of(Level::UnderSeal, chambers.clone(), [chambers]);
    append(&store, vec![own.clone(), sealed(draft(2))]).await;
    let (one, two) = ("00112233445566778899aabbccddeeff", "ff112233445566778899aabbccddeeff");
    let viewers = [prosecutor(one, &own.matter), prosecutor(two, &own.matter)];
    let account = |id: &str| Author::Account(id.to_owned());
    let entry = recorded(&store, 1).await;
    let asked = Draft {
        author: account(one),
        ..erasure_request(10, &[&entry])
    };
    let why = store.append(&viewers[1], vec![asked.clone()], false).await.unwrap_err().to_string();
    assert!(why.contains("name of somebody else"), "{why}");
    // Of matter that they may not see they are told what they would be told of none.
    let hidden = Draft {
        author: account(one),
        ..erasure_request(30, &[&recorded(&store, 2).await])
    };
    let none = Draft {
        matter: "exercise-none".into(),
        ..hidden.clone()
    };
    let said = async |draft: Draft| {
        let matter = draft.matter.clone();
        let error = store.append(&viewers[0], vec![draft], false).await.unwrap_err();
        error.to_string().replace(&matter, "MATTER")
    };
    assert_eq!(said(hidden).await, said(none).await);
    store.append(&viewers[0], vec![asked.clone()], false).await.unwrap();
    let granted = erasure_order(11, &asked, &[&entry]);
    let same = Draft {
        author: account(one),
        ..granted.clone()
    };
    let why = store.append(&viewers[0], vec![same], false).await.unwrap_err().to_string();
    assert!(why.contains("come from one person"), "{why}");
    let other = Draft {
        author: account(two),
        ..granted
    };
    store.append(&viewers[1], vec![other], false).await.unwrap();
    assert_eq!(faults(&store).await, "");
}

/// A record in which one entry was erased, with ticks.
async fn with_an_erasure() -> (Folder, Arc<Bench>, RecordStore, u64) {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![sealed(witness(1)), sealed(draft(2)), draft(3)]).await;
    bench.set("2026-11-25T10:31:00Z");
    store.tick_due().await.unwrap();
    let entry = recorded(&store, 1).await;
    erase(&store, 10, &[&entry]).await;
    append(&store, vec![confidential(draft(4))]).await;
    (folder, bench, store, entry.position)
}

#[tokio::test]
async fn an_export_and_a_backup_of_a_record_with_an_erasure_are_taken_in_again() {
    let (folder, _, store, _) = with_an_erasure().await;
    let all = store.entries(&Viewer::operator(), Of::All, None).await.unwrap();
    let mut export = Vec::new();
    store.export(&mut export).await.unwrap();
    assert!(!String::from_utf8_lossy(&export).contains(SECRET));
    let to = Folder::new();
    let imported = RecordStore::import_record(&home(to.path()).await, &mut &export[..], Bench::new(5), Arc::new(FromBodies))
        .await
        .unwrap();
    assert_eq!(imported.entries(&Viewer::operator(), Of::All, None).await.unwrap(), all);
    assert_eq!(imported.checkpoint().await.unwrap().root, store.checkpoint().await.unwrap().root);
    assert_eq!(faults(&imported).await, "");
    let mut backup = Vec::new();
    store.back_up(&mut backup).await.unwrap();
    let to = Folder::new();
    let place = Home {
        master_key: Some(folder.path().join("master.key")),
        ..home(to.path()).await
    };
    let keys = folder.path().join("keys.json");
    RecordStore::restore(
        &place,
        &keys,
        &mut &backup[..],
        Bench::new(5),
        Arc::new(FromBodies),
        restored_event(),
    )
    .await
    .unwrap();
    let restored = RecordStore::open(&place, Sort::Exercise, Bench::new(6), Arc::new(FromBodies))
        .await
        .unwrap();
    assert_eq!(restored.entries(&Viewer::operator(), Of::All, None).await.unwrap(), all);
    assert_eq!(faults(&restored).await, "");
    // An export in which a body was left out without an order is none.
    let text = String::from_utf8(export).unwrap();
    let public = text.lines().find(|line| line.contains("Exercise Person3")).unwrap();
    let public = text.lines().position(|line| line == public).unwrap();
    let third = recorded(&store, 3).await;
    let false_line = format!(
        "{{\"erased\":\"{}\",\"leaf_hash\":\"{}\",\"ordered\":5,\"recorded\":\"{:.6}\"}}",
        third.entry.id,
        STANDARD.encode(third.leaf_hash),
        third.entry.recorded
    );
    let lines: Vec<&str> = text
        .lines()
        .enumerate()
        .map(|(at, line)| if at == public { &false_line } else { line })
        .collect();
    let false_export = lines.join("\n") + "\n";
    let to = Folder::new();
    let refused = RecordStore::import_record(
        &home(to.path()).await,
        &mut false_export.as_bytes(),
        Bench::new(5),
        Arc::new(FromBodies),
    )
    .await;
    let why = refused.err().unwrap().to_string();
    assert!(why.contains("no order of two persons"), "{why}");
}

#[tokio::test]
async fn the_database_lets_no_body_and_no_key_go_without_an_order() {
    let (folder, _, store, erased) = with_an_erasure().await;
    let tried = async |statement: String| {
        let folder = folder.path().to_owned();
        // What the database refuses ends the task that tried it.
        tokio::spawn(async move { change(&folder, statement).await }).await.is_ok()
    };
    assert!(!tried("DELETE FROM bodies WHERE position = 2".to_owned()).await);
    assert!(!tried("DELETE FROM vault".to_owned()).await);
    assert!(!tried("DELETE FROM erased".to_owned()).await);
    assert!(!tried(format!("UPDATE erased SET ordered = 1 WHERE position = {erased}")).await);
    assert_eq!(faults(&store).await, "");
    // Whoever writes into the database themselves is found out.
    change(folder.path(), "INSERT INTO erased (position, ordered) VALUES (2, 5)".to_owned()).await;
    assert!(faults(&store).await.contains("its body is still there"));
    change(folder.path(), "DELETE FROM bodies WHERE position = 2".to_owned()).await;
    let said = faults(&store).await;
    assert!(
        said.contains(&format!("entry {}: its body was taken away, and no order of two persons", id(2))),
        "{said}"
    );
}

#[tokio::test]
async fn a_changed_head_of_what_was_erased_is_found() {
    for column in ["id", "recorded", "leaf_hash"] {
        let (folder, _, store, erased) = with_an_erasure().await;
        let (value, drop) = match (server(), column) {
            (None, "recorded") => ("'2026-11-25T10:03:00.000001Z'".to_owned(), "DROP TRIGGER heads_never_change"),
            (Some(_), "recorded") => (
                "'2026-11-25T10:03:00.000001Z'".to_owned(),
                "DROP TRIGGER heads_never_change ON heads",
            ),
            (None, _) => (format!("(SELECT randomblob(length({column})))"), "DROP TRIGGER heads_never_change"),
            (Some(_), _) => (
                format!("set_byte({column}, 3, 255 - get_byte({column}, 3))"),
                "DROP TRIGGER heads_never_change ON heads",
            ),
        };
        change(
            folder.path(),
            format!("{drop}; UPDATE heads SET {column} = {value} WHERE position = {erased}"),
        )
        .await;
        let said = faults(&store).await;
        let lines = said
            .lines()
            .filter(|line| !line.contains("the guard") && !line.contains("read table"));
        assert!(lines.count() > 0, "{column}: {said}");
    }
}

#[tokio::test]
async fn the_key_of_a_matter_goes_with_the_last_body_under_it_and_no_sooner() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let second = Draft {
        id: id(2),
        ..sealed(witness(1))
    };
    append(&store, vec![sealed(witness(1)), second]).await;
    let (first, second) = (recorded(&store, 1).await, recorded(&store, 2).await);
    let keys = async || texts(folder.path(), "SELECT COUNT(*) || '' FROM vault".to_owned()).await;
    let before: usize = keys().await[0].parse().unwrap();
    let kept = bytes_of(&body_of(folder.path(), first.position).await[0]);
    assert!(kept.len() > 100);
    erase(&store, 10, &[&first]).await;
    assert_eq!(keys().await[0], before.to_string(), "the other entry is still encrypted with it");
    assert!(store.entry(&Viewer::operator(), &id(2)).await.unwrap().is_some());
    erase(&store, 20, &[&second]).await;
    assert_eq!(keys().await[0], (before - 1).to_string());
    // The orders are read all the same, and the matter goes on under a new key.
    let left = store
        .entries(&Viewer::operator(), Of::Matters(vec![first.entry.matter.clone()]), None)
        .await
        .unwrap();
    assert_eq!(left.len(), 4);
    let more = Draft {
        id: EntryId::from_bytes([9; 16]),
        ..sealed(draft(1))
    };
    append(&store, vec![more]).await;
    assert_eq!(faults(&store).await, "");
}
