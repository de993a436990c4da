//! What is asked to be erased of a matter, and what was: as it is now, for whoever may see the entries that say so.

use super::View;
use super::matters::shown;
use super::model::{ErasureAsked, ErasureDeclined, ErasureOrdered, ErasureSaid, Erasures};
use crate::Register;
use crate::closing::is_closing;
use crate::erasure::{answer_to, asked_by, erased_by, may_be_one, request_of, why_kept};
use crate::erasure_refused::Stays;
use crate::kinds;
use crate::port::{Of, Recorded};
use access::{Action, Matter, On, Viewer, may};
use record::audience::Audience;
use record::entry::Author;

impl Register {
    /// What is asked to be erased of a matter, and what was; nothing where there is no such matter for this viewer.
    ///
    /// # Errors
    /// The store failed.
    pub async fn erasures(&self, viewer: &Viewer, matter: &str) -> View<Erasures> {
        let entries = self.store.entries(viewer, Of::Matters(vec![matter.to_owned()]), None).await?;
        let may_erase = |audience: &Audience| may(viewer, Action::Erase, On::Matter(Matter { matter, audience }));
        let mut erasures = Erasures::default();
        for recorded in &entries {
            match (recorded.entry.kind.as_str(), why_kept(recorded)) {
                (kinds::ERASURE_REQUESTED, _) => {
                    erasures.requests.push(recorded.entry.id.to_string());
                    if answer_to(&recorded.entry.id, &entries).is_none() {
                        let may_erase = may_erase(&recorded.audience);
                        erasures.waiting.push(asked(viewer, recorded, &entries, may_erase));
                    }
                }
                (kinds::ERASURE_ORDERED, _) => {
                    let cleared = self.store.is_cleared_after(recorded).await?;
                    erasures.ordered.push(ordered(recorded, &entries, cleared));
                }
                (kinds::ERASURE_DECLINED, _) => erasures.declined.push(ErasureDeclined {
                    said: said(recorded),
                    request: request_of(&recorded.entry).map(|id| id.to_string()).unwrap_or_default(),
                }),
                (_, Some(Stays::Public)) => erasures.has_public = true,
                // An act that closed or opened the matter goes by the operator alone.
                (kind, None) if !is_closing(kind) && may_erase(&recorded.audience) => erasures.choices.push(shown(recorded)),
                _ => {}
            }
        }
        erasures.ordered.reverse();
        erasures.declined.reverse();
        Ok(erasures)
    }
}

fn said(recorded: &Recorded) -> ErasureSaid {
    let text = |member: &str| recorded.entry.body.get_text(member).unwrap_or_default().to_owned();
    ErasureSaid {
        id: recorded.entry.id.to_string(),
        author: recorded.entry.author.clone(),
        recorded: recorded.entry.recorded,
        reason: text("reason"),
        authority: text("authority"),
    }
}

fn asked(viewer: &Viewer, request: &Recorded, matter: &[Recorded], may_erase: bool) -> ErasureAsked {
    let named = asked_by(&request.entry).unwrap_or_default();
    let of_it = matter.iter().filter(|recorded| named.contains(&recorded.entry.id));
    let viewer = viewer.account().map(|id| Author::Account(id.to_owned()));
    let author = &request.entry.author;
    ErasureAsked {
        said: said(request),
        audience: request.audience.clone(),
        entries: of_it.map(shown).collect(),
        may_decline: may_erase,
        may_order: may_erase && viewer.as_ref().is_none_or(|viewer| !may_be_one(viewer, author)),
        own: viewer.as_ref() == Some(author),
    }
}

fn ordered(order: &Recorded, matter: &[Recorded], cleared: bool) -> ErasureOrdered {
    let request = request_of(&order.entry);
    let request = request.and_then(|id| matter.iter().find(|recorded| recorded.entry.id == id));
    let gone = erased_by(&order.entry).unwrap_or_default().into_iter();
    ErasureOrdered {
        said: said(order),
        asked_by: request.map(|request| request.entry.author.clone()),
        gone: gone.map(|erased| (erased.id.to_string(), erased.recorded)).collect(),
        cleared,
    }
}
