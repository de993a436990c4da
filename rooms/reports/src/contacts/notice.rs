//! Notices that are due before a contact, as drafts: what the register knows is filled in, and what whoever sends it must say is left
//! open in square brackets.

use super::{cites, instruments};
use crate::ArchiveError;
use crate::docx;
use crate::letter::{Language, Words};
use law::{ContactNotice, Pack};
use register::contacts::{Checked, Hit, Line, Notice};

/// A notice as a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeDraft {
    /// Its language.
    pub language: Language,
    /// The line of the contact in the list.
    pub line: u64,
    /// Key of the person.
    pub person: String,
    /// To whom, by the id of the law pack.
    pub to: String,
    /// What stands in head and foot of each page: that it is a draft, and an exercise.
    pub marks: Vec<String>,
    /// Its title.
    pub title: String,
    /// What stands under the title: label and text.
    pub head: Vec<(String, String)>,
    /// What it says.
    pub paragraphs: Vec<String>,
}

impl NoticeDraft {
    /// The name of its file, without an ending: `notice-3-kony-prosecutor`.
    pub fn file_name(&self) -> String {
        let plain = |text: &str| text.replace(|c: char| !(c.is_ascii_alphanumeric() || c == '-'), "-");
        format!("notice-{}-{}-{}", self.line, plain(&self.person), plain(&self.to))
    }

    /// As plain text, to be copied.
    pub fn text(&self) -> String {
        let mut lines = self.marks.clone();
        lines.push(self.title.clone());
        lines.push(String::new());
        lines.extend(self.head.iter().map(|(label, text)| match self.language {
            Language::En => format!("{label}: {text}"),
            Language::Fr => format!("{label}\u{a0}: {text}"),
        }));
        for paragraph in &self.paragraphs {
            lines.push(String::new());
            lines.push(paragraph.clone());
        }
        lines.join("\n") + "\n"
    }

    /// As a Word document. The same gives the same bytes.
    ///
    /// # Errors
    /// It would be larger than a ZIP can be.
    pub fn docx(&self) -> Result<Vec<u8>, ArchiveError> {
        docx::plain(self)
    }
}

/// All notices that are due before the contacts of a list, in its order.
pub fn notices(checked: &Checked, law: &Pack, language: Language) -> Vec<NoticeDraft> {
    let mut drafts = Vec::new();
    for line in &checked.lines {
        for hit in line.hits.iter().filter(|hit| hit.likely) {
            let due = hit.advice.iter().flat_map(|advice| &advice.notices);
            drafts.extend(due.map(|notice| draft(checked, (line, hit), notice, law, language)));
        }
    }
    drafts
}

fn draft(checked: &Checked, (line, hit): (&Line, &Hit), notice: &Notice, law: &Pack, language: Language) -> NoticeDraft {
    let words = Words(language);
    let name = |id: &str| words.law(law, &ContactNotice::text_key(id)).0;
    let to = name(&notice.to);
    let person = &hit.person;
    let [on, as_at] = [checked.on, checked.asked.as_at].map(|day| words.day(day));
    let mut head = vec![
        (words.t("contact-notice-from"), words.t("contact-notice-blank-sender")),
        (words.t("contact-notice-to"), to.clone()),
    ];
    head.extend(
        notice
            .through
            .iter()
            .map(|through| (words.t("contact-notice-through"), name(through))),
    );
    head.push((words.t("contact-notice-date"), words.t("contact-notice-blank-date")));
    head.push((words.t("contact-notice-about"), person.name.clone()));
    let informs = [("to", to.as_str()), ("name", &person.name), ("day", &on)];
    let warrants = instruments(person, words);
    let status = [("day", as_at.as_str()), ("name", &person.name), ("warrants", &warrants)];
    let mut paragraphs = vec![
        words.say("contact-notice-informs", &informs),
        words.say("contact-notice-status", &status),
        words.t("contact-notice-essential"),
        words.t("contact-notice-tried"),
    ];
    if !line.alternatives.is_empty() {
        let names: Vec<String> = line.alternatives.iter().map(|other| other.text.clone()).collect();
        paragraphs.push(words.say("contact-notice-others", &[("names", &words.listed(&names))]));
    }
    paragraphs.push(words.t("contact-notice-level"));
    paragraphs.push(words.t("contact-notice-extent"));
    let rests = cites(&notice.rests_on, law, words);
    paragraphs.push(words.say("contact-notice-rests", &[("cites", &rests)]));
    let mut marks = vec![words.t("contact-notice-draft")];
    if checked.asked.exercise {
        marks.push(words.t("contact-notice-exercise"));
    }
    if notice.recalled {
        paragraphs.push(words.t("contact-notice-recalled"));
    }
    NoticeDraft {
        language,
        line: line.line,
        person: person.id.clone(),
        to: notice.to.clone(),
        marks,
        title: words.t("contact-notice-title"),
        head,
        paragraphs,
    }
}
