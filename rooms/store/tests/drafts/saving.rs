//! Saving: whoever types over what, nothing is lost.

use super::*;

#[tokio::test]
async fn a_draft_is_there_after_a_restart_as_it_was_saved() {
    let House {
        folder,
        bench,
        store,
        drafts,
    } = house().await;
    let (viewer, author) = officer_of(OWNER);
    let first = confidential_content(&[("person", "Exercise Person")]);
    let second = confidential_content(&[("person", "Exercise Person"), ("facts", "Exercise facts")]);
    let id = drafts.create(&viewer, &author, &first).await.unwrap();
    assert_eq!(drafts.save(&viewer, &author, &id, 1, None, &second).await.unwrap(), Saved::As(2));
    store.close().await;
    let (_store, drafts) = opened(folder.path(), &bench).await;
    let there = drafts.open(&viewer, &id).await.unwrap();
    assert_eq!(
        (there.head.owner, there.head.organ.text()),
        (author.clone(), "organ:chambers".to_owned())
    );
    assert_eq!((there.head.newest, there.current.number, there.current.from), (2, 2, 1));
    assert_eq!((there.current.by, there.current.content), (author, second));
    assert_eq!(drafts.version(&viewer, &id, 1).await.unwrap().content, first);
    for number in [0, 3] {
        let error = drafts.version(&viewer, &id, number).await.unwrap_err();
        assert!(matches!(error, DraftError::NoVersion(_)), "{error}");
    }
}

#[tokio::test]
async fn two_officers_who_change_different_elements_have_both_changes() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[("person", "A"), ("facts", "old")])).await;
    house
        .save(COLLEAGUE, &id, 1, &confidential_content(&[("person", "B"), ("facts", "old")]))
        .await;
    let saved = house
        .save(OWNER, &id, 1, &confidential_content(&[("person", "A"), ("facts", "new")]))
        .await;
    let kept_from_others = vec![element("person")];
    assert_eq!(
        saved,
        Saved::Merged {
            number: 3,
            kept_from_others
        }
    );
    let current = house.current(&id).await;
    assert_eq!(current.content, confidential_content(&[("person", "B"), ("facts", "new")]));
    assert_eq!((current.from, current.joins, current.beside), (1, vec![2], None));
}

#[tokio::test]
async fn two_officers_who_change_the_same_have_both_kept_until_one_chooses_and_the_choice_names_both() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[("person", "A"), ("facts", "old")])).await;
    let theirs = confidential_content(&[("person", "B"), ("facts", "theirs")]);
    let mine = confidential_content(&[("person", "A"), ("facts", "mine")]);
    house.save(COLLEAGUE, &id, 1, &theirs).await;
    let parts = vec![element("facts")];
    assert_eq!(
        house.save(OWNER, &id, 1, &mine).await,
        Saved::Conflict { number: 3, with: 2, parts }
    );
    assert_eq!((house.current(&id).await.number, house.unsettled(&id).await), (2, vec![3]));
    let beside = house.version(&id, 3).await;
    assert_eq!((beside.content, beside.from, beside.beside), (mine.clone(), 1, Some(2)));
    assert_eq!(house.version(&id, 2).await.content, theirs);

    let (viewer, author) = officer_of(OWNER);
    let told = house.drafts.contradiction(&viewer, &id, 3).await.unwrap();
    assert_eq!((told.base.number, told.current.number, told.beside.number), (1, 2, 3));
    assert_eq!(told.merge.content, confidential_content(&[("person", "B"), ("facts", "mine")]));
    let chosen = confidential_content(&[("person", "B"), ("facts", "both")]);
    let saved = house.drafts.save(&viewer, &author, &id, 2, Some(3), &chosen).await.unwrap();
    assert_eq!((saved, house.unsettled(&id).await), (Saved::As(4), vec![]));
    let current = house.current(&id).await;
    assert_eq!((current.content, current.from, current.joins), (chosen, 2, vec![3]));
    assert_eq!(house.version(&id, 3).await.content, mine, "what was not chosen stays");
    let error = house.drafts.contradiction(&viewer, &id, 4).await.unwrap_err();
    assert!(matches!(error, DraftError::NoVersion(4)), "{error}");
}

