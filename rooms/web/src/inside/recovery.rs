//! The part of an account's page by which its owner, who lost all credentials, is let in again.

use super::Inside;
use super::people::link_to;
use crate::layout::Layout;
use crate::markup::Markup;
use identity::account::{Account, Stage};
use identity::act::By;
use identity::people::overseeing::Recovering;
use identity::people::{Actor, PeopleError, Roll};
use identity::recovery::{Recovery, RecoveryError};
use std::sync::Arc;

/// What the actor may see and do of an account's recovery.
pub(super) struct Section {
    under_way: Option<Recovering>,
    /// Those who asked and approved, as far as the actor knows of them.
    named: Vec<Account>,
    /// Whether it can be asked for.
    pub(super) may_ask: bool,
}

impl Section {
    /// That of an account; none where the actor may not let its owner in again.
    ///
    /// # Errors
    /// The record cannot be read.
    pub(super) async fn of(inside: &Inside, actor: &Actor, account: &Account) -> Result<Option<Section>, PeopleError> {
        let people = inside.people();
        if !people.may_recover(actor, account) {
            return Ok(None);
        }
        let under_way = people.recovering(actor, account).await?;
        let roll: Arc<Roll> = people.roll().await?;
        let who = under_way.iter().flat_map(|under_way| acted(&under_way.recovery));
        let known = who.filter_map(|by| match by {
            By::Account(id) => roll.account(id).filter(|account| people.knows(actor, account)).cloned(),
            By::Operator => None,
        });
        let stands = under_way
            .as_ref()
            .is_some_and(|under_way| under_way.approve != Err(RecoveryError::TooOld));
        Ok(Some(Section {
            named: known.collect(),
            may_ask: account.stage() == Stage::Open && actor.account() != Some(account.id()) && !stands,
            under_way,
        }))
    }

    /// Whether the actor may approve it.
    pub(super) fn may_approve(&self) -> bool {
        self.under_way.as_ref().is_some_and(|under_way| under_way.approve.is_ok())
    }

    /// Whether the link can be made.
    pub(super) fn may_issue(&self) -> bool {
        self.under_way.as_ref().is_some_and(|under_way| under_way.issue.is_ok())
    }

    /// Whether one is under way, which can be stopped.
    pub(super) fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    /// What was done so far, in the order of time.
    pub(super) fn lines(&self, l: &Layout) -> Vec<Markup> {
        let Some(Recovering { recovery, .. }) = &self.under_way else {
            return Vec::new();
        };
        let w = &l.w;
        let asked = [
            ("at", w.moment(recovery.asked).into()),
            ("who", self.who(l, &recovery.by).into()),
            ("reason", recovery.reason.as_str().into()),
        ];
        let mut lines = vec![w.say("recovery-line-asked", &asked)];
        for approval in &recovery.approvals {
            let args = [
                ("at", w.moment(approval.at).into()),
                ("who", self.who(l, &approval.by).into()),
                ("organisation", w.organisation(&approval.organisation).into()),
            ];
            lines.push(w.say("recovery-line-approved", &args));
        }
        lines
    }

    /// What stands in the way now, or that nothing does.
    pub(super) fn next(&self, l: &Layout) -> Option<Markup> {
        let under_way = self.under_way.as_ref()?;
        let w = &l.w;
        match (under_way.recovery.ready(), &under_way.issue) {
            (Some(_), Ok(())) => Some(Markup::text(&w.t("recovery-next-link"))),
            (Some(_), Err(error @ RecoveryError::Approver)) => Some(w.people_error(&PeopleError::Recovery(*error))),
            (Some(ready), Err(_)) => Some(w.say("recovery-next-wait", &[("until", w.moment(ready).into())])),
            (None, _) => match under_way.approve {
                Ok(()) => Some(Markup::text(&w.t("recovery-next-approve"))),
                Err(error) => Some(w.people_error(&PeopleError::Recovery(error))),
            },
        }
    }

    fn who(&self, l: &Layout, by: &By) -> Markup {
        match by {
            By::Operator => Markup::text(&l.t("by-operator")),
            By::Account(id) => match self.named.iter().find(|account| account.id() == id) {
                Some(account) => link_to(l, account),
                None => Markup::text(&l.t("by-other")),
            },
        }
    }
}

/// Those who asked for a recovery and approved it.
fn acted(recovery: &Recovery) -> impl Iterator<Item = &By> {
    std::iter::once(&recovery.by).chain(recovery.approvals.iter().map(|approval| &approval.by))
}
