//! One request all the way in the pages: drafted, reviewed, signed, sent, acknowledged, asked about and executed, by officers
//! of the Court and by the State that is asked, which sees it from when it is sent.

use crate::house::Person;
use crate::request_signing::signing;
use crate::request_walk::*;
use access::{Organisation, Role, Viewer};
use law::ElementSort;
use record::entry::Author;
use register::erasing::{ErasureOrder, ErasureRequest};
use register::reading::Reading;
use register::request::{GivenAct, Paper, RequestError};

#[tokio::test]
async fn a_request_goes_from_draft_to_surrender_and_both_sides_see_at_each_step_who_owes_what() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = in_review(&house, &officer, "arrest-and-surrender").await;
    let text = page(&house, &officer, &request).await;
    shows(
        &text,
        &[
            "Exercise Person X-17",
            "in review",
            "Exercise State XAA",
            "only the Court knows of this step",
        ],
    );
    assert!(!text.contains("To mend"), "it is complete: {text}");
    assert_eq!(
        house.get_as(&state, &request).await.status,
        404,
        "the State knows nothing of it before it is sent"
    );
    shows(&page(&house, &state, "/en/requests").await, &["No request was sent to you"]);
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    assert_eq!(house.get_as(&state, &request).await.status, 404, "nor when it is signed");
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    let inbox = page(&house, &state, "/en/requests").await;
    shows(&inbox, &["Inbox", "Exercise Person X-17", "24 Apr"]);
    let seen = page(&house, &state, &request).await;
    shows(&seen, &["Exercise Person X-17", "transmitted", "policy of this register"]);
    assert!(
        !seen.contains("only the Court knows"),
        "what the Court did among itself stays there"
    );
    done(
        &house,
        &state,
        &request,
        &act(&house, "acknowledge", &[("reference", "Exercise 44/26")]),
    )
    .await;
    let question = [
        ("question", "Which court signed the exercise warrant?"),
        ("answer_by", "2026-04-20"),
        ("reference", "Exercise 45/26"),
    ];
    done(&house, &state, &request, &act(&house, "consult", &question)).await;
    let asked = page(&house, &officer, &request).await;
    shows(&asked, &["Which court signed the exercise warrant?", "20 April 2026", "The Court"]);
    // Whoever answers has the question before them, and its reference in the form.
    let answering = page(&house, &officer, &format!("{request}/act/answer-question")).await;
    shows(
        &answering,
        &[
            "What is asked",
            "Which court signed the exercise warrant?",
            "value=\"Exercise 45/26\"",
        ],
    );
    let inquiring = page(&house, &officer, &format!("{request}/act/inquire")).await;
    assert!(!inquiring.contains("What is asked"), "that is none that it answers");
    done(
        &house,
        &officer,
        &request,
        &act(&house, "answer-question", &[("answer", "The exercise Chamber signed it")]),
    )
    .await;
    let answered = house.get_as(&officer, &format!("{request}/act/answer-question")).await;
    assert_eq!(answered.status, 409, "it is answered, and answered once");
    assert!(!answered.text().contains("What is asked"));
    let arrest = act(&house, "report-arrest", &[("place", "Port Exercise")]);
    done(&house, &state, &request, &arrest).await;
    shows(&page(&house, &officer, &request).await, &["Surrender the person", "Port Exercise"]);
    let report = "The exercise person was handed over at the exercise airport";
    let surrender = act(&house, "execute", &[("place", "Exercise airport"), ("attached", report)]);
    done(&house, &state, &request, &surrender).await;
    shows(
        &page(&house, &officer, &request).await,
        &["This request is over", "executed", "Exercise airport", report],
    );
    shows(&page(&house, &state, "/fr/requests").await, &["Terminées"]);
}

