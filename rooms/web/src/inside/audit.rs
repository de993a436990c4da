//! The audit, for the auditor: what was done in the program, by whom and when; filtered, page by page, and as a file.

use super::people::{address_of, failed};
use super::{Inside, Posted, verify};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::query;
use crate::{address, csv};
use access::{Action, Organisation, Role};
use askama::Template;
use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use identity::account::AccountId;
use identity::people::{Actor, Roll};
use jiff::civil::Date;
use register::audit::{Act, AuditError, AuditFilter, AuditPage, Kept, Pseudonym, Purpose, Who};
use serde::Serialize;
use std::sync::Arc;

/// How many events stand on a page.
const SHOWN: usize = 100;
/// How many events a file holds at most: what is beyond is taken out in several, by days.
const TAKEN: usize = 100_000;

#[derive(Template)]
#[template(path = "inside/audit.html")]
struct Page {
    l: Layout,
    typed: Typed,
    oops: Option<Markup>,
    events: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

/// The filter as it was typed.
#[derive(Clone, Default)]
struct Typed {
    act: String,
    account: String,
    organisation: String,
    matter: String,
    since: String,
    until: String,
}

/// An event in the list.
struct Row {
    at: Markup,
    act: Markup,
    who: Vec<Markup>,
    about: Option<Markup>,
    matter: Vec<Markup>,
    more: String,
}

/// What is taken out as JSON.
#[derive(Serialize)]
struct Taken {
    /// The events, newest first.
    events: Vec<Kept>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/audit", get(list).post(take).fallback(pages::method))
}

async fn list(inside: Inside) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    show(&inside, actor, StatusCode::OK, None).await
}

/// The page, or the answer that nothing lies here for this reader.
async fn show(inside: &Inside, actor: &Actor, status: StatusCode, why: Option<Markup>) -> Response {
    let audit = &inside.pages.web.audit;
    // Whoever may not read it learns nothing of what is wrong.
    if !audit.may_read(actor.viewer()) {
        return inside.nowhere().await;
    }
    let typed = Typed::read(inside);
    let filter = typed.filter();
    let before = match inside.parameter("before").as_str() {
        "" => Ok(None),
        given => given.parse::<u64>().map(Some).map_err(|_| "audit-wrong-before"),
    };
    let (read, wrong) = match (filter, before) {
        (Ok(filter), Ok(before)) => (audit.page(actor.viewer(), &filter, before, SHOWN).await, None),
        (Err(wrong), _) | (_, Err(wrong)) => (Ok(AuditPage::default()), Some(wrong)),
    };
    let page = match read {
        Ok(page) => page,
        Err(AuditError::NotAllowed) => return inside.nowhere().await,
        Err(AuditError::Store(error)) => return failed(inside, &error.into()),
    };
    let roll = match inside.people().roll().await {
        Ok(roll) => roll,
        Err(error) => return failed(inside, &error.into()),
    };
    let status = if wrong.is_some() { StatusCode::BAD_REQUEST } else { status };
    let l = inside.whole_layout("audit-title").await;
    let names = Names { inside, actor, roll };
    let page = Page {
        oops: why.or_else(|| wrong.map(|key| Markup::text(&inside.w.t(key)))),
        events: page.events.iter().map(|event| names.row(&l, &typed, event)).collect(),
        first: (!inside.parameter("before").is_empty()).then(|| typed.href(&l, None)),
        next: page.next.map(|next| typed.href(&l, Some(next))),
        typed,
        l,
    };
    inside.show_as(status, &page)
}

