//! Requests that come to a State, on its own record, for programs: looked at first, then recorded. Whoever receives nothing here
//! finds nothing here.

use super::body::Members;
use super::caller::{Answer, Caller, Sent};
use super::requests::paper_of;
use super::{files, operations, schema};
use crate::Web;
use crate::inside::notice;
use crate::inside::receive_came::{self, NotRead};
use crate::problem::{Problem, word, words};
use crate::texts::Said;
use access::Viewer;
use axum::extract::State;
use axum::response::Response;
use law::Values;
use record::json::Object;
use register::attachment::{Working, WorkingId, owner};
use register::request::{Received, RequestError, saw};
use reports::Came;

/// The longest body that is read, in bytes: what a draft may have, and its frame.
const LONGEST: usize = register::draft::LARGEST + 64 * 1024;

/// That somebody receives requests here.
async fn receives(web: &Web, viewer: &Viewer) -> Result<(), Problem> {
    let own = web.register.receives_for(viewer).await?;
    own.map(|_| ()).ok_or(Problem::NoSuchThing)
}

/// Looks at a file that came: it waits then, and nothing is recorded.
pub(super) async fn look(State(web): State<Web>, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::LOOK_AT_RECEIVED)?;
    receives(&web, sent.caller.viewer()).await?;
    let (caller, file) = files::request(&web, sent).await?;
    receives(&web, caller.viewer()).await?;
    let looked = looked(&web, &caller, &file).await;
    match looked {
        Ok(came) => Answer::CREATED.json(&came),
        Err(problem) => {
            // What was refused waits no longer.
            receive_came::forget(&web, caller.viewer(), &file).await;
            Err(problem)
        }
    }
}

async fn looked(web: &Web, caller: &Caller, file: &Working) -> Result<schema::CameRequest, Problem> {
    let came = read(web, caller, file).await?;
    let checked = web
        .register
        .check_came(caller.viewer(), came.id.as_ref(), &came.text, &came.files)
        .await;
    checked.map_err(|error| refused(web, caller, error))?;
    let sending = receive_came::sending(&web.register.law, &came.text.form);
    let w = &caller.language(web).w;
    let said = came.said.iter().map(|told| notice(told).plain(w)).collect();
    Ok(schema::CameRequest::of(file, &came, &sending, said))
}

async fn read(web: &Web, caller: &Caller, file: &Working) -> Result<Came, Problem> {
    let read = receive_came::read(web, caller.viewer(), file).await;
    read.map_err(|error| match error {
        NotRead::Gone => Problem::NotNow(Said::text("receive-gone")),
        NotRead::Failed(why) => {
            tracing::error!(why, "a file that came could not be looked into");
            Problem::Failed
        }
        NotRead::Refused(refused) => {
            let (why, exactly) = receive_came::refused(&refused);
            let w = &caller.language(web).w;
            let all: Vec<String> = [Some(why), exactly].iter().flatten().map(|said| said.plain(w)).collect();
            caller
                .language(web)
                .told(Problem::NotTaken(Said::English(String::new())), all.join(" "))
        }
    })
}

/// Records what was looked at, or of which only paper came.
pub(super) async fn receive(State(web): State<Web>, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::RECEIVE)?;
    receives(&web, sent.caller.viewer()).await?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    receives(&web, caller.viewer()).await?;
    let members = Members::of(&object, &["file", "request", "paper", "values", "sent"])?;
    let file = match members.text("file")? {
        Some(id) => Some(waiting(&web, &caller, id).await?),
        None => None,
    };
    let came = match (&file, members.request("request")?) {
        (Some(file), None) => read(&web, &caller, file).await?,
        (None, Some(text)) => Came::alone(text),
        _ => {
            return Err(Problem::Member {
                member: "file",
                detail: Said::text("receive-file-or-request"),
            });
        }
    };
    let received = received(&web, &caller, &object, came)?;
    let recorded = web.register.receive_request(caller.viewer(), &received).await;
    let recorded = recorded.map_err(|error| refused(&web, &caller, error))?;
    if let Some(file) = &file {
        receive_came::forget(&web, caller.viewer(), file).await;
    }
    let request = register::request::RequestId::of_matter(&recorded.entry.matter).ok_or(Problem::Failed)?;
    let now = saw(&recorded.entry.id);
    let answer = Answer::CREATED.version(&now).at(format!("/api/v1/requests/{request}"));
    answer.json(&schema::ReceivedRequest {
        request: request.to_string(),
        entry: schema::EntryId(recorded.entry.id.to_string()),
        saw: now,
    })
}

/// A file that waits for whoever sent it.
async fn waiting(web: &Web, caller: &Caller, id: &str) -> Result<Working, Problem> {
    let waiting = web.register.attachments.working(&owner(caller.viewer())).await?;
    let id = WorkingId::parse(id);
    let found = waiting.into_iter().find(|file| Some(file.id) == id);
    found.ok_or_else(|| Problem::NotNow(Said::text("receive-gone")))
}

/// What is to be recorded of it.
fn received(web: &Web, caller: &Caller, object: &Object, came: Came) -> Result<Received, Problem> {
    let members = Members::of(object, &["file", "request", "paper", "values", "sent"])?;
    let values: Values = members.values("values")?;
    let sending = receive_came::sending(&web.register.law, &came.text.form);
    let known: Vec<&str> = sending.iter().map(|element| element.id.as_str()).collect();
    if let Some(name) = values.0.keys().find(|name| !known.contains(&name.as_str())) {
        return Err(Problem::Member {
            member: "values",
            detail: Said::with("receive-values", [("name", word(name)), ("known", words(&known))]),
        });
    }
    let paper = paper_of(&members)?;
    let paper = paper.ok_or_else(|| Problem::Body {
        pointer: Some("/paper".to_owned()),
        detail: Said::with("problem-body-needed", [("name", word("paper"))]),
    })?;
    Ok(Received {
        id: came.id,
        text: came.text,
        values,
        sent: members.text("sent")?.unwrap_or_default().to_owned(),
        paper,
        files: came.files,
        bundle: came.bundle,
        author: caller.author().clone(),
    })
}

/// Why it was not received; of one that is here already, which it is here.
fn refused(web: &Web, caller: &Caller, error: RequestError) -> Problem {
    match error {
        RequestError::AlreadyHere(request) => Problem::AlreadyHere {
            request: request.to_string(),
        },
        error => caller.language(web).refused(error),
    }
}
