//! What was filled in: the texts given for the elements of a form or of a move, and conditions over them.

use std::collections::BTreeMap;

/// Texts by the id of the element for which they were given. A day is `2026-04-14`, an answer to a yes/no question
/// `yes` or `no`, a State its three letters, a language its three letters of ISO 639-3; of documents one text each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(pub BTreeMap<String, Vec<String>>);

impl Values {
    /// The texts given for an element, without blanks around them; a blank text is none.
    pub fn given(&self, element: &str) -> impl Iterator<Item = &str> {
        let texts = self.0.get(element).into_iter().flatten();
        texts.map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// The first text given for an element.
    pub fn first(&self, element: &str) -> Option<&str> {
        self.given(element).next()
    }
}

impl<E: Into<String>, T: Into<String>> FromIterator<(E, T)> for Values {
    /// Values out of elements and texts; an element that comes again has several.
    fn from_iter<I: IntoIterator<Item = (E, T)>>(pairs: I) -> Values {
        let mut values = Values::default();
        for (element, text) in pairs {
            values.0.entry(element.into()).or_default().push(text.into());
        }
        values
    }
}

/// That a yes/no question was answered with yes, or that a word was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub element: String,
    pub word: String,
}

/// Conditions over what was filled in. Without any, they hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conditions {
    pub when: Vec<Said>,
    pub any: Vec<Said>,
    pub unless: Vec<Said>,
}

impl Conditions {
    pub(crate) fn hold(&self, values: &Values) -> bool {
        let said = |said: &Said| values.given(&said.element).any(|text| text == said.word);
        self.when.iter().all(said) && (self.any.is_empty() || self.any.iter().any(said)) && !self.unless.iter().any(said)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.when.is_empty() && self.any.is_empty() && self.unless.is_empty()
    }
}