/// Takes out what the address asks for, as a file: an event itself, and nothing that is done without showing once more
/// who one is.
async fn take(Posted { inside, fields }: Posted) -> Response {
    let (visit, actor) = match (inside.visit(), inside.actor()) {
        (Ok(visit), Ok(actor)) => (visit, actor),
        (Err(answer), _) | (_, Err(answer)) => return *answer,
    };
    let audit = &inside.pages.web.audit;
    if !audit.may_read(actor.viewer()) {
        return inside.nowhere().await;
    }
    let Ok(filter) = Typed::read(&inside).filter() else {
        return show(&inside, actor, StatusCode::BAD_REQUEST, None).await;
    };
    if !inside.people().is_fresh(visit, Action::Export) {
        return verify::needed(&inside, &fields);
    }
    // It is written before anything is handed out, and stands in the file itself.
    let event = audit.event(Act::Exported, actor.who()).detail("audit");
    if let Err(error) = audit.write(&[event]).await {
        return failed(&inside, &error.into());
    }
    match audit.page(actor.viewer(), &filter, None, TAKEN).await {
        Ok(AuditPage { next: Some(_), .. }) => {
            let why = inside.w.say("audit-too-many", &[("n", TAKEN.into())]);
            show(&inside, actor, StatusCode::BAD_REQUEST, Some(why)).await
        }
        Ok(page) => file(&inside, &fields, page.events),
        Err(AuditError::NotAllowed) => inside.nowhere().await,
        Err(AuditError::Store(error)) => failed(&inside, &error.into()),
    }
}

fn file(inside: &Inside, fields: &Fields, events: Vec<Kept>) -> Response {
    let (body, media_type, ending) = match fields.get("format") {
        "json" => {
            // Events are plain data with names as keys: they can always be written.
            let body = serde_json::to_string(&Taken { events }).unwrap_or_default();
            (body, "application/json", "json")
        }
        _ => {
            let rows: Vec<[String; 13]> = events.iter().map(Kept::cells).collect();
            (csv::table(Kept::COLUMNS, &rows), "text/csv; charset=utf-8", "csv")
        }
    };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let name = format!("attachment; filename=\"audit-{}.{ending}\"", inside.today);
    // A day and an ending are always the value of a header.
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    response
}

impl Typed {
    fn read(inside: &Inside) -> Typed {
        let given = |name: &str| inside.parameter(name).trim().to_owned();
        Typed {
            act: given("act"),
            account: given("account"),
            organisation: given("organisation"),
            matter: given("matter"),
            since: given("since"),
            until: given("until"),
        }
    }

    /// What is asked for.
    ///
    /// # Errors
    /// The key of the text that says what is wrong.
    fn filter(&self) -> Result<AuditFilter, &'static str> {
        let acts = match self.act.as_str() {
            "" => Vec::new(),
            word => vec![Act::parse(word).ok_or("audit-wrong-act")?],
        };
        let account = given(&self.account, AccountId::parse).map_err(|()| "audit-wrong-account")?;
        let organisation = given(&self.organisation, Organisation::parse).map_err(|()| "audit-wrong-organisation")?;
        Ok(AuditFilter {
            acts,
            account: account.map(|account| account.to_string()),
            organisation: organisation.map(|organisation| organisation.text()),
            matter: given(&self.matter, Pseudonym::parse).map_err(|()| "audit-wrong-matter")?,
            since: given(&self.since, day).map_err(|()| "audit-wrong-day")?,
            until: given(&self.until, day).map_err(|()| "audit-wrong-day")?,
        })
    }

    /// The address of this list, or of its page before a place.
    fn href(&self, l: &Layout, before: Option<u64>) -> String {
        let place = before.map(|place| place.to_string()).unwrap_or_default();
        let pairs = [
            ("act", &self.act),
            ("account", &self.account),
            ("organisation", &self.organisation),
            ("matter", &self.matter),
            ("since", &self.since),
            ("until", &self.until),
            ("before", &place),
        ];
        let said = pairs.iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<String> = said.map(|(name, value)| format!("{name}={}", address::encode(value))).collect();
        let path = l.within("audit");
        if query.is_empty() {
            path
        } else {
            format!("{path}?{}", query.join("&"))
        }
    }
}

/// What a field holds; none where it is empty.
fn given<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ()> {
    if text.is_empty() {
        Ok(None)
    } else {
        read(text).map(Some).ok_or(())
    }
}

