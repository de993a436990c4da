//! `comity admin token`: accounts of programs and their tokens.

use super::{Opened, actor, read_account, read_key, read_post, said};
use crate::args::{Format, Token};
use crate::said::{Done, Refused};
use crate::verbs::table;
use identity::access_token::Scope;
use identity::people::PeopleError;
use identity::people::programs::{ListedToken, Wanted};
use jiff::Timestamp;
use serde::Serialize;
use std::io::Write;
use store::Home;

/// A token, as it is printed.
#[derive(Serialize)]
struct Line {
    token: String,
    name: String,
    scope: &'static str,
    sealed: bool,
    organisation: String,
    role: &'static str,
    until: Timestamp,
    used: Option<String>,
    over: bool,
}

impl Line {
    fn of(listed: &ListedToken) -> Line {
        let token = &listed.token;
        Line {
            token: token.key.text(),
            name: token.name.clone(),
            scope: token.scope.word(),
            sealed: token.sealed,
            organisation: token.post.organisation.text(),
            role: token.post.role.word(),
            until: token.until,
            used: listed.used.map(|day| day.to_string()),
            over: listed.over,
        }
    }

    fn cells(&self) -> [String; 8] {
        [
            self.token.clone(),
            self.name.clone(),
            self.scope.to_owned(),
            if self.sealed { "yes" } else { "no" }.to_owned(),
            self.organisation.clone(),
            self.role.to_owned(),
            self.until.to_string(),
            self.used.clone().unwrap_or_default(),
        ]
    }
}

pub async fn run(home: &Home, verb: Token) -> Result<Done, Refused> {
    match verb {
        Token::Service { name, post, officer } => {
            let (post, actor) = (read_post(&post)?, actor(officer)?);
            let people = Opened::at(home).await?.people;
            said(&people.take_in_service(&actor, &name, &post).await?.to_string())
        }
        Token::Issue {
            account,
            name,
            scope,
            days,
            sealed,
            officer,
        } => {
            let (account, actor) = (read_account(&account)?, actor(officer)?);
            let scope =
                Scope::from_word(&scope).ok_or_else(|| Refused::Given(format!("{scope:?} is no scope; write read, act or feed")))?;
            let wanted = Wanted { name, scope, sealed, days };
            let people = Opened::at(home).await?.people;
            let secret = people.issue_service_token(&actor, &account, &wanted).await?;
            said(&secret.text())
        }
        Token::List { account, format } => {
            let account = read_account(&account)?;
            let people = Opened::at(home).await?.people;
            let roll = people.roll().await?;
            let known = roll.account(&account).ok_or(PeopleError::NoSuchAccount)?;
            let lines: Vec<Line> = people.tokens(known).await?.iter().map(Line::of).collect();
            print(&lines, format)
        }
        Token::Revoke { account, token, officer } => {
            let (account, actor) = (read_account(&account)?, actor(officer)?);
            let key = read_key(&token, "comity admin token list")?;
            Opened::at(home).await?.people.revoke_token(&actor, &account, &key).await?;
            said(&format!("{} opens nothing any more", key.text()))
        }
    }
}

fn print(lines: &[Line], format: Format) -> Result<Done, Refused> {
    let columns = ["token", "name", "scope", "sealed", "organisation", "role", "until", "used"];
    let rows = |lines: &[Line]| lines.iter().map(Line::cells).collect::<Vec<_>>();
    super::super::print(
        &lines,
        format,
        |lines| web::csv::table(columns, &rows(lines)),
        |out, lines| {
            if lines.is_empty() {
                return writeln!(out, "no tokens");
            }
            let heading = ["Token", "Name", "Scope", "Sealed", "Organisation", "Role", "Until", "Used"];
            table::headed(out, heading, rows(lines))
        },
    )
}
