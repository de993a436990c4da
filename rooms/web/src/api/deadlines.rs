//! The feed of deadlines as a calendar (RFC 5545), for programs that keep one.
//!
//! It leaves the house: it lies in calendars of telephones and of whoever shares them. So nothing under seal stands in it, of
//! what is confidential only that something is due, and no name of a person ever.

use super::language::Language;
use super::operations;
use super::parameters::LANGUAGES;
use crate::Web;
use crate::address::Lang;
use crate::ical::{Event, calendar};
use crate::problem::Problem;
use crate::query::Parameters;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::response::Response;
use identity::people::programs::Program;
use jiff::civil::Date;
use law::Side;
use record::audience::Level;
use register::view::model::{OwedShown, RequestRow};

pub(super) async fn feed(State(web): State<Web>, parts: Parts) -> Result<Response, Problem> {
    let parameters = Parameters::parse(parts.uri.query(), &operations::DEADLINES.query_names());
    let parameters = parameters.and_then(Parameters::filled).map_err(Problem::Parameters)?;
    let lang = parameters.one_of("lang", &LANGUAGES)?.and_then(Lang::of_tag).unwrap_or(Lang::En);
    let program = web.people.feed(parameters.get("token").unwrap_or_default()).await?;
    let program = program.ok_or(Problem::NoToken)?;
    let rows = web.register.requests_for_the_feed(program.actor().viewer()).await?;
    let exercise = web.register.store.genesis().await?.exercise;
    let language = Language::of(&web, lang);
    let mut events = Vec::new();
    for row in rows.iter().filter(|row| row.level < Level::UnderSeal) {
        let dated = row.owed.iter().filter_map(|owed| Some((owed, owed.due.as_ref()?.first)));
        events.extend(dated.map(|(owed, day)| due(&program, &language, row, owed, day, exercise)));
    }
    let mut response = Response::new(Body::from(calendar("Deadlines", None, &events, web.register.outside.now())));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// A day on which something is due.
fn due(program: &Program, language: &Language, row: &RequestRow, owed: &OwedShown, day: Date, exercise: bool) -> Event {
    let w = &language.w;
    let what = if row.level < Level::Confidential {
        let key = match owed.by {
            Side::Court => "feed-owed-court",
            Side::State => "feed-owed-state",
        };
        let what = language.law().t(&owed.text_key);
        w.plain(key, &[("what", what.into()), ("state", row.state.code.as_str().into())])
    } else {
        w.t("feed-due")
    };
    Event {
        // The same each time, another for each token, and nobody finds out of what.
        uid: program.word_for(&format!("{} {} {}", row.id, owed.deadline, owed.since)),
        day,
        says: if exercise {
            w.plain("feed-exercise", &[("what", what.into())])
        } else {
            what
        },
    }
}
