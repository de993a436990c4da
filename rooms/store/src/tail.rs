//! The newest row: where the record ends, sealed with a key that is not in the database.
//!
//! A running hash alone cannot tell that the last entries were cut off. The row says how many entries
//! there are and how they end, under HMAC-SHA256 (RFC 2104), so that who has the file alone cannot
//! write another row that holds.

use crate::fail::Failure;
use crate::read::{bytes32, instant, instant_text, signed, unsigned};
use crate::sql::{Link, query};
use jiff::Timestamp;
use record::keyed::{is_keyed, keyed};
use record::merkle::Hash;

/// Where the record ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tail {
    /// How many entries there are; the next one gets this position.
    pub(crate) count: u64,
    /// The running hash after the last one.
    pub(crate) running: Hash,
    /// The instant of the last one.
    pub(crate) recorded: Timestamp,
    /// All entries before this position stand in a tick. Of those from it on, some may (imports).
    pub(crate) closed_to: u64,
}

impl Default for Tail {
    /// That of a record without entries.
    fn default() -> Tail {
        Tail {
            count: 0,
            running: [0; 32],
            recorded: Timestamp::UNIX_EPOCH,
            closed_to: 0,
        }
    }
}

impl Tail {
    /// Reads the row and checks its seal.
    pub(crate) async fn load(connection: &mut Link<'_>, key: &[u8; 32]) -> Result<Tail, Failure> {
        let row = query("SELECT count, running, recorded, closed_to, seal FROM newest WHERE one = 1")
            .fetch_optional(connection)
            .await?
            .ok_or_else(|| Failure::damaged("the row that says where the record ends is missing"))?;
        let recorded: String = row.try_get("recorded")?;
        let tail = Tail {
            count: unsigned(row.try_get("count")?, "the number of entries")?,
            running: bytes32(&row, "running", &"the newest row")?,
            recorded: instant(&recorded)?,
            closed_to: unsigned(row.try_get("closed_to")?, "the position up to which ticks are closed")?,
        };
        let seal: Vec<u8> = row.try_get("seal")?;
        let holds = is_keyed(key, &[&tail.bytes()], &seal) && instant_text(tail.recorded) == recorded;
        if holds {
            Ok(tail)
        } else {
            Err(Failure::damaged("the row that says where the record ends does not bear its seal"))
        }
    }

    /// Writes the row with its seal.
    pub(crate) async fn save(&self, connection: &mut Link<'_>, key: &[u8; 32]) -> Result<(), Failure> {
        let seal = keyed(key, &[&self.bytes()]).to_vec();
        query(
            "INSERT INTO newest (one, count, running, recorded, closed_to, seal) VALUES (1, $1, $2, $3, $4, $5)
             ON CONFLICT (one) DO UPDATE SET count = excluded.count, running = excluded.running,
             recorded = excluded.recorded, closed_to = excluded.closed_to, seal = excluded.seal",
        )
        .bind(signed(self.count))
        .bind(self.running.to_vec())
        .bind(instant_text(self.recorded))
        .bind(signed(self.closed_to))
        .bind(seal)
        .execute(connection)
        .await?;
        Ok(())
    }

    /// What is sealed.
    fn bytes(&self) -> Vec<u8> {
        let (count, closed_to) = (self.count.to_be_bytes(), self.closed_to.to_be_bytes());
        let recorded = instant_text(self.recorded);
        [
            b"comity newest row v1\n",
            &count[..],
            &self.running,
            recorded.as_bytes(),
            &closed_to,
        ]
        .concat()
    }
}
