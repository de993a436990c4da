//! The parties to a treaty on the day: the count and how it is made, the parties over time and by group, and
//! where each State stands.

use super::cells::{Shown, state_link};
use super::legal::{Legal, Rule, applied, sort_key};
use super::{Failure, Request, elsewhere};
use crate::address::Format;
use crate::chart::{self, Steps};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::written::{Length, figure};
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use register::state::APIC;
use register::view::model::{GroupCount, Parties, Step, Tie};
use reports::{Bar, GroupBars};

#[derive(Template)]
#[template(path = "treaty.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Parties,
    law: &'a law::Pack,
    chart: Markup,
    bars: Markup,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, id: &str) -> Result<Response, Failure> {
    let law = &request.register().law;
    let view = request.register().parties(&request.viewer(), &request.reading, id).await?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::parties(&view)),
        Format::Html => {
            let title = Legal { w: &request.w, law }.parties_title(id);
            let layout = request.layout(title, Entry::Treaties, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view, law))
        }
    }
}

/// The page for a treaty that the law pack does not have: with those that it has.
pub(crate) fn unknown_page(mut l: Layout, law: &law::Pack) -> elsewhere::Page {
    l.title = l.t("treaty-unknown-title");
    l.entry = Entry::Treaties;
    let head = Markup::text(&l.t("treaty-unknown-head"));
    let legal = Legal { w: &l.w, law };
    let way = |treaty: &law::Treaty| (l.treaty(&treaty.id), Markup::text(&legal.treaty(&treaty.id)));
    let ways = law.treaties().iter().map(way).collect();
    elsewhere::page(l, head, Markup::default(), ways)
}

/// The page for a day before the treaty was adopted. Nothing lies at the address on that day, though it will.
pub(crate) fn before_page(mut l: Layout, id: &str, adopted: Date) -> elsewhere::Page {
    l.title = l.t("treaty-before-title");
    l.entry = Entry::Treaties;
    let head = Markup::text(&l.t("treaty-before-head"));
    let w = &l.w;
    let text = w.say(
        "treaty-before-text",
        &[
            ("treaty", w.closed("treaty", id).into()),
            ("day", w.day(adopted).into()),
            ("asked", w.day(l.as_at).into()),
        ],
    );
    let ways = vec![(l.at_day(adopted), w.say("treaty-before-way", &[("day", w.day(adopted).into())]))];
    elsewhere::page(l, head, text, ways)
}

/// The page out of its view.
pub(crate) fn page<'a>(l: Layout, view: &'a Parties, law: &'a law::Pack) -> Page<'a> {
    let steps = Steps::of(&l, &view.asked, &view.steps);
    let chart = if view.steps.is_empty() {
        Markup::default()
    } else {
        chart::draw_parties(&l.w, &steps)
    };
    Page {
        chart,
        bars: bars(&l, &view.by_group),
        l,
        v: view,
        law,
    }
}

fn bars(l: &Layout, groups: &[GroupCount]) -> Markup {
    let words: Vec<(String, String)> = groups
        .iter()
        .map(|group| {
            let name = match group.group.as_str() {
                "" => l.t("group-none"),
                name => l.w.closed_key("group", name).map_or_else(|| name.to_owned(), |key| l.t(&key)),
            };
            (
                name,
                l.w.plain("group-of", &[("parties", group.count.into()), ("n", group.states.into())]),
            )
        })
        .collect();
    let bars: Vec<Bar> = groups
        .iter()
        .zip(&words)
        .map(|(group, (name, figure))| Bar {
            name,
            count: group.count,
            of: group.states,
            figure,
        })
        .collect();
    if bars.is_empty() {
        return Markup::default();
    }
    Markup::ready(reports::group_bars(&GroupBars {
        id: "bars-title",
        title: &l.t("treaty-groups-title"),
        bars: &bars,
        right_to_left: false,
    }))
}

/// The standings in the order in which the page shows them, with the keys of heading and note: what is
/// unusual first.
const STANDINGS: [(&str, &str, &str); 8] = [
    ("withdrawing", "treaty-withdrawing", "treaty-withdrawing-side"),
    ("unresolved", "treaty-unresolved", "treaty-unresolved-side"),
    ("withdrawn", "treaty-withdrawn", "treaty-withdrawn-side"),
    ("taken-back", "treaty-taken-back", "treaty-taken-back-side"),
    ("joined", "treaty-joined", "treaty-joined-side"),
    ("party", "treaty-party", "treaty-party-side"),
    ("declined", "treaty-declined", "treaty-declined-side"),
    ("signatory", "treaty-signatory", "treaty-signatory-side"),
];

/// States of one standing.
pub(crate) struct Group {
    id: &'static str,
    head: Markup,
    note: String,
    caption: Markup,
    /// Whether any deposited an instrument; else the table ends with the signature.
    joined: bool,
    /// Whether a column tells of withdrawals; where few have to do with one, it stands under the name.
    withdrawal: bool,
    rows: Vec<Line>,
}

