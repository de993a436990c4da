//! JSON that is not what it should be is refused, and the refusal says what, where and how to mend it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use record::json::{MAX_DEPTH, MAX_INTEGER, Value, canonical, parse};

/// What is given, and the whole of what is said.
fn refused(given: impl AsRef<[u8]>, said: &str) {
    let given = given.as_ref();
    let error = parse(given).expect_err(&String::from_utf8_lossy(given));
    assert_eq!(error.to_string(), said, "{}", String::from_utf8_lossy(given));
}

#[test]
fn what_is_no_json_is_refused_with_place_fault_and_remedy() {
    refused("", "line 1, character 1: the text ends where a value should stand; complete it");
    refused(
        "{\n  \"a\": ]",
        "line 2, character 8: ']' stands where a value should; put that in its place",
    );
    refused(
        "[1 2]",
        "line 1, character 4: '2' stands where a comma or a closing bracket should; put that in its place",
    );
    refused(
        "[1,]",
        "line 1, character 4: ']' stands where a value should; put that in its place",
    );
    refused(
        "{\"a\" 1}",
        "line 1, character 6: '1' stands where a colon should; put that in its place",
    );
    refused(
        "{a:1}",
        "line 1, character 2: 'a' stands where the name of a member in quotation marks should; put that in its place",
    );
    refused(
        "\"\u{e9}",
        "line 1, character 3: the text ends where a closing quotation mark should stand; complete it",
    );
    refused(
        "{} {}",
        "line 1, character 4: more text follows after the value; keep one value only",
    );
    refused("01", "line 1, character 2: more text follows after the value; keep one value only");
    refused("1.", "line 1, character 3: the text ends where a digit should stand; complete it");
    refused("+1", "line 1, character 1: '+' stands where a value should; put that in its place");
    refused(
        "// a remark\n1",
        "line 1, character 1: '/' stands where a value should; put that in its place",
    );
}

#[test]
fn numbers_that_json_does_not_know_or_nobody_can_hold_are_refused() {
    for word in ["NaN", "Infinity"] {
        let found = word.chars().next().unwrap();
        let said = format!("line 1, character 1: {found:?} stands where a value should; put that in its place");
        refused(word, &said);
    }
    refused(
        "-Infinity",
        "line 1, character 2: 'I' stands where a digit should; put that in its place",
    );
    refused(
        "[1e400]",
        "line 1, character 2: this number is larger than JSON readers can hold; make it smaller",
    );
    refused(
        "9".repeat(400),
        "line 1, character 1: this number is larger than JSON readers can hold; make it smaller",
    );
}

#[test]
fn a_member_that_stands_twice_is_refused_however_it_is_written() {
    let said = "line 1, character 8: the member \"a\" stands twice in one object; keep one of them";
    refused("{\"a\":1,\"a\":1}", said);
    refused("{\"a\":1,\"\\u0061\":2}", said);
    refused(
        "[{},{\"b\":{\"a\":1},\n\"b\":{}}]",
        "line 2, character 1: the member \"b\" stands twice in one object; keep one of them",
    );
}

#[test]
fn half_of_a_surrogate_pair_is_refused() {
    let said = "line 1, character 2: this escape is half of a surrogate pair; write both halves or the character itself";
    for half in [
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\ud800\"",
        "\"\\ud800x\"",
        "\"\\udc00\\ud800\"",
        "\"\\ud83d\\n\"",
    ] {
        refused(half, said);
    }
    assert_eq!(parse(b"\"\\ud83d\\udd4a\""), Ok(Value::Text("\u{1f54a}".into())));
    // Encoded as if it were UTF-8, as some programs do.
    refused(
        b"\"\xed\xa0\x80\"",
        "line 1, character 2: this byte is not UTF-8; save the text as UTF-8",
    );
}

#[test]
fn bare_control_characters_unknown_escapes_and_other_encodings_are_refused() {
    refused(
        "\"a\nb\"",
        "line 1, character 3: the control character U+000A stands bare in a text; escape it or take it out",
    );
    refused(
        "\"\0\"",
        "line 1, character 2: the control character U+0000 stands bare in a text; escape it or take it out",
    );
    let escape =
        "line 1, character 2: this is no escape of JSON; use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits";
    for text in ["\"\\x41\"", "\"\\u12\"", "\"\\u+123\"", "\"\\'\"", "\"\\u123\u{e9}\""] {
        refused(text, escape);
    }
    refused(
        "\u{feff}{}",
        "line 1, character 1: '\\u{feff}' stands where a value should; put that in its place",
    );
    refused(
        b"{\"a\":\"\xe9\"}",
        "line 1, character 7: this byte is not UTF-8; save the text as UTF-8",
    );
    refused(
        b"\xff\xfe{\0}\0",
        "line 1, character 1: this byte is not UTF-8; save the text as UTF-8",
    );
    refused(
        b"\"\xc0\xaf\"",
        "line 1, character 2: this byte is not UTF-8; save the text as UTF-8",
    );
}

