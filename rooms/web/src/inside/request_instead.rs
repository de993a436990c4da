//! The requests that can take the place of one, as the form of the act that names one offers them.

use super::Inside;
use super::elements::{Control, Field};
use axum::response::Response;
use law::Move;
use register::request::TAKES_ITS_PLACE;
use register::view::model::RequestView;

/// The requests that this act can name, for whoever looks: name and person. None where the act names no other request.
///
/// # Errors
/// Nobody is signed in, or the store failed, and what is answered then.
pub(super) async fn named(inside: &Inside, view: &RequestView, mv: &Move) -> Result<Option<Vec<(String, String)>>, Box<Response>> {
    if mv.carries.iter().all(|element| element.id != TAKES_ITS_PLACE) {
        return Ok(None);
    }
    let actor = inside.actor()?;
    match inside.pages.web.register.requests_in_its_place(actor.viewer(), view).await {
        Ok(others) => Ok(Some(
            others
                .iter()
                .map(|other| (other.name(), other.person.clone().unwrap_or_default()))
                .collect(),
        )),
        Err(error) => Err(Box::new(inside.failed(&error))),
    }
}

/// Offers them in the field of the form.
pub(super) fn offer(fields: &mut [Field], prefix: &str, named: &[(String, String)]) {
    let name = format!("{prefix}{TAKES_ITS_PLACE}");
    for field in fields.iter_mut().filter(|field| field.name == name) {
        field.control = Control::Offered(named.to_vec());
    }
}
