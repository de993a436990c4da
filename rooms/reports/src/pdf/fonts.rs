//! The fonts of documents, which the binary carries. They are made by `scripts/fonts`.

use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

macro_rules! fonts {
    ($($name:literal),* $(,)?) => { [$(include_bytes!(concat!("../../fonts/", $name)).as_slice()),*] };
}

/// The first is that in which documents are set; the others are for the scripts that it lacks.
static FILES: [&[u8]; 13] = fonts![
    "NotoSerif-Regular.ttf",
    "NotoSerif-Bold.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifArmenian-Regular.ttf",
    "NotoSerifBengali-Regular.ttf",
    "NotoSerifDevanagari-Regular.ttf",
    "NotoSerifEthiopic-Regular.ttf",
    "NotoSerifGeorgian-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
    "NotoSerifKhmer-Regular.ttf",
    "NotoSerifMyanmar-Regular.ttf",
    "NotoSerifThai-Regular.ttf",
    "NotoSansCJK-Regular.otf",
];

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect());
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// All fonts.
pub(super) fn all() -> &'static [Font] {
    &FONTS
}

/// What they are called and hold.
pub(super) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

/// The names of the families, in the order in which they are tried, each once.
pub(super) fn families() -> Vec<&'static str> {
    let mut families: Vec<&str> = Vec::new();
    for font in all() {
        let family = font.info().family.as_str();
        if !families.contains(&family) {
            families.push(family);
        }
    }
    families
}

/// Whether a font has a character.
pub(super) fn has(character: char) -> bool {
    all().iter().any(|font| font.info().coverage.contains(u32::from(character)))
}
