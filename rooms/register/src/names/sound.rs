//! Keys by which names are found as they are heard, in whatever script and by whatever habit of spelling.
//!
//! A key is the run of a word's consonants by class, with a sign where it begins with a vowel: `Gaddafi`,
//! `Kadhafi` and `القذافي` all have `KTF`. One of two consonants has the vowel between them too. A word with letters that are read in several ways has a key for each;
//! in one word one letter is always read alike. Two names sound alike where they have a key in common.

use super::letters;
use screening::roman::Roman;
use unicode_normalization::UnicodeNormalization;

/// What the token of a key begins with, which no folded word does.
const MARK: char = '~';
/// What it ends with, so that a whole key is asked for; without it, one that begins so.
const END: char = '.';
/// What stands between the marks of words taken for one.
const NEXT_WORD: char = '-';
/// The most keys of one word: the likeliest readings.
const MOST_KEYS: usize = 9;
/// The longest name that is put into keys, in words, so that no text costs more than a name.
const LONGEST: usize = 12;
/// The longest name that is also taken for one word, in words: for scripts that write no spaces.
const LONGEST_WHOLE: usize = 4;
/// The fewest consonants by which something is found: of one word at least, whatever the others.
pub(super) const ENOUGH: usize = 2;

/// The article of Arabic names in Latin letters, as it is spoken before various letters.
const ARTICLES: [&str; 22] = [
    "al", "el", "il", "ul", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ath", "az", "ez", "adh", "edh", "l",
];

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As it was written.
    pub text: String,
    /// Its marks; none where it has no sound: digits, scripts that are not known here.
    marks: Option<String>,
    /// Whether it is an article, which is said or left out.
    pub article: bool,
}

/// The words of a name. Hyphens part them; apostrophes do not.
pub(super) fn words(name: &str) -> Vec<Word> {
    let lower: String = name.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    let kept = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) || is_apostrophe(c);
    let mut words = Vec::new();
    for text in lower.split(|c| !kept(c)) {
        let text = without_apostrophes(text);
        if text.is_empty() || words.len() == LONGEST {
            continue;
        }
        match text.strip_prefix("ال").filter(|rest| rest.chars().count() > 2) {
            Some(rest) => {
                words.push(word("ال", true));
                words.push(word(rest, false));
            }
            None => {
                let article = ARTICLES.contains(&text.as_str());
                words.push(word(&text, article));
            }
        }
    }
    words
}

fn word(text: &str, article: bool) -> Word {
    Word {
        text: text.to_owned(),
        // Scripts without a table here are heard as the kernel of the room `screening` writes them in Latin letters.
        marks: letters::marks(text).or_else(|| letters::marks(&in_latin_letters(text))),
        article,
    }
}

fn in_latin_letters(text: &str) -> String {
    Roman::of(text).letters().iter().map(|letter| char::from(*letter)).collect()
}

/// Without apostrophes, but for those that make other letters of Hebrew ones (`ג׳`).
fn without_apostrophes(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if !is_apostrophe(c) {
            kept.push(c);
        } else if kept.ends_with(['ג', 'ז', 'צ']) {
            kept.push('׳');
        }
    }
    kept
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʻ' | 'ʾ' | 'ʿ' | '´' | '׳')
}

/// The tokens of the keys of a name: of its words, of neighbours taken for one (`Abd-Al-Rahman`, `Abdurrahman`),
/// with and without the article between, and of the whole of a short name.
pub(super) fn of_name(name: &str) -> Vec<String> {
    let words = words(name);
    let mut tokens: Vec<String> = Vec::new();
    for word in words.iter().filter(|word| !word.article || words.len() == 1) {
        tokens.extend(of_words(&[word]));
    }
    for joined in joins(&words) {
        tokens.extend(of_words(&joined));
    }
    tokens.sort();
    tokens.dedup();
    tokens
}

