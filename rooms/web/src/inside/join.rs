//! Coming in, or coming back in, by a link. Opening the link changes nothing, as mail filters open it first; a press of
//! its button uses it up, and the browser that pressed has an hour to make a passkey.

use super::passkey::{ANSWER, Ask, Wants, begun};
use super::provider::Purpose as Going;
use super::sign_in::{browser, ceremony, enter, said};
use super::{Inside, Posted, certificate, provider};
use crate::guard::cookie::Cookie;
use crate::guard::with_script;
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
use identity::invitation::{Invitation, Purpose};
use identity::people::coming::Proof;
use identity::refusal::{Refusal, SignInError};
use identity::token::Token;

/// What a link is for, with its button.
#[derive(Template)]
#[template(path = "inside/join.html")]
struct Offer {
    l: Layout,
    name: Markup,
    /// As what they come in; none for whoever comes back in.
    post: Option<Markup>,
    /// Who is signed in at this browser already.
    already: Option<Markup>,
    action: String,
}

/// What somebody who took a link up does next.
#[derive(Template)]
#[template(path = "inside/joining.html")]
struct Joining {
    l: Layout,
    why: Option<Markup>,
    name: Markup,
    ask: Option<Ask>,
    providers: Vec<provider::Button>,
    certificate: Option<String>,
}

/// The one page for every link that does not work.
#[derive(Template)]
#[template(path = "inside/join_none.html")]
struct None_ {
    l: Layout,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/join", get(show).post(finish).fallback(pages::method))
        .route("/{lang}/join/begin", post(begin).fallback(pages::method))
        .route("/{lang}/join/{token}", get(offer).post(accept).fallback(pages::method))
}

type Link = Result<Path<(String, String)>, PathRejection>;

/// The token of the address, if it is one.
fn token(link: Link) -> Option<Token> {
    let Path((_, token)) = link.ok()?;
    Token::parse(&token)
}

async fn offer(link: Link, inside: Inside) -> Response {
    let looked = match token(link) {
        Some(link) => inside.people().look(&link).await,
        None => Err(Refusal::NoCeremony.into()),
    };
    match looked {
        Ok(invitation) => {
            let post = match &invitation.purpose {
                Purpose::Join { post } => Some(inside.w.post(post)),
                Purpose::Recover { .. } => None,
            };
            let page = Offer {
                name: Markup::name(&invitation.name),
                post,
                already: inside.visit().ok().map(|visit| Markup::name(visit.account.name())),
                action: inside.here(),
                l: inside.whole_layout("join-title").await,
            };
            inside.show(&page)
        }
        Err(error) => none(&inside, &error).await,
    }
}

async fn accept(link: Link, inside: Inside) -> Response {
    let accepted = match token(link) {
        Some(link) => inside.people().accept(&link).await,
        None => Err(Refusal::NoCeremony.into()),
    };
    match accepted {
        Ok((joining, _)) => {
            // The address of the link is left behind: it is worth nothing now.
            let mut response = inside.see_other(&inside.within("join"));
            if let Some(cookie) = Cookie::Joining.set(&joining.text()) {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            response
        }
        Err(error) => none(&inside, &error).await,
    }
}

/// The one page for a link that was used, is too old, or never was.
async fn none(inside: &Inside, error: &SignInError) -> Response {
    match error {
        SignInError::Refused(refusal) => {
            tracing::info!(why = refusal.word(), "a link was not taken up");
            let l = inside.whole_layout("join-none-title").await;
            inside.show_as(StatusCode::NOT_FOUND, &None_ { l })
        }
        SignInError::Desk(error) => inside.failed(error),
    }
}

/// What this browser took up.
async fn taken_up(inside: &Inside) -> Result<(Token, Invitation), SignInError> {
    let joining = Cookie::Joining.read(&inside.headers).and_then(Token::parse);
    let joining = joining.ok_or(Refusal::NoCeremony)?;
    let invitation = inside.people().joining(&joining).await?;
    Ok((joining, invitation))
}

async fn show(inside: Inside) -> Response {
    page(&inside, None).await
}

/// The page on which a passkey is made, with why it comes again.
pub(super) async fn page(inside: &Inside, why: Option<(StatusCode, Markup)>) -> Response {
    let invitation = match taken_up(inside).await {
        Ok((_, invitation)) => invitation,
        Err(error) => return none(inside, &error).await,
    };
    let action = inside.within("join");
    let ask = inside.pages.web.signing.party.as_ref().map(|_| Ask {
        wants: Wants::Create,
        begin: inside.within("join/begin"),
        action: action.clone(),
        hidden: Vec::new(),
        name: None,
        button: inside.w.t("join-passkey"),
    });
    let (status, why) = why.map_or((StatusCode::OK, None), |(status, why)| (status, Some(why)));
    let page = Joining {
        l: inside.whole_layout("joining-title").await,
        why,
        name: Markup::name(&invitation.name),
        ask,
        providers: provider::buttons(inside, Going::Join, ""),
        certificate: certificate::is_offered(inside).then_some(action),
    };
    let mut response = inside.show_as(status, &page);
    if page.ask.is_some() {
        with_script(&mut response);
    }
    response
}

async fn begin(inside: Inside) -> Response {
    let Some(party) = &inside.pages.web.signing.party else {
        return inside.nowhere().await;
    };
    match taken_up(&inside).await {
        Ok((joining, _)) => begun(inside.people().begin_joining(party, &joining).await),
        Err(error) => begun(Err(error)),
    }
}

async fn finish(Posted { inside, fields }: Posted) -> Response {
    if fields.get("means") == "certificate" {
        let name = inside.w.t("certificate-name");
        return match certificate::shown(&inside) {
            Some(proof) => by(&inside, &proof, &name).await,
            None => {
                page(
                    &inside,
                    Some((StatusCode::FORBIDDEN, Markup::text(&inside.w.t("certificate-none")))),
                )
                .await
            }
        };
    }
    let Some(party) = &inside.pages.web.signing.party else {
        return inside.nowhere().await;
    };
    let joining = match taken_up(&inside).await {
        Ok((joining, _)) => joining,
        Err(error) => return none(&inside, &error).await,
    };
    let joined = match ceremony(&inside) {
        Some(begun) => {
            let (answer, name) = (fields.get(ANSWER), inside.w.t("passkey-first"));
            let people = inside.people();
            people
                .finish_joining(party, &joining, &begun, answer, &name, browser(&inside))
                .await
        }
        None => Err(Refusal::NoCeremony.into()),
    };
    joined_or_again(&inside, joined).await
}

/// Comes in by a proof that is no passkey. `name` is what the credential is called.
pub(super) async fn by(inside: &Inside, proof: &Proof, name: &str) -> Response {
    let joined = match taken_up(inside).await {
        Ok((joining, _)) => inside.people().join_by(&joining, proof, name, browser(inside)).await,
        Err(error) => return none(inside, &error).await,
    };
    joined_or_again(inside, joined).await
}

async fn joined_or_again(inside: &Inside, joined: Result<Token, SignInError>) -> Response {
    match joined {
        Ok(session) => enter(inside, &session, "").await,
        // Where the link is still good, once more.
        Err(error) => page(inside, Some(said(inside, &error))).await,
    }
}
