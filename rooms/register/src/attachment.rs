//! Attachments: the files that belong to entries.
//!
//! An entry holds name, media type, length and SHA-256 of a file; its bytes lie apart, in a store of files that this
//! module only knows by its trait. A file comes in two steps. First it is received: into a *working file* of whoever sends
//! it, which is checked ([`kind`]) and forgotten a day later. Then it is kept for a matter, durably, and an entry names it.
//! So no entry names a file that is not there, and what nobody decides to keep goes by itself.
//!
//! What is kept is found by matter and hash together: the same file in two matters is two files, and nobody learns from
//! one that there is another.

pub mod kind;
mod office;
mod pdf;

pub use kind::{Kind, TypeRefused};

use crate::Register;
use crate::port::{Recorded, StoreError};
use access::Viewer;
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use record::entry::{Attachment, EntryId};
use record::hex::{hex, unhex};
use record::is_hidden;
use unicode_normalization::UnicodeNormalization;

/// The longest file that is received, in bytes: 100 MiB.
pub const MOST: u64 = 100 << 20;
/// The most that working files of one owner may take together, in bytes: 1 GiB.
pub const MOST_WAITING: u64 = 1 << 30;
/// The most working files of one owner.
pub const MOST_FILES_WAITING: usize = 100;
/// The most files that come with one form.
pub const MOST_AT_ONCE: usize = 20;
/// How long a working file waits to be kept, unless it is held longer ([`Attachments::hold`]).
pub const WAITS: SignedDuration = SignedDuration::from_hours(24);
/// How much of a file at hand is read at once, in bytes.
const PIECE: usize = 64 << 10;
/// The longest name of a file, in bytes of UTF-8: what file systems take.
pub const LONGEST_NAME: usize = 255;

/// Identity of a working file: 128 bits drawn by chance, written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkingId([u8; 16]);

impl WorkingId {
    /// From 16 random bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> WorkingId {
        WorkingId(bytes)
    }

    /// From 32 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<WorkingId> {
        unhex(text).map(WorkingId)
    }
}

impl std::fmt::Display for WorkingId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// A file that was received and checked, and waits to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    /// By which its owner knows it.
    pub id: WorkingId,
    /// From when on it waits [`WAITS`]: when it was begun, or later where it is held.
    pub from: Timestamp,
    /// What an entry that keeps it will say of it.
    pub file: Attachment,
}

/// Why a file is not received, kept or handed out. Closed; the text says how to mend it, the word is that by which the
/// texts of pages know it.
#[derive(Debug, thiserror::Error)]
pub enum AttachmentError {
    /// It has no name that could be kept.
    #[error(transparent)]
    Name(#[from] NameRefused),
    /// It has no bytes.
    #[error("the file is empty; choose the one that was meant")]
    Empty,
    /// It has too many.
    #[error("the file is longer than {} MiB; divide it, or send it on another way", MOST >> 20)]
    TooLong,
    /// It is not what it says, or is not taken.
    #[error(transparent)]
    Type(#[from] TypeRefused),
    /// Too much waits already.
    #[error(
        "{MOST_FILES_WAITING} files, or files of {} MiB, that were sent and not used wait already; use or discard them first",
        MOST_WAITING >> 20
    )]
    TooMuchWaiting,
    /// More came with one form than one takes.
    #[error("{MOST_AT_ONCE} files came with this form already; send the others with the next")]
    TooManyAtOnce,
    /// There is no such working file, or it was forgotten.
    #[error("the file is no longer there; files that are sent and not used are forgotten after a day: send it again")]
    NotWaiting,
    /// What an entry names is not there.
    #[error("the file is missing; bring it back from a backup")]
    Missing,
    /// It is not what was kept.
    #[error("the file is not as it was kept: {0}; bring it back from a backup")]
    Damaged(String),
    /// It could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AttachmentError {
    /// The word by which the texts of each language know it.
    pub fn word(&self) -> &'static str {
        match self {
            AttachmentError::Name(refused) => refused.word(),
            AttachmentError::Empty => "empty",
            AttachmentError::TooLong => "too-long",
            AttachmentError::Type(refused) => refused.word(),
            AttachmentError::TooMuchWaiting => "too-much-waiting",
            AttachmentError::TooManyAtOnce => "too-many-at-once",
            AttachmentError::NotWaiting => "not-waiting",
            AttachmentError::Missing => "missing",
            AttachmentError::Damaged(_) => "damaged",
            AttachmentError::Store(StoreError::DiskFull) => "disk-full",
            AttachmentError::Store(_) => "not-stored",
        }
    }
}

/// Why a name is not kept. Names are kept as they are given but for one thing: letters are composed (NFC), as the record
/// has them, since some systems send the same name decomposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameRefused {
    /// There is none.
    #[error("the file has no name; give it one with an ending such as .pdf")]
    Missing,
    /// It is too long.
    #[error("the name of the file is longer than {LONGEST_NAME} bytes; shorten it")]
    TooLong,
    /// It has signs that cannot be seen, or that change how the others are read.
    #[error("the name of the file has signs that cannot be seen; write it anew")]
    Hidden,
    /// It names folders.
    #[error("the name of the file has a stroke (/ or \\), as if it named a folder; take it out")]
    Path,
    /// It ends so that some systems keep it under another name.
    #[error("the name of the file begins or ends with a space or ends with a full stop; take it out")]
    Edge,
}

