//! A file that has its name only when it is whole.

use crate::said::Refused;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How much is written at once.
const AT_ONCE: usize = 256 * 1024;

/// Where hits, or refused rows, go to.
pub struct Output {
    path: PathBuf,
    folder: PathBuf,
    to: To,
}

enum To {
    /// A file under a temporary name beside its own.
    Whole(BufWriter<NamedTempFile>),
    /// A device or a pipe, which nothing can take the place of.
    Device(BufWriter<File>),
    Standard(BufWriter<io::Stdout>),
}

impl Output {
    /// Makes the temporary file beside `path`, `-` being the standard output. What is read meanwhile cannot be written.
    pub fn make(path: &Path, read: &[&Path]) -> Result<Output, Refused> {
        let mut folder = std::env::temp_dir();
        let to = if path == Path::new("-") {
            To::Standard(BufWriter::with_capacity(AT_ONCE, io::stdout()))
        } else {
            let about = path.metadata().ok();
            if about.as_ref().is_none_or(std::fs::Metadata::is_file) {
                let same = |other: &&&Path| **other != Path::new("-") && place(other) == place(path);
                if let Some(other) = read.iter().find(same) {
                    let text = format!(
                        "{} would take the place of {}; give it another name",
                        path.display(),
                        other.display()
                    );
                    return Err(Refused::Given(text));
                }
            }
            match about {
                Some(about) if !about.is_file() => {
                    let file = File::options()
                        .write(true)
                        .open(path)
                        .map_err(|error| Refused::file(path, &error))?;
                    To::Device(BufWriter::with_capacity(AT_ONCE, file))
                }
                _ => {
                    folder = folder_of(&place(path)).to_owned();
                    let file = temporary(&folder).map_err(|error| Refused::file(path, &error))?;
                    To::Whole(BufWriter::with_capacity(AT_ONCE, file))
                }
            }
        };
        Ok(Output {
            path: path.to_owned(),
            folder,
            to,
        })
    }

    /// The folder in which there is room for temporary files: that of the file, as whoever writes a long one knows its disk.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Why it could not be written, in words.
    pub fn cannot(&self, error: io::Error) -> Refused {
        match self.to {
            To::Standard(_) => Refused::Output(error),
            To::Device(_) => Refused::Given(format!("{} cannot be written: {error}", self.path.display())),
            To::Whole(_) => Refused::Given(format!(
                "{} cannot be written: {error}; nothing stands under this name",
                self.path.display()
            )),
        }
    }

    /// Gives the file its name, now that it is whole and durable.
    pub fn finish(mut self) -> Result<(), Refused> {
        self.flush().map_err(|error| self.cannot(error))?;
        let Output { path, to, .. } = self;
        if let To::Whole(out) = to {
            let file = out.into_inner().map_err(|error| Refused::file(&path, error.error()))?;
            file.as_file().sync_all().map_err(|error| Refused::file(&path, &error))?;
            file.persist(place(&path)).map_err(|error| Refused::file(&path, &error.error))?;
        }
        Ok(())
    }
}

/// Where a file lies or will lie, whatever links lead there: a link stays, and what it leads to is written.
fn place(path: &Path) -> PathBuf {
    let in_folder = || {
        let folder = folder_of(path).canonicalize().ok()?;
        path.file_name().map(|name| folder.join(name))
    };
    path.canonicalize().ok().or_else(in_folder).unwrap_or_else(|| path.to_owned())
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// A temporary file that, like any other, everybody may read whom the system's mask lets.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".comity-screen-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.to {
            To::Whole(out) => out.write(bytes),
            To::Device(out) => out.write(bytes),
            To::Standard(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::Whole(out) => out.flush(),
            To::Device(out) => out.flush(),
            To::Standard(out) => out.flush(),
        }
    }
}
