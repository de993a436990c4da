//! Tokens by which programs act for an account: one's own, and those of accounts that one administers. What is made is shown
//! once, as the answer to its form.

use super::{Inside, Posted, Unsettled, verify};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::access_token::{MOST_DAYS, Scope, Secret};
use identity::account::{Account, AccountId};
use identity::people::PeopleError;
use identity::people::programs::Wanted;
use identity::token::Key;

/// For how many days a token may be made.
const DAYS: [i64; 3] = [30, 90, MOST_DAYS];

#[derive(Template)]
#[template(path = "inside/tokens.html")]
struct Page {
    l: Layout,
    /// Whose they are, where they are not one's own.
    of: Option<Markup>,
    oops: Option<Markup>,
    /// The secret that was made just now, with the address of the feed where it is for that.
    made: Option<(String, Option<String>)>,
    tokens: Vec<Line>,
    /// As what a new one acts; none where none can be made here.
    acts_as: Option<Markup>,
    action: String,
    back: String,
    typed: Fields,
}

struct Line {
    key: String,
    name: Markup,
    scope: String,
    sealed: bool,
    post: Markup,
    until: Markup,
    used: Option<Markup>,
    over: bool,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/account/tokens", get(own).post(act_on_own).fallback(pages::method))
        .route("/{lang}/people/{account}/tokens", get(of).post(act_on).fallback(pages::method))
}

/// Whose tokens a page is about.
enum Whose {
    Own,
    Of(AccountId),
}

type Segments = Result<Path<(String, String)>, PathRejection>;

fn account_of(segments: Segments) -> Option<AccountId> {
    AccountId::parse(&segments.ok()?.0.1)
}

async fn own(inside: Inside) -> Response {
    // A page that leads here may say what is wanted.
    let typed = Fields::of(vec![("scope".to_owned(), inside.parameter("scope"))]);
    page(&inside, &Whose::Own, Shown { typed, ..Shown::default() }).await
}

async fn of(segments: Segments, inside: Inside) -> Response {
    match account_of(segments) {
        Some(account) => page(&inside, &Whose::Of(account), Shown::default()).await,
        None => inside.nowhere().await,
    }
}

async fn act_on_own(Posted { inside, fields }: Posted) -> Response {
    act(&inside, &Whose::Own, fields).await
}

async fn act_on(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    match account_of(segments) {
        Some(account) => act(&inside, &Whose::Of(account), fields).await,
        None => inside.nowhere().await,
    }
}

/// What a page shows besides the tokens.
struct Shown {
    status: StatusCode,
    oops: Option<Markup>,
    made: Option<(Secret, Scope)>,
    typed: Fields,
}

impl Default for Shown {
    fn default() -> Shown {
        Shown {
            status: StatusCode::OK,
            oops: None,
            made: None,
            typed: Fields::of(Vec::new()),
        }
    }
}

/// The account that is meant, as far as whoever asks administers it.
async fn known(inside: &Inside, whose: &Whose) -> Result<Account, Response> {
    let visit = inside.visit().map_err(|answer| *answer)?;
    let Whose::Of(account) = whose else {
        return Ok(visit.account.clone());
    };
    let actor = inside.actor().map_err(|answer| *answer)?;
    let people = inside.people();
    match people.known_account(actor, account).await {
        Ok(account) if people.administers(actor, &account) => Ok(account),
        Ok(_) | Err(PeopleError::NoSuchAccount) => Err(inside.nowhere().await),
        Err(error) => Err(inside.failed(&error)),
    }
}

async fn page(inside: &Inside, whose: &Whose, shown: Shown) -> Response {
    let account = match known(inside, whose).await {
        Ok(account) => account,
        Err(answer) => return answer,
    };
    let listed = match inside.people().tokens(&account).await {
        Ok(listed) => listed,
        Err(error) => return inside.failed(&error),
    };
    let w = &inside.w;
    let line = |listed: identity::people::programs::ListedToken| Line {
        key: listed.token.key.text(),
        name: Markup::name(&listed.token.name),
        scope: w.t(&format!("tokens-scope-{}", listed.token.scope.word())),
        sealed: listed.token.sealed,
        post: w.post(&listed.token.post),
        until: w.moment(listed.token.until),
        used: listed.used.map(|day| w.day(day)),
        over: listed.over,
    };
    let post = match whose {
        Whose::Own => inside.visit().ok().and_then(|visit| visit.session.post().cloned()),
        Whose::Of(_) => account.posts().first().cloned().filter(|_| account.is_service()),
    };
    let feed = |secret: &Secret, scope: Scope| {
        let address = || {
            let (origin, lang) = (&inside.pages.web.origin, w.lang.tag());
            format!("{origin}/api/v1/deadlines.ics?lang={lang}&token={}", secret.text())
        };
        (scope == Scope::Feed).then(address)
    };
    let page = Page {
        of: matches!(whose, Whose::Of(_)).then(|| Markup::name(account.name())),
        oops: shown.oops,
        made: shown.made.map(|(secret, scope)| (secret.text(), feed(&secret, scope))),
        tokens: listed.into_iter().map(line).collect(),
        acts_as: post.map(|post| w.post(&post)),
        action: inside.here(),
        back: match whose {
            Whose::Own => inside.within("account"),
            Whose::Of(account) => inside.within(&format!("people/{account}")),
        },
        typed: shown.typed,
        l: inside.whole_layout("tokens-title").await,
    };
    inside.show_as(shown.status, &page)
}

