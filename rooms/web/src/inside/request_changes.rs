//! What follows a change of the facts: the open requests that are to be looked at again, each with what happened, what is to
//! be done, and a way to do it. What is typed for whoever goes on from here says what happened and when.

use super::elements::LawWords;
use super::request_act::prefix;
use super::requests::title;
use super::{Inside, Posted, request_letters};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::written::Length;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::people::Actor;
use law::{ElementSort, Move, Pack};
use record::audience::Level;
use register::draft::DraftError;
use register::request::RequestId;
use register::view::model::{FollowingShown, MoveOffer, NotPublic, RequestView};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "inside/request_changes.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    followings: Vec<FollowingShown>,
    may_draft: bool,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/requests/changes", get(show).post(redraft).fallback(pages::method))
}

/// How many requests are to be looked at again.
///
/// # Errors
/// The record cannot be read, and what is answered then.
pub(super) async fn count(inside: &Inside, actor: &Actor) -> Result<usize, Box<Response>> {
    let register = &inside.pages.web.register;
    let count = register.count_of_followings(actor.viewer(), &inside.reading()).await;
    count.map_err(|error| Box::new(inside.failed(&error)))
}

async fn show(inside: Inside) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = &inside.pages.web.register;
    let followings = match register.followings(actor.viewer(), &inside.reading()).await {
        Ok(Some(followings)) => followings,
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let mut l = inside.whole_layout("request-changes-title").await;
    l.not_public = NotPublic {
        level: followings
            .iter()
            .map(|following| following.row.level)
            .max()
            .filter(|level| *level != Level::Public),
        facts: 0,
    };
    let law = inside.pages.web.register.law.clone();
    let role = actor.viewer().role().map(access::Role::word);
    let may_draft = law
        .forms()
        .iter()
        .any(|form| form.senders.iter().any(|word| Some(word.as_str()) == role));
    let page = Page {
        l,
        law,
        followings,
        may_draft,
    };
    inside.show_as(StatusCode::OK, &page)
}

/// Begins a draft with the text of a request, and leads to it: for a request that takes the place of that one.
async fn redraft(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let web = &inside.pages.web;
    let Some(id) = RequestId::parse(fields.get("request")) else {
        return inside.nowhere().await;
    };
    let (viewer, because) = (actor.viewer(), fields.get("because"));
    let draft = web.register.redraft(&web.drafts, viewer, actor.author(), &id, because).await;
    match draft {
        Ok(Some(draft)) => inside.see_other(&inside.within(&format!("draft/{draft}"))),
        Ok(None) | Err(DraftError::NotAllowed) => inside.nowhere().await,
        Err(error) => inside.failed(&error),
    }
}

/// What is typed already into the form of an act that was opened from a change: what happened and when, in the first text
/// that the act needs. Nothing where the address names no change that this request is to be looked at again for.
///
/// # Errors
/// The record cannot be read, and what is answered then.
pub(super) async fn typed(inside: &Inside, actor: &Actor, view: &RequestView, mv: &Move) -> Result<Fields, Box<Response>> {
    let because = inside.parameter("because");
    let text = mv
        .carries
        .iter()
        .find(|element| element.required && element.sort == ElementSort::Prose);
    let (Some(text), false) = (text, because.is_empty()) else {
        return Ok(Fields::default());
    };
    let all = inside.pages.web.register.followings(actor.viewer(), &inside.reading()).await;
    let all = all.map_err(|error| Box::new(inside.failed(&error)))?;
    let named = all
        .iter()
        .flatten()
        .find(|following| following.row.id == view.row.id && following.entry == because);
    let Some(following) = named else { return Ok(Fields::default()) };
    let words = LawWords {
        law: &inside.pages.web.register.law,
        w: &inside.w,
    };
    let args = [
        ("what", words.t(&following.text_key).into()),
        // It becomes part of the record, where a blank is a blank.
        ("day", inside.w.day_plain(following.on).replace('\u{a0}', " ").into()),
    ];
    let said = inside.w.plain("request-changes-because", &args);
    Ok(Fields::of(vec![(format!("{}{}", prefix(&mv.id), text.id), said)]))
}

impl Page {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn title(&self, following: &FollowingShown) -> Markup {
        title(&self.words(), &following.row)
    }

    fn href(&self, following: &FollowingShown) -> String {
        self.l.within(&format!("request/{}", following.row.id))
    }

    fn state(&self, following: &FollowingShown) -> Markup {
        self.l.w.state(&following.row.state)
    }

    fn stands(&self, following: &FollowingShown) -> String {
        self.words().t(&format!("law-state-{}", following.row.stands))
    }

    fn level(&self, following: &FollowingShown) -> String {
        self.l.w.level(following.row.level)
    }

    fn what(&self, following: &FollowingShown) -> Markup {
        Markup::link(
            &self.l.entry_page(&following.entry),
            &Markup::text(&self.words().t(&following.text_key)),
        )
    }

    fn when(&self, following: &FollowingShown) -> Markup {
        self.l.w.when(&following.effective, Length::Short)
    }

    fn to_do(&self, following: &FollowingShown) -> String {
        self.words().t(&format!("{}.do", following.text_key))
    }

    fn rules(&self, following: &FollowingShown) -> Markup {
        self.words().rules(&following.rests_on)
    }

    fn person(&self, following: &FollowingShown) -> Markup {
        Markup::name(&following.name)
    }

    fn act(&self, following: &FollowingShown, offer: &MoveOffer) -> String {
        format!("{}/act/{}?because={}", self.href(following), offer.id, following.entry)
    }

    /// The drafts of the letters of what can be done, each with its act.
    fn letters(&self, following: &FollowingShown) -> Vec<(String, Markup)> {
        let own = following.moves.iter().filter(|offer| !offer.on_paper && following.row.sent);
        let letter = |offer: &MoveOffer| {
            let of = (offer.id.as_str(), following.entry.as_str());
            let links = request_letters::draft_links(&self.l, &self.law, &following.row.id, of)?;
            Some((self.does(offer), links))
        };
        own.filter_map(letter).collect()
    }

    /// Where something is to be lifted that the State cannot lift: what went with the request through others.
    fn relays(&self, following: &FollowingShown) -> Vec<Markup> {
        let relay = |relay: &law::Relay| {
            let args = [
                ("channel", self.words().t(&relay.text_key).into()),
                ("day", self.l.w.day(relay.on).into()),
            ];
            self.l.w.say("request-changes-relay", &args)
        };
        following.relays.iter().map(relay).collect()
    }

    fn does(&self, offer: &MoveOffer) -> String {
        self.words().t(&offer.text_key)
    }

    fn action(&self) -> String {
        self.l.within("requests/changes")
    }

    fn requests(&self) -> String {
        self.l.within("requests")
    }
}
