//! Reading entries: each is checked against its hash before it is handed out.

use crate::fail::Failure;
use crate::filter::{level_of, push_levels};
use crate::sql::{Link, Row, Statement, query};
use access::{Action, On, Viewer, may};
use jiff::Timestamp;
use record::audience::Level;
use record::entry::{Entry, EntryId, Subject};
use record::leaf::{Salt, leaf_hash};
use record::merkle::Hash;
use register::port::{Of, Recorded};
use std::collections::BTreeMap;

/// How many values one statement may list.
pub(crate) const CHUNK: usize = 500;
/// Statements that list no more values than this are kept by the connection.
const KEPT: usize = 4;

/// Whether a statement that lists so many values is worth keeping.
pub(crate) fn kept(values: usize) -> bool {
    values <= KEPT
}

const COLUMNS: &str = "SELECT h.position, h.id, h.leaf_hash, b.salt, b.bytes FROM heads h JOIN bodies b ON b.position = h.position WHERE ";

/// An instant as it is stored: RFC 3339 in UTC with six decimals.
pub(crate) fn instant_text(instant: Timestamp) -> String {
    format!("{instant:.6}")
}

/// A position or count as the database has it.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A stored position, tick or place.
pub(crate) fn unsigned(number: i64, what: &str) -> Result<u64, Failure> {
    u64::try_from(number).map_err(|_| Failure::damaged(format!("{what} is {number}, below 0")))
}

/// A stored hash, salt or key.
pub(crate) fn bytes32(row: &Row, column: &str, place: &dyn std::fmt::Display) -> Result<[u8; 32], Failure> {
    let bytes: Vec<u8> = row.try_get(column)?;
    bytes
        .try_into()
        .map_err(|_| Failure::damaged(format!("{column} of {place} is not 32 bytes long")))
}

/// The id of a stored head.
pub(crate) fn id_of(row: &Row, column: &str) -> Result<EntryId, Failure> {
    let bytes: Vec<u8> = row.try_get(column)?;
    let bytes: [u8; 16] = bytes
        .try_into()
        .map_err(|_| Failure::damaged("an id in heads is not 16 bytes long"))?;
    Ok(EntryId::from_bytes(bytes))
}

/// Stored bytes and their entry, if the bytes are those of the hash.
pub(crate) fn checked(id: &EntryId, salt: &Salt, bytes: &[u8], hash: &Hash) -> Result<Entry, Failure> {
    if leaf_hash(salt, bytes) != *hash {
        return Err(Failure::damaged(format!(
            "entry {id} is not what was recorded, its bytes do not give its hash"
        )));
    }
    let entry = Entry::from_hashed(bytes).map_err(|error| Failure::damaged(format!("entry {id} cannot be read: {error}")))?;
    if entry.id != *id {
        return Err(Failure::damaged(format!("entry {} stands under the id {id}", entry.id)));
    }
    Ok(entry)
}

/// The entry of a row of [`COLUMNS`].
pub(crate) fn recorded(row: &Row) -> Result<Recorded, Failure> {
    let id = id_of(row, "id")?;
    let (hash, salt) = (bytes32(row, "leaf_hash", &id)?, bytes32(row, "salt", &id)?);
    let bytes: &[u8] = row.try_get("bytes")?;
    Ok(Recorded {
        entry: checked(&id, &salt, bytes, &hash)?,
        leaf_hash: hash,
        position: unsigned(row.try_get("position")?, "a position")?,
    })
}

/// The beginning of a statement that reads entries: the columns, and the filter of the viewer.
fn select(viewer: &Viewer) -> Statement {
    let mut query = Statement::new(COLUMNS);
    push_levels(&mut query, "h.level", viewer);
    query
}

/// Adds `column IN (…)` with these values.
pub(crate) fn push_in(query: &mut Statement, column: &'static str, values: impl IntoIterator<Item = String>) {
    query.push(column).push(" IN (");
    query.push_list(values).push(")");
}

/// Adds that the entry stands in a table with one of these values in a column. Looked up apart, since the
/// database would otherwise go through all entries of a level in the order of recording.
fn push_positions(
    query: &mut Statement,
    viewer: &Viewer,
    table: &'static str,
    column: &'static str,
    values: impl IntoIterator<Item = String>,
) {
    query
        .push(" AND h.position IN (SELECT o.position FROM ")
        .push(table)
        .push(" o WHERE ");
    push_levels(query, "o.level", viewer);
    query.push(" AND o.");
    push_in(query, column, values);
    query.push(")");
}

