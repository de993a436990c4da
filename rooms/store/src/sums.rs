//! The running sums of lists: how many facts begin and end, by day and by block of days.
//!
//! A count at a day is what the blocks before the day's own add up to, and the days of its own block up
//! to it; the days on which a count changed are read block by block. So neither looks at the facts. A
//! row in which nothing begins or ends is taken out, so that tables rebuilt from nothing are equal.

use crate::bulk::Writes;
use crate::day;
use crate::fail::Failure;
use crate::rows::{FactRow, NEVER};
use crate::sql::{Cells, Link, query};
use jiff::civil::Date;
use register::port::Scopes;
use std::collections::BTreeMap;

/// 2^this days make a block.
const BLOCK_BITS: u32 = 8;

/// How many begin and how many end there, more or fewer than before.
type Change = (i64, i64);
/// A reading and a part of a list in it: reading, list, scope.
type Part = (bool, String, String);

/// What changes in the sums, by day.
#[derive(Default)]
pub(crate) struct Sums(BTreeMap<Part, BTreeMap<i64, Change>>);

/// A row of the sums: where it stands, its day or block, and what changes.
type Row<'s> = (&'s Part, i64, Change);

impl Sums {
    /// Adds a fact to the sums (`times` 1) or takes it out (−1). One that holds on no day counts nowhere.
    pub(crate) fn add(&mut self, fact: &FactRow, times: i64) {
        if fact.until <= fact.from || !fact.is_counted() {
            return;
        }
        let days = self.0.entry((fact.hindsight, fact.list.clone(), fact.scope.clone())).or_default();
        days.entry(fact.from).or_default().0 += times;
        if fact.until != NEVER {
            days.entry(fact.until).or_default().1 += times;
        }
    }

    /// The rows to be written. A fact taken out and another put in on the same day leave nothing to write.
    fn rows(&self, place: impl Fn(i64) -> i64) -> Vec<Row<'_>> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (part, days) in &self.0 {
            for (day, (begun, ended)) in days {
                match rows.last_mut() {
                    Some((before, at, change)) if *before == part && *at == place(*day) => {
                        change.0 += begun;
                        change.1 += ended;
                    }
                    _ => rows.push((part, place(*day), (*begun, *ended))),
                }
            }
        }
        rows.retain(|(_, _, change)| *change != (0, 0));
        rows
    }

    /// Adds the changes to what is written, and writes it.
    pub(crate) async fn write(self, link: &mut Link<'_>, mut writes: Writes) -> Result<(), Failure> {
        let (days, blocks) = (self.rows(|day| day), self.rows(|day| day >> BLOCK_BITS));
        writes.insert(
            "INSERT INTO sum_days (hindsight, list, block, scope, day, begun, ended)",
            "ON CONFLICT (hindsight, list, block, scope, day)
             DO UPDATE SET begun = sum_days.begun + excluded.begun, ended = sum_days.ended + excluded.ended",
            &days,
            |values, row| {
                of_day(values, row);
                values.push_bind(row.2.0).push_bind(row.2.1);
            },
        );
        writes.insert(
            "INSERT INTO sum_blocks (hindsight, list, scope, block, begun, ended)",
            "ON CONFLICT (hindsight, list, scope, block)
             DO UPDATE SET begun = sum_blocks.begun + excluded.begun, ended = sum_blocks.ended + excluded.ended",
            &blocks,
            |values, row| {
                of_block(values, row);
                values.push_bind(row.2.0).push_bind(row.2.1);
            },
        );
        writes.run(link).await?;
        // Only where something was taken away can there be rows that hold nothing any more.
        let lessened = |(_, _, (begun, ended)): &Row<'_>| *begun < 0 || *ended < 0;
        let (days, blocks) = (days.into_iter().filter(lessened), blocks.into_iter().filter(lessened));
        let mut empty = Writes::default();
        empty.delete("sum_days", &DAY_KEY, NOTHING, &days.collect::<Vec<_>>(), of_day);
        empty.delete("sum_blocks", &BLOCK_KEY, NOTHING, &blocks.collect::<Vec<_>>(), of_block);
        empty.run(link).await
    }
}

/// What is true of a row that holds nothing any more.
const NOTHING: &str = "begun = 0 AND ended = 0";
const DAY_KEY: [&str; 5] = ["hindsight", "list", "block", "scope", "day"];
const BLOCK_KEY: [&str; 4] = ["hindsight", "list", "scope", "block"];

fn of_day(values: &mut Cells<'_>, ((hindsight, list, scope), day, _): &Row<'_>) {
    values.push_bind(*hindsight).push_bind(list);
    values.push_bind(day >> BLOCK_BITS).push_bind(scope).push_bind(*day);
}

fn of_block(values: &mut Cells<'_>, ((hindsight, list, scope), block, _): &Row<'_>) {
    values.push_bind(*hindsight).push_bind(list).push_bind(scope).push_bind(*block);
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

/// The days of a period on which a count changed. `$1` to `$3` reading, list, scope, `$4` and `$5` the first and
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
    let read = |row: &crate::sql::Row| {
        let many: i64 = row.try_get("many")?;
        Ok((row.try_get("scope")?, crate::read::unsigned(many, "a count")?))
    };
    rows.iter().map(read).collect()
}
