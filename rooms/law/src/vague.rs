//! Texts that say nothing: how many words are left of one without the phrases that a pack lists.

use std::collections::BTreeMap;

/// Phrases that say nothing, each as its words in lower case, under its first word, the longest first: so that a text is
/// gone through once, however many phrases there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Phrases(BTreeMap<String, Vec<Vec<String>>>);

impl Phrases {
    /// Adds one. What holds no word is never found, and is left out.
    pub(crate) fn add(&mut self, phrase: &str) {
        let words = words(phrase);
        if let Some(first) = words.first() {
            let beginning = self.0.entry(first.clone()).or_default();
            beginning.push(words);
            beginning.sort_by_key(|words| std::cmp::Reverse(words.len()));
        }
    }

    /// How many of these words, from the first on, are a phrase.
    fn length_of(&self, text: &[String]) -> Option<usize> {
        let beginning = self.0.get(text.first()?)?;
        beginning.iter().find(|phrase| text.starts_with(phrase)).map(Vec::len)
    }
}

/// How many words of a text say something: those that stand in no phrase. Phrases are found whatever the capital letters,
/// at the bounds of words alone.
pub(crate) fn words_that_say_something(text: &str, phrases: &Phrases) -> usize {
    let words = words(text);
    let mut left = 0;
    let mut at = 0;
    while let Some((word, rest)) = words.get(at).zip(words.get(at..)) {
        match phrases.length_of(rest) {
            Some(length) => at += length,
            None => {
                left += weight(word);
                at += 1;
            }
        }
    }
    left
}

/// The words of a text in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let part_of_a_word = |c: char| c.is_alphanumeric() || is_mark(c);
    let runs = lower
        .split(|c: char| !part_of_a_word(c))
        .filter(|run| run.chars().any(char::is_alphanumeric));
    runs.map(str::to_owned).collect()
}

/// As how many words a run of letters counts: in scripts that set no blanks between words, each sign counts.
fn weight(run: &str) -> usize {
    run.chars().filter(|c| is_unspaced(*c)).count().max(1)
}

/// Vowel signs and the like, which are no letters and part no word (Devanagari, Bengali and their kin, Arabic, Hebrew).
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0dff}' | '\u{0e31}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Han, Hiragana, Katakana, Thai, Lao, Myanmar, Khmer.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::{Phrases, words_that_say_something};

    fn left(text: &str) -> usize {
        let mut phrases = Phrases::default();
        for phrase in ["as", "To be determined", "as above", "unknown", "…"] {
            phrases.add(phrase);
        }
        words_that_say_something(text, &phrases)
    }

    #[test]
    fn a_listed_phrase_says_nothing_whatever_its_letters_and_signs() {
        for text in [
            "unknown",
            "Unknown.",
            "(as above)",
            "TO BE  DETERMINED",
            "unknown; as above",
            "…",
            "-",
        ] {
            assert_eq!(left(text), 0, "{text}");
        }
    }

    #[test]
    fn words_beside_a_phrase_and_words_that_only_begin_like_one_say_something() {
        assert_eq!(left("Unknown house near the market"), 4);
        assert_eq!(left("unknowns"), 1);
        assert_eq!(left("to be"), 2);
        assert_eq!(left("as above all"), 1, "the longest phrase is taken");
    }

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(left("رجل بالغ كان قائدا"), 4);
        assert_eq!(left("पूर्व सेनापति"), 2);
        assert_eq!(left("成年男子"), 4);
    }
}
