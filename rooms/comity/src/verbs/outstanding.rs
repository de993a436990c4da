//! `comity outstanding`: persons with outstanding warrants or surrender requests.

use super::table;
use crate::args::{Format, ReadingArgs};
use crate::said::{Done, Refused};
use access::Viewer;
use register::view::model::Outstanding;
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, args: &ReadingArgs, viewer: Viewer, format: Format) -> Result<Done, Refused> {
    let reading = super::reading(args)?;
    let house = super::open(home).await?;
    super::told::view(&house, &viewer).await?;
    let view = house.register.outstanding(&viewer, &reading).await?;
    super::print(&view, format, web::csv::outstanding, |out, view| print(out, view))
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
