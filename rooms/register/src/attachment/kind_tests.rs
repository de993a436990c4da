//! Cases: what a file is called, as what it was sent, what its bytes are, and what is said of it.
#![allow(clippy::unwrap_used)]

use super::*;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::Write;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// A file in memory, of which so many bytes are at hand at once.
struct Piecewise(Vec<u8>, usize);

#[async_trait::async_trait]
impl Content for Piecewise {
    fn length(&self) -> u64 {
        self.0.len() as u64
    }

    async fn read(&mut self, at: u64) -> Result<Vec<u8>, AttachmentError> {
        let at = usize::try_from(at).unwrap().min(self.0.len());
        let end = self.0.len().min((at / self.1 + 1) * self.1);
        Ok(self.0[at..end].to_vec())
    }
}

fn check_in(pieces: usize, name: &str, declared: &str, bytes: &[u8]) -> Result<Kind, TypeRefused> {
    let mut content = Piecewise(bytes.to_vec(), pieces);
    let checking = pin!(check(&mut content, name, declared));
    match checking.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(kind)) => Ok(kind),
        Poll::Ready(Err(AttachmentError::Type(refused))) => Err(refused),
        other => unreachable!("a file in memory is read at once: {other:?}"),
    }
}

fn found(name: &str, declared: &str, bytes: &[u8]) -> Result<Kind, TypeRefused> {
    check_in(1 << 16, name, declared, bytes)
}

