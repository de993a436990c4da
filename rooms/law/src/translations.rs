//! Documents that support a request are in a language which the requested State accepts, or a translation stands beside them.

use crate::Pack;
use crate::annex::Annex;
use crate::findings::{Finding, FindingKind, StateCircumstances};
use crate::form::Element;
use crate::named::accepted_languages;
use crate::values::Values;
use std::collections::{BTreeMap, BTreeSet};

/// `translated`: each document of which a language is given is there in languages that the State accepts, together. A
/// translation has the title of what it translates. Of a document without a language nothing can be said.
pub(crate) fn translated(pack: &Pack, working: &[String], element: &Element, values: &Values, state: &StateCircumstances) -> Vec<Finding> {
    let (accepted, declared) = accepted_languages(working, state);
    let mut languages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for annex in values.given(&element.id).map(Annex::parse) {
        if let Some(language) = annex.language {
            languages.entry(annex.title).or_default().insert(language);
        }
    }
    languages.retain(|_, given| !accepted.iter().any(|set| set.iter().all(|language| given.contains(language))));
    let rests_on = if declared {
        pack.rule("art-87-2").map(|rule| vec![rule.id.clone()])
    } else {
        pack.ground(&state.ground).map(|ground| ground.languages_rest_on.clone())
    };
    let sets: Vec<String> = accepted.iter().map(|set| set.join("+")).collect();
    let finding = |(title, given): (String, BTreeSet<String>)| Finding {
        rests_on: rests_on.clone().unwrap_or_else(|| element.rests_on.clone()),
        ..Finding::of(FindingKind::NeededByState, element, "law-finding-translation")
            .fact("document", title)
            .fact("given", given.into_iter().collect::<Vec<_>>().join("; "))
            .fact("accepted", sets.join("; "))
    };
    languages.into_iter().map(finding).collect()
}
