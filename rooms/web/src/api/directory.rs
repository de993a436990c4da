//! The directory of authorities, and what the laws of States need of requests, for programs: read, entered, and brought up to date.

use super::body::Members;
use super::caller::{Answer, Caller, Sent};
use super::requests::check_state;
use super::{operations, schema};
use crate::Web;
use crate::problem::{Problem, word};
use crate::texts::Said;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use register::authorities::{AuthorityError, AuthorityWords, Letter};
use register::fact::FactError;
use register::needs::{NeedError, NeedWords, WhichVersion};
use register::port::{Recorded, StoreError};
use register::reading::Reading;

/// The longest body that is read, in bytes: all texts of an authority at their longest, in any script.
const LONGEST: usize = 64 * 1024;

type One = Result<Path<String>, PathRejection>;
type Two = Result<Path<(String, String)>, PathRejection>;

/// The members of an authority that are texts, and those that are lists, as [`AuthorityWords`] has them.
const TEXTS: [&str; 15] = [
    "name",
    "name_en",
    "name_fr",
    "role",
    "address",
    "telephone",
    "email",
    "hours",
    "zone",
    "urgent",
    "channel",
    "channel_details",
    "key",
    "from",
    "until",
];
const LISTS: [&str; 3] = ["does", "topics", "languages"];
const LETTER: [&str; 2] = ["letter", "dated"];

pub(super) async fn authorities(State(web): State<Web>, caller: Caller) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::AUTHORITIES)?;
    let reading = caller.reading(&web, &parameters)?;
    check_state(&parameters)?;
    let authorities = web.register.authorities(caller.viewer(), &reading, parameters.get("state")).await?;
    Answer::OK.json(&schema::AuthorityList {
        authorities: authorities.iter().map(schema::AuthorityLine::of).collect(),
    })
}

pub(super) async fn authority(State(web): State<Web>, caller: Caller, path: One) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::AUTHORITY)?;
    let reading = caller.reading(&web, &parameters)?;
    let Ok(Path(id)) = path else { return Err(Problem::NoSuchThing) };
    let view = web.register.authority(caller.viewer(), &reading, &id).await?;
    let view = view.ok_or(Problem::NoSuchThing)?;
    Answer::OK.version(&view.last).json(&schema::AuthorityDocument::of(&view))
}

pub(super) async fn enter_authority(State(web): State<Web>, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::ENTER_AUTHORITY)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let known: Vec<&'static str> = ["state"].into_iter().chain(TEXTS).chain(LISTS).chain(LETTER).collect();
    let members = Members::of(&object, &known)?;
    let state = text(&members, "state")?;
    let (words, letter) = (authority_words(&members)?, letter(&members)?);
    let which = WhichVersion::New { state };
    let named = web
        .register
        .name_authority(caller.viewer(), &which, &words, &letter, caller.author())
        .await;
    recorded(named.map_err(|error| of_authority(&caller, &web, error)), "authorities")
}

/// Another version of an authority, a correction, a confirmation or its end.
pub(super) async fn authority_act(State(web): State<Web>, path: Two, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::AUTHORITY_ACT)?;
    let Ok(Path((matter, act))) = path else {
        return Err(Problem::NoSuchThing);
    };
    let saw = sent.caller.version()?.to_owned();
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let (viewer, author) = (caller.viewer(), caller.author());
    // What is not there for whoever asks is answered before anything that was sent is looked at.
    let now = now(&web)?;
    web.register.authority(viewer, &now, &matter).await?.ok_or(Problem::NoSuchThing)?;
    let register = &web.register;
    let done = match act.as_str() {
        "change" | "correct" => {
            let why: &[&str] = if act == "correct" { &["reason"] } else { &[] };
            let known: Vec<&'static str> = TEXTS.into_iter().chain(LISTS).chain(LETTER).chain(why.iter().copied()).collect();
            let members = Members::of(&object, &known)?;
            let (words, letter) = (authority_words(&members)?, letter(&members)?);
            let which = which(&act, matter, saw, &members)?;
            register.name_authority(viewer, &which, &words, &letter, author).await
        }
        "confirm" => {
            let letter = letter(&Members::of(&object, &LETTER)?)?;
            register.confirm_authority(viewer, &matter, &saw, &letter, author).await
        }
        "end" => {
            let members = Members::of(&object, &["on", "reason", "letter", "dated"])?;
            let (on, reason, letter) = (text(&members, "on")?, text(&members, "reason")?, letter(&members)?);
            register
                .end_authority(viewer, (&matter, &saw), (&on, &reason), &letter, author)
                .await
        }
        _ => return Err(Problem::NoSuchThing),
    };
    recorded(done.map_err(|error| of_authority(&caller, &web, error)), "authorities")
}

