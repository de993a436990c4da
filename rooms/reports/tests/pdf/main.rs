//! Documents as PDF: what stands on the pages, that every reader and every archive can use them, and that no text of a user
//! is ever anything but text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod acts;
mod scripts;
mod standards;
mod tools;

use jiff::civil::date;
use law::{Pack, Values};
use register::directory::StateRef;
use register::request::{DocumentFacts, RequestText, Signature, sha256};
use reports::letter::{self, Given, Language, Letter};
use reports::pdf::{pdf, signed_or_copy};
use tools::{pages, poppler_is_there};

/// A request of an exercise, complete enough to be read.
pub fn text() -> RequestText {
    let values = [
        ("requested_state", vec!["XAA"]),
        ("requesting_body", vec!["pre-trial-chamber"]),
        ("situation", vec!["exercise-01/26"]),
        ("case", vec!["exercise-01/26-01"]),
        ("court_number", vec!["exercise-01/26-01-7"]),
        ("person", vec!["exercise-0001"]),
        ("convicted", vec!["no"]),
        ("description", vec!["Exercise person 01, born in the exercise town of Aaa."]),
        ("birth_date", vec!["about 1970"]),
        ("nationality", vec!["XAA", "XAB"]),
        ("probable_location", vec!["House 3, Exercise Street, Aaa"]),
        (
            "warrant",
            vec![
                "Warrant of arrest [eng] sha256:8a2f000000000000000000000000000000000000000000000000000000000001",
                "Warrant of arrest [spa] sha256:8a2f000000000000000000000000000000000000000000000000000000000002",
            ],
        ),
        ("photograph", vec!["Photograph of 2020"]),
        ("admissibility_ruling", vec!["Ruling on admissibility [fra]"]),
        ("language", vec!["eng"]),
        ("level", vec!["confidential"]),
        ("level_basis", vec!["Order of the Chamber in the exercise"]),
        ("urgent", vec!["no"]),
        ("leaves_on", vec!["2026-04-14"]),
        ("days_on_the_way", vec!["12"]),
    ];
    let values = values.map(|(element, texts)| (element.to_owned(), texts.into_iter().map(str::to_owned).collect()));
    RequestText {
        form: "arrest-and-surrender".to_owned(),
        values: Values(values.into()),
    }
}

/// What an exercise record knows of it: the State takes Spanish alone.
pub fn facts() -> DocumentFacts {
    DocumentFacts {
        states: vec![StateRef {
            code: "XAA".to_owned(),
            name_en: "Exercise State A".to_owned(),
            name_fr: "État d’exercice A".to_owned(),
        }],
        person: Some("Exercise person 01".to_owned()),
        accepted: Some(vec![vec!["spa".to_owned()]]),
        ground: Some("party".to_owned()),
        exercise: true,
        ..DocumentFacts::default()
    }
}

/// The request as a letter.
pub fn written(text: &RequestText, facts: &DocumentFacts, language: Language, make: fn(&Given) -> Letter) -> Letter {
    make(&Given {
        law: &Pack::rome_statute().unwrap(),
        text,
        reference: "0123456789abcdef0123456789abcdef",
        date: Some(date(2026, 4, 14)),
        language,
        facts,
    })
}

/// The request with a text in an element.
fn with(element: &str, given: &str) -> Letter {
    let mut text = text();
    text.values.0.insert(element.to_owned(), vec![given.to_owned()]);
    written(&text, &facts(), Language::En, letter::request)
}

/// The same in the one that describes the person.
pub fn with_description(given: &str) -> Letter {
    with("description", given)
}

/// The pages of a request whose element of this name is this text.
pub fn pages_with(element: &str, given: &str) -> String {
    pages(&pdf(&with(element, given)).unwrap().bytes)
}

