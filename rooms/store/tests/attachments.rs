//! The files that entries name: how they lie on the disk, and what becomes of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
use access::Viewer;
use common::*;
use jiff::SignedDuration;
use record::entry::{Attachment, Draft};
use record::hex::hex;
use register::attachment::{AttachmentError, Attachments, MOST, MOST_FILES_WAITING, MOST_WAITING, Working, accept};
use register::port::{Store, StoreError};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use store::{Home, RecordStore, Sort};

const OWNER: &str = "00112233445566778899aabbccddeeff";
const SECRET: &str = "Exercise Sealed Words";

/// A text of so many lines of its own.
fn text(word: &str, lines: usize) -> Vec<u8> {
    (0..lines).map(|line| format!("{word} {line}\n")).collect::<String>().into_bytes()
}

async fn sent(store: &RecordStore, owner: &str, name: &str, bytes: &[u8]) -> Result<Working, AttachmentError> {
    let mut receiving = store.attachments().begin(owner).await?;
    for piece in bytes.chunks(50_000) {
        receiving.write(piece).await?;
    }
    accept(receiving, name, "text/plain").await
}

/// Sends a file and keeps it for the matter of a draft, which then names it.
async fn with_file(store: &RecordStore, mut draft: Draft, bytes: &[u8]) -> Draft {
    let working = sent(store, OWNER, "exercise.txt", bytes).await.unwrap();
    let kept = store.attachments().keep(OWNER, &working.id, &draft.matter).await.unwrap();
    assert_eq!(kept, working.file);
    draft.attachments.push(kept);
    draft
}

async fn read(store: &RecordStore, matter: &str, attachment: &Attachment) -> Result<Vec<u8>, AttachmentError> {
    let mut content = store.attachments().open(matter, attachment).await?;
    let mut bytes = Vec::new();
    loop {
        let piece = content.read(bytes.len() as u64).await?;
        if piece.is_empty() {
            return Ok(bytes);
        }
        bytes.extend(piece);
    }
}

/// The files that are kept.
fn kept(folder: &Path) -> Vec<PathBuf> {
    let items = std::fs::read_dir(folder.join("attachments")).unwrap();
    let mut files: Vec<PathBuf> = items.map(|item| item.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn waiting(folder: &Path) -> Vec<PathBuf> {
    let items = std::fs::read_dir(folder.join("attachments/working")).unwrap();
    items.map(|item| item.unwrap().path()).collect()
}

/// The files below a folder in which a text stands, or in whose names.
fn files_with(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in std::fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, text));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            let named = path.file_name().unwrap().to_string_lossy().contains(text);
            if named || bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
                found.push(path);
            }
        }
    }
    found
}

fn change_byte(path: &Path, at: u64) {
    let mut file = std::fs::OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut byte = [0];
    file.seek(SeekFrom::Start(at)).unwrap();
    file.read_exact(&mut byte).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(&[byte[0] ^ 1]).unwrap();
}

async fn faults(store: &RecordStore) -> Vec<String> {
    let faults = store.verify().await.unwrap().faults;
    faults.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn what_is_kept_is_read_as_it_was_sent_whatever_its_length() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    for length in [1, 65_535, 65_536, 65_537, 131_072, 300_001] {
        let bytes: Vec<u8> = text("exercise", 30_000).into_iter().take(length).collect();
        let draft = with_file(&store, draft(1), &bytes).await;
        let file = &draft.attachments[0];
        assert_eq!((file.length, file.media_type.as_str()), (length as u64, "text/plain"));
        assert_eq!(file.sha256, hex(&<[u8; 32]>::from(Sha256::digest(&bytes))));
        assert_eq!(read(&store, &draft.matter, file).await.unwrap(), bytes, "{length}");
        // From any place on.
        let mut content = store.attachments().open(&draft.matter, file).await.unwrap();
        let middle = length / 2;
        let piece = content.read(middle as u64).await.unwrap();
        assert!(bytes[middle..].starts_with(&piece) && !piece.is_empty());
    }
    assert!(faults(&store).await.is_empty());
}

