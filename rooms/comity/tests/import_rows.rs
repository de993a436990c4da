//! States, treaties, findings, agreements and the other files of the table over several editions: rows come,
//! are corrected and dropped, and an officer's word about them stands.

use crate::common;
use crate::common::{Still, add_line, change, correct, edition, house, house_weeks_later, newest, of_matter, pack, refused};
use access::Viewer;
use comity::house::House;
use register::chain;
use register::fact::Correction;
use register::files::FILES;
use register::kinds;
use register::pack::{ImportError, ImportReport, PackFile};
use register::port::{Of, Store};
use register::truth::{Citations, Truth};
use store::Sort;

async fn import(house: &House, pack: &[PackFile]) -> ImportReport {
    match house.register.import(&Viewer::operator(), pack).await {
        Ok(report) => report,
        Err(ImportError::Faults(faults)) => panic!("{faults:?}"),
        Err(error) => panic!("{error}"),
    }
}

/// What is known of the truth of a field of the fact of a kind in a matter.
async fn truth(house: &House, matter: &str, kind: &str, field: &str) -> Truth {
    let entries = of_matter(&house.register, matter).await;
    let held = chain::held(&entries);
    let fact = held.iter().find(|fact| fact.now().entry.kind == kind).expect("a fact");
    Citations::among(&held).truth(fact, field)
}

fn dropped(pack: &mut Vec<PackFile>, lines: &[&str]) {
    pack.retain(|file| file.name != "dropped.csv");
    pack.push(PackFile {
        name: "dropped.csv".into(),
        bytes: format!("file,key,reason\n{}\n", lines.join("\n")).into_bytes(),
    });
}

/// Takes a row out of a file: the line that begins so.
fn take_out(pack: &mut [PackFile], name: &str, beginning: &str) {
    let file = pack.iter_mut().find(|f| f.name == name).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let kept: Vec<&str> = text.split_inclusive('\n').filter(|line| !line.starts_with(beginning)).collect();
    assert!(kept.len() < text.split_inclusive('\n').count(), "{name} has no line {beginning:?}");
    file.bytes = kept.concat().into_bytes();
}

/// A correction of a day, or of members of an entry.
fn correction(effective: Option<&str>, set: &[(&str, &str)]) -> Correction {
    Correction {
        effective: effective.map(str::to_owned),
        set: set.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        ..common::correction()
    }
}

#[tokio::test]
async fn the_whole_public_record_is_taken_in_and_each_kind_of_it() {
    let (_folder, _clock, house) = house_weeks_later().await;
    for file in FILES {
        let of = Of::Kinds(file.kinds().map(str::to_owned).collect());
        let entries = house.store.entries(&Viewer::public(), of, None).await.unwrap();
        let matters: std::collections::BTreeSet<&str> = entries.iter().map(|r| r.entry.matter.as_str()).collect();
        let in_file = matters
            .iter()
            .filter(|matter| register::files::of_matter(matter).is_some_and(|f| f.csv == file.csv));
        let given = pack().into_iter().find(|f| f.name == file.csv).unwrap();
        let rows = String::from_utf8(given.bytes).unwrap().lines().count() - 1;
        assert_eq!(in_file.count(), rows, "{}: a matter a row", file.csv);
    }
}

#[tokio::test]
async fn a_pack_of_before_these_files_is_still_taken_in() {
    let folder = tempfile::TempDir::new().unwrap();
    let clock = Still::at("2026-12-15T12:00:00Z");
    let house = House::open_bare(folder.path(), Sort::Real, clock).await.unwrap();
    let mut old = pack();
    old.retain(|file| FILES.iter().all(|of_table| of_table.csv != file.name));
    let before = import(&house, &old).await;
    assert!(
        before
            .remarks
            .iter()
            .any(|said| said.ends_with("rows cite apic.csv, which is no file of this pack with fields to cite; they were not taken in")),
        "{:?}",
        before.remarks
    );
    let report = import(&house, &pack()).await;
    assert_eq!(
        (report.corrected, report.retracted),
        (0, 0),
        "the same edition, read whole, brings the rest"
    );
    let (_folder, _clock, whole) = self::house().await;
    let whole = whole.store.entries(&Viewer::operator(), Of::All, None).await.unwrap().len();
    assert_eq!(before.added + report.added + 1, whole, "with the first entry of the record");
    assert!(report.added > 1400, "{}", report.added);
    let mut other = pack();
    change(&mut other, "pledges.csv", "To support efforts", "To favour efforts");
    let expected = "edition.csv, column edition: the edition 2026-11-25 is in this record already, and this one says something else; give it a day of its own";
    refused(&house.register, &other, &[expected]).await;
}

