//! The days that the record knows, for calendars: sessions of the Assembly, and from when treaties bind which States.

use super::View;
use super::model::{PublicDate, PublicDates, PublicDay};
use crate::Register;
use crate::reading::Reading;
use access::Viewer;

impl Register {
    /// The days that the viewer may know of today, those to come among them, in their order.
    ///
    /// # Errors
    /// The store failed.
    pub async fn public_dates(&self, viewer: &Viewer) -> View<PublicDates> {
        let today = Reading {
            as_at: self.today(),
            known_on: None,
            hindsight: false,
            dated: false,
        };
        let genesis = self.store.genesis().await?;
        let mut dates: Vec<PublicDate> = Vec::new();
        for session in self.sessions(viewer, &today).await? {
            dates.push(PublicDate {
                on: session.on,
                what: PublicDay::Session {
                    session: session.session,
                    resolution: session.resolution,
                },
            });
        }
        for treaty in self.treaties(viewer, &today).await?.treaties {
            let parties = self.parties(viewer, &today, &treaty.id).await?;
            for tie in parties.ties {
                let (treaty, state) = (tie.treaty, tie.state);
                let in_force = tie.in_force.map(|day| {
                    let (treaty, state) = (treaty.clone(), state.clone());
                    (day.on, PublicDay::InForce { treaty, state })
                });
                let withdrawal = tie.withdrawal.map(|day| (day.on, PublicDay::Withdrawal { treaty, state }));
                dates.extend(
                    [in_force, withdrawal]
                        .into_iter()
                        .flatten()
                        .map(|(on, what)| PublicDate { on, what }),
                );
            }
        }
        dates.sort_by_cached_key(|date| (date.on, date.what.word()));
        Ok(PublicDates {
            origin: genesis.origin,
            exercise: genesis.exercise,
            updated: self.store.last_recorded(viewer).await?,
            dates,
        })
    }
}
