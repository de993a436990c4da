//! What holds on which day, what is planned and over, what is due, and what was written wrongly.

use super::*;
use register::port::Of;
use register::view::model::{Ask, Stage};

#[tokio::test]
async fn a_page_of_an_earlier_day_shows_the_directory_of_that_day() {
    let place = Place::new().await;
    let own = place.own("XAA", &words()).await;
    let state = of_state("XAA", Role::CentralAuthority);
    let moved = AuthorityWords {
        email: "new@xaa.example".into(),
        from: "2026-03-01".into(),
        ..words()
    };
    let moved = place.name(&state, &changed(&own), &moved, &Letter::default()).await.unwrap();
    let on = async |day: Date| {
        let seen = place.seen(&state, day).await;
        seen.first().map(|authority| (authority.words.email.clone(), authority.stage))
    };
    assert_eq!(on(date(2019, 12, 31)).await, None, "what was recorded since is no plan of that day");
    assert_eq!(on(date(2020, 1, 1)).await, Some(("office@xaa.example".into(), Stage::InForce)));
    assert_eq!(on(date(2026, 2, 28)).await, Some(("office@xaa.example".into(), Stage::InForce)));
    assert_eq!(on(date(2026, 3, 1)).await, Some(("new@xaa.example".into(), Stage::InForce)));
    // Its end, from its day on.
    let matter = &moved.entry.matter;
    place
        .register()
        .end_authority(
            &state,
            (matter, &moved.entry.id.to_string()),
            ("2026-10-01", "exercise"),
            &Letter::default(),
            &author(&state),
        )
        .await
        .unwrap();
    assert_eq!(on(date(2026, 9, 30)).await, Some(("new@xaa.example".into(), Stage::InForce)));
    assert_eq!(on(date(2026, 10, 1)).await, Some(("new@xaa.example".into(), Stage::Over)));
    // As the record was known before all of it: a prefix.
    place.clock.put("2026-11-28T09:00:00Z");
    let before = Reading {
        known_on: Some(date(2026, 11, 25)),
        ..at(date(2026, 11, 25))
    };
    assert!(place.register().authorities(&state, &before, None).await.unwrap().is_empty());
    // Named again from a later day it is there again.
    let again = AuthorityWords {
        from: "2026-11-01".into(),
        ..words()
    };
    // Over its end, which is what was recorded of it last.
    let early = place.name(&state, &changed(&moved), &again, &Letter::default()).await;
    assert!(matches!(early, Err(AuthorityError::Changed)), "{early:?}");
    let over = WhichVersion::Changed {
        matter: matter.clone(),
        saw: place.newest(&state, matter).await,
    };
    place.name(&state, &over, &again, &Letter::default()).await.unwrap();
    assert_eq!(on(date(2026, 10, 31)).await, Some(("new@xaa.example".into(), Stage::Over)));
    assert_eq!(on(date(2026, 11, 1)).await, Some(("office@xaa.example".into(), Stage::InForce)));
}

#[tokio::test]
async fn what_begins_later_is_planned_and_what_has_a_last_day_is_over_after_it() {
    let place = Place::new().await;
    let words = AuthorityWords {
        from: "2027-01".into(),
        until: "2027-06-30".into(),
        ..words()
    };
    place.own("XAA", &words).await;
    let state = of_state("XAA", Role::CentralAuthority);
    let stage = async |day: Date| place.seen(&state, day).await.first().map(|authority| authority.stage);
    assert_eq!(stage(date(2026, 11, 26)).await, Some(Stage::Planned));
    // A month counts from its last day.
    assert_eq!(stage(date(2027, 1, 30)).await, Some(Stage::Planned));
    assert_eq!(stage(date(2027, 1, 31)).await, Some(Stage::InForce));
    assert_eq!(stage(date(2027, 6, 30)).await, Some(Stage::InForce));
    assert_eq!(stage(date(2027, 7, 1)).await, Some(Stage::Over));
    assert!(place.receiving("surrender").await.is_none(), "nothing is addressed to a plan");
}

