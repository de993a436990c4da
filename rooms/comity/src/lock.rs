//! One server a folder: a lock that holds the server's address.

use crate::said::Refused;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The lock, held as long as this lives; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct ServerLock {
    file: File,
}

/// Name of the lock in the data folder.
pub(crate) const NAME: &str = "serve.lock";

impl ServerLock {
    /// Takes the lock of a folder.
    ///
    /// # Errors
    /// Another server has it; its address is said.
    pub fn take(folder: &Path) -> Result<ServerLock, Refused> {
        let path = folder.join(NAME);
        let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = open.map_err(|error| Refused::file(&path, &error))?;
        match file.try_lock() {
            Ok(()) => {
                // The address of a server before this one must not be told for its own.
                file.set_len(0).map_err(|error| Refused::file(&path, &error))?;
                Ok(ServerLock { file })
            }
            Err(TryLockError::Error(error)) => Err(Refused::file(&path, &error)),
            Err(TryLockError::WouldBlock) => {
                let mut address = String::new();
                let _ = file.read_to_string(&mut address);
                let at = if address.trim().is_empty() {
                    "it is just starting".to_owned()
                } else {
                    format!("open {}", address.trim())
                };
                Err(Refused::Given(format!(
                    "a server runs on the folder {} already: {at}, stop it, or give another folder with --data",
                    folder.display()
                )))
            }
        }
    }

    /// Writes the address into the lock.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn say(&mut self, address: &str) -> std::io::Result<()> {
        self.file.set_len(0)?;
        self.file.seek(SeekFrom::Start(0))?;
        writeln!(self.file, "{address}")?;
        self.file.sync_all()
    }
}
