//! `comity screen`: a watch list against a register.

mod output;
pub mod progress;

use crate::args::{HitsFormat, Lang, Screen};
use crate::said::{Done, Refused};
use output::Output;
use screening::Language;
use screening::run::{OutputForm, Progress, Run, RunError, Told, write_row};
use screening::table::{Encoding, Refusal, Table, encoding_named, read_watch_list};
use std::fs::File;
use std::io::{self, Write};
use std::num::NonZero;
use std::path::Path;
use std::thread;

/// How many rows that could not be read are listed at the end; all of them go to the file that `--refused` names.
const MOST_LISTED: usize = 100;

/// Exit 0 where the register was searched, whatever was found, and 2 where it could not be: whether a hit is a match is not
/// for the program to say.
pub fn run(args: &Screen) -> Result<Done, Refused> {
    let encoding = args.encoding.as_deref().map(encoding_named).transpose();
    let encoding = encoding.map_err(|error| Refused::Given(error.to_string()))?;
    if is_standard(&args.watch) && is_standard(&args.register) {
        return Err(Refused::Given(
            "watch list and register cannot both come by the standard input; give one as a file".to_owned(),
        ));
    }
    let wrong = |what: &str, path: &Path, error: &dyn std::fmt::Display| Refused::Given(format!("the {what} {} {error}", path.display()));
    let watch = open(&args.watch, None).and_then(|(table, _)| read_watch_list(table));
    let watch = watch.map_err(|error| wrong("watch list", &args.watch, &error))?;
    let (register, length) = open(&args.register, encoding).map_err(|error| wrong("register", &args.register, &error))?;

    let standard = Path::new("-");
    if args.out == standard && args.refused.as_deref() == Some(standard) {
        let text = "hits and refused rows would both go to the standard output; give --refused a file";
        return Err(Refused::Given(text.to_owned()));
    }
    let mut out = Output::make(&args.out, &[&args.watch, &args.register])?;
    let mut list = args
        .refused
        .as_deref()
        .map(|path| Output::make(path, &[&args.watch, &args.register, &args.out]))
        .transpose()?;
    if let Some(list) = &mut list {
        write_row(list, ["line", "reason"])?;
    }
    let language = match args.lang {
        Lang::En => Language::English,
        Lang::Fr => Language::French,
    };
    let mut told = Told {
        watched: watch.watched.len(),
        notes: watch.notes,
        refused: Vec::new(),
        most: MOST_LISTED,
    };
    let refuse = |refusal: &Refusal| {
        told.refused(refusal);
        let row = |list: &mut Output| write_row(list, [&refusal.line.to_string(), &refusal.why.words(language)]);
        list.as_mut().map_or(Ok(()), row)
    };
    let folder = out.folder().to_owned();
    let spill = || tempfile::tempfile_in(&folder);
    let run = Run {
        watch: watch.watched,
        register,
        name_columns: &args.name_column,
        min_score: args.min_score,
        top: args.top.map(NonZero::get),
        jobs: args
            .jobs
            .or_else(|| thread::available_parallelism().ok())
            .unwrap_or(NonZero::<usize>::MIN),
        form: match args.format {
            HitsFormat::Csv => OutputForm::Csv,
            HitsFormat::Jsonl => OutputForm::JsonLines,
            HitsFormat::Ftm => OutputForm::FollowTheMoney,
        },
        language,
        spill: &spill,
    };
    let progress = Progress::default();
    let (done, seconds) = progress::shown(&progress, length, language, || run.start(&mut out, refuse, &progress));
    let summary = done.map_err(|error| match error {
        RunError::Register(error) => wrong("register", &args.register, &error),
        RunError::Output(error) => out.cannot(error),
        error => Refused::Given(error.to_string()),
    })?;
    out.finish()?;
    list.map_or(Ok(()), Output::finish)?;
    let list = args.refused.as_deref().map(|path| path.display().to_string());
    let mut said = io::stderr().lock();
    told.lines(&summary, seconds, list.as_deref(), language)
        .iter()
        .try_for_each(|line| writeln!(said, "{line}"))?;
    Ok(Done::Yes)
}

fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

/// Opens a table; gives its length too, in bytes of CSV or rows of Parquet, where it can be known.
fn open(path: &Path, encoding: Option<&'static Encoding>) -> Result<(Table, Option<u64>), screening::table::TableError> {
    if is_standard(path) {
        return Ok((Table::of_stream(Box::new(io::stdin()), encoding)?, None));
    }
    let file = File::open(path)?;
    let length = file.metadata().ok().filter(|about| about.is_file()).map(|about| about.len());
    let table = Table::of_file(file, encoding)?;
    let length = table.rows().or(length);
    Ok((table, length))
}
