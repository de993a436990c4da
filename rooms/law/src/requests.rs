//! All that a pack says of requests.

use crate::change::Change;
use crate::form::Form;
use crate::ground::Ground;
use crate::life::{LifeState, Move};
use crate::owed::Deadline;
use crate::vague::Phrases;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The law of requests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Requests {
    pub grounds: Vec<Ground>,
    pub forms: Vec<Form>,
    pub states: Vec<LifeState>,
    pub moves: Vec<Move>,
    pub deadlines: Vec<Deadline>,
    pub changes: Vec<Change>,
    /// Words and phrases that say nothing.
    pub vague: Phrases,
    /// The Court's official holidays by year; a year that is not here is not known.
    pub holidays: BTreeMap<i16, Vec<Date>>,
}
