//! A report as a page that stands by itself: no script that runs, no style, font or picture from elsewhere. Each figure is a
//! link to the line that says how it was made; the trace stands in it as data.

use super::trace::Trace;
use super::{Block, Cell, Holds, Plot, Report, Run, Table};
use crate::svg::escaped;
use std::fmt::Write;

const SHEET: &str = "body{margin:0 auto;max-width:60rem;padding:1rem;font:1.0625rem/1.5 Charter,'Noto Serif',Cambria,serif;color:#16191d;background:#fff}\
h1{font-size:2rem;line-height:1.2}h2{font-size:1.3125rem;border-top:1px solid;padding-top:.5rem;margin-top:2rem}h3{font-size:1rem;margin-bottom:.25rem}\
a{color:#0b4a80}table{border-collapse:collapse;width:100%;font-size:.9375rem;margin:.5rem 0 1.5rem}caption{text-align:start;font-weight:bold;padding:.25rem 0}\
th,td{text-align:start;vertical-align:top;padding:.25rem .5rem .25rem 0;border-bottom:1px solid #d3cfc4}thead th{border-bottom:1px solid #16191d}\
.n{text-align:end;font-variant-numeric:tabular-nums}.mark{text-align:center;font-weight:bold;letter-spacing:.06em}svg{max-width:100%;height:auto}\
figure{margin:1rem 0}.notes,.trace{font-size:.875rem;overflow-wrap:anywhere}dt{float:inline-start;clear:inline-start;min-width:12rem;font-weight:bold}dd{margin-inline-start:12.5rem}\
sup{line-height:0}@media print{a{color:inherit}tr,figure{break-inside:avoid}}";

/// The page.
pub fn page(report: &Report) -> String {
    let mut out = String::with_capacity(64 << 10);
    // Writing to a String does not fail.
    let _ = write_page(&mut out, report);
    out
}

fn write_page(out: &mut String, report: &Report) -> std::fmt::Result {
    let (lang, title) = (report.language.tag(), escaped(&report.title));
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\"><title>{title}</title><style>{SHEET}</style></head><body>\n"
    )?;
    write_marks(out, report)?;
    write!(out, "<main><h1>{title}</h1>\n<dl>")?;
    for (label, text) in &report.head {
        write!(out, "<dt>{}</dt><dd>{}</dd>", escaped(label), escaped(text))?;
    }
    write!(
        out,
        "</dl>\n<nav aria-labelledby=\"contents\"><h2 id=\"contents\">{}</h2><ol>",
        escaped(&report.labels.contents)
    )?;
    let headings = report
        .blocks
        .iter()
        .filter_map(|block| if let Block::Heading(text) = block { Some(text) } else { None });
    for (number, text) in headings.enumerate() {
        write!(out, "<li><a href=\"#section-{}\">{}</a></li>", number + 1, escaped(text))?;
    }
    out.push_str("</ol></nav>\n");
    write_body(out, report)?;
    out.push_str("</main>\n");
    write_marks(out, report)?;
    // Within a script nothing may look like its end.
    let trace = Trace::of(report).text().replace('<', "\\u003c");
    write!(out, "{}{trace}</script>\n</body></html>\n", super::trace::SCRIPT)
}

fn write_marks(out: &mut String, report: &Report) -> std::fmt::Result {
    write!(out, "<p class=\"mark\">{}", escaped(&report.marks.level))?;
    if let Some(exercise) = &report.marks.exercise {
        write!(out, "<br>{}", escaped(exercise))?;
    }
    out.push_str("</p>\n");
    Ok(())
}

