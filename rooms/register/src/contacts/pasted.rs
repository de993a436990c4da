//! Pasted text: a person a line, with numbers and bullets before, and titles, offices and bodies around.

use super::list::{Contact, Parsed, WhyUnread, shown};
use super::written::{Written, is_unseen, written};

/// Reads UTF-8 in which bytes that are no text may stand.
pub(super) fn pasted(text: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    let mut number = 0;
    for line in text.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Ok(line) = std::str::from_utf8(line) else {
            number += 1;
            parsed.refuse(number, WhyUnread::NotText);
            continue;
        };
        // Lines that end with a carriage return alone are lines too, and what word processors end them with within a paragraph.
        for line in line.split(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
            number += 1;
            if !line.trim().is_empty() {
                parsed.take(contact(number, line));
            }
        }
    }
    parsed
}

/// Somebody on a line.
fn contact(number: u64, line: &str) -> Contact {
    // A number before a name may stand behind a mark that nobody sees.
    let seen: String = line.chars().filter(|c| !is_unseen(*c)).collect();
    let line = without_marker(seen.trim());
    let Written {
        names,
        alone,
        organisation,
        cut,
    } = written(line);
    Contact {
        line: number,
        text: shown(line),
        names,
        alone,
        organisation,
        cut,
        ..Contact::default()
    }
}

/// A line without the number, letter or bullet with which it begins.
fn without_marker(line: &str) -> &str {
    let bare = line.trim_start_matches(|c: char| "-*•‣◦–—·▪●○■□☐✓>#".contains(c) || c.is_whitespace());
    let numbered = bare.trim_start_matches('(');
    let figures = numbered.find(|c: char| !c.is_numeric()).unwrap_or(numbered.len());
    let (figures, rest) = numbered.split_at(figures);
    // The hour of a meeting is no number of a line.
    let is_hour = rest
        .strip_prefix(':')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let end = |c: char| ".):°/]".contains(c) || c.is_whitespace();
    match rest.strip_prefix(end) {
        Some(rest) if !figures.is_empty() && !is_hour => rest.trim_start_matches(|c: char| end(c) || c == '-'),
        _ => bare,
    }
}
