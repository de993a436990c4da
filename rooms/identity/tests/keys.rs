//! Public keys and authenticator data in forms that nobody honest writes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ciborium::Value;
use identity::passkey::PublicKey;
use identity::passkey::authenticator::AuthenticatorData;
use identity::refusal::Refusal;
use proptest::prelude::*;

fn key(members: &[(i64, Value)]) -> Vec<u8> {
    let members = members.iter().map(|(label, value)| (Value::from(*label), value.clone()));
    let mut bytes = Vec::new();
    ciborium::into_writer(&Value::Map(members.collect()), &mut bytes).unwrap();
    bytes
}

fn bytes(length: usize) -> Value {
    Value::Bytes(vec![3; length])
}

/// ES256: kty 2, alg -7, crv 1, x and y.
fn es256() -> Vec<(i64, Value)> {
    vec![(1, 2.into()), (3, (-7).into()), (-1, 1.into()), (-2, bytes(32)), (-3, bytes(32))]
}

/// EdDSA: kty 1, alg -8, crv 6, x.
fn eddsa() -> Vec<(i64, Value)> {
    vec![(1, 1.into()), (3, (-8).into()), (-1, 6.into()), (-2, bytes(32))]
}

/// RS256: kty 3, alg -257, n and e.
fn rs256() -> Vec<(i64, Value)> {
    vec![(1, 3.into()), (3, (-257).into()), (-1, bytes(256)), (-2, bytes(3))]
}

#[test]
fn keys_of_the_three_kinds_are_read() {
    for members in [es256(), eddsa(), rs256()] {
        assert!(PublicKey::new(&key(&members)).is_ok(), "{members:?}");
    }
}

#[test]
fn a_key_with_a_wrong_missing_or_repeated_part_is_none() {
    for members in [es256(), eddsa(), rs256()] {
        for i in 0..members.len() {
            let mut missing = members.clone();
            missing.remove(i);
            let mut wrong = members.clone();
            wrong[i].1 = Value::Text("?".to_owned());
            let mut twice = members.clone();
            twice.push(members[i].clone());
            for changed in [missing, wrong, twice] {
                assert_eq!(PublicKey::new(&key(&changed)), Err(Refusal::KeyKind), "{changed:?}");
            }
        }
        let mut followed = key(&members);
        followed.push(0);
        assert_eq!(PublicKey::new(&followed), Err(Refusal::KeyKind));
    }
    for (members, label, value) in [
        // Another curve, coordinates of another length, an algorithm that does not go with the kind of key.
        (es256(), -1, 2.into()),
        (es256(), -2, bytes(31)),
        (es256(), -3, bytes(33)),
        (es256(), 3, (-35).into()),
        (es256(), 3, (-8).into()),
        (eddsa(), -1, 4.into()),
        (eddsa(), -2, bytes(57)),
        (rs256(), 3, (-65535).into()),
    ] {
        let changed: Vec<_> = members
            .into_iter()
            .map(|(l, v)| if l == label { (l, value.clone()) } else { (l, v) })
            .collect();
        assert_eq!(PublicKey::new(&key(&changed)), Err(Refusal::KeyKind), "{changed:?}");
    }
}

#[test]
fn a_key_that_is_no_point_or_too_short_verifies_nothing() {
    let mut short = rs256();
    short[2].1 = bytes(128);
    for members in [es256(), eddsa(), rs256(), short] {
        let key = PublicKey::new(&key(&members)).unwrap();
        for signature in [vec![], vec![0; 64], vec![3; 256]] {
            assert_eq!(key.verify(b"exercise", &signature), Err(Refusal::Signature), "{members:?}");
        }
    }
}

#[test]
fn a_map_that_nests_without_end_is_refused() {
    let endless = vec![0x81; 100_000];
    assert_eq!(PublicKey::new(&endless), Err(Refusal::KeyKind));
    let mut data = vec![0; 32];
    data.push(1 | 1 << 2 | 1 << 7);
    data.extend([0; 4]);
    data.extend(endless);
    assert_eq!(AuthenticatorData::parse(&data), Err(Refusal::Malformed));
}

#[test]
fn authenticator_data_that_is_cut_short_or_followed_by_something_is_refused() {
    let mut data = vec![0; 32];
    data.extend([1 | 1 << 2, 0, 0, 0, 7]);
    assert_eq!(AuthenticatorData::parse(&data).unwrap().counter, 7);
    for end in 0..data.len() {
        assert_eq!(AuthenticatorData::parse(&data[..end]), Err(Refusal::Malformed), "{end}");
    }
    data.push(0);
    assert_eq!(AuthenticatorData::parse(&data), Err(Refusal::Malformed));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_make_the_readers_fail_otherwise_than_by_a_refusal(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = PublicKey::new(&bytes);
        let _ = AuthenticatorData::parse(&bytes);
        let mut flagged = vec![0; 32];
        flagged.push(1 | 1 << 6 | 1 << 7);
        flagged.extend(&bytes);
        let _ = AuthenticatorData::parse(&flagged);
    }
}
