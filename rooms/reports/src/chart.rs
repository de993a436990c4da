//! The step chart: how a count changed from day to day, as public then and with hindsight (persons
//! outstanding) or in one reading (parties to a treaty), as SVG for a page whose stylesheet holds the
//! classes under `.plot`. The words come from the page, in its
//! language; a table with the same figures stands behind the chart.

use crate::labels::{Anchor, Place, Room, beside};
pub use crate::scale::Series;
use crate::scale::{LOWER, Scale, count_on, days_between};
use crate::svg::{escaped, percent};
use jiff::civil::{Date, date};
use std::fmt::Write;

/// What a step chart shows.
#[derive(Clone, Debug)]
pub struct StepChart<'a> {
    /// Id of the title within the page.
    pub id: &'a str,
    /// What the chart shows, in a sentence, for those who do not see it.
    pub title: &'a str,
    /// As public then. Steps after today are left out. A first step to 0 makes the chart begin on its
    /// day: a treaty's chart begins with its adoption.
    pub public: Series<'a>,
    /// With hindsight; empty where the page shows one reading only.
    pub hindsight: Series<'a>,
    /// The day of the page.
    pub chosen: Date,
    /// Whether the page reads with hindsight: the chosen day is then marked on that line.
    pub chosen_with_hindsight: bool,
    /// Until when the record is complete: dotted from there on.
    pub complete_until: Option<Date>,
    /// Today: where the lines end.
    pub today: Date,
    /// What institutions counted.
    pub institutions: &'a [Institution<'a>],
    /// The steps that are named, the most important first; see [`named_steps`].
    pub named: &'a [Label<'a>],
    /// The words on the lines.
    pub words: Words<'a>,
}

/// What an institution counted on a day.
#[derive(Clone, Copy, Debug)]
pub struct Institution<'a> {
    /// The day counted.
    pub day: Date,
    /// Its figure.
    pub figure: u64,
    /// Day, figure and who said it, in words.
    pub text: &'a str,
}

/// A text at the step of a day.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    /// The day.
    pub day: Date,
    /// The text, short.
    pub text: &'a str,
}

/// The words on the lines, each in the language of the page.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The chosen day and its figure: `2 Oct 2013: 14`.
    pub chosen: &'a str,
    /// `as public then`
    pub public: &'a str,
    /// `with hindsight`
    pub hindsight: &'a str,
    /// `counts that institutions gave`
    pub institutions: &'a str,
}

/// A step that a chart names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedStep {
    /// The day.
    pub day: Date,
    /// By how much the count rose.
    pub rise: u64,
    /// Whether it is the first step of all.
    pub first: bool,
}

/// The steps that a chart names: the first of all, then the largest later rise (of equal ones the
/// latest), if it is one of at least two and is seen: at least a tenth of the highest count.
pub fn named_steps(series: Series) -> Vec<NamedStep> {
    let highest = series.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let mut before = 0;
    let mut rises = series.iter().map(|(day, count)| {
        let rise = count.saturating_sub(before);
        before = *count;
        NamedStep {
            day: *day,
            rise,
            first: false,
        }
    });
    let first = rises.find(|step| step.rise > 0).map(|step| NamedStep { first: true, ..step });
    let largest = rises
        .max_by_key(|step| step.rise)
        .filter(|step| step.rise >= highest.div_ceil(10).max(2));
    first.into_iter().chain(largest).collect()
}

/// Draws the chart: a `figure`'s `svg`, deterministic, without line breaks.
pub fn step_chart(chart: &StepChart) -> String {
    let [public, hindsight] = [chart.public, chart.hindsight].map(|series| {
        let known = series.partition_point(|(day, _)| *day <= chart.today);
        series.get(..known).unwrap_or_default()
    });
    let drawing = Drawing::new(chart, public, hindsight);
    // Writing to a String does not fail.
    let mut svg = String::with_capacity(6000);
    let _ = drawing.write(&mut svg);
    svg
}

