//! The record's secrets, in a file beside the database: `keys.json`, readable by its owner alone.

use crate::fail::Failure;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::SigningKey;
use record::json::Object;
use register::outside::Outside;
use std::io::Write;
use std::path::Path;

/// The name of the file.
pub(crate) const FILE: &str = "keys.json";
const FORMAT: &str = "comity keys v1";

/// The secrets. Each is 32 bytes; in the file they stand in base64.
pub(crate) struct Keys {
    /// Signs checkpoints.
    pub(crate) signing: SigningKey,
    /// Draws the filler of ticks.
    pub(crate) filler: [u8; 32],
    /// Seals the newest row, so that a cut tail is seen.
    pub(crate) seal: [u8; 32],
    /// The origin of the record that the keys belong to, once it was begun.
    pub(crate) origin: Option<String>,
}

impl Keys {
    /// Draws new keys.
    pub(crate) fn draw(outside: &dyn Outside) -> Keys {
        let draw = || {
            let mut bytes = [0; 32];
            outside.random(&mut bytes);
            bytes
        };
        Keys {
            signing: SigningKey::from_bytes(&draw()),
            filler: draw(),
            seal: draw(),
            origin: None,
        }
    }

    /// Reads the file of a folder; `None` where there is none.
    pub(crate) fn load(folder: &Path) -> Result<Option<Keys>, Failure> {
        Keys::load_file(&folder.join(FILE))
    }

    /// The same of a file, wherever it lies.
    pub(crate) fn load_file(path: &Path) -> Result<Option<Keys>, Failure> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::file(path, &error)),
        };
        let unreadable = |why: String| Failure::refused(format!("{} cannot be read ({why}); restore it from a backup", path.display()));
        let object = Object::parse(&bytes).map_err(|error| unreadable(error.to_string()))?;
        if object.get_text("format") != Some(FORMAT) {
            return Err(unreadable(format!("its format is not {FORMAT:?}")));
        }
        let key = |name: &str| -> Result<[u8; 32], Failure> {
            object
                .get_text(name)
                .and_then(|text| STANDARD.decode(text).ok())
                .and_then(|bytes| bytes.try_into().ok())
                .ok_or_else(|| unreadable(format!("{name} is not 32 bytes in base64")))
        };
        Ok(Some(Keys {
            signing: SigningKey::from_bytes(&key("signing_key")?),
            filler: key("filler_key")?,
            seal: key("seal_key")?,
            origin: object.get_text("origin").map(str::to_owned),
        }))
    }

    /// Writes the file whole or not at all: beside its place first, then into it.
    pub(crate) fn save(&self, folder: &Path) -> Result<(), Failure> {
        let object = Object::new()
            .text("format", FORMAT)
            .text("signing_key", STANDARD.encode(self.signing.to_bytes()))
            .text("filler_key", STANDARD.encode(self.filler))
            .text("seal_key", STANDARD.encode(self.seal))
            .text_if("origin", self.origin.as_deref());
        let mut bytes = object.canonical();
        bytes.push(b'\n');
        let (beside, path) = (folder.join("keys.json.new"), folder.join(FILE));
        write_secret(&beside, &bytes).map_err(|error| Failure::file(&beside, &error))?;
        std::fs::rename(&beside, &path).map_err(|error| Failure::file(&path, &error))?;
        sync_folder(folder)
    }
}

/// Makes the names in a folder durable.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Failure> {
    // Only Unix lets a folder be opened and synced; elsewhere the file system sees to it.
    if cfg!(unix) {
        std::fs::File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| Failure::file(folder, &error))?;
    }
    Ok(())
}

/// Creates an empty file that its owner alone may read, if it is missing; one that is there, with what the database has put
/// beside it, is closed to others. What comes beside it later is as open as the file itself.
pub(crate) fn create_for_the_owner(path: &Path) -> Result<(), Failure> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => ["", "-wal", "-shm", "-journal"].iter().try_for_each(|end| {
            let mut name = path.as_os_str().to_owned();
            name.push(end);
            close_to_others(Path::new(&name))
        }),
        Err(error) => Err(Failure::file(path, &error)),
    }
}

/// Takes the rights of others from a file, if it is there.
#[cfg(unix)]
fn close_to_others(path: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;
    let Ok(about) = std::fs::metadata(path) else { return Ok(()) };
    if about.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    match std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)) {
        // What is beside a database goes when another program closes it.
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::refused(format!(
            "others may read {0}, and this program may not close it ({error}); close it with: chmod 600 {0}",
            path.display()
        ))),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn close_to_others(_: &Path) -> Result<(), Failure> {
    Ok(())
}

/// Creates the folder for its owner alone, if it is missing.
pub(crate) fn create_folder(folder: &Path) -> Result<(), Failure> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| Failure::file(folder, &error))
}

pub(crate) fn write_secret(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
