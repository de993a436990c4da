//! `comity archive`: the whole public register of a day as one file.

use crate::args::{Archive, TableForm};
use crate::said::{Done, Refused};
use access::Viewer;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use store::Home;

pub async fn run(home: &Home, args: Archive) -> Result<Done, Refused> {
    let reading = super::reading(&args.reading)?;
    let form = match args.format {
        TableForm::Csv => reports::Form::Csv,
        TableForm::Parquet => reports::Form::Parquet,
    };
    let house = super::open(home).await?;
    // Whoever asks: what is taken along is passed on, so only what is public is in it.
    let whole = house.register.whole(&Viewer::public(), &reading).await?;
    let bytes = reports::archive(&whole, form)?;
    let out = args.out.unwrap_or_else(|| PathBuf::from(reports::file_name(&whole, form)));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&out)
        .map_err(|error| cannot_make(&out, &error))?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    println!("wrote the register as at {} into {}", whole.asked.as_at, out.display());
    Ok(Done::Yes)
}

fn cannot_make(out: &Path, error: &std::io::Error) -> Refused {
    if error.kind() == ErrorKind::AlreadyExists {
        let out = out.display();
        return Refused::Given(format!("{out} is there already; give another name with --out, or remove it"));
    }
    Refused::file(out, error)
}
