//! Words of a person's name in which letters of two alphabets stand that look the same, such as a Cyrillic letter in a Latin word:
//! pointed out, since a search elsewhere may miss such a name, and never a reason to refuse, since it may be written so.

use super::signs::place;
use law::{Element, ElementSort, Finding, FindingKind, Values};
use screening::roman::Roman;
use screening::script::Script;
use std::collections::BTreeSet;

/// The findings, and behind those of an element that names a person the doubt about its letters. What cannot be read is told alone.
pub(super) fn with_mixed_scripts(elements: &[Element], values: &Values, mut findings: Vec<Finding>) -> Vec<Finding> {
    let persons = elements.iter().filter(|element| matches!(element.sort, ElementSort::Person));
    let doubts: Vec<Finding> = persons
        .filter(|element| {
            let unreadable = |finding: &Finding| finding.kind == FindingKind::Unreadable && finding.element == element.id;
            !findings.iter().any(unreadable)
        })
        .filter_map(|element| doubt(element, values))
        .collect();
    if !doubts.is_empty() {
        findings.extend(doubts);
        findings.sort_by_key(|finding| place(elements, &finding.element).unwrap_or(elements.len()));
    }
    findings
}

/// The doubt about what was given for an element, if there is one: in which words, and which letters.
fn doubt(element: &Element, values: &Values) -> Option<Finding> {
    let words = values
        .given(&element.id)
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let mixed: Vec<&str> = words.filter(|word| Roman::of(word).disguised).collect();
    if mixed.is_empty() {
        return None;
    }
    let letters: BTreeSet<char> = mixed.iter().flat_map(|word| strangers(word)).collect();
    let letters: Vec<String> = letters.into_iter().map(|c| format!("{c} U+{:04X}", u32::from(c))).collect();
    Some(Finding {
        kind: FindingKind::Doubtful,
        element: element.id.clone(),
        rests_on: element.rests_on.clone(),
        text_key: "law-finding-mixed-scripts".to_owned(),
        facts: vec![("given".to_owned(), mixed.join("; ")), ("letters".to_owned(), letters.join("; "))],
    })
}

/// The letters of a word that are of another script than most of it.
fn strangers(word: &str) -> Vec<char> {
    let script = Roman::of(word).script;
    word.chars().filter(|c| c.is_alphabetic() && Script::of(*c) != script).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use law::{Pack, is_complete};

    fn doubts(person: &str) -> Vec<Finding> {
        let law = Pack::rome_statute().unwrap();
        let form = law.form("provisional-arrest").unwrap();
        with_mixed_scripts(&form.elements, &Values::from_iter([("person", person)]), Vec::new())
    }

    #[test]
    fn a_letter_of_another_alphabet_in_a_name_is_pointed_out_and_keeps_nothing_from_being_done() {
        let found = doubts("Exercise P\u{435}rson");
        let facts: Vec<(&str, &str)> = found[0].facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(facts, [("given", "P\u{435}rson"), ("letters", "\u{435} U+0435")]);
        assert_eq!((found.len(), found[0].element.as_str()), (1, "person"));
        assert!(is_complete(&found));
        let found = doubts("\u{423}чебный \u{427}еловeк");
        assert_eq!(found[0].facts[1].1, "e U+0065", "a Latin letter in a Cyrillic word too");
    }

    #[test]
    fn names_in_one_alphabet_each_word_are_left_alone() {
        for person in [
            "Exercise Persön",
            "Учебный Человек, Exercise Person",
            "Ασκηση Πρόσωπο",
            "شخص آزمایشی",
            "O’Person-Exercise II",
        ] {
            assert_eq!(doubts(person), [], "{person}");
        }
    }
}
