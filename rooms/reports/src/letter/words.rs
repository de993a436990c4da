//! The words of documents, in the language of the document.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jiff::civil::Date;
use law::Pack;
use register::request::{Span, When};
use std::sync::LazyLock;

/// A language in which documents are written: the working languages of the Court.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
}

impl Language {
    /// Both.
    pub const ALL: [Language; 2] = [Language::En, Language::Fr];

    /// Its tag (BCP 47): `en`, `fr`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Fr => "fr",
        }
    }

    /// Its code in requests (ISO 639-3): `eng`, `fra`.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "eng",
            Language::Fr => "fra",
        }
    }

    /// The one of a tag.
    pub fn of_tag(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The texts of each language, as [`Language::ALL`] has them: those of letters, of reports, and of the check of contacts.
const SOURCES: [[&str; 3]; 2] = [
    [
        include_str!("../../texts/en/documents.ftl"),
        include_str!("../../texts/en/reports.ftl"),
        include_str!("../../texts/en/contacts.ftl"),
    ],
    [
        include_str!("../../texts/fr/documents.ftl"),
        include_str!("../../texts/fr/reports.ftl"),
        include_str!("../../texts/fr/contacts.ftl"),
    ],
];
static EN: LazyLock<Bundle> = LazyLock::new(|| bundle("en", SOURCES[0]));
static FR: LazyLock<Bundle> = LazyLock::new(|| bundle("fr", SOURCES[1]));

fn bundle(tag: &str, sources: [&str; 3]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    // Documents set words of another direction apart by layout, not by marks in the text.
    bundle.set_use_isolating(false);
    // A fault in a text is found by the test that reads them all; what could be read stands.
    for source in sources {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// The words of one language.
#[derive(Clone, Copy)]
pub(crate) struct Words(pub(crate) Language);

impl Words {
    /// A text without arguments; its key where there is none.
    pub(crate) fn t(self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A text with arguments.
    pub(crate) fn say(self, key: &str, args: &[(&str, &str)]) -> String {
        self.maybe(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// A closed word, by its key in a family of texts; the word itself where it has no text.
    pub(crate) fn closed(self, family: &str, word: &str) -> String {
        self.maybe(&format!("{family}-{word}"), &[]).unwrap_or_else(|| word.to_owned())
    }

    /// A text with arguments that are words and numbers; by a number it may choose its form.
    pub(crate) fn count(self, key: &str, texts: &[(String, String)], numbers: &[(String, i64)]) -> String {
        let mut given = FluentArgs::new();
        for (name, value) in texts {
            given.set(name.as_str(), value.as_str());
        }
        for (name, number) in numbers {
            given.set(name.as_str(), *number);
        }
        self.filled(key, &given).unwrap_or_else(|| key.to_owned())
    }

    fn maybe(self, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let mut given = FluentArgs::new();
        for (name, value) in args {
            given.set(*name, *value);
        }
        self.filled(key, &given)
    }

    fn filled(self, key: &str, given: &FluentArgs<'_>) -> Option<String> {
        let bundle = match self.0 {
            Language::En => &EN,
            Language::Fr => &FR,
        };
        let pattern = bundle.get_message(key)?.value()?;
        let text = bundle.format_pattern(pattern, Some(given), &mut Vec::new());
        // A text that is broken into lines in its file is one line here.
        Some(text.replace('\n', " "))
    }

    /// A text of the law pack, and whether it stands in another language because the pack has none in this one.
    pub(crate) fn law(self, law: &Pack, key: &str) -> (String, bool) {
        if let Some(text) = law.text(self.0.tag(), key) {
            return (text.to_owned(), false);
        }
        let elsewhere = law.languages().find_map(|lang| law.text(lang, key));
        (elsewhere.unwrap_or(key).to_owned(), elsewhere.is_some())
    }

    /// A day with its month in words, on one line: `2 October 2013`, `1er octobre 2013`.
    pub(crate) fn day(self, day: Date) -> String {
        let ordinal = if self.0 == Language::Fr && day.day() == 1 { "er" } else { "" };
        let month = self.t(&format!("document-month-{}", day.month()));
        format!("{}{ordinal}\u{a0}{month}\u{a0}{}", day.day(), day.year())
    }

    /// A date as exact as it is known: `about 1970`, `vers 1970`. What cannot be read as one stands as it was given.
    pub(crate) fn when(self, text: &str) -> String {
        let is_day = |span: &Span| matches!(span, Span::Day(_));
        let bare = |span: &Span| match *span {
            Span::Day(day) => self.day(day),
            Span::Month(year, month) => format!("{}\u{a0}{year}", self.t(&format!("document-month-{month}"))),
            Span::Year(year) => year.to_string(),
        };
        // Before a day stands an article in French, before a month or a year none.
        let with_article = |span: &Span| match span {
            Span::Day(_) => self.say("document-when-day", &[("when", &bare(span))]),
            _ => bare(span),
        };
        match When::parse(text.trim()) {
            Ok(When::In(span)) => bare(&span),
            Ok(When::About(span)) => self.say("document-when-about", &[("when", &with_article(&span))]),
            Ok(When::From(span)) => self.say("document-when-from", &[("when", &with_article(&span))]),
            Ok(When::By(span)) if is_day(&span) => self.say("document-when-by", &[("when", &with_article(&span))]),
            Ok(When::By(span)) => {
                let when = self.say("document-when-in", &[("when", &bare(&span))]);
                self.say("document-when-by", &[("when", &when)])
            }
            Ok(When::At { .. } | When::Unknown) | Err(_) => text.to_owned(),
        }
    }

    /// A language by its name; its code where it has no name here.
    pub(crate) fn language(self, code: &str) -> String {
        self.maybe(&format!("document-language-{code}"), &[])
            .unwrap_or_else(|| code.to_owned())
    }

    /// Languages that are accepted: alternatives, each a set that is needed together.
    pub(crate) fn languages(self, accepted: &[Vec<String>]) -> String {
        let set = |set: &Vec<String>| {
            let names: Vec<String> = set.iter().map(|code| self.language(code)).collect();
            names.join(&format!(" {} ", self.t("document-and")))
        };
        let alternatives: Vec<String> = accepted.iter().map(set).collect();
        alternatives.join(&format!(" {} ", self.t("document-or")))
    }

    /// Parts of a list in one line, set off by semicolons. In French no line breaks before one.
    pub(crate) fn listed(self, parts: &[String]) -> String {
        parts.join(match self.0 {
            Language::En => "; ",
            Language::Fr => "\u{a0}; ",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    /// The texts of a language, each with the arguments that it takes.
    fn texts(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        assert!(FluentResource::try_new(source.to_owned()).is_ok(), "a text cannot be read");
        let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut key = "";
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                assert!(found.insert(name, BTreeSet::new()).is_none(), "{name} stands twice");
                key = name;
            }
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
            let arguments = line.split('$').skip(1).filter_map(|rest| rest.split(|c| !is_part(c)).next());
            if let Some(takes) = found.get_mut(key) {
                takes.extend(arguments);
            }
        }
        found
    }

    #[test]
    fn a_date_is_as_exact_in_words_as_it_was_given_and_what_is_none_stands_as_it_was_given() {
        let nb = '\u{a0}';
        for (given, en, fr) in [
            ("about 1970", "about 1970".to_owned(), "vers 1970".to_owned()),
            ("1970-05-01", format!("1{nb}May{nb}1970"), format!("1er{nb}mai{nb}1970")),
            (
                "about 1970-05-12",
                format!("about 12{nb}May{nb}1970"),
                format!("vers le 12{nb}mai{nb}1970"),
            ),
            ("1970-05", format!("May{nb}1970"), format!("mai{nb}1970")),
            ("by 1970-05", format!("by May{nb}1970"), format!("au plus tard en mai{nb}1970")),
            (
                "by 1970-05-12",
                format!("by 12{nb}May{nb}1970"),
                format!("au plus tard le 12{nb}mai{nb}1970"),
            ),
            ("from 1970", "not before 1970".to_owned(), "pas avant 1970".to_owned()),
            ("in his fifties", "in his fifties".to_owned(), "in his fifties".to_owned()),
        ] {
            assert_eq!(
                (Words(Language::En).when(given), Words(Language::Fr).when(given)),
                (en, fr),
                "{given}"
            );
        }
    }

    #[test]
    fn both_languages_have_the_same_texts_with_the_same_arguments() {
        let [en, fr] = SOURCES;
        for (en, fr) in en.into_iter().zip(fr) {
            let (mut en, mut fr) = (texts(en), texts(fr));
            assert!(en.len() > 50, "{}", en.len());
            // Which form of a word a number asks for is told to each language; not each bends the same words.
            for arguments in en.values_mut().chain(fr.values_mut()) {
                arguments.retain(|argument| !argument.ends_with("-is"));
            }
            assert_eq!(en, fr);
        }
    }

    /// Texts of reports whose keys are put together: captions, and the closed words of the record.
    const FAMILIES: [&str; 14] = [
        "report-act-",
        "report-address-",
        "report-agreement-",
        "report-answer-",
        "report-finding-",
        "report-group-",
        "report-institution-",
        "report-level-",
        "report-milestone-",
        "report-reason-",
        "report-status-",
        "report-table-",
        "report-tie-",
        "report-trace-",
    ];

    #[test]
    fn no_text_of_a_report_lies_unused_and_none_that_is_asked_for_is_missing() {
        let known = texts(SOURCES[0][1]);
        let sources = code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        for key in known.keys() {
            let chosen = FAMILIES.iter().any(|family| key.starts_with(family));
            assert!(chosen || sources.contains(&format!("\"{key}\"")), "no report uses {key}");
        }
        let asked = sources
            .split('"')
            .filter(|text| text.starts_with("report-") && !text.ends_with('-') && !text.contains(['{', ' ']));
        for key in asked {
            let is_family = FAMILIES.contains(&&*format!("{key}-"));
            assert!(is_family || known.contains_key(key), "there is no text {key}");
        }
        // Each table has a caption: its id stands where a table, a plot or rows are made.
        for made in [
            "self.table(\"",
            "self.bars(\"",
            "self.steps(\"",
            "self.map(\"",
            "self.rows(\"",
            "making.rows(\"",
        ] {
            for id in sources.split(made).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(
                    known.contains_key(format!("report-table-{id}").as_str()),
                    "there is no caption for {id}"
                );
            }
        }
    }

    #[test]
    fn no_text_of_the_check_of_contacts_lies_unused_and_none_that_is_asked_for_is_missing() {
        let known = texts(SOURCES[0][2]);
        let sources = code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        for key in known.keys() {
            let chosen = ["contact-line-", "contact-list-", "contact-outcome-"]
                .iter()
                .any(|family| key.starts_with(family));
            assert!(chosen || sources.contains(&format!("\"{key}\"")), "nothing uses {key}");
        }
        let asked = sources
            .split('"')
            .filter(|text| text.starts_with("contact-") && !text.contains(['{', ' ']));
        for key in asked {
            assert!(known.contains_key(key), "there is no text {key}");
        }
    }

    #[test]
    fn french_sets_signs_off_by_a_space_that_does_not_break() {
        for line in SOURCES[1].into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#')) {
            for sign in [" :", " ;", " ?", " !", " »", "« "] {
                assert!(!line.contains(sign), "a space that may break stands at a sign: {line}");
            }
        }
    }

    fn code(folder: &Path) -> String {
        let mut text = String::new();
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                text.push_str(&code(&path));
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("words.rs") {
                text.push_str(&std::fs::read_to_string(&path).unwrap_or_default());
            }
        }
        text
    }
}
