//! `comity import`: an edition of the public record out of a folder of CSV files.

use crate::args::Format;
use crate::said::{Done, Refused};
use access::Viewer;
use register::pack::{ImportReport, PackFile, columns};
use std::io::{ErrorKind, Write};
use std::path::Path;
use store::Home;

pub async fn run(home: &Home, folder: &Path, format: Format) -> Result<Done, Refused> {
    // Read before the folder is opened: a call that is wrong leaves nothing behind.
    let files = read(folder)?;
    register::pack::check(&files).map_err(register::pack::ImportError::Faults)?;
    let house = super::open(home).await?;
    let report = house.register.import(&Viewer::operator(), &files).await?;
    print(&report, format)?;
    Ok(Done::Yes)
}

/// The files of the pack that the folder has. What is missing the pack itself says.
fn read(folder: &Path) -> Result<Vec<PackFile>, Refused> {
    if !folder.is_dir() {
        return Err(Refused::Given(format!(
            "{} is not a folder; give the folder that holds the pack's CSV files",
            folder.display()
        )));
    }
    let mut files = Vec::new();
    for file in columns::files() {
        let path = folder.join(file.name);
        match std::fs::read(&path) {
            Ok(bytes) => files.push(PackFile {
                name: file.name.to_owned(),
                bytes,
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(Refused::file(&path, &error)),
        }
    }
    Ok(files)
}

fn print(report: &ImportReport, format: Format) -> Result<(), Refused> {
    let mut out = std::io::stdout().lock();
    match format {
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(report).map_err(std::io::Error::from)?)?,
        Format::Csv => {
            writeln!(out, "edition,added,corrected,retracted,unchanged,differs")?;
            let r = report;
            writeln!(
                out,
                "{},{},{},{},{},{}",
                r.edition, r.added, r.corrected, r.retracted, r.unchanged, r.differs
            )?;
        }
        Format::Table => {
            writeln!(out, "Edition {}", report.edition)?;
            writeln!(out, "  new          {:>6}", report.added)?;
            writeln!(out, "  corrected    {:>6}", report.corrected)?;
            writeln!(out, "  taken back   {:>6}", report.retracted)?;
            writeln!(out, "  unchanged    {:>6}", report.unchanged)?;
            writeln!(out, "  differs from an officer's entry, which stands {:>6}", report.differs)?;
            for remark in &report.remarks {
                writeln!(out, "  {remark}")?;
            }
        }
    }
    Ok(())
}
