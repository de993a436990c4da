//! Keeping the read tables: what is derived for a unit is compared with what was derived before, and only
//! the difference is written, in the transaction that appends.
//!
//! Which units an entry changes is for [`Derive::units`] to say; a unit's entries are those that name it so,
//! whether they are at hand or read. Only what is public is derived. `derived` holds a unit's rows as one text,
//! to tell differences by. An interval of a fact becomes rows of `list_rows`: one in the block [`crate::day::OPEN`]
//! where it never ends, else one for each block that covers it (see [`crate::day`]). In the running sums (see
//! [`crate::sums`]) it is one that begins and one that ends.

use crate::bulk::Writes;
use crate::fail::Failure;
use crate::lists::beyond;
use crate::read::{CHUNK, COLUMNS, kept, push_in, recorded, signed};
use crate::rows::{self, FactRow, NameRow, Of, Rows};
use crate::shelf::PUBLIC;
use crate::sql::{Link, Statement};
use crate::sums::Sums;
use crate::vault::Vault;
use record::audience::Level;
use register::port::{Derive, PERSONS, Recorded, STATES, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// Rows by the text of the unit.
type ByUnit = BTreeMap<String, Rows>;

/// Brings the rows of all units that these new entries change up to date.
/// Writes with them what waits to be written.
pub(crate) async fn derive_new(
    connection: &mut Link<'_>,
    vault: &Vault,
    derive: &dyn Derive,
    written: &[Recorded],
    writes: Writes,
) -> Result<(), Failure> {
    let written: Vec<&Recorded> = written.iter().filter(|recorded| recorded.audience.level == Level::Public).collect();
    let mut units: BTreeMap<Unit, Vec<Recorded>> = BTreeMap::new();
    for entry in &written {
        for unit in derive.units(&entry.entry) {
            units.entry(unit).or_default().push((*entry).clone());
        }
    }
    let before = written.iter().map(|entry| entry.position).min().unwrap_or(0);
    derive_units(connection, vault, derive, (units, before), writes).await
}

/// Derives the rows of all units that entries change which moved to or from what is public.
pub(crate) async fn derive_moved(connection: &mut Link<'_>, vault: &Vault, derive: &dyn Derive, moved: &[Recorded]) -> Result<(), Failure> {
    let units = moved.iter().flat_map(|entry| derive.units(&entry.entry));
    let units: BTreeMap<Unit, Vec<Recorded>> = units.map(|unit| (unit, Vec::new())).collect();
    if units.is_empty() {
        return Ok(());
    }
    derive_units(connection, vault, derive, (units, u64::MAX), Writes::default()).await
}

/// Derives the rows of all units of the record into read tables that are empty.
pub(crate) async fn derive_all(connection: &mut Link<'_>, vault: &Vault, derive: &dyn Derive) -> Result<(), Failure> {
    let mut units: BTreeMap<Unit, Vec<Recorded>> = BTreeMap::new();
    for beginning in [PERSONS, STATES] {
        let subjects: Vec<String> = subjects(beginning).build().column(&mut *connection).await?;
        let found = subjects.iter().filter_map(|subject| Unit::parse(subject));
        units.extend(found.map(|unit| (unit, Vec::new())));
    }
    for beginning in derive.matters() {
        let matters: Vec<String> = matters(&beginning).build().column(&mut *connection).await?;
        units.extend(matters.into_iter().map(|matter| (Unit::Matter(matter), Vec::new())));
    }
    derive_units(connection, vault, derive, (units, u64::MAX), Writes::default()).await
}

/// The statement for the subjects of entries that begin so.
pub(crate) fn subjects(beginning: &str) -> Statement {
    let mut query = Statement::new("SELECT DISTINCT a.subject FROM abouts a WHERE a.class = ");
    query.push_bind(PUBLIC);
    query.push(" AND a.subject >= ").push_bind(beginning.to_owned());
    query.push(" AND a.subject < ").push_bind(beyond(beginning));
    query
}

/// The statement for the matters that begin so.
pub(crate) fn matters(beginning: &str) -> Statement {
    let mut query = Statement::new("SELECT DISTINCT s.matter FROM shelf s WHERE s.class = ");
    query.push_bind(PUBLIC);
    query.push(" AND s.matter >= ").push_bind(beginning.to_owned());
    query.push(" AND s.matter < ").push_bind(beyond(beginning));
    query
}

/// `units` holds for each the entries at hand; those before the position `before` are read.
async fn derive_units(
    connection: &mut Link<'_>,
    vault: &Vault,
    derive: &dyn Derive,
    (units, before): (BTreeMap<Unit, Vec<Recorded>>, u64),
    mut writes: Writes,
) -> Result<(), Failure> {
    let mut sums = Sums::default();
    let mut units = units.into_iter();
    loop {
        let mut chunk: BTreeMap<Unit, Vec<Recorded>> = units.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            break;
        }
        let texts: Vec<String> = chunk.keys().map(Unit::text).collect();
        earlier(connection, vault, derive, &mut chunk, before).await?;
        let mut derived = ByUnit::new();
        for (unit, mut entries) in chunk {
            entries.sort_by_key(|entry| entry.position);
            let text = unit.text();
            if !entries.is_empty() {
                derived.insert(text, Rows::of(&derive.derive(&unit, &entries)));
            }
        }
        let standing = standing(connection, &texts).await?;
        replace(&mut writes, &standing, &derived, &mut sums);
        writes.run_if_many(connection).await?;
    }
    sums.write(connection, writes).await
}

