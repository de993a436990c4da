//! A strict parser (RFC 8259 with the limits of I-JSON, RFC 7493).

use super::{MAX_INTEGER, Object, Value, utf16_order};

/// How deep arrays and objects may stand in each other.
pub const MAX_DEPTH: usize = 64;

/// Why bytes are not the JSON that is read here, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, character {column}: {fault}")]
pub struct JsonError {
    /// Offset of the fault in bytes, counted from 0.
    pub at: usize,
    /// Line, counted from 1.
    pub line: usize,
    /// Character in the line, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub fault: JsonFault,
}

/// What can be wrong with JSON.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonFault {
    /// The bytes are not UTF-8.
    #[error("this byte is not UTF-8; save the text as UTF-8")]
    NotUtf8,
    /// The text ends within a value.
    #[error("the text ends where {0} should stand; complete it")]
    Ended(&'static str),
    /// Something else stands where one thing is expected.
    #[error("{found:?} stands where {expected} should; put that in its place")]
    Unexpected {
        /// What stands there.
        found: char,
        /// What should.
        expected: &'static str,
    },
    /// More follows after the one value.
    #[error("more text follows after the value; keep one value only")]
    More,
    /// A member stands twice in an object.
    #[error("the member {0:?} stands twice in one object; keep one of them")]
    Twice(String),
    /// Arrays and objects stand too deep in each other.
    #[error("arrays and objects stand more than {MAX_DEPTH} deep in each other; make it flatter")]
    TooDeep,
    /// A control character stands bare in a text.
    #[error("the control character U+{0:04X} stands bare in a text; escape it or take it out")]
    Control(u32),
    /// An escape that JSON does not know.
    #[error("this is no escape of JSON; use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits")]
    Escape,
    /// Half of a surrogate pair without the other.
    #[error("this escape is half of a surrogate pair; write both halves or the character itself")]
    Surrogate,
    /// A number that no double holds.
    #[error("this number is larger than JSON readers can hold; make it smaller")]
    TooLarge,
    /// A value of another kind where an object must stand.
    #[error("the text holds no object; put it in braces")]
    NoObject,
}

/// Parses bytes that hold exactly one JSON value, with white space around it or not.
///
/// Numbers that are whole and within ±(2^53 − 1) become [`Value::Integer`], however they are written;
/// all others become [`Value::Double`].
///
/// # Errors
/// Anything outside RFC 8259, text that is not UTF-8, a member name twice in one object, half of a
/// surrogate pair, a number beyond the doubles, or nesting deeper than [`MAX_DEPTH`].
pub fn parse(bytes: &[u8]) -> Result<Value, JsonError> {
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let before = String::from_utf8_lossy(bytes.get(..e.valid_up_to()).unwrap_or_default());
        locate(&before, e.valid_up_to(), JsonFault::NotUtf8)
    })?;
    let mut parser = Parser { text, at: 0 };
    parser.document().map_err(|fault| locate(text, parser.at, fault))
}

/// Parses bytes that hold exactly one object.
pub(super) fn object(bytes: &[u8]) -> Result<Object, JsonError> {
    match parse(bytes)? {
        Value::Object(object) => Ok(object),
        _ => Err(JsonError {
            at: 0,
            line: 1,
            column: 1,
            fault: JsonFault::NoObject,
        }),
    }
}

fn locate(text: &str, at: usize, fault: JsonFault) -> JsonError {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    JsonError { at, line, column, fault }
}

struct Parser<'a> {
    text: &'a str,
    /// Always on the border of a character.
    at: usize,
}

impl<'a> Parser<'a> {
    fn document(&mut self) -> Result<Value, JsonFault> {
        let value = self.value(0)?;
        self.space();
        if self.peek().is_some() { Err(JsonFault::More) } else { Ok(value) }
    }

    fn value(&mut self, depth: usize) -> Result<Value, JsonFault> {
        if depth > MAX_DEPTH {
            return Err(JsonFault::TooDeep);
        }
        self.space();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => Ok(Value::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Value, JsonFault> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.expected("a value"))
    }

