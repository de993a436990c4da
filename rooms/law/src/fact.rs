//! The closed list of facts over which conditions are written, and what an act weighs.
//!
//! The list is documented for authors of packs in `docs/law-packs.md`; a test holds the two equal.

/// What may have happened under an instrument (a warrant or a summons).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// A warrant of arrest was issued (article 58(1)).
    WarrantIssued,
    /// A summons to appear was issued (article 58(7)).
    SummonsIssued,
    /// The warrant or summons was made public.
    MadePublic,
    /// The person was arrested in a State under the warrant (article 59).
    WarrantExecuted,
    /// The person was surrendered to the Court (article 59(7), 89(1)).
    Surrendered,
    /// The person appeared before the Court, having been summoned.
    Appeared,
    /// The proceedings under the instrument ended, for whatever reason.
    ProceedingsEnded,
    /// Anything else that happened under the instrument: charges confirmed, an appeal decided, …
    Milestone,
}

impl Fact {
    /// All facts: the word in a pack, and the kind of the record's entries that states the fact.
    pub const ALL: [(Fact, &'static str, &'static str); 8] = [
        (Fact::WarrantIssued, "warrant-issued", "warrant.issued"),
        (Fact::SummonsIssued, "summons-issued", "summons.issued"),
        (Fact::MadePublic, "made-public", "instrument.made-public"),
        (Fact::WarrantExecuted, "warrant-executed", "warrant.executed"),
        (Fact::Surrendered, "surrendered", "person.surrendered"),
        (Fact::Appeared, "appeared", "person.appeared"),
        (Fact::ProceedingsEnded, "proceedings-ended", "proceedings.ended"),
        (Fact::Milestone, "milestone", "proceedings.milestone"),
    ];

    /// The fact that a pack means by a word.
    pub fn of_word(word: &str) -> Option<Fact> {
        Fact::ALL.iter().find(|(_, w, _)| *w == word).map(|(fact, _, _)| *fact)
    }

    /// The fact that an entry of a kind states; none for kinds that are no act under an instrument.
    pub fn of_kind(kind: &str) -> Option<Fact> {
        Fact::ALL.iter().find(|(_, _, k)| *k == kind).map(|(fact, _, _)| *fact)
    }

    /// The word by which a pack means it.
    pub fn word(self) -> &'static str {
        Fact::ALL.iter().find(|(fact, _, _)| *fact == self).map_or("", |(_, word, _)| word)
    }

    /// The kind of the entries that state it.
    pub fn kind(self) -> &'static str {
        Fact::ALL.iter().find(|(fact, _, _)| *fact == self).map_or("", |(_, _, kind)| kind)
    }
}

/// A set of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts(u8);

impl Facts {
    pub(crate) fn of(fact: Fact) -> Facts {
        let mut facts = Facts::default();
        facts.add(fact);
        facts
    }

    pub(crate) fn add(&mut self, fact: Fact) {
        self.0 |= 1 << fact as u8;
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn contains_all(self, other: Facts) -> bool {
        self.0 & other.0 == other.0
    }

    pub(crate) fn meets(self, other: Facts) -> bool {
        self.0 & other.0 != 0
    }
}

/// What an act does to the matter, as a reader of its history sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Time runs from it.
    Opens,
    /// It ends the matter.
    Ends,
    /// A step on the way.
    Step,
}

impl Weight {
    /// All weights.
    pub const ALL: [Weight; 3] = [Weight::Opens, Weight::Ends, Weight::Step];

    /// `opens`, `ends` or `step`.
    pub fn word(self) -> &'static str {
        match self {
            Weight::Opens => "opens",
            Weight::Ends => "ends",
            Weight::Step => "step",
        }
    }
}