#[tokio::test]
async fn the_same_file_in_two_matters_is_two_files_and_twice_in_one_is_one() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let bytes = text("exercise", 10);
    let one = with_file(&store, draft(1), &bytes).await;
    let other = with_file(&store, draft(2), &bytes).await;
    with_file(&store, draft(1), &bytes).await;
    let files = kept(folder.path());
    assert_eq!(files.len(), 2);
    assert_ne!(
        std::fs::read(&files[0]).unwrap(),
        std::fs::read(&files[1]).unwrap(),
        "they are not seen to be the same"
    );
    assert_eq!(one.attachments, other.attachments);
    let third = read(&store, "exercise-0003-1", &one.attachments[0]).await;
    assert!(matches!(third, Err(AttachmentError::Missing)));
}

#[tokio::test]
async fn nothing_of_a_file_stands_on_the_disk_as_it_is_neither_while_it_waits_nor_when_it_is_kept() {
    let (folder, _, store) = fresh_file(Sort::Exercise).await;
    let mut hidden = sealed(draft(1));
    hidden.matter = "exercise-sealed-matter".into();
    let bytes = text(SECRET, 20_000);
    let working = sent(&store, OWNER, "exercise-sealed-name.txt", &bytes).await.unwrap();
    let mut begun = store.attachments().begin(OWNER).await.unwrap();
    begun.write(&bytes).await.unwrap();
    let words = [
        SECRET,
        "exercise-sealed-name",
        "exercise-sealed-matter",
        &working.file.sha256,
        OWNER,
    ];
    let nowhere = |when: &str| {
        for word in words {
            assert_eq!(files_with(folder.path(), word), Vec::<PathBuf>::new(), "{word}, {when}");
        }
    };
    nowhere("while it waits");
    let file = store.attachments().keep(OWNER, &working.id, &hidden.matter).await.unwrap();
    hidden.attachments.push(file);
    append(&store, vec![hidden]).await;
    nowhere("when it is kept");
    store.close().await;
    nowhere("when the record is closed");
    // The search finds what stands there.
    std::fs::write(folder.path().join("attachments/working/x"), &bytes).unwrap();
    assert_eq!(files_with(folder.path(), SECRET).len(), 1);
}

#[tokio::test]
async fn a_file_that_was_changed_cut_off_exchanged_or_taken_away_is_noticed_and_named() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let (one, other) = (text("one", 30_000), text("two", 30_000));
    assert_eq!(one.len(), other.len(), "nothing but the contents tells them apart");
    let mut drafts = vec![
        with_file(&store, draft(1), &one).await,
        with_file(&store, sealed(draft(2)), &other).await,
    ];
    append(&store, drafts.clone()).await;
    assert!(faults(&store).await.is_empty());
    let files = kept(folder.path());
    let whole: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).unwrap()).collect();
    let length = whole[0].len() as u64;
    let damaged = async |what: &str, of: usize| {
        let faults = faults(&store).await;
        assert_eq!(faults.len(), of, "{what}: {faults:?}");
        assert!(
            faults
                .iter()
                .all(|fault| fault.starts_with("entry ") && fault.contains("its attachment with the SHA-256")),
            "{faults:?}"
        );
        for draft in &drafts {
            // Whatever was read before it was noticed, the end is never reached.
            if let Ok(bytes) = read(&store, &draft.matter, &draft.attachments[0]).await {
                assert!(bytes == one || bytes == other, "{what}");
            }
        }
        for (file, bytes) in files.iter().zip(&whole) {
            std::fs::write(file, bytes).unwrap();
        }
    };
    // In the first line, the head, its zeros, the first chunk, a tag, the last chunk.
    for at in [0, 30, 900, 1_100, 1_087 + 65_536 + 3, length - 20, length - 1] {
        change_byte(&files[0], at);
        damaged(&format!("a byte at {at}"), 1).await;
    }
    for cut in [0, 40, 1_087, 1_087 + 65_552, length - 1] {
        std::fs::write(&files[1], &whole[1][..usize::try_from(cut).unwrap()]).unwrap();
        damaged(&format!("cut off at {cut}"), 1).await;
    }
    std::fs::write(&files[0], &whole[1]).unwrap();
    std::fs::write(&files[1], &whole[0]).unwrap();
    damaged("exchanged", 2).await;
    // Chunks of one file between places: the first with the second.
    let mut moved = whole[0].clone();
    let (head, chunk) = (1_087, 65_552);
    let (first, second) = moved[head..].split_at_mut(chunk);
    first.swap_with_slice(&mut second[..chunk]);
    std::fs::write(&files[0], moved).unwrap();
    damaged("chunks exchanged", 1).await;
    std::fs::remove_file(&files[0]).unwrap();
    damaged("taken away", 1).await;
    assert!(faults(&store).await.is_empty(), "all is as it was");
    // An entry that says another length than the file has.
    drafts[0].attachments[0].length += 1;
    let refused = read(&store, &drafts[0].matter, &drafts[0].attachments[0]).await;
    assert!(matches!(refused, Err(AttachmentError::Damaged(_))), "{refused:?}");
}

