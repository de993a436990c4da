//! Reading entries: each is checked against its hash before it is handed out.

use crate::fail::Failure;
use crate::filter::{Group, Sight};
use crate::shelf::{Words, closing_word, key_of, mac};
use crate::sql::{Dialect, Link, Row, Statement};
use crate::vault::Vault;
use jiff::Timestamp;
use record::audience::Level;
use record::entry::{Entry, EntryId, Subject};
use record::leaf::{Salt, leaf_hash};
use record::merkle::Hash;
use register::closing::Closing;
use register::port::{Of, Recorded};
use std::collections::{BTreeMap, BTreeSet};

/// How many values one statement may list.
pub(crate) const CHUNK: usize = 500;
/// Statements that list no more values than this are kept by the connection.
const KEPT: usize = 4;

/// Whether a statement that lists so many values is worth keeping.
pub(crate) fn kept(values: usize) -> bool {
    values <= KEPT
}

/// What is read of an entry: its head, its body, and the class in which it stands.
pub(crate) const COLUMNS: &str = "SELECT h.position, h.id, h.leaf_hash, s.class, s.mac, b.key, b.salt, b.bytes FROM shelf s
 JOIN heads h ON h.position = s.position JOIN bodies b ON b.position = s.position WHERE ";

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

/// Salt and bytes of entries, decrypted where they must be. The rows have `position`, `key`, `salt` and `bytes`; where
/// a key is missing, or was not that of the row, there is nothing.
pub(crate) async fn opened(link: &mut Link<'_>, vault: &Vault, rows: &[Row]) -> Result<Vec<Option<(Vec<u8>, Vec<u8>)>>, Failure> {
    let mut names = BTreeSet::new();
    for row in rows {
        names.extend(key_of(row)?);
    }
    let keys = if names.is_empty() {
        BTreeMap::new()
    } else {
        vault.keys(link, &names.into_iter().collect::<Vec<_>>()).await?
    };
    let open = |row: &Row| {
        let bytes: Vec<u8> = row.try_get("bytes")?;
        let Some(name) = key_of(row)? else {
            return Ok(Some((row.try_get("salt")?, bytes)));
        };
        let position: i64 = row.try_get("position")?;
        if !row.try_get::<Vec<u8>>("salt")?.is_empty() {
            return Ok(None);
        }
        let plain = keys.get(&name).and_then(|key| vault.unseal(key, &place_of_body(position), &bytes));
        Ok(plain.and_then(|plain| plain.split_at_checked(SALT).map(|(salt, bytes)| (salt.to_vec(), bytes.to_vec()))))
    };
    rows.iter().map(open).collect()
}

/// How many bytes a salt has.
const SALT: usize = 32;

/// What the ciphertext of a body is bound to, beside the key of its matter.
pub(crate) fn place_of_body(position: i64) -> String {
    format!("body {position}")
}

/// The entries of rows of [`COLUMNS`], each with its class.
pub(crate) async fn recorded(link: &mut Link<'_>, vault: &Vault, rows: &[Row]) -> Result<Vec<(Recorded, i64)>, Failure> {
    let opened = opened(link, vault, rows).await?;
    let mut entries = Vec::with_capacity(rows.len());
    for (row, opened) in rows.iter().zip(opened) {
        let id = id_of(row, "id")?;
        let hash = bytes32(row, "leaf_hash", &id)?;
        let unreadable = || {
            Failure::damaged(format!(
                "entry {id} cannot be decrypted: its ciphertext, its key or its place was changed"
            ))
        };
        let (salt, bytes) = opened.ok_or_else(unreadable)?;
        let salt: Salt = salt
            .try_into()
            .map_err(|_| Failure::damaged(format!("salt of {id} is not 32 bytes long")))?;
        let entry = checked(&id, &salt, &bytes, &hash)?;
        let recorded = Recorded {
            audience: entry.audience.clone(),
            entry,
            leaf_hash: hash,
            position: unsigned(row.try_get("position")?, "a position")?,
        };
        entries.push((recorded, row.try_get("class")?));
    }
    Ok(entries)
}

/// Adds `column IN (…)` with these values.
pub(crate) fn push_in(query: &mut Statement, column: &'static str, values: impl IntoIterator<Item = String>) {
    query.push(column).push(" IN (");
    query.push_list(values).push(")");
}

