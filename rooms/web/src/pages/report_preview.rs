//! A report as it stands on its page: its sections, with the head of long tables, and of each figure that stands there the
//! question and the entries on which it rests.

use crate::layout::Layout;
use crate::markup::Markup;
use reports::report::{Block, Cell, Column, Holds, Report, Run, Table};
use std::collections::BTreeSet;

/// Of a table with more rows than this the first stand on the page, and all in the files.
const HEAD: usize = 25;
/// A table of a few rows more is shown whole.
const WHOLE: usize = 32;
/// A table with more columns than this takes the width of the page, in smaller letters.
const MANY: usize = 6;
/// The most entries of a figure to which the page leads; files name all.
const NAMED: usize = 3;
/// How many digits of an entry's id stand in a link.
const DIGITS: usize = 8;

/// A report on its page.
#[derive(Default)]
pub(crate) struct Preview {
    /// What stands before its first section: label and text.
    pub(crate) head: Vec<(String, String)>,
    pub(crate) sections: Vec<Section>,
    /// The figures that stand there.
    pub(crate) figures: Vec<Line>,
}

/// A section.
pub(crate) struct Section {
    /// Its number, 1 for the first.
    pub(crate) number: usize,
    pub(crate) head: Markup,
    pub(crate) parts: Vec<Part>,
}

/// A part of a section.
pub(crate) enum Part {
    /// A numbered paragraph.
    Paragraph(u32, Markup),
    /// A table.
    Table(Grid),
    /// A drawing, with the table of what it shows.
    Plot {
        svg: Markup,
        /// Whether it is one over time, which is read at any width, and whose table is long. Of bars the table alone stands on a
        /// narrow screen.
        over_time: bool,
        grid: Grid,
    },
}

/// A table, or its head.
pub(crate) struct Grid {
    pub(crate) caption: String,
    /// Whether its caption stands over the drawing whose table it is.
    pub(crate) titled: bool,
    /// Whether it has many columns.
    pub(crate) many: bool,
    /// Heads, with their class.
    pub(crate) columns: Vec<(String, &'static str)>,
    pub(crate) rows: Vec<Row>,
    /// That there are more rows.
    pub(crate) more: Option<Markup>,
}

/// A row.
pub(crate) struct Row {
    /// What it is about, with the mark of its level where it rests on what is not public.
    pub(crate) name: Markup,
    /// Head, class and content of the other cells.
    pub(crate) cells: Vec<(String, &'static str, Markup)>,
}

/// A figure, and what it rests on.
pub(crate) struct Line {
    /// Its number, as the files have it.
    pub(crate) number: usize,
    pub(crate) question: String,
    pub(crate) answer: Markup,
    /// Addresses of entries, with the first digits of their ids.
    pub(crate) entries: Vec<(String, String)>,
    /// That there are more entries.
    pub(crate) more: Option<Markup>,
}

impl Section {
    /// Whether a table in it takes the width of the page.
    pub(crate) fn is_wide(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Table(grid) if grid.many))
    }
}

impl Preview {
    /// A report in a layout.
    pub(crate) fn of(l: &Layout, report: &Report) -> Preview {
        let mut shown = Shown {
            l,
            report,
            figures: BTreeSet::new(),
        };
        let mut sections: Vec<Section> = Vec::new();
        for block in &report.blocks {
            if let Block::Heading(head) = block {
                sections.push(Section {
                    number: sections.len() + 1,
                    head: shown.own(Markup::text(head)),
                    parts: Vec::new(),
                });
            }
            // Each report begins with a heading.
            let (Some(part), Some(section)) = (shown.part(block), sections.last_mut()) else {
                continue;
            };
            section.parts.push(part);
        }
        Preview {
            head: report.head.clone(),
            sections,
            figures: shown.lines(),
        }
    }
}

/// What stands on the page.
struct Shown<'a> {
    l: &'a Layout,
    report: &'a Report,
    /// Places of the figures that do.
    figures: BTreeSet<usize>,
}

