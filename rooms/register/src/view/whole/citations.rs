//! What sources say of the cells of the other tables.

use super::{CITATIONS, Gathered, Home, Line, Written, about_entries, place};
use crate::chain::{Held, value};
use crate::files::{self, day_told};
use crate::kinds;
use crate::outside::day_in_the_hague;
use crate::pack::{VERDICTS, columns_cited, is_citable};
use record::when::When;
use std::collections::HashSet;

impl<'a> Gathered<'_, 'a> {
    /// The citations of facts that stand in the tables. A citation speaks of the version of a fact that it was made
    /// about: where another one stands now, what it says of that is written, as pages do.
    pub(super) fn citations(&self, written: &mut Written<'a>) {
        let mut there: HashSet<[String; 6]> = HashSet::new();
        let mut lines = Vec::new();
        let filled = Filled::of(written);
        let cited = self.held.iter().filter(|fact| fact.now().entry.kind == kinds::CITATION);
        for (citation, about) in cited.filter_map(|fact| Some((fact, about_entries(fact).next()?))) {
            let Some(home) = written.homes.get(about) else { continue };
            let Some((column, verdict, value)) = self.said(citation, home, &filled) else {
                continue;
            };
            let entry = &citation.now().entry;
            let source = entry.source.as_deref().unwrap_or_default();
            let cells = [home.file, &home.key, column, verdict, &value, source].map(str::to_owned);
            if !there.insert(cells.clone()) {
                continue;
            }
            let mut line = line_of(place(citation), cells);
            // An editor's remark may tell of what came after the day.
            let remark = entry
                .body
                .get_text("says")
                .filter(|_| day_in_the_hague(entry.recorded) <= self.look.day());
            line.put("says", remark.map(str::to_owned));
            lines.push(line);
        }
        for [file, key, column, source] in &written.apart {
            let cells = [file, key, column, "confirms", "", source].map(str::to_owned);
            if is_citable(file, column) && there.insert(cells.clone()) {
                lines.push(line_of(u64::MAX, cells));
            }
        }
        for line in lines {
            written.add(&CITATIONS, line, &[]);
        }
    }

    /// The column that a citation speaks of, its verdict on what stands there now, and the value that it gives instead.
    fn said(&self, citation: &Held<'a>, home: &Home<'a>, filled: &Filled) -> Option<(&'static str, &'static str, String)> {
        let body = &citation.now().entry.body;
        let field = body.get_text("field")?;
        let verdict = VERDICTS.into_iter().find(|known| body.get_text("verdict") == Some(known))?;
        let now = &home.held.now().entry;
        // Of a summons the first appearance stands in two columns; either cites it.
        let column = *columns_cited(now, field).first()?;
        if !is_citable(home.file, column) {
            return None;
        }
        let absent = field.starts_with("none:");
        // What says that a cell is rightly empty says nothing where it has been filled since.
        if absent && filled.0.contains(&(home.file, &home.key, column)) {
            return None;
        }
        let given = match verdict {
            "confirms" => {
                let about = about_entries(citation).next()?;
                value(home.held.versions().iter().find(|version| version.entry.id == *about)?, field)
            }
            "contradicts" => body.get_text("value").map(str::to_owned),
            _ => return Some((column, verdict, String::new())),
        };
        if given == home.held.value(field) {
            return Some((column, "confirms", String::new()));
        }
        let given = bare(&given?).to_owned();
        let in_words = field.strip_prefix("none:").is_some_and(|kind| files::told_in(kind).is_some());
        let day = if in_words {
            Some(day_told(&given))
        } else {
            When::parse(&given).ok()
        };
        let later = absent && day.and_then(|day| day.last()).is_some_and(|last| last > self.look.day());
        (!later).then_some((column, "contradicts", given))
    }
}

/// A citation: file, key, field, verdict, value and source.
fn line_of(place: u64, cells: [String; 6]) -> Line {
    let mut line = Line::new(place, cells.join("|"));
    for (name, cell) in ["file", "key", "field", "verdict", "value", "source"].into_iter().zip(cells) {
        line.put(name, Some(cell));
    }
    line
}

/// The cells that are filled: file, key of the row and column.
struct Filled<'w>(HashSet<(&'static str, &'w str, &'static str)>);

impl<'w> Filled<'w> {
    fn of(written: &'w Written) -> Filled<'w> {
        let lines = written
            .lines
            .iter()
            .flat_map(|(file, lines)| lines.iter().map(move |line| (*file, line)));
        Filled(
            lines
                .flat_map(|(file, line)| line.cells.keys().map(move |column| (file, line.key.as_str(), *column)))
                .collect(),
        )
    }
}

/// A date without the word before it: which that is says the column.
fn bare(value: &str) -> &str {
    ["by ", "about ", "from "]
        .into_iter()
        .find_map(|word| value.strip_prefix(word))
        .unwrap_or(value)
}
