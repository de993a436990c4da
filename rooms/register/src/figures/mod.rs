//! Figures: numbers and days as they are printed in reports, each with the question that gave it and the entries on which
//! it rests. They are taken out of the views, so that nothing is counted in a second way.
//!
//! Read in this order: [`query`] (what can be asked), [`desk`] (the views that answer, each asked for once), then by what is
//! counted: `persons`, `states`, `rows`, `requests`.

mod desk;
mod known;
mod persons;
pub mod query;
mod requests;
mod rows;
mod states;

pub use desk::Desk;
pub use query::{NoQuery, Query, RequestsOf, RowsOf, StatesWith, TreatyDay, What};

use crate::Register;
use crate::reading::Reading;
use crate::view::ViewError;
use access::Viewer;
use jiff::civil::Date;
use record::audience::Level;
use std::collections::BTreeSet;
use std::fmt;

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The question whose answer it is.
    pub query: Query,
    /// What the record answers.
    pub value: Value,
    /// Ids of the entries on which it rests, sorted, each once.
    pub entries: Vec<String>,
    /// The narrowest level of these.
    pub level: Level,
}

/// What a figure holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A count, or a number of days.
    Number(i64),
    /// A day.
    Day(Date),
    /// A date that is no one day, such as `2010-06` or `by 2026-01-26`; other words of the record.
    Text(String),
}

impl Value {
    /// A day where the text is one, a number where the text is one that is written as numbers are, else the text.
    fn of_text(text: &str) -> Value {
        let number = || text.parse::<i64>().ok().filter(|number| number.to_string() == text);
        let day = || text.parse::<Date>().ok().filter(|day| day.to_string() == text);
        match (day(), number()) {
            (Some(day), _) => Value::Day(day),
            (None, Some(number)) => Value::Number(number),
            (None, None) => Value::Text(text.to_owned()),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Number(number) => write!(f, "{number}"),
            Value::Day(day) => write!(f, "{day}"),
            Value::Text(text) => f.write_str(text),
        }
    }
}

/// A value and what it rests on.
type Answer = Option<(Value, BTreeSet<String>)>;

/// The answer of a count.
fn counted(count: u64, entries: BTreeSet<String>) -> Answer {
    Some((Value::Number(i64::try_from(count).unwrap_or(i64::MAX)), entries))
}

/// The median of numbers, the lower of two middle ones, with what all of them rest on; none of none.
fn median(mut numbers: Vec<(i64, BTreeSet<String>)>) -> Answer {
    numbers.sort();
    let (median, _) = numbers.get(numbers.len().saturating_sub(1) / 2)?;
    let median = *median;
    Some((
        Value::Number(median),
        numbers.into_iter().flat_map(|(_, entries)| entries).collect(),
    ))
}

impl Register {
    /// The answer to one question; none where the record has none for this viewer, such as the days of a person who is not
    /// outstanding. Whoever asks several does so at a [`Desk`], where no view is asked for twice.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn figure(&self, viewer: &Viewer, reading: &Reading, query: &Query) -> Result<Option<Figure>, ViewError> {
        Desk::new(self, viewer, reading).figure(query).await
    }
}
