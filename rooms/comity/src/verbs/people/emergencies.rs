//! `comity admin emergency`: access to a matter in an emergency, listed, ended, and not granted here.

use super::listed::in_the_hague;
use super::{Opened, actor, said};
use crate::args::{Emergency, Format};
use crate::said::{Done, Refused};
use crate::verbs::{table, told};
use identity::account::{AccountId, EmergencyStage};
use identity::people::{PeopleError, Roll};
use jiff::Timestamp;
use record::audience::Level;
use record::entry::EntryId;
use register::audit::Act;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, verb: Emergency) -> Result<Done, Refused> {
    match verb {
        Emergency::List { open, format } => list(home, open, format).await,
        Emergency::End { request, officer } => {
            let (request, actor) = (read_request(&request)?, actor(officer)?);
            let people = Opened::at(home).await?.people;
            let (account, stage) = found(people.roll().await?.as_ref(), &request, people.outside().now())?;
            people.end_emergency(&actor, &account, &request).await?;
            said(&match stage {
                EmergencyStage::Open => format!("refused; {account} gets nothing by it"),
                EmergencyStage::Granted | EmergencyStage::Ended | EmergencyStage::Refused => {
                    format!("ended; {account} has nothing by it any more")
                }
            })
        }
        Emergency::Grant { request, hours, officer } => {
            let (request, actor) = (read_request(&request)?, actor(officer)?);
            let people = Opened::at(home).await?.people;
            let (account, _) = found(people.roll().await?.as_ref(), &request, people.outside().now())?;
            people.approve_emergency(&actor, &account, &request, hours).await?;
            said(&format!("granted for {hours} hours"))
        }
    }
}

/// Access in an emergency, as it is printed.
#[derive(Serialize)]
struct Listed {
    request: String,
    state: &'static str,
    account: String,
    name: String,
    matter: String,
    level: &'static str,
    asked: Timestamp,
    until: Option<Timestamp>,
    reason: String,
}

async fn list(home: &Home, open: bool, format: Format) -> Result<Done, Refused> {
    let Opened { house, people } = Opened::at(home).await?;
    let (roll, now) = (people.roll().await?, people.outside().now());
    let mut listed = Vec::new();
    let mut opened: BTreeSet<(String, Level)> = BTreeSet::new();
    for (account, request, emergency) in roll.emergencies() {
        let stage = emergency.stage(now);
        if open && !matches!(stage, EmergencyStage::Open | EmergencyStage::Granted) {
            continue;
        }
        if emergency.level >= Level::Confidential {
            opened.insert((emergency.matter.clone(), emergency.level));
        }
        listed.push(Listed {
            request: request.to_string(),
            state: stage.word(),
            account: account.id().to_string(),
            name: account.name().to_owned(),
            matter: emergency.matter.clone(),
            level: emergency.level.word(),
            asked: emergency.asked,
            until: emergency.until,
            reason: emergency.reason.clone(),
        });
    }
    listed.sort_by(|a, b| (b.asked, &a.request).cmp(&(a.asked, &b.request)));
    // A request tells of its matter: whoever reads it has opened it.
    let events = opened
        .iter()
        .map(|(matter, level)| told::event(Act::MatterOpened).matter(matter, *level));
    told::tell(&house, &events.collect::<Vec<_>>()).await?;
    print(&listed, format)
}

fn print(listed: &[Listed], format: Format) -> Result<Done, Refused> {
    let columns = ["request", "state", "account", "name", "matter", "level", "asked", "until", "reason"];
    let cells = |listed: &[Listed], instant: fn(Timestamp) -> String| -> Vec<[String; 9]> {
        let cells = |one: &Listed| {
            [
                one.request.clone(),
                one.state.to_owned(),
                one.account.clone(),
                one.name.clone(),
                one.matter.clone(),
                one.level.to_owned(),
                instant(one.asked),
                one.until.map(instant).unwrap_or_default(),
                one.reason.clone(),
            ]
        };
        listed.iter().map(cells).collect()
    };
    crate::verbs::print(
        listed,
        format,
        |listed| web::csv::table(columns, &cells(listed, |instant| instant.to_string())),
        |out, listed| match listed {
            [] => writeln!(out, "nobody has asked for access in an emergency"),
            listed => table::headed(out, columns, cells(listed, in_the_hague)),
        },
    )
}

/// Whose request it is, and where it stands.
fn found(roll: &Roll, request: &EntryId, now: Timestamp) -> Result<(AccountId, EmergencyStage), PeopleError> {
    let mut emergencies = roll.emergencies();
    let found = emergencies.find(|(_, id, _)| *id == request);
    let (account, _, emergency) = found.ok_or(PeopleError::NoSuchRequest)?;
    Ok((*account.id(), emergency.stage(now)))
}

fn read_request(text: &str) -> Result<EntryId, Refused> {
    EntryId::parse(text).ok_or_else(|| {
        Refused::Given(format!(
            "{text:?} is no request; take its 32 digits from `comity admin emergency list`"
        ))
    })
}