/// What the viewer may see of these rows. The statement has filtered already; the one decision is asked again, and each
/// entry must stand in the class into which it was put, so that a changed shelf opens nothing.
async fn visible(link: &mut Link<'_>, sight: &Sight<'_>, rows: &[Row]) -> Result<Vec<Recorded>, Failure> {
    let mut seen = Vec::with_capacity(rows.len());
    for (row, (recorded, class)) in rows.iter().zip(recorded(link, sight.vault, rows).await?) {
        let Some((audience, tag)) = sight.opens(class, &recorded.entry) else {
            continue;
        };
        if mac(sight.vault, signed(recorded.position), tag) != row.try_get::<Vec<u8>>("mac")? {
            return Err(Failure::damaged(format!(
                "entry {} stands on the shelf of others than those who may know it; `comity record rebuild` mends that, find out who changed it",
                recorded.entry.id
            )));
        }
        let mut audience = audience.clone();
        if audience.level == Level::Public {
            // What is public is one class, from whomever it comes: who may withdraw it follows from that.
            audience.originator.clone_from(&recorded.entry.audience.originator);
        }
        seen.push(Recorded { audience, ..recorded });
    }
    Ok(seen)
}

/// The acts that narrowed or opened these matters so far, by matter, in the order of recording.
pub(crate) async fn closings(
    link: &mut Link<'_>,
    vault: &Vault,
    matters: &BTreeSet<String>,
) -> Result<BTreeMap<String, Vec<Closing>>, Failure> {
    let mut found: BTreeMap<String, Vec<Closing>> = BTreeMap::new();
    let words: Vec<String> = matters.iter().map(|matter| closing_word(vault, matter)).collect();
    for chunk in words.chunks(CHUNK) {
        let mut asked = Statement::new(COLUMNS);
        asked.push("s.position IN (SELECT c.position FROM closings c WHERE c.matter IN (");
        asked.push_list(chunk.iter()).push(")) ORDER BY s.position");
        let rows = asked.build().persistent(kept(chunk.len())).fetch_all(link).await?;
        for (recorded, _) in recorded(link, vault, &rows).await? {
            if let Some(closing) = Closing::of(&recorded.entry, recorded.position) {
                found.entry(recorded.entry.matter.clone()).or_default().push(closing);
            }
        }
    }
    Ok(found)
}

/// The beginning of a statement that reads entries of a group.
fn select(group: &Group) -> Statement {
    let mut query = Statement::new(COLUMNS);
    group.push(&mut query, "s");
    query
}

/// One entry, if the viewer may see it.
pub(crate) async fn entry(link: &mut Link<'_>, sight: &Sight<'_>, id: &EntryId) -> Result<Option<Recorded>, Failure> {
    Ok(by_ids(link, sight, std::slice::from_ref(id)).await?.pop())
}

/// The entries of these ids that the viewer may see.
pub(crate) async fn by_ids(link: &mut Link<'_>, sight: &Sight<'_>, ids: &[EntryId]) -> Result<Vec<Recorded>, Failure> {
    let mut found = Vec::new();
    for chunk in ids.chunks(CHUNK) {
        for group in &sight.groups {
            let rows = with_ids(group, chunk).build().persistent(kept(chunk.len() + group.values()));
            let rows = rows.fetch_all(link).await?;
            found.extend(visible(link, sight, &rows).await?);
        }
    }
    Ok(found)
}

/// The order by which an entry was erased, if the viewer may see the order. Asked in one way whether there is one or not.
pub(crate) async fn order_of(link: &mut Link<'_>, sight: &Sight<'_>, id: &EntryId) -> Result<Option<Recorded>, Failure> {
    for group in &sight.groups {
        let mut asked = select(group);
        asked.push(" AND s.position IN (SELECT e.ordered FROM heads i JOIN erased e ON e.position = i.position WHERE i.id = ");
        asked.push_bind(id_bytes(id)).push(")");
        let rows = asked.build().persistent(kept(1 + group.values())).fetch_all(link).await?;
        if let Some(order) = visible(link, sight, &rows).await?.pop() {
            return Ok(Some(order));
        }
    }
    Ok(None)
}

/// The statement that finds entries by ids.
pub(crate) fn with_ids(group: &Group, ids: &[EntryId]) -> Statement {
    let mut query = select(group);
    // Looked up apart, since for many ids the database would otherwise go through all entries of a class.
    query.push(" AND s.position IN (SELECT i.position FROM heads i WHERE i.id IN (");
    query.push_list(ids.iter().map(id_bytes)).push("))");
    query
}

