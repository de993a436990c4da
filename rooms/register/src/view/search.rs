//! Persons, situations, States and rows of files by name, in every spelling and script of the record.

use super::View;
use super::events::title;
use super::look::Look;
use super::model::{Found, FoundPerson, FoundRow, FoundState, SituationRef};
use super::row::row;
use crate::Register;
use crate::files::Row;
use crate::names;
use crate::port::{MATTERS, STATES, Unit};
use crate::reading::Reading;
use access::Viewer;

/// The most persons that a search shows.
pub const MOST_FOUND: usize = 50;

impl Register {
    /// Persons, situations, States and rows of files by name.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn search(&self, viewer: &Viewer, reading: &Reading, q: &str) -> View<Found> {
        let look = Look::new(self, viewer, reading).await?;
        let tokens = names::asked(q);
        let mut found = Found {
            asked: look.asked(),
            q: q.to_owned(),
            persons: Vec::new(),
            more: false,
            situations: Vec::new(),
            states: Vec::new(),
            rows: Vec::new(),
        };
        if tokens.is_empty() {
            return Ok(found);
        }
        let mut keys = look.names(&tokens, MOST_FOUND + 1).await?;
        found.more = keys.len() > MOST_FOUND;
        keys.truncate(MOST_FOUND);
        let loaded = look.load(keys.clone()).await?;
        for key in &keys {
            let Some(dossier) = loaded.dossier(key, look.law()) else { continue };
            let forms = std::iter::once(dossier.name()).chain(dossier.also_known_as());
            let form = forms
                .into_iter()
                .find(|form| names::matches(form, &tokens))
                .unwrap_or_else(|| dossier.name());
            found.persons.extend(row(&look, &dossier).map(|row| FoundPerson { row, form }));
        }
        found
            .persons
            .sort_by(|a, b| (&a.row.name, &a.row.id).cmp(&(&b.row.name, &b.row.id)));
        let situations = look.situation_totals().await?.into_iter();
        let by_number = |no: &str| no.to_lowercase().starts_with(&q.trim().to_lowercase());
        found.situations = situations
            .filter(|s| names::matches(&s.name, &tokens) || by_number(&s.no))
            .map(|s| SituationRef { no: s.no, name: s.name })
            .collect();
        look.found_states(&tokens, q, &mut found).await?;
        Ok(found)
    }
}

impl Look<'_> {
    /// States by any name that they bear or bore and by code, and rows of files by the words that name them.
    async fn found_states(&self, tokens: &[String], q: &str, found: &mut Found) -> View<()> {
        let directory = self.directory().await?;
        let states = self.names_of(STATES, tokens, MOST_FOUND).await?.into_iter();
        let states = states.filter_map(|unit| if let Unit::State(code) = unit { Some(code) } else { None });
        for code in states {
            let Some(state) = directory.get(&code).filter(|state| state.existed(self.day())) else {
                continue;
            };
            let form = state
                .all_names(self.day())
                .find(|name| names::matches(name, tokens))
                .unwrap_or(&code);
            found.states.push(FoundState {
                form: form.clone(),
                state: state.on(self.day()),
            });
        }
        if found.states.is_empty() && found.persons.is_empty() {
            let suggested = directory.suggest(q, self.day()).into_iter();
            found.states = suggested
                .map(|state| FoundState {
                    form: String::new(),
                    state,
                })
                .collect();
        }
        let matters = self.names_of(MATTERS, tokens, MOST_FOUND).await?.into_iter();
        let matters = matters.filter_map(|unit| if let Unit::Matter(matter) = unit { Some(matter) } else { None });
        let loaded = self.load_matters(matters.collect()).await?;
        for (matter, entries) in &loaded {
            let Some(row) = Row::of(matter, entries, self.law()) else {
                continue;
            };
            found.rows.push(FoundRow {
                file: row.file.name().to_owned(),
                id: row.matter.to_owned(),
                states: row.states().into_iter().map(|code| directory.on(code, self.day())).collect(),
                title: title(&row, self.day()).unwrap_or_default(),
            });
        }
        Ok(())
    }
}
