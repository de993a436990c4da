//! The access log: method, pattern of the route, status and time of each answer. Never an address, a
//! query or a body: what somebody looked for is nobody's business.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Instant;

/// A layer that writes one line an answer. Stands around all routes.
pub(crate) async fn write(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let began = Instant::now();
    let response = next.run(request).await;
    tracing::info!(
        target: "access",
        %method,
        route = route.as_deref().unwrap_or("none"),
        status = response.status().as_u16(),
        microseconds = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX),
    );
    response
}
