//! Files that are none, or were made to do harm: each is refused with what it is.

use super::*;
use crate::docx::{Instead, LARGEST, ReadError};

fn refused(bytes: &[u8]) -> ReadError {
    read(bytes).unwrap_err()
}

fn ours() -> Vec<u8> {
    written(&short_request(), Language::En)
}

#[test]
fn what_is_no_word_document_is_named() {
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more".as_slice();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let check = |bytes: &[u8], expected: Instead| assert_eq!(refused(bytes), ReadError::NotWord(expected));
    check(old, Instead::OldWord);
    check(&[old, &name].concat(), Instead::Protected);
    check(b"%PDF-1.7", Instead::Pdf);
    check(b"{\\rtf1", Instead::RichText);
    check(b"form = \"arrest-and-surrender\"", Instead::Other);
    let zip = |name: &str, text: &[u8]| {
        let mut zip = Zip::default();
        zip.put(name, text).unwrap();
        zip.done().unwrap()
    };
    check(&zip("mimetype", b"application/vnd.oasis.opendocument.text"), Instead::OpenDocument);
    check(&zip("a.txt", b"text"), Instead::Other);
    assert_eq!(refused(b""), ReadError::Empty);
    assert_eq!(refused(&vec![b'P'; LARGEST + 1]), ReadError::TooLong);
    assert_eq!(refused(b"PK\x03\x04 and nothing of it"), ReadError::Damaged);
}

#[test]
fn a_file_under_the_password_of_its_archive_is_named() {
    let mut bytes = ours();
    let at = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    *bytes.get_mut(at + 8).unwrap() |= 1;
    assert_eq!(refused(&bytes), ReadError::NotWord(Instead::Protected));
}

/// Where the text of the document lies in the directory.
fn item_of_document(bytes: &[u8]) -> usize {
    let name = b"word/document.xml";
    let at = |from: usize| {
        bytes
            .get(from..)
            .unwrap()
            .windows(4)
            .position(|window| window == b"PK\x01\x02")
            .map(|at| at + from)
    };
    let mut item = at(0).unwrap();
    while !bytes.get(item + 46..).unwrap().starts_with(name) {
        item = at(item + 4).unwrap();
    }
    item
}

#[test]
fn a_part_that_unpacks_to_more_than_it_says_or_than_any_request_needs_is_refused() {
    let set_length = |length: u32| {
        let mut bytes = ours();
        let item = item_of_document(&bytes);
        bytes.get_mut(item + 24..item + 28).unwrap().copy_from_slice(&length.to_le_bytes());
        bytes
    };
    assert_eq!(refused(&set_length(1000)), ReadError::Damaged, "it unpacks to more");
    assert_eq!(refused(&set_length(1 << 24)), ReadError::Damaged, "it unpacks to less");
    assert_eq!(refused(&set_length(u32::MAX)), ReadError::TooLarge);
    // 47 MiB of blanks out of a few kilobytes have nothing in them, and are no document.
    let blank = edited(&ours(), |_| " ".repeat(47 << 20));
    assert!(blank.len() < 1 << 20);
    assert_eq!(refused(&blank), ReadError::Damaged);
    let nodes = edited(&ours(), |xml| {
        replaced(xml, "</w:body>", &format!("{}</w:body>", "<w:p/>".repeat(1_600_000)))
    });
    assert!(nodes.len() < 1 << 20);
    assert_eq!(refused(&nodes), ReadError::TooLarge);
}

#[test]
fn a_damaged_part_and_two_parts_of_one_name_are_refused() {
    let mut bytes = ours();
    let item = item_of_document(&bytes);
    *bytes.get_mut(item + 16).unwrap() ^= 1;
    assert_eq!(refused(&bytes), ReadError::Damaged);
    let bytes = ours();
    let parts = Parts::of(&bytes).unwrap();
    let mut zip = Zip::default();
    for name in parts.names().chain(["word/document.xml"]) {
        zip.put(name, parts.text(name).unwrap().unwrap().as_bytes()).unwrap();
    }
    assert_eq!(refused(&zip.done().unwrap()), ReadError::Damaged);
}

