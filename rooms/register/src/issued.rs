//! Reports that were issued. Each is an entry with the file as it was issued, which nothing changes any more; a later edition is
//! another entry, and what it says otherwise is explained by what was recorded, or happened, between the two.

mod text;

use crate::Register;
use crate::attachment::{self, AttachmentError, Kind, owner};
use crate::fact::{FactError, TRIES};
use crate::figures::{Desk, Figure};
use crate::kinds;
use crate::outside::day_in_the_hague;
use crate::port::{Of, Recorded, StoreError};
use crate::report_text::{ReportSignature, Section};
use crate::view::ViewError;
use access::{Action, Matter, On, Organisation, Viewer, may};
use jiff::Timestamp;
use jiff::civil::Date;
use record::audience::{Audience, Level, Reader};
use record::entry::{Attachment, Author, Draft, EntryId};
use record::hex::hex;
use record::json::Object;
use record::when::{Span, When};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a file is handed over at once, in bytes.
const PIECE: usize = 64 << 10;

/// Which report it is, and in which reading it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Word of its kind: `cooperation`.
    pub report: String,
    /// The State (alpha-3) or person (key) that it is about, where it is about one.
    pub about: Option<String>,
    /// Its title.
    pub title: String,
    /// Tag of its language.
    pub language: String,
    /// The day that it is about.
    pub as_at: Date,
    /// The day as of whose end the record was read.
    pub known_on: Date,
    /// Whether what was not yet disclosed is counted.
    pub hindsight: bool,
    /// The earlier day with which it compares, where it does.
    pub since: Option<Date>,
    /// What its figures say and rest on, as [`digest_of`] gives it.
    pub figures: String,
    /// The sections that officers wrote, in the order of the report, figures in them by their questions. Their ids are none of the
    /// record's: what is read back has none.
    pub sections: Vec<Section>,
}

impl Issued {
    /// Whether both are the same report in the same language, of whatever days.
    fn is_of_one_report(&self, other: &Issued) -> bool {
        self.report == other.report && self.about == other.about && self.language == other.language && self.hindsight == other.hindsight
    }

    /// Whether both say the same of the same days.
    fn says_the_same(&self, other: &Issued) -> bool {
        let said = |section: &Section| (section.place.clone(), section.title.clone(), section.text.clone());
        let texts = || self.sections.iter().map(said).eq(other.sections.iter().map(said));
        self.is_of_one_report(other) && self.as_at == other.as_at && self.since == other.since && self.figures == other.figures && texts()
    }
}

/// A report that is to be issued.
pub struct ToIssue<'a> {
    /// Which.
    pub issued: Issued,
    /// As whom it was made: the public, or whoever issues it.
    pub made_as: &'a Viewer,
    /// Who may know it.
    pub audience: Audience,
    /// The ground on which it is not public.
    pub basis: Option<String>,
    /// The name under which the file is kept, with `.pdf` at its end.
    pub name: String,
    /// The file: a PDF that this program made.
    pub bytes: &'a [u8],
    /// Who says so: an officer at the shell by name, or the viewer by their account.
    pub author: Author,
    /// Where officers wrote sections of it: how these were approved, and the signature.
    pub approved: Option<Approved>,
}

/// How the sections that officers wrote came into a report. Made by [`crate::report_text::ReportTexts::issue`] alone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Approved {
    /// Who wrote in each section, in the order of [`Issued::sections`].
    pub written_by: Vec<Vec<Author>>,
    /// Who approved them: none of those who wrote.
    pub approved_by: Author,
    /// The signature of whoever issued the report.
    pub signature: ReportSignature,
}

