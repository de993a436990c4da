//! In which order the days of a row can stand.

use super::{Becomes, Column, EFFECTIVE, File, day_told};
use crate::chain::text;
use crate::kinds::Sort;
use record::entry::Draft;
use record::when::When;

/// Two columns of days of which the second cannot lie before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column of what comes first.
    pub first: &'static str,
    /// The column of what comes after it.
    pub then: &'static str,
    /// A column and its text with which they may stand the other way round.
    pub unless: Option<(&'static str, &'static str)>,
}

/// Two days that stand the wrong way round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// The columns.
    pub order: Order,
    /// What is said of the one that comes first.
    pub first: When,
    /// What is said of the one that comes after it.
    pub then: When,
}

impl File {
    /// The days of a row that stand the wrong way round. `cell` gives the text of a column of the row, a day by
    /// which something happened with `by` before it.
    pub fn misplaced(&self, cell: impl Fn(&Column) -> Option<String>) -> Vec<Misplaced> {
        let cell = |column: &str| cell(self.column(column)?);
        let day = |column: &str| match self.column(column)?.becomes {
            Becomes::Told(..) => Some(day_told(&cell(column)?)),
            _ => When::parse(&cell(column)?).ok(),
        };
        let wrong = |order: &Order| {
            let (first, then) = (day(order.first)?, day(order.then)?);
            let excused = order.unless.is_some_and(|(column, text)| cell(column).as_deref() == Some(text));
            let wrong = !excused && then.last()? < first.first()?;
            wrong.then_some(Misplaced {
                order: *order,
                first,
                then,
            })
        };
        self.orders.iter().filter_map(wrong).collect()
    }

    /// The text of a column as the entries of a row have it: of each kind the one that stands.
    pub fn cell_of(&self, column: &Column, entries: &[&Draft]) -> Option<String> {
        let of = |kind: &str| entries.iter().find(|draft| draft.kind == kind).copied();
        match column.becomes {
            Becomes::Act(kind) => text(of(kind)?, EFFECTIVE).filter(|_| !matches!(of(kind), Some(d) if is_by(d))),
            Becomes::By(kind) => text(of(kind)?, EFFECTIVE).filter(|_| of(kind).is_some_and(is_by)),
            Becomes::Member(kinds, name, _) | Becomes::StateMember(kinds, name, _) => {
                kinds.iter().filter_map(|kind| of(kind)).find_map(|draft| text(draft, name))
            }
            Becomes::Told(kind, name) => text(of(kind)?, name),
            Becomes::Joined => {
                let by = |kind, member| text(of(kind)?, member);
                by(crate::kinds::TREATY_JOINED, "by").or_else(|| by(crate::kinds::POSITION_UNRESOLVED, "reason"))
            }
            _ => None,
        }
    }
}

fn is_by(draft: &Draft) -> bool {
    matches!(draft.effective, When::By(_))
}

impl Column {
    /// Whether it holds a day.
    pub fn is_day(&self) -> bool {
        matches!(
            self.becomes,
            Becomes::Act(_) | Becomes::By(_) | Becomes::Member(_, _, Sort::Span) | Becomes::StateMember(_, _, Sort::Span)
        )
    }
}
