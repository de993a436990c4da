//! What changed between two days: the net change and what it hides.

use super::cells::state_link;
use super::events::event_line;
use super::legal::Legal;
use super::refusal;
use super::{Failure, Request};
use crate::address::{Address, DateFields, Format, Place};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::problem::Problem;
use crate::query::Wrong;
use crate::written::figure;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use register::view::model::{Comparison, FigureChange, Moved, PersonRow, Session, StandingChange};

#[derive(Template)]
#[template(path = "compare.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Comparison,
    law: &'a law::Pack,
}

/// The page that asks for the earlier day, or says that the days stand in the wrong order.
#[derive(Template)]
#[template(path = "compare_ask.html")]
pub(crate) struct Ask<'a> {
    l: Layout,
    sessions: &'a [Session],
    /// The earlier day, where it does not lie before the later one.
    wrong: Option<Date>,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, from: Option<Date>) -> Result<Response, Failure> {
    let register = request.register();
    let html = request.asked.address.format == Format::Html;
    let from = match from {
        Some(from) if from < request.reading.as_at || !html => from,
        None if !html => {
            let missing = Wrong::Missing { parameter: "from" };
            return Ok(Problem::Parameters(vec![missing]).into_response());
        }
        other => {
            let sessions = register.sessions(&request.viewer(), &request.reading).await?;
            let layout = request.layout(request.w.t("compare-title"), Entry::Compare, &[]);
            let ask = ask(layout, &sessions, other);
            return if other.is_some() {
                Ok(refusal::respond(&ask, StatusCode::BAD_REQUEST))
            } else {
                request.html(&ask)
            };
        }
    };
    let view = register.compare(&request.viewer(), &request.reading, from).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::compare(&view)),
        Format::Html => {
            let title = request.w.plain("compare-title-from", &[("day", request.w.day_plain(from).into())]);
            let layout = request.layout(title, Entry::Compare, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view, &register.law))
        }
    }
}

/// The page out of its view.
pub(crate) fn page<'a>(l: Layout, view: &'a Comparison, law: &'a law::Pack) -> Page<'a> {
    Page { l, v: view, law }
}

/// The page that asks for the earlier day. `wrong` is one that was given and does not lie before the later.
pub(crate) fn ask(mut l: Layout, sessions: &[Session], wrong: Option<Date>) -> Ask<'_> {
    l.from_wrong = wrong.is_some();
    l.noindex = wrong.is_some();
    Ask { l, sessions, wrong }
}

/// A session, and the comparison from its day.
pub(crate) struct SessionLine {
    href: String,
    words: Markup,
    current: bool,
}

fn session_lines(l: &Layout, sessions: &[Session]) -> Vec<SessionLine> {
    let line = |session: &Session| SessionLine {
        href: to(l, session.on, l.as_at),
        words: l.w.say(
            "session-on",
            &[
                ("session", l.w.session(&session.session.to_string()).into()),
                ("day", l.w.day(session.on).into()),
            ],
        ),
        current: matches!(l.address.place, Place::Compare(Some(from), _) if from == session.on),
    };
    let mut sessions: Vec<&Session> = sessions.iter().collect();
    // A session that adopted two resolutions is told once, by its last day.
    sessions.dedup_by_key(|session| session.session);
    // One on or after the later day cannot be compared with it.
    sessions.retain(|session| session.on < l.as_at);
    sessions.into_iter().map(line).collect()
}

/// The address of the comparison of two days.
fn to(l: &Layout, from: Date, as_at: Date) -> String {
    Address {
        as_at: (as_at != l.today).then_some(as_at),
        ..l.address.to(Place::Compare(Some(from), DateFields::default()))
    }
    .href()
}

/// A figure at both days.
pub(crate) struct Figure {
    name: Markup,
    before: String,
    after: String,
    change: String,
}