/// Why a report is not issued.
#[derive(Debug, thiserror::Error)]
pub enum IssueError {
    /// Whoever asks may not issue it.
    #[error("a report is issued by whoever writes for the institution that keeps the record, at a level at which they do")]
    NotAllowed,
    /// It would tell of matter to somebody who may not know it.
    #[error("the report is made of matter that is open to fewer than it would be; name fewer readers, or issue what is public of it")]
    Wider,
    /// It is not public, and no ground was given.
    #[error("a report that is not public states the ground of its level; give one")]
    NoBasis,
    /// It is about a day that has not come.
    #[error("a report is issued of what the record says, and nothing is said of {0} yet; issue it on that day, or as at an earlier one")]
    Future(Date),
    /// Somebody wrote sections of it, and nobody approved them.
    #[error("a report with sections that officers wrote is issued from its text, once somebody else approved that")]
    NotApproved,
    /// The newest edition of it says the same.
    #[error("nothing changed since this report was issued as entry {0}; nothing was recorded")]
    Unchanged(EntryId),
    /// Others issue reports all the time.
    #[error("others issued reports meanwhile; nothing was recorded, try again")]
    Raced,
    /// The file cannot be kept.
    #[error(transparent)]
    File(#[from] AttachmentError),
    /// It cannot be recorded.
    #[error(transparent)]
    Fact(#[from] FactError),
    /// The record cannot be read.
    #[error(transparent)]
    View(#[from] ViewError),
}

/// A report as it was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The entry.
    pub id: EntryId,
    /// Which report.
    pub of: Issued,
    /// The day on which it was issued.
    pub on: Date,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// The organ, State or office that issued it; none where it was issued at the shell.
    pub by: Option<Reader>,
    /// Who may know it now, as far as the level tells.
    pub level: Level,
    /// The file.
    pub file: Attachment,
    /// How the sections that officers wrote were approved and signed, where there are any.
    pub approved: Option<Approved>,
}

/// Why a later edition says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A fact was restated.
    Corrected,
    /// A fact was taken back.
    TakenBack,
    /// Matter was opened.
    Opened,
    /// It had happened by the day of the earlier edition, and was recorded after it was issued.
    Late,
    /// It happened between the days of the two.
    Happened,
}

/// An entry that explains a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The entry.
    pub entry: String,
    /// Its kind.
    pub kind: String,
    /// When it happened, in the text form of [`When`].
    pub effective: String,
    /// How it explains the change.
    pub why: Why,
    /// What was given as the reason of a correction.
    pub reason: Option<String>,
}

impl Register {
    /// Whether somebody may issue a report at a level, for themselves to know and whom they name.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn may_issue(&self, viewer: &Viewer, audience: &Audience) -> Result<bool, ViewError> {
        let keeper = self.named_institution().await?.unwrap_or(Organisation::Court);
        // The Assembly's own reports are of the Court's record; all others are guests of whoever keeps it.
        let writes = match viewer.organisation() {
            Some(organisation) => *organisation == keeper || (keeper == Organisation::Court && *organisation == Organisation::Assembly),
            None => *viewer == Viewer::operator(),
        };
        let on = |audience| Matter {
            matter: "report-new",
            audience,
        };
        // What is not public goes out of its matters with the report, as it does with whoever takes it along. Nobody is assigned to
        // what is not there yet, so that under seal the role is asked as below it.
        let below = Audience {
            level: audience.level.min(Level::Confidential),
            ..audience.clone()
        };
        let takes = audience.level == Level::Public || may(viewer, Action::Export, On::Matter(on(&below)));
        Ok(writes && takes && may(viewer, Action::Append, On::Opening(on(audience))))
    }

    /// Issues a report: keeps its file as it is, and records that it was issued. The same twice, also at once, is issued once.
    ///
    /// # Errors
    /// The viewer may not, the report would tell of matter to somebody who may not know it, it says what its newest edition says,
    /// or the file or the entry cannot be written.
    pub async fn issue_report(&self, viewer: &Viewer, new: ToIssue<'_>) -> Result<Recorded, IssueError> {
        if !self.may_issue(viewer, &new.audience).await? {
            return Err(IssueError::NotAllowed);
        }
        if new.audience.level != Level::Public && new.basis.as_deref().is_none_or(|basis| basis.trim().is_empty()) {
            return Err(IssueError::NoBasis);
        }
        if new.approved.is_none() && !new.issued.sections.is_empty() {
            return Err(IssueError::NotApproved);
        }
        if new.issued.as_at > self.today() {
            return Err(IssueError::Future(new.issued.as_at));
        }
        let beyond = self.store.beyond(new.made_as).await.map_err(ViewError::from)?;
        // Of accounts, and of what was issued, no report tells.
        let told = |kind: &str| !kinds::PEOPLE.contains(&kind) && kind != kinds::REPORT_ISSUED;
        let mut told = beyond.iter().filter(|recorded| told(&recorded.entry.kind));
        if !told.all(|recorded| recorded.audience.at_least_as_wide_as(&new.audience)) {
            return Err(IssueError::Wider);
        }
        self.is_news(viewer, &new).await?;
        let draft = self.draft_of_report(viewer, &new).await?;
        for _ in 0..TRIES {
            let read = self.store.length().await.map_err(ViewError::from)?;
            self.is_news(viewer, &new).await?;
            let mut drafts = vec![draft.clone()];
            drafts.extend(self.assigned_by_opening(viewer, &draft));
            match self.record_all_over(viewer, drafts, read).await {
                Err(FactError::Store(StoreError::Raced)) => {}
                settled => return Ok(settled?),
            }
        }
        Err(IssueError::Raced)
    }

    /// Refuses what the newest edition by the same office at the same level says already.
    async fn is_news(&self, viewer: &Viewer, new: &ToIssue<'_>) -> Result<(), IssueError> {
        let editions = self.all_editions(viewer, None).await?;
        let by = viewer.acts_as();
        let alike = |edition: &&Edition| edition.level == new.audience.level && edition.by.as_ref() == by;
        let of_the_day = |edition: &&Edition| edition.of.is_of_one_report(&new.issued) && edition.of.as_at == new.issued.as_at;
        let newest = editions.iter().filter(alike).rfind(of_the_day);
        match newest.filter(|newest| newest.of.says_the_same(&new.issued)) {
            Some(newest) => Err(IssueError::Unchanged(newest.id.clone())),
            None => Ok(()),
        }
    }

    /// Keeps the file, for the entry that names it.
    async fn draft_of_report(&self, viewer: &Viewer, new: &ToIssue<'_>) -> Result<Draft, IssueError> {
        let mut draft = self.blank(viewer, &new.author)?;
        draft.matter = format!("report-{}", draft.id);
        let owner = owner(viewer);
        let mut receiving = self.attachments.begin(&owner).await?;
        for piece in new.bytes.chunks(PIECE) {
            receiving.write(piece).await?;
        }
        let waiting = attachment::accept_made(receiving, &new.name, Kind::Pdf).await?;
        let kept = self.attachments.keep(&owner, &waiting.id, &draft.matter).await;
        // What cannot be forgotten at once is forgotten a day later.
        let _ = self.attachments.discard(&owner, &waiting.id).await;
        draft.kind = kinds::REPORT_ISSUED.to_owned();
        draft.effective = When::In(Span::Day(self.today()));
        draft.on_behalf_of = viewer.acts_as().map(Reader::text);
        draft.audience = new.audience.clone();
        draft.basis = new.basis.as_deref().map(|basis| basis.trim().to_owned());
        draft.attachments = vec![kept?];
        draft.body = body(&new.issued, new.approved.as_ref());
        Ok(draft)
    }

    async fn all_editions(&self, viewer: &Viewer, known_by: Option<Timestamp>) -> Result<Vec<Edition>, ViewError> {
        let of = Of::Kinds(vec![kinds::REPORT_ISSUED.to_owned()]);
        let entries = self.store.entries(viewer, of, known_by).await?;
        Ok(entries.iter().filter_map(edition).collect())
    }

    /// The edition before one of these: the newest of the same report in the same language that was issued before it and that
    /// whoever may know it may know too, so that one that is public is compared with what is public.
    pub fn earlier<'e>(editions: &'e [Edition], later: &Edition) -> Option<&'e Edition> {
        // The latest stand first.
        let mut before = editions.iter().skip_while(|edition| edition.id != later.id).skip(1);
        before.find(|edition| edition.of.is_of_one_report(&later.of) && edition.level <= later.level)
    }
}

