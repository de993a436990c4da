//! The command line: `comity VERB`, no verb means `serve`.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Cooperation of States with an international criminal court: requests, answers and the public record,
/// as at any date.
#[derive(Debug, Parser)]
#[command(
    name = "comity",
    version,
    after_help = "Without a verb, `comity` is `comity serve`.\nExample: comity outstanding --as-at 2013-10-02"
)]
pub struct Args {
    /// The data folder; it is made where it is missing.
    #[arg(long, global = true, default_value = "comity-data", value_name = "FOLDER")]
    pub data: PathBuf,
    /// The database on a PostgreSQL server for record and desk; unless given, they are files in the data folder,
    /// which holds the keys in either case. A password belongs in PGPASSWORD or the file .pgpass.
    #[arg(long, global = true, value_name = "postgres://USER@HOST/DATABASE")]
    pub database: Option<String>,
    /// The file of the master key, under which sealed matter lies encrypted; `master.key` in the data folder unless
    /// given. It may be a file descriptor, such as /dev/fd/3.
    #[arg(long, global = true, value_name = "FILE")]
    pub master_key: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Start the server on this folder
    #[command(after_help = "Example: comity serve --data ./comity-data --listen 127.0.0.1:8080")]
    Serve(Serve),
    /// Take in an edition of the public record, all or nothing
    #[command(after_help = "Example: comity import ./public-record")]
    Import {
        /// Folder with the pack's CSV files.
        folder: PathBuf,
        /// How to print what was done.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Persons with outstanding warrants or surrender requests
    #[command(after_help = "Example: comity outstanding --as-at 2013-10-02 --format json")]
    Outstanding {
        /// The reading.
        #[command(flatten)]
        reading: ReadingArgs,
        /// With what is not public, as whoever owns the folder may know it.
        #[arg(long)]
        all: bool,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Parties to a treaty
    #[command(after_help = "Example: comity parties --treaty rome-statute --as-at 2013-10-02 --format json")]
    Parties {
        /// The treaty.
        #[arg(long, value_enum)]
        treaty: Treaty,
        /// The reading.
        #[command(flatten)]
        reading: ReadingArgs,
        /// With what is not public, as whoever owns the folder may know it.
        #[arg(long)]
        all: bool,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// One State's profile of cooperation
    #[command(after_help = "Example: comity state ITA --as-at 2026-02-01\nExample: comity state czech republic")]
    State {
        /// Its ISO 3166-1 code (alpha-3 or alpha-2, in any case), or a name that it bears or bore.
        #[arg(required = true, value_name = "CODE")]
        words: Vec<String>,
        /// The reading.
        #[command(flatten)]
        reading: ReadingArgs,
        /// With what is not public, as whoever owns the folder may know it.
        #[arg(long)]
        all: bool,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Write the whole public register of a day into one file, to take along
    #[command(after_help = "Example: comity archive --as-at 2013-10-02 --out register.zip")]
    Archive(Archive),
    /// Confirm or correct a fact, with its source
    #[command(subcommand)]
    Fact(Fact),
    /// Add to matter that is not public, close it further or open it
    #[command(subcommand)]
    Matter(Matter),
    /// Check or show a law pack
    #[command(subcommand)]
    Law(Law),
    /// Verify, prove, export and rebuild the record
    #[command(subcommand)]
    Record(Record),
    /// What an officer looks after beside the record
    #[command(subcommand)]
    Admin(Admin),
}

/// Where to listen.
#[derive(Debug, ClapArgs)]
pub struct Serve {
    /// Address and port; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: SocketAddr,
}

impl Default for Serve {
    fn default() -> Serve {
        Serve {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
        }
    }
}

/// The register to take along.
#[derive(Debug, ClapArgs)]
pub struct Archive {
    /// The reading.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// File to write; it must not exist. Unless given, one named after the day, in the folder where you are.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The form of the tables.
    #[arg(long, value_enum, default_value = "csv")]
    pub format: TableForm,
}

/// The form of tables to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableForm {
    /// CSV in UTF-8, for spreadsheets, and to be read in again.
    Csv,
    /// Parquet, with types.
    Parquet,
}

/// One reading of the record.
#[derive(Debug, ClapArgs)]
pub struct ReadingArgs {
    /// The day in the world, from 1998-07-17 to today; today unless given.
    #[arg(long, value_name = "DATE")]
    pub as_at: Option<String>,
    /// The record as it stood at the end of this day.
    #[arg(long, value_name = "DATE")]
    pub known_on: Option<String>,
    /// Count what was effective on the day though it was disclosed later.
    #[arg(long)]
    pub hindsight: bool,
}

/// A treaty that the register follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Treaty {
    /// The Rome Statute.
    RomeStatute,
    /// The Agreement on the Privileges and Immunities of the Court.
    Apic,
}

impl Treaty {
    /// Its id in the law pack.
    pub fn id(self) -> &'static str {
        match self {
            Treaty::RomeStatute => register::state::ROME_STATUTE,
            Treaty::Apic => register::state::APIC,
        }
    }
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// JSON.
    Json,
    /// CSV in UTF-8, for spreadsheets.
    Csv,
}

/// An officer's act on a fact.
#[derive(Debug, Subcommand)]
pub enum Fact {
    /// Record that a source that was read confirms a fact
    #[command(after_help = "Example: comity fact confirm 0123456789abcdef0123456789abcdef --source \"ICC-02/04-01/05-53\"")]
    Confirm {
        /// The entry, by its id.
        entry: String,
        /// The document or page that was read.
        #[arg(long)]
        source: String,
        /// The field that it confirms: its date, or a member of its body.
        #[arg(long, default_value = "effective")]
        field: String,
        /// Who says so; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Restate a fact, or take it back
    #[command(
        after_help = "Example: comity fact correct 0123456789abcdef0123456789abcdef --effective 2007-05-02 --reason \"misread\" --source \"ICC-02/05-01/07-2\""
    )]
    Correct {
        /// The entry, by its id.
        entry: String,
        /// The document or page that was read.
        #[arg(long)]
        source: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// The new date: 2013-10-02, 2010-06, 2007, or one of these after `by`, `from` or `about`.
        #[arg(long, value_name = "DATE")]
        effective: Option<String>,
        /// A new value of a member of the body, `member=value`; an empty value takes it out. May be repeated.
        #[arg(long, value_name = "MEMBER=VALUE")]
        set: Vec<String>,
        /// Take the fact back instead of restating it.
        #[arg(long)]
        retract: bool,
        /// Who says so; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
}

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

/// Law packs.
#[derive(Debug, Subcommand)]
pub enum Law {
    /// Say what is wrong with a law pack, with file and line, and run its cases
    #[command(after_help = "Example: comity law check law-packs/rome-statute")]
    Check {
        /// Folder of the pack.
        folder: PathBuf,
    },
    /// Print a rule by its citation
    #[command(after_help = "Example: comity law show \"91(2)\"")]
    Show {
        /// A citation, such as 91(2), art-91-2-a or ICC-ASP/12/Res.3.
        #[arg(required = true)]
        citation: Vec<String>,
        /// Language: en or fr.
        #[arg(long, default_value = "en")]
        lang: String,
    },
}

/// What an officer looks after beside the record.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Look after the master key, under which sealed matter lies encrypted
    #[command(subcommand)]
    MasterKey(MasterKey),
    /// List the errors that readers reported, oldest first
    #[command(after_help = "Example: comity admin errors --format csv > errors.csv")]
    Errors {
        /// Close reports instead.
        #[command(subcommand)]
        act: Option<ErrorsAct>,
        /// Closed ones too; they are kept for ninety days.
        #[arg(long)]
        all: bool,
        /// How to print them.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
}

/// The master key.
#[derive(Debug, Subcommand)]
pub enum MasterKey {
    /// Draw another one and wrap the keys of all sealed matter with it; then start the servers of the record anew
    #[command(after_help = "Example: comity admin master-key change")]
    Change,
}

/// What becomes of reported errors.
#[derive(Debug, Subcommand)]
pub enum ErrorsAct {
    /// Close reports that were dealt with, all or none
    #[command(
        after_help = "Example: comity admin errors close 7KQ2-M4XD-9TPA --reason \"corrected by entry 0123456789abcdef0123456789abcdef\""
    )]
    Close {
        /// The reports, by their references.
        #[arg(required = true, value_name = "REFERENCE")]
        references: Vec<String>,
        /// What came of them.
        #[arg(long)]
        reason: String,
        /// Who says so; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
}

