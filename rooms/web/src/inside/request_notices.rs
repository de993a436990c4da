//! What is to be known of a request and stands in the way of nothing: that it is under seal and nobody of the requested State has
//! it, and that a provisional arrest waits for a request like it and could not be tied to it.

use super::Inside;
use super::request::Page;
use crate::layout::Layout;
use crate::markup::Markup;
use access::Organisation;
use axum::response::Response;
use law::Side;
use record::audience::Level;
use register::request::{EarlierArrest, RequestId};
use register::view::model::RequestRow;

/// Whether a request under seal is with a State of which nobody has it assigned, so that nobody of it sees it here: for whoever
/// looks from the Court.
///
/// # Errors
/// Nobody is signed in, or the record cannot be read, and what is answered then.
pub(super) async fn nobody_has(inside: &Inside, side: Side, row: &RequestRow) -> Result<bool, Box<Response>> {
    let actor = inside.actor()?;
    let id = RequestId::parse(&row.id).filter(|_| side == Side::Court && row.sent && !row.over && row.level == Level::UnderSeal);
    let Some(id) = id else { return Ok(false) };
    let state = Organisation::State(row.state.code.clone());
    let nobody = inside.people().nobody_has(actor, &id.matter(), &state).await;
    nobody.map_err(|error| Box::new(inside.failed(&error)))
}

/// Each provisional arrest that waits for a request like this one and could not be tied to it, with what to do.
pub(super) fn untied(l: &Layout, arrests: &[EarlierArrest]) -> Vec<Markup> {
    let said = |arrest: &EarlierArrest| {
        let address = l.within(&format!("request/{}", arrest.request));
        let args = [
            (
                "person",
                l.w.marked_at(Markup::link(&address, &Markup::name(&arrest.person)), arrest.level)
                    .into(),
            ),
            ("day", l.w.day(arrest.on).into()),
            ("reference", Markup::name(&arrest.request.to_string()).into()),
        ];
        l.w.say("request-untied", &args)
    };
    arrests.iter().map(said).collect()
}

impl Page {
    /// That nobody of the State has it.
    pub(super) fn nobody(&self) -> Option<Markup> {
        let args = [("state", self.l.w.state(&self.v.row.state).into())];
        self.nobody_has.then(|| self.l.w.say("request-nobody-has", &args))
    }

    /// The provisional arrests that may be the one which it follows.
    pub(super) fn untied(&self) -> Vec<Markup> {
        untied(&self.l, &self.v.untied)
    }

    /// The ground on which the State is asked, with its rules and its day.
    pub(super) fn ground_of_state(&self) -> Option<(Markup, Markup)> {
        let ground = self.v.ground.as_ref()?;
        let words = self.words();
        let args = [
            ("ground", words.t(&ground.text_key).into()),
            ("day", self.l.w.day(ground.on).into()),
        ];
        let mut said = self.l.w.say("request-ground-on", &args);
        if ground.rests_on_situation {
            said = Markup::join(&[said, Markup::text(&self.l.t("request-ground-situation"))], ". ");
        }
        Some((said, words.rules(&ground.rests_on)))
    }
}
