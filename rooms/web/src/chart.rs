//! The step chart with the words of a language.

use crate::layout::Layout;
use crate::markup::Markup;
use crate::texts::Words;
use jiff::civil::Date;
use register::view::model::{Asked, Compared, Step};
use reports::{Institution, Label, StepChart};

/// What a chart shows.
pub(crate) struct Steps<'a> {
    /// The reading of the page.
    pub(crate) asked: &'a Asked,
    /// As public then.
    pub(crate) public: &'a [Step],
    /// With hindsight; empty where the page shows one reading only.
    pub(crate) hindsight: &'a [Step],
    /// What institutions counted.
    pub(crate) institutions: &'a [Compared],
    /// Until when the record is complete.
    pub(crate) complete_until: Option<Date>,
    /// Today in The Hague.
    pub(crate) today: Date,
}

impl<'a> Steps<'a> {
    /// Those of a page that shows one count in one reading.
    pub(crate) fn of(l: &Layout, asked: &'a Asked, public: &'a [Step]) -> Steps<'a> {
        Steps {
            asked,
            public,
            hindsight: &[],
            institutions: &[],
            complete_until: l.foot.as_ref().and_then(|foot| foot.complete_until),
            today: l.today,
        }
    }
}

/// Draws the chart.
pub(crate) fn draw(w: &Words, steps: &Steps) -> Markup {
    let series = |steps: &[Step]| steps.iter().map(|step| (step.from, step.count)).collect::<Vec<_>>();
    let (public, hindsight) = (series(steps.public), series(steps.hindsight));
    let asked = steps.asked;
    let read = if asked.hindsight && !hindsight.is_empty() {
        &hindsight
    } else {
        &public
    };
    let count = read
        .iter()
        .take_while(|(from, _)| *from <= asked.as_at)
        .last()
        .map_or(0, |(_, count)| *count);
    let short = |day: Date| w.day_short_plain(day);

    let title = w.plain("chart-title", &[("n", count.into()), ("day", w.day_plain(asked.as_at).into())]);
    let chosen = w.plain("chart-chosen", &[("n", count.into()), ("day", short(asked.as_at).into())]);
    let texts: Vec<String> = steps
        .institutions
        .iter()
        .map(|said| {
            let who = w.institution_plain(&said.said_by);
            w.plain(
                "chart-institution",
                &[
                    ("day", w.day_plain(said.as_at).into()),
                    ("n", said.figure.into()),
                    ("who", who.into()),
                ],
            )
        })
        .collect();
    let institutions: Vec<Institution> = steps
        .institutions
        .iter()
        .zip(&texts)
        .map(|(said, text)| Institution {
            day: said.as_at,
            figure: u64::try_from(said.figure).unwrap_or(0),
            text,
        })
        .collect();
    let named: Vec<(Date, String)> = reports::named_steps(&public)
        .into_iter()
        .map(|step| {
            let key = if step.first { "chart-first-step" } else { "chart-largest-step" };
            (step.day, w.plain(key, &[("day", short(step.day).into()), ("n", step.rise.into())]))
        })
        .collect();
    let labels: Vec<Label> = named.iter().map(|(day, text)| Label { day: *day, text }).collect();
    Markup::ready(reports::step_chart(&StepChart {
        id: "chart-title",
        title: &title,
        public: &public,
        hindsight: &hindsight,
        chosen: asked.as_at,
        chosen_with_hindsight: asked.hindsight,
        complete_until: steps.complete_until,
        today: steps.today,
        institutions: &institutions,
        named: &labels,
        words: reports::Words {
            chosen: &chosen,
            public: &w.t("reading-public"),
            hindsight: &w.t("reading-hindsight"),
            institutions: &w.t("chart-institutions"),
        },
    }))
}

/// Draws the number of parties to a treaty over time, in one reading.
pub(crate) fn draw_parties(w: &Words, steps: &Steps) -> Markup {
    let public: Vec<_> = steps.public.iter().map(|step| (step.from, step.count)).collect();
    let as_at = steps.asked.as_at;
    let on_day = public.iter().take_while(|(from, _)| *from <= as_at).last();
    let count = on_day.map_or(0, |(_, count)| *count);
    let title = w.plain("treaty-chart-title", &[("n", count.into()), ("day", w.day_plain(as_at).into())]);
    let chosen = w.plain("chart-chosen", &[("n", count.into()), ("day", w.day_short_plain(as_at).into())]);
    let first = reports::named_steps(&public).into_iter().find(|step| step.first);
    let first = first.map(|step| {
        let args = [("day", w.day_short_plain(step.day).into()), ("n", step.rise.into())];
        (step.day, w.plain("treaty-chart-first", &args))
    });
    let named: Vec<Label> = first.iter().map(|(day, text)| Label { day: *day, text }).collect();
    Markup::ready(reports::step_chart(&StepChart {
        id: "chart-title",
        title: &title,
        public: &public,
        hindsight: &[],
        chosen: as_at,
        chosen_with_hindsight: false,
        complete_until: steps.complete_until,
        today: steps.today,
        institutions: &[],
        named: &named,
        words: reports::Words {
            chosen: &chosen,
            public: "",
            hindsight: "",
            institutions: "",
        },
    }))
}
