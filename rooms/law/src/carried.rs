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
        "rome-statute-part-9.toml",
        "rules-of-procedure.toml",
        "regulations.toml",
        "apic.toml",
        "un-charter.toml",
        "vclt.toml",
        "treaties.toml",
        "topics.toml",
        "contacts.toml",
        "request-practice.toml",
        "request-elements.toml",
        "requests.toml",
        "request-life.toml",
        "request-sending.toml",
        "request-answers.toml",
        "request-rulings.toml",
        "request-specialty.toml",
        "request-changes.toml",
        "request-noncompliance.toml",
        "request-deadlines.toml",
        "icc-asp-12-res-3.toml",
        "counting.toml",
        "texts/en.ftl",
        "texts/en/part9.ftl",
        "texts/en/rules.ftl",
        "texts/en/contacts.ftl",
        "texts/en/requests.ftl",
        "texts/en/request-life.ftl",
        "texts/en/request-sending.ftl",
        "texts/en/request-noncompliance.ftl",
        "texts/en/request-rulings.ftl",
        "texts/en/request-specialty.ftl",
        "texts/fr.ftl",
        "texts/fr/part9.ftl",
        "texts/fr/rules.ftl",
        "texts/fr/contacts.ftl",
        "texts/fr/requests.ftl",
        "texts/fr/request-life.ftl",
        "texts/fr/request-sending.ftl",
        "texts/fr/request-noncompliance.ftl",
        "texts/fr/request-rulings.ftl",
        "texts/fr/request-specialty.ftl",
    ];
    files.into_iter().map(|(file, text)| (file.to_owned(), text.to_owned())).collect()
}
