//! What a file is: its bytes against the ending of its name and the type that it was declared to be.
//!
//! A closed list of kinds is taken, those in which States and the Court send what belongs to a request. A file is one
//! where its name ends so, its bytes begin so, and no other type was declared. What can run, or hold what can, is refused
//! with the reason. What is *not* seen stands in docs/attachments.md: nothing here takes the place of a virus scanner.
//!
//! A table of our own rather than a crate: a crate of signatures (`infer`) tells from the first bytes what a file begins
//! like, which is the smallest part of this. It does not hold the ending and the declared type against them, does not
//! tell text from bytes, and takes a document with macros for one without.

use super::office::{self, Archive};
use super::{AttachmentError, Content, pdf};

/// What is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Portable Document Format (ISO 32000).
    Pdf,
    /// A text document (ISO/IEC 29500), without macros.
    Docx,
    /// A spreadsheet (ISO/IEC 29500), without macros.
    Xlsx,
    /// A text document (ISO/IEC 26300), without macros.
    Odt,
    /// Portable Network Graphics (ISO/IEC 15948).
    Png,
    /// JPEG (ISO/IEC 10918).
    Jpeg,
    /// TIFF 6.0.
    Tiff,
    /// Plain text in UTF-8.
    Text,
    /// Comma-separated values (RFC 4180) in UTF-8.
    Csv,
    /// A message as mail programs keep it (RFC 5322).
    Message,
    /// Sound, MPEG layer III.
    Mp3,
    /// Sound and picture, MPEG-4 (ISO/IEC 14496-14).
    Mp4,
    /// Sound, WAVE.
    Wav,
    /// A request as the Court sent it, in one file: it waits to be read, and is never kept as it is.
    Request,
}

impl Kind {
    /// Every kind that is kept.
    pub const ALL: [Kind; 13] = [
        Kind::Pdf,
        Kind::Docx,
        Kind::Xlsx,
        Kind::Odt,
        Kind::Png,
        Kind::Jpeg,
        Kind::Tiff,
        Kind::Text,
        Kind::Csv,
        Kind::Message,
        Kind::Mp3,
        Kind::Mp4,
        Kind::Wav,
    ];

    /// Those that can show a page as it was signed or stamped.
    pub const SCANS: [Kind; 4] = [Kind::Pdf, Kind::Png, Kind::Jpeg, Kind::Tiff];

    /// The endings of names, in lower case, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Kind::Pdf => &["pdf"],
            Kind::Docx => &["docx"],
            Kind::Xlsx => &["xlsx"],
            Kind::Odt => &["odt"],
            Kind::Png => &["png"],
            Kind::Jpeg => &["jpg", "jpeg"],
            Kind::Tiff => &["tif", "tiff"],
            Kind::Text => &["txt"],
            Kind::Csv => &["csv"],
            Kind::Message => &["eml"],
            Kind::Mp3 => &["mp3"],
            Kind::Mp4 => &["mp4"],
            Kind::Wav => &["wav"],
            Kind::Request => &["zip", "json", "toml", "docx"],
        }
    }

    /// The media types under which programs send it, that of the IANA's register first. On systems that know no type for
    /// an ending, the one of another program is sent: a CSV from a machine with a spreadsheet on it.
    pub fn media_types(self) -> &'static [&'static str] {
        match self {
            Kind::Pdf => &["application/pdf", "application/x-pdf"],
            Kind::Docx => &["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
            Kind::Xlsx => &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
            Kind::Odt => &["application/vnd.oasis.opendocument.text"],
            Kind::Png => &["image/png"],
            Kind::Jpeg => &["image/jpeg", "image/pjpeg"],
            Kind::Tiff => &["image/tiff"],
            Kind::Text => &["text/plain"],
            Kind::Csv => &["text/csv", "text/plain", "application/csv", "application/vnd.ms-excel"],
            Kind::Message => &["message/rfc822", "text/plain"],
            Kind::Mp3 => &["audio/mpeg", "audio/mp3"],
            Kind::Mp4 => &["video/mp4"],
            Kind::Wav => &["audio/vnd.wave", "audio/wav", "audio/x-wav", "audio/wave"],
            Kind::Request => &["application/octet-stream"],
        }
    }

    /// The media type that an entry says.
    pub fn media_type(self) -> &'static str {
        self.media_types().first().copied().unwrap_or("application/octet-stream")
    }

    /// The word by which the texts of each language know it; its usual ending.
    pub fn word(self) -> &'static str {
        self.endings().first().copied().unwrap_or_default()
    }

    fn of_ending(ending: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.endings().contains(&ending))
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.word().to_uppercase())
    }
}

