//! The shapes of views. Field names are those of the JSON.

mod authorities;
mod changes;
mod compare;
mod counts;
mod documents;
mod erasures;
mod files;
mod followings;
mod matters;
mod pages;
mod parts;
mod public_dates;
mod public_requests;
mod requests;
mod rows;
mod states;
mod taken;
mod whole;

pub use authorities::*;
pub use changes::*;
pub use compare::*;
pub use counts::*;
pub use documents::*;
pub use erasures::*;
pub use files::*;
pub use followings::*;
pub use matters::*;
pub use pages::*;
pub use parts::*;
pub use public_dates::*;
pub use public_requests::*;
pub use requests::*;
pub use rows::*;
pub use states::*;
pub use taken::*;
pub use whole::*;
