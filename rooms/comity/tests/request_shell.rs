//! `comity request document`, `bundle` and `changes`: what goes out of a request at the shell, and what follows a change.

use crate::common;
use crate::common::Folder;
use crate::common::shell::{ask, json, refused, said};
use crate::unzip;
use law::{Pack, Values};
use register::kinds;
use register::outside::day_in_the_hague;
use register::request::RequestText;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

const OFFICER: [&str; 2] = ["--officer", "Exercise Officer"];
const WARRANT: &[u8] = b"%PDF-1.7\nexercise warrant\n%%EOF\n";
const SCAN: &[u8] = b"%PDF-1.7\nexercise scan of a signed request\n%%EOF\n";

/// A file beside the record.
fn file(folder: &Folder, name: &str, bytes: &[u8]) -> String {
    let path = beside(folder, name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Where a file beside the record lies, or would lie.
fn beside(folder: &Folder, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

fn data(folder: &Folder) -> PathBuf {
    folder.path().join("data")
}

/// Adds something public, about a State or a person of the exercise.
fn add(data: &Path, kind: &str, matter: &str, effective: &str, about: &[&str], set: &[&str]) {
    let begin = [
        "matter",
        "add",
        kind,
        "--matter",
        matter,
        "--effective",
        effective,
        "--level",
        "public",
    ];
    let about = about.iter().flat_map(|subject| ["--about", *subject]);
    let set = set.iter().flat_map(|pair| ["--set", *pair]);
    let end = ["--source", "Exercise registry"].into_iter().chain(OFFICER);
    said(data, &begin.into_iter().chain(about).chain(set).chain(end).collect::<Vec<_>>());
}

/// A record with a request for a person of the exercise in review; the id of the request.
fn in_review(folder: &Folder) -> String {
    let data = data(folder);
    said(&data, &["record", "init", "--exercise"]);
    let names = [
        "name_en=Exercise State XAA",
        "name_fr=État d’exercice XAA",
        "un_name_en=Exercise State XAA",
        "un_name_fr=État d’exercice XAA",
        "un_membership=member",
    ];
    add(&data, kinds::STATE_NAMED, "state-xaa", "unknown", &["state:XAA"], &names);
    let values = [
        ("requested_state", "XAA"),
        ("requesting_body", "pre-trial-chamber"),
        ("person", "exercise-0001"),
        ("convicted", "no"),
        ("description", "Former exercise commander, grey hair, walks with a stick"),
        ("birth_date", "1970"),
        ("probable_location", "Exercise district of Port Exercise"),
        (
            "facts",
            "On two days of May 2020 the exercise person is said to have led an exercise unit that took the exercise town",
        ),
        ("language", "eng"),
        ("person_understands", "language-of-the-documents"),
        ("admissibility_ruled", "no"),
        ("level", "confidential"),
        ("level_basis", "article 87(3)"),
        ("urgent", "no"),
    ];
    let text = RequestText {
        form: "arrest-and-surrender".into(),
        values: values.into_iter().collect::<Values>(),
    };
    let law = Pack::rome_statute().unwrap();
    let form = law.form(&text.form).unwrap();
    for element in text.values.0.keys() {
        assert!(
            form.elements.iter().any(|known| known.id == *element),
            "the form asks for {element}"
        );
    }
    let request = file(folder, "request.json", text.to_json().as_bytes());
    let warrant = format!("warrant={},eng", file(folder, "warrant.pdf", WARRANT));
    let submit = [
        "request",
        "submit",
        &request,
        "--requesting",
        "organ:chambers",
        "--attach",
        &warrant,
    ];
    said(&data, &[&submit[..], &OFFICER].concat()).trim().to_owned()
}

fn act(data: &Path, request: &str, act: &str, more: &[&str]) {
    said(data, &[&["request", "act", request, act], more, &OFFICER].concat());
}

fn signed(folder: &Folder, request: &str) {
    let scan = format!("signed_paper={}", file(folder, "scan.pdf", SCAN));
    act(
        &data(folder),
        request,
        "sign",
        &["--set", "signature_form=on-paper", "--attach", &scan],
    );
}

/// How often something left the record, as its audit has it.
fn exported(data: &Path) -> usize {
    let events = json(data, &["audit", "list"]);
    events.as_array().unwrap().iter().filter(|event| event["act"] == "exported").count()
}

#[cfg(unix)]
fn is_its_owners_alone(path: &str) {
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o077, 0, "{path}");
}

#[test]
fn a_request_and_its_note_are_written_as_documents_for_their_owner_alone_and_over_nothing() {
    let folder = Folder::new();
    let request = in_review(&folder);
    let data = data(&folder);
    let (pdf, docx) = (beside(&folder, "request.pdf"), beside(&folder, "note.docx"));
    said(&data, &["request", "document", &request, "--out", &pdf]);
    said(
        &data,
        &[
            "request", "document", &request, "--kind", "note", "--lang", "fr", "--format", "docx", "--out", &docx,
        ],
    );
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let note = unzip::member(&std::fs::read(&docx).unwrap(), "word/document.xml");
    let note = String::from_utf8(note).unwrap();
    assert!(note.to_lowercase().contains("note verbale"), "{note}");
    assert!(!note.contains("exercise-0001"), "the note names neither the person nor the place");
    for path in [&pdf, &docx] {
        #[cfg(unix)]
        is_its_owners_alone(path);
    }
    let printed = ask(&data, &["request", "document", &request, "--out", "-"]);
    assert_eq!(
        printed.stdout,
        std::fs::read(&pdf).unwrap(),
        "the same request gives the same bytes"
    );
    refused(&data, &["request", "document", &request, "--out", &pdf], "is not written over");
    let other = beside(&folder, "other.pdf");
    refused(
        &data,
        &["request", "document", &request, "--lang", "de", "--out", &other],
        "documents are written in en or fr",
    );
    refused(
        &data,
        &["request", "document", &"0".repeat(32), "--out", &other],
        "there is no such request",
    );
    assert!(!Path::new(&other).exists(), "of what was refused nothing is written");
}

#[test]
fn what_is_signed_goes_out_as_one_file_under_its_hash_which_the_audit_and_the_sending_name() {
    let folder = Folder::new();
    let request = in_review(&folder);
    let data = data(&folder);
    let out = beside(&folder, "request.zip");
    let bundle = ["request", "bundle", &request, "--out", &out];
    refused(&data, &bundle, "the request is not signed");
    assert!(!Path::new(&out).exists() && exported(&data) == 0);
    signed(&folder, &request);
    let printed = said(&data, &bundle);
    let bytes = std::fs::read(&out).unwrap();
    let sha256 = record::hex::hex(&<[u8; 32]>::from(Sha256::digest(&bytes)));
    assert_eq!(printed.split_whitespace().next(), Some(sha256.as_str()));
    #[cfg(unix)]
    is_its_owners_alone(&out);
    let members = unzip::unzip(&bytes);
    for (what, whole) in [("what was signed", SCAN), ("its annexes", WARRANT)] {
        assert!(members.iter().any(|(_, bytes)| bytes == whole), "{what}");
    }
    assert_eq!(exported(&data), 1);
    refused(&data, &bundle, "is not written over");
    assert_eq!(exported(&data), 1, "what was refused did not go out");
    let named = format!("bundle_sha256={sha256}");
    let sending = ["channel=diplomatic", "medium=bag", "urgent=no", named.as_str()].map(|pair| ["--set", pair]);
    act(&data, &request, "transmit", &sending.concat());
    let shown = said(&data, &["request", "show", &request, "--format", "json"]);
    assert!(shown.contains(&sha256), "{shown}");
}

#[test]
fn a_request_is_to_be_looked_at_again_after_a_change_until_the_act_that_settles_it() {
    let folder = Folder::new();
    let request = in_review(&folder);
    let data = data(&folder);
    signed(&folder, &request);
    let sending = ["channel=diplomatic", "medium=bag", "urgent=no"].map(|pair| ["--set", pair]);
    act(&data, &request, "transmit", &sending.concat());
    let changes = ["request", "changes"];
    assert_eq!(said(&data, &changes), "no open request is to be looked at again\n");
    let about = ["person:exercise-0001", "situation:exercise-01/26"];
    add(
        &data,
        kinds::PERSON_NAMED,
        "person-exercise-0001",
        "unknown",
        &about[..1],
        &["name=Exercise Person"],
    );
    let matter = "exercise-0001-1";
    add(
        &data,
        kinds::WARRANT_ISSUED,
        matter,
        "2020-01-02",
        &about,
        &["situation=Exercise A"],
    );
    add(&data, kinds::MADE_PUBLIC, matter, "2020-01-03", &about, &[]);
    let today = day_in_the_hague(jiff::Timestamp::now()).to_string();
    add(&data, kinds::MILESTONE, matter, &today, &about, &["what=warrant amended"]);
    let told = json(&data, &changes);
    let told = told.as_array().unwrap();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&told[0]["request"], &told[0]["state"]), (&request.as_str().into(), &"XAA".into()));
    assert!(told[0]["acts"].as_array().unwrap().contains(&"amend-warrant".into()), "{told:?}");
    let table = said(&data, &changes);
    assert!(table.contains(&request) && table.contains("amend-warrant"), "{table}");
    let csv = said(&data, &["request", "changes", "--format", "csv"]);
    assert!(
        csv.trim_start_matches('\u{feff}')
            .starts_with("request,state,stands,person,on,happened,acts,relays,entry\r\n"),
        "{csv}"
    );
    let mv = Pack::rome_statute().unwrap();
    let mv = mv.moves().iter().find(|mv| mv.id == "amend-warrant").unwrap();
    let carried: Vec<String> = mv
        .carries
        .iter()
        .filter(|element| element.required)
        .map(|element| format!("{}=Exercise warrant as amended, in enough words", element.id))
        .collect();
    let carried: Vec<&str> = carried.iter().flat_map(|pair| ["--set", pair.as_str()]).collect();
    act(&data, &request, "amend-warrant", &carried);
    assert_eq!(said(&data, &changes), "no open request is to be looked at again\n");
}