#[test]
fn entities_and_endless_depth_are_refused() {
    let doctype = edited(&ours(), |xml| {
        xml.replacen(
            "<w:document",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document",
            1,
        )
    });
    assert_eq!(refused(&doctype), ReadError::Entities);
    let deep = |depth: usize| {
        let inner = format!("{}{}", "<w:ins>".repeat(depth), "</w:ins>".repeat(depth));
        edited(&ours(), |xml| replaced(xml, "</w:body>", &format!("<w:p>{inner}</w:p></w:body>")))
    };
    assert_eq!(refused(&deep(1000)), ReadError::TooLarge);
    assert_eq!(refused(&deep(200_000)), ReadError::TooLarge);
    assert!(read(&deep(100)).is_ok());
}

#[test]
fn without_the_part_that_says_of_which_draft_it_is_it_is_not_ours() {
    let bytes = with_part(&ours(), "customXml/item1.xml", |_| String::new());
    assert_eq!(refused(&bytes), ReadError::NotOurs);
    let bytes = with_part(&ours(), "customXml/item1.xml", |_| "<other xmlns=\"urn:other\"/>".into());
    assert_eq!(refused(&bytes), ReadError::NotOurs);
    for (from, to) in [
        (" v=\"1\"", " v=\"2\""),
        (" version=\"7\"", " version=\"seven\""),
        ("element=\"person\"", "element=\"description\""),
        ("sort=\"day\"", "sort=\"night\""),
    ] {
        let bytes = with_part(&ours(), "customXml/item1.xml", |mark| mark.replacen(from, to, 1));
        assert_eq!(refused(&bytes), ReadError::Mark, "{to}");
    }
}

#[test]
fn parts_that_are_missing_or_no_text_are_refused() {
    assert_eq!(refused(&edited(&ours(), |_| String::new())), ReadError::Damaged);
    let bytes = with_part(&ours(), "_rels/.rels", |_| String::new());
    assert_eq!(refused(&bytes), ReadError::NotWord(Instead::Other));
    let bytes = edited(&ours(), |_| "<w:document xmlns:w=\"urn:other\"/>".into());
    assert_eq!(refused(&bytes), ReadError::Damaged);
}

#[test]
fn attributes_and_namespaces_that_would_make_reading_run_away_are_refused_before_they_are_read() {
    let within = |inner: &str| edited(&ours(), |xml| replaced(xml, "</w:body>", &format!("{inner}</w:body>")));
    let attributes: String = (0..200_000).map(|number| format!(" a{number}=\"\"")).collect();
    assert_eq!(refused(&within(&format!("<w:p{attributes}/>"))), ReadError::TooLarge);
    let namespaces: String = (0..2_001).map(|number| format!("<w:p xmlns:a{number}='urn:{number}'/>")).collect();
    assert_eq!(refused(&within(&namespaces)), ReadError::TooLarge);
    // What stands in text, quotes and remarks is none of both.
    let quotes = "xmlns:a='' ".repeat(3_000);
    let harmless = format!("<!-- <w:p {quotes} --><w:p w:x=\"> {quotes}\"/><w:p><w:r><w:t>{quotes}</w:t></w:r></w:p>");
    assert!(read(&within(&harmless)).is_ok());
}

#[test]
fn parts_that_unpack_together_to_more_than_any_request_needs_are_refused() {
    let mut zip = Zip::default();
    let blank = " ".repeat(40 << 20);
    for number in 0..3 {
        zip.put(&format!("customXml/blank{number}.xml"), blank.as_bytes()).unwrap();
    }
    let bytes = ours();
    let parts = Parts::of(&bytes).unwrap();
    for name in parts.names() {
        zip.put(name, parts.text(name).unwrap().unwrap().as_bytes()).unwrap();
    }
    let bytes = zip.done().unwrap();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(refused(&bytes), ReadError::TooLarge);
}

#[test]
fn more_fields_than_any_form_has_are_refused() {
    let field = |number: usize| format!("<field n=\"{number}\" element=\"x{number}\" label=\"x\" sort=\"text\" list=\"0\" filled=\"0\"/>");
    let fields: String = (1_000..2_001).map(field).collect();
    let bytes = with_part(&ours(), "customXml/item1.xml", |mark| {
        replaced(mark, "<outside>", &format!("{fields}<outside>"))
    });
    assert_eq!(refused(&bytes), ReadError::Mark);
}

#[test]
fn more_text_than_a_draft_holds_is_refused() {
    let typed = |length: usize| {
        edited(&ours(), |xml| {
            replaced(xml, ">Exercise Person One<", &format!(">{}<", "x".repeat(length)))
        })
    };
    assert!(read(&typed(register::draft::LARGEST / 2)).is_ok());
    assert_eq!(refused(&typed(register::draft::LARGEST + 1)), ReadError::TooLarge);
}
