//! What a State does among itself to execute a request, on its own record, for programs: each sees what its account sees.

use super::body::Members;
use super::caller::{Answer, Caller, Sent};
use super::requests::request_of;
use super::{operations, schema};
use crate::Web;
use crate::problem::{Problem, word};
use crate::texts::Said;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use identity::account::AccountId;
use identity::people::PeopleError;
use identity::people::holders::{Holders, Known};
use record::entry::Author;
use register::execution::{Execution, ExecutionError, NewAssignment, Saying};
use register::port::{Recorded, StoreError};
use register::request::RequestId;
use std::collections::BTreeMap;

/// The longest body that is read, in bytes: two of the longest texts in any script, and their frame.
const LONGEST: usize = 2 * 4 * register::execution::LONGEST + 16 * 1024;

type One = Result<Path<String>, PathRejection>;
type Two = Result<Path<(String, String)>, PathRejection>;

pub(super) async fn list(State(web): State<Web>, caller: Caller) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::EXECUTIONS)?;
    let no_id = |given: &str| Problem::Given(Said::with("execution-no-request-id", [("given", word(given))]));
    let id = |given: &str| RequestId::parse(given).ok_or_else(|| no_id(given));
    let request = parameters.get("request").map(id).transpose()?;
    let executions = web.register.executions(caller.viewer(), request.as_ref()).await?;
    let named = named(&web, &caller, &executions).await?;
    Answer::OK.json(&schema::ExecutionList {
        executions: executions
            .iter()
            .map(|execution| schema::Execution::of(execution, &named))
            .collect(),
    })
}

/// The authors among some assignments and remarks, by account, as far as whoever asks may know them.
async fn named(web: &Web, caller: &Caller, executions: &[Execution]) -> Result<BTreeMap<String, Known>, Problem> {
    let mut named = BTreeMap::new();
    for author in executions.iter().flat_map(Execution::authors) {
        if let Author::Account(id) = author
            && let Some(account) = AccountId::parse(id).filter(|_| !named.contains_key(id))
        {
            let known = web.people.who_is(caller.actor(), &account).await;
            named.insert(id.clone(), known.map_err(|error| refused(caller, web, error))?);
        }
    }
    Ok(named)
}

async fn found(web: &Web, caller: &Caller, matter: &str) -> Result<Execution, Problem> {
    let found = web.register.execution(caller.viewer(), matter).await?;
    found.ok_or(Problem::NoSuchThing)
}

pub(super) async fn one(State(web): State<Web>, caller: Caller, path: One) -> Result<Response, Problem> {
    caller.parameters(&operations::EXECUTION)?;
    let Ok(Path(matter)) = path else { return Err(Problem::NoSuchThing) };
    Answer::OK.json(&document(&web, &caller, &matter).await?)
}

async fn document(web: &Web, caller: &Caller, matter: &str) -> Result<schema::ExecutionDocument, Problem> {
    let execution = found(web, caller, matter).await?;
    let named = named(web, caller, std::slice::from_ref(&execution)).await?;
    let holders = match web.people.holders(caller.actor(), matter).await {
        Ok(holders) => holders,
        Err(PeopleError::Store(error)) => return Err(error.into()),
        Err(_) => Holders::default(),
    };
    Ok(schema::ExecutionDocument::of(schema::Execution::of(&execution, &named), &holders))
}

fn recorded(recorded: &Recorded) -> Result<Response, Problem> {
    let matter = &recorded.entry.matter;
    Answer::CREATED
        .at(format!("/api/v1/executions/{matter}"))
        .json(&schema::RecordedExecution {
            execution: matter.clone(),
            entry: schema::EntryId(recorded.entry.id.to_string()),
        })
}

pub(super) async fn assign(State(web): State<Web>, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::ASSIGN)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let members = Members::of(&object, &["request", "authority", "task", "answer_by"])?;
    let new = NewAssignment {
        request: RequestId::parse(members.needed("request")?).ok_or(Problem::NoSuchThing)?,
        authority: members.needed("authority")?.to_owned(),
        task: members.needed("task")?.to_owned(),
        answer_by: members.text("answer_by")?.unwrap_or_default().to_owned(),
        author: caller.author().clone(),
    };
    let assigned = web.register.assign_execution(caller.viewer(), &new).await;
    recorded(&assigned.map_err(|error| undone(&caller, &web, error))?)
}

/// Reports, remarks or ends, in an assignment.
pub(super) async fn say(State(web): State<Web>, path: Two, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::SAY)?;
    let Ok(Path((matter, word))) = path else {
        return Err(Problem::NoSuchThing);
    };
    let saying = Saying::of_word(&word).ok_or(Problem::NoSuchThing)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let text = Members::of(&object, &["text"])?.needed("text")?;
    let request = found(&web, &caller, &matter).await?.request;
    let said = web
        .register
        .say_in_execution(caller.viewer(), request, Some(&matter), (saying, text), caller.author());
    recorded(&said.await.map_err(|error| undone(&caller, &web, error))?)
}

/// Remarks something beside the letters.
pub(super) async fn remark(State(web): State<Web>, path: One, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::REMARK)?;
    let request = request_of(path)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let text = Members::of(&object, &["text"])?.needed("text")?;
    let said = web
        .register
        .say_in_execution(caller.viewer(), request, None, (Saying::Remark, text), caller.author());
    recorded(&said.await.map_err(|error| undone(&caller, &web, error))?)
}

