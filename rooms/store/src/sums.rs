//! The running sums of lists: how many facts begin and end, by day and by block of days.
//!
//! A count at a day is what the blocks before the day's own add up to, and the days of its own block up
//! to it; the days on which a count changed are read block by block. So neither looks at the facts. A
//! row in which nothing begins or ends is taken out, so that tables rebuilt from nothing are equal.

use crate::bulk;
use crate::day;
use crate::fail::Failure;
use crate::rows::{FactRow, NEVER};
use crate::sql::{Link, Row, query};
use jiff::civil::Date;
use register::port::Scopes;
use std::collections::{BTreeMap, HashMap};

/// 2^this days make a block.
const BLOCK_BITS: u32 = 8;

/// Where a sum stands: reading, list, scope, and day or block.
type Key = (bool, String, String, i64);
/// How many begin and how many end there, more or fewer than before.
type Change = (i64, i64);

/// What changes in the sums.
#[derive(Default)]
pub(crate) struct Sums(HashMap<Key, Change>);

impl Sums {
    /// Adds a fact to the sums (`times` 1) or takes it out (−1). One that holds on no day counts nowhere.
    pub(crate) fn add(&mut self, fact: &FactRow, times: i64) {
        if fact.until <= fact.from || !fact.is_counted() {
            return;
        }
        let key = |day| (fact.hindsight, fact.list.clone(), fact.scope.clone(), day);
        self.0.entry(key(fact.from)).or_default().0 += times;
        if fact.until != NEVER {
            self.0.entry(key(fact.until)).or_default().1 += times;
        }
    }

    /// Writes the changes.
    pub(crate) async fn write(self, connection: &mut Link<'_>) -> Result<(), Failure> {
        let mut blocks: BTreeMap<Key, Change> = BTreeMap::new();
        for ((hindsight, list, scope, day), change) in &self.0 {
            let block = blocks
                .entry((*hindsight, list.clone(), scope.clone(), day >> BLOCK_BITS))
                .or_default();
            block.0 += change.0;
            block.1 += change.1;
        }
        // A fact taken out and another put in on the same day leave nothing to write.
        let mut days: Vec<(Key, Change)> = self.0.into_iter().filter(|(_, change)| *change != (0, 0)).collect();
        days.sort();
        bulk::insert(
            connection,
            "INSERT INTO sum_days (hindsight, list, scope, block, day, begun, ended)",
            "ON CONFLICT (hindsight, list, block, scope, day)
             DO UPDATE SET begun = sum_days.begun + excluded.begun, ended = sum_days.ended + excluded.ended",
            &days,
            |values, ((hindsight, list, scope, day), (begun, ended))| {
                values.push_bind(*hindsight).push_bind(list).push_bind(scope);
                values
                    .push_bind(*day >> BLOCK_BITS)
                    .push_bind(*day)
                    .push_bind(*begun)
                    .push_bind(*ended);
            },
        )
        .await?;
        let blocks: Vec<(Key, Change)> = blocks.into_iter().filter(|(_, change)| *change != (0, 0)).collect();
        bulk::insert(
            connection,
            "INSERT INTO sum_blocks (hindsight, list, scope, block, begun, ended)",
            "ON CONFLICT (hindsight, list, scope, block)
             DO UPDATE SET begun = sum_blocks.begun + excluded.begun, ended = sum_blocks.ended + excluded.ended",
            &blocks,
            |values, ((hindsight, list, scope, block), (begun, ended))| {
                values.push_bind(*hindsight).push_bind(list).push_bind(scope);
                values.push_bind(*block).push_bind(*begun).push_bind(*ended);
            },
        )
        .await?;
        take_out_empty(connection, &days, &blocks).await
    }
}

