//! Taking in a program: an account of one's organisation at which nobody signs in, and for which tokens are made.

use super::people::settle;
use super::{Inside, Posted, Unsettled};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use access::Role;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::act::Post;
use identity::people::PeopleError;

#[derive(Template)]
#[template(path = "inside/programs.html")]
struct Page {
    l: Layout,
    roles: Vec<Role>,
    typed: Fields,
    oops: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/people/programs", get(show).post(take_in).fallback(pages::method))
}

async fn show(inside: Inside) -> Response {
    answer(&inside, StatusCode::OK, Fields::default(), None).await
}

/// The page, with what was typed and why it was not done; nowhere for whoever takes in no programs.
async fn answer(inside: &Inside, status: StatusCode, typed: Fields, oops: Option<Markup>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let roles = inside.people().roles_for_programs(actor);
    if roles.is_empty() {
        return inside.nowhere().await;
    }
    let l = inside.whole_layout("programs-title").await;
    inside.show_as(status, &Page { l, roles, typed, oops })
}

/// Takes it in, and leads to where its token is made.
async fn take_in(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let (organisation, role) = (actor.viewer().organisation().cloned(), Role::from_word(fields.get("role")));
    let done = match organisation.zip(role) {
        Some((organisation, role)) => {
            let post = Post { organisation, role };
            inside.people().take_in_service(actor, fields.get("name"), &post).await
        }
        None => Err(PeopleError::NoSuchPost),
    };
    match settle(&inside, &fields, done).await {
        Ok(account) => inside.see_other(&inside.within(&format!("people/{account}/tokens"))),
        Err(Unsettled::Say(status, why)) => answer(&inside, status, fields, Some(why)).await,
        Err(Unsettled::Answer(answer)) => *answer,
    }
}

impl Page {
    /// Each role by its word and name, and whether it was chosen.
    fn choices(&self) -> Vec<(&'static str, String, bool)> {
        let chosen = self.typed.get("role");
        let choice = |role: &Role| (role.word(), self.l.w.role(*role), role.word() == chosen);
        self.roles.iter().map(choice).collect()
    }

    fn action(&self) -> String {
        self.l.within("people/programs")
    }
}