#[tokio::test]
async fn nobody_but_the_court_and_the_requested_state_is_answered_otherwise_than_where_there_is_no_request() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let other = house.sign_in("Exercise central authority", &authority("XAB")).await;
    let request = sent(&house, &officer, "provisional-arrest").await;
    let unknown = format!("/en/request/{}", "0".repeat(32));
    let answers = [&request, &unknown].map(|address| house.get_as(&other, address));
    let [there, nowhere] = futures(answers).await;
    assert_eq!(there.status, 404);
    assert_eq!(
        there.text().replace(&id_of(&request).to_string(), ""),
        nowhere.text().replace(&"0".repeat(32), "")
    );
    for address in [&request, &unknown] {
        let form = act(&house, "acknowledge", &[]);
        let answer = house.post_as(&other, &format!("{address}/act/acknowledge"), &form).await;
        assert_eq!(answer.status, 404, "{address}");
        assert_eq!(
            house.get(address).await.status,
            303,
            "whoever is not signed in is led to where one signs in: {address}"
        );
    }
    let given = given(&other, &request, "acknowledge");
    let actor = house.actor(&other).await;
    let refused = house.register.act_in_request(actor.viewer(), &given).await;
    assert!(matches!(refused, Err(RequestError::NoRequest)), "{refused:?}");
}

async fn futures<F: Future>(all: [F; 2]) -> [F::Output; 2] {
    let [a, b] = all;
    [a.await, b.await]
}

#[tokio::test]
async fn each_side_does_its_own_acts_alone_and_only_from_where_the_law_knows_them() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let prosecutor = house.sign_in("Exercise prosecutor", &PROSECUTOR).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = in_review(&house, &officer, "arrest-and-surrender").await;
    let early = tried(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    assert_eq!(early.status, 409, "what is not signed is not sent");
    assert_eq!(
        house.get_as(&prosecutor, &request).await.status,
        404,
        "the organ that asks and the Registry, nobody else"
    );
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    let theirs = tried(&house, &officer, &request, &act(&house, "acknowledge", &[])).await;
    assert_eq!(
        theirs.status, 403,
        "the Court does not acknowledge for a State without a note of it"
    );
    let ours = tried(
        &house,
        &state,
        &request,
        &act(&house, "withdraw", &[("reasons", "Exercise reasons")]),
    )
    .await;
    assert_eq!(ours.status, 403, "a State does not withdraw the Court's request");
    let opened = house.get_as(&state, &page_of(&request, "withdraw")).await;
    assert_eq!(opened.status, 403);
    shows(&opened.text(), &["This act is not yours to do"]);
    done(
        &house,
        &officer,
        &request,
        &act(&house, "withdraw", &[("reasons", "The exercise warrant was vacated")]),
    )
    .await;
    let late = tried(&house, &state, &request, &act(&house, "acknowledge", &[])).await;
    assert_eq!(late.status, 409, "what was withdrawn is not acknowledged any more");
    shows(&late.text(), &["the law knows no such act"]);
}

#[tokio::test]
async fn what_a_state_says_on_paper_is_recorded_by_an_officer_with_the_note_and_both_dates() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    house.outside.put("2026-04-08T09:00:00Z");
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    house.outside.put(NOW);
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let paper = "&paper=yes&number=44%2F26&dated=2026-04-09&received=2026-04-13&effective=2026-04-13";
    let without = tried(
        &house,
        &officer,
        &request,
        &format!("{}&paper=yes&effective=2026-04-13", act(&house, "acknowledge", &[])),
    )
    .await;
    assert_eq!(without.status, 400);
    shows(&without.text(), &["Give the number of the note"]);
    done(&house, &officer, &request, &format!("{}{paper}", act(&house, "acknowledge", &[]))).await;
    let text = page(&house, &officer, &request).await;
    shows(&text, &["note 44/26", "Exercise State XAA", "acknowledged"]);
    let later = Paper {
        number: "45/26".into(),
        dated: "2026-05-01".into(),
        received: "2026-05-02".into(),
        scan: None,
    };
    let given = GivenAct {
        values: [("step", "Exercise step taken by the police")].into_iter().collect(),
        paper: Some(later),
        ..given(&officer, &request, "report-step")
    };
    let actor = house.actor(&officer).await;
    let refused = house.register.act_in_request(actor.viewer(), &given).await;
    assert!(
        matches!(refused, Err(RequestError::Field { field: "dated", .. })),
        "a note of a day to come: {refused:?}"
    );
}

