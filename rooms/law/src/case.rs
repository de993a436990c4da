//! The cases of a pack: a situation, and what must follow. They are read by the same lawyers as the
//! rules, and run by `comity law check` and by the tests.

mod changes;
mod contacts;
mod deadlines;
mod requests;
mod treaties;

use crate::raw::{RawCase, RawCases, RawThen, Source, Word};
use crate::read::is_cases;
use crate::{Act, Fact, Pack, PackFault};
use std::collections::BTreeSet;
use toml::Spanned;

/// What was found in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// All that is wrong, by file and line; a case that fails is a fault too.
    pub faults: Vec<PackFault>,
    /// The cases that were run, in the order of their files. Empty where the pack itself cannot be read.
    pub cases: Vec<CaseRun>,
}

/// One case that was run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRun {
    /// File within the pack's folder.
    pub file: String,
    /// Line on which it begins.
    pub line: usize,
    /// What it shows, in the author's words.
    pub says: String,
    /// Whether all that it expects followed.
    pub passed: bool,
}

/// Checks a pack and runs its cases. Takes what [`Pack::parse`] takes.
pub fn check(files: &[(String, String)]) -> CheckReport {
    let mut report = CheckReport {
        faults: Vec::new(),
        cases: Vec::new(),
    };
    let pack = match Pack::parse(files) {
        Ok(pack) => pack,
        Err(faults) => {
            report.faults = faults;
            return report;
        }
    };
    let mut statuses: Vec<String> = Vec::new();
    let mut standings: Vec<(String, String)> = Vec::new();
    // Of requests: `form ID`, `state ID`, `move ID`, `deadline ID`, `change ID`; `contact ID`.
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (file, text) in files.iter().filter(|(file, _)| is_cases(file)) {
        let source = Source { file, text };
        let cases: RawCases = match source.read() {
            Ok(cases) => cases,
            Err(fault) => {
                report.faults.push(fault);
                continue;
            }
        };
        for case in &cases.case {
            let (line, case) = (source.line(case), case.get_ref());
            statuses.extend(case.then.get_ref().iter().map(|then| then.get_ref().status.get_ref().clone()));
            report.ran(file, line, &case.says, run(&pack, &source, case));
        }
        for case in &cases.treaty_case {
            let (line, case) = (source.line(case), case.get_ref());
            let expected = case.then.get_ref().iter().map(|then| then.standing.get_ref().clone());
            standings.extend(expected.map(|standing| (case.treaty.get_ref().clone(), standing)));
            report.ran(file, line, &case.says, treaties::run(&pack, &source, case));
        }
        for case in &cases.request_case {
            let (line, case) = (source.line(case), case.get_ref());
            if case.step.is_none() {
                seen.insert(format!("form {}", case.form.get_ref()));
            }
            report.ran(file, line, &case.says, requests::run(&pack, &source, case));
        }
        for case in &cases.life_case {
            let (line, case) = (source.line(case), case.get_ref());
            seen.extend(case.acts.iter().map(|act| format!("move {}", act.step.get_ref())));
            for then in case.then.get_ref() {
                seen.insert(format!("state {}", then.state.get_ref()));
                let owed = then.owed.iter().flat_map(|owed| owed.get_ref());
                seen.extend(owed.map(|owed| format!("deadline {}", owed.deadline.get_ref())));
            }
            report.ran(file, line, &case.says, requests::run_life(&pack, &source, case));
        }
        for case in &cases.deadline_case {
            let (line, case) = (source.line(case), case.get_ref());
            seen.insert(format!("deadline {}", case.deadline.get_ref()));
            report.ran(file, line, &case.says, deadlines::run(&pack, &source, case));
        }
        for case in &cases.change_case {
            let (line, case) = (source.line(case), case.get_ref());
            let leads = case.then.get_ref().iter().flat_map(|then| then.leads_to.get_ref());
            seen.extend(leads.map(|leads| format!("change {}", leads.change.get_ref())));
            report.ran(file, line, &case.says, changes::run(&pack, &source, case));
        }
        for case in &cases.contact_case {
            let (line, case) = (source.line(case), case.get_ref());
            seen.extend(case.then.get_ref().iter().map(|then| format!("contact {}", then.rule.get_ref())));
            report.ran(file, line, &case.says, contacts::run(&pack, &source, case));
        }
        for case in &cases.regulation_33_case {
            report.ran(
                file,
                source.line(case),
                &case.get_ref().says,
                deadlines::run_reg_33(&pack, &source, case.get_ref()),
            );
        }
    }
    let forms = pack.forms().iter().map(|form| ("form", &form.id));
    let states = pack.life_states().iter().map(|state| ("state", &state.id));
    let moves = pack.moves().iter().map(|step| ("move", &step.id));
    let deadlines = pack.deadlines().iter().map(|deadline| ("deadline", &deadline.id));
    let changes = pack.changes().iter().map(|change| ("change", &change.id));
    let contacts = pack.contact_rules().iter().map(|rule| ("contact", &rule.id));
    for (what, id) in forms.chain(states).chain(moves).chain(deadlines).chain(changes).chain(contacts) {
        if !seen.contains(&format!("{what} {id}")) {
            report.unseen(&format!("{what} `{id}`"));
        }
    }
    for status in pack.statuses().filter(|status| !statuses.iter().any(|e| e == status)) {
        report.unseen(&format!("status `{status}`"));
    }
    for treaty in pack.treaties() {
        let seen = |id: &str| standings.iter().any(|(t, s)| *t == treaty.id && s == id);
        for standing in pack.standings(&treaty.id).iter().filter(|standing| !seen(&standing.id)) {
            report.unseen(&format!("standing `{}` under `{}`", standing.id, treaty.id));
        }
    }
    report.faults.sort();
    report
}

