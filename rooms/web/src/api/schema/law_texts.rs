//! The texts of the law pack, in the language of an answer.

use crate::address::Lang;
use crate::texts::{Texts, Words};
use law::{Pack, Rule};
use std::sync::{Arc, LazyLock};

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

    /// Rules as they are cited, those recalled without their text marked so, as on pages.
    pub(super) fn cites(&self, ids: &[String]) -> Vec<String> {
        let rule = |rule: &Rule| {
            let cites = self.t(&format!("{}.cites", rule.text_key));
            if rule.unverified {
                format!("{cites} ({})", unverified(self.lang))
            } else {
                cites
            }
        };
        ids.iter().filter_map(|id| self.law.rule(id)).map(rule).collect()
    }
}

/// The mark of what nobody read in its text.
fn unverified(lang: Lang) -> String {
    static TEXTS: LazyLock<Arc<Texts>> = LazyLock::new(|| Arc::new(Texts::load()));
    Words::new(&TEXTS, lang).t("mark-unverified")
}
