//! Requests for programs: the list, one request, acts in it, its documents.

use super::body::Members;
use super::caller::{Answer, Caller, Sent};
use super::parameters::{MOST_ROWS, ROWS};
use super::{operations, schema};
use crate::Web;
use crate::problem::{Problem, word};
use crate::query::Parameters;
use crate::texts::Said;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use law::Pack;
use record::entry::EntryId;
use record::json::Object;
use register::port::Of;
use register::request::{Files, GivenAct, Paper, RequestError, RequestFile, RequestId, saw};
use register::view::model::{OwedShown, RequestRow};

/// The longest act that is read, in bytes: what a draft may have, and its frame.
pub(super) const LONGEST: usize = register::draft::LARGEST + 64 * 1024;

pub(super) async fn list(State(web): State<Web>, caller: Caller) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::REQUESTS)?;
    let reading = caller.reading(&web, &parameters)?;
    let limit = parameters.number("limit", MOST_ROWS)?.unwrap_or(ROWS);
    let overdue = parameters.one_of("overdue", &crate::query::YES_OR_NO)?.is_some() && parameters.yes("overdue")?;
    check_filter(&web.register.law, &parameters)?;
    let rows = web.register.requests(caller.viewer(), &reading).await?;
    let mut rows: Vec<RequestRow> = rows.into_iter().filter(|row| is_asked(row, &parameters, overdue)).collect();
    if let Some(after) = parameters.get("after") {
        let place = rows.iter().position(|row| row.id == after);
        let place = place.ok_or_else(|| Problem::Given(Said::text("problem-filter-cursor")))?;
        rows.drain(..=place);
    }
    let next = rows
        .get(limit)
        .is_some()
        .then(|| rows.get(limit - 1).map(|row| row.id.clone()))
        .flatten();
    rows.truncate(limit);
    Answer::OK.json(&schema::RequestList {
        as_at: schema::Day(reading.as_at),
        known_on: schema::Day(reading.known_on.unwrap_or_else(|| web.register.today())),
        exercise: web.register.store.genesis().await?.exercise,
        requests: rows.iter().map(schema::RequestLine::of).collect(),
        next,
    })
}

pub(super) async fn changes(State(web): State<Web>, caller: Caller) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::CHANGES)?;
    let reading = caller.reading(&web, &parameters)?;
    let followings = web.register.followings(caller.viewer(), &reading).await?;
    let followings = followings.ok_or(Problem::NoSuchThing)?;
    let law = caller.language(&web).law();
    Answer::OK.json(&schema::RequestChanges {
        changes: followings
            .iter()
            .map(|following| schema::RequestChange::of(following, law))
            .collect(),
    })
}

/// That a filter can match something: a State has three letters, forms and states are those of the law pack.
fn check_filter(law: &Pack, parameters: &Parameters) -> Result<(), Problem> {
    let known = |name: &str, words: Vec<&str>| match parameters.get(name) {
        Some(given) if !words.contains(&given) => Err(Problem::Given(Said::not_one_of(name, given, &words))),
        _ => Ok(()),
    };
    check_state(parameters)?;
    known("form", law.forms().iter().map(|form| form.id.as_str()).collect())?;
    known("stands", law.life_states().iter().map(|state| state.id.as_str()).collect())
}

pub(super) fn check_state(parameters: &Parameters) -> Result<(), Problem> {
    let is_code = |code: &str| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    match parameters.get("state") {
        Some(code) if !is_code(code) => Err(Problem::Given(Said::with("problem-filter-state-code", [("given", word(code))]))),
        _ => Ok(()),
    }
}

fn is_asked(row: &RequestRow, parameters: &Parameters, overdue: bool) -> bool {
    let is = |name: &str, value: &str| parameters.get(name).is_none_or(|asked| asked == value);
    is("state", &row.state.code)
        && is("form", &row.form)
        && is("stands", &row.stands)
        && (!overdue || row.owed.iter().any(OwedShown::is_overdue))
}

pub(super) async fn one(State(web): State<Web>, caller: Caller, id: One) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::REQUEST)?;
    let reading = caller.reading(&web, &parameters)?;
    let id = request_of(id)?;
    let view = web.register.request(caller.viewer(), &reading, &id).await?;
    let view = view.ok_or(Problem::NoSuchThing)?;
    let answer = Answer::OK.version(&view.saw);
    answer.json(&schema::RequestDocument::of(&view, caller.language(&web).law()))
}

pub(super) type One = Result<Path<String>, PathRejection>;

/// What is no id is the id of nothing.
pub(super) fn request_of(id: One) -> Result<RequestId, Problem> {
    id.ok().and_then(|Path(id)| RequestId::parse(&id)).ok_or(Problem::NoSuchThing)
}

type Two = Result<Path<(String, String)>, PathRejection>;

