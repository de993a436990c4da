//! `comity request`: requests for cooperation.

use super::Format;
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use std::path::PathBuf;

/// In which form a request is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Written {
    /// TOML, for people.
    #[default]
    Toml,
    /// JSON, canonical.
    Json,
}

/// Requests for cooperation.
#[derive(Debug, Subcommand)]
pub enum Request {
    /// Write an empty request of a form, each element explained
    #[command(after_help = "Example: comity request new --form provisional-arrest > request.toml")]
    New {
        /// The form of cooperation; all of them are named where it is none.
        #[arg(long)]
        form: String,
        /// The language of the explanations: en or fr.
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Send a request to review, which begins it
    #[command(after_help = "Example: comity request submit request.toml --requesting organ:chambers --officer \"Exercise Officer\"")]
    Submit {
        /// The request, TOML or JSON; standard input for `-`.
        file: PathBuf,
        /// The organ that asks: organ:chambers, organ:prosecutor, organ:registry or organ:presidency.
        #[arg(long, value_name = "READER")]
        requesting: String,
        /// Who submits it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// List requests, what is due soonest first
    #[command(after_help = "Example: comity request list --format csv")]
    List {
        /// The day in the world; today unless given.
        #[arg(long, value_name = "DATE")]
        as_at: Option<String>,
        /// In which form.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Show a request: what is owed, what happened, what can be done
    #[command(after_help = "Example: comity request show 0123456789abcdef0123456789abcdef")]
    Show {
        /// The request, by its id.
        request: String,
        /// The day in the world; today unless given.
        #[arg(long, value_name = "DATE")]
        as_at: Option<String>,
        /// In which form.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Write what is asked as a file
    #[command(after_help = "Example: comity request write 0123456789abcdef0123456789abcdef --format json")]
    Write {
        /// The request, by its id.
        request: String,
        /// In which form.
        #[arg(long, value_enum, default_value_t)]
        format: Written,
    },
    /// Record an act in a request; what can be done stands under `comity request show`
    #[command(
        after_help = "Example: comity request act 0123456789abcdef0123456789abcdef acknowledge --note 44/26 --dated 2026-04-09 --received 2026-04-10 --officer \"Exercise Officer\""
    )]
    Act(ActArgs),
}

/// An act in a request.
#[derive(Debug, ClapArgs)]
pub struct ActArgs {
    /// The request, by its id.
    pub request: String,
    /// The act.
    pub act: String,
    /// What it carries, `element=text`. May be repeated; an element that comes again has several texts.
    #[arg(long, value_name = "ELEMENT=TEXT")]
    pub set: Vec<String>,
    /// What was read before it: `saw` of `comity request show --format json`. Refused where something was done since.
    #[arg(long)]
    pub saw: Option<String>,
    /// The request as it is now, TOML or JSON, for acts that carry it.
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// When it happened; today unless given.
    #[arg(long, value_name = "DATE")]
    pub effective: Option<String>,
    /// The number of the note in which a State said it.
    #[arg(long, requires = "dated", requires = "received")]
    pub note: Option<String>,
    /// The date of that note.
    #[arg(long, value_name = "DATE")]
    pub dated: Option<String>,
    /// The day on which it was received.
    #[arg(long, value_name = "DATE")]
    pub received: Option<String>,
    /// Who records it; the name of the system's user unless given.
    #[arg(long)]
    pub officer: Option<String>,
}
