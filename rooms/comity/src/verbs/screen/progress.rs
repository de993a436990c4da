//! The line that shows how far a run is, where a person watches.

use screening::Language;
use screening::run::Progress;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often the line is renewed.
const EVERY: Duration = Duration::from_millis(250);
/// How wide the bar is.
const WIDTH: u64 = 24;

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
                let line = line(progress, length, began.elapsed().as_secs_f64(), language);
                // Whoever cannot see it misses nothing of the answer.
                let _ = write!(io::stderr(), "\r\x1b[K{line}");
            }
            let _ = write!(io::stderr(), "\r\x1b[K");
        });
        let done = long();
        drop(over);
        done
    });
    (done, began.elapsed().as_secs_f64())
}

/// Such as `[######            ] 25% 1200000 rows, 310000 a second, 0:12 left, 17 matched`.
fn line(progress: &Progress, length: Option<u64>, seconds: f64, language: Language) -> String {
    let [done, rows, matched, refused] =
        [&progress.done, &progress.rows, &progress.matched, &progress.refused].map(|count| count.load(Ordering::Relaxed));
    let rate = rows as f64 / seconds.max(0.001);
    let length = length.filter(|length| *length > 0);
    let bar = length.map_or_else(String::new, |length| {
        let full = (done.min(length) * WIDTH / length) as usize;
        let percent = done.min(length) * 100 / length;
        format!("[{}{}] {percent}% ", "#".repeat(full), " ".repeat(WIDTH as usize - full))
    });
    let left = length
        .filter(|_| done > 0)
        .map(|length| seconds * length.saturating_sub(done) as f64 / done as f64);
    let left = left.map(|left| format!("{}:{:02}", left as u64 / 60, left as u64 % 60));
    match language {
        Language::English => {
            let left = left.map_or_else(String::new, |left| format!(", {left} left"));
            format!("{bar}{rows} rows, {rate:.0} a second{left}, {matched} matched, {refused} refused")
        }
        Language::French => {
            let left = left.map_or_else(String::new, |left| format!(", encore {left}"));
            format!("{bar}{rows} lignes, {rate:.0} par seconde{left}, {matched} retenues, {refused} refusées")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_rate_and_time_left() {
        let progress = Progress::default();
        assert_eq!(
            line(&progress, None, 0.0, Language::English),
            "0 rows, 0 a second, 0 matched, 0 refused"
        );
        progress.done.store(250, Ordering::Relaxed);
        progress.rows.store(50, Ordering::Relaxed);
        progress.matched.store(7, Ordering::Relaxed);
        assert_eq!(
            line(&progress, Some(1_000), 25.0, Language::English),
            "[######                  ] 25% 50 rows, 2 a second, 1:15 left, 7 matched, 0 refused"
        );
        assert_eq!(
            line(&progress, None, 25.0, Language::French),
            "50 lignes, 2 par seconde, 7 retenues, 0 refusées"
        );
    }
}
