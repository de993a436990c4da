//! Choosing in which of several roles somebody acts, when they sign in or later.

use super::sign_in::{hold, leading, start};
use super::{Inside, Posted, verify};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use access::{Organisation, Role};
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::act::Post;
use identity::session::SessionError;

#[derive(Template)]
#[template(path = "inside/role.html")]
struct Page {
    l: Layout,
    why: Option<Markup>,
    action: String,
    posts: Vec<Choice>,
}

struct Choice {
    value: String,
    words: Markup,
    chosen: bool,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/role", get(show).post(choose).fallback(pages::method))
}

async fn show(inside: Inside) -> Response {
    page(&inside, None).await
}

async fn page(inside: &Inside, why: Option<(StatusCode, Markup)>) -> Response {
    let visit = match inside.visit() {
        Ok(visit) => visit,
        Err(answer) => return *answer,
    };
    let (status, why) = why.map_or((StatusCode::OK, None), |(status, why)| (status, Some(why)));
    let chosen = visit.session.post().or(visit.account.posts().first());
    let posts = visit.account.posts().iter().map(|post| Choice {
        value: value(post),
        words: inside.w.post(post),
        chosen: chosen == Some(post),
    });
    let page = Page {
        posts: posts.collect(),
        l: inside.whole_layout("role-title").await,
        why,
        action: leading(inside, "role", &inside.parameter("to")),
    };
    inside.show_as(status, &page)
}

async fn choose(Posted { inside, fields }: Posted) -> Response {
    let visit = match inside.visit() {
        Ok(visit) => visit,
        Err(answer) => return *answer,
    };
    let again = |key: &str| Some((StatusCode::BAD_REQUEST, Markup::text(&inside.w.t(key))));
    let Some(post) = read(fields.get("post")) else {
        return page(&inside, again("role-not-chosen")).await;
    };
    match inside.people().choose(visit, &post).await {
        Ok(session) => {
            let begin = match inside.people().visit(&session).await {
                Ok(visit) => visit.as_ref().map_or("account", start),
                Err(error) => return inside.failed(&error),
            };
            let mut response = inside.see_other(&inside.go_on(&inside.parameter("to"), begin));
            hold(&mut response, &session);
            response
        }
        Err(SessionError::NotFresh) => verify::needed(&inside, &fields),
        Err(SessionError::NotHeld) => page(&inside, again("role-not-held")).await,
        Err(SessionError::Over) => inside.see_other(&inside.within("sign-in")),
        Err(SessionError::Desk(error)) => inside.failed(&error),
    }
}

/// A post as a form sends it: `registry court`.
pub(super) fn value(post: &Post) -> String {
    format!("{} {}", post.role.word(), post.organisation.text())
}

/// The post that such a value names.
pub(super) fn read(value: &str) -> Option<Post> {
    let (role, organisation) = value.split_once(' ')?;
    Some(Post {
        organisation: Organisation::parse(organisation)?,
        role: Role::from_word(role)?,
    })
}
