//! Naming colleagues, review, deleting and forgetting.

use super::*;

#[tokio::test]
async fn a_colleague_is_named_under_seal_by_the_owner_alone_and_no_longer() {
    let house = house().await;
    let id = house.begin(&content(Level::UnderSeal, &[])).await;
    let (owner, _) = officer_of(OWNER);
    house.drafts.share(&owner, &id, COLLEAGUE).await.unwrap();
    house.drafts.share(&owner, &id, COLLEAGUE).await.unwrap();
    assert_eq!(house.drafts.open(&owner, &id).await.unwrap().head.with, [COLLEAGUE]);
    assert!(house.is_there_for(COLLEAGUE, &id).await && !house.is_there_for(STRANGER, &id).await);
    let error = house.drafts.share(&officer_of(COLLEAGUE).0, &id, STRANGER).await.unwrap_err();
    assert!(matches!(error, DraftError::NotAllowed), "{error}");
    for nobody in ["", "Exercise Officer", "0000000000000000000000000000000G"] {
        let error = house.drafts.share(&owner, &id, nobody).await.unwrap_err();
        assert!(matches!(error, DraftError::NoColleague), "{error}");
    }
    house.drafts.end_sharing(&owner, &id, COLLEAGUE).await.unwrap();
    assert!(!house.is_there_for(COLLEAGUE, &id).await);
    let events = house.store.audit().list(&AuditFilter::default(), None, 100).await.unwrap();
    let about = |act: Act| {
        events
            .iter()
            .filter(|event| event.act == act && event.about.as_deref() == Some(COLLEAGUE))
            .count()
    };
    assert_eq!((about(Act::Assigned), about(Act::AssignmentEnded)), (2, 1));
}

#[tokio::test]
async fn of_many_who_are_named_while_others_save_all_are_named_and_nothing_is_lost() {
    let house = house().await;
    let id = house.begin(&content(Level::UnderSeal, &[])).await;
    let accounts: Vec<String> = (16..24).map(|account| format!("{account:032x}")).collect();
    let naming = accounts.iter().map(|account| {
        let (drafts, account) = (house.drafts.clone(), account.clone());
        tokio::spawn(async move { drafts.share(&officer_of(OWNER).0, &id, &account).await.unwrap() })
    });
    let naming: Vec<_> = naming.collect();
    for number in 1..=4 {
        let typed = content(Level::UnderSeal, &[("facts", &number.to_string())]);
        assert_eq!(house.save(OWNER, &id, number, &typed).await, Saved::As(number + 1));
    }
    for naming in naming {
        naming.await.unwrap();
    }
    let opened = house.drafts.open(&Viewer::operator(), &id).await.unwrap();
    let mut named = opened.head.with;
    named.sort();
    assert_eq!((named, opened.current.number), (accounts, 5));
}

