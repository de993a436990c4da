//! What of a State matters where something is asked of it: what binds it, and how it is addressed. It is what the State's
//! profile says of these, and costs with what is recorded about this State alone.

use super::View;
use super::look::Look;
use super::model::{Address, Tie};
use super::state::{DECLARATIONS, address};
use crate::Register;
use crate::directory::{Directory, KINDS};
use crate::files::of_matter;
use crate::names;
use crate::port::Recorded;
use crate::reading::Reading;
use crate::state::StateFile;
use access::Viewer;
use record::entry::Subject;

/// The member in which acts of warrants and rows of files name a situation.
const SITUATION: &str = "situation";

/// A State of which something is asked.
pub(crate) struct StateAsked {
    /// How it stands to each treaty.
    pub treaties: Vec<Tie>,
    /// Ids of the obligations of the law pack that bind it otherwise in the situation in which it is asked.
    pub bound: Vec<String>,
    /// Ids of those that bind it in some situation, of which it is not known whether it is that one.
    pub perhaps_bound: Vec<String>,
    /// How it is addressed.
    pub address: Address,
}

/// Files of which nothing plays a part: there are many of these rows.
const OTHERS: [&str; 4] = ["legislation", "agreements", "findings", "pledges"];

impl Register {
    /// A State of which something is asked, out of the entries about it that the viewer sees; none where the record has no
    /// such State, or it did not exist on the day. `situation` is the number or the name of the one in which it is asked: a
    /// referral or an acceptance binds in its own situation, and in no other (articles 12(3) and 13(b)).
    ///
    /// # Errors
    /// The store failed.
    pub(crate) async fn state_asked(
        &self,
        viewer: &Viewer,
        reading: &Reading,
        (code, situation): (&str, Option<&str>),
        about: &[Recorded],
    ) -> View<Option<StateAsked>> {
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
        let mut asked = Vec::new();
        let rows = file.bound(look.law(), look.day());
        if let Some(situation) = situation.filter(|_| !rows.is_empty()) {
            asked = self.names_of_situation(viewer, situation).await?;
        }
        let (mut bound, mut perhaps_bound) = (Vec::new(), Vec::new());
        for (obligation, row) in rows {
            let of_it = match row.text(SITUATION, look.day()) {
                Some(named) => asked.iter().any(|name| names::fold(name) == names::fold(&named)),
                // Of an acceptance it is told by which State it is alone: its situation has the name of that State.
                None => directory.get(code).is_some_and(|state| {
                    let of_state = |name: &String| {
                        let (name, within) = (names::fold(name), asked.iter().map(|asked| names::fold(asked)));
                        !name.is_empty() && within.into_iter().any(|within| name.iter().all(|word| within.contains(word)))
                    };
                    state.all_names(look.day()).any(of_state)
                }),
            };
            if of_it {
                bound.push(obligation.id.clone());
            } else if asked.is_empty() {
                perhaps_bound.push(obligation.id.clone());
            }
        }
        Ok(Some(StateAsked {
            treaties: treaties.collect(),
            bound,
            perhaps_bound,
            address: address(declared.map(|row| look.row_shown(row, &directory, &[]))),
        }))
    }

    /// The names under which the record knows a situation that is given by its number or a name; empty where it knows none.
    async fn names_of_situation(&self, viewer: &Viewer, given: &str) -> View<Vec<String>> {
        let given = given.trim();
        let about = self.store.weighed(viewer, vec![Subject::Situation(given.to_owned())]).await?;
        let named = about.iter().filter_map(|recorded| recorded.entry.body.get_text(SITUATION));
        let mut all: Vec<String> = named.map(str::to_owned).collect();
        // What is no number is a name.
        if all.is_empty() && !given.contains(|c: char| c.is_ascii_digit()) {
            all.push(given.to_owned());
        }
        all.sort();
        all.dedup();
        Ok(all)
    }
}
