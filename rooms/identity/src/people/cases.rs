//! Teams and the cases to which they belong.
//!
//! A team is taken in for one case, with its first person. Whatever list names it and whatever was assigned to its
//! people, a matter that is about another case is not open to them. An audience does not tell the case, so this is held
//! where viewers are made ([`Roll::viewer`]): an assignment is left out where anything that it would open is about
//! another case. What it would not open makes no difference, so that nobody learns of it by what they lose.

use super::{Actor, People, PeopleError, Roll};
use crate::account::Account;
use crate::act::{Act, Post, Recalled};
use crate::desk::StoreError;
use access::{Action, Assignment, Matter, On, Organisation, Viewer, may};
use record::audience::Audience;
use record::entry::Subject;
use register::port::{Of, Recorded, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The longest number of a case, in characters; those of the Court have some twenty.
const LONGEST: usize = 64;

/// An entry that is about a case, and who may know it now.
#[derive(Clone, Debug)]
pub(super) struct OfCase {
    audience: Audience,
    about: Vec<Subject>,
}

impl OfCase {
    /// Those of some entries.
    pub(super) fn among(entries: &[Recorded]) -> Vec<OfCase> {
        let of_case = entries
            .iter()
            .filter(|recorded| recorded.entry.about.iter().any(|s| matches!(s, Subject::Case(_))));
        of_case
            .map(|recorded| OfCase {
                audience: recorded.audience.clone(),
                about: recorded.entry.about.clone(),
            })
            .collect()
    }
}

/// Whether something of a matter that a viewer could read is about another case than that of their team.
pub(super) fn is_of_another_case(viewer: &Viewer, matter: &str, entries: &[OfCase]) -> bool {
    entries.iter().any(|entry| {
        let audience = &entry.audience;
        !viewer.is_of_case(&entry.about) && may(viewer, Action::Read, On::Matter(Matter { matter, audience }))
    })
}

/// The cases of teams, and those of the matters that their people have.
#[derive(Clone, Debug, Default)]
pub(super) struct Cases {
    teams: Arc<BTreeMap<Organisation, String>>,
    matters: BTreeMap<String, Vec<OfCase>>,
}

impl Cases {
    /// Takes in what an entry says of a team. The first word stands.
    pub(super) fn hear(&mut self, recalled: &Recalled) {
        if let Act::TeamTakenIn { team, case } = &recalled.act {
            Arc::make_mut(&mut self.teams).entry(team.clone()).or_insert_with(|| case.clone());
        }
    }

    /// Reads anew of which cases the matters are that people of teams have; those alone that are new here or in which
    /// something was recorded.
    pub(super) async fn renew<'a>(
        &mut self,
        store: &dyn Store,
        accounts: impl Iterator<Item = &'a Account>,
        recorded_in: &BTreeSet<String>,
    ) -> Result<(), StoreError> {
        let of_team = |account: &&Account| account.posts().iter().any(|post| is_team(&post.organisation));
        let had: BTreeSet<&str> = accounts.filter(of_team).flat_map(Account::matters).collect();
        self.matters.retain(|matter, _| had.contains(matter.as_str()));
        for matter in had {
            if recorded_in.contains(matter) || !self.matters.contains_key(matter) {
                let of = Of::Matters(vec![matter.to_owned()]);
                let entries = store.entries(&Viewer::operator(), of, None).await?;
                self.matters.insert(matter.to_owned(), OfCase::among(&entries));
            }
        }
        Ok(())
    }

    fn of_matter(&self, matter: &str) -> &[OfCase] {
        self.matters.get(matter).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Roll {
    /// The case to which a team belongs; none for other organisations, and for a team that was never taken in.
    pub fn case_of(&self, organisation: &Organisation) -> Option<&str> {
        self.cases.teams.get(organisation).map(String::as_str)
    }

    /// An account in one of its posts, with some assignments, as a viewer; none where it has no such post.
    pub(super) fn viewer_with(&self, account: &Account, post: &Post, assignments: Vec<Assignment>) -> Option<Viewer> {
        let viewer = Viewer::of(&account.id().to_string(), post.organisation.clone(), post.role, assignments).ok()?;
        Some(viewer.of_case(self.case_of(&post.organisation)))
    }

    /// The same without the assignments to matters of another case.
    pub(super) fn viewer_in_their_case(&self, account: &Account, post: &Post, mut assignments: Vec<Assignment>) -> Option<Viewer> {
        let whole = self.viewer_with(account, post, assignments.clone())?;
        if !is_team(&post.organisation) {
            return Some(whole);
        }
        assignments.retain(|had| !is_of_another_case(&whole, &had.matter, self.cases.of_matter(&had.matter)));
        self.viewer_with(account, post, assignments)
    }
}

impl People {
    /// The case of each team, as the roll was read last: for whoever is shown the team.
    pub fn cases(&self) -> Arc<BTreeMap<Organisation, String>> {
        self.kept().cases.teams.clone()
    }

    /// The act by which a team is taken in for a case, where somebody is invited for a post in one; none where there is
    /// nothing to be said that is not known.
    pub(super) fn taking_in(&self, actor: &Actor, roll: &Roll, post: &Post, case: Option<&str>) -> Result<Option<Act>, PeopleError> {
        let case = case.map(read_case).transpose()?;
        let team = is_team(&post.organisation);
        match (roll.case_of(&post.organisation), case) {
            (None, None) if !team => Ok(None),
            (None, Some(_)) if !team => Err(PeopleError::NoCase),
            (None, None) => Err(PeopleError::CaseMissing),
            (Some(known), Some(case)) if known != case => Err(PeopleError::CaseStands),
            (Some(_), _) => Ok(None),
            (None, Some(case)) => {
                actor.check(Action::ManageOrganisations, On::People(&post.organisation, post.role))?;
                Ok(Some(Act::TeamTakenIn {
                    team: post.organisation.clone(),
                    case,
                }))
            }
        }
    }
}

/// Whether an organisation is a team.
pub(super) fn is_team(organisation: &Organisation) -> bool {
    matches!(organisation, Organisation::Team(_))
}

/// The number of a case as somebody wrote it, with or without `case:` before it. Whether the record knows such a case is
/// not asked: of one that is sealed nobody learns here.
fn read_case(text: &str) -> Result<String, PeopleError> {
    let text = text.trim();
    let number = text.strip_prefix("case:").unwrap_or(text);
    let formed = !number.is_empty() && number.chars().count() <= LONGEST && number.chars().all(|c| c.is_ascii_graphic());
    if formed { Ok(number.to_owned()) } else { Err(PeopleError::NoCase) }
}