#[tokio::test]
async fn it_is_due_six_calendar_months_after_somebody_last_stood_for_it() {
    let place = Place::new().await;
    let registry = court(Role::Registry);
    let old = Letter {
        dated: "2026-02-28".into(),
        ..letter()
    };
    let named = place.name(&registry, &new("XAA"), &words(), &old).await.unwrap();
    let due = async |day: Date| {
        let seen = place.seen(&registry, day).await;
        (seen[0].confirmed_on, seen[0].due_since, seen[0].is_confirmed())
    };
    let (first, again) = (date(2026, 2, 28), date(2026, 11, 25));
    assert_eq!(due(date(2026, 2, 27)).await, (None, None, false), "nobody had stood for it yet");
    assert_eq!(due(date(2026, 8, 27)).await, (Some(first), None, true));
    assert_eq!(due(date(2026, 8, 28)).await, (Some(first), Some(date(2026, 8, 28)), false));
    assert_eq!(place.seen(&registry, date(2026, 11, 26)).await[0].ask, Ask::ByLetter);
    let call = Letter {
        source: "Exercise call with the office".into(),
        dated: again.to_string(),
    };
    let confirm = async |viewer: &Viewer, letter: &Letter| {
        let saw = place.newest(viewer, &named.entry.matter).await;
        place
            .register()
            .confirm_authority(viewer, &named.entry.matter, &saw, letter, &author(viewer))
            .await
    };
    confirm(&registry, &call).await.unwrap();
    assert_eq!(
        due(date(2026, 11, 24)).await,
        (Some(first), Some(date(2026, 8, 28)), false),
        "before the call"
    );
    assert_eq!(due(date(2026, 11, 26)).await, (Some(again), None, true));
    assert_eq!(due(date(2027, 5, 25)).await, (Some(again), Some(date(2027, 5, 25)), false));
    // The State stands for it itself today, and then is whom to ask.
    confirm(&of_state("XAA", Role::NationalFocalPoint), &Letter::default())
        .await
        .unwrap();
    assert_eq!(due(date(2026, 11, 26)).await.0, Some(date(2026, 11, 26)));
    assert_eq!(place.seen(&registry, date(2026, 11, 26)).await[0].ask, Ask::State);
    assert_faults(
        confirm(&registry, &Letter::default()).await,
        &[(Field::Source, Fault::Missing), (Field::Dated, Fault::Missing)],
    );
    // The end of August has no 31st of February.
    let long = Letter {
        dated: "2026-08-31".into(),
        ..letter()
    };
    let later = AuthorityWords {
        from: "2026-08-01".into(),
        ..words()
    };
    let over = WhichVersion::Changed {
        matter: named.entry.matter.clone(),
        saw: place.newest(&registry, &named.entry.matter).await,
    };
    place.name(&registry, &over, &later, &long).await.unwrap();
    assert_eq!(
        due(date(2027, 2, 28)).await.1,
        Some(date(2027, 2, 28)),
        "and what was said of the version before does not count"
    );
}

#[tokio::test]
async fn an_end_comes_once_and_not_before_the_beginning() {
    let place = Place::new().await;
    let own = place.own("XAA", &words()).await;
    let state = of_state("XAA", Role::CentralAuthority);
    let seen = own.entry.id.to_string();
    let end_over = async |saw: &str, on: &str| {
        let (letter, author) = (Letter::default(), author(&state));
        let over = (own.entry.matter.as_str(), saw);
        place.register().end_authority(&state, over, (on, ""), &letter, &author).await
    };
    let end = async |on: &str| end_over(&seen, on).await;
    assert_faults(end("2019-12-31").await, &[(Field::On, Fault::BeforeItBegan(date(2019, 12, 31)))]);
    assert_faults(end("").await, &[(Field::On, Fault::Missing)]);
    end("2026-11-01").await.unwrap();
    assert!(matches!(end("2026-11-02").await, Err(AuthorityError::Ended)));
    let confirm = async |saw: &str| {
        let (letter, author) = (Letter::default(), author(&state));
        place
            .register()
            .confirm_authority(&state, &own.entry.matter, saw, &letter, &author)
            .await
    };
    // Whoever read it before its end has not seen that, and whoever did cannot confirm what is over.
    let confirmed = confirm(&seen).await;
    assert!(matches!(confirmed, Err(AuthorityError::Changed)), "{confirmed:?}");
    let confirmed = confirm(&place.newest(&state, &own.entry.matter).await).await;
    assert!(matches!(confirmed, Err(AuthorityError::Ended)), "{confirmed:?}");
    assert!(place.receiving("surrender").await.is_none());
}

