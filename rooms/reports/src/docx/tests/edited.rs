//! What somebody changed in a word processor, and what is said of it.

use super::*;
use crate::docx::{FieldProblem, Lost, ReadError};

fn back(change: impl Fn(&str) -> String) -> Read {
    read(&edited(&written(&short_request(), Language::En), change)).unwrap()
}

fn problems(change: impl Fn(&str) -> String) -> Vec<(&'static str, String)> {
    match read(&edited(&written(&short_request(), Language::En), change)) {
        Err(ReadError::Fields(problems)) => problems
            .iter()
            .map(|problem| {
                let (FieldProblem::Gone { element, .. } | FieldProblem::Twice { element, .. } | FieldProblem::Nested { element, .. }) =
                    problem;
                (problem.word(), element.clone())
            })
            .collect(),
        other => panic!("{other:?}"),
    }
}

const SCAR: &str = "<w:r><w:t xml:space=\"preserve\">A scar on the left hand.</w:t></w:r>";
const NAME: &str = "<w:r><w:t xml:space=\"preserve\">Exercise Person One</w:t></w:r>";

/// A control with its tag, out of a document.
fn control(document: &str, element: &str) -> String {
    let tag = document.find(&format!("w:val=\"comity:{element}\"")).unwrap();
    let from = document.get(..tag).unwrap().rfind("<w:sdt>").unwrap();
    let to = from + document.get(from..).unwrap().find("</w:sdt>").unwrap() + "</w:sdt>".len();
    document.get(from..to).unwrap().to_owned()
}

/// The heading of a field, out of a document.
fn heading(document: &str, label: &str) -> String {
    let at = document.find(&format!(">{label}</w:t>")).unwrap();
    let from = document.get(..at).unwrap().rfind("<w:p>").unwrap();
    let to = from + document.get(from..).unwrap().find("</w:p>").unwrap() + "</w:p>".len();
    document.get(from..to).unwrap().to_owned()
}

#[test]
fn what_was_typed_in_a_field_is_read() {
    let read = back(|xml| {
        let xml = replaced(
            xml,
            NAME,
            "<w:r><w:rPr><w:b/></w:rPr><w:t>Exercise </w:t></w:r><w:hyperlink><w:r><w:t>Person Two</w:t></w:r></w:hyperlink>",
        );
        replaced(
            &xml,
            SCAR,
            "<w:r><w:t>A scar,</w:t><w:br/><w:t>old.</w:t></w:r></w:p><w:p><w:r><w:t>Grey</w:t><w:noBreakHyphen/><w:t>haired.</w:t></w:r>",
        )
    });
    assert_eq!(texts(&read, "person"), ["Exercise Person Two"]);
    assert_eq!(texts(&read, "description"), ["Tall.\nA scar,\nold.\nGrey\u{2011}haired."]);
    assert_eq!(read.said, []);
}

#[test]
fn a_new_paragraph_among_documents_is_one_more_of_them() {
    let read = back(|xml| {
        replaced(
            xml,
            ">Annex to it [fra]</w:t></w:r></w:p>",
            ">Annex to it [fra]</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>A third</w:t></w:r></w:p>",
        )
    });
    assert_eq!(texts(&read, "warrant"), ["Warrant of arrest [eng]", "Annex to it [fra]", "A third"]);
}

