//! The topics of Part 9, and which of them an editor's English prose on a law names.

use crate::Pack;

/// A topic of cooperation with the Court.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Id: `channel`, `surrender`.
    pub id: String,
    /// The articles of the Statute that it is about, as cited: `87(1)`, `91, 96`.
    pub article: String,
    /// Key of its name in the pack's Fluent files: `law-topic-` and the id.
    pub text_key: String,
    /// Words and beginnings of words by which it is named, in lower case.
    pub(crate) words: Vec<String>,
    /// Phrases that hold one of these words and mean something else.
    pub(crate) not: Vec<String>,
}

impl Pack {
    /// The topics, in the order of the articles.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// Ids of the topics that a text in English names, in the order of the pack.
    ///
    /// A text is read clause by clause (between semicolons and parentheses); a clause that says that
    /// something was not read names nothing.
    pub fn topics_in(&self, text: &str) -> Vec<&str> {
        let text = text.to_lowercase();
        let unread = |clause: &str| self.not_read.iter().any(|phrase| holds(clause, phrase));
        let clauses: Vec<&str> = text.split([';', '(', ')']).filter(|clause| !unread(clause)).collect();
        let named = |topic: &&Topic| clauses.iter().any(|clause| topic.is_named_in(clause));
        self.topics.iter().filter(named).map(|topic| topic.id.as_str()).collect()
    }

    /// Whether a text says that the law is general law on cooperation in criminal matters, not made for the
    /// Court: what it has on a topic holds for the Court only as far as it is applied to it.
    pub fn is_general_law(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.general_law.iter().any(|phrase| holds(&text, phrase))
    }
}

impl Topic {
    fn is_named_in(&self, clause: &str) -> bool {
        let left = self
            .not
            .iter()
            .fold(clause.to_owned(), |left, phrase| left.replace(phrase.as_str(), ";"));
        self.words.iter().any(|word| holds(&left, word))
    }
}

/// Whether a phrase stands in a text at the beginning of a word.
fn holds(text: &str, phrase: &str) -> bool {
    let begins_a_word = |at: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric())
    };
    text.match_indices(phrase).any(|(at, _)| begins_a_word(at))
}
