//! What stands in each report, a file each; and the sections that several of them share.

pub mod bilateral;
pub mod cooperation;
pub mod non_cooperation;
mod parts;
pub mod person;
mod persons;
pub mod pledges;
mod rows;
pub mod state;
mod treaties;
pub mod treaty_status;
