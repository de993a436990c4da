//! Drafts, for whoever may see them: what every operation begins with.

use super::{DraftDesk, DraftError, DraftHead, DraftId, Lying, Version, kept, visible};
use crate::attachment::Attachments;
use crate::audit::{Act, Audit, Event, Recent, Who};
use crate::outside::Outside;
use crate::port::StoreError;
use access::Viewer;
use jiff::SignedDuration;
use record::audience::Level;
use record::entry::Author;
use std::cmp::Reverse;
use std::sync::Arc;

/// Openings of one draft by one person in one role within this time are told to the audit once.
const AGAIN: SignedDuration = SignedDuration::from_mins(1);

/// Drafts of one sort, of requests or of the texts of reports, for whoever may see them.
#[derive(Clone)]
pub struct Drafts {
    sort: Sort,
    pub(super) desk: Arc<dyn DraftDesk>,
    audit: Arc<dyn Audit>,
    pub(super) attachments: Arc<dyn Attachments>,
    pub(super) outside: Arc<dyn Outside>,
    told: Arc<Recent<Opening>>,
}

/// What is drafted: to whom drafts of requests are handed out, those of texts are not there, and the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Requests,
    Texts,
}

/// Account, organisation, role, and the draft with its level.
type Opening = (String, String, &'static str, DraftId, Level);

/// A draft that is visible, and how it lay when it was read.
pub(super) struct Seen {
    pub(super) head: DraftHead,
    pub(super) lying: Lying,
}

impl Drafts {
    /// Drafts of requests, over a desk and the place of files. Who opened what is confidential or under seal is told to the audit before it is
    /// handed out.
    pub fn new(desk: Arc<dyn DraftDesk>, audit: Arc<dyn Audit>, attachments: Arc<dyn Attachments>, outside: Arc<dyn Outside>) -> Drafts {
        Drafts {
            sort: Sort::Requests,
            desk,
            audit,
            attachments,
            outside,
            told: Arc::default(),
        }
    }

    /// The texts of reports, over the same desk.
    pub fn of_texts(&self) -> Drafts {
        Drafts {
            sort: Sort::Texts,
            ..self.clone()
        }
    }

    /// Whether somebody sees a draft here.
    fn sees(&self, viewer: &Viewer, head: &DraftHead) -> bool {
        let is_text = head.report.is_some();
        is_text == (self.sort == Sort::Texts) && visible(viewer, head)
    }

    /// Every draft that lies at the desk, of either sort.
    pub(super) async fn lying(&self) -> Result<Vec<Seen>, DraftError> {
        let lying = self.desk.all().await?.into_iter();
        lying
            .map(|(id, lying)| {
                let head = kept::head_of(id, &lying.head)?;
                Ok(Seen { head, lying })
            })
            .collect()
    }

    /// Every draft that is visible.
    pub(super) async fn all(&self, viewer: &Viewer) -> Result<Vec<Seen>, DraftError> {
        let mut all = self.lying().await?;
        all.retain(|seen| self.sees(viewer, &seen.head));
        Ok(all)
    }

    /// A draft that is visible. One that is not, and one that never was, take one path.
    pub(super) async fn seen(&self, viewer: &Viewer, id: &DraftId) -> Result<Seen, DraftError> {
        let lying = self.desk.lying(id).await?.ok_or(DraftError::NoDraft)?;
        let head = kept::head_of(*id, &lying.head)?;
        if self.sees(viewer, &head) {
            Ok(Seen { head, lying })
        } else {
            Err(DraftError::NoDraft)
        }
    }

    /// The same for its owner and the operator alone.
    pub(super) async fn own(&self, viewer: &Viewer, id: &DraftId) -> Result<Seen, DraftError> {
        let seen = self.seen(viewer, id).await?;
        if seen.head.is_of(viewer) || *viewer == Viewer::operator() {
            Ok(seen)
        } else {
            Err(DraftError::NotAllowed)
        }
    }

    /// Changes the head of a draft that is visible.
    pub(crate) async fn changed<E: From<DraftError>>(
        &self,
        viewer: &Viewer,
        id: &DraftId,
        change: impl Fn(&mut DraftHead) -> Result<(), E>,
    ) -> Result<(), E> {
        loop {
            let Seen { mut head, lying } = self.seen(viewer, id).await?;
            change(&mut head)?;
            let bytes = kept::head_bytes(&head).map_err(DraftError::from)?;
            if self.desk.change(id, &lying, &bytes, None).await.map_err(DraftError::from)? {
                return Ok(());
            }
        }
    }

    /// What is known of every draft that is visible, the one saved last first; the audit is not told of it.
    pub(crate) async fn heads(&self, viewer: &Viewer) -> Result<Vec<DraftHead>, DraftError> {
        let mut heads: Vec<DraftHead> = self.all(viewer).await?.into_iter().map(|seen| seen.head).collect();
        heads.sort_by_key(|head| (Reverse(head.saved), head.id));
        Ok(heads)
    }

    /// What is known of a draft that is visible; the audit is not told of it.
    pub(crate) async fn head(&self, viewer: &Viewer, id: &DraftId) -> Result<DraftHead, DraftError> {
        Ok(self.seen(viewer, id).await?.head)
    }

    /// A version of a draft.
    pub(super) async fn version_in(&self, seen: &Seen, number: u64) -> Result<Version, DraftError> {
        let id = seen.head.id;
        if number == 0 || number > seen.head.newest {
            return Err(DraftError::NoVersion(number));
        }
        match self.desk.version(&id, number).await? {
            Some(bytes) => Ok(kept::version_of(id, &bytes)?),
            None if self.desk.lying(&id).await?.is_none() => Err(DraftError::NoDraft),
            None => Err(DraftError::Store(StoreError::Database(format!(
                "version {number} of the draft {id} is missing; restore the desk from a backup"
            )))),
        }
    }

    /// The version of the line that stands from which a version comes: itself, unless it stands beside.
    pub(super) async fn base_of(&self, seen: &Seen, version: Version) -> Result<Version, DraftError> {
        let mut version = version;
        while version.beside.is_some() {
            version = self.version_in(seen, version.from).await?;
        }
        Ok(version)
    }

    /// Tells the audit of drafts that a person opens, unless it was told just now. The operator is not told of: the program
    /// itself reads as the operator, and a verb that shows a draft at the shell tells of it by itself.
    pub(crate) async fn tell(&self, viewer: &Viewer, heads: &[&DraftHead]) -> Result<(), DraftError> {
        let (Some(account), Some(organisation), Some(role)) = (viewer.account(), viewer.organisation(), viewer.role()) else {
            return Ok(());
        };
        let now = self.outside.now();
        let opening = |head: &DraftHead| (account.to_owned(), organisation.text(), role.word(), head.id, head.level);
        let told = |head: &DraftHead| head.level < Level::Confidential || self.told.has(&opening(head), now, AGAIN);
        let new: Vec<&DraftHead> = heads.iter().copied().filter(|head| !told(head)).collect();
        if new.is_empty() {
            return Ok(());
        }
        let event = |head: &&DraftHead| Event::new(now, Act::MatterOpened, Who::of(viewer)).matter(&head.id.matter(), head.level);
        self.audit.write(&new.iter().map(event).collect::<Vec<_>>()).await?;
        self.told.add(new.into_iter().map(opening), now, AGAIN);
        Ok(())
    }

    /// Tells the audit what is about to be done with a draft, and to whom where it is about somebody.
    pub(super) async fn audited(&self, viewer: &Viewer, act: Act, head: &DraftHead, account: Option<&str>) -> Result<(), DraftError> {
        let event = Event::new(self.outside.now(), act, Who::of(viewer)).matter(&head.id.matter(), head.level);
        let event = account.into_iter().fold(event, Event::about);
        Ok(self.audit.write(&[event]).await?)
    }
}

/// Who writes is who looks; at the shell an officer by name.
pub(super) fn check_author(viewer: &Viewer, author: &Author) -> Result<(), DraftError> {
    let is = match (author, viewer.account()) {
        (Author::Account(author), Some(account)) => author == account,
        (Author::Officer(name), None) => *viewer == Viewer::operator() && !name.trim().is_empty(),
        _ => false,
    };
    if is { Ok(()) } else { Err(DraftError::NotAllowed) }
}
