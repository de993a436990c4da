//! The pages where no State is meant, or the State did not exist yet on the day.

use super::elsewhere;
use crate::address::Place;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use jiff::civil::Date;
use register::directory::StateRef;

/// The page for a name that no State bears.
pub(crate) fn unknown_page(mut l: Layout, words: &str, near: &[StateRef]) -> elsewhere::Page {
    l.title = l.t("state-unknown-title");
    l.entry = Entry::States;
    let head = l.w.say("state-unknown-head", &[("given", Markup::name(words).into())]);
    let key = if near.is_empty() {
        "state-unknown-text"
    } else {
        "state-unknown-near"
    };
    let text = Markup::text(&l.t(key));
    let near = near.iter().map(|state| (l.state(&state.code), l.w.state(state)));
    let all = (l.to(Place::States), Markup::text(&l.t("state-unknown-all")));
    let ways = near.chain([all]).collect();
    elsewhere::page(l, head, text, ways)
}

/// The page for a day before the State existed. Nothing lies at the address on that day, so it is no success; but that
/// the State will be there is no secret, so the page says more than that nothing is.
pub(crate) fn not_yet_page(mut l: Layout, state: &StateRef, began: Date) -> elsewhere::Page {
    l.title = l.t("state-not-yet-title");
    l.entry = Entry::States;
    let w = &l.w;
    let day = w.day(began);
    let head = w.say("state-not-yet-head", &[("state", w.state(state).into())]);
    let text = w.say("state-not-yet-text", &[("day", (&day).into()), ("asked", w.day(l.as_at).into())]);
    let ways = vec![(l.at_day(began), w.say("state-not-yet-way", &[("day", day.into())]))];
    elsewhere::page(l, head, text, ways)
}
