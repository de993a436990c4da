//! The two ceremonies: adding a passkey to an account (section 7.1), and answering with one (section 7.2). What is signed
//! with an answer is in [`super::signature`].

use super::authenticator::{AuthenticatorData, data_of_attestation};
use super::party::RelyingParty;
use super::public_key::ALGORITHMS;
use super::response::{Assertion, Ceremony, Registration, check_client_data};
use crate::account::{Account, AccountId};
use crate::credential::{Credential, Means, Passkey};
use crate::desk::{Item, Shelf, SignInDesk, in_force, to_value};
use crate::refusal::{Refusal, SignInError};
use crate::session::Session;
use crate::token::{Key, Token, base64url};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use register::outside::Outside;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// How long a challenge may be answered: time to fetch a security key from the next room, and no more.
pub const CHALLENGE_LIFE: SignedDuration = SignedDuration::from_mins(5);

/// The ceremonies of one site.
#[derive(Clone, Copy)]
pub struct Ceremonies<'a> {
    /// The site.
    pub party: &'a RelyingParty,
    /// Where challenges wait for their answer.
    pub desk: &'a dyn SignInDesk,
    /// Clock and chance.
    pub outside: &'a dyn Outside,
}

/// A ceremony that was begun.
#[derive(Debug)]
pub struct Started {
    /// What binds the answer to this browser: goes into a cookie, and comes back with the answer.
    pub token: Token,
    /// The options, in the JSON that `PublicKeyCredential.parseCreationOptionsFromJSON()` or
    /// `parseRequestOptionsFromJSON()` takes.
    pub options: String,
}

/// Somebody who just proved who they are. Made only by a ceremony that succeeded, here or at a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    pub(crate) account: AccountId,
    pub(crate) credential: Key,
    pub(crate) at: Timestamp,
    pub(crate) notes: Vec<Note>,
}

impl SignedIn {
    /// Who.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// With what.
    pub fn credential(&self) -> &Key {
        &self.credential
    }

    /// What the auditor should know of it all the same.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

/// Something that changed and does not speak against a sign-in. Closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The passkey was copied to other devices of its owner, or is no longer.
    BackedUp {
        /// What holds from now on.
        now: bool,
    },
    /// The passkey can be copied to other devices of its owner, or no longer can. By the standard this does not
    /// change; it did in the hands of honest people when platforms began to synchronise what they held.
    BackupEligible {
        /// What holds from now on.
        now: bool,
    },
}

/// A challenge that waits for its answer.
#[derive(Serialize, Deserialize)]
struct Begun {
    purpose: Purpose,
    #[serde(with = "base64url")]
    challenge: Vec<u8>,
}

/// For what a challenge may be answered.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Purpose {
    Register {
        account: AccountId,
    },
    SignIn,
    Verify {
        session: Key,
    },
    /// To sign a statement, which stands here in its canonical JSON.
    Sign {
        session: Key,
        statement: String,
    },
}

/// What an authenticator said last.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Last {
    counter: u32,
    backup_eligible: bool,
    backed_up: bool,
}

