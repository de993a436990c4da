//! What becomes of each column, in words: for the data dictionary and `docs/data.md`.

use super::{Becomes, Column, File};
use crate::kinds;

impl File {
    /// What becomes of a column, in Markdown.
    pub fn said(&self, column: &Column) -> String {
        let of = |kinds: &[&str]| kinds.iter().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", else ");
        match column.becomes {
            Becomes::Name => "matter of the row's entries".to_owned(),
            Becomes::State => "subject `state:…` of the row's entries".to_owned(),
            Becomes::Persons => "subjects `person:…` of the row's entries".to_owned(),
            Becomes::Act(kind) => format!("effective date of `{kind}`"),
            Becomes::By(kind) => format!("effective date of `{kind}`, with `by` before it{}", self.only_without(kind)),
            Becomes::Member(kinds, name, _) => format!("{}, body `{name}`", of(kinds)),
            Becomes::StateMember(kinds, name, _) => format!("{}, body `{name}`, and subjects `state:…`", of(kinds)),
            Becomes::Told(kind, name) => {
                format!("`{kind}`, body `{name}`; its effective date is the day with which the words end, else unknown")
            }
            Becomes::Joined => format!(
                "`{}`, body `by`; where no deposit was found, undated `{}`, body `reason`",
                kinds::TREATY_JOINED,
                kinds::POSITION_UNRESOLVED
            ),
            Becomes::Remark => "`remark.added`, body `text`, about the row's first entry".to_owned(),
            Becomes::Source => "member `source` of the row's entries".to_owned(),
            Becomes::FieldSources => {
                "in place of `source`: of a date, member `source` of its entry; of another column, body `sources`".to_owned()
            }
        }
    }

    /// The column that gives the day itself, where one does.
    fn only_without(&self, kind: &'static str) -> String {
        let day = self.columns.iter().find(|column| column.becomes == Becomes::Act(kind));
        day.map(|day| format!(", where `{}` is empty", day.name)).unwrap_or_default()
    }
}