impl CheckReport {
    fn ran(&mut self, file: &str, line: usize, says: &Word, faults: Vec<PackFault>) {
        self.cases.push(CaseRun {
            file: file.to_owned(),
            line,
            says: says.get_ref().clone(),
            passed: faults.is_empty(),
        });
        self.faults.extend(faults);
    }

    fn unseen(&mut self, what: &str) {
        let reason = format!("no case expects the {what}; add one, so that others can see what it means");
        self.faults.push(PackFault::new("cases/", 1, reason));
    }
}

/// What is wrong with the rules that a case shows, and whether it expects anything: where `then` stands, with what
/// is expected there.
fn shows_and_expects<T>(
    pack: &Pack,
    source: &Source,
    shows: &Spanned<Vec<Word>>,
    then: Option<(&Spanned<Vec<T>>, &str)>,
) -> Vec<PackFault> {
    let mut faults = Vec::new();
    if shows.get_ref().is_empty() {
        faults.push(source.fault(shows, "the case shows no rule; name one or more under `shows`"));
    }
    for id in shows.get_ref().iter().filter(|id| pack.rule(id.get_ref()).is_none()) {
        faults.push(source.fault(id, format!("there is no rule `{}` in this pack; mend the id", id.get_ref())));
    }
    if let Some((then, what)) = then.filter(|(then, _)| then.get_ref().is_empty()) {
        let reason = format!("the case expects nothing; say what follows on a day: {{ as_at = …, {what} = \"…\" }}");
        faults.push(source.fault(then, reason));
    }
    faults
}

/// Runs a case: all that is wrong with it or does not follow.
fn run(pack: &Pack, source: &Source, case: &RawCase) -> Vec<PackFault> {
    let mut faults = shows_and_expects(pack, source, &case.shows, Some((&case.then, "status")));
    if !case.person.get_ref().starts_with("exercise-") {
        faults.push(source.fault(
            &case.person,
            "cases are about nobody real; name the person exercise-0001 or the like",
        ));
    }
    let mut acts = Vec::new();
    for act in &case.acts {
        match (source.day(&act.on), Fact::of_word(act.fact.get_ref())) {
            (Ok(on), Some(fact)) => acts.push(Act {
                kind: fact.kind(),
                instrument: act.under.get_ref(),
                counts_on: pack.counts_on(on),
            }),
            (Err(fault), _) => faults.push(fault),
            (_, None) => faults.push(source.fault(
                &act.fact,
                format!("`{}` is not a fact; see the list in docs/law-packs.md", act.fact.get_ref()),
            )),
        }
    }
    if faults.is_empty() {
        faults.extend(
            case.then
                .get_ref()
                .iter()
                .filter_map(|then| follows(pack, source, &acts, then.get_ref()).err()),
        );
    }
    faults
}

/// Whether what is expected on a day follows; the fault says what follows instead.
fn follows(pack: &Pack, source: &Source, acts: &[Act], then: &RawThen) -> Result<(), PackFault> {
    let expected = then.status.get_ref();
    if expected != "none" && !pack.statuses().any(|status| status == expected) {
        let known: Vec<&str> = pack.statuses().collect();
        return Err(source.fault(
            &then.status,
            format!("`{expected}` is no status of this pack; write one of {}, or none", known.join(", ")),
        ));
    }
    let day = source.day(&then.as_at)?;
    let found = pack.status_on(acts, day);
    let (status, mut under) = found.map_or(("none", Vec::new()), |s| (s.id, s.instruments));
    let mut wanted: Vec<&str> = then.under.iter().flatten().map(Word::get_ref).map(String::as_str).collect();
    wanted.sort_unstable();
    under.sort_unstable();
    if status == expected && (then.under.is_none() || under == wanted) {
        return Ok(());
    }
    let said = |status: &str, under: &[&str]| {
        if under.is_empty() {
            format!("`{status}`")
        } else {
            format!("`{status}` under {}", under.join(", "))
        }
    };
    let reason = format!(
        "as at {day} the case expects {}, but by the rules it is {}; mend the one or the other",
        said(expected, &wanted),
        said(status, &under)
    );
    Err(source.fault(&then.status, reason))
}
