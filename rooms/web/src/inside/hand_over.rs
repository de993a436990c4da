//! Handing over a desk: all matters that somebody of one's organisation has go to somebody else in one act.

use super::{Inside, Posted, Unsettled};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::legal::sort_key;
use crate::pages::{self, Pages};
use crate::texts::Words;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::account::AccountId;
use identity::people::handing_over::HandedOver;
use identity::people::{Actor, PeopleError};
use record::entry::EntryId;

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

async fn answer(inside: &Inside, status: StatusCode, typed: Fields, oops: Option<Markup>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let of_us = match inside.people().colleagues(actor).await {
        Ok(of_us) => of_us,
        Err(error) => return inside.failed(&error),
    };
    let mut people: Vec<(String, String)> = of_us
        .iter()
        .map(|account| (account.id().to_string(), account.name().to_owned()))
        .collect();
    people.sort_by_key(|(account, name)| (sort_key(name), account.clone()));
    let done = EntryId::parse(&inside.parameter("done")).filter(|_| oops.is_none());
    let done = match done {
        Some(entry) => match inside.people().handed_over(actor, &entry).await {
            Ok(done) => done,
            Err(error) => return inside.failed(&error),
        },
        None => None,
    };
    let l = inside.whole_layout("hand-over-title").await;
    let page = Page {
        done: done.map(|done| told(&l.w, &done)),
        l,
        people,
        typed,
        oops,
    };
    inside.show_as(status, &page)
}

/// What was done, as the record has it.
fn told(w: &Words, done: &HandedOver) -> Markup {
    let key = if done.begun > 0 { "hand-over-done" } else { "hand-over-ended" };
    w.say(key, &[("n", done.ended.into())])
}

async fn act(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    match hand_over(&inside, actor, &fields).await {
        Ok(done) => inside.see_other(&format!("{}?done={}", inside.within("hand-over"), done.entry)),
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

async fn hand_over(inside: &Inside, actor: &Actor, fields: &Fields) -> Result<HandedOver, PeopleError> {
    let account = |name: &str| AccountId::parse(fields.get(name)).ok_or(PeopleError::NoSuchAccount);
    let (from, to) = (account("from")?, account("to")?);
    inside.people().hand_over(actor, &from, &to, fields.get("reason")).await
}

impl Page {
    fn action(&self) -> String {
        self.l.within("hand-over")
    }
}