#[tokio::test]
async fn a_later_edition_corrects_rows() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    let agreement = "fra-sentences,FRA,sentence enforcement,2021-10-11,2023-07-17";
    change(
        &mut pack,
        "agreements.csv",
        agreement,
        &agreement.replace("2023-07-17", "2023-07-18"),
    );
    // A day that was not known, of an entry that was there: a correction.
    let undated = "and-article-103,AND,article 103 declaration,,";
    change(
        &mut pack,
        "agreements.csv",
        undated,
        "and-article-103,AND,article 103 declaration,2001-04-30,",
    );
    let law = "KOR,Act on the Punishment of Crimes within the Jurisdiction of the International Criminal Court,";
    change(&mut pack, "legislation.csv", &format!("{law},"), &format!("{law}2007,"));
    let report = import(&house, &pack).await;
    assert_eq!(
        (report.added, report.corrected, report.retracted),
        (1, 3, 0),
        "the edition; three days"
    );
    let in_force = newest(&house.register, "agreement-fra-sentences", kinds::AGREEMENT_IN_FORCE).await;
    assert_eq!(in_force.entry.effective.to_string(), "2023-07-18");
    assert!(in_force.entry.corrects.is_some());
    let declared = newest(&house.register, "agreement-and-article-103", kinds::AGREEMENT).await;
    assert_eq!(declared.entry.effective.to_string(), "2001-04-30");
    let again = import(&house, &pack).await;
    assert_eq!((again.added, again.corrected), (0, 0), "it is idempotent too");
}

#[tokio::test]
async fn a_row_that_begins_otherwise_keeps_its_remark_and_citations() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    // Montenegro's row began with its succession; a signature would come before it. A citation that said that
    // there was none now speaks of it.
    change(
        &mut pack,
        "apic.csv",
        "MNE,,2006-10-23,succession",
        "MNE,2006-06-03,2006-10-23,succession",
    );
    change(&mut pack, "apic.csv", "ALB,,2006-08-02", "ALB,2004-01-01,2006-08-02");
    let report = import(&house, &pack).await;
    assert_eq!(
        (report.added, report.corrected, report.retracted),
        (3, 2, 0),
        "the edition and two signatures; a remark and a citation are about them now"
    );
    let remark = newest(&house.register, "apic-mne", kinds::REMARK).await;
    let signed = newest(&house.register, "apic-mne", kinds::TREATY_SIGNED).await;
    assert!(remark.entry.about.contains(&record::entry::Subject::Entry(signed.entry.id.clone())));
    assert!(truth(&house, "apic-alb", kinds::TREATY_SIGNED, "effective").await.verified);
}

#[tokio::test]
async fn a_row_that_an_edition_drops_is_listed_once_for_all_that_hangs_on_it() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    take_out(&mut pack, "agreements.csv", "col-sentences,");
    take_out(&mut pack, "legislation.csv", "UKR,");
    let law = "UKR|Law on Cooperation with the International Criminal Court";
    let expected = |file: &str, key: &str| {
        format!(
            "{file}: {key} was in an earlier edition and is not in this one; restore it, or list it in dropped.csv as {file},{key} with the reason"
        )
    };
    refused(
        &house.register,
        &pack,
        &[&expected("agreements.csv", "col-sentences"), &expected("legislation.csv", law)],
    )
    .await;
    dropped(
        &mut pack,
        &["agreements.csv,col-sentences,exercise", &format!("legislation.csv,{law},exercise")],
    );
    let report = import(&house, &pack).await;
    assert_eq!(
        (report.added, report.corrected, report.retracted),
        (1, 0, 3),
        "signature, entry into force, law"
    );
    let entries = of_matter(&house.register, "agreement-col-sentences").await;
    assert!(chain::held(&entries).is_empty(), "nothing of it stands");
    let again = import(&house, &pack).await;
    assert_eq!((again.added, again.retracted), (0, 0), "what was taken back stays so");
    // In a later edition it is there again.
    let restored = import(&house, &edition("2026-11-27")).await;
    assert_eq!((restored.added, restored.corrected), (1, 3));
}

