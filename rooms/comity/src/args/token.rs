//! `comity admin token`: access for programs.

use super::Format;
use super::admin::PostArgs;
use clap::Subcommand;

/// Accounts of programs, and the tokens by which programs act.
#[derive(Debug, Subcommand)]
pub enum Token {
    /// Take in a program: an account at which nobody signs in
    #[command(
        after_help = "Example: comity admin token service \"Exercise ministry system\" --organisation state:XAA --role central-authority"
    )]
    Service {
        /// What it is called.
        name: String,
        /// In which role it acts.
        #[command(flatten)]
        post: PostArgs,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Make a token for the account of a program; prints it this once
    #[command(
        after_help = "Example: comity admin token issue 0123456789abcdef0123456789abcdef --name \"test system\" --scope act --days 90"
    )]
    Issue {
        /// The account.
        account: String,
        /// What the token is called.
        #[arg(long)]
        name: String,
        /// What it may be used for: read, act (read and act), or feed (the calendar of deadlines alone).
        #[arg(long, default_value = "read")]
        scope: String,
        /// For how many days it works, 365 at most.
        #[arg(long, default_value_t = 90)]
        days: i64,
        /// It reaches what is under seal too, as far as the account does.
        #[arg(long)]
        sealed: bool,
        /// Who makes it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// List the tokens of an account
    #[command(after_help = "Example: comity admin token list 0123456789abcdef0123456789abcdef")]
    List {
        /// The account.
        account: String,
        /// How to print them.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Revoke a token; it works no more at once
    #[command(after_help = "Example: comity admin token revoke 0123456789abcdef0123456789abcdef 0123…")]
    Revoke {
        /// The account.
        account: String,
        /// The token, by its key, as `comity admin token list` prints it.
        token: String,
        /// Who revokes it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
}
