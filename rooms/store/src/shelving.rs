//! Putting entries on their shelves as they are recorded, and moving them when their matter is narrowed or opened.

use crate::bulk::Writes;
use crate::fail::Failure;
use crate::filter::Sight;
use crate::read::{self, CHUNK, signed};
use crate::shelf::{self, Classes, Place};
use crate::sql::{Link, Statement, next_page};
use crate::vault::Vault;
use access::Viewer;
use record::audience::Level;
use register::closing::{self, Closing, is_closing};
use register::outside::Outside;
use register::port::{Of, Recorded};
use std::collections::{BTreeMap, BTreeSet};

/// What shelving needs besides the database.
#[derive(Clone, Copy)]
pub(crate) struct Shelver<'s> {
    pub(crate) vault: &'s Vault,
    pub(crate) outside: &'s dyn Outside,
}

impl Shelver<'_> {
    /// Sets the audience that entries have now which are about to be written, after all acts in their matters and among
    /// themselves.
    pub(crate) async fn settle(self, link: &mut Link<'_>, written: &mut [Recorded]) -> Result<Closings, Failure> {
        let matters: BTreeSet<String> = written.iter().map(|recorded| recorded.entry.matter.clone()).collect();
        let mut closings = read::closings(link, self.vault, &matters).await?;
        for recorded in written.iter() {
            if let Some(closing) = Closing::of(&recorded.entry, recorded.position) {
                closings.entry(recorded.entry.matter.clone()).or_default().push(closing);
            }
        }
        for recorded in written.iter_mut() {
            if let Some(closings) = closings.get(&recorded.entry.matter) {
                recorded.audience = closing::of_entry(&recorded.entry, recorded.position, closings);
            }
        }
        Ok(closings)
    }

    /// Adds the places of entries that were settled to what is written. Those whose audience an act among them changed come
    /// back.
    pub(crate) async fn shelve(
        self,
        link: &mut Link<'_>,
        writes: &mut Writes,
        written: &[Recorded],
        closings: &Closings,
    ) -> Result<Vec<Recorded>, Failure> {
        let acts = written.iter().filter(|recorded| is_closing(&recorded.entry.kind));
        let (mut closed, mut rows) = (BTreeSet::new(), Vec::new());
        for act in acts {
            rows.push((shelf::closing_word(self.vault, &act.entry.matter), signed(act.position)));
            closed.insert(act.entry.matter.clone());
        }
        writes.insert(
            "INSERT INTO closings (matter, position)",
            "",
            &rows,
            |values, (matter, position)| {
                values.push_bind(matter).push_bind(*position);
            },
        );
        // What stood there before is moved first, under the same classes.
        let mut classes = Classes::new(self.vault, self.outside);
        let (moved, left) = if closed.is_empty() {
            (Vec::new(), BTreeSet::new())
        } else {
            let first = written.iter().map(|recorded| recorded.position).min().unwrap_or_default();
            self.reshelve(link, &mut classes, &closed, first, closings).await?
        };
        let mut places = Vec::with_capacity(written.len());
        for recorded in written {
            let class = classes.of(link, &recorded.entry.matter, &recorded.audience).await?;
            places.push(Place::of(self.vault, recorded, class));
        }
        shelf::put(writes, &places);
        if !left.is_empty() {
            // Whether a class is empty is asked after all are put.
            std::mem::take(writes).run(link).await?;
        }
        for class in left {
            shelf::clear_if_empty(link, class).await?;
        }
        Ok(moved)
    }

    /// Moves the entries of these matters that were recorded before a position. They come back, with the classes in
    /// which they stood.
    async fn reshelve(
        self,
        link: &mut Link<'_>,
        classes: &mut Classes<'_>,
        matters: &BTreeSet<String>,
        before: u64,
        closings: &Closings,
    ) -> Result<(Vec<Recorded>, BTreeSet<i64>), Failure> {
        let sight = Sight::of(link, self.vault, &Viewer::operator()).await?;
        let entries = read::entries(link, &sight, &Of::Matters(matters.iter().cloned().collect()), None).await?;
        let (mut moved, mut left) = (Vec::new(), BTreeSet::new());
        for mut recorded in entries.into_iter().filter(|recorded| recorded.position < before) {
            let of_matter = closings.get(&recorded.entry.matter).map(Vec::as_slice).unwrap_or_default();
            let now = closing::of_entry(&recorded.entry, recorded.position, of_matter);
            if now == recorded.audience {
                continue;
            }
            let stood = classes.of(link, &recorded.entry.matter, &recorded.audience).await?;
            shelf::take(link, &Place::of(self.vault, &recorded, stood)).await?;
            let stands = classes.of(link, &recorded.entry.matter, &now).await?;
            recorded.audience = now;
            let mut put = Writes::default();
            shelf::put(&mut put, &[Place::of(self.vault, &recorded, stands)]);
            put.run(link).await?;
            left.insert(stood);
            moved.push(recorded);
        }
        Ok((moved, left))
    }

    /// Shelves all entries of the record, of which none stands on a shelf.
    pub(crate) async fn shelve_all(self, link: &mut Link<'_>) -> Result<(), Failure> {
        let mut from = 0i64;
        loop {
            let mut asked = Statement::new(
                "SELECT h.position, h.id, h.leaf_hash, CAST(0 AS BIGINT) AS class, b.key, b.salt, b.bytes FROM heads h
                 JOIN bodies b ON b.position = h.position WHERE h.position >= ",
            );
            asked
                .push_bind(from)
                .push(" ORDER BY h.position LIMIT ")
                .push_bind(2 * CHUNK as i64);
            let rows = asked.build().fetch_all(link).await?;
            let read = read::recorded(link, self.vault, &rows).await?;
            let mut entries: Vec<Recorded> = read.into_iter().map(|(recorded, _)| recorded).collect();
            let Some(last) = entries.last() else { return Ok(()) };
            from = next_page("heads", from, signed(last.position))?;
            let closings = self.settle(link, &mut entries).await?;
            let mut writes = Writes::default();
            self.shelve(link, &mut writes, &entries, &closings).await?;
            writes.run(link).await?;
        }
    }
}

/// Acts that narrowed or opened matters, by matter, in the order of recording.
pub(crate) type Closings = BTreeMap<String, Vec<Closing>>;

/// Whether an entry of a level is encrypted where it lies.
pub(crate) fn is_encrypted(level: Level) -> bool {
    level >= Level::Confidential
}
