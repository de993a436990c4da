//! Keeping the read tables: what is derived for a person is compared with what was derived before, and
//! only the difference is written, in the transaction that appends.
//!
//! Where every face may read all entries about a person, the rows stand once, under the word for every
//! face; else each face has its own. `derived` holds a person's rows as one text, to tell differences by.
//! An interval of a fact becomes rows of `list_rows`: one in the block [`crate::day::OPEN`] where it
//! never ends, else one for each block that covers it (see [`crate::day`]). In the running sums (see
//! [`crate::sums`]) it is one that begins and one that ends.

use crate::fail::Failure;
use crate::filter::{EVERY_FACE, face_word, push_levels, viewer_of};
use crate::read::{CHUNK, kept, recorded, signed};
use crate::rows::{self, FactRow, NameRow, Of, Rows};
use crate::sums::Sums;
use access::{Action, Face, Viewer, may};
use record::entry::Subject;
use register::port::{Derive, FACES, Recorded};
use sqlx::{QueryBuilder, Row, Sqlite, SqliteConnection};
use std::collections::{BTreeMap, BTreeSet};

/// Rows by face and person.
type ByFace = BTreeMap<(&'static str, String), Rows>;

/// Brings the rows of all persons whom these new entries are about up to date.
pub(crate) async fn derive_new(connection: &mut SqliteConnection, derive: &dyn Derive, written: &[Recorded]) -> Result<(), Failure> {
    let mut persons: BTreeMap<String, Vec<Recorded>> = BTreeMap::new();
    for entry in written {
        for person in persons_of(entry) {
            persons.entry(person).or_default().push(entry.clone());
        }
    }
    let before = written.iter().map(|entry| entry.position).min().unwrap_or(0);
    derive_persons(connection, derive, persons, before).await
}

/// Derives the rows of all persons of the record into read tables that are empty.
pub(crate) async fn derive_all(connection: &mut SqliteConnection, derive: &dyn Derive) -> Result<(), Failure> {
    let mut query: QueryBuilder<Sqlite> = QueryBuilder::new("SELECT DISTINCT a.subject FROM abouts a WHERE ");
    push_levels(&mut query, "a.level", &every_reader());
    // A semicolon follows the colon in the order of bytes.
    query.push(" AND a.subject >= 'person:' AND a.subject < 'person;'");
    let subjects: Vec<String> = query.build_query_scalar().fetch_all(&mut *connection).await?;
    let key = |subject: String| Some((subject.strip_prefix("person:")?.to_owned(), Vec::new()));
    derive_persons(connection, derive, subjects.into_iter().filter_map(key).collect(), u64::MAX).await
}

/// Who may read all from which the faces are then derived, each from what it may read itself.
fn every_reader() -> Viewer {
    viewer_of(Face::Operator)
}

/// The keys of the persons whom an entry is about, each once.
fn persons_of(entry: &Recorded) -> BTreeSet<String> {
    let key = |subject: &Subject| match subject {
        Subject::Person(key) => Some(key.clone()),
        _ => None,
    };
    entry.entry.about.iter().filter_map(key).collect()
}

/// `persons` holds for each the entries at hand; those before the position `before` are read.
async fn derive_persons(
    connection: &mut SqliteConnection,
    derive: &dyn Derive,
    persons: BTreeMap<String, Vec<Recorded>>,
    before: u64,
) -> Result<(), Failure> {
    let mut sums = Sums::default();
    let mut persons = persons.into_iter();
    loop {
        let mut chunk: BTreeMap<String, Vec<Recorded>> = persons.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            break;
        }
        let keys: Vec<String> = chunk.keys().cloned().collect();
        for (person, entry) in earlier(connection, &keys, before).await? {
            chunk.entry(person).or_default().push(entry);
        }
        let mut derived = ByFace::new();
        for (person, mut entries) in chunk {
            entries.sort_by_key(|entry| entry.position);
            for (face, rows) in by_face(derive, &person, &entries) {
                derived.insert((face, person.clone()), rows);
            }
        }
        let standing = standing(connection, &keys).await?;
        replace(connection, &standing, &derived, &mut sums).await?;
    }
    sums.write(connection).await
}

/// What is derived for a person: once where all faces may read the same, else for each face.
fn by_face(derive: &dyn Derive, person: &str, entries: &[Recorded]) -> Vec<(&'static str, Rows)> {
    let readable = FACES.map(|face| {
        let viewer = viewer_of(face);
        let may_read = |entry: &&Recorded| may(&viewer, Action::Read, &entry.entry.audience);
        (face_word(face), entries.iter().filter(may_read).cloned().collect::<Vec<_>>())
    });
    if readable.iter().all(|(_, readable)| readable.len() == entries.len()) {
        return vec![(EVERY_FACE, Rows::of(&derive.derive(person, entries)))];
    }
    let with_entries = readable.into_iter().filter(|(_, entries)| !entries.is_empty());
    with_entries
        .map(|(face, entries)| (face, Rows::of(&derive.derive(person, &entries))))
        .collect()
}

