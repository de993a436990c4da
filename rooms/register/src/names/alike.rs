//! Names compared by the kernel of the room `screening`, as a search asks it.

use screening::{Commonness, Explanation, Hit, Row, Scratch, Screen, Watched};

/// The least score at which a name answers. Who searches looks for somebody under the one word of a name that they
/// caught, which the kernel holds for less than likely (0.7): one of three words that differs by a letter has 0.4.
const LEAST: f32 = 0.35;

/// The best of some names for what was asked.
pub(crate) struct Alike<'n> {
    /// The name.
    pub name: &'n str,
    /// From [`LEAST`] to 1.
    pub score: f32,
    /// Which words are alike and how.
    pub explanation: Explanation,
}

impl Alike<'_> {
    /// The score in hundredths, as it is shown.
    pub fn percent(&self) -> u8 {
        // From 0 to 100, so that nothing is cut off.
        (self.score * 100.0).round() as u8
    }
}

/// Which of the names of one person, State or situation is nearest to what was asked; none where none is near. How
/// common words are makes no difference, so that no answer tells of names that the reader may not see.
pub(crate) fn alike<'n>(asked: &str, names: &[&'n str]) -> Option<Alike<'n>> {
    let (name, aliases) = names.split_first()?;
    let watched = Watched {
        name: (*name).to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        ..Watched::default()
    };
    let screen = Screen::new(vec![watched], &Commonness::new());
    let row = Row {
        names: &[asked],
        born_on: None,
        nationality: None,
        gender: None,
    };
    let mut hits: Vec<Hit> = Vec::new();
    screen.find(&row, LEAST, &mut Scratch::new(), &mut hits);
    let hit = hits.first()?;
    Some(Alike {
        name: names.get(usize::from(hit.watch_name))?,
        score: hit.score,
        explanation: screen.explain(&row, hit),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::*;

    const FORMS: [&str; 3] = ["Exercise Ekzarov-Maru", "Ekzarov", "Экзаров Марю"];

    #[test]
    fn the_nearest_form_answers_and_it_is_said_why() {
        let found = alike("Maru Eksarow", &FORMS).expect("near");
        assert!(found.score >= LEAST);
        let words: Vec<&str> = found.explanation.matched.iter().map(|matched| matched.row.as_str()).collect();
        assert_eq!(words, ["Maru", "Eksarow"]);
    }

    #[test]
    fn nothing_answers_to_what_is_not_like_it_or_to_nothing() {
        for asked in ["Xylophon", "", "…", "a", &"x".repeat(10_000)] {
            assert!(alike(asked, &FORMS).is_none(), "{asked}");
        }
        assert!(alike("Ekzarov", &[]).is_none());
    }
}
