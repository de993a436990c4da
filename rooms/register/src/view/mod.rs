//! Views: what one viewer may see of the record, as at one date. Plain data, ready to be rendered;
//! the JSON of pages and of the API is these structures.

pub mod model;

use crate::Register;
use crate::port::StoreError;
use crate::reading::Reading;
use access::Viewer;
use model::*;

/// Why a view cannot be given.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// The day known on lies before the record began (the day is in the error): an empty page says so.
    #[error("this record begins on {0}; as known before that day it is empty")]
    BeforeTheRecord(jiff::civil::Date),
    /// A filter or a cursor is wrong; says which, and how to mend it.
    #[error("{0}")]
    Given(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

type View<T> = Result<T, ViewError>;

impl Register {
    /// Persons with outstanding warrants or surrender requests, all of them.
    pub async fn outstanding(&self, _viewer: &Viewer, _reading: &Reading) -> View<Outstanding> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// The first page.
    pub async fn overview(&self, _viewer: &Viewer, _reading: &Reading) -> View<Overview> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// The list of warrants, filtered, a page of it.
    pub async fn warrants(&self, _viewer: &Viewer, _reading: &Reading, _filter: &Filter, _limit: usize) -> View<Warrants> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// One person; none where no such person exists for this reader.
    pub async fn person(&self, _viewer: &Viewer, _reading: &Reading, _key: &str) -> View<Option<Person>> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// One situation, by its number; none where it does not exist for this reader.
    pub async fn situation(&self, _viewer: &Viewer, _reading: &Reading, _no: &str) -> View<Option<Situation>> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// All situations.
    pub async fn situations(&self, _viewer: &Viewer, _reading: &Reading) -> View<Situations> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// How the figure of the day was made.
    pub async fn working(&self, _viewer: &Viewer, _reading: &Reading) -> View<Working> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// Our counts beside those of institutions.
    pub async fn counts(&self, _viewer: &Viewer, _reading: &Reading) -> View<Counts> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// Persons and situations by name.
    pub async fn search(&self, _viewer: &Viewer, _reading: &Reading, _q: &str) -> View<Found> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// One entry as recorded; none where it does not exist for this reader.
    pub async fn entry(&self, _viewer: &Viewer, _reading: &Reading, _id: &str) -> View<Option<EntryShown>> {
        Err(ViewError::Given("not built yet".into()))
    }
    /// What stands at the foot of each page.
    pub async fn foot(&self, _viewer: &Viewer, _reading: &Reading) -> View<Foot> {
        Err(ViewError::Given("not built yet".into()))
    }
}
