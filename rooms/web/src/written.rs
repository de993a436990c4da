//! How dates, numbers and lists are written, one function a language.

use crate::address::Lang;
use crate::markup::Markup;
use crate::texts::Words;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use record::audience::Level;
use record::when::{Span, When};
use register::outside::the_hague;
use register::view::model::DatedFact;

/// Between groups of three digits: a narrow space that does not break.
const THIN: char = '\u{202f}';
/// A space that does not break.
const NBSP: char = '\u{a0}';

/// A figure that counts something, as [`number`] writes it.
pub(crate) fn figure(n: impl TryInto<i64>) -> String {
    number(n.try_into().unwrap_or(i64::MAX))
}

/// A whole number in groups of three, parted by a narrow space in both languages (ISO 80000-1).
pub(crate) fn number(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    if number < 0 {
        out.push('−');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(THIN);
        }
        out.push(digit);
    }
    out
}

/// How long a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// 2 October 2013
    Full,
    /// 2 Oct 2013
    Short,
}

/// What stands before a date in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// Nothing: "2 October 2013", "October 2013".
    Nothing,
    /// The word that says that something happened then: "on 2 October 2013", "in October 2013".
    On,
}

impl Words {
    /// A day with its month in words, on one line: `2 October 2013`.
    pub(crate) fn day(&self, day: Date) -> Markup {
        self.timed(day, Length::Full)
    }

    /// The same with a short month, for tables.
    pub(crate) fn day_short(&self, day: Date) -> Markup {
        self.timed(day, Length::Short)
    }

    /// A day as plain text, for titles and attributes.
    pub(crate) fn day_plain(&self, day: Date) -> String {
        format!(
            "{}{}{NBSP}{}{NBSP}{}",
            day.day(),
            self.ordinal(day),
            self.month(day.month(), Length::Full),
            day.year()
        )
    }

    /// A day with a short month as plain text, for charts.
    pub(crate) fn day_short_plain(&self, day: Date) -> String {
        format!(
            "{}{}{NBSP}{}{NBSP}{}",
            day.day(),
            self.ordinal(day),
            self.month(day.month(), Length::Short),
            day.year()
        )
    }

