//! All States on a day, with their ties.

use super::View;
use super::look::{Look, Page};
use super::model::{Figures, StateRow, States, TiedState};
use crate::Register;
use crate::derive::{BOUND, IN_FORCE, KIND, SENTENCES, STATE, TIE, counted_list, file_list, party_list, standing_list};
use crate::directory::{Directory, StateRef};
use crate::files;
use crate::port::{Scopes, Unit};
use crate::reading::Reading;
use crate::state::{APIC, NO_TIE, ROME_STATUTE};
use access::Viewer;
use jiff::civil::Date;
use std::collections::BTreeMap;

impl Register {
    /// All States on the day, with their ties.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn states(&self, viewer: &Viewer, reading: &Reading) -> View<States> {
        let look = Look::new(self, viewer, reading).await?;
        let directory = look.directory().await?;
        let states = look.state_rows(&directory).await?;
        Ok(States {
            asked: look.asked(),
            count: states.len() as u64,
            states,
        })
    }
}

impl Look<'_> {
    /// All States that existed on the day with their ties, by code.
    pub(crate) async fn tied_states(&self, directory: &Directory) -> View<Vec<TiedState>> {
        let ties = self.by_scope(TIE).await?;
        let existing = directory.all().filter(|state| state.existed(self.day()));
        let tied = existing.map(|state| TiedState {
            state: state.on(self.day()),
            tie: ties
                .get(&state.code)
                .and_then(|parts| parts.first())
                .map_or(NO_TIE, |(tie, _)| tie)
                .to_owned(),
        });
        Ok(tied.collect())
    }

    /// The same with their standings.
    async fn state_rows(&self, directory: &Directory) -> View<Vec<StateRow>> {
        let tied = self.tied_states(directory).await?;
        let rome = self.standings(ROME_STATUTE).await?;
        let apic = self.standings(APIC).await?;
        let bound = self.by_scope(BOUND).await?;
        let word = |standing: Option<&(String, Date)>| standing.map(|(word, _)| word.clone());
        let rows = tied.into_iter().map(|TiedState { state, tie }| StateRow {
            group: directory.get(&state.code).map_or_else(String::new, |state| state.group.clone()),
            tie,
            rome_statute: word(rome.get(&state.code)),
            apic: word(apic.get(&state.code)),
            bound_by: bound.get(&state.code).into_iter().flatten().map(|(word, _)| word.clone()).collect(),
            state,
        });
        Ok(rows.collect())
    }

    /// The standing of each State towards a treaty, and since when.
    pub(crate) async fn standings(&self, treaty: &str) -> View<BTreeMap<String, (String, Date)>> {
        let by_state = self.by_scope(&standing_list(treaty)).await?.into_iter();
        Ok(by_state
            .filter_map(|(code, parts)| Some((code, parts.into_iter().next()?)))
            .collect())
    }

    /// Figures of cooperation on a day.
    pub(crate) async fn figures(&self, day: Date, directory: &Directory) -> View<Figures> {
        let count = |list: String, scope: String| async move { self.count_in(self.hindsight(), day, &list, &scope).await };
        let each = |list: String, beginning: String| async move {
            let counts = self.counts_in(self.hindsight(), day, &list, Scopes::Beginning(&beginning)).await?;
            View::Ok(counts.len() as u64)
        };
        let file = |name: &str| files::named(name).map(file_list).unwrap_or_default();
        let counted = |name: &str| files::named(name).map(counted_list).unwrap_or_default();
        Ok(Figures {
            parties: count(party_list(ROME_STATUTE), String::new()).await?,
            unresolved: self.unresolved(ROME_STATUTE, day, directory).await?,
            apic: count(party_list(APIC), String::new()).await?,
            apic_unresolved: self.unresolved(APIC, day, directory).await?,
            findings: count(file("findings"), format!("{KIND}finding")).await?,
            sentence_agreements: each(IN_FORCE.to_owned(), format!("{SENTENCES}:")).await?,
            declarations: each(counted("article87"), STATE.to_owned()).await?,
            laws: each(counted("legislation"), STATE.to_owned()).await?,
        })
    }

    /// The States whose position towards a treaty is not known on a day.
    pub(crate) async fn unresolved(&self, treaty: &str, day: Date, directory: &Directory) -> View<Vec<StateRef>> {
        let mut states = Vec::new();
        for standing in self.law().standings(treaty).iter().filter(|s| !s.known) {
            for (_, unit) in self.listed_on(day, &standing_list(treaty), &standing.id).await? {
                if let Unit::State(code) = unit {
                    states.push(directory.on(&code, day));
                }
            }
        }
        Ok(states)
    }

    /// The States that stand in each part of a list: the parts by State, each with the day since when.
    async fn by_scope(&self, list: &str) -> View<BTreeMap<String, Vec<(String, Date)>>> {
        let mut by_state: BTreeMap<String, Vec<(String, Date)>> = BTreeMap::new();
        for (scope, _) in self.counts(list, "").await? {
            for (since, unit) in self.listed_units(list, &scope, Page::all()).await? {
                if let Unit::State(code) = unit {
                    by_state.entry(code).or_default().push((scope.clone(), since));
                }
            }
        }
        Ok(by_state)
    }
}
