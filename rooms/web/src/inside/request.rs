//! One request: who owes what by when, what can be done now, what happened, and what is asked. Each act has a page of its
//! own (`request_acts`), a note verbale too (`request_paper`).

use super::elements::{LawWords, Listed};
use super::matter_words::{Marked, account_of_author, named};
use super::request_act::Settled;
use super::requests::{ground, side_of, title};
use super::{Inside, request_letters, request_notices, request_signature};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::written::{Length, capital};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use axum::routing::get;
use identity::people::holders::Known;
use law::{Move, Pack, SendingDate, Side};
use record::audience::{Level, Reader};
use register::answering::WorkingAnswer;
use register::directory::StateRef;
use register::draft::DraftId;
use register::request::RequestId;
use register::view::model::{MoveOffer, NotPublic, OwedShown, RequestView, StepShown, ValueShown};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most acts that stand on top as buttons.
const MOST_ON_TOP: usize = 3;

/// The page.
#[derive(Template)]
#[template(path = "inside/request.html")]
pub(super) struct Page {
    pub(super) l: Layout,
    pub(super) law: Arc<Pack>,
    pub(super) v: RequestView,
    pub(super) side: Side,
    pub(super) named: BTreeMap<String, Known>,
    pub(super) states: Vec<StateRef>,
    /// What whoever looks typed into forms of acts and did not send.
    working: Vec<WorkingAnswer>,
    /// Whether its draft is there for whoever looks.
    draft: bool,
    /// Whether it is under seal and nobody of the State has it.
    pub(super) nobody_has: bool,
    done: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/request/{id}", get(show).fallback(pages::method))
}

/// The second segment of the path, where it can be read.
pub(super) type Segments = Result<Path<(String, String)>, PathRejection>;

/// The request that a path names.
pub(super) fn request_of(segments: Segments) -> Option<RequestId> {
    RequestId::parse(&segments.ok()?.0.1)
}

/// A request as whoever asks may see it today, and the States that they know.
pub(super) struct Looked {
    /// The request.
    pub(super) view: RequestView,
    /// The States, by their names in the language of the page.
    pub(super) states: Vec<StateRef>,
    /// On which side whoever looks stands.
    pub(super) side: Side,
}

/// Looks at a request.
///
/// # Errors
/// Nobody is signed in, there is no such request for them, or the record cannot be read, and what is answered then.
pub(super) async fn look(inside: &Inside, id: &RequestId) -> Result<Looked, Box<Response>> {
    let actor = inside.actor()?;
    let register = &inside.pages.web.register;
    let reading = inside.reading();
    let mut view = match register.request(actor.viewer(), &reading, id).await {
        Ok(Some(view)) => view,
        Ok(None) => return Err(Box::new(inside.nowhere().await)),
        Err(error) => return Err(Box::new(inside.failed(&error))),
    };
    // What carries the request is sent from its draft.
    view.moves.retain(|offer| !offer.carries_request);
    let states = match register.states(actor.viewer(), &reading).await {
        Ok(states) => states.states.into_iter().map(|row| row.state).collect(),
        Err(error) => return Err(Box::new(inside.failed(&error))),
    };
    Ok(Looked {
        view,
        states,
        side: side_of(actor.viewer().organisation()),
    })
}

/// The layout of a page about a request, which says in its head at which level it is.
pub(super) async fn layout(inside: &Inside, view: &RequestView) -> Layout {
    let mut l = inside.whole_layout("requests-title").await;
    l.not_public = NotPublic {
        // What is told beside the request may be narrower than it.
        level: Some(view.narrowest()).filter(|level| *level != Level::Public),
        facts: 0,
    };
    l
}

