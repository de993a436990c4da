//! Cursors: the place of a row in the order of its list, by which the next page begins. Rows of one day are
//! told apart by their key, so that none is skipped or repeated.

use super::{View, WrongGiven};
use crate::port::{MATTERS, Unit};
use jiff::civil::Date;

/// The cursor of a row.
pub(crate) fn cursor(since: Date, key: &str) -> String {
    format!("{since}_{key}")
}

/// The place that a cursor names.
pub(crate) fn read_cursor(text: &str) -> View<(Date, String)> {
    let read = text
        .split_once('_')
        .and_then(|(since, key)| Some((since.parse().ok()?, key.to_owned())));
    read.ok_or_else(|| WrongGiven::Cursor.into())
}

/// The cursor of a row of a file.
pub(crate) fn matter_cursor((since, unit): &(Date, Unit)) -> String {
    let text = unit.text();
    cursor(*since, text.strip_prefix(MATTERS).unwrap_or(&text))
}

/// The place that a cursor of a row of a file names.
pub(crate) fn read_matter_cursor(text: &str) -> View<(Date, String)> {
    let (since, key) = read_cursor(text)?;
    Ok((since, format!("{MATTERS}{key}")))
}
