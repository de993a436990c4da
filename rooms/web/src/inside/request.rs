//! One request: what is owed next and why, what happened, what is asked, and what whoever looks may do. The acts
//! themselves lie in `request_acts`.

use super::elements::{Control, Field, LawWords, Listed};
use super::matter_words::{Marked, account_of_author, named};
use super::requests::{ground, side_of, title};
use super::{Inside, request_acts};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::written::{Length, capital};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::people::holders::Known;
use law::{Finding, Pack, Side, Values};
use record::audience::{Level, Reader};
use register::directory::StateRef;
use register::draft::DraftId;
use register::reading::Reading;
use register::request::RequestId;
use register::view::model::{MoveOffer, NotPublic, OwedShown, RequestView, StepShown, ValueShown};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The page.
#[derive(Template)]
#[template(path = "inside/request.html")]
pub(super) struct Page {
    l: Layout,
    law: Arc<Pack>,
    v: RequestView,
    side: Side,
    named: BTreeMap<String, Known>,
    states: Vec<StateRef>,
    /// Whether its draft is there for whoever looks.
    draft: bool,
    done: Option<Markup>,
    refused: Option<Refused>,
}

/// An act that was not done.
pub(super) struct Refused {
    /// The act.
    pub(super) act: String,
    /// Why.
    pub(super) why: Markup,
    /// What is to mend in it.
    pub(super) findings: Vec<Finding>,
    /// What was typed.
    pub(super) typed: Fields,
}

pub(super) fn routes() -> Router<Pages> {
    let request = get(show).post(request_acts::act).fallback(pages::method);
    Router::new().route("/{lang}/request/{id}", request)
}

/// The second segment of the path, where it can be read.
pub(super) type Segments = Result<Path<(String, String)>, PathRejection>;

/// The request that a path names.
pub(super) fn request_of(segments: Segments) -> Option<RequestId> {
    RequestId::parse(&segments.ok()?.0.1)
}

async fn show(segments: Segments, inside: Inside) -> Response {
    match request_of(segments) {
        Some(id) => answer(&inside, &id, StatusCode::OK, None).await,
        None => inside.nowhere().await,
    }
}

