//! How drafts lie on the disk, under which keys, and in a backup.

use super::*;

/// Where a text stands in the files of a folder.
fn files_with(folder: &Path, text: &str) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let holds = |path: &std::path::PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    };
    files.filter(holds).map(|path| path.display().to_string()).collect()
}

#[tokio::test]
async fn the_length_of_what_lies_there_tells_little_of_what_was_typed() {
    let house = house().await;
    let id = house.begin(&content(Level::UnderSeal, &[("facts", "x")])).await;
    house
        .save(OWNER, &id, 1, &content(Level::UnderSeal, &[("facts", &"x".repeat(700))]))
        .await;
    house
        .save(OWNER, &id, 2, &content(Level::UnderSeal, &[("facts", &"x".repeat(1200))]))
        .await;
    house
        .save(OWNER, &id, 3, &content(Level::UnderSeal, &[("facts", &"x".repeat(1600))]))
        .await;
    // A nonce of 24 bytes and a tag of 16 besides.
    assert_eq!(
        lengths(&home(house.folder.path()).await).await,
        [1024, 1024, 1024, 2048, 2048].map(|length| length + 40)
    );
}

#[tokio::test]
async fn nothing_of_a_draft_stands_on_the_disk_as_it_is() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    let home = Home::from(folder.path());
    let drafts = drafts_of(&home, &store, &bench).await;
    let (owner, author) = officer_of(OWNER);
    let typed = Content {
        requesting: "organ:prosecutor".into(),
        basis: "exercise sealed basis".into(),
        ..content(Level::UnderSeal, &[("exercise_sealed_element", "Exercise Sealed Name")])
    };
    let id = drafts.create(&owner, &author, &typed).await.unwrap();
    drafts
        .save(
            &owner,
            &author,
            &id,
            1,
            None,
            &Content {
                level: Level::Restricted,
                ..typed
            },
        )
        .await
        .unwrap();
    drafts.share(&owner, &id, COLLEAGUE).await.unwrap();
    drafts.submitted(&owner, &id, 2, "exercise-sealed-request").await.unwrap();
    drafts.open(&owner, &id).await.unwrap();
    let words = [
        "Exercise Sealed Name",
        "exercise_sealed_element",
        "exercise sealed basis",
        "exercise-sealed-request",
        "exercise-form",
        "organ:prosecutor",
        "organ:chambers",
        "under-seal",
        OWNER,
        COLLEAGUE,
    ];
    for word in words {
        assert_eq!(
            files_with(folder.path(), word),
            Vec::<String>::new(),
            "{word}, while the desk is open"
        );
    }
    drop(drafts);
    store.close().await;
    for word in words {
        assert_eq!(files_with(folder.path(), word), Vec::<String>::new(), "{word}, after it was closed");
    }
    // The search finds what lies there as it is.
    let desk = std::fs::read(folder.path().join(DESK)).unwrap();
    assert!(desk.windows(16).any(|window| window == id.bytes()));
}

#[tokio::test]
async fn drafts_are_read_after_the_master_key_was_changed_and_not_with_the_keys_of_another_record() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    let home = Home::from(folder.path());
    let drafts = drafts_of(&home, &store, &bench).await;
    let (owner, author) = officer_of(OWNER);
    let typed = content(Level::UnderSeal, &[("facts", "typed")]);
    let id = drafts.create(&owner, &author, &typed).await.unwrap();
    store.change_master_key(&home).await.unwrap();
    store.close().await;
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    let drafts = drafts_of(&home, &store, &bench).await;
    assert_eq!(drafts.open(&owner, &id).await.unwrap().current.content, typed);

    let other_folder = tempfile::tempdir().unwrap();
    let other = open_file(other_folder.path(), Sort::Exercise, &Bench::new(7)).await;
    let foreign = drafts_of(&home, &other, &Bench::new(2)).await;
    let error = foreign.open(&Viewer::operator(), &id).await.unwrap_err().to_string();
    assert!(error.contains("the desk") && error.contains("another record"), "{error}");
}

