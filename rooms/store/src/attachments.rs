//! The bytes of attachments, in a folder beside the secrets: `attachments`.
//!
//! | name | what |
//! |---|---|
//! | 32 hexadecimal digits | a file that is kept: a word of matter and hash that only the keys can make |
//! | `working/OWNER-SECONDS-ID` | a file that waits to be kept; a word of its owner, from when on it waits. Once it is kept its head alone, so that a form that comes again finds it |
//! | `working/OWNER-SECONDS-ID.keeping` | the same while it is being kept |
//! | `erasing/ORDER-SECONDS` | names of files that an order of erasure is about to take away |
//!
//! Every file is encrypted, that of public matter too: a matter that is closed or opened later needs nothing done to its
//! files. See `format` for the form of one. The key of a file that is kept can be made only by whoever has the keys *and*
//! knows matter and hash; these stand in the entry alone. When the body of the entry is erased, nobody can open the file any
//! more, not even a copy of it that was left somewhere; and it is taken away with the body.
//!
//! One name, one content: writing is done under another name, and what takes its name is whole and durable. Several servers
//! over one database share the folder.

mod erasing;
mod format;
mod receiving;
mod site;

use crate::fail::Failure;
use crate::keys::{create_folder, sync_folder};
use crate::vault::Vault;
use async_trait::async_trait;
use format::{Head, Opened, size_of};
use jiff::{SignedDuration, Timestamp};
use receiving::Incoming;
use record::entry::{Attachment, Draft};
use record::hex::{hex, is_hex};
use register::attachment::kind::Forbidden;
use register::attachment::{
    AttachmentError, Attachments, Content, Kind, MOST_FILES_WAITING, MOST_WAITING, Receiving, TypeRefused, WAITS, Working, WorkingId,
};
use register::outside::Outside;
use register::port::StoreError;
use register::request::holder;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) use erasing::{note, release, take_away};
pub(crate) use site::{check_free, files, put_in_place, write_file};

/// The folder, in the one of the secrets.
pub(crate) const FOLDER: &str = "attachments";
/// Files that wait.
const WORKING: &str = "working";
/// Files that go.
const ERASING: &str = "erasing";

/// The files of one record.
#[derive(Clone)]
pub struct AttachmentFolder {
    folder: PathBuf,
    vault: Arc<Vault>,
    outside: Arc<dyn Outside>,
}

/// The name of a working file, read.
struct WorkingName {
    from: Timestamp,
    id: WorkingId,
    path: PathBuf,
}

/// What working files take together.
#[derive(Default)]
struct Waiting {
    files: usize,
    /// In bytes, as they lie.
    bytes: u64,
}

impl AttachmentFolder {
    /// The files of the record whose secrets lie in this folder.
    pub(crate) fn beside(folder: &Path, vault: Arc<Vault>, outside: Arc<dyn Outside>) -> AttachmentFolder {
        AttachmentFolder {
            folder: folder.join(FOLDER),
            vault,
            outside,
        }
    }

    /// The name under which a file is kept.
    pub(crate) fn name(&self, matter: &str, sha256: &str) -> String {
        hex(&self.vault.word("attachment", &about(matter, sha256)))
    }

    fn path(&self, matter: &str, sha256: &str) -> PathBuf {
        self.folder.join(self.name(matter, sha256))
    }

    fn owner(&self, owner: &str) -> String {
        hex(&self.vault.word("owner of working files", owner))
    }

