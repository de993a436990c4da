//! A request as a file: TOML or JSON, one member an element. `form` says which form of cooperation; all else are its elements.
//!
//! A text is a text, several are a list; a day may be written without quotation marks in TOML, a yes or no as `true` or
//! `false`, a number as it is. Nothing is added or left out on the way in and out.

use super::RequestText;
use law::{Element, ElementSort, Form, Pack, Values};
use record::json::{self, Object};
use std::fmt::Write as _;

/// The largest file that is read, in bytes: what a draft may hold.
pub const LARGEST: usize = crate::draft::LARGEST;

/// Why a file is no request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is no text.
    #[error("the file is no text in UTF-8; save it as UTF-8")]
    NoText,
    /// It is too long.
    #[error("the file has more than {LARGEST} bytes; put long papers into attachments")]
    TooLong,
    /// It is no TOML.
    #[error("the file is not in the form of TOML: {0}")]
    Toml(String),
    /// It is no JSON.
    #[error("the file is not in the form of JSON: {0}")]
    Json(String),
    /// It does not say which form it is.
    #[error("the file does not say which form of cooperation it is; begin it with a line like form = \"arrest-and-surrender\"")]
    NoForm,
    /// An element holds what it cannot.
    #[error("{element} holds what is no text, number, day, yes or no, or list of texts; write it between quotation marks")]
    Element {
        /// Which.
        element: String,
    },
}

impl RequestText {
    /// Reads a request from a file: JSON where it begins with a brace, its canonical text too; else TOML. Its texts are as
    /// they are taken in.
    ///
    /// # Errors
    /// What is wrong, and where.
    pub fn read_file(bytes: &[u8]) -> Result<RequestText, Unreadable> {
        if bytes.len() > LARGEST {
            return Err(Unreadable::TooLong);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NoText)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if let Some(read) = RequestText::of_canonical(text.as_bytes()) {
            return Ok(read.taken_in());
        }
        let members = if text.trim_start().starts_with('{') {
            of_json(text)?
        } else {
            of_toml(text)?
        };
        Ok(RequestText::of_members(members)?.taken_in())
    }

    /// The request of an object, as a file of JSON has it.
    ///
    /// # Errors
    /// As for [`RequestText::read_file`].
    pub fn of_json(object: &Object) -> Result<RequestText, Unreadable> {
        RequestText::of_members(members_of(object)?)
    }

    /// Elements with their texts out of an object, in the same way.
    ///
    /// # Errors
    /// An element holds what it cannot.
    pub fn values_of_json(object: &Object) -> Result<Values, Unreadable> {
        Ok(Values(members_of(object)?.into_iter().collect()))
    }

    fn of_members(members: Members) -> Result<RequestText, Unreadable> {
        let mut values = Values::default();
        let mut form = None;
        for (name, texts) in members {
            if name == "form" {
                form = texts.into_iter().next();
            } else {
                values.0.insert(name, texts);
            }
        }
        match form.map(|form| form.trim().to_owned()).filter(|form| !form.is_empty()) {
            Some(form) => Ok(RequestText { form, values }),
            None => Err(Unreadable::NoForm),
        }
    }

    /// The request as TOML.
    pub fn to_toml(&self) -> String {
        let mut out = format!("form = {}\n", quoted(&self.form));
        for element in self.values.0.keys() {
            let texts: Vec<String> = self.values.given(element).map(quoted).collect();
            let _ = match texts.as_slice() {
                [] => Ok(()),
                [one] => writeln!(out, "{} = {one}", key(element)),
                several => writeln!(out, "{} = [{}]", key(element), several.join(", ")),
            };
        }
        out
    }

    /// The request as JSON, canonical (RFC 8785).
    pub fn to_json(&self) -> String {
        let mut object = Object::new().text("form", &self.form);
        for element in self.values.0.keys() {
            let texts: Vec<json::Value> = self.values.given(element).map(|text| json::Value::Text(text.to_owned())).collect();
            match <[json::Value; 1]>::try_from(texts) {
                Ok([one]) => object.set(element, one),
                Err(several) if several.is_empty() => {}
                Err(several) => object.set(element, json::Value::List(several)),
            }
        }
        String::from_utf8(object.canonical()).unwrap_or_default()
    }
}

