//! A clock that is set by hand, chance from a seed, a way to derive rows out of bodies, and drafts.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use access::Viewer;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Corrects, Draft, Entry, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::audit::{Act, Event, Who};
use register::derive;
use register::erasure::{Erased, order_body, request_body};
use register::files::FILES;
use register::outside::Outside;
use register::port::{Derive, Derived, Fact, Kept, NameToken, Recorded, Store, StoreError, Unit};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use store::{Home, RecordStore, Sort};

mod folder;
pub use folder::*;

/// Clock and chance of a test.
pub struct Bench {
    now: Mutex<Timestamp>,
    drawn: Mutex<u64>,
    seed: u64,
}

impl Bench {
    pub fn new(seed: u64) -> Arc<Bench> {
        Arc::new(Bench {
            now: Mutex::new("2026-11-25T10:03:00Z".parse().unwrap()),
            drawn: Mutex::new(0),
            seed,
        })
    }

    pub fn set(&self, now: &str) {
        *self.now.lock().unwrap() = now.parse().unwrap();
    }

    pub fn at(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    pub fn pass(&self, time: SignedDuration) {
        *self.now.lock().unwrap() += time;
    }
}

impl Outside for Bench {
    /// The clock moves on by a millisecond each time it is looked at.
    fn now(&self) -> Timestamp {
        let mut now = self.now.lock().unwrap();
        *now += SignedDuration::from_millis(1);
        *now
    }

    fn random(&self, bytes: &mut [u8]) {
        let mut drawn = self.drawn.lock().unwrap();
        for chunk in bytes.chunks_mut(32) {
            *drawn += 1;
            let digest = Sha256::new()
                .chain_update(self.seed.to_be_bytes())
                .chain_update(drawn.to_be_bytes())
                .finalize();
            chunk.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        }
    }
}

/// Derives rows from what bodies say, after corrections: `from`, `until`, `since`, `list`, `scope`,
/// `disclosed` and `name`. Facts of one list and scope are cut so that they do not overlap.
pub struct FromBodies;

impl Derive for FromBodies {
    fn units(&self, entry: &Entry) -> Vec<Unit> {
        derive::units(entry)
    }

    fn matters(&self) -> Vec<String> {
        beginnings()
    }

    fn derive(&self, unit: &Unit, entries: &[Recorded]) -> Derived {
        derive_plainly(unit, entries)
    }