#[tokio::test]
async fn a_cell_that_an_edition_drops_is_listed_with_its_column() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    change(&mut pack, "apic.csv", "SMR,,,deposit not found,", "SMR,2004-01-01,,,");
    change(
        &mut pack,
        "findings.csv",
        "finding,2025-10-17,2026-01-26,yes",
        "finding,,2026-01-26,yes",
    );
    let expected = |file: &str, key: &str| {
        format!(
            "{file}: {key} was in an earlier edition and is not in this one; restore it, or list it in dropped.csv as {file},{key} with the reason"
        )
    };
    refused(
        &house.register,
        &pack,
        &[
            &expected("apic.csv", "SMR|kind"),
            &expected("findings.csv", "ita-2025-10-17|referral_put_off_on"),
        ],
    )
    .await;
    dropped(
        &mut pack,
        &[
            "apic.csv,SMR|kind,exercise",
            "findings.csv,ita-2025-10-17|referral_put_off_on,exercise",
        ],
    );
    let report = import(&house, &pack).await;
    assert_eq!(
        (report.added, report.retracted),
        (2, 3),
        "the edition and a signature; two acts, and what the request has of one of them"
    );
}

#[tokio::test]
async fn a_citation_of_a_row_is_dropped_by_file_key_column_and_source() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    let source = "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XVIII/XVIII-13.en.xml";
    take_out(&mut pack, "citations.csv", &format!("apic.csv,ALB,signed_on,confirms,,{source}"));
    let key = format!("apic.csv|ALB|signed_on|{source}");
    let expected = format!(
        "citations.csv: {key} was in an earlier edition and is not in this one; restore it, or list it in dropped.csv as citations.csv,{key} with the reason"
    );
    refused(&house.register, &pack, &[&expected]).await;
    dropped(&mut pack, &[&format!("citations.csv,{key},exercise")]);
    let report = import(&house, &pack).await;
    assert_eq!((report.added, report.retracted), (1, 1));
}

#[tokio::test]
async fn a_file_that_an_edition_leaves_out_is_asked_for() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    pack.retain(|file| file.name != "pledges.csv" && file.name != "apic.csv");
    let missing = |file: &str| format!("{file}: is missing, and this record holds rows of it; give it, with no rows if it drops them all");
    refused(&house.register, &pack, &[&missing("apic.csv"), &missing("pledges.csv")]).await;
}

#[tokio::test]
async fn a_row_stays_with_its_state_and_its_persons() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let moved = |what: &str| {
        format!(
            "this matter is about another {what} in this record; give what is said of another {what} a key of its own, and list the old one in dropped.csv"
        )
    };
    let mut pack = edition("2026-11-26");
    change(&mut pack, "agreements.csv", "lva-sentences,LVA,", "lva-sentences,LTU,");
    change(&mut pack, "findings.csv", "harun;abdalrahman", "harun");
    refused(
        &house.register,
        &pack,
        &[
            &format!("findings.csv, line 2: {}", moved("person")),
            &format!("agreements.csv, line 9: {}", moved("State")),
        ],
    )
    .await;
    let mut pack = edition("2026-11-26");
    change(&mut pack, "findings.csv", "harun;abdalrahman", "harun;abdalrahman;albashir");
    let report = import(&house, &pack).await;
    assert!(report.corrected >= 1, "a person more is a correction");
}

#[tokio::test]
async fn an_officers_word_about_a_row_stands_and_an_edition_that_differs_says_so() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let day = correction(Some("2017-04-19"), &[]);
    correct(&house.register, "agreement-arg-sentences", kinds::AGREEMENT_IN_FORCE, &day)
        .await
        .unwrap();
    let named = correction(None, &[("un_name_en", "The exercise name")]);
    let name = correct(&house.register, "state-fra", kinds::STATE_NAMED, &named).await.unwrap();
    let sources = name.entry.body.get("sources").expect("sources of other members");
    let sources = String::from_utf8(record::json::canonical(sources)).unwrap();
    assert_eq!(
        sources, r#"{"un_name_fr":"recalled:high","un_regional_group":"recalled:high"}"#,
        "what the officer says is from the officer's source"
    );
    assert!(truth(&house, "state-fra", kinds::STATE_NAMED, "un_name_en").await.verified);
    assert!(!truth(&house, "state-fra", kinds::STATE_NAMED, "un_name_fr").await.verified);
    let report = import(&house, &edition("2026-11-26")).await;
    assert_eq!((report.added, report.corrected, report.differs), (1, 0, 2));
    let differs = newest(&house.register, "agreement-arg-sentences", kinds::PACK_DIFFERS).await;
    assert_eq!(differs.entry.body.get_text("effective"), Some("2017-04-18"));
    assert!(differs.entry.about.contains(&record::entry::Subject::State("ARG".into())));
    let standing = newest(&house.register, "agreement-arg-sentences", kinds::AGREEMENT_IN_FORCE).await;
    assert_eq!(standing.entry.effective.to_string(), "2017-04-19");
    // An edition that adopts the officer's word agrees, whatever its sources are.
    let mut pack = edition("2026-11-27");
    change(
        &mut pack,
        "states.csv",
        "FRA,FR,250,France,France,France,",
        "FRA,FR,250,France,France,The exercise name,",
    );
    let report = import(&house, &pack).await;
    assert_eq!((report.added, report.differs), (1, 1), "the day still differs");
}

