//! The form by which an authority is entered, changed from a day on, or corrected.

use super::authorities::{marked, now};
use super::authority::{Oops, Segments, Unsettled, address, letter, settled};
use super::{Inside, Posted};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::legal::Legal;
use crate::pages::{self, Pages};
use access::Organisation;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::people::Actor;
use register::authorities::{AuthorityWords, CHANNELS, Field, Letter, ROLES, TASKS, WhichVersion, longest, writes_from_letters};
use register::view::model::{AuthorityView, NotPublic};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "inside/authority_form.html")]
struct Page {
    l: Layout,
    law: Arc<law::Pack>,
    what: What,
    /// The address to which the form is sent, and the page from which one came.
    action: String,
    way: String,
    /// What stands in the fields.
    words: AuthorityWords,
    state: String,
    saw: String,
    reason: String,
    letter: Letter,
    by_letter: bool,
    oops: Option<Oops>,
}

/// What a form writes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    New,
    Changed,
    Mistake,
}

impl What {
    /// The key of the text at the head, and the word of what was done.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            What::New => ("authority-new", "named"),
            What::Changed => ("authority-change", "changed"),
            What::Mistake => ("authority-correct", "corrected"),
        }
    }
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/authorities/new", get(enter).post(entered).fallback(pages::method))
        .route(
            "/{lang}/authorities/{name}/change",
            get(change).post(changed).fallback(pages::method),
        )
        .route(
            "/{lang}/authorities/{name}/correct",
            get(correct).post(corrected).fallback(pages::method),
        )
}

/// The State for which somebody acts.
pub(super) fn own_state(actor: &Actor) -> Option<String> {
    match actor.viewer().organisation() {
        Some(Organisation::State(code)) => Some(code.clone()),
        _ => None,
    }
}

/// What stands in a form, and where it is sent.
struct Filled {
    what: What,
    /// The path of the form after the language, and that of the page before it.
    path: String,
    way: String,
    words: AuthorityWords,
    state: String,
    saw: String,
    reason: String,
    letter: Letter,
}

async fn enter(inside: Inside) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let state = own_state(actor).unwrap_or_else(|| inside.parameter("state"));
    let words = AuthorityWords {
        from: inside.today.to_string(),
        ..AuthorityWords::default()
    };
    let filled = Filled::new(words, state);
    show(&inside, actor, filled, StatusCode::OK, None).await
}

async fn entered(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let state = own_state(actor).unwrap_or_else(|| fields.get("state").trim().to_ascii_uppercase());
    let filled = Filled {
        letter: letter(&fields),
        ..Filled::new(words_of(&fields), state)
    };
    let naming = WhichVersion::New {
        state: filled.state.clone(),
    };
    written(&inside, actor, filled, &naming).await
}

async fn change(segments: Segments, inside: Inside) -> Response {
    shown(segments, inside, What::Changed).await
}

async fn correct(segments: Segments, inside: Inside) -> Response {
    shown(segments, inside, What::Mistake).await
}

async fn changed(segments: Segments, posted: Posted) -> Response {
    sent(segments, posted, What::Changed).await
}

async fn corrected(segments: Segments, posted: Posted) -> Response {
    sent(segments, posted, What::Mistake).await
}

/// The form over what is recorded.
async fn shown(segments: Segments, inside: Inside, what: What) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let view = match inside.pages.web.register.authority(actor.viewer(), &now(&inside), &name).await {
        Ok(Some(view)) => view,
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let entry = inside.parameter("entry");
    let Some((saw, words)) = over(&view, what, &entry, &inside.today.to_string()) else {
        return inside.nowhere().await;
    };
    let filled = Filled {
        saw,
        ..Filled::of(what, &name, words, &view.authority.state.code)
    };
    show(&inside, actor, filled, StatusCode::OK, None).await
}

/// The version over which a form is filled, and what stands in it; none where the viewer may not write it.
fn over(view: &AuthorityView, what: What, entry: &str, today: &str) -> Option<(String, AuthorityWords)> {
    if what == What::Mistake {
        return view.to_correct.iter().find(|(id, _)| id == entry).cloned();
    }
    let words = AuthorityWords {
        from: today.to_owned(),
        until: String::new(),
        ..view.authority.words.clone()
    };
    view.may_add.then(|| (view.last.clone(), words))
}

async fn sent(segments: Segments, Posted { inside, fields }: Posted, what: What) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    // What is not there for the actor is answered before anything that was typed is looked at.
    let view = match inside.pages.web.register.authority(actor.viewer(), &now(&inside), &name).await {
        Ok(Some(view)) => view,
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let filled = Filled {
        saw: fields.get("saw").to_owned(),
        reason: fields.get(Field::Reason.word()).to_owned(),
        letter: letter(&fields),
        ..Filled::of(what, &name, words_of(&fields), &view.authority.state.code)
    };
    let (matter, saw) = (name, filled.saw.clone());
    let naming = match what {
        What::Mistake => WhichVersion::Mistake {
            matter,
            saw,
            reason: filled.reason.clone(),
        },
        What::New | What::Changed => WhichVersion::Changed { matter, saw },
    };
    written(&inside, actor, filled, &naming).await
}

