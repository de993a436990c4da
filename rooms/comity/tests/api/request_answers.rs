//! What is answered wrongly: contradictory dates, answers to what is over, twice the same, two in one second, a State that answers
//! another's request. Each is said in words, and what was typed is there still.

use crate::request_walk::*;
use access::{Organisation, Role};

#[tokio::test]
async fn dates_that_contradict_each_other_are_said_and_nothing_typed_is_lost() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let step = act(&house, "report-step", &[("step", "Exercise step of the police")]);
    for (day, why) in [
        ("2026-04-01", "before the day on which the request was sent"),
        ("2026-04-15", "today at the latest"),
        ("14+April", "the one day on which it happened"),
    ] {
        let answer = tried(&house, &state, &request, &format!("{step}&effective={day}")).await;
        assert_eq!(answer.status, 400, "{day}: {}", answer.text());
        shows(&answer.text(), &[why, "Exercise step of the police", "role=\"alert\""]);
    }
    let paper = "&paper=yes&number=44%2F26&dated=2026-04-13&received=2026-04-09&effective=2026-04-14";
    let answer = tried(&house, &officer, &request, &format!("{step}{paper}")).await;
    assert_eq!(answer.status, 400, "received before it was written: {}", answer.text());
    shows(&answer.text(), &["44/26", "Exercise step of the police"]);
    shows(&page(&house, &officer, &request).await, &["transmitted"]);
}

#[tokio::test]
async fn an_answer_to_a_request_that_was_withdrawn_meanwhile_is_refused_with_how_it_stands_and_kept() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let typed = act(&house, "consult", &[("question", "Which exercise court signed it?")]);
    done(
        &house,
        &officer,
        &request,
        &act(&house, "withdraw", &[("reasons", "The exercise warrant was vacated")]),
    )
    .await;
    let answer = tried(&house, &state, &request, &typed).await;
    assert_eq!(answer.status, 409);
    shows(
        &answer.text(),
        &["stands as: withdrawn", "Which exercise court signed it?", "All that happened"],
    );
    assert!(!answer.text().contains("value=\"record\""), "it cannot be recorded any more");
    let kept = house
        .post_as(&state, &page_of(&request, "consult"), &format!("{typed}&do=keep"))
        .await;
    assert_eq!(kept.status, 303, "what was typed may be kept all the same");
    let again = house.get_as(&state, &page_of(&request, "consult")).await;
    assert_eq!(again.status, 409);
    shows(&again.text(), &["Which exercise court signed it?"]);
}

#[tokio::test]
async fn the_same_answer_twice_is_taken_once() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let form = act(&house, "acknowledge", &[("reference", "Exercise 44/26")]);
    let first = house.get_as(&state, &page_of(&request, "acknowledge")).await.text();
    let saw = hidden(&first, "saw");
    done(&house, &state, &request, &form).await;
    // The browser sends the same form once more.
    let twice = house
        .post_as(&state, &page_of(&request, "acknowledge"), &format!("{form}&saw={saw}"))
        .await;
    assert_eq!(twice.status, 409);
    let later = tried(&house, &state, &request, &form).await;
    assert_eq!(later.status, 409, "nor as it stands now");
    shows(&later.text(), &["stands as: acknowledged"]);
    let steps = view(&house, &request).await.steps;
    assert_eq!(steps.iter().filter(|step| step.kind == "request.acknowledged").count(), 1);
}

#[tokio::test]
async fn of_two_answers_in_one_second_one_is_taken_and_the_other_goes_on_with_what_was_typed() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let one = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let embassy = [(Organisation::State("XAA".into()), Role::Embassy)];
    let two = house.sign_in("Exercise embassy", &embassy).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let form = |step: &str| act(&house, "report-step", &[("step", step)]);
    let (first, second) = (form("Exercise step of one"), form("Exercise step of two"));
    let answers = tokio::join!(tried(&house, &one, &request, &first), tried(&house, &two, &request, &second));
    let mut statuses = [answers.0.status.as_u16(), answers.1.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{} {}", answers.0.text(), answers.1.text());
    let (late, who, words) = if answers.0.status == 409 {
        (&answers.0, &one, "Exercise step of one")
    } else {
        (&answers.1, &two, "Exercise step of two")
    };
    let text = late.text();
    shows(
        &text,
        &["Somebody else did something in this request meanwhile", words, "Latest step"],
    );
    let saw = hidden(&text, "saw");
    let again = house
        .post_as(who, &page_of(&request, "report-step"), &format!("{}&saw={saw}", form(words)))
        .await;
    assert_eq!(again.status, 303, "read and sent again it is taken: {}", again.text());
}

#[tokio::test]
async fn a_state_that_answers_another_states_request_is_answered_as_where_there_is_none() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let other = house.sign_in("Exercise central authority", &authority("XAB")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let id = id_of(&request).to_string();
    let nowhere = request.replace(&id, &"0".repeat(32));
    for path in ["/act/acknowledge", "/paper", "/execution"] {
        let form = act(&house, "acknowledge", &[]);
        let there = house.post_as(&other, &format!("{request}{path}"), &form).await;
        let none = house.post_as(&other, &format!("{nowhere}{path}"), &form).await;
        assert_eq!(
            (there.status, none.status),
            (404.try_into().unwrap(), 404.try_into().unwrap()),
            "{path}"
        );
        assert_eq!(there.text().replace(&id, ""), none.text().replace(&"0".repeat(32), ""), "{path}");
        let there = house.get_as(&other, &format!("{request}{path}")).await;
        assert_eq!(there.status, 404, "{path}");
    }
    assert_eq!(house.get_as(&officer, &page_of(&request, "no-such-act")).await.status, 404);
}

