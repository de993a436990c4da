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
    /// A document of word processors, each element in a field of its own; it can be read back.
    Docx,
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
        /// In which form: TOML, or a document of word processors.
        #[arg(long, value_enum, default_value_t)]
        format: Written,
    },
    /// Send a request to review, which begins it
    #[command(after_help = "Example: comity request submit request.toml --requesting organ:chambers --officer \"Exercise Officer\"")]
    Submit {
        /// The request, TOML, JSON or DOCX; standard input for `-`.
        file: PathBuf,
        /// The organ that asks: organ:chambers, organ:prosecutor, organ:registry or organ:presidency.
        #[arg(long, value_name = "READER")]
        requesting: String,
        /// A file that belongs to it, with the element to which it belongs and its language: warrant=warrant.pdf,eng. May be repeated.
        #[arg(long, value_name = "ELEMENT=PATH[,LANGUAGE]")]
        attach: Vec<String>,
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
    /// Write a request as a document, or the note verbale that covers it
    #[command(after_help = "Example: comity request document 0123456789abcdef0123456789abcdef --format pdf --out request.pdf")]
    Document(super::DocumentArgs),
    /// Write a request that is signed as one file to be sent: request, note verbale, annexes and their hashes
    #[command(
        after_help = "Example: comity request bundle 0123456789abcdef0123456789abcdef --out request.zip\n\nPrints the SHA-256 of the file, for `comity request act ID transmit --set bundle_sha256=…`."
    )]
    Bundle(BundleArgs),
    /// List the open requests that are to be looked at again, since something happened
    #[command(after_help = "Example: comity request changes --format csv")]
    Changes {
        /// The day in the world; today unless given.
        #[arg(long, value_name = "DATE")]
        as_at: Option<String>,
        /// In which form.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Check how a request was signed, and say what to check it with elsewhere
    #[command(after_help = "Example: comity request signature 0123456789abcdef0123456789abcdef --format json")]
    Signature {
        /// The request, by its id.
        request: String,
        /// In which form.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Record a request that came to a State, on that State's own record
    #[command(
        after_help = "Example: comity request receive request.toml --note NV/12 --dated 2026-04-09 --received 2026-04-13 --set channel=diplomatic"
    )]
    Receive(ReceiveArgs),
    /// What a State does among itself to execute a request, on its own record: assignments, reports, remarks
    #[command(subcommand)]
    Execution(super::Execution),
    /// Record an act in a request; what can be done stands under `comity request show`
    #[command(
        after_help = "Example: comity request act 0123456789abcdef0123456789abcdef acknowledge --note 44/26 --dated 2026-04-09 --received 2026-04-10 --officer \"Exercise Officer\""
    )]
    Act(ActArgs),
}

/// A request as one file.
#[derive(Debug, ClapArgs)]
pub struct BundleArgs {
    /// The request, by its id.
    pub request: String,
    /// The file that is written; it must not be there yet.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// The language of the documents: en or fr. What was signed with a passkey stays as it was signed.
    #[arg(long, default_value = "en")]
    pub lang: String,
}

/// A request that came to a State.
#[derive(Debug, ClapArgs)]
pub struct ReceiveArgs {
    /// The bundle that came (.zip), or what is asked as TOML, JSON or a Word document; standard input for `-`.
    pub file: PathBuf,
    /// The number of the note that covers it.
    #[arg(long)]
    pub note: String,
    /// The date of that note.
    #[arg(long, value_name = "DATE")]
    pub dated: String,
    /// The day on which it was received.
    #[arg(long, value_name = "DATE")]
    pub received: String,
    /// The day on which it was sent; that of the note unless given.
    #[arg(long, value_name = "DATE")]
    pub sent: Option<String>,
    /// The id that the Court's record has for it, where it is known.
    #[arg(long)]
    pub id: Option<String>,
    /// What is known of its sending, `element=text`: channel, medium. May be repeated.
    #[arg(long, value_name = "ELEMENT=TEXT")]
    pub set: Vec<String>,
    /// The scan of the note.
    #[arg(long, value_name = "FILE")]
    pub scan: Option<PathBuf>,
    /// Who records it; the name of the system's user unless given.
    #[arg(long)]
    pub officer: Option<String>,
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
    /// A file that it carries, `element=path`, or `element=path,fra` with its language. May be repeated.
    #[arg(long, value_name = "ELEMENT=PATH")]
    pub attach: Vec<String>,
    /// What was read before it: `saw` of `comity request show --format json`. Refused where something was done since.
    #[arg(long)]
    pub saw: Option<String>,
    /// The request as it is now, TOML or JSON, for acts that carry it.
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// When it happened; unless given today, or the date of the note.
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
    /// A scan of that note.
    #[arg(long, value_name = "FILE", requires = "note")]
    pub scan: Option<PathBuf>,
    /// Who records it; the name of the system's user unless given.
    #[arg(long)]
    pub officer: Option<String>,
}
