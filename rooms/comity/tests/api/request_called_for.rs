//! What somebody must have called for: what nothing asked for is offered nowhere and refused with why, and is done once.

use crate::house::Person;
use crate::request_signing::signing;
use crate::request_walk::*;
use crate::tokens::token;
use access::{Organisation, Role};
use axum::body::Body;
use axum::http::Method;
use identity::access_token::Scope;
use register::request::{GivenAct, RequestError};

#[tokio::test]
async fn what_nothing_calls_for_is_not_offered_and_refused_with_why_in_either_language() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    for id in ["report-step", "acknowledge"] {
        done(&house, &state, &request, &act(&house, id, &[])).await;
    }
    let in_french = request.replace("/en/", "/fr/");
    let refused = [
        (&state, "acknowledge", "is done once", "ne se fait qu’une fois"),
        (&officer, "confirm", "Nothing in this request awaits this", "n’attend cet acte"),
        (
            &officer,
            "answer-question",
            "nothing was asked in this request",
            "rien n’a été demandé",
        ),
    ];
    for (person, id, english, french) in refused {
        let seen = page(&house, person, &request).await;
        assert!(!seen.contains(&format!("/act/{id}")), "{id} is offered: {seen}");
        for (request, why) in [(&request, english), (&in_french, french)] {
            let address = format!("{request}/act/{id}");
            let form = house.get_as(person, &address).await;
            assert_eq!(form.status, 409, "{address}");
            shows(&form.text(), &[why]);
            let saw = view(&house, request).await.saw;
            let typed = format!("{}&saw={saw}", act(&house, id, &[]));
            let answer = house.post_as(person, &address, &typed).await;
            assert_eq!(answer.status, 409, "{address}");
            shows(&answer.text(), &[why]);
        }
    }
    let secret = token(&house, &officer, Scope::Act, false).await;
    let saw = view(&house, &request).await.saw;
    for (lang, why) in [("en", "nothing awaits this"), ("fr", "n’attend cet acte")] {
        let (bearer, tag) = (format!("Bearer {secret}"), format!("\"{saw}\""));
        let headers = [
            ("authorization", bearer.as_str()),
            ("if-match", &tag),
            ("content-type", "application/json"),
            ("accept-language", lang),
        ];
        let address = format!("/api/v1/requests/{}/acts/confirm", id_of(&request));
        let body = r#"{"values": {"confirming_channel": "diplomatic"}}"#;
        let refused = house.send(Method::POST, &address, &headers, Body::from(body)).await;
        assert_eq!(refused.status, 409, "{}", refused.text());
        let detail = refused.json()["detail"].as_str().unwrap_or_default().to_owned();
        assert!(detail.contains(why), "{detail}");
    }
}

#[tokio::test]
async fn a_request_is_superseded_by_another_to_the_same_state_that_was_sent_and_by_nothing_else() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let first = sent(&house, &officer, "provisional-arrest").await;
    let unsent = in_review(&house, &officer, "arrest-and-surrender").await;
    let following = sent(&house, &officer, "arrest-and-surrender").await;
    // Whoever reads that it was superseded would know of what is under seal, and what is over takes nobody's place.
    let sealed = in_review_at(&house, &officer, "arrest-and-surrender", "under-seal").await;
    done(&house, &officer, &sealed, &signing(&house, &officer).await).await;
    done(&house, &officer, &sealed, &act(&house, "transmit", &[])).await;
    let over = sent(&house, &officer, "arrest-and-surrender").await;
    done(&house, &officer, &over, &act(&house, "withdraw", &[])).await;
    let all = [&first, &unsent, &sealed, &over, &following].map(|request| id_of(request).to_string());
    let [own, unsent, sealed, over, following] = all;
    let offered = page(&house, &officer, &format!("{first}/act/supersede")).await;
    shows(&offered, &[&format!("<option value=\"{following}\">")]);
    for hidden in [&own, &unsent, &sealed, &over] {
        assert!(!offered.contains(&format!("<option value=\"{hidden}\">")), "{hidden} is offered");
    }
    for named in ["Exercise request 41", &"0".repeat(32), &own, &unsent, &sealed, &over] {
        let answer = tried(&house, &officer, &first, &act(&house, "supersede", &[("takes_its_place", named)])).await;
        assert_eq!(answer.status, 400, "{named}");
        shows(&answer.text(), &["This names no other open request to this State that was sent"]);
        let drafted = format!("{}&do=letter-pdf", act(&house, "supersede", &[("takes_its_place", named)]));
        let answer = tried(&house, &officer, &first, &drafted).await;
        assert_eq!(answer.status, 400, "nor does a draft of its letter name {named}");
    }
    done(
        &house,
        &officer,
        &first,
        &act(&house, "supersede", &[("takes_its_place", &following)]),
    )
    .await;
    shows(&page(&house, &state, &first).await, &["superseded", &following]);
}

