//! What a search found: the hits as they come, within bounds, and the files out of them.

use crate::contacts::screened::LIKELY;
use record::audience::Level;
use screening::Screen;
use screening::run::{FoundHit, HitTaker, OutputForm, Summary};
use screening::table::{Refusal, WatchNote};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// A row that may concern somebody who is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The watch list's id of them; of a person of the register their key.
    pub watch_id: String,
    /// Which of their names matched.
    pub watch_name: String,
    /// The register's id of the row; its number where it gives none.
    pub register_id: String,
    /// The number of the row, from 1.
    pub row: u64,
    /// The name in the register that matched.
    pub matched_name: String,
    /// 0 to 1, to three digits.
    pub score: f32,
    /// Whether it is likely.
    pub likely: bool,
    /// Why, in words.
    pub explanation: String,
    /// The narrowest level of what is shown of the person, where it is one of the register.
    pub level: Level,
}

/// What was found, before anybody was told.
#[derive(Debug)]
pub struct Found {
    pub(super) summary: Summary,
    pub(super) of_persons: bool,
    pub(super) hits: Vec<Hit>,
    screened: Screened,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Screened {
    /// Rows that were read, matched and refused; what the register is written in, and which columns were read as names.
    pub summary: Summary,
    /// How many are looked for.
    pub watched: usize,
    /// Whether they are persons of the register.
    pub of_persons: bool,
    /// What of the watch list is not understood.
    pub notes: Vec<WatchNote>,
    /// The first rows that could not be read.
    pub refused: Vec<Refusal>,
    /// The hits, by the order of the watch list, then the likelier first, then by row.
    pub hits: Vec<Hit>,
    /// What is found of what is public, or of a watch list that was given, as the command writes it as CSV.
    pub csv: Vec<u8>,
    /// The same as JSON lines.
    pub json_lines: Vec<u8>,
    /// How many hits are not in the files, since a name that matched is not public.
    pub left_out: usize,
}

/// Takes hits, up to so many bytes.
pub(super) struct Taken {
    left: usize,
    hits: Vec<Hit>,
    csv: Vec<u8>,
    json_lines: Vec<u8>,
    left_out: usize,
}

impl Taken {
    /// Takes about so many bytes.
    pub fn new(most: usize) -> Taken {
        Taken {
            left: most,
            hits: Vec::new(),
            csv: Vec::new(),
            json_lines: Vec::new(),
            left_out: 0,
        }
    }

    /// Takes along as files what was found of what is public, instead of this.
    pub fn take_along(&mut self, public: Taken) {
        let at = |hit: &Hit| (hit.watch_id.clone(), hit.row);
        let in_files: BTreeSet<(String, u64)> = public.hits.iter().map(at).collect();
        self.left_out = self.hits.iter().filter(|hit| !in_files.contains(&at(hit))).count();
        self.csv = public.csv;
        self.json_lines = public.json_lines;
    }

    /// All of it, with how many are looked for, whether they are persons of the register, and what is to be said besides.
    pub fn found(self, summary: Summary, (watched, of_persons): (usize, bool), notes: Vec<WatchNote>, refused: Vec<Refusal>) -> Found {
        Found {
            summary: summary.clone(),
            of_persons,
            hits: self.hits,
            screened: Screened {
                summary,
                watched,
                of_persons,
                notes,
                refused,
                hits: Vec::new(),
                csv: self.csv,
                json_lines: self.json_lines,
                left_out: self.left_out,
            },
        }
    }
}

impl Found {
    /// The answer, each person of the register at their level.
    pub(super) fn at(self, levels: &BTreeMap<String, Level>) -> Screened {
        if !self.of_persons {
            return Screened {
                hits: self.hits,
                ..self.screened
            };
        }
        let found = self.hits.len();
        let at = |hit: Hit| {
            let level = *levels.get(&hit.watch_id)?;
            Some(Hit { level, ..hit })
        };
        let hits: Vec<Hit> = self.hits.into_iter().filter_map(at).collect();
        if hits.len() == found {
            return Screened { hits, ..self.screened };
        }
        // The matter of a person was closed while their name was looked for: the files were written before.
        Screened {
            left_out: hits.len(),
            hits,
            csv: Vec::new(),
            json_lines: Vec::new(),
            ..self.screened
        }
    }
}

impl HitTaker for Taken {
    fn begin(&mut self, screen: &Screen) -> io::Result<()> {
        OutputForm::Csv.begin(screen, &mut self.csv)?;
        OutputForm::JsonLines.begin(screen, &mut self.json_lines)
    }

    fn hit(&mut self, screen: &Screen, hit: &FoundHit) -> io::Result<()> {
        let Some(watched) = screen.watch().get(hit.watched as usize) else {
            return Ok(());
        };
        let left = self.left.checked_sub(hit.weight());
        self.left = left.ok_or(io::ErrorKind::QuotaExceeded)?;
        let watch_name = watched.called(hit.watch_name).to_owned();
        OutputForm::Csv.hit(screen, hit, &mut self.csv)?;
        OutputForm::JsonLines.hit(screen, hit, &mut self.json_lines)?;
        self.hits.push(Hit {
            watch_id: watched.id.clone(),
            watch_name,
            register_id: hit.register_id.clone(),
            row: hit.row,
            matched_name: hit.matched_name.clone(),
            score: hit.score,
            likely: hit.score >= LIKELY,
            explanation: hit.explanation.clone(),
            level: Level::Public,
        });
        Ok(())
    }
}
