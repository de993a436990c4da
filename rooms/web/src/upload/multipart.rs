//! Forms with files, as browsers write them: `multipart/form-data` (RFC 7578, and the HTML standard's "multipart/form-data
//! encoding algorithm"), read piece by piece.
//!
//! Strict: what no browser sends is refused rather than guessed at, since a guess is where two readers of one form differ.
//! What is at hand at once is bounded by what was fed last and [`LONGEST_HEAD`], whatever is sent.

/// What a form with files is sent as.
pub const MULTIPART: &str = "multipart/form-data";
/// The longest boundary (RFC 2046, section 5.1.1).
const LONGEST_BOUNDARY: usize = 70;
/// The longest head of a part, in bytes.
const LONGEST_HEAD: usize = 4096;

/// The head of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The name of the field.
    pub name: String,
    /// The name of the file, as it is given; none where the part is no file.
    pub file: Option<String>,
    /// The type that was declared; empty where none was.
    pub media_type: String,
}

/// What comes next in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A part begins.
    Begin(Part),
    /// Bytes of the part.
    Bytes(Vec<u8>),
    /// The part ends.
    End,
    /// The form ends.
    Done,
}

/// It is no form as browsers write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is no form with files as browsers send it")]
pub struct Malformed;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Behind a delimiter.
    Delimited,
    Head,
    Data,
    Done,
}

/// A form that is being read.
pub struct Multipart {
    /// Line break, two hyphens, boundary.
    delimiter: Vec<u8>,
    buffer: Vec<u8>,
    state: State,
    begun: bool,
}

impl Multipart {
    /// Begins with the value of the `Content-Type` header; none where it is no form with files.
    pub fn of(content_type: &str) -> Option<Multipart> {
        let (kind, parameters) = content_type.split_once(';')?;
        if !kind.trim().eq_ignore_ascii_case(MULTIPART) {
            return None;
        }
        let parameters = parameters_of(parameters)?;
        let [(name, boundary)] = &parameters[..] else { return None };
        // Those that need no quotes in any header, and no space at the end.
        let fits = |b: u8| b.is_ascii_alphanumeric() || b"'()+_,-./:=?".contains(&b);
        if name != "boundary" || boundary.is_empty() || boundary.len() > LONGEST_BOUNDARY || !boundary.bytes().all(fits) {
            return None;
        }
        Some(Multipart {
            delimiter: format!("\r\n--{boundary}").into_bytes(),
            // Before the first delimiter stands no line break, since nothing stands before it.
            buffer: b"\r\n".to_vec(),
            state: State::Data,
            begun: false,
        })
    }

    /// Takes more of the body.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    /// What comes next, as far as it was fed; none where more must be fed first.
    ///
    /// # Errors
    /// It is no form as browsers write it; nothing more is read of it.
    pub fn read(&mut self) -> Result<Option<Event>, Malformed> {
        loop {
            match self.state {
                State::Delimited => match self.buffer.get(..2) {
                    None => return Ok(None),
                    Some(b"\r\n") => {
                        self.buffer.drain(..2);
                        self.state = State::Head;
                    }
                    Some(b"--") => {
                        self.buffer.drain(..2);
                        self.state = State::Done;
                        return Ok(Some(Event::Done));
                    }
                    Some(_) => return Err(Malformed),
                },
                State::Head => {
                    let searched = self.buffer.get(..self.buffer.len().min(LONGEST_HEAD)).unwrap_or_default();
                    let Some(end) = place_of(searched, b"\r\n\r\n") else {
                        return if self.buffer.len() < LONGEST_HEAD {
                            Ok(None)
                        } else {
                            Err(Malformed)
                        };
                    };
                    let part = std::str::from_utf8(searched.get(..end).unwrap_or_default())
                        .ok()
                        .and_then(head)
                        .ok_or(Malformed)?;
                    self.buffer.drain(..end + 4);
                    self.state = State::Data;
                    return Ok(Some(Event::Begin(part)));
                }
                State::Data => return self.data(),
                // A line break may stand behind the end, and nothing else.
                State::Done => {
                    return if b"\r\n".starts_with(&self.buffer) {
                        Ok(None)
                    } else {
                        Err(Malformed)
                    };
                }
            }
        }
    }

