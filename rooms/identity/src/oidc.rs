//! Signing in at an institution's own provider (OpenID Connect Core 1.0): authorisation code with PKCE (RFC 7636),
//! state and nonce used once.
//!
//! Somebody is who the provider says by issuer and subject together. Nothing else that a provider says is read: an
//! e-mail address can pass to somebody else.

use crate::account::Account;
use crate::credential::{Means, ProviderIdentity};
use crate::desk::{Item, Shelf, SignInDesk, StoreError, in_force, to_value};
use crate::http::{Http, HttpError};
use crate::passkey::SignedIn;
use crate::passkey::ceremony::CHALLENGE_LIFE;
use crate::refusal::Refusal;
use crate::session::Session;
use crate::token::{Key, Token};
use chrono::{DateTime, Utc};
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreJwsSigningAlgorithm, CoreProviderMetadata};
use openidconnect::{
    AsyncHttpClient, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, DiscoveryError, HttpRequest,
    HttpResponse, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, TokenResponse,
};
use register::outside::Outside;
use serde::{Deserialize, Serialize};
use std::pin::Pin;
use std::sync::Mutex;

/// How far the provider's clock and ours may lie apart.
pub const SKEW: SignedDuration = SignedDuration::from_secs(30);

/// The algorithms by which an identity token may be signed: those with a public key. Not `none`, and none with a
/// secret that both sides share.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 5] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// A provider as it was configured.
#[derive(Clone)]
pub struct Settings {
    /// Its issuer URL, exactly as the provider writes it.
    pub issuer: String,
    /// Our id at the provider.
    pub client_id: String,
    /// Our secret at the provider, if it gave us one.
    pub client_secret: Option<String>,
    /// Where the provider sends people back to: a page of ours, as registered with the provider.
    pub redirect: String,
}

/// A provider of one institution, called by [`Http`] or, where its answers are given beforehand, by something else.
pub struct Provider<H = Http> {
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: Option<ClientSecret>,
    redirect: RedirectUrl,
    http: H,
}

/// A sign-in that was begun.
#[derive(Debug)]
pub struct Sent {
    /// What binds the way back to this browser: goes into a cookie.
    pub token: Token,
    /// Where the browser goes.
    pub to: String,
}

/// What came back in the address of our page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Returned {
    /// The state that we gave.
    pub state: Option<String>,
    /// The code, where the provider agreed.
    pub code: Option<String>,
    /// The provider's error, where it did not.
    pub error: Option<String>,
    /// The issuer, which newer providers add (RFC 9207).
    pub iss: Option<String>,
}

/// Why nobody was signed in by a provider's word. Closed; for the log and the auditor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProviderRefusal {
    /// The browser holds no token of a sign-in that was begun, or it was used already.
    NoCeremony,
    /// It was begun too long ago.
    Expired,
    /// It was begun at another provider, or for another session.
    OtherPurpose,
    /// The state is not the one that we gave: the way back was begun elsewhere.
    State,
    /// The provider said no.
    Denied,
    /// The provider refused the code: used already, or another's.
    Code,
    /// The provider says that it is another issuer.
    Issuer,
    /// The identity token is for somebody else than us.
    Audience,
    /// The identity token is an answer to another sign-in.
    Nonce,
    /// The identity token is not signed by a key of the provider, or in a way that is not accepted.
    Signature,
    /// The identity token tells of a sign-in long ago, where a fresh one was asked for.
    NotFresh,
    /// The answer is not in the form of the standard.
    Malformed,
}

impl ProviderRefusal {
    /// The word that stands in the log and the audit.
    pub fn word(self) -> &'static str {
        match self {
            ProviderRefusal::NoCeremony => "no-ceremony",
            ProviderRefusal::Expired => "expired",
            ProviderRefusal::OtherPurpose => "other-purpose",
            ProviderRefusal::State => "provider-state",
            ProviderRefusal::Denied => "provider-denied",
            ProviderRefusal::Code => "provider-code",
            ProviderRefusal::Issuer => "provider-issuer",
            ProviderRefusal::Audience => "provider-audience",
            ProviderRefusal::Nonce => "provider-nonce",
            ProviderRefusal::Signature => "provider-signature",
            ProviderRefusal::NotFresh => "provider-not-fresh",
            ProviderRefusal::Malformed => "malformed",
        }
    }
}

/// A sign-in at a provider that did not come about.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// What was configured cannot work; says what and how to mend it.
    #[error("{0}")]
    Settings(String),
    /// Refused; why is for the log and the auditor. One text for all.
    #[error("this did not work; begin again, and if it fails again ask those who administer your organisation's accounts")]
    Refused(ProviderRefusal),
    /// The clocks lie further apart than [`SKEW`].
    #[error(
        "the clock of your organisation's sign-in service and the clock of this server do not agree: {0}; ask those who run them to set the clock"
    )]
    Clock(String),
    /// The provider cannot be reached; why is for the log.
    #[error("your organisation's sign-in service does not answer; try again in some minutes, or use a passkey")]
    Unreachable(String),
    /// The desk cannot be read or written.
    #[error("nobody can be signed in at the moment; try again in some minutes")]
    Desk(#[from] StoreError),
}

