//! What is wrong in which field, and how texts are recorded.

use super::*;

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field() {
    let place = Place::new().await;
    let wrong = async |change: fn(&mut AuthorityWords), expected: &[(Field, Fault)]| {
        let mut words = words();
        change(&mut words);
        let refused = place
            .name(&of_state("XAA", Role::CentralAuthority), &new("XAA"), &words, &Letter::default())
            .await;
        assert_faults(refused, expected);
    };
    let given = |fault: fn(String) -> Fault, text: &str| fault(text.to_owned());
    wrong(
        |w| w.zone = "Europe/Nowhere".into(),
        &[(Field::Zone, given(Fault::NoZone, "Europe/Nowhere"))],
    )
    .await;
    wrong(|w| w.hours = "9 to 17".into(), &[(Field::Zone, Fault::Missing)]).await;
    wrong(
        |w| w.email = "office".into(),
        &[(Field::Email, given(Fault::NotAnAddress, "office"))],
    )
    .await;
    wrong(
        |w| w.telephone = "0700".into(),
        &[(Field::Telephone, given(Fault::NotANumber, "0700"))],
    )
    .await;
    wrong(
        |w| w.languages = vec!["fr".into()],
        &[(Field::Languages, given(Fault::NotALanguage, "fr"))],
    )
    .await;
    wrong(|w| w.until = "2019-12-31".into(), &[(Field::Until, Fault::Reversed)]).await;
    wrong(|w| w.from = "soon".into(), &[(Field::From, given(Fault::NotADate, "soon"))]).await;
    wrong(
        |w| w.from = "from 2020".into(),
        &[(Field::From, given(Fault::NotADate, "from 2020"))],
    )
    .await;
    wrong(|w| w.name_en = String::new(), &[(Field::Name, Fault::Missing)]).await;
    wrong(|w| w.name_en = "x".repeat(201), &[(Field::NameEn, Fault::TooLong(200))]).await;
    wrong(|w| w.name_en = "Exercise\u{202e}".into(), &[(Field::NameEn, Fault::Unseen)]).await;
    wrong(|w| w.email = String::new(), &[(Field::Address, Fault::Missing)]).await;
    wrong(|w| w.does = Vec::new(), &[(Field::Does, Fault::Missing)]).await;
    wrong(|w| w.channel = String::new(), &[(Field::Channel, Fault::Missing)]).await;
    let not_of = |given: &str, words: &[&str]| Fault::NotOf {
        given: given.into(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    let tasks = not_of("reads", &register::authorities::TASKS);
    wrong(|w| w.does = vec!["receives".into(), "reads".into()], &[(Field::Does, tasks)]).await;
    let channels = not_of("pigeon", &register::authorities::CHANNELS);
    wrong(|w| w.channel = "pigeon".into(), &[(Field::Channel, channels)]).await;
    // Everything at once, in the order of the form.
    let all = [
        (Field::Name, Fault::Missing),
        (Field::Address, Fault::Missing),
        (Field::Zone, given(Fault::NoZone, "x")),
        (Field::From, Fault::Missing),
    ];
    wrong(
        |w| {
            *w = AuthorityWords {
                role: "focal-point".into(),
                zone: "x".into(),
                ..AuthorityWords::default()
            }
        },
        &all,
    )
    .await;
    for (state, fault) in [("", Fault::Missing), ("XAC", Fault::NotAState(vec!["XAA".into(), "XAB".into()]))] {
        let refused = place.name(&court(Role::Registry), &new(state), &words(), &letter()).await;
        assert_faults(refused, &[(Field::State, fault)]);
    }
    let topic = AuthorityWords {
        topics: vec!["kitchen".into()],
        ..words()
    };
    let refused = place.name(&court(Role::Registry), &new("XAA"), &topic, &letter()).await;
    assert!(
        matches!(&refused, Err(AuthorityError::Faults(f)) if f[0].0 == Field::Topics),
        "{refused:?}"
    );
}

#[tokio::test]
async fn texts_are_recorded_composed_and_each_word_once() {
    let place = Place::new().await;
    let words = AuthorityWords {
        name: " Minist\u{65}\u{300}re ".into(),
        address: "1 Exercise Street\r\nExercise City\r\n".into(),
        zone: "europe/amsterdam".into(),
        languages: vec!["fra".into(), "eng".into(), "fra".into()],
        does: vec!["executes".into(), "receives".into(), "receives".into()],
        ..words()
    };
    place.own("XAA", &words).await;
    let seen = place.seen(&Viewer::operator(), date(2026, 11, 26)).await.remove(0).words;
    assert_eq!(
        (seen.name.as_str(), seen.address.as_str()),
        ("Minist\u{e8}re", "1 Exercise Street\nExercise City")
    );
    assert_eq!(
        (seen.zone.as_str(), seen.languages),
        ("Europe/Amsterdam", vec!["fra".to_owned(), "eng".to_owned()])
    );
    assert_eq!(seen.does, ["receives", "executes"]);
}