#[tokio::test]
async fn an_entry_names_only_files_that_are_kept_for_its_matter() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let named = with_file(&store, draft(1), &text("exercise", 10)).await;
    let elsewhere = Draft {
        attachments: named.attachments.clone(),
        ..draft(2)
    };
    let mut longer = Draft {
        id: id(3),
        ..named.clone()
    };
    longer.attachments[0].length += 1;
    let working = sent(&store, OWNER, "a.txt", b"waits").await.unwrap();
    let waits = Draft {
        attachments: vec![working.file],
        ..draft(4)
    };
    for wrong in [elsewhere, longer, waits] {
        let refused = store.append(&Viewer::operator(), vec![draft(9), wrong], false).await.unwrap_err();
        assert!(
            matches!(&refused, StoreError::Refused(why) if why.contains("is not kept for its matter")),
            "{refused}"
        );
    }
    append(&store, vec![named]).await;
    assert!(store.entry(&Viewer::operator(), &id(9)).await.unwrap().is_none(), "all or none");
}

#[tokio::test]
async fn a_file_waits_for_its_owner_alone_and_for_a_day() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let files = store.attachments();
    let (first, second) = (
        sent(&store, OWNER, "a.txt", b"first").await.unwrap(),
        sent(&store, OWNER, "a.txt", b"second").await.unwrap(),
    );
    assert_eq!(files.working(OWNER).await.unwrap(), [first.clone(), second.clone()]);
    assert_eq!(files.working("another").await.unwrap(), []);
    let refused = files.keep("another", &first.id, "exercise-1").await;
    assert!(matches!(refused, Err(AttachmentError::NotWaiting)));
    files.discard("another", &first.id).await.unwrap();
    assert_eq!(files.working(OWNER).await.unwrap().len(), 2, "another's is not discarded");
    files.discard(OWNER, &first.id).await.unwrap();
    assert_eq!(files.working(OWNER).await.unwrap(), std::slice::from_ref(&second));
    files.keep(OWNER, &second.id, "exercise-1").await.unwrap();
    let again = files.keep(OWNER, &second.id, "exercise-1").await.unwrap();
    assert_eq!(again, second.file, "a form that comes again finds what it had");
    assert_eq!(read(&store, "exercise-1", &again).await.unwrap(), b"second");
    let refused = files.keep(OWNER, &second.id, "exercise-2").await;
    assert!(matches!(refused, Err(AttachmentError::NotWaiting)));
    files.discard(OWNER, &second.id).await.unwrap();
    assert!(
        files.working(OWNER).await.unwrap().is_empty(),
        "once an entry names it, it waits no more"
    );
    let third = sent(&store, OWNER, "a.txt", b"third").await.unwrap();
    bench.pass(SignedDuration::from_hours(23));
    assert_eq!(files.working(OWNER).await.unwrap(), std::slice::from_ref(&third));
    bench.pass(SignedDuration::from_hours(1));
    assert_eq!(files.working("another").await.unwrap(), []);
    assert_eq!(waiting(folder.path()), Vec::<PathBuf>::new(), "whoever looks, it is forgotten");
    let refused = files.keep(OWNER, &third.id, "exercise-1").await;
    assert!(matches!(refused, Err(AttachmentError::NotWaiting)));
}

