//! Instruments and milestones: the rows of the pack that rest on those of persons.

use super::PackFault;
use super::items::{Items, draft, is_key};
use super::read::Row;
use crate::kinds;
use record::entry::Subject;
use record::json::{Object, Value};
use record::when::{Span, When};

impl Items {
    pub(super) fn instrument(&mut self, row: &Row) {
        let before = self.faults.len();
        let key = row.need("instrument_id", &mut self.faults);
        self.there(row.file, &key);
        let person = row.need("person_id", &mut self.faults);
        let situation = row.need("situation", &mut self.faults);
        let no = row.need("situation_no", &mut self.faults);
        row.need("source", &mut self.faults);
        row.need("issued_on", &mut self.faults);
        if let Some(file) = crate::files::of_matter(&key) {
            let reason = format!(
                "begins with \"{}-\", like the matters of {}; choose another key",
                file.matter, file.csv
            );
            self.faults.push(row.fault("instrument_id", reason));
        }
        if !is_key(&key) {
            self.faults
                .push(row.fault("instrument_id", "is not a key; write lower-case letters, digits and hyphens"));
        }
        if !self.is_there("persons.csv", &person) {
            self.faults.push(row.fault(
                "person_id",
                format!("{person:?} is not in persons.csv; add the person there, or mend the key"),
            ));
        }
        if !is_situation_no(&no) {
            self.faults.push(row.fault(
                "situation_no",
                format!("{no:?} is not the number of a situation; write it like ICC-02/04"),
            ));
        }
        if let Some(case) = row.filled("case_no").filter(|case| !case.starts_with(&format!("{no}-"))) {
            self.faults.push(row.fault(
                "case_no",
                format!("{case:?} is not a case of the situation {no}; it begins with the situation's number and a hyphen"),
            ));
        }
        if let Some((name, line)) = self.situation(&no, &situation, row.line) {
            let reason = format!("{no} is called {name:?} on line {line}; a situation has one name");
            self.faults.push(row.fault("situation", reason));
        }
        let kind = match row.get("instrument") {
            "warrant" => kinds::WARRANT_ISSUED,
            "summons" => kinds::SUMMONS_ISSUED,
            other => {
                self.faults
                    .push(row.fault("instrument", format!("{other:?} is neither warrant nor summons")));
                return;
            }
        };
        let dates = Dates::of(row, kind, &mut self.faults);
        let state = row
            .filled("executed_in")
            .and_then(|code| self.state_fault(row, "executed_in", code));
        self.faults.extend(state);
        self.not_after_edition(row, &dates.all());
        let Some(issued) = dates.issued.filter(|_| self.faults.len() == before) else {
            return;
        };
        let about = [Subject::Person(person), Subject::Situation(no)];
        let act = |items: &mut Items, columns: &[&str], kind: &str, when: When, body: Object, more: Vec<Subject>| {
            let mut draft = draft(&key, kind, when, row.filled("source"));
            draft.about = about.iter().cloned().chain(more).collect();
            draft.body = body;
            let slot = format!("{key}|{}", if kinds::is_issue(kind) { "issued" } else { kind });
            items.put(row, &key, columns, draft, slot, None)
        };
        let case = row
            .filled("case_no")
            .map(|case| Subject::Case(case.to_owned()))
            .into_iter()
            .collect();
        let body = Object::new().text("situation", situation);
        let columns = ["issued_on", "situation", "situation_no", "case_no", "instrument", "person_id"];
        let issue = act(self, &columns, kind, When::In(issued), body, case);
        if let Some(span) = dates.made_public {
            act(
                self,
                &["made_public_on"],
                kinds::MADE_PUBLIC,
                When::In(span),
                Object::new(),
                Vec::new(),
            );
        }
        if kind == kinds::SUMMONS_ISSUED {
            if let Some(span) = dates.surrendered {
                act(
                    self,
                    &["executed_on", "surrendered_on"],
                    kinds::APPEARED,
                    When::In(span),
                    Object::new(),
                    Vec::new(),
                );
            }
        } else {
            if let Some(span) = dates.executed {
                let state = row.filled("executed_in");
                let body = Object::new().text_if("state", state);
                let more = state.map(|code| Subject::State(code.to_owned())).into_iter().collect();
                act(
                    self,
                    &["executed_on", "executed_in"],
                    kinds::WARRANT_EXECUTED,
                    When::In(span),
                    body,
                    more,
                );
            }
            if let Some(span) = dates.surrendered {
                act(
                    self,
                    &["surrendered_on"],
                    kinds::SURRENDERED,
                    When::In(span),
                    Object::new(),
                    Vec::new(),
                );
            }
        }
        if let Some(when) = dates.ended {
            let column = if matches!(when, When::By(_)) { "ended_by" } else { "ended_on" };
            let body = Object::new().text_if("reason", row.filled("end_reason"));
            act(self, &[column, "end_reason"], kinds::ENDED, when, body, Vec::new());
        }
        self.remark(row, &key, "notes", issue);
    }

