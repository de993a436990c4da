//! Screening: whom of a watch list a register names that somebody has as a file, as `comity screen` finds it; held in memory, and
//! bounded in all that it takes.
//!
//! Three steps, as the middle one takes processor time and belongs beside the threads that answer: [`Register::watched`] (who is
//! looked for), [`Watching::search`] (the run), [`Register::screened`] (the files of those who were found are opened, and it stands in
//! the audit that somebody searched). Nothing of watch list or register is kept.

mod found;
mod options;

pub use found::{Found, Hit, Screened};
pub use options::{Options, Typed, WrongOption};

use crate::Register;
use crate::audit::{Act, AuditBook, Event, Who};
use crate::lists;
use crate::reading::Reading;
use crate::view::ViewError;
use crate::view::look::{Look, Page};
use crate::view::row::row;
use access::Viewer;
use found::Taken;
use screening::Watched;
use screening::run::{OutputForm, Progress, Run, RunError, Summary};
use screening::table::{Refusal, Table, TableError, WatchList, read_watch_list};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::num::NonZero;

/// The longest register that is searched, in bytes: 20 MiB. What is longer is for the command line.
pub const MOST_BYTES: usize = 20 << 20;
/// The longest watch list, in bytes: 2 MiB.
pub const MOST_WATCH_BYTES: usize = 2 << 20;
/// The most names of a watch list, other names counted; some kilobytes of memory each.
pub const MOST_NAMES: usize = 20_000;
/// The most bytes of hits, about: what a person reads, and what a link in a page holds.
const MOST_FOUND: usize = 1 << 20;
/// The most rows that could not be read, and notes on the watch list, that are listed.
pub const MOST_LISTED: usize = 100;

/// Where those stand who are looked for.
pub enum Watch {
    /// Whoever this list names: CSV, as bytes.
    List(Vec<u8>),
    /// The persons under an outstanding warrant, as far as the viewer may know of them.
    Outstanding,
}

/// Why a register was not searched.
#[derive(Debug, thiserror::Error)]
pub enum ScreenError {
    /// Watch list or register is Parquet, a few bytes of which may unpack to more than there is memory: that is for the command,
    /// which harms nobody but whoever runs it.
    #[error("{0:?} is Parquet, which is not searched here")]
    Parquet(Given),
    /// The watch list cannot be read.
    #[error("the watch list {0}")]
    Watch(TableError),
    /// It names too many.
    #[error("the watch list has {names} names; at most {MOST_NAMES} are looked for here")]
    TooManyNames {
        /// How many.
        names: usize,
    },
    /// The register cannot be read.
    #[error("the register {0}")]
    Register(TableError),
    /// Not one of its rows could be read.
    #[error("not one of {refused} rows could be read")]
    NothingRead {
        /// How many there are.
        refused: u64,
        /// The first.
        first: Refusal,
    },
    /// More was found than is answered.
    #[error("more was found than is answered here")]
    TooMuchFound,
    /// Whoever asked does not wait any longer.
    #[error("the search took too long and was ended")]
    Stopped,
}

/// Which of the two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// The list of those who are looked for.
    Watch,
    /// The list in which they are looked for.
    Register,
}

/// Who is looked for, and how.
pub struct Watching {
    whom: Whom,
    options: Options,
}

/// Who is looked for.
enum Whom {
    /// Those of a list, which is not read yet.
    List(Vec<u8>),
    /// Persons of the register.
    Persons {
        /// Those of whom the viewer may know, under the names that they may know.
        known: Vec<Watched>,
        /// Those of whom everybody may know, under the names that everybody may know.
        public: Vec<Watched>,
    },
}

impl Register {
    /// Who is looked for. Persons of the register are those outstanding today for this viewer, under the names that they may
    /// know, which opens no matter yet. A list that was given is read where it is searched for, as that takes processor time.
    ///
    /// # Errors
    /// The store failed; or, inside, there is nobody to look for.
    pub async fn watched(&self, viewer: &Viewer, watch: Watch, options: Options) -> Result<Result<Watching, ScreenError>, ViewError> {
        let whom = match watch {
            Watch::List(bytes) => Whom::List(bytes),
            Watch::Outstanding => {
                let register = self.for_one_answer();
                let public = register.outstanding_by_name(&Viewer::public()).await?;
                let known = register.outstanding_by_name(viewer).await?;
                if known.is_empty() {
                    return Ok(Err(ScreenError::Watch(TableError::NobodyWatched)));
                }
                Whom::Persons { known, public }
            }
        };
        Ok(Ok(Watching { whom, options }))
    }

    /// The persons outstanding today, with all names that the viewer may know. The record has no dates of birth, nationalities or
    /// genders of persons.
    async fn outstanding_by_name(&self, viewer: &Viewer) -> Result<Vec<Watched>, ViewError> {
        let reading = self.of_today();
        let look = Look::new(self, viewer, &reading).await?;
        let keys = look.list(lists::OUTSTANDING, "", Page::all()).await?;
        let keys: BTreeSet<String> = keys.into_iter().map(|(_, key)| key).collect();
        let known = self.known(viewer, &reading).await?;
        let known = known.into_iter().filter(|known| keys.contains(&known.key));
        Ok(known.map(|known| known.watched()).collect())
    }

