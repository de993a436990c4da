//! What a cell of a row says: dates, closed words, channels and languages, with the marks of doubt.

use crate::address::Lang;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::texts::Words;
use crate::written::{Length, capital};
use record::when::When;
use register::directory::StateRef;
use register::files::{Becomes, File};
use register::kinds::Sort;
use register::view::model::{Cell, PersonRef, Row, SourceSays};

/// Who refers a situation though no State: the Security Council, as the record names it.
const COUNCIL: &str = "UNSC";

impl Words {
    /// The marks of these cells together: whether one of them is not public, other values that sources give, then
    /// whether one of them is unverified. `sources` is where the sources stand.
    pub(crate) fn doubt(&self, cells: &[&Cell], sources: &str) -> Markup {
        let mut marks = Vec::new();
        marks.extend(cells.iter().map(|cell| cell.level).max().and_then(|level| self.closed_at(level)));
        let others: Vec<_> = cells.iter().flat_map(|cell| &cell.others).map(|other| self.value(other)).collect();
        if !others.is_empty() {
            let words = self.say("mark-other-source", &[("values", self.list(&others).into())]);
            marks.push(Markup::ready(format!(
                "<a class=\"df\" href=\"{}\">{words}</a>",
                Markup::text(sources)
            )));
        }
        if cells.iter().any(|cell| !cell.verified) {
            marks.push(self.unverified());
        }
        Markup::join(&marks, " ")
    }

    /// That this record has nothing on the day.
    pub(crate) fn nothing(&self) -> Markup {
        soft(&Markup::text(&self.t("nothing")))
    }

    /// A value that a source gives: a date where it is one, else the words.
    pub(crate) fn value(&self, value: &str) -> Markup {
        if When::parse(value).is_ok() {
            self.when(value, Length::Short)
        } else {
            Markup::english(value, self.lang)
        }
    }

    /// A choice in a sentence: "a, b or c"; with a comma before the last where the parts are long.
    pub(crate) fn either(&self, items: &[Markup], long: bool) -> Markup {
        let or = match (self.lang, long) {
            (Lang::En, false) => " or ",
            (Lang::En, true) => ", or ",
            (Lang::Fr, false) => " ou ",
            (Lang::Fr, true) => ", ou ",
        };
        match items {
            [] => Markup::default(),
            [only] => only.clone(),
            [first @ .., last] => Markup::ready(format!("{}{or}{last}", Markup::join(first, ", "))),
        }
    }

    /// Languages that a State accepts: alternatives are parted by `;`, those needed together joined by `+`.
    /// "Albanian with English, or Albanian with French".
    pub(crate) fn languages(&self, value: &str) -> Markup {
        let language = |code: &str| self.say("languages-one", &[("language", self.closed("language", code).into())]);
        let together = |alternative: &str| {
            let mut codes = alternative.split('+').map(str::trim).map(language);
            let first = codes.next().unwrap_or_default();
            codes.fold(first, |words, code| {
                self.say("languages-together", &[("first", words.into()), ("then", code.into())])
            })
        };
        let alternatives: Vec<_> = parts(value).map(together).collect();
        capital(&self.either(&alternatives, value.contains('+')))
    }

    /// The channels that a State named: "diplomatic channel; ministry of justice".
    pub(crate) fn channels(&self, value: &str) -> Markup {
        let words: Vec<_> = parts(value).map(|word| self.closed("channel", word)).collect();
        capital(&self.listed(&words))
    }

    /// A session of the Assembly: "12th session".
    pub(crate) fn session(&self, number: &str) -> Markup {
        self.say("session-nth", &[("nth", nth(self.lang, number).into())])
    }

    /// What sources say of a cell, one line a verdict; says so where none that was read confirms it.
    pub(crate) fn said_of(&self, says: &[SourceSays], verified: bool) -> Vec<Markup> {
        let says: Vec<&SourceSays> = says.iter().collect();
        let mut lines = self.sources(&says);
        if !verified {
            lines.insert(0, self.say("sources-unverified", &[("mark", self.unverified().into())]));
        }
        lines
    }
}

