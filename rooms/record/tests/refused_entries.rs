//! What may not be written is refused, and the refusal names the member and how to mend it; what is
//! not exactly an entry is not read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use record::audience::{Assembly, Audience, Level, Office, Organ, Reader};
use record::entry::{Attachment, Author, Corrects, Draft, Entry, EntryId, Subject};
use record::json::{Object, Value};
use record::when::{Span, When};

fn draft() -> Draft {
    Draft {
        id: EntryId::from_bytes([1; 16]),
        matter: "exercise-1".into(),
        kind: "warrant.issued".into(),
        kind_v: 1,
        effective: When::parse("2026-03-02").unwrap(),
        author: Author::Officer("Exercise Officer".into()),
        on_behalf_of: Some("Exercise Registry".into()),
        audience: Audience::of(
            Level::Confidential,
            Reader::Organ(Organ::Prosecutor),
            [Reader::Organ(Organ::Registry)],
        )
        .without([Reader::Office(Office::VictimsAndWitnesses)]),
        basis: Some("exercise order 7".into()),
        source: Some("exercise file, page 3".into()),
        corrects: Some(Corrects {
            first: EntryId::from_bytes([2; 16]),
            saw: EntryId::from_bytes([3; 16]),
            reason: "the day was misread".into(),
            retracts: false,
        }),
        about: vec![Subject::Person("exercise-0001".into()), Subject::State("XAA".into())],
        attachments: vec![Attachment {
            name: "order.pdf".into(),
            media_type: "application/pdf".into(),
            length: 4096,
            sha256: "0123456789abcdef".repeat(4),
        }],
        body: Object::new().text("situation", "Exercise"),
    }
}

fn canonical(draft: Draft) -> String {
    let recorded = "2026-11-25T10:14:59.123456Z".parse().unwrap();
    String::from_utf8(Entry { draft, recorded }.canonical()).unwrap()
}

/// A change to the draft, and the whole of what is said of it.
fn refused(change: impl Fn(&mut Draft), said: &str) {
    let mut draft = draft();
    assert_eq!(draft.check(), Ok(()));
    change(&mut draft);
    assert_eq!(draft.check().expect_err(said).to_string(), said);
}

#[test]
fn keys_and_kinds_of_another_form_are_refused() {
    let matter = "write lower-case letters a to z, digits, dots and hyphens, such as kony-1";
    for wrong in ["", "Exercise", "a b", "a/b", "\u{e9}", "a_b"] {
        refused(
            |d| d.matter = wrong.into(),
            &format!("the entry's member matter is {wrong:?}; {matter}"),
        );
    }
    refused(
        |d| d.matter = "a".repeat(101),
        "the entry's member matter is longer than 100 bytes; shorten it",
    );
    let kind = "write lower-case words with dots between them, such as warrant.issued";
    for wrong in [
        "warrant",
        "Warrant.issued",
        ".issued",
        "warrant.",
        "warrant..issued",
        "warrant.1st",
        "warrant.issued-",
    ] {
        refused(|d| d.kind = wrong.into(), &format!("the entry's member kind is {wrong:?}; {kind}"));
    }
    refused(
        |d| d.kind_v = 0,
        "the entry's member kind_v is \"0\"; write the version of the body's form, counted from 1",
    );
}

#[test]
fn dates_that_are_not_in_the_calendar_and_zones_that_do_not_exist_are_refused() {
    let said = |found: &str| {
        format!("the entry's member effective is {found:?}; write a date of the calendar, or an instant with a zone that exists")
    };
    refused(|d| d.effective = When::In(Span::Month(2026, 13)), &said("2026-13"));
    refused(|d| d.effective = When::By(Span::Year(0)), &said("by 0000"));
    let instant = "2026-03-02T09:00:00Z".parse().unwrap();
    let at = move |zone: &str| When::At {
        instant,
        zone: zone.to_owned(),
    };
    refused(
        move |d| d.effective = at("Europe/Atlantis"),
        &said("2026-03-02T09:00:00Z[Europe/Atlantis]"),
    );
    refused(move |d| d.effective = at("a]b"), &said("2026-03-02T09:00:00Z[a]b]"));
}

