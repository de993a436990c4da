//! What is known of persons besides their names, and how it raises or lowers a score.

use crate::row::Row;
use crate::watched::{Born, Gender, Watched};

/// How a particular of the row stands to that of the watch list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The same.
    Same,
    /// As far as both are known; of dates the year.
    Partly,
    /// Different, but no more than by a slip.
    Nearly,
    /// Different.
    Differs,
}

/// What a row and a watched person have in common besides names; `None` where either says nothing of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// Dates of birth.
    pub born: Option<Agreement>,
    /// Nationalities: one of them is the same, or none.
    pub nationality: Option<Agreement>,
    /// Genders.
    pub gender: Option<Agreement>,
}

/// What part of the doubt that is left is taken away by the same date of birth, and by a nationality in common.
const SAME_BIRTH: f32 = 0.6;
const SAME_NATIONALITY: f32 = 0.1;

/// What a row states besides names, read once for all who are held against it.
pub(crate) struct Stated<'a> {
    born: Option<Born>,
    nationality: Option<&'a str>,
    gender: Option<Gender>,
}

impl<'a> Stated<'a> {
    pub fn of(row: &Row<'a>) -> Stated<'a> {
        Stated {
            born: row.born_on.and_then(Born::read),
            nationality: row.nationality,
            gender: row.gender.and_then(Gender::read),
        }
    }
}

impl Particulars {
    pub(crate) fn of(watched: &Watched, row: &Stated) -> Particulars {
        Particulars {
            born: born(watched.born_on, row.born),
            nationality: row.nationality.and_then(|row| nationality(&watched.nationality, row)),
            gender: gender(watched.gender, row.gender),
        }
    }

    /// The score of names that becomes such a score where all agrees, a little less.
    pub(crate) fn least_before(score: f32) -> f32 {
        let before = |score: f32, part: f32| {
            let whole = 1.0 + part;
            (whole - (whole * whole - 4.0 * part * score).max(0.0).sqrt()) / (2.0 * part)
        };
        before(before(score, SAME_NATIONALITY), SAME_BIRTH) - 0.0005
    }

    /// The score of names, raised or lowered. What agrees takes away a part of the doubt that is left; what differs takes
    /// away a part of the score. A date of birth that differs makes a likely match of names alone an unlikely one; a slip
    /// in it happens too often for that. Nationality and gender are often wrong or have changed, and say less.
    pub(crate) fn applied(&self, score: f32) -> f32 {
        let agrees = |score: f32, part: f32| score + (1.0 - score) * part * score;
        let score = match self.born {
            Some(Agreement::Same) => agrees(score, SAME_BIRTH),
            Some(Agreement::Partly) => agrees(score, 0.25),
            Some(Agreement::Nearly) | None => score,
            Some(Agreement::Differs) => score * 0.65,
        };
        let score = match self.nationality {
            Some(Agreement::Same) => agrees(score, SAME_NATIONALITY),
            Some(Agreement::Differs) => score * 0.93,
            _ => score,
        };
        match self.gender {
            Some(Agreement::Differs) => score * 0.8,
            _ => score,
        }
    }
}

fn born(watched: Option<Born>, row: Option<Born>) -> Option<Agreement> {
    let (ours, theirs) = (watched?, row?);
    let (our_day, their_day) = (ours.month.zip(ours.day), theirs.month.zip(theirs.day));
    let agreement = match (our_day, their_day) {
        (Some(our_day), Some(their_day)) if ours.year == theirs.year => {
            let exchanged = our_day == (their_day.1, their_day.0);
            if our_day == their_day {
                Agreement::Same
            } else if exchanged
                || our_day.0 == their_day.0
                || our_day.1 == their_day.1
                || first_of_year(our_day)
                || first_of_year(their_day)
            {
                Agreement::Nearly
            } else {
                Agreement::Differs
            }
        }
        (Some(our_day), Some(their_day)) if our_day == their_day && !first_of_year(our_day) => Agreement::Nearly,
        _ if ours.year == theirs.year => Agreement::Partly,
        _ if ours.year.abs_diff(theirs.year) == 1 => Agreement::Nearly,
        _ => Agreement::Differs,
    };
    Some(agreement)
}

/// The first of January is written where only the year is known.
fn first_of_year(day: (u8, u8)) -> bool {
    day == (1, 1)
}

fn nationality(watched: &[String], row: &str) -> Option<Agreement> {
    let theirs = || row.split([';', ',']).map(str::trim).filter(|name| !name.is_empty());
    let ours = || watched.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    if ours().any(|ours| theirs().any(|theirs| ours.to_lowercase() == theirs.to_lowercase())) {
        return Some(Agreement::Same);
    }
    // A code and a name, or codes of two kinds, cannot be told to differ.
    let code = |name: &str| matches!(name.len(), 2 | 3) && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let comparable = |ours: &str, theirs: &str| code(ours) && code(theirs) && ours.len() == theirs.len();
    let all_differ = ours().all(|ours| theirs().all(|theirs| comparable(ours, theirs)));
    (all_differ && ours().next().is_some() && theirs().next().is_some()).then_some(Agreement::Differs)
}

fn gender(watched: Option<Gender>, row: Option<Gender>) -> Option<Agreement> {
    Some(if watched? == row? { Agreement::Same } else { Agreement::Differs })
}
