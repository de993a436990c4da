//! An edition against the record: what is new, what corrects, what is dropped, where an officer differs.

use super::items::{Item, Items, persons};
use super::known::{Chain, Known, is_pack, retracts, target};
use super::read::Row;
use super::{ImportReport, PACK, PackFault};
use crate::kinds;
use jiff::civil::Date;
use record::entry::{Corrects, Draft, EntryId, Subject, derived_correction_id, derived_id};
use record::json::{Object, Value};
use record::when::When;
use std::collections::{BTreeMap, HashSet};

/// What is to be appended, and what is said about it.
#[derive(Debug)]
pub struct Merged {
    pub drafts: Vec<Draft>,
    pub report: ImportReport,
}

struct Merge {
    known: Known,
    edition: String,
    merged: Merged,
    /// For each item its slot, and the entry that stands for it in the record; none where an officer's entry stands
    /// that says something else.
    stands: Vec<(Option<EntryId>, String)>,
    slots: HashSet<String>,
    faults: Vec<PackFault>,
}

/// Merges an edition into what is known.
///
/// # Errors
/// What the edition may not do to what is known, `today` being the day in The Hague.
pub fn merge(items: Items, dropped: &[Row], known: Known, today: Date) -> Result<Merged, Vec<PackFault>> {
    let edition = items.edition_day().map(|day| day.to_string()).unwrap_or_default();
    let newest = known
        .chains
        .keys()
        .filter_map(|slot| slot.strip_prefix("edition|"))
        .max()
        .unwrap_or_default()
        .to_owned();
    let fault = |reason: String| PackFault {
        file: "edition.csv".into(),
        line: None,
        column: Some("edition".into()),
        reason,
    };
    if items.edition_day().is_some_and(|day| day > today) {
        return Err(vec![fault(format!(
            "{edition} lies after today, {today}; an edition is taken in when its day has come"
        ))]);
    }
    if edition < newest {
        return Err(vec![fault(format!(
            "{edition} is older than the edition {newest} that this record holds; take in a newer one"
        ))]);
    }
    let mut merge = Merge {
        slots: items.items.iter().map(|item| item.slot.clone()).collect(),
        known,
        merged: Merged {
            drafts: Vec::new(),
            report: ImportReport {
                edition: edition.clone(),
                remarks: items.said.clone(),
                ..ImportReport::default()
            },
        },
        stands: Vec::new(),
        faults: Vec::new(),
        edition,
    };
    for item in &items.items {
        let slot = merge.slot(item, &items.items);
        let stands = merge.item(item, &slot);
        merge.stands.push((stands, slot));
    }
    if !merge.faults.is_empty() {
        return Err(merge.faults);
    }
    merge.dropped(dropped)?;
    let report = &merge.merged.report;
    if merge.edition == newest && report.added + report.corrected + report.retracted > 0 {
        let reason = format!("the edition {newest} is in this record already, and this one says something else; give it a day of its own");
        return Err(vec![fault(reason)]);
    }
    Ok(merge.merged)
}

impl Merge {
    /// Takes in one item; gives the entry that stands for it.
    fn item(&mut self, item: &Item, slot: &str) -> Option<EntryId> {
        let mut draft = item.draft.clone();
        if let Some(parent) = item.parent {
            let Some((Some(of), _)) = self.stands.get(parent).cloned() else {
                let said = format!(
                    "{}, line {}: not taken in, since an officer's entry stands that says something else",
                    item.file, item.line
                );
                self.merged.report.remarks.push(said);
                return None;
            };
            draft.about.push(Subject::Entry(self.kept_target(slot, &draft, &of)));
        }
        let Some(chain) = self.known.chains.get(slot) else {
            draft.id = derived_id(PACK, &draft);
            self.merged.report.added += 1;
            return Some(self.append(draft));
        };
        let newest = chain.newest();
        if persons(&newest.about) != persons(&draft.about) {
            // A correction restates a fact of one person's file; it does not move it into another's.
            let reason = "this matter is about another person in this record; give what is said of another person a key of its own, and list the old one in dropped.csv";
            self.faults.push(PackFault {
                file: item.file.to_owned(),
                line: Some(item.line),
                column: None,
                reason: reason.to_owned(),
            });
            return None;
        }
        if is_pack(newest) {
            if !retracts(newest) && same(newest, &draft) && newest.source == draft.source {
                self.merged.report.unchanged += 1;
                return Some(newest.id.clone());
            }
            draft.corrects = Some(Corrects {
                first: chain.first.clone(),
                saw: newest.id.clone(),
                reason: format!("edition {} of the pack {PACK}", self.edition),
                retracts: false,
            });
            draft.id = derived_correction_id(PACK, &draft);
            self.merged.report.corrected += 1;
            return Some(self.append(draft));
        }
        // An officer wrote the newest version: it stands.
        if !retracts(newest) && same(newest, &draft) {
            self.merged.report.unchanged += 1;
            return Some(newest.id.clone());
        }
        let of_pack = chain.newest_of_pack().filter(|v| same(v, &draft)).map(|v| v.id.clone());
        let newest = newest.clone();
        self.differs(&newest, &draft, false);
        of_pack
    }

