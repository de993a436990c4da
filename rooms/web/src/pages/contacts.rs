//! The page on which anybody checks a list of those whom they mean to meet.
//!
//! What is asked is sent in the body of a POST and answered at once: it stands in no address, is kept by no cache and nowhere here,
//! and is logged nowhere, but for a check that somebody signed in asks to keep for their institution. Of somebody who is signed in the audit tells that they checked, and how many contacts.

use super::{Pages, preferred, refusal};
use crate::address::{Asked, DateFields, Lang};
use crate::checking;
use crate::guard::{BodyRefused, PATIENCE};
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::texts::Said;
use crate::upload::held::Held;
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::header::{ALLOW, REFERRER_POLICY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use jiff::civil::Date;
use law::{Asker, Pack};
use register::attachment::AttachmentError;
use register::contacts::{Asked as AskedFor, Checked, KeepError, ListError, MOST_BYTES};
use register::reading::{FIRST_DAY, ReadingError};
use register::view::model::NotPublic;
use reports::contacts::list_refused;
use reports::letter::Language;
use std::fmt::Display;

/// The most bytes of a form that are read: a list, and what stands around it.
const MOST: usize = MOST_BYTES + 64 * 1024;

/// The form is read with GET and sent with POST, which answers it.
pub(super) fn route() -> MethodRouter<Pages> {
    get(form).post(check).fallback(method)
}

/// The form; above it the answer, or why there is none.
#[derive(Template)]
#[template(path = "contacts.html")]
pub(crate) struct Page<'a> {
    pub(super) l: Layout,
    typed: Typed,
    /// What is wrong, each with the field in which it is mended.
    faults: Vec<(&'static str, Markup)>,
    checked: Option<&'a Checked>,
    pub(super) law: &'a Pack,
}

/// What stands in the form.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    list: String,
    day: DateFields,
    asker: Asker,
    all_persons: bool,
    keep: bool,
}

impl Typed {
    /// An empty form for a day.
    pub(crate) fn on(day: DateFields) -> Typed {
        Typed {
            list: String::new(),
            day,
            asker: Asker::State,
            all_persons: false,
            keep: false,
        }
    }
}

/// Why a list was not checked.
enum Refused {
    Body(BodyRefused),
    Day(ReadingError),
    /// A list was both pasted and chosen.
    Both,
    List(ListError),
    /// It was checked, but is not kept.
    Keep(KeepError),
    Failed,
}

impl Refused {
    fn failed(error: impl Display) -> Refused {
        tracing::error!(%error, "a list of contacts could not be checked");
        Refused::Failed
    }

