//! Views as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, CRLF, headings that are the
//! names of the JSON members. Every row ends with the reading, so that a row cut out still says as at
//! which day it holds.
//!
//! Several values in one cell are parted by `; `. A cell that a spreadsheet would take for a formula
//! gets an apostrophe before it.

mod contacts;
mod requests;
mod rows;
mod states;

pub use contacts::contacts;
pub(crate) use requests::{public_request, public_requests};
pub(crate) use rows::{doubts, row, rows, sources};
pub(crate) use states::{compare, states};
pub use states::{parties, state};

use register::desk::Report;
use register::view::model::{
    ActUnder, Asked, Compared, Counts, EntryShown, Found, FoundBy, FoundPerson, FoundSituation, FoundState, Instrument, Member,
    Outstanding, Overview, Particulars, Person, PersonRow, Persons, Situation, SituationTotals, Situations, SourceSays, Step, Working,
};

/// What a file begins with, so that spreadsheets read UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// The columns that repeat the reading, and whether it is an exercise.
const READING: [&str; 4] = ["as_at", "known_on", "hindsight", "exercise"];
/// The same where the table has columns of these names itself.
const PAGE_READING: [&str; 4] = ["page_as_at", "page_known_on", "page_hindsight", "page_exercise"];
/// The columns of a person in a list.
const PERSON: [&str; 15] = [
    "id",
    "name",
    "situation",
    "situation_no",
    "status",
    "issued_on",
    "public_on",
    "days_outstanding",
    "warrants",
    "cases",
    "end_reason",
    "verified",
    "source",
    "sources",
    "values_of_other_sources",
];

/// A table of the shell that is no view: people, sessions, who has a matter.
pub fn table<const N: usize>(columns: [&str; N], rows: &[[String; N]]) -> String {
    let mut csv = Csv::new(columns);
    rows.iter().for_each(|row| csv.row(row));
    csv.0
}

/// A file in the making.
struct Csv(String);

impl Csv {
    fn new<'a>(columns: impl IntoIterator<Item = &'a str>) -> Csv {
        let mut csv = Csv(BYTE_ORDER_MARK.to_string());
        csv.row(columns);
        csv
    }

    fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) {
        for (i, cell) in cells.into_iter().enumerate() {
            if i > 0 {
                self.0.push(',');
            }
            write_cell(&mut self.0, cell.as_ref());
        }
        self.0.push_str("\r\n");
    }
}

