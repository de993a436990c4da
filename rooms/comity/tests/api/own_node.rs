//! A State's own record: what comes to it, who is to do what, each authority in its silo, remarks beside the letters, and a desk
//! handed over. On the record of the Court the same State is a guest, and is told so.

use crate::house::{House, Person};
use crate::own_node_receiving::{bundle, court_id, text};
use crate::request_walk::*;
use access::{Organisation, Role, Viewer};
use identity::people::Actor;
use record::audience::Level;
use record::entry::Author;
use register::port::Store;
use register::request::{Paper, Received, RequestError, RequestId, RequestText};

fn xaa() -> Organisation {
    Organisation::State("XAA".into())
}

fn executing() -> [(Organisation, Role); 1] {
    [(xaa(), Role::ExecutingAuthority)]
}

fn came(house: &House, state: &str) -> Received {
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.insert("requested_state".into(), state.into());
    Received {
        id: None,
        text: RequestText {
            form: "arrest-and-surrender".into(),
            values: values.into_iter().collect(),
        },
        values: [("channel", "diplomatic"), ("medium", "bag")].into_iter().collect(),
        sent: String::new(),
        paper: Paper {
            number: "NV/12".into(),
            dated: "2026-04-09".into(),
            received: "2026-04-13".into(),
            scan: None,
        },
        files: Vec::new(),
        bundle: None,
        author: Author::Officer("Exercise operator".into()),
    }
}

async fn received(house: &House) -> (RequestId, String) {
    let recorded = house
        .register
        .receive_request(&Viewer::operator(), &came(house, "XAA"))
        .await
        .unwrap();
    let id = RequestId::of_matter(&recorded.entry.matter).unwrap();
    (id, format!("/en/request/{id}"))
}

/// Assigns something, and the matter of the assignment.
async fn assigned(house: &House, authority: &Person, request: &str, to: &Person, what: &str) -> String {
    let execution = format!("{request}/execution");
    let form = encoded([("act", "assign"), ("authority", what), ("task", &format!("Task of {what}"))]);
    let begun = house.post_as(authority, &execution, &form).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let actor = house.actor(authority).await;
    let all = house.register.executions(actor.viewer(), None).await.unwrap();
    let of_it = |task: &register::execution::Task| task.authority == what;
    let matter = all.iter().find(|e| e.task.as_ref().is_some_and(of_it)).unwrap().matter.clone();
    let give = encoded([("act", "give"), ("matter", &matter), ("account", &to.account.to_string())]);
    let given = house.post_as(authority, &execution, &give).await;
    assert_eq!(given.status, 303, "{}", given.text());
    matter
}

#[tokio::test]
async fn a_request_comes_to_a_states_own_record_in_mid_life_and_is_answered_there() {
    let house = house_of(&xaa()).await;
    let (_, request) = received(&house).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let text = page(&house, &state, &request).await;
    shows(
        &text,
        &[
            "Exercise Person X-17",
            "transmitted",
            "9 April 2026",
            "note NV/12",
            "This record is kept by",
        ],
    );
    done(
        &house,
        &state,
        &request,
        &act(&house, "acknowledge", &[("reference", "Exercise 44/26")]),
    )
    .await;
    shows(&page(&house, &state, &request).await, &["acknowledged"]);
    let other = house.register.receive_request(&Viewer::operator(), &came(&house, "XAB")).await;
    assert!(
        matches!(
            other,
            Err(RequestError::Field {
                field: "requested_state",
                ..
            })
        ),
        "what goes to another State is not taken: {other:?}"
    );
}

