//! The command line: `comity VERB`, no verb means `serve`.

mod admin;
mod authorities;
mod contacts;
mod matter;
mod needs;
mod report;
mod request;
mod request_document;
mod request_execution;
mod screen;
mod token;

pub use admin::*;
pub use authorities::*;
pub use contacts::*;
pub use matter::*;
pub use needs::*;
pub use report::*;
pub use request::*;
pub use request_document::*;
pub use request_execution::*;
pub use screen::*;
pub use token::Token;

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
    /// The data folder, comity-data unless given; it is made where it is missing.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
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
    #[command(
        after_help = "Example: comity serve --data ./comity-data --listen 127.0.0.1:8080\nExample: comity serve --listen 0.0.0.0:443 --public-url https://comity.example.org --tls-cert chain.pem --tls-key key.pem\nExample: comity serve --demo"
    )]
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
    /// Reports that are made of the record, as at any day; and how their figures are followed back
    #[command(subcommand)]
    Report(Report),
    /// Confirm or correct a fact, with its source
    #[command(subcommand)]
    Fact(Fact),
    /// Add to matter that is not public, close it further, open it, or erase of it
    #[command(subcommand)]
    Matter(Matter),
    /// Whom to address in a State: list, enter from a letter, confirm
    #[command(subcommand)]
    Authorities(Authorities),
    /// What the laws of States need of requests for surrender: list, enter from a letter or a law, end
    #[command(subcommand)]
    Needs(Needs),
    /// Is a request specific, complete and timely? Exit 0 complete, 1 gaps, 2 unreadable
    #[command(after_help = "Example: comity check request.toml")]
    Check {
        /// The request, TOML, JSON or DOCX; standard input for `-`.
        file: PathBuf,
        /// A file that is to be attached to it, with the element to which it belongs and its language. May be repeated.
        #[arg(long, value_name = "ELEMENT=PATH[,LANGUAGE]")]
        attach: Vec<String>,
        /// The day on which it is checked; today unless given.
        #[arg(long, value_name = "DATE")]
        as_at: Option<String>,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Requests for cooperation: write, submit, list, show, record what happened
    #[command(subcommand)]
    Request(Request),
    /// Is anybody on a list under an outstanding warrant or a summons, and what to do then? Exit 0 checked, whatever was found
    #[command(
        after_help = "Example: comity contacts delegation.txt --on 2026-12-03 --for un --notices ./notices\nExample: pbpaste | comity contacts -"
    )]
    Contacts(Box<Contacts>),
    /// Find the persons of a watch list in a register, under every spelling and script. Exit 0 searched, with hits or without
    #[command(
        after_help = "Example: comity screen --watch warrants.csv --register land-register.csv --out matches.csv\nExample: zcat vessels.csv.gz | comity screen --watch warrants.csv --register - --out - --format jsonl --name-column owner"
    )]
    Screen(Box<Screen>),
    /// Check or show a law pack
    #[command(subcommand)]
    Law(Law),
    /// Verify, prove, export and rebuild the record
    #[command(subcommand)]
    Record(Record),
    /// Write record, desk, audit and attachments into one encrypted file, while a server may run
    #[command(after_help = "Example: comity backup --out /mnt/backups/2026-11-26.comity")]
    Backup {
        /// File to write; it must not exist.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Restore a backup to an empty folder or an empty database, all or nothing
    ///
    /// What was revoked, withdrawn, closed, ended or erased after the backup was made is in force and there again: do it
    /// anew before a server starts.
    #[command(
        after_help = "Example: comity restore 2026-11-26.comity --data ./comity-data --keys /mnt/keys/keys.json --master-key /mnt/keys/master.key"
    )]
    Restore {
        /// The backup.
        file: PathBuf,
        /// The file keys.json of the record, from where it is kept.
        #[arg(long, value_name = "FILE")]
        keys: PathBuf,
    },
    /// List, export and verify what was done in the program, by whom and when
    #[command(subcommand)]
    Audit(Audit),
    /// What an officer looks after beside the record
    #[command(subcommand)]
    Admin(Admin),
}

/// Where to listen, and how the site is reached.
#[derive(Debug, ClapArgs)]
pub struct Serve {
    /// Address and port; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// Where the site lies for those who use it: requests for any other host are refused. Needed beyond this machine.
    #[arg(long, value_name = "https://HOST")]
    pub public_url: Option<String>,
    /// The certificates of the site in PEM, its own first; with --tls-key the server speaks TLS itself.
    #[arg(long, value_name = "FILE", requires = "tls_key", conflicts_with = "behind_proxy")]
    pub tls_cert: Option<PathBuf>,
    /// The key of the first certificate in PEM, which nobody but its owner may read.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// Authorities, in PEM, whose certificates clients may show.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub client_ca: Option<PathBuf>,
    /// The header in which the proxy in front says for whom it asks, such as X-Forwarded-For. Nobody else may reach
    /// the address that is listened on.
    #[arg(long, value_name = "HEADER", requires = "public_url")]
    pub behind_proxy: Option<String>,
    /// The sign-in services (OpenID Connect) of institutions; docs/people.md has the form.
    #[arg(long, value_name = "FILE")]
    pub sign_in: Option<PathBuf>,
    /// A demonstration on this machine alone: an exercise with invented people, as whom a press of a button signs in.
    /// In a folder that goes when the server ends, unless one is given.
    #[arg(long, conflicts_with_all = ["public_url", "tls_cert", "behind_proxy", "sign_in"])]
    pub demo: bool,
}

impl Default for Serve {
    fn default() -> Serve {
        Serve {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: None,
            tls_cert: None,
            tls_key: None,
            client_ca: None,
            behind_proxy: None,
            sign_in: None,
            demo: false,
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

/// The audit.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// List what was done, newest first
    #[command(after_help = "Example: comity audit list --since 2026-11-01 --act matter-opened --act unsealed --format csv > audit.csv")]
    List(AuditList),
    /// Check every event; name every one that is not as it was written, or is missing
    #[command(after_help = "Example: comity audit verify --data ./comity-data")]
    Verify,
}

/// Which events are listed: those that meet all that is given.
#[derive(Debug, ClapArgs)]
pub struct AuditList {
    /// From this day on.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Up to the end of this day.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// What was done, such as signed-in. May be repeated; a wrong word lists all.
    #[arg(long, value_name = "ACT")]
    pub act: Vec<String>,
    /// By this account, or to it.
    #[arg(long)]
    pub account: Option<String>,
    /// By somebody acting for this organisation, such as court or state:XAA.
    #[arg(long)]
    pub organisation: Option<String>,
    /// In this matter, by its name or by what stands for it in the audit.
    #[arg(long)]
    pub matter: Option<String>,
    /// At most so many.
    #[arg(long, value_name = "NUMBER")]
    pub limit: Option<usize>,
    /// How to print them.
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
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
    /// Print a rule by its citation, or what a form asks for
    #[command(after_help = "Example: comity law show \"91(2)\"")]
    Show {
        /// A citation, such as 91(2), rule 188 or ICC-ASP/12/Res.3, or a form, such as arrest-and-surrender.
        #[arg(required = true)]
        citation: Vec<String>,
        /// Language: en or fr.
        #[arg(long, default_value = "en")]
        lang: String,
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