#[test]
fn days_choices_and_codes_are_read_as_they_are_seen() {
    let chosen = |day: &str, level: &str, state: &str| {
        let read = back(|xml| {
            let xml = replaced(xml, ">1\u{a0}April\u{a0}2026<", &format!(">{day}<"));
            let xml = replaced(&xml, "preserve\">confidential</w:t>", &format!("preserve\">{level}</w:t>"));
            replaced(&xml, ">Exercise State A (XAA)<", &format!(">{state}<"))
        });
        [("leaves_on", 0), ("level", 0), ("requested_state", 0)]
            .map(|(element, at)| texts(&read, element).get(at).copied().unwrap_or_default().to_owned())
    };
    assert_eq!(chosen("2 March 1971", "Under seal", "XAB"), ["1971-03-02", "under-seal", "XAB"]);
    assert_eq!(
        chosen("1er août 1971", "UNDER\u{a0}SEAL", "Another (XAC)"),
        ["1971-08-01", "under-seal", "XAC"]
    );
    assert_eq!(chosen("1971-03-02", "\u{2014}", "Somewhere"), ["1971-03-02", "", "Somewhere"]);
    assert_eq!(
        chosen("31 June 1971", "secret", ""),
        ["31 June 1971", "secret", ""],
        "what is none is left to the law to say"
    );
}

#[test]
fn tracked_changes_are_read_as_accepted_and_that_is_said() {
    let read = back(|xml| {
        let changed =
            "<w:del><w:r><w:delText>A scar on the left hand.</w:delText></w:r></w:del><w:ins><w:r><w:t>No scar.</w:t></w:r></w:ins>";
        let xml = replaced(xml, SCAR, changed);
        // The end of the first paragraph was deleted: both are one.
        replaced(
            &xml,
            "<w:p><w:r><w:t xml:space=\"preserve\">Tall.</w:t></w:r></w:p>",
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Tall. </w:t></w:r></w:p>",
        )
    });
    assert_eq!(texts(&read, "description"), ["Tall. No scar."]);
    assert_eq!(read.said, [Notice::Tracked(3)]);
    let read = back(|xml| {
        replaced(
            xml,
            SCAR,
            &format!("<w:moveFrom>{SCAR}</w:moveFrom><w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo>"),
        )
    });
    assert_eq!((texts(&read, "description"), said(&read)), (vec!["Tall.\nMoved."], vec!["tracked"]));
}

#[test]
fn comments_are_counted_and_not_read() {
    let read = back(|xml| {
        replaced(
            xml,
            SCAR,
            &format!("<w:commentRangeStart w:id=\"1\"/>{SCAR}<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>"),
        )
    });
    assert_eq!(read.text, short_request());
    assert_eq!(read.said, [Notice::Comments(1)]);
}

#[test]
fn signs_that_word_sets_by_itself_are_as_they_were_and_that_is_said() {
    let before = asking(&[
        ("description", &["\"It's\" a test - so..."]),
        ("person", &["Exercise Person"]),
        ("facts", &["\"New\""]),
    ]);
    let bytes = edited(&written(&before, Language::En), |xml| {
        let xml = replaced(xml, "&quot;It's&quot; a test - so...", "“It’s” a\u{a0}test – so…");
        let xml = replaced(&xml, ">Exercise Person<", ">Exer\u{ad}cise\u{a0}Person<");
        replaced(&xml, "&quot;New&quot;", "“New”, and more")
    });
    let read = read(&bytes).unwrap();
    assert_eq!(texts(&read, "person"), ["Exercise Person"], "in a name they hide what it is");
    assert_eq!(texts(&read, "description"), ["“It’s” a\u{a0}test – so…"]);
    let over = read.over(&before.values);
    assert_eq!(texts(&over, "description"), ["\"It's\" a test - so..."]);
    assert_eq!(
        texts(&over, "facts"),
        ["“New”, and more"],
        "where more was changed, they are as they were set"
    );
    assert_eq!(
        over.said,
        [
            Notice::Typography("Name of the person".into()),
            Notice::Typography("Description that identifies the person".into())
        ]
    );
}

#[test]
fn a_tab_is_a_space() {
    let read = back(|xml| replaced(xml, SCAR, "<w:r><w:t>A</w:t><w:tab/><w:t>scar.</w:t></w:r>"));
    assert_eq!(
        (texts(&read, "description"), said(&read)),
        (vec!["Tall.\nA scar."], vec!["typography"])
    );
}

