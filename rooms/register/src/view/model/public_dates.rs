//! Days for calendars.

use crate::directory::StateRef;
use jiff::Timestamp;
use jiff::civil::Date;

/// The days that the record knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicDates {
    /// The origin of the record's checkpoints, by which it is told from others.
    pub origin: String,
    /// Whether this is an exercise record.
    pub exercise: bool,
    /// When the newest entry was recorded that whoever reads may see.
    pub updated: Timestamp,
    /// The days, in their order.
    pub dates: Vec<PublicDate>,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicDate {
    /// The day.
    pub on: Date,
    /// What it is.
    pub what: PublicDay,
}

/// What a day is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicDay {
    /// A session of the Assembly adopted its resolution on cooperation.
    Session {
        /// Number of the session.
        session: i64,
        /// The resolution.
        resolution: String,
    },
    /// A treaty enters or entered into force for a State.
    InForce {
        /// The treaty: `rome-statute` or `apic`.
        treaty: String,
        /// The State.
        state: StateRef,
    },
    /// A withdrawal takes or took effect.
    Withdrawal {
        /// The treaty.
        treaty: String,
        /// The State.
        state: StateRef,
    },
}

impl PublicDay {
    /// By which it is known among the days of a record, whatever day it has: `in-force/apic/FRA`.
    pub fn word(&self) -> String {
        match self {
            PublicDay::Session { resolution, .. } => format!("session/{resolution}"),
            PublicDay::InForce { treaty, state } => format!("in-force/{treaty}/{}", state.code),
            PublicDay::Withdrawal { treaty, state } => format!("withdrawal/{treaty}/{}", state.code),
        }
    }
}
