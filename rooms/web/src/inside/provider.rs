//! Going to an institution's own provider, and coming back.
//!
//! Whoever comes back comes by a link of another site, with which browsers send no session along. So the page to which
//! a provider leads goes on by itself to one of ours that does the work: by then the browser is here.

use super::sign_in::{ceremony_text, enter};
use super::{Inside, Posted, account, join, sign_in, verify};
use crate::Signing;
use crate::address::{Lang, encode};
use crate::guard::cookie::Cookie;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use identity::oidc::{Provider, ProviderError, Returned};
use identity::people::coming::Proof;
use identity::token::Token;

/// For what somebody goes to their provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To sign in.
    SignIn,
    /// To come in by a link that was taken up.
    Join,
    /// To show once more who they are.
    Verify,
    /// To sign in so from then on too.
    Add,
}

impl Purpose {
    const ALL: [Purpose; 4] = [Purpose::SignIn, Purpose::Join, Purpose::Verify, Purpose::Add];

    fn word(self) -> &'static str {
        match self {
            Purpose::SignIn => "sign-in",
            Purpose::Join => "join",
            Purpose::Verify => "verify",
            Purpose::Add => "add",
        }
    }

    fn from_word(word: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| purpose.word() == word)
    }

    /// Whether somebody is signed in already who does it.
    fn is_of_a_visitor(self) -> bool {
        matches!(self, Purpose::Verify | Purpose::Add)
    }
}

/// A button that leads to a provider.
pub(super) struct Button {
    pub(super) action: String,
    /// The provider's name.
    pub(super) name: String,
}

/// What the browser keeps while somebody is at their provider: at which, for what, and where they go on to.
#[derive(Debug, PartialEq, Eq)]
struct Sending {
    provider: usize,
    purpose: Purpose,
    token: Token,
    to: String,
}

/// A page that goes on by itself.
#[derive(Template)]
#[template(path = "inside/on.html")]
struct On {
    l: Layout,
    to: String,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/sign-in/provider/{n}", post(go).fallback(pages::method))
        .route("/{lang}/sign-in/return", get(come).fallback(pages::method))
        .route("/{lang}/sign-in/returned", get(returned).fallback(pages::method))
}

/// A button for each provider.
pub(super) fn buttons(inside: &Inside, purpose: Purpose, to: &str) -> Vec<Button> {
    let providers = inside.pages.web.signing.providers.iter().enumerate();
    providers
        .map(|(n, (name, _))| Button {
            action: address(inside, n, purpose, to),
            name: name.clone(),
        })
        .collect()
}

/// The button for the provider of an issuer, if it is one of those here.
pub(super) fn button_for(inside: &Inside, issuer: &str, purpose: Purpose, to: &str) -> Option<Button> {
    let mut providers = inside.pages.web.signing.providers.iter().enumerate();
    let (n, (name, _)) = providers.find(|(_, (_, provider))| provider.issuer() == issuer)?;
    Some(Button {
        action: address(inside, n, purpose, to),
        name: name.clone(),
    })
}

fn address(inside: &Inside, n: usize, purpose: Purpose, to: &str) -> String {
    format!("{}/{n}?for={}&to={}", inside.within("sign-in/provider"), purpose.word(), encode(to))
}

impl Sending {
    /// The text that the cookie keeps.
    fn text(&self) -> String {
        let to = URL_SAFE_NO_PAD.encode(&self.to);
        format!("{}_{}_{}_{to}", self.provider, self.purpose.word(), self.token.text())
    }

    fn parse(text: &str) -> Option<Sending> {
        let (provider, rest) = text.split_once('_')?;
        let (purpose, rest) = rest.split_once('_')?;
        // A token has signs of its own in which a stroke may stand.
        let (token, to) = rest.split_at_checked(TOKEN)?;
        Some(Sending {
            provider: provider.parse().ok()?,
            purpose: Purpose::from_word(purpose)?,
            token: Token::parse(token)?,
            to: String::from_utf8(URL_SAFE_NO_PAD.decode(to.strip_prefix('_')?).ok()?).ok()?,
        })
    }
}

/// How many signs a token has.
const TOKEN: usize = 43;

