//! Reports: which there are, and one of them, made of the record as its reader may see it.

use super::report_editions::{self, Line as Edition};
use super::report_preview::{Part, Preview};
use super::{Failure, Pages, Request, read, refusal};
use crate::address::{Asked, Lang, Place, ReportAsked};
use crate::inside::{Posted, report_issue, report_take, report_text};
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::texts::Words;
use crate::visitor::Visitor;
use access::Viewer;
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use record::audience::{Audience, Level};
use register::draft::DraftError;
use register::figures::Desk;
use register::reading::Reading;
use register::report_text::{Begun, TextError};
use register::view::ViewError;
use register::view::model::NotPublic;
use reports::report::{Asking, Form, Kind, Language, Report, ReportError, make};

#[derive(Template)]
#[template(path = "reports.html")]
pub(crate) struct Page {
    l: Layout,
    kinds: Vec<Line>,
    /// What was issued, the latest first.
    editions: Vec<Edition>,
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
    /// What is wrong, with the field in which it is mended.
    oops: Option<(&'static str, String)>,
    preview: Preview,
    files: Vec<Markup>,
    /// Whether whoever reads may take along what is not public of it.
    takes: bool,
    issues: Issues,
    /// The texts of this report that whoever reads writes.
    texts: Vec<Markup>,
}

/// What whoever reads may issue.
#[derive(Clone, Copy, Default)]
pub(crate) struct Issues {
    /// The report with what is public.
    public: bool,
    /// The report as they see it.
    seen: bool,
}

/// Why there is no page of a report.
pub(crate) enum NotMade {
    /// What it is about does not exist for the reader.
    Missing,
    /// It could not be read.
    View(ViewError),
}

impl From<ViewError> for NotMade {
    fn from(error: ViewError) -> NotMade {
        NotMade::View(error)
    }
}

impl From<NotMade> for Failure {
    fn from(why: NotMade) -> Failure {
        match why {
            NotMade::Missing => Failure::Missing,
            NotMade::View(error) => Failure::View(error),
        }
    }
}

/// The route of a report's page, and of what is taken along from it.
pub(super) fn route() -> MethodRouter<Pages> {
    get(show).post(sent).fallback(super::method)
}

async fn show(
    State(pages): State<Pages>,
    visitor: Visitor,
    path: Result<Path<(String, String)>, PathRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let (lang, kind) = path.map(|Path(segments)| segments).unwrap_or_default();
    read(&pages.asked_by(visitor), &lang, &format!("reports/{kind}"), &uri, &headers).await
}

/// What is sent from the page of a report: that it is issued, or taken along.
async fn sent(posted: Posted) -> Response {
    match posted.fields.get("act") {
        "issue" => report_issue::issue(posted).await,
        "text" => report_text::begin(posted).await,
        _ => report_take::take(posted).await,
    }
}

/// The page of all reports.
pub(crate) async fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    let l = request.layout(request.w.t("reports-title"), Entry::Sources, &[]);
    let editions = report_editions::lines(request, &l).await?;
    request.html(&page(l, editions))
}

/// The page in its layout.
pub(crate) fn page(l: Layout, editions: Vec<Edition>) -> Page {
    let line = |kind: Kind| Line {
        name: Markup::link(&l.to(Place::Report(ReportAsked::plain(kind))), &Markup::text(&l.t(name(kind)))),
        says: l.t(says(kind)),
    };
    let kinds = Kind::ALL.into_iter().map(line).collect();
    Page { l, kinds, editions }
}

/// The page of one report.
pub(crate) async fn one(request: &Request<'_>) -> Result<Response, Failure> {
    let page = page_of(
        request.pages,
        &request.asked,
        &request.reading,
        request.not_public,
        request.layout(String::new(), Entry::Sources, &[]),
        None,
    )
    .await?;
    if page.oops.is_some() {
        return Ok(refusal::respond(&page, StatusCode::BAD_REQUEST));
    }
    request.html(&page)
}

