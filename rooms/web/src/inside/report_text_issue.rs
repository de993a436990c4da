//! A report issued with its text: the page that shows what is signed, by its hashes, the signature with a passkey, and the report
//! with its text as a file, before it is issued too.

use super::passkey::{ANSWER, Ask, Wants, begun};
use super::report_text::{Segments, names, opened, text_of, texts};
use super::report_text_act::said;
use super::sign_in::{ceremony, said as refused_to_sign};
use super::{Inside, Posted, press, verify};
use crate::guard::with_script;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::report_files::{file_of, handed_out};
use access::Action;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use identity::people::Actor;
use identity::people::coming::Visit;
use identity::refusal::Refusal;
use record::audience::{Level, Reader};
use record::entry::Author;
use record::hex::hex;
use register::audit::{Act, Event};
use register::draft::DraftId;
use register::figures::Desk;
use register::issued::ToIssue;
use register::port::StoreError;
use register::report_text::{OpenedText, ReportSignature, Standing, TextError};
use register::view::model::NotPublic;
use reports::report::trace::Trace;
use reports::report::{Asking, Form, Kind, Language, Report, ReportError, make};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "inside/report_text_issue.html")]
struct Page {
    l: Layout,
    text: String,
    pdf_sha256: String,
    trace_sha256: String,
    for_whom: Option<Reader>,
    /// Who approved the text.
    approved_by: Markup,
    /// The ground on which it is not public; none where it is.
    basis: Option<String>,
    /// With a passkey; none where whoever looks has none, or the site knows no passkeys.
    ask: Option<Ask>,
    refused: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/report-text/{id}/issue", get(show).post(issue).fallback(pages::method))
        .route("/{lang}/report-text/{id}/issue/begin", post(begin).fallback(pages::method))
        .route("/{lang}/report-text/{id}/{file}", get(file).fallback(pages::method))
}

/// Matters that are not public and went into a report, with their levels.
type Closed = BTreeSet<(String, Level)>;

/// The report of a text as it stands, for whoever writes it, and what is not public of it; else the answer. A report of somebody whom
/// the viewer may not know is not there, and neither is its text.
pub(super) async fn made(inside: &Inside, opened: &OpenedText) -> Result<(Report, Closed), Box<Response>> {
    match of_text(inside, opened).await {
        Ok(made) => Ok(made),
        Err(ReportError::View(error)) => Err(Box::new(inside.failed(&error))),
        Err(_) => Err(Box::new(inside.nowhere().await)),
    }
}

async fn of_text(inside: &Inside, opened: &OpenedText) -> Result<(Report, Closed), ReportError> {
    let of = &opened.of;
    let kind = Kind::of_word(&of.report).ok_or_else(|| ReportError::NoKind(of.report.clone()))?;
    let asking = Asking {
        kind,
        state: of.about.clone().filter(|_| kind.is_of_state()),
        person: of.about.clone().filter(|_| kind == Kind::Person),
        since: of.since,
        language: if of.language == Language::Fr.tag() {
            Language::Fr
        } else {
            Language::En
        },
        text: opened.sections.clone(),
    };
    let reading = opened.reading();
    let mut desk = Desk::new(&inside.pages.web.register, &opened.made_as, &reading);
    let report = make(&mut desk, &asking).await?;
    let entries: Vec<String> = report.figures.iter().flat_map(|figure| figure.entries.clone()).collect();
    let closed = desk.closed_among(&entries).await?;
    Ok((report, closed))
}

/// Whether somebody is to show first who they are: what is not public leaves its matters with the file, as what is taken along does.
fn to_verify(inside: &Inside, visit: &Visit, opened: &OpenedText) -> Result<(), Box<Response>> {
    if opened.of.seen && !inside.people().is_fresh(visit, Action::Export) {
        return Err(Box::new(verify::page(inside, visit, None, &inside.here(), None)));
    }
    Ok(())
}

/// Tells the audit which matters that are not public go out with a file.
async fn told(inside: &Inside, actor: &Actor, closed: &Closed) -> Result<(), StoreError> {
    let audit = &inside.pages.web.audit;
    let event = |(matter, level): &(String, Level)| audit.event(Act::Exported, actor.who()).matter(matter, *level).detail("report");
    let events: Vec<Event> = closed.iter().map(event).collect();
    audit.write(&events).await
}

/// The report with its text as a file. Until the text is approved it says that it is being written.
async fn file(segments: Result<Path<(String, String, String)>, PathRejection>, inside: Inside) -> Response {
    match handed(segments, &inside).await {
        Ok(response) => response,
        Err(answer) => *answer,
    }
}

