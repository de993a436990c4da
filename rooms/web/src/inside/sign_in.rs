//! Signing in and out. Nobody types a name or a password: a passkey says who comes, or an institution's own provider,
//! or a certificate.

use super::passkey::{ANSWER, Ask, Wants, begun};
use super::provider::Purpose;
use super::{Inside, Posted, certificate, demonstration, provider};
use crate::address::encode;
use crate::guard::cookie::Cookie;
use crate::guard::{sign_out, with_script};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use access::Role;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::response::Response;
use axum::routing::{get, post};
use identity::people::coming::Visit;
use identity::refusal::{Refusal, SignInError};
use identity::session::Browser;
use identity::token::Token;

/// The page on which somebody signs in.
#[derive(Template)]
#[template(path = "inside/sign_in.html")]
struct Page {
    l: Layout,
    /// Why it comes again.
    why: Option<Markup>,
    ask: Option<Ask>,
    providers: Vec<provider::Button>,
    /// Where a certificate is shown.
    certificate: Option<String>,
    demonstration: Option<demonstration::Choice>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/sign-in", get(show).post(sign_in).fallback(pages::method))
        .route("/{lang}/sign-in/begin", post(begin).fallback(pages::method))
        .route("/{lang}/sign-out", post(leave).fallback(pages::method))
}

async fn show(inside: Inside) -> Response {
    let to = inside.parameter("to");
    match inside.visit() {
        Ok(visit) => inside.see_other(&inside.go_on(&to, start(visit))),
        // With a link from elsewhere, a mail for instance, browsers send no session along: whoever is signed in needs
        // not sign in again for that.
        Err(_) if is_from_elsewhere(&inside) => provider::on(&inside, inside.here()),
        Err(_) => page(&inside, &to, None).await,
    }
}

/// Whether a link of another site led here.
fn is_from_elsewhere(inside: &Inside) -> bool {
    let said = inside.headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    said.is_some_and(|site| ["cross-site", "same-site"].contains(&site))
}

/// The page, with why it comes again.
pub(super) async fn page(inside: &Inside, to: &str, why: Option<(StatusCode, Markup)>) -> Response {
    let signing = &inside.pages.web.signing;
    let action = leading(inside, "sign-in", to);
    let ask = signing.party.as_ref().map(|_| Ask {
        wants: Wants::Get,
        begin: inside.within("sign-in/begin"),
        action: action.clone(),
        hidden: Vec::new(),
        name: None,
        button: inside.w.t("sign-in-passkey"),
    });
    let (status, why) = why.map_or((StatusCode::OK, None), |(status, why)| (status, Some(why)));
    let demonstration = match demonstration::choice(inside, &action).await {
        Ok(choice) => choice,
        Err(error) => return inside.failed(&error),
    };
    let page = Page {
        l: inside.whole_layout("sign-in-title").await,
        why,
        ask,
        providers: provider::buttons(inside, Purpose::SignIn, to),
        certificate: certificate::is_offered(inside).then_some(action),
        demonstration,
    };
    let mut response = inside.show_as(status, &page);
    if page.ask.is_some() {
        with_script(&mut response);
    }
    response
}

async fn begin(inside: Inside) -> Response {
    match &inside.pages.web.signing.party {
        Some(party) => begun(inside.people().begin_sign_in(party).await),
        None => inside.nowhere().await,
    }
}

async fn sign_in(Posted { inside, fields }: Posted) -> Response {
    let (people, browser) = (inside.people(), browser(&inside));
    let signed_in = match (fields.get("means"), &inside.pages.web.signing.party) {
        ("certificate", _) => match certificate::shown(&inside) {
            Some(proof) => people.sign_in_by(&proof, browser).await,
            None => Err(Refusal::UnknownCredential.into()),
        },
        ("demonstration", _) => demonstration::sign_in(&inside, fields.get("account"), browser).await,
        (_, Some(party)) => match ceremony(&inside) {
            Some(begun) => people.finish_sign_in(party, &begun, fields.get(ANSWER), browser).await,
            None => Err(Refusal::NoCeremony.into()),
        },
        (_, None) => Err(Refusal::NoCeremony.into()),
    };
    let to = inside.parameter("to");
    match signed_in {
        Ok(session) => enter(&inside, &session, &to).await,
        Err(error) => page(&inside, &to, Some(said(&inside, &error))).await,
    }
}

