//! One's own account: as what one acts, what that role may do, with what one signs in, where one is signed in, and
//! whether somebody is being let in again.

use super::passkey::{ANSWER, Ask, Wants, begun};
use super::provider::Purpose;
use super::sign_in::ceremony;
use super::{Inside, Posted, Unsettled, certificate, provider, verify};
use crate::guard::{Fields, sign_out, with_script};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use access::{Held, table};
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use identity::account::Account;
use identity::credential::{Credential, Means};
use identity::people::coming::Visit;
use identity::people::{PeopleError, Roll};
use identity::recovery::Recovery;
use identity::session::Browser;
use identity::token::Key;
use jiff::Timestamp;
use register::port::Of;

#[derive(Template)]
#[template(path = "inside/account.html")]
struct Page {
    l: Layout,
    why: Option<Markup>,
    name: Markup,
    posts: Vec<PostLine>,
    /// What the role may do in which somebody acts.
    may: Vec<(String, Markup)>,
    credentials: Vec<CredentialLine>,
    fresh: bool,
    ask: Option<Ask>,
    providers: Vec<provider::Button>,
    certificate: bool,
    sessions: Vec<SessionLine>,
    recovery: Option<RecoveryLine>,
    held: Vec<DelegationLine>,
    given: Vec<DelegationLine>,
    /// What was typed as a reason, and for which act.
    typed: Typed,
}

/// A reason that was typed and not taken.
#[derive(Default)]
struct Typed {
    act: String,
    of: String,
    reason: String,
}

struct PostLine {
    words: Markup,
    current: bool,
}

struct CredentialLine {
    key: String,
    name: Markup,
    sort: String,
    current: bool,
}

struct SessionLine {
    key: String,
    browser: String,
    credential: Markup,
    post: Option<Markup>,
    since: Markup,
    used: Markup,
    current: bool,
}

struct RecoveryLine {
    asked: Markup,
    reason: String,
    approvals: usize,
    ready: Option<Markup>,
}

struct DelegationLine {
    matter: String,
    /// From whom, or to whom.
    other: Markup,
    post: Option<Markup>,
    until: Markup,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/account", get(show).post(act).fallback(pages::method))
        .route("/{lang}/account/begin", post(begin).fallback(pages::method))
}

async fn show(inside: Inside) -> Response {
    match inside.visit() {
        Ok(visit) => page(&inside, visit, None).await,
        Err(answer) => *answer,
    }
}

/// The page, with why it comes again.
pub(super) async fn page(inside: &Inside, visit: &Visit, why: Option<(StatusCode, Markup)>) -> Response {
    typed_page(inside, visit, why, Typed::default()).await
}

async fn typed_page(inside: &Inside, visit: &Visit, why: Option<(StatusCode, Markup)>, typed: Typed) -> Response {
    let people = inside.people();
    let (roll, sessions) = match (people.roll().await, people.sessions().list(visit.account.id()).await) {
        (Ok(roll), Ok(sessions)) => (roll, sessions),
        (Err(error), _) | (_, Err(error)) => return inside.failed(&error),
    };
    let (now, w) = (people.outside().now(), &inside.w);
    let (account, session) = (&visit.account, &visit.session);
    let name_of = |key: &Key| {
        account
            .credential(key)
            .map_or_else(Markup::default, |credential| Markup::name(&credential.name))
    };
    let credentials = account.credentials().iter().map(|credential| CredentialLine {
        key: credential.key().text(),
        name: Markup::name(&credential.name),
        sort: sort(inside, credential),
        current: credential.key() == *session.credential(),
    });
    let sessions = sessions.iter().map(|listed| SessionLine {
        key: listed.key.text(),
        browser: w.t(browser_key(listed.browser)),
        credential: name_of(&listed.credential),
        post: listed.post.as_ref().map(|post| w.post(post)),
        since: w.moment(listed.since),
        used: w.moment(listed.used),
        current: listed.key == *session.key(),
    });
    let posts = account.posts().iter().map(|post| PostLine {
        words: w.post(post),
        current: session.post() == Some(post),
    });
    let may = session.post().map(|post| w.grants(table::role(post.role).may)).unwrap_or_default();
    let (held, given) = delegations(inside, &roll, account, now);
    let (held, given) = (open_to(inside, held).await, open_to(inside, given).await);
    let fresh = session.is_fresh(now);
    let (status, why) = why.map_or((StatusCode::OK, None), |(status, why)| (status, Some(why)));
    let page = Page {
        why,
        name: Markup::name(account.name()),
        posts: posts.collect(),
        may,
        credentials: credentials.collect(),
        fresh,
        ask: inside
            .pages
            .web
            .signing
            .party
            .as_ref()
            .filter(|_| fresh)
            .map(|_| adding(inside, &typed)),
        providers: provider::buttons(inside, Purpose::Add, &inside.within("account")),
        certificate: certificate::is_offered(inside),
        sessions: sessions.collect(),
        recovery: roll.recovery(account.id()).and_then(|recovery| under_way(inside, &recovery)),
        held,
        given,
        typed,
        l: inside.whole_layout("account-title").await,
    };
    let mut response = inside.show_as(status, &page);
    if page.ask.is_some() {
        with_script(&mut response);
    }
    response
}

