//! What stands in an exercise for the scan of a paper: a PDF of one page with one line.

use std::fmt::Write;

/// A page that says this, in letters of ASCII (ISO 32000-1, sections 7.5 and 9.4).
pub(super) fn scan(words: &str) -> Vec<u8> {
    let words: String = words
        .chars()
        .filter(|sign| sign.is_ascii() && !sign.is_ascii_control() && !matches!(sign, '(' | ')' | '\\'))
        .collect();
    let shown = format!("BT /F1 11 Tf 56 760 Td ({words}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{shown}\nendstream", shown.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        let _ = writeln!(places, "{:010} 00000 n ", file.len());
        let _ = write!(file, "{number} 0 obj\n{object}\nendobj\n");
    }
    let table = file.len();
    let entries = objects.len() + 1;
    let _ = write!(
        file,
        "xref\n0 {entries}\n0000000000 65535 f \n{places}trailer\n<< /Size {entries} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    );
    file.into_bytes()
}
