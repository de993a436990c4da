//! Bodies of JSON, read member by member: what is not known is refused by its name, and what is of another type by its place.

use crate::problem::{Problem, word, words};
use crate::texts::Said;
use law::Values;
use record::json::{Object, Value};
use register::request::{RequestText, Unreadable};

/// An object in a body, and where it stands in it.
pub(super) struct Members<'a> {
    object: &'a Object,
    /// Its JSON pointer; empty for the body itself.
    at: String,
}

impl<'a> Members<'a> {
    /// The body itself, of which these members are known.
    ///
    /// # Errors
    /// There is one that is not.
    pub(super) fn of(object: &'a Object, known: &[&'static str]) -> Result<Members<'a>, Problem> {
        Members::at(object, String::new(), known)
    }

    fn at(object: &'a Object, at: String, known: &[&'static str]) -> Result<Members<'a>, Problem> {
        match object.members().find(|(name, _)| !known.contains(name)) {
            Some((name, _)) => {
                let args = [("name", word(name)), ("known", words(known))];
                Err(wrong(&at, name, Said::with("problem-body-unknown", args)))
            }
            None => Ok(Members { object, at }),
        }
    }

    /// A text, if it is there.
    ///
    /// # Errors
    /// It is something else.
    pub(super) fn text(&self, name: &str) -> Result<Option<&'a str>, Problem> {
        match self.object.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.not(name, "problem-body-not-a-text")),
        }
    }

    /// A whole number that is not negative, if it is there.
    ///
    /// # Errors
    /// It is something else.
    pub(super) fn number(&self, name: &str) -> Result<Option<u64>, Problem> {
        match self.object.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Integer(number)) => u64::try_from(*number)
                .map(Some)
                .map_err(|_| self.not(name, "problem-body-not-a-number")),
            Some(_) => Err(self.not(name, "problem-body-not-a-number")),
        }
    }

    /// A list of texts; empty where it is not there.
    ///
    /// # Errors
    /// It is something else.
    pub(super) fn texts(&self, name: &str) -> Result<Vec<&'a str>, Problem> {
        let items = match self.object.get(name) {
            None | Some(Value::Null) => return Ok(Vec::new()),
            Some(Value::List(items)) => items,
            Some(_) => return Err(self.not(name, "problem-body-not-a-list")),
        };
        let text = |(place, item): (usize, &'a Value)| match item {
            Value::Text(text) => Ok(text.as_str()),
            _ => Err(self.not(&format!("{name}/{place}"), "problem-body-not-a-text")),
        };
        items.iter().enumerate().map(text).collect()
    }

    fn object(&self, name: &str) -> Result<Option<&'a Object>, Problem> {
        match self.object.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(object)) => Ok(Some(object)),
            Some(_) => Err(self.not(name, "problem-body-not-an-object")),
        }
    }

    /// The members of an object, if it is there.
    ///
    /// # Errors
    /// It is something else, or has a member that is not known.
    pub(super) fn members(&self, name: &str, known: &[&'static str]) -> Result<Option<Members<'a>>, Problem> {
        let object = self.object(name)?;
        object.map(|object| Members::at(object, self.pointer(name), known)).transpose()
    }

    /// A request, if it is there: its form and its elements.
    ///
    /// # Errors
    /// It is none.
    pub(super) fn request(&self, name: &str) -> Result<Option<RequestText>, Problem> {
        let object = self.object(name)?;
        object.map(|object| request(object, &self.pointer(name))).transpose()
    }

    /// Elements with their texts; none where it is not there.
    ///
    /// # Errors
    /// It is something else.
    pub(super) fn values(&self, name: &str) -> Result<Values, Problem> {
        let values = self.object(name)?.map(RequestText::values_of_json).transpose();
        let values = values.map_err(|error| unreadable(&error, &self.pointer(name)))?;
        Ok(values.unwrap_or_default())
    }

    /// A text that must be there.
    ///
    /// # Errors
    /// It is not, or is something else.
    pub(super) fn needed(&self, name: &str) -> Result<&'a str, Problem> {
        self.text(name)?
            .ok_or_else(|| wrong(&self.at, name, Said::with("problem-body-needed", [("name", word(name))])))
    }

    fn pointer(&self, name: &str) -> String {
        pointer(&self.at, name)
    }

    /// That a member is something else: the key of the text that says so.
    fn not(&self, name: &str, key: &str) -> Problem {
        Problem::Body {
            pointer: Some(format!("{}/{name}", self.at)),
            detail: Said::with(key, [("name", word(name))]),
        }
    }
}

/// A request out of an object that stands at this pointer.
///
/// # Errors
/// It is none.
pub(super) fn request(object: &Object, at: &str) -> Result<RequestText, Problem> {
    RequestText::of_json(object).map_err(|error| unreadable(&error, at))
}

fn unreadable(error: &Unreadable, at: &str) -> Problem {
    let name = match error {
        Unreadable::Element { element } => Some(element.as_str()),
        Unreadable::NoForm => Some("form"),
        _ => None,
    };
    Problem::Body {
        pointer: Some(name.map_or_else(|| at.to_owned(), |name| pointer(at, name))),
        detail: Said::of_unreadable(error),
    }
}

fn wrong(at: &str, name: &str, detail: Said) -> Problem {
    Problem::Body {
        pointer: Some(pointer(at, name)),
        detail,
    }
}

/// The pointer of a member (RFC 6901, section 3).
fn pointer(at: &str, name: &str) -> String {
    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"))
}
