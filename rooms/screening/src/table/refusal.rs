//! Rows that could not be read: where they stand and why. They are counted and listed, never dropped silently.

use crate::texts::{Language, say};
use crate::watched::MOST_NAMES;

/// A row that was not screened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line on which it begins, from 1 with the header; in Parquet the row, from 1.
    pub line: u64,
    /// Why it could not be read.
    pub why: Why,
}

/// Why a row could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has another number of fields than the header.
    Width {
        /// Fields of the row.
        found: usize,
        /// Fields of the header.
        expected: usize,
    },
    /// It holds bytes that are no text in the encoding of the table.
    NotText,
    /// A quotation mark opens a field that nothing ends.
    QuoteOpen,
    /// Text stands after the quotation mark that ends a field.
    TextAfterQuote,
    /// It is longer than the longest record that is read, in bytes.
    TooLong {
        /// The longest that is read.
        longest: usize,
    },
    /// It is the header once more, perhaps with its columns in another order.
    HeaderAgain,
    /// It holds more names than are looked at.
    TooManyNames,
}

impl Why {
    /// The reason in words.
    pub fn words(&self, language: Language) -> String {
        match self {
            Why::Width { found, expected } => {
                let (found, expected) = (found.to_string(), expected.to_string());
                say(language, "refused-width", &[("found", &found), ("expected", &expected)])
            }
            Why::NotText => say(language, "refused-not-text", &[]),
            Why::QuoteOpen => say(language, "refused-quote-open", &[]),
            Why::TextAfterQuote => say(language, "refused-text-after-quote", &[]),
            Why::TooLong { longest } => say(language, "refused-too-long", &[("longest", &longest.to_string())]),
            Why::HeaderAgain => say(language, "refused-header-again", &[]),
            Why::TooManyNames => say(language, "refused-too-many-names", &[("most", &MOST_NAMES.to_string())]),
        }
    }
}
