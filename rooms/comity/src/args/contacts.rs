//! Arguments of `comity contacts`.

use super::Lang;
use clap::{Args as ClapArgs, ValueEnum};
use std::path::PathBuf;

/// A list of those who are to be met, against the persons whom the Court seeks.
#[derive(Debug, ClapArgs)]
pub struct Contacts {
    /// The list: text with a person a line, CSV, a calendar (.ics) or cards (.vcf). Standard input for `-`.
    pub file: PathBuf,
    /// The day of the contact, which may be to come; today unless given.
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// Whom the rule binds that is asked for.
    #[arg(long = "for", value_enum, default_value = "state", value_name = "WHO")]
    pub asker: Who,
    /// Against all persons who were named in a warrant or a summons, those too who are not sought any more.
    #[arg(long)]
    pub all_persons: bool,
    /// With what is not public, as whoever owns the folder may know it.
    #[arg(long)]
    pub all: bool,
    /// The language of what is written.
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Lang,
    /// How to print it.
    #[arg(long, value_enum, default_value = "text")]
    pub format: ContactsFormat,
    /// Folder to write the notices to that are due, as drafts: text and Word.
    #[arg(long, value_name = "FOLDER")]
    pub notices: Option<PathBuf>,
    /// Keep the check with its list in the record, for the institution whose record it is and nobody else.
    #[arg(long)]
    pub keep: bool,
    /// Who keeps it; the name of the user unless given.
    #[arg(long, value_name = "NAME", requires = "keep")]
    pub officer: Option<String>,
}

/// Whom a rule on contacts binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Who {
    /// Officials of the United Nations.
    Un,
    /// States Parties.
    State,
    /// Everybody else.
    Other,
}

impl Who {
    /// The same in the law.
    pub fn asker(self) -> law::Asker {
        match self {
            Who::Un => law::Asker::Un,
            Who::State => law::Asker::State,
            Who::Other => law::Asker::Other,
        }
    }
}

/// How the answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ContactsFormat {
    /// For people.
    Text,
    /// JSON, as the API answers.
    Json,
    /// CSV in UTF-8, for spreadsheets: a row for each contact and person whom it may be.
    Csv,
}