/// What is never taken, whatever it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forbidden {
    /// A program, or a part of one.
    Program,
    /// A page, a drawing or another text that a browser runs.
    Page,
    /// A document with macros, or with controls that run.
    Macros,
    /// An archive, whose contents nobody has looked at.
    Archive,
    /// A document in a form in which macros and what is under a password cannot be told from others.
    OldOffice,
    /// Rich text, in which other files can hide.
    RichText,
    /// A PDF in which something runs, starts, or is hidden.
    ActivePdf,
}

impl Forbidden {
    /// The word by which the texts of each language know it.
    pub fn word(self) -> &'static str {
        match self {
            Forbidden::Program => "program",
            Forbidden::Page => "page",
            Forbidden::Macros => "macros",
            Forbidden::Archive => "archive",
            Forbidden::OldOffice => "old-office",
            Forbidden::RichText => "rich-text",
            Forbidden::ActivePdf => "active-pdf",
        }
    }

    fn of_ending(ending: &str) -> Option<Forbidden> {
        let of = |endings: &[&str]| endings.contains(&ending);
        if of(&PROGRAMS) {
            Some(Forbidden::Program)
        } else if of(&["html", "htm", "xhtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl"]) {
            Some(Forbidden::Page)
        } else if of(&["docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm"]) {
            Some(Forbidden::Macros)
        } else if of(&[
            "zip", "7z", "rar", "gz", "tgz", "bz2", "xz", "zst", "tar", "cab", "iso", "img", "vhd", "vhdx",
        ]) {
            Some(Forbidden::Archive)
        } else if of(&["doc", "dot", "xls", "xlt", "ppt", "pps", "msg"]) {
            Some(Forbidden::OldOffice)
        } else if of(&["rtf"]) {
            Some(Forbidden::RichText)
        } else {
            None
        }
    }

    fn reason(self) -> &'static str {
        match self {
            Forbidden::Program => "it can be run; send what it would show as a PDF",
            Forbidden::Page => "a browser may run what stands in it; send it as a PDF or as plain text",
            Forbidden::Macros => "it has macros or controls that run when it is opened; save it without them, or send it as a PDF",
            Forbidden::Archive => "what is in it cannot be checked; send the files themselves",
            Forbidden::OldOffice => {
                "it is an older document, or one with a password, in which macros cannot be seen; save it as DOCX or XLSX without a password, or as a PDF"
            }
            Forbidden::RichText => "other files can hide in it; save it as DOCX, or as a PDF",
            Forbidden::ActivePdf => {
                "scripts run in it, it starts programs, or other files are in it; print it to a new PDF, and send the files themselves"
            }
        }
    }
}

/// Endings of what systems run.
pub(super) const PROGRAMS: [&str; 31] = [
    "exe", "dll", "com", "scr", "pif", "cpl", "msi", "msp", "msix", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "mjs", "wsf",
    "wsh", "hta", "jar", "lnk", "url", "reg", "sh", "py", "app", "apk", "deb", "dmg",
];

