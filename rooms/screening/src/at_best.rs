//! What two names can score at most, as far as their words were set against each other.

use crate::order::{larger, smaller};
use crate::score::{BESIDES, EVIDENCE, INSTEAD, ONE_WORD, PARTLY, SAME_NAME};

/// What two names have in common at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AtBest {
    /// What words weigh that match, at most, and what is not alike in them, at least.
    pub matched: f32,
    pub partial: f32,
    /// What words weigh that are left over in each name, at least.
    pub left: (f32, f32),
    /// How much tells for one person, at most.
    pub tells: f32,
    /// How many pairs of words match, at most.
    pub pairs: usize,
    /// As many words may match in one name as in the other.
    pub all_may_match: bool,
    /// Whether names proper are left over in each.
    pub names_left: (bool, bool),
}

impl AtBest {
    /// Of names that share a number that tells by itself.
    pub const SAME_NUMBER: AtBest = AtBest {
        matched: 1.0,
        partial: 0.0,
        left: (0.0, 0.0),
        tells: f32::MAX,
        pairs: 1,
        all_may_match: false,
        names_left: (false, false),
    };

    /// What stands against a match, weighed.
    fn against(&self) -> f32 {
        let against = smaller(self.left.0, self.left.1);
        INSTEAD * against + BESIDES * (larger(self.left.0, self.left.1) - against)
    }

    fn one_of_several(&self) -> bool {
        self.pairs == 1 && self.names_left != (false, false)
    }

    /// Whether the names may score so much.
    #[inline]
    pub fn reaches(&self, least: f32) -> bool {
        if self.matched <= 0.0 {
            return least <= 0.0;
        }
        if self.names_left == (false, false) && SAME_NAME >= least {
            return true;
        }
        let mut score = self.matched / (self.matched + PARTLY * self.partial + self.against());
        if self.one_of_several() {
            score *= ONE_WORD;
        }
        score >= least && score * telling(self.tells) >= least
    }

    /// How much of its weight must count of a pair of words for the names to reach a score, if the pair counts in full in what
    /// they have in common at best.
    #[inline]
    pub fn credit_for(&self, least: f32, weight: f32) -> f32 {
        if !self.all_may_match || least <= 0.0 {
            return 0.0;
        }
        let ratio = least / telling(self.tells) / if self.one_of_several() { ONE_WORD } else { 1.0 };
        let spare = self.matched - ratio * (self.matched + PARTLY * self.partial + self.against());
        (1.0 - spare / (weight * (1.0 - ratio * (1.0 - PARTLY)).max(f32::EPSILON))).clamp(0.0, 1.0)
    }
}

/// What part of the score is given where so much tells for one person.
#[inline]
pub(crate) fn telling(tells: f32) -> f32 {
    1.0 - (-tells / EVIDENCE).exp()
}
