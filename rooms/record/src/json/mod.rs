//! The closed subset of JSON that entries are made of, and its canonical bytes (RFC 8785).

mod canonical;
mod parse;

pub use canonical::canonical;
pub use parse::{JsonError, JsonFault, MAX_DEPTH, parse};

/// The largest whole number that every JSON reader keeps exact: 2^53 − 1 (RFC 8259, section 6).
pub const MAX_INTEGER: i64 = (1 << 53) - 1;

/// A JSON value. Entries hold no [`Value::Double`]; it exists so that the canonical form can be
/// checked against the published vectors.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number within the range that every JSON reader keeps exact (±(2^53 − 1)).
    Integer(i64),
    /// Any other number.
    Double(f64),
    /// Text.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object.
    Object(Object),
}

impl Eq for Value {}

/// An object: members sorted by name in the order of RFC 8785 (UTF-16 code units), no name twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object {
    members: Vec<(String, Value)>,
}

impl Object {
    /// An empty object.
    pub fn new() -> Object {
        Object::default()
    }

    /// Sets a member, replacing one of the same name.
    pub fn set(&mut self, name: &str, value: Value) {
        match self.members.binary_search_by(|(n, _)| utf16_order(n, name)) {
            Ok(i) => self.members[i].1 = value,
            Err(i) => self.members.insert(i, (name.to_owned(), value)),
        }
    }

    /// Sets a text member; builder style.
    pub fn text(mut self, name: &str, value: impl Into<String>) -> Object {
        self.set(name, Value::Text(value.into()));
        self
    }

    /// Sets a text member if there is a text; builder style.
    pub fn text_if(self, name: &str, value: Option<impl Into<String>>) -> Object {
        match value {
            Some(v) => self.text(name, v),
            None => self,
        }
    }

    /// A member.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.members
            .binary_search_by(|(n, _)| utf16_order(n, name))
            .ok()
            .map(|i| &self.members[i].1)
    }

    /// A text member.
    pub fn get_text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Value::Text(t)) => Some(t),
            _ => None,
        }
    }

    /// A whole-number member.
    pub fn get_integer(&self, name: &str) -> Option<i64> {
        match self.get(name) {
            Some(Value::Integer(n)) => Some(*n),
            _ => None,
        }
    }

    /// Parses bytes that hold exactly one object; see [`parse`].
    pub fn parse(bytes: &[u8]) -> Result<Object, JsonError> {
        parse::object(bytes)
    }

    /// The canonical bytes of the object; see [`canonical`].
    pub fn canonical(&self) -> Vec<u8> {
        canonical::object(self)
    }

    /// Members in canonical order.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.members.iter().map(|(n, v)| (n.as_str(), v))
    }

    /// Whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

/// Order of names by UTF-16 code units (RFC 8785, section 3.2.3).
fn utf16_order(a: &str, b: &str) -> std::cmp::Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}
