//! Cases of States and treaties: which acts, and which standing on which day.

use super::shows_and_expects;
use crate::raw::{RawTreatyCase, RawTreatyCaseAct, RawTreatyThen, Source};
use crate::read::NONE;
use crate::{Pack, PackFault, TREATY_ACTS, TreatyAct, Turn, WAYS_OF_JOINING};

/// Runs a case: all that is wrong with it or does not follow.
pub(super) fn run(pack: &Pack, source: &Source, case: &RawTreatyCase) -> Vec<PackFault> {
    let mut faults = shows_and_expects(pack, source, &case.shows, Some((&case.then, "standing")));
    let state = case.state.get_ref();
    if !(state.len() == 3 && state.starts_with('X') && state.bytes().all(|b| b.is_ascii_uppercase())) {
        faults.push(source.fault(&case.state, "cases are about no real State; name it XAA to XZZ"));
    }
    let treaty = case.treaty.get_ref();
    if pack.treaty(treaty).is_none() {
        let known: Vec<&str> = pack.treaties().iter().map(|treaty| treaty.id.as_str()).collect();
        let reason = format!("there is no treaty `{treaty}` in this pack; its treaties are {}", known.join(", "));
        faults.push(source.fault(&case.treaty, reason));
    }
    let mut acts = Vec::new();
    for raw in &case.acts {
        match act(pack, source, raw) {
            Ok(act) => acts.push(act),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() {
        let course = pack.course(treaty, &acts);
        let then = case.then.get_ref().iter();
        faults.extend(then.filter_map(|then| follows(pack, source, treaty, &course, then).err()));
    }
    faults
}

fn act<'a>(pack: &Pack, source: &Source, raw: &'a RawTreatyCaseAct) -> Result<TreatyAct<'a>, PackFault> {
    let kind = raw.act.get_ref().as_str();
    if !TREATY_ACTS.contains(&kind) {
        let reason = format!("`{kind}` is no act under a treaty; the acts are {}", TREATY_ACTS.join(", "));
        return Err(source.fault(&raw.act, reason));
    }
    if let Some(by) = raw.by.as_ref().filter(|by| !WAYS_OF_JOINING.contains(&by.get_ref().as_str())) {
        let ways = WAYS_OF_JOINING.join(", ");
        let reason = format!("`{}` is no way of joining a treaty; the ways are {ways}", by.get_ref());
        return Err(source.fault(by, reason));
    }
    Ok(TreatyAct {
        kind,
        by: raw.by.as_ref().map(|by| by.get_ref().as_str()),
        counts_on: pack.counts_on(source.day(&raw.on)?),
        stated: raw.stated.as_ref().map(|day| source.day(day)).transpose()?,
    })
}

/// Whether the standing that is expected on a day follows; the fault says which follows instead.
fn follows(pack: &Pack, source: &Source, treaty: &str, course: &[Turn], then: &RawTreatyThen) -> Result<(), PackFault> {
    let expected = then.standing.get_ref();
    if expected != NONE && !pack.standings(treaty).iter().any(|standing| standing.id == *expected) {
        let known: Vec<&str> = pack.standings(treaty).iter().map(|standing| standing.id.as_str()).collect();
        let reason = format!(
            "`{expected}` is no standing under `{treaty}`; write one of {}, or none",
            known.join(", ")
        );
        return Err(source.fault(&then.standing, reason));
    }
    let day = source.day(&then.as_at)?;
    let found = course
        .iter()
        .rfind(|turn| turn.from <= day)
        .map_or(NONE, |turn| turn.standing.id.as_str());
    if found == expected {
        return Ok(());
    }
    let reason = format!("as at {day} the case expects `{expected}`, but by the rules it is `{found}`; mend the one or the other");
    Err(source.fault(&then.standing, reason))
}
