//! How files lie on the disk: whole, each in its own matter, and nothing of them as it is.

use super::*;

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
