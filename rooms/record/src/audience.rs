//! The plain shape of an audience. What it *means* (who is in it) is decided in the room `access`.

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

/// Who may know an entry: a level, the list of those in it, and those left out of it (ex parte).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// How widely.
    pub level: Level,
    /// Organs, offices, States, teams or persons, e.g. `org:registry`; empty for public matter.
    pub list: Vec<String>,
    /// Ex parte: those who are left out although the list would include them.
    pub left_out: Vec<String>,
}

impl Audience {
    /// Open to anybody.
    pub fn public() -> Audience {
        Audience {
            level: Level::Public,
            list: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// Whether everyone in `other` is in `self` as far as levels tell: a reference may point from an
    /// entry to one that is at least as wide.
    pub fn at_least_as_wide_as(&self, other: &Audience) -> bool {
        self.level <= other.level
    }
}
