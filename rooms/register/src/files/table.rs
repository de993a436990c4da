//! The table itself.

use super::{Becomes, Column, Days, Order};
use crate::kinds::{self, Sort};

/// A file of the register.
#[derive(Debug)]
pub struct File {
    /// Its name in a pack.
    pub csv: &'static str,
    /// The beginning of the matters of its rows, before a hyphen and the row's key in lower case.
    pub matter: &'static str,
    /// A member that every act of the file bears.
    pub constant: Option<(&'static str, &'static str)>,
    /// Its columns, in the order of the pack.
    pub columns: &'static [Column],
    /// In which order its days can stand.
    pub orders: &'static [Order],
}

const fn of(name: &'static str, becomes: Becomes) -> Column {
    Column {
        name,
        key: false,
        needed: false,
        days: Days::Since,
        becomes,
    }
}

const fn needed(column: Column) -> Column {
    Column { needed: true, ..column }
}

const fn key(name: &'static str, becomes: Becomes) -> Column {
    Column {
        key: true,
        ..needed(of(name, becomes))
    }
}

const fn days(days: Days, column: Column) -> Column {
    Column { days, ..column }
}

const fn order(first: &'static str, then: &'static str) -> Order {
    Order { first, then, unless: None }
}

/// The same, save for a State that succeeds to another's instrument: it is bound from the day on which it began.
const fn order_but_for_successors(first: &'static str, then: &'static str) -> Order {
    Order {
        unless: Some(("kind", "succession")),
        ..order(first, then)
    }
}

/// How States stand to the United Nations.
const MEMBERSHIPS: &[&str] = &["member", "observer", "non-member (Rome Statute party)"];
/// The regional groups of the United Nations.
const GROUPS: &[&str] = &[
    "African States",
    "Asia-Pacific States",
    "Eastern European States",
    "Latin American and Caribbean States",
    "Western European and other States",
];
/// What a Chamber may have done of which findings tell.
const FINDINGS: &[&str] = &["finding", "information communicated", "no finding"];
/// Who may refer a situation (articles 13, 14).
const REFERRERS: &[&str] = &["Security Council", "State Party"];

const NOTES: Column = of("notes", Becomes::Remark);
const SOURCE: Column = needed(of("source", Becomes::Source));
const FIELD_SOURCES: Column = of("field_sources", Becomes::FieldSources);
const STATE: Column = key("alpha3", Becomes::State);

const NAMED: &[&str] = &[kinds::STATE_NAMED];
const RENAMED: &[&str] = &[kinds::STATE_RENAMED];
const NOTIFIED: &[&str] = &[kinds::WITHDRAWAL_NOTIFIED];
const ACCEPTANCE: &[&str] = &[kinds::ACCEPTANCE];
const DECLARATION: &[&str] = &[kinds::DECLARATION];
const FINDING: &[&str] = &[kinds::FINDING];
/// To whom a finding was referred is said by the referral, where that came later.
const REFERRED: &[&str] = &[kinds::FINDING_REFERRED, kinds::FINDING];
const AGREEMENT: &[&str] = &[kinds::AGREEMENT];
const REFERRAL: &[&str] = &[kinds::REFERRAL];
const RESOLUTION: &[&str] = &[kinds::RESOLUTION];
const PLEDGE: &[&str] = &[kinds::PLEDGE];
const LAW: &[&str] = &[kinds::LAW];