/// The same page, after something was sent from it that was not taken.
///
/// # Errors
/// As [`NotMade`] says.
pub(crate) async fn again(pages: &Pages, asked: &Asked, reading: &Reading, oops: Option<(&'static str, String)>) -> Result<One, NotMade> {
    let register = &pages.web.register;
    let viewer = pages.visitor.viewer();
    let foot = register.foot(&viewer, reading).await?;
    let not_public = register.not_public(&viewer, reading, |_| true).await?;
    let mut l = pages.layout(asked, pages.words(asked.address.lang), register.today(), Some(foot));
    l.title_as_at = true;
    l.entry = Entry::Sources;
    l.not_public = not_public;
    page_of(pages, asked, reading, not_public, l, oops).await
}

async fn page_of(
    pages: &Pages,
    asked: &Asked,
    reading: &Reading,
    not_public: NotPublic,
    mut l: Layout,
    oops: Option<(&'static str, String)>,
) -> Result<One, NotMade> {
    let Place::Report(of) = &asked.address.place else {
        return Err(NotMade::Missing);
    };
    let viewer = pages.visitor.viewer();
    l.title = l.t(name(of.kind));
    l.noindex = true;
    let made = make(
        &mut Desk::new(&pages.web.register, &viewer, reading),
        &asking(of, asked.address.lang),
    )
    .await;
    let (report, oops) = match made {
        Ok(report) => (Some(report), oops),
        Err(ReportError::NoState(_) | ReportError::NoPerson) => (None, oops),
        Err(ReportError::UnknownPerson(_) | ReportError::NoKind(_)) => return Err(NotMade::Missing),
        Err(ReportError::Since { .. }) => (None, Some(("since", l.t("report-since-wrong")))),
        Err(ReportError::View(error)) => return Err(NotMade::View(error)),
    };
    if let Some(report) = &report {
        l.title.clone_from(&report.title);
    }
    let takes = report.is_some() && not_public.level.is_some() && may_take(pages, &viewer).await?;
    let issues = match &report {
        Some(report) => may_issue(pages, &viewer, report.not_public.level.unwrap_or(Level::Public)).await?,
        None => Issues::default(),
    };
    let texts = match &report {
        // Also where their own view of the page is one that they may not issue: a colleague may have named them.
        Some(report) if viewer.acts_as().is_some() => texts_of(pages, &viewer, report, &l).await?,
        _ => Vec::new(),
    };
    Ok(one_page(l, of, report.as_ref(), oops, takes, (issues, texts)))
}

/// Whether anything that is not public may be taken along.
async fn may_take(pages: &Pages, viewer: &Viewer) -> Result<bool, ViewError> {
    let taking = viewer.clone().taking_along();
    // Told as figures are: whether there is any is one.
    Ok(!pages.web.register.store.beyond(&taking).await?.is_empty())
}

async fn may_issue(pages: &Pages, viewer: &Viewer, level: Level) -> Result<Issues, ViewError> {
    // The operator does so at the shell.
    let Some(own) = viewer.acts_as() else {
        return Ok(Issues::default());
    };
    let register = &pages.web.register;
    let public = Audience {
        originator: Some(own.clone()),
        ..Audience::public()
    };
    let seen = Audience::of(level, own.clone(), [own.clone()]);
    Ok(Issues {
        public: register.may_issue(viewer, &public).await?,
        seen: level != Level::Public && register.may_issue(viewer, &seen).await?,
    })
}

/// The texts of a report, of whatever day, each with how far it is; the one saved last is first.
async fn texts_of(pages: &Pages, viewer: &Viewer, report: &Report, l: &Layout) -> Result<Vec<Markup>, ViewError> {
    let web = &pages.web;
    let texts = web.register.report_texts(&web.drafts);
    let begun = match texts.list(viewer, report.kind.word(), report.about.as_deref()).await {
        Ok(begun) => begun,
        Err(TextError::View(error)) => return Err(error),
        Err(TextError::Draft(DraftError::Store(error))) => return Err(error.into()),
        // Whoever may not write any has none.
        Err(_) => Vec::new(),
    };
    let editions = match begun
        .iter()
        .any(|begun| begun.head.report.as_ref().is_some_and(|report| report.issued.is_some()))
    {
        true => report_editions::known(&web.register, viewer).await?,
        false => Vec::new(),
    };
    let line = |begun: &Begun| {
        let standing = l.t(&format!("text-standing-{}", begun.head.standing().word()));
        let args = [
            ("day", l.w.day(begun.of.as_at).into()),
            ("language", Lang::of_tag(&begun.of.language).map_or("", Lang::name).into()),
            ("standing", standing.as_str().into()),
            ("when", l.w.moment(begun.head.saved).into()),
        ];
        let mark = l.w.closed_at(begun.head.level).filter(|_| begun.of.seen).unwrap_or_default();
        let words = Markup::join(&[l.w.say("text-line", &args), mark], " ");
        let text = Markup::link(&l.within(&format!("report-text/{}", begun.head.id)), &words);
        let issued = report_editions::issued_with(l, &begun.head, &editions);
        let parts: Vec<Markup> = [text].into_iter().chain(issued).collect();
        Markup::join(&parts, " ")
    };
    Ok(begun.iter().map(line).collect())
}

/// The page in its layout.
pub(crate) fn one_page(
    l: Layout,
    asked: &ReportAsked,
    report: Option<&Report>,
    oops: Option<(&'static str, String)>,
    takes: bool,
    (issues, texts): (Issues, Vec<Markup>),
) -> One {
    let file = |form: Form| Markup::link(&l.report_file(form), &Markup::text(&l.t(file_name(form))));
    let files = if report.is_some() {
        Form::ALL.map(file).to_vec()
    } else {
        Vec::new()
    };
    One {
        asked: asked.clone(),
        oops,
        preview: report.map(|report| Preview::of(&l, report)).unwrap_or_default(),
        files,
        takes,
        issues,
        texts,
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
        text: Vec::new(),
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

/// The key of the words for a form of a report.
pub(crate) fn file_name(form: Form) -> &'static str {
    match form {
        Form::Pdf => "report-file-pdf",
        Form::Docx => "report-file-docx",
        Form::Xlsx => "report-file-xlsx",
        Form::Html => "report-file-html",
        Form::Csv => "report-file-csv",
        Form::Json => "report-file-json",
    }
}

impl Words {
    /// The forms of reports, by the words of addresses and of pages.
    pub(crate) fn report_forms(&self) -> Vec<(&'static str, String)> {
        Form::ALL.into_iter().map(|form| (form.word(), self.t(file_name(form)))).collect()
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

    /// Where what is taken along is asked for: this page.
    fn here(&self) -> String {
        self.l.address.href()
    }
}