/// Lines without what sets them apart on the page, and without the marks that the reader of PDF puts around words of another
/// direction, so that a sentence is found wherever it is broken.
pub fn flowing(pages: &str) -> String {
    let pages = pages.replace(|c: char| ('\u{202a}'..='\u{202e}').contains(&c), "");
    pages.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_request_is_printed_as_it_is_written_here_whole() {
    if !poppler_is_there("a_request_is_printed_as_it_is_written_here_whole") {
        return;
    }
    let pages = pages(&pdf(&written(&text(), &facts(), Language::En, letter::request)).unwrap().bytes);
    // The form feed ends a page.
    let expected = include_str!("request.en.txt");
    assert_eq!(
        pages.trim_end(),
        expected.trim_end(),
        "if this is meant, write it to tests/pdf/request.en.txt:\n{pages}"
    );
}

#[test]
fn a_note_verbale_is_printed_as_it_is_written_here_whole() {
    if !poppler_is_there("a_note_verbale_is_printed_as_it_is_written_here_whole") {
        return;
    }
    let pages = pages(&pdf(&written(&text(), &facts(), Language::Fr, letter::note)).unwrap().bytes);
    let expected = include_str!("note.fr.txt");
    assert_eq!(
        pages.trim_end(),
        expected.trim_end(),
        "if this is meant, write it to tests/pdf/note.fr.txt:\n{pages}"
    );
}

#[test]
fn a_note_verbale_names_neither_the_person_nor_where_they_are() {
    for language in Language::ALL {
        let letter = format!("{:?}", written(&text(), &facts(), language, letter::note));
        for told in ["Exercise person", "exercise-0001", "Exercise Street", "1970", "exercise-01/26"] {
            assert!(!letter.contains(told), "{told} in {letter}");
        }
    }
}

#[test]
fn every_page_bears_level_exercise_reference_and_number() {
    if !poppler_is_there("every_page_bears_level_exercise_reference_and_number") {
        return;
    }
    let long = "A sentence of an exercise that says nothing but is long enough. ".repeat(300);
    let pages = pages_with("facts", &long);
    let pages: Vec<&str> = pages.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() > 4, "{}", pages.len());
    for (number, page) in pages.iter().enumerate() {
        assert_eq!(
            page.matches("CONFIDENTIAL").count() - usize::from(number == 0),
            2,
            "head and foot of page {}: {page}",
            number + 1
        );
        assert_eq!(page.matches("EXERCISE – not a real document").count(), 2, "{page}");
        assert!(page.contains(&format!("Page {} of {}", number + 1, pages.len())), "{page}");
        assert!(page.contains("0123456789abcdef0123456789abcdef"), "{page}");
    }
}

#[test]
fn what_this_register_plans_by_is_no_part_of_what_the_state_is_told() {
    if !poppler_is_there("what_this_register_plans_by_is_no_part_of_what_the_state_is_told") {
        return;
    }
    let pages = pages(&pdf(&written(&text(), &facts(), Language::En, letter::request)).unwrap().bytes);
    assert!(!pages.contains("Days on the way"), "{pages}");
    assert!(!pages.contains("leaves"), "{pages}");
}

#[test]
fn a_translation_is_owed_where_the_state_accepts_other_languages_and_none_stands_under_the_same_title() {
    let letter = written(&text(), &facts(), Language::En, letter::request);
    let owed: Vec<(&str, bool)> = letter
        .annexes
        .iter()
        .map(|annex| (&*annex.title, annex.translation_owed.is_some()))
        .collect();
    let expected = [
        ("Photograph of 2020", false),
        ("Warrant of arrest", false),
        ("Warrant of arrest", false),
        ("Ruling on admissibility", true),
    ];
    assert_eq!(owed, expected);
    assert!(
        letter.translation_owed.is_some(),
        "the document itself is in English, and Spanish is accepted"
    );

    let mut renamed = text();
    let warrant = renamed.values.0.get_mut("warrant").unwrap();
    warrant[1] = warrant[1].replace("Warrant of arrest", "Warrant of arrest, translation");
    let letter = written(&renamed, &facts(), Language::En, letter::request);
    let owed: Vec<&str> = letter
        .annexes
        .iter()
        .filter(|annex| annex.translation_owed.is_some())
        .map(|annex| &*annex.title)
        .collect();
    assert_eq!(
        owed,
        ["Warrant of arrest", "Ruling on admissibility"],
        "what has another title is another document, as for the check of the request"
    );

    let mut any = facts();
    any.accepted = None;
    let letter = written(&text(), &any, Language::En, letter::request);
    assert!(
        letter.annexes.iter().all(|annex| annex.translation_owed.is_none()),
        "where no language is needed nothing is owed"
    );
    assert!(letter.translation_owed.is_none());
}

