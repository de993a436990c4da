//! What may be a name in a text that somebody wrote to say who will be there: a name, with titles, offices and bodies around it,
//! family name first or last, alone or with others.
//!
//! Whether `A, B` is a family name with its given name or a name with an office cannot be told, so everything in it that may be a
//! name is looked for: a name that is found twice costs nothing, one that is not looked for is lost.

use super::offices::{is_office, names_office, without};
use record::{is_hidden, taken_in};

/// The most parts of a text that are looked at; no list of persons has as many on a line.
const MOST_PARTS: usize = 24;

/// A text that was looked through.
#[derive(Default)]
pub(super) struct Written {
    /// What may be a name.
    pub names: Vec<String>,
    /// The one word that is left of it beside titles and offices, where there is but one: a family name alone, as a rule.
    pub alone: Option<String>,
    /// The body to which somebody belongs.
    pub organisation: Option<String>,
    /// Whether it has more parts than are looked at.
    pub cut: bool,
}

/// Looks through a text.
pub(super) fn written(text: &str) -> Written {
    // What nobody sees parts no word, and hides neither a dash nor the number before a name.
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    let parts = parts(&seen);
    let all: Vec<&str> = parts
        .iter()
        .map(|(part, _)| part.as_str())
        .filter(|part| !part.contains('@'))
        .collect();
    let mut names: Vec<String> = all.iter().take(MOST_PARTS).map(|part| (*part).to_owned()).collect();
    for pair in parts.windows(2).take(MOST_PARTS) {
        if let [(family, _), (given, true)] = pair
            && !family.contains('@')
            && !given.contains('@')
        {
            names.push(format!("{given} {family}"));
        }
    }
    if all.len() > 1 || names.is_empty() {
        names.push(taken_in(&seen).trim().to_owned());
    }
    for place in 0..names.len() {
        let whole = names.get(place).cloned().unwrap_or_default();
        // A word by itself is the name of nobody; where nothing else is left, it is `alone`.
        let pieces = without(&whole).into_iter().filter(|piece| *piece != whole && piece.contains(' '));
        for piece in pieces {
            if !names.contains(&piece) {
                names.push(piece);
            }
        }
    }
    let organisation = match &all[..] {
        [_, _, .., last] => Some(*last),
        [_, last] if last.split_whitespace().nth(1).is_some() => Some(*last),
        _ => None,
    };
    // `Sudan, President` says no body of which others may be.
    let of_body = |last: &&str| !last.split_whitespace().next().is_some_and(is_office);
    Written {
        names,
        alone: alone(&all),
        organisation: organisation.filter(of_body).map(str::to_owned),
        cut: all.len() > MOST_PARTS,
    }
}

/// What nobody sees.
pub(super) fn is_unseen(c: char) -> bool {
    is_hidden(c) || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// The one word that is left of the first part, if what follows is no given name.
fn alone(parts: &[&str]) -> Option<String> {
    let (first, rest) = parts.split_first()?;
    let pieces = without(first);
    let [only] = &pieces[..] else { return None };
    let by_itself = !only.contains(' ') && rest.first().is_none_or(|next| names_office(next));
    by_itself.then(|| only.clone())
}

/// The parts of a text, each with whether a comma, or what parts the cells of a table, stands before it.
fn parts(text: &str) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    let mut after_comma = false;
    let mut take = |part: &str, after_comma: bool| {
        let part = taken_in(part).trim().to_owned();
        if part.chars().any(char::is_alphabetic) {
            parts.push((part, after_comma));
        }
    };
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let comma = matches!(c, ',' | '،' | '，' | '、' | '\t' | ';' | '؛' | '；');
        let parts_here =
            comma || matches!(c, '|' | ':' | '：' | '(' | ')' | '[' | ']' | '<' | '>' | '/' | '"') || is_dash_between(text, at, c);
        if parts_here {
            take(text.get(from..at).unwrap_or_default(), after_comma);
            from = at + c.len_utf8();
            after_comma = comma;
        }
    }
    take(text.get(from..).unwrap_or_default(), after_comma);
    parts
}

/// A dash with blanks around it parts; one within a word joins.
fn is_dash_between(text: &str, at: usize, c: char) -> bool {
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + c.len_utf8()..).and_then(|after| after.chars().next());
    matches!(c, '—') || (matches!(c, '-' | '–' | '−' | '·' | '•') && blank(before) && blank(after))
}
