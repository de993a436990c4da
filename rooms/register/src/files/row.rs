//! One row of a file, out of the entries of its matter: its acts, and what its cells hold on a day.

use super::{Becomes, Column, File, codes, of_matter};
use crate::chain::{self, Held, Remark};
use crate::kinds;
use crate::port::Recorded;
use crate::reading::FIRST_DAY;
use crate::truth::{Citations, Truth};
use jiff::civil::Date;
use record::audience::Level;
use record::entry::{EntryId, Subject};
use record::json::Value;
use record::when::When;
use std::collections::BTreeMap;

/// A row of a file.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The file.
    pub file: &'static File,
    /// The matter.
    pub matter: &'a str,
    /// Citations of its entries.
    pub citations: Citations<'a>,
    acts: Vec<RowAct<'a>>,
    remarks: BTreeMap<&'a EntryId, Vec<&'a Recorded>>,
    /// The narrowest level at which anything of it was taken back.
    taken_back: Level,
}

/// An act of a row.
#[derive(Clone, Debug)]
pub struct RowAct<'a> {
    /// The fact.
    pub held: Held<'a>,
    /// The day from and including which it counts; none where no day is known.
    pub counts_on: Option<Date>,
}

impl<'a> RowAct<'a> {
    /// Kind of the entry.
    pub fn kind(&self) -> &'a str {
        &self.held.now().entry.kind
    }

    /// Whether it counts on a day; what has no day counts on all.
    pub fn counts(&self, day: Date) -> bool {
        self.counts_on.is_none_or(|on| on <= day)
    }

    /// Whether no day is known.
    pub fn is_undated(&self) -> bool {
        self.held.now().entry.effective == When::Unknown
    }
}

impl<'a> Row<'a> {
    /// The rows that these entries make, by matter. `entries` stand in the order of recording.
    pub fn all(entries: impl IntoIterator<Item = &'a Recorded>, law: &law::Pack) -> Vec<Row<'a>> {
        let mut matters: BTreeMap<&'a str, Vec<&'a Recorded>> = BTreeMap::new();
        for recorded in entries {
            matters.entry(recorded.entry.matter.as_str()).or_default().push(recorded);
        }
        matters
            .into_iter()
            .filter_map(|(matter, entries)| Row::of(matter, entries, law))
            .collect()
    }

    /// The row of a matter, out of its entries in the order of recording; none where the matter is no row of
    /// a file, or nothing in it stands.
    pub fn of(matter: &'a str, entries: impl IntoIterator<Item = &'a Recorded>, law: &law::Pack) -> Option<Row<'a>> {
        let entries: Vec<&Recorded> = entries.into_iter().collect();
        let taken_back = chain::taken_back_at(entries.iter().copied());
        let row = Row::of_facts(matter, chain::held(entries), law)?;
        Some(Row { taken_back, ..row })
    }

