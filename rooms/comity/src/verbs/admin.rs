//! `comity admin`: the errors that readers reported, listed and closed.

use crate::args::{Admin, ErrorsAct};
use crate::said::{Done, Refused};
use access::Viewer;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use register::desk::Report;
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, admin: Admin) -> Result<Done, Refused> {
    let Admin::Errors { act, all, format } = admin;
    super::must_lie_at(home).await?;
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

/// Day and time on the clocks of The Hague.
fn in_the_hague(instant: Timestamp) -> String {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    instant.to_zoned_datetime(zone).strftime("%Y-%m-%d %H:%M %Z").to_string()
}
