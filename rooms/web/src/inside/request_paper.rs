//! A note verbale, recorded by an officer who has it before them: first from whom it comes and about which request, then its
//! scan, number and dates and what it says, and then what that act must carry, on the page of the act.

use super::Inside;
use super::elements::LawWords;
use super::request::{Looked, Segments, look, over_within, request_of, under_headings};
use super::request_act::{Shown, answer};
use super::request_acts::SCAN;
use super::requests::title;
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::legal::sort_key;
use crate::pages::{self, Pages};
use crate::upload::{Sent, Upload};
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use law::{Pack, Side};
use record::audience::Level;
use register::directory::StateRef;
use register::view::model::{MoveOffer, NotPublic, RequestRow, RequestView};
use std::sync::Arc;

/// What a note may say: id of the act, its words, and whether it was chosen.
type Choice = (String, String, bool);

/// The page on which the request is found.
#[derive(Template)]
#[template(path = "inside/paper_find.html")]
struct Find {
    l: Layout,
    law: Arc<Pack>,
    /// The States to which something was sent, by name.
    states: Vec<StateRef>,
    typed: Fields,
    /// What was found; none before anything was looked for.
    found: Option<Vec<RequestRow>>,
}

/// The page on which the note is described.
#[derive(Template)]
#[template(path = "inside/paper.html")]
struct Note {
    l: Layout,
    law: Arc<Pack>,
    v: RequestView,
    typed: Fields,
    files: Vec<Sent>,
    oops: Vec<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/paper", get(find).post(found).fallback(pages::method))
        .route("/{lang}/request/{id}/paper", get(show).post(go_on).fallback(pages::method))
}

async fn find(inside: Inside) -> Response {
    search(&inside, Fields::default(), false).await
}

async fn found(super::Posted { inside, fields }: super::Posted) -> Response {
    search(&inside, fields, true).await
}

/// The requests that were sent, those that fit what was typed. What is looked for stands in no address.
async fn search(inside: &Inside, typed: Fields, asked: bool) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = &inside.pages.web.register;
    match register.records_from_paper(actor.viewer()).await {
        Ok(Some(_)) => {}
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    }
    let reading = inside.reading();
    let mut rows = match register.requests(actor.viewer(), &reading).await {
        Ok(rows) => rows,
        Err(error) => return inside.failed(&error),
    };
    rows.retain(|row| row.sent);
    let mut states: Vec<StateRef> = rows.iter().map(|row| row.state.clone()).collect();
    states.sort_by_key(|state| (sort_key(inside.w.state_name(state)), state.code.clone()));
    states.dedup_by(|a, b| a.code == b.code);
    let (state, text) = (typed.get("state"), sort_key(typed.get("reference").trim()));
    let fits = |row: &RequestRow| {
        let words = row.references.iter().chain(&row.person).chain([&row.id]);
        (state.is_empty() || row.state.code == state) && (text.is_empty() || words.into_iter().any(|word| sort_key(word).contains(&text)))
    };
    rows.retain(fits);
    let mut l = inside.whole_layout("paper-title").await;
    l.not_public = NotPublic {
        level: rows
            .iter()
            .filter(|_| asked)
            .map(|row| row.level)
            .max()
            .filter(|level| *level != Level::Public),
        facts: 0,
    };
    let page = Find {
        l,
        law: register.law.clone(),
        states,
        typed,
        found: asked.then_some(rows),
    };
    inside.show(&page)
}

/// What may be recorded from a note: what could be done now, and what was done before the request came to where it stands.
fn on_paper(view: &RequestView) -> impl Iterator<Item = &MoveOffer> {
    view.moves.iter().chain(&view.late).filter(|offer| offer.on_paper)
}

async fn show(segments: Segments, inside: Inside) -> Response {
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    match look(&inside, &id).await {
        Ok(looked) => note(&inside, looked, StatusCode::OK, Fields::default(), Vec::new(), Vec::new()).await,
        Err(answer) => *answer,
    }
}

