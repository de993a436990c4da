//! Whom the owner of a draft named besides themselves: under seal nobody else of their organ sees it.

use super::matter_words::named;
use super::{Inside, Posted, report_text};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::legal::sort_key;
use crate::pages::{self, Pages};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::account::AccountId;
use identity::people::holders::Known;
use identity::people::{Actor, PeopleError};
use register::draft::{DraftError, DraftId, Drafts};
use register::view::model::NotPublic;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "inside/draft_people.html")]
struct Page {
    l: Layout,
    /// Address of its page, and what that is called.
    draft: String,
    back: String,
    with: Vec<String>,
    named: BTreeMap<String, Known>,
    /// Whom the owner may name: account and name, by name.
    colleagues: Vec<(String, String)>,
    /// Whether whoever looks began the draft.
    own: bool,
    oops: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/draft/{id}/people", get(show).post(act).fallback(pages::method))
        .route("/{lang}/report-text/{id}/people", get(show).post(act).fallback(pages::method))
}

type Segments = Result<Path<(String, String)>, PathRejection>;

/// Where a draft lies: among those of requests, or the texts of reports.
struct Lies {
    /// Address of its page.
    page: String,
    drafts: Drafts,
    /// Keys of the words of the page: its title, the link to the draft, that somebody else names those who see it.
    keys: [&'static str; 3],
}

/// Where the draft of the page lies.
///
/// # Errors
/// It is the text of a report that is not theirs, and what is answered then.
async fn lies(inside: &Inside, actor: &Actor, id: &DraftId) -> Result<Lies, Box<Response>> {
    let drafts = &inside.pages.web.drafts;
    let text = inside.within(&format!("report-text/{id}"));
    if inside.here().starts_with(&text) {
        report_text::opened(inside, actor, id).await?;
        return Ok(Lies {
            page: text,
            drafts: drafts.of_texts(),
            keys: ["text-people-title", "text-people-text", "text-people-not-yours"],
        });
    }
    Ok(Lies {
        page: inside.within(&format!("draft/{id}")),
        drafts: drafts.clone(),
        keys: ["draft-people-title", "request-draft", "draft-people-not-yours"],
    })
}

fn draft_of(segments: Segments) -> Option<DraftId> {
    DraftId::parse(&segments.ok()?.0.1)
}

async fn show(segments: Segments, inside: Inside) -> Response {
    match draft_of(segments) {
        Some(id) => answer(&inside, &id, StatusCode::OK, None).await,
        None => inside.nowhere().await,
    }
}

async fn answer(inside: &Inside, id: &DraftId, status: StatusCode, oops: Option<Markup>) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let Lies { page, drafts, keys } = match lies(inside, actor, id).await {
        Ok(lies) => lies,
        Err(answer) => return *answer,
    };
    let [title, back, _] = keys;
    let head = match drafts.open(actor.viewer(), id).await {
        Ok(opened) => opened.head,
        Err(DraftError::NoDraft) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let named = match named(inside.people(), actor, head.with.iter().map(String::as_str)).await {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let known = match inside.people().known(actor).await {
        Ok(known) => known,
        Err(PeopleError::Store(error)) => return inside.failed(&error),
        Err(_) => Vec::new(),
    };
    let organisation = actor.viewer().organisation();
    let may_be_named = known.iter().filter(|account| {
        let of_us = account.posts().iter().any(|post| Some(&post.organisation) == organisation);
        of_us && actor.account() != Some(account.id()) && !head.with.contains(&account.id().to_string())
    });
    let mut colleagues: Vec<(String, String)> = may_be_named
        .map(|account| (account.id().to_string(), account.name().to_owned()))
        .collect();
    colleagues.sort_by_key(|(account, name)| (sort_key(name), account.clone()));
    let mut l = inside.whole_layout(title).await;
    l.not_public = NotPublic {
        level: Some(head.level),
        facts: 0,
    };
    let page = Page {
        back: l.t(back),
        l,
        draft: page,
        own: head.owner == *actor.author(),
        with: head.with,
        named,
        colleagues,
        oops,
    };
    inside.show_as(status, &page)
}

async fn act(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let Some(id) = draft_of(segments) else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let Lies { page, drafts, keys } = match lies(&inside, actor, &id).await {
        Ok(lies) => lies,
        Err(answer) => return *answer,
    };
    let account = fields.get("account");
    let done = match (fields.get("act"), AccountId::parse(account)) {
        ("end", _) => drafts.end_sharing(actor.viewer(), &id, account).await,
        (_, Some(colleague)) => match inside.people().acts_beside(actor, &colleague).await {
            Ok(true) => drafts.share(actor.viewer(), &id, account).await,
            // Who may not name anybody is told that, and not whom.
            Ok(false) => drafts.may_share(actor.viewer(), &id).await.and(Err(DraftError::NoColleague)),
            Err(error) => Err(error.into()),
        },
        (_, None) => Err(DraftError::NoColleague),
    };
    let (status, key) = match done {
        Ok(()) => return inside.see_other(&format!("{page}/people")),
        Err(DraftError::NoDraft) => return inside.nowhere().await,
        Err(DraftError::NotAllowed) => (StatusCode::FORBIDDEN, keys[2]),
        Err(DraftError::NoColleague) => (StatusCode::BAD_REQUEST, "draft-no-colleague"),
        Err(error) => return inside.failed(&error),
    };
    answer(&inside, &id, status, Some(Markup::text(&inside.w.t(key)))).await
}

impl Page {
    fn name(&self, account: &str) -> Markup {
        self.named.get(account).map(|known| self.l.w.known(known)).unwrap_or_default()
    }

    fn action(&self) -> String {
        format!("{}/people", self.draft)
    }
}