/// The statements that read entries of a group, in the order of recording each; see [`Of`]. Where the words of the
/// group do not tell, they read more, and [`holds`] tells.
pub(crate) fn statements(vault: &Vault, group: &Group, of: &Of, known_by: Option<Timestamp>) -> Vec<Statement> {
    let mut queries = Vec::new();
    let mut narrowed = |narrow: &dyn Fn(&mut Statement)| {
        let mut query = select(group);
        narrow(&mut query);
        if let Some(instant) = known_by {
            query.push(" AND h.recorded <= ").push_bind(instant_text(instant));
        }
        query.push(" ORDER BY s.position");
        queries.push(query);
    };
    let words = group.words;
    // Looked up apart, since the database would otherwise go through all entries of a class.
    let positions = |query: &mut Statement, table: &str, column: &'static str, values: Vec<String>| {
        query.push(format!(" AND s.position IN (SELECT o.position FROM {table} o WHERE o.class IN ("));
        query.push_list(group.classes.iter().copied()).push(") AND o.");
        push_in(query, column, values);
        query.push(")");
    };
    match of {
        Of::Matters(matters) => {
            for chunk in matters.chunks(CHUNK) {
                let values: Vec<String> = chunk.iter().map(|matter| words.matter(vault, matter)).collect();
                narrowed(&|query| positions(query, "shelf", "matter", values.clone()));
            }
        }
        Of::Kinds(kinds) if words != Words::Matter => {
            for chunk in kinds.chunks(CHUNK) {
                narrowed(&|query| positions(query, "shelf", "kind", chunk.to_vec()));
            }
        }
        Of::About(subjects) if words != Words::Matter => {
            for chunk in subjects.chunks(CHUNK) {
                let values: Vec<String> = chunk.iter().map(Subject::text).collect();
                narrowed(&|query| positions(query, "abouts", "subject", values.clone()));
            }
        }
        Of::Chain(first) if words != Words::Matter => narrowed(&|query| {
            query.push(" AND s.position IN (SELECT c.position FROM shelf c WHERE c.class IN (");
            query.push_list(group.classes.iter().copied());
            query.push(") AND c.first = ").push_bind(id_bytes(first));
            query.push(" UNION ALL SELECT i.position FROM heads i WHERE i.id = ");
            query.push_bind(id_bytes(first)).push(")");
        }),
        Of::Since(length) => narrowed(&|query| {
            query.push(" AND s.position >= ").push_bind(signed(*length));
        }),
        Of::All | Of::Beyond | Of::Kinds(_) | Of::About(_) | Of::Chain(_) => narrowed(&|_| {}),
    }
    queries
}

/// Whether an entry is one of those that are asked for.
fn holds(of: &Of, entry: &Entry) -> bool {
    match of {
        Of::Matters(matters) => matters.contains(&entry.matter),
        Of::Kinds(kinds) => kinds.contains(&entry.kind),
        Of::About(subjects) => entry.about.iter().any(|subject| subjects.contains(subject)),
        Of::Chain(first) => match &entry.corrects {
            Some(corrects) => corrects.first == *first,
            None => entry.id == *first,
        },
        Of::All | Of::Beyond | Of::Since(_) => true,
    }
}

/// Entries in the order of recording; see [`Of`].
pub(crate) async fn entries(
    link: &mut Link<'_>,
    sight: &Sight<'_>,
    of: &Of,
    known_by: Option<Timestamp>,
) -> Result<Vec<Recorded>, Failure> {
    let not_public;
    let groups = if *of == Of::Beyond {
        not_public = sight.beyond();
        &not_public
    } else {
        &sight.groups
    };
    let asked = match of {
        Of::About(subjects) => subjects.len(),
        Of::Matters(several) | Of::Kinds(several) => several.len(),
        Of::Chain(_) | Of::All | Of::Beyond | Of::Since(_) => 1,
    };
    let (mut entries, mut parts) = (Vec::new(), 0);
    for group in groups {
        for query in statements(sight.vault, group, of, known_by) {
            parts += 1;
            let rows = query.build().persistent(kept(asked + group.values())).fetch_all(link).await?;
            let seen = visible(link, sight, &rows).await?;
            entries.extend(seen.into_iter().filter(|recorded| holds(of, &recorded.entry)));
        }
    }
    if parts > 1 {
        // In order; an entry about subjects of several chunks came several times.
        let once: BTreeMap<u64, Recorded> = entries.into_iter().map(|entry| (entry.position, entry)).collect();
        entries = once.into_values().collect();
    }
    Ok(entries)
}

