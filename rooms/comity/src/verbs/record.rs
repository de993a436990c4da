//! `comity record`: the record begun, verified, proved, exported, imported, rebuilt.

use crate::args::Record;
use crate::house::House;
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use record::entry::EntryId;
use register::derive::UnderLaw;
use register::port::{Proof, Store, StoreError};
use std::fs::OpenOptions;
use std::io::{BufReader, Write};
use std::path::Path;
use std::sync::Arc;
use store::{Sort, SqliteStore};

pub async fn run(data: &Path, verb: Record) -> Result<Done, Refused> {
    match verb {
        Record::Init { exercise } => init(data, exercise).await,
        Record::Verify => verify(data).await,
        Record::Checkpoint => {
            let house = super::open(data).await?;
            house.store.tick_due().await?;
            write!(std::io::stdout().lock(), "{}", house.store.checkpoint().await?.text)?;
            Ok(Done::Yes)
        }
        Record::Key => {
            writeln!(std::io::stdout().lock(), "{}", super::open(data).await?.store.verifier_key_text())?;
            Ok(Done::Yes)
        }
        Record::Prove { entry, out } => prove(data, &entry, out.as_deref()).await,
        Record::Export { out } => export(data, out.as_deref()).await,
        Record::Import { file } => import(data, &file).await,
        Record::Rebuild => {
            super::open(data).await?.store.rebuild().await?;
            writeln!(std::io::stdout().lock(), "the read tables were derived anew")?;
            Ok(Done::Yes)
        }
    }
}

async fn init(data: &Path, exercise: bool) -> Result<Done, Refused> {
    if data.join(store::DATABASE).exists() {
        return Err(Refused::Given(format!(
            "{} holds a record already; give a new folder with --data",
            data.display()
        )));
    }
    let sort = if exercise { Sort::Exercise } else { Sort::Real };
    House::open_bare(data, sort, Arc::new(System)).await?;
    writeln!(
        std::io::stdout().lock(),
        "began {} record in {}",
        if exercise { "an exercise" } else { "a" },
        data.display()
    )?;
    Ok(Done::Yes)
}

async fn verify(data: &Path) -> Result<Done, Refused> {
    if !data.join(store::DATABASE).exists() {
        return Err(Refused::Given(format!(
            "{} holds no record; give its folder with --data",
            data.display()
        )));
    }
    let house = match House::open_bare(data, Sort::Real, Arc::new(System)).await {
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
        writeln!(std::io::stdout().lock(), "the record in {} is as it was recorded", data.display())?;
        Ok(Done::Yes)
    } else {
        writeln!(
            std::io::stdout().lock(),
            "{} faults: the record in {} is not as it was recorded; restore it from a backup",
            report.faults.len(),
            data.display()
        )?;
        Ok(Done::No)
    }
}

async fn prove(data: &Path, entry: &str, out: Option<&Path>) -> Result<Done, Refused> {
    let house = super::open(data).await?;
    let id = EntryId::parse(entry).ok_or_else(|| {
        Refused::Given(format!(
            "{entry:?} is not the id of an entry: 32 digits and letters a to f; take it from the page of the entry"
        ))
    })?;
    house.store.tick_due().await?;
    match house.store.proof(&Viewer::operator(), &id).await? {
        Some(Proof::Ready(text)) => {
            match out {
                Some(path) => std::fs::write(path, text).map_err(|error| Refused::file(path, &error))?,
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

async fn export(data: &Path, out: Option<&Path>) -> Result<Done, Refused> {
    let house = super::open(data).await?;
    house.store.tick_due().await?;
    match out {
        None => house.store.export(&mut std::io::stdout()).await?,
        Some(path) => {
            let file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(path)
                .map_err(|error| Refused::file(path, &error))?;
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

async fn import(data: &Path, file: &Path) -> Result<Done, Refused> {
    let law = Arc::new(law::Pack::rome_statute()?);
    let opened = std::fs::File::open(file).map_err(|error| Refused::file(file, &error))?;
    let store = SqliteStore::import_record(data, &mut BufReader::new(opened), Arc::new(System), Arc::new(UnderLaw(law))).await?;
    writeln!(
        std::io::stdout().lock(),
        "the record of {} lies in {}",
        file.display(),
        data.display()
    )?;
    write!(std::io::stdout().lock(), "{}", store.checkpoint().await?.text)?;
    Ok(Done::Yes)
}
