//! What becomes of files in a backup and in an export.

use super::*;

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
