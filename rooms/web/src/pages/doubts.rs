//! Facts that no source that was read confirms, or to which one gives another value.

use super::{Failure, Request};
use crate::address::{Format, Place};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::{capital, figure};
use askama::Template;
use axum::response::Response;
use record::when::When;
use register::files::{self, File};
use register::view::DoubtFilter;
use register::view::model::{Doubt, DoubtCount, Doubts, SourceSays};

#[derive(Template)]
#[template(path = "doubts.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Doubts,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, filter: &DoubtFilter) -> Result<Response, Failure> {
    let view = request.register().doubts(&request.viewer(), &request.reading, filter).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::doubts(&view)),
        Format::Html => {
            let layout = request.layout(request.w.t("doubts-title"), Entry::Sources, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(l: Layout, view: &Doubts) -> Page<'_> {
    Page { l, v: view }
}

/// A file in the table of counts.
pub(crate) struct FileLine {
    name: Markup,
    unverified: String,
    disputed: Markup,
    chosen: bool,
}

/// A fact in doubt.
pub(crate) struct Line {
    whose: Markup,
    field: Markup,
    value: Markup,
    others: Vec<Markup>,
    sources: Vec<Markup>,
    entry: String,
    error: String,
}

impl Page<'_> {
    fn head(&self) -> Markup {
        let sum = |of: fn(&DoubtCount) -> u64| self.v.counts.iter().map(of).sum::<u64>();
        self.l.w.say(
            "doubts-head",
            &[
                ("unverified", sum(|count| count.unverified).into()),
                ("disputed", sum(|count| count.disputed).into()),
            ],
        )
    }

    fn files(&self) -> Vec<FileLine> {
        let line = |count: &DoubtCount| {
            let to = |disputed: bool| {
                let file = Some(count.file.clone());
                self.l.to(Place::Doubts(DoubtFilter { file, disputed }))
            };
            let name = capital(&self.l.w.closed("file", &count.file));
            let disputed = Markup::text(&figure(count.disputed));
            FileLine {
                name: Markup::link(&format!("{}#facts", to(false)), &name),
                unverified: figure(count.unverified),
                disputed: if count.disputed > 0 {
                    Markup::link(&format!("{}#facts", to(true)), &disputed)
                } else {
                    disputed
                },
                chosen: self.v.file.as_deref() == Some(&count.file),
            }
        };
        self.v.counts.iter().map(line).collect()
    }

    /// What stands over the facts of the chosen file; none where none is chosen.
    fn facts_head(&self) -> Option<Markup> {
        let w = &self.l.w;
        let file = capital(&w.closed("file", self.v.file.as_deref()?));
        let key = if self.v.disputed_only { "doubts-of-disputed" } else { "doubts-of" };
        Some(w.say(key, &[("file", file.into()), ("n", self.v.doubts.len().into())]))
    }

    /// The other list of the same file: all doubts, or only what is disputed.
    fn other(&self) -> Option<(String, String)> {
        let file = self.v.file.clone()?;
        let disputed = !self.v.disputed_only;
        let key = if disputed { "doubts-only-disputed" } else { "doubts-all" };
        let place = Place::Doubts(DoubtFilter {
            file: Some(file),
            disputed,
        });
        Some((format!("{}#facts", self.l.to(place)), self.l.t(key)))
    }

    fn facts(&self) -> Vec<Line> {
        self.v.doubts.iter().map(|doubt| self.fact(doubt)).collect()
    }

    fn fact(&self, doubt: &Doubt) -> Line {
        let w = &self.l.w;
        let value = self.value(doubt, &doubt.value);
        let value = if doubt.verified {
            value
        } else {
            Markup::ready(format!("{value} {}", w.unverified()))
        };
        let says: Vec<&SourceSays> = doubt.sources.iter().filter(|says| says.verdict != "contradicts").collect();
        let others = doubt.others.iter().map(|other| {
            let of = |says: &&SourceSays| says.verdict == "contradicts" && says.value.as_deref() == Some(other);
            let sources: Vec<_> = doubt.sources.iter().filter(of).map(|says| w.source(&says.source)).collect();
            let mark = w.say("mark-other-source", &[("values", self.value(doubt, other).into())]);
            Markup::ready(format!("<span class=\"df\">{mark}</span> {}", Markup::join(&sources, ", ")))
        });
        Line {
            whose: w.marked_at(self.whose(doubt), doubt.level),
            field: capital(&self.field(doubt)),
            value,
            others: others.collect(),
            sources: w.sources(&says),
            entry: self.l.entry_page(&doubt.entry),
            error: self.l.address.to(Place::Entry(doubt.entry.clone())).to_error().href(),
        }
    }

    /// Of what the fact tells: the person, or the State and the row.
    fn whose(&self, doubt: &Doubt) -> Markup {
        let w = &self.l.w;
        if let Some(person) = &doubt.person {
            return Markup::link(&format!("{}#sources", self.l.person(&person.id)), &Markup::name(&person.name));
        }
        let words = match &doubt.state {
            Some(state) => w.state(state),
            None => Markup::text(&doubt.id),
        };
        Markup::link(&self.l.row(&doubt.id), &words)
    }

    /// The column in which the fact stands, where it stands in one.
    fn column(&self, doubt: &Doubt) -> Option<(&'static File, &'static str)> {
        let file = files::named(&doubt.file)?;
        let effective = When::parse(&doubt.value).unwrap_or(When::Unknown);
        let columns = file.columns_of(&doubt.act, &doubt.field, &effective);
        Some((file, columns.first()?))
    }

    /// What the fact is: the column in which it stands, or the act of which it is the date.
    fn field(&self, doubt: &Doubt) -> Markup {
        let w = &self.l.w;
        match self.column(doubt) {
            Some((_, column)) => w.closed("cell", column),
            None if doubt.field == files::EFFECTIVE => w.closed("kind", &doubt.act),
            None => w.closed("cell", &doubt.field),
        }
    }

    /// A value of the fact, here or in a source.
    fn value(&self, doubt: &Doubt, value: &str) -> Markup {
        match self.column(doubt) {
            Some((file, column)) if doubt.field != files::EFFECTIVE => self.l.w.column_value(file, column, value),
            _ => self.l.w.value(value),
        }
    }
}