async fn handed(segments: Result<Path<(String, String, String)>, PathRejection>, inside: &Inside) -> Result<Response, Box<Response>> {
    let named = segments.ok().and_then(|Path((_, id, file))| {
        let form = Form::of_word(file.strip_prefix("report.")?)?;
        Some((DraftId::parse(&id)?, form))
    });
    let Some((id, form)) = named else {
        return Err(Box::new(inside.nowhere().await));
    };
    let (visit, actor) = (inside.visit()?, inside.actor()?);
    let opened = opened(inside, actor, &id).await?;
    to_verify(inside, visit, &opened)?;
    let failed = |error: &dyn std::fmt::Display| Box::new(inside.failed(&error));
    let (mut report, closed) = made(inside, &opened).await?;
    if opened.head.standing() != Standing::Approved {
        report.say_that_it_is_written();
    }
    let file = press::done(move || file_of(form, &report)).await.map_err(|error| failed(&error))?;
    let file = file.map_err(|error| failed(&error))?;
    told(inside, actor, &closed).await.map_err(|error| failed(&error))?;
    let mut response = handed_out(file.bytes.into_response(), form, &file.name);
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// What somebody who may issue a report with its text has before them.
struct ToSign<'i> {
    visit: &'i Visit,
    actor: &'i Actor,
    opened: OpenedText,
    report: Report,
    closed: Closed,
    pdf: Vec<u8>,
    name: String,
    pdf_sha256: String,
    trace: String,
    trace_sha256: String,
}

impl ToSign<'_> {
    /// What a page shows of it: the version, and the file.
    fn shown(&self) -> String {
        format!("{}.{}", self.opened.head.current, self.pdf_sha256)
    }
}

/// What is to be signed, as it stands now.
///
/// # Errors
/// There is no such text for whoever asks, it is not approved, or they are to show first who they are; and what is answered then.
async fn to_sign<'i>(inside: &'i Inside, id: &DraftId) -> Result<ToSign<'i>, Box<Response>> {
    let (visit, actor) = (inside.visit()?, inside.actor()?);
    let opened = opened(inside, actor, id).await?;
    if opened.head.standing() != Standing::Approved {
        return Err(Box::new(inside.see_other(&inside.within(&format!("report-text/{id}")))));
    }
    to_verify(inside, visit, &opened)?;
    let failed = |error: &dyn std::fmt::Display| Box::new(inside.failed(&error));
    let (report, closed) = made(inside, &opened).await?;
    let trace = Trace::of(&report).text();
    let set = press::done(move || (file_of(Form::Pdf, &report), report))
        .await
        .map_err(|error| failed(&error))?;
    let (file, report) = set;
    let file = file.map_err(|error| failed(&error))?;
    Ok(ToSign {
        visit,
        actor,
        opened,
        report,
        closed,
        pdf_sha256: hex(&Sha256::digest(&file.bytes)),
        pdf: file.bytes,
        name: file.name,
        trace_sha256: hex(&Sha256::digest(&trace)),
        trace,
    })
}

async fn show(segments: Segments, inside: Inside) -> Response {
    match text_of(segments) {
        Some(id) => answer(&inside, &id, None).await,
        None => inside.nowhere().await,
    }
}

/// The page, with why nothing was issued.
async fn answer(inside: &Inside, id: &DraftId, refused: Option<(StatusCode, Markup)>) -> Response {
    let to_sign = match to_sign(inside, id).await {
        Ok(to_sign) => to_sign,
        Err(answer) => return *answer,
    };
    let named = match names(inside, to_sign.actor, &to_sign.opened).await {
        Ok(named) => named,
        Err(answer) => return *answer,
    };
    let mut l = inside.whole_layout("text-issue-head").await;
    let level = to_sign
        .opened
        .head
        .level
        .max(to_sign.report.not_public.level.unwrap_or(Level::Public));
    l.not_public = NotPublic {
        level: Some(level).filter(|_| to_sign.opened.of.seen),
        facts: 0,
    };
    let text = inside.within(&format!("report-text/{id}"));
    let has_passkey = inside.pages.web.signing.party.is_some() && inside.people().has_passkey(to_sign.visit);
    let version = to_sign.opened.head.current.to_string();
    let ask = has_passkey.then(|| Ask {
        wants: Wants::Get,
        begin: format!("{text}/issue/begin?shown={}", to_sign.shown()),
        action: format!("{text}/issue"),
        hidden: vec![("version".to_owned(), version)],
        name: None,
        button: inside.w.t("text-issue-do"),
    });
    let approved = texts(inside).approved(&to_sign.opened, to_sign.opened.head.current);
    let (status, refused) = refused.map_or((StatusCode::OK, None), |(status, why)| (status, Some(why)));
    let page = Page {
        approved_by: approved.map(|author| l.w.author(&author, &named)).unwrap_or_default(),
        basis: to_sign.opened.of.seen.then(|| to_sign.opened.current.content.basis.clone()),
        for_whom: to_sign.actor.viewer().acts_as().cloned(),
        pdf_sha256: to_sign.pdf_sha256,
        trace_sha256: to_sign.trace_sha256,
        text,
        ask,
        refused,
        l,
    };
    let mut response = inside.show_as(status, &page);
    if page.ask.is_some() {
        with_script(&mut response);
    }
    response
}

