//! The form of one file.
//!
//! | bytes | what |
//! |---|---|
//! | 21 | `comity attachment v1` and a line break |
//! | 24 + 1026 + 16 | the head: nonce, ciphertext, tag; as long for every file |
//! | the rest | the bytes of the file in chunks, see [`crate::stream`] |
//!
//! The head is the length of what follows in 2 bytes, canonical JSON, and zeros: the key of the chunks, which is drawn
//! for each file, their length, and of a working file what an entry will say of it. It is encrypted under a key that is
//! made for this file alone, and bound to the record and to what the file is for, so that files that were exchanged do not
//! open. To keep a working file only its head is written anew.

use crate::fail::Failure;
use crate::stream::{CHUNK, Chunks, TAG};
use crate::vault::{Key, Vault};
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::entry::Attachment;
use record::json::{Object, Value};
use register::attachment::{AttachmentError, Content};
use register::outside::Outside;
use register::port::StoreError;
use std::io::{ErrorKind, SeekFrom};
use std::path::{Path, PathBuf};
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};

const FORMAT: &[u8] = b"comity attachment v1\n";
/// Bytes of a head before it is encrypted. What it says takes 900 at most: a name of 255 bytes, each escaped.
const PLAIN: usize = 1026;
/// Bytes before the first chunk.
pub(super) const BEFORE: usize = FORMAT.len() + 24 + PLAIN + TAG;

/// How many bytes a file takes.
pub(super) fn size_of(length: u64) -> u64 {
    BEFORE as u64 + length + chunks_of(length) * TAG as u64
}

fn chunks_of(length: u64) -> u64 {
    length.div_ceil(CHUNK as u64).max(1)
}

/// What the head says.
#[derive(Clone)]
pub(super) struct Head {
    /// The key of the chunks.
    pub(super) key: Key,
    /// How many bytes the file has.
    pub(super) length: u64,
    /// Of a working file, what an entry will say of it.
    pub(super) file: Option<Attachment>,
}

impl Head {
    fn plain(&self) -> Option<Vec<u8>> {
        let mut object = Object::new().text("key", STANDARD.encode(self.key));
        object.set("length", Value::Integer(i64::try_from(self.length).ok()?));
        if let Some(file) = &self.file {
            object = object
                .text("name", &file.name)
                .text("sha256", &file.sha256)
                .text("type", &file.media_type);
        }
        let text = object.canonical();
        let mut plain = u16::try_from(text.len()).ok()?.to_be_bytes().to_vec();
        plain.extend(text);
        if plain.len() > PLAIN {
            return None;
        }
        plain.resize(PLAIN, 0);
        Some(plain)
    }

    fn read(plain: &[u8]) -> Option<Head> {
        let (length, rest) = plain.split_first_chunk()?;
        let object = Object::parse(rest.get(..u16::from_be_bytes(*length).into())?).ok()?;
        let length = u64::try_from(object.get_integer("length")?).ok()?;
        let file = object.get_text("name").and_then(|name| {
            Some(Attachment {
                name: name.to_owned(),
                media_type: object.get_text("type")?.to_owned(),
                length,
                sha256: object.get_text("sha256")?.to_owned(),
            })
        });
        Some(Head {
            key: STANDARD.decode(object.get_text("key")?).ok()?.try_into().ok()?,
            length,
            file,
        })
    }

    /// Reads the head of a file; none where there is no file, or none that opens at this place under this key.
    pub(super) async fn load(path: &Path, vault: &Vault, key: &Key, place: &str) -> Result<Option<Head>, Failure> {
        let mut bytes = vec![0; BEFORE];
        let read = async { File::open(path).await?.read_exact(&mut bytes).await };
        match read.await {
            Ok(_) => {}
            Err(error) if [ErrorKind::NotFound, ErrorKind::UnexpectedEof].contains(&error.kind()) => return Ok(None),
            Err(error) => return Err(Failure::file(path, &error)),
        }
        let sealed = bytes.strip_prefix(FORMAT);
        Ok(sealed
            .and_then(|sealed| vault.unseal(key, place, sealed))
            .and_then(|plain| Head::read(&plain)))
    }

    /// Writes the head of a file whose chunks are written, and makes all of it durable.
    pub(super) async fn save(&self, path: &Path, vault: &Vault, key: &Key, place: &str, outside: &dyn Outside) -> Result<(), Failure> {
        let plain = self
            .plain()
            .ok_or_else(|| Failure::refused("the name of the file takes too much room; shorten it"))?;
        let sealed = vault.seal(key, place, &plain, outside)?;
        let written = async {
            let mut file = tokio::fs::OpenOptions::new().write(true).open(path).await?;
            file.write_all(&[FORMAT, &sealed].concat()).await?;
            file.flush().await?;
            file.sync_all().await
        };
        written.await.map_err(|error| Failure::file(path, &error))
    }
}

/// A file that was opened. Its chunks are read and opened one at a time.
pub(super) struct Opened {
    path: PathBuf,
    file: File,
    chunks: Chunks,
    length: u64,
}

impl Opened {
    pub(super) async fn of(path: &Path, head: &Head) -> Result<Opened, AttachmentError> {
        let file = File::open(path).await.map_err(|error| unreadable(path, &error))?;
        Ok(Opened {
            path: path.to_owned(),
            file,
            chunks: Chunks::under(&head.key),
            length: head.length,
        })
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> AttachmentError {
    match error.kind() {
        ErrorKind::NotFound => AttachmentError::Missing,
        ErrorKind::UnexpectedEof => AttachmentError::Damaged("it is cut off".to_owned()),
        _ => StoreError::from(Failure::file(path, error)).into(),
    }
}

#[async_trait]
impl Content for Opened {
    fn length(&self) -> u64 {
        self.length
    }

    async fn read(&mut self, at: u64) -> Result<Vec<u8>, AttachmentError> {
        if at >= self.length {
            return Ok(Vec::new());
        }
        let number = at / CHUNK as u64;
        let begins = number * CHUNK as u64;
        let (last, plain) = (number + 1 == chunks_of(self.length), (self.length - begins).min(CHUNK as u64));
        let place = BEFORE as u64 + begins + number * TAG as u64;
        let mut sealed = vec![0; usize::try_from(plain).unwrap_or(CHUNK) + TAG];
        let read = async {
            self.file.seek(SeekFrom::Start(place)).await?;
            self.file.read_exact(&mut sealed).await
        };
        read.await.map_err(|error| unreadable(&self.path, &error))?;
        let opened = self.chunks.open(number, last, &sealed);
        let mut opened = opened.ok_or_else(|| AttachmentError::Damaged(format!("chunk {number} is not as it was written")))?;
        Ok(opened.split_off(usize::try_from(at - begins).unwrap_or_default()))
    }
}
