//! The authorities of the directory to whom a request can go, as the form of the act that sends it offers them.

use super::Inside;
use super::elements::{Control, Field};
use crate::texts::Words;
use axum::response::Response;
use law::Move;
use register::request::RECEIVING_AUTHORITY;
use register::view::model::{Authority, RequestView};

/// The authorities to which this act can go, for whoever looks: id and words. None where the act is no sending.
///
/// # Errors
/// Nobody is signed in, or the store failed, and what is answered then.
pub(super) async fn authorities(inside: &Inside, view: &RequestView, mv: &Move) -> Result<Option<Vec<(String, String)>>, Box<Response>> {
    if mv.carries.iter().all(|element| element.id != RECEIVING_AUTHORITY) {
        return Ok(None);
    }
    let actor = inside.actor()?;
    let register = &inside.pages.web.register;
    match register.authorities_to_send_to(actor.viewer(), &view.row.state.code).await {
        Ok(there) => Ok(Some(
            there
                .iter()
                .map(|authority| (authority.id.clone(), words(authority, &inside.w)))
                .collect(),
        )),
        Err(error) => Err(Box::new(inside.failed(&error))),
    }
}

/// An authority in one line, with when somebody last stood for its address.
fn words(authority: &Authority, w: &Words) -> String {
    let name = authority.words.called(w.lang.tag() == "fr").to_owned();
    let Some(day) = authority.confirmed_on else {
        return w.plain("request-authority-never", &[("name", name.into())]);
    };
    let key = if authority.is_confirmed() {
        "request-authority-confirmed"
    } else {
        "request-authority-old"
    };
    w.plain(key, &[("name", name.into()), ("day", w.day_plain(day).into())])
}

/// Offers them in the field of the form.
pub(super) fn offer(fields: &mut [Field], prefix: &str, authorities: &[(String, String)], w: &Words) {
    let name = format!("{prefix}{RECEIVING_AUTHORITY}");
    for field in fields.iter_mut().filter(|field| field.name == name) {
        let none = if authorities.is_empty() {
            "request-authority-none"
        } else {
            "request-choose"
        };
        let first = (String::new(), w.t(none), field.value.is_empty());
        let each = authorities
            .iter()
            .map(|(id, words)| (id.clone(), words.clone(), *id == field.value));
        field.control = Control::Choice(std::iter::once(first).chain(each).collect());
    }
}
