//! Who works on a draft, for programs: seen by whoever sees it, changed by whoever began it.

use super::caller::{Answer, Caller};
use super::draft_versions::known;
use super::drafts::{One, draft_of};
use super::{operations, schema};
use crate::Web;
use crate::problem::Problem;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use identity::account::AccountId;
use record::entry::Author;
use register::draft::{DraftError, DraftHead, DraftId};

type Two = Result<Path<(String, String)>, PathRejection>;

pub(super) async fn list(State(web): State<Web>, caller: Caller, id: One) -> Result<Response, Problem> {
    caller.parameters(&operations::DRAFT_PEOPLE)?;
    let head = web.drafts.open(caller.viewer(), &draft_of(id)?).await?.head;
    answer(&web, &caller, &head).await
}

async fn answer(web: &Web, caller: &Caller, head: &DraftHead) -> Result<Response, Problem> {
    let with: Vec<Author> = head.with.iter().cloned().map(Author::Account).collect();
    let named = known(web, caller, with.iter().chain([&head.owner])).await?;
    Answer::OK.json(&schema::DraftPeople::of(head, &named, head.owner == *caller.author()))
}

/// Names a colleague; whoever is named already stays so.
pub(super) async fn share(State(web): State<Web>, caller: Caller, path: Two) -> Result<Response, Problem> {
    caller.parameters(&operations::SHARE_DRAFT)?;
    caller.acts()?;
    let (id, account) = asked(path)?;
    let colleague = match AccountId::parse(&account) {
        Some(colleague) => web.people.acts_beside(caller.actor(), &colleague).await?,
        None => false,
    };
    let done = match colleague {
        true => web.drafts.share(caller.viewer(), &id, &account).await,
        // Who may not name anybody is told that, and not whom.
        false => web.drafts.may_share(caller.viewer(), &id).await.and(Err(DraftError::NoColleague)),
    };
    done_with(&web, &caller, &id, done).await
}

/// Names a colleague no longer.
pub(super) async fn end_sharing(State(web): State<Web>, caller: Caller, path: Two) -> Result<Response, Problem> {
    caller.parameters(&operations::END_SHARING_DRAFT)?;
    caller.acts()?;
    let (id, account) = asked(path)?;
    let done = web.drafts.end_sharing(caller.viewer(), &id, &account).await;
    done_with(&web, &caller, &id, done).await
}

fn asked(path: Two) -> Result<(DraftId, String), Problem> {
    let asked = path.ok().and_then(|Path((id, account))| Some((DraftId::parse(&id)?, account)));
    asked.ok_or(Problem::NoSuchThing)
}

/// Answers with who works on it now.
async fn done_with(web: &Web, caller: &Caller, id: &DraftId, done: Result<(), DraftError>) -> Result<Response, Problem> {
    done?;
    let head = web.drafts.open(caller.viewer(), id).await?.head;
    answer(web, caller, &head).await
}