#[test]
fn nesting_is_read_to_its_bound_and_refused_beyond_without_harm() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let deepest = MAX_DEPTH + 1;
    assert!(parse(nested(deepest).as_bytes()).is_ok());
    let said = format!(
        "line 1, character {}: arrays and objects stand more than {MAX_DEPTH} deep in each other; make it flatter",
        deepest + 1
    );
    refused(nested(deepest + 1), &said);
    refused("[".repeat(1_000_000), &said);
    assert!(
        parse("{\"a\":".repeat(1_000_000).as_bytes())
            .unwrap_err()
            .to_string()
            .contains("deep in each other")
    );
}

/// The double with these bits is written so (RFC 8785, appendix B).
fn written(bits: u64, text: &str) {
    let value = Value::Double(f64::from_bits(bits));
    assert_eq!(String::from_utf8(canonical(&value)).unwrap(), text, "{bits:016x}");
    assert_eq!(String::from_utf8(canonical(&parse(text.as_bytes()).unwrap())).unwrap(), text);
}

#[test]
fn numbers_are_written_as_in_appendix_b_of_rfc_8785() {
    written(0x0000_0000_0000_0001, "5e-324");
    written(0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308");
    written(0x4340_0000_0000_0000, "9007199254740992");
    written(0xc340_0000_0000_0000, "-9007199254740992");
    written(0x4430_0000_0000_0000, "295147905179352830000");
    written(0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22");
    written(0x44b5_2d02_c7e1_4af6, "1e+23");
    written(0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23");
    written(0x444b_1ae4_d6e2_ef4e, "999999999999999700000");
    written(0x444b_1ae4_d6e2_ef50, "1e+21");
    written(0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7");
    written(0x3eb0_c6f7_a0b5_ed8d, "0.000001");
    written(0x41b3_de43_5555_5553, "333333333.3333332");
    written(0x41b3_de43_5555_5557, "333333333.33333343");
    written(0xbecb_f647_612f_3696, "-0.0000033333333333333333");
    assert_eq!(canonical(&parse(b"-0").unwrap()), b"0");
    assert_eq!(canonical(&parse(b"-0.0e-5").unwrap()), b"0");
}

#[test]
fn a_whole_number_within_the_exact_range_is_one_however_it_is_written() {
    for text in ["10", "10.0", "1e1", "1.0E+1", "100e-1"] {
        assert_eq!(parse(text.as_bytes()), Ok(Value::Integer(10)), "{text}");
    }
    assert_eq!(parse(b"-9007199254740991"), Ok(Value::Integer(-MAX_INTEGER)));
    assert!(matches!(parse(b"9007199254740992"), Ok(Value::Double(_))));
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-MAX_INTEGER..=MAX_INTEGER).prop_map(Value::Integer),
        any::<String>().prop_map(Value::Text),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            prop::collection::vec((any::<String>(), inner), 0..6).prop_map(|members| {
                let mut object = record::json::Object::new();
                members.into_iter().for_each(|(name, value)| object.set(&name, value));
                Value::Object(object)
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_are_parsed_or_refused_at_a_place_within_them(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = parse(&bytes) {
            prop_assert!(error.at <= bytes.len() && error.line > 0 && error.column > 0, "{}", error);
        }
    }

    #[test]
    fn text_that_is_nearly_json_is_parsed_or_refused_as_another_reader_does(text in "[\\[\\]{}:,\" \\\\u0-9a-e.+-]{0,24}") {
        let ours = parse(text.as_bytes());
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        // The other reader keeps the last of two members of one name; that apart, both agree.
        if let Err(error) = &ours {
            prop_assert!(theirs.is_err() || error.to_string().contains("stands twice"), "{:?}: {}", text, error);
        } else {
            prop_assert!(theirs.is_ok(), "{:?}: {:?}", text, theirs);
        }
    }

    #[test]
    fn a_value_is_read_back_from_its_canonical_bytes_by_us_and_alike_by_another_reader(value in value()) {
        let bytes = canonical(&value);
        prop_assert_eq!(parse(&bytes), Ok(value));
        let theirs: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        // Written by the other reader, in its own order, it is the same value to us.
        prop_assert_eq!(canonical(&parse(theirs.to_string().as_bytes()).unwrap()), bytes);
    }
}
