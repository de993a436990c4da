//! The record: entries, their dates and audiences as plain data, canonical bytes, trees, checkpoints
//! and proofs. Pure: no clock, no randomness, no I/O; all three come from outside.
//!
//! Read in this order: [`when`] (dates in the world), [`json`] (the closed subset of JSON and its
//! canonical bytes), [`entry`] (what is recorded), [`codec`] (its bytes), [`leaf`], [`merkle`],
//! [`tick`], [`log`], [`checkpoint`] and [`proof`] (how it is proved); [`mod@hex`] and [`mod@keyed`] serve all rooms. The forms are written down for
//! other implementations in `docs/record-format.md`.

pub mod audience;
mod check;
pub mod checkpoint;
pub mod codec;
pub mod entry;
pub mod hex;
pub mod json;
pub mod keyed;
pub mod leaf;
pub mod log;
pub mod merkle;
pub mod proof;
mod text;
pub mod tick;
pub mod when;

pub use text::{is_hidden, is_refused, object_taken_in, taken_in};
