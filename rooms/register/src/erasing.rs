//! Asking for an erasure, ordering it, declining it: what an officer does by the rules of [`crate::erasure`].

use crate::Register;
use crate::closing::is_closing;
use crate::erasure::{
    Erased, asked_by, check_decline, check_entries, check_order, check_request, decline_body, hanging_on_acts, order_body, request_body,
    sees_all, stays, with_what_hangs_on,
};
use crate::erasure_refused::ErasureRefused;
use crate::fact::FactError;
use crate::kinds;
use crate::port::{Of, Recorded};
use access::{Action, Matter, On, Viewer, may};
use record::audience::Audience;
use record::entry::{Author, Draft, EntryId, Subject};
use record::when::{Span, When};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// A request to erase entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureRequest {
    /// The matter.
    pub matter: String,
    /// The entries, by their ids; all that the matter holds where none is named.
    pub entries: Vec<String>,
    /// Why they are to go.
    pub reason: String,
    /// By whose decision.
    pub authority: String,
    /// Who asks.
    pub author: Author,
}

/// An order that grants a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureOrder {
    /// The entry of the request, by its id.
    pub request: String,
    /// Why they go.
    pub reason: String,
    /// By whose decision.
    pub authority: String,
    /// Who orders it.
    pub author: Author,
}

/// That a request is declined, or taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureDecline {
    /// The entry of the request, by its id.
    pub request: String,
    /// Why nothing goes.
    pub reason: String,
    /// Who says so.
    pub author: Author,
}

/// A request that stands in its matter, as a viewer sees both.
struct Asked {
    request: Recorded,
    /// What it names.
    entries: BTreeSet<EntryId>,
    /// All of the matter.
    matter: Vec<Recorded>,
}

impl Register {
    /// Asks for entries to be erased. Nothing goes yet.
    ///
    /// # Errors
    /// There is no such matter or entry for this viewer, they may not erase it, or it is not erased for a reason that is
    /// said.
    pub async fn request_erasure(&self, viewer: &Viewer, request: &ErasureRequest) -> Result<Recorded, FactError> {
        let draft = self.check_request_of_erasure(viewer, request).await?;
        self.record(viewer, draft).await
    }

    /// What would be recorded, so that it can be written into the audit first.
    ///
    /// # Errors
    /// As for [`Register::request_erasure`], as far as can be told before it is recorded.
    pub async fn check_request_of_erasure(&self, viewer: &Viewer, request: &ErasureRequest) -> Result<Draft, FactError> {
        let matter = self.store.entries(viewer, Of::Matters(vec![request.matter.clone()]), None).await?;
        let named: BTreeSet<EntryId> = if request.entries.is_empty() {
            all_that_can_go(viewer, &matter)
        } else {
            let id = |text: &String| EntryId::parse(text).ok_or_else(|| ErasureRefused::NoId(text.clone()));
            request.entries.iter().map(id).collect::<Result<_, _>>()?
        };
        let ids = with_what_hangs_on(&named, &matter);
        check_entries(viewer, &ids, &matter)?;
        let authority = words(&request.authority);
        let draft = Draft {
            kind: kinds::ERASURE_REQUESTED.to_owned(),
            body: request_body(&ids, &words(&request.reason), &authority),
            basis: Some(authority),
            ..self.blank_of_erasure(viewer, &request.author, &request.matter, audience_of(&ids, &matter)?)?
        };
        check_request(viewer, &draft, &matter)?;
        checked(draft)
    }

    /// Orders what was asked for: the bodies go at once, with all that is derived of them.
    ///
    /// # Errors
    /// There is no such request for this viewer, they may not erase it, they asked for it themselves, or it is not
    /// erased for a reason that is said.
    pub async fn order_erasure(&self, viewer: &Viewer, order: &ErasureOrder) -> Result<Recorded, FactError> {
        let draft = self.check_order_of_erasure(viewer, order).await?;
        self.record(viewer, draft).await
    }

    /// What would be recorded, so that it can be written into the audit first.
    ///
    /// # Errors
    /// As for [`Register::order_erasure`], as far as can be told before it is recorded.
    pub async fn check_order_of_erasure(&self, viewer: &Viewer, order: &ErasureOrder) -> Result<Draft, FactError> {
        let asked = self.asked(viewer, &order.request).await?;
        let id = &asked.request.entry.id;
        let erased = asked.matter.iter().filter(|recorded| asked.entries.contains(&recorded.entry.id));
        let erased: Vec<Erased> = erased.map(Erased::of).collect();
        let authority = words(&order.authority);
        let audience = audience_of(&asked.entries, &asked.matter)?;
        let draft = Draft {
            kind: kinds::ERASURE_ORDERED.to_owned(),
            about: vec![Subject::Entry(id.clone())],
            body: order_body(id, &erased, &words(&order.reason), &authority),
            basis: Some(authority),
            ..self.blank_of_erasure(viewer, &order.author, &asked.request.entry.matter, audience)?
        };
        check_order(viewer, &draft, &asked.matter)?;
        checked(draft)
    }

