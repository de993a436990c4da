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
    /// The places of what declined requests, by the request.
    declined: BTreeMap<EntryId, i64>,
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
            kinds::ERASURE_DECLINED => {
                self.declined.extend(request_of(&entry).map(|request| (request, position)));
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
        let declined = |request: &&Entry| self.declined.get(&request.id).is_some_and(|declined| *declined < order);
        let request = request.filter(|request| !declined(request));
        request.is_some_and(|request| is_of_two_persons(entry, request)) && erased_by(entry).is_some_and(|erased| erased.contains(head))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::Timestamp;
    use record::audience::Audience;
    use record::entry::{Author, Draft};
    use record::json::Object;
    use record::when::When;
    use register::erasure::{decline_body, order_body, request_body};
    use std::collections::BTreeSet;

    fn entry(number: u8, kind: &str, officer: &str, body: Object) -> Entry {
        let draft = Draft {
            id: EntryId::from_bytes([number; 16]),
            matter: "exercise-1".into(),
            kind: kind.into(),
            kind_v: 1,
            effective: When::Unknown,
            author: Author::Officer(officer.into()),
            on_behalf_of: None,
            audience: Audience::public(),
            basis: None,
            source: None,
            corrects: None,
            about: Vec::new(),
            attachments: Vec::new(),
            body,
        };
        Entry {
            draft,
            recorded: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn an_order_after_its_request_was_declined_takes_nothing_away() {
        let gone = Erased {
            id: EntryId::from_bytes([1; 16]),
            recorded: "2026-11-25T10:03:00.000000Z".into(),
            leaf_hash: [7; 32],
        };
        let faults_where = |declined: Option<i64>| {
            let asked = request_body(&BTreeSet::from([gone.id.clone()]), "exercise", "exercise");
            let request = entry(2, kinds::ERASURE_REQUESTED, "Exercise Officer One", asked);
            let ordered = order_body(&request.id, std::slice::from_ref(&gone), "exercise", "exercise");
            let decline = entry(
                3,
                kinds::ERASURE_DECLINED,
                "Exercise Officer Two",
                decline_body(&request.id, "exercise"),
            );
            let mut met = Erasures::default();
            met.met(2, request);
            met.met(4, entry(4, kinds::ERASURE_ORDERED, "Exercise Officer Two", ordered));
            if let Some(position) = declined {
                met.met(position, decline);
            }
            met.gone.insert(1, gone.clone());
            met.marked.insert(1, 4);
            let mut faults = Faults(Vec::new());
            met.check(&mut faults);
            faults.0.len()
        };
        assert_eq!(faults_where(None), 0);
        assert_eq!(faults_where(Some(3)), 1);
        // What was said once nothing could be taken back changes nothing of it.
        assert_eq!(faults_where(Some(5)), 0);
    }
}
