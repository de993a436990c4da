//! Showing once more who one is, before what cannot be taken back; and what becomes of what was typed when a session
//! is over, or somebody else's by now. The page carries the fields on; it never sends them in another's name.

use super::passkey::{ANSWER, Ask, Wants, begun};
use super::provider::Purpose;
use super::sign_in::{ceremony, hold, leading, said};
use super::{Inside, Posted, certificate, provider};
use crate::guard::{Fields, with_script};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use identity::credential::Means;
use identity::people::coming::Visit;
use identity::people::demonstration::ISSUER;
use identity::refusal::{Refusal, SignInError};
use identity::token::Token;

/// The field that says by which account a form is sent; empty where its session was over.
const AS: &str = "_as";
/// The field that says that a form is to be sent on.
const ON: &str = "_on";
/// The field that says by what somebody shows who they are, where it is no passkey.
const MEANS: &str = "_means";
/// Pages to which anybody may send something.
const FOR_ANYBODY: [&str; 3] = ["sign-in", "join", "sign-out"];

/// Names and values of a form.
type Named = Vec<(String, String)>;

/// The page on which somebody shows once more who they are.
#[derive(Template)]
#[template(path = "inside/verify.html")]
struct Page {
    l: Layout,
    /// Why it comes again.
    why: Option<Markup>,
    way: Way,
    /// What is sent once they did; none where nothing was typed.
    form: Option<Form>,
}

/// By what they show it: by what their session began with.
enum Way {
    Passkey(Ask),
    /// A press: the browser shows its certificate by itself, and in a demonstration there is nothing to show.
    Press {
        action: String,
        fields: Named,
        button: &'static str,
    },
    /// A provider.
    Provider(provider::Button),
    /// What the session began with is not offered here any more.
    None,
}

/// A form that is sent on.
struct Form {
    action: String,
    fields: Named,
}

/// The page that keeps what was typed when nobody is signed in any more, or somebody else.
#[derive(Template)]
#[template(path = "inside/kept.html")]
struct Kept {
    l: Layout,
    /// Who is signed in; none where nobody is.
    who: Option<Who>,
    sign_in: String,
    form: Form,
}

struct Who {
    name: Markup,
    post: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/verify", get(show).post(finish).fallback(pages::method))
        .route("/{lang}/verify/begin", post(begin).fallback(pages::method))
}

/// The answer to a form whose act asks fresh verification: a page that carries the fields on, and sends them again to
/// the same address once whoever typed them showed who they are.
pub(super) fn needed(inside: &Inside, fields: &Fields) -> Response {
    match inside.visit() {
        Ok(visit) => page(inside, visit, Some(fields), &inside.here(), None),
        Err(_) => kept(inside, fields),
    }
}

/// What stands between a form and its page, if anything does: that nobody is signed in any more, or not the one for
/// whom the form was carried on.
pub(crate) fn between(inside: &Inside, fields: &Fields) -> Option<Response> {
    let here = inside.here();
    let path = here.split('?').next().unwrap_or_default();
    if FOR_ANYBODY.contains(&path.split('/').nth(2).unwrap_or_default()) {
        return None;
    }
    let carried = fields.pairs().find(|(name, _)| *name == AS).map(|(_, account)| account);
    match (inside.visit(), carried) {
        (Ok(_), None) => None,
        (Ok(visit), Some(account)) if visit.account.id().to_string() == account => None,
        _ => Some(kept(inside, fields)),
    }
}

async fn show(inside: Inside) -> Response {
    match inside.visit() {
        Ok(visit) => page(&inside, visit, None, &inside.parameter("to"), None),
        Err(answer) => *answer,
    }
}

/// The page, from which one goes on to an address: with a form that is sent there, or without one. And why it comes
/// again.
pub(super) fn page(inside: &Inside, visit: &Visit, typed: Option<&Fields>, to: &str, why: Option<(StatusCode, Markup)>) -> Response {
    let carried = typed.map(|typed| carried(typed, &visit.account.id().to_string()));
    let on = carried.iter().map(|_| (ON.to_owned(), "1".to_owned()));
    let hidden: Named = carried.iter().flatten().cloned().chain(on).collect();
    let status = if carried.is_some() { StatusCode::FORBIDDEN } else { StatusCode::OK };
    let (status, why) = why.map_or((status, None), |(status, why)| (status, Some(why)));
    let page = Page {
        l: inside.layout("verify-title"),
        why,
        way: way(inside, visit, hidden, to),
        form: carried.map(|fields| Form {
            action: to.to_owned(),
            fields,
        }),
    };
    let mut response = inside.show_as(status, &page);
    if let Way::Passkey(_) = page.way {
        with_script(&mut response);
    }
    response
}

