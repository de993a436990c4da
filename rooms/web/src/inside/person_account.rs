//! One account: who its owner is, and for whoever administers it all that can be done with it.

use super::account::{browser_key, sort};
use super::people::{failed, link_page, organisations_of, post_of, posts_of, settle, stage_key, to_give};
use super::{Inside, Posted, Unsettled, recovery, role};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use access::Role;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::account::{Account, AccountId, Stage};
use identity::act::Post;
use identity::credential::Credential;
use identity::people::{Actor, PeopleError};
use identity::session::Listed;
use identity::token::{Key, Token};

/// What can be done with an account, by the word that its form sends and that is said of it afterwards.
const ACTS: [&str; 11] = [
    "grant",
    "withdraw",
    "revoke",
    "end-session",
    "end-sessions",
    "close",
    "link",
    "recovery-ask",
    "recovery-approve",
    "recovery-stop",
    "recovery-link",
];

#[derive(Template)]
#[template(path = "inside/person_account.html")]
struct Page {
    l: Layout,
    account: Account,
    oops: Option<Markup>,
    /// What was done before this page, by its word. A link is shown instead.
    done: Option<&'static str>,
    typed: Typed,
    /// Whether it is the actor's own.
    own: bool,
    /// Whether the actor administers it.
    administers: bool,
    /// Whether a role may be given to it: whoever knows of it by a recovery alone gives none.
    seen: bool,
    sessions: Vec<Listed>,
    /// What each credential is.
    sorts: Vec<String>,
    give: Vec<Role>,
    elsewhere: bool,
    recovery: Option<recovery::Section>,
}

/// What was typed, into the form of which act.
#[derive(Default)]
pub(super) struct Typed(Option<Fields>);

impl Typed {
    /// What stands in a field of the form of an act.
    pub(super) fn get(&self, act: &str, field: &str) -> &str {
        let fields = self.0.as_ref().filter(|fields| fields.get("act") == act);
        fields.map_or("", |fields| fields.get(field))
    }
}

/// What came of an act.
enum Done {
    /// The page, which says so.
    Said,
    /// A link, which is shown once.
    Link(Token),
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/people/{account}", get(show).post(act).fallback(pages::method))
}

type Segments = Result<Path<(String, String)>, PathRejection>;

/// The account of an address, as far as the actor knows of it.
async fn named(inside: &Inside, segments: Segments) -> Result<(&Actor, Account), Response> {
    let actor = inside.actor().map_err(|answer| *answer)?;
    let id = segments.ok().and_then(|Path((_, account))| AccountId::parse(&account));
    let known = match id {
        Some(id) => inside.people().known_account(actor, &id).await,
        None => Err(PeopleError::NoSuchAccount),
    };
    match known {
        Ok(account) => Ok((actor, account)),
        Err(PeopleError::NoSuchAccount) => Err(inside.nowhere().await),
        Err(error) => Err(failed(inside, &error)),
    }
}

async fn show(segments: Segments, inside: Inside) -> Response {
    match named(&inside, segments).await {
        Ok((actor, account)) => page(&inside, actor, account, StatusCode::OK, None, Typed::default()).await,
        Err(answer) => answer,
    }
}

async fn page(inside: &Inside, actor: &Actor, account: Account, status: StatusCode, oops: Option<Markup>, typed: Typed) -> Response {
    let people = inside.people();
    let administers = people.administers(actor, &account);
    let sessions = if administers {
        people.sessions_seen(actor, &account).await
    } else {
        Ok(Vec::new())
    };
    let (sessions, recovery) = match (sessions, recovery::Section::of(inside, actor, &account).await) {
        (Ok(sessions), Ok(recovery)) => (sessions, recovery),
        (Err(error), _) | (_, Err(error)) => return failed(inside, &error),
    };
    let (give, elsewhere) = to_give(people, actor);
    let done = inside.parameter("done");
    let mut l = inside.whole_layout("person-account-title").await;
    l.title = account.name().to_owned();
    let page = Page {
        oops,
        done: ACTS.into_iter().find(|act| *act == done).filter(|act| !act.ends_with("link")),
        typed,
        own: actor.account() == Some(account.id()),
        administers,
        seen: people.may_see(actor, &account),
        sessions,
        give,
        elsewhere,
        recovery,
        sorts: account.credentials().iter().map(|credential| sort(inside, credential)).collect(),
        account,
        l,
    };
    inside.show_as(status, &page)
}

async fn act(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let (actor, account) = match named(&inside, segments).await {
        Ok(named) => named,
        Err(answer) => return answer,
    };
    let word = fields.get("act");
    let Some(word) = ACTS.into_iter().find(|act| *act == word) else {
        let why = Markup::text(&inside.w.t("matter-no-act"));
        return page(&inside, actor, account, StatusCode::BAD_REQUEST, Some(why), Typed::default()).await;
    };
    match done(&inside, actor, &account, word, &fields).await {
        Ok(Done::Said) => inside.see_other(&inside.within(&format!("people/{}?done={word}", account.id()))),
        Ok(Done::Link(link)) => link_page(&inside, account.id(), &link, word == "recovery-link").await,
        Err(Unsettled::Answer(answer)) => *answer,
        Err(Unsettled::Say(status, why)) => page(&inside, actor, account, status, Some(why), Typed(Some(fields))).await,
    }
}