    /// What French writes behind the first day of a month.
    fn ordinal(&self, day: Date) -> &'static str {
        if self.lang == Lang::Fr && day.day() == 1 { "er" } else { "" }
    }

    /// The name of a month, 1 to 12.
    pub(crate) fn month(&self, month: i8, length: Length) -> String {
        match length {
            Length::Full => self.t(&format!("month-{month}")),
            Length::Short => self.t(&format!("month-short-{month}")),
        }
    }

    /// The text form of a date in the world, as precise as given.
    pub(crate) fn when(&self, text: &str, length: Length) -> Markup {
        self.when_with(text, length, Before::Nothing)
    }

    /// The same in a sentence: "on 2 October 2013", "by December 2024".
    pub(crate) fn on(&self, text: &str) -> Markup {
        self.when_with(text, Length::Full, Before::On)
    }

    fn when_with(&self, text: &str, length: Length, before: Before) -> Markup {
        match When::parse(text) {
            // What cannot be read as a date is shown as it was written.
            Err(_) => Markup::text(text),
            Ok(when) => match self.lang {
                Lang::En => self.when_en(&when, length, before),
                Lang::Fr => self.when_fr(&when, length, before),
            },
        }
    }

    fn when_en(&self, when: &When, length: Length, before: Before) -> Markup {
        let bare = |span: &Span| self.span(span, length);
        match when {
            When::In(span) if before == Before::Nothing => bare(span),
            When::In(span @ Span::Day(_)) => Markup::ready(format!("on {}", bare(span))),
            When::In(span) => Markup::ready(format!("in {}", bare(span))),
            When::By(span) => Markup::ready(format!("by {}", bare(span))),
            When::From(span) => Markup::ready(format!("not before {}", bare(span))),
            When::About(span) => Markup::ready(format!("about {}", bare(span))),
            When::At { instant, zone } => {
                let at = self.instant(*instant, zone, length);
                if before == Before::On {
                    Markup::ready(format!("on {at}"))
                } else {
                    at
                }
            }
            When::Unknown if before == Before::On => Markup::ready("on a day not known"),
            When::Unknown => Markup::ready("day not known"),
        }
    }

    fn when_fr(&self, when: &When, length: Length, before: Before) -> Markup {
        let bare = |span: &Span| self.span(span, length);
        // A day takes an article, a month or a year none.
        let article = |span: &Span| if matches!(span, Span::Day(_)) { "le " } else { "" };
        let in_it = |span: &Span| if matches!(span, Span::Day(_)) { "le " } else { "en " };
        match when {
            When::In(span) if before == Before::Nothing => bare(span),
            When::In(span) => Markup::ready(format!("{}{}", in_it(span), bare(span))),
            When::By(span) => Markup::ready(format!("au plus tard {}{}", in_it(span), bare(span))),
            When::From(span) => Markup::ready(format!("dès {}{}", article(span), bare(span))),
            When::About(span) => Markup::ready(format!("vers {}{}", article(span), bare(span))),
            When::At { instant, zone } => {
                let at = self.instant(*instant, zone, length);
                if before == Before::On {
                    Markup::ready(format!("le {at}"))
                } else {
                    at
                }
            }
            When::Unknown if before == Before::On => Markup::ready("à une date inconnue"),
            When::Unknown => Markup::ready("date inconnue"),
        }
    }

    fn span(&self, span: &Span, length: Length) -> Markup {
        match *span {
            Span::Day(day) => self.timed(day, length),
            Span::Month(year, month) => Markup::ready(format!(
                "<time datetime=\"{year:04}-{month:02}\" class=\"nb\">{}{NBSP}{year}</time>",
                Markup::text(&self.month(month, length))
            )),
            Span::Year(year) => Markup::ready(format!("<time datetime=\"{year:04}\">{year}</time>")),
        }
    }

    /// An instant on the clocks of The Hague.
    pub(crate) fn moment(&self, instant: jiff::Timestamp) -> Markup {
        let local = instant.to_zoned_datetime(the_hague());
        let day = self.timed(local.date(), Length::Full);
        Markup::ready(format!("{day}, {}", self.clock(local.hour(), local.minute())))
    }

    fn clock(&self, hour: i8, minute: i8) -> String {
        match self.lang {
            Lang::En => format!("{hour:02}:{minute:02}"),
            Lang::Fr => format!("{hour}{NBSP}h{NBSP}{minute:02}"),
        }
    }

    fn instant(&self, instant: jiff::Timestamp, zone: &str, length: Length) -> Markup {
        let local = instant.to_zoned_datetime(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
        let day = self.timed(local.date(), length);
        let time = self.clock(local.hour(), local.minute());
        Markup::ready(format!("{day}, {time} ({})", Markup::text(zone)))
    }

    fn timed(&self, day: Date, length: Length) -> Markup {
        let ordinal = self.ordinal(day);
        let first = if ordinal.is_empty() {
            String::new()
        } else {
            format!("<sup>{ordinal}</sup>")
        };
        Markup::ready(format!(
            "<time datetime=\"{day}\" class=\"nb\">{}{first} {} {}</time>",
            day.day(),
            Markup::text(&self.month(day.month(), length)),
            day.year()
        ))
    }

    /// A dated fact with its marks of doubt: nothing where it is verified, a ring where it is not, a half
    /// ring with the other values where sources differ. `sources` is where the sources stand, if a page
    /// lists them.
    pub(crate) fn fact(&self, fact: &DatedFact, length: Length, sources: Option<&str>) -> Markup {
        let date = self.when(&fact.on, length);
        let marks = self.marks(fact, sources);
        if marks.is_empty() {
            date
        } else {
            Markup::ready(format!("{date} {marks}"))
        }
    }

    /// The marks of doubt alone.
    pub(crate) fn marks(&self, fact: &DatedFact, sources: Option<&str>) -> Markup {
        let mut marks = Vec::new();
        marks.extend(self.closed_at(fact.level));
        if !fact.others.is_empty() {
            let others: Vec<_> = fact.others.iter().map(|other| self.when(other, Length::Short)).collect();
            let words = self.say("mark-other-source", &[("values", self.list(&others).into())]);
            marks.push(match sources {
                Some(href) => Markup::ready(format!("<a class=\"df\" href=\"{}\">{words}</a>", Markup::text(href))),
                None => Markup::ready(format!("<span class=\"df\">{words}</span>")),
            });
        }
        if !fact.verified {
            marks.push(self.unverified());
        }
        Markup::join(&marks, " ")
    }

    /// The mark of what is not public: the word of its level, in a frame. None for what is public.
    pub(crate) fn closed_at(&self, level: Level) -> Option<Markup> {
        let mark = || format!("<span class=\"lv {}\">{}</span>", level.word(), Markup::text(&self.level(level)));
        (level != Level::Public).then(|| Markup::ready(mark()))
    }

    /// Words, behind which that mark stands where they rest on what is not public.
    pub(crate) fn marked_at(&self, words: Markup, level: Level) -> Markup {
        match self.closed_at(level) {
            Some(mark) => Markup::ready(format!("{words} {mark}")),
            None => words,
        }
    }

    /// The mark of what no source that was read gives.
    pub(crate) fn unverified(&self) -> Markup {
        Markup::ready(format!("<span class=\"un\">{}</span>", Markup::text(&self.t("mark-unverified"))))
    }

    /// A list in a sentence: "a, b and c".
    pub(crate) fn list(&self, items: &[Markup]) -> Markup {
        let and = match self.lang {
            Lang::En => " and ",
            Lang::Fr => " et ",
        };
        match items {
            [] => Markup::default(),
            [only] => only.clone(),
            [first @ .., last] => Markup::ready(format!("{}{and}{last}", Markup::join(first, ", "))),
        }
    }
}

/// With its first letter as a capital: for a text that begins a line. HTML at its beginning is stepped
/// over.
pub(crate) fn capital(markup: &Markup) -> Markup {
    let html = markup.as_str();
    let mut start = 0;
    while let Some(rest) = html.get(start..).filter(|rest| rest.starts_with('<')) {
        start += rest.find('>').map_or(rest.len(), |end| end + 1);
    }
    let (tags, words) = html.split_at(start);
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    Markup::ready(format!("{tags}{first}{}", letters.as_str()))
}

#[cfg(test)]
#[path = "written_tests.rs"]
mod tests;
