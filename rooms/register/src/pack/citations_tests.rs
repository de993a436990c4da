#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::files::tests::{file, items};
use crate::kinds;

const CITATIONS: &str = "file,key,field,verdict,value,source,says\n";

/// What becomes of a citation of a row of findings: the kind it is about, and its body.
fn cited(citation: &str) -> Result<(String, String), Vec<String>> {
    let findings = file(
        "findings.csv",
        &["xaa-1,XAA,2021-01-01,,exercise-0001,Visit,,,finding,,2021-06-01,yes,,,,exercise file"],
    );
    let agreements = file(
        "agreements.csv",
        &[
            "xaa-1,XAA,sentence enforcement,,,,,,exercise file",
            "xaa-2,XAA,witness relocation,,,,2021-01-01,,exercise file",
        ],
    );
    let citations = format!("{CITATIONS}{citation}\n");
    let items = items(&[
        ("findings.csv", &findings),
        ("agreements.csv", &agreements),
        ("citations.csv", &citations),
    ]);
    if !items.faults.is_empty() {
        return Err(items.faults.iter().map(ToString::to_string).collect());
    }
    let item = items.items.iter().find(|i| i.draft.kind == kinds::CITATION).expect("a citation");
    let parent = &items.items[item.parent.unwrap()].draft;
    assert_eq!(item.draft.about, super::super::items::shared(&parent.matter, &parent.about));
    let body = String::from_utf8(item.draft.body.canonical()).unwrap();
    Ok((format!("{} {}", parent.kind, parent.effective), body))
}

#[track_caller]
fn cites(citation: &str, entry: &str, body: &str) {
    let (of, said) = cited(citation).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!((of.as_str(), said.as_str()), (entry, body), "{citation}");
}

#[test]
fn a_citation_speaks_of_the_entry_and_field_that_its_cell_became() {
    cites(
        "findings.csv,xaa-1,decision_date,confirms,,a,",
        "finding.made 2021-01-01",
        r#"{"field":"effective","source":"a","verdict":"confirms"}"#,
    );
    cites(
        "findings.csv,xaa-1,to_assembly,contradicts,no,a,",
        "finding.referred by 2021-06-01",
        r#"{"field":"to_assembly","source":"a","value":"no","verdict":"contradicts"}"#,
    );
    cites(
        "findings.csv,xaa-1,referred_by_day,contradicts,2021-05,a,",
        "finding.referred by 2021-06-01",
        r#"{"field":"effective","source":"a","value":"by 2021-05","verdict":"contradicts"}"#,
    );
    cites(
        "states.csv,XAA,official_languages,contradicts,en;de,a,",
        "state.named unknown",
        r#"{"field":"official_languages","source":"a","value":"en; de","verdict":"contradicts"}"#,
    );
    cites(
        "agreements.csv,xaa-2,as_at,confirms,,a,",
        "agreement.made by 2021-01-01",
        r#"{"field":"effective","source":"a","verdict":"confirms"}"#,
    );
}

#[test]
fn a_citation_of_an_empty_cell_is_kept() {
    cites(
        "findings.csv,xaa-1,referral_reversed_on,confirms,,a,",
        "finding.made 2021-01-01",
        r#"{"field":"none:finding.referral-reversed","source":"a","verdict":"confirms"}"#,
    );
    cites(
        "findings.csv,xaa-1,referral_put_off_on,contradicts,2021-02-01,a,",
        "finding.made 2021-01-01",
        r#"{"field":"none:finding.referral-put-off","source":"a","value":"2021-02-01","verdict":"contradicts"}"#,
    );
    cites(
        "findings.csv,xaa-1,to_security_council,confirms,,a,",
        "finding.referred by 2021-06-01",
        r#"{"field":"to_security_council","source":"a","verdict":"confirms"}"#,
    );
    cites(
        "findings.csv,xaa-1,notes,partly,,a,adds something",
        "finding.made 2021-01-01",
        r#"{"field":"none:remark.added","says":"adds something","source":"a","verdict":"partly"}"#,
    );
    cites(
        "agreements.csv,xaa-1,signed_on,contradicts,2020-01-01,a,",
        "agreement.made unknown",
        r#"{"field":"effective","source":"a","value":"2020-01-01","verdict":"contradicts"}"#,
    );
}

#[test]
fn a_citation_that_speaks_of_nothing_is_refused() {
    let refused = |citation: &str, expected: &str| assert_eq!(cited(citation), Err(vec![expected.to_owned()]), "{citation}");
    refused(
        "findings.csv,xaa-1,finding_id,confirms,,a,",
        "citations.csv, line 2, column field: \"finding_id\" is not a field of findings.csv that can be cited; write decision_date, case, concerning, conduct_date, document_ref, kind, referral_put_off_on, referred_by_day, to_assembly, to_security_council, referral_reversed_on, notes",
    );
    refused(
        "findings.csv,xab-1,case,confirms,,a,",
        "citations.csv, line 2, column key: \"xab-1\" is not a key of findings.csv; mend it, or add the row there",
    );
    refused(
        "findings.csv,xaa-1,kind,contradicts,guilt,a,",
        "citations.csv, line 2, column value: \"guilt\" cannot stand in that field: write one of these: finding, information communicated, no finding",
    );
    refused(
        "findings.csv,xaa-1,decision_date,contradicts,May,a,",
        "citations.csv, line 2, column value: \"May\" is not a date: write a day (2013-10-02), a month (2010-06), a year (2007), one of these after `by`, `from` or `about`, `unknown`, or an instant with its zone (2020-06-09T14:00:00+02:00[Europe/Amsterdam])",
    );
    refused(
        "agreements.csv,xaa-2,signed_on,confirms,,a,",
        "citations.csv, line 2, column field: signed_on of xaa-2 is empty in agreements.csv, and another column gives the day: cite that one",
    );
}
