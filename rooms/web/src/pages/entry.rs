//! One entry, as recorded: its canonical text, its hash and its proof.

use super::person::proof_href;
use super::{Failure, Request};
use crate::address::Format;
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::capital;
use askama::Template;
use axum::response::Response;
use register::view::model::{EntryShown, SourceSays};

#[derive(Template)]
#[template(path = "entry.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a EntryShown,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, id: &str) -> Result<Response, Failure> {
    let view = request
        .register()
        .entry(&request.viewer(), &request.reading, id)
        .await?
        .ok_or(Failure::Missing)?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::entry(&view)),
        Format::Html => {
            let title = request.w.plain("entry-title", &[("hash", short(&view.leaf_hash).into())]);
            request.html(&page(request.layout(title, Entry::None, &[Format::Csv, Format::Json]), &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(mut l: Layout, view: &EntryShown) -> Page<'_> {
    l.noindex = true;
    l.not_public.level = view.closed.as_ref().map(|closed| closed.audience.level);
    Page { l, v: view }
}

fn short(hash: &str) -> String {
    hash.chars().take(12).collect()
}

impl Page<'_> {
    /// The kind of the entry, which stands among its members as canonical JSON.
    fn kind(&self) -> Option<String> {
        let member = self.v.members.iter().find(|member| member.name == "kind")?;
        serde_json::from_str(&member.value).ok()
    }

    fn head(&self) -> Markup {
        let w = &self.l.w;
        match self.kind() {
            Some(kind) => capital(&w.closed("kind", &kind)),
            None => Markup::text(&w.t("entry-head")),
        }
    }

    fn over(&self) -> Markup {
        let hash = Markup::ready(format!("<span class=\"h\">{}</span>", Markup::text(&short(&self.v.leaf_hash))));
        self.l.w.say("entry-over", &[("hash", hash.into())])
    }

    fn person(&self) -> Option<Markup> {
        self.v
            .person
            .as_ref()
            .map(|person| Markup::link(&self.l.person(&person.id), &Markup::name(&person.name)))
    }

    /// Who may know it, where that is not anybody; and the address of its matter.
    fn closed(&self) -> Option<(Markup, Option<String>)> {
        let closed = self.v.closed.as_ref()?;
        let matter = closed
            .matter
            .as_deref()
            .map(|matter| format!("matter/{}", crate::address::encode(matter)));
        Some((self.l.w.audience(&closed.audience), matter.map(|matter| self.l.within(&matter))))
    }

    fn basis(&self) -> Option<Markup> {
        let basis = self.v.closed.as_ref()?.basis.as_deref()?;
        Some(Markup::english(basis, self.l.w.lang))
    }

    fn proof(&self) -> String {
        proof_href(&self.v.id)
    }

    fn corrected_by(&self) -> Vec<(String, &str)> {
        self.v.corrected_by.iter().map(|id| (self.l.entry_page(id), id.as_str())).collect()
    }

    fn about_it(&self) -> Vec<(String, Markup)> {
        self.v
            .about_it
            .iter()
            .map(|entry| (self.l.entry_page(&entry.id), capital(&self.l.w.closed("kind", &entry.kind))))
            .collect()
    }

    /// What sources say, field by field.
    fn sources(&self) -> Vec<(&str, Vec<Markup>)> {
        let mut fields: Vec<&str> = Vec::new();
        for source in &self.v.sources {
            if !fields.contains(&source.field.as_str()) {
                fields.push(&source.field);
            }
        }
        let said = |field: &str| {
            let of_field: Vec<&SourceSays> = self.v.sources.iter().filter(|source| source.field == field).collect();
            let mut lines = self.l.w.sources(&of_field);
            if lines.is_empty() {
                lines.push(self.l.w.say("sources-unverified", &[("mark", self.l.w.unverified().into())]));
            }
            lines
        };
        fields.into_iter().map(|field| (field, said(field))).collect()
    }
}