/// What the viewer may see of these rows. The statement has filtered already; the one decision is
/// asked again with what the entry itself says, so that a changed head opens nothing.
fn visible(viewer: &Viewer, rows: &[Row]) -> Result<Vec<Recorded>, Failure> {
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let entry = recorded(row)?;
        if may(viewer, Action::Read, On::entry(&entry.entry)) {
            entries.push(entry);
        }
    }
    Ok(entries)
}

/// One entry, if the viewer may see it.
pub(crate) async fn entry(connection: &mut Link<'_>, viewer: &Viewer, id: &EntryId) -> Result<Option<Recorded>, Failure> {
    let mut query = select(viewer);
    query.push(" AND h.id = ").push_bind(id_bytes(id));
    let rows = query.build().fetch_all(connection).await?;
    Ok(visible(viewer, &rows)?.pop())
}

/// The statements that read entries, in the order of recording each; see [`Of`].
pub(crate) fn statements(viewer: &Viewer, of: &Of, known_by: Option<Timestamp>) -> Vec<Statement> {
    let mut queries = Vec::new();
    let mut narrowed = |narrow: &dyn Fn(&mut Statement)| {
        let mut query = select(viewer);
        narrow(&mut query);
        if let Some(instant) = known_by {
            query.push(" AND h.recorded <= ").push_bind(instant_text(instant));
        }
        query.push(" ORDER BY h.position");
        queries.push(query);
    };
    match of {
        Of::Matters(matters) => {
            for chunk in matters.chunks(CHUNK) {
                narrowed(&|query| push_positions(query, viewer, "heads", "matter", chunk.iter().cloned()));
            }
        }
        Of::Kinds(kinds) => {
            for chunk in kinds.chunks(CHUNK) {
                narrowed(&|query| push_positions(query, viewer, "heads", "kind", chunk.iter().cloned()));
            }
        }
        Of::Chain(first) => narrowed(&|query| {
            query.push(" AND h.position IN (SELECT c.position FROM heads c WHERE ");
            push_levels(query, "c.level", viewer);
            query.push(" AND c.first = ").push_bind(id_bytes(first));
            query.push(" UNION ALL SELECT c.position FROM heads c WHERE ");
            push_levels(query, "c.level", viewer);
            query.push(" AND c.id = ").push_bind(id_bytes(first)).push(" AND c.first IS NULL)");
        }),
        Of::About(subjects) => {
            for chunk in subjects.chunks(CHUNK) {
                narrowed(&|query| push_positions(query, viewer, "abouts", "subject", chunk.iter().map(Subject::text)));
            }
        }
        Of::All => narrowed(&|_| {}),
    }
    queries
}

/// Entries in the order of recording; see [`Of`].
pub(crate) async fn entries(
    connection: &mut Link<'_>,
    viewer: &Viewer,
    of: &Of,
    known_by: Option<Timestamp>,
) -> Result<Vec<Recorded>, Failure> {
    let queries = statements(viewer, of, known_by);
    let keep = match of {
        Of::About(subjects) => kept(subjects.len()),
        Of::Matters(several) | Of::Kinds(several) => kept(several.len()),
        Of::Chain(_) | Of::All => true,
    };
    let parts = queries.len();
    let mut entries = Vec::new();
    for query in queries {
        let rows = query.build().persistent(keep).fetch_all(&mut *connection).await?;
        entries.extend(visible(viewer, &rows)?);
    }
    if parts > 1 {
        // An entry about subjects of several chunks came several times.
        let once: BTreeMap<u64, Recorded> = entries.into_iter().map(|entry| (entry.position, entry)).collect();
        entries = once.into_values().collect();
    }
    Ok(entries)
}

/// The entries of these levels that the viewer may see, in the order of recording.
pub(crate) async fn of_levels(connection: &mut Link<'_>, viewer: &Viewer, levels: &[Level]) -> Result<Vec<Recorded>, Failure> {
    let mut query = select(viewer);
    query.push(" AND h.level IN (");
    query.push_list(levels.iter().map(|level| crate::filter::level_number(*level)));
    query.push(") ORDER BY h.position");
    visible(viewer, &query.build().fetch_all(connection).await?)
}

