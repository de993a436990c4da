//! A file of the register: findings, agreements, declarations, laws, referrals, acceptances, resolutions,
//! pledges. What stands on each page is data: see [`super::file_pages`].

use super::cells::Shown;
use super::file_pages::{Shows, shows};
use super::laws::Laws;
use super::legal::{Legal, Rule, sort_key};
use super::warrants::Choice;
use super::{Failure, Request};
use crate::address::{FilePage, Format, Place};
use crate::csv;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::texts::Arg;
use crate::written::capital;
use askama::Template;
use axum::response::Response;
use register::directory::StateRef;
use register::files;
use register::view::model::{Row, RowFilter, Rows, WordCount};
use std::collections::BTreeSet;

/// Rows of one page, in the order of their days.
const ROWS: usize = 100;
/// Rows of one page on which they stand by State: more than there are States, so that no State is looked for in vain.
const ROWS_BY_STATE: usize = 400;

#[derive(Template)]
#[template(path = "file.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Rows,
    shows: &'static Shows,
    law: &'a law::Pack,
    filter: &'a RowFilter,
    laws: Option<Laws>,
    rules: Vec<Rule>,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, page: &FilePage, filter: &RowFilter) -> Result<Response, Failure> {
    let shows = shows(page.file).ok_or(Failure::Missing)?;
    let limit = match request.asked.address.format {
        // A table is wanted whole: nobody looks for a cursor in a spreadsheet.
        Format::Csv => usize::MAX >> 1,
        _ if shows.by_state => ROWS_BY_STATE,
        _ => ROWS,
    };
    let register = request.register();
    let view = register
        .rows(&request.viewer(), &request.reading, page.file, filter, limit)
        .await?
        .ok_or(Failure::Missing)?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::rows(&view)),
        Format::Html => {
            let title = request.w.closed("file", page.file).to_string();
            let layout = request.layout(title, shows.entry, &[Format::Csv, Format::Json]);
            request.html(&self::page(layout, &view, shows, filter, &register.law))
        }
    }
}

/// The page out of its view.
pub(crate) fn page<'a>(l: Layout, view: &'a Rows, shows: &'static Shows, filter: &'a RowFilter, law: &'a law::Pack) -> Page<'a> {
    let rules = Legal { w: &l.w, law }.of_ids(shows.rules);
    let laws = (shows.file == "legislation").then(|| Laws::new(&l, view, filter, law));
    Page {
        l,
        v: view,
        shows,
        law,
        filter,
        laws,
        rules,
    }
}

/// Rows of one kind, or all of them.
pub(crate) struct Group {
    id: String,
    /// Heading and note; none where the page is one list.
    head: Option<(Markup, String)>,
    rows: Vec<Line>,
}

/// A row in the table: its cells, each with its lines.
pub(crate) struct Line {
    cells: Vec<(String, Vec<Markup>)>,
}

