//! How tests sign a request on paper: with a scan that its author sends.

use crate::house::{House, Person};
use crate::request_walk::act;
use register::attachment::{accept, owner};

/// The bytes of a scan.
pub const SCAN: &[u8] = b"%PDF-1.7\nexercise scan of a signed request\n%%EOF\n";

/// Sends a scan, which then waits; the value that names it.
pub async fn scan(house: &House, person: &Person) -> String {
    let actor = house.actor(person).await;
    let mut receiving = house.register.attachments.begin(&owner(actor.viewer())).await.unwrap();
    receiving.write(SCAN).await.unwrap();
    let working = accept(receiving, "exercise-signed.pdf", "application/pdf").await.unwrap();
    format!("Exercise scan sha256:{}", working.file.sha256)
}

/// The fields of the act that signs, on paper, with a scan.
pub async fn signing(house: &House, person: &Person) -> String {
    let scan = scan(house, person).await;
    act(house, "sign", &[("signature_form", "on-paper"), ("signed_paper", &scan)])
}