#[tokio::test]
async fn of_two_who_keep_one_file_at_once_both_have_it_and_it_is_whole() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let files = store.attachments();
    let bytes = text("exercise", 30_000);
    let working = sent(&store, OWNER, "a.txt", &bytes).await.unwrap();
    let (one, two) = tokio::join!(
        files.keep(OWNER, &working.id, "exercise-1"),
        files.keep(OWNER, &working.id, "exercise-1")
    );
    assert!(one.is_ok() || two.is_ok());
    let again = files.keep(OWNER, &working.id, "exercise-1").await.unwrap();
    assert_eq!(read(&store, "exercise-1", &again).await.unwrap(), bytes);
}

#[tokio::test]
async fn draft_preparation_and_request_of_one_id_have_their_files_together_and_no_other_has_them() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let (id, other) = ("07".repeat(16), "08".repeat(16));
    let bytes = text("exercise", 10);
    let working = sent(&store, OWNER, "exercise.txt", &bytes).await.unwrap();
    let file = store.attachments().keep(OWNER, &working.id, &format!("draft-{id}")).await.unwrap();
    for matter in ["draft", "preparation", "request"] {
        assert_eq!(read(&store, &format!("{matter}-{id}"), &file).await.unwrap(), bytes, "{matter}");
        let elsewhere = read(&store, &format!("{matter}-{other}"), &file).await;
        assert!(matches!(elsewhere, Err(AttachmentError::Missing)), "{matter}");
    }
    assert_eq!(kept(folder.path()).len(), 1, "nothing is copied");
}

#[tokio::test]
async fn of_a_file_that_is_refused_or_breaks_off_nothing_stays() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let refused = async |name: &str, bytes: &[u8]| sent(&store, OWNER, name, bytes).await.unwrap_err().word();
    assert_eq!(refused("a.txt", b"").await, "empty");
    assert_eq!(refused("a.txt", b"MZ\0\0").await, "forbidden");
    assert_eq!(refused("a.exe", b"exercise").await, "forbidden");
    assert_eq!(refused("a/b.txt", b"exercise").await, "name-path");
    assert_eq!(refused("a.pdf", b"%PDF-1.7").await, "declared");
    let mut long = store.attachments().begin(OWNER).await.unwrap();
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..MOST >> 20 {
        long.write(&piece).await.unwrap();
    }
    assert!(matches!(long.write(b"x").await, Err(AttachmentError::TooLong)));
    drop(long);
    assert_eq!(waiting(folder.path()), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn nobody_fills_the_disk_with_files_that_they_never_use() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    sent(&store, OWNER, "a.txt", b"exercise").await.unwrap();
    let path = waiting(folder.path()).remove(0);
    std::fs::OpenOptions::new()
        .write(true)
        .open(path)
        .unwrap()
        .set_len(MOST_WAITING)
        .unwrap();
    assert!(matches!(
        store.attachments().begin(OWNER).await.err(),
        Some(AttachmentError::TooMuchWaiting)
    ));
    sent(&store, "another", "a.txt", b"exercise").await.unwrap();
    // Nor with very many of them.
    for _ in 0..MOST_FILES_WAITING {
        sent(&store, "a third", "a.txt", b"x").await.unwrap();
    }
    let refused = sent(&store, "a third", "a.txt", b"x").await;
    assert!(matches!(refused, Err(AttachmentError::TooMuchWaiting)));
}

