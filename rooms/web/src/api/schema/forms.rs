//! Forms of cooperation out of the law pack: what a request contains, and what acts carry.

use super::law_texts::LawTexts;
use law::ElementSort;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The forms of cooperation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    /// All of them, in the order of the law pack.
    pub forms: Vec<FormLine>,
}

/// A form of cooperation in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FormLine {
    /// Id.
    #[schema(examples("arrest-and-surrender"))]
    pub form: String,
    /// Its name.
    pub name: String,
    /// The rules on which it rests, as they are cited.
    pub rests_on: Vec<String>,
}

/// A form of cooperation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Id.
    pub form: String,
    /// Its name.
    pub name: String,
    /// The rules on which it rests, as they are cited.
    pub rests_on: Vec<String>,
    /// Words of the roles that draft and send it.
    pub senders: Vec<String>,
    /// Words of the roles that sign it.
    pub signers: Vec<String>,
    /// What a request contains, in the order in which it is asked.
    pub elements: Vec<FormElement>,
    /// What can be done in such a request, in the order of the law pack.
    pub acts: Vec<FormAct>,
}

/// What a request or an act contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FormElement {
    /// Id: the name of the member in a request.
    #[schema(examples("probable_location"))]
    pub element: String,
    /// Its name.
    pub name: String,
    /// How to fill it in.
    #[schema(required = true)]
    pub hint: Option<String>,
    /// What it takes: `line`, `text`, `day`, `when`, `yes-no`, `number`, `language`, `state`, `person`, `choice` or `documents`.
    pub sort: String,
    /// The words that may be chosen; empty for other sorts.
    pub choices: Vec<FormChoice>,
    /// Whether it takes several texts.
    pub many: bool,
    /// Whether it is needed whatever else is filled in.
    pub required: bool,
    /// Whether it is needed only after what was filled in elsewhere.
    pub conditional: bool,
    /// The rules that ask for it, as they are cited.
    pub rests_on: Vec<String>,
}

/// A word that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FormChoice {
    /// The word, as it is written.
    pub word: String,
    /// Its name.
    pub name: String,
}

/// What can be done in a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FormAct {
    /// Id.
    #[schema(examples("acknowledge"))]
    pub act: String,
    /// Kind of the entry that records it.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Whose act it is: `court` or `state`.
    pub side: String,
    /// Words of the roles that do it.
    pub by: Vec<String>,
    /// Whether it signs, which a person does on a page.
    pub signs: bool,
    /// Whether it carries the whole request.
    pub carries_request: bool,
    /// What it carries.
    pub carries: Vec<FormElement>,
    /// The rules on which it rests, as they are cited.
    pub rests_on: Vec<String>,
}

impl Forms {
    /// Those of a law pack.
    pub fn of(law: LawTexts) -> Forms {
        let line = |form: &law::Form| FormLine {
            form: form.id.clone(),
            name: law.t(&form.text_key),
            rests_on: law.cites(&form.rests_on),
        };
        Forms {
            forms: law.law().forms().iter().map(line).collect(),
        }
    }
}

impl Form {
    /// A form of a law pack.
    pub fn of(form: &law::Form, law: LawTexts) -> Form {
        let elements = |elements: &[law::Element]| elements.iter().map(|element| FormElement::of(element, law)).collect();
        let act = |mv: &law::Move| FormAct {
            act: mv.id.clone(),
            kind: mv.act.clone(),
            name: law.t(&mv.text_key),
            side: mv.side.word().to_owned(),
            by: mv.by.clone(),
            signs: mv.signs,
            carries_request: mv.carries_request,
            carries: elements(&mv.carries),
            rests_on: law.cites(&mv.rests_on),
        };
        Form {
            form: form.id.clone(),
            name: law.t(&form.text_key),
            rests_on: law.cites(&form.rests_on),
            senders: form.senders.clone(),
            signers: form.signers.clone(),
            elements: elements(&form.elements),
            acts: law.law().moves().iter().filter(|mv| mv.is_of(&form.id)).map(act).collect(),
        }
    }
}

impl FormElement {
    fn of(element: &law::Element, law: LawTexts) -> FormElement {
        let (sort, choices) = match &element.sort {
            ElementSort::Line => ("line", &[][..]),
            ElementSort::When => ("when", &[][..]),
            ElementSort::Prose => ("text", &[][..]),
            ElementSort::Day => ("day", &[][..]),
            ElementSort::YesNo => ("yes-no", &[][..]),
            ElementSort::Number => ("number", &[][..]),
            ElementSort::Language => ("language", &[][..]),
            ElementSort::State => ("state", &[][..]),
            ElementSort::Person => ("person", &[][..]),
            ElementSort::Choice(choices) => ("choice", choices.as_slice()),
            ElementSort::Documents => ("documents", &[][..]),
        };
        let choice = |choice: &law::Choice| FormChoice {
            word: choice.word.clone(),
            name: law.t(&choice.text_key),
        };
        FormElement {
            element: element.id.clone(),
            name: law.t(&element.text_key),
            hint: law.maybe(&format!("{}.hint", element.text_key)),
            sort: sort.to_owned(),
            choices: choices.iter().map(choice).collect(),
            many: element.many,
            required: element.required,
            conditional: element.is_conditional(),
            rests_on: law.cites(&element.rests_on),
        }
    }
}
