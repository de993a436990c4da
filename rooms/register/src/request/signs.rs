//! Signs in what was given that the record refuses ([`record::is_refused`]), found beside the element that holds them before
//! anything is recorded: so that the check of a request and the record never disagree.

use law::{Element, Finding, FindingKind, Values};
use std::collections::BTreeSet;

/// Stands where a letter was lost when a text was copied or read in another encoding. The record would keep it, and nobody
/// could read it.
const LOST: char = '\u{fffd}';
/// How many of the characters before a sign are told, so that it is found.
const BEFORE: usize = 24;

/// What is found in what was given for elements: the findings of the law, and each text with a sign that is not recorded, in
/// the order of the elements. Beside such a text nothing else is told of its element.
pub(super) fn with_signs(elements: &[Element], values: &Values, mut findings: Vec<Finding>) -> Vec<Finding> {
    // What was given for no element the law tells.
    let place = |key: &str| place(elements, key);
    let of_key = |key: &String| {
        let texts = std::iter::once(key.as_str()).chain(values.given(key));
        let rests_on = elements.get(place(key)?)?.rests_on.clone();
        texts.into_iter().find_map(|text| unreadable(key, rests_on.clone(), text))
    };
    let signs: Vec<Finding> = values.0.keys().filter_map(of_key).collect();
    if signs.is_empty() {
        return findings;
    }
    findings.retain(|finding| signs.iter().all(|sign| sign.element != finding.element));
    findings.extend(signs);
    findings.sort_by_key(|finding| place(&finding.element).unwrap_or(elements.len()));
    findings
}

/// Where the element of a key stands among these.
pub(super) fn place(elements: &[Element], key: &str) -> Option<usize> {
    let is = |element: &Element| {
        key.strip_prefix(&*element.id)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    elements.iter().position(is)
}

/// That a text holds signs that are not recorded: which, and behind what the first stands.
fn unreadable(key: &str, rests_on: Vec<String>, text: &str) -> Option<Finding> {
    let is = |c: char| record::is_refused(c) || c == LOST;
    let first = text.find(is)?;
    let signs: BTreeSet<char> = text.chars().filter(|c| is(*c)).collect();
    let signs: Vec<String> = signs.into_iter().map(|sign| format!("U+{:04X}", u32::from(sign))).collect();
    let before = text.get(..first).unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let cut = if skipped > 0 { "…" } else { "" };
    let before: String = before.chars().skip(skipped).collect();
    let facts = [
        ("sign", signs.join("; ")),
        ("after", format!("{cut}{}", before.trim().replace('\n', " "))),
    ];
    Some(Finding {
        kind: FindingKind::Unreadable,
        element: key.to_owned(),
        rests_on,
        text_key: "law-finding-sign".to_owned(),
        facts: facts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use law::{Circumstances, Pack};

    /// Kind, element, text and facts of a finding.
    type Found = (FindingKind, String, String, Vec<(String, String)>);

    /// What is found in a request for provisional arrest.
    fn found(values: &Values) -> Vec<Found> {
        let law = Pack::rome_statute().unwrap();
        let form = law.form("provisional-arrest").unwrap();
        let findings = law.check_request(form, values, &Circumstances::on("2026-11-26".parse().unwrap()));
        let findings = with_signs(&form.elements, values, findings).into_iter();
        findings.map(|f| (f.kind, f.element, f.text_key, f.facts)).collect()
    }

    #[test]
    fn a_sign_that_the_record_refuses_is_found_beside_its_element_by_its_number_and_place() {
        let without = found(&Values::default());
        let values = Values::from_iter([("description", "Exercise person of middle height\u{202e}, born\u{7} in Exercise")]);
        let with = found(&values);
        let sign: Vec<_> = with.iter().filter(|(_, _, key, _)| key == "law-finding-sign").collect();
        let facts =
            [("sign", "U+0007; U+202E"), ("after", "…person of middle height")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(
            sign,
            [&(
                FindingKind::Unreadable,
                "description".to_owned(),
                "law-finding-sign".to_owned(),
                facts.to_vec()
            )]
        );
        let places = |found: &[Found]| {
            found
                .iter()
                .map(|(_, element, ..)| element.clone())
                .filter(|element| element != "description")
                .collect::<Vec<_>>()
        };
        assert_eq!(places(&with), places(&without), "and the others stay in their order");
    }

    #[test]
    fn a_letter_that_was_lost_is_found_and_what_may_be_recorded_is_not() {
        let of = |text: &str| {
            found(&Values::from_iter([("person", text)]))
                .iter()
                .any(|(_, _, key, _)| key == "law-finding-sign")
        };
        assert!(of("Exercise P\u{fffd}rson") && of("Exercise Person\u{e0041} 99") && of("\u{2060}Exercise Person"));
        assert!(!of("Exercise Persön 99") && !of("شخص\u{200c}آزمایشی"));
    }
}
