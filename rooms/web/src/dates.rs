//! The calendar of public dates: sessions of the Assembly, and from when treaties bind which States. It can be subscribed to.

use crate::address::Lang;
use crate::ical::{Event, calendar};
use crate::pages::legal::Legal;
use crate::texts::Words;
use record::hex::hex;
use register::view::model::{PublicDate, PublicDates, PublicDay};
use sha2::{Digest, Sha256};

/// The address of the calendar in a language.
pub(crate) fn path(lang: Lang) -> String {
    format!("/{}/calendar.ics", lang.tag())
}

/// The calendar. What it says changes with the record alone.
pub(crate) fn feed(w: &Words, law: &law::Pack, dates: &PublicDates) -> String {
    let events: Vec<Event> = dates.dates.iter().map(|date| event(w, law, dates, date)).collect();
    calendar("Dates", Some(&said(w, dates, w.t("calendar-title"))), &events, dates.updated)
}

fn event(w: &Words, law: &law::Pack, of: &PublicDates, date: &PublicDate) -> Event {
    let legal = Legal { w, law };
    let says = match &date.what {
        PublicDay::Session { session, resolution } => {
            let args = [("session", session.to_string().into()), ("resolution", resolution.as_str().into())];
            w.plain("calendar-session", &args)
        }
        PublicDay::InForce { treaty, state } => {
            let args = [("treaty", legal.treaty(treaty).into()), ("state", w.state_name(state).into())];
            w.plain("calendar-in-force", &args)
        }
        PublicDay::Withdrawal { treaty, state } => {
            let args = [("treaty", legal.treaty(treaty).into()), ("state", w.state_name(state).into())];
            w.plain("calendar-withdrawal", &args)
        }
    };
    let digest = Sha256::digest(format!("{} {}", of.origin, date.what.word()).as_bytes());
    Event {
        // The same in both languages and after the day was corrected.
        uid: hex(&digest).chars().take(32).collect(),
        day: date.on,
        says: said(w, of, says),
    }
}

fn said(w: &Words, of: &PublicDates, what: String) -> String {
    if of.exercise {
        w.plain("feed-exercise", &[("what", what.into())])
    } else {
        what
    }
}
