//! One person's proceedings: outcome first, then each act with its day, its sources and its entry.

use super::{Failure, Request, rows};
use crate::acts::{self, Named};
use crate::address::{Format, Place};
use crate::csv;
use crate::layout::{Entry, Layout};
use crate::markup::Markup;
use crate::texts::Words;
use crate::written::{Length, capital};
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use register::kinds;
use register::view::model::{ActLine, ActUnder, Person, SourceSays};

#[derive(Template)]
#[template(path = "person.html")]
pub(crate) struct Page<'a> {
    l: Layout,
    v: &'a Person,
}

/// The page.
pub(crate) async fn answer(request: &Request<'_>, key: &str) -> Result<Response, Failure> {
    let view = request
        .register()
        .person(&request.viewer(), &request.reading, key)
        .await?
        .ok_or(Failure::Missing)?;
    match request.asked.address.format {
        Format::Json => request.json(&view),
        Format::Csv => request.csv(csv::person(&view)),
        Format::Html => {
            let layout = request.layout(view.row.name.clone(), Entry::Warrants, &[Format::Csv, Format::Json]);
            request.html(&page(layout, &view))
        }
    }
}

/// The page out of its view.
pub(crate) fn page(mut l: Layout, view: &Person) -> Page<'_> {
    l.noindex = true;
    // The day before the person was no longer outstanding: how the file stood then.
    let ended = view
        .outstanding
        .iter()
        .filter_map(|interval| interval.until)
        .filter(|until| *until <= view.asked.as_at)
        .max();
    if let Some(before) = ended.and_then(|until| until.yesterday().ok()) {
        let key = if view.row.status == "surrendered" {
            "step-before-surrender"
        } else {
            "step-before-end"
        };
        l.steps.push(Markup::link(&l.at_day(before), &Markup::text(&l.t(key))));
    }
    Page { l, v: view }
}

/// A line of the timeline, or of the list of sources.
pub(crate) struct Line {
    class: &'static str,
    day: Markup,
    act: Markup,
    marks: Markup,
    remarks: Vec<Markup>,
    recorded: Markup,
    entries: Vec<Markup>,
    proofs: Vec<Markup>,
    sources: Vec<Markup>,
}

