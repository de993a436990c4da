//! Persons and situations by name, in every spelling and script of the record.

use super::View;
use super::look::Look;
use super::model::{Found, FoundPerson, SituationRef};
use super::row::row;
use crate::Register;
use crate::names;
use crate::reading::Reading;
use access::Viewer;

/// The most persons that a search shows.
pub const MOST_FOUND: usize = 50;

impl Register {
    /// Persons and situations by name.
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
        Ok(found)
    }
}