/// Why a file is not taken for what it says it is. Closed; the text says what it is, what it claims to be and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypeRefused {
    /// Its name ends like nothing that is taken.
    #[error("a file whose name ends in {0:?} is not taken; send {taken}", taken = taken())]
    Ending(String),
    /// It is never taken.
    #[error("the file is not taken: {reason}", reason = .0.reason())]
    Forbidden(Forbidden),
    /// Another type was declared.
    #[error("the name of the file says {named}, and it was sent as {declared:?}; give it the ending of what it is")]
    Declared {
        /// What its name says.
        named: Kind,
        /// As what it was sent.
        declared: String,
    },
    /// Its bytes are another kind's.
    #[error("the name of the file says {named}, and it is {found}; give it the ending of what it is")]
    Other {
        /// What its name says.
        named: Kind,
        /// What it is.
        found: Kind,
    },
    /// Its bytes are not of the kind.
    #[error("the name of the file says {0}, and its contents are not; save it anew as {0}, or give it the ending of what it is")]
    Not(Kind),
    /// It is no text in UTF-8.
    #[error("the name of the file says {0}, and it is no text in UTF-8; save it anew with the encoding UTF-8")]
    NotText(Kind),
}

impl TypeRefused {
    /// The word by which the texts of each language know it.
    pub fn word(&self) -> &'static str {
        match self {
            TypeRefused::Ending(_) => "ending",
            TypeRefused::Forbidden(_) => "forbidden",
            TypeRefused::Declared { .. } => "declared",
            TypeRefused::Other { .. } => "other",
            TypeRefused::Not(_) => "not",
            TypeRefused::NotText(_) => "not-text",
        }
    }
}

/// The kinds that are taken, for texts.
fn taken() -> String {
    Kind::ALL.map(|kind| kind.to_string()).join(", ")
}

/// What the first bytes of a file say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Begins {
    Like(Kind),
    /// A ZIP: a document, or an archive.
    Zip,
    Forbidden(Forbidden),
    /// Like nothing that is known; a text begins so.
    Unknown,
}

/// Finds out what a file is; `declared` is empty where nothing was declared.
///
/// # Errors
/// [`TypeRefused`], or that the file cannot be read.
pub async fn check(content: &mut dyn Content, name: &str, declared: &str) -> Result<Kind, AttachmentError> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let first = content.read(0).await?;
    let begins = begins(&first);
    // Whatever it is called, what it is counts first.
    if let Begins::Forbidden(what) = begins {
        return Err(TypeRefused::Forbidden(what).into());
    }
    let named = match (Kind::of_ending(&ending), Forbidden::of_ending(&ending)) {
        (Some(named), _) => named,
        (None, Some(what)) => return Err(TypeRefused::Forbidden(what).into()),
        (None, None) => return Err(TypeRefused::Ending(ending).into()),
    };
    let declared = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let says_nothing = ["", "application/octet-stream"].contains(&declared.as_str());
    if !says_nothing && !named.media_types().contains(&declared.as_str()) {
        return Err(TypeRefused::Declared { named, declared }.into());
    }
    match (begins, named) {
        (Begins::Zip, _) => match office::read(content).await? {
            Archive::Document(found) if found == named => return Ok(named),
            Archive::Document(found) => return Err(TypeRefused::Other { named, found }.into()),
            Archive::Forbidden(what) => return Err(TypeRefused::Forbidden(what).into()),
            Archive::Broken => return Err(TypeRefused::Not(named).into()),
        },
        (Begins::Like(found), _) if found == named => {}
        (Begins::Like(found), _) => return Err(TypeRefused::Other { named, found }.into()),
        (_, Kind::Text | Kind::Csv) if !is_text(content).await? => return Err(TypeRefused::NotText(named).into()),
        (_, Kind::Text | Kind::Csv) => {}
        (_, Kind::Message) if is_message(&first) && !has_nul(content).await? => {}
        (Begins::Unknown | Begins::Forbidden(_), _) => return Err(TypeRefused::Not(named).into()),
    }
    // One file that two programs read as two things: a picture with an archive behind it.
    if office::ends_as_zip(content).await? {
        return Err(TypeRefused::Forbidden(Forbidden::Archive).into());
    }
    if named == Kind::Pdf && pdf::is_active(content).await? {
        return Err(TypeRefused::Forbidden(Forbidden::ActivePdf).into());
    }
    Ok(named)
}

