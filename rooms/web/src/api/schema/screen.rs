//! A watch list against a register: what is sent, and the answer.

use crate::address::Lang;
use crate::inside::screening;
use register::screen as done;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The fields of the form: whom to look for, where, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({"register": "id,owner\n1,Exercise Person One\n2,Exercise Person Two\n", "outstanding": "1"})))]
pub struct ScreenForm {
    /// Where: CSV with any columns, at most 20 MiB.
    pub register: String,
    /// Who is looked for: CSV with the columns id and name, and if there are any aliases, born_on, nationality, gender and
    /// kind; at most 2 MiB and 20,000 names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watch: Option<String>,
    /// `1` to look for the persons under an outstanding warrant, as far as the account may know of them, in place of a watch list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("1"))]
    pub outstanding: Option<String>,
    /// The headings of the columns that hold names, one a line; `first+last` joins two. Found by their headings unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("owner"))]
    pub columns: Option<String>,
    /// The least score of a hit, from 0 to 1; 0.7 unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("0.7"))]
    pub score: Option<String>,
    /// At most so many hits for each who is looked for, the likeliest; all unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("3"))]
    pub top: Option<String>,
    /// What the register is written in, such as `windows-1256`; found out unless given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("utf-8"))]
    pub encoding: Option<String>,
}

/// A register that was searched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScreenedRegister {
    /// Rows that were searched.
    pub rows: u64,
    /// Rows that may concern somebody.
    pub matched: u64,
    /// Rows that could not be read.
    pub refused: u64,
    /// How many were looked for.
    pub watched: usize,
    /// How many of them have a hit.
    pub persons: u64,
    /// What the register is written in, such as `UTF-8`.
    pub written_in: String,
    /// The columns from which names were taken.
    pub names_from: Vec<String>,
    /// The hits, by the order of the watch list, then the likelier first, then by row.
    pub hits: Vec<ScreenHit>,
    /// The first hundred rows that could not be read.
    pub unread: Vec<ScreenLine>,
    /// What in the watch list is not understood and counts for nothing, the first hundred.
    pub notes: Vec<ScreenLine>,
}

/// A row that may concern somebody who was looked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScreenHit {
    /// The watch list's id of them; of a person of the register their key, such as `kony`.
    pub watch_id: String,
    /// The register's id of the row; its number where it gives none.
    pub register_id: String,
    /// The number of the row, from 1 after the header.
    pub row: u64,
    /// The name in the register that matched.
    pub matched_name: String,
    /// Under which of their names.
    pub watch_name: String,
    /// 0 to 1, to three digits.
    #[schema(minimum = 0, maximum = 1)]
    pub score: f64,
    /// Whether it is likely: a score of at least 0.7.
    pub likely: bool,
    /// Why.
    pub explanation: String,
    /// The narrowest level of what is told of a person of the register; `public` for those of a watch list.
    pub level: String,
}

/// A line of a file, and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScreenLine {
    /// The line on which it begins, from 1 with the header; in Parquet the row.
    pub line: u64,
    /// What is to be said.
    pub why: String,
}

impl ScreenedRegister {
    /// What was found, in a language.
    pub(crate) fn of(screened: &done::Screened, lang: Lang) -> ScreenedRegister {
        let summary = &screened.summary;
        let language = screening::language(lang);
        let unread = screened.refused.iter().map(|row| (row.line, row.why.words(language)));
        let notes = screened.notes.iter().take(done::MOST_LISTED);
        let notes = notes.map(|note| (note.line, note.what.words(language)));
        let line = |(line, why)| ScreenLine { line, why };
        ScreenedRegister {
            rows: summary.rows,
            matched: summary.matched,
            refused: summary.refused,
            watched: screened.watched,
            persons: summary.persons,
            written_in: summary.written_in.to_owned(),
            names_from: summary.names_from.clone(),
            hits: screened.hits.iter().map(ScreenHit::of).collect(),
            unread: unread.map(line).collect(),
            notes: notes.map(line).collect(),
        }
    }
}

impl ScreenHit {
    fn of(hit: &done::Hit) -> ScreenHit {
        ScreenHit {
            watch_id: hit.watch_id.clone(),
            register_id: hit.register_id.clone(),
            row: hit.row,
            matched_name: hit.matched_name.clone(),
            watch_name: hit.watch_name.clone(),
            // Three digits, as the score has.
            score: (f64::from(hit.score) * 1000.0).round() / 1000.0,
            likely: hit.likely,
            explanation: hit.explanation.clone(),
            level: hit.level.word().to_owned(),
        }
    }
}