#[tokio::test]
async fn of_two_confirmations_and_two_late_acknowledgements_at_once_one_is_recorded() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let other = house.sign_in("Exercise second officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let embassy = house
        .sign_in("Exercise embassy", &[(Organisation::State("XAA".into()), Role::Embassy)])
        .await;
    let request = in_review(&house, &officer, "arrest-and-surrender").await;
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    let urgent = [("channel", "diplomatic"), ("medium", "e-mail"), ("urgent", "yes")];
    done(&house, &officer, &request, &act(&house, "transmit", &urgent)).await;
    done(&house, &state, &request, &act(&house, "report-step", &[])).await;
    let at_once = async |id: &str, [one, two]: [&Person; 2]| {
        let values: law::Values = (id == "confirm")
            .then_some(("confirming_channel", "diplomatic"))
            .into_iter()
            .collect();
        let (first, second) = (house.actor(one).await, house.actor(two).await);
        let [given_one, given_two] = [one, two].map(|person| GivenAct {
            values: values.clone(),
            ..given(person, &request, id)
        });
        let (first, second) = tokio::join!(
            house.register.act_in_request(first.viewer(), &given_one),
            house.register.act_in_request(second.viewer(), &given_two)
        );
        let told = |result: &Result<_, RequestError>| matches!(result, Err(RequestError::Raced | RequestError::NotCalledFor { .. }));
        assert!(
            first.is_ok() != second.is_ok() && (told(&first) || told(&second)),
            "{first:?} {second:?}"
        );
    };
    at_once("confirm", [&officer, &other]).await;
    at_once("acknowledge", [&state, &embassy]).await;
    for kind in ["request.confirmed", "request.acknowledged"] {
        let steps = view(&house, &request).await.steps;
        assert_eq!(steps.iter().filter(|step| step.kind == kind).count(), 1, "{kind}");
    }
}

#[tokio::test]
async fn where_two_questions_are_open_none_is_named_for_whoever_answers_and_each_is_answered_once() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let first = [("question", "Which court signed the exercise warrant?")];
    let second = [
        ("question", "Which of the exercise places is right?"),
        ("reference", "Exercise 2/26"),
    ];
    done(&house, &state, &request, &act(&house, "consult", &first)).await;
    done(&house, &state, &request, &act(&house, "consult", &second)).await;
    let address = page_of(&request, "answer-question");
    let form = page(&house, &officer, &address).await;
    shows(
        &form,
        &[
            "Which court signed the exercise warrant?",
            "Which of the exercise places is right?",
            "<option value=\"Exercise 2/26\">",
        ],
    );
    assert!(!form.contains("value=\"Exercise 2/26\" aria"), "the other one may be meant: {form}");
    let answer = |named: &str| act(&house, "answer-question", &[("answers", named)]);
    done(&house, &officer, &request, &answer("Exercise 2/26")).await;
    let one = page(&house, &officer, &address).await;
    shows(&one, &["Which court signed the exercise warrant?"]);
    assert!(!one.contains("Which of the exercise places is right?"), "it is answered");
    done(&house, &officer, &request, &answer("the question of April")).await;
    let third = tried(&house, &officer, &request, &answer("")).await;
    assert_eq!(third.status, 409, "nothing is open: {}", third.text());
}

#[tokio::test]
async fn what_was_typed_for_the_draft_of_a_letter_is_there_when_somebody_acted_meanwhile() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let typed = act(&house, "supplement", &[("changes", "Another exercise address was added")]);
    let saw = hidden(&page(&house, &officer, &page_of(&request, "supplement")).await, "saw");
    done(&house, &officer, &request, &act(&house, "withdraw", &[])).await;
    let form = format!("{typed}&saw={saw}&do=letter-pdf");
    let answer = house.post_as(&officer, &page_of(&request, "supplement"), &form).await;
    assert_eq!(answer.status, 409);
    shows(&answer.text(), &["Another exercise address was added"]);
}

#[tokio::test]
async fn whoever_may_not_do_an_act_is_told_so_and_not_whether_something_awaits_it() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    for id in ["confirm", "answer-question", "supplement"] {
        let actor = house.actor(&state).await;
        let refused = house.register.act_in_request(actor.viewer(), &given(&state, &request, id)).await;
        assert!(matches!(refused, Err(RequestError::NotAllowed)), "{id}: {refused:?}");
    }
}