/// A State in a table.
pub(crate) struct Line {
    href: String,
    name: Markup,
    signed: Markup,
    joined: Markup,
    in_force: Markup,
    rule: Markup,
    withdrawal: Vec<Markup>,
}

impl Page<'_> {
    fn legal(&self) -> Legal<'_> {
        Legal {
            w: &self.l.w,
            law: self.law,
        }
    }

    fn figure(&self) -> String {
        figure(self.v.count)
    }

    fn lead(&self) -> Markup {
        let key = if self.v.treaty == APIC {
            "treaty-lead-apic"
        } else {
            "treaty-lead-rome-statute"
        };
        let unknown = self.v.unresolved.len();
        self.l.w.say(key, &[("n", self.v.count.into()), ("unknown", unknown.into())])
    }

    /// The other treaties, and this one.
    fn treaties(&self) -> Vec<(String, String, bool)> {
        let of = |treaty: &law::Treaty| {
            let current = treaty.id == self.v.treaty;
            (self.l.treaty(&treaty.id), self.legal().treaty(&treaty.id), current)
        };
        self.law.treaties().iter().map(of).collect()
    }

    fn adopted(&self) -> Markup {
        let w = &self.l.w;
        let adopted = ("adopted", w.day(self.v.adopted).into());
        let Some(in_force) = self.v.in_force else {
            return w.say("treaty-adopted-open", &[adopted]);
        };
        let key = if self.v.asked.as_at < in_force {
            "treaty-adopted-before"
        } else {
            "treaty-adopted"
        };
        w.say(key, &[adopted, ("force", w.day(in_force).into())])
    }

    fn unknown(&self) -> Option<Markup> {
        let states: Vec<_> = self.v.unresolved_states.iter().map(|state| state_link(&self.l, state)).collect();
        let w = &self.l.w;
        (!states.is_empty()).then(|| w.say("treaty-unknown", &[("states", w.list(&states).into())]))
    }

    fn standing(&self, standing: &str) -> impl Iterator<Item = &Tie> {
        self.v.ties.iter().filter(move |tie| tie.standing.as_deref() == Some(standing))
    }

    /// How the count is made: figure, words, and where the States stand; the last line is the count.
    fn sum(&self) -> Vec<(String, Markup)> {
        let w = &self.l.w;
        let left = [
            ("withdrawn", "treaty-sum-withdrawn"),
            ("taken-back", "treaty-sum-taken-back"),
            ("joined", "treaty-sum-not-yet"),
            ("unresolved", "treaty-sum-unknown"),
        ];
        let mut joined = usize::try_from(self.v.count).unwrap_or(usize::MAX);
        let mut less = Vec::new();
        for (standing, words) in left {
            let n = self.standing(standing).filter(|tie| has_joined(tie)).count();
            if n > 0 {
                joined = joined.saturating_add(n);
                let link = Markup::link(&format!("#{standing}"), &Markup::text(&w.t(words)));
                less.push((format!("−\u{a0}{}", figure(n)), link));
            }
        }
        let mut lines = vec![(figure(joined), Markup::text(&w.t("treaty-sum-joined")))];
        lines.extend(less);
        lines.push((self.figure(), Markup::text(&w.t("treaty-sum-parties"))));
        lines
    }

    fn steps(&self) -> Vec<(Markup, String)> {
        let row = |step: &Step| (self.l.w.day_short(step.from), figure(step.count));
        self.v.steps.iter().filter(|step| step.from <= self.l.today).map(row).collect()
    }

    fn chart_note(&self) -> Markup {
        let w = &self.l.w;
        let mut parts = vec![Markup::text(&w.t("treaty-chart-note"))];
        let until = self.l.foot.as_ref().and_then(|foot| foot.complete_until);
        parts.extend(until.map(|until| w.say("chart-note-until", &[("day", w.day(until).into())])));
        Markup::join(&parts, " ")
    }

    fn by_group(&self) -> Vec<(Markup, u64, u64)> {
        let row = |group: &GroupCount| (self.l.w.group(&group.group), group.count, group.states);
        self.v.by_group.iter().map(row).collect()
    }

    fn groups_caption(&self) -> Markup {
        let w = &self.l.w;
        w.say("treaty-groups-caption", &[("day", w.day(self.v.asked.as_at).into())])
    }

    /// The States by standing.
    fn groups(&self) -> Vec<Group> {
        let groups = STANDINGS.iter().map(|(standing, head, note)| self.group(standing, head, note));
        groups.filter(|group| !group.rows.is_empty()).collect()
    }

    fn group(&self, standing: &'static str, head: &str, note: &str) -> Group {
        let w = &self.l.w;
        let mut ties: Vec<&Tie> = self.standing(standing).collect();
        ties.sort_by_key(|tie| sort_key(w.state_name(&tie.state)));
        let head = w.say(head, &[("n", ties.len().into())]);
        let rows: Vec<Line> = ties.iter().map(|tie| self.line(tie)).collect();
        Group {
            id: standing,
            note: w.t(note),
            caption: w.say(
                "treaty-caption",
                &[("head", (&head).into()), ("day", w.day(self.v.asked.as_at).into())],
            ),
            head,
            joined: ties.iter().any(|tie| has_joined(tie)),
            withdrawal: standing != "party" && rows.iter().any(|row| !row.withdrawal.is_empty()),
            rows,
        }
    }

    fn line(&self, tie: &Tie) -> Line {
        let legal = self.legal();
        let shown = tie.row.as_ref().map(|row| Shown { l: &self.l, row });
        let sources = shown.map(|shown| shown.href()).unwrap_or_default();
        Line {
            href: self.l.state(&tie.state.code),
            name: self.l.w.state(&tie.state),
            signed: shown.map(|shown| signed(&shown, has_joined(tie))).unwrap_or_default(),
            joined: shown.map(|shown| joined(&shown)).unwrap_or_default(),
            in_force: tie.in_force.as_ref().map(|day| legal.computed(day, &sources)).unwrap_or_default(),
            rule: tie.in_force.as_ref().map(|day| legal.cited(&tie.treaty, day)).unwrap_or_default(),
            withdrawal: shown.map(|shown| leaving(legal, tie, &shown)).unwrap_or_default(),
        }
    }

    /// Every rule that was applied to any State, and those by which the treaty entered into force.
    fn rules(&self) -> Vec<Rule> {
        self.legal().rules(self.v.ties.iter().flat_map(applied))
    }
}

