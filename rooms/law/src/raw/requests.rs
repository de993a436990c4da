//! The form of what a pack says of requests.

use super::Word;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::value::Datetime;

/// `[[element]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawElement {
    pub id: Word,
    pub sort: Word,
    #[serde(default)]
    pub many: bool,
    pub least_words: Option<Spanned<i64>>,
    pub day: Option<Word>,
    pub choices: Option<Spanned<Vec<RawChoice>>>,
}

/// One of the `choices` of an `[[element]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawChoice {
    pub word: Word,
    #[serde(default)]
    pub rests_on: Vec<Word>,
}

/// `[[form]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawForm {
    pub id: Word,
    pub asked_by: Spanned<Vec<Word>>,
    pub senders: Spanned<Vec<Word>>,
    pub signers: Spanned<Vec<Word>>,
    pub rests_on: Vec<Word>,
    #[serde(default)]
    pub element: Vec<Spanned<RawUse>>,
    #[serde(default)]
    pub group: Vec<Spanned<RawGroup>>,
}

/// `[[form.element]]`, and one of what a move `carries`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawUse {
    pub id: Word,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub when: Vec<Word>,
    #[serde(default)]
    pub any: Vec<Word>,
    #[serde(default)]
    pub unless: Vec<Word>,
    #[serde(default)]
    pub only: Vec<Word>,
    #[serde(default)]
    pub inside: bool,
    pub check: Option<RawCheck>,
    pub rests_on: Vec<Word>,
}

/// `check` of a `[[form.element]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCheck {
    pub name: Word,
    #[serde(default)]
    pub working_languages: Vec<Word>,
    pub deadline: Option<Word>,
    pub days: Option<Word>,
    pub diplomatic: Option<Word>,
    #[serde(default)]
    pub declared_as: Vec<Word>,
    pub chosen: Option<Word>,
    pub arrangement: Option<Word>,
    #[serde(default)]
    pub urgent_only: Vec<Word>,
    pub urgent: Option<Word>,
    pub channel: Option<Word>,
    #[serde(default)]
    pub any_medium: Vec<Word>,
    #[serde(default)]
    pub formal: Vec<Word>,
    pub confirmed_by: Option<Word>,
    pub source: Option<Word>,
}

/// `[[form.group]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawGroup {
    pub id: Word,
    pub at: Word,
    pub of: Spanned<Vec<Word>>,
    pub least: Option<Spanned<i64>>,
    pub rests_on: Vec<Word>,
}

/// `[[ground]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawGround {
    pub id: Word,
    pub treaty: Option<Word>,
    #[serde(default)]
    pub standings: Vec<Word>,
    pub obligation: Option<Word>,
    pub rests_on: Vec<Word>,
    pub languages_rest_on: Vec<Word>,
}

/// `[[life.group]]`, `[[life.state]]` and `[[life.move]]`
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawLife {
    #[serde(default)]
    pub state: Vec<Spanned<RawState>>,
    #[serde(default)]
    pub group: Vec<Spanned<RawStates>>,
    #[serde(default, rename = "move")]
    pub moves: Vec<Spanned<RawRequestMove>>,
}

/// `[[life.state]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawState {
    pub id: Word,
    #[serde(default)]
    pub over: bool,
}

/// `[[life.group]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawStates {
    pub id: Word,
    pub states: Spanned<Vec<Word>>,
}

/// `[[life.move]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRequestMove {
    pub id: Word,
    pub act: Word,
    pub heading: Option<Word>,
    pub by: Spanned<Vec<Word>>,
    #[serde(default)]
    pub forms: Vec<Word>,
    #[serde(default)]
    pub from: Vec<Word>,
    pub to: Option<Word>,
    #[serde(default)]
    pub stays_in: Vec<Word>,
    #[serde(default)]
    pub not_before: Vec<Word>,
    #[serde(default)]
    pub after: Vec<Word>,
    #[serde(default)]
    pub once: bool,
    #[serde(default)]
    pub while_owed: Vec<Word>,
    #[serde(default)]
    pub sends: bool,
    #[serde(default)]
    pub carries_request: bool,
    #[serde(default)]
    pub signs: bool,
    pub within_the_court: Option<Spanned<bool>>,
    #[serde(default)]
    pub lets_in: Vec<Word>,
    pub letter: Option<Spanned<Vec<Word>>>,
    #[serde(default)]
    pub told_only: bool,
    pub tells: Option<Word>,
    pub tells_by: Option<Word>,
    #[serde(default)]
    pub carries: Vec<Spanned<RawUse>>,
    pub rests_on: Vec<Word>,
}

/// `[[deadline]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawDeadline {
    pub id: Word,
    pub owed_by: Word,
    #[serde(default)]
    pub policy: bool,
    #[serde(default)]
    pub forms: Vec<Word>,
    pub starts: Option<Word>,
    #[serde(default)]
    pub when: Vec<Word>,
    #[serde(default)]
    pub any: Vec<Word>,
    #[serde(default)]
    pub unless: Vec<Word>,
    pub days: Option<Spanned<i64>>,
    pub counted: Option<Word>,
    pub set_by: Option<Word>,
    pub only_if_set: Option<Spanned<bool>>,
    #[serde(default)]
    pub met_by: Vec<Word>,
    pub met_before: Option<Spanned<bool>>,
    #[serde(default)]
    pub once: bool,
    #[serde(default)]
    pub ends_with: Vec<Word>,
    #[serde(default)]
    pub ends_where: Vec<RawEnd>,
    pub one_by_one: Option<RawPairs>,
    pub followed_by: Option<Word>,
    pub rests_on: Vec<Word>,
}