    /// The same, out of these facts.
    pub fn of_facts(matter: &'a str, held: Vec<Held<'a>>, law: &law::Pack) -> Option<Row<'a>> {
        let file = of_matter(matter)?;
        let citations = Citations::among(&held);
        let mut remarks: BTreeMap<&EntryId, Vec<&Recorded>> = BTreeMap::new();
        let mut acts = Vec::new();
        for fact in held {
            let now = fact.now();
            if now.entry.matter != matter {
                continue;
            }
            if now.entry.kind == kinds::REMARK {
                for subject in &now.entry.about {
                    if let Subject::Entry(id) = subject {
                        remarks.entry(id).or_default().push(now);
                    }
                }
            } else if let Some(place) = file.kinds().position(|kind| kind == now.entry.kind) {
                let effective = &now.entry.effective;
                // Where we no longer know is open as early as it may be; all else counts when it is certain.
                let day = if now.entry.kind == kinds::POSITION_UNRESOLVED {
                    let treaty = file.constant.and_then(|(_, treaty)| law.treaty(treaty));
                    effective.first().or(treaty.map(|treaty| treaty.adopted))
                } else {
                    effective.last()
                };
                let counts_on = day.map(|day| law.counts_on(day));
                acts.push((place, RowAct { held: fact, counts_on }));
            }
        }
        acts.sort_by(|(p, a), (q, b)| (p, a.counts_on, a.held.first).cmp(&(q, b.counts_on, b.held.first)));
        let acts: Vec<RowAct> = acts.into_iter().map(|(_, act)| act).collect();
        (!acts.is_empty()).then_some(Row {
            file,
            matter,
            citations,
            acts,
            remarks,
            taken_back: Level::Public,
        })
    }

    /// Its acts, in the order of the file's columns.
    pub fn acts(&self) -> &[RowAct<'a>] {
        &self.acts
    }

    /// The act of a kind.
    pub fn act(&self, kind: &str) -> Option<&RowAct<'a>> {
        self.acts.iter().find(|act| act.kind() == kind)
    }

    /// The act of a kind, if it counts on a day.
    pub fn act_on(&self, kind: &str, day: Date) -> Option<&RowAct<'a>> {
        self.act(kind).filter(|act| act.counts(day))
    }

    /// The opening: the first act in the order of the columns.
    pub fn opening(&self) -> &RowAct<'a> {
        // A row is made with at least one act.
        &self.acts[0]
    }

    /// Whether no act of it has a day.
    pub fn is_undated(&self) -> bool {
        self.acts.iter().all(|act| act.counts_on.is_none())
    }

    /// The first day on which the row is there: that of its first dated act. A row without any day is there
    /// from the first day on: we do not know since when, and leaving it out would say that it was not.
    pub fn from(&self) -> Date {
        self.acts.iter().filter_map(|act| act.counts_on).min().unwrap_or(FIRST_DAY)
    }

    /// The States that it is about: that of its column, else those that its newest version names. What it named
    /// before it was corrected stays a subject of its entries, and is none of them.
    pub fn states(&self) -> Vec<&'a str> {
        let mut states: Vec<&'a str> = Vec::new();
        for column in self.file.columns {
            match column.becomes {
                Becomes::State => {
                    let mut subjects = self.opening().held.now().entry.about.iter();
                    states.extend(subjects.find_map(|s| if let Subject::State(code) = s { Some(code.as_str()) } else { None }));
                }
                Becomes::StateMember(kinds, member, _) => {
                    let mut acts = kinds.iter().filter_map(|kind| self.act(kind));
                    let value = acts.find_map(|act| act.held.now().entry.body.get(member));
                    for code in value.into_iter().flat_map(texts).flat_map(codes) {
                        if !states.contains(&code) {
                            states.push(code);
                        }
                    }
                }
                _ => {}
            }
        }
        states
    }

    /// The State of a file that has one a row.
    pub fn state(&self) -> Option<&'a str> {
        self.states().first().copied()
    }

    /// The persons that it is about.
    pub fn persons(&self) -> Vec<&'a str> {
        let subjects = self.opening().held.now().entry.about.iter();
        subjects
            .filter_map(|s| if let Subject::Person(key) = s { Some(key.as_str()) } else { None })
            .collect()
    }

    /// The fact and field in which a column stands on a day; none where it is empty.
    pub fn cell(&self, column: &Column, day: Date) -> Option<(&RowAct<'a>, &'static str)> {
        let held = |kinds: &[&str], member: &'static str| {
            let acts = kinds.iter().filter_map(|kind| self.act(kind));
            let mut acts = acts.filter(|act| act.held.now().entry.body.get(member).is_some());
            acts.find(|act| act.counts(day)).map(|act| (act, member))
        };
        match column.becomes {
            Becomes::Act(kind) => {
                let act = self.act_on(kind, day).filter(|act| !act.is_undated());
                let by = |act: &&RowAct| !matches!(act.held.now().entry.effective, When::By(_)) || !self.has_by(kind);
                act.filter(by).map(|act| (act, EFFECTIVE))
            }
            Becomes::By(kind) => {
                let act = self.act_on(kind, day);
                let by = |act: &&RowAct| matches!(act.held.now().entry.effective, When::By(_));
                act.filter(by).map(|act| (act, EFFECTIVE))
            }
            Becomes::Member(kinds, member, _) | Becomes::StateMember(kinds, member, _) => held(kinds, member),
            Becomes::Told(kind, member) => held(&[kind], member),
            Becomes::Joined => held(&[kinds::TREATY_JOINED], "by").or_else(|| held(&[kinds::POSITION_UNRESOLVED], "reason")),
            Becomes::Name | Becomes::State | Becomes::Persons | Becomes::Remark | Becomes::Source | Becomes::FieldSources => None,
        }
    }

    /// Whether another column of the file holds the same date as a day by which it happened.
    fn has_by(&self, kind: &str) -> bool {
        let is_by = |column: &Column| matches!(column.becomes, Becomes::By(of) if of == kind);
        self.file.columns.iter().any(is_by)
    }

    /// What is known of the truth of a cell.
    pub fn truth(&self, (act, field): (&RowAct<'a>, &str)) -> Truth {
        self.citations.truth(&act.held, field)
    }

    /// The text of a column on a day, as the file has it.
    pub fn text(&self, column: &str, day: Date) -> Option<String> {
        let (act, field) = self.cell(self.file.column(column)?, day)?;
        act.held.value(field)
    }

    /// The texts of a column that holds several.
    pub fn texts(&self, column: &str, day: Date) -> Vec<String> {
        let text = self.text(column, day).unwrap_or_default();
        text.split(';')
            .map(str::trim)
            .filter(|t| !t.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The narrowest level of what the row rests on on a day: its acts and remarks, and what was taken back of it.
    pub fn level(&self, day: Date) -> Level {
        let acts = self.acts.iter().filter(|act| act.counts(day)).map(|act| act.held.level());
        let remarks = self.remarks(day).into_iter().map(|remark| remark.level);
        acts.chain(remarks).max().unwrap_or(Level::Public).max(self.taken_back)
    }

    /// Remarks for people on any of its facts, written by a day.
    pub fn remarks(&self, by: Date) -> Vec<Remark<'a>> {
        let mut remarks = self.all_remarks();
        remarks.retain(|remark| remark.written <= by);
        remarks
    }

    /// Remarks for people on any of its facts, whenever they were written.
    pub fn all_remarks(&self) -> Vec<Remark<'a>> {
        let versions = self.acts.iter().flat_map(|act| act.held.versions());
        let remarks = versions.filter_map(|v| self.remarks.get(&v.entry.id)).flatten();
        remarks.filter_map(|recorded| Remark::of(recorded)).collect()
    }
}

/// The field of a date.
pub const EFFECTIVE: &str = "effective";

/// The texts of a member.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Text(text) => vec![text],
        Value::List(items) => items.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}
