//! One person's file as far as the reader may see it: acts in the order of their days.

use super::View;
use super::events::{particulars, state};
use super::look::Look;
use super::model::{ActLine, ActUnder, Interval, Person};
use super::row::{instrument, row};
use crate::Register;
use crate::derive::UnderLaw;
use crate::directory::Directory;
use crate::dossier::{Act, Dossier, Instrument};
use crate::kinds;
use crate::lists;
use crate::outside::day_in_the_hague;
use crate::port::{Derive, Of, Recorded, Unit};
use crate::reading::Reading;
use access::Viewer;
use record::audience::Level;
use record::entry::Subject;

/// Milestones that are outcomes: they stand before all else on a person's page.
const OUTCOMES: [&str; 5] = ["convicted", "acquitted", "acquitted on appeal", "sentenced", "charges withdrawn"];

impl Register {
    /// One person; none where no such person exists for this reader.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn person(&self, viewer: &Viewer, reading: &Reading, key: &str) -> View<Option<Person>> {
        let look = Look::new(self, viewer, reading).await?;
        let entries = look.entries(Of::About(vec![Subject::Person(key.to_owned())])).await?;
        let dossier = Dossier::of(key, &entries, look.law());
        let Some(row) = row(&look, &dossier) else { return Ok(None) };
        let named = |field: &str| dossier.named.as_ref().map(|named| dossier.citations.truth(named, field));
        let (names, also) = (named("name"), named("also_known_as"));
        let level_of_name = [&names, &also].into_iter().flatten().map(|truth| truth.level);
        let level_of_name = level_of_name.max().unwrap_or(Level::Public);
        // The entry's own source is the same for both fields: it is said once.
        let also = also.into_iter().flat_map(|truth| truth.says).skip(1);
        let named = dossier.named.as_ref();
        let remarks = named.map(|named| dossier.remarks(named, look.day())).unwrap_or_default();
        let directory = look.directory().await?;
        let lines = look.lines(&dossier, &directory);
        let counted = dossier
            .instruments
            .iter()
            .filter(|i| i.issue().counts(look.hindsight(), look.day()));
        Ok(Some(Person {
            asked: look.asked(),
            also_known_as: dossier.also_known_as(),
            name_verified: names.as_ref().is_some_and(|t| t.verified),
            name_sources: names.map(|t| t.says).unwrap_or_default().into_iter().chain(also).collect(),
            instruments: counted.map(|i| instrument(&look, &dossier, i)).collect(),
            outcomes: lines.iter().rev().filter(|line| is_outcome(line)).cloned().collect(),
            lines,
            outstanding: look.intervals(key, &entries),
            level_of_name: remarks.iter().map(|remark| remark.level).fold(level_of_name, Level::max),
            remarks: remarks.into_iter().map(|remark| remark.text.to_owned()).collect(),
            row,
        }))
    }
}

fn is_outcome(line: &ActLine) -> bool {
    line.act == kinds::ENDED || line.what.as_deref().is_some_and(|what| OUTCOMES.contains(&what))
}

