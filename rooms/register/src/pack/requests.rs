//! Requests for arrest and surrender that rows tell of: a finding tells that a State was asked to surrender a person, and so
//! does a surrender out of a State. One request for each State and person, with the acts that the rows state and no others.

use super::items::{Items, draft};
use super::read::{Row, Tables};
use crate::request::public_record::{ARRESTED, DECIDED, DISCLOSED, EXECUTED, FORM, OCCASION, REFERRED, TOLD_IN, act_of};
use crate::request::{PERSON, REQUESTED_STATE, RequestId, RequestText, values_written};
use law::Values;
use record::entry::Subject;
use record::json::{Object, Value};
use record::when::When;
use std::collections::{HashMap, HashSet};

/// How the column `concerning` of findings begins where what was not done is arrest and surrender. All else tells of another
/// form of cooperation, or of none that this program knows.
const SURRENDER: [&str; 4] = ["Visit", "Non-execution of warrant", "Failure to surrender", "Release after arrest"];

/// The milestone of somebody who came without being arrested: no State need have been asked.
const GAVE_UP: &str = "gave himself up";

/// An act in a request, before it is an item.
struct Told<'t> {
    state: &'t str,
    person: &'t str,
    kind: &'static str,
    /// The item of the entry that tells it.
    parent: usize,
    effective: When,
    disclosed: When,
    values: Values,
}

impl Items {
    /// All requests of the tables. The rows that tell of them have become items before.
    pub(super) fn requests(&mut self, tables: &Tables) {
        let rows = |file: &str| tables.get(file).map(Vec::as_slice).unwrap_or_default();
        let names: HashMap<&str, &str> = rows("persons.csv")
            .iter()
            .map(|row| (row.get("person_id"), row.get("name")))
            .collect();
        for row in rows("findings.csv") {
            self.decided(row, &names);
        }
        let of_person: HashMap<&str, &str> = rows("proceedings.csv")
            .iter()
            .map(|row| (row.get("instrument_id"), row.get("person_id")))
            .collect();
        // Without them nobody knows who came without being asked for, and what was told of them would have to be taken back.
        let Some(milestones) = tables.get("milestones.csv") else {
            let why = "since milestones.csv, which says who gave himself up, is not in this pack";
            self.said.push(format!("proceedings.csv: no request was made of surrenders, {why}"));
            return;
        };
        let gave_up: HashSet<&str> = milestones
            .iter()
            .filter(|row| row.get("kind") == GAVE_UP)
            .filter_map(|row| of_person.get(row.get("instrument_id")).copied())
            .collect();
        let mut told = HashSet::new();
        for row in rows("proceedings.csv") {
            self.surrendered(row, &names, &gave_up, &mut told);
        }
    }

