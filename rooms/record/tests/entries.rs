//! Entries, dates, proofs and checkpoints are read back as they were written, and nothing else is read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::Timestamp;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use record::audience::{Assembly, Audience, Level, Office, Organ, Reader};
use record::checkpoint::{Checkpoint, parse_verifier_key};
use record::entry::{Attachment, Author, Corrects, Draft, Entry, EntryId, Subject, derived_id};
use record::json::{MAX_INTEGER, Object, Value};
use record::proof::Proof;
use record::when::{Span, When};
use unicode_normalization::UnicodeNormalization;

fn span() -> impl Strategy<Value = Span> {
    (1i16..=9999, 1i8..=12, 1i8..=31, 0u8..3).prop_map(|(year, month, day, precision)| match precision {
        0 => Span::Year(year),
        1 => Span::Month(year, month),
        _ => Span::Day(Date::new(year, month, day).or_else(|_| Date::new(year, month, 28)).unwrap()),
    })
}

fn when() -> impl Strategy<Value = When> {
    let zone = prop::sample::select(vec![
        "Europe/Amsterdam",
        "Africa/Kampala",
        "America/Argentina/Ushuaia",
        "UTC",
        "Etc/GMT+12",
    ]);
    let instant = (-60_000_000_000i64..250_000_000_000, prop_oneof![Just(0), 0i32..1_000_000_000]);
    prop_oneof![
        span().prop_map(When::In),
        span().prop_map(When::By),
        span().prop_map(When::From),
        span().prop_map(When::About),
        Just(When::Unknown),
        (instant, zone).prop_map(|((seconds, nanoseconds), zone)| When::At {
            instant: Timestamp::new(seconds, nanoseconds).unwrap(),
            zone: zone.to_owned(),
        }),
    ]
}

/// A text on one line, in normal form C, that says something.
fn line() -> impl Strategy<Value = String> {
    "[a-zA-Z\u{c0}-\u{17f}\u{621}-\u{64a}\u{4e00}-\u{4eff}]\\PC{0,30}".prop_map(|text| text.nfc().collect())
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-MAX_INTEGER..=MAX_INTEGER).prop_map(Value::Integer),
        (line(), line()).prop_map(|(a, b)| Value::Text(format!("{a}\n{b}"))),
    ];
    leaf.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::List),
            object(inner).prop_map(Value::Object)
        ]
    })
}

fn object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Object> {
    vec((line(), value), 0..4).prop_map(|members| {
        let mut object = Object::new();
        members.into_iter().for_each(|(name, value)| object.set(&name, value));
        object
    })
}

fn id() -> impl Strategy<Value = EntryId> {
    any::<[u8; 16]>().prop_map(EntryId::from_bytes)
}

fn author() -> impl Strategy<Value = Author> {
    prop_oneof![
        Just(Author::Program),
        line().prop_map(Author::Pack),
        line().prop_map(Author::Officer),
        "[0-9a-f]{32}".prop_map(Author::Account),
    ]
}

fn reader() -> impl Strategy<Value = Reader> {
    prop_oneof![
        prop::sample::select(&Organ::ALL[..]).prop_map(Reader::Organ),
        prop::sample::select(&Office::ALL[..]).prop_map(Reader::Office),
        "X[A-Z]{2}".prop_map(Reader::State),
        prop::sample::select(&Assembly::ALL[..]).prop_map(Reader::Assembly),
        "[a-z][a-z0-9-]{0,9}[a-z0-9]".prop_map(Reader::Organisation),
        "[a-z][a-z0-9-]{0,9}[a-z0-9]".prop_map(Reader::Team),
        "[0-9a-f]{32}".prop_map(Reader::Person),
    ]
}

fn audience() -> impl Strategy<Value = Audience> {
    let narrow = (
        prop::sample::select(&Level::ALL[1..]),
        reader(),
        vec(reader(), 1..4),
        vec(reader(), 0..3),
    );
    let public = option::of(reader()).prop_map(|originator| Audience {
        originator,
        ..Audience::public()
    });
    prop_oneof![
        public,
        narrow.prop_map(|(level, originator, list, left_out)| Audience::of(level, originator, list).without(left_out)),
    ]
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        line().prop_map(Subject::Person),
        line().prop_map(Subject::Situation),
        line().prop_map(Subject::Case),
        "X[A-Z]{2}".prop_map(Subject::State),
        id().prop_map(Subject::Entry),
        "[0-9a-f]{32}".prop_map(Subject::Account),
    ]
}

fn corrects() -> impl Strategy<Value = Corrects> {
    (id(), id(), line(), any::<bool>()).prop_map(|(first, saw, reason, retracts)| Corrects {
        first,
        saw,
        reason,
        retracts,
    })
}

fn attachment() -> impl Strategy<Value = Attachment> {
    (line(), 0..=MAX_INTEGER as u64, "[0-9a-f]{64}").prop_map(|(name, length, sha256)| Attachment {
        name,
        media_type: "application/pdf".into(),
        length,
        sha256,
    })
}

