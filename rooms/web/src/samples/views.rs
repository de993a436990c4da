//! Views of States, treaties and files, for tests of CSV and of the documented shapes.

use super::{ENTRY, asked, bare_row, dated, person_ref, row as person_row, says, situation_ref, state_ref, steps};
use jiff::civil::date;
use record::audience::Level;
use register::view::model::*;
use std::collections::BTreeMap;

fn cell(value: &str, on: Option<&str>, sound: bool) -> Cell {
    Cell {
        value: value.into(),
        counts_on: on.map(|day| day.parse().unwrap()),
        verified: sound,
        others: if sound { vec![] } else { vec!["2026-01-03".into()] },
        sources: vec![says(if sound { "read" } else { "recalled" }, None)],
        entry: ENTRY.into(),
        hash: "0123456789ab".into(),
        level: Level::Public,
    }
}

/// A row of a file with these cells: column, value, day from which it counts.
fn row_of(id: &str, cells: &[(&'static str, &str, Option<&str>)]) -> Row {
    let cells = cells.iter().enumerate();
    Row {
        id: id.into(),
        states: vec![state_ref("XAA")],
        persons: vec![person_ref()],
        cells: cells.map(|(i, (column, value, on))| (*column, cell(value, *on, i > 0))).collect(),
        undated: false,
        topics: vec![],
        general: false,
        remarks: vec!["+ a remark".into()],
        level: Level::Public,
    }
}

fn agreement() -> Row {
    row_of(
        "agreement-xaa-sentences",
        &[
            ("signed_on", "2026-01-02", Some("2026-01-02")),
            ("kind", "=sentence enforcement", None),
            ("as_at", "2026-02-03", Some("2026-02-03")),
        ],
    )
}

fn law() -> Row {
    Row {
        undated: true,
        topics: vec!["surrender".into()],
        general: true,
        remarks: vec![],
        ..row_of(
            "law-xaa-act",
            &[("title", "Act, \"One\"", None), ("part9_topics_read", "arrest; surrender", None)],
        )
    }
}

fn declaration() -> Row {
    row_of(
        "article-87-xaa",
        &[
            ("channel", "diplomatic channel;ministry of justice", None),
            ("languages_accepted", "eng;fra", None),
        ],
    )
}

/// A row with a disputed and unverified day, and a remark.
pub(crate) fn row() -> RowView {
    RowView {
        asked: asked(),
        file: "agreements".into(),
        row: agreement(),
    }
}

/// The treaties of a day.
pub(crate) fn treaties() -> Treaties {
    Treaties {
        asked: asked(),
        treaties: vec![TreatyCount {
            id: "rome-statute".into(),
            adopted: date(1998, 7, 17),
            in_force: Some(date(2002, 7, 1)),
            count: 1,
            unresolved: vec!["XAC".into()],
        }],
    }
}

/// A file with a column that is called like one of the reading.
pub(crate) fn rows() -> Rows {
    Rows {
        asked: asked(),
        file: "agreements".into(),
        filter: RowFilter {
            state: Some("XAA".into()),
            kind: Some("=sentence enforcement".into()),
            topic: None,
            after: Some("2026-01-01_agreement-xaa-other".into()),
        },
        state: Some(state_ref("XAA")),
        count: 3,
        all: 4,
        by_kind: vec![WordCount {
            word: "=sentence enforcement".into(),
            count: 3,
        }],
        states: vec![state_ref("XAA")],
        by_state: vec![WordCount {
            word: "XAA".into(),
            count: 4,
        }],
        by_topic: vec![],
        rows: vec![
            agreement(),
            Row {
                cells: BTreeMap::new(),
                states: vec![],
                persons: vec![],
                undated: true,
                remarks: vec![],
                ..agreement()
            },
        ],
        next: Some("2026-01-02_agreement-xaa-sentences".into()),
    }
}

/// A file of laws, unfiltered.
pub(crate) fn laws() -> Rows {
    Rows {
        file: "legislation".into(),
        filter: RowFilter::default(),
        state: None,
        by_kind: vec![],
        by_topic: vec![WordCount {
            word: "surrender".into(),
            count: 1,
        }],
        rows: vec![law()],
        next: None,
        ..rows()
    }
}

fn rule(id: &str) -> RuleShown {
    RuleShown {
        id: id.into(),
        cites: "Rome Statute, article 126(1)".into(),
        text_key: "law-art-126-1".into(),
        unverified: false,
    }
}

fn computed(planned: bool) -> Computed {
    Computed {
        on: date(2026, 2, 1),
        planned,
        rules: vec![rule("art-126-1"), rule("art-126-2")],
        stated: planned.then(|| cell("2026-02-02", Some("2026-02-02"), true)),
        differs: planned,
    }
}

fn tie(code: &str, full: bool) -> Tie {
    Tie {
        treaty: "rome-statute".into(),
        state: state_ref(code),
        group: if full { "African States".into() } else { String::new() },
        standing: full.then(|| "withdrawing".into()),
        party: full,
        since: full.then(|| date(2026, 2, 1)),
        rules: vec![rule("art-126-1")],
        in_force: full.then(|| computed(false)),
        withdrawal: full.then(|| computed(true)),
        row: full.then(|| {
            row_of(
                "rome-statute-xaa",
                &[("signed_on", "2026-01-02", Some("2026-01-02")), ("kind", "accession", None)],
            )
        }),
    }
}

pub(crate) fn parties() -> Parties {
    Parties {
        asked: asked(),
        treaty: "rome-statute".into(),
        adopted: date(1998, 7, 17),
        in_force: Some(date(2002, 7, 1)),
        count: 1,
        by_group: vec![GroupCount {
            group: "African States".into(),
            count: 1,
            states: 2,
        }],
        unresolved: vec!["XAC".into()],
        unresolved_states: vec![state_ref("XAC")],
        withdrawing: vec!["XAA".into()],
        ties: vec![tie("XAA", true), tie("XAB", false)],
        steps: steps(),
    }
}

/// The States of the list, as the first page has them.
pub(crate) fn tied_states() -> Vec<TiedState> {
    let tied = |row: StateRow| TiedState {
        state: row.state,
        tie: row.tie,
    };
    states().states.into_iter().map(tied).collect()
}

pub(crate) fn states() -> States {
    let row = |code: &str, tie: &str, standing: Option<&str>| StateRow {
        state: state_ref(code),
        group: "African States".into(),
        tie: tie.into(),
        rome_statute: standing.map(str::to_owned),
        apic: None,
        bound_by: if standing.is_none() {
            vec!["council".into(), "acceptance".into()]
        } else {
            vec![]
        },
    };
    States {
        asked: asked(),
        count: 5,
        states: vec![
            row("XAA", "both", Some("party")),
            row("XAB", "statute", Some("withdrawing")),
            row("XAC", "unknown", Some("unresolved")),
            row("XAD", "signed", Some("signatory")),
            row("XAE", "none", None),
        ],
    }
}

/// The act of a file, as a list of events tells it.
fn file_event() -> Event {
    Event {
        date: dated("2026-01-02", Some(date(2026, 1, 2))),
        act: "agreement.made".into(),
        what: Some("=sentence enforcement".into()),
        person: None,
        situation: None,
        state: None,
        file: Some(FileEvent {
            file: "agreements".into(),
            id: "agreement-xaa-sentences".into(),
            states: vec![state_ref("XAA")],
            title: None,
        }),
        particulars: Particulars::default(),
    }
}

/// An act under an instrument, in a State.
fn event() -> Event {
    Event {
        date: dated("2026-02-20", Some(date(2026, 2, 20))),
        act: "proceedings.milestone".into(),
        what: Some("arrested".into()),
        person: Some(person_ref()),
        situation: Some(situation_ref()),
        state: Some(state_ref("XAA")),
        file: None,
        particulars: Particulars::default(),
    }
}

pub(crate) fn profile() -> StateProfile {
    StateProfile {
        asked: asked(),
        state: state_ref("XAA"),
        alpha2: "XA".into(),
        group: "African States".into(),
        membership: "member".into(),
        languages: vec!["en".into(), "fr".into()],
        began: Some(date(2006, 6, 3)),
        other_names: vec!["@Old Exercise".into()],
        row: Some(row_of("state-xaa", &[("name_en", "Exercise State XAA", None)])),
        tie: "statute".into(),
        treaties: vec![tie("XAA", true)],
        bound: vec![Bound {
            by: "council".into(),
            row: row_of("referral-unsc-2026-01-02", &[("document_ref", "S/RES/0 (2026)", None)]),
            rules: vec![rule("art-13-b")],
        }],
        acceptances: vec![row_of(
            "acceptance-xaa-2026-01-02",
            &[("lodged_on", "2026-01-02", Some("2026-01-02"))],
        )],
        address: Address {
            declaration: Some(declaration()),
            usable: false,
            advice: "confirm".into(),
        },
        laws: vec![law()],
        topics: vec![
            TopicRead {
                topic: "surrender".into(),
                laws: vec!["law-xaa-act".into()],
            },
            TopicRead {
                topic: "transit".into(),
                laws: vec![],
            },
        ],
        agreements: vec![agreement()],
        findings: vec![row_of(
            "finding-xaa-2026-02-03",
            &[("decision_date", "2026-02-03", Some("2026-02-03"))],
        )],
        referrals: vec![],
        acts: vec![event()],
        situations: vec![SituationPersons {
            situation: situation_ref(),
            persons: vec![person_row(), bare_row()],
        }],
        parties: 2,
    }
}

/// A State of which nothing is known but its code.
pub(crate) fn bare_profile() -> StateProfile {
    StateProfile {
        group: String::new(),
        languages: vec![],
        began: None,
        other_names: vec![],
        row: None,
        tie: "none".into(),
        treaties: vec![],
        bound: vec![],
        acceptances: vec![],
        address: Address {
            declaration: None,
            usable: false,
            advice: "none".into(),
        },
        laws: vec![],
        topics: vec![],
        agreements: vec![],
        findings: vec![],
        acts: vec![],
        situations: vec![],
        ..profile()
    }
}

pub(crate) fn comparison() -> Comparison {
    let moved = |came, left| Moved {
        row: person_row(),
        came,
        left,
    };
    Comparison {
        asked: asked(),
        from: date(2026, 1, 1),
        figures: vec![FigureChange {
            what: "outstanding".into(),
            before: 1,
            after: 2,
        }],
        unresolved: [vec![], vec![state_ref("XAC")]],
        came: vec![moved(Some(date(2026, 1, 31)), None)],
        left: vec![moved(None, Some(date(2026, 2, 20)))],
        between: vec![moved(Some(date(2026, 1, 31)), Some(date(2026, 2, 20)))],
        standings: vec![StandingChange {
            treaty: "rome-statute".into(),
            state: state_ref("XAA"),
            before: None,
            after: Some("party".into()),
            since: Some(date(2026, 2, 1)),
        }],
        events: vec![file_event(), event()],
        sessions: sessions(),
    }
}

pub(crate) fn sessions() -> Vec<Session> {
    vec![Session {
        session: 12,
        on: date(2013, 11, 27),
        resolution: "ICC-ASP/12/Res.3".into(),
    }]
}

pub(crate) fn sources() -> Sources {
    Sources {
        asked: asked(),
        sources: vec![
            Source {
                source: "=Exercise gazette, no. 1".into(),
                read: true,
                rows: 3,
                cited: 1,
            },
            Source {
                source: "recalled:high".into(),
                read: false,
                rows: 1,
                cited: 0,
            },
        ],
    }
}

/// Facts in doubt of one file; of none where `file` is empty.
pub(crate) fn doubts(file: &str) -> Doubts {
    let doubt = |id: &str, of_person: bool| Doubt {
        file: file.into(),
        id: id.into(),
        act: "agreement.made".into(),
        field: "effective".into(),
        value: "2026-01-02".into(),
        verified: false,
        others: vec!["2026-01-03".into()],
        state: (!of_person).then(|| state_ref("XAA")),
        person: of_person.then(person_ref),
        entry: ENTRY.into(),
        sources: vec![says("contradicts", Some("2026-01-03"))],
        level: Level::Public,
    };
    Doubts {
        asked: asked(),
        counts: vec![DoubtCount {
            file: "agreements".into(),
            unverified: 2,
            disputed: 1,
        }],
        file: Some(file.to_owned()).filter(|file| !file.is_empty()),
        disputed_only: false,
        doubts: if file.is_empty() {
            vec![]
        } else {
            vec![doubt("agreement-xaa-sentences", false), doubt("exercise-0001-1", true)]
        },
    }
}

/// A request that the public record tells of, with an act that carries something and one that the pack does not know.
fn told_request() -> PublicRequest {
    let step = |act: &str, mv: Option<&str>, carries: &[(&str, &str)]| PublicStep {
        act: act.into(),
        r#move: mv.map(str::to_owned),
        date: dated("2013-10-02", Some(date(2013, 10, 2))),
        carries: carries
            .iter()
            .map(|(element, text)| ((*element).to_owned(), vec![(*text).to_owned()]))
            .collect(),
        told_in: "finding-xaa-2013-10-02".into(),
        sources: vec![],
    };
    PublicRequest {
        id: "0123456789abcdef0123456789abcdef".into(),
        form: "arrest-and-surrender".into(),
        state: state_ref("XAA"),
        person: None,
        stands: "transmitted".into(),
        over: false,
        latest: date(2013, 10, 2),
        steps: vec![
            step(
                "request.compliance-decided",
                Some("decide-on-compliance"),
                &[("finding", "not-complied")],
            ),
            step("request.exercise", None, &[]),
        ],
        lacking: vec!["transmit".into()],
        verified: false,
        took: None,
        level: Level::Public,
    }
}

/// Requests of the public record, filtered.
pub(crate) fn public_requests() -> PublicRequests {
    PublicRequests {
        asked: asked(),
        filter: RequestFilter {
            state: Some("XAA".into()),
            ..RequestFilter::default()
        },
        state: Some(state_ref("XAA")),
        count: 1,
        all: 2,
        open: 1,
        over: 1,
        by_state: vec![WordCount {
            word: "XAA".into(),
            count: 1,
        }],
        states: vec![state_ref("XAA")],
        requests: vec![told_request()],
        next: None,
    }
}

/// One of them.
pub(crate) fn public_request() -> PublicRequestView {
    PublicRequestView {
        asked: asked(),
        request: told_request(),
    }
}
