//! What a search costs, in statements to the database: on a server each is a way there and back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

// By itself: what it counts are the statements of the whole process.
mod common;

use access::Viewer;
use common::{house, reading};
use std::sync::atomic::{AtomicUsize, Ordering};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// The target under which `sqlx` tells of each statement that was run.
const STATEMENT: &str = "sqlx::query";

static STATEMENTS: AtomicUsize = AtomicUsize::new(0);

/// Counts statements, whoever runs them: nothing else runs in this program while they are counted.
struct Count;

impl Subscriber for Count {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == STATEMENT
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(LevelFilter::TRACE)
    }

    fn event(&self, event: &Event<'_>) {
        if event.metadata().target() == STATEMENT {
            STATEMENTS.fetch_add(1, Ordering::SeqCst);
        }
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The most statements of one search.
const MOST: usize = 12;

#[tokio::test]
async fn a_search_asks_the_database_a_few_times_however_many_words_it_has_and_in_however_many_ways_they_are_heard() {
    let (_folder, _clock, house) = house().await;
    tracing::subscriber::set_global_default(Count).expect("the only one of this program");
    for q in [
        "kony",
        "kadhafi",
        "uganda",
        "ali mohammed",
        "ICC-02/05-01/07-57",
        "Abd al-Rahman al-Chaykh el-Djoudjou",
        "dschochow djouchang chawquat jwokho ghothdhaq thowjekh",
        "guerassim guerassim",
        "a b c d e f g h",
        "one two three four five six seven eight nine ten",
    ] {
        STATEMENTS.store(0, Ordering::SeqCst);
        house
            .register
            .search(&Viewer::public(), &reading("2026-11-25", false), q)
            .await
            .unwrap();
        let count = STATEMENTS.load(Ordering::SeqCst);
        println!("{q}: {count} statements");
        assert!((1..=MOST).contains(&count), "{q}: {count} statements");
    }
}
