//! The shapes of views. Field names are those of the JSON.

mod changes;
mod compare;
mod counts;
mod files;
mod matters;
mod pages;
mod parts;
mod rows;
mod states;
mod whole;

pub use changes::*;
pub use compare::*;
pub use counts::*;
pub use files::*;
pub use matters::*;
pub use pages::*;
pub use parts::*;
pub use rows::*;
pub use states::*;
pub use whole::*;
