//! Bytes of a table as UTF-8, whatever they were written in: told, marked, or detected.

use super::TableError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{ErrorKind, Read};

/// How many bytes are read at once, and looked at where an encoding is detected.
pub const CHUNK: usize = 256 * 1024;

/// Stands for bytes that are no text in their encoding: no UTF-8 holds it, so the row is refused where it is read.
const NO_TEXT: u8 = 0xff;

/// A stream of bytes read as UTF-8.
pub struct Text<R> {
    bytes: R,
    state: State,
    raw: Vec<u8>,
    read: u64,
}

enum State {
    /// Nothing was read yet.
    Begin(Option<&'static Encoding>),
    /// Nothing but ASCII so far, which reads the same in every encoding that is left.
    AsciiSoFar,
    /// UTF-8, passed on as it is.
    Utf8,
    /// Another encoding.
    Other(&'static Encoding, Box<Decoder>),
}

/// An encoding by its name, such as `windows-1256`.
///
/// # Errors
/// No encoding of the WHATWG Encoding Standard has this name.
pub fn encoding_named(name: &str) -> Result<&'static Encoding, TableError> {
    Encoding::for_label(name.as_bytes()).ok_or_else(|| TableError::UnknownEncoding(name.to_owned()))
}

impl<R: Read> Text<R> {
    /// Reads these bytes in the encoding that is told, unless a byte order mark says otherwise.
    pub fn new(bytes: R, told: Option<&'static Encoding>) -> Text<R> {
        Text {
            bytes,
            state: State::Begin(told),
            raw: Vec::new(),
            read: 0,
        }
    }

    /// The encoding that was told or found so far.
    pub fn encoding(&self) -> &'static Encoding {
        match &self.state {
            State::Begin(told) => told.unwrap_or(UTF_8),
            State::AsciiSoFar | State::Utf8 => UTF_8,
            State::Other(encoding, _) => encoding,
        }
    }

    /// How many bytes were read, before they were decoded.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// Adds the next piece of text, as much as [`CHUNK`] bytes give; false where there is no more.
    ///
    /// # Errors
    /// The bytes cannot be read, or are in UTF-32.
    pub fn fill(&mut self, into: &mut Vec<u8>) -> Result<bool, TableError> {
        let start = into.len();
        // What needs no decoding is read straight to where it is used.
        if let State::Begin(_) | State::AsciiSoFar | State::Utf8 = self.state {
            let more = read_chunk(&mut self.bytes, into)?;
            self.read += (into.len() - start) as u64;
            let first = matches!(self.state, State::Begin(_));
            let mark = self.decide(&into[start..], more)?;
            if let State::Other(_, decoder) = &mut self.state {
                self.raw.clear();
                self.raw.extend_from_slice(&into[start..]);
                into.truncate(start);
                decode(decoder, &self.raw, into, !more);
            } else if first {
                into.drain(start..start + mark);
            }
            return Ok(more);
        }
        self.raw.clear();
        let more = read_chunk(&mut self.bytes, &mut self.raw)?;
        self.read += self.raw.len() as u64;
        if let State::Other(_, decoder) = &mut self.state {
            decode(decoder, &self.raw, into, !more);
        }
        Ok(more)
    }

    /// Decides on the encoding, as far as this chunk shows it; gives the length of a byte order mark to pass over.
    fn decide(&mut self, chunk: &[u8], more: bool) -> Result<usize, TableError> {
        let found = match self.state {
            State::Begin(told) => {
                if chunk.starts_with(&[0xff, 0xfe, 0, 0]) || chunk.starts_with(&[0, 0, 0xfe, 0xff]) {
                    return Err(TableError::Utf32);
                }
                let marked = Encoding::for_bom(chunk);
                if marked.is_some_and(|(encoding, _)| encoding == UTF_8) {
                    self.state = State::Utf8;
                    return Ok(3);
                }
                marked
                    .map(|(encoding, _)| encoding)
                    .or(told)
                    .or_else(|| utf_16(chunk))
                    .or_else(|| detected(chunk, more))
            }
            State::AsciiSoFar => detected(chunk, more),
            State::Utf8 | State::Other(..) => return Ok(0),
        };
        self.state = match found {
            None => State::AsciiSoFar,
            Some(encoding) if encoding == UTF_8 => State::Utf8,
            Some(encoding) => State::Other(encoding, Box::new(encoding.new_decoder_with_bom_removal())),
        };
        Ok(0)
    }
}

/// Reads a whole chunk, however small the pieces are in which it comes; false where the stream has ended.
fn read_chunk(bytes: &mut impl Read, into: &mut Vec<u8>) -> Result<bool, TableError> {
    let mut filled = into.len();
    let full = filled + CHUNK;
    into.resize(full, 0);
    while filled < full {
        match bytes.read(&mut into[filled..]) {
            Ok(0) => break,
            Ok(more) => filled += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(TableError::Read(error)),
        }
    }
    into.truncate(filled);
    Ok(filled == full)
}

/// UTF-16 without a mark: delimiters, digits and line ends have a zero for every second byte, and no other text has any.
fn utf_16(chunk: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| chunk.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = chunk.len() / 40 + 1;
    // Some letters have a zero for the other byte.
    if odd >= enough && odd / 8 >= even {
        Some(UTF_16LE)
    } else if even >= enough && even / 8 >= odd {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding of these bytes; `None` where they are ASCII, which does not tell.
fn detected(chunk: &[u8], more: bool) -> Option<&'static Encoding> {
    if chunk.is_ascii() {
        return None;
    }
    // Text in another encoding hardly ever forms sequences of UTF-8. Some bytes that are wrong among many that are right
    // are damage to UTF-8, to be refused row by row, and no reason to read all the others wrongly.
    let (mut right, mut wrong) = (0usize, 0usize);
    let mut last_wrong: &[u8] = &[];
    for piece in chunk.utf8_chunks() {
        right += piece.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        wrong += usize::from(!piece.invalid().is_empty());
        last_wrong = piece.invalid();
    }
    // A sequence that the end of the chunk cuts off is not wrong.
    if more && chunk.ends_with(last_wrong) && !last_wrong.is_empty() {
        wrong -= 1;
    }
    if right > wrong || wrong == 0 {
        return Some(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(chunk, false);
    Some(detector.guess(None, Utf8Detection::Deny))
}

fn decode(decoder: &mut Decoder, mut raw: &[u8], into: &mut Vec<u8>, last: bool) {
    loop {
        let start = into.len();
        let room = decoder
            .max_utf8_buffer_length_without_replacement(raw.len())
            .unwrap_or(raw.len() * 3 + 16);
        into.resize(start + room, 0);
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(raw, &mut into[start..], last);
        into.truncate(start + written);
        raw = &raw[read..];
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => into.push(NO_TEXT),
        }
    }
}

/// A whole text as UTF-8, with what it was written in; where bytes are no text in it stands a byte that is none in UTF-8
/// either, so that whoever reads line by line can say which line it is.
///
/// # Errors
/// It is in UTF-32.
pub fn decoded(bytes: &[u8]) -> Result<(Vec<u8>, &'static str), TableError> {
    let mut text = Text::new(bytes, None);
    let mut into = Vec::new();
    while text.fill(&mut into)? {}
    Ok((into, text.encoding().name()))
}
