//! Who sees a draft, and what the audit is told of it.

use super::*;

#[tokio::test]
async fn what_is_not_visible_is_not_there() {
    let house = house().await;
    let sealed = house.begin(&content(Level::UnderSeal, &[("facts", "old")])).await;
    let never = DraftId::from_bytes([9; 16]);
    let (colleague, author) = officer_of(COLLEAGUE);
    let drafts = &house.drafts;
    for id in [&sealed, &never] {
        let typed = content(Level::UnderSeal, &[("facts", "new")]);
        let refused = [
            drafts.open(&colleague, id).await.unwrap_err(),
            drafts.version(&colleague, id, 1).await.unwrap_err(),
            drafts.version(&colleague, id, 9).await.unwrap_err(),
            drafts.sittings(&colleague, id).await.unwrap_err(),
            drafts.compare(&colleague, id, 1, 1).await.unwrap_err(),
            drafts.contradiction(&colleague, id, 1).await.unwrap_err(),
            drafts.save(&colleague, &author, id, 1, None, &typed).await.unwrap_err(),
            drafts.share(&colleague, id, STRANGER).await.unwrap_err(),
            drafts.end_sharing(&colleague, id, STRANGER).await.unwrap_err(),
            drafts.submitted(&colleague, id, 1, "exercise").await.unwrap_err(),
            drafts.delete(&colleague, id).await.unwrap_err(),
        ];
        for error in refused {
            assert!(matches!(error, DraftError::NoDraft), "{error}");
        }
    }
    assert!(drafts.list(&colleague).await.unwrap().is_empty());
    drafts.submitted(&Viewer::operator(), &sealed, 1, "exercise").await.unwrap();
    assert!(drafts.of_request(&colleague, "exercise").await.unwrap().is_none());
    assert!(drafts.of_request(&officer_of(OWNER).0, "exercise").await.unwrap().is_some());
    assert_eq!(house.version(&sealed, 1).await.content.values.first("facts"), Some("old"));
}

#[tokio::test]
async fn a_draft_that_is_sealed_is_closed_to_colleagues_at_once_and_not_to_whoever_sealed_it() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[("facts", "old")])).await;
    assert!(house.is_there_for(STRANGER, &id).await);
    house.save(COLLEAGUE, &id, 1, &content(Level::UnderSeal, &[("facts", "old")])).await;
    assert!(!house.is_there_for(STRANGER, &id).await);
    assert!(house.is_there_for(COLLEAGUE, &id).await && house.is_there_for(OWNER, &id).await);
    // Its earlier versions were typed under seal, whatever is chosen for the request.
    house.save(OWNER, &id, 2, &content(Level::Restricted, &[("facts", "new")])).await;
    assert_eq!(house.current(&id).await.content.level, Level::Restricted);
    assert!(!house.is_there_for(STRANGER, &id).await);
}

#[tokio::test]
async fn what_seals_a_draft_seals_it_from_a_version_beside_too() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[("facts", "old")])).await;
    house.save(OWNER, &id, 1, &confidential_content(&[("facts", "new")])).await;
    let saved = house
        .save(COLLEAGUE, &id, 1, &content(Level::UnderSeal, &[("facts", "other")]))
        .await;
    assert!(matches!(saved, Saved::Conflict { .. }), "{saved:?}");
    assert!(!house.is_there_for(STRANGER, &id).await);
}

