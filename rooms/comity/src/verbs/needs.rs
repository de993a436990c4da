//! `comity needs`: what the laws of States need of requests for surrender.

use super::{table, told};
use crate::args::{AddNeed, Needs};
use crate::said::{Done, Refused};
use access::Viewer;
use record::entry::Author;
use register::Register;
use register::needs::{NeedError, NeedWords, WhichVersion};
use register::reading::Reading;
use register::view::model::Need;
use std::io::Write;
use store::Home;

const COLUMNS: [&str; 7] = ["need", "state", "word", "says", "law", "from", "entry"];

pub async fn run(home: &Home, needs: Needs) -> Result<Done, Refused> {
    let operator = Viewer::operator();
    let recorded = match needs {
        Needs::List { state, reading, format } => {
            let reading = super::reading(&reading)?;
            let house = super::open(home).await?;
            told::view(&house, &operator).await?;
            let listed = house.register.needs(&operator, &reading, state.as_deref()).await?;
            super::print(
                &listed,
                format,
                |listed| web::csv::table(COLUMNS, &listed.iter().map(cells).collect::<Vec<_>>()),
                |out, listed| match &listed[..] {
                    [] => writeln!(out, "of no law is it recorded what it needs"),
                    listed => table::headed(out, COLUMNS, listed.iter().map(cells).collect()),
                },
            )?;
            return Ok(Done::Yes);
        }
        Needs::Add(add) => {
            let house = super::open(home).await?;
            let stating = stating(&house.register, &operator, &add).await?;
            let author = Author::Officer(super::officer(add.officer));
            let words = NeedWords {
                need: add.need,
                says: add.says,
                law: add.law,
                from: add.from,
                source: add.source,
            };
            house.register.state_need(&operator, &stating, &words, &author).await?
        }
        Needs::End {
            need,
            on,
            reason,
            source,
            officer,
        } => {
            let house = super::open(home).await?;
            let author = Author::Officer(super::officer(officer));
            let saw = newest(&house.register, &operator, &need).await?;
            house
                .register
                .end_need(&operator, (&need, &saw), &on, (&reason, &source), &author)
                .await?
        }
    };
    writeln!(std::io::stdout().lock(), "{} {}", recorded.entry.matter, recorded.entry.id)?;
    Ok(Done::Yes)
}

/// What was recorded of a need last.
async fn newest(register: &Register, viewer: &Viewer, matter: &str) -> Result<String, Refused> {
    let now = Reading::new(None, None, false, register.today())?;
    let view = register.need(viewer, &now, matter).await?;
    view.map(|view| view.last)
        .ok_or_else(|| Refused::Need(NeedError::NoSuch(matter.to_owned())))
}

/// Which entry is written. The version that is there when the command runs is the one that was seen.
async fn stating(register: &Register, viewer: &Viewer, add: &AddNeed) -> Result<WhichVersion, Refused> {
    let Some(matter) = add.another.clone() else {
        return Ok(WhichVersion::New {
            state: add.state.clone().unwrap_or_default(),
        });
    };
    let saw = newest(register, viewer, &matter).await?;
    Ok(match &add.mistake {
        Some(reason) => WhichVersion::Mistake {
            matter,
            saw,
            reason: reason.clone(),
        },
        None => WhichVersion::Changed { matter, saw },
    })
}

fn cells(need: &Need) -> [String; 7] {
    [
        need.id.clone(),
        need.state.code.clone(),
        need.need.clone(),
        need.says.clone(),
        need.law.clone(),
        need.from.clone(),
        need.entry.clone(),
    ]
}
