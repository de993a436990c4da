//! Cases of requests: what is found in one, and its life with what is owed.

use super::shows_and_expects;
use crate::raw::{RawCaseState, RawFinds, RawLifeAct, RawLifeCase, RawLifeThen, RawOwed, RawRequestCase, RawValues, Source, Word};
use crate::{Circumstances, Finding, FindingKind, Form, Move, Owed, Pack, PackFault, RequestAct, StateCircumstances, StateNeed, Values};
use jiff::civil::Date;
use toml::Spanned;

/// Runs a case of findings: all that is wrong with it or does not follow.
pub(super) fn run(pack: &Pack, source: &Source, case: &RawRequestCase) -> Vec<PackFault> {
    // That nothing is found is an expectation too.
    let mut faults = shows_and_expects::<()>(pack, source, &case.shows, None);
    let read = found(pack, source, case);
    match read {
        Err(fault) => faults.push(fault),
        Ok(findings) => faults.extend(follows(source, &findings, &case.finds)),
    }
    faults
}

fn found(pack: &Pack, source: &Source, case: &RawRequestCase) -> Result<Vec<Finding>, PackFault> {
    let form = form(pack, source, &case.form)?;
    let today = source.day(&case.today)?;
    let values = values(&case.values);
    let circumstances = Circumstances {
        today,
        state: case.state.as_ref().map(|state| circumstances(pack, source, state)).transpose()?,
        arrested_on: case.arrested_on.as_ref().map(|day| source.day(day)).transpose()?,
        sent_on: case.sent_on.as_ref().map(|day| source.day(day)).transpose()?,
        asked: case.asked.as_ref().map(|word| word.get_ref().clone()),
        acted_on: case.acted_on.as_ref().map(|day| source.day(day)).transpose()?,
    };
    if let Some(step) = &case.step {
        return Ok(pack.check_move(move_of(pack, source, &form.id, step)?, &values, &circumstances));
    }
    Ok(pack.check_request(form, &values, &circumstances))
}

fn circumstances(pack: &Pack, source: &Source, state: &RawCaseState) -> Result<StateCircumstances, PackFault> {
    let ground = state.ground.get_ref();
    if pack.ground(ground).is_none() {
        let known: Vec<&str> = pack.grounds().iter().map(|ground| ground.id.as_str()).collect();
        let reason = format!(
            "`{ground}` is no ground on which a State is asked; the grounds are {}",
            known.join(", ")
        );
        return Err(source.fault(&state.ground, reason));
    }
    let needs = state.needs.iter().map(|need| StateNeed {
        id: need.id.clone(),
        says: need.says.clone(),
        source: need.source.clone(),
    });
    Ok(StateCircumstances {
        ground: ground.clone(),
        languages: Some(state.languages.clone()).filter(|languages| !languages.is_empty()),
        declaration_confirmed: state.confirmed,
        channel: state.channel.clone(),
        needs: needs.collect(),
    })
}

/// Whether exactly the findings are there that are expected, in their order.
fn follows(source: &Source, findings: &[Finding], expected: &Spanned<Vec<Spanned<RawFinds>>>) -> Vec<PackFault> {
    let unknown = expected
        .get_ref()
        .iter()
        .find(|e| FindingKind::of_word(e.get_ref().kind.get_ref()).is_none());
    if let Some(unknown) = unknown {
        let kinds: Vec<&str> = FindingKind::ALL.iter().map(|kind| kind.word()).collect();
        let kind = &unknown.get_ref().kind;
        let reason = format!("`{}` is no kind of finding; the kinds are {}", kind.get_ref(), kinds.join(", "));
        return vec![source.fault(kind, reason)];
    }
    let meets = |finding: &Finding, expected: &RawFinds| {
        let fact = |(name, value): (&String, &String)| finding.facts.iter().any(|(n, v)| n == name && v == value);
        finding.kind.word() == expected.kind.get_ref()
            && finding.element == *expected.element.get_ref()
            && expected.says.as_ref().is_none_or(|key| *key.get_ref() == finding.text_key)
            && expected.facts.iter().all(fact)
    };
    let same = findings.len() == expected.get_ref().len()
        && findings
            .iter()
            .zip(expected.get_ref())
            .all(|(finding, expected)| meets(finding, expected.get_ref()));
    if same {
        return Vec::new();
    }
    let said = |finding: &Finding| {
        let facts: Vec<String> = finding.facts.iter().map(|(name, value)| format!("{name} {value}")).collect();
        format!(
            "{} {} {} ({})",
            finding.kind.word(),
            finding.element,
            finding.text_key,
            facts.join(", ")
        )
    };
    let found: Vec<String> = findings.iter().map(said).collect();
    let found = if found.is_empty() { "nothing".to_owned() } else { found.join("; ") };
    vec![source.fault(
        expected,
        format!("the case expects other findings than those that follow from the rules: {found}; mend the one or the other"),
    )]
}

