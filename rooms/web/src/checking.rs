//! The check of a list of contacts, which anybody may ask for: done beside the threads that answer, and a few at a time, so that
//! nobody keeps anybody else's page waiting with long lists.

use crate::Web;
use crate::inside::press::{Undone, done};
use access::Viewer;
use register::contacts::{Asked, Checked, List, ListError};
use register::view::ViewError;
use tokio::runtime::Handle;

/// Reads a list.
///
/// # Errors
/// Only the work itself; what is wrong with the list is in the answer.
pub(crate) async fn read(bytes: Vec<u8>) -> Result<Result<List, ListError>, Undone> {
    done(move || List::read(&bytes)).await
}

/// Screens a list against the persons of whom a viewer may know.
///
/// # Errors
/// Only the work itself; why the register cannot answer is in the answer.
pub(crate) async fn check(web: &Web, viewer: Viewer, asked: Asked, list: List) -> Result<Result<Checked, ViewError>, Undone> {
    let (web, threads) = (web.clone(), Handle::current());
    done(move || threads.block_on(web.register.check_contacts(&viewer, &web.audit, &asked, list))).await
}
