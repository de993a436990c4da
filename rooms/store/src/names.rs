//! What is found by a name: all ways in which something may answer are asked for in one statement, after one that
//! tells which of their tokens begin any name at all.

use crate::day;
use crate::fail::Failure;
use crate::lists::beyond;
use crate::sql::{Link, Statement};
use jiff::civil::Date;
use register::port::Sought;
use std::collections::{BTreeMap, BTreeSet};

/// How many names are counted before a token is taken for a common one.
const COMMON: i64 = 200;

/// How many names begin with each of some tokens, up to [`COMMON`].
type Shares<'t> = BTreeMap<&'t str, i64>;

/// For each way the units that answer so and exist by the day, at most `limit`; texts in order.
pub(crate) async fn names(
    link: &mut Link<'_>,
    ways: &[Sought<'_>],
    hindsight: bool,
    on: Date,
    limit: usize,
) -> Result<Vec<Vec<String>>, Failure> {
    let mut found = vec![Vec::new(); ways.len()];
    let shares = shares(link, ways).await?;
    let asked: Vec<(i64, Alive<'_>)> = (0..)
        .zip(ways)
        .filter_map(|(number, way)| Some((number, alive(way, &shares)?)))
        .collect();
    if asked.is_empty() {
        return Ok(found);
    }
    let tokens = asked.iter().flat_map(|(_, way)| &way.words).flatten().count();
    let rows = names_statement(&asked, hindsight, on, limit)
        .build()
        .persistent(crate::read::kept(tokens))
        .fetch_all(link)
        .await?;
    for row in rows {
        let number: i64 = row.try_get("way")?;
        let way = usize::try_from(number).ok().and_then(|number| found.get_mut(number));
        way.ok_or_else(|| Failure::damaged(format!("a name was found in the way {number}, in which none was sought")))?
            .push(row.try_get("subject")?);
    }
    Ok(found)
}

/// A way with those of its tokens by which something is found, the words that the fewest names have first.
pub(crate) struct Alive<'a> {
    pub(crate) sort: &'a str,
    pub(crate) words: Vec<Vec<&'a str>>,
}

/// None where nothing can answer.
fn alive<'a>(way: &Sought<'a>, shares: &Shares<'_>) -> Option<Alive<'a>> {
    let share = |token: &str| shares.get(token).copied().unwrap_or_default();
    let living = |tokens: &'a Vec<String>| tokens.iter().map(String::as_str).filter(|token| share(token) > 0).collect();
    let mut words: Vec<Vec<&str>> = way.words.iter().map(living).collect();
    if words.is_empty() || words.iter().any(Vec::is_empty) {
        return None;
    }
    // Among common ones the longest is likely to be the rarest.
    words.sort_by_key(|tokens| {
        let names: i64 = tokens.iter().map(|token| share(token)).sum();
        (names, std::cmp::Reverse(tokens.iter().map(|token| token.len()).min()))
    });
    Some(Alive { sort: way.sort, words })
}

async fn shares<'t>(link: &mut Link<'_>, ways: &[Sought<'t>]) -> Result<Shares<'t>, Failure> {
    let tokens: BTreeSet<&str> = ways.iter().flat_map(|way| way.words).flatten().map(String::as_str).collect();
    let tokens: Vec<&str> = tokens.into_iter().collect();
    if tokens.is_empty() {
        return Ok(Shares::new());
    }
    let kept = crate::read::kept(tokens.len());
    let rows = shares_statement(&tokens).build().persistent(kept).fetch_all(link).await?;
    let mut shares = Shares::new();
    for row in rows {
        let place: i64 = row.try_get("place")?;
        let token = usize::try_from(place).ok().and_then(|place| tokens.get(place));
        let token = token.ok_or_else(|| Failure::damaged(format!("a count came back for token {place}, which was not asked for")))?;
        shares.insert(*token, row.try_get("share")?);
    }
    Ok(shares)
}

/// How many names begin so, up to [`COMMON`], for each token by its place.
pub(crate) fn shares_statement(tokens: &[&str]) -> Statement {
    let mut statement = Statement::new("SELECT asked.column1 AS place, (SELECT COUNT(*) FROM (SELECT 1 FROM names");
    statement
        .push(" WHERE token >= asked.column2 AND token < asked.column3 LIMIT ")
        .push_bind(COMMON)
        .push(") AS few) AS share FROM (");
    let tokens: Vec<(i64, &str)> = (0..).zip(tokens.iter().copied()).collect();
    statement.push_rows(&tokens, |cells, (place, token)| {
        cells.push_bind(*place).push_bind(*token).push_bind(beyond(token));
    });
    statement.push(") AS asked");
    statement
}

/// The units of each way, by its number. The tokens of the first word lead; those of the others are looked up unit by
/// unit.
pub(crate) fn names_statement(ways: &[(i64, Alive<'_>)], hindsight: bool, on: Date, limit: usize) -> Statement {
    let (known, on) = (if hindsight { "effective" } else { "disclosed" }, day::number(on));
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut query = Statement::new("");
    for (place, (number, way)) in ways.iter().enumerate() {
        query.push(if place == 0 { "" } else { " UNION ALL " });
        query.push("SELECT ").push_bind(*number);
        query.push(" AS way, subject FROM (SELECT DISTINCT lead.subject FROM (");
        let (lead, others) = way
            .words
            .split_first()
            .map_or((&[][..], &[][..]), |(lead, others)| (lead.as_slice(), others));
        for (place, token) in lead.iter().enumerate() {
            query.push(if place == 0 { "" } else { " UNION ALL " });
            query.push("SELECT n.subject FROM names n WHERE ");
            begins(&mut query, "n", token);
            query.push(format!(" AND n.{known} <= ")).push_bind(on);
            // With nothing added to its end the subject would be taken for the better lead, and all of a sort gone
            // through.
            query.push(" AND n.subject || '' >= ").push_bind(way.sort);
            query.push(" AND n.subject || '' < ").push_bind(beyond(way.sort));
        }
        query.push(") AS lead");
        for (place, tokens) in others.iter().enumerate() {
            query.push(if place == 0 { " WHERE " } else { " AND " });
            // Asked with EXISTS it would be made a join, in which the common word may lead.
            query.push("(SELECT 1 FROM names m WHERE m.subject = lead.subject AND (");
            for (place, token) in tokens.iter().enumerate() {
                query.push(if place == 0 { "" } else { " OR " });
                begins(&mut query, "m", token);
            }
            query
                .push(format!(") AND m.{known} <= "))
                .push_bind(on)
                .push(" LIMIT 1) IS NOT NULL");
        }
        query.push(" ORDER BY lead.subject LIMIT ").push_bind(limit);
        query.push(format!(") AS found{place}"));
    }
    query.push(" ORDER BY way, subject");
    query
}

/// That a token of a name begins so.
fn begins(query: &mut Statement, of: &str, token: &str) {
    query.push(format!("{of}.token >= ")).push_bind(token);
    query.push(format!(" AND {of}.token < ")).push_bind(beyond(token));
}
