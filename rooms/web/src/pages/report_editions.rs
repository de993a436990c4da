//! Reports that were issued: the list of them, and one with what it says otherwise than the edition before.

use super::{Failure, Request};
use crate::address::Place;
use crate::inside::run;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::Length;
use access::Viewer;
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use register::Register;
use register::draft::DraftHead;
use register::figures::Desk;
use register::issued::{Because, Edition, Why};
use register::reading::Reading;
use register::view::ViewError;
use reports::report::editions::{self, Before, TextChanged};
use reports::report::trace::{Changed, Changes};

/// The most entries that are named for one change.
const NAMED: usize = 5;

#[derive(Template)]
#[template(path = "issued.html")]
pub(crate) struct Page {
    l: Layout,
    /// Its title, in its language.
    title: Markup,
    edition: Line,
    /// Titles of the sections that officers wrote.
    texts: Vec<Markup>,
    /// Whether the signature holds; none where it was issued without one.
    signed: Option<bool>,
    /// Address of its entry.
    entry: String,
    compared: Option<Compared>,
}

/// An edition in words.
pub(crate) struct Line {
    pub(super) title: Markup,
    /// The day that it is about.
    pub(super) as_at: Markup,
    /// The day as of whose end the record was read.
    pub(super) known_on: Markup,
    /// The day of issue.
    pub(super) on: Markup,
    pub(super) by: Markup,
    /// The mark of its level, where it is not public.
    pub(super) closed: Option<Markup>,
    /// Address of the file.
    pub(super) file: String,
    pub(super) sha256: String,
}

/// What an edition says otherwise than the one before.
pub(crate) struct Compared {
    /// That, with a link to the other.
    with: Markup,
    rows: Vec<ChangedRow>,
    /// Sections that changed: title, and what differs.
    texts: Vec<(Markup, Markup)>,
    /// How many figures one of the two alone has, where any does.
    others: Option<Markup>,
}

/// A figure that changed.
pub(crate) struct ChangedRow {
    question: String,
    then: Markup,
    now: Markup,
    why: Vec<Markup>,
}

/// The editions of a page that lists them.
pub(super) async fn lines(request: &Request<'_>, l: &Layout) -> Result<Vec<Line>, Failure> {
    let viewer = request.viewer();
    let editions = Desk::new(request.register(), &viewer, &request.reading).editions().await?;
    Ok(editions.iter().map(|edition| line(l, edition)).collect())
}

fn line(l: &Layout, edition: &Edition) -> Line {
    let title = own_words(l, &edition.of.language, &edition.of.title);
    Line {
        title: Markup::link(&l.to(Place::Issued(edition.id.to_string())), &title),
        as_at: l.w.day(edition.of.as_at),
        known_on: l.w.day(edition.of.known_on),
        on: l.w.day(edition.on),
        by: match &edition.by {
            Some(reader) => l.w.reader(reader),
            None => Markup::text(&l.t("issued-by-keeper")),
        },
        closed: l.w.closed_at(edition.level),
        file: l.within(&format!("attachment/{}/1", edition.id)),
        sha256: edition.file.sha256.clone(),
    }
}

/// Words in the language of an edition.
fn own_words(l: &Layout, language: &str, words: &str) -> Markup {
    Markup::text(words).in_language(language, l.w.lang)
}

/// All editions that a viewer may know today, whatever day a page is about: of which the texts of reports say that they were issued.
///
/// # Errors
/// The record cannot be read.
pub(crate) async fn known(register: &Register, viewer: &Viewer) -> Result<Vec<Edition>, ViewError> {
    let reading = Reading {
        as_at: register.today(),
        known_on: None,
        hindsight: true,
        dated: false,
    };
    Desk::new(register, viewer, &reading).editions().await
}

/// That a report was issued with a text, and when last, with a link to that edition; none where it was not, or whoever reads may not
/// know it any more.
pub(crate) fn issued_with(l: &Layout, text: &DraftHead, editions: &[Edition]) -> Option<Markup> {
    let entry = text.report.as_ref()?.issued.as_deref()?;
    let edition = editions.iter().find(|edition| edition.id.to_string() == entry)?;
    let day = Markup::link(&l.within(&format!("issued/{entry}")), &l.w.day(edition.on));
    Some(l.w.say("text-issued", &[("day", day.into())]))
}

