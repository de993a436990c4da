//! What is done in a matter from its page: who has it, and who may know it.

use super::matter::{self, Segments};
use super::matter_words::{Marked, account_of};
use super::{Inside, Posted, Unsettled, verify};
use crate::guard::Fields;
use crate::markup::Markup;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use identity::people::{Actor, PeopleError};
use jiff::Timestamp;
use jiff::civil::Date;
use record::audience::{Level, Reader};
use record::entry::EntryId;
use register::audit::Act as Audited;
use register::change_refused::ChangeRefused;
use register::fact::FactError;
use register::matter::{AudienceWords, Change, NewAudience};
use register::outside::the_hague;
use register::port::StoreError;
use register::view::model::MatterView;

/// Why an act was not done.
enum Undone {
    /// An act on people.
    People(PeopleError),
    /// A change of who may know the matter.
    Fact(FactError),
    /// A field is empty, or holds what cannot be read: the key of what is said.
    Field(&'static str),
    /// There is nothing here for whoever asks.
    Nowhere,
}

impl From<PeopleError> for Undone {
    fn from(error: PeopleError) -> Undone {
        match error {
            PeopleError::NoSuchMatter => Undone::Nowhere,
            error => Undone::People(error),
        }
    }
}

impl From<FactError> for Undone {
    fn from(error: FactError) -> Undone {
        match error {
            FactError::Change(ChangeRefused::NoMatter(_)) => Undone::Nowhere,
            error => Undone::Fact(error),
        }
    }
}

/// Does one act, and leads back to the page, or to the list where the matter is not open to the actor any more.
pub(super) async fn act(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let name = segments.map(|Path((_, name))| name).unwrap_or_default();
    let actor = match inside.actor() {
        Ok(actor) => actor,
        // Somebody who is signed in and chose no role: whoever is not was led elsewhere before.
        Err(answer) => return *answer,
    };
    let undone = match done(&inside, actor, &name, &fields).await {
        Ok(word) => {
            let here = inside.layout("matter-title").matter(&name);
            let to = if still_sees(&inside, &name).await {
                here
            } else {
                inside.within("matters")
            };
            return inside.see_other(&format!("{to}?done={word}"));
        }
        Err(undone) => undone,
    };
    let (status, why) = match undone {
        Undone::Nowhere => return inside.nowhere().await,
        Undone::People(PeopleError::NotFresh) => return verify::needed(&inside, &fields),
        Undone::People(error) => match inside.said(&error) {
            Unsettled::Say(status, why) => (status, why),
            Unsettled::Answer(answer) => return *answer,
        },
        Undone::Field(key) => (StatusCode::BAD_REQUEST, Markup::text(&inside.w.t(key))),
        Undone::Fact(error) => said(&inside, &error),
    };
    matter::answer(&inside, &name, status, Some(why), Some(fields)).await
}

/// Whether the actor, with what they have since the act, still sees the matter.
async fn still_sees(inside: &Inside, name: &str) -> bool {
    let (Ok(visit), Ok(roll)) = (inside.visit(), inside.people().roll().await) else {
        return false;
    };
    let (Some(account), Some(post)) = (roll.account(visit.account.id()), visit.session.post()) else {
        return false;
    };
    match roll.viewer(account, post, inside.people().outside().now()) {
        Some(viewer) => matches!(inside.pages.web.register.matter(&viewer, name).await, Ok(Some(_))),
        None => false,
    }
}

/// The word of what was done.
async fn done(inside: &Inside, actor: &Actor, name: &str, fields: &Fields) -> Result<&'static str, Undone> {
    let people = inside.people();
    let word = matter::ACTS
        .into_iter()
        .find(|word| *word == fields.get("act"))
        .ok_or(Undone::Field("matter-no-act"))?;
    // What is not there for the actor is answered before anything that was typed is looked at.
    let view = inside.pages.web.register.matter(actor.viewer(), name).await;
    let view = view
        .map_err(|error| Undone::People(StoreError::Database(error.to_string()).into()))?
        .ok_or(Undone::Nowhere)?;
    let account = || account_of(fields.get("account")).ok_or(Undone::Field("matter-no-account"));
    match word {
        "assign" => people.assign(actor, &account()?, name, level(fields)?).await?,
        "end-assignment" => people.end_assignment(actor, &account()?, name, fields.get("reason")).await?,
        "delegate" => people.delegate(actor, &account()?, name, end_of(fields.get("until"))?).await?,
        "take-back" => {
            let from = account_of(fields.get("from")).ok_or(Undone::Field("matter-no-account"))?;
            people.end_delegation(actor, &account()?, &from, name).await?;
        }
        "end-emergency" => {
            let request = EntryId::parse(fields.get("request")).ok_or(PeopleError::NoSuchRequest)?;
            people.end_emergency(actor, &account()?, &request).await?;
        }
        "unseal" => change(inside, actor, &view, Change::Unseal, fields).await?,
        "withdraw" => change(inside, actor, &view, Change::WithdrawFromPublic, fields).await?,
        _ => change(inside, actor, &view, Change::Narrow, fields).await?,
    }
    Ok(word)
}

