//! The derived rows equal what a reader would find by going through the entries anew on each day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use record::audience::{Audience, Level};
use record::entry::{Author, Corrects, Draft, Entry, EntryId, Subject};
use record::json::Object;
use record::when::{Span, When};

/// The first day of the histories, and how many days they span.
const START: Date = date(2020, 1, 1);
const DAYS: i64 = 60;

/// One step of a history: an act under one of three matters, which may correct an earlier one.
#[derive(Clone, Debug)]
struct Step {
    matter: u8,
    kind: u8,
    day: i64,
    public: bool,
    corrects: Option<prop::sample::Index>,
    retracts: bool,
}

const KINDS: [&str; 6] = [
    kinds::WARRANT_ISSUED,
    kinds::MADE_PUBLIC,
    kinds::WARRANT_EXECUTED,
    kinds::SURRENDERED,
    kinds::ENDED,
    kinds::MILESTONE,
];

fn step() -> impl Strategy<Value = Step> {
    let corrects = prop::option::weighted(0.25, any::<prop::sample::Index>());
    (
        0..3u8,
        0..6u8,
        0..DAYS,
        prop::bool::weighted(0.9),
        corrects,
        prop::bool::weighted(0.3),
    )
        .prop_map(|(matter, kind, day, public, corrects, retracts)| Step {
            matter,
            kind,
            day,
            public,
            corrects,
            retracts,
        })
}

fn history(steps: &[Step]) -> Vec<Recorded> {
    let mut entries: Vec<Recorded> = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        let corrected = step
            .corrects
            .filter(|_| !entries.is_empty())
            .map(|index| index.get(&entries).clone());
        // The second matter is a summons.
        let issue = if step.matter == 1 {
            kinds::SUMMONS_ISSUED
        } else {
            kinds::WARRANT_ISSUED
        };
        // A matter is begun once.
        let begun = entries
            .iter()
            .any(|r| r.entry.matter == format!("exercise-{}", step.matter) && kinds::is_issue(&r.entry.kind));
        let kind = match step.kind {
            0 if begun => kinds::MILESTONE,
            0 => issue,
            kind => KINDS[usize::from(kind)],
        };
        let level = if step.public { Level::Public } else { Level::Restricted };
        let chain = corrected
            .as_ref()
            .map(|c| c.entry.corrects.as_ref().map_or(c.entry.id.clone(), |c| c.first.clone()));
        let (matter, kind) = match &corrected {
            Some(c) => (c.entry.matter.clone(), c.entry.kind.clone()),
            None => (format!("exercise-{}", step.matter), kind.to_owned()),
        };
        let draft = Draft {
            id: EntryId::from_bytes([i as u8 + 1; 16]),
            matter,
            kind,
            kind_v: 1,
            effective: When::In(Span::Day(START + step.day.days())),
            author: Author::Officer("exercise".into()),
            on_behalf_of: None,
            audience: Audience {
                level,
                ..Audience::public()
            },
            basis: None,
            source: None,
            corrects: chain.map(|first| Corrects {
                first,
                saw: corrected.unwrap().entry.id.clone(),
                reason: "exercise".into(),
                retracts: step.retracts,
            }),
            about: vec![
                Subject::Person("exercise-1".into()),
                Subject::Situation(format!("XEX-0{}/20", step.matter)),
            ],
            attachments: Vec::new(),
            body: Object::new().text("reason", "died"),
        };
        let entry = Entry {
            draft,
            recorded: jiff::Timestamp::UNIX_EPOCH,
        };
        entries.push(Recorded {
            audience: entry.audience.clone(),
            entry,
            leaf_hash: [0; 32],
            position: i as u64,
        });
    }
    entries
}