#[test]
fn texts_that_say_nothing_are_refused() {
    let said = |member: &str| format!("the entry's member {member} is empty; fill it or leave it out");
    refused(|d| d.author = Author::Officer(" ".into()), &said("author.who"));
    refused(|d| d.on_behalf_of = Some(String::new()), &said("author.for"));
    refused(|d| d.basis = Some("\n".into()), &said("basis"));
    refused(|d| d.source = Some(String::new()), &said("source"));
    refused(|d| d.corrects.as_mut().unwrap().reason.clear(), &said("corrects.reason"));
    refused(|d| d.about[0] = Subject::Person("  ".into()), &said("about[0]"));
    refused(|d| d.attachments[0].name.clear(), &said("attachments[0].name"));
}

#[test]
fn control_characters_and_texts_outside_normal_form_c_are_refused_wherever_they_stand() {
    let control = |member: &str, code: &str| format!("the entry's member {member} holds the control character U+{code}; take it out");
    refused(|d| d.source = Some("a\tb".into()), &control("source", "0009"));
    refused(|d| d.basis = Some("a\r\nb".into()), &control("basis", "000D"));
    refused(|d| d.author = Author::Officer("a\nb".into()), &control("author.who", "000A"));
    refused(|d| d.about[0] = Subject::Case("a\u{85}".into()), &control("about[0]", "0085"));
    refused(|d| d.body.set("note", Value::Text("\0".into())), &control("body.note", "0000"));
    refused(|d| d.body.set("a\nb", Value::Null), &control("body.a\nb", "000A"));
    let normal = |member: &str| format!("the entry's member {member} is not in Unicode normal form C; normalise the text");
    let decomposed = "e\u{301}";
    refused(|d| d.source = Some(decomposed.into()), &normal("source"));
    refused(|d| d.attachments[0].name = decomposed.into(), &normal("attachments[0].name"));
    refused(
        |d| d.body.set("list", Value::List(vec![Value::Null, Value::Text(decomposed.into())])),
        &normal("body.list[1]"),
    );
    refused(|d| d.body.set("\u{212b}", Value::Null), &normal("body.\u{212b}"));
}

#[test]
fn tags_by_which_two_names_that_look_the_same_differ_may_not_be_written_anew_and_are_read_where_they_were() {
    let tagged = "Exercise Person\u{e0041}";
    refused(
        |d| d.body.set("name", Value::Text(tagged.into())),
        "the entry's member body.name holds U+E0041, which is not seen and changes what is; take it out",
    );
    let mut before = draft();
    before.body.set("name", Value::Text(tagged.into()));
    let text = canonical(before);
    assert_eq!(Entry::from_canonical(text.as_bytes()).unwrap().canonical(), text.as_bytes());
}

#[test]
fn numbers_that_other_readers_would_round_and_floating_point_are_refused() {
    let said = |member: &str| format!("the entry's member {member} is not a whole number within ±(2^53 − 1); write it so, or as text");
    refused(|d| d.body.set("years", Value::Double(2.5)), &said("body.years"));
    refused(|d| d.body.set("years", Value::Double(2.0)), &said("body.years"));
    refused(|d| d.body.set("years", Value::Integer(1 << 53)), &said("body.years"));
    refused(|d| d.attachments[0].length = 1 << 53, &said("attachments[0].length"));
    refused(|d| d.attachments[0].length = u64::MAX, &said("attachments[0].length"));
}

#[test]
fn an_audience_that_contradicts_itself_is_refused() {
    let open = "what is public is open to anybody; empty the list, or choose another level";
    refused(
        |d| d.audience.level = Level::Public,
        &format!("the entry's member audience.list must not stand here: {open}"),
    );
    refused(
        |d| {
            d.audience.level = Level::Public;
            d.audience.list.clear();
        },
        &format!("the entry's member audience.left_out must not stand here: {open}"),
    );
    refused(|d| d.basis = None, "the entry's member basis is missing; add it");
    let mut public = draft();
    (public.audience, public.basis) = (Audience::public(), None);
    assert_eq!(public.check(), Ok(()));
}

