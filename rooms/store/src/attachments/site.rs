//! Files in backups: they go out and come back as they lie, encrypted.

use super::{AttachmentFolder, FOLDER, is_name};
use crate::fail::Failure;
use crate::keys::{create_folder, sync_folder};
use register::port::StoreError;
use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The names of the files that are kept, in order, each with its path.
pub(crate) fn files(of: &AttachmentFolder) -> Result<Vec<(String, PathBuf)>, Failure> {
    let mut files = kept_in(&of.folder)?;
    files.sort();
    Ok(files)
}

fn kept_in(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let failed = |error| Failure::file(folder, &error);
    let items = match std::fs::read_dir(folder) {
        Ok(items) => items,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut kept = Vec::new();
    for item in items {
        let item = item.map_err(failed)?;
        if let Ok(name) = item.file_name().into_string()
            && is_name(&name)
        {
            kept.push((name, item.path()));
        }
    }
    Ok(kept)
}

/// A new file of this name in the folder below another; none where the name is not that of a file that is kept.
pub(crate) fn write_file(within: &Path, name: &str) -> Result<Option<(PathBuf, File)>, Failure> {
    if !is_name(name) {
        return Ok(None);
    }
    let folder = within.join(FOLDER);
    create_folder(&folder)?;
    let path = folder.join(name);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&path).map_err(|error| Failure::file(&path, &error))?;
    Ok(Some((path, file)))
}

/// Refuses a folder in which files are kept.
pub(crate) fn check_free(within: &Path) -> Result<(), Failure> {
    let folder = within.join(FOLDER);
    match kept_in(&folder)?.first() {
        None => Ok(()),
        Some(_) => Err(StoreError::Refused(format!(
            "files of a record lie in {} already; restore to an empty folder",
            folder.display()
        ))
        .into()),
    }
}

/// Gives restored files their place, where there are any. `put` are the paths of those that have it.
pub(crate) fn put_in_place(from: &Path, to: &Path, put: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let files = kept_in(&from.join(FOLDER))?;
    if files.is_empty() {
        return Ok(());
    }
    sync_folder(&from.join(FOLDER))?;
    let folder = to.join(FOLDER);
    create_folder(&folder)?;
    for (name, path) in files {
        let to = folder.join(name);
        std::fs::rename(path, &to).map_err(|error| Failure::file(&to, &error))?;
        put.push(to);
    }
    sync_folder(&folder)?;
    sync_folder(to)
}
