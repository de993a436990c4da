//! Arguments of `comity screen`.

use clap::{Args as ClapArgs, ValueEnum};
use std::num::NonZero;
use std::path::PathBuf;

/// A watch list against a register.
#[derive(Debug, ClapArgs)]
pub struct Screen {
    /// Who is looked for: CSV or Parquet with the columns id and name, and if there are any aliases (separated by `;`),
    /// born_on, nationality, gender and kind (person or entity). Standard input for `-`.
    #[arg(long, value_name = "FILE")]
    pub watch: PathBuf,
    /// Where: CSV or Parquet with any columns, of any length. Standard input (CSV) for `-`.
    #[arg(long, value_name = "FILE")]
    pub register: PathBuf,
    /// File to write the hits to; it appears when it is whole. Standard output for `-`.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// A column of the register that holds names, by its heading; `first+last` joins two. May be repeated. Unless given,
    /// columns are found by their headings.
    #[arg(long, value_name = "NAME")]
    pub name_column: Vec<String>,
    /// The least score of a hit, 0 to 1; from 0.7 on it is what a careful officer would call a likely match.
    #[arg(long, value_name = "SCORE", default_value = "0.7", value_parser = score)]
    pub min_score: f32,
    /// At most so many hits for each who is looked for, the likeliest.
    #[arg(long, value_name = "NUMBER")]
    pub top: Option<NonZero<usize>>,
    /// How many threads search; as many as the machine has processors unless given. The output does not depend on it.
    #[arg(long, value_name = "NUMBER")]
    pub jobs: Option<NonZero<usize>>,
    /// The form of the hits.
    #[arg(long, value_enum, default_value = "csv")]
    pub format: HitsFormat,
    /// The encoding of the register, such as windows-1256; found out unless given.
    #[arg(long, value_name = "ENCODING")]
    pub encoding: Option<String>,
    /// File to write all rows of the register to that could not be read, as CSV with line and reason.
    #[arg(long, value_name = "FILE")]
    pub refused: Option<PathBuf>,
    /// The language of explanations and summary.
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Lang,
}

/// The form of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum HitsFormat {
    /// CSV in UTF-8: watch_id,register_id,row,matched_name,watch_name,score,explanation.
    Csv,
    /// A JSON object a line, with the same members.
    Jsonl,
    /// FollowTheMoney entities, one a line: watch list, rows, and a Similar between them for each hit.
    Ftm,
}

/// A language of what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
}

fn score(text: &str) -> Result<f32, String> {
    let score = text.parse().ok().filter(|score| (0.0..=1.0).contains(score));
    score.ok_or_else(|| "a score is a number from 0 to 1, such as 0.7".to_owned())
}