/// The record.
#[derive(Debug, Subcommand)]
pub enum Record {
    /// Begin a record; a real one takes in the public record at its first use, an exercise when told
    #[command(after_help = "Example: comity record init --exercise --data ./exercise")]
    Init {
        /// An exercise record: for exercise matter, never counted with real.
        #[arg(long)]
        exercise: bool,
    },
    /// Check every byte; name every entry that is not as it was recorded
    #[command(after_help = "Example: comity record verify --data ./comity-data")]
    Verify,
    /// Print the newest signed checkpoint
    #[command(after_help = "Example: comity record checkpoint > checkpoint.txt")]
    Checkpoint,
    /// Print the verifier key, by which anybody checks checkpoints and proofs
    #[command(after_help = "Example: comity record key")]
    Key,
    /// Write the proof of an entry
    #[command(after_help = "Example: comity record prove 0123456789abcdef0123456789abcdef --out proof.json")]
    Prove {
        /// The entry, by its id.
        entry: String,
        /// File to write; printed unless given.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Write the whole record into a file
    #[command(after_help = "Example: comity record export --out record.jsonl")]
    Export {
        /// File to write; it must not exist. Printed unless given.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Make a record in a new folder out of an exported file
    #[command(after_help = "Example: comity record import record.jsonl --data ./copy")]
    Import {
        /// The exported file.
        file: PathBuf,
    },
    /// Drop the read tables and derive them anew
    #[command(after_help = "Example: comity record rebuild")]
    Rebuild,
}
