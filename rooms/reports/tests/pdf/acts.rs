//! The letters by which the Court tells a State of what it did in a request: what stands in them, and what does not.

use crate::tools::{pages, poppler_is_there};
use crate::{facts, text};
use jiff::civil::date;
use law::{ElementSort, Move, Pack, Values};
use register::request::{ActLetter, Level};
use reports::letter::{self, Given, Language, Letter};
use reports::{docx, pdf::pdf};

/// An act of the exercise that carries this, sent on through the diplomatic channel.
fn told(law: &Pack, act: &str, carries: &[(&str, &str)]) -> ActLetter {
    let channel = law.moves().iter().find_map(Move::channel).unwrap();
    let mut values = Values::default();
    for (element, text) in carries {
        values.0.entry((*element).to_owned()).or_default().push((*text).to_owned());
    }
    ActLetter {
        act: act.to_owned(),
        entry: Some("e".repeat(32)),
        on: Some(date(2026, 5, 4)),
        values,
        level: Level::Confidential,
        sent: Some(date(2026, 4, 15)),
        recipient: Vec::new(),
        channel: Some((channel.sort.clone(), "diplomatic".to_owned())),
        facts: facts(),
    }
}

fn written(law: &Pack, told: &ActLetter, language: Language) -> Letter {
    let given = Given {
        law,
        text: &text(),
        reference: "0123456789abcdef0123456789abcdef",
        date: told.on,
        language,
        facts: &told.facts,
    };
    letter::act(&given, told)
}

/// An amended warrant, in English and in the language that the State takes, and an annex that lacks it.
fn amended(law: &Pack) -> ActLetter {
    let carries = [
        ("changes", "The second charge of the exercise was added."),
        (
            "warrant",
            "Amended warrant [eng] sha256:8a2f000000000000000000000000000000000000000000000000000000000003",
        ),
        ("warrant", "Amended warrant [spa]"),
        ("translation_for_person", "Amended warrant, for the person [eng]"),
        ("language_confirmed_by", "Exercise officer 7"),
        ("language_source", "Exercise note of 3 May"),
    ];
    told(law, "amend-warrant", &carries)
}

#[test]
fn a_letter_is_printed_as_it_is_written_here_whole() {
    if !poppler_is_there("a_letter_is_printed_as_it_is_written_here_whole") {
        return;
    }
    let law = Pack::rome_statute().unwrap();
    let withdrawn = ActLetter {
        entry: None,
        on: None,
        recipient: vec!["Exercise ministry of justice".to_owned(), "1 Exercise Square, Aaa".to_owned()],
        ..told(
            &law,
            "withdraw",
            &[("reasons", "The person was surrendered to the Court, 3 May 2026.")],
        )
    };
    for (name, letter, expected) in [
        (
            "amended-warrant.fr.txt",
            written(&law, &amended(&law), Language::Fr),
            include_str!("amended-warrant.fr.txt"),
        ),
        (
            "withdrawal-draft.en.txt",
            written(&law, &withdrawn, Language::En),
            include_str!("withdrawal-draft.en.txt"),
        ),
    ] {
        let pages = pages(&pdf(&letter).unwrap().bytes);
        assert_eq!(
            pages.trim_end(),
            expected.trim_end(),
            "if this is meant, write it to tests/pdf/{name}:\n{pages}"
        );
    }
}

#[test]
fn a_letter_says_what_the_law_pack_lets_it_say_of_the_act_and_nothing_else_of_it() {
    let law = Pack::rome_statute().unwrap();
    let with_letters: Vec<&Move> = law.moves().iter().filter(|mv| mv.letter.is_some()).collect();
    assert!(with_letters.len() > 10, "{}", with_letters.len());
    for mv in with_letters {
        // Each element says a word by which it is found again; a day cannot, and stands in words.
        let carries: Vec<(&str, String)> = mv
            .carries
            .iter()
            .map(|element| (element.id.as_str(), format!("zq{}zq", element.id)))
            .collect();
        let carries: Vec<(&str, &str)> = carries.iter().map(|(id, text)| (*id, text.as_str())).collect();
        for language in Language::ALL {
            let letter = written(&law, &told(&law, &mv.id, &carries), language);
            let says: Vec<&str> = mv.says().map(|element| element.id.as_str()).collect();
            let sections: Vec<&str> = letter.sections.iter().map(|section| section.element.as_str()).collect();
            assert_eq!(sections, says, "{}", mv.id);
            let whole = format!("{letter:?}");
            for element in &mv.carries {
                let word = format!("zq{}zq", element.id);
                assert_eq!(
                    whole.contains(&word),
                    says.contains(&element.id.as_str()),
                    "{} in the letter of {}",
                    element.id,
                    mv.id
                );
            }
            let documents = mv.says().filter(|element| element.sort == ElementSort::Documents).count();
            assert_eq!(letter.annexes.len(), documents, "{}", mv.id);
            let does = law.text(language.tag(), &format!("{}.letter", mv.text_key)).unwrap();
            assert!(letter.opening.iter().any(|line| line.contains(does)), "{:?}", letter.opening);
        }
    }
}

#[test]
fn who_confirmed_what_the_state_chose_stands_in_no_letter() {
    let law = Pack::rome_statute().unwrap();
    let letter = written(&law, &amended(&law), Language::En);
    let written = format!("{letter:?}");
    for told in ["Exercise officer 7", "Exercise note of 3 May"] {
        assert!(!written.contains(told), "{told} in {written}");
    }
}

#[test]
fn a_letter_bears_the_level_of_its_act_where_that_is_narrower_than_what_the_request_says() {
    let law = Pack::rome_statute().unwrap();
    let sealed = ActLetter {
        level: Level::UnderSeal,
        ..amended(&law)
    };
    assert_eq!(written(&law, &sealed, Language::En).marks.level, "UNDER SEAL");
    assert_eq!(written(&law, &amended(&law), Language::En).marks.level, "CONFIDENTIAL");
}

#[test]
fn two_letters_in_one_request_are_two_files_and_each_is_the_same_whenever_it_is_made() {
    let law = Pack::rome_statute().unwrap();
    let one = written(&law, &amended(&law), Language::En);
    let two = written(
        &law,
        &ActLetter {
            entry: Some("f".repeat(32)),
            ..amended(&law)
        },
        Language::En,
    );
    assert_eq!(pdf(&one).unwrap().bytes, pdf(&one).unwrap().bytes);
    assert_ne!(
        pdf(&one).unwrap().bytes,
        pdf(&two).unwrap().bytes,
        "the file says of which act it is"
    );
    assert_eq!(docx::docx(&one, None).unwrap(), docx::docx(&one, None).unwrap());
}

#[test]
fn a_level_that_the_form_does_not_offer_stands_in_words_all_the_same() {
    let law = Pack::rome_statute().unwrap();
    let restricted = ActLetter {
        level: Level::Restricted,
        ..amended(&law)
    };
    assert_eq!(written(&law, &restricted, Language::Fr).marks.level, "DIFFUSION RESTREINTE");
}

#[test]
fn a_note_with_which_nothing_goes_along_speaks_of_nothing_that_does() {
    let law = Pack::rome_statute().unwrap();
    let alone = written(&law, &told(&law, "withdraw", &[("reasons", "Exercise grounds")]), Language::En);
    let closing = |letter: &Letter| letter.closing.join(" ");
    assert!(closing(&alone).contains("This note is confidential."), "{}", closing(&alone));
    assert!(closing(&written(&law, &amended(&law), Language::En)).contains("This note and what goes with it are confidential."));
}
