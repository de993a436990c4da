//! The larger and the smaller of two fractions.

/// The larger; neither is ever not a number, which spares what `f32::max` does about it.
pub(crate) fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// The smaller, likewise.
pub(crate) fn smaller(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}
