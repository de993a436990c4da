//! Situations: one with its persons, and all of them.

use super::View;
use super::look::{Look, Page};
use super::model::{PersonRef, Situation, SituationRow, SituationTotals, Situations};
use super::sum::part;
use crate::Register;
use crate::kinds;
use crate::lists;
use crate::reading::Reading;
use access::Viewer;
use jiff::civil::Date;
use record::audience::Level;
use std::collections::BTreeMap;

/// How many persons of a situation the first page names.
const NAMED_ON_OVERVIEW: usize = 12;

impl Register {
    /// One situation, by its number; none where it does not exist for this reader.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn situation(&self, viewer: &Viewer, reading: &Reading, no: &str) -> View<Option<Situation>> {
        let look = Look::new(self, viewer, reading).await?;
        let scope = format!("{}{no}", lists::SITUATION);
        let mut listed = Vec::new();
        for list in [
            lists::OUTSTANDING,
            lists::SURRENDERED,
            lists::ENDED,
            lists::SUMMONED,
            lists::SUMMONS_ENDED,
        ] {
            listed.extend(look.list(list, &scope, Page::all()).await?);
        }
        let persons = look.rows(&listed).await?;
        if persons.is_empty() {
            return Ok(None);
        }
        let name = look
            .situation_names(&format!("{no} "))
            .await?
            .remove(no)
            .unwrap_or_else(|| no.to_owned());
        let mut sum = look.sum(no).await?;
        let open = persons.iter().filter(|p| p.status == lists::OUTSTANDING);
        sum.warrants = open.map(|p| p.warrants.len() as u64).sum();
        Ok(Some(Situation {
            asked: look.asked(),
            no: no.to_owned(),
            name,
            sum,
            steps: look.chart(look.hindsight(), &scope).await?,
            persons,
        }))
    }

    /// All situations.
    ///
    /// # Errors
    /// As [`Register::situation`].
    pub async fn situations(&self, viewer: &Viewer, reading: &Reading) -> View<Situations> {
        let look = Look::new(self, viewer, reading).await?;
        let situations = look.situation_totals().await?;
        Ok(Situations {
            asked: look.asked(),
            situations,
        })
    }
}

impl Look<'_> {
    /// All situations in which somebody was named by the day, most outstanding first.
    pub(crate) async fn situation_totals(&self) -> View<Vec<SituationTotals>> {
        let outstanding = self.counts(lists::OUTSTANDING, lists::SITUATION).await?;
        let named = self.counts(lists::NAMED, lists::SITUATION).await?;
        let count = |counts: &[(String, u64)], no: &str| {
            let of = |(scope, count): &(String, u64)| (scope.strip_prefix(lists::SITUATION) == Some(no)).then_some(*count);
            counts.iter().find_map(of).unwrap_or(0)
        };
        let mut situations: Vec<SituationTotals> = self
            .situation_names("")
            .await?
            .into_iter()
            .map(|(no, name)| SituationTotals {
                outstanding: count(&outstanding, &no),
                named: count(&named, &no),
                no,
                name,
            })
            .collect();
        situations.sort_by(|a, b| (b.outstanding, b.named, &a.no).cmp(&(a.outstanding, a.named, &b.no)));
        Ok(situations)
    }

    /// The names of situations by their numbers, as they were borne on the day; where instruments give
    /// several names for one number, the one that most persons stand under.
    pub(crate) async fn situation_names(&self, no_prefix: &str) -> View<BTreeMap<String, String>> {
        let mut borne: BTreeMap<String, (u64, String)> = BTreeMap::new();
        for (scope, count) in self.counts(lists::SITUATIONS, no_prefix).await? {
            let (no, name) = scope.split_once(' ').unwrap_or((&scope, &scope));
            if borne.get(no).is_none_or(|(most, _)| *most < count) {
                borne.insert(no.to_owned(), (count, name.to_owned()));
            }
        }
        Ok(borne.into_iter().map(|(no, (_, name))| (no, name)).collect())
    }

    /// The situations with persons outstanding, that of the oldest open warrant first.
    pub(crate) async fn situation_rows(&self) -> View<Vec<SituationRow>> {
        let mut rows = Vec::new();
        for (scope, count) in self.counts(lists::OUTSTANDING, lists::SITUATION).await? {
            let listed = self.list(lists::OUTSTANDING, &scope, Page::first(NAMED_ON_OVERVIEW)).await?;
            rows.push((scope, count, listed));
        }
        let all: Vec<(Date, String)> = rows.iter().flat_map(|(_, _, listed)| listed.clone()).collect();
        let loaded = self.load_listed(&all).await?;
        let names = self.situation_names("").await?;
        let mut shown = Vec::new();
        for (scope, count, listed) in &rows {
            let no = part(scope, lists::SITUATION);
            let Some((oldest, _)) = listed.first() else { continue };
            let dossiers: Vec<_> = listed.iter().filter_map(|(_, key)| loaded.dossier(key, self.law())).collect();
            let acts = listed.iter().flat_map(|(_, key)| loaded.of(key)).filter(|recorded| {
                let entry = &recorded.entry;
                entry.kind == kinds::PERSON_NAMED
                    || (kinds::is_act(&entry.kind) && entry.effective.last().is_some_and(|on| on <= self.day()))
            });
            shown.push(SituationRow {
                level: acts.map(|recorded| recorded.audience.level).max().unwrap_or(Level::Public),
                name: names.get(&no).unwrap_or(&no).clone(),
                no,
                count: *count,
                persons: dossiers
                    .iter()
                    .map(|d| PersonRef {
                        id: d.key.to_owned(),
                        name: d.name(),
                    })
                    .collect(),
                oldest: *oldest,
            });
        }
        shown.sort_by(|a, b| (a.oldest, &a.no).cmp(&(b.oldest, &b.no)));
        Ok(shown)
    }
}
