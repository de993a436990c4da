//! What a State does among itself to execute a request, on its own record: assignments, each in its silo, what is reported in
//! them, and remarks beside the formal letters. On the record of another institution the page says where this belongs.

use super::elements::LawWords;
use super::matter_words::{Marked, account_of_author, named};
use super::request::{Segments, request_of};
use super::requests::title;
use super::{Inside, Posted};
use crate::guard::Fields;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::texts;
use access::Role;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use identity::account::AccountId;
use identity::people::holders::{Candidate, Holder, Holders, Known};
use identity::people::{Actor, PeopleError};
use law::Pack;
use record::audience::Level;
use register::execution::{Execution, ExecutionError, NewAssignment, Said, Saying};
use register::request::RequestId;
use register::view::model::{NotPublic, RequestView};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The page of one request.
#[derive(Template)]
#[template(path = "inside/execution.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    /// The request, where whoever looks sees it.
    v: Option<RequestView>,
    id: RequestId,
    /// Each with who has it, and whom it may be given to.
    all: Vec<(Execution, Holders)>,
    named: BTreeMap<String, Known>,
    /// Whether this is the record of the State for which whoever looks acts.
    at_home: bool,
    /// Whether whoever looks may assign.
    assigns: bool,
    done: Option<Markup>,
    oops: Option<Markup>,
    typed: Fields,
}

/// The list of all that somebody sees.
#[derive(Template)]
#[template(path = "inside/executions.html")]
struct List {
    l: Layout,
    all: Vec<Execution>,
    at_home: bool,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/executions", get(list).fallback(pages::method))
        .route("/{lang}/request/{id}/execution", get(show).post(act).fallback(pages::method))
}

fn not_public(all: impl Iterator<Item = Level>) -> NotPublic {
    NotPublic {
        level: all.max().filter(|level| *level != Level::Public),
        facts: 0,
    }
}

/// Whether the record is that of the State for which somebody acts.
async fn at_home(inside: &Inside, actor: &Actor) -> Result<bool, Response> {
    let home = inside.pages.web.register.home_of(actor.viewer()).await;
    Ok(home.map_err(|error| inside.failed(&error))?.is_some())
}

async fn list(inside: Inside) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let at_home = match at_home(&inside, actor).await {
        Ok(at_home) => at_home,
        Err(answer) => return answer,
    };
    let all = match inside.pages.web.register.executions(actor.viewer(), None).await {
        Ok(all) => all,
        Err(error) => return inside.failed(&error),
    };
    let mut l = inside.whole_layout("execution-list").await;
    l.not_public = not_public(all.iter().map(|execution| execution.level));
    inside.show(&List { l, all, at_home })
}

async fn show(segments: Segments, inside: Inside) -> Response {
    match request_of(segments) {
        Some(id) => answer(&inside, &id, StatusCode::OK, None, Fields::default()).await,
        None => inside.nowhere().await,
    }
}

/// The page; the answer of nowhere for whoever sees neither the request nor an assignment for it.
async fn answer(inside: &Inside, id: &RequestId, status: StatusCode, oops: Option<Markup>, typed: Fields) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = &inside.pages.web.register;
    let reading = inside.reading();
    let view = match register.request(actor.viewer(), &reading, id).await {
        Ok(view) => view,
        Err(error) => return inside.failed(&error),
    };
    let executions = match register.executions(actor.viewer(), Some(id)).await {
        Ok(executions) => executions,
        Err(error) => return inside.failed(&error),
    };
    if view.is_none() && executions.is_empty() {
        return inside.nowhere().await;
    }
    let at_home = match at_home(inside, actor).await {
        Ok(at_home) => at_home,
        Err(answer) => return answer,
    };
    let mut all = Vec::new();
    for execution in executions {
        let holders = match inside.people().holders(actor, &execution.matter).await {
            Ok(holders) => holders,
            Err(PeopleError::Store(error)) => return inside.failed(&error),
            Err(_) => Holders::default(),
        };
        all.push((execution, holders));
    }
    let authors = all.iter().flat_map(|(execution, _)| execution.authors());
    let named = match named(inside.people(), actor, authors.filter_map(account_of_author)).await {
        Ok(named) => named,
        Err(error) => return inside.failed(&error),
    };
    let mut l = inside.whole_layout("execution-title").await;
    let levels = all.iter().map(|(execution, _)| execution.level);
    l.not_public = not_public(levels.chain(view.iter().map(|view| view.row.level)));
    let done = inside.parameter("done");
    let done = ["assigned", "said", "given"]
        .contains(&done.as_str())
        .then(|| Markup::text(&inside.w.t(&format!("execution-done-{done}"))));
    let page = Page {
        l,
        law: register.law.clone(),
        assigns: at_home && view.is_some() && actor.viewer().role() == Some(Role::CentralAuthority),
        v: view,
        id: *id,
        all,
        named,
        at_home,
        done: done.filter(|_| oops.is_none()),
        oops,
        typed,
    };
    inside.show_as(status, &page)
}

/// Why it was not done.
enum Undone {
    Execution(ExecutionError),
    People(PeopleError),
}

