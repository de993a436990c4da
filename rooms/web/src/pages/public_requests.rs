//! Requests that the public record tells of: a list, and one of them.

use super::cells::state_link;
use super::legal::{Legal, Rule, sort_key};
use super::warrants::Choice;
use super::{Failure, Request};
use crate::address::{Format, Place};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::{Length, capital};
use access::Viewer;
use askama::Template;
use axum::response::Response;
use law::{ElementSort, Pack};
use register::files;
use register::request::RequestId;
use register::view::model::{PublicRequest, PublicRequestView, PublicRequests, PublicStep, RequestFilter};

/// Requests of one page.
const ROWS: usize = 100;
/// What the list may be narrowed to by where requests stand.
pub(crate) const STANDS: [&str; 2] = ["open", "over"];
/// The rules on which the list rests.
const RULES: [&str; 3] = ["art-89-1", "art-87-7", "reg-109"];

#[derive(Template)]
#[template(path = "public_requests.html")]
pub(crate) struct List<'a> {
    l: Layout,
    v: &'a PublicRequests,
    law: &'a Pack,
    rules: Vec<Rule>,
}

/// One of them.
#[derive(Template)]
#[template(path = "public_request.html")]
pub(crate) struct One<'a> {
    l: Layout,
    v: &'a PublicRequest,
    law: &'a Pack,
}

/// The list. It holds what is public, whoever reads it: what else somebody sees stands in their own list.
pub(crate) async fn answer(request: &Request<'_>, filter: &RequestFilter) -> Result<Response, Failure> {
    let rows = match request.asked.address.format {
        // A table is wanted whole: nobody looks for a cursor in a spreadsheet.
        Format::Csv => usize::MAX >> 1,
        _ => ROWS,
    };
    let register = request.register();
    let view = register.public_requests(&Viewer::public(), &request.reading, filter, rows).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::public_requests(&view)),
        Format::Html => {
            let title = request.w.t("public-requests-title");
            let layout = request.layout(title, Entry::Findings, &[Format::Csv, Format::Json]);
            request.html(&list(layout, &view, &register.law))
        }
    }
}

/// One of them.
pub(crate) async fn one(request: &Request<'_>, id: &str) -> Result<Response, Failure> {
    let id = RequestId::parse(id).ok_or(Failure::Missing)?;
    let register = request.register();
    let view = register
        .public_request(&Viewer::public(), &request.reading, &id)
        .await?
        .ok_or(Failure::Missing)?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::public_request(&view)),
        Format::Html => {
            let layout = request.layout(String::new(), Entry::Findings, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view, &register.law))
        }
    }
}

/// The list out of its view.
pub(crate) fn list<'a>(l: Layout, view: &'a PublicRequests, law: &'a Pack) -> List<'a> {
    let rules = Legal { w: &l.w, law }.of_ids(&RULES);
    List { l, v: view, law, rules }
}

/// The page of one out of its view.
pub(crate) fn page<'a>(l: Layout, view: &'a PublicRequestView, law: &'a Pack) -> One<'a> {
    let mut page = One { l, v: &view.request, law };
    page.l.title = page.l.w.plain(
        "public-request-title",
        &[
            ("state", page.l.w.state_name(&view.request.state).into()),
            ("form", page.said().form(&view.request).into()),
        ],
    );
    page
}

/// The words of both pages.
#[derive(Clone, Copy)]
struct Said<'a> {
    l: &'a Layout,
    law: &'a Pack,
}

impl Said<'_> {
    fn law(&self, key: &str) -> String {
        self.law.text(self.l.w.lang.tag(), key).unwrap_or(key).to_owned()
    }

    fn form(&self, request: &PublicRequest) -> String {
        self.law(&format!("law-form-{}", request.form))
    }

    fn person(&self, request: &PublicRequest) -> Option<Markup> {
        let person = request.person.as_ref()?;
        Some(Markup::link(&self.l.person(&person.id), &Markup::name(&person.name)))
    }

    fn stands(&self, request: &PublicRequest) -> String {
        self.law(&format!("law-state-{}", request.stands))
    }

    fn step(&self, step: &PublicStep) -> String {
        match &step.r#move {
            Some(id) => self.law(&format!("law-move-{id}.done")),
            None => self.l.t("request-not-understood"),
        }
    }

    /// What an act carries: name and words of each element.
    fn carries(&self, form: &str, step: &PublicStep) -> Vec<(String, Markup)> {
        let on = step.date.counts_on.unwrap_or(self.l.today);
        let mv = self.law.move_of_act(form, &step.act, on);
        let elements = mv.map(|mv| mv.carries.as_slice()).unwrap_or_default();
        let one = |element: &law::Element| {
            let texts = step.carries.get(&element.id)?;
            let word = |text: &String| match &element.sort {
                ElementSort::Choice(choices) => match choices.iter().find(|choice| choice.word == *text) {
                    Some(choice) => Markup::text(&self.law(&choice.text_key)),
                    None => Markup::name(text),
                },
                _ if element.id == "occasion" => self.l.w.closed("concerning", text),
                _ => Markup::name(text),
            };
            let words: Vec<Markup> = texts.iter().map(word).collect();
            Some((self.law(&element.text_key), self.l.w.list(&words)))
        };
        elements.iter().filter_map(one).collect()
    }

    /// The row that tells an act: that of a file has a page, that of an instrument stands on the person's.
    fn told_in(&self, request: &PublicRequest, step: &PublicStep) -> Option<Markup> {
        let href = match (files::of_matter(&step.told_in), &request.person) {
            (Some(_), _) => self.l.row(&step.told_in),
            (None, Some(person)) => self.l.person(&person.id),
            (None, None) => return None,
        };
        Some(Markup::link(&href, &Markup::text(&self.l.t("public-request-told-in"))))
    }
}

