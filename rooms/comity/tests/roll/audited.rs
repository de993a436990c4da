//! Every act on people stands in the audit, or is not done.

use super::{Record, certificate, court, operator, people, refused, state};
use access::Role;
use async_trait::async_trait;
use identity::session::Browser;
use register::audit::{Act, Audit, AuditFilter, Event, Kept, Pseudonym};
use register::port::{Store, StoreError};
use std::sync::Arc;

/// An audit that cannot be written.
struct Full;

#[async_trait]
impl Audit for Full {
    async fn write(&self, _: &[Event]) -> Result<(), StoreError> {
        Err(StoreError::DiskFull)
    }
    async fn list(&self, _: &AuditFilter, _: Option<u64>, _: usize) -> Result<Vec<Kept>, StoreError> {
        Ok(Vec::new())
    }
    fn pseudonym(&self, _: &str) -> Pseudonym {
        Pseudonym::from_bytes([0; 8])
    }
}

#[tokio::test]
async fn what_cannot_be_audited_is_not_done() {
    let record = Record::open().await;
    let officer = record.come("Exercise One", court(Role::Registry)).await;
    let before = record.house.store.length().await.unwrap();
    let people = people(&record.house, &record.desk, &record.clock, Arc::new(Full));
    refused(
        people.invite(&operator(), "Exercise Two", &court(Role::Registry), false).await,
        "store",
    );
    refused(people.close(&operator(), &officer.account, "exercise").await, "store");
    assert!(people.sign_in_by(&certificate(&officer.account), Browser::Other).await.is_err());
    assert_eq!(record.house.store.length().await.unwrap(), before);
    assert!(record.visit(&officer).await.is_some(), "the session is as it was");
}

#[tokio::test]
async fn every_act_on_people_stands_in_the_audit_with_who_did_it() {
    let record = Record::open().await;
    let authority = record.come("Exercise Authority", state("XAA", Role::CentralAuthority)).await;
    let actor = record.actor(&authority).await;
    let embassy = state("XAA", Role::Embassy);
    let (account, _) = record.people.invite(&actor, "Exercise Embassy", &embassy, false).await.unwrap();
    record.people.close(&actor, &account, "exercise").await.unwrap();
    let kept = record.house.store.audit().list(&AuditFilter::default(), None, 100).await.unwrap();
    let by_them: Vec<Act> = kept
        .iter()
        .rev()
        .filter(|kept| kept.who.account() == Some(&authority.account.to_string()))
        .map(|kept| kept.act)
        .collect();
    assert!(by_them.contains(&Act::SignedIn), "{by_them:?}");
    assert_eq!(by_them[by_them.len() - 2..], [Act::Invited, Act::AccountClosed]);
    let closed = &kept[0];
    assert_eq!(closed.about, Some(account.to_string()));
}
