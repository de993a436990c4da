//! Drafts of requests for programs, saved over the version that whoever saves has seen.

use super::body::Members;
use super::caller::{Answer, Caller, Sent};
use super::{operations, schema};
use crate::Web;
use crate::problem::{Problem, word};
use crate::texts::Said;
use access::Viewer;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use law::Finding;
use record::audience::{Level, Reader};
use record::json::Object;
use register::attachment::{WorkingId, owner};
use register::draft::{Content, DraftError, DraftId, Part, Saved, SubmitError};
use register::request::{LEVEL, RequestError, RequestText, organs_that_ask};

/// The longest draft that is read, in bytes: what a version may have, and its frame.
const LONGEST: usize = register::draft::LARGEST + 64 * 1024;

/// The header by which a try whose answer was lost is known as the same (draft-ietf-httpapi-idempotency-key-header).
pub(super) const KEY: &str = "Idempotency-Key";
/// How long a key is: long enough to be drawn by chance, such as a UUID.
const KEY_LENGTH: std::ops::RangeInclusive<usize> = 16..=128;

/// The key in the header, between quotation marks or not; none where there is none.
fn key_of(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut given = headers.get_all(KEY).iter();
    let Some(first) = given.next() else { return Ok(None) };
    let text = first.to_str().ok().filter(|_| given.next().is_none()).map(str::trim);
    let bare = text.map(|text| text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text));
    let is_key = |key: &&str| KEY_LENGTH.contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic() && b != b'"' && b != b'\\');
    let key = bare.filter(is_key).ok_or(Problem::Member {
        member: KEY,
        detail: Said::text("problem-draft-key"),
    })?;
    Ok(Some(key.to_owned()))
}

pub(super) type One = Result<Path<String>, PathRejection>;

pub(super) fn draft_of(id: One) -> Result<DraftId, Problem> {
    id.ok().and_then(|Path(id)| DraftId::parse(&id)).ok_or(Problem::NoSuchThing)
}

pub(super) async fn list(State(web): State<Web>, caller: Caller) -> Result<Response, Problem> {
    caller.parameters(&operations::DRAFTS)?;
    let drafts = web.drafts.list(caller.viewer()).await?;
    Answer::OK.json(&schema::DraftList {
        drafts: drafts.iter().map(schema::DraftLine::of).collect(),
    })
}

pub(super) async fn one(State(web): State<Web>, caller: Caller, id: One) -> Result<Response, Problem> {
    caller.parameters(&operations::DRAFT)?;
    let draft = web.drafts.open(caller.viewer(), &draft_of(id)?).await?;
    let text = RequestText {
        form: draft.current.content.form.clone(),
        values: draft.current.content.values.clone(),
    };
    let findings = findings(&web, caller.viewer(), &text).await?;
    let answer = Answer::OK.version(&draft.current.number.to_string());
    answer.json(&schema::DraftDocument::of(&draft, &findings, caller.language(&web).law()))
}

/// What is to mend; nothing in a form that this edition of the law does not know any more.
async fn findings(web: &Web, viewer: &Viewer, text: &RequestText) -> Result<Vec<Finding>, Problem> {
    match web.register.check_request(viewer, text, web.register.today()).await {
        Ok(findings) => Ok(findings),
        Err(RequestError::Store(error)) => Err(error.into()),
        Err(_) => Ok(Vec::new()),
    }
}

pub(super) async fn begin(State(web): State<Web>, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::BEGIN_DRAFT)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let key = key_of(caller.headers())?;
    let (content, _) = read(&web, &caller, &object, None)?;
    let (viewer, author) = (caller.viewer(), caller.author());
    let unclassified = content.values.first(LEVEL).is_none();
    let begun = match &key {
        Some(key) => web.drafts.create_once(viewer, author, &content, key).await,
        None => web.drafts.create(viewer, author, &content).await.map(Some),
    };
    let begun = begun.map_err(|error| match error {
        DraftError::NotAllowed if unclassified => Problem::Member {
            member: "level",
            detail: Said::text("problem-draft-level"),
        },
        error => error.into(),
    })?;
    let id = begun.ok_or(Problem::Member {
        member: KEY,
        detail: Said::text("problem-draft-key-taken"),
    })?;
    attach(&web, &caller, &id, &content).await?;
    let answer = Answer::CREATED.version("1").at(format!("/api/v1/drafts/{id}"));
    answer.json(&schema::DraftSaved {
        draft: id.to_string(),
        version: 1,
        kept_from_others: Vec::new(),
    })
}

pub(super) async fn save(State(web): State<Web>, id: One, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::SAVE_DRAFT)?;
    let id = draft_of(id)?;
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let from = version(&caller)?;
    let before = web.drafts.open(caller.viewer(), &id).await?.current.content;
    let (content, settles) = read(&web, &caller, &object, Some(&before))?;
    attach(&web, &caller, &id, &content).await?;
    let done = web
        .drafts
        .save(caller.viewer(), caller.author(), &id, from, settles, &content)
        .await;
    let (version, kept) = saved(done)?;
    Answer::OK.version(&version.to_string()).json(&schema::DraftSaved {
        draft: id.to_string(),
        version,
        kept_from_others: kept.iter().map(schema::part).collect(),
    })
}

