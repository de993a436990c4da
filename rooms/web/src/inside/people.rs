//! Everybody of whom somebody knows, recoveries that are under way, and the form by which a person is invited.

use super::{Inside, Posted, Unsettled, verify};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use access::{Organisation, Role};
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::account::{Account, AccountId, Stage};
use identity::act::Post;
use identity::invitation::LINK_LIFE;
use identity::people::{Actor, People, PeopleError};
use identity::recovery::Recovery;
use identity::token::Token;
use std::collections::BTreeMap;

/// How many people stand on a page.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "inside/people.html")]
struct Page {
    l: Layout,
    oops: Option<Markup>,
    people: Vec<Account>,
    organisations: Vec<Organisation>,
    chosen: Option<Organisation>,
    from: usize,
    recoveries: Vec<(Account, Recovery)>,
    form: Option<Form>,
    /// Whether whoever looks takes in programs.
    programs: bool,
}

/// The form by which somebody is invited, with what was typed.
struct Form {
    roles: Vec<Role>,
    /// Whether the actor may name an organisation that is not their own.
    elsewhere: bool,
    name: String,
    role: String,
    key: String,
    case: String,
    /// Those with whose names the one that was typed could be confused.
    alike: Vec<Account>,
}

/// What is typed into the form.
#[derive(Default)]
struct Typed {
    name: String,
    role: String,
    key: String,
    case: String,
    alike: Vec<Account>,
}

/// The page that shows a link once.
#[derive(Template)]
#[template(path = "inside/link.html")]
struct LinkPage {
    l: Layout,
    account: Account,
    recovers: bool,
    link: String,
    until: Markup,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/people", get(list).post(invite).fallback(pages::method))
}

async fn list(inside: Inside) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    show(&inside, actor, StatusCode::OK, None, Typed::default()).await
}

/// The page, with what was typed and why it was not done.
async fn show(inside: &Inside, actor: &Actor, status: StatusCode, oops: Option<Markup>, typed: Typed) -> Response {
    let people = inside.people();
    let (known, recoveries) = match (people.known(actor).await, people.recoveries(actor).await) {
        (Ok(known), Ok(recoveries)) => (known, recoveries),
        (Err(error), _) | (_, Err(error)) => return failed(inside, &error),
    };
    let mut organisations: Vec<Organisation> = known.iter().flat_map(organisations_of).collect();
    organisations.sort();
    organisations.dedup();
    let asked = inside.parameter("organisation");
    let chosen = Organisation::parse(&asked).filter(|chosen| organisations.contains(chosen));
    if chosen.is_none() && !asked.is_empty() {
        return inside.nowhere().await;
    }
    let of_chosen = |account: &Account| chosen.as_ref().is_none_or(|chosen| organisations_of(account).contains(chosen));
    let (roles, elsewhere) = to_give(people, actor);
    let form = (!roles.is_empty()).then_some(Form {
        roles,
        elsewhere,
        name: typed.name,
        role: typed.role,
        key: typed.key,
        case: typed.case,
        alike: typed.alike,
    });
    let page = Page {
        oops,
        from: inside.parameter("from").parse().unwrap_or(0),
        people: known.into_iter().filter(of_chosen).collect(),
        organisations,
        chosen,
        recoveries,
        form,
        programs: !people.roles_for_programs(actor).is_empty(),
        l: inside.whole_layout("people-title").await,
    };
    inside.show_as(status, &page)
}

async fn invite(Posted { inside, fields }: Posted) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let people = inside.people();
    let mut typed = Typed {
        name: fields.get("name").to_owned(),
        role: fields.get("role").to_owned(),
        key: fields.get("key").to_owned(),
        case: fields.get("case").to_owned(),
        alike: Vec::new(),
    };
    let post = match post_of(&inside, actor, &fields) {
        Ok(post) => post,
        Err(Unsettled::Say(status, why)) => return show(&inside, actor, status, Some(why), typed).await,
        Err(Unsettled::Answer(answer)) => return *answer,
    };
    let alike = match people.roll().await {
        Ok(roll) => people
            .alike(actor, &roll, &typed.name, &post.organisation)
            .into_iter()
            .cloned()
            .collect::<Vec<_>>(),
        Err(error) => return failed(&inside, &error.into()),
    };
    // Who was meant to be another is said by name of account: whoever came since is asked about too, so that the
    // same form sent twice does not invite twice.
    let told: Vec<&str> = fields.get("another").split(',').collect();
    let another = alike.iter().all(|account| told.contains(&account.id().to_string().as_str()));
    let case = Some(typed.case.as_str()).filter(|case| !case.trim().is_empty());
    let invited = people.invite_into(actor, &typed.name, &post, case, another).await;
    if let Err(PeopleError::Alike(_)) = invited {
        typed.alike = alike;
    }
    match settle(&inside, &fields, invited).await {
        Ok((account, link)) => link_page(&inside, &account, &link, false).await,
        Err(Unsettled::Say(status, why)) => show(&inside, actor, status, Some(why), typed).await,
        Err(Unsettled::Answer(answer)) => *answer,
    }
}