fn write_cell(out: &mut String, cell: &str) {
    let is_number = cell
        .strip_prefix('-')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let guard = if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    if cell.contains([',', '"', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ') {
        out.push('"');
        out.push_str(guard);
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(guard);
        out.push_str(cell);
    }
}

/// `comity outstanding`: a person a row, longest outstanding first.
pub fn outstanding(view: &Outstanding) -> String {
    rows_of_persons(&view.asked, &view.persons)
}

/// `comity admin errors`: a report a row, in the order in which they came. No reading, as none is made.
pub fn error_reports(reports: &[Report]) -> String {
    let columns = [
        "reference",
        "received",
        "state",
        "page",
        "entry",
        "wrong",
        "right",
        "contact",
        "closed_at",
        "closed_by",
        "reason",
    ];
    let mut csv = Csv::new(columns);
    for report in reports {
        let (said, closed) = (&report.said, report.closed.as_ref());
        csv.row([
            report.reference.to_string(),
            format!("{:.0}", report.received),
            if closed.is_some() { "closed" } else { "open" }.to_owned(),
            said.page.clone(),
            said.entry.clone(),
            said.wrong.clone(),
            said.right.clone(),
            said.contact.clone(),
            closed.map(|closed| format!("{:.0}", closed.at)).unwrap_or_default(),
            closed.map(|closed| closed.by.clone()).unwrap_or_default(),
            closed.map(|closed| closed.reason.clone()).unwrap_or_default(),
        ]);
    }
    csv.0
}

/// The list of warrants: a person a row.
pub(crate) fn persons(view: &Persons) -> String {
    rows_of_persons(&view.asked, &view.persons)
}

/// One situation: a person a row.
pub(crate) fn situation(view: &Situation) -> String {
    rows_of_persons(&view.asked, &view.persons)
}

/// The first page: a day a row on which one of the two counts changed, with both counts from that day.
pub(crate) fn overview(view: &Overview) -> String {
    let mut csv = Csv::new(["from", "as_public_then", "with_hindsight"].into_iter().chain(READING));
    let mut days: Vec<_> = view.steps.iter().chain(&view.steps_hindsight).map(|step| step.from).collect();
    days.sort_unstable();
    days.dedup();
    let on = |steps: &[Step], day| steps.iter().rev().find(|step| step.from <= day).map_or(0, |step| step.count);
    for day in days {
        let cells = [
            day.to_string(),
            on(&view.steps, day).to_string(),
            on(&view.steps_hindsight, day).to_string(),
        ];
        csv.row(cells.into_iter().chain(reading(&view.asked)));
    }
    csv.0
}

/// One person: an act a row, in the order of the days.
pub(crate) fn person(view: &Person) -> String {
    let columns = [
        "id",
        "name",
        "instrument_id",
        "act",
        "what",
        "on",
        "counts_on",
        "verified",
        "others",
        "state",
        "particulars",
        "recorded",
        "remarks",
        "sources",
        "entry",
        "hash",
    ];
    let mut csv = Csv::new(columns.into_iter().chain(READING));
    for line in &view.lines {
        for ActUnder { instrument, date: dated } in &line.acts {
            let cells = [
                view.row.id.clone(),
                view.row.name.clone(),
                instrument.clone(),
                line.act.clone(),
                text(&line.what),
                dated.on.clone(),
                text(&dated.counts_on),
                dated.verified.to_string(),
                dated.others.join("; "),
                line.state.as_ref().map(|state| state.code.clone()).unwrap_or_default(),
                particulars(&line.particulars),
                line.recorded.to_string(),
                line.remarks.join("; "),
                says(&line.sources),
                dated.entry.clone(),
                dated.hash.clone(),
            ];
            csv.row(cells.into_iter().chain(reading(&view.asked)));
        }
    }
    csv.0
}

/// All situations: one a row.
pub(crate) fn situations(view: &Situations) -> String {
    let mut csv = Csv::new(["no", "name", "outstanding", "named"].into_iter().chain(READING));
    for SituationTotals {
        no,
        name,
        outstanding,
        named,
    } in &view.situations
    {
        let cells = [no.clone(), name.clone(), outstanding.to_string(), named.to_string()];
        csv.row(cells.into_iter().chain(reading(&view.asked)));
    }
    csv.0
}

/// How the figure was made: a person a row, with the part of the sum in which they stand.
pub(crate) fn working(view: &Working) -> String {
    let mut csv = Csv::new(["counted_as"].into_iter().chain(PERSON).chain(["entries"]).chain(READING));
    let parts = [
        ("outstanding", &view.outstanding),
        ("surrendered", &view.surrendered),
        ("ended", &view.ended),
        ("hindsight_adds", &view.hindsight_adds),
    ];
    for (part, rows) in parts {
        for row in rows {
            let cells = [part.to_owned()].into_iter().chain(person_cells(row)).chain([entries(row)]);
            csv.row(cells.chain(reading(&view.asked)));
        }
    }
    csv.0
}

/// Counts of institutions beside ours: one a row, by day. The reading of each row's own count is its
/// `as_at`; the columns of the page's reading bear `page_` before their names.
pub(crate) fn counts(view: &Counts) -> String {
    let columns = [
        "as_at",
        "what",
        "basis",
        "figure",
        "said_by",
        "source",
        "ours",
        "ours_by_basis",
        "entry",
    ];
    let mut csv = Csv::new(columns.into_iter().chain(PAGE_READING));
    for count in &view.counts {
        csv.row(compared(count).into_iter().chain(reading(&view.asked)));
    }
    csv.0
}

/// What a search found: persons, then situations, States and rows of files.
pub(crate) fn search(view: &Found) -> String {
    let mut csv = Csv::new(
        [
            "kind",
            "id",
            "name",
            "form",
            "status",
            "situation_no",
            "situation",
            "by",
            "likeness",
        ]
        .into_iter()
        .chain(READING),
    );
    for FoundPerson {
        row, form, by, likeness, ..
    } in &view.persons
    {
        let cells = [
            "person",
            &row.id,
            &row.name,
            form,
            &row.status,
            &row.situation_no,
            &row.situation,
            found_by(*by),
            &likeness.map(|percent| percent.to_string()).unwrap_or_default(),
        ];
        csv.row(cells.map(str::to_owned).into_iter().chain(reading(&view.asked)));
    }
    for FoundSituation { no, name, by } in &view.situations {
        let cells = ["situation", no, name, name, "", no, name, found_by(*by), ""];
        csv.row(cells.map(str::to_owned).into_iter().chain(reading(&view.asked)));
    }
    for FoundState { state, form, by } in &view.states {
        let cells = ["state", &state.code, &state.name_en, form, "", "", "", found_by(*by), ""];
        csv.row(cells.map(str::to_owned).into_iter().chain(reading(&view.asked)));
    }
    for row in &view.rows {
        let form = if row.form.is_empty() { &row.title } else { &row.form };
        let cells = [
            row.file.as_str(),
            &row.id,
            &row.title,
            form,
            "",
            "",
            "",
            found_by(FoundBy::Words),
            "",
        ];
        csv.row(cells.map(str::to_owned).into_iter().chain(reading(&view.asked)));
    }
    csv.0
}

/// How something was found, as the JSON says it.
fn found_by(by: FoundBy) -> &'static str {
    match by {
        FoundBy::Name => "name",
        FoundBy::Sound => "sound",
        FoundBy::Near => "near",
        FoundBy::Words => "words",
    }
}

