//! Files go with the bodies that named them.
//!
//! Which files these are is known only while the bodies are there, and the files may go only once the order is recorded. So
//! their names, which tell nothing, are written down before the commit, and taken away after it; if that is cut off, the
//! next opening does it. An order that was not recorded after all leaves a list that is forgotten after a day.

use super::{AttachmentFolder, ERASING, instant_of, is_name, names_in, remove};
use crate::RecordStore;
use crate::fail::Failure;
use crate::filter::Sight;
use crate::keys::{create_folder, sync_folder, write_secret};
use crate::read;
use crate::sql::Link;
use access::Viewer;
use record::entry::EntryId;
use register::attachment::WAITS;
use register::port::{Of, Recorded};
use register::request::held_together;
use std::collections::BTreeSet;
use std::path::Path;
use tokio::fs::OpenOptions;
use tokio::io::AsyncWriteExt;

/// Writes down which files were named by entries that are about to be erased.
pub(crate) fn note(folder: &AttachmentFolder, order: &Recorded, gone: &[Recorded]) -> Result<(), Failure> {
    let files = gone
        .iter()
        .flat_map(|gone| gone.entry.attachments.iter().map(|file| (&gone.entry.matter, file)));
    let names: BTreeSet<String> = files.map(|(matter, file)| folder.name(matter, &file.sha256)).collect();
    if names.is_empty() {
        return Ok(());
    }
    let lists = folder.folder.join(ERASING);
    create_folder(&lists)?;
    let path = lists.join(format!("{}-{}", order.entry.id, folder.outside.now().as_second()));
    let lines: String = names.iter().map(|name| format!("{name}\n")).collect();
    write_secret(&path, lines.as_bytes()).map_err(|error| Failure::file(&path, &error))?;
    sync_folder(&lists)
}

/// Takes away the files of orders that were recorded.
pub(crate) async fn take_away(store: &RecordStore) -> Result<(), Failure> {
    let folder = &*store.attachments;
    let lists = names_in(&folder.folder.join(ERASING)).await?;
    if lists.is_empty() {
        return Ok(());
    }
    // With the lock, so that nobody records meanwhile that an entry names one of them.
    let mut writing = store.begin_write().await?;
    let mut done = Ok(());
    for (name, path) in lists {
        // One that cannot be taken away keeps none of the others.
        done = done.and(take_list(store, &mut writing.link(), &name, &path).await);
    }
    writing.end(done).await
}

async fn take_list(store: &RecordStore, link: &mut Link<'_>, name: &str, path: &Path) -> Result<(), Failure> {
    let folder = &*store.attachments;
    let operator = Viewer::operator();
    let sight = Sight::of(link, &store.vault, &operator).await?;
    let (order, noted) = name.split_once('-').unwrap_or((name, ""));
    let order = match EntryId::parse(order) {
        Some(order) => read::entry(link, &sight, &order).await?,
        None => None,
    };
    let Some(order) = order else {
        let forgotten = instant_of(noted).is_none_or(|noted| folder.is_older(noted, WAITS));
        return if forgotten { remove(path).await } else { Ok(()) };
    };
    let named = named_by_entries(folder, link, &sight, &order.entry.matter).await?;
    let list = tokio::fs::read_to_string(path).await.map_err(|error| Failure::file(path, &error))?;
    let mut done = Ok(());
    for gone in list.lines().filter(|line| is_name(line) && !named.contains(*line)) {
        done = done.and(destroy(&folder.folder.join(gone)).await);
    }
    sync_folder(&folder.folder)?;
    done?;
    remove(path).await
}

/// The names of the files that entries of a matter name, or of those that have their files together with it.
async fn named_by_entries(
    folder: &AttachmentFolder,
    link: &mut Link<'_>,
    sight: &Sight<'_>,
    matter: &str,
) -> Result<BTreeSet<String>, Failure> {
    let entries = read::entries(link, sight, &Of::Matters(held_together(matter)), None).await?;
    let named = entries.iter().flat_map(|recorded| &recorded.entry.attachments);
    Ok(named.map(|file| folder.name(matter, &file.sha256)).collect())
}

/// Takes away files that were kept for a matter and that no entry names, such as those of a draft that is deleted.
pub(crate) async fn release(store: &RecordStore, matter: &str, hashes: &[String]) -> Result<(), Failure> {
    if hashes.is_empty() {
        return Ok(());
    }
    let folder = &*store.attachments;
    // With the lock, so that nobody records meanwhile that an entry names one of them.
    let mut writing = store.begin_write().await?;
    let released = async {
        let link = &mut writing.link();
        let operator = Viewer::operator();
        let sight = Sight::of(link, &store.vault, &operator).await?;
        let named = named_by_entries(folder, link, &sight, matter).await?;
        for name in hashes.iter().map(|hash| folder.name(matter, hash)) {
            if !named.contains(&name) {
                destroy(&folder.folder.join(name)).await?;
            }
        }
        sync_folder(&folder.folder)
    };
    let released = released.await;
    writing.end(released).await
}

/// Overwrites the head, in which the key of the rest is, and takes the file away.
async fn destroy(path: &Path) -> Result<(), Failure> {
    let failed = |error| Failure::file(path, &error);
    let mut file = match OpenOptions::new().write(true).open(path).await {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        opened => opened.map_err(failed)?,
    };
    file.write_all(&[0; super::format::BEFORE]).await.map_err(failed)?;
    file.flush().await.map_err(failed)?;
    file.sync_all().await.map_err(failed)?;
    remove(path).await
}

impl AttachmentFolder {
    /// Whether nothing waits to be taken away after this order.
    pub(crate) async fn is_taken_away(&self, order: &EntryId) -> Result<bool, Failure> {
        let begins = format!("{order}-");
        let lists = names_in(&self.folder.join(ERASING)).await?;
        Ok(lists.iter().all(|(name, _)| !name.starts_with(&begins)))
    }
}
