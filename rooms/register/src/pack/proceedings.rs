//! Instruments, milestones and citations: the rows of the pack that rest on other rows.

use super::PackFault;
use super::items::{Items, draft, is_key, persons};
use super::read::Row;
use crate::kinds;
use record::entry::Subject;
use record::json::{Object, Value};
use record::when::{Span, When};

/// The verdicts of citations.
const VERDICTS: [&str; 4] = ["confirms", "partly", "contradicts", "inferred"];

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
            self.faults.extend(state_fault(row, "state", code));
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

    pub(super) fn citation(&mut self, row: &Row) {
        let before = self.faults.len();
        let [file, key, field, verdict] = ["file", "key", "field", "verdict"].map(|column| row.need(column, &mut self.faults));
        let source = row.need("source", &mut self.faults);
        if !VERDICTS.contains(&verdict.as_str()) {
            self.faults
                .push(row.fault("verdict", format!("{verdict:?} is not a verdict; write {}", VERDICTS.join(", "))));
        }
        match (verdict.as_str(), row.filled("value")) {
            ("contradicts", None) => self
                .faults
                .push(row.fault("value", "is empty; a citation that contradicts says what the source gives instead")),
            ("contradicts", Some(_)) if field.ends_with("_on") || field.ends_with("_by") => {
                row.span("value", &mut self.faults);
            }
            ("contradicts", Some(_)) | (_, None) => {}
            (_, Some(_)) => self.faults.push(row.fault(
                "value",
                "only a citation that contradicts gives a value; leave it empty, or mend the verdict",
            )),
        }
        let Some((parent, of)) = self.cited(row, &file, &key, &field) else {
            return;
        };
        if self.faults.len() > before {
            return;
        }
        let Some(item) = self.items.get(parent).cloned() else { return };
        let mut draft = draft(&item.draft.matter, kinds::CITATION, When::Unknown, Some(&source));
        draft.about = persons(&item.draft.about);
        let body = Object::new().text("field", &of).text("verdict", &verdict).text("source", &source);
        draft.body = body.text_if("value", row.filled("value")).text_if("says", row.filled("says"));
        let slot = format!("citation|{}|{of}|{verdict}|{}|{source}", item.slot, row.get("value"));
        self.put(
            row,
            &format!("{file}|{key}|{field}|{source}"),
            &["verdict"],
            draft,
            slot,
            Some(parent),
        );
    }

    /// The item that a citation is about, and the field of its entry.
    fn cited(&mut self, row: &Row, file: &str, key: &str, field: &str) -> Option<(usize, String)> {
        let Some((file, known, row_column)) = CITED.iter().find(|(name, _, _)| *name == file).copied() else {
            *self.others.entry(file.to_owned()).or_default() += 1;
            return None;
        };
        let Some((_, of, absent)) = known.iter().find(|(column, _, _)| *column == field) else {
            let columns: Vec<&str> = known.iter().map(|(column, _, _)| *column).collect();
            self.faults.push(row.fault(
                "field",
                format!("{field:?} is not a field of {file} that can be cited; write {}", columns.join(", ")),
            ));
            return None;
        };
        let Some(of_row) = self.cell(file, key, row_column) else {
            if self.is_there(file, key) {
                return None;
            }
            self.faults
                .push(row.fault("key", format!("{key:?} is not a key of {file}; mend it, or add the row there")));
            return None;
        };
        if let Some(cell) = self.cell(file, key, field) {
            return Some((cell, (*of).to_owned()));
        }
        let Some(kind) = absent else {
            self.faults.push(row.fault(
                "field",
                format!("{field} of {key} is empty in {file}: there is nothing to cite; fill it there, or take the citation out"),
            ));
            return None;
        };
        self.said.push(format!(
            "citations.csv, line {}: {field} of {key} is empty; kept as a source that nothing of the kind happened",
            row.line
        ));
        Some((of_row, format!("none:{kind}")))
    }

    /// Nothing in an edition lies after its own day.
    fn not_after_edition(&mut self, row: &Row, dates: &[(&str, Option<Span>)]) {
        let Some(edition) = self.edition_day() else { return };
        for (column, span) in dates {
            if span.is_some_and(|span| span.first() > edition) {
                self.faults.push(row.fault(
                    column,
                    format!("lies after the edition's day {edition}; an edition tells what has happened"),
                ));
            }
        }
    }
}

/// A column that can be cited, the field of the entry that it became, and the kind of which a source
/// on an empty cell says that nothing happened.
type Citable = (&'static str, &'static str, Option<&'static str>);

/// Files that can be cited, their columns, and the column that every row has.
const CITED: [(&str, &[Citable], &str); 4] = [
    (
        "persons.csv",
        &[
            ("name", "name", None),
            ("also_known_as", "also_known_as", None),
            ("notes", "text", None),
        ],
        "name",
    ),
    (
        "proceedings.csv",
        &[
            ("issued_on", "effective", None),
            ("made_public_on", "effective", Some(kinds::MADE_PUBLIC)),
            ("executed_on", "effective", Some(kinds::WARRANT_EXECUTED)),
            ("executed_in", "state", None),
            ("surrendered_on", "effective", Some(kinds::SURRENDERED)),
            ("ended_on", "effective", Some(kinds::ENDED)),
            ("ended_by", "effective", Some(kinds::ENDED)),
            ("end_reason", "reason", None),
            ("situation", "situation", None),
            ("notes", "text", None),
        ],
        "issued_on",
    ),
    (
        "milestones.csv",
        &[
            ("on", "effective", None),
            ("state", "state", None),
            ("years", "years", None),
            ("until", "until", None),
        ],
        "on",
    ),
    ("official_counts.csv", &[("figure", "figure", None)], "figure"),
];

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
            Some(code) => faults.extend(state_fault(row, "executed_in", code)),
            None => {}
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

fn state_fault(row: &Row, column: &str, code: &str) -> Option<PackFault> {
    let formed = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    (!formed).then(|| {
        row.fault(
            column,
            format!("{code:?} is not the code of a State; write ISO 3166-1 alpha-3, such as FRA"),
        )
    })
}

/// `ICC-02/04`: a prefix of capital letters, a hyphen, two digits, a slash, two digits.
fn is_situation_no(text: &str) -> bool {
    let Some((prefix, rest)) = text.split_once('-') else { return false };
    let Some((number, year)) = rest.split_once('/') else { return false };
    let two = |t: &str| t.len() == 2 && t.bytes().all(|b| b.is_ascii_digit());
    !prefix.is_empty() && prefix.bytes().all(|b| b.is_ascii_uppercase()) && two(number) && two(year)
}
