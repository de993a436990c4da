//! Who acts, and why an act is refused.

use crate::account::AccountId;
use crate::act::{ActError, By};
use crate::desk::StoreError;
use crate::name::NameError;
use crate::recovery::RecoveryError;
use access::{Action, On, Viewer, may, table};
use record::entry::Author;
use register::audit::Who;

/// Somebody who acts: signed in and in one role, or at the shell of whoever owns the folder.
#[derive(Clone, Debug)]
pub struct Actor {
    viewer: Viewer,
    by: By,
    author: Author,
    name: String,
    fresh: bool,
}

impl Actor {
    /// The shell of whoever owns the folder, used by an officer of this name.
    pub fn operator(officer: &str) -> Actor {
        Actor {
            viewer: Viewer::operator(),
            by: By::Operator,
            author: Author::Officer(officer.to_owned()),
            name: officer.to_owned(),
            fresh: true,
        }
    }

    /// Somebody signed in; `fresh` where they showed within the last minutes who they are.
    pub(super) fn of(viewer: Viewer, account: AccountId, name: &str, fresh: bool) -> Actor {
        Actor {
            viewer,
            by: By::Account(account),
            author: Author::Account(account.to_string()),
            name: name.to_owned(),
            fresh,
        }
    }

    /// As whom they look at the record.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// By which account they act.
    pub fn by(&self) -> &By {
        &self.by
    }

    /// As whom they write.
    pub fn author(&self) -> &Author {
        &self.author
    }

    /// Their account; none at the shell.
    pub fn account(&self) -> Option<&AccountId> {
        match &self.by {
            By::Account(id) => Some(id),
            By::Operator => None,
        }
    }

    /// As whom the audit names them.
    pub fn who(&self) -> Who {
        match self.by {
            By::Operator => Who::operator(&self.name),
            By::Account(id) => match Who::of(&self.viewer) {
                // Whoever chose no role yet acts for themselves.
                Who::Nobody => Who::Person {
                    account: id.to_string(),
                    organisation: String::new(),
                    role: String::new(),
                },
                who => who,
            },
        }
    }

    /// Asks the one decision, and that the actor showed again who they are where the action asks it.
    ///
    /// # Errors
    /// [`PeopleError::NotAllowed`] or [`PeopleError::NotFresh`], in this order: whoever may not is not asked to.
    pub fn check(&self, action: Action, on: On) -> Result<(), PeopleError> {
        if !may(&self.viewer, action, on) {
            return Err(PeopleError::NotAllowed);
        }
        self.check_fresh(action)
    }

    pub(super) fn check_fresh(&self, action: Action) -> Result<(), PeopleError> {
        if table::asks(action).fresh && !self.fresh {
            return Err(PeopleError::NotFresh);
        }
        Ok(())
    }
}