async fn show(segments: Segments, inside: Inside) -> Response {
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    let (looked, actor) = match (look(&inside, &id).await, inside.actor()) {
        (Ok(looked), Ok(actor)) => (looked, actor),
        (Err(answer), _) | (_, Err(answer)) => return *answer,
    };
    if let Err(answer) = inside.asks_for_today() {
        return *answer;
    }
    let Looked { view, states, side } = looked;
    let web = &inside.pages.web;
    let draft = match DraftId::parse(&id.to_string()) {
        Some(draft) if !view.row.sent => web.drafts.open(actor.viewer(), &draft).await.is_ok(),
        _ => false,
    };
    let authors = view.steps.iter().filter_map(|step| account_of_author(&step.author));
    let named = match named(inside.people(), actor, authors).await {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let working = match actor.account() {
        Some(account) => web.answers.of(&account.to_string(), &view.row.id).await,
        None => Ok(Vec::new()),
    };
    let working = match working {
        Ok(working) => working,
        Err(error) => return inside.failed(&error),
    };
    let nobody_has = match request_notices::nobody_has(&inside, side, &view.row).await {
        Ok(nobody_has) => nobody_has,
        Err(answer) => return *answer,
    };
    let words = LawWords {
        law: &web.register.law,
        w: &inside.w,
    };
    let done = Settled::in_address(&inside).and_then(|settled| settled.said(&words, &view, &working));
    let title = words.t(&format!("law-form-{}", view.row.form));
    let mut l = layout(&inside, &view).await;
    l.title = title;
    let page = Page {
        l,
        law: web.register.law.clone(),
        v: view,
        side,
        named,
        states,
        working,
        draft,
        nobody_has,
        done,
    };
    inside.show(&page)
}

/// What a page calls what a request is about: its State and its level, and the Court's own number of it.
pub(super) fn over(l: &Layout, view: &RequestView) -> Markup {
    let args = [
        ("state", l.w.state(&view.row.state).into()),
        ("level", l.w.level(view.row.level).into()),
    ];
    let over = l.w.say("request-over", &args);
    match &view.row.court_number {
        Some(number) => Markup::join(&[over, Markup::name(number)], " · "),
        None => over,
    }
}

/// The same on a page within a request, to which it leads back.
pub(super) fn over_within(l: &Layout, words: &LawWords, view: &RequestView) -> Markup {
    let address = l.within(&format!("request/{}", view.row.id));
    Markup::join(&[Markup::link(&address, &title(words, &view.row)), over(l, view)], " · ")
}

/// Acts under their headings, in the order of the pack.
pub(super) fn under_headings<'v>(words: &LawWords, offers: impl Iterator<Item = &'v MoveOffer>) -> Vec<(String, Vec<&'v MoveOffer>)> {
    let mut groups: Vec<(Option<&str>, Vec<&MoveOffer>)> = Vec::new();
    for offer in offers {
        let heading = offer.heading.as_deref();
        match groups.iter_mut().find(|(of, _)| *of == heading) {
            Some((_, offers)) => offers.push(offer),
            None => groups.push((heading, vec![offer])),
        }
    }
    let named = |heading: Option<&str>| match heading {
        Some(heading) => words.t(&format!("law-heading-{heading}")),
        None => words.w.t("request-heading-other"),
    };
    groups.into_iter().map(|(heading, offers)| (named(heading), offers)).collect()
}

/// Who owes something, for the middle of a sentence.
pub(super) fn who(l: &Layout, view: &RequestView, side: Side) -> Markup {
    match side {
        Side::Court => Markup::text(&l.t("request-the-court")),
        Side::State => l.w.state(&view.row.state),
    }
}

/// The sentence that says who owes what by when.
pub(super) fn owed_said(l: &Layout, words: &LawWords, view: &RequestView, owed: &OwedShown) -> Markup {
    let who = capital(&who(l, view, owed.by));
    let what = words.t(&owed.text_key);
    let mut args = vec![("who", who.into()), ("what", what.into())];
    let (Some(due), Some(days)) = (&owed.due, owed.days_left) else {
        return l.w.say("request-next-no-day", &args);
    };
    args.push(("day", l.w.day(due.first).into()));
    args.push(("days", days.abs().into()));
    l.w.say(if days < 0 { "request-next-late" } else { "request-next" }, &args)
}

impl Page {
    pub(super) fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn over(&self) -> Markup {
        over(&self.l, &self.v)
    }

    fn head(&self) -> Markup {
        title(&self.words(), &self.v.row)
    }

    fn stands(&self) -> Markup {
        let state = self.words().t(&format!("law-state-{}", self.v.row.stands));
        self.l.w.say("request-stands", &[("state", state.into())])
    }

    fn who(&self, side: &Side) -> Markup {
        who(&self.l, &self.v, *side)
    }

    /// What is owed next: what has a day first.
    pub(super) fn first_owed(&self) -> Option<&OwedShown> {
        self.v.row.owed.first()
    }

