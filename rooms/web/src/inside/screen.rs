//! The page on which whoever is signed in searches a register for those of a watch list, or for the persons under a warrant: what
//! `comity screen` does, in the browser. Nothing of it is kept or logged; the audit tells that somebody searched, and how many rows.

use super::Inside;
use super::screening::{self, COME_AGAIN, Fault, NoPlace, Places, Unscreened};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::Pages;
use crate::texts::{Arg, Said};
use crate::upload::held::Held;
use crate::written::figure;
use askama::Template;
use axum::body::Body;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{ALLOW, RETRY_AFTER};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::audience::Level;
use register::screen::{Hit, MOST_BYTES, MOST_WATCH_BYTES, Screened};

/// The encodings that may be told: name, and for which letters.
const ENCODINGS: [(&str, &str); 6] = [
    ("utf-8", "UTF-8"),
    ("utf-16le", "UTF-16"),
    ("windows-1252", "screen-encoding-western"),
    ("windows-1251", "screen-encoding-cyrillic"),
    ("windows-1256", "screen-encoding-arabic"),
    ("windows-1255", "screen-encoding-hebrew"),
];

/// The form; above it the answer, or why there is none.
#[derive(Template)]
#[template(path = "inside/screen.html")]
struct Page<'a> {
    l: Layout,
    typed: Typed,
    faults: Vec<Fault>,
    screened: Option<&'a Screened>,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    outstanding: bool,
    columns: String,
    score: String,
    top: String,
    encoding: String,
}

/// A table of hits.
struct Hits<'a> {
    id: &'static str,
    head: String,
    side: String,
    hits: Vec<&'a Hit>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/screen", get(show).post(search).fallback(method))
}

async fn method(method: Method) -> Response {
    let text = format!("{method} does nothing here: the form is read with GET or HEAD and sent with POST.\n");
    let mut response = (StatusCode::METHOD_NOT_ALLOWED, text).into_response();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD, POST"));
    response
}

async fn show(inside: Inside) -> Response {
    if let Err(answer) = inside.actor() {
        return *answer;
    }
    answer(&inside, Typed::default(), Ok(None)).await
}

async fn search(State(pages): State<Pages>, Extension(places): Extension<Places>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let inside = match Inside::from_request_parts(&mut parts, &pages).await {
        Ok(inside) => inside,
        Err(answer) => return answer,
    };
    if let Err(answer) = inside.actor() {
        return *answer;
    }
    searched(&inside, &places, body).await
}

/// Takes a place, reads the form and searches.
async fn searched(inside: &Inside, places: &Places, body: Body) -> Response {
    let account = match inside.visit() {
        Ok(visit) => visit.account.id().to_string(),
        Err(answer) => return *answer,
    };
    let place = match places.take(&account) {
        Ok(place) => place,
        Err(none) => {
            let said = match none {
                NoPlace::Own => "screen-busy-own",
                NoPlace::Taken => "screen-busy",
            };
            let busy = Fault {
                field: "register",
                said: Said::text(said),
                status: StatusCode::SERVICE_UNAVAILABLE,
            };
            let mut response = answer(inside, Typed::default(), Err(vec![busy])).await;
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(COME_AGAIN));
            return response;
        }
    };
    let mut held = match screening::read(&inside.headers, body).await {
        Ok(held) => held,
        Err(refused) => return answer(inside, Typed::default(), Err(vec![screening::unread(refused)])).await,
    };
    let typed = typed(&held);
    let lang = inside.w.lang;
    let asked = match screening::asked(&mut held, lang) {
        Ok(asked) => asked,
        Err(faults) => return answer(inside, typed, Err(faults)).await,
    };
    drop(held);
    // Meanwhile they may have been signed out, or their role withdrawn.
    let (web, visitor) = (&inside.pages.web, &inside.pages.visitor);
    let viewer = match visitor.viewer_now(web, &inside.headers).await {
        Ok(Some(viewer)) => viewer,
        Ok(None) => return inside.see_other(&inside.layout("screen-title").sign_in()),
        Err(error) => return inside.failed(&error),
    };
    match place.screened(web, &viewer, asked, lang).await {
        Ok(screened) => answer(inside, typed, Ok(Some(&screened))).await,
        Err(Unscreened::Fault(fault)) => answer(inside, typed, Err(vec![fault])).await,
        Err(Unscreened::Failed) => inside.failed(&"a search of a register failed"),
    }
}

