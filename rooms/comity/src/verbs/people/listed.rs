//! Accounts and sessions as they are printed.

use crate::args::Format;
use crate::said::{Done, Refused};
use crate::verbs::table;
use access::Held;
use identity::account::{Account, AccountId, Stage};
use identity::act::Post;
use identity::credential::Means;
use identity::people::{People, PeopleError, Roll};
use identity::session::{Browser, Listed};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Write;

/// An account in a list.
#[derive(Serialize)]
pub struct Row {
    account: String,
    name: String,
    stage: &'static str,
    posts: Vec<Post>,
    invited_for: Post,
    /// The cases of the teams among their organisations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cases: Vec<String>,
}

impl Row {
    /// That of an account.
    pub fn of(roll: &Roll, account: &Account) -> Row {
        let posts = account.posts().iter().chain([account.invited_for()]);
        let cases: BTreeSet<&str> = posts.filter_map(|post| roll.case_of(&post.organisation)).collect();
        Row {
            cases: cases.into_iter().map(str::to_owned).collect(),
            account: account.id().to_string(),
            name: account.name().to_owned(),
            stage: stage(account.stage()),
            posts: account.posts().iter().cloned().collect(),
            invited_for: account.invited_for().clone(),
        }
    }

    /// The posts; in brackets that for which somebody was invited who holds none.
    fn posts(&self) -> String {
        let posts = if self.posts.is_empty() {
            format!("({})", said(&self.invited_for))
        } else {
            self.posts.iter().map(said).collect::<Vec<_>>().join("; ")
        };
        match self.cases.as_slice() {
            [] => posts,
            cases => format!("{posts}; case {}", cases.join(", ")),
        }
    }
}

/// Prints a list of accounts.
pub fn print(rows: &[Row], format: Format) -> Result<Done, Refused> {
    let columns = ["account", "name", "stage", "roles"];
    let cells = |rows: &[Row]| -> Vec<[String; 4]> {
        let cells = |row: &Row| [row.account.clone(), row.name.clone(), row.stage.to_owned(), row.posts()];
        rows.iter().map(cells).collect()
    };
    crate::verbs::print(
        rows,
        format,
        |rows| web::csv::table(columns, &cells(rows)),
        |out, rows| match rows {
            [] => writeln!(out, "nobody has an account"),
            rows => table::headed(out, columns, cells(rows)),
        },
    )
}

/// One account.
#[derive(Serialize)]
pub struct Shown {
    #[serde(flatten)]
    row: Row,
    credentials: Vec<CredentialShown>,
    matters: Vec<Has>,
    sessions: usize,
    recovery: bool,
}

/// With what its owner signs in.
#[derive(Serialize)]
struct CredentialShown {
    key: String,
    name: String,
    sort: &'static str,
}

/// A matter that somebody has, and how.
#[derive(Serialize)]
pub struct Has {
    /// The matter.
    pub matter: String,
    /// The narrowest level of it that they get.
    pub level: &'static str,
    /// `assigned`, `delegated` or `emergency`.
    pub held: &'static str,
    /// Until when, unless it is assigned.
    pub until: Option<Timestamp>,
}

impl Has {
    /// What an account has at an instant.
    pub fn of(people: &People, roll: &Roll, account: &Account) -> Vec<Has> {
        let now = people.outside().now();
        let has = |assignment: access::Assignment| {
            let (held, until) = match assignment.held {
                Held::Assigned => ("assigned", None),
                Held::Delegated => {
                    let of = account.delegations().filter(|(matter, ..)| *matter == assignment.matter);
                    ("delegated", of.map(|(_, _, _, until)| until).max())
                }
                Held::BreakGlass => {
                    let of = account.emergencies().values().filter(|e| e.matter == assignment.matter && !e.ended);
                    ("emergency", of.filter_map(|emergency| emergency.until).max())
                }
            };
            Has {
                matter: assignment.matter,
                level: assignment.up_to.word(),
                held,
                until,
            }
        };
        roll.assignments(account, now).into_iter().map(has).collect()
    }

    /// When it ends, in words.
    pub fn until(&self) -> String {
        self.until.map(in_the_hague).unwrap_or_default()
    }
}

