//! Text as it is taken in from people and programs, and the signs that no entry may hold.

use crate::json::{Object, Value};
use unicode_normalization::UnicodeNormalization;

/// Whether a character is not seen and changes how others are read, or makes two texts that look the same differ: marks of
/// direction that embed or override (Unicode Standard Annex 9), spaces without width, the byte order mark, tags (U+E0000 to
/// U+E007F). Joiners, which Persian and other scripts need, are not among them.
pub fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// Whether no entry may hold a character, in a text that may have several lines.
pub fn is_refused(c: char) -> bool {
    (c.is_control() && c != '\n') || is_hidden(c)
}

/// A text as it is taken in, wherever somebody types, pastes or sends one: letters composed (Unicode normal form C), lines
/// ended by `\n`, a tab as a blank; and without U+FEFF and U+200B, which word processors and web pages leave in what is
/// copied from them, and which mean nothing. Everything else stays: what [`is_refused`] is for its author to take out.
pub fn taken_in(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    let kept = lines.chars().filter(|c| !matches!(c, '\u{feff}' | '\u{200b}'));
    let in_one_form = kept.map(|c| match c {
        '\r' => '\n',
        '\t' => ' ',
        c => c,
    });
    in_one_form.nfc().collect()
}

/// An object with all its texts as they are taken in, at any depth; the names of its members stay.
pub fn object_taken_in(object: &Object) -> Object {
    let mut taken = Object::new();
    for (name, value) in object.members() {
        taken.set(name, value_taken_in(value));
    }
    taken
}

fn value_taken_in(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(taken_in(text)),
        Value::List(items) => Value::List(items.iter().map(value_taken_in).collect()),
        Value::Object(object) => Value::Object(object_taken_in(object)),
        Value::Null | Value::Bool(_) | Value::Integer(_) | Value::Double(_) => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_text_is_taken_in_composed_with_plain_ends_of_lines_and_without_what_copying_leaves_in_it() {
        assert_eq!(
            taken_in("\u{feff}Exercise e\u{301}\r\ntwo\rthree\tfour\u{200b}"),
            "Exercise \u{e9}\ntwo\nthree four"
        );
        // What stands between a letter and its mark does not keep them apart.
        assert_eq!(taken_in("e\u{200b}\u{301}"), "\u{e9}");
        assert_eq!(taken_in("\u{feff}\u{200b}"), "");
    }

    #[test]
    fn joiners_and_marks_of_direction_that_scripts_need_stay_and_may_be_recorded() {
        for needed in ["می\u{200c}خواهم", "क्\u{200d}ष", "\u{200e}12\u{200f}"] {
            assert_eq!(taken_in(needed), needed);
            assert!(!needed.contains(is_refused), "{needed:?}");
        }
    }

    #[test]
    fn what_means_something_else_than_is_seen_stays_for_its_author_to_take_out() {
        for refused in ["a\u{202e}b", "a\u{2060}b", "a\u{e0041}b", "a\u{7}b", "a\u{0}b", "a\u{85}b"] {
            assert_eq!(taken_in(refused), refused);
            assert!(refused.contains(is_refused), "{refused:?}");
        }
        assert!(!"one\ntwo".contains(is_refused));
    }

    #[test]
    fn the_texts_of_an_object_are_taken_in_at_any_depth() {
        let given = Object::parse(r#"{"a":"e\u0301","b":["\ufeffx",{"c":"y\u200b"}],"d":1}"#.as_bytes()).unwrap();
        let taken = Object::parse(r#"{"a":"é","b":["x",{"c":"y"}],"d":1}"#.as_bytes()).unwrap();
        assert_eq!(object_taken_in(&given), taken);
    }
}
