//! Words in two languages (Fluent). What rules of law say stands in the law pack's own texts.

use crate::address::Lang;
use crate::markup::Markup;
use crate::written;
use access::Organisation;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The English texts of pages.
const EN: &str = concat!(
    include_str!("../texts/en.ftl"),
    include_str!("../texts/en/sign-in.ftl"),
    include_str!("../texts/en/people.ftl"),
    include_str!("../texts/en/contacts.ftl"),
    include_str!("../texts/en/screen.ftl"),
    include_str!("../texts/en/tokens.ftl"),
    include_str!("../texts/en/authorities.ftl"),
    include_str!("../texts/en/matters.ftl"),
    include_str!("../texts/en/requests.ftl"),
    include_str!("../texts/en/execution.ftl"),
    include_str!("../texts/en/request-sending.ftl"),
    include_str!("../texts/en/signature.ftl"),
    include_str!("../texts/en/erasure.ftl"),
    include_str!("../texts/en/files.ftl"),
    include_str!("../texts/en/taken.ftl"),
    include_str!("../texts/en/public-requests.ftl"),
    include_str!("../texts/en/word.ftl"),
    include_str!("../texts/en/receive.ftl"),
    include_str!("../texts/en/reports.ftl"),
    include_str!("../texts/en/report-text.ftl"),
    include_str!("../texts/en/problems.ftl"),
);
/// The French texts of pages.
const FR: &str = concat!(
    include_str!("../texts/fr.ftl"),
    include_str!("../texts/fr/sign-in.ftl"),
    include_str!("../texts/fr/people.ftl"),
    include_str!("../texts/fr/contacts.ftl"),
    include_str!("../texts/fr/screen.ftl"),
    include_str!("../texts/fr/tokens.ftl"),
    include_str!("../texts/fr/authorities.ftl"),
    include_str!("../texts/fr/matters.ftl"),
    include_str!("../texts/fr/requests.ftl"),
    include_str!("../texts/fr/execution.ftl"),
    include_str!("../texts/fr/request-sending.ftl"),
    include_str!("../texts/fr/signature.ftl"),
    include_str!("../texts/fr/erasure.ftl"),
    include_str!("../texts/fr/files.ftl"),
    include_str!("../texts/fr/taken.ftl"),
    include_str!("../texts/fr/public-requests.ftl"),
    include_str!("../texts/fr/word.ftl"),
    include_str!("../texts/fr/receive.ftl"),
    include_str!("../texts/fr/reports.ftl"),
    include_str!("../texts/fr/report-text.ftl"),
    include_str!("../texts/fr/problems.ftl"),
);

type Bundle = FluentBundle<FluentResource>;

/// All texts.
pub(crate) struct Texts {
    en: Bundle,
    fr: Bundle,
}

/// What is put into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Arg {
    /// A number: written in the form of the language; plural forms follow it.
    Number(i64),
    /// A word, escaped where the text becomes HTML.
    Word(String),
    /// What somebody called something: as a word, and set apart on pages where it is written the other way.
    Name(String),
    /// HTML that is ready.
    Html(Markup),
    /// Words that are written otherwise in each language, such as names of States: in English, in French.
    InEach([String; 2]),
    /// Another text.
    Said(Box<Said>),
}

