//! What the law of a State needs of a request: one need with its versions, and the forms by which it is stated, changed,
//! corrected and ended.

use super::authorities::now;
use super::authority_form::own_state;
use super::{Inside, Posted};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::texts::{Arg, Said};
use crate::written::Length;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::people::{Actor, PeopleError};
use record::audience::Level;
use register::authorities::writes_from_letters;
use register::fact::FactError;
use register::needs::{LONGEST, NeedError, NeedFault, NeedField, NeedWords, WORD, WhichVersion};
use register::port::{Recorded, StoreError};
use register::view::model::{NeedVersion, NeedView, NotPublic};

/// What was done, as it stands in the address.
const DONE: [&str; 4] = ["stated", "changed", "corrected", "ended"];

#[derive(Template)]
#[template(path = "inside/need.html")]
struct Page {
    l: Layout,
    /// The need; none where one is stated.
    v: Option<NeedView>,
    /// The State of which one is stated.
    state: String,
    /// The version that is corrected.
    to_correct: Option<NeedVersion>,
    by_letter: bool,
    done: Option<Markup>,
    oops: Option<Oops>,
    typed: Option<Fields>,
}

/// Why an act was not done.
struct Oops {
    faults: Vec<(NeedField, NeedFault)>,
    /// What else is said.
    why: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/needs/new", get(enter).post(entered).fallback(pages::method))
        .route("/{lang}/needs/{name}", get(show).post(act).fallback(pages::method))
}

type Segments = Result<Path<(String, String)>, PathRejection>;

async fn enter(inside: Inside) -> Response {
    new(&inside, StatusCode::OK, None, None).await
}

async fn new(inside: &Inside, status: StatusCode, oops: Option<Oops>, typed: Option<Fields>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    // Whoever may state one of some State may of each, unless they act for one.
    let own = own_state(actor);
    if !inside
        .pages
        .web
        .register
        .may_state_need(actor.viewer(), own.as_deref().unwrap_or("XZZ"))
    {
        return inside.nowhere().await;
    }
    let mut l = inside.whole_layout("need-new").await;
    l.not_public = restricted(Level::Restricted);
    let page = Page {
        l,
        v: None,
        state: own.unwrap_or_else(|| inside.parameter("state")),
        to_correct: None,
        by_letter: writes_from_letters(actor.viewer()),
        done: None,
        oops,
        typed,
    };
    inside.show_as(status, &page)
}

fn restricted(level: Level) -> NotPublic {
    NotPublic {
        level: Some(level),
        facts: 0,
    }
}

async fn show(segments: Segments, inside: Inside) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    answer(&inside, &name, StatusCode::OK, None, None).await
}