    fn edition(&self) -> String {
        "from bodies 1".to_owned()
    }
}

/// What the matters of rows of files begin with.
pub fn beginnings() -> Vec<String> {
    FILES.iter().map(|file| format!("{}-", file.matter)).collect()
}

/// First day, and first day after.
type Interval = (Date, Option<Date>);

pub fn derive_plainly(unit: &Unit, entries: &[Recorded]) -> Derived {
    let subject = unit.text();
    let mut derived = Derived::default();
    let mut chains: BTreeMap<EntryId, &Recorded> = BTreeMap::new();
    for entry in entries {
        let first = entry.entry.corrects.as_ref().map_or(&entry.entry.id, |c| &c.first);
        chains.insert(first.clone(), entry);
    }
    // In the order of first entries, so that the cutting is settled.
    let mut taken: BTreeMap<(bool, String, String), Vec<Interval>> = BTreeMap::new();
    for entry in chains.values() {
        if entry.entry.corrects.as_ref().is_some_and(|c| c.retracts) {
            continue;
        }
        let body = &entry.entry.body;
        let day = |name: &str| body.get_text(name).and_then(|text| text.parse::<Date>().ok());
        if let Some(from) = day("from") {
            let disclosed = day("disclosed").unwrap_or(from);
            for hindsight in [false, true] {
                let from = if hindsight { from } else { from.max(disclosed) };
                let until = day("until");
                for scope in ["", body.get_text("scope").unwrap_or_default()] {
                    let list = body.get_text("list").unwrap_or("outstanding");
                    let key = (hindsight, list.to_owned(), scope.to_owned());
                    let others = taken.entry(key).or_default();
                    let overlaps = |(a, b): &Interval| b.is_none_or(|b| from < b) && until.is_none_or(|u| *a < u);
                    if until.is_some_and(|u| u <= from) || others.iter().any(overlaps) {
                        continue;
                    }
                    others.push((from, until));
                    derived.facts.push(Fact {
                        hindsight,
                        list: list.to_owned(),
                        scope: scope.to_owned(),
                        from,
                        until,
                        since: day("since").unwrap_or(from).min(from),
                        subject: subject.clone(),
                        kept: match list {
                            "only-listed" => Kept::Listed,
                            "only-counted" => Kept::Counted,
                            _ => Kept::Both,
                        },
                    });
                }
            }
        }
        if let (Some(name), Some(effective)) = (body.get_text("name"), day("from")) {
            for token in name.split_whitespace() {
                derived.names.push(NameToken {
                    token: token.to_lowercase(),
                    subject: subject.clone(),
                    disclosed: effective.max(day("disclosed").unwrap_or(effective)),
                    effective,
                });
            }
        }
    }
    derived.facts.sort();
    derived.facts.dedup();
    derived.names.sort();
    derived.names.dedup();
    derived
}

/// Opens the record of a folder; beside it on a server, where the tests run on one.
pub async fn open(folder: &Path, sort: Sort, bench: &Arc<Bench>) -> RecordStore {
    try_open(folder, sort, bench).await.unwrap()
}

pub async fn try_open(folder: &Path, sort: Sort, bench: &Arc<Bench>) -> Result<RecordStore, StoreError> {
    RecordStore::open(&home(folder).await, sort, bench.clone(), Arc::new(FromBodies)).await
}

/// The same in a file, whatever the other tests run on: for tests of files.
pub async fn open_file(folder: &Path, sort: Sort, bench: &Arc<Bench>) -> RecordStore {
    try_open_file(folder, sort, bench).await.unwrap()
}

pub async fn try_open_file(folder: &Path, sort: Sort, bench: &Arc<Bench>) -> Result<RecordStore, StoreError> {
    RecordStore::open(&Home::from(folder), sort, bench.clone(), Arc::new(FromBodies)).await
}

/// A new record in a file in a folder that goes when the test ends.
pub async fn fresh_file(sort: Sort) -> (tempfile::TempDir, Arc<Bench>, RecordStore) {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::new(1);
    let store = open_file(folder.path(), sort, &bench).await;
    (folder, bench, store)
}

/// A new record in a folder that goes when the test ends.
pub async fn fresh(sort: Sort) -> (Folder, Arc<Bench>, RecordStore) {
    let folder = Folder::new();
    let bench = Bench::new(1);
    let store = open(folder.path(), sort, &bench).await;
    (folder, bench, store)
}

pub fn id(number: u64) -> EntryId {
    let digest: [u8; 32] = Sha256::digest(number.to_be_bytes()).into();
    EntryId::from_bytes(*digest.first_chunk().unwrap())
}

pub fn person(key: &str) -> Subject {
    Subject::Person(key.to_owned())
}

/// A public act about an exercise person.
pub fn draft(number: u64) -> Draft {
    let key = format!("exercise-{:04}", number % 1000);
    Draft {
        id: id(number),
        matter: format!("{key}-1"),
        kind: "warrant.issued".to_owned(),
        kind_v: 1,
        effective: When::parse("2013-10-02").unwrap(),
        author: Author::Officer("exercise officer".to_owned()),
        on_behalf_of: None,
        audience: Audience::public(),
        basis: None,
        source: None,
        corrects: None,
        about: vec![person(&key)],
        attachments: Vec::new(),
        body: Object::new()
            .text("from", "2013-10-02")
            .text("name", format!("Exercise Person{number}")),
    }
}

pub fn restricted(draft: Draft) -> Draft {
    at_level(draft, Level::Restricted)
}

pub fn confidential(draft: Draft) -> Draft {
    at_level(draft, Level::Confidential)
}

pub fn sealed(draft: Draft) -> Draft {
    at_level(draft, Level::UnderSeal)
}

fn at_level(mut draft: Draft, level: Level) -> Draft {
    let registry = Reader::Organ(Organ::Registry);
    draft.audience = Audience::of(level, registry.clone(), [registry]);
    draft.basis = Some("exercise".to_owned());
    draft
}

/// An act that closes the matter of an entry to a level.
pub fn narrowing(number: u64, of: &Draft, level: Level) -> Draft {
    let act = Draft {
        id: id(number),
        kind: "matter.narrowed".to_owned(),
        body: Object::new().text("decision", "Exercise decision"),
        ..of.clone()
    };
    at_level(act, level)
}

/// An act that opens the matter of an entry to anybody.
pub fn unsealing(number: u64, of: &Draft) -> Draft {
    Draft {
        id: id(number),
        kind: "matter.unsealed".to_owned(),
        audience: Audience::public(),
        basis: None,
        body: Object::new()
            .text("decision", "Exercise decision")
            .text("authority", "Exercise Chamber"),
        ..of.clone()
    }
}

pub fn correction(number: u64, of: &Draft, saw: &EntryId) -> Draft {
    Draft {
        id: id(number),
        corrects: Some(Corrects {
            first: of.corrects.as_ref().map_or_else(|| of.id.clone(), |c| c.first.clone()),
            saw: saw.clone(),
            reason: "exercise".to_owned(),
            retracts: false,
        }),
        ..of.clone()
    }
}

pub async fn append(store: &RecordStore, drafts: Vec<Draft>) -> Vec<Recorded> {
    store.append(&Viewer::operator(), drafts, false).await.unwrap()
}

/// What the audit is told of a restoring.
pub fn restored_event() -> Event {
    Event::new("2026-11-25T12:00:00Z".parse().unwrap(), Act::Restored, Who::operator("exercise"))
}

pub fn officer(name: &str) -> Author {
    Author::Officer(name.to_owned())
}

/// A request for the erasure of entries that are recorded.
pub fn erasure_request(number: u64, of: &[&Recorded]) -> Draft {
    let first = of[0];
    let ids = of.iter().map(|recorded| recorded.entry.id.clone()).collect();
    Draft {
        id: id(number),
        kind: "erasure.requested".into(),
        effective: When::parse("2026-11-25").unwrap(),
        author: officer("Exercise Officer One"),
        audience: first.audience.clone(),
        basis: Some("exercise".into()),
        corrects: None,
        about: Vec::new(),
        attachments: Vec::new(),
        body: request_body(&ids, "exercise reason", "Exercise decision 1"),
        ..first.entry.draft.clone()
    }
}

/// The order that grants it.
pub fn erasure_order(number: u64, request: &Draft, of: &[&Recorded]) -> Draft {
    let erased: Vec<Erased> = of.iter().map(|recorded| Erased::of(recorded)).collect();
    Draft {
        id: id(number),
        kind: "erasure.ordered".into(),
        author: officer("Exercise Officer Two"),
        about: vec![Subject::Entry(request.id.clone())],
        body: order_body(&request.id, &erased, "exercise reason", "Exercise decision 2"),
        ..request.clone()
    }
}

/// Erases entries by a request and an order under the numbers from this one on.
pub async fn erase(store: &RecordStore, number: u64, of: &[&Recorded]) -> Recorded {
    let asked = erasure_request(number, of);
    append(store, vec![asked.clone()]).await;
    append(store, vec![erasure_order(number + 1, &asked, of)]).await.pop().unwrap()
}
