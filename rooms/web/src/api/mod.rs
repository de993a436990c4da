//! The JSON API under `/api/v1`: the views of the register for the public, read with GET; and requests for cooperation, for
//! programs that bring a token.
//!
//! Read in this order: [`endpoints`] (the public addresses as data), [`parameters`], [`call`] (a call read and
//! answered), [`reads`] (one function an address), [`dictionary`] (the files and their columns); [`operations`] (the
//! addresses for programs as data), [`caller`] (a call with a token), [`language`], [`body`] (what programs send), [`checks`], [`contacts`], [`screen`], [`requests`],
//! [`documents`], [`drafts`], [`draft_versions`], [`draft_word`], [`draft_people`], [`files`], [`receiving`], [`executions`], [`issued`] and [`deadlines`]; [`openapi`] (the document) and [`schema`].

mod body;
mod call;
mod caller;
mod checks;
mod contacts;
mod deadlines;
mod dictionary;
mod directory;
mod documents;
mod draft_people;
mod draft_versions;
mod draft_word;
mod drafts;
mod endpoints;
mod executions;
mod files;
mod issued;
mod language;
mod openapi;
mod openapi_operations;
mod operations;
mod parameters;
mod reads;
mod receiving;
mod requests;
pub mod schema;
mod screen;

use crate::Web;
use crate::etag;
use crate::problem::{self, LONGEST_ADDRESS, Problem};
use axum::Router;
use axum::extract::{Path, Request};
use axum::http::HeaderMap;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post, put};

/// Routes of the API, and of the explanations of its problems.
///
/// Whatever lies under `/api` and is not an address of the API is refused as a problem here, so that
/// the pages' own answer to unknown addresses never stands there.
pub fn routes() -> Router<Web> {
    Router::new()
        .route(endpoints::OUTSTANDING.path, get(reads::outstanding))
        .route(endpoints::OVERVIEW.path, get(reads::overview))
        .route(endpoints::PERSONS.path, get(reads::persons))
        .route(endpoints::PERSON.path, get(reads::person))
        .route(endpoints::SITUATIONS.path, get(reads::situations))
        .route(endpoints::SITUATION.path, get(reads::situation))
        .route(endpoints::WORKING.path, get(reads::working))
        .route(endpoints::COUNTS.path, get(reads::counts))
        .route(endpoints::STATES.path, get(reads::states))
        .route(endpoints::STATE.path, get(reads::state))
        .route(endpoints::TREATIES.path, get(reads::treaties))
        .route(endpoints::TREATY.path, get(reads::treaty))
        .route(endpoints::FILE.path, get(reads::file))
        .route(endpoints::ROW.path, get(reads::row))
        .route(endpoints::COMPARE.path, get(reads::compare))
        .route(endpoints::SESSIONS.path, get(reads::sessions))
        .route(endpoints::SOURCES.path, get(reads::sources))
        .route(endpoints::DOUBTS.path, get(reads::doubts))
        .route(endpoints::SEARCH.path, get(reads::search))
        .route(endpoints::ISSUED_REPORTS.path, get(issued::list))
        .route(endpoints::ISSUED_REPORT.path, get(issued::one))
        .route(endpoints::ISSUED_REPORT_FILE.path, get(issued::file))
        .route(endpoints::ENTRY.path, get(reads::entry))
        .route(endpoints::PROOF.path, get(reads::proof))
        .route(endpoints::CHECKPOINT.path, get(reads::checkpoint))
        .route(endpoints::PUBLIC_REQUESTS.path, get(reads::public_requests))
        .route(endpoints::PUBLIC_REQUEST.path, get(reads::public_request))
        .route(endpoints::DOCUMENT.path, get(reads::openapi))
        .route(endpoints::FORMS.path, get(checks::forms))
        .route(endpoints::FORM.path, get(checks::form))
        .merge(programs())
        .route("/problems/{name}", get(explanation))
        .route("/api", any(no_such_address))
        .route("/api/", any(no_such_address))
        .route("/api/{*rest}", any(no_such_address))
        .method_not_allowed_fallback(method)
        .layer(from_fn(short_enough))
}

