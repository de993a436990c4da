//! What stands in a list as at a day: asked in one statement that looks at rows of the answer, and at few others.

use crate::day::{self, BLOCKS_OF_A_DAY, OPEN};
use crate::fail::Failure;
use crate::sql::{Link, Query, Row, query};
use jiff::civil::Date;
use register::port::ListAt;
use std::sync::LazyLock;

/// One statement over all blocks in which the day lies: each block is read in the order of its index, and all are
/// merged until the page is full. `$1` reading, `$2` list, `$3` scope, `$4` latest `since`, `$5` and `$6` the row after
/// which to begin, `$7` the day, from `$8` the blocks, and behind them the limit.
///
/// What never ends stands in one block in the order of `since`; of it, rows that began later than the
/// day are passed over. No row is ordered by a day after the one on which it began.
pub(crate) static LIST: LazyLock<String> = LazyLock::new(|| {
    format!(
        "{} ORDER BY since, subject LIMIT ${}",
        blocks("since, subject"),
        8 + BLOCKS_OF_A_DAY
    )
});

/// How many rows that list has behind its beginning, with the same values but the limit.
pub(crate) static HOW_MANY: LazyLock<String> =
    LazyLock::new(|| format!("SELECT CAST(SUM(here) AS BIGINT) FROM ({}) AS blocks", blocks("COUNT(*) AS here")));

/// What is asked of each block, in one statement.
fn blocks(asked: &str) -> String {
    let open = format!("block = {OPEN} AND since <= $7");
    let sized = (0..BLOCKS_OF_A_DAY).map(|size| format!("block = ${}", 8 + size));
    let part = |block: String| {
        format!(
            "SELECT {asked} FROM list_rows WHERE hindsight = $1 AND list = $2 AND scope = $3 AND {block} \
             AND since <= $4 AND (since, subject) > ($5, $6) AND from_day <= $7 AND until_day > $7"
        )
    };
    let parts: Vec<String> = std::iter::once(open).chain(sized).map(part).collect();
    parts.join(" UNION ALL ")
}

/// A statement about a list as at a day, with its values but the limit.
fn about(statement: &'static str, at: &ListAt) -> Query {
    let on = day::number(at.day);
    let (after_day, after_subject) = match &at.after {
        Some((since, subject)) => (day::number(*since), subject.as_str()),
        None => (-1, ""),
    };
    let asked = query(statement)
        .bind(at.hindsight)
        .bind(&at.list)
        .bind(&at.scope)
        .bind(at.since_by.map_or(i64::MAX, day::number))
        .bind(after_day)
        .bind(after_subject)
        .bind(on);
    day::blocks_of_day(on).into_iter().fold(asked, Query::bind)
}

/// A page of a list as at a day: `since` and text of the unit, in that order.
pub(crate) async fn list(connection: &mut Link<'_>, at: &ListAt) -> Result<Vec<(Date, String)>, Failure> {
    let limit = i64::try_from(at.limit).unwrap_or(i64::MAX);
    let rows = about(LIST.as_str(), at).bind(limit).fetch_all(connection).await?;
    let read = |row: &Row| {
        let since: i64 = row.try_get("since")?;
        let since = day::date(since).ok_or_else(|| Failure::damaged(format!("a row of a list stands since day {since}")))?;
        Ok((since, row.try_get("subject")?))
    };
    rows.iter().map(read).collect()
}

/// How many rows a list has as at a day, whatever the limit.
pub(crate) async fn how_many(connection: &mut Link<'_>, at: &ListAt) -> Result<u64, Failure> {
    let many = about(HOW_MANY.as_str(), at).count(connection).await?;
    crate::read::unsigned(many, "a count")
}

/// A text after all that begin with a prefix and before all others that follow, in the order of bytes:
/// no text has the last code point, which is no character.
pub(crate) fn beyond(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}
