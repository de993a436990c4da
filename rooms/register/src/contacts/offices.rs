//! What stands around a name in lists of persons: forms of address, offices and the words that join them to it, in the six
//! languages of the United Nations and some more. These lists hold function words, and no names; a word that is part of many names
//! (`Khan`, `Sheikh`) is in neither, as names are parted at these words.

/// Forms of address and offices, in small letters and without dots.
const OFFICES: &[&str] = &[
    // English
    "acting",
    "adm",
    "admiral",
    "amb",
    "ambassador",
    "attorney",
    "brigadier",
    "capt",
    "captain",
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "chancellor",
    "chief",
    "cmdr",
    "col",
    "colonel",
    "commander",
    "commissioner",
    "counsel",
    "counsellor",
    "delegate",
    "deputy",
    "director",
    "dr",
    "ex",
    "excellency",
    "former",
    "gen",
    "general",
    "governor",
    "he",
    "head",
    "highness",
    "hm",
    "hon",
    "honorable",
    "honourable",
    "hrh",
    "inspector",
    "judge",
    "justice",
    "lieutenant",
    "lt",
    "madam",
    "madame",
    "maj",
    "majesty",
    "major",
    "marshal",
    "maulvi",
    "mayor",
    "minister",
    "miss",
    "mister",
    "mp",
    "mr",
    "mrs",
    "ms",
    "pm",
    "pres",
    "president",
    "prime",
    "prof",
    "professor",
    "prosecutor",
    "rapporteur",
    "representative",
    "secretary",
    "sen",
    "senator",
    "speaker",
    "spokesman",
    "spokesperson",
    "undersecretary",
    "vice",
    // French
    "adjoint",
    "ambassadeur",
    "ambassadrice",
    "chargé",
    "chef",
    "colonel",
    "conseiller",
    "conseillère",
    "directeur",
    "directrice",
    "député",
    "députée",
    "excellence",
    "général",
    "juge",
    "m",
    "maire",
    "maréchal",
    "ministre",
    "mlle",
    "mm",
    "mme",
    "monsieur",
    "premier",
    "première",
    "procureur",
    "président",
    "présidente",
    "sa",
    "se",
    "secrétaire",
    "sem",
    "son",
    "sénateur",
    "sénatrice",
    // Spanish
    "comandante",
    "diputado",
    "diputada",
    "embajador",
    "embajadora",
    "excelencia",
    "excmo",
    "excma",
    "fiscal",
    "juez",
    "ministra",
    "ministro",
    "presidenta",
    "presidente",
    "secretaria",
    "secretario",
    "senador",
    "senadora",
    "señor",
    "señora",
    "sr",
    "sra",
    "srta",
    "su",
    // German, Italian, Portuguese, Turkish
    "bakan",
    "bakanı",
    "botschafter",
    "botschafterin",
    "cumhurbaşkanı",
    "exzellenz",
    "frau",
    "herr",
    "ministerin",
    "onorevole",
    "präsident",
    "präsidentin",
    "sayın",
    "senhor",
    "senhora",
    "signor",
    "signora",
    // Russian
    "генерал",
    "генерал-полковник",
    "г-жа",
    "г-н",
    "госпожа",
    "господин",
    "депутат",
    "директор",
    "заместитель",
    "министр",
    "посол",
    "превосходительство",
    "президент",
    "премьер-министр",
    "прокурор",
    "секретарь",
    "судья",
    // Arabic
    "أول",
    "الأستاذ",
    "الدكتور",
    "الرئيس",
    "السفير",
    "السيد",
    "السيدة",
    "الفريق",
    "اللواء",
    "المستشار",
    "الوزير",
    "دولة",
    "سعادة",
    "فخامة",
    "معالي",
];

/// What joins offices, bodies and persons to each other, and of what bodies are made.
const AROUND: &[&str] = &[
    "affairs",
    "and",
    "at",
    "by",
    "call",
    "council",
    "defence",
    "defense",
    "federation",
    "for",
    "foreign",
    "from",
    "his",
    "her",
    "in",
    "interior",
    "international",
    "lunch",
    "meeting",
    "met",
    "ministry",
    "nations",
    "national",
    "of",
    "on",
    "republic",
    "right",
    "security",
    "state",
    "states",
    "the",
    "their",
    "to",
    "united",
    "via",
    "with", //
    "appel",
    "au",
    "aux",
    "avec",
    "chez",
    "conseil",
    "des",
    "dîner",
    "défense",
    "déjeuner",
    "en",
    "entretien",
    "et",
    "extérieures",
    "l",
    "leurs",
    "ministère",
    "nationale",
    "pour",
    "rencontre",
    "république",
    "réunion",
    "sécurité",
    "étrangères", //
    "con",
    "consejo",
    "defensa",
    "exteriores",
    "ministerio",
    "para",
    "por",
    "república",
    "reunión",
    "seguridad", //
    "mit",
    "und", //
    "встреча",
    "его",
    "её",
    "и",
    "иностранных",
    "дел",
    "обороны",
    "россии",
    "российской",
    "с",
    "со",
    "совета",
    "безопасности",
    "федерации", //
    "اجتماع",
    "لقاء",
    "مع",
    "و", //
    "与",
    "和",
    "会见",
];

/// Forms of address and offices that Chinese writes behind a name, in one with it.
const BEHIND: &[&str] = &[
    "先生", "女士", "阁下", "閣下", "总统", "總統", "主席", "总理", "總理", "部长", "部長", "大使", "将军", "將軍",
];

/// A word as it stands in the lists.
fn bare(word: &str) -> String {
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
    inner.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect()
}

fn stands_in(list: &[&str], word: &str) -> bool {
    list.contains(&bare(word).as_str())
}

/// Whether a word says who somebody is, and is no part of a name; `Vice-President` too.
pub(super) fn is_office(word: &str) -> bool {
    stands_in(OFFICES, word) || word.contains('-') && word.split('-').all(|part| stands_in(OFFICES, part))
}

/// A letter with a dot, as the points of a list are numbered.
fn is_letter(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|letter| letter.chars().count() == 1)
}

/// Whether an office or a form of address is in a text.
pub(super) fn names_office(text: &str) -> bool {
    text.split_whitespace().any(is_office)
}

/// What is left of a text where it is parted at words that are no part of a name, and at figures: the names that stand in it, and
/// whatever else.
pub(super) fn without(text: &str) -> Vec<String> {
    let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
    for (place, word) in text.split_whitespace().enumerate() {
        let is_word = word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_numeric);
        if !is_word || place == 0 && is_letter(word) || is_office(word) || stands_in(AROUND, word) || BEHIND.contains(&word) {
            pieces.push(Vec::new());
            continue;
        }
        let behind = BEHIND
            .iter()
            .find_map(|title| word.strip_suffix(title))
            .filter(|name| !name.is_empty());
        if let Some(last) = pieces.last_mut() {
            last.push(behind.unwrap_or(word));
        }
    }
    pieces
        .into_iter()
        .filter(|piece| !piece.is_empty())
        .map(|piece| piece.join(" "))
        .collect()
}
