//! Why the audience of a matter is not changed.

use record::audience::{Level, Reader};

/// Why the audience of a matter is not changed. Closed; the text says how to mend it at the shell, the word is that
/// by which the texts of pages know it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeRefused {
    /// The level is none.
    #[error("{0:?} is no level; write one of {words}", words = Level::ALL.map(Level::word).join(", "))]
    NoLevel(String),
    /// A reader is none.
    #[error("{0:?} is no reader; write {form}", form = Reader::FORM)]
    NoReader(String),
    /// Readers are given for what is public.
    #[error("what is public is open to anybody: leave the readers out, or give another level")]
    ReadersOfThePublic,
    /// Everybody let in is left out.
    #[error("whoever is let in is left out too, so that nobody could read it: change --to or --without")]
    NobodyLeft,
    /// No decision is named.
    #[error("name the decision by which the audience changes; give --decision with its number or date")]
    NoDecision,
    /// It is not said whose decision it is.
    #[error("a matter is opened by a decision of whoever may open it; give --authority")]
    NoAuthority,
    /// There is no such matter for whoever asks.
    #[error("there is no matter {0:?} in this record; take its name from the page of an entry")]
    NoMatter(String),
    /// The role does not give it.
    #[error("you may not change who knows this matter; ask the officer from whom it comes")]
    NotAllowed,
    /// What is closed would be public.
    #[error("what is narrowed is not public; give the level to which it is closed, such as confidential")]
    NarrowedToPublic,
    /// There is nothing to be withdrawn from the public, or it would stay with it.
    #[error("nothing of this matter is public, or it would stay so; to close it further, use `comity matter narrow`")]
    NothingPublic,
    /// Closing would let somebody in.
    #[error(
        "that would let somebody in who does not know of this matter: give the level that it has, or a narrower one, and readers who are in it"
    )]
    LetsIn,
    /// Opening would open more than is meant.
    #[error(
        "the entries of this matter are not all open to the same readers, and opening it would open the narrowest too: record what may be known in a matter of its own, or close the matter to one audience first"
    )]
    Uneven,
    /// Nothing changes.
    #[error("nothing would be opened: whoever is named may know it already")]
    NothingOpened,
    /// Nothing changes.
    #[error("nothing would be closed: nobody knows it who is not named")]
    NothingClosed,
}

impl ChangeRefused {
    /// The word by which the texts of each language know it.
    pub fn word(&self) -> &'static str {
        match self {
            ChangeRefused::NoLevel(_) => "no-level",
            ChangeRefused::NoReader(_) => "no-reader",
            ChangeRefused::ReadersOfThePublic => "readers-of-the-public",
            ChangeRefused::NobodyLeft => "nobody-left",
            ChangeRefused::NoDecision => "no-decision",
            ChangeRefused::NoAuthority => "no-authority",
            ChangeRefused::NoMatter(_) => "no-matter",
            ChangeRefused::NotAllowed => "not-allowed",
            ChangeRefused::NarrowedToPublic => "narrowed-to-public",
            ChangeRefused::NothingPublic => "nothing-public",
            ChangeRefused::LetsIn => "lets-in",
            ChangeRefused::Uneven => "uneven",
            ChangeRefused::NothingOpened => "nothing-opened",
            ChangeRefused::NothingClosed => "nothing-closed",
        }
    }
}
