//! What the rules say, in the languages of the pack (Fluent files). The texts are plain: no
//! references, no variables, so that every face prints the same words.

use crate::PackFault;
use crate::fault::line_at;
use fluent_syntax::ast::{Entry, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// The texts of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Texts {
    pub lang: String,
    /// By key; an attribute stands as `key.attribute`.
    pub by_key: BTreeMap<String, String>,
}

/// Reads the Fluent files of a language. A message that cannot be read is a fault and is left out.
pub(crate) fn read(lang: &str, files: &[&(String, String)]) -> (Texts, Vec<PackFault>) {
    let mut texts = Texts {
        lang: lang.to_owned(),
        by_key: BTreeMap::new(),
    };
    let mut faults = Vec::new();
    for (file, source) in files {
        read_file(file, source, &mut texts.by_key, &mut faults);
    }
    (texts, faults)
}

fn read_file(file: &str, source: &str, by_key: &mut BTreeMap<String, String>, faults: &mut Vec<PackFault>) {
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let reason = format!("this is not a message in Fluent ({}); write `key = text`", error.kind);
                faults.push(PackFault::new(file, line_at(source, error.pos.start), reason));
            }
            resource
        }
    };
    let mut here = BTreeSet::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                let value = message.value.iter().map(|pattern| (id.to_owned(), pattern));
                let attributes = message.attributes.iter().map(|a| (format!("{id}.{}", a.id.name), &a.value));
                for (key, pattern) in value.chain(attributes) {
                    let Some(text) = plain(pattern) else {
                        let reason = format!("the text of `{key}` holds a reference or a variable in braces; write it as plain text");
                        faults.push(PackFault::new(file, line_of(source, id).unwrap_or(1), reason));
                        continue;
                    };
                    if !here.insert(key.clone()) {
                        let reason = format!("`{key}` stands twice in this file; keep one");
                        faults.push(PackFault::new(file, line_of(source, id).unwrap_or(1), reason));
                    } else if by_key.contains_key(&key) {
                        let reason = format!("`{key}` stands in another file of this language already; keep one");
                        faults.push(PackFault::new(file, line_of(source, id).unwrap_or(1), reason));
                    }
                    by_key.insert(key, text);
                }
            }
            Entry::Term(term) => {
                let reason = format!(
                    "`-{}` is a term, which no rule can have; write it as a message or take it out",
                    term.id.name
                );
                faults.push(PackFault::new(
                    file,
                    line_of(source, &format!("-{}", term.id.name)).unwrap_or(1),
                    reason,
                ));
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
}

/// The line on which a message begins.
pub(crate) fn line_of(source: &str, key: &str) -> Option<usize> {
    let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    source.lines().position(begins).map(|index| index + 1)
}

/// The text of a pattern on one line; none where it holds anything but text and quoted text.
fn plain(pattern: &Pattern<&str>) -> Option<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: fluent_syntax::ast::Expression::Inline(InlineExpression::StringLiteral { value }),
            } => {
                text.push_str(value);
            }
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(text.split('\n').map(str::trim).collect::<Vec<_>>().join(" "))
}
