//! The text of a report: sections that officers write in the page, with their figures live beside them, what is to mend, and the way
//! to review. Of drafts it has all: several type at once, it saves itself, and what contradicts each other is shown.

use super::matter_words::{account_of_author, named};
use super::report_text_file::{self, level, made};
use super::report_text_typed::{PREFIX, Typed};
use super::report_text_words::{Against, Sat, TextWords, review, wrote};
use super::{Inside, Posted};
use super::{report_text_act, report_text_issue, report_text_version};
use crate::address::{Address, Place, ReportAsked};
use crate::guard::with_script;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::report_preview::{Part, Preview};
use crate::pages::{self, Pages, known_editions, report_asking};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::people::Actor;
use identity::people::holders::Known;
use record::audience::Level;
use register::draft::{Contradiction, DraftError, DraftId};
use register::figures::Desk;
use register::report_text::{END, OfReport, OpenedText, ReportTexts, Section, Standing, TextError, faults};
use register::view::model::NotPublic;
use reports::report::{Block, Cell, Form, Kind, Report, Run, make};
use std::collections::BTreeMap;

/// The most figures that are offered to copy.
const OFFERED: usize = 200;
/// The most rows of a table whose figures are offered.
const ROWS_OFFERED: usize = 32;

#[derive(Template)]
#[template(path = "inside/report_text.html")]
struct Page {
    l: Layout,
    /// The title of the report, in its language.
    title: Markup,
    of: OfReport,
    standing: Standing,
    /// Address of the report without the text.
    report: String,
    said: Option<Markup>,
    oops: Vec<Markup>,
    /// How the last review stands: who, when, what they remarked; and which edition was issued.
    review: Vec<Markup>,
    /// What was typed as a remark and not taken.
    remark: String,
    sections: Vec<Fieldset>,
    basis: String,
    /// The ground as somebody else has it, where both changed it.
    basis_theirs: Option<Markup>,
    /// The version over which is typed.
    from: u64,
    /// The version beside that is settled by what is saved.
    settles: Option<u64>,
    /// What is to mend: where, and what.
    faults: Vec<(String, Markup)>,
    /// Questions to copy, with their answers.
    figures: Vec<(String, Markup)>,
    preview: Preview,
    files: Vec<Markup>,
    /// Versions beside of which nobody has chosen yet.
    unsettled: Vec<String>,
    sittings: Vec<Sat>,
    action: String,
    /// Whether whoever looks wrote in it, or submitted it.
    own: bool,
    may_delete: bool,
}

/// The fields of a section.
struct Fieldset {
    section: Section,
    title: Markup,
    /// Places: word, words, whether chosen.
    places: Vec<(String, String, bool)>,
    /// Who wrote in it.
    by: Markup,
    /// What somebody else has otherwise, where both changed the same.
    theirs: Vec<Markup>,
    /// Whether it is to be taken out.
    removed: bool,
    is_new: bool,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route(
            "/{lang}/report-text/{id}",
            get(show).post(report_text_act::act).fallback(pages::method),
        )
        .route(
            "/{lang}/report-text/{id}/version",
            get(report_text_version::show).fallback(pages::method),
        )
        .route(
            "/{lang}/report-text/{id}/{file}",
            get(report_text_file::show).fallback(pages::method),
        )
        .merge(report_text_issue::routes())
}

pub(super) type Segments = Result<Path<(String, String)>, PathRejection>;

pub(super) fn text_of(segments: Segments) -> Option<DraftId> {
    DraftId::parse(&segments.ok()?.0.1)
}

/// The texts of reports.
pub(super) fn texts(inside: &Inside) -> ReportTexts<'_> {
    let web = &inside.pages.web;
    web.register.report_texts(&web.drafts)
}

/// Begins the text of the report of the page, for what is public or for what whoever begins it may take along.
pub(crate) async fn begin(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let (Place::Report(asked), Ok(reading)) = (&inside.asked.address.place, &inside.asked.reading) else {
        return inside.nowhere().await;
    };
    let viewer = actor.viewer();
    let seen = fields.get("of") == "seen";
    let made_as = ReportTexts::begun_as(viewer, seen);
    let mut desk = Desk::new(&inside.pages.web.register, &made_as, reading);
    let Ok(report) = make(&mut desk, &report_asking(asked, inside.w.lang)).await else {
        // Of what the page does not show no text is begun; it says why.
        return inside.see_other(&inside.here());
    };
    let of = OfReport {
        report: report.kind.word().to_owned(),
        about: report.about.clone(),
        language: report.language.tag().to_owned(),
        as_at: reading.as_at,
        known_on: reading.known_on,
        hindsight: reading.hindsight,
        since: asked.since,
        seen,
    };
    let level = report.not_public.level.unwrap_or(Level::Public);
    match texts(&inside).begin(viewer, actor.author(), &of, level).await {
        Ok(id) => inside.see_other(&inside.within(&format!("report-text/{id}"))),
        Err(TextError::NoText) => inside.see_other(&inside.here()),
        Err(error) => inside.failed(&error),
    }
}

