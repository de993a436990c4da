//! What of a State matters where something is asked of it: what binds it, and how it is addressed. It is what the State's
//! profile says of these, and costs with what is recorded about this State alone.

use super::View;
use super::look::Look;
use super::model::{Address, Tie};
use super::state::{DECLARATIONS, address};
use crate::Register;
use crate::directory::{Directory, KINDS};
use crate::files::of_matter;
use crate::port::Recorded;
use crate::reading::Reading;
use crate::state::StateFile;
use access::Viewer;

/// A State of which something is asked.
pub(crate) struct StateAsked {
    /// How it stands to each treaty.
    pub treaties: Vec<Tie>,
    /// Ids of the obligations of the law pack that bind it otherwise.
    pub bound: Vec<String>,
    /// How it is addressed.
    pub address: Address,
}

/// Files of which nothing plays a part: there are many of these rows.
const OTHERS: [&str; 4] = ["legislation", "agreements", "findings", "pledges"];

impl Register {
    /// A State of which something is asked, out of the entries about it that the viewer sees; none where the record has no
    /// such State, or it did not exist on the day.
    ///
    /// # Errors
    /// The store failed.
    pub(crate) async fn state_asked(&self, viewer: &Viewer, reading: &Reading, code: &str, about: &[Recorded]) -> View<Option<StateAsked>> {
        let look = Look::without_lists(self, viewer, reading).await?;
        let named: Vec<Recorded> = about
            .iter()
            .filter(|recorded| KINDS.contains(&recorded.entry.kind.as_str()))
            .cloned()
            .collect();
        let directory = Directory::of(&named, look.law());
        if directory.get(code).is_none_or(|state| !state.existed(look.day())) {
            return Ok(None);
        }
        let plays_a_part = |matter: &String| of_matter(matter).is_some_and(|file| !OTHERS.contains(&file.name()));
        let mut matters: Vec<String> = about
            .iter()
            .map(|recorded| recorded.entry.matter.clone())
            .filter(plays_a_part)
            .collect();
        matters.sort();
        matters.dedup();
        let loaded = look.load_matters(matters).await?;
        let file = StateFile::of(code, loaded.values().flatten(), look.law());
        let treaties = look.law().treaties().iter().filter(|treaty| treaty.adopted <= look.day());
        let treaties = treaties.filter_map(|treaty| look.tie(&treaty.id, file.treaty(&treaty.id), code, &directory));
        let declared = file
            .rows(DECLARATIONS)
            .filter(|row| row.from() <= look.day() && row.states().contains(&code))
            .max_by_key(|row| (row.from(), row.matter));
        Ok(Some(StateAsked {
            treaties: treaties.collect(),
            bound: file
                .bound(look.law(), look.day())
                .into_iter()
                .map(|(obligation, _)| obligation.id.clone())
                .collect(),
            address: address(declared.map(|row| look.row_shown(row, &directory, &[]))),
        }))
    }
}
