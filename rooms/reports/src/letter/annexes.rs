//! The annexes of a request as a document lists them.

use super::words::Words;
use law::Annex;

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

/// Whether one of the alternatives is met by these languages.
pub(super) fn is_accepted(accepted: &[Vec<String>], languages: &[&str]) -> bool {
    accepted.iter().any(|set| set.iter().all(|code| languages.contains(&code.as_str())))
}

/// The lines of one element. A translation stands right behind its original, so that an annex followed by one in a
/// language that the State accepts owes none.
pub(super) fn lines(element: &str, texts: &[String], accepted: &[Vec<String>], words: Words) -> Vec<AnnexLine> {
    let annexes: Vec<Annex> = texts.iter().map(|text| Annex::parse(text)).collect();
    let owed = |number: usize| {
        let language = annexes.get(number)?.language.as_deref()?;
        let behind = annexes.get(number + 1).and_then(|annex| annex.language.as_deref());
        let both: Vec<&str> = std::iter::once(language).chain(behind).collect();
        let alone = is_accepted(accepted, &[language]);
        (!alone && !is_accepted(accepted, &both)).then(|| words.say("document-annex-owed", &[("languages", &words.languages(accepted))]))
    };
    let line = |(number, annex): (usize, &Annex)| AnnexLine {
        element: element.to_owned(),
        title: annex.title.clone(),
        language: annex.language.as_deref().map(|code| words.language(code)),
        translation_owed: owed(number),
        sha256: annex.sha256.clone(),
    };
    annexes.iter().enumerate().map(line).collect()
}