    pub(super) fn milestone(&mut self, row: &Row) {
        let before = self.faults.len();
        let matter = row.need("instrument_id", &mut self.faults);
        let what = row.need("kind", &mut self.faults);
        let source = row.need("source", &mut self.faults);
        row.need("on", &mut self.faults);
        let (on, until) = (row.span("on", &mut self.faults), row.span("until", &mut self.faults));
        self.there(row.file, &format!("{matter}|{what}|{}", row.get("on")));
        let Some(issue) = self.cell("proceedings.csv", &matter, "issued_on") else {
            if self.is_there("proceedings.csv", &matter) {
                return;
            }
            self.faults.push(row.fault(
                "instrument_id",
                format!("{matter:?} is not in proceedings.csv; add the instrument there, or mend the key"),
            ));
            return;
        };
        let Some(on) = on.filter(|_| self.faults.len() == before) else {
            return;
        };
        if until.is_some_and(|until| until.last() < on.first()) {
            self.faults
                .push(row.fault("until", "lies before the day on which it began; mend one of the two"));
        }
        self.not_after_edition(row, &[("on", Some(on)), ("until", until)]);
        let when = match row.get("about") {
            "" => When::In(on),
            "yes" => When::About(on),
            other => {
                self.faults.push(row.fault("about", format!("{other:?} is neither yes nor empty")));
                return;
            }
        };
        let mut draft = draft(&matter, kinds::MILESTONE, when, Some(&source));
        draft.about = self.items.get(issue).map(|i| i.draft.about.clone()).unwrap_or_default();
        draft.about.retain(|s| !matches!(s, Subject::Case(_)));
        draft.body = Object::new()
            .text("what", &what)
            .text_if("until", row.filled("until"))
            .text_if("state", row.filled("state"));
        if let Some(code) = row.filled("state") {
            self.faults.extend(self.state_fault(row, "state", code));
            draft.about.push(Subject::State(code.to_owned()));
        }
        if let Some(years) = row.filled("years") {
            match years.parse::<i64>() {
                Ok(years) if (1..=100).contains(&years) => draft.body.set("years", Value::Integer(years)),
                _ => self
                    .faults
                    .push(row.fault("years", format!("{years:?} is not a number of years, from 1 to 100"))),
            }
        }
        let key = format!("{matter}|{what}|{}", row.get("on"));
        let index = self.put(
            row,
            &key,
            &["on", "kind", "until", "about", "state", "years"],
            draft,
            format!("milestone|{key}"),
            None,
        );
        self.remark(row, &key, "note", index);
    }
}

/// The dates of an instrument, found to go together.
struct Dates {
    issued: Option<Span>,
    made_public: Option<Span>,
    executed: Option<Span>,
    surrendered: Option<Span>,
    ended: Option<When>,
}

impl Dates {
    fn of(row: &Row, kind: &str, faults: &mut Vec<PackFault>) -> Dates {
        let mut span = |column: &str| row.span(column, faults);
        let issued = span("issued_on");
        let (made_public, executed, surrendered) = (span("made_public_on"), span("executed_on"), span("surrendered_on"));
        let (ended_on, ended_by) = (span("ended_on"), span("ended_by"));
        if let Some(issued) = issued {
            let later = [
                ("made_public_on", made_public),
                ("executed_on", executed),
                ("surrendered_on", surrendered),
                ("ended_on", ended_on),
                ("ended_by", ended_by),
            ];
            for (column, span) in later {
                if span.is_some_and(|span| span.last() < issued.first()) {
                    faults.push(row.fault(column, format!("lies before {issued}, the day of issue; mend one of the two")));
                }
            }
        }
        if let (Some(executed), Some(surrendered)) = (executed, surrendered)
            && surrendered.last() < executed.first()
        {
            faults.push(row.fault(
                "surrendered_on",
                format!("lies before {executed}, the day of arrest; mend one of the two"),
            ));
        }
        if let (Some(surrendered), Some(ended)) = (surrendered, ended_on.or(ended_by))
            && ended.last() < surrendered.first()
        {
            let reason = format!("the proceedings ended before the surrender or appearance on {surrendered}; mend one of the two");
            faults.push(row.fault("end_reason", reason));
        }
        if kind == kinds::SUMMONS_ISSUED && executed != surrendered {
            faults.push(row.fault(
                "surrendered_on",
                "differs from executed_on; of a summons both are the first appearance",
            ));
        }
        if ended_on.is_some() && ended_by.is_some() {
            faults.push(row.fault(
                "ended_by",
                "is filled beside ended_on; a proceeding ended on a day or by a day, not both",
            ));
        }
        if (ended_on.is_some() || ended_by.is_some()) != row.filled("end_reason").is_some() {
            faults.push(row.fault("end_reason", "an end and its reason go together: fill both, or neither"));
        }
        match row.filled("executed_in") {
            Some(_) if executed.is_none() || kind == kinds::SUMMONS_ISSUED => {
                faults.push(row.fault(
                    "executed_in",
                    "names a State where no arrest is dated; fill executed_on of a warrant, or empty it",
                ));
            }
            _ => {}
        }
        Dates {
            issued,
            made_public,
            executed,
            surrendered,
            ended: ended_on.map(When::In).or(ended_by.map(When::By)),
        }
    }
}

impl Dates {
    /// All dates with their columns.
    fn all(&self) -> [(&'static str, Option<Span>); 5] {
        let ended = if let Some(When::In(span) | When::By(span)) = self.ended {
            Some(span)
        } else {
            None
        };
        [
            ("issued_on", self.issued),
            ("made_public_on", self.made_public),
            ("executed_on", self.executed),
            ("surrendered_on", self.surrendered),
            ("ended_on", ended),
        ]
    }
}

/// `ICC-02/04`: a prefix of capital letters, a hyphen, two digits, a slash, two digits.
fn is_situation_no(text: &str) -> bool {
    let Some((prefix, rest)) = text.split_once('-') else { return false };
    let Some((number, year)) = rest.split_once('/') else { return false };
    let two = |t: &str| t.len() == 2 && t.bytes().all(|b| b.is_ascii_digit());
    !prefix.is_empty() && prefix.bytes().all(|b| b.is_ascii_uppercase()) && two(number) && two(year)
}
