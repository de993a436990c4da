//! Who may close and open a matter, asked in the transaction that records it: over what they see of the matter then.

use crate::fail::Failure;
use crate::filter::Sight;
use crate::read::entries;
use crate::sql::Link;
use access::{Action, Matter, On, may};
use record::entry::{Author, Draft};
use register::closing::{Closing, is_closing, is_same};
use register::kinds;
use register::port::{Of, Recorded, StoreError};

/// Whether a draft is one of which [`check`] asks who may write it: what closes or opens a matter, and what discloses an
/// instrument together with its opening. Whoever may do that need not be one who may write the like.
pub(crate) fn decides(draft: &Draft, together: &[Draft]) -> bool {
    let opening = |other: &Draft| other.kind == kinds::UNSEALED && other.matter == draft.matter && other.audience == draft.audience;
    is_closing(&draft.kind) || (draft.kind == kinds::MADE_PUBLIC && together.iter().any(opening))
}

/// Why drafts that close or open a matter are refused.
pub(crate) async fn check(link: &mut Link<'_>, sight: &Sight<'_>, drafts: &[Draft]) -> Result<Result<(), Failure>, Failure> {
    let Some(account) = sight.viewer().account() else {
        return Ok(Ok(()));
    };
    let author = Author::Account(account.to_owned());
    for draft in drafts.iter().filter(|draft| is_closing(&draft.kind)) {
        let mut matter = entries(link, sight, &Of::Matters(vec![draft.matter.clone()]), None).await?;
        matter.retain(|recorded| !kinds::PEOPLE.contains(&recorded.entry.kind.as_str()));
        let may_all = matter.iter().all(|recorded| may_change(sight, draft, recorded));
        if matter.is_empty() || !may_all || draft.author != author {
            return Ok(Err(Failure::refused(format!(
                "entry {} ({}, {}): you may not change who knows this matter; ask the officer from whom it comes",
                draft.id, draft.matter, draft.kind
            ))));
        }
        if draft.kind == kinds::UNSEALED && !opens_what_is_there(draft, &matter) {
            return Ok(Err(StoreError::Raced.into()));
        }
    }
    Ok(Ok(()))
}

fn may_change(sight: &Sight<'_>, draft: &Draft, recorded: &Recorded) -> bool {
    let action = match draft.kind.as_str() {
        kinds::UNSEALED => Action::Unseal,
        kinds::WITHDRAWN_FROM_PUBLIC => Action::WithdrawFromPublic,
        _ => Action::Narrow,
    };
    let on = On::Matter(Matter {
        matter: &draft.matter,
        audience: &recorded.audience,
    });
    may(sight.viewer(), action, on)
}

/// Whether an opening says from which audience it opens, and the facts of the matter still have that one.
fn opens_what_is_there(draft: &Draft, matter: &[Recorded]) -> bool {
    let from = Closing::of(draft, u64::MAX).and_then(|closing| closing.from);
    let mut facts = matter.iter().filter(|recorded| !is_closing(&recorded.entry.kind));
    from.is_some_and(|from| facts.all(|fact| is_same(&from, &fact.audience)))
}
