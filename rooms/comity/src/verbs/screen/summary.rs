//! What is said when a run is over: what was read, found and refused.

use screening::Language;
use screening::run::Summary;
use screening::table::{Refusal, WatchNote};
use std::io::{self, Write};
use std::path::Path;

/// What is to be said, as it comes to be known.
pub struct Told {
    language: Language,
    watched: usize,
    notes: Vec<WatchNote>,
    refused: Vec<Refusal>,
    most: usize,
}

impl Told {
    /// Lists at most so many of each sort of fault.
    pub fn new(language: Language, watched: usize, notes: Vec<WatchNote>, most: usize) -> Told {
        Told {
            language,
            watched,
            notes,
            refused: Vec::new(),
            most,
        }
    }

    /// Keeps one of the first rows that could not be read.
    pub fn refused(&mut self, refusal: &Refusal) {
        if self.refused.len() < self.most {
            self.refused.push(refusal.clone());
        }
    }

    /// Says it all.
    pub fn print(&self, summary: &Summary, seconds: f64, list: Option<&Path>, out: &mut impl Write) -> io::Result<()> {
        let Summary {
            rows,
            matched,
            refused,
            hits,
            persons,
            written_in,
            names_from,
        } = summary;
        let (watched, names) = (self.watched, names_from.join(", "));
        let rate = *rows as f64 / seconds.max(0.001);
        let english = self.language == Language::English;
        // Numbers stand after their words, so that no number needs another form of a word.
        if english {
            writeln!(
                out,
                "rows read: {rows} in {seconds:.1} s, {rate:.0} a second ({written_in}; names from {names})"
            )?;
            writeln!(
                out,
                "rows matched: {matched}; watched and found: {persons} of {watched}; hits written: {hits}"
            )?;
        } else {
            writeln!(
                out,
                "lignes lues\u{a0}: {rows} en {seconds:.1} s, {rate:.0} par seconde ({written_in}\u{a0}; noms\u{a0}: {names})"
            )?;
            writeln!(
                out,
                "lignes retenues\u{a0}: {matched}\u{a0}; recherchés et trouvés\u{a0}: {persons} sur {watched}\u{a0}; résultats écrits\u{a0}: {hits}"
            )?;
        }
        if !self.notes.is_empty() {
            writeln!(
                out,
                "{}",
                if english {
                    "in the watch list:"
                } else {
                    "dans la liste des recherchés\u{a0}:"
                }
            )?;
            let notes = self
                .notes
                .iter()
                .take(self.most)
                .map(|note| (note.line, note.what.words(self.language)));
            self.lines(out, notes, self.notes.len() as u64)?;
        }
        match (refused, english) {
            (0, true) => writeln!(out, "rows refused: 0"),
            (0, false) => writeln!(out, "lignes refusées\u{a0}: 0"),
            (_, true) => writeln!(out, "rows refused, and not searched: {refused}"),
            (_, false) => writeln!(out, "lignes refusées, où rien n’a été cherché\u{a0}: {refused}"),
        }?;
        let first = self.refused.iter().map(|refusal| (refusal.line, refusal.why.words(self.language)));
        self.lines(out, first, *refused)?;
        match (list, english) {
            (Some(list), true) if *refused > 0 => writeln!(out, "all of them stand in {}", list.display()),
            (Some(list), false) if *refused > 0 => writeln!(out, "toutes se trouvent dans {}", list.display()),
            (None, true) if *refused > self.most as u64 => writeln!(out, "--refused FILE lists all of them"),
            (None, false) if *refused > self.most as u64 => writeln!(out, "--refused FICHIER les énumère toutes"),
            _ => Ok(()),
        }
    }

    fn lines(&self, out: &mut impl Write, lines: impl Iterator<Item = (u64, String)>, all: u64) -> io::Result<()> {
        let line_word = if self.language == Language::English { "line" } else { "ligne" };
        for (line, words) in lines {
            match self.language {
                Language::English => writeln!(out, "  {line_word} {line}: {words}")?,
                Language::French => writeln!(out, "  {line_word} {line}\u{a0}: {words}")?,
            }
        }
        match (all.saturating_sub(self.most as u64), self.language) {
            (0, _) => Ok(()),
            (more, Language::English) => writeln!(out, "  and {more} more"),
            (more, Language::French) => writeln!(out, "  et {more} autres"),
        }
    }
}