impl Look<'_> {
    /// The acts that the reader counts on the day, those of one day and sense together.
    fn lines(&self, dossier: &Dossier, directory: &Directory) -> Vec<ActLine> {
        let counted = dossier
            .acts()
            .filter(|(i, act)| act.counts(self.hindsight(), self.day()) && i.seen_closer(act).is_none());
        let mut acts: Vec<(&Instrument, &Act)> = counted.collect();
        acts.sort_by_key(|(i, act)| (act.counts_on, kinds::order(act.kind()), i.issue().counts_on, i.matter));
        let mut lines: Vec<ActLine> = Vec::new();
        for (i, act) in acts {
            let line = self.line(dossier, i, act, directory);
            match lines.iter_mut().find(|l| together(l, &line)) {
                Some(shared) => {
                    shared.acts.extend(line.acts);
                    shared.sources.extend(line.sources);
                    shared
                        .remarks
                        .extend(line.remarks.into_iter().filter(|r| !shared.remarks.contains(r)).collect::<Vec<_>>());
                    shared.recorded = shared.recorded.max(line.recorded);
                    shared.level = shared.level.max(line.level);
                    shared.ordinal = None;
                    shared.what = shared.what.take().or(line.what);
                }
                None => lines.push(line),
            }
        }
        lines
    }

    fn line(&self, dossier: &Dossier, i: &Instrument, act: &Act, directory: &Directory) -> ActLine {
        let said = dossier.citations.truth(&act.held, "effective");
        let (mut sources, mut level) = (said.says, said.level);
        if act.held.value("reason").is_some() {
            let said = dossier.citations.truth(&act.held, "reason");
            sources.extend(said.says.into_iter().skip(1));
            level = level.max(said.level);
        }
        if kinds::is_issue(act.kind()) {
            sources.extend(dossier.citations.of_absence(&act.held, kinds::ENDED));
        }
        let under = |act: &Act| ActUnder {
            instrument: i.matter.to_owned(),
            date: dossier.citations.dated(&act.held, act.counts_on),
        };
        let mut acts = vec![under(act)];
        let mut what = act.held.value("what");
        let mut remarks = dossier.remarks(&act.held, self.day());
        for milestone in i.closer_views(act).filter(|m| m.counts(self.hindsight(), self.day())) {
            acts.push(under(milestone));
            let said = dossier.citations.truth(&milestone.held, "effective");
            sources.extend(said.says);
            level = level.max(said.level);
            remarks.extend(dossier.remarks(&milestone.held, self.day()));
            what = what.or_else(|| milestone.held.value("what"));
        }
        ActLine {
            acts,
            act: act.kind().to_owned(),
            what,
            instrument: if i.is_warrant() { "warrant" } else { "summons" }.to_owned(),
            ordinal: ordinal(self, dossier, i),
            state: state(act).map(|code| directory.on(&code, self.day())),
            particulars: particulars(act),
            recorded: day_in_the_hague(act.held.now().entry.recorded),
            weight: self.law().weight(act.kind()).word().to_owned(),
            level: remarks.iter().map(|remark| remark.level).fold(level, Level::max),
            remarks: remarks.into_iter().map(|remark| remark.text.to_owned()).collect(),
            sources,
        }
    }

    /// When the person was outstanding, up to the day.
    pub(crate) fn intervals(&self, key: &str, entries: &[Recorded]) -> Vec<Interval> {
        let (derive, person) = (UnderLaw(self.register.law.clone()), Unit::Person(key.to_owned()));
        let own = entries.iter().filter(|recorded| derive.units(&recorded.entry).contains(&person));
        let derived = derive.derive(&person, &own.cloned().collect::<Vec<_>>());
        let mut intervals: Vec<Interval> = Vec::new();
        let facts = derived
            .facts
            .iter()
            .filter(|f| f.hindsight == self.hindsight() && f.list == lists::OUTSTANDING && f.scope.is_empty());
        for fact in facts.filter(|f| f.from <= self.day()) {
            let until = fact.until.filter(|until| *until <= self.day());
            match intervals.last_mut() {
                Some(last) if last.until == Some(fact.from) => last.until = until,
                _ => intervals.push(Interval { from: fact.from, until }),
            }
        }
        intervals
    }
}

/// Whether two acts share a line: same day, kind and particulars under instruments of one sort.
fn together(a: &ActLine, b: &ActLine) -> bool {
    let on = |line: &ActLine| line.acts.first().map(|act| act.date.on.clone());
    // An execution or an end that a milestone tells more closely is the same act without it.
    let same_sense = a.what == b.what || (a.act != kinds::MILESTONE && (a.what.is_none() || b.what.is_none()));
    a.act == b.act && same_sense && a.instrument == b.instrument && a.state == b.state && a.particulars == b.particulars && on(a) == on(b)
}

/// Which of the person's instruments of its sort this is among those that the reader counts, from 1; none
/// where there is only one.
fn ordinal(look: &Look, dossier: &Dossier, instrument: &Instrument) -> Option<u32> {
    let counted = dossier
        .instruments
        .iter()
        .filter(|i| i.issue().counts(look.hindsight(), look.day()));
    let of_sort: Vec<&str> = counted
        .filter(|i| i.is_warrant() == instrument.is_warrant())
        .map(|i| i.matter)
        .collect();
    let place = of_sort.iter().position(|matter| *matter == instrument.matter)?;
    if of_sort.len() > 1 { u32::try_from(place + 1).ok() } else { None }
}
