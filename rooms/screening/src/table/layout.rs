//! Which columns of a table hold what, and a row of it as the kernel takes it.

use super::TableError;
use super::headings::{Meaning, fold, meaning_of};
use crate::row::Row;

/// Which columns of a table hold what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    id: Option<usize>,
    names: Vec<NameFrom>,
    born_on: Option<usize>,
    nationality: Option<usize>,
    gender: Option<usize>,
    kind: Option<usize>,
}

/// Where one name of a row comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum NameFrom {
    /// A column that holds whole names.
    Whole(usize),
    /// Columns that give one name together, in this order.
    Parts(Vec<usize>),
    /// A column that holds several names.
    Several(usize),
    /// A column with the IMO number of a ship.
    Imo(usize),
}

/// What parts several names in one cell.
const BETWEEN_NAMES: [char; 3] = [';', '|', '\n'];

/// Memory for rows that is used again from row to row.
#[derive(Debug, Default)]
pub struct RowMemory {
    joined: String,
    spans: Vec<(usize, usize)>,
    names: Vec<&'static str>,
}

impl Layout {
    /// Finds what the columns hold by their headings. Where columns of names are told, only these are names; a told
    /// `given+family` joins two columns to one name.
    ///
    /// # Errors
    /// No column of names is found, or one that is told is not there.
    pub fn of(headings: &[String], told: &[String]) -> Result<Layout, TableError> {
        let meanings: Vec<Option<Meaning>> = headings.iter().map(|heading| meaning_of(heading)).collect();
        let first = |meaning| meanings.iter().position(|found| *found == Some(meaning));
        let names = if told.is_empty() {
            found_names(&meanings)
        } else {
            told_names(headings, &meanings, told)?
        };
        // A number of a ship alone is no column of names.
        if names.iter().all(|from| matches!(from, NameFrom::Imo(_))) {
            return Err(TableError::NoNameColumn {
                columns: headings.to_vec(),
            });
        }
        Ok(Layout {
            id: first(Meaning::Id),
            names,
            born_on: first(Meaning::BornOn),
            nationality: first(Meaning::Nationality),
            gender: first(Meaning::Gender),
            kind: first(Meaning::Kind),
        })
    }

    /// The columns that are read, each once, in their order.
    pub fn columns(&self) -> Vec<usize> {
        let of_names = self.names.iter().flat_map(|from| match from {
            NameFrom::Whole(column) | NameFrom::Several(column) | NameFrom::Imo(column) => std::slice::from_ref(column),
            NameFrom::Parts(columns) => columns,
        });
        let others = [self.id, self.born_on, self.nationality, self.gender, self.kind];
        let mut columns: Vec<usize> = of_names.copied().chain(others.into_iter().flatten()).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// The headings of the columns from which each name is taken, joined by `+`; for the summary of a run.
    pub fn names_from(&self, headings: &[String]) -> Vec<String> {
        let heading = |column: &usize| headings.get(*column).cloned().unwrap_or_default();
        let said = |from: &NameFrom| match from {
            NameFrom::Whole(column) | NameFrom::Several(column) | NameFrom::Imo(column) => heading(column),
            NameFrom::Parts(columns) => columns.iter().map(heading).collect::<Vec<_>>().join("+"),
        };
        self.names.iter().map(said).collect()
    }

    /// The id of a row, where the table has such a column.
    pub fn id<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Option<&'a str> {
        self.id.map(|column| cell(column).trim())
    }

    /// The word for person or entity, where the table has such a column.
    pub fn kind<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Option<&'a str> {
        self.kind.map(|column| cell(column).trim())
    }

    /// Makes a row of the cells of one record and hands it on.
    pub fn row<'a, T>(&self, cell: impl Fn(usize) -> &'a str, memory: &mut RowMemory, hand_on: impl FnOnce(&Row) -> T) -> T {
        let RowMemory { joined, spans, names } = memory;
        joined.clear();
        spans.clear();
        for from in &self.names {
            let start = joined.len();
            match from {
                NameFrom::Whole(_) | NameFrom::Several(_) => continue,
                NameFrom::Parts(columns) => {
                    for part in columns.iter().map(|column| cell(*column).trim()).filter(|part| !part.is_empty()) {
                        joined.push_str(if joined.len() > start { " " } else { "" });
                        joined.push_str(part);
                    }
                }
                NameFrom::Imo(column) => {
                    let number = cell(*column).trim();
                    let bare = number.bytes().next().is_some_and(|first| first.is_ascii_digit());
                    joined.push_str(if bare { "IMO " } else { "" });
                    joined.push_str(number);
                }
            }
            spans.push((start, joined.len()));
        }
        let mut of_row: Vec<&str> = emptied(std::mem::take(names));
        let mut next = spans.iter();
        for from in &self.names {
            match from {
                NameFrom::Whole(column) => of_row.push(cell(*column).trim()),
                NameFrom::Several(column) => of_row.extend(cell(*column).split(BETWEEN_NAMES).map(str::trim)),
                NameFrom::Parts(_) | NameFrom::Imo(_) => {
                    of_row.push(next.next().and_then(|(start, end)| joined.get(*start..*end)).unwrap_or_default());
                }
            }
        }
        let given = |column: Option<usize>| column.map(|column| cell(column).trim()).filter(|text| !text.is_empty());
        let row = Row {
            names: &of_row,
            born_on: given(self.born_on),
            nationality: given(self.nationality),
            gender: given(self.gender),
        };
        let answer = hand_on(&row);
        *names = emptied(of_row);
        answer
    }
}

