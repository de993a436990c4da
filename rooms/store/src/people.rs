//! Acts about accounts, asked in the transaction that records them: whoever decided on one had read all that there is.

use crate::fail::Failure;
use crate::filter::Sight;
use crate::read::entries;
use crate::sql::Link;
use crate::vault::Vault;
use access::Viewer;
use register::kinds::is_of_account;
use register::port::{Of, StoreError};

/// Why what was decided over the first `read` entries is refused: an act about an account came since. On one server they are
/// decided one after the other; of two servers neither knows what the other is about to record.
pub(crate) async fn check(link: &mut Link<'_>, vault: &Vault, read: Option<u64>) -> Result<Result<(), Failure>, Failure> {
    let Some(read) = read else { return Ok(Ok(())) };
    let whole = Sight::of(link, vault, &Viewer::operator()).await?;
    let since = entries(link, &whole, &Of::Since(read), None).await?;
    let raced = since.iter().any(|recorded| is_of_account(&recorded.entry.kind));
    Ok(if raced { Err(StoreError::Raced.into()) } else { Ok(()) })
}
