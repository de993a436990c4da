//! The matters that are not public and that somebody may see: their own first, with what they have to be told.

use super::{Inside, matter_words::Marked};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use identity::people::holders::{Own, Told};
use register::view::model::{MatterRow, NotPublic};

#[derive(Template)]
#[template(path = "inside/matters.html")]
struct Page {
    l: Layout,
    done: Option<Markup>,
    told: Vec<Told>,
    mine: Vec<(MatterRow, Vec<Own>)>,
    others: Vec<MatterRow>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/matters", get(list).fallback(pages::method))
}

async fn list(inside: Inside) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let matters = match inside.pages.web.register.matters(actor.viewer()).await {
        Ok(matters) => matters,
        Err(error) => return inside.failed(&error),
    };
    let (own, told) = match (inside.people().own(actor).await, inside.people().told_of_emergencies(actor).await) {
        (Ok(own), Ok(told)) => (own, told),
        (Err(error), _) | (_, Err(error)) => return inside.failed(&error),
    };
    let mut l = inside.whole_layout("matters-title").await;
    l.not_public = NotPublic {
        level: matters.iter().map(|matter| matter.level).max(),
        facts: 0,
    };
    let with_own = |matter: MatterRow| {
        let own: Vec<Own> = own.iter().filter(|own| own.matter == matter.id).cloned().collect();
        (matter, own)
    };
    let (mut mine, others): (Vec<_>, Vec<_>) = matters.into_iter().map(with_own).partition(|(_, own)| !own.is_empty());
    // In person first, then for others' absences, then in emergencies.
    mine.sort_by_key(|(_, own)| own.iter().map(|own| own.held).min());
    let done = inside.parameter("done");
    let done = super::matter::ACTS
        .contains(&done.as_str())
        .then(|| Markup::text(&inside.w.t(&format!("matter-done-{done}"))));
    inside.show(&Page {
        l,
        done,
        told,
        mine,
        others: others.into_iter().map(|(matter, _)| matter).collect(),
    })
}

impl Page {
    fn names(&self, matter: &MatterRow) -> Markup {
        self.l.what(&matter.kind, &matter.about)
    }

    fn level(&self, matter: &MatterRow) -> String {
        self.l.w.level(matter.level)
    }

    fn href(&self, id: &str) -> String {
        self.l.matter(id)
    }

    fn newest(&self, matter: &MatterRow) -> Markup {
        self.l.w.moment(matter.newest)
    }

    fn how(&self, own: &Own) -> Markup {
        self.l.w.own(own)
    }

    fn told(&self, told: &Told) -> Markup {
        self.l.w.told(told, &self.l.matter(&told.matter))
    }
}
