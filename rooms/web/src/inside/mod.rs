//! The pages for whoever is signed in: signing in, one's own account, people, matters, the audit. They are about now
//! and have no reading; what is not public is shown by them, and by no file that can be taken along but those of `export` and of reports.
//!
//! Every one of them follows one pattern. A page is read with GET. A form is sent with POST to the address of a page,
//! does one act, and leads on by a redirect, so that loading again does nothing twice; where the act is refused, the
//! page comes back with what was typed and why. What somebody may not see is answered like an address at which
//! nothing lies, by the same function.

mod account;
mod annexes;
mod attachment;
mod audit;
mod authorities;
mod authority;
mod authority_form;
mod authority_words;
mod certificate;
mod demonstration;
pub(crate) mod document;
mod draft;
mod draft_file;
mod draft_people;
mod draft_versions;
mod draft_word;
pub(crate) mod draft_word_back;
mod drafts;
mod elements;
mod emergency;
mod erasure;
mod execution;
mod export;
mod files;
mod hand_over;
mod join;
mod languages;
mod matter;
mod matter_acts;
mod matter_words;
mod matters;
mod need;
mod passkey;
mod people;
mod person_account;
pub(crate) mod press;
mod programs;
mod provider;
mod receive;
pub(crate) mod receive_came;
mod recovery;
pub(crate) mod report_issue;
pub(crate) mod report_take;
pub(crate) mod report_text;
mod report_text_act;
mod report_text_file;
mod report_text_issue;
mod report_text_typed;
mod report_text_version;
mod report_text_words;
mod request;
mod request_act;
mod request_acts;
mod request_asked;
pub(crate) mod request_bundle;
mod request_changes;
mod request_clock;
mod request_counted;
mod request_documents;
mod request_instead;
pub(crate) mod request_letters;
mod request_notices;
mod request_paper;
mod request_refused;
mod request_sending;
mod request_sign;
mod request_signature;
mod requests;
mod role;
mod roles;
mod screen;
pub(crate) mod screening;
mod sign_in;
mod taken;
mod tokens;
mod verify;
mod words;

pub(crate) use attachment::handed_out;
pub(crate) use draft_versions::run;
pub(crate) use draft_word_back::told as notice;
pub(crate) use matter_acts::end_of_day;
pub(crate) use matter_words::{account_of_author, named};
pub use taken::{TakeError, TakenFile, take_matter};
pub(crate) use verify::{between, kept};

use crate::address::{Asked, Lang};
use crate::guard::{BodyRefused, FORM, Fields, PATIENCE, arrived, way_back};
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::texts::Words;
use crate::tls::ClientCertificate;
use crate::visitor::Visitor;
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, REFERRER_POLICY};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use identity::people::coming::Visit;
use identity::people::{Actor, People, PeopleError};
use jiff::civil::Date;
use register::port::StoreError;
use register::reading::Reading;
use std::fmt::Display;

/// The first segments, after the language, of the addresses of these pages.
const FIRST: [&str; 25] = [
    "sign-in",
    "sign-out",
    "join",
    "verify",
    "role",
    "account",
    "people",
    "roles",
    "audit",
    "screen",
    "matters",
    "matter",
    "emergency",
    "authorities",
    "needs",
    "requests",
    "request",
    "paper",
    "executions",
    "hand-over",
    "drafts",
    "draft",
    "files",
    "attachment",
    "report-text",
];
/// The longest form that is taken, in bytes: the one with the widest fields, filled in a script of which each letter is
/// sent as nine, has two thirds of it.
const LONGEST: usize = 32 * 1024;

/// Whether a path after the language is that of one of these pages, as far as its first segment tells.
pub(crate) fn is_inside(rest: &str) -> bool {
    FIRST.contains(&rest.split('/').next().unwrap_or_default())
}

/// The routes of these pages.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .merge(people::routes())
        .merge(programs::routes())
        .merge(person_account::routes())
        .merge(audit::routes())
        .merge(authorities::routes())
        .merge(roles::routes())
        .merge(screen::routes())
        .merge(matters::routes())
        .merge(matter::routes())
        .merge(emergency::routes())
        .merge(drafts::routes())
        .merge(draft::routes())
        .merge(draft_file::routes())
        .merge(draft_people::routes())
        .merge(draft_versions::routes())
        .merge(draft_word::routes())
        .merge(report_text::routes())
        .merge(requests::routes())
        .merge(receive::routes())
        .merge(execution::routes())
        .merge(hand_over::routes())
        .merge(request::routes())
        .merge(request_acts::routes())
        .merge(request_letters::routes())
        .merge(request_paper::routes())
        .merge(request_bundle::routes())
        .merge(request_changes::routes())
        .merge(request_sign::routes())
        .merge(request_signature::routes())
        .merge(erasure::routes())
        .merge(export::routes())
        .merge(attachment::routes())
        .merge(document::routes())
        .merge(files::routes())
        .merge(account::routes())
        .merge(tokens::routes())
        .merge(join::routes())
        .merge(provider::routes())
        .merge(role::routes())
        .merge(sign_in::routes())
        .merge(verify::routes())
}