/// A request in the list.
pub(crate) struct Line {
    href: String,
    form: Markup,
    state: Markup,
    person: Option<Markup>,
    stands: String,
    act: String,
    day: Markup,
}

impl List<'_> {
    fn said(&self) -> Said<'_> {
        Said { l: &self.l, law: self.law }
    }

    fn deck(&self) -> Markup {
        let args = [
            ("n", self.v.all.into()),
            ("open", self.v.open.into()),
            ("over", self.v.over.into()),
            ("states", self.v.by_state.len().into()),
        ];
        self.l.w.say("public-requests-deck", &args)
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
        let mut states: Vec<_> = self.v.states.iter().collect();
        states.extend(self.v.state.iter().filter(|chosen| !self.v.states.contains(chosen)));
        states.sort_by_cached_key(|state| sort_key(w.state_name(state)));
        let choice = |state: &register::directory::StateRef| Choice {
            value: state.code.clone(),
            words: w.say("choice", &[("words", w.state(state).into()), ("n", count(&state.code).into())]),
            chosen: self.v.filter.state.as_deref() == Some(state.code.as_str()),
        };
        states.into_iter().map(choice).collect()
    }

    fn stands(&self) -> Vec<Choice> {
        let choice = |(word, key, count): (&str, &str, u64)| Choice {
            value: word.to_owned(),
            words: self.l.w.say("choice", &[("words", self.l.t(key).into()), ("n", count.into())]),
            chosen: self.v.filter.stands.as_deref() == Some(word),
        };
        let [open, over] = STANDS;
        let choices = [
            (open, "public-requests-open", self.v.open),
            (over, "public-requests-over", self.v.over),
        ];
        choices.into_iter().map(choice).collect()
    }

    fn found(&self) -> Markup {
        let args = [("n", self.v.count.into()), ("of", self.v.all.into())];
        let key = if self.is_narrowed() {
            "public-requests-of"
        } else {
            "public-requests-all"
        };
        Markup::ready(format!("<b>{}</b>", self.l.w.say(key, &args)))
    }

    fn is_narrowed(&self) -> bool {
        let filter = &self.v.filter;
        filter.state.is_some() || filter.person.is_some() || filter.stands.is_some()
    }

    fn lines(&self) -> Vec<Line> {
        let said = self.said();
        let line = |request: &PublicRequest| {
            let latest = request.steps.first();
            let href = self.l.to(Place::PublicRequest(request.id.clone()));
            Line {
                form: capital(&Markup::text(&said.form(request))),
                state: state_link(&self.l, &request.state),
                // Their page is linked from that of the request: two links one above the other are hard to hit.
                person: request.person.as_ref().map(|person| Markup::name(&person.name)),
                stands: said.stands(request),
                act: latest.map(|step| said.step(step)).unwrap_or_default(),
                day: latest
                    .map(|step| self.l.w.fact(&step.date, Length::Short, Some(&href)))
                    .unwrap_or_default(),
                href,
            }
        };
        self.v.requests.iter().map(line).collect()
    }

    fn unfiltered(&self) -> String {
        self.l.to(Place::PublicRequests(RequestFilter::default()))
    }

    fn next(&self) -> Option<String> {
        let after = Some(self.v.next.clone()?);
        Some(self.l.to(Place::PublicRequests(RequestFilter {
            after,
            ..self.v.filter.clone()
        })))
    }

    fn first(&self) -> Option<String> {
        self.v.filter.after.as_ref()?;
        Some(self.l.to(Place::PublicRequests(RequestFilter {
            after: None,
            ..self.v.filter.clone()
        })))
    }
}

/// An act on the page of a request.
pub(crate) struct Step {
    day: Markup,
    marks: Markup,
    act: String,
    carries: Vec<(String, Markup)>,
    told_in: Option<Markup>,
    sources: Vec<Markup>,
    entry: String,
    hash: String,
}

impl One<'_> {
    fn said(&self) -> Said<'_> {
        Said { l: &self.l, law: self.law }
    }

    fn over(&self) -> Markup {
        let words = Markup::text(&self.l.t("public-requests-title"));
        Markup::link(&self.l.to(Place::PublicRequests(RequestFilter::default())), &words)
    }

    fn head(&self) -> Markup {
        let said = self.said();
        let form = capital(&Markup::text(&said.form(self.v)));
        match &self.v.person {
            Some(person) => self.l.w.say(
                "request-of",
                &[("form", form.into()), ("person", Markup::name(&person.name).into())],
            ),
            None => form,
        }
    }

    fn deck(&self) -> Markup {
        let args = [
            ("state", state_link(&self.l, &self.v.state).into()),
            ("stands", self.said().stands(self.v).into()),
        ];
        self.l.w.say("public-request-deck", &args)
    }

    fn steps(&self) -> Vec<Step> {
        let said = self.said();
        let step = |step: &PublicStep| Step {
            day: self.l.w.when(&step.date.on, Length::Full),
            marks: self.l.w.marks(&step.date, None),
            act: said.step(step),
            carries: said.carries(&self.v.form, step),
            told_in: said.told_in(self.v, step),
            sources: self.l.w.said_of(&step.sources, step.date.verified),
            entry: self.l.entry_page(&step.date.entry),
            hash: step.date.hash.clone(),
        };
        self.v.steps.iter().map(step).collect()
    }

    fn lacking(&self) -> Vec<String> {
        self.v
            .lacking
            .iter()
            .map(|id| self.said().law(&format!("law-move-{id}.done")))
            .collect()
    }

    fn person(&self) -> Option<Markup> {
        self.said().person(self.v)
    }

    fn state(&self) -> Markup {
        state_link(&self.l, &self.v.state)
    }
}
