//! Coming in, staying and going: signing in, links taken up, sessions, further credentials.

use super::{Actor, People, PeopleError, Roll};
use crate::account::{Account, AccountId};
use crate::act::{Act, Post};
use crate::credential::{Certificate, Credential, Means};
use crate::desk::StoreError;
use crate::invitation::Invitation;
use crate::oidc::Proven;
use crate::passkey::{Assertion, Ceremonies, RelyingParty, SignedIn, Started};
use crate::refusal::{Refusal, SignInError};
use crate::session::{Browser, Session, SessionError};
use crate::token::{Key, Token};
use access::Action;
use register::audit::{Act as Audited, Who};

/// Somebody who is signed in, for one request.
#[derive(Clone, Debug)]
pub struct Visit {
    /// How.
    pub session: Session,
    /// Who.
    pub account: Account,
    /// As what; none until they chose one of several roles, or where they have none.
    pub actor: Option<Actor>,
}

/// A way to prove who one is that is not a passkey. Made only where it was proven.
#[derive(Clone, Debug)]
pub enum Proof {
    /// An institution's own provider says so.
    Provider(Proven),
    /// The certificate of the connection, which the server has checked.
    Certificate(Certificate),
}

impl Proof {
    /// The means that it is.
    fn means(&self) -> Means {
        match self {
            Proof::Provider(proven) => Means::Provider(proven.identity().clone()),
            Proof::Certificate(certificate) => Means::Certificate(certificate.clone()),
        }
    }
}

impl People {
    /// Who holds a session by this token, as they are now; none where it is over.
    ///
    /// # Errors
    /// Record or desk cannot be read or written.
    pub async fn visit(&self, token: &Token) -> Result<Option<Visit>, StoreError> {
        let Some(claimed) = self.sessions().find(token).await? else {
            return Ok(None);
        };
        let roll = self.roll().await?;
        let account = roll.account(claimed.account());
        let (Some(account), Ok(session)) = (account.cloned(), claimed.enter(account)) else {
            return Ok(None);
        };
        self.sessions().touch(&session).await?;
        let now = self.outside().now();
        let viewer = session.post().and_then(|post| roll.viewer(&account, post, now));
        let actor = viewer.map(|viewer| Actor::of(viewer, *account.id(), account.name(), session.is_fresh(now)));
        Ok(Some(Visit { session, account, actor }))
    }

    /// Begins a sign-in by passkey.
    ///
    /// # Errors
    /// The desk cannot be written.
    pub async fn begin_sign_in(&self, party: &RelyingParty) -> Result<Started, SignInError> {
        self.ceremonies(party).begin_sign_in().await
    }

    /// Finishes it with the browser's answer, and begins a session.
    ///
    /// # Errors
    /// Refused, which is audited, or record or desk cannot be read or written.
    pub async fn finish_sign_in(&self, party: &RelyingParty, begun: &Token, answer: &str, browser: Browser) -> Result<Token, SignInError> {
        let signed_in = self.signed_in(party, begun, answer).await;
        let claimed = Assertion::parse(answer).ok().map(|answer| answer.account());
        let signed_in = self.audited(claimed.as_ref(), signed_in).await?;
        self.begin_session(&signed_in, browser).await
    }

    async fn signed_in(&self, party: &RelyingParty, begun: &Token, answer: &str) -> Result<SignedIn, SignInError> {
        let roll = self.roll().await?;
        let answer = Assertion::parse(answer)?;
        let account = roll.account(&answer.account());
        self.ceremonies(party).finish_sign_in(begun, &answer, account).await
    }

    /// Begins a session of whoever proved otherwise who they are.
    ///
    /// # Errors
    /// Nobody with an open account is meant, which is audited, or record or desk cannot be read or written.
    pub async fn sign_in_by(&self, proof: &Proof, browser: Browser) -> Result<Token, SignInError> {
        let signed_in = self.proven(proof).await;
        let signed_in = self.audited(None, signed_in).await?;
        self.begin_session(&signed_in, browser).await
    }

    async fn proven(&self, proof: &Proof) -> Result<SignedIn, SignInError> {
        let roll = self.roll().await?;
        let key = proof.means().key();
        let account = roll.by_credential(&key);
        match proof {
            Proof::Provider(proven) => Ok(proven.sign_in(account)?),
            Proof::Certificate(_) => {
                let account = account.ok_or(Refusal::UnknownCredential)?;
                if !account.is_open() {
                    return Err(Refusal::AccountClosed.into());
                }
                Ok(self.now_by(account, key))
            }
        }
    }