/// What a page shows besides the text.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) status: StatusCode,
    pub(super) oops: Vec<Markup>,
    /// What was typed and not saved.
    pub(super) typed: Option<Typed>,
    /// What was typed as a remark of a review and not taken.
    pub(super) remark: String,
}

async fn show(segments: Segments, inside: Inside) -> Response {
    match text_of(segments) {
        Some(id) => answer(&inside, &id, Shown::default()).await,
        None => inside.nowhere().await,
    }
}

pub(super) async fn answer(inside: &Inside, id: &DraftId, shown: Shown) -> Response {
    match page(inside, id, shown).await {
        Ok((status, page)) => {
            let mut response = inside.show_as(status, &page);
            // It saves what is typed.
            with_script(&mut response);
            response
        }
        Err(answer) => *answer,
    }
}

async fn page(inside: &Inside, id: &DraftId, shown: Shown) -> Result<(StatusCode, Page), Box<Response>> {
    let actor = inside.actor()?;
    let failed = |error: &dyn std::fmt::Display| Box::new(inside.failed(&error));
    let opened = opened(inside, actor, id).await?;
    let both = contradiction(inside, actor, id, shown.typed.as_ref()).await?;
    let (report, _) = made(inside, &opened).await?;
    let reading = opened.reading();
    let mut desk = Desk::new(&inside.pages.web.register, &opened.made_as, &reading);
    let faults = faults(&mut desk, &opened.sections).await;
    let faults = faults.map_err(|error| failed(&error))?;
    let named = names(inside, actor, &opened).await?;
    let editions = known_editions(&inside.pages.web.register, actor.viewer()).await;
    let editions = editions.map_err(|error| failed(&error))?;
    let over_nothing = shown.typed.as_ref().is_some_and(|typed| typed.from.is_none());
    let against = match &both {
        Some(both) => Some(Against::of(both)),
        None if over_nothing => Some(Against::standing(&opened)),
        None => None,
    };
    let typed = match (shown.typed, &both) {
        (Some(typed), _) => typed,
        (None, Some(both)) => Typed::together(both),
        (None, None) => Typed::standing(&opened),
    };
    let words = TextWords {
        w: &inside.w,
        report: &report,
    };
    let mut l = inside.whole_layout("text-title").await;
    l.title.clone_from(&report.title);
    l.not_public = NotPublic {
        level: Some(level(&opened, &report)),
        facts: 0,
    };
    let new = Section {
        id: Section::new_id(&*inside.pages.web.register.outside),
        place: END.to_owned(),
        ..Section::default()
    };
    let fieldset = |section: &Section| Fieldset {
        title: words.own(&section.title),
        places: words.places(&section.place),
        by: wrote(&l, &opened, &section.id, &named),
        theirs: against.as_ref().map(|against| against.section(&words, section)).unwrap_or_default(),
        is_new: section.id == new.id,
        removed: typed.removed.contains(&section.id),
        section: section.clone(),
    };
    let other_basis = against
        .as_ref()
        .map(|against| &against.basis)
        .filter(|basis| **basis != typed.basis);
    let action = inside.within(&format!("report-text/{id}"));
    let head = &opened.head;
    let settles = both.as_ref().map(|both| both.beside.number);
    let mut page = Page {
        title: words.own(&report.title),
        standing: head.standing(),
        report: report_address(inside, &opened.of),
        said: said_in_address(inside).filter(|_| shown.oops.is_empty()),
        oops: shown.oops,
        review: review(&l, &opened, &named, &editions),
        remark: shown.remark,
        sections: typed.sections.iter().chain([&new]).map(fieldset).collect(),
        basis_theirs: other_basis.map(|basis| words.runs(basis, &typed.basis)),
        from: typed.from.unwrap_or(opened.current.number),
        settles,
        faults: faults
            .iter()
            .map(|fault| (format!("#{PREFIX}{}-text", fault.section), words.fault(fault)))
            .collect(),
        figures: offered(&report)
            .into_iter()
            .map(|(question, answer)| (question, words.own(&answer)))
            .collect(),
        preview: Preview::of(&l, &report.text_alone()),
        files: Form::ALL.map(|form| file(inside, &action, form)).to_vec(),
        unsettled: head
            .unsettled
            .iter()
            .filter(|number| Some(**number) != settles)
            .map(|number| format!("{action}?beside={number}"))
            .collect(),
        sittings: words.sittings(&opened, &named, &action),
        own: opened.is_own(actor.author()),
        may_delete: head.owner == *actor.author(),
        of: opened.of.clone(),
        basis: typed.basis,
        action,
        l,
    };
    if !page.remark.is_empty() && !page.asks_for_review() {
        let remark = [("remark", page.remark.as_str().into())];
        page.oops.push(inside.w.say("text-remark-typed", &remark));
    }
    Ok((shown.status, page))
}