prop_compose! {
    fn draft()(
        (id, matter, kind, kind_v, effective) in (id(), "[a-z0-9.-]{1,100}", "[a-z]{1,9}[.][a-z][a-z0-9-]{0,9}[a-z]", 1..=u32::MAX, when()),
        (author, on_behalf_of, audience, basis, source) in (author(), option::of(line()), audience(), line(), option::of(line())),
        (corrects, about, attachments, body) in (option::of(corrects()), vec(subject(), 0..4), vec(attachment(), 0..3), object(value())),
    ) -> Draft {
        let basis = Some(basis);
        Draft { id, matter, kind, kind_v, effective, author, on_behalf_of, audience, basis, source, corrects, about, attachments, body }
    }
}

prop_compose! {
    fn entry()(draft in draft(), microsecond in -60_000_000_000_000_000i64..250_000_000_000_000_000) -> Entry {
        Entry { draft, recorded: Timestamp::from_microsecond(microsecond).unwrap() }
    }
}

proptest! {
    #[test]
    fn an_entry_that_may_be_written_is_read_back_the_same(entry in entry()) {
        prop_assert_eq!(entry.draft.check(), Ok(()));
        prop_assert_eq!(Entry::from_canonical(&entry.canonical()), Ok(entry));
    }

    #[test]
    fn no_two_entries_have_the_same_bytes(entry in entry(), other in entry()) {
        prop_assert_eq!(entry.canonical() == other.canonical(), entry == other);
    }

    #[test]
    fn a_changed_byte_makes_no_entry_or_another_entry(entry in entry(), at in any::<prop::sample::Index>(), mask in 1u8..) {
        let mut bytes = entry.canonical();
        let at = at.index(bytes.len());
        bytes[at] ^= mask;
        if let Ok(other) = Entry::from_canonical(&bytes) {
            prop_assert_eq!(other.canonical(), bytes);
        }
    }

    #[test]
    fn a_blank_anywhere_in_an_entry_is_seen(entry in entry(), at in any::<prop::sample::Index>()) {
        let mut bytes = entry.canonical();
        bytes.insert(at.index(bytes.len()), b' ');
        prop_assert_ne!(Entry::from_canonical(&bytes).ok(), Some(entry));
    }

    #[test]
    fn a_reader_is_read_back_from_its_text_and_no_other_text_is_that_reader(reader in reader(), other in reader()) {
        prop_assert_eq!(Reader::parse(&reader.text()), Some(reader.clone()));
        prop_assert_eq!(reader.text() == other.text(), reader == other);
    }

    #[test]
    fn a_date_is_read_back_as_precise_as_it_was_given(when in when()) {
        prop_assert_eq!(When::parse(&when.to_string()), Ok(when));
    }

    #[test]
    fn a_date_begins_no_later_than_it_ends(when in when()) {
        if let (Some(first), Some(last)) = (when.first(), when.last()) {
            prop_assert!(first <= last);
        }
    }

    #[test]
    fn what_is_nearly_a_date_is_refused_or_is_one(text in "(by |from |about )?[0-9]{0,5}(-[0-9]{0,3}){0,3}(T[0-9:.]{0,10}(Z|[+]0[0-9]:00)?(\\[[A-Za-z/]{0,16}\\])?)?") {
        if let Ok(when) = When::parse(&text) {
            prop_assert_eq!(When::parse(&when.to_string()), Ok(when));
        }
    }

    #[test]
    fn any_text_is_refused_or_is_a_date_a_key_a_checkpoint_or_a_proof(text in any::<String>()) {
        let parsed = When::parse(&text);
        prop_assert!(parsed.is_err() || text == "unknown" || text.contains(|c: char| c.is_ascii_digit()));
        prop_assert!(parse_verifier_key(&text).is_err());
        prop_assert!(Proof::parse(&text).is_err());
        let key = ed25519_dalek::SigningKey::from_bytes(&[1; 32]).verifying_key();
        prop_assert!(Checkpoint::parse_and_verify(&text, &key).is_err());
    }

    #[test]
    fn the_id_of_a_pack_entry_rests_on_what_it_says_and_not_on_who_says_it(draft in draft(), other in draft()) {
        let same_act = Draft {
            matter: draft.matter.clone(),
            kind: draft.kind.clone(),
            effective: draft.effective.clone(),
            about: draft.about.clone(),
            body: draft.body.clone(),
            ..other.clone()
        };
        prop_assert_eq!(derived_id("exercise", &draft), derived_id("exercise", &same_act));
        prop_assert_ne!(derived_id("exercise", &draft), derived_id("another", &draft));
        let otherwise: [&dyn Fn(&mut Draft); 5] = [
            &|d| d.matter = format!("{}-", d.matter),
            &|d| d.kind = format!("{}.more", d.kind),
            &|d| d.effective = When::By(Span::Year(if d.effective == When::By(Span::Year(1998)) { 1999 } else { 1998 })),
            &|d| d.about.push(Subject::State("XZZ".into())),
            &|d| d.body.set("more", Value::List(vec![Value::Object(d.body.clone())])),
        ];
        for change in otherwise {
            let mut changed = draft.clone();
            change(&mut changed);
            prop_assert_ne!(derived_id("exercise", &draft), derived_id("exercise", &changed));
        }
    }
}
