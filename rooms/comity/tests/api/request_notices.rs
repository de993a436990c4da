//! What a page tells of a request that stands in the way of nothing: the ground on which the State is asked, that under seal nobody
//! of the State has it, and a provisional arrest that waits for a request like it.

use crate::house::{House, Person};
use crate::request_signing::signing;
use crate::request_walk::*;
use access::Viewer;
use record::audience::Level;
use record::entry::Author;
use register::kinds;
use register::matter::{Addition, AudienceWords};
use register::request::{Files, RequestText, Submission};

/// A request whose elements are changed so, in review.
async fn with(house: &House, form: &str, changes: &[(&str, &str)]) -> String {
    let mut values = complete(house.register.law.form(form).unwrap());
    values.extend(changes.iter().map(|(element, text)| ((*element).to_owned(), (*text).to_owned())));
    let new = Submission {
        id: None,
        text: RequestText {
            form: form.into(),
            values: values.iter().map(|(element, text)| (element.as_str(), text.as_str())).collect(),
        },
        requesting: "organ:chambers".into(),
        values: law::Values::default(),
        effective: String::new(),
        files: Files::default(),
        author: Author::Officer("Exercise Officer".into()),
    };
    let id = house.register.submit_request(&Viewer::operator(), &new).await.unwrap();
    format!("/en/request/{id}")
}

/// A provisional arrest of somebody in XAA, which waits for the request for surrender.
async fn arrested(house: &House, officer: &Person, person: &str) -> String {
    let request = with(house, "provisional-arrest", &[("person", person)]).await;
    done(house, officer, &request, &signing(house, officer).await).await;
    done(house, officer, &request, &act(house, "transmit", &[])).await;
    let state = house.sign_in("Exercise authority", &authority("XAA")).await;
    done(house, &state, &request, &act(house, "report-arrest", &[])).await;
    request
}

#[tokio::test]
async fn the_page_names_the_ground_on_which_the_state_is_asked_and_the_numbers_of_the_court() {
    let house = house().await;
    let officer = house.sign_in("Exercise officer", &REGISTRY).await;
    let request = with(&house, "arrest-and-surrender", &[("court_number", "exercise-01/26-01-7")]).await;
    shows(
        &page(&house, &officer, &request).await,
        &[
            "Ground on which the State is asked",
            "State that may be asked, and is not bound by the Statute",
            "14 April 2026",
            "Rome Statute, article 87(5)",
            "exercise-01/26-01-7",
        ],
    );
    shows(&page(&house, &officer, "/en/requests").await, &["exercise-01/26-01-7"]);
}

#[tokio::test]
async fn a_request_under_seal_that_nobody_of_the_state_has_says_so_to_the_court_before_and_after_it_is_sent() {
    let house = house().await;
    let officer = house.sign_in("Exercise officer", &REGISTRY).await;
    let state = house.sign_in("Exercise authority", &authority("XAA")).await;
    let draft = done(&house, &officer, "/en/drafts", "form=arrest-and-surrender&level=under-seal").await;
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.insert("level".into(), "under-seal".into());
    let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let more = [("act", "submit"), ("from", "1"), ("requesting", "organ:chambers")];
    let more = more.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let request = done(&house, &officer, &draft, &encoded(fields.chain(more))).await;
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    let before = page(&house, &officer, &page_of(&request, "transmit")).await;
    shows(&before, &["It is under seal. When it is sent nobody of", "has it yet"]);
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    let nobody = "nobody of that State sees it here";
    shows(&page(&house, &officer, &request).await, &[nobody, "/en/matter/request-"]);
    shows(&page(&house, &officer, "/en/requests").await, &["nobody of the State has it"]);
    assert_eq!(house.get_as(&state, &request).await.status, 404);
    let matter = id_of(&request).matter();
    let actor = house.actor(&officer).await;
    house
        .people
        .assign(&actor, &state.account, &matter, Some(Level::UnderSeal))
        .await
        .unwrap();
    assert!(!page(&house, &officer, &request).await.contains(nobody));
    assert!(!page(&house, &officer, "/en/requests").await.contains("nobody of the State has it"));
    assert!(!page(&house, &state, &request).await.contains(nobody), "nor does the State read it");
}

