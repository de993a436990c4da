//! Views made by hand for tests of what is written out of them: every member has a value, and every
//! list more than one kind of row. Exercise matter only.

#![allow(clippy::unwrap_used)]

pub(crate) mod contacts;
pub(crate) mod files;
pub(crate) mod views;

use jiff::civil::{Date, date};
use record::audience::Level;
use register::directory::StateRef;
use register::view::model::*;

const ENTRY: &str = "0123456789abcdef0123456789abcdef";

pub(crate) fn asked() -> Asked {
    Asked {
        as_at: date(2026, 3, 1),
        known_on: date(2026, 11, 20),
        hindsight: false,
        exercise: true,
    }
}

fn dated(on: &str, counts_on: Option<Date>) -> DatedFact {
    DatedFact {
        on: on.into(),
        counts_on,
        verified: counts_on.is_some(),
        others: vec!["2026-01-03".into()],
        entry: ENTRY.into(),
        hash: "0123456789ab".into(),
        level: Level::Public,
    }
}

fn says(verdict: &str, value: Option<&str>) -> SourceSays {
    SourceSays {
        entry: ENTRY.into(),
        act: "warrant.issued".into(),
        field: "effective".into(),
        verdict: verdict.into(),
        value: value.map(str::to_owned),
        source: "Exercise gazette, no. 1".into(),
    }
}

fn instrument(id: &str, kind: &str, full: bool) -> Instrument {
    Instrument {
        id: id.into(),
        kind: kind.into(),
        case: full.then(|| "exercise-01/26-01/26".into()),
        issued: dated("2026-01-02", Some(date(2026, 1, 2))),
        made_public: full.then(|| dated("2026-01", Some(date(2026, 1, 31)))),
        surrendered: full.then(|| dated("unknown", None)),
        ended: full.then(|| dated("by 2026-02-20", Some(date(2026, 2, 20)))),
        end_reason: full.then(|| "died".into()),
    }
}

/// A report of an error, in two lines.
pub(crate) fn said() -> register::desk::Said {
    register::desk::Said {
        page: "/en/person/exercise-0001?as_at=2026-03-01".into(),
        entry: "0123456789ab".into(),
        wrong: "The day is wrong.\nIt is 2 January.".into(),
        right: "=Exercise gazette, no. 1".into(),
        contact: "reader@example.org".into(),
    }
}

/// A person with two warrants, whose name a spreadsheet would take for a formula.
pub(crate) fn row() -> PersonRow {
    PersonRow {
        id: "exercise-0001".into(),
        name: "=Person, \"One\"".into(),
        situation: "Exercise A".into(),
        situation_no: "exercise-01/26".into(),
        status: "outstanding".into(),
        issued_on: Some("2026-01-02".into()),
        public_on: Some("2026-01".into()),
        days_outstanding: Some(29),
        warrants: vec![
            instrument("exercise-0001-1", "warrant", true),
            instrument("exercise-0001-2", "summons", false),
        ],
        end_reason: Some("died".into()),
        verified: false,
        source: "Exercise gazette, no. 1".into(),
        sources: ["read", "recalled", "confirms", "partly", "inferred"]
            .map(|verdict| says(verdict, None))
            .into_iter()
            .chain([says("contradicts", Some("2026-01-03"))])
            .collect(),
        level: Level::Public,
    }
}

/// A person of whom hardly anything is known.
pub(crate) fn bare_row() -> PersonRow {
    PersonRow {
        id: "exercise-0002".into(),
        name: "Person Two".into(),
        issued_on: None,
        public_on: None,
        days_outstanding: None,
        warrants: vec![],
        end_reason: None,
        verified: true,
        sources: vec![],
        ..row()
    }
}

fn sum() -> Sum {
    Sum {
        named: 3,
        surrendered: 1,
        ended: 1,
        ended_by_reason: vec![ReasonCount {
            reason: "died".into(),
            count: 1,
        }],
        outstanding: 1,
        warrants: 2,
    }
}

fn compared(basis: &str) -> Compared {
    Compared {
        as_at: date(2026, 2, 1),
        what: "outstanding".into(),
        basis: basis.into(),
        figure: 2,
        said_by: "Exercise Assembly".into(),
        source: "Exercise report, paragraph 3".into(),
        ours: (basis != "not said").then_some(1),
        ours_by_basis: match basis {
            "not said" => vec![
                BasisCount {
                    basis: "persons".into(),
                    count: 1,
                },
                BasisCount {
                    basis: "instruments".into(),
                    count: 2,
                },
            ],
            _ => vec![],
        },
        entry: ENTRY.into(),
    }
}

