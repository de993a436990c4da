//! Figures of persons: who is outstanding, for how long, who was surrendered.

use super::{Answer, Desk, Value, counted, median};
use crate::chain;
use crate::lists;
use crate::port::Of;
use crate::view::ViewError;
use crate::view::model::PersonRow;
use jiff::ToSpan;
use jiff::civil::Date;
use record::entry::EntryId;
use std::collections::BTreeSet;

impl Desk<'_> {
    pub(super) async fn outstanding(&mut self, day: Date, situation: Option<&str>) -> Result<Answer, ViewError> {
        let Some(no) = situation else {
            let view = self.working(day).await?;
            return Ok(counted(view.sum.outstanding, resting_on(&view.outstanding)));
        };
        let view = self.register().situation(self.viewer(), &self.at(day), no).await?;
        Ok(view.and_then(|view| {
            let outstanding = view.persons.iter().filter(|person| person.status == lists::OUTSTANDING);
            counted(view.sum.outstanding, outstanding.flat_map(acts_of).collect())
        }))
    }

    pub(super) async fn named(&mut self, day: Date) -> Result<Answer, ViewError> {
        let view = self.working(day).await?;
        let all = view.outstanding.iter().chain(&view.surrendered).chain(&view.ended);
        Ok(counted(view.sum.named, all.flat_map(acts_of).collect()))
    }

    pub(super) async fn surrendered(&mut self, day: Date) -> Result<Answer, ViewError> {
        let view = self.working(day).await?;
        Ok(counted(view.sum.surrendered, resting_on(&view.surrendered)))
    }

    pub(super) async fn ended(&mut self, day: Date, reason: Option<&str>) -> Result<Answer, ViewError> {
        let view = self.working(day).await?;
        let Some(reason) = reason else {
            return Ok(counted(view.sum.ended, resting_on(&view.ended)));
        };
        let of_reason = view.ended.iter().filter(|row| row.end_reason.as_deref() == Some(reason));
        let entries = of_reason.flat_map(acts_of).collect();
        let count = view.sum.ended_by_reason.iter().find(|counted| counted.reason == reason);
        Ok(counted(count.map_or(0, |counted| counted.count), entries))
    }

    pub(super) async fn open_warrants(&mut self, day: Date) -> Result<Answer, ViewError> {
        let view = self.working(day).await?;
        Ok(counted(view.sum.warrants, resting_on(&view.outstanding)))
    }

    pub(super) async fn situations(&mut self, day: Date) -> Result<Answer, ViewError> {
        let view = self.working(day).await?;
        let situations: BTreeSet<&str> = view.outstanding.iter().map(|row| row.situation_no.as_str()).collect();
        Ok(counted(situations.len() as u64, resting_on(&view.outstanding)))
    }

    pub(super) async fn age(&mut self, day: Date, from: i16, until: Option<i16>) -> Result<Answer, ViewError> {
        let view = self.working(day).await?;
        // So many years ago to the day is so many years.
        let years_ago = |years: i16| day.checked_sub(jiff::Span::new().try_years(years).ok()?).ok();
        if from < 0 || until.is_some_and(|until| until <= from) {
            return Ok(None);
        }
        let (Some(latest), earliest) = (years_ago(from), until.and_then(years_ago)) else {
            return Ok(None);
        };
        let is_of_age = |row: &&PersonRow| {
            let since = row.days_outstanding.and_then(|days| day.checked_sub(days.days()).ok());
            since.is_some_and(|since| since <= latest && earliest.is_none_or(|earliest| earliest < since))
        };
        let of_age: Vec<&PersonRow> = view.outstanding.iter().filter(is_of_age).collect();
        Ok(counted(of_age.len() as u64, of_age.iter().copied().flat_map(acts_of).collect()))
    }

    pub(super) async fn days_outstanding(&mut self, day: Date, person: &str) -> Result<Answer, ViewError> {
        let row = self.outstanding_person(day, person).await?;
        Ok(row.and_then(|row| Some((Value::Number(row.days_outstanding?), acts_of(&row).collect()))))
    }

    /// From the issue of the first warrant, whether it was public or not: a person who was surrendered under seal was sought
    /// from then on.
    pub(super) async fn days_to_surrender(&mut self, day: Date, person: Option<&str>) -> Result<Answer, ViewError> {
        let view = self.working(day).await?;
        let rows = view.surrendered.iter().filter(|row| person.is_none_or(|key| row.id == key));
        Ok(median(rows.filter_map(to_surrender).collect()))
    }

    pub(super) async fn came(&mut self, day: Date, since: Date) -> Result<Answer, ViewError> {
        let view = self.compared(since, day).await?;
        let rows = view.came.iter().map(|moved| &moved.row);
        Ok(counted(view.came.len() as u64, rows.flat_map(acts_of).collect()))
    }

    pub(super) async fn left(&mut self, day: Date, since: Date) -> Result<Answer, ViewError> {
        let view = self.compared(since, day).await?;
        let rows = view.left.iter().map(|moved| &moved.row);
        Ok(counted(view.left.len() as u64, rows.flat_map(acts_of).collect()))
    }

    /// The date of a fact, by any entry of its chain; none where it was taken back, or is not for this viewer.
    pub(super) async fn fact(&mut self, entry: &str) -> Result<Answer, ViewError> {
        let Some(id) = EntryId::parse(entry) else { return Ok(None) };
        let (store, known_by) = (&self.register().store, self.reading().known_by());
        let Some(recorded) = store.entry(self.viewer(), &id).await? else {
            return Ok(None);
        };
        let first = recorded.entry.corrects.as_ref().map_or(id, |corrects| corrects.first.clone());
        let chain = store.entries(self.viewer(), Of::Chain(first), known_by).await?;
        let held = chain::held(&chain);
        Ok(held.first().map(|fact| {
            let now = &fact.now().entry;
            (Value::of_text(&now.effective.to_string()), BTreeSet::from([now.id.to_string()]))
        }))
    }

    /// What an institution counted.
    pub(super) async fn stated(&mut self, entry: &str) -> Result<Answer, ViewError> {
        let view = self.counts().await?;
        let stated = view.counts.iter().find(|stated| stated.entry == entry);
        Ok(stated.map(|stated| (Value::Number(stated.figure), BTreeSet::from([stated.entry.clone()]))))
    }
}