#[test]
fn what_is_not_public_names_who_is_let_in_and_from_whom_it_comes() {
    for level in [Level::Restricted, Level::Confidential, Level::UnderSeal] {
        refused(
            |d| (d.audience.level, d.audience.list) = (level, vec![]),
            "the entry's member audience.list is missing; add it",
        );
        refused(
            |d| (d.audience.level, d.audience.originator) = (level, None),
            "the entry's member audience.originator is missing; add it",
        );
    }
    let mut public = draft();
    public.audience = Audience::public();
    public.audience.originator = Some(Reader::State("XAA".into()));
    assert_eq!(public.check(), Ok(()), "where public matter came from may be said");
}

#[test]
fn a_word_that_names_no_reader_is_refused_with_what_is_allowed() {
    let said = |member: &str, found: &str| {
        format!(
            "the entry's member {member} is {found:?}; write organ:presidency, organ:chambers, organ:prosecutor, organ:registry, \
             organ:trust-fund, office:victims-and-witnesses, state:XXX (alpha-3), assembly:secretariat, assembly:bureau, \
             assembly:president, assembly:facilitator, assembly:regional-focal-point, organisation:KEY, team:KEY (a to z, 0 to 9, \
             hyphens, at most 64) or person:ID (32 hexadecimal digits)"
        )
    };
    let account = "0123456789abcdef".repeat(2);
    let wrong = [
        String::new(),
        "registry".into(),
        "org:registry".into(),
        "organ:".into(),
        "organ:defence".into(),
        "Organ:registry".into(),
        "organ: registry".into(),
        "office:protocol".into(),
        "state:xaa".into(),
        "state:XA".into(),
        "assembly:states".into(),
        "organisation:United-Nations".into(),
        "organisation:-un".into(),
        "organisation:un-".into(),
        "team:7".into(),
        format!("team:{}", "a".repeat(65)),
        format!("person:{}", account.to_uppercase()),
        format!("person:{account}0"),
        format!("persons:{account}"),
    ];
    for word in wrong {
        assert_eq!(Reader::parse(&word), None, "{word}");
        let reader = Reader::Unknown(word.clone());
        refused(|d| d.audience.list[0] = reader.clone(), &said("audience.list[0]", &word));
        refused(|d| d.audience.left_out[0] = reader.clone(), &said("audience.left_out[0]", &word));
        refused(
            |d| d.audience.originator = Some(reader.clone()),
            &said("audience.originator", &word),
        );
    }
    refused(
        |d| d.audience.list[0] = Reader::State("xaa".into()),
        &said("audience.list[0]", "state:xaa"),
    );
    refused(
        |d| d.audience.list[0] = Reader::Unknown("organ:registry".into()),
        &said("audience.list[0]", "organ:registry"),
    );
}

#[test]
fn a_list_that_is_no_set_in_the_order_of_its_texts_is_refused() {
    let state = |code: &str| Reader::State(code.into());
    let said = |member: &str, found: &str| {
        format!("the entry's member {member} is {found:?}; write each reader once, in the order of their texts")
    };
    refused(
        |d| d.audience.list = vec![state("XAB"), state("XAA")],
        &said("audience.list[1]", "state:XAA"),
    );
    refused(
        |d| d.audience.left_out = vec![state("XAA"), state("XAA")],
        &said("audience.left_out[1]", "state:XAA"),
    );
    let given = [
        state("XAB"),
        Reader::Organisation("united-nations".into()),
        Reader::Organ(Organ::TrustFund),
        state("XAA"),
        Reader::Assembly(Assembly::Bureau),
        state("XAB"),
    ];
    let mut ordered = draft();
    ordered.audience = Audience::of(Level::Restricted, state("XAA"), given.clone()).without(given);
    assert_eq!(ordered.check(), Ok(()));
    let texts: Vec<String> = ordered.audience.list.iter().map(Reader::text).collect();
    assert_eq!(
        texts,
        [
            "assembly:bureau",
            "organ:trust-fund",
            "organisation:united-nations",
            "state:XAA",
            "state:XAB"
        ]
    );
    assert_eq!(ordered.audience.left_out, ordered.audience.list);
}

