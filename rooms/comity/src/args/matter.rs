//! `comity matter`: what is not public, who may know it, and what is erased.

use super::Format;
use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Matter that is not public.
#[derive(Debug, Subcommand)]
pub enum Matter {
    /// Add an entry to a matter, or begin one with it
    #[command(
        after_help = "Example: comity matter add warrant.issued --effective 2026-02-01 --about person:exercise-0001 --about situation:exercise-01/26 --set \"situation=Exercise A\" --level under-seal --to organ:chambers --to organ:prosecutor --from organ:prosecutor --basis \"Exercise decision 1\""
    )]
    Add {
        /// Kind of the entry, such as warrant.issued.
        kind: String,
        /// The matter; a new one under a random name unless given.
        #[arg(long)]
        matter: Option<String>,
        /// When it happened: 2013-10-02, 2010-06, 2007, one of these after `by`, `from` or `about`, or unknown.
        #[arg(long, value_name = "DATE")]
        effective: String,
        /// What it is about, such as person:kony or state:FRA. May be repeated.
        #[arg(long, value_name = "SUBJECT")]
        about: Vec<String>,
        /// A member of its body, `member=value`. May be repeated.
        #[arg(long, value_name = "MEMBER=VALUE")]
        set: Vec<String>,
        /// Who may know it.
        #[command(flatten)]
        audience: AudienceArgs,
        /// The ground on which it is not public.
        #[arg(long)]
        basis: Option<String>,
        /// The document or page that was read.
        #[arg(long)]
        source: Option<String>,
        /// Who says so; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Close a matter further
    #[command(
        after_help = "Example: comity matter narrow exercise-1 --level under-seal --to organ:chambers --from organ:prosecutor --decision \"Exercise decision 2\""
    )]
    Narrow(ChangeArgs),
    /// Open a matter, whole, by a decision
    #[command(
        after_help = "Example: comity matter unseal exercise-1 --level public --authority \"Pre-Trial Chamber\" --decision \"Exercise decision 3\""
    )]
    Unseal {
        /// Which matter, and to whom.
        #[command(flatten)]
        change: ChangeArgs,
        /// Whose decision it is.
        #[arg(long)]
        authority: String,
    },
    /// Close a matter that was public by mistake
    #[command(
        after_help = "Example: comity matter withdraw exercise-1 --level confidential --to organ:registry --from organ:registry --decision \"Exercise decision 4\""
    )]
    Withdraw(ChangeArgs),
    /// Ask for entries of a matter to be erased; another person orders it
    #[command(
        after_help = "Example: comity matter erase-request exercise-1 --entry 0123456789abcdef0123456789abcdef --reason \"named a witness\" --authority \"Exercise decision 5\" --officer \"Exercise Officer\""
    )]
    EraseRequest {
        /// The matter.
        matter: String,
        /// An entry, by its id; all of the matter unless given. May be repeated.
        #[arg(long, value_name = "ID")]
        entry: Vec<String>,
        /// Why.
        #[command(flatten)]
        because: EraseArgs,
    },
    /// Order what another person asked for: the entries are gone at once, and for good
    ///
    /// The name of the second person is taken on trust, as that of the first: whoever has this shell can give both.
    #[command(
        after_help = "Example: comity matter erase 0123456789abcdef0123456789abcdef --reason \"named a witness\" --authority \"Exercise decision 6\" --officer \"Another Officer\""
    )]
    Erase {
        /// The entry of the request, by its id.
        request: String,
        /// Why.
        #[command(flatten)]
        because: EraseArgs,
    },
    /// Decline what was asked for, or take it back: nothing goes, and it is not ordered any more
    #[command(
        after_help = "Example: comity matter erase-decline 0123456789abcdef0123456789abcdef --reason \"Exercise decision 7 keeps it\" --officer \"Another Officer\""
    )]
    EraseDecline {
        /// The entry of the request, by its id.
        request: String,
        /// Why nothing goes.
        #[arg(long)]
        reason: String,
        /// Who says so; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Write a matter into one file, to be taken along: a page to be read, the entries, their proofs
    #[command(after_help = "Example: comity matter export exercise-1 --out exercise-1.zip")]
    Export {
        /// The matter.
        matter: String,
        /// File to write; it must not exist.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// For whom it is, as the file says; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// List the entries of a matter, with who may know each now
    #[command(after_help = "Example: comity matter show exercise-1 --format json")]
    Show {
        /// The matter.
        matter: String,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
}

/// Why something is erased, by whose decision, and who says so.
#[derive(Debug, ClapArgs)]
pub struct EraseArgs {
    /// Why; it is kept, so it must not tell what is erased.
    #[arg(long)]
    pub reason: String,
    /// By whose decision, with its number or date.
    #[arg(long)]
    pub authority: String,
    /// Who says so: one person asks, another orders. At the shell both names are taken on trust.
    #[arg(long)]
    pub officer: String,
}

/// Who may know something.
#[derive(Debug, ClapArgs)]
pub struct AudienceArgs {
    /// public, restricted, confidential or under-seal.
    #[arg(long)]
    pub level: String,
    /// Who is let in, such as organ:registry or state:FRA. May be repeated.
    #[arg(long, value_name = "READER")]
    pub to: Vec<String>,
    /// Who is left out of it (ex parte). May be repeated.
    #[arg(long, value_name = "READER")]
    pub without: Vec<String>,
    /// From whom it comes.
    #[arg(long, value_name = "READER")]
    pub from: Option<String>,
}

/// A change of who may know a matter.
#[derive(Debug, ClapArgs)]
pub struct ChangeArgs {
    /// The matter.
    pub matter: String,
    /// Who may know it from then on.
    #[command(flatten)]
    pub audience: AudienceArgs,
    /// The decision, by its number or date.
    #[arg(long)]
    pub decision: String,
    /// The day of the decision; today unless given.
    #[arg(long, value_name = "DATE")]
    pub effective: Option<String>,
    /// Who records it; the name of the system's user unless given.
    #[arg(long)]
    pub officer: Option<String>,
}
