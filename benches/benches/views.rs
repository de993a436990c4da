//! Views as at a day over exercise records of 10 thousand, 100 thousand and 1 million synthetic
//! proceedings: a page's worth must cost with the answer, not with the record.
//!
//! `cargo bench -p benches --bench views -- 10000 100000 1000000`; without numbers the first two.

use access::Viewer;
use benches::{FIRST, Outcome, drawn, exercise, figures, ms, proceeding};
use jiff::ToSpan;
use jiff::civil::Date;
use register::Register;
use register::port::Store;
use register::reading::Reading;
use register::view::model::Filter;
use std::time::Instant;

/// How many days are asked for in each view.
const RUNS: u64 = 200;
/// Rows of a page.
const PAGE: usize = 20;
/// Proceedings recorded in one transaction.
const BATCH: u64 = 1500;

fn main() -> Outcome<()> {
    let sizes: Vec<u64> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 100_000] } else { sizes };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    println!("proceedings | view | median | 99th percentile");
    for size in sizes {
        runtime.block_on(measure(size))?;
    }
    Ok(())
}

async fn measure(size: u64) -> Outcome<()> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let (store, register) = exercise(folder.path()).await?;
    let start = Instant::now();
    let mut number = 0;
    while number < size {
        let upto = size.min(number + BATCH);
        store
            .append(&Viewer::operator(), (number..upto).flat_map(proceeding).collect(), false)
            .await?;
        number = upto;
    }
    println!("{size:>11} | recorded in {:.0} s", start.elapsed().as_secs_f64());
    for view in [
        "warrants, first page",
        "warrants of a situation",
        "warrants, page in the middle",
        "one person",
        "search by name",
        "overview",
    ] {
        let mut runs = Vec::new();
        for run in 0..RUNS {
            let reading = reading(run);
            let start = Instant::now();
            ask(&register, view, &reading, run, size).await?;
            runs.push(start.elapsed());
        }
        let (median, p99) = figures(&mut runs);
        println!("{size:>11} | {view:<28} | {:>9} | {:>9}", ms(median), ms(p99));
    }
    Ok(())
}

/// A day of the histories, by turns as public then and with hindsight.
fn reading(run: u64) -> Reading {
    let as_at: Date = FIRST + (drawn(run, 23 * 365) as i64).days();
    Reading {
        as_at,
        known_on: None,
        hindsight: run % 2 == 1,
        dated: true,
    }
}

async fn ask(register: &Register, view: &str, reading: &Reading, run: u64, size: u64) -> Outcome<()> {
    let viewer = Viewer::public();
    let page = |filter: Filter| async move { register.warrants(&viewer, reading, &filter, PAGE).await };
    match view {
        "warrants, first page" => drop(page(Filter::default()).await?),
        "warrants of a situation" => {
            let situation = Some(format!("XEX-{:02}/20", drawn(run, 40)));
            drop(
                page(Filter {
                    situation,
                    ..Filter::default()
                })
                .await?,
            );
        }
        "warrants, page in the middle" => {
            let half = reading.as_at - 1000.days();
            drop(
                page(Filter {
                    after: Some(format!("{half}_exercise-0000000")),
                    ..Filter::default()
                })
                .await?,
            );
        }
        "one person" => {
            drop(
                register
                    .person(&Viewer::public(), reading, &format!("exercise-{:07}", drawn(run, size)))
                    .await?,
            );
        }
        "search by name" => drop(
            register
                .search(
                    &Viewer::public(),
                    reading,
                    &format!("{} of{}", drawn(run, size), drawn(run + 7, 1000)),
                )
                .await?,
        ),
        _ => drop(register.overview(&Viewer::public(), reading).await?),
    }
    Ok(())
}