/// A person who came or left.
pub(crate) struct Line {
    day: Markup,
    person: Markup,
    what: Markup,
    /// Both in one line.
    act: Markup,
    situation: Markup,
    marks: Markup,
    /// First and last day outstanding and how many, for who was seen at neither date.
    public: Markup,
    days: String,
}

/// A State whose standing changed.
pub(crate) struct Standing {
    state: Markup,
    treaty: Markup,
    before: Markup,
    after: Markup,
    since: Markup,
}

impl Page<'_> {
    fn sessions(&self) -> Vec<SessionLine> {
        session_lines(&self.l, &self.v.sessions)
    }

    fn head(&self) -> Markup {
        let w = &self.l.w;
        w.say(
            "compare-head",
            &[("from", w.day(self.v.from).into()), ("to", w.day(self.v.asked.as_at).into())],
        )
    }

    /// The net change of who is outstanding, and what it hides.
    fn deck(&self) -> Markup {
        let w = &self.l.w;
        let outstanding = self.v.figures.iter().find(|figure| figure.what == "outstanding");
        let (before, after) = outstanding.map_or((0, 0), |figure| (figure.before, figure.after));
        let key = match after.cmp(&before) {
            std::cmp::Ordering::Less => "compare-deck-fewer",
            std::cmp::Ordering::Equal => "compare-deck-same",
            std::cmp::Ordering::Greater => "compare-deck-more",
        };
        let net = w.say(
            key,
            &[
                ("n", after.abs_diff(before).into()),
                ("before", before.into()),
                ("after", after.into()),
            ],
        );
        let (came, left, between) = (self.v.came.len(), self.v.left.len(), self.v.between.len());
        if came + left + between == 0 {
            return Markup::ready(format!("{net} {}", Markup::text(&w.t("compare-hides-nothing"))));
        }
        let hides = w.say(
            "compare-hides",
            &[("came", came.into()), ("left", left.into()), ("between", between.into())],
        );
        Markup::ready(format!("{net} {hides}"))
    }

    fn days(&self) -> [Markup; 2] {
        [self.v.from, self.v.asked.as_at].map(|day| self.l.w.day_short(day))
    }

    /// The same for labels of stacked cells.
    fn day_labels(&self) -> [String; 2] {
        [self.v.from, self.v.asked.as_at].map(|day| self.l.w.day_short_plain(day))
    }

    fn figures(&self) -> Vec<Figure> {
        let line = |change: &FigureChange| Figure {
            name: self.l.w.closed("compared", &change.what),
            before: figure(change.before),
            after: figure(change.after),
            change: match change.after.cmp(&change.before) {
                std::cmp::Ordering::Less => format!("−{}", figure(change.before - change.after)),
                std::cmp::Ordering::Equal => figure(0),
                std::cmp::Ordering::Greater => format!("+{}", figure(change.after - change.before)),
            },
        };
        self.v.figures.iter().map(line).collect()
    }

    /// Whose position is not known at either day, so that the count of States Parties is without them.
    fn unresolved(&self) -> Vec<Markup> {
        let w = &self.l.w;
        let days = [self.v.from, self.v.asked.as_at];
        let line = |(states, day): (&Vec<register::directory::StateRef>, Date)| {
            let names: Vec<_> = states.iter().map(|state| state_link(&self.l, state)).collect();
            (!names.is_empty()).then(|| {
                w.say(
                    "compare-unresolved",
                    &[
                        ("n", names.len().into()),
                        ("day", w.day(day).into()),
                        ("states", w.list(&names).into()),
                    ],
                )
            })
        };
        self.v.unresolved.iter().zip(days).filter_map(line).collect()
    }

    fn line(&self, moved: &Moved, came: bool) -> Line {
        let w = &self.l.w;
        let row = &moved.row;
        let day = if came { moved.came } else { moved.left };
        let days = match (moved.came, moved.left) {
            (Some(came), Some(left)) => came.until((jiff::Unit::Day, left)).map_or(0, |span| i64::from(span.get_days())),
            _ => 0,
        };
        let person = Markup::link(&self.l.person(&row.id), &Markup::name(&row.name));
        let what = if came { self.came_by() } else { self.left_by(row) };
        let short = |day: Option<Date>| day.map(|day| w.day_short(day)).unwrap_or_default();
        Line {
            day: short(day),
            act: w.say("event-line", &[("person", (&person).into()), ("act", (&what).into())]),
            person,
            what,
            situation: w.say(
                "event-situation",
                &[("situation", w.situation(&row.situation_no, &row.situation).into())],
            ),
            marks: {
                let unverified = (!row.verified).then(|| w.unverified());
                let marks: Vec<_> = w.closed_at(row.level).into_iter().chain(unverified).collect();
                Markup::join(&marks, " ")
            },
            public: short(moved.came),
            days: figure(days),
        }
    }

    /// By what a person came: publication of the warrant, or with hindsight its issue.
    fn came_by(&self) -> Markup {
        let w = &self.l.w;
        let key = if self.v.asked.hindsight {
            "act-warrant-issued"
        } else {
            "act-warrant-made-public"
        };
        w.say(key, &[("instrument", w.instrument("warrant", 0).into())])
    }

    /// By what a person left.
    fn left_by(&self, row: &PersonRow) -> Markup {
        match &row.end_reason {
            Some(reason) => self.l.w.closed("reason", reason),
            None => self.l.w.closed("status", &row.status),
        }
    }

    fn came(&self) -> Vec<Line> {
        self.v.came.iter().map(|moved| self.line(moved, true)).collect()
    }

    fn left(&self) -> Vec<Line> {
        self.v.left.iter().map(|moved| self.line(moved, false)).collect()
    }

    fn between(&self) -> Vec<Line> {
        self.v.between.iter().map(|moved| self.line(moved, false)).collect()
    }

    fn standings(&self) -> Vec<Standing> {
        let w = &self.l.w;
        let legal = Legal { w, law: self.law };
        let line = |change: &StandingChange| {
            let standing = |id: &Option<String>| legal.standing(&change.treaty, id.as_deref());
            let name = w.closed("treaty", &change.treaty);
            Standing {
                state: state_link(&self.l, &change.state),
                treaty: Markup::link(&self.l.to(Place::Treaty(change.treaty.clone())), &name),
                before: standing(&change.before),
                after: standing(&change.after),
                since: change.since.map(|day| w.day_short(day)).unwrap_or_default(),
            }
        };
        self.v.standings.iter().map(line).collect()
    }

    fn events(&self) -> Vec<(Markup, Markup)> {
        self.v.events.iter().map(|event| event_line(&self.l, event)).collect()
    }
}

