//! Drafts of requests at the desk, on both databases: several officers lose nothing, and nobody else learns of them.

mod disk;
mod kill;
mod saving;
mod seen;
mod sharing;

use crate::common::*;
use access::{Organisation, Role, Viewer};
use jiff::SignedDuration;
use record::audience::Level;
use record::entry::Author;
use register::attachment::{AttachmentError, Attachments, accept};
use register::audit::{Act, Audit, AuditFilter};
use register::draft::{Content, DraftError, DraftId, Drafts, KEPT, Part, Saved, Values, Version};
use register::port::Store;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use store::{DESK, DeskStore, Home, RecordStore, Sort};

const OWNER: &str = "00000000000000000000000000000001";
const COLLEAGUE: &str = "00000000000000000000000000000002";
const STRANGER: &str = "00000000000000000000000000000003";

/// A house with a record, a desk and drafts.
struct House {
    folder: Folder,
    bench: Arc<Bench>,
    store: RecordStore,
    drafts: Drafts,
}

async fn house() -> House {
    let folder = Folder::new();
    let bench = Bench::new(1);
    let (store, drafts) = opened(folder.path(), &bench).await;
    House {
        folder,
        bench,
        store,
        drafts,
    }
}

async fn opened(folder: &Path, bench: &Arc<Bench>) -> (RecordStore, Drafts) {
    let home = home(folder).await;
    let store = open(folder, Sort::Exercise, bench).await;
    let drafts = drafts_of(&home, &store, bench).await;
    (store, drafts)
}

async fn drafts_of(home: &Home, store: &RecordStore, bench: &Arc<Bench>) -> Drafts {
    let desk = DeskStore::open(home).await.unwrap();
    Drafts::new(Arc::new(store.drafts(&desk)), store.audit(), store.attachments(), bench.clone())
}

/// An officer of Chambers.
fn officer_of(account: &str) -> (Viewer, Author) {
    let viewer = Viewer::of(account, Organisation::Court, Role::Chambers, Vec::new()).unwrap();
    (viewer, Author::Account(account.to_owned()))
}

fn content(level: Level, elements: &[(&str, &str)]) -> Content {
    let elements = elements
        .iter()
        .map(|(element, text)| ((*element).to_owned(), vec![(*text).to_owned()]));
    Content {
        form: "exercise-form".into(),
        values: Values(elements.collect::<BTreeMap<_, _>>()),
        level,
        basis: "exercise".into(),
        requesting: "organ:chambers".into(),
    }
}

fn confidential_content(elements: &[(&str, &str)]) -> Content {
    content(Level::Confidential, elements)
}

fn element(id: &str) -> Part {
    Part::Element(id.to_owned())
}

impl House {
    async fn begin(&self, content: &Content) -> DraftId {
        let (viewer, author) = officer_of(OWNER);
        self.drafts.create(&viewer, &author, content).await.unwrap()
    }

    async fn save(&self, account: &str, id: &DraftId, from: u64, content: &Content) -> Saved {
        let (viewer, author) = officer_of(account);
        self.drafts.save(&viewer, &author, id, from, None, content).await.unwrap()
    }

    /// The version that stands, as the operator sees it.
    async fn current(&self, id: &DraftId) -> Version {
        self.drafts.open(&Viewer::operator(), id).await.unwrap().current
    }

    async fn version(&self, id: &DraftId, number: u64) -> Version {
        self.drafts.version(&Viewer::operator(), id, number).await.unwrap()
    }

    async fn unsettled(&self, id: &DraftId) -> Vec<u64> {
        self.drafts.open(&Viewer::operator(), id).await.unwrap().head.unsettled
    }

    async fn is_there_for(&self, account: &str, id: &DraftId) -> bool {
        match self.drafts.open(&officer_of(account).0, id).await {
            Ok(_) => true,
            Err(DraftError::NoDraft) => false,
            Err(error) => panic!("{error}"),
        }
    }
}

/// The lengths of everything encrypted in the tables of drafts, and the number of rows.
async fn lengths(home: &Home) -> Vec<i64> {
    let asked = "SELECT LENGTH(head) FROM drafts UNION ALL SELECT LENGTH(version) FROM draft_versions";
    match &home.database {
        None => {
            let pool = sqlx::SqlitePool::connect(home.folder.join(DESK).to_str().unwrap()).await.unwrap();
            let lengths = sqlx::query_scalar(asked).fetch_all(&pool).await.unwrap();
            pool.close().await;
            lengths
        }
        Some(_) => {
            let mut connection = beside(&server().unwrap(), &home.folder).await;
            let asked = asked
                .replace("drafts", "desk.drafts")
                .replace("draft_versions", "desk.draft_versions");
            let lengths: Vec<i32> = sqlx::query_scalar(sqlx::AssertSqlSafe(asked))
                .fetch_all(&mut connection)
                .await
                .unwrap();
            lengths.into_iter().map(i64::from).collect()
        }
    }
}

async fn rows(home: &Home) -> usize {
    lengths(home).await.len()
}
