//! Work on documents that takes processor and memory for a while: setting pages, writing and reading Word documents. It is done
//! beside the threads that answer, and a few at a time: whoever asks for many of them waits, and keeps nobody else's page waiting.

use std::sync::LazyLock;
use std::thread::available_parallelism;
use tokio::sync::{AcquireError, Semaphore, SemaphorePermit};
use tokio::task::{JoinError, spawn_blocking};

/// The most at once, however many processors there are: one takes some hundred MiB at worst.
const MOST: usize = 4;

static PLACES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(available_parallelism().map_or(1, usize::from).min(MOST)));

/// Why work was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Undone {
    /// No place is given any more, which does not happen while the program runs.
    #[error("no place for the work on a document: {0}")]
    NoPlace(#[from] AcquireError),
    /// It fell over.
    #[error("the work on a document fell over: {0}")]
    FellOver(#[from] JoinError),
}

/// A place for one piece of work; free again when it goes.
pub(crate) struct Place(SemaphorePermit<'static>);

/// Waits for a place. Taken before what the work needs is read into memory.
///
/// # Errors
/// [`Undone::NoPlace`].
pub(crate) async fn place() -> Result<Place, Undone> {
    Ok(Place(PLACES.acquire().await?))
}

impl Place {
    /// Does a piece of work, and gives what came of it.
    ///
    /// # Errors
    /// [`Undone::FellOver`].
    pub(crate) async fn done<T: Send + 'static>(self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Undone> {
        // The work keeps the place, also where nobody waits for it any more.
        let work = move || {
            let _place = self.0;
            work()
        };
        Ok(spawn_blocking(work).await?)
    }
}

/// Waits for a place and does a piece of work.
///
/// # Errors
/// As [`Undone`] says.
pub(crate) async fn done<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Undone> {
    place().await?.done(work).await
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[tokio::test]
    async fn of_many_documents_a_few_are_made_at_once_and_all_of_them_in_the_end() {
        static NOW: AtomicUsize = AtomicUsize::new(0);
        let one = || {
            let at_once = NOW.fetch_add(1, Ordering::SeqCst) + 1;
            std::thread::sleep(Duration::from_millis(2));
            NOW.fetch_sub(1, Ordering::SeqCst);
            at_once
        };
        let asked: Vec<_> = (0..40).map(|_| tokio::spawn(done(one))).collect();
        for made in asked {
            let at_once = made.await.unwrap().unwrap();
            assert!(at_once <= MOST, "{at_once}");
        }
    }
}
