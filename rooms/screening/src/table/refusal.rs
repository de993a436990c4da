//! Rows that could not be read: where they stand and why. They are counted and listed, never dropped silently.

use crate::explanation::Language;

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
}

impl Why {
    /// The reason in words.
    pub fn words(&self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::French => self.french(),
        }
    }

    fn english(&self) -> String {
        match self {
            Why::Width { found, expected } => {
                let fields = if *found == 1 { "field" } else { "fields" };
                format!("{found} {fields} where the header has {expected}")
            }
            Why::NotText => "bytes that are no text in the encoding of the file".to_owned(),
            Why::QuoteOpen => "a quotation mark opens a field and nothing ends it".to_owned(),
            Why::TextAfterQuote => "text after the quotation mark that ends a field".to_owned(),
            Why::TooLong { longest } => format!("longer than {longest} bytes"),
            Why::HeaderAgain => "the header again, not a row; columns may have moved".to_owned(),
        }
    }

    fn french(&self) -> String {
        match self {
            Why::Width { found, expected } => {
                let fields = if *found == 1 { "champ" } else { "champs" };
                format!("{found} {fields} alors que l’en-tête en a {expected}")
            }
            Why::NotText => "des octets qui ne sont pas du texte dans l’encodage du fichier".to_owned(),
            Why::QuoteOpen => "un guillemet ouvre un champ que rien ne ferme".to_owned(),
            Why::TextAfterQuote => "du texte après le guillemet qui ferme un champ".to_owned(),
            Why::TooLong { longest } => format!("plus long que {longest} octets"),
            Why::HeaderAgain => "de nouveau l’en-tête, et non une ligne de données\u{a0}; des colonnes ont pu changer de place".to_owned(),
        }
    }
}
