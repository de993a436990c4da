//! Bytes as hexadecimal digits: two a byte, lower case, so that each has one form.

/// Writes bytes as digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of exactly as many digits as they need.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if !is_hex(text, 2 * N) {
        return None;
    }
    let mut bytes = [0; N];
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// Whether a text is so many digits and nothing else.
pub fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_lower_case_and_read_back() {
        assert_eq!(hex(&[0, 1, 0xab, 0xff]), "0001abff");
        assert_eq!(unhex("0001abff"), Some([0, 1, 0xab, 0xff]));
        assert_eq!((hex(&[]), unhex("")), (String::new(), Some([])));
    }

    #[test]
    fn other_forms_of_the_same_bytes_are_none() {
        for text in ["0001ABFF", "0001abf", "0001abff00", "+001abff", "0x01abff", "00 1abff", "0001é00"] {
            assert_eq!(unhex::<4>(text), None, "{text}");
        }
    }
}
