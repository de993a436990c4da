//! Why a row matched, in words that a lawyer can put before a judge.

/// The languages in which an explanation can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

/// Why a hit is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The score that it explains.
    pub score: f32,
}

impl Explanation {
    /// One line of plain text without line breaks.
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::English => "the same name".to_owned(),
            Language::French => "le même nom".to_owned(),
        }
    }
}