/// The words of a name that may have been written as one: neighbours, with and without the article between them,
/// an article with its neighbours, and all words of a short name.
pub(super) fn joins(words: &[Word]) -> Vec<Vec<&Word>> {
    let mut joined: Vec<Vec<&Word>> = Vec::new();
    for (place, first) in words.iter().enumerate() {
        let rest = words.get(place + 1..).unwrap_or_default();
        let Some(next) = rest.first() else { break };
        joined.push(vec![first, next]);
        if let Some(after) = rest.get(1).filter(|_| !first.article && next.article) {
            joined.push(vec![first, after]);
            joined.push(vec![first, next, after]);
        }
    }
    let bare: Vec<&Word> = words.iter().filter(|word| !word.article).collect();
    if (3..=LONGEST_WHOLE).contains(&bare.len()) {
        if bare.len() < words.len() {
            joined.push(words.iter().collect());
        }
        joined.push(bare);
    }
    joined
}

/// The tokens of some words taken for one; none where one of them has no sound, or nothing is left of it.
pub(super) fn of_words(words: &[&Word]) -> Vec<String> {
    let marks: Option<Vec<&str>> = words.iter().map(|word| word.marks.as_deref()).collect();
    let keys = marks.map(|marks| keys(&marks.join(&NEXT_WORD.to_string()))).unwrap_or_default();
    keys.into_iter().map(|key| format!("{MARK}{key}{END}")).collect()
}

/// The token of all keys that begin as a key does, of one that is long enough.
pub(super) fn beginning(token: &str) -> Option<&str> {
    token.strip_suffix(END).filter(|_| consonants(token) > ENOUGH)
}

/// How many consonants the key of a token has; none where the token is a word.
pub(super) fn consonants(token: &str) -> usize {
    match token.strip_prefix(MARK) {
        Some(key) => key.chars().filter(|c| c.is_ascii_uppercase() && *c != 'A').count(),
        None => 0,
    }
}

/// The keys of marks, in the order of the readings, none twice.
fn keys(marks: &str) -> Vec<String> {
    let mut read: Vec<String> = vec![marks.to_owned()];
    for (mark, readings) in letters::READINGS {
        if marks.contains(*mark) {
            let ways = readings
                .iter()
                .flat_map(|reading| read.iter().map(|so_far| so_far.replace(*mark, reading)));
            read = ways.collect();
        }
    }
    let mut keys: Vec<String> = Vec::new();
    for key in read.iter().flat_map(|classes| keys_of(classes)) {
        if !keys.contains(&key) && keys.len() < MOST_KEYS {
            keys.push(key);
        }
    }
    keys
}

/// The keys of classes: doubled consonants are one, vowels are left out but for the first, and t is not heard before
/// a hiss in one word (`Dschibuti`, `Djibouti`; `Akhundzada`, `Akhunzada`). None without a consonant.
///
/// Two consonants alone say little, so that the vowels between them are part of the key: one key for each of `a`,
/// `i` and `o` that may be heard there.
fn keys_of(classes: &str) -> Vec<String> {
    let mut key = String::new();
    let mut begins_with_vowel = false;
    // The vowels after the first consonant and before the second.
    let mut between = String::new();
    let mut last = None;
    let mut begins_word = true;
    for class in classes.chars() {
        if class == NEXT_WORD {
            begins_word = true;
            continue;
        }
        if is_vowel(class) {
            begins_with_vowel |= last.is_none();
            if key.len() == 1 {
                between.push(class);
            }
        } else if last != Some(class) {
            let hissed = !begins_word && matches!(class, 'S' | 'C') && (last == Some('T') || key.ends_with("NT"));
            if hissed {
                key.pop();
            }
            if !key.ends_with(class) || !hissed {
                key.push(class);
            }
        }
        last = Some(class);
        begins_word = false;
    }
    let beginning = if begins_with_vowel { "A" } else { "" };
    match (key.len(), key.split_at_checked(1)) {
        (0, _) => Vec::new(),
        (2, Some((first, second))) => {
            let any = between.is_empty() || between.contains('*');
            let is_heard = |vowel: &char| any || between.contains(*vowel) || (*vowel != 'o' && between.contains('e'));
            let vowels = ['a', 'i', 'o'].into_iter().filter(is_heard);
            vowels.map(|vowel| format!("{beginning}{first}{vowel}{second}")).collect()
        }
        _ => vec![format!("{beginning}{key}")],
    }
}

fn is_vowel(class: char) -> bool {
    matches!(class, 'a' | 'e' | 'i' | 'o' | '*')
}

#[cfg(test)]
#[path = "sound_tests.rs"]
mod tests;
