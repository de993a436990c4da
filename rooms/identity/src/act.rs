//! What is recorded of people: the kinds of entries of accounts, their bodies, and drafts of them.
//!
//! | kind | in the matter | body, besides `account` and `by` |
//! |---|---|---|
//! | `account.invited` | `account-ID` | `name`, `post` (`organisation`, `role`) |
//! | `team.taken-in` | `account-ID` of its first person | `team`, `case`: the number of the case to which the team belongs for good |
//! | `service.taken-in` | `account-ID` | `name`, `post`: an account of a program, at which nobody signs in |
//! | `account.opened` | `account-ID` | |
//! | `account.closed` | `account-ID` | `reason` |
//! | `credential.added` | `account-ID` | `credential`: `name`, `sort` and what belongs to the sort, see [`Credential`] |
//! | `credential.revoked` | `account-ID` | `credential` (its key), `reason` |
//! | `token.issued` | `account-ID` | `token`: `key`, `name`, `post`, `scope`, `sealed`, `until` and the `credential` of its maker, see [`AccessToken`] |
//! | `token.revoked` | `account-ID` | `token` (its key) |
//! | `role.granted` | `account-ID` | `post` |
//! | `role.withdrawn` | `account-ID` | `post`, `reason` |
//! | `recovery.requested` | `account-ID` | `reason` |
//! | `recovery.approved` | `account-ID` | `request` (entry), `organisation` (the approver's) |
//! | `recovery.stopped` | `account-ID` | `request`, `reason` |
//! | `recovery.completed` | `account-ID` | `request` |
//! | `matter.assigned` | the one assigned | `level`: the narrowest that it opens |
//! | `assignment.ended` | the one assigned | `reason` |
//! | `delegation.given` | the one delegated | `from` (account), `level`, `until` |
//! | `delegation.ended` | the one delegated | `from` |
//! | `break-glass.requested` | the one to be opened | `level`, `reason` |
//! | `break-glass.approved` | the one to be opened | `request` (entry), `until` |
//! | `break-glass.ended` | the one to be opened | `request` |
//!
//! Each is effective on the day in The Hague on which it was done; `until` is an instant in UTC. `account` is whom
//! the act is about, `by` who did it: an account, or `operator` for the shell of whoever owns the folder.
//! What is said of a matter stands in that matter, under its audience: that somebody is assigned to a sealed
//! matter tells that there is one.

use crate::access_token::{AccessToken, Scope};
use crate::account::AccountId;
use crate::credential::Credential;
use crate::token::Key;
use access::{Organisation, Role, Viewer};
use jiff::Timestamp;
use record::audience::{Audience, Level};
use record::entry::{Author, Draft, Entry, EntryId};
use record::json::{Object, Value};
use record::when::{Span, When};
pub use register::kinds::PEOPLE as KINDS;
use register::outside::{Outside, day_in_the_hague};
use serde::{Deserialize, Serialize};

