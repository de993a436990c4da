//! A report issued with its text: the page that shows what is signed, by what it is and by its hashes, and the signature with a
//! passkey.

use super::passkey::{Ask, begun, signature};
use super::report_text::{Segments, names, opened, report_address, text_of, texts};
use super::report_text_act::said;
use super::report_text_file::{Closed, level, made, told};
use super::report_text_words::TextWords;
use super::{Inside, Posted, press, verify};
use crate::address::Lang;
use crate::guard::with_script;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::report_files::file_of;
use access::Action;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use identity::people::Actor;
use identity::people::coming::Visit;
use identity::people::holders::Known;
use record::audience::Level;
use record::entry::Author;
use record::hex::hex;
use register::draft::DraftId;
use register::issued::ToIssue;
use register::report_text::{OpenedText, ReportSignature, Standing, TextError};
use register::view::model::NotPublic;
use reports::report::trace::Trace;
use reports::report::{Form, Report};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "inside/report_text_issue.html")]
struct Page {
    l: Layout,
    text: String,
    /// The title of the report, which leads to it.
    report: Markup,
    /// What it is besides: label and words.
    facts: Vec<(String, Markup)>,
    /// Titles of the sections.
    sections: Vec<Markup>,
    /// Whether its PDF is taken along, as what is not public is.
    takes: bool,
    pdf_sha256: String,
    trace_sha256: String,
    /// With a passkey; none where whoever looks has none, or the site knows no passkeys.
    ask: Option<Ask>,
    refused: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/report-text/{id}/issue", get(show).post(issue).fallback(pages::method))
        .route("/{lang}/report-text/{id}/issue/begin", post(begin).fallback(pages::method))
}

/// Whether somebody is to show first who they are: what is not public leaves its matters with the file, as what is taken along does.
fn to_verify(inside: &Inside, visit: &Visit, opened: &OpenedText) -> Result<(), Box<Response>> {
    if opened.of.seen && !inside.people().is_fresh(visit, Action::Export) {
        return Err(Box::new(verify::page(inside, visit, None, &inside.here(), None)));
    }
    Ok(())
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

    /// The level at which the report is issued.
    fn level(&self) -> Level {
        match self.opened.of.seen {
            true => level(&self.opened, &self.report),
            false => Level::Public,
        }
    }

    /// What the report is: of which day and in which reading, in which language, by whom and for whom it is issued, who approved its
    /// text, and on what ground it is not public.
    fn facts(&self, inside: &Inside, named: &BTreeMap<String, Known>) -> Vec<(String, Markup)> {
        let (w, asked) = (&inside.w, &self.report.asked);
        let fact = |key: &str, words: Markup| (w.t(key), words);
        let text = |words: &str| Markup::text(words);
        let own = self.actor.viewer().acts_as().map(|own| w.reader(own)).unwrap_or_default();
        let reading = if asked.hindsight { "reading-hindsight" } else { "reading-public" };
        let language = Lang::of_tag(&self.opened.of.language).map_or("", Lang::name);
        let mut facts = vec![
            fact("issued-as-at", w.day(asked.as_at)),
            fact("reading", text(&w.t(reading))),
            fact("issued-known-on", w.day(asked.known_on)),
        ];
        facts.extend(self.report.since.map(|since| fact("text-issue-since", w.day(since))));
        facts.extend([
            fact("annex-col-language", text(language).in_language(&self.opened.of.language, w.lang)),
            fact("issued-by", own.clone()),
            match self.level() {
                Level::Public => fact("export-whom", text(&w.t("roles-everybody"))),
                _ => fact("export-whom", own),
            },
            fact("matters-col-level", text(&w.level(self.level()))),
        ]);
        if let Ok(approved) = texts(inside).approved(&self.opened, self.opened.head.current) {
            facts.push(fact("text-issue-approved", w.author(&approved, named)));
        }
        if self.opened.of.seen {
            let basis = self.opened.current.content.basis.trim();
            let none = w.t("text-issue-no-basis");
            facts.push(fact("text-issue-basis", text(if basis.is_empty() { none.as_str() } else { basis })));
        }
        facts
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
    let level = to_sign.level();
    l.not_public = NotPublic {
        level: Some(level).filter(|level| *level != Level::Public),
        facts: 0,
    };
    let text = inside.within(&format!("report-text/{id}"));
    let version = to_sign.opened.head.current.to_string();
    let ask = Ask::to_sign(
        inside,
        to_sign.visit,
        format!("{text}/issue"),
        &to_sign.shown(),
        ("version", version),
        "text-issue-do",
    );
    let words = TextWords {
        w: &inside.w,
        report: &to_sign.report,
    };
    let report = Markup::link(&report_address(inside, &to_sign.opened.of), &words.own(&to_sign.report.title));
    let sections = to_sign.opened.sections.iter().map(|section| words.own(&section.title)).collect();
    let (status, refused) = refused.map_or((StatusCode::OK, None), |(status, why)| (status, Some(why)));
    let page = Page {
        facts: to_sign.facts(inside, &named),
        report,
        sections,
        takes: to_sign.opened.of.seen,
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
    let signature: ReportSignature = match signature(&inside, to_sign.visit, &fields).await {
        Ok(signature) => signature,
        Err(refused) => return answer(&inside, &id, Some(refused)).await,
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
    let level = of.level();
    let audience = super::report_issue::audience(viewer, level).ok_or(TextError::NoText)?;
    told(inside, of.actor, &of.closed, "report").await?;
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