/// Writes it and leads to its page, or shows the form again with what was typed.
async fn written(inside: &Inside, actor: &Actor, filled: Filled, naming: &WhichVersion) -> Response {
    let register = &inside.pages.web.register;
    let done = register
        .name_authority(actor.viewer(), naming, &filled.words, &filled.letter, actor.author())
        .await;
    match settled(inside, done).await {
        Ok(recorded) => inside.see_other(&address(inside, &recorded, filled.what.words().1)),
        Err(Unsettled::Answer(answer)) => *answer,
        Err(Unsettled::Again(status, oops)) => show(inside, actor, filled, status, Some(oops)).await,
    }
}

async fn show(inside: &Inside, actor: &Actor, filled: Filled, status: StatusCode, oops: Option<Oops>) -> Response {
    let register = &inside.pages.web.register;
    // Whoever may enter one of some State may of each, unless they act for one.
    let opens = own_state(actor).unwrap_or_else(|| "XZZ".to_owned());
    if filled.what == What::New && !register.may_open_authority(actor.viewer(), &opens) {
        return inside.nowhere().await;
    }
    let mut l = inside.whole_layout(filled.what.words().0).await;
    l.not_public = NotPublic {
        level: Some(record::audience::Level::Restricted),
        ..marked([])
    };
    let page = Page {
        l,
        law: register.law.clone(),
        what: filled.what,
        action: inside.within(&filled.path),
        way: inside.within(&filled.way),
        words: filled.words,
        state: filled.state,
        saw: filled.saw,
        reason: filled.reason,
        letter: filled.letter,
        by_letter: writes_from_letters(actor.viewer()),
        oops,
    };
    inside.show_as(status, &page)
}

impl Filled {
    fn new(words: AuthorityWords, state: String) -> Filled {
        Filled {
            what: What::New,
            path: "authorities/new".to_owned(),
            way: "authorities".to_owned(),
            words,
            state,
            saw: String::new(),
            reason: String::new(),
            letter: Letter::default(),
        }
    }

    fn of(what: What, name: &str, words: AuthorityWords, state: &str) -> Filled {
        let verb = if what == What::Mistake { "correct" } else { "change" };
        Filled {
            what,
            path: format!("authorities/{name}/{verb}"),
            way: format!("authorities/{name}"),
            ..Filled::new(words, state.to_owned())
        }
    }
}

/// What was typed.
fn words_of(fields: &Fields) -> AuthorityWords {
    let text = |field: Field| fields.get(field.word()).to_owned();
    let chosen = |field: Field| -> Vec<String> {
        let of_field = fields.pairs().filter(|(name, _)| *name == field.word());
        of_field.map(|(_, value)| value.to_owned()).collect()
    };
    let languages = fields.get(Field::Languages.word()).split([',', ';', ' ']);
    let languages = languages.map(str::trim).filter(|code| !code.is_empty());
    AuthorityWords {
        name: text(Field::Name),
        name_en: text(Field::NameEn),
        name_fr: text(Field::NameFr),
        role: text(Field::Role),
        does: chosen(Field::Does),
        topics: chosen(Field::Topics),
        address: text(Field::Address),
        telephone: text(Field::Telephone),
        email: text(Field::Email),
        hours: text(Field::Hours),
        zone: text(Field::Zone),
        urgent: text(Field::Urgent),
        languages: languages.map(str::to_ascii_lowercase).collect(),
        channel: text(Field::Channel),
        channel_details: text(Field::ChannelDetails),
        key: text(Field::Key),
        from: text(Field::From),
        until: text(Field::Until),
    }
}

/// A part of the form under one heading.
struct Group {
    head: String,
    side: Option<String>,
    asked: Vec<Asked>,
}

/// One question of the form.
struct Asked {
    id: &'static str,
    label: String,
    hint: Option<String>,
    wrong: Option<Markup>,
    how: How,
}

/// How it is answered.
enum How {
    /// In a line: what stands in it, the longest text, and the sort of field.
    Line(String, usize, &'static str),
    /// In several lines.
    Lines(String, usize),
    /// By one of these: word, text, whether it is chosen.
    One(Vec<(String, String, bool)>),
    /// By any of these.
    Any(Vec<(String, Markup, bool)>),
}

impl Page {
    fn head(&self) -> String {
        self.l.t(self.what.words().0)
    }

    fn deck(&self) -> String {
        self.l.t(match self.what {
            What::New => "authority-new-deck",
            What::Changed => "authority-change-deck",
            What::Mistake => "authority-correct-deck",
        })
    }