type Members = Vec<(String, Vec<String>)>;

fn of_toml(text: &str) -> Result<Members, Unreadable> {
    let table: toml::Table = toml::from_str(text).map_err(|error| Unreadable::Toml(error.to_string().trim().to_owned()))?;
    let member = |(name, value): (String, toml::Value)| {
        let texts = match value {
            toml::Value::Array(items) => items.iter().map(of_toml_value).collect::<Option<Vec<String>>>(),
            one => of_toml_value(&one).map(|text| vec![text]),
        };
        texts
            .map(|texts| (name.clone(), texts))
            .ok_or(Unreadable::Element { element: name })
    };
    table.into_iter().map(member).collect()
}

fn of_toml_value(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        toml::Value::Datetime(day) => Some(day.to_string()),
        toml::Value::Float(_) | toml::Value::Array(_) | toml::Value::Table(_) => None,
    }
}

fn of_json(text: &str) -> Result<Members, Unreadable> {
    let object = Object::parse(text.trim().as_bytes()).map_err(|error| Unreadable::Json(error.to_string()))?;
    members_of(&object)
}

fn members_of(object: &Object) -> Result<Members, Unreadable> {
    let member = |(name, value): (&str, &json::Value)| {
        let texts = match value {
            json::Value::List(items) => items.iter().map(of_json_value).collect::<Option<Vec<String>>>(),
            one => of_json_value(one).map(|text| vec![text]),
        };
        let element = || Unreadable::Element { element: name.to_owned() };
        texts.map(|texts| (name.to_owned(), texts)).ok_or_else(element)
    };
    object.members().map(member).collect()
}

fn of_json_value(value: &json::Value) -> Option<String> {
    match value {
        json::Value::Text(text) => Some(text.clone()),
        json::Value::Integer(number) => Some(number.to_string()),
        json::Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        json::Value::Null | json::Value::Double(_) | json::Value::List(_) | json::Value::Object(_) => None,
    }
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A key as TOML has it: bare, or quoted where it holds a full stop or the like.
fn key(element: &str) -> String {
    let bare = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if !element.is_empty() && element.bytes().all(bare) {
        element.to_owned()
    } else {
        quoted(element)
    }
}

/// An empty request of a form as TOML, each element explained: what it is, how to fill it in, and the rule that asks for it.
pub fn template(law: &Pack, form: &Form, lang: &str) -> String {
    let text = |key: &str| law.text(lang, key).unwrap_or_default().to_owned();
    let mut out = String::new();
    let comment = |out: &mut String, text: &str| {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let _ = writeln!(out, "# {}", line.trim());
        }
    };
    comment(&mut out, &text(&form.text_key));
    let _ = writeln!(out, "form = {}", quoted(&form.id));
    for element in &form.elements {
        out.push('\n');
        comment(&mut out, &text(&element.text_key));
        comment(&mut out, &text(&format!("{}.hint", element.text_key)));
        let rules: Vec<String> = element
            .rests_on
            .iter()
            .filter_map(|id| law.rule(id))
            .map(|rule| text(&format!("{}.cites", rule.text_key)))
            .collect();
        comment(
            &mut out,
            &format!("{}{}", if element.required { "* " } else { "" }, rules.join("; ")),
        );
        let _ = writeln!(out, "# {} = {}", key(&element.id), example(element));
    }
    out
}

/// How an element is written.
fn example(element: &Element) -> String {
    let one = match &element.sort {
        ElementSort::Day => "2026-04-14".to_owned(),
        ElementSort::When => quoted("1970-05-12 | 1970 | about 1970"),
        ElementSort::YesNo => "true".to_owned(),
        ElementSort::Number => "0".to_owned(),
        ElementSort::Language => quoted("fra"),
        ElementSort::State => quoted("FRA"),
        ElementSort::Choice(choices) => quoted(&choices.iter().map(|choice| choice.word.as_str()).collect::<Vec<_>>().join(" | ")),
        ElementSort::Line | ElementSort::Prose | ElementSort::Person | ElementSort::Documents => quoted(""),
    };
    if element.many || element.sort == ElementSort::Documents {
        format!("[{one}]")
    } else {
        one
    }
}