pub(super) async fn needs(State(web): State<Web>, caller: Caller) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::NEEDS)?;
    let reading = caller.reading(&web, &parameters)?;
    check_state(&parameters)?;
    let needs = web.register.needs(caller.viewer(), &reading, parameters.get("state")).await?;
    Answer::OK.json(&schema::NeedList {
        needs: needs.iter().map(schema::NeedLine::of).collect(),
    })
}

pub(super) async fn need(State(web): State<Web>, caller: Caller, path: One) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::NEED)?;
    let reading = caller.reading(&web, &parameters)?;
    let Ok(Path(id)) = path else { return Err(Problem::NoSuchThing) };
    let view = web.register.need(caller.viewer(), &reading, &id).await?;
    let view = view.ok_or(Problem::NoSuchThing)?;
    Answer::OK.version(&view.last).json(&schema::NeedDocument::of(&view))
}

pub(super) async fn state_need(State(web): State<Web>, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::STATE_NEED)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let members = Members::of(&object, &["state", "need", "says", "law", "from", "source"])?;
    let state = text(&members, "state")?;
    let words = need_words(&members)?;
    let which = WhichVersion::New { state };
    let stated = web.register.state_need(caller.viewer(), &which, &words, caller.author()).await;
    recorded(stated.map_err(|error| of_need(&caller, &web, error)), "needs")
}

/// Another version of a need, a correction, or its end.
pub(super) async fn need_act(State(web): State<Web>, path: Two, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::NEED_ACT)?;
    let Ok(Path((matter, act))) = path else {
        return Err(Problem::NoSuchThing);
    };
    let saw = sent.caller.version()?.to_owned();
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let (viewer, author) = (caller.viewer(), caller.author());
    web.register.need(viewer, &now(&web)?, &matter).await?.ok_or(Problem::NoSuchThing)?;
    let register = &web.register;
    let done = match act.as_str() {
        "change" | "correct" => {
            let known: &[&str] = match act.as_str() {
                "correct" => &["need", "says", "law", "from", "source", "reason"],
                _ => &["need", "says", "law", "from", "source"],
            };
            let members = Members::of(&object, known)?;
            let words = need_words(&members)?;
            let which = which(&act, matter, saw, &members)?;
            register.state_need(viewer, &which, &words, author).await
        }
        "end" => {
            let members = Members::of(&object, &["on", "reason", "source"])?;
            let (on, reason, source) = (text(&members, "on")?, text(&members, "reason")?, text(&members, "source")?);
            register.end_need(viewer, (&matter, &saw), &on, (&reason, &source), author).await
        }
        _ => return Err(Problem::NoSuchThing),
    };
    recorded(done.map_err(|error| of_need(&caller, &web, error)), "needs")
}

/// The record as it is now.
fn now(web: &Web) -> Result<Reading, Problem> {
    Ok(Reading::new(None, None, false, web.register.today()).map_err(crate::query::Wrong::Reading)?)
}

/// Which version an act writes.
fn which(act: &str, matter: String, saw: String, members: &Members) -> Result<WhichVersion, Problem> {
    Ok(match act {
        "correct" => WhichVersion::Mistake {
            matter,
            saw,
            reason: text(members, "reason")?,
        },
        _ => WhichVersion::Changed { matter, saw },
    })
}

