//! What is erased of a matter that is not public: one person asks, another orders or declines. Each shows once more who
//! they are; what was typed comes back with what is wrong at its field.

use super::matter::Segments;
use super::matter_acts;
use super::matter_words::{Marked, account_of_author, named};
use super::{Inside, Posted, Unsettled, verify};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::written::{Length, capital};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::people::erasing::ErasingError;
use identity::people::holders::Known;
use identity::people::{Actor, PeopleError};
use jiff::Timestamp;
use record::audience::{Audience, Level};
use record::entry::Author;
use register::erasing::{ErasureDecline, ErasureOrder, ErasureRequest};
use register::erasure_refused::ErasureRefused;
use register::fact::FactError;
use register::view::model::{ErasureAsked, ErasureDeclined, ErasureOrdered, Erasures, MatterEntry, MatterView, NotPublic};
use std::collections::BTreeMap;

/// What was done, as it stands in the address and in the field `act`.
const ACTS: [&str; 3] = ["ask", "order", "decline"];

/// What is asked to be erased of a matter, and what was, with those who said so as far as whoever looks may know them.
pub(super) struct Erasing {
    pub(super) v: Erasures,
    named: BTreeMap<String, Known>,
}

/// Why a form was not taken, and in which of its fields.
struct Wrong {
    /// The field; empty where it is none of them.
    field: &'static str,
    words: Markup,
}

/// Why an act was not done.
enum Undone {
    /// It is shown again, with this status and what is wrong.
    Wrong(StatusCode, Wrong),
    /// This is the answer.
    Answer(Box<Response>),
}

#[derive(Template)]
#[template(path = "inside/erasure.html")]
struct Page {
    l: Layout,
    v: MatterView,
    erasing: Erasing,
    done: Option<Markup>,
    wrong: Option<Wrong>,
    typed: Option<Fields>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/matter/{name}/erasure", get(show).post(act).fallback(pages::method))
}

async fn show(segments: Segments, inside: Inside) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    answer(&inside, &name, StatusCode::OK, None, None).await
}

