//! Pasted text: a person a line, with numbers and bullets before, and titles, offices and bodies around.
//!
//! Whether `A, B` is a family name with its given name or a name with an office cannot be told, so every part of a line that
//! may be a name is looked for: a name that is found twice costs nothing, one that is not looked for is lost.

use super::list::{Contact, Parsed, WhyUnread, shown};
use record::{is_hidden, taken_in};

/// The most parts of a line that are looked at; no list of persons has as many.
const MOST_PARTS: usize = 24;

/// Reads UTF-8 in which bytes that are no text may stand.
pub(super) fn pasted(text: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    // Lines that end with a carriage return alone are lines too.
    let lines = text.split(|byte| *byte == b'\n').flat_map(|line| {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        line.split(|byte| *byte == b'\r')
    });
    for (number, line) in (1..).zip(lines) {
        match std::str::from_utf8(line) {
            Err(_) => parsed.refuse(number, WhyUnread::NotText),
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => parsed.take(contact(number, line)),
        }
    }
    parsed
}

/// Somebody on a line.
fn contact(number: u64, line: &str) -> Contact {
    // What nobody sees parts no word, and hides neither a dash nor the number before a name.
    let unseen = |c: char| is_hidden(c) || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}');
    let seen: String = line.chars().filter(|c| !unseen(*c)).collect();
    let line = without_marker(seen.trim());
    let parts = parts(line);
    let all: Vec<String> = parts
        .iter()
        .map(|(part, _)| part.clone())
        .filter(|part| !part.contains('@'))
        .collect();
    let mut names: Vec<String> = all.iter().take(MOST_PARTS).cloned().collect();
    if let [(family, _), (given, true), ..] = &parts[..] {
        names.push(format!("{given} {family}"));
    }
    if all.len() > 1 || names.is_empty() {
        names.push(taken_in(line));
    }
    let organisation = match &all[..] {
        [_, _, .., last] => Some(last.clone()),
        [_, last] if last.split_whitespace().nth(1).is_some() => Some(last.clone()),
        _ => None,
    };
    Contact {
        line: number,
        text: shown(line),
        names,
        organisation,
        cut: all.len() > MOST_PARTS,
        ..Contact::default()
    }
}

/// A line without the number, letter or bullet with which it begins.
fn without_marker(line: &str) -> &str {
    let bare = line.trim_start_matches(|c: char| "-*•‣◦–—·▪●○■□☐✓>#".contains(c) || c.is_whitespace());
    let numbered = bare.trim_start_matches('(');
    let figures = numbered.find(|c: char| !c.is_numeric()).unwrap_or(numbered.len());
    let (figures, rest) = numbered.split_at(figures);
    let end = |c: char| ".):°/]".contains(c) || c.is_whitespace();
    match rest.strip_prefix(end) {
        Some(rest) if !figures.is_empty() => rest.trim_start_matches(|c: char| end(c) || c == '-'),
        _ => bare,
    }
}

/// The parts of a line, each with whether a comma stands before it.
fn parts(line: &str) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    let mut after_comma = false;
    let mut take = |part: &str, after_comma: bool| {
        let part = taken_in(part).trim().to_owned();
        if part.chars().any(char::is_alphabetic) {
            parts.push((part, after_comma));
        }
    };
    let mut from = 0;
    for (at, c) in line.char_indices() {
        let comma = matches!(c, ',' | '،' | '，' | '、');
        let parts_here = comma
            || matches!(
                c,
                '\t' | ';' | '؛' | '；' | '|' | ':' | '：' | '(' | ')' | '[' | ']' | '<' | '>' | '/' | '"'
            )
            || is_dash_between(line, at, c);
        if parts_here {
            take(line.get(from..at).unwrap_or_default(), after_comma);
            from = at + c.len_utf8();
            after_comma = comma;
        }
    }
    take(line.get(from..).unwrap_or_default(), after_comma);
    parts
}

/// A dash with blanks around it parts; one within a word joins.
fn is_dash_between(line: &str, at: usize, c: char) -> bool {
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let before = line.get(..at).and_then(|before| before.chars().next_back());
    let after = line.get(at + c.len_utf8()..).and_then(|after| after.chars().next());
    matches!(c, '—') || (matches!(c, '-' | '–' | '−' | '·' | '•') && blank(before) && blank(after))
}