    pub(super) fn now_by(&self, account: &Account, credential: Key) -> SignedIn {
        SignedIn {
            account: *account.id(),
            credential,
            at: self.outside().now(),
            notes: Vec::new(),
        }
    }

    /// Tells of a refusal; `account` is the one that was named. One that is not open is as good as none.
    pub(super) async fn audited<T>(&self, account: Option<&AccountId>, signed_in: Result<T, SignInError>) -> Result<T, SignInError> {
        if let Err(SignInError::Refused(refusal)) = &signed_in {
            self.tell_refused(account, refusal.word()).await?;
        }
        signed_in
    }

    pub(super) async fn tell_refused(&self, account: Option<&AccountId>, why: &'static str) -> Result<(), StoreError> {
        let roll = self.roll().await?;
        let open = account
            .and_then(|account| roll.account(account))
            .filter(|account| account.is_open());
        let open = open.map(|account| account.id().to_string());
        self.audit.sign_in_refused(why, open.as_deref()).await
    }

    pub(super) async fn begin_session(&self, signed_in: &SignedIn, browser: Browser) -> Result<Token, SignInError> {
        let roll = self.roll().await?;
        let account = roll.account(signed_in.account()).ok_or(Refusal::UnknownCredential)?;
        let who = Who::Person {
            account: account.id().to_string(),
            organisation: super::roll::home(account).text(),
            role: only_post(account).map_or(String::new(), |post| post.role.word().to_owned()),
        };
        let event = self.audit.event(Audited::SignedIn, who).about(&account.id().to_string());
        let event = match signed_in.notes().first() {
            Some(_) => event.detail("backup-of-passkey-changed"),
            None => event,
        };
        self.audit.write(&[event]).await?;
        self.sessions()
            .begin(signed_in, account, browser)
            .await
            .map_err(|error| match error {
                SessionError::Desk(error) => SignInError::Desk(error),
                SessionError::Over | SessionError::NotHeld | SessionError::NotFresh => Refusal::AccountClosed.into(),
            })
    }

    /// Begins to show once more who somebody is, by the passkey with which their session began.
    ///
    /// # Errors
    /// The session began with something else, or the desk cannot be written.
    pub async fn begin_verification(&self, party: &RelyingParty, visit: &Visit) -> Result<Started, SignInError> {
        self.ceremonies(party).begin_verification(&visit.session, &visit.account).await
    }

    /// Finishes it; the token of the session is a new one.
    ///
    /// # Errors
    /// Refused, which is audited, or the session is over.
    pub async fn finish_verification(
        &self,
        party: &RelyingParty,
        begun: &Token,
        visit: &Visit,
        answer: &str,
    ) -> Result<Token, SignInError> {
        let verified = self.verified(party, begun, visit, answer).await;
        let verified = self.audited(Some(visit.account.id()), verified).await?;
        self.verified_again(visit, &verified).await
    }

    async fn verified(&self, party: &RelyingParty, begun: &Token, visit: &Visit, answer: &str) -> Result<SignedIn, SignInError> {
        let answer = Assertion::parse(answer)?;
        self.ceremonies(party)
            .finish_verification(begun, &visit.session, &answer, &visit.account)
            .await
    }

    /// The same for whoever proved it otherwise, by what their session began with.
    ///
    /// # Errors
    /// They proved to be somebody else, which is audited, or the session is over.
    pub async fn verify_by(&self, proof: &Proof, visit: &Visit) -> Result<Token, SignInError> {
        let proven = self.proven(proof).await.and_then(|proven| {
            let same = proven.account == *visit.session.account() && proven.credential == *visit.session.credential();
            if same { Ok(proven) } else { Err(Refusal::OtherAccount.into()) }
        });
        let proven = self.audited(Some(visit.account.id()), proven).await?;
        self.verified_again(visit, &proven).await
    }

    pub(super) async fn verified_again(&self, visit: &Visit, verified: &SignedIn) -> Result<Token, SignInError> {
        let event = self.audit.event(Audited::VerifiedAgain, self.who(visit));
        self.audit.write(&[event]).await?;
        self.sessions()
            .verified(&visit.session, verified)
            .await
            .map_err(|error| match error {
                SessionError::Desk(error) => SignInError::Desk(error),
                SessionError::Over | SessionError::NotHeld | SessionError::NotFresh => Refusal::OtherPurpose.into(),
            })
    }

    /// Chooses, or changes, the role of a session; its token is a new one.
    ///
    /// # Errors
    /// They do not hold it, did not show lately who they are, or the session is over.
    pub async fn choose(&self, visit: &Visit, post: &Post) -> Result<Token, SessionError> {
        self.sessions().choose(&visit.session, &visit.account, post).await
    }

