//! An edition against the record: what is new, what corrects, what is dropped, where an officer differs.

use super::items::{Item, Items, persons, shared};
use super::known::{Chain, Known, is_pack, retracts, target};
use super::names::Naming;
use super::read::Row;
use super::{ImportReport, PACK, PackFault};
use crate::files::{self, Becomes};
use crate::kinds;
use crate::request::RequestId;
use crate::request::public_record::TOLD_IN;
use crate::truth::SOURCES;
use jiff::civil::Date;
use record::entry::{Corrects, Draft, EntryId, Subject, derived_correction_id, derived_id};
use record::json::{Object, Value};
use record::when::When;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

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
    /// Matters of rows of files of the table, by the one that the row's key gives, where the record knows the row
    /// under another: an officer corrected what stands in the key, and the edition adopted it.
    matters: HashMap<String, String>,
    /// Matters that this edition has.
    there: HashSet<String>,
    /// Files of the table that this edition has.
    given: HashSet<&'static str>,
    /// Files of the table of which the record held nothing.
    unread: HashSet<&'static str>,
    /// Whether the record held no request that the public record tells of.
    without_requests: bool,
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
        merged: Merged {
            drafts: Vec::new(),
            report: ImportReport {
                edition: edition.clone(),
                remarks: items.said.clone(),
                ..ImportReport::default()
            },
        },
        stands: Vec::new(),
        matters: HashMap::new(),
        there: items.items.iter().map(|item| item.draft.matter.clone()).collect(),
        given: items.given.clone(),
        unread: unread(&known),
        without_requests: known
            .chains
            .values()
            .all(|chain| RequestId::of_matter(&chain.newest().matter).is_none()),
        known,
        faults: Vec::new(),
        edition,
    };
    for item in &items.items {
        let slot = merge.slot(item, &items.items);
        let stands = merge.item(item, &slot);
        merge.stands.push((stands, slot));
    }
    if !merge.faults.is_empty() {
        merge.faults.dedup();
        return Err(merge.faults);
    }
    merge.dropped(dropped)?;
    if merge.edition == newest && !merge.adds_unread_files_alone() {
        let reason = format!("the edition {newest} is in this record already, and this one says something else; give it a day of its own");
        return Err(vec![fault(reason)]);
    }
    Ok(merge.merged)
}

/// The files of the table of which the record holds nothing.
fn unread(known: &Known) -> HashSet<&'static str> {
    let matters = known.chains.values().map(|chain| chain.newest().matter.as_str());
    let held: HashSet<&str> = matters.filter_map(|matter| Some(files::of_matter(matter)?.csv)).collect();
    files::FILES.iter().map(|file| file.csv).filter(|csv| !held.contains(csv)).collect()
}

impl Merge {
    /// Whether all that is new comes out of files of which the record held nothing, requests that these tell of with it, or is
    /// requests of which it held none: an edition that was taken in by a program which did not read them yet.
    fn adds_unread_files_alone(&self) -> bool {
        let mut new = self.merged.drafts.iter().filter(|draft| draft.kind != kinds::PACK_DIFFERS);
        new.all(|draft| {
            let is_unread = |matter: &str| files::of_matter(matter).is_some_and(|file| self.unread.contains(file.csv));
            let is_request = RequestId::of_matter(&draft.matter).is_some();
            let told = draft.body.get_text(TOLD_IN).is_some_and(is_unread);
            draft.corrects.is_none() && (is_unread(&draft.matter) || (is_request && (self.without_requests || told)))
        })
    }

