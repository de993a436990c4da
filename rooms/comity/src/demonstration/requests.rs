//! The exercise pack of the demonstration: what stands in `requests.toml`, played through the ordinary operations.

use super::Stage;
use super::matters::PUBLIC;
use super::scan::scan;
use crate::said::Refused;
use access::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use law::Values;
use record::entry::Author;
use register::attachment::{accept, owner};
use register::kinds;
use register::outside::day_in_the_hague;
use register::port::{Of, Store};
use register::request::{Annex, Files, GivenAct, Paper, RequestFile, RequestId, RequestText, SIGNED_PAPER, Submission};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The pack.
const TEXT: &str = include_str!("requests.toml");

/// What the ids of the pack's requests begin with: two digits follow.
const ID: &[u8; 14] = b"exercise-pack-";

/// How many days before it is sent a request goes to review.
const REVIEW: i64 = 8;

/// Requests are set side by side, so that several share a commit: so many at once.
const LANES: usize = 6;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    state: Vec<State>,
    /// By language, the texts of elements.
    prose: BTreeMap<String, BTreeMap<String, String>>,
    request: Vec<Set>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct State {
    code: String,
    /// The day of its deposit.
    party: String,
}

/// A request of the pack.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    #[serde(default = "surrender")]
    form: String,
    person: String,
    state: String,
    #[serde(default = "english")]
    language: String,
    #[serde(default = "confidential")]
    level: String,
    /// The day on which it went to review, where that is not [`REVIEW`] days before it was sent.
    day: Option<i64>,
    /// The day on which it was signed and sent.
    sent: Option<i64>,
    /// What stands in a file that it names as its warrant.
    warrant: Option<String>,
    /// Who has it, where it is under seal.
    #[serde(default)]
    assigned: Vec<String>,
    /// The state of the law pack in which it stands in the end.
    stands: String,
    #[serde(default)]
    acts: Vec<Act>,
}

#[derive(Clone, Deserialize)]
struct Act {
    day: i64,
    r#do: String,
    /// What it carries. A number is a day, counted from today.
    #[serde(flatten)]
    carries: BTreeMap<String, toml::Value>,
}

fn surrender() -> String {
    "arrest-and-surrender".to_owned()
}

fn english() -> String {
    "eng".to_owned()
}

fn confidential() -> String {
    "confidential".to_owned()
}

fn pack() -> Result<Pack, Refused> {
    let fault = |error| {
        Refused::Given(format!(
            "the exercise pack cannot be read, which is a fault of the program: {error}"
        ))
    };
    toml::from_str(TEXT).map_err(fault)
}

/// The requests of the pack, each with the id of the state in which it stands when all is set.
///
/// # Errors
/// The pack cannot be read.
pub fn stands() -> Result<Vec<(RequestId, String)>, Refused> {
    let requests = pack()?.request.into_iter().enumerate();
    Ok(requests.map(|(at, set)| (id(at), set.stands)).collect())
}

/// The id of a request by its place in the pack.
fn id(at: usize) -> RequestId {
    let mut bytes = [b'0'; 16];
    bytes[..14].copy_from_slice(ID);
    let digit = |number: usize| b'0' + u8::try_from(number % 10).unwrap_or_default();
    bytes[14] = digit((at + 1) / 10);
    bytes[15] = digit(at + 1);
    RequestId::from_bytes(bytes)
}

/// Sets all of them; those that were begun are gone on with.
pub(super) async fn set(stage: &Stage<'_>) -> Result<(), Refused> {
    let pack = pack()?;
    for state in &pack.state {
        stage.state(&state.code, Some(&state.party)).await?;
    }
    let pack = &pack;
    let lane = |lane: usize| async move {
        for (at, set) in pack.request.iter().enumerate().filter(|(at, _)| at % LANES == lane) {
            one(stage, pack, id(at), set).await?;
        }
        Ok::<(), Refused>(())
    };
    tokio::try_join!(lane(0), lane(1), lane(2), lane(3), lane(4), lane(5))?;
    for (at, set) in pack.request.iter().enumerate() {
        let id = id(at);
        let sent = set.sent.map(|_| id.matter());
        for matter in sent.into_iter().chain([id.preparation()]) {
            for key in &set.assigned {
                // The State has what was sent to it.
                let inside = matter == id.preparation() && !["registry", "chambers"].contains(&key.as_str());
                if !inside {
                    stage.assign(&matter, key).await?;
                }
            }
        }
    }
    Ok(())
}