#[tokio::test]
async fn the_version_that_stands_may_be_chosen_as_it_is() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[("facts", "old")])).await;
    let theirs = confidential_content(&[("facts", "theirs")]);
    house.save(COLLEAGUE, &id, 1, &theirs).await;
    house.save(OWNER, &id, 1, &confidential_content(&[("facts", "mine")])).await;
    let (viewer, author) = officer_of(OWNER);
    let saved = house.drafts.save(&viewer, &author, &id, 2, Some(3), &theirs).await.unwrap();
    assert_eq!((saved, house.unsettled(&id).await), (Saved::As(4), vec![]));
    assert_eq!(house.current(&id).await.joins, [3]);
}

#[tokio::test]
async fn who_types_on_beside_stays_beside_until_nothing_contradicts() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[("facts", "old"), ("person", "A")])).await;
    house
        .save(COLLEAGUE, &id, 1, &confidential_content(&[("facts", "theirs"), ("person", "B")]))
        .await;
    let mine = confidential_content(&[("facts", "mine"), ("person", "A")]);
    house.save(OWNER, &id, 1, &mine).await;
    // The page saves itself again without a change.
    let parts = vec![element("facts")];
    let again = house.save(OWNER, &id, 3, &mine).await;
    assert_eq!(
        again,
        Saved::Conflict {
            number: 3,
            with: 2,
            parts: parts.clone()
        }
    );
    let more = confidential_content(&[("facts", "mine, and more"), ("person", "A")]);
    assert_eq!(
        house.save(OWNER, &id, 3, &more).await,
        Saved::Conflict { number: 4, with: 2, parts }
    );
    assert_eq!(house.unsettled(&id).await, [4], "the later of one line stands for it");
    let agreed = confidential_content(&[("facts", "theirs"), ("person", "A"), ("language", "fra")]);
    let saved = house.save(OWNER, &id, 4, &agreed).await;
    let kept_from_others = vec![element("person")];
    assert_eq!(
        saved,
        Saved::Merged {
            number: 5,
            kept_from_others
        }
    );
    let current = house.current(&id).await;
    assert_eq!(
        current.content,
        confidential_content(&[("facts", "theirs"), ("person", "B"), ("language", "fra")])
    );
    assert_eq!((current.from, current.joins, house.unsettled(&id).await), (4, vec![2], vec![]));
}

#[tokio::test]
async fn a_stale_page_that_saves_after_ten_others_loses_nothing_of_them_nor_of_itself() {
    let house = house().await;
    let mut elements = vec![("facts".to_owned(), "old".to_owned())];
    let typed = |elements: &[(String, String)]| {
        let elements: Vec<(&str, &str)> = elements.iter().map(|(element, text)| (element.as_str(), text.as_str())).collect();
        confidential_content(&elements)
    };
    let id = house.begin(&typed(&elements)).await;
    for number in 1..=10 {
        elements.push((format!("element_{number:02}"), "typed".to_owned()));
        assert_eq!(house.save(COLLEAGUE, &id, number, &typed(&elements)).await, Saved::As(number + 1));
    }
    let stale = confidential_content(&[("facts", "new")]);
    let Saved::Merged {
        number: 12,
        kept_from_others,
    } = house.save(OWNER, &id, 1, &stale).await
    else {
        panic!("it is merged")
    };
    assert_eq!(kept_from_others.len(), 10);
    elements[0].1 = "new".to_owned();
    assert_eq!(house.current(&id).await.content, typed(&elements));
}

#[tokio::test]
async fn saving_what_stands_already_adds_no_version() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[("facts", "old")])).await;
    assert_eq!(
        house
            .save(OWNER, &id, 1, &confidential_content(&[("facts", "old"), ("person", "")]))
            .await,
        Saved::As(1)
    );
    let new = confidential_content(&[("facts", "new")]);
    // The answer to the first is lost, so it is sent again.
    for _ in 0..2 {
        assert_eq!(house.save(OWNER, &id, 1, &new).await, Saved::As(2));
    }
    let other = confidential_content(&[("facts", "other")]);
    for _ in 0..2 {
        let parts = vec![element("facts")];
        assert_eq!(
            house.save(COLLEAGUE, &id, 1, &other).await,
            Saved::Conflict { number: 3, with: 2, parts }
        );
    }
    assert_eq!(house.drafts.open(&Viewer::operator(), &id).await.unwrap().head.newest, 3);
}

