//! One State's profile of cooperation: where it stands, and how to address it, before all else.

use super::cells::Shown;
use super::events::event_line;
use super::legal::{Legal, Rule, applied};
use super::rows::{Row as PersonLine, Table};
use super::state_authorities::Authorities;
use super::state_deck::Deck;
use super::treaty::{joined, leaving, signed};
use super::{Failure, Request, file_pages, see_other};
use crate::address::{Address, Format, Place};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::{Length, capital};
use askama::Template;
use axum::response::Response;
use register::files;
use register::state::ROME_STATUTE;
use register::view::model::{Cell, Event, Row, SituationPersons, SourceSays, StateProfile, Tie};

#[derive(Template)]
#[template(path = "state.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a StateProfile,
    law: &'a law::Pack,
    authorities: Authorities,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, words: &str) -> Result<Response, Failure> {
    let (register, viewer, reading) = (request.register(), request.viewer(), &request.reading);
    let code = register.state_meant(&viewer, reading, words).await?;
    if code != words {
        let canonical = Address {
            place: Place::State(code),
            ..request.asked.address.clone()
        };
        return Ok(see_other(&canonical.href()));
    }
    let view = register.state(&viewer, reading, &code).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::state(&view)),
        Format::Html => {
            let title = request.w.state_name(&view.state).to_owned();
            let mut layout = request.layout(title, Entry::States, &[Format::Csv, Format::Json]);
            let authorities = Authorities::of(request, &code).await?;
            authorities.mark(&mut layout.not_public);
            request.html(&Page {
                authorities,
                ..page(layout, &view, &register.law)
            })
        }
    }
}

/// The page out of its view.
pub(crate) fn page<'a>(l: Layout, view: &'a StateProfile, law: &'a law::Pack) -> Page<'a> {
    Page {
        l,
        v: view,
        law,
        authorities: Authorities::default(),
    }
}

/// Where the State stands towards a treaty.
pub(crate) struct TieLine {
    href: String,
    treaty: String,
    standing: Markup,
    signed: Markup,
    joined: Markup,
    in_force: Markup,
    rule: Markup,
}

/// Rows of a file in a table.
pub(crate) struct FileTable {
    id: &'static str,
    head: String,
    note: String,
    /// What is said where there is no row.
    none: String,
    columns: Vec<String>,
    rows: Vec<Vec<(String, Vec<Markup>)>>,
    /// The page of all States' rows.
    all: Option<(String, String)>,
}

/// A law of the State.
pub(crate) struct LawLine {
    year: Markup,
    title: Markup,
    read: Markup,
}

/// What was read for one row, or for one treaty.
pub(crate) struct SourceLine {
    what: Markup,
    said: Vec<Markup>,
}