async fn answer(inside: &Inside, name: &str, status: StatusCode, wrong: Option<Wrong>, typed: Option<Fields>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let view = match inside.pages.web.register.matter(actor.viewer(), name).await {
        Ok(Some(view)) => view,
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let authors = view.entries.iter().filter_map(|entry| account_of_author(&entry.author));
    let named = match named(inside.people(), actor, authors).await {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let erasing = match Erasing::of(inside, actor, name, named).await {
        Ok(erasing) => erasing,
        Err(answer) => return *answer,
    };
    let done = inside.parameter("done");
    let done = (ACTS.contains(&done.as_str()) && wrong.is_none()).then(|| Markup::text(&inside.w.t(&format!("erasure-done-{done}"))));
    let mut l = inside.whole_layout("erasure-title").await;
    l.title = inside.w.plain("erasure-title-of", &[("matter", name.into())]);
    l.not_public = NotPublic {
        level: Some(view.level).filter(|level| *level != Level::Public),
        facts: 0,
    };
    let page = Page {
        l,
        v: view,
        erasing,
        done,
        wrong,
        typed,
    };
    inside.show_as(status, &page)
}

async fn act(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    // What is not there for the actor is answered before anything that was typed is looked at.
    match inside.pages.web.register.matter(actor.viewer(), &name).await {
        Ok(Some(_)) => {}
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    }
    match done(&inside, actor, &name, &fields).await {
        Ok(word) => {
            let here = inside.layout("erasure-title").erasure(&name);
            inside.see_other(&format!("{here}?done={word}"))
        }
        Err(Undone::Answer(answer)) => *answer,
        Err(Undone::Wrong(status, wrong)) => answer(&inside, &name, status, Some(wrong), Some(fields)).await,
    }
}

/// The word of what was done.
async fn done(inside: &Inside, actor: &Actor, name: &str, fields: &Fields) -> Result<&'static str, Undone> {
    let wrong = |field, key: &str| {
        let words = Markup::text(&inside.w.t(key));
        Undone::Wrong(StatusCode::BAD_REQUEST, Wrong { field, words })
    };
    let word = ACTS.into_iter().find(|word| *word == fields.get("act"));
    let word = word.ok_or_else(|| wrong("", "matter-no-act"))?;
    let (people, register) = (inside.people(), &inside.pages.web.register);
    let typed = |field: &str| fields.get(field).to_owned();
    let author = actor.author().clone();
    let done = if word == "ask" {
        let entries = chosen(fields);
        if entries.is_empty() {
            return Err(wrong("entry", "erasure-error-none-chosen"));
        }
        let request = ErasureRequest {
            matter: name.to_owned(),
            entries,
            reason: typed("reason"),
            authority: typed("authority"),
            author,
        };
        people.ask_erasure(register, actor, &request).await
    } else {
        let request = typed("request");
        // A request of another matter is none of this one, whatever it is there.
        let waiting = register.erasures(actor.viewer(), name).await;
        let waiting = waiting.map_err(|error| Undone::Answer(Box::new(inside.failed(&error))))?;
        if !waiting.has_request(&request) {
            return Err(wrong("", "erasure-error-no-request"));
        }
        if word == "order" {
            let order = ErasureOrder {
                request,
                reason: typed("reason"),
                authority: typed("authority"),
                author,
            };
            people.order_erasure(register, actor, &order).await
        } else {
            let decline = ErasureDecline {
                request,
                reason: typed("reason"),
                author,
            };
            people.decline_erasure(register, actor, &decline).await
        }
    };
    match done {
        Ok(_) => Ok(word),
        Err(ErasingError::People(PeopleError::NotFresh)) => Err(Undone::Answer(Box::new(verify::needed(inside, fields)))),
        Err(ErasingError::People(error)) => match inside.said(&error) {
            Unsettled::Say(status, words) => Err(Undone::Wrong(status, Wrong { field: "", words })),
            Unsettled::Answer(answer) => Err(Undone::Answer(answer)),
        },
        Err(ErasingError::Fact(FactError::Erasure(refused))) => Err(refusal(inside, word, &refused)),
        Err(ErasingError::Fact(error)) => {
            let (status, words) = matter_acts::said(inside, &error);
            Err(Undone::Wrong(status, Wrong { field: "", words }))
        }
    }
}

/// The entries that are ticked.
fn chosen(fields: &Fields) -> Vec<String> {
    let ticked = fields.pairs().filter(|(name, value)| *name == "entry" && !value.is_empty());
    ticked.map(|(_, id)| id.to_owned()).collect()
}

/// What is said of a refusal, with the field at which it is said.
fn refusal(inside: &Inside, act: &str, refused: &ErasureRefused) -> Undone {
    let field = match refused {
        ErasureRefused::NoReason | ErasureRefused::LongReason | ErasureRefused::Signs(_) => "reason",
        ErasureRefused::NoAuthority | ErasureRefused::LongAuthority => "authority",
        ErasureRefused::NotAllowed => "",
        _ if act == "ask" => "entry",
        _ => "",
    };
    let entry = match refused {
        ErasureRefused::NotThere(id)
        | ErasureRefused::Stays(id, _)
        | ErasureRefused::GoesWith(id)
        | ErasureRefused::ClosesMatter(id)
        | ErasureRefused::Holds(id, _) => id.to_string(),
        _ => String::new(),
    };
    let status = match refused {
        ErasureRefused::NotAllowed => StatusCode::FORBIDDEN,
        _ => StatusCode::BAD_REQUEST,
    };
    let words = inside.w.say(
        &format!("erasure-error-{}", refused.word()),
        &[(
            "entry",
            Markup::ready(format!("<span class=\"h\">{}</span>", Markup::text(&entry))).into(),
        )],
    );
    Undone::Wrong(status, Wrong { field, words })
}

impl Erasing {
    /// That of a matter, as an actor may see it.
    ///
    /// # Errors
    /// The record cannot be read: the answer that says so.
    pub(super) async fn of(inside: &Inside, actor: &Actor, matter: &str, named: BTreeMap<String, Known>) -> Result<Erasing, Box<Response>> {
        match inside.pages.web.register.erasures(actor.viewer(), matter).await {
            Ok(v) => Ok(Erasing { v, named }),
            Err(error) => Err(Box::new(inside.failed(&error))),
        }
    }

    /// Whether there is anything to tell, or to be done.
    pub(super) fn is_empty(&self) -> bool {
        self.v
            == Erasures {
                has_public: self.v.has_public,
                ..Erasures::default()
            }
    }

    fn who(&self, l: &Layout, author: &Author) -> Markup {
        l.w.author(author, &self.named)
    }

    /// Who asked for how many entries, and when.
    pub(super) fn asked(&self, l: &Layout, asked: &ErasureAsked) -> Markup {
        let args = [
            ("who", self.who(l, &asked.said.author).into()),
            ("day", l.w.moment(asked.said.recorded).into()),
            ("n", count(asked.entries.len()).into()),
        ];
        l.w.say("erasure-waits", &args)
    }

    /// Who ordered it, and when.
    pub(super) fn ordered(&self, l: &Layout, ordered: &ErasureOrdered) -> Markup {
        let args = [
            ("who", self.who(l, &ordered.said.author).into()),
            ("day", l.w.moment(ordered.said.recorded).into()),
            ("n", count(ordered.gone.len()).into()),
        ];
        l.w.say("erasure-ordered", &args)
    }

    fn asked_by(&self, l: &Layout, ordered: &ErasureOrdered) -> Option<Markup> {
        let author = ordered.asked_by.as_ref()?;
        Some(l.w.say("erasure-asked-by", &[("who", self.who(l, author).into())]))
    }

    /// Who declined it, and when.
    fn declined(&self, l: &Layout, declined: &ErasureDeclined) -> Markup {
        let args = [
            ("who", self.who(l, &declined.said.author).into()),
            ("day", l.w.moment(declined.said.recorded).into()),
        ];
        l.w.say("erasure-declined", &args)
    }

    /// The entries that an order took, each as a link to what is shown in its place.
    pub(super) fn gone(&self, l: &Layout, ordered: &ErasureOrdered) -> Vec<Markup> {
        let gone = |(id, recorded): &(String, String)| {
            let day = recorded.parse::<Timestamp>().map(|at| l.w.moment(at)).unwrap_or_default();
            Markup::link(&l.entry_page(id), &l.w.say("erasure-gone-entry", &[("day", day.into())]))
        };
        ordered.gone.iter().map(gone).collect()
    }

    /// Why: by whose decision.
    pub(super) fn ground(&self, l: &Layout, ground: &str) -> Markup {
        l.w.say("erasure-ground-given", &[("ground", ground.into())])
    }

    /// Whether the database holds nothing of it any more.
    pub(super) fn cleared(&self, l: &Layout, ordered: &ErasureOrdered) -> String {
        l.t(if ordered.cleared {
            "erasure-cleared"
        } else {
            "erasure-not-cleared"
        })
    }
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

impl Page {
    fn head(&self) -> Markup {
        self.l.what(&self.v.kind, &self.v.about)
    }

    fn action(&self) -> String {
        self.l.erasure(&self.v.id)
    }

    fn matter(&self) -> String {
        self.l.matter(&self.v.id)
    }

    /// An entry, as it stands in a list to choose from.
    fn entry(&self, entry: &MatterEntry) -> Markup {
        let kind = capital(&self.l.w.closed("kind", &entry.kind));
        let day = self.l.w.when(&entry.effective, Length::Short);
        self.l.w.say("erasure-entry", &[("kind", kind.into()), ("day", day.into())])
    }

    /// When it was recorded: two of one kind are told apart by it.
    fn recorded(&self, entry: &MatterEntry) -> Markup {
        let day = self.l.w.moment(entry.recorded);
        self.l.w.say("erasure-recorded", &[("day", day.into())])
    }

    /// An entry as a link to its page.
    fn link(&self, entry: &MatterEntry) -> Markup {
        Markup::link(&self.l.entry_page(&entry.id), &self.entry(entry))
    }

    fn audience(&self, audience: &Audience) -> Markup {
        self.l.w.audience(audience)
    }

    fn reason(&self, reason: &str) -> Markup {
        self.l.w.say("erasure-reason-given", &[("reason", reason.into())])
    }

    /// Why whoever looks cannot order this; none where they can.
    fn why_not(&self, asked: &ErasureAsked) -> Option<String> {
        let key = match &asked.said.author {
            _ if asked.may_order => return None,
            _ if !asked.may_decline => "erasure-not-yours",
            _ if asked.own => "erasure-own",
            _ => "erasure-at-the-shell",
        };
        Some(self.l.t(key))
    }

    /// The form that was sent, if it is this one.
    fn sent(&self, act: &str, request: &str) -> Option<&Fields> {
        let typed = self.typed.as_ref().filter(|typed| typed.get("act") == act);
        typed.filter(|typed| act == "ask" || typed.get("request") == request)
    }

    /// What was typed into a field of a form, or what stands in it before.
    fn typed<'p>(&'p self, act: &str, request: &str, field: &str, before: &'p str) -> &'p str {
        self.sent(act, request).map_or(before, |typed| typed.get(field))
    }

    fn is_ticked(&self, entry: &MatterEntry) -> bool {
        self.sent("ask", "").is_some_and(|typed| chosen(typed).contains(&entry.id))
    }

    /// What is wrong with a field of a form.
    fn wrong(&self, act: &str, request: &str, field: &str) -> Option<&Markup> {
        let wrong = self.wrong.as_ref().filter(|wrong| wrong.field == field && !field.is_empty())?;
        self.sent(act, request).map(|_| &wrong.words)
    }

    /// The id of the field that is wrong, to which the summary leads.
    fn target(&self) -> Option<String> {
        let wrong = self.wrong.as_ref().filter(|wrong| !wrong.field.is_empty())?;
        let typed = self.typed.as_ref()?;
        if typed.get("act") == "ask" {
            return Some(wrong.field.to_owned());
        }
        let place = self
            .erasing
            .v
            .waiting
            .iter()
            .position(|asked| asked.said.id == typed.get("request"))?;
        Some(format!("{}-{}-{}", typed.get("act"), wrong.field, place + 1))
    }
}

/// The address of the page of what is erased of a matter.
pub(super) trait Erased {
    /// See the trait.
    fn erasure(&self, matter: &str) -> String;
}

impl Erased for Layout {
    fn erasure(&self, matter: &str) -> String {
        format!("{}/erasure", self.matter(matter))
    }
}
