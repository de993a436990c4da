//! The record: entries, their dates and audiences as plain data, canonical bytes, trees, checkpoints
//! and proofs. Pure: no clock, no randomness, no I/O; all three come from outside.
//!
//! Read in this order: [`when`] (dates in the world), [`json`] (the closed subset of JSON and its
//! canonical bytes), [`entry`] (what is recorded), [`merkle`], [`tick`], [`log`] and [`proof`]
//! (how it is proved).

pub mod audience;
pub mod entry;
pub mod json;
pub mod when;