/// Adds the public entries of these units before a position. What is about a person
/// or a State, or stands in a matter, and is not of the unit, is left where it is.
async fn earlier(
    connection: &mut Link<'_>,
    vault: &Vault,
    derive: &dyn Derive,
    units: &mut BTreeMap<Unit, Vec<Recorded>>,
    before: u64,
) -> Result<(), Failure> {
    let (matters, subjects): (Vec<&Unit>, Vec<&Unit>) = units.keys().partition(|unit| matches!(unit, Unit::Matter(_)));
    let subjects: Vec<String> = subjects.into_iter().map(Unit::text).collect();
    let matters: Vec<String> = matters.into_iter().filter_map(matter).collect();
    let mut entries = Vec::new();
    if !subjects.is_empty() {
        let query = about(&subjects, before);
        let rows = query.build().persistent(kept(subjects.len())).fetch_all(&mut *connection).await?;
        for (row, (entry, _)) in rows.iter().zip(recorded(connection, vault, &rows).await?) {
            let subject: String = row.try_get("subject")?;
            if let Some(unit) = Unit::parse(&subject) {
                entries.push((unit, entry));
            }
        }
    }
    if !matters.is_empty() {
        let query = within(&matters, before);
        let rows = query.build().persistent(kept(matters.len())).fetch_all(&mut *connection).await?;
        for (entry, _) in recorded(connection, vault, &rows).await? {
            entries.push((Unit::Matter(entry.entry.matter.clone()), entry));
        }
    }
    for (unit, entry) in entries {
        if let Some(of_unit) = units.get_mut(&unit)
            && derive.units(&entry.entry).contains(&unit)
        {
            of_unit.push(entry);
        }
    }
    Ok(())
}

fn matter(unit: &Unit) -> Option<String> {
    match unit {
        Unit::Matter(matter) => Some(matter.clone()),
        Unit::Person(_) | Unit::State(_) => None,
    }
}

/// The statement for the entries about these subjects before a position.
pub(crate) fn about(subjects: &[String], before: u64) -> Statement {
    let mut query = Statement::new(
        "SELECT a.subject, h.position, h.id, h.leaf_hash, a.class, b.key, b.salt, b.bytes FROM abouts a
         JOIN heads h ON h.position = a.position JOIN bodies b ON b.position = a.position WHERE a.class = ",
    );
    query.push_bind(PUBLIC);
    push_in(&mut query, " AND a.subject", subjects.iter().cloned());
    query.push(" AND a.position < ").push_bind(signed(before));
    query
}

/// The statement for the entries in these matters before a position.
pub(crate) fn within(matters: &[String], before: u64) -> Statement {
    let mut query = Statement::new(COLUMNS);
    query.push("s.class = ").push_bind(PUBLIC);
    push_in(&mut query, " AND s.matter", matters.iter().cloned());
    query.push(" AND s.position < ").push_bind(signed(before));
    query
}

/// What was derived for the units of these texts before.
async fn standing(connection: &mut Link<'_>, units: &[String]) -> Result<ByUnit, Failure> {
    let mut query = Statement::new("SELECT subject, rows FROM derived WHERE ");
    push_in(&mut query, "subject", units.iter().cloned());
    let mut standing = ByUnit::new();
    for row in query.build().persistent(kept(units.len())).fetch_all(connection).await? {
        let (subject, text): (String, String) = (row.try_get("subject")?, row.try_get("rows")?);
        let damaged = || Failure::damaged(format!("the read tables of {subject}; `comity record rebuild` mends them"));
        let rows = Rows::parse(&text).ok_or_else(damaged)?;
        standing.insert(subject, rows);
    }
    Ok(standing)
}

/// Adds to what is written the difference between what was derived and what is.
fn replace(writes: &mut Writes, standing: &ByUnit, derived: &ByUnit, sums: &mut Sums) {
    let nothing = Rows::default();
    let keys: BTreeSet<&String> = standing.keys().chain(derived.keys()).collect();
    let (mut facts_gone, mut facts_new): (Vec<Of<FactRow>>, Vec<Of<FactRow>>) = Default::default();
    let (mut names_gone, mut names_new): (Vec<Of<NameRow>>, Vec<Of<NameRow>>) = Default::default();
    let mut changed: Vec<Of<Rows>> = Vec::new();
    for subject in keys {
        let (old, new) = (standing.get(subject).unwrap_or(&nothing), derived.get(subject).unwrap_or(&nothing));
        if old == new {
            continue;
        }
        changed.push(Of { subject, row: new });
        facts_gone.extend(old.facts.difference(&new.facts).map(|row| Of { subject, row }));
        facts_new.extend(new.facts.difference(&old.facts).map(|row| Of { subject, row }));
        names_gone.extend(old.names.difference(&new.names).map(|row| Of { subject, row }));
        names_new.extend(new.names.difference(&old.names).map(|row| Of { subject, row }));
    }
    facts_gone.iter().for_each(|fact| sums.add(fact.row, -1));
    facts_new.iter().for_each(|fact| sums.add(fact.row, 1));
    rows::change_facts(writes, &facts_gone, &facts_new);
    rows::change_names(writes, &names_gone, names_new);
    rows::keep(writes, &changed);
}
