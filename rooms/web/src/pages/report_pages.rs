//! Reports: which there are, and one of them, made of the record as its reader may see it.

use super::{Failure, Request, refusal};
use crate::address::{Lang, Place, ReportAsked};
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use register::figures::Desk;
use reports::report::{Asking, Form, Kind, Language, Report, ReportError, html_body, make};

#[derive(Template)]
#[template(path = "reports.html")]
pub(crate) struct Page {
    l: Layout,
    kinds: Vec<Line>,
}

/// A report in the list.
pub(crate) struct Line {
    name: Markup,
    says: String,
}

#[derive(Template)]
#[template(path = "report.html")]
pub(crate) struct One {
    l: Layout,
    asked: ReportAsked,
    /// Why it was not made, where it was not.
    oops: Option<String>,
    preview: Option<Markup>,
    files: Vec<Markup>,
}

/// The page of all reports.
pub(crate) fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    request.html(&page(request.layout(request.w.t("reports-title"), Entry::Sources, &[])))
}

/// The page in its layout.
pub(crate) fn page(l: Layout) -> Page {
    let line = |kind: Kind| Line {
        name: Markup::link(&l.to(Place::Report(ReportAsked::plain(kind))), &Markup::text(&l.t(name(kind)))),
        says: l.t(says(kind)),
    };
    let kinds = Kind::ALL.into_iter().map(line).collect();
    Page { l, kinds }
}

/// The page of one report.
pub(crate) async fn one(request: &Request<'_>, asked: &ReportAsked) -> Result<Response, Failure> {
    let viewer = request.viewer();
    let asking = asking(asked, request.asked.address.lang);
    let mut l = request.layout(request.w.t(name(asked.kind)), Entry::Sources, &[]);
    let made = make(&mut Desk::new(request.register(), &viewer, &request.reading), &asking).await;
    let (report, oops) = match made {
        Ok(report) => (Some(report), None),
        Err(ReportError::NoState(_) | ReportError::NoPerson) => (None, None),
        Err(ReportError::UnknownPerson(_)) => return Err(Failure::Missing),
        Err(ReportError::Since { .. }) => (None, Some(l.t("report-since-wrong"))),
        Err(ReportError::View(error)) => return Err(Failure::View(error)),
    };
    if let Some(report) = &report {
        l.title.clone_from(&report.title);
    }
    let is_wrong = oops.is_some();
    let page = one_page(l, asked, report.as_ref(), oops);
    if is_wrong {
        return Ok(refusal::respond(&page, StatusCode::BAD_REQUEST));
    }
    request.html(&page)
}

/// The page in its layout.
pub(crate) fn one_page(l: Layout, asked: &ReportAsked, report: Option<&Report>, oops: Option<String>) -> One {
    let file = |form: Form| Markup::link(&l.report_file(form), &Markup::text(&l.t(file_name(form))));
    let files = if report.is_some() {
        Form::ALL.map(file).to_vec()
    } else {
        Vec::new()
    };
    One {
        asked: asked.clone(),
        oops,
        preview: report.map(|report| Markup::ready(html_body(report))),
        files,
        l,
    }
}

/// The report that an address asks for.
pub(crate) fn asking(asked: &ReportAsked, lang: Lang) -> Asking {
    Asking {
        kind: asked.kind,
        state: asked.state.clone(),
        person: asked.person.clone(),
        since: asked.since,
        language: match lang {
            Lang::En => Language::En,
            Lang::Fr => Language::Fr,
        },
    }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Cooperation => "report-name-cooperation",
        Kind::State => "report-name-state",
        Kind::Bilateral => "report-name-bilateral",
        Kind::NonCooperation => "report-name-non-cooperation",
        Kind::Pledges => "report-name-pledges",
        Kind::TreatyStatus => "report-name-treaty-status",
        Kind::Person => "report-name-person",
    }
}

fn says(kind: Kind) -> &'static str {
    match kind {
        Kind::Cooperation => "report-says-cooperation",
        Kind::State => "report-says-state",
        Kind::Bilateral => "report-says-bilateral",
        Kind::NonCooperation => "report-says-non-cooperation",
        Kind::Pledges => "report-says-pledges",
        Kind::TreatyStatus => "report-says-treaty-status",
        Kind::Person => "report-says-person",
    }
}

fn file_name(form: Form) -> &'static str {
    match form {
        Form::Pdf => "report-file-pdf",
        Form::Docx => "report-file-docx",
        Form::Xlsx => "report-file-xlsx",
        Form::Html => "report-file-html",
        Form::Csv => "report-file-csv",
        Form::Json => "report-file-json",
    }
}

impl One {
    fn says(&self) -> String {
        self.l.t(says(self.asked.kind))
    }

    /// What stands in the field of the earlier day.
    fn since(&self) -> String {
        self.asked.since.map(|day| day.to_string()).unwrap_or_default()
    }

    fn state(&self) -> &str {
        self.asked.state.as_deref().unwrap_or_default()
    }

    fn person(&self) -> &str {
        self.asked.person.as_deref().unwrap_or_default()
    }

    fn is_of_person(&self) -> bool {
        self.asked.kind == Kind::Person
    }
}