/// One request for one of these pages.
pub(crate) struct Inside {
    /// The pages, asked for by whoever asks.
    pub(crate) pages: Pages,
    /// The words.
    pub(crate) w: Words,
    /// Today in The Hague.
    pub(crate) today: Date,
    /// The headers of the request.
    pub(crate) headers: HeaderMap,
    /// The certificate that the browser showed when it connected.
    pub(crate) certificate: Option<ClientCertificate>,
    asked: Asked,
}

/// What a request sends with a form.
pub(crate) struct Posted {
    /// The request.
    pub(crate) inside: Inside,
    /// What was typed.
    pub(crate) fields: Fields,
}

/// Why an act was not done.
pub(crate) enum Unsettled {
    /// This is the answer: to sign in, to show again who one is, or nothing lies here.
    Answer(Box<Response>),
    /// The page is to be shown again, with this status, and this said on it.
    Say(StatusCode, Markup),
}

impl FromRequestParts<Pages> for Inside {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, pages: &Pages) -> Result<Inside, Response> {
        let visitor = match Visitor::from_request_parts(parts, pages).await {
            Ok(visitor) => visitor,
            Err(never) => match never {},
        };
        let pages = pages.clone().asked_by(visitor);
        let today = pages.web.register.today();
        let path = parts.uri.path().strip_prefix('/').unwrap_or_default();
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let asked = crate::query::decode(rest).and_then(|rest| Asked::read(first, &rest, parts.uri.query(), today));
        match asked {
            Some(asked) => Ok(Inside {
                w: pages.words(asked.address.lang),
                pages,
                today,
                headers: parts.headers.clone(),
                certificate: parts.extensions.get().cloned(),
                asked,
            }),
            None => {
                let lang = Lang::of_tag(first).unwrap_or(pages::preferred(&parts.headers));
                Err(pages::missing(&pages, lang, today).await)
            }
        }
    }
}

impl FromRequest<Pages> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, pages: &Pages) -> Result<Posted, Response> {
        let (mut parts, body) = request.into_parts();
        let inside = Inside::from_request_parts(&mut parts, pages).await?;
        let fields = inside.fields_of(body).await?;
        Ok(Posted { inside, fields })
    }
}

impl Inside {
    /// What was typed into a form without files.
    ///
    /// # Errors
    /// It cannot be read, or something stands between it and its page, and what is answered then.
    pub(crate) async fn fields_of(&self, body: Body) -> Result<Fields, Response> {
        self.fields_up_to(body, LONGEST).await
    }

    /// The same where a form may be longer, in bytes.
    ///
    /// # Errors
    /// As for [`Inside::fields_of`].
    pub(crate) async fn fields_up_to(&self, body: Body, longest: usize) -> Result<Fields, Response> {
        // Carried on over a fresh verification it comes with what a passkey answers to it.
        let body = arrived(&self.headers, body, FORM, 2 * longest, PATIENCE).await;
        let fields = body.map(|body| (body.len(), Fields::read(&body)));
        match fields {
            // What is taken once is taken again when it is carried on.
            Ok((length, Some(fields))) if length > longest && !verify::is_carried(&fields) => Err(self.refused(BodyRefused::TooLong)),
            Ok((_, Some(fields))) => match verify::between(self, &fields) {
                None => Ok(fields),
                Some(answer) => Err(answer),
            },
            Ok((_, None)) => Err(self.not_read(StatusCode::BAD_REQUEST, "form-not-a-form")),
            Err(refused) => Err(self.refused(refused)),
        }
    }

    /// The answer to a form of which the body was not read.
    pub(crate) fn refused(&self, refused: BodyRefused) -> Response {
        match refused {
            BodyRefused::MediaType => self.not_read(StatusCode::UNSUPPORTED_MEDIA_TYPE, "form-not-a-form"),
            BodyRefused::TooLong => self.not_read(StatusCode::PAYLOAD_TOO_LARGE, "form-too-long"),
            BodyRefused::TooSlow => self.not_read(StatusCode::REQUEST_TIMEOUT, "form-too-slow"),
        }
    }

    /// The people of the record.
    pub(crate) fn people(&self) -> &People {
        &self.pages.web.people
    }

    /// Whether a page is asked for as it stands today: one of today is no answer to who asks for another day.
    ///
    /// # Errors
    /// The address names another reading, and what is answered then.
    pub(crate) fn asks_for_today(&self) -> Result<(), Box<Response>> {
        let named = ["as_at", "known_on", "hindsight"]
            .iter()
            .any(|name| !self.parameter(name).is_empty());
        if named {
            return Err(Box::new(self.instead(StatusCode::BAD_REQUEST, "of-today-head", "of-today-text")));
        }
        Ok(())
    }

