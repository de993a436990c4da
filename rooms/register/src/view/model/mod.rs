//! The shapes of views. Field names are those of the JSON.

mod counts;
mod files;
mod pages;
mod parts;

pub use counts::*;
pub use files::*;
pub use pages::*;
pub use parts::*;
