//! Pages, one file each.

use crate::Web;
use axum::Router;

/// Routes of the pages.
pub fn routes() -> Router<Web> {
    Router::new()
}