async fn answer(inside: &Inside, typed: Typed, came: Result<Option<&Screened>, Vec<Fault>>) -> Response {
    let (screened, faults) = match came {
        Ok(screened) => (screened, Vec::new()),
        Err(faults) => (None, faults),
    };
    let status = faults.first().map_or(StatusCode::OK, |fault| fault.status);
    let title = match (faults.is_empty(), screened) {
        (true, None) => "screen-title",
        (true, Some(_)) => "screen-title-done",
        (false, _) => "screen-title-again",
    };
    let mut l = inside.whole_layout(title).await;
    let hits = screened.iter().flat_map(|screened| &screened.hits);
    l.not_public.level = hits.map(|hit| hit.level).max().filter(|level| *level > Level::Public);
    let page = Page {
        l,
        typed,
        faults,
        screened,
    };
    inside.show_as(status, &page)
}

fn typed(held: &Held) -> Typed {
    let typed = |name: &str| record::taken_in(held.typed(name));
    Typed {
        outstanding: held.typed("outstanding") == "1",
        columns: typed("columns"),
        score: typed("score"),
        top: typed("top"),
        encoding: typed("encoding"),
    }
}

impl Page<'_> {
    fn wrong_in(&self, field: &str) -> Option<Markup> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(fault.said.markup(&self.l.w))
    }

    fn wrong_head(&self) -> String {
        self.l.w.plain("wrong-head", &[("n", self.faults.len().into())])
    }

    fn said(&self, fault: &Fault) -> Markup {
        fault.said.markup(&self.l.w)
    }

    fn watch_hint(&self) -> Markup {
        self.l.w.say("screen-watch-hint", &[("most", (MOST_WATCH_BYTES >> 20).into())])
    }

    fn register_hint(&self) -> Markup {
        self.l.w.say("screen-register-hint", &[("most", (MOST_BYTES >> 20).into())])
    }

    /// The encodings: name, words, whether it is chosen.
    fn encodings(&self) -> Vec<(&'static str, String, bool)> {
        let words = |words: &str| match words.starts_with("screen-") {
            true => self.l.t(words),
            false => words.to_owned(),
        };
        ENCODINGS
            .into_iter()
            .map(|(name, known)| (name, words(known), self.typed.encoding == name))
            .collect()
    }

    fn head(&self, screened: &Screened) -> Markup {
        let summary = &screened.summary;
        let args = [("n", summary.matched.into()), ("rows", summary.rows.into())];
        let key = if summary.matched == 0 {
            "screen-head-none"
        } else {
            "screen-head-some"
        };
        self.l.w.say(key, &args)
    }

    fn deck(&self, screened: &Screened) -> String {
        self.l.t(match screened.of_persons {
            true => "screen-deck-persons",
            false => "screen-deck-list",
        })
    }

    /// The hits, the likely ones first, in the order in which the command writes them.
    fn tables<'s>(&self, screened: &'s Screened) -> Vec<Hits<'s>> {
        let table = |id, likely: bool, head: &str, side: &str| Hits {
            id,
            head: self.l.t(head),
            side: self.l.t(side),
            hits: screened.hits.iter().filter(|hit| hit.likely == likely).collect(),
        };
        [
            table("likely", true, "screen-likely", "screen-likely-side"),
            table("possible", false, "screen-possible", "screen-possible-side"),
        ]
        .into_iter()
        .filter(|table| !table.hits.is_empty())
        .collect()
    }

    /// Whoever is looked for: a person of the register leads to their page.
    fn who(&self, screened: &Screened, hit: &Hit) -> Markup {
        let name = Markup::name(&hit.watch_name);
        let id = Markup::ready(format!("<span class=\"s\">{}</span>", Markup::name(&hit.watch_id)));
        match screened.of_persons {
            true => self.l.w.marked_at(Markup::link(&self.l.person(&hit.watch_id), &name), hit.level),
            false => Markup::ready(format!("{name}{id}")),
        }
    }

    fn row(&self, hit: &Hit) -> Markup {
        let id = Markup::name(&hit.register_id);
        match hit.register_id == hit.row.to_string() {
            true => self.l.w.say("screen-row", &[("row", hit.row.into())]),
            false => {
                let row = self.l.w.say("screen-row", &[("row", hit.row.into())]);
                Markup::ready(format!("{id}<span class=\"s\">{row}</span>"))
            }
        }
    }

    fn name(&self, hit: &Hit) -> Markup {
        Markup::name(&hit.matched_name)
    }

    fn score(&self, hit: &Hit) -> String {
        let point = if self.l.w.lang.tag() == "fr" { "," } else { "." };
        format!("{:.3}", hit.score).replace('.', point)
    }

    /// What was done: label and value.
    fn summary(&self, screened: &Screened) -> Vec<(String, Markup)> {
        let (w, summary) = (&self.l.w, &screened.summary);
        let number = |n: u64| Markup::text(&figure(n));
        let found = [("n", Arg::from(summary.persons)), ("all", screened.watched.into())];
        vec![
            (self.l.t("screen-rows-read"), number(summary.rows)),
            (self.l.t("screen-rows-matched"), number(summary.matched)),
            (self.l.t("screen-rows-refused"), number(summary.refused)),
            (self.l.t("screen-watched"), w.say("screen-watched-found", &found)),
            (self.l.t("screen-written-in"), Markup::text(summary.written_in)),
            (self.l.t("screen-names-from"), Markup::name(&summary.names_from.join(", "))),
        ]
    }

    fn refused(&self, screened: &Screened) -> Vec<Markup> {
        let lang = self.l.w.lang;
        let lines = screened.refused.iter().map(|row| screening::refusal(row, lang).markup(&self.l.w));
        lines.chain(self.more(screened.refused.len(), screened.summary.refused)).collect()
    }

    fn notes(&self, screened: &Screened) -> Vec<Markup> {
        let lang = self.l.w.lang;
        let lines = screened.notes.iter().take(register::screen::MOST_LISTED);
        let lines = lines.map(|note| screening::note(note, lang).markup(&self.l.w));
        let all = u64::try_from(screened.notes.len()).unwrap_or(u64::MAX);
        lines
            .chain(self.more(screened.notes.len().min(register::screen::MOST_LISTED), all))
            .collect()
    }

    /// That there are more than those listed.
    fn more(&self, listed: usize, all: u64) -> Option<Markup> {
        let more = all.saturating_sub(u64::try_from(listed).unwrap_or(u64::MAX));
        (more > 0).then(|| self.l.w.say("screen-more", &[("n", more.into())]))
    }

    /// The files: name, address, words. They lie in the page itself, so that nothing is kept here to be asked for again.
    fn files(&self, screened: &Screened) -> [(&'static str, String, String); 2] {
        let inside = |media_type: &str, bytes: &[u8]| format!("data:{media_type};charset=utf-8;base64,{}", STANDARD.encode(bytes));
        [
            ("hits.csv", inside("text/csv", &screened.csv), self.l.t("screen-file-csv")),
            (
                "hits.jsonl",
                inside("application/jsonl", &screened.json_lines),
                self.l.t("screen-file-jsonl"),
            ),
        ]
    }

    fn left_out(&self, screened: &Screened) -> Option<Markup> {
        (screened.left_out > 0).then(|| self.l.w.say("screen-left-out", &[("n", screened.left_out.into())]))
    }
}
