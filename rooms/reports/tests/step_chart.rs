//! What a step chart shows, and how it is written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod markup;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use markup::{values, well_formed};
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
    assert_eq!(
        named_steps(&[(date(2002, 7, 1), 60), (date(2002, 9, 1), 65), (date(2010, 1, 1), 100)]).len(),
        2,
        "a rise by 35 of 100 is named"
    );
    assert_eq!(
        named_steps(&[(date(2002, 7, 1), 80), (date(2002, 9, 1), 89), (date(2010, 1, 1), 95)]).len(),
        1,
        "a rise by 9 is not seen where the highest is 95"
    );
    assert_eq!(named_steps(&[]), []);
}

/// Sixty parties on the first day of a treaty that was adopted four years before, then one more every
/// `days` days up to 124, one of which leaves.
fn treaty(days: i64) -> Vec<(Date, u64)> {
    let first = date(2002, 7, 1);
    let later = (1..=64u64).map(|n| (first.saturating_add((n as i64 * days).days()), 60 + n));
    let left = (date(2025, 10, 27), 123);
    [(date(1998, 7, 17), 0), (first, 60)]
        .into_iter()
        .chain(later)
        .chain([left])
        .collect()
}

/// A rectangle in percent: left, right, upper, lower.
type Area = (f64, f64, f64, f64);

/// The words that are placed where there is room, with the least area that they fill.
fn placed(svg: &str) -> Vec<(&str, Area)> {
    let texts = svg.split("<text class=\"").skip(1);
    texts
        .filter(|text| text.starts_with("wide halo") || text.starts_with("halo "))
        .map(|text| {
            let percent = |name: &str| -> f64 {
                let after = text.split_once(&format!(" {name}=\"")).expect("an attribute").1;
                after.split_once("%\"").expect("a share").0.parse().expect("a number")
            };
            let words = text.split_once('>').expect("a tag").1.split_once("</text>").expect("an end").0;
            let (x, y, width) = (percent("x"), percent("y"), words.chars().count() as f64 * 0.95);
            let left = if text.contains("text-anchor=\"end\"") { x - width } else { x };
            (words, (left, left + width, y - 4.0, y + 1.0))
        })
        .collect()
}

/// What the line as public then covers, piece by piece.
fn drawn(svg: &str) -> Vec<Area> {
    let size = values(svg, "viewBox")[0].trim_start_matches("0 0 ");
    let (width, top) = size.split_once(' ').expect("two numbers");
    let [width, top] = [width, top].map(|text| text.parse::<f64>().expect("a number"));
    let share = |(x, y): (i64, i64)| (x as f64 / width * 100.0, 8.0 + y as f64 / top * 82.0);
    let classes = ["l1", "l3", "late"];
    let lines = classes.iter().filter(|class| svg.contains(&format!("class=\"{class}\" d=")));
    lines
        .flat_map(|class| {
            let points = points(path(svg, class));
            let pieces: Vec<Area> = points
                .windows(2)
                .map(|pair| {
                    let ((x1, y1), (x2, y2)) = (share(pair[0]), share(pair[1]));
                    (x1.min(x2), x1.max(x2), y1.min(y2), y1.max(y2))
                })
                .collect();
            pieces
        })
        .collect()
}

fn meet(one: Area, other: Area) -> bool {
    one.0 < other.1 && other.0 < one.1 && one.2 < other.3 && other.2 < one.3
}

/// The chart of a treaty on a day, with its first step named.
fn treaty_chart(public: &[(Date, u64)], chosen: Date) -> String {
    let named = named_steps(public);
    assert_eq!(named.len(), 1, "{named:?}");
    step_chart(&StepChart {
        public,
        hindsight: &[],
        institutions: &[],
        named: &[Label {
            day: named[0].day,
            text: "1 Jul 2002: the first 60",
        }],
        chosen,
        complete_until: Some(date(2026, 5, 17)),
        today: date(2026, 11, 25),
        ..EXERCISE
    })
}

#[test]
fn a_chart_that_rises_by_sixty_at_once_has_its_words_beside_the_line() {
    for days in [1, 10, 60, 130] {
        let public = treaty(days);
        for chosen in [
            date(1998, 7, 17),
            date(2002, 6, 30),
            date(2002, 7, 1),
            date(2013, 10, 2),
            date(2026, 11, 25),
        ] {
            let svg = treaty_chart(&public, chosen);
            let placed = placed(&svg);
            let (words, area) = placed[0];
            assert_eq!(
                (words, placed.len()),
                ("1 Jul 2002: the first 60", 1),
                "one more every {days} days, {chosen}"
            );
            // 60 of 136 stand at 53.8%.
            assert!(area.0 < 25.0 && area.2 < 64.0, "the words stand near their step: {area:?}");
            for piece in drawn(&svg) {
                assert!(!meet(area, piece), "one more every {days} days, {chosen}: {area:?} on {piece:?}");
            }
        }
    }
}

#[test]
fn a_first_step_to_nothing_makes_the_chart_begin_on_its_day() {
    let svg = treaty_chart(&treaty(60), date(2013, 10, 2));
    assert!(svg.contains(">2000<"), "{svg}");
    // Counted from 1 January 1998; the chart is 136 high.
    assert_eq!(points(path(&svg, "l1"))[..4], [(0, 136), (197, 136), (1642, 136), (1642, 76)]);
}

#[test]
fn the_line_stands_at_round_counts_of_states_too_and_at_its_last_count() {
    let svg = treaty_chart(&treaty(60), date(2013, 10, 2));
    let figures = svg
        .split_once("<g class=\"soft halo\">")
        .expect("figures")
        .1
        .split_once("</g>")
        .expect("an end")
        .0;
    let figures: Vec<&str> = figures
        .split("</text>")
        .filter_map(|text| text.split_once('>'))
        .map(|(_, n)| n)
        .collect();
    assert_eq!(figures, ["50", "100"]);
    assert!(svg.contains(" text-anchor=\"end\">123</text>"), "{svg}");
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