/// Closes or opens the matter. It is written into the audit first: what cannot be audited is not done.
async fn change(inside: &Inside, actor: &Actor, view: &MatterView, change: Change, fields: &Fields) -> Result<(), Undone> {
    let web = &inside.pages.web;
    let (may, audited) = match change {
        Change::Narrow => (view.may_narrow, Audited::Narrowed),
        Change::Unseal => (view.may_unseal, Audited::Unsealed),
        Change::WithdrawFromPublic => (view.may_withdraw, Audited::WithdrawnFromPublic),
    };
    if !may {
        return Err(PeopleError::NotAllowed.into());
    }
    let new = NewAudience {
        matter: view.id.clone(),
        change,
        audience: AudienceWords {
            level: fields.get("level").to_owned(),
            list: readers(fields, "to"),
            left_out: readers(fields, "without"),
            originator: view.originator.as_ref().map(Reader::text),
        },
        decision: fields.get("decision").to_owned(),
        authority: Some(fields.get("authority").to_owned()),
        effective: None,
        author: actor.author().clone(),
    };
    let changed = web.register.check_change_of_audience(actor.viewer(), &new).await?;
    // Whoever typed what cannot be is told so before they show once more who they are.
    if !inside.visit().is_ok_and(|visit| inside.people().is_fresh(visit, change.action())) {
        return Err(PeopleError::NotFresh.into());
    }
    let event = |(matter, level): &(String, Level)| web.audit.event(audited, actor.who()).matter(matter, *level);
    let events: Vec<_> = changed.iter().map(event).collect();
    web.audit.write(&events).await.map_err(PeopleError::from)?;
    web.register.change_audience(actor.viewer(), &new).await?;
    Ok(())
}

/// The level of a form; none where it is left open.
fn level(fields: &Fields) -> Result<Option<Level>, Undone> {
    match fields.get("level") {
        "" => Ok(None),
        word => Level::from_word(word).map(Some).ok_or(Undone::Field("change-no-level")),
    }
}

/// The readers of a form: those that are ticked, and those that are written, one a line or with commas between them.
fn readers(fields: &Fields, name: &str) -> Vec<String> {
    let written = format!("{name}-more");
    let values = fields.pairs().filter(|(given, _)| *given == name || *given == written);
    let mut readers: Vec<String> = Vec::new();
    for word in values.flat_map(|(_, value)| value.split([',', ';', '\n'])).map(str::trim) {
        if !word.is_empty() && !readers.iter().any(|reader| reader == word) {
            readers.push(word.to_owned());
        }
    }
    readers
}

/// The end of a day in The Hague.
fn end_of(day: &str) -> Result<Timestamp, Undone> {
    end_of_day(day).ok_or(Undone::Field("matter-no-day"))
}

/// The end of a day in The Hague; none where it is no day.
pub(crate) fn end_of_day(day: &str) -> Option<Timestamp> {
    let day: Date = day.trim().parse().ok()?;
    the_hague().to_timestamp(day.tomorrow().ok()?.at(0, 0, 0, 0)).ok()
}

/// What is said of a change that was refused, with the status of the answer.
pub(super) fn said(inside: &Inside, error: &FactError) -> (StatusCode, Markup) {
    let w = &inside.w;
    match error {
        FactError::Change(refused) => {
            let status = match refused {
                ChangeRefused::NotAllowed => StatusCode::FORBIDDEN,
                _ => StatusCode::BAD_REQUEST,
            };
            let given = match refused {
                ChangeRefused::NoLevel(given) | ChangeRefused::NoReader(given) => given.as_str(),
                _ => "",
            };
            (status, w.say(&format!("change-{}", refused.word()), &[("given", given.into())]))
        }
        // What no form of ours sends: the error itself speaks as the shell does.
        FactError::Store(StoreError::Refused(_) | StoreError::Raced)
        | FactError::Given(_)
        | FactError::NoEntry(_)
        | FactError::Erasure(_) => {
            tracing::info!(%error, "a change of an audience was not taken");
            (StatusCode::BAD_REQUEST, Markup::text(&w.t("change-not-taken")))
        }
        FactError::Store(error) => {
            tracing::error!(%error, "a change of an audience could not be recorded");
            let status = match error {
                StoreError::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            };
            (status, w.people_error(&PeopleError::Store(StoreError::Database(String::new()))))
        }
    }
}