#[test]
fn what_stands_under_a_heading_beside_its_field_belongs_to_it_and_that_is_said() {
    let read = back(|xml| {
        let warrant = control(xml, "warrant");
        replaced(xml, &warrant, &format!("{warrant}<w:p><w:r><w:t>Beside</w:t></w:r></w:p>"))
    });
    assert_eq!(texts(&read, "warrant"), ["Warrant of arrest [eng]", "Annex to it [fra]", "Beside"]);
    assert_eq!(read.said, [Notice::Beside("Copy of the warrant".into())]);
}

#[test]
fn what_stands_outside_the_fields_is_said_to_be_lost() {
    let read = back(|xml| {
        let title = heading(xml, "Request for arrest and surrender");
        let xml = replaced(
            xml,
            &title,
            &format!("{title}<w:p><w:r><w:t>A remark at the head.</w:t></w:r></w:p>"),
        );
        replaced(&xml, "Name of the person</w:t>", "Name of the person, if known</w:t>")
    });
    assert_eq!(read.text, short_request());
    let remark = Notice::Outside("A remark at the head.".into());
    let changed = Notice::Outside("Name of the person, if known · Rome Statute, article 91(2)(a)".into());
    assert_eq!(read.said, [remark, changed]);
    let many = "<w:p><w:r><w:t>Another one.</w:t></w:r></w:p>".repeat(12);
    let read = back(|xml| replaced(xml, "<w:body>", &format!("<w:body>{many}")));
    assert_eq!(read.said.len(), 11);
    assert_eq!(read.said.last(), Some(&Notice::MoreOutside(2)));
}

#[test]
fn a_control_that_was_removed_leaves_its_text_under_its_heading() {
    let read = back(|xml| {
        let description = control(xml, "description");
        let content = description
            .split("<w:sdtContent>")
            .nth(1)
            .unwrap()
            .split("</w:sdtContent>")
            .next()
            .unwrap();
        replaced(xml, &description, content)
    });
    assert_eq!(read.text, short_request());
    assert_eq!(read.said, [Notice::Beside("Description that identifies the person".into())]);
}

#[test]
fn a_field_that_was_taken_out_is_named_where_something_stood_in_it_and_else_said() {
    let without = |element: &str, label: &str| {
        let (element, label) = (element.to_owned(), label.to_owned());
        move |xml: &str| {
            let (control, heading) = (control(xml, &element), heading(xml, &label));
            replaced(&replaced(xml, &control, ""), &heading, "")
        }
    };
    assert_eq!(
        problems(without("description", "Description that identifies the person")),
        [("gone", "description".to_owned())]
    );
    let read = back(without("birth_place", "Place of birth"));
    assert_eq!(read.text, short_request());
    assert_eq!(read.said, [Notice::EmptyGone("Place of birth".into())]);
    // With its heading left, it was emptied.
    let read = back(|xml| {
        let control = control(xml, "description");
        replaced(xml, &control, "")
    });
    assert_eq!((texts(&read, "description"), read.said.as_slice()), (vec![], [].as_slice()));
}

#[test]
fn a_field_that_stands_twice_or_within_another_is_named_and_nothing_is_taken_over() {
    let twice = |xml: &str| {
        let person = control(xml, "person");
        replaced(xml, "</w:body>", &format!("<w:p>{person}</w:p></w:body>"))
    };
    assert_eq!(problems(twice), [("twice", "person".to_owned())]);
    let nested = |xml: &str| {
        let person = control(xml, "person");
        let xml = replaced(xml, &person, "");
        replaced(&xml, SCAR, &person)
    };
    assert_eq!(problems(nested), [("nested", "person".to_owned())]);
    let error = read(&edited(&written(&short_request(), Language::En), nested)).unwrap_err();
    assert!(
        error.to_string().contains(
            "the field \"Name of the person\" stands within the field \"Description that identifies the person\"; move it out of it"
        ),
        "{error}"
    );
}