/// What came of an act; where it asks that its author show again who they are, the answer is the page on which they do.
pub(super) async fn settle<T>(inside: &Inside, fields: &Fields, done: Result<T, PeopleError>) -> Result<T, Unsettled> {
    match done {
        Err(PeopleError::NotFresh) => Err(Unsettled::Answer(Box::new(verify::needed(inside, fields)))),
        done => inside.settle(done).await,
    }
}

/// The answer where people could not be read, or the record from which they are.
pub(super) fn failed(inside: &Inside, error: &PeopleError) -> Response {
    inside.failed(error)
}

/// The page that shows a link, this once. It is the answer to the form itself: what is shown once has no address.
pub(super) async fn link_page(inside: &Inside, account: &AccountId, link: &Token, recovers: bool) -> Response {
    let roll = match inside.people().roll().await {
        Ok(roll) => roll,
        Err(error) => return failed(inside, &error.into()),
    };
    let Some(account) = roll.account(account).cloned() else {
        return inside.nowhere().await;
    };
    let ends = inside
        .people()
        .outside()
        .now()
        .saturating_add(LINK_LIFE)
        .unwrap_or(jiff::Timestamp::MAX);
    let page = LinkPage {
        account,
        recovers,
        link: format!("{}{}", inside.pages.web.origin, inside.within(&format!("join/{}", link.text()))),
        until: inside.w.moment(ends),
        l: inside.whole_layout("link-title").await,
    };
    inside.show(&page)
}

/// The organisations of an account.
pub(super) fn organisations_of(account: &Account) -> Vec<Organisation> {
    let of_posts: Vec<Organisation> = account.posts().iter().map(|post| post.organisation.clone()).collect();
    if of_posts.is_empty() {
        return vec![account.invited_for().organisation.clone()];
    }
    of_posts
}

/// One organisation of each sort: the actor's own, the institution, and with this key those that have one.
fn of_each_sort(people: &People, actor: &Actor, key: &str) -> Vec<Organisation> {
    let own = actor.viewer().organisation().cloned();
    let key = || key.to_owned();
    own.into_iter()
        .chain([
            people.institution().clone(),
            Organisation::Court,
            Organisation::Assembly,
            Organisation::State(key().to_ascii_uppercase()),
            Organisation::International(access::role::UNITED_NATIONS.to_owned()),
            Organisation::International(key()),
            Organisation::Team(key()),
        ])
        .collect()
}

/// The roles that an actor may give in any organisation, and whether one of them is given in an organisation that must be
/// named.
pub(super) fn to_give(people: &People, actor: &Actor) -> (Vec<Role>, bool) {
    // Keys that stand for all others of their form.
    let mut elsewhere = false;
    let mut given = Vec::new();
    for key in ["XZZ", "any"] {
        for organisation in of_each_sort(people, actor, key) {
            let roles = people.posts_to_give(actor, &organisation);
            let keyed = matches!(
                organisation,
                Organisation::State(_) | Organisation::International(_) | Organisation::Team(_)
            );
            elsewhere |= keyed && !roles.is_empty() && actor.viewer().organisation() != Some(&organisation);
            given.extend(roles);
        }
    }
    (Role::ALL.into_iter().filter(|role| given.contains(role)).collect(), elsewhere)
}

/// The post that a form names by `role` and, where it does not follow from it, `key` of the organisation.
pub(super) fn post_of(inside: &Inside, actor: &Actor, fields: &Fields) -> Result<Post, Unsettled> {
    let people = inside.people();
    let role = Role::from_word(fields.get("role")).ok_or_else(|| inside.said(&PeopleError::NoSuchPost))?;
    let key = fields.get("key").trim();
    // Where an organisation is named, no other is meant.
    let named = |organisation: &Organisation| {
        let text = organisation.text();
        key.is_empty() || text.rsplit(':').next().is_some_and(|name| name.eq_ignore_ascii_case(key))
    };
    let posts = of_each_sort(people, actor, key).into_iter().filter(named);
    let posts: Vec<Post> = posts.map(|organisation| Post { organisation, role }).filter(Post::exists).collect();
    let gives = |post: &&Post| people.posts_to_give(actor, &post.organisation).contains(&role);
    match posts.iter().find(gives) {
        Some(post) => Ok(post.clone()),
        None if posts.is_empty() => {
            let why = Markup::text(&inside.w.t("people-key-wanted"));
            Err(Unsettled::Say(StatusCode::BAD_REQUEST, why))
        }
        None => Err(inside.said(&PeopleError::NotAllowed)),
    }
}

