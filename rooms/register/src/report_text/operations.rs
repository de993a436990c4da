//! What is done with the texts of reports, by whoever may issue those reports for their organ: to everybody else they are not there.

use super::signing::ReportSignature;
use super::{Fault, LARGEST, OfReport, Section, sections, too_large, values};
use crate::Register;
use crate::draft::{Compared, Content, Contradiction, DraftError, DraftHead, DraftId, Drafts, Saved, Sitting, Version, compare, sittings};
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
    /// As whom its report is made, by whoever opens it alike: of what is public for everybody, of what is not as all who may write,
    /// review and issue it may know and take along.
    pub made_as: Viewer,
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
}

/// The texts of reports, over a register and its desk.
pub struct ReportTexts<'r> {
    pub(super) register: &'r Register,
    pub(super) drafts: Drafts,
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
            made_as: self.made_as(viewer, &head, &of).await?,
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

    /// A version, against the one over which the sitting began in which it was typed; the first, which is empty, against itself.
    ///
    /// # Errors
    /// As [`ReportTexts::version`].
    pub async fn compare(&self, viewer: &Viewer, id: &DraftId, number: u64) -> Result<Compared, TextError> {
        self.own(viewer, id).await?;
        let versions = self.drafts.versions(viewer, id).await?;
        let of = |number: u64| versions.iter().find(|version| version.number == number).cloned();
        let b = of(number).ok_or(DraftError::NoVersion(number))?;
        let sittings = sittings(&versions);
        let began = sittings
            .iter()
            .rfind(|sitting| sitting.first <= number)
            .and_then(|sitting| of(sitting.first));
        let over = began.as_ref().and_then(|first| of(first.from)).or(began);
        let a = over.unwrap_or_else(|| b.clone());
        let differences = compare(&a.content, &b.content);
        Ok(Compared { a, b, differences })
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
        if too_large(typed) {
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
        self.whole(&opened, version).await?;
        let statement = &signature.statement;
        let sha256 = |bytes: &[u8]| hex(&<[u8; 32]>::from(Sha256::digest(bytes)));
        let right = Some(statement.account.as_str()) == viewer.account()
            && Some(&statement.on_behalf_of) == viewer.acts_as().map(Reader::text).as_ref()
            && statement.day == self.register.today()
            && statement.pdf_sha256 == sha256(new.bytes)
            && statement.trace_sha256 == sha256(trace.as_bytes())
            && signature.is_of_its_statement()
            && *new.made_as == opened.made_as;
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