/// Both sides of the contradiction that the page is about: the one that its address names, or in whose page something was typed. One
/// that was settled meanwhile is none any more, and takes nothing that was typed with it.
async fn contradiction(
    inside: &Inside,
    actor: &Actor,
    id: &DraftId,
    typed: Option<&Typed>,
) -> Result<Option<Contradiction>, Box<Response>> {
    let beside = match typed {
        Some(typed) => typed.settles,
        None => inside.parameter("beside").parse::<u64>().ok(),
    };
    let Some(beside) = beside else { return Ok(None) };
    match texts(inside).contradiction(actor.viewer(), id, beside).await {
        Ok(both) => Ok(Some(both)),
        Err(TextError::Draft(DraftError::NoVersion(_))) if typed.is_some() => Ok(None),
        Err(TextError::NoText | TextError::Draft(DraftError::NoVersion(_))) => Err(Box::new(inside.nowhere().await)),
        Err(error) => Err(Box::new(inside.failed(&error))),
    }
}

/// A text of whoever asks; what was never there, and what is not theirs, is answered alike.
pub(super) async fn opened(inside: &Inside, actor: &Actor, id: &DraftId) -> Result<OpenedText, Box<Response>> {
    match texts(inside).open(actor.viewer(), id).await {
        Ok(opened) => Ok(opened),
        Err(TextError::NoText) => Err(Box::new(inside.nowhere().await)),
        Err(error) => Err(Box::new(inside.failed(&error))),
    }
}

/// Whom the page names.
pub(super) async fn names(inside: &Inside, actor: &Actor, opened: &OpenedText) -> Result<BTreeMap<String, Known>, Box<Response>> {
    let review = opened.head.report.as_ref().and_then(|report| report.review.as_ref());
    let settled = review.and_then(|review| review.settled.as_ref());
    let of_review = review
        .map(|review| &review.by)
        .into_iter()
        .chain(settled.map(|settled| &settled.by));
    let authors = opened.sittings.iter().map(|sitting| &sitting.by).chain(of_review);
    let named = named(inside.people(), actor, authors.filter_map(account_of_author)).await;
    named.map_err(|error| Box::new(inside.failed(&error)))
}

/// What was done, as the address tells it after a redirect.
fn said_in_address(inside: &Inside) -> Option<Markup> {
    let key = match inside.parameter("done").as_str() {
        "saved" => "draft-done-saved",
        "merged" => "draft-done-merged",
        "submitted" => "text-done-submitted",
        "approved" => "text-done-approved",
        "returned" => "text-done-returned",
        _ => return None,
    };
    Some(Markup::text(&inside.w.t(key)))
}

/// The page of the report without the text, in its reading.
pub(super) fn report_address(inside: &Inside, of: &OfReport) -> String {
    let Some(kind) = Kind::of_word(&of.report) else {
        return inside.within("reports");
    };
    Address {
        as_at: Some(of.as_at),
        known_on: of.known_on,
        hindsight: of.hindsight,
        ..Address::plain(
            inside.w.lang,
            Place::Report(ReportAsked {
                kind,
                state: of.about.clone().filter(|_| kind.is_of_state()),
                person: of.about.clone().filter(|_| kind == Kind::Person),
                since: of.since,
            }),
        )
    }
    .href()
}

fn file(inside: &Inside, action: &str, form: Form) -> Markup {
    let words = Markup::text(&inside.w.t(pages::report_file_name(form)));
    Markup::link(&format!("{action}/report.{}", form.word()), &words)
}

/// The figures of the report's paragraphs and short tables, to copy from: question and answer.
fn offered(report: &Report) -> Vec<(String, String)> {
    let mut places: Vec<usize> = Vec::new();
    for block in &report.blocks {
        let of_block: Vec<usize> = match block {
            Block::Paragraph { runs, .. } => runs
                .iter()
                .filter_map(|run| if let Run::Figure(figure) = run { Some(*figure) } else { None })
                .collect(),
            Block::Table(table) if table.rows.len() <= ROWS_OFFERED => {
                let cells = table.rows.iter().flatten();
                cells
                    .filter_map(|cell| if let Cell::Figure(figure) = cell { Some(*figure) } else { None })
                    .collect()
            }
            _ => Vec::new(),
        };
        for place in of_block {
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    places
        .into_iter()
        .take(OFFERED)
        .filter_map(|place| Some((format!("{{{}}}", report.figures.get(place)?.query), report.printed(place))))
        .collect()
}

impl Page {
    fn over(&self) -> Markup {
        let standing = self.l.t(&format!("text-standing-{}", self.standing.word()));
        let args = [("day", self.l.w.day(self.of.as_at).into()), ("standing", standing.as_str().into())];
        self.l.w.say("text-over", &args)
    }

    fn is_in_review(&self) -> bool {
        self.standing == Standing::InReview
    }

    /// Whether whoever looks is asked for a review, and a field for their remark stands there.
    fn asks_for_review(&self) -> bool {
        self.is_in_review() && !self.own
    }

    fn is_approved(&self) -> bool {
        self.standing == Standing::Approved
    }

    /// Whether what is typed saves itself: not where somebody chooses between two versions, nor where a key that was hit by chance
    /// would end a review.
    fn saves_itself(&self) -> bool {
        self.settles.is_none() && !self.is_in_review() && !self.is_approved()
    }
}
