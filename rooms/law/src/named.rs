//! The named functions: what of a request cannot be said as a condition. Each is described at the end of
//! `docs/law-packs.md`; a pack says beside which element it stands.

use crate::count::plus;
use crate::findings::{Circumstances, Finding, FindingKind, StateCircumstances};
use crate::form::{Check, Element};
use crate::sending::Confirmation;
use crate::values::Values;
use crate::{Pack, sending, translations};

/// Runs a named function beside an element.
pub(crate) fn run(pack: &Pack, check: &Check, element: &Element, values: &Values, c: &Circumstances, findings: &mut Vec<Finding>) {
    match check {
        Check::AcceptedLanguage { working, confirmation } => {
            if let Some(state) = to_ask(confirmation.as_ref(), values, c) {
                findings.extend(accepted_language(pack, working, element, values, state));
            }
        }
        Check::Translated { working, confirmation } => {
            if let Some(state) = to_ask(confirmation.as_ref(), values, c) {
                findings.extend(translations::translated(pack, working, element, values, state));
            }
        }
        Check::AcceptedChannel(channels) => findings.extend(sending::accepted_channel(pack, channels, element, values, c)),
        Check::FormalMedium(media) => findings.extend(sending::formal_medium(media, element, values)),
        Check::NotBeforeSending => findings.extend(sending::not_before_sending(element, values, c)),
        Check::AnotherState => findings.extend(another_state(element, values, c)),
        Check::StateNeeds => {
            if let Some(state) = &c.state {
                findings.extend(state_needs(element, values, state));
            }
        }
        Check::InTime { deadline, days } => findings.extend(in_time(pack, (deadline, days), element, values, c)),
    }
}

/// Whether an officer's word with its source stands in the place of a declaration that nobody confirmed.
pub(crate) fn is_taken_at_word(confirmation: Option<&Confirmation>, values: &Values, state: &StateCircumstances) -> bool {
    !state.declaration_confirmed && confirmation.is_some_and(|said| said.is_given(values))
}

/// The State whose languages count, where no officer's word stands in their place.
fn to_ask<'c>(confirmation: Option<&Confirmation>, values: &Values, c: &'c Circumstances) -> Option<&'c StateCircumstances> {
    c.state.as_ref().filter(|state| !is_taken_at_word(confirmation, values, state))
}

/// The need that a key of the values is about: `certified-facts` of `national_requirements.certified-facts`.
pub(crate) fn need_of<'k>(element: &str, key: &'k str) -> Option<&'k str> {
    key.strip_prefix(element)?.strip_prefix('.')
}

/// The alternatives of languages of which one must be there whole, and whether the State declared them: else each working
/// language of the Court is one.
pub(crate) fn accepted_languages(working: &[String], state: &StateCircumstances) -> (Vec<Vec<String>>, bool) {
    match &state.languages {
        Some(sets) if state.declaration_confirmed && !sets.is_empty() => (sets.clone(), true),
        _ => (working.iter().map(|language| vec![language.clone()]).collect(), false),
    }
}

/// `accepted-language`: some alternative of the State is there whole. Without a confirmed declaration: a working language.
fn accepted_language(pack: &Pack, working: &[String], element: &Element, values: &Values, state: &StateCircumstances) -> Option<Finding> {
    let given: Vec<&str> = values.given(&element.id).collect();
    let (accepted, declared) = accepted_languages(working, state);
    let whole = |set: &Vec<String>| set.iter().all(|language| given.contains(&language.as_str()));
    if given.is_empty() || accepted.iter().any(whole) {
        return None;
    }
    let (key, rests_on) = if declared {
        ("law-finding-language", None)
    } else {
        (
            "law-finding-working-language",
            pack.ground(&state.ground).map(|g| &g.languages_rest_on),
        )
    };
    let sets: Vec<String> = accepted.iter().map(|set| set.join("+")).collect();
    Some(Finding {
        rests_on: rests_on.unwrap_or(&element.rests_on).clone(),
        ..Finding::of(FindingKind::NeededByState, element, key)
            .fact("given", given.join("; "))
            .fact("accepted", sets.join("; "))
    })
}

/// `another-state`: whoever has the immunity or asks for extradition is not the State that is asked.
fn another_state(element: &Element, values: &Values, c: &Circumstances) -> Option<Finding> {
    let asked = c.asked.as_deref()?;
    let is_asked = values.given(&element.id).any(|code| code == asked);
    is_asked.then(|| Finding::of(FindingKind::Contradictory, element, "law-finding-another-state").fact("given", asked))
}

/// `state-needs`: something was given for each need of the State's law.
fn state_needs(element: &Element, values: &Values, state: &StateCircumstances) -> Vec<Finding> {
    let unmet = state
        .needs
        .iter()
        .filter(|need| values.first(&format!("{}.{}", element.id, need.id)).is_none());
    unmet
        .map(|need| {
            Finding::of(FindingKind::NeededByState, element, "law-finding-state-need")
                .fact("id", &need.id)
                .fact("need", &need.says)
                .fact("source", &need.source)
        })
        .collect()
}

/// `in-time`: it arrives on the last day of the earlier count at the latest. Without a day of leaving it leaves today,
/// without a number of days it arrives at once.
fn in_time(pack: &Pack, (deadline, days): (&str, &str), element: &Element, values: &Values, c: &Circumstances) -> Option<Finding> {
    let deadline = pack.deadline(deadline)?;
    let due = pack.due_from(deadline, c.arrested_on?)?;
    let leaves = match values.first(&element.id) {
        // What cannot be read was told already.
        Some(day) => day.parse().ok()?,
        None => c.today,
    };
    let on_the_way: i64 = values.first(days).map_or(Some(0), |days| days.parse().ok())?;
    let arrives = plus(leaves, on_the_way);
    if arrives <= due.first {
        return None;
    }
    let send_by = plus(due.first, on_the_way.checked_neg()?);
    let key = if due.first < c.today {
        "law-finding-late-already"
    } else if send_by < c.today {
        "law-finding-late-by-every-way"
    } else {
        "law-finding-late"
    };
    let finding = Finding {
        rests_on: deadline.rests_on.clone(),
        ..Finding::of(FindingKind::Late, element, key)
            .fact("leaves", leaves)
            .fact("days_on_the_way", on_the_way)
            .fact("arrives", arrives)
            .fact("first", due.first)
            .fact("last", due.last)
    };
    let in_time_still = key == "law-finding-late";
    Some(if in_time_still { finding.fact("send_by", send_by) } else { finding })
}
