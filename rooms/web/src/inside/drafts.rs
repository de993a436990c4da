//! Drafts of requests that somebody may see, and the beginning of a new one.

use super::elements::LawWords;
use super::{Inside, Posted};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use access::Role;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use law::{Form, Pack};
use record::audience::{Level, Reader};
use register::draft::{Content, DraftError, Opened};
use register::request::{LEVEL, PERSON, REQUESTED_STATE, organs_that_ask};
use register::view::model::NotPublic;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "inside/drafts.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    drafts: Vec<Opened>,
    /// The forms that whoever looks may draft: id and name.
    forms: Vec<(String, String)>,
    oops: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/drafts", get(show).post(begin).fallback(pages::method))
}

/// The forms that a role may draft.
fn forms_of(law: &Pack, role: Option<Role>) -> impl Iterator<Item = &Form> {
    let drafts = move |form: &&Form| role.is_some_and(|role| form.senders.iter().any(|word| word == role.word()));
    law.forms().iter().filter(drafts)
}

async fn show(inside: Inside) -> Response {
    answer(&inside, StatusCode::OK, None).await
}

async fn answer(inside: &Inside, status: StatusCode, oops: Option<Markup>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let web = &inside.pages.web;
    let drafts = match web.drafts.list(actor.viewer()).await {
        Ok(drafts) => drafts,
        Err(error) => return inside.failed(&error),
    };
    let mut l = inside.whole_layout("drafts-title").await;
    l.not_public = NotPublic {
        level: drafts.iter().map(|draft| draft.head.level).max(),
        facts: 0,
    };
    let law = web.register.law.clone();
    let words = LawWords { law: &law, w: &inside.w };
    let forms = forms_of(&law, actor.viewer().role())
        .map(|form| (form.id.clone(), words.t(&form.text_key)))
        .collect();
    let page = Page {
        l,
        forms,
        law,
        drafts,
        oops,
    };
    inside.show_as(status, &page)
}

/// Begins a draft, and leads to it.
async fn begin(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let web = &inside.pages.web;
    let viewer = actor.viewer();
    let form = forms_of(&web.register.law, viewer.role()).find(|form| form.id == fields.get("form"));
    let Some(form) = form else {
        let oops = Markup::text(&inside.w.t("request-no-form"));
        return answer(&inside, StatusCode::BAD_REQUEST, Some(oops)).await;
    };
    // Before anything is typed: the name of a person may be the secret.
    let Some(level) = Level::from_word(fields.get("level")).filter(|level| *level != Level::Public) else {
        let oops = Markup::text(&inside.w.t("request-field-level"));
        return answer(&inside, StatusCode::BAD_REQUEST, Some(oops)).await;
    };
    let content = Content {
        form: form.id.clone(),
        values: [(LEVEL, level.word())].into_iter().collect(),
        level,
        basis: String::new(),
        requesting: organs_that_ask(form).first().map(Reader::text).unwrap_or_default(),
    };
    match web.drafts.create(viewer, actor.author(), &content).await {
        Ok(id) => inside.see_other(&inside.within(&format!("draft/{id}"))),
        Err(DraftError::NotAllowed) => {
            let oops = Markup::text(&inside.w.t("request-not-allowed"));
            answer(&inside, StatusCode::FORBIDDEN, Some(oops)).await
        }
        Err(error) => inside.failed(&error),
    }
}

impl Page {
    /// The levels that a draft may have: word and name.
    fn levels(&self) -> Vec<(&'static str, Markup)> {
        let drafted = Level::ALL.into_iter().filter(|level| *level != Level::Public);
        drafted
            .map(|level| (level.word(), self.l.w.closed("level", level.word())))
            .collect()
    }

    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn title(&self, draft: &Opened) -> Markup {
        let content = &draft.current.content;
        let form = self.words().t(&format!("law-form-{}", content.form));
        match content.values.first(PERSON) {
            Some(person) => self
                .l
                .w
                .say("request-of", &[("form", form.into()), ("person", Markup::name(person).into())]),
            None => Markup::text(&form),
        }
    }

    fn state(&self, draft: &Opened) -> String {
        draft.current.content.values.first(REQUESTED_STATE).unwrap_or_default().to_owned()
    }

    fn saved(&self, draft: &Opened) -> Markup {
        self.l.w.moment(draft.head.saved)
    }

    fn level(&self, draft: &Opened) -> String {
        self.l.w.level(draft.head.level)
    }

    fn in_review(&self, draft: &Opened) -> bool {
        draft.head.sent.as_ref().is_some_and(|sent| sent.in_review)
    }

    fn href(&self, draft: &Opened) -> String {
        self.l.within(&format!("draft/{}", draft.head.id))
    }

    fn action(&self) -> String {
        self.l.within("drafts")
    }
}