#[tokio::test]
async fn an_edition_that_adopts_an_officers_day_in_a_key_adds_no_second_row() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let day = correction(Some("2014-04-17"), &[]);
    correct(&house.register, "acceptance-ukr-2014-04-09", kinds::ACCEPTANCE, &day)
        .await
        .unwrap();
    let day = correction(Some("2004-03-04"), &[]);
    correct(&house.register, "referral-cod-2004-03-03", kinds::REFERRAL, &day)
        .await
        .unwrap();
    let mut pack = edition("2026-11-26");
    change(&mut pack, "acceptances.csv", "UKR,2014-04-09,", "UKR,2014-04-17,");
    change(
        &mut pack,
        "referrals.csv",
        "COD,Democratic Republic of the Congo,2004-03-03",
        "COD,Democratic Republic of the Congo,2004-03-04",
    );
    change(&mut pack, "citations.csv", "COD|2004-03-03", "COD|2004-03-04");
    let report = import(&house, &pack).await;
    assert_eq!(
        (report.added, report.corrected, report.retracted, report.differs),
        (1, 1, 0, 0),
        "the edition is new, and what confirmed the old day of a referral confirms the new one"
    );
    assert!(of_matter(&house.register, "acceptance-ukr-2014-04-17").await.is_empty());
}

#[tokio::test]
async fn an_act_that_is_told_in_words_has_the_day_with_which_they_end() {
    let (_folder, _clock, house) = house_weeks_later().await;
    const OF: [&str; 2] = ["acceptance-pse-2009-01-21", kinds::ACCEPTANCE_WITHOUT_EFFECT];
    let effective = async |matter: &str| {
        let found = newest(&house.register, matter, kinds::ACCEPTANCE_WITHOUT_EFFECT).await;
        found.entry.effective.to_string()
    };
    assert_eq!(effective(OF[0]).await, "2012-04-03");
    assert_eq!(effective("acceptance-egy-2013-12-13").await, "unknown");
    // A later edition knows the day; another drops what was said.
    let mut pack = edition("2026-11-26");
    change(
        &mut pack,
        "acceptances.csv",
        "not accepted by the Registrar",
        "not accepted by the Registrar 2014-05-01",
    );
    let report = import(&house, &pack).await;
    assert_eq!((report.added, report.corrected), (1, 1), "the edition; the day");
    assert_eq!(effective("acceptance-egy-2013-12-13").await, "2014-05-01");
    let mut gone = edition("2026-11-27");
    change(&mut gone, "acceptances.csv", "not accepted by the Registrar", "");
    let expected = "acceptances.csv: EGY|2013-12-13|status was in an earlier edition and is not in this one; restore it, or list it in dropped.csv as acceptances.csv,EGY|2013-12-13|status with the reason";
    refused(&house.register, &gone, &[expected]).await;
    // Neither can lie before the declaration.
    let mut early = edition("2026-11-27");
    change(
        &mut early,
        "acceptances.csv",
        "found ineffective 2012-04-03",
        "found ineffective 2008-04-03",
    );
    change(
        &mut early,
        "acceptances.csv",
        "not accepted by the Registrar",
        "not accepted by the Registrar 2014-05-01",
    );
    let expected = "acceptances.csv, line 6, column status: 2008-04-03 lies before lodged_on, 2009-01-21; mend one of the two";
    refused(&house.register, &early, &[expected]).await;
    // An officer restates the words, and the day follows them.
    let words = correction(None, &[("status", "found ineffective 2012-04-05")]);
    correct(&house.register, OF[0], OF[1], &words).await.unwrap();
    assert_eq!(effective(OF[0]).await, "2012-04-05");
    let day = correction(Some("2012-04-06"), &[]);
    let error = correct(&house.register, OF[0], OF[1], &day)
        .await
        .expect_err("the words say another day");
    assert_eq!(
        error.to_string(),
        "the words in status end with the day of the act, which is 2012-04-05; set status with the other day at its end"
    );
}

