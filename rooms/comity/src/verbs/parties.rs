//! `comity parties`: the parties to a treaty.

use super::table;
use crate::args::{Format, ReadingArgs, Treaty};
use crate::said::{Done, Refused};
use access::Viewer;
use law::Pack;
use register::directory::StateRef;
use register::view::model::{Parties, Tie};
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, treaty: Treaty, args: &ReadingArgs, viewer: Viewer, format: Format) -> Result<Done, Refused> {
    let reading = super::reading(args)?;
    let house = super::open(home).await?;
    super::told::view(&house, &viewer).await?;
    let view = house.register.parties(&viewer, &reading, treaty.id()).await?;
    super::print(&view, format, web::csv::parties, |out, view| print(out, view, &house.register.law))
}

fn print(out: &mut impl Write, view: &Parties, law: &Pack) -> std::io::Result<()> {
    table::exercise(out, &view.asked, "parties")?;
    let treaty = law.treaty(&view.treaty).and_then(|treaty| law.text("en", &treaty.text_key));
    let treaty = treaty.unwrap_or(&view.treaty);
    let parties = if view.count == 1 { "party" } else { "parties" };
    writeln!(out, "{} {parties} to the {treaty} {}", view.count, table::reading(&view.asked))?;
    if !view.unresolved_states.is_empty() {
        let names: Vec<String> = view.unresolved_states.iter().map(named).collect();
        let (verb, count) = if names.len() == 1 { ("is", "it is") } else { ("are", "they are") };
        writeln!(out, "Not known {verb} the position of {}: {count} not counted", names.join(", "))?;
    }
    writeln!(out)?;
    let heading = ["Regional group", "Parties", "of States"].map(str::to_owned);
    let groups = view.by_group.iter().map(|group| {
        let name = if group.group.is_empty() { "in no group" } else { &group.group };
        [name.to_owned(), group.count.to_string(), group.states.to_string()]
    });
    table::write(out, &std::iter::once(heading).chain(groups).collect::<Vec<_>>())?;
    writeln!(out)?;
    let heading = ["State", "Code", "Group", "Party since", ""].map(str::to_owned);
    let parties = view.ties.iter().filter(|tie| tie.party).map(|tie| {
        let in_force = tie.in_force.as_ref().map(|computed| computed.on.to_string()).unwrap_or_default();
        [
            tie.state.name_en.clone(),
            tie.state.code.clone(),
            tie.group.clone(),
            in_force,
            remarks(tie),
        ]
    });
    table::write(out, &std::iter::once(heading).chain(parties).collect::<Vec<_>>())
}

/// What stands behind a party: a withdrawal to come, a day on which source and law differ, what is unverified.
fn remarks(tie: &Tie) -> String {
    let mut remarks = Vec::new();
    if let Some(withdrawal) = tie.withdrawal.as_ref().filter(|withdrawal| withdrawal.planned) {
        remarks.push(format!("withdrawal to take effect on {}", withdrawal.on));
    }
    if let Some(stated) = tie.in_force.as_ref().filter(|c| c.differs).and_then(|c| c.stated.as_ref()) {
        remarks.push(format!("a source states {}", stated.value));
    }
    if tie.row.as_ref().is_some_and(|row| !row.is_verified()) {
        remarks.push("unverified".to_owned());
    }
    remarks.join("; ")
}

fn named(state: &StateRef) -> String {
    format!("{} ({})", state.name_en, state.code)
}