#[tokio::test]
async fn what_was_sent_and_not_used_goes_after_a_day_though_nobody_looks() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    sent(&store, OWNER, "a.txt", b"exercise").await.unwrap();
    bench.pass(SignedDuration::from_hours(23));
    store.attachments().forget().await.unwrap();
    assert_eq!(waiting(folder.path()).len(), 1);
    bench.pass(SignedDuration::from_hours(1));
    store.attachments().forget().await.unwrap();
    assert_eq!(waiting(folder.path()), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_away_is_named_and_keeps_nothing_else_from_being_cleared() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let named = with_file(&store, sealed(draft(1)), &text("exercise", 10)).await;
    let recorded = append(&store, vec![named]).await;
    let path = kept(folder.path()).remove(0);
    // What no program overwrites as a file.
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    let order = erase(&store, 10, &[&recorded[0]]).await;
    assert!(!store.is_cleared_after(&order).await.unwrap());
    let said = store.rebuild().await.unwrap_err().to_string();
    assert!(said.contains(path.to_str().unwrap()), "{said}");
    assert!(!said.contains("free places"), "the database is cleared: {said}");
    std::fs::remove_dir(&path).unwrap();
    store.close().await;
    let store = open(folder.path(), Sort::Exercise, &bench).await;
    assert!(store.is_cleared_after(&order).await.unwrap());
}

#[tokio::test]
async fn files_go_with_the_body_that_names_them_unless_another_entry_of_the_matter_does() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let (shared, own) = (text("shared", 10), text("own", 10));
    let first = with_file(&store, sealed(draft(1)), &shared).await;
    let first = with_file(&store, first, &own).await;
    let second = Draft {
        id: id(2),
        attachments: vec![first.attachments[0].clone()],
        ..first.clone()
    };
    // The same file in another matter is another file.
    let elsewhere = with_file(&store, sealed(draft(3)), &own).await;
    let recorded = append(&store, vec![first.clone(), second.clone(), elsewhere.clone()]).await;
    assert_eq!(kept(folder.path()).len(), 3);
    let order = erase(&store, 10, &[&recorded[0]]).await;
    assert!(store.is_cleared_after(&order).await.unwrap());
    assert_eq!(kept(folder.path()).len(), 2);
    let gone = read(&store, &first.matter, &first.attachments[1]).await;
    assert!(matches!(gone, Err(AttachmentError::Missing)), "{gone:?}");
    assert_eq!(read(&store, &second.matter, &second.attachments[0]).await.unwrap(), shared);
    assert_eq!(read(&store, &elsewhere.matter, &elsewhere.attachments[0]).await.unwrap(), own);
    assert!(faults(&store).await.is_empty());
    erase(&store, 20, &[&recorded[1]]).await;
    assert_eq!(kept(folder.path()).len(), 1);
    assert!(faults(&store).await.is_empty());
}

#[tokio::test]
async fn an_erasure_that_was_cut_off_before_its_files_went_is_finished_at_the_next_opening() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let named = with_file(&store, sealed(draft(1)), &text("exercise", 10)).await;
    let recorded = append(&store, vec![named]).await;
    let path = kept(folder.path()).remove(0);
    let bytes = std::fs::read(&path).unwrap();
    let order = erase(&store, 10, &[&recorded[0]]).await;
    assert!(!path.exists());
    store.close().await;
    // As if the program had been killed right after the order was recorded.
    std::fs::write(&path, bytes).unwrap();
    let list = folder
        .path()
        .join(format!("attachments/erasing/{}-{}", order.entry.id, bench.at().as_second()));
    std::fs::write(&list, format!("{}\n", path.file_name().unwrap().to_str().unwrap())).unwrap();
    // And one that was never recorded.
    let other = folder
        .path()
        .join(format!("attachments/erasing/{}-{}", id(99), bench.at().as_second()));
    std::fs::write(&other, format!("{}\n", "0".repeat(32))).unwrap();
    change(
        folder.path(),
        format!("INSERT INTO uncleared (ordered) VALUES ({})", order.position),
    )
    .await;
    let store = open(folder.path(), Sort::Exercise, &bench).await;
    assert!(!path.exists() && !list.exists());
    assert!(other.exists(), "it may be under way elsewhere");
    assert!(store.is_cleared_after(&order).await.unwrap());
}

