//! `comity report`: reports out of the record, and their traces.

use super::{Format, ReadingArgs};
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Which report.
#[derive(Debug, Subcommand)]
pub enum Report {
    /// The state of cooperation, as the Court reports it to the Assembly each year
    #[command(after_help = "Example: comity report cooperation --as-at 2013-10-02 --format pdf --out report.pdf")]
    Cooperation(ReportArgs),
    /// Statement of account of one State: its ties, what was asked, what was done, what is owed
    #[command(after_help = "Example: comity report state --state ITA --format docx --out italy.docx")]
    State(ReportArgs),
    /// Notes for a meeting with one State
    #[command(after_help = "Example: comity report bilateral --state KEN --lang fr --format pdf --out kenya.pdf")]
    Bilateral(ReportArgs),
    /// Findings of non-compliance, and what followed
    #[command(after_help = "Example: comity report non-cooperation --as-at 2017-12-31 --format html --out findings.html")]
    NonCooperation(ReportArgs),
    /// Who undertook what, as far as the record knows
    #[command(after_help = "Example: comity report pledges --format xlsx --out pledges.xlsx")]
    Pledges(ReportArgs),
    /// Who is a party to the treaties
    #[command(after_help = "Example: comity report treaty-status --as-at 2013-10-02 --since 2012-11-21 --format xlsx --out status.xlsx")]
    TreatyStatus(ReportArgs),
    /// One person's file
    #[command(after_help = "Example: comity report person --person kony --format pdf --out kony.pdf")]
    Person(ReportArgs),
    /// Issue what is public of a report: it is recorded that it was issued, and its PDF is kept as it is
    #[command(after_help = "Example: comity report issue cooperation --as-at 2013-10-02 --officer 'Exercise Officer'")]
    Issue(IssueArgs),
    /// List the reports that were issued, say what one says otherwise than the edition before, or write it out as it was issued
    #[command(after_help = "Example: comity report issued 0123456789abcdef0123456789abcdef --out report.pdf")]
    Issued {
        /// The entry of one; all are listed unless given.
        entry: Option<String>,
        /// File to write; it must not exist.
        #[arg(long, value_name = "FILE", requires = "entry")]
        out: Option<PathBuf>,
        /// With what is not public, as whoever owns the folder may know it.
        #[arg(long)]
        all: bool,
        /// How to print the list.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// List the figures of a report, and say whether the record still gives the same; exit 1 where one differs
    #[command(after_help = "Example: comity report trace report.pdf")]
    Trace {
        /// A report in any of its forms, whichever program saved it.
        file: PathBuf,
        /// With what is not public, as whoever owns the folder may know it: for a report that was made so.
        #[arg(long)]
        all: bool,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
}

/// What a report is made of, and where it goes.
#[derive(Debug, ClapArgs)]
pub struct ReportArgs {
    /// The reading.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// What it is about.
    #[command(flatten)]
    pub about: ReportAbout,
    /// Its form.
    #[arg(long, value_enum)]
    pub format: ReportForm,
    /// File to write; it must not exist.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// With what is not public, as whoever owns the folder may know it.
    #[arg(long)]
    pub all: bool,
}

/// What a report is about, and in which language.
#[derive(Debug, ClapArgs)]
pub struct ReportAbout {
    /// The earlier day with which it compares, where it does; a year before its day unless given.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// The State that it is about: its code, or a name that it bears or bore.
    #[arg(long, value_name = "CODE")]
    pub state: Option<String>,
    /// The person whom it is about, by key.
    #[arg(long, value_name = "ID")]
    pub person: Option<String>,
    /// Its language.
    #[arg(long, value_enum, default_value = "en")]
    pub lang: ReportLanguage,
}

/// What is issued.
#[derive(Debug, ClapArgs)]
pub struct IssueArgs {
    /// Which report.
    #[arg(value_enum)]
    pub kind: ReportKind,
    /// The reading.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// What it is about.
    #[command(flatten)]
    pub about: ReportAbout,
    /// Who issues it; the system's user unless given.
    #[arg(long, value_name = "NAME")]
    pub officer: Option<String>,
}

/// A report by its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportKind {
    /// The state of cooperation.
    Cooperation,
    /// Statement of account of one State.
    State,
    /// Notes for a meeting with one State.
    Bilateral,
    /// Findings of non-compliance.
    NonCooperation,
    /// Who undertook what.
    Pledges,
    /// Who is a party to the treaties.
    TreatyStatus,
    /// One person's file.
    Person,
}

/// The language of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportLanguage {
    /// English.
    En,
    /// French.
    Fr,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportForm {
    /// PDF, for the archive and for every reader.
    Pdf,
    /// A Word document, to be edited.
    Docx,
    /// A workbook.
    Xlsx,
    /// A page that stands by itself.
    Html,
    /// The figures.
    Csv,
    /// All of it as data.
    Json,
}
