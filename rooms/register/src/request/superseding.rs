//! The request that takes the place of another one, as an act names it.

use super::file::by_request;
use super::{COURT_NUMBER, RequestError, RequestFile, RequestId};
use crate::Register;
use access::Viewer;
use law::{Move, Values};
use record::entry::Subject;

/// The element in which an act names the request that takes the place of this one, or follows it.
const TAKES_ITS_PLACE: &str = "takes_its_place";

impl Register {
    /// Whether an act in a request of this id to this State that names another request names one: another to the same State, that was sent and that this viewer sees, by
    /// its id, its number at the Court or a reference by which the sides know it. One that is hidden is like none.
    ///
    /// # Errors
    /// It names none of these, or the store failed.
    pub(super) async fn names_another_request(
        &self,
        viewer: &Viewer,
        (own, code): (&RequestId, &str),
        mv: &Move,
        values: &Values,
    ) -> Result<(), RequestError> {
        let carries = mv.carries.iter().any(|element| element.id == TAKES_ITS_PLACE);
        let Some(named) = values.first(TAKES_ITS_PLACE).filter(|_| carries) else {
            return Ok(());
        };
        let about = self.store.weighed(viewer, vec![Subject::State(code.to_owned())]).await?;
        let others = by_request(about);
        let is_named = others.iter().filter(|(id, _)| *id != own).any(|(id, entries)| {
            let other = RequestFile::of(*id, entries);
            let other = other.filter(|other| other.is_sent() && other.text().requested_state() == Some(code));
            other.is_some_and(|other| {
                let number = other.text().values.first(COURT_NUMBER).map(str::to_owned);
                let mut names = std::iter::once(id.to_string()).chain(number).chain(other.references());
                names.any(|name| name == named)
            })
        });
        if is_named {
            return Ok(());
        }
        Err(RequestError::Field {
            field: "takes-its-place",
            how: format!(
                "{named:?} names no other request to this State that was sent; take its id or its number from the list of requests"
            ),
        })
    }
}
