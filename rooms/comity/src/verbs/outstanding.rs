//! `comity outstanding`: persons with outstanding warrants or surrender requests.

use crate::args::{Format, ReadingArgs};
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use register::outside::Outside;
use register::view::model::Outstanding;
use std::io::Write;
use std::path::Path;

pub async fn run(data: &Path, args: &ReadingArgs, format: Format) -> Result<Done, Refused> {
    // Read before the folder is opened: a call that is wrong leaves nothing behind.
    let reading = super::reading(args, register::outside::day_in_the_hague(System.now()))?;
    let house = super::open(data).await?;
    let view = house.register.outstanding(&Viewer::operator(), &reading).await?;
    let mut out = std::io::stdout().lock();
    match format {
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(&view).map_err(std::io::Error::from)?)?,
        Format::Csv => write!(out, "{}", web::csv::outstanding(&view))?,
        Format::Table => table(&mut out, &view)?,
    }
    Ok(Done::Yes)
}

fn table(out: &mut impl Write, view: &Outstanding) -> std::io::Result<()> {
    if view.asked.exercise {
        writeln!(out, "EXERCISE: never to be counted with real persons")?;
    }
    let reading = if view.asked.hindsight { "with hindsight" } else { "as public then" };
    writeln!(
        out,
        "{} persons outstanding as at {}, {reading}, known on {}",
        view.count, view.asked.as_at, view.asked.known_on
    )?;
    let none = String::new();
    let rows = view.persons.iter().map(|p| {
        let days = p.days_outstanding.map(|d| d.to_string()).unwrap_or_default();
        let mark = if p.verified { "" } else { "unverified" };
        [
            p.name.as_str(),
            &p.situation,
            p.issued_on.as_ref().unwrap_or(&none),
            p.public_on.as_ref().unwrap_or(&none),
            &days,
            mark,
        ]
        .map(str::to_owned)
    });
    let heading = ["Person", "Situation", "Issued", "Public", "Days", ""].map(str::to_owned);
    let rows: Vec<[String; 6]> = std::iter::once(heading).chain(rows).collect();
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..6).map(width).collect();
    for row in &rows {
        let cells = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.chars().count().min(*width))));
        writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}
