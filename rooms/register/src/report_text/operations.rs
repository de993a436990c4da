//! What is done with the texts of reports, by whoever may issue those reports for their organ: to everybody else they are not there.

use super::signing::ReportSignature;
use super::{Fault, LARGEST, MOST_SECTIONS, OfReport, Review, Section, Settled, Standing, faults, sections, values};
use crate::Register;
use crate::draft::{Content, Contradiction, DraftError, DraftHead, DraftId, Drafts, Saved, Sitting, Version, sittings};
use crate::figures::Desk;
use crate::issued::{Approved, IssueError, ToIssue};
use crate::port::{Recorded, StoreError};
use crate::reading::Reading;
use crate::view::ViewError;
use access::Viewer;
use record::audience::{Audience, Level, Reader};
use record::entry::Author;
use record::hex::hex;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The longest remark of a review, in bytes.
const LONGEST_REMARK: usize = 4000;

/// Why something is not done with a text.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// There is none, as far as whoever asks may know; or they may not issue such a report.
    #[error("there is no such text; take it from the page of its report")]
    NoText,
    /// Another version stands by now, or a contradiction is open.
    #[error("the text was changed meanwhile; read it as it stands now")]
    Moved,
    /// Whoever wrote in it, or submitted it, approves it not, nor gives it back.
    #[error("whoever wrote in a text does not review it; ask somebody else who may issue the report")]
    Own,
    /// It is not as far as what is asked for needs.
    #[error("the text is not so far: it is submitted, then approved, then issued")]
    NotSoFar,
    /// Nothing is said.
    #[error("the text has no section; write one")]
    Empty,
    /// Whoever gives it back says why.
    #[error("say in a few words what is to be changed")]
    NoRemark,
    /// Larger than [`LARGEST`].
    #[error("the text is larger than {} KiB; shorten it", LARGEST >> 10)]
    TooLarge,
    /// What is wrong in it.
    #[error("the text has {} things to mend", .0.len())]
    Faults(Vec<Fault>),
    /// The signature is not of this report, its PDF and whoever issues it.
    #[error("the signature is not of this report as it is now; open the page again and sign anew")]
    Signature,
    /// The report is not issued.
    #[error(transparent)]
    Issue(#[from] IssueError),
    /// The draft cannot be read or written.
    #[error(transparent)]
    Draft(DraftError),
    /// The record cannot be read.
    #[error(transparent)]
    View(#[from] ViewError),
}

impl From<DraftError> for TextError {
    fn from(error: DraftError) -> TextError {
        match error {
            DraftError::NoDraft | DraftError::NotAllowed => TextError::NoText,
            other => TextError::Draft(other),
        }
    }
}

impl From<StoreError> for TextError {
    fn from(error: StoreError) -> TextError {
        TextError::Draft(DraftError::Store(error))
    }
}

/// A text that is begun.
#[derive(Clone, Debug)]
pub struct Begun {
    /// Of which report.
    pub of: OfReport,
    /// What is known of it.
    pub head: DraftHead,
}

/// A text as somebody sees it.
#[derive(Clone, Debug)]
pub struct OpenedText {
    /// What is known of it.
    pub head: DraftHead,
    /// Of which report it is.
    pub of: OfReport,
    /// The version that stands.
    pub current: Version,
    /// Its sections.
    pub sections: Vec<Section>,
    /// Who changed what, and when; oldest first.
    pub sittings: Vec<Sitting>,
    /// Who wrote in each section that stands, by its id, in the order in which they did first.
    pub written: BTreeMap<String, Vec<Author>>,
}

impl OpenedText {
    /// Whether somebody wrote in it, took something out of it, or submitted it: they do not review it. What they typed and took back
    /// within a sitting is nothing.
    pub fn is_own(&self, author: &Author) -> bool {
        let submitted = self.head.report.as_ref().and_then(|report| report.review.as_ref());
        let wrote = |sitting: &Sitting| sitting.by == *author && !sitting.changed.is_empty();
        self.sittings.iter().any(wrote) || submitted.is_some_and(|review| review.by == *author)
    }

    /// The reading in which its report is made.
    pub fn reading(&self) -> Reading {
        Reading {
            as_at: self.of.as_at,
            known_on: self.of.known_on,
            hindsight: self.of.hindsight,
            dated: true,
        }
    }

    /// As whom its report is made by somebody: of what is not public, as what they take along is.
    pub fn made_as(&self, viewer: &Viewer) -> Viewer {
        if self.of.seen {
            viewer.clone().taking_along()
        } else {
            Viewer::public()
        }
    }
}

/// The texts of reports, over a register and its desk.
pub struct ReportTexts<'r> {
    register: &'r Register,
    drafts: Drafts,
}

