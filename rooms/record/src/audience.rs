//! The plain shape of an audience: a level, who is in, who is left out, from whom it comes. What it
//! *means* (which viewer may read what) is decided in the room `access`.

use crate::entry::is_account;

/// How widely an entry may be known, from widest to narrowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Anybody.
    Public,
    /// Administrative matter of the institution; not for the public.
    Restricted,
    /// Confidential in the sense of the Regulations of the Court.
    Confidential,
    /// Under seal: its existence is the secret.
    UnderSeal,
}

impl Level {
    /// All levels, widest first.
    pub const ALL: [Level; 4] = [Level::Public, Level::Restricted, Level::Confidential, Level::UnderSeal];

    /// The word that stands in the entry.
    pub fn word(self) -> &'static str {
        match self {
            Level::Public => "public",
            Level::Restricted => "restricted",
            Level::Confidential => "confidential",
            Level::UnderSeal => "under-seal",
        }
    }

    /// The level of a word, if it is one.
    pub fn from_word(word: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|l| l.word() == word)
    }
}

/// An organ of the Court (article 34), the Chambers standing for its divisions, and the Trust Fund
/// (article 79), which is none and is listed like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Organ {
    /// The Presidency (article 38).
    Presidency,
    /// The judges in their Chambers (article 39).
    Chambers,
    /// The Office of the Prosecutor (article 42).
    Prosecutor,
    /// The Registry (article 43).
    Registry,
    /// The Trust Fund for Victims (article 79).
    TrustFund,
}

impl Organ {
    /// All of them.
    pub const ALL: [Organ; 5] = [
        Organ::Presidency,
        Organ::Chambers,
        Organ::Prosecutor,
        Organ::Registry,
        Organ::TrustFund,
    ];

    /// The word behind `organ:`.
    pub fn word(self) -> &'static str {
        match self {
            Organ::Presidency => "presidency",
            Organ::Chambers => "chambers",
            Organ::Prosecutor => "prosecutor",
            Organ::Registry => "registry",
            Organ::TrustFund => "trust-fund",
        }
    }
}

/// An office within an organ that is listed by itself. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Office {
    /// The Victims and Witnesses Unit of the Registry (article 43(6)).
    VictimsAndWitnesses,
}

impl Office {
    /// All of them.
    pub const ALL: [Office; 1] = [Office::VictimsAndWitnesses];

    /// The word behind `office:`.
    pub fn word(self) -> &'static str {
        match self {
            Office::VictimsAndWitnesses => "victims-and-witnesses",
        }
    }

    /// The organ within which the office stands.
    pub fn organ(self) -> Organ {
        match self {
            Office::VictimsAndWitnesses => Organ::Registry,
        }
    }
}

/// Those who act for the Assembly of States Parties (article 112).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assembly {
    /// Its Secretariat.
    Secretariat,
    /// Its Bureau (article 112(3)).
    Bureau,
    /// Its President, who is one of the Bureau (article 112(3)(a)).
    President,
    /// A facilitator whom the Bureau appointed, such as that for cooperation.
    Facilitator,
    /// A regional focal point on non-cooperation.
    RegionalFocalPoint,
}

impl Assembly {
    /// All of them.
    pub const ALL: [Assembly; 5] = [
        Assembly::Secretariat,
        Assembly::Bureau,
        Assembly::President,
        Assembly::Facilitator,
        Assembly::RegionalFocalPoint,
    ];

    /// The word behind `assembly:`.
    pub fn word(self) -> &'static str {
        match self {
            Assembly::Secretariat => "secretariat",
            Assembly::Bureau => "bureau",
            Assembly::President => "president",
            Assembly::Facilitator => "facilitator",
            Assembly::RegionalFocalPoint => "regional-focal-point",
        }
    }
}

/// One word of an audience: those whom it lets in, leaves out, or from whom it comes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// Whoever serves an organ of the Court: `organ:registry`.
    Organ(Organ),
    /// Whoever serves an office within an organ: `office:victims-and-witnesses`.
    Office(Office),
    /// Whoever acts for a State, by ISO 3166-1 alpha-3: `state:XAA`.
    State(String),
    /// Whoever acts for the Assembly in this capacity: `assembly:bureau`.
    Assembly(Assembly),
    /// Whoever acts for another organisation, by its key: `organisation:united-nations`.
    Organisation(String),
    /// A defence team, or a team of counsel for victims, by its key: `team:exercise-1`. A team belongs to one case.
    Team(String),
    /// One person, by their account, 32 lower-case hexadecimal digits: `person:00112233445566778899aabbccddeeff`.
    Person(String),
    /// A word that this edition does not know, out of an entry of another edition. It is kept as it is and
    /// stands for nobody; it cannot be written anew.
    Unknown(String),
}

/// The most bytes that the key of an organisation or a team may take.
const MAX_KEY: usize = 64;

impl Reader {
    /// What may be written, for whoever wrote something else.
    pub const FORM: &'static str = "organ:presidency, organ:chambers, organ:prosecutor, organ:registry, organ:trust-fund, \
         office:victims-and-witnesses, state:XXX (alpha-3), assembly:secretariat, assembly:bureau, assembly:president, \
         assembly:facilitator, assembly:regional-focal-point, organisation:KEY, team:KEY (a to z, 0 to 9, hyphens, at most 64) \
         or person:ID (32 hexadecimal digits)";