#[tokio::test]
async fn what_a_note_tells_without_a_day_happened_on_its_date() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    house.outside.put("2026-04-20T09:00:00Z");
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let form = page(&house, &officer, &format!("{request}/act/acknowledge")).await;
    shows(&form, &["The date of the note, if left empty."]);
    let note = "&paper=yes&number=44%2F26&dated=2026-04-16&received=2026-04-17";
    done(&house, &officer, &request, &format!("{}{note}", act(&house, "acknowledge", &[]))).await;
    assert_eq!(view(&house, &request).await.steps[0].effective, "2026-04-16");
}

#[tokio::test]
async fn one_note_is_recorded_once_though_two_officers_have_it_before_them() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let other = house.sign_in("Exercise registry second", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let note = |number: &str| {
        let note = format!("&paper=yes&number={number}&dated=2026-04-14&received=2026-04-14");
        format!("{}{note}", act(&house, "report-step", &[]))
    };
    done(&house, &officer, &request, &note("44%2F26")).await;
    let again = tried(&house, &other, &request, &note("+44%2F26+")).await;
    assert_eq!(again.status, 400, "{}", again.text());
    shows(&again.text(), &["This note was recorded already"]);
    done(&house, &other, &request, &note("45%2F26")).await;
}

/// A note of the State, with both its dates.
fn note(number: u8, dated: &str, received: &str) -> String {
    format!("&paper=yes&number={number}%2F26&dated={dated}&received={received}")
}

#[tokio::test]
async fn a_day_that_was_still_to_come_when_the_note_was_written_is_taken_though_it_has_gone_by_since() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    house.outside.put("2026-04-28T09:00:00Z");
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let question = |by: &str| act(&house, "consult", &[("answer_by", by)]);
    let late = note(44, "2026-04-16", "2026-04-27");
    let answer = tried(&house, &officer, &request, &format!("{}{late}", question("2026-04-15"))).await;
    assert_eq!(answer.status, 400, "that day had gone by when it was written");
    done(&house, &officer, &request, &format!("{}{late}", question("2026-04-24"))).await;
    let owed = view(&house, &request).await.row.owed;
    let due = owed
        .iter()
        .find(|owed| owed.deadline == "answer-to-question")
        .unwrap()
        .due
        .clone()
        .unwrap();
    assert_eq!(due.first.to_string(), "2026-04-24");
}

#[tokio::test]
async fn a_refusal_that_arrives_after_the_court_supplemented_the_request_is_taken_with_its_day() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    house.outside.put("2026-04-18T09:00:00Z");
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    done(&house, &officer, &request, &act(&house, "supplement", &[])).await;
    house.outside.put("2026-04-20T09:00:00Z");
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let refusal = act(&house, "refuse", &[("refusal_ground", "not-of-the-statute")]);
    done(
        &house,
        &officer,
        &request,
        &format!("{refusal}{}", note(44, "2026-04-16", "2026-04-20")),
    )
    .await;
    let row = view(&house, &request).await.row;
    assert_eq!(row.stands, "refused", "the supplement does not bring it back");
    assert!(!row.over && row.owed.iter().any(|owed| owed.deadline == "execution"));
    shows(
        &page(&house, &officer, "/en/requests").await,
        &["refused; the request stands", "Waiting for the other side"],
    );
}

#[tokio::test]
async fn what_was_done_before_the_request_ended_is_recorded_late_and_what_would_change_the_end_is_not() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    house.outside.put("2026-04-18T09:00:00Z");
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    done(&house, &officer, &request, &act(&house, "withdraw", &[])).await;
    house.outside.put("2026-04-22T09:00:00Z");
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    shows(
        &page(&house, &officer, &format!("{request}/paper")).await,
        &["value=\"acknowledge\""],
    );
    let receipt = act(&house, "acknowledge", &[]);
    let after = tried(
        &house,
        &officer,
        &request,
        &format!("{receipt}{}", note(44, "2026-04-19", "2026-04-22")),
    )
    .await;
    assert_eq!(after.status, 409, "it was withdrawn by then: {}", after.text());
    done(
        &house,
        &officer,
        &request,
        &format!("{receipt}{}", note(44, "2026-04-16", "2026-04-22")),
    )
    .await;
    shows(
        &page(&house, &officer, &request).await,
        &["Done before, and told late", "Record the delivery"],
    );
    let delivery = format!("{}&effective=2026-04-15", act(&house, "record-delivery", &[]));
    done(&house, &officer, &request, &delivery).await;
    let arrest = act(&house, "report-arrest", &[]);
    done(
        &house,
        &officer,
        &request,
        &format!("{arrest}{}", note(45, "2026-04-17", "2026-04-22")),
    )
    .await;
    let surrender = act(&house, "execute", &[]);
    let changed = tried(
        &house,
        &officer,
        &request,
        &format!("{surrender}{}", note(46, "2026-04-17", "2026-04-22")),
    )
    .await;
    assert_eq!(changed.status, 409, "the withdrawal stands: {}", changed.text());
    let row = view(&house, &request).await.row;
    assert_eq!((row.stands.as_str(), row.owed.len()), ("withdrawn", 0));
}
