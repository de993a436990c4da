//! Verifying the audit: every event against the running hash, its words and its guards, and its end.

use super::{AUDIT, AuditStore, body, chain, of_the_audit, tables};
use crate::database::Place;
use crate::fail::Failure;
use crate::schema;
use crate::sql::{Dialect, Link, Row, Statement, next_page, not_in_order, query};
use crate::tail::Tail;
use register::port::StoreError;
use std::collections::BTreeSet;

/// What a verification of the audit found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditReport {
    /// How many events there are.
    pub events: u64,
    /// Everything that is not as it was written. Empty: the audit is whole.
    pub faults: Vec<AuditFault>,
}

/// One thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {what}")]
pub struct AuditFault {
    /// Where: an event, the newest row, a guard.
    pub place: String,
    /// What is wrong there.
    pub what: String,
}

/// How many hashes are tried after rows that were changed.
const POSSIBLE: usize = 8;

/// How many events are held in memory at once.
const CHUNK: i64 = 500;

impl AuditStore {
    /// Verifies the audit. None where there is none yet.
    ///
    /// # Errors
    /// Only where the database cannot be read; what is wrong in it stands in the report.
    pub async fn verify(&self) -> Result<Option<AuditReport>, StoreError> {
        self.verify_all().await.map_err(of_the_audit)
    }

    async fn verify_all(&self) -> Result<Option<AuditReport>, Failure> {
        let there = match &self.place {
            Place::File(file) => file.exists(),
            Place::Server(address, schema) => schema::version_at(address, *schema).await? > 0,
        };
        if !there {
            return Ok(None);
        }
        let database = self.opened().await?;
        let mut moment = database.read.moment().await?;
        let link = &mut moment.link();
        let mut walk = Walk {
            audit: self,
            faults: Vec::new(),
            next: 0,
            before: vec![[0; 32]],
            words: 0,
            unread: false,
        };
        if link.dialect() == Dialect::Sqlite {
            let found: Vec<String> = query("PRAGMA integrity_check").column(link).await?;
            for what in found.into_iter().filter(|what| what != "ok") {
                walk.fault(AUDIT, what);
            }
        }
        for guard in schema::missing_guards_of(link, tables::KEPT).await? {
            walk.fault(format!("the guard {guard}"), "is missing: somebody opened the audit to change");
        }
        walk.events(link).await?;
        walk.more_words(link).await?;
        match Tail::load(link, &self.chain).await.map_err(StoreError::from) {
            Ok(tail) => walk.end(&tail),
            Err(StoreError::Damaged(what)) => walk.fault("the newest row", what),
            Err(other) => return Err(other.into()),
        }
        Ok(Some(AuditReport {
            events: walk.next,
            faults: walk.faults,
        }))
    }
}

/// Goes along the events.
struct Walk<'a> {
    audit: &'a AuditStore,
    faults: Vec<AuditFault>,
    /// The place at which the next one must stand.
    next: u64,
    /// What the running hash before it may be: after a row that was changed, as it is stored there, as it follows, and
    /// as it was before. So the changed row is named, and not the one after it too.
    before: Vec<[u8; 32]>,
    /// How many words the events have by which they are found.
    words: usize,
    /// Whether an event could not be read, whose words are then not known.
    unread: bool,
}

