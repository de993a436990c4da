//! The form of what a pack says of contacts, and of its cases.

use super::Word;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

/// `[[contact]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawContact {
    pub id: Word,
    pub who: Word,
    pub status: Word,
    pub rests_on: Vec<Word>,
    #[serde(default)]
    pub notice: Vec<Spanned<RawContactNotice>>,
}

/// `[[contact.notice]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawContactNotice {
    pub to: Word,
    pub through: Option<Word>,
    pub rests_on: Vec<Word>,
}

/// `[[contact_case]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawContactCase {
    pub says: Word,
    pub shows: Spanned<Vec<Word>>,
    pub who: Word,
    pub status: Word,
    pub then: Spanned<Vec<RawContactThen>>,
}

/// The rule that must hold on a day, and the notices that are due by it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawContactThen {
    pub as_at: Spanned<Datetime>,
    pub rule: Word,
    #[serde(default)]
    pub notices: Vec<Word>,
}
