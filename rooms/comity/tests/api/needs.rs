//! What the law of a State needs of a request for surrender: who states it, who sees it, and that a request is asked for it.

use crate::request_walk::*;
use access::Viewer;
use record::entry::Author;
use register::needs::{NeedError, NeedWords, WhichVersion};
use register::request::RequestText;

fn facts() -> NeedWords {
    NeedWords {
        need: "certified-facts".into(),
        says: "A statement of the facts, certified by an exercise judge".into(),
        law: "Exercise Extradition Act, section 7".into(),
        from: "2024-01-01".into(),
        source: "Exercise note verbale 12/2026".into(),
    }
}

fn new(state: &str) -> WhichVersion {
    WhichVersion::New { state: state.into() }
}

#[tokio::test]
async fn a_request_is_asked_for_what_the_law_of_its_state_needs_and_brings_it_on_its_page() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let form = house.register.law.form("arrest-and-surrender").unwrap();
    let draft = done(&house, &officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let fields = |more: &[(&str, &str)]| {
        let values = complete(form).into_iter().map(|(element, value)| (format!("e-{element}"), value));
        let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        encoded(values.chain(more).collect::<Vec<_>>())
    };
    done(&house, &officer, &draft, &fields(&[("act", "save"), ("from", "1")])).await;
    let before = page(&house, &officer, &draft).await;
    assert!(!before.contains("certified-facts"));
    let author = Author::Officer("Exercise Officer".into());
    let register = &house.register;
    register
        .state_need(&Viewer::operator(), &new("XAA"), &facts(), &author)
        .await
        .unwrap();
    let asked = page(&house, &officer, &draft).await;
    shows(
        &asked,
        &[
            "A statement of the facts, certified by an exercise judge",
            "Exercise Extradition Act, section 7",
            "e-national_requirements.certified-facts",
        ],
    );
    let text = |state: &str| RequestText {
        form: form.id.clone(),
        values: complete(form)
            .into_iter()
            .map(|(element, value)| {
                let value = if element == "requested_state" { state.to_owned() } else { value };
                (element, value)
            })
            .collect(),
    };
    for (state, day, found) in [("XAA", "2026-04-14", 1), ("XAA", "2023-12-31", 0), ("XAB", "2026-04-14", 0)] {
        let findings = register
            .check_request(&Viewer::operator(), &text(state), day.parse().unwrap())
            .await
            .unwrap();
        let needed = findings
            .iter()
            .filter(|finding| finding.kind == law::FindingKind::NeededByState)
            .count();
        assert_eq!(needed, found, "{state} on {day}");
    }
    let from = hidden(&asked, "from");
    let brought = [
        ("e-national_requirements.certified-facts", "Exercise certified statement"),
        ("act", "save"),
        ("from", &from),
    ];
    done(&house, &officer, &draft, &fields(&brought)).await;
    let met = page(&house, &officer, &draft).await;
    shows(&met, &["Exercise certified statement"]);
    assert!(!met.contains("Exercise Extradition Act, section 7"), "it is there: {met}");
}

#[tokio::test]
async fn a_need_is_stated_by_the_state_or_from_a_letter_corrected_by_whom_it_comes_from_and_seen_by_no_other_state() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise authority of another State", &authority("XAB")).await;
    let register = &house.register;
    let (court, own, foreign) = (house.actor(&officer).await, house.actor(&state).await, house.actor(&other).await);
    let listed = house.get_as(&other, "/en/authorities").await.text();
    let no_source = NeedWords {
        source: String::new(),
        ..facts()
    };
    let stated = register
        .state_need(own.viewer(), &new("XAA"), &no_source, own.author())
        .await
        .unwrap();
    assert!(
        matches!(
            register.state_need(court.viewer(), &new("XAB"), &no_source, court.author()).await,
            Err(NeedError::Field { field: "source", .. })
        ),
        "an officer names what they read"
    );
    let again = register.state_need(court.viewer(), &new("XAA"), &facts(), court.author()).await;
    assert!(
        matches!(again, Err(NeedError::Field { field: "need", .. })),
        "one need, one word: {again:?}"
    );
    let matter = stated.entry.matter.clone();
    let mistake = |saw: &record::entry::EntryId| WhichVersion::Mistake {
        matter: matter.clone(),
        saw: saw.to_string(),
        reason: "The exercise section was wrong".into(),
    };
    let refused = register
        .state_need(court.viewer(), &mistake(&stated.entry.id), &facts(), court.author())
        .await;
    assert!(matches!(refused, Err(NeedError::NotAllowed)), "{refused:?}");
    let unseen = register
        .state_need(foreign.viewer(), &mistake(&stated.entry.id), &facts(), foreign.author())
        .await;
    assert!(matches!(unseen, Err(NeedError::NoSuch(_))), "{unseen:?}");
    let right = NeedWords {
        law: "Exercise Extradition Act, section 8".into(),
        ..facts()
    };
    register
        .state_need(own.viewer(), &mistake(&stated.entry.id), &right, own.author())
        .await
        .unwrap();
    let stale = register
        .state_need(own.viewer(), &mistake(&stated.entry.id), &right, own.author())
        .await;
    assert!(matches!(stale, Err(NeedError::Changed)), "{stale:?}");
    for person in [&officer, &state] {
        let text = page(&house, person, "/en/authorities").await;
        shows(&text, &["What the laws of States need", "Exercise Extradition Act, section 8"]);
        assert!(!text.contains("section 7"), "{text}");
    }
    assert_eq!(
        house.get_as(&other, "/en/authorities").await.text(),
        listed,
        "nothing for another State"
    );
    let (reason, letter) = ("Exercise Act of 2026", "");
    register
        .end_need(own.viewer(), &matter, "2026-04-01", (reason, letter), own.author())
        .await
        .unwrap();
    let left = register.needs(court.viewer(), &now(), Some("XAA")).await.unwrap();
    assert_eq!(left, []);
}