/// Sets one: what of it stands already is passed over.
async fn one(stage: &Stage<'_>, pack: &Pack, id: RequestId, set: &Set) -> Result<(), Refused> {
    let of = Of::Matters(vec![id.preparation(), id.matter()]);
    let there = stage.house.store.entries(&Viewer::operator(), of, None).await?;
    let done = RequestFile::of(id, &there).map_or(0, |file| file.acts().len());
    if done == 0 {
        submit(stage, pack, id, set).await?;
    }
    let mut acts: Vec<Act> = Vec::new();
    if let Some(day) = set.sent {
        let urgent = set.form == "provisional-arrest";
        let medium = if urgent { "e-mail" } else { "bag" };
        let urgent = if urgent { "yes" } else { "no" };
        acts.push(act(
            "sign",
            day,
            &[("signature_form", "on-paper"), ("signed_paper", "Exercise request, signed [eng]")],
        ));
        acts.push(act(
            "transmit",
            day,
            &[("channel", "diplomatic"), ("medium", medium), ("urgent", urgent)],
        ));
    }
    acts.extend(set.acts.iter().cloned());
    for act in acts.iter().skip(done.saturating_sub(1)) {
        play(stage, id, &set.state, act).await?;
    }
    Ok(())
}

fn act(r#do: &str, day: i64, carries: &[(&str, &str)]) -> Act {
    let carries = carries
        .iter()
        .map(|(element, text)| ((*element).to_owned(), toml::Value::from(*text)));
    Act {
        day,
        r#do: r#do.to_owned(),
        carries: carries.collect(),
    }
}

fn author() -> Author {
    Author::Officer("Exercise registry officer".to_owned())
}

fn day(stage: &Stage<'_>, days: i64) -> Date {
    day_in_the_hague(stage.people.outside().now()).saturating_add(days.days())
}

/// Sends it to review.
async fn submit(stage: &Stage<'_>, pack: &Pack, id: RequestId, set: &Set) -> Result<(), Refused> {
    let language = set.language.as_str();
    let mut values: Values = [
        ("requested_state", set.state.as_str()),
        ("requesting_body", "pre-trial-chamber"),
        ("person", set.person.as_str()),
        ("convicted", "no"),
        ("birth_date", "1970"),
        ("existing_title", "warrant"),
        ("surrender_request", "will-follow"),
        ("medium", "e-mail"),
        ("language", language),
        ("person_understands", "language-of-the-documents"),
        ("admissibility_ruled", "no"),
        ("level", set.level.as_str()),
        ("urgent", "no"),
    ]
    .into_iter()
    .collect();
    let prose = pack.prose.get(language).into_iter().flatten();
    values.0.extend(prose.map(|(element, text)| (element.clone(), vec![text.clone()])));
    let warrant = Annex {
        title: "Exercise warrant".to_owned(),
        language: Some(language.to_owned()),
        sha256: match &set.warrant {
            Some(text) => Some(file(stage, "exercise-warrant.txt", "text/plain", text.as_bytes()).await?),
            None => None,
        },
    };
    values.0.insert("warrant".to_owned(), vec![warrant.text()]);
    let register = &stage.house.register;
    let known = register
        .law
        .form(&set.form)
        .map(|form| form.elements.as_slice())
        .unwrap_or_default();
    let mut text = RequestText {
        form: set.form.clone(),
        values,
    };
    // What is asked for after an answer alone is said where that answer was given.
    let said = text.values.clone();
    let is_asked = |element: &law::Element| !element.is_conditional() || element.is_needed(&said);
    text.values
        .0
        .retain(|id, _| known.iter().any(|element| element.id == *id && is_asked(element)));
    let reviewed = set.day.or(set.sent.map(|sent| sent - REVIEW)).unwrap_or_default();
    let new = Submission {
        id: Some(id),
        text,
        requesting: "organ:chambers".to_owned(),
        values: Values::default(),
        effective: day(stage, reviewed).to_string(),
        files: Files::default(),
        author: author(),
    };
    register.submit_request(&Viewer::operator(), &new).await?;
    Ok(())
}