impl Register {
    /// The texts of reports that lie at the desk of these drafts.
    pub fn report_texts(&self, drafts: &Drafts) -> ReportTexts<'_> {
        ReportTexts {
            register: self,
            drafts: drafts.of_texts(),
        }
    }
}

impl ReportTexts<'_> {
    /// Whether somebody may issue, and so write, the report of a text of this level for their organ.
    async fn may_issue(&self, viewer: &Viewer, of: &OfReport, level: Level) -> Result<bool, ViewError> {
        let Some(own) = viewer.acts_as() else { return Ok(false) };
        self.register.may_issue(viewer, &audience(of, level, own)).await
    }

    /// A text that somebody may write: what is known of it. One path for what is not theirs and what never was.
    async fn own(&self, viewer: &Viewer, id: &DraftId) -> Result<(DraftHead, OfReport), TextError> {
        let head = self.drafts.head(viewer, id).await?;
        let of = head.report.as_ref().map(|report| report.of.clone()).ok_or(TextError::NoText)?;
        match self.may_issue(viewer, &of, head.level).await? {
            true => Ok((head, of)),
            false => Err(TextError::NoText),
        }
    }

    /// The texts of a report in a language, of whatever days, that somebody may write; the one saved last is first.
    ///
    /// # Errors
    /// Record or desk cannot be read.
    pub async fn list(&self, viewer: &Viewer, report: &str, about: Option<&str>) -> Result<Vec<Begun>, TextError> {
        let mut listed = Vec::new();
        for head in self.drafts.heads(viewer).await? {
            let Some(of) = head.report.as_ref().map(|report| report.of.clone()) else {
                continue;
            };
            if of.report == report && of.about.as_deref() == about && self.may_issue(viewer, &of, head.level).await? {
                listed.push(Begun { of, head });
            }
        }
        self.drafts
            .tell(viewer, &listed.iter().map(|begun| &begun.head).collect::<Vec<_>>())
            .await?;
        Ok(listed)
    }

    /// Begins the text of a report: for what is public, or for what whoever begins it may see, whose level it has then.
    ///
    /// # Errors
    /// They may not issue it ([`TextError::NoText`]), or the desk cannot be written.
    pub async fn begin(&self, viewer: &Viewer, author: &Author, of: &OfReport, level: Level) -> Result<DraftId, TextError> {
        let level = if of.seen { level.max(Level::Restricted) } else { Level::Restricted };
        if !self.may_issue(viewer, of, level).await? {
            return Err(TextError::NoText);
        }
        let content = Content {
            form: of.report.clone(),
            values: law::Values::default(),
            level,
            basis: String::new(),
            requesting: String::new(),
        };
        Ok(self.drafts.create_text(viewer, author, of, &content).await?)
    }

    /// A text with the version that stands.
    ///
    /// # Errors
    /// There is none for whoever asks, or it cannot be read.
    pub async fn open(&self, viewer: &Viewer, id: &DraftId) -> Result<OpenedText, TextError> {
        let (head, of) = self.own(viewer, id).await?;
        let versions = self.drafts.versions(viewer, id).await?;
        let current = versions.iter().find(|version| version.number == head.current);
        let current = current.cloned().ok_or(TextError::Moved)?;
        let sections = sections(&current.content.values);
        let written = sections
            .iter()
            .map(|section| (section.id.clone(), authors_of(&section.id, &versions)))
            .collect();
        Ok(OpenedText {
            head,
            of,
            sections,
            sittings: sittings(&versions),
            written,
            current,
        })
    }

    /// The sections of a version, over which somebody types.
    ///
    /// # Errors
    /// As [`ReportTexts::open`], or there is no such version.
    pub async fn version(&self, viewer: &Viewer, id: &DraftId, number: u64) -> Result<Version, TextError> {
        self.own(viewer, id).await?;
        Ok(self.drafts.version(viewer, id, number).await?)
    }

    /// A version that others contradicted meanwhile, with both brought together.
    ///
    /// # Errors
    /// As [`ReportTexts::version`].
    pub async fn contradiction(&self, viewer: &Viewer, id: &DraftId, beside: u64) -> Result<Contradiction, TextError> {
        self.own(viewer, id).await?;
        Ok(self.drafts.contradiction(viewer, id, beside).await?)
    }

    /// Saves what was typed over the version `from`, as [`Drafts::save`] does.
    ///
    /// # Errors
    /// As [`ReportTexts::open`]; it is too large; or the desk cannot be written.
    pub async fn save(
        &self,
        viewer: &Viewer,
        author: &Author,
        id: &DraftId,
        (from, settles): (u64, Option<u64>),
        (typed, basis): (&[Section], &str),
    ) -> Result<Saved, TextError> {
        let (head, of) = self.own(viewer, id).await?;
        let size: usize = typed.iter().map(|section| section.title.len() + section.text.len()).sum();
        if size > LARGEST || typed.len() > MOST_SECTIONS {
            return Err(TextError::TooLarge);
        }
        let content = Content {
            form: of.report,
            values: values(typed),
            level: head.level,
            basis: basis.to_owned(),
            requesting: String::new(),
        };
        Ok(self.drafts.save(viewer, author, id, from, settles, &content).await?)
    }

    /// Submits the version that stands, for somebody else to approve.
    ///
    /// # Errors
    /// As [`ReportTexts::open`]; another version stands; it is empty, or something is to mend.
    pub async fn submit(&self, viewer: &Viewer, author: &Author, id: &DraftId, version: u64) -> Result<(), TextError> {
        let opened = self.open(viewer, id).await?;
        self.whole(viewer, &opened, version).await?;
        let at = self.register.outside.now();
        self.reviewed(viewer, id, version, |head| {
            // Asking once more takes no approval away, nor the review from whoever asked for it.
            if matches!(head.standing(), Standing::InReview | Standing::Approved) {
                return Err(TextError::NotSoFar);
            }
            Ok(Review {
                version,
                by: author.clone(),
                at,
                settled: None,
            })
        })
        .await
    }

    /// Approves the version that was submitted, or gives it back with a remark.
    ///
    /// # Errors
    /// As [`ReportTexts::open`]; another version stands, it was not submitted, whoever asks wrote in it or submitted it, or gives it
    /// back without a word.
    pub async fn settle(
        &self,
        viewer: &Viewer,
        author: &Author,
        id: &DraftId,
        version: u64,
        (approved, remark): (bool, &str),
    ) -> Result<(), TextError> {
        let opened = self.open(viewer, id).await?;
        if opened.head.current != version {
            return Err(TextError::Moved);
        }
        if opened.is_own(author) {
            return Err(TextError::Own);
        }
        let submitted = opened.head.report.as_ref().and_then(|report| report.review.clone());
        let remark = remark.trim();
        if !approved && remark.is_empty() {
            return Err(TextError::NoRemark);
        }
        if remark.len() > LONGEST_REMARK {
            return Err(TextError::TooLarge);
        }
        if approved {
            self.whole(viewer, &opened, version).await?;
        }
        let at = self.register.outside.now();
        self.reviewed(viewer, id, version, |head| {
            let review = head.report.as_ref().and_then(|report| report.review.clone());
            // Whose it is was asked of the review that was read: it may have been submitted anew since.
            if review != submitted {
                return Err(TextError::Moved);
            }
            match review.filter(|_| head.standing() == Standing::InReview) {
                Some(review) => Ok(Review {
                    settled: Some(Settled {
                        approved,
                        by: author.clone(),
                        at,
                        remark: remark.to_owned(),
                    }),
                    ..review
                }),
                None => Err(TextError::NotSoFar),
            }
        })
        .await
    }

    /// Deletes a text, by whoever began it.
    ///
    /// # Errors
    /// As [`ReportTexts::open`], and for everybody else ([`TextError::NoText`]).
    pub async fn delete(&self, viewer: &Viewer, id: &DraftId) -> Result<(), TextError> {
        self.own(viewer, id).await?;
        Ok(self.drafts.delete(viewer, id).await?)
    }

    /// Issues the report with its text, as it was approved and is signed.
    ///
    /// # Errors
    /// As [`ReportTexts::open`] and [`Register::issue_report`]; the text is not approved as it stands, something in it has no answer
    /// by now, or the signature is of something else.
    pub async fn issue(
        &self,
        viewer: &Viewer,
        id: &DraftId,
        version: u64,
        new: ToIssue<'_>,
        (signature, trace): (ReportSignature, &str),
    ) -> Result<Recorded, TextError> {
        let opened = self.open(viewer, id).await?;
        let approved_by = self.approved(&opened, version)?;
        self.whole(viewer, &opened, version).await?;
        let statement = &signature.statement;
        let sha256 = |bytes: &[u8]| hex(&<[u8; 32]>::from(Sha256::digest(bytes)));
        let right = Some(statement.account.as_str()) == viewer.account()
            && Some(&statement.on_behalf_of) == viewer.acts_as().map(Reader::text).as_ref()
            && statement.day == self.register.today()
            && statement.pdf_sha256 == sha256(new.bytes)
            && statement.trace_sha256 == sha256(trace.as_bytes())
            && signature.is_of_its_statement();
        let said = |section: &Section| (section.place.clone(), section.title.clone(), section.text.clone());
        let issued = new.issued.sections.iter().map(said);
        if !right || !issued.eq(opened.sections.iter().map(said)) {
            return Err(TextError::Signature);
        }
        let approved = Approved {
            written_by: opened
                .sections
                .iter()
                .map(|section| opened.written.get(&section.id).cloned().unwrap_or_default())
                .collect(),
            approved_by,
            signature,
        };
        let recorded = self
            .register
            .issue_report(
                viewer,
                ToIssue {
                    approved: Some(approved),
                    ..new
                },
            )
            .await?;
        let entry = recorded.entry.id.to_string();
        let noted = self.drafts.changed(viewer, id, |head| {
            head.report.iter_mut().for_each(|report| report.issued = Some(entry.clone()));
            Ok::<(), TextError>(())
        });
        // It is issued; that its text does not say so is no reason to say that it is not.
        let _ = noted.await;
        Ok(recorded)
    }

    /// Who approved a text as it stands.
    ///
    /// # Errors
    /// Another version stands, or it is not approved.
    pub fn approved(&self, opened: &OpenedText, version: u64) -> Result<Author, TextError> {
        if opened.head.current != version {
            return Err(TextError::Moved);
        }
        let review = opened.head.report.as_ref().and_then(|report| report.review.as_ref());
        match review.and_then(|review| review.settled.as_ref()) {
            Some(settled) if opened.head.standing() == Standing::Approved => Ok(settled.by.clone()),
            _ => Err(TextError::NotSoFar),
        }
    }

    /// Refuses a text that is not the one that was read, says nothing, or asks what is not answered.
    async fn whole(&self, viewer: &Viewer, opened: &OpenedText, version: u64) -> Result<(), TextError> {
        if opened.head.current != version || !opened.head.unsettled.is_empty() {
            return Err(TextError::Moved);
        }
        if opened.sections.is_empty() {
            return Err(TextError::Empty);
        }
        // What would be refused when it is issued is not reviewed in vain.
        if opened.of.seen && opened.current.content.basis.trim().is_empty() {
            return Err(TextError::Issue(IssueError::NoBasis));
        }
        let (made_as, reading) = (opened.made_as(viewer), opened.reading());
        let faults = faults(&mut Desk::new(self.register, &made_as, &reading), &opened.sections).await?;
        if faults.is_empty() {
            Ok(())
        } else {
            Err(TextError::Faults(faults))
        }
    }

    /// Notes a review, if the version that was read stands still.
    async fn reviewed(
        &self,
        viewer: &Viewer,
        id: &DraftId,
        version: u64,
        review: impl Fn(&DraftHead) -> Result<Review, TextError>,
    ) -> Result<(), TextError> {
        self.drafts
            .changed(viewer, id, |head| {
                if head.current != version || !head.unsettled.is_empty() {
                    return Err(TextError::Moved);
                }
                let review = review(head)?;
                head.report.iter_mut().for_each(|report| report.review = Some(review.clone()));
                Ok(())
            })
            .await
    }
}