impl Page<'_> {
    fn w(&self) -> &Words {
        &self.l.w
    }

    fn name(&self) -> Markup {
        self.w().marked_at(Markup::name(&self.v.row.name), self.v.level_of_name)
    }

    /// The mark of what is not public in where the person stands.
    fn closed(&self) -> Option<Markup> {
        self.w().closed_at(self.v.row.level)
    }

    fn over(&self) -> Markup {
        let situation = Markup::link(
            &self.l.situation(&self.v.row.situation_no),
            &self.w().situation(&self.v.row.situation_no, &self.v.row.situation),
        );
        match self.cases().as_slice() {
            [case] => self.w().say(
                "person-over-case",
                &[("situation", situation.into()), ("case", unbroken(case).into())],
            ),
            _ => self.w().say(
                "person-over",
                &[("situation", situation.into()), ("no", unbroken(&self.v.row.situation_no).into())],
            ),
        }
    }

    /// The outcome, then where the person stands: the first thing that a reader learns. One paragraph,
    /// or one for each case where there were several.
    fn deck(&self) -> Vec<Markup> {
        let mut sentences = Vec::new();
        let cases = self.outcomes_by_case();
        for (case, lines) in &cases {
            let clauses = self.clauses(lines);
            let outcomes = Markup::join(&clauses, ", ");
            let sentence = match case.filter(|_| cases.len() > 1) {
                Some(case) => self
                    .w()
                    .say("person-case", &[("case", unbroken(case).into()), ("outcomes", outcomes.into())]),
                None => capital(&outcomes),
            };
            sentences.extend((!clauses.is_empty()).then(|| Markup::ready(format!("{sentence}."))));
        }
        sentences.extend(
            self.standing()
                .filter(|_| sentences.is_empty() || !["ended", "summons-ended"].contains(&self.v.row.status.as_str())),
        );
        if cases.len() > 1 {
            sentences
        } else {
            vec![Markup::join(&sentences, " ")]
        }
    }

    /// Outcomes by the case in which they came, newest first.
    fn outcomes_by_case(&self) -> Vec<(Option<&str>, Vec<&ActLine>)> {
        let mut cases: Vec<(Option<&str>, Vec<&ActLine>)> = Vec::new();
        for line in &self.v.outcomes {
            let id = line.acts.first().map(|act| act.instrument.as_str());
            let case = self
                .v
                .instruments
                .iter()
                .find(|i| Some(i.id.as_str()) == id)
                .and_then(|i| i.case.as_deref());
            match cases.iter_mut().find(|(known, _)| *known == case) {
                Some((_, lines)) => lines.push(line),
                None => cases.push((case, vec![line])),
            }
        }
        cases
    }

    /// What the outcomes of a case are, each with its day: in the order of the days, but an acquittal
    /// before the conviction that it set aside.
    fn clauses(&self, newest_first: &[&ActLine]) -> Vec<Markup> {
        let convicted = newest_first.iter().any(|line| line.what.as_deref() == Some("convicted"));
        let acquitted = newest_first
            .iter()
            .any(|line| line.what.as_deref().is_some_and(|what| what.starts_with("acquitted")));
        let mut clauses: Vec<_> = newest_first.iter().filter_map(|line| self.clause(line, newest_first)).collect();
        if !(convicted && acquitted) {
            clauses.reverse();
        }
        clauses
    }

    fn clause(&self, line: &ActLine, all: &[&ActLine]) -> Option<Markup> {
        let w = self.w();
        let on = w.on(&line.acts.first()?.date.on);
        let dated = |act: Markup| Some(w.say("person-outcome", &[("act", act.into()), ("on", on.clone().into())]));
        if line.act != kinds::ENDED {
            return dated(self.act_name(line));
        }
        let reason = line.particulars.reason.as_deref().unwrap_or("not-said");
        let said_before = all
            .iter()
            .any(|other| other.act != kinds::ENDED && other.what.as_deref() == Some(reason));
        match line.what.as_deref() {
            Some(what) if said_before || what.starts_with(reason) => dated(w.milestone(what, None)),
            None if said_before => None,
            // The day is that of the end, which may lie long after its reason.
            _ => Some(w.say("person-ended", &[("on", on.into()), ("reason", w.closed("reason", reason).into())])),
        }
    }

    fn standing(&self) -> Option<Markup> {
        let w = self.w();
        match self.v.row.status.as_str() {
            "outstanding" => {
                let key = if self.v.asked.hindsight {
                    "person-outstanding-hindsight"
                } else {
                    "person-outstanding"
                };
                let open = self
                    .v
                    .outstanding
                    .iter()
                    .rev()
                    .find(|interval| interval.until.is_none_or(|until| until > self.v.asked.as_at))?;
                let day = w.day(open.from);
                Some(w.say(
                    key,
                    &[("n", days_between(open.from, self.v.asked.as_at).into()), ("day", day.into())],
                ))
            }
            "surrendered" => {
                let day = self
                    .v
                    .instruments
                    .iter()
                    .filter(|i| i.kind == "warrant")
                    .find_map(|i| i.surrendered.as_ref())?;
                let waited = self
                    .v
                    .outstanding
                    .iter()
                    .rev()
                    .find(|interval| interval.until.is_some_and(|until| until <= self.v.asked.as_at));
                let on = w.on(&day.on);
                Some(
                    match waited
                        .and_then(|interval| Some(days_between(interval.from, interval.until?)))
                        .filter(|days| *days > 0)
                    {
                        Some(days) => {
                            let key = if self.v.asked.hindsight {
                                "person-surrendered-after-hindsight"
                            } else {
                                "person-surrendered-after"
                            };
                            w.say(key, &[("on", on.into()), ("n", days.into())])
                        }
                        None => w.say("person-surrendered", &[("on", on.into())]),
                    },
                )
            }
            "ended" | "summons-ended" => {
                let ended = self.v.instruments.iter().filter(|i| i.ended.is_some());
                let ended = ended.max_by_key(|i| i.ended.as_ref().and_then(|date| date.counts_on))?;
                let reason = w.closed("reason", ended.end_reason.as_deref().unwrap_or("not-said"));
                let on = w.on(&ended.ended.as_ref()?.on);
                let said = w.say("person-ended", &[("on", on.into()), ("reason", reason.into())]);
                Some(Markup::ready(format!("{}.", capital(&said))))
            }
            "summoned" => Some(Markup::text(&w.t("person-summoned"))),
            _ => None,
        }
    }

    /// What a line's act is called, beginning with a small letter.
    fn act_name(&self, line: &ActLine) -> Markup {
        let ordinal = self.only_instrument(line).map_or(0, |id| acts::ordinal(&self.v.instruments, id));
        self.w().act(&Named {
            act: &line.act,
            what: line.what.as_deref(),
            instrument: &line.instrument,
            ordinal,
            state: line.state.as_ref(),
            particulars: &line.particulars,
        })
    }

    /// The instrument under which all acts of a line stand, if it is one.
    fn only_instrument<'b>(&self, line: &'b ActLine) -> Option<&'b str> {
        let first = line.acts.first()?.instrument.as_str();
        line.acts.iter().all(|act| act.instrument == first).then_some(first)
    }

    fn lines(&self) -> Vec<Line> {
        self.v.lines.iter().map(|line| self.line(line)).collect()
    }

    fn line(&self, line: &ActLine) -> Line {
        let w = self.w();
        let mut marks: Vec<Markup> = Vec::new();
        // What is said of the acts may be narrower than all of them.
        let acts = line.acts.iter().map(|act| act.date.level).max();
        marks.extend(w.closed_at(line.level).filter(|_| acts < Some(line.level)));
        for act in &line.acts {
            let mark = w.marks(&act.date, Some("#sources"));
            if !mark.is_empty() && !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        // Where a person has several instruments, each entry says under which it stands, unless the act's
        // own name does.
        let named_already = [kinds::WARRANT_ISSUED, kinds::SUMMONS_ISSUED, kinds::MADE_PUBLIC].contains(&line.act.as_str());
        let one = self.only_instrument(line).is_some();
        let names_instrument = self.v.instruments.len() > 1 && !(named_already && one);
        let sources: Vec<&SourceSays> = line.sources.iter().collect();
        let mut said = w.sources(&sources);
        if line.acts.iter().any(|act| !act.date.verified) {
            said.insert(0, w.say("sources-unverified", &[("mark", w.unverified().into())]));
        }
        Line {
            class: match line.weight.as_str() {
                "opens" => "",
                "ends" => "end",
                _ => "minor",
            },
            day: line.acts.first().map(|act| w.when(&act.date.on, Length::Full)).unwrap_or_default(),
            act: capital(&self.act_name(line)),
            marks: Markup::join(&marks, " "),
            remarks: line
                .remarks
                .iter()
                .map(|remark| w.say("line-remark", &[("remark", Markup::english(remark, w.lang).into())]))
                .collect(),
            recorded: w.say("line-recorded", &[("day", w.day_short(line.recorded).into())]),
            entries: line.acts.iter().map(|act| self.entry(act, names_instrument)).collect(),
            proofs: line.acts.iter().map(|act| self.proof(act, names_instrument)).collect(),
            sources: said,
        }
    }

    /// The link to an act's entry, named by its hash.
    fn entry(&self, act: &ActUnder, names_instrument: bool) -> Markup {
        let hash = Markup::ready(format!("<span class=\"h\">{}</span>", Markup::text(&act.date.hash)));
        let link = Markup::link(
            &self.l.entry_page(&act.date.entry),
            &self.w().say("line-entry", &[("hash", hash.into())]),
        );
        if names_instrument { self.under(act, &link) } else { link }
    }

    fn proof(&self, act: &ActUnder, names_instrument: bool) -> Markup {
        let hash = Markup::ready(format!("<span class=\"h\">{}</span>", Markup::text(&act.date.hash)));
        let entry = Markup::link(&self.l.entry_page(&act.date.entry), &Markup::text(&self.w().t("proof-entry")));
        let proof = Markup::link(&proof_href(&act.date.entry), &Markup::text(&self.w().t("proof-file")));
        let line = Markup::ready(format!("{hash} {entry} · {proof}"));
        if names_instrument { self.under(act, &line) } else { line }
    }

    fn under(&self, act: &ActUnder, line: &Markup) -> Markup {
        let Some(instrument) = self.v.instruments.iter().find(|instrument| instrument.id == act.instrument) else {
            return line.clone();
        };
        let words = self
            .w()
            .instrument(&instrument.kind, acts::ordinal(&self.v.instruments, &instrument.id));
        Markup::ready(format!("{line} ({words})"))
    }

    fn aliases(&self) -> Vec<Markup> {
        self.v.also_known_as.iter().map(|alias| Markup::name(alias)).collect()
    }

    fn name_sources(&self) -> Vec<Markup> {
        let sources: Vec<&SourceSays> = self.v.name_sources.iter().filter(|source| source.field == "name").collect();
        let mut lines = self.w().sources(&sources);
        if !self.v.name_verified {
            lines.insert(0, self.w().say("sources-unverified", &[("mark", self.w().unverified().into())]));
        }
        lines
    }

    fn instruments(&self) -> Markup {
        rows::instruments(self.w(), &self.v.instruments)
    }

    fn cases(&self) -> Vec<&str> {
        let mut cases: Vec<&str> = self
            .v
            .instruments
            .iter()
            .filter_map(|instrument| instrument.case.as_deref())
            .collect();
        cases.sort_unstable();
        cases.dedup();
        cases
    }

    fn intervals(&self) -> Vec<Markup> {
        let w = self.w();
        let interval = |from: Date, until: Option<Date>| {
            let past = until.filter(|until| *until <= self.v.asked.as_at);
            match past {
                Some(until) => w.say("interval", &[("from", w.day(from).into()), ("to", w.day(until).into())]),
                None => w.say("interval-open", &[("from", w.day(from).into())]),
            }
        };
        self.v.outstanding.iter().map(|given| interval(given.from, given.until)).collect()
    }

    /// The counts that would change if a fact on the page did.
    fn rests(&self) -> Vec<Markup> {
        let w = self.w();
        let line = |from: Date, until: Option<Date>| {
            let count = Markup::link(
                &crate::address::Address {
                    as_at: Some(from),
                    ..self.l.address.to(Place::Overview)
                }
                .href(),
                &Markup::text(&w.t("rests-count")),
            );
            match until
                .filter(|until| *until <= self.v.asked.as_at)
                .and_then(|until| until.yesterday().ok())
            {
                Some(last) if last <= from => w.say("rests-day", &[("count", count.into()), ("from", w.day(from).into())]),
                Some(last) => w.say(
                    "rests-days",
                    &[("count", count.into()), ("from", w.day(from).into()), ("to", w.day(last).into())],
                ),
                None => w.say("rests-open", &[("count", count.into()), ("from", w.day(from).into())]),
            }
        };
        self.v.outstanding.iter().map(|given| line(given.from, given.until)).collect()
    }

    fn remarks(&self) -> Vec<Markup> {
        self.v.remarks.iter().map(|remark| Markup::english(remark, self.w().lang)).collect()
    }

    fn checkpoint_head(&self) -> Option<Markup> {
        let foot = self.l.foot.as_ref()?;
        Some(
            self.w()
                .say("proof-checkpoint", &[("day", self.w().day(foot.checkpoint_day).into())]),
        )
    }

    fn checkpoint_root(&self) -> &str {
        self.l.foot.as_ref().map_or("", |foot| foot.checkpoint_root.as_str())
    }
}

/// A number of a case or situation, on one line.
fn unbroken(number: &str) -> Markup {
    Markup::ready(format!("<span class=\"nb\">{}</span>", Markup::text(number)))
}

fn days_between(from: Date, to: Date) -> i64 {
    // A difference of two dates is given in days alone.
    i64::from((to - from).get_days())
}

/// Where the proof of an entry lies.
pub(crate) fn proof_href(entry: &str) -> String {
    format!("/api/v1/entries/{entry}/proof")
}
