//! Drafts begun and saved: what was typed becomes a version, and none is lost.

use super::merge::merge;
use super::operations::{Seen, check_author};
use super::{Content, DraftError, DraftHead, DraftId, Drafts, Saved, Version, audience, kept};
use crate::report_text::{OfReport, ReportDraft};
use access::{Action, Matter, On, Viewer, may};
use record::audience::Reader;
use record::entry::Author;
use sha2::{Digest, Sha256};

impl Drafts {
    /// Begins a draft, for the organ as which the viewer acts; at the shell for the body that asks.
    ///
    /// # Errors
    /// The viewer may begin no matter of this level, is somebody else than the author, or at the shell no body is named
    /// ([`DraftError::NotAllowed`]); [`DraftError::TooLarge`]; or the desk cannot be written.
    pub async fn create(&self, viewer: &Viewer, author: &Author, content: &Content) -> Result<DraftId, DraftError> {
        let new = self.new_draft(viewer, author, content)?;
        let id = DraftId::new(&*self.outside);
        self.begin(id, &new).await?;
        Ok(id)
    }

    /// The same once, however often it is asked for under the same key: the one draft that the author began so for their organ;
    /// none where what they began under it is something else.
    ///
    /// Its id follows from author, organ and key, so that the desk itself keeps two tries at once from beginning two drafts, and
    /// nobody's key meets the draft of another. A draft that the author does not see any more is not there, and another is begun.
    ///
    /// # Errors
    /// As for [`Drafts::create`].
    pub async fn create_once(&self, viewer: &Viewer, author: &Author, content: &Content, key: &str) -> Result<Option<DraftId>, DraftError> {
        let new = self.new_draft(viewer, author, content)?;
        let mut nth = 0;
        loop {
            let id = id_under_key(author, &new.organ, key, nth);
            // Asked before it is looked at: what lay there by then would be seen.
            let lies = self.desk.lying(&id).await?.is_some();
            match self.seen(viewer, &id).await {
                Ok(seen) => {
                    let first = self.version_in(&seen, 1).await?;
                    return Ok((first.content == new.content).then_some(id));
                }
                Err(DraftError::NoDraft) if lies => nth += 1,
                Err(DraftError::NoDraft) => match self.begin(id, &new).await {
                    Ok(()) => return Ok(Some(id)),
                    // Another try began it meanwhile.
                    Err(DraftError::Store(_)) if self.desk.lying(&id).await?.is_some() => {}
                    Err(error) => return Err(error),
                },
                Err(error) => return Err(error),
            }
        }
    }

    /// What a viewer may begin.
    fn new_draft(&self, viewer: &Viewer, author: &Author, content: &Content) -> Result<NewDraft, DraftError> {
        check_author(viewer, author)?;
        let content = content.tidy();
        let body = || Reader::parse(&content.requesting).filter(|_| *viewer == Viewer::operator());
        let organ = viewer.acts_as().cloned().or_else(body).ok_or(DraftError::NotAllowed)?;
        // What it is called is decided by nobody who may not begin it.
        let matter = DraftId::from_bytes([0; 16]).matter();
        let on = On::Opening(Matter {
            matter: &matter,
            audience: &audience(content.level, &organ),
        });
        if !may(viewer, Action::Append, on) {
            return Err(DraftError::NotAllowed);
        }
        Ok(NewDraft {
            author: author.clone(),
            organ,
            content,
            report: None,
        })
    }

    /// Begins the text of a report, as [`Drafts::create`] begins a draft of a request.
    pub(crate) async fn create_text(
        &self,
        viewer: &Viewer,
        author: &Author,
        of: &OfReport,
        content: &Content,
    ) -> Result<DraftId, DraftError> {
        let report = ReportDraft {
            of: of.clone(),
            review: None,
            issued: None,
        };
        let new = NewDraft {
            report: Some(report),
            ..self.new_draft(viewer, author, content)?
        };
        let id = DraftId::new(&*self.outside);
        self.begin(id, &new).await?;
        Ok(id)
    }

    async fn begin(&self, id: DraftId, new: &NewDraft) -> Result<(), DraftError> {
        let now = self.outside.now();
        let head = DraftHead {
            id,
            owner: new.author.clone(),
            organ: new.organ.clone(),
            level: new.content.level,
            with: Vec::new(),
            sent: None,
            report: new.report.clone(),
            newest: 1,
            current: 1,
            unsettled: Vec::new(),
            saved: now,
            files: Vec::new(),
        };
        let first = Version {
            number: 1,
            from: 0,
            joins: Vec::new(),
            beside: None,
            by: new.author.clone(),
            at: now,
            content: new.content.clone(),
        };
        let (head, first) = (kept::head_bytes(&head)?, kept::version_bytes(&first)?);
        Ok(self.desk.create(&id, &head, &first).await?)
    }

