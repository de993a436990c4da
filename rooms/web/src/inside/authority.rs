//! One authority of a State: what is recorded of it, who said so and when, and what whoever looks at it may do.

use super::authorities::{marked, now};
use super::authority_words::called;
use super::{Inside, Posted};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::legal::Legal;
use crate::pages::{self, Pages};
use crate::written::{Length, capital};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::account::AccountId;
use identity::people::PeopleError;
use identity::people::holders::Known;
use record::entry::Author;
use register::authorities::{AuthorityError, Fault, Field, Letter, longest};
use register::fact::FactError;
use register::port::{Recorded, StoreError};
use register::view::model::{AuthorityEntry, AuthorityView, Stage};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was done, as it stands in the address.
const DONE: [&str; 5] = ["named", "changed", "corrected", "confirmed", "ended"];

#[derive(Template)]
#[template(path = "inside/authority.html")]
struct Page {
    l: Layout,
    v: AuthorityView,
    law: Arc<law::Pack>,
    /// Accounts named by entries, as far as whoever looks may know them.
    named: BTreeMap<String, Known>,
    done: Option<Markup>,
    /// What is wrong in the form that was sent, by its act.
    oops: Option<Oops>,
    typed: Option<Fields>,
}

/// Why an act was not done.
pub(super) struct Oops {
    /// Each field that is wrong.
    pub(super) faults: Vec<(Field, Fault)>,
    /// What else is said.
    pub(super) why: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/authorities/{name}", get(show).post(act).fallback(pages::method))
}

/// The second segment of the path, where it can be read.
pub(super) type Segments = Result<Path<(String, String)>, PathRejection>;

async fn show(segments: Segments, inside: Inside) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    answer(&inside, &name, StatusCode::OK, None, None).await
}