#[test]
fn an_entry_that_corrects_itself_is_refused() {
    let said =
        |member: &str| format!("the entry's member {member} must not stand here: an entry cannot correct itself; name an earlier one");
    refused(|d| d.corrects.as_mut().unwrap().first = d.id.clone(), &said("corrects.first"));
    refused(|d| d.corrects.as_mut().unwrap().saw = d.id.clone(), &said("corrects.saw"));
}

#[test]
fn codes_and_digests_of_another_form_are_refused() {
    for wrong in ["xaa", "XA", "XAAA", "X\u{c4}A"] {
        refused(
            |d| d.about[1] = Subject::State(wrong.into()),
            &format!("the entry's member about[1] is {wrong:?}; write an ISO 3166-1 alpha-3 code, such as FRA"),
        );
    }
    for wrong in ["abc".to_owned(), "0123456789ABCDEF".repeat(4)] {
        refused(
            |d| d.attachments[0].sha256 = wrong.clone(),
            &format!("the entry's member attachments[0].sha256 is {wrong:?}; write 64 lower-case hexadecimal digits"),
        );
    }
}

#[test]
fn an_entry_that_is_too_large_or_too_deep_is_refused() {
    let base = canonical(draft()).len();
    let filled = |length: usize| move |d: &mut Draft| d.body.set("text", Value::Text("a".repeat(length)));
    let most = 256 * 1024 - base - r#","text":"""#.len();
    let mut largest = draft();
    filled(most)(&mut largest);
    assert_eq!(largest.check(), Ok(()));
    refused(
        filled(most + 1),
        "the entry takes 262145 bytes, at most 262144 are allowed; put long matter into an attachment",
    );
    let nested = |levels: usize| (0..levels).fold(Value::Null, |value, _| Value::List(vec![value]));
    let mut deepest = draft();
    deepest.body.set("deep", nested(62));
    assert_eq!(deepest.check(), Ok(()));
    assert!(Entry::from_canonical(canonical(deepest).as_bytes()).is_ok());
    let member = format!("body.deep{}", "[0]".repeat(63));
    refused(
        |d| d.body.set("deep", nested(63)),
        &format!("the entry's member {member} is nested too deep; make it flatter"),
    );
}

/// Canonical text with one piece replaced, and the whole of what is said when it is read.
fn not_read(piece: &str, by: &str, said: &str) {
    let text = canonical(draft());
    let changed = text.replacen(piece, by, 1);
    assert_ne!(text, changed, "{piece} does not stand in {text}");
    assert_eq!(Entry::from_canonical(changed.as_bytes()).expect_err(by).to_string(), said);
}