#[test]
fn the_letter_of_an_act_is_written_as_a_draft_before_it_is_recorded_and_after() {
    let folder = Folder::new();
    let request = in_review(&folder);
    let data = data(&folder);
    let reasons = "reasons=Exercise grounds of the withdrawal";
    let (draft, letter) = (beside(&folder, "draft.docx"), beside(&folder, "letter.docx"));
    let drafting = [
        "request", "document", &request, "--draft", "withdraw", "--set", reasons, "--format", "docx", "--out", &draft,
    ];
    refused(&data, &drafting, "no letter tells the State of it");
    signed(&folder, &request);
    let sending = ["channel=interpol", "medium=e-mail", "urgent=yes"].map(|pair| ["--set", pair]);
    act(&data, &request, "transmit", &sending.concat());
    said(&data, &drafting);
    act(&data, &request, "withdraw", &["--set", reasons]);
    let shown = json(&data, &["request", "show", &request]);
    let entry = shown["steps"][0]["entry"].as_str().unwrap();
    said(
        &data,
        &[
            "request", "document", &request, "--act", entry, "--format", "docx", "--out", &letter,
        ],
    );
    let part = |file: &str, name: &str| String::from_utf8(unzip::member(&std::fs::read(file).unwrap(), name)).unwrap();
    for (file, is_draft) in [(&draft, true), (&letter, false)] {
        let text = part(file, "word/document.xml");
        assert!(
            text.contains("Exercise grounds of the withdrawal") && text.contains("INTERPOL"),
            "{text}"
        );
        assert_eq!(part(file, "word/header1.xml").contains("DRAFT"), is_draft);
    }
    let nothing = beside(&folder, "nothing.pdf");
    let unknown = "0".repeat(32);
    refused(
        &data,
        &["request", "document", &request, "--act", &unknown, "--out", &nothing],
        "no letter tells the State of it",
    );
}