#[tokio::test]
async fn each_executing_authority_sees_its_own_assignment_and_not_that_there_are_others() {
    let house = house_of(&xaa()).await;
    let (id, request) = received(&house).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let police = house.sign_in("Exercise police", &executing()).await;
    let court = house.sign_in("Exercise court", &executing()).await;
    let execution = format!("{request}/execution");
    let before = page(&house, &court, "/en/executions").await;
    assert_eq!(house.get_as(&court, &execution).await.status, 404, "nothing is assigned to them");
    let matter = assigned(&house, &state, &request, &police, "Exercise police of the port").await;
    assert!(matter.starts_with("execution-") && !matter.contains(&id.to_string()));
    shows(
        &page(&house, &police, &execution).await,
        &["Task of Exercise police of the port", "A request"],
    );
    shows(
        &page(&house, &police, "/en/executions").await,
        &["Task of Exercise police of the port"],
    );
    assert_eq!(
        house.get_as(&police, &request).await.status,
        404,
        "the request itself was not given to them"
    );
    assert_eq!(house.get_as(&court, &execution).await.status, 404);
    assert_eq!(
        page(&house, &court, "/en/executions").await,
        before,
        "the other authority sees no difference"
    );
    let report = format!("act=report&matter={matter}&text=Exercise+flat+was+searched");
    let theirs = house.post_as(&court, &execution, &report).await;
    assert_eq!(theirs.status, 404, "nor does it write there");
    let reported = house.post_as(&police, &execution, &report).await;
    assert_eq!(reported.status, 303, "{}", reported.text());
    let end = format!("act=end&matter={matter}&text=Enough");
    assert_eq!(
        house.post_as(&police, &execution, &end).await.status,
        403,
        "whoever assigned it ends it"
    );
    assert_eq!(house.post_as(&state, &execution, &end).await.status, 303);
    let late = house.post_as(&police, &execution, &report).await;
    assert_eq!(late.status, 409);
    shows(&late.text(), &["This assignment has ended"]);
    shows(
        &page(&house, &state, &execution).await,
        &["Exercise flat was searched", "Exercise police", "ended"],
    );
}

#[tokio::test]
async fn remarks_beside_the_letters_are_read_by_the_authority_and_not_by_whoever_executes() {
    let house = house_of(&xaa()).await;
    let (_, request) = received(&house).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let colleague = house.sign_in("Exercise deputy", &authority("XAA")).await;
    let police = house.sign_in("Exercise police", &executing()).await;
    let execution = format!("{request}/execution");
    assigned(&house, &state, &request, &police, "Exercise police").await;
    let remark = house.post_as(&state, &execution, "act=remark&text=Exercise+remark+among+us").await;
    assert_eq!(remark.status, 303, "{}", remark.text());
    shows(&page(&house, &colleague, &execution).await, &["Exercise remark among us"]);
    assert!(!page(&house, &police, &execution).await.contains("among us"));
    assert!(
        !page(&house, &state, &request).await.contains("among us"),
        "it is no part of the request"
    );
    let actor = house.actor(&state).await;
    let all = house.register.executions(actor.viewer(), None).await.unwrap();
    assert!(
        all.iter().all(|execution| execution.level == Level::Confidential),
        "as the request: {all:?}"
    );
    for empty in [
        "act=remark&text=",
        "act=assign&authority=&task=x",
        "act=assign&authority=x&task=x&answer_by=soon",
    ] {
        let refused = house.post_as(&state, &execution, empty).await;
        assert_eq!(refused.status, 400, "{empty}: {}", refused.text());
    }
}

#[tokio::test]
async fn a_desk_is_handed_over_whole_in_one_act() {
    let house = house_of(&xaa()).await;
    let (_, request) = received(&house).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let leaving = house.sign_in("Exercise police that leaves", &executing()).await;
    let coming = house.sign_in("Exercise police that comes", &executing()).await;
    for what in ["Exercise flat", "Exercise port"] {
        assigned(&house, &state, &request, &leaving, what).await;
    }
    shows(&page(&house, &state, "/en/hand-over").await, &["Exercise police that leaves"]);
    let form = format!("from={}&to={}&reason=Other+duties", leaving.account, coming.account);
    let colleague = house.sign_in("Exercise deputy", &authority("XAA")).await;
    let length = house.store.length().await.unwrap();
    let handed = house.post_as(&state, "/en/hand-over", &form).await;
    assert_eq!(handed.status, 303, "{}", handed.text());
    let told = handed.header("location");
    shows(&page(&house, &state, told).await, &["2 matters were handed over"]);
    // It is told from what was recorded, by whoever did it: not from the address.
    for made_up in ["7".to_owned(), "0".repeat(32), id_of(&request).to_string()] {
        let page = page(&house, &state, &format!("/en/hand-over?done={made_up}")).await;
        assert!(
            !page.contains("handed over</p>") && !page.contains("role=\"status\""),
            "{made_up}: {page}"
        );
    }
    assert!(
        !page(&house, &colleague, told).await.contains("role=\"status\""),
        "nor of what somebody else did"
    );
    assert_eq!(house.store.length().await.unwrap(), length + 4, "two assignments end and two begin");
    let execution = format!("{request}/execution");
    shows(&page(&house, &coming, &execution).await, &["Exercise flat", "Exercise port"]);
    assert_eq!(house.get_as(&leaving, &execution).await.status, 404);
    let again = house.post_as(&state, "/en/hand-over", &form).await;
    assert_eq!(again.status, 400);
    shows(&again.text(), &["nothing to hand over"]);
    let own = format!("from={}&to={}&reason=Own", coming.account, state.account);
    assert_eq!(
        house.post_as(&state, "/en/hand-over", &own).await.status,
        403,
        "nobody gives a matter to themselves"
    );
    let by_police = format!("from={}&to={}&reason=Mine", coming.account, leaving.account);
    assert_ne!(
        house.post_as(&coming, "/en/hand-over", &by_police).await.status,
        303,
        "whoever executes assigns nothing"
    );
}