/// What was done. Closed; each is one kind of entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", deny_unknown_fields)]
pub enum Act {
    /// Somebody was invited, for a post.
    #[serde(rename = "account.invited")]
    AccountInvited {
        /// What they are called.
        name: String,
        /// The post for which they were invited.
        post: Post,
    },
    /// Their team was taken in with them, for a case. A later entry about the same team changes nothing.
    #[serde(rename = "team.taken-in")]
    TeamTakenIn {
        /// Which team.
        #[serde(with = "as_organisation")]
        team: Organisation,
        /// The number of the case.
        case: String,
    },
    /// A program was given an account: nobody signs in at it, and it acts by tokens that others make for it.
    #[serde(rename = "service.taken-in")]
    ServiceTakenIn {
        /// What it is called.
        name: String,
        /// Its post.
        post: Post,
    },
    /// They came: from now on they may sign in.
    #[serde(rename = "account.opened")]
    AccountOpened,
    /// The account was closed for good.
    #[serde(rename = "account.closed")]
    AccountClosed {
        /// Why.
        reason: String,
    },
    /// A credential was added.
    #[serde(rename = "credential.added")]
    CredentialAdded {
        /// Which.
        credential: Credential,
    },
    /// A credential opens nothing any more.
    #[serde(rename = "credential.revoked")]
    CredentialRevoked {
        /// Its key.
        credential: Key,
        /// Why.
        reason: String,
    },
    /// A token was made, by which a program acts for them.
    #[serde(rename = "token.issued")]
    TokenIssued {
        /// Which.
        token: AccessToken,
    },
    /// A token works no more.
    #[serde(rename = "token.revoked")]
    TokenRevoked {
        /// Its key.
        token: Key,
    },
    /// A post was given.
    #[serde(rename = "role.granted")]
    RoleGranted {
        /// Which.
        post: Post,
    },
    /// A post was taken back.
    #[serde(rename = "role.withdrawn")]
    RoleWithdrawn {
        /// Which.
        post: Post,
        /// Why.
        reason: String,
    },
    /// Somebody asked that whoever lost their credentials gets a new link.
    #[serde(rename = "recovery.requested")]
    RecoveryRequested {
        /// Why.
        reason: String,
    },
    /// One of two persons approved it.
    #[serde(rename = "recovery.approved")]
    RecoveryApproved {
        /// The entry of the request.
        #[serde(with = "as_entry")]
        request: EntryId,
        /// For whom the approver acted.
        #[serde(with = "as_organisation")]
        organisation: Organisation,
    },
    /// It was stopped: by the owner of the account, or by whoever may approve it.
    #[serde(rename = "recovery.stopped")]
    RecoveryStopped {
        /// The entry of the request.
        #[serde(with = "as_entry")]
        request: EntryId,
        /// Why.
        reason: String,
    },
    /// The new link was used.
    #[serde(rename = "recovery.completed")]
    RecoveryCompleted {
        /// The entry of the request.
        #[serde(with = "as_entry")]
        request: EntryId,
    },
    /// A matter was assigned.
    #[serde(rename = "matter.assigned")]
    MatterAssigned {
        /// The narrowest level that it opens.
        #[serde(with = "as_level")]
        level: Level,
    },
    /// The assignment ended.
    #[serde(rename = "assignment.ended")]
    AssignmentEnded {
        /// Why.
        reason: String,
    },
    /// Somebody passed a matter on for their absence.
    #[serde(rename = "delegation.given")]
    DelegationGiven {
        /// Who.
        from: AccountId,
        /// The narrowest level that it opens.
        #[serde(with = "as_level")]
        level: Level,
        /// Until when.
        until: Timestamp,
    },
    /// They took it back before its end.
    #[serde(rename = "delegation.ended")]
    DelegationEnded {
        /// Who had given it.
        from: AccountId,
    },
    /// Access was asked for in an emergency.
    #[serde(rename = "break-glass.requested")]
    BreakGlassRequested {
        /// The narrowest level that it opens.
        #[serde(with = "as_level")]
        level: Level,
        /// Why.
        reason: String,
    },
    /// A second person approved it.
    #[serde(rename = "break-glass.approved")]
    BreakGlassApproved {
        /// The entry of the request.
        #[serde(with = "as_entry")]
        request: EntryId,
        /// Until when.
        until: Timestamp,
    },
    /// It was ended before its time.
    #[serde(rename = "break-glass.ended")]
    BreakGlassEnded {
        /// The entry of the request.
        #[serde(with = "as_entry")]
        request: EntryId,
    },
}

/// The kinds by which access in an emergency is asked for, granted, and ended.
pub(crate) const BREAK_GLASS: [&str; 3] = ["break-glass.requested", "break-glass.approved", "break-glass.ended"];

/// The kinds that stand in the matter which they are about, the others in that of the account.
const ON_MATTERS: [&str; 7] = [
    "matter.assigned",
    "assignment.ended",
    "delegation.given",
    "delegation.ended",
    "break-glass.requested",
    "break-glass.approved",
    "break-glass.ended",
];

impl Act {
    /// Whether a session that is under way must end by it.
    pub fn takes_away(&self) -> bool {
        matches!(
            self,
            Act::AccountClosed { .. } | Act::CredentialRevoked { .. } | Act::RoleWithdrawn { .. } | Act::RecoveryCompleted { .. }
        )
    }
}

/// In which role somebody acts for which organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// For whom.
    #[serde(with = "as_organisation")]
    pub organisation: Organisation,
    /// As what.
    #[serde(with = "as_role")]
    pub role: Role,
}

impl Post {
    /// Whether the organisation has such a role, as `access` says.
    pub fn exists(&self) -> bool {
        Viewer::of(&"0".repeat(32), self.organisation.clone(), self.role, Vec::new()).is_ok()
    }
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// Somebody who was signed in.
    Account(AccountId),
    /// The shell of whoever owns the folder.
    Operator,
}

impl By {
    /// The text that stands in the body.
    pub fn text(&self) -> String {
        match self {
            By::Account(id) => id.to_string(),
            By::Operator => "operator".to_owned(),
        }
    }

    /// Who is meant by a text.
    pub fn parse(text: &str) -> Option<By> {
        match text {
            "operator" => Some(By::Operator),
            _ => AccountId::parse(text).map(By::Account),
        }
    }
}

/// Who writes an entry of people, and for whose eyes.
#[derive(Clone, Debug)]
pub struct Writer {
    /// The author of the entry.
    pub author: Author,
    /// Who did it, by account.
    pub by: By,
    /// Who may know it: for acts on a matter, not wider than the matter.
    pub audience: Audience,
    /// The ground on which it is not public.
    pub basis: String,
}

