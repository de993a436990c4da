#![allow(clippy::unwrap_used, clippy::panic)]
use super::*;
use proptest::prelude::*;

/// The contacts of a list, each with its line and what may be their name.
fn read(text: &str) -> Vec<(u64, Vec<String>)> {
    let list = List::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"));
    list.contacts.into_iter().map(|contact| (contact.line, contact.names)).collect()
}

/// What may be the name of the one contact of a list.
fn names(text: &str) -> Vec<String> {
    let mut read = read(text);
    assert_eq!(read.len(), 1, "{text}");
    read.remove(0).1
}

#[track_caller]
fn refused(bytes: &[u8], expected: ListError) {
    assert_eq!(List::read(bytes), Err(expected));
}

fn unread(text: &[u8]) -> Vec<(u64, &'static str)> {
    let lines = match List::read(text) {
        Ok(list) => list.unread,
        Err(ListError::NothingRead(lines)) => lines,
        Err(error) => panic!("{error}"),
    };
    lines.into_iter().map(|line| (line.line, line.why.word())).collect()
}

#[test]
fn a_line_is_a_person_whatever_stands_around_the_name() {
    for line in [
        "Exercise Person",
        "1. Exercise Person",
        "12) Exercise Person",
        "(3) Exercise Person",
        "- Exercise Person",
        "• Exercise Person",
        "\u{200f}Exercise\u{200b} Person",
        "\u{200f}7. Exercise Person",
        "H.E. the Minister: Exercise Person",
        "Exercise Person, Minister of Justice",
        "Exercise Person – Minister of Justice",
        "Exercise Person - Minister of Justice",
        "Exercise Person\tMinister\tMinistry of Justice",
        "Exercise Person; Minister; Ministry of Justice",
        "Exercise Person (Minister)",
        "Minister of Justice, Exercise Person",
        "\"Exercise Person\" <exercise@example.org>",
    ] {
        assert!(names(line).contains(&"Exercise Person".to_owned()), "{line}: {:?}", names(line));
    }
    assert!(names("Person, Exercise").contains(&"Exercise Person".to_owned()));
    assert!(names("Person, Exercise, Minister").contains(&"Exercise Person".to_owned()));
    assert!(
        names("Exercise Person-Two").contains(&"Exercise Person-Two".to_owned()),
        "a hyphen joins"
    );
}

#[test]
fn titles_and_offices_around_a_name_are_no_part_of_it() {
    for line in [
        "H.E. Mr. Exercise Person",
        "S.E. M. Exercise Person",
        "His Excellency Mr Exercise Person",
        "Son Excellence Monsieur Exercise Person",
        "Excmo. Sr. Exercise Person",
        "Sayın Exercise Person",
        "Его Превосходительство г-н Exercise Person",
        "سعادة السيد Exercise Person",
        "Minister of Defence Exercise Person",
        "M. le Ministre Exercise Person",
        "Secretary of the Security Council Exercise Person",
        "Exercise Person President",
        "Exercise Person先生",
        "Meeting with Exercise Person",
        "Exercise Two and Exercise Person",
        "Exercise Two et Mme Exercise Person",
        "Lavrov; Two, Person, Exercise",
        "09:30 – 10:00 Exercise Person",
        "10h30 Exercise Person",
        "i. Exercise Person",
        "ex-President Exercise Person",
        "Vice-President Exercise Person",
        "Name\nExercise Person, Minister of Justice",
        "Name\nH.E. Exercise Person (Ministry of Justice)",
        "BEGIN:VCARD\nFN:H.E. Mr. Exercise Person\\, President\nEND:VCARD",
        "BEGIN:VCALENDAR\nATTENDEE;CN=\"Person, Exercise (MFA)\":mailto:x@example.org\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nATTENDEE;CN=Exercise.Person@example.org:mailto:x@example.org\nEND:VCALENDAR",
    ] {
        assert!(names(line).contains(&"Exercise Person".to_owned()), "{line}: {:?}", names(line));
    }
    assert_eq!(
        names("Ahmed Khan Person"),
        ["Ahmed Khan Person"],
        "what is part of many names parts none"
    );
}