    /// The slot under which the record knows an item. The slot of a milestone or count holds what the first
    /// version said; where an officer restated it and the edition now says the same, it is that fact.
    fn slot(&mut self, item: &Item, items: &[Item]) -> String {
        let parent = item
            .parent
            .and_then(|parent| Some((&items.get(parent)?.slot, &self.stands.get(parent)?.1)));
        let slot = match parent {
            Some((said, known)) => item.slot.replacen(said.as_str(), known, 1),
            None => item.slot.clone(),
        };
        let restated = [kinds::MILESTONE, kinds::COUNT_STATED].contains(&item.draft.kind.as_str());
        let slot = match self.known.chains.get(&slot) {
            None if restated => {
                let says_it = |chain: &&Chain| !retracts(chain.newest()) && same(chain.newest(), &item.draft);
                let known = self.known.chains.iter().find(|(_, chain)| says_it(chain));
                known.map_or(slot, |(known, _)| known.clone())
            }
            _ => slot,
        };
        self.slots.insert(slot.clone());
        slot
    }

    /// The entry that a remark or citation is about: the one of an earlier edition where what it says is
    /// said of the same value, else the one that stands now.
    fn kept_target(&self, slot: &str, draft: &Draft, now: &EntryId) -> EntryId {
        let earlier = self.known.chains.get(slot).and_then(|chain| target(chain.newest()));
        let Some(earlier) = earlier else { return now.clone() };
        let field = draft.body.get_text("field").unwrap_or_default();
        let same_value = match (self.known.version(earlier), self.known.version(now)) {
            (Some(a), Some(b)) => value(a, field) == value(b, field),
            _ => false,
        };
        if same_value || draft.kind == kinds::REMARK {
            earlier.clone()
        } else {
            now.clone()
        }
    }

    fn append(&mut self, draft: Draft) -> EntryId {
        let id = draft.id.clone();
        self.known.put(draft.clone());
        self.merged.drafts.push(draft);
        id
    }

    /// Records that the edition says something else than an officer's entry.
    fn differs(&mut self, officers: &Draft, edition: &Draft, absent: bool) {
        let mut draft = super::items::draft(&officers.matter, kinds::PACK_DIFFERS, When::Unknown, edition.source.as_deref());
        draft.audience = officers.audience.clone();
        draft.basis = officers.basis.clone();
        draft.about = persons(&officers.about);
        draft.about.push(Subject::Entry(officers.id.clone()));
        let body = Object::new()
            .text("edition", &self.edition)
            .text("kind", &edition.kind)
            .text("effective", edition.effective.to_string());
        let said = String::from_utf8_lossy(&edition.body.canonical()).into_owned();
        draft.body = body.text("body", said);
        if absent {
            draft.body.set("absent", Value::Bool(true));
        }
        draft.id = derived_id(PACK, &draft);
        self.merged.report.differs += 1;
        if self.known.differs.insert(draft.id.clone()) {
            self.merged.drafts.push(draft);
        }
    }

