//! Documents that are ZIP archives (ISO/IEC 29500-2, ISO/IEC 26300-3), told from other archives and from documents with
//! macros. Only the directory at the end of the archive is read, as the programs that open documents do, and one or two
//! of its members; with limits on all of it.

use super::kind::{Forbidden, Kind, PROGRAMS};
use super::{AttachmentError, Content};
use flate2::{Decompress, FlushDecompress, Status};

/// What an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Archive {
    Document(Kind),
    Forbidden(Forbidden),
    /// It does not hold together, or not in the one way in which documents are written.
    Broken,
}

/// Bytes of the record at the end (APPNOTE.TXT, section 4.3.16), without its remark.
const END: u64 = 22;
/// The longest remark behind it.
const LONGEST_REMARK: u64 = 0xffff;
/// Bytes of an item of the directory (section 4.3.12), and of the head of a member (4.3.7), without their names.
const ITEM: usize = 46;
const HEAD: u64 = 30;
/// The largest directory that is read, in bytes, and the most members.
const LARGEST_DIRECTORY: u64 = 4 << 20;
const MOST_MEMBERS: u16 = 10_000;
/// The largest member that is read, in bytes as it lies and as it is.
const LARGEST_MEMBER: u64 = 1 << 20;

/// One member, as the directory has it.
struct Member {
    name: String,
    flags: u16,
    method: u16,
    packed: u64,
    length: u64,
    at: u64,
}

/// Where the directory lies.
struct Directory {
    at: u64,
    length: u64,
    members: u16,
}

/// Finds out what a ZIP archive is.
pub(super) async fn read(content: &mut dyn Content) -> Result<Archive, AttachmentError> {
    let Some(directory) = end(content).await? else {
        return Ok(Archive::Broken);
    };
    if directory.length > LARGEST_DIRECTORY || directory.members > MOST_MEMBERS {
        return Ok(Archive::Forbidden(Forbidden::Archive));
    }
    let bytes = exactly(content, directory.at, directory.length).await?;
    let Some(members) = bytes.and_then(|bytes| members(&bytes, directory.members)) else {
        return Ok(Archive::Broken);
    };
    if let Some(what) = members.iter().find_map(forbidden) {
        return Ok(Archive::Forbidden(what));
    }
    let named = |name: &str| {
        let mut found = members.iter().filter(|member| member.name.eq_ignore_ascii_case(name));
        // Of two with one name some programs would read the other.
        found.next().filter(|_| found.next().is_none())
    };
    if let Some(types) = named("[Content_Types].xml") {
        return match unpacked(content, types).await? {
            Some(text) => Ok(of_content_types(&text)),
            None => Ok(Archive::Broken),
        };
    }
    if let Some(kind) = named("mimetype") {
        return match unpacked(content, kind).await? {
            Some(text) if text == Kind::Odt.media_type().as_bytes() => Ok(Archive::Document(Kind::Odt)),
            Some(_) => Ok(Archive::Forbidden(Forbidden::Archive)),
            None => Ok(Archive::Broken),
        };
    }
    Ok(Archive::Forbidden(Forbidden::Archive))
}

/// Whether a file ends with the directory of an archive, whatever it begins with.
pub(super) async fn ends_as_zip(content: &mut dyn Content) -> Result<bool, AttachmentError> {
    Ok(end(content).await?.is_some())
}

/// The record at the end, where there is one that reaches exactly to the end.
async fn end(content: &mut dyn Content) -> Result<Option<Directory>, AttachmentError> {
    let length = content.length();
    let from = length.saturating_sub(END + LONGEST_REMARK);
    let Some(tail) = exactly(content, from, length - from).await? else {
        return Ok(None);
    };
    let starts = |place: &usize| tail.get(*place..).is_some_and(|rest| rest.starts_with(b"PK\x05\x06"));
    for place in (0..tail.len().saturating_sub(3)).rev().filter(starts) {
        let rest = tail.get(place..).unwrap_or_default();
        let fits = u16_at(rest, 20).is_some_and(|remark| rest.len() as u64 == END + u64::from(remark));
        if !fits {
            continue;
        }
        // One part, and the directory lies before this record.
        let one_part = u16_at(rest, 4) == Some(0) && u16_at(rest, 6) == Some(0) && u16_at(rest, 8) == u16_at(rest, 10);
        let (members, size, at) = (u16_at(rest, 10), u32_at(rest, 12), u32_at(rest, 16));
        if let (true, Some(members), Some(size), Some(at)) = (one_part, members, size, at) {
            let (size, at) = (u64::from(size), u64::from(at));
            if at + size <= from + place as u64 {
                return Ok(Some(Directory { at, length: size, members }));
            }
        }
    }
    Ok(None)
}

