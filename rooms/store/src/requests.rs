//! Acts in requests, asked in the transaction that records them: nobody acts over what they have not seen.

use crate::fail::Failure;
use crate::filter::Sight;
use crate::read::entries;
use crate::sql::Link;
use crate::vault::Vault;
use access::Viewer;
use record::entry::Draft;
use register::port::{Of, Recorded, StoreError};
use register::request::{RequestId, is_request, public_record, saw};

/// Why drafts that are acts in requests are refused: something that their author may see was done in the request after
/// the act that they say they saw. What they may not see plays no part. What the public record tells of requests was done
/// elsewhere.
pub(crate) async fn check(link: &mut Link<'_>, sight: &Sight<'_>, vault: &Vault, drafts: &[Draft]) -> Result<Result<(), Failure>, Failure> {
    let is_done_here = |draft: &&Draft| is_request(&draft.kind) && draft.corrects.is_none() && !public_record::is_told(draft);
    for draft in drafts.iter().filter(is_done_here) {
        let Some(id) = RequestId::of_matter(&draft.matter) else {
            return Ok(Err(Failure::refused(format!(
                "entry {}: {} is no matter of a request",
                draft.id, draft.matter
            ))));
        };
        let matters = vec![id.preparation(), id.matter()];
        let there = entries(link, sight, &Of::Matters(matters), None).await?;
        // Whether it was sent or begun is decided over all that there is: whoever has the preparation alone neither sends it
        // again, which would let them into what they may not see, nor goes on as if it had not been sent; and whoever sees
        // nothing of it does not begin it again. Who sees what was sent need not see the preparation.
        let is_act = |recorded: &&Recorded| is_request(&recorded.entry.kind);
        let seen = |matter: &str| there.iter().filter(is_act).any(|recorded| recorded.entry.matter == matter);
        let mut unseen = Vec::new();
        if !seen(&id.matter()) {
            unseen.push(id.matter());
            if !seen(&id.preparation()) {
                unseen.push(id.preparation());
            }
        }
        if !unseen.is_empty() {
            let whole = Sight::of(link, vault, &Viewer::operator()).await?;
            if entries(link, &whole, &Of::Matters(unseen), None)
                .await?
                .iter()
                .any(|recorded| is_act(&recorded))
            {
                return Ok(Err(StoreError::Raced.into()));
            }
        }
        let last = there.iter().rfind(|recorded| is_request(&recorded.entry.kind));
        if last.map(|recorded| saw(&recorded.entry.id)).as_deref() != draft.body.get_text("saw") {
            return Ok(Err(StoreError::Raced.into()));
        }
    }
    Ok(Ok(()))
}
