//! Requests that the public record tells of, as at a day: a list, page by page, and one of them.

use super::View;
use super::WrongFilter;
use super::cursor::{matter_cursor, read_matter_cursor};
use super::look::{Look, Page};
use super::matters::narrowest;
use super::model::{DatedFact, PublicRequest, PublicRequestView, PublicRequests, PublicStep, RequestFilter, SourceSays, WordCount};
use super::requests::lacking;
use crate::Register;
use crate::chain::{self, Held};
use crate::derive::STATE;
use crate::directory::Directory;
use crate::lists::{OPEN, OVER, REQUESTS};
use crate::port::{PERSONS, Recorded, Unit};
use crate::reading::Reading;
use crate::request::public_record::{TOLD_IN, counts_from, field_of, is_told};
use crate::request::{Done, RequestFile, RequestId};
use crate::truth::{Citations, Truth, short_hash, was_read};
use crate::view::sum::part;
use access::Viewer;
use jiff::civil::Date;
use record::audience::Level;
use record::entry::Subject;
use record::when::When;
use std::collections::{BTreeMap, BTreeSet};

impl Register {
    /// The requests that the public record tells of, filtered, a page of them.
    ///
    /// # Errors
    /// The filter or the cursor is wrong, the day known on lies before the record, or the store failed.
    pub async fn public_requests(&self, viewer: &Viewer, reading: &Reading, filter: &RequestFilter, limit: usize) -> View<PublicRequests> {
        let look = Look::new(self, viewer, reading).await?;
        let directory = look.directory().await?;
        let mut by_state: Vec<WordCount> = look
            .counts(REQUESTS, STATE)
            .await?
            .into_iter()
            .map(|(scope, count)| WordCount {
                word: part(&scope, STATE),
                count,
            })
            .collect();
        by_state.sort_by(|a, b| a.word.cmp(&b.word));
        if let Some(code) = filter.state.as_deref().filter(|code| directory.get(code).is_none()) {
            return Err(WrongFilter::State {
                given: code.to_owned(),
                near: directory.suggest(code, look.day()),
            }
            .into());
        }
        let after = filter.after.as_deref().map(read_matter_cursor).transpose()?;
        // One scope narrows the list; what it cannot tell is told by the requests themselves: of one State or person there are few.
        let mut scopes: Vec<String> = Vec::new();
        scopes.extend(filter.state.as_ref().map(|code| format!("{STATE}{code}")));
        scopes.extend(filter.person.as_ref().map(|key| format!("{PERSONS}{key}")));
        scopes.extend(filter.stands.clone());
        let scope = scopes.first().cloned().unwrap_or_default();
        let narrowed = scopes.len() > 1;
        let page = Page {
            since_by: None,
            after: after.clone().filter(|_| !narrowed),
            limit: if narrowed { Page::all().limit } else { limit.saturating_add(1) },
        };
        let mut listed = look.listed_units(REQUESTS, &scope, page).await?;
        let mut requests = look.requests_of_units(&listed, &directory).await?;
        let mut count = look.count(REQUESTS, &scope).await?;
        if narrowed {
            requests.retain(|request| matches(filter, request));
            count = requests.len() as u64;
            let left: BTreeSet<String> = requests.iter().map(|request| request.id.clone()).collect();
            listed.retain(|(since, unit)| {
                id_of(unit).is_some_and(|id| left.contains(&id.to_string()))
                    && after.as_ref().is_none_or(|after| (*since, unit.text()) > *after)
            });
            let ids: BTreeSet<String> = listed.iter().filter_map(|(_, unit)| Some(id_of(unit)?.to_string())).collect();
            requests.retain(|request| ids.contains(&request.id));
        }
        let more = listed.len() > limit;
        listed.truncate(limit);
        requests.truncate(limit);
        Ok(PublicRequests {
            asked: look.asked(),
            filter: filter.clone(),
            state: filter.state.as_deref().map(|code| directory.on(code, look.day())),
            count,
            all: look.count(REQUESTS, "").await?,
            open: look.count(REQUESTS, OPEN).await?,
            over: look.count(REQUESTS, OVER).await?,
            states: by_state.iter().map(|state| directory.on(&state.word, look.day())).collect(),
            by_state,
            requests,
            next: listed.last().filter(|_| more).map(matter_cursor),
        })
    }

    /// One of them; none where the public record tells of no such request on the day.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn public_request(&self, viewer: &Viewer, reading: &Reading, id: &RequestId) -> View<Option<PublicRequestView>> {
        let look = Look::new(self, viewer, reading).await?;
        let directory = look.directory().await?;
        let unit = Unit::Matter(id.matter());
        let request = look.requests_of_units(&[(look.day(), unit)], &directory).await?.pop();
        Ok(request.map(|request| PublicRequestView {
            asked: look.asked(),
            request,
        }))
    }
}

fn matches(filter: &RequestFilter, request: &PublicRequest) -> bool {
    let person = |key: &String| request.person.as_ref().is_some_and(|person| person.id == *key);
    filter.state.as_ref().is_none_or(|code| request.state.code == *code)
        && filter.person.as_ref().is_none_or(person)
        && filter.stands.as_ref().is_none_or(|stands| (stands == OVER) == request.over)
}

