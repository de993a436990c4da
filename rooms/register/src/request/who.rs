//! Whose act it is, for whom, and who may know of it.

use super::{Done, GivenAct, Paper, RequestError, RequestFile, RequestText};
use crate::Register;
use crate::port::StoreError;
use access::{Role, Viewer};
use law::{Move, Side};
use record::audience::{Audience, Organ, Reader};

/// The roles that record what a State gave on paper. Their organs are those that transmit and receive requests (rule 176(2)).
const SCRIBES: [Role; 2] = [Role::Registry, Role::Prosecutor];

impl Register {
    /// Whose act it is: of one of the roles that do it, or of the other side's and recorded by an officer from paper.
    pub(super) async fn who_may(&self, viewer: &Viewer, mv: &Move, paper: Option<&Paper>) -> Result<(), RequestError> {
        let theirs = match paper {
            // The operator has nobody's role: what a State did they record from paper.
            None => does(viewer, &mv.by) && (mv.side == Side::Court || viewer.role().is_some()),
            Some(_) => self.scribe_of(viewer).await?.records_act(mv),
        };
        if theirs { Ok(()) } else { Err(RequestError::NotAllowed) }
    }

    /// Who may know it: the Court alone while it prepares the request, the requested State too from when it is sent.
    /// An answer has the level of what it answers, and comes from whoever gave it (regulation 23bis). Whom an act lets in knows
    /// of it and of what comes after.
    pub(super) fn audience_of(&self, viewer: &Viewer, file: &RequestFile, mv: &Move, given: &GivenAct) -> Result<Audience, RequestError> {
        let inside = stays_inside(file, mv);
        let last = |inside: bool| file.acts().iter().rev().find(|act| act.inside == inside);
        // Before it is sent the Court alone knows of it; the act that sends it is the first that the State knows. Of a request
        // that begins in mid-life the preparation is not here.
        let beside = if inside {
            last(true).or(last(false))
        } else {
            last(false).or(last(true))
        };
        let mut audience = beside.ok_or(RequestError::NoRequest)?.recorded.audience.clone();
        let state = file.text().requested_state().map(|code| Reader::State(code.to_owned()));
        if inside {
            audience.list.retain(|reader| Some(reader) != state.as_ref());
        } else if !file.is_sent() {
            audience.list.extend(state.clone());
        }
        if !inside {
            audience.list.extend(self.let_in(file));
        }
        audience.list.extend(mv.lets_in.iter().filter_map(|word| at_the_court(word)));
        audience.list.sort_by_key(Reader::text);
        audience.list.dedup();
        audience.originator = match mv.side {
            Side::State => state,
            Side::Court => viewer.acts_as().cloned().or(audience.originator),
        };
        if mv.side == Side::State && given.paper.is_none() && viewer.account().is_some() && audience.originator.as_ref() != viewer.acts_as()
        {
            return Err(RequestError::NotAllowed);
        }
        Ok(audience)
    }

    /// Whom acts of a request let in so far and who may still know of these: whatever day is told of what comes after.
    fn let_in(&self, file: &RequestFile) -> Vec<Reader> {
        let by_act = |act: &Done| {
            let mv = self.law.move_of_act(&file.text().form, act.kind(), act.on);
            let readers = mv.into_iter().flat_map(|mv| &mv.lets_in).filter_map(|word| at_the_court(word));
            readers
                .filter(|reader| act.recorded.audience.list.contains(reader))
                .collect::<Vec<_>>()
        };
        file.acts().iter().flat_map(by_act).collect()
    }

    /// For whom its author acts: what came on paper was done by whom it came from, an act of the Court by the organ that the
    /// law names first for it.
    pub(super) fn on_behalf_of(&self, viewer: &Viewer, mv: &Move, text: &RequestText, paper: Option<&Paper>) -> Option<String> {
        match (mv.side, paper) {
            (Side::State, _) => text.requested_state().map(|code| Reader::State(code.to_owned()).text()),
            (Side::Court, None) => viewer.acts_as().map(Reader::text),
            (Side::Court, Some(_)) => mv
                .by
                .iter()
                .find_map(|word| Organ::ALL.into_iter().find(|organ| organ.word() == word))
                .map(|organ| Reader::Organ(organ).text()),
        }
    }

    /// Whose acts somebody records from paper here: those of a State on the Court's record, those of the Court on a State's own.
    ///
    /// # Errors
    /// The store failed.
    pub(crate) async fn scribe_of(&self, viewer: &Viewer) -> Result<Scribe, StoreError> {
        let of_states = match viewer.role() {
            Some(role) => SCRIBES.contains(&role),
            None => *viewer == Viewer::operator(),
        };
        Ok(Scribe {
            of_states,
            of_the_court: self.receives_for(viewer).await?.is_some(),
        })
    }
}

/// Whether an act stays within the Court: what was done before the request is sent, a withdrawal too, and what the law keeps
/// there.
pub(super) fn stays_inside(file: &RequestFile, mv: &Move) -> bool {
    !mv.sends && (mv.within_the_court || !file.is_sent())
}

/// Whose acts somebody records from paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scribe {
    of_states: bool,
    of_the_court: bool,
}

impl Scribe {
    /// Whether an act: of what stays within the Court no note comes to a State.
    pub(crate) fn records_act(self, mv: &Move) -> bool {
        self.records(mv.side) && !mv.within_the_court
    }

    /// Whether those of a side.
    pub(crate) fn records(self, side: Side) -> bool {
        match side {
            Side::State => self.of_states,
            Side::Court => self.of_the_court,
        }
    }
}

/// The organ or office of a role of the Court.
fn at_the_court(word: &str) -> Option<Reader> {
    Role::from_word(word).and_then(Role::at_the_court)
}

/// Whether somebody has one of these roles. The operator, who has none, may record what any of them did.
pub(crate) fn does(viewer: &Viewer, roles: &[String]) -> bool {
    match viewer.role() {
        Some(role) => roles.iter().any(|word| word == role.word()),
        None => *viewer == Viewer::operator(),
    }
}

#[cfg(test)]
mod tests {
    use access::{Organisation, Role, Viewer};
    use law::{REQUEST_ROLES, Side};

    #[test]
    fn the_roles_of_the_law_are_roles_of_access_each_on_its_side() {
        for (word, side) in REQUEST_ROLES {
            let role = Role::from_word(word);
            assert!(role.is_some(), "the law names the role {word:?}, which nobody can have");
            let acts_for = |organisation| role.is_some_and(|role| Viewer::of(&"a".repeat(32), organisation, role, Vec::new()).is_ok());
            let sides = (acts_for(Organisation::Court), acts_for(Organisation::State("XAA".to_owned())));
            assert_eq!(sides, (side == Side::Court, side == Side::State), "{word}");
        }
    }
}