    /// The text that stands in the entry.
    pub fn text(&self) -> String {
        match self {
            Reader::Organ(organ) => format!("organ:{}", organ.word()),
            Reader::Office(office) => format!("office:{}", office.word()),
            Reader::State(code) => format!("state:{code}"),
            Reader::Assembly(capacity) => format!("assembly:{}", capacity.word()),
            Reader::Organisation(key) => format!("organisation:{key}"),
            Reader::Team(key) => format!("team:{key}"),
            Reader::Person(account) => format!("person:{account}"),
            Reader::Unknown(text) => text.clone(),
        }
    }

    /// The reader of a text, if it is one in exactly this form; what else could be written is [`Reader::FORM`].
    pub fn parse(text: &str) -> Option<Reader> {
        let (sort, key) = text.split_once(':')?;
        match sort {
            "organ" => Organ::ALL.into_iter().find(|organ| organ.word() == key).map(Reader::Organ),
            "office" => Office::ALL.into_iter().find(|office| office.word() == key).map(Reader::Office),
            "state" => is_alpha3(key).then(|| Reader::State(key.to_owned())),
            "assembly" => Assembly::ALL.into_iter().find(|a| a.word() == key).map(Reader::Assembly),
            "organisation" => is_key(key).then(|| Reader::Organisation(key.to_owned())),
            "team" => is_key(key).then(|| Reader::Team(key.to_owned())),
            "person" => is_account(key).then(|| Reader::Person(key.to_owned())),
            _ => None,
        }
    }

    /// The reader of a text that was recorded, by this edition or another.
    pub(crate) fn recorded(text: &str) -> Reader {
        Reader::parse(text).unwrap_or_else(|| Reader::Unknown(text.to_owned()))
    }

    /// Whether it may be written: its text is that of a reader, and of this one.
    pub fn is_well_formed(&self) -> bool {
        Reader::parse(&self.text()).as_ref() == Some(self)
    }

    /// The wider reader whom everybody in this one is in too: the organ of an office, and the Bureau for the
    /// President of the Assembly.
    pub fn within(&self) -> Option<Reader> {
        match self {
            Reader::Office(office) => Some(Reader::Organ(office.organ())),
            Reader::Assembly(Assembly::President) => Some(Reader::Assembly(Assembly::Bureau)),
            _ => None,
        }
    }

    /// Whether everybody in `other` is in this one, as far as their texts tell.
    pub fn covers(&self, other: &Reader) -> bool {
        self == other || other.within().as_ref() == Some(self)
    }
}

/// An ISO 3166-1 alpha-3 code, as far as its letters tell.
pub(crate) fn is_alpha3(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())
}

/// Begins with a letter, does not end with a hyphen.
fn is_key(key: &str) -> bool {
    key.len() <= MAX_KEY
        && key.starts_with(|c: char| c.is_ascii_lowercase())
        && !key.ends_with('-')
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Who may know an entry: a level, those let in, those left out of it (ex parte), and from whom it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// How widely.
    pub level: Level,
    /// Who is let in, in the order of their texts, each once; empty for public matter, and never else.
    pub list: Vec<Reader>,
    /// Ex parte: those who are left out although the list would include them; in the order of their texts.
    pub left_out: Vec<Reader>,
    /// From whom it comes, who therefore decides who else sees it (originator control: articles 54(3)(e), 73,
    /// 93(8)); required below public, and allowed on public matter. Entries of editions before roles lack it.
    pub originator: Option<Reader>,
}

impl Audience {
    /// Open to anybody.
    pub fn public() -> Audience {
        Audience {
            level: Level::Public,
            list: Vec::new(),
            left_out: Vec::new(),
            originator: None,
        }
    }

    /// Open at a level to these readers, in whatever order they are given; nobody is left out.
    pub fn of(level: Level, originator: Reader, list: impl IntoIterator<Item = Reader>) -> Audience {
        Audience {
            level,
            list: sorted(list),
            left_out: Vec::new(),
            originator: Some(originator),
        }
    }

    /// The same, ex parte: without these readers.
    #[must_use]
    pub fn without(mut self, left_out: impl IntoIterator<Item = Reader>) -> Audience {
        self.left_out = sorted(self.left_out.into_iter().chain(left_out));
        self
    }

    /// Whether everyone in `other` is in `self`, as far as level, list and those left out tell by themselves: a
    /// reference may point from an entry to one that is at least as wide. Where they do not tell, the answer
    /// is no: a person of an organ is not known to be in it here.
    pub fn at_least_as_wide_as(&self, other: &Audience) -> bool {
        self.level == Level::Public
            || (self.level <= other.level
                && other.list.iter().all(|reader| self.list.iter().any(|wider| wider.covers(reader)))
                && self
                    .left_out
                    .iter()
                    .all(|reader| other.left_out.iter().any(|wider| wider.covers(reader))))
    }
}

/// In the order of their texts, each once.
fn sorted(readers: impl IntoIterator<Item = Reader>) -> Vec<Reader> {
    let mut readers: Vec<Reader> = readers.into_iter().collect();
    readers.sort_by_cached_key(Reader::text);
    readers.dedup();
    readers
}