/// The routes of operations, each of which tells the methods that its address takes.
fn programs() -> Router<Web> {
    const GET: &str = "GET, HEAD";
    let only = |allowed: &'static str| move || async move { Problem::Method(allowed) };
    Router::new()
        .route(operations::CHECK.path, post(checks::check).fallback(only("POST")))
        .route(operations::CONTACTS.path, post(contacts::check).fallback(only("POST")))
        .route(operations::SCREEN.path, post(screen::screen).fallback(only("POST")))
        .route(operations::REQUESTS.path, get(requests::list).fallback(only(GET)))
        .route(operations::CHANGES.path, get(requests::changes).fallback(only(GET)))
        .route(operations::REQUEST.path, get(requests::one).fallback(only(GET)))
        .route(operations::ACT.path, post(requests::act).fallback(only("POST")))
        .route(operations::DOCUMENT.path, get(requests::document).fallback(only(GET)))
        .route(operations::REQUEST_PAPER.path, get(documents::document).fallback(only(GET)))
        .route(operations::DRAFT_LETTER.path, post(documents::draft_letter).fallback(only("POST")))
        .route(operations::LETTER.path, get(documents::letter).fallback(only(GET)))
        .route(operations::REQUEST_BUNDLE.path, get(documents::bundle).fallback(only(GET)))
        .route(operations::REQUEST_SIGNATURE.path, get(documents::signature).fallback(only(GET)))
        .route(
            operations::DRAFTS.path,
            get(drafts::list).post(drafts::begin).fallback(only("GET, HEAD, POST")),
        )
        .route(
            operations::DRAFT.path,
            get(drafts::one)
                .put(drafts::save)
                .delete(drafts::delete)
                .fallback(only("GET, HEAD, PUT, DELETE")),
        )
        .route(operations::DRAFT_VERSIONS.path, get(draft_versions::list).fallback(only(GET)))
        .route(operations::DRAFT_VERSION.path, get(draft_versions::one).fallback(only(GET)))
        .route(operations::COMPARE_DRAFT.path, get(draft_versions::compare).fallback(only(GET)))
        .route(operations::DRAFT_DOCUMENT.path, get(draft_word::document).fallback(only(GET)))
        .route(operations::DRAFT_WORD.path, post(draft_word::bring_back).fallback(only("POST")))
        .route(operations::DRAFT_PEOPLE.path, get(draft_people::list).fallback(only(GET)))
        .route(
            operations::SHARE_DRAFT.path,
            put(draft_people::share)
                .delete(draft_people::end_sharing)
                .fallback(only("PUT, DELETE")),
        )
        .route(operations::SUBMIT_DRAFT.path, post(drafts::submit).fallback(only("POST")))
        .route(
            operations::SEND_FILE.path,
            get(reads::files).post(files::send).fallback(only("GET, HEAD, POST")),
        )
        .route(operations::LOOK_AT_RECEIVED.path, post(receiving::look).fallback(only("POST")))
        .route(operations::RECEIVE.path, post(receiving::receive).fallback(only("POST")))
        .route(
            operations::EXECUTIONS.path,
            get(executions::list).post(executions::assign).fallback(only("GET, HEAD, POST")),
        )
        .route(operations::EXECUTION.path, get(executions::one).fallback(only(GET)))
        .route(operations::SAY.path, post(executions::say).fallback(only("POST")))
        .route(operations::GIVE.path, post(executions::give).fallback(only("POST")))
        .route(operations::REMARK.path, post(executions::remark).fallback(only("POST")))
        .route(operations::COLLEAGUES.path, get(executions::colleagues).fallback(only(GET)))
        .route(
            operations::NAME_DEPUTY.path,
            put(executions::name_deputy)
                .delete(executions::end_deputy)
                .fallback(only("PUT, DELETE")),
        )
        .route(operations::HAND_OVER.path, post(executions::hand_over).fallback(only("POST")))
        .route(
            operations::AUTHORITIES.path,
            get(directory::authorities)
                .post(directory::enter_authority)
                .fallback(only("GET, HEAD, POST")),
        )
        .route(operations::AUTHORITY.path, get(directory::authority).fallback(only(GET)))
        .route(
            operations::AUTHORITY_ACT.path,
            post(directory::authority_act).fallback(only("POST")),
        )
        .route(
            operations::NEEDS.path,
            get(directory::needs).post(directory::state_need).fallback(only("GET, HEAD, POST")),
        )
        .route(operations::NEED.path, get(directory::need).fallback(only(GET)))
        .route(operations::NEED_ACT.path, post(directory::need_act).fallback(only("POST")))
        .route(operations::DEADLINES.path, get(deadlines::feed).fallback(only(GET)))
}

/// What stands at the address of a problem's type.
async fn explanation(name: Option<Path<String>>, headers: HeaderMap) -> Result<Response, Problem> {
    let w = problem::texts(language::accepted(&headers));
    let text = name
        .and_then(|Path(name)| problem::explained(&name, &w))
        .ok_or(Problem::NoSuchAddress)?;
    let answer = etag::respond(&headers, format!("{text}\n"), "text/plain; charset=utf-8", false);
    Ok(language::varies(answer))
}

async fn no_such_address() -> Problem {
    Problem::NoSuchAddress
}

async fn method() -> Problem {
    Problem::Method("GET, HEAD")
}

async fn short_enough(request: Request, next: Next) -> Response {
    let length = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    if length > LONGEST_ADDRESS {
        return Problem::AddressTooLong.into_response();
    }
    next.run(request).await
}