    /// Declines what was asked for, or takes it back: nothing goes, and it is not ordered any more.
    ///
    /// # Errors
    /// There is no such request for this viewer, they may not erase anything in its matter, it was answered, or no
    /// reason is given.
    pub async fn decline_erasure(&self, viewer: &Viewer, decline: &ErasureDecline) -> Result<Recorded, FactError> {
        let draft = self.check_decline_of_erasure(viewer, decline).await?;
        self.record(viewer, draft).await
    }

    /// What would be recorded, so that it can be written into the audit first.
    ///
    /// # Errors
    /// As for [`Register::decline_erasure`], as far as can be told before it is recorded.
    pub async fn check_decline_of_erasure(&self, viewer: &Viewer, decline: &ErasureDecline) -> Result<Draft, FactError> {
        let asked = self.asked(viewer, &decline.request).await?;
        let request = &asked.request;
        let draft = Draft {
            kind: kinds::ERASURE_DECLINED.to_owned(),
            about: vec![Subject::Entry(request.entry.id.clone())],
            body: decline_body(&request.entry.id, &words(&decline.reason)),
            basis: request.entry.basis.clone(),
            ..self.blank_of_erasure(viewer, &decline.author, &request.entry.matter, &request.audience)?
        };
        check_decline(&draft, &asked.matter)?;
        checked(draft)
    }

    /// The request of an id, with its matter.
    async fn asked(&self, viewer: &Viewer, request: &str) -> Result<Asked, FactError> {
        let unknown = || ErasureRefused::NoRequest(request.to_owned());
        let id = EntryId::parse(request.trim()).ok_or_else(unknown)?;
        let request = self.store.entry(viewer, &id).await?.ok_or_else(unknown)?;
        let entries = asked_by(&request.entry).ok_or_else(unknown)?;
        let of = Of::Matters(vec![request.entry.matter.clone()]);
        let matter = self.store.entries(viewer, of, None).await?;
        Ok(Asked { request, entries, matter })
    }

    /// A draft in a matter with the audience of what it is about, if the viewer may erase there.
    fn blank_of_erasure(&self, viewer: &Viewer, author: &Author, matter: &str, audience: &Audience) -> Result<Draft, FactError> {
        if !may(viewer, Action::Erase, On::Matter(Matter { matter, audience })) {
            return Err(ErasureRefused::NotAllowed.into());
        }
        Ok(Draft {
            matter: matter.to_owned(),
            effective: When::In(Span::Day(self.today())),
            audience: audience.clone(),
            ..self.blank(viewer, author)?
        })
    }
}

/// Who may know the entries of a matter that are named: the same for all of them.
fn audience_of<'m>(ids: &BTreeSet<EntryId>, matter: &'m [Recorded]) -> Result<&'m Audience, ErasureRefused> {
    let first = matter.iter().find(|recorded| ids.contains(&recorded.entry.id));
    first.map(|recorded| &recorded.audience).ok_or(ErasureRefused::Nothing)
}

/// What was typed, as it is recorded: on one line, in composed letters.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// A draft that can stand in the record.
fn checked(draft: Draft) -> Result<Draft, FactError> {
    draft.check().map_err(|error| ErasureRefused::Signs(error.to_string()))?;
    Ok(draft)
}

/// All of a matter that can go: the acts that closed and opened it too, where the viewer sees all and nothing that stays
/// hangs on them.
fn all_that_can_go(viewer: &Viewer, matter: &[Recorded]) -> BTreeSet<EntryId> {
    let can_go = |with_acts: bool| -> BTreeSet<EntryId> {
        let goes = |recorded: &&Recorded| !stays(&recorded.entry.kind) && (with_acts || !is_closing(&recorded.entry.kind));
        matter.iter().filter(goes).map(|recorded| recorded.entry.id.clone()).collect()
    };
    let all = can_go(true);
    let with_acts = sees_all(viewer) && hanging_on_acts(&all, matter).is_none();
    if with_acts { all } else { can_go(false) }
}
