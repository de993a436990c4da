//! Forms of cooperation: what a request contains, each element with the rules that ask for it.

use crate::Pack;
use crate::count::Days;
use crate::sending::{Channels, Confirmation, Media};
use crate::values::{Conditions, Values};

/// A form of cooperation, such as a request for arrest and surrender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Id: `arrest-and-surrender`.
    pub id: String,
    /// Key of its name in the pack's texts: `law-form-` and the id; `.asks` behind it says what the State is asked to do, for
    /// the sentence by which the Court requests it.
    pub text_key: String,
    /// Role words of the organs that ask for it, the usual one first.
    pub asked_by: Vec<String>,
    /// Role words of those who may draft and send it.
    pub senders: Vec<String>,
    /// Role words of those who may sign it.
    pub signers: Vec<String>,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// What it contains, in the order in which it is asked.
    pub elements: Vec<Element>,
    pub(crate) groups: Vec<Group>,
}

/// One thing that a request contains, or that a move carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Id, the same wherever the same thing is asked: `probable_location`.
    pub id: String,
    /// Key of its name in the pack's texts: `law-element-` and the id; `.hint` behind it says how to fill it in, and
    /// `.missing` what to do where it is needed and was not given.
    pub text_key: String,
    /// What it takes.
    pub sort: ElementSort,
    /// Whether it takes several texts.
    pub many: bool,
    /// Ids of the rules that ask for it, that which makes it first.
    pub rests_on: Vec<String>,
    /// Whether it is needed whatever else was filled in; see [`Element::is_needed`].
    pub required: bool,
    /// Whether it stays within the Court: what this register plans by is no part of what the State is told.
    pub inside: bool,
    /// When it is needed; none where it never is.
    pub(crate) need: Option<Conditions>,
    pub(crate) least_words: usize,
    pub(crate) day: AnyDay,
    pub(crate) check: Option<Check>,
    pub(crate) days: Days,
}

/// What an element takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElementSort {
    /// One line of text.
    Line,
    /// Text of any length.
    Prose,
    /// A day: `2026-04-14`.
    Day,
    /// A date as exact as it is known: `1970-05-12`, `1970-05`, `1970`, each also after `about`, `by` or `from`. Whatever else
    /// says it on one line stands as it was given.
    When,
    /// `yes` or `no`.
    YesNo,
    /// A whole number, not negative.
    Number,
    /// A language: three letters of ISO 639-3.
    Language,
    /// A State: three letters of ISO 3166-1, or `XAA` to `XZZ` in an exercise.
    State,
    /// A person: their name, or the key under which the register has them.
    Person,
    /// One of these words.
    Choice(Vec<Choice>),
    /// Documents: one text each, such as the name of the file.
    Documents,
}

/// A word that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word, as it stands in a file.
    pub word: String,
    /// Key of its name in the pack's texts: `law-choice-`, the element's id, `-` and the word.
    pub text_key: String,
    /// Ids of the rules that give this choice; empty where it is a matter of fact.
    pub rests_on: Vec<String>,
}

/// Which days an element of the sort day takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum AnyDay {
    #[default]
    Any,
    /// Today or earlier.
    Past,
    /// Today or later.
    Future,
}

/// The named functions: what cannot be said as a condition. They are described in `docs/law-packs.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// The languages given are ones that the State accepts; these are the working languages of the Court.
    AcceptedLanguage {
        working: Vec<String>,
        confirmation: Option<Confirmation>,
    },
    /// Each document of which a language is given is there in languages that the State accepts; see `AcceptedLanguage`.
    Translated {
        working: Vec<String>,
        confirmation: Option<Confirmation>,
    },
    /// The channel is the one that the State chose, or that is open without its choice.
    AcceptedChannel(Channels),
    /// The medium is a formal one, or the request is urgent.
    FormalMedium(Media),
    /// The day is not before that on which the request was sent.
    NotBeforeSending,
    /// The State is another than the requested one.
    AnotherState,
    /// Each need of the State's law is met, under the element's id, a full stop and the need's.
    StateNeeds,
    /// Leaving on the day given, and so many days on the way, it arrives before a deadline that runs since the arrest.
    InTime { deadline: String, days: String },
}

impl Check {
    pub(crate) const NAMES: [&str; 8] = [
        "accepted-language",
        "translated",
        "state-needs",
        "in-time",
        "accepted-channel",
        "formal-medium",
        "not-before-sending",
        "another-state",
    ];
}

/// Elements of which some are needed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// The element beside which the finding stands.
    pub at: String,
    pub of: Vec<String>,
    /// How many of them must say something.
    pub least: usize,
    pub text_key: String,
    pub rests_on: Vec<String>,
    pub days: Days,
}

impl Element {
    /// Whether it is needed, after what was filled in so far.
    pub fn is_needed(&self, values: &Values) -> bool {
        self.need.as_ref().is_some_and(|need| need.hold(values))
    }

    /// The other element by whose answer this one is not asked for, and that answer, where something was given for both: an officer
    /// meant one of the two. Such as `convicted` and `no` of a sentence.
    pub(crate) fn contradicts<'a>(&'a self, values: &'a Values) -> Option<(&'a str, &'a str)> {
        values.first(&self.id)?;
        let need = self.need.as_ref()?;
        need.when.iter().find_map(|said| {
            let answer = values.first(&said.element)?;
            let otherwise = !values.given(&said.element).any(|text| text == said.word);
            otherwise.then_some((said.element.as_str(), answer))
        })
    }

    /// Whether it is asked for only after an answer to another element.
    pub fn is_conditional(&self) -> bool {
        self.need.as_ref().is_some_and(|need| !need.is_empty())
    }
}

impl Pack {
    /// The forms of cooperation, in the order of the pack.
    pub fn forms(&self) -> &[Form] {
        &self.requests.forms
    }

    /// The form of an id.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.requests.forms.iter().find(|form| form.id == id)
    }
}