    /// How these pages read the record: as it stands today, with all that is known by now.
    pub(crate) fn reading(&self) -> Reading {
        Reading {
            as_at: self.today,
            known_on: None,
            hindsight: true,
            dated: false,
        }
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// Nobody is: the answer leads to where one signs in, and back.
    pub(crate) fn visit(&self) -> Result<&Visit, Box<Response>> {
        let signed_in = self.pages.visitor.visit();
        signed_in.ok_or_else(|| Box::new(self.see_other(&self.layout("inside-sign-in").sign_in())))
    }

    /// As whom somebody signed in acts.
    ///
    /// # Errors
    /// Nobody is signed in, or they chose no role: the answer leads to where they do.
    pub(crate) fn actor(&self) -> Result<&Actor, Box<Response>> {
        self.visit()?;
        let role = || Box::new(self.see_other(&format!("{}?to={}", self.within("role"), crate::address::encode(&self.here()))));
        self.pages.visitor.actor().map_err(|_| role())
    }

    /// The address of this page.
    pub(crate) fn here(&self) -> String {
        self.asked.address.href()
    }

    /// The address of another of these pages, by its path after the language.
    pub(crate) fn within(&self, path: &str) -> String {
        format!("/{}/{path}", self.w.lang.tag())
    }

    /// A parameter of the address; empty where it is not there.
    pub(crate) fn parameter(&self, name: &str) -> String {
        let query = self.asked.address.href();
        let query = query.split_once('?').map_or("", |(_, query)| query);
        Fields::read(query.as_bytes()).map_or_else(String::new, |fields| fields.get(name).to_owned())
    }

    /// Where the address says to go on to: a page of ours, or this one of these pages.
    pub(crate) fn go_on(&self, to: &str, otherwise: &str) -> String {
        way_back(to, self.today).unwrap_or_else(|| self.within(otherwise))
    }

    /// What stands around the page: `title` is the key of a text.
    pub(crate) fn layout(&self, title: &str) -> Layout {
        let mut layout = self.pages.layout(&self.asked, self.w.clone(), self.today, None);
        layout.title = self.w.t(title);
        layout.entry = Entry::None;
        layout.noindex = true;
        layout.inside = true;
        layout
    }

    /// The same with the foot of the record as it is now.
    pub(crate) async fn whole_layout(&self, title: &str) -> Layout {
        Layout {
            foot: pages::newest_foot(&self.pages, self.today).await,
            ..self.layout(title)
        }
    }

    /// Answers with a page.
    pub(crate) fn show(&self, page: &impl Template) -> Response {
        self.show_as(StatusCode::OK, page)
    }

    /// Answers with a page and a status.
    pub(crate) fn show_as(&self, status: StatusCode, page: &impl Template) -> Response {
        match page.render() {
            Ok(body) => {
                let mut response = (status, body).into_response();
                let headers = response.headers_mut();
                headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
                headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
                headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
                // Under `no-referrer` browsers hide from us too that a form comes from here (Fetch, section 3.2.3).
                headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
                response
            }
            Err(error) => {
                tracing::error!(%error, "a page could not be rendered");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }

    /// Leads to another address.
    pub(crate) fn see_other(&self, address: &str) -> Response {
        let mut response = pages::see_other(address);
        response
            .headers_mut()
            .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        response
    }

    /// The answer where nothing lies, or nothing for whoever asks.
    pub(crate) async fn nowhere(&self) -> Response {
        pages::missing(&self.pages, self.w.lang, self.today).await
    }

    /// The answer where record, desk or audit could not be read or written.
    pub(crate) fn failed(&self, error: &impl Display) -> Response {
        tracing::error!(%error, "record, desk or audit could not be read or written for a page");
        self.instead(StatusCode::INTERNAL_SERVER_ERROR, "failed-head", "failed-text")
    }

    /// The answer to a form that was not read, with the key of the text that says why.
    fn not_read(&self, status: StatusCode, why: &str) -> Response {
        self.instead(status, "form-not-read", why)
    }

    /// A page for which nothing is read, by the keys of its head and text.
    fn instead(&self, status: StatusCode, head: &str, text: &str) -> Response {
        let text = Markup::text(&self.w.t(text));
        pages::not_taken(self.w.clone(), self.today, status, self.w.t(head), text)
    }

    /// What came of an act.
    ///
    /// # Errors
    /// It was not done, and what is to be answered or said.
    pub(crate) async fn settle<T>(&self, done: Result<T, PeopleError>) -> Result<T, Unsettled> {
        match done {
            Ok(done) => Ok(done),
            Err(PeopleError::NoSuchAccount | PeopleError::NoSuchMatter) => Err(Unsettled::Answer(Box::new(self.nowhere().await))),
            Err(error) => Err(self.said(&error)),
        }
    }

    /// What is said of an error, with the status of the answer.
    pub(crate) fn said(&self, error: &PeopleError) -> Unsettled {
        let status = match error {
            PeopleError::NotAllowed | PeopleError::NotFresh => StatusCode::FORBIDDEN,
            PeopleError::Store(StoreError::DiskFull) => StatusCode::INSUFFICIENT_STORAGE,
            PeopleError::Store(error) => {
                tracing::error!(%error, "an act could not be recorded");
                StatusCode::INTERNAL_SERVER_ERROR
            }
            _ => StatusCode::BAD_REQUEST,
        };
        Unsettled::Say(status, self.w.people_error(error))
    }
}