impl NameRefused {
    fn word(self) -> &'static str {
        match self {
            NameRefused::Missing => "name-missing",
            NameRefused::TooLong => "name-too-long",
            NameRefused::Hidden => "name-hidden",
            NameRefused::Path => "name-path",
            NameRefused::Edge => "name-edge",
        }
    }
}

/// The name under which a file is kept.
///
/// # Errors
/// See [`NameRefused`].
pub fn name(given: &str) -> Result<String, NameRefused> {
    if given.len() > 4 * LONGEST_NAME {
        return Err(NameRefused::TooLong);
    }
    let name: String = given.nfc().collect();
    if name.trim().is_empty() {
        return Err(NameRefused::Missing);
    }
    if name.len() > LONGEST_NAME {
        return Err(NameRefused::TooLong);
    }
    if name.chars().any(|c| c.is_control() || is_hidden(c)) {
        return Err(NameRefused::Hidden);
    }
    if name.contains(['/', '\\']) {
        return Err(NameRefused::Path);
    }
    if name.trim() != name || name.ends_with('.') {
        return Err(NameRefused::Edge);
    }
    Ok(name)
}

/// The bytes of a file, read from wherever is wanted.
#[async_trait]
pub trait Content: Send {
    /// How many there are.
    fn length(&self) -> u64;

    /// Those from a place on, as many as are at hand at once; none at the end.
    ///
    /// # Errors
    /// [`AttachmentError::Damaged`] where they are not what was written; none of them are handed out then.
    async fn read(&mut self, at: u64) -> Result<Vec<u8>, AttachmentError>;

    /// All of them.
    ///
    /// # Errors
    /// As for [`Content::read`].
    async fn whole(&mut self) -> Result<Vec<u8>, AttachmentError> {
        let mut bytes = Vec::new();
        loop {
            let piece = self.read(bytes.len() as u64).await?;
            if piece.is_empty() {
                return Ok(bytes);
            }
            bytes.extend(piece);
        }
    }
}

/// A working file that is being received. Dropped before it was accepted, it goes.
#[async_trait]
pub trait Receiving: Send {
    /// Takes more bytes.
    ///
    /// # Errors
    /// [`AttachmentError::TooLong`] beyond [`MOST`]; [`AttachmentError::TooMuchWaiting`] where what comes in at the same time
    /// takes the room.
    async fn write(&mut self, bytes: &[u8]) -> Result<(), AttachmentError>;

    /// Nothing more comes. What came can be read, to find out what it is.
    ///
    /// # Errors
    /// [`AttachmentError::Empty`] where nothing came, [`AttachmentError::TooMuchWaiting`].
    async fn whole(&mut self) -> Result<Box<dyn Content>, AttachmentError>;

    /// Lets it wait under a name that was checked, as what it was found to be. Durable before it returns.
    async fn accept(self: Box<Self>, name: String, kind: Kind) -> Result<Working, AttachmentError>;
}

/// Where the bytes of attachments lie. Everything in it is encrypted; nothing in it tells what it is.
///
/// Who may do any of this is decided before it is called: [`Register::attachment`] reads for a viewer, operations keep what
/// they then record.
#[async_trait]
pub trait Attachments: Send + Sync {
    /// Begins a working file. `owner` is the account of whoever sends it, as text.
    ///
    /// # Errors
    /// [`AttachmentError::TooMuchWaiting`].
    async fn begin(&self, owner: &str) -> Result<Box<dyn Receiving>, AttachmentError>;

    /// The working files of an owner, the oldest first.
    async fn working(&self, owner: &str) -> Result<Vec<Working>, AttachmentError>;

    /// Forgets a working file. One that is not there is forgotten already.
    async fn discard(&self, owner: &str, id: &WorkingId) -> Result<(), AttachmentError>;

    /// Lets a working file wait until an instant, where it would be forgotten before: as long as what was typed beside it.
    ///
    /// # Errors
    /// [`AttachmentError::NotWaiting`].
    async fn hold(&self, owner: &str, id: &WorkingId, until: Timestamp) -> Result<(), AttachmentError>;

    /// Opens a working file for whoever sent it, to be looked into before anything is made of it.
    ///
    /// # Errors
    /// [`AttachmentError::NotWaiting`].
    async fn look(&self, owner: &str, id: &WorkingId) -> Result<Box<dyn Content>, AttachmentError>;

    /// Keeps a working file for a matter. It is durable before this returns. What is given back is for the entry that names
    /// it; where none comes about, nobody can open the file. Whoever sent it has it still, so that a form that comes again
    /// finds it, until it is discarded or forgotten; kept for the same matter again it is the same file.
    ///
    /// # Errors
    /// [`AttachmentError::NotWaiting`]; a request in one file ([`accept_request`]) is refused as the archive that it may be.
    async fn keep(&self, owner: &str, id: &WorkingId, matter: &str) -> Result<Attachment, AttachmentError>;

