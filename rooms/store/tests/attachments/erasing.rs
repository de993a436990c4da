//! Files go with the bodies that name them.

use super::*;

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
