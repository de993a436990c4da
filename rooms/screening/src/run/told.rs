//! What is said of a run: how far it is, and when it is over what was read, found and refused.

use super::{Progress, Summary};
use crate::table::{Refusal, WatchNote};
use crate::texts::{Language, say};
use std::sync::atomic::Ordering;

/// How wide a bar is, in characters.
const WIDTH: u64 = 24;

impl Progress {
    /// How far a run is after so many seconds: bar and time left where the length of the register is known (in bytes of CSV
    /// or rows of Parquet), rows, and how many a second.
    pub fn line(&self, length: Option<u64>, seconds: f64, language: Language) -> String {
        let [done, rows, matched, refused] =
            [&self.done, &self.rows, &self.matched, &self.refused].map(|count| count.load(Ordering::Relaxed));
        let rate = rows as f64 / seconds.max(0.001);
        let said = say(
            language,
            "run-under-way",
            &[
                ("rows", &rows.to_string()),
                ("rate", &format!("{rate:.0}")),
                ("matched", &matched.to_string()),
                ("refused", &refused.to_string()),
            ],
        );
        let Some(length) = length.filter(|length| *length > 0) else {
            return said;
        };
        let done = done.min(length);
        let full = (done * WIDTH / length) as usize;
        let bar = format!(
            "[{}{}] {}%",
            "#".repeat(full),
            " ".repeat(WIDTH as usize - full),
            done * 100 / length
        );
        if done == 0 {
            return format!("{bar} {said}");
        }
        let left = (seconds * (length - done) as f64 / done as f64) as u64;
        let left = format!("{}:{:02}", left / 60, left % 60);
        format!("{bar} {} {said}", say(language, "run-left", &[("left", &left)]))
    }
}

/// What is to be said when a run is over, as it comes to be known.
#[derive(Clone, Debug)]
pub struct Told {
    /// How many are looked for.
    pub watched: usize,
    /// What is not understood in the watch list.
    pub notes: Vec<WatchNote>,
    /// The first rows that could not be read.
    pub refused: Vec<Refusal>,
    /// How many of each are listed at most.
    pub most: usize,
}

impl Told {
    /// Keeps a row that could not be read, if it is one of the first.
    pub fn refused(&mut self, refusal: &Refusal) {
        if self.refused.len() < self.most {
            self.refused.push(refusal.clone());
        }
    }

    /// All of it, line by line, after a run of so many seconds. `list` is the file that names all refused rows, if there is one.
    pub fn lines(&self, summary: &Summary, seconds: f64, list: Option<&str>, language: Language) -> Vec<String> {
        let Summary {
            rows,
            matched,
            refused,
            hits,
            persons,
            written_in,
            names_from,
        } = summary;
        let rate = *rows as f64 / seconds.max(0.001);
        let read = [
            ("rows", rows.to_string()),
            ("seconds", format!("{seconds:.1}")),
            ("rate", format!("{rate:.0}")),
            ("written", (*written_in).to_owned()),
            ("names", names_from.join(", ")),
        ];
        let found = [
            ("matched", matched.to_string()),
            ("persons", persons.to_string()),
            ("watched", self.watched.to_string()),
            ("hits", hits.to_string()),
        ];
        let mut lines = vec![
            say(language, "run-read", &read.each_ref().map(|(name, value)| (*name, value.as_str()))),
            say(
                language,
                "run-found",
                &found.each_ref().map(|(name, value)| (*name, value.as_str())),
            ),
        ];
        if !self.notes.is_empty() {
            lines.push(say(language, "run-notes", &[("notes", &self.notes.len().to_string())]));
            let notes = self.notes.iter().take(self.most).map(|note| (note.line, note.what.words(language)));
            self.list(&mut lines, notes, self.notes.len() as u64, language);
        }
        lines.push(say(language, "run-refused", &[("refused", &refused.to_string())]));
        let first = self.refused.iter().map(|refusal| (refusal.line, refusal.why.words(language)));
        self.list(&mut lines, first, *refused, language);
        match list {
            Some(file) if *refused > 0 => lines.push(say(language, "run-all-listed", &[("file", file)])),
            None if *refused > self.most as u64 => lines.push(say(language, "run-list-all", &[])),
            _ => {}
        }
        lines
    }

    fn list(&self, lines: &mut Vec<String>, first: impl Iterator<Item = (u64, String)>, all: u64, language: Language) {
        let line = |(line, words): (u64, String)| say(language, "run-line", &[("line", &line.to_string()), ("words", &words)]);
        lines.extend(first.map(|at| format!("  {}", line(at))));
        let more = all.saturating_sub(self.most as u64);
        if more > 0 {
            lines.push(format!("  {}", say(language, "run-more", &[("more", &more.to_string())])));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_run_under_way_tells_rate_and_time_left() {
        let progress = Progress::default();
        assert_eq!(
            progress.line(None, 0.0, Language::English),
            "rows: 0, 0 a second; matched: 0; refused: 0"
        );
        progress.done.store(250, Ordering::Relaxed);
        progress.rows.store(50, Ordering::Relaxed);
        progress.matched.store(7, Ordering::Relaxed);
        assert_eq!(
            progress.line(Some(1_000), 25.0, Language::English),
            "[######                  ] 25% left: 1:15 rows: 50, 2 a second; matched: 7; refused: 0"
        );
    }
}
