//! The kinds of entries that the register writes and reads, each with its body.
//!
//! | kind | effective | about | body |
//! |---|---|---|---|
//! | `person.named` | unknown | person | `name`, `also_known_as` (list) |
//! | `warrant.issued`, `summons.issued` | the day of issue | person, situation, case | `situation` (its name) |
//! | `instrument.made-public` | its day | person, situation | |
//! | `warrant.executed` | its day | person, situation, state | `state` |
//! | `person.surrendered`, `person.appeared` | its day | person, situation | |
//! | `proceedings.ended` | its day, or `by` it | person, situation | `reason` |
//! | `proceedings.milestone` | its day, or `about` it | person, situation, state | `what`, `until`, `state`, `years` |
//! | `remark.added` | unknown | person, entry | `text`: for people; no view computes from it |
//! | `citation.added` | unknown | person, entry | `field`, `verdict`, `value`, `says` |
//! | `count.stated` | the day counted | | `what`, `basis`, `figure` (integer), `said_by` |
//! | `pack.edition` | the edition's day | | `edition`, `complete_until`, `remark` |
//! | `pack.differs` | unknown | person, entry | `edition`, `kind`, `effective`, `body` (canonical text), `absent`: an edition says something else than an officer's entry |
//!
//! The matter of a proceedings act is the instrument (`kony-1`); of `person.named` it is
//! `person-` and the key; of counts `counts`; of editions `pack-` and the pack's name. Remarks and
//! citations stand in the matter of the entry they are about.

/// A person's names.
pub const PERSON_NAMED: &str = "person.named";
/// A warrant of arrest was issued (article 58).
pub const WARRANT_ISSUED: &str = "warrant.issued";
/// A summons to appear was issued (article 58(7)).
pub const SUMMONS_ISSUED: &str = "summons.issued";
/// A warrant or summons became public: it discloses its matter.
pub const MADE_PUBLIC: &str = "instrument.made-public";
/// A person was arrested under a warrant; this does not end the request for surrender.
pub const WARRANT_EXECUTED: &str = "warrant.executed";
/// A person was surrendered to the Court.
pub const SURRENDERED: &str = "person.surrendered";
/// A person under a summons appeared before the Court.
pub const APPEARED: &str = "person.appeared";
/// The proceedings under an instrument ended.
pub const ENDED: &str = "proceedings.ended";
/// What else happened under an instrument.
pub const MILESTONE: &str = "proceedings.milestone";
/// A remark for people.
pub const REMARK: &str = "remark.added";
/// What a source that was read says of a field of an entry.
pub const CITATION: &str = "citation.added";
/// What an institution said on a day.
pub const COUNT_STATED: &str = "count.stated";
/// An edition of a pack was taken in.
pub const PACK_EDITION: &str = "pack.edition";
/// An edition says something else than an officer's entry.
pub const PACK_DIFFERS: &str = "pack.differs";
/// The first entry of a record.
pub const GENESIS: &str = "record.begun";