    /// Whether what an entry names is there, as long as it must be. Its contents are not read.
    pub(crate) async fn is_kept(&self, matter: &str, attachment: &Attachment) -> Result<bool, Failure> {
        let path = self.path(matter, &attachment.sha256);
        match tokio::fs::metadata(&path).await {
            Ok(about) => Ok(about.len() == size_of(attachment.length)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(Failure::file(&path, &error)),
        }
    }

    /// Why drafts are refused that name files that are not kept.
    pub(crate) async fn check_kept(&self, drafts: &[Draft]) -> Result<Result<(), Failure>, Failure> {
        for draft in drafts {
            for file in &draft.attachments {
                if !self.is_kept(&draft.matter, file).await? {
                    return Ok(Err(Failure::refused(format!(
                        "entry {} ({}, {}) names a file {:?} that is not kept for its matter; keep it first",
                        draft.id, draft.matter, draft.kind, file.name
                    ))));
                }
            }
        }
        Ok(Ok(()))
    }

    /// The working files of an owner, by their names; those that waited too long are taken away, whosever they are.
    async fn waiting(&self, owner: &str) -> Result<Vec<WorkingName>, Failure> {
        let folder = self.folder.join(WORKING);
        let whose = self.owner(owner);
        let mut found = Vec::new();
        for (name, path) in names_in(&folder).await? {
            let mut parts = name.splitn(3, '-');
            let (Some(of), Some(from), Some(id)) = (parts.next(), parts.next().and_then(instant_of), parts.next()) else {
                continue;
            };
            if self.is_older(from, WAITS) {
                remove(&path).await?;
            } else if let (true, Some(id)) = (of == whose, WorkingId::parse(id)) {
                found.push(WorkingName { from, id, path });
            }
        }
        found.sort_by_key(|found| (found.from, found.id));
        Ok(found)
    }

    /// Takes away the working files that waited too long, whosever they are. Called from time to time: else they would lie
    /// until somebody looks at their own.
    ///
    /// # Errors
    /// The folder cannot be read, or a file cannot be removed.
    pub async fn forget(&self) -> Result<(), StoreError> {
        // Nobody is called so: none is found, and what is old goes.
        Ok(self.waiting("").await.map(|_| ())?)
    }

    /// What the working files of an owner take, those too that are still coming in, on whichever server; one is left out.
    async fn waiting_beside(&self, owner: &str, but: Option<&WorkingId>) -> Result<Waiting, Failure> {
        let mut others = Waiting::default();
        for waiting in self.waiting(owner).await? {
            if Some(&waiting.id) != but {
                others.files += 1;
                others.bytes += length_of(&waiting.path).await?;
            }
        }
        Ok(others)
    }

    fn is_older(&self, from: Timestamp, than: SignedDuration) -> bool {
        self.outside.now().duration_since(from) > than
    }

    /// Where a working file waits from an instant on, to the second, as its name says it.
    fn place_of_waiting(&self, owner: &str, from: Timestamp, id: &WorkingId) -> PathBuf {
        self.folder
            .join(WORKING)
            .join(format!("{}-{}-{id}", self.owner(owner), from.as_second()))
    }

    async fn waiting_one(&self, owner: &str, id: &WorkingId) -> Result<WorkingName, AttachmentError> {
        let found = self.waiting(owner).await.map_err(StoreError::from)?;
        found.into_iter().find(|found| found.id == *id).ok_or(AttachmentError::NotWaiting)
    }

    fn key_of_working(&self, owner: &str, id: &WorkingId) -> crate::vault::Key {
        self.vault.derived(&format!("working file\n{owner}\n{id}"))
    }

    fn key_of_kept(&self, matter: &str, sha256: &str) -> crate::vault::Key {
        self.vault.derived(&format!("attachment\n{}", about(matter, sha256)))
    }
}

/// Neither a matter nor a hash has a line break in it.
fn about(matter: &str, sha256: &str) -> String {
    format!("{}\n{sha256}", holder(matter))
}

fn place_of_working(owner: &str, id: &WorkingId) -> String {
    format!("working file {owner} {id}")
}

fn place_of_kept(matter: &str, sha256: &str) -> String {
    format!("attachment {}", about(matter, sha256))
}

#[async_trait]
impl Attachments for AttachmentFolder {
    async fn begin(&self, owner: &str) -> Result<Box<dyn Receiving>, AttachmentError> {
        let folder = self.folder.join(WORKING);
        create_folder(&folder).map_err(StoreError::from)?;
        let others = self.waiting_beside(owner, None).await.map_err(StoreError::from)?;
        if others.files >= MOST_FILES_WAITING || others.bytes >= MOST_WAITING {
            return Err(AttachmentError::TooMuchWaiting);
        }
        let mut id = [0; 16];
        self.outside.random(&mut id);
        let id = WorkingId::from_bytes(id);
        // To the second, as its name says it.
        let now = self.outside.now();
        let from = Timestamp::from_second(now.as_second()).unwrap_or(now);
        let path = self.place_of_waiting(owner, from, &id);
        let incoming = Incoming::begin(self.clone(), owner, id, from, path).await;
        Ok(Box::new(incoming.map_err(StoreError::from)?))
    }

