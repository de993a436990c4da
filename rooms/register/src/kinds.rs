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
//! | `remark.added` | unknown | person, state of a row, entry | `text`: for people; no view computes from it |
//! | `citation.added` | unknown | person, state of a row, entry | `field`, `verdict`, `value`, `says`, `source` (again, since a citation is what one source says and its id must follow from that); a `field` of the form `none:KIND` says that no entry of that kind is to be made: no act of it happened, nothing is to be remarked |
//! | `count.stated` | the day counted | | `what`, `basis`, `figure` (integer), `said_by` |
//! | `pack.edition` | the edition's day | | `edition`, `complete_until`, `remark` |
//! | `pack.differs` | unknown | person, entry | `edition`, `kind`, `effective`, `body` (canonical text), `absent`: an edition says something else than an officer's entry |
//! | `state.named` | unknown | state | codes, names, membership, group, languages |
//! | `state.began`, `state.renamed` | its day | state | for `state.renamed` the names borne until that day |
//! | `treaty.*` | its day | state | `treaty`; for `treaty.joined` `by`; for `treaty.withdrawal-notified` `stated_effective` |
//! | `acceptance.lodged` | its day | state | `accepts_from`, `accepts_until` |
//! | `acceptance.without-effect` | its day | state | `status`: why, in words that end with the day where it is known |
//! | `declaration.made` | its day | state | `channel`, `languages_accepted` |
//! | `finding.made` and what followed | its day | state, persons | see [`crate::files`] |
//! | `agreement.made`, `agreement.in-force` | its day | state | `kind`, `count` |
//! | `referral.made` | its day | states | `kind`, `referred_by`, `situation`, what it binds |
//! | `matter.narrowed`, `matter.withdrawn-from-public` | its day | | `decision`: closes its matter to the audience of the entry; see [`crate::closing`] |
//! | `matter.unsealed` | its day | | `authority`, `decision`: opens its matter to the audience of the entry |
//! | `erasure.requested` | its day | | `entries` (ids), `reason`, `authority`; see [`crate::erasure`] |
//! | `erasure.ordered` | its day | entry (the request) | `request`, `entries` (each with `id`, `recorded`, `leaf_hash`), `reason`, `authority`: the bodies of these entries go |
//! | `erasure.declined` | its day | entry (the request) | `request`, `reason`: nothing goes |
//! | `request.*` | its day | state | an act in a request for cooperation; see [`crate::request`] |
//! | `need.stated`, `need.ended` | its day | state | see [`crate::needs`] |
//! | `authority.named`, `authority.confirmed`, `authority.ended` | its day | state | see [`crate::authorities`] |
//! | `execution.*` | its day | state | what a State does among itself to execute a request; see [`crate::execution`] |
//! | `contact.checked` | the day of the check | | see [`crate::contacts`] |
//! | `institution.named` | its day | | `institution`: whose record this is, `court` or `state:XAA` |
//! | `report.issued` | its day | | what was issued, with its file; see [`crate::issued`] |
//! | `resolution.adopted`, `pledge.made`, `law.enacted` | its day | | see [`crate::files`] |
//!
//! What stands in the columns of each file, and as what, is one table in [`crate::files`]. Where members of a
//! body have other sources than the entry, `sources` holds them by the member's name; see [`crate::truth`].
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
/// A State with its codes and names.
pub const STATE_NAMED: &str = "state.named";
/// A State began to exist, after the adoption of the Statute.
pub const STATE_BEGAN: &str = "state.began";
/// A State took another name: from its day on the names in the body are former ones.
pub const STATE_RENAMED: &str = "state.renamed";
/// A State signed a treaty.
pub const TREATY_SIGNED: &str = "treaty.signed";
/// A State deposited its instrument of ratification, acceptance, approval, accession or succession.
pub const TREATY_JOINED: &str = "treaty.joined";
/// A source states the day from which the treaty bound the State; the law computes it.
pub const TREATY_IN_FORCE: &str = "treaty.in-force-stated";
/// A State announced that it would withdraw: a political act.
pub const WITHDRAWAL_ANNOUNCED: &str = "treaty.withdrawal-announced";
/// The depositary received a notification of withdrawal.
pub const WITHDRAWAL_NOTIFIED: &str = "treaty.withdrawal-notified";
/// A source states the day on which a withdrawal took effect; the law computes it.
pub const WITHDRAWAL_EFFECTIVE: &str = "treaty.withdrawal-effect-stated";
/// A notification of withdrawal was taken back.
pub const WITHDRAWAL_RESCINDED: &str = "treaty.withdrawal-rescinded";
/// An instrument was taken back before the treaty bound the State.
pub const INSTRUMENT_WITHDRAWN: &str = "treaty.instrument-withdrawn";
/// From this day this record does not know whether the State is a party.
pub const POSITION_UNRESOLVED: &str = "treaty.position-unresolved";
/// A signatory declared that it does not intend to become a party.
pub const INTENT_DECLARED: &str = "treaty.intent-declared";
/// A declaration accepting jurisdiction was lodged (article 12(3)).
pub const ACCEPTANCE: &str = "acceptance.lodged";
/// Such a declaration was found to be without effect, or was not accepted.
pub const ACCEPTANCE_WITHOUT_EFFECT: &str = "acceptance.without-effect";
/// A declaration on channel and languages (article 87(1) and (2)).
pub const DECLARATION: &str = "declaration.made";
/// A Chamber decided whether a State failed to comply (article 87(7)).
pub const FINDING: &str = "finding.made";
/// The decision whether to refer was put off.
pub const FINDING_PUT_OFF: &str = "finding.referral-put-off";
/// The matter was referred, where not with the decision.
pub const FINDING_REFERRED: &str = "finding.referred";
/// A referral was reversed on appeal.
pub const FINDING_REVERSED: &str = "finding.referral-reversed";
/// An agreement with the Court was signed, or is known to exist.
pub const AGREEMENT: &str = "agreement.made";
/// An agreement entered into force.
pub const AGREEMENT_IN_FORCE: &str = "agreement.in-force";
/// The Security Council or a State referred a situation (articles 13, 14).
pub const REFERRAL: &str = "referral.made";
/// The Assembly adopted a resolution.
pub const RESOLUTION: &str = "resolution.adopted";
/// Somebody undertook something.
pub const PLEDGE: &str = "pledge.made";
/// A State enacted a law on cooperation with the Court.
pub const LAW: &str = "law.enacted";
/// A matter was closed further: from then on it has the audience of this entry.
pub const NARROWED: &str = "matter.narrowed";
/// A matter was opened, whole, by a decision: what was recorded in it before has the audience of this entry.
pub const UNSEALED: &str = "matter.unsealed";
/// A matter that was public by mistake was closed.
pub const WITHDRAWN_FROM_PUBLIC: &str = "matter.withdrawn-from-public";
/// An assignment to a matter ended.
pub const ASSIGNMENT_ENDED: &str = "assignment.ended";
/// A State assigned to one of its authorities what is to be done for a request.
pub const EXECUTION_ASSIGNED: &str = "execution.assigned";
/// Whoever has an assignment reported what they did.
pub const EXECUTION_REPORTED: &str = "execution.reported";
/// Somebody of the State remarked something beside the formal letters.
pub const EXECUTION_REMARKED: &str = "execution.remarked";
/// An assignment ended.
pub const EXECUTION_ENDED: &str = "execution.ended";
/// A check of a list of contacts that is kept with its list.
pub const CONTACT_CHECKED: &str = "contact.checked";
/// Whose record this is.
pub const INSTITUTION_NAMED: &str = "institution.named";
/// A matter was assigned to somebody.
pub const MATTER_ASSIGNED: &str = "matter.assigned";
/// The erasure of entries was asked for.
pub const ERASURE_REQUESTED: &str = "erasure.requested";
/// It was ordered, by somebody else: their bodies are gone.
pub const ERASURE_ORDERED: &str = "erasure.ordered";
/// It was declined, or taken back by whoever asked: nothing goes.
pub const ERASURE_DECLINED: &str = "erasure.declined";
/// An authority of a State, by which channel it is addressed and in which languages.
pub const AUTHORITY_NAMED: &str = "authority.named";
/// Somebody said on a day that what is recorded of an authority is right.
pub const AUTHORITY_CONFIRMED: &str = "authority.confirmed";
/// What the law of a State needs of requests for surrender.
pub const NEED_STATED: &str = "need.stated";
/// From a day on the law of a State does not need it any more.
pub const NEED_ENDED: &str = "need.ended";
/// From a day on there is no such authority any more.
pub const AUTHORITY_ENDED: &str = "authority.ended";
/// A report was issued.
pub const REPORT_ISSUED: &str = "report.issued";
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
    is_act(kind)
        || crate::files::has(kind)
        || PEOPLE.contains(&kind)
        || [PERSON_NAMED, REMARK, CITATION, COUNT_STATED, PACK_EDITION, PACK_DIFFERS, GENESIS].contains(&kind)
        || crate::erasure::is_erasure(kind)
        || crate::request::is_request(kind)
        || crate::authorities::KINDS.contains(&kind)
        || crate::needs::KINDS.contains(&kind)
        || crate::execution::KINDS.contains(&kind)
        || [INSTITUTION_NAMED, REPORT_ISSUED, CONTACT_CHECKED].contains(&kind)
}