fn text(members: &Members, name: &str) -> Result<String, Problem> {
    Ok(members.text(name)?.unwrap_or_default().to_owned())
}

fn authority_words(members: &Members) -> Result<AuthorityWords, Problem> {
    let text = |name: &str| text(members, name);
    let list = |name: &str| Ok::<_, Problem>(members.texts(name)?.into_iter().map(str::to_owned).collect());
    Ok(AuthorityWords {
        name: text("name")?,
        name_en: text("name_en")?,
        name_fr: text("name_fr")?,
        role: text("role")?,
        does: list("does")?,
        topics: list("topics")?,
        address: text("address")?,
        telephone: text("telephone")?,
        email: text("email")?,
        hours: text("hours")?,
        zone: text("zone")?,
        urgent: text("urgent")?,
        languages: list("languages")?,
        channel: text("channel")?,
        channel_details: text("channel_details")?,
        key: text("key")?,
        from: text("from")?,
        until: text("until")?,
    })
}

fn letter(members: &Members) -> Result<Letter, Problem> {
    Ok(Letter {
        source: text(members, "letter")?,
        dated: text(members, "dated")?,
    })
}

fn need_words(members: &Members) -> Result<NeedWords, Problem> {
    Ok(NeedWords {
        need: text(members, "need")?,
        says: text(members, "says")?,
        law: text(members, "law")?,
        from: text(members, "from")?,
        source: text(members, "source")?,
    })
}

/// Answers with what was recorded; its version is the entry.
fn recorded(done: Result<Recorded, Problem>, list: &str) -> Result<Response, Problem> {
    let entry = done?.entry;
    let id = entry.id.to_string();
    let answer = Answer::CREATED.version(&id).at(format!("/api/v1/{list}/{}", entry.matter));
    answer.json(&schema::RecordedInDirectory {
        matter: entry.matter.clone(),
        entry: schema::EntryId(id),
    })
}

fn not_allowed(caller: &Caller, web: &Web, key: &str) -> Problem {
    let language = caller.language(web);
    language.told(Problem::NotAllowed, language.w.t(key))
}

fn of_authority(caller: &Caller, web: &Web, error: AuthorityError) -> Problem {
    match error {
        AuthorityError::NoSuch(_) => Problem::NoSuchThing,
        AuthorityError::Faults(faults) => {
            let said = |(field, fault): &(_, _)| {
                let field: &register::authorities::Field = field;
                (schema::authority_member(*field), Said::of_authority_fault(*field, fault, word))
            };
            Problem::Fields(faults.iter().map(said).collect())
        }
        AuthorityError::NotAllowed => not_allowed(caller, web, "authority-not-allowed"),
        AuthorityError::Changed => Problem::Raced { recorded: None },
        AuthorityError::Ended => Problem::NotNow(Said::text("authority-ended-already")),
        AuthorityError::Fact(error) => of_fact(error, "authority-not-taken"),
    }
}

fn of_need(caller: &Caller, web: &Web, error: NeedError) -> Problem {
    match error {
        NeedError::NoSuch(_) => Problem::NoSuchThing,
        NeedError::Faults(faults) => {
            let said = faults
                .into_iter()
                .map(|(field, fault)| (field.word(), Said::of_need_fault(field, fault)));
            Problem::Fields(said.collect())
        }
        NeedError::NotAllowed => not_allowed(caller, web, "need-not-allowed"),
        NeedError::Changed => Problem::Raced { recorded: None },
        NeedError::Ended => Problem::NotNow(Said::text("need-ended-already")),
        NeedError::Fact(error) => of_fact(error, "need-not-taken"),
    }
}

fn of_fact(error: FactError, not_taken: &str) -> Problem {
    match error {
        FactError::Store(StoreError::Refused(why)) | FactError::Given(why) => {
            tracing::info!(why, "an entry of the directory was not taken");
            Problem::NotTaken(Said::text(not_taken))
        }
        FactError::Store(error) => error.into(),
        error => {
            tracing::error!(%error, "an entry of the directory could not be recorded");
            Problem::Failed
        }
    }
}
