//! Scripts, as far as their letters are compared in different ways.

/// A family of scripts whose letters are set against Latin ones by one table of costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Script {
    /// Latin with every diacritic.
    #[default]
    Latin,
    /// Cyrillic.
    Cyrillic,
    /// Arabic, as Arabic, Persian, Urdu, Pashto and Kurdish write it; short vowels are left out.
    Arabic,
    /// Hebrew; most vowels are left out.
    Hebrew,
    /// Chinese characters.
    Han,
    /// Korean.
    Hangul,
    /// Japanese syllables.
    Kana,
    /// Scripts with a letter for each sound: Greek, Armenian, Georgian, Ethiopic and the rest.
    Alphabet,
    /// Scripts of South and South-East Asia, where a consonant carries a vowel that is not written.
    Abugida,
}

impl Script {
    /// All, in the order of their numbers.
    pub const ALL: [Script; 9] = [
        Script::Latin,
        Script::Cyrillic,
        Script::Arabic,
        Script::Hebrew,
        Script::Han,
        Script::Hangul,
        Script::Kana,
        Script::Alphabet,
        Script::Abugida,
    ];

    /// Script of a letter; marks and digits count as Latin, which decides nothing.
    pub fn of(letter: char) -> Script {
        match u32::from(letter) {
            0..=0x036f | 0x1e00..=0x1eff | 0x2c60..=0x2c7f | 0xa720..=0xa7ff | 0xff00..=0xff5e => Script::Latin,
            0x0400..=0x052f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Script::Cyrillic,
            0x0590..=0x05ff | 0xfb1d..=0xfb4f => Script::Hebrew,
            0x0600..=0x077f | 0x0870..=0x08ff | 0xfb50..=0xfdff | 0xfe70..=0xfefe => Script::Arabic,
            0x0900..=0x109f | 0x1700..=0x17ff | 0x1900..=0x1cff | 0xa800..=0xaaff => Script::Abugida,
            0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7ff => Script::Hangul,
            0x3040..=0x30ff | 0x31f0..=0x31ff | 0xff65..=0xff9f => Script::Kana,
            0x2e80..=0x2fdf | 0x3005..=0x3007 | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => Script::Han,
            _ => Script::Alphabet,
        }
    }
}