/// The words that send a file to review.
fn submission(file: &str) -> Vec<&str> {
    [&["request", "submit", file, "--requesting", "organ:chambers"][..], &OFFICER].concat()
}

#[test]
fn check_and_submit_name_the_same_sign_that_is_not_recorded_and_both_take_in_what_is_pasted() {
    let folder = Folder::new();
    in_review(&folder);
    let data = data(&folder);
    let written = std::fs::read_to_string(beside(&folder, "request.json")).unwrap();
    let with = |description: &str| {
        let text = written.replace("Former exercise commander, grey hair", description);
        assert_ne!(text, written);
        file(&folder, "pasted.json", text.as_bytes())
    };
    let turned = with("Former exercise commander\u{202e}, grey hair");
    let line = "unreadable  description: This holds a sign that cannot be seen or read, and no such sign is recorded. Take it out. \
                [after: …ormer exercise commander; sign: U+202E]";
    let checked = ask(&data, &["check", &turned]);
    assert_eq!(checked.status.code(), Some(1), "{}", common::text(&checked.stderr));
    assert!(common::text(&checked.stdout).contains(line), "{}", common::text(&checked.stdout));
    refused(&data, &submission(&turned), line);
    let pasted = with("\u{feff}Former exercise comman\u{200b}der, ne\u{301}, grey hair");
    let id = said(&data, &submission(&pasted));
    let recorded = said(&data, &["request", "write", id.trim(), "--format", "json"]);
    assert!(recorded.contains("\"Former exercise commander, né, grey hair, walks"), "{recorded}");
}

