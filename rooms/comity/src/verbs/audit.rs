//! `comity audit`: what was done in the program, listed, exported and verified.

use crate::args::{Audit, AuditList, Format};
use crate::house::House;
use crate::said::{Done, Refused};
use crate::system::System;
use access::{Organisation, Viewer};
use identity::account::AccountId;
use jiff::civil::Date;
use register::audit::{Act, AuditBook, AuditFilter, Kept, Pseudonym};
use std::io::Write;
use std::sync::Arc;
use store::{Home, Sort};

/// How many events are read at once.
const PAGE: usize = 2_000;

pub async fn run(home: &Home, audit: Audit) -> Result<Done, Refused> {
    super::must_lie_at(home).await?;
    let house = House::open_bare(home.clone(), Sort::Real, Arc::new(System)).await?;
    let done = match audit {
        Audit::List(asked) => list(&house, asked).await,
        Audit::Verify => verify(&house).await,
    };
    house.store.close().await;
    done
}

async fn list(house: &House, asked: AuditList) -> Result<Done, Refused> {
    let book = AuditBook::new(house.store.audit(), Arc::new(System));
    let (format, most) = (asked.format, asked.limit.unwrap_or(usize::MAX));
    let filter = filter(&book, asked)?;
    let mut out = Printing::begin(format);
    let (mut printed, mut before) = (0, None);
    loop {
        let limit = PAGE.min(most - printed);
        let page = book.page(&Viewer::operator(), &filter, before, limit).await?;
        printed += page.events.len();
        out.page(&page.events)?;
        before = page.next;
        if before.is_none() || printed >= most {
            break;
        }
    }
    out.end()?;
    Ok(Done::Yes)
}

/// Reads what is asked for.
fn filter(book: &AuditBook, asked: AuditList) -> Result<AuditFilter, Refused> {
    let day = |option: &str, text: Option<String>| -> Result<Option<Date>, Refused> {
        let read = |text: String| {
            let wrong = |_| Refused::Given(format!("{option} {text:?} is no day; write it like 2026-11-25"));
            text.parse::<Date>().map_err(wrong)
        };
        text.map(read).transpose()
    };
    let act = |word: &String| {
        Act::parse(word).ok_or_else(|| {
            let known: Vec<&str> = Act::ALL.iter().map(|act| act.word()).collect();
            Refused::Given(format!("{word:?} is no act of the audit; the acts are {}", known.join(", ")))
        })
    };
    if let Some(wrong) = asked.account.as_ref().filter(|text| AccountId::parse(text).is_none()) {
        return Err(Refused::Given(format!(
            "{wrong:?} is no account; an account has 32 digits and letters a to f"
        )));
    }
    if let Some(wrong) = asked.organisation.as_ref().filter(|text| Organisation::parse(text).is_none()) {
        return Err(Refused::Given(format!(
            "{wrong:?} is no organisation; write court, assembly, state:XAA, organisation:KEY or team:KEY"
        )));
    }
    Ok(AuditFilter {
        acts: asked.act.iter().map(act).collect::<Result<_, _>>()?,
        account: asked.account,
        organisation: asked.organisation,
        matter: asked
            .matter
            .map(|text| Pseudonym::parse(&text).unwrap_or_else(|| book.pseudonym(&text))),
        since: day("--since", asked.since)?,
        until: day("--until", asked.until)?,
    })
}

/// Events as they are printed, page by page, so that an audit of any length goes through.
struct Printing {
    format: Format,
    first: bool,
}

impl Printing {
    fn begin(format: Format) -> Printing {
        Printing { format, first: true }
    }

    fn page(&mut self, events: &[Kept]) -> Result<(), Refused> {
        let mut out = std::io::stdout().lock();
        let rows: Vec<[String; 13]> = events.iter().map(Kept::cells).collect();
        match self.format {
            Format::Csv => {
                let text = web::csv::table(Kept::COLUMNS, &rows);
                let text = if self.first {
                    &text
                } else {
                    text.split_once("\r\n").map_or("", |(_, rows)| rows)
                };
                write!(out, "{text}")?;
            }
            Format::Json => {
                for (number, event) in events.iter().enumerate() {
                    let before = if self.first && number == 0 { "[\n" } else { ",\n" };
                    let event = serde_json::to_string(event).map_err(std::io::Error::from)?;
                    write!(out, "{before}  {event}")?;
                }
                // Nothing at all is a list, too.
                if self.first && events.is_empty() {
                    write!(out, "[")?;
                }
            }
            Format::Table if self.first && events.is_empty() => writeln!(out, "there are no such events")?,
            Format::Table => {
                let heading = Kept::COLUMNS.map(str::to_owned);
                let rows: Vec<[String; 13]> = Some(heading).filter(|_| self.first).into_iter().chain(rows).collect();
                super::table::write(&mut out, &rows)?;
            }
        }
        self.first = false;
        Ok(())
    }

    fn end(self) -> Result<(), Refused> {
        if self.format == Format::Json {
            writeln!(std::io::stdout().lock(), "\n]")?;
        }
        Ok(())
    }
}

async fn verify(house: &House) -> Result<Done, Refused> {
    let report = house.store.audit().verify().await?;
    let mut out = std::io::stdout().lock();
    let Some(report) = report else {
        writeln!(out, "there is no audit in {} yet: nothing was done of which it tells", house.home)?;
        return Ok(Done::Yes);
    };
    for fault in &report.faults {
        writeln!(out, "{fault}")?;
    }
    if report.faults.is_empty() {
        writeln!(out, "the audit in {} is as it was written, {} events", house.home, report.events)?;
        Ok(Done::Yes)
    } else {
        writeln!(
            out,
            "{}: the audit in {} is not as it was written; keep a copy of it for whoever looks into it, and restore it from a backup",
            super::faults(report.faults.len()),
            house.home
        )?;
        Ok(Done::No)
    }
}