    /// Takes back what the edition lists as dropped; what it drops without saying so is refused.
    fn dropped(&mut self, rows: &[Row]) -> Result<(), Vec<PackFault>> {
        let mut faults = Vec::new();
        let mut listed: BTreeMap<(String, String), (&Row, bool)> = BTreeMap::new();
        for row in rows {
            let [file, key] = ["file", "key"].map(|column| row.need(column, &mut faults));
            row.need("reason", &mut faults);
            if listed.insert((file, key), (row, false)).is_some() {
                faults.push(row.fault("key", "is listed twice; list it once"));
            }
        }
        let is_gone = |slot: &String| !self.slots.contains(slot) && !slot.starts_with("edition|");
        let gone = self.known.chains.iter().filter(|(slot, chain)| chain.is_of_pack() && is_gone(slot));
        let gone: Vec<_> = gone.map(|(_, chain)| chain.clone()).collect();
        for chain in &gone {
            let Some(of_pack) = chain.newest_of_pack() else { continue };
            let names = self.names(of_pack);
            let row = names.iter().find_map(|name| {
                let (row, used) = listed.get_mut(name)?;
                *used = true;
                Some(*row)
            });
            let newest = chain.newest();
            if retracts(newest) {
                continue;
            }
            match row {
                None => {
                    let (file, key) = names.into_iter().next().unwrap_or_default();
                    let reason = format!(
                        "{key} was in an earlier edition and is not in this one; restore it, or list it in dropped.csv as {file},{key} with the reason"
                    );
                    faults.push(PackFault {
                        file,
                        line: None,
                        column: None,
                        reason,
                    });
                }
                Some(row) if is_pack(newest) => {
                    let mut draft = newest.clone();
                    draft.corrects = Some(Corrects {
                        first: chain.first.clone(),
                        saw: newest.id.clone(),
                        reason: row.get("reason").to_owned(),
                        retracts: true,
                    });
                    draft.id = derived_correction_id(PACK, &draft);
                    self.merged.report.retracted += 1;
                    self.append(draft);
                }
                Some(_) => {
                    let (newest, of_pack) = (newest.clone(), of_pack.clone());
                    self.differs(&newest, &of_pack, true);
                }
            }
        }
        for (row, used) in listed.values() {
            if !used {
                faults.push(row.fault(
                    "key",
                    "is not something that this record holds and this edition drops; mend the key, or take the line out",
                ));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// The names (file and key) under which a dropped entry can be listed, the closest first.
    fn names(&self, draft: &Draft) -> Vec<(String, String)> {
        let name = |file: &str, key: String| (file.to_owned(), key);
        let text = |field: &str| draft.body.get_text(field).unwrap_or_default();
        let proceedings = |column: &str| {
            vec![
                name("proceedings.csv", format!("{}|{column}", draft.matter)),
                name("proceedings.csv", draft.matter.clone()),
            ]
        };
        let of_target = || target(draft).and_then(|id| self.known.version(id));
        match draft.kind.as_str() {
            kinds::PERSON_NAMED => vec![name(
                "persons.csv",
                draft.matter.strip_prefix("person-").unwrap_or(&draft.matter).to_owned(),
            )],
            kinds::WARRANT_ISSUED | kinds::SUMMONS_ISSUED => vec![name("proceedings.csv", draft.matter.clone())],
            kinds::MADE_PUBLIC => proceedings("made_public_on"),
            kinds::WARRANT_EXECUTED | kinds::APPEARED => proceedings("executed_on"),
            kinds::SURRENDERED => proceedings("surrendered_on"),
            kinds::ENDED => proceedings(if matches!(draft.effective, When::By(_)) {
                "ended_by"
            } else {
                "ended_on"
            }),
            kinds::MILESTONE => {
                let on = draft.effective.to_string();
                let key = format!("{}|{}|{}", draft.matter, text("what"), on.strip_prefix("about ").unwrap_or(&on));
                vec![name("milestones.csv", key), name("proceedings.csv", draft.matter.clone())]
            }
            kinds::COUNT_STATED => vec![name(
                "official_counts.csv",
                format!("{}|{}|{}", draft.effective, text("what"), text("said_by")),
            )],
            kinds::REMARK => {
                let of = of_target().map(|t| self.names(t)).unwrap_or_default();
                let row = of.last().cloned().unwrap_or_default();
                let column = if row.0 == "milestones.csv" { "note" } else { "notes" };
                std::iter::once((row.0, format!("{}|{column}", row.1))).chain(of).collect()
            }
            kinds::CITATION => {
                let of = of_target().map(|t| self.names(t)).unwrap_or_default();
                let (file, key) = of.last().cloned().unwrap_or_default();
                let source = draft.source.as_deref().unwrap_or_default();
                let columns = of_target()
                    .map(|t| columns(&t.kind, &t.effective, text("field")))
                    .unwrap_or_default();
                let cited = columns
                    .iter()
                    .map(|column| name("citations.csv", format!("{file}|{key}|{column}|{source}")));
                cited.chain(of).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The columns out of which a field of an entry may have come.
fn columns(kind: &str, effective: &When, field: &str) -> Vec<&'static str> {
    match (kind, field) {
        (_, "state") if kind == kinds::WARRANT_EXECUTED => vec!["executed_in"],
        (_, "reason") => vec!["end_reason"],
        (kinds::REMARK, "text") => vec!["notes"],
        (kinds::WARRANT_ISSUED | kinds::SUMMONS_ISSUED, "effective") => vec!["issued_on"],
        (kinds::MADE_PUBLIC, _) => vec!["made_public_on"],
        (kinds::WARRANT_EXECUTED, _) => vec!["executed_on"],
        (kinds::SURRENDERED, _) => vec!["surrendered_on"],
        (kinds::APPEARED, _) => vec!["executed_on", "surrendered_on"],
        (kinds::ENDED, _) => vec![if matches!(effective, When::By(_)) { "ended_by" } else { "ended_on" }],
        (kinds::MILESTONE, "effective") => vec!["on"],
        (_, field) => match field.strip_prefix("none:") {
            Some(kinds::MADE_PUBLIC) => vec!["made_public_on"],
            Some(kinds::WARRANT_EXECUTED) => vec!["executed_on"],
            Some(kinds::SURRENDERED) => vec!["surrendered_on"],
            Some(_) => vec!["ended_on", "ended_by"],
            None => BODY_COLUMNS.into_iter().filter(|column| *column == field).collect(),
        },
    }
}

/// Columns that bear the name of the member that they became.
const BODY_COLUMNS: [&str; 7] = ["name", "also_known_as", "situation", "figure", "state", "years", "until"];

fn value(draft: &Draft, field: &str) -> String {
    match field {
        "effective" => draft.effective.to_string(),
        _ => draft
            .body
            .get(field)
            .map(|v| String::from_utf8_lossy(&record::json::canonical(v)).into_owned())
            .unwrap_or_default(),
    }
}

/// Whether two versions say the same. Sources are compared apart: an officer's is their own.
fn same(a: &Draft, b: &Draft) -> bool {
    a.matter == b.matter && a.kind == b.kind && a.effective == b.effective && a.about == b.about && a.body == b.body
}
