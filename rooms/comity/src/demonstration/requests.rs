//! Requests of the demonstration, in several states of their lives: invented, to an invented State.

use super::Stage;
use crate::said::Refused;
use access::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use law::Values;
use record::entry::Author;
use register::outside::day_in_the_hague;
use register::port::{Of, Store};
use register::request::{GivenAct, Paper, RequestId, RequestText, Submission, is_request};

/// An act that is set: its id, what it carries, how many days ago it was.
type Set<'a> = (&'a str, &'a [(&'a str, &'a str)], i64);

/// Sets all of them, unless there are some.
pub async fn set(stage: &Stage<'_>) -> Result<(), Refused> {
    let kinds: Vec<String> = stage.house.register.law.moves().iter().map(|mv| mv.act.clone()).collect();
    let there = stage.house.store.entries(&Viewer::operator(), Of::Kinds(kinds), None).await?;
    if there.iter().any(|recorded| is_request(&recorded.entry.kind)) {
        return Ok(());
    }
    in_review(stage).await?;
    arrested(stage).await?;
    asked_about(stage).await
}

/// A request that waits for its signature.
async fn in_review(stage: &Stage<'_>) -> Result<(), Refused> {
    submit(stage, "arrest-and-surrender", "Exercise Person X-8").await.map(|_| ())
}

/// A provisional arrest, 42 days after the person was arrested.
async fn arrested(stage: &Stage<'_>) -> Result<(), Refused> {
    let id = submit(stage, "provisional-arrest", "Exercise Person X-17").await?;
    let acts: [Set; 4] = [
        (
            "sign",
            &[("signature_form", "on-paper"), ("signed_paper", "exercise-request-signed.pdf")],
            50,
        ),
        (
            "transmit",
            &[("channel", "diplomatic"), ("medium", "e-mail"), ("urgent", "yes")],
            50,
        ),
        ("acknowledge", &[], 49),
        ("report-arrest", &[("place", "Port Exercise")], 42),
    ];
    all(stage, id, &acts).await
}

/// A request about which the State asked.
async fn asked_about(stage: &Stage<'_>) -> Result<(), Refused> {
    let id = submit(stage, "arrest-and-surrender", "Exercise Person X-31").await?;
    let question = [
        ("consultation_ground", "information-not-sufficient"),
        ("question", "Exercise: which of the two dates of birth is that of the person?"),
    ];
    let acts: [Set; 4] = [
        (
            "sign",
            &[("signature_form", "on-paper"), ("signed_paper", "exercise-request-signed.pdf")],
            12,
        ),
        ("transmit", &[("channel", "diplomatic"), ("medium", "bag"), ("urgent", "no")], 12),
        ("acknowledge", &[], 6),
        ("consult", &question, 5),
    ];
    all(stage, id, &acts).await
}

fn author() -> Author {
    Author::Officer("Exercise registry officer".to_owned())
}

/// A request of a form to XAA.
async fn submit(stage: &Stage<'_>, form: &str, person: &str) -> Result<RequestId, Refused> {
    let values: Values = [
        ("requested_state", "XAA"),
        ("requesting_body", "pre-trial-chamber"),
        ("person", person),
        ("convicted", "no"),
        ("description", "Former exercise commander, grey hair, walks with a stick"),
        ("birth_date", "about 1970"),
        ("probable_location", "Exercise district of Port Exercise"),
        ("crimes", "Exercise crimes, invented for this demonstration"),
        (
            "facts",
            "Exercise: what happened is invented, and stands here so that the form is not empty; it names nobody and no place that is real",
        ),
        ("warrant", "exercise-warrant.pdf"),
        ("existing_title", "warrant"),
        ("surrender_request", "will-follow"),
        ("urgency", "Exercise: the person is about to leave the exercise State"),
        ("medium", "e-mail"),
        ("language", "eng"),
        ("person_understands", "language-of-the-documents"),
        ("admissibility_ruled", "no"),
        ("level", "confidential"),
        ("level_basis", "Exercise: article 87(3)"),
        ("urgent", if form == "provisional-arrest" { "yes" } else { "no" }),
    ]
    .into_iter()
    .collect();
    let register = &stage.house.register;
    let today = day_in_the_hague(stage.people.outside().now());
    let known = register.law.form(form).map(|form| form.elements.as_slice()).unwrap_or_default();
    let mut text = RequestText {
        form: form.to_owned(),
        values,
    };
    text.values.0.retain(|id, _| known.iter().any(|element| element.id == *id));
    let new = Submission {
        id: None,
        text,
        requesting: "organ:chambers".to_owned(),
        values: Values::default(),
        effective: today.saturating_sub(60.days()).to_string(),
        author: author(),
    };
    Ok(register.submit_request(&Viewer::operator(), &new).await?)
}

/// Acts so many days ago; those of the State from a note of the exercise.
async fn all(stage: &Stage<'_>, request: RequestId, acts: &[Set<'_>]) -> Result<(), Refused> {
    let register = &stage.house.register;
    let today = day_in_the_hague(stage.people.outside().now());
    for (act, carries, days) in acts {
        let day: Date = today.saturating_sub(days.days());
        let mv = register.law.moves().iter().find(|mv| mv.id == *act);
        let of_the_state = mv.is_some_and(|mv| mv.side == law::Side::State);
        let given = GivenAct {
            request,
            act: (*act).to_owned(),
            saw: None,
            text: None,
            values: carries.iter().copied().collect(),
            effective: day.to_string(),
            paper: of_the_state.then(|| Paper {
                number: "Exercise 44/26".to_owned(),
                dated: day.to_string(),
                received: day.to_string(),
            }),
            author: author(),
        };
        register.act_in_request(&Viewer::operator(), &given).await?;
    }
    Ok(())
}
