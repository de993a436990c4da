//! Topics of cooperation, and the words by which they are named.

use super::Reader;
use crate::raw::{RawTopic, Source, Word};
use crate::topic::Topic;
use toml::Spanned;

impl Reader {
    pub(super) fn topic(&mut self, source: &Source, topic: &Spanned<RawTopic>) {
        let raw = topic.get_ref();
        let id = raw.id.get_ref();
        let taken = self.topics.iter().any(|other| other.id == *id);
        self.own_id(source, &raw.id, "topic", taken);
        let article = raw.article.get_ref();
        if !article.split(", ").all(is_citation) {
            let reason =
                format!("`{article}` is no citation of articles; write 87(1), or several with a comma and a space between them: 91, 96");
            self.faults.push(source.fault(&raw.article, reason));
        }
        if raw.words.get_ref().is_empty() {
            let reason = format!("the topic `{id}` has no word by which a text could name it; write one or more under `words`");
            self.faults.push(source.fault(&raw.words, reason));
        }
        let words = self.phrases(source, raw.words.get_ref());
        let not = self.phrases(source, &raw.not);
        let text_key = format!("law-topic-{id}");
        self.named.push((text_key.clone(), source.fault(&raw.id, "")));
        self.topics.push(Topic {
            id: id.clone(),
            article: article.clone(),
            text_key,
            words,
            not,
        });
    }

    /// Phrases in the form in which they are looked for. One that is cut where a text is cut is never found.
    pub(super) fn phrases(&mut self, source: &Source, words: &[Word]) -> Vec<String> {
        for word in words {
            let phrase = word.get_ref();
            if !phrase.starts_with(char::is_alphanumeric) || phrase.trim() != phrase || phrase.contains([';', '(', ')']) {
                let reason = format!(
                    "`{phrase}` is never found: texts are read between semicolons and parentheses, from the beginning of a word; \
                     write a word, or words without these signs"
                );
                self.faults.push(source.fault(word, reason));
            }
        }
        words.iter().map(|word| word.get_ref().to_lowercase()).collect()
    }
}

/// Whether a text cites an article with its divisions: `103`, `87(1)`, `91(2)(a)`.
fn is_citation(text: &str) -> bool {
    let figures = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (article, divisions) = text.split_at(figures);
    let division = |d: &str| {
        d.strip_prefix('(')
            .is_some_and(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    !article.is_empty() && (divisions.is_empty() || (divisions.ends_with(')') && divisions.split_terminator(')').all(division)))
}