impl Shown {
    /// The account of an id.
    pub async fn of(people: &People, id: &AccountId) -> Result<Shown, Refused> {
        let roll = people.roll().await?;
        let account = roll.account(id).ok_or(PeopleError::NoSuchAccount)?;
        let credentials = account.credentials().iter().map(|credential| CredentialShown {
            key: credential.key().text(),
            name: credential.name.clone(),
            sort: match credential.means {
                Means::Passkey(_) => "passkey",
                Means::Provider(_) => "sign-in service",
                Means::Certificate(_) => "certificate",
            },
        });
        Ok(Shown {
            row: Row::of(&roll, account),
            credentials: credentials.collect(),
            matters: Has::of(people, &roll, account),
            sessions: people.sessions().list(id).await?.len(),
            recovery: roll.recovery(id).is_some_and(|recovery| !recovery.over),
        })
    }

    /// Prints it.
    pub fn print(&self, format: Format) -> Result<Done, Refused> {
        crate::verbs::print(
            self,
            format,
            |shown| web::csv::table(["what", "value"], &shown.lines()),
            |out, shown| {
                let width = shown.lines().iter().map(|[what, _]| what.len()).max().unwrap_or_default();
                shown
                    .lines()
                    .iter()
                    .try_for_each(|[what, value]| writeln!(out, "{what:<width$}  {value}"))
            },
        )
    }

    fn lines(&self) -> Vec<[String; 2]> {
        let line = |what: &str, value: String| [what.to_owned(), value];
        let mut lines = vec![
            line("account", self.row.account.clone()),
            line("name", self.row.name.clone()),
            line("stage", self.row.stage.to_owned()),
            line("invited for", said(&self.row.invited_for)),
        ];
        lines.extend(self.row.posts.iter().map(|post| line("role", said(post))));
        lines.extend(self.row.cases.iter().map(|case| line("case", case.clone())));
        let credential = |shown: &CredentialShown| line(shown.sort, format!("{}  {}", shown.key, shown.name));
        lines.extend(self.credentials.iter().map(credential));
        lines.extend(self.matters.iter().map(|has| {
            let until = has.until.map(|until| format!(" until {}", in_the_hague(until)));
            line(
                "matter",
                format!("{}, {}, {}{}", has.matter, has.level, has.held, until.unwrap_or_default()),
            )
        }));
        lines.push(line("sessions", self.sessions.to_string()));
        if self.recovery {
            lines.push(line("recovery", "under way; see `comity admin recovery list`".to_owned()));
        }
        lines
    }
}

/// A session as it is printed.
#[derive(Serialize)]
struct Session {
    key: String,
    role: String,
    since: Timestamp,
    used: Timestamp,
    browser: Browser,
}

/// Prints a list of sessions.
pub fn sessions(listed: &[Listed], format: Format) -> Result<Done, Refused> {
    let session = |listed: &Listed| Session {
        key: listed.key.text(),
        role: listed.post.as_ref().map(said).unwrap_or_default(),
        since: listed.since,
        used: listed.used,
        browser: listed.browser,
    };
    let sessions: Vec<Session> = listed.iter().map(session).collect();
    let columns = ["key", "role", "since", "used", "browser"];
    let cells = |sessions: &[Session], instant: fn(Timestamp) -> String| -> Vec<[String; 5]> {
        let cells = |s: &Session| {
            let browser = match s.browser {
                Browser::Firefox => "firefox",
                Browser::Edge => "edge",
                Browser::Chrome => "chrome",
                Browser::Safari => "safari",
                Browser::Other => "other",
            };
            [s.key.clone(), s.role.clone(), instant(s.since), instant(s.used), browser.to_owned()]
        };
        sessions.iter().map(cells).collect()
    };
    crate::verbs::print(
        sessions.as_slice(),
        format,
        |sessions| web::csv::table(columns, &cells(sessions, |instant| instant.to_string())),
        |out, sessions| match sessions {
            [] => writeln!(out, "they are not signed in"),
            sessions => table::headed(out, columns, cells(sessions, in_the_hague)),
        },
    )
}

/// A post: `registry of court`.
pub fn said(post: &Post) -> String {
    format!("{} of {}", post.role.word(), post.organisation.text())
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Invited => "invited",
        Stage::Open => "open",
        Stage::Closed => "closed",
    }
}

/// Day and time on the clocks of The Hague.
pub fn in_the_hague(instant: Timestamp) -> String {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    instant.to_zoned_datetime(zone).strftime("%Y-%m-%d %H:%M %Z").to_string()
}