/// The options for the browser, if what is to be signed is still what the page shows.
async fn begin(segments: Segments, inside: Inside) -> Response {
    let (Some(id), Some(party)) = (text_of(segments), &inside.pages.web.signing.party) else {
        return inside.nowhere().await;
    };
    let Ok(to_sign) = to_sign(&inside, &id).await else {
        // Nobody is signed in any more, or it is not theirs to issue: the page says so when it is loaded again.
        return StatusCode::FORBIDDEN.into_response();
    };
    if to_sign.shown() != inside.parameter("shown") {
        return StatusCode::CONFLICT.into_response();
    }
    let hashes = (to_sign.trace_sha256.as_str(), to_sign.pdf_sha256.as_str());
    let people = inside.people();
    begun(people.begin_report_signature(party, to_sign.visit, inside.today, hashes).await)
}

async fn issue(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let Some(id) = text_of(segments) else {
        return inside.nowhere().await;
    };
    let to_sign = match to_sign(&inside, &id).await {
        Ok(to_sign) => to_sign,
        Err(answer) => return *answer,
    };
    let (Some(party), Some(ceremony)) = (&inside.pages.web.signing.party, ceremony(&inside)) else {
        let refused = refused_to_sign(&inside, &Refusal::NoCeremony.into());
        return answer(&inside, &id, Some(refused)).await;
    };
    let signed = inside
        .people()
        .finish_signature(party, &ceremony, to_sign.visit, fields.get(ANSWER))
        .await;
    let signature: ReportSignature = match signed {
        Ok(signature) => signature,
        Err(error) => return answer(&inside, &id, Some(refused_to_sign(&inside, &error))).await,
    };
    let version = fields.get("version").parse().unwrap_or(0);
    match issued(&inside, &id, version, to_sign, signature).await {
        Ok(entry) => inside.see_other(&inside.within(&format!("issued/{entry}"))),
        Err(error) => match said(&error) {
            Some((status, key)) => answer(&inside, &id, Some((status, Markup::text(&inside.w.t(key))))).await,
            None => inside.failed(&error),
        },
    }
}

/// Records the report with its text and its signature: the entry.
async fn issued(inside: &Inside, id: &DraftId, version: u64, of: ToSign<'_>, signature: ReportSignature) -> Result<String, TextError> {
    // The file is made of what is recorded: made anew it is the same, or something was recorded meanwhile.
    if signature.statement.pdf_sha256 != of.pdf_sha256 {
        return Err(TextError::Signature);
    }
    let viewer = of.actor.viewer();
    let level = match of.opened.of.seen {
        true => of.opened.head.level.max(of.report.not_public.level.unwrap_or(Level::Public)),
        false => Level::Public,
    };
    let audience = super::report_issue::audience(viewer, level).ok_or(TextError::NoText)?;
    told(inside, of.actor, &of.closed).await?;
    let new = ToIssue {
        issued: of.report.to_issue(),
        made_as: &of.opened.made_as,
        basis: (level != Level::Public).then(|| of.opened.current.content.basis.clone()),
        audience,
        name: of.name,
        bytes: &of.pdf,
        author: Author::Account(of.visit.account.id().to_string()),
        approved: None,
    };
    let recorded = texts(inside).issue(viewer, id, version, new, (signature, &of.trace)).await?;
    Ok(recorded.entry.id.to_string())
}

impl Page {
    fn for_whom(&self) -> Markup {
        self.for_whom.as_ref().map(|reader| self.l.w.reader(reader)).unwrap_or_default()
    }
}