/// The members, where the directory holds exactly so many.
fn members(mut bytes: &[u8], count: u16) -> Option<Vec<Member>> {
    let mut members = Vec::new();
    for _ in 0..count {
        if !bytes.starts_with(b"PK\x01\x02") {
            return None;
        }
        let lengths = [u16_at(bytes, 28)?, u16_at(bytes, 30)?, u16_at(bytes, 32)?].map(usize::from);
        let name = bytes.get(ITEM..ITEM + lengths.first()?)?;
        members.push(Member {
            // Whatever the encoding, the names that matter are ASCII.
            name: String::from_utf8_lossy(name).replace('\\', "/"),
            flags: u16_at(bytes, 8)?,
            method: u16_at(bytes, 10)?,
            packed: u32_at(bytes, 20)?.into(),
            length: u32_at(bytes, 24)?.into(),
            at: u32_at(bytes, 42)?.into(),
        });
        bytes = bytes.get(ITEM + lengths.iter().sum::<usize>()..)?;
    }
    bytes.is_empty().then_some(members)
}

/// Whether a member has no place in a document.
fn forbidden(member: &Member) -> Option<Forbidden> {
    let name = member.name.to_ascii_lowercase();
    let file = name.rsplit('/').next().unwrap_or_default();
    let in_folder = |folder: &str| name.starts_with(folder) || name.contains(&format!("/{folder}"));
    let macros = ["vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin"].contains(&file)
        || ["activex/", "macrosheets/", "basic/", "scripts/"].into_iter().any(in_folder);
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    // The lowest bit says that it is under a password.
    if member.flags & 1 == 1 {
        Some(Forbidden::Archive)
    } else if macros {
        Some(Forbidden::Macros)
    } else if PROGRAMS.contains(&ending) {
        Some(Forbidden::Program)
    } else {
        None
    }
}

/// What the list of the types of its parts says a document is. It is read as bytes: one in another encoding, or with
/// signs written as numbers, says nothing to us that it says to others, and is refused.
fn of_content_types(text: &[u8]) -> Archive {
    let has = |word: &str| {
        let word = word.as_bytes();
        text.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word))
    };
    if has("&#") || has("<!") {
        return Archive::Broken;
    }
    if ["macroenabled", "vbaproject", "activex", "macrosheet"].into_iter().any(&has) {
        return Archive::Forbidden(Forbidden::Macros);
    }
    if has("wordprocessingml.document.main+xml") {
        return Archive::Document(Kind::Docx);
    }
    if has("spreadsheetml.sheet.main+xml") {
        return Archive::Document(Kind::Xlsx);
    }
    Archive::Forbidden(Forbidden::Archive)
}

/// A member as it is; none where it is not as the directory says, or too large.
async fn unpacked(content: &mut dyn Content, member: &Member) -> Result<Option<Vec<u8>>, AttachmentError> {
    if member.packed > LARGEST_MEMBER || member.length > LARGEST_MEMBER {
        return Ok(None);
    }
    let Some(head) = exactly(content, member.at, HEAD).await? else {
        return Ok(None);
    };
    let (true, Some(name), Some(extra)) = (head.starts_with(b"PK\x03\x04"), u16_at(&head, 26), u16_at(&head, 28)) else {
        return Ok(None);
    };
    let at = member.at + HEAD + u64::from(name) + u64::from(extra);
    let Some(packed) = exactly(content, at, member.packed).await? else {
        return Ok(None);
    };
    let plain = match member.method {
        0 => Some(packed),
        8 => inflated(&packed),
        _ => None,
    };
    Ok(plain.filter(|plain| plain.len() as u64 == member.length))
}

fn inflated(packed: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::with_capacity(usize::try_from(LARGEST_MEMBER).ok()?);
    // Fills what there is room for, and no more.
    let status = Decompress::new(false).decompress_vec(packed, &mut plain, FlushDecompress::Finish);
    matches!(status, Ok(Status::StreamEnd)).then_some(plain)
}

/// So many bytes from a place on; none where there are fewer.
async fn exactly(content: &mut dyn Content, at: u64, length: u64) -> Result<Option<Vec<u8>>, AttachmentError> {
    if at.saturating_add(length) > content.length() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    while (bytes.len() as u64) < length {
        let piece = content.read(at + bytes.len() as u64).await?;
        if piece.is_empty() {
            return Ok(None);
        }
        bytes.extend_from_slice(&piece);
    }
    bytes.truncate(usize::try_from(length).unwrap_or(usize::MAX));
    Ok(Some(bytes))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
