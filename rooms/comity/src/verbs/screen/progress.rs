//! The line that shows how far a run is, where a person watches.

use screening::Language;
use screening::run::Progress;
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often the line is renewed.
const EVERY: Duration = Duration::from_millis(250);
/// Back to the beginning of the line, and clear what stands in it.
pub const ANEW: &str = "\r\x1b[K";
/// What does not fit into the line is cut off: if it went on in the next one, that would not be cleared. Only while the line is
/// written, so that a run that is broken off leaves the terminal as it was.
const CUT: &str = "\x1b[?7l";
const WRAPPED: &str = "\x1b[?7h";

/// Does something long, and shows on the standard error how far it is, if that is a terminal; gives the seconds it took.
pub fn shown<T>(progress: &Progress, length: Option<u64>, language: Language, long: impl FnOnce() -> T) -> (T, f64) {
    let began = Instant::now();
    if !io::stderr().is_terminal() {
        let done = long();
        return (done, began.elapsed().as_secs_f64());
    }
    let (over, is_over) = channel::<()>();
    let done = thread::scope(|scope| {
        scope.spawn(move || {
            while is_over.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                let line = progress.line(length, began.elapsed().as_secs_f64(), language);
                // Whoever cannot see it misses nothing of the answer.
                let _ = write!(io::stderr(), "{ANEW}{CUT}{line}{WRAPPED}");
            }
            let _ = write!(io::stderr(), "{ANEW}");
        });
        let done = long();
        drop(over);
        done
    });
    (done, began.elapsed().as_secs_f64())
}
