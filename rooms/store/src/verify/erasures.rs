//! Bodies that are missing against the orders that erased them.

use super::Faults;
use super::entries::Head;
use crate::fail::Failure;
use crate::sql::{Link, query};
use record::entry::{Entry, EntryId};
use register::erasure::{Erased, erased_by, is_of_two_persons, request_of};
use register::kinds;
use std::collections::BTreeMap;

/// What is met of erasures along the record.
#[derive(Default)]
pub(super) struct Erasures {
    /// The place of the order, by the place of what it erased, as `erased` says it.
    marked: BTreeMap<i64, i64>,
    requests: BTreeMap<EntryId, Entry>,
    orders: BTreeMap<i64, Entry>,
    /// Entries without a body.
    gone: BTreeMap<i64, Erased>,
}

impl Erasures {
    pub(super) async fn load(link: &mut Link<'_>) -> Result<Erasures, Failure> {
        let mut marked = BTreeMap::new();
        for row in query("SELECT position, ordered FROM erased").fetch_all(link).await? {
            marked.insert(row.try_get("position")?, row.try_get("ordered")?);
        }
        Ok(Erasures {
            marked,
            ..Erasures::default()
        })
    }

    /// Takes note of an entry.
    pub(super) fn met(&mut self, position: i64, entry: Entry) {
        match entry.kind.as_str() {
            kinds::ERASURE_REQUESTED => {
                self.requests.insert(entry.id.clone(), entry);
            }
            kinds::ERASURE_ORDERED => {
                self.orders.insert(position, entry);
            }
            _ => {}
        }
    }

    /// Takes note of an entry without a body.
    pub(super) fn gone(&mut self, position: i64, id: &EntryId, head: &Head) {
        let head = Erased {
            id: id.clone(),
            recorded: head.recorded.clone(),
            leaf_hash: head.leaf_hash,
        };
        self.gone.insert(position, head);
    }

    /// Every body that is missing was ordered away by two persons, and every order was carried out.
    pub(super) fn check(&self, faults: &mut Faults) {
        for (position, head) in &self.gone {
            match self.marked.get(position) {
                None => faults.entry(&head.id, "its body was taken away"),
                Some(order) if self.allows(*order, *position, head) => {}
                Some(_) => faults.entry(
                    &head.id,
                    "its body was taken away, and no order of two persons names it with what its head says",
                ),
            }
        }
        for (position, order) in &self.orders {
            let erased = erased_by(order).unwrap_or_default();
            let left = erased.iter().find(|erased| !self.gone.values().any(|gone| gone.id == erased.id));
            if let Some(erased) = left {
                faults.entry(
                    &erased.id,
                    format!(
                        "its erasure was ordered by entry {}, at position {position}, and its body is still there",
                        order.id
                    ),
                );
            }
        }
        for position in self.marked.keys().filter(|position| !self.gone.contains_key(position)) {
            faults.at(
                format!("position {position}"),
                "it stands among what was erased, and its body is still there",
            );
        }
    }

    fn allows(&self, order: i64, position: i64, head: &Erased) -> bool {
        let Some(entry) = self.orders.get(&order).filter(|_| order > position) else {
            return false;
        };
        let request = request_of(entry).and_then(|id| self.requests.get(&id));
        request.is_some_and(|request| is_of_two_persons(entry, request)) && erased_by(entry).is_some_and(|erased| erased.contains(head))
    }
}
