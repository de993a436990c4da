//! A working file while it comes in: encrypted from its first byte on.

use super::format::{BEFORE, Head, Opened};
use super::{AttachmentFolder, place_of_working};
use crate::fail::Failure;
use crate::keys::sync_folder;
use crate::stream::{CHUNK, Chunks};
use crate::vault::{Key, drawn};
use async_trait::async_trait;
use jiff::Timestamp;
use record::entry::Attachment;
use record::hex::hex;
use register::attachment::{AttachmentError, Content, Kind, MOST, MOST_FILES_WAITING, MOST_WAITING, Receiving, Working, WorkingId};
use register::port::StoreError;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use tokio::fs::{File, OpenOptions};
use tokio::io::AsyncWriteExt;

/// After so many bytes it is looked again how much waits beside them: other files may come in at the same time.
const LOOK: u64 = 8 << 20;

pub(super) struct Incoming {
    folder: AttachmentFolder,
    owner: String,
    id: WorkingId,
    from: Timestamp,
    path: PathBuf,
    file: File,
    key: Key,
    chunks: Chunks,
    /// What is not yet written; a full chunk waits until it is known that it is not the last.
    chunk: Vec<u8>,
    number: u64,
    length: u64,
    /// From which length on it is looked again.
    look_at: u64,
    digest: Sha256,
    accepted: bool,
}

/// A new file with room for its head, which comes when all is known.
pub(super) async fn make(path: &Path) -> Result<File, Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    let made = async {
        let mut file = options.open(path).await?;
        file.write_all(&[0; BEFORE]).await?;
        file.flush().await?;
        Ok(file)
    };
    made.await.map_err(|error| Failure::file(path, &error))
}

impl Incoming {
    pub(super) async fn begin(
        folder: AttachmentFolder,
        owner: &str,
        id: WorkingId,
        from: Timestamp,
        path: PathBuf,
    ) -> Result<Incoming, Failure> {
        let file = make(&path).await?;
        let key = drawn(&*folder.outside);
        Ok(Incoming {
            folder,
            owner: owner.to_owned(),
            id,
            from,
            path,
            file,
            chunks: Chunks::under(&key),
            key,
            chunk: Vec::with_capacity(CHUNK),
            number: 0,
            length: 0,
            look_at: LOOK,
            digest: Sha256::new(),
            accepted: false,
        })
    }

    /// Whether there is room for it beside what waits already.
    async fn fits(&mut self) -> Result<(), AttachmentError> {
        self.look_at = self.length.saturating_add(LOOK);
        let others = self
            .folder
            .waiting_beside(&self.owner, Some(&self.id))
            .await
            .map_err(StoreError::from)?;
        if others.files < MOST_FILES_WAITING && others.bytes.saturating_add(self.length) <= MOST_WAITING {
            Ok(())
        } else {
            Err(AttachmentError::TooMuchWaiting)
        }
    }

    async fn seal(&mut self, last: bool) -> Result<(), StoreError> {
        let sealed = self.chunks.seal(self.number, last, &self.chunk);
        let sealed = sealed.ok_or_else(|| StoreError::Database("a chunk cannot be encrypted".to_owned()))?;
        self.number += 1;
        self.chunk.clear();
        let written = self.file.write_all(&sealed).await;
        Ok(written.map_err(|error| Failure::file(&self.path, &error))?)
    }
}

#[async_trait]
impl Receiving for Incoming {
    async fn write(&mut self, mut bytes: &[u8]) -> Result<(), AttachmentError> {
        self.length += bytes.len() as u64;
        if self.length > MOST {
            return Err(AttachmentError::TooLong);
        }
        if self.length >= self.look_at {
            self.fits().await?;
        }
        self.digest.update(bytes);
        while !bytes.is_empty() {
            if self.chunk.len() == CHUNK {
                self.seal(false).await?;
            }
            let (taken, rest) = bytes.split_at(bytes.len().min(CHUNK - self.chunk.len()));
            self.chunk.extend_from_slice(taken);
            bytes = rest;
        }
        Ok(())
    }

    async fn whole(&mut self) -> Result<Box<dyn Content>, AttachmentError> {
        if self.length == 0 {
            return Err(AttachmentError::Empty);
        }
        self.fits().await?;
        self.seal(true).await?;
        let flushed = self.file.flush().await;
        flushed.map_err(|error| StoreError::from(Failure::file(&self.path, &error)))?;
        let head = Head {
            key: self.key,
            length: self.length,
            file: None,
        };
        Ok(Box::new(Opened::of(&self.path, &head).await?))
    }

    async fn accept(mut self: Box<Self>, name: String, kind: Kind) -> Result<Working, AttachmentError> {
        let digest: [u8; 32] = std::mem::take(&mut self.digest).finalize().into();
        let file = Attachment {
            name,
            media_type: kind.media_type().to_owned(),
            length: self.length,
            sha256: hex(&digest),
        };
        let head = Head {
            key: self.key,
            length: self.length,
            file: Some(file.clone()),
        };
        let folder = &self.folder;
        let key = folder.key_of_working(&self.owner, &self.id);
        let place = place_of_working(&self.owner, &self.id);
        let saved = head.save(&self.path, &folder.vault, &key, &place, &*folder.outside).await;
        saved.map_err(StoreError::from)?;
        self.path.parent().map_or(Ok(()), sync_folder).map_err(StoreError::from)?;
        self.accepted = true;
        Ok(Working {
            id: self.id,
            from: self.from,
            file,
        })
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if !self.accepted {
            // What cannot be taken away now is forgotten after a day.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
