#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use record::entry::{Corrects, Entry};

fn edition_of(as_at: &str, recorded: &str) -> Edition {
    Edition {
        id: EntryId::from_bytes([9; 16]),
        of: Issued {
            report: "cooperation".into(),
            about: None,
            title: "Exercise report".into(),
            language: "en".into(),
            as_at: as_at.parse().unwrap(),
            known_on: as_at.parse().unwrap(),
            hindsight: false,
            since: None,
            figures: "00".repeat(32),
            sections: Vec::new(),
        },
        on: as_at.parse().unwrap(),
        recorded: recorded.parse().unwrap(),
        by: None,
        level: Level::Public,
        file: Attachment {
            name: "exercise.pdf".into(),
            media_type: "application/pdf".into(),
            length: 1,
            sha256: "00".repeat(32),
        },
        approved: None,
    }
}

fn entry(kind: &str, effective: &str, recorded: &str, corrects: Option<bool>) -> Recorded {
    let corrects = corrects.map(|retracts| Corrects {
        first: EntryId::from_bytes([1; 16]),
        saw: EntryId::from_bytes([1; 16]),
        reason: "Exercise slip".into(),
        retracts,
    });
    let draft = Draft {
        id: EntryId::from_bytes([2; 16]),
        matter: "exercise-01".into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::parse(effective).unwrap(),
        author: Author::Officer("exercise officer".into()),
        on_behalf_of: None,
        audience: Audience::public(),
        basis: None,
        source: Some("Exercise registry".into()),
        corrects,
        about: Vec::new(),
        attachments: Vec::new(),
        body: Object::new(),
    };
    Recorded {
        entry: Entry {
            draft,
            recorded: recorded.parse().unwrap(),
        },
        leaf_hash: [0; 32],
        position: 1,
        audience: Audience::public(),
    }
}

/// Why an entry explains that an edition of March says something else than one of January.
fn why(entry: &Recorded) -> Option<Why> {
    let january = edition_of("2026-01-31", "2026-02-01T09:00:00Z");
    let march = edition_of("2026-03-31", "2026-04-01T09:00:00Z");
    because(entry, &january, &march).map(|because| because.why)
}

const BEFORE: &str = "2026-01-15T09:00:00Z";
const BETWEEN: &str = "2026-02-15T09:00:00Z";
const AFTER: &str = "2026-04-02T09:00:00Z";

#[test]
fn what_was_restated_or_taken_back_since_explains_a_change_and_what_was_so_before_does_not() {
    let issued = kinds::WARRANT_ISSUED;
    assert_eq!(why(&entry(issued, "2025-06-01", BETWEEN, Some(false))), Some(Why::Corrected));
    assert_eq!(why(&entry(issued, "2025-06-01", BETWEEN, Some(true))), Some(Why::TakenBack));
    assert_eq!(why(&entry(issued, "2025-06-01", BEFORE, Some(false))), None);
}

#[test]
fn matter_that_was_opened_since_explains_a_change() {
    assert_eq!(why(&entry(kinds::UNSEALED, "2026-02-14", BETWEEN, None)), Some(Why::Opened));
    assert_eq!(why(&entry(kinds::UNSEALED, "2026-01-14", BEFORE, None)), None);
}

#[test]
fn what_happened_between_the_days_explains_a_change_whenever_it_was_recorded() {
    for recorded in [BEFORE, BETWEEN] {
        assert_eq!(
            why(&entry(kinds::WARRANT_ISSUED, "2026-02-10", recorded, None)),
            Some(Why::Happened),
            "{recorded}"
        );
    }
    assert_eq!(
        why(&entry(kinds::WARRANT_ISSUED, "2026-04-01", BETWEEN, None)),
        None,
        "after both days"
    );
}

#[test]
fn what_had_happened_by_the_earlier_day_and_was_recorded_since_came_late() {
    assert_eq!(why(&entry(kinds::WARRANT_ISSUED, "2025-12-24", BETWEEN, None)), Some(Why::Late));
    assert_eq!(why(&entry(kinds::WARRANT_ISSUED, "unknown", BETWEEN, None)), Some(Why::Late));
    assert_eq!(why(&entry(kinds::WARRANT_ISSUED, "2025-12-24", BEFORE, None)), None);
}

#[test]
fn what_was_recorded_after_the_later_edition_and_what_is_said_of_entries_explain_nothing() {
    assert_eq!(why(&entry(kinds::WARRANT_ISSUED, "2026-02-10", AFTER, None)), None);
    assert_eq!(why(&entry(kinds::REMARK, "2026-02-10", BETWEEN, None)), None);
}
