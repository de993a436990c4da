//! The invented matter of the demonstration: of every level, opened and closed, assigned, passed on and asked for, and
//! asked to be erased.

use super::Stage;
use crate::said::Refused;
use access::Viewer;
use identity::people::erasing::ErasingError;
use identity::people::matters::LONGEST_DELEGATION;
use jiff::SignedDuration;
use record::entry::Author;
use register::erasing::ErasureRequest;
use register::kinds;
use register::matter::{Addition, AudienceWords, Change, NewAudience};
use register::port::{Of, Store};

/// How long the delegation of the demonstration lasts.
const ABSENCE: SignedDuration = SignedDuration::from_hours(24 * 30);
const _: () = assert!(ABSENCE.as_hours() <= 24 * LONGEST_DELEGATION);

/// Sets all of it.
pub async fn set(stage: &Stage<'_>) -> Result<(), Refused> {
    states(stage).await?;
    under_seal(stage).await?;
    sent_to_a_state(stage).await?;
    confidential(stage).await?;
    asked_to_be_erased(stage).await?;
    opened_and_closed(stage).await
}

/// XAA, a State Party, and XAB, which is none.
async fn states(stage: &Stage<'_>) -> Result<(), Refused> {
    stage.state("XAA", Some("2004-05-03")).await?;
    stage.state("XAB", None).await
}

/// A warrant that the Prosecutor, a Chamber and the Registry know of: passed on by the registry officer for an
/// absence, and asked for in an emergency by a second officer of the Prosecutor.
async fn under_seal(stage: &Stage<'_>) -> Result<(), Refused> {
    let readers = &["organ:prosecutor", "organ:chambers", "organ:registry"];
    let matter = "exercise-sealed-1";
    stage.warrant(matter, 1, &to("under-seal", readers, "organ:prosecutor")).await?;
    for key in ["prosecutor", "chambers", "registry"] {
        stage.assign(matter, key).await?;
    }
    let people = stage.people;
    let (roll, now) = (people.roll().await?, people.outside().now());
    if roll.given_by(&stage.account("registry")?, now).is_empty() {
        let until = now.saturating_add(ABSENCE).unwrap_or(now);
        let officer = stage.enter("registry").await?;
        people.delegate(&officer, &stage.account("registry-2")?, matter, until).await?;
        stage.leave("registry").await?;
    }
    let second = stage.account("prosecutor-2")?;
    if roll.account(&second).is_some_and(|account| account.emergencies().is_empty()) {
        let officer = stage.enter("prosecutor-2").await?;
        let reason = "Exercise: the person is on a flight that lands tonight, and nobody who has the matter can be reached";
        people.ask_emergency(&officer, matter, reason).await?;
        stage.leave("prosecutor-2").await?;
    }
    Ok(())
}

/// A warrant under seal that was sent to one State, whose central authority and police have it; ex parte the defence.
async fn sent_to_a_state(stage: &Stage<'_>) -> Result<(), Refused> {
    let readers = &["organ:chambers", "organ:registry", "state:XAA"];
    let ex_parte = AudienceWords {
        left_out: vec!["team:exercise-team".to_owned()],
        ..to("under-seal", readers, "organ:registry")
    };
    stage.warrant("exercise-sealed-2", 2, &ex_parte).await?;
    for key in ["chambers", "registry", "xaa", "xaa-police"] {
        stage.assign("exercise-sealed-2", key).await?;
    }
    Ok(())
}