fn write_body(out: &mut String, report: &Report) -> std::fmt::Result {
    let mut notes: Vec<&str> = Vec::new();
    let mut section = 0;
    for block in &report.blocks {
        match block {
            Block::Heading(text) => {
                section += 1;
                writeln!(out, "<h2 id=\"section-{section}\">{}</h2>", escaped(text))?;
            }
            Block::Paragraph { number, runs } => {
                write!(out, "<p id=\"paragraph-{number}\">{number}. ")?;
                for run in runs {
                    match run {
                        Run::Text(text) => out.push_str(&escaped(text)),
                        Run::Figure(figure) => write_figure(out, report, *figure)?,
                        Run::Note(text) => {
                            notes.push(text);
                            let n = notes.len();
                            write!(out, "<sup><a id=\"to-note-{n}\" href=\"#note-{n}\">{n}</a></sup>")?;
                        }
                    }
                }
                out.push_str("</p>\n");
            }
            Block::Table(table) => write_table(out, report, table)?,
            Block::Plot(plot) => write_plot(out, report, plot)?,
        }
    }
    if !notes.is_empty() {
        write!(
            out,
            "<section class=\"notes\" aria-labelledby=\"notes\"><h2 id=\"notes\">{}</h2><ol>",
            escaped(&report.labels.notes)
        )?;
        for (number, note) in (1..).zip(notes) {
            write!(
                out,
                "<li id=\"note-{number}\">{} <a href=\"#to-note-{number}\" aria-label=\"{number}\">↩</a></li>",
                escaped(note)
            )?;
        }
        out.push_str("</ol></section>\n");
    }
    write_trace(out, report)
}

fn write_figure(out: &mut String, report: &Report, figure: usize) -> std::fmt::Result {
    write!(
        out,
        "<a class=\"figure\" href=\"#figure-{}\">{}</a>",
        figure + 1,
        escaped(&report.printed(figure))
    )
}

fn write_plot(out: &mut String, report: &Report, plot: &Plot) -> std::fmt::Result {
    let described = format!("<svg role=\"img\" aria-label=\"{}\" ", escaped(&plot.description));
    writeln!(out, "<figure>{}</figure>", plot.svg.replacen("<svg ", &described, 1))?;
    write_table(out, report, &plot.table)
}

fn write_table(out: &mut String, report: &Report, table: &Table) -> std::fmt::Result {
    let (id, caption) = (escaped(&table.id), escaped(&table.caption));
    write!(out, "<table id=\"table-{id}\"><caption>{caption}</caption><thead><tr>")?;
    for column in &table.columns {
        write!(out, "<th scope=\"col\"{}>{}</th>", class(column.holds), escaped(&column.head))?;
    }
    out.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        out.push_str("<tr>");
        for (place, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let lang = if report.is_foreign(cell) { " lang=\"en\"" } else { "" };
            let (open, close) = if place == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            write!(out, "<{open}{}{lang}>", class(column.holds))?;
            match cell {
                Cell::Figure(figure) => write_figure(out, report, *figure)?,
                cell => out.push_str(&escaped(&report.cell(cell))),
            }
            write!(out, "</{close}>")?;
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>\n");
    Ok(())
}

fn class(holds: Holds) -> &'static str {
    if holds == Holds::Number { " class=\"n\"" } else { "" }
}

fn write_trace(out: &mut String, report: &Report) -> std::fmt::Result {
    let labels = &report.labels;
    write!(
        out,
        "<section class=\"trace\" aria-labelledby=\"trace\"><h2 id=\"trace\">{}</h2><p>{}</p><table><thead><tr>",
        escaped(&labels.trace),
        escaped(&labels.trace_says)
    )?;
    for head in &labels.trace_columns {
        write!(out, "<th scope=\"col\">{}</th>", escaped(head))?;
    }
    out.push_str("</tr></thead><tbody>");
    for (place, figure) in report.figures.iter().enumerate() {
        write!(
            out,
            "<tr id=\"figure-{0}\"><th scope=\"row\">{0}</th><td>{1}</td><td>{2}</td><td>{3}</td></tr>",
            place + 1,
            escaped(&figure.query.to_string()),
            escaped(&figure.value.to_string()),
            figure.entries.join(" ")
        )?;
    }
    out.push_str("</tbody></table></section>\n");
    Ok(())
}