impl From<ProviderRefusal> for ProviderError {
    fn from(refusal: ProviderRefusal) -> ProviderError {
        ProviderError::Refused(refusal)
    }
}

/// A sign-in that waits for its answer.
#[derive(Serialize, Deserialize)]
struct Begun {
    issuer: String,
    session: Option<Key>,
    state: String,
    nonce: String,
    verifier: String,
    at: Timestamp,
}

impl<H> Provider<H>
where
    H: for<'c> AsyncHttpClient<'c, Error = HttpError>,
{
    /// A provider; it is not called yet.
    ///
    /// # Errors
    /// [`ProviderError::Settings`].
    pub fn new(settings: Settings, http: H) -> Result<Provider<H>, ProviderError> {
        let wrong = |what: &str, text: &str| {
            ProviderError::Settings(format!(
                "the {what} {text:?} is not a URL; write it like https://sign-in.example.org"
            ))
        };
        if settings.client_id.is_empty() {
            let text = "the client id of the provider is empty; write the id that the provider gave us";
            return Err(ProviderError::Settings(text.to_owned()));
        }
        Ok(Provider {
            issuer: IssuerUrl::new(settings.issuer.clone()).map_err(|_| wrong("issuer", &settings.issuer))?,
            client_id: ClientId::new(settings.client_id),
            client_secret: settings.client_secret.map(ClientSecret::new),
            redirect: RedirectUrl::new(settings.redirect.clone()).map_err(|_| wrong("redirect", &settings.redirect))?,
            http,
        })
    }

    /// Its issuer URL, by which identities at it are told from those at others.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Begins a sign-in, or with a session a fresh verification of whoever has it: then the provider is asked to
    /// let them prove anew who they are.
    ///
    /// # Errors
    /// The provider cannot be reached or contradicts its settings, or the desk cannot be written.
    pub async fn begin(&self, desk: &dyn SignInDesk, outside: &dyn Outside, session: Option<&Session>) -> Result<Sent, ProviderError> {
        let metadata = self.discover().await?;
        let token = Token::new(outside);
        let [state, nonce, verifier] = [(); 3].map(|()| Token::new(outside).text());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
        let client = CoreClient::from_provider_metadata(metadata, self.client_id.clone(), self.client_secret.clone())
            .set_redirect_uri(self.redirect.clone());
        let ours = (CsrfToken::new(state.clone()), Nonce::new(nonce.clone()));
        let request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || ours.0, move || ours.1)
            .set_pkce_challenge(challenge);
        let request = match session {
            Some(_) => request.set_max_age(std::time::Duration::ZERO),
            None => request,
        };
        let (url, _, _) = request.url();
        let now = outside.now();
        let begun = Begun {
            issuer: self.issuer.to_string(),
            session: session.map(|session| *session.key()),
            state,
            nonce,
            verifier,
            at: now,
        };
        let item = Item {
            shelf: Shelf::Provider,
            key: token.key(),
            owner: None,
            expires: Some(now.saturating_add(CHALLENGE_LIFE).unwrap_or(Timestamp::MAX)),
            value: to_value(&begun)?,
        };
        desk.insert(&item).await?;
        Ok(Sent { token, to: url.into() })
    }

    /// Finishes it with what came back: who somebody is at the provider. `session` is the one for which it was
    /// begun, if it was. What was begun is used up either way.
    ///
    /// # Errors
    /// See [`ProviderError`].
    pub async fn finish(
        &self,
        desk: &dyn SignInDesk,
        outside: &dyn Outside,
        token: &Token,
        returned: &Returned,
        session: Option<&Session>,
    ) -> Result<Proven, ProviderError> {
        let item = desk.take(Shelf::Provider, &token.key()).await?.ok_or(ProviderRefusal::NoCeremony)?;
        let begun: Begun = in_force(&item, outside.now()).ok_or(ProviderRefusal::Expired)?;
        if begun.issuer != *self.issuer || begun.session != session.map(|session| *session.key()) {
            return Err(ProviderRefusal::OtherPurpose.into());
        }
        if returned.state.as_deref() != Some(&begun.state) {
            return Err(ProviderRefusal::State.into());
        }
        if returned.iss.as_ref().is_some_and(|iss| *iss != *self.issuer) {
            return Err(ProviderRefusal::Issuer.into());
        }
        if returned.error.is_some() {
            return Err(ProviderRefusal::Denied.into());
        }
        let code = returned.code.clone().ok_or(ProviderRefusal::Malformed)?;
        self.identity(outside, &begun, code).await
    }

    /// Exchanges the code for an identity token, and checks it (section 3.1.3.7).
    async fn identity(&self, outside: &dyn Outside, begun: &Begun, code: String) -> Result<Proven, ProviderError> {
        let metadata = self.discover().await?;
        let client = CoreClient::from_provider_metadata(metadata, self.client_id.clone(), self.client_secret.clone())
            .set_redirect_uri(self.redirect.clone());
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| ProviderRefusal::Malformed)?
            .set_pkce_verifier(PkceCodeVerifier::new(begun.verifier.clone()))
            .request_async(&self.http)
            .await
            .map_err(|e| match e {
                RequestTokenError::ServerResponse(_) => ProviderRefusal::Code.into(),
                RequestTokenError::Request(e) => ProviderError::Unreachable(e.to_string()),
                RequestTokenError::Parse(..) | RequestTokenError::Other(_) => ProviderRefusal::Malformed.into(),
            })?;
        let token = answer.id_token().ok_or(ProviderRefusal::Malformed)?;

        let now = outside.now();
        let earliest = begun.at.saturating_sub(SKEW).unwrap_or(Timestamp::MIN);
        let clock: Mutex<Option<String>> = Mutex::new(None);
        let differ = |words: String| {
            *clock.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(words);
            "the clocks differ".to_owned()
        };
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || to_chrono(now.saturating_sub(SKEW).unwrap_or(Timestamp::MIN)))
            .set_issue_time_verifier_fn(|issued| {
                let ahead = seconds_after(issued, now);
                if ahead > SKEW.as_secs() {
                    return Err(differ(format!("it is {ahead} seconds ahead of ours")));
                }
                let behind = -seconds_after(issued, earliest);
                if behind > 0 {
                    return Err(differ(format!("it is {} seconds or more behind ours", behind + SKEW.as_secs())));
                }
                Ok(())
            })
            .set_auth_time_verifier_fn(|proven| match (begun.session, proven) {
                (None, _) => Ok(()),
                (Some(_), Some(proven)) if -seconds_after(proven, earliest) <= 0 => Ok(()),
                (Some(_), _) => Err("not fresh".to_owned()),
            });
        let claims = token.claims(&verifier, &Nonce::new(begun.nonce.clone())).map_err(|e| {
            match clock.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take() {
                Some(words) => ProviderError::Clock(words),
                None => refused(e),
            }
        })?;
        Ok(Proven {
            identity: ProviderIdentity {
                issuer: self.issuer.to_string(),
                subject: claims.subject().to_string(),
            },
            at: now,
        })
    }

    /// What the provider says of itself, and its keys. Asked for anew each time: keys are exchanged without notice.
    async fn discover(&self) -> Result<CoreProviderMetadata, ProviderError> {
        CoreProviderMetadata::discover_async(self.issuer.clone(), &self.http)
            .await
            .map_err(|e| match e {
                DiscoveryError::Request(e) => ProviderError::Unreachable(e.to_string()),
                DiscoveryError::Response(status, ..) => ProviderError::Unreachable(format!("it answers {status}")),
                DiscoveryError::Validation(_) => ProviderRefusal::Issuer.into(),
                _ => ProviderRefusal::Malformed.into(),
            })
    }
}