#[tokio::test]
async fn nobody_hands_over_what_somebody_of_another_organisation_has() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let colleague = house.sign_in("Exercise deputy", &authority("XAA")).await;
    let matter = id_of(&sent(&house, &officer, "arrest-and-surrender").await).matter();
    let operator = Actor::operator("exercise officer");
    house.people.assign(&operator, &officer.account, &matter, None).await.unwrap();
    let form = format!("from={}&to={}&reason=Ours", officer.account, colleague.account);
    let handed = house.post_as(&state, "/en/hand-over", &form).await;
    assert_eq!(handed.status, 400, "{}", handed.text());
    shows(&handed.text(), &["nothing to hand over"]);
    let roll = house.people.roll().await.unwrap();
    let has = |person: &Person| roll.account(&person.account).unwrap().assigned_up_to(&matter);
    assert_eq!(
        (has(&officer), has(&colleague)),
        (Some(Level::Confidential), None),
        "the Court's officer has it still"
    );
}

#[tokio::test]
async fn at_the_courts_record_a_state_is_told_where_its_assignments_and_remarks_belong() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let execution = format!("{request}/execution");
    let text = page(&house, &state, &execution).await;
    shows(&text, &["belongs on your State’s own node", "a guest"]);
    assert!(!text.contains("<textarea"), "and nothing of it can be written here");
    let written = house.post_as(&state, &execution, "act=remark&text=Exercise+remark").await;
    assert_eq!(written.status, 403);
    let nothing = house.register.receive_request(&Viewer::operator(), &came(&house, "XAA")).await;
    assert!(
        matches!(nothing, Err(RequestError::Field { field: "institution", .. })),
        "{nothing:?}"
    );
}

#[tokio::test]
async fn a_deputy_of_the_central_authority_acts_in_a_sealed_request_for_the_absence_and_not_longer() {
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let deputy = house.sign_in("Exercise deputy", &authority("XAA")).await;
    let bytes = bundle(&court_id(7), &text(&house, "XAA", "under-seal"));
    let request = crate::own_node_receiving::received(&house, &state, &bytes).await;
    assert_eq!(house.get_as(&deputy, &request).await.status, 404);
    let matter = format!("/en/matter/{}", id_of(&request).matter());
    let pass = format!("act=delegate&account={}&until=2026-04-20", deputy.account);
    let passed = house.post_as(&state, &matter, &pass).await;
    assert_eq!(passed.status, 303, "{}", passed.text());
    done(
        &house,
        &deputy,
        &request,
        &act(&house, "acknowledge", &[("reference", "Exercise 44/26")]),
    )
    .await;
    shows(&page(&house, &state, &request).await, &["Exercise 44/26"]);
    house.outside.put("2026-04-21T09:00:00Z");
    let deputy = house.sign_in_again(&deputy, authority("XAA")[0].clone()).await;
    let state = house.sign_in_again(&state, authority("XAA")[0].clone()).await;
    assert_eq!(house.get_as(&deputy, &request).await.status, 404, "the absence is over");
    page(&house, &state, &request).await;
}