/// The statement that reads the newest entries of these kinds in one level, newest first. It goes back along the
/// entries of the level and stops when it has enough; the empty text behind `kind` keeps it from gathering all entries
/// of the kinds instead.
pub(crate) fn latest_statement(level: record::audience::Level, kinds: &[&str], before: Option<u64>, limit: usize) -> Statement {
    let mut query = Statement::new(COLUMNS);
    query.push("h.level = ").push_bind(crate::filter::level_number(level));
    if let Some(before) = before {
        query.push(" AND h.position < ").push_bind(signed(before));
    }
    query.push(" AND ");
    push_in(&mut query, "h.kind || ''", kinds.iter().map(|kind| (*kind).to_owned()));
    query.push(" ORDER BY h.position DESC LIMIT ");
    query.push_bind(i64::try_from(limit).unwrap_or(i64::MAX));
    query
}

/// The newest entries of these kinds that the viewer may see, newest first; see [`register::port::Store::latest`].
pub(crate) async fn latest(
    connection: &mut Link<'_>,
    viewer: &Viewer,
    kinds: &[&str],
    before: Option<u64>,
    limit: usize,
) -> Result<Vec<Recorded>, Failure> {
    let mut newest = Vec::new();
    for level in access::readable_levels(viewer) {
        let query = latest_statement(*level, kinds, before, limit);
        let rows = query.build().fetch_all(&mut *connection).await?;
        newest.extend(visible(viewer, &rows)?);
    }
    newest.sort_by_key(|recorded| std::cmp::Reverse(recorded.position));
    newest.truncate(limit);
    Ok(newest)
}

/// The instant of the newest entry that the viewer may see; `None` where there is none.
pub(crate) async fn last_recorded(connection: &mut Link<'_>, viewer: &Viewer) -> Result<Option<Timestamp>, Failure> {
    let mut newest = None;
    for level in access::readable_levels(viewer) {
        // One seek at the end of each level that the viewer may read, and no look at any other.
        let text: Option<String> = query("SELECT recorded FROM heads WHERE level = $1 ORDER BY position DESC LIMIT 1")
            .bind(crate::filter::level_number(*level))
            .value(&mut *connection)
            .await?;
        newest = newest.max(text);
    }
    newest.map(|text| instant(&text)).transpose()
}

/// Reads a stored instant.
pub(crate) fn instant(text: &str) -> Result<Timestamp, Failure> {
    text.parse()
        .map_err(|_| Failure::damaged(format!("{text:?} stands where an instant should")))
}

/// What the store needs to know of entries that others refer to.
pub(crate) struct Head {
    pub(crate) level: record::audience::Level,
    /// First entry of the chain, where this one corrects another.
    pub(crate) first: Option<EntryId>,
}

/// The heads of these ids, as far as the viewer may see them.
pub(crate) async fn heads(connection: &mut Link<'_>, viewer: &Viewer, ids: &[EntryId]) -> Result<BTreeMap<EntryId, Head>, Failure> {
    let mut found = BTreeMap::new();
    for chunk in ids.chunks(CHUNK) {
        let query = heads_of(viewer, chunk);
        for row in query.build().persistent(kept(chunk.len())).fetch_all(&mut *connection).await? {
            let id = id_of(&row, "id")?;
            let level = level_of(row.try_get("level")?).ok_or_else(|| Failure::damaged(format!("the level of entry {id} is none")))?;
            let first: Option<Vec<u8>> = row.try_get("first")?;
            let first = first.map(|_| id_of(&row, "first")).transpose()?;
            found.insert(id, Head { level, first });
        }
    }
    Ok(found)
}

/// The statement that finds heads by ids.
pub(crate) fn heads_of(viewer: &Viewer, ids: &[EntryId]) -> Statement {
    let mut query = Statement::new("SELECT h.id, h.level, h.first FROM heads h WHERE ");
    push_levels(&mut query, "h.level", viewer);
    // Looked up apart, since for many ids the database would otherwise go through all entries of a level.
    query.push(" AND h.position IN (SELECT i.position FROM heads i WHERE i.id IN (");
    query.push_list(ids.iter().map(id_bytes)).push("))");
    query
}

/// The bytes of an id, as stored: 16, from its 32 hexadecimal digits.
pub(crate) fn id_bytes(id: &EntryId) -> Vec<u8> {
    let digit = |c: char| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default();
    let digits: Vec<u8> = id.to_string().chars().map(digit).collect();
    digits
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect()
}