#[tokio::test]
async fn a_backup_takes_files_along_and_a_restoring_brings_them_back() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let (small, large) = (text(SECRET, 10), text(SECRET, 50_000));
    let drafts = vec![
        with_file(&store, sealed(draft(1)), &small).await,
        with_file(&store, draft(2), &large).await,
    ];
    append(&store, drafts.clone()).await;
    sent(&store, OWNER, "a.txt", b"waits").await.unwrap();
    let mut file = Vec::new();
    let told = store.back_up(&mut file).await.unwrap();
    assert_eq!(told.files, 2, "what waits is not taken along");
    assert!(!file.windows(SECRET.len()).any(|window| window == SECRET.as_bytes()));
    let restore = async |to: &Path| {
        let to = Home {
            master_key: Some(folder.path().join("master.key")),
            ..home(to).await
        };
        let keys = folder.path().join("keys.json");
        let restored = RecordStore::restore(&to, &keys, &mut &file[..], Bench::new(5), Arc::new(FromBodies), restored_event()).await;
        (to, restored)
    };
    let other = Folder::new();
    let (there, restored) = restore(other.path()).await;
    restored.unwrap();
    let again = RecordStore::open(&there, Sort::Exercise, Bench::new(6), Arc::new(FromBodies))
        .await
        .unwrap();
    for (draft, bytes) in drafts.iter().zip([&small, &large]) {
        assert_eq!(read(&again, &draft.matter, &draft.attachments[0]).await.unwrap(), *bytes);
    }
    assert!(faults(&again).await.is_empty());
    assert_eq!(kept(other.path()).len(), 2);
    assert!(!other.path().join("restoring").exists());
    // Where files of a record lie already nothing is restored.
    let taken = Folder::new();
    std::fs::create_dir_all(taken.path().join("attachments")).unwrap();
    std::fs::write(taken.path().join("attachments").join("0".repeat(32)), b"x").unwrap();
    let (_, refused) = restore(taken.path()).await;
    assert!(refused.unwrap_err().to_string().contains("restore to an empty folder"));
}

#[tokio::test]
async fn a_backup_in_which_files_are_damaged_and_missing_is_restored_and_names_them() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let mut drafts = Vec::new();
    for number in 1..=3 {
        let named = with_file(&store, draft(number), &text("exercise", 10)).await;
        drafts.push(named);
    }
    append(&store, drafts).await;
    let files = kept(folder.path());
    change_byte(&files[0], 1_100);
    std::fs::remove_file(&files[1]).unwrap();
    let mut file = Vec::new();
    store.back_up(&mut file).await.unwrap();
    let other = Folder::new();
    let to = Home {
        master_key: Some(folder.path().join("master.key")),
        ..home(other.path()).await
    };
    let keys = folder.path().join("keys.json");
    let restored = RecordStore::restore(&to, &keys, &mut &file[..], Bench::new(5), Arc::new(FromBodies), restored_event()).await;
    let not_whole = restored.unwrap().not_whole;
    assert_eq!(not_whole.len(), 2, "{not_whole:?}");
    assert!(not_whole.iter().all(|file| file.contains("its attachment")), "{not_whole:?}");
    let again = RecordStore::open(&to, Sort::Exercise, Bench::new(6), Arc::new(FromBodies))
        .await
        .unwrap();
    let mut found = faults(&again).await;
    found.sort();
    let mut named = not_whole;
    named.sort();
    assert_eq!(found, named, "all else is whole");
}

#[tokio::test]
async fn an_import_names_the_files_that_did_not_come_with_it() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let named = with_file(&store, draft(1), &text("exercise", 10)).await;
    append(&store, vec![named]).await;
    let mut export = Vec::new();
    store.export(&mut export).await.unwrap();
    let other = Folder::new();
    let imported = RecordStore::import_record(&home(other.path()).await, &mut &export[..], Bench::new(5), Arc::new(FromBodies)).await;
    let faults = faults(&imported.unwrap()).await;
    assert!(faults.len() == 1 && faults[0].contains("the file is missing"), "{faults:?}");
}