/// How the first bytes of files that are known begin, from their first byte on.
const BEGINNINGS: [(&[u8], Begins); 34] = [
    (b"%PDF-", Begins::Like(Kind::Pdf)),
    (b"\x89PNG\r\n\x1a\n", Begins::Like(Kind::Png)),
    (b"\xff\xd8\xff", Begins::Like(Kind::Jpeg)),
    (b"II*\0", Begins::Like(Kind::Tiff)),
    (b"MM\0*", Begins::Like(Kind::Tiff)),
    (b"ID3", Begins::Like(Kind::Mp3)),
    (b"PK\x03\x04", Begins::Zip),
    (b"PK\x05\x06", Begins::Forbidden(Forbidden::Archive)),
    (b"MZ", Begins::Forbidden(Forbidden::Program)),
    (b"\x7fELF", Begins::Forbidden(Forbidden::Program)),
    // Mach-O in both orders of bytes, of 32 and 64 bits; the last is that of several in one, and of Java too.
    (b"\xfe\xed\xfa\xce", Begins::Forbidden(Forbidden::Program)),
    (b"\xfe\xed\xfa\xcf", Begins::Forbidden(Forbidden::Program)),
    (b"\xce\xfa\xed\xfe", Begins::Forbidden(Forbidden::Program)),
    (b"\xcf\xfa\xed\xfe", Begins::Forbidden(Forbidden::Program)),
    (b"\xca\xfe\xba\xbe", Begins::Forbidden(Forbidden::Program)),
    (b"\0asm", Begins::Forbidden(Forbidden::Program)),
    (b"dex\n", Begins::Forbidden(Forbidden::Program)),
    (b"#!", Begins::Forbidden(Forbidden::Program)),
    // A shortcut of Windows.
    (b"L\0\0\0\x01\x14\x02\0", Begins::Forbidden(Forbidden::Program)),
    // Compound files: older office documents, those under a password, installers.
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Begins::Forbidden(Forbidden::OldOffice)),
    (b"{\\rtf", Begins::Forbidden(Forbidden::RichText)),
    (b"7z\xbc\xaf\x27\x1c", Begins::Forbidden(Forbidden::Archive)),
    (b"Rar!\x1a\x07", Begins::Forbidden(Forbidden::Archive)),
    (b"\x1f\x8b", Begins::Forbidden(Forbidden::Archive)),
    (b"\x1f\x9d", Begins::Forbidden(Forbidden::Archive)),
    (b"BZh", Begins::Forbidden(Forbidden::Archive)),
    (b"\xfd7zXZ\0", Begins::Forbidden(Forbidden::Archive)),
    (b"\x28\xb5\x2f\xfd", Begins::Forbidden(Forbidden::Archive)),
    (b"MSCF", Begins::Forbidden(Forbidden::Archive)),
    (b"!<arch>\n", Begins::Forbidden(Forbidden::Archive)),
    (b"\xed\xab\xee\xdb", Begins::Forbidden(Forbidden::Archive)),
    (b"vhdxfile", Begins::Forbidden(Forbidden::Archive)),
    (b"conectix", Begins::Forbidden(Forbidden::Archive)),
    (b"koly", Begins::Forbidden(Forbidden::Archive)),
];

/// How what a browser runs begins, in lower case, behind white space.
const PAGES: [&[u8]; 11] = [
    b"<!doctype",
    b"<html",
    b"<head",
    b"<body",
    b"<script",
    b"<iframe",
    b"<meta",
    b"<svg",
    b"<?xml",
    b"<!--",
    b"<?php",
];