/// An act that cannot be written as an entry.
#[derive(Debug, thiserror::Error)]
#[error("{kind} cannot be recorded: {reason}")]
pub struct ActError {
    /// Which kind.
    kind: String,
    /// Why not.
    reason: String,
}

impl Writer {
    /// The draft of an act about an account. `matter` is the matter for those acts that are on one; the others
    /// stand in the matter of the account, whatever is given.
    ///
    /// # Errors
    /// The act has a text that no entry may hold; says which and how to mend it.
    pub fn draft(&self, outside: &dyn Outside, account: &AccountId, matter: &str, act: &Act) -> Result<Draft, ActError> {
        let (kind, mut body) = split(act).ok_or_else(|| ActError {
            kind: "an act".to_owned(),
            reason: "one of its texts cannot stand in an entry; write it without control characters".to_owned(),
        })?;
        body.set("account", Value::Text(account.to_string()));
        body.set("by", Value::Text(self.by.text()));
        let mut id = [0; 16];
        outside.random(&mut id);
        let own = account.matter();
        let draft = Draft {
            id: EntryId::from_bytes(id),
            matter: if ON_MATTERS.contains(&kind.as_str()) { matter } else { &own }.to_owned(),
            kind,
            kind_v: 1,
            effective: When::In(Span::Day(day_in_the_hague(outside.now()))),
            author: self.author.clone(),
            on_behalf_of: None,
            audience: self.audience.clone(),
            basis: Some(self.basis.clone()),
            source: None,
            corrects: None,
            about: Vec::new(),
            attachments: Vec::new(),
            body,
        };
        draft.check().map_err(|e| ActError {
            kind: draft.kind.clone(),
            reason: e.to_string(),
        })?;
        Ok(draft)
    }
}

/// An act as an entry recalls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalled {
    /// About whom.
    pub account: AccountId,
    /// By whom.
    pub by: By,
    /// In which matter.
    pub matter: String,
    /// What.
    pub act: Act,
}

impl Recalled {
    /// The act of an entry; none where the entry is of another kind or version, or where it stands in a matter
    /// in which such an act may not stand: who may write in one matter can say nothing about somebody's account.
    pub fn of(entry: &Entry) -> Option<Recalled> {
        if entry.kind_v != 1 || !KINDS.contains(&entry.kind.as_str()) {
            return None;
        }
        let account = AccountId::parse(entry.body.get_text("account")?)?;
        let by = By::parse(entry.body.get_text("by")?)?;
        let on_a_matter = ON_MATTERS.contains(&entry.kind.as_str());
        if on_a_matter == entry.matter.starts_with("account-") || !(on_a_matter || entry.matter == account.matter()) {
            return None;
        }
        Some(Recalled {
            account,
            by,
            matter: entry.matter.clone(),
            act: join(&entry.kind, &entry.body)?,
        })
    }
}

/// Kind and body of an act.
fn split(act: &Act) -> Option<(String, Object)> {
    let whole = Object::parse(&serde_json::to_vec(act).ok()?).ok()?;
    let kind = whole.get_text("kind")?.to_owned();
    let mut body = Object::new();
    for (name, value) in whole.members().filter(|(name, _)| *name != "kind") {
        body.set(name, value.clone());
    }
    Some((kind, body))
}

/// The act of kind and body.
fn join(kind: &str, body: &Object) -> Option<Act> {
    let mut whole = Object::new().text("kind", kind);
    for (name, value) in body.members().filter(|(name, _)| !["account", "by"].contains(name)) {
        whole.set(name, value.clone());
    }
    serde_json::from_slice(&whole.canonical()).ok()
}

/// Ways of writing as one text what has a text of its own.
macro_rules! as_text {
    ($module:ident, $sort:ty, $text:expr, $parse:expr, $what:literal) => {
        pub(crate) mod $module {
            use super::*;
            use serde::{Deserializer, Serializer, de};

            pub(crate) fn serialize<S: Serializer>(what: &$sort, serializer: S) -> Result<S::Ok, S::Error> {
                let text: fn(&$sort) -> String = $text;
                serializer.serialize_str(&text(what))
            }

            pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$sort, D::Error> {
                let parse: fn(&str) -> Option<$sort> = $parse;
                let text = String::deserialize(deserializer)?;
                parse(&text).ok_or_else(|| de::Error::custom(concat!("not ", $what)))
            }
        }
    };
}

as_text!(as_entry, EntryId, |id| id.to_string(), EntryId::parse, "the id of an entry");
as_text!(as_level, Level, |level| level.word().to_owned(), Level::from_word, "a level");
as_text!(as_role, Role, |role| role.word().to_owned(), Role::from_word, "a role");
as_text!(
    as_scope,
    Scope,
    |scope| scope.word().to_owned(),
    Scope::from_word,
    "a scope of a token"
);
as_text!(
    as_organisation,
    Organisation,
    Organisation::text,
    Organisation::parse,
    "an organisation"
);
