//! The lists in which a row of a file stands, and the words by which it is found.

use super::doubt::{self, facts_of_row};
use super::{IN_FORCE, KIND, STATE, Said, TOPIC, counted_list, file_list, listed, tokens};
use crate::files::{self, Row};
use crate::kinds;
use crate::lists::{ACTS, mirror};
use crate::names::fold;
use crate::outside::day_in_the_hague;
use crate::port::{Derived, Fact, Kept, Recorded, Unit};
use jiff::civil::Date;
use record::audience::Level;
use std::collections::{BTreeMap, BTreeSet};

/// The columns by whose words a row is found.
const WORDS: [&str; 13] = [
    "resolution",
    "title",
    "situation",
    "case",
    "document_ref",
    "concerning",
    "theme",
    "pledger",
    "paraphrase",
    "part9_topics_read",
    "binds_also",
    "channel",
    "status",
];

/// The rows of a matter.
pub(super) fn derive(matter: &str, entries: &[Recorded], law: &law::Pack) -> Derived {
    let Some(row) = Row::of(matter, entries, law) else {
        return Derived::default();
    };
    let unit = Unit::Matter(matter.to_owned());
    let from = row.from();
    let mut facts: Vec<Fact> = scopes(&row, law)
        .into_iter()
        .flat_map(|(scope, held)| listed(&unit, &file_list(row.file), &scope, from, (held, None), Kept::Both))
        .collect();
    // What has no day is listed on all, and counted from the day on which this record learned of it: by then
    // at the latest it had happened.
    let learned = day_in_the_hague(row.opening().held.now().entry.recorded);
    let counted = if row.is_undated() { learned } else { from };
    let states = row.states().into_iter().map(|code| format!("{STATE}{code}"));
    facts.extend(states.flat_map(|scope| listed(&unit, &counted_list(row.file), &scope, counted, (counted, None), Kept::Counted)));
    facts.extend(in_force(&row, &unit));
    let days: BTreeSet<Date> = row
        .acts()
        .iter()
        .filter(|act| files::is_event(act.kind()))
        .filter_map(|act| act.counts_on)
        .collect();
    facts.extend(
        days.into_iter()
            .flat_map(|day| listed(&unit, ACTS, "", mirror(day), (day, None), Kept::Listed)),
    );
    let of_row = facts_of_row(&row);
    facts.extend(
        [false, true]
            .into_iter()
            .flat_map(|hindsight| doubt::rows(&unit, row.file.name(), &row.citations, &of_row, hindsight)),
    );
    facts.sort();
    let said = said_in_row(&row).into_iter();
    let words = said.flat_map(|said| {
        fold(&said.text)
            .into_iter()
            .map(move |token| (token, said.disclosed, said.effective))
    });
    Derived {
        facts,
        names: tokens(&unit, words),
    }
}

/// The texts of a row by whose words it is found, each from the day on which it is known: what its cells say, and
/// remarks.
pub(crate) fn said_in_row(row: &Row) -> Vec<Said> {
    let from = row.from();
    let said = |text: String, day: Date, level: Level| Said {
        text,
        disclosed: Some(day),
        effective: Some(day),
        level,
    };
    let cells = WORDS.into_iter().filter_map(|column| {
        let (act, field) = row.cell(row.file.column(column)?, Date::MAX)?;
        let day = act.counts_on.unwrap_or(from).max(from);
        Some(said(act.held.value(field)?, day, act.held.level()))
    });
    let remarks = row.all_remarks().into_iter();
    cells
        .chain(remarks.map(|remark| said(remark.text.to_owned(), remark.written.max(from), remark.level)))
        .collect()
}

/// The parts of the file's list in which the row stands, each from the day on which what it says is known.
fn scopes(row: &Row, law: &law::Pack) -> BTreeMap<String, Date> {
    let from = row.from();
    let mut scopes = BTreeMap::from([(String::new(), from)]);
    scopes.extend(row.states().into_iter().map(|code| (format!("{STATE}{code}"), from)));
    let said = |column: &str| {
        let (act, field) = row.cell(row.file.column(column)?, Date::MAX)?;
        Some((act.held.value(field)?, act.counts_on.unwrap_or(from).max(from)))
    };
    scopes.extend(said("kind").map(|(kind, since)| (format!("{KIND}{kind}"), since)));
    if let Some((text, since)) = said("part9_topics_read") {
        scopes.extend(law.topics_in(&text).into_iter().map(|topic| (format!("{TOPIC}{topic}"), since)));
    }
    scopes
}

/// An agreement in force: counted by kind and State, so that a State with two counts once.
fn in_force(row: &Row, unit: &Unit) -> Vec<Fact> {
    let from = row.act(kinds::AGREEMENT_IN_FORCE).and_then(|act| act.counts_on);
    let kind = row.text("kind", Date::MAX).unwrap_or_default();
    let Some(from) = from else { return Vec::new() };
    let states = row.states().into_iter();
    states
        .flat_map(|code| listed(unit, IN_FORCE, &format!("{kind}:{code}"), from, (from, None), Kept::Counted))
        .collect()
}
