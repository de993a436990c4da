//! The master key, under which the keys of sealed matter are wrapped: in a file of its own, apart from the database
//! and from its backups, readable by its owner alone.

use crate::fail::Failure;
use crate::sql::Link;
use crate::vault::{Key, Vault};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::path::{Path, PathBuf};

/// The name of the file in the data folder, unless another place is given.
pub(crate) const FILE: &str = "master.key";
/// What the file begins with.
const FORMAT: &str = "comity master key v1";

/// Where the master key is.
pub(crate) fn place(folder: &Path, given: Option<&Path>) -> PathBuf {
    given.map_or_else(|| folder.join(FILE), Path::to_path_buf)
}

/// Reads the key; none where there is no file.
///
/// # Errors
/// Others may read the file, or it holds no key.
pub(crate) fn load(path: &Path) -> Result<Option<Key>, Failure> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::file(path, &error)),
    };
    refuse_if_open(path)?;
    let key = text.strip_prefix(FORMAT).and_then(|rest| STANDARD.decode(rest.trim()).ok());
    let key = key.and_then(|bytes| Key::try_from(bytes.as_slice()).ok());
    key.map(Some).ok_or_else(|| {
        Failure::refused(format!(
            "{} holds no master key; it has the line \"{FORMAT}\" and 32 bytes in base64: restore it from where it is kept",
            path.display()
        ))
    })
}

/// Writes a key where none is.
pub(crate) fn save(path: &Path, key: &Key) -> Result<(), Failure> {
    let text = format!("{FORMAT}\n{}\n", STANDARD.encode(key));
    let beside = path.with_extension("key.new");
    crate::keys::write_secret(&beside, text.as_bytes()).map_err(|error| Failure::file(&beside, &error))?;
    std::fs::rename(&beside, path).map_err(|error| Failure::file(path, &error))?;
    path.parent().map_or(Ok(()), crate::keys::sync_folder)
}

/// Where the next key stands while it is changed.
pub(crate) fn next(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".next");
    PathBuf::from(name)
}

/// Puts the next key in its place, unless somebody did.
pub(crate) fn put_in_place(path: &Path) -> Result<(), Failure> {
    match std::fs::rename(next(path), path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(Failure::file(path, &error)),
        _ => {}
    }
    path.parent().map_or(Ok(()), crate::keys::sync_folder)
}

/// Where a change of the key was cut off: if the keys are wrapped under the next one it takes its place, if under the
/// one at hand it is taken away. With the lock for writing, so that no change is under way.
pub(crate) async fn finish_change(link: &mut Link<'_>, path: &Path, origin: &str) -> Result<(), Failure> {
    let beside = next(path);
    let Some(key) = load(&beside)? else { return Ok(()) };
    if Vault::opens(link, &key, origin).await? {
        return put_in_place(path);
    }
    match load(path)? {
        Some(key) if Vault::opens(link, &key, origin).await? => {
            std::fs::remove_file(&beside).map_err(|error| Failure::file(&beside, &error))
        }
        _ => Err(Failure::refused(format!(
            "neither {} nor {} is the master key of this record; bring the right one back from where it is kept",
            path.display(),
            beside.display()
        ))),
    }
}

/// A key that others may read is none.
#[cfg(unix)]
fn refuse_if_open(path: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;
    let about = std::fs::metadata(path).map_err(|error| Failure::file(path, &error))?;
    if about.is_file() && about.permissions().mode() & 0o077 != 0 {
        return Err(Failure::refused(format!(
            "others may read the master key in {0}; close it with: chmod 600 {0}",
            path.display()
        )));
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_if_open(_: &Path) -> Result<(), Failure> {
    Ok(())
}
