//! Texts of users in whatever script and of whatever length are text.

use crate::tools::{poppler_is_there, words_across};
use crate::{flowing, pages_with, with_description};
use reports::pdf::pdf;

/// What is printed by its number of a text.
fn unprintable(given: &str) -> Vec<char> {
    pdf(&with_description(given)).unwrap().unprintable
}

#[test]
fn text_that_looks_like_markup_is_printed_as_it_stands() {
    if !poppler_is_there("text_that_looks_like_markup_is_printed_as_it_stands") {
        return;
    }
    for given in [
        "#eval(\"1 + 1\")",
        "#read(\"/etc/passwd\")",
        "#import \"@preview/x:1.0.0\": *",
        "$x^2$ and $ sum_(i=0)^n i $",
        "@ref and <label>",
        "*bold* _italic_ `code` ```rust let x; ```",
        "// comment /* and this */ https://example.org",
        "= Heading",
        "- item + item / Term: text",
        "\\u{1F600} \\# \"quotes\" -- --- ...",
        "</text><script>alert(1)</script>",
        "{\"json\": [1, \"\\\"]}",
    ] {
        let pages = flowing(&pages_with("description", given));
        assert!(pages.contains(&flowing(given)), "{given} in {pages}");
    }
}

#[test]
fn names_in_every_script_of_the_fonts_are_printed_by_their_letters() {
    if !poppler_is_there("names_in_every_script_of_the_fonts_are_printed_by_their_letters") {
        return;
    }
    // Words for 'exercise' and the like, no names of anybody.
    for given in [
        "Übung ñandú Łódź ğışöç",
        "Άσκηση",
        "Упражнение Вправа",
        "ვარჯიში",
        "Վարժություն",
        "ልምምድ",
        "演習 练习 練習",
        "연습",
        "れんしゅう",
    ] {
        assert!(unprintable(given).is_empty(), "{given}");
        let pages = flowing(&pages_with("description", given));
        assert!(pages.contains(given), "{given} in {pages}");
    }
    // Of scripts whose letters are drawn in another order than they are written in, readers of PDF give back the letters
    // and not always their order.
    for given in ["अभ्यास", "လေ့ကျင့်ခန်း", "অনুশীলন", "លំហាត់", "แบบฝึกหัด", "تمرين", "תרגיל"]
    {
        assert!(unprintable(given).is_empty(), "{given}");
        let pages = pages_with("description", given);
        for letter in given.chars().filter(|letter| letter.is_alphabetic()) {
            assert!(pages.contains(letter), "{letter} of {given} in {pages}");
        }
    }
}

#[test]
fn a_sentence_in_which_directions_are_mixed_keeps_the_order_of_its_words() {
    if !poppler_is_there("a_sentence_in_which_directions_are_mixed_keeps_the_order_of_its_words") {
        return;
    }
    let pages = flowing(&pages_with("description", "Known as تمرين (Exercise), number 12-34."));
    let at = |word: &str| pages.find(word).unwrap_or_else(|| panic!("{word} in {pages}"));
    // The reader of PDF may put the first bracket beside the word of the other direction.
    assert!(
        at("Known as") < at("تمرين") && at("تمرين") < at("Exercise), number 12-34."),
        "{pages}"
    );
}

#[test]
fn what_no_font_has_is_printed_by_its_number_and_told() {
    if !poppler_is_there("what_no_font_has_is_printed_by_its_number_and_told") {
        return;
    }
    let given = "Mark \u{1f600}, \u{10400} and again \u{1f600}.";
    assert_eq!(unprintable(given), ['\u{10400}', '\u{1f600}']);
    let pages = flowing(&pages_with("description", given));
    assert!(pages.contains("Mark [U+1F600], [U+10400] and again [U+1F600]."), "{pages}");
    assert!(pages.contains("no font of this program has"), "the page tells it: {pages}");
}

#[test]
fn a_mark_that_turns_directions_is_shown_and_turns_nothing() {
    if !poppler_is_there("a_mark_that_turns_directions_is_shown_and_turns_nothing") {
        return;
    }
    for (on, off) in [('\u{202e}', '\u{202c}'), ('\u{202b}', '\u{202c}'), ('\u{2067}', '\u{2069}')] {
        let pages = flowing(&pages_with("description", &format!("number {on}4321{off} end")));
        let shown = format!("number [U+{:04X}]4321[U+{:04X}] end", u32::from(on), u32::from(off));
        assert!(pages.contains(&shown), "{shown} in {pages}");
    }
}

#[test]
fn lines_and_paragraphs_stand_as_they_were_typed() {
    if !poppler_is_there("lines_and_paragraphs_stand_as_they_were_typed") {
        return;
    }
    let pages = pages_with("description", "First line\nSecond line\n\nAnother paragraph");
    let lines: Vec<&str> = pages.lines().map(str::trim).collect();
    let at = |line: &str| {
        lines
            .iter()
            .position(|is| *is == line)
            .unwrap_or_else(|| panic!("{line} in {pages}"))
    };
    assert_eq!(at("Second line"), at("First line") + 1);
    assert!(at("Another paragraph") > at("Second line") + 1);
}

#[test]
fn a_hundred_kilobytes_of_prose_and_a_word_without_end_are_set_whole() {
    if !poppler_is_there("a_hundred_kilobytes_of_prose_and_a_word_without_end_are_set_whole") {
        return;
    }
    let sentence = "A sentence of an exercise, which is repeated until it fills the pages. ";
    let prose = sentence.repeat(100_000 / sentence.len());
    let pages = flowing(&pages_with("facts", &prose));
    let words = pages.matches("repeated").count();
    assert_eq!(words, 100_000 / sentence.len());

    // A letter of nothing that stands on every page.
    let pages = pages_with("description", &"q".repeat(100_000));
    let without = pages_with("description", "").matches('q').count();
    assert_eq!(pages.matches('q').count(), 100_000 + without);
}

#[test]
fn a_word_without_end_of_whatever_letters_runs_over_no_edge_of_the_page() {
    if !poppler_is_there("a_word_without_end_of_whatever_letters_runs_over_no_edge_of_the_page") {
        return;
    }
    for part in ["x", "é", "aé", "Ж", "a\u{a0}", "ت", "ש", "क", "ე", "ሀ", "漢", "ส", "e\u{301}"] {
        let set = pdf(&with_description(&part.repeat(400))).unwrap();
        // The page is 210 mm wide (595 points), its margins 25 mm (71 points) each.
        for (left, right) in words_across(&set.bytes) {
            assert!(left >= 70.0 && right <= 525.0, "{part:?}: from {left} to {right}");
        }
    }
}
