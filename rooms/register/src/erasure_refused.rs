//! Why nothing is erased.

use record::entry::EntryId;

/// The longest reason, in characters: some ten lines, to be read by whoever orders it.
pub const LONGEST_REASON: usize = 1000;
/// The longest words for a decision, in characters.
pub const LONGEST_AUTHORITY: usize = 200;

/// Why nothing is erased, or a request is not taken, ordered or declined. Closed; the text says how to mend it at the
/// shell, the word is that by which the texts of pages know it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ErasureRefused {
    /// What was given is no id of an entry.
    #[error("{0:?} is not the id of an entry: 32 digits and letters a to f; take it from `comity matter show`")]
    NoId(String),
    /// Nothing is named that could go.
    #[error("there is nothing to erase: the entries are not in this matter, or were erased already")]
    Nothing,
    /// An entry is named that is not there for whoever asks.
    #[error("entry {0} is not in this matter, or was erased already")]
    NotThere(EntryId),
    /// An entry is named that stays.
    #[error("entry {0} {why}", why = .1.why())]
    Stays(EntryId, Stays),
    /// Not all are open to the same readers.
    #[error(
        "the entries {0} and {1} are not open to the same readers, and one order would tell those of the one of the other; \
         ask for those of one audience at a time (`comity matter show` lists them)"
    )]
    Uneven(EntryId, EntryId),
    /// Something goes with what is named, and is not named.
    #[error("entry {0} is a version of one that is named, or about it, and goes with it; name it too")]
    GoesWith(EntryId),
    /// An act that closed or opened the matter, by somebody who does not see all of it, or with something left in it.
    #[error("entry {0} says who may know this matter, and goes only with all that is in it, by the operator")]
    ClosesMatter(EntryId),
    /// An act that closed or opened the matter, on which something hangs that stays.
    #[error(
        "entry {0} says who may know this matter, and entry {1}, which stays, would be known to others without it; \
         name all but the acts that closed and opened the matter"
    )]
    Holds(EntryId, EntryId),
    /// There is no such request for whoever asks.
    #[error("{0:?} is no request for an erasure; take its id from `comity matter show`")]
    NoRequest(String),
    /// An order or a refusal names a request that is not in its matter.
    #[error("it names no request that stands in its matter; ask for the erasure first")]
    NotAsked,
    /// The request was declined or taken back.
    #[error("the request was declined or taken back; if the entries are to go after all, ask for their erasure anew")]
    Declined,
    /// The request was carried out.
    #[error("the request was carried out already, and the entries are gone")]
    Done,
    /// The same is asked for already.
    #[error("request {0} asks for the erasure of these entries already; let another person order that one, or decline it first")]
    Waits(EntryId),
    /// One person may have asked and ordered.
    #[error(
        "the request and the order may come from one person; let somebody else order it: another account what an account \
         asked for, another officer at the shell what one asked for there"
    )]
    OnePerson,
    /// An order for other entries.
    #[error("it erases other entries than its request names")]
    OtherEntries,
    /// An order that says of an entry what is not so.
    #[error("it says of an entry what its head does not say")]
    OtherHead,
    /// A body that is none.
    #[error("its body has no list of entries")]
    NoList,
    /// Others would learn of it.
    #[error("it is not open to the same readers as what it erases")]
    OtherReaders,
    /// No reason is given.
    #[error("it says no reason; give --reason")]
    NoReason,
    /// The reason is too long.
    #[error("the reason is longer than {LONGEST_REASON} characters; write a shorter one")]
    LongReason,
    /// It is not said by whose decision.
    #[error("it says no authority; give --authority with the decision, by its number or date")]
    NoAuthority,
    /// The decision is named in too many words.
    #[error("the authority is longer than {LONGEST_AUTHORITY} characters; name the decision by its number or date")]
    LongAuthority,
    /// A text has a sign that cannot stand in the record; says which, and where.
    #[error("{0}")]
    Signs(String),
    /// The role does not give it.
    #[error("you may not erase anything in this matter; ask the officer from whom it comes")]
    NotAllowed,
}

/// Why an entry stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// The first of the record.
    First,
    /// A request, an order or what was said to one.
    Erasure,
    /// It is about who may do what.
    People,
    /// It comes from a pack or from the program.
    Pack,
    /// It is public.
    Public,
}

impl Stays {
    fn why(self) -> &'static str {
        match self {
            Stays::First => "begins the record and stays",
            Stays::Erasure => "asks for an erasure, orders it or declines it, and stays",
            Stays::People => "is about who may do what, and stays",
            Stays::Pack => "comes from a pack, which would bring it again; correct it instead",
            Stays::Public => "is public; close it first with `comity matter withdraw`, then ask for its erasure",
        }
    }
}

impl ErasureRefused {
    /// The word by which the texts of each language know it; one for all that no form of ours sends.
    pub fn word(&self) -> &'static str {
        match self {
            ErasureRefused::Nothing => "nothing",
            ErasureRefused::NotThere(_) => "not-there",
            ErasureRefused::Stays(_, stays) => match stays {
                Stays::Public => "stays-public",
                Stays::Pack => "stays-pack",
                Stays::First | Stays::Erasure | Stays::People => "stays",
            },
            ErasureRefused::Uneven(..) => "uneven",
            ErasureRefused::GoesWith(_) => "goes-with",
            ErasureRefused::ClosesMatter(_) | ErasureRefused::Holds(..) => "closes-matter",
            ErasureRefused::NoRequest(_) | ErasureRefused::NotAsked => "no-request",
            ErasureRefused::Declined => "declined",
            ErasureRefused::Done => "done",
            ErasureRefused::Waits(_) => "waits",
            ErasureRefused::OnePerson => "one-person",
            ErasureRefused::NoReason => "no-reason",
            ErasureRefused::LongReason => "long-reason",
            ErasureRefused::NoAuthority => "no-authority",
            ErasureRefused::LongAuthority => "long-authority",
            ErasureRefused::Signs(_) => "signs",
            ErasureRefused::NotAllowed => "not-allowed",
            ErasureRefused::NoId(_)
            | ErasureRefused::OtherEntries
            | ErasureRefused::OtherHead
            | ErasureRefused::NoList
            | ErasureRefused::OtherReaders => "not-taken",
        }
    }
}
