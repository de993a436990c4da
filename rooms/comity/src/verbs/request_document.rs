//! `comity request document`: a request, the note verbale that covers it, or the letter of an act in it, as a file.

use super::{backup, findings, record, told};
use crate::args::{DocumentArgs, DocumentForm};
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use jiff::civil::Date;
use law::Values;
use register::Register;
use register::outside::{Outside, day_in_the_hague};
use register::port::{Of, Store};
use register::request::{ActLetter, DocumentFacts, RequestError, RequestId};
use register::view::model::RequestView;
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
    let told = told_by(register, &viewer, &view, args).await?;
    // A note verbale is not signed.
    let kind = Kind::from(args.kind);
    let of_request = told.is_none() && kind == Kind::Request;
    let signature = view.signature(&register.law).filter(|_| of_request);
    let letter = match &told {
        Some(told) => letter::act(&given(register, &view, language, (told.on, &told.facts)), told),
        None => {
            let date = view.document_day(&register.law);
            let day = date.unwrap_or_else(|| day_in_the_hague(System.now()));
            let facts = register.facts_of_request(&viewer, &view, day).await?;
            let given = given(register, &view, language, (date, &facts));
            match kind {
                Kind::Request => letter::request(&given),
                Kind::Note => letter::note(&given),
            }
        }
    };
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

/// Out of what a document is made, with its day and what the record knows.
fn given<'a>(
    register: &'a Register,
    view: &'a RequestView,
    language: Language,
    (date, facts): (Option<Date>, &'a DocumentFacts),
) -> Given<'a> {
    Given {
        law: &register.law,
        text: &view.text,
        reference: &view.row.id,
        date,
        language,
        facts,
    }
}

/// What goes into the letter of an act, where one is asked for.
async fn told_by(register: &Register, viewer: &Viewer, view: &RequestView, args: &DocumentArgs) -> Result<Option<ActLetter>, Refused> {
    let told = match (&args.act, &args.draft) {
        (Some(entry), _) => register.letter_of_act(viewer, view, entry).await?,
        (None, Some(act)) => {
            let mut values = Values::default();
            for pair in &args.set {
                let (element, text) = super::member(pair)?;
                values.0.entry(element).or_default().push(text);
            }
            let drafted = register.draft_of_letter(viewer, view, act, values).await;
            drafted.map_err(|error| findings::refused(error, &register.law))?
        }
        (None, None) => return Ok(None),
    };
    let none = "there is no such act in this request, it cannot be done now, or no letter tells the State of it";
    told.map(Some).ok_or_else(|| Refused::Given(none.to_owned()))
}