/// A file, sent by whoever sets the pack; its SHA-256.
async fn file(stage: &Stage<'_>, name: &str, media_type: &str, bytes: &[u8]) -> Result<String, Refused> {
    let failed = |error: register::attachment::AttachmentError| Refused::Given(error.to_string());
    let attachments = &stage.house.register.attachments;
    let mut receiving = attachments.begin(&owner(&Viewer::operator())).await.map_err(failed)?;
    receiving.write(bytes).await.map_err(failed)?;
    let working = accept(receiving, name, media_type).await.map_err(failed)?;
    Ok(working.file.sha256)
}

/// Does an act. Those of the State are recorded from a note.
async fn play(stage: &Stage<'_>, request: RequestId, state: &str, act: &Act) -> Result<(), Refused> {
    let register = &stage.house.register;
    let on = day(stage, act.day).to_string();
    let text = |value: &toml::Value| match value {
        toml::Value::Integer(days) => day(stage, *days).to_string(),
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut values: Values = act.carries.iter().map(|(element, value)| (element.clone(), text(value))).collect();
    // What is signed on paper has a scan, here one that says what it stands for.
    for paper in values.0.get_mut(SIGNED_PAPER).into_iter().flatten() {
        let scan = scan(&format!("Exercise: in place of the signed paper of request {request}"));
        let scan = file(stage, "exercise-signed.pdf", "application/pdf", &scan).await?;
        let annex = Annex {
            sha256: Some(scan),
            ..Annex::parse(paper)
        };
        *paper = annex.text();
    }
    let mv = register.law.moves().iter().find(|mv| mv.id == act.r#do);
    let of_the_state = mv.is_some_and(|mv| mv.side == law::Side::State);
    let given = GivenAct {
        request,
        act: act.r#do.clone(),
        saw: None,
        text: None,
        values,
        effective: on.clone(),
        paper: of_the_state.then(|| Paper {
            number: format!("Exercise {state} {}/26", -act.day),
            dated: on.clone(),
            received: on,
            scan: None,
        }),
        files: Files::default(),
        author: author(),
    };
    register
        .act_in_request(&Viewer::operator(), &given)
        .await
        .map_err(|error| Refused::Given(format!("exercise pack, {request}, {}: {error}", act.r#do)))?;
    Ok(())
}

impl Stage<'_> {
    /// A State of the exercise, and that it joined the Rome Statute on a day, if it did.
    pub(super) async fn state(&self, code: &str, party: Option<&str>) -> Result<(), Refused> {
        let names = [format!("Exercise State {code}"), format!("État d’exercice {code}")];
        let members = [
            ("name_en", names[0].as_str()),
            ("name_fr", names[1].as_str()),
            ("un_name_en", names[0].as_str()),
            ("un_name_fr", names[1].as_str()),
            ("un_membership", "member"),
        ];
        let about = [format!("state:{code}")];
        let matter = format!("state-{}", code.to_lowercase());
        self.add(&matter, kinds::STATE_NAMED, "unknown", &about, &members, &PUBLIC).await?;
        if let Some(day) = party {
            let matter = format!("rome-statute-{}", code.to_lowercase());
            self.add(&matter, kinds::TREATY_JOINED, day, &about, &[("by", "ratification")], &PUBLIC)
                .await?;
        }
        Ok(())
    }
}
