//! To whom a request goes.

use super::*;

#[tokio::test]
async fn a_request_goes_to_whoever_receives_it_for_its_topic_and_was_confirmed() {
    let place = Place::new().await;
    assert!(place.receiving("surrender").await.is_none());
    let named = |name: &str, role: &str, does: &[&str], topics: &[&str]| AuthorityWords {
        name_en: name.into(),
        role: role.into(),
        does: does.iter().map(|task| (*task).to_owned()).collect(),
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        ..words()
    };
    let to = async |topic: &str| place.receiving(topic).await.map(|authority| authority.words.name_en);
    place
        .own("XAA", &named("Police", "executing-authority", &["executes"], &["surrender"]))
        .await;
    assert_eq!(to("surrender").await, None, "who executes alone receives nothing");
    place
        .own("XAB", &named("Of another State", "central-authority", &["receives"], &[]))
        .await;
    assert_eq!(to("surrender").await, None);
    place.own("XAA", &named("Embassy", "embassy", &["receives"], &[])).await;
    assert_eq!(to("surrender").await.as_deref(), Some("Embassy"));
    place.own("XAA", &named("Ministry", "central-authority", &["receives"], &[])).await;
    assert_eq!(
        to("surrender").await.as_deref(),
        Some("Ministry"),
        "a central authority before an embassy"
    );
    place
        .own("XAA", &named("Office for surrender", "embassy", &["receives"], &["surrender"]))
        .await;
    assert_eq!(
        to("surrender").await.as_deref(),
        Some("Office for surrender"),
        "who takes the topic before who takes all"
    );
    assert_eq!(to("assistance").await.as_deref(), Some("Ministry"));
    let registry = court(Role::Registry);
    let old = Letter {
        dated: "2026-01-05".into(),
        ..letter()
    };
    let other = named("Another ministry", "central-authority", &["receives"], &["transit"]);
    place.name(&registry, &new("XAA"), &other, &old).await.unwrap();
    let due = place.receiving("transit").await.unwrap();
    assert_eq!((due.words.name_en.as_str(), due.is_confirmed()), ("Another ministry", false));
    place
        .own(
            "XAA",
            &named("Confirmed ministry", "central-authority", &["receives"], &["transit"]),
        )
        .await;
    let addressed = place.receiving("transit").await.unwrap();
    assert_eq!(
        (addressed.words.name_en.as_str(), addressed.is_confirmed()),
        ("Confirmed ministry", true)
    );
    assert_eq!(
        (addressed.words.channel.as_str(), addressed.words.languages.as_slice()),
        ("direct", &["fra".to_owned()][..])
    );
}