/// An archive with these members; those of which the second is set are packed.
fn zip(members: &[(&str, bool, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, pack, bytes) in members {
        let packed = if *pack {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(bytes).unwrap();
            encoder.finish().unwrap()
        } else {
            bytes.to_vec()
        };
        let at = u32::try_from(out.len()).unwrap();
        let sizes = [packed.len(), bytes.len()].map(|length| u32::try_from(length).unwrap().to_le_bytes());
        let about = [
            &[20, 0, 0, 0][..],
            &[if *pack { 8 } else { 0 }, 0],
            &[0; 8],
            &sizes.concat(),
            &u16::try_from(name.len()).unwrap().to_le_bytes(),
            &[0; 2],
        ]
        .concat();
        out.extend([b"PK\x03\x04", &about[..], name.as_bytes(), &packed].concat());
        directory.extend([b"PK\x01\x02\x14\0", &about[..], &[0; 10], &at.to_le_bytes(), name.as_bytes()].concat());
    }
    let count = u16::try_from(members.len()).unwrap().to_le_bytes();
    let (size, at) = (u32::try_from(directory.len()).unwrap(), u32::try_from(out.len()).unwrap());
    out.extend(directory);
    out.extend(
        [
            b"PK\x05\x06\0\0\0\0",
            &count[..],
            &count,
            &size.to_le_bytes(),
            &at.to_le_bytes(),
            &[0; 2],
        ]
        .concat(),
    );
    out
}

fn types(of: &str) -> String {
    format!("<?xml version=\"1.0\"?><Types><Override PartName=\"/main.xml\" ContentType=\"{of}\"/></Types>")
}

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

fn office(main: &str, more: &[(&str, bool, &[u8])]) -> Vec<u8> {
    let types = types(main);
    let list = [
        ("[Content_Types].xml", true, types.as_bytes()),
        ("word/document.xml", true, b"<w/>"),
    ];
    zip(&[&list[..], more].concat())
}

fn odt(more: &[(&str, bool, &[u8])]) -> Vec<u8> {
    let list = [("mimetype", false, &b"application/vnd.oasis.opendocument.text"[..])];
    zip(&[&list[..], more].concat())
}

const MESSAGE: &[u8] = b"Received: by exercise\r\n for exercise\r\nFrom: exercise@example.org\r\nDate: Wed, 2 Oct 2013 10:00:00 +0200\r\n\r\nExercise \xe9.\r\n";

/// One file of each kind, as small as it may be.
fn examples() -> Vec<(Kind, &'static str, Vec<u8>)> {
    vec![
        (Kind::Pdf, "a.pdf", b"%PDF-1.7\n".to_vec()),
        (Kind::Docx, "a.docx", office(DOCX, &[])),
        (Kind::Xlsx, "a.xlsx", office(XLSX, &[])),
        (Kind::Odt, "a.odt", odt(&[("content.xml", true, b"<x/>")])),
        (Kind::Png, "a.png", b"\x89PNG\r\n\x1a\n".to_vec()),
        (Kind::Jpeg, "a.jpg", b"\xff\xd8\xff\xe0".to_vec()),
        (Kind::Jpeg, "a.JPEG", b"\xff\xd8\xff\xdb".to_vec()),
        (Kind::Tiff, "a.tif", b"II*\0".to_vec()),
        (Kind::Tiff, "a.tiff", b"MM\0*".to_vec()),
        (Kind::Text, "a.txt", "Übung\t1\r\n\u{c}MZ".as_bytes().to_vec()),
        (Kind::Text, "b.txt", b"MZ is how this text begins\n".to_vec()),
        (Kind::Csv, "a.csv", "\u{feff}a;b\r\n".as_bytes().to_vec()),
        (Kind::Message, "a.eml", MESSAGE.to_vec()),
        (Kind::Mp3, "a.mp3", b"ID3\x04".to_vec()),
        (Kind::Mp3, "b.mp3", b"\xff\xfb\x90\0".to_vec()),
        (Kind::Mp4, "a.mp4", b"\0\0\0\x18ftypisom\0\0\0\0".to_vec()),
        (Kind::Wav, "a.wav", b"RIFF\x24\0\0\0WAVEfmt ".to_vec()),
    ]
}

#[test]
fn each_kind_is_known_by_its_name_and_bytes_whatever_the_pieces_in_which_it_is_read() {
    for (kind, name, bytes) in examples() {
        for declared in kind.media_types().iter().chain(&["", "application/octet-stream"]) {
            assert_eq!(found(name, declared, &bytes), Ok(kind), "{name} as {declared:?}");
        }
        // The first piece is never so short in fact: a chunk has 64 KiB.
        assert_eq!(check_in(300, name, "", &bytes), Ok(kind), "{name} in pieces");
    }
    for kind in Kind::ALL {
        assert!(examples().iter().any(|(of, _, _)| *of == kind), "{kind} has no example");
    }
}

#[test]
fn what_a_name_says_and_the_bytes_are_not_is_refused_with_both() {
    for (kind, _, bytes) in examples() {
        for named in Kind::ALL.into_iter().filter(|named| *named != kind) {
            let name = format!("a.{}", named.word());
            let refused = found(&name, "", &bytes);
            let is_text = |kind: Kind| matches!(kind, Kind::Text | Kind::Csv);
            if is_text(named) && is_text(kind) {
                assert_eq!(refused, Ok(named), "a text is as good a table");
                continue;
            }
            match refused.unwrap_err() {
                TypeRefused::Other { named: said, found } => assert_eq!((said, found), (named, kind)),
                TypeRefused::Not(said) | TypeRefused::NotText(said) => assert_eq!(said, named),
                other => unreachable!("{name} that is {kind}: {other:?}"),
            }
        }
    }
    let refused = found("a.pdf", "", b"\x89PNG\r\n\x1a\n").unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the name of the file says PDF, and it is PNG; give it the ending of what it is"
    );
}

#[test]
fn what_was_declared_must_be_what_the_name_says() {
    let refused = found("a.pdf", "image/png", b"%PDF-1.7").unwrap_err();
    assert_eq!(refused.word(), "declared");
    assert!(
        refused.to_string().contains("says PDF, and it was sent as \"image/png\""),
        "{refused}"
    );
    assert_eq!(found("a.pdf", "Application/PDF; x=y", b"%PDF-1.7"), Ok(Kind::Pdf));
}

#[test]
fn what_can_run_is_refused_whatever_it_is_called_and_sent_as() {
    let program = TypeRefused::Forbidden(Forbidden::Program);
    for bytes in [
        &b"MZ\x90\0\x03\0\0\0"[..],
        b"\x7fELF\x02\x01",
        b"\xcf\xfa\xed\xfe\x07",
        b"\xca\xfe\xba\xbe\0\0",
        b"#!/bin/sh\n",
        b"\0asm\x01",
        b"L\0\0\0\x01\x14\x02\0\0",
    ] {
        for name in ["a.exe", "a.pdf", "a.txt", "a.docx", "a"] {
            assert_eq!(found(name, "application/pdf", bytes), Err(program.clone()), "{name} {bytes:?}");
        }
    }
    for name in ["a.exe", "a.JS", "a.pdf.bat", "a.lnk", "a.hta"] {
        assert_eq!(found(name, "", b"%PDF-1.7"), Err(program.clone()), "{name}");
    }
}

