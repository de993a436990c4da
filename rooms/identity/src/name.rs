//! Names that people give themselves, each other and their passkeys.

use register::names::fold;
use unicode_normalization::UnicodeNormalization;

/// The longest name, in characters.
pub const LONGEST: usize = 100;

/// Why a text is no name. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing is written.
    #[error("write a name")]
    Missing,
    /// Longer than [`LONGEST`].
    #[error("the name is longer than 100 characters; write a shorter one")]
    TooLong,
    /// Holds a sign that cannot be seen, or that turns the words around it.
    #[error("the name holds a sign that cannot be seen; write it anew instead of copying it")]
    Unseen,
}

/// The name that somebody wrote: in normal form C, with single spaces.
///
/// # Errors
/// See [`NameError`].
pub fn read(text: &str) -> Result<String, NameError> {
    let words: Vec<String> = text.split_whitespace().map(|word| word.nfc().collect()).collect();
    let name = words.join(" ");
    if name.is_empty() {
        Err(NameError::Missing)
    } else if name.chars().any(|c| c.is_control() || record::is_hidden(c)) {
        Err(NameError::Unseen)
    } else if name.chars().count() > LONGEST {
        Err(NameError::TooLong)
    } else {
        Ok(name)
    }
}

/// Whether two names could be taken for one another in a list: the same words in any case and order, with or
/// without diacritics, or with letters of another script that look like them. Whoever invites or assigns is warned
/// and shown both.
pub fn are_alike(one: &str, other: &str) -> bool {
    let seen = seen(one);
    !seen.is_empty() && seen == self::seen(other)
}

/// The words of a name as they look, in the order of the alphabet.
fn seen(name: &str) -> Vec<String> {
    let as_latin = |word: String| word.chars().map(latin_twin).collect::<String>();
    let mut words: Vec<String> = fold(name).into_iter().map(as_latin).collect();
    words.sort();
    words
}

/// The Latin letter that a small Cyrillic, Greek or Armenian letter or a digit looks like, if it looks like one (see
/// Unicode Technical Standard 39, section 4); else the letter itself.
fn latin_twin(letter: char) -> char {
    match letter {
        'а' | 'α' => 'a',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'һ' | 'հ' => 'h',
        'i' | 'l' | '1' | 'і' | 'ι' | 'ı' | 'ӏ' => 'l',
        'ј' => 'j',
        'κ' | 'к' => 'k',
        'ո' => 'n',
        '0' | 'о' | 'ο' | 'օ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' | 'գ' => 'q',
        'г' => 'r',
        'ѕ' => 's',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_in_one_form() {
        assert_eq!(read("  Exercise\u{a0} Person\u{301} "), Ok("Exercise Persoń".to_owned()));
        assert_eq!(read(" \n"), Err(NameError::Missing));
        assert_eq!(read("Exercise\u{202e}Person"), Err(NameError::Unseen));
        assert_eq!(read("Exercise\u{0}Person"), Err(NameError::Unseen));
        assert_eq!(read(&"x".repeat(100)), Ok("x".repeat(100)));
        assert_eq!(read(&"x".repeat(101)), Err(NameError::TooLong));
    }

    #[test]
    fn names_that_could_be_taken_for_one_another_are_alike() {
        assert!(are_alike("Exercise Pérson", "PERSON exercise"));
        assert!(!are_alike("Exercise Person One", "Exercise Person Two"));
        assert!(!are_alike("…", "—"));
        assert!(
            are_alike("Exercise Cope", "Ехеrсisе Соре"),
            "Cyrillic letters that look like Latin ones"
        );
        assert!(are_alike("Exercise officer", "Exercise 0ffIcer") && are_alike("Exercise officer", "Exercise offlcer"));
    }
}
