//! What is done at the shell, told to the audit under the name of the system's user.

use crate::house::House;
use crate::said::Refused;
use crate::system::System;
use access::Viewer;
use register::audit::{Act, Audit, Event, Told, Who};
use register::outside::Outside;
use register::port::{Recorded, Store};

/// An event of now.
pub fn event(act: Act) -> Event {
    Event::new(System.now(), act, whoever())
}

/// The system's user.
fn whoever() -> Who {
    Who::operator(&super::officer(None))
}

/// Writes events. Called before what they tell of is handed out, and after what stands in the record itself.
pub async fn tell(house: &House, events: &[Event]) -> Result<(), Refused> {
    Ok(house.store.audit().write(events).await?)
}

/// Tells that the confidential and sealed matters among these entries are opened.
pub async fn opened(house: &House, entries: &[Recorded]) -> Result<(), Refused> {
    let told = Told::of(entries);
    let events: Vec<Event> = told
        .openings()
        .map(|(matter, level)| event(Act::MatterOpened).matter(matter, level))
        .collect();
    tell(house, &events).await
}

/// Tells that a view is printed with what is not public, where `--all` asks for it and there is any.
pub async fn view(house: &House, viewer: &Viewer) -> Result<(), Refused> {
    if *viewer == Viewer::public() {
        return Ok(());
    }
    let entries = house.store.beyond(viewer).await?;
    let seen = Told::of(&entries).figures(System.now(), whoever());
    tell(house, &Vec::from_iter(seen)).await
}
