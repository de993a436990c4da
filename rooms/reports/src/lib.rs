//! Plots out of views. Pure: days, figures and words in, text out.

mod chart;
mod labels;
mod scale;

pub use chart::{Institution, Label, NamedStep, Series, StepChart, Words, named_steps, step_chart};
