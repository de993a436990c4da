//! Plots, the map and documents out of views. Pure: days, figures and words in, text or bytes out.

mod archive;
mod bars;
mod bundle;
mod came;
mod chart;
pub mod contacts;
mod dictionary;
pub mod docx;
mod labels;
pub mod letter;
mod map;
mod package;
mod parquet;
pub mod pdf;
pub mod report;
mod scale;
mod svg;
mod taken;
mod thrift;
mod world;
mod zip;

pub use archive::{ArchiveError, Form, archive, file_name};
pub use bars::{Bar, GroupBars, group_bars};
pub use bundle::{Bundle, BundleError, BundleRefused, bundle};
pub use came::{Came, NotCame};
pub use chart::{Institution, Label, NamedStep, Series, StepChart, Words, named_steps, step_chart};
pub use map::{MapState, Tie, WorldMap, world_map};
pub use taken::{taken, taken_name};