    /// The sentence on top: who owes what by when.
    fn next(&self) -> Markup {
        match self.first_owed() {
            Some(owed) => owed_said(&self.l, &self.words(), &self.v, owed),
            None if self.v.row.over => Markup::text(&self.l.t("request-next-over")),
            None if !self.v.row.sent => Markup::text(&self.l.t("request-next-inside")),
            None => Markup::text(&self.l.t("request-next-none")),
        }
    }

    /// The line from the act since which it is owed to its last day.
    fn clock(&self) -> Option<Markup> {
        super::request_clock::clock(&self.l, &self.words(), &self.v.row.form, self.first_owed()?)
    }

    /// The days on which it was sent, notified and received; what no act told is said to be open.
    fn dates(&self) -> Vec<(String, Markup)> {
        let date = |which: SendingDate| {
            let days: Vec<Markup> = self
                .v
                .dates
                .iter()
                .filter(|(of, _)| *of == which)
                .map(|(_, day)| self.l.w.day(*day))
                .collect();
            let said = if days.is_empty() {
                Markup::text(&self.l.t("request-date-none"))
            } else {
                Markup::join(&days, "<br>")
            };
            (self.l.t(&format!("request-date-{}", which.word())), said)
        };
        if self.v.row.sent {
            SendingDate::ALL.into_iter().map(date).collect()
        } else {
            Vec::new()
        }
    }

    fn references(&self) -> Option<String> {
        let references = &self.v.row.references;
        (!references.is_empty()).then(|| references.join(" · "))
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

    /// What is to be done first.
    fn on_top(&self) -> Vec<&MoveOffer> {
        self.own().filter(|offer| offer.next).take(MOST_ON_TOP).collect()
    }

    /// The acts of whoever looks; those that they would record from a note have a page of their own.
    fn own(&self) -> impl Iterator<Item = &MoveOffer> {
        self.v.moves.iter().filter(|offer| !offer.on_paper)
    }

    /// All that can be done, under its headings in the order of the pack.
    fn groups(&self) -> Vec<(String, Vec<&MoveOffer>)> {
        let mut groups = under_headings(&self.words(), self.own());
        let late: Vec<&MoveOffer> = self.v.late.iter().filter(|offer| !offer.on_paper).collect();
        if !late.is_empty() {
            groups.push((self.l.t("request-late"), late));
        }
        groups
    }

    /// The page on which a note verbale is recorded, for whoever records what others gave on paper.
    fn paper(&self) -> Option<String> {
        let on_paper = self.v.moves.iter().chain(&self.v.late).any(|offer| offer.on_paper);
        on_paper.then(|| format!("{}/paper", self.action()))
    }

    fn href_of_act(&self, offer: &MoveOffer) -> String {
        if offer.signs {
            return format!("{}/sign", self.action());
        }
        format!("{}/act/{}", self.action(), offer.id)
    }

    /// When something was typed into the form of an act that is not sent yet.
    fn begun(&self, offer: &MoveOffer) -> Option<Markup> {
        let working = self.working.iter().find(|working| working.act == offer.id)?;
        let args = [("when", self.l.w.moment(working.saved).into())];
        Some(self.l.w.say("request-begun", &args))
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

    fn signed(&self, step: &StepShown) -> Option<Markup> {
        request_signature::line(&self.l, &self.v.row.id, step)
    }

    fn letter(&self, step: &StepShown) -> Option<Markup> {
        request_letters::links(&self.l, &self.v.row.id, step)
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

    /// What the requested State has answered, in one line each, the earliest first.
    fn given(&self) -> Vec<Markup> {
        let by_the_state = |step: &&StepShown| {
            let on = step.effective.parse().unwrap_or(self.l.today);
            let mv: Option<&Move> = self.law.move_of_act(&self.v.row.form, &step.kind, on);
            mv.is_some_and(|mv| mv.side == Side::State)
        };
        let said = |step: &StepShown| {
            let args = [("what", self.step_head(step).into()), ("when", self.effective(step).into())];
            self.l.w.say("request-answer-given", &args)
        };
        self.v.steps.iter().rev().filter(by_the_state).map(said).collect()
    }

    fn act(&self, offer: &MoveOffer) -> String {
        self.words().t(&offer.text_key)
    }

    fn rules(&self, offer: &MoveOffer) -> Markup {
        self.words().rules(&offer.rests_on)
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

    fn execution(&self) -> String {
        format!("{}/execution", self.action())
    }

    fn requests(&self) -> String {
        self.l.within("requests")
    }
}
