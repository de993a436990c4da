//! `comity check`: is a request specific, complete and timely?

use super::request::{read_file, reading};
use super::request_files;
use super::{findings, told};
use crate::args::Format;
use crate::said::{Done, Refused};
use access::Viewer;
use std::io::Write;
use std::path::Path;
use store::Home;
use web::api::schema::{Checked, Day, Finding, LawTexts};

/// Exit 0 where it is complete, doubts or not, 1 where there are gaps, 2 where it cannot be read.
pub async fn run(home: &Home, file: &Path, attach: &[String], as_at: Option<&str>, format: Format) -> Result<Done, Refused> {
    let mut text = read_file(file)?;
    request_files::looked_at(attach, &mut text.values).await?;
    let day = reading(as_at)?.as_at;
    let house = super::open(home).await?;
    let register = &house.register;
    // What the law of a State needs is not public.
    let operator = Viewer::operator();
    told::view(&house, &operator).await?;
    let findings = register.check_request(&operator, &text, day).await?;
    let checked = Checked {
        form: text.form.clone(),
        requested_state: text.requested_state().map(str::to_owned),
        as_at: Day(day),
        complete: law::is_complete(&findings),
        sha256: text.sha256(),
        findings: Finding::all(&findings, LawTexts::english(&register.law)),
    };
    super::print(&checked, format, csv, |out, checked| print(out, checked))?;
    Ok(if checked.complete { Done::Yes } else { Done::No })
}

fn csv(checked: &Checked) -> String {
    let columns = ["kind", "element", "says", "facts", "rests_on"];
    web::csv::table(columns, &checked.findings.iter().map(findings::cells).collect::<Vec<_>>())
}

fn print(out: &mut impl Write, checked: &Checked) -> std::io::Result<()> {
    let to = checked.requested_state.as_deref().unwrap_or("no State yet");
    if checked.complete {
        writeln!(out, "{} to {to}: complete, as at {}", checked.form, checked.as_at.0)?;
        for doubt in &checked.findings {
            writeln!(out, "{}", findings::line(doubt))?;
        }
        return writeln!(out, "sha256 {}", checked.sha256);
    }
    let to_mend = checked.findings.iter().filter(|finding| finding.kind != "doubtful").count();
    let things = if to_mend == 1 { "thing" } else { "things" };
    writeln!(
        out,
        "{} to {to}: {} {things} to mend, as at {}",
        checked.form, to_mend, checked.as_at.0
    )?;
    for finding in &checked.findings {
        writeln!(out, "{}", findings::line(finding))?;
    }
    Ok(())
}