impl Shown<'_> {
    /// Words of the report, in its language.
    fn own(&self, words: Markup) -> Markup {
        words.in_language(self.report.language.tag(), self.l.w.lang)
    }

    fn part(&mut self, block: &Block) -> Option<Part> {
        match block {
            Block::Heading(_) => None,
            Block::Paragraph { number, runs } => Some(Part::Paragraph(*number, self.paragraph(runs))),
            Block::Table(table) => Some(Part::Table(self.grid(table))),
            Block::Plot(plot) => {
                let label = format!("<svg role=\"img\" aria-label=\"{}\" ", Markup::text(&plot.description));
                let over_time = plot.table.columns.first().is_some_and(|column| column.holds == Holds::Day);
                Some(Part::Plot {
                    svg: Markup::ready(plot.svg.replacen("<svg ", &label, 1)),
                    over_time,
                    grid: Grid {
                        titled: true,
                        ..self.grid(&plot.table)
                    },
                })
            }
        }
    }

    /// Footnotes name figures, to which links lead here.
    fn paragraph(&mut self, runs: &[Run]) -> Markup {
        let mut figures = Vec::new();
        let mut said = Vec::new();
        for run in runs {
            match run {
                Run::Text(text) => said.push(Markup::text(text)),
                Run::Figure(figure) => {
                    figures.push(*figure);
                    said.push(self.figure(*figure));
                }
                Run::Note(_) => {}
            }
        }
        self.marked(self.own(Markup::join(&said, "")), &figures)
    }

    /// A figure, which leads to what it rests on.
    fn figure(&mut self, figure: usize) -> Markup {
        self.figures.insert(figure);
        Markup::link(&format!("#figure-{}", figure + 1), &Markup::text(&self.report.printed(figure)))
    }

    /// Words with the mark of the narrowest level of these figures.
    fn marked(&self, words: Markup, figures: &[usize]) -> Markup {
        let levels = figures.iter().filter_map(|figure| self.report.figures.get(*figure));
        match levels.map(|figure| figure.level).max() {
            Some(level) => self.l.w.marked_at(words, level),
            None => words,
        }
    }

    fn grid(&mut self, table: &Table) -> Grid {
        let all = table.rows.len();
        let here = if all > WHOLE { HEAD } else { all };
        let rows = table.rows.iter().take(here).map(|row| self.row(&table.columns, row)).collect();
        let args = [("shown", here.into()), ("n", all.into())];
        Grid {
            caption: table.caption.clone(),
            titled: false,
            many: table.columns.len() > MANY,
            columns: table.columns.iter().map(|column| (column.head.clone(), class(column))).collect(),
            rows,
            more: (here < all).then(|| self.l.w.say("report-rows-more", &args)),
        }
    }

    fn row(&mut self, columns: &[Column], row: &[Cell]) -> Row {
        let figures: Vec<usize> = row
            .iter()
            .filter_map(|cell| if let Cell::Figure(figure) = cell { Some(*figure) } else { None })
            .collect();
        let mut cells = row.iter().zip(columns);
        let name = cells.next().map(|(cell, _)| self.cell(cell)).unwrap_or_default();
        let name = self.marked(name, &figures);
        Row {
            name,
            cells: cells
                .map(|(cell, column)| (column.head.clone(), class(column), self.cell(cell)))
                .collect(),
        }
    }

    fn cell(&mut self, cell: &Cell) -> Markup {
        match cell {
            Cell::Figure(figure) => self.figure(*figure),
            Cell::English(words) => Markup::english(words, self.l.w.lang),
            Cell::Text(words) => Markup::name(words),
            Cell::Day(_) | Cell::Empty => Markup::text(&self.report.cell(cell)),
        }
    }

    fn lines(&self) -> Vec<Line> {
        let line = |place: &usize| {
            let figure = self.report.figures.get(*place)?;
            let named = figure.entries.iter().take(NAMED);
            let more = figure.entries.len().saturating_sub(NAMED);
            Some(Line {
                number: place + 1,
                question: figure.query.to_string(),
                answer: self.own(Markup::text(&self.report.printed(*place))),
                entries: named.map(|id| (self.l.entry_page(id), id.chars().take(DIGITS).collect())).collect(),
                more: (more > 0).then(|| self.l.w.say("report-entries-more", &[("n", more.into())])),
            })
        };
        self.figures.iter().filter_map(line).collect()
    }
}

fn class(column: &Column) -> &'static str {
    match column.holds {
        Holds::Number => "n",
        Holds::Text | Holds::Day => "",
    }
}
