//! The one place where the audience of a viewer becomes the filter of a statement.
//!
//! Every statement that reads entries for a viewer calls [`push_levels`]; every statement that reads
//! derived rows binds [`faces_of`].

use crate::sql::Statement;
use access::{Face, Viewer};
use record::audience::Level;

/// Adds `column IN (…)` with the levels that the viewer may read.
pub(crate) fn push_levels(query: &mut Statement, column: &'static str, viewer: &Viewer) {
    query.push(column).push(" IN (");
    query.push_list(access::readable_levels(viewer).iter().map(|level| level_number(*level)));
    query.push(")");
}

/// The number under which a level is stored: its place in [`Level::ALL`].
pub(crate) fn level_number(level: Level) -> i64 {
    match level {
        Level::Public => 0,
        Level::Restricted => 1,
        Level::Confidential => 2,
        Level::UnderSeal => 3,
    }
}

/// The level of a stored number.
pub(crate) fn level_of(number: i64) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level_number(*level) == number)
}

/// The word for derived rows that are the same under every face.
pub(crate) const EVERY_FACE: &str = "every";

/// The word for derived rows of a face alone.
pub(crate) fn face_word(face: Face) -> &'static str {
    match face {
        Face::Public => "public",
        Face::Operator => "operator",
    }
}

/// The two words under which the derived rows stand that a viewer may read: read tables hold what is public, and
/// that is everybody's.
pub(crate) fn faces_of(_: &Viewer) -> [&'static str; 2] {
    [EVERY_FACE, face_word(Face::Public)]
}

/// The viewer for whom a face's rows are derived.
pub(crate) fn viewer_of(face: Face) -> Viewer {
    match face {
        Face::Public => Viewer::public(),
        Face::Operator => Viewer::operator(),
    }
}
