//! Whose record this is: one record belongs to one institution. On the Court's a State is a guest, which reads what was sent to
//! it and answers; who works on it there and what is remarked belongs on the State's own (see [`crate::execution`]).

use crate::Register;
use crate::fact::FactError;
use crate::kinds;
use crate::port::{Of, Recorded, StoreError};
use access::{Organisation, Viewer};
use record::audience::Audience;
use record::entry::{Author, Draft};
use record::json::Object;
use record::when::{Span, When};

/// The matter in which it stands.
const MATTER: &str = "institution";

impl Register {
    /// The institution that keeps the record, where it was named; the Court's people keep one in which none was.
    ///
    /// # Errors
    /// The store failed.
    pub async fn named_institution(&self) -> Result<Option<Organisation>, StoreError> {
        let of = Of::Kinds(vec![kinds::INSTITUTION_NAMED.to_owned()]);
        let entries = self.store.entries(&Viewer::public(), of, None).await?;
        let named = entries.first().and_then(|recorded| recorded.entry.body.get_text("institution"));
        Ok(named.and_then(Organisation::parse))
    }

    /// The State whose record this is, if it is a State's.
    ///
    /// # Errors
    /// The store failed.
    pub async fn own_state(&self) -> Result<Option<String>, StoreError> {
        Ok(match self.named_institution().await? {
            Some(Organisation::State(code)) => Some(code),
            _ => None,
        })
    }

    /// The State for which somebody acts on that State's own record; none where they are a guest, or this is no State's. The
    /// operator acts for whoever keeps the record.
    ///
    /// # Errors
    /// The store failed.
    pub async fn home_of(&self, viewer: &Viewer) -> Result<Option<String>, StoreError> {
        let own = self.own_state().await?;
        Ok(own.filter(|own| match viewer.organisation() {
            Some(organisation) => *organisation == Organisation::State(own.clone()),
            None => *viewer == Viewer::operator(),
        }))
    }

    /// Names the institution, once and for good.
    ///
    /// # Errors
    /// It is neither the Court nor a State, another was named before, or the store failed.
    pub async fn name_institution(&self, institution: &Organisation, author: &Author) -> Result<Recorded, FactError> {
        if !matches!(institution, Organisation::Court | Organisation::State(_)) {
            return Err(FactError::Given(
                "a record belongs to the Court or to a State; write court or state:XAA".to_owned(),
            ));
        }
        if let Some(named) = self.named_institution().await? {
            return Err(FactError::Given(format!(
                "this record is that of {} already, and stays so; begin another in another folder",
                named.text()
            )));
        }
        let operator = Viewer::operator();
        let draft = Draft {
            matter: MATTER.to_owned(),
            kind: kinds::INSTITUTION_NAMED.to_owned(),
            effective: When::In(Span::Day(self.today())),
            audience: Audience::public(),
            body: Object::new().text("institution", institution.text()),
            ..self.blank(&operator, author)?
        };
        self.record_all(&operator, vec![draft]).await
    }
}