async fn answer(inside: &Inside, name: &str, status: StatusCode, oops: Option<Oops>, typed: Option<Fields>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let view = match inside.pages.web.register.need(actor.viewer(), &now(inside), name).await {
        Ok(Some(view)) => view,
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let done = inside.parameter("done");
    let done = (DONE.contains(&done.as_str()) && oops.is_none()).then(|| Markup::text(&inside.w.t(&format!("need-done-{done}"))));
    let saw = match &typed {
        Some(typed) if typed.get("act") == "correct" => typed.get("saw").to_owned(),
        _ => inside.parameter("correct"),
    };
    let to_correct = view.versions.iter().find(|version| version.may_correct && version.entry == saw);
    let mut l = inside.whole_layout("needs-title").await;
    l.title = view.versions.first().map(|version| version.says.clone()).unwrap_or_default();
    l.not_public = restricted(view.level);
    let page = Page {
        l,
        to_correct: to_correct.cloned(),
        state: view.state.code.clone(),
        by_letter: view.by_letter,
        v: Some(view),
        done,
        oops,
        typed,
    };
    inside.show_as(status, &page)
}

async fn entered(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let state = own_state(actor).unwrap_or_else(|| fields.get("state").trim().to_ascii_uppercase());
    let stated = state_one(&inside, actor, &WhichVersion::New { state }, &fields).await;
    match settled(&inside, stated).await {
        Ok(recorded) => inside.see_other(&address(&inside, &recorded, "stated")),
        Err(Unsettled::Answer(answer)) => *answer,
        Err(Unsettled::Again(status, oops)) => new(&inside, status, Some(oops), Some(fields)).await,
    }
}

async fn state_one(inside: &Inside, actor: &Actor, stating: &WhichVersion, fields: &Fields) -> Result<Recorded, NeedError> {
    let field = |field: NeedField| fields.get(field.word()).to_owned();
    let words = NeedWords {
        need: field(NeedField::Need),
        says: field(NeedField::Says),
        law: field(NeedField::Law),
        from: field(NeedField::From),
        source: field(NeedField::Source),
    };
    let register = &inside.pages.web.register;
    register.state_need(actor.viewer(), stating, &words, actor.author()).await
}

/// Another version, a correction, or the end.
async fn act(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let (matter, saw) = (name.clone(), fields.get("saw").to_owned());
    let (done, word) = match fields.get("act") {
        "end" => {
            let why = (fields.get(NeedField::Reason.word()), fields.get(NeedField::Source.word()));
            let register = &inside.pages.web.register;
            let on = fields.get(NeedField::On.word());
            let ended = register.end_need(actor.viewer(), (&name, &saw), on, why, actor.author());
            (ended.await, "ended")
        }
        "correct" => {
            let reason = fields.get(NeedField::Reason.word()).to_owned();
            let stating = WhichVersion::Mistake { matter, saw, reason };
            (state_one(&inside, actor, &stating, &fields).await, "corrected")
        }
        _ => {
            let stating = WhichVersion::Changed { matter, saw };
            (state_one(&inside, actor, &stating, &fields).await, "changed")
        }
    };
    match settled(&inside, done).await {
        Ok(recorded) => inside.see_other(&address(&inside, &recorded, word)),
        Err(Unsettled::Answer(answer)) => *answer,
        Err(Unsettled::Again(status, oops)) => answer(&inside, &name, status, Some(oops), Some(fields)).await,
    }
}

fn address(inside: &Inside, recorded: &Recorded, word: &str) -> String {
    inside.within(&format!("needs/{}?done={word}", recorded.entry.matter))
}

/// Why something was not written.
enum Unsettled {
    /// This is the answer.
    Answer(Box<Response>),
    /// The form comes back, with this status.
    Again(StatusCode, Oops),
}

async fn settled(inside: &Inside, done: Result<Recorded, NeedError>) -> Result<Recorded, Unsettled> {
    let error = match done {
        Ok(recorded) => return Ok(recorded),
        Err(error) => error,
    };
    let again = |status: StatusCode, why: Markup| {
        let faults = Vec::new();
        Unsettled::Again(status, Oops { faults, why: Some(why) })
    };
    let say = |status: StatusCode, key: &str| again(status, Markup::text(&inside.w.t(key)));
    Err(match error {
        NeedError::NoSuch(_) => Unsettled::Answer(Box::new(inside.nowhere().await)),
        NeedError::Faults(faults) => Unsettled::Again(StatusCode::BAD_REQUEST, Oops { faults, why: None }),
        NeedError::NotAllowed => say(StatusCode::FORBIDDEN, "need-not-allowed"),
        NeedError::Changed => say(StatusCode::CONFLICT, "need-changed"),
        NeedError::Ended => say(StatusCode::CONFLICT, "need-ended-already"),
        NeedError::Fact(FactError::Store(StoreError::Refused(why)) | FactError::Given(why)) => {
            tracing::info!(why, "a need was not taken");
            say(StatusCode::BAD_REQUEST, "need-not-taken")
        }
        NeedError::Fact(error) => {
            tracing::error!(%error, "a need could not be recorded");
            let status = match error {
                FactError::Store(StoreError::DiskFull) => StatusCode::INSUFFICIENT_STORAGE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            };
            let failed = PeopleError::Store(StoreError::Database(String::new()));
            again(status, inside.w.people_error(&failed))
        }
    })
}

impl Said {
    /// What is wrong with a field of a need.
    pub(crate) fn of_need_fault(field: NeedField, fault: NeedFault) -> Said {
        let label = Said::text(&format!("need-field-{}", field.word()));
        let mut args = vec![("field", Arg::Said(Box::new(label)))];
        if let NeedFault::TooLong(most) | NeedFault::NotAWord(most) = fault {
            args.push(("most", most.into()));
        }
        Said::with(&format!("need-fault-{}", fault.word()), args)
    }
}

/// One field of a form.
struct Asked {
    id: String,
    name: &'static str,
    label: String,
    hint: Option<String>,
    sort: &'static str,
    most: usize,
    value: String,
    wrong: Option<Markup>,
}

/// A form.
struct Form {
    act: &'static str,
    saw: Option<String>,
    head: String,
    side: String,
    /// Whether it stands open.
    open: bool,
    save: String,
    fields: Vec<Asked>,
}

impl Page {
    fn head(&self) -> String {
        match &self.v {
            Some(_) => self.l.title.clone(),
            None => self.l.t("need-new"),
        }
    }

    fn over(&self) -> Markup {
        let list = Markup::link(&self.l.within("authorities"), &Markup::text(&self.l.t("authorities-title")));
        match &self.v {
            Some(view) => Markup::join(
                &[list, Markup::link(&self.l.state(&view.state.code), &self.l.w.state(&view.state))],
                " · ",
            ),
            None => list,
        }
    }

    fn stands(&self) -> Markup {
        let Some(view) = &self.v else {
            return Markup::text(&self.l.t("need-new-deck"));
        };
        let w = &self.l.w;
        let newest = view.versions.first();
        match (view.ended, newest) {
            (Some(ended), _) => w.say("need-over", &[("day", w.day(ended).into())]),
            (None, Some(version)) if !view.versions.iter().any(|version| version.holds) => {
                w.say("need-planned", &[("day", w.on(&version.from).into())])
            }
            _ => Markup::text(&w.t("need-in-force")),
        }
    }

    /// Under which element a request meets it.
    fn element(&self) -> Option<String> {
        let newest = self.v.as_ref()?.versions.first()?;
        Some(format!("national_requirements.{}", newest.need))
    }

    fn versions(&self) -> &[NeedVersion] {
        self.v.as_ref().map(|view| &view.versions[..]).unwrap_or_default()
    }

    fn from(&self, version: &NeedVersion) -> Markup {
        let words = self.l.w.when(&version.from, Length::Short);
        Markup::link(&self.l.entry_page(&version.entry), &words)
    }

    fn to_correct_it(&self, version: &NeedVersion) -> Option<String> {
        let view = self.v.as_ref().filter(|_| version.may_correct)?;
        Some(self.l.within(&format!("needs/{}?correct={}#f-correct", view.id, version.entry)))
    }

    fn to_matter(&self) -> Option<String> {
        let view = self.v.as_ref()?;
        Some(self.l.within(&format!("matter/{}", view.id)))
    }

    fn action(&self) -> String {
        match &self.v {
            Some(view) => self.l.within(&format!("needs/{}", view.id)),
            None => self.l.within("needs/new"),
        }
    }

    /// Whether the form of an act was sent and came back.
    fn came_back(&self, act: &str) -> bool {
        self.typed.as_ref().is_some_and(|typed| typed.get("act") == act)
    }

    fn forms(&self) -> Vec<Form> {
        let Some(view) = &self.v else {
            return vec![self.form("state", None)];
        };
        let correct = self.to_correct.as_ref().map(|version| self.form("correct", Some(version)));
        let newest = view.versions.first().filter(|_| view.may_add);
        let change = newest.map(|version| self.form("change", Some(version)));
        let end = newest.filter(|_| view.ended.is_none()).map(|_| self.form("end", None));
        correct.into_iter().chain(change).chain(end).collect()
    }

    /// The form of an act, filled with what was typed, else with the version over which it is written.
    fn form(&self, act: &'static str, over: Option<&NeedVersion>) -> Form {
        let mut fields = Vec::new();
        let mut ask = |field: NeedField, value: &str| fields.push(self.asked(act, field, value));
        if act == "end" {
            ask(NeedField::On, &self.l.today.to_string());
            ask(NeedField::Reason, "");
        } else {
            if act == "state" && !self.is_of_state() {
                ask(NeedField::State, &self.state);
            }
            ask(NeedField::Need, over.map_or("", |version| &version.need));
            ask(NeedField::Says, over.map_or("", |version| &version.says));
            ask(NeedField::Law, over.map_or("", |version| &version.law));
            let today = self.l.today.to_string();
            let from = over.filter(|_| act == "correct").map_or(today.as_str(), |version| &version.from);
            ask(NeedField::From, from);
            if act == "correct" {
                ask(NeedField::Reason, "");
            }
        }
        if self.by_letter {
            let source = over.filter(|_| act == "correct").and_then(|version| version.source.as_deref());
            ask(NeedField::Source, source.unwrap_or_default());
        }
        Form {
            act,
            saw: match act {
                "correct" => over.map(|version| version.entry.clone()),
                _ => self.v.as_ref().map(|view| view.last.clone()),
            },
            head: self.l.t(&format!("need-{act}")),
            side: self.l.t(&format!("need-{act}-side")),
            open: act == "state" || act == "correct" || self.came_back(act),
            save: self.l.t(&format!("need-{act}-do")),
            fields,
        }
    }

    /// Whether somebody of the State itself states it.
    fn is_of_state(&self) -> bool {
        !self.by_letter
    }

    fn asked(&self, act: &str, field: NeedField, value: &str) -> Asked {
        let came_back = self.typed.as_ref().filter(|_| self.came_back(act));
        let key = format!("need-field-{}", field.word());
        let hint = match field {
            NeedField::State | NeedField::Need | NeedField::Says | NeedField::Law | NeedField::From | NeedField::Source => {
                Some(self.l.t(&format!("need-hint-{}", field.word())))
            }
            NeedField::On | NeedField::Reason => None,
        };
        Asked {
            id: format!("{act}-{}", field.word()),
            name: field.word(),
            label: self.l.t(&key),
            hint,
            sort: if field == NeedField::On { "date" } else { "text" },
            most: match field {
                NeedField::State => 3,
                NeedField::Need => WORD,
                NeedField::From | NeedField::On => 10,
                _ => LONGEST,
            },
            value: came_back.map_or(value, |typed| typed.get(field.word())).to_owned(),
            wrong: came_back.and_then(|_| self.wrong_in(field)),
        }
    }

    fn wrong_in(&self, field: NeedField) -> Option<Markup> {
        let faults = self.oops.iter().flat_map(|oops| &oops.faults);
        let fault = faults.filter(|(of, _)| *of == field).map(|(_, fault)| *fault).next()?;
        Some(Said::of_need_fault(field, fault).markup(&self.l.w))
    }

    /// Everything that is wrong, with the field to which it leads.
    fn wrong(&self) -> Vec<(String, Markup)> {
        let act = self.typed.as_ref().map_or("", |typed| typed.get("act"));
        let faults = self.oops.iter().flat_map(|oops| &oops.faults);
        faults
            .map(|(field, fault)| {
                (
                    format!("{act}-{}", field.word()),
                    Said::of_need_fault(*field, *fault).markup(&self.l.w),
                )
            })
            .collect()
    }

    fn wrong_head(&self) -> String {
        self.l.w.plain("wrong-head", &[("n", self.wrong().len().into())])
    }
}