#[test]
fn members_that_are_unknown_missing_or_of_another_type_are_not_read() {
    not_read(
        "\"matter\":",
        "\"matterr\":",
        "the entry's member matterr is not known; take it out",
    );
    not_read("\"who\":", "\"whom\":", "the entry's member author.whom is not known; take it out");
    not_read(
        "\"level\":\"confidential\",",
        "",
        "the entry's member audience.level is missing; add it",
    );
    not_read(
        "\"kind_v\":1",
        "\"kind_v\":\"1\"",
        "the entry's member kind_v is not a whole number within ±(2^53 − 1); write it so, or as text",
    );
    not_read(
        "\"kind_v\":1",
        "\"kind_v\":-1",
        "the entry's member kind_v is not a whole number within ±(2^53 − 1); write it so, or as text",
    );
    not_read(
        "\"kind_v\":1",
        "\"kind_v\":1.5",
        "the entry's member kind_v is not a whole number within ±(2^53 − 1); write it so, or as text",
    );
    not_read(
        "\"body\":{\"situation\":\"Exercise\"}",
        "\"body\":[]",
        "the entry's member body has the wrong type; write an object",
    );
    not_read(
        "\"source\":\"exercise file, page 3\"",
        "\"source\":null",
        "the entry's member source has the wrong type; write a text",
    );
    not_read("\"state:XAA\"", "7", "the entry's member about[1] has the wrong type; write a text");
    not_read(
        "\"v\":1",
        "\"v\":2",
        "the entry's member v is \"2\"; write 1, the one version there is, or read it with a newer program",
    );
    not_read(
        "\"state:XAA\"",
        "\"ship:XAA\"",
        "the entry's member about[1] is \"ship:XAA\"; write person:KEY, situation:NUMBER, case:NUMBER, state:CODE, entry:ID or account:ID",
    );
    not_read(
        "\"2026-03-02\"",
        "\"2026-02-30\"",
        "the entry's member effective is \"2026-02-30\"; write a date such as 2013-10-02",
    );
    not_read(
        "\"2026-11-25T10:14:59.123456Z\"",
        "\"2026-11-25T10:14:59Z\"",
        "the entry's member recorded is \"2026-11-25T10:14:59Z\"; write an instant in UTC with six decimals, such as 2026-01-31T09:30:00.000000Z",
    );
}

#[test]
fn another_way_to_write_the_same_entry_is_not_read() {
    let form = |at: usize| format!("the entry differs from its canonical form (RFC 8785) at byte {at}; write it in that form");
    let text = canonical(draft());
    let at = |piece: &str| text.find(piece).unwrap();
    not_read("{\"about\":", "{ \"about\":", &form(1));
    not_read("\"kind_v\":1", "\"kind_v\":1.0", &form(at("\"kind_v\":1") + "\"kind_v\":1".len()));
    not_read("Exercise Officer", "\\u0045xercise Officer", &form(at("Exercise Officer")));
    // What is empty is left out, and what is false too.
    let attachments = &text[at("\"attachments\":")..at(",\"audience\":")];
    not_read(attachments, "\"attachments\":[]", &form(at("\"attachments\":") + 2));
    not_read(
        "\"reason\":\"the day was misread\"",
        "\"reason\":\"the day was misread\",\"retracts\":false",
        "the entry's member corrects.retracts has the wrong type; write true, or leave it out",
    );
    let last = text.len();
    assert_eq!(
        Entry::from_canonical(format!("{text}\n").as_bytes()).unwrap_err().to_string(),
        form(last)
    );
}

#[test]
fn an_entry_of_an_edition_before_roles_is_read_and_written_back() {
    let text = canonical(draft())
        .replace(
            r#""list":["organ:registry"]"#,
            r#""list":["org:registry","a word","organ:chambers"]"#,
        )
        .replace(r#","originator":"organ:prosecutor""#, "");
    let read = Entry::from_canonical(text.as_bytes()).unwrap();
    assert_eq!(read.audience.originator, None);
    assert_eq!(
        read.audience.list,
        [
            Reader::Unknown("org:registry".into()),
            Reader::Unknown("a word".into()),
            Reader::Organ(Organ::Chambers)
        ]
    );
    assert_eq!(read.canonical(), text.as_bytes());
    assert!(read.check().is_err(), "it may not be written anew");
    let unlisted = canonical(draft()).replace(r#","list":["organ:registry"],"originator":"organ:prosecutor""#, "");
    let read = Entry::from_canonical(unlisted.as_bytes()).unwrap();
    assert_eq!((read.audience.originator.as_ref(), &read.audience.list[..]), (None, &[][..]));
}

#[test]
fn an_entry_of_a_kind_that_this_program_does_not_know_is_read_and_written_back() {
    let mut unknown = draft();
    unknown.kind = "exercise.of-a-later-edition".into();
    unknown.kind_v = 9;
    assert_eq!(unknown.check(), Ok(()));
    let text = canonical(unknown);
    assert_eq!(Entry::from_canonical(text.as_bytes()).unwrap().canonical(), text.as_bytes());
}
