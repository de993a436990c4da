//! What may be appended, as far as the rest of the record tells. (The form of a draft by itself is
//! `record`'s to check; who may append is decided in `access`.)

use crate::Sort;
use crate::fail::Failure;
use crate::read::{Head, heads, id_bytes, id_of};
use crate::sql::{Link, Statement};
use access::{Action, On, Viewer, may};
use record::audience::Level;
use record::entry::{Corrects, Draft, EntryId, Subject};
use register::kinds;
use register::port::StoreError;
use std::collections::{BTreeMap, BTreeSet};

/// Checks what needs no look at the record.
pub(crate) fn alone(viewer: &Viewer, drafts: &[Draft], sort: Sort) -> Result<(), Failure> {
    let mut ids = BTreeSet::new();
    for draft in drafts {
        let refused = |why: String| Failure::refused(format!("entry {} ({}, {}): {why}", draft.id, draft.matter, draft.kind));
        draft.check().map_err(|error| refused(error.to_string()))?;
        if !may(viewer, Action::Append, On::entry(draft)) {
            return Err(refused("you may not add this to the record; ask its operator".to_owned()));
        }
        if draft.audience.level >= Level::Confidential {
            return Err(refused(format!(
                "{} matter is not taken in yet, since it would lie unencrypted on the disk; record it as restricted or wait for the edition that encrypts it",
                draft.audience.level.word()
            )));
        }
        if draft.kind == kinds::GENESIS {
            return Err(refused("the record has begun already; take the entry out".to_owned()));
        }
        if let (Sort::Real, Some(subject)) = (sort, draft.about.iter().find(|subject| is_exercise(subject))) {
            return Err(refused(format!(
                "{} belongs to exercises and this record is real; use a folder with an exercise record",
                subject.text()
            )));
        }
        if !ids.insert(&draft.id) {
            return Err(refused("its id stands twice among the entries given; give each its own".to_owned()));
        }
    }
    Ok(())
}

/// States XAA to XZZ (user-assigned codes of ISO 3166-1), and what is named as an exercise.
fn is_exercise(subject: &Subject) -> bool {
    match subject {
        Subject::State(code) => code.starts_with('X'),
        Subject::Person(key) | Subject::Situation(key) | Subject::Case(key) => key.starts_with("exercise"),
        Subject::Entry(_) => false,
    }
}

/// What the record holds of the entries that some drafts name, as far as a viewer may see it.
pub(crate) struct Known {
    heads: BTreeMap<EntryId, Head>,
    /// The newest version of each chain that has a correction, by its first entry.
    newest: BTreeMap<EntryId, EntryId>,
}

impl Known {
    /// Looks it up.
    pub(crate) async fn of(link: &mut Link<'_>, viewer: &Viewer, drafts: &[&Draft]) -> Result<Known, Failure> {
        let mut asked: BTreeSet<EntryId> = BTreeSet::new();
        for draft in drafts {
            asked.insert(draft.id.clone());
            asked.extend(references(draft).map(|(_, id)| id.clone()));
        }
        let asked: Vec<EntryId> = asked.into_iter().collect();
        let firsts: BTreeSet<&EntryId> = drafts.iter().filter_map(|draft| Some(&draft.corrects.as_ref()?.first)).collect();
        Ok(Known {
            heads: heads(link, viewer, &asked).await?,
            newest: newest_versions(link, viewer, firsts).await?,
        })
    }

    /// Checks ids, references and corrections of drafts that are appended as one, each also against those before
    /// it; then they are known too. Where one is refused, none of them is.
    pub(crate) fn check(&mut self, drafts: &[Draft]) -> Result<(), Failure> {
        let mut moved: Vec<(EntryId, Option<EntryId>)> = Vec::new();
        for (number, draft) in drafts.iter().enumerate() {
            if let Err(failure) = self.check_one(draft) {
                drafts.iter().take(number).for_each(|draft| {
                    self.heads.remove(&draft.id);
                });
                for (first, before) in moved.into_iter().rev() {
                    match before {
                        Some(before) => self.newest.insert(first, before),
                        None => self.newest.remove(&first),
                    };
                }
                return Err(failure);
            }
            if let Some(corrects) = &draft.corrects {
                let before = self.newest.insert(corrects.first.clone(), draft.id.clone());
                moved.push((corrects.first.clone(), before));
            }
            let head = Head {
                level: draft.audience.level,
                first: draft.corrects.as_ref().map(|corrects| corrects.first.clone()),
            };
            self.heads.insert(draft.id.clone(), head);
        }
        Ok(())
    }

