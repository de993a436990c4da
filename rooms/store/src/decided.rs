//! What was decided over all that there was, asked in the transaction that records it: nothing of the sort came since. On one
//! server such acts may be decided one after the other; of two servers neither knows what the other is about to record.

use crate::fail::Failure;
use crate::filter::Sight;
use crate::read::entries;
use crate::sql::Link;
use crate::vault::Vault;
use access::Viewer;
use record::entry::Draft;
use register::kinds::{REPORT_ISSUED, is_of_account};
use register::port::{Of, StoreError};
use register::request::is_request;
use register::{authorities, needs};

/// Why what was decided over the first `read` entries is refused: one of the sort came since.
pub(crate) async fn check(link: &mut Link<'_>, vault: &Vault, read: Option<u64>, drafts: &[Draft]) -> Result<Result<(), Failure>, Failure> {
    let Some(read) = read else { return Ok(Ok(())) };
    let whole = Sight::of(link, vault, &Viewer::operator()).await?;
    let since = entries(link, &whole, &Of::Since(read), None).await?;
    // What goes with the first, such as whom a matter is assigned to, is decided with it.
    let first = drafts.first().map(|draft| draft.kind.as_str()).unwrap_or_default();
    let of_a_need = |kind: &str| needs::KINDS.contains(&kind);
    let of_an_authority = |kind: &str| authorities::KINDS.contains(&kind);
    let of_the_sort = |kind: &str| match first {
        first if is_request(first) => kind == first,
        first if of_a_need(first) => of_a_need(kind),
        first if of_an_authority(first) => of_an_authority(kind),
        REPORT_ISSUED => kind == REPORT_ISSUED,
        _ => is_of_account(kind),
    };
    let raced = since.iter().any(|recorded| of_the_sort(&recorded.entry.kind));
    Ok(if raced { Err(StoreError::Raced.into()) } else { Ok(()) })
}
