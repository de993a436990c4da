//! Versions of drafts for programs: all of them, one, and two side by side.

use super::caller::{Answer, Caller};
use super::drafts::{One, draft_of};
use super::{operations, schema};
use crate::Web;
use crate::inside::{account_of_author, named};
use crate::problem::Problem;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use identity::people::PeopleError;
use identity::people::holders::Known;
use record::entry::Author;
use register::draft::DraftId;
use std::collections::BTreeMap;

type Two = Result<Path<(String, String)>, PathRejection>;

pub(super) async fn list(State(web): State<Web>, caller: Caller, id: One) -> Result<Response, Problem> {
    caller.parameters(&operations::DRAFT_VERSIONS)?;
    let versions = web.drafts.versions(caller.viewer(), &draft_of(id)?).await?;
    let named = known(&web, &caller, versions.iter().map(|version| &version.by)).await?;
    Answer::OK.json(&schema::DraftVersionList::of(&versions, &named))
}

pub(super) async fn one(State(web): State<Web>, caller: Caller, path: Two) -> Result<Response, Problem> {
    caller.parameters(&operations::DRAFT_VERSION)?;
    let asked = path
        .ok()
        .and_then(|Path((id, number))| Some((DraftId::parse(&id)?, number_of(&number)?)));
    let (id, number) = asked.ok_or(Problem::NoSuchThing)?;
    let version = web.drafts.version(caller.viewer(), &id, number).await?;
    let named = known(&web, &caller, std::iter::once(&version.by)).await?;
    Answer::OK.json(&schema::DraftVersion::of(&version, &named))
}

pub(super) async fn compare(State(web): State<Web>, caller: Caller, id: One) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::COMPARE_DRAFT)?;
    let number = |name| {
        parameters.needed(name)?;
        parameters.number(name, u32::MAX as usize)
    };
    let (a, b) = (number("a")?.unwrap_or_default(), number("b")?.unwrap_or_default());
    let compared = web.drafts.compare(caller.viewer(), &draft_of(id)?, a as u64, b as u64).await?;
    Answer::OK.json(&schema::DraftComparison::of(&compared))
}

/// A number as it is written in one way alone.
fn number_of(text: &str) -> Option<u64> {
    text.parse().ok().filter(|number: &u64| number.to_string() == text)
}

/// Some authors by account, as far as whoever asks may know them.
pub(super) async fn known<'a>(
    web: &Web,
    caller: &Caller,
    authors: impl Iterator<Item = &'a Author>,
) -> Result<BTreeMap<String, Known>, Problem> {
    let known = named(&web.people, caller.actor(), authors.filter_map(account_of_author)).await;
    known.map_err(|error| match error {
        PeopleError::Store(error) => error.into(),
        other => {
            tracing::error!(error = %other, "who saved a version could not be found out");
            Problem::Failed
        }
    })
}
