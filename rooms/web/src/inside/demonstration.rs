//! A demonstration: a press of a button signs anybody in as one of the exercise's people.

use super::Inside;
use crate::markup::Markup;
use identity::account::AccountId;
use identity::act::Post;
use identity::people::demonstration::is_of_a_demonstration;
use identity::refusal::{Refusal, SignInError};
use identity::session::Browser;
use identity::token::Token;
use register::port::StoreError;

/// As whom one can sign in.
pub(super) struct Choice {
    /// Where the press goes.
    pub(super) action: String,
    pub(super) people: Vec<Shown>,
}

/// One of the exercise's people.
pub(super) struct Shown {
    pub(super) account: String,
    pub(super) name: Markup,
    pub(super) posts: Vec<Markup>,
}

/// The people of the exercise, in the order of their roles; none where this is no demonstration.
pub(super) async fn choice(inside: &Inside, action: &str) -> Result<Option<Choice>, StoreError> {
    if !inside.pages.web.signing.demonstration {
        return Ok(None);
    }
    let roll = inside.people().roll().await?;
    let mut people: Vec<_> = roll
        .accounts()
        .into_iter()
        .filter(|account| account.is_open() && is_of_a_demonstration(account))
        .collect();
    let place = |post: &Post| (post.role, post.organisation.clone());
    people.sort_by_key(|account| account.posts().iter().map(place).min());
    let shown = people.into_iter().map(|account| Shown {
        account: account.id().to_string(),
        name: Markup::name(account.name()),
        posts: account.posts().iter().map(|post| inside.w.post(post)).collect(),
    });
    Ok(Some(Choice {
        action: action.to_owned(),
        people: shown.collect(),
    }))
}

/// Signs in as one of them.
pub(super) async fn sign_in(inside: &Inside, account: &str, browser: Browser) -> Result<Token, SignInError> {
    match AccountId::parse(account) {
        Some(account) if inside.pages.web.signing.demonstration => inside.people().demonstrate(&account, browser).await,
        _ => Err(Refusal::UnknownCredential.into()),
    }
}
