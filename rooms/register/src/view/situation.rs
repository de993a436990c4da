//! Situations: one with its persons, and all of them.

use super::View;
use super::look::{Look, Page};
use super::model::{PersonRef, Situation, SituationRow, SituationTotals, Situations};
use super::sum::part;
use crate::Register;
use crate::dossier::Dossier;
use crate::lists;
use crate::reading::Reading;
use access::Viewer;
use jiff::civil::Date;

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
        for list in [lists::OUTSTANDING, lists::SURRENDERED, lists::ENDED, SUMMONED] {
            listed.extend(look.list(list, &scope, Page::all()).await?);
        }
        let persons = look.rows(&listed).await?;
        if persons.is_empty() {
            return Ok(None);
        }
        let first = look.load_listed(listed.get(..1).unwrap_or_default()).await?;
        let named = listed.first().and_then(|(_, key)| first.dossier(key, look.law()));
        let name = named.map_or(no.to_owned(), |dossier| situation_name(&dossier, no));
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
        let outstanding = look.counts(lists::OUTSTANDING, lists::SITUATION).await?;
        let mut named = look.situation_counts(lists::NAMED).await?;
        for only_summoned in look.situation_counts(SUMMONED).await? {
            if named.iter().all(|s| s.no != only_summoned.no) {
                named.push(super::model::SituationCount { count: 0, ..only_summoned });
            }
        }
        let mut situations: Vec<SituationTotals> = named
            .into_iter()
            .map(|s| {
                let scope = format!("{}{}", lists::SITUATION, s.no);
                let outstanding = outstanding.iter().find(|(o, _)| *o == scope).map_or(0, |(_, count)| *count);
                SituationTotals {
                    no: s.no,
                    name: s.name,
                    outstanding,
                    named: s.count,
                }
            })
            .collect();
        situations.sort_by(|a, b| (b.outstanding, b.named, &a.no).cmp(&(a.outstanding, a.named, &b.no)));
        Ok(Situations {
            asked: look.asked(),
            situations,
        })
    }
}

/// The name of a situation out of the file of a person who stands in it.
fn situation_name(dossier: &Dossier, no: &str) -> String {
    dossier
        .instruments
        .iter()
        .find(|i| i.situation_no() == no)
        .map_or(no, |i| i.situation())
        .to_owned()
}

/// Persons under a summons and no warrant.
const SUMMONED: &str = "summoned";

impl Look<'_> {
    /// The names of situations, each from the file of the first person who stands in it.
    pub(crate) async fn situation_names(&self, list: &str, counts: &[(String, u64)]) -> View<Vec<String>> {
        let mut firsts = Vec::new();
        for (scope, _) in counts {
            firsts.extend(self.list(list, scope, Page::first(1)).await?);
        }
        let loaded = self.load_listed(&firsts).await?;
        let mut names = Vec::new();
        for ((scope, _), (_, key)) in counts.iter().zip(&firsts) {
            let no = part(scope, lists::SITUATION);
            names.push(
                loaded
                    .dossier(key, self.law())
                    .map_or(no.clone(), |dossier| situation_name(&dossier, &no)),
            );
        }
        Ok(names)
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
        let mut shown = Vec::new();
        for (scope, count, listed) in &rows {
            let no = part(scope, lists::SITUATION);
            let Some((oldest, _)) = listed.first() else { continue };
            let dossiers: Vec<_> = listed.iter().filter_map(|(_, key)| loaded.dossier(key, self.law())).collect();
            shown.push(SituationRow {
                name: dossiers.first().map_or(no.clone(), |dossier| situation_name(dossier, &no)),
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
