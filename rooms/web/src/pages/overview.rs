//! The first page: the state of cooperation on a day.

use super::cells::state_link;
use super::events::event_line;
use super::legal::sort_key;
use super::{Failure, Request};
use crate::address::{Format, Place};
use crate::chart::{self, Steps};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::texts::{Arg, Words};
use crate::written::{capital, figure};
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use register::directory::StateRef;
use register::state::{APIC, ROME_STATUTE};
use register::view::model::{Compared, Overview, RowFilter, Sum, TiedState};
use reports::{MapState, Tie, WorldMap};

#[derive(Template)]
#[template(path = "overview.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Overview,
    chart: Markup,
    known_until: Option<Date>,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>) -> Result<Response, Failure> {
    let view = request.register().overview(&request.viewer(), &request.reading).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::overview(&view)),
        Format::Html => {
            let title = request.w.t("overview-title");
            request.html(&page(request.layout(title, Entry::Overview, &[Format::Csv, Format::Json]), &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(mut l: Layout, view: &Overview) -> Page<'_> {
    l.set_changed(&view.changed);
    let steps = Steps {
        hindsight: &view.steps_hindsight,
        institutions: &view.institutions,
        ..Steps::of(&l, &view.asked, &view.steps)
    };
    let known_until = steps.complete_until;
    let drawn = !view.steps.is_empty() || !view.steps_hindsight.is_empty();
    let chart = if drawn { chart::draw(&l.w, &steps) } else { Markup::default() };
    Page {
        chart,
        known_until,
        l,
        v: view,
    }
}

/// A row of the table behind a chart: from this day, as public then and with hindsight.
pub(crate) struct StepRow {
    day: Markup,
    public: String,
    hindsight: String,
}

/// A situation in the table.
pub(crate) struct SituationLine {
    href: String,
    name: Markup,
    count: String,
    persons: Markup,
    oldest: Markup,
}

impl Page<'_> {
    fn w(&self) -> &Words {
        &self.l.w
    }

    fn figure(&self) -> String {
        figure(self.v.sum.outstanding)
    }

    fn lead(&self) -> Markup {
        self.w().say("lead", &[("n", self.v.sum.outstanding.into())])
    }

    fn sum(&self) -> Vec<(String, Markup)> {
        sum_lines(&self.l, &self.v.sum, None)
    }

    /// What an institution counted on the very day: as public then, whatever the reading of the page.
    fn institution(&self) -> Option<Markup> {
        let compared = self.v.institution.as_ref()?;
        let public = if self.v.asked.hindsight {
            i64::try_from(self.v.other_reading).ok()
        } else {
            compared.ours
        };
        Some(agreement(&self.l, compared, public))
    }

    /// What the other reading adds.
    fn other_reading(&self) -> Markup {
        let (ours, other) = (self.v.sum.outstanding, self.v.other_reading);
        let w = self.w();
        let figure = |key: &str| Markup::link(&self.l.other_reading(), &w.say(key, &[("n", other.into())]));
        if self.v.asked.hindsight {
            return w.say("other-public", &[("figure", figure("other-public-figure").into())]);
        }
        let args = |more: u64| -> [(&'static str, Arg); 2] { [("figure", figure("other-hindsight-figure").into()), ("n", more.into())] };
        match other.cmp(&ours) {
            std::cmp::Ordering::Greater => w.say("other-hindsight-more", &args(other - ours)),
            std::cmp::Ordering::Less => w.say("other-hindsight-fewer", &args(ours - other)),
            std::cmp::Ordering::Equal => w.say("other-hindsight-same", &args(0)),
        }
    }

    fn chart_note(&self) -> Markup {
        let w = self.w();
        let mut parts = vec![Markup::text(&w.t("chart-note"))];
        if let Some(until) = self.known_until {
            parts.push(w.say("chart-note-until", &[("day", w.day(until).into())]));
        }
        // The count of the chosen day lies under its dot.
        if self.chart.as_str().contains("class=\"off\"") {
            parts.push(Markup::text(&w.t("chart-note-dots")));
        }
        Markup::join(&parts, " ")
    }

    /// The table behind the chart: each day on which either count changed.
    fn steps(&self) -> Vec<StepRow> {
        let mut days: Vec<Date> = self.v.steps.iter().chain(&self.v.steps_hindsight).map(|step| step.from).collect();
        days.sort_unstable();
        days.dedup();
        let on = |steps: &[register::view::model::Step], day: Date| {
            figure(steps.iter().take_while(|step| step.from <= day).last().map_or(0, |step| step.count))
        };
        let row = |day: Date| StepRow {
            day: self.w().day_short(day),
            public: on(&self.v.steps, day),
            hindsight: on(&self.v.steps_hindsight, day),
        };
        days.into_iter().map(row).collect()
    }

    fn situations_head(&self) -> Markup {
        self.w().say("by-situation", &[("n", self.v.sum.outstanding.into())])
    }

    fn situations_note(&self) -> Option<Markup> {
        let oldest = self.v.situations.iter().map(|situation| situation.oldest).min()?;
        let years = whole_years(oldest, self.v.asked.as_at);
        let key = if self.v.asked.hindsight {
            "by-situation-note-hindsight"
        } else {
            "by-situation-note"
        };
        Some(self.w().say(key, &[("years", years.into())]))
    }

    fn situations_caption(&self) -> Markup {
        self.w()
            .say("by-situation-caption", &[("day", self.w().day(self.v.asked.as_at).into())])
    }

    fn situations(&self) -> Vec<SituationLine> {
        let line = |row: &register::view::model::SituationRow| {
            let mut names: Vec<_> = row
                .persons
                .iter()
                .map(|person| Markup::link(&self.l.person(&person.id), &Markup::name(&person.name)))
                .collect();
            let shown = u64::try_from(row.persons.len()).unwrap_or(u64::MAX);
            if row.count > shown {
                let more = self.w().say("more-persons", &[("n", (row.count - shown).into())]);
                names.push(Markup::link(&self.l.situation(&row.no), &more));
            }
            SituationLine {
                href: self.l.situation(&row.no),
                name: self.w().situation(&row.no, &row.name),
                count: figure(row.count),
                persons: self.w().marked_at(self.w().listed(&names), row.level),
                oldest: self.w().day_short(row.oldest),
            }
        };
        self.v.situations.iter().map(line).collect()
    }

    /// The ties with how many States have each, which is the legend of the map.
    fn legend(&self) -> Vec<(&'static str, u64, Markup)> {
        legend(&self.l.w, self.v.states.iter().map(|row| row.tie.as_str()))
    }

    fn map(&self) -> Markup {
        let w = self.w();
        let words: Vec<(String, String)> = self
            .v
            .states
            .iter()
            .map(|row| {
                let tie = w.closed_key("tie", &row.tie).map_or_else(|| row.tie.clone(), |key| w.t(&key));
                let args = [("state", w.state_name(&row.state).into()), ("tie", tie.into())];
                (self.l.state(&row.state.code), w.plain("map-state", &args))
            })
            .collect();
        let states: Vec<MapState> = self
            .v
            .states
            .iter()
            .zip(&words)
            .map(|(row, (href, title))| MapState {
                code: &row.state.code,
                tie: TIES.iter().find(|tie| tie.0 == row.tie).map_or(Tie::None, |tie| tie.1),
                href,
                title,
            })
            .collect();
        Markup::ready(reports::world_map(&WorldMap {
            id: "map",
            title: &w.plain("map-title", &[("n", states.len().into())]),
            states: &states,
        }))
    }

    fn map_note(&self) -> Markup {
        let w = self.w();
        let mut parts = vec![w.say("map-note", &[("n", self.v.states.len().into())])];
        let both = self.v.states.iter().filter(|row| row.tie == "both").count() as u64;
        let more = self.v.figures.apic.saturating_sub(both);
        if more > 0 {
            parts.push(w.say("map-note-apic", &[("n", more.into())]));
        }
        Markup::join(&parts, " ")
    }

    /// The map as lists: the States of each tie.
    fn ties(&self) -> Vec<(Markup, Vec<Markup>)> {
        let w = self.w();
        let of = |tie: &(&'static str, Tie, &'static str, &'static str)| {
            let mut rows: Vec<&TiedState> = self.v.states.iter().filter(|row| row.tie == tie.0).collect();
            rows.sort_by_key(|row| sort_key(w.state_name(&row.state)));
            let words = capital(&w.closed("tie", tie.0));
            let head = w.say("ties-list", &[("tie", words.into()), ("n", rows.len().into())]);
            (
                head,
                rows.into_iter().map(|row| state_link(&self.l, &row.state)).collect::<Vec<_>>(),
            )
        };
        TIES.iter().map(of).filter(|(_, states)| !states.is_empty()).collect()
    }

    /// Figures of cooperation: each with its words, linked to what it rests on, and what stands beside it.
    fn figures(&self) -> Vec<(String, Markup, Option<Markup>)> {
        let figures = &self.v.figures;
        let file = |name: &str, kind: Option<&str>| match self.l.file_page(name) {
            Place::File(page, filter) => {
                let kind = kind.map(str::to_owned);
                self.l.to(Place::File(page, RowFilter { kind, ..filter }))
            }
            other => self.l.to(other),
        };
        let w = self.w();
        let unresolved = |states: &[StateRef]| {
            let names: Vec<_> = states.iter().map(|state| state_link(&self.l, state)).collect();
            let n = names.len();
            (n > 0).then(|| w.say("fig-unresolved", &[("n", n.into()), ("states", w.list(&names).into())]))
        };
        let sentences = Some("sentence enforcement");
        let lines = [
            (
                figures.parties,
                "fig-parties",
                self.l.treaty(ROME_STATUTE),
                unresolved(&figures.unresolved),
            ),
            (figures.apic, "fig-apic", self.l.treaty(APIC), unresolved(&figures.apic_unresolved)),
            (figures.findings, "fig-findings", file("findings", Some("finding")), None),
            (figures.sentence_agreements, "fig-sentences", file("agreements", sentences), None),
            (figures.declarations, "fig-declarations", file("article87", None), None),
            (figures.laws, "fig-laws", file("legislation", None), None),
        ];
        let line = |(n, key, href, beside): (u64, &str, String, Option<Markup>)| {
            let words = w.say(key, &[("n", n.into())]);
            // Where nothing is, the page of nothing leads nowhere.
            let words = if n > 0 { Markup::link(&href, &words) } else { words };
            (figure(n), words, beside)
        };
        lines.into_iter().map(line).collect()
    }

    fn events(&self) -> Vec<(Markup, Markup)> {
        self.v.events.iter().map(|event| event_line(&self.l, event)).collect()
    }
}

/// The sum of a count, of one situation where it is named, line by line: figure and words.
pub(crate) fn sum_lines(l: &Layout, sum: &Sum, situation: Option<&str>) -> Vec<(String, Markup)> {
    let w = &l.w;
    let linked = |key: &str, words: &str, status: &str, n: u64| {
        let link = Markup::link(&l.warrants(Some(status), situation), &w.say(words, &[("n", n.into())]));
        w.say(key, &[("words", link.into())])
    };
    let named = if l.address.hindsight { "sum-named-hindsight" } else { "sum-named" };
    let mut lines = vec![(figure(sum.named), linked(named, "sum-named-words", "all", sum.named))];
    if sum.surrendered > 0 {
        lines.push((
            format!("−\u{a0}{}", figure(sum.surrendered)),
            linked("sum-surrendered", "sum-surrendered-words", "surrendered", sum.surrendered),
        ));
    }
    if sum.ended > 0 {
        let reasons: Vec<_> = sum
            .ended_by_reason
            .iter()
            .map(|reason| match w.closed_key("ended-by", &reason.reason) {
                Some(key) => w.say(&key, &[("n", reason.count.into())]),
                None => Markup::ready(format!("{} {}", figure(reason.count), w.closed("reason", &reason.reason))),
            })
            .collect();
        let ended = linked("sum-ended", "sum-ended-words", "ended", sum.ended);
        let why = Markup::join(&reasons, ", ");
        let line = if reasons.is_empty() {
            ended
        } else {
            Markup::ready(format!("{ended} ({why})"))
        };
        lines.push((format!("−\u{a0}{}", figure(sum.ended)), line));
    }
    lines.push((
        figure(sum.outstanding),
        w.say("sum-outstanding", &[("warrants", sum.warrants.into())]),
    ));
    lines
}

/// What an institution counted on the very day, and whether the counts agree.
fn agreement(l: &Layout, compared: &Compared, ours: Option<i64>) -> Markup {
    let w = &l.w;
    let key = match ours {
        Some(ours) if ours == compared.figure => "institution-agrees-words",
        Some(_) => "institution-differs-words",
        None => "institution-open-words",
    };
    let link = Markup::link(&l.to(Place::Counts), &Markup::text(&w.t(key)));
    w.say(
        "institution-counted",
        &[
            ("who", w.closed("institution", &compared.said_by).into()),
            ("n", compared.figure.into()),
            ("verdict", link.into()),
        ],
    )
}

/// The ties, closest first: the word of the register, how the map draws it, the class and the words of the
/// legend.
const TIES: [(&str, Tie, &str, &str); 5] = [
    ("both", Tie::Both, "k3", "legend-both"),
    ("statute", Tie::StatuteOnly, "k2", "legend-statute"),
    ("signed", Tie::Signed, "k1", "legend-signed"),
    ("none", Tie::None, "k0", "legend-none"),
    ("unknown", Tie::Unknown, "ku", "legend-unknown"),
];

/// How many States have each tie: class, figure and words; ties that none has are left out.
pub(crate) fn legend<'t>(w: &Words, ties: impl Iterator<Item = &'t str>) -> Vec<(&'static str, u64, Markup)> {
    let ties: Vec<&str> = ties.collect();
    let of = |(tie, _, class, words): &(&str, Tie, &'static str, &str)| {
        let n = ties.iter().filter(|of_state| *of_state == tie).count() as u64;
        (*class, n, w.say(words, &[("n", n.into())]))
    };
    TIES.iter().map(of).filter(|(_, n, _)| *n > 0).collect()
}

/// Whole years from a day to a later one.
fn whole_years(from: Date, to: Date) -> i64 {
    let years = i64::from(to.year()) - i64::from(from.year());
    if (to.month(), to.day()) < (from.month(), from.day()) {
        years - 1
    } else {
        years
    }
}
