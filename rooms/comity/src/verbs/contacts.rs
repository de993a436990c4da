//! `comity contacts`: a list of those who are to be met.

use crate::args::{Contacts, ContactsFormat, Lang};
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use record::entry::Author;
use register::audit::AuditBook;
use register::contacts::{Asked, Checked, List, MOST_BYTES};
use register::outside::{Outside, day_in_the_hague};
use reports::contacts::{NoticeDraft, list_refused, notices, text};
use reports::letter::Language;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;
use store::Home;

/// Exit 0 where the list was checked, whatever was found, and 2 where it could not be.
pub async fn run(home: &Home, args: &Contacts) -> Result<Done, Refused> {
    let language = match args.lang {
        Lang::En => Language::En,
        Lang::Fr => Language::Fr,
    };
    let asked = Asked::new(
        args.on.as_deref(),
        args.asker.asker(),
        args.all_persons,
        day_in_the_hague(System.now()),
    )?;
    let bytes = read(&args.file).map_err(|error| Refused::Given(format!("{} cannot be read: {error}", args.file.display())))?;
    let list = List::read(&bytes).map_err(|error| Refused::Given(list_refused(&error, language)))?;

    let house = super::open(home).await?;
    let viewer = super::viewer(args.all);
    super::told::view(&house, &viewer).await?;
    let audit = AuditBook::new(house.store.audit(), Arc::new(System));
    let mut checked = house.register.check_contacts(&viewer, &audit, &asked, list).await?;
    if args.keep {
        let author = Author::Officer(super::officer(args.officer.clone()));
        let kept = house.register.keep_check(&Viewer::operator(), &author, &mut checked, &bytes).await;
        let kept = kept.map_err(|error| Refused::Given(error.to_string()))?;
        eprintln!("comity: the check is kept with its list as {}", kept.entry.matter);
    }
    let law = &house.register.law;
    if let Some(folder) = &args.notices {
        write_notices(folder, &notices(&checked, law, language))?;
    }
    print(&checked, law, language, args.format)
}

/// The bytes of the list, and one more than is read, where there are so many.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    if path == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn print(checked: &Checked, law: &law::Pack, language: Language, format: ContactsFormat) -> Result<Done, Refused> {
    let mut out = io::stdout().lock();
    match format {
        ContactsFormat::Text => write!(out, "{}", text(checked, law, language))?,
        ContactsFormat::Csv => write!(out, "{}", web::csv::contacts(checked, language))?,
        ContactsFormat::Json => {
            let told = web::api::schema::ContactsChecked::of(checked, law, language);
            writeln!(out, "{}", serde_json::to_string_pretty(&told).map_err(io::Error::from)?)?;
        }
    }
    Ok(Done::Yes)
}

/// Writes the drafts; a file that is there already is not written over.
fn write_notices(folder: &Path, drafts: &[NoticeDraft]) -> Result<(), Refused> {
    let cannot = |path: &Path, error: io::Error| Refused::Given(format!("the notice {} cannot be written: {error}", path.display()));
    fs::create_dir_all(folder).map_err(|error| cannot(folder, error))?;
    for draft in drafts {
        let word = draft.docx()?;
        for (ending, bytes) in [("txt", draft.text().as_bytes()), ("docx", &word)] {
            let path = folder.join(format!("{}.{ending}", draft.file_name()));
            let file = OpenOptions::new().write(true).create_new(true).open(&path);
            file.and_then(|mut file| file.write_all(bytes))
                .map_err(|error| cannot(&path, error))?;
        }
    }
    if drafts.is_empty() {
        eprintln!("comity: no notice is due by a rule that is known here; none was written");
    } else {
        eprintln!("comity: wrote {} notices as drafts to {}", drafts.len(), folder.display());
    }
    Ok(())
}
