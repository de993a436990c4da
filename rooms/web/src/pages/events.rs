//! Lists of events, on the first page, a State's profile and a comparison: what happened, a line each.

use super::cells::{soft, state_link};
use crate::acts::Named;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::written::{Length, capital};
use register::view::model::{Event, FileEvent};

/// A line of a list of events: day, and what happened.
pub(crate) fn event_line(l: &Layout, event: &Event) -> (Markup, Markup) {
    let w = &l.w;
    let mut line = match (&event.person, &event.file) {
        (Some(person), _) => {
            let link = Markup::link(&l.person(&person.id), &Markup::name(&person.name));
            w.say("event-line", &[("person", link.into()), ("act", act_words(l, event).into())])
        }
        (None, Some(file)) => file_line(l, event, file),
        (None, None) => capital(&act_words(l, event)),
    };
    if let Some(situation) = &event.situation {
        let name = w.say(
            "event-situation",
            &[("situation", w.situation(&situation.no, &situation.name).into())],
        );
        line = Markup::ready(format!("{line} {}", soft(&name)));
    }
    let sources = match (&event.person, &event.file) {
        (Some(person), _) => Some(format!("{}#sources", l.person(&person.id))),
        (None, Some(file)) => Some(l.row(&file.id)),
        (None, None) => None,
    };
    let marks = w.marks(&event.date, sources.as_deref());
    if !marks.is_empty() {
        line = Markup::ready(format!("{line} {marks}"));
    }
    // A date may be more than one element: "by 26 January 2026".
    let day = w.when(&event.date.on, Length::Short);
    (Markup::ready(format!("<span>{day}</span>")), line)
}

/// What a person did or had done to them, or what the event is of which nothing else is known; of rows of files the
/// file's own words say it.
fn act_words(l: &Layout, event: &Event) -> Markup {
    let w = &l.w;
    let act = w.act(&Named::of(event));
    match &event.particulars.issued_on {
        Some(issued) => w.say(
            "event-issued",
            &[("act", act.into()), ("day", w.when(issued, Length::Short).into())],
        ),
        None => act,
    }
}

/// What happened in a row of a file: the States, the act, which leads to the row, and what the row is called.
fn file_line(l: &Layout, event: &Event, file: &FileEvent) -> Markup {
    let w = &l.w;
    let states: Vec<_> = file.states.iter().map(|state| state_link(l, state)).collect();
    let act = Markup::link(&l.row(&file.id), &w.file_act(event, file));
    let line = if states.is_empty() {
        capital(&act)
    } else {
        w.say("event-file-line", &[("states", w.list(&states).into()), ("act", act.into())])
    };
    match &file.title {
        Some(title) => Markup::ready(format!("{line} {}", soft(&Markup::english(title, w.lang)))),
        None => line,
    }
}
