//! What is said of a document that was read, and why one is refused. Closed; the texts here are for the shell, the words
//! are those by which the texts of pages know them.

use super::LARGEST;

/// What a file is that is no Word document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// A document of Word before 2007.
    OldWord,
    /// A document under a password.
    Protected,
    /// Portable Document Format.
    Pdf,
    /// Rich text.
    RichText,
    /// A text of OpenDocument (ISO/IEC 26300).
    OpenDocument,
    /// Another thing.
    Other,
}

/// Why a document is not read. Nothing of it was taken over then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There are no bytes.
    #[error("the file is empty; choose the one that was meant")]
    Empty,
    /// There are too many.
    #[error("the file is longer than {} MiB; take pictures and annexes out of it", LARGEST >> 20)]
    TooLong,
    /// It is something else.
    #[error("the file is no Word document (.docx): {}", instead(*.0))]
    NotWord(Instead),
    /// It does not hold together.
    #[error("the file is damaged; open it in Word, save it under a new name as .docx, and try again")]
    Damaged,
    /// It has more in it than a request can have.
    #[error(
        "the file holds more than any request needs, or is built so that it unpacks to far more than it is; copy the text into a new copy of the document"
    )]
    TooLarge,
    /// It declares a type of its own, which no word processor writes and which can make a reader run away.
    #[error("the file declares XML entities, which no word processor does; it is not read")]
    Entities,
    /// It is not one that was taken from here, or a program took away what says so.
    #[error(
        "the file does not say of which draft it is: it was not made here, or the program that saved it took that out. Take the document along anew, copy your text into its fields, and save it with Word or LibreOffice"
    )]
    NotOurs,
    /// What it says of itself is of a newer edition, or was changed.
    #[error(
        "what the file says of the draft that it is made of cannot be read; take the document along anew and copy your text into its fields"
    )]
    Mark,
    /// Its fields are not as they were.
    #[error("{}", problems(.0))]
    Fields(Vec<FieldProblem>),
}

impl ReadError {
    /// The word by which the texts of each language know it.
    pub fn word(&self) -> &'static str {
        match self {
            ReadError::Empty => "empty",
            ReadError::TooLong => "too-long",
            ReadError::NotWord(instead) => match instead {
                Instead::OldWord => "old-word",
                Instead::Protected => "protected",
                Instead::Pdf => "pdf",
                Instead::RichText => "rich-text",
                Instead::OpenDocument => "open-document",
                Instead::Other => "other",
            },
            ReadError::Damaged => "damaged",
            ReadError::TooLarge => "too-large",
            ReadError::Entities => "entities",
            ReadError::NotOurs => "not-ours",
            ReadError::Mark => "mark",
            ReadError::Fields(_) => "fields",
        }
    }
}

fn instead(what: Instead) -> &'static str {
    match what {
        Instead::OldWord => "it is one of Word before 2007 (.doc); save it as .docx",
        Instead::Protected => "it is under a password; save it without one",
        Instead::Pdf => "it is a PDF; the document in which the fields are is the one that was taken along for Word",
        Instead::RichText => "it is rich text (.rtf); save the document as .docx",
        Instead::OpenDocument => "it is OpenDocument (.odt); save the document as .docx",
        Instead::Other => "it begins like something else; choose the one that was meant",
    }
}

/// What is wrong with a field, so that what it says cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldProblem {
    /// Something stood in it when it was taken along, and neither the field nor its heading is there.
    #[error("the field {label:?} is gone with its heading; undo that in Word, or take the document along anew")]
    Gone {
        /// The element.
        element: String,
        /// Its name in the document.
        label: String,
    },
    /// It stands in the document more than once.
    #[error("the field {label:?} stands in the document more than once; leave one of them")]
    Twice {
        /// The element.
        element: String,
        /// Its name in the document.
        label: String,
    },
    /// It stands within another.
    #[error("the field {label:?} stands within the field {within:?}; move it out of it")]
    Nested {
        /// The element.
        element: String,
        /// Its name in the document.
        label: String,
        /// The name of the other.
        within: String,
    },
}

impl FieldProblem {
    /// The word by which the texts of each language know it.
    pub fn word(&self) -> &'static str {
        match self {
            FieldProblem::Gone { .. } => "gone",
            FieldProblem::Twice { .. } => "twice",
            FieldProblem::Nested { .. } => "nested",
        }
    }
}

fn problems(problems: &[FieldProblem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    format!(
        "nothing was taken out of the document, since its fields changed:\n  {}",
        lines.join("\n  ")
    )
}

/// What a field cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// A picture, a drawing, a text box or an embedded object.
    Picture,
    /// A footnote or endnote.
    Footnote,
    /// A sign out of a font of signs.
    Symbol,
    /// Numbers or bullets that the program sets before paragraphs.
    Numbering,
    /// A formula, or another thing that is no text.
    Other,
}