async fn answer(inside: &Inside, name: &str, status: StatusCode, oops: Option<Oops>, typed: Option<Fields>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = &inside.pages.web.register;
    let view = match register.authority(actor.viewer(), &now(inside), name).await {
        Ok(Some(view)) => view,
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let mut named = BTreeMap::new();
    for entry in &view.history {
        let Author::Account(id) = &entry.author else { continue };
        let Some(account) = AccountId::parse(id).filter(|_| !named.contains_key(id)) else {
            continue;
        };
        match inside.people().who_is(actor, &account).await {
            Ok(known) => named.insert(id.clone(), known),
            Err(error) => return inside.failed(&error),
        };
    }
    let done = inside.parameter("done");
    let done = (DONE.contains(&done.as_str()) && oops.is_none()).then(|| Markup::text(&inside.w.t(&format!("authority-done-{done}"))));
    let mut l = inside.whole_layout("authorities-title").await;
    l.title = view.authority.words.called(inside.w.lang == crate::address::Lang::Fr).to_owned();
    l.not_public = marked([&view.authority]);
    let page = Page {
        l,
        v: view,
        law: register.law.clone(),
        named,
        done,
        oops,
        typed,
    };
    inside.show_as(status, &page)
}

/// Confirms it, or records that it has ended.
async fn act(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = &inside.pages.web.register;
    let (viewer, author) = (actor.viewer(), actor.author());
    let letter = letter(&fields);
    let saw = fields.get("saw");
    let (done, word) = if fields.get("act") == "end" {
        let when = (fields.get("on"), fields.get("reason"));
        (register.end_authority(viewer, (&name, saw), when, &letter, author).await, "ended")
    } else {
        (register.confirm_authority(viewer, &name, saw, &letter, author).await, "confirmed")
    };
    match settled(&inside, done).await {
        Ok(recorded) => inside.see_other(&address(&inside, &recorded, word)),
        Err(Unsettled::Answer(answer)) => *answer,
        Err(Unsettled::Again(status, oops)) => answer(&inside, &name, status, Some(oops), Some(fields)).await,
    }
}

/// The address of an authority after something was done.
pub(super) fn address(inside: &Inside, recorded: &Recorded, word: &str) -> String {
    inside.within(&format!("authorities/{}?done={word}", recorded.entry.matter))
}

/// The letter that a form names.
pub(super) fn letter(fields: &Fields) -> Letter {
    Letter {
        source: fields.get(Field::Source.word()).to_owned(),
        dated: fields.get(Field::Dated.word()).to_owned(),
    }
}

/// Why something was not written.
pub(super) enum Unsettled {
    /// This is the answer.
    Answer(Box<Response>),
    /// The form comes back, with this status.
    Again(StatusCode, Oops),
}

/// What came of writing into the directory.
pub(super) async fn settled(inside: &Inside, done: Result<Recorded, AuthorityError>) -> Result<Recorded, Unsettled> {
    let error = match done {
        Ok(recorded) => return Ok(recorded),
        Err(error) => error,
    };
    let say = |key: &str| Oops {
        faults: Vec::new(),
        why: Some(Markup::text(&inside.w.t(key))),
    };
    Err(match error {
        AuthorityError::NoSuch(_) => Unsettled::Answer(Box::new(inside.nowhere().await)),
        AuthorityError::Faults(faults) => Unsettled::Again(StatusCode::BAD_REQUEST, Oops { faults, why: None }),
        AuthorityError::NotAllowed => Unsettled::Again(StatusCode::FORBIDDEN, say("authority-not-allowed")),
        AuthorityError::Changed => Unsettled::Again(StatusCode::CONFLICT, say("authority-changed")),
        AuthorityError::Ended => Unsettled::Again(StatusCode::CONFLICT, say("authority-ended-already")),
        AuthorityError::Fact(FactError::Store(StoreError::Refused(why)) | FactError::Given(why)) => {
            tracing::info!(why, "an entry of the directory was not taken");
            Unsettled::Again(StatusCode::BAD_REQUEST, say("authority-not-taken"))
        }
        AuthorityError::Fact(error) => {
            tracing::error!(%error, "an entry of the directory could not be recorded");
            let status = match error {
                FactError::Store(StoreError::DiskFull) => StatusCode::INSUFFICIENT_STORAGE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            };
            let why = inside.w.people_error(&PeopleError::Store(StoreError::Database(String::new())));
            let oops = Oops {
                faults: Vec::new(),
                why: Some(why),
            };
            Unsettled::Again(status, oops)
        }
    })
}

impl Page {
    fn name(&self) -> Markup {
        called(&self.l.w, &self.v.authority.words)
    }

    fn over(&self) -> Markup {
        let w = &self.l.w;
        let role = capital(&w.authority_role(&self.v.authority.words));
        let state = Markup::link(&self.l.state(&self.v.authority.state.code), &w.state(&self.v.authority.state));
        Markup::join(&[role, state], " · ")
    }

    fn stage(&self) -> Markup {
        let w = &self.l.w;
        let authority = &self.v.authority;
        match authority.stage {
            Stage::InForce => w.authority_confirmed(authority),
            Stage::Planned => w.say("authorities-planned", &[("day", w.on(&authority.words.from).into())]),
            Stage::Over => Markup::text(&w.t("authorities-over")),
        }
    }

    fn is_due(&self) -> bool {
        self.v.authority.due_since.is_some()
    }

    fn is_in_force(&self) -> bool {
        self.v.authority.stage == Stage::InForce
    }

    fn ask(&self) -> Markup {
        self.l.w.authority_ask(&self.v.authority)
    }

    /// What is recorded of it, each by its name; what is not known is left out.
    fn facts(&self) -> Vec<(String, Markup)> {
        let w = &self.l.w;
        let words = &self.v.authority.words;
        let legal = Legal { w, law: &self.law };
        let topics: Vec<Markup> = words.topics.iter().map(|id| legal.topic_with_article(id)).collect();
        let topics = if topics.is_empty() {
            Markup::text(&w.t("authority-all-topics"))
        } else {
            w.listed(&topics)
        };
        let lines = |text: &str| Markup::join(&text.lines().map(Markup::name).collect::<Vec<_>>(), "<br>");
        let until = if words.until.is_empty() {
            Markup::default()
        } else {
            w.when(&words.until, Length::Full)
        };
        let ended = self.v.authority.ended.map(|day| w.day(day)).unwrap_or_default();
        let shown = [
            (Field::Name, Markup::name(&words.name)),
            (Field::NameEn, Markup::english(&words.name_en, w.lang)),
            (Field::NameFr, Markup::text(&words.name_fr)),
            (Field::Does, capital(&w.authority_does(words))),
            (Field::Topics, topics),
            (Field::Channel, capital(&w.authority_channel(words))),
            (Field::Languages, capital(&w.authority_languages(words))),
            (Field::Address, lines(&words.address)),
            (Field::Telephone, Markup::text(&words.telephone)),
            (Field::Email, Markup::text(&words.email)),
            (Field::Hours, Markup::text(&words.hours)),
            (Field::Zone, Markup::text(&words.zone)),
            (Field::Urgent, lines(&words.urgent)),
            (
                Field::Key,
                Markup::ready(format!("<code dir=\"ltr\">{}</code>", Markup::text(&words.key))),
            ),
            (Field::From, w.when(&words.from, Length::Full)),
            (Field::Until, until),
            (Field::On, ended),
        ];
        let known = |(field, markup): &(Field, Markup)| match field {
            Field::Key => !words.key.is_empty(),
            _ => !markup.is_empty(),
        };
        let head = |field: Field| match field {
            Field::On => w.t("authority-ended-on"),
            field => w.t(&format!("authority-field-{}", field.word())),
        };
        shown
            .into_iter()
            .filter(known)
            .map(|(field, markup)| (head(field), markup))
            .collect()
    }

    /// What a version that is not the one shown is called, with the day from which it holds.
    fn to_correct(&self) -> Vec<(String, Markup)> {
        let w = &self.l.w;
        let link = |(entry, words): &(String, register::authorities::AuthorityWords)| {
            let href = self.l.within(&format!("authorities/{}/correct?entry={entry}", self.v.authority.id));
            let args = [("name", called(w, words).into()), ("day", w.when(&words.from, Length::Full).into())];
            (href, w.say("authority-correct-which", &args))
        };
        self.v.to_correct.iter().map(link).collect()
    }

    fn to_change(&self) -> String {
        self.l.within(&format!("authorities/{}/change", self.v.authority.id))
    }

    fn to_matter(&self) -> String {
        self.l.within(&format!("matter/{}", self.v.authority.id))
    }

    fn action(&self) -> String {
        self.l.within(&format!("authorities/{}", self.v.authority.id))
    }

    // The history.

    fn head_of(&self, entry: &AuthorityEntry) -> Markup {
        let w = &self.l.w;
        let key = if entry.corrects {
            "authority-entry-corrected".to_owned()
        } else {
            format!("kind-{}", entry.kind.replace('.', "-"))
        };
        let link = Markup::link(&self.l.entry_page(&entry.id), &capital(&Markup::text(&w.t(&key))));
        Markup::join(&[w.when(&entry.effective, Length::Short), link], " ")
    }

    fn recorded(&self, entry: &AuthorityEntry) -> Markup {
        let w = &self.l.w;
        let who = match &entry.author {
            Author::Account(id) => self.named.get(id).map(|known| w.known(known)).unwrap_or_default(),
            Author::Officer(name) => Markup::name(name),
            Author::Pack(name) => Markup::text(name),
            Author::Program => Markup::text("Comity"),
        };
        w.say("matter-recorded", &[("day", w.moment(entry.recorded).into()), ("who", who.into())])
    }

    fn whence(&self, entry: &AuthorityEntry) -> Option<Markup> {
        let w = &self.l.w;
        let originator = w.reader(entry.originator.as_ref()?);
        Some(match &entry.source {
            Some(source) => w.say(
                "authority-from-letter",
                &[("source", source.as_str().into()), ("who", originator.into())],
            ),
            None => w.say("authority-from-state", &[("who", originator.into())]),
        })
    }

    // The forms.

    /// What was typed into a field of the form of an act that was refused.
    fn typed(&self, act: &str, field: &str) -> &str {
        let typed = self.typed.as_ref().filter(|typed| typed.get("act") == act);
        typed.map_or("", |typed| typed.get(field))
    }

    /// The day that stands in a form: as typed, else today.
    fn day(&self, act: &str, field: &str) -> String {
        match self.typed(act, field) {
            "" => self.l.today.to_string(),
            typed => typed.to_owned(),
        }
    }

    fn wrong(&self) -> Vec<(String, Markup)> {
        let act = self.typed.as_ref().map_or("", |typed| typed.get("act"));
        let faults = self.oops.iter().flat_map(|oops| &oops.faults);
        faults
            .map(|(field, fault)| (format!("{act}-{}", field.word()), self.l.w.authority_fault(*field, fault)))
            .collect()
    }

    /// What is wrong with the field of this id.
    fn wrong_in(&self, id: &str) -> Option<Markup> {
        self.wrong().into_iter().find(|(wrong, _)| wrong == id).map(|(_, words)| words)
    }

    fn head(&self) -> String {
        self.l.w.plain("wrong-head", &[("n", self.wrong().len().into())])
    }

    fn longest_source(&self) -> usize {
        longest(Field::Source).unwrap_or_default()
    }

    fn longest_reason(&self) -> usize {
        longest(Field::Reason).unwrap_or_default()
    }
}