    /// What a finding tells of the request to its State for each of its persons.
    fn decided(&mut self, row: &Row, names: &HashMap<&str, &str>) {
        let Some(made) = self.made.get(&("findings.csv", row.get("finding_id").to_owned())).cloned() else {
            return;
        };
        let concerning = row.get("concerning");
        if row.filled("person_ids").is_none() || !SURRENDER.iter().any(|begins| concerning.starts_with(begins)) {
            let reason = format!("no request was made of it, since {concerning:?} tells of no arrest and surrender of a person");
            self.said.push(format!("findings.csv, line {}: {reason}", row.line));
            return;
        }
        let Some(opening) = made.entries.first().map(|(_, index)| *index) else {
            return;
        };
        let effective = |items: &Items, index: usize| items.items.get(index).map(|item| item.draft.effective.clone());
        let Some(decided_on) = effective(self, opening) else { return };
        let referred_later = made.entries.iter().any(|(kind, _)| act_of(kind) == Some(REFERRED));
        for person in row.get("person_ids").split(';').map(str::trim) {
            let told = |kind: &'static str, parent: usize, effective: When, disclosed: &When, values: Values| Told {
                state: row.get("alpha3"),
                person,
                kind,
                parent,
                effective,
                disclosed: disclosed.clone(),
                values,
            };
            // The public learned of it with the decision, as far as this record knows.
            if let Some(Ok(on)) = row.filled("conduct_date").map(When::parse) {
                let values = [("occasion", concerning)].into_iter().collect();
                self.act(row, names, told(OCCASION, opening, on, &decided_on, values));
            }
            for (kind, index) in &made.entries {
                let (Some(act), Some(on)) = (act_of(kind), effective(self, *index)) else {
                    continue;
                };
                let mut values = Values::default();
                if act == DECIDED {
                    let said = [
                        ("finding_kind", row.get("kind").replace(' ', "-")),
                        ("decision", row.get("document_ref").to_owned()),
                        ("case", row.get("case").to_owned()),
                        ("occasion", concerning.to_owned()),
                    ];
                    let said = said.into_iter().filter(|(_, text)| !text.is_empty());
                    values.0.extend(said.map(|(element, text)| (element.to_owned(), vec![text])));
                }
                if act == REFERRED || (act == DECIDED && !referred_later) {
                    let bodies = [("to_assembly", "assembly"), ("to_security_council", "security-council")];
                    let to = bodies.into_iter().filter(|(column, _)| row.get(column) == "yes");
                    let to: Vec<String> = to.map(|(_, word)| word.to_owned()).collect();
                    if !to.is_empty() {
                        values.0.insert("referred_to".to_owned(), to);
                    }
                }
                let disclosed = on.clone();
                self.act(row, names, told(act, *index, on, &disclosed, values));
            }
        }
    }

    /// What an instrument tells of the request to the State in which the person was arrested and out of which they were
    /// surrendered.
    fn surrendered<'r>(
        &mut self,
        row: &'r Row,
        names: &HashMap<&str, &str>,
        gave_up: &HashSet<&str>,
        told: &mut HashSet<(&'r str, &'r str, &'static str, String)>,
    ) {
        let key = row.get("instrument_id");
        let cell = |items: &Items, column: &str| items.cell("proceedings.csv", key, column);
        let (Some(state), Some(executed), Some(surrendered)) =
            (row.filled("executed_in"), cell(self, "executed_on"), cell(self, "surrendered_on"))
        else {
            return;
        };
        let person = row.get("person_id");
        let no = |why: &str| {
            format!(
                "proceedings.csv, line {}: no request was made of the surrender, since {why}",
                row.line
            )
        };
        if gave_up.contains(person) {
            self.said.push(no("the person gave himself up"));
            return;
        }
        let Some(public) = cell(self, "made_public_on") else {
            self.said.push(no("nothing says when the warrant became public"));
            return;
        };
        let effective = |items: &Items, index: usize| items.items.get(index).map(|item| item.draft.effective.clone());
        let Some(disclosed) = effective(self, public) else { return };
        for (kind, parent) in [(ARRESTED, executed), (EXECUTED, surrendered)] {
            let Some(on) = effective(self, parent) else { continue };
            // Two warrants that were executed together are one arrest and one surrender.
            if told.insert((state, person, kind, on.to_string())) {
                let act = Told {
                    state,
                    person,
                    kind,
                    parent,
                    effective: on,
                    disclosed: disclosed.clone(),
                    values: Values::default(),
                };
                self.act(row, names, act);
            }
        }
    }

    fn act(&mut self, row: &Row, names: &HashMap<&str, &str>, told: Told<'_>) {
        let Some(parent) = self.items.get(told.parent) else { return };
        let (source, slot, told_in) = (parent.draft.source.clone(), parent.slot.clone(), parent.draft.matter.clone());
        let matter = RequestId::of_public_record(told.state, told.person).matter();
        let name = names.get(told.person).copied().unwrap_or(told.person);
        let text = RequestText {
            form: FORM.to_owned(),
            values: [(REQUESTED_STATE, told.state), (PERSON, name)].into_iter().collect(),
        };
        let mut body = text.write(Object::new()).text(TOLD_IN, told_in);
        if let Some(day) = told
            .disclosed
            .last()
            .filter(|day| told.effective.last().is_some_and(|on| on < *day))
        {
            body.set(DISCLOSED, Value::Text(day.to_string()));
        }
        let values = values_written(&told.values);
        if !values.is_empty() {
            body.set("values", Value::Object(values));
        }
        let slot = format!("{matter}|{}|{slot}", told.kind);
        let mut act = draft(&matter, told.kind, told.effective, source.as_deref());
        act.about = vec![Subject::State(told.state.to_owned()), Subject::Person(told.person.to_owned())];
        act.body = body;
        self.put(row, &slot, &[], act, slot.clone(), Some(told.parent));
    }
}