#[test]
fn a_word_that_is_all_there_is_of_a_name_is_looked_for_by_itself() {
    let alone = |text: &str| List::read(text.as_bytes()).unwrap().contacts.remove(0).alone;
    for text in [
        "Person",
        "Mr Person",
        "President Person",
        "Person, Minister of Justice",
        "Name\nMr Person",
    ] {
        assert_eq!(alone(text).as_deref(), Some("Person"), "{text}");
    }
    for text in ["Exercise Person", "Person, Exercise", "Person; Exercise; President", "Minister"] {
        assert_eq!(alone(text), None, "{text}");
    }
}

#[test]
fn every_way_in_which_programs_end_a_line_ends_it() {
    let found = read("Exercise One\rExercise Two\u{b}Exercise Three\u{2028}Exercise Four\u{85}Exercise Five\nExercise Six");
    assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
}

#[test]
fn an_office_at_the_end_of_a_line_is_no_body() {
    let body = |text: &str| List::read(text.as_bytes()).unwrap().contacts.remove(0).organisation;
    assert_eq!(body("Exercise Person, France, President"), None);
    assert_eq!(body("Exercise Person, President, Ministry of X").as_deref(), Some("Ministry of X"));
}

#[test]
fn each_line_keeps_its_number_and_the_body_is_the_last_of_several_parts() {
    let list = List::read(b"\r\nExercise One, Minister, Ministry of X\r\n\r\nExercise Two; Ministry of X\nExercise Three, Four\n").unwrap();
    let found: Vec<_> = list
        .contacts
        .iter()
        .map(|contact| (contact.line, contact.organisation.as_deref()))
        .collect();
    assert_eq!(found, [(2, Some("Ministry of X")), (4, Some("Ministry of X")), (5, None)]);
    assert_eq!((list.lines, list.form, list.written_in), (3, ListForm::Text, "UTF-8"));
}

#[test]
fn what_is_no_name_is_told_with_its_line() {
    assert_eq!(
        unread(b"\xef\xbb\xbfExercise One\n...\nK\n\xff\xfe\xfa\n12.\n"),
        [(2, "no-letter"), (3, "one-letter"), (4, "not-text"), (5, "no-letter")],
        "what says that it is UTF-8 is read as that"
    );
    assert_eq!(unread(b"X"), [(1, "one-letter")]);
    refused(b"", ListError::Empty);
    refused(b" \n\t\r\n", ListError::Empty);
    refused(&vec![b'x'; MOST_BYTES + 1], ListError::TooLong);
    refused("Exercise One\n".repeat(MOST_CONTACTS + 1).as_bytes(), ListError::TooMany);
    refused(b"%PDF-1.7\n", ListError::NotText(Instead::Pdf));
    refused(b"PK\x03\x04rest", ListError::NotText(Instead::Office));
    refused(b"\x89PNG\r\n", ListError::NotText(Instead::Picture));
    refused(b"MZ\x90\x00\x03\x00\x00\x00", ListError::NotText(Instead::Other));
}

#[test]
fn a_name_that_is_longer_than_is_looked_at_is_said() {
    let long = List::read(format!("{}\nExercise One", "a".repeat(10_000)).as_bytes()).unwrap();
    assert_eq!(long.contacts.iter().map(|contact| contact.cut).collect::<Vec<_>>(), [true, false]);
    assert_eq!(long.contacts[0].text.chars().count(), LONGEST_SHOWN + 1, "and shown shortened");
    let words = List::read("word ".repeat(17).as_bytes()).unwrap();
    assert!(words.contacts[0].cut);
}

