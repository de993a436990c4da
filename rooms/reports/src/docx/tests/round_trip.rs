//! What is written is read back as it was.

use super::*;
use law::{Element, ElementSort};
use proptest::prelude::*;

/// Something for an element, of its sort, of each kind of letters that breaks programs.
fn filled(element: &Element) -> Vec<String> {
    let texts: &[&str] = match &element.sort {
        ElementSort::Day => &["2026-02-28"],
        ElementSort::When => &["about 1970"],
        ElementSort::YesNo => &["no"],
        ElementSort::Number => &["12"],
        ElementSort::Language => &["fra"],
        ElementSort::State => &["XAA"],
        ElementSort::Choice(choices) => return choices.last().map(|choice| choice.word.clone()).into_iter().collect(),
        ElementSort::Person => &["Exercise Person & Sons <One>"],
        ElementSort::Line => &["A line with ]]> and \"quotes\" & an ampersand"],
        ElementSort::Prose => &["First.\n\nمثال أول، للتمرين فقط\n<w:p/> &amp; ]]> 𐀀😀\n  indented, \u{a0}wide"],
        ElementSort::Documents => &["Warrant <of> arrest [eng] sha256:8a2f", "Translation [fra]", "On paper"],
    };
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    match element.many && texts.len() == 1 {
        true => [texts.as_slice(), &["Second, in עברית".to_owned(), "Third\nof two lines".to_owned()]].concat(),
        false => texts,
    }
}

#[test]
fn every_form_filled_in_to_its_last_element_comes_back_as_it_was_in_both_languages() {
    for form in law().forms() {
        let mut values = Values::default();
        for element in &form.elements {
            values.0.insert(element.id.clone(), filled(element));
        }
        // What meets a need of the State's law, and what a form of tomorrow may have.
        values.0.insert("national_requirements.certified-facts".into(), vec!["Met".into()]);
        values
            .0
            .insert("x".repeat(80), vec!["Of a longer name".into(), "than Word takes".into()]);
        let text = RequestText {
            form: form.id.clone(),
            values,
        };
        for language in Language::ALL {
            let read = read(&written(&text, language)).unwrap();
            assert_eq!(read.text, text);
            assert_eq!(read.made, made(&text));
            assert_eq!(read.said, []);
        }
    }
}

#[test]
fn the_level_stands_in_the_head_as_in_the_printed_one_and_french_breaks_no_line_before_a_semicolon() {
    let (law, text) = (
        law(),
        asking(&[("warrant", &["Warrant of arrest [swa]"]), ("level", &["confidential"])]),
    );
    let facts = DocumentFacts {
        accepted: Some(vec![vec!["fra".into()]]),
        ..facts()
    };
    for (language, level, owed) in [
        (Language::En, "Classification", "Swahili; translation owed: French"),
        (Language::Fr, "Classification", "swahili\u{a0}; traduction due\u{a0}: français"),
    ] {
        let given = Given {
            law: &law,
            text: &text,
            reference: "0123456789abcdef0123456789abcdef",
            date: None,
            language,
            facts: &facts,
        };
        let file = docx(&request(&given), None).unwrap();
        let document = Parts::of(&file).unwrap().text("word/document.xml").unwrap().unwrap();
        assert!(document.contains(level) && document.contains("CONFIDENTI"), "{document}");
        assert!(document.contains(owed), "{document}");
    }
}

#[test]
fn an_empty_form_comes_back_empty() {
    for form in law().forms() {
        let text = RequestText {
            form: form.id.clone(),
            values: Values::default(),
        };
        let read = read(&written(&text, Language::En)).unwrap();
        assert_eq!((read.text, read.said), (text, vec![]));
    }
}

#[test]
fn several_texts_where_one_is_asked_for_and_lines_where_a_line_is_asked_for_come_back_too() {
    let text = asking(&[
        ("person", &["One", "Two\nlines"]),
        ("birth_date", &["about 1970\nor later"]),
        ("requested_state", &["Exercise"]),
    ]);
    let read = read(&written(&text, Language::Fr)).unwrap();
    assert_eq!((read.text, read.said), (text, vec![]));
}

#[test]
fn no_two_words_to_choose_from_look_the_same() {
    for form in law().forms() {
        for element in &form.elements {
            let ElementSort::Choice(choices) = &element.sort else { continue };
            for lang in ["en", "fr"] {
                let mut shown: Vec<String> = choices
                    .iter()
                    .map(|choice| law().text(lang, &choice.text_key).unwrap().to_lowercase())
                    .collect();
                shown.sort();
                shown.dedup();
                assert_eq!(shown.len(), choices.len(), "{} in {lang}", element.id);
            }
        }
    }
}

#[test]
fn the_same_gives_the_same_bytes() {
    let text = short_request();
    assert_eq!(written(&text, Language::En), written(&text, Language::En));
}

#[test]
fn a_document_that_goes_out_has_no_fields_and_nothing_that_is_not_seen() {
    let (law, facts, text) = (law(), facts(), short_request());
    let given = Given {
        law: &law,
        text: &text,
        reference: "r",
        date: None,
        language: Language::En,
        facts: &facts,
    };
    let bytes = docx(&request(&given), None).unwrap();
    let parts = Parts::of(&bytes).unwrap();
    assert!(parts.names().all(|name| !name.starts_with("customXml")));
    let document = parts.text("word/document.xml").unwrap().unwrap();
    assert!(!document.contains("comity") && document.contains("Exercise Person One"));
    // Days on the way are how the register plans, and no part of what is asked.
    assert!(!document.contains("Days on the way"));
    assert_eq!(read(&bytes), Err(crate::docx::ReadError::NotOurs));
}