    async fn working(&self, owner: &str) -> Result<Vec<Working>, AttachmentError> {
        let mut working = Vec::new();
        for name in self.waiting(owner).await.map_err(StoreError::from)? {
            let key = self.key_of_working(owner, &name.id);
            let head = Head::load(&name.path, &self.vault, &key, &place_of_working(owner, &name.id)).await;
            // One that is still being received, or whose receiving broke off, has no head; one may go meanwhile.
            if let Ok(Some(Head { file: Some(file), .. })) = head {
                working.push(Working {
                    id: name.id,
                    from: name.from,
                    file,
                });
            }
        }
        Ok(working)
    }

    async fn discard(&self, owner: &str, id: &WorkingId) -> Result<(), AttachmentError> {
        match self.waiting_one(owner, id).await {
            Ok(name) => Ok(remove(&name.path).await.map_err(StoreError::from)?),
            Err(AttachmentError::NotWaiting) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn hold(&self, owner: &str, id: &WorkingId, until: Timestamp) -> Result<(), AttachmentError> {
        let name = self.waiting_one(owner, id).await?;
        let from = until
            .saturating_sub(WAITS)
            .map_err(|error| StoreError::Database(error.to_string()))?;
        if from.as_second() <= name.from.as_second() {
            return Ok(());
        }
        match tokio::fs::rename(&name.path, self.place_of_waiting(owner, from, id)).await {
            Ok(()) => Ok(sync_folder(&self.folder.join(WORKING)).map_err(StoreError::from)?),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(AttachmentError::NotWaiting),
            Err(error) => Err(StoreError::from(Failure::file(&name.path, &error)).into()),
        }
    }

    async fn look(&self, owner: &str, id: &WorkingId) -> Result<Box<dyn Content>, AttachmentError> {
        let name = self.waiting_one(owner, id).await?;
        let key = self.key_of_working(owner, id);
        let head = Head::load(&name.path, &self.vault, &key, &place_of_working(owner, id)).await;
        let head = head.map_err(StoreError::from)?.ok_or(AttachmentError::NotWaiting)?;
        // Of one that was kept there is its head alone.
        if length_of(&name.path).await.map_err(StoreError::from)? <= format::BEFORE as u64 {
            return Err(AttachmentError::NotWaiting);
        }
        Ok(Box::new(Opened::of(&name.path, &head).await?))
    }

    async fn keep(&self, owner: &str, id: &WorkingId, matter: &str) -> Result<Attachment, AttachmentError> {
        let name = self.waiting_one(owner, id).await?;
        let key = self.key_of_working(owner, id);
        let head = Head::load(&name.path, &self.vault, &key, &place_of_working(owner, id)).await;
        let head = head.map_err(StoreError::from)?.ok_or(AttachmentError::NotWaiting)?;
        let file = head.file.clone().ok_or(AttachmentError::NotWaiting)?;
        if file.media_type == Kind::Request.media_type() {
            return Err(TypeRefused::Forbidden(Forbidden::Archive).into());
        }
        let kept = self
            .keep_one((owner, &name), &head, &file, matter)
            .await
            .map_err(StoreError::from)?;
        if kept { Ok(file) } else { Err(AttachmentError::NotWaiting) }
    }

    async fn open(&self, matter: &str, attachment: &Attachment) -> Result<Box<dyn Content>, AttachmentError> {
        let path = self.path(matter, &attachment.sha256);
        let (key, place) = (
            self.key_of_kept(matter, &attachment.sha256),
            place_of_kept(matter, &attachment.sha256),
        );
        let head = Head::load(&path, &self.vault, &key, &place).await.map_err(StoreError::from)?;
        let head = match head {
            Some(head) => head,
            None if tokio::fs::try_exists(&path).await.unwrap_or(true) => {
                return Err(AttachmentError::Damaged(
                    "it does not open at its place, or with its key".to_owned(),
                ));
            }
            None => return Err(AttachmentError::Missing),
        };
        if head.length != attachment.length {
            return Err(AttachmentError::Damaged("it has another length".to_owned()));
        }
        Ok(Box::new(Opened::of(&path, &head).await?))
    }
}

impl AttachmentFolder {
    /// Gives a working file its place among those that are kept; false where its bytes are gone.
    async fn keep_one(&self, (owner, name): (&str, &WorkingName), head: &Head, file: &Attachment, matter: &str) -> Result<bool, Failure> {
        let path = self.path(matter, &file.sha256);
        let (key, place) = (self.key_of_kept(matter, &file.sha256), place_of_kept(matter, &file.sha256));
        // Kept already, for this matter: by an earlier try, or since somebody else sent the same. Under one name lies one
        // content, which is not exchanged under whoever reads it.
        let is_kept = async || Ok::<_, Failure>(Head::load(&path, &self.vault, &key, &place).await?.is_some());
        if is_kept().await? {
            return Ok(true);
        }
        if length_of(&name.path).await? <= format::BEFORE as u64 {
            return Ok(false);
        }
        // Taken by its name, so that of two who keep it one writes.
        let keeping = name.path.with_extension("keeping");
        match tokio::fs::rename(&name.path, &keeping).await {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return is_kept().await,
            Err(error) => return Err(Failure::file(&keeping, &error)),
        }
        // If it is cut off from here on, it is sent again.
        let kept = Head {
            file: None,
            ..head.clone()
        };
        kept.save(&keeping, &self.vault, &key, &place, &*self.outside).await?;
        tokio::fs::rename(&keeping, &path)
            .await
            .map_err(|error| Failure::file(&path, &error))?;
        sync_folder(&self.folder)?;
        self.leave_head(name, file, owner).await?;
        Ok(true)
    }

    /// Leaves of a working file that was kept what it was, without the key of its bytes.
    async fn leave_head(&self, name: &WorkingName, file: &Attachment, owner: &str) -> Result<(), Failure> {
        let head = Head {
            key: [0; 32],
            length: file.length,
            file: Some(file.clone()),
        };
        receiving::make(&name.path).await?;
        let (key, place) = (self.key_of_working(owner, &name.id), place_of_working(owner, &name.id));
        head.save(&name.path, &self.vault, &key, &place, &*self.outside).await
    }

    /// Reads a file that is kept to its end, and holds it against its hash.
    pub(crate) async fn check(&self, matter: &str, attachment: &Attachment) -> Result<(), AttachmentError> {
        let mut content = self.open(matter, attachment).await?;
        let mut digest = sha2::Sha256::default();
        let mut at = 0;
        loop {
            let piece = content.read(at).await?;
            if piece.is_empty() {
                break;
            }
            at += piece.len() as u64;
            sha2::Digest::update(&mut digest, &piece);
        }
        let digest: [u8; 32] = sha2::Digest::finalize(digest).into();
        if hex(&digest) == attachment.sha256 {
            Ok(())
        } else {
            Err(AttachmentError::Damaged("its bytes do not give its hash".to_owned()))
        }
    }
}

/// Names and paths of what lies in a folder; of one that is not there, none.
async fn names_in(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let failed = |error| Failure::file(folder, &error);
    let mut items = match tokio::fs::read_dir(folder).await {
        Ok(items) => items,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut names = Vec::new();
    while let Some(item) = items.next_entry().await.map_err(failed)? {
        if let Ok(name) = item.file_name().into_string() {
            names.push((name, item.path()));
        }
    }
    names.sort();
    Ok(names)
}

async fn length_of(path: &Path) -> Result<u64, Failure> {
    match tokio::fs::metadata(path).await {
        Ok(about) => Ok(about.len()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
        Err(error) => Err(Failure::file(path, &error)),
    }
}

fn instant_of(seconds: &str) -> Option<Timestamp> {
    Timestamp::from_second(seconds.parse().ok()?).ok()
}

/// Takes a file away, unless somebody did.
async fn remove(path: &Path) -> Result<(), Failure> {
    match tokio::fs::remove_file(path).await {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::file(path, &error)),
        _ => Ok(()),
    }
}

/// Whether a name is that of a file that is kept.
fn is_name(name: &str) -> bool {
    is_hex(name, 32)
}