#[test]
fn what_a_browser_runs_is_refused() {
    let page = Err(TypeRefused::Forbidden(Forbidden::Page));
    for bytes in [
        &b"<!DOCTYPE html><html>"[..],
        b"\xef\xbb\xbf \r\n<HTML>",
        b"<svg xmlns='http://www.w3.org/2000/svg'>",
        b"<?xml version='1.0'?><svg>",
        b"<script>",
    ] {
        for name in ["a.html", "a.txt", "a.csv", "a.svg", "a.eml"] {
            assert_eq!(found(name, "", bytes), page, "{name} {bytes:?}");
        }
    }
    assert_eq!(found("a.svg", "image/svg+xml", b"plain"), page);
}

#[test]
fn documents_with_macros_controls_or_programs_in_them_are_refused() {
    let macros = Err(TypeRefused::Forbidden(Forbidden::Macros));
    let check = |name: &str, bytes: Vec<u8>| assert_eq!(found(name, "", &bytes), macros, "{name}");
    check("a.docx", office(DOCX, &[("word/vbaProject.bin", true, b"x")]));
    check("a.docx", office(DOCX, &[("WORD\\VBAPROJECT.BIN", true, b"x")]));
    check("a.docx", office(DOCX, &[("word/activeX/activeX1.xml", true, b"x")]));
    check("a.xlsx", office(XLSX, &[("xl/macrosheets/sheet1.xml", true, b"x")]));
    check("a.odt", odt(&[("Basic/Standard/script-lb.xml", true, b"x")]));
    check("a.odt", odt(&[("Scripts/python/a.txt", true, b"x")]));
    // Named otherwise, and told by the type of the part alone.
    check("a.docx", office("application/vnd.ms-word.document.macroEnabled.main+xml", &[]));
    check(
        "a.docx",
        office(
            &format!("{DOCX}\"/><O PartName=\"/w/a.bin\" ContentType=\"application/vnd.ms-office.vbaProject"),
            &[],
        ),
    );
    assert_eq!(found("a.docm", "", &office(DOCX, &[])), macros);
    let program = office(DOCX, &[("word/embeddings/exercise.exe", true, b"x")]);
    assert_eq!(found("a.docx", "", &program), Err(TypeRefused::Forbidden(Forbidden::Program)));
}

#[test]
fn a_list_of_types_that_others_may_read_otherwise_is_refused() {
    let broken = Err(TypeRefused::Not(Kind::Docx));
    let hidden = format!("{DOCX}\"/><O ContentType=\"application/vnd.ms-office.&#118;baProject");
    assert_eq!(found("a.docx", "", &office(&hidden, &[])), broken);
    let declared = format!("{DOCX}\"/><!DOCTYPE x [<!ENTITY v \"vba\">]><O ContentType=\"&v;Project");
    assert_eq!(found("a.docx", "", &office(&declared, &[])), broken);
    // Two of one name: which of them counts is another program's to say.
    let twice = office(DOCX, &[("[content_types].xml", true, types(DOCX).as_bytes())]);
    assert_eq!(found("a.docx", "", &twice), Err(TypeRefused::Forbidden(Forbidden::Archive)));
    let utf16: Vec<u8> = types(DOCX).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let other = zip(&[("[Content_Types].xml", true, &utf16)]);
    assert_eq!(found("a.docx", "", &other), Err(TypeRefused::Forbidden(Forbidden::Archive)));
}