    /// Takes in one item; gives the entry that stands for it.
    fn item(&mut self, item: &Item, slot: &str) -> Option<EntryId> {
        let mut draft = item.draft.clone();
        if let Some(known) = self.matters.get(&draft.matter) {
            draft.matter.clone_from(known);
        }
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
        if let Some(other) = moved(newest, &draft) {
            // A correction restates a fact of one file; it does not move it into another's.
            let reason = format!(
                "this matter is about another {other} in this record; give what is said of another {other} a key of its own, and list the old one in dropped.csv"
            );
            self.faults.push(PackFault {
                file: item.file.to_owned(),
                line: Some(item.line),
                column: None,
                reason,
            });
            return None;
        }
        draft.about.extend(states_left(newest, &draft));
        if is_pack(newest) {
            if !retracts(newest) && same(newest, &draft) && newest.body == draft.body && newest.source == draft.source {
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
    /// version said, and so does that of a row with days or words in its key; where an officer restated it and
    /// the edition now says the same, it is that fact.
    fn slot(&mut self, item: &Item, items: &[Item]) -> String {
        self.adopt(item);
        if let Some(known) = self.matters.get(&item.draft.matter) {
            let slot = item.slot.replacen(item.draft.matter.as_str(), known, 1);
            self.slots.insert(slot.clone());
            return slot;
        }
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

    /// Notes under which matter the record knows the row of an item, if an officer corrected what is in its key.
    fn adopt(&mut self, item: &Item) {
        let Some(file) = files::of_matter(&item.draft.matter) else { return };
        let in_key = file.columns.iter().filter(|column| column.key);
        let named = in_key
            .clone()
            .all(|column| matches!(column.becomes, Becomes::Name | Becomes::State));
        if named || item.parent.is_some() || self.known.chains.contains_key(&item.slot) {
            return;
        }
        let says_it = |chain: &&Chain| {
            let newest = chain.newest();
            let matter = item.draft.matter.clone();
            !is_pack(newest)
                && !retracts(newest)
                && newest.kind == item.draft.kind
                && same(&Draft { matter, ..newest.clone() }, &item.draft)
        };
        if let Some(chain) = self.known.chains.values().find(says_it) {
            let known = chain.newest().matter.clone();
            self.there.insert(known.clone());
            self.matters.insert(item.draft.matter.clone(), known);
        }
    }

    /// The entry that a remark or citation is about: the one of an earlier edition where what it says is
    /// said of the same value, else the one that stands now.
    fn kept_target(&self, slot: &str, draft: &Draft, now: &EntryId) -> EntryId {
        let earlier = self.known.chains.get(slot).and_then(|chain| target(chain.newest()));
        let Some(earlier) = earlier else { return now.clone() };
        if self.known.slot_of.get(earlier) != self.known.slot_of.get(now) {
            return now.clone();
        }
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
        draft.about = shared(&officers.matter, &officers.about);
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

    /// Takes back an act in a request, which follows from rows and from these alone: it goes with what it follows from.
    fn follows_no_more(&mut self, chain: &Chain, of_pack: &Draft) {
        let newest = chain.newest();
        if retracts(newest) {
            return;
        }
        if !is_pack(newest) {
            self.differs(&newest.clone(), of_pack, true);
            return;
        }
        let reason = format!("no row of the edition {} of the pack {PACK} tells of it", self.edition);
        self.take_back(chain, reason);
    }

    fn take_back(&mut self, chain: &Chain, reason: String) {
        let newest = chain.newest();
        let mut draft = newest.clone();
        draft.corrects = Some(Corrects {
            first: chain.first.clone(),
            saw: newest.id.clone(),
            reason,
            retracts: true,
        });
        draft.id = derived_correction_id(PACK, &draft);
        self.merged.report.retracted += 1;
        self.append(draft);
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
        let naming = |merge: &Merge, of_pack: &Draft| {
            Naming {
                known: &merge.known,
                there: &merge.there,
            }
            .names(of_pack)
        };
        let mut missing: BTreeSet<&str> = BTreeSet::new();
        for chain in &gone {
            let Some(of_pack) = chain.newest_of_pack() else { continue };
            if RequestId::of_matter(&of_pack.matter).is_some() {
                self.follows_no_more(chain, of_pack);
                continue;
            }
            if let Some(file) = files::of_matter(&of_pack.matter).filter(|file| !self.given.contains(file.csv)) {
                if !retracts(chain.newest()) {
                    missing.insert(file.csv);
                }
                continue;
            }
            let names = naming(self, of_pack);
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
                Some(row) if is_pack(newest) => self.take_back(chain, row.get("reason").to_owned()),
                Some(_) => {
                    let (newest, of_pack) = (newest.clone(), of_pack.clone());
                    self.differs(&newest, &of_pack, true);
                }
            }
        }
        faults.extend(missing.into_iter().map(|file| PackFault {
            file: file.to_owned(),
            line: None,
            column: None,
            reason: "is missing, and this record holds rows of it; give it, with no rows if it drops them all".to_owned(),
        }));
        // Of a row that is gone as a whole it is said once.
        let mut told = HashSet::new();
        faults.retain(|fault| fault.line.is_some() || told.insert((fault.file.clone(), fault.reason.clone())));
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
}

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
    let members = |draft: &'_ Draft| -> Vec<(String, Value)> {
        let members = draft.body.members().filter(|(name, _)| *name != SOURCES);
        members.map(|(name, value)| (name.to_owned(), value.clone())).collect()
    };
    a.matter == b.matter && a.kind == b.kind && a.effective == b.effective && a.about == b.about && members(a) == members(b)
}

/// The States that a row named before and no longer names: its newest version stays about them too, so that
/// whoever asks about such a State learns that it was corrected.
fn states_left(known: &Draft, edition: &Draft) -> Vec<Subject> {
    if files::of_matter(&known.matter).is_none() {
        return Vec::new();
    }
    let left = known.about.iter().filter(|subject| matches!(subject, Subject::State(_)));
    left.filter(|subject| !edition.about.contains(subject)).cloned().collect()
}

/// Whom or what a fact would be moved away from: `person`, or the `State` of a row that has one.
fn moved(known: &Draft, edition: &Draft) -> Option<&'static str> {
    let Some(file) = files::of_matter(&known.matter) else {
        return (persons(&known.about) != persons(&edition.about)).then_some("person");
    };
    let of_state = file.columns.iter().any(|column| column.becomes == Becomes::State);
    let lost = known.about.iter().filter(|subject| !edition.about.contains(subject));
    lost.filter_map(|subject| match subject {
        Subject::Person(_) => Some("person"),
        Subject::State(_) if of_state => Some("State"),
        _ => None,
    })
    .next()
}