/// The brands of MPEG-4 files (the registration authority of ISO/IEC 14496-12).
const BRANDS: [&[u8]; 12] = [
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash", b"MSNV",
];

fn begins(first: &[u8]) -> Begins {
    let at = |place: usize, length: usize| first.get(place..place + length).unwrap_or_default();
    if let Some((_, begins)) = BEGINNINGS.iter().find(|(beginning, _)| first.starts_with(beginning)) {
        // The two letters with which programs begin are those of a text too.
        let is_a_word = *begins == Begins::Forbidden(Forbidden::Program) && first.starts_with(b"MZ") && !first.contains(&0);
        return if is_a_word { Begins::Unknown } else { *begins };
    }
    if at(257, 5) == b"ustar" || at(32_769, 5) == b"CD001" {
        return Begins::Forbidden(Forbidden::Archive);
    }
    if at(4, 4) == b"ftyp" && BRANDS.contains(&at(8, 4)) {
        return Begins::Like(Kind::Mp4);
    }
    if first.starts_with(b"RIFF") && at(8, 4) == b"WAVE" {
        return Begins::Like(Kind::Wav);
    }
    if is_frame_of_sound(first) {
        return Begins::Like(Kind::Mp3);
    }
    let text = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
    let lower = text.get(..text.len().min(16)).unwrap_or_default().to_ascii_lowercase();
    if PAGES.iter().any(|page| lower.starts_with(page)) {
        return Begins::Forbidden(Forbidden::Page);
    }
    Begins::Unknown
}

/// Whether a frame of MPEG sound of layer III begins here (ISO/IEC 11172-3, section 2.4.1.3): eleven bits, a version that
/// exists, the layer.
fn is_frame_of_sound(first: &[u8]) -> bool {
    match first {
        [0xff, second, ..] => second & 0xe0 == 0xe0 && second & 0x18 != 0x08 && second & 0x06 == 0x02,
        _ => false,
    }
}

/// Whether all of it is text in UTF-8, without control characters but those of lines, pages and columns.
async fn is_text(content: &mut dyn Content) -> Result<bool, AttachmentError> {
    let is_plain = |text: &str| text.chars().all(|c| !c.is_control() || ['\t', '\n', '\r', '\u{c}'].contains(&c));
    // The beginning of a character that goes on in the next piece.
    let mut begun: Vec<u8> = Vec::new();
    let mut at = 0;
    loop {
        let piece = content.read(at).await?;
        if piece.is_empty() {
            return Ok(begun.is_empty());
        }
        at += piece.len() as u64;
        begun.extend_from_slice(&piece);
        let whole = match std::str::from_utf8(&begun) {
            Ok(_) => begun.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => return Ok(false),
        };
        let rest = begun.split_off(whole);
        if !std::str::from_utf8(&begun).is_ok_and(is_plain) {
            return Ok(false);
        }
        begun = rest;
    }
}

async fn has_nul(content: &mut dyn Content) -> Result<bool, AttachmentError> {
    let mut at = 0;
    loop {
        let piece = content.read(at).await?;
        if piece.is_empty() || piece.contains(&0) {
            return Ok(!piece.is_empty());
        }
        at += piece.len() as u64;
    }
}

/// Whether it begins with the head of a message, with the two fields that each has (RFC 5322, section 3.6).
fn is_message(first: &[u8]) -> bool {
    let (mut from, mut date) = (false, false);
    for line in first.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match line.first() {
            None => break,
            Some(b' ' | b'\t') => continue,
            Some(_) => {}
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            return from && date;
        };
        let name = line.get(..colon).unwrap_or_default();
        if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
            return false;
        }
        from |= name.eq_ignore_ascii_case(b"from");
        date |= name.eq_ignore_ascii_case(b"date");
    }
    from && date
}

#[cfg(test)]
#[path = "kind_tests.rs"]
mod tests;