#[tokio::test]
async fn a_request_for_surrender_is_tied_to_the_provisional_arrest_of_the_same_person_however_they_are_named() {
    let house = house().await;
    let officer = house.sign_in("Exercise officer", &REGISTRY).await;
    let key = "exercise-0404";
    let addition = Addition {
        matter: None,
        kind: kinds::PERSON_NAMED.into(),
        effective: "unknown".into(),
        about: vec![format!("person:{key}")],
        set: vec![
            ("name".into(), "Exercise Person Ünder-Study".into()),
            ("also_known_as".into(), "The Exercise Other".into()),
        ],
        audience: AudienceWords {
            level: "public".into(),
            ..AudienceWords::default()
        },
        basis: None,
        source: Some("Exercise registry".into()),
        author: Author::Officer("Exercise Officer".into()),
    };
    house.register.add(&Viewer::operator(), &addition).await.unwrap();
    let earlier = arrested(&house, &officer, "Exercise Person Ünder-Study").await;
    let viewer = Viewer::operator();
    let arrested_on = async |person: &str, earlier: Option<&str>| {
        let given = [
            ("requested_state", Some("XAA")),
            ("person", Some(person)),
            ("earlier_request", earlier),
        ];
        let values = given.into_iter().filter_map(|(element, text)| Some((element, text?))).collect();
        let text = RequestText {
            form: "arrest-and-surrender".into(),
            values,
        };
        let day = house.register.today();
        let circumstances = house.register.circumstances(&viewer, &text, day).await.unwrap();
        let untied = house.register.untied_arrests(&viewer, &text, day).await.unwrap();
        (circumstances.arrested_on, untied.len())
    };
    let tied = (Some(house.register.today()), 0);
    for same in [
        "Exercise Person Ünder-Study",
        "EXERCISE PERSON UNDER-STUDY",
        key,
        "The Exercise Other",
    ] {
        assert_eq!(arrested_on(same, None).await, tied, "{same}");
    }
    let id = id_of(&earlier).to_string();
    let other = "Exercise Person X-99";
    assert_eq!(arrested_on(other, None).await, (None, 1), "it cannot be told");
    assert_eq!(arrested_on(other, Some(&id)).await, tied, "the officer ties them");
    let draft = with(&house, "arrest-and-surrender", &[("person", other)]).await;
    let told = "a provisional arrest waits for a request like this one";
    shows(&page(&house, &officer, &draft).await, &[told, &id, "Exercise Person Ünder-Study"]);
    let tied = with(&house, "arrest-and-surrender", &[("person", other), ("earlier_request", &id)]).await;
    assert!(!page(&house, &officer, &tied).await.contains(told));
}

#[tokio::test]
async fn whoever_may_not_do_an_act_is_told_that_and_nothing_of_what_they_typed() {
    let house = house().await;
    let officer = house.sign_in("Exercise officer", &REGISTRY).await;
    let judge = house
        .sign_in("Exercise judge", &[(access::Organisation::Court, access::Role::Chambers)])
        .await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let actor = house.actor(&judge).await;
    let given = register::request::GivenAct {
        effective: "no day at all".into(),
        ..given(&judge, &request, "supplement")
    };
    let done = house.register.act_in_request(actor.viewer(), &given).await;
    assert!(matches!(done, Err(register::request::RequestError::NotAllowed)), "{done:?}");
}

