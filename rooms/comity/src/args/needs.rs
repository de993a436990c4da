//! `comity needs`: what the laws of States need of requests for surrender.

use super::{Format, ReadingArgs};
use clap::{Args as ClapArgs, Subcommand};

/// What the laws of States need of requests for surrender (article 91(2)(c)). At the shell it is written from a letter or a law.
#[derive(Debug, Subcommand)]
pub enum Needs {
    /// List what the laws of States need as at a day
    #[command(after_help = "Example: comity needs list --state XAA")]
    List {
        /// Of this State alone (ISO 3166-1 alpha-3).
        #[arg(long, value_name = "CODE")]
        state: Option<String>,
        /// The reading.
        #[command(flatten)]
        reading: ReadingArgs,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Enter what a law needs, or another version of it, whole
    #[command(
        after_help = "Example: comity needs add --state XAA --need certified-facts --says \"A statement of the facts, certified by a judge\" --law \"Exercise Extradition Act, section 7\" --from 2024-01-01 --source \"Note verbale 12/2026, Registry file 7\""
    )]
    Add(AddNeed),
    /// Record that from a day on it is not needed any more
    #[command(
        after_help = "Example: comity needs end need-0123456789abcdef0123456789abcdef --on 2026-10-01 --reason \"Exercise Act of 2026\" --source \"Note verbale 40/2026\""
    )]
    End {
        /// The need, as the list names it.
        need: String,
        /// The first day on which it is not needed.
        #[arg(long, value_name = "DAY")]
        on: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// The letter or law: what it is, and where it is kept.
        #[arg(long)]
        source: String,
        /// Who says so; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
}

/// What is entered.
#[derive(Debug, ClapArgs)]
pub struct AddNeed {
    /// Its State (ISO 3166-1 alpha-3), for one that is not there yet.
    #[arg(long, value_name = "CODE", required_unless_present = "another", conflicts_with = "another")]
    pub state: Option<String>,
    /// The need of which this is another version, as the list names it: the law changed.
    #[arg(long, value_name = "NEED")]
    pub another: Option<String>,
    /// What was wrong with the version that holds: this corrects it instead of following it.
    #[arg(long, value_name = "WHAT", requires = "another")]
    pub mistake: Option<String>,
    /// A word for it, under which a request meets it: certified-facts for national_requirements.certified-facts.
    #[arg(long)]
    pub need: String,
    /// What is needed, in words.
    #[arg(long)]
    pub says: String,
    /// Where the law of the State says so.
    #[arg(long)]
    pub law: String,
    /// From when: 2024-01-01, 2024-01 or 2024.
    #[arg(long, value_name = "DATE")]
    pub from: String,
    /// The letter or law out of which it is written: what it is, and where it is kept.
    #[arg(long)]
    pub source: String,
    /// Who says so; the name of the system's user unless given.
    #[arg(long)]
    pub officer: Option<String>,
}