async fn act(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let said = |word: &str| inside.see_other(&format!("{}?done={word}", inside.within(&format!("request/{id}/execution"))));
    let (status, oops) = match done(&inside, actor, &id, &fields).await {
        Ok(word) => return said(word),
        Err(Undone::Execution(ExecutionError::Nothing)) => return inside.nowhere().await,
        Err(Undone::Execution(ExecutionError::Store(error))) => return inside.failed(&error),
        Err(Undone::Execution(error)) => refused(&inside, &error),
        Err(Undone::People(error)) => match inside.settle::<()>(Err(error)).await {
            Err(super::Unsettled::Say(status, why)) => (status, why),
            Err(super::Unsettled::Answer(answer)) => return *answer,
            Ok(()) => return said("given"),
        },
    };
    answer(&inside, &id, status, Some(oops), fields).await
}

fn refused(inside: &Inside, error: &ExecutionError) -> (StatusCode, Markup) {
    let status = match error {
        ExecutionError::NotOwnNode | ExecutionError::NotAllowed => StatusCode::FORBIDDEN,
        ExecutionError::Over => StatusCode::CONFLICT,
        ExecutionError::Field { .. } | ExecutionError::Nothing | ExecutionError::Fact(_) | ExecutionError::Store(_) => {
            StatusCode::BAD_REQUEST
        }
    };
    (status, texts::Said::of_execution(error).markup(&inside.w))
}

impl texts::Said {
    /// Why something about the execution of a request was not recorded.
    pub(crate) fn of_execution(error: &ExecutionError) -> texts::Said {
        let key = match error {
            ExecutionError::NotOwnNode => "execution-not-at-home".to_owned(),
            ExecutionError::NotAllowed => "execution-not-allowed".to_owned(),
            ExecutionError::Over => "execution-is-over".to_owned(),
            ExecutionError::Field { field, .. } => format!("execution-field-{}", field.replace('_', "-")),
            ExecutionError::Nothing | ExecutionError::Fact(_) | ExecutionError::Store(_) => {
                tracing::info!(%error, "something about the execution of a request was not taken");
                "request-not-taken".to_owned()
            }
        };
        texts::Said::text(&key)
    }
}

/// Does what a form asks; a word for what was done.
async fn done(inside: &Inside, actor: &Actor, id: &RequestId, fields: &Fields) -> Result<&'static str, Undone> {
    let register = &inside.pages.web.register;
    let author = actor.author();
    match fields.get("act") {
        "assign" => {
            let new = NewAssignment {
                request: *id,
                authority: fields.get("authority").to_owned(),
                task: fields.get("task").to_owned(),
                answer_by: fields.get("answer_by").to_owned(),
                author: author.clone(),
            };
            register.assign_execution(actor.viewer(), &new).await.map_err(Undone::Execution)?;
            Ok("assigned")
        }
        "give" => {
            let account: AccountId = AccountId::parse(fields.get("account")).ok_or(Undone::People(PeopleError::NoSuchAccount))?;
            let given = inside.people().assign(actor, &account, fields.get("matter"), None).await;
            given.map_err(Undone::People)?;
            Ok("given")
        }
        word => {
            let saying = Saying::of_word(word).unwrap_or(Saying::Remark);
            let matter = Some(fields.get("matter")).filter(|matter| !matter.is_empty());
            let saying = (saying, fields.get("text"));
            let said = register.say_in_execution(actor.viewer(), *id, matter, saying, author).await;
            said.map_err(Undone::Execution)?;
            Ok("said")
        }
    }
}

impl Page {
    fn head(&self) -> Markup {
        let words = LawWords {
            law: &self.law,
            w: &self.l.w,
        };
        match &self.v {
            Some(view) => Markup::link(&self.request(), &title(&words, &view.row)),
            None => Markup::text(&self.l.t("execution-of-a-request")),
        }
    }

    fn request(&self) -> String {
        self.l.within(&format!("request/{}", self.id))
    }

    fn action(&self) -> String {
        format!("{}/execution", self.request())
    }

    fn matter(&self, execution: &Execution) -> String {
        self.l.matter(&execution.matter)
    }

    fn day(&self, text: &str) -> Markup {
        self.l.w.when(text, crate::written::Length::Full)
    }

    fn said(&self, said: &Said) -> Markup {
        let args = [
            ("what", self.l.t(&format!("execution-said-{}", said.saying.word())).into()),
            ("who", self.l.w.author(&said.author, &self.named).into()),
            ("when", self.l.w.moment(said.recorded).into()),
        ];
        self.l.w.say("execution-said", &args)
    }

    fn holder(&self, holder: &Holder) -> Markup {
        self.l.w.known(&holder.who)
    }

    /// Those of the State to whom it may be given.
    fn candidates<'h>(&self, holders: &'h Holders) -> Vec<&'h Candidate> {
        holders.to_assign.iter().collect()
    }

    fn typed(&self, name: &str) -> &str {
        self.typed.get(name)
    }
}

impl List {
    fn mark(&self, execution: &Execution) -> Option<Markup> {
        self.l.w.closed_at(execution.level)
    }

    fn href(&self, execution: &Execution) -> String {
        self.l.within(&format!("request/{}/execution", execution.request))
    }

    fn day(&self, text: &str) -> Markup {
        self.l.w.when(text, crate::written::Length::Full)
    }
}
