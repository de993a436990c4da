//! States and treaties as CSV: all States, one State's profile, parties, and what changed between two days.

use super::rows::{BEHIND, row_cells, state_cells};
use super::{Csv, READING, reading, text};
use register::files::{self, File};
use register::view::model::{Asked, Comparison, Computed, Event, Moved, Parties, Row, RuleShown, StateProfile, States, Tie};

/// All States: one a row, by code.
pub(crate) fn states(view: &States) -> String {
    let columns = ["code", "name_en", "name_fr", "group", "tie", "rome_statute", "apic", "bound_by"];
    let mut csv = Csv::new(columns.into_iter().chain(READING));
    for row in &view.states {
        let ties = [
            row.group.clone(),
            row.tie.clone(),
            text(&row.rome_statute),
            text(&row.apic),
            row.bound_by.join("; "),
        ];
        let cells = state_cells(&row.state).into_iter().chain(ties);
        csv.row(cells.chain(reading(&view.asked)));
    }
    csv.0
}

/// The columns of what the law gives for a State under a treaty.
const BY_LAW: [&str; 13] = [
    "treaty",
    "code",
    "name_en",
    "name_fr",
    "group",
    "standing",
    "party",
    "since",
    "rules",
    "in_force_by_law",
    "in_force_differs",
    "withdrawal_by_law",
    "withdrawal_differs",
];

/// `comity parties`: a State a row that stands towards the treaty in some way, party or not. What the law
/// gives comes first, then what the file of the treaty has.
pub fn parties(view: &Parties) -> String {
    let file = files::FILES
        .iter()
        .find(|file| file.constant == Some(("treaty", view.treaty.as_str())));
    let columns = file.map(|file| file.columns).unwrap_or_default().iter().map(|column| column.name);
    let mut csv = Csv::new(BY_LAW.into_iter().chain(columns).chain(BEHIND).chain(READING));
    for tie in &view.ties {
        let empty = || vec![String::new(); file.map_or(0, |file| file.columns.len()) + BEHIND.len()];
        let recorded = file
            .zip(tie.row.as_ref())
            .map(|(file, row)| row_cells(file, row))
            .unwrap_or_else(empty);
        csv.row(by_law(tie).into_iter().chain(recorded).chain(reading(&view.asked)));
    }
    csv.0
}

fn by_law(tie: &Tie) -> Vec<String> {
    let on = |computed: &Option<Computed>| text(&computed.as_ref().map(|computed| computed.on));
    let differs = |computed: &Option<Computed>| text(&computed.as_ref().map(|computed| computed.differs));
    let mut cells = vec![tie.treaty.clone()];
    cells.extend(state_cells(&tie.state));
    cells.extend([
        tie.group.clone(),
        text(&tie.standing),
        tie.party.to_string(),
        text(&tie.since),
        rules(&tie.rules),
        on(&tie.in_force),
        differs(&tie.in_force),
        on(&tie.withdrawal),
        differs(&tie.withdrawal),
    ]);
    cells
}

fn rules(rules: &[RuleShown]) -> String {
    rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>().join("; ")
}

/// `comity state`: a fact a row, as the tables of a profile do not fit into one: the section of the profile,
/// what is told (a row of a file with its column, or a word of the profile), its value, its date, and what is
/// known of its truth.
pub fn state(view: &StateProfile) -> String {
    let mut facts = Facts::new(&view.asked);
    facts.say("state", "code", &view.state.code, "");
    facts.say("state", "name_en", &view.state.name_en, "");
    facts.say("state", "name_fr", &view.state.name_fr, "");
    facts.say("state", "other_names", &view.other_names.join("; "), "");
    facts.say("state", "group", &view.group, "");
    facts.say("state", "membership", &view.membership, "");
    facts.say("state", "languages", &view.languages.join("; "), "");
    facts.say("state", "tie", &view.tie, "");
    if let Some(began) = view.began {
        facts.say("state", "began", &began.to_string(), &began.to_string());
    }
    facts.say("address", "advice", &view.address.advice, "");
    facts.rows("address", &view.address.declaration);
    for tie in &view.treaties {
        let since = text(&tie.since);
        facts.say("treaty", &format!("{} standing", tie.treaty), &text(&tie.standing), &since);
        for (what, computed) in [("in_force", &tie.in_force), ("withdrawal", &tie.withdrawal)] {
            if let Some(computed) = computed {
                let on = computed.on.to_string();
                facts.say("treaty", &format!("{} {what}_by_law", tie.treaty), &rules(&computed.rules), &on);
            }
        }
        facts.rows("treaty", &tie.row);
    }
    for bound in &view.bound {
        facts.say("bound", &format!("{} by", bound.row.id), &bound.by, "");
        facts.rows("bound", [&bound.row]);
    }
    facts.rows("acceptance", &view.acceptances);
    facts.rows("law", &view.laws);
    for topic in view.topics.iter().filter(|topic| !topic.laws.is_empty()) {
        facts.say("topic", &topic.topic, &topic.laws.join("; "), "");
    }
    facts.rows("agreement", &view.agreements);
    facts.rows("finding", &view.findings);
    facts.rows("referral", &view.referrals);
    for act in &view.acts {
        facts.event("act", act);
    }
    for situation in &view.situations {
        for person in &situation.persons {
            let since = person.public_on.as_deref().or(person.issued_on.as_deref()).unwrap_or_default();
            facts.line([
                "person",
                &format!("{} {}", situation.situation.no, person.id),
                &format!("{}: {}", person.name, person.status),
                since,
                &person.verified.to_string(),
                "",
                &super::says(&person.sources),
                "",
            ]);
        }
    }
    facts.csv.0
}

