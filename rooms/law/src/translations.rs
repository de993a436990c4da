//! Documents that support a request are in a language which the requested State accepts, or a translation stands beside them.
//! What is a translation of what is decided here alone: what a request lacks and what its document marks are the same.

use crate::Pack;
use crate::annex::Annex;
use crate::findings::{Finding, FindingKind, StateCircumstances};
use crate::form::{Check, Element, Form};
use crate::named::{accepted_languages, is_taken_at_word};
use crate::values::Values;
use std::collections::{BTreeMap, BTreeSet};

impl Form {
    /// The languages in one of which, or in several together, a request of this form and its documents must be there for a
    /// State: alternatives (ISO 639-3). None where an officer's word stands in the place of its declaration, or the form asks
    /// for no language.
    pub fn languages_needed(&self, values: &Values, state: &StateCircumstances) -> Option<Vec<Vec<String>>> {
        let asked = self.elements.iter().find_map(|element| match &element.check {
            Some(Check::AcceptedLanguage { working, confirmation }) => Some((working, confirmation)),
            _ => None,
        });
        let (working, confirmation) = asked?;
        (!is_taken_at_word(confirmation.as_ref(), values, state)).then(|| accepted_languages(working, state).0)
    }
}

/// The titles under which documents of one element lack a translation, each with the languages in which they are there.
///
/// A translation has the title of what it translates: what stands under one title must be there in languages that are
/// accepted, together. Of a document without a language nothing can be said, and where no language is needed nothing lacks.
pub fn untranslated<'a>(annexes: &'a [Annex], accepted: &[Vec<String>]) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut languages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for annex in annexes {
        if let Some(language) = &annex.language {
            languages.entry(&annex.title).or_default().insert(language);
        }
    }
    let is_there = |given: &BTreeSet<&str>| {
        accepted
            .iter()
            .any(|set| set.iter().all(|language| given.contains(language.as_str())))
    };
    languages.retain(|_, given| !accepted.is_empty() && !is_there(given));
    languages
}

/// `translated`: each document of which a language is given is there in languages that the State accepts, together. See
/// [`untranslated`].
pub(crate) fn translated(pack: &Pack, working: &[String], element: &Element, values: &Values, state: &StateCircumstances) -> Vec<Finding> {
    let (accepted, declared) = accepted_languages(working, state);
    let annexes: Vec<Annex> = values.given(&element.id).map(Annex::parse).collect();
    let languages = untranslated(&annexes, &accepted);
    let rests_on = if declared {
        pack.rule("art-87-2").map(|rule| vec![rule.id.clone()])
    } else {
        pack.ground(&state.ground).map(|ground| ground.languages_rest_on.clone())
    };
    let sets: Vec<String> = accepted.iter().map(|set| set.join("+")).collect();
    let finding = |(title, given): (&str, BTreeSet<&str>)| Finding {
        rests_on: rests_on.clone().unwrap_or_else(|| element.rests_on.clone()),
        ..Finding::of(FindingKind::NeededByState, element, "law-finding-translation")
            .fact("document", title)
            .fact("given", given.into_iter().collect::<Vec<_>>().join("; "))
            .fact("accepted", sets.join("; "))
    };
    languages.into_iter().map(finding).collect()
}
