//! Who may know of a request: it is closed further together with its preparation, and nobody gets into one that they do not see
//! by beginning it again.

use crate::house::{House, Person};
use crate::request_walk::*;
use access::{Organisation, Role, Viewer};
use record::entry::Author;
use register::audit::{Act, AuditFilter};
use register::matter::{AudienceWords, Change, NewAudience};
use register::port::{Of, Store};
use register::request::{Files, RequestError, RequestText, Submission};

/// Closes a matter further, to these.
async fn closed(house: &House, matter: String, list: &[&str]) {
    let new = NewAudience {
        matter,
        change: Change::Narrow,
        audience: AudienceWords {
            level: "confidential".into(),
            list: list.iter().map(|reader| (*reader).to_owned()).collect(),
            left_out: Vec::new(),
            originator: Some("organ:registry".into()),
        },
        decision: "Exercise decision 3".into(),
        authority: None,
        effective: None,
        author: Author::Officer("Exercise Officer".into()),
    };
    house.register.change_audience(&Viewer::operator(), &new).await.unwrap();
}

#[tokio::test]
async fn whoever_closes_a_request_or_its_preparation_further_closes_the_other_with_it_and_the_state_keeps_what_was_sent() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let judge = house.sign_in("Exercise judge", &[(Organisation::Court, Role::Chambers)]).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let sees = async |person: &Person, matter: String| {
        let actor = house.actor(person).await;
        !house
            .store
            .entries(actor.viewer(), Of::Matters(vec![matter]), None)
            .await
            .unwrap()
            .is_empty()
    };
    for by_the_request in [true, false] {
        let request = sent(&house, &officer, "arrest-and-surrender").await;
        let id = id_of(&request);
        assert!(sees(&judge, id.matter()).await && sees(&judge, id.preparation()).await);
        if by_the_request {
            closed(&house, id.matter(), &["organ:registry", "state:XAA"]).await;
        } else {
            closed(&house, id.preparation(), &["organ:registry"]).await;
        }
        for matter in [id.matter(), id.preparation()] {
            assert!(!sees(&judge, matter.clone()).await, "{matter}");
            assert!(sees(&officer, matter.clone()).await, "{matter}");
        }
        assert_eq!(house.get_as(&judge, &request).await.status, 404);
        assert!(sees(&state, id.matter()).await, "what was sent to it");
        assert!(!sees(&state, id.preparation()).await, "and nothing of what went before");
        done(&house, &state, &request, &act(&house, "acknowledge", &[])).await;
        assert!(!sees(&judge, id.matter()).await, "what comes later is closed with it");
    }
}

#[tokio::test]
async fn of_each_matter_that_is_closed_with_another_one_the_audit_tells_by_itself() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let id = id_of(&sent(&house, &officer, "arrest-and-surrender").await);
    let address = format!("/en/matter/{}", id.matter());
    let form = "act=narrow&level=confidential&to=organ:registry&to-more=state:XAA&decision=Exercise+decision+3";
    let answer = house.post_as(&officer, &address, form).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let filter = AuditFilter {
        acts: vec![Act::Narrowed],
        ..AuditFilter::default()
    };
    let events = house.audit.page(&Viewer::operator(), &filter, None, 100).await.unwrap().events;
    let mut told: Vec<_> = events.into_iter().filter_map(|event| event.matter).collect();
    let mut closed = [id.matter(), id.preparation()].map(|matter| house.audit.pseudonym(&matter));
    told.sort();
    closed.sort();
    assert_eq!(told, closed);
}

