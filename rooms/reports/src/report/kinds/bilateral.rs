//! Two pages for a meeting with one State: what to ask, what to thank for, what is open, whom not to meet.

use super::super::making::{Making, ReportError};
use super::super::{Cell, Holds};
use super::rows::{self, of};
use register::figures::{RequestsOf, RowsOf, What};
use register::view::model::StateProfile;

pub(in super::super) async fn make(making: &mut Making<'_, '_>, words: &str) -> Result<(String, Option<String>), ReportError> {
    let profile = making.desk.state(words).await?;
    let name = making.state(&profile.state);
    making.heading("report-ties").await?;
    making.ties_of(&profile).await?;
    making.what_to_ask(&profile).await?;
    making.what_to_thank_for(&profile).await?;
    making.contacts_not_to_have(&profile).await?;
    let title = making.plain("report-title-bilateral", &[("state", (&name).into())]);
    Ok((title, Some(profile.state.code.clone())))
}

impl Making<'_, '_> {
    /// What is open with the State, and what it has not done yet.
    async fn what_to_ask(&mut self, profile: &StateProfile) -> Result<(), ReportError> {
        self.heading("report-to-ask").await?;
        let name = self.state(&profile.state);
        let open = RequestsOf {
            state: Some(profile.state.code.clone()),
            over: Some(false),
            ..RequestsOf::default()
        };
        if let Some(count) = self.figure(What::Requests(open.clone())).await? {
            self.paragraph("report-to-ask-requests", &[("state", (&name).into()), ("n", count.into())]);
        }
        self.requests_one_by_one(&open).await?;
        let lacking = [
            (
                "report-to-ask-party",
                !profile
                    .treaties
                    .iter()
                    .any(|tie| tie.treaty == register::state::ROME_STATUTE && tie.party),
            ),
            (
                "report-to-ask-apic",
                !profile.treaties.iter().any(|tie| tie.treaty == register::state::APIC && tie.party),
            ),
            ("report-to-ask-agreement", profile.agreements.is_empty()),
            ("report-to-ask-law", profile.laws.is_empty()),
            ("report-to-ask-address", !profile.address.usable),
        ];
        for (key, _) in lacking.into_iter().filter(|(_, lacks)| *lacks) {
            self.paragraph(key, &[("state", (&name).into())]);
        }
        Ok(())
    }

    /// What the State did.
    async fn what_to_thank_for(&mut self, profile: &StateProfile) -> Result<(), ReportError> {
        self.heading("report-to-thank-for").await?;
        let name = self.state(&profile.state);
        let executed = RequestsOf {
            state: Some(profile.state.code.clone()),
            stands: Some("executed".to_owned()),
            ..RequestsOf::default()
        };
        if let Some(count) = self.figure(What::Requests(executed.clone())).await? {
            self.paragraph("report-to-thank-for-requests", &[("state", (&name).into()), ("n", count.into())]);
        }
        let agreements = RowsOf {
            state: Some(profile.state.code.clone()),
            ..of("agreements")
        };
        self.rows("agreements", &agreements, rows::AGREEMENTS).await
    }

    /// Persons of the State's situations whom an arrest is sought of.
    async fn contacts_not_to_have(&mut self, profile: &StateProfile) -> Result<(), ReportError> {
        self.heading("report-contacts").await?;
        self.paragraph("report-contacts-lead", &[]);
        let mut rows = Vec::new();
        for situation in &profile.situations {
            for person in situation.persons.iter().filter(|person| person.status == "outstanding") {
                let days = What::DaysOutstanding { person: person.id.clone() };
                let days = self.cell(days).await?;
                rows.push(vec![Cell::Text(person.name.clone()), Cell::English(person.situation.clone()), days]);
            }
        }
        if rows.is_empty() {
            self.paragraph("report-contacts-none", &[]);
        }
        let columns = [
            ("report-col-person", Holds::Text),
            ("report-col-situation", Holds::Text),
            ("report-col-days", Holds::Number),
        ];
        self.table("contacts", &columns, rows);
        Ok(())
    }
}
