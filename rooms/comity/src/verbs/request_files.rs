//! Files of requests at the shell: `--attach ELEMENT=PATH[,LANGUAGE]` and `--scan PATH`.

use crate::house::House;
use crate::said::Refused;
use access::Viewer;
use async_trait::async_trait;
use law::{Annex, Values};
use record::hex::hex;
use register::attachment::{self, AttachmentError, Content, MOST, kind, owner};
use register::port::StoreError;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// How much of a file is at hand at once, in bytes.
const PIECE: usize = 64 * 1024;

/// A file that is to be attached.
struct Attach {
    element: String,
    path: PathBuf,
    language: Option<String>,
}

impl Attach {
    fn parse(text: &str) -> Result<Attach, Refused> {
        let wrong = || Refused::Given(format!("--attach {text}: write it like warrant=warrant.pdf,eng"));
        let (element, path) = text.split_once('=').ok_or_else(wrong)?;
        let (path, language) = match path.rsplit_once(',') {
            Some((path, code)) if code.len() == 3 && code.bytes().all(|b| b.is_ascii_lowercase()) => (path, Some(code.to_owned())),
            _ => (path, None),
        };
        if element.is_empty() || path.is_empty() {
            return Err(wrong());
        }
        Ok(Attach {
            element: element.to_owned(),
            path: path.into(),
            language,
        })
    }
}

/// Looks at files as they would be looked at where they are attached, and names them in the values of their elements: so that
/// a request is checked with them before there is a record that takes them.
pub async fn looked_at(attach: &[String], values: &mut Values) -> Result<(), Refused> {
    for text in attach {
        let attach = Attach::parse(text)?;
        let mut file = OnDisk::open(&attach.path)?;
        let name = name_of(&attach.path)?;
        let checked = kind::check(&mut file, &name, "").await;
        checked.map_err(|error| refused(&attach.path, &error))?;
        let sha256 = file.sha256().await.map_err(|error| refused(&attach.path, &error))?;
        named(attach, name, sha256, values);
    }
    Ok(())
}

/// Sends files to the record, where they wait for the act that names them, and names them in the values of their elements.
pub async fn sent(house: &House, attach: &[String], values: &mut Values) -> Result<(), Refused> {
    for text in attach {
        let attach = Attach::parse(text)?;
        let (name, sha256) = send(house, &attach.path).await?;
        named(attach, name, sha256, values);
    }
    Ok(())
}

/// Sends the scan of a note; its SHA-256.
pub async fn scan(house: &House, path: Option<&Path>) -> Result<Option<String>, Refused> {
    match path {
        Some(path) => Ok(Some(send(house, path).await?.1)),
        None => Ok(None),
    }
}

fn named(attach: Attach, name: String, sha256: String, values: &mut Values) {
    let annex = Annex {
        title: name,
        language: attach.language,
        sha256: Some(sha256),
    };
    values.0.entry(attach.element).or_default().push(annex.text());
}

/// Name and SHA-256 of what was sent.
async fn send(house: &House, path: &Path) -> Result<(String, String), Refused> {
    let name = name_of(path)?;
    let mut file = OnDisk::open(path)?;
    let working = async {
        let mut receiving = house.register.attachments.begin(&owner(&Viewer::operator())).await?;
        let mut at = 0;
        loop {
            let piece = file.read(at).await?;
            if piece.is_empty() {
                break;
            }
            at += piece.len() as u64;
            receiving.write(&piece).await?;
        }
        attachment::accept(receiving, &name, "").await
    };
    let working = working.await.map_err(|error| refused(path, &error))?;
    Ok((working.file.name, working.file.sha256))
}

fn name_of(path: &Path) -> Result<String, Refused> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    attachment::name(&name).map_err(|error| refused(path, &error.into()))
}

fn refused(path: &Path, error: &AttachmentError) -> Refused {
    Refused::Given(format!("{}: {error}", path.display()))
}

/// A file of this machine.
struct OnDisk {
    file: File,
    length: u64,
}

impl OnDisk {
    fn open(path: &Path) -> Result<OnDisk, Refused> {
        let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
        let (about, file) = opened.map_err(|error| Refused::file(path, &error))?;
        let wrong = if !about.is_file() {
            return Err(Refused::Given(format!("{}: this is no file", path.display())));
        } else if about.len() == 0 {
            AttachmentError::Empty
        } else if about.len() > MOST {
            AttachmentError::TooLong
        } else {
            return Ok(OnDisk { file, length: about.len() });
        };
        Err(refused(path, &wrong))
    }

    async fn sha256(&mut self) -> Result<String, AttachmentError> {
        let (mut digest, mut at) = (Sha256::new(), 0);
        loop {
            let piece = self.read(at).await?;
            if piece.is_empty() {
                return Ok(hex(&<[u8; 32]>::from(digest.finalize())));
            }
            at += piece.len() as u64;
            digest.update(&piece);
        }
    }
}

#[async_trait]
impl Content for OnDisk {
    fn length(&self) -> u64 {
        self.length
    }

    async fn read(&mut self, at: u64) -> Result<Vec<u8>, AttachmentError> {
        let mut read = || -> std::io::Result<Vec<u8>> {
            let mut piece = Vec::with_capacity(PIECE);
            self.file.seek(SeekFrom::Start(at))?;
            (&self.file).take(PIECE as u64).read_to_end(&mut piece)?;
            Ok(piece)
        };
        read().map_err(|error| StoreError::Database(error.to_string()).into())
    }
}
