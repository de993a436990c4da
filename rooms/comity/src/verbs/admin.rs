//! `comity admin`: people and their matters (in [`super::people`]); the errors that readers reported, listed and
//! closed; the master key changed.

use crate::args::{Admin, ErrorsAct, Format, MasterKey};
use crate::lock::ServerLock;
use crate::said::{Done, Refused};
use crate::verbs::people::{self, in_the_hague};
use access::{Organisation, Viewer};
use record::entry::Author;
use register::audit::Act;
use register::desk::Report;
use std::io::Write;
use std::sync::Arc;
use store::{DeskStore, Home};

pub async fn run(home: &Home, admin: Admin) -> Result<Done, Refused> {
    super::must_lie_at(home).await?;
    match admin {
        Admin::People(verb) => people::run(home, verb).await,
        Admin::Token(verb) => people::token(home, verb).await,
        Admin::Recovery(verb) => people::recovery(home, verb).await,
        Admin::Assign {
            matter,
            account,
            level,
            officer,
        } => people::assign(home, &matter, &account, level.as_deref(), officer).await,
        Admin::Institution { institution, officer } => name_institution(home, &institution, officer).await,
        Admin::Unassign {
            matter,
            account,
            reason,
            officer,
        } => people::unassign(home, &matter, &account, &reason, officer).await,
        Admin::HandOver { from, to, reason, officer } => people::hand_over(home, &from, &to, &reason, officer).await,
        Admin::Assignments { matter, format } => people::assignments(home, &matter, format).await,
        Admin::Emergency(verb) => people::emergency(home, verb).await,
        Admin::MasterKey(MasterKey::Change) => change_master_key(home).await,
        Admin::Errors { act, all, format } => errors(home, act, all, format).await,
    }
}

/// Before anybody administers the record: its administrators are of its institution.
async fn name_institution(home: &Home, institution: &str, officer: Option<String>) -> Result<Done, Refused> {
    let Some(organisation) = Organisation::parse(institution) else {
        return Err(Refused::Given(format!(
            "{institution:?} is no institution; write court or state:XAA"
        )));
    };
    let house = super::open(home).await?;
    let desk = Arc::new(DeskStore::open(home).await?);
    let (people, _) = super::people(&house, desk);
    if people.roll().await?.has_administrator() {
        return Err(Refused::Given(
            "somebody administers this record already, for the institution that it is of; begin another in another folder".to_owned(),
        ));
    }
    let author = Author::Officer(super::officer(officer));
    house.register.name_institution(&organisation, &author).await?;
    writeln!(std::io::stdout().lock(), "this is the record of {}", organisation.text())?;
    Ok(Done::Yes)
}

/// Not while a server of this folder runs, which would go on with the old key.
async fn change_master_key(home: &Home) -> Result<Done, Refused> {
    let _alone = ServerLock::take(&home.folder)?;
    let house = super::open(home).await?;
    super::told::tell(&house, &[super::told::event(Act::MasterKeyChanged)]).await?;
    let keys = house.store.change_master_key(home).await?;
    writeln!(
        std::io::stdout().lock(),
        "the master key was changed, {keys} keys are wrapped with it; keep it apart from backups of the record"
    )?;
    Ok(Done::Yes)
}

async fn errors(home: &Home, act: Option<ErrorsAct>, all: bool, format: Format) -> Result<Done, Refused> {
    let desk = super::error_reports(home).await?;
    let viewer = Viewer::operator();
    match act {
        Some(ErrorsAct::Close {
            references,
            reason,
            officer,
        }) => {
            desk.close(&viewer, &references, &reason, &super::officer(officer)).await?;
            writeln!(std::io::stdout().lock(), "closed {}", references.join(", "))?;
            Ok(Done::Yes)
        }
        None => {
            let reports = desk.list(&viewer, all).await?;
            super::print(reports.as_slice(), format, web::csv::error_reports, |out, reports| {
                list(out, reports)
            })
        }
    }
}

/// One report after the other, since what is said takes lines.
fn list(out: &mut impl Write, reports: &[Report]) -> std::io::Result<()> {
    if reports.is_empty() {
        return writeln!(out, "there are no reports");
    }
    for (i, report) in reports.iter().enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        let said = &report.said;
        let state = match &report.closed {
            Some(closed) => format!("closed {} by {}: {}", in_the_hague(closed.at), closed.by, closed.reason),
            None => "open".to_owned(),
        };
        writeln!(out, "{}", report.reference)?;
        for (label, text) in [
            ("received", &in_the_hague(report.received)),
            ("state", &state),
            ("page", &said.page),
            ("entry", &said.entry),
            ("wrong", &said.wrong),
            ("right", &said.right),
            ("answer to", &said.contact),
        ] {
            let indented = if text.is_empty() {
                "-".to_owned()
            } else {
                text.replace('\n', "\n             ")
            };
            writeln!(out, "  {label:<9}  {indented}")?;
        }
    }
    Ok(())
}