impl Walk<'_> {
    fn fault(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.faults.push(AuditFault {
            place: place.into(),
            what: what.into(),
        });
    }

    async fn events(&mut self, link: &mut Link<'_>) -> Result<(), Failure> {
        let mut from = i64::MIN;
        loop {
            let rows = query("SELECT position, instant, body, running FROM events WHERE position >= $1 ORDER BY position LIMIT $2")
                .bind(from)
                .bind(CHUNK)
                .fetch_all(link)
                .await?;
            let Some(last) = rows.last() else { return Ok(()) };
            let last: i64 = last.try_get("position")?;
            let mut expected = BTreeSet::new();
            for row in &rows {
                let place: i64 = row.try_get("position")?;
                let Ok(position) = u64::try_from(place) else {
                    self.fault(format!("event {place}"), "stands before the first one");
                    continue;
                };
                let words = self.event(row, position)?;
                expected.extend(words.into_iter().map(|word| (position, word)));
            }
            let found = words(link, &expected, (from, last)).await?;
            self.words += expected.len();
            let lost: BTreeSet<u64> = expected.difference(&found).map(|(position, _)| *position).collect();
            for position in lost {
                self.fault(format!("event {position}"), "is not found by the words by which it should be found");
            }
            let Ok(next) = next_page("events", from, last) else {
                self.fault("the database", not_in_order("events"));
                return Ok(());
            };
            from = next;
        }
    }

    /// Checks an event; the words by which it should be found.
    fn event(&mut self, row: &Row, position: u64) -> Result<Vec<body::Word>, Failure> {
        let gap = self.missing_up_to(position);
        let place = format!("event {position}");
        self.next = position.saturating_add(1);
        let stored = row.try_get("running").ok();
        let stored = stored.and_then(|stored: Vec<u8>| <[u8; 32]>::try_from(stored).ok());
        let (Ok(instant), Ok(sealed)) = (row.try_get::<String>("instant"), row.try_get::<Vec<u8>>("body")) else {
            self.fault(&place, "holds something else than was written: it cannot even be read");
            self.unread = true;
            let earlier = std::mem::take(&mut self.before);
            self.before = stored.into_iter().chain(earlier).take(POSSIBLE).collect();
            return Ok(Vec::new());
        };
        let follows = |before: &[u8; 32]| chain::running(&self.audit.chain, before, position, &instant, &sealed);
        let following: Vec<[u8; 32]> = self.before.iter().map(follows).collect();
        match following.iter().find(|running| stored == Some(**running)) {
            Some(running) => self.before = vec![*running],
            // What stood before it is gone, so that it cannot be told whether its hash follows from that.
            None if gap => self.before = stored.into_iter().collect(),
            None => {
                self.fault(&place, "is not what was written, or does not stand where it was written");
                let earlier = std::mem::take(&mut self.before);
                self.before = stored.into_iter().chain(following).chain(earlier).take(POSSIBLE).collect();
            }
        }
        match self.audit.kept(row).map_err(StoreError::from) {
            Ok(kept) => Ok(body::words(&self.audit.vault, &kept)),
            Err(StoreError::Damaged(what) | StoreError::Refused(what)) => {
                let what = what.strip_prefix(&place).unwrap_or(&what).trim_start().to_owned();
                self.fault(&place, what);
                self.unread = true;
                Ok(Vec::new())
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Names the events that should stand before a place and do not; whether there are any.
    fn missing_up_to(&mut self, position: u64) -> bool {
        match position.checked_sub(self.next) {
            None | Some(0) => return false,
            Some(1) => self.fault(format!("event {}", self.next), "is missing"),
            Some(_) => {
                let last = position.saturating_sub(1);
                self.fault(format!("events {} to {last}", self.next), "are missing");
            }
        }
        true
    }

    /// Looks whether there are words that no event has.
    async fn more_words(&mut self, link: &mut Link<'_>) -> Result<(), Failure> {
        let there = query("SELECT COUNT(*) FROM event_words").count(link).await?;
        if !self.unread && usize::try_from(there).is_ok_and(|there| there > self.words) {
            self.fault("the words", "lead to events that do not have them");
        }
        Ok(())
    }

    fn end(&mut self, tail: &Tail) {
        self.missing_up_to(tail.count);
        if self.next > tail.count {
            self.fault(format!("events from {} on", tail.count), "stand after the end that is sealed");
        } else if self.next == tail.count && !self.before.contains(&tail.running) {
            self.fault("the newest row", "is not that of the events before it");
        }
    }
}

/// A place and a word by which the event there is found.
type Finding = (u64, body::Word);

/// Those of these words that lead to events of these places.
async fn words(link: &mut Link<'_>, expected: &BTreeSet<Finding>, (from, to): (i64, i64)) -> Result<BTreeSet<Finding>, Failure> {
    let asked: Vec<body::Word> = expected
        .iter()
        .map(|(_, word)| *word)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut found = BTreeSet::new();
    for chunk in asked.chunks(crate::read::CHUNK) {
        let mut query = Statement::new("SELECT w.position, w.word FROM event_words w WHERE w.word IN (");
        query.push_list(chunk.iter().map(|word| &word[..]));
        query
            .push(") AND w.position >= ")
            .push_bind(from)
            .push(" AND w.position <= ")
            .push_bind(to);
        for row in query.build().persistent(false).fetch_all(link).await? {
            let word: Vec<u8> = row.try_get("word")?;
            // What stands at no place is a word too many, see `more_words`.
            let position = u64::try_from(row.try_get::<i64>("position")?);
            if let (Ok(position), Ok(word)) = (position, body::Word::try_from(word.as_slice())) {
                found.insert((position, word));
            }
        }
    }
    Ok(found)
}
