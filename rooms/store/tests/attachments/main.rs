//! The files that entries name: how they lie on the disk, and what becomes of them.

mod copies;
mod erasing;
mod kill;
mod lying;
mod waiting;

use crate::common::*;
use access::Viewer;
use jiff::SignedDuration;
use record::entry::{Attachment, Draft};
use record::hex::hex;
use register::attachment::{AttachmentError, Attachments, MOST, MOST_FILES_WAITING, MOST_WAITING, Working, WorkingId, accept};
use register::port::{Store, StoreError};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use store::{Home, RecordStore, Sort};

const OWNER: &str = "00112233445566778899aabbccddeeff";
const SECRET: &str = "Exercise Sealed Words";

/// A text of so many lines of its own.
fn text(word: &str, lines: usize) -> Vec<u8> {
    (0..lines).map(|line| format!("{word} {line}\n")).collect::<String>().into_bytes()
}

async fn sent(store: &RecordStore, owner: &str, name: &str, bytes: &[u8]) -> Result<Working, AttachmentError> {
    let mut receiving = store.attachments().begin(owner).await?;
    for piece in bytes.chunks(50_000) {
        receiving.write(piece).await?;
    }
    accept(receiving, name, "text/plain").await
}

/// Sends a file and keeps it for the matter of a draft, which then names it.
async fn with_file(store: &RecordStore, mut draft: Draft, bytes: &[u8]) -> Draft {
    let working = sent(store, OWNER, "exercise.txt", bytes).await.unwrap();
    let kept = store.attachments().keep(OWNER, &working.id, &draft.matter).await.unwrap();
    assert_eq!(kept, working.file);
    draft.attachments.push(kept);
    draft
}

async fn read(store: &RecordStore, matter: &str, attachment: &Attachment) -> Result<Vec<u8>, AttachmentError> {
    let mut content = store.attachments().open(matter, attachment).await?;
    let mut bytes = Vec::new();
    loop {
        let piece = content.read(bytes.len() as u64).await?;
        if piece.is_empty() {
            return Ok(bytes);
        }
        bytes.extend(piece);
    }
}

/// The files that are kept.
fn kept(folder: &Path) -> Vec<PathBuf> {
    let items = std::fs::read_dir(folder.join("attachments")).unwrap();
    let mut files: Vec<PathBuf> = items.map(|item| item.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn waiting(folder: &Path) -> Vec<PathBuf> {
    let items = std::fs::read_dir(folder.join("attachments/working")).unwrap();
    items.map(|item| item.unwrap().path()).collect()
}

/// The files below a folder in which a text stands, or in whose names.
fn files_with(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in std::fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, text));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            let named = path.file_name().unwrap().to_string_lossy().contains(text);
            if named || bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
                found.push(path);
            }
        }
    }
    found
}

fn change_byte(path: &Path, at: u64) {
    let mut file = std::fs::OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut byte = [0];
    file.seek(SeekFrom::Start(at)).unwrap();
    file.read_exact(&mut byte).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(&[byte[0] ^ 1]).unwrap();
}

async fn faults(store: &RecordStore) -> Vec<String> {
    let faults = store.verify().await.unwrap().faults;
    faults.iter().map(ToString::to_string).collect()
}
