//! What somebody typed into the form of an act in a request and did not send yet: a *working answer*, kept at the desk, so that
//! it is there again after a lost line or session, and on another computer.
//!
//! Working state, not record: it is whoever's typed it alone, lies encrypted, and goes when it was sent, or thirty days after
//! it was saved. Whoever may not see the request any more does not get at it either: pages look first whether the request is
//! there for them.

use crate::outside::{Outside, day_in_the_hague};
use crate::port::StoreError;
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How long a working answer is kept after it was saved: thirty days. Policy, not law.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);
/// The largest, in bytes of the JSON in which it is kept: 128 KiB.
pub const LARGEST: usize = 128 * 1024;

/// What was typed into the form of one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingAnswer {
    /// Id of the act: `acknowledge`.
    pub act: String,
    /// What its author had before them; see [`crate::request::RequestFile::saw`].
    pub saw: String,
    /// Names and values of the fields.
    pub fields: Vec<(String, String)>,
    /// When it was saved.
    pub saved: Timestamp,
}

/// Where working answers lie. It knows nothing of what they hold.
#[async_trait]
pub trait AnswerDesk: Send + Sync {
    /// Keeps one in the place of an earlier one, until a day.
    async fn keep(&self, whose: &str, act: &str, answer: &[u8], until: jiff::civil::Date) -> Result<(), StoreError>;

    /// All of somebody's in one request, in no order.
    async fn kept(&self, whose: &str) -> Result<Vec<Vec<u8>>, StoreError>;

    /// Takes one away; nothing happens where there is none.
    async fn take_away(&self, whose: &str, act: &str) -> Result<(), StoreError>;

    /// Takes away those that were to be kept until a day before this one.
    async fn forget(&self, before: jiff::civil::Date) -> Result<(), StoreError>;
}

/// Why a working answer is not kept.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// Larger than [`LARGEST`].
    #[error("what was typed is larger than 128 KiB; put what is long into a document and attach that")]
    TooLarge,
    /// The desk cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Working answers.
#[derive(Clone)]
pub struct WorkingAnswers {
    desk: Arc<dyn AnswerDesk>,
    outside: Arc<dyn Outside>,
}

/// Whose they are: an account's in a request.
fn whose(account: &str, request: &str) -> String {
    format!("{account} {request}")
}

impl WorkingAnswers {
    /// Over a desk.
    pub fn new(desk: Arc<dyn AnswerDesk>, outside: Arc<dyn Outside>) -> WorkingAnswers {
        WorkingAnswers { desk, outside }
    }

    /// Keeps what an account typed into the form of an act, in the place of what it typed there before; until when.
    ///
    /// # Errors
    /// It is too large, or the desk cannot be written.
    pub async fn save(
        &self,
        account: &str,
        request: &str,
        act: &str,
        saw: &str,
        fields: Vec<(String, String)>,
    ) -> Result<Timestamp, AnswerError> {
        let saved = self.outside.now();
        let answer = WorkingAnswer {
            act: act.to_owned(),
            saw: saw.to_owned(),
            fields,
            saved,
        };
        let bytes = serde_json::to_vec(&answer).map_err(|error| StoreError::Database(error.to_string()))?;
        if bytes.len() > LARGEST {
            return Err(AnswerError::TooLarge);
        }
        let until = saved.saturating_add(KEPT).unwrap_or(Timestamp::MAX);
        self.desk
            .keep(&whose(account, request), act, &bytes, day_in_the_hague(until))
            .await?;
        Ok(until)
    }

    /// What an account typed into the forms of a request and did not send.
    ///
    /// # Errors
    /// The desk cannot be read.
    pub async fn of(&self, account: &str, request: &str) -> Result<Vec<WorkingAnswer>, AnswerError> {
        let now = self.outside.now();
        let kept = self.desk.kept(&whose(account, request)).await?;
        let read = |bytes: &Vec<u8>| serde_json::from_slice(bytes).map_err(|error| StoreError::Database(error.to_string()));
        let mut answers = kept.iter().map(read).collect::<Result<Vec<WorkingAnswer>, StoreError>>()?;
        answers.retain(|answer| now.duration_since(answer.saved) < KEPT);
        answers.sort_by(|a, b| a.act.cmp(&b.act));
        Ok(answers)
    }

    /// Takes away what an account typed into the form of an act: it was sent, or is not wanted any more.
    ///
    /// # Errors
    /// The desk cannot be written.
    pub async fn take_away(&self, account: &str, request: &str, act: &str) -> Result<(), AnswerError> {
        Ok(self.desk.take_away(&whose(account, request), act).await?)
    }

    /// Forgets those that are older than [`KEPT`]. Called once a day by whatever serves.
    ///
    /// # Errors
    /// The desk cannot be written.
    pub async fn forget(&self) -> Result<(), AnswerError> {
        Ok(self.desk.forget(day_in_the_hague(self.outside.now())).await?)
    }
}
