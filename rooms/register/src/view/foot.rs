//! What stands at the foot of each page: whose record, which edition, until when.

use super::View;
use super::model::Foot;
use crate::Register;
use crate::chain;
use crate::kinds;
use crate::outside::day_in_the_hague;
use crate::port::Of;
use crate::reading::Reading;
use access::Viewer;
use record::hex::hex;

impl Register {
    /// What stands at the foot of each page.
    ///
    /// # Errors
    /// The store failed.
    pub async fn foot(&self, viewer: &Viewer, reading: &Reading) -> View<Foot> {
        let genesis = self.store.genesis().await?;
        let checkpoint = self.store.checkpoint().await?;
        let editions = self
            .store
            .entries(viewer, Of::Kinds(vec![kinds::PACK_EDITION.to_owned()]), reading.known_by())
            .await?;
        let newest = chain::held(&editions).last().map(|held| held.now().entry.clone());
        let day = |field: &str| {
            newest
                .as_ref()
                .and_then(|e| e.body.get_text(field))
                .and_then(|text| text.parse().ok())
        };
        Ok(Foot {
            edition: day("edition"),
            complete_until: day("complete_until"),
            checkpoint_day: day_in_the_hague(checkpoint.mark),
            checkpoint_root: hex(&checkpoint.root),
            began: day_in_the_hague(genesis.began),
            exercise: genesis.exercise,
            institution: self.named_institution().await?.map(|named| named.text()),
        })
    }
}
