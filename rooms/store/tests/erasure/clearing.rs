//! Nothing of what was erased stays in any file, in a free place neither, and an erasure that was cut off is finished.

use super::{SECRET, faults, files_with, recorded, witness};
use crate::common::*;
use access::Viewer;
use register::port::Store;
use std::path::{Path, PathBuf};
use store::Sort;

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
async fn whether_the_one_erasure_was_cleared_tells_nothing_of_another() {
    let (folder, _, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![restricted(witness(1)), restricted(witness(2))]).await;
    let (one, two) = (recorded(&store, 1).await, recorded(&store, 2).await);
    let (one, two) = (erase(&store, 10, &[&one]).await, erase(&store, 20, &[&two]).await);
    let raw = sqlx::SqlitePool::connect(folder.path().join(store::DATABASE).to_str().unwrap())
        .await
        .unwrap();
    sqlx::query("INSERT INTO uncleared VALUES ($1)")
        .bind(i64::try_from(two.position).unwrap())
        .execute(&raw)
        .await
        .unwrap();
    raw.close().await;
    assert!(!store.is_cleared().await.unwrap());
    assert!(store.is_cleared_after(&one).await.unwrap());
    assert!(!store.is_cleared_after(&two).await.unwrap());
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