#[test]
fn whatever_the_form_the_court_asks_something_of_the_state_and_names_the_rules_of_the_form() {
    let law = Pack::rome_statute().unwrap();
    for form in law.forms() {
        for (language, body, asks) in [
            (
                Language::En,
                "The International Criminal Court (Pre-Trial Chamber) requests that State to ",
                "en",
            ),
            (
                Language::Fr,
                "La Cour pénale internationale (Chambre préliminaire) demande à cet État d",
                "fr",
            ),
        ] {
            let mut text = text();
            text.form = form.id.clone();
            let opening = written(&text, &facts(), language, letter::request).opening;
            let asked = &opening[1];
            assert!(asked.starts_with(body), "{asked}");
            assert!(
                asked.contains(law.text(asks, &format!("{}.asks", form.text_key)).unwrap()),
                "{asked}"
            );
            for rule in form.rests_on.iter().map(|id| law.rule(id).unwrap()) {
                let cited = law.text(asks, &format!("{}.cites", rule.text_key)).unwrap();
                assert!(asked.contains(cited), "{cited} in {asked}");
            }
        }
    }
}

#[test]
fn a_form_that_the_pack_does_not_know_asks_for_what_is_described() {
    let mut text = text();
    text.form = "no-such-form".to_owned();
    let opening = written(&text, &facts(), Language::En, letter::request).opening;
    assert_eq!(
        opening[1],
        "The International Criminal Court requests that State to give the cooperation that is described below."
    );
}

#[test]
fn a_request_names_the_ground_on_which_the_state_is_asked_and_none_where_it_is_not_known() {
    let ground = |facts: &DocumentFacts, language| written(&text(), facts, language, letter::request).opening.get(2).cloned();
    let said = ground(&facts(), Language::En).unwrap();
    assert!(
        said.contains(": State Party (Rome Statute, article 86; Rome Statute, article 89(1))."),
        "{said}"
    );
    assert!(ground(&facts(), Language::Fr).unwrap().contains("\u{a0}: État Partie ("));
    assert_eq!(ground(&DocumentFacts::default(), Language::En), None);
}

#[test]
fn what_is_made_anew_in_another_language_says_that_it_is_not_what_was_signed_and_the_same_bytes_do_not() {
    let english = written(&text(), &facts(), Language::En, letter::request);
    let french = written(&text(), &facts(), Language::Fr, letter::request);
    let signed = pdf(&english).unwrap().bytes;
    // Of a signature on paper the files are named; that one of them is the document itself stands for one with a passkey.
    let signature = Signature::Paper(vec![sha256(&signed)]);
    assert_eq!(signed_or_copy(english, Some(&signature)).unwrap().bytes, signed);
    assert_eq!(
        signed_or_copy(french.clone(), None).unwrap().bytes,
        pdf(&french).unwrap().bytes,
        "nothing was signed"
    );
    let copy = signed_or_copy(french.clone(), Some(&signature)).unwrap().bytes;
    assert_eq!(copy, pdf(&french.copy_of(Some(&signature))).unwrap().bytes);
    if poppler_is_there("what_is_made_anew_in_another_language_says_that_it_is_not_what_was_signed_and_the_same_bytes_do_not") {
        let said = flowing(&pages(&copy));
        assert!(said.contains("ce n’est pas le document signé"), "{said}");
    }
}

#[test]
fn what_was_never_classified_is_marked_so_and_not_as_public() {
    let mut unclassified = text();
    unclassified.values.0.remove("level");
    let letter = written(&unclassified, &facts(), Language::En, letter::request);
    assert_eq!(letter.marks.level, "NOT CLASSIFIED YET");
}

#[test]
fn a_document_of_a_real_record_bears_no_mark_of_an_exercise() {
    let mut real = facts();
    real.exercise = false;
    assert_eq!(written(&text(), &real, Language::En, letter::request).marks.exercise, None);
}

#[test]
fn a_request_of_which_nothing_is_known_is_set_too() {
    let nothing = RequestText {
        form: "no-such-form".to_owned(),
        values: Values::default(),
    };
    for make in [letter::request, letter::note] {
        let set = pdf(&written(&nothing, &DocumentFacts::default(), Language::Fr, make)).unwrap();
        assert_eq!(set.pages, 1);
    }
}
