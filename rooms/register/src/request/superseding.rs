//! The request that takes the place of another one, as an act names it.

use super::file::by_request;
use super::{COURT_NUMBER, PERSON, RequestError, RequestFile, RequestId};
use crate::Register;
use crate::port::Recorded;
use crate::view::model::RequestView;
use access::Viewer;
use law::{Move, Values};
use record::audience::Level;
use record::entry::Subject;

/// The element in which an act names the request that takes the place of this one, or follows it.
pub const TAKES_ITS_PLACE: &str = "takes_its_place";

/// A request that can take the place of another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InItsPlace {
    /// Its id.
    pub id: RequestId,
    /// Its number at the Court, where it has one.
    pub number: Option<String>,
    /// The person whom it names.
    pub person: Option<String>,
}

impl InItsPlace {
    /// By what an act names it: its number, else its id.
    pub fn name(&self) -> String {
        self.number.clone().unwrap_or_else(|| self.id.to_string())
    }
}

impl Register {
    /// The requests that can take the place of one, for whoever looks at it, by their names.
    ///
    /// # Errors
    /// The store failed.
    pub async fn requests_in_its_place(&self, viewer: &Viewer, view: &RequestView) -> Result<Vec<InItsPlace>, RequestError> {
        let (Some(id), Some(code)) = (RequestId::parse(&view.row.id), view.text.requested_state()) else {
            return Ok(Vec::new());
        };
        self.in_its_place(viewer, (&id, code), level_of_what_is_shared(view)).await
    }

    /// Those to the same State that were sent, are not over, that this viewer sees, and that whoever reads of them in the request of
    /// this id may know: what is under seal is told in no request that is not.
    async fn in_its_place(&self, viewer: &Viewer, (own, code): (&RequestId, &str), level: Level) -> Result<Vec<InItsPlace>, RequestError> {
        let about = self.store.weighed(viewer, vec![Subject::State(code.to_owned())]).await?;
        let others = by_request(about);
        let named = |(id, entries): (&RequestId, &Vec<Recorded>)| {
            let other = RequestFile::of(*id, entries).filter(|other| other.is_sent() && other.text().requested_state() == Some(code))?;
            let is_open = other.course(&self.law).is_some_and(|course| !course.state.over);
            let shared = entries.iter().filter(|recorded| recorded.entry.matter == id.matter());
            let narrowest = shared.map(|recorded| recorded.audience.level).max()?;
            let values = &other.text().values;
            (id != own && is_open && narrowest <= level).then(|| InItsPlace {
                id: *id,
                number: values.first(COURT_NUMBER).map(str::to_owned),
                person: values.first(PERSON).map(str::to_owned),
            })
        };
        Ok(others.iter().filter_map(named).collect())
    }

    /// Whether an act in the request of this id to this State, which is read at this level, names one that can take its place, by
    /// its id or its number at the Court. One that is hidden is like none.
    ///
    /// # Errors
    /// It names none of these, or the store failed.
    pub(super) async fn names_another_request(
        &self,
        viewer: &Viewer,
        (own, code, level): (&RequestId, &str, Level),
        mv: &Move,
        values: &Values,
    ) -> Result<(), RequestError> {
        let carries = mv.carries.iter().any(|element| element.id == TAKES_ITS_PLACE);
        let Some(named) = values.first(TAKES_ITS_PLACE).filter(|_| carries) else {
            return Ok(());
        };
        let all = self.in_its_place(viewer, (own, code), level).await?;
        let is_it = |other: &InItsPlace| other.number.as_deref() == Some(named) || other.id.to_string() == named.to_lowercase();
        if all.iter().any(is_it) {
            return Ok(());
        }
        Err(RequestError::Field {
            field: "takes-its-place",
            how: format!(
                "{named:?} names no other open request to this State that was sent and may be told of here; take its number at the \
                 Court, or its id"
            ),
        })
    }
}

/// How widely what both sides know of a request may be known.
pub(super) fn level_of_what_is_shared(view: &RequestView) -> Level {
    let shared = view.steps.iter().filter(|step| !step.inside).map(|step| step.level).max();
    shared.unwrap_or(view.row.level)
}