    /// Ends a session of the visitor: this one, or another of theirs. Whether there was one.
    ///
    /// # Errors
    /// Desk or audit cannot be written.
    pub async fn end_session(&self, visit: &Visit, key: &Key) -> Result<bool, StoreError> {
        let own = visit.session.key() == key;
        let act = if own { Audited::SignedOut } else { Audited::SessionEnded };
        let under_way = self.sessions().list(visit.account.id()).await?;
        if !under_way.iter().any(|listed| listed.key == *key) {
            return Ok(false);
        }
        self.audit.write(&[self.audit.event(act, self.who(visit))]).await?;
        self.sessions().end(visit.account.id(), key).await
    }

    /// What a link is for. Changes nothing.
    ///
    /// # Errors
    /// The link is used, too old or none, or the desk cannot be read.
    pub async fn look(&self, link: &Token) -> Result<Invitation, SignInError> {
        self.invitations().look(link).await
    }

    /// Takes a link up, when its button was pressed; gives what the browser needs to go on.
    ///
    /// # Errors
    /// The link is used, too old or none, or the desk cannot be written.
    pub async fn accept(&self, link: &Token) -> Result<(Token, Invitation), SignInError> {
        self.invitations().accept(link).await
    }

    /// What was taken up.
    ///
    /// # Errors
    /// It is finished, too old or none, or the desk cannot be read.
    pub async fn joining(&self, joining: &Token) -> Result<Invitation, SignInError> {
        self.invitations().joining(joining).await
    }

    /// Begins to make the passkey of somebody who took a link up.
    ///
    /// # Errors
    /// Nothing was taken up, or the desk cannot be written.
    pub async fn begin_joining(&self, party: &RelyingParty, joining: &Token) -> Result<Started, SignInError> {
        let invitation = self.invitations().joining(joining).await?;
        let ceremonies = self.ceremonies(party);
        ceremonies.begin_registration(&invitation.account, &invitation.name, &[]).await
    }

    /// Finishes it: the account opens, or comes back to its owner, and a session begins.
    ///
    /// # Errors
    /// Refused, which is audited, or record or desk cannot be read or written.
    pub async fn finish_joining(
        &self,
        party: &RelyingParty,
        joining: &Token,
        begun: &Token,
        answer: &str,
        passkey: &str,
        browser: Browser,
    ) -> Result<Token, SignInError> {
        let invitation = self.invitations().joining(joining).await?;
        let ceremonies = self.ceremonies(party);
        let made = ceremonies.finish_registration(begun, &invitation.account, answer, passkey).await;
        let credential = self.audited(Some(&invitation.account), made).await?;
        self.join(joining, credential, browser).await
    }

    /// The same for whoever proved otherwise who they are, and signs in so from then on.
    ///
    /// # Errors
    /// As for [`People::finish_joining`]; also where somebody else signs in so already.
    pub async fn join_by(&self, joining: &Token, proof: &Proof, name: &str, browser: Browser) -> Result<Token, SignInError> {
        let credential = Credential {
            name: name.to_owned(),
            means: proof.means(),
        };
        self.join(joining, credential, browser).await
    }

    pub(super) async fn join(&self, joining: &Token, credential: Credential, browser: Browser) -> Result<Token, SignInError> {
        let acting = self.acting.lock().await;
        let roll = self.roll().await?;
        refuse_taken(&roll, &credential)?;
        let invitation = self.invitations().finish(joining).await?;
        let account = roll.account(&invitation.account).ok_or(Refusal::UnknownCredential)?;
        let key = credential.key();
        let acts = invitation.acts(account, roll.recovery(account.id()).as_ref(), credential)?;
        // Whoever comes by a link acts for themselves from here on.
        let viewer = access::Viewer::public();
        let owner = Actor::of(viewer, *account.id(), account.name(), true);
        let audited = |act: &Act| match act {
            Act::AccountOpened => Audited::AccountOpened,
            Act::CredentialAdded { .. } => Audited::CredentialAdded,
            Act::CredentialRevoked { .. } => Audited::CredentialRevoked,
            Act::RoleGranted { .. } => Audited::RoleGranted,
            _ => Audited::RecoveryUsed,
        };
        let acts: Vec<(Act, Audited)> = acts.into_iter().map(|act| (act.clone(), audited(&act))).collect();
        self.act(&owner, &roll, account.id(), &acts).await.map_err(only_store)?;
        drop(acting);
        let roll = self.roll().await?;
        let account = roll.account(&invitation.account).ok_or(Refusal::UnknownCredential)?;
        self.sessions().end_all(account.id()).await?;
        self.begin_session(&self.now_by(account, key), browser).await
    }

