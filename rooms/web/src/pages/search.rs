//! Persons, situations, States and rows of files by name, by sound in any spelling or script, and by words.

use super::cells::state_link;
use super::{Failure, Request};
use crate::address::{Format, Lang};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use askama::Template;
use axum::response::Response;
use register::view::model::{Found, FoundBy, FoundPerson, FoundRow, FoundState};
use screening::Language;

#[derive(Template)]
#[template(path = "search.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Found,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, q: &str) -> Result<Response, Failure> {
    // Where nothing was asked yet nothing is found, and the page says what can be asked.
    let view = request.register().search(&request.viewer(), &request.reading, q).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::search(&view)),
        Format::Html => {
            let title = if q.is_empty() {
                request.w.t("find")
            } else {
                request.w.plain("search-title", &[("q", q.into())])
            };
            request.html(&page(request.layout(title, Entry::None, &[Format::Csv, Format::Json]), &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(mut l: Layout, view: &Found) -> Page<'_> {
    l.noindex = true;
    Page { l, v: view }
}

/// Persons found in one way.
pub(crate) struct Part {
    id: &'static str,
    heading: String,
    note: Option<String>,
    lines: Vec<Line>,
}

/// A person found.
pub(crate) struct Line {
    href: String,
    name: Markup,
    closed: Option<Markup>,
    form: Option<Markup>,
    status: Markup,
    situation: Markup,
}

impl Page<'_> {
    fn head(&self) -> Markup {
        let w = &self.l.w;
        if self.v.q.is_empty() {
            return Markup::text(&w.t("find"));
        }
        let persons = self.v.persons.iter().filter(|found| found.by != FoundBy::Near).count();
        let n = persons + self.v.situations.len() + self.states().len() + self.v.rows.len();
        w.say("search-head", &[("n", n.into()), ("q", Markup::name(&self.v.q).into())])
    }

    /// That the question has more words than are read.
    fn not_read(&self) -> Option<Markup> {
        let not_read = || [("text", Markup::name(&self.v.not_read).into())];
        (!self.v.not_read.is_empty()).then(|| self.l.w.say("search-not-read", &not_read()))
    }

    fn nothing(&self) -> bool {
        self.v.persons.is_empty() && self.v.situations.is_empty() && self.v.states.is_empty() && self.v.rows.is_empty()
    }

    /// States that bear the name, each with the form that was found where it is not the name of the day.
    fn states(&self) -> Vec<(Markup, Option<Markup>)> {
        let w = &self.l.w;
        let states = self.v.states.iter().filter(|found| !found.form.is_empty());
        let line = |found: &FoundState| {
            let form = self.form(&found.form, w.state_name(&found.state), found.by);
            (state_link(&self.l, &found.state), form)
        };
        states.map(line).collect()
    }

    /// States whose name or code is near what was asked, where nothing bears it.
    fn near(&self) -> Vec<Markup> {
        let near = self.v.states.iter().filter(|found| found.form.is_empty());
        near.map(|found| state_link(&self.l, &found.state)).collect()
    }

    /// The form of a name that was found, where it is not the name shown, and that it only sounds like what was asked.
    fn form(&self, form: &str, shown: &str, by: FoundBy) -> Option<Markup> {
        let w = &self.l.w;
        let form_said = || [("form", Markup::name(form).into())];
        match by {
            FoundBy::Sound => Some(w.say("search-sounds", &form_said())),
            FoundBy::Words if form.is_empty() => None,
            FoundBy::Words => Some(w.say("search-said", &[("text", Markup::english(form, w.lang).into())])),
            FoundBy::Name | FoundBy::Near => (form != shown).then(|| w.say("search-form", &form_said())),
        }
    }

    /// The form that is like what was asked, with the words that are and how, and what was asked besides.
    fn alike(&self, found: &FoundPerson) -> Option<Markup> {
        let w = &self.l.w;
        let alike = found.alike.as_ref()?;
        let language = match w.lang {
            Lang::En => Language::English,
            Lang::Fr => Language::French,
        };
        let why = Markup::text(&alike.matched_in_words(language));
        let form = Markup::name(&found.form);
        if alike.besides.is_empty() {
            return Some(w.say("search-alike", &[("form", form.into()), ("why", why.into())]));
        }
        let words = Markup::name(&alike.besides.join(" "));
        Some(w.say(
            "search-alike-besides",
            &[("form", form.into()), ("why", why.into()), ("words", words.into())],
        ))
    }

    /// Rows of files: what it is and is called, the States that it is about, and the text in which the words stand.
    fn rows(&self) -> Vec<(Markup, Markup, Option<Markup>)> {
        let w = &self.l.w;
        let line = |row: &FoundRow| {
            let kind = w.closed("found", &row.file.replace('_', "-"));
            let words = if row.title.is_empty() {
                kind
            } else {
                let title = Markup::english(&row.title, w.lang);
                w.say("search-row", &[("kind", kind.into()), ("title", title.into())])
            };
            let states: Vec<_> = row.states.iter().map(|state| state_link(&self.l, state)).collect();
            let form = self.form(&row.form, &row.title, FoundBy::Words);
            let link = Markup::link(&self.l.row(&row.id), &words);
            (w.marked_at(link, row.level), w.list(&states), form)
        };
        self.v.rows.iter().map(line).collect()
    }

    /// Persons by the way in which they were found, each way with its heading, in words, and what to mind.
    fn persons(&self) -> Vec<Part> {
        let w = &self.l.w;
        let part = |by, id, heading, note: Option<&str>| Part {
            id,
            heading: w.t(heading),
            note: note.map(|note| w.t(note)),
            lines: self.lines(by),
        };
        let parts = [
            part(FoundBy::Name, "h-persons", "search-persons", None),
            part(FoundBy::Sound, "h-sound", "search-persons-sound", Some("search-sound-note")),
            part(FoundBy::Near, "h-near-persons", "search-persons", Some("search-near")),
            part(FoundBy::Words, "h-words", "search-persons-words", None),
        ];
        parts.into_iter().filter(|part| !part.lines.is_empty()).collect()
    }

    fn lines(&self, by: FoundBy) -> Vec<Line> {
        let w = &self.l.w;
        let line = |found: &FoundPerson| Line {
            href: self.l.person(&found.row.id),
            name: Markup::name(&found.row.name),
            closed: w.closed_at(found.level),
            form: self.alike(found).or_else(|| self.form(&found.form, &found.row.name, found.by)),
            status: match &found.row.end_reason {
                Some(reason) => w.say("search-ended", &[("reason", w.closed("reason", reason).into())]),
                None => w.closed("status", &found.row.status),
            },
            situation: w.situation(&found.row.situation_no, &found.row.situation),
        };
        self.v.persons.iter().filter(|found| found.by == by).map(line).collect()
    }

    fn situations(&self) -> Vec<(String, Markup, &str, Option<Markup>)> {
        let w = &self.l.w;
        let mut lines = Vec::new();
        for s in &self.v.situations {
            let form = self.form(&s.name, &s.name, s.by);
            lines.push((self.l.situation(&s.no), w.situation(&s.no, &s.name), s.no.as_str(), form));
        }
        lines
    }
}
