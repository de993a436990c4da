//! The JSON API under `/api/v1`.

use crate::Web;
use axum::Router;

/// Routes of the API.
pub fn routes() -> Router<Web> {
    Router::new()
}
