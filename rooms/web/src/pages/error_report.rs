//! The form by which a reader reports an error in a fact, and the page that thanks for it.
//!
//! What is handed in goes to the desk alone, where it lies in the open. So it may be about what everybody can read and
//! nothing else: page and entry are looked up as anybody would, whoever hands it in, and what is not found so is refused
//! in one way, whether it is hidden or was never there. These pages are kept by no cache.

use super::{Pages, preferred, refusal};
use crate::address::{Address, Asked, Lang, Place};
use crate::guard::{self, BodyRefused, Fields, PATIENCE, from_here};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::query;
use crate::visitor::Visitor;
use access::Viewer;
use askama::Template;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::header::{ALLOW, REFERRER_POLICY, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use jiff::civil::Date;
use record::entry::EntryId;
use register::desk::{DeskError, Fault, Field, LONGEST_CONTACT, LONGEST_TEXT, Reference, Said};
use register::port::StoreError;
use std::time::Duration;

/// The most bytes of a form that are read.
const MOST: usize = 32 * 1024;

/// The form is read with GET and handed in with POST.
pub(super) fn route() -> MethodRouter<Pages> {
    get(form).post(hand_in).fallback(method)
}

/// The form, with what was typed and what is wrong with it.
#[derive(Template)]
#[template(path = "error_report.html")]
pub(crate) struct Form {
    l: Layout,
    typed: Said,
    faults: Vec<(Field, Fault)>,
    /// Why it was not taken, where no field is to blame.
    why: Option<Markup>,
}

/// The page after a report was taken.
#[derive(Template)]
#[template(path = "error_received.html")]
pub(crate) struct Thanks {
    l: Layout,
    reference: String,
}

/// Why a form was not taken.
enum Refused {
    /// It came from a page of somebody else.
    Elsewhere,
    /// It is longer than [`MOST`].
    TooLong,
    /// It did not arrive in time.
    TooSlow,
    /// It is not written as a form is.
    NotAForm(StatusCode),
    /// Not everybody finds the page or the entry that it is about.
    Unknown,
    /// The record could not be read.
    Failed,
    /// The desk did not take it.
    Desk(DeskError),
}

async fn form(
    State(pages): State<Pages>,
    visitor: Visitor,
    path: Result<Path<String>, PathRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let lang = path.map(|Path(lang)| lang).unwrap_or_default();
    super::read(&pages.asked_by(visitor), &lang, "error", &uri, &headers).await
}

/// The form, or the thanks.
pub(super) async fn answer(pages: &Pages, asked: &Asked, today: Date) -> Response {
    let layout = layout(pages, asked, today).await;
    match &asked.address.place {
        Place::Error {
            received: Some(reference), ..
        } => respond(&thanks_page(layout, reference), StatusCode::OK),
        _ => {
            let typed = Said {
                entry: entry_of(&asked.address),
                ..Said::default()
            };
            respond(&form_page(layout, typed, Vec::new(), None), StatusCode::OK)
        }
    }
}

async fn hand_in(State(pages): State<Pages>, visitor: Visitor, path: Result<Path<String>, PathRejection>, request: Request) -> Response {
    let pages = pages.asked_by(visitor);
    let lang = path.map(|Path(lang)| lang).unwrap_or_default();
    let today = pages.web.register.today();
    let (head, body) = request.into_parts();
    let Some(asked) = Asked::read(&lang, "error", head.uri.query(), today) else {
        return super::missing(&pages, Lang::of_tag(&lang).unwrap_or(preferred(&head.headers)), today).await;
    };
    let (typed, refused) = match arrived(&head.headers, body, PATIENCE).await {
        Err(refused) => (Said::default(), refused),
        Ok(typed) if !from_here(&head.headers, pages.web.site.public.as_ref()) => (typed, Refused::Elsewhere),
        Ok(typed) => {
            let page = named(&asked.address);
            let said = Said {
                page: page.as_ref().map(Address::href).unwrap_or_default(),
                ..typed
            };
            let anybodys = pages.clone().asked_by(Visitor::default());
            match found(&anybodys, page.as_ref(), &said.entry).await {
                Ok(()) => match pages.web.reports.hand_in(&Viewer::public(), &said).await {
                    Ok(reference) => return received(&asked.address, reference),
                    Err(error) => (said, Refused::Desk(error)),
                },
                Err(refused) => (said, refused),
            }
        }
    };
    again(layout(&pages, &asked, today).await, typed, refused)
}

/// The answer to any other method.
async fn method(method: Method) -> Response {
    let text = format!("{method} does nothing here: the form is read with GET or HEAD and handed in with POST.\n");
    let mut response = (StatusCode::METHOD_NOT_ALLOWED, text).into_response();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD, POST"));
    response
}

/// What was typed.
async fn arrived(headers: &HeaderMap, body: Body, patience: Duration) -> Result<Said, Refused> {
    let body = guard::arrived(headers, body, guard::FORM, MOST, patience).await;
    let body = body.map_err(|refused| match refused {
        BodyRefused::MediaType => Refused::NotAForm(StatusCode::UNSUPPORTED_MEDIA_TYPE),
        BodyRefused::TooLong => Refused::TooLong,
        BodyRefused::TooSlow => Refused::TooSlow,
    })?;
    read_form(&body).ok_or(Refused::NotAForm(StatusCode::BAD_REQUEST))
}

/// The fields of the form; unknown ones are passed over.
fn read_form(body: &[u8]) -> Option<Said> {
    let fields = Fields::read(body)?;
    let field = |name: &str| fields.get(name).to_owned();
    Some(Said {
        page: String::new(),
        entry: field("entry"),
        wrong: field("wrong"),
        right: field("right"),
        contact: field("contact"),
    })
}

/// Looks page and entry up as whoever asks with `pages`, as they are today. An entry is looked up by its id: a hash, or a
/// part of either, tells nothing of what it stands for.
async fn found(pages: &Pages, page: Option<&Address>, entry: &str) -> Result<(), Refused> {
    let entry: String = entry.to_ascii_lowercase().split_whitespace().collect();
    let lang = page.map_or(Lang::En, |page| page.lang);
    let entry = EntryId::parse(&entry).map(|id| Address::plain(lang, Place::Entry(id.to_string())));
    let page = page.map(|page| Address::plain(page.lang, page.place.clone()));
    for address in page.iter().chain(&entry) {
        let uri: Uri = address.href().parse().map_err(|_| Refused::Unknown)?;
        let path = uri.path().strip_prefix('/').unwrap_or_default();
        let (lang, rest) = path.split_once('/').unwrap_or((path, ""));
        let rest = query::decode(rest).unwrap_or_default();
        let status = super::read(pages, lang, &rest, &uri, &HeaderMap::new()).await.status();
        if status.is_server_error() {
            return Err(Refused::Failed);
        }
        if status != StatusCode::OK {
            return Err(Refused::Unknown);
        }
    }
    Ok(())
}

/// The page that the form is about, in the reading of the form.
fn named(form: &Address) -> Option<Address> {
    let Place::Error { page: Some(page), .. } = &form.place else {
        return None;
    };
    Some(Address {
        as_at: form.as_at,
        known_on: form.known_on,
        hindsight: form.hindsight,
        ..Address::clone(page)
    })
}

/// The entry whose page the form is about.
fn entry_of(form: &Address) -> String {
    match named(form).map(|page| page.place) {
        Some(Place::Entry(id)) => id,
        _ => String::new(),
    }
}

/// Leads to the thanks, so that loading them again hands nothing in twice.
fn received(form: &Address, reference: Reference) -> Response {
    let page = match &form.place {
        Place::Error { page, .. } => page.clone(),
        _ => None,
    };
    let thanks = form.to(Place::Error {
        page,
        received: Some(reference),
    });
    let mut response = super::see_other(&thanks.href());
    close(&mut response);
    response
}

/// The form again, with all that was typed.
fn again(layout: Layout, typed: Said, refused: Refused) -> Response {
    let say = |key: &str| Some(Markup::text(&layout.t(key)));
    let mut seconds_to_wait = None;
    let (status, why, faults) = match refused {
        Refused::Elsewhere => (StatusCode::FORBIDDEN, say("error-elsewhere"), Vec::new()),
        Refused::TooLong => (StatusCode::PAYLOAD_TOO_LARGE, say("error-too-long"), Vec::new()),
        Refused::TooSlow => (StatusCode::REQUEST_TIMEOUT, say("error-too-slow"), Vec::new()),
        Refused::NotAForm(status) => (status, say("error-not-a-form"), Vec::new()),
        Refused::Unknown => (StatusCode::BAD_REQUEST, say("error-unknown"), Vec::new()),
        Refused::Failed => (StatusCode::INTERNAL_SERVER_ERROR, say("error-failed"), Vec::new()),
        Refused::Desk(DeskError::Faults(faults)) => (StatusCode::BAD_REQUEST, None, faults),
        Refused::Desk(DeskError::Busy { seconds }) => {
            seconds_to_wait = Some(seconds);
            let why = layout.w.say("error-busy", &[("n", seconds.into())]);
            (StatusCode::TOO_MANY_REQUESTS, Some(why), Vec::new())
        }
        Refused::Desk(DeskError::Full) => (StatusCode::SERVICE_UNAVAILABLE, say("error-full"), Vec::new()),
        Refused::Desk(error @ (DeskError::Store(_) | DeskError::NotAllowed | DeskError::Given(_))) => {
            tracing::error!(%error, "a report could not be kept");
            let status = match error {
                DeskError::Store(StoreError::DiskFull) => StatusCode::INSUFFICIENT_STORAGE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            };
            (status, say("error-failed"), Vec::new())
        }
    };
    let mut response = respond(&form_page(layout, typed, faults, why), status);
    if let Some(seconds) = seconds_to_wait {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

async fn layout(pages: &Pages, asked: &Asked, today: Date) -> Layout {
    let w = pages.words(asked.address.lang);
    let foot = refusal::newest_foot(pages, today).await;
    pages.layout(asked, w, today, foot)
}

fn respond(page: &impl Template, status: StatusCode) -> Response {
    let mut response = refusal::respond(page, status);
    close(&mut response);
    // Under `no-referrer` browsers hide from us too that the form comes from here (Fetch, section 3.2.3).
    response
        .headers_mut()
        .insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

/// Keeps an answer out of caches and search engines.
fn close(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(axum::http::header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
}

/// The form.
pub(crate) fn form_page(mut l: Layout, typed: Said, faults: Vec<(Field, Fault)>, why: Option<Markup>) -> Form {
    l.title = l.t(if faults.is_empty() && why.is_none() {
        "error-title"
    } else {
        "error-title-again"
    });
    l.noindex = true;
    Form { l, typed, faults, why }
}

/// The thanks.
pub(crate) fn thanks_page(mut l: Layout, reference: &Reference) -> Thanks {
    l.title = l.t("error-thanks-title");
    l.noindex = true;
    Thanks {
        l,
        reference: reference.to_string(),
    }
}

impl Form {
    fn page(&self) -> Option<String> {
        named(&self.l.address).map(|page| page.href())
    }

    fn hint(&self, key: &str) -> Markup {
        self.l.w.say(key, &[("most", LONGEST_TEXT.into())])
    }

    fn longest(&self) -> usize {
        LONGEST_TEXT
    }

    fn longest_contact(&self) -> usize {
        LONGEST_CONTACT
    }

    fn head(&self) -> String {
        self.l.w.plain("wrong-head", &[("n", self.faults.len().into())])
    }

    /// Each field that is wrong, by its id, with what is wrong.
    fn wrong(&self) -> Vec<(&'static str, Markup)> {
        self.faults
            .iter()
            .map(|(field, fault)| (id(*field), self.words(*field, *fault)))
            .collect()
    }

    /// What is wrong with the field of this id.
    fn wrong_in(&self, field: &str) -> Option<Markup> {
        self.wrong().into_iter().find(|(id, _)| *id == field).map(|(_, words)| words)
    }

    fn words(&self, field: Field, fault: Fault) -> Markup {
        let w = &self.l.w;
        let label = Markup::text(&w.t(match field {
            Field::Entry => "error-entry",
            Field::Wrong => "error-wrong",
            Field::Right => "error-right",
            Field::Contact => "error-contact",
        }));
        let (key, most) = match (fault, field) {
            (Fault::Missing, _) => ("error-fault-missing", 0),
            (Fault::TooLong, Field::Contact) => ("error-fault-too-long", LONGEST_CONTACT),
            (Fault::TooLong, _) => ("error-fault-too-long", LONGEST_TEXT),
            (Fault::Unseen, _) => ("error-fault-unseen", 0),
            (Fault::NotAnEntry, _) => ("error-fault-not-an-entry", 0),
            (Fault::NotAnAddress, _) => ("error-fault-not-an-address", 0),
        };
        w.say(key, &[("field", label.into()), ("most", most.into())])
    }
}

impl Thanks {
    fn text(&self) -> Markup {
        let reference = Markup::ready(format!("<b class=\"nb\">{}</b>", Markup::text(&self.reference)));
        self.l.w.say("error-thanks-text", &[("reference", reference.into())])
    }

    fn way(&self) -> String {
        named(&self.l.address).map_or_else(|| self.l.overview(), |page| page.href())
    }
}

/// The id of a field, which is also its name.
fn id(field: Field) -> &'static str {
    match field {
        Field::Entry => "entry",
        Field::Wrong => "wrong",
        Field::Right => "right",
        Field::Contact => "contact",
    }
}

#[cfg(test)]
#[path = "error_report_tests.rs"]
mod tests;
