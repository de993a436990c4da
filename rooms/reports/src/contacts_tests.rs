#![allow(clippy::unwrap_used)]
use super::*;
use crate::docx;
use register::contacts::{List, WhyUnread};

#[test]
fn why_a_list_or_a_line_is_not_read_is_said_in_both_languages() {
    let list = |bytes: &[u8], language| list_refused(&List::read(bytes).unwrap_err(), language);
    for (bytes, en, fr) in [
        (&b""[..], "The list is empty", "La liste est vide"),
        (
            b"...",
            "Line 1: there is no letter in it",
            "Ligne 1\u{a0}: elle ne contient aucune lettre",
        ),
        (b"%PDF-", "This is a PDF", "C’est un PDF"),
        (
            b"BEGIN:VCALENDAR\nEND:VCALENDAR",
            "The calendar names nobody",
            "Le calendrier ne nomme personne",
        ),
    ] {
        assert!(list(bytes, Language::En).contains(en), "{}", list(bytes, Language::En));
        assert!(list(bytes, Language::Fr).contains(fr), "{}", list(bytes, Language::Fr));
    }
    let all = [
        WhyUnread::NotText,
        WhyUnread::NoLetter,
        WhyUnread::OneLetter,
        WhyUnread::NoName,
        WhyUnread::Broken,
        WhyUnread::OldCard,
    ];
    for why in &all {
        for language in Language::ALL {
            assert!(why_unread(why, language).contains(' '), "{}: words, and not a key", why.word());
        }
    }
}

#[test]
fn a_notice_is_a_text_to_copy_and_a_document_of_the_same_words() {
    let draft = NoticeDraft {
        language: Language::En,
        line: 2,
        person: "exercise-0001".into(),
        to: "prosecutor".into(),
        marks: vec!["DRAFT".into()],
        title: "Notice".into(),
        head: vec![("To".into(), "the Prosecutor".into())],
        paragraphs: vec!["Why: [mandate]".into(), "<&>".into()],
    };
    assert_eq!(draft.text(), "DRAFT\nNotice\n\nTo: the Prosecutor\n\nWhy: [mandate]\n\n<&>\n");
    assert_eq!(draft.file_name(), "notice-2-exercise-0001-prosecutor");
    let word = draft.docx().unwrap();
    assert_eq!(word, draft.docx().unwrap(), "the same gives the same bytes");
    let text = docx::unzip::Parts::of(&word).unwrap().text("word/document.xml").unwrap().unwrap();
    for part in ["Notice", "the Prosecutor", "Why: [mandate]", "&lt;&amp;&gt;"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}
