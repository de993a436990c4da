//! What a PDF can do when it is opened, as far as it stands in its bytes uncompressed.
//!
//! Names (ISO 32000-2, 7.3.5) are read wherever they stand, with their escapes: `/J#61vaScript` is `/JavaScript`. Within
//! streams and comments too, since the table of a PDF may say that an object begins there; a text that shows such a name
//! uncompressed is refused with them. What stands in a compressed stream, or is encrypted, is not seen.

use super::{AttachmentError, Content};

/// Names of what runs, starts another program, or is another file.
const ACTIVE: [&[u8]; 5] = [b"JavaScript", b"Launch", b"EmbeddedFile", b"EmbeddedFiles", b"RichMedia"];
/// The longest name that is looked at, with its escapes.
const LONGEST: usize = 3 * 16;

/// Whether something runs in it, starts from it, or is hidden in it.
///
/// # Errors
/// It cannot be read.
pub(super) async fn is_active(content: &mut dyn Content) -> Result<bool, AttachmentError> {
    let mut scanner = Scanner::default();
    let mut at = 0;
    loop {
        let piece = content.read(at).await?;
        if piece.is_empty() {
            return Ok(scanner.ends_active());
        }
        at += piece.len() as u64;
        if scanner.feed(&piece) {
            return Ok(true);
        }
    }
}

#[derive(Default)]
struct Scanner {
    /// Whether the letters are those of a name.
    in_name: bool,
    /// The letters since the last sign that parts words.
    letters: Vec<u8>,
}

impl Scanner {
    /// Whether a name of something active was met.
    fn feed(&mut self, bytes: &[u8]) -> bool {
        bytes.iter().any(|byte| self.step(*byte))
    }

    fn step(&mut self, byte: u8) -> bool {
        if !parts(byte) {
            if self.letters.len() < LONGEST {
                self.letters.push(byte);
            }
            return false;
        }
        let active = self.ends_active();
        self.in_name = byte == b'/';
        self.letters.clear();
        active
    }

    /// The same at the end, where no sign parts the last name from what follows.
    fn ends_active(&self) -> bool {
        self.in_name && is_active_name(&self.letters)
    }
}

/// White space and delimiters (7.2.3).
fn parts(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ') || b"()<>[]{}/%".contains(&byte)
}

fn is_active_name(letters: &[u8]) -> bool {
    let mut name = Vec::new();
    let mut rest = letters;
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match (first, digits.and_then(|digits| u8::from_str_radix(digits, 16).ok())) {
            (b'#', Some(byte)) => {
                name.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                name.push(*first);
                rest = after;
            }
        }
    }
    ACTIVE.contains(&name.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(pdf: &[u8]) -> bool {
        // Cut anywhere, it is the same.
        let whole = |size: usize| {
            let mut scanner = Scanner::default();
            pdf.chunks(size).any(|piece| scanner.feed(piece)) || scanner.ends_active()
        };
        let read = whole(pdf.len());
        assert!([1, 2, 7].iter().all(|size| whole(*size) == read));
        read
    }

    #[test]
    fn what_runs_starts_or_is_hidden_in_a_pdf_is_seen_where_it_is_not_compressed() {
        for active in [
            &b"1 0 obj <</S/JavaScript/JS(x)>> endobj"[..],
            b"<< /S /J#61vaScript >>",
            b"<</Type/Action/S/Launch/F(x.exe)>>",
            b"<</Names<</EmbeddedFiles 2 0 R>>>>",
            b"<</Type/EmbeddedFile/Length 2>>\nstream\nxx\nendstream",
            b"<</Length 40>>\nstream\n9 0 obj <</S/JavaScript/JS(x)>> endobj\nendstream",
            b"%stream\n<</Subtype/RichMedia>>",
            b"(stream\n) <</S/Launch",
        ] {
            assert!(is(active), "{}", String::from_utf8_lossy(active));
        }
    }

    #[test]
    fn what_only_looks_like_it_is_taken() {
        for quiet in [
            &b"<</Type/Page/Contents 2 0 R>>"[..],
            b"<</Length 30>>\nstream\nBT (read JavaScript here) Tj ET\nendstream",
            b"<</Launchpad 1/JavaScripts 2>>",
            b"<</S/javascript>> JavaScript",
            b"(stream) /F1",
        ] {
            assert!(!is(quiet), "{}", String::from_utf8_lossy(quiet));
        }
    }
}