#[test]
fn what_the_law_of_a_state_needs_is_entered_corrected_asked_of_a_request_and_ended() {
    let folder = Folder::new();
    let request = in_review(&folder);
    let data = data(&folder);
    let add = |law: &'static str, more: &[&'static str]| {
        let begin = [
            "needs",
            "add",
            "--need",
            "certified-facts",
            "--says",
            "A statement certified by an exercise judge",
        ];
        let end = ["--law", law, "--from", "2020-01-01", "--source", "Exercise note 12"];
        [&begin[..], &end, more, &OFFICER].concat()
    };
    let told = said(&data, &add("Exercise Act, section 7", &["--state", "XAA"]));
    let need = told.split(' ').next().unwrap().to_owned();
    let wrong = [
        &add("Exercise Act, section 8", &[])[..],
        &["--another", &need, "--mistake", "The section was wrong"],
    ]
    .concat();
    said(&data, &wrong);
    let listed = json(&data, &["needs", "list", "--state", "XAA"]);
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(
        (&listed[0]["id"], &listed[0]["law"]),
        (&need.as_str().into(), &"Exercise Act, section 8".into())
    );
    let shown = said(&data, &["request", "show", &request]);
    assert!(
        shown.contains("A statement certified by an exercise judge") && shown.contains("Exercise Act, section 8"),
        "{shown}"
    );
    let end = [
        "needs",
        "end",
        &need,
        "--reason",
        "Exercise Act of 2026",
        "--source",
        "Exercise note 40",
    ];
    said(&data, &[&end[..], &["--on", "2026-01-01"], &OFFICER].concat());
    assert_eq!(json(&data, &["needs", "list"]).as_array().unwrap().len(), 0);
    assert!(!said(&data, &["request", "show", &request]).contains("certified by an exercise judge"));
}

#[test]
fn check_says_in_words_what_contradicts_what_and_finds_the_case_of_another_situation() {
    let folder = Folder::new();
    in_review(&folder);
    let data = data(&folder);
    let about = ["person:exercise-0002", "situation:exercise-01", "case:exercise-01-7"];
    let words = ["situation=Exercise A"];
    add(&data, kinds::WARRANT_ISSUED, "exercise-0002-1", "2020-01-02", &about, &words);
    let elsewhere = ["person:exercise-0003", "situation:exercise-02"];
    add(
        &data,
        kinds::WARRANT_ISSUED,
        "exercise-0003-1",
        "2020-01-02",
        &elsewhere,
        &["situation=Exercise B"],
    );
    let written = std::fs::read_to_string(beside(&folder, "request.json")).unwrap();
    let check = |more: &str| {
        let text = written.replacen('{', &format!("{{{more},"), 1);
        let checked = ask(&data, &["check", &file(&folder, "checked.json", text.as_bytes())]);
        common::text(&checked.stdout)
    };
    let sentenced = check("\"sentenced\": \"yes\"");
    let line = sentenced
        .lines()
        .find(|line| line.starts_with("contradictory  sentenced: "))
        .unwrap();
    assert!(line.contains("is: no.") && !line.contains("convicted = no"), "{line}");
    let contradicts = |situation: &str| {
        let told = check(&format!("\"case\": \"exercise-01-7\", \"situation\": \"{situation}\""));
        told.contains("contradictory  case: In this record the case belongs to another situation.")
    };
    assert!(contradicts("exercise-02"));
    assert!(!contradicts("exercise-01"), "by its number");
    assert!(!contradicts("Exercise A"), "by its name");
    assert!(!contradicts("Situation in Exercise A"), "it may be another name of the same");
}