/// The kinds of entries of people: accounts, what they may do, and who is assigned to which matter. Their bodies are
/// those of `identity::act`.
pub const PEOPLE: [&str; 22] = [
    "account.invited",
    "team.taken-in",
    "service.taken-in",
    "account.opened",
    "account.closed",
    "credential.added",
    "credential.revoked",
    "token.issued",
    "token.revoked",
    "role.granted",
    "role.withdrawn",
    "recovery.requested",
    "recovery.approved",
    "recovery.stopped",
    "recovery.completed",
    MATTER_ASSIGNED,
    "assignment.ended",
    "delegation.given",
    "delegation.ended",
    "break-glass.requested",
    "break-glass.approved",
    "break-glass.ended",
];

/// Whether a kind is an act about an account itself: who has it, what they may do, by what they sign in.
pub fn is_of_account(kind: &str) -> bool {
    ["account.", "credential.", "role.", "recovery.", "team."]
        .iter()
        .any(|family| kind.starts_with(family))
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
    /// `yes` or `no`.
    YesNo,
    /// Two capital letters (ISO 3166-1 alpha-2).
    Alpha2,
    /// Three digits (ISO 3166-1 numeric).
    Numeric3,
    /// One of these words.
    Word(&'static [&'static str]),
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
            Sort::YesNo => ["yes", "no"].contains(&text).then(|| Value::Text(text.to_owned())),
            Sort::Basis => BASES.contains(&text).then(|| Value::Text(text.to_owned())),
            Sort::Word(words) => words.contains(&text).then(|| Value::Text(text.to_owned())),
            Sort::Alpha2 => (text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())).then(|| Value::Text(text.to_owned())),
            Sort::Numeric3 => (text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit())).then(|| Value::Text(text.to_owned())),
            Sort::State => {
                let formed = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
                formed.then(|| Value::Text(text.to_owned()))
            }
        }
    }

    /// How to write it.
    pub fn form(self) -> String {
        let form = match self {
            Sort::Text => "a text",
            Sort::Number => "a whole number, 0 or more",
            Sort::Texts => "texts with semicolons between them",
            Sort::State => "an ISO 3166-1 alpha-3 code, such as FRA",
            Sort::Span => "a day (2013-10-02), a month (2010-06) or a year (2007)",
            Sort::Years => "a number of years, from 1 to 100",
            Sort::Basis => "persons, instruments or not said",
            Sort::YesNo => "yes or no",
            Sort::Alpha2 => "two capital letters, an ISO 3166-1 alpha-2 code such as FR",
            Sort::Numeric3 => "three digits, an ISO 3166-1 numeric code such as 250",
            Sort::Word(words) => return format!("one of these: {}", words.join(", ")),
        };
        form.to_owned()
    }
}

/// A member of the body of a fact that an officer may restate: its name, what it holds, and whether the fact
/// says nothing without it.
pub type Member = (&'static str, Sort, bool);

/// The members of the body of a fact that an officer may restate.
pub fn members(kind: &str) -> Vec<Member> {
    match kind {
        PERSON_NAMED => vec![("name", Sort::Text, true), ("also_known_as", Sort::Texts, false)],
        WARRANT_ISSUED | SUMMONS_ISSUED => vec![("situation", Sort::Text, true)],
        WARRANT_EXECUTED => vec![("state", Sort::State, false)],
        ENDED => vec![("reason", Sort::Text, true)],
        MILESTONE => vec![
            ("what", Sort::Text, true),
            ("until", Sort::Span, false),
            ("state", Sort::State, false),
            ("years", Sort::Years, false),
        ],
        REMARK => vec![("text", Sort::Text, true)],
        COUNT_STATED => vec![
            ("what", Sort::Text, true),
            ("basis", Sort::Basis, true),
            ("figure", Sort::Number, true),
            ("said_by", Sort::Text, true),
        ],
        _ => crate::files::members(kind),
    }
}
