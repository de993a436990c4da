//! What a step chart shows, and how it is written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use reports::{Institution, Label, NamedStep, StepChart, Words, named_steps, step_chart};

const WORDS: Words = Words {
    chosen: "5 May 2011: 3",
    public: "as public then",
    hindsight: "with hindsight",
    institutions: "counts given",
};

/// Three years of an exercise: two persons, a third under seal for a while, one surrendered.
const EXERCISE: StepChart = StepChart {
    id: "chart",
    title: "Persons outstanding, 2010 to 2012",
    public: &[(date(2010, 3, 1), 2), (date(2011, 5, 1), 3), (date(2012, 2, 1), 2)],
    hindsight: &[(date(2010, 3, 1), 2), (date(2010, 6, 1), 3), (date(2012, 2, 1), 2)],
    chosen: date(2011, 5, 5),
    chosen_with_hindsight: false,
    complete_until: Some(date(2012, 6, 30)),
    today: date(2012, 11, 25),
    institutions: &[Institution {
        day: date(2011, 9, 1),
        figure: 2,
        text: "1 September 2011: 2, Exercise Court",
    }],
    named: &[],
    words: WORDS,
};

#[test]
fn a_chart_is_written_whole() {
    let parts = step_chart(&EXERCISE).replace("><", ">\n<");
    assert_eq!(parts, include_str!("step_chart.svg").trim_end());
}

/// The points of a path: days since the first and persons from above.
fn points(path: &str) -> Vec<(i64, i64)> {
    let mut numbers = Vec::new();
    let mut at = (0, 0);
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        rest = &rest[1..];
        let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (value, after) = rest.split_at(end);
        match command {
            'M' => {
                let (x, y) = value.split_once(' ').expect("two numbers");
                at = (x.parse().expect("x"), y.parse().expect("y"));
            }
            'h' => at.0 += value.parse::<i64>().expect("h"),
            'v' => at.1 += value.parse::<i64>().expect("v"),
            _ => {}
        }
        numbers.push(at);
        rest = after;
    }
    numbers
}

/// The path of a class.
fn path<'a>(svg: &'a str, class: &str) -> &'a str {
    let begin = format!("<path class=\"{class}\" d=\"");
    let after = svg
        .split_once(&begin)
        .map(|(_, after)| after)
        .unwrap_or_else(|| panic!("no path of class {class}"));
    after.split_once('"').expect("an end").0
}

#[test]
fn the_line_is_dark_up_to_the_chosen_day_pale_after_it_and_dotted_where_the_record_is_incomplete() {
    let svg = step_chart(&EXERCISE);
    let day = |d: Date| i64::from((d - date(2010, 1, 1)).get_days());
    let ends = |class| {
        let points = points(path(&svg, class));
        (points.first().copied().expect("a first"), points.last().copied().expect("a last"))
    };
    // The count 0 stands at 4 from above, 3 at 1.
    assert_eq!(ends("l1"), ((0, 4), (day(date(2011, 5, 5)), 1)));
    assert_eq!(ends("l3"), ((day(date(2011, 5, 5)), 1), (day(date(2012, 6, 30)), 2)));
    assert_eq!(ends("late"), ((day(date(2012, 6, 30)), 2), (day(date(2012, 11, 25)), 2)));
}

#[test]
fn the_band_between_the_readings_closes_where_it_began() {
    let svg = step_chart(&EXERCISE);
    let band = points(path(&svg, "gap"));
    assert_eq!(band.first(), band.last());
    assert_eq!(band.first(), Some(&(0, 4)));
}

#[test]
fn a_series_that_begins_with_the_year_begins_at_its_count() {
    let public = [(date(2010, 1, 1), 2), (date(2011, 5, 1), 3)];
    let svg = step_chart(&StepChart {
        public: &public,
        ..EXERCISE
    });
    assert_eq!(points(path(&svg, "l1")).first(), Some(&(0, 2)));
    assert_eq!(points(path(&svg, "gap")).last(), Some(&(0, 2)));
}

#[test]
fn the_chosen_day_is_marked_on_the_line_of_its_reading() {
    let chosen = date(2010, 12, 1);
    let dot = |chosen_with_hindsight| {
        let svg = step_chart(&StepChart {
            chosen,
            chosen_with_hindsight,
            ..EXERCISE
        });
        let after = svg.split_once("<circle class=\"dot\"").expect("a dot").1;
        after
            .split_once("cy=\"")
            .and_then(|(_, y)| y.split_once('"'))
            .expect("a height")
            .0
            .to_owned()
    };
    // 2 of 4 and 3 of 4 persons, on a plot from 8% to 90%.
    assert_eq!(dot(false), "49%");
    assert_eq!(dot(true), "28.5%");
}

#[test]
fn a_chart_of_one_reading_has_neither_band_nor_second_line() {
    let svg = step_chart(&StepChart {
        hindsight: &[],
        ..EXERCISE
    });
    assert!(
        !svg.contains("gap") && !svg.contains("l2") && !svg.contains("with hindsight"),
        "{svg}"
    );
    assert!(svg.contains("class=\"l1\""));
}

