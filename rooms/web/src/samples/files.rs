//! Rows of every file that has a page, long and empty: exercise States and persons only.

use super::{ENTRY, asked, person_ref, says, state_ref};
use record::audience::Level;
use register::view::model::*;
use std::collections::BTreeMap;

/// What a source says of a value: nothing else, another value, or nothing that was read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    Verified,
    Unverified,
    Disputed,
}

/// A cell; a day counts from itself.
pub(crate) fn cell(value: &str, truth: Truth) -> Cell {
    Cell {
        value: value.into(),
        counts_on: value.parse().ok(),
        verified: truth != Truth::Unverified,
        others: if truth == Truth::Disputed {
            vec!["2026-01-03".into()]
        } else {
            vec![]
        },
        sources: match truth {
            Truth::Verified => vec![says("read", None)],
            Truth::Unverified => vec![says("recalled", None)],
            Truth::Disputed => vec![says("read", None), says("contradicts", Some("2026-01-03"))],
        },
        entry: ENTRY.into(),
        hash: "0123456789ab".into(),
        level: Level::Public,
    }
}

/// A row with these cells, all of them verified.
pub(crate) fn row(id: &str, states: &[&str], cells: &[(&'static str, &str)]) -> Row {
    Row {
        id: id.into(),
        states: states.iter().map(|code| state_ref(code)).collect(),
        persons: vec![],
        cells: cells
            .iter()
            .map(|(column, value)| (*column, cell(value, Truth::Verified)))
            .collect(),
        undated: false,
        topics: vec![],
        general: false,
        remarks: vec![],
        level: Level::Public,
    }
}

/// The same row with another truth of one cell.
pub(crate) fn doubted(mut row: Row, column: &'static str, truth: Truth) -> Row {
    if let Some(held) = row.cells.get_mut(column) {
        *held = cell(&held.value.clone(), truth);
    }
    row
}

/// A file with these rows and no filter.
pub(crate) fn file(name: &str, rows: Vec<Row>) -> Rows {
    let count = |words: Vec<String>| {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for word in words {
            *counts.entry(word).or_default() += 1;
        }
        let counts = counts.into_iter();
        counts.map(|(word, count)| WordCount { word, count }).collect::<Vec<_>>()
    };
    let kinds = rows.iter().map(|row| row.value("kind").to_owned()).filter(|kind| !kind.is_empty());
    let by_state = count(rows.iter().flat_map(|row| &row.states).map(|state| state.code.clone()).collect());
    Rows {
        asked: asked(),
        file: name.into(),
        filter: RowFilter::default(),
        state: None,
        count: rows.len() as u64,
        all: rows.len() as u64,
        by_kind: count(kinds.collect()),
        by_topic: count(rows.iter().flat_map(|row| row.topics.clone()).collect()),
        states: by_state.iter().map(|state| state_ref(&state.word)).collect(),
        by_state,
        rows,
        next: None,
    }
}

fn finding(id: &str, state: &str, kind: &str, cells: &[(&'static str, &str)]) -> Row {
    let mut row = row(
        id,
        &[state],
        &[("kind", kind), ("case", "One (exercise-01/26)"), ("concerning", "Visit")],
    );
    row.cells
        .extend(cells.iter().map(|(column, value)| (*column, cell(value, Truth::Verified))));
    row.persons = vec![person_ref()];
    row
}

pub(crate) fn findings() -> Rows {
    let referred = &[
        ("decision_date", "2026-01-02"),
        ("conduct_date", "2026-01"),
        ("document_ref", "exercise-01/26-7"),
        ("to_assembly", "yes"),
        ("to_security_council", "no"),
        ("referral_put_off_on", "2026-01-02"),
        ("referred_by_day", "2026-02-03"),
    ];
    file(
        "findings",
        vec![
            doubted(
                finding("finding-xaa-1", "XAA", "finding", referred),
                "decision_date",
                Truth::Disputed,
            ),
            finding(
                "finding-xaa-2",
                "XAA",
                "finding",
                &[
                    ("decision_date", "2026-01-05"),
                    ("to_assembly", "yes"),
                    ("to_security_council", "yes"),
                    ("referral_reversed_on", "2026-02-20"),
                ],
            ),
            finding("finding-xab-1", "XAB", "finding", &[("decision_date", "2026-01-06")]),
            finding(
                "finding-xac-1",
                "XAC",
                "information communicated",
                &[
                    ("decision_date", "2026-01-07"),
                    ("to_assembly", "yes"),
                    ("to_security_council", "yes"),
                ],
            ),
            finding(
                "finding-xad-1",
                "XAD",
                "no finding",
                &[
                    ("decision_date", "2026-01-08"),
                    ("to_assembly", "no"),
                    ("to_security_council", "no"),
                ],
            ),
            finding("finding-xae-1", "XAE", "a kind to come", &[("decision_date", "2026-01-09")]),
        ],
    )
}

pub(crate) fn agreements() -> Rows {
    let sentences = |id: &str, state: &str, cells: &[(&'static str, &str)]| {
        let mut row = row(id, &[state], &[("kind", "sentence enforcement")]);
        row.cells
            .extend(cells.iter().map(|(column, value)| (*column, cell(value, Truth::Verified))));
        row
    };
    let in_force: &[(&'static str, &str)] = &[("signed_on", "2026-01-02"), ("in_force_on", "2026-02-01")];
    let declared = row("agreement-xac-article-103", &["XAC"], &[("kind", "article 103 declaration")]);
    file(
        "agreements",
        vec![
            sentences("agreement-xaa-sentences", "XAA", in_force),
            sentences("agreement-xaa-sentences-2", "XAA", in_force),
            doubted(
                sentences("agreement-xab-sentences", "XAB", &[("signed_on", "2026-01-03")]),
                "signed_on",
                Truth::Disputed,
            ),
            Row {
                undated: true,
                remarks: vec!["Willing to accept: nationals.".into()],
                ..declared
            },
            row(
                "agreement-all-relocation",
                &[],
                &[("kind", "witness relocation"), ("as_at", "2026-02-03")],
            ),
        ],
    )
}

pub(crate) fn declarations() -> Rows {
    let of = |code: &str, cells: &[(&'static str, &str)]| row(&format!("article-87-{}", code.to_lowercase()), &[code], cells);
    file(
        "article87",
        vec![
            of(
                "XAB",
                &[
                    ("channel", "diplomatic channel;ministry of justice"),
                    ("languages_accepted", "sqi+eng;sqi+fra"),
                ],
            ),
            doubted(
                of("XAA", &[("languages_accepted", "fra;spa;eng"), ("declared_on", "2026-01-02")]),
                "languages_accepted",
                Truth::Unverified,
            ),
            of("XAC", &[("channel", "a channel to come")]),
        ],
    )
}

pub(crate) fn laws() -> Rows {
    let law = |id: &str, state: &str, topics: &[&str], cells: &[(&'static str, &str)]| Row {
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        ..row(id, &[state], cells)
    };
    file(
        "legislation",
        vec![
            law(
                "law-xab-act",
                "XAB",
                &["surrender", "transit"],
                &[
                    ("title", "Act on cooperation"),
                    ("year", "2025"),
                    ("part9_topics_read", "arrest and surrender (s. 2); transit (s. 3)"),
                ],
            ),
            law(
                "law-xaa-code",
                "XAA",
                &["channel"],
                &[("title", "Code, <chapter> 4"), ("part9_topics_read", "channel")],
            ),
            law("law-xac-act", "XAC", &[], &[("title", "Act of which nothing was read")]),
            Row {
                general: true,
                ..law(
                    "law-xab-general-act",
                    "XAB",
                    &["transit", "assistance"],
                    &[("title", "General act"), ("part9_topics_read", "general law: transit; evidence")],
                )
            },
        ],
    )
}

pub(crate) fn referrals() -> Rows {
    file(
        "referrals",
        vec![
            doubted(
                row(
                    "referral-unsc-2026-01-02",
                    &["XAA"],
                    &[
                        ("kind", "Security Council"),
                        ("referred_by", "UNSC"),
                        ("situation", "Exercise A"),
                        ("referred_on", "2026-01-02"),
                        ("document_ref", "S/RES/0 (2026)"),
                        ("binds", "XAA"),
                        ("binds_also", "all other parties to the conflict"),
                        ("binds_paragraph", "2"),
                    ],
                ),
                "binds",
                Truth::Unverified,
            ),
            row(
                "referral-xab-xac-2026-02-03",
                &["XAB", "XAC"],
                &[
                    ("kind", "State Party"),
                    ("referred_by", "XAB; XAC"),
                    ("situation", "Ukraine"),
                    ("referred_on", "2026-02-03"),
                ],
            ),
        ],
    )
}

pub(crate) fn acceptances() -> Rows {
    file(
        "acceptances",
        vec![
            doubted(
                row(
                    "acceptance-xaa-2026-01-02",
                    &["XAA"],
                    &[
                        ("lodged_on", "2026-01-02"),
                        ("accepts_from", "2025-06-01"),
                        ("accepts_until", "2027-12-31"),
                    ],
                ),
                "lodged_on",
                Truth::Disputed,
            ),
            row(
                "acceptance-xab-2026-02-03",
                &["XAB"],
                &[
                    ("lodged_on", "2026-02-03"),
                    ("accepts_from", "2025"),
                    ("status", "not accepted by the Registrar"),
                ],
            ),
        ],
    )
}

pub(crate) fn resolutions() -> Rows {
    let of = |session: &str, on: &str| {
        row(
            &format!("resolution-exercise-{session}"),
            &[],
            &[
                ("asp_session", session),
                ("resolution", "EXERCISE/Res.1"),
                ("title", "Cooperation"),
                ("adopted_on", on),
            ],
        )
    };
    file(
        "resolutions",
        vec![
            of("11", "2023-01-02"),
            doubted(of("12", "2024-01-02"), "adopted_on", Truth::Disputed),
            of("21", "2026-01-02"),
        ],
    )
}

pub(crate) fn pledges() -> Rows {
    file(
        "pledges",
        vec![doubted(
            row(
                "pledge-exercise-arrest",
                &[],
                &[
                    ("pledger", "Exercise State XAA"),
                    ("theme", "arrest"),
                    ("paraphrase", "To support arrests."),
                    ("pledged_on", "2026-01"),
                ],
            ),
            "paraphrase",
            Truth::Unverified,
        )],
    )
}

/// Every file that has a page, with rows.
pub(crate) fn all() -> [Rows; 8] {
    [
        findings(),
        agreements(),
        declarations(),
        laws(),
        referrals(),
        acceptances(),
        resolutions(),
        pledges(),
    ]
}
