//! Handing over a desk: all matters that somebody of one's organisation has go to somebody else in one act.

use super::{Inside, Posted, Unsettled};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::legal::sort_key;
use crate::pages::{self, Pages};
use access::Organisation;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::account::{Account, AccountId};
use identity::people::{Actor, PeopleError};

#[derive(Template)]
#[template(path = "inside/hand_over.html")]
struct Page {
    l: Layout,
    /// Those of the organisation: account and name, by name.
    people: Vec<(String, String)>,
    typed: Fields,
    done: Option<Markup>,
    oops: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/hand-over", get(show).post(act).fallback(pages::method))
}

async fn show(inside: Inside) -> Response {
    answer(&inside, StatusCode::OK, Fields::default(), None).await
}

/// Whether somebody acts for the organisation for which an account does.
fn colleague(account: &Account, organisation: Option<&Organisation>) -> bool {
    account.posts().iter().any(|post| Some(&post.organisation) == organisation)
}

async fn answer(inside: &Inside, status: StatusCode, typed: Fields, oops: Option<Markup>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let known = match inside.people().known(actor).await {
        Ok(known) => known,
        Err(PeopleError::Store(error)) => return inside.failed(&error),
        Err(_) => return inside.nowhere().await,
    };
    let organisation = actor.viewer().organisation();
    let of_us = known.iter().filter(|account| colleague(account, organisation));
    let mut people: Vec<(String, String)> = of_us.map(|account| (account.id().to_string(), account.name().to_owned())).collect();
    people.sort_by_key(|(account, name)| (sort_key(name), account.clone()));
    let done = inside.parameter("done").parse::<u64>().ok().filter(|_| oops.is_none());
    let l = inside.whole_layout("hand-over-title").await;
    let page = Page {
        done: done.map(|n| l.w.say("hand-over-done", &[("n", n.into())])),
        l,
        people,
        typed,
        oops,
    };
    inside.show_as(status, &page)
}

async fn act(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    match hand_over(&inside, actor, &fields).await {
        Ok(matters) => inside.see_other(&format!("{}?done={matters}", inside.within("hand-over"))),
        Err(PeopleError::NotHeld) => {
            let why = Markup::text(&inside.w.t("hand-over-nothing"));
            answer(&inside, StatusCode::BAD_REQUEST, fields, Some(why)).await
        }
        Err(error) => match inside.said(&error) {
            Unsettled::Say(status, why) => answer(&inside, status, fields, Some(why)).await,
            Unsettled::Answer(answer) => *answer,
        },
    }
}

async fn hand_over(inside: &Inside, actor: &Actor, fields: &Fields) -> Result<usize, PeopleError> {
    let account = |name: &str| AccountId::parse(fields.get(name)).ok_or(PeopleError::NoSuchAccount);
    let (from, to) = (account("from")?, account("to")?);
    inside.people().hand_over(actor, &from, &to, fields.get("reason")).await
}

impl Page {
    fn action(&self) -> String {
        self.l.within("hand-over")
    }
}
