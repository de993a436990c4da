//! What two people typed over the same version, brought together.

use super::{Content, Part};
use law::{Annex, Values};
use record::audience::Level;
use std::collections::{BTreeMap, BTreeSet};

/// The parts of what is drafted that are not empty, each with its texts.
pub(super) type Parts = BTreeMap<Part, Vec<String>>;

/// What two people typed, brought together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The whole: of each part what either changed; where both changed it, as it is in `mine`.
    pub content: Content,
    /// What others alone changed, and what was therefore taken from them.
    pub from_theirs: Vec<Part>,
    /// What both changed, each otherwise: somebody must choose.
    pub conflicts: Vec<Part>,
}

/// Brings two contents together that were both typed over `base`, part by part.
pub fn merge(base: &Content, theirs: &Content, mine: &Content) -> Merge {
    let (base, theirs, mine) = (base.parts(), theirs.parts(), mine.parts());
    let (mut merged, mut from_theirs, mut conflicts) = (mine.clone(), Vec::new(), Vec::new());
    for part in union([&base, &theirs, &mine]) {
        let [base, theirs, mine] = [base.get(&part), theirs.get(&part), mine.get(&part)];
        if theirs == mine || theirs == base {
            continue;
        }
        if mine != base {
            let files = if part.is_of_section() {
                None
            } else {
                documents([base, theirs, mine])
            };
            match files {
                Some(together) if together.is_empty() => merged.remove(&part),
                Some(together) => merged.insert(part, together),
                None => {
                    conflicts.push(part);
                    continue;
                }
            };
            continue;
        }
        match theirs {
            Some(texts) => merged.insert(part.clone(), texts.clone()),
            None => merged.remove(&part),
        };
        from_theirs.push(part);
    }
    Merge {
        content: Content::of(merged),
        from_theirs,
        conflicts,
    }
}

/// Documents that both changed, brought together one by one, since two who attach files do not contradict each other. None
/// where no text is that of a file, or where both changed the same document.
fn documents([base, theirs, mine]: [Option<&Vec<String>>; 3]) -> Option<Vec<String>> {
    let texts = |side: Option<&Vec<String>>| side.into_iter().flatten().cloned().collect::<Vec<String>>();
    let (base, theirs, mine) = (texts(base), texts(theirs), texts(mine));
    // A document is told by its file; on paper, by what is said of it.
    let key = |text: &String| Annex::parse(text).sha256.unwrap_or_else(|| text.clone());
    let all = || base.iter().chain(&theirs).chain(&mine);
    if all().all(|text| Annex::parse(text).sha256.is_none()) {
        return None;
    }
    let of = |side: &[String], wanted: &str| side.iter().find(|text| key(text) == wanted).cloned();
    let mut together = Vec::new();
    let mut done = BTreeSet::new();
    for wanted in mine.iter().chain(&theirs).map(key) {
        if !done.insert(wanted.clone()) {
            continue;
        }
        let [base, theirs, mine] = [of(&base, &wanted), of(&theirs, &wanted), of(&mine, &wanted)];
        if mine == theirs || theirs == base {
            together.extend(mine);
        } else if mine == base {
            together.extend(theirs);
        } else {
            return None;
        }
    }
    Some(together)
}

/// The parts that two contents do not have alike.
pub(super) fn changed(a: &Content, b: &Content) -> Vec<Part> {
    let (a, b) = (a.parts(), b.parts());
    union([&a, &b]).into_iter().filter(|part| a.get(part) != b.get(part)).collect()
}

pub(super) fn union<const N: usize>(parts: [&Parts; N]) -> BTreeSet<Part> {
    parts.into_iter().flat_map(|parts| parts.keys().cloned()).collect()
}

impl Content {
    /// Its parts. A part without a text is no part.
    pub(super) fn parts(&self) -> Parts {
        let one = |text: &str| vec![text.to_owned()];
        let own = [
            (Part::Form, one(&self.form)),
            (Part::Requesting, one(&self.requesting)),
            (Part::Level, one(self.level.word())),
            (Part::Basis, one(&self.basis)),
        ];
        let elements = self
            .values
            .0
            .iter()
            .map(|(element, texts)| (Part::Element(element.clone()), texts.clone()));
        let mut parts: Parts = own.into_iter().chain(elements).collect();
        parts.values_mut().for_each(|texts| texts.retain(|text| !text.is_empty()));
        parts.retain(|_, texts| !texts.is_empty());
        parts
    }

    /// The content of these parts.
    pub(super) fn of(mut parts: Parts) -> Content {
        let mut one = |part: Part| parts.remove(&part).and_then(|mut texts| texts.pop()).unwrap_or_default();
        let (form, requesting, basis) = (one(Part::Form), one(Part::Requesting), one(Part::Basis));
        // Levels have a word each; what had none would be as closed as anything can be.
        let level = Level::from_word(&one(Part::Level)).unwrap_or(Level::UnderSeal);
        let mut values = Values::default();
        for (part, texts) in parts {
            if let Part::Element(element) = part {
                values.0.insert(element, texts);
            }
        }
        Content {
            form,
            values,
            level,
            basis,
            requesting,
        }
    }

    /// The same, as it is kept: texts as they are taken in ([`record::taken_in`]); no element without a text.
    pub(super) fn tidy(&self) -> Content {
        let tidy = |text: &String| record::taken_in(text);
        let parts = self.parts().into_iter();
        Content::of(parts.map(|(part, texts)| (part, texts.iter().map(tidy).collect())).collect())
    }
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
