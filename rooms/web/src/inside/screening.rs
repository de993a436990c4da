//! A watch list against a register, for the page and the API: how much of it is under way at once, how the form is read, and what is
//! said where nothing was searched. What is searched is held in memory alone, and goes when it was.

use crate::guard::BodyRefused;
use crate::texts::{Arg, Said};
use crate::upload::held::Held;
use crate::{Web, address::Lang};
use access::Viewer;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode};
use register::screen::{
    Found, Given, MOST_BYTES, MOST_LISTED, MOST_NAMES, MOST_WATCH_BYTES, Options, ScreenError, Screened, Typed, Watch, WrongOption,
};
use register::view::ViewError;
use screening::Language;
use screening::run::Progress;
use screening::table::{Refusal, TableError, WatchNote};
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// The most searches under way at once, arriving ones among them: some 150 MB each at worst.
const AT_ONCE: usize = 4;
/// After how many seconds somebody may come again for whom there was no place.
pub(crate) const COME_AGAIN: u64 = 30;
/// How long a form may take to arrive: 20 MiB at 1.5 Mbit a second.
const ARRIVES: Duration = Duration::from_secs(120);
/// How long a search may take.
const LONGEST: Duration = Duration::from_secs(120);
/// The most bytes that are read: both files, and what stands around them.
const MOST: usize = MOST_BYTES + MOST_WATCH_BYTES + 64 * 1024;
/// The names of the fields.
pub(crate) const FIELDS: [&str; 7] = ["watch", "outstanding", "register", "columns", "score", "top", "encoding"];

/// Places for searches that are under way at once, one for each account. Whoever finds none is told so, as each holds what is sent in
/// memory.
#[derive(Clone, Default)]
pub(crate) struct Places(Arc<Mutex<BTreeSet<String>>>);

/// A place, free again when it goes.
pub(crate) struct Place {
    places: Places,
    account: String,
}

/// Why there is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoPlace {
    /// Whoever asks has one already.
    Own,
    /// All are taken.
    Taken,
}

impl Places {
    /// A place for an account, if there is one. Taken before anything is read into memory.
    ///
    /// # Errors
    /// There is none.
    pub(crate) fn take(&self, account: &str) -> Result<Place, NoPlace> {
        let mut searching = self.searching();
        if searching.contains(account) {
            return Err(NoPlace::Own);
        }
        if searching.len() >= AT_ONCE {
            return Err(NoPlace::Taken);
        }
        searching.insert(account.to_owned());
        Ok(Place {
            places: self.clone(),
            account: account.to_owned(),
        })
    }

    fn searching(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.searching().remove(&self.account);
    }
}

/// What is wrong in a field of the form.
#[derive(Debug)]
pub(crate) struct Fault {
    /// The field in which it is mended.
    pub(crate) field: &'static str,
    /// What is wrong, and how to mend it.
    pub(crate) said: Said,
    /// The status of the answer.
    pub(crate) status: StatusCode,
}

impl Fault {
    fn of(field: &'static str, said: Said) -> Fault {
        Fault {
            field,
            said,
            status: StatusCode::BAD_REQUEST,
        }
    }

    fn text(field: &'static str, key: &str) -> Fault {
        Fault::of(field, Said::text(key))
    }

    fn too_long(field: &'static str, most: usize) -> Fault {
        Fault {
            status: StatusCode::PAYLOAD_TOO_LARGE,
            ..Fault::of(field, Said::with("screen-too-long", [("most", (most >> 20).into())]))
        }
    }
}

/// Reads the form.
///
/// # Errors
/// It is none, or too long, or too slow.
pub(crate) async fn read(headers: &HeaderMap, body: Body) -> Result<Held, BodyRefused> {
    Held::read(headers, body, MOST, ARRIVES).await
}

/// Why a form was not read, beside the field in which it is mended.
pub(crate) fn unread(refused: BodyRefused) -> Fault {
    let (status, fault) = match refused {
        BodyRefused::TooLong => return Fault::too_long("register", MOST_BYTES),
        BodyRefused::TooSlow => (StatusCode::REQUEST_TIMEOUT, Fault::text("register", "screen-too-slow")),
        BodyRefused::MediaType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, Fault::text("register", "screen-not-a-form")),
    };
    Fault { status, ..fault }
}

/// What is asked for.
pub(crate) struct Asked {
    watch: Watch,
    register: Vec<u8>,
    options: Options,
}