/// The entries on whose acts the place of persons in a list rests.
fn resting_on(rows: &[PersonRow]) -> BTreeSet<String> {
    rows.iter().flat_map(acts_of).collect()
}

fn acts_of(row: &PersonRow) -> impl Iterator<Item = String> {
    row.warrants.iter().flat_map(|warrant| {
        let later = [&warrant.made_public, &warrant.surrendered, &warrant.ended];
        let acts = std::iter::once(&warrant.issued).chain(later.into_iter().flatten());
        acts.map(|act| act.entry.clone())
    })
}

fn to_surrender(row: &PersonRow) -> Option<(i64, BTreeSet<String>)> {
    let surrendered = row.warrants.iter().filter_map(|warrant| warrant.surrendered.as_ref());
    let surrendered = surrendered.filter(|act| act.counts_on.is_some()).min_by_key(|act| act.counts_on)?;
    let issued = row
        .warrants
        .iter()
        .filter(|warrant| warrant.kind == "warrant")
        .map(|warrant| &warrant.issued);
    let issued = issued.filter(|act| act.counts_on.is_some()).min_by_key(|act| act.counts_on)?;
    let days = issued.counts_on?.until((jiff::Unit::Day, surrendered.counts_on?)).ok()?.get_days();
    Some((i64::from(days), BTreeSet::from([issued.entry.clone(), surrendered.entry.clone()])))
}