#[tokio::test]
async fn a_source_on_a_status_that_is_not_there_stays_with_the_cell_when_it_is_filled() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let cite = "acceptances.csv,CIV|2003-04-18,status,contradicts,found ineffective 2005-01-02,exercise file,";
    let mut pack = edition("2026-11-26");
    add_line(&mut pack, "citations.csv", cite);
    let report = import(&house, &pack).await;
    assert_eq!(report.added, 2, "the edition and the citation");
    let civ = "CIV,2003-04-18,2002-09-19,,";
    let mut pack = edition("2026-11-27");
    add_line(&mut pack, "citations.csv", cite);
    change(&mut pack, "acceptances.csv", civ, &format!("{civ}found ineffective 2005-01-02"));
    let report = import(&house, &pack).await;
    assert_eq!(
        (report.added, report.corrected),
        (2, 1),
        "the edition and the act; the citation is of the act now"
    );
    let truth = truth(&house, "acceptance-civ-2003-04-18", kinds::ACCEPTANCE_WITHOUT_EFFECT, "status").await;
    assert!(truth.verified && truth.others.is_empty(), "it says what stands there: {truth:?}");
}

#[tokio::test]
async fn an_officers_word_about_a_row_is_held_to_what_the_row_can_say() {
    let (_folder, _clock, house) = house_weeks_later().await;
    for (matter, kind, said, expected) in [
        (
            "finding-sdn-2010-05-25",
            kinds::FINDING,
            correction(None, &[("kind", "guilt")]),
            "\"guilt\" is not a value of kind; write one of these: finding, information communicated, no finding",
        ),
        (
            "finding-sdn-2010-05-25",
            kinds::FINDING,
            correction(None, &[("colour", "red")]),
            "an entry of the kind finding.made has no member \"colour\" to set; choose case, concerning, conduct_date, document_ref, kind, to_assembly, to_security_council",
        ),
        (
            "rome-statute-hun",
            kinds::TREATY_JOINED,
            correction(Some("1999-01-01"), &[]),
            "ratified_or_acceded_on would be 1999-01-01 and signed_on is 1999-01-15: that is the wrong way round; give another day, or correct the other entry first",
        ),
        (
            "rome-statute-hun",
            kinds::TREATY_JOINED,
            correction(None, &[("by", "")]),
            "the fact says nothing without by; set another value, or use --retract",
        ),
        (
            "rome-statute-hun",
            kinds::TREATY_SIGNED,
            correction(Some("1997-01-01"), &[]),
            "1997-01-01 lies before 1998-07-17, the day on which the Rome Statute was adopted; check the year",
        ),
        (
            "state-fra",
            kinds::STATE_NAMED,
            correction(Some("2001-01-01"), &[]),
            "an entry of the kind state.named has no date of its own; leave out --effective",
        ),
        (
            "agreement-arg-sentences",
            kinds::AGREEMENT,
            correction(Some("unknown"), &[]),
            "an act needs a date; to say that it did not happen, use --retract",
        ),
    ] {
        let error = correct(&house.register, matter, kind, &said).await.expect_err(expected);
        assert_eq!(error.to_string(), expected);
    }
    let law = correct(
        &house.register,
        "law-alb-criminal-procedure-code-title-ix",
        kinds::LAW,
        &correction(Some("1994"), &[]),
    )
    .await;
    assert_eq!(law.unwrap().entry.effective.to_string(), "1994", "laws are older than the Statute");
    let undated = correction(None, &[("kind", "exercise declaration")]);
    let undated = correct(&house.register, "agreement-and-article-103", kinds::AGREEMENT, &undated)
        .await
        .unwrap();
    assert_eq!(undated.entry.effective.to_string(), "unknown", "what has no day may stay so");
    let bound = correct(
        &house.register,
        "referral-unsc-2011-02-26",
        kinds::REFERRAL,
        &correction(None, &[("binds", "EGY")]),
    )
    .await
    .unwrap();
    assert_eq!(
        bound.entry.about,
        ["LBY", "EGY"].map(|code| record::entry::Subject::State(code.into())),
        "it is about whom it binds, and about whom it bound before, who would go on showing that else"
    );
}

