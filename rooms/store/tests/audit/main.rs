//! The audit: what was read and done, kept where nobody changes it unseen, and written before anything is handed out.

mod changed;
mod counted;
mod events;
mod openings;
mod readers;
mod unwritable;
mod writers;

use crate::common::*;
use access::{Assignment, Held, Organisation, Role, Viewer};
use jiff::SignedDuration;
use record::audience::Level;
use register::audit::{Act, Audit, AuditFilter, Event, Kept, Who};
use sqlx::{AssertSqlSafe, Connection};
use std::path::Path;
use store::{AUDIT, RecordStore};

/// Accounts of three people.
const ONE: &str = "00112233445566778899aabbccddeeff";
const TWO: &str = "ffeeddccbbaa99887766554433221100";
const THREE: &str = "0123456789abcdef0123456789abcdef";

fn viewer(account: &str, role: Role, assigned: &[&str]) -> Viewer {
    let assignments = assigned.iter().map(|matter| Assignment {
        matter: (*matter).to_owned(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    });
    Viewer::of(account, Organisation::Court, role, assignments.collect()).unwrap()
}

/// An officer of the Registry, assigned to the matters of drafts 1 and 2.
fn officer() -> Viewer {
    viewer(ONE, Role::Registry, &["exercise-0001-1", "exercise-0002-1"])
}

async fn all(store: &RecordStore) -> Vec<Kept> {
    let mut events = store.audit().list(&AuditFilter::default(), None, usize::MAX).await.unwrap();
    events.reverse();
    events
}

/// The events of an act: pseudonym, level, count.
async fn told(store: &RecordStore, act: Act) -> Vec<(Option<String>, Option<Level>, u64)> {
    let told = |event: Kept| (event.act == act).then(|| (event.matter.map(|m| m.to_string()), event.level, event.count));
    all(store).await.into_iter().filter_map(told).collect()
}

fn in_audit(store: &RecordStore, matter: &str, level: Level) -> (Option<String>, Option<Level>, u64) {
    (Some(store.audit().pseudonym(matter).to_string()), Some(level), 1)
}

/// Runs statements on the audit beside the store, as somebody who tampers would.
async fn change_audit(folder: &Path, statements: &str) -> Result<(), sqlx::Error> {
    let statements = AssertSqlSafe(statements.to_owned());
    match server() {
        None => {
            let file = folder.join(AUDIT);
            let mut connection = sqlx::SqliteConnection::connect(file.to_str().unwrap()).await?;
            let done = sqlx::raw_sql(statements).execute(&mut connection).await;
            connection.close().await?;
            done.map(|_| ())
        }
        Some(server) => {
            let mut connection = beside(&server, folder).await;
            run(&mut connection, "SET search_path = audit".to_owned()).await?;
            sqlx::raw_sql(statements).execute(&mut connection).await.map(|_| ())
        }
    }
}

/// Takes the guards away first, and the rule that words have events.
async fn tamper(folder: &Path, statements: &str) {
    let open = match server() {
        None => "PRAGMA foreign_keys = OFF; DROP TRIGGER events_never_change; DROP TRIGGER events_never_go; \
                 DROP TRIGGER event_words_never_change; DROP TRIGGER event_words_never_go;"
            .to_owned(),
        Some(_) => "ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE event_words DISABLE TRIGGER USER; \
                    ALTER TABLE event_words DROP CONSTRAINT event_words_position_fkey;"
            .to_owned(),
    };
    change_audit(folder, &format!("{open} {statements}")).await.unwrap();
}

/// What is wrong with the audit, but for guards that are away.
async fn faults(store: &RecordStore) -> Vec<String> {
    let report = store.audit().verify().await.unwrap().unwrap();
    let faults = report.faults.iter().map(ToString::to_string);
    faults.filter(|fault| !fault.starts_with("the guard")).collect()
}

fn event(bench: &Bench, act: Act) -> Event {
    Event::new(bench.at(), act, Who::of(&officer()))
}

/// Some events of several people, acts, matters and days.
async fn some_events(bench: &Bench, store: &RecordStore) {
    let people = [
        Who::of(&officer()),
        Who::of(&Viewer::of(TWO, Organisation::State("XAA".into()), Role::CentralAuthority, Vec::new()).unwrap()),
        Who::operator("exercise operator"),
        Who::Nobody,
    ];
    let acts = [Act::SignedIn, Act::MatterOpened, Act::RoleGranted];
    for number in 0..24 {
        let mut event = Event::new(bench.at(), acts[number % 3], people[number % 4].clone());
        if event.act == Act::MatterOpened {
            event = event.matter(&format!("exercise-{}", number % 2), Level::Confidential);
        }
        if event.act == Act::RoleGranted {
            event = event.about(if number % 2 == 0 { ONE } else { THREE }).detail("registry");
        }
        store.audit().write(&[event.count(number as u64)]).await.unwrap();
        bench.pass(SignedDuration::from_hours(7));
    }
}