async fn leave(inside: Inside) -> Response {
    if let Ok(visit) = inside.visit() {
        // Somebody may have ended it at the same time: then there is nothing left to do.
        if let Err(error) = inside.people().end_session(visit, visit.session.key()).await {
            return inside.failed(&error);
        }
    }
    let mut response = inside.see_other(&format!("/{}", inside.w.lang.tag()));
    sign_out(&mut response);
    response
}

/// Leads whoever just came in to where they were going; first, where they have several roles, to choose one.
pub(super) async fn enter(inside: &Inside, session: &Token, to: &str) -> Response {
    if let Ok(before) = inside.visit()
        && let Err(error) = inside.people().end_session(before, before.session.key()).await
    {
        return inside.failed(&error);
    }
    let visit = match inside.people().visit(session).await {
        Ok(Some(visit)) => visit,
        Ok(None) => return page(inside, to, Some(said(inside, &Refusal::AccountClosed.into()))).await,
        Err(error) => return inside.failed(&error),
    };
    let to = if visit.actor.is_none() && !visit.account.posts().is_empty() {
        leading(inside, "role", to)
    } else {
        inside.go_on(to, start(&visit))
    };
    let mut response = inside.see_other(&to);
    hold(&mut response, session);
    response
}

/// Where somebody begins who came from no page.
pub(super) fn start(visit: &Visit) -> &'static str {
    match visit.session.post().map(|post| post.role) {
        Some(Role::Auditor) => "audit",
        Some(Role::Administrator) => "people",
        Some(_) => "matters",
        None => "account",
    }
}

/// Gives the browser the token of a session; whatever it held to get it is used up.
pub(super) fn hold(response: &mut Response, session: &Token) {
    let headers = response.headers_mut();
    headers.extend(Cookie::Session.set(&session.text()).map(|cookie| (SET_COOKIE, cookie)));
    for used in [Cookie::Ceremony, Cookie::Joining] {
        headers.append(SET_COOKIE, used.end());
    }
}

/// The token of the ceremony that this browser began.
pub(super) fn ceremony(inside: &Inside) -> Option<Token> {
    ceremony_text(inside).and_then(Token::parse)
}

/// What the cookie of a ceremony holds.
pub(super) fn ceremony_text(inside: &Inside) -> Option<&str> {
    Cookie::Ceremony.read(&inside.headers)
}

/// Roughly which browser asks.
pub(super) fn browser(inside: &Inside) -> Browser {
    let said = inside.headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
    Browser::of(said.unwrap_or_default())
}

/// The address of one of these pages from which one goes on to another.
pub(super) fn leading(inside: &Inside, path: &str, to: &str) -> String {
    let path = inside.within(path);
    if to.is_empty() { path } else { format!("{path}?to={}", encode(to)) }
}

/// What is said of a sign-in that was refused: one thing for all refusals.
pub(super) fn said(inside: &Inside, error: &SignInError) -> (StatusCode, Markup) {
    let (status, key) = match error {
        SignInError::Refused(refusal) => {
            tracing::info!(why = refusal.word(), "a sign-in was refused");
            (StatusCode::FORBIDDEN, "sign-in-refused")
        }
        SignInError::Desk(error) => {
            tracing::error!(%error, "nobody can be signed in");
            (StatusCode::INTERNAL_SERVER_ERROR, "sign-in-desk")
        }
    };
    (status, Markup::text(&inside.w.t(key)))
}