/// For whom the report of a text is: what is public for everybody, what is not for the organ alone.
fn audience(of: &OfReport, level: Level, own: &Reader) -> Audience {
    if of.seen {
        Audience::of(level, own.clone(), [own.clone()])
    } else {
        Audience {
            originator: Some(own.clone()),
            ..Audience::public()
        }
    }
}

/// Who changed a section in any version, in the order in which they did first. What a version took over from others is theirs.
fn authors_of(section: &str, versions: &[Version]) -> Vec<Author> {
    let mut authors: Vec<Author> = Vec::new();
    for version in versions {
        let parents: Vec<&Version> = versions
            .iter()
            .filter(|other| other.number == version.from || version.joins.contains(&other.number))
            .collect();
        let of_section = |version: &Version| -> Vec<(String, Vec<String>)> {
            let values = version.content.values.0.iter();
            let of_section = values.filter(|(element, _)| super::section_of(element) == section);
            of_section.map(|(element, texts)| (element.clone(), texts.clone())).collect()
        };
        let now = of_section(version);
        let inherited = now
            .iter()
            .all(|part| parents.iter().any(|parent| of_section(parent).contains(part)));
        if !now.is_empty() && !inherited && !authors.contains(&version.by) {
            authors.push(version.by.clone());
        }
    }
    authors
}
