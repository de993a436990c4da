//! Who is outstanding, and the list of all persons named, filtered, page by page.

use super::cursor::{cursor, read_cursor};
use super::look::{Look, Page};
use super::model::{Filter, Outstanding, PersonRow, Persons, SituationCount, StatusCount};
use super::row::{days, row};
use super::sum::part;
use super::{View, WrongGiven};
use crate::Register;
use crate::derive::place_in;
use crate::lists;
use crate::names;
use crate::port::Unit;
use crate::reading::Reading;
use access::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;

/// The statuses by which the list can be filtered; `all` is every person named in a warrant.
pub const STATUSES: [&str; 4] = [lists::OUTSTANDING, lists::SURRENDERED, lists::ENDED, "all"];
/// The most persons that one search by name looks through.
const MOST_BY_NAME: usize = 500;

impl Register {
    /// Persons with outstanding warrants or surrender requests, all of them.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn outstanding(&self, viewer: &Viewer, reading: &Reading) -> View<Outstanding> {
        let look = Look::new(self, viewer, reading).await?;
        let listed = look.list(lists::OUTSTANDING, "", Page::all()).await?;
        let persons = look.rows(&listed).await?;
        Ok(Outstanding {
            asked: look.asked(),
            count: persons.len() as u64,
            persons,
        })
    }

    /// The list of warrants, filtered, a page of it.
    ///
    /// # Errors
    /// The filter or the cursor is wrong, the day known on lies before the record, or the store failed.
    pub async fn persons(&self, viewer: &Viewer, reading: &Reading, filter: &Filter, limit: usize) -> View<Persons> {
        let look = Look::new(self, viewer, reading).await?;
        let list = chosen_list(filter)?;
        let scope = filter
            .situation
            .as_ref()
            .map(|no| format!("{}{no}", lists::SITUATION))
            .unwrap_or_default();
        let (count, persons, next) = match filter.name.as_deref().map(names::asked).filter(|tokens| !tokens.is_empty()) {
            Some(tokens) => look.by_name(&tokens, (list, &scope), filter, limit).await?,
            None => look.by_page(list, &scope, filter, limit).await?,
        };
        let longest = look.list(lists::OUTSTANDING, "", Page::first(1)).await?;
        Ok(Persons {
            asked: look.asked(),
            filter: filter.clone(),
            count,
            outstanding: look.count(lists::OUTSTANDING, "").await?,
            named: look.count(lists::NAMED, "").await?,
            persons,
            next,
            by_situation: look.situation_counts(list).await?,
            by_status: look.status_counts(&scope).await?,
            longest: longest.first().map_or(0, |(since, _)| days(*since, look.day())),
            changed: look.changed_around().await?,
        })
    }
}

fn chosen_list(filter: &Filter) -> View<&'static str> {
    match filter.status.as_deref().unwrap_or(lists::OUTSTANDING) {
        "all" => Ok(lists::NAMED),
        given => STATUSES
            .into_iter()
            .find(|s| *s == given)
            .ok_or_else(|| WrongGiven::Status { given: given.to_owned() }.into()),
    }
}

impl Look<'_> {
    /// The rows of persons of a list, in its order.
    pub(crate) async fn rows(&self, listed: &[(Date, String)]) -> View<Vec<PersonRow>> {
        let loaded = self.load_listed(listed).await?;
        let rows = listed.iter().filter_map(|(_, key)| row(self, &loaded.dossier(key, self.law())?));
        Ok(rows.collect())
    }

    async fn by_page(&self, list: &str, scope: &str, filter: &Filter, limit: usize) -> View<(u64, Vec<PersonRow>, Option<String>)> {
        let since_by = filter.years.map(|years| self.years_before(years)).transpose()?;
        let after = filter.after.as_deref().map(read_cursor).transpose()?;
        let after = after.map(|(since, key)| (since, Unit::Person(key).text()));
        let count = match since_by {
            None => self.count(list, scope).await?,
            Some(since_by) => self.how_many(list, scope, since_by).await?,
        };
        let mut listed = self
            .list(
                list,
                scope,
                Page {
                    since_by,
                    after,
                    limit: limit.saturating_add(1),
                },
            )
            .await?;
        let more = listed.len() > limit;
        listed.truncate(limit);
        let next = listed.last().filter(|_| more).map(|(since, key)| cursor(*since, key));
        Ok((count, self.rows(&listed).await?, next))
    }

    /// Persons of a name are few: their files decide whether they stand in the list, and are shown at once.
    async fn by_name(
        &self,
        tokens: &[String],
        (list, scope): (&str, &str),
        filter: &Filter,
        limit: usize,
    ) -> View<(u64, Vec<PersonRow>, Option<String>)> {
        let keys = self.names(tokens, MOST_BY_NAME + 1).await?;
        if keys.len() > MOST_BY_NAME {
            return Err(WrongGiven::Names { most: MOST_BY_NAME }.into());
        }
        let since_by = filter.years.map(|years| self.years_before(years)).transpose()?;
        let after = filter.after.as_deref().map(read_cursor).transpose()?;
        let loaded = self.load(keys.clone()).await?;
        let mut rows: Vec<(Date, PersonRow)> = Vec::new();
        for key in &keys {
            let Some(dossier) = loaded.dossier(key, self.law()) else { continue };
            let Some(since) = place_in(&dossier, self.law(), (self.hindsight(), self.day()), list, scope) else {
                continue;
            };
            if since_by.is_none_or(|by| since <= by) {
                rows.extend(row(self, &dossier).map(|row| (since, row)));
            }
        }
        rows.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
        let count = rows.len() as u64;
        rows.retain(|(since, row)| after.as_ref().is_none_or(|after| (*since, row.id.clone()) > *after));
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|(since, row)| cursor(*since, &row.id));
        Ok((count, rows.into_iter().map(|(_, row)| row).collect(), next))
    }

    /// More than so many years: since before the same day so many years ago.
    fn years_before(&self, years: i16) -> View<Date> {
        let wrong = || WrongGiven::Years { given: years };
        if !(1..=100).contains(&years) {
            return Err(wrong().into());
        }
        let bound = self.day().checked_sub(i64::from(years).years()).and_then(|day| day.yesterday());
        bound.map_err(|_| wrong().into())
    }

    /// The situations of a list with how many stand in it, most first.
    pub(crate) async fn situation_counts(&self, list: &str) -> View<Vec<SituationCount>> {
        let counts = self.counts(list, lists::SITUATION).await?;
        let names = self.situation_names("").await?;
        let mut situations: Vec<SituationCount> = counts
            .into_iter()
            .map(|(scope, count)| {
                let no = part(&scope, lists::SITUATION);
                let name = names.get(&no).unwrap_or(&no).clone();
                SituationCount { no, name, count }
            })
            .collect();
        situations.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.no.cmp(&b.no)));
        Ok(situations)
    }

    async fn status_counts(&self, scope: &str) -> View<Vec<StatusCount>> {
        let mut counts = Vec::new();
        for status in STATUSES {
            let list = if status == "all" { lists::NAMED } else { status };
            counts.push(StatusCount {
                status: status.to_owned(),
                count: self.count(list, scope).await?,
            });
        }
        Ok(counts)
    }
}
