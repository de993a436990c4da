//! The text of a request, and the bodies of its acts.

use law::{Form, Values};
use record::hex::hex;
use record::json::{Object, Value};
use sha2::{Digest, Sha256};

/// What is asked: a form of cooperation with its elements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestText {
    /// Id of the form: `arrest-and-surrender`.
    pub form: String,
    /// Its elements, each with its texts.
    pub values: Values,
}

impl RequestText {
    /// The same as it is taken in ([`record::taken_in`]): what comes in is checked, hashed and recorded in one form.
    #[must_use]
    pub fn taken_in(&self) -> RequestText {
        let texts = |texts: &Vec<String>| texts.iter().map(|text| record::taken_in(text)).collect();
        let values = self
            .values
            .0
            .iter()
            .map(|(element, given)| (record::taken_in(element), texts(given)));
        RequestText {
            form: record::taken_in(&self.form),
            values: Values(values.collect()),
        }
    }

    /// SHA-256 of its canonical JSON, 64 lower-case hexadecimal digits: the request that is signed and sent.
    pub fn sha256(&self) -> String {
        hex(&Sha256::digest(self.canonical()))
    }

    /// Its canonical JSON (RFC 8785): `form` and `request`.
    pub fn canonical(&self) -> Vec<u8> {
        self.write(Object::new()).canonical()
    }

    /// The one of which these are the canonical bytes; none where they are not, byte for byte.
    pub fn of_canonical(bytes: &[u8]) -> Option<RequestText> {
        let text = RequestText::read(&Object::parse(bytes).ok()?)?;
        (text.canonical() == bytes).then_some(text)
    }

    /// Puts it into the body of an act.
    pub(crate) fn write(&self, body: Object) -> Object {
        let mut body = body.text("form", &self.form);
        body.set("request", Value::Object(values_written(&self.values)));
        body
    }

    /// The one that a body carries.
    pub(crate) fn read(body: &Object) -> Option<RequestText> {
        Some(RequestText {
            form: body.get_text("form")?.to_owned(),
            values: values_read(body.get("request")),
        })
    }

    /// What the State is told of it, and what stays within the Court ([`law::Element::inside`]).
    pub(crate) fn parted(&self, form: &Form) -> (RequestText, Values) {
        let inside = |id: &String| form.elements.iter().any(|element| element.inside && element.id == *id);
        let (within, told) = self.values.0.clone().into_iter().partition(|(id, _)| inside(id));
        let told = RequestText {
            form: self.form.clone(),
            values: Values(told),
        };
        (told, Values(within))
    }

    /// The same with what stays within the Court.
    pub(crate) fn with(&self, within: &Values) -> RequestText {
        let mut whole = self.clone();
        whole.values.0.extend(within.0.clone());
        whole
    }

    /// Whether it is there in none of these languages, alternatives of sets: it was then sent on the word of an officer, which stands
    /// in the preparation and is told to nobody who does not see that.
    pub(crate) fn was_sent_on_a_word(&self, needed: &[Vec<String>]) -> bool {
        let given: Vec<&str> = self.values.given(LANGUAGE).collect();
        !needed
            .iter()
            .any(|set| set.iter().all(|language| given.contains(&language.as_str())))
    }

    /// The code of the State to which it goes.
    pub fn requested_state(&self) -> Option<&str> {
        self.values.first(REQUESTED_STATE)
    }
}

/// The element of every form that says to which State it goes.
pub const REQUESTED_STATE: &str = "requested_state";
/// The element that says at which level the request is classified, in the forms that have it.
pub const LEVEL: &str = "level";
/// The element that says on which ground.
pub const BASIS: &str = "level_basis";
/// The element that names the situation, by its number.
pub const SITUATION: &str = "situation";
/// The element that names the case, by its number.
pub const CASE: &str = "case";
/// The element that holds the Court's own number of the request.
pub const COURT_NUMBER: &str = "court_number";
/// The element that names the request for provisional arrest which a request follows.
pub const EARLIER_REQUEST: &str = "earlier_request";
/// The element that names the languages in which the whole of it is there.
pub const LANGUAGE: &str = "language";
/// The element that names the person, in the forms that are about one.
pub const PERSON: &str = "person";

/// What an act carries, with what stays within the Court of the request that it carries.
pub(super) fn joined(carried: &Values, within: &Values) -> Values {
    let all = carried.0.iter().chain(&within.0);
    Values(all.map(|(id, texts)| (id.clone(), texts.clone())).collect())
}

/// Values as they stand in a body. Empty ones are left out.
pub(crate) fn values_written(values: &Values) -> Object {
    let mut object = Object::new();
    for element in values.0.keys() {
        let texts: Vec<Value> = values.given(element).map(|text| Value::Text(text.to_owned())).collect();
        if !texts.is_empty() {
            object.set(element, Value::List(texts));
        }
    }
    object
}

/// Values as a body has them; what is no list of texts is passed over.
pub(crate) fn values_read(value: Option<&Value>) -> Values {
    let mut values = Values::default();
    if let Some(Value::Object(object)) = value {
        for (element, value) in object.members() {
            if let Value::List(texts) = value {
                let text = |text: &Value| if let Value::Text(text) = text { Some(text.clone()) } else { None };
                values.0.insert(element.to_owned(), texts.iter().filter_map(text).collect());
            }
        }
    }
    values
}