#[test]
fn a_table_is_read_by_its_header_in_any_encoding() {
    let csv = "Surname;Given name;Date of birth;Ministry\nPerson;Exercise;1970-05-12;Justice\nTwo;Exercise;;Justice\n;;;\nshort\n";
    let utf_16: Vec<u8> = std::iter::once(0xfeff_u16)
        .chain(csv.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (bytes, encoding) in [(csv.as_bytes(), "UTF-8"), (&utf_16, "UTF-16LE")] {
        let list = List::read(bytes).unwrap();
        assert_eq!((list.form, list.written_in), (ListForm::Table, encoding));
        assert_eq!(list.names_from, ["Given name+Surname"]);
        assert_eq!(list.contacts.len(), 2);
        let first = &list.contacts[0];
        assert_eq!((first.line, &first.names[..]), (2, &["Exercise Person".to_owned()][..]));
        assert_eq!(
            (first.born_on.as_deref(), first.organisation.as_deref()),
            (Some("1970-05-12"), Some("Justice"))
        );
        assert_eq!(
            list.unread.iter().map(|line| (line.line, line.why.word())).collect::<Vec<_>>(),
            [(4, "no-name"), (5, "row")]
        );
    }
    let plain = List::read(b"Exercise One; Minister\nExercise Two; Minister\n").unwrap();
    assert_eq!(
        (plain.form, plain.contacts.len()),
        (ListForm::Text, 2),
        "a first line without a known heading is a person"
    );
}

#[test]
fn a_calendar_gives_attendees_and_organizers_once_and_never_what_events_are_called() {
    let calendar = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Meeting with Exercise Nobody\r\nORGANIZER;CN=\"Person, Exercise\":mailto:a@example.org\r\n\
        ATTENDEE;ROLE=REQ-PARTICIPANT;CN=Exercise Per\r\n son Two;RSVP=TRUE:mailto:b@example.org\r\nATTENDEE:mailto:exercise.three@example.org\r\n\
        END:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE;CN=Exercise Person Two:mailto:B@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let found = read(calendar);
    assert_eq!(
        found,
        [
            (
                4,
                ["Person", "Exercise", "Exercise Person", "Person, Exercise"]
                    .map(str::to_owned)
                    .to_vec()
            ),
            (5, vec!["Exercise Person Two".to_owned()]),
            (7, vec!["exercise three".to_owned()])
        ]
    );
    refused(
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Exercise Nobody\nEND:VEVENT\nEND:VCALENDAR\n",
        ListError::NobodyInCalendar,
    );
    assert_eq!(
        unread(b"BEGIN:VCALENDAR\nATTENDEE;CN=Exercise One:x\nno colon here\n"),
        [(3, "broken")]
    );
}

#[test]
fn cards_give_each_name_body_and_day_of_birth() {
    let cards = "BEGIN:VCARD\nVERSION:4.0\nN:Person;Exercise;;Dr.;\nFN:Dr. Exercise Person\nitem1.ORG:Ministry\\, Justice;Unit\nBDAY:19700512\nNICKNAME:Exo,Ex\n\
        END:VCARD\nBEGIN:VCARD\nVERSION:3.0\nORG:Nobody's\nEND:VCARD\nBEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:E=20x\nEND:VCARD\n";
    let list = List::read(cards.as_bytes()).unwrap();
    assert_eq!(list.contacts.len(), 1);
    let card = &list.contacts[0];
    assert_eq!((card.line, card.text.as_str()), (1, "Dr. Exercise Person"));
    assert_eq!(card.names, ["Dr. Exercise Person", "Exercise Person", "Exo", "Ex"]);
    assert_eq!(
        (card.organisation.as_deref(), card.born_on.as_deref()),
        (Some("Ministry, Justice"), Some("19700512"))
    );
    assert_eq!(
        list.unread.iter().map(|line| (line.line, line.why.word())).collect::<Vec<_>>(),
        [(9, "no-name"), (13, "old-card")]
    );
}

#[test]
fn the_hash_is_that_of_the_bytes_as_they_were_given() {
    let list = List::read(b"Exercise One\r\n").unwrap();
    assert_eq!(list.sha256, hex(&Sha256::digest(b"Exercise One\r\n")));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_and_no_line_with_letters_is_lost(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = List::read(&bytes);
    }

    #[test]
    fn of_plain_lines_each_is_a_contact_or_told(lines in prop::collection::vec("[\\PC&&[^\\s]]{0,12}( [\\PC&&[^\\s]]{0,12}){0,3}", 1..20)) {
        let text = lines.join("\n");
        prop_assume!(!text.to_ascii_lowercase().starts_with("begin:"));
        if let Ok(list) = List::read(text.as_bytes()) && list.form == ListForm::Text {
            let filled = lines.iter().filter(|line| !line.trim().is_empty()).count();
            prop_assert_eq!(list.contacts.len() + list.unread.len(), filled);
        }
    }

    #[test]
    fn calendars_and_cards_never_fall_over(head in "BEGIN:V(CALENDAR|CARD)\n", rest in "([A-Z]{1,8}[;:=\",.\\\\^]{0,3}[a-zA-Z\u{e9} ]{0,8}\r?\n? ?){0,30}") {
        let _ = List::read(format!("{head}{rest}").as_bytes());
    }
}
