//! What audiences mean: who a viewer is, what they may do, and the filter as data. Pure.
//!
//! Denied unless granted. Access is decided for now, always: dates asked for only take away from
//! what [`may`] leaves. A [`Viewer`] is made only here.
//!
//! Read in this order: [`table`] (what each role may do, as a lawyer reads it; in words for everybody in
//! `docs/roles.md`) and [`grant`] (its terms), [`role`], [`action`], [`viewer`] (a person acting in one role),
//! [`decide`] (the one decision) and [`filter`] (the same decision as data, for the store).

pub mod action;
pub mod decide;
pub mod filter;
pub mod grant;
pub mod role;
pub mod table;
pub mod viewer;

pub use action::Action;
pub use decide::{Matter, On, may};
pub use filter::Filter;
pub use role::{Organisation, Role};
pub use viewer::{Assignment, Held, Viewer, ViewerError};
