//! A record in which nothing stands yet, for tests of what the router answers; and one that cannot be
//! read.

#![allow(clippy::expect_used)]

use access::Viewer;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use record::entry::{Attachment, Draft, EntryId, Subject};
use register::attachment::{AttachmentError, Attachments, Content, Receiving, Working, WorkingId};
use register::audit::{Audit, AuditBook, AuditFilter, Event, Kept, Pseudonym};
use register::desk::{Closed, Desk, ErrorReports, Limits, Reference, Report};
use register::draft::{DraftId, Drafts, Lying};
use register::outside::Outside;
use register::port::{Genesis, ListAt, Of, Proof, Recorded, Scopes, SignedCheckpoint, Sought, Store, StoreError};
use register::sign_in::{AccountId, Item, Key, Shelf, SignInDesk};
use std::sync::{Arc, Mutex};

/// A store without entries.
struct Empty {
    /// Whether every read fails.
    broken: bool,
}

/// What a broken store says, which no page may show.
pub(crate) const SECRET: &str = "heads.sqlite: sealed-matter-7";

impl Empty {
    fn read<T>(&self, value: T) -> Result<T, StoreError> {
        if self.broken {
            Err(StoreError::Database(SECRET.into()))
        } else {
            Ok(value)
        }
    }
}

#[async_trait]
impl Store for Empty {
    async fn append(&self, _: &Viewer, _: Vec<Draft>, _: bool) -> Result<Vec<Recorded>, StoreError> {
        Err(StoreError::Refused("pages append nothing".into()))
    }
    async fn append_over(&self, viewer: &Viewer, drafts: Vec<Draft>, _: u64) -> Result<Vec<Recorded>, StoreError> {
        self.append(viewer, drafts, false).await
    }
    async fn erasure(&self, _: &Viewer, _: &EntryId) -> Result<Option<Recorded>, StoreError> {
        Ok(None)
    }
    async fn is_cleared_after(&self, _: &Recorded) -> Result<bool, StoreError> {
        self.read(true)
    }

    async fn entry(&self, _: &Viewer, _: &EntryId) -> Result<Option<Recorded>, StoreError> {
        self.read(None)
    }
    async fn entries(&self, _: &Viewer, _: Of, _: Option<Timestamp>) -> Result<Vec<Recorded>, StoreError> {
        self.read(Vec::new())
    }
    async fn latest(&self, _: &Viewer, _: &[&str], _: Option<u64>, _: usize) -> Result<Vec<Recorded>, StoreError> {
        self.read(Vec::new())
    }
    async fn length(&self) -> Result<u64, StoreError> {
        self.read(0)
    }
    async fn last_recorded(&self, _: &Viewer) -> Result<Timestamp, StoreError> {
        self.read(began())
    }
    async fn beyond(&self, _: &Viewer) -> Result<Vec<Recorded>, StoreError> {
        Ok(Vec::new())
    }
    async fn weighed(&self, _: &Viewer, _: Vec<Subject>) -> Result<Vec<Recorded>, StoreError> {
        Ok(Vec::new())
    }
    async fn list(&self, _: &ListAt) -> Result<Vec<(Date, String)>, StoreError> {
        self.read(Vec::new())
    }
    async fn how_many(&self, _: &ListAt) -> Result<u64, StoreError> {
        self.read(0)
    }
    async fn counts(&self, _: bool, _: &str, _: Scopes<'_>, _: Date) -> Result<Vec<(String, u64)>, StoreError> {
        self.read(Vec::new())
    }
    async fn changes(&self, _: bool, _: &str, _: &str, _: Date, _: Date) -> Result<Vec<Date>, StoreError> {
        Ok(Vec::new())
    }