/// The parts of a cell that holds several.
pub(crate) fn parts(value: &str) -> impl Iterator<Item = &str> {
    value.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// A number that says the how manieth: "12th", "12e".
fn nth(lang: Lang, number: &str) -> String {
    let end = match (lang, number) {
        (Lang::Fr, "1") => "re",
        (Lang::Fr, _) => "e",
        (Lang::En, n) if n.ends_with("11") || n.ends_with("12") || n.ends_with("13") => "th",
        (Lang::En, n) if n.ends_with('1') => "st",
        (Lang::En, n) if n.ends_with('2') => "nd",
        (Lang::En, n) if n.ends_with('3') => "rd",
        (Lang::En, _) => "th",
    };
    format!("{number}{end}")
}

/// A row, as far as the page it stands on needs to know.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// The page.
    pub(crate) l: &'a Layout,
    /// The row.
    pub(crate) row: &'a Row,
}

impl<'a> Shown<'a> {
    /// The cell of a column, where it holds something on the day.
    pub(crate) fn cell(&self, column: &str) -> Option<&'a Cell> {
        self.row.cells.get(column)
    }

    /// The address of the row's own page.
    pub(crate) fn href(&self) -> String {
        self.l.row(&self.row.id)
    }

    /// The marks of doubt of these columns together.
    pub(crate) fn doubt(&self, columns: &[&str]) -> Markup {
        let cells: Vec<&Cell> = columns.iter().filter_map(|column| self.cell(column)).collect();
        self.l.w.doubt(&cells, &self.href())
    }

    /// Marks the first of the cells in which the row is shown where it rests on what is not public.
    pub(crate) fn mark_closed(&self, cells: &mut [(String, Vec<Markup>)]) {
        if let Some((_, lines)) = cells.first_mut() {
            match lines.first_mut() {
                Some(first) => *first = self.l.w.marked_at(std::mem::take(first), self.row.level),
                None => lines.extend(self.l.w.closed_at(self.row.level)),
            }
        }
    }

    /// Words with the marks of doubt of the cells on which they rest.
    pub(crate) fn marked(&self, words: Markup, columns: &[&str]) -> Markup {
        let marks = self.doubt(columns);
        if marks.is_empty() || words.is_empty() {
            words
        } else {
            Markup::ready(format!("{words} {marks}"))
        }
    }

    /// The State of the record with this code, linked under its name of the day.
    pub(crate) fn state_of(&self, code: &str) -> Markup {
        match self.row.states.iter().find(|state| state.code == code) {
            Some(state) => state_link(self.l, state),
            None => Markup::text(code),
        }
    }

    /// The States that the row is about.
    pub(crate) fn states(&self) -> Markup {
        let states: Vec<_> = self.row.states.iter().map(|state| state_link(self.l, state)).collect();
        self.l.w.list(&states)
    }

    /// The persons whom the row is about.
    pub(crate) fn persons(&self) -> Markup {
        let link = |person: &PersonRef| Markup::link(&self.l.person(&person.id), &Markup::name(&person.name));
        let persons: Vec<_> = self.row.persons.iter().map(link).collect();
        self.l.w.list(&persons)
    }

    /// A day, without marks; nothing where the column is empty.
    pub(crate) fn day(&self, column: &str) -> Markup {
        self.cell(column)
            .map(|cell| self.l.w.when(&cell.value, Length::Short))
            .unwrap_or_default()
    }

    /// The day of the row, which leads to its own page, without marks; says so where none is known.
    pub(crate) fn linked_day(&self, column: &str) -> Markup {
        let w = &self.l.w;
        let day = self.day(column);
        let words = if day.is_empty() {
            // Many rows have no day: the link says of which row it tells.
            let names: Vec<_> = self.row.states.iter().map(|state| w.state(state)).collect();
            let of = w.list(&names);
            let of = if of.is_empty() { Markup::text(&self.row.id) } else { of };
            Markup::ready(format!("{}<span class=\"vh\">, {of}</span>", Markup::text(&w.t("day-unknown"))))
        } else {
            day
        };
        Markup::link(&self.href(), &words)
    }

    /// The number of a document, on one line.
    pub(crate) fn number(&self, column: &str) -> Markup {
        match self.row.value(column) {
            "" => Markup::default(),
            number => Markup::ready(format!("<span class=\"nb\">{}</span>", Markup::text(number))),
        }
    }

    /// English prose of a column.
    pub(crate) fn prose(&self, column: &str) -> Markup {
        Markup::english(self.row.value(column), self.l.w.lang)
    }

    /// Who referred a situation, by names.
    pub(crate) fn referred_by(&self) -> Markup {
        let one = |by: &str| {
            if by == COUNCIL {
                Markup::text(&self.l.w.t("the-council"))
            } else {
                self.state_of(by)
            }
        };
        let by: Vec<_> = parts(self.row.value("referred_by")).map(one).collect();
        self.l.w.list(&by)
    }

    /// Remarks for people, one line each.
    pub(crate) fn remarks(&self) -> Vec<Markup> {
        let remarks = self.row.remarks.iter();
        remarks.map(|remark| Markup::english(remark, self.l.w.lang)).collect()
    }

    /// What a cell of any file says, without marks.
    pub(crate) fn says(&self, file: &File, column: &str) -> Markup {
        match (self.cell(column), column) {
            (None, _) => Markup::default(),
            (Some(_), "referred_by") => self.referred_by(),
            (Some(cell), "binds") => self.state_of(&cell.value),
            (Some(cell), _) => self.l.w.column_value(file, column, &cell.value),
        }
    }
}