/// Reads out of a form what is asked for, explained in a language.
///
/// # Errors
/// All that is wrong.
pub(crate) fn asked(held: &mut Held, lang: Lang) -> Result<Asked, Vec<Fault>> {
    let given = Typed {
        columns: held.typed("columns"),
        score: held.typed("score"),
        top: held.typed("top"),
        encoding: held.typed("encoding"),
    };
    let options = Options::read(given, language(lang));
    let outstanding = held.typed("outstanding") == "1";
    let within = |bytes: Vec<u8>, field: &'static str, most: usize| match bytes {
        bytes if bytes.len() > most => Err(Fault::too_long(field, most)),
        bytes => Ok(bytes),
    };
    let several = |field| match held.several(field) {
        true => Err(Fault::text(field, "screen-several")),
        false => Ok(()),
    };
    let (one_watch, one_register) = (several("watch"), several("register"));
    let watch = match (held.take("watch"), outstanding) {
        (None, true) => Ok(Watch::Outstanding),
        (None, false) => Err(Fault::text("watch", "screen-no-watch")),
        (Some(_), true) => Err(Fault::text("watch", "screen-both")),
        (Some(bytes), false) => within(bytes, "watch", MOST_WATCH_BYTES).map(Watch::List),
    };
    let register = match held.take("register") {
        None => Err(Fault::text("register", "screen-no-register")),
        Some(bytes) => within(bytes, "register", MOST_BYTES),
    };
    match (one_watch.and(watch), one_register.and(register), options) {
        (Ok(watch), Ok(register), Ok(options)) => Ok(Asked { watch, register, options }),
        (watch, register, options) => {
            let options = options.err().unwrap_or_default().into_iter().map(wrong_option);
            Err(watch.err().into_iter().chain(register.err()).chain(options).collect())
        }
    }
}

fn wrong_option(wrong: WrongOption) -> Fault {
    let key = match wrong {
        WrongOption::Columns => "screen-wrong-columns",
        WrongOption::Score => "screen-wrong-score",
        WrongOption::Top => "screen-wrong-top",
        WrongOption::Encoding => "screen-wrong-encoding",
    };
    Fault::text(wrong.field(), key)
}

/// Why a search gave no answer.
pub(crate) enum Unscreened {
    /// Something is to be mended.
    Fault(Fault),
    /// Record or audit could not be read or written, or the search fell over.
    Failed,
}

impl From<ViewError> for Unscreened {
    fn from(error: ViewError) -> Unscreened {
        tracing::error!(%error, "a register could not be screened");
        Unscreened::Failed
    }
}

/// Ends a search for whose end nobody waits any more.
struct Waiting(Arc<Progress>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }
}

impl Place {
    /// Searches, for whoever looks; the work keeps the place until it ends.
    ///
    /// # Errors
    /// Something is wrong with what was given, or record or audit failed.
    pub(crate) async fn screened(self, web: &Web, viewer: &Viewer, asked: Asked, lang: Lang) -> Result<Screened, Unscreened> {
        let Asked { watch, register, options } = asked;
        let fault = |error: ScreenError| Unscreened::Fault(fault(&error, lang));
        let watching = web.register.watched(viewer, watch, options).await?.map_err(fault)?;
        let work = move |progress: &Progress| watching.search(register, progress);
        let found = match self.found(LONGEST, work).await? {
            Ok(found) => found,
            Err(error) => {
                web.register.tell_of_search(viewer, &web.audit, 0).await?;
                return Err(fault(error));
            }
        };
        Ok(web.register.screened(viewer, &web.audit, found).await?)
    }

    /// The work, beside the threads that answer; ended where it takes longer.
    async fn found<W>(self, longest: Duration, work: W) -> Result<Result<Found, ScreenError>, Unscreened>
    where
        W: FnOnce(&Progress) -> Result<Found, ScreenError> + Send + 'static,
    {
        let waiting = Waiting(Arc::new(Progress::default()));
        let progress = waiting.0.clone();
        let work = move || {
            let _place = self;
            work(&progress)
        };
        match timeout(longest, spawn_blocking(work)).await {
            Ok(Ok(found)) => Ok(found),
            Ok(Err(error)) => {
                tracing::error!(%error, "a search of a register fell over");
                Err(Unscreened::Failed)
            }
            Err(_) => Ok(Err(ScreenError::Stopped)),
        }
    }
}

/// Why nothing was searched, beside the field in which it is mended.
fn fault(error: &ScreenError, lang: Lang) -> Fault {
    let number = |n: u64| Arg::from(n);
    match error {
        ScreenError::Parquet(Given::Watch) => Fault::text("watch", "screen-parquet"),
        ScreenError::Parquet(Given::Register) => Fault::text("register", "screen-parquet"),
        ScreenError::Watch(error) => table("watch", error, lang),
        ScreenError::TooManyNames { names } => {
            let args = [("names", (*names).into()), ("most", MOST_NAMES.into())];
            Fault::of("watch", Said::with("screen-too-many-names", args))
        }
        ScreenError::Register(error @ TableError::NoSuchColumn { .. }) => table("columns", error, lang),
        ScreenError::Register(error) => table("register", error, lang),
        ScreenError::NothingRead { refused, first } => {
            let args = [("n", number(*refused)), ("first", refusal(first, lang).into())];
            Fault::of("register", Said::with("screen-nothing-read", args))
        }
        ScreenError::TooMuchFound => Fault::text("score", "screen-too-much-found"),
        ScreenError::Stopped => Fault::text("register", "screen-stopped"),
    }
}

