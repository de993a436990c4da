//! The texts of the law pack, in the language of an answer.

use crate::address::Lang;
use crate::texts::{Texts, Words};
use law::{ElementSort, Finding, Pack, Rule};
use std::sync::{Arc, LazyLock};

/// The facts of a finding that name the answer which it contradicts.
pub const ANSWER: [&str; 2] = ["answered", "answer"];

/// A law pack, and the language in which its texts are told.
#[derive(Clone, Copy)]
pub struct LawTexts<'a> {
    law: &'a Pack,
    lang: Lang,
}

impl<'a> LawTexts<'a> {
    /// In English.
    pub fn english(law: &'a Pack) -> LawTexts<'a> {
        LawTexts { law, lang: Lang::En }
    }

    /// In a language.
    pub(crate) fn of(law: &'a Pack, lang: Lang) -> LawTexts<'a> {
        LawTexts { law, lang }
    }

    /// The law pack.
    pub(crate) fn law(&self) -> &'a Pack {
        self.law
    }

    /// A text; its key where there is none.
    pub(crate) fn t(&self, key: &str) -> String {
        self.maybe(key).unwrap_or_else(|| key.to_owned())
    }

    /// A text, if there is one.
    pub(super) fn maybe(&self, key: &str) -> Option<String> {
        self.law.text(self.lang.tag(), key).map(str::to_owned)
    }

    /// What is wrong and what to do; of what contradicts an answer, which one that is, in words.
    pub(crate) fn finds(&self, finding: &Finding) -> String {
        let says = self.t(&finding.text_key);
        let answer = ANSWER.map(|name| finding.facts.iter().find(|(fact, _)| fact == name).map(|(_, value)| value));
        let [Some(id), Some(word)] = answer else { return says };
        let w = words(self.lang);
        let element = self
            .law
            .forms()
            .iter()
            .flat_map(|form| &form.elements)
            .find(|element| element.id == *id);
        let choice = match element.map(|element| &element.sort) {
            Some(ElementSort::YesNo) => w.closed_key("request", word).map(|key| w.t(&key)),
            Some(ElementSort::Choice(choices)) => {
                let choice = choices.iter().find(|choice| choice.word == *word);
                choice.and_then(|choice| self.maybe(&choice.text_key))
            }
            _ => None,
        };
        let asked = element.map_or_else(|| id.clone(), |element| self.t(&element.text_key));
        let args = [("element", asked.into()), ("value", choice.unwrap_or_else(|| word.clone()).into())];
        format!("{says} {}", w.plain("request-fact-answered", &args))
    }

    /// Rules as they are cited, those recalled without their text marked so, as on pages.
    pub(super) fn cites(&self, ids: &[String]) -> Vec<String> {
        let rule = |rule: &Rule| {
            let cites = self.t(&format!("{}.cites", rule.text_key));
            if rule.unverified {
                format!("{cites} ({})", words(self.lang).t("mark-unverified"))
            } else {
                cites
            }
        };
        ids.iter().filter_map(|id| self.law.rule(id)).map(rule).collect()
    }
}

/// Our own words beside those of the law.
fn words(lang: Lang) -> Words {
    static TEXTS: LazyLock<Arc<Texts>> = LazyLock::new(|| Arc::new(Texts::load()));
    Words::new(&TEXTS, lang)
}