/// One entry: a member a row, as recorded.
pub(crate) fn entry(view: &EntryShown) -> String {
    let mut csv = Csv::new(["member", "value"]);
    csv.row(["leaf_hash", &view.leaf_hash]);
    for Member { name, value } in &view.members {
        csv.row([name, value]);
    }
    csv.0
}

fn rows_of_persons(asked: &Asked, rows: &[PersonRow]) -> String {
    let mut csv = Csv::new(PERSON.into_iter().chain(READING));
    for row in rows {
        csv.row(person_cells(row).into_iter().chain(reading(asked)));
    }
    csv.0
}

fn person_cells(row: &PersonRow) -> [String; 15] {
    let each = |pick: fn(&Instrument) -> Option<&str>| {
        let mut values: Vec<_> = row.warrants.iter().filter_map(pick).collect();
        values.dedup();
        values.join("; ")
    };
    let others = row
        .sources
        .iter()
        .filter_map(|says| says.value.as_ref().map(|value| format!("{} {}: {value}", says.act, says.field)));
    [
        row.id.clone(),
        row.name.clone(),
        row.situation.clone(),
        row.situation_no.clone(),
        row.status.clone(),
        text(&row.issued_on),
        text(&row.public_on),
        text(&row.days_outstanding),
        each(|warrant| Some(&warrant.id)),
        each(|warrant| warrant.case.as_deref()),
        text(&row.end_reason),
        row.verified.to_string(),
        row.source.clone(),
        says(&row.sources),
        others.collect::<Vec<_>>().join("; "),
    ]
}

/// The entries on which a row rests: of each instrument, those of its acts.
fn entries(row: &PersonRow) -> String {
    let acts = row
        .warrants
        .iter()
        .flat_map(|w| [Some(&w.issued), w.made_public.as_ref(), w.surrendered.as_ref(), w.ended.as_ref()]);
    acts.flatten().map(|dated| dated.entry.as_str()).collect::<Vec<_>>().join("; ")
}

fn compared(count: &Compared) -> [String; 9] {
    let by_basis = count.ours_by_basis.iter().map(|ours| format!("{}: {}", ours.basis, ours.count));
    [
        count.as_at.to_string(),
        count.what.clone(),
        count.basis.clone(),
        count.figure.to_string(),
        count.said_by.clone(),
        count.source.clone(),
        text(&count.ours),
        by_basis.collect::<Vec<_>>().join("; "),
        count.entry.clone(),
    ]
}

/// What an act says further, member by member.
fn particulars(given: &Particulars) -> String {
    let years = given.years.map(|years| years.to_string());
    let members = [
        ("reason", &given.reason),
        ("years", &years),
        ("until", &given.until),
        ("instrument", &given.instrument),
        ("issued_on", &given.issued_on),
    ];
    let each = members
        .into_iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}: {value}")));
    each.collect::<Vec<_>>().join("; ")
}

/// Each source once, with its verdicts, in the order of the acts.
fn says(says: &[SourceSays]) -> String {
    let mut each: Vec<String> = says
        .iter()
        .map(|says| format!("{} {}: {} ({})", says.act, says.field, says.source, says.verdict))
        .collect();
    let mut told = std::collections::BTreeSet::new();
    each.retain(|says| told.insert(says.clone()));
    each.join("; ")
}

fn reading(asked: &Asked) -> [String; 4] {
    [
        asked.as_at.to_string(),
        asked.known_on.to_string(),
        asked.hindsight.to_string(),
        asked.exercise.to_string(),
    ]
}

fn text<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
#[path = "csv_tests.rs"]
mod tests;
