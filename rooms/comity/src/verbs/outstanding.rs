//! `comity outstanding`: persons with outstanding warrants or surrender requests.

use super::table;
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
        Format::Table => print(&mut out, &view)?,
    }
    Ok(Done::Yes)
}

fn print(out: &mut impl Write, view: &Outstanding) -> std::io::Result<()> {
    table::exercise(out, &view.asked, "persons")?;
    writeln!(out, "{} persons outstanding {}", view.count, table::reading(&view.asked))?;
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
    table::write(out, &std::iter::once(heading).chain(rows).collect::<Vec<_>>())
}