/// What is confidential or restricted, among partners of the Court.
async fn confidential(stage: &Stage<'_>) -> Result<(), Refused> {
    let agreement = |kind: &'static str| [("kind", kind)];
    let with_xab = to("confidential", &["organ:registry", "state:XAB"], "state:XAB");
    let about = ["state:XAB".to_owned()];
    let kind = agreement("exercise agreement on relocation, under negotiation");
    stage
        .add("exercise-confidential-1", kinds::AGREEMENT, "2026-03-02", &about, &kind, &with_xab)
        .await?;
    let partners = &[
        "organ:registry",
        "organisation:united-nations",
        "organisation:exercise-organisation",
    ];
    let kind = agreement("exercise arrangement on transport");
    let audience = to("confidential", partners, "organ:registry");
    stage
        .add("exercise-confidential-2", kinds::AGREEMENT, "2026-04-01", &about, &kind, &audience)
        .await?;
    for (matter, team, key) in [
        ("exercise-defence-1", "team:exercise-team", "defence"),
        ("exercise-victims-1", "team:exercise-victims", "victims"),
    ] {
        let kind = agreement("exercise request of counsel for the cooperation of XAB");
        let audience = to("confidential", &[team, "organ:registry"], team);
        stage.add(matter, kinds::AGREEMENT, "2026-05-04", &about, &kind, &audience).await?;
        stage.assign(matter, key).await?;
    }
    let everybody = &[
        "organ:presidency",
        "organ:registry",
        "organ:trust-fund",
        "assembly:secretariat",
        "assembly:bureau",
        "assembly:facilitator",
        "assembly:regional-focal-point",
        "state:XAA",
    ];
    let members = [
        ("pledger", "XAA"),
        ("theme", "exercise theme"),
        ("paraphrase", "Exercise: draft of a pledge, before it is announced"),
    ];
    let about = ["state:XAA".to_owned()];
    stage
        .add(
            "exercise-restricted-1",
            kinds::PLEDGE,
            "2026-06-01",
            &about,
            &members,
            &to("restricted", everybody, "assembly:secretariat"),
        )
        .await
}

/// A matter of two entries of which the Presidency asks that one be erased; the officer of Chambers may order it.
async fn asked_to_be_erased(stage: &Stage<'_>) -> Result<(), Refused> {
    let matter = "exercise-erasure-1";
    let readers = &["organ:presidency", "organ:chambers", "organ:registry"];
    let audience = to("confidential", readers, "organ:registry");
    let about = ["state:XAB".to_owned()];
    let words = [("kind", "exercise arrangement on protection, with the place of an exercise witness")];
    stage.add(matter, kinds::AGREEMENT, "2026-07-01", &about, &words, &audience).await?;
    stage
        .add(matter, kinds::AGREEMENT_IN_FORCE, "2026-07-15", &about, &[], &audience)
        .await?;
    if stage.has(matter, kinds::ERASURE_REQUESTED).await? {
        return Ok(());
    }
    let officer = stage.enter("presidency").await?;
    let of = Of::Matters(vec![matter.to_owned()]);
    let entries = stage.house.store.entries(officer.viewer(), of, None).await?;
    let named = entries.iter().filter(|recorded| recorded.entry.kind == kinds::AGREEMENT);
    let request = ErasureRequest {
        matter: matter.to_owned(),
        entries: named.map(|recorded| recorded.entry.id.to_string()).collect(),
        reason: "Exercise: it tells where somebody is who is protected".to_owned(),
        authority: "Exercise decision 3".to_owned(),
        author: officer.author().clone(),
    };
    let asked = stage.people.ask_erasure(&stage.house.register, &officer, &request).await;
    asked.map_err(|error| match error {
        ErasingError::People(error) => Refused::from(error),
        ErasingError::Fact(error) => error.into(),
    })?;
    stage.leave("presidency").await
}

/// Matter that was closed further, opened by a decision, and withdrawn from the public.
async fn opened_and_closed(stage: &Stage<'_>) -> Result<(), Refused> {
    let wide = to(
        "confidential",
        &["organ:chambers", "organ:registry", "office:victims-and-witnesses"],
        "organ:registry",
    );
    stage.warrant("exercise-narrowed-1", 3, &wide).await?;
    let narrow = to("under-seal", &["organ:chambers", "office:victims-and-witnesses"], "organ:registry");
    stage.change("exercise-narrowed-1", Change::Narrow, narrow).await?;
    for key in ["chambers", "vwu"] {
        stage.assign("exercise-narrowed-1", key).await?;
    }
    let sealed = to("under-seal", &["organ:prosecutor", "organ:chambers"], "organ:prosecutor");
    stage.warrant("exercise-unsealed-1", 4, &sealed).await?;
    stage.change("exercise-unsealed-1", Change::Unseal, PUBLIC.clone()).await?;
    stage.warrant("exercise-withdrawn-1", 5, &PUBLIC).await?;
    let closed = to("confidential", &["organ:registry", "organ:chambers"], "organ:registry");
    stage.change("exercise-withdrawn-1", Change::WithdrawFromPublic, closed).await
}

