//! The feed of deadlines as a calendar (RFC 5545), for programs that keep one.
//!
//! It leaves the house: it lies in calendars of telephones and of whoever shares them. So nothing under seal stands in it, of
//! what is confidential only that something is due, and no name of a person ever.

use super::language::Language;
use super::operations;
use super::parameters::LANGUAGES;
use crate::Web;
use crate::address::Lang;
use crate::problem::Problem;
use crate::query::Parameters;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::response::Response;
use identity::people::programs::Program;
use jiff::Timestamp;
use jiff::civil::Date;
use law::Side;
use record::audience::Level;
use register::view::model::{OwedShown, RequestRow};

/// The longest line without its end, in bytes (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

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
        events.extend(dated.map(|(owed, day)| Event::of(&program, &language, row, owed, day, exercise)));
    }
    let mut response = Response::new(Body::from(calendar(&events, web.register.outside.now())));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// A day on which something is due.
struct Event {
    uid: String,
    day: Date,
    says: String,
}

impl Event {
    fn of(program: &Program, language: &Language, row: &RequestRow, owed: &OwedShown, day: Date, exercise: bool) -> Event {
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
}

fn calendar(events: &[Event], now: Timestamp) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        fold(&mut out, text);
    };
    for text in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Comity//Deadlines//EN",
        "CALSCALE:GREGORIAN",
    ] {
        line(text);
    }
    let stamp = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@comity", event.uid));
        line(&format!("DTSTAMP:{stamp}"));
        line(&format!("DTSTART;VALUE=DATE:{}", event.day.strftime("%Y%m%d")));
        line(&format!("SUMMARY:{}", escaped(&event.says)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

/// A text as a calendar has it (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// A line, folded between characters where it is too long.
fn fold(out: &mut String, text: &str) {
    let mut length = 0;
    for sign in text.chars() {
        if length + sign.len_utf8() > LONGEST_LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(sign);
        length += sign.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_texts_escaped() {
        let event = Event {
            uid: "0".repeat(32),
            day: "2026-04-24".parse().unwrap(),
            says: format!("Exercise; acknowledgement, {}", "é".repeat(60)),
        };
        let text = calendar(&[event], "2026-04-14T09:00:00Z".parse().unwrap());
        assert!(
            text.split("\r\n").all(|line| line.len() <= LONGEST_LINE && !line.contains('\n')),
            "{text}"
        );
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split("\r\n").collect();
        assert_eq!(
            lines[..4],
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Comity//Deadlines//EN",
                "CALSCALE:GREGORIAN"
            ]
        );
        assert!(lines.contains(&"DTSTAMP:20260414T090000Z") && lines.contains(&"DTSTART;VALUE=DATE:20260424"));
        let summary = format!("SUMMARY:Exercise\\; acknowledgement\\, {}", "é".repeat(60));
        assert!(lines.contains(&summary.as_str()), "{unfolded}");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }
}
