//! A link that works once, as it is printed.

use crate::args::{Format, LinkArgs};
use crate::said::{Done, Refused};
use crate::verbs::people::listed::in_the_hague;
use identity::account::AccountId;
use identity::invitation::LINK_LIFE;
use identity::people::People;
use identity::token::Token;
use jiff::Timestamp;
use serde::Serialize;
use std::io::Write;
use web::guard::PublicUrl;

/// A link for the owner of an account. Printed once and kept nowhere.
#[derive(Serialize)]
pub struct Link {
    account: String,
    link: String,
    until: Timestamp,
}

impl Link {
    /// One that was just made.
    pub fn of(people: &People, account: &AccountId, site: &str, token: &Token) -> Link {
        let now = people.outside().now();
        Link {
            account: account.to_string(),
            link: address(site, token),
            until: now.saturating_add(LINK_LIFE).unwrap_or(Timestamp::MAX),
        }
    }

    /// Prints it.
    pub fn print(&self, format: Format) -> Result<Done, Refused> {
        let csv = |link: &Link| {
            let row = [link.account.clone(), link.link.clone(), link.until.to_string()];
            web::csv::table(["account", "link", "until"], &[row])
        };
        super::super::print(self, format, csv, |out, link| {
            writeln!(out, "account  {}", link.account)?;
            writeln!(out, "link     {}", link.link)?;
            writeln!(out, "until    {}; it works once", in_the_hague(link.until))
        })
    }
}

/// The page on which a link is taken up; it offers the other language.
pub fn address(site: &str, token: &Token) -> String {
    format!("{site}/en/join/{}", token.text())
}

/// The site to which links lead, without a stroke at its end.
pub fn site(args: &LinkArgs) -> Result<String, Refused> {
    let Some(text) = &args.public_url else {
        return Ok("http://localhost:8080".to_owned());
    };
    let url = PublicUrl::parse(text).map_err(|error| Refused::Given(error.to_string()))?;
    Ok(url.origin().to_owned())
}
