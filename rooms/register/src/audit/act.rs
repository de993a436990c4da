//! What the audit tells apart. Closed: what is not here is not written.

/// Makes the enum, the list of all and the words out of one table.
macro_rules! acts {
    ($($(#[$doc:meta])+ $name:ident = $word:literal,)+) => {
        /// What was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Act {
            $($(#[$doc])+ $name,)+
        }

        impl Act {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [Act] = &[$(Act::$name,)+];

            /// The word that is kept, exported and asked for.
            pub fn word(self) -> &'static str {
                match self {
                    $(Act::$name => $word,)+
                }
            }
        }
    };
}

acts! {
    /// The audit began here: nothing that was done before stands in it.
    AuditBegun = "audit-begun",
    /// The server was started.
    SystemStarted = "system-started",

    /// Somebody signed in.
    SignedIn = "signed-in",
    /// A sign-in was refused; the detail says why.
    SignInRefused = "sign-in-refused",
    /// Somebody showed again, for an act that asks it, that it is they.
    VerifiedAgain = "verified-again",
    /// Somebody signed out.
    SignedOut = "signed-out",
    /// A session was ended otherwise: by time, from another page, or by what was taken from the account.
    SessionEnded = "session-ended",

    /// A confidential or sealed matter was opened.
    MatterOpened = "matter-opened",
    /// Figures were shown into which confidential or sealed matters went; the count says how many matters.
    FiguresSeen = "figures-seen",
    /// Something was taken out of the program as a file; the detail says what, and of a matter for what ([`super::Purpose`]).
    Exported = "exported",
    /// The audit was read.
    AuditRead = "audit-read",
    /// A list of contacts was checked; the count says of how many.
    ContactsChecked = "contacts-checked",
    /// A register was searched for persons; the count says how many rows.
    RegisterScreened = "register-screened",

    /// A person was assigned to a matter.
    Assigned = "assigned",
    /// An assignment was ended.
    AssignmentEnded = "assignment-ended",
    /// An assignment was handed to a colleague for an absence.
    Delegated = "delegated",
    /// A delegation was ended before its time.
    DelegationEnded = "delegation-ended",
    /// Emergency access to a matter was asked for.
    EmergencyRequested = "emergency-requested",
    /// It was granted by a second person.
    EmergencyApproved = "emergency-approved",
    /// It was refused by a second person.
    EmergencyRefused = "emergency-refused",
    /// It was ended before its time.
    EmergencyEnded = "emergency-ended",
    /// A draft was deleted.
    DraftDeleted = "draft-deleted",

    /// A person was invited.
    Invited = "invited",
    /// An invitation was taken back before it was used.
    InvitationWithdrawn = "invitation-withdrawn",
    /// An account was opened with an invitation.
    AccountOpened = "account-opened",
    /// An account was closed.
    AccountClosed = "account-closed",
    /// A role was given; the detail names it.
    RoleGranted = "role-granted",
    /// A role was taken away; the detail names it.
    RoleWithdrawn = "role-withdrawn",
    /// A key to sign in with was added.
    CredentialAdded = "credential-added",
    /// A key to sign in with was revoked.
    CredentialRevoked = "credential-revoked",
    /// A token was made, by which a program acts for an account; the detail says for what.
    TokenIssued = "token-issued",
    /// A token was taken back.
    TokenRevoked = "token-revoked",
    /// A program acted by a token, for the first time on a day.
    TokenUsed = "token-used",
    /// A person who lost their keys asked, or was asked for, to be let in again.
    RecoveryRequested = "recovery-requested",
    /// A second person agreed.
    RecoveryApproved = "recovery-approved",
    /// A second person refused.
    RecoveryRefused = "recovery-refused",
    /// The person signed in with the new key.
    RecoveryUsed = "recovery-used",
    /// An organisation was taken in.
    OrganisationAdded = "organisation-added",
    /// An organisation was let go.
    OrganisationClosed = "organisation-closed",

    /// A matter was closed further.
    Narrowed = "narrowed",
    /// A matter was opened wider by a decision.
    Unsealed = "unsealed",
    /// A matter that was public by mistake was closed.
    WithdrawnFromPublic = "withdrawn-from-public",
    /// The erasure of entries was asked for.
    ErasureRequested = "erasure-requested",
    /// Another person ordered it, and their bodies went.
    ErasureOrdered = "erasure-ordered",
    /// It was declined, or taken back by whoever asked.
    ErasureDeclined = "erasure-declined",

    /// The master key was changed.
    MasterKeyChanged = "master-key-changed",
    /// A backup was made.
    BackupMade = "backup-made",
    /// The record was restored from a backup.
    Restored = "restored",

    /// Requests that were denied since the last such event; the count says how many.
    Denied = "denied",
    /// Requests for addresses that are unknown since the last such event; the count says how many.
    Unknown = "unknown",
}

impl Act {
    /// The act of a word.
    pub fn parse(word: &str) -> Option<Act> {
        Act::ALL.iter().copied().find(|act| act.word() == word)
    }

    /// Key of its name in the texts of each language.
    pub fn text_key(self) -> String {
        format!("audit-act-{}", self.word())
    }
}
