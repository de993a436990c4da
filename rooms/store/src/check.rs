//! What may be appended, as far as the rest of the record tells. (The form of a draft by itself is
//! `record`'s to check; who may append is decided in `access`.)

use crate::Sort;
use crate::closings;
use crate::fail::Failure;
use crate::filter::Sight;
use crate::read::{by_ids, entries};
use crate::shelving::Shelver;
use crate::sql::Link;
use access::{Action, Matter, On, may};
use record::audience::Audience;
use record::entry::{Corrects, Draft, EntryId, Subject};
use register::closing::{self, Closing};
use register::erasure::is_erasure;
use register::kinds;
use register::port::{Of, StoreError};
use std::collections::{BTreeMap, BTreeSet};

/// Checks what needs no look at the record.
pub(crate) fn alone(drafts: &[Draft], sort: Sort) -> Result<(), Failure> {
    let mut ids = BTreeSet::new();
    for draft in drafts {
        let refused = |why: String| Failure::refused(format!("entry {} ({}, {}): {why}", draft.id, draft.matter, draft.kind));
        draft.check().map_err(|error| refused(error.to_string()))?;
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
        Subject::Entry(_) | Subject::Account(_) => false,
    }
}

/// What is known of an entry that others refer to.
struct Head {
    /// Who may know it now.
    audience: Audience,
    /// First entry of the chain, where this one corrects another.
    first: Option<EntryId>,
}

impl Head {
    fn of(entry: &Draft, audience: &Audience) -> Head {
        Head {
            audience: audience.clone(),
            first: entry.corrects.as_ref().map(|corrects| corrects.first.clone()),
        }
    }
}

/// What the record holds of the entries that some drafts name, as far as a viewer may see it.
pub(crate) struct Known<'s> {
    sight: &'s Sight<'s>,
    /// The matters in which the viewer sees something.
    matters: BTreeSet<String>,
    heads: BTreeMap<EntryId, Head>,
    /// The acts that narrowed or opened the matters of drafts that refer to others.
    closings: BTreeMap<String, Vec<Closing>>,
    /// The versions of each chain that has a correction, by its first entry, oldest first, with who may know each.
    versions: BTreeMap<EntryId, Vec<(EntryId, Audience)>>,
}

