//! What the world map shows, and how it is written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod markup;

use markup::{values, well_formed};
use reports::{MapState, Tie, WorldMap, world_map};
use std::collections::BTreeSet;

const STATES: &str = include_str!("../../../data/public-record/states.csv");
const GEOMETRY: &str = include_str!("../../../data/map/world.csv");
const TIES: [(Tie, &str); 5] = [
    (Tie::Both, "m3"),
    (Tie::StatuteOnly, "m2"),
    (Tie::Signed, "m1"),
    (Tie::None, "m0"),
    (Tie::Unknown, "mu"),
];

/// Code and tie of each State of the list; the ties in turn, so that each stands on areas and on dots.
fn everybody() -> Vec<(&'static str, Tie)> {
    STATES
        .lines()
        .skip(1)
        .zip(TIES.iter().cycle())
        .map(|(line, (tie, _))| (line.split(',').next().unwrap(), *tie))
        .collect()
}

/// The map with these States, each titled with its code and the name of its tie.
fn map_of(states: &[(&str, Tie)]) -> String {
    let words: Vec<(String, String)> = states
        .iter()
        .map(|(code, tie)| (format!("/en/state/{code}?as_at=2013-10-02"), format!("{code}: {tie:?}")))
        .collect();
    let states: Vec<MapState> = states
        .iter()
        .zip(&words)
        .map(|(&(code, tie), (href, title))| MapState { code, tie, href, title })
        .collect();
    world_map(&WorldMap {
        id: "map",
        title: "How States were bound",
        states: &states,
    })
}

/// The line of the geometry about an area: x, y and path.
fn geometry(area: &str) -> [&'static str; 3] {
    let mut fields = GEOMETRY
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{area},")))
        .unwrap()
        .split(',');
    [fields.next().unwrap(), fields.next().unwrap(), fields.next().unwrap()]
}

#[test]
fn every_state_of_the_list_is_drawn_once_and_leads_to_its_profile() {
    let everybody = everybody();
    let svg = map_of(&everybody);
    assert_eq!(everybody.len(), 196);
    assert_eq!(values(&svg, "href").len(), 196);
    for (code, _) in &everybody {
        let link = format!("<a href=\"/en/state/{code}?as_at=2013-10-02\" tabindex=\"-1\"><title>{code}: ");
        assert_eq!(svg.matches(&link).count(), 1, "{code}");
        let [x, y, path] = geometry(code);
        let shape = if path.is_empty() {
            format!("<circle cx=\"{x}\" cy=\"{y}\" ")
        } else {
            format!("<path d=\"{path}\"/>")
        };
        let after = svg.split_once(&link).unwrap().1.split_once("</title>").unwrap().1;
        assert!(after.starts_with(&shape), "{code}: {}", &after[..60]);
    }
}

#[test]
fn the_geometry_knows_no_state_but_those_of_the_list() {
    let drawn: BTreeSet<&str> = GEOMETRY.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    let listed: BTreeSet<&str> = everybody().into_iter().map(|(code, _)| code).chain(["other", "world"]).collect();
    assert_eq!(drawn, listed);
    assert_eq!(GEOMETRY.lines().count(), drawn.len() + 1, "no area has two lines");
}

#[test]
fn a_tie_is_said_by_class_and_in_words() {
    let svg = map_of(&everybody());
    for (code, tie) in everybody() {
        let group = svg
            .split("<g class=\"")
            .find(|group| group.contains(&format!("/{code}?")))
            .expect("a group");
        let class = TIES.iter().find(|(of, _)| *of == tie).unwrap().1;
        assert!(group.starts_with(&format!("{class}\"")), "{code}");
        assert!(group.contains(&format!("<title>{code}: {tie:?}</title>")), "{code}");
    }
}

#[test]
fn a_position_that_is_not_known_is_hatched_and_no_other_is() {
    let svg = map_of(&[("FRA", Tie::Both), ("XKX", Tie::None), ("MLT", Tie::Unknown)]);
    assert!(svg.contains("<pattern id=\"map-unknown\""), "{svg}");
    assert_eq!(
        svg.matches("<g class=\"mu\" fill=\"url(#map-unknown)\"><a href=\"/en/state/MLT")
            .count(),
        1
    );
    assert_eq!(values(&svg, "fill").len(), 1);
    assert!(!map_of(&[("FRA", Tie::Both)]).contains("pattern"));
}

