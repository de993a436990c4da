//! A list of contacts that was checked: each outcome, with and without a rule.

use super::{asked, bare_row, row};
use jiff::civil::date;
use register::contacts::{Advice, Alternative, Checked, Hit, InBoth, Line, ListForm, Notice, Outcome, Receipt, Unread, WhyUnread};
use register::view::model::PersonRow;

fn hit(person: PersonRow, likely: bool, advice: Option<Advice>) -> Hit {
    Hit {
        person,
        score: if likely { 0.912 } else { 0.6 },
        likely,
        matched: "Person One".into(),
        under: "=Person, \"One\"".into(),
        explanation: InBoth {
            en: "“Person” is the same word".into(),
            fr: "« Person » est le même mot".into(),
        },
        advice,
    }
}

fn line(line: u64, text: &str, outcome: Outcome, hits: Vec<Hit>) -> Line {
    Line {
        line,
        text: text.into(),
        outcome,
        cut: line == 3,
        hits,
        alternatives: Vec::new(),
    }
}

/// One of each outcome.
pub(crate) fn checked() -> Checked {
    let notice = |to: &str| Notice {
        to: to.into(),
        through: (to == "prosecutor").then(|| "un-legal-counsel".into()),
        rests_on: vec!["a-67-828-notice".into()],
        recalled: true,
    };
    let advice = Advice {
        notices_withheld: false,
        text_key: "law-contact-un-outstanding".into(),
        rests_on: vec!["a-67-828-general".into()],
        recalled: false,
        notices: vec![notice("prosecutor"), notice("assembly-president")],
    };
    let summoned = PersonRow {
        status: "summoned".into(),
        ..bare_row()
    };
    let mut first = line(
        2,
        "Person One <b>, Minister",
        Outcome::Warrant,
        vec![hit(row(), true, Some(advice))],
    );
    first.alternatives = vec![Alternative {
        line: 1,
        text: "Somebody Else".into(),
    }];
    Checked {
        asked: asked(),
        on: date(2026, 3, 9),
        ahead: true,
        asker: law::Asker::Un,
        all_persons: false,
        form: ListForm::Table,
        written_in: "UTF-8",
        names_from: vec!["name".into()],
        lines: vec![
            line(1, "Somebody Else", Outcome::None, vec![]),
            first,
            line(
                3,
                "Person Two",
                Outcome::Summons,
                vec![hit(summoned, true, None), hit(bare_row(), false, None)],
            ),
            line(4, "Persona", Outcome::Possible, vec![hit(bare_row(), false, None)]),
        ],
        unread: vec![Unread {
            line: 5,
            why: WhyUnread::NoLetter,
        }],
        kept: None,
        receipt: Receipt {
            at: "2026-03-01T10:00:00Z".parse().unwrap(),
            lines: 5,
            contacts: 4,
            sha256: "0a".repeat(32),
            checkpoint_root: "0b".repeat(32),
            edition: None,
            law_edition: date(2026, 3, 1),
        },
    }
}
