//! Files that wait: for whom, how long, how many, and what becomes of those that are refused or that nobody uses.

use super::*;

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
async fn files_that_come_in_at_the_same_time_share_the_room() {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    let files = store.attachments();
    let long = files.begin(OWNER).await.unwrap();
    let path = waiting(folder.path()).remove(0);
    // All three began while there was room; then the first comes to fill it.
    let (mut short, mut longer) = (files.begin(OWNER).await.unwrap(), files.begin(OWNER).await.unwrap());
    std::fs::OpenOptions::new()
        .write(true)
        .open(path)
        .unwrap()
        .set_len(MOST_WAITING)
        .unwrap();
    let as_bytes_come = longer.write(&vec![b'x'; 9 << 20]).await;
    assert!(matches!(as_bytes_come, Err(AttachmentError::TooMuchWaiting)), "{as_bytes_come:?}");
    short.write(b"exercise").await.unwrap();
    let at_the_end = accept(short, "exercise.txt", "text/plain").await;
    assert!(matches!(at_the_end, Err(AttachmentError::TooMuchWaiting)), "{at_the_end:?}");
    drop((long, longer));
    assert_eq!(waiting(folder.path()), Vec::<PathBuf>::new(), "of what is refused nothing stays");
    sent(&store, OWNER, "a.txt", b"exercise").await.unwrap();
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
async fn a_file_that_is_held_waits_as_long_as_it_is_held_and_no_longer() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let files = store.attachments();
    let held = sent(&store, OWNER, "a.txt", b"held").await.unwrap();
    sent(&store, OWNER, "b.txt", b"not held").await.unwrap();
    let until = bench.at() + SignedDuration::from_hours(24 * 30);
    let refused = files.hold("another", &held.id, until).await;
    assert!(matches!(refused, Err(AttachmentError::NotWaiting)));
    files.hold(OWNER, &held.id, until).await.unwrap();
    // Nothing makes it wait shorter than it would.
    files.hold(OWNER, &held.id, bench.at()).await.unwrap();
    bench.pass(SignedDuration::from_hours(24 * 30 - 1));
    let waits: Vec<WorkingId> = files.working(OWNER).await.unwrap().iter().map(|working| working.id).collect();
    assert_eq!(waits, [held.id]);
    let kept = files.keep(OWNER, &held.id, "exercise-1").await.unwrap();
    assert_eq!(read(&store, "exercise-1", &kept).await.unwrap(), b"held");
    bench.pass(SignedDuration::from_hours(2));
    files.forget().await.unwrap();
    assert_eq!(waiting(folder.path()), Vec::<PathBuf>::new());
}