const fn text(name: &'static str, of_kinds: &'static [&'static str]) -> Column {
    of(name, Becomes::Member(of_kinds, name, Sort::Text))
}

const fn word(name: &'static str, of_kinds: &'static [&'static str], words: &'static [&'static str]) -> Column {
    of(name, Becomes::Member(of_kinds, name, Sort::Word(words)))
}

const fn act(name: &'static str, kind: &'static str) -> Column {
    of(name, Becomes::Act(kind))
}

/// All files, in the order in which they are read.
pub const FILES: &[File] = &[
    File {
        csv: "states.csv",
        matter: "state",
        constant: None,
        columns: &[
            STATE,
            of("alpha2", Becomes::Member(NAMED, "alpha2", Sort::Alpha2)),
            of("iso_numeric", Becomes::Member(NAMED, "iso_numeric", Sort::Numeric3)),
            needed(text("name_en", NAMED)),
            needed(text("name_fr", NAMED)),
            needed(text("un_name_en", NAMED)),
            needed(text("un_name_fr", NAMED)),
            needed(word("un_membership", NAMED, MEMBERSHIPS)),
            word("un_regional_group", NAMED, GROUPS),
            of("official_languages", Becomes::Member(NAMED, "official_languages", Sort::Texts)),
            act("exists_from", kinds::STATE_BEGAN),
            SOURCE,
            FIELD_SOURCES,
        ],
        orders: &[],
    },
    File {
        csv: "former_names.csv",
        matter: "former-name",
        constant: None,
        columns: &[
            STATE,
            needed(text("name_en", RENAMED)),
            needed(text("name_fr", RENAMED)),
            key("until", Becomes::Act(kinds::STATE_RENAMED)),
            NOTES,
            SOURCE,
        ],
        orders: &[],
    },
    File {
        csv: "rome_statute.csv",
        matter: "rome-statute",
        constant: Some(("treaty", "rome-statute")),
        columns: &[
            STATE,
            act("signed_on", kinds::TREATY_SIGNED),
            act("ratified_or_acceded_on", kinds::TREATY_JOINED),
            of("kind", Becomes::Joined),
            act("entered_into_force_on", kinds::TREATY_IN_FORCE),
            act("withdrawal_announced_on", kinds::WITHDRAWAL_ANNOUNCED),
            act("withdrawal_notified_on", kinds::WITHDRAWAL_NOTIFIED),
            days(
                Days::Planned,
                of(
                    "withdrawal_stated_effective_on",
                    Becomes::Member(NOTIFIED, "stated_effective", Sort::Span),
                ),
            ),
            act("withdrawal_effective_on", kinds::WITHDRAWAL_EFFECTIVE),
            act("withdrawal_rescinded_on", kinds::WITHDRAWAL_RESCINDED),
            act("instrument_withdrawn_on", kinds::INSTRUMENT_WITHDRAWN),
            act("position_unresolved_from", kinds::POSITION_UNRESOLVED),
            act("intent_not_to_become_party_on", kinds::INTENT_DECLARED),
            NOTES,
            SOURCE,
            FIELD_SOURCES,
        ],
        orders: &[
            order("signed_on", "ratified_or_acceded_on"),
            order_but_for_successors("ratified_or_acceded_on", "entered_into_force_on"),
            order("signed_on", "entered_into_force_on"),
            order("entered_into_force_on", "withdrawal_notified_on"),
            order("withdrawal_announced_on", "withdrawal_notified_on"),
            order("withdrawal_notified_on", "withdrawal_stated_effective_on"),
            order("withdrawal_notified_on", "withdrawal_effective_on"),
            order("withdrawal_notified_on", "withdrawal_rescinded_on"),
            order("ratified_or_acceded_on", "instrument_withdrawn_on"),
            order("signed_on", "intent_not_to_become_party_on"),
        ],
    },
    File {
        csv: "apic.csv",
        matter: "apic",
        constant: Some(("treaty", "apic")),
        columns: &[
            STATE,
            act("signed_on", kinds::TREATY_SIGNED),
            act("deposited_on", kinds::TREATY_JOINED),
            of("kind", Becomes::Joined),
            act("bound_on", kinds::TREATY_IN_FORCE),
            NOTES,
            SOURCE,
            FIELD_SOURCES,
        ],
        orders: &[
            order("signed_on", "deposited_on"),
            order_but_for_successors("deposited_on", "bound_on"),
            order("signed_on", "bound_on"),
        ],
    },
    File {
        csv: "acceptances.csv",
        matter: "acceptance",
        constant: None,
        columns: &[
            STATE,
            key("lodged_on", Becomes::Act(kinds::ACCEPTANCE)),
            of("accepts_from", Becomes::Member(ACCEPTANCE, "accepts_from", Sort::Span)),
            days(
                Days::Planned,
                of("accepts_until", Becomes::Member(ACCEPTANCE, "accepts_until", Sort::Span)),
            ),
            of("status", Becomes::Told(kinds::ACCEPTANCE_WITHOUT_EFFECT, "status")),
            NOTES,
            SOURCE,
        ],
        orders: &[order("accepts_from", "accepts_until"), order("lodged_on", "status")],
    },
    File {
        csv: "article87.csv",
        matter: "article-87",
        constant: None,
        columns: &[
            STATE,
            of("channel", Becomes::Member(DECLARATION, "channel", Sort::Texts)),
            of(
                "languages_accepted",
                Becomes::Member(DECLARATION, "languages_accepted", Sort::Texts),
            ),
            act("declared_on", kinds::DECLARATION),
            NOTES,
            SOURCE,
            FIELD_SOURCES,
        ],
        orders: &[],
    },
    File {
        csv: "findings.csv",
        matter: "finding",
        constant: None,
        columns: &[
            key("finding_id", Becomes::Name),
            needed(of("alpha3", Becomes::State)),
            act("decision_date", kinds::FINDING),
            text("case", FINDING),
            of("person_ids", Becomes::Persons),
            text("concerning", FINDING),
            of("conduct_date", Becomes::Member(FINDING, "conduct_date", Sort::Span)),
            text("document_ref", FINDING),
            needed(word("kind", FINDING, FINDINGS)),
            act("referral_put_off_on", kinds::FINDING_PUT_OFF),
            of("referred_by_day", Becomes::By(kinds::FINDING_REFERRED)),
            of("to_assembly", Becomes::Member(REFERRED, "to_assembly", Sort::YesNo)),
            of("to_security_council", Becomes::Member(REFERRED, "to_security_council", Sort::YesNo)),
            act("referral_reversed_on", kinds::FINDING_REVERSED),
            NOTES,
            SOURCE,
        ],
        orders: &[
            order("conduct_date", "decision_date"),
            order("decision_date", "referral_put_off_on"),
            order("decision_date", "referred_by_day"),
            order("referral_put_off_on", "referred_by_day"),
            order("decision_date", "referral_reversed_on"),
        ],
    },
    File {
        csv: "agreements.csv",
        matter: "agreement",
        constant: None,
        columns: &[
            key("agreement_id", Becomes::Name),
            of("alpha3", Becomes::State),
            needed(text("kind", AGREEMENT)),
            act("signed_on", kinds::AGREEMENT),
            act("in_force_on", kinds::AGREEMENT_IN_FORCE),
            of("count", Becomes::Member(AGREEMENT, "count", Sort::Number)),
            of("as_at", Becomes::By(kinds::AGREEMENT)),
            NOTES,
            SOURCE,
        ],
        orders: &[order("signed_on", "in_force_on")],
    },
    File {
        csv: "referrals.csv",
        matter: "referral",
        constant: None,
        columns: &[
            needed(word("kind", REFERRAL, REFERRERS)),
            key("referred_by", Becomes::StateMember(REFERRAL, "referred_by", Sort::Texts)),
            text("situation", REFERRAL),
            key("referred_on", Becomes::Act(kinds::REFERRAL)),
            text("document_ref", REFERRAL),
            of("binds", Becomes::StateMember(REFERRAL, "binds", Sort::State)),
            text("binds_also", REFERRAL),
            text("binds_paragraph", REFERRAL),
            NOTES,
            SOURCE,
            FIELD_SOURCES,
        ],
        orders: &[],
    },
    File {
        csv: "resolutions.csv",
        matter: "resolution",
        constant: None,
        columns: &[
            of("asp_session", Becomes::Member(RESOLUTION, "asp_session", Sort::Number)),
            key("resolution", Becomes::Member(RESOLUTION, "resolution", Sort::Text)),
            text("title", RESOLUTION),
            act("adopted_on", kinds::RESOLUTION),
            NOTES,
            SOURCE,
            FIELD_SOURCES,
        ],
        orders: &[],
    },
    File {
        csv: "pledges.csv",
        matter: "pledge",
        constant: None,
        columns: &[
            key("pledger", Becomes::Member(PLEDGE, "pledger", Sort::Text)),
            key("theme", Becomes::Member(PLEDGE, "theme", Sort::Text)),
            text("paraphrase", PLEDGE),
            act("pledged_on", kinds::PLEDGE),
            SOURCE,
        ],
        orders: &[],
    },
    File {
        csv: "legislation.csv",
        matter: "law",
        constant: None,
        columns: &[
            STATE,
            key("title", Becomes::Member(LAW, "title", Sort::Text)),
            days(Days::Before, act("year", kinds::LAW)),
            of("part9_topics_read", Becomes::Member(LAW, "part9_topics_read", Sort::Text)),
            SOURCE,
            FIELD_SOURCES,
        ],
        orders: &[],
    },
];
