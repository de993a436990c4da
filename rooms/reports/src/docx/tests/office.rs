//! What LibreOffice makes of our documents: opened and saved by it, they are read back as they were.

use super::*;
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// Says by name what this machine lacks for a test, which then returns; fails instead where the run insists on every test.
fn skip(what: &str) {
    let insists = std::env::var_os("COMITY_INSIST").is_some_and(|value| value == "1");
    assert!(!insists, "not to be skipped here: {what}");
    let _ = writeln!(std::io::stderr(), "skipped: {what}");
}

/// Lets LibreOffice open a document and save it in a form.
fn converted(folder: &Path, bytes: &[u8], to: &str) -> Option<Vec<u8>> {
    let source = folder.join("exercise.docx");
    std::fs::write(&source, bytes).unwrap();
    let out = folder.join("out");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let run = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", to, "--outdir"])
        .arg(&out)
        .arg(&source)
        .output();
    if run.is_err() {
        skip("a round trip through LibreOffice: there is no soffice");
        return None;
    }
    let ending = to.split(':').next().unwrap();
    Some(std::fs::read(out.join(format!("exercise.{ending}"))).unwrap())
}

#[test]
fn through_libreoffice_and_back_every_text_is_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let text = asking(&[
        ("requested_state", &["XAA"]),
        ("person", &["Exercise Person & <One> (شخص التمرين ٠٧)"]),
        ("convicted", &["no"]),
        ("description", &["Tall.\n\nمثال أول، للتمرين فقط\nA scar ]]> on the left hand. 😀"]),
        ("birth_date", &["1970-04-01"]),
        ("birth_place", &["演习人员 13 (Exercise)"]),
        ("distinguishing_marks", &["Учебное лицо 10 (тест), ရန်ကုန်"]),
        ("probable_location", &["Exercise: שלום (אבג) walks\nمدينة التمرين (الحي 3)"]),
        ("leaves_on", &["2026-04-01"]),
        ("warrant", &["Warrant of arrest [eng]", "Annex to it\nof two lines [fra]", "Third"]),
        ("level", &["under-seal"]),
        ("language", &["fra"]),
    ]);
    for language in Language::ALL {
        let Some(back) = converted(folder.path(), &written(&text, language), "docx") else {
            return;
        };
        let read = read(&back).unwrap();
        assert_eq!(read.text, text);
        assert!(read.made == made(&text));
        let allowed = |notice: &Notice| matches!(notice, Notice::Controls | Notice::Beside(_) | Notice::Repeated(_));
        assert!(read.said.iter().all(allowed), "{:?}", read.said);
    }
}
