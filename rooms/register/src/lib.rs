//! What institutions know and do about cooperation: kinds of entries, operations and views.
//!
//! An operation is checked by `law`, allowed by `access` and appended to the record; a view is what
//! one viewer may see of the record, as at one date. Nothing here knows a database: everything comes
//! through the small trait in [`port`].
//!
//! Read in this order: [`kinds`] (what is recorded), [`reading`] (how it is asked for), [`chain`] (facts
//! and their corrections), [`dossier`] (one person's file), [`derive`] and [`lists`] (the lists in which
//! they stand), [`view`] (what a viewer sees), [`pack`] and [`fact`] (how facts come in), [`attachment`] (the
//! files that entries name), [`audit`] (what was done, by whom).

pub mod answering;
mod assigned;
pub mod attachment;
pub mod audit;
pub mod authorities;
pub mod chain;
pub mod change_refused;
pub mod closing;
pub mod contacts;
pub mod derive;
pub mod desk;
pub mod directory;
pub mod dossier;
pub mod draft;
pub mod erasing;
pub mod erasure;
pub mod erasure_refused;
pub mod execution;
pub mod fact;
pub mod figures;
pub mod files;
pub mod institution;
pub mod issued;
pub mod kinds;
pub mod lists;
pub mod matter;
pub mod names;
pub mod needs;
pub mod outside;
pub mod pack;
pub mod port;
pub mod reading;
pub mod report_text;
pub mod request;
pub mod screen;
pub mod sign_in;
pub mod signature;
pub mod state;
pub mod truth;
pub mod view;
mod which_version;

use jiff::civil::Date;
use std::sync::Arc;

/// Operations and views over one record, under one law pack.
#[derive(Clone)]
pub struct Register {
    /// The record.
    pub store: Arc<dyn port::Store>,
    /// The files that entries name.
    pub attachments: Arc<dyn attachment::Attachments>,
    /// The law.
    pub law: Arc<law::Pack>,
    /// Clock and chance.
    pub outside: Arc<dyn outside::Outside>,
}

impl Register {
    /// Today in The Hague.
    pub fn today(&self) -> Date {
        outside::day_in_the_hague(self.outside.now())
    }
}
