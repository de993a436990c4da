//! The files of the register: what stands in the columns of each, and as what it is recorded. One table
//! for everything that reads or writes them: the import of a pack, citations of its cells, the views, the
//! archive with its data dictionary, and `docs/data.md`.
//!
//! A row is a matter. Its dated columns are acts, each an entry of its own; its other columns are members
//! of the body of one of these entries. Of the kinds in the order of the columns, the first of which a row
//! has a cell is its *opening*: it is recorded even where its day is not known, and bears the remark.
//!
//! Persons, instruments and milestones have files of their own kind: see [`crate::pack::columns`].

mod key;
mod order;
mod row;
mod said;
mod table;

pub use order::{Misplaced, Order};
pub use row::{EFFECTIVE, Row, RowAct};
pub use table::{FILES, File};

use crate::kinds::{self, Member, Sort};
use record::when::When;

/// How a State joins a treaty: the words of the column that says so.
pub const JOINED_BY: &[&str] = &["ratification", "acceptance", "approval", "accession", "succession"];
/// The words of the same column where no deposit is known.
pub const NO_DEPOSIT: &str = "deposit not found";

/// A column of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, in the pack, in JSON and in the archive.
    pub name: &'static str,
    /// Whether it is part of the key under which a row is cited and listed as dropped.
    pub key: bool,
    /// Whether a row says nothing without it.
    pub needed: bool,
    /// Which days it may hold, where it holds days.
    pub days: Days,
    /// What it becomes.
    pub becomes: Becomes,
}

/// Which days a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// From the adoption of the Statute until the edition.
    Since,
    /// Any until the edition: laws are older than the Statute.
    Before,
    /// From the adoption of the Statute, days to come among them: what is planned.
    Planned,
}

/// What a column becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// The name of the row, which stands in its matter and nowhere else.
    Name,
    /// A State (alpha-3): subject of every entry of the row.
    State,
    /// Persons, with semicolons between them: subjects of every entry of the row.
    Persons,
    /// The effective date of an entry of this kind.
    Act(&'static str),
    /// The same, as a day *by* which it happened.
    By(&'static str),
    /// A member of the body of the first of these kinds that the row has: their kinds, its name, what it holds.
    Member(&'static [&'static str], &'static str, Sort),
    /// The same, where it is a State or States too: subjects of the row's entries.
    StateMember(&'static [&'static str], &'static str, Sort),
    /// An act that is told in words: a member of the body of an entry of this kind, which holds all of them. Its
    /// effective date is the day with which they end; see [`day_told`].
    Told(&'static str, &'static str),
    /// How a State joined a treaty: member `by` of `treaty.joined`. `deposit not found` says that no deposit
    /// is known: an undated `treaty.position-unresolved` with the words as its `reason`.
    Joined,
    /// A remark for people on the opening.
    Remark,
    /// The source of the row.
    Source,
    /// Sources of single columns: `column=source | column=source`.
    FieldSources,
}

/// The file whose rows hold entries of a kind, other than what is about entries.
pub fn of_kind(kind: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.kinds().any(|k| k == kind))
}

/// Whether a file has entries of a kind.
pub fn has(kind: &str) -> bool {
    of_kind(kind).is_some()
}

/// Whether a list of latest events tells acts of a kind: what a source states beside the law, and what has no
/// day by nature, is no event.
pub fn is_event(kind: &str) -> bool {
    let told_otherwise = [
        kinds::STATE_NAMED,
        kinds::TREATY_IN_FORCE,
        kinds::WITHDRAWAL_EFFECTIVE,
        kinds::POSITION_UNRESOLVED,
    ];
    has(kind) && !told_otherwise.contains(&kind)
}

/// The file of a matter.
pub fn of_matter(matter: &str) -> Option<&'static File> {
    FILES
        .iter()
        .find(|file| matter.strip_prefix(file.matter).is_some_and(|rest| rest.starts_with('-')))
}

/// The file of a name in a pack.
pub fn of_csv(csv: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.csv == csv)
}

/// The file of a name, as pages, the API and the pack name it (without `.csv`).
pub fn named(name: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.name() == name)
}