/// Adds that an entry is of a class, so that the newest of it are found by going back along the index of classes. The
/// two databases need different words. PostgreSQL sees that with one class the order of positions is that of all
/// entries too, and would go back along those of other classes; for a range of classes it cannot. SQLite goes by the
/// index of classes, and in it to a position only if the class is one.
fn push_class(query: &mut Statement, dialect: Dialect, class: i64) {
    match dialect {
        Dialect::Sqlite => query.push("s.class = ").push_bind(class),
        Dialect::Postgres => query.push("s.class >= ").push_bind(class).push(" AND s.class <= ").push_bind(class),
    };
}

/// The statement that reads the newest entries of these kinds in one class, newest first. It goes back along the
/// entries of the class and stops when it has enough; the empty text behind `kind` keeps it from gathering all entries
/// of the kinds instead.
pub(crate) fn latest_statement(dialect: Dialect, class: i64, kinds: Option<Vec<String>>, before: Option<u64>, limit: usize) -> Statement {
    let mut query = Statement::new(COLUMNS);
    push_class(&mut query, dialect, class);
    if let Some(before) = before {
        query.push(" AND s.position < ").push_bind(signed(before));
    }
    if let Some(kinds) = kinds {
        query.push(" AND ");
        push_in(&mut query, "s.kind || ''", kinds);
    }
    query.push(" ORDER BY s.class DESC, s.position DESC LIMIT ");
    query.push_bind(i64::try_from(limit).unwrap_or(i64::MAX));
    query
}

/// The newest entries of these kinds that the viewer may see, newest first; see [`register::port::Store::latest`].
pub(crate) async fn latest(
    link: &mut Link<'_>,
    sight: &Sight<'_>,
    kinds: &[&str],
    before: Option<u64>,
    limit: usize,
) -> Result<Vec<Recorded>, Failure> {
    let mut newest = Vec::new();
    for group in &sight.groups {
        let words: Option<Vec<String>> = (group.words == Words::Clear).then(|| kinds.iter().map(|kind| (*kind).to_owned()).collect());
        // Where the kind stands nowhere, all are looked at.
        let limit = if words.is_some() && group.values() == group.classes.len() {
            limit
        } else {
            usize::MAX
        };
        for class in &group.classes {
            let rows = latest_statement(link.dialect(), *class, words.clone(), before, limit)
                .build()
                .fetch_all(link)
                .await?;
            let seen = visible(link, sight, &rows).await?;
            newest.extend(seen.into_iter().filter(|recorded| kinds.contains(&recorded.entry.kind.as_str())));
        }
    }
    newest.sort_by_key(|recorded| std::cmp::Reverse(recorded.position));
    newest.truncate(limit);
    Ok(newest)
}

/// The statement that finds the instant of the newest entry of a class.
pub(crate) fn last_statement(dialect: Dialect, class: i64) -> Statement {
    let mut query = Statement::new("SELECT h.recorded FROM heads h WHERE h.position = (SELECT s.position FROM shelf s WHERE ");
    push_class(&mut query, dialect, class);
    query.push(" ORDER BY s.class DESC, s.position DESC LIMIT 1)");
    query
}

/// The instant of the newest entry that the viewer may see; `None` where there is none. One seek at the end of each
/// class, and no look at any other.
pub(crate) async fn last_recorded(link: &mut Link<'_>, sight: &Sight<'_>) -> Result<Option<Timestamp>, Failure> {
    let mut newest = None;
    for group in &sight.groups {
        let statements = if group.values() == group.classes.len() {
            group.classes.iter().map(|class| last_statement(link.dialect(), *class)).collect()
        } else {
            let mut of_matters =
                Statement::new("SELECT h.recorded FROM heads h WHERE h.position = (SELECT MAX(s.position) FROM shelf s WHERE ");
            group.push(&mut of_matters, "s");
            of_matters.push(")");
            vec![of_matters]
        };
        for statement in statements {
            let text: Option<String> = statement.build().value(link).await?;
            newest = newest.max(text);
        }
    }
    newest.map(|text| instant(&text)).transpose()
}

/// Reads a stored instant.
pub(crate) fn instant(text: &str) -> Result<Timestamp, Failure> {
    text.parse()
        .map_err(|_| Failure::damaged(format!("{text:?} stands where an instant should")))
}

/// The bytes of an id, as stored.
pub(crate) fn id_bytes(id: &EntryId) -> Vec<u8> {
    id.as_bytes().to_vec()
}
