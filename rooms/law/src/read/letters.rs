//! The letters by which the Court tells a State of what it did in a request.

use super::Reader;
use crate::raw::{RawRequestMove, RawUse, Source};
use toml::Spanned;

impl Reader {
    /// A letter tells the State of an act of the Court, and says what that act carries.
    pub(super) fn letter(&mut self, source: &Source, raw: &RawRequestMove, of_the_state: bool) {
        let Some(letter) = &raw.letter else { return };
        let within = raw.within_the_court.as_ref().is_some_and(|within| *within.get_ref());
        if of_the_state || within || raw.sends || raw.carries_request || raw.signs {
            let reason = format!(
                "the move `{}` has no letter: it is the State's, stays within the Court, or is about the request, which has documents of its own; leave out `letter`",
                raw.id.get_ref()
            );
            self.faults.push(source.fault(letter, reason));
        }
        for (at, word) in letter.get_ref().iter().enumerate() {
            if letter.get_ref().iter().take(at).any(|before| before.get_ref() == word.get_ref()) {
                let reason = format!("the letter says `{}` twice; keep one", word.get_ref());
                self.faults.push(source.fault(word, reason));
            }
            self.is_carried(source, word, &raw.carries, None);
            let inside = |used: &Spanned<RawUse>| used.get_ref().inside && used.get_ref().id.get_ref() == word.get_ref();
            if raw.carries.iter().any(inside) {
                let reason = format!(
                    "`{}` stays within the Court, and no letter says it; take one of the two out",
                    word.get_ref()
                );
                self.faults.push(source.fault(word, reason));
            }
        }
    }
}
