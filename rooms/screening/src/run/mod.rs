//! One run: a watch list against a register of any length, block by block, by as many threads as are asked for. Memory does
//! not grow with the register, and the output does not depend on the threads.

mod collect;
mod follow_the_money;
mod found;
mod output;
mod sorter;
mod told;
mod work;

pub use found::FoundHit;
pub use output::{COLUMNS, HitTaker, OutputForm, write_row};
pub use sorter::Spill;
pub use told::Told;

use crate::commonness::Commonness;
use crate::screen::Screen;
use crate::table::{Block, Layout, Refusal, Seen, Table, TableError, TableMemory};
use crate::texts::Language;
use crate::watched::Watched;
use collect::collect;
use output::Written;
use sorter::Sorter;
use std::collections::HashSet;
use std::io::{self, Write};
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use work::Line;

/// How many rows of a register are looked at for how common its words are, at least and if there are as many. Always the
/// first ones, so that a file and a pipe give the same output.
const SAMPLE_ROWS: u64 = 50_000;
/// How many bytes are looked at for this at most.
const SAMPLE_BYTES: usize = 16 * 1024 * 1024;

/// What is asked for.
pub struct Run<'a> {
    /// Who is looked for.
    pub watch: Vec<Watched>,
    /// Where.
    pub register: Table,
    /// The columns of the register that hold names; found by their headings where none is told.
    pub name_columns: &'a [String],
    /// From which score on a row is a hit, 0 to 1.
    pub min_score: f32,
    /// How many hits each watched person has at most.
    pub top: Option<usize>,
    /// How many threads search.
    pub jobs: NonZero<usize>,
    /// The form of the output, where it is written.
    pub form: OutputForm,
    /// The language of the explanations.
    pub language: Language,
    /// Makes the temporary file for hits that memory does not hold.
    pub spill: Spill<'a>,
}

/// How far a run is; read by whoever shows it, and ended by whoever does not wait any longer.
#[derive(Debug, Default)]
pub struct Progress {
    /// Bytes of the register that were searched, as they lie in the file; of Parquet rows.
    pub done: AtomicU64,
    /// Rows that were searched.
    pub rows: AtomicU64,
    /// Rows that may concern somebody.
    pub matched: AtomicU64,
    /// Rows that could not be read.
    pub refused: AtomicU64,
    /// Set to end the run before its time, with [`RunError::Stopped`].
    pub stop: AtomicBool,
}

/// What a run did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Rows that were read and searched.
    pub rows: u64,
    /// Rows that may concern somebody.
    pub matched: u64,
    /// Rows that could not be read.
    pub refused: u64,
    /// Hits that were written.
    pub hits: u64,
    /// Watched persons with a hit.
    pub persons: u64,
    /// What the register is written in, such as `UTF-8`.
    pub written_in: &'static str,
    /// The columns from which names were taken.
    pub names_from: Vec<String>,
}

/// Why a run gave no output.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The register cannot be read.
    #[error("the register {0}")]
    Register(#[from] TableError),
    /// Not one row of the register could be read.
    #[error(
        "the register has {refused} rows, of which not one could be read: line {}: {}; check delimiter and encoding",
        .first.line,
        .first.why.words(Language::English)
    )]
    NothingRead {
        /// How many there are.
        refused: u64,
        /// The first.
        first: Refusal,
    },
    /// Whoever asked does not wait any longer.
    #[error("the search was ended before its time")]
    Stopped,
    /// Hits that memory does not hold cannot be put aside.
    #[error("the temporary file for many hits cannot be written: {0}")]
    Spill(io::Error),
    /// The output cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(io::Error),
    /// The list of refused rows cannot be written.
    #[error("the list of refused rows cannot be written: {0}")]
    Refusals(io::Error),
}

impl Run<'_> {
    /// Searches the register and writes what was found. Each row that could not be read is handed to `refuse`, in order.
    ///
    /// # Errors
    /// The register cannot be read, or something cannot be written.
    pub fn start(
        self,
        out: &mut impl Write,
        refuse: impl FnMut(&Refusal) -> io::Result<()>,
        progress: &Progress,
    ) -> Result<Summary, RunError> {
        let form = self.form;
        self.each(&mut Written { form, out }, refuse, progress)
    }

    /// Searches the register and hands what was found to `taker` instead of writing it.
    ///
    /// # Errors
    /// The register cannot be read, or whoever takes does not go on.
    pub fn each(
        self,
        taker: &mut impl HitTaker,
        refuse: impl FnMut(&Refusal) -> io::Result<()>,
        progress: &Progress,
    ) -> Result<Summary, RunError> {
        let Run {
            watch,
            mut register,
            name_columns,
            min_score,
            top,
            jobs,
            form: _,
            language,
            spill,
        } = self;
        let layout = Layout::of(register.headings(), name_columns)?;
        let names_from = layout.names_from(register.headings());
        register.read_columns(&layout);
        let head = register.head();

        let mut common = Commonness::new();
        watch.iter().for_each(|watched| common.learn_watched(watched));
        let first = sample(&mut register, &layout, &mut common, progress)?;
        let screen = Screen::new(watch, &common);

        let line = Line {
            screen: &screen,
            head: &head,
            layout: &layout,
            min_score,
            language,
        };
        let mut sorter = Sorter::new(sorter::IN_MEMORY, top, spill);
        let collected = collect(&line, &mut register, first, jobs, &mut sorter, refuse, progress)?;
        if collected.rows == 0
            && let Some(first) = collected.first_refusal
        {
            return Err(RunError::NothingRead {
                refused: collected.refused,
                first,
            });
        }

        let (mut hits, mut persons, mut last) = (0, 0, None);
        taker.begin(&screen).map_err(RunError::Output)?;
        sorter
            .finish(|hit| {
                if progress.stop.load(Ordering::Relaxed) {
                    return Err(io::ErrorKind::Interrupted.into());
                }
                hits += 1;
                persons += u64::from(last.replace(hit.watched) != Some(hit.watched));
                taker.hit(&screen, hit)
            })
            .map_err(|error| match progress.stop.load(Ordering::Relaxed) {
                true => RunError::Stopped,
                false => RunError::Output(error),
            })?;
        taker.end().map_err(RunError::Output)?;
        Ok(Summary {
            rows: collected.rows,
            matched: collected.matched,
            refused: collected.refused,
            hits,
            persons,
            written_in: register.written_in(),
            names_from,
        })
    }
}

/// Reads the first blocks, each with how far the register was read with it, and learns from them how common words are.
///
/// # Errors
/// The register cannot be read, or nobody waits any longer.
fn sample(register: &mut Table, layout: &Layout, common: &mut Commonness, progress: &Progress) -> Result<Vec<(Block, u64)>, RunError> {
    let head = register.head();
    let mut memory = TableMemory::default();
    // A name counts once however many rows bear it: whoever owns a thousand parcels has no commoner a name for it.
    let mut known = HashSet::new();
    let mut first = Vec::new();
    let (mut rows, mut bytes) = (0, 0);
    while rows < SAMPLE_ROWS && bytes < SAMPLE_BYTES {
        if progress.stop.load(Ordering::Relaxed) {
            return Err(RunError::Stopped);
        }
        let mut block = Block::default();
        if !register.next_block(&mut block)? {
            break;
        }
        block.each(&head, layout, &mut memory, |seen| {
            if let Seen::Row(found) = seen {
                let names = found.of.names.iter().filter(|name| known.insert((**name).to_owned()));
                names.for_each(|name| common.learn(name));
            }
        });
        rows += block.rows();
        bytes += block.bytes();
        first.push((block, register.read_so_far()));
    }
    Ok(first)
}
