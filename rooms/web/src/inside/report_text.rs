//! The text of a report: sections that officers write in the page, with their figures live beside them, what is to mend, and the way
//! to review. Of drafts it has all: several type at once, it saves itself, and what contradicts each other is shown.

use super::draft_versions::run;
use super::matter_words::{account_of_author, named};
use super::report_text_act;
use super::report_text_issue::{self, made};
use super::{Inside, Posted};
use crate::address::{Address, Place, ReportAsked};
use crate::guard::with_script;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::report_preview::{Part, Preview};
use crate::pages::{self, Pages, report_asking};
use crate::texts::Words;
use access::Viewer;
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
use record::entry::Author;
use register::draft::{Contradiction, DraftError, DraftId, compare_texts};
use register::figures::Desk;
use register::report_text::{
    END, Fault, FaultKind, OfReport, OpenedText, ReportTexts, START, Section, Standing, TextError, faults, section_of, sections,
};
use register::view::model::NotPublic;
use reports::report::{Block, Cell, Form, Kind, Report, Run, make};
use std::collections::{BTreeMap, BTreeSet};

/// What stands before the names of the fields of sections: `s-ID-title`.
pub(super) const PREFIX: &str = "s-";
/// The most figures that are offered to copy.
const OFFERED: usize = 200;
/// The most rows of a table whose figures are offered.
const ROWS_OFFERED: usize = 32;

#[derive(Template)]
#[template(path = "inside/report_text.html")]
struct Page {
    l: Layout,
    of: OfReport,
    standing: Standing,
    /// Address of the report without the text.
    report: String,
    said: Option<Markup>,
    oops: Vec<Markup>,
    /// How the last review stands: who, when, what they remarked.
    review: Vec<Markup>,
    sections: Vec<Fieldset>,
    basis: String,
    /// The version over which is typed.
    from: u64,
    /// The version beside that is settled by what is saved.
    settles: Option<u64>,
    /// What is to mend: where, and what.
    faults: Vec<(String, Markup)>,
    /// Questions to copy, with their answers.
    figures: Vec<(String, String)>,
    preview: Preview,
    files: Vec<Markup>,
    /// Versions beside of which nobody has chosen yet.
    unsettled: Vec<String>,
    sittings: Vec<Markup>,
    action: String,
    /// Whether whoever looks wrote in it, or submitted it.
    own: bool,
    may_delete: bool,
}