    fn data(&mut self) -> Result<Option<Event>, Malformed> {
        match place_of(&self.buffer, &self.delimiter) {
            Some(0) => {
                self.buffer.drain(..self.delimiter.len());
                self.state = State::Delimited;
                if std::mem::replace(&mut self.begun, true) {
                    return Ok(Some(Event::End));
                }
                self.read()
            }
            found => {
                // A delimiter may have begun at the end.
                let safe = found.unwrap_or_else(|| self.buffer.len().saturating_sub(self.delimiter.len() - 1));
                if !self.begun && (found.is_some() || safe > 0) {
                    // Something stands before the first delimiter.
                    return Err(Malformed);
                }
                if safe == 0 {
                    return Ok(None);
                }
                Ok(Some(Event::Bytes(self.buffer.drain(..safe).collect())))
            }
        }
    }
}

/// Where a text that begins with a carriage return stands first.
fn place_of(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        let at = rest.iter().position(|byte| *byte == b'\r')?;
        if rest.get(at..).is_some_and(|rest| rest.starts_with(sought)) {
            return Some(from + at);
        }
        from += at + 1;
    }
}

/// Reads the head of a part.
fn head(text: &str) -> Option<Part> {
    let (mut disposition, mut media_type) = (None, None);
    for line in text.split("\r\n") {
        let (name, value) = line.split_once(':')?;
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') || value.contains(['\r', '\n', '\0']) {
            return None;
        }
        let value = value.trim();
        let taken = match name.to_ascii_lowercase().as_str() {
            "content-disposition" => disposition.replace(value),
            "content-type" => media_type.replace(value),
            // Deprecated (RFC 7578, section 4.7); what is encoded so would be taken as it stands.
            "content-transfer-encoding" if !["binary", "8bit", "7bit"].contains(&value.to_ascii_lowercase().as_str()) => return None,
            _ => None,
        };
        if taken.is_some() {
            return None;
        }
    }
    let (kind, parameters) = disposition?.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("form-data") {
        return None;
    }
    let (mut name, mut file) = (None, None);
    for (parameter, value) in parameters_of(parameters)? {
        match parameter.as_str() {
            "name" => name = Some(value),
            "filename" => file = Some(value),
            // Not to be used here (RFC 7578, section 4.2): it would be a second name.
            _ => return None,
        }
    }
    Some(Part {
        name: name?,
        file,
        media_type: media_type.unwrap_or_default().to_owned(),
    })
}

/// Parameters, each once, with their values out of their quotes. Within those the quote is written `%22`, and line breaks
/// `%0D` and `%0A`; programs that are no browsers write `\"`.
fn parameters_of(text: &str) -> Option<Vec<(String, String)>> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, behind) = rest.split_once('=')?;
        let name = name.trim().to_ascii_lowercase();
        let (value, behind) = match behind.strip_prefix('"') {
            Some(quoted) => unquoted(quoted)?,
            None => {
                let end = behind.find(';').unwrap_or(behind.len());
                let (value, behind) = behind.split_at(end);
                (value.trim().to_owned(), behind)
            }
        };
        if name.is_empty() || found.iter().any(|(other, _)| *other == name) {
            return None;
        }
        found.push((name, value));
        rest = behind.trim_start();
        if !rest.is_empty() {
            rest = rest.strip_prefix(';')?.trim_start();
        }
    }
    Some(found)
}

