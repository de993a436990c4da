//! What stands in the way of surrender: what the State notifies, the other State that it names, and what the Court decides.

use crate::request_walk::*;
use access::{Organisation, Role};
use register::view::model::RequestView;

const CHAMBERS: [(Organisation, Role); 1] = [(Organisation::Court, Role::Chambers)];

/// What is owed in a request.
fn owed(view: &RequestView) -> Vec<&str> {
    view.row.owed.iter().map(|owed| owed.deadline.as_str()).collect()
}

#[tokio::test]
async fn a_second_obstacle_is_notified_while_one_stands_and_the_court_decides_each_by_itself() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let chamber = house.sign_in("Exercise legal officer", &CHAMBERS).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let competing = act(&house, "raise-competing-request", &[("same_conduct", "yes")]);
    done(&house, &state, &request, &competing).await;
    done(&house, &state, &request, &act(&house, "raise-immunity", &[])).await;
    let both = view(&house, &request).await;
    assert_eq!(both.row.stands, "on-competing-request");
    // What began last stands first: it is what the others wait for.
    assert_eq!(owed(&both), ["decision-on-immunity", "ruling-on-competing-request", "execution"]);
    let ruling = act(&house, "rule-admissible", &[("decision", "Exercise decision 12")]);
    done(&house, &chamber, &request, &ruling).await;
    let ruled = view(&house, &request).await;
    assert_eq!(ruled.row.stands, "under-execution", "the Court's ruling ends what waited for it");
    assert_eq!(owed(&ruled), ["decision-on-immunity", "execution"]);
    done(&house, &officer, &request, &act(&house, "settle-immunity", &[])).await;
    assert_eq!(owed(&view(&house, &request).await), ["execution"]);
    shows(
        &page(&house, &state, &request).await,
        &[
            "The Court held the case admissible",
            "Exercise decision 12",
            "the immunity was waived",
        ],
    );
}

#[tokio::test]
async fn another_state_that_an_act_names_is_one_of_the_record_and_not_the_one_that_is_asked() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    for (code, why) in [
        ("QQQ", "This is not the code of a State."),
        ("XAA", "This is the State that is asked."),
    ] {
        for (name, element) in [("raise-immunity", "third_state"), ("raise-competing-request", "requesting_state")] {
            let answer = tried(&house, &state, &request, &act(&house, name, &[(element, code)])).await;
            assert_eq!(answer.status, 400, "{name} {code}");
            shows(&answer.text(), &[why]);
        }
    }
    assert_eq!(view(&house, &request).await.row.stands, "transmitted", "nothing of it was recorded");
    done(&house, &state, &request, &act(&house, "raise-immunity", &[("third_state", "XAB")])).await;
}

#[tokio::test]
async fn nobody_answers_what_was_not_asked() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let answer = tried(&house, &officer, &request, &act(&house, "answer-question", &[])).await;
    assert_eq!(answer.status, 409, "{}", answer.text());
    let answer = tried(&house, &state, &request, &act(&house, "answer-inquiry", &[])).await;
    assert_eq!(answer.status, 409, "{}", answer.text());
    done(&house, &officer, &request, &act(&house, "inquire", &[])).await;
    done(&house, &state, &request, &act(&house, "answer-inquiry", &[])).await;
    assert_eq!(
        owed(&view(&house, &request).await),
        ["execution"],
        "whoever answers has the request"
    );
}

#[tokio::test]
async fn after_the_surrender_the_state_is_asked_to_waive_specialty_and_finds_it_in_its_inbox() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    for id in ["report-arrest", "execute"] {
        done(&house, &state, &request, &act(&house, id, &[])).await;
    }
    done(&house, &officer, &request, &act(&house, "ask-specialty-waiver", &[])).await;
    let asked = view(&house, &request).await;
    assert_eq!((asked.row.over, owed(&asked)), (false, vec!["answer-on-specialty"]));
    shows(&page(&house, &state, "/en/requests").await, &["waiver of specialty asked"]);
    done(&house, &state, &request, &act(&house, "grant-specialty-waiver", &[])).await;
    let answered = view(&house, &request).await;
    assert_eq!((answered.row.over, owed(&answered)), (true, vec![]));
}
