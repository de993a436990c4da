//! Words for the text of a report: its sections in their own language on a page of another, what two versions do not have alike, what
//! is to mend, and how far it is.

use super::draft_versions::run;
use super::report_text_typed::by_id;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::issued_with;
use crate::texts::Words;
use identity::people::holders::Known;
use record::entry::Author;
use register::draft::{Content, Contradiction, Part, Run, Sitting, compare_texts};
use register::issued::Edition;
use register::report_text::{END, Fault, FaultKind, OpenedText, START, Section, section_of, sections};
use reports::report::Report;
use std::collections::{BTreeMap, BTreeSet};

/// The words of a page about a text.
pub(super) struct TextWords<'a> {
    pub(super) w: &'a Words,
    /// The report as it is made now, with its places, in the language of the text.
    pub(super) report: &'a Report,
}

/// A line in the list of versions: what was typed in one go, and where its last version is read.
pub(super) struct Sat {
    pub(super) words: Markup,
    pub(super) href: String,
    pub(super) version: Markup,
}

impl TextWords<'_> {
    /// Words of the text, in its language.
    pub(super) fn own(&self, words: &str) -> Markup {
        self.told(Markup::text(words))
    }

    fn told(&self, words: Markup) -> Markup {
        words.in_language(self.report.language.tag(), self.w.lang)
    }

    /// Places where a section may stand: before one of the report's own, or at its end. Word, words, whether it is this one.
    pub(super) fn places(&self, chosen: &str) -> Vec<(String, String, bool)> {
        let before = |heading: &str| self.w.plain("text-place-before", &[("section", heading.into())]);
        let own = self.report.places.iter().map(|(word, heading)| (word.clone(), before(heading)));
        let mut places: Vec<(String, String, bool)> = [(START.to_owned(), self.w.t("text-place-start"))]
            .into_iter()
            .chain(own)
            .map(|(word, words)| (word.clone(), words, word == chosen))
            .collect();
        let elsewhere = places.iter().all(|(_, _, is_chosen)| !is_chosen);
        places.push((END.to_owned(), self.w.t("text-place-end"), elsewhere));
        places
    }

    /// Where a section stands.
    pub(super) fn place(&self, section: &Section) -> Markup {
        let heading = self.report.places.iter().find(|(word, _)| *word == section.place);
        match heading {
            Some((_, heading)) => self.w.say("text-place-before", &[("section", self.own(heading).into())]),
            None if section.place == START => Markup::text(&self.w.t("text-place-start")),
            None => Markup::text(&self.w.t("text-place-end")),
        }
    }

    /// What two versions of a section do not have alike, a line for each of its parts: struck out what the first alone has, underlined
    /// what the second alone has.
    fn differing(&self, first: &Section, second: &Section) -> Vec<Markup> {
        let line = |key: &str, runs: Markup| self.w.say("text-differs", &[("part", self.w.t(key).into()), ("runs", runs.into())]);
        let mut lines = Vec::new();
        if first.title != second.title {
            lines.push(line("text-section-title", self.runs(&first.title, &second.title)));
        }
        let (before, after) = (self.place(first), self.place(second));
        if before != after {
            lines.push(line("text-place", Markup::ready(format!("<del>{before}</del> <ins>{after}</ins>"))));
        }
        if first.text != second.text {
            lines.push(line("text-text", self.runs(&first.text, &second.text)));
        }
        lines
    }

    /// What differs between two texts; a line stays one.
    pub(super) fn runs(&self, first: &str, second: &str) -> Markup {
        let runs: Vec<Run> = compare_texts(first, second);
        let runs = Markup::join(&runs.iter().map(run).collect::<Vec<_>>(), "");
        self.told(Markup::ready(runs.as_str().replace('\n', "<br>")))
    }

    /// What two versions do not have alike: the title of each section that differs, and how; the ground last.
    pub(super) fn changed(&self, first: &Content, second: &Content) -> Vec<(Markup, Vec<Markup>)> {
        let (before, after) = (by_id(first), by_id(second));
        let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let mut changed = Vec::new();
        for id in ids {
            let (section, lines) = match (before.get(id), after.get(id)) {
                (Some(before), Some(after)) => (after, self.differing(before, after)),
                (Some(gone), None) => (gone, self.differing(gone, &nothing_of(gone))),
                (None, Some(new)) => (new, self.differing(&nothing_of(new), new)),
                (None, None) => continue,
            };
            if !lines.is_empty() {
                changed.push((self.own(&section.title), lines));
            }
        }
        if first.basis != second.basis {
            let basis = Markup::text(&self.w.t("text-issue-basis"));
            changed.push((basis, vec![self.runs(&first.basis, &second.basis)]));
        }
        changed
    }

    /// What is wrong, where, and how it is mended.
    pub(super) fn fault(&self, fault: &Fault) -> Markup {
        let key = match fault.why {
            FaultKind::NoTitle => "text-fault-no-title",
            FaultKind::NoText => "text-fault-no-text",
            FaultKind::InTitle => "text-fault-in-title",
            FaultKind::Signs if fault.paragraph == 0 => "text-fault-signs-in-title",
            FaultKind::Signs => "text-fault-signs",
            FaultKind::Open => "text-fault-open",
            FaultKind::NoQuestion => "text-fault-no-question",
            FaultKind::NoAnswer => "text-fault-no-answer",
        };
        let args = [
            ("section", self.own(&fault.title).into()),
            ("paragraph", fault.paragraph.into()),
            ("written", fault.written.as_str().into()),
        ];
        self.w.say(key, &args)
    }

    /// The versions of a text as people remember them, the latest first.
    pub(super) fn sittings(&self, opened: &OpenedText, named: &BTreeMap<String, Known>, action: &str) -> Vec<Sat> {
        let line = |sitting: &Sitting| {
            let args = [
                ("who", self.w.author(&sitting.by, named).into()),
                ("when", self.w.moment(sitting.at).into()),
                ("changed", self.changed_parts(opened, &sitting.changed).into()),
            ];
            let key = if sitting.beside.is_some() {
                "draft-sitting-beside"
            } else {
                "draft-sitting"
            };
            Sat {
                words: self.w.say(key, &args),
                href: format!("{action}/version?number={}", sitting.last),
                version: self.w.say("text-version", &[("number", sitting.last.into())]),
            }
        };
        opened.sittings.iter().rev().map(line).collect()
    }

    /// The sections that were changed by their titles, and the ground.
    fn changed_parts(&self, opened: &OpenedText, parts: &[Part]) -> Markup {
        let ids: BTreeSet<&str> = parts.iter().filter_map(|part| part.element().map(section_of)).collect();
        let title = |id: &&str| match opened.sections.iter().find(|section| section.id == **id) {
            Some(section) => self.own(&section.title),
            None => Markup::text(&self.w.t("text-section-gone")),
        };
        let mut changed: Vec<Markup> = ids.iter().map(title).collect();
        changed.extend(parts.contains(&Part::Basis).then(|| Markup::text(&self.w.t("text-changed-basis"))));
        match changed.is_empty() {
            true => Markup::text(&self.w.t("draft-changed-nothing")),
            false => self.w.list(&changed),
        }
    }
}

