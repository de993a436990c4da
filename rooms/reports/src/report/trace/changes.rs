//! What a later report says otherwise than an earlier one: figure by figure, by their questions.

use super::{Trace, Traced};
use std::collections::{BTreeMap, BTreeSet};

/// A figure that both have and that is another in the later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The question.
    pub query: String,
    /// What the earlier one has.
    pub then: String,
    /// What the later one has.
    pub now: String,
    /// The entries on which one of them rests and not the other; empty where both rest on the same, and count to another day.
    pub entries: BTreeSet<String>,
}

/// What changed between two reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Figures that are others, in the order of the later report.
    pub changed: Vec<Changed>,
    /// How many figures the earlier one alone has.
    pub gone: usize,
    /// How many the later one alone has.
    pub new: usize,
}

/// What changed from an earlier report to a later one.
pub fn changes(earlier: &Trace, later: &Trace) -> Changes {
    let by_query = |trace: &'_ Trace| -> BTreeMap<String, Traced> {
        let figures = trace.figures.iter();
        figures.map(|figure| (figure.query.clone(), figure.clone())).collect()
    };
    let (then, now) = (by_query(earlier), by_query(later));
    let changed = |figure: &Traced| {
        let before = then.get(&figure.query).filter(|before| before.value != figure.value)?;
        let [before_on, now_on] = [before, figure].map(|figure| figure.entries.iter().cloned().collect::<BTreeSet<String>>());
        Some(Changed {
            query: figure.query.clone(),
            then: before.value.clone(),
            now: figure.value.clone(),
            entries: before_on.symmetric_difference(&now_on).cloned().collect(),
        })
    };
    Changes {
        changed: later.figures.iter().filter_map(changed).collect(),
        gone: then.keys().filter(|query| !now.contains_key(*query)).count(),
        new: now.keys().filter(|query| !then.contains_key(*query)).count(),
    }
}