/// One of `ends_where` of a `[[deadline]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawEnd {
    pub act: Word,
    #[serde(default)]
    pub when: Vec<Word>,
    #[serde(default)]
    pub any: Vec<Word>,
    #[serde(default)]
    pub unless: Vec<Word>,
}

/// `one_by_one` of a `[[deadline]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPairs {
    pub named: Option<Word>,
    pub by: Option<Word>,
}

/// `[[change]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawChange {
    pub id: Word,
    pub of: Spanned<Vec<RawChangedFact>>,
    #[serde(default)]
    pub whenever: bool,
    #[serde(default)]
    pub forms: Vec<Word>,
    pub leads_to: Vec<Word>,
    #[serde(default)]
    pub redraft: bool,
    pub rests_on: Vec<Word>,
}

/// One of what a `[[change]]` is `of`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawChangedFact {
    pub fact: Word,
    #[serde(default)]
    pub words: Vec<Word>,
}

/// `[holidays]`: by year.
pub(crate) type RawHolidays = BTreeMap<Word, Vec<Spanned<Datetime>>>;

/// A text that a case gives for an element, as TOML has it.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum RawValue {
    Answer(bool),
    Number(i64),
    Day(Datetime),
    Text(String),
    Texts(Vec<String>),
}

impl RawValue {
    /// The texts as [`Values`](crate::Values) hold them.
    pub fn texts(&self) -> Vec<String> {
        match self {
            RawValue::Answer(yes) => vec![if *yes { "yes" } else { "no" }.to_owned()],
            RawValue::Number(number) => vec![number.to_string()],
            RawValue::Day(day) => vec![day.to_string()],
            RawValue::Text(text) => vec![text.clone()],
            RawValue::Texts(texts) => texts.clone(),
        }
    }
}

/// What a case gives, by the id of the element.
pub(crate) type RawValues = BTreeMap<String, RawValue>;

/// `[[request_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRequestCase {
    pub says: Word,
    pub shows: Spanned<Vec<Word>>,
    pub form: Word,
    #[serde(rename = "move")]
    pub step: Option<Word>,
    pub today: Spanned<Datetime>,
    pub state: Option<RawCaseState>,
    pub arrested_on: Option<Spanned<Datetime>>,
    pub sent_on: Option<Spanned<Datetime>>,
    pub acted_on: Option<Spanned<Datetime>>,
    pub asked: Option<Word>,
    #[serde(default)]
    pub values: RawValues,
    pub finds: Spanned<Vec<Spanned<RawFinds>>>,
}

/// `state` of a `[[request_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCaseState {
    pub ground: Word,
    #[serde(default)]
    pub languages: Vec<Vec<String>>,
    pub channel: Option<String>,
    #[serde(default)]
    pub confirmed: bool,
    #[serde(default)]
    pub needs: Vec<RawNeed>,
}

/// A need of the State of a `[[request_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawNeed {
    pub id: String,
    pub says: String,
    pub source: String,
}

/// A finding that a `[[request_case]]` expects
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawFinds {
    pub kind: Word,
    pub element: Word,
    pub says: Option<Word>,
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
}

/// `[[life_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawLifeCase {
    pub says: Word,
    pub shows: Spanned<Vec<Word>>,
    pub form: Word,
    pub acts: Vec<RawLifeAct>,
    pub then: Spanned<Vec<RawLifeThen>>,
}

/// An act of a `[[life_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawLifeAct {
    pub on: Spanned<Datetime>,
    #[serde(rename = "move")]
    pub step: Word,
    #[serde(default)]
    pub values: RawValues,
}

/// What must follow on a day
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawLifeThen {
    pub as_at: Spanned<Datetime>,
    pub state: Word,
    #[serde(default)]
    pub lacking: Vec<Word>,
    #[serde(default)]
    pub may: Vec<Word>,
    #[serde(default)]
    pub may_not: Vec<Word>,
    pub owed: Option<Spanned<Vec<RawOwed>>>,
}

/// What must be owed on a day
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawOwed {
    pub deadline: Word,
    pub first: Option<Spanned<Datetime>>,
    pub last: Option<Spanned<Datetime>>,
}

/// `[[deadline_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawDeadlineCase {
    pub says: Word,
    pub shows: Spanned<Vec<Word>>,
    pub deadline: Word,
    pub from: Spanned<Datetime>,
    pub first: Spanned<Datetime>,
    pub last: Spanned<Datetime>,
}

/// `[[regulation_33_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawReg33Case {
    pub says: Word,
    pub shows: Spanned<Vec<Word>>,
    pub notified_on: Spanned<Datetime>,
    pub days: Spanned<i64>,
    pub first_day: Spanned<Datetime>,
    pub expires_on: Spanned<Datetime>,
    pub file_by: Spanned<Datetime>,
}

/// `[[change_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawChangeCase {
    pub says: Word,
    pub shows: Spanned<Vec<Word>>,
    pub form: Word,
    pub acts: Vec<RawLifeAct>,
    pub happened: Vec<RawHappened>,
    pub then: Spanned<Vec<RawChangeThen>>,
}

/// What happened in a `[[change_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawHappened {
    pub on: Spanned<Datetime>,
    pub fact: Word,
    pub word: Option<String>,
}

/// What must follow from it on a day
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawChangeThen {
    pub as_at: Spanned<Datetime>,
    pub leads_to: Spanned<Vec<RawLeadsTo>>,
}

/// A change, and the moves to which it must lead
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawLeadsTo {
    pub change: Word,
    pub moves: Vec<String>,
}