/// The version that stands, and what stands in it as others changed it; where both changed the same, which versions there are.
pub(super) fn saved(done: Result<Saved, DraftError>) -> Result<(u64, Vec<Part>), Problem> {
    match done {
        Ok(Saved::As(number)) => Ok((number, Vec::new())),
        Ok(Saved::Merged { number, kept_from_others }) => Ok((number, kept_from_others)),
        Ok(Saved::Conflict { number, with, parts }) => Err(Problem::Contradicted {
            beside: number,
            current: with,
            parts: parts.iter().map(schema::part).collect(),
        }),
        // The one over which it was typed is none of this draft.
        Err(DraftError::NoVersion(_)) => Err(Problem::Raced { recorded: None }),
        Err(error) => Err(error.into()),
    }
}

/// Deletes a draft with all its versions.
pub(super) async fn delete(State(web): State<Web>, caller: Caller, id: One) -> Result<Response, Problem> {
    caller.parameters(&operations::DELETE_DRAFT)?;
    caller.acts()?;
    web.drafts.delete(caller.viewer(), &draft_of(id)?).await?;
    Ok(Answer::nothing())
}

pub(super) async fn submit(State(web): State<Web>, id: One, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::SUBMIT_DRAFT)?;
    let id = draft_of(id)?;
    let caller = sent.caller;
    let number = version(&caller)?;
    let submitted = web
        .register
        .submit_draft(&web.drafts, caller.viewer(), caller.author(), &id, number)
        .await;
    let request = submitted.map_err(|error| match error {
        SubmitError::Moved(_) => Problem::Raced { recorded: None },
        SubmitError::Draft(error) => error.into(),
        SubmitError::Request(error) => caller.language(&web).refused(error),
    })?;
    let answer = Answer::CREATED.at(format!("/api/v1/requests/{request}"));
    answer.json(&schema::DraftSubmitted {
        request: request.to_string(),
    })
}

/// The number of the version in `If-Match`.
fn version(caller: &Caller) -> Result<u64, Problem> {
    caller.version()?.parse().map_err(|_| Problem::NoVersion)
}

/// What is drafted, and which version beside it settles.
fn read(web: &Web, caller: &Caller, object: &Object, before: Option<&Content>) -> Result<(Content, Option<u64>), Problem> {
    let members = Members::of(object, &["requesting", "request", "settles"])?;
    let text = members.request("request")?.ok_or_else(|| Problem::Body {
        pointer: Some("/request".to_owned()),
        detail: Said::text("problem-body-request"),
    })?;
    let requesting = match members.text("requesting")? {
        Some(given) => Some(given.to_owned()),
        None => before.map(|before| before.requesting.clone()),
    };
    let form = web.register.law.form(&text.form).ok_or_else(|| Problem::Member {
        member: "form",
        detail: Said::with("problem-draft-form", [("given", word(&text.form))]),
    })?;
    if before.is_some_and(|before| before.form != form.id) {
        return Err(Problem::Member {
            member: "form",
            detail: Said::text("problem-draft-form-changed"),
        });
    }
    let organs: Vec<String> = organs_that_ask(form).iter().map(Reader::text).collect();
    if members
        .text("requesting")?
        .is_some_and(|given| !organs.iter().any(|organ| organ == given))
    {
        return Err(Problem::Member {
            member: "requesting",
            detail: Said::with("problem-draft-organ", [("organs", organs.join(", ").into())]),
        });
    }
    let role = caller.viewer().role();
    let drafts = role.is_some_and(|role| form.senders.iter().any(|word| word == role.word()));
    if !drafts {
        return Err(caller.language(web).refused(RequestError::NotAllowed));
    }
    // What nobody has classified yet is for its author and whom they name: the name of the person may be the secret.
    let usual = || organs_that_ask(form).first().map(Reader::text);
    let requesting = requesting.or_else(usual).unwrap_or_default();
    let content = Content::asking(text, requesting, before.map_or(Level::UnderSeal, |before| before.level));
    Ok((content, members.number("settles")?))
}

/// Keeps those files for a draft that its author sent and its elements name by their hashes.
async fn attach(web: &Web, caller: &Caller, id: &DraftId, content: &Content) -> Result<(), Problem> {
    let text = RequestText {
        form: content.form.clone(),
        values: content.values.clone(),
    };
    let named: Vec<String> = web
        .register
        .annexes_of(&text)
        .into_iter()
        .filter_map(|(_, annex)| annex.sha256)
        .collect();
    if named.is_empty() {
        return Ok(());
    }
    let waiting = web.register.attachments.working(&owner(caller.viewer())).await?;
    let files: Vec<WorkingId> = waiting
        .iter()
        .filter(|file| named.contains(&file.file.sha256))
        .map(|file| file.id)
        .collect();
    if !files.is_empty() {
        web.drafts.attach(caller.viewer(), caller.author(), id, &files).await?;
    }
    Ok(())
}
