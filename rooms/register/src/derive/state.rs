//! The lists in which a State stands, day by day: its standing towards each treaty, its tie, what else binds it.

use super::{BOUND, TIE, listed, of_name, party_list, standing_list, tokens};
use crate::directory::Directory;
use crate::names::fold;
use crate::port::{Derived, Fact, Kept, NameToken, Recorded, Unit};
use crate::reading::FIRST_DAY;
use crate::state::{NO_TIE, StateFile, standing_on};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A list and a scope.
type Place = (String, String);

/// The rows of a State.
pub(super) fn derive(code: &str, entries: &[Recorded], law: &law::Pack) -> Derived {
    let unit = Unit::State(code.to_owned());
    let file = StateFile::of(code, entries, law);
    let directory = Directory::of(entries, law);
    let mut facts: Vec<Fact> = intervals(&file, law)
        .into_iter()
        .flat_map(|((list, scope), from, until)| listed(&unit, &list, &scope, from, (from, until), Kept::Both))
        .collect();
    facts.sort();
    Derived {
        facts,
        names: names(&unit, &directory),
    }
}

/// From when until before when the State stands in each place.
fn intervals(file: &StateFile, law: &law::Pack) -> Vec<(Place, Date, Option<Date>)> {
    let acts = file.all().flat_map(|row| row.acts().iter().filter_map(|act| act.counts_on));
    let mut days: BTreeSet<Date> = file.all().map(crate::files::Row::from).chain(acts).collect();
    let courses = law.treaties().iter().map(|treaty| file.course(law, &treaty.id));
    days.extend(courses.flatten().map(|turn| turn.from));
    let mut open: BTreeMap<Place, Date> = BTreeMap::new();
    let mut done = Vec::new();
    for day in days {
        let places = places_on(file, law, day);
        let gone: Vec<Place> = open.keys().filter(|place| !places.contains(*place)).cloned().collect();
        for place in gone {
            if let Some(from) = open.remove(&place) {
                done.push((place, from, Some(day)));
            }
        }
        for place in places {
            open.entry(place).or_insert(day);
        }
    }
    done.extend(open.into_iter().map(|(place, from)| (place, from, None)));
    done
}

fn places_on(file: &StateFile, law: &law::Pack, day: Date) -> BTreeSet<Place> {
    let mut places = BTreeSet::new();
    for treaty in law.treaties() {
        let course = file.course(law, &treaty.id);
        if let Some(standing) = standing_on(&course, day) {
            places.insert((standing_list(&treaty.id), standing.id.clone()));
            if standing.party {
                places.insert((party_list(&treaty.id), String::new()));
            }
        }
    }
    let tie = file.tie(law, day);
    if tie != NO_TIE {
        places.insert((TIE.to_owned(), tie.to_owned()));
    }
    places.extend(
        file.bound(law, day)
            .into_iter()
            .map(|(obligation, _)| (BOUND.to_owned(), obligation.id.clone())),
    );
    places
}

/// The State is found by every name that it bears or bore, and by its code.
fn names(unit: &Unit, directory: &Directory) -> Vec<NameToken> {
    let found = directory.all().flat_map(|state| {
        let from = Some(state.began.unwrap_or(FIRST_DAY));
        let names = state.all_names(FIRST_DAY).flat_map(|name| of_name(name)).chain(fold(&state.code));
        names.map(move |token| (token, from, from))
    });
    tokens(unit, found)
}
