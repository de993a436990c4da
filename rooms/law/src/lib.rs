//! The law as data (law packs) and pure functions over it. Takes texts, not paths, and plain days;
//! no clock, no I/O.
//!
//! Read in this order: [`Fact`] (what conditions speak of), [`Pack`] (the law, and the questions that
//! it answers), [`Treaty`] (who is bound, and since when), [`Obligation`] (by what else), [`Topic`] (what a
//! law on cooperation is about), [`ContactRule`] (whom one may meet), [`Form`] (what a request contains), [`Finding`] (what is to be mended in one), [`Move`]
//! (who may do what next), [`Deadline`] (what is owed by when), [`Change`] (what a change of the facts leads to), [`check()`] (what is wrong with a pack, and its cases). The form of a pack is
//! written down for its authors in `docs/law-packs.md`.

mod annex;
mod called_for;
mod carried;
mod case;
mod change;
mod contact;
mod count;
mod fact;
mod fault;
mod find;
mod findings;
mod form;
mod ground;
mod life;
mod named;
mod obligation;
mod owed;
mod pack;
mod raw;
mod read;
mod requests;
mod sending;
mod texts;
mod topic;
mod translations;
mod treaty;
mod vague;
mod values;

pub use annex::Annex;
pub use called_for::Uncalled;
pub use case::{CaseRun, CheckReport, check};
pub use change::{Change, Following, Happened};
pub use contact::{Asker, ContactNotice, ContactRule};
pub use count::{Count, Due, Reg33};
pub use fact::{Fact, Weight};
pub use fault::{PackErrors, PackFault};
pub use findings::{Circumstances, Finding, FindingKind, StateCircumstances, StateNeed, is_complete};
pub use form::{Choice, Element, ElementSort, Form};
pub use ground::Ground;
pub use life::{Course, LifeState, Move, REQUEST_ROLES, RequestAct, Side};
pub use obligation::Obligation;
pub use owed::{Deadline, Owed};
pub use pack::{Act, Pack, Rule, Status};
pub use sending::{Relay, SendingDate, ToldDate};
pub use topic::Topic;
pub use translations::untranslated;
pub use treaty::{Standing, TREATY_ACTS, Treaty, TreatyAct, Turn, WAYS_OF_JOINING};
pub use values::Values;