/// The acts that a reader counts on a day, found by going through all entries: kind and matter.
fn counted<'a>(entries: &'a [Recorded], hindsight: bool, day: Date) -> Vec<law::Act<'a>> {
    let first = |r: &Recorded| r.entry.corrects.as_ref().map_or(r.entry.id.clone(), |c| c.first.clone());
    let newest: Vec<&Recorded> = entries
        .iter()
        .filter(|r| entries.iter().all(|later| later.position <= r.position || first(later) != first(r)))
        .filter(|r| r.entry.corrects.as_ref().is_none_or(|c| !c.retracts))
        .collect();
    let effective = |r: &Recorded| r.entry.effective.last().unwrap();
    let made_public = |matter: &str| {
        newest
            .iter()
            .filter(|r| r.entry.matter == matter && r.entry.kind == kinds::MADE_PUBLIC)
            .map(|r| effective(r))
            .min()
    };
    let issued = |matter: &str| {
        newest
            .iter()
            .filter(|r| r.entry.matter == matter && kinds::is_issue(&r.entry.kind))
            .map(|r| effective(r))
            .min()
    };
    let known = |r: &&&Recorded| {
        let public = r.entry.audience.level == Level::Public;
        hindsight || !public || made_public(&r.entry.matter).is_some_and(|p| p <= day)
    };
    // Without its issue a matter is no instrument.
    let acts = newest
        .iter()
        .filter(|r| issued(&r.entry.matter).is_some())
        .filter(|r| effective(r) <= day)
        .filter(known);
    acts.map(|r| law::Act {
        kind: &r.entry.kind,
        instrument: &r.entry.matter,
        counts_on: effective(r),
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn on_every_day_a_person_stands_in_the_list_of_their_status_and_in_no_other(steps in prop::collection::vec(step(), 1..14)) {
        let law = law::Pack::rome_statute().expect("the carried pack");
        let entries = history(&steps);
        let derived = derive("exercise-1", &entries, &law);
        for hindsight in [false, true] {
            for offset in -1..DAYS + 1 {
                let day = START + offset.days();
                let acts = counted(&entries, hindsight, day);
                let status = law.status_on(&acts, day);
                let here: Vec<&Fact> = derived.facts.iter()
                    .filter(|f| f.hindsight == hindsight && f.from <= day && f.until.is_none_or(|until| day < until))
                    .collect();
                for list in law.statuses() {
                    let whole = here.iter().filter(|f| f.list == list && f.scope.is_empty()).count();
                    prop_assert_eq!(whole, usize::from(status.as_ref().is_some_and(|s| s.id == list)), "{} on {}", list, day);
                }
                let warrants = acts.iter().filter(|a| a.kind == kinds::WARRANT_ISSUED).map(|a| a.instrument).collect::<BTreeSet<_>>();
                prop_assert_eq!(here.iter().filter(|f| f.list == lists::WARRANTS).count(), warrants.len());
                prop_assert_eq!(here.iter().filter(|f| f.list == lists::NAMED && f.scope.is_empty()).count(), usize::from(!warrants.is_empty()));
                let scopes: BTreeSet<&str> = here.iter().map(|f| f.scope.as_str()).filter(|s| s.is_empty() || s.starts_with(lists::SITUATION)).collect();
                for scope in scopes {
                    let of = |list: &str| here.iter().filter(|f| f.list == list && f.scope == scope).count();
                    let parts = of(lists::OUTSTANDING) + of(lists::SURRENDERED) + of(lists::ENDED);
                    prop_assert_eq!(of(lists::NAMED), parts, "the sum of {:?} adds up on {}", scope, day);
                }
                let open = status.as_ref().filter(|s| s.id == lists::OUTSTANDING).map_or(0, |s| s.instruments.len());
                prop_assert_eq!(here.iter().filter(|f| f.list == lists::OPEN_WARRANTS).count(), open);
            }
        }
        for fact in &derived.facts {
            prop_assert!(fact.since <= fact.from, "a list is ordered by a day that had come: {:?}", fact);
            prop_assert!(fact.until.is_none_or(|until| fact.from < until), "no interval is empty: {:?}", fact);
        }
    }
}

#[test]
fn the_day_of_an_act_counts_and_an_interval_ends_with_the_day_of_surrender() {
    let at = |kind: u8, day: i64| Step {
        matter: 0,
        kind,
        day,
        public: true,
        corrects: None,
        retracts: false,
    };
    let entries = history(&[at(0, 1), at(1, 5), at(3, 9)]);
    let derived = derive("exercise-1", &entries, &law::Pack::rome_statute().unwrap());
    let outstanding = |hindsight| {
        let facts = derived
            .facts
            .iter()
            .filter(|f| f.hindsight == hindsight && f.list == lists::OUTSTANDING && f.scope.is_empty());
        facts.map(|f| (f.from, f.until, f.since)).collect::<Vec<_>>()
    };
    assert_eq!(
        outstanding(false),
        [(START + 5.days(), Some(START + 9.days()), START + 5.days())],
        "from its publication"
    );
    assert_eq!(
        outstanding(true),
        [(START + 1.days(), Some(START + 9.days()), START + 1.days())],
        "from its issue"
    );
}
