//! Who sees the directory, who writes it, and from what.

use super::*;
use record::audience::{Level, Reader};
use register::matter::{AudienceWords, Change, NewAudience};
use register::view::model::Ask;

#[tokio::test]
async fn a_state_sees_its_own_and_no_other_the_court_sees_all_and_others_none() {
    let place = Place::new().await;
    place.own("XAA", &words()).await;
    place.own("XAB", &words()).await;
    let today = date(2026, 11, 26);
    let states = async |viewer: &Viewer| -> Vec<String> {
        let seen = place.seen(viewer, today).await;
        seen.into_iter().map(|authority| authority.state.code).collect()
    };
    for role in [Role::CentralAuthority, Role::NationalFocalPoint, Role::Embassy] {
        assert_eq!(states(&of_state("XAA", role)).await, ["XAA"], "{role:?}");
        assert_eq!(states(&of_state("XAB", role)).await, ["XAB"], "{role:?}");
    }
    for role in [
        Role::Registry,
        Role::Prosecutor,
        Role::Chambers,
        Role::Presidency,
        Role::VictimsAndWitnesses,
    ] {
        assert_eq!(states(&court(role)).await, ["XAA", "XAB"], "{role:?}");
    }
    assert_eq!(states(&Viewer::operator()).await, ["XAA", "XAB"]);
    let secretariat = Viewer::of(&account(Role::Secretariat), Organisation::Assembly, Role::Secretariat, Vec::new()).unwrap();
    let police = of_state("XAA", Role::ExecutingAuthority);
    let administrator = court(Role::Administrator);
    for viewer in [Viewer::public(), secretariat, police, administrator, court(Role::TrustFund)] {
        assert!(states(&viewer).await.is_empty(), "{viewer:?}");
    }
}

#[tokio::test]
async fn a_state_writes_its_own_in_its_own_name_and_an_officer_writes_from_a_letter() {
    let place = Place::new().await;
    let own = place.own("XAA", &words()).await;
    assert_eq!(own.audience.level, Level::Restricted);
    assert_eq!(own.entry.audience.originator, Some(Reader::State("XAA".into())));
    assert_eq!(
        (own.entry.source.as_deref(), own.entry.body.get_text("stated_on")),
        (None, Some("2026-11-26"))
    );
    let registry = court(Role::Registry);
    let from_letter = place.name(&registry, &new("XAA"), &words(), &letter()).await.unwrap();
    assert_eq!(from_letter.entry.audience.originator, Reader::parse("organ:registry"));
    assert_eq!(from_letter.entry.source.as_deref(), Some("Exercise note verbale 1"));
    assert_eq!(from_letter.entry.body.get_text("stated_on"), Some("2026-11-02"));
    for (matter, other) in [
        (&own.entry.matter, &from_letter.entry.matter),
        (&from_letter.entry.matter, &own.entry.matter),
    ] {
        assert!(matter.starts_with("authority-") && matter.len() == 42, "a random name: {matter}");
        assert_ne!(matter, other);
    }
    let asked: Vec<Ask> = place.seen(&registry, date(2026, 11, 26)).await.iter().map(|a| a.ask).collect();
    assert!(asked.contains(&Ask::State) && asked.contains(&Ask::ByLetter), "{asked:?}");
}

#[tokio::test]
async fn an_officer_without_a_letter_is_refused_at_its_fields() {
    let place = Place::new().await;
    for (source, dated, expected) in [
        ("", "", vec![(Field::Source, Fault::Missing), (Field::Dated, Fault::Missing)]),
        ("recalled: a call", "2026-11-02", vec![(Field::Source, Fault::Recalled)]),
        (
            "Exercise note",
            "2026-11-27",
            vec![(Field::Dated, Fault::AfterToday(date(2026, 11, 27)))],
        ),
        (
            "Exercise note",
            "2 November",
            vec![(Field::Dated, Fault::NotADay("2 November".into()))],
        ),
    ] {
        for viewer in [court(Role::Registry), court(Role::Prosecutor), Viewer::operator()] {
            let letter = Letter {
                source: source.into(),
                dated: dated.into(),
            };
            let refused = place.name(&viewer, &new("XAA"), &words(), &letter).await;
            assert_faults(refused, &expected);
        }
    }
    assert!(
        place.seen(&Viewer::operator(), date(2026, 11, 26)).await.is_empty(),
        "nothing was recorded"
    );
}

#[tokio::test]
async fn nobody_writes_for_another_state_or_without_the_role() {
    let place = Place::new().await;
    let own = place.own("XAA", &words()).await;
    let refused = async |viewer: Viewer, naming: WhichVersion| {
        let refused = place.name(&viewer, &naming, &words(), &letter()).await;
        assert!(matches!(refused, Err(AuthorityError::NotAllowed)), "{viewer:?}: {refused:?}");
    };
    refused(of_state("XAB", Role::CentralAuthority), new("XAA")).await;
    refused(of_state("XAA", Role::Embassy), new("XAA")).await;
    refused(of_state("XAA", Role::ExecutingAuthority), new("XAA")).await;
    refused(court(Role::TrustFund), new("XAA")).await;
    refused(court(Role::Administrator), new("XAA")).await;
    refused(court(Role::Auditor), new("XAA")).await;
    // A mistake is mended by those from whom it comes; others add another version.
    refused(court(Role::Registry), mistake(&own)).await;
    refused(of_state("XAA", Role::NationalFocalPoint), mistake(&own)).await;
    place
        .name(&court(Role::Registry), &changed(&own), &words(), &letter())
        .await
        .unwrap();
    let other = of_state("XAB", Role::CentralAuthority);
    for naming in [changed(&own), mistake(&own)] {
        let refused = place.name(&other, &naming, &words(), &letter()).await;
        let text = refused.unwrap_err().to_string();
        assert_eq!(text, AuthorityError::NoSuch(own.entry.matter.clone()).to_string());
    }
}

#[tokio::test]
async fn what_a_state_closes_to_itself_the_court_sees_no_more_and_it_goes_on_writing_there() {
    let place = Place::new().await;
    let own = place.own("XAA", &words()).await;
    let state = of_state("XAA", Role::CentralAuthority);
    let new = NewAudience {
        matter: own.entry.matter.clone(),
        change: Change::Narrow,
        audience: AudienceWords {
            level: "restricted".into(),
            list: vec!["state:XAA".into()],
            left_out: Vec::new(),
            originator: Some("state:XAA".into()),
        },
        decision: "Exercise decision".into(),
        authority: None,
        effective: None,
        author: author(&state),
    };
    place.register().change_audience(&state, &new).await.unwrap();
    let today = date(2026, 11, 26);
    assert!(place.seen(&court(Role::Registry), today).await.is_empty());
    assert!(place.receiving("surrender").await.is_none());
    let next = AuthorityWords {
        from: "2026-11-20".into(),
        ..words()
    };
    let next = place.name(&state, &changed(&own), &next, &Letter::default()).await.unwrap();
    assert_eq!(next.audience.list, [Reader::State("XAA".into())]);
    assert!(place.seen(&court(Role::Registry), today).await.is_empty());
    assert_eq!(place.seen(&state, today).await[0].words.from, "2026-11-20");
}