/// Who somebody just proved to be at a provider. Made only by a sign-in that succeeded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    identity: ProviderIdentity,
    at: Timestamp,
}

impl Proven {
    /// Who: for the credential that is added when somebody joins, and to find the account of whoever signs in.
    pub fn identity(&self) -> &ProviderIdentity {
        &self.identity
    }

    /// The sign-in of the account that has this identity among its credentials.
    ///
    /// # Errors
    /// There is no such account, or it is not open.
    pub fn sign_in(&self, account: Option<&Account>) -> Result<SignedIn, Refusal> {
        let key = self.identity.key();
        let account = account.ok_or(Refusal::UnknownCredential)?;
        let credential = account.credential(&key).ok_or(Refusal::UnknownCredential)?;
        if !matches!(&credential.means, Means::Provider(identity) if *identity == self.identity) {
            return Err(Refusal::UnknownCredential);
        }
        if !account.is_open() {
            return Err(Refusal::AccountClosed);
        }
        Ok(SignedIn {
            account: *account.id(),
            credential: key,
            at: self.at,
            notes: Vec::new(),
        })
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    // Named, since a closure's future cannot be shown to be fit for every thread.
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(Http::call(self, request))
    }
}

/// What an identity token was refused for.
fn refused(error: ClaimsVerificationError) -> ProviderError {
    match error {
        ClaimsVerificationError::Expired(_) => ProviderError::Clock("what it said was no longer valid when it came".to_owned()),
        ClaimsVerificationError::InvalidAudience(_) => ProviderRefusal::Audience.into(),
        ClaimsVerificationError::InvalidIssuer(_) => ProviderRefusal::Issuer.into(),
        ClaimsVerificationError::InvalidNonce(_) => ProviderRefusal::Nonce.into(),
        ClaimsVerificationError::InvalidAuthTime(_) => ProviderRefusal::NotFresh.into(),
        ClaimsVerificationError::SignatureVerification(_) => ProviderRefusal::Signature.into(),
        _ => ProviderRefusal::Malformed.into(),
    }
}

/// How many seconds an instant of the provider lies after one of ours.
fn seconds_after(theirs: DateTime<Utc>, ours: Timestamp) -> i64 {
    theirs.timestamp() - ours.as_second()
}

fn to_chrono(instant: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp(instant.as_second(), 0).unwrap_or(DateTime::UNIX_EPOCH)
}
