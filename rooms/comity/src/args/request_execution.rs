//! `comity request execution`: what a State does among itself to execute a request, on its own record.

use super::Format;
use clap::{Args as ClapArgs, Subcommand};

/// Assignments to executing authorities, and remarks beside the letters.
#[derive(Debug, Subcommand)]
pub enum Execution {
    /// List assignments and remarks, the newest first
    #[command(after_help = "Example: comity request execution list --request 0123456789abcdef0123456789abcdef --format json")]
    List {
        /// Of this request alone, by its id.
        #[arg(long)]
        request: Option<String>,
        /// In which form.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Show one, with what was said in it and who has it
    #[command(after_help = "Example: comity request execution show execution-0123456789abcdef0123456789abcdef")]
    Show {
        /// Its matter, as `comity request execution list` prints it.
        execution: String,
        /// In which form.
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Assign something to an authority; prints the matter, which `comity admin assign` gives to somebody of it
    #[command(
        after_help = "Example: comity request execution assign 0123456789abcdef0123456789abcdef --authority \"Exercise police\" --task \"Serve the exercise summons\" --answer-by 2026-05-04"
    )]
    Assign {
        /// The request, by its id.
        request: String,
        /// Who is to do it: an authority of the State.
        #[arg(long)]
        authority: String,
        /// What is to be done.
        #[arg(long)]
        task: String,
        /// By when.
        #[arg(long, value_name = "DATE")]
        answer_by: Option<String>,
        /// Who assigns it; the name of the system's user unless given.
        #[arg(long)]
        officer: Option<String>,
    },
    /// Record what was done in an assignment
    #[command(
        after_help = "Example: comity request execution report execution-0123456789abcdef0123456789abcdef \"The summons was served\""
    )]
    Report(SayingArgs),
    /// Remark something: in an assignment, or about a request beside its letters
    #[command(after_help = "Example: comity request execution remark 0123456789abcdef0123456789abcdef \"Ask the ministry first\"")]
    Remark(SayingArgs),
    /// End an assignment: nothing more is to be done
    #[command(after_help = "Example: comity request execution end execution-0123456789abcdef0123456789abcdef \"Done\"")]
    End(SayingArgs),
}

/// Something that is said.
#[derive(Debug, ClapArgs)]
pub struct SayingArgs {
    /// The matter of the assignment; for a remark beside the letters the id of the request.
    #[arg(value_name = "EXECUTION")]
    pub of: String,
    /// The words.
    pub text: String,
    /// Who says so; the name of the system's user unless given.
    #[arg(long)]
    pub officer: Option<String>,
}
