//! The words of a name.

/// The most words of a name that are looked at; what follows in a longer one is left out, so that the work stays bounded.
pub(crate) const MOST: usize = 16;

/// From how many figures on a word is parted at them: `IMO9074729` is a word and a number, `0sama` is a word with a slip.
const FIGURES: usize = 4;

/// Calls `take` with each word of a name, in order. Words are what stands between spaces, hyphens and punctuation; an
/// apostrophe does not part a word (`Kipseng'erya`, `'Abd`), nor does a mark that has no width. The article that Arabic
/// writes in one with its word is a word by itself, as it is in Latin letters.
pub(crate) fn each<'a>(name: &'a str, mut take: impl FnMut(&'a str)) {
    let mut count = 0;
    let mut begin = None;
    let mut figures = 0;
    let mut whole = |word: &'a str, figures: usize| {
        if figures >= FIGURES && figures < word.len() {
            for part in word.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()) {
                if count < MOST
                    && let Ok(part) = std::str::from_utf8(part)
                {
                    take(part);
                    count += 1;
                }
            }
        } else if count < MOST && word.bytes().any(|byte| byte.is_ascii_alphanumeric() || byte >= 0x80) {
            match word.strip_prefix("ال") {
                Some(rest) if count + 1 < MOST && rest.len() >= 6 => {
                    take(&word[..word.len() - rest.len()]);
                    take(rest);
                    count += 2;
                }
                _ => {
                    take(word);
                    count += 1;
                }
            }
        }
        count < MOST
    };
    let bytes = name.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        let (parts, length) = if byte < 0x80 {
            (!(byte.is_ascii_alphanumeric() || byte == b'\'' || byte == b'`'), 1)
        } else {
            let letter = name[at..].chars().next().unwrap_or(' ');
            (parts(letter), letter.len_utf8())
        };
        figures += usize::from(byte.is_ascii_digit());
        match (parts, begin) {
            (true, Some(from)) => {
                if !whole(&name[from..at], figures) {
                    return;
                }
                (begin, figures) = (None, 0);
            }
            (false, None) => begin = Some(at),
            _ => {}
        }
        at += length;
    }
    if let Some(from) = begin {
        whole(&name[from..], figures);
    }
}

/// Whether words are parted at a character outside ASCII.
fn parts(letter: char) -> bool {
    matches!(letter,
        '\u{80}'..='\u{a9}' | '\u{ab}' | '\u{ac}' | '\u{ae}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '×' | '÷'
        // Spaces, dashes and punctuation; the marks without width, apostrophes and primes among them part nothing.
        | '\u{2000}'..='\u{200a}' | '\u{2010}'..='\u{2017}' | '\u{201c}'..='\u{2029}' | '\u{202f}'..='\u{2031}' | '\u{2038}'..='\u{205f}'
        | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '・' | '゠' | '\u{ff65}' | '\u{ff01}'..='\u{ff06}' | '\u{ff08}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff3f}' | '\u{ff5b}'..='\u{ff64}' | '،' | '؛' | '؟' | '۔' | '՝' | '־' | '᠂' | '፡'..='፨' | '।' | '॥'
        | '၊' | '။' | '\u{feff}' if letter != '\u{feff}')
}
