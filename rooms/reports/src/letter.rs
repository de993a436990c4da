//! A document as it is written: a request for cooperation, the note verbale that covers it, or that by which the Court tells the
//! State of what it did in it since. Plain data, every word in
//! the language of the document, so that whatever prints it (PDF, Word) needs no texts and decides nothing.

mod act;
mod annexes;
mod make;
mod words;

pub use act::act;
pub use annexes::AnnexLine;
pub use make::{Given, note, request};
pub use words::Language;
pub(crate) use words::Words;

use jiff::civil::Date;
use law::ElementSort;

/// Which document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The request itself.
    Request,
    /// The note verbale with which it is handed over.
    Note,
}

impl Kind {
    /// Both.
    pub const ALL: [Kind; 2] = [Kind::Request, Kind::Note];

    /// As it stands in addresses, names of files and at the shell: `request`, `note`.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Request => "request",
            Kind::Note => "note",
        }
    }

    /// The one of a word.
    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One document. All texts are plain and in normal form C as they were given; none of them is markup.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Letter {
    /// The language in which it is written.
    pub language: Language,
    /// Which document it is.
    pub kind: Kind,
    /// The act of which a note verbale tells, by its entry, or by its id in the law pack where it is not recorded yet; none in a
    /// request and in the note that covers it.
    pub act: Option<String>,
    /// What stands in head and foot of each page: its level, and that it is an exercise.
    pub marks: Marks,
    /// That it is a draft, of an act that is not recorded yet: this stands on each page too.
    pub draft: Option<String>,
    /// Who writes.
    pub from: String,
    /// To whom: the requested State, and under it the lines of the authority that receives it, where one is known.
    pub to: Vec<String>,
    /// The day on which it is signed; none where it was not signed yet.
    pub day: Option<Date>,
    /// The same in words; that it has none yet, where it was not signed.
    pub date: String,
    /// The reference of the request: its id, 32 hexadecimal digits; on the request itself behind the Court's own number of it.
    pub reference: String,
    /// The channel through which it goes; none in a request and in the note that covers it, which go by what their sending says.
    pub channel: Option<String>,
    /// Its title: `Request for arrest and surrender`.
    pub title: String,
    /// That the State accepts no document in this language, and which ones it accepts; none where it does.
    pub translation_owed: Option<String>,
    /// That this is a copy and not what was signed; none where it is that, or nothing was signed.
    pub copy: Option<String>,
    /// What stands before the sections.
    pub opening: Vec<String>,
    /// What is asked, in the order of the form. Empty in a note.
    pub sections: Vec<Section>,
    /// The annexes, in the order of the sections that name them.
    pub annexes: Vec<AnnexLine>,
    /// What stands behind the annexes; place and date last.
    pub closing: Vec<String>,
    /// For whom it is signed; nothing is signed by a note verbale, which bears a seal.
    pub signature: Option<String>,
    /// SHA-256 of the canonical text of the request, 64 hexadecimal digits.
    pub text_sha256: String,
    /// Words that whatever prints it needs besides.
    pub labels: Labels,
}

impl Letter {
    /// What stands on every page under the level, a line each.
    pub(crate) fn marks_below(&self) -> impl Iterator<Item = &String> {
        self.marks.exercise.iter().chain(&self.draft)
    }
}

/// What stands on every page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Marks {
    /// The level in capital letters: `CONFIDENTIAL`.
    pub level: String,
    /// That this is an exercise; none in a real record.
    pub exercise: Option<String>,
}

/// One element of the form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Section {
    /// Id of the element: `probable_location`.
    pub element: String,
    /// Its name in the language of the document.
    pub heading: String,
    /// That the law pack has no name for it in this language, so that it stands in another one.
    pub heading_untranslated: Option<String>,
    /// The rules that ask for it, as they are cited; empty where no rule of law does.
    pub cites: String,
    /// What it takes; none where the form knows no such element.
    pub sort: Option<Sort>,
    /// Whether it takes several texts.
    pub many: bool,
    /// Whether it is needed, after what was filled in.
    pub needed: bool,
    /// Whether it stays within the Court: what this register plans by (days on the way) is no part of what the State is told.
    pub planning: bool,
    /// What was given, as it stands in the request.
    pub given: Vec<String>,
    /// The same as people read it, a paragraph each: `1 April 2026` for `2026-04-01`.
    pub paragraphs: Vec<String>,
}

impl Section {
    /// Whether nothing was given.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }
}

/// What an element takes, with the words to choose from in the language of the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// One line.
    Line,
    /// Text of any length.
    Prose,
    /// A day: `2026-04-14`.
    Day,
    /// A date as exact as it is known: `1970-05`, `about 1970`.
    When,
    /// A whole number.
    Number,
    /// A language, three letters.
    Language,
    /// A State, three letters.
    State,
    /// A person: a name, or a key of the register.
    Person,
    /// One of these: the word as it stands in the request, and as people read it. `yes` and `no` are such words.
    Choice(Vec<(String, String)>),
    /// Documents, one text each.
    Documents,
}

impl Sort {
    fn of(sort: &ElementSort, words: &words::Words, law: &law::Pack) -> Sort {
        match sort {
            ElementSort::Line => Sort::Line,
            ElementSort::Prose => Sort::Prose,
            ElementSort::Day => Sort::Day,
            ElementSort::When => Sort::When,
            ElementSort::Number => Sort::Number,
            ElementSort::Language => Sort::Language,
            ElementSort::State => Sort::State,
            ElementSort::Person => Sort::Person,
            ElementSort::Documents => Sort::Documents,
            ElementSort::YesNo => Sort::Choice(
                ["yes", "no"]
                    .map(|word| (word.to_owned(), words.t(&format!("document-{word}"))))
                    .to_vec(),
            ),
            ElementSort::Choice(choices) => {
                let choice = |choice: &law::Choice| (choice.word.clone(), words.law(law, &choice.text_key).0);
                Sort::Choice(choices.iter().map(choice).collect())
            }
        }
    }
}

/// Words of the page, in the language of the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Labels {
    /// `From`
    pub from: String,
    /// `To`
    pub to: String,
    /// `Date`
    pub date: String,
    /// `Reference`
    pub reference: String,
    /// `Classification`
    pub level: String,
    /// `Channel`
    pub channel: String,
    /// Heading over the annexes.
    pub annexes: String,
    /// Heads of the columns of the table of annexes: number, title, language, SHA-256.
    pub annex_columns: [String; 4],
    /// What stands in the place of the hash of an annex that is on paper.
    pub on_paper: String,
    /// What stands under a heading where nothing was given.
    pub empty: String,
    /// That characters stand here by their numbers, printed where some do.
    pub unprintable: String,
    /// What stands before the hash of the text.
    pub text_sha256: String,
    /// What stands before and between the numbers of page and pages: `Page `, ` of `.
    pub page: [String; 2],
}

/// Whether a text is read from right to left: its first letter is of a script that is.
pub(crate) fn is_rtl(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}
