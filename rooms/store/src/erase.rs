//! Erasing bodies, in the transaction that records the order; see [`register::erasure`] for who orders it and what goes.
//!
//! With a body go the files that it alone names, see [`crate::attachments`], its salt, its place on the shelf and, where nothing else is encrypted with it, the key of its matter.
//! The head stays, and with it the leaf hash on which the running hash and the trees stand. Guards in the database let
//! a body go only where `erased` names it, and `verify` asks for the order.
//!
//! What was deleted may still stand in free places of the database and in its log. They are cleared after the commit; until
//! that was done, `uncleared` names the order, and the next opening does it.

use crate::RecordStore;
use crate::attachments::{self, AttachmentFolder};
use crate::bulk;
use crate::database::Pool;
use crate::fail::Failure;
use crate::filter::Sight;
use crate::read::{by_ids, entries, signed};
use crate::schema::{READ_TABLES, SHELVES};
use crate::shelf::{self, Classes, Place, closing_word};
use crate::shelving::Shelver;
use crate::sql::{Link, query};
use access::Viewer;
use record::entry::{Author, Draft};
use register::closing::is_closing;
use register::erasure::{check_decline, check_order, check_request, erased_by, is_erasure};
use register::kinds;
use register::port::{Of, Recorded, StoreError};
use std::collections::BTreeSet;

/// Why drafts that ask for an erasure, order it or decline it are refused.
pub(crate) async fn check(link: &mut Link<'_>, sight: &Sight<'_>, drafts: &[Draft]) -> Result<Result<(), Failure>, Failure> {
    let viewer = sight.viewer();
    for draft in drafts.iter().filter(|draft| is_erasure(&draft.kind)) {
        let matter = entries(link, sight, &Of::Matters(vec![draft.matter.clone()]), None).await?;
        let own = viewer
            .account()
            .is_none_or(|account| draft.author == Author::Account(account.to_owned()));
        let checked = match draft.kind.as_str() {
            _ if !own => Err("it is written in the name of somebody else".to_owned()),
            kinds::ERASURE_ORDERED => check_order(viewer, draft, &matter).map_err(|why| why.to_string()),
            kinds::ERASURE_DECLINED => check_decline(draft, &matter).map_err(|why| why.to_string()),
            _ => check_request(viewer, draft, &matter).map_err(|why| why.to_string()),
        };
        if let Err(why) = checked {
            return Ok(Err(Failure::refused(format!(
                "entry {} ({}, {}): {why}",
                draft.id, draft.matter, draft.kind
            ))));
        }
    }
    Ok(Ok(()))
}

/// Takes away what an order names that was just recorded.
pub(crate) async fn carry_out(
    link: &mut Link<'_>,
    shelver: Shelver<'_>,
    attachments: &AttachmentFolder,
    order: &Recorded,
) -> Result<(), Failure> {
    let erased = erased_by(&order.entry).unwrap_or_default();
    let ids: Vec<_> = erased.into_iter().map(|erased| erased.id).collect();
    // Whoever ordered it saw all of it; what they see now is not asked again.
    let operator = Viewer::operator();
    let sight = Sight::of(link, shelver.vault, &operator).await?;
    let gone = by_ids(link, &sight, &ids).await?;
    attachments::note(attachments, order, &gone)?;
    let ordered: Vec<(i64, i64)> = gone.iter().map(|gone| (signed(gone.position), signed(order.position))).collect();
    mark(link, &ordered).await?;
    query("INSERT INTO uncleared (ordered) VALUES ($1)")
        .bind(signed(order.position))
        .execute(link)
        .await?;
    let (mut classes, mut left, mut keys) = (Classes::new(shelver.vault, shelver.outside), BTreeSet::new(), BTreeSet::new());
    for gone in &gone {
        let class = classes.of(link, &gone.entry.matter, &gone.audience).await?;
        let place = Place::of(shelver.vault, gone, class);
        shelf::take(link, &place).await?;
        left.insert(class);
        if is_closing(&gone.entry.kind) {
            query("DELETE FROM closings WHERE matter = $1 AND position = $2")
                .bind(closing_word(shelver.vault, &gone.entry.matter))
                .bind(place.position)
                .execute(link)
                .await?;
        }
        let asked = query("SELECT key FROM bodies WHERE position = $1").bind(place.position);
        keys.extend(asked.value::<Option<Vec<u8>>>(link).await?.flatten());
        query("DELETE FROM bodies WHERE position = $1")
            .bind(place.position)
            .execute(link)
            .await?;
    }
    for class in left {
        shelf::clear_if_empty(link, class).await?;
    }
    for key in keys {
        let used = query("SELECT COUNT(*) FROM (SELECT 1 FROM bodies WHERE key = $1 LIMIT 1) AS one").bind(&key[..]);
        if used.count(link).await? == 0 {
            query("DELETE FROM vault WHERE name = $1").bind(&key[..]).execute(link).await?;
        }
    }
    Ok(())
}