/// A row that could not be read.
pub(crate) fn refusal(refusal: &Refusal, lang: Lang) -> Said {
    let why = refusal.why.words(language(lang));
    Said::with("screen-line", [("line", refusal.line.into()), ("why", why.into())])
}

/// Something in a watch list that counts for nothing.
pub(crate) fn note(note: &WatchNote, lang: Lang) -> Said {
    let why = note.what.words(language(lang));
    Said::with("screen-line", [("line", note.line.into()), ("why", why.into())])
}

/// The language in which the kernel explains.
pub(crate) fn language(lang: Lang) -> Language {
    match lang {
        Lang::En => Language::English,
        Lang::Fr => Language::French,
    }
}

impl From<Said> for Arg {
    fn from(said: Said) -> Arg {
        Arg::Said(Box::new(said))
    }
}

/// What is wrong with a table.
fn table(field: &'static str, error: &TableError, lang: Lang) -> Fault {
    let columns = |columns: &[String]| columns.iter().take(MOST_LISTED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let text = |key: &str| Said::text(key);
    let said = match error {
        TableError::Empty => text("screen-table-empty"),
        TableError::UnknownEncoding(_) => return Fault::text("encoding", "screen-wrong-encoding"),
        TableError::Utf32 => text("screen-table-utf-32"),
        TableError::HeaderNotText => text("screen-table-header-not-text"),
        TableError::HeaderQuoteOpen => text("screen-table-quote-open"),
        TableError::HeaderTooLong { .. } => text("screen-table-no-line-end"),
        TableError::LoneCarriageReturns => text("screen-table-carriage-returns"),
        TableError::NoNameColumn { columns: known } if field == "watch" => {
            Said::with("screen-table-watch-columns", [("columns", columns(known).into())])
        }
        TableError::NoNameColumn { columns: known } => Said::with("screen-table-no-names", [("columns", columns(known).into())]),
        TableError::NoSuchColumn { name, columns: known } => {
            let args = [("name", Arg::from(name.as_str())), ("columns", columns(known).into())];
            Said::with("screen-table-no-such-column", args)
        }
        TableError::Watch(refused) => match refused.first() {
            Some(first) => {
                let args = [("n", Arg::from(refused.len())), ("first", refusal(first, lang).into())];
                Said::with("screen-watch-faults", args)
            }
            None => text("screen-watch-nobody"),
        },
        TableError::NobodyWatched => text("screen-watch-nobody"),
        TableError::Parquet(_) | TableError::ParquetPiped | TableError::Read(_) => text("screen-table-parquet"),
    };
    Fault::of(field, said)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]

    use super::*;

    #[test]
    fn so_many_search_at_once_and_the_next_is_told_until_one_has_ended() {
        let places = Places::default();
        let taken: Vec<Result<Place, NoPlace>> = (0..=AT_ONCE).map(|number| places.take(&number.to_string())).collect();
        assert_eq!(taken.iter().filter(|place| place.is_ok()).count(), AT_ONCE);
        assert_eq!(places.take("another").err(), Some(NoPlace::Taken));
        drop(taken);
        assert!(places.take("another").is_ok());
    }

    #[test]
    fn one_account_takes_one_place_and_leaves_the_others_to_others() {
        let places = Places::default();
        let first = places.take("one");
        assert_eq!(places.take("one").err(), Some(NoPlace::Own));
        assert!(places.take("other").is_ok());
        drop(first);
        assert!(places.take("one").is_ok());
    }

    #[tokio::test]
    async fn a_search_that_takes_longer_than_is_waited_for_is_told_to_stop_and_keeps_its_place_until_it_has() {
        let places = Places::default();
        let place = places.take("one").expect("a place");
        let (told, was_told) = tokio::sync::oneshot::channel();
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let work = move |progress: &Progress| {
            while !progress.stop.load(Ordering::Relaxed) {
                std::thread::yield_now();
            }
            let _ = told.send(());
            let _ = ended.recv();
            Err(ScreenError::Stopped)
        };
        let came = place.found(Duration::ZERO, work).await;
        assert!(matches!(came, Ok(Err(ScreenError::Stopped))));
        was_told.await.expect("it was told");
        assert_eq!(places.take("one").err(), Some(NoPlace::Own));
        drop(end);
        while places.take("one").is_err() {
            tokio::task::yield_now().await;
        }
    }
}