impl Desk<'_> {
    /// The reports that were issued by the day, the latest first.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn editions(&self) -> Result<Vec<Edition>, ViewError> {
        let mut editions = self.register.all_editions(self.viewer, self.reading.known_by()).await?;
        editions.retain(|edition| edition.on <= self.reading.as_at);
        editions.reverse();
        Ok(editions)
    }

    /// The file of an edition, byte for byte as it was issued; none where it is not there any more.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn file_of(&self, edition: &Edition) -> Result<Option<Vec<u8>>, AttachmentError> {
        match self.register.attachment(self.viewer, &edition.id, 1).await? {
            Some((_, _, mut content)) => Ok(Some(content.whole().await?)),
            None => Ok(None),
        }
    }

    /// What explains that figures of a later edition rest on other entries than those of an earlier one: what was recorded in the
    /// matters of these entries since the earlier one was issued, or happened between the days of the two, as far as the viewer
    /// may see it. For each of the changes its own, in the order of recording.
    ///
    /// # Errors
    /// The record cannot be read.
    pub async fn why_changed(
        &self,
        earlier: &Edition,
        later: &Edition,
        changes: &[BTreeSet<String>],
    ) -> Result<Vec<Vec<Because>>, ViewError> {
        let mut matter_of: BTreeMap<&str, String> = BTreeMap::new();
        for id in changes.iter().flatten() {
            if matter_of.contains_key(id.as_str()) {
                continue;
            }
            if let Some(entry) = EntryId::parse(id)
                && let Some(recorded) = self.register.store.entry(self.viewer, &entry).await?
            {
                matter_of.insert(id, recorded.entry.matter.clone());
            }
        }
        let matters: BTreeSet<String> = matter_of.values().cloned().collect();
        let there = match matters.is_empty() {
            true => Vec::new(),
            false => {
                self.register
                    .store
                    .entries(self.viewer, Of::Matters(matters.into_iter().collect()), None)
                    .await?
            }
        };
        let of_change = |change: &BTreeSet<String>| {
            let concerned: BTreeSet<&String> = change.iter().filter_map(|id| matter_of.get(id.as_str())).collect();
            let within = there.iter().filter(|recorded| concerned.contains(&recorded.entry.matter));
            within.filter_map(|recorded| because(recorded, earlier, later)).collect()
        };
        Ok(changes.iter().map(of_change).collect())
    }
}