/// The entries about these persons before a position, for every face to choose from.
async fn earlier(connection: &mut SqliteConnection, persons: &[String], before: u64) -> Result<Vec<(String, Recorded)>, Failure> {
    let mut query: QueryBuilder<Sqlite> = QueryBuilder::new(
        "SELECT a.subject, h.position, h.id, h.leaf_hash, b.salt, b.bytes FROM abouts a
         JOIN heads h ON h.position = a.position JOIN bodies b ON b.position = a.position WHERE ",
    );
    push_levels(&mut query, "a.level", &every_reader());
    query.push(" AND a.subject IN (");
    let mut list = query.separated(", ");
    for person in persons {
        list.push_bind(Subject::Person(person.clone()).text());
    }
    query.push(") AND a.position < ").push_bind(signed(before));
    let mut entries = Vec::new();
    for row in query.build().persistent(kept(persons.len())).fetch_all(connection).await? {
        let subject: String = row.try_get("subject")?;
        if let Some(Subject::Person(key)) = Subject::parse(&subject) {
            entries.push((key, recorded(&row)?));
        }
    }
    Ok(entries)
}

/// What was derived for these persons before.
async fn standing(connection: &mut SqliteConnection, persons: &[String]) -> Result<ByFace, Failure> {
    let words: Vec<&'static str> = std::iter::once(EVERY_FACE).chain(FACES.map(face_word)).collect();
    let mut query: QueryBuilder<Sqlite> = QueryBuilder::new("SELECT face, subject, rows FROM derived WHERE face IN (");
    let mut list = query.separated(", ");
    for word in &words {
        list.push_bind(*word);
    }
    query.push(") AND subject IN (");
    let mut list = query.separated(", ");
    for person in persons {
        list.push_bind(person);
    }
    query.push(")");
    let mut standing = ByFace::new();
    for row in query.build().persistent(kept(persons.len())).fetch_all(connection).await? {
        let (face, subject, text): (String, String, String) = (row.try_get("face")?, row.try_get("subject")?, row.try_get("rows")?);
        let damaged = || Failure::damaged(format!("the read tables of person {subject}; `comity record rebuild` mends them"));
        let rows = Rows::parse(&text).ok_or_else(damaged)?;
        if let Some(word) = words.iter().find(|word| **word == face) {
            standing.insert((word, subject), rows);
        }
    }
    Ok(standing)
}

/// Writes the difference between what was derived and what is.
async fn replace(connection: &mut SqliteConnection, standing: &ByFace, derived: &ByFace, sums: &mut Sums) -> Result<(), Failure> {
    let nothing = Rows::default();
    let keys: BTreeSet<&(&'static str, String)> = standing.keys().chain(derived.keys()).collect();
    let (mut facts_gone, mut facts_new): (Vec<Of<FactRow>>, Vec<Of<FactRow>>) = Default::default();
    let (mut names_gone, mut names_new): (Vec<Of<NameRow>>, Vec<Of<NameRow>>) = Default::default();
    let mut changed: Vec<Of<Rows>> = Vec::new();
    for key in keys {
        let (face, subject) = (key.0, key.1.as_str());
        let (old, new) = (standing.get(key).unwrap_or(&nothing), derived.get(key).unwrap_or(&nothing));
        if old == new {
            continue;
        }
        changed.push(Of { face, subject, row: new });
        facts_gone.extend(old.facts.difference(&new.facts).map(|row| Of { face, subject, row }));
        facts_new.extend(new.facts.difference(&old.facts).map(|row| Of { face, subject, row }));
        names_gone.extend(old.names.difference(&new.names).map(|row| Of { face, subject, row }));
        names_new.extend(new.names.difference(&old.names).map(|row| Of { face, subject, row }));
    }
    facts_gone.iter().for_each(|fact| sums.add(fact.face, fact.row, -1));
    facts_new.iter().for_each(|fact| sums.add(fact.face, fact.row, 1));
    rows::delete_facts(connection, &facts_gone).await?;
    rows::insert_facts(connection, &facts_new).await?;
    rows::delete_names(connection, &names_gone).await?;
    rows::insert_names(connection, &names_new).await?;
    rows::keep(connection, &changed).await
}