    fn status(&self) -> StatusCode {
        match self {
            Refused::Body(BodyRefused::TooLong) | Refused::List(ListError::TooLong | ListError::TooMany) => StatusCode::PAYLOAD_TOO_LARGE,
            Refused::Body(BodyRefused::TooSlow) => StatusCode::REQUEST_TIMEOUT,
            Refused::Body(BodyRefused::MediaType) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Refused::Day(_) | Refused::Both | Refused::List(_) => StatusCode::BAD_REQUEST,
            Refused::Keep(KeepError::NotAllowed) => StatusCode::FORBIDDEN,
            Refused::Keep(KeepError::File(why)) if !matches!(why, AttachmentError::Store(_)) => StatusCode::BAD_REQUEST,
            Refused::Keep(_) | Refused::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What is wrong, with the field in which it is mended.
    fn fault(&self, l: &Layout) -> (&'static str, Markup) {
        let text = |key: &str| Markup::text(&l.t(key));
        match self {
            Refused::Body(BodyRefused::TooLong) => ("list", Markup::text(&list_refused(&ListError::TooLong, language(l)))),
            Refused::Body(BodyRefused::TooSlow) => ("list", text("contacts-too-slow")),
            Refused::Body(BodyRefused::MediaType) => ("list", text("contacts-not-a-form")),
            Refused::Day(ReadingError::BeforeTheStatute { given }) => {
                let days = [("given", l.w.day(*given).into()), ("first", l.w.day(FIRST_DAY).into())];
                ("on", l.w.say("contacts-before-the-statute", &days))
            }
            Refused::Day(_) => ("on", text("contacts-not-a-day")),
            Refused::Both => ("list", text("contacts-both")),
            Refused::List(error) => ("list", Markup::text(&list_refused(error, language(l)))),
            Refused::Keep(error) => ("keep", Said::of_keeping(error).markup(&l.w)),
            Refused::Failed => ("list", text("contacts-failed")),
        }
    }
}

async fn form(
    State(pages): State<Pages>,
    visitor: crate::visitor::Visitor,
    path: Result<Path<String>, PathRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let lang = path.map(|Path(lang)| lang).unwrap_or_default();
    super::read(&pages.asked_by(visitor), &lang, "contacts", &uri, &headers).await
}

/// The form, before anything was asked.
pub(super) async fn answer(pages: &Pages, asked: &Asked, today: Date) -> Response {
    let layout = layout(pages, asked, today).await;
    let page = page(layout, Typed::on(asked.day.clone()), Vec::new(), None, &pages.web.register.law);
    respond(&page, StatusCode::OK)
}

async fn check(
    State(pages): State<Pages>,
    visitor: crate::visitor::Visitor,
    path: Result<Path<String>, PathRejection>,
    request: Request,
) -> Response {
    let pages = pages.asked_by(visitor);
    let lang = path.map(|Path(lang)| lang).unwrap_or_default();
    let today = pages.web.register.today();
    let (head, body) = request.into_parts();
    let Some(asked) = Asked::read(&lang, "contacts", head.uri.query(), today) else {
        return super::missing(&pages, Lang::of_tag(&lang).unwrap_or(preferred(&head.headers)), today).await;
    };
    let mut layout = layout(&pages, &asked, today).await;
    let law = pages.web.register.law.clone();
    let held = match Held::read(&head.headers, body, MOST, PATIENCE).await {
        Ok(held) => held,
        Err(refused) => {
            let refused = Refused::Body(refused);
            let faults = vec![refused.fault(&layout)];
            let page = page(layout, Typed::on(asked.day.clone()), faults, None, &law);
            return respond(&page, refused.status());
        }
    };
    let typed = typed(&held, today);
    match checked(&pages, &held, &typed, today).await {
        Ok(answer) => {
            layout.not_public = not_public(&answer);
            respond(&page(layout, typed, Vec::new(), Some(&answer), &law), StatusCode::OK)
        }
        Err(refused) => {
            let faults = vec![refused.fault(&layout)];
            respond(&page(layout, typed, faults, None, &law), refused.status())
        }
    }
}

impl Said {
    /// Why a check is not kept, and what to do. It was made all the same.
    pub(crate) fn of_keeping(error: &KeepError) -> Said {
        match error {
            KeepError::NotAllowed => Said::text("contacts-keep-not-allowed"),
            KeepError::File(why) => Said::of_attachment(why),
            KeepError::Another | KeepError::Record(_) => {
                tracing::error!(%error, "a check of contacts could not be kept");
                Said::text("contacts-keep-failed")
            }
        }
    }
}

/// The answer to any other method.
async fn method(method: Method) -> Response {
    let text = format!("{method} does nothing here: the form is read with GET or HEAD and sent with POST.\n");
    let mut response = (StatusCode::METHOD_NOT_ALLOWED, text).into_response();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD, POST"));
    response
}

/// What was typed.
fn typed(held: &Held, today: Date) -> Typed {
    let [d, m, y] = ["d", "m", "y"].map(|name| record::taken_in(held.typed(name)).trim().to_owned());
    let day = DateFields { d, m, y };
    Typed {
        // Browsers end the lines of what is typed with both signs; as it was typed they end with one.
        list: held.typed("list").replace("\r\n", "\n"),
        day: if day == DateFields::default() { DateFields::of(today) } else { day },
        asker: Asker::of_word(held.typed("for")).unwrap_or(Asker::State),
        all_persons: held.typed("persons") == "all",
        keep: held.typed("keep") == "list",
    }
}

async fn checked(pages: &Pages, held: &Held, typed: &Typed, today: Date) -> Result<Checked, Refused> {
    let asked = AskedFor::new(Some(&typed.day.written()), typed.asker, typed.all_persons, today).map_err(Refused::Day)?;
    let bytes = match held.file("file") {
        Some(_) if !typed.list.trim().is_empty() => return Err(Refused::Both),
        Some(file) => file,
        None => typed.list.as_bytes(),
    };
    let web = &pages.web;
    let list = checking::read(bytes.to_vec())
        .await
        .map_err(Refused::failed)?
        .map_err(Refused::List)?;
    let answer = checking::check(web, pages.visitor.viewer(), asked, list).await;
    let mut answer = answer.map_err(Refused::failed)?.map_err(Refused::failed)?;
    if typed.keep {
        let actor = pages.visitor.actor().map_err(|_| Refused::Keep(KeepError::NotAllowed))?;
        let kept = web.register.keep_check(actor.viewer(), actor.author(), &mut answer, bytes).await;
        kept.map_err(Refused::Keep)?;
    }
    Ok(answer)
}

/// What of an answer is not public.
fn not_public(checked: &Checked) -> NotPublic {
    let levels = || checked.lines.iter().flat_map(|line| &line.hits).map(|hit| hit.person.level);
    let closed = || levels().filter(|level| *level != record::audience::Level::Public);
    NotPublic {
        level: closed().max(),
        facts: u64::try_from(closed().count()).unwrap_or(u64::MAX),
    }
}

async fn layout(pages: &Pages, asked: &Asked, today: Date) -> Layout {
    let w = pages.words(asked.address.lang);
    let foot = refusal::newest_foot(pages, today).await;
    let mut layout = pages.layout(asked, w, today, foot);
    // It has a day of its own.
    layout.inside = true;
    layout.entry = Entry::Warrants;
    layout
}

fn respond(page: &impl Template, status: StatusCode) -> Response {
    // It is kept by no cache; nor is it for search engines.
    let mut response = refusal::respond(page, status);
    let headers = response.headers_mut();
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    // Under `no-referrer` browsers hide from us too that the form comes from here (Fetch, section 3.2.3).
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

/// The page.
pub(crate) fn page<'a>(
    mut l: Layout,
    typed: Typed,
    faults: Vec<(&'static str, Markup)>,
    checked: Option<&'a Checked>,
    law: &'a Pack,
) -> Page<'a> {
    l.title = l.t(match (&faults[..], checked) {
        ([], None) => "contacts-title",
        ([], Some(_)) => "contacts-title-checked",
        _ => "contacts-title-again",
    });
    l.noindex = true;
    Page {
        l,
        typed,
        faults,
        checked,
        law,
    }
}

/// The language of a page in which documents are written.
pub(super) fn language(l: &Layout) -> Language {
    match l.w.lang {
        Lang::En => Language::En,
        Lang::Fr => Language::Fr,
    }
}

impl Page<'_> {
    /// Whom the rule binds, each with its words and whether it is chosen.
    fn askers(&self) -> Vec<(&'static str, String, bool)> {
        let asker = |asker: Asker| {
            let words = match asker {
                Asker::Un => "contacts-for-un",
                Asker::State => "contacts-for-state",
                Asker::Other => "contacts-for-other",
            };
            (asker.word(), self.l.t(words), asker == self.typed.asker)
        };
        Asker::ALL.into_iter().map(asker).collect()
    }

    /// What is wrong in a field.
    fn wrong_in(&self, field: &str) -> Option<&Markup> {
        self.faults.iter().find(|(known, _)| *known == field).map(|(_, words)| words)
    }

    fn wrong_head(&self) -> String {
        self.l.w.plain("wrong-head", &[("n", self.faults.len().into())])
    }

    fn hint(&self) -> Markup {
        let most = register::contacts::MOST_CONTACTS;
        self.l.w.say("contacts-list-hint", &[("most", most.into())])
    }
}