    /// Whether the head names the State, which then has no field.
    fn names_state(&self) -> bool {
        self.what != What::New || !self.by_letter
    }

    fn of_state(&self) -> Markup {
        self.l.w.say("organisation-state", &[("key", self.state.as_str().into())])
    }

    fn wrong(&self) -> Vec<(&'static str, Markup)> {
        let faults = self.oops.iter().flat_map(|oops| &oops.faults);
        faults
            .map(|(field, fault)| (field.word(), self.l.w.authority_fault(*field, fault)))
            .collect()
    }

    fn wrong_head(&self) -> String {
        self.l.w.plain("wrong-head", &[("n", self.wrong().len().into())])
    }

    fn asked(&self, field: Field, how: How) -> Asked {
        let w = &self.l.w;
        let hint = w.closed_key("authority-hint", field.word());
        Asked {
            id: field.word(),
            label: w.t(&format!("authority-field-{}", field.word())),
            hint: hint.map(|key| w.t(&key)),
            wrong: self.wrong().into_iter().find(|(id, _)| *id == field.word()).map(|(_, words)| words),
            how,
        }
    }

    fn line(&self, field: Field, value: &str, sort: &'static str) -> Asked {
        self.asked(field, How::Line(value.to_owned(), longest(field).unwrap_or(60), sort))
    }

    fn lines(&self, field: Field, value: &str) -> Asked {
        self.asked(field, How::Lines(value.to_owned(), longest(field).unwrap_or_default()))
    }

    fn one(&self, field: Field, words: &[&str], chosen: &str) -> Asked {
        let family = format!("authority-{}", field.word());
        let choice = |word: &&str| {
            let key = self.l.w.closed_key(&family, word).unwrap_or_default();
            ((*word).to_owned(), self.l.t(&key), *word == chosen)
        };
        self.asked(field, How::One(words.iter().map(choice).collect()))
    }

    fn groups(&self) -> Vec<Group> {
        let w = &self.l.w;
        let words = &self.words;
        let group = |head: &str, side: Option<&str>, asked: Vec<Asked>| Group {
            head: w.t(head),
            side: side.map(|side| w.t(side)),
            asked,
        };
        let mut who = Vec::new();
        if self.what == What::New && self.by_letter {
            who.push(self.line(Field::State, &self.state, "text"));
        }
        who.extend([
            self.line(Field::Name, &words.name, "text"),
            self.line(Field::NameEn, &words.name_en, "text"),
            self.line(Field::NameFr, &words.name_fr, "text"),
            self.one(Field::Role, &ROLES, &words.role),
        ]);
        let mut groups = vec![
            group("authority-group-who", None, who),
            group("authority-group-does", None, vec![self.tasks(), self.topics()]),
            group(
                "authority-group-reach",
                Some("authority-group-reach-side"),
                vec![
                    self.lines(Field::Address, &words.address),
                    self.line(Field::Telephone, &words.telephone, "tel"),
                    self.line(Field::Email, &words.email, "email"),
                    self.line(Field::Hours, &words.hours, "text"),
                    self.line(Field::Zone, &words.zone, "text"),
                    self.lines(Field::Urgent, &words.urgent),
                ],
            ),
            group(
                "authority-group-requests",
                None,
                vec![
                    self.line(Field::Languages, &words.languages.join(", "), "text"),
                    self.one(Field::Channel, &CHANNELS, &words.channel),
                    self.line(Field::ChannelDetails, &words.channel_details, "text"),
                    self.lines(Field::Key, &words.key),
                ],
            ),
            group(
                "authority-group-days",
                None,
                vec![
                    self.line(Field::From, &words.from, "text"),
                    self.line(Field::Until, &words.until, "text"),
                ],
            ),
        ];
        let mut source = Vec::new();
        if self.by_letter {
            source.push(self.line(Field::Source, &self.letter.source, "text"));
            source.push(self.line(Field::Dated, &self.letter.dated, "date"));
        }
        if self.what == What::Mistake {
            source.push(self.line(Field::Reason, &self.reason, "text"));
        }
        if !source.is_empty() {
            groups.push(group("authority-group-source", None, source));
        }
        groups
    }

    fn tasks(&self) -> Asked {
        let choice = |task: &str| {
            let words = self.l.w.closed("authority-does", task);
            (task.to_owned(), words, self.words.does.iter().any(|chosen| chosen == task))
        };
        self.asked(Field::Does, How::Any(TASKS.into_iter().map(choice).collect()))
    }

    fn topics(&self) -> Asked {
        let legal = Legal {
            w: &self.l.w,
            law: &self.law,
        };
        let choice = |topic: &law::Topic| {
            let chosen = self.words.topics.contains(&topic.id);
            (topic.id.clone(), legal.topic_with_article(&topic.id), chosen)
        };
        self.asked(Field::Topics, How::Any(self.law.topics().iter().map(choice).collect()))
    }
}