fn steps() -> Vec<Step> {
    vec![
        Step {
            from: date(2026, 1, 31),
            count: 1,
        },
        Step {
            from: date(2026, 2, 20),
            count: 2,
        },
    ]
}

fn changed() -> Changed {
    Changed {
        last: Some(date(2026, 2, 20)),
        next: None,
    }
}

fn person_ref() -> PersonRef {
    PersonRef {
        id: "exercise-0001".into(),
        name: "Person One".into(),
    }
}

/// An exercise State under its names.
pub(crate) fn state_ref(code: &str) -> StateRef {
    StateRef {
        code: code.into(),
        name_en: format!("Exercise State {code}"),
        name_fr: format!("État d’exercice {code}"),
    }
}

fn situation_ref() -> SituationRef {
    SituationRef {
        no: "exercise-01/26".into(),
        name: "Exercise A".into(),
    }
}

fn particulars() -> Particulars {
    Particulars {
        reason: Some("died".into()),
        years: Some(14),
        until: Some("2026-02".into()),
        instrument: Some("warrant".into()),
        issued_on: Some("2026-01-02".into()),
    }
}

pub(crate) fn outstanding() -> Outstanding {
    Outstanding {
        asked: asked(),
        count: 2,
        persons: vec![row(), bare_row()],
    }
}

pub(crate) fn overview() -> Overview {
    Overview {
        asked: asked(),
        sum: sum(),
        other_reading: 2,
        institution: Some(compared("persons")),
        steps: steps(),
        steps_hindsight: vec![
            Step {
                from: date(2026, 1, 2),
                count: 1,
            },
            Step {
                from: date(2026, 2, 20),
                count: 2,
            },
        ],
        institutions: vec![compared("instruments"), compared("not said")],
        situations: vec![SituationRow {
            no: "exercise-01/26".into(),
            name: "Exercise A".into(),
            count: 1,
            persons: vec![person_ref()],
            oldest: date(2026, 1, 31),
            level: Level::Public,
        }],
        events: vec![
            Event {
                date: dated("2026-02-20", Some(date(2026, 2, 20))),
                act: "proceedings.milestone".into(),
                what: Some("convicted".into()),
                person: Some(person_ref()),
                situation: Some(situation_ref()),
                state: Some(state_ref("XAA")),
                file: None,
                particulars: particulars(),
            },
            Event {
                date: dated("unknown", None),
                act: "person.named".into(),
                what: None,
                person: None,
                situation: None,
                state: None,
                file: Some(FileEvent {
                    file: "agreements".into(),
                    id: "agreement-xaa-sentences".into(),
                    states: vec![state_ref("XAA")],
                    title: Some("Exercise title".into()),
                }),
                particulars: Particulars::default(),
            },
        ],
        states: views::tied_states(),
        figures: Figures {
            parties: 2,
            unresolved: vec![state_ref("XAC")],
            apic: 1,
            apic_unresolved: vec![],
            findings: 1,
            sentence_agreements: 1,
            declarations: 1,
            laws: 1,
        },
        changed: changed(),
    }
}

pub(crate) fn persons() -> Persons {
    Persons {
        asked: asked(),
        filter: Filter {
            situation: Some("exercise-01/26".into()),
            status: Some("outstanding".into()),
            years: Some(5),
            name: Some("one".into()),
            after: Some("2026-01-31_exercise-0000".into()),
        },
        count: 2,
        outstanding: 2,
        named: 3,
        persons: vec![row(), bare_row()],
        next: Some("2026-01-31_exercise-0002".into()),
        by_situation: vec![SituationCount {
            no: "exercise-01/26".into(),
            name: "Exercise A".into(),
            count: 2,
        }],
        by_status: vec![StatusCount {
            status: "all".into(),
            count: 3,
        }],
        longest: 29,
        changed: Changed {
            last: None,
            next: Some(date(2026, 2, 20)),
        },
    }
}

