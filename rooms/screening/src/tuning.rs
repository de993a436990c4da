//! TEMPORARY: values under search.
use std::sync::LazyLock;
macro_rules! tuning { ($($name:ident = $value:expr),* $(,)?) => {
    #[derive(Debug)]
    pub struct Tuning { $(pub $name: f32),* }
    pub static T: LazyLock<Tuning> = LazyLock::new(|| {
        let mut t = Tuning { $($name: $value),* };
        if let Ok(s) = std::env::var("TUNING") {
            for part in s.split(',') {
                if let Some((k, v)) = part.split_once('=') {
                    let v: f32 = v.parse().unwrap_or(0.0);
                    match k { $(stringify!($name) => t.$name = v,)* _ => panic!("no {k}") }
                }
            }
        }
        t
    });
} }
tuning! {
    low = 0.35, high = 0.85, low_x = 0.25, high_x = 0.8,
    partial = 1.0, contra = 2.0, surplus = 0.25, evidence = 3.0, single = 0.85, initial = 0.6,
    exponent = 1.0, lone = 1.0, short = 0.65, bound = 0.5, left = 1.2, least_sum = 0.3, low_syllable = 0.75,
}
