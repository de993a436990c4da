//! The documents of a request on its page: each with its language, class, size and hash, and where it is read.

use super::languages::language;
use super::request::Page;
use crate::layout::Layout;
use crate::markup::Markup;
use askama::Template;
use register::view::model::DocumentShown;

#[derive(Template)]
#[template(path = "inside/request_documents.html")]
struct Part<'a> {
    l: &'a Layout,
    documents: &'a [DocumentShown],
}

impl Page {
    /// The part of the page; nothing where no act brought a file.
    pub(super) fn documents(&self) -> Markup {
        if self.v.documents.is_empty() {
            return Markup::default();
        }
        let part = Part {
            l: &self.l,
            documents: &self.v.documents,
        };
        // The template fails on nothing but memory.
        Markup::ready(part.render().unwrap_or_default())
    }
}

impl Part<'_> {
    fn title(&self, document: &DocumentShown) -> Markup {
        let title = match (&document.title, document.scan) {
            (Some(title), _) => Markup::name(title),
            (None, true) => Markup::text(&self.l.t("annex-scan")),
            (None, false) => Markup::name(&document.file.name),
        };
        let href = self.l.within(&format!("attachment/{}/{}", document.entry, document.number));
        Markup::link(&href, &title)
    }

    /// Its language, and whether a translation is owed.
    fn language(&self, document: &DocumentShown) -> Markup {
        let said = match &document.language {
            Some(code) => language(&self.l.w, code),
            None => Markup::text("–"),
        };
        match document.translation_owed {
            true => Markup::ready(format!("{said} <b>{}</b>", Markup::text(&self.l.t("annex-owed")))),
            false => said,
        }
    }

    fn class(&self, document: &DocumentShown) -> String {
        self.l.w.level(document.level)
    }

    fn size(&self, document: &DocumentShown) -> Markup {
        let args = [("kilobytes", document.file.length.div_ceil(1000).into())];
        self.l.w.say("annex-size", &args)
    }

    fn digits(&self, document: &DocumentShown) -> String {
        document.file.sha256.chars().take(12).collect()
    }
}