/// Runs a case of a life: all that is wrong with it or does not follow.
pub(super) fn run_life(pack: &Pack, source: &Source, case: &RawLifeCase) -> Vec<PackFault> {
    let mut faults = shows_and_expects(pack, source, &case.shows, Some((&case.then, "state")));
    let read = form(pack, source, &case.form).and_then(|form| Ok((form, acts_of(pack, source, form, &case.acts)?)));
    let (form, acts) = match read {
        Ok(read) => read,
        Err(fault) => {
            faults.push(fault);
            return faults;
        }
    };
    for then in case.then.get_ref() {
        faults.extend(stands(pack, source, form, &acts, then));
    }
    faults
}

/// Whether a request stands on a day as is expected.
fn stands(pack: &Pack, source: &Source, form: &Form, acts: &[CaseAct], then: &RawLifeThen) -> Vec<PackFault> {
    let day = match source.day(&then.as_at) {
        Ok(day) => day,
        Err(fault) => return vec![fault],
    };
    let so_far = done_by(acts, day);
    let Some(course) = pack.course_of_request(&form.id, &so_far) else {
        return vec![source.fault(&then.state, "the pack has no states of a request; write them under [[life.state]]")];
    };
    let mut faults = Vec::new();
    let expected = then.state.get_ref();
    if course.state.id != *expected {
        let reason = format!(
            "as at {day} the case expects the state `{expected}`, but by the moves it is `{}`; mend the one or the other",
            course.state.id
        );
        faults.push(source.fault(&then.state, reason));
    }
    let lacking: Vec<&str> = course.lacking.iter().map(|m| m.id.as_str()).collect();
    let wanted: Vec<&str> = then.lacking.iter().map(|word| word.get_ref().as_str()).collect();
    if lacking != wanted {
        let reason = format!(
            "as at {day} the moves that must have been made and are not here are [{}], but the case expects [{}]; mend the one or the other",
            lacking.join(", "),
            wanted.join(", ")
        );
        faults.push(source.fault(&then.state, reason));
    }
    let known: Vec<&str> = pack.moves_open(&form.id, &so_far, day).iter().map(|m| m.id.as_str()).collect();
    let judged = then
        .may
        .iter()
        .map(|word| (word, true))
        .chain(then.may_not.iter().map(|word| (word, false)));
    for (word, may) in judged {
        if !pack.moves().iter().any(|m| m.id == *word.get_ref()) {
            faults.push(source.fault(word, format!("there is no move `{}` in this pack; mend the id", word.get_ref())));
        } else if known.contains(&word.get_ref().as_str()) != may {
            let reason = format!(
                "as at {day}, in the state `{}`, the moves that the law knows are [{}]: `{}` {}; mend the case or the move",
                course.state.id,
                known.join(", "),
                word.get_ref(),
                if may { "is none of them" } else { "is one of them" }
            );
            faults.push(source.fault(word, reason));
        }
    }
    if let Some(owed) = &then.owed {
        faults.extend(owes(pack, source, day, &pack.owed(&form.id, &so_far), owed));
    }
    faults
}