#[tokio::test]
async fn of_two_who_act_over_the_same_one_is_told_to_read_again() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let second = house
        .sign_in("Exercise embassy", &[(Organisation::State("XAA".into()), Role::Embassy)])
        .await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let (one, two) = (house.actor(&state).await, house.actor(&second).await);
    let (given_one, given_two) = [&state, &second].map(|person| given(person, &request, "acknowledge")).into();
    let (first, second) = tokio::join!(
        house.register.act_in_request(one.viewer(), &given_one),
        house.register.act_in_request(two.viewer(), &given_two)
    );
    let raced = |result: &Result<_, RequestError>| matches!(result, Err(RequestError::Raced | RequestError::NotNow { .. }));
    assert!(
        first.is_ok() != second.is_ok() && (raced(&first) || raced(&second)),
        "{first:?} {second:?}"
    );
    let view = view(&house, &request).await;
    assert_eq!(view.steps.iter().filter(|step| step.kind == "request.acknowledged").count(), 1);
}

#[tokio::test]
async fn a_provisional_arrest_starts_sixty_days_in_two_counts_of_which_the_earlier_warns() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    house.outside.put("2026-03-02T09:00:00Z");
    let request = sent(&house, &officer, "provisional-arrest").await;
    house.outside.put(NOW);
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let state = house.sign_in_again(&state, authority("XAA")[0].clone()).await;
    let mv = house.register.law.moves().iter().find(|mv| mv.id == "report-arrest").unwrap();
    let carried: Vec<(&str, &str)> = mv
        .carries
        .iter()
        .filter(|element| element.required)
        .map(|element| {
            (
                element.id.as_str(),
                if element.sort == ElementSort::Day {
                    "2026-03-03"
                } else {
                    "Exercise place"
                },
            )
        })
        .collect();
    let form = format!("{}&effective=2026-03-03", act(&house, "report-arrest", &carried));
    done(&house, &state, &request, &form).await;
    let before = format!("{}&effective=2026-03-02", act(&house, "execute", &[("place", "Exercise airport")]));
    let before = tried(&house, &state, &request, &before).await;
    assert_eq!(before.status, 400, "{}", before.text());
    shows(&before.text(), &["nobody is surrendered or released before the arrest"]);
    let text = page(&house, &officer, &request).await;
    shows(
        &text,
        &["1 May 2026", "2 May 2026", "in 17 days", "59 days", "60 days", "The Court"],
    );
    let view = view(&house, &request).await;
    let owed = view
        .row
        .owed
        .iter()
        .find(|owed| owed.deadline == "documents-after-provisional-arrest")
        .unwrap();
    assert_eq!(owed.days_left, Some(17));
    let april = Reading::new(Some("2026-03-02"), None, true, "2026-04-14".parse().unwrap()).unwrap();
    let before = house
        .register
        .request(&Viewer::operator(), &april, &id_of(&request))
        .await
        .unwrap()
        .unwrap();
    assert!(
        before
            .row
            .owed
            .iter()
            .all(|owed| owed.deadline != "documents-after-provisional-arrest"),
        "before the arrest nothing ran"
    );
}

#[tokio::test]
async fn a_draft_has_its_level_before_anything_is_typed_since_a_name_may_be_the_secret() {
    let house = house().await;
    let one = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let two = house.sign_in("Exercise registry second", &REGISTRY).await;
    for none in ["", "&level=", "&level=public"] {
        let form = format!("form=arrest-and-surrender{none}");
        let answer = house.post_as(&one, "/en/drafts", &form).await;
        assert_eq!(answer.status, 400, "{none}");
        shows(&answer.text(), &["Choose confidential or under seal"]);
    }
    let draft = done(&house, &one, "/en/drafts", "form=arrest-and-surrender&level=under-seal").await;
    shows(&page(&house, &one, &draft).await, &["under seal"]);
    assert_eq!(house.get_as(&two, &draft).await.status, 404);
    assert!(!page(&house, &two, "/en/drafts").await.contains(&id_of(&draft).to_string()));
}