/// Does one act.
async fn done(inside: &Inside, actor: &Actor, account: &Account, word: &str, fields: &Fields) -> Result<Done, Unsettled> {
    let (people, id, reason) = (inside.people(), account.id(), fields.get("reason"));
    let key = |field: &str| Key::parse(fields.get(field)).ok_or(PeopleError::NotHeld);
    let nothing = |()| Done::Said;
    let done = match word {
        "grant" => {
            let post = post_of(inside, actor, fields)?;
            people.grant(actor, id, &post).await.map(nothing)
        }
        "withdraw" => match role::read(fields.get("post")) {
            Some(post) => people.withdraw(actor, id, &post, reason).await.map(nothing),
            None => Err(PeopleError::NotHeld),
        },
        "revoke" => match key("credential") {
            Ok(key) => people.revoke(actor, id, &key, reason).await.map(nothing),
            Err(error) => Err(error),
        },
        "end-session" => match key("session") {
            Ok(key) => people.end_sessions_of(actor, id, Some(&key)).await.map(|_| Done::Said),
            Err(error) => Err(error),
        },
        "end-sessions" => people.end_sessions_of(actor, id, None).await.map(|_| Done::Said),
        "close" => people.close(actor, id, reason).await.map(nothing),
        "link" => people.invite_again(actor, id).await.map(Done::Link),
        "recovery-ask" => people.ask_recovery(actor, id, reason).await.map(nothing),
        "recovery-approve" => people.approve_recovery(actor, id).await.map(nothing),
        "recovery-stop" => people.stop_recovery(actor, id, reason).await.map(nothing),
        _ => people.issue_recovery(actor, id).await.map(Done::Link),
    };
    settle(inside, fields, done).await
}

impl Page {
    fn name(&self) -> Markup {
        Markup::name(self.account.name())
    }

    fn posts(&self) -> Vec<Markup> {
        posts_of(&self.l, &self.account)
    }

    fn organisations(&self) -> Vec<String> {
        let named = organisations_of(&self.account);
        named.iter().map(|organisation| self.l.w.organisation(organisation)).collect()
    }

    fn stage(&self) -> String {
        self.l.t(stage_key(self.account.stage()))
    }

    fn is_invited(&self) -> bool {
        self.account.stage() == Stage::Invited
    }

    fn is_open(&self) -> bool {
        self.account.is_open()
    }

    fn is_closed(&self) -> bool {
        self.account.stage() == Stage::Closed
    }

    /// What was done before this page.
    fn said(&self) -> Option<String> {
        let done = self.done?;
        Some(self.l.t(&format!("person-done-{done}")))
    }

    fn action(&self) -> String {
        super::people::address_of(&self.l, self.account.id())
    }

    /// The posts that can be taken back: value, words, whether it was chosen.
    fn held(&self) -> Vec<(String, Markup, bool)> {
        let choice = |post: &Post| {
            let value = role::value(post);
            let chosen = value == self.typed.get("withdraw", "post");
            (value, self.l.w.post(post), chosen)
        };
        self.account.posts().iter().map(choice).collect()
    }

    /// The roles that the actor may give.
    fn roles(&self) -> Vec<(&'static str, String, bool)> {
        let chosen = self.typed.get("grant", "role");
        let choice = |role: &Role| (role.word(), self.l.w.role(*role), role.word() == chosen);
        self.give.iter().map(choice).collect()
    }

    /// The credentials: key, words, whether it was chosen.
    fn credentials(&self) -> Vec<(String, Markup, bool)> {
        let chosen = self.typed.get("revoke", "credential");
        let of = |(credential, sort): (&Credential, &String)| {
            let args = [("name", Markup::name(&credential.name).into()), ("sort", sort.as_str().into())];
            let key = credential.key().text();
            let is_chosen = key == chosen;
            (key, self.l.w.say("person-credential-named", &args), is_chosen)
        };
        self.account.credentials().iter().zip(&self.sorts).map(of).collect()
    }

    /// The sessions: key, since when, used last, role, and roughly in which browser.
    fn under_way(&self) -> Vec<(String, Markup, Markup, Option<Markup>, String)> {
        let w = &self.l.w;
        let of = |session: &Listed| {
            let post = session.post.as_ref().map(|post| w.post(post));
            let browser = w.t(browser_key(session.browser));
            (session.key.text(), w.moment(session.since), w.moment(session.used), post, browser)
        };
        self.sessions.iter().map(of).collect()
    }
}