#[test]
fn what_is_no_text_is_said_to_be_lost_with_the_field_in_which_it_stood() {
    let check = |xml: &str, what: Lost| {
        let read = back(|document| replaced(document, SCAR, &format!("{SCAR}<w:r>{xml}</w:r>")));
        assert_eq!(read.text, short_request());
        let label = "Description that identifies the person".to_owned();
        assert_eq!(read.said, [Notice::Lost { label, what }]);
    };
    check("<w:drawing><x xmlns=\"urn:x\">text</x></w:drawing>", Lost::Picture);
    check("<w:footnoteReference w:id=\"2\"/>", Lost::Footnote);
    check("<w:sym w:font=\"Wingdings\" w:char=\"F04A\"/>", Lost::Symbol);
    check("<m:oMath xmlns:m=\"urn:m\">x</m:oMath>", Lost::Other);
    check("<w:altChunk/>", Lost::Other);
    let alternative = "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice><w:drawing/></mc:Choice>\
                       <mc:Fallback><w:pict/><w:t>text</w:t></mc:Fallback></mc:AlternateContent>";
    check(alternative, Lost::Picture);
}

#[test]
fn hidden_text_and_tables_are_read_and_said() {
    let read = back(|xml| replaced(xml, SCAR, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>"));
    assert_eq!((texts(&read, "description"), said(&read)), (vec!["Tall.\nHidden."], vec!["hidden"]));
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let table = format!("</w:p><w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p>", cell("a"), cell("b"));
    let read = back(|xml| replaced(xml, SCAR, &table));
    assert_eq!((texts(&read, "description"), said(&read)), (vec!["Tall.\n\na\nb"], vec!["table"]));
}

#[test]
fn numbers_that_the_program_sets_are_said_to_be_lost() {
    let label = "Description that identifies the person".to_owned();
    let lost = Notice::Lost {
        label,
        what: Lost::Numbering,
    };
    let with = |properties: &str, expected: &[Notice]| {
        let bytes = edited(&written(&short_request(), Language::En), |xml| {
            replaced(xml, &format!("<w:p>{SCAR}"), &format!("<w:p><w:pPr>{properties}</w:pPr>{SCAR}"))
        });
        let style = "<w:style w:type=\"paragraph\" w:styleId=\"Listed\"><w:name w:val=\"List Number\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>\
                     </w:numPr></w:pPr></w:style></w:styles>";
        let bytes = with_part(&bytes, "word/styles.xml", |styles| replaced(styles, "</w:styles>", style));
        let read = read(&bytes).unwrap();
        assert_eq!((read.text, read.said.as_slice()), (short_request(), expected), "{properties}");
    };
    let numbered = |id: u8| format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{id}\"/></w:numPr>");
    with(&numbered(3), std::slice::from_ref(&lost));
    with("<w:pStyle w:val=\"Listed\"/>", &[lost]);
    with(&numbered(0), &[]);
}

#[test]
fn text_that_is_struck_through_is_read_and_said() {
    let struck = |mark: &str| back(|xml| replaced(xml, SCAR, &format!("<w:r><w:rPr>{mark}</w:rPr><w:t>Old.</w:t></w:r>")));
    for mark in ["<w:strike/>", "<w:dstrike w:val=\"1\"/>"] {
        let read = struck(mark);
        assert_eq!((texts(&read, "description"), said(&read)), (vec!["Tall.\nOld."], vec!["struck"]));
    }
    assert_eq!(struck("<w:strike w:val=\"0\"/>").said, []);
}

#[test]
fn what_looks_like_the_prompt_of_a_word_processor_is_empty_and_said() {
    // Word sets its own prompt, in its own language, where a field was emptied.
    let prompt = "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>Klicken Sie hier</w:t></w:r>";
    let emptied = |xml: &str| {
        let control = control(xml, "person");
        let emptied = replaced(&replaced(&control, "<w:text/>", "<w:showingPlcHdr/><w:text/>"), NAME, prompt);
        replaced(xml, &control, &emptied)
    };
    let read_back = back(emptied);
    assert_eq!(texts(&read_back, "person"), Vec::<&str>::new());
    assert_eq!(said(&read_back), ["prompt"]);
    // Another id for its style, as Word in another language has it, is found by the name of the style.
    let bytes = edited(&written(&short_request(), Language::En), |xml| {
        emptied(xml).replace("\"PlaceholderText\"", "\"Platzhaltertext\"")
    });
    let bytes = with_part(&bytes, "word/styles.xml", |styles| {
        styles.replace("\"PlaceholderText\"", "\"Platzhaltertext\"")
    });
    assert_eq!(said(&read(&bytes).unwrap()), ["prompt"]);
    // What was typed over it is no prompt, though the program did not take the mark away.
    let read = back(|xml| emptied(xml).replace("<w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>Klicken", "<w:t>Klicken"));
    assert_eq!((texts(&read, "person"), said(&read)), (vec!["Klicken Sie hier"], vec![]));
}

#[test]
fn without_any_tag_what_stands_under_each_heading_is_read_and_that_is_said() {
    let bytes = edited(&written(&short_request(), Language::Fr), |xml| {
        let mut parts = xml.split("<w:tag w:val=\"");
        let first = parts.next().unwrap().to_owned();
        parts.fold(first, |out, part| out + part.split_once("/>").unwrap().1)
    });
    let read = read(&bytes).unwrap();
    assert_eq!((read.text, read.said), (short_request(), vec![Notice::Controls]));
}

/// One text as LibreOffice 7.4 writes it where the script changes within it: a control without a tag for each part, the first
/// with the whole text, each other one with its part and the whole text behind it.
fn in_parts(label: &str, whole: &str, parts: &[&str]) -> String {
    let text = |text: &str| format!("<w:t xml:space=\"preserve\">{text}</w:t>");
    let control = |id: usize, texts: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:id w:val=\"{id}\"/><w:alias w:val=\"{label}\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr></w:rPr>{texts}</w:r>\
             </w:sdtContent></w:sdt>"
        )
    };
    let rest = (453_302_502..)
        .zip(parts)
        .map(|(id, part)| control(id, &(text(part) + &text(whole))));
    control(453_302_501, &text(whole)) + &rest.collect::<String>()
}