#[tokio::test]
async fn two_officers_who_edit_one_draft_at_once_lose_nothing() {
    let house = house().await;
    let one = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let two = house.sign_in("Exercise registry second", &REGISTRY).await;
    let draft = done(&house, &one, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let typed = |from: &str, fields: &[(&str, &str)]| {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let more = [("act", "save"), ("from", from), ("requesting", "organ:registry")].map(|(n, v)| (n.to_owned(), v.to_owned()));
        encoded(fields.chain(more))
    };
    let first = done(&house, &one, &draft, &typed("1", &[("e-person", "Exercise Person X-17")])).await;
    assert!(first.ends_with("done=saved"), "{first}");
    let second = done(&house, &two, &draft, &typed("1", &[("e-probable_location", "Port Exercise")])).await;
    assert!(second.ends_with("done=merged"), "different things are brought together: {second}");
    let text = page(&house, &one, &draft).await;
    shows(&text, &["Exercise Person X-17", "Port Exercise"]);
    let third = done(&house, &two, &draft, &typed("1", &[("e-person", "Exercise Person X-18")])).await;
    assert!(
        third.contains("/choose?with="),
        "the same thing otherwise is for somebody to choose: {third}"
    );
    shows(&page(&house, &two, &third).await, &["<del>17</del><ins>18</ins>", "contradict"]);
    shows(&page(&house, &one, &draft).await, &["Both versions are kept"]);
}

#[tokio::test]
async fn nobody_signs_what_they_did_not_see_and_what_was_signed_is_what_is_sent() {
    let house = house().await;
    let one = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let two = house.sign_in("Exercise registry second", &REGISTRY).await;
    let request = in_review(&house, &one, "arrest-and-surrender").await;
    let before = page(&house, &two, &format!("{request}/sign")).await;
    let saw = hidden(&before, "saw");
    done(&house, &one, &request, &act(&house, "return", &[])).await;
    let draft = format!("/en/draft/{}", id_of(&request));
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.insert("person".into(), "Exercise Person X-18".into());
    let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let from = page(&house, &one, &draft).await;
    let from = hidden(&from, "from");
    let more = [("act", "submit"), ("from", from.as_str()), ("requesting", "organ:chambers")];
    let again = encoded(fields.chain(more.map(|(name, value)| (name.to_owned(), value.to_owned()))));
    let led = done(&house, &one, &draft, &again).await;
    assert_eq!(led, request, "of one draft comes one request");
    let stale = house
        .post_as(
            &two,
            &format!("{request}/act/sign"),
            &format!("{}&saw={saw}", signing(&house, &two).await),
        )
        .await;
    assert_eq!(stale.status, 409, "what was on the page is not what would be signed");
    done(&house, &two, &request, &signing(&house, &two).await).await;
    done(&house, &two, &request, &act(&house, "transmit", &[])).await;
    shows(&page(&house, &one, &request).await, &["Exercise Person X-18", "transmitted"]);
}

#[tokio::test]
async fn what_is_not_complete_is_neither_signed_nor_sent_and_nobody_but_an_organ_asks() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let draft = done(&house, &officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.remove("probable_location");
    let form = |requesting: &str, from: &str| {
        let fields = values.clone().into_iter().map(|(element, value)| (format!("e-{element}"), value));
        let more = [("act", "submit"), ("from", from), ("requesting", requesting)];
        encoded(fields.chain(more.map(|(name, value)| (name.to_owned(), value.to_owned()))))
    };
    for (reader, from) in [("state:XAA", "1"), ("organ:prosecutor", "2")] {
        let stranger = house.post_as(&officer, &draft, &form(reader, from)).await;
        assert_eq!(stranger.status, 400, "{reader} reads nothing of what the Chamber asks");
    }
    let request = done(&house, &officer, &draft, &form("organ:chambers", "3")).await;
    shows(&page(&house, &officer, &request).await, &["To mend", "Probable location"]);
    shows(
        &page(&house, &officer, &format!("{request}/sign")).await,
        &["A request is signed once it is complete", "Probable location"],
    );
    let view = view(&house, &request).await;
    let form = format!("{}&saw={}", signing(&house, &officer).await, view.saw);
    let signed = house.post_as(&officer, &format!("{request}/act/sign"), &form).await;
    assert_eq!(signed.status, 400, "{}", signed.text());
}

#[tokio::test]
async fn a_page_of_today_is_no_answer_to_who_asks_for_another_day() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    for address in [request.as_str(), "/en/requests"] {
        for day in ["as_at=2026-04-01", "known_on=2026-04-01", "as_at=abc", "hindsight=1"] {
            let answer = house.get_as(&officer, &format!("{address}?{day}")).await;
            assert_eq!(answer.status, 400, "{address}?{day}");
            shows(&answer.text(), &["as they stand today"]);
        }
        assert_eq!(house.get_as(&officer, &format!("{address}?done=x")).await.status, 200);
    }
}