fn adding(inside: &Inside, typed: &Typed) -> Ask {
    Ask {
        wants: Wants::Create,
        begin: inside.within("account/begin"),
        action: inside.within("account"),
        hidden: vec![("act".to_owned(), "add".to_owned())],
        name: Some(if typed.act == "add" { typed.of.clone() } else { String::new() }),
        button: inside.w.t("account-add-passkey"),
    }
}

/// What a credential is.
pub(super) fn sort(inside: &Inside, credential: &Credential) -> String {
    let w = &inside.w;
    match &credential.means {
        Means::Passkey(_) => w.t("credential-passkey"),
        Means::Certificate(_) => w.t("credential-certificate"),
        Means::Provider(identity) => match provider::name_of(&inside.pages.web.signing, &identity.issuer) {
            Some(name) => w.plain("credential-provider", &[("name", name.into())]),
            None => w.t("credential-provider-gone"),
        },
    }
}

/// Key of the name of a browser.
pub(super) fn browser_key(browser: Browser) -> &'static str {
    match browser {
        Browser::Firefox => "browser-firefox",
        Browser::Edge => "browser-edge",
        Browser::Chrome => "browser-chrome",
        Browser::Safari => "browser-safari",
        Browser::Other => "browser-other",
    }
}

/// Those of delegations of which the matter is open to the visitor now, in the role in which they act.
async fn open_to(inside: &Inside, lines: Vec<DelegationLine>) -> Vec<DelegationLine> {
    let (store, viewer) = (&inside.pages.web.register.store, inside.pages.visitor.viewer());
    let mut open = Vec::new();
    for line in lines {
        let entries = store.entries(&viewer, Of::Matters(vec![line.matter.clone()]), None).await;
        if entries.is_ok_and(|entries| !entries.is_empty()) {
            open.push(line);
        }
    }
    open
}

/// What others delegated to somebody, and what they delegated to others, as it is in force now.
fn delegations(inside: &Inside, roll: &Roll, account: &Account, now: Timestamp) -> (Vec<DelegationLine>, Vec<DelegationLine>) {
    let w = &inside.w;
    let line = |matter: &str, other: &Account, until: Timestamp| DelegationLine {
        matter: matter.to_owned(),
        other: Markup::name(other.name()),
        // Two of the same name are told apart by what they are.
        post: other.posts().first().map(|post| w.post(post)),
        until: w.moment(until),
    };
    let in_force: Vec<_> = roll.assignments(account, now);
    let holds = |matter: &str| in_force.iter().any(|a| a.held == Held::Delegated && a.matter == matter);
    let held = account
        .delegations()
        .filter(|(matter, from, _, until)| now < *until && holds(matter) && roll.is_assigned(from, matter, now));
    let held = held.filter_map(|(matter, from, _, until)| Some(line(matter, roll.account(from)?, until)));
    let given = roll
        .given_by(account.id(), now)
        .into_iter()
        .map(|(to, matter, until)| line(&matter, to, until));
    (held.collect(), given.collect())
}

/// A recovery that is not over.
fn under_way(inside: &Inside, recovery: &Recovery) -> Option<RecoveryLine> {
    (!recovery.over).then(|| RecoveryLine {
        asked: inside.w.moment(recovery.asked),
        reason: recovery.reason.clone(),
        approvals: recovery.approvals.len(),
        ready: recovery.ready().map(|ready| inside.w.moment(ready)),
    })
}