#[tokio::test]
async fn another_record_opens_nothing() {
    let (folder, _, store) = fresh_file(Sort::Exercise).await;
    let named = with_file(&store, draft(1), &text("exercise", 10)).await;
    let other = tempfile::tempdir().unwrap();
    let stranger = open_file(other.path(), Sort::Exercise, &Bench::new(7)).await;
    let theirs = with_file(&stranger, draft(1), &text("exercise", 10)).await;
    std::fs::copy(&kept(folder.path())[0], &kept(other.path())[0]).unwrap();
    let refused = read(&stranger, &theirs.matter, &theirs.attachments[0]).await;
    assert!(matches!(refused, Err(AttachmentError::Damaged(_))), "{refused:?}");
    assert_eq!(named.attachments, theirs.attachments);
}

const FOLDER: &str = "COMITY_TEST_FOLDER";
const ROUND: &str = "COMITY_TEST_ROUND";

/// The text of a number, of some chunks.
fn numbered(number: u64) -> Vec<u8> {
    text(&format!("exercise {number}"), 4_000 + usize::try_from(number % 7).unwrap() * 2_000)
}

fn said_of(bytes: &[u8]) -> Attachment {
    Attachment {
        name: "exercise.txt".into(),
        media_type: "text/plain".into(),
        length: bytes.len() as u64,
        sha256: hex(&<[u8; 32]>::from(Sha256::digest(bytes))),
    }
}

/// The other process: sends files and keeps them until it is killed. One line a file that was kept.
#[tokio::test]
#[ignore = "started by the test below as a process of its own"]
async fn the_process_that_is_killed() {
    let (Ok(folder), Ok(round)) = (std::env::var(FOLDER), std::env::var(ROUND)) else {
        return;
    };
    let round: u64 = round.parse().unwrap();
    let store = open_file(folder.as_ref(), Sort::Exercise, &Bench::new(round + 10)).await;
    let mut out = std::io::stdout();
    for number in round * 1_000.. {
        let working = sent(&store, OWNER, "exercise.txt", &numbered(number)).await.unwrap();
        store.attachments().keep(OWNER, &working.id, "exercise-1").await.unwrap();
        writeln!(out, "{number}").unwrap();
        out.flush().unwrap();
    }
}

#[tokio::test]
async fn whatever_was_kept_before_a_kill_is_whole_and_no_half_file_has_a_name() {
    let folder = tempfile::tempdir().unwrap();
    open_file(folder.path(), Sort::Exercise, &Bench::new(1)).await.close().await;
    let rounds: u64 = if std::env::var_os("COMITY_LONG").is_some() { 200 } else { 12 };
    let mut acknowledged = BTreeSet::new();
    for round in 0..rounds {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--ignored",
                "--exact",
                "the_process_that_is_killed",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FOLDER, folder.path())
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        // From the first file on, at another instant in each round.
        while said.parse::<u64>().is_err() {
            said.clear();
            assert!(out.read_line(&mut said).unwrap() > 0, "the process ended by itself");
            said.truncate(said.trim_end().len());
        }
        said.push('\n');
        std::thread::sleep(Duration::from_millis(round * 7 % 60));
        child.kill().unwrap();
        out.read_to_string(&mut said).unwrap();
        child.wait().unwrap();
        let lines = said
            .split_inclusive('\n')
            .filter_map(|line| line.strip_suffix('\n')?.parse::<u64>().ok());
        acknowledged.extend(lines);
    }
    assert!(acknowledged.len() >= usize::try_from(rounds).unwrap());
    let store = open_file(folder.path(), Sort::Exercise, &Bench::new(2)).await;
    let mut whole = 0;
    for round in 0..rounds {
        let last = acknowledged.range(round * 1_000..(round + 1) * 1_000).next_back().copied();
        // The one after the last may have got its name, and nobody was told.
        for number in round * 1_000..=last.map_or(round * 1_000, |last| last + 1) {
            let bytes = numbered(number);
            match read(&store, "exercise-1", &said_of(&bytes)).await {
                Ok(read) => {
                    assert_eq!(read, bytes);
                    whole += 1;
                }
                Err(AttachmentError::Missing) => assert!(!acknowledged.contains(&number), "{number} was kept and is lost"),
                Err(error) => panic!("{number}: {error}"),
            }
        }
    }
    assert_eq!(kept(folder.path()).len(), whole, "every file with a name is whole");
}
