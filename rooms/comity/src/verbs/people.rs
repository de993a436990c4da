//! `comity admin people`: who has an account, and what becomes of it.

mod emergencies;
mod link;
mod listed;
mod matters;
mod recovery;
mod tokens;

pub use emergencies::run as emergency;
pub use link::address;
pub use listed::in_the_hague;
pub use matters::{assign, assignments, hand_over, unassign};
pub use recovery::run as recovery;
pub use tokens::run as token;

use crate::args;
use crate::args::PostArgs;
use crate::house::House;
use crate::said::{Done, Refused};
use access::{Organisation, Role};
use identity::account::{Account, AccountId, Stage};
use identity::act::Post;
use identity::people::roll::home as organisation_of;
use identity::people::{Actor, People, PeopleError};
use identity::token::Key;
use link::Link;
use listed::{Row, Shown};
use std::io::Write;
use std::sync::Arc;
use store::{DeskStore, Home};

/// The people of a record that was opened for one verb.
pub struct Opened {
    /// The record.
    pub house: House,
    /// Its people.
    pub people: People,
}

impl Opened {
    /// Opens a record and its desk.
    pub async fn at(home: &Home) -> Result<Opened, Refused> {
        let house = super::open(home).await?;
        let desk = Arc::new(DeskStore::open(home).await?);
        let (people, _) = super::people(&house, desk);
        Ok(Opened { house, people })
    }
}

pub async fn run(home: &Home, verb: args::People) -> Result<Done, Refused> {
    // What is wrong with a call is said before a record is opened.
    match verb {
        args::People::List { organisation, all, format } => {
            let organisation = organisation.as_deref().map(read_organisation).transpose()?;
            let people = Opened::at(home).await?.people;
            let roll = people.roll().await?;
            let asked = |account: &&Account| {
                (all || account.stage() != Stage::Closed)
                    && organisation
                        .as_ref()
                        .is_none_or(|of| organisation_of(account) == *of || account.posts().iter().any(|post| post.organisation == *of))
            };
            let rows: Vec<Row> = roll
                .accounts()
                .into_iter()
                .filter(asked)
                .map(|account| Row::of(&roll, account))
                .collect();
            listed::print(&rows, format)
        }
        args::People::Show { account, format } => {
            let account = read_account(&account)?;
            let people = Opened::at(home).await?.people;
            Shown::of(&people, &account).await?.print(format)
        }
        args::People::Invite {
            name,
            post,
            case,
            another,
            link,
        } => {
            let (post, site, actor) = (read_post(&post)?, link::site(&link)?, actor(link.officer)?);
            let people = Opened::at(home).await?.people;
            let invited = people.invite_into(&actor, &name, &post, case.as_deref(), another).await;
            let (account, token) = invited.map_err(|error| match error {
                PeopleError::Alike(_) => Refused::Given(format!("{error} with --another")),
                PeopleError::CaseMissing => Refused::Given(format!("{error}; give --case")),
                other => other.into(),
            })?;
            Link::of(&people, &account, &site, &token).print(link.format)
        }
        args::People::Link { account, link } => {
            let (account, site, actor) = (read_account(&account)?, link::site(&link)?, actor(link.officer)?);
            let people = Opened::at(home).await?.people;
            let token = people.invite_again(&actor, &account).await?;
            Link::of(&people, &account, &site, &token).print(link.format)
        }
        args::People::Grant { account, post, officer } => {
            let (account, post, actor) = (read_account(&account)?, read_post(&post)?, actor(officer)?);
            Opened::at(home).await?.people.grant(&actor, &account, &post).await?;
            said(&format!(
                "{account} has the role {} of {}",
                post.role.word(),
                post.organisation.text()
            ))
        }
        args::People::Withdraw {
            account,
            post,
            reason,
            officer,
        } => {
            let (account, post, actor) = (read_account(&account)?, read_post(&post)?, actor(officer)?);
            Opened::at(home).await?.people.withdraw(&actor, &account, &post, &reason).await?;
            let post = format!("{} of {}", post.role.word(), post.organisation.text());
            said(&format!("{account} has the role {post} no more, and is signed out"))
        }
        args::People::Close { account, reason, officer } => {
            let (account, actor) = (read_account(&account)?, actor(officer)?);
            Opened::at(home).await?.people.close(&actor, &account, &reason).await?;
            said(&format!("{account} is closed and signed out, and no link to it works"))
        }
        args::People::Revoke {
            account,
            credential,
            reason,
            officer,
        } => {
            let (account, actor) = (read_account(&account)?, actor(officer)?);
            let key = read_key(&credential, "comity admin people show")?;
            Opened::at(home).await?.people.revoke(&actor, &account, &key, &reason).await?;
            said(&format!("{} opens nothing any more, and {account} is signed out", key.text()))
        }
        args::People::Sessions { account, format } => {
            let (account, actor) = (read_account(&account)?, reader());
            let people = Opened::at(home).await?.people;
            let known = people.known_account(&actor, &account).await?;
            listed::sessions(&people.sessions_seen(&actor, &known).await?, format)
        }
        args::People::EndSessions { account, session, officer } => {
            let (account, actor) = (read_account(&account)?, actor(officer)?);
            let key = session.map(|text| read_key(&text, "comity admin people sessions")).transpose()?;
            let people = Opened::at(home).await?.people;
            let ended = people.end_sessions_of(&actor, &account, key.as_ref()).await?;
            said(&match ended {
                0 => format!("{account} was not signed in"),
                1 => format!("{account} is signed out of one session"),
                many => format!("{account} is signed out of {many} sessions"),
            })
        }
    }
}

/// The officer who acts at this shell. What is recorded names them.
fn actor(officer: Option<String>) -> Result<Actor, Refused> {
    let name = super::officer(officer);
    match name.trim() {
        "" => Err(Refused::Given(
            "what is recorded of people names who made it; give --officer".to_owned(),
        )),
        name => Ok(Actor::operator(name)),
    }
}

/// Whoever reads at this shell: nothing is recorded of it.
fn reader() -> Actor {
    Actor::operator(&super::officer(None))
}

fn said(text: &str) -> Result<Done, Refused> {
    writeln!(std::io::stdout().lock(), "{text}")?;
    Ok(Done::Yes)
}

fn read_account(text: &str) -> Result<AccountId, Refused> {
    AccountId::parse(text).ok_or_else(|| {
        Refused::Given(format!(
            "{text:?} is no account; take its 32 digits from `comity admin people list`"
        ))
    })
}

fn read_key(text: &str, from: &str) -> Result<Key, Refused> {
    Key::parse(text).ok_or_else(|| Refused::Given(format!("{text:?} is no key; take its 64 digits from `{from}`")))
}

fn read_organisation(text: &str) -> Result<Organisation, Refused> {
    Organisation::parse(text).ok_or_else(|| {
        Refused::Given(format!(
            "{text:?} is no organisation; write court, assembly, state:XXX (alpha-3), organisation:KEY or team:KEY"
        ))
    })
}

fn read_post(args: &PostArgs) -> Result<Post, Refused> {
    let organisation = read_organisation(&args.organisation)?;
    let role = Role::from_word(&args.role).ok_or_else(|| {
        let words: Vec<&str> = Role::ALL.into_iter().map(Role::word).collect();
        Refused::Given(format!("{:?} is no role; write one of {}", args.role, words.join(", ")))
    })?;
    Ok(Post { organisation, role })
}
