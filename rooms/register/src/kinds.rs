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
//! | `citation.added` | unknown | person, entry | `field`, `verdict`, `value`, `says`, `source` (again, since a citation is what one source says and its id must follow from that); a `field` of the form `none:KIND` says that no act of that kind happened |
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

/// The acts under an instrument, in the order in which acts of one day are told.
pub const ACTS: [&str; 8] = [
    WARRANT_ISSUED,
    SUMMONS_ISSUED,
    MADE_PUBLIC,
    WARRANT_EXECUTED,
    SURRENDERED,
    APPEARED,
    MILESTONE,
    ENDED,
];

/// Whether a kind is an act under an instrument.
pub fn is_act(kind: &str) -> bool {
    ACTS.contains(&kind)
}

/// Whether a kind begins an instrument.
pub fn is_issue(kind: &str) -> bool {
    kind == WARRANT_ISSUED || kind == SUMMONS_ISSUED
}

/// Place of an act among acts of one day.
pub fn order(kind: &str) -> usize {
    ACTS.iter().position(|k| *k == kind).unwrap_or(ACTS.len())
}

/// Whether this program understands entries of a kind.
pub fn is_known(kind: &str) -> bool {
    is_act(kind) || [PERSON_NAMED, REMARK, CITATION, COUNT_STATED, PACK_EDITION, PACK_DIFFERS, GENESIS].contains(&kind)
}

/// What a member of a body holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Text.
    Text,
    /// A whole number, 0 or more.
    Number,
    /// A list of texts, written with semicolons between them.
    Texts,
    /// The code of a State.
    State,
    /// A day, a month or a year.
    Span,
    /// A number of years of imprisonment.
    Years,
    /// A counting basis.
    Basis,
}

/// The counting bases.
pub const BASES: [&str; 3] = ["persons", "instruments", "not said"];

impl Sort {
    /// The value that somebody means by a text.
    pub fn read(self, text: &str) -> Option<record::json::Value> {
        use record::json::Value;
        match self {
            Sort::Text => Some(Value::Text(text.to_owned())),
            Sort::Number => text
                .parse::<i64>()
                .ok()
                .filter(|n| (0..=1_000_000_000).contains(n))
                .map(Value::Integer),
            Sort::Texts => {
                let items = text.split(';').map(str::trim).filter(|t| !t.is_empty());
                Some(Value::List(items.map(|t| Value::Text(t.to_owned())).collect()))
            }
            Sort::Span => match record::when::When::parse(text) {
                Ok(record::when::When::In(_)) => Some(Value::Text(text.to_owned())),
                _ => None,
            },
            Sort::Years => text.parse::<i64>().ok().filter(|n| (1..=100).contains(n)).map(Value::Integer),
            Sort::Basis => BASES.contains(&text).then(|| Value::Text(text.to_owned())),
            Sort::State => {
                let formed = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
                formed.then(|| Value::Text(text.to_owned()))
            }
        }
    }

    /// How to write it.
    pub fn form(self) -> &'static str {
        match self {
            Sort::Text => "a text",
            Sort::Number => "a whole number, 0 or more",
            Sort::Texts => "texts with semicolons between them",
            Sort::State => "an ISO 3166-1 alpha-3 code, such as FRA",
            Sort::Span => "a day (2013-10-02), a month (2010-06) or a year (2007)",
            Sort::Years => "a number of years, from 1 to 100",
            Sort::Basis => "persons, instruments or not said",
        }
    }
}

/// The members of the body of a fact that an officer may restate: name, what it holds, and whether the fact
/// says nothing without it.
pub fn members(kind: &str) -> &'static [(&'static str, Sort, bool)] {
    match kind {
        PERSON_NAMED => &[("name", Sort::Text, true), ("also_known_as", Sort::Texts, false)],
        WARRANT_ISSUED | SUMMONS_ISSUED => &[("situation", Sort::Text, true)],
        WARRANT_EXECUTED => &[("state", Sort::State, false)],
        ENDED => &[("reason", Sort::Text, true)],
        MILESTONE => &[
            ("what", Sort::Text, true),
            ("until", Sort::Span, false),
            ("state", Sort::State, false),
            ("years", Sort::Years, false),
        ],
        REMARK => &[("text", Sort::Text, true)],
        COUNT_STATED => &[
            ("what", Sort::Text, true),
            ("basis", Sort::Basis, true),
            ("figure", Sort::Number, true),
            ("said_by", Sort::Text, true),
        ],
        _ => &[],
    }
}
