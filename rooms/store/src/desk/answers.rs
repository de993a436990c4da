//! Working answers at the desk, encrypted: nothing lies on the disk as it is but the day until which each is kept. Whose it is
//! and to which act it belongs stand as keyed words.

use super::drafts::{filled, unfilled};
use super::{DeskStore, of_the_desk};
use crate::RecordStore;
use crate::database::Pool;
use crate::fail::Failure;
use crate::sql::{Row, query};
use crate::vault::{Key, Vault};
use async_trait::async_trait;
use jiff::civil::Date;
use register::answering::AnswerDesk;
use register::outside::Outside;
use register::port::StoreError;
use std::sync::Arc;

pub(super) const TABLE: &str = "
CREATE TABLE IF NOT EXISTS working_answers (
  whose BLOB NOT NULL,
  act BLOB NOT NULL,
  until TEXT NOT NULL,
  answer BLOB NOT NULL,
  PRIMARY KEY (whose, act)
)";

/// Working answers at a desk, under the keys of the record beside it.
pub struct AnswerStore {
    pool: Pool,
    vault: Arc<Vault>,
    key: Key,
    outside: Arc<dyn Outside>,
}

impl RecordStore {
    /// The working answers at the desk beside this record.
    pub fn answers(&self, desk: &DeskStore) -> AnswerStore {
        AnswerStore {
            pool: desk.pool.clone(),
            vault: self.vault.clone(),
            key: self.vault.derived("working answers"),
            outside: self.outside.clone(),
        }
    }
}

impl AnswerStore {
    fn whose(&self, whose: &str) -> [u8; 16] {
        self.vault.word("whose working answer", whose)
    }

    fn act(&self, whose: &str, act: &str) -> [u8; 16] {
        self.vault.word("act of a working answer", &format!("{whose} {act}"))
    }

    fn opened(&self, row: &Row) -> Result<Vec<u8>, Failure> {
        let act: Vec<u8> = row.try_get("act")?;
        let sealed: Vec<u8> = row.try_get("answer")?;
        let plain = self.vault.unseal(&self.key, &place(&act), &sealed);
        plain
            .and_then(|plain| unfilled(&plain))
            .ok_or_else(|| Failure::damaged("a working answer cannot be decrypted: it was changed or moved, or is that of another record"))
    }
}

/// What the ciphertext of an answer is bound to: the word of its act, which is another for each account and request.
fn place(act: &[u8]) -> String {
    format!("working answer {}", record::hex::hex(act))
}

#[async_trait]
impl AnswerDesk for AnswerStore {
    async fn keep(&self, whose: &str, act: &str, answer: &[u8], until: Date) -> Result<(), StoreError> {
        let act = self.act(whose, act);
        let sealed = filled(answer).and_then(|filled| self.vault.seal(&self.key, &place(&act), &filled, &*self.outside));
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let keep = "INSERT INTO working_answers (whose, act, until, answer) VALUES ($1, $2, $3, $4)
          ON CONFLICT (whose, act) DO UPDATE SET until = excluded.until, answer = excluded.answer";
        let kept = query(keep)
            .bind(&self.whose(whose)[..])
            .bind(&act[..])
            .bind(until.to_string())
            .bind(sealed.map_err(of_the_desk)?)
            .execute(&mut held.link())
            .await;
        kept.map(|_| ()).map_err(of_the_desk)
    }

    async fn kept(&self, whose: &str) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let read = query("SELECT act, answer FROM working_answers WHERE whose = $1 ORDER BY act").bind(&self.whose(whose)[..]);
        let rows = read.fetch_all(&mut held.link()).await.map_err(of_the_desk)?;
        rows.iter().map(|row| self.opened(row).map_err(of_the_desk)).collect()
    }

    async fn take_away(&self, whose: &str, act: &str) -> Result<(), StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let gone = query("DELETE FROM working_answers WHERE whose = $1 AND act = $2")
            .bind(&self.whose(whose)[..])
            .bind(&self.act(whose, act)[..])
            .execute(&mut held.link())
            .await;
        gone.map(|_| ()).map_err(of_the_desk)
    }

    async fn forget(&self, before: Date) -> Result<(), StoreError> {
        let mut held = self.pool.hold().await.map_err(of_the_desk)?;
        let forget = query("DELETE FROM working_answers WHERE until < $1").bind(before.to_string());
        forget.execute(&mut held.link()).await.map(|_| ()).map_err(of_the_desk)
    }
}