/// A section that says nothing, where another stands.
fn nothing_of(section: &Section) -> Section {
    Section {
        id: section.id.clone(),
        place: section.place.clone(),
        ..Section::default()
    }
}

/// What is set against the fields of a page: what stands, where somebody typed beside it.
pub(super) struct Against {
    /// From which both began.
    base: Vec<Section>,
    stands: Vec<Section>,
    /// What was typed beside.
    beside: Vec<Section>,
    /// The ground that stands.
    pub(super) basis: String,
}

impl Against {
    /// Both sides of a contradiction.
    pub(super) fn of(both: &Contradiction) -> Against {
        Against {
            base: sections(&both.base.content.values),
            stands: sections(&both.current.content.values),
            beside: sections(&both.beside.content.values),
            basis: both.current.content.basis.clone(),
        }
    }

    /// What stands, against what was typed over nothing that is there.
    pub(super) fn standing(opened: &OpenedText) -> Against {
        Against {
            base: Vec::new(),
            stands: opened.sections.clone(),
            beside: Vec::new(),
            basis: opened.current.content.basis.clone(),
        }
    }

    /// What is said beside the fields of a section, a line each: that it differs from what stands, or that one side took it out, and
    /// what the other changed in it. Nothing where there is nothing to choose.
    pub(super) fn section(&self, words: &TextWords<'_>, section: &Section) -> Vec<Markup> {
        let find = |among: &[Section]| among.iter().find(|other| other.id == section.id).cloned();
        let (key, differing) = match (find(&self.base), find(&self.stands), find(&self.beside)) {
            (Some(base), Some(stands), None) => ("text-gone-beside", words.differing(&base, &stands)),
            (Some(base), None, Some(_)) => ("text-gone-now", words.differing(&base, section)),
            (_, stands, _) => {
                let stands = stands.unwrap_or_else(|| nothing_of(section));
                let differing = words.differing(&stands, section);
                if differing.is_empty() {
                    return differing;
                }
                ("text-theirs", differing)
            }
        };
        let says = Markup::text(&words.w.t(key));
        [says].into_iter().chain(differing).collect()
    }
}

/// Who wrote in a section.
pub(super) fn wrote(l: &Layout, opened: &OpenedText, section: &str, named: &BTreeMap<String, Known>) -> Markup {
    let authors = opened.written.get(section).into_iter().flatten();
    let authors: Vec<Markup> = authors.map(|author| l.w.author(author, named)).collect();
    l.w.list(&authors)
}

/// How the last review stands, and which edition was issued with the text last.
pub(super) fn review(l: &Layout, opened: &OpenedText, named: &BTreeMap<String, Known>, editions: &[Edition]) -> Vec<Markup> {
    let Some(review) = opened.head.report.as_ref().and_then(|report| report.review.as_ref()) else {
        return Vec::new();
    };
    let who_when = |author: &Author, at| [("who", l.w.author(author, named).into()), ("when", l.w.moment(at).into())];
    let mut lines = vec![l.w.say("text-submitted-by", &who_when(&review.by, review.at))];
    if let Some(settled) = &review.settled {
        let key = if settled.approved { "text-approved-by" } else { "text-returned-by" };
        lines.push(l.w.say(key, &who_when(&settled.by, settled.at)));
        lines.extend((!settled.remark.is_empty()).then(|| Markup::text(&settled.remark)));
    }
    if review.version != opened.head.current {
        lines.push(Markup::text(&l.t("text-changed-since")));
    }
    lines.extend(issued_with(l, &opened.head, editions));
    lines
}
