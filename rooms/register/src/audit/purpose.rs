//! For what a matter is taken along. Closed, like everything that the audit says: a purpose in somebody's own words could
//! tell the auditor, who sees that things happened and not what they were, what the matter is about.

/// For what a matter is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// For a hearing, a filing or deliberations.
    Proceedings,
    /// To execute what it asks.
    Execution,
    /// To hand it to somebody who may have it.
    Transmission,
    /// For the file of one's own institution.
    OwnFile,
    /// For something else, of which the program has no word.
    Other,
}

impl Purpose {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Purpose; 5] = [
        Purpose::Proceedings,
        Purpose::Execution,
        Purpose::Transmission,
        Purpose::OwnFile,
        Purpose::Other,
    ];

    /// The word that is kept in the audit and sent by forms.
    pub fn word(self) -> &'static str {
        match self {
            Purpose::Proceedings => "for-proceedings",
            Purpose::Execution => "for-execution",
            Purpose::Transmission => "for-transmission",
            Purpose::OwnFile => "for-own-file",
            Purpose::Other => "for-other",
        }
    }

    /// The purpose of a word.
    pub fn parse(word: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| purpose.word() == word)
    }

    /// Key of its name in the texts of each language.
    pub fn text_key(self) -> String {
        format!("purpose-{}", self.word())
    }
}