/// What figures say and rest on, as 64 hexadecimal digits: SHA-256 of their questions, answers and entries, each after its length.
pub fn digest_of(figures: &[Figure]) -> String {
    let mut digest = Sha256::new();
    for figure in figures {
        for part in [figure.query.to_string(), figure.value.to_string(), figure.entries.concat()] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part.as_bytes());
        }
    }
    hex(&<[u8; 32]>::from(digest.finalize()))
}

fn body(of: &Issued, approved: Option<&Approved>) -> Object {
    let hindsight = if of.hindsight { "yes" } else { "no" };
    let body = Object::new()
        .text("report", &of.report)
        .text("title", &of.title)
        .text("language", &of.language)
        .text("as_at", of.as_at.to_string())
        .text("known_on", of.known_on.to_string())
        .text("hindsight", hindsight)
        .text("figures", &of.figures);
    let since = of.since.map(|day| day.to_string());
    let more = [("about", of.about.as_ref()), ("since", since.as_ref())];
    let mut body = more.into_iter().fold(body, |body, (member, value)| match value {
        Some(value) => body.text(member, value),
        None => body,
    });
    if let Some(approved) = approved {
        text::put(&mut body, &of.sections, approved);
    }
    body
}

/// What an entry says was issued; none where it lacks something, as one of another edition of the program may.
fn edition(recorded: &Recorded) -> Option<Edition> {
    let entry = &recorded.entry;
    let text = |member: &str| entry.body.get_text(member);
    let day = |member: &str| text(member)?.parse::<Date>().ok();
    let (sections, written_by) = text::sections_in(&entry.body).into_iter().unzip();
    Some(Edition {
        id: entry.id.clone(),
        of: Issued {
            report: text("report")?.to_owned(),
            about: text("about").map(str::to_owned),
            title: text("title")?.to_owned(),
            language: text("language")?.to_owned(),
            as_at: day("as_at")?,
            known_on: day("known_on")?,
            hindsight: text("hindsight") == Some("yes"),
            since: day("since"),
            figures: text("figures")?.to_owned(),
            sections,
        },
        on: entry.effective.last().unwrap_or_else(|| day_in_the_hague(entry.recorded)),
        recorded: entry.recorded,
        by: entry.on_behalf_of.as_deref().and_then(Reader::parse),
        level: recorded.audience.level,
        file: entry.attachments.first()?.clone(),
        approved: text::approved(&entry.body, written_by),
    })
}

/// How an entry explains that the later of two editions says something else; none where it does not.
fn because(recorded: &Recorded, earlier: &Edition, later: &Edition) -> Option<Because> {
    let entry = &recorded.entry;
    let said_of_others = [kinds::REMARK, kinds::CITATION, kinds::PACK_DIFFERS].contains(&entry.kind.as_str());
    if said_of_others || kinds::PEOPLE.contains(&entry.kind.as_str()) || entry.recorded > later.recorded {
        return None;
    }
    let happened = entry.effective.last();
    let since = entry.recorded > earlier.recorded;
    let between = happened.is_some_and(|day| day > earlier.of.as_at.min(later.of.as_at) && day <= earlier.of.as_at.max(later.of.as_at));
    let why = match &entry.corrects {
        Some(corrects) if since && corrects.retracts => Why::TakenBack,
        Some(_) if since => Why::Corrected,
        _ if since && entry.kind == kinds::UNSEALED => Why::Opened,
        _ if between => Why::Happened,
        _ if since && happened.is_none_or(|day| day <= earlier.of.as_at) => Why::Late,
        _ => return None,
    };
    Some(Because {
        entry: entry.id.to_string(),
        kind: entry.kind.clone(),
        effective: entry.effective.to_string(),
        why,
        reason: entry.corrects.as_ref().filter(|_| since).map(|corrects| corrects.reason.clone()),
    })
}

#[cfg(test)]
#[path = "issued_tests.rs"]
mod tests;