impl Page {
    fn choices(&self) -> Vec<(String, String, bool)> {
        let choice = |organisation: &Organisation| {
            let chosen = self.chosen.as_ref() == Some(organisation);
            (organisation.text(), self.l.w.organisation(organisation), chosen)
        };
        self.organisations.iter().map(choice).collect()
    }

    /// How many people there are, in words.
    fn said(&self) -> Markup {
        self.l.w.say("people-said", &[("n", self.people.len().into())])
    }

    fn rows(&self) -> Vec<Row> {
        let shown = self.people.iter().skip(self.from).take(SHOWN);
        let twice = names_that_stand_twice(&self.people);
        shown.map(|account| Row::of(&self.l, account, &twice)).collect()
    }

    fn next(&self) -> Option<String> {
        let next = self.from.saturating_add(SHOWN);
        (next < self.people.len()).then(|| self.at(next))
    }

    fn first(&self) -> Option<String> {
        (self.from > 0).then(|| self.at(0))
    }

    fn at(&self, from: usize) -> String {
        let chosen = self
            .chosen
            .as_ref()
            .map(|chosen| format!("organisation={}", crate::address::encode(&chosen.text())));
        let from = (from > 0).then(|| format!("from={from}"));
        let query: Vec<String> = chosen.into_iter().chain(from).collect();
        let path = self.l.within("people");
        if query.is_empty() {
            path
        } else {
            format!("{path}?{}", query.join("&"))
        }
    }

    /// Each recovery that is under way: whose, and how far it is.
    fn under_way(&self) -> Vec<(Markup, Markup, Markup)> {
        let w = &self.l.w;
        let row = |(account, recovery): &(Account, Recovery)| {
            let approved = w.say("recovery-approved-n", &[("n", recovery.approvals.len().into())]);
            (link_to(&self.l, account), w.moment(recovery.asked), approved)
        };
        self.recoveries.iter().map(row).collect()
    }
}

impl Form {
    /// Each role by its word and name, and whether it was chosen.
    fn choices(&self, l: &Layout) -> Vec<(&'static str, String, bool)> {
        let choice = |role: &Role| (role.word(), l.w.role(*role), role.word() == self.role);
        self.roles.iter().map(choice).collect()
    }

    /// The accounts that were shown as having a name alike, by id.
    fn told(&self) -> String {
        let ids: Vec<String> = self.alike.iter().map(|account| account.id().to_string()).collect();
        ids.join(",")
    }

    fn alike_rows(&self, l: &Layout) -> Vec<Row> {
        self.alike.iter().map(|account| Row::of(l, account, &BTreeMap::new())).collect()
    }
}

impl LinkPage {
    fn name(&self) -> Markup {
        Markup::name(self.account.name())
    }

    fn posts(&self) -> Vec<Markup> {
        posts_of(&self.l, &self.account)
    }

    /// Until when the link works.
    fn ends(&self) -> Markup {
        self.l.w.say("link-until", &[("until", (&self.until).into())])
    }

    fn way(&self) -> String {
        address_of(&self.l, self.account.id())
    }
}

/// Somebody in a list.
pub(super) struct Row {
    name: Markup,
    /// The beginning of their account, where somebody else on the page bears the same name.
    id: Option<String>,
    posts: Vec<Markup>,
    stage: String,
}

impl Row {
    fn of(l: &Layout, account: &Account, twice: &BTreeMap<String, usize>) -> Row {
        let again = twice.get(account.name()).is_some_and(|n| *n > 1);
        Row {
            name: link_to(l, account),
            id: again.then(|| account.id().to_string().chars().take(8).collect()),
            posts: posts_of(l, account),
            stage: l.w.t(if account.is_service() && account.is_open() {
                "people-stage-program"
            } else {
                stage_key(account.stage())
            }),
        }
    }
}

fn names_that_stand_twice(people: &[Account]) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    for account in people {
        *names.entry(account.name().to_owned()).or_insert(0) += 1;
    }
    names
}

/// The posts of an account in words, or the one for which its owner was invited.
pub(super) fn posts_of(l: &Layout, account: &Account) -> Vec<Markup> {
    if account.posts().is_empty() {
        return match account.stage() {
            Stage::Invited => vec![l.w.post(account.invited_for())],
            Stage::Open | Stage::Closed => vec![Markup::text(&l.t("people-no-post"))],
        };
    }
    account.posts().iter().map(|post| l.w.post(post)).collect()
}

/// The key of the text for where an account is in its life.
pub(super) fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Invited => "people-stage-invited",
        Stage::Open => "people-stage-open",
        Stage::Closed => "people-stage-closed",
    }
}

/// The address of the page of an account.
pub(super) fn address_of(l: &Layout, account: &AccountId) -> String {
    l.within(&format!("people/{account}"))
}

/// The name of somebody, which leads to their page.
pub(super) fn link_to(l: &Layout, account: &Account) -> Markup {
    Markup::link(&address_of(l, account.id()), &Markup::name(account.name()))
}