/// Whether exactly this is owed on a day.
fn owes(pack: &Pack, source: &Source, day: Date, owed: &[Owed], expected: &Spanned<Vec<RawOwed>>) -> Vec<PackFault> {
    let mut wanted: Vec<String> = Vec::new();
    for raw in expected.get_ref() {
        let id = raw.deadline.get_ref();
        if pack.deadline(id).is_none() {
            return vec![source.fault(&raw.deadline, format!("there is no deadline `{id}` in this pack; mend the id"))];
        }
        let days = [&raw.first, &raw.last].map(|day| day.as_ref().map(|day| source.day(day)).transpose());
        match days {
            [Ok(first), Ok(last)] => wanted.push(said(id, first, last.or(first))),
            [Err(fault), _] | [_, Err(fault)] => return vec![fault],
        }
    }
    let open: Vec<String> = owed
        .iter()
        .filter(|o| o.is_open())
        .map(|o| {
            said(
                &o.deadline.id,
                o.due.as_ref().map(|due| due.first),
                o.due.as_ref().map(|due| due.last),
            )
        })
        .collect();
    if open == wanted {
        return Vec::new();
    }
    let reason = format!(
        "as at {day} the case expects to be owed [{}], but by the deadlines it is [{}]; mend the one or the other",
        wanted.join("; "),
        open.join("; ")
    );
    vec![source.fault(expected, reason)]
}

fn said(id: &str, first: Option<Date>, last: Option<Date>) -> String {
    match (first, last) {
        (Some(first), Some(last)) => format!("{id} by {first} or {last}"),
        _ => format!("{id} without a day"),
    }
}

pub(super) fn form<'p>(pack: &'p Pack, source: &Source, word: &Word) -> Result<&'p Form, PackFault> {
    pack.form(word.get_ref()).ok_or_else(|| {
        let known: Vec<&str> = pack.forms().iter().map(|form| form.id.as_str()).collect();
        let reason = format!(
            "there is no form `{}` in this pack; its forms are {}",
            word.get_ref(),
            known.join(", ")
        );
        source.fault(word, reason)
    })
}

/// An act of a case.
pub(super) type CaseAct<'p> = (&'p Move, Date, Values);

/// The acts of a case, which stand in the order of their days.
pub(super) fn acts_of<'p>(pack: &'p Pack, source: &Source, form: &Form, raw: &[RawLifeAct]) -> Result<Vec<CaseAct<'p>>, PackFault> {
    let mut acts: Vec<CaseAct> = Vec::with_capacity(raw.len());
    for act in raw {
        let (step, on) = (move_of(pack, source, &form.id, &act.step)?, source.day(&act.on)?);
        if acts.last().is_some_and(|(_, before, _)| on < *before) {
            return Err(source.fault(&act.on, "the acts of a case stand in the order of their days; mend the order"));
        }
        acts.push((step, on, values(&act.values)));
    }
    Ok(acts)
}

/// Those that were done by a day, as the law reads them.
pub(super) fn done_by<'a>(acts: &'a [CaseAct], day: Date) -> Vec<RequestAct<'a>> {
    let done = acts.iter().filter(|(_, on, _)| *on <= day);
    done.map(|(step, on, values)| RequestAct {
        kind: &step.act,
        on: *on,
        values,
    })
    .collect()
}

fn move_of<'p>(pack: &'p Pack, source: &Source, form: &str, word: &Word) -> Result<&'p Move, PackFault> {
    let of_form = pack.moves().iter().find(|m| m.id == *word.get_ref() && m.is_of(form));
    of_form.ok_or_else(|| source.fault(word, format!("the form `{form}` has no move `{}`; mend the id", word.get_ref())))
}

fn values(raw: &RawValues) -> Values {
    Values(raw.iter().map(|(element, value)| (element.clone(), value.texts())).collect())
}