#[test]
fn a_state_that_is_not_shown_is_drawn_as_other_land_and_not_linked() {
    let without: Vec<(&str, Tie)> = everybody().into_iter().filter(|(code, _)| *code != "SSD").collect();
    let (with, without) = (map_of(&everybody()), map_of(&without));
    let other = |svg: &str| values(svg, "d")[0].to_owned();
    assert_eq!(other(&without), format!("{}{}", other(&with), geometry("SSD")[2]));
    assert!(with.contains("/SSD?") && !without.contains("/SSD?"));
    // A dot stands for a State only; there is nothing else to draw in its place.
    let without: Vec<(&str, Tie)> = everybody().into_iter().filter(|(code, _)| *code != "MLT").collect();
    let without = map_of(&without);
    assert_eq!(other(&without), other(&with));
    assert_eq!(without.matches("<circle").count() + 1, with.matches("<circle").count());
}

#[test]
fn a_code_that_the_map_does_not_know_is_left_out() {
    let svg = map_of(&[("XAA", Tie::Both), ("FRA", Tie::Both)]);
    assert!(!svg.contains("XAA") && svg.contains("/FRA?"), "{svg}");
}

#[test]
fn dots_lie_over_all_land_and_none_over_another() {
    let svg = map_of(&everybody());
    assert!(svg.rfind("<path d=").unwrap() < svg.find("<circle").unwrap());
    let dots: Vec<(f64, f64)> = values(&svg, "cx")
        .into_iter()
        .zip(values(&svg, "cy"))
        .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
        .collect();
    assert_eq!(values(&svg, "r"), vec!["3"; dots.len()]);
    for (i, one) in dots.iter().enumerate() {
        for other in &dots[i + 1..] {
            let distance = (one.0 - other.0).hypot(one.1 - other.1);
            assert!(distance > 6.0, "{one:?} and {other:?} are {distance} apart");
        }
    }
}

/// All points of a path of moves and relative lines.
fn points(path: &str) -> Vec<(i64, i64)> {
    let mut points = Vec::new();
    for ring in path.split_terminator('z') {
        let (start, lines) = ring.strip_prefix('M').and_then(|ring| ring.split_once('l')).expect("M…l…z");
        let numbers = |text: &str| -> Vec<i64> {
            let spaced = text.replace('-', " -");
            spaced
                .split_whitespace()
                .map(|number| number.parse().expect("a whole number"))
                .collect()
        };
        let mut at = (0, 0);
        for pair in numbers(start).chunks(2).chain(numbers(lines).chunks(2)) {
            at = (at.0 + pair[0], at.1 + pair[1]);
            points.push(at);
        }
    }
    points
}

#[test]
fn all_that_is_drawn_lies_inside_the_drawing() {
    let svg = map_of(&everybody());
    let [width, height, _] = geometry("world");
    assert_eq!(values(&svg, "viewBox"), [format!("0 0 {width} {height}")]);
    let [width, height] = [width, height].map(|text| text.parse::<i64>().unwrap());
    for path in values(&svg, "d").into_iter().filter(|path| path.contains('z')) {
        for (x, y) in points(path) {
            assert!((0..=width).contains(&x) && (0..=height).contains(&y), "{x} {y} of {path}");
        }
    }
    for (x, y) in values(&svg, "cx").into_iter().zip(values(&svg, "cy")) {
        let [x, y] = [x, y].map(|text| text.parse::<f64>().unwrap());
        #[expect(clippy::cast_precision_loss, reason = "a thousand units")]
        let inside = (3.0..=width as f64 - 3.0).contains(&x) && (3.0..=height as f64 - 3.0).contains(&y);
        assert!(inside, "{x} {y}");
    }
}

/// Whether a point of the drawing lies within an area: by how often a ray from it meets the outline.
fn holds(path: &str, (x, y): (f64, f64)) -> bool {
    let mut inside = false;
    for ring in path.split_terminator('z') {
        let corners = points(&format!("{ring}z"));
        for (i, &(x1, y1)) in corners.iter().enumerate() {
            let (x2, y2) = corners[(i + 1) % corners.len()];
            #[expect(clippy::cast_precision_loss, reason = "a thousand units")]
            let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(|value| value as f64);
            if (y1 > y) != (y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) {
                inside = !inside;
            }
        }
    }
    inside
}