fn line(full: bool) -> ActLine {
    ActLine {
        acts: vec![
            ActUnder {
                instrument: "exercise-0001-1".into(),
                date: dated("2026-01-02", Some(date(2026, 1, 2))),
            },
            ActUnder {
                instrument: "exercise-0001-2".into(),
                date: dated("unknown", None),
            },
        ],
        act: "warrant.issued".into(),
        what: full.then(|| "arrested".into()),
        instrument: if full { "warrant" } else { "summons" }.into(),
        ordinal: full.then_some(1),
        state: full.then(|| state_ref("XAA")),
        particulars: if full { particulars() } else { Particulars::default() },
        recorded: date(2026, 11, 20),
        weight: if full { "opens" } else { "step" }.into(),
        remarks: vec!["+ a remark".into()],
        sources: vec![says("contradicts", Some("2026-01-03"))],
        level: Level::Public,
    }
}

pub(crate) fn person() -> Person {
    Person {
        asked: asked(),
        row: row(),
        also_known_as: vec!["P. One".into()],
        name_sources: vec![says("read", None)],
        name_verified: true,
        instruments: vec![instrument("exercise-0001-1", "warrant", true)],
        lines: vec![line(true), line(false)],
        outcomes: vec![ActLine {
            weight: "ends".into(),
            ..line(false)
        }],
        outstanding: vec![
            Interval {
                from: date(2026, 1, 31),
                until: Some(date(2026, 2, 20)),
            },
            Interval {
                from: date(2026, 2, 25),
                until: None,
            },
        ],
        remarks: vec!["A remark.".into()],
        level_of_name: Level::Public,
    }
}

pub(crate) fn situation() -> Situation {
    Situation {
        asked: asked(),
        no: "exercise-01/26".into(),
        name: "Exercise A".into(),
        sum: sum(),
        steps: steps(),
        persons: vec![bare_row()],
    }
}

pub(crate) fn situations() -> Situations {
    let totals = |no: &str, name: &str| SituationTotals {
        no: no.into(),
        name: name.into(),
        outstanding: 2,
        named: 3,
    };
    Situations {
        asked: asked(),
        situations: vec![totals("exercise-01/26", "Exercise A"), totals("exercise-02/26", "Exercise\nB")],
    }
}

pub(crate) fn working() -> Working {
    Working {
        asked: asked(),
        sum: sum(),
        rules: vec![RuleShown {
            id: "icc-asp-12-res-3-2".into(),
            cites: "ICC-ASP/12/Res.3, paragraph 2".into(),
            text_key: "rule-outstanding".into(),
            unverified: true,
        }],
        outstanding: vec![row()],
        surrendered: vec![bare_row()],
        ended: vec![bare_row()],
        hindsight_adds: vec![bare_row()],
    }
}

pub(crate) fn counts() -> Counts {
    Counts {
        asked: asked(),
        counts: vec![compared("persons"), compared("instruments"), compared("not said")],
    }
}

pub(crate) fn found() -> Found {
    Found {
        asked: asked(),
        q: "one".into(),
        not_read: "and <two>".into(),
        persons: vec![FoundPerson {
            row: row(),
            form: "@One".into(),
            by: FoundBy::Sound,
            likeness: Some(56),
            alike: None,
            level: Level::Public,
        }],
        more: true,
        situations: vec![FoundSituation {
            no: situation_ref().no,
            name: situation_ref().name,
            by: FoundBy::Name,
        }],
        states: vec![
            FoundState {
                state: state_ref("XAA"),
                form: "Old Exercise".into(),
                by: FoundBy::Name,
            },
            FoundState {
                state: state_ref("XAB"),
                form: String::new(),
                by: FoundBy::Near,
            },
        ],
        rows: vec![FoundRow {
            file: "legislation".into(),
            id: "law-xaa-act".into(),
            states: vec![state_ref("XAA")],
            title: "=Act, \"One\"".into(),
            form: "One remark".into(),
            level: Level::Public,
        }],
        more_rows: true,
    }
}

pub(crate) fn entry() -> EntryShown {
    EntryShown {
        closed: None,
        id: ENTRY.into(),
        leaf_hash: "0".repeat(64),
        members: vec![
            Member {
                name: "kind".into(),
                value: "\"warrant.issued\"".into(),
            },
            Member {
                name: "v".into(),
                value: "1".into(),
            },
        ],
        canonical: "{\"kind\":\"warrant.issued\",\"v\":1}".into(),
        corrected_by: vec![ENTRY.into()],
        about_it: vec![EntryRef {
            id: ENTRY.into(),
            kind: "citation.added".into(),
        }],
        sources: vec![says("read", None)],
        understood: true,
        person: Some(person_ref()),
    }
}