    /// Begins to add a further passkey.
    ///
    /// # Errors
    /// They did not show lately who they are, or the desk cannot be written.
    pub async fn begin_adding(&self, party: &RelyingParty, visit: &Visit) -> Result<Started, PeopleError> {
        self.must_be_fresh(visit)?;
        let ceremonies = self.ceremonies(party);
        let begun = ceremonies
            .begin_registration(visit.account.id(), visit.account.name(), visit.account.credentials())
            .await;
        begun.map_err(refused_or_store)
    }

    /// Finishes it. `name` is what the owner calls it.
    ///
    /// # Errors
    /// Refused, they did not show lately who they are, or record or desk cannot be written.
    pub async fn finish_adding(
        &self,
        party: &RelyingParty,
        begun: &Token,
        visit: &Visit,
        answer: &str,
        name: &str,
    ) -> Result<(), PeopleError> {
        self.must_be_fresh(visit)?;
        let name = crate::name::read(name)?;
        let ceremonies = self.ceremonies(party);
        let made = ceremonies.finish_registration(begun, visit.account.id(), answer, &name).await;
        self.add(visit, made.map_err(refused_or_store)?).await
    }

    /// Adds another way to sign in that was proven.
    ///
    /// # Errors
    /// Somebody signs in so already, they did not show lately who they are, or record or desk cannot be written.
    pub async fn add_by(&self, visit: &Visit, proof: &Proof, name: &str) -> Result<(), PeopleError> {
        self.must_be_fresh(visit)?;
        let name = crate::name::read(name)?;
        let means = proof.means();
        self.add(visit, Credential { name, means }).await
    }

    async fn add(&self, visit: &Visit, credential: Credential) -> Result<(), PeopleError> {
        let _acting = self.acting.lock().await;
        let roll = self.roll().await?;
        refuse_taken(&roll, &credential).map_err(refused_or_store)?;
        let owner = self.owner(visit);
        let act = Act::CredentialAdded { credential };
        self.act(&owner, &roll, visit.account.id(), &[(act, Audited::CredentialAdded)])
            .await?;
        Ok(())
    }

    fn must_be_fresh(&self, visit: &Visit) -> Result<(), PeopleError> {
        if visit.session.is_fresh(self.outside().now()) {
            Ok(())
        } else {
            Err(PeopleError::NotFresh)
        }
    }

    /// Somebody as the owner of their account, whatever their role.
    pub fn owner(&self, visit: &Visit) -> Actor {
        visit.actor.clone().unwrap_or_else(|| {
            let fresh = visit.session.is_fresh(self.outside().now());
            Actor::of(access::Viewer::public(), *visit.account.id(), visit.account.name(), fresh)
        })
    }

    /// Whether an act that asks fresh verification may be done now.
    pub fn is_fresh(&self, visit: &Visit, action: Action) -> bool {
        !access::table::asks(action).fresh || visit.session.is_fresh(self.outside().now())
    }

    /// As whom the audit names a visitor.
    fn who(&self, visit: &Visit) -> Who {
        let id = visit.account.id().to_string();
        let post = visit.session.post();
        Who::Person {
            account: id,
            organisation: post
                .map_or_else(|| super::roll::home(&visit.account), |post| post.organisation.clone())
                .text(),
            role: post.map_or(String::new(), |post| post.role.word().to_owned()),
        }
    }

    pub(super) fn ceremonies<'a>(&'a self, party: &'a RelyingParty) -> Ceremonies<'a> {
        Ceremonies {
            party,
            desk: self.desk.as_ref(),
            outside: self.outside(),
        }
    }
}

fn refuse_taken(roll: &Roll, credential: &Credential) -> Result<(), SignInError> {
    match roll.by_credential(&credential.key()) {
        Some(_) => Err(Refusal::AlreadyAdded.into()),
        None => Ok(()),
    }
}

/// The post of whoever has one alone.
fn only_post(account: &Account) -> Option<&Post> {
    let mut posts = account.posts().iter();
    posts.next().filter(|_| posts.next().is_none())
}

fn only_store(error: PeopleError) -> SignInError {
    match error {
        PeopleError::Store(error) => SignInError::Desk(error),
        _ => Refusal::Malformed.into(),
    }
}

pub(super) fn refused_or_store(error: SignInError) -> PeopleError {
    match error {
        SignInError::Desk(error) => PeopleError::Store(error),
        SignInError::Refused(_) => PeopleError::NotAccepted,
    }
}
