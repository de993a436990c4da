//! What somebody typed as they heard it: the ways in which a name can answer to it.

use super::sound::{self, Word};
use super::{asked, fold, sounds};

/// A way to answer: for each word the tokens any one of which will do. A token of a folded word stands for all
/// that begin so; one of a sound that is whole, for itself.
pub type Way = Vec<Vec<String>>;

/// The most words that are listened to.
const MOST_WORDS: usize = 6;

/// The most tokens of one word: the likeliest.
const MOST_TOKENS: usize = 12;

/// A question by sound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    ways: Vec<Way>,
    each_word: Vec<Way>,
}

impl Heard {
    /// What these words ask for. Nothing where no word of them has two consonants, or one of them has no sound and
    /// begins nothing: such words are found as they are written or not at all.
    pub fn new(words: &str) -> Heard {
        let all = sound::words(words);
        let apart: Way = all.iter().filter(|word| !word.article).map(tokens_of).collect();
        let joins = sound::joins(&all);
        let each = apart.iter().cloned().chain(joins.iter().map(|joined| sound::of_words(joined)));
        let mut each_word: Vec<Way> = Vec::new();
        for tokens in each.filter(|tokens| tokens.iter().any(|token| sound::consonants(token) >= sound::ENOUGH)) {
            if !each_word.contains(&vec![tokens.clone()]) {
                each_word.push(vec![tokens]);
            }
        }
        if all.len() > MOST_WORDS {
            return Heard {
                ways: Vec::new(),
                each_word,
            };
        }
        let mut ways = vec![apart];
        for joined in joins {
            let (Some(first), Some(last)) = (joined.first(), joined.last()) else {
                continue;
            };
            let place = |of: &Word| all.iter().position(|word| std::ptr::eq(word, of)).unwrap_or_default();
            let (first, last) = (place(first), place(last));
            let others = |from: &[Word]| from.iter().filter(|word| !word.article).map(tokens_of).collect::<Way>();
            let mut way = others(all.get(..first).unwrap_or_default());
            way.push(sound::of_words(&joined));
            way.extend(others(all.get(last + 1..).unwrap_or_default()));
            ways.push(way);
        }
        let is_enough = |way: &Way| {
            let most = way.iter().flatten().map(|token| sound::consonants(token)).max();
            most >= Some(sound::ENOUGH) && way.iter().all(|tokens| !tokens.is_empty())
        };
        ways.retain(is_enough);
        Heard { ways, each_word }
    }

    /// The ways, the nearest first.
    pub fn ways(&self) -> &[Way] {
        &self.ways
    }

    /// Each word by itself, of those by whose sound something is found, and neighbours taken for one. Whoever answers to
    /// one of them may be meant: titles, names that the record does not have and words that were caught wrongly may stand
    /// beside it.
    pub fn each_word(&self) -> &[Way] {
        &self.each_word
    }

    /// The same for sounds that begin so: for a name of which somebody caught the beginning. Only by keys of three
    /// consonants and more.
    pub fn beginnings(&self) -> Vec<Way> {
        let begins = |token: &String| match sound::beginning(token) {
            Some(beginning) => Some(beginning.to_owned()),
            None => (sound::consonants(token) == 0).then(|| token.clone()),
        };
        let way = |way: &Way| way.iter().map(|tokens| tokens.iter().filter_map(begins).collect()).collect();
        let mut ways: Vec<Way> = self.ways.iter().map(way).collect();
        ways.retain(|way| way.iter().all(|tokens| !tokens.is_empty()) && way.iter().flatten().any(|token| sound::consonants(token) > 0));
        ways
    }

    /// Whether a name answers.
    pub fn matches(&self, name: &str) -> bool {
        answers(name, &self.ways)
    }
}

/// Whether a name answers to one of some ways.
pub(crate) fn answers(name: &str, ways: &[Way]) -> bool {
    let (folded, sounds) = (fold(name), sounds(name));
    let has = |asked: &String| folded.iter().chain(&sounds).any(|token| token.starts_with(asked.as_str()));
    ways.iter().any(|way| way.iter().all(|tokens| tokens.iter().any(has)))
}

/// The tokens of one word: that it is written so, that it sounds so, and that it sounds so without an article
/// written before it in one.
fn tokens_of(word: &Word) -> Vec<String> {
    let mut tokens: Vec<String> = asked(&word.text);
    tokens.truncate(1);
    tokens.extend(sound::of_words(&[word]));
    let rest = ["al", "el"].into_iter().find_map(|article| word.text.strip_prefix(article));
    if let Some(rest) = rest.and_then(|rest| sound::words(rest).into_iter().next()) {
        let bare = sound::of_words(&[&rest]);
        tokens.extend(
            bare.into_iter()
                .filter(|token| sound::consonants(token) >= sound::ENOUGH && !token.starts_with("~A")),
        );
    }
    tokens.truncate(MOST_TOKENS);
    tokens
}
