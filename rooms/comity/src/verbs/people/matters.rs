//! `comity admin assign`, `unassign`, `hand-over`, `assignments`: who has a matter.

use super::listed::Has;
use super::{Opened, actor, read_account, said};
use crate::args::Format;
use crate::said::{Done, Refused};
use crate::verbs::{table, told};
use access::Viewer;
use identity::account::AccountId;
use identity::people::PeopleError;
use identity::people::roll::home as organisation_of;
use record::audience::Level;
use register::port::{Of, Store};
use serde::Serialize;
use std::io::Write;
use store::Home;

/// Assigns a matter.
pub async fn assign(home: &Home, matter: &str, account: &str, level: Option<&str>, officer: Option<String>) -> Result<Done, Refused> {
    let (account, actor) = (read_account(account)?, actor(officer)?);
    let level = level.map(read_level).transpose()?;
    Opened::at(home).await?.people.assign(&actor, &account, matter, level).await?;
    said(&format!("{account} has {matter}"))
}

/// Ends an assignment.
pub async fn unassign(home: &Home, matter: &str, account: &str, reason: &str, officer: Option<String>) -> Result<Done, Refused> {
    let (account, actor) = (read_account(account)?, actor(officer)?);
    Opened::at(home)
        .await?
        .people
        .end_assignment(&actor, &account, matter, reason)
        .await?;
    said(&format!("{account} has {matter} no more"))
}

/// Hands over a desk, as far as whoever takes over is let in: all of it or nothing.
pub async fn hand_over(home: &Home, from: &str, to: &str, reason: &str, officer: Option<String>) -> Result<Done, Refused> {
    let (from, to, actor) = (read_account(from)?, read_account(to)?, actor(officer)?);
    let people = Opened::at(home).await?.people;
    let roll = people.roll().await?;
    let home_of = |account: &AccountId| roll.account(account).map(organisation_of);
    let (giver, taker) = (home_of(&from), home_of(&to));
    if giver.is_none() || taker.is_none() {
        return Err(PeopleError::NoSuchAccount.into());
    }
    if giver != taker {
        let text = "a desk is handed over within one organisation; matters go to another by `comity admin assign`, one by one";
        return Err(Refused::Given(text.to_owned()));
    }
    let done = people.hand_over(&actor, &from, &to, reason).await?;
    said(&format!("{to} has the matters that {from} had: {}", done.ended))
}

/// Somebody who has a matter.
#[derive(Serialize)]
struct Holder {
    account: String,
    name: String,
    #[serde(flatten)]
    has: Has,
}

/// Lists those who have a matter.
pub async fn assignments(home: &Home, matter: &str, format: Format) -> Result<Done, Refused> {
    let Opened { house, people } = Opened::at(home).await?;
    let of = Of::Matters(vec![matter.to_owned()]);
    let entries = house.store.entries(&Viewer::operator(), of, None).await?;
    if entries.is_empty() {
        return Err(PeopleError::NoSuchMatter.into());
    }
    told::opened(&house, &entries).await?;
    let roll = people.roll().await?;
    let mut holders = Vec::new();
    for account in roll.accounts() {
        let theirs = Has::of(&people, &roll, account).into_iter().filter(|has| has.matter == matter);
        holders.extend(theirs.map(|has| Holder {
            account: account.id().to_string(),
            name: account.name().to_owned(),
            has,
        }));
    }
    let columns = ["account", "name", "level", "held", "until"];
    let cells = |holder: &Holder, until: String| {
        let has = &holder.has;
        [
            holder.account.clone(),
            holder.name.clone(),
            has.level.to_owned(),
            has.held.to_owned(),
            until,
        ]
    };
    crate::verbs::print(
        holders.as_slice(),
        format,
        |holders| {
            let instant = |holder: &Holder| holder.has.until.map(|until| until.to_string()).unwrap_or_default();
            let rows: Vec<_> = holders.iter().map(|holder| cells(holder, instant(holder))).collect();
            web::csv::table(columns, &rows)
        },
        |out, holders| match holders {
            [] => writeln!(out, "nobody has it"),
            holders => table::headed(
                out,
                columns,
                holders.iter().map(|holder| cells(holder, holder.has.until())).collect(),
            ),
        },
    )
}

fn read_level(text: &str) -> Result<Level, Refused> {
    let level = Level::from_word(text).filter(|level| *level != Level::Public);
    level.ok_or_else(|| {
        Refused::Given(format!(
            "{text:?} is no level to which a matter is assigned; write restricted, confidential or under-seal"
        ))
    })
}