/// The fields of a section.
struct Fieldset {
    section: Section,
    /// Places: word, words, whether chosen.
    places: Vec<(String, String, bool)>,
    /// Who wrote in it.
    by: Markup,
    /// What stands as somebody else has it, where both changed the same: against what stands in the field.
    theirs: Vec<Markup>,
    is_new: bool,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route(
            "/{lang}/report-text/{id}",
            get(show).post(report_text_act::act).fallback(pages::method),
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
    let made_as = if seen { viewer.clone().taking_along() } else { Viewer::public() };
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
    /// What was typed and over which version, where it was not saved.
    pub(super) typed: Option<(u64, Vec<Section>, String)>,
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
    let beside = match inside.parameter("beside").parse::<u64>() {
        Ok(beside) => match texts(inside).contradiction(actor.viewer(), id, beside).await {
            Ok(both) => Some(both),
            Err(TextError::NoText | TextError::Draft(DraftError::NoVersion(_))) => return Err(Box::new(inside.nowhere().await)),
            Err(error) => return Err(failed(&error)),
        },
        Err(_) => None,
    };
    let (report, _) = made(inside, &opened).await?;
    let reading = opened.reading();
    let faults = faults(
        &mut Desk::new(&inside.pages.web.register, &opened.made_as, &reading),
        &opened.sections,
    )
    .await;
    let faults = faults.map_err(|error| failed(&error))?;
    let named = names(inside, actor, &opened).await?;
    let (from, typed, basis) = match (shown.typed, &beside) {
        (Some(typed), _) => typed,
        (None, Some(both)) => {
            let content = &both.merge.content;
            (both.current.number, sections(&content.values), content.basis.clone())
        }
        (None, None) => (opened.current.number, opened.sections.clone(), opened.current.content.basis.clone()),
    };
    let mut l = inside.whole_layout("text-title").await;
    l.title.clone_from(&report.title);
    l.not_public = NotPublic {
        level: Some(opened.head.level),
        facts: 0,
    };
    let new = Section {
        id: Section::new_id(&*inside.pages.web.register.outside),
        place: END.to_owned(),
        ..Section::default()
    };
    let is_new = |section: &Section| section.id == new.id;
    let fieldset = |section: Section| Fieldset {
        places: places(&inside.w, &report, &section.place),
        by: wrote(&l, &opened, &section.id, &named),
        theirs: beside.as_ref().map(|both| theirs(both, &section)).unwrap_or_default(),
        is_new: is_new(&section),
        section,
    };
    let action = inside.within(&format!("report-text/{id}"));
    let head = &opened.head;
    let page = Page {
        standing: head.standing(),
        report: report_address(inside, &opened.of),
        said: said_in_address(inside).filter(|_| shown.oops.is_empty()),
        oops: shown.oops,
        review: review(&l, &opened, &named),
        sections: typed.into_iter().chain([new.clone()]).map(fieldset).collect(),
        basis,
        from,
        settles: beside.as_ref().map(|both| both.beside.number),
        faults: faults
            .iter()
            .map(|fault| (format!("#{PREFIX}{}-text", fault.section), fault_words(&inside.w, fault)))
            .collect(),
        figures: offered(&report),
        preview: Preview::of(&l, &report.text_alone()),
        files: Form::ALL.map(|form| file(inside, &action, form)).to_vec(),
        unsettled: head.unsettled.iter().map(|number| format!("{action}?beside={number}")).collect(),
        sittings: sittings(&l, &opened, &named),
        own: opened.is_own(actor.author()),
        may_delete: head.owner == *actor.author(),
        of: opened.of.clone(),
        action,
        l,
    };
    Ok((shown.status, page))
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
fn report_address(inside: &Inside, of: &OfReport) -> String {
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

/// Where a section may stand: before one of the report's own, or at its end.
fn places(w: &Words, report: &Report, chosen: &str) -> Vec<(String, String, bool)> {
    let before = |heading: &str| w.plain("text-place-before", &[("section", heading.into())]);
    let own = report.places.iter().map(|(word, heading)| (word.clone(), before(heading)));
    let mut places: Vec<(String, String, bool)> = [(START.to_owned(), w.t("text-place-start"))]
        .into_iter()
        .chain(own)
        .map(|(word, words)| (word.clone(), words, word == chosen))
        .collect();
    let elsewhere = places.iter().all(|(_, _, is_chosen)| !is_chosen);
    places.push((END.to_owned(), w.t("text-place-end"), elsewhere));
    places
}

/// Who wrote in a section.
fn wrote(l: &Layout, opened: &OpenedText, section: &str, named: &BTreeMap<String, Known>) -> Markup {
    let authors = opened.written.get(section).into_iter().flatten();
    let authors: Vec<Markup> = authors.map(|author| l.w.author(author, named)).collect();
    l.w.list(&authors)
}

/// What somebody else has of a section where both changed the same: struck out what stands, underlined what was typed beside it.
fn theirs(both: &Contradiction, section: &Section) -> Vec<Markup> {
    let stands = sections(&both.current.content.values);
    let none = Section::default();
    let stands = stands.iter().find(|other| other.id == section.id).unwrap_or(&none);
    [(&stands.title, &section.title), (&stands.text, &section.text)]
        .into_iter()
        .filter(|(stands, typed)| stands != typed)
        .map(|(stands, typed)| Markup::join(&compare_texts(stands, typed).iter().map(run).collect::<Vec<_>>(), ""))
        .collect()
}

/// How the last review stands.
fn review(l: &Layout, opened: &OpenedText, named: &BTreeMap<String, Known>) -> Vec<Markup> {
    let Some(review) = opened.head.report.as_ref().and_then(|report| report.review.as_ref()) else {
        return Vec::new();
    };
    let who_when = |author: &Author, at| [("who", l.w.author(author, named).into()), ("when", l.w.moment(at).into())];
    let mut lines = vec![l.w.say("text-submitted-by", &who_when(&review.by, review.at))];
    if let Some(settled) = &review.settled {
        let key = if settled.approved { "text-approved-by" } else { "text-returned-by" };
        lines.push(l.w.say(key, &who_when(&settled.by, settled.at)));
        lines.extend((!settled.remark.is_empty()).then(|| Markup::text(&settled.remark)));
    }
    if review.version != opened.head.current {
        lines.push(Markup::text(&l.t("text-changed-since")));
    }
    lines
}

fn sittings(l: &Layout, opened: &OpenedText, named: &BTreeMap<String, Known>) -> Vec<Markup> {
    let title = |id: &str| {
        let section = opened.sections.iter().find(|section| section.id == id);
        section.map_or_else(|| Markup::text(&l.t("text-section-gone")), |section| Markup::text(&section.title))
    };
    let line = |sitting: &register::draft::Sitting| {
        let ids: BTreeSet<&str> = sitting.changed.iter().filter_map(|part| part.element().map(section_of)).collect();
        let changed: Vec<Markup> = ids.into_iter().map(title).collect();
        let changed = match changed.is_empty() {
            true => Markup::text(&l.t("draft-changed-nothing")),
            false => l.w.list(&changed),
        };
        let args = [
            ("who", l.w.author(&sitting.by, named).into()),
            ("when", l.w.moment(sitting.at).into()),
            ("changed", changed.into()),
        ];
        let key = if sitting.beside.is_some() {
            "draft-sitting-beside"
        } else {
            "draft-sitting"
        };
        l.w.say(key, &args)
    };
    opened.sittings.iter().rev().map(line).collect()
}

/// What is wrong, where, and how it is mended.
fn fault_words(w: &Words, fault: &Fault) -> Markup {
    let key = match fault.why {
        FaultKind::NoTitle => "text-fault-no-title",
        FaultKind::NoText => "text-fault-no-text",
        FaultKind::InTitle => "text-fault-in-title",
        FaultKind::Signs if fault.paragraph == 0 => "text-fault-signs-in-title",
        FaultKind::Signs => "text-fault-signs",
        FaultKind::Open => "text-fault-open",
        FaultKind::NoQuestion => "text-fault-no-question",
        FaultKind::NoAnswer => "text-fault-no-answer",
    };
    let args = [
        ("section", fault.title.as_str().into()),
        ("paragraph", fault.paragraph.into()),
        ("written", fault.written.as_str().into()),
    ];
    w.say(key, &args)
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

    fn is_approved(&self) -> bool {
        self.standing == Standing::Approved
    }

    /// Whether what is typed saves itself: not where somebody chooses between two versions, nor where a key that was hit by chance
    /// would end a review.
    fn saves_itself(&self) -> bool {
        self.settles.is_none() && !self.is_in_review() && !self.is_approved()
    }
}
