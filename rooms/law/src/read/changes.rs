//! Changes of the facts, and what they lead to in open requests.

use super::requests::days;
use super::{Reader, plain};
use crate::change::{Change, ChangedFact};
use crate::fact::Fact;
use crate::raw::{RawChange, RawChangedFact, RawRequestMove, Source};
use toml::Spanned;

impl Reader {
    pub(super) fn change(&mut self, source: &Source, change: &Spanned<RawChange>, moves: &[&Spanned<RawRequestMove>]) {
        let raw = change.get_ref();
        let id = raw.id.get_ref();
        let taken = self.requests.changes.iter().any(|other| other.id == *id);
        self.own_id(source, &raw.id, "change", taken);
        self.known_forms(source, &raw.forms);
        for word in &raw.leads_to {
            if !moves.iter().any(|step| step.get_ref().id.get_ref() == word.get_ref()) {
                let reason = format!(
                    "there is no move `{}` in this pack; mend the id, or write it under [[life.move]]",
                    word.get_ref()
                );
                self.faults.push(source.fault(word, reason));
            }
        }
        if raw.leads_to.is_empty() {
            let reason = format!("the change `{id}` leads to nothing; name moves under `leads_to`");
            self.faults.push(source.fault(&raw.id, reason));
        }
        let of: Vec<ChangedFact> = raw.of.get_ref().iter().filter_map(|of| self.changed_fact(source, of)).collect();
        if raw.of.get_ref().is_empty() {
            let reason = format!("the change `{id}` is no fact; name one or more under `of`");
            self.faults.push(source.fault(&raw.of, reason));
        }
        let Some(days) = self.resting(source, change, &raw.rests_on).map(days) else {
            return;
        };
        let text_key = format!("law-change-{id}");
        let place = source.fault(&raw.id, "");
        for key in [text_key.clone(), format!("{text_key}.do")] {
            self.named.push((key, place.clone()));
        }
        self.requests.changes.push(Change {
            id: id.clone(),
            text_key,
            rests_on: plain(&raw.rests_on),
            leads_to: plain(&raw.leads_to),
            redraft: raw.redraft,
            of,
            whenever: raw.whenever,
            forms: plain(&raw.forms),
            days,
        });
    }

    fn changed_fact(&mut self, source: &Source, of: &RawChangedFact) -> Option<ChangedFact> {
        let fact = Fact::of_word(of.fact.get_ref());
        if fact.is_none() {
            let known: Vec<&str> = Fact::ALL.iter().map(|(_, word, _)| *word).collect();
            let reason = format!("`{}` is no fact; the facts are {}", of.fact.get_ref(), known.join(", "));
            self.faults.push(source.fault(&of.fact, reason));
        }
        Some(ChangedFact {
            fact: fact?,
            words: plain(&of.words),
        })
    }
}
