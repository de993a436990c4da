//! `comity backup` and `comity restore`: record, desk and audit in one encrypted file, without the keys.

use super::told;
use crate::lock::{self, ServerLock};
use crate::said::{Done, Refused};
use crate::system::System;
use register::audit::Act;
use register::derive::UnderLaw;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{BufReader, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{BackedUp, Home, RecordStore};

/// Under this name it is written until it is whole.
pub(super) fn unfinished(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

pub async fn back_up(home: &Home, out: &Path) -> Result<Done, Refused> {
    super::must_lie_at(home).await?;
    refuse_if_there(out)?;
    let house = super::open(home).await?;
    let part = unfinished(out);
    let done = async {
        let file = create(&part)?;
        let done = async {
            let backed_up = write(&house.store, &part, file).await?;
            // Before it is one by its name, and where it failed not at all.
            told::tell(&house, &[told::event(Act::BackupMade)]).await?;
            // Somebody may have written there meanwhile.
            refuse_if_there(out)?;
            std::fs::rename(&part, out).map_err(|error| Refused::file(out, &error))?;
            sync_folder(out)?;
            Ok::<BackedUp, Refused>(backed_up)
        };
        let done = done.await;
        if done.is_err() {
            // Half a backup is none.
            let _ = std::fs::remove_file(&part);
        }
        done
    };
    let done = done.await;
    house.store.close().await;
    let BackedUp {
        origin,
        created,
        tables,
        files,
    } = done?;
    let rows: u64 = tables.iter().map(|(_, _, rows)| rows).sum();
    writeln!(
        std::io::stdout().lock(),
        "{} holds the record {origin} as it stood at {created:.0}, with desk, audit and attachments: {} tables, {rows} rows, {files} files. It is restored with the master key and keys.json, which are not in it",
        out.display(),
        tables.len()
    )?;
    Ok(Done::Yes)
}

/// Refuses a name that is taken.
pub(super) fn refuse_if_there(out: &Path) -> Result<(), Refused> {
    if out.symlink_metadata().is_ok() {
        return Err(Refused::Given(format!(
            "{} is there already and is not written over; give another name with --out",
            out.display()
        )));
    }
    Ok(())
}

/// A new file that its owner alone may read. What is there is not written into, wherever it leads.
fn create(part: &Path) -> Result<File, Refused> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(part).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Refused::Given(format!(
            "{} is there already: another backup is being written, or one was cut off; wait for it, or remove the file",
            part.display()
        )),
        _ => Refused::file(part, &error),
    })
}

async fn write(store: &RecordStore, part: &Path, file: File) -> Result<BackedUp, Refused> {
    let mut file = BufWriter::new(file);
    let backed_up = store.back_up(&mut file).await?;
    file.flush()
        .and_then(|()| file.get_ref().sync_all())
        .map_err(|error| Refused::file(part, &error))?;
    Ok(backed_up)
}

/// Makes the name durable, where a folder can be opened.
fn sync_folder(out: &Path) -> Result<(), Refused> {
    let folder = out
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(|error| Refused::file(folder, &error))?;
    }
    Ok(())
}

/// The folder of a restoring, with the lock of a server: none starts in it meanwhile.
struct Locked<'f> {
    folder: &'f Path,
    is_new: bool,
    _lock: ServerLock,
}

impl Locked<'_> {
    fn take(folder: &Path) -> Result<Locked<'_>, Refused> {
        let is_new = !folder.exists();
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(|error| Refused::file(folder, &error))?;
        let lock = ServerLock::take(folder)?;
        Ok(Locked {
            folder,
            is_new,
            _lock: lock,
        })
    }

    /// Takes the folder away again if it was made for the restoring, and nothing came into it.
    fn leave(self) {
        if self.is_new {
            let _ = std::fs::remove_file(self.folder.join(lock::NAME));
            let _ = std::fs::remove_dir(self.folder);
        }
    }
}

pub async fn restore(home: &Home, file: &Path, keys: &Path) -> Result<Done, Refused> {
    let law = Arc::new(law::Pack::rome_statute()?);
    let opened = File::open(file).map_err(|error| Refused::file(file, &error))?;
    let mut input = BufReader::new(opened);
    let folder = Locked::take(&home.folder)?;
    let event = told::event(Act::Restored);
    let restored = RecordStore::restore(home, keys, &mut input, Arc::new(System), Arc::new(UnderLaw(law)), event).await;
    if restored.is_err() {
        folder.leave();
    }
    let restored = restored?;
    writeln!(
        std::io::stdout().lock(),
        "the record {} lies in {home} as it stood at {:.0}, and verifies: {} entries, {} ticks. What was recorded later is not in it: \
         keys revoked, roles withdrawn, accounts closed and assignments ended since then are in force again, and what was erased since \
         then is back. Do all that anew before a server starts (`comity admin people`, `comity admin unassign`, `comity matter erase-request`). \
         Everybody signs in anew, and links of invitation that were open are sent again",
        restored.origin,
        restored.created,
        restored.entries,
        restored.ticks
    )?;
    if !restored.not_whole.is_empty() {
        writeln!(
            std::io::stdout().lock(),
            "These attachments are missing or damaged in the backup, all else is restored; look for them in an older one:\n{}",
            restored.not_whole.join("\n")
        )?;
    }
    Ok(Done::Yes)
}
