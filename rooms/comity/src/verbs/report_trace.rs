//! `comity report trace`: the figures of a report, and whether the record still gives the same.

use super::{table, told};
use crate::args::Format;
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use register::figures::{Desk, Figure, Query};
use register::outside::{Outside, day_in_the_hague};
use register::reading::Reading;
use reports::report::trace::{Traced, find};
use serde::Serialize;
use std::io::Write;
use std::path::Path;
use store::Home;

/// How many entries of a figure are named to people; in the other forms all are.
const NAMED: usize = 3;

/// What became of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Now {
    /// The record gives the same.
    Same,
    /// The same, resting on other entries: something was corrected without changing it.
    OtherEntries,
    /// The record gives something else.
    Differs,
    /// This program knows no such question.
    Unknown,
}

/// One line of the answer.
#[derive(Debug, Serialize)]
struct Line {
    number: usize,
    query: String,
    then: String,
    now: Option<String>,
    result: Now,
    entries: Vec<String>,
    entries_now: Vec<String>,
}

pub async fn run(home: &Home, file: &Path, viewer: Viewer, format: Format) -> Result<Done, Refused> {
    let bytes = std::fs::read(file).map_err(|error| Refused::file(file, &error))?;
    let trace = find(&bytes)?;
    let of = &trace.report;
    let today = day_in_the_hague(System.now());
    let known_on = of.known_on.map(|day| day.to_string());
    let reading = Reading::new(Some(&of.as_at.to_string()), known_on.as_deref(), of.hindsight, today)?;
    super::must_lie_at(home).await?;
    let house = super::open(home).await?;
    if house.register.foot(&viewer, &reading).await?.exercise != of.exercise {
        let (report, record) = if of.exercise {
            ("an exercise", "a real one")
        } else {
            ("a real record", "an exercise")
        };
        return Err(Refused::Given(format!(
            "the report is of {report}, and this record is {record}; give the folder of its record with --data"
        )));
    }
    told::view(&house, &viewer).await?;
    let mut desk = Desk::new(&house.register, &viewer, &reading);
    let mut lines = Vec::new();
    for (place, figure) in trace.figures.iter().enumerate() {
        lines.push(match figure.query.parse::<Query>() {
            Ok(query) => line(place + 1, figure, desk.figure(&query).await?),
            Err(_) => Line {
                result: Now::Unknown,
                ..line(place + 1, figure, None)
            },
        });
    }
    let differing = lines
        .iter()
        .filter(|line| matches!(line.result, Now::Differs | Now::Unknown))
        .count();
    super::print(
        &lines,
        format,
        |lines| csv(lines),
        |out, lines| {
            table::headed(out, ["", "Figure", "Then", "Now", "", "Entries"], lines.iter().map(cells).collect())?;
            match differing {
                0 => writeln!(
                    out,
                    "The record still gives the same: {} figures of the report {} as at {}",
                    lines.len(),
                    of.kind,
                    of.as_at
                ),
                1 => writeln!(out, "The record gives something else for 1 of {} figures", lines.len()),
                _ => writeln!(out, "The record gives something else for {differing} of {} figures", lines.len()),
            }
        },
    )?;
    Ok(if differing == 0 { Done::Yes } else { Done::No })
}

fn line(number: usize, figure: &Traced, now: Option<Figure>) -> Line {
    let value = now.as_ref().map(|figure| figure.value.to_string());
    let entries_now = now.map(|figure| figure.entries).unwrap_or_default();
    Line {
        number,
        query: figure.query.clone(),
        then: figure.value.clone(),
        result: match &value {
            Some(value) if *value != figure.value => Now::Differs,
            None => Now::Differs,
            Some(_) if entries_now != figure.entries => Now::OtherEntries,
            Some(_) => Now::Same,
        },
        now: value,
        entries: figure.entries.clone(),
        entries_now,
    }
}

fn cells(line: &Line) -> [String; 6] {
    let said = match line.result {
        Now::Same => "same",
        Now::OtherEntries => "same, of other entries",
        Now::Differs => "DIFFERS",
        Now::Unknown => "DIFFERS: no question of this program",
    };
    let named: Vec<&str> = line.entries.iter().take(NAMED).map(String::as_str).collect();
    let more = match line.entries.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    [
        line.number.to_string(),
        line.query.clone(),
        line.then.clone(),
        line.now.clone().unwrap_or_else(|| "nothing".to_owned()),
        said.to_owned(),
        format!("{}{more}", named.join(" ")),
    ]
}

fn csv(lines: &[Line]) -> String {
    let word = |now: Now| match now {
        Now::Same => "same",
        Now::OtherEntries => "other-entries",
        Now::Differs => "differs",
        Now::Unknown => "unknown",
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = writer.write_record(["number", "query", "then", "now", "result", "entries", "entries_now"]);
    for line in lines {
        let number = line.number.to_string();
        let (now, entries, entries_now) = (
            line.now.clone().unwrap_or_default(),
            line.entries.join(";"),
            line.entries_now.join(";"),
        );
        let _ = writer.write_record([&number, &line.query, &line.then, &now, word(line.result), &entries, &entries_now]);
    }
    writer
        .into_inner()
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}