impl Lost {
    /// The word by which the texts of each language know it.
    pub fn word(self) -> &'static str {
        match self {
            Lost::Picture => "picture",
            Lost::Footnote => "footnote",
            Lost::Symbol => "symbol",
            Lost::Numbering => "numbering",
            Lost::Other => "other",
        }
    }
}

/// Something that whoever brings a document back must know. Elements are named by the label that they have in the document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Notice {
    /// Tracked changes were taken as accepted: so many insertions and deletions.
    #[error("tracked changes ({0}) were read as if all of them were accepted")]
    Tracked(usize),
    /// So many comments stand in the document.
    #[error("comments ({0}) were not read; they stay in the document alone")]
    Comments(usize),
    /// The program that saved it took the fields away; what stands under each heading was read.
    #[error("the program that saved the document took its fields away; what stands under each heading was read")]
    Controls,
    /// Text stood beside the field under its heading, and was read as part of it.
    #[error("text beside the field {0:?} was read as part of it")]
    Beside(String),
    /// A field in which nothing stood was taken out; it stays empty.
    #[error("the field {0:?}, which was empty, was taken out of the document; it stays empty")]
    EmptyGone(String),
    /// Tabs, no-break spaces, soft hyphens and the like were read as plain ones.
    #[error("signs that word processors set by themselves (soft hyphens, tabs, spaces that do not break) were read as plain ones in {0:?}")]
    Typography(String),
    /// Hidden text was read like other text.
    #[error("hidden text stands in the field {0:?}; it was read like other text")]
    Hidden(String),
    /// Text that is struck through was read like other text.
    #[error("text that is struck through stands in the field {0:?}; it was read like other text, so take out what is not to stand")]
    Struck(String),
    /// A program wrote the text several times over, and it was read once.
    #[error(
        "the program that saved the document wrote the text of the field {0:?} several times over; it was read once, so look whether it is whole"
    )]
    Repeated(String),
    /// A table was read line by line.
    #[error("a table stands in the field {0:?}; its cells were read as paragraphs")]
    Table(String),
    /// What the prompt of a word processor looks like was read as an empty field.
    #[error("the field {label:?} shows a prompt ({text:?}), and was read as empty")]
    Prompt {
        /// The name of the field in the document.
        label: String,
        /// The prompt.
        text: String,
    },
    /// A thing in a field that is no text is lost.
    #[error("{} in the field {label:?} was not read; {}", lost(*.what), instead_of(*.what))]
    Lost {
        /// The name of the field in the document.
        label: String,
        /// What.
        what: Lost,
    },
    /// A paragraph outside the fields was added or changed, and is lost.
    #[error("outside the fields, and not taken over: {0:?}")]
    Outside(String),
    /// So many more of them.
    #[error("and {0} more paragraphs outside the fields, not taken over")]
    MoreOutside(usize),
}

impl Notice {
    /// The word by which the texts of each language know it.
    pub fn word(&self) -> &'static str {
        match self {
            Notice::Tracked(_) => "tracked",
            Notice::Comments(_) => "comments",
            Notice::Controls => "controls",
            Notice::Beside(_) => "beside",
            Notice::EmptyGone(_) => "empty-gone",
            Notice::Typography(_) => "typography",
            Notice::Hidden(_) => "hidden",
            Notice::Struck(_) => "struck",
            Notice::Repeated(_) => "repeated",
            Notice::Table(_) => "table",
            Notice::Prompt { .. } => "prompt",
            Notice::Lost { what, .. } => match what {
                Lost::Picture => "lost-picture",
                Lost::Footnote => "lost-footnote",
                Lost::Symbol => "lost-symbol",
                Lost::Numbering => "lost-numbering",
                Lost::Other => "lost-other",
            },
            Notice::Outside(_) => "outside",
            Notice::MoreOutside(_) => "more-outside",
        }
    }
}

fn lost(what: Lost) -> &'static str {
    match what {
        Lost::Picture => "a picture or drawing",
        Lost::Footnote => "a footnote",
        Lost::Symbol => "a sign out of a font of signs",
        Lost::Numbering => "a number or bullet that the word processor sets by itself",
        Lost::Other => "something that is no text",
    }
}

fn instead_of(what: Lost) -> &'static str {
    match what {
        Lost::Picture => "attach it as an annex",
        Lost::Footnote => "write it into the text",
        Lost::Numbering => "write it as text where it matters",
        Lost::Symbol | Lost::Other => "write it in letters",
    }
}
