//! Any list and any row are answered: no score is outside 0 to 1, and each hit is explained on one line. The first line of the
//! text is the row's, those below are names that are watched.
#![no_main]

use libfuzzer_sys::fuzz_target;
use screening::{Commonness, Language, Row, Scratch, Screen, Watched};

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let name = lines.next().unwrap_or_default();
    let watch: Vec<Watched> = lines.map(|name| Watched { name: name.to_owned(), ..Watched::default() }).collect();
    let mut common = Commonness::new();
    watch.iter().for_each(|watched| common.learn_watched(watched));
    let screen = Screen::new(watch, &common);
    let row = Row { names: &[name], born_on: Some(name), nationality: Some(name), gender: Some(name) };
    let (mut scratch, mut hits, mut again) = (Scratch::new(), Vec::new(), Vec::new());
    screen.find(&row, 0.0, &mut scratch, &mut hits);
    screen.find(&row, 0.0, &mut scratch, &mut again);
    assert_eq!(hits, again);
    for hit in hits {
        assert!((0.0..=1.0).contains(&hit.score));
        let words = screen.explain(&row, &hit).words(Language::French);
        assert!(!words.is_empty() && !words.contains(['\n', '\r']));
    }
});