    fn check_one(&self, draft: &Draft) -> Result<(), Failure> {
        let refused = |why: String| Failure::refused(format!("entry {} ({}, {}): {why}", draft.id, draft.matter, draft.kind));
        if self.heads.contains_key(&draft.id) {
            return Err(refused("this id is taken; give the entry another".to_owned()));
        }
        for (member, id) in references(draft) {
            let Some(head) = self.heads.get(id) else {
                return Err(refused(format!(
                    "{member} names entry {id}, which is not in the record before it; record that one first or name another"
                )));
            };
            if head.level > draft.audience.level {
                return Err(refused(format!(
                    "{member} names entry {id}, which is {} and so narrower than this one; a wide entry must not point to a narrow one, \
                     nor a correction be wider than what it corrects: make this one {0} too",
                    head.level.word()
                )));
            }
        }
        match &draft.corrects {
            None => Ok(()),
            Some(corrects) => chain(corrects, &self.heads, &self.newest).map_err(|fault| match fault {
                Fault::Raced => StoreError::Raced.into(),
                Fault::Wrong(why) => refused(why),
            }),
        }
    }
}

/// The entries that a draft points to, with the member in which it does.
fn references(draft: &Draft) -> impl Iterator<Item = (&'static str, &EntryId)> {
    let about = draft.about.iter().filter_map(|subject| match subject {
        Subject::Entry(id) => Some(("about", id)),
        _ => None,
    });
    let corrects = draft.corrects.iter();
    about.chain(corrects.flat_map(|c| [("corrects.first", &c.first), ("corrects.saw", &c.saw)]))
}

enum Fault {
    Wrong(String),
    Raced,
}

/// Checks that a correction names a chain and its newest version.
fn chain(corrects: &Corrects, known: &BTreeMap<EntryId, Head>, newest: &BTreeMap<EntryId, EntryId>) -> Result<(), Fault> {
    let first_of = |id: &EntryId| known.get(id).and_then(|head| head.first.clone());
    if let Some(first) = first_of(&corrects.first) {
        return Err(Fault::Wrong(format!(
            "corrects.first names entry {}, which corrects another itself; name {first}, the first of the chain",
            corrects.first
        )));
    }
    if corrects.saw != corrects.first && first_of(&corrects.saw).as_ref() != Some(&corrects.first) {
        return Err(Fault::Wrong(format!(
            "corrects.saw names entry {}, which is not a version of {}; name the version that was seen",
            corrects.saw, corrects.first
        )));
    }
    if newest.get(&corrects.first).unwrap_or(&corrects.first) == &corrects.saw {
        Ok(())
    } else {
        Err(Fault::Raced)
    }
}

/// The newest correction of each of these chains that the viewer may see.
async fn newest_versions(
    connection: &mut Link<'_>,
    viewer: &Viewer,
    firsts: BTreeSet<&EntryId>,
) -> Result<BTreeMap<EntryId, EntryId>, Failure> {
    let mut newest: BTreeMap<EntryId, EntryId> = BTreeMap::new();
    let firsts: Vec<&EntryId> = firsts.into_iter().collect();
    for chunk in firsts.chunks(crate::read::CHUNK) {
        let mut query = Statement::new("SELECT h.id, h.first FROM heads h WHERE ");
        crate::filter::push_levels(&mut query, "h.level", viewer);
        query.push(" AND h.first IN (");
        query.push_list(chunk.iter().map(|first| id_bytes(first)));
        query.push(") ORDER BY h.position");
        for row in query
            .build()
            .persistent(crate::read::kept(chunk.len()))
            .fetch_all(&mut *connection)
            .await?
        {
            newest.insert(id_of(&row, "first")?, id_of(&row, "id")?);
        }
    }
    Ok(newest)
}
