//! The versions of a draft as people remember them: a draft that saves itself has one every few seconds.

use super::merge::changed;
use super::{Part, Version};
use jiff::{SignedDuration, Timestamp};
use record::entry::Author;

/// How long somebody may pause within a sitting.
const PAUSE: SignedDuration = SignedDuration::from_mins(15);

/// What one person typed in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Its first version.
    pub first: u64,
    /// Its last version, by which it is opened and compared.
    pub last: u64,
    /// Set where it stands beside: the version that was current and that it contradicts.
    pub beside: Option<u64>,
    /// Versions that were brought together with what was typed.
    pub joins: Vec<u64>,
    /// By whom.
    pub by: Author,
    /// When it was saved last.
    pub at: Timestamp,
    /// What it changed.
    pub changed: Vec<Part>,
}

/// The sittings in which versions were typed, in the order of the versions, which are given in that of their numbers.
/// A sitting is of one person, who typed each version over the one before it and paused for fifteen minutes at most.
/// Whatever joins versions, or stands beside, begins a sitting of its own.
pub fn sittings(versions: &[Version]) -> Vec<Sitting> {
    let mut sittings: Vec<(Sitting, Option<&Version>)> = Vec::new();
    for version in versions {
        let over = versions.iter().find(|other| other.number == version.from);
        if let Some((sitting, begun_over)) = sittings.last_mut()
            && goes_on(sitting, version)
        {
            (sitting.last, sitting.at) = (version.number, version.at);
            sitting.changed = changed_over(*begun_over, version);
            continue;
        }
        let sitting = Sitting {
            first: version.number,
            last: version.number,
            beside: version.beside,
            joins: version.joins.clone(),
            by: version.by.clone(),
            at: version.at,
            changed: changed_over(over, version),
        };
        sittings.push((sitting, over));
    }
    sittings.into_iter().map(|(sitting, _)| sitting).collect()
}

/// What each version changed in the one over which it was typed, of versions in the order of their numbers.
pub fn changes(versions: &[Version]) -> Vec<Vec<Part>> {
    let over = |version: &Version| versions.iter().find(|other| other.number == version.from);
    versions.iter().map(|version| changed_over(over(version), version)).collect()
}

fn goes_on(sitting: &Sitting, version: &Version) -> bool {
    version.from == sitting.last
        && version.by == sitting.by
        && version.joins.is_empty()
        && version.beside.is_none()
        && sitting.beside.is_none()
        && version.at.duration_since(sitting.at) <= PAUSE
}

/// What a version changed in the one over which it was typed; everything in the first.
fn changed_over(over: Option<&Version>, version: &Version) -> Vec<Part> {
    match over {
        Some(over) => changed(&over.content, &version.content),
        None => version.content.parts().into_keys().collect(),
    }
}

#[cfg(test)]
#[path = "sitting_tests.rs"]
mod tests;
