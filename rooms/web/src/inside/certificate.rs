//! The certificate that a browser showed when it connected, as a proof of who somebody is.

use super::Inside;
use identity::credential::Certificate;
use identity::people::coming::Proof;
use identity::token::Key;

/// Whether somebody may come in by one.
pub(super) fn is_offered(inside: &Inside) -> bool {
    inside.pages.web.signing.certificates
}

/// The one that was shown, which the server checked against the authorities that it was given.
pub(super) fn shown(inside: &Inside) -> Option<Proof> {
    let shown = inside.certificate.as_ref().filter(|_| is_offered(inside))?;
    let sha256 = Key::parse(&shown.sha256)?;
    Some(Proof::Certificate(Certificate { sha256 }))
}
