//! Reading entries: each is checked against its hash before it is handed out.

use crate::fail::Failure;
use crate::filter::{level_of, push_levels};
use access::{Action, Viewer, may};
use jiff::Timestamp;
use record::entry::{Entry, EntryId};
use record::leaf::{Salt, leaf_hash};
use record::merkle::Hash;
use register::port::{Of, Recorded};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row, Sqlite, SqliteConnection};
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
pub(crate) fn bytes32(row: &SqliteRow, column: &str, place: &dyn std::fmt::Display) -> Result<[u8; 32], Failure> {
    let bytes: Vec<u8> = row.try_get(column)?;
    bytes
        .try_into()
        .map_err(|_| Failure::damaged(format!("{column} of {place} is not 32 bytes long")))
}

/// The id of a stored head.
pub(crate) fn id_of(row: &SqliteRow, column: &str) -> Result<EntryId, Failure> {
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
    let entry = Entry::from_canonical(bytes).map_err(|error| Failure::damaged(format!("entry {id} cannot be read: {error}")))?;
    if entry.id != *id {
        return Err(Failure::damaged(format!("entry {} stands under the id {id}", entry.id)));
    }
    Ok(entry)
}

/// The entry of a row of [`COLUMNS`].
pub(crate) fn recorded(row: &SqliteRow) -> Result<Recorded, Failure> {
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
fn select(viewer: &Viewer) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new(COLUMNS);
    push_levels(&mut query, "h.level", viewer);
    query
}

/// What the viewer may see of these rows. The statement has filtered already; the one decision is
/// asked again with what the entry itself says, so that a changed head opens nothing.
fn visible(viewer: &Viewer, rows: &[SqliteRow]) -> Result<Vec<Recorded>, Failure> {
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let entry = recorded(row)?;
        if may(viewer, Action::Read, &entry.entry.audience) {
            entries.push(entry);
        }
    }
    Ok(entries)
}

/// One entry, if the viewer may see it.
pub(crate) async fn entry(connection: &mut SqliteConnection, viewer: &Viewer, id: &EntryId) -> Result<Option<Recorded>, Failure> {
    let mut query = select(viewer);
    query.push(" AND h.id = ").push_bind(id_bytes(id));
    let rows = query.build().fetch_all(connection).await?;
    Ok(visible(viewer, &rows)?.pop())
}

/// The statements that read entries, in the order of recording each; see [`Of`].
pub(crate) fn statements(viewer: &Viewer, of: &Of, known_by: Option<Timestamp>) -> Vec<QueryBuilder<Sqlite>> {
    let mut queries = Vec::new();
    let mut narrowed = |narrow: &dyn Fn(&mut QueryBuilder<Sqlite>)| {
        let mut query = select(viewer);
        narrow(&mut query);
        if let Some(instant) = known_by {
            query.push(" AND h.recorded <= ").push_bind(instant_text(instant));
        }
        query.push(" ORDER BY h.position");
        queries.push(query);
    };
    match of {
        Of::Matter(matter) => narrowed(&|query| {
            query.push(" AND h.matter = ").push_bind(matter.clone());
        }),
        Of::Kind(kind) => narrowed(&|query| {
            query.push(" AND h.kind = ").push_bind(kind.clone());
        }),
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
                narrowed(&|query| {
                    query.push(" AND h.position IN (SELECT a.position FROM abouts a WHERE ");
                    push_levels(query, "a.level", viewer);
                    query.push(" AND a.subject IN (");
                    let mut list = query.separated(", ");
                    for subject in chunk {
                        list.push_bind(subject.text());
                    }
                    query.push("))");
                });
            }
        }
        Of::All => narrowed(&|_| {}),
    }
    queries
}

/// Entries in the order of recording; see [`Of`].
pub(crate) async fn entries(
    connection: &mut SqliteConnection,
    viewer: &Viewer,
    of: &Of,
    known_by: Option<Timestamp>,
) -> Result<Vec<Recorded>, Failure> {
    let queries = statements(viewer, of, known_by);
    let keep = match of {
        Of::About(subjects) => kept(subjects.len()),
        _ => true,
    };
    let parts = queries.len();
    let mut entries = Vec::new();
    for mut query in queries {
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

/// The instant of the newest entry that the viewer may see; `None` where there is none.
pub(crate) async fn last_recorded(connection: &mut SqliteConnection, viewer: &Viewer) -> Result<Option<Timestamp>, Failure> {
    let mut newest = None;
    for level in access::readable_levels(viewer) {
        // One seek at the end of each level that the viewer may read, and no look at any other.
        let text: Option<String> = sqlx::query_scalar("SELECT recorded FROM heads WHERE level = $1 ORDER BY position DESC LIMIT 1")
            .bind(crate::filter::level_number(*level))
            .fetch_optional(&mut *connection)
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
pub(crate) async fn heads(connection: &mut SqliteConnection, viewer: &Viewer, ids: &[EntryId]) -> Result<BTreeMap<EntryId, Head>, Failure> {
    let mut found = BTreeMap::new();
    for chunk in ids.chunks(CHUNK) {
        let mut query = QueryBuilder::new("SELECT h.id, h.level, h.first FROM heads h WHERE ");
        push_levels(&mut query, "h.level", viewer);
        query.push(" AND h.id IN (");
        let mut list = query.separated(", ");
        for id in chunk {
            list.push_bind(id_bytes(id));
        }
        query.push(")");
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

/// The bytes of an id, as stored: 16, from its 32 hexadecimal digits.
pub(crate) fn id_bytes(id: &EntryId) -> Vec<u8> {
    let digit = |c: char| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default();
    let digits: Vec<u8> = id.to_string().chars().map(digit).collect();
    digits
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect()
}
