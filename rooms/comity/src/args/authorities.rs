//! `comity authorities`: whom to address in a State.

use super::{Format, ReadingArgs};
use clap::{Args as ClapArgs, Subcommand};

/// The directory of authorities of States. At the shell everything is written from a letter.
#[derive(Debug, Subcommand)]
pub enum Authorities {
    /// List the authorities of States as at a day
    #[command(after_help = "Example: comity authorities list --state XAA\nExample: comity authorities list --due --format csv")]
    List {
        /// Of this State alone (ISO 3166-1 alpha-3).
        #[arg(long, value_name = "CODE")]
        state: Option<String>,
        /// Those alone that nobody confirmed for six months. Exit 1 where there are any.
        #[arg(long)]
        due: bool,
        /// The reading.
        #[command(flatten)]
        reading: ReadingArgs,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Show one authority as at a day
    #[command(after_help = "Example: comity authorities show authority-0123456789abcdef0123456789abcdef --as-at 2026-06-01")]
    Show {
        /// The authority, as the list names it.
        authority: String,
        /// The reading.
        #[command(flatten)]
        reading: ReadingArgs,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Enter an authority from a letter, or another version of one, whole
    #[command(
        after_help = "Example: comity authorities add --state XAA --name-en \"Exercise Ministry of Justice\" --role central-authority --does receives --email cooperation@example.org --channel direct --language fra --from 2026-03-01 --letter \"Note verbale 12/2026, Registry file 7\" --dated 2026-03-02"
    )]
    Add(Box<AddArgs>),
    /// Record that an authority said on a day that all of it is right
    #[command(
        after_help = "Example: comity authorities confirm authority-0123456789abcdef0123456789abcdef --letter \"Note verbale 31/2026\" --dated 2026-09-02"
    )]
    Confirm {
        /// The authority, as the list names it.
        authority: String,
        /// The letter.
        #[command(flatten)]
        letter: LetterArgs,
    },
    /// Record that from a day on there is no such authority any more
    #[command(
        after_help = "Example: comity authorities end authority-0123456789abcdef0123456789abcdef --on 2026-10-01 --letter \"Note verbale 40/2026\" --dated 2026-09-20"
    )]
    End {
        /// The authority, as the list names it.
        authority: String,
        /// The first day on which it is not there.
        #[arg(long, value_name = "DAY")]
        on: String,
        /// Why, if there is more to say.
        #[arg(long, default_value = "")]
        reason: String,
        /// The letter.
        #[command(flatten)]
        letter: LetterArgs,
    },
}

/// What is entered.
#[derive(Debug, ClapArgs)]
pub struct AddArgs {
    /// Its State (ISO 3166-1 alpha-3), for one that is not there yet.
    #[arg(long, value_name = "CODE", required_unless_present = "authority", conflicts_with = "authority")]
    pub state: Option<String>,
    /// The authority of which this is another version, as the list names it: something changed.
    #[arg(long)]
    pub authority: Option<String>,
    /// What was wrong with the newest version: this corrects it instead of following it.
    #[arg(long, value_name = "WHAT", requires = "authority")]
    pub mistake: Option<String>,
    /// Its name in its own language. One of the three names is needed.
    #[arg(long, default_value = "")]
    pub name: String,
    /// Its name in English.
    #[arg(long, default_value = "")]
    pub name_en: String,
    /// Its name in French.
    #[arg(long, default_value = "")]
    pub name_fr: String,
    /// central-authority, embassy, executing-authority, focal-point or working-group.
    #[arg(long)]
    pub role: String,
    /// receives, executes. May be repeated.
    #[arg(long, value_name = "TASK")]
    pub does: Vec<String>,
    /// A topic of Part 9, by its id in the law pack; all where none is given. May be repeated.
    #[arg(long, value_name = "ID")]
    pub topic: Vec<String>,
    /// Postal address.
    #[arg(long, default_value = "")]
    pub address: String,
    /// Telephone, with the code of the country.
    #[arg(long, default_value = "")]
    pub telephone: String,
    /// E-mail.
    #[arg(long, default_value = "")]
    pub email: String,
    /// When somebody is there; needs --zone.
    #[arg(long, default_value = "")]
    pub hours: String,
    /// Its time zone, such as Europe/Amsterdam.
    #[arg(long, default_value = "")]
    pub zone: String,
    /// Who is reached at any hour, and how.
    #[arg(long, default_value = "")]
    pub urgent: String,
    /// A language of requests (ISO 639-3), such as fra. May be repeated.
    #[arg(long, value_name = "CODE")]
    pub language: Vec<String>,
    /// diplomatic, direct, interpol or regional-organisation.
    #[arg(long, default_value = "")]
    pub channel: String,
    /// More about the channel.
    #[arg(long, default_value = "")]
    pub channel_details: String,
    /// The key to which packages for it are sealed.
    #[arg(long, default_value = "")]
    pub key: String,
    /// From when it is so: 2026-03-01, 2026-03 or 2026. It may lie ahead.
    #[arg(long, value_name = "DATE")]
    pub from: String,
    /// Its last day, where one is set.
    #[arg(long, value_name = "DATE", default_value = "")]
    pub until: String,
    /// The letter.
    #[command(flatten)]
    pub letter: LetterArgs,
}

/// From what an officer writes, and who they are.
#[derive(Debug, ClapArgs)]
pub struct LetterArgs {
    /// The letter or call: what it is, from whom, and where it is kept.
    #[arg(long, value_name = "SOURCE")]
    pub letter: String,
    /// Its day.
    #[arg(long, value_name = "DAY")]
    pub dated: String,
    /// Who says so; the name of the system's user unless given.
    #[arg(long)]
    pub officer: Option<String>,
}
