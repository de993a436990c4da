//! Screening: whom of a watch list a register names that somebody has as a file, as `comity screen` finds it; held in memory, and
//! bounded in all that it takes.
//!
//! Three steps, as the middle one takes processor time and belongs beside the threads that answer: [`Register::watched`] (who is
//! looked for), [`Watching::search`] (the run), [`Register::screened`] (the files of those who were found are opened, and it stands in
//! the audit that somebody searched). Nothing of watch list or register is kept.

mod found;
mod options;

pub use found::{Found, Hit, Screened};
pub use options::{Given, Options, WrongOption};

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
use screening::run::{OutputForm, Progress, Run, RunError};
use screening::table::{Refusal, Table, TableError, WatchList, WatchNote, read_watch_list};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::num::NonZero;

/// The longest register that is searched, in bytes: 20 MiB. What is longer is for the command line.
pub const MOST_BYTES: usize = 20 << 20;
/// The longest watch list, in bytes: 2 MiB.
pub const MOST_WATCH_BYTES: usize = 2 << 20;
/// The most names of a watch list, other names counted; some kilobytes of memory each.
pub const MOST_NAMES: usize = 20_000;
/// The most rows of a register that says how many it has. What is written in few bytes may stand in a great many rows.
pub const MOST_ROWS: u64 = 1_000_000;
/// The most bytes of hits, about: what a person reads, and what a link in a page holds.
const MOST_FOUND: usize = 1 << 20;
/// The most rows that could not be read, and notes on the watch list, that are listed.
pub const MOST_LISTED: usize = 100;

/// Where those stand who are looked for.
pub enum Watch {
    /// Whoever this list names: CSV or Parquet.
    List(Vec<u8>),
    /// The persons under an outstanding warrant, as far as the viewer may know of them.
    Outstanding,
}

/// Why a register was not searched.
#[derive(Debug, thiserror::Error)]
pub enum ScreenError {
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
    /// It has too many rows.
    #[error("the register has {rows} rows; at most {MOST_ROWS} are searched here")]
    TooManyRows {
        /// How many.
        rows: u64,
    },
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

/// Who is looked for, and how.
pub struct Watching {
    watched: Vec<Watched>,
    notes: Vec<WatchNote>,
    /// Of persons of the register: which of them is public under which names.
    public: Option<BTreeSet<(String, String)>>,
    options: Options,
}

impl Register {
    /// Who is looked for. Persons of the register are those outstanding today for this viewer, under the names that they may
    /// know, which opens no matter yet.
    ///
    /// # Errors
    /// The store failed; or, inside, the watch list is none.
    pub async fn watched(&self, viewer: &Viewer, watch: Watch, options: Options) -> Result<Result<Watching, ScreenError>, ViewError> {
        let watching = |watched, notes, public| Watching {
            watched,
            notes,
            public,
            options,
        };
        Ok(match watch {
            Watch::List(bytes) => read(bytes).map(|list| watching(list.watched, list.notes, None)),
            Watch::Outstanding => {
                let register = self.for_one_answer();
                let public = register.outstanding_by_name(&Viewer::public()).await?;
                let names = |watched: &Watched| {
                    let all = std::iter::once(&watched.name).chain(&watched.aliases).cloned();
                    all.map(|name| (watched.id.clone(), name)).collect::<Vec<_>>()
                };
                let public = public.iter().flat_map(names).collect();
                match register.outstanding_by_name(viewer).await? {
                    watched if watched.is_empty() => Err(ScreenError::Watch(TableError::NobodyWatched)),
                    watched => Ok(watching(watched, Vec::new(), Some(public))),
                }
            }
        })
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

/// Reads a watch list that is held in memory.
fn read(bytes: Vec<u8>) -> Result<WatchList, ScreenError> {
    let list = Table::of_bytes(bytes, None).map_err(ScreenError::Watch)?;
    // In Parquet few bytes may say a great many rows.
    let rows = list
        .rows()
        .and_then(|rows| usize::try_from(rows).ok())
        .filter(|rows| *rows > MOST_NAMES);
    if let Some(names) = rows {
        return Err(ScreenError::TooManyNames { names });
    }
    let list = read_watch_list(list).map_err(ScreenError::Watch)?;
    let names = list.watched.iter().map(|watched| 1 + watched.aliases.len()).sum();
    if names > MOST_NAMES {
        return Err(ScreenError::TooManyNames { names });
    }
    Ok(list)
}

impl Watching {
    /// Searches a register, on this thread and one that reads; to be ended before its time through `progress`.
    ///
    /// # Errors
    /// See [`ScreenError`].
    pub fn search(self, register: Vec<u8>, progress: &Progress) -> Result<Found, ScreenError> {
        let Watching {
            watched,
            notes,
            public,
            options,
        } = self;
        let register = Table::of_bytes(register, options.encoding).map_err(ScreenError::Register)?;
        if let Some(rows) = register.rows().filter(|rows| *rows > MOST_ROWS) {
            return Err(ScreenError::TooManyRows { rows });
        }
        let number = watched.len();
        let mut taken = Taken::new(MOST_FOUND, public);
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
            watch: watched,
            register,
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
        Ok(taken.found(summary, number, notes, refused))
    }
}
