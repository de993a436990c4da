//! The whole register of a day as one file to take along: a ZIP of CSV or Parquet tables with a data
//! dictionary, a description for programs (Frictionless Data Package) and a page for people.
//!
//! Reproducible: no clock and no order but those of the view, every time in the ZIP the same, so that the
//! same view has the same bytes.

use crate::dictionary::Dictionary;
use crate::package;
use crate::parquet;
use crate::zip::{TooLarge, Zip};
use register::view::model::{Table, Whole};

/// The folder of the tables that `comity import` reads.
const FOLDER: &str = "register";
/// What a CSV file begins with, so that spreadsheets read UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The form of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// CSV (RFC 4180) in UTF-8, for spreadsheets, and to be read in again.
    Csv,
    /// Apache Parquet, with types.
    Parquet,
}

impl Form {
    /// The ending of the names of its tables.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Parquet => "parquet",
        }
    }

    fn of(self, table: &Table, dictionary: &Dictionary) -> Result<Vec<u8>, ArchiveError> {
        match self {
            Form::Csv => csv(table),
            Form::Parquet => Ok(parquet::file(table, dictionary)?),
        }
    }

    /// Where a table lies in the archive.
    pub(crate) fn path(self, table: &Table) -> String {
        let name = format!("{}.{}", table.name(), self.ending());
        // What is known of the truth of facts is no file of a pack: `comity import` is not to read it.
        if table.file == "facts.csv" {
            name
        } else {
            format!("{FOLDER}/{name}")
        }
    }
}

/// Why an archive could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The texts of the dictionary that the program carries cannot be read.
    #[error("the data dictionary of this program cannot be read: {0}")]
    Dictionary(#[from] csv::Error),
    /// The ZIP could not be written.
    #[error("the archive could not be written: {0}")]
    Zip(#[from] std::io::Error),
    /// It is larger than a ZIP can be.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// The description for programs could not be written.
    #[error("the description of the archive could not be written: {0}")]
    Json(#[from] serde_json::Error),
    /// A table is too large for the form.
    #[error(transparent)]
    Parquet(#[from] parquet::TooLarge),
}

/// The archive.
///
/// # Errors
/// It grew beyond what its forms can hold, or the texts that the program carries cannot be read.
pub fn archive(whole: &Whole, form: Form) -> Result<Vec<u8>, ArchiveError> {
    let dictionary = Dictionary::carried()?;
    let mut zip = Zip::default();
    zip.put("README.txt", readme(whole, form).as_bytes())?;
    zip.put("datapackage.json", &package::json(whole, form, &dictionary)?)?;
    zip.put("dictionary.csv", &csv_of(&dictionary.table(whole))?)?;
    zip.put("checkpoint.txt", whole.checkpoint.text.as_bytes())?;
    for table in whole.tables.iter().chain([&whole.facts]) {
        zip.put(&form.path(table), &form.of(table, &dictionary)?)?;
    }
    zip.done()
}

/// The name under which an archive is kept: `comity-register-2013-10-02.zip`.
pub fn file_name(whole: &Whole, form: Form) -> String {
    let exercise = if whole.asked.exercise { "exercise-" } else { "" };
    let form = if form == Form::Parquet { "-parquet" } else { "" };
    let hindsight = if whole.asked.hindsight { "-hindsight" } else { "" };
    format!("comity-{exercise}register{form}-{}{hindsight}.zip", whole.asked.as_at)
}

fn csv(table: &Table) -> Result<Vec<u8>, ArchiveError> {
    let heading = table.columns.iter().map(|column| column.name).collect::<Vec<_>>();
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| cell.as_deref().unwrap_or_default()).collect::<Vec<_>>());
    csv_of(&std::iter::once(heading).chain(rows).collect::<Vec<_>>())
}

fn csv_of<C: AsRef<[u8]>>(rows: &[Vec<C>]) -> Result<Vec<u8>, ArchiveError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|error| ArchiveError::Zip(error.into_error()))
}

/// The page for people, in both languages.
fn readme(whole: &Whole, form: Form) -> String {
    let asked = &whole.asked;
    let either = |first: bool, yes: &str, no: &str| if first { yes } else { no }.to_owned();
    let edition = |known: &dyn Fn(jiff::civil::Date, jiff::civil::Date) -> String| match (whole.edition, whole.complete_until) {
        (Some(edition), Some(until)) => known(edition, until),
        _ => String::new(),
    };
    let csv = form == Form::Csv;
    let fillings = [
        (
            "name",
            either(asked.exercise, "COMITY: EXERCISE REGISTER", "COMITY: THE WHOLE PUBLIC REGISTER"),
        ),
        (
            "name_fr",
            either(asked.exercise, "COMITY : REGISTRE D’EXERCICE", "COMITY : TOUT LE REGISTRE PUBLIC"),
        ),
        (
            "exercise_en",
            either(asked.exercise, "EXERCISE: never to be counted with real matter.\n", ""),
        ),
        (
            "exercise_fr",
            either(asked.exercise, "EXERCICE : à ne jamais compter avec des données réelles.\n", ""),
        ),
        ("as_at", asked.as_at.to_string()),
        ("known_on", asked.known_on.to_string()),
        ("reading_en", either(asked.hindsight, "with hindsight", "as public then")),
        ("reading_fr", either(asked.hindsight, "avec le recul", "tel que public ce jour-là")),
        ("ending", form.ending().to_owned()),
        (
            "tables_en",
            format!(
                "register/         the tables; {}",
                either(csv, "`comity import register` reads them in again", "each with types")
            ),
        ),
        (
            "tables_fr",
            format!(
                "register/         les tables ; {}",
                either(csv, "« comity import register » les relit", "chacune avec ses types")
            ),
        ),
        (
            "how_en",
            either(
                csv,
                "The tables are CSV (RFC 4180) in UTF-8 with a byte order mark.",
                "The tables are Apache Parquet. Beside each column of days stands one of the type DATE that ends in _last: the last possible day, from which an act counts.",
            ),
        ),
        (
            "how_fr",
            either(
                csv,
                "Les tables sont en CSV (RFC 4180), en UTF-8 avec indicateur d’ordre des octets.",
                "Les tables sont en Apache Parquet. À côté de chaque colonne de jours s’en trouve une du type DATE, terminée par _last : le dernier jour possible, à partir duquel un fait compte.",
            ),
        ),
        (
            "edition_en",
            edition(&|edition, until| {
                format!("The public record was taken in as of its edition of {edition}, which is roughly complete until {until}.\n")
            }),
        ),
        (
            "edition_fr",
            edition(&|edition, until| {
                format!("Les données publiques ont été reprises dans leur édition du {edition}, à peu près complète jusqu’au {until}.\n")
            }),
        ),
        ("mark", format!("{:.0}", whole.checkpoint.mark)),
    ];
    let mut text = include_str!("../texts/README.txt").to_owned();
    for (name, filling) in fillings {
        text = text.replace(&format!("{{{name}}}"), &filling);
    }
    text
}

#[cfg(test)]
#[path = "archive_tests.rs"]
mod tests;
