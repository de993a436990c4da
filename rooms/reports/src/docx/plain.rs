//! A draft of a notice as a document: a title, a head and paragraphs.

use super::parts;
use super::write::{bold, paragraph, paragraph_as, run};
use super::xml::{HEAD, W};
use crate::ArchiveError;
use crate::contacts::NoticeDraft;
use crate::letter::is_rtl;
use crate::zip::Zip;

/// The document. The same gives the same bytes.
///
/// # Errors
/// It would be larger than a ZIP can be.
pub fn plain(draft: &NoticeDraft) -> Result<Vec<u8>, ArchiveError> {
    let locale = parts::locale_of(draft.language);
    let mut zip = Zip::default();
    let mut put = |name: &str, text: &str| zip.put(name, text.as_bytes());
    put("[Content_Types].xml", &format!("{HEAD}{}", parts::types(false)))?;
    put("_rels/.rels", &parts::of_file())?;
    put("docProps/core.xml", &parts::core_of(&draft.title, locale))?;
    put("word/document.xml", &document(draft))?;
    put("word/_rels/document.xml.rels", &parts::of_document(false))?;
    put("word/styles.xml", &parts::styles(locale))?;
    put("word/settings.xml", &parts::settings())?;
    let marks = |style: &str| -> String { draft.marks.iter().map(|mark| paragraph(style, &bold(mark))).collect() };
    put(
        "word/header1.xml",
        &format!("{HEAD}<w:hdr xmlns:w=\"{W}\">{}</w:hdr>", marks("Header")),
    )?;
    put(
        "word/footer1.xml",
        &format!("{HEAD}<w:ftr xmlns:w=\"{W}\">{}</w:ftr>", marks("Footer")),
    )?;
    zip.done()
}

fn document(draft: &NoticeDraft) -> String {
    let text = |style: &str, text: &str| paragraph_as(style, is_rtl(text), &run(text, ""));
    let mut out = format!(
        "{HEAD}<w:document xmlns:w=\"{W}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
    );
    out.push_str(&text("Title", &draft.title));
    for (label, line) in &draft.head {
        out.push_str(&paragraph(
            "Address",
            &format!("{}<w:r><w:tab/></w:r>{}", bold(label), run(line, "")),
        ));
    }
    for line in &draft.paragraphs {
        out.push_str(&text("", line));
    }
    out.push_str(parts::PAGE);
    out.push_str("</w:body></w:document>");
    out
}