/// Why an act on people was refused. Closed; the text says how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// The role does not give it.
    #[error("your role does not give you this; ask those who administer your organisation's accounts")]
    NotAllowed,
    /// It is long ago that they showed who they are.
    #[error("show once more who you are, and go on")]
    NotFresh,
    /// Nobody has this account, as far as the actor may know.
    #[error("there is no such account; take it from the list of people")]
    NoSuchAccount,
    /// There is no such matter, as far as the actor may know.
    #[error("there is no such matter; take its name from its page")]
    NoSuchMatter,
    /// There is no such request, or it is over.
    #[error("there is no such request, or it is over")]
    NoSuchRequest,
    /// The account is closed.
    #[error("the account is closed for good; whoever comes back is invited anew")]
    Closed,
    /// The owner has not come yet.
    #[error("the account is not open yet: its owner has not used the invitation; send another link")]
    NotOpen,
    /// The owner has come already.
    #[error("the account is open already; its owner signs in, or asks for recovery")]
    Open,
    /// The organisation has no such role.
    #[error("this organisation has no such role; choose another")]
    NoSuchPost,
    /// A team has no case, and none is given.
    #[error("a team is taken in for its case: say which, by its number")]
    CaseMissing,
    /// It is no number of a case, or the organisation is no team.
    #[error("a case is given by its number, such as ICC-02/04-01/05, and for a team alone")]
    NoCase,
    /// The team has another case.
    #[error("this team was taken in for another case and stays with it; take in another team, under a short name of its own")]
    CaseStands,
    /// The matter is about another case than that of their team.
    #[error("this matter is about another case than that of their team")]
    OfAnotherCase,
    /// They have the role.
    #[error("they have this role already")]
    HeldAlready,
    /// They do not have the role, credential or assignment.
    #[error("they do not have it, or no longer")]
    NotHeld,
    /// It is the last credential with which they can sign in.
    #[error("this is the last way in which you can sign in; add another first")]
    LastCredential,
    /// It is the account of a program.
    #[error("this is the account of a program, at which nobody signs in; make a token for it, or close it")]
    Service,
    /// It is somebody's own account, who makes their own tokens.
    #[error("somebody's own tokens are made by themselves, on the page of their account")]
    NoService,
    /// There is such a program already.
    #[error("there is a program of this name in this role already; make a token for that one, or give this one another name")]
    ProgramThere,
    /// The account has as many tokens as may be.
    #[error(
        "the account has {} tokens, as many as may be; revoke one that is used no more",
        crate::access_token::MOST
    )]
    TooManyTokens,
    /// The name is none.
    #[error(transparent)]
    Name(#[from] NameError),
    /// Somebody of the organisation bears a name that could be taken for it.
    #[error("somebody of this organisation has a name like it: {0}; if they are two persons, confirm that you mean another")]
    Alike(String),
    /// No reason was given.
    #[error("say why")]
    NoReason,
    /// The reason is longer than [`super::accounts::LONGEST_REASON`].
    #[error("the reason is longer than 1,000 characters; write a shorter one")]
    LongReason,
    /// A text holds a sign that cannot stand in the record.
    #[error(transparent)]
    Text(#[from] ActError),
    /// The end lies in the past or too far away.
    #[error("the end must lie after now, and not more than {0} days ahead")]
    Until(i64),
    /// The matter's audience does not let them in.
    #[error("this matter is not open to their role: open it to their organ, State, organisation or team first")]
    NotLetIn,
    /// It takes a second person, and the shell cannot be that one.
    #[error(
        "a second person of the same organ or State grants it, on the page of emergency access, where they show again who they \
         are; at the shell nobody knows whose account is theirs. If nobody is left who could, assign the matter for as long as \
         it takes (`comity admin assign`, then `comity admin unassign`): the audit names it as what it is"
    )]
    NotAtTheShell,
    /// What a browser or provider said was not accepted.
    #[error("this did not work; begin again, and if it fails again ask those who administer your organisation's accounts")]
    NotAccepted,
    /// A recovery cannot go on.
    #[error(transparent)]
    Recovery(#[from] RecoveryError),
    /// Record or desk cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl PeopleError {
    /// The word by which the texts of each language know it.
    pub fn word(&self) -> &'static str {
        match self {
            PeopleError::NotAllowed => "not-allowed",
            PeopleError::NotFresh => "not-fresh",
            PeopleError::NoSuchAccount => "no-such-account",
            PeopleError::NoSuchMatter => "no-such-matter",
            PeopleError::NoSuchRequest => "no-such-request",
            PeopleError::Closed => "closed",
            PeopleError::NotOpen => "not-open",
            PeopleError::Open => "open",
            PeopleError::NoSuchPost => "no-such-post",
            PeopleError::CaseMissing => "case-missing",
            PeopleError::NoCase => "no-case",
            PeopleError::CaseStands => "case-stands",
            PeopleError::OfAnotherCase => "of-another-case",
            PeopleError::HeldAlready => "held-already",
            PeopleError::NotHeld => "not-held",
            PeopleError::LastCredential => "last-credential",
            PeopleError::Service => "service",
            PeopleError::NoService => "no-service",
            PeopleError::ProgramThere => "program-there",
            PeopleError::TooManyTokens => "too-many-tokens",
            PeopleError::Name(NameError::Missing) => "name-missing",
            PeopleError::Name(NameError::TooLong) => "name-too-long",
            PeopleError::Name(NameError::Unseen) => "name-unseen",
            PeopleError::Alike(_) => "alike",
            PeopleError::NoReason => "no-reason",
            PeopleError::LongReason => "long-reason",
            PeopleError::Text(_) => "text",
            PeopleError::Until(_) => "until",
            PeopleError::NotLetIn => "not-let-in",
            PeopleError::NotAtTheShell => "not-at-the-shell",
            PeopleError::NotAccepted => "not-accepted",
            PeopleError::Recovery(error) => match error {
                RecoveryError::Over => "recovery-over",
                RecoveryError::TooOld => "recovery-too-old",
                RecoveryError::Own => "recovery-own",
                RecoveryError::Twice => "recovery-twice",
                RecoveryError::Approved => "recovery-approved",
                RecoveryError::NotOfTheOrganisation => "recovery-not-of-the-organisation",
                RecoveryError::Approver => "recovery-approver",
                RecoveryError::UnderWay => "recovery-under-way",
                RecoveryError::NotApproved => "recovery-not-approved",
                RecoveryError::Waiting(_) => "recovery-waiting",
            },
            PeopleError::Store(_) => "store",
        }
    }
}
