//! A request as a Word document (ISO/IEC 29500, the form in which word processors share documents), and back: what an
//! officer changed in Word is read, held against the law again and saved over the version that it was made from.
//!
//! | part | what |
//! |---|---|
//! | [`docx`] | a [`crate::letter::Letter`] as a document; each element of the form in a content control of its own |
//! | [`read`] | the texts out of a document that was changed, and what is to be said of it |
//!
//! Writer and reader are ours, over the ZIP of this room and `roxmltree`; why stands in docs/dependencies.md.
//!
//! How a field is found again, since not every program keeps every thing:
//!
//! - it stands in a content control with the tag `comity:` and its element (`w:sdt`, `w:tag`), which Word keeps whole;
//! - its heading bears a bookmark `_comity` and its number, which LibreOffice keeps where it drops tags (7.4) and all
//!   paragraphs of a control but the first. What stands between one heading and the next belongs to the field of the first.
//!
//! What must not change (form, draft, version, hash of what was written) stands in a part of its own (`customXml`), which no
//! program shows. It holds no text of a field: what somebody takes out of the document is out of the file.

mod mark;
mod notice;
pub(crate) mod parse;
mod parts;
mod plain;
mod read;
mod report;
mod report_parts;
pub(crate) mod unzip;
mod walk;
mod write;
pub(crate) mod xml;

pub use mark::Made;
pub use notice::{FieldProblem, Instead, Lost, Notice, ReadError};
pub(crate) use plain::plain;
pub use read::{Read, read};
pub use report::report;
pub use write::docx;

/// The largest document that is read, in bytes: 16 MiB. A request has 1 MiB of text at most; pictures belong into annexes.
pub const LARGEST: usize = 16 << 20;
/// Its media type.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

#[cfg(test)]
mod tests;
