//! Pages where there is nothing to show: what was wrong, what does not exist, what was not recorded yet.

use super::{Pages, Request, layout_of, state_missing, treaty};
use crate::address::{Asked, Format, Place};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::problem::Problem;
use crate::query::Wrong;
use crate::texts::{Said, Words};
use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use register::directory::StateRef;
use register::reading::{FIRST_DAY, Reading, ReadingError};
use register::view::model::{Foot, RowFilter};
use register::view::{ViewError, WrongFilter};

/// A page that says why it shows nothing.
#[derive(Template)]
#[template(path = "refusal.html")]
pub(crate) struct Page {
    l: Layout,
    /// What is wrong, each with the field in which it is mended; empty where nothing is.
    oops: Vec<Oops>,
    head: String,
    text: Markup,
    /// A way on, with its words.
    way: Option<(String, Markup)>,
}

/// One thing that is wrong.
pub(crate) struct Oops {
    /// The id of the field in which it is mended, where the page has one.
    field: Option<&'static str>,
    /// What, and how to mend it.
    words: Markup,
}

/// Parameters are wrong: the page again, without its matter, with the fields as they were given.
pub(super) async fn wrong(pages: &Pages, asked: &Asked, wrong: &[Wrong], today: Date) -> Response {
    let w = pages.words(asked.address.lang);
    let foot = newest_foot(pages, today).await;
    let page = wrong_page(pages.layout(asked, w, today, foot), wrong);
    respond(&page, StatusCode::BAD_REQUEST)
}

/// The page that says what is wrong.
pub(crate) fn wrong_page(mut l: Layout, wrong: &[Wrong]) -> Page {
    l.title = l.t("wrong-title");
    l.noindex = true;
    l.day_wrong = wrong.iter().any(|wrong| wrong.parameter() == "as_at");
    l.known_wrong = wrong.iter().any(|wrong| wrong.parameter() == "known_on");
    l.from_wrong = wrong.iter().any(|wrong| wrong.parameter() == "from");
    let way = Some((l.at_today(), l.w.say("wrong-today", &[("day", l.w.day(l.today).into())])));
    let oops = wrong.iter().map(|wrong| oops(&l, wrong)).collect::<Vec<_>>();
    let head = l.w.plain("wrong-head", &[("n", oops.len().into())]);
    Page {
        head,
        oops,
        text: Markup::default(),
        way,
        l,
    }
}

fn oops(l: &Layout, wrong: &Wrong) -> Oops {
    let w = &l.w;
    let field = match wrong.parameter() {
        "as_at" => Some("as_at"),
        "known_on" => Some("known_on"),
        "from" if l.earlier().is_some() => Some("from"),
        _ => None,
    };
    let day = |day: Date| w.day(day);
    let words = match wrong {
        Wrong::Reading(ReadingError::NotADay { field, given }) => {
            let key = match *field {
                "known_on" => "wrong-known-not-a-day",
                "from" => "wrong-from-not-a-day",
                _ => "wrong-not-a-day",
            };
            w.say(key, &[("given", given.as_str().into())])
        }
        Wrong::Reading(ReadingError::BeforeTheStatute { given }) => w.say(
            "wrong-before-the-statute",
            &[("given", day(*given).into()), ("first", day(FIRST_DAY).into())],
        ),
        Wrong::Reading(ReadingError::AfterToday { given, today }) => {
            w.say("wrong-after-today", &[("given", day(*given).into()), ("today", day(*today).into())])
        }
        Wrong::Reading(ReadingError::KnownAfterToday { given, today }) => w.say(
            "wrong-known-after-today",
            &[("given", day(*given).into()), ("today", day(*today).into())],
        ),
        Wrong::NotOneOf { parameter, given, allowed } => w.say(
            "wrong-not-one-of",
            &[
                ("field", (*parameter).into()),
                ("given", given.as_str().into()),
                ("allowed", allowed.join(", ").into()),
            ],
        ),
        Wrong::NotASituation { given, .. } => w.say("wrong-not-a-situation", &[("given", given.as_str().into())]),
        // What no form of ours sends: said in the words of the API.
        other => Said::of_parameter(other).markup(w),
    };
    Oops { field, words }
}