impl File {
    /// Its name without `.csv`.
    pub fn name(&self) -> &'static str {
        self.csv.strip_suffix(".csv").unwrap_or(self.csv)
    }

    /// The kinds of its entries, in the order of its columns; some twice.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().flat_map(|column| {
            let (one, several) = match column.becomes {
                Becomes::Act(kind) | Becomes::By(kind) | Becomes::Told(kind, _) => (Some(kind), [].as_slice()),
                Becomes::Joined => (None, [kinds::TREATY_JOINED, kinds::POSITION_UNRESOLVED].as_slice()),
                Becomes::Member(kinds, _, _) | Becomes::StateMember(kinds, _, _) => (None, kinds),
                _ => (None, [].as_slice()),
            };
            one.into_iter().chain(several.iter().copied())
        })
    }

    /// The column of a name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The columns that a field of an entry of a kind may have come out of: its date, or a member of its body.
    pub fn columns_of(&self, kind: &str, field: &str, effective: &When) -> Vec<&'static str> {
        let came = |column: &&Column| match column.becomes {
            Becomes::Act(of) => field == EFFECTIVE && of == kind && !matches!(effective, When::By(_)),
            Becomes::By(of) => field == EFFECTIVE && of == kind && matches!(effective, When::By(_) | When::Unknown),
            Becomes::Member(kinds, name, _) | Becomes::StateMember(kinds, name, _) => kinds.contains(&kind) && name == field,
            Becomes::Told(of, name) => of == kind && (name == field || field == EFFECTIVE),
            Becomes::Joined => (kind == kinds::TREATY_JOINED && field == "by") || (kind == kinds::POSITION_UNRESOLVED && field == "reason"),
            Becomes::Remark => kind == kinds::REMARK && field == "text",
            Becomes::Name | Becomes::State | Becomes::Persons | Becomes::Source | Becomes::FieldSources => false,
        };
        self.columns.iter().filter(came).map(|column| column.name).collect()
    }
}

impl Column {
    /// Whether what it holds stands in a field of an entry, of which a source can speak.
    pub fn is_citable(&self) -> bool {
        !matches!(
            self.becomes,
            Becomes::Name | Becomes::State | Becomes::Persons | Becomes::Source | Becomes::FieldSources
        )
    }
}

/// The members of the bodies of entries of a kind that an officer may restate.
pub fn members(kind: &str) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for column in FILES.iter().flat_map(|file| file.columns) {
        let member = match column.becomes {
            Becomes::Member(kinds, name, sort) | Becomes::StateMember(kinds, name, sort) if kinds.contains(&kind) => {
                (name, sort, column.needed)
            }
            Becomes::Told(of, name) if of == kind => (name, Sort::Text, true),
            Becomes::Joined if kind == kinds::TREATY_JOINED => ("by", Sort::Word(JOINED_BY), true),
            Becomes::Joined if kind == kinds::POSITION_UNRESOLVED => ("reason", Sort::Text, false),
            _ => continue,
        };
        if !members.iter().any(|(name, _, _)| *name == member.0) {
            members.push(member);
        }
    }
    members
}

/// The member that every act of a kind bears, with the values of the files that have the kind: which treaty it is.
pub fn constants(kind: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let having = FILES.iter().filter(move |file| file.kinds().any(|k| k == kind));
    having.filter_map(|file| file.constant)
}

/// The days that entries of a kind may have; none where they have no date.
pub fn days_of(kind: &str) -> Option<Days> {
    let column = FILES.iter().flat_map(|file| file.columns).find(|column| match column.becomes {
        Becomes::Act(of) | Becomes::By(of) | Becomes::Told(of, _) => of == kind,
        _ => false,
    })?;
    Some(column.days)
}

/// The member whose words tell an act of a kind, where its day stands in words.
pub fn told_in(kind: &str) -> Option<&'static str> {
    let columns = FILES.iter().flat_map(|file| file.columns);
    columns.into_iter().find_map(|column| match column.becomes {
        Becomes::Told(of, member) if of == kind => Some(member),
        _ => None,
    })
}

/// The day, month or year with which words end (`found ineffective 2012-04-03`); unknown where they end with none.
pub fn day_told(words: &str) -> When {
    let last = words.rsplit(' ').next().unwrap_or_default();
    match When::parse(last) {
        Ok(day @ When::In(_)) => day,
        _ => When::Unknown,
    }
}

/// The codes of States in a cell that may name others too (the Security Council refers situations).
pub fn codes(text: &str) -> impl Iterator<Item = &str> {
    let formed = |text: &&str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    text.split(';').map(str::trim).filter(formed)
}

/// Whether a member of the body of entries of a kind names States, which are then subjects of the entry.
pub fn names_states(kind: &str, member: &str) -> bool {
    let names = |column: &Column| matches!(column.becomes, Becomes::StateMember(kinds, name, _) if name == member && kinds.contains(&kind));
    FILES.iter().flat_map(|file| file.columns).any(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_the_day_with_which_they_end() {
        for (words, expected) in [
            ("found ineffective 2012-04-03", "2012-04-03"),
            ("found ineffective 2012-04", "2012-04"),
            ("2012-04-03", "2012-04-03"),
            ("not accepted by the Registrar", "unknown"),
            ("found ineffective 2012-04-03, and so it stayed", "unknown"),
            ("by unknown", "unknown"),
            ("", "unknown"),
        ] {
            assert_eq!(day_told(words).to_string(), expected, "{words}");
        }
    }
}