    /// Opens what an entry of a matter names.
    ///
    /// # Errors
    /// [`AttachmentError::Missing`], [`AttachmentError::Damaged`].
    async fn open(&self, matter: &str, attachment: &Attachment) -> Result<Box<dyn Content>, AttachmentError>;
}

/// Whose the files are that somebody sends: the account of a person, as text; the operator's at the shell.
pub fn owner(viewer: &Viewer) -> String {
    viewer.account().unwrap_or("operator").to_owned()
}

/// Lets a file wait that came whole, once it is known what it is. `name` and `declared` are as they were given; where no
/// type was declared, it is empty.
///
/// # Errors
/// It is empty, or its name or type is refused; nothing of it stays then.
pub async fn accept(mut receiving: Box<dyn Receiving>, name: &str, declared: &str) -> Result<Working, AttachmentError> {
    let name = self::name(name)?;
    let mut content = receiving.whole().await?;
    let kind = kind::check(&mut *content, &name, declared).await?;
    drop(content);
    receiving.accept(name, kind).await
}

/// Lets a file wait that this program made itself out of the record. It is not looked into: a report of ours carries its trace as a
/// file in it, which is refused of a PDF from outside.
///
/// # Errors
/// It is empty, or its name is refused; nothing of it stays then.
pub async fn accept_made(mut receiving: Box<dyn Receiving>, name: &str, kind: Kind) -> Result<Working, AttachmentError> {
    let name = self::name(name)?;
    drop(receiving.whole().await?);
    receiving.accept(name, kind).await
}

/// Lets a request as one file wait, to be read by whoever sent it. What it is shows when it is read, and whatever comes out of
/// it is checked as any file is ([`accept`]); it is never kept itself ([`Attachments::keep`]).
///
/// # Errors
/// It is empty, or its name is refused; nothing of it stays then.
pub async fn accept_request(mut receiving: Box<dyn Receiving>, name: &str) -> Result<Working, AttachmentError> {
    let name = self::name(name)?;
    drop(receiving.whole().await?);
    receiving.accept(name, Kind::Request).await
}

/// The bytes of a file that is at hand.
pub struct AtHand<'b>(pub &'b [u8]);

#[async_trait]
impl Content for AtHand<'_> {
    fn length(&self) -> u64 {
        self.0.len() as u64
    }

    async fn read(&mut self, at: u64) -> Result<Vec<u8>, AttachmentError> {
        let from = usize::try_from(at).ok().and_then(|at| self.0.get(at..)).unwrap_or_default();
        Ok(from.get(..from.len().min(PIECE)).unwrap_or_default().to_vec())
    }
}

impl Register {
    /// The attachment of an entry by its number, counted from 1, with the entry, if this viewer may see the entry. That they opened its
    /// matter is durable in the audit before anything is handed out.
    ///
    /// # Errors
    /// The record or the file cannot be read.
    pub async fn attachment(
        &self,
        viewer: &Viewer,
        entry: &EntryId,
        number: usize,
    ) -> Result<Option<(Recorded, Attachment, Box<dyn Content>)>, AttachmentError> {
        let Some(recorded) = self.store.entry(viewer, entry).await? else {
            return Ok(None);
        };
        let Some(attachment) = number
            .checked_sub(1)
            .and_then(|place| recorded.entry.attachments.get(place))
            .cloned()
        else {
            return Ok(None);
        };
        let content = self.attachments.open(&recorded.entry.matter, &attachment).await?;
        Ok(Some((recorded, attachment, content)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_is_kept_as_given_with_its_letters_composed() {
        for given in ["exercise 1.pdf", "Übung.pdf", "تمرين.pdf", "a..b.pdf", "..pdf", "a:b?.pdf", "name"] {
            assert_eq!(name(given).unwrap(), given);
        }
        assert_eq!(name("U\u{308}bung.pdf").unwrap(), "\u{dc}bung.pdf");
        let longest = format!("{}.pdf", "a".repeat(LONGEST_NAME - 4));
        assert_eq!(name(&longest).unwrap(), longest);
    }

    #[test]
    fn a_name_that_misleads_or_cannot_be_kept_is_refused_with_the_reason() {
        let check = |given: &str, why: NameRefused| assert_eq!(name(given), Err(why), "{given:?}");
        check("", NameRefused::Missing);
        check(" \u{a0} ", NameRefused::Missing);
        check(&"a".repeat(LONGEST_NAME + 1), NameRefused::TooLong);
        check(&"é".repeat(LONGEST_NAME / 2 + 1), NameRefused::TooLong);
        check("a\u{0}.pdf", NameRefused::Hidden);
        check("a\n.pdf", NameRefused::Hidden);
        // Shown as exercisefdp.exe, with its ending turned round.
        check("exercise\u{202e}exe.pdf", NameRefused::Hidden);
        check("../exercise.pdf", NameRefused::Path);
        check("C:\\exercise.pdf", NameRefused::Path);
        check("exercise.pdf.", NameRefused::Edge);
        check("exercise.pdf ", NameRefused::Edge);
        check(" exercise.pdf", NameRefused::Edge);
    }
}