impl Ceremonies<'_> {
    /// Begins to add a passkey to an account. `name` is what authenticators show beside it; passkeys that the
    /// account has already are left out, so that nobody adds the same one twice.
    ///
    /// # Errors
    /// The desk cannot be written.
    pub async fn begin_registration(&self, account: &AccountId, name: &str, has: &[Credential]) -> Result<Started, SignInError> {
        let (token, challenge) = self.begin(Purpose::Register { account: *account }).await?;
        let exclude: Vec<_> = has.iter().filter_map(Credential::passkey).map(descriptor).collect();
        let kinds: Vec<_> = ALGORITHMS.iter().map(|alg| json!({"type": "public-key", "alg": alg})).collect();
        let options = json!({
            "rp": {"id": self.party.id(), "name": self.party.name()},
            "user": {"id": URL_SAFE_NO_PAD.encode(account.bytes()), "name": name, "displayName": name},
            "challenge": URL_SAFE_NO_PAD.encode(challenge),
            "pubKeyCredParams": kinds,
            "timeout": CHALLENGE_LIFE.as_millis(),
            "excludeCredentials": exclude,
            "authenticatorSelection": {
                "residentKey": "required",
                "requireResidentKey": true,
                "userVerification": "required",
            },
            "attestation": "none",
        });
        Ok(Started {
            token,
            options: options.to_string(),
        })
    }

    /// Finishes it with the browser's answer: the credential, for the entry that adds it. `name` is what its
    /// owner calls it. The caller appends the entry only if the account is still open, or is being opened.
    ///
    /// # Errors
    /// Refused, or the desk cannot be written.
    pub async fn finish_registration(
        &self,
        token: &Token,
        account: &AccountId,
        answer: &str,
        name: &str,
    ) -> Result<Credential, SignInError> {
        let challenge = self.challenge(token, &Purpose::Register { account: *account }).await?;
        let answer = Registration::parse(answer)?;
        check_client_data(&answer.response.client_data, Ceremony::Create, &challenge, self.party)?;
        let data = AuthenticatorData::parse(&data_of_attestation(&answer.response.attestation_object)?)?;
        data.check(&self.party.id_hash())?;
        let new = data.credential.ok_or(Refusal::Malformed)?;
        if new.id != answer.raw_id {
            return Err(Refusal::Malformed.into());
        }
        let passkey = Passkey {
            id: new.id,
            public_key: new.public_key,
            counter: data.counter,
            backup_eligible: data.flags.backup_eligible,
            backed_up: data.flags.backed_up,
            transports: known_transports(answer.response.transports),
        };
        if !self.desk.insert(&authenticator(account, &passkey, &Last::of(&passkey))?).await? {
            return Err(Refusal::AlreadyAdded.into());
        }
        Ok(Credential {
            name: name.to_owned(),
            means: Means::Passkey(passkey),
        })
    }

    /// Begins a sign-in: whoever has a passkey of this site is asked for it, nobody is asked for a name.
    ///
    /// # Errors
    /// The desk cannot be written.
    pub async fn begin_sign_in(&self) -> Result<Started, SignInError> {
        let (token, challenge) = self.begin(Purpose::SignIn).await?;
        Ok(self.request(token, &challenge, Vec::new()))
    }

    /// Finishes it with the browser's answer. `account` is that of [`Assertion::account`], if there is one.
    ///
    /// # Errors
    /// Refused, or the desk cannot be written. The challenge is used up either way.
    pub async fn finish_sign_in(&self, token: &Token, answer: &Assertion, account: Option<&Account>) -> Result<SignedIn, SignInError> {
        let challenge = self.challenge(token, &Purpose::SignIn).await?;
        self.answered(&challenge, answer, account.ok_or(Refusal::UnknownCredential)?).await
    }

    /// Begins a fresh verification of whoever has a session, by the passkey with which it began.
    ///
    /// # Errors
    /// The session was not begun with a passkey of the account, or the desk cannot be written.
    pub async fn begin_verification(&self, session: &Session, account: &Account) -> Result<Started, SignInError> {
        let credential = account.credential(session.credential());
        let passkey = credential.and_then(Credential::passkey).ok_or(Refusal::UnknownCredential)?;
        let (token, challenge) = self.begin(Purpose::Verify { session: *session.key() }).await?;
        Ok(self.request(token, &challenge, vec![descriptor(passkey)]))
    }

    /// Finishes it; the session then becomes fresh by [`crate::session::Sessions::verified`].
    ///
    /// # Errors
    /// Refused, or the desk cannot be written.
    pub async fn finish_verification(
        &self,
        token: &Token,
        session: &Session,
        answer: &Assertion,
        account: &Account,
    ) -> Result<SignedIn, SignInError> {
        let challenge = self.challenge(token, &Purpose::Verify { session: *session.key() }).await?;
        let signed_in = self.answered(&challenge, answer, account).await?;
        if signed_in.account != *session.account() || signed_in.credential != *session.credential() {
            return Err(Refusal::OtherAccount.into());
        }
        Ok(signed_in)
    }

    /// Keeps a new challenge, drawn by chance.
    async fn begin(&self, purpose: Purpose) -> Result<(Token, [u8; 32]), SignInError> {
        let mut challenge = [0; 32];
        self.outside.random(&mut challenge);
        Ok((self.begin_with(purpose, &challenge).await?, challenge))
    }

    /// Keeps a challenge until it is answered.
    pub(super) async fn begin_with(&self, purpose: Purpose, challenge: &[u8; 32]) -> Result<Token, SignInError> {
        let token = Token::new(self.outside);
        let begun = Begun {
            purpose,
            challenge: challenge.to_vec(),
        };
        let item = Item {
            shelf: Shelf::Ceremony,
            key: token.key(),
            owner: None,
            expires: Some(self.outside.now().saturating_add(CHALLENGE_LIFE).unwrap_or(Timestamp::MAX)),
            value: to_value(&begun)?,
        };
        self.desk.insert(&item).await?;
        Ok(token)
    }

    pub(super) fn request(&self, token: Token, challenge: &[u8; 32], allow: Vec<serde_json::Value>) -> Started {
        let options = json!({
            "challenge": URL_SAFE_NO_PAD.encode(challenge),
            "timeout": CHALLENGE_LIFE.as_millis(),
            "rpId": self.party.id(),
            "allowCredentials": allow,
            "userVerification": "required",
        });
        Started {
            token,
            options: options.to_string(),
        }
    }

    /// The challenge that this browser was given for this purpose. Used up by asking.
    async fn challenge(&self, token: &Token, purpose: &Purpose) -> Result<Vec<u8>, SignInError> {
        let (begun, challenge) = self.begun(token).await?;
        if begun == *purpose {
            Ok(challenge)
        } else {
            Err(Refusal::OtherPurpose.into())
        }
    }

    /// What this browser began, and its challenge. Used up by asking.
    pub(super) async fn begun(&self, token: &Token) -> Result<(Purpose, Vec<u8>), SignInError> {
        let item = self.desk.take(Shelf::Ceremony, &token.key()).await?.ok_or(Refusal::NoCeremony)?;
        let begun: Begun = in_force(&item, self.outside.now()).ok_or(Refusal::Expired)?;
        Ok((begun.purpose, begun.challenge))
    }

    /// Whether an answer to a challenge is by a passkey of an open account; its counter is kept.
    pub(super) async fn answered(&self, challenge: &[u8], answer: &Assertion, account: &Account) -> Result<SignedIn, SignInError> {
        if answer.account() != *account.id() {
            return Err(Refusal::OtherAccount.into());
        }
        let key = answer.key();
        let passkey = account
            .credential(&key)
            .and_then(Credential::passkey)
            .ok_or(Refusal::UnknownCredential)?;
        check_client_data(&answer.client_data, Ceremony::Get, challenge, self.party)?;
        let data = AuthenticatorData::parse(&answer.authenticator_data)?;
        data.check(&self.party.id_hash())?;
        let signed = [answer.authenticator_data.as_slice(), Key::of(&answer.client_data).bytes()].concat();
        passkey.public_key.verify(&signed, &answer.signature)?;
        // Told only to whoever has the key.
        if !account.is_open() {
            return Err(Refusal::AccountClosed.into());
        }
        let now = Last {
            counter: data.counter,
            backup_eligible: data.flags.backup_eligible,
            backed_up: data.flags.backed_up,
        };
        let notes = self.count(account.id(), passkey, now).await?;
        Ok(SignedIn {
            account: *account.id(),
            credential: key,
            at: self.outside.now(),
            notes,
        })
    }

    /// Keeps what the authenticator says now, if its counter rose where it counts (section 6.1.1).
    async fn count(&self, account: &AccountId, passkey: &Passkey, now: Last) -> Result<Vec<Note>, SignInError> {
        let kept = self.desk.read(Shelf::Authenticator, &passkey.key()).await?;
        // A desk that was lost is begun anew from what the record says.
        let recorded = authenticator(account, passkey, &Last::of(passkey))?;
        let before = kept.as_ref().unwrap_or(&recorded);
        if before.owner != Some(*account) {
            return Err(Refusal::OtherAccount.into());
        }
        let last: Last = serde_json::from_slice(&before.value).unwrap_or(Last::of(passkey));
        let counts = last.counter != 0 || now.counter != 0;
        if counts && now.counter <= last.counter {
            return Err(Refusal::Counter.into());
        }
        let written = match &kept {
            Some(_) if now == last => true,
            Some(item) => self.desk.replace(item, &to_value(&now)?, None).await?,
            None => self.desk.insert(&authenticator(account, passkey, &now)?).await?,
        };
        if !written {
            return Err(Refusal::Counter.into());
        }
        let mut notes = Vec::new();
        if now.backup_eligible != last.backup_eligible {
            notes.push(Note::BackupEligible { now: now.backup_eligible });
        }
        if now.backed_up != last.backed_up {
            notes.push(Note::BackedUp { now: now.backed_up });
        }
        Ok(notes)
    }
}

impl Last {
    fn of(passkey: &Passkey) -> Last {
        Last {
            counter: passkey.counter,
            backup_eligible: passkey.backup_eligible,
            backed_up: passkey.backed_up,
        }
    }
}

fn authenticator(account: &AccountId, passkey: &Passkey, last: &Last) -> Result<Item, SignInError> {
    Ok(Item {
        shelf: Shelf::Authenticator,
        key: passkey.key(),
        owner: Some(*account),
        expires: None,
        value: to_value(last)?,
    })
}

pub(super) fn descriptor(passkey: &Passkey) -> serde_json::Value {
    json!({"type": "public-key", "id": URL_SAFE_NO_PAD.encode(&passkey.id), "transports": passkey.transports})
}

/// The transports that the standard knows (section 5.8.4); what else a browser says is not kept.
fn known_transports(said: Vec<String>) -> Vec<String> {
    const KNOWN: [&str; 6] = ["ble", "hybrid", "internal", "nfc", "smart-card", "usb"];
    let known = KNOWN.iter().filter(|known| said.iter().any(|s| s == *known));
    known.map(|known| (*known).to_owned()).collect()
}
