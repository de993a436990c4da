//! As whom the report of a text is made: whoever writes, reviews and issues it reads the same figures, so that nobody approves or
//! signs other ones than were written about.

use super::{OfReport, ReportTexts};
use crate::assigned::assigned_in;
use crate::draft::DraftHead;
use crate::port::Of;
use crate::view::ViewError;
use access::{Filter, Viewer};
use record::audience::Level;
use record::entry::Author;
use std::collections::BTreeMap;

impl ReportTexts<'_> {
    /// As whom the report of a text is made by any of those who may write it: what is public as for everybody, what is not as the
    /// whole organ may know and take it along at the level of the text, and of what is assigned those matters alone which whoever
    /// began the text and all whom they named have in person.
    pub(super) async fn made_as(&self, viewer: &Viewer, head: &DraftHead, of: &OfReport) -> Result<Viewer, ViewError> {
        if !of.seen {
            return Ok(Viewer::public());
        }
        let matters = self.held_by_all(viewer, head).await?;
        Ok(viewer.clone().in_common(head.level, &matters))
    }

    /// As whom the report of the page is made of which somebody begins a text, whose level the text has then: without what they alone
    /// may know of their organ, which the level of a text that colleagues see would tell of.
    pub fn begun_as(viewer: &Viewer, seen: bool) -> Viewer {
        if !seen {
            return Viewer::public();
        }
        let own = Filter::of(viewer)
            .matters()
            .map(|(matter, level)| (matter.to_owned(), level))
            .collect();
        viewer.clone().in_common(Level::UnderSeal, &own)
    }

    /// The matters that are assigned to all who have a part in a text, each with the narrowest level that is open to all of them.
    /// Whoever has such a matter sees in it who else has it; in a matter that only some have nobody sees that others lack it.
    async fn held_by_all(&self, viewer: &Viewer, head: &DraftHead) -> Result<BTreeMap<String, Level>, ViewError> {
        let own: Vec<String> = Filter::of(viewer).matters().map(|(matter, _)| matter.to_owned()).collect();
        if own.is_empty() {
            return Ok(BTreeMap::new());
        }
        let Author::Account(owner) = &head.owner else {
            return Ok(BTreeMap::new());
        };
        let entries = self.register.store.entries(viewer, Of::Matters(own.clone()), None).await?;
        let held = |matter: String| {
            let has = assigned_in(entries.iter().filter(|recorded| recorded.entry.matter == matter));
            let levels = head.with.iter().chain([owner]).map(|account| has.get(account.as_str()).copied());
            // None is less than any level.
            let all = levels.min().flatten()?;
            Some((matter, all))
        };
        Ok(own.into_iter().filter_map(held).collect())
    }
}
