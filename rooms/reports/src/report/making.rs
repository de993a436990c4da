//! How a report is put together: figures are asked for at the desk of the register, words come out of the texts, and where a
//! sentence names a figure, the figure stands in it as such.

use super::kinds;
use super::plot_map::{self, Ties};
use super::plots::{self, Bars, Steps};
use super::{Asking, Block, Cell, Column, Holds, Kind, Labels, Marks, Plot, Report, Run, Table};
use crate::letter::{Language, Words};
use jiff::ToSpan;
use jiff::civil::Date;
use register::directory::StateRef;
use register::figures::{Desk, Figure, Query, Value};
use register::reading::FIRST_DAY;
use register::report_text::Section;
use register::view::ViewError;
use register::view::model::Asked;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// What it rests on could not be read.
    #[error(transparent)]
    View(#[from] ViewError),
    /// There is no report of this word: a newer program knows it.
    #[error("there is no report {0:?} in this program; a newer one may know it")]
    NoKind(String),
    /// It is about one State, and none was named.
    #[error("the report {0} is about one State; name it with --state, such as --state FRA")]
    NoState(&'static str),
    /// It is about one person, and none was named.
    #[error("the report person is about one person; name them by their key with --person, such as --person kony")]
    NoPerson,
    /// No such person exists for the reader.
    #[error("no person {0:?} is in this record on that day; `comity outstanding` and the pages of persons show the keys")]
    UnknownPerson(String),
    /// The earlier day does not lie before the later one.
    #[error("since {since} does not lie between {FIRST_DAY} and as_at {as_at}; give an earlier day, or another as_at")]
    Since {
        /// The earlier day.
        since: Date,
        /// The day of the report.
        as_at: Date,
    },
}

/// Makes a report at a desk.
///
/// # Errors
/// What is asked for names nobody, the days are wrong, or the record could not be read.
pub async fn make(desk: &mut Desk<'_>, asking: &Asking) -> Result<Report, ReportError> {
    let as_at = desk.reading().as_at;
    let since = match asking.since {
        Some(since) if since < FIRST_DAY || since >= as_at => return Err(ReportError::Since { since, as_at }),
        Some(since) => Some(since),
        // A year before; the day before, where the Statute is younger than that.
        None => as_at.checked_sub(1.year()).ok().filter(|since| *since >= FIRST_DAY),
    };
    let mut making = Making::new(desk, asking.language, since.filter(|_| asking.kind.compares()));
    making.waiting.clone_from(&asking.text);
    let (title, about) = match asking.kind {
        Kind::Cooperation => kinds::cooperation::make(&mut making).await?,
        Kind::TreatyStatus => kinds::treaty_status::make(&mut making).await?,
        Kind::NonCooperation => kinds::non_cooperation::make(&mut making).await?,
        Kind::Pledges => kinds::pledges::make(&mut making).await?,
        Kind::State => kinds::state::make(&mut making, named(asking)?).await?,
        Kind::Bilateral => kinds::bilateral::make(&mut making, named(asking)?).await?,
        Kind::Person => kinds::person::make(&mut making, asking.person.as_deref().ok_or(ReportError::NoPerson)?).await?,
    };
    making.done(asking.kind, title, about).await
}

fn named(asking: &Asking) -> Result<&str, ReportError> {
    asking.state.as_deref().ok_or(ReportError::NoState(asking.kind.word()))
}

/// What a sentence is told.
#[derive(Clone, Copy)]
pub(super) enum Arg<'t> {
    /// Words.
    Text(&'t str),
    /// A figure: `$name` is where it stands, `$name-is` its number, by which a sentence chooses its form.
    Figure(usize),
}

impl<'t> From<&'t str> for Arg<'t> {
    fn from(text: &'t str) -> Arg<'t> {
        Arg::Text(text)
    }
}

impl<'t> From<&'t String> for Arg<'t> {
    fn from(text: &'t String) -> Arg<'t> {
        Arg::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(figure: usize) -> Self {
        Arg::Figure(figure)
    }
}

/// Signs of no script, between which the place of a figure stands while a sentence is put together.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// The most entries that a footnote names.
const NAMED_IN_NOTE: usize = 3;

/// A report in the making.
pub(super) struct Making<'d, 'r> {
    pub desk: &'d mut Desk<'r>,
    pub words: Words,
    /// The day of the report.
    pub day: Date,
    /// The earlier day, where it compares.
    pub since: Option<Date>,
    pub(super) blocks: Vec<Block>,
    figures: Vec<Figure>,
    /// Sections that officers wrote and that have not found their place yet.
    pub(super) waiting: Vec<Section>,
    pub(super) text: Vec<Section>,
    pub(super) text_blocks: Vec<Range<usize>>,
    pub(super) places: Vec<(String, String)>,
    known: HashMap<Query, Option<usize>>,
    paragraphs: u32,
}

impl<'d, 'r> Making<'d, 'r> {
    fn new(desk: &'d mut Desk<'r>, language: Language, since: Option<Date>) -> Making<'d, 'r> {
        Making {
            day: desk.reading().as_at,
            desk,
            words: Words(language),
            since,
            blocks: Vec::new(),
            figures: Vec::new(),
            waiting: Vec::new(),
            text: Vec::new(),
            text_blocks: Vec::new(),
            places: Vec::new(),
            known: HashMap::new(),
            paragraphs: 0,
        }
    }

    /// The place of a figure; none where the record has no answer.
    pub async fn figure(&mut self, query: impl Into<Query>) -> Result<Option<usize>, ReportError> {
        let query = query.into();
        if let Some(known) = self.known.get(&query) {
            return Ok(*known);
        }
        let place = self.desk.figure(&query).await?.map(|figure| {
            self.figures.push(figure);
            self.figures.len() - 1
        });
        self.known.insert(query, place);
        Ok(place)
    }

    /// The same as a cell.
    pub async fn cell(&mut self, query: impl Into<Query>) -> Result<Cell, ReportError> {
        Ok(self.figure(query).await?.map_or(Cell::Empty, Cell::Figure))
    }

    /// The number that a figure holds; 0 where it holds none.
    pub fn number(&self, figure: usize) -> i64 {
        match self.figures.get(figure).map(|figure| &figure.value) {
            Some(Value::Number(number)) => *number,
            _ => 0,
        }
    }

    /// The number that a figure of a cell holds.
    pub fn number_in(&self, cell: &Cell) -> i64 {
        if let Cell::Figure(figure) = cell { self.number(*figure) } else { 0 }
    }

    /// A text without arguments.
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// A text of the law in the language of the report.
    pub fn law(&self, key: &str) -> String {
        self.words.law(self.desk.law(), key).0
    }

    /// A closed word of the record by its key in the texts: `reason` and `died` for `report-reason-died`.
    pub fn closed(&self, list: &str, word: &str) -> String {
        let word_or_none = if word.is_empty() { "none" } else { word };
        let slug: String = word_or_none
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .collect();
        let key = format!(
            "report-{list}-{}",
            slug.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
        );
        let text = self.words.t(&key);
        if text == key { word.to_owned() } else { text }
    }

    /// The name of a State.
    pub fn state(&self, state: &StateRef) -> String {
        match self.words.0 {
            Language::En => state.name_en.clone(),
            Language::Fr => state.name_fr.clone(),
        }
    }

    /// A day in words.
    pub fn written(&self, day: Date) -> String {
        self.words.day(day)
    }

    /// A numbered paragraph, with a footnote that names, for each figure in it, the entries on which it rests.
    pub fn paragraph(&mut self, key: &str, args: &[(&str, Arg<'_>)]) {
        let runs = pieces(&self.filled(key, args));
        self.numbered(runs);
    }

    /// A numbered paragraph. Its figures are noted at its end: a sign behind a number would be read as part of it.
    pub(super) fn numbered(&mut self, mut runs: Vec<Run>) {
        let mut noted: Vec<usize> = Vec::new();
        for run in &runs {
            if let Run::Figure(figure) = run
                && !noted.contains(figure)
            {
                noted.push(*figure);
            }
        }
        let notes: Vec<String> = noted.into_iter().map(|figure| self.note(figure)).collect();
        runs.extend((!notes.is_empty()).then(|| Run::Note(notes.join(" "))));
        self.paragraphs += 1;
        self.blocks.push(Block::Paragraph {
            number: self.paragraphs,
            runs,
        });
    }

    /// A sentence, as it stands in plots and titles: figures as text.
    pub fn plain(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let text = self.filled(key, args);
        let mut out = String::new();
        for piece in pieces(&text) {
            match piece {
                Run::Text(text) => out.push_str(&text),
                Run::Figure(figure) => {
                    let value = self.figures.get(figure).map(|figure| &figure.value);
                    out.push_str(&value.map_or_else(String::new, |value| super::written::value(value, self.words.0)));
                }
                Run::Note(_) => {}
            }
        }
        out
    }

    fn filled(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut texts: Vec<(String, String)> = Vec::new();
        let mut numbers: Vec<(String, i64)> = Vec::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => texts.push(((*name).to_owned(), (*text).to_owned())),
                Arg::Figure(figure) => {
                    texts.push(((*name).to_owned(), format!("{OPEN}{figure}{CLOSE}")));
                    numbers.push((format!("{name}-is"), self.number(*figure)));
                }
            }
        }
        self.words.count(key, &texts, &numbers)
    }

    /// What a footnote says of a figure.
    fn note(&self, figure: usize) -> String {
        let Some(of) = self.figures.get(figure) else { return String::new() };
        let number = (figure + 1).to_string();
        let query = of.query.to_string();
        let named: Vec<&str> = of.entries.iter().take(NAMED_IN_NOTE).map(String::as_str).collect();
        let more = of.entries.len().saturating_sub(named.len());
        let texts = [("number", number), ("query", query), ("entries", named.join(", "))].map(|(name, text)| (name.to_owned(), text));
        let entries = i64::try_from(of.entries.len()).unwrap_or(i64::MAX);
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        let key = if entries == 0 { "report-note-none" } else { "report-note" };
        self.words
            .count(key, &texts, &[("n".to_owned(), entries), ("more".to_owned(), more)])
    }

    /// A column by the key of its head.
    pub fn column(&self, key: &str, holds: Holds) -> Column {
        Column {
            head: self.words.t(key),
            holds,
        }
    }

    /// A table, unless it has no row. Its caption is a text `report-table-ID`.
    pub fn table(&mut self, id: &str, columns: &[(&str, Holds)], rows: Vec<Vec<Cell>>) {
        if !rows.is_empty() {
            let table = self.table_of(id, columns, rows);
            self.blocks.push(Block::Table(table));
        }
    }

    fn table_of(&self, id: &str, columns: &[(&str, Holds)], rows: Vec<Vec<Cell>>) -> Table {
        Table {
            id: id.to_owned(),
            caption: self.words.t(&format!("report-table-{id}")),
            columns: columns.iter().map(|(key, holds)| self.column(key, *holds)).collect(),
            rows,
        }
    }

    /// A plot of steps over time, with the counts at the ends of its years, unless nothing was ever counted.
    pub fn steps(&mut self, id: &str, series: &[(Date, u64)], description: &str, rows: Vec<Vec<Cell>>) {
        if series.is_empty() || rows.is_empty() {
            return;
        }
        let last = rows.last().and_then(|row| row.get(1)).map_or(0, |cell| self.number_in(cell));
        let svg = plots::steps(&Steps {
            series,
            until: self.day,
            last: &super::written::value(&Value::Number(last), self.words.0),
        });
        let columns = [("report-col-day", Holds::Day), ("report-col-count", Holds::Number)];
        let table = self.table_of(id, &columns, rows);
        self.blocks.push(Block::Plot(Plot {
            svg,
            description: description.to_owned(),
            table,
        }));
    }

    /// A plot of bars, one a row: the first column names it, the last holds its figure. None where all are 0.
    pub fn bars(&mut self, id: &str, columns: &[(&str, Holds)], description: &str, rows: Vec<Vec<Cell>>) {
        let name = |row: &Vec<Cell>| match row.first() {
            Some(Cell::Text(text) | Cell::English(text)) => text.clone(),
            _ => String::new(),
        };
        let count = |row: &Vec<Cell>| row.last().map_or(0, |cell| self.number_in(cell));
        let bars: Vec<(String, i64, String)> = rows
            .iter()
            .map(|row| {
                (
                    name(row),
                    count(row),
                    super::written::value(&Value::Number(count(row)), self.words.0),
                )
            })
            .collect();
        if bars.iter().all(|(_, count, _)| *count == 0) {
            return;
        }
        let svg = plots::bars(&Bars { bars: &bars });
        let table = self.table_of(id, columns, rows);
        self.blocks.push(Block::Plot(Plot {
            svg,
            description: description.to_owned(),
            table,
        }));
    }

    /// The map of ties: a row for each tie that a State has, by the word of the register, with its figure. `states` has the tie of
    /// each State by its code.
    pub fn map(&mut self, id: &str, states: &BTreeMap<&str, &str>, description: &str, rows: Vec<(String, Cell)>) {
        let shown = |(tie, cell): &(String, Cell)| {
            let count = super::written::value(&Value::Number(self.number_in(cell)), self.words.0);
            (tie.clone(), self.closed("tie", tie), count)
        };
        let legend: Vec<_> = rows.iter().map(shown).collect();
        let svg = plot_map::ties(&Ties { states, legend: &legend });
        let columns = [("report-col-tie", Holds::Text), ("report-col-states", Holds::Number)];
        let rows = legend.into_iter().zip(rows);
        let rows = rows.map(|((_, means, _), (_, cell))| vec![Cell::Text(means), cell]).collect();
        let table = self.table_of(id, &columns, rows);
        self.blocks.push(Block::Plot(Plot {
            svg,
            description: description.to_owned(),
            table,
        }));
    }

    /// The days at which a plot over time is told in its table: the end of each year from that of the first step on, and the day
    /// of the report.
    pub fn ends_of_years(&self, series: &[(Date, u64)]) -> Vec<Date> {
        let Some((first, _)) = series.iter().find(|(day, _)| *day <= self.day) else {
            return Vec::new();
        };
        let ends = (first.year()..self.day.year()).map(|year| jiff::civil::date(year, 12, 31));
        ends.chain([self.day]).collect()
    }

    async fn done(mut self, kind: Kind, title: String, about: Option<String>) -> Result<Report, ReportError> {
        self.written_for(|_| true).await?;
        let words = self.words;
        let foot = self.desk.foot().await?;
        let not_public = self.desk.not_public().await?;
        let reading = self.desk.reading();
        let asked = Asked {
            as_at: reading.as_at,
            known_on: reading.known_on.unwrap_or_else(|| self.desk.today()),
            hindsight: reading.hindsight,
            exercise: foot.exercise,
        };
        let level = not_public.level.map_or("public", |level| level.word());
        let kept_by = match foot.institution.as_deref().and_then(|named| named.strip_prefix("state:")) {
            Some(code) => words.say("report-kept-by-state", &[("state", code)]),
            None => words.t("report-kept-by-court"),
        };
        let read = if asked.hindsight {
            "report-reading-hindsight"
        } else {
            "report-reading-public"
        };
        let mut head = vec![
            (words.t("report-head-kept-by"), kept_by),
            (words.t("report-head-as-at"), words.day(asked.as_at)),
            (words.t("report-head-reading"), words.t(read)),
            (words.t("report-head-known-on"), words.day(asked.known_on)),
        ];
        if let Some(since) = self.since {
            head.push((words.t("report-head-since"), words.day(since)));
        }
        if let (Some(edition), Some(until)) = (foot.edition, foot.complete_until) {
            let (edition, until) = (words.day(edition), words.day(until));
            let text = words.say("report-edition", &[("edition", edition.as_str()), ("until", until.as_str())]);
            head.push((words.t("report-head-edition"), text));
        }
        head.push((words.t("report-head-level"), words.t(&format!("report-level-{level}"))));
        Ok(Report {
            kind,
            about,
            language: words.0,
            known_on: reading.known_on,
            since: self.since,
            not_public,
            marks: Marks {
                level: words.t(&format!("report-level-{level}")).to_uppercase(),
                exercise: asked.exercise.then(|| words.t("report-exercise")),
            },
            asked,
            title,
            head,
            blocks: self.blocks,
            figures: self.figures,
            places: self.places,
            text: self.text,
            text_blocks: self.text_blocks,
            labels: labels(words),
        })
    }
}

fn labels(words: Words) -> Labels {
    Labels {
        contents: words.t("report-contents"),
        page: [words.t("document-page"), words.t("document-page-of")],
        trace: words.t("report-trace"),
        trace_says: words.t("report-trace-says"),
        trace_columns: ["number", "query", "value", "entries"].map(|column| words.t(&format!("report-trace-{column}"))),
        notes: words.t("report-notes"),
        empty: words.t("report-empty"),
        unprintable: words.t("document-unprintable"),
    }
}

/// A sentence in pieces: words, and the figures that stand between them.
fn pieces(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for part in text.split(OPEN) {
        match part.split_once(CLOSE) {
            Some((place, rest)) => {
                runs.extend(place.parse().ok().map(Run::Figure));
                runs.extend((!rest.is_empty()).then(|| Run::Text(rest.to_owned())));
            }
            None => runs.extend((!part.is_empty()).then(|| Run::Text(part.to_owned()))),
        }
    }
    runs
}
