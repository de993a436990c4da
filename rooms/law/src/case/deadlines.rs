//! Cases of deadlines that run from a day, and of time limits before the Court.

use super::shows_and_expects;
use crate::raw::{RawDeadlineCase, RawReg33Case, Source};
use crate::{Pack, PackFault};

/// Runs a case of a deadline: all that is wrong with it or does not follow.
pub(super) fn run(pack: &Pack, source: &Source, case: &RawDeadlineCase) -> Vec<PackFault> {
    let mut faults = shows_and_expects::<()>(pack, source, &case.shows, None);
    let id = case.deadline.get_ref();
    let (from, first, last) = match (source.day(&case.from), source.day(&case.first), source.day(&case.last)) {
        (Ok(from), Ok(first), Ok(last)) => (from, first, last),
        (Err(fault), ..) | (_, Err(fault), _) | (.., Err(fault)) => {
            faults.push(fault);
            return faults;
        }
    };
    match pack.deadline(id).and_then(|deadline| pack.due_from(deadline, from)) {
        None => faults.push(source.fault(
            &case.deadline,
            format!("there is no deadline `{id}` with a number of days in this pack; mend the id"),
        )),
        Some(due) if (due.first, due.last) == (first, last) => {}
        Some(due) => {
            let reason = format!(
                "the case expects `{id}` by {first}, or {last} by the later count; by the rules it is {}, or {}; mend the one or the other",
                due.first, due.last
            );
            faults.push(source.fault(&case.first, reason));
        }
    }
    faults
}

/// Runs a case of regulation 33: all that is wrong with it or does not follow.
pub(super) fn run_reg_33(pack: &Pack, source: &Source, case: &RawReg33Case) -> Vec<PackFault> {
    let mut faults = shows_and_expects::<()>(pack, source, &case.shows, None);
    let [notified, first_day, expires_on, file_by] = [&case.notified_on, &case.first_day, &case.expires_on, &case.file_by]
        .map(|day| source.day(day).map_err(|fault| faults.push(fault)).ok());
    let (Some(notified), Some(first_day), Some(expires_on), Some(file_by)) = (notified, first_day, expires_on, file_by) else {
        return faults;
    };
    if *case.days.get_ref() < 1 {
        faults.push(source.fault(&case.days, "a time limit has one day or more; mend the number"));
        return faults;
    }
    let limit = pack.reg_33(notified, *case.days.get_ref());
    if (limit.first_day, limit.expires_on, limit.file_by) != (first_day, expires_on, file_by) {
        let reason = format!(
            "by regulation 33 the first day is {}, the last {}, and the filing is due by {}; mend the case or the holidays",
            limit.first_day, limit.expires_on, limit.file_by
        );
        faults.push(source.fault(&case.first_day, reason));
    }
    faults
}
