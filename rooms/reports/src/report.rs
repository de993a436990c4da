//! Reports that write themselves: plain data made of figures of the record, and the same written as HTML, PDF, DOCX, XLSX, CSV
//! and JSON.
//!
//! Read in this order: the model here, [`Kind`] (which reports there are), `making` (how one is put together), `kinds` (what
//! stands in each), [`trace`] (how each figure is followed back), then what writes them.
//!
//! Every number that is printed is a [`Figure`]: a report holds its question and the entries on which it rests, and every form of
//! it carries them.

pub mod editions;
mod form;
mod html;
mod kind;
mod kinds;
mod making;
mod plot_map;
mod plots;
mod table;
mod text;
pub mod trace;
mod written;
mod xlsx;

pub use form::{Form, FormError, WriteError};
pub use html::page as html;
pub use kind::{Asking, Kind};
pub use making::{ReportError, make};
pub use table::{csv, json};
pub use xlsx::{write_xlsx, xlsx};

use crate::letter::Words;
pub use crate::letter::{Language, Marks};
use jiff::civil::Date;
use register::figures::Figure;
use register::report_text::Section;
use register::view::model::{Asked, NotPublic};
use std::ops::Range;

/// A report, every word in its language. Figures are named by their place in `figures`.
#[derive(Clone, Debug)]
pub struct Report {
    /// Which report it is.
    pub kind: Kind,
    /// The State (alpha-3) or person (key) that it is about, where it is about one.
    pub about: Option<String>,
    /// Its language.
    pub language: Language,
    /// The reading in which it was made.
    pub asked: Asked,
    /// The day known on, where one was asked for.
    pub known_on: Option<Date>,
    /// The earlier day with which it compares, where it does.
    pub since: Option<Date>,
    /// What its reader may see that is not public, as it was made of all that they may see.
    pub not_public: NotPublic,
    /// What stands in head and foot of each page.
    pub marks: Marks,
    /// Its title.
    pub title: String,
    /// What stands under the title: label and text.
    pub head: Vec<(String, String)>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// Its figures, in the order in which they are printed first.
    pub figures: Vec<Figure>,
    /// Its own sections: the word by which a place before one is known, and its heading.
    pub places: Vec<(String, String)>,
    /// The sections that officers wrote, as they were typed, in the order in which they stand in it.
    pub text: Vec<Section>,
    /// Which blocks these are, a range each.
    pub text_blocks: Vec<Range<usize>>,
    /// Words that whatever writes it needs besides.
    pub labels: Labels,
}

/// A part of a report.
#[derive(Clone, Debug)]
pub enum Block {
    /// The heading of a section.
    Heading(String),
    /// A numbered paragraph.
    Paragraph {
        /// Its number, 1 for the first of the report.
        number: u32,
        /// What it says.
        runs: Vec<Run>,
    },
    /// A table.
    Table(Table),
    /// A plot, with the table of what it shows.
    Plot(Plot),
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Words in the language of the report.
    Text(String),
    /// A figure.
    Figure(usize),
    /// A footnote.
    Note(String),
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// A word by which it is known among the tables of the report: name of its sheet and in its addresses.
    pub id: String,
    /// What stands over it.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows: a cell a column. The first cell names the row.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// What stands in it.
    pub holds: Holds,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// Counts and numbers of days.
    Number,
    /// Days.
    Day,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words in the language of the report.
    Text(String),
    /// Words of the record that stand in English.
    English(String),
    /// A figure.
    Figure(usize),
    /// A day that the question of the row names, such as that of a step in a plot.
    Day(Date),
    /// Nothing in this record.
    Empty,
}

/// A plot.
#[derive(Clone, Debug)]
pub struct Plot {
    /// The drawing: SVG that stands by itself, without scripts, styles or anything from elsewhere.
    pub svg: String,
    /// What it shows, in a sentence, for those who do not see it.
    pub description: String,
    /// What it shows, as a table: its caption is the title of the plot.
    pub table: Table,
}

/// Words of the page, in the language of the report.
#[derive(Clone, Debug)]
pub struct Labels {
    /// `Contents`
    pub contents: String,
    /// What stands before and between the numbers of page and pages: `Page `, ` of `.
    pub page: [String; 2],
    /// Heading over the figures with their questions and entries.
    pub trace: String,
    /// What stands under it.
    pub trace_says: String,
    /// Heads of its columns: number, question, answer, entries.
    pub trace_columns: [String; 4],
    /// `Notes`
    pub notes: String,
    /// What stands in a cell that is empty.
    pub empty: String,
    /// That characters stand here by their numbers, printed where some do.
    pub unprintable: String,
}

impl Report {
    /// Says in its head that the sections that officers wrote are being written, and that it is not issued.
    pub fn say_that_it_is_written(&mut self) {
        let words = Words(self.language);
        self.head.push((words.t("report-head-text"), words.t("report-text-draft")));
    }

    /// The same report with nothing in it but the sections that officers wrote.
    pub fn text_alone(&self) -> Report {
        let blocks = self.text_blocks.iter().filter_map(|range| self.blocks.get(range.clone()));
        Report {
            blocks: blocks.flatten().cloned().collect(),
            ..self.clone()
        }
    }

    /// A figure as it is printed.
    pub fn printed(&self, figure: usize) -> String {
        self.figures
            .get(figure)
            .map_or_else(String::new, |figure| written::value(&figure.value, self.language))
    }

    /// A cell as it is printed.
    pub fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) | Cell::English(text) => text.clone(),
            Cell::Figure(figure) => self.printed(*figure),
            Cell::Day(day) => written::day(*day, self.language),
            Cell::Empty => self.labels.empty.clone(),
        }
    }

    /// All tables, those of the plots among them, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Plot(plot) => Some(&plot.table),
            Block::Heading(_) | Block::Paragraph { .. } => None,
        })
    }

    /// Whether words of a cell stand in another language than the report.
    pub fn is_foreign(&self, cell: &Cell) -> bool {
        matches!(cell, Cell::English(_)) && self.language != Language::En
    }

    /// The name under which it is kept, with an ending: `comity-cooperation-2013-10-02-en.pdf`.
    pub fn file_name(&self, ending: &str) -> String {
        let exercise = if self.asked.exercise { "exercise-" } else { "" };
        let kind = self.kind.word();
        // The key of a person comes to stand in no list of downloads; a State's code may.
        let about = self.about.iter().filter(|_| self.kind != Kind::Person);
        let about: String = about.map(|about| format!("-{about}")).collect();
        format!(
            "comity-{exercise}{kind}{about}-{}-{}.{ending}",
            self.asked.as_at,
            self.language.tag()
        )
    }
}