#[tokio::test]
async fn an_act_has_one_day_which_is_not_before_what_it_follows() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = in_review(&house, &officer, "arrest-and-surrender").await;
    for day in ["2026-04", "2026-04-15", "2026-04-13", "by+2026-04-14"] {
        let form = format!("{}&effective={day}", signing(&house, &officer).await);
        let answer = tried(&house, &officer, &request, &form).await;
        assert_eq!(answer.status, 400, "{day}: {}", answer.text());
    }
    shows(&page(&house, &officer, &request).await, &["in review"]);
}

#[tokio::test]
async fn a_request_is_neither_sent_nor_tried_to_be_sent_on_a_day_before_it_was_signed() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    house.outside.put("2026-04-10T09:00:00Z");
    let request = in_review(&house, &officer, "arrest-and-surrender").await;
    house.outside.put(NOW);
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    for id in ["transmit", "record-failed-attempt", "withdraw"] {
        let form = format!("{}&effective=2026-04-12", act(&house, id, &[]));
        let answer = tried(&house, &officer, &request, &form).await;
        assert_eq!(answer.status, 400, "{id}: {}", answer.text());
        shows(&answer.text(), &["not before what it follows"]);
    }
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
}

#[tokio::test]
async fn a_request_of_which_a_step_was_erased_says_so_since_it_may_seem_not_to_have_been_done() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    assert!(!page(&house, &officer, &request).await.contains("erased by order"));
    let sending = view(&house, &request).await.steps[0].entry.clone();
    let why = |officer: &str| {
        (
            "Exercise: wrong recipient".to_owned(),
            "Exercise decision 7".to_owned(),
            Author::Officer(officer.into()),
        )
    };
    let (reason, authority, author) = why("Exercise officer one");
    let ask = ErasureRequest {
        matter: id_of(&request).matter(),
        entries: vec![sending],
        reason,
        authority,
        author,
    };
    let asked = house.register.request_erasure(&Viewer::operator(), &ask).await.unwrap();
    let (reason, authority, author) = why("Exercise officer two");
    let order = ErasureOrder {
        request: asked.entry.id.to_string(),
        reason,
        authority,
        author,
    };
    house.register.order_erasure(&Viewer::operator(), &order).await.unwrap();
    let text = page(&house, &officer, &request).await;
    shows(&text, &["erased by order", "Ask whoever ordered it before you act"]);
}

#[tokio::test]
async fn a_draft_saves_itself_while_somebody_types_until_another_changes_it() {
    let house = house().await;
    let one = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let two = house.sign_in("Exercise registry second", &REGISTRY).await;
    let draft = done(&house, &one, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let typed = async |who: &Person, from: &str, element: &str, text: &str| {
        let fields = [
            ("do", "keep-quietly"),
            ("from", from),
            ("requesting", "organ:registry"),
            (element, text),
        ];
        house
            .post_as(who, &draft, &encoded(fields.map(|(n, v)| (n.to_owned(), v.to_owned()))))
            .await
    };
    let first = typed(&one, "1", "e-person", "Exercise Person X").await;
    assert_eq!((first.status.as_u16(), first.header("comity-version")), (204, "2"));
    let further = typed(&one, "2", "e-person", "Exercise Person X-17").await;
    assert_eq!(
        (further.status.as_u16(), further.header("comity-version")),
        (204, "3"),
        "over what was saved"
    );
    shows(&page(&house, &two, &draft).await, &["Exercise Person X-17"]);
    // What another typed beside it is kept, and whoever types on is to see it before they go over it.
    let beside = typed(&two, "1", "e-probable_location", "Port Exercise").await;
    assert_eq!((beside.status.as_u16(), beside.header("comity-version")), (409, ""));
    shows(&page(&house, &one, &draft).await, &["Exercise Person X-17", "Port Exercise"]);
}