/// A profile in the making: a fact a row.
struct Facts<'a> {
    csv: Csv,
    asked: &'a Asked,
}

impl<'a> Facts<'a> {
    fn new(asked: &'a Asked) -> Facts<'a> {
        let columns = ["section", "what", "value", "date", "verified", "others", "source", "entry"];
        Facts {
            csv: Csv::new(columns.into_iter().chain(READING)),
            asked,
        }
    }

    fn line(&mut self, cells: [&str; 8]) {
        let cells = cells.into_iter().map(str::to_owned);
        self.csv.row(cells.chain(reading(self.asked)));
    }

    /// Something that is worked out; nothing where it is empty.
    fn say(&mut self, section: &str, what: &str, value: &str, date: &str) {
        if !value.is_empty() {
            self.line([section, what, value, date, "", "", "", ""]);
        }
    }

    /// The cells of rows, each with its own entry, and their remarks.
    fn rows<'r>(&mut self, section: &str, rows: impl IntoIterator<Item = &'r Row>) {
        for row in rows {
            let columns = files::of_matter(&row.id).map(|file: &File| file.columns).unwrap_or_default();
            for column in columns {
                let Some(cell) = row.cells.get(column.name) else { continue };
                self.line([
                    section,
                    &format!("{} {}", row.id, column.name),
                    &cell.value,
                    &text(&cell.counts_on),
                    &cell.verified.to_string(),
                    &cell.others.join("; "),
                    &super::says(&cell.sources),
                    &cell.entry,
                ]);
            }
            self.say(section, &format!("{} remarks", row.id), &row.remarks.join("; "), "");
        }
    }

    fn event(&mut self, section: &str, event: &Event) {
        let date = &event.date;
        self.line([
            section,
            &told(event),
            &about(event),
            &text(&date.counts_on),
            &date.verified.to_string(),
            &date.others.join("; "),
            "",
            &date.entry,
        ]);
    }
}

/// What happened.
fn told(event: &Event) -> String {
    let what = event.what.iter().map(String::as_str);
    std::iter::once(event.act.as_str()).chain(what).collect::<Vec<_>>().join(" ")
}

/// Whom or what it is about: the person, or the row of a file and what it is called.
fn about(event: &Event) -> String {
    let person = event.person.iter().map(|person| person.id.clone());
    let file = event
        .file
        .iter()
        .flat_map(|file| std::iter::once(file.id.clone()).chain(file.title.clone()));
    person.chain(file).collect::<Vec<_>>().join(" ")
}

/// What changed between two days: a change a row, with the section of the page in which it stands.
pub(crate) fn compare(view: &Comparison) -> String {
    let columns = [
        "section", "what", "id", "name", "before", "after", "on", "verified", "others", "entry", "from",
    ];
    let mut csv = Csv::new(columns.into_iter().chain(READING));
    let from = view.from.to_string();
    let mut line = |cells: [&str; 10]| {
        let cells = cells.into_iter().chain([from.as_str()]).map(str::to_owned);
        csv.row(cells.chain(reading(&view.asked)));
    };
    for figure in &view.figures {
        let (before, after) = (figure.before.to_string(), figure.after.to_string());
        line(["figure", &figure.what, "", "", &before, &after, "", "", "", ""]);
    }
    let [before, after] = &view.unresolved;
    for (states, before, after) in [(before, "unresolved", ""), (after, "", "unresolved")] {
        for state in states {
            line([
                "unresolved",
                "rome-statute",
                &state.code,
                &state.name_en,
                before,
                after,
                "",
                "",
                "",
                "",
            ]);
        }
    }
    for (section, moved) in [("came", &view.came), ("left", &view.left), ("between", &view.between)] {
        for Moved { row, came, left } in moved {
            let on = [came, left]
                .into_iter()
                .flatten()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("; ");
            let verified = row.verified.to_string();
            line([section, "outstanding", &row.id, &row.name, "", &row.status, &on, &verified, "", ""]);
        }
    }
    for change in &view.standings {
        let (before, after, since) = (text(&change.before), text(&change.after), text(&change.since));
        let state = &change.state;
        line([
            "standing",
            &change.treaty,
            &state.code,
            &state.name_en,
            &before,
            &after,
            &since,
            "",
            "",
            "",
        ]);
    }
    for event in &view.events {
        let id = event
            .person
            .as_ref()
            .map(|person| &person.id)
            .or(event.file.as_ref().map(|file| &file.id));
        let states = event.file.iter().flat_map(|file| &file.states).chain(&event.state);
        let states = states.map(|state| state.name_en.as_str()).collect::<Vec<_>>().join("; ");
        let name = event.person.as_ref().map_or(states, |person| person.name.clone());
        let (on, verified) = (text(&event.date.counts_on), event.date.verified.to_string());
        let id = id.cloned().unwrap_or_default();
        let others = event.date.others.join("; ");
        line([
            "event",
            &told(event),
            &id,
            &name,
            "",
            "",
            &on,
            &verified,
            &others,
            &event.date.entry,
        ]);
    }
    csv.0
}