#[tokio::test]
async fn an_officer_confirms_a_member_by_a_source_that_was_read() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let before = truth(&house, "finding-sdn-2010-05-25", kinds::FINDING, "concerning").await;
    assert!(!before.verified, "recalled only");
    let entry = newest(&house.register, "finding-sdn-2010-05-25", kinds::FINDING)
        .await
        .entry
        .id
        .to_string();
    let operator = Viewer::operator();
    let confirmed = house
        .register
        .confirm(&operator, &entry, "concerning", "exercise file", "exercise officer")
        .await
        .unwrap();
    assert!(confirmed.entry.about.contains(&record::entry::Subject::State("SDN".into())));
    assert!(truth(&house, "finding-sdn-2010-05-25", kinds::FINDING, "concerning").await.verified);
    let report = import(&house, &edition("2026-11-26")).await;
    assert_eq!((report.added, report.corrected, report.differs), (1, 0, 0));
}

#[tokio::test]
async fn a_field_is_verified_by_its_own_source_or_a_citation_and_disputed_by_another_value() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let of = async |matter: &str, kind: &str, field: &str| {
        let truth = truth(&house, matter, kind, field).await;
        (truth.verified, truth.others)
    };
    // The row was read in the treaty collection; the day on which it was bound is recalled.
    assert_eq!(of("apic-mne", kinds::TREATY_IN_FORCE, "effective").await, (false, vec![]));
    assert_eq!(of("apic-mne", kinds::TREATY_JOINED, "effective").await, (true, vec![]));
    let named = truth(&house, "state-fra", kinds::STATE_NAMED, "un_name_en").await;
    assert_eq!((named.verified, named.says[0].source.as_str()), (false, "recalled:high"));
    assert!(truth(&house, "state-fra", kinds::STATE_NAMED, "name_en").await.verified);
    assert_eq!(
        of("apic-lux", kinds::TREATY_JOINED, "effective").await,
        (true, vec!["2006-01-01".to_owned()])
    );
    // A citation says that the Bahamas deposited nothing.
    assert_eq!(of("apic-bhs", kinds::TREATY_SIGNED, "none:treaty.joined").await, (true, vec![]));
    assert_eq!(
        of("apic-gha", kinds::TREATY_SIGNED, "none:treaty.joined").await,
        (false, vec![]),
        "nobody says so of Ghana"
    );
    // The Vatican's group is recalled to be none; that it accepts no language nobody says.
    assert_eq!(of("state-vat", kinds::STATE_NAMED, "un_regional_group").await, (false, vec![]));
    assert_eq!(of("article-87-swe", kinds::DECLARATION, "channel").await, (false, vec![]));
}

#[tokio::test]
async fn a_citation_may_say_that_a_member_is_rightly_empty() {
    let (_folder, _clock, house) = house_weeks_later().await;
    let mut pack = edition("2026-11-26");
    add_line(&mut pack, "citations.csv", "article87.csv,SWE,channel,confirms,,exercise file 1,");
    add_line(
        &mut pack,
        "citations.csv",
        "article87.csv,POL,channel,contradicts,the embassy;the ministry,exercise file 2,",
    );
    import(&house, &pack).await;
    assert!(truth(&house, "article-87-swe", kinds::DECLARATION, "channel").await.verified);
    let poland = truth(&house, "article-87-pol", kinds::DECLARATION, "channel").await;
    assert_eq!(
        (poland.verified, poland.others),
        (false, vec!["the embassy; the ministry".to_owned()])
    );
    // A later edition fills the cell with what the source says.
    change(&mut pack, "edition.csv", "2026-11-26", "2026-11-27");
    change(&mut pack, "article87.csv", "POL,,pol", "POL,the embassy; the ministry,pol");
    let report = import(&house, &pack).await;
    assert_eq!(report.retracted, 0);
    let poland = truth(&house, "article-87-pol", kinds::DECLARATION, "channel").await;
    assert_eq!((poland.verified, poland.others), (true, vec![]), "it agrees now");
}
