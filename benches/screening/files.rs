//! The run of `comity screen` over files, without the rest of the program, which takes much longer to build:
//!
//! ```sh
//! cargo run --release -p screening --example files -- WATCH.csv REGISTER.csv OUT.csv [JOBS]
//! ```

#![allow(clippy::expect_used, clippy::panic)]

use screening::Language;
use screening::run::{OutputForm, Progress, Run};
use screening::table::{Table, read_watch_list};
use std::fs::File;
use std::io::BufWriter;
use std::num::NonZero;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [watch, register, out, jobs @ ..] = &arguments[..] else {
        panic!("give a watch list, a register and a file to write");
    };
    let began = Instant::now();
    let table = |path: &String| Table::of_file(File::open(path).expect("a file"), None).expect("a table");
    let spill = || tempfile::tempfile();
    let run = Run {
        watch: read_watch_list(table(watch)).expect("a watch list").watched,
        register: table(register),
        name_columns: &[],
        min_score: 0.7,
        top: None,
        jobs: jobs.first().and_then(|jobs| jobs.parse().ok()).unwrap_or(NonZero::<usize>::MIN),
        form: OutputForm::Csv,
        language: Language::English,
        spill: &spill,
    };
    let mut out = BufWriter::new(File::create(out).expect("a file to write"));
    let summary = run.start(&mut out, |_| Ok(()), &Progress::default()).expect("runs");
    let seconds = began.elapsed().as_secs_f64();
    println!(
        "{} rows, {} refused, {} hits, {seconds:.2} s, {:.0} rows/s",
        summary.rows,
        summary.refused,
        summary.hits,
        summary.rows as f64 / seconds
    );
}
