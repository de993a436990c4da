//! What targets share that go through a whole sign-in: a clock that stands, chance that is always the same, and a desk for what
//! one sign-in keeps.

use async_trait::async_trait;
use identity::account::AccountId;
use identity::desk::{Item, Shelf, SignInDesk, StoreError};
use identity::token::Key;
use jiff::Timestamp;
use register::outside::Outside;
use std::pin::pin;
use std::sync::{Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};

/// The beginning of 1970, and sevens.
pub struct Still;

impl Outside for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

/// A desk in memory.
#[derive(Default)]
pub struct Desk(Mutex<Vec<Item>>);

impl Desk {
    fn items(&self) -> MutexGuard<'_, Vec<Item>> {
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
pub fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("what is in memory keeps nobody waiting"),
    }
}