/// By what a visitor shows again who they are.
fn way(inside: &Inside, visit: &Visit, hidden: Named, to: &str) -> Way {
    let signing = &inside.pages.web.signing;
    let action = leading(inside, "verify", to);
    let press = |means: &str, button: &'static str, action: String, mut fields: Named| {
        fields.push((MEANS.to_owned(), means.to_owned()));
        Way::Press { action, fields, button }
    };
    match visit
        .account
        .credential(visit.session.credential())
        .map(|credential| &credential.means)
    {
        Some(Means::Passkey(_)) if signing.party.is_some() => Way::Passkey(Ask {
            wants: Wants::Get,
            begin: inside.within("verify/begin"),
            action,
            hidden,
            name: None,
            button: inside.w.t("verify-passkey"),
        }),
        Some(Means::Certificate(_)) if signing.certificates => press("certificate", "verify-certificate", action, hidden),
        Some(Means::Provider(identity)) if signing.demonstration && identity.issuer == ISSUER => {
            press("demonstration", "verify-demonstration", action, hidden)
        }
        Some(Means::Provider(identity)) => {
            provider::button_for(inside, &identity.issuer, Purpose::Verify, to).map_or(Way::None, Way::Provider)
        }
        _ => Way::None,
    }
}

/// The page that keeps what was typed until somebody says in whose name it is sent.
pub(crate) fn kept(inside: &Inside, fields: &Fields) -> Response {
    let visit = inside.visit().ok();
    let account = visit.map(|visit| visit.account.id().to_string()).unwrap_or_default();
    let page = Kept {
        l: inside.layout("kept-title"),
        who: visit.map(|visit| Who {
            name: Markup::name(visit.account.name()),
            post: visit.session.post().map(|post| inside.w.post(post)),
        }),
        sign_in: inside.within("sign-in"),
        form: Form {
            action: inside.here(),
            fields: carried(fields, &account),
        },
    };
    inside.show_as(StatusCode::FORBIDDEN, &page)
}

/// Whether a form is carried on by a page of these.
pub(super) fn is_carried(fields: &Fields) -> bool {
    fields.pairs().any(|(name, _)| name == AS)
}

/// What was typed, as it is carried on in the name of an account. Fields of this page itself begin with a stroke.
fn carried(fields: &Fields, account: &str) -> Named {
    let typed = fields.pairs().filter(|(name, _)| !name.starts_with('_'));
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    typed.chain([(AS.to_owned(), account.to_owned())]).collect()
}

async fn begin(inside: Inside) -> Response {
    match (inside.visit(), &inside.pages.web.signing.party) {
        (Ok(visit), Some(party)) => begun(inside.people().begin_verification(party, visit).await),
        _ => StatusCode::FORBIDDEN.into_response(),
    }
}

async fn finish(Posted { inside, fields }: Posted) -> Response {
    let visit = match inside.visit() {
        Ok(visit) => visit,
        Err(answer) => return *answer,
    };
    let (people, signing) = (inside.people(), &inside.pages.web.signing);
    let verified = match (fields.get(MEANS), &signing.party) {
        ("certificate", _) => match certificate::shown(&inside) {
            Some(proof) => people.verify_by(&proof, visit).await,
            None => Err(Refusal::UnknownCredential.into()),
        },
        ("demonstration", _) if signing.demonstration => people.demonstrate_again(visit).await,
        (_, Some(party)) => match ceremony(&inside) {
            Some(begun) => people.finish_verification(party, &begun, visit, fields.get(ANSWER)).await,
            None => Err(Refusal::NoCeremony.into()),
        },
        (_, None) => Err(Refusal::NoCeremony.into()),
    };
    let typed = Some(&fields).filter(|fields| !fields.get(ON).is_empty());
    let to = inside.parameter("to");
    settle(&inside, visit, typed, &to, verified)
}

/// Goes on, with what was typed if anything was, or comes back with it.
pub(super) fn settle(inside: &Inside, visit: &Visit, typed: Option<&Fields>, to: &str, verified: Result<Token, SignInError>) -> Response {
    let to = inside.go_on(to, "account");
    match verified {
        Ok(session) => {
            let mut response = inside.see_other(&to);
            if typed.is_some() {
                // The browser sends the same form once more, to the page for which it was (RFC 9110, section 15.4.8).
                *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
            }
            hold(&mut response, &session);
            response
        }
        Err(error) => page(inside, visit, typed, &to, Some(said(inside, &error))),
    }
}
