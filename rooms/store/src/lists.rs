//! What stands in a list as at a day, and what is found by a name: each asked in one statement that looks
//! at rows of the answer, and at few others.

use crate::day::{self, BLOCKS_OF_A_DAY, OPEN};
use crate::fail::Failure;
use crate::sql::{Link, Row, Statement, query};
use jiff::civil::Date;
use register::port::ListAt;
use std::sync::LazyLock;

/// One statement over all blocks in which the day lies: each block is read in the order of its index, and all are
/// merged until the page is full. `$1` reading, `$2` list, `$3` scope, `$4` latest `since`, `$5` and `$6` the row after
/// which to begin, `$7` limit, `$8` the day, from `$9` the blocks.
///
/// What never ends stands in one block in the order of `since`; of it, rows that began later than the
/// day are passed over. No row is ordered by a day after the one on which it began.
pub(crate) static LIST: LazyLock<String> = LazyLock::new(|| {
    let open = format!("block = {OPEN} AND since <= $8");
    let sized = (0..BLOCKS_OF_A_DAY).map(|size| format!("block = ${}", 9 + size));
    let part = |block: String| {
        format!(
            "SELECT since, subject FROM list_rows WHERE hindsight = $1 AND list = $2 AND scope = $3 AND {block} \
             AND since <= $4 AND (since, subject) > ($5, $6) AND from_day <= $8 AND until_day > $8"
        )
    };
    let parts: Vec<String> = std::iter::once(open).chain(sized).map(part).collect();
    format!("{} ORDER BY since, subject LIMIT $7", parts.join(" UNION ALL "))
});

/// A page of a list as at a day: `since` and text of the unit, in that order.
pub(crate) async fn list(connection: &mut Link<'_>, at: &ListAt) -> Result<Vec<(Date, String)>, Failure> {
    let on = day::number(at.day);
    let (after_day, after_subject) = match &at.after {
        Some((since, subject)) => (day::number(*since), subject.as_str()),
        None => (-1, ""),
    };
    let mut asked = query(LIST.as_str())
        .bind(at.hindsight)
        .bind(&at.list)
        .bind(&at.scope)
        .bind(at.since_by.map_or(i64::MAX, day::number))
        .bind(after_day)
        .bind(after_subject)
        .bind(i64::try_from(at.limit).unwrap_or(i64::MAX))
        .bind(on);
    for block in day::blocks_of_day(on) {
        asked = asked.bind(block);
    }
    let rows = asked.fetch_all(connection).await?;
    let read = |row: &Row| {
        let since: i64 = row.try_get("since")?;
        let since = day::date(since).ok_or_else(|| Failure::damaged(format!("a row of a list stands since day {since}")))?;
        Ok((since, row.try_get("subject")?))
    };
    rows.iter().map(read).collect()
}

/// Units of a sort of which every token is the beginning of a name token and which exist by the day; texts in
/// order.
pub(crate) async fn names(
    connection: &mut Link<'_>,
    (sort, tokens): (&str, &[String]),
    hindsight: bool,
    on: Date,
    limit: usize,
) -> Result<Vec<String>, Failure> {
    let tokens = rarest_first(connection, tokens).await?;
    names_statement((sort, &tokens), hindsight, on, limit)
        .build()
        .persistent(crate::read::kept(tokens.len()))
        .column(connection)
        .await
}

/// How many names are counted before a token is taken for a common one.
const COMMON: i64 = 200;

/// The tokens, those that the fewest names begin with first.
async fn rarest_first(connection: &mut Link<'_>, tokens: &[String]) -> Result<Vec<String>, Failure> {
    if tokens.len() < 2 {
        return Ok(tokens.to_vec());
    }
    let mut counted = Vec::with_capacity(tokens.len());
    for token in tokens {
        let count: i64 = query(BEGIN_SO)
            .bind(token)
            .bind(beyond(token))
            .bind(COMMON)
            .count(&mut *connection)
            .await?;
        counted.push((count, token.clone()));
    }
    // Among common ones the longest is likely to be the rarest.
    counted.sort_by_key(|(count, token)| (*count, std::cmp::Reverse(token.len())));
    Ok(counted.into_iter().map(|(_, token)| token).collect())
}

/// How many names begin so, up to a number. `$1` and `$2` bounds, `$3` the number.
pub(crate) const BEGIN_SO: &str = "
SELECT COUNT(*) FROM (SELECT 1 FROM names WHERE token >= $1 AND token < $2 LIMIT $3) AS few";

/// The first token leads; the others are looked up unit by unit.
pub(crate) fn names_statement((sort, tokens): (&str, &[String]), hindsight: bool, on: Date, limit: usize) -> Statement {
    let lead = tokens.first().map_or("", String::as_str);
    let known = if hindsight { "effective" } else { "disclosed" };
    let mut query = Statement::new("SELECT DISTINCT n.subject FROM names n WHERE ");
    query.push("n.token >= ").push_bind(lead.to_owned());
    query.push(" AND n.token < ").push_bind(beyond(lead));
    query.push(format!(" AND n.{known} <= ")).push_bind(day::number(on));
    // With nothing added to its end the subject would be taken for the better lead, and all of a sort gone
    // through.
    query.push(" AND n.subject || '' >= ").push_bind(sort.to_owned());
    query.push(" AND n.subject || '' < ").push_bind(beyond(sort));
    for token in tokens.iter().skip(1) {
        query
            .push(" AND EXISTS (SELECT 1 FROM names m WHERE m.subject = n.subject AND m.token >= ")
            .push_bind(token.clone());
        query.push(" AND m.token < ").push_bind(beyond(token));
        query.push(format!(" AND m.{known} <= ")).push_bind(day::number(on)).push(")");
    }
    query
        .push(" ORDER BY n.subject LIMIT ")
        .push_bind(i64::try_from(limit).unwrap_or(i64::MAX));
    query
}

/// A text after all that begin with a prefix and before all others that follow, in the order of bytes:
/// no text has the last code point, which is no character.
pub(crate) fn beyond(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}
