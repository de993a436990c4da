//! Whatever an authenticator says of a new passkey, under the right challenge and for the right site, is refused or gives
//! a passkey with the id that the browser said. The bytes are the attestation object.
#![no_main]

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use identity::account::AccountId;
use identity::desk::{Item, Shelf, SignInDesk, StoreError};
use identity::passkey::{Ceremonies, RelyingParty};
use identity::token::Key;
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use register::outside::Outside;
use std::pin::pin;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

const ORIGIN: &str = "https://comity.example.org";
/// The id of the passkey of the seeds.
const ID: &[u8] = b"exercise-credential-1";

struct Still;

impl Outside for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

/// A desk for what one ceremony keeps.
#[derive(Default)]
struct Desk(Mutex<Vec<Item>>);

impl Desk {
    fn items(&self) -> std::sync::MutexGuard<'_, Vec<Item>> {
        self.0.lock().unwrap()
    }
}

#[async_trait]
impl SignInDesk for Desk {
    async fn insert(&self, item: &Item) -> Result<bool, StoreError> {
        self.items().push(item.clone());
        Ok(true)
    }
    async fn read(&self, shelf: Shelf, key: &Key) -> Result<Option<Item>, StoreError> {
        Ok(self.items().iter().find(|item| item.shelf == shelf && item.key == *key).cloned())
    }
    async fn take(&self, shelf: Shelf, key: &Key) -> Result<Option<Item>, StoreError> {
        let mut items = self.items();
        let at = items.iter().position(|item| item.shelf == shelf && item.key == *key);
        Ok(at.map(|at| items.remove(at)))
    }
    async fn replace(&self, _: &Item, _: &[u8], _: Option<Timestamp>) -> Result<bool, StoreError> {
        Ok(false)
    }
    async fn list(&self, _: Shelf, _: &AccountId) -> Result<Vec<Item>, StoreError> {
        Ok(Vec::new())
    }
    async fn delete(&self, _: Shelf, _: &AccountId, _: &Key) -> Result<bool, StoreError> {
        Ok(false)
    }
    async fn forget(&self, _: Timestamp) -> Result<(), StoreError> {
        Ok(())
    }
}

/// The outcome of something that waits for nobody.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("a desk in memory keeps nobody waiting"),
    }
}

fuzz_target!(|object: &[u8]| {
    let party = RelyingParty::new("Exercise", &[ORIGIN]).unwrap();
    let desk = Desk::default();
    let ceremonies = Ceremonies {
        party: &party,
        desk: &desk,
        outside: &Still,
    };
    let account = AccountId::from_bytes([1; 16]);
    let started = now(ceremonies.begin_registration(&account, "Exercise", &[])).unwrap();
    let challenge = started
        .options
        .split("\"challenge\":\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let client_data = format!(r#"{{"type":"webauthn.create","challenge":"{challenge}","origin":"{ORIGIN}","crossOrigin":false}}"#);
    let [id, client_data, object] = [ID, client_data.as_bytes(), object].map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
    let answer = format!(
        r#"{{"id":"{id}","rawId":"{id}","type":"public-key","response":{{"clientDataJSON":"{client_data}","attestationObject":"{object}"}}}}"#
    );
    if let Ok(credential) = now(ceremonies.finish_registration(&started.token, &account, &answer, "laptop")) {
        assert!(credential.passkey().is_some_and(|passkey| passkey.id == ID));
    }
});
