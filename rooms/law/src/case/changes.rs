//! Cases of changes: what open requests are looked at again for.

use super::requests::{CaseAct, acts_of, done_by, form};
use super::shows_and_expects;
use crate::fact::Fact;
use crate::raw::{RawChangeCase, RawChangeThen, Source};
use crate::{Form, Happened, Pack, PackFault};

/// Runs a case of changes: all that is wrong with it or does not follow.
pub(super) fn run(pack: &Pack, source: &Source, case: &RawChangeCase) -> Vec<PackFault> {
    let mut faults = shows_and_expects(pack, source, &case.shows, Some((&case.then, "leads_to")));
    let read = form(pack, source, &case.form).and_then(|form| {
        let acts = acts_of(pack, source, form, &case.acts)?;
        let happened = case.happened.iter().map(|what| {
            let fact = Fact::of_word(what.fact.get_ref());
            let fact = fact.ok_or_else(|| source.fault(&what.fact, format!("`{}` is no fact; mend the word", what.fact.get_ref())))?;
            Ok(Happened {
                fact,
                word: what.word.as_deref(),
                on: source.day(&what.on)?,
            })
        });
        Ok((form, acts, happened.collect::<Result<Vec<Happened>, PackFault>>()?))
    });
    match read {
        Err(fault) => faults.push(fault),
        Ok((form, acts, happened)) => {
            let then = case.then.get_ref().iter();
            faults.extend(then.flat_map(|then| follows(pack, source, form, (&acts, &happened), then)));
        }
    }
    faults
}

type Told<'a> = (&'a [CaseAct<'a>], &'a [Happened<'a>]);

/// Whether on a day exactly these changes lead to exactly these moves.
fn follows(pack: &Pack, source: &Source, form: &Form, (acts, happened): Told, then: &RawChangeThen) -> Vec<PackFault> {
    let day = match source.day(&then.as_at) {
        Ok(day) => day,
        Err(fault) => return vec![fault],
    };
    let unknown = then.leads_to.get_ref().iter().map(|leads| &leads.change);
    if let Some(unknown) = unknown
        .into_iter()
        .find(|word| !pack.changes().iter().any(|change| change.id == *word.get_ref()))
    {
        return vec![source.fault(
            unknown,
            format!("there is no change `{}` in this pack; mend the id", unknown.get_ref()),
        )];
    }
    let so_far = done_by(acts, day);
    let happened: Vec<Happened> = happened.iter().filter(|what| what.on <= day).copied().collect();
    let said = |change: &str, moves: &[String]| format!("{change} to {}", moves.join(" or "));
    let followings = pack.followings(&form.id, &so_far, &happened, day);
    let found: Vec<String> = followings
        .iter()
        .map(|following| {
            said(
                &following.change.id,
                &following.moves.iter().map(|m| m.id.clone()).collect::<Vec<_>>(),
            )
        })
        .collect();
    let wanted: Vec<String> = then
        .leads_to
        .get_ref()
        .iter()
        .map(|leads| said(leads.change.get_ref(), &leads.moves))
        .collect();
    if found == wanted {
        return Vec::new();
    }
    let reason = format!(
        "as at {day} the case expects [{}], but by the changes it is [{}]; mend the one or the other",
        wanted.join("; "),
        found.join("; ")
    );
    vec![source.fault(&then.leads_to, reason)]
}