#[tokio::test]
async fn rows_that_were_moved_or_put_back_open_nothing() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    let drafts = drafts_of(&Home::from(folder.path()), &store, &bench).await;
    let (owner, author) = officer_of(OWNER);
    let typed = content(Level::UnderSeal, &[("facts", "typed")]);
    let [a, b] = [
        drafts.create(&owner, &author, &typed).await.unwrap(),
        drafts.create(&owner, &author, &typed).await.unwrap(),
    ];
    drafts
        .save(&owner, &author, &a, 1, None, &content(Level::UnderSeal, &[("facts", "more")]))
        .await
        .unwrap();
    let pool = sqlx::SqlitePool::connect(folder.path().join(DESK).to_str().unwrap()).await.unwrap();
    let hex = |id: &DraftId| format!("x'{id}'");
    let moves = [
        // A version of another draft, and of another place; the head of another draft, and an older one.
        format!(
            "UPDATE draft_versions SET version = (SELECT version FROM draft_versions WHERE draft = {}) WHERE draft = {} AND number = 2",
            hex(&b),
            hex(&a)
        ),
        format!(
            "UPDATE draft_versions SET version = (SELECT version FROM draft_versions WHERE draft = {0} AND number = 1) WHERE draft = {0} AND number = 2",
            hex(&a)
        ),
        format!(
            "UPDATE drafts SET head = (SELECT head FROM drafts WHERE id = {}) WHERE id = {}",
            hex(&b),
            hex(&a)
        ),
        format!("UPDATE drafts SET newest = 1 WHERE id = {}", hex(&a)),
        format!("UPDATE drafts SET newest = 3 WHERE id = {}", hex(&a)),
        format!("DELETE FROM draft_versions WHERE draft = {} AND number = 2", hex(&a)),
    ];
    for change in moves {
        let mut writing = pool.begin().await.unwrap();
        // What is done to the file is undone after it was looked at.
        sqlx::query("CREATE TABLE drafts_before AS SELECT * FROM drafts")
            .execute(&mut *writing)
            .await
            .unwrap();
        sqlx::query("CREATE TABLE versions_before AS SELECT * FROM draft_versions")
            .execute(&mut *writing)
            .await
            .unwrap();
        sqlx::query(sqlx::AssertSqlSafe(change.clone()))
            .execute(&mut *writing)
            .await
            .unwrap();
        writing.commit().await.unwrap();
        let opened = drafts.open(&Viewer::operator(), &a).await;
        assert!(matches!(opened, Err(DraftError::Store(_))), "{change}");
        let back = "DELETE FROM drafts; INSERT INTO drafts SELECT * FROM drafts_before; DROP TABLE drafts_before;
                    DELETE FROM draft_versions; INSERT INTO draft_versions SELECT * FROM versions_before; DROP TABLE versions_before";
        sqlx::raw_sql(back).execute(&pool).await.unwrap();
        drafts.open(&Viewer::operator(), &a).await.unwrap();
    }
    pool.close().await;
}

#[tokio::test]
async fn drafts_come_along_in_a_backup_and_are_read_where_it_is_restored() {
    let house = house().await;
    let typed = content(Level::UnderSeal, &[("facts", "Exercise Sealed Facts")]);
    let id = house.begin(&typed).await;
    house
        .save(
            OWNER,
            &id,
            1,
            &content(Level::UnderSeal, &[("facts", "Exercise Sealed Facts"), ("person", "A")]),
        )
        .await;
    let mut file = Vec::new();
    house.store.back_up(&mut file).await.unwrap();
    assert!(!file.windows(21).any(|window| window == b"Exercise Sealed Facts"));
    let other = Folder::new();
    let from = house.folder.path();
    let to = Home {
        master_key: Some(from.join("master.key")),
        ..home(other.path()).await
    };
    let bench = Bench::new(5);
    let (keys, derive) = (from.join("keys.json"), Arc::new(FromBodies));
    RecordStore::restore(&to, &keys, &mut &file[..], bench.clone(), derive.clone(), restored_event())
        .await
        .unwrap();
    let store = RecordStore::open(&to, Sort::Exercise, bench.clone(), derive).await.unwrap();
    let drafts = drafts_of(&to, &store, &bench).await;
    let (owner, author) = officer_of(OWNER);
    assert_eq!(drafts.version(&owner, &id, 1).await.unwrap().content, typed);
    let saved = drafts.save(&owner, &author, &id, 2, None, &typed).await.unwrap();
    assert_eq!(saved, Saved::As(3), "it goes on");
}
