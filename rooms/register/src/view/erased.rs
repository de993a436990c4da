//! What is shown in the place of an entry that was erased, to those who could know it.

use super::View;
use super::model::{EntryRef, EntryShown, Member};
use crate::Register;
use crate::erasure::erased_by;
use access::Viewer;
use record::entry::EntryId;
use record::hex::hex;
use record::json::{Object, Value, canonical};

impl Register {
    /// That an entry was erased, when, and by whose decision; none where it was not, or the viewer may not know of it.
    pub(super) async fn erased(&self, viewer: &Viewer, id: &EntryId) -> View<Option<EntryShown>> {
        let Some(order) = self.store.erasure(viewer, id).await? else {
            return Ok(None);
        };
        let erased = erased_by(&order.entry).into_iter().flatten().find(|erased| erased.id == *id);
        let Some(erased) = erased else { return Ok(None) };
        let said = Object::new()
            .text_if("authority", order.entry.body.get_text("authority"))
            .text("effective", order.entry.effective.to_string())
            .text("order", order.entry.id.to_string())
            .text_if("reason", order.entry.body.get_text("reason"));
        let members = [
            ("erased", Value::Object(said)),
            ("id", Value::Text(id.to_string())),
            ("recorded", Value::Text(erased.recorded)),
        ];
        let text = |value: &Value| String::from_utf8_lossy(&canonical(value)).into_owned();
        let shown = members.map(|(name, value)| Member {
            name: name.to_owned(),
            value: text(&value),
        });
        Ok(Some(EntryShown {
            id: id.to_string(),
            leaf_hash: hex(&erased.leaf_hash),
            members: shown.to_vec(),
            canonical: String::new(),
            corrected_by: Vec::new(),
            about_it: vec![EntryRef {
                id: order.entry.id.to_string(),
                kind: order.entry.kind.clone(),
            }],
            sources: Vec::new(),
            understood: true,
            person: None,
            closed: super::matters::closed(&order),
        }))
    }
}
