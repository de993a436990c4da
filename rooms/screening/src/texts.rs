//! The texts of explanations and of runs, in the working languages of the Court.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;

/// The languages in which an explanation can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

impl Language {
    /// Sets off the parts of a line; in French no line breaks before it.
    pub(crate) fn semicolon(self) -> &'static str {
        match self {
            Language::English => "; ",
            Language::French => "\u{a0}; ",
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

const ENGLISH: &str = concat!(
    include_str!("../texts/en/explanation.ftl"),
    "\n",
    include_str!("../texts/en/run.ftl")
);
const FRENCH: &str = concat!(
    include_str!("../texts/fr/explanation.ftl"),
    "\n",
    include_str!("../texts/fr/run.ftl")
);
static IN_ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en", ENGLISH));
static IN_FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle("fr", FRENCH));

fn bundle(tag: &str, source: &str) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    // An explanation goes into files, which hold no marks of direction that nobody typed.
    bundle.set_use_isolating(false);
    // A fault in a text is found by the test that reads them all; what could be read stands.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let _ = bundle.add_resource(resource);
    bundle
}

/// A text with its arguments, on one line; its key where there is none.
pub(crate) fn say(language: Language, key: &str, args: &[(&str, &str)]) -> String {
    let bundle = match language {
        Language::English => &IN_ENGLISH,
        Language::French => &IN_FRENCH,
    };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut given = FluentArgs::new();
    for (name, value) in args {
        given.set(*name, *value);
    }
    bundle
        .format_pattern(pattern, Some(&given), &mut Vec::new())
        .replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use std::collections::BTreeMap;

    /// The texts of a language: key, and the arguments that it takes.
    fn texts(source: &str) -> BTreeMap<&str, Vec<&str>> {
        assert!(FluentResource::try_new(source.to_owned()).is_ok(), "a text cannot be read");
        let lines = source.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let text = lines.map(|line| line.split_once(" = ").unwrap());
        text.map(|(key, text)| {
            let mut args: Vec<&str> = text.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next()).collect();
            args.sort_unstable();
            (key, args)
        })
        .collect()
    }

    #[test]
    fn both_languages_have_the_same_texts_with_the_same_arguments() {
        assert_eq!(texts(ENGLISH), texts(FRENCH));
    }

    #[test]
    fn every_text_is_used_and_every_text_that_is_used_exists() {
        let code = [
            include_str!("explanation.rs"),
            include_str!("table/refusal.rs"),
            include_str!("table/watch.rs"),
            include_str!("run/told.rs"),
        ]
        .concat();
        for key in texts(ENGLISH).keys() {
            assert!(code.contains(&format!("\"{key}\"")), "{key} lies unused");
        }
        for key in code.split('"').filter(|part| {
            [
                "match-",
                "against-",
                "born-",
                "nationality-",
                "gender-",
                "refused-",
                "watch-",
                "run-",
            ]
            .iter()
            .any(|begin| part.starts_with(begin))
        }) {
            assert!(texts(ENGLISH).contains_key(key), "{key} is not there");
        }
    }

    #[test]
    fn in_french_no_line_breaks_before_double_punctuation() {
        for (place, _) in FRENCH.match_indices([':', ';', '?', '!']) {
            assert!(FRENCH[..place].ends_with('\u{a0}'), "{}", &FRENCH[place.saturating_sub(20)..=place]);
        }
    }
}
