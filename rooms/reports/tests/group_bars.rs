//! What bars by group show, and how they are written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod markup;

use markup::{values, well_formed};
use reports::{Bar, GroupBars, group_bars};

const BARS: [Bar; 3] = [
    Bar {
        name: "Northern States",
        count: 20,
        of: 40,
        figure: "20 of 40",
    },
    Bar {
        name: "Southern States",
        count: 10,
        of: 10,
        figure: "10 of 10",
    },
    Bar {
        name: "Island States",
        count: 0,
        of: 5,
        figure: "0 of 5",
    },
];

const EXERCISE: GroupBars = GroupBars {
    id: "groups",
    title: "Parties by group",
    bars: &BARS,
    right_to_left: false,
};

#[test]
fn bars_are_written_whole() {
    let parts = group_bars(&EXERCISE).replace("><", ">\n<");
    assert_eq!(parts, include_str!("group_bars.svg").trim_end());
}

#[test]
fn what_is_filled_is_a_part_of_its_outline_and_all_have_one_scale() {
    // Outline and filled part of each group in turn; the longest takes 76 percent.
    let widths = values(&group_bars(&EXERCISE), "width")[1..].join(" ");
    assert_eq!(widths, "76% 38% 19% 19% 9.5% 0%");
}

#[test]
fn from_right_to_left_bars_and_words_begin_on_the_right() {
    let svg = group_bars(&GroupBars {
        right_to_left: true,
        ..EXERCISE
    });
    assert!(
        svg.starts_with("<svg class=\"bars\"") && svg.contains(" direction=\"rtl\" "),
        "{svg}"
    );
    let (lefts, widths) = (values(&svg, "x"), values(&svg, "width"));
    // Name, outline, filled part, figure.
    assert_eq!(lefts[..4].join(" "), "100% 24% 62% 24%");
    assert_eq!(
        widths[1..3].join(" "),
        "76% 38%",
        "the left end of each is as far from 100 as it is wide"
    );
    assert!(svg.contains("dx=\"-6\"") && !svg.contains("dx=\"6\""));
}

#[test]
fn groups_without_states_and_no_groups_at_all_are_drawn_without_a_bar() {
    let empty = Bar {
        count: 0,
        of: 0,
        ..BARS[0]
    };
    for bars in [&[][..], &[empty][..]] {
        let svg = group_bars(&GroupBars { bars, ..EXERCISE });
        assert!(well_formed(&svg) && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert!(values(&svg, "width")[1..].iter().all(|width| *width == "0%"), "{svg}");
    }
}

#[test]
fn an_outline_is_never_shorter_than_what_is_filled() {
    let more = Bar {
        count: 12,
        of: 10,
        ..BARS[0]
    };
    let svg = group_bars(&GroupBars { bars: &[more], ..EXERCISE });
    assert_eq!(values(&svg, "width")[1..].join(" "), "76% 76%");
}

#[test]
fn words_are_written_as_text_and_not_as_markup() {
    let bar = Bar {
        name: "<i>",
        figure: "1 & 2",
        ..BARS[0]
    };
    let svg = group_bars(&GroupBars {
        id: "a\"b",
        title: "<b>\"A&B\"</b>",
        bars: &[bar],
        right_to_left: false,
    });
    assert!(
        svg.contains("<title id=\"a&quot;b\">&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;</title>"),
        "{svg}"
    );
    assert!(svg.contains(">&lt;i&gt;</text>") && svg.contains(">1 &amp; 2</text>"), "{svg}");
    assert!(well_formed(&svg), "{svg}");
}