#[tokio::test]
async fn a_draft_is_begun_and_saved_by_whoever_looks_and_for_their_own_body() {
    let house = house().await;
    let typed = confidential_content(&[]);
    let (viewer, author) = officer_of(OWNER);
    let others = [
        (viewer.clone(), Author::Account(COLLEAGUE.into())),
        (viewer.clone(), officer("Exercise Officer")),
        (Viewer::operator(), author.clone()),
        (Viewer::operator(), officer(" ")),
        (Viewer::public(), officer("Exercise Officer")),
    ];
    let id = house.begin(&typed).await;
    for (viewer, author) in others {
        assert!(matches!(
            house.drafts.create(&viewer, &author, &typed).await,
            Err(DraftError::NotAllowed)
        ));
        let saved = house.drafts.save(&viewer, &author, &id, 1, None, &typed).await;
        assert!(matches!(saved, Err(DraftError::NotAllowed)));
    }
    let auditor = Viewer::of(OWNER, Organisation::Court, Role::Auditor, Vec::new()).unwrap();
    let focal_point = Viewer::of(OWNER, Organisation::State("XAA".into()), Role::NationalFocalPoint, Vec::new()).unwrap();
    for viewer in [auditor, focal_point] {
        assert!(matches!(
            house.drafts.create(&viewer, &author, &typed).await,
            Err(DraftError::NotAllowed)
        ));
    }
    // What is typed as the body that asks makes nobody write for it; at the shell it says for whom one does.
    let claimed = Content {
        requesting: "organ:prosecutor".into(),
        ..typed.clone()
    };
    let claimed = house.begin(&claimed).await;
    assert_eq!(
        house.drafts.open(&viewer, &claimed).await.unwrap().head.organ.text(),
        "organ:chambers"
    );
    let (operator, name) = (Viewer::operator(), officer("Exercise Officer"));
    let at_shell = house.drafts.create(&operator, &name, &typed).await.unwrap();
    assert_eq!(
        house.drafts.open(&viewer, &at_shell).await.unwrap().head.organ.text(),
        "organ:chambers"
    );
    let nobody = Content {
        requesting: String::new(),
        ..typed
    };
    assert!(matches!(
        house.drafts.create(&operator, &name, &nobody).await,
        Err(DraftError::NotAllowed)
    ));
}

#[tokio::test]
async fn drafts_are_listed_with_what_stands_the_one_saved_last_first() {
    let house = house().await;
    let first = house.begin(&confidential_content(&[("person", "A")])).await;
    let second = house.begin(&content(Level::UnderSeal, &[("person", "B")])).await;
    let listed = |account: &'static str| {
        let drafts = house.drafts.clone();
        async move {
            let listed = drafts.list(&officer_of(account).0).await.unwrap();
            let listed = listed.iter().map(|opened| (opened.head.id, opened.current.number));
            listed.collect::<Vec<_>>()
        }
    };
    assert_eq!(listed(OWNER).await, [(second, 1), (first, 1)]);
    assert_eq!(listed(COLLEAGUE).await, [(first, 1)]);
    house.save(OWNER, &first, 1, &confidential_content(&[("person", "C")])).await;
    assert_eq!(listed(OWNER).await, [(first, 2), (second, 1)]);
}

#[tokio::test]
async fn whoever_opens_a_draft_that_is_confidential_or_sealed_is_in_the_audit_once_a_minute() {
    let house = house().await;
    let id = house.begin(&content(Level::UnderSeal, &[])).await;
    let plain = house.begin(&content(Level::Restricted, &[])).await;
    let (owner, _) = officer_of(OWNER);
    let opened = || async {
        let filter = AuditFilter {
            acts: vec![Act::MatterOpened],
            ..AuditFilter::default()
        };
        house.store.audit().list(&filter, None, 100).await.unwrap()
    };
    house.drafts.open(&owner, &plain).await.unwrap();
    house.drafts.open(&Viewer::operator(), &id).await.unwrap();
    assert_eq!(opened().await, []);
    house.drafts.open(&owner, &id).await.unwrap();
    house.drafts.list(&owner).await.unwrap();
    let [event] = &opened().await[..] else { panic!("one event") };
    assert_eq!((event.who.account(), event.level), (Some(OWNER), Some(Level::UnderSeal)));
    assert_eq!(event.matter, Some(house.store.audit().pseudonym(&id.matter())));
    house.bench.pass(SignedDuration::from_mins(1));
    house.drafts.compare(&owner, &id, 1, 1).await.unwrap();
    assert_eq!(opened().await.len(), 2);
}

#[tokio::test]
async fn what_the_audit_cannot_be_told_of_is_not_handed_out() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    let drafts = drafts_of(&Home::from(folder.path()), &store, &bench).await;
    let (owner, author) = officer_of(OWNER);
    let id = drafts.create(&owner, &author, &content(Level::UnderSeal, &[])).await.unwrap();
    drafts.open(&owner, &id).await.unwrap();
    bench.pass(SignedDuration::from_mins(1));
    std::fs::remove_file(folder.path().join(store::AUDIT)).unwrap();
    assert!(matches!(drafts.open(&owner, &id).await, Err(DraftError::Store(_))));
    assert!(matches!(drafts.list(&owner).await, Err(DraftError::Store(_))));
    assert!(matches!(drafts.version(&owner, &id, 1).await, Err(DraftError::Store(_))));
    assert!(matches!(drafts.share(&owner, &id, COLLEAGUE).await, Err(DraftError::Store(_))));
    assert_eq!(drafts.open(&Viewer::operator(), &id).await.unwrap().head.with, Vec::<String>::new());
}