/// The page, with why an act was not done; the answer of nowhere where there is no such request for whoever looks.
pub(super) async fn answer(inside: &Inside, id: &RequestId, status: StatusCode, refused: Option<Refused>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = &inside.pages.web.register;
    let reading = Reading {
        as_at: inside.today,
        known_on: None,
        hindsight: true,
        dated: false,
    };
    let mut view = match register.request(actor.viewer(), &reading, id).await {
        Ok(Some(view)) => view,
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    // What carries the request is sent from its draft.
    view.moves.retain(|offer| !offer.carries_request);
    let draft = DraftId::parse(&id.to_string());
    let draft = match draft {
        Some(draft) if !view.row.sent => inside.pages.web.drafts.open(actor.viewer(), &draft).await.is_ok(),
        _ => false,
    };
    let authors = view.steps.iter().filter_map(|step| account_of_author(&step.author));
    let named = match named(inside.people(), actor, authors).await {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let done = inside.parameter("done");
    let done = register.law.moves().iter().find(|mv| mv.id == done && refused.is_none());
    let done = done.map(|mv| {
        Markup::text(
            &inside.w.plain(
                "request-done",
                &[(
                    "act",
                    LawWords {
                        law: &register.law,
                        w: &inside.w,
                    }
                    .t(&mv.text_key)
                    .into(),
                )],
            ),
        )
    });
    let mut l = inside.whole_layout("requests-title").await;
    l.not_public = NotPublic {
        level: Some(view.row.level).filter(|level| *level != Level::Public),
        facts: 0,
    };
    let states = match register.states(actor.viewer(), &reading).await {
        Ok(states) => states.states.into_iter().map(|row| row.state).collect(),
        Err(error) => return inside.failed(&error),
    };
    let mut page = Page {
        l,
        law: register.law.clone(),
        side: side_of(actor.viewer().organisation()),
        v: view,
        named,
        states,
        draft,
        done,
        refused,
    };
    page.l.title = page.words().t(&format!("law-form-{}", page.v.row.form));
    inside.show_as(status, &page)
}

impl Page {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn over(&self) -> Markup {
        let args = [("state", self.state().into()), ("level", self.l.w.level(self.v.row.level).into())];
        self.l.w.say("request-over", &args)
    }

    fn head(&self) -> Markup {
        title(&self.words(), &self.v.row)
    }

    fn state(&self) -> Markup {
        self.l.w.state(&self.v.row.state)
    }

    fn stands(&self) -> Markup {
        let state = self.words().t(&format!("law-state-{}", self.v.row.stands));
        self.l.w.say("request-stands", &[("state", state.into())])
    }

    fn who(&self, side: &Side) -> Markup {
        match side {
            Side::Court => Markup::text(&self.l.t("request-the-court")),
            Side::State => self.state(),
        }
    }

    /// The sentence on top: who owes what by when.
    fn next(&self) -> Markup {
        let Some(owed) = self.v.row.owed.first() else {
            let key = if self.v.row.over {
                "request-next-over"
            } else {
                "request-next-none"
            };
            return Markup::text(&self.l.t(key));
        };
        let who = capital(&self.who(&owed.by));
        let what = self.words().t(&owed.text_key);
        let mut args = vec![("who", who.into()), ("what", what.into())];
        let (Some(due), Some(days)) = (&owed.due, owed.days_left) else {
            return self.l.w.say("request-next-no-day", &args);
        };
        args.push(("day", self.l.w.day(due.first).into()));
        args.push(("days", days.abs().into()));
        self.l.w.say(if days < 0 { "request-next-late" } else { "request-next" }, &args)
    }

    /// How the day of the next step was made, where the law counts it.
    fn counted(&self) -> Option<&OwedShown> {
        let owed = self.v.row.owed.first()?;
        owed.due.as_ref().filter(|due| !due.counts.is_empty()).map(|_| owed)
    }

    fn counting(&self, owed: &OwedShown) -> Option<String> {
        self.words().maybe(&format!("{}.counting", owed.text_key))
    }

    fn lapse(&self, owed: &OwedShown) -> Option<String> {
        self.words().maybe(&format!("{}.lapse", owed.text_key))
    }

    /// The arithmetic: what is counted, from when and how many days, and the last day.
    fn counts(&self, owed: &OwedShown) -> Vec<(String, Markup, Markup)> {
        let w = &self.l.w;
        let count = |count: &law::Count| {
            let sum = w.say(
                "request-count",
                &[("from", w.day_short(count.from).into()), ("days", count.days.into())],
            );
            (self.words().t(&count.text_key), sum, w.day(count.to))
        };
        owed.due.iter().flat_map(|due| &due.counts).map(count).collect()
    }

    fn ground(&self, owed: &OwedShown) -> Markup {
        ground(&self.words(), owed)
    }

    fn what(&self, owed: &OwedShown) -> String {
        self.words().t(&owed.text_key)
    }

    fn by(&self, owed: &OwedShown) -> Markup {
        match &owed.due {
            Some(due) => self.l.w.day_short(due.first),
            None => Markup::text(&self.l.t("requests-no-day")),
        }
    }

    fn days(&self, owed: &OwedShown) -> String {
        owed.days_left.map_or_else(String::new, crate::written::figure)
    }

    fn findings(&self) -> Vec<Listed> {
        let form = self.law.form(&self.v.row.form);
        let elements = form.map(|form| form.elements.as_slice()).unwrap_or_default();
        self.words().listed(elements, &self.v.findings, "e-")
    }

    fn step_head(&self, step: &StepShown) -> Markup {
        match &step.text_key {
            Some(key) => Markup::text(&self.words().t(&format!("{key}.done"))),
            None => Markup::text(&self.l.t("request-not-understood")),
        }
    }

    fn effective(&self, step: &StepShown) -> Markup {
        self.l.w.when(&step.effective, Length::Full)
    }

    fn recorded(&self, step: &StepShown) -> Markup {
        let w = &self.l.w;
        let for_whom = step.on_behalf_of.as_deref().and_then(Reader::parse);
        let who = match &for_whom {
            Some(reader) => w.reader(reader),
            None => w.author(&step.author, &self.named),
        };
        let mut said = w.say("request-recorded", &[("who", who.into()), ("when", w.moment(step.recorded).into())]);
        if let Some(paper) = &step.paper {
            let args = [
                ("number", Markup::name(&paper.number).into()),
                ("dated", w.when(&paper.dated, Length::Short).into()),
                ("received", w.when(&paper.received, Length::Short).into()),
            ];
            said = Markup::join(&[said, w.say("request-on-paper", &args)], " ");
        }
        if step.inside {
            said = Markup::join(&[said, Markup::text(&self.l.t("request-inside"))], " ");
        }
        said
    }

    fn entry(&self, step: &StepShown) -> String {
        self.l.entry_page(&step.entry)
    }

    fn label(&self, value: &ValueShown) -> String {
        value
            .text_key
            .as_ref()
            .map_or_else(|| value.element.clone(), |key| self.words().t(key))
    }

    fn texts(&self, value: &ValueShown) -> Markup {
        let texts = value
            .texts
            .iter()
            .map(|text| self.words().value(value.sort.as_ref(), text, &self.states));
        Markup::join(&texts.collect::<Vec<_>>(), "<br>")
    }

    fn lacking(&self) -> Vec<String> {
        self.v.lacking.iter().map(|key| self.words().t(&format!("{key}.done"))).collect()
    }

    fn act(&self, offer: &MoveOffer) -> String {
        self.words().t(&offer.text_key)
    }

    fn rules(&self, offer: &MoveOffer) -> Markup {
        self.words().rules(&offer.rests_on)
    }

    fn is_refused(&self, offer: &MoveOffer) -> Option<&Refused> {
        self.refused.as_ref().filter(|refused| refused.act == offer.id)
    }

    /// The fields of an act, with what was typed where it was refused.
    fn fields(&self, offer: &MoveOffer) -> Vec<Field> {
        let Some(mv) = self.law.moves().iter().find(|mv| mv.id == offer.id) else {
            return Vec::new();
        };
        let prefix = prefix(&offer.id);
        let (values, findings) = match self.is_refused(offer) {
            Some(refused) => (
                super::elements::typed(&mv.carries, &refused.typed, &prefix),
                refused.findings.clone(),
            ),
            None => (Values::default(), Vec::new()),
        };
        self.words().fields(&mv.carries, &values, &findings, &self.states, &prefix)
    }

    fn typed(&self, offer: &MoveOffer, name: &str) -> &str {
        self.is_refused(offer).map_or("", |refused| refused.typed.get(name))
    }

    fn today(&self) -> String {
        self.l.known_on().to_string()
    }

    fn action(&self) -> String {
        self.l.within(&format!("request/{}", self.v.row.id))
    }

    fn matter(&self) -> Option<String> {
        let id = RequestId::parse(&self.v.row.id)?;
        Some(self.l.matter(&if self.v.row.sent { id.matter() } else { id.preparation() }))
    }

    fn draft(&self) -> String {
        self.l.within(&format!("draft/{}", self.v.row.id))
    }

    fn requests(&self) -> String {
        self.l.within("requests")
    }
}

/// What stands before the names of the fields of an act.
pub(super) fn prefix(act: &str) -> String {
    format!("{act}-")
}