#[tokio::test]
async fn a_request_is_about_the_situation_and_the_case_that_it_names() {
    let house = house().await;
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.insert("situation".into(), "exercise-01/26".into());
    values.insert("case".into(), "exercise-01/26-01".into());
    let new = Submission {
        id: None,
        text: RequestText {
            form: "arrest-and-surrender".into(),
            values: values.iter().map(|(element, text)| (element.as_str(), text.as_str())).collect(),
        },
        requesting: "organ:chambers".into(),
        values: law::Values::default(),
        effective: String::new(),
        files: Files::default(),
        author: Author::Officer("Exercise Officer".into()),
    };
    let id = house.register.submit_request(&Viewer::operator(), &new).await.unwrap();
    let of = Of::Matters(vec![id.preparation()]);
    let entries = house.store.entries(&Viewer::operator(), of, None).await.unwrap();
    let about: Vec<String> = entries[0].entry.about.iter().map(|subject| subject.text()).collect();
    assert_eq!(about, ["state:XAA", "situation:exercise-01/26", "case:exercise-01/26-01"]);
    let team = Viewer::of(
        &"a".repeat(32),
        Organisation::Team("exercise-defence".into()),
        Role::DefenceCounsel,
        Vec::new(),
    )
    .unwrap();
    let about = &entries[0].entry.about;
    assert!(team.clone().of_case(Some("exercise-01/26-01")).is_of_case(about));
    assert!(
        !team.of_case(Some("exercise-01/26-02")).is_of_case(about),
        "and closed to teams of another case"
    );
}

#[tokio::test]
async fn a_request_under_seal_is_not_begun_again_by_whoever_does_not_see_it() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let second = house.sign_in("Exercise registry second", &REGISTRY).await;
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.insert("level".into(), "under-seal".into());
    let new = |person: &Person, id| Submission {
        id,
        text: RequestText {
            form: "arrest-and-surrender".into(),
            values: values.iter().map(|(element, text)| (element.as_str(), text.as_str())).collect(),
        },
        requesting: "organ:chambers".into(),
        values: law::Values::default(),
        effective: String::new(),
        files: Files::default(),
        author: Author::Account(person.account.to_string()),
    };
    let (one, two) = (house.actor(&officer).await, house.actor(&second).await);
    let id = house.register.submit_request(one.viewer(), &new(&officer, None)).await.unwrap();
    let again = house.register.submit_request(two.viewer(), &new(&second, Some(id))).await;
    assert!(matches!(again, Err(RequestError::Raced)), "{again:?}");
    let seen = house.register.request(two.viewer(), &now(), &id).await.unwrap();
    assert!(seen.is_none(), "nor is it theirs by trying");
}

#[tokio::test]
async fn whoever_looks_at_one_request_has_opened_that_one_and_no_other_to_the_same_state() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let one = in_review(&house, &officer, "arrest-and-surrender").await;
    let other = in_review(&house, &officer, "arrest-and-surrender").await;
    let reader = house.sign_in("Exercise reader", &REGISTRY).await;
    page(&house, &reader, &one).await;
    let filter = AuditFilter {
        account: Some(reader.account.to_string()),
        acts: vec![Act::MatterOpened],
        ..AuditFilter::default()
    };
    let events = house.audit.page(&Viewer::operator(), &filter, None, 100).await.unwrap().events;
    let opened = |request: &str| {
        let sign = house.audit.pseudonym(&id_of(request).preparation());
        events.iter().any(|event| event.matter.as_ref() == Some(&sign))
    };
    assert!(opened(&one));
    assert!(
        !opened(&other),
        "what is needed by the State was worked out of it, and nothing of it was shown"
    );
}

#[tokio::test]
async fn whom_a_decision_that_was_recorded_late_lets_in_knows_of_all_that_comes_after() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let chamber = house
        .sign_in("Exercise Chambers officer", &[(Organisation::Court, Role::Chambers)])
        .await;
    let president = house
        .sign_in("Exercise Presidency officer", &[(Organisation::Court, Role::Presidency)])
        .await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    house.outside.put("2026-04-07T09:00:00Z");
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    house.outside.put(NOW);
    let again = async |person, post: (Organisation, Role)| house.sign_in_again(person, post).await;
    let state = again(&state, authority("XAA")[0].clone()).await;
    let chamber = again(&chamber, (Organisation::Court, Role::Chambers)).await;
    let president = again(&president, (Organisation::Court, Role::Presidency)).await;
    done(&house, &state, &request, &act(&house, "acknowledge", &[])).await;
    let decided = format!("{}&effective=2026-04-10", act(&house, "decide-on-compliance", &[]));
    done(&house, &chamber, &request, &decided).await;
    let step = [("step", "The exercise police searched the exercise harbour")];
    done(&house, &state, &request, &act(&house, "report-step", &step)).await;
    shows(
        &page(&house, &president, &request).await,
        &["The exercise police searched the exercise harbour"],
    );
}
