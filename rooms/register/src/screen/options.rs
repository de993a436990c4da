//! What may be chosen besides watch list and register, read out of what was typed: the same as the command's arguments.

use screening::Language;
use screening::table::{Encoding, encoding_named};
use std::num::NonZero;

/// The least score unless another is typed: what a careful officer would call a likely match.
const LIKELY: f32 = 0.7;
/// The most columns of names that may be told.
const MOST_COLUMNS: usize = 20;
/// The longest heading that may be told, in bytes.
const LONGEST: usize = 400;

/// What was typed; an empty text leaves the choice to the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    /// The headings of the columns that hold names, one a line; `first+last` joins two.
    pub columns: &'a str,
    /// The least score, 0 to 1, with a point or a comma.
    pub score: &'a str,
    /// How many hits each who is looked for has at most, from 1 on.
    pub top: &'a str,
    /// What the register is written in, such as `windows-1256`.
    pub encoding: &'a str,
}

/// What is chosen.
#[derive(Clone, Debug)]
pub struct Options {
    /// The columns of the register that hold names; found by their headings where none is told.
    pub name_columns: Vec<String>,
    /// From which score on a row is a hit, 0 to 1.
    pub min_score: f32,
    /// How many hits each who is looked for has at most, the likeliest.
    pub top: Option<NonZero<usize>>,
    /// What the register is written in; found out where it is not told.
    pub encoding: Option<&'static Encoding>,
    /// The language of the explanations.
    pub language: Language,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongOption {
    /// There are too many columns of names, or too long ones.
    Columns,
    /// The least score is no number from 0 to 1.
    Score,
    /// The number of hits is no number from 1 on.
    Top,
    /// No encoding is called so.
    Encoding,
}

impl WrongOption {
    /// The field in which it is mended.
    pub fn field(self) -> &'static str {
        match self {
            WrongOption::Columns => "columns",
            WrongOption::Score => "score",
            WrongOption::Top => "top",
            WrongOption::Encoding => "encoding",
        }
    }
}

impl Options {
    /// Reads what was typed.
    ///
    /// # Errors
    /// All that is wrong.
    pub fn read(given: Typed, language: Language) -> Result<Options, Vec<WrongOption>> {
        let [score, top, encoding] = [given.score, given.top, given.encoding].map(str::trim);
        let name_columns: Vec<String> = given
            .columns
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        let min_score = match score {
            "" => Some(LIKELY),
            score => score.replace(',', ".").parse().ok().filter(|score| (0.0..=1.0).contains(score)),
        };
        let top = match top {
            "" => Some(None),
            top => top.parse().ok().map(Some),
        };
        let encoding = match encoding {
            "" => Some(None),
            encoding => encoding_named(encoding).ok().map(Some),
        };
        let fits = name_columns.len() <= MOST_COLUMNS && name_columns.iter().all(|name| name.len() <= LONGEST);
        match (fits, min_score, top, encoding) {
            (true, Some(min_score), Some(top), Some(encoding)) => Ok(Options {
                name_columns,
                min_score,
                top,
                encoding,
                language,
            }),
            _ => Err([
                (!fits, WrongOption::Columns),
                (min_score.is_none(), WrongOption::Score),
                (top.is_none(), WrongOption::Top),
                (encoding.is_none(), WrongOption::Encoding),
            ]
            .into_iter()
            .filter_map(|(wrong, option)| wrong.then_some(option))
            .collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_left_empty_is_as_the_command_has_it_and_a_comma_is_a_point() {
        let options = Options::read(Typed::default(), Language::English).unwrap();
        assert_eq!((options.min_score, options.top, options.name_columns.len()), (0.7, None, 0));
        let given = Typed {
            columns: "owner\r\n\n first+last ",
            score: "0,55",
            top: "3",
            encoding: "windows-1256",
        };
        let options = Options::read(given, Language::English).unwrap();
        assert_eq!((options.min_score, options.top), (0.55, NonZero::new(3)));
        assert_eq!(options.name_columns, ["owner", "first+last"]);
        assert_eq!(options.encoding.map(Encoding::name), Some("windows-1256"));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let columns = "x\n".repeat(21);
        let given = Typed {
            columns: &columns,
            score: "NaN",
            top: "0",
            encoding: "klingon",
        };
        let wrong = Options::read(given, Language::English).unwrap_err();
        assert_eq!(
            wrong.iter().map(|wrong| wrong.field()).collect::<Vec<_>>(),
            ["columns", "score", "top", "encoding"]
        );
    }
}
