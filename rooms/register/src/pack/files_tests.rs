#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::items::{Item, Items};
use super::super::read::{self, Tables};
use super::super::{PackFile, tests::public_record};
use crate::files::FILES;
use crate::kinds;
use record::entry::Subject;
use std::collections::BTreeMap;

/// A small pack: two exercise States, a person, and rows of one file more.
const STATES: &str = "alpha3,alpha2,iso_numeric,name_en,name_fr,un_name_en,un_name_fr,un_membership,un_regional_group,official_languages,exists_from,source,field_sources
XAA,,,Exercise A,Exercice A,Exercise A,Exercice A,member,African States,en;fr,,exercise file,
XAB,,,Exercise B,Exercice B,Exercise B,Exercice B,observer,,en,2011-07-09,exercise file,un_regional_group=recalled:high
";

pub fn items(more: &[(&str, &str)]) -> Items {
    let own = [
        ("edition.csv", "edition,complete_until,notes\n2022-01-01,2021-12-31,\n"),
        (
            "persons.csv",
            "person_id,name,also_known_as,notes,source\nexercise-0001,Exercise One,,,exercise file\n",
        ),
        ("states.csv", STATES),
    ];
    let mut tables = Tables::new();
    for (name, text) in own.iter().chain(more) {
        let file = PackFile {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let (name, rows) = read::rows(&file).expect("is read");
        tables.insert(name, rows);
    }
    Items::of(&tables)
}

/// The heading of a file and these lines.
pub fn file(csv: &str, lines: &[&str]) -> String {
    let file = FILES.iter().find(|file| file.csv == csv).unwrap();
    let heading: Vec<&str> = file.columns.iter().map(|column| column.name).collect();
    format!("{}\n{}\n", heading.join(","), lines.join("\n"))
}

#[track_caller]
fn refused(csv: &str, lines: &[&str], expected: &[&str]) {
    let faults = items(&[(csv, &file(csv, lines))]).faults;
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(said, expected);
}

fn line(item: &Item) -> String {
    let draft = &item.draft;
    let body = String::from_utf8(draft.body.canonical()).unwrap();
    format!("{} {} {body}", draft.kind, draft.effective)
}

/// The entries of a matter of the public record, citations apart.
#[track_caller]
fn entries(items: &Items, matter: &str, about: &str, expected: &[&str]) {
    let of = items
        .items
        .iter()
        .filter(|i| i.draft.matter == matter && i.draft.kind != kinds::CITATION);
    let of: Vec<&Item> = of.collect();
    assert_eq!(of.iter().map(|i| line(i)).collect::<Vec<_>>(), expected, "{matter}");
    for item in of {
        let subjects: Vec<String> = item.draft.about.iter().map(Subject::text).collect();
        assert_eq!(subjects.join(" "), about, "{matter} {}", item.draft.kind);
    }
}

fn of_the_public_record() -> Items {
    Items::of(&read::tables(&public_record()).expect("is read"))
}

#[test]
fn a_row_of_each_file_becomes_the_entries_that_it_should() {
    let items = of_the_public_record();
    let check = |matter: &str, about: &str, expected: &[&str]| entries(&items, matter, about, expected);
    check(
        "state-ssd",
        "state:SSD",
        &[
            r#"state.named unknown {"alpha2":"SS","iso_numeric":"728","name_en":"South Sudan","name_fr":"Soudan du Sud","official_languages":["en"],"sources":{"un_name_en":"recalled:high","un_name_fr":"recalled:high","un_regional_group":"recalled:high"},"un_membership":"member","un_name_en":"South Sudan","un_name_fr":"Soudan du Sud","un_regional_group":"African States"}"#,
            "state.began 2011-07-09 {}",
        ],
    );
    check(
        "former-name-cze-2016-07-05",
        "state:CZE",
        &[
            r#"state.renamed 2016-07-05 {"name_en":"Czech Republic","name_fr":"République tchèque"}"#,
            r#"remark.added unknown {"text":"Short name Czechia registered with the United Nations."}"#,
        ],
    );
    check(
        "rome-statute-mne",
        "state:MNE",
        &[
            r#"treaty.joined 2006-10-23 {"by":"succession","treaty":"rome-statute"}"#,
            r#"treaty.in-force-stated 2006-06-03 {"treaty":"rome-statute"}"#,
            r#"remark.added unknown {"text":"Succession effective 2006-06-03 (independence); instrument received 2006-10-23."}"#,
        ],
    );
    check(
        "rome-statute-hun",
        "state:HUN",
        &[
            r#"treaty.signed 1999-01-15 {"treaty":"rome-statute"}"#,
            r#"treaty.joined 2001-11-30 {"by":"ratification","treaty":"rome-statute"}"#,
            r#"treaty.position-unresolved 2026-06-02 {"treaty":"rome-statute"}"#,
            r#"treaty.in-force-stated 2002-07-01 {"treaty":"rome-statute"}"#,
            r#"treaty.withdrawal-announced 2025-04-03 {"treaty":"rome-statute"}"#,
            r#"treaty.withdrawal-notified 2025-06-02 {"stated_effective":"2026-06-02","treaty":"rome-statute"}"#,
            r#"remark.added unknown {"text":"Parliament repealed the withdrawal law on 2026-05-27 (133-37-5); no source read shows whether a rescission reached the depositary before the withdrawal took effect."}"#,
        ],
    );
    check(
        "apic-smr",
        "state:SMR",
        &[
            r#"treaty.position-unresolved unknown {"reason":"deposit not found","treaty":"apic"}"#,
            r#"remark.added unknown {"text":"Decree of 2020-03-02 no. 39 gave the Agreement effect; deposit not found."}"#,
        ],
    );
    check(
        "acceptance-ukr-2014-04-09",
        "state:UKR",
        &[r#"acceptance.lodged 2014-04-09 {"accepts_from":"2013-11-21","accepts_until":"2014-02-22"}"#],
    );
    check(
        "article-87-alb",
        "state:ALB",
        &[
            r#"declaration.made 2004-08-30 {"channel":["diplomatic channel to ministry of justice"],"languages_accepted":["sqi+eng","sqi+fra"]}"#,
            r#"remark.added unknown {"text":"Albanian together with English or French."}"#,
        ],
    );
    check(
        "article-87-lva",
        "state:LVA",
        &[
            "declaration.made unknown {}",
            r#"remark.added unknown {"text":"A declaration under article 87(2) exists; its text is cut in what was read. Do not route on it."}"#,
        ],
    );
    check(
        "finding-ita-2025-10-17",
        "state:ITA person:njeem",
        &[
            r#"finding.made 2025-10-17 {"case":"Njeem (situation ICC-01/11)","concerning":"Release after arrest instead of surrender","conduct_date":"2025-01-21","kind":"finding"}"#,
            "finding.referral-put-off 2025-10-17 {}",
            r#"finding.referred by 2026-01-26 {"to_assembly":"yes","to_security_council":"no"}"#,
            r#"remark.added unknown {"text":"Decision on the referral put off on 2025-10-17; referred to the Assembly by majority in January 2026, exact day not read."}"#,
        ],
    );
    check(
        "finding-sdn-2010-05-25",
        "state:SDN person:harun person:abdalrahman",
        &[
            r#"finding.made 2010-05-25 {"case":"Harun and Abd-Al-Rahman (ICC-02/05-01/07)","concerning":"Non-execution of warrants","document_ref":"ICC-02/05-01/07-57","kind":"finding","to_security_council":"yes"}"#,
        ],
    );
    check(
        "agreement-bel-interim-release",
        "state:BEL",
        &[
            r#"agreement.made unknown {"kind":"interim release"}"#,
            "agreement.in-force 2014-04-10 {}",
        ],
    );
    check(
        "agreement-all-relocation",
        "",
        &[
            r#"agreement.made by 2013-11-27 {"kind":"witness relocation"}"#,
            r#"remark.added unknown {"text":"No total given: only that agreements were concluded in 2013 and that few States have one. States are confidential; no count by date was found, so none is given."}"#,
        ],
    );
    check(
        "referral-arg-can-chl-col-per-pry-2018-09-27",
        "state:ARG state:CAN state:CHL state:COL state:PER state:PRY",
        &[
            r#"referral.made 2018-09-27 {"kind":"State Party","referred_by":["ARG","CAN","CHL","COL","PER","PRY"],"situation":"Venezuela I"}"#,
        ],
    );
    check(
        "referral-unsc-2011-02-26",
        "state:LBY",
        &[
            r#"referral.made 2011-02-26 {"binds":"LBY","binds_paragraph":"5","document_ref":"S/RES/1970 (2011)","kind":"Security Council","referred_by":["UNSC"],"situation":"Libya"}"#,
        ],
    );
    check(
        "resolution-icc-asp-12-res.3",
        "",
        &[r#"resolution.adopted 2013-11-27 {"asp_session":12,"resolution":"ICC-ASP/12/Res.3","title":"Cooperation"}"#],
    );
    check(
        "pledge-usa-observer-arrest",
        "",
        &[
            r#"pledge.made 2010-06 {"paraphrase":"To support efforts against the Lord's Resistance Army and the bringing of its leaders to justice.","pledger":"USA (observer)","theme":"arrest"}"#,
        ],
    );
    check(
        "law-phl-republic-act-no.-9851",
        "state:PHL",
        &[
            r#"law.enacted 2009 {"part9_topics_read":"surrender (s. 17)","sources":{"part9_topics_read":"stored: https://filipinotimes.net/news/2025/11/14/bato-dela-rosa-asks-sc-to-block-possible-icc-arrest/","title":"stored: https://filipinotimes.net/news/2025/11/14/bato-dela-rosa-asks-sc-to-block-possible-icc-arrest/"},"title":"Republic Act No. 9851"}"#,
        ],
    );
}

#[test]
fn an_entry_has_the_source_of_its_day_where_that_has_its_own() {
    let items = of_the_public_record();
    let source = |matter: &str, kind: &str| {
        let item = items.items.iter().find(|i| i.draft.matter == matter && i.draft.kind == kind);
        item.and_then(|i| i.draft.source.clone()).unwrap()
    };
    let treaty_collection = "UN Treaty Collection, chapter XVIII-10, as at 2015-03-14";
    assert_eq!(source("rome-statute-bdi", kinds::TREATY_JOINED), treaty_collection);
    assert_eq!(source("rome-statute-bdi", kinds::WITHDRAWAL_NOTIFIED), "recalled:high");
    assert_eq!(source("rome-statute-arm", kinds::TREATY_SIGNED), treaty_collection);
    let armenia = source("rome-statute-arm", kinds::TREATY_JOINED);
    assert!(armenia.starts_with("stored: "), "{armenia}");
    assert_eq!(source("law-phl-republic-act-no.-9851", kinds::LAW), "recalled:high");
}

#[test]
fn every_cell_of_the_public_record_is_found_again_in_the_entries_of_its_row() {
    let pack = public_record();
    let tables = read::tables(&pack).expect("is read");
    let items = Items::of(&tables);
    let mut matters: BTreeMap<&str, Vec<&record::entry::Draft>> = BTreeMap::new();
    for item in items.items.iter().filter(|i| i.draft.kind != kinds::CITATION) {
        matters.entry(item.draft.matter.as_str()).or_default().push(&item.draft);
    }
    let mut cells = 0;
    for file in FILES {
        for row in tables.get(file.csv).expect("a table") {
            let matter = file.matter_of(&file.key(|column| row.get(column.name).to_owned()));
            let entries = matters.get(matter.as_str()).unwrap_or_else(|| panic!("{matter} has no entry"));
            for column in file.columns.iter().filter(|column| column.is_citable() && column.name != "notes") {
                let held = file.cell_of(column, entries);
                let said = held.map(|text| text.strip_prefix("by ").map(str::to_owned).unwrap_or(text));
                let in_file = row.filled(column.name).map(|text| text.replace("; ", ";"));
                let undated = said.as_deref() == Some("unknown");
                assert_eq!(
                    said.filter(|_| !undated).map(|text| text.replace("; ", ";")),
                    in_file,
                    "{matter} {}",
                    column.name
                );
                cells += usize::from(!undated);
            }
            assert_eq!(file.key_of(entries[0]), file.key(|column| row.get(column.name).to_owned()));
        }
    }
    assert!(cells > 3000, "{cells}");
}

#[test]
fn a_row_that_cannot_be_is_refused_with_file_line_and_column() {
    let rome = "rome_statute.csv";
    refused(
        rome,
        &["XAA,2001-02-03,2001-01-01,ratification,,,,,,,,,,,exercise file,"],
        &["rome_statute.csv, line 2, column ratified_or_acceded_on: 2001-01-01 lies before signed_on, 2001-02-03; mend one of the two"],
    );
    refused(
        rome,
        &["XAA,,2006-10-23,accession,2006-06-03,,,,,,,,,,exercise file,"],
        &[
            "rome_statute.csv, line 2, column entered_into_force_on: 2006-06-03 lies before ratified_or_acceded_on, 2006-10-23; mend one of the two",
        ],
    );
    refused(rome, &["XAA,,2006-10-23,succession,2006-06-03,,,,,,,,,,exercise file,"], &[]);
    refused(
        rome,
        &["XAA,,2001-01-01,ratification,2002-07-01,,2016-10-27,,2015-10-27,,,,,,exercise file,"],
        &[
            "rome_statute.csv, line 2, column withdrawal_effective_on: 2015-10-27 lies before withdrawal_notified_on, 2016-10-27; mend one of the two",
        ],
    );
    refused(
        rome,
        &["XAA,,2001-01-01,joining,,,,,,,,,,,exercise file,"],
        &[
            "rome_statute.csv, line 2, column kind: \"joining\" is not how a State joins a treaty; write ratification, acceptance, approval, accession, succession or deposit not found",
        ],
    );
    refused(
        rome,
        &[
            "XAA,,2001-01-01,,,,,,,,,,,,exercise file,",
            "XAB,,2001-01-01,deposit not found,,,,,,,,,,,exercise file,",
        ],
        &[
            "rome_statute.csv, line 2, column kind: is empty where a deposit is dated; write ratification, acceptance, approval, accession, succession",
            "rome_statute.csv, line 3, column kind: says deposit not found where a deposit is dated; write ratification, acceptance, approval, accession, succession, or empty the day",
        ],
    );
    refused(
        rome,
        &["XAA,2001-01-01,,ratification,,,,,,,,,,,exercise file,"],
        &[
            "rome_statute.csv, line 2, column kind: is filled where ratified_or_acceded_on is empty, of which it tells; fill both, or neither",
        ],
    );
    refused(
        rome,
        &["XAA,2001-01-01,,,,,,2002-01-01,,,,,,,exercise file,"],
        &[
            "rome_statute.csv, line 2, column withdrawal_stated_effective_on: is filled where withdrawal_notified_on is empty, of which it tells; fill both, or neither",
        ],
    );
    refused(
        rome,
        &["XAA,,,,,,,,,,,,,A remark alone.,exercise file,"],
        &[
            "rome_statute.csv, line 2, column alpha3: the row says nothing but its key; fill one of signed_on, ratified_or_acceded_on, kind, entered_into_force_on, withdrawal_announced_on, withdrawal_notified_on, withdrawal_stated_effective_on, withdrawal_effective_on, withdrawal_rescinded_on, instrument_withdrawn_on, position_unresolved_from, intent_not_to_become_party_on, notes, or take the row out",
        ],
    );
    refused(
        rome,
        &[
            "XAA,2001-01-01,,,,,,,,,,,,,exercise file,",
            "XAA,2001-01-02,,,,,,,,,,,,,exercise file,",
        ],
        &["rome_statute.csv, line 3, column alpha3: says again what line 2 says of \"XAA\"; keep one of the two"],
    );
    refused(
        rome,
        &["XAC,2001-01-01,,,,,,,,,,,,,exercise file,", "France,2001-01-01,,,,,,,,,,,,,,"],
        &[
            "rome_statute.csv, line 2, column alpha3: \"XAC\" is not in states.csv; add the State there, or mend the code",
            "rome_statute.csv, line 3, column source: is empty; this column must be filled",
            "rome_statute.csv, line 3, column alpha3: \"France\" is not the code of a State; write ISO 3166-1 alpha-3, such as FRA",
        ],
    );
    refused(
        "legislation.csv",
        &["XAA,An Act (No. 1),2001,,exercise file,", "XAA,An Act No. 1,2002,,exercise file,"],
        &[
            "legislation.csv, line 3, column alpha3: is told from \"XAA|An Act (No. 1)\" on line 2 by signs alone, and both would be one matter; write one of the two otherwise",
        ],
    );
}

#[test]
fn days_lie_between_the_statute_and_the_edition_save_laws_and_what_is_planned() {
    refused("legislation.csv", &["XAA,An old Act,1995,,exercise file,"], &[]);
    refused(
        "agreements.csv",
        &["xaa-sentences,XAA,sentence enforcement,1995-01-01,2022-01-02,,,,exercise file"],
        &[
            "agreements.csv, line 2, column signed_on: 1995-01-01 lies before 1998-07-17, the day on which the Rome Statute was adopted; check the year",
        ],
    );
    refused(
        "agreements.csv",
        &["xaa-sentences,XAA,sentence enforcement,2021-01-01,2022-01-02,,,,exercise file"],
        &["agreements.csv, line 2, column in_force_on: lies after the edition's day 2022-01-01; an edition tells what has happened"],
    );
    refused(
        "findings.csv",
        &["xaa-1,XAA,2021-01-01,,exercise-0001,Visit,1997-01-01,,finding,,,,,,,exercise file"],
        &[
            "findings.csv, line 2, column conduct_date: 1997-01-01 lies before 1998-07-17, the day on which the Rome Statute was adopted; check the year",
        ],
    );
    refused("acceptances.csv", &["XAA,2021-01-01,2020-01-01,2027-12-31,,,exercise file"], &[]);
    refused(
        "acceptances.csv",
        &["XAA,2021-01-01,2020-01-01,2019-12-31,,,exercise file"],
        &["acceptances.csv, line 2, column accepts_until: 2019-12-31 lies before accepts_from, 2020-01-01; mend one of the two"],
    );
    refused(
        "rome_statute.csv",
        &["XAA,,2001-01-01,accession,2002-07-01,,2021-06-02,2022-06-02,,,,,,,exercise file,"],
        &[],
    );
}

#[test]
fn closed_words_numbers_persons_and_keys_are_checked() {
    refused(
        "findings.csv",
        &[
            "Finding 1,XAA,2021-01-01,,,,,,finding,,,,,,,exercise file",
            "xaa-2,XAA,2021-01-01,,exercise-0001; nobody,,,,refusal,,,maybe,,,,exercise file",
        ],
        &[
            "findings.csv, line 2, column finding_id: is not a key; write lower-case letters, digits and hyphens",
            "findings.csv, line 3, column person_ids: \"nobody\" is not in persons.csv; add the person there, or mend the key",
            "findings.csv, line 3, column kind: \"refusal\" is not one of these: finding, information communicated, no finding",
            "findings.csv, line 3, column to_assembly: \"maybe\" is not yes or no",
        ],
    );
    refused(
        "referrals.csv",
        &["Organization,UNSC;XAC,Exercise,2021-01-01,,xaa,,,,exercise file,"],
        &[
            "referrals.csv, line 2, column kind: \"Organization\" is not one of these: Security Council, State Party",
            "referrals.csv, line 2, column referred_by: \"XAC\" is not in states.csv; add the State there, or mend the code",
            "referrals.csv, line 2, column binds: \"xaa\" is not an ISO 3166-1 alpha-3 code, such as FRA",
        ],
    );
    refused(
        "resolutions.csv",
        &["twelve,R/1,Exercise,2021-01-01,,exercise file,"],
        &["resolutions.csv, line 2, column asp_session: \"twelve\" is not a whole number, 0 or more"],
    );
    let states = |line: &str| STATES.replace("XAA,,,Exercise A,Exercice A,Exercise A,Exercice A,member,African States", line);
    let faults = items(&[("states.csv", &states("XAA,,,Exercise A,Exercice A,,Exercice A,guest,Atlantis"))]).faults;
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "states.csv, line 2, column un_name_en: is empty; this column must be filled",
            "states.csv, line 2, column un_membership: \"guest\" is not one of these: member, observer, non-member (Rome Statute party)",
            "states.csv, line 2, column un_regional_group: \"Atlantis\" is not one of these: African States, Asia-Pacific States, Eastern European States, Latin American and Caribbean States, Western European and other States",
        ]
    );
}

#[test]
fn a_source_of_a_column_is_checked_and_kept_on_an_empty_member() {
    refused(
        "article87.csv",
        &[
            "XAA,diplomatic channel,eng,,,exercise file,declared_on=exercise | colour=exercise | alpha3=exercise | channel | channel=a | channel=b",
        ],
        &[
            "article87.csv, line 2, column field_sources: gives a source for declared_on, which is empty; fill it, or take its source out",
            "article87.csv, line 2, column field_sources: \"colour\" is not a column of article87.csv that can have a source of its own",
            "article87.csv, line 2, column field_sources: \"alpha3\" is not a column of article87.csv that can have a source of its own",
            "article87.csv, line 2, column field_sources: \"channel\" names no source; write column=source, with \" | \" between several",
            "article87.csv, line 2, column field_sources: gives two sources for channel; keep one",
        ],
    );
    let items = items(&[]);
    assert_eq!(
        items.said,
        [
            "states.csv, line 3: un_regional_group is empty; kept as a source on the empty field",
            "proceedings.csv: no request was made of surrenders, since milestones.csv, which says who gave himself up, is not in this pack",
        ]
    );
    let named = items
        .items
        .iter()
        .find(|i| i.draft.matter == "state-xab" && i.draft.kind == kinds::STATE_NAMED);
    let body = String::from_utf8(named.unwrap().draft.body.canonical()).unwrap();
    assert!(body.contains(r#""sources":{"un_regional_group":"recalled:high"}"#), "{body}");
}

#[test]
fn a_day_by_which_something_happened_gives_way_to_the_day_itself_and_that_is_said() {
    let text = file(
        "agreements.csv",
        &["xaa-sentences,XAA,sentence enforcement,2021-01-01,,3,2021-06-01,,exercise file"],
    );
    let items = items(&[("agreements.csv", &text)]);
    assert!(items.faults.is_empty(), "{:?}", items.faults);
    assert!(
        items
            .said
            .iter()
            .any(|s| s == "agreements.csv, line 2: as_at was not taken in, since signed_on gives the day"),
        "{:?}",
        items.said
    );
    entries(
        &items,
        "agreement-xaa-sentences",
        "state:XAA",
        &[r#"agreement.made 2021-01-01 {"count":3,"kind":"sentence enforcement"}"#],
    );
}

#[test]
fn without_states_in_the_pack_any_code_that_is_formed_is_taken() {
    let text = file("pledges.csv", &["Exercise,arrest,To arrest.,2021-01,exercise file"]);
    let acceptances = file("acceptances.csv", &["XAC,2021-01-01,2020-01-01,,,,exercise file"]);
    let mut tables = Tables::new();
    for (csv, text) in [
        ("edition.csv", "edition,complete_until,notes\n2022-01-01,2021-12-31,\n"),
        ("pledges.csv", &text),
        ("acceptances.csv", &acceptances),
    ] {
        let file = PackFile {
            name: csv.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let (name, rows) = read::rows(&file).unwrap();
        tables.insert(name, rows);
    }
    let items = Items::of(&tables);
    assert!(items.faults.is_empty(), "{:?}", items.faults);
}

#[test]
fn a_state_did_nothing_before_it_began_and_a_state_party_binds_nobody() {
    refused(
        "agreements.csv",
        &["xab-sentences,XAB,sentence enforcement,2011-07-08,2011-07-09,,,,exercise file"],
        &[
            "agreements.csv, line 2: tells what state:XAB did on 2011-07-08, before it began to exist on 2011-07-09; mend the day, or exists_from in states.csv",
        ],
    );
    refused(
        "referrals.csv",
        &["State Party,XAA,Exercise,2021-01-01,,XAB,,,,exercise file,"],
        &[
            "referrals.csv, line 2, column binds: a referral by a State Party binds nobody; only a resolution of the Security Council does (article 13(b)): take it out, or mend the kind",
        ],
    );
    assert_eq!(
        items(&[(
            "legislation.csv",
            &file("legislation.csv", &["XAB,Exercise Act,1999,,exercise file,"])
        )])
        .faults,
        [],
        "a law may be older"
    );
}

#[test]
fn codes_of_a_state_are_checked_in_their_form() {
    let states = STATES.replace("XAA,,,", "XAA,Xa,12,");
    let said: Vec<String> = items(&[("states.csv", &states)]).faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "states.csv, line 2, column alpha2: \"Xa\" is not two capital letters, an ISO 3166-1 alpha-2 code such as FR",
            "states.csv, line 2, column iso_numeric: \"12\" is not three digits, an ISO 3166-1 numeric code such as 250",
        ]
    );
}
