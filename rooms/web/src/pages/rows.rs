//! Persons in a table: the list of warrants, a situation, a search.

use crate::layout::Layout;
use crate::markup::Markup;
use crate::texts::Words;
use crate::written::{Length, capital, number};
use register::view::model::{Instrument, PersonRow};

/// A table of persons.
pub(crate) struct Table {
    /// What stands above it.
    pub(crate) caption: Markup,
    /// Whether the last column counts days outstanding; else it says what became of the person.
    pub(crate) by_days: bool,
    /// Whether each row names its situation.
    pub(crate) by_situation: bool,
    /// The rows.
    pub(crate) rows: Vec<Row>,
}

/// A person in a table.
pub(crate) struct Row {
    /// The person's page.
    pub(crate) href: String,
    /// Name.
    pub(crate) name: Markup,
    /// The mark of what is not public.
    pub(crate) closed: Option<Markup>,
    /// Why proceedings ended, where they did: it stands with the name.
    pub(crate) outcome: Option<Markup>,
    /// How many warrants, where several.
    pub(crate) several: Option<Markup>,
    /// The situation's page.
    pub(crate) situation_href: String,
    /// Name of the situation.
    pub(crate) situation: Markup,
    /// Number of the case, else of the situation.
    pub(crate) case: String,
    /// Day of issue of each instrument.
    pub(crate) issued: Vec<Markup>,
    /// Day of publication of each instrument.
    pub(crate) public: Vec<Markup>,
    /// What became of the person, or days outstanding.
    pub(crate) last: Markup,
    /// Days outstanding beside the longest, in percent.
    pub(crate) share: Option<i64>,
}

impl Row {
    /// A row. `longest` is the number of days beside which the bar stands; none for no bar.
    pub(crate) fn new(l: &Layout, person: &PersonRow, by_days: bool, longest: Option<i64>) -> Row {
        let w = &l.w;
        let href = l.person(&person.id);
        let sources = format!("{href}#sources");
        let dates = |date: &dyn Fn(&Instrument) -> Option<Markup>| person.warrants.iter().map(|i| date(i).unwrap_or_default()).collect();
        let days = person.days_outstanding.unwrap_or(0);
        let share = longest
            .filter(|longest| by_days && *longest > 0)
            .map(|longest| (days * 100 / longest).clamp(1, 100));
        let last = if by_days { Markup::text(&number(days)) } else { became(w, person) };
        Row {
            name: Markup::name(&person.name),
            closed: w.closed_at(person.level),
            outcome: outcome(w, &person.warrants),
            several: (person.warrants.len() > 1).then(|| instruments(w, &person.warrants)),
            situation_href: l.situation(&person.situation_no),
            situation: w.situation(&person.situation_no, &person.situation),
            case: person
                .warrants
                .iter()
                .find_map(|i| i.case.clone())
                .unwrap_or_else(|| person.situation_no.clone()),
            issued: dates(&|i| Some(w.fact(&i.issued, Length::Short, Some(&sources)))),
            public: dates(&|i| i.made_public.as_ref().map(|date| w.fact(date, Length::Short, Some(&sources)))),
            last,
            share,
            href,
        }
    }
}

/// Why proceedings under these instruments ended: "acquitted".
fn outcome(w: &Words, instruments: &[Instrument]) -> Option<Markup> {
    let mut reasons: Vec<&str> = Vec::new();
    for reason in instruments
        .iter()
        .filter(|i| i.ended.is_some())
        .filter_map(|i| i.end_reason.as_deref())
    {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let words: Vec<_> = reasons.iter().map(|reason| w.closed("reason", reason)).collect();
    (!words.is_empty()).then(|| w.say("row-outcome", &[("reasons", w.list(&words).into())]))
}

/// "2 warrants", "1 warrant and 1 summons".
pub(crate) fn instruments(w: &Words, instruments: &[Instrument]) -> Markup {
    let of = |kind: &str| instruments.iter().filter(|i| i.kind == kind).count();
    let mut parts = Vec::new();
    if of("warrant") > 0 {
        parts.push(w.say("warrants-n", &[("n", of("warrant").into())]));
    }
    if of("summons") > 0 {
        parts.push(w.say("summonses-n", &[("n", of("summons").into())]));
    }
    w.list(&parts)
}

/// What became of a person, with its day.
fn became(w: &Words, person: &PersonRow) -> Markup {
    let status = capital(&w.closed("status", &person.status));
    let day = match person.status.as_str() {
        "surrendered" => person
            .warrants
            .iter()
            .filter(|i| i.kind == "warrant")
            .find_map(|i| i.surrendered.as_ref()),
        "ended" | "summons-ended" => person
            .warrants
            .iter()
            .filter_map(|i| i.ended.as_ref())
            .max_by_key(|date| date.counts_on),
        _ => None,
    };
    match (day, person.days_outstanding) {
        (Some(day), _) => Markup::ready(format!("{status}<span class=\"s\">{}</span>", w.fact(day, Length::Short, None))),
        (None, Some(days)) if person.status == "outstanding" => Markup::ready(format!(
            "{status}<span class=\"s\">{}</span>",
            w.say("days-n", &[("n", days.into())])
        )),
        _ => status,
    }
}