/// The columns that hold the day of the instrument, in the files of the treaties.
pub(crate) const JOINED: [&str; 2] = ["ratified_or_acceded_on", "deposited_on"];

/// Whether a State has deposited an instrument, as far as its row says.
fn has_joined(tie: &Tie) -> bool {
    let row = tie.row.as_ref();
    row.is_some_and(|row| JOINED.iter().any(|column| !row.value(column).is_empty()))
}

/// The day of the signature; it leads to the row where nothing else does.
pub(crate) fn signed(shown: &Shown, plain: bool) -> Markup {
    let day = shown.day("signed_on");
    let day = if plain || day.is_empty() { day } else { quiet(shown, &day) };
    shown.marked(day, &["signed_on"])
}

/// A link to the row that does not look like one in a table full of them.
fn quiet(shown: &Shown, words: &Markup) -> Markup {
    Markup::ready(format!("<a class=\"quiet\" href=\"{}\">{words}</a>", Markup::text(&shown.href())))
}

/// The day of the instrument and, as the way to the row, what it was.
pub(crate) fn joined(shown: &Shown) -> Markup {
    let days = JOINED.iter().map(|column| shown.marked(shown.day(column), &[column]));
    let mut parts: Vec<Markup> = days.filter(|day| !day.is_empty()).collect();
    if let Some(cell) = shown.cell("kind") {
        let kind = shown.l.w.closed("joined", &cell.value);
        let kind = shown.marked(quiet(shown, &kind), &["kind"]);
        parts.push(Markup::ready(format!("<span class=\"s\">{kind}</span>")));
    }
    Markup::join(&parts, "")
}

/// The acts of a State about leaving a treaty, or about what it does not intend, as the file has them: column
/// and key of the text, in the order of time.
const LEAVING: [(&str, &str); 5] = [
    ("withdrawal_announced_on", "leaving-announced"),
    ("withdrawal_notified_on", "leaving-notified"),
    ("withdrawal_rescinded_on", "leaving-rescinded"),
    ("instrument_withdrawn_on", "leaving-taken-back"),
    ("intent_not_to_become_party_on", "leaving-declined"),
];

/// What a State did about leaving a treaty, one line an act, and what follows by the law.
pub(crate) fn leaving(legal: Legal<'_>, tie: &Tie, shown: &Shown) -> Vec<Markup> {
    let w = legal.w;
    let mut lines: Vec<Markup> = Vec::new();
    for (column, key) in LEAVING {
        if let Some(cell) = shown.cell(column) {
            let day = Markup::link(&shown.href(), &w.when(&cell.value, Length::Short));
            lines.push(shown.marked(w.say(key, &[("day", day.into())]), &[column]));
        }
        if column == "withdrawal_notified_on"
            && let Some(effect) = &tie.withdrawal
        {
            let day = legal.computed(effect, &shown.href());
            let rule = legal.cited(&tie.treaty, effect);
            lines.push(w.say("leaving-effect", &[("day", day.into()), ("rule", rule.into())]));
        }
    }
    if let Some(cell) = shown.cell("position_unresolved_from") {
        let day = Markup::link(&shown.href(), &w.when(&cell.value, Length::Short));
        lines.push(w.say("leaving-unresolved", &[("day", day.into())]));
    }
    lines
}

impl Legal<'_> {
    /// The full name of a treaty.
    pub(crate) fn treaty(&self, id: &str) -> String {
        let key = format!("law-treaty-{id}");
        self.law.text(self.w.lang.tag(), &key).unwrap_or(id).to_owned()
    }

    /// The title of a treaty's page.
    fn parties_title(&self, id: &str) -> String {
        match self.w.closed_key("treaty-title", id) {
            Some(key) => self.w.t(&key),
            None => self.treaty(id),
        }
    }
}
