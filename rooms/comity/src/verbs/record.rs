//! `comity record`: the record begun, verified, proved, exported, imported, rebuilt.

use super::told;
use crate::args::Record;
use crate::house::House;
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use record::entry::EntryId;
use register::audit::Act;
use register::derive::UnderLaw;
use register::port::{Proof, Store, StoreError};
use std::fs::{File, OpenOptions};
use std::io::{BufReader, Write};
use std::path::Path;
use std::sync::Arc;
use store::{Home, RecordStore, Sort};

pub async fn run(home: &Home, verb: Record) -> Result<Done, Refused> {
    match verb {
        Record::Init { exercise } => init(home, exercise).await,
        Record::Verify => verify(home).await,
        Record::Checkpoint => {
            let house = super::open(home).await?;
            house.store.tick_due().await?;
            write!(std::io::stdout().lock(), "{}", house.store.checkpoint().await?.text)?;
            Ok(Done::Yes)
        }
        Record::Key => {
            writeln!(std::io::stdout().lock(), "{}", super::open(home).await?.store.verifier_key_text())?;
            Ok(Done::Yes)
        }
        Record::Prove { entry, out } => prove(home, &entry, out.as_deref()).await,
        Record::Export { out } => export(home, out.as_deref()).await,
        Record::Import { file } => import(home, &file).await,
        Record::Rebuild => {
            super::open(home).await?.store.rebuild().await?;
            writeln!(std::io::stdout().lock(), "the read tables were derived anew")?;
            Ok(Done::Yes)
        }
    }
}

async fn init(home: &Home, exercise: bool) -> Result<Done, Refused> {
    if RecordStore::lies_at(home).await? {
        return Err(Refused::Given(format!(
            "{home} holds a record already; give a new folder with --data, or another database with --database"
        )));
    }
    let sort = if exercise { Sort::Exercise } else { Sort::Real };
    House::open_bare(home.clone(), sort, Arc::new(System)).await?;
    writeln!(
        std::io::stdout().lock(),
        "began {} record in {}",
        if exercise { "an exercise" } else { "a" },
        home
    )?;
    Ok(Done::Yes)
}

async fn verify(home: &Home) -> Result<Done, Refused> {
    super::must_lie_at(home).await?;
    let house = match House::open_bare(home.clone(), Sort::Real, Arc::new(System)).await {
        // So damaged that it does not open: that is an answer too.
        Err(Refused::Store(error @ StoreError::Damaged(_))) => {
            writeln!(std::io::stdout().lock(), "{error}")?;
            return Ok(Done::No);
        }
        opened => opened?,
    };
    let report = house.store.verify().await?;
    for fault in &report.faults {
        writeln!(std::io::stdout().lock(), "{fault}")?;
    }
    if report.faults.is_empty() {
        writeln!(std::io::stdout().lock(), "the record in {} is as it was recorded", home)?;
        Ok(Done::Yes)
    } else {
        writeln!(
            std::io::stdout().lock(),
            "{}: the record in {} is not as it was recorded; restore it from a backup",
            super::faults(report.faults.len()),
            home
        )?;
        Ok(Done::No)
    }
}

/// A new file that its owner alone may read: what goes in may be sealed matter, as plain text.
pub(super) fn for_the_owner(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

async fn prove(home: &Home, entry: &str, out: Option<&Path>) -> Result<Done, Refused> {
    let house = super::open(home).await?;
    let id = EntryId::parse(entry).ok_or_else(|| {
        Refused::Given(format!(
            "{entry:?} is not the id of an entry: 32 digits and letters a to f; take it from the page of the entry"
        ))
    })?;
    house.store.tick_due().await?;
    // A proof holds the whole entry.
    told::opened(&house, &Vec::from_iter(house.store.entry(&Viewer::operator(), &id).await?)).await?;
    match house.store.proof(&Viewer::operator(), &id).await? {
        Some(Proof::Ready(text)) => {
            match out {
                Some(path) => {
                    let written = for_the_owner(path).and_then(|mut file| file.write_all(text.as_bytes()));
                    written.map_err(|error| Refused::file(path, &error))?;
                }
                None => write!(std::io::stdout().lock(), "{text}")?,
            }
            Ok(Done::Yes)
        }
        Some(Proof::From(mark)) => {
            eprintln!("comity: the entry was recorded after the last mark; it can be proved from {mark}");
            Ok(Done::No)
        }
        None => {
            eprintln!("comity: there is no entry {id} in this record");
            Ok(Done::No)
        }
    }
}

async fn export(home: &Home, out: Option<&Path>) -> Result<Done, Refused> {
    let house = super::open(home).await?;
    house.store.tick_due().await?;
    told::tell(&house, &[told::event(Act::Exported).detail("record")]).await?;
    match out {
        None => house.store.export(&mut std::io::stdout()).await?,
        Some(path) => {
            let file = for_the_owner(path).map_err(|error| Refused::file(path, &error))?;
            if let Err(error) = write_export(&house, file).await {
                // Half an export is none: the name is free again for the next.
                let _ = std::fs::remove_file(path);
                return Err(error);
            }
        }
    }
    Ok(Done::Yes)
}

async fn write_export(house: &House, file: std::fs::File) -> Result<(), Refused> {
    let mut file = std::io::BufWriter::new(file);
    house.store.export(&mut file).await?;
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(())
}

async fn import(home: &Home, file: &Path) -> Result<Done, Refused> {
    let law = Arc::new(law::Pack::rome_statute()?);
    let opened = std::fs::File::open(file).map_err(|error| Refused::file(file, &error))?;
    let store = RecordStore::import_record(home, &mut BufReader::new(opened), Arc::new(System), Arc::new(UnderLaw(law))).await?;
    writeln!(std::io::stdout().lock(), "the record of {} lies in {}", file.display(), home)?;
    write!(std::io::stdout().lock(), "{}", store.checkpoint().await?.text)?;
    Ok(Done::Yes)
}