/// Takes out the rows that hold nothing any more; only where something was taken away can there be any.
async fn take_out_empty(connection: &mut Link<'_>, days: &[(Key, Change)], blocks: &[(Key, Change)]) -> Result<(), Failure> {
    let lessened = |(_, (begun, ended)): &&(Key, Change)| *begun < 0 || *ended < 0;
    for ((hindsight, list, scope, day), _) in days.iter().filter(lessened) {
        query(
            "DELETE FROM sum_days WHERE hindsight = $1 AND list = $2 AND block = $3 AND scope = $4 AND day = $5
             AND begun = 0 AND ended = 0",
        )
        .bind(*hindsight)
        .bind(list)
        .bind(day >> BLOCK_BITS)
        .bind(scope)
        .bind(*day)
        .execute(&mut *connection)
        .await?;
    }
    for ((hindsight, list, scope, block), _) in blocks.iter().filter(lessened) {
        query(
            "DELETE FROM sum_blocks WHERE hindsight = $1 AND list = $2 AND scope = $3 AND block = $4
             AND begun = 0 AND ended = 0",
        )
        .bind(*hindsight)
        .bind(list)
        .bind(scope)
        .bind(*block)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// The count of each part of a list at a day. `$1` reading, `$2` list, `$3` and `$4`
/// bounds of the scope, `$5` block of the day, `$6` day.
pub(crate) const COUNTS: &str = "
SELECT scope, CAST(SUM(more) AS BIGINT) AS many FROM (
  SELECT scope, begun - ended AS more FROM sum_blocks
  WHERE hindsight = $1 AND list = $2 AND scope >= $3 AND scope < $4 AND block < $5
  UNION ALL
  SELECT scope, begun - ended AS more FROM sum_days
  WHERE hindsight = $1 AND list = $2 AND block = $5 AND scope >= $3 AND scope < $4 AND day <= $6
) AS sums GROUP BY scope HAVING SUM(more) > 0 ORDER BY scope";

/// By how much a count changed on each day. `$1` reading, `$2` list, `$3` scope.
pub(crate) const STEPS: &str = "
SELECT d.day, CAST(SUM(d.begun - d.ended) AS BIGINT) AS more FROM sum_blocks b CROSS JOIN sum_days d
WHERE b.hindsight = $1 AND b.list = $2 AND b.scope = $3
  AND d.hindsight = $1 AND d.list = $2 AND d.block = b.block AND d.scope = $3
GROUP BY d.day ORDER BY d.day";

/// The days of a period on which a count changed. `$1` to `$3` as in [`STEPS`], `$4` and `$5` the first and
/// the last block of the period, `$6` its first day, `$7` the first day after it.
pub(crate) const CHANGES: &str = "
SELECT d.day FROM sum_blocks b CROSS JOIN sum_days d
WHERE b.hindsight = $1 AND b.list = $2 AND b.scope = $3 AND b.block >= $4 AND b.block <= $5
  AND d.hindsight = $1 AND d.list = $2 AND d.block = b.block AND d.scope = $3
  AND d.day >= $6 AND d.day < $7
GROUP BY d.day HAVING SUM(d.begun - d.ended) <> 0 ORDER BY d.day";

/// The days of a period, `until` the first after it, on which a count changed.
pub(crate) async fn changes(
    connection: &mut Link<'_>,
    hindsight: bool,
    (list, scope): (&str, &str),
    (from, until): (Date, Date),
) -> Result<Vec<Date>, Failure> {
    let (from, until) = (day::number(from), day::number(until));
    let days: Vec<i64> = query(CHANGES)
        .bind(hindsight)
        .bind(list)
        .bind(scope)
        .bind(from >> BLOCK_BITS)
        .bind(until >> BLOCK_BITS)
        .bind(from)
        .bind(until)
        .column(connection)
        .await?;
    let date = |number: i64| day::date(number).ok_or_else(|| Failure::damaged(format!("a running sum stands at day {number}")));
    days.into_iter().map(date).collect()
}

/// How many stand in each of these parts of a list at a day.
pub(crate) async fn counts(
    connection: &mut Link<'_>,
    hindsight: bool,
    list: &str,
    scopes: Scopes<'_>,
    on: Date,
) -> Result<Vec<(String, u64)>, Failure> {
    let day = day::number(on);
    // No text has a control character, so none stands between one and the same with the first of them behind it.
    let (first, beyond) = match scopes {
        Scopes::One(scope) => (scope, format!("{scope}\u{1}")),
        Scopes::Beginning(prefix) => (prefix, crate::lists::beyond(prefix)),
    };
    let rows = query(COUNTS)
        .bind(hindsight)
        .bind(list)
        .bind(first)
        .bind(beyond)
        .bind(day >> BLOCK_BITS)
        .bind(day)
        .fetch_all(connection)
        .await?;
    let read = |row: &Row| {
        let many: i64 = row.try_get("many")?;
        Ok((row.try_get("scope")?, crate::read::unsigned(many, "a count")?))
    };
    rows.iter().map(read).collect()
}

/// The days on which a count changed, and what it was from that day on.
pub(crate) async fn steps(connection: &mut Link<'_>, hindsight: bool, list: &str, scope: &str) -> Result<Vec<(Date, u64)>, Failure> {
    let rows = query(STEPS).bind(hindsight).bind(list).bind(scope).fetch_all(connection).await?;
    let (mut steps, mut many) = (Vec::new(), 0i64);
    for row in rows {
        let more: i64 = row.try_get("more")?;
        if more == 0 {
            continue;
        }
        many += more;
        let number: i64 = row.try_get("day")?;
        let day = day::date(number).ok_or_else(|| Failure::damaged(format!("a running sum stands at day {number}")))?;
        steps.push((day, crate::read::unsigned(many, "a count")?));
    }
    Ok(steps)
}