/// The page of one edition.
pub(super) async fn one(request: &Request<'_>, id: &str) -> Result<Response, Failure> {
    let viewer = request.viewer();
    let desk = Desk::new(request.register(), &viewer, &request.reading);
    let found = editions::compared(&desk, id).await?.ok_or(Failure::Missing)?;
    let mut l = request.layout(found.edition.of.title.clone(), Entry::Sources, &[]);
    l.noindex = true;
    let signed = request.pages.web.people.report_signature_holds(&found.edition).await;
    let signed = signed.map_err(ViewError::from)?;
    let sections = found.edition.of.sections.iter();
    let texts = sections
        .map(|section| own_words(&l, &found.edition.of.language, &section.title))
        .collect();
    let edition = line(&l, &found.edition);
    let compared = found.before.map(|before| compared(&l, &before));
    request.html(&Page {
        title: own_words(&l, &found.edition.of.language, &found.edition.of.title),
        entry: l.entry_page(id),
        edition,
        texts,
        signed,
        compared,
        l,
    })
}

fn compared(l: &Layout, before: &Before) -> Compared {
    let link = Markup::link(&l.to(Place::Issued(before.edition.id.to_string())), &l.w.day(before.edition.on));
    let explained = match &before.changes {
        Ok(explained) => explained,
        Err(error) => {
            tracing::error!(%error, "two editions of a report cannot be compared");
            return Compared {
                with: l.w.say("issued-not-compared", &[("day", link.into())]),
                rows: Vec::new(),
                texts: Vec::new(),
                others: None,
            };
        }
    };
    let Changes { changed, gone, new } = &explained.changes;
    let others = [("gone", (*gone).into()), ("new", (*new).into())];
    Compared {
        with: l.w.say("issued-since", &[("day", link.into()), ("n", changed.len().into())]),
        rows: changed
            .iter()
            .zip(&explained.why)
            .map(|(changed, why)| row(l, changed, why))
            .collect(),
        texts: explained
            .texts
            .iter()
            .map(|text| changed_text(l, &before.edition.of.language, text))
            .collect(),
        others: (gone + new > 0).then(|| l.w.say("issued-others", &others)),
    }
}

/// A section that changed: its title, whether it moved, and its text with what stands in one of the two alone marked.
fn changed_text(l: &Layout, language: &str, text: &TextChanged) -> (Markup, Markup) {
    let runs: Vec<Markup> = text.runs.iter().map(run).collect();
    let moved = text.moved.then(|| Markup::text(&l.t("issued-text-moved")));
    let what: Vec<Markup> = moved
        .into_iter()
        .chain([Markup::join(&runs, "").in_language(language, l.w.lang)])
        .collect();
    (own_words(l, language, &text.title), Markup::join(&what, " "))
}

fn row(l: &Layout, changed: &Changed, why: &[Because]) -> ChangedRow {
    let mut told: Vec<Markup> = why.iter().take(NAMED).map(|because| reason(l, because)).collect();
    let more = why.len().saturating_sub(NAMED);
    if more > 0 {
        told.push(l.w.say("report-entries-more", &[("n", more.into())]));
    }
    if told.is_empty() {
        let key = if changed.entries.is_empty() {
            "issued-why-day"
        } else {
            "issued-why-none"
        };
        told.push(Markup::text(&l.t(key)));
    }
    ChangedRow {
        question: changed.query.clone(),
        then: value(l, &changed.then),
        now: value(l, &changed.now),
        why: told,
    }
}

fn reason(l: &Layout, because: &Because) -> Markup {
    let key = match because.why {
        Why::Corrected => "issued-why-corrected",
        Why::TakenBack => "issued-why-taken-back",
        Why::Opened => "issued-why-opened",
        Why::Late => "issued-why-late",
        Why::Happened => "issued-why-happened",
    };
    let entry = Markup::link(&l.entry_page(&because.entry), &l.w.closed("kind", &because.kind));
    let mut args = vec![("entry", entry.into()), ("day", l.w.when(&because.effective, Length::Short).into())];
    if let Some(reason) = &because.reason {
        args.push(("reason", Markup::english(reason, l.w.lang).into()));
    }
    l.w.say(key, &args)
}

/// A figure as the page writes it.
fn value(l: &Layout, text: &str) -> Markup {
    match (text.parse::<Date>(), text.parse::<i64>()) {
        (Ok(day), _) => l.w.day(day),
        (_, Ok(number)) => Markup::text(&crate::written::number(number)),
        _ => Markup::text(text),
    }
}
