//! One version of the text of a report: its sections as they were typed, and what changed since the sitting began.

use super::Inside;
use super::matter_words::{account_of_author, named};
use super::report_text::{Segments, opened, text_of, texts};
use super::report_text_file::made;
use super::report_text_words::TextWords;
use crate::layout::Layout;
use crate::markup::Markup;
use askama::Template;
use axum::response::Response;
use register::draft::{DraftError, DraftId};
use register::report_text::{Section, TextError, sections};
use register::view::model::NotPublic;

#[derive(Template)]
#[template(path = "inside/report_text_version.html")]
struct Page {
    l: Layout,
    /// The title of the report.
    report: Markup,
    /// Address of the text.
    text: String,
    /// Which version it is.
    version: Markup,
    /// By whom it was saved, and when.
    saved: Markup,
    /// Since which version something changed; none for the first.
    since: Option<Markup>,
    changed: Vec<(Markup, Vec<Markup>)>,
    sections: Vec<Shown>,
    /// The ground on which it is not public.
    basis: String,
}

/// A section as it was typed.
struct Shown {
    title: Markup,
    place: Markup,
    paragraphs: Vec<Markup>,
}

pub(super) async fn show(segments: Segments, inside: Inside) -> Response {
    let number = inside.parameter("number").parse::<u64>();
    let (Some(id), Ok(number)) = (text_of(segments), number) else {
        return inside.nowhere().await;
    };
    match page(&inside, &id, number).await {
        Ok(page) => inside.show(&page),
        Err(answer) => *answer,
    }
}

async fn page(inside: &Inside, id: &DraftId, number: u64) -> Result<Page, Box<Response>> {
    let actor = inside.actor()?;
    let opened = opened(inside, actor, id).await?;
    let compared = match texts(inside).compare(actor.viewer(), id, number).await {
        Ok(compared) => compared,
        Err(TextError::NoText | TextError::Draft(DraftError::NoVersion(_))) => return Err(Box::new(inside.nowhere().await)),
        Err(error) => return Err(Box::new(inside.failed(&error))),
    };
    let (report, _) = made(inside, &opened).await?;
    let named = named(inside.people(), actor, account_of_author(&compared.b.by).into_iter()).await;
    let named = named.map_err(|error| Box::new(inside.failed(&error)))?;
    let mut l = inside.whole_layout("text-title").await;
    l.title.clone_from(&report.title);
    l.not_public = NotPublic {
        level: Some(opened.head.level),
        facts: 0,
    };
    let words = TextWords {
        w: &inside.w,
        report: &report,
    };
    let shown = |section: &Section| Shown {
        title: words.own(&section.title),
        place: words.place(section),
        paragraphs: section.paragraphs().map(|paragraph| words.own(paragraph)).collect(),
    };
    let (first, second) = (&compared.a, &compared.b);
    let saved = [
        ("who", l.w.author(&second.by, &named).into()),
        ("when", l.w.moment(second.at).into()),
    ];
    let of_number = |key: &str, number: u64| l.w.say(key, &[("number", number.into())]);
    Ok(Page {
        report: words.own(&report.title),
        text: inside.within(&format!("report-text/{id}")),
        version: of_number("text-version", second.number),
        saved: l.w.say("text-version-saved", &saved),
        since: (first.number != second.number).then(|| of_number("text-version-changed", first.number)),
        changed: words.changed(&first.content, &second.content),
        sections: sections(&second.content.values).iter().map(shown).collect(),
        basis: second.content.basis.clone(),
        l,
    })
}