/// What is said, before it is known in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// A text by its key, with what is put into it.
    Text(String, Vec<(&'static str, Arg)>),
    /// Words of the register for which there is no text. They are English.
    English(String),
}

impl Said {
    /// A text without arguments.
    pub(crate) fn text(key: &str) -> Said {
        Said::Text(key.to_owned(), Vec::new())
    }

    /// A text with arguments.
    pub(crate) fn with(key: &str, args: impl Into<Vec<(&'static str, Arg)>>) -> Said {
        Said::Text(key.to_owned(), args.into())
    }

    /// On a page.
    pub(crate) fn markup(&self, w: &Words) -> Markup {
        match self {
            Said::Text(key, args) => w.say(key, args),
            Said::English(words) => Markup::english(words, w.lang),
        }
    }

    /// As plain text.
    pub(crate) fn plain(&self, w: &Words) -> String {
        match self {
            Said::Text(key, args) => w.plain(key, args),
            Said::English(words) => words.clone(),
        }
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Arg {
        Arg::Number(number)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Arg {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Arg {
    fn from(word: &str) -> Arg {
        Arg::Word(word.to_owned())
    }
}

impl From<String> for Arg {
    fn from(word: String) -> Arg {
        Arg::Word(word)
    }
}

impl From<Markup> for Arg {
    fn from(markup: Markup) -> Arg {
        Arg::Html(markup)
    }
}

impl From<&Markup> for Arg {
    fn from(markup: &Markup) -> Arg {
        Arg::Html(markup.clone())
    }
}

impl Texts {
    /// Reads the texts. Those that cannot be read are left out and logged: their keys stand in their place.
    pub(crate) fn load() -> Texts {
        let bundle = |lang: Lang, source: &str| {
            // Our tags are language tags; plural forms follow them.
            let mut bundle = Bundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
            // Words of another direction are set apart where they come in, not around every value.
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(|value, _| number(value)));
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, errors)| {
                tracing::error!(lang = lang.tag(), ?errors, "a text cannot be read");
                resource
            });
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(lang = lang.tag(), ?errors, "a text stands twice");
            }
            bundle
        };
        Texts {
            en: bundle(Lang::En, EN),
            fr: bundle(Lang::Fr, FR),
        }
    }

    fn bundle(&self, lang: Lang) -> &Bundle {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

fn number(value: &FluentValue) -> Option<String> {
    match value {
        // Counts and days are whole and far below the 2^53 at which a float would lose them.
        #[allow(clippy::cast_possible_truncation)]
        FluentValue::Number(number) => Some(written::number(number.value as i64)),
        _ => None,
    }
}

/// The texts of one language, as pages use them.
#[derive(Clone)]
pub(crate) struct Words {
    /// The language.
    pub(crate) lang: Lang,
    texts: Arc<Texts>,
    /// The cases of the teams of which whoever asks is shown it, beside their names.
    pub(crate) cases: Arc<BTreeMap<Organisation, String>>,
}

impl Words {
    /// The texts in a language.
    pub(crate) fn new(texts: &Arc<Texts>, lang: Lang) -> Words {
        Words {
            lang,
            texts: texts.clone(),
            cases: Arc::default(),
        }
    }

    /// The same, with which each of these teams is named with its case.
    pub(crate) fn with_cases(self, cases: Arc<BTreeMap<Organisation, String>>) -> Words {
        Words { cases, ..self }
    }

    /// A text without arguments.
    pub(crate) fn t(&self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// A text with arguments, as plain text: for titles and attributes.
    pub(crate) fn plain(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        let mut given = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Number(number) => given.set(*name, *number),
                Arg::Word(word) | Arg::Name(word) => given.set(*name, word.clone()),
                Arg::Html(html) => given.set(*name, html.as_str().to_owned()),
                Arg::InEach([en, fr]) => given.set(
                    *name,
                    match self.lang {
                        Lang::En => en.clone(),
                        Lang::Fr => fr.clone(),
                    },
                ),
                Arg::Said(said) => given.set(*name, said.plain(self)),
            }
        }
        self.format(key, &given)
    }

    /// A text with arguments, as HTML: words are escaped. The texts themselves hold no HTML (a test
    /// refuses it).
    pub(crate) fn say(&self, key: &str, args: &[(&'static str, Arg)]) -> Markup {
        let escaped: Vec<_> = args
            .iter()
            .map(|(name, arg)| match arg {
                Arg::Word(word) => (*name, Arg::Html(Markup::text(word))),
                Arg::Name(word) => (*name, Arg::Html(Markup::name(word))),
                Arg::InEach(each) => (*name, Arg::InEach(each.clone().map(|words| Markup::text(&words).to_string()))),
                Arg::Said(said) => (*name, Arg::Html(said.markup(self))),
                other => (*name, other.clone()),
            })
            .collect();
        Markup::ready(self.plain(key, &escaped))
    }

    /// Parts of a list in one line, set off by semicolons. In French no line breaks before one, nor before a colon.
    pub(crate) fn listed(&self, parts: &[Markup]) -> Markup {
        Markup::join(parts, self.semicolon())
    }

    /// The semicolon between two sentences, with the space behind it.
    pub(crate) fn semicolon(&self) -> &'static str {
        match self.lang {
            Lang::En => "; ",
            Lang::Fr => "\u{a0}; ",
        }
    }

    /// The colon behind a label.
    pub(crate) fn colon(&self) -> &'static str {
        match self.lang {
            Lang::En => ":",
            Lang::Fr => "\u{a0}:",
        }
    }

    /// The text for a closed word of the data, e.g. family `reason` and word `charges withdrawn`; the
    /// word itself, marked as English, where there is no text for it.
    pub(crate) fn closed(&self, family: &str, word: &str) -> Markup {
        match self.closed_key(family, word) {
            Some(key) => Markup::text(&self.t(&key)),
            None => Markup::english(word, self.lang),
        }
    }

    /// The key of the text for a closed word, if there is one.
    pub(crate) fn closed_key(&self, family: &str, word: &str) -> Option<String> {
        let key = format!("{family}-{}", slug(word));
        self.texts.bundle(self.lang).has_message(&key).then_some(key)
    }

    fn format(&self, key: &str, args: &FluentArgs) -> String {
        let bundle = self.texts.bundle(self.lang);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, lang = self.lang.tag(), "there is no such text");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, lang = self.lang.tag(), ?errors, "a text lacks an argument");
        }
        text
    }
}

/// A closed word as it stands in a key: letters and digits, all else a hyphen. `ICC-02/04` keeps its
/// capitals, as words of the data are told apart by them.
pub(crate) fn slug(word: &str) -> String {
    word.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

#[cfg(test)]
#[path = "texts_tests.rs"]
mod tests;