#[test]
fn a_chart_of_nothing_has_its_day_and_its_years() {
    let svg = step_chart(&StepChart {
        public: &[],
        hindsight: &[],
        institutions: &[],
        chosen: date(2003, 7, 1),
        ..EXERCISE
    });
    assert!(
        svg.contains(">5 May 2011: 3<") && svg.contains(">2003<") && svg.contains(">2012<"),
        "{svg}"
    );
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
}

#[test]
fn an_institutions_count_of_the_chosen_day_stands_beside_the_figure_and_not_in_the_chart() {
    assert!(step_chart(&EXERCISE).contains("Exercise Court"));
    assert!(
        !step_chart(&StepChart {
            chosen: date(2011, 9, 1),
            ..EXERCISE
        })
        .contains("Exercise Court")
    );
}

#[test]
fn words_are_written_as_text_and_not_as_markup() {
    let svg = step_chart(&StepChart {
        title: "<b>\"A&B\"</b>",
        ..EXERCISE
    });
    assert!(
        svg.contains("<title id=\"chart\">&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;</title>"),
        "{svg}"
    );
}

#[test]
fn a_label_that_has_no_place_is_left_out() {
    let long = "a label that is much longer than the whole chart is wide, so that it can stand nowhere in it without running out of it";
    let with = |text| {
        step_chart(&StepChart {
            named: &[Label {
                day: date(2010, 3, 1),
                text,
            }],
            ..EXERCISE
        })
    };
    assert!(with("1 Mar 2010: the first 2").contains("the first 2"));
    assert!(!with(long).contains(long));
}

#[test]
fn the_first_step_is_named_and_the_largest_later_rise() {
    let series = [
        (date(2005, 1, 1), 1),
        (date(2006, 1, 1), 4),
        (date(2007, 1, 1), 2),
        (date(2008, 1, 1), 5),
        (date(2009, 1, 1), 6),
    ];
    assert_eq!(
        named_steps(&series),
        [
            NamedStep {
                day: date(2005, 1, 1),
                rise: 1,
                first: true
            },
            NamedStep {
                day: date(2008, 1, 1),
                rise: 3,
                first: false
            }
        ]
    );
    assert_eq!(
        named_steps(&series[4..]),
        [NamedStep {
            day: date(2009, 1, 1),
            rise: 6,
            first: true
        }]
    );
    assert_eq!(
        named_steps(&[(date(2005, 1, 1), 3), (date(2006, 1, 1), 4)]).len(),
        1,
        "a rise by one is not named"
    );
    assert_eq!(named_steps(&[]), []);
}

#[test]
fn a_chart_of_a_hundred_steps_stays_under_six_thousand_bytes() {
    let steps = |every: i64| -> Vec<(Date, u64)> {
        (0..100u64)
            .map(|n| (date(2005, 1, 1).saturating_add((n as i64 * every).days()), 5 + n % 17))
            .collect()
    };
    let (public, hindsight) = (steps(73), steps(74));
    let svg = step_chart(&StepChart {
        public: &public,
        hindsight: &hindsight,
        today: date(2026, 11, 25),
        complete_until: Some(date(2026, 5, 17)),
        ..EXERCISE
    });
    assert!(svg.len() < 6000, "{} bytes", svg.len());
}

/// Whether each tag that opens closes, in order.
fn well_formed(svg: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in svg.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else { return false };
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or("");
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    open.is_empty()
}

fn series() -> impl Strategy<Value = Vec<(Date, u64)>> {
    proptest::collection::btree_map(0..12_000i64, 0..200u64, 0..40).prop_map(|steps| {
        steps
            .into_iter()
            .map(|(n, count)| (date(1998, 7, 17).saturating_add(n.days()), count))
            .collect()
    })
}

proptest! {
    #[test]
    fn whatever_happened_the_chart_is_well_formed_and_the_same_each_time(
        public in series(), hindsight in series(), chosen in 0..10_000i64, until in 0..12_000i64, figure in 0..300u64, with_hindsight: bool,
    ) {
        let day = |n: i64| date(1998, 7, 17).saturating_add(n.days());
        let given = [Institution { day: day(figure as i64 * 30), figure, text: "a count" }];
        let named = [Label { day: day(chosen / 2), text: "a step" }];
        let chart = StepChart {
            public: &public,
            hindsight: &hindsight,
            chosen: day(chosen),
            chosen_with_hindsight: with_hindsight,
            complete_until: Some(day(until)),
            today: date(2026, 11, 25),
            institutions: &given,
            named: &named,
            ..EXERCISE
        };
        let svg = step_chart(&chart);
        prop_assert!(well_formed(&svg), "{}", svg);
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf%"), "{}", svg);
        prop_assert_eq!(&svg, &step_chart(&chart));
        if hindsight.iter().any(|(day, _)| *day <= chart.today) {
            let band = points(path(&svg, "gap"));
            // Back at the first day, on the other line, which may begin at another count.
            prop_assert_eq!(band.last().map(|(x, _)| *x), Some(0));
            prop_assert!(band.iter().all(|(x, y)| *x >= 0 && *y >= 0), "{:?}", band);
        }
    }
}
