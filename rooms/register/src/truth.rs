//! Whether a field of a fact is verified, and who says otherwise. Computed, never stored.
//!
//! A field is verified when the source of its value was read or a citation confirms it; it is disputed when
//! a citation gives another value. The source of a value is the entry's, or that which the member `sources`
//! of the body gives for the member. That a field has no value is verified by a citation alone: an empty
//! cell means not known. A citation speaks of the version that it was made about, so
//! after a correction it counts by its value.

use crate::chain::{Held, value};
use crate::kinds;
use crate::port::Recorded;
use crate::view::model::{DatedFact, SourceSays};
use record::entry::{Draft, EntryId, Subject};
use record::json::Value;
use std::collections::BTreeMap;

/// The member of a body that holds the sources of those members that have one of their own.
pub const SOURCES: &str = "sources";

/// Citations by the entry that they are about.
#[derive(Clone, Debug, Default)]
pub struct Citations<'a> {
    about: BTreeMap<&'a EntryId, Vec<&'a Recorded>>,
}

/// What is known of the truth of one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Truth {
    /// Whether a source that was read gives the value.
    pub verified: bool,
    /// Other values that sources that were read give, none twice.
    pub others: Vec<String>,
    /// What each source says.
    pub says: Vec<SourceSays>,
}

impl<'a> Citations<'a> {
    /// The citations among facts that stand.
    pub fn among(held: &[Held<'a>]) -> Citations<'a> {
        let mut about: BTreeMap<&EntryId, Vec<&Recorded>> = BTreeMap::new();
        for citation in held.iter().map(Held::now).filter(|now| now.entry.kind == kinds::CITATION) {
            for subject in &citation.entry.about {
                if let Subject::Entry(id) = subject {
                    about.entry(id).or_default().push(citation);
                }
            }
        }
        Citations { about }
    }

    /// The truth of a field of a fact.
    pub fn truth(&self, fact: &Held, field: &str) -> Truth {
        let now = fact.now();
        let own = source_of(&now.entry, field);
        let read = was_read(own);
        let holds = fact.value(field);
        let mut truth = Truth {
            verified: read && holds.is_some(),
            ..Truth::default()
        };
        let says = |verdict: &str, value: Option<String>, source: &str| SourceSays {
            entry: now.entry.id.to_string(),
            act: now.entry.kind.clone(),
            field: field.to_owned(),
            verdict: verdict.to_owned(),
            value,
            source: source.to_owned(),
        };
        truth.says.push(says(if read { "read" } else { "recalled" }, None, own));
        for version in fact.versions() {
            for citation in self.about.get(&version.entry.id).into_iter().flatten() {
                let body = &citation.entry.body;
                if body.get_text("field") != Some(field) {
                    continue;
                }
                let source = citation.entry.source.as_deref().unwrap_or_default();
                let verdict = body.get_text("verdict").unwrap_or_default();
                let given = match verdict {
                    "confirms" => value(version, field),
                    "contradicts" => body.get_text("value").map(str::to_owned),
                    _ => {
                        truth.says.push(says(verdict, None, source));
                        continue;
                    }
                };
                if given == holds {
                    truth.verified = true;
                    truth.says.push(says("confirms", None, source));
                } else {
                    truth.others.extend(given.clone().filter(|g| !truth.others.contains(g)));
                    truth.says.push(says("contradicts", given, source));
                }
            }
        }
        truth
    }

    /// What sources say of a fact that is not there: citations of the field `none:` and a kind.
    pub fn of_absence(&self, fact: &Held, kind: &str) -> Vec<SourceSays> {
        let field = format!("none:{kind}");
        let truth = self.truth(fact, &field);
        truth.says.into_iter().skip(1).collect()
    }

    /// The date of a fact with what is known of its truth.
    pub fn dated(&self, fact: &Held, counts_on: Option<jiff::civil::Date>) -> DatedFact {
        let truth = self.truth(fact, "effective");
        let now = fact.now();
        DatedFact {
            on: now.entry.effective.to_string(),
            counts_on,
            verified: truth.verified,
            others: truth.others,
            entry: now.entry.id.to_string(),
            hash: short_hash(&now.leaf_hash),
        }
    }
}

/// The source of a field of an entry: the member's own, else the entry's.
pub fn source_of<'e>(entry: &'e Draft, field: &str) -> &'e str {
    let own = match entry.body.get(SOURCES) {
        Some(Value::Object(sources)) => sources.get_text(field),
        _ => None,
    };
    own.or(entry.source.as_deref()).unwrap_or_default()
}

/// Whether a source is a document or page that was read, not something recalled from memory.
pub fn was_read(source: &str) -> bool {
    let source = source.trim_start().to_lowercase();
    !source.is_empty() && !source.starts_with("recalled")
}

/// The first 12 hexadecimal digits of a hash.
pub fn short_hash(hash: &[u8; 32]) -> String {
    hash.iter().take(6).map(|b| format!("{b:02x}")).collect()
}
