//! Who may know an entry now: its own audience, as later acts in its matter narrowed or opened it.
//!
//! An entry is never changed. A matter is closed further by `matter.narrowed`, opened by `matter.unsealed`, and
//! closed after it was public by mistake by `matter.withdrawn-from-public`; the audience of the act is the one that
//! the matter has from then on.

use crate::kinds;
use record::audience::{Audience, Level, Reader};
use record::entry::Draft;
use record::json::Value;

/// An act that narrows or opens its matter, at its place in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// Place in the order of recording.
    pub position: u64,
    /// Whether it opens the matter; else it closes it further.
    pub opens: bool,
    /// What the matter is opened or closed to.
    pub to: Audience,
    /// The audience that an opening opens from: what has another by then stays as it is, whether whoever opened the
    /// matter saw it or not. None: whatever is narrower.
    pub from: Option<Audience>,
}

/// The member of the body of an opening that says from which audience it opens.
pub const FROM: &str = "from";

/// Whether entries of a kind narrow or open their matter.
pub fn is_closing(kind: &str) -> bool {
    [kinds::NARROWED, kinds::UNSEALED, kinds::WITHDRAWN_FROM_PUBLIC].contains(&kind)
}

impl Closing {
    /// The act that an entry is, if it is one.
    pub fn of(entry: &Draft, position: u64) -> Option<Closing> {
        is_closing(&entry.kind).then(|| Closing {
            position,
            opens: entry.kind == kinds::UNSEALED,
            to: entry.audience.clone(),
            from: match entry.body.get(FROM) {
                Some(Value::Object(from)) => Audience::from_object(from).ok(),
                _ => None,
            },
        })
    }

    /// Whether an opening is of what has this audience when it comes.
    fn opens_what_has(&self, audience: &Audience) -> bool {
        self.from.as_ref().is_none_or(|from| is_same(from, audience))
    }
}

/// The audience that a fact has now. `closings` are the acts in its matter, in the order of recording.
///
/// What opens a matter opens what was recorded in it before; what comes later says itself whom it lets in. What
/// narrows it narrows all of it, until it is opened again, and then to those whom the opening lets in.
pub fn audience_now(own: &Audience, position: u64, closings: &[Closing]) -> Audience {
    let (mut open, mut narrowed) = (own.clone(), None);
    for closing in closings {
        if closing.opens {
            let now = narrowed.as_ref().map_or_else(|| open.clone(), |narrowed| common(&open, narrowed));
            if !closing.opens_what_has(&now) {
                continue;
            }
            // It opens so far and no further: what was narrowed comes back to those alone whom it lets in.
            narrowed = narrowed
                .filter(|_| closing.to.level != Level::Public)
                .map(|_: Audience| closing.to.clone());
            if closing.position > position && closing.to.at_least_as_wide_as(&open) {
                open = with_originator(&closing.to, own);
            }
        } else {
            narrowed = Some(match narrowed {
                None => closing.to.clone(),
                Some(before) => common(&before, &closing.to),
            });
        }
    }
    // An act that closes its matter is known to those to whom it closes it.
    match narrowed {
        None => open,
        Some(narrowed) => with_originator(&common(&open, &narrowed), own),
    }
}

/// The audience that an entry has now. What is recorded of people in a matter (who has it, who asked for it in an
/// emergency and why) is closed with the matter, and not opened with it: a decision to make an instrument public
/// does not make public who worked on it.
pub fn of_entry(entry: &Draft, position: u64, closings: &[Closing]) -> Audience {
    if !kinds::PEOPLE.contains(&entry.kind.as_str()) {
        return audience_now(&entry.audience, position, closings);
    }
    let narrowing: Vec<Closing> = closings.iter().filter(|closing| !closing.opens).cloned().collect();
    audience_now(&entry.audience, position, &narrowing)
}

/// Whether two audiences let in the same, whoever they come from.
pub fn is_same(one: &Audience, other: &Audience) -> bool {
    (one.level, &one.list, &one.left_out) == (other.level, &other.list, &other.left_out)
}

/// From whom an entry comes does not change with who may know it.
fn with_originator(audience: &Audience, own: &Audience) -> Audience {
    Audience {
        originator: own.originator.clone().or_else(|| audience.originator.clone()),
        ..audience.clone()
    }
}

/// Those who are in both audiences, as far as their words tell.
fn common(a: &Audience, b: &Audience) -> Audience {
    if a.at_least_as_wide_as(b) {
        return b.clone();
    }
    if b.at_least_as_wide_as(a) {
        return a.clone();
    }
    let covered = |by: &Audience, reader: &&Reader| by.list.iter().any(|wider| wider.covers(reader));
    let in_both = a.list.iter().filter(|reader| covered(b, reader));
    let in_both = in_both.chain(b.list.iter().filter(|reader| covered(a, reader))).cloned();
    let level = a.level.max(b.level);
    let originator = a.originator.clone().or_else(|| b.originator.clone());
    let left_out = a.left_out.iter().chain(&b.left_out).cloned();
    Audience {
        originator,
        ..Audience::of(level, Reader::Organ(record::audience::Organ::Registry), in_both).without(left_out)
    }
}

#[cfg(test)]
#[path = "closing_tests.rs"]
mod tests;