    async fn steps(&self, _: bool, _: &str, _: &str) -> Result<Vec<(Date, u64)>, StoreError> {
        self.read(Vec::new())
    }
    async fn names(&self, ways: &[Sought<'_>], _: bool, _: Date, _: usize) -> Result<Vec<Vec<String>>, StoreError> {
        self.read(vec![Vec::new(); ways.len()])
    }
    async fn genesis(&self) -> Result<Genesis, StoreError> {
        self.read(Genesis {
            origin: "exercise".into(),
            exercise: true,
            began: began(),
        })
    }
    async fn checkpoint(&self) -> Result<SignedCheckpoint, StoreError> {
        self.read(SignedCheckpoint {
            text: String::new(),
            root: [0x12; 32],
            mark: began(),
        })
    }
    async fn proof(&self, _: &Viewer, _: &EntryId) -> Result<Option<Proof>, StoreError> {
        self.read(None)
    }
}

/// A desk in memory.
#[derive(Default)]
pub(crate) struct Memory {
    /// What was handed in.
    pub(crate) kept: Mutex<Vec<Report>>,
    /// Whether it fails.
    pub(crate) broken: bool,
}

#[async_trait]
impl Desk for Memory {
    async fn keep(&self, report: &Report, most: u32) -> Result<bool, StoreError> {
        if self.broken {
            return Err(StoreError::Database(SECRET.into()));
        }
        let mut kept = self.kept.lock().expect("nobody panics");
        let room = kept.len() < usize::try_from(most).expect("small");
        if room {
            kept.push(report.clone());
        }
        Ok(room)
    }
    async fn reports(&self) -> Result<Vec<Report>, StoreError> {
        Ok(self.kept.lock().expect("nobody panics").clone())
    }
    async fn close(&self, _: &[Reference], _: &Closed) -> Result<Option<Reference>, StoreError> {
        Err(StoreError::Refused("pages close nothing".into()))
    }
    async fn forget(&self, _: Timestamp) -> Result<(), StoreError> {
        Err(StoreError::Refused("pages forget nothing".into()))
    }
}

/// A desk at which nobody can sign in.
#[async_trait]
impl SignInDesk for Memory {
    async fn insert(&self, _: &Item) -> Result<bool, StoreError> {
        Ok(true)
    }
    async fn read(&self, _: Shelf, _: &Key) -> Result<Option<Item>, StoreError> {
        Ok(None)
    }
    async fn take(&self, _: Shelf, _: &Key) -> Result<Option<Item>, StoreError> {
        Ok(None)
    }
    async fn replace(&self, _: &Item, _: &[u8], _: Option<Timestamp>) -> Result<bool, StoreError> {
        Ok(false)
    }
    async fn list(&self, _: Shelf, _: &AccountId) -> Result<Vec<Item>, StoreError> {
        Ok(Vec::new())
    }
    async fn delete(&self, _: Shelf, _: &AccountId, _: &Key) -> Result<bool, StoreError> {
        Ok(false)
    }
    async fn forget(&self, _: Timestamp) -> Result<(), StoreError> {
        Ok(())
    }
}

/// An audit that keeps nothing.
struct NoAudit;

#[async_trait]
impl Audit for NoAudit {
    async fn write(&self, _: &[Event]) -> Result<(), StoreError> {
        Ok(())
    }
    async fn list(&self, _: &AuditFilter, _: Option<u64>, _: usize) -> Result<Vec<Kept>, StoreError> {
        Ok(Vec::new())
    }
    fn pseudonym(&self, _: &str) -> Pseudonym {
        Pseudonym::from_bytes([0; 8])
    }
}

/// 20 November 2026, noon in The Hague.
fn began() -> Timestamp {
    "2026-11-20T11:00:00Z".parse().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// No files.
struct NoFiles;

#[async_trait]
impl Attachments for NoFiles {
    async fn begin(&self, _: &str) -> Result<Box<dyn Receiving>, AttachmentError> {
        Err(AttachmentError::TooMuchWaiting)
    }
    async fn working(&self, _: &str) -> Result<Vec<Working>, AttachmentError> {
        Ok(Vec::new())
    }
    async fn discard(&self, _: &str, _: &WorkingId) -> Result<(), AttachmentError> {
        Ok(())
    }
    async fn hold(&self, _: &str, _: &WorkingId, _: Timestamp) -> Result<(), AttachmentError> {
        Err(AttachmentError::NotWaiting)
    }
    async fn look(&self, _: &str, _: &WorkingId) -> Result<Box<dyn Content>, AttachmentError> {
        Err(AttachmentError::NotWaiting)
    }
    async fn keep(&self, _: &str, _: &WorkingId, _: &str) -> Result<Attachment, AttachmentError> {
        Err(AttachmentError::NotWaiting)
    }
    async fn open(&self, _: &str, _: &Attachment) -> Result<Box<dyn Content>, AttachmentError> {
        Err(AttachmentError::Missing)
    }
}

/// A clock that stands still on 25 November 2026.
struct Still;

impl Outside for Still {
    fn now(&self) -> Timestamp {
        "2026-11-25T11:00:00Z".parse().unwrap_or(Timestamp::UNIX_EPOCH)
    }
    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

/// A desk without drafts.
struct NoDrafts;

#[async_trait::async_trait]
impl register::draft::DraftDesk for NoDrafts {
    async fn create(&self, _: &DraftId, _: &[u8], _: &[u8]) -> Result<(), StoreError> {
        Err(StoreError::DiskFull)
    }
    async fn lying(&self, _: &DraftId) -> Result<Option<Lying>, StoreError> {
        Ok(None)
    }
    async fn all(&self) -> Result<Vec<(DraftId, Lying)>, StoreError> {
        Ok(Vec::new())
    }
    async fn change(&self, _: &DraftId, _: &Lying, _: &[u8], _: Option<&[u8]>) -> Result<bool, StoreError> {
        Ok(false)
    }
    async fn version(&self, _: &DraftId, _: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(None)
    }
    async fn versions(&self, _: &DraftId) -> Result<Vec<Vec<u8>>, StoreError> {
        Ok(Vec::new())
    }
    async fn delete(&self, _: &DraftId, _: &Lying, _: &[String]) -> Result<bool, StoreError> {
        Ok(false)
    }
}

#[async_trait]
impl register::answering::AnswerDesk for NoDrafts {
    async fn keep(&self, _: &str, _: &str, _: &[u8], _: jiff::civil::Date) -> Result<(), StoreError> {
        Err(StoreError::DiskFull)
    }
    async fn kept(&self, _: &str) -> Result<Vec<Vec<u8>>, StoreError> {
        Ok(Vec::new())
    }
    async fn take_away(&self, _: &str, _: &str) -> Result<(), StoreError> {
        Ok(())
    }
    async fn forget(&self, _: jiff::civil::Date) -> Result<(), StoreError> {
        Ok(())
    }
}

/// All that the router needs.
pub(crate) fn web(broken: bool) -> crate::Web {
    let desk = Memory {
        broken,
        ..Memory::default()
    };
    web_over(broken, Arc::new(desk), Limits::default())
}

/// The same over a desk that the test looks at.
pub(crate) fn web_over(broken: bool, desk: Arc<Memory>, limits: Limits) -> crate::Web {
    let law = law::Pack::rome_statute().expect("the pack is sound");
    let register = register::Register {
        store: Arc::new(Empty { broken }),
        attachments: Arc::new(NoFiles),
        law: Arc::new(law),
        outside: Arc::new(Still),
    };
    let audit = AuditBook::new(Arc::new(NoAudit), Arc::new(Still));
    crate::Web {
        people: identity::people::People::new(
            register.store.clone(),
            desk.clone(),
            Arc::new(Still),
            audit.clone(),
            access::Organisation::Court,
        ),
        drafts: Drafts::new(Arc::new(NoDrafts), Arc::new(NoAudit), Arc::new(NoFiles), Arc::new(Still)),
        answers: register::answering::WorkingAnswers::new(Arc::new(NoDrafts), Arc::new(Still)),
        audit,
        signing: Arc::new(crate::Signing::default()),
        site: crate::guard::Site::default(),
        register,
        reports: ErrorReports::new(desk, Arc::new(Still), limits),
        verifier_key: "exercise+abc+key".into(),
        origin: "http://localhost:8080".into(),
    }
}