async fn begin(inside: Inside) -> Response {
    match (inside.visit(), &inside.pages.web.signing.party) {
        (Ok(visit), Some(party)) => begun(inside.people().begin_adding(party, visit).await),
        _ => begun(Err(PeopleError::NotAllowed)),
    }
}

async fn act(Posted { inside, fields }: Posted) -> Response {
    let visit = match inside.visit() {
        Ok(visit) => visit,
        Err(answer) => return *answer,
    };
    let people = inside.people();
    let account = visit.account.id();
    let done = match fields.get("act") {
        "add" => add(&inside, visit, &fields).await,
        "add-certificate" => match certificate::shown(&inside) {
            Some(proof) => people.add_by(visit, &proof, &inside.w.t("certificate-name")).await,
            None => {
                let why = Markup::text(&inside.w.t("certificate-none"));
                return page(&inside, visit, Some((StatusCode::FORBIDDEN, why))).await;
            }
        },
        "revoke" => match Key::parse(fields.get("of")) {
            Some(credential) => {
                let revoked = people
                    .revoke(&people.owner(visit), account, &credential, fields.get("reason"))
                    .await;
                if revoked.is_ok() {
                    // With it all sessions ended, this one too.
                    let mut response = inside.see_other(&inside.within("sign-in"));
                    sign_out(&mut response);
                    return response;
                }
                revoked
            }
            None => Err(PeopleError::NotHeld),
        },
        "end" => match Key::parse(fields.get("of")) {
            // Whether it was still there makes no difference: it is not any more.
            Some(session) => people.end_session(visit, &session).await.map(drop).map_err(PeopleError::from),
            None => Ok(()),
        },
        "end-others" => end_others(&inside, visit).await,
        "stop" => people.stop_recovery(&people.owner(visit), account, fields.get("reason")).await,
        _ => Ok(()),
    };
    settled(&inside, visit, &fields, done).await
}

async fn add(inside: &Inside, visit: &Visit, fields: &Fields) -> Result<(), PeopleError> {
    let party = inside.pages.web.signing.party.as_ref().ok_or(PeopleError::NotAccepted)?;
    // Asked for first, so that a lapse of time is not taken for a refusal.
    if !visit.session.is_fresh(inside.people().outside().now()) {
        return Err(PeopleError::NotFresh);
    }
    let begun = ceremony(inside).ok_or(PeopleError::NotAccepted)?;
    inside
        .people()
        .finish_adding(party, &begun, visit, fields.get(ANSWER), fields.get("name"))
        .await
}

async fn end_others(inside: &Inside, visit: &Visit) -> Result<(), PeopleError> {
    let people = inside.people();
    for listed in people.sessions().list(visit.account.id()).await? {
        if listed.key != *visit.session.key() {
            people.end_session(visit, &listed.key).await?;
        }
    }
    Ok(())
}

/// The answer after another way to sign in was added, or was not.
pub(super) async fn added(inside: &Inside, visit: &Visit, done: Result<(), PeopleError>) -> Response {
    match done {
        Ok(()) => inside.see_other(&inside.within("account")),
        Err(error) => match inside.settle::<()>(Err(error)).await {
            Err(Unsettled::Answer(answer)) => *answer,
            Err(Unsettled::Say(status, why)) => page(inside, visit, Some((status, why))).await,
            Ok(()) => inside.see_other(&inside.within("account")),
        },
    }
}

/// Goes on after an act on one's own account, or comes back with what was typed.
async fn settled(inside: &Inside, visit: &Visit, fields: &Fields, done: Result<(), PeopleError>) -> Response {
    if let Err(PeopleError::NotFresh) = done {
        return verify::needed(inside, fields);
    }
    match inside.settle(done).await {
        Ok(()) => inside.see_other(&inside.within("account")),
        Err(Unsettled::Answer(answer)) => *answer,
        Err(Unsettled::Say(status, why)) => {
            let act = fields.get("act").to_owned();
            let of = fields.get(if act == "add" { "name" } else { "of" }).to_owned();
            let reason = fields.get("reason").to_owned();
            typed_page(inside, visit, Some((status, why)), Typed { act, of, reason }).await
        }
    }
}