#[test]
fn archives_are_refused_behind_another_file_too() {
    let archive = Err(TypeRefused::Forbidden(Forbidden::Archive));
    let plain = zip(&[("exercise.txt", true, b"exercise")]);
    for name in ["a.zip", "a.docx", "a.pdf", "a.txt"] {
        assert_eq!(found(name, "", &plain), archive, "{name}");
    }
    let mut tar = vec![0; 512];
    tar[257..262].copy_from_slice(b"ustar");
    for bytes in [
        &b"7z\xbc\xaf\x27\x1c\0"[..],
        b"Rar!\x1a\x07\0",
        b"\x1f\x8b\x08",
        b"\xfd7zXZ\0",
        b"MSCF\0",
        b"PK\x05\x06",
        &tar,
    ] {
        assert_eq!(found("a.pdf", "", bytes), archive, "{bytes:?}");
    }
    let starts: [(&str, &[u8]); 3] = [("a.png", b"\x89PNG\r\n\x1a\n"), ("a.pdf", b"%PDF-1.7\n"), ("a.mp3", b"ID3\x04")];
    for (name, beginning) in starts {
        assert!(found(name, "", beginning).is_ok(), "{name} alone is taken");
        assert_eq!(found(name, "", &[beginning, &plain].concat()), archive, "{name}");
    }
}

#[test]
fn an_archive_that_does_not_hold_together_is_no_document() {
    let whole = office(DOCX, &[("word/media/a.png", false, &[7; 5000])]);
    for length in 4..whole.len() {
        assert!(found("a.docx", "", &whole[..length]).is_err(), "cut off at {length}");
    }
    // A member that says it is larger than it may be, and one that is.
    let huge = vec![b' '; (1 << 20) + 1];
    let bomb = zip(&[("[Content_Types].xml", true, &huge)]);
    assert_eq!(found("a.docx", "", &bomb), Err(TypeRefused::Not(Kind::Docx)));
    let mut lying = bomb.clone();
    for place in 0..lying.len() - 4 {
        if lying[place..].starts_with(&u32::try_from(huge.len()).unwrap().to_le_bytes()) {
            lying[place..place + 4].copy_from_slice(&7u32.to_le_bytes());
        }
    }
    assert_eq!(found("a.docx", "", &lying), Err(TypeRefused::Not(Kind::Docx)));
}

#[test]
fn older_documents_and_rich_text_are_refused_with_what_to_do() {
    let old = found("a.doc", "", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").unwrap_err();
    assert!(old.to_string().contains("save it as DOCX or XLSX without a password"), "{old}");
    // What Word and Excel make of a document under a password.
    assert_eq!(found("a.docx", "", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").unwrap_err(), old);
    let rich = found("a.txt", "", b"{\\rtf1").unwrap_err();
    assert_eq!(rich, TypeRefused::Forbidden(Forbidden::RichText));
}

#[test]
fn a_text_is_utf_8_to_its_end() {
    let refused = |bytes: &[u8]| found("a.txt", "", bytes).unwrap_err().word();
    assert_eq!(refused(b"Stra\xdfe"), "not-text");
    assert_eq!(refused(b"a\0b"), "not-text");
    assert_eq!(refused(b"a\x1b[31mb"), "not-text");
    assert_eq!(refused("ends in a character: é".as_bytes().split_last().unwrap().1), "not-text");
    let utf16: Vec<u8> = "\u{feff}exercise".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refused(&utf16), "not-text");
    // A character that lies over the end of a piece.
    let text = "aé".repeat(500);
    for pieces in 1..8 {
        assert_eq!(check_in(pieces, "a.txt", "", text.as_bytes()), Ok(Kind::Text), "{pieces}");
    }
}

#[test]
fn a_message_has_a_head_with_sender_and_date() {
    let refused = |bytes: &[u8]| found("a.eml", "", bytes).unwrap_err();
    assert_eq!(refused(b"exercise"), TypeRefused::Not(Kind::Message));
    assert_eq!(refused(b"From: a@example.org\r\n\r\nDate: x\r\n"), TypeRefused::Not(Kind::Message));
    assert_eq!(refused(b"From: a\r\nDate: b\r\n\r\n\0"), TypeRefused::Not(Kind::Message));
}

#[test]
fn a_name_without_an_ending_or_with_one_that_is_not_taken_is_told_what_is() {
    for name in ["a", "a.xyz", "a.pdf.xyz"] {
        let refused = found(name, "", b"%PDF-1.7").unwrap_err();
        assert_eq!(refused.word(), "ending", "{name}");
        assert!(refused.to_string().contains("PDF, DOCX, XLSX, ODT, PNG, JPG"), "{refused}");
    }
}
