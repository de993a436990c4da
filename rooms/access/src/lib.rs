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

/// What a viewer may want to do with an entry, or with what lies at the desk. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// See it and all that is computed from it.
    Read,
    /// Add it to the record.
    Append,
    /// Hand it in at the desk, for an officer to read.
    HandIn,
    /// Read and close what was handed in at the desk.
    Handle,
}

/// The one decision. `audience` is that of the entry, or of what lies at the desk.
pub fn may(viewer: &Viewer, action: Action, audience: &Audience) -> bool {
    match (viewer.face, action) {
        (Face::Public, Action::Read) => audience.level == Level::Public,
        (Face::Public, Action::HandIn) => true,
        (Face::Public, Action::Append | Action::Handle) => false,
        (Face::Operator, Action::Read | Action::Append | Action::HandIn | Action::Handle) => true,
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

    #[test]
    fn anybody_may_hand_something_in_and_only_the_operator_reads_it() {
        for level in Level::ALL {
            let audience = Audience {
                level,
                list: vec![],
                left_out: vec![],
            };
            for (viewer, handles) in [(Viewer::public(), false), (Viewer::operator(), true)] {
                assert!(may(&viewer, Action::HandIn, &audience), "{viewer:?} {level:?}");
                assert_eq!(may(&viewer, Action::Handle, &audience), handles, "{viewer:?} {level:?}");
            }
        }
    }
}
