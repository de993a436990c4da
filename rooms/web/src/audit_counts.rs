//! Denials and unknown addresses, counted for the audit after the answer: what was asked for is not looked at, so that
//! nothing of it can show in how the answer comes.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use register::audit::AuditBook;

/// A layer that counts in memory. Whoever serves writes the counts once a minute.
pub(crate) async fn count(State(audit): State<AuditBook>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    match response.status() {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => audit.tally().denied(),
        StatusCode::NOT_FOUND => audit.tally().unknown(),
        _ => {}
    }
    response
}