fn day(text: &str) -> Option<Date> {
    query::day("since", text).ok()
}

/// Who somebody in the audit is, as far as the reader knows of them: by name those of their own institution, others by
/// account, role and organisation.
struct Names<'a> {
    inside: &'a Inside,
    actor: &'a Actor,
    roll: Arc<Roll>,
}

impl Names<'_> {
    fn row(&self, l: &Layout, typed: &Typed, event: &Kept) -> Row {
        let w = &l.w;
        let only = |typed: Typed, words: &Markup| Markup::link(&typed.href(l, None), words);
        let matter = event.matter.iter().map(|matter| {
            let of_matter = Typed {
                matter: matter.to_string(),
                ..typed.clone()
            };
            only(of_matter, &code(matter.text()))
        });
        let level = event.level.map(|level| w.closed("level", level.word()));
        let counted = (event.count != 1).then(|| crate::written::figure(event.count));
        let detail = (!event.detail.is_empty()).then(|| self.detail(l, &event.detail));
        Row {
            at: w.moment(event.at),
            act: Markup::text(&w.t(&event.act.text_key())),
            who: self.who(l, typed, &event.who),
            about: event.about.as_ref().map(|account| self.account(l, typed, account)),
            matter: matter.chain(level).collect(),
            more: counted.into_iter().chain(detail).collect::<Vec<_>>().join(" · "),
        }
    }

    /// What more is said of an event: the name of a role, for what something was taken along, or the word as it stands.
    fn detail(&self, l: &Layout, word: &str) -> String {
        match (Role::from_word(word), Purpose::parse(word)) {
            (Some(role), _) => l.w.role(role),
            (None, Some(purpose)) => l.w.purpose(purpose),
            (None, None) => word.to_owned(),
        }
    }

    fn who(&self, l: &Layout, typed: &Typed, who: &Who) -> Vec<Markup> {
        let w = &l.w;
        match who {
            Who::Nobody => vec![Markup::text(&w.t("audit-nobody"))],
            Who::Operator { name } => vec![Markup::text(&w.t("by-operator")), Markup::name(name)],
            Who::Person {
                account,
                organisation,
                role,
            } => {
                let role = Role::from_word(role).map(|role| w.role(role));
                let organisation = Organisation::parse(organisation).map_or_else(|| organisation.clone(), |o| w.organisation_alone(&o));
                let post = match role {
                    Some(role) => w.say("inside-post", &[("role", role.into()), ("organisation", organisation.into())]),
                    None => Markup::text(&organisation),
                };
                vec![self.account(l, typed, account), post]
            }
        }
    }

    /// An account: its owner's name where the reader knows of them, with a link to all that they did or that was done
    /// to them.
    fn account(&self, l: &Layout, typed: &Typed, account: &str) -> Markup {
        let known = AccountId::parse(account).and_then(|id| self.roll.account(&id));
        let known = known.filter(|account| self.inside.people().knows(self.actor, account));
        let short: String = account.chars().take(8).collect();
        let all = Typed {
            account: account.to_owned(),
            ..typed.clone()
        };
        let all = Markup::link(&all.href(l, None), &code(&short));
        match known {
            Some(known) => {
                let name = Markup::link(&address_of(l, known.id()), &Markup::name(known.name()));
                Markup::join(&[name, all], " ")
            }
            None => all,
        }
    }
}

fn code(text: &str) -> Markup {
    Markup::ready(format!("<span class=\"h nb\">{}</span>", Markup::text(text)))
}

impl Page {
    fn acts(&self) -> Vec<(&'static str, String, bool)> {
        let choice = |act: &Act| (act.word(), self.l.t(&act.text_key()), act.word() == self.typed.act);
        Act::ALL.iter().map(choice).collect()
    }

    /// The address to which the file is asked for: this list, from its newest event on.
    fn whole(&self) -> String {
        self.typed.href(&self.l, None)
    }

    fn path(&self) -> String {
        self.l.within("audit")
    }
}