impl Page<'_> {
    fn legal(&self) -> Legal<'_> {
        Legal {
            w: &self.l.w,
            law: self.law,
        }
    }

    fn name(&self) -> Markup {
        self.l.w.state(&self.v.state)
    }

    fn shown<'r>(&'r self, row: &'r Row) -> Shown<'r> {
        Shown { l: &self.l, row }
    }

    /// Its standing, and its group.
    fn over(&self) -> Markup {
        let w = &self.l.w;
        let rome = self.v.treaties.iter().find(|tie| tie.treaty == ROME_STATUTE);
        let standing = rome.and_then(|tie| tie.standing.as_deref());
        let standing = match standing {
            Some(_) => capital(&self.legal().standing(ROME_STATUTE, standing)),
            None => Markup::text(&w.t("state-over-none")),
        };
        Markup::join(&[standing, self.group()], " · ")
    }

    fn group(&self) -> Markup {
        let group = self.l.w.group(&self.v.group);
        match &self.v.row {
            Some(row) => self.shown(row).marked(group, &["un_regional_group"]),
            None => group,
        }
    }

    fn deck(&self) -> Vec<Markup> {
        Deck {
            l: &self.l,
            v: self.v,
            legal: self.legal(),
        }
        .sentences()
    }

    // How to address it.

    fn advice(&self) -> String {
        let key = match self.v.address.advice.as_str() {
            "declared" => "advice-declared",
            "confirm" => "advice-confirm",
            _ => "advice-none",
        };
        self.l.t(key)
    }

    fn declared(&self, column: &str) -> Option<Markup> {
        let row = self.v.address.declaration.as_ref()?;
        let shown = self.shown(row);
        let cell = shown.cell(column)?;
        let words = match column {
            "channel" => self.l.w.channels(&cell.value),
            "languages_accepted" => self.l.w.languages(&cell.value),
            _ => self.l.w.when(&cell.value, Length::Full),
        };
        Some(shown.marked(words, &[column]))
    }

    fn day_unknown(&self) -> Markup {
        self.l.w.when("unknown", Length::Full)
    }

    /// What was read for the declaration, and the way to its row.
    fn declaration_sources(&self) -> Vec<Markup> {
        let Some(row) = &self.v.address.declaration else {
            return Vec::new();
        };
        let mut lines = self.said_of_row(row);
        lines.push(self.row_link(row));
        lines
    }

    fn row_link(&self, row: &Row) -> Markup {
        Markup::link(&self.l.row(&row.id), &Markup::text(&self.l.t("state-row")))
    }

    /// On which rule of law it can be asked to cooperate; where its position is not known, on either.
    fn basis(&self) -> Vec<Rule> {
        let rome = self.v.treaties.iter().find(|tie| tie.treaty == ROME_STATUTE);
        if rome.is_some_and(|tie| tie.party) {
            return self.legal().of_ids(&["art-86"]);
        }
        if !self.v.bound.is_empty() {
            return self.legal().rules(self.v.bound.iter().flat_map(|bound| &bound.rules));
        }
        match self.v.tie.as_str() {
            "unknown" => self.legal().of_ids(&["art-86", "art-87-5"]),
            _ => self.legal().of_ids(&["art-87-5"]),
        }
    }

    fn address_rules(&self) -> Vec<Rule> {
        self.legal().of_ids(&["art-87-1-a", "art-87-2"])
    }

    /// The rule on what goes on after a withdrawal, where one has been notified.
    fn survives(&self) -> Vec<Rule> {
        let ids: Vec<&str> = self.v.treaties.iter().filter_map(survives).collect();
        self.legal().of_ids(&ids)
    }

    // Ties by treaty.

    fn ties_side(&self) -> Markup {
        let w = &self.l.w;
        let parties = w.say("state-ties-parties", &[("n", self.v.parties.into())]);
        let link = Markup::link(&self.l.treaty(ROME_STATUTE), &parties);
        w.say("state-ties-side", &[("parties", link.into())])
    }

    fn ties_caption(&self) -> Markup {
        let w = &self.l.w;
        w.say(
            "state-ties-caption",
            &[("state", self.name().into()), ("day", w.day(self.v.asked.as_at).into())],
        )
    }

    fn ties(&self) -> Vec<TieLine> {
        self.v.treaties.iter().map(|tie| self.tie(tie)).collect()
    }

    fn tie(&self, tie: &Tie) -> TieLine {
        let legal = self.legal();
        let shown = tie.row.as_ref().map(|row| self.shown(row));
        let sources = shown.map(|shown| shown.href()).unwrap_or_default();
        let in_force = tie.in_force.as_ref();
        let joined = shown.map(|shown| joined(&shown)).unwrap_or_default();
        TieLine {
            href: self.l.treaty(&tie.treaty),
            treaty: self
                .l
                .w
                .closed_key("treaty", &tie.treaty)
                .map_or_else(|| tie.treaty.clone(), |key| self.l.t(&key)),
            standing: capital(&legal.standing(&tie.treaty, tie.standing.as_deref())),
            signed: shown.map(|shown| signed(&shown, !joined.is_empty())).unwrap_or_default(),
            joined,
            in_force: in_force.map(|day| legal.computed(day, &sources)).unwrap_or_default(),
            rule: in_force.map(|day| legal.cited(&tie.treaty, day)).unwrap_or_default(),
        }
    }

    /// What it did about leaving a treaty, act by act.
    fn leaving(&self) -> Vec<Markup> {
        let of = |tie: &Tie| match &tie.row {
            Some(row) => leaving(self.legal(), tie, &self.shown(row)),
            None => Vec::new(),
        };
        self.v.treaties.iter().flat_map(of).collect()
    }

    // Laws.

    fn laws(&self) -> Vec<LawLine> {
        let w = &self.l.w;
        let line = |row: &Row| {
            let shown = self.shown(row);
            let title = Markup::link(&shown.href(), &shown.prose("title"));
            let read = shown.prose("part9_topics_read");
            let read = if read.is_empty() {
                Markup::text(&w.t("state-law-nothing-read"))
            } else {
                w.say("state-law-read", &[("read", read.into())])
            };
            let year = shown.day("year");
            LawLine {
                year: if year.is_empty() {
                    w.when("unknown", Length::Short)
                } else {
                    shown.marked(year, &["year"])
                },
                title: shown.marked(title, &["title"]),
                read: shown.marked(read, &["part9_topics_read"]),
            }
        };
        self.v.laws.iter().map(line).collect()
    }

    /// Topics that were read, each with the laws in which it was.
    fn topics(&self) -> Vec<(Markup, Markup)> {
        let law = |id: &String| {
            let row = self.v.laws.iter().find(|law| law.id == *id)?;
            Some(Markup::link(&self.l.row(id), &self.shown(row).prose("title")))
        };
        let read = self.v.topics.iter().filter(|topic| !topic.laws.is_empty());
        read.map(|topic| {
            let laws: Vec<_> = topic.laws.iter().filter_map(law).collect();
            (capital(&self.legal().topic_with_article(&topic.topic)), self.l.w.listed(&laws))
        })
        .collect()
    }

    fn topics_unread(&self) -> Markup {
        let unread = self.v.topics.iter().filter(|topic| topic.laws.is_empty());
        let names: Vec<_> = unread.map(|topic| self.legal().topic_with_article(&topic.topic)).collect();
        if names.is_empty() {
            Markup::text(&self.l.t("state-topics-all-read"))
        } else {
            capital(&self.l.w.listed(&names))
        }
    }

    fn all_laws(&self) -> String {
        self.l.to(self.l.file_page("legislation"))
    }

    // Rows of other files.

    fn findings(&self) -> FileTable {
        let all = Some(("findings", "state-findings-all"));
        self.table(
            "findings",
            &self.v.findings,
            ["state-findings", "state-findings-side", "none-findings"],
            all,
        )
    }

    fn agreements(&self) -> FileTable {
        let all = Some(("agreements", "state-agreements-all"));
        let keys = ["state-agreements", "state-agreements-side", "none-agreements"];
        self.table("agreements", &self.v.agreements, keys, all)
    }

    fn referrals(&self) -> FileTable {
        let keys = ["state-referrals", "state-referrals-side", "none-referrals"];
        self.table("referrals", &self.v.referrals, keys, None)
    }

    fn acceptances(&self) -> FileTable {
        let keys = ["state-acceptances", "state-acceptances-side", "none-acceptances"];
        self.table("acceptances", &self.v.acceptances, keys, None)
    }

    /// Rows as the page of their file shows them, without the State, and with the kind where there are several.
    fn table(&self, file: &'static str, rows: &[Row], [head, note, none]: [&str; 3], all: Option<(&str, &str)>) -> FileTable {
        let shows = file_pages::shows(file);
        let columns: Vec<_> = shows
            .iter()
            .flat_map(|shows| shows.columns)
            .filter(|column| column.head != "col-state")
            .collect();
        let kinds = shows.is_some_and(|shows| !shows.groups.is_empty()).then(|| self.l.t("col-kind"));
        let family = files::named(file).map_or("kind", super::cells::kinds_of);
        let row = |row: &Row| {
            let shown = self.shown(row);
            let kind = |head: String| (head, vec![capital(&self.l.w.closed(family, row.value("kind")))]);
            let cell = |column: &&file_pages::Column| (self.l.t(column.head), (column.says)(&shown));
            let mut cells: Vec<_> = kinds.clone().map(kind).into_iter().chain(columns.iter().map(cell)).collect();
            shown.mark_closed(&mut cells);
            cells
        };
        let heads = columns.iter().map(|column| self.l.t(column.head));
        FileTable {
            id: file,
            head: self.l.t(head),
            note: self.l.t(note),
            none: self.l.t(none),
            columns: kinds.clone().into_iter().chain(heads).collect(),
            rows: rows.iter().rev().map(row).collect(),
            all: all.map(|(file, key)| (self.l.to(self.l.file_page(file)), self.l.t(key))),
        }
    }

    // Acts and persons.

    fn acts(&self) -> Vec<(Markup, Markup)> {
        // The State is the page's own.
        let line = |event: &Event| {
            let event = Event {
                state: None,
                ..event.clone()
            };
            event_line(&self.l, &event)
        };
        self.v.acts.iter().map(line).collect()
    }

    /// Its situations, each with a table of the persons named in it.
    fn situations(&self) -> Vec<(Markup, Table)> {
        let w = &self.l.w;
        let table = |persons: &SituationPersons| {
            let situation = &persons.situation;
            let name = w.situation(&situation.no, &situation.name);
            let table = Table {
                caption: w.say("state-situations-caption", &[("situation", (&name).into())]),
                by_days: false,
                by_situation: false,
                rows: persons
                    .persons
                    .iter()
                    .map(|person| PersonLine::new(&self.l, person, false, None))
                    .collect(),
            };
            (Markup::link(&self.l.situation(&situation.no), &name), table)
        };
        let named = self.v.situations.iter().filter(|situation| !situation.persons.is_empty());
        named.map(table).collect()
    }

    // The State itself.

    fn other_names(&self) -> Markup {
        let names: Vec<_> = self.v.other_names.iter().map(|name| Markup::english(name, self.l.w.lang)).collect();
        self.l.w.listed(&names)
    }

    fn languages(&self) -> Markup {
        let names: Vec<_> = self.v.languages.iter().map(|code| self.l.w.closed("language", code)).collect();
        capital(&self.l.w.list(&names))
    }

    fn membership(&self) -> Markup {
        self.l.w.closed("membership", &self.v.membership)
    }

    fn began(&self) -> Option<Markup> {
        Some(self.l.w.day(self.v.began?))
    }

    fn sources(&self) -> Vec<SourceLine> {
        let mut lines = Vec::new();
        let mut line = |what: Markup, row: &Row| {
            let mut said = self.said_of_row(row);
            said.push(self.row_link(row));
            lines.push(SourceLine { what, said });
        };
        if let Some(row) = &self.v.row {
            line(Markup::text(&self.l.t("state-state")), row);
        }
        for tie in &self.v.treaties {
            if let Some(row) = &tie.row {
                line(self.l.w.closed("treaty", &tie.treaty), row);
            }
        }
        lines
    }

    /// What the sources of all cells of a row say together.
    fn said_of_row(&self, row: &Row) -> Vec<Markup> {
        let cells: Vec<&Cell> = row.cells.values().collect();
        let says: Vec<SourceSays> = cells.iter().flat_map(|cell| cell.sources.iter().cloned()).collect();
        self.l.w.said_of(&says, row.is_verified())
    }

    fn rules(&self) -> Vec<Rule> {
        let bound = self.v.bound.iter().flat_map(|bound| &bound.rules);
        self.legal().rules(self.v.treaties.iter().flat_map(applied).chain(bound))
    }
}

/// The rule on what goes on for a State that is leaving a treaty, has left it, or may have.
fn survives(tie: &Tie) -> Option<&'static str> {
    let notified = || tie.row.as_ref().is_some_and(|row| !row.value("withdrawal_notified_on").is_empty());
    let leaving = match tie.standing.as_deref()? {
        "withdrawing" | "withdrawn" => true,
        "unresolved" => notified(),
        _ => false,
    };
    leaving.then(|| if tie.treaty == ROME_STATUTE { "art-127-2" } else { "apic-37-2" })
}