#[tokio::test]
async fn of_many_who_save_at_once_on_two_servers_nobody_loses_anything() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[])).await;
    let other = Arc::new(drafts_of(&home(house.folder.path()).await, &house.store, &house.bench).await);
    let (writers, saves) = (6, 4);
    let typing = (0..writers).map(|writer| {
        let drafts = if writer % 2 == 0 {
            Arc::new(house.drafts.clone())
        } else {
            other.clone()
        };
        tokio::spawn(async move {
            let (viewer, author) = officer_of(&format!("{writer:032x}"));
            let own = format!("element_{writer}");
            // The page shows what the answer before it said, and each types into an element of their own.
            let (mut from, mut shown) = (1, confidential_content(&[]));
            for save in 0..saves {
                shown.values.0.insert(own.clone(), vec![save.to_string()]);
                from = match drafts.save(&viewer, &author, &id, from, None, &shown).await.unwrap() {
                    Saved::As(number) | Saved::Merged { number, .. } => number,
                    conflict => panic!("{conflict:?}"),
                };
                shown = drafts.version(&viewer, &id, from).await.unwrap().content;
                assert_eq!(shown.values.first(&own), Some(save.to_string().as_str()));
            }
        })
    });
    for typing in typing.collect::<Vec<_>>() {
        typing.await.unwrap();
    }
    let current = house.current(&id).await;
    let elements: Vec<String> = current.content.values.0.keys().cloned().collect();
    assert_eq!(elements, (0..writers).map(|writer| format!("element_{writer}")).collect::<Vec<_>>());
    for number in 1..=current.number {
        assert_eq!(
            house.version(&id, number).await.number,
            number,
            "no number is left out or given twice"
        );
    }
}

#[tokio::test]
async fn of_many_who_begin_under_one_key_at_once_on_two_servers_each_is_told_of_the_one_draft() {
    let house = house().await;
    let other = drafts_of(&home(house.folder.path()).await, &house.store, &house.bench).await;
    let begin = |drafts: Drafts, account: &'static str, text: &'static str| {
        tokio::spawn(async move {
            let (viewer, author) = officer_of(account);
            let content = confidential_content(&[("person", text)]);
            drafts.create_once(&viewer, &author, &content, "exercise key").await.unwrap()
        })
    };
    let tries: Vec<_> = (0..8)
        .map(|nth| if nth % 2 == 0 { house.drafts.clone() } else { other.clone() })
        .map(|drafts| begin(drafts, OWNER, "Exercise Person"))
        .collect();
    let mut begun = Vec::new();
    for one in tries {
        begun.push(one.await.unwrap().unwrap());
    }
    begun.dedup();
    assert_eq!(begun.len(), 1, "{begun:?}");
    let another = begin(house.drafts.clone(), OWNER, "Exercise Person Two").await.unwrap();
    assert_eq!(another, None, "under the same key something else is not begun");
    let of_a_colleague = begin(house.drafts.clone(), COLLEAGUE, "Exercise Person Two")
        .await
        .unwrap()
        .unwrap();
    assert_ne!(of_a_colleague, begun[0], "everybody has keys of their own");
    assert_eq!(house.drafts.list(&officer_of(OWNER).0).await.unwrap().len(), 2);
    let (viewer, _) = officer_of(OWNER);
    house.drafts.delete(&viewer, &begun[0]).await.unwrap();
    let anew = begin(house.drafts.clone(), OWNER, "Exercise Person Two").await.unwrap();
    assert!(anew.is_some(), "what was deleted is in nobody's way");
}

#[tokio::test]
async fn versions_are_compared_side_by_side_and_told_by_sittings() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[("facts", "seen in the city")])).await;
    house
        .save(OWNER, &id, 1, &confidential_content(&[("facts", "seen near the city")]))
        .await;
    house
        .save(COLLEAGUE, &id, 2, &confidential_content(&[("facts", "seen near the town")]))
        .await;
    let (viewer, _) = officer_of(OWNER);
    let compared = house.drafts.compare(&viewer, &id, 1, 3).await.unwrap();
    assert_eq!((compared.a.number, compared.b.number), (1, 3));
    let parts: Vec<&Part> = compared.differences.iter().map(|difference| &difference.part).collect();
    assert_eq!(parts, [&element("facts")]);
    let sittings = house.drafts.sittings(&viewer, &id).await.unwrap();
    let told: Vec<(u64, u64)> = sittings.iter().map(|sitting| (sitting.first, sitting.last)).collect();
    assert_eq!(told, [(1, 2), (3, 3)]);
}
