//! What each role may do, for everybody to read: the table of access in words, as in `docs/roles.md`.

use super::Inside;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::texts::Words;
use access::grant::{Grant, Over, Reach, Whose};
use access::{Action, Role, table};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use record::audience::Level;

#[derive(Template)]
#[template(path = "inside/roles.html")]
struct Page {
    l: Layout,
    chosen: Option<Role>,
}

/// A part of the table: who, what they need besides, and what they may do over what.
struct Part {
    id: String,
    name: String,
    note: Option<String>,
    may: Vec<(String, Markup)>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/roles", get(show).fallback(pages::method))
}

async fn show(inside: Inside) -> Response {
    let word = inside.parameter("role");
    let chosen = Role::from_word(&word);
    if chosen.is_none() && !word.is_empty() {
        return inside.nowhere().await;
    }
    let l = inside.whole_layout("roles-title").await;
    inside.show(&Page { l, chosen })
}

impl Page {
    /// Each role by its word and name, and whether it is the chosen one.
    fn choices(&self) -> Vec<(&'static str, String, bool)> {
        let choice = |role: Role| (role.word(), self.l.w.role(role), self.chosen == Some(role));
        Role::ALL.into_iter().map(choice).collect()
    }

    /// What anybody may do, and then the chosen role or all of them.
    fn parts(&self) -> Vec<Part> {
        let w = &self.l.w;
        let anybody = Part {
            id: "anybody".to_owned(),
            name: w.t("roles-anybody"),
            note: None,
            may: w.grants(table::ANYBODY),
        };
        let of = |role: Role| {
            let line = table::role(role);
            Part {
                id: role.word().to_owned(),
                name: w.role(role),
                note: (line.reach == Reach::Assigned).then(|| w.t("roles-assigned")),
                may: w.grants(line.may),
            }
        };
        let roles = Role::ALL
            .into_iter()
            .filter(|role| self.chosen.is_none_or(|chosen| chosen == *role));
        std::iter::once(anybody).chain(roles.map(of)).collect()
    }

    /// Each action, whether it asks fresh verification, and whether it takes two persons.
    fn asks(&self) -> Vec<[String; 3]> {
        let w = &self.l.w;
        let yes = |is: bool| w.t(if is { "roles-yes" } else { "roles-no" });
        let row = |action: Action| {
            let asks = table::asks(action);
            [w.t(&action.text_key()), yes(asks.fresh), yes(asks.two_persons)]
        };
        Action::ALL.into_iter().map(row).collect()
    }
}

impl Words {
    /// What is given, each by the name of the action and over what.
    pub(super) fn grants(&self, grants: &[Grant]) -> Vec<(String, Markup)> {
        grants
            .iter()
            .map(|(action, over)| (self.t(&action.text_key()), self.over(*over)))
            .collect()
    }

    fn over(&self, over: Over) -> Markup {
        let at = |key: &str, levels: &[Level]| self.say(key, &[("levels", self.levels(levels).into())]);
        match over {
            Over::Matter(levels, Whose::Any) => at("roles-matter-any", levels),
            Over::Matter(levels, Whose::Own) => at("roles-matter-own", levels),
            Over::Matter(levels, Whose::Court) => at("roles-matter-court", levels),
            Over::Opening(levels, Whose::Any) => at("roles-opening-any", levels),
            Over::Opening(levels, Whose::Own) => at("roles-opening-own", levels),
            Over::Opening(levels, Whose::Court) => at("roles-opening-court", levels),
            Over::Giving(levels, roles) => {
                let args = [("levels", self.levels(levels).into()), ("roles", self.these(roles).into())];
                self.say("roles-giving", &args)
            }
            Over::OwnPeople(roles) => self.say("roles-own-people", &[("roles", self.these(roles).into())]),
            Over::AllPeople(roles) => self.say("roles-all-people", &[("roles", self.these(roles).into())]),
            Over::House => Markup::text(&self.t("roles-house")),
        }
    }

    fn levels(&self, levels: &[Level]) -> Markup {
        if Level::ALL.split_first().is_some_and(|(_, below)| below == levels) {
            return Markup::text(&self.t("roles-below-public"));
        }
        let words: Vec<Markup> = levels.iter().map(|level| self.closed("level", level.word())).collect();
        Markup::join(&words, ", ")
    }

    fn these(&self, roles: &[Role]) -> Markup {
        if roles.len() == Role::ALL.len() {
            return Markup::text(&self.t("roles-everybody"));
        }
        let names: Vec<Markup> = roles.iter().map(|role| Markup::text(&self.role(*role))).collect();
        self.listed(&names)
    }
}