#[tokio::test]
async fn files_of_a_draft_are_for_whoever_sees_it_and_go_with_it_unless_an_entry_names_them() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[])).await;
    let (viewer, author) = officer_of(OWNER);
    let attachments = house.store.attachments();
    let mut waiting = Vec::new();
    for bytes in [&b"exercise one\n"[..], b"exercise two\n"] {
        let mut receiving = attachments.begin(OWNER).await.unwrap();
        receiving.write(bytes).await.unwrap();
        waiting.push(accept(receiving, "exercise.txt", "text/plain").await.unwrap().id);
    }
    let files = house.drafts.attach(&viewer, &author, &id, &waiting).await.unwrap();
    assert_eq!(house.drafts.open(&viewer, &id).await.unwrap().head.files, files);
    assert!(attachments.working(OWNER).await.unwrap().is_empty(), "they wait no more");
    let (_, mut content) = house.drafts.file(&viewer, &id, 2).await.unwrap().unwrap();
    assert_eq!(content.read(0).await.unwrap(), b"exercise two\n");
    assert!(house.drafts.file(&viewer, &id, 3).await.unwrap().is_none());
    let stranger = Viewer::of(STRANGER, Organisation::Court, Role::Prosecutor, Vec::new()).unwrap();
    let hidden = house.drafts.file(&stranger, &id, 1).await;
    assert!(matches!(hidden, Err(DraftError::NoDraft)));
    // One goes into the preparation of its request.
    let mut draft = draft(1);
    draft.matter = format!("preparation-{id}");
    draft.attachments.push(files[0].clone());
    house.store.append(&Viewer::operator(), vec![draft.clone()], false).await.unwrap();
    house.drafts.delete(&viewer, &id).await.unwrap();
    assert!(attachments.open(&draft.matter, &files[0]).await.is_ok(), "an entry names it");
    let gone = attachments.open(&draft.matter, &files[1]).await;
    assert!(matches!(gone, Err(AttachmentError::Missing)));
    assert!(house.store.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn a_draft_is_deleted_by_its_owner_alone_and_not_in_review() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[])).await;
    let (owner, colleague) = (officer_of(OWNER).0, officer_of(COLLEAGUE).0);
    assert!(matches!(house.drafts.delete(&colleague, &id).await, Err(DraftError::NotAllowed)));
    house.drafts.submitted(&owner, &id, 1, "exercise").await.unwrap();
    assert!(matches!(house.drafts.delete(&owner, &id).await, Err(DraftError::InReview)));
    // A page that was open when it went to review loses nothing either.
    assert_eq!(
        house.save(COLLEAGUE, &id, 1, &confidential_content(&[("facts", "late")])).await,
        Saved::As(2)
    );
    let sent = house.drafts.of_request(&owner, "exercise").await.unwrap().unwrap().sent.unwrap();
    assert_eq!((sent.version, sent.in_review), (1, true));
    house.drafts.review_ended("another").await.unwrap();
    assert!(matches!(house.drafts.delete(&owner, &id).await, Err(DraftError::InReview)));
    house.drafts.review_ended("exercise").await.unwrap();
    house.drafts.delete(&owner, &id).await.unwrap();
    assert!(matches!(house.drafts.delete(&owner, &id).await, Err(DraftError::NoDraft)));
    let events = house.store.audit().list(&AuditFilter::default(), None, 100).await.unwrap();
    let deleted: Vec<_> = events.iter().filter(|event| event.act == Act::DraftDeleted).collect();
    assert_eq!(deleted.len(), 1, "what was refused is not told, and what was done is told once");
    assert_eq!(deleted[0].matter, Some(house.store.audit().pseudonym(&id.matter())));
    assert_eq!(deleted[0].level, Some(Level::Confidential));
    let home = home(house.folder.path()).await;
    assert_eq!(rows(&home).await, 0, "nothing of it lies there");
}

#[tokio::test]
async fn a_draft_is_forgotten_a_year_after_its_newest_version_and_never_in_review() {
    let house = house().await;
    let old = house.begin(&confidential_content(&[])).await;
    let reviewed = house.begin(&confidential_content(&[])).await;
    let renewed = house.begin(&confidential_content(&[])).await;
    house
        .drafts
        .submitted(&officer_of(OWNER).0, &reviewed, 1, "exercise")
        .await
        .unwrap();
    house.bench.pass(SignedDuration::from_hours(24));
    house.save(OWNER, &renewed, 1, &confidential_content(&[("facts", "new")])).await;
    house.bench.pass(KEPT - SignedDuration::from_hours(25));
    house.drafts.forget().await.unwrap();
    for id in [&old, &reviewed, &renewed] {
        assert!(house.is_there_for(OWNER, id).await);
    }
    house.bench.pass(SignedDuration::from_hours(2));
    house.drafts.forget().await.unwrap();
    assert!(!house.is_there_for(OWNER, &old).await);
    assert!(house.is_there_for(OWNER, &reviewed).await && house.is_there_for(OWNER, &renewed).await);
    house.drafts.review_ended("exercise").await.unwrap();
    house.drafts.forget().await.unwrap();
    assert!(!house.is_there_for(OWNER, &reviewed).await);
}