#[tokio::test]
async fn by_the_decision_on_compliance_the_presidency_learns_what_was_asked_and_refers_it() {
    let house = house().await;
    let officer = house.sign_in("Exercise officer", &REGISTRY).await;
    let judge = house
        .sign_in("Exercise judge", &[(access::Organisation::Court, access::Role::Chambers)])
        .await;
    let president = house
        .sign_in("Exercise president", &[(access::Organisation::Court, access::Role::Presidency)])
        .await;
    let state = house.sign_in("Exercise authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let note = [("information", "Exercise: what the State wrote before the decision")];
    done(&house, &state, &request, &act(&house, "write", &note)).await;
    assert_eq!(
        house.get_as(&president, &request).await.status,
        404,
        "before the decision it is not theirs"
    );
    let decided = [("decision", "Exercise decision 12"), ("finding_kind", "finding")];
    done(&house, &judge, &request, &act(&house, "decide-on-compliance", &decided)).await;
    let seen = page(&house, &president, &request).await;
    shows(
        &seen,
        &["Decision on compliance", "Exercise Person X-17", "Refer the failure to comply"],
    );
    assert!(
        !seen.contains("what the State wrote before the decision"),
        "what it answered before stays with those whom it answered"
    );
    assert!(
        !seen.contains("not in this record"),
        "nor is anything said to be missing of which they cannot know"
    );
    done(
        &house,
        &president,
        &request,
        &act(&house, "refer-non-compliance", &[("referred_to", "assembly")]),
    )
    .await;
    shows(&page(&house, &officer, &request).await, &["Failure to comply referred"]);
}

/// Adds something public that the record knows.
async fn known(house: &House, matter: &str, kind: &str, about: &[&str], set: &[(&str, &str)]) {
    let addition = Addition {
        matter: Some(matter.into()),
        kind: kind.into(),
        effective: "2020-01-02".into(),
        about: about.iter().map(|about| (*about).to_owned()).collect(),
        set: set.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        audience: AudienceWords {
            level: "public".into(),
            ..AudienceWords::default()
        },
        basis: None,
        source: Some("Exercise collection, page 3".into()),
        author: Author::Officer("Exercise Officer".into()),
    };
    house.register.add(&Viewer::operator(), &addition).await.unwrap();
}

#[tokio::test]
async fn a_referral_or_an_acceptance_is_the_ground_in_its_own_situation_and_in_no_other() {
    let house = house().await;
    let officer = house.sign_in("Exercise officer", &REGISTRY).await;
    let referral = [
        ("kind", "Security Council"),
        ("situation", "Exercise District"),
        ("binds", "XAA"),
        ("referred_by", "UNSC"),
    ];
    known(&house, "referral-xaa", kinds::REFERRAL, &["state:XAA"], &referral).await;
    known(&house, "acceptance-xab", kinds::ACCEPTANCE, &["state:XAB"], &[]).await;
    for (number, name) in [("1", "Exercise District"), ("2", "Exercise Coast"), ("3", "Exercise State XAB")] {
        let about = [
            &format!("person:exercise-000{number}")[..],
            &format!("situation:exercise-0{number}/26"),
        ];
        let matter = format!("exercise-000{number}-1");
        known(&house, &matter, kinds::WARRANT_ISSUED, &about, &[("situation", name)]).await;
    }
    for (state, situation, ground, perhaps) in [
        ("XAA", "exercise-01/26", "council", false),
        ("XAA", "exercise-02/26", "any-state", false),
        ("XAA", "exercise-09/26", "any-state", true),
        ("XAA", "", "any-state", true),
        ("XAB", "exercise-03/26", "acceptance", false),
        ("XAB", "exercise-01/26", "any-state", false),
        ("XAB", "", "any-state", true),
    ] {
        let request = with(
            &house,
            "arrest-and-surrender",
            &[("requested_state", state), ("situation", situation)],
        )
        .await;
        let told = view(&house, &request).await.ground.unwrap();
        assert_eq!(
            (told.id.as_str(), told.rests_on_situation),
            (ground, perhaps),
            "{state} in {situation:?}"
        );
        let unknown = page(&house, &officer, &request)
            .await
            .contains("Whether something else binds it is not known");
        assert_eq!(unknown, perhaps, "{state} in {situation:?}");
    }
}