pub(super) async fn act(State(web): State<Web>, path: Two, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::ACT)?;
    let (id, act) = match path {
        Ok(Path((id, act))) => (RequestId::parse(&id).ok_or(Problem::NoSuchThing)?, act),
        Err(_) => return Err(Problem::NoSuchThing),
    };
    let (caller, object) = sent.json(&web, LONGEST).await?;
    let given = GivenAct {
        request: id,
        saw: Some(caller.version()?.to_owned()),
        act,
        author: caller.author().clone(),
        ..read_act(&object, id)?
    };
    // What a person signs is checked first, so that nobody goes to a page for what cannot be.
    let register = &web.register;
    if register.law.moves().iter().any(|mv| mv.id == given.act && mv.signs) {
        let checked = register.check_act_in_request(caller.viewer(), &given).await;
        undone(&web, &caller, &given, checked).await?;
        let language = caller.language(&web);
        let page = format!("/{}/request/{id}", language.w.lang.tag());
        return Err(language.told(Problem::OnThePage { page }, language.w.t("request-on-the-page")));
    }
    let recorded = register.act_in_request(caller.viewer(), &given).await;
    let recorded = undone(&web, &caller, &given, recorded).await?;
    let now = saw(&recorded.entry.id);
    if let Err(error) = register.review_settled(&web.drafts, &recorded.entry).await {
        tracing::error!(%error, "a draft could not be marked as out of review");
    }
    // Its entry has no address of its own here: it is not public, and is read with its request.
    let answer = Answer::CREATED.version(&now).at(format!("/api/v1/requests/{id}"));
    answer.json(&schema::RecordedAct {
        entry: schema::EntryId(recorded.entry.id.to_string()),
        kind: recorded.entry.kind.clone(),
        own: true,
        saw: Some(now),
    })
}

/// An act out of a body.
pub(super) fn read_act(object: &Object, request: RequestId) -> Result<GivenAct, Problem> {
    let members = Members::of(object, &["values", "effective", "paper", "request", "files"])?;
    Ok(GivenAct {
        request,
        act: String::new(),
        saw: None,
        text: members.request("request")?,
        values: members.values("values")?,
        effective: members.text("effective")?.unwrap_or_default().to_owned(),
        paper: paper_of(&members)?,
        files: Files {
            beside: members.texts("files")?.into_iter().map(str::to_owned).collect(),
            ..Files::default()
        },
        author: record::entry::Author::Officer(String::new()),
    })
}

/// The note on paper, if the member is there.
pub(super) fn paper_of(members: &Members) -> Result<Option<Paper>, Problem> {
    let Some(paper) = members.members("paper", &["number", "dated", "received", "scan"])? else {
        return Ok(None);
    };
    Ok(Some(Paper {
        number: paper.needed("number")?.to_owned(),
        dated: paper.needed("dated")?.to_owned(),
        received: paper.needed("received")?.to_owned(),
        scan: paper.text("scan")?.map(str::to_owned),
    }))
}

/// What came of an act; where somebody acted meanwhile, which act was recorded over what `If-Match` names.
async fn undone<T>(web: &Web, caller: &Caller, given: &GivenAct, done: Result<T, RequestError>) -> Result<T, Problem> {
    let error = match done {
        Ok(done) => return Ok(done),
        Err(RequestError::Raced) => RequestError::Raced,
        Err(error) => return Err(caller.language(web).refused(error)),
    };
    let matters = vec![given.request.preparation(), given.request.matter()];
    let entries = web.register.store.entries(caller.viewer(), Of::Matters(matters), None).await?;
    let file = RequestFile::of(given.request, &entries);
    let over = entries
        .iter()
        .find(|recorded| recorded.entry.body.get_text("saw") == given.saw.as_deref() && given.saw.is_some());
    match (over, file) {
        (Some(recorded), Some(file)) => {
            let word = saw(&recorded.entry.id);
            Err(caller.language(web).raced(Some(schema::RecordedAct {
                entry: schema::EntryId(recorded.entry.id.to_string()),
                kind: recorded.entry.kind.clone(),
                own: recorded.entry.author == *caller.author(),
                saw: Some(word).filter(|word| *word == file.saw()),
            })))
        }
        _ => Err(caller.language(web).refused(error)),
    }
}

type Three = Result<Path<(String, String, String)>, PathRejection>;

/// The file that an act of the request names. One of another matter is not there.
pub(super) async fn document(State(web): State<Web>, caller: Caller, path: Three) -> Result<Response, Problem> {
    caller.parameters(&operations::DOCUMENT)?;
    let asked = path.ok().and_then(|Path((id, entry, number))| {
        let number: usize = number.parse().ok().filter(|given: &usize| given.to_string() == number)?;
        Some((RequestId::parse(&id)?, EntryId::parse(&entry)?, number))
    });
    let (id, entry, number) = asked.ok_or(Problem::NoSuchThing)?;
    let register = &web.register;
    let recorded = register.store.entry(caller.viewer(), &entry).await?;
    let of_it = recorded.filter(|recorded| RequestId::of_matter(&recorded.entry.matter) == Some(id));
    of_it.ok_or(Problem::NoSuchThing)?;
    crate::inside::handed_out(&web, caller.viewer(), &entry, number)
        .await?
        .ok_or(Problem::NoSuchThing)
}