impl Ask<'_> {
    fn sessions(&self) -> Vec<SessionLine> {
        session_lines(&self.l, self.sessions)
    }

    /// From the last session to the day of the page: what most come for.
    fn usual(&self) -> Option<(String, Markup)> {
        let l = &self.l;
        let session = self.sessions.iter().find(|session| session.on < l.as_at)?;
        let words = l.w.say(
            "compare-usual",
            &[
                ("session", l.w.session(&session.session.to_string()).into()),
                ("from", l.w.day(session.on).into()),
                ("to", l.w.day(l.as_at).into()),
            ],
        );
        Some((to(l, session.on, l.as_at), words))
    }

    /// What is wrong with the days, and the address of the two turned round, where they differ.
    fn wrong(&self) -> Option<(Markup, Option<(String, Markup)>)> {
        let l = &self.l;
        let from = self.wrong?;
        let day = |day: Date| l.w.day(day);
        let key = if from == l.as_at {
            "compare-same-day"
        } else {
            "compare-wrong-order"
        };
        let words = l.w.say(key, &[("from", day(from).into()), ("to", day(l.as_at).into())]);
        let turned = (from > l.as_at && from <= l.today).then(|| {
            let words = l.w.say("compare-turn", &[("from", day(l.as_at).into()), ("to", day(from).into())]);
            (to(l, l.as_at, from), words)
        });
        Some((words, turned))
    }
}