fn id_of(unit: &Unit) -> Option<RequestId> {
    match unit {
        Unit::Matter(matter) => RequestId::of_matter(matter),
        Unit::Person(_) | Unit::State(_) => None,
    }
}

impl Look<'_> {
    /// Requests in the order of their list.
    async fn requests_of_units(&self, listed: &[(Date, Unit)], directory: &Directory) -> View<Vec<PublicRequest>> {
        let ids: Vec<RequestId> = listed.iter().filter_map(|(_, unit)| id_of(unit)).collect();
        let mut loaded = self.load_matters(ids.iter().map(RequestId::matter).collect()).await?;
        for entries in loaded.values_mut() {
            entries.retain(|recorded| counts_from(recorded, self.hindsight()) <= self.day());
        }
        loaded.retain(|_, entries| entries.iter().any(|recorded| is_told(&recorded.entry)));
        // The rows that tell them, with what sources say of these.
        let told_in = loaded
            .values()
            .flatten()
            .filter_map(|recorded| recorded.entry.body.get_text(TOLD_IN));
        let told_in: BTreeSet<String> = told_in.map(str::to_owned).collect();
        let rows = self.load_matters(told_in.into_iter().collect()).await?;
        let mut persons: Vec<String> = loaded.values().flatten().filter_map(person_of).collect();
        persons.sort();
        persons.dedup();
        let dossiers = self.load(persons).await?;
        let request = |id: &RequestId| {
            let entries = loaded.get(&id.matter())?;
            let file = RequestFile::of(*id, entries)?;
            let course = file.course(self.law())?;
            let steps: Vec<PublicStep> = file
                .acts()
                .iter()
                .rev()
                .map(|done| self.step(&file.text().form, done, &rows))
                .collect();
            let person = entries.iter().find_map(person_of);
            let person = person.and_then(|key| self.person_ref(&dossiers.dossier(&key, self.law())?));
            Some(PublicRequest {
                id: id.to_string(),
                form: file.text().form.clone(),
                state: directory.on(file.text().requested_state().unwrap_or_default(), self.day()),
                person,
                stands: course.state.id.clone(),
                over: course.state.over,
                latest: file.acts().last()?.on,
                lacking: lacking(&file, self.law()).into_iter().map(|mv| mv.id.clone()).collect(),
                took: file.took(self.law()),
                verified: steps.iter().all(|step| step.date.verified),
                level: steps
                    .iter()
                    .map(|step| step.date.level)
                    .chain(narrowest(entries.iter()))
                    .max()
                    .unwrap_or(Level::Public),
                steps,
            })
        };
        Ok(ids.iter().filter_map(request).collect())
    }

    /// An act, with its day as the row that tells it has it now, an officer's correction included, and what is known of its truth.
    fn step(&self, form: &str, done: &Done, rows: &BTreeMap<String, Vec<Recorded>>) -> PublicStep {
        let entry = &done.recorded.entry;
        let told_in = entry.body.get_text(TOLD_IN).unwrap_or_default();
        let of_row = rows.get(told_in).map(Vec::as_slice).unwrap_or_default();
        let held = chain::held(of_row);
        let citations = Citations::among(&held);
        let is_about = |fact: &&Held| {
            let mut versions = fact.versions().iter();
            versions.any(|version| entry.about.contains(&Subject::Entry(version.entry.id.clone())))
        };
        let field = field_of(done.kind());
        let told = held.iter().find(is_about).and_then(|fact| {
            let on = When::parse(&fact.value(field)?).ok()?;
            Some((on, citations.truth(fact, field)))
        });
        let (on, truth) = told.unwrap_or_else(|| {
            // The row was taken back, or is not open to the reader: then the act's own source speaks.
            let source = entry.source.clone().unwrap_or_default();
            let read = was_read(&source);
            let says = SourceSays {
                entry: entry.id.to_string(),
                act: entry.kind.clone(),
                field: "effective".to_owned(),
                verdict: if read { "read" } else { "recalled" }.to_owned(),
                value: None,
                source,
            };
            let truth = Truth {
                verified: read,
                others: Vec::new(),
                says: vec![says],
                level: done.recorded.audience.level,
            };
            (entry.effective.clone(), truth)
        });
        PublicStep {
            act: entry.kind.clone(),
            r#move: self.law().move_of_act(form, done.kind(), done.on).map(|mv| mv.id.clone()),
            date: DatedFact {
                on: on.to_string(),
                counts_on: on.last(),
                verified: truth.verified,
                others: truth.others,
                entry: entry.id.to_string(),
                hash: short_hash(&done.recorded.leaf_hash),
                level: truth.level,
            },
            carries: done.values.0.clone(),
            told_in: told_in.to_owned(),
            sources: truth.says,
        }
    }
}

fn person_of(recorded: &Recorded) -> Option<String> {
    recorded.entry.about.iter().find_map(|subject| match subject {
        Subject::Person(key) => Some(key.clone()),
        _ => None,
    })
}
