//! The parties to a treaty on a day, by the acts of each State and the law.

use super::cells::cell_of;
use super::look::{Look, Page};
use super::model::{Computed, GroupCount, Parties, RuleShown, Step, Tie, Treaties, TreatyCount};
use super::{View, ViewError};
use crate::Register;
use crate::derive::party_list;
use crate::directory::{Directory, State};
use crate::files::{self, EFFECTIVE, Row, RowAct};
use crate::kinds;
use crate::port::Unit;
use crate::reading::Reading;
use crate::state::{course, treaty_of, turn_on};
use access::Viewer;
use jiff::civil::Date;
use law::Turn;

impl Register {
    /// The treaties that had been adopted on the day, with how many States were parties to each.
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn treaties(&self, viewer: &Viewer, reading: &Reading) -> View<Treaties> {
        let look = Look::new(self, viewer, reading).await?;
        let directory = look.directory().await?;
        let mut treaties = Vec::new();
        for treaty in look.law().treaties().iter().filter(|treaty| treaty.adopted <= look.day()) {
            let unresolved = look.unresolved(&treaty.id, look.day(), &directory).await?;
            let mut unresolved: Vec<String> = unresolved.into_iter().map(|state| state.code).collect();
            unresolved.sort();
            treaties.push(TreatyCount {
                id: treaty.id.clone(),
                adopted: treaty.adopted,
                in_force: known_in_force(treaty, look.day()),
                count: look.count(&party_list(&treaty.id), "").await?,
                unresolved,
            });
        }
        Ok(Treaties {
            asked: look.asked(),
            treaties,
        })
    }

    /// The parties to a treaty, and every other State that stands towards it in some way.
    ///
    /// # Errors
    /// The treaty is none of the law pack, or was not yet adopted on the day; the day known on lies before
    /// the record, or the store failed.
    pub async fn parties(&self, viewer: &Viewer, reading: &Reading, treaty: &str) -> View<Parties> {
        let look = Look::new(self, viewer, reading).await?;
        let Some(adopted) = look.law().treaty(treaty) else {
            return Err(ViewError::NoSuchTreaty {
                given: treaty.to_owned(),
                known: look.law().treaties().iter().map(|treaty| treaty.id.clone()).collect(),
            });
        };
        if look.day() < adopted.adopted {
            return Err(ViewError::NotAdopted {
                treaty: treaty.to_owned(),
                adopted: adopted.adopted,
            });
        }
        let directory = look.directory().await?;
        let mut ties = look.ties(treaty, &directory).await?;
        let name = |tie: &Tie| (tie.group.clone(), tie.state.name_en.clone());
        ties.sort_by_key(name);
        let unresolved: Vec<_> = ties.iter().filter(|t| look.is_unresolved(t)).map(|t| t.state.clone()).collect();
        let steps = look.steps(false, &party_list(treaty), "").await?;
        Ok(Parties {
            asked: look.asked(),
            treaty: treaty.to_owned(),
            adopted: adopted.adopted,
            in_force: known_in_force(adopted, look.day()),
            count: ties.iter().filter(|tie| tie.party).count() as u64,
            by_group: by_group(&ties, directory.all().filter(|state| state.existed(look.day()))),
            unresolved: unresolved.iter().map(|state| state.code.clone()).collect(),
            unresolved_states: unresolved,
            withdrawing: ties
                .iter()
                .filter(|tie| tie.party && tie.withdrawal.as_ref().is_some_and(|effect| effect.planned))
                .map(|tie| tie.state.code.clone())
                .collect(),
            ties,
            steps: steps.into_iter().map(|(from, count)| Step { from, count }).collect(),
        })
    }
}