#[tokio::test]
async fn a_mistake_is_corrected_with_its_reason_and_stays_in_the_record() {
    let place = Place::new().await;
    let own = place.own("XAA", &words()).await;
    let state = of_state("XAA", Role::CentralAuthority);
    let right = AuthorityWords {
        email: "right@xaa.example".into(),
        ..words()
    };
    let corrected = place.name(&state, &mistake(&own), &right, &Letter::default()).await.unwrap();
    let corrects = corrected.entry.corrects.clone().unwrap();
    assert_eq!(
        (corrects.first, corrects.reason.as_str()),
        (own.entry.id.clone(), "exercise: mistyped")
    );
    // It was so all the time: an earlier day shows what was right.
    assert_eq!(place.seen(&state, date(2021, 1, 1)).await[0].words.email, "right@xaa.example");
    let view = place
        .register()
        .authority(&state, &at(date(2026, 11, 26)), &own.entry.matter)
        .await
        .unwrap()
        .unwrap();
    let history: Vec<(bool, Option<&str>)> = view.history.iter().map(|entry| (entry.corrects, entry.reason.as_deref())).collect();
    assert_eq!(history, [(true, Some("exercise: mistyped")), (false, None)]);
    // What was seen is old by now.
    let again = place.name(&state, &mistake(&own), &right, &Letter::default()).await;
    assert!(matches!(again, Err(AuthorityError::Changed)), "{again:?}");
    let unreasoned = WhichVersion::Mistake {
        matter: own.entry.matter.clone(),
        saw: corrected.entry.id.to_string(),
        reason: " ".into(),
    };
    let refused = place.name(&state, &unreasoned, &right, &Letter::default()).await;
    assert_faults(refused, &[(Field::Reason, Fault::Missing)]);
}

#[tokio::test]
async fn whoever_saw_an_older_version_changes_and_confirms_nothing() {
    let place = Place::new().await;
    let own = place.own("XAA", &words()).await;
    let state = of_state("XAA", Role::CentralAuthority);
    let next = AuthorityWords {
        from: "2026-05-01".into(),
        ..words()
    };
    place.name(&state, &changed(&own), &next, &Letter::default()).await.unwrap();
    let late = place.name(&state, &changed(&own), &next, &Letter::default()).await;
    assert!(matches!(late, Err(AuthorityError::Changed)), "{late:?}");
    let (matter, saw) = (&own.entry.matter, own.entry.id.to_string());
    let confirmed = place
        .register()
        .confirm_authority(&state, matter, &saw, &Letter::default(), &author(&state))
        .await;
    assert!(matches!(confirmed, Err(AuthorityError::Changed)), "{confirmed:?}");
    let over = (matter.as_str(), saw.as_str());
    let ended = place
        .register()
        .end_authority(&state, over, ("2026-12-31", ""), &Letter::default(), &author(&state))
        .await;
    assert!(matches!(ended, Err(AuthorityError::Changed)), "{ended:?}");
    assert_eq!(
        place
            .house
            .store
            .entries(&state, Of::Matters(vec![matter.clone()]), None)
            .await
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn of_two_ends_in_one_moment_one_is_recorded() {
    let place = Place::new().await;
    let own = place.own("XAA", &words()).await;
    let state = of_state("XAA", Role::CentralAuthority);
    let seen = own.entry.id.to_string();
    let end = async |on: &str| {
        let (letter, author) = (Letter::default(), author(&state));
        let over = (own.entry.matter.as_str(), seen.as_str());
        place.register().end_authority(&state, over, (on, ""), &letter, &author).await
    };
    let (one, other) = tokio::join!(end("2026-11-20"), end("2026-11-21"));
    let ended = |done: &Result<_, AuthorityError>| matches!(done, Err(AuthorityError::Ended));
    assert!(
        (one.is_ok() && ended(&other)) || (other.is_ok() && ended(&one)),
        "{one:?}\n{other:?}"
    );
}
