//! What audiences mean: who a viewer is, what they may do, and the filter as data. Pure.
//!
//! Denied unless granted. Access is decided for now, always: dates asked for only take away from
//! what [`may`] leaves. A [`Viewer`] is made only here.

use record::audience::{Audience, Level};

/// Somebody who looks at the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    face: Face,
}

/// The faces under which derived tables are kept. Later viewers add to these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// What anybody may see.
    Public,
    /// What the owner of the folder sees at its shell: everything.
    Operator,
}

impl Viewer {
    /// Anybody, not signed in.
    pub fn public() -> Viewer {
        Viewer { face: Face::Public }
    }

    /// The shell of whoever owns the folder.
    pub fn operator() -> Viewer {
        Viewer { face: Face::Operator }
    }

    /// The face under which this viewer reads derived tables.
    pub fn face(&self) -> Face {
        self.face
    }
}

/// What a viewer may want to do with an entry. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// See it and all that is computed from it.
    Read,
    /// Add it to the record.
    Append,
}

/// The one decision. `audience` is that of the entry.
pub fn may(viewer: &Viewer, action: Action, audience: &Audience) -> bool {
    match (viewer.face, action) {
        (Face::Public, Action::Read) => audience.level == Level::Public,
        (Face::Public, Action::Append) => false,
        (Face::Operator, Action::Read | Action::Append) => true,
    }
}

/// The same decision as data, for the place in `store` that puts it on every query: the levels whose
/// entries the viewer may read. Held equal to [`may`] by a test.
pub fn readable_levels(viewer: &Viewer) -> &'static [Level] {
    match viewer.face {
        Face::Public => &[Level::Public],
        Face::Operator => &Level::ALL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_filter_says_what_the_decision_says() {
        for viewer in [Viewer::public(), Viewer::operator()] {
            for level in Level::ALL {
                let audience = Audience {
                    level,
                    list: vec![],
                    left_out: vec![],
                };
                assert_eq!(
                    may(&viewer, Action::Read, &audience),
                    readable_levels(&viewer).contains(&level),
                    "{viewer:?} {level:?}"
                );
            }
        }
    }

    #[test]
    fn the_public_reads_public_matter_only_and_writes_nothing() {
        for level in Level::ALL {
            let audience = Audience {
                level,
                list: vec![],
                left_out: vec![],
            };
            assert_eq!(may(&Viewer::public(), Action::Read, &audience), level == Level::Public);
            assert!(!may(&Viewer::public(), Action::Append, &audience));
        }
    }
}
