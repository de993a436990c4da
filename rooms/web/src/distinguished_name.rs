//! For whom a certificate was made: its subject, read out of X.509 (RFC 5280, section 4.1) and written as people know it
//! (RFC 4514). Only what is needed of DER (ITU-T X.690); the certificate itself was verified before.

use record::hex::hex;

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OBJECT_IDENTIFIER: u8 = 0x06;
const UTF8_STRING: u8 = 0x0c;
const PRINTABLE_STRING: u8 = 0x13;
const IA5_STRING: u8 = 0x16;
/// The version of a certificate, where it is written.
const VERSION: u8 = 0xa0;

/// Attributes that have a short name: joint-iso-itu-t(2) ds(5) attributeType(4), and its last number (RFC 4514, section 3).
const NAMES: [(u8, &str); 6] = [(3, "CN"), (6, "C"), (7, "L"), (8, "ST"), (10, "O"), (11, "OU")];

/// The subject of a certificate in DER; none where it cannot be read.
pub(crate) fn of_subject(certificate: &[u8]) -> Option<String> {
    let (whole, _) = expect(SEQUENCE, certificate)?;
    let (signed, _) = expect(SEQUENCE, whole)?;
    let rest = match element(signed)? {
        (VERSION, _, rest) => rest,
        _ => signed,
    };
    // Serial number, algorithm, issuer and validity stand before it.
    let mut rest = rest;
    for _ in 0..4 {
        (_, _, rest) = element(rest)?;
    }
    let (subject, _) = expect(SEQUENCE, rest)?;
    name(subject)
}

/// A name out of its parts, the last one first, as RFC 4514 has it.
fn name(mut parts: &[u8]) -> Option<String> {
    let mut written = Vec::new();
    while !parts.is_empty() {
        let (mut set, rest) = expect(SET, parts)?;
        parts = rest;
        let mut together = Vec::new();
        while !set.is_empty() {
            let (attribute, rest) = expect(SEQUENCE, set)?;
            set = rest;
            let (identifier, value) = expect(OBJECT_IDENTIFIER, attribute)?;
            let (tag, text, _) = element(value)?;
            together.push(format!("{}={}", attribute_name(identifier), attribute_value(tag, text)));
        }
        written.push(together.join("+"));
    }
    written.reverse();
    Some(written.join(","))
}

fn attribute_name(identifier: &[u8]) -> String {
    let known = NAMES.iter().find(|(last, _)| identifier == [0x55, 0x04, *last]);
    known.map_or_else(|| format!("#{}", hex(identifier)), |(_, name)| (*name).to_owned())
}

/// A value as text, with what has a meaning in a name escaped; in hexadecimal where it is not text.
fn attribute_value(tag: u8, bytes: &[u8]) -> String {
    let text = [UTF8_STRING, PRINTABLE_STRING, IA5_STRING]
        .contains(&tag)
        .then(|| std::str::from_utf8(bytes));
    let Some(Ok(text)) = text else { return format!("#{}", hex(bytes)) };
    let mut written = String::new();
    for sign in text.chars() {
        match sign {
            ',' | '+' | '"' | '\\' | '<' | '>' | ';' | '=' => written.extend(['\\', sign]),
            sign if sign.is_control() => written.push(char::REPLACEMENT_CHARACTER),
            sign => written.push(sign),
        }
    }
    written
}

/// The contents of the first element, which has this tag, and what follows it.
fn expect(tag: u8, bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (found, contents, rest) = element(bytes)?;
    (found == tag).then_some((contents, rest))
}

/// Tag and contents of the first element, and what follows it. Lengths of up to three bytes, in their short form.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&[tag, first], rest) = bytes.split_first_chunk::<2>()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x83 => {
            let (length, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            let length = length.iter().fold(0, |sum: usize, byte| sum << 8 | usize::from(*byte));
            (length, rest)
        }
        _ => return None,
    };
    let (contents, rest) = rest.split_at_checked(length)?;
    Some((tag, contents, rest))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn der(tag: u8, contents: &[&[u8]]) -> Vec<u8> {
        let contents = contents.concat();
        let length = contents.len();
        let length = match length {
            0..=0x7f => vec![u8::try_from(length).unwrap()],
            _ => vec![0x82, u8::try_from(length >> 8).unwrap(), u8::try_from(length & 0xff).unwrap()],
        };
        [vec![tag], length, contents].concat()
    }

    fn attribute(last: u8, tag: u8, value: &str) -> Vec<u8> {
        let identifier = der(OBJECT_IDENTIFIER, &[&[0x55, 0x04, last]]);
        der(SEQUENCE, &[&identifier, &der(tag, &[value.as_bytes()])])
    }

    fn certificate(version: &[u8], subject: &[Vec<u8>]) -> Vec<u8> {
        let subject: Vec<&[u8]> = subject.iter().map(Vec::as_slice).collect();
        let some = der(SEQUENCE, &[]);
        let signed = der(
            SEQUENCE,
            &[version, &der(2, &[&[7]]), &some, &some, &some, &der(SEQUENCE, &subject)],
        );
        der(SEQUENCE, &[&signed, &some])
    }

    #[test]
    fn a_subject_is_written_with_its_last_part_first() {
        let long = "x".repeat(200);
        let subject = [
            der(SET, &[&attribute(6, PRINTABLE_STRING, "XA")]),
            der(SET, &[&attribute(10, UTF8_STRING, "Exercise, Ministry")]),
            der(
                SET,
                &[&attribute(3, UTF8_STRING, "Éxercise One"), &attribute(99, IA5_STRING, "a@b")],
            ),
            der(SET, &[&attribute(11, UTF8_STRING, &long)]),
        ];
        let expected = format!("OU={long},CN=Éxercise One+#550463=a@b,O=Exercise\\, Ministry,C=XA");
        for version in [der(VERSION, &[&der(2, &[&[2]])]), Vec::new()] {
            assert_eq!(of_subject(&certificate(&version, &subject)).as_deref(), Some(expected.as_str()));
        }
        let crooked = [der(SET, &[&attribute(3, UTF8_STRING, "a\nCN=b"), &attribute(3, 0x1e, "x")])];
        assert_eq!(
            of_subject(&certificate(&[], &crooked)).as_deref(),
            Some("CN=a\u{fffd}CN\\=b+CN=#78")
        );
    }

    #[test]
    fn what_is_cut_off_is_not_read() {
        let whole = certificate(&[], &[der(SET, &[&attribute(3, UTF8_STRING, "Exercise One")])]);
        for length in 0..whole.len() {
            assert_eq!(of_subject(&whole[..length]), None, "{length}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = of_subject(&bytes);
        }
    }
}