impl<'s> Known<'s> {
    /// Looks it up.
    pub(crate) async fn of(
        link: &mut Link<'_>,
        sight: &'s Sight<'s>,
        shelver: Shelver<'_>,
        drafts: &[&Draft],
    ) -> Result<Known<'s>, Failure> {
        let mut asked: BTreeSet<EntryId> = BTreeSet::new();
        for draft in drafts {
            asked.insert(draft.id.clone());
            asked.extend(references(draft).map(|(_, id)| id.clone()));
        }
        let asked: Vec<EntryId> = asked.into_iter().collect();
        let firsts: BTreeSet<&EntryId> = drafts.iter().filter_map(|draft| Some(&draft.corrects.as_ref()?.first)).collect();
        // Whoever may do everything is not asked where.
        let asked_for: BTreeSet<&String> = if sight.viewer().account().is_some() {
            drafts.iter().map(|draft| &draft.matter).collect()
        } else {
            BTreeSet::new()
        };
        let mut matters = BTreeSet::new();
        for matter in asked_for {
            if !entries(link, sight, &Of::Matters(vec![matter.clone()]), None).await?.is_empty() {
                matters.insert(matter.clone());
            }
        }
        let referring = drafts.iter().filter(|draft| references(draft).next().is_some());
        let referring: BTreeSet<String> = referring.map(|draft| draft.matter.clone()).collect();
        let closings = crate::read::closings(link, shelver.vault, &referring).await?;
        let known = by_ids(link, sight, &asked).await?.into_iter();
        let mut versions: BTreeMap<EntryId, Vec<(EntryId, Audience)>> = BTreeMap::new();
        for first in firsts {
            for version in entries(link, sight, &Of::Chain(first.clone()), None).await? {
                let of_chain = versions.entry(first.clone()).or_default();
                of_chain.push((version.entry.draft.id, version.audience));
            }
        }
        Ok(Known {
            sight,
            matters,
            heads: known
                .map(|recorded| (recorded.entry.id.clone(), Head::of(&recorded.entry, &recorded.audience)))
                .collect(),
            closings,
            versions,
        })
    }

    /// Checks ids, references and corrections of drafts that are appended as one, each also against those before
    /// it; then they are known too. Where one is refused, none of them is.
    pub(crate) fn check(&mut self, drafts: &[Draft]) -> Result<(), Failure> {
        let mut added: Vec<EntryId> = Vec::new();
        for (number, draft) in drafts.iter().enumerate() {
            if let Err(failure) = self.check_one(draft, closings::decides(draft, drafts)) {
                drafts.iter().take(number).for_each(|draft| {
                    self.heads.remove(&draft.id);
                });
                for first in added {
                    self.versions.get_mut(&first).map(Vec::pop);
                }
                return Err(failure);
            }
            let audience = self.audience_of(draft);
            if let Some(corrects) = &draft.corrects {
                let of_chain = self.versions.entry(corrects.first.clone()).or_default();
                of_chain.push((draft.id.clone(), audience.clone()));
                added.push(corrects.first.clone());
            }
            self.heads.insert(draft.id.clone(), Head::of(draft, &audience));
        }
        Ok(())
    }

    /// The newest version of a chain that whoever reads a correction may know: what is narrower is no version to them,
    /// and must not be told by a refusal.
    fn newest<'k>(&'k self, corrects: &'k Corrects, audience: &Audience) -> &'k EntryId {
        let versions = self.versions.get(&corrects.first).into_iter().flatten();
        let mut known = versions.filter(|(_, of_version)| of_version.at_least_as_wide_as(audience));
        known.next_back().map_or(&corrects.first, |(id, _)| id)
    }

    /// What is added to a matter that was narrowed is narrowed with it.
    fn audience_of(&self, draft: &Draft) -> Audience {
        let closings = self.closings.get(&draft.matter).map(Vec::as_slice).unwrap_or_default();
        closing::of_entry(draft, u64::MAX, closings)
    }

    /// `decided`: whether it is asked elsewhere who may write it.
    fn check_one(&self, draft: &Draft, decided: bool) -> Result<(), Failure> {
        let refused = |why: String| Failure::refused(format!("entry {} ({}, {}): {why}", draft.id, draft.matter, draft.kind));
        let matter = Matter {
            matter: &draft.matter,
            audience: &draft.audience,
        };
        // A matter of which the viewer sees nothing is, for them, not there.
        let is_there = self.matters.contains(&draft.matter) || self.sight.viewer().account().is_none();
        let on = if is_there { On::Matter(matter) } else { On::Opening(matter) };
        if !decided && !may(self.sight.viewer(), Action::Append, on) {
            return Err(refused(
                "you may not add this to the record; ask whoever began the matter".to_owned(),
            ));
        }
        if !self.sight.viewer().is_of_case(&draft.about) {
            return Err(refused(
                "it is about another case than that of your team; ask the Registry, which takes in a team for each case".to_owned(),
            ));
        }
        if is_erasure(&draft.kind) && !may(self.sight.viewer(), Action::Erase, on) {
            return Err(refused(
                "you may not erase anything in this matter; ask the officer from whom it comes".to_owned(),
            ));
        }
        if self.heads.contains_key(&draft.id) {
            return Err(refused("this id is taken; give the entry another".to_owned()));
        }
        let audience = self.audience_of(draft);
        for (member, id) in references(draft) {
            let Some(head) = self.heads.get(id) else {
                return Err(refused(format!(
                    "{member} names entry {id}, which is not in the record before it; record that one first or name another"
                )));
            };
            if !head.audience.at_least_as_wide_as(&audience) {
                return Err(refused(format!(
                    "{member} names entry {id}, which is {} and so narrower than this one; a wide entry must not point to a narrow one, \
                     nor a correction be wider than what it corrects: give this one the same audience, or a narrower one",
                    head.audience.level.word()
                )));
            }
        }
        match &draft.corrects {
            None => Ok(()),
            Some(corrects) => chain(corrects, &self.heads, self.newest(corrects, &audience)).map_err(|fault| match fault {
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
fn chain(corrects: &Corrects, known: &BTreeMap<EntryId, Head>, newest: &EntryId) -> Result<(), Fault> {
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
    if *newest == corrects.saw { Ok(()) } else { Err(Fault::Raced) }
}
