//! What the file says of itself, and that the same document is the same file.

use crate::tools::{poppler_is_there, run};
use crate::{facts, text, written};
use reports::letter::{self, Language};
use reports::pdf::pdf;

#[test]
fn a_document_is_tagged_has_title_and_language_and_is_sound() {
    if !poppler_is_there("a_document_is_tagged_has_title_and_language_and_is_sound") {
        return;
    }
    for (language, title, tag) in [
        (Language::En, "Request for arrest and surrender", "en"),
        (Language::Fr, "Demande d’arrestation et de remise", "fr"),
    ] {
        let bytes = pdf(&written(&text(), &facts(), language, letter::request)).unwrap().bytes;
        let info = run("pdfinfo", &[], &bytes, &[]);
        let says = |line: &str| {
            assert!(
                info.lines().any(|is| is.split_whitespace().collect::<Vec<_>>().join(" ") == line),
                "{line} in\n{info}"
            )
        };
        says(&format!("Title: {title}"));
        says("Tagged: yes");
        let metadata = run("pdfinfo", &["-meta"], &bytes, &[]);
        for claim in ["pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"] {
            assert!(metadata.contains(claim), "{claim} in {metadata}");
        }
        says("Encrypted: no");
        says("JavaScript: no");
        let whole = run("qpdf", &["--qdf", "--object-streams=disable"], &bytes, &["-"]);
        assert!(whole.contains(&format!("/Lang ({tag})")), "the language of the document");
        run("qpdf", &["--check"], &bytes, &[]);
    }
}

#[test]
fn the_annexes_are_a_table_with_a_row_of_heads_and_the_elements_are_headings() {
    if !poppler_is_there("the_annexes_are_a_table_with_a_row_of_heads_and_the_elements_are_headings") {
        return;
    }
    let bytes = pdf(&written(&text(), &facts(), Language::En, letter::request)).unwrap().bytes;
    let structure = run("pdfinfo", &["-struct-text"], &bytes, &[]);
    let count = |tag: &str| {
        structure
            .lines()
            .filter(|line| line.split([' ', ':']).find(|word| !word.is_empty()) == Some(tag))
            .count()
    };
    assert_eq!(count("Table"), 1, "{structure}");
    assert_eq!(count("TH"), 4, "{structure}");
    assert_eq!(count("TD"), 4 * 4, "{structure}");
    assert!(count("H1") >= 10, "{structure}");
}

#[test]
fn the_same_document_is_the_same_file_byte_by_byte() {
    let letter = written(&text(), &facts(), Language::En, letter::request);
    let first = pdf(&letter).unwrap();
    let here = std::thread::spawn({
        let letter = letter.clone();
        move || pdf(&letter).unwrap()
    });
    assert_eq!(first, here.join().unwrap());

    let mut other = letter;
    other.date = "15 April 2026".to_owned();
    assert_ne!(first.bytes, pdf(&other).unwrap().bytes);
}

#[test]
fn what_was_not_signed_yet_says_so_and_belongs_in_no_archive() {
    if !poppler_is_there("what_was_not_signed_yet_says_so_and_belongs_in_no_archive") {
        return;
    }
    let mut letter = written(&text(), &facts(), Language::En, letter::request);
    letter.day = None;
    let metadata = run("pdfinfo", &["-meta"], &pdf(&letter).unwrap().bytes, &[]);
    assert!(metadata.contains("pdfuaid:part>1<") && !metadata.contains("pdfaid"), "{metadata}");
}