impl Page<'_> {
    fn legal(&self) -> Legal<'_> {
        Legal {
            w: &self.l.w,
            law: self.law,
        }
    }

    /// Whether the page shows the whole file.
    fn is_whole(&self) -> bool {
        *self.filter == RowFilter::default() && self.v.next.is_none()
    }

    /// What heading and deck are told.
    fn counted(&self) -> Vec<(&'static str, Arg)> {
        let count = |which: fn(&Row) -> bool| self.v.rows.iter().filter(|row| which(row)).count();
        let rows = self.v.rows.iter().filter(|row| (self.shows.of_states)(row));
        let states: BTreeSet<&str> = rows.flat_map(|row| &row.states).map(|state| state.code.as_str()).collect();
        let mut args: Vec<(&'static str, Arg)> = vec![("n", self.v.all.into()), ("states", states.len().into())];
        args.extend(self.shows.counts.iter().map(|(name, which)| (*name, Arg::from(count(*which)))));
        let gaps = self.gaps();
        args.push(("gaps", gaps.len().into()));
        args.push(("sessions", self.l.w.list(&gaps).into()));
        args
    }

    /// Sessions of the Assembly between the first and the last of which the file has nothing.
    fn gaps(&self) -> Vec<Markup> {
        let sessions: BTreeSet<i64> = self.v.rows.iter().filter_map(|row| row.value("asp_session").parse().ok()).collect();
        let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else {
            return Vec::new();
        };
        let missing = (*first..*last).filter(|session| !sessions.contains(session));
        missing.map(|session| Markup::text(&session.to_string())).collect()
    }

    /// The result, where the whole file is shown; else which part of it this is.
    fn head(&self) -> Markup {
        let w = &self.l.w;
        if self.is_whole() {
            return w.say(self.shows.head, &self.counted());
        }
        let title = w.closed("file", self.shows.file);
        w.say(
            "file-part",
            &[("title", title.into()), ("n", self.v.count.into()), ("of", self.v.all.into())],
        )
    }

    fn deck(&self) -> Option<Markup> {
        self.is_whole().then(|| self.l.w.say(self.shows.deck, &self.counted()))
    }

    fn states(&self) -> Vec<Choice> {
        let w = &self.l.w;
        let count = |code: &str| {
            self.v
                .by_state
                .iter()
                .find(|state| state.word == code)
                .map_or(0, |state| state.count)
        };
        let mut states: Vec<&StateRef> = self.v.states.iter().collect();
        states.sort_by_cached_key(|state| sort_key(w.state_name(state)));
        let choices = states
            .into_iter()
            .map(|state| (state.code.as_str(), w.state(state), count(&state.code)))
            .collect();
        self.choices(choices, self.filter.state.as_deref(), |code| self.chosen_state(code))
    }

    /// The State by which the list is filtered, though it may have no row.
    fn chosen_state(&self, code: &str) -> Markup {
        let state = self.v.state.as_ref();
        state.map_or_else(|| Markup::text(code), |state| self.l.w.state(state))
    }

    fn kinds(&self) -> Vec<Choice> {
        let words = |word: &str| self.kind(word);
        let kind = |kind: &'_ WordCount| (kind.word.clone(), words(&kind.word), kind.count);
        let kinds: Vec<_> = self.v.by_kind.iter().map(kind).collect();
        let kinds = kinds.iter().map(|(word, words, n)| (word.as_str(), words.clone(), *n)).collect();
        self.choices(kinds, self.filter.kind.as_deref(), words)
    }

    fn topics(&self) -> Vec<Choice> {
        let name = |id: &str| capital(&self.legal().topic(id));
        let topics = self
            .v
            .by_topic
            .iter()
            .map(|topic| (topic.word.as_str(), name(&topic.word), topic.count));
        self.choices(topics.collect(), self.filter.topic.as_deref(), name)
    }

    /// Choices with their counts. What was chosen stays chosen, even where no row bears it.
    fn choices(&self, known: Vec<(&str, Markup, u64)>, chosen: Option<&str>, words: impl Fn(&str) -> Markup) -> Vec<Choice> {
        let mut known = known;
        if let Some(chosen) = chosen.filter(|chosen| !known.iter().any(|(value, _, _)| value == chosen)) {
            known.push((chosen, words(chosen), 0));
        }
        let choice = |(value, words, n): (&str, Markup, u64)| Choice {
            value: value.to_owned(),
            words: self.l.w.say("choice", &[("words", words.into()), ("n", n.into())]),
            chosen: chosen == Some(value),
        };
        known.into_iter().map(choice).collect()
    }

    fn kind(&self, word: &str) -> Markup {
        let family = files::named(self.shows.file).map_or("kind", super::cells::kinds_of);
        capital(&self.l.w.closed(family, word))
    }

    /// The result of the filter, in words.
    fn said(&self) -> Markup {
        let w = &self.l.w;
        let number = |key: &str| {
            let words = w.say(key, &[("n", self.v.count.into()), ("of", self.v.all.into())]);
            Markup::ready(format!("<b>{words}</b>"))
        };
        let narrowed = self.filter.state.is_some() || self.filter.kind.is_some() || self.filter.topic.is_some();
        let mut parts = vec![number(if narrowed { "said-rows-of" } else { "said-rows" })];
        if let Some(code) = &self.filter.state {
            parts.push(w.say("said-state", &[("state", self.chosen_state(code).into())]));
        }
        if let Some(kind) = &self.filter.kind {
            parts.push(w.say("said-kind", &[("kind", self.kind(kind).into())]));
        }
        if let Some(topic) = &self.filter.topic {
            parts.push(w.say("said-topic", &[("topic", self.legal().topic(topic).into())]));
        }
        Markup::join(&parts, ", ")
    }

    fn part(&self) -> Option<String> {
        let key = match (&self.filter.after, &self.v.next) {
            (None, None) => return None,
            (None, Some(_)) => "part-first",
            (Some(_), Some(_)) => "part-further",
            (Some(_), None) => "part-last",
        };
        Some(self.l.w.plain(key, &[("n", self.v.rows.len().into())]))
    }

    fn groups(&self) -> Vec<Group> {
        let mut rows: Vec<&Row> = self.v.rows.iter().collect();
        if self.shows.by_state {
            rows.sort_by_cached_key(|row| row.states.first().map(|state| sort_key(self.l.w.state_name(state))));
        }
        if self.shows.groups.is_empty() {
            return vec![Group {
                id: "rows".to_owned(),
                head: None,
                rows: rows.into_iter().map(|row| self.line(row)).collect(),
            }];
        }
        let known = self.shows.groups.iter();
        let mut groups: Vec<Group> = known
            .enumerate()
            .map(|(at, (word, head, note))| self.group(at, rows.iter().copied().filter(|row| row.value("kind") == *word), head, note))
            .collect();
        let other = |row: &&&Row| !self.shows.groups.iter().any(|(word, _, _)| row.value("kind") == *word);
        groups.push(self.group(groups.len(), rows.iter().filter(other).copied(), "group-other", "group-other-note"));
        groups.retain(|group| !group.rows.is_empty());
        groups
    }

    fn group<'r>(&self, at: usize, rows: impl Iterator<Item = &'r Row>, head: &str, note: &str) -> Group {
        let rows: Vec<Line> = rows.map(|row| self.line(row)).collect();
        Group {
            id: format!("group-{at}"),
            head: Some((self.l.w.say(head, &[("n", rows.len().into())]), self.l.t(note))),
            rows,
        }
    }

    fn line(&self, row: &Row) -> Line {
        let shown = Shown { l: &self.l, row };
        let columns = self.shows.columns.iter();
        let mut cells: Vec<_> = columns.map(|column| (self.l.t(column.head), (column.says)(&shown))).collect();
        shown.mark_closed(&mut cells);
        Line { cells }
    }

    /// What is said of how the list was made.
    fn made(&self) -> Markup {
        let file = Markup::ready(format!("<code>{}.csv</code>", Markup::text(self.shows.file)));
        self.l.w.say(self.shows.made, &[("file", file.into())])
    }

    fn with(&self, filter: RowFilter) -> String {
        match crate::address::page_of_file(self.shows.file) {
            Some(page) => self.l.to(Place::File(page, filter)),
            None => self.l.overview(),
        }
    }

    fn unfiltered(&self) -> String {
        self.with(RowFilter::default())
    }

    fn next(&self) -> Option<String> {
        let after = self.v.next.clone()?;
        Some(self.with(RowFilter {
            after: Some(after),
            ..self.filter.clone()
        }))
    }

    fn first(&self) -> Option<String> {
        self.filter.after.as_ref()?;
        Some(self.with(RowFilter {
            after: None,
            ..self.filter.clone()
        }))
    }

    /// What an empty list says, and how it becomes fuller.
    fn none(&self) -> String {
        let narrowed = *self.filter != RowFilter::default();
        self.l.t(if narrowed { "none-rows-filtered" } else { "none-rows" })
    }
}