#[test]
fn a_text_of_several_scripts_that_libreoffice_wrote_several_times_is_read_once_and_that_is_said() {
    let cases: [(&str, &[&str]); 5] = [
        ("Exercise Person 07 (شخص التمرين ٠٧)", &["شخص التمرين ", "٠٧", ")"]),
        ("Exercise: שלום (אבג) walks", &["שלום ", "(", "אבג", ")", " walks"]),
        ("演习人员 13 (Exercise)", &["演习人员 ", "13 (Exercise)"]),
        ("مدينة التمرين (الحي 3)", &["مدينة التمرين ", "(", "الحي ", "3", ")"]),
        ("Учебное лицо 10 (тест), ရန်ကုန်", &["ရန်ကုန်", ""]),
    ];
    for (whole, parts) in cases {
        let label = "Name of the person";
        let read = back(|xml| replaced(xml, &control(xml, "person"), &in_parts(label, whole, parts)));
        assert_eq!(texts(&read, "person"), [whole]);
        assert_eq!(read.said, [Notice::Beside(label.into()), Notice::Repeated(label.into())]);
    }
}

#[test]
fn controls_beside_each_other_that_do_not_repeat_the_first_are_all_read() {
    let read = back(|xml| {
        let parts = in_parts("Name of the person", "Exercise Person", &[" One"]);
        let parts = replaced(&parts, " One</w:t><w:t xml:space=\"preserve\">Exercise Person<", " One<");
        replaced(xml, &control(xml, "person"), &parts)
    });
    assert_eq!(texts(&read, "person"), ["Exercise Person One"]);
    assert_eq!(said(&read), ["beside"]);
}
