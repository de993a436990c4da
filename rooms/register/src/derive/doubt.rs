//! Which units hold facts in doubt, and on which sources each rests: lists from which the pages of doubts and
//! of sources are made without reading the whole record.

use crate::chain::Held;
use crate::files::Row;
use crate::port::{Fact, Kept, Unit};
use crate::truth::{Citations, documents};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Units with facts in doubt, by scope: [`UNVERIFIED`] or [`DISPUTED`] and the file.
pub const DOUBT: &str = "doubt";
/// Beginning of the scopes of units with a fact that no source that was read confirms.
pub const UNVERIFIED: &str = "unverified:";
/// Beginning of the scopes of units with a fact to which a source that was read gives another value.
pub const DISPUTED: &str = "disputed:";
/// Units by the documents on which they rest, by scope: [`RESTS`] or [`CITED`] and the document.
pub const SOURCES: &str = "sources";
/// Beginning of the scopes of documents that the sources of entries name.
pub const RESTS: &str = "rests:";
/// Beginning of the scopes of documents that the sources of citations name.
pub const CITED: &str = "cited:";
/// The word for the file of persons and the instruments against them.
pub const PROCEEDINGS: &str = "proceedings";

/// A fact of a unit: the entry, its fields that stand in the file, and the day from which a reader counts it.
pub(crate) struct FactOf<'f, 'a> {
    pub held: &'f Held<'a>,
    pub fields: Vec<&'static str>,
    pub from: Date,
}

/// The first day of each scope of [`DOUBT`] and [`SOURCES`].
#[derive(Default)]
struct Firsts(BTreeMap<(&'static str, String), Date>);

impl Firsts {
    fn put(&mut self, list: &'static str, scope: String, from: Date) {
        let first = self.0.entry((list, scope)).or_insert(from);
        *first = from.min(*first);
    }
}

/// The rows of [`DOUBT`] and [`SOURCES`] of a unit in one reading.
pub(super) fn rows(unit: &Unit, file: &str, citations: &Citations, facts: &[FactOf], hindsight: bool) -> Vec<Fact> {
    let mut firsts = Firsts::default();
    for fact in facts {
        for field in &fact.fields {
            let truth = citations.truth(fact.held, field);
            if !truth.verified {
                firsts.put(DOUBT, format!("{UNVERIFIED}{file}"), fact.from);
            }
            if !truth.others.is_empty() {
                firsts.put(DOUBT, format!("{DISPUTED}{file}"), fact.from);
            }
            for says in truth.says {
                let beginning = if ["read", "recalled"].contains(&says.verdict.as_str()) {
                    RESTS
                } else {
                    CITED
                };
                for document in documents(&says.source) {
                    firsts.put(SOURCES, format!("{beginning}{}", document.name), fact.from);
                }
            }
        }
    }
    let row = |((list, scope), from): ((&'static str, String), Date)| Fact {
        hindsight,
        list: list.to_owned(),
        scope,
        from,
        until: None,
        since: from,
        subject: unit.text(),
        kept: if list == DOUBT { Kept::Both } else { Kept::Counted },
    };
    firsts.0.into_iter().map(row).collect()
}

/// The facts of a row of a file.
pub(crate) fn facts_of_row<'f, 'a>(row: &'f Row<'a>) -> Vec<FactOf<'f, 'a>> {
    let there = row.from();
    let mut facts: Vec<FactOf> = Vec::new();
    for column in row.file.columns {
        let Some((act, field)) = row.cell(column, Date::MAX) else {
            continue;
        };
        let from = act.counts_on.unwrap_or(there).max(there);
        match facts.iter_mut().find(|fact| fact.held.first == act.held.first) {
            Some(fact) => fact.fields.push(field),
            None => facts.push(FactOf {
                held: &act.held,
                fields: vec![field],
                from,
            }),
        }
    }
    facts
}
