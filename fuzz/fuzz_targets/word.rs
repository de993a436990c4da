//! Whatever a document holds, it is read or refused; and what is read, written again, is read as the same. The first byte
//! chooses whether the rest is the whole file or the text within one of ours, since by chance no bytes come by the check sums
//! of a ZIP.
#![no_main]

use flate2::Crc;
use libfuzzer_sys::fuzz_target;
use reports::docx::read;

/// A ZIP of members that are not packed.
fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let mut crc = Crc::new();
        crc.update(bytes);
        let length = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let head = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &crc.sum().to_le_bytes(), &length, &length, &name_length, &[0, 0]].concat();
        let at = u32::try_from(out.len()).unwrap().to_le_bytes();
        directory.extend([b"PK\x01\x02\x14\x00", &head[..], &[0; 10], &at, name.as_bytes()].concat());
        out.extend([b"PK\x03\x04", &head[..], name.as_bytes(), bytes].concat());
    }
    let count = u16::try_from(members.len()).unwrap().to_le_bytes();
    let (length, at) = (u32::try_from(directory.len()).unwrap(), u32::try_from(out.len()).unwrap());
    out.extend(directory);
    out.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &length.to_le_bytes(), &at.to_le_bytes(), &[0, 0]].concat());
    out
}

const RELATIONS: &[u8] = b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
const MARK: &[u8] = b"<comity xmlns=\"urn:comity:document\" v=\"1\" form=\"arrest-and-surrender\" sha256=\"00\"><field n=\"1\" element=\"person\" \
label=\"Name\" sort=\"line\" list=\"0\" filled=\"1\"/><field n=\"2\" element=\"warrant\" label=\"Warrant\" sort=\"text\" list=\"1\" filled=\"0\"/>\
<field n=\"3\" element=\"leaves_on\" label=\"Day\" sort=\"day\" list=\"0\" filled=\"0\"/></comity>";
const HEAD: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let file = match first % 3 {
        0 => bytes.to_vec(),
        1 => zip(&[("_rels/.rels", RELATIONS), ("word/document.xml", &[HEAD.as_bytes(), bytes, b"</w:body></w:document>"].concat()), ("customXml/item1.xml", MARK)]),
        _ => zip(&[("_rels/.rels", RELATIONS), ("word/document.xml", format!("{HEAD}</w:body></w:document>").as_bytes()), ("customXml/item1.xml", bytes)]),
    };
    if let Ok(read) = read(&file) {
        for texts in read.text.values.0.values() {
            assert!(texts.iter().all(|text| !text.trim().is_empty()), "an empty field has no text");
        }
        let values = read.text.values.clone();
        assert_eq!(read.clone().over(&values).text, read.text, "against itself nothing changes");
    }
});
