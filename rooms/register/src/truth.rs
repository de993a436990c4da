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
use record::audience::Level;
use record::entry::{Draft, EntryId, Subject};
use record::hex::hex;
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    /// Whether a source that was read gives the value.
    pub verified: bool,
    /// Other values that sources that were read give, none twice.
    pub others: Vec<String>,
    /// What each source says.
    pub says: Vec<SourceSays>,
    /// The narrowest level of the fact and of what is said of it.
    pub level: Level,
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
            others: Vec::new(),
            says: Vec::new(),
            level: fact.level(),
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
                truth.level = truth.level.max(citation.audience.level);
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
            level: truth.level,
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

/// A document that a source names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<'s> {
    /// Its address, else its name, else how sure the memory is (`recalled:high`).
    pub name: &'s str,
    /// Of what it tells, where the source says so: `entry into force`. Else empty.
    pub of: &'s str,
    /// Where in it that stands, and what else is said of it: `keywords 481, 509`.
    pub places: Vec<&'s str>,
}

/// The documents that a source names, in its order. This is the one place that knows how sources are written:
///
/// - Several stand in one source with a semicolon and a space between them.
/// - `stored:` before an address or name says that the document was read and kept; it is no part of the name, so that
///   `stored: https://example.org` and `https://example.org` are one document.
/// - Words before that say of what the document tells: `entry into force stored: https://example.org`.
/// - A part without an address behind one that has it says where in that document, and names none itself.
pub fn documents(source: &str) -> Vec<Document<'_>> {
    let mut documents: Vec<Document> = Vec::new();
    for part in source.split("; ").map(|part| part.trim().trim_end_matches(';').trim_end()) {
        let address = SCHEMES.iter().filter_map(|scheme| part.find(scheme)).min();
        let (before, name) = part.split_at(address.unwrap_or_default());
        match (address, documents.last_mut()) {
            (Some(_), _) => documents.push(Document {
                name,
                of: before.trim_end().trim_end_matches("stored:").trim_end(),
                places: Vec::new(),
            }),
            (None, Some(last)) if is_address(last.name) => last.places.extend(Some(part).filter(|part| !part.is_empty())),
            (None, _) => {
                let name = part.strip_prefix("stored:").unwrap_or(part).trim_start();
                documents.extend(Some(name).filter(|name| !name.is_empty()).map(|name| Document {
                    name,
                    of: "",
                    places: Vec::new(),
                }));
            }
        }
    }
    documents
}

/// How addresses begin.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// Whether the name of a document is an address, which can be opened.
pub fn is_address(name: &str) -> bool {
    SCHEMES.iter().any(|scheme| name.starts_with(scheme))
}

/// Whether a source is a document or page that was read, not something recalled from memory.
pub fn was_read(source: &str) -> bool {
    let source = source.trim_start().to_lowercase();
    !source.is_empty() && !source.starts_with("recalled")
}

/// The first 12 hexadecimal digits of a hash.
pub fn short_hash(hash: &[u8; 32]) -> String {
    hex(hash).chars().take(12).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(&str, &str, &[&str])]) {
        let told = documents(source);
        let told: Vec<(&str, &str, &[&str])> = told.iter().map(|d| (d.name, d.of, d.places.as_slice())).collect();
        assert_eq!(told, expected, "{source}");
    }

    #[test]
    fn a_source_names_each_of_its_documents_once_however_it_is_written() {
        check("stored: https://a.example/1", &[("https://a.example/1", "", &[])]);
        check("https://a.example/1 ", &[("https://a.example/1", "", &[])]);
        check(
            "stored: https://a.example; visit stored: https://b.example ; keywords 481, 509; p. 7",
            &[
                ("https://a.example", "", &[]),
                ("https://b.example", "visit", &["keywords 481, 509", "p. 7"]),
            ],
        );
        check(
            "entry into force stored: http://a.example",
            &[("http://a.example", "entry into force", &[])],
        );
        check(
            "https://kept.example/http://a.example?x=1;y=2",
            &[("https://kept.example/http://a.example?x=1;y=2", "", &[])],
        );
    }

    #[test]
    fn what_is_recalled_and_what_has_no_address_keep_their_names() {
        check("recalled:high", &[("recalled:high", "", &[])]);
        check(
            "recalled:high; death stored: https://a.example",
            &[("recalled:high", "", &[]), ("https://a.example", "death", &[])],
        );
        check("stored: Exercise gazette, no. 1", &[("Exercise gazette, no. 1", "", &[])]);
        check("codes: A; names: B", &[("codes: A", "", &[]), ("names: B", "", &[])]);
        check("", &[]);
        check("stored: ", &[]);
    }
}
