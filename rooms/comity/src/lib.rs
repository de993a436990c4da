//! The binary: command line, wiring, reading files.
//!
//! Read in this order: [`args`] (what can be asked), [`house`] (a record opened in a folder),
//! [`verbs`] (one file a verb), [`said`] (how it ends: texts and exit codes).

pub mod args;
pub mod carried;
pub mod demonstration;
pub mod house;
pub mod lock;
pub mod reached;
pub mod said;
pub mod signing;
pub mod system;
pub mod verbs;
