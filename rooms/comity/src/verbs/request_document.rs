//! `comity request document`: a request, or the note verbale that covers it, as a file.

use super::{backup, record, told};
use crate::args::{DocumentArgs, DocumentForm};
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use register::outside::{Outside, day_in_the_hague};
use register::port::{Of, Store};
use register::request::{RequestError, RequestId};
use reports::letter::{self, Given, Kind, Language};
use reports::{docx, pdf};
use std::io::Write;
use std::path::Path;
use store::Home;

pub async fn run(home: &Home, args: &DocumentArgs) -> Result<Done, Refused> {
    let id = RequestId::parse(&args.request).ok_or(RequestError::NoRequest)?;
    let to_a_file = args.out != Path::new("-");
    if to_a_file {
        backup::refuse_if_there(&args.out)?;
    }
    let language = Language::of_tag(&args.lang);
    let language = language.ok_or_else(|| Refused::Given(format!("--lang {}: documents are written in en or fr", args.lang)))?;
    let house = super::open(home).await?;
    let (viewer, register) = (Viewer::operator(), &house.register);
    let view = register.request(&viewer, &super::request::reading(None)?, &id).await?;
    let view = view.ok_or(RequestError::NoRequest)?;
    let matters = Of::Matters(vec![id.preparation(), id.matter()]);
    told::opened(&house, &house.store.entries(&viewer, matters, None).await?).await?;
    let date = view.document_day(&register.law);
    let day = date.unwrap_or_else(|| day_in_the_hague(System.now()));
    let facts = register.facts_of_request(&viewer, &view, day).await?;
    let given = Given {
        law: &register.law,
        text: &view.text,
        reference: &id.to_string(),
        date,
        language,
        facts: &facts,
    };
    let kind = Kind::from(args.kind);
    let letter = match kind {
        Kind::Request => letter::request(&given),
        Kind::Note => letter::note(&given),
    };
    // A note verbale is not signed.
    let signature = view.signature(&register.law).filter(|_| kind == Kind::Request);
    let bytes = match args.format {
        DocumentForm::Pdf => {
            let pdf = pdf::signed_or_copy(letter, signature)?;
            if !pdf.unprintable.is_empty() {
                let numbers: Vec<String> = pdf.unprintable.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
                eprintln!("printed by their numbers, since no font here has them: {}", numbers.join(" "));
            }
            pdf.bytes
        }
        DocumentForm::Docx => docx::docx(&letter.copy_of(signature), None)?,
    };
    if to_a_file {
        let failed = |error| Refused::file(&args.out, &error);
        let mut written = record::for_the_owner(&args.out).map_err(failed)?;
        written.write_all(&bytes).map_err(failed)?;
    } else {
        std::io::stdout().lock().write_all(&bytes)?;
    }
    Ok(Done::Yes)
}
