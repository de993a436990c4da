//! One thread reads blocks, some search them, and whoever called collects what they found, block after block.

use super::work::{Line, Worked, Worker};
use super::{Progress, RunError, Sorter};
use crate::table::{Block, Refusal, Table, TableError};
use std::collections::BTreeMap;
use std::io;
use std::num::NonZero;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Blocks that are under way for each thread: one that it searches, one that waits for it, one that waits for its turn.
const BLOCKS_A_JOB: usize = 3;

/// What was collected of all blocks.
#[derive(Debug, Default)]
pub struct Collected {
    /// Rows that were searched.
    pub rows: u64,
    /// Rows with a hit.
    pub matched: u64,
    /// Rows that could not be read.
    pub refused: u64,
    /// The first of them.
    pub first_refusal: Option<Refusal>,
}

/// The most threads that search, however many are asked for: no machine has more use for them.
const MOST_JOBS: usize = 512;

/// A block with its number, and how far the register was read with it.
struct Numbered {
    number: u64,
    read: u64,
    block: Block,
}

/// Has the register searched, the blocks that were read already first.
///
/// Blocks that were collected go back to whoever reads, so that only so many are under way, however fast it reads.
pub fn collect(
    line: &Line,
    register: &mut Table,
    first: Vec<(Block, u64)>,
    jobs: NonZero<usize>,
    sorter: &mut Sorter,
    mut refuse: impl FnMut(&Refusal) -> io::Result<()>,
    progress: &Progress,
) -> Result<Collected, RunError> {
    let jobs = jobs.get().min(MOST_JOBS);
    let (free, next_free) = channel();
    for _ in 0..jobs * BLOCKS_A_JOB {
        let _ = free.send(Block::default());
    }
    let (to_search, next_to_search) = channel();
    let (searched, next_searched) = channel();
    let next_to_search = Arc::new(Mutex::new(next_to_search));
    thread::scope(|scope| {
        let reader = scope.spawn(move || read(register, first, &next_free, &to_search));
        for _ in 0..jobs {
            let (next, searched) = (next_to_search.clone(), searched.clone());
            scope.spawn(move || search(line, &next, &searched));
        }
        drop((next_to_search, searched));
        // The ends of the channels go with this function, by which all threads see that it is over.
        let collected = in_order(&next_searched, &free, sorter, &mut refuse, progress);
        drop((next_searched, free));
        let read = reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let collected = collected?;
        read?;
        Ok(collected)
    })
}

/// Reads blocks as long as somebody takes them.
fn read(register: &mut Table, first: Vec<(Block, u64)>, free: &Receiver<Block>, to_search: &Sender<Numbered>) -> Result<(), TableError> {
    let mut number = 0;
    let mut first = first.into_iter();
    while let Ok(mut block) = free.recv() {
        let read = match first.next() {
            Some((sampled, read)) => {
                block = sampled;
                read
            }
            None if register.next_block(&mut block)? => register.read_so_far(),
            None => return Ok(()),
        };
        if to_search.send(Numbered { number, read, block }).is_err() {
            break;
        }
        number += 1;
    }
    Ok(())
}

/// Tells that a thread fell over, so that nobody waits for its block for ever; the scope of the threads passes the panic on.
struct Fallen<'a>(&'a Sender<Option<(Numbered, Worked)>>);

impl Drop for Fallen<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(None);
        }
    }
}

/// Searches blocks as long as there are any and somebody wants to know.
fn search(line: &Line, next: &Mutex<Receiver<Numbered>>, searched: &Sender<Option<(Numbered, Worked)>>) {
    let _fallen = Fallen(searched);
    let mut worker = Worker::default();
    loop {
        let taken = next.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(numbered) = taken else {
            return;
        };
        let worked = worker.work(line, &numbered.block);
        if searched.send(Some((numbered, worked))).is_err() {
            return;
        }
    }
}

/// Takes what was found in the order of the blocks, whichever was searched first.
fn in_order(
    searched: &Receiver<Option<(Numbered, Worked)>>,
    free: &Sender<Block>,
    sorter: &mut Sorter,
    refuse: &mut impl FnMut(&Refusal) -> io::Result<()>,
    progress: &Progress,
) -> Result<Collected, RunError> {
    let mut collected = Collected::default();
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (numbered, worked) in searched.iter().map_while(|found| found) {
        if progress.stop.load(Ordering::Relaxed) {
            return Err(RunError::Stopped);
        }
        early.insert(numbered.number, (numbered, worked));
        while let Some((numbered, worked)) = early.remove(&next) {
            next += 1;
            collected.take(worked, sorter, refuse)?;
            progress.done.store(numbered.read, Ordering::Relaxed);
            progress.rows.store(collected.rows, Ordering::Relaxed);
            progress.matched.store(collected.matched, Ordering::Relaxed);
            progress.refused.store(collected.refused, Ordering::Relaxed);
            let _ = free.send(numbered.block);
        }
    }
    Ok(collected)
}

impl Collected {
    fn take(&mut self, worked: Worked, sorter: &mut Sorter, refuse: &mut impl FnMut(&Refusal) -> io::Result<()>) -> Result<(), RunError> {
        self.rows += worked.rows;
        self.matched += worked.matched;
        for refusal in worked.refused {
            self.refused += 1;
            refuse(&refusal).map_err(RunError::Refusals)?;
            self.first_refusal.get_or_insert(refusal);
        }
        worked
            .hits
            .into_iter()
            .try_for_each(|hit| sorter.take(hit))
            .map_err(RunError::Spill)
    }
}
