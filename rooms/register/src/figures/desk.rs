//! Where figures are asked for: the views of a viewer in a reading, each asked for once, as at any day.

use super::{Answer, Figure, Query, What};
use crate::Register;
use crate::lists;
use crate::port::Recorded;
use crate::reading::{FIRST_DAY, Reading};
use crate::view::ViewError;
use crate::view::model::{
    Comparison, Counts, Foot, NotPublic, Overview, Parties, Person, PersonRow, PublicRequest, RequestFilter, RequestRow, Row, RowFilter,
    StateProfile, Working,
};
use access::Viewer;
use jiff::civil::Date;
use record::audience::Level;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// More rows than any file has: a figure is of all.
const ALL: usize = usize::MAX >> 1;

/// The views of one viewer in one reading.
pub struct Desk<'a> {
    pub(crate) register: Register,
    pub(crate) viewer: &'a Viewer,
    pub(crate) reading: &'a Reading,
    working: BTreeMap<Date, Arc<Working>>,
    overview: BTreeMap<Date, Arc<Overview>>,
    parties: BTreeMap<(Date, String), Option<Arc<Parties>>>,
    rows: BTreeMap<(Date, String), Arc<Vec<Row>>>,
    told: BTreeMap<Date, Arc<Vec<PublicRequest>>>,
    own: BTreeMap<Date, Arc<Vec<RequestRow>>>,
    counts: Option<Arc<Counts>>,
    compared: BTreeMap<(Date, Date), Arc<Comparison>>,
    /// Matter and level of each entry that is not public, by its id.
    closed: Option<BTreeMap<String, (String, Level)>>,
}

