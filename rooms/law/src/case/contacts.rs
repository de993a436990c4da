//! Cases of contacts: who asks about a person of which status, and which rule must hold on a day.

use super::shows_and_expects;
use crate::contact::Asker;
use crate::raw::{RawContactCase, RawContactThen, Source, Word};
use crate::{Pack, PackFault};

/// Runs a case: all that is wrong with it or does not follow.
pub(super) fn run(pack: &Pack, source: &Source, case: &RawContactCase) -> Vec<PackFault> {
    let mut faults = shows_and_expects(pack, source, &case.shows, Some((&case.then, "rule")));
    let Some(who) = Asker::of_word(case.who.get_ref()) else {
        let reason = format!("`{}` is nobody who asks; write un, state or other", case.who.get_ref());
        faults.push(source.fault(&case.who, reason));
        return faults;
    };
    let status = case.status.get_ref();
    if !pack.statuses().any(|known| known == status) {
        let reason = format!("`{status}` is no status of this pack; mend the id");
        faults.push(source.fault(&case.status, reason));
    }
    if faults.is_empty() {
        let fails = |then: &RawContactThen| follows(pack, source, (who, status), then).err();
        faults.extend(case.then.get_ref().iter().filter_map(fails));
    }
    faults
}

fn follows(pack: &Pack, source: &Source, (who, status): (Asker, &str), then: &RawContactThen) -> Result<(), PackFault> {
    let day = source.day(&then.as_at)?;
    let found = pack.contact_rule(who, status, day);
    let (rule, notices) = found.map_or(("none", Vec::new()), |rule| {
        (rule.id.as_str(), rule.notices.iter().map(|notice| notice.to.as_str()).collect())
    });
    let wanted: Vec<&str> = then.notices.iter().map(Word::get_ref).map(String::as_str).collect();
    if rule == then.rule.get_ref() && notices == wanted {
        return Ok(());
    }
    let said = |rule: &str, notices: &[&str]| match notices {
        [] => format!("`{rule}` without notices"),
        _ => format!("`{rule}` with notices to {}", notices.join(", ")),
    };
    let reason = format!(
        "as at {day} the case expects {}, but by the rules it is {}; mend the one or the other",
        said(then.rule.get_ref(), &wanted),
        said(rule, &notices)
    );
    Err(source.fault(&then.rule, reason))
}
