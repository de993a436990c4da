//! The directory of authorities: whom to address in a State. People of a State see their own, people of the Court all.

use super::Inside;
use super::authority_words::called;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::written::Length;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use register::directory::StateRef;
use register::reading::Reading;
use register::view::model::{Authority, Need, NotPublic, Stage};

/// How many authorities stand on a page.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "inside/authorities.html")]
struct Page {
    l: Layout,
    /// Those that are asked for.
    authorities: Vec<Authority>,
    /// What the laws of these States need.
    needs: Vec<Need>,
    /// The States of which the viewer sees one.
    states: Vec<StateRef>,
    chosen: String,
    /// Whether those alone are asked for that are due.
    due: bool,
    from: usize,
    /// The address of the form by which one is entered, where the viewer may.
    to_enter: Option<String>,
    /// The address of the form by which a need is stated, where the viewer may.
    to_state: Option<String>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/authorities", get(list).fallback(pages::method))
        .merge(super::authority::routes())
        .merge(super::authority_form::routes())
        .merge(super::need::routes())
}

/// The record as it is now.
pub(super) fn now(inside: &Inside) -> Reading {
    Reading {
        as_at: inside.today,
        known_on: None,
        hindsight: false,
        dated: false,
    }
}

/// Whether a text has the form of the code of a State.
fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// The level that stands at the head of a page with these.
pub(super) fn marked<'a>(authorities: impl IntoIterator<Item = &'a Authority>) -> NotPublic {
    NotPublic {
        level: authorities.into_iter().map(|authority| authority.level).max(),
        facts: 0,
    }
}

async fn list(inside: Inside) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = &inside.pages.web.register;
    let mut authorities = match register.authorities(actor.viewer(), &now(&inside), None).await {
        Ok(authorities) => authorities,
        Err(error) => return inside.failed(&error),
    };
    let mut needs = match register.needs(actor.viewer(), &now(&inside), None).await {
        Ok(needs) => needs,
        Err(error) => return inside.failed(&error),
    };
    let mut states: Vec<StateRef> = authorities.iter().map(|authority| authority.state.clone()).collect();
    states.dedup();
    let chosen = inside.parameter("state");
    let due = inside.parameter("due") == "1";
    authorities.retain(|authority| {
        let of_state = chosen.is_empty() || authority.state.code == chosen;
        of_state && (!due || authority.due_since.is_some())
    });
    needs.retain(|need| chosen.is_empty() || need.state.code == chosen);
    let own = super::authority_form::own_state(actor);
    let state = own.clone().unwrap_or_else(|| chosen.clone());
    // Whoever may enter one of some State may of each.
    let some_state = own.as_deref().unwrap_or("XZZ");
    let form = |path: &str| {
        let query = if is_code(&state) {
            format!("?state={state}")
        } else {
            String::new()
        };
        inside.within(&format!("{path}{query}"))
    };
    let to_enter = register
        .may_open_authority(actor.viewer(), some_state)
        .then(|| form("authorities/new"));
    let to_state = register.may_state_need(actor.viewer(), some_state).then(|| form("needs/new"));
    let mut l = inside.whole_layout("authorities-title").await;
    l.not_public = marked(&authorities);
    l.not_public.level = l.not_public.level.max(needs.iter().map(|need| need.level).max());
    inside.show(&Page {
        authorities,
        needs,
        states,
        chosen,
        due,
        from: inside.parameter("from").parse().unwrap_or(0),
        to_enter,
        to_state,
        l,
    })
}

/// An authority in the list.
struct Row {
    name: Markup,
    state: Markup,
    role: Markup,
    does: Markup,
    way: Markup,
    stage: Markup,
    due: bool,
}

impl Page {
    fn said(&self) -> Markup {
        let due = self.authorities.iter().filter(|authority| authority.due_since.is_some()).count();
        let args = [("n", self.authorities.len().into()), ("due", due.into())];
        self.l.w.say("authorities-said", &args)
    }

    fn rows(&self) -> Vec<Row> {
        let shown = self.authorities.iter().skip(self.from).take(SHOWN);
        shown.map(|authority| self.row(authority)).collect()
    }

    fn row(&self, authority: &Authority) -> Row {
        let w = &self.l.w;
        let words = &authority.words;
        let way = [w.authority_channel(words), w.authority_languages(words)];
        let way: Vec<Markup> = way.into_iter().filter(|part| !part.is_empty()).collect();
        Row {
            name: Markup::link(&self.l.within(&format!("authorities/{}", authority.id)), &called(w, words)),
            state: w.state(&authority.state),
            role: w.authority_role(words),
            does: w.authority_does(words),
            way: w.listed(&way),
            due: authority.due_since.is_some(),
            stage: match authority.stage {
                Stage::InForce => w.authority_confirmed(authority),
                Stage::Planned => w.say("authorities-planned", &[("day", w.on(&words.from).into())]),
                Stage::Over => Markup::text(&w.t("authorities-over")),
            },
        }
    }

    fn needed_by(&self, need: &Need) -> Markup {
        self.l.w.state(&need.state)
    }

    fn needed(&self, need: &Need) -> Markup {
        Markup::link(&self.l.within(&format!("needs/{}", need.id)), &Markup::name(&need.says))
    }

    fn needed_from(&self, need: &Need) -> Markup {
        self.l.w.when(&need.from, Length::Short)
    }

    /// Whether States are told apart.
    fn of_several(&self) -> bool {
        self.states.len() > 1
    }

    fn choices(&self) -> Vec<(&str, &str, bool)> {
        let choice = |state: &'_ StateRef| state.code == self.chosen;
        let states = self.states.iter();
        states
            .map(|state| (state.code.as_str(), self.l.w.state_name(state), choice(state)))
            .collect()
    }

    fn next(&self) -> Option<String> {
        let next = self.from.saturating_add(SHOWN);
        (next < self.authorities.len()).then(|| self.at(next))
    }

    fn first(&self) -> Option<String> {
        (self.from > 0).then(|| self.at(0))
    }

    fn at(&self, from: usize) -> String {
        let state = (!self.chosen.is_empty()).then(|| format!("state={}", crate::address::encode(&self.chosen)));
        let due = self.due.then(|| "due=1".to_owned());
        let from = (from > 0).then(|| format!("from={from}"));
        let query: Vec<String> = state.into_iter().chain(due).chain(from).collect();
        let path = self.l.within("authorities");
        if query.is_empty() {
            path
        } else {
            format!("{path}?{}", query.join("&"))
        }
    }
}