/// Where a place lies from the middle of the drawing's equator: the Equal Earth projection (Šavrič, Patterson
/// and Jenny, 2018), the world on a width of 1000, with 11° E in the middle.
fn projected(longitude: f64, latitude: f64) -> (f64, f64) {
    let place = |longitude: f64, latitude: f64| {
        let root = 3f64.sqrt() / 2.0;
        let t = (root * latitude.to_radians().sin()).asin();
        let [a, b, c, d] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
        let slope = a + 3.0 * b * t.powi(2) + 7.0 * c * t.powi(6) + 9.0 * d * t.powi(8);
        let x = longitude.to_radians() * t.cos() / (root * slope);
        (x, a * t + b * t.powi(3) + c * t.powi(7) + d * t.powi(9))
    };
    let scale = 500.0 / place(180.0, 0.0).0;
    let (x, y) = place(longitude - 11.0, latitude);
    (x * scale, -y * scale)
}

#[test]
fn land_is_drawn_with_the_state_that_the_united_nations_names_and_not_by_control_on_the_ground() {
    // Nauru lies alone, so its dot stands where it is.
    let [x, y, _] = geometry("NRU").map(|text| text.parse::<f64>().unwrap_or_default());
    let nauru = projected(166.93, -0.53);
    let cases = [
        ("Simferopol", (34.1, 45.1), "UKR"),
        ("Krasnodar", (38.98, 45.04), "RUS"),
        ("Hargeisa", (44.06, 9.56), "SOM"),
        ("Agadir", (-9.3, 30.4), "MAR"),
        ("Smara", (-11.67, 26.74), "other"),
        ("Bir Lehlou", (-9.58, 26.35), "other"),
        ("Pristina", (21.16, 42.66), "other"),
        ("Taichung", (120.9, 24.0), "other"),
    ];
    for (name, (longitude, latitude), area) in cases {
        let place = projected(longitude, latitude);
        let place = (place.0 - nauru.0 + x, place.1 - nauru.1 + y);
        let areas = GEOMETRY.lines().filter_map(|line| line.split_once(",,,"));
        let holders: Vec<&str> = areas.filter(|(_, path)| holds(path, place)).map(|(area, _)| area).collect();
        assert_eq!(holders, [area], "{name}");
    }
}

#[test]
fn words_and_addresses_are_written_as_text_and_not_as_markup() {
    let svg = world_map(&WorldMap {
        id: "a\"b",
        title: "<b>\"A&B\"</b>",
        states: &[MapState {
            code: "FRA",
            tie: Tie::Unknown,
            href: "/?a=1&b=\"2\"",
            title: "<i>",
        }],
    });
    assert!(svg.contains("aria-label=\"&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;\""), "{svg}");
    assert!(
        svg.contains("<a href=\"/?a=1&amp;b=&quot;2&quot;\" tabindex=\"-1\"><title>&lt;i&gt;</title>"),
        "{svg}"
    );
    assert!(
        svg.contains("id=\"a&quot;b-unknown\"") && svg.contains("url(#a&quot;b-unknown)"),
        "{svg}"
    );
    assert!(well_formed(&svg), "{svg}");
}

#[test]
fn a_map_of_everybody_is_well_formed_has_no_id_twice_and_stays_under_sixty_thousand_bytes() {
    let svg = map_of(&everybody());
    assert!(well_formed(&svg));
    assert_eq!(values(&svg, "id"), ["map-unknown"]);
    assert!(!svg.contains("NaN") && !svg.contains("undefined") && !svg.contains('\n'));
    assert!(svg.len() < 60_000, "{} bytes", svg.len());
}

#[test]
fn links_are_out_of_the_way_of_keyboard_and_screen_reader() {
    let svg = map_of(&everybody());
    assert_eq!(values(&svg, "tabindex"), vec!["-1"; 196]);
    let links = svg.split_once("<g aria-hidden=\"true\">").expect("what is hidden").1;
    assert_eq!(values(links, "href").len(), 196);
    assert!(svg.contains(" role=\"img\" aria-label=\"How States were bound\" "));
}