/// The value up to the closing quote, and what stands behind it.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut escaped = false;
    for (at, sign) in text.char_indices() {
        match sign {
            '"' if !escaped => {
                let value = text.get(..at)?.replace("\\\"", "\"");
                let value = value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
                return Some((value, text.get(at + 1..)?));
            }
            _ => escaped = sign == '\\' && !escaped,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    const TYPE: &str = "multipart/form-data; boundary=x-1";

    /// Everything that comes of a body that arrives in pieces of this length, pieces of data put together.
    fn read_in(pieces: usize, body: &[u8]) -> Result<Vec<Event>, Malformed> {
        let mut form = Multipart::of(TYPE).unwrap();
        let mut events: Vec<Event> = Vec::new();
        for piece in body.chunks(pieces.max(1)) {
            form.feed(piece);
            while let Some(event) = form.read()? {
                match (events.last_mut(), event) {
                    (Some(Event::Bytes(before)), Event::Bytes(more)) => before.extend(more),
                    (_, event) => events.push(event),
                }
            }
        }
        Ok(events)
    }

    fn part(name: &str, file: Option<&str>, media_type: &str) -> Event {
        Event::Begin(Part {
            name: name.into(),
            file: file.map(str::to_owned),
            media_type: media_type.into(),
        })
    }

    const FORM: &str = "--x-1\r\nContent-Disposition: form-data; name=\"act\"\r\n\r\nadd\r\n\
        --x-1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\u{dc}b%22ung; a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n\
        %PDF\r\n--x-\r\n-\r\n--x-1\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--x-1--\r\n";

    #[test]
    fn a_form_is_read_as_browsers_write_it_however_it_arrives() {
        let expected = [
            part("act", None, ""),
            Event::Bytes(b"add".to_vec()),
            Event::End,
            part("file", Some("\u{dc}b\"ung; a.pdf"), "application/pdf"),
            Event::Bytes(b"%PDF\r\n--x-\r\n-".to_vec()),
            Event::End,
            part("empty", None, ""),
            Event::End,
            Event::Done,
        ];
        for pieces in 1..=FORM.len() {
            assert_eq!(read_in(pieces, FORM.as_bytes()).unwrap(), expected, "{pieces}");
        }
    }

    #[test]
    fn what_no_browser_sends_is_refused() {
        let head = |head: &str| read_in(1000, format!("--x-1\r\n{head}\r\n\r\n\r\n--x-1--").as_bytes());
        assert!(head("Content-Disposition: form-data; name=\"a\"").is_ok());
        for wrong in [
            "",
            "Content-Type: text/plain",
            "Content-Disposition: attachment; name=\"a\"",
            "Content-Disposition: form-data",
            "Content-Disposition: form-data; filename=\"a\"",
            "Content-Disposition: form-data; name=\"a\"; name=\"b\"",
            "Content-Disposition: form-data; name=\"a\"; filename=\"b\"; filename*=UTF-8''c",
            "Content-Disposition: form-data; name=\"a",
            "Content-Disposition: form-data; name=\"a\" filename=\"b\"",
            "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
            "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64",
            "Content-Disposition: form-data; name=\"a\"\r\n folded: x",
            "Content Disposition: form-data; name=\"a\"",
        ] {
            assert_eq!(head(wrong), Err(Malformed), "{wrong:?}");
        }
        for wrong in [
            &b"preamble\r\n--x-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--x-1--"[..],
            b"--x-1 \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--x-1--",
            b"--x-1\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\n\r\n--x-1--",
            b"--x-1--\r\nand more",
            b"--y-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--y-1--  and so on",
        ] {
            assert_eq!(read_in(1000, wrong), Err(Malformed), "{}", String::from_utf8_lossy(wrong));
        }
    }

    #[test]
    fn a_form_that_breaks_off_never_ends() {
        for length in 0..FORM.len() - 4 {
            let events = read_in(1000, &FORM.as_bytes()[..length]).unwrap();
            assert!(!events.contains(&Event::Done), "cut off at {length}");
        }
    }

    #[test]
    fn the_boundary_is_one_that_browsers_draw() {
        assert!(Multipart::of("Multipart/Form-Data; Boundary=\"----WebKitFormBoundaryABC\"").is_some());
        for wrong in [
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"a\r\"",
            "multipart/form-data; boundary=a b",
            "multipart/form-data; charset=utf-8; boundary=a",
            "multipart/mixed; boundary=a",
            &format!("multipart/form-data; boundary={}", "a".repeat(71)),
        ] {
            assert!(Multipart::of(wrong).is_none(), "{wrong:?}");
        }
    }

    #[test]
    fn a_head_without_end_takes_no_more_room_than_a_head_may() {
        let mut form = Multipart::of(TYPE).unwrap();
        form.feed(b"--x-1\r\n");
        let mut fed = 0;
        while form.read().is_ok() {
            form.feed(&[b'a'; 64]);
            fed += 64;
        }
        assert!(fed <= LONGEST_HEAD + 64, "{fed}");
    }

    proptest! {
        #[test]
        fn whatever_bytes_a_file_has_they_arrive_as_they_are(
            bytes in proptest::collection::vec(prop_oneof![Just(b'\r'), Just(b'\n'), Just(b'-'), Just(b'x'), any::<u8>()], 0..300),
            pieces in 1..40usize,
        ) {
            // A browser draws another boundary then.
            prop_assume!(place_of(&bytes, b"\r\n--x-1").is_none());
            let head = b"--x-1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n";
            let body = [&head[..], &bytes, b"\r\n--x-1--\r\n"].concat();
            let mut expected = vec![part("f", Some("f"), "")];
            expected.extend((!bytes.is_empty()).then(|| Event::Bytes(bytes.clone())));
            expected.extend([Event::End, Event::Done]);
            prop_assert_eq!(read_in(pieces, &body), Ok(expected));
        }

        #[test]
        fn no_bytes_make_it_fall_over(bytes in proptest::collection::vec(any::<u8>(), 0..400), pieces in 1..40usize) {
            let _ = read_in(pieces, &[b"--x-1\r\nContent-Disposition: form-data; ", &bytes[..]].concat());
        }
    }
}
