//! The annexes of a request as a document lists them.

use super::words::Words;
use law::{Annex, untranslated};

/// One line of the list of annexes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AnnexLine {
    /// The element that names it: `warrant`.
    pub element: String,
    /// Its title, or the name of its file.
    pub title: String,
    /// Its language by name; none where it was not said, or where it has none, as a photograph.
    pub language: Option<String>,
    /// That a translation is owed, and into what; none where it is not, or where its language was not said.
    pub translation_owed: Option<String>,
    /// SHA-256 of its file, 64 hexadecimal digits; none where it is on paper.
    pub sha256: Option<String>,
}

/// The lines of one element, each with whether a translation is owed, as the law says it ([`untranslated`]).
pub(super) fn lines(element: &str, texts: &[String], accepted: &[Vec<String>], words: Words) -> Vec<AnnexLine> {
    let annexes: Vec<Annex> = texts.iter().map(|text| Annex::parse(text)).collect();
    let owed = untranslated(&annexes, accepted);
    let line = |annex: &Annex| {
        let is_owed = annex.language.is_some() && owed.contains_key(annex.title.as_str());
        AnnexLine {
            element: element.to_owned(),
            title: annex.title.clone(),
            language: annex.language.as_deref().map(|code| words.language(code)),
            translation_owed: is_owed.then(|| words.say("document-annex-owed", &[("languages", &words.languages(accepted))])),
            sha256: annex.sha256.clone(),
        }
    };
    annexes.iter().map(line).collect()
}
