//! What was typed into the fields of the page of a text, and what stands in them.

use crate::guard::Fields;
use register::draft::{Content, Contradiction};
use register::report_text::{END, OpenedText, Section, sections};
use std::collections::{BTreeMap, BTreeSet};

/// What stands before the names of the fields of sections: `s-ID-title`.
pub(super) const PREFIX: &str = "s-";

/// What stands in the fields.
pub(super) struct Typed {
    /// The version over which it was typed; none where that is not there, so that it stands against the one that stands.
    pub(super) from: Option<u64>,
    /// The version beside that is settled by it.
    pub(super) settles: Option<u64>,
    /// The sections, those that are to be taken out among them.
    pub(super) sections: Vec<Section>,
    /// Ids of those that are to be taken out.
    pub(super) removed: BTreeSet<String>,
    /// The ground on which the report is not public.
    pub(super) basis: String,
}

impl Typed {
    /// What was sent, over the sections of the version over which it was typed.
    pub(super) fn read(fields: &Fields, from: Option<u64>, before: &[Section]) -> Typed {
        let mut sections: BTreeMap<String, Section> = before.iter().map(|section| (section.id.clone(), section.clone())).collect();
        let mut removed: BTreeSet<String> = BTreeSet::new();
        for (name, value) in fields.pairs() {
            let Some((id, part)) = name.strip_prefix(PREFIX).and_then(|name| name.split_once('-')) else {
                continue;
            };
            if !Section::is_id(id) {
                continue;
            }
            let section = sections.entry(id.to_owned()).or_insert_with(|| Section {
                id: id.to_owned(),
                place: END.to_owned(),
                ..Section::default()
            });
            match part {
                "title" => section.title = value.split_whitespace().collect::<Vec<_>>().join(" "),
                "text" => section.text = value.trim().to_owned(),
                "place" if value.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') => section.place = value.to_owned(),
                "remove" => {
                    removed.insert(id.to_owned());
                }
                _ => {}
            }
        }
        // The fields of a new section that nobody filled in are none.
        let said = |section: &Section| !section.title.is_empty() || !section.text.is_empty();
        let stood = |section: &Section| before.iter().any(|before| before.id == section.id);
        sections.retain(|_, section| said(section) || stood(section));
        Typed {
            from,
            settles: fields.get("settles").parse().ok(),
            sections: sections.into_values().collect(),
            removed,
            basis: fields.get("basis").to_owned(),
        }
    }

    /// What stands.
    pub(super) fn standing(opened: &OpenedText) -> Typed {
        Typed {
            from: Some(opened.current.number),
            settles: None,
            sections: opened.sections.clone(),
            removed: BTreeSet::new(),
            basis: opened.current.content.basis.clone(),
        }
    }

    /// Both sides of a contradiction brought together, with what stands beside wherever both changed the same. A section that one of
    /// them took out stands whole, as the other has it: to be taken out, where it was taken out beside.
    pub(super) fn together(both: &Contradiction) -> Typed {
        let stands = by_id(&both.current.content);
        let beside = by_id(&both.beside.content);
        let base = by_id(&both.base.content);
        let mut together = by_id(&both.merge.content);
        let mut removed = BTreeSet::new();
        for (id, section) in &stands {
            if !beside.contains_key(id) {
                together.insert(id.clone(), section.clone());
                removed.extend(base.contains_key(id).then(|| id.clone()));
            }
        }
        for (id, section) in beside {
            if !stands.contains_key(&id) {
                together.insert(id, section);
            }
        }
        Typed {
            from: Some(both.current.number),
            settles: Some(both.beside.number),
            sections: together.into_values().collect(),
            removed,
            basis: both.merge.content.basis.clone(),
        }
    }

    /// The sections that are to stand.
    pub(super) fn kept(&self) -> Vec<Section> {
        let kept = self.sections.iter().filter(|section| !self.removed.contains(&section.id));
        kept.cloned().collect()
    }
}

/// The sections of what is drafted, by their ids.
pub(super) fn by_id(content: &Content) -> BTreeMap<String, Section> {
    let sections = sections(&content.values).into_iter();
    sections.map(|section| (section.id.clone(), section)).collect()
}
