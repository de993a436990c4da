//! `comity admin recovery`: letting somebody in again who lost what they sign in with.

use super::link::{self, Link};
use super::listed::in_the_hague;
use super::{Opened, actor, read_account, reader, said};
use crate::args::Recovery;
use crate::said::{Done, Refused};
use crate::verbs::table;
use jiff::Timestamp;
use serde::Serialize;
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, verb: Recovery) -> Result<Done, Refused> {
    match verb {
        Recovery::Ask { account, reason, officer } => {
            let (account, actor) = (read_account(&account)?, actor(officer)?);
            Opened::at(home).await?.people.ask_recovery(&actor, &account, &reason).await?;
            said(&format!("asked for; two persons have to approve that {account} is let in again"))
        }
        Recovery::Approve { account, officer } => {
            let (account, actor) = (read_account(&account)?, actor(officer)?);
            let people = Opened::at(home).await?.people;
            people.approve_recovery(&actor, &account).await?;
            let ready = people.roll().await?.recovery(&account).and_then(|recovery| recovery.ready());
            said(&match ready {
                None => "approved; a second person has to".to_owned(),
                Some(ready) => format!(
                    "approved by two; the owner can object until {}, and the link can be made from then on",
                    in_the_hague(ready)
                ),
            })
        }
        Recovery::Stop { account, reason, officer } => {
            let (account, actor) = (read_account(&account)?, actor(officer)?);
            Opened::at(home).await?.people.stop_recovery(&actor, &account, &reason).await?;
            said(&format!("stopped; {account} stays as it was"))
        }
        Recovery::Link { account, link } => {
            let (account, site, actor) = (read_account(&account)?, link::site(&link)?, actor(link.officer)?);
            let people = Opened::at(home).await?.people;
            let token = people.issue_recovery(&actor, &account).await?;
            Link::of(&people, &account, &site, &token).print(link.format)
        }
        Recovery::List { format } => {
            let people = Opened::at(home).await?.people;
            let listed = people.recoveries(&reader()).await?;
            let under_way: Vec<UnderWay> = listed
                .into_iter()
                .map(|(account, recovery)| UnderWay {
                    account: account.id().to_string(),
                    name: account.name().to_owned(),
                    asked: recovery.asked,
                    reason: recovery.reason.clone(),
                    approvals: recovery.approvals.iter().map(|approval| approval.by.text()).collect(),
                    link_from: recovery.ready(),
                })
                .collect();
            print(&under_way, format)
        }
    }
}

/// A recovery under way.
#[derive(Serialize)]
struct UnderWay {
    account: String,
    name: String,
    asked: Timestamp,
    reason: String,
    approvals: Vec<String>,
    link_from: Option<Timestamp>,
}

fn print(under_way: &[UnderWay], format: crate::args::Format) -> Result<Done, Refused> {
    let columns = ["account", "name", "asked", "reason", "approved by", "link from"];
    let cells = |rows: &[UnderWay], instant: fn(Timestamp) -> String| -> Vec<[String; 6]> {
        let cells = |row: &UnderWay| {
            [
                row.account.clone(),
                row.name.clone(),
                instant(row.asked),
                row.reason.clone(),
                row.approvals.join("; "),
                row.link_from.map(instant).unwrap_or_default(),
            ]
        };
        rows.iter().map(cells).collect()
    };
    crate::verbs::print(
        under_way,
        format,
        |rows| {
            web::csv::table(
                ["account", "name", "asked", "reason", "approvals", "link_from"],
                &cells(rows, |i| i.to_string()),
            )
        },
        |out, rows| match rows {
            [] => writeln!(out, "nobody is being let in again"),
            rows => table::headed(out, columns, cells(rows, in_the_hague)),
        },
    )
}
