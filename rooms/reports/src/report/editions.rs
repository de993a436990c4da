//! Reports that were issued, beside each other: what a later edition says otherwise than the one before, and why.

use super::Report;
use super::trace::{Changes, NoTrace, Trace, changes, find};
use register::Register;
use register::attachment::AttachmentError;
use register::draft::{Run, compare_texts};
use register::figures::Desk;
use register::issued::{Because, Edition, Issued, digest_of};
use register::report_text::Section;
use register::view::ViewError;
use std::collections::{BTreeMap, BTreeSet};

/// An edition, and the one before it.
#[derive(Debug)]
pub struct Compared {
    /// The edition.
    pub edition: Edition,
    /// The one before; none where it is the first that whoever asks may see.
    pub before: Option<Before>,
}

/// The edition before one.
#[derive(Debug)]
pub struct Before {
    /// That edition.
    pub edition: Edition,
    /// What the later one says otherwise, or why it is not known.
    pub changes: Result<Explained, NotCompared>,
}

/// What a later edition says otherwise.
#[derive(Debug)]
pub struct Explained {
    /// Figure by figure.
    pub changes: Changes,
    /// Section by section that officers wrote, as text: figures in it are named by their questions.
    pub texts: Vec<TextChanged>,
    /// For each figure that changed the entries that explain it, in the order of recording, as far as whoever asks may see them.
    pub why: Vec<Vec<Because>>,
}

/// A section that officers wrote and that the later of two editions has otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChanged {
    /// Its title.
    pub title: String,
    /// Whether it stands before another of the report's own sections than it did.
    pub moved: bool,
    /// What stands in the earlier one alone, in the later one alone and in both; all of one sort where one of the two does not have
    /// the section.
    pub runs: Vec<Run>,
}

/// Why two editions are not compared.
#[derive(Debug, thiserror::Error)]
pub enum NotCompared {
    /// A file is not whole, or went with its entry.
    #[error("the file of an issued report cannot be read: {0}")]
    File(#[from] AttachmentError),
    /// It is no report of ours.
    #[error("an issued report has no trace: {0}")]
    NoTrace(#[from] NoTrace),
    /// There is no file.
    #[error("an issued report has no file")]
    Gone,
}

impl Report {
    /// What is recorded of the report when it is issued.
    pub fn to_issue(&self) -> Issued {
        Issued {
            report: self.kind.word().to_owned(),
            about: self.about.clone(),
            title: self.title.clone(),
            language: self.language.tag().to_owned(),
            as_at: self.asked.as_at,
            known_on: self.asked.known_on,
            hindsight: self.asked.hindsight,
            since: self.since,
            figures: digest_of(&self.figures),
            sections: self.text.clone(),
        }
    }
}

/// One edition and what changed from the one before, read at a desk; none where there is no such edition for whoever reads.
///
/// # Errors
/// The record cannot be read.
pub async fn compared(desk: &Desk<'_>, id: &str) -> Result<Option<Compared>, ViewError> {
    let editions = desk.editions().await?;
    let Some(edition) = editions.iter().find(|edition| edition.id.to_string() == id) else {
        return Ok(None);
    };
    let before = match Register::earlier(&editions, edition) {
        Some(earlier) => Some(Before {
            edition: earlier.clone(),
            changes: explained(desk, earlier, edition).await?,
        }),
        None => None,
    };
    let edition = edition.clone();
    Ok(Some(Compared { edition, before }))
}

async fn explained(desk: &Desk<'_>, earlier: &Edition, later: &Edition) -> Result<Result<Explained, NotCompared>, ViewError> {
    let (then, now) = match (trace(desk, earlier).await, trace(desk, later).await) {
        (Ok(then), Ok(now)) => (then, now),
        (Err(error), _) | (_, Err(error)) => return Ok(Err(error)),
    };
    let changes = changes(&then, &now);
    let entries: Vec<BTreeSet<String>> = changes.changed.iter().map(|changed| changed.entries.clone()).collect();
    let why = desk.why_changed(earlier, later, &entries).await?;
    let texts = texts_changed(&earlier.of.sections, &later.of.sections);
    Ok(Ok(Explained { changes, texts, why }))
}

/// What changed in sections. Two are the same where their titles are; of several of one title the first is the first that was, and so
/// on.
fn texts_changed(then: &[Section], now: &[Section]) -> Vec<TextChanged> {
    let (then, now) = (named(then), named(now));
    let (then_by, now_by) = (by_name(&then), by_name(&now));
    let gone = then.iter().filter(|(name, _)| !now_by.contains_key(name));
    let all = now.iter().chain(gone);
    all.filter_map(|(name, section)| {
        let text = |sections: &BTreeMap<Name<'_>, &Section>| {
            let found = sections.get(name);
            found
                .map(|section| section.paragraphs().collect::<Vec<_>>().join("\n"))
                .unwrap_or_default()
        };
        let (before, after) = (text(&then_by), text(&now_by));
        let moved = matches!((then_by.get(name), now_by.get(name)), (Some(then), Some(now)) if then.place != now.place);
        (moved || before != after).then(|| TextChanged {
            title: section.title.clone(),
            moved,
            runs: compare_texts(&before, &after),
        })
    })
    .collect()
}

/// The title of a section, and the how manieth of that title it is.
type Name<'s> = (&'s str, usize);

fn named(sections: &[Section]) -> Vec<(Name<'_>, &Section)> {
    let of_title = |at: usize, title: &str| sections.iter().take(at).filter(|section| section.title == title).count();
    let sections = sections.iter().enumerate();
    sections
        .map(|(at, section)| ((section.title.as_str(), of_title(at, &section.title)), section))
        .collect()
}

fn by_name<'s>(named: &[(Name<'s>, &'s Section)]) -> BTreeMap<Name<'s>, &'s Section> {
    named.iter().copied().collect()
}

/// The trace of a file as it was issued.
async fn trace(desk: &Desk<'_>, edition: &Edition) -> Result<Trace, NotCompared> {
    let bytes = desk.file_of(edition).await?.ok_or(NotCompared::Gone)?;
    Ok(find(&bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(place: &str, title: &str, text: &str) -> Section {
        Section {
            id: String::new(),
            place: place.into(),
            title: title.into(),
            text: text.into(),
        }
    }

    /// Of each that changed its title, whether it moved, and what stands in the later edition alone.
    fn changed(then: &[Section], now: &[Section]) -> Vec<(String, bool, String)> {
        let added = |run: &Run| if let Run::Added(text) = run { Some(text.clone()) } else { None };
        let changed = texts_changed(then, now).into_iter();
        changed
            .map(|text| (text.title, text.moved, text.runs.iter().filter_map(added).collect()))
            .collect()
    }

    #[test]
    fn of_two_sections_of_one_title_each_is_compared_with_its_own() {
        let then = [section("end", "Remarks", "One."), section("end", "Remarks", "Two.")];
        assert_eq!(changed(&then, &then), []);
        let now = [section("end", "Remarks", "One."), section("end", "Remarks", "Three.")];
        assert_eq!(changed(&then, &now), [("Remarks".into(), false, "Three".into())]);
        assert_eq!(changed(&then, &then[..1]), [("Remarks".into(), false, String::new())]);
    }

    #[test]
    fn a_section_that_stands_elsewhere_has_moved() {
        let (then, now) = ([section("end", "Remarks", "One.")], [section("start", "Remarks", "One.")]);
        assert_eq!(changed(&then, &now), [("Remarks".into(), true, String::new())]);
    }
}
