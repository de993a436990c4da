//! Why a sign-in was refused. The reason is for the log and the auditor; the person, and so an attacker, gets
//! one text for all of them.

use crate::desk::StoreError;

/// Why nobody was signed in, or nothing was added. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// The browser holds no token of a ceremony that was begun, or that ceremony was used already.
    NoCeremony,
    /// The ceremony was begun too long ago.
    Expired,
    /// The ceremony was begun for something else: another act, account or session.
    OtherPurpose,
    /// The answer is not in the form that browsers give.
    Malformed,
    /// The credential is not one of an open account.
    UnknownCredential,
    /// The credential is one of somebody's already.
    AlreadyAdded,
    /// The answer names another account than that of the credential.
    OtherAccount,
    /// The answer is to another challenge: replayed, or stolen from another browser.
    OtherChallenge,
    /// The answer was given on a page of another origin.
    OtherOrigin,
    /// The answer was given within a frame of another origin.
    CrossOrigin,
    /// The authenticator answered for another site.
    OtherSite,
    /// Nobody touched the authenticator.
    NotPresent,
    /// The authenticator did not verify who used it.
    NotVerified,
    /// The authenticator's flags contradict each other.
    Flags,
    /// The public key is of a kind that was not asked for.
    KeyKind,
    /// The signature is not that of the credential.
    Signature,
    /// The counter did not rise: the authenticator may have been cloned, or two answers came at once.
    Counter,
    /// The account is closed, or not open yet.
    AccountClosed,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Refusal; 18] = [
        Refusal::NoCeremony,
        Refusal::Expired,
        Refusal::OtherPurpose,
        Refusal::Malformed,
        Refusal::UnknownCredential,
        Refusal::AlreadyAdded,
        Refusal::OtherAccount,
        Refusal::OtherChallenge,
        Refusal::OtherOrigin,
        Refusal::CrossOrigin,
        Refusal::OtherSite,
        Refusal::NotPresent,
        Refusal::NotVerified,
        Refusal::Flags,
        Refusal::KeyKind,
        Refusal::Signature,
        Refusal::Counter,
        Refusal::AccountClosed,
    ];

    /// The word that stands in the log and the audit.
    pub fn word(self) -> &'static str {
        match self {
            Refusal::NoCeremony => "no-ceremony",
            Refusal::Expired => "expired",
            Refusal::OtherPurpose => "other-purpose",
            Refusal::Malformed => "malformed",
            Refusal::UnknownCredential => "unknown-credential",
            Refusal::AlreadyAdded => "already-added",
            Refusal::OtherAccount => "other-account",
            Refusal::OtherChallenge => "other-challenge",
            Refusal::OtherOrigin => "other-origin",
            Refusal::CrossOrigin => "cross-origin",
            Refusal::OtherSite => "other-site",
            Refusal::NotPresent => "not-present",
            Refusal::NotVerified => "not-verified",
            Refusal::Flags => "flags",
            Refusal::KeyKind => "key-kind",
            Refusal::Signature => "signature",
            Refusal::Counter => "counter",
            Refusal::AccountClosed => "account-closed",
        }
    }
}

/// A sign-in or a registration that did not come about. Its text is the same whatever the reason.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Refused; why is for the log and the auditor.
    #[error("this did not work; begin again, and if it fails again ask those who administer your organisation's accounts")]
    Refused(Refusal),
    /// The desk cannot be read or written.
    #[error("nobody can be signed in at the moment; try again in some minutes")]
    Desk(#[from] StoreError),
}

impl From<Refusal> for SignInError {
    fn from(refusal: Refusal) -> SignInError {
        SignInError::Refused(refusal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_refusal_has_one_text_for_the_person_and_a_word_of_its_own_for_the_auditor() {
        let texts: BTreeSet<String> = Refusal::ALL.iter().map(|r| SignInError::from(*r).to_string()).collect();
        assert_eq!(texts.len(), 1);
        let words: BTreeSet<&str> = Refusal::ALL.iter().map(|r| r.word()).collect();
        assert_eq!(words.len(), Refusal::ALL.len());
    }
}