/// The page; the answer of nowhere for whoever records nothing from paper here.
async fn note(inside: &Inside, looked: Looked, status: StatusCode, typed: Fields, files: Vec<Sent>, oops: Vec<Markup>) -> Response {
    if on_paper(&looked.view).next().is_none() {
        return inside.nowhere().await;
    }
    let mut l = super::request::layout(inside, &looked.view).await;
    l.title = inside.w.t("paper-title");
    let page = Note {
        l,
        law: inside.pages.web.register.law.clone(),
        v: looked.view,
        typed,
        files,
        oops,
    };
    inside.show_as(status, &page)
}

/// Goes on to the page of the act that the note is.
async fn go_on(segments: Segments, inside: Inside, body: Body) -> Response {
    let Upload { fields, files, refused } = match Upload::read(&inside, body).await {
        Ok(upload) => upload,
        Err(answer) => return answer,
    };
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    let looked = match look(&inside, &id).await {
        Ok(looked) => looked,
        Err(answer) => return *answer,
    };
    let mut oops: Vec<Markup> = refused.iter().map(|refused| inside.w.refused_file(refused)).collect();
    let says = on_paper(&looked.view).find(|offer| offer.id == fields.get("says"));
    let law = inside.pages.web.register.law.clone();
    let mv = says.and_then(|offer| law.moves().iter().find(|mv| mv.id == offer.id)).cloned();
    if mv.is_none() {
        let key = match looked.side {
            Side::Court => "paper-says-none",
            Side::State => "paper-says-none-court",
        };
        oops.push(Markup::text(&inside.w.t(key)));
    }
    match mv {
        Some(mv) if oops.is_empty() => {
            let shown = Shown {
                status: StatusCode::OK,
                typed: fields,
                files,
                ..Shown::default()
            };
            answer(&inside, looked, mv, shown).await
        }
        _ => note(&inside, looked, StatusCode::BAD_REQUEST, fields, files, oops).await,
    }
}

impl Find {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn action(&self) -> String {
        self.l.within("paper")
    }

    fn name(&self, state: &StateRef) -> String {
        self.l.w.state_name(state).to_owned()
    }

    fn href(&self, row: &RequestRow) -> String {
        self.l.within(&format!("request/{}/paper", row.id))
    }

    fn row(&self, row: &RequestRow) -> Markup {
        self.l.w.marked_at(title(&self.words(), row), row.level)
    }

    fn beside(&self, row: &RequestRow) -> Markup {
        let mut parts = vec![self.l.w.state(&row.state)];
        parts.extend(row.references.iter().map(|reference| Markup::name(reference)));
        Markup::join(&parts, " · ")
    }

    fn stands(&self, row: &RequestRow) -> String {
        self.words().t(&format!("law-state-{}", row.stands))
    }
}

impl Note {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn over(&self) -> Markup {
        over_within(&self.l, &self.words(), &self.v)
    }

    /// What a note may say, under its headings.
    fn groups(&self) -> Vec<(String, Vec<Choice>)> {
        let choice = |offer: &MoveOffer| {
            (
                offer.id.clone(),
                self.words().t(&format!("{}.done", offer.text_key)),
                self.typed.get("says") == offer.id,
            )
        };
        let group = |(heading, offers): (String, Vec<&MoveOffer>)| (heading, offers.into_iter().map(choice).collect());
        under_headings(&self.words(), on_paper(&self.v)).into_iter().map(group).collect()
    }

    /// Names and values of the hidden fields that name the scan which came already.
    fn kept(&self) -> Vec<(String, String)> {
        self.files.iter().filter(|sent| sent.field == SCAN).map(Sent::hidden).collect()
    }

    fn typed(&self, name: &str) -> &str {
        self.typed.get(name)
    }

    fn today(&self) -> String {
        self.l.today.to_string()
    }

    fn action(&self) -> String {
        self.l.within(&format!("request/{}/paper", self.v.row.id))
    }

    fn finds(&self) -> String {
        self.l.within("paper")
    }
}