impl<'a> Desk<'a> {
    /// A desk over the record as it is now. Not to be kept longer than one answer takes.
    pub fn new(register: &Register, viewer: &'a Viewer, reading: &'a Reading) -> Desk<'a> {
        Desk {
            register: register.for_one_answer(),
            viewer,
            reading,
            working: BTreeMap::new(),
            overview: BTreeMap::new(),
            parties: BTreeMap::new(),
            rows: BTreeMap::new(),
            told: BTreeMap::new(),
            own: BTreeMap::new(),
            counts: None,
            compared: BTreeMap::new(),
            closed: None,
        }
    }

    /// The reading.
    pub fn reading(&self) -> &'a Reading {
        self.reading
    }

    /// The law under which is counted.
    pub fn law(&self) -> &law::Pack {
        &self.register.law
    }

    /// Today in The Hague.
    pub fn today(&self) -> Date {
        self.register.today()
    }

    /// The answer to a question; none where the record has none for this viewer.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn figure(&mut self, query: &Query) -> Result<Option<Figure>, ViewError> {
        // Nothing is answered of a day that has not come, nor of one before there was a Statute.
        if query.on.is_some_and(|on| on < FIRST_DAY || on > self.today()) {
            return Ok(None);
        }
        let answer = match self.answer(query).await {
            Ok(answer) => answer,
            // What cannot be asked, such as what changed since a day to come, has no answer.
            Err(ViewError::Given(_)) => None,
            Err(error) => return Err(error),
        };
        let Some((value, entries)) = answer else { return Ok(None) };
        let entries: Vec<String> = entries.into_iter().collect();
        let closed = self.closed_among(&entries).await?;
        Ok(Some(Figure {
            query: query.clone(),
            value,
            level: closed.into_iter().map(|(_, level)| level).max().unwrap_or(Level::Public),
            entries,
        }))
    }

    async fn answer(&mut self, query: &Query) -> Result<Answer, ViewError> {
        let day = query.on.unwrap_or(self.reading.as_at);
        Ok(match &query.what {
            What::Outstanding { situation } => self.outstanding(day, situation.as_deref()).await?,
            What::Named => self.named(day).await?,
            What::Surrendered => self.surrendered(day).await?,
            What::Ended { reason } => self.ended(day, reason.as_deref()).await?,
            What::OpenWarrants => self.open_warrants(day).await?,
            What::Situations => self.situations(day).await?,
            What::Age { from, until } => self.age(day, *from, *until).await?,
            What::DaysOutstanding { person } => self.days_outstanding(day, person).await?,
            What::DaysToSurrender { person } => self.days_to_surrender(day, person.as_deref()).await?,
            What::Came { since } => self.came(day, *since).await?,
            What::Left { since } => self.left(day, *since).await?,
            What::Parties { treaty, group } => self.parties_in(day, treaty, group.as_deref()).await?,
            What::Standing { treaty, is } => self.standing(day, treaty, is).await?,
            What::Unresolved { treaty } => self.unresolved(day, treaty).await?,
            What::TreatyDay { treaty, state, which } => self.treaty_day(day, treaty, state, *which).await?,
            What::StatesTied { tie } => self.states_tied(day, tie).await?,
            What::StatesWith { with } => self.states_with(day, *with).await?,
            What::Rows(of) => self.rows_of(day, of).await?,
            What::Cell { row, column } => self.cell(day, row, column).await?,
            What::Requests(of) => self.requests_of(day, of).await?,
            What::DaysOfRequests(of) => self.days_of_requests(day, of).await?,
            What::Fact { entry } => self.fact(entry).await?,
            What::Stated { entry } => self.stated(entry).await?,
        })
    }

    /// The matters of those among some entries that are not public, each once for every level of them.
    ///
    /// # Errors
    /// As [`Desk::figure`].
    pub async fn closed_among(&mut self, entries: &[String]) -> Result<BTreeSet<(String, Level)>, ViewError> {
        if self.closed.is_none() {
            let beyond = self.register.store.beyond(self.viewer).await?;
            let of = |recorded: Recorded| {
                (
                    recorded.entry.id.to_string(),
                    (recorded.entry.matter.clone(), recorded.audience.level),
                )
            };
            self.closed = Some(beyond.into_iter().map(of).collect());
        }
        let closed = self.closed.as_ref();
        Ok(entries.iter().filter_map(|entry| closed?.get(entry).cloned()).collect())
    }

    /// The reading as at another day.
    pub(super) fn at(&self, day: Date) -> Reading {
        Reading {
            as_at: day,
            dated: true,
            ..self.reading.clone()
        }
    }

    /// How the count of persons outstanding was made.
    ///
    /// # Errors
    /// As [`Desk::figure`]; so for all that follow.
    pub async fn working(&mut self, day: Date) -> Result<Arc<Working>, ViewError> {
        if let Some(there) = self.working.get(&day) {
            return Ok(there.clone());
        }
        let view = Arc::new(self.register.working(self.viewer, &self.at(day)).await?);
        self.working.insert(day, view.clone());
        Ok(view)
    }

    /// A person who is outstanding, out of the list of all where that was asked for, else out of their own file: what tells of one
    /// person opens no matter of another.
    pub(super) async fn outstanding_person(&mut self, day: Date, key: &str) -> Result<Option<PersonRow>, ViewError> {
        if let Some(view) = self.working.get(&day) {
            return Ok(view.outstanding.iter().find(|row| row.id == key).cloned());
        }
        let person = self.register.person(self.viewer, &self.at(day), key).await?;
        Ok(person.map(|person| person.row).filter(|row| row.status == lists::OUTSTANDING))
    }

    /// The first page.
    pub async fn overview(&mut self, day: Date) -> Result<Arc<Overview>, ViewError> {
        if let Some(there) = self.overview.get(&day) {
            return Ok(there.clone());
        }
        let view = Arc::new(self.register.overview(self.viewer, &self.at(day)).await?);
        self.overview.insert(day, view.clone());
        Ok(view)
    }

    /// The parties to a treaty; none where it was not yet adopted, or is no treaty of the law pack.
    pub async fn parties(&mut self, day: Date, treaty: &str) -> Result<Option<Arc<Parties>>, ViewError> {
        let key = (day, treaty.to_owned());
        if let Some(there) = self.parties.get(&key) {
            return Ok(there.clone());
        }
        let view = match self.register.parties(self.viewer, &self.at(day), treaty).await {
            Ok(view) => Some(Arc::new(view)),
            Err(ViewError::NotAdopted { .. } | ViewError::NoSuchTreaty { .. }) => None,
            Err(error) => return Err(error),
        };
        self.parties.insert(key, view.clone());
        Ok(view)
    }

    /// The rows of a file, in the order of their days; none where there is no such file.
    pub async fn rows(&mut self, day: Date, file: &str) -> Result<Arc<Vec<Row>>, ViewError> {
        let key = (day, file.to_owned());
        if let Some(there) = self.rows.get(&key) {
            return Ok(there.clone());
        }
        let filter = RowFilter::default();
        let view = self.register.rows(self.viewer, &self.at(day), file, &filter, ALL).await?;
        let rows = Arc::new(view.map(|view| view.rows).unwrap_or_default());
        self.rows.insert(key, rows.clone());
        Ok(rows)
    }

    /// The requests that the public record tells of, the latest first.
    pub async fn requests_told(&mut self, day: Date) -> Result<Arc<Vec<PublicRequest>>, ViewError> {
        if let Some(there) = self.told.get(&day) {
            return Ok(there.clone());
        }
        let filter = RequestFilter::default();
        let view = self.register.public_requests(self.viewer, &self.at(day), &filter, ALL).await?;
        let requests = Arc::new(view.requests);
        self.told.insert(day, requests.clone());
        Ok(requests)
    }

    /// The requests that the viewer may see and of which not the public record alone tells.
    pub async fn requests(&mut self, day: Date) -> Result<Arc<Vec<RequestRow>>, ViewError> {
        if let Some(there) = self.own.get(&day) {
            return Ok(there.clone());
        }
        let requests = Arc::new(self.register.requests(self.viewer, &self.at(day)).await?);
        self.own.insert(day, requests.clone());
        Ok(requests)
    }

    /// What institutions counted, beside what the record gives.
    pub async fn counts(&mut self) -> Result<Arc<Counts>, ViewError> {
        if let Some(there) = &self.counts {
            return Ok(there.clone());
        }
        let view = Arc::new(self.register.counts(self.viewer, self.reading).await?);
        self.counts = Some(view.clone());
        Ok(view)
    }

    /// What changed after a day and up to another.
    pub async fn compared(&mut self, since: Date, day: Date) -> Result<Arc<Comparison>, ViewError> {
        if let Some(there) = self.compared.get(&(since, day)) {
            return Ok(there.clone());
        }
        let view = Arc::new(self.register.compare(self.viewer, &self.at(day), since).await?);
        self.compared.insert((since, day), view.clone());
        Ok(view)
    }

    /// One State's profile, by whatever somebody writes for it.
    ///
    /// # Errors
    /// No State is meant, or as [`Desk::figure`].
    pub async fn state(&self, words: &str) -> Result<StateProfile, ViewError> {
        let code = self.register.state_meant(self.viewer, self.reading, words).await?;
        self.register.state(self.viewer, self.reading, &code).await
    }

    /// One person's file; none where no such person exists for the viewer.
    pub async fn person(&self, key: &str) -> Result<Option<Person>, ViewError> {
        self.register.person(self.viewer, self.reading, key).await
    }

    /// Whose record it is, which edition, until when.
    pub async fn foot(&self) -> Result<Foot, ViewError> {
        self.register.foot(self.viewer, self.reading).await
    }

    /// How much of what the viewer may see on the day is not public.
    pub async fn not_public(&self) -> Result<NotPublic, ViewError> {
        self.register.not_public(self.viewer, self.reading, |_| true).await
    }

    pub(super) fn register(&self) -> &Register {
        &self.register
    }

    pub(super) fn viewer(&self) -> &'a Viewer {
        self.viewer
    }
}
