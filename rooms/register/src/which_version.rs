//! Which version somebody writes of what a State has in versions: an authority of its directory, a need of its law.

/// Which entry somebody writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhichVersion {
    /// The first of something of this State (alpha-3).
    New {
        /// Its State.
        state: String,
    },
    /// Another version from a day on: something changed.
    Changed {
        /// Its matter.
        matter: String,
        /// The version that its author had before them.
        saw: String,
    },
    /// A version was written wrongly.
    Mistake {
        /// Its matter.
        matter: String,
        /// The version that is wrong.
        saw: String,
        /// What was wrong with it.
        reason: String,
    },
}
