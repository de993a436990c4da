//! Names made comparable: folded tokens, so that a name is found in any case, with or without
//! diacritics, hyphens and apostrophes, in every script of the record; and keys of their sound, so that it is
//! looked up as somebody heard it, in another spelling or script ([`Heard`]). Whether it answers, and why, the kernel of
//! the room `screening` says ([`alike`]).

mod alike;
mod heard;
mod latin;
mod letters;
mod sound;

pub(crate) use alike::{Alike, alike};
pub(crate) use heard::answers;
pub use heard::{Heard, Way};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The folded tokens under which a name is found, sorted, none twice: its words, and for a word with
/// hyphens or apostrophes its parts and the whole without them (`Abd-Al-Rahman`: `abd`, `abdalrahman`,
/// `al`, `rahman`).
pub fn fold(name: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    for word in folded(name).split_whitespace() {
        let parts: Vec<&str> = parts(word).collect();
        if parts.len() > 1 {
            tokens.push(parts.concat());
        }
        tokens.extend(parts.into_iter().map(str::to_owned));
    }
    tokens.sort();
    tokens.dedup();
    tokens
}

/// The tokens under which a name is found as it sounds, sorted, none twice. They begin with a sign that no folded
/// token has, and stand beside those of [`fold`].
pub fn sounds(name: &str) -> Vec<String> {
    sound::of_name(name)
}

/// What the token of a word that stands in a text begins with, where the text is not a name: none of [`fold`] and
/// [`sounds`] begins so.
pub const IN_TEXT: char = '=';

/// The tokens of the words of a text that is not a name, sorted, none twice.
pub fn fold_text(text: &str) -> Vec<String> {
    fold(text).into_iter().map(|token| format!("{IN_TEXT}{token}")).collect()
}

/// The first so many words of a text, and what follows them. Whatever is no letter or digit parts words.
pub fn first_words(text: &str, most: usize) -> (&str, &str) {
    let begins = text.char_indices().scan(false, |within, (place, c)| {
        let before = std::mem::replace(within, c.is_alphanumeric() || is_combining_mark(c));
        Some((*within && !before).then_some(place))
    });
    let next = begins.flatten().nth(most);
    next.and_then(|place| text.split_at_checked(place)).unwrap_or((text, ""))
}

/// The folded tokens of what somebody searches for: each must be the beginning of a token of the name.
pub fn asked(words: &str) -> Vec<String> {
    let folded = folded(words);
    let mut tokens: Vec<String> = folded.split_whitespace().flat_map(parts).map(str::to_owned).collect();
    tokens.sort();
    tokens.dedup();
    tokens
}

/// Whether a name is found by these folded tokens.
pub fn matches(name: &str, asked: &[String]) -> bool {
    let tokens = fold(name);
    !asked.is_empty() && asked.iter().all(|a| tokens.iter().any(|t| t.starts_with(a.as_str())))
}

fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}

/// Lower case, without marks, letters that vary by habit of writing made one.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            // Arabic and Persian: alef maqsura and the Persian yeh as yeh, teh marbuta as heh, keheh as kaf.
            'ى' | 'ی' => out.push('ي'),
            'ة' => out.push('ه'),
            'ک' => out.push('ك'),
            // Tatweel stretches a word and says nothing.
            'ـ' => {}
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(name: &str, words: &str) {
        assert!(
            matches(name, &asked(words)),
            "{name:?} by {words:?}: {:?} {:?}",
            fold(name),
            asked(words)
        );
    }

    #[test]
    fn a_name_is_found_in_any_case_spelling_of_marks_and_joining() {
        found("Patrice-Edouard Ngaïssona", "ngaissona");
        found("Patrice-Edouard Ngaïssona", "NGAÏSSONA patrice");
        found("Ali Muhammad Ali Abd-Al-Rahman", "abdalrahman");
        found("Ali Muhammad Ali Abd-Al-Rahman", "abd-al-rahman ali");
        found("Ali Muhammad Ali Abd-Al-Rahman", "rahman");
        found("Kipseng'erya", "kipsengerya");
        found("Kipseng'erya", "kipseng’erya");
        found("Charles Blé Goudé", "ble goud");
    }

    #[test]
    fn a_name_is_found_in_arabic_hebrew_and_cyrillic() {
        found("أحمد محمد هارون", "احمد هارون");
        found("عبد الله السنوسي", "عبد السنوسى");
        found("هبت الله اخوندزاده", "اخوندزاده");
        found("عبدالحکیم حقاني", "عبدالحكيم");
        found("בנימין נתניהו", "נתניהו");
        found("Сергей Кужугетович Шойгу", "ШОЙГУ сергеи");
    }

    #[test]
    fn of_a_long_question_the_first_words_are_read() {
        assert_eq!(first_words("one two-three, four", 3), ("one two-three, ", "four"));
        assert_eq!(first_words("one two-three, four", 4), ("one two-three, four", ""));
        assert_eq!(first_words("ICC-02/05-01/07", 4), ("ICC-02/05-01/", "07"));
        assert_eq!(first_words("Ngai\u{308}ssona א״ב", 1), ("Ngai\u{308}ssona ", "א״ב"));
        assert_eq!(first_words(" - ' ", 1), (" - ' ", ""));
    }

    #[test]
    fn nothing_is_found_by_nothing_or_by_the_middle_of_a_word() {
        assert!(!matches("Joseph Kony", &asked("")));
        assert!(!matches("Joseph Kony", &asked(" - ' ")));
        assert!(!matches("Joseph Kony", &asked("ony")));
        assert!(!matches("Joseph Kony", &asked("kony vincent")));
    }
}
