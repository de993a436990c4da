//! A request in Word at the shell: written with fields, checked and submitted as it comes back.

use crate::common::{comity, text};
use register::request::RequestText;
use reports::docx;
use tempfile::TempDir;

#[test]
fn a_new_request_is_written_as_a_document_and_read_back_with_the_same_findings_as_a_text() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (data, document, minimal) = (path("data"), path("request.docx"), path("request.toml"));
    for lang in ["en", "fr"] {
        let written = comity(&["request", "new", "--form", "provisional-arrest", "--lang", lang, "--format", "docx"]);
        assert_eq!(written.status.code(), Some(0), "{}", text(&written.stderr));
        let read = docx::read(&written.stdout).unwrap();
        assert_eq!(
            read.text,
            RequestText {
                form: "provisional-arrest".into(),
                ..RequestText::default()
            }
        );
        std::fs::write(&document, &written.stdout).unwrap();
    }
    std::fs::write(&minimal, "form = \"provisional-arrest\"\n").unwrap();
    let begun = comity(&["record", "init", "--exercise", "--data", &data]);
    assert_eq!(begun.status.code(), Some(0), "{}", text(&begun.stderr));
    let check = |file: &str| comity(&["check", "--data", &data, file]);
    let (of_document, of_text) = (check(&document), check(&minimal));
    assert_eq!(
        (of_document.status.code(), of_text.status.code()),
        (Some(1), Some(1)),
        "{}",
        text(&of_document.stderr)
    );
    assert_eq!(text(&of_document.stdout), text(&of_text.stdout));
}

#[test]
fn a_document_that_is_none_is_refused_with_what_it_is() {
    let folder = TempDir::new().unwrap();
    let check = |name: &str, bytes: &[u8], says: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let output = comity(&["check", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    };
    check(
        "a.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "it is one of Word before 2007 (.doc); save it as .docx",
    );
    check("a.docx", b"%PDF-1.7", "it is a PDF");
    check("a.docx", b"", "the file is empty");
    check("a.toml", b"PK\x03\x04", "the file is damaged");
}
