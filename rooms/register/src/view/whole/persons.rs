//! Persons, the instruments against them, and what else happened under these.

use super::{Gathered, Line, MILESTONES, PERSONS, PROCEEDINGS, Written, place};
use crate::chain::Held;
use crate::dossier::{Act, Dossier, Instrument};
use crate::kinds;
use record::entry::Subject;
use record::when::When;
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Gathered<'_, 'a> {
    /// The persons who exist for the reader on the day.
    pub(super) fn persons(&self, written: &mut Written<'a>) {
        let mut facts: BTreeMap<&'a str, Vec<Held<'a>>> = BTreeMap::new();
        for fact in &self.held {
            let keys = fact
                .now()
                .entry
                .about
                .iter()
                .filter_map(|s| if let Subject::Person(key) = s { Some(key.as_str()) } else { None });
            for key in keys.collect::<BTreeSet<_>>() {
                facts.entry(key).or_default().push(fact.clone());
            }
        }
        let (hindsight, day) = (self.look.hindsight(), self.look.day());
        for (key, facts) in facts {
            let dossier = Dossier::of_facts(key, facts, self.look.law());
            if dossier.exists_from(hindsight).is_none_or(|from| from > day) {
                continue;
            }
            self.person(&dossier, written);
            for instrument in dossier.instruments.iter().filter(|i| i.issue().counts(hindsight, day)) {
                self.instrument(key, instrument, written);
                let counted = instrument.acts.iter().filter(|act| act.counts(hindsight, day));
                counted
                    .filter(|act| act.kind() == kinds::MILESTONE)
                    .for_each(|act| self.milestone(instrument, act, written));
            }
        }
    }

    fn person(&self, dossier: &Dossier<'a>, written: &mut Written<'a>) {
        let issues = dossier.instruments.iter().map(|i| place(&i.issue().held));
        let first = dossier.named.iter().map(place).chain(issues).min().unwrap_or_default();
        let mut line = Line::new(first, dossier.key);
        line.put("person_id", Some(dossier.key.to_owned()));
        match &dossier.named {
            Some(named) => {
                self.put(&mut line, "name", named, "name");
                self.put(&mut line, "also_known_as", named, "also_known_as");
                self.put_remarks(&mut line, PERSONS.name, "notes", &[named], written);
                line.put("source", named.now().entry.source.clone());
            }
            None => line.put("name", Some(dossier.name())),
        }
        written.add(&PERSONS, line, &dossier.named.iter().collect::<Vec<_>>());
    }

    fn instrument(&self, person: &str, instrument: &Instrument<'a>, written: &mut Written<'a>) {
        let (hindsight, day) = (self.look.hindsight(), self.look.day());
        let act = |kind: &str| instrument.act(kind, hindsight, day);
        let issue = instrument.issue();
        let mut line = Line::new(place(&issue.held), instrument.matter);
        line.put("instrument_id", Some(instrument.matter.to_owned()));
        line.put("person_id", Some(person.to_owned()));
        self.put(&mut line, "situation", &issue.held, "situation");
        line.put("situation_no", Some(instrument.situation_no().to_owned()));
        line.put("case_no", instrument.case().map(str::to_owned));
        line.put(
            "instrument",
            Some(if instrument.is_warrant() { "warrant" } else { "summons" }.to_owned()),
        );
        self.put(&mut line, "issued_on", &issue.held, "effective");
        let mut facts = vec![&issue.held];
        // Of a summons the first appearance stands in both columns.
        let dated = [
            ("made_public_on", [kinds::MADE_PUBLIC].as_slice()),
            ("executed_on", &[kinds::WARRANT_EXECUTED, kinds::APPEARED]),
            ("surrendered_on", &[kinds::SURRENDERED, kinds::APPEARED]),
        ];
        for (column, kinds) in dated {
            if let Some(act) = kinds.iter().find_map(|kind| act(kind)) {
                self.put(&mut line, column, &act.held, "effective");
                facts.push(&act.held);
            }
        }
        if let Some(executed) = act(kinds::WARRANT_EXECUTED) {
            self.put(&mut line, "executed_in", &executed.held, "state");
        }
        if let Some(ended) = act(kinds::ENDED) {
            match &ended.held.now().entry.effective {
                When::By(span) => self.put_as(&mut line, "ended_by", &ended.held, "effective", span.to_string()),
                _ => self.put(&mut line, "ended_on", &ended.held, "effective"),
            }
            self.put(&mut line, "end_reason", &ended.held, "reason");
            facts.push(&ended.held);
        }
        self.put_remarks(&mut line, PROCEEDINGS.name, "notes", &[&issue.held], written);
        line.put("source", issue.held.now().entry.source.clone());
        written.add(&PROCEEDINGS, line, &facts);
    }

    fn milestone(&self, instrument: &Instrument<'a>, act: &Act<'a>, written: &mut Written<'a>) {
        let fact = &act.held;
        let entry = &fact.now().entry;
        let (on, about) = match &entry.effective {
            When::About(span) => (span.to_string(), true),
            other => (other.to_string(), false),
        };
        let what = fact.value("what").unwrap_or_default();
        let mut line = Line::new(place(fact), format!("{}|{what}|{on}", instrument.matter));
        line.put("instrument_id", Some(instrument.matter.to_owned()));
        self.put(&mut line, "kind", fact, "what");
        self.put_as(&mut line, "on", fact, "effective", on);
        for column in ["until", "state", "years"] {
            self.put(&mut line, column, fact, column);
        }
        line.put("about", about.then(|| "yes".to_owned()));
        self.put_remarks(&mut line, MILESTONES.name, "note", &[fact], written);
        line.put("source", entry.source.clone());
        written.add(&MILESTONES, line, &[fact]);
    }
}
