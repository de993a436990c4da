//! The pack that the program carries, so that it needs no folder beside it.

macro_rules! pack {
    ($($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!("../../../law-packs/rome-statute/", $file)))),*]
    };
}

/// The files of the Rome Statute's pack: names within its folder, and texts.
pub(crate) fn rome_statute() -> Vec<(String, String)> {
    let files = pack![
        "pack.toml",
        "rome-statute.toml",
        "apic.toml",
        "un-charter.toml",
        "vclt.toml",
        "treaties.toml",
        "topics.toml",
        "icc-asp-12-res-3.toml",
        "counting.toml",
        "texts/en.ftl",
        "texts/fr.ftl",
    ];
    files.into_iter().map(|(file, text)| (file.to_owned(), text.to_owned())).collect()
}