    fn list(&mut self, depth: usize) -> Result<Value, JsonFault> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.take(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if self.take(b']') {
                return Ok(Value::List(items));
            }
            self.need(b',', "a comma or a closing bracket")?;
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, JsonFault> {
        self.at += 1;
        let mut members: Vec<(String, Value, usize)> = Vec::new();
        self.space();
        if !self.take(b'}') {
            loop {
                self.space();
                let begin = self.at;
                if self.peek() != Some(b'"') {
                    return Err(self.expected("the name of a member in quotation marks"));
                }
                let name = self.string()?;
                self.space();
                self.need(b':', "a colon")?;
                members.push((name, self.value(depth + 1)?, begin));
                self.space();
                if self.take(b'}') {
                    break;
                }
                self.need(b',', "a comma or a closing brace")?;
            }
        }
        // The sort is stable, so the later of two of one name stands second.
        members.sort_by(|(a, ..), (b, ..)| utf16_order(a, b));
        if let Some((_, (name, _, begin))) = members.iter().zip(members.iter().skip(1)).find(|(a, b)| a.0 == b.0) {
            self.at = *begin;
            return Err(JsonFault::Twice(name.clone()));
        }
        Ok(Value::Object(Object {
            members: members.into_iter().map(|(name, value, _)| (name, value)).collect(),
        }))
    }

    fn string(&mut self) -> Result<String, JsonFault> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < 0x20).unwrap_or(rest.len());
            out.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(control) => return Err(JsonFault::Control(control.into())),
                None => return Err(JsonFault::Ended("a closing quotation mark")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonFault> {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let plain = match rest.first() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.escape_by_number(),
            Some(_) => return Err(JsonFault::Escape),
            None => return Err(JsonFault::Ended("an escape")),
        };
        self.at += 2;
        Ok(plain)
    }

    fn escape_by_number(&mut self) -> Result<char, JsonFault> {
        let high = self.four_digits(self.at + 2)?;
        if !(0xD800..0xE000).contains(&high) {
            let found = char::from_u32(high).ok_or(JsonFault::Surrogate)?;
            self.at += 6;
            return Ok(found);
        }
        let follows = self.text.as_bytes().get(self.at + 6..self.at + 8) == Some(b"\\u");
        if high >= 0xDC00 || !follows {
            return Err(JsonFault::Surrogate);
        }
        let low = self.four_digits(self.at + 8)?;
        if !(0xDC00..0xE000).contains(&low) {
            return Err(JsonFault::Surrogate);
        }
        let found = char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)).ok_or(JsonFault::Surrogate)?;
        self.at += 12;
        Ok(found)
    }

    fn four_digits(&self, from: usize) -> Result<u32, JsonFault> {
        let digits = self
            .text
            .get(from..from + 4)
            .filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))
            .ok_or(JsonFault::Escape)?;
        u32::from_str_radix(digits, 16).map_err(|_| JsonFault::Escape)
    }

    fn number(&mut self) -> Result<Value, JsonFault> {
        let begin = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        let number: f64 = self
            .text
            .get(begin..self.at)
            .unwrap_or_default()
            .parse()
            .map_err(|_| self.expected("a number"))?;
        if !number.is_finite() {
            self.at = begin;
            return Err(JsonFault::TooLarge);
        }
        // Every whole number in this range is exact as a double, so the cast loses nothing.
        if number.fract() == 0.0 && number.abs() <= MAX_INTEGER as f64 {
            Ok(Value::Integer(number as i64))
        } else {
            Ok(Value::Double(number))
        }
    }

    fn digits(&mut self) -> Result<(), JsonFault> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let count = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        if count == 0 {
            return Err(self.expected("a digit"));
        }
        self.at += count;
        Ok(())
    }

    fn space(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn need(&mut self, byte: u8, what: &'static str) -> Result<(), JsonFault> {
        if self.take(byte) { Ok(()) } else { Err(self.expected(what)) }
    }

    fn expected(&self, expected: &'static str) -> JsonFault {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(found) => JsonFault::Unexpected { found, expected },
            None => JsonFault::Ended(expected),
        }
    }
}