#[test]
fn the_text_of_a_field_stands_in_the_file_where_it_is_seen_and_nowhere_else() {
    let bytes = written(&short_request(), Language::En);
    let parts = Parts::of(&bytes).unwrap();
    for part in parts.names().filter(|name| *name != "word/document.xml") {
        let text = parts.text(part).unwrap().unwrap();
        for secret in ["Exercise Person", "scar", "Warrant of arrest [", "1970"] {
            assert!(!text.contains(secret), "{secret} in {part}");
        }
    }
}

#[test]
fn the_class_and_that_it_is_an_exercise_stand_in_head_and_foot_and_pages_are_numbered() {
    let bytes = written(&short_request(), Language::En);
    let parts = Parts::of(&bytes).unwrap();
    let part = |name| parts.text(name).unwrap().unwrap();
    for name in ["word/header1.xml", "word/footer1.xml"] {
        assert!(part(name).contains("CONFIDENTIAL") && part(name).contains("EXERCISE"), "{name}");
    }
    assert!(part("word/footer1.xml").contains(" PAGE ") && part("word/footer1.xml").contains(" NUMPAGES "));
    assert!(
        part("word/footer1.xml").contains("0123456789abcdef0123456789abcdef"),
        "the reference"
    );
    assert!(part("word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    assert!(part("docProps/core.xml").contains("<dc:title>Request for arrest and surrender</dc:title><dc:language>en-GB"));
}

#[test]
fn a_request_bears_a_line_to_sign_on_with_what_is_signed_before_it_on_the_same_page() {
    let bytes = written(&short_request(), Language::En);
    let parts = Parts::of(&bytes).unwrap();
    let part = |name| parts.text(name).unwrap().unwrap();
    let document = part("word/document.xml");
    let line = "<w:pStyle w:val=\"Signature\"/></w:pPr><w:r><w:t xml:space=\"preserve\">For the Registry";
    let (before, _) = document.split_once(line).unwrap();
    assert!(before.rsplit("<w:pStyle w:val=\"").next().unwrap().starts_with("Closing\""));
    let styles = part("word/styles.xml");
    let style = |id: &str| {
        styles
            .split(&format!("w:styleId=\"{id}\""))
            .nth(1)
            .unwrap()
            .split("</w:style>")
            .next()
            .unwrap()
    };
    assert!(style("Signature").contains("<w:pBdr><w:top "));
    assert!(["Closing", "Signature"].iter().all(|id| style(id).contains("<w:keepNext/>")));
}

#[test]
fn a_field_is_a_control_with_its_element_and_its_name() {
    let text = asking(&[("person", &["Exercise Person One"])]);
    let bytes = written(&text, Language::En);
    let document = Parts::of(&bytes).unwrap().text("word/document.xml").unwrap().unwrap();
    let expected = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:bookmarkStart w:id=\"6\" w:name=\"_comity6\"/><w:r><w:t xml:space=\"preserve\">\
                    Name of the person</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Rule\"/></w:rPr><w:t xml:space=\"preserve\"> · Rome Statute, article 91(2)(a)</w:t></w:r>\
                    <w:bookmarkEnd w:id=\"6\"/></w:p><w:p><w:sdt><w:sdtPr><w:alias w:val=\"Name of the person\"/><w:tag w:val=\"comity:person\"/>\
                    <w:id w:val=\"1007\"/><w:lock w:val=\"sdtLocked\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t xml:space=\"preserve\">Exercise Person One</w:t>\
                    </w:r></w:sdtContent></w:sdt></w:p>";
    let from = document
        .find("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:bookmarkStart w:id=\"6\"")
        .unwrap();
    assert_eq!(document.get(from..from + expected.len()).unwrap(), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_comes_back_as_it_was(prose in "[^\\p{Cc}\u{ad}\u{fffe}\u{ffff}]{1,200}", lines in proptest::collection::vec("[^\\p{Cc}\u{ad}\u{fffe}\u{ffff}]{1,40}", 1..5)) {
        use unicode_normalization::UnicodeNormalization;
        let prose: String = prose.nfc().collect();
        let lines: Vec<String> = lines.iter().map(|line| line.nfc().collect::<String>().trim().to_owned()).filter(|line| !line.is_empty()).collect();
        let whole = format!("{prose}\n{}", lines.join("\n\n"));
        let mut text = asking(&[("description", &[whole.trim()])]);
        text.values.0.insert("warrant".into(), lines);
        // What is drafted was taken in before.
        let mut text = text.taken_in();
        for texts in text.values.0.values_mut() {
            *texts = texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
        }
        text.values.0.retain(|_, texts| !texts.is_empty());
        let read = read(&written(&text, Language::En)).unwrap();
        let given = |text: &RequestText, element: &str| text.values.given(element).map(str::to_owned).collect::<Vec<_>>();
        for element in ["description", "warrant"] {
            prop_assert_eq!(given(&read.text, element), given(&text, element));
        }
    }
}
