//! The ground on which a State is asked: what it was, by the law, on the day of the request.

use crate::Pack;

/// A ground on which a request rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Id: `party`, `council`.
    pub id: String,
    /// Key of its name in the pack's texts: `law-ground-` and the id.
    pub text_key: String,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// Ids of the rules by which it takes a request in a working language where it made no choice.
    pub languages_rest_on: Vec<String>,
    /// Standings under a treaty that give it: treaty, and the ids of the standings.
    pub(crate) standings: Option<(String, Vec<String>)>,
    pub(crate) obligation: Option<String>,
}

impl Ground {
    /// Whether the State is bound by a treaty where this is the ground.
    pub(crate) fn is_of_a_treaty(&self) -> bool {
        self.standings.is_some()
    }
}

impl Pack {
    /// The grounds, in the order in which they are tried.
    pub fn grounds(&self) -> &[Ground] {
        &self.requests.grounds
    }

    /// The ground of an id.
    pub fn ground(&self, id: &str) -> Option<&Ground> {
        self.requests.grounds.iter().find(|ground| ground.id == id)
    }

    /// The ground on which a State is asked: the first, in the order of the pack, that one of its standings
    /// (treaty and id of the standing, as of the day of the request) or one of its obligations gives. A ground that
    /// names neither is open towards any State.
    pub fn ground_of(&self, standings: &[(&str, &str)], obligations: &[&str]) -> Option<&Ground> {
        let gives = |ground: &&Ground| match (&ground.standings, &ground.obligation) {
            (Some((treaty, ids)), _) => standings.iter().any(|(t, id)| t == treaty && ids.iter().any(|i| i == id)),
            (None, Some(obligation)) => obligations.contains(&obligation.as_str()),
            (None, None) => true,
        };
        self.requests.grounds.iter().find(gives)
    }
}
