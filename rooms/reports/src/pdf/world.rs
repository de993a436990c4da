//! All that the typesetter can reach.

use super::fonts;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static TEMPLATE: LazyLock<Option<Source>> =
    LazyLock::new(|| file("letter.typ").map(|id| Source::new(id, include_str!("letter.typ").to_owned())));
static DATA: LazyLock<Option<FileId>> = LazyLock::new(|| file("letter.json"));

/// The identity of a file of this name; every good name has one.
fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The template, the data of one document, the fonts.
pub(super) struct Desk {
    data: Bytes,
}

impl Desk {
    pub(super) fn new(data: String) -> Desk {
        Desk {
            data: Bytes::from_string(data),
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        // The template has a good name; were it not so, it would be found nowhere and nothing would be set.
        TEMPLATE.as_ref().map_or_else(|| Source::detached("").id(), Source::id)
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let template = TEMPLATE.as_ref().filter(|template| template.id() == id);
        template.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if *DATA == Some(id) {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::all().get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