impl Words {
    /// What a value of a column says.
    pub(crate) fn column_value(&self, file: &File, column: &str, value: &str) -> Markup {
        match (column, file.column(column).map(|column| column.becomes)) {
            (_, Some(Becomes::Act(_) | Becomes::Member(_, _, Sort::Span))) => self.when(value, Length::Full),
            (_, Some(Becomes::By(_))) => self.when(&format!("by {value}"), Length::Full),
            (_, Some(Becomes::Member(_, _, Sort::YesNo))) => self.closed("answer", value),
            ("kind", _) => capital(&self.closed(kinds_of(file), value)),
            ("languages_accepted", _) => self.languages(value),
            ("official_languages", _) => {
                let names: Vec<_> = parts(value).map(|code| self.closed("language", code)).collect();
                capital(&self.list(&names))
            }
            ("channel", _) => self.channels(value),
            ("concerning", _) => self.closed("concerning", value),
            ("status", _) => capital(&self.closed("effect", value)),
            ("situation", _) => self.closed("situation-named", value),
            ("un_membership", _) => self.closed("membership", value),
            ("un_regional_group", _) => self.closed("group", value),
            ("asp_session", _) => self.session(value),
            ("name_fr" | "un_name_fr", _) if self.lang != Lang::Fr => {
                Markup::ready(format!("<span lang=\"fr\">{}</span>", Markup::text(value)))
            }
            ("name_en" | "un_name_en" | "title" | "pledger" | "paraphrase" | "theme" | "part9_topics_read" | "binds_also" | "case", _) => {
                Markup::english(value, self.lang)
            }
            _ => Markup::text(value),
        }
    }
}

/// The family of texts for the words of a file's column `kind`.
pub(crate) fn kinds_of(file: &File) -> &'static str {
    match file.name() {
        "findings" => "finding",
        "agreements" => "agreement",
        "referrals" => "referral",
        _ => "joined",
    }
}

/// Words that stand back behind others.
pub(crate) fn soft(words: &Markup) -> Markup {
    Markup::ready(format!("<span class=\"soft\">{words}</span>"))
}

/// A State under its name of the day, linked to its profile.
pub(crate) fn state_link(l: &Layout, state: &StateRef) -> Markup {
    Markup::link(&l.state(&state.code), &l.w.state(state))
}