async fn act(inside: &Inside, whose: &Whose, fields: Fields) -> Response {
    let account = match known(inside, whose).await {
        Ok(account) => account,
        Err(answer) => return answer,
    };
    let scope = Scope::from_word(fields.get("scope"));
    let done = match (fields.get("act"), scope) {
        ("revoke", _) => revoke(inside, whose, &account, &fields).await.map(|()| None),
        (_, Some(scope)) => make(inside, whose, &account, scope, &fields).await.map(Some),
        // What no form of ours sends is not guessed at.
        (_, None) => {
            let shown = Shown {
                status: StatusCode::BAD_REQUEST,
                oops: Some(Markup::text(&inside.w.t("tokens-no-scope"))),
                typed: fields,
                ..Shown::default()
            };
            return page(inside, whose, shown).await;
        }
    };
    if let Err(PeopleError::NotFresh) = done {
        return verify::needed(inside, &fields);
    }
    match inside.settle(done).await {
        Ok(None) => inside.see_other(&inside.here()),
        Ok(made) => {
            let shown = Shown { made, ..Shown::default() };
            page(inside, whose, shown).await
        }
        Err(Unsettled::Answer(answer)) => *answer,
        Err(Unsettled::Say(status, why)) => {
            let shown = Shown {
                status,
                oops: Some(why),
                typed: fields,
                ..Shown::default()
            };
            page(inside, whose, shown).await
        }
    }
}

async fn make(inside: &Inside, whose: &Whose, account: &Account, scope: Scope, fields: &Fields) -> Result<(Secret, Scope), PeopleError> {
    let wanted = Wanted {
        name: fields.get("name").to_owned(),
        scope,
        sealed: fields.get("sealed") == "yes",
        days: fields.get("days").parse().unwrap_or_default(),
    };
    let visit = inside.visit().map_err(|_| PeopleError::NotAllowed)?;
    let made = match whose {
        Whose::Own => inside.people().issue_token(visit, &wanted).await,
        Whose::Of(_) => {
            let actor = visit.actor.as_ref().ok_or(PeopleError::NotAllowed)?;
            inside.people().issue_service_token(actor, account.id(), &wanted).await
        }
    };
    made.map(|secret| (secret, wanted.scope))
}

async fn revoke(inside: &Inside, whose: &Whose, account: &Account, fields: &Fields) -> Result<(), PeopleError> {
    let key = Key::parse(fields.get("of")).ok_or(PeopleError::NotHeld)?;
    let visit = inside.visit().map_err(|_| PeopleError::NotAllowed)?;
    let people = inside.people();
    match whose {
        Whose::Own => people.revoke_token(&people.owner(visit), account.id(), &key).await,
        Whose::Of(_) => {
            let actor = visit.actor.as_ref().ok_or(PeopleError::NotAllowed)?;
            people.revoke_token(actor, account.id(), &key).await
        }
    }
}

impl Page {
    fn scopes(&self) -> Vec<(&'static str, String, String, bool)> {
        let chosen = self.typed.get("scope");
        let scope = |scope: Scope| {
            let word = scope.word();
            let is = chosen == word || (chosen.is_empty() && scope == Scope::Read);
            let (name, hint) = (
                self.l.t(&format!("tokens-scope-{word}")),
                self.l.t(&format!("tokens-scope-{word}-hint")),
            );
            (word, name, hint, is)
        };
        Scope::ALL.map(scope).to_vec()
    }

    fn days(&self) -> Vec<(i64, Markup, bool)> {
        let chosen = self.typed.get("days");
        let day = |days: i64| {
            let is = chosen == days.to_string() || (chosen.is_empty() && days == 90);
            (days, self.l.w.say("tokens-days", &[("n", days.into())]), is)
        };
        DAYS.map(day).to_vec()
    }
}