struct Drawing<'a> {
    chart: &'a StepChart<'a>,
    public: Series<'a>,
    hindsight: Series<'a>,
    scale: Scale,
    /// The count on the chosen day, in the reading of the page.
    count: u64,
}

impl<'a> Drawing<'a> {
    fn new(chart: &'a StepChart<'a>, public: Series<'a>, hindsight: Series<'a>) -> Drawing<'a> {
        let both = || public.iter().chain(hindsight);
        let figures = chart.institutions.iter().map(|i| i.figure);
        let highest = both().map(|(_, count)| *count).chain(figures).max().unwrap_or(0);
        let scale = Scale::new(both().map(|(day, _)| *day).chain([chart.chosen]), chart.today, highest);
        let read = if chart.chosen_with_hindsight && !hindsight.is_empty() {
            hindsight
        } else {
            public
        };
        Drawing {
            chart,
            public,
            hindsight,
            scale,
            count: count_on(read, chart.chosen),
        }
    }

    fn write(&self, svg: &mut String) -> std::fmt::Result {
        let (id, title) = (escaped(self.chart.id), escaped(self.chart.title));
        write!(
            svg,
            "<svg class=\"plot\" role=\"img\" aria-labelledby=\"{id}\"><title id=\"{id}\">{title}</title>"
        )?;
        self.lines(svg)?;
        self.axes(svg)?;
        self.points(svg)?;
        self.words(svg)?;
        svg.push_str("</svg>");
        Ok(())
    }

    /// The lines, in a drawing of their own that is stretched to the plot, where a unit is a day wide
    /// and one counted high.
    fn lines(&self, svg: &mut String) -> std::fmt::Result {
        let (width, top) = (self.scale.width(), self.scale.top);
        write!(
            svg,
            "<svg y=\"8%\" height=\"82%\" width=\"100%\" viewBox=\"0 0 {width} {top}\" preserveAspectRatio=\"none\" overflow=\"visible\"><path class=\"base\" d=\"M0 {top}h{width}\"/>"
        )?;
        let grid: String = self
            .scale
            .lines()
            .iter()
            .map(|count| format!("M0 {}h{width}", top - count))
            .collect();
        write!(svg, "<path class=\"g\" d=\"{grid}\"/>")?;
        let (first, today) = (self.scale.first, self.chart.today);
        if !self.hindsight.is_empty() {
            let forth = self.steps(self.hindsight, first, today);
            write!(
                svg,
                "<path class=\"gap\" d=\"{forth}{}z\"/><path class=\"l2\" d=\"{forth}\"/>",
                self.back()
            )?;
        }
        let complete = self.chart.complete_until.unwrap_or(today).clamp(first, today);
        let chosen = self.chart.chosen.clamp(first, complete);
        for (class, from, until) in [("l3", chosen, complete), ("l1", first, chosen), ("late", complete, today)] {
            if from < until {
                write!(svg, "<path class=\"{class}\" d=\"{}\"/>", self.steps(self.public, from, until))?;
            }
        }
        svg.push_str("</svg>");
        Ok(())
    }

    /// The line of a series between two days.
    fn steps(&self, series: Series, from: Date, until: Date) -> String {
        let mut at = (from, count_on(series, from));
        let mut path = format!("M{} {}", self.scale.day(from), self.scale.top.saturating_sub(at.1));
        for (day, count) in series.iter().filter(|(day, _)| from < *day && *day <= until) {
            self.step(&mut path, &mut at, (*day, *count));
        }
        let end = (until, at.1);
        self.step(&mut path, &mut at, end);
        path
    }

    /// From today back to the first day, along the line as public then.
    fn back(&self) -> String {
        let (first, today) = (self.scale.first, self.chart.today);
        let mut path = String::new();
        let mut at = (today, count_on(self.hindsight, today));
        let turn = (today, count_on(self.public, today));
        self.step(&mut path, &mut at, turn);
        for (i, (day, _)) in self.public.iter().enumerate().rev().filter(|(_, (day, _))| first < *day) {
            let before = i.checked_sub(1).and_then(|i| self.public.get(i)).map_or(0, |(_, count)| *count);
            self.step(&mut path, &mut at, (*day, before));
        }
        let end = (first, at.1);
        self.step(&mut path, &mut at, end);
        path
    }

    /// Along time, then along the count; what does not move is not written.
    fn step(&self, path: &mut String, at: &mut (Date, u64), to: (Date, u64)) {
        let along = self.scale.day(to.0) - self.scale.day(at.0);
        if along != 0 {
            path.push_str(&format!("h{along}"));
        }
        let (before, now) = (i128::from(at.1), i128::from(to.1));
        if before != now {
            path.push_str(&format!("v{}", before - now));
        }
        *at = to;
    }

    /// Figures on the left and years below.
    fn axes(&self, svg: &mut String) -> std::fmt::Result {
        // Where the first step stands near the left edge, figures stand on the line.
        svg.push_str("<g class=\"soft halo\">");
        for count in self.scale.lines() {
            write!(svg, "<text y=\"{}\" dy=\"-4\">{count}</text>", percent(self.scale.y(count)))?;
        }
        svg.push_str("</g><g class=\"soft\" text-anchor=\"middle\">");
        let (first, last) = (self.scale.first.year(), self.scale.last.year());
        let years = last - first + 1;
        for year in first..=last {
            let round = year % 5 == 0 || years <= 6;
            if !round && years > 24 {
                continue;
            }
            let wide = if round { "" } else { " class=\"wide\"" };
            let x = percent(self.scale.x(date(year, 7, 1)));
            let text = if round || years <= 12 {
                year.to_string()
            } else {
                format!("’{:02}", year % 100)
            };
            write!(svg, "<text{wide} x=\"{x}\" y=\"97%\">{text}</text>")?;
        }
        svg.push_str("</g>");
        Ok(())
    }

    /// The chosen day, and what institutions counted.
    fn points(&self, svg: &mut String) -> std::fmt::Result {
        let x = percent(self.scale.x(self.chart.chosen));
        write!(svg, "<line class=\"at\" x1=\"{x}\" x2=\"{x}\" y1=\"5%\" y2=\"{LOWER}%\"/>")?;
        for given in self.institutions() {
            let (x, y) = (percent(self.scale.x(given.day)), percent(self.scale.y(given.figure)));
            write!(
                svg,
                "<circle class=\"off\" cx=\"{x}\" cy=\"{y}\" r=\"4.5\"><title>{}</title></circle>",
                escaped(given.text)
            )?;
        }
        write!(
            svg,
            "<circle class=\"dot\" cx=\"{x}\" cy=\"{}\" r=\"5.5\"/>",
            percent(self.scale.y(self.count))
        )
    }

    /// Institutions' counts within the chart; that of the chosen day stands beside the lead figure.
    fn institutions(&self) -> impl DoubleEndedIterator<Item = &Institution<'a>> {
        let shown = |i: &&Institution| self.scale.first <= i.day && i.day <= self.chart.today && i.day != self.chart.chosen;
        self.chart.institutions.iter().filter(shown)
    }

    /// All words, each where it lies on nothing else.
    fn words(&self, svg: &mut String) -> std::fmt::Result {
        let (scale, words) = (&self.scale, self.chart.words);
        let mut room = Room::between(scale, &[self.public, self.hindsight]);
        let chosen = scale.x(self.chart.chosen);
        room.take(chosen, chosen, 0.0, LOWER);
        for given in self.institutions() {
            let (x, y) = (scale.x(given.day), scale.y(given.figure));
            room.take(x, x, y, y);
        }

        for count in scale.lines() {
            room.take_figure(count, scale.y(count));
        }

        // The label of the chosen day stands above the plot, where no line comes. On a narrow screen it is
        // as wide as a third of the plot.
        let (dx, anchor) = if chosen < 35.0 { (8, "start") } else { (-8, "end") };
        let x = percent(chosen);
        write!(
            svg,
            "<text class=\"tx halo\" x=\"{x}\" dx=\"{dx}\" y=\"5%\" text-anchor=\"{anchor}\">{}</text>",
            escaped(words.chosen)
        )?;

        let last = count_on(self.public, self.chart.today);
        if chosen < 94.0 && !self.public.is_empty() {
            let (x, y) = (scale.x(self.chart.today), scale.y(last));
            room.take(x - 3.0, x, y - 8.0, y);
            write!(
                svg,
                "<text class=\"c1 halo\" x=\"{}\" y=\"{}\" dy=\"-10\" text-anchor=\"end\">{last}</text>",
                percent(x),
                percent(y)
            )?;
        }
        for label in self
            .chart
            .named
            .iter()
            .filter(|l| scale.first <= l.day && l.day <= self.chart.today)
        {
            let (x, count) = (scale.x(label.day), count_on(self.public, label.day));
            // On the left, where counts are low, a label stands under its step; later ones above.
            let early = x < 50.0;
            let side = if early { Anchor::Start } else { Anchor::End };
            let place = room.put(label.text, beside(x, scale.y(count), side, !early));
            text(svg, "wide halo", place, label.text)?;
        }
        if let Some((day, above, below)) = self.widest_gap() {
            let x = scale.x(day);
            let place = room.put(words.hindsight, beside(x, scale.y(above), Anchor::Start, true));
            text(svg, "halo wide soft", place, words.hindsight)?;
            let place = room.put(words.public, beside(x, scale.y(below), Anchor::Start, false));
            text(svg, "halo c1 wide", place, words.public)?;
        }
        if let Some(given) = self.institutions().next_back() {
            let (x, y) = (scale.x(given.day), scale.y(given.figure));
            let places = beside(x, y, Anchor::Start, false).into_iter().map(|place| Place { x, ..place });
            let place = room.put(words.institutions, places);
            if let Some(place) = place {
                let (upper, lower) = if place.y > y {
                    (y + 2.0, place.y - 4.0)
                } else {
                    (place.y + 1.0, y - 2.0)
                };
                if upper < lower {
                    let x = percent(x);
                    write!(
                        svg,
                        "<line class=\"wide g2\" x1=\"{x}\" x2=\"{x}\" y1=\"{}\" y2=\"{}\"/>",
                        percent(upper),
                        percent(lower)
                    )?;
                }
            }
            text(svg, "wide halo soft", place, words.institutions)?;
        }
        Ok(())
    }

    /// Where the two lines lie apart for the largest area: the day, and the counts with hindsight and
    /// as public then.
    fn widest_gap(&self) -> Option<(Date, u64, u64)> {
        let mut days: Vec<Date> = self
            .public
            .iter()
            .chain(self.hindsight)
            .map(|(day, _)| *day)
            .chain([self.chart.today])
            .collect();
        days.sort_unstable();
        let gap = |pair: &[Date]| {
            let [from, until] = *pair else { return None };
            let (known, then) = (count_on(self.hindsight, from), count_on(self.public, from));
            let apart = i128::from(known.checked_sub(then)?) * i128::from(days_between(from, until));
            (apart > 0).then_some((apart, (from, known, then)))
        };
        days.windows(2).filter_map(gap).max_by_key(|(apart, _)| *apart).map(|(_, at)| at)
    }
}

/// A text, if it has a place.
fn text(svg: &mut String, class: &str, place: Option<Place>, text: &str) -> std::fmt::Result {
    let Some(place) = place else { return Ok(()) };
    let anchor = match place.anchor {
        Anchor::Start => "",
        Anchor::End => " text-anchor=\"end\"",
    };
    let (x, y) = (percent(place.x), percent(place.y));
    write!(svg, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{}</text>", escaped(text))
}
