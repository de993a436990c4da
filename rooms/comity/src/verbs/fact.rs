//! `comity fact`: an officer confirms or corrects a fact.

use crate::args::Fact;
use crate::said::{Done, Refused};
use access::Viewer;
use register::fact::Correction;
use std::io::Write;
use store::Home;

pub async fn run(home: &Home, fact: Fact) -> Result<Done, Refused> {
    let house = super::open(home).await?;
    let recorded = match fact {
        Fact::Confirm {
            entry,
            source,
            field,
            officer,
        } => {
            house
                .register
                .confirm(&Viewer::operator(), &entry, &field, &source, &super::officer(officer))
                .await?
        }
        Fact::Correct {
            entry,
            source,
            reason,
            effective,
            set,
            retract,
            officer,
        } => {
            let set = set.iter().map(|text| super::member(text)).collect::<Result<Vec<_>, _>>()?;
            let correction = Correction {
                effective,
                set,
                retract,
                reason,
                source,
                officer: super::officer(officer),
            };
            house.register.correct(&Viewer::operator(), &entry, &correction).await?
        }
    };
    writeln!(std::io::stdout().lock(), "{}", recorded.entry.id)?;
    Ok(Done::Yes)
}
