//! What a word does in a name.

/// What a word does in a name, which decides how much it tells of who is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Role {
    /// A name proper.
    #[default]
    Name,
    /// A single letter that may stand for a name.
    Initial,
    /// An article, a preposition or a word of descent, which is written or left out at will.
    Particle,
    /// A form of address, a rank or an office.
    Title,
    /// Which of several of one name in a family.
    Generation,
    /// What kind of company.
    LegalForm,
    /// A number, such as that of a vessel or a company.
    Number,
}

/// The lists are closed and short, because they hold function words: of articles, prepositions, forms of address and legal
/// forms there are few, and the rarity of words, learned from the lists at hand, does the rest.
const PARTICLES: &[&str] = &[
    "af", "ag", "al", "an", "ap", "ar", "as", "ash", "at", "av", "az", "ben", "bin", "bint", "binti", "bn", "bt", "da", "das", "de", "del",
    "della", "den", "der", "di", "do", "dos", "du", "el", "es", "ibn", "il", "la", "las", "le", "les", "lo", "los", "oglu", "ould", "san",
    "ter", "ul", "und", "van", "vom", "von", "zu", "zum", "zur",
];
const TITLES: &[&str] = &[
    "amir",
    "capt",
    "captain",
    "col",
    "colonel",
    "comandante",
    "commander",
    "dona",
    "don",
    "dr",
    "eng",
    "excellency",
    "gen",
    "general",
    "hadji",
    "haj",
    "haji",
    "hajj",
    "hajji",
    "he",
    "hon",
    "honorable",
    "ing",
    "khan",
    "lady",
    "lieutenant",
    "lord",
    "lt",
    "madame",
    "maj",
    "major",
    "malik",
    "maulana",
    "maulavi",
    "mawlawi",
    "me",
    "minister",
    "miss",
    "mlle",
    "mme",
    "monsieur",
    "mr",
    "mrs",
    "ms",
    "mullah",
    "president",
    "prof",
    "professor",
    "qari",
    "rev",
    "senor",
    "senora",
    "sgt",
    "shaikh",
    "shaykh",
    "sheik",
    "sheikh",
    "sir",
];
const GENERATIONS: &[&str] = &[
    "fils", "ii", "iii", "iv", "jnr", "jr", "junior", "pere", "senior", "snr", "sr", "vi", "vii", "viii",
];
const LEGAL_FORMS: &[&str] = &[
    "aktiengesellschaft",
    "ao",
    "aps",
    "bhd",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "eurl",
    "gmbh",
    "group",
    "holding",
    "holdings",
    "inc",
    "incorporated",
    "international",
    "jsc",
    "kg",
    "kk",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "nv",
    "oao",
    "ojsc",
    "ooo",
    "oy",
    "oyj",
    "pao",
    "pjsc",
    "plc",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sae",
    "sarl",
    "sas",
    "sdn",
    "spa",
    "sro",
    "srl",
    "the",
    "zao",
    "zrt",
];

impl Role {
    /// What a word does, by its letters `a` to `z`; `number` where it is written in digits alone.
    pub(crate) fn of(letters: &[u8], number: bool) -> Role {
        if number {
            return Role::Number;
        }
        let Ok(word) = std::str::from_utf8(letters) else {
            return Role::Name;
        };
        let stands_in = |list: &[&str]| list.contains(&word);
        match word.len() {
            1 => Role::Initial,
            _ if stands_in(PARTICLES) => Role::Particle,
            _ if stands_in(TITLES) => Role::Title,
            _ if stands_in(GENERATIONS) => Role::Generation,
            _ if stands_in(LEGAL_FORMS) => Role::LegalForm,
            _ => Role::Name,
        }
    }

    /// How much of a name's weight a word of this role bears.
    pub(crate) fn share(self) -> f32 {
        match self {
            Role::Name | Role::Number => 1.0,
            Role::Initial => 0.35,
            Role::Particle => 0.12,
            Role::Title => 0.15,
            Role::Generation => 0.2,
            Role::LegalForm => 0.1,
        }
    }
}