    /// What was found, for the viewer as whom it was looked for: the files of the persons of the register who were found are opened, as by
    /// any view. Of a person who is signed in it is in the audit that they searched a register, and of how many rows, before this
    /// answers.
    ///
    /// # Errors
    /// The store failed, or the audit cannot be written.
    pub async fn screened(&self, viewer: &Viewer, audit: &AuditBook, found: Found) -> Result<Screened, ViewError> {
        let register = self.for_one_answer();
        let mut levels = BTreeMap::new();
        if found.of_persons {
            let reading = register.of_today();
            let look = Look::new(&register, viewer, &reading).await?;
            let keys: BTreeSet<String> = found.hits.iter().map(|hit| hit.watch_id.clone()).collect();
            let loaded = look.load(keys.iter().cloned().collect()).await?;
            let person = |key: &String| row(&look, &loaded.dossier(key, look.law())?);
            levels = keys.iter().filter_map(|key| Some((key.clone(), person(key)?.level))).collect();
        }
        self.tell_of_search(viewer, audit, found.summary.rows).await?;
        Ok(found.at(&levels))
    }

    /// Tells the audit that somebody who is signed in searched a register, and of how many rows; none where the search came to no
    /// end, since that too tells something of those who are looked for.
    ///
    /// # Errors
    /// The audit cannot be written.
    pub async fn tell_of_search(&self, viewer: &Viewer, audit: &AuditBook, rows: u64) -> Result<(), ViewError> {
        if let who @ Who::Person { .. } = Who::of(viewer) {
            let event = Event::new(self.outside.now(), Act::RegisterScreened, who);
            audit.write(&[event.count(rows)]).await?;
        }
        Ok(())
    }

    fn of_today(&self) -> Reading {
        Reading {
            as_at: self.today(),
            known_on: None,
            hindsight: false,
            dated: false,
        }
    }
}

/// Whether bytes begin as a Parquet file does.
fn is_parquet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PAR1")
}

/// Reads a watch list that is held in memory.
fn read(bytes: Vec<u8>) -> Result<WatchList, ScreenError> {
    if is_parquet(&bytes) {
        return Err(ScreenError::Parquet(Given::Watch));
    }
    let list = Table::of_bytes(bytes, None).and_then(read_watch_list).map_err(ScreenError::Watch)?;
    let names = list.watched.iter().map(|watched| 1 + watched.aliases.len()).sum();
    if names > MOST_NAMES {
        return Err(ScreenError::TooManyNames { names });
    }
    Ok(list)
}

impl Watching {
    /// Searches a register, on this thread and one that reads; to be ended before its time through `progress`.
    ///
    /// Whoever may know of more than is public is answered out of all that they may know, and takes along what is found of what is public
    /// alone, in a search of its own: how common a name is, and so its score, is learned from those who are looked for.
    ///
    /// # Errors
    /// See [`ScreenError`].
    pub fn search(self, register: Vec<u8>, progress: &Progress) -> Result<Found, ScreenError> {
        let Watching { whom, options } = self;
        if is_parquet(&register) {
            return Err(ScreenError::Parquet(Given::Register));
        }
        let (watched, notes, public) = match whom {
            Whom::List(bytes) => {
                let WatchList { watched, notes } = read(bytes)?;
                (watched, notes, None)
            }
            Whom::Persons { known, public } => (known, Vec::new(), Some(public)),
        };
        let of_persons = public.is_some();
        let number = watched.len();
        let public = public.filter(|public| *public != watched);
        let public = public
            .map(|public| one_run(public, register.clone(), &options, progress))
            .transpose()?;
        let mut run = one_run(watched, register, &options, progress)?;
        if let Some(public) = public {
            run.taken.take_along(public.taken);
        }
        let Ran { taken, summary, refused } = run;
        Ok(taken.found(summary, (number, of_persons), notes, refused))
    }
}

/// What a run found.
struct Ran {
    taken: Taken,
    summary: Summary,
    /// The first rows that could not be read.
    refused: Vec<Refusal>,
}

fn one_run(watch: Vec<Watched>, register: Vec<u8>, options: &Options, progress: &Progress) -> Result<Ran, ScreenError> {
    let mut taken = Taken::new(MOST_FOUND);
    let mut refused = Vec::new();
    let refuse = |refusal: &Refusal| {
        if refused.len() < MOST_LISTED {
            refused.push(refusal.clone());
        }
        Ok(())
    };
    // Nothing goes to the disk: what memory does not hold is more than is answered.
    let spill = || Err(io::ErrorKind::QuotaExceeded.into());
    let run = Run {
        watch,
        register: Table::of_bytes(register, options.encoding).map_err(ScreenError::Register)?,
        name_columns: &options.name_columns,
        min_score: options.min_score,
        top: options.top.map(NonZero::get),
        jobs: NonZero::<usize>::MIN,
        form: OutputForm::Csv,
        language: options.language,
        spill: &spill,
    };
    let summary = run.each(&mut taken, refuse, progress).map_err(|error| match error {
        RunError::Register(error) => ScreenError::Register(error),
        RunError::NothingRead { refused, first } => ScreenError::NothingRead { refused, first },
        RunError::Stopped => ScreenError::Stopped,
        RunError::Spill(_) | RunError::Output(_) | RunError::Refusals(_) => ScreenError::TooMuchFound,
    })?;
    Ok(Ran { taken, summary, refused })
}

#[cfg(test)]
mod tests;
