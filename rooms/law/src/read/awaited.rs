//! Deadlines that other parts of a pack name: they are there, and are what they are named for.

use super::Reader;
use crate::PackFault;
use crate::owed::Length;

/// That a move may be made while something is owed.
pub(super) struct Awaited {
    /// Id of the deadline.
    pub deadline: String,
    /// The act of the move.
    pub act: String,
    /// Where it is said.
    pub place: PackFault,
}

impl Reader {
    /// The deadlines that named functions ask for are there, with a length of their own.
    pub(super) fn asked_deadlines(&mut self) {
        for (id, place) in std::mem::take(&mut self.asked_for) {
            let found = self.requests.deadlines.iter().find(|deadline| deadline.id == id);
            if !found.is_some_and(|deadline| matches!(deadline.length, Length::Days(..))) {
                let reason =
                    format!("there is no deadline `{id}` with a number of days in this pack; write it under [[deadline]], or mend the id");
                self.faults.push(PackFault { reason, ..place });
            }
        }
    }

    /// The deadlines while which moves may be made are there, and these moves meet them: one that did not could be made for ever.
    pub(super) fn awaited_deadlines(&mut self) {
        for Awaited { deadline: id, act, place } in std::mem::take(&mut self.awaited) {
            let found = self.requests.deadlines.iter().find(|deadline| deadline.id == id);
            let reason = match found {
                None => format!("there is no deadline `{id}` in this pack; write it under [[deadline]], or mend the id"),
                Some(found) if !found.met_by.contains(&act) => {
                    format!(
                        "the deadline `{id}` is not met by `{act}`, which may be done only while it is owed; name the act under its `met_by`"
                    )
                }
                Some(_) => continue,
            };
            self.faults.push(PackFault { reason, ..place });
        }
    }
}