impl Look<'_> {
    /// Where every State that has a row in the file of a treaty stands on the day.
    async fn ties(&self, treaty: &str, directory: &Directory) -> View<Vec<Tie>> {
        let Some(file) = files::FILES.iter().find(|f| f.constant == Some(("treaty", treaty))) else {
            return Ok(Vec::new());
        };
        let listed = self.listed_units(&crate::derive::file_list(file), "", Page::all()).await?;
        let matters = listed
            .into_iter()
            .filter_map(|(_, unit)| if let Unit::Matter(matter) = unit { Some(matter) } else { None });
        let loaded = self.load_matters(matters.collect()).await?;
        let rows = loaded.iter().filter_map(|(matter, entries)| Row::of(matter, entries, self.law()));
        Ok(rows
            .filter_map(|row| self.tie(treaty, Some(&row), row.state()?, directory))
            .collect())
    }

    /// Where a State stands towards a treaty on the day, by its row; none where it does not stand in any way.
    pub(crate) fn tie(&self, treaty: &str, row: Option<&Row>, code: &str, directory: &Directory) -> Option<Tie> {
        let day = self.day();
        // By what was done up to the day: a page of a day tells nothing that came after it.
        let course = row.map(|row| course(row, self.law(), day)).unwrap_or_default();
        let turn = turn_on(&course, day);
        let shown = row.filter(|row| row.from() <= day);
        Some(Tie {
            treaty: treaty.to_owned(),
            state: directory.on(code, day),
            group: directory.get(code).map_or_else(String::new, |state| state.group.clone()),
            standing: turn.map(|turn| turn.standing.id.clone()),
            party: turn.is_some_and(|turn| turn.standing.party),
            since: turn.map(|turn| turn.from),
            rules: turn
                .map(|turn| self.rules_shown(turn.standing.rests_on.iter().map(String::as_str)))
                .unwrap_or_default(),
            in_force: shown.and_then(|row| self.in_force(row, &course)),
            withdrawal: shown.and_then(|row| self.withdrawal(row, &course)),
            row: shown.map(|row| self.row_shown(row, directory, &[])),
        })
    }

    /// When the treaty entered, or is to enter, into force for the State by what was done up to the day.
    fn in_force(&self, row: &Row, course: &[Turn]) -> Option<Computed> {
        let turn = course
            .iter()
            .rev()
            .find(|turn| turn.standing.party && is_of(row, turn, kinds::TREATY_JOINED))?;
        // Before enough States had joined nobody knew when.
        let treaty = treaty_of(row).and_then(|treaty| self.law().treaty(treaty))?;
        if turn.from <= treaty.in_force && self.day() < treaty.settled {
            return None;
        }
        Some(self.computed(row, turn, kinds::TREATY_IN_FORCE))
    }

    /// When a withdrawal that was notified by the day takes effect.
    fn withdrawal(&self, row: &Row, course: &[Turn]) -> Option<Computed> {
        let ends = |turn: &&Turn| turn.by_term && is_of(row, turn, kinds::WITHDRAWAL_NOTIFIED);
        Some(self.computed(row, course.iter().rev().find(ends)?, kinds::WITHDRAWAL_EFFECTIVE))
    }

    fn computed(&self, row: &Row, turn: &Turn, stated: &str) -> Computed {
        // As public then, a source's day is told from that day on; what the law gives is told when it is planned.
        let told = |act: &&RowAct| self.hindsight() || act.counts(self.day());
        let stated = row.act(stated).filter(told).map(|act| {
            let value = act.held.value(EFFECTIVE).unwrap_or_default();
            cell_of(row, act, EFFECTIVE, value)
        });
        Computed {
            on: turn.from,
            planned: turn.from > self.day(),
            rules: self.rules_shown(turn.rests_on.iter().copied()),
            differs: stated.as_ref().is_some_and(|cell| cell.counts_on != Some(turn.from)),
            stated,
        }
    }

    /// Rules by their ids, as a page cites them.
    pub(crate) fn rules_shown<'r>(&self, ids: impl Iterator<Item = &'r str>) -> Vec<RuleShown> {
        let rules = ids.filter_map(|id| self.law().rule(id));
        rules
            .map(|rule| RuleShown {
                id: rule.id.clone(),
                cites: rule.cites.clone(),
                text_key: rule.text_key.clone(),
                unverified: rule.unverified,
            })
            .collect()
    }

    fn is_unresolved(&self, tie: &Tie) -> bool {
        let standing = tie.standing.as_deref();
        let standings = self.law().standings(&tie.treaty);
        standing.is_some_and(|id| standings.iter().any(|s| s.id == id && !s.known))
    }
}

/// The day on which a treaty enters into force, from the day on which enough States had joined: nobody knew it before.
fn known_in_force(treaty: &law::Treaty, day: Date) -> Option<Date> {
    (treaty.settled <= day).then_some(treaty.in_force)
}

/// Whether a turn came of an act of a kind.
fn is_of(row: &Row, turn: &Turn, kind: &str) -> bool {
    row.acts().get(turn.act).is_some_and(|act| act.kind() == kind)
}

/// Parties by regional group, the groups with most States first.
fn by_group<'s>(ties: &[Tie], states: impl Iterator<Item = &'s State>) -> Vec<GroupCount> {
    let mut groups: Vec<GroupCount> = Vec::new();
    for state in states {
        let index = groups.iter().position(|g| g.group == state.group).unwrap_or_else(|| {
            groups.push(GroupCount {
                group: state.group.clone(),
                count: 0,
                states: 0,
            });
            groups.len() - 1
        });
        groups[index].states += 1;
        if ties.iter().any(|tie| tie.party && tie.state.code == state.code) {
            groups[index].count += 1;
        }
    }
    groups.sort_by(|a, b| (b.states, &a.group).cmp(&(a.states, &b.group)));
    groups.retain(|group| !group.group.is_empty() || group.count > 0);
    groups
}