pub(super) static PUBLIC: std::sync::LazyLock<AudienceWords> = std::sync::LazyLock::new(|| AudienceWords {
    level: "public".to_owned(),
    originator: Some("organ:registry".to_owned()),
    ..AudienceWords::default()
});

fn to(level: &str, readers: &[&str], from: &str) -> AudienceWords {
    AudienceWords {
        level: level.to_owned(),
        list: readers.iter().map(|reader| (*reader).to_owned()).collect(),
        left_out: Vec::new(),
        originator: Some(from.to_owned()),
    }
}

impl Stage<'_> {
    /// Adds an entry of a kind to a matter that has none of it.
    pub(super) async fn add(
        &self,
        matter: &str,
        kind: &str,
        effective: &str,
        about: &[String],
        members: &[(&str, &str)],
        audience: &AudienceWords,
    ) -> Result<(), Refused> {
        if self.has(matter, kind).await? {
            return Ok(());
        }
        let addition = Addition {
            matter: Some(matter.to_owned()),
            kind: kind.to_owned(),
            effective: effective.to_owned(),
            about: about.to_vec(),
            set: members
                .iter()
                .map(|(member, text)| ((*member).to_owned(), (*text).to_owned()))
                .collect(),
            audience: audience.clone(),
            basis: (audience.level != "public").then(|| "Exercise decision 1".to_owned()),
            source: Some("Exercise file".to_owned()),
            author: author(),
        };
        self.house.register.add(&Viewer::operator(), &addition).await?;
        Ok(())
    }

    /// Adds a warrant and the name of the person whom it is against.
    async fn warrant(&self, matter: &str, number: u8, audience: &AudienceWords) -> Result<(), Refused> {
        let person = format!("person:exercise-{number:04}");
        let name = format!("Exercise Person {number}");
        let about = [person, "situation:exercise-01/26".to_owned()];
        let members = [("situation", "Exercise A")];
        self.add(matter, kinds::WARRANT_ISSUED, "2026-02-01", &about, &members, audience)
            .await?;
        self.add(matter, kinds::PERSON_NAMED, "unknown", &about[..1], &[("name", &name)], audience)
            .await?;
        if audience.level == "public" {
            self.add(matter, kinds::MADE_PUBLIC, "2026-02-02", &about, &[], audience).await?;
        }
        Ok(())
    }

    /// Closes or opens a matter, unless that was done.
    async fn change(&self, matter: &str, change: Change, audience: AudienceWords) -> Result<(), Refused> {
        let kind = match change {
            Change::Narrow => kinds::NARROWED,
            Change::Unseal => kinds::UNSEALED,
            Change::WithdrawFromPublic => kinds::WITHDRAWN_FROM_PUBLIC,
        };
        if self.has(matter, kind).await? {
            return Ok(());
        }
        let new = NewAudience {
            matter: matter.to_owned(),
            change,
            audience,
            decision: "Exercise decision 2".to_owned(),
            authority: (change == Change::Unseal).then(|| "Exercise Chamber".to_owned()),
            effective: None,
            author: author(),
        };
        self.house.register.change_audience(&Viewer::operator(), &new).await?;
        Ok(())
    }

    /// Assigns a matter to one of the people who does not have it.
    pub(super) async fn assign(&self, matter: &str, key: &str) -> Result<(), Refused> {
        let account = self.account(key)?;
        let roll = self.people.roll().await?;
        if !roll.account(&account).is_some_and(|known| known.is_assigned(matter)) {
            self.people.assign(&self.operator, &account, matter, None).await?;
        }
        Ok(())
    }

    async fn has(&self, matter: &str, kind: &str) -> Result<bool, Refused> {
        let of = Of::Matters(vec![matter.to_owned()]);
        let entries = self.house.store.entries(&Viewer::operator(), of, None).await?;
        Ok(entries.iter().any(|recorded| recorded.entry.kind == kind))
    }
}

fn author() -> Author {
    Author::Officer("Exercise operator".to_owned())
}
