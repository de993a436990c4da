//! Versions of a draft side by side, and the choice where two contradict each other.

use super::Inside;
use super::annexes::Documents;
use super::draft::part_words;
use super::draft_file::known_files;
use super::elements::{Control, Field, LawWords};
use super::matter_words::{account_of_author, named};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use axum::routing::get;
use identity::people::holders::Known;
use law::Pack;
use record::audience::Level;
use register::directory::StateRef;
use register::draft::{Content, Contradiction, Difference, DraftError, DraftId, Run, Version, compare};
use register::reading::Reading;
use register::view::model::NotPublic;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Two versions side by side.
#[derive(Template)]
#[template(path = "inside/draft_compare.html")]
struct Compare {
    l: Layout,
    law: Arc<Pack>,
    id: String,
    a: Version,
    b: Version,
    differences: Vec<Difference>,
    named: BTreeMap<String, Known>,
}

/// What somebody typed against what somebody else saved meanwhile.
#[derive(Template)]
#[template(path = "inside/draft_choose.html")]
struct Choose {
    l: Layout,
    law: Arc<Pack>,
    id: String,
    both: Contradiction,
    /// What stands beside, against the version that stands.
    differences: Vec<Difference>,
    states: Vec<StateRef>,
    named: BTreeMap<String, Known>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/draft/{id}/compare", get(compare_page).fallback(pages::method))
        .route("/{lang}/draft/{id}/choose", get(choose_page).fallback(pages::method))
}

type Segments = Result<Path<(String, String)>, PathRejection>;

/// The draft and the versions that an address names.
async fn asked(segments: Segments, inside: &Inside, names: [&str; 2]) -> Result<(DraftId, [u64; 2]), Box<Response>> {
    let id = segments.ok().and_then(|Path((_, id))| DraftId::parse(&id));
    let numbers = names.map(|name| inside.parameter(name).parse::<u64>().ok());
    match (id, numbers) {
        (Some(id), [Some(a), Some(b)]) => Ok((id, [a, b])),
        _ => Err(Box::new(inside.nowhere().await)),
    }
}

async fn compare_page(segments: Segments, inside: Inside) -> Response {
    let (id, [a, b]) = match asked(segments, &inside, ["a", "b"]).await {
        Ok(asked) => asked,
        Err(answer) => return *answer,
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let web = &inside.pages.web;
    let compared = match web.drafts.compare(actor.viewer(), &id, a, b).await {
        Ok(compared) => compared,
        Err(DraftError::NoDraft | DraftError::NoVersion(_)) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let authors = [&compared.a, &compared.b]
        .into_iter()
        .filter_map(|version| account_of_author(&version.by));
    let named = match named(inside.people(), actor, authors).await {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let page = Compare {
        l: layout(&inside, "draft-compare-title", compared.b.content.level).await,
        law: web.register.law.clone(),
        id: id.to_string(),
        a: compared.a,
        b: compared.b,
        differences: compared.differences,
        named,
    };
    inside.show(&page)
}

async fn choose_page(segments: Segments, inside: Inside) -> Response {
    let (id, [beside, _]) = match asked(segments, &inside, ["with", "with"]).await {
        Ok(asked) => asked,
        Err(answer) => return *answer,
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let web = &inside.pages.web;
    let both = match web.drafts.contradiction(actor.viewer(), &id, beside).await {
        Ok(both) => both,
        Err(DraftError::NoDraft | DraftError::NoVersion(_)) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let authors = [&both.current, &both.beside]
        .into_iter()
        .filter_map(|version| account_of_author(&version.by));
    let named = match named(inside.people(), actor, authors).await {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let reading = Reading {
        as_at: inside.today,
        known_on: None,
        hindsight: false,
        dated: false,
    };
    let states = match web.register.states(actor.viewer(), &reading).await {
        Ok(states) => states.states.into_iter().map(|row| row.state).collect(),
        Err(error) => return inside.failed(&error),
    };
    let page = Choose {
        l: layout(&inside, "draft-choose-title", both.current.content.level).await,
        law: web.register.law.clone(),
        id: id.to_string(),
        differences: compare(&both.current.content, &both.beside.content),
        both,
        states,
        named,
    };
    inside.show(&page)
}

async fn layout(inside: &Inside, title: &str, level: Level) -> Layout {
    let mut l = inside.whole_layout(title).await;
    l.not_public = NotPublic {
        level: Some(level),
        facts: 0,
    };
    l
}

/// A run of text, marked where it stands in one version alone: by an element, so that it is heard and printed too.
pub(crate) fn run(run: &Run) -> Markup {
    match run {
        Run::Same(text) => Markup::text(text),
        Run::Removed(text) => Markup::ready(format!("<del>{}</del>", Markup::text(text))),
        Run::Added(text) => Markup::ready(format!("<ins>{}</ins>", Markup::text(text))),
    }
}

pub(super) fn runs(difference: &Difference) -> Markup {
    Markup::join(&difference.runs.iter().map(run).collect::<Vec<_>>(), "")
}

fn version(l: &Layout, named: &BTreeMap<String, Known>, version: &Version) -> Markup {
    let args = [
        ("number", version.number.into()),
        ("who", l.w.author(&version.by, named).into()),
        ("when", l.w.moment(version.at).into()),
    ];
    l.w.say("draft-version", &args)
}

impl Compare {
    fn version(&self, of: &Version) -> Markup {
        version(&self.l, &self.named, of)
    }

    fn part(&self, difference: &Difference) -> String {
        part_words(
            &LawWords {
                law: &self.law,
                w: &self.l.w,
            },
            &difference.part,
        )
    }

    fn runs(&self, difference: &Difference) -> Markup {
        runs(difference)
    }

    fn back(&self) -> String {
        self.l.within(&format!("draft/{}", self.id))
    }
}

impl Choose {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn version(&self, of: &Version) -> Markup {
        version(&self.l, &self.named, of)
    }

    fn part(&self, difference: &Difference) -> String {
        part_words(&self.words(), &difference.part)
    }

    fn runs(&self, difference: &Difference) -> Markup {
        runs(difference)
    }

    fn contradicted(&self) -> Markup {
        let words: Vec<Markup> = self
            .both
            .merge
            .conflicts
            .iter()
            .map(|part| Markup::text(&part_words(&self.words(), part)))
            .collect();
        self.l.w.list(&words)
    }

    fn content(&self) -> &Content {
        &self.both.merge.content
    }

    /// The fields of what is to be chosen, filled in with both brought together.
    fn fields(&self) -> Vec<Field> {
        let content = self.content();
        let elements = self
            .law
            .form(&content.form)
            .map(|form| form.elements.as_slice())
            .unwrap_or_default();
        self.words().fields(
            elements,
            &content.values,
            &[],
            &self.states,
            "e-",
            &known_files(&self.l, &self.both.head),
        )
    }

    fn back(&self) -> String {
        self.l.within(&format!("draft/{}", self.id))
    }
}
