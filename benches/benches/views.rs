//! Views as at a day over exercise records of 10 thousand, 100 thousand and 1 million synthetic
//! proceedings: a page's worth must cost with the answer, not with the record.
//!
//! `cargo bench -p benches --bench views -- 10000 100000 1000000`; without numbers the first two. With
//! `postgres://USER@HOST/DATABASE` behind them, a server on which the user may create databases, on PostgreSQL.

use access::Viewer;
use benches::{FIRST, Outcome, Places, drawn, exercise, figures, ms, name_of, write};
use jiff::ToSpan;
use jiff::civil::Date;
use register::Register;
use register::reading::Reading;
use register::view::model::Filter;
use std::time::Instant;

/// How many days are asked for in each view.
const RUNS: u64 = 200;
/// Rows of a page.
const PAGE: usize = 20;

fn main() -> Outcome<()> {
    let sizes: Vec<u64> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 100_000] } else { sizes };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    println!("proceedings | view | rows, on average | median | 99th percentile");
    for size in sizes {
        runtime.block_on(measure(size))?;
    }
    Ok(())
}

/// The views that are asked for. The last ones answer with whole lists: their cost is that of the answer.
const VIEWS: [&str; 8] = [
    "warrants, first page",
    "warrants of a situation",
    "warrants, page in the middle",
    "warrants by name",
    "one person",
    "search by name",
    "overview",
    "warrants of over 10 years",
];

async fn measure(size: u64) -> Outcome<()> {
    let places = Places::from_arguments()?;
    let home = match places.server() {
        Some(_) => places.postgres("views").await?,
        None => places.sqlite("record"),
    };
    let start = Instant::now();
    write(&home, size).await?;
    println!("{size:>11} | written in {:.0} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    let (_, register) = exercise(&home).await?;
    println!("{size:>11} | read tables derived in {:.0} s", start.elapsed().as_secs_f64());
    for view in VIEWS {
        let (mut runs, mut rows) = (Vec::new(), 0);
        for run in 0..RUNS {
            let reading = reading(run);
            let start = Instant::now();
            rows += ask(&register, view, &reading, drawn(run + 17, size)).await?;
            runs.push(start.elapsed());
        }
        let (median, p99) = figures(&mut runs);
        let rows = rows as f64 / RUNS as f64;
        println!("{size:>11} | {view:<28} | {rows:>6.1} | {:>9} | {:>9}", ms(median), ms(p99));
    }
    Ok(())
}

/// A day in the later half of the histories, by turns as public then and with hindsight.
fn reading(run: u64) -> Reading {
    let as_at: Date = FIRST + (12 * 365 + drawn(run, 11 * 365) as i64).days();
    Reading {
        as_at,
        known_on: None,
        hindsight: run % 2 == 1,
        dated: true,
    }
}

/// Asks, and says how many rows the answer had.
async fn ask(register: &Register, view: &str, reading: &Reading, number: u64) -> Outcome<usize> {
    let viewer = &Viewer::public();
    let page = async |filter: Filter| {
        register
            .persons(viewer, reading, &filter, PAGE)
            .await
            .map(|view| view.persons.len())
    };
    let name = name_of(number);
    Ok(match view {
        "warrants, first page" => page(Filter::default()).await?,
        "warrants of a situation" => {
            let situation = Some(format!("XEX-{:02}/20", drawn(number, 40)));
            page(Filter {
                situation,
                ..Filter::default()
            })
            .await?
        }
        "warrants, page in the middle" => {
            let after = Some(format!("{}_exercise-0000000", reading.as_at - 1000.days()));
            page(Filter {
                after,
                ..Filter::default()
            })
            .await?
        }
        "warrants by name" => {
            let status = Some("all".to_owned());
            page(Filter {
                status,
                name: Some(name),
                ..Filter::default()
            })
            .await?
        }
        "warrants of over 10 years" => {
            page(Filter {
                years: Some(10),
                ..Filter::default()
            })
            .await?
        }
        // Of those not yet named on the day there is nothing to be seen.
        "one person" => usize::from(register.person(viewer, reading, &format!("exercise-{number:07}")).await?.is_some()),
        "search by name" => register.search(viewer, reading, &name).await?.persons.len(),
        _ => register.overview(viewer, reading).await?.situations.len(),
    })
}
