//! `comity admin`: people and who has which matter, the master key, what readers reported.

use super::Format;
use clap::{Args as ClapArgs, Subcommand};

/// What an officer looks after beside the record.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Who has an account: invite them, give and take roles, close accounts
    #[command(subcommand)]
    People(People),
    /// Let somebody in again who lost what they sign in with: two persons approve it
    #[command(subcommand)]
    Recovery(Recovery),
    /// Access for programs: their accounts and their tokens
    #[command(subcommand)]
    Token(super::Token),
    /// Assign a matter to somebody whom its audience lets in
    #[command(after_help = "Example: comity admin assign exercise-1 0123456789abcdef0123456789abcdef --level confidential")]
    Assign {
        /// The matter.
        matter: String,
        /// Their account.
        account: String,
        /// The narrowest level of it that they get: restricted, confidential or under-seal; all of it unless given.
        #[arg(long)]
        level: Option<String>,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Say whose record this is: the Court's, unless it is said, or a State's own
    #[command(after_help = "Example: comity admin institution state:XAA --data ./own-node")]
    Institution {
        /// `court` or `state:` and the code of the State (ISO 3166-1 alpha-3).
        institution: String,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// End an assignment
    #[command(after_help = "Example: comity admin unassign exercise-1 0123456789abcdef0123456789abcdef --reason \"other duties\"")]
    Unassign {
        /// The matter.
        matter: String,
        /// Their account.
        account: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Hand over a desk: all matters that somebody has go to somebody else of their organisation, in one act
    #[command(
        after_help = "Example: comity admin hand-over 0123456789abcdef0123456789abcdef 00112233445566778899aabbccddeeff --reason \"other duties\""
    )]
    HandOver {
        /// Whose matters go: their account.
        from: String,
        /// To whom: their account.
        to: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Who has a matter: assigned, for somebody's absence, or in an emergency
    #[command(after_help = "Example: comity admin assignments exercise-1 --format json")]
    Assignments {
        /// The matter.
        matter: String,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Access to a matter in an emergency: who asked for it and who has it; end it, or refuse it
    #[command(subcommand)]
    Emergency(Emergency),
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

/// Access to a matter in an emergency. It is asked for on its page, by somebody whom the matter is open to.
#[derive(Debug, Subcommand)]
pub enum Emergency {
    /// List it, the newest first: open, granted, ended, refused
    #[command(after_help = "Example: comity admin emergency list --open --format csv")]
    List {
        /// Only what waits for a second person, or lasts.
        #[arg(long)]
        open: bool,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// End access before its time, or refuse what waits
    #[command(after_help = "Example: comity admin emergency end 0123456789abcdef0123456789abcdef")]
    End {
        /// The request, by its id, as `comity admin emergency list` prints it.
        request: String,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Refused at the shell: a second person of the same organ or State grants it, on the page of emergency access
    #[command(after_help = "Example: comity admin emergency grant 0123456789abcdef0123456789abcdef --hours 4")]
    Grant {
        /// The request, by its id, as `comity admin emergency list` prints it.
        request: String,
        /// For how many hours.
        #[arg(long, default_value_t = 4)]
        hours: i64,
        /// Who would record it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
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

/// People and their accounts.
#[derive(Debug, Subcommand)]
pub enum People {
    /// List accounts, in the order of names
    #[command(after_help = "Example: comity admin people list --organisation state:XAA")]
    List {
        /// Of this organisation alone: court, assembly, state:XXX, organisation:KEY or team:KEY.
        #[arg(long)]
        organisation: Option<String>,
        /// Closed ones too.
        #[arg(long)]
        all: bool,
        /// How to print them.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// One account: roles, what its owner signs in with, matters, recovery
    #[command(after_help = "Example: comity admin people show 0123456789abcdef0123456789abcdef")]
    Show {
        /// The account.
        account: String,
        /// How to print it.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Invite somebody; prints the link by which they come in
    #[command(after_help = "Example: comity admin people invite \"Exercise Officer\" --organisation court --role registry")]
    Invite {
        /// Their name, as it is to be shown.
        name: String,
        /// For which role.
        #[command(flatten)]
        post: PostArgs,
        /// The number of the case, with the first person of a team: the team belongs to it for good.
        #[arg(long, value_name = "NUMBER")]
        case: Option<String>,
        /// Somebody of the organisation has a name like it, and this is another person.
        #[arg(long)]
        another: bool,
        /// The link.
        #[command(flatten)]
        link: LinkArgs,
    },
    /// Print another link for somebody who was invited and has not come; the one before works no more
    #[command(after_help = "Example: comity admin people link 0123456789abcdef0123456789abcdef --public-url https://comity.example.org")]
    Link {
        /// The account.
        account: String,
        /// The link.
        #[command(flatten)]
        link: LinkArgs,
    },
    /// Give a role
    #[command(after_help = "Example: comity admin people grant 0123456789abcdef0123456789abcdef --organisation court --role auditor")]
    Grant {
        /// The account.
        account: String,
        /// Which role.
        #[command(flatten)]
        post: PostArgs,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Take a role back; whoever has it is signed out
    #[command(
        after_help = "Example: comity admin people withdraw 0123456789abcdef0123456789abcdef --organisation court --role auditor --reason \"left the unit\""
    )]
    Withdraw {
        /// The account.
        account: String,
        /// Which role.
        #[command(flatten)]
        post: PostArgs,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Close an account for good; its owner is signed out, and links to it work no more
    #[command(after_help = "Example: comity admin people close 0123456789abcdef0123456789abcdef --reason \"left the service\"")]
    Close {
        /// The account.
        account: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Revoke a passkey, a certificate or an identity at a sign-in service; its owner is signed out
    #[command(after_help = "Example: comity admin people revoke 0123456789abcdef0123456789abcdef KEY --reason \"laptop lost\"")]
    Revoke {
        /// The account.
        account: String,
        /// What they sign in with, by its key, as `comity admin people show` prints it.
        #[arg(value_name = "KEY")]
        credential: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Who records it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// List where somebody is signed in
    #[command(after_help = "Example: comity admin people sessions 0123456789abcdef0123456789abcdef")]
    Sessions {
        /// The account.
        account: String,
        /// How to print them.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Sign somebody out, everywhere or in one session
    #[command(after_help = "Example: comity admin people end-sessions 0123456789abcdef0123456789abcdef")]
    EndSessions {
        /// The account.
        account: String,
        /// The session, by its key, as `comity admin people sessions` prints it; all of them unless given.
        #[arg(long, value_name = "KEY")]
        session: Option<String>,
        /// Who does it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
}

/// A role for an organisation.
#[derive(Debug, ClapArgs)]
pub struct PostArgs {
    /// For whom they act: court, assembly, state:XXX, organisation:KEY or team:KEY.
    #[arg(long)]
    pub organisation: String,
    /// As what, such as registry, central-authority or auditor; docs/roles.md has them all.
    #[arg(long)]
    pub role: String,
}

/// Where a link leads, and how it is printed.
#[derive(Debug, ClapArgs)]
pub struct LinkArgs {
    /// Where the site lies for those who use it, as given to `comity serve`; http://localhost:8080 unless given.
    #[arg(long, value_name = "https://HOST")]
    pub public_url: Option<String>,
    /// Who does it; the name of the system's user unless given.
    #[arg(long)]
    pub officer: Option<String>,
    /// How to print it.
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
}

/// Letting somebody in again.
#[derive(Debug, Subcommand)]
pub enum Recovery {
    /// Ask that somebody is let in again
    #[command(after_help = "Example: comity admin recovery ask 0123456789abcdef0123456789abcdef --reason \"telephone lost\"")]
    Ask {
        /// Their account.
        account: String,
        /// What happened.
        #[arg(long)]
        reason: String,
        /// Who asks; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Approve it, as one of two; the shell is one person, whoever sits at it
    #[command(after_help = "Example: comity admin recovery approve 0123456789abcdef0123456789abcdef")]
    Approve {
        /// Their account.
        account: String,
        /// Who approves; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Stop it
    #[command(after_help = "Example: comity admin recovery stop 0123456789abcdef0123456789abcdef --reason \"telephone found\"")]
    Stop {
        /// Their account.
        account: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Who stops it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Print the link for the owner, once two have approved and the time to object is over
    #[command(after_help = "Example: comity admin recovery link 0123456789abcdef0123456789abcdef")]
    Link {
        /// Their account.
        account: String,
        /// The link.
        #[command(flatten)]
        link: LinkArgs,
    },
    /// List those under way
    #[command(after_help = "Example: comity admin recovery list --format json")]
    List {
        /// How to print them.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
}
