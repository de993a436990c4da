//! A check that is kept, where somebody asks for it: that it was made, and the list, for the institution of whoever made it and
//! nobody else.
//!
//! | kind | effective | about | body |
//! |---|---|---|---|
//! | `contact.checked` | the day on which it was made | | what the receipt says: `at`, `on`, `for`, `persons`, `form`, `lines`, `contacts`, `unread`, `sha256`, `checkpoint_root`, `edition`, `law_edition` |
//!
//! It is a matter of its own under a random name, confidential, and the list is an attachment of it. What was found is no part of it:
//! that is what one officer may know, and others of the institution may know less.

use super::{Checked, ListForm};
use crate::Register;
use crate::attachment::{self, AttachmentError, accept};
use crate::authorities::originator;
use crate::fact::FactError;
use crate::kinds;
use crate::port::Recorded;
use access::{Action, Matter, On, Viewer, may};
use record::audience::{Audience, Level, Reader};
use record::entry::{Author, Draft};
use record::hex::hex;
use record::json::{Object, Value};
use record::when::{Span, When};
use sha2::{Digest, Sha256};

/// What the names of these matters begin with.
const MATTER: &str = "contacts-";
/// The ground on which they are not public.
const BASIS: &str = "check of contacts";

/// Why a check is not kept. It was made all the same.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// They act for no institution that may open a matter here.
    #[error("a check is kept for a State or an organ of the Court by somebody who may open matters for it; nothing was kept")]
    NotAllowed,
    /// The list is another one than was checked.
    #[error("the list is not the one that was checked; nothing was kept")]
    Another,
    /// The list is not taken as a file, or could not be written.
    #[error("the list is not kept: {0}")]
    File(#[from] AttachmentError),
    /// The entry could not be recorded.
    #[error(transparent)]
    Record(#[from] FactError),
}

/// Whether somebody may keep a check for their institution.
pub fn may_keep(viewer: &Viewer) -> bool {
    viewer.organisation().is_some() && originator(viewer).is_some_and(|institution| opening(viewer, institution).is_some())
}

/// The audience of a check of an institution that somebody keeps; none where they may not.
fn opening(viewer: &Viewer, institution: Reader) -> Option<Audience> {
    let audience = Audience::of(Level::Confidential, institution.clone(), [institution]);
    let on = On::Opening(Matter {
        matter: MATTER,
        audience: &audience,
    });
    may(viewer, Action::Append, on).then_some(audience)
}

impl Register {
    /// Keeps a check with its list, of which `list` are the bytes as they were given, and says so in `checked`.
    ///
    /// # Errors
    /// See [`KeepError`]. A list that is no UTF-8 is not kept, as no attachment is.
    pub async fn keep_check(&self, viewer: &Viewer, author: &Author, checked: &mut Checked, list: &[u8]) -> Result<Recorded, KeepError> {
        // The operator acts for whoever keeps the record.
        let own = match viewer.organisation() {
            None => self.own_state().await.map_err(FactError::from)?.map(Reader::State),
            Some(_) => None,
        };
        let institution = own.or_else(|| originator(viewer)).ok_or(KeepError::NotAllowed)?;
        let audience = opening(viewer, institution).ok_or(KeepError::NotAllowed)?;
        if hex(&Sha256::digest(list)) != checked.receipt.sha256 {
            return Err(KeepError::Another);
        }
        let mut draft = Draft {
            matter: format!("{MATTER}{}", self.random_id()),
            kind: kinds::CONTACT_CHECKED.to_owned(),
            effective: When::In(Span::Day(self.today())),
            audience,
            basis: Some(BASIS.to_owned()),
            body: body(checked),
            ..self.blank(viewer, author)?
        };
        let owner = attachment::owner(viewer);
        let mut receiving = self.attachments.begin(&owner).await?;
        receiving.write(list).await?;
        let name = match checked.form {
            ListForm::Table => "contacts.csv",
            ListForm::Text | ListForm::Calendar | ListForm::Cards => "contacts.txt",
        };
        let working = accept(receiving, name, "").await?;
        draft.attachments = vec![self.attachments.keep(&owner, &working.id, &draft.matter).await?];
        // What cannot be forgotten at once is forgotten a day later.
        let _ = self.attachments.discard(&owner, &working.id).await;
        let recorded = self.record(viewer, draft).await?;
        checked.kept = Some(recorded.entry.matter.clone());
        Ok(recorded)
    }
}

/// What the receipt of a check says.
fn body(checked: &Checked) -> Object {
    let receipt = &checked.receipt;
    let mut body = Object::new()
        .text("at", receipt.at.to_string())
        .text("on", checked.on.to_string())
        .text("for", checked.asker.word())
        .text("persons", if checked.all_persons { "all" } else { "sought" })
        .text("form", checked.form.word())
        .text("sha256", receipt.sha256.clone())
        .text("checkpoint_root", receipt.checkpoint_root.clone())
        .text_if("edition", receipt.edition.map(|day| day.to_string()))
        .text("law_edition", receipt.law_edition.to_string());
    let counts = [
        ("lines", receipt.lines),
        ("contacts", receipt.contacts),
        ("unread", checked.unread.len()),
    ];
    for (name, count) in counts {
        body.set(name, Value::Integer(i64::try_from(count).unwrap_or(i64::MAX)));
    }
    body
}