    /// Saves what was typed over the version `from`. `settles` is the version beside from which the author chose, where they did.
    ///
    /// Repeated with the same content, after an answer that was lost, it saves nothing more.
    ///
    /// # Errors
    /// [`DraftError::NoDraft`], [`DraftError::NoVersion`], [`DraftError::TooLarge`], the author is somebody else than the viewer,
    /// or the desk cannot be written. Then nothing was saved.
    pub async fn save(
        &self,
        viewer: &Viewer,
        author: &Author,
        id: &DraftId,
        from: u64,
        settles: Option<u64>,
        content: &Content,
    ) -> Result<Saved, DraftError> {
        check_author(viewer, author)?;
        let content = content.tidy();
        loop {
            let seen = self.seen(viewer, id).await?;
            let at = self.outside.now();
            let (version, saved) = match self.next(&seen, author, from, settles, &content).await? {
                Next::Nothing(saved) => return Ok(saved),
                Next::Version(version, saved) => (Version { at, ..*version }, saved),
            };
            let head = kept::head_bytes(&after(&seen.head, &version, settles))?;
            let bytes = kept::version_bytes(&version)?;
            // Where it failed somebody else saved, so that of all who save at once one comes through each time.
            if self.desk.change(id, &seen.lying, &head, Some(&bytes)).await? {
                return Ok(saved);
            }
        }
    }

    /// What becomes of what was typed, over the draft as it was seen.
    async fn next(&self, seen: &Seen, author: &Author, from: u64, settles: Option<u64>, content: &Content) -> Result<Next, DraftError> {
        let head = &seen.head;
        let typed_over = self.version_in(seen, from).await?;
        let current = self.version_in(seen, head.current).await?;
        let base = self.base_of(seen, typed_over.clone()).await?;
        let together = merge(&base.content, &current.content, content);
        let settled: Vec<u64> = head
            .unsettled
            .iter()
            .copied()
            .filter(|number| *number == from || Some(*number) == settles)
            .collect();
        let version = Version {
            number: head.newest + 1,
            from,
            joins: settled.iter().copied().filter(|number| *number != from).collect(),
            beside: None,
            by: author.clone(),
            at: head.saved,
            content: content.clone(),
        };
        if !together.conflicts.is_empty() {
            let newest = self.version_in(seen, head.newest).await?;
            let repeated = newest.beside.is_some() && newest.from == from && newest.by == *author && newest.content == *content;
            let idle = typed_over.beside.is_some() && typed_over.content == *content;
            let conflict = |number| Saved::Conflict {
                number,
                with: current.number,
                parts: together.conflicts.clone(),
            };
            return Ok(match (repeated, idle) {
                (true, _) => Next::Nothing(conflict(newest.number)),
                (false, true) => Next::Nothing(conflict(from)),
                (false, false) => {
                    let saved = conflict(version.number);
                    Next::Version(
                        Box::new(Version {
                            beside: Some(current.number),
                            ..version
                        }),
                        saved,
                    )
                }
            });
        }
        let saved = |number| match together.from_theirs.is_empty() {
            true => Saved::As(number),
            false => Saved::Merged {
                number,
                kept_from_others: together.from_theirs.clone(),
            },
        };
        if together.content == current.content && settled.is_empty() {
            return Ok(Next::Nothing(saved(current.number)));
        }
        let saved = saved(version.number);
        let joined = Some(current.number).filter(|number| *number != from);
        let joins = joined.into_iter().chain(version.joins).collect();
        Ok(Next::Version(
            Box::new(Version {
                joins,
                content: together.content,
                ..version
            }),
            saved,
        ))
    }
}

/// A draft that may be begun.
struct NewDraft {
    author: Author,
    organ: Reader,
    content: Content,
    report: Option<ReportDraft>,
}

/// The id of the draft that an author begins for an organ under a key. Each text stands behind its length, so that no two of
/// these are written alike.
fn id_under_key(author: &Author, organ: &Reader, key: &str, nth: u64) -> DraftId {
    let (author, organ) = (author.text(), organ.text());
    let mut digest = Sha256::new();
    for text in ["comity: draft begun under a key", &author, &organ, key] {
        digest.update((text.len() as u64).to_be_bytes());
        digest.update(text);
    }
    digest.update(nth.to_be_bytes());
    let digest: [u8; 32] = digest.finalize().into();
    DraftId::from_bytes(digest.first_chunk().copied().unwrap_or_default())
}

/// What becomes of what was typed.
enum Next {
    /// It stands already.
    Nothing(Saved),
    /// It is kept as a version, whose instant is still to be set.
    Version(Box<Version>, Saved),
}

/// The head after a version.
fn after(head: &DraftHead, version: &Version, settles: Option<u64>) -> DraftHead {
    let mut head = head.clone();
    head.unsettled.retain(|number| *number != version.from && Some(*number) != settles);
    if version.beside.is_some() {
        head.unsettled.push(version.number);
    } else {
        head.current = version.number;
    }
    head.newest = version.number;
    head.saved = version.at;
    if version.content.level > head.level {
        head.level = version.content.level;
        // Whoever seals it is not shut out by that.
        if let Author::Account(account) = &version.by
            && head.owner != version.by
            && !head.with.contains(account)
        {
            head.with.push(account.clone());
        }
    }
    head
}
