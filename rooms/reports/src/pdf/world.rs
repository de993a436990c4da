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
static LETTER: LazyLock<Option<Source>> = LazyLock::new(|| source("letter.typ", include_str!("letter.typ")));
static REPORT: LazyLock<Option<Source>> = LazyLock::new(|| source("report.typ", include_str!("report.typ")));

/// How documents look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Template {
    /// Requests, and the notes that cover them: `letter.typ`, which reads `letter.json`.
    Letter,
    /// Reports: `report.typ`, which reads `report.json`, the trace and the plots.
    Report,
}

impl Template {
    fn source(self) -> Option<&'static Source> {
        match self {
            Template::Letter => LETTER.as_ref(),
            Template::Report => REPORT.as_ref(),
        }
    }
}

fn source(name: &str, text: &str) -> Option<Source> {
    file(name).map(|id| Source::new(id, text.to_owned()))
}

/// The identity of a file of this name; every good name has one.
fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The template, the files of one document, the fonts.
pub(super) struct Desk {
    template: Template,
    files: Vec<(FileId, Bytes)>,
}

impl Desk {
    /// What a document is set out of; a file with a name that is none is found nowhere, and nothing is set.
    pub(super) fn new(template: Template, files: impl IntoIterator<Item = (String, String)>) -> Desk {
        let files = files
            .into_iter()
            .filter_map(|(name, text)| Some((file(&name)?, Bytes::from_string(text))));
        Desk {
            template,
            files: files.collect(),
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
        self.template.source().map_or_else(|| Source::detached("").id(), Source::id)
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let template = self.template.source().filter(|template| template.id() == id);
        template.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(there, _)| *there == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::all().get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