/// Gives an assignment to somebody of the authority.
pub(super) async fn give(State(web): State<Web>, path: One, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::GIVE)?;
    let Ok(Path(matter)) = path else { return Err(Problem::NoSuchThing) };
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let account = AccountId::parse(Members::of(&object, &["account"])?.needed("account")?);
    // What is no assignment is given on the page of its matter.
    found(&web, &caller, &matter).await?;
    let given = match account {
        Some(account) => web.people.assign(caller.actor(), &account, &matter, None).await,
        None => Err(PeopleError::NoSuchAccount),
    };
    given.map_err(|error| refused(&caller, &web, error))?;
    let answer = Answer::CREATED.at(format!("/api/v1/executions/{matter}"));
    answer.json(&document(&web, &caller, &matter).await?)
}

/// Those among whom a desk is handed over, by name.
pub(super) async fn colleagues(State(web): State<Web>, caller: Caller) -> Result<Response, Problem> {
    caller.parameters(&operations::COLLEAGUES)?;
    let mut colleagues = web.people.colleagues(caller.actor()).await?;
    colleagues.sort_by_key(|account| (crate::pages::legal::sort_key(account.name()), account.id().to_string()));
    Answer::OK.json(&schema::ColleagueList {
        colleagues: colleagues.iter().map(schema::Colleague::of).collect(),
    })
}

/// Hands a desk over.
pub(super) async fn hand_over(State(web): State<Web>, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::HAND_OVER)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let members = Members::of(&object, &["from", "to", "reason"])?;
    let account = |name: &str| Ok::<_, Problem>(AccountId::parse(members.needed(name)?));
    let (from, to, reason) = (account("from")?, account("to")?, members.needed("reason")?);
    let done = match (from, to) {
        (Some(from), Some(to)) => web.people.hand_over(caller.actor(), &from, &to, reason).await,
        _ => Err(PeopleError::NoSuchAccount),
    };
    let done = done.map_err(|error| match error {
        PeopleError::NotHeld => Problem::NotTaken(Said::text("hand-over-nothing")),
        error => refused(&caller, &web, error),
    })?;
    Answer::CREATED.json(&schema::DeskHandedOver { matters: done.ended })
}

/// Names a deputy for an absence; named anew, until another day.
pub(super) async fn name_deputy(State(web): State<Web>, path: Two, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::NAME_DEPUTY)?;
    let (matter, account) = deputy_of(path)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let until = Members::of(&object, &["until"])?.needed("until")?;
    let until = crate::inside::end_of_day(until).ok_or_else(|| Problem::Member {
        member: "until",
        detail: Said::text("matter-no-day"),
    })?;
    let named = web.people.delegate(caller.actor(), &account, &matter, until).await;
    named.map_err(|error| refused(&caller, &web, error))?;
    Answer::OK.json(&schema::Deputy {
        matter,
        account: account.to_string(),
        until: schema::Instant(until),
    })
}

pub(super) async fn end_deputy(State(web): State<Web>, caller: Caller, path: Two) -> Result<Response, Problem> {
    caller.parameters(&operations::END_DEPUTY)?;
    caller.acts()?;
    let (matter, account) = deputy_of(path)?;
    let from = *caller.actor().account().ok_or(Problem::NotAllowed)?;
    let ended = web.people.end_delegation(caller.actor(), &account, &from, &matter).await;
    match ended {
        // Whoever lost the answer asks again.
        Ok(()) | Err(PeopleError::NotHeld) => Ok(Answer::nothing()),
        Err(error) => Err(refused(&caller, &web, error)),
    }
}

fn deputy_of(path: Two) -> Result<(String, AccountId), Problem> {
    let asked = path
        .ok()
        .and_then(|Path((matter, account))| Some((matter, AccountId::parse(&account)?)));
    asked.ok_or(Problem::NoSuchThing)
}

/// Why something about people was not done.
fn refused(caller: &Caller, web: &Web, error: PeopleError) -> Problem {
    let said = || caller.language(web).w.t(&format!("people-error-{}", error.word()));
    match error {
        PeopleError::NoSuchAccount | PeopleError::NoSuchMatter => Problem::NoSuchThing,
        PeopleError::NotAllowed | PeopleError::NotFresh => caller.language(web).told(Problem::NotAllowed, said()),
        PeopleError::Store(error) => error.into(),
        PeopleError::Until(days) => Problem::NotTaken(Said::with("people-error-until", [("days", days.into())])),
        // Of these nothing is done here.
        PeopleError::Alike(_) | PeopleError::Recovery(_) => Problem::NotTaken(Said::English(error.to_string())),
        _ => Problem::NotTaken(Said::text(&format!("people-error-{}", error.word()))),
    }
}

/// Why something about the execution of a request was not recorded.
fn undone(caller: &Caller, web: &Web, error: ExecutionError) -> Problem {
    let said = Said::of_execution(&error);
    match error {
        ExecutionError::Nothing => Problem::NoSuchThing,
        ExecutionError::NotOwnNode | ExecutionError::NotAllowed => {
            let language = caller.language(web);
            language.told(Problem::NotAllowed, said.plain(&language.w))
        }
        ExecutionError::Over => Problem::NotNow(said),
        ExecutionError::Field { field, .. } => Problem::Member {
            member: field,
            detail: said,
        },
        ExecutionError::Store(StoreError::Refused(_)) | ExecutionError::Fact(_) => Problem::NotTaken(said),
        ExecutionError::Store(error) => error.into(),
    }
}