/// The same memory for texts that live for another time.
fn emptied<'to>(mut names: Vec<&str>) -> Vec<&'to str> {
    names.clear();
    names.into_iter().map(|_| "").collect()
}

/// Each column of whole names, the parts of names joined to one, each column of aliases.
fn found_names(meanings: &[Option<Meaning>]) -> Vec<NameFrom> {
    let all = |meaning| {
        meanings
            .iter()
            .enumerate()
            .filter(move |(_, found)| **found == Some(meaning))
            .map(|(column, _)| column)
    };
    let mut bare: Vec<usize> = all(Meaning::BareName).collect();
    let mut given: Vec<usize> = all(Meaning::Given).collect();
    let mut family: Vec<usize> = all(Meaning::Family).collect();
    if bare.len() == 1 && family.is_empty() != given.is_empty() {
        if family.is_empty() { &mut family } else { &mut given }.append(&mut bare);
    }
    let mut whole: Vec<usize> = bare.into_iter().chain(all(Meaning::Name)).collect();
    whole.sort_unstable();
    let mut names: Vec<NameFrom> = whole.into_iter().map(NameFrom::Whole).collect();
    if given.is_empty() || family.is_empty() {
        names.extend(given.into_iter().chain(family).map(NameFrom::Whole));
    } else {
        names.push(NameFrom::Parts(
            given.into_iter().chain(all(Meaning::Middle)).chain(family).collect(),
        ));
    }
    names.extend(all(Meaning::Aliases).map(NameFrom::Several));
    names.extend(all(Meaning::Imo).map(NameFrom::Imo));
    names
}

/// The columns that are told, each a whole name, but parts of names joined to one.
fn told_names(headings: &[String], meanings: &[Option<Meaning>], told: &[String]) -> Result<Vec<NameFrom>, TableError> {
    let find = |name: &str| {
        let exactly = headings.iter().position(|heading| heading.trim() == name.trim());
        let folded = fold(name);
        let found = exactly.or_else(|| headings.iter().position(|heading| fold(heading) == folded));
        found.ok_or_else(|| TableError::NoSuchColumn {
            name: name.to_owned(),
            columns: headings.to_vec(),
        })
    };
    let mut names = Vec::new();
    let mut alone = vec![None; meanings.len()];
    for name in told {
        // A heading may hold the sign itself.
        match find(name) {
            Ok(column) => alone[column] = meanings[column].or(Some(Meaning::Name)),
            Err(_) if name.contains('+') => names.push(NameFrom::Parts(name.split('+').map(find).collect::<Result<_, _>>()?)),
            Err(error) => return Err(error),
        }
    }
    for meaning in &mut alone {
        let of_names = [
            Meaning::Name,
            Meaning::BareName,
            Meaning::Given,
            Meaning::Middle,
            Meaning::Family,
            Meaning::Aliases,
            Meaning::Imo,
        ];
        if meaning.is_some_and(|meaning| !of_names.contains(&meaning)) {
            *meaning = Some(Meaning::Name);
        }
    }
    let mut found = found_names(&alone);
    // A middle name told alone has no other part to be joined to.
    if !found.iter().any(|from| matches!(from, NameFrom::Parts(_))) {
        let middle = alone.iter().enumerate().filter(|(_, meaning)| **meaning == Some(Meaning::Middle));
        found.extend(middle.map(|(column, _)| NameFrom::Whole(column)));
    }
    names.append(&mut found);
    Ok(names)
}
