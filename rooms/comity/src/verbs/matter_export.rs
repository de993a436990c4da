//! `comity matter export`: a matter as one file, for whoever owns the folder.

use super::{backup, record, told};
use crate::house::House;
use crate::said::{Done, Refused};
use crate::system::System;
use access::Viewer;
use identity::people::Actor;
use register::audit::{Act, Event, Who};
use register::outside::Outside;
use register::view::model::TakenMatter;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use store::{DeskStore, Home};

pub async fn run(home: &Home, house: &House, matter: &str, out: &Path, officer: Option<String>) -> Result<Done, Refused> {
    backup::refuse_if_there(out)?;
    let officer = super::officer(officer);
    if officer.trim().is_empty() {
        return Err(Refused::Given("the file says for whom it is; give --officer".to_owned()));
    }
    house.store.tick_due().await?;
    let taken = house.register.matter_to_take(&Viewer::operator(), matter).await?;
    let taken = taken.ok_or_else(|| {
        Refused::Given(format!(
            "there is no matter {matter:?} of which anything is not public in this record; what is public is in `comity archive`"
        ))
    })?;
    let (people, _) = super::people(house, Arc::new(DeskStore::open(home).await?));
    let actor = Actor::operator(officer.trim());
    let file = web::take_matter(&house.register, &people, &actor, officer.trim(), &taken).await?;
    let mut written = record::for_the_owner(out).map_err(|error| Refused::file(out, &error))?;
    let done = async {
        // Before anything of it stands in the file.
        told::tell(house, &events(&taken, officer.trim())).await?;
        written.write_all(&file.bytes)?;
        Ok::<(), Refused>(written.sync_all()?)
    };
    if let Err(error) = done.await {
        // Half a matter is none: the name is free again for the next.
        let _ = std::fs::remove_file(out);
        return Err(error);
    }
    writeln!(std::io::stdout().lock(), "wrote {matter} into {}", out.display())?;
    Ok(Done::Yes)
}

/// That it is taken along by whoever the file names, once for each level; that it was opened is part of it.
fn events(taken: &TakenMatter, officer: &str) -> Vec<Event> {
    let event = |level| Event::new(System.now(), Act::Exported, Who::operator(officer)).matter(&taken.id, level);
    taken.levels().into_iter().map(event).collect()
}