/// Notes which entries have no body any more, each with the place of the order.
pub(crate) async fn mark(link: &mut Link<'_>, ordered: &[(i64, i64)]) -> Result<(), Failure> {
    let into = "INSERT INTO erased (position, ordered)";
    bulk::insert(link, into, "", ordered, |values, (position, order)| {
        values.push_bind(*position).push_bind(*order);
    })
    .await
}

impl RecordStore {
    /// Whether what was erased so far was taken out of the log and the free places of the database too.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn is_cleared(&self) -> Result<bool, StoreError> {
        Ok(newest_uncleared(self).await?.is_none())
    }

    /// Whether that is so of what this order erased.
    pub(crate) async fn nothing_left_of(&self, order: &Recorded) -> Result<bool, StoreError> {
        let uncleared = query("SELECT COUNT(*) FROM uncleared WHERE ordered = $1").bind(signed(order.position));
        let cleared = uncleared.count(&mut self.read().await?.link()).await? == 0;
        Ok(cleared && self.attachments.is_taken_away(&order.entry.id).await?)
    }

    /// Finishes a clearing that was cut off or hindered. Where it is hindered again the record is opened all the same, and
    /// the next opening tries anew.
    pub(crate) async fn finish_clearing(&self) -> Result<(), Failure> {
        if newest_uncleared(self).await?.is_some() {
            let _ = clear_away(self).await;
        }
        Ok(())
    }
}

/// The last order after which nothing was cleared yet.
async fn newest_uncleared(store: &RecordStore) -> Result<Option<i64>, Failure> {
    let newest = query("SELECT ordered FROM uncleared ORDER BY ordered DESC LIMIT 1");
    newest.value(&mut store.read().await?.link()).await
}

/// Takes what was erased out of the database's log and its free places, as far as the database does that. It was erased
/// in any case.
pub(crate) async fn clear_away(store: &RecordStore) -> Result<(), StoreError> {
    // What hinders the one hinders the other not.
    let files = attachments::take_away(store).await.map_err(|failure| {
        format!(
            "files that it named may still lie encrypted in their folder ({}); they go when the record is opened next and nothing hinders it",
            StoreError::from(failure)
        )
    });
    let cleared = async {
        let newest = newest_uncleared(store).await?;
        match &store.database.write {
            Pool::Sqlite(_) => write_anew(store).await?,
            Pool::Postgres(..) => vacuum(store).await?,
        }
        if files.is_err() {
            // So that the next opening tries anew.
            return Ok(());
        }
        // What was ordered meanwhile has a clearing of its own.
        let mut held = store.database.write.hold().await?;
        let done = query("DELETE FROM uncleared WHERE ordered <= $1").bind(newest.unwrap_or(-1));
        done.execute(&mut held.link()).await.map(|_| ())
    };
    let cleared = cleared.await.map_err(|failure: Failure| {
        format!(
            "copies may still stand in free places of the database and in its log ({}); \
             they go with `comity record rebuild` when no other program reads",
            StoreError::from(failure)
        )
    });
    let hindered: Vec<String> = [cleared.err(), files.err()].into_iter().flatten().collect();
    match hindered.is_empty() {
        true => Ok(()),
        false => Err(StoreError::Database(format!(
            "what was ordered is erased, but {}",
            hindered.join("; and ")
        ))),
    }
}

/// Writes the file anew, and empties the log. What is deleted is overwritten where it lies, but now and then a copy of
/// it stays in a page from which the database once moved it. Meanwhile the whole lies in a temporary file rather than
/// in memory: it holds what the database holds, as that holds it.
async fn write_anew(store: &RecordStore) -> Result<(), Failure> {
    let mut held = store.database.write.hold().await?;
    let anew = held.link().run("PRAGMA temp_store = FILE; VACUUM").await;
    held.link().run("PRAGMA temp_store = MEMORY").await?;
    drop(held);
    anew?;
    store.database.fold().await
}

/// Frees the places of deleted rows in every table in which words of an entry may have stood, in lists and names too: what
/// is erased may have been public once.
async fn vacuum(store: &RecordStore) -> Result<(), Failure> {
    let mut held = store.database.write.hold().await?;
    let tables = ["bodies", "vault"].into_iter().chain(SHELVES);
    let tables: Vec<&str> = tables.chain(READ_TABLES.map(|(table, _)| table)).collect();
    held.link().run(format!("VACUUM {}", tables.join(", "))).await
}