/// No page lies at the address.
pub(super) async fn nowhere(pages: &Pages, asked: &Asked, today: Date) -> Response {
    let w = pages.words(asked.address.lang);
    let foot = newest_foot(pages, today).await;
    respond(&missing_page(pages.layout(asked, w, today, foot)), StatusCode::NOT_FOUND)
}

/// What is asked for does not exist for this reader: whether it never was, is not yet or is not public
/// is not said.
pub(super) async fn missing(request: &Request<'_>) -> Response {
    if request.asked.address.format != Format::Html {
        return Problem::NoSuchThing.into_response();
    }
    let layout = request
        .pages
        .layout(&request.asked, request.w.clone(), request.today, Some(request.foot.clone()));
    respond(&missing_page(layout), StatusCode::NOT_FOUND)
}

/// The page for what does not exist.
pub(crate) fn missing_page(mut l: Layout) -> Page {
    l.title = l.t("missing-title");
    l.noindex = true;
    let text = l.w.say("missing-text", &[("day", l.w.day(l.as_at).into())]);
    let way = Some((l.to(Place::Overview), Markup::text(&l.t("missing-way"))));
    Page {
        head: l.t("missing-head"),
        oops: Vec::new(),
        text,
        way,
        l,
    }
}

/// A view could not be given.
pub(super) async fn of_view(pages: &Pages, asked: &Asked, error: ViewError, foot: Option<Foot>, today: Date) -> Response {
    if asked.address.format != Format::Html {
        return Problem::from(error).into_response();
    }
    let w = pages.words(asked.address.lang);
    let layout = |foot: Option<Foot>| pages.layout(asked, w.clone(), today, foot);
    let law = &pages.web.register.law;
    match error {
        ViewError::BeforeTheRecord(began) => {
            let foot = newest_foot(pages, today).await;
            respond(&before_page(layout(foot), began), StatusCode::OK)
        }
        ViewError::NoSuchState { given, near } => {
            let page = state_missing::unknown_page(layout(foot), &given, &near);
            respond(&page, StatusCode::NOT_FOUND)
        }
        ViewError::NotYet { state, began } => {
            let page = state_missing::not_yet_page(layout(foot), &state, began);
            respond(&page, StatusCode::NOT_FOUND)
        }
        ViewError::NoSuchTreaty { .. } => respond(&treaty::unknown_page(layout(foot), law), StatusCode::NOT_FOUND),
        ViewError::NotAdopted { treaty, adopted } => {
            let page = treaty::before_page(layout(foot), &treaty, adopted);
            respond(&page, StatusCode::NOT_FOUND)
        }
        ViewError::Filter(wrong) => {
            let layout = layout(foot);
            let words = filter_oops(&layout, &wrong);
            respond(&filter_page(layout, words), StatusCode::BAD_REQUEST)
        }
        // What no form of ours sends: said in the words of the API.
        ViewError::Given(wrong) => {
            let words = Said::of_given(&wrong).markup(&w);
            respond(&filter_page(layout(foot), words), StatusCode::BAD_REQUEST)
        }
        ViewError::Store(error) => {
            tracing::error!(%error, "the record could not be read for a page");
            let mut layout = layout(None);
            layout.title = layout.t("failed-title");
            layout.noindex = true;
            let text = Markup::text(&layout.t("failed-text"));
            let page = Page {
                head: layout.t("failed-head"),
                oops: Vec::new(),
                text,
                way: None,
                l: layout,
            };
            respond(&page, StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// The page for a filter that names what there is not, or a cursor of another list: what is wrong, and the way to all
/// that could be filtered.
pub(crate) fn filter_page(mut l: Layout, words: Markup) -> Page {
    l.title = l.t("wrong-title");
    l.noindex = true;
    let (href, key) = match &l.address.place {
        Place::File(page, _) => (l.to(Place::File(page, RowFilter::default())), "rows-unfiltered"),
        Place::PublicRequests(_) => (l.public_requests(None, None), "rows-unfiltered"),
        Place::Doubts(_) => (l.all_doubts(), "foot-doubts"),
        _ => (l.warrants(None, None), "filter-clear"),
    };
    Page {
        head: l.w.plain("wrong-head", &[("n", 1usize.into())]),
        oops: vec![Oops { field: None, words }],
        text: Markup::default(),
        way: Some((href, Markup::text(&l.t(key)))),
        l,
    }
}

/// What is wrong with a filter, and what there is instead: the States that may be meant lead to their rows.
pub(crate) fn filter_oops(l: &Layout, wrong: &WrongFilter) -> Markup {
    let w = &l.w;
    let not_one_of = |field: &str, given: &str, known: &[String]| {
        let allowed = known.join(", ");
        w.say(
            "wrong-not-one-of",
            &[("field", field.into()), ("given", given.into()), ("allowed", allowed.into())],
        )
    };
    match wrong {
        WrongFilter::State { given, near } if near.is_empty() => w.say("wrong-state", &[("given", given.as_str().into())]),
        WrongFilter::State { given, near } => {
            let rows_of = |state: &StateRef| {
                let name = w.state(state);
                let Place::File(page, filter) = &l.address.place else { return name };
                let state = Some(state.code.clone());
                Markup::link(&l.to(Place::File(page, RowFilter { state, ..filter.clone() })), &name)
            };
            let near: Vec<_> = near.iter().map(rows_of).collect();
            let near = w.either(&near, false);
            w.say("wrong-state-near", &[("given", given.as_str().into()), ("near", near.into())])
        }
        WrongFilter::Kind { given, known } if known.is_empty() => w.say("wrong-kind-none", &[("given", given.as_str().into())]),
        WrongFilter::Kind { given, known } => not_one_of("kind", given, known),
        WrongFilter::Topic { given, known } => not_one_of("topic", given, known),
        WrongFilter::File { given, known } => not_one_of("file", given, known),
    }
}

/// The page as known before the record began: empty, and it says so.
pub(crate) fn before_page(mut l: Layout, began: Date) -> Page {
    l.title = l.t("before-title");
    l.noindex = true;
    let text = l.w.say(
        "before-text",
        &[("day", l.w.day(began).into()), ("known", l.w.day(l.known_on()).into())],
    );
    let newest = crate::address::Address {
        known_on: None,
        ..l.address.clone()
    }
    .href();
    let way = Some((newest, Markup::text(&l.t("before-way"))));
    Page {
        head: l.t("before-head"),
        oops: Vec::new(),
        text,
        way,
        l,
    }
}

/// A request that the guards did not take: why. Nothing is read for it.
pub(crate) fn not_taken(w: Words, today: Date, status: StatusCode, title: String, text: Markup) -> Response {
    // The first page always lies at the address of a language.
    let Some(asked) = Asked::read(w.lang.tag(), "", None, today) else {
        return status.into_response();
    };
    let mut l = layout_of(&asked, w, today, None);
    l.title.clone_from(&title);
    l.noindex = true;
    let page = Page {
        head: title,
        oops: Vec::new(),
        text,
        way: None,
        l,
    };
    respond(&page, status)
}

/// The foot of the newest record, if it can be read.
pub(crate) async fn newest_foot(pages: &Pages, today: Date) -> Option<Foot> {
    let reading = Reading {
        as_at: today,
        known_on: None,
        hindsight: false,
        dated: false,
    };
    pages.web.register.foot(&pages.visitor.viewer(), &reading).await.ok()
}

pub(super) fn respond(page: &impl Template, status: StatusCode) -> Response {
    match page.render() {
        Ok(body) => {
            let mut response = (status, body).into_response();
            let headers = response.headers_mut();
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