async fn go(path: Result<Path<(String, usize)>, PathRejection>, Posted { inside, fields }: Posted) -> Response {
    let n = path.map(|Path((_, n))| n).unwrap_or(usize::MAX);
    let purpose = Purpose::from_word(&inside.parameter("for"));
    let (Some((_, provider)), Some(purpose)) = (inside.pages.web.signing.providers.get(n), purpose) else {
        return inside.nowhere().await;
    };
    let visit = match inside.visit() {
        Ok(visit) if purpose.is_of_a_visitor() => Some(visit),
        Err(answer) if purpose.is_of_a_visitor() => return *answer,
        _ => None,
    };
    // Whoever finds a session open must not be able to add a way in of their own.
    if let (Purpose::Add, Some(visit)) = (purpose, visit)
        && !visit.session.is_fresh(inside.people().outside().now())
    {
        return verify::needed(&inside, &fields);
    }
    let to = inside.parameter("to");
    let sent = match inside.people().begin_at(provider, visit).await {
        Ok(sent) => sent,
        Err(error) => return refused(&inside, purpose, &to, &error).await,
    };
    let sending = Sending {
        provider: n,
        purpose,
        token: sent.token,
        // An address that is none is left out: it would be refused on the way back all the same.
        to: inside.go_on(&to, "account"),
    };
    // By a page and not by a redirect: browsers follow a form to no other site that its page does not allow.
    let mut response = on(&inside, sent.to);
    if let Some(cookie) = Cookie::Ceremony.set(&sending.text()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// A page that goes on by itself to an address.
pub(super) fn on(inside: &Inside, to: String) -> Response {
    let l = inside.layout("on-title");
    inside.show(&On { l, to })
}

/// Comes back from a provider, by a link of another site: changes nothing and goes on to [`returned`], in the language
/// in which somebody left.
async fn come(inside: Inside) -> Response {
    let here = inside.here();
    let query = here.split_once('?').map_or("", |(_, query)| query);
    let sending = sending(&inside);
    let left = sending
        .as_ref()
        .and_then(|sending| sending.to.split('/').nth(1))
        .and_then(Lang::of_tag);
    let lang = left.unwrap_or(inside.w.lang);
    on(&inside, format!("/{}/sign-in/returned?{query}", lang.tag()))
}

fn sending(inside: &Inside) -> Option<Sending> {
    ceremony_text(inside).and_then(Sending::parse)
}

async fn returned(inside: Inside) -> Response {
    let sending = sending(&inside);
    let provider = sending
        .as_ref()
        .and_then(|sending| inside.pages.web.signing.providers.get(sending.provider));
    let (Some(sending), Some((name, provider))) = (&sending, provider) else {
        let nothing = ProviderError::Refused(identity::oidc::ProviderRefusal::NoCeremony);
        return refused(&inside, Purpose::SignIn, "", &nothing).await;
    };
    match came(&inside, sending, name, provider).await {
        Ok(response) => response,
        Err(error) => refused(&inside, sending.purpose, &sending.to, &error).await,
    }
}

async fn came(inside: &Inside, sending: &Sending, name: &str, provider: &Provider) -> Result<Response, ProviderError> {
    let parameter = |name: &str| Some(inside.parameter(name)).filter(|value| !value.is_empty());
    let returned = Returned {
        state: parameter("state"),
        code: parameter("code"),
        error: parameter("error"),
        iss: parameter("iss"),
    };
    let visit = match inside.visit() {
        Ok(visit) if sending.purpose.is_of_a_visitor() => Some(visit),
        Err(answer) if sending.purpose.is_of_a_visitor() => return Ok(*answer),
        _ => None,
    };
    let people = inside.people();
    let proven = people.finish_at(provider, &sending.token, &returned, visit).await?;
    let (proof, to) = (Proof::Provider(proven), sending.to.as_str());
    Ok(match (sending.purpose, visit) {
        (Purpose::SignIn, _) => match people.sign_in_by(&proof, sign_in::browser(inside)).await {
            Ok(session) => enter(inside, &session, to).await,
            Err(error) => sign_in::page(inside, to, Some(sign_in::said(inside, &error))).await,
        },
        (Purpose::Join, _) => join::by(inside, &proof, name).await,
        (Purpose::Verify, Some(visit)) => verify::settle(inside, visit, None, to, people.verify_by(&proof, visit).await),
        (Purpose::Add, Some(visit)) => account::added(inside, visit, people.add_by(visit, &proof, name).await).await,
        (Purpose::Verify | Purpose::Add, None) => return Err(identity::oidc::ProviderRefusal::OtherPurpose.into()),
    })
}

/// The page from which somebody went, with what is said of an error.
async fn refused(inside: &Inside, purpose: Purpose, to: &str, error: &ProviderError) -> Response {
    let (status, key) = match error {
        ProviderError::Refused(refusal) => {
            tracing::info!(why = refusal.word(), "a sign-in at a provider was refused");
            (StatusCode::FORBIDDEN, "sign-in-refused")
        }
        ProviderError::Clock(differ) => {
            tracing::warn!(%differ, "the clock of a provider and ours do not agree");
            (StatusCode::BAD_GATEWAY, "provider-clock")
        }
        ProviderError::Unreachable(why) => {
            tracing::warn!(%why, "a provider does not answer");
            (StatusCode::BAD_GATEWAY, "provider-unreachable")
        }
        ProviderError::Settings(why) => {
            tracing::error!(%why, "a provider's settings cannot work");
            (StatusCode::BAD_GATEWAY, "provider-unreachable")
        }
        ProviderError::Desk(error) => return inside.failed(error),
    };
    let why = (status, Markup::text(&inside.w.t(key)));
    match (purpose, inside.visit()) {
        (Purpose::Verify, Ok(visit)) => verify::page(inside, visit, None, to, Some(why)),
        (Purpose::Add, Ok(visit)) => account::page(inside, visit, Some(why)).await,
        (Purpose::Join, _) => join::page(inside, Some(why)).await,
        _ => sign_in::page(inside, to, Some(why)).await,
    }
}

/// The name of the provider of an issuer.
pub(super) fn name_of<'s>(signing: &'s Signing, issuer: &str) -> Option<&'s str> {
    let mut providers = signing.providers.iter();
    providers
        .find(|(_, provider)| provider.issuer() == issuer)
        .map(|(name, _)| name.as_str())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_the_browser_keeps_is_read_from_its_own_text_alone() {
        let token = Token::parse(&URL_SAFE_NO_PAD.encode([0xff; 32])).unwrap();
        let sending = Sending {
            provider: 3,
            purpose: Purpose::SignIn,
            token,
            to: "/fr/matter/exercise_1?x=é".to_owned(),
        };
        let text = sending.text();
        assert!(text.contains("_____"), "the token of this test has the sign that stands between");
        assert!(Cookie::Ceremony.set(&text).is_some(), "a cookie can keep it");
        assert_eq!(Sending::parse(&text), Some(sending));
        for wrong in [
            "",
            "3",
            "3_join",
            &text[1..],
            &text.replace("sign-in", "sign"),
            &text[..text.len() - 1],
            "3_join_x_y",
        ] {
            assert_eq!(Sending::parse(wrong), None, "{wrong}");
        }
    }
}
