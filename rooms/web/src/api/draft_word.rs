//! A draft in Word for programs: the document to take along, and the way back.

use super::caller::{Answer, Caller, Sent};
use super::drafts::{One, draft_of, saved};
use super::files::receive;
use super::{operations, schema};
use crate::Web;
use crate::inside::document::{language, of_draft};
use crate::inside::draft_word_back::{Back, NotBack, brought_back};
use crate::inside::receive_came::forget;
use crate::problem::Problem;
use crate::query::YES_OR_NO;
use crate::texts::Said;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use register::attachment::{self, Working, owner};
use register::draft::Opened;
use reports::docx;

/// The name under which a document waits while it is read.
const NAME: &str = "request.docx";

/// The version that stands, as a document with fields.
pub(super) async fn document(State(web): State<Web>, caller: Caller, id: One) -> Result<Response, Problem> {
    let parameters = caller.parameters(&operations::DRAFT_DOCUMENT)?;
    let lang = caller.lang(&web, &parameters)?;
    let draft = web.drafts.open(caller.viewer(), &draft_of(id)?).await?;
    Ok(of_draft(&web, caller.viewer(), &draft, language(lang)).await?.answer())
}

/// A document that was changed: what it says, and saved where that is asked for.
pub(super) async fn bring_back(State(web): State<Web>, id: One, sent: Sent) -> Result<Response, Problem> {
    let parameters = sent.caller.parameters(&operations::DRAFT_WORD)?;
    parameters.one_of("save", &YES_OR_NO)?;
    let save = parameters.yes("save")?;
    let id = draft_of(id)?;
    // Of a draft that is not visible nothing is received.
    web.drafts.open(sent.caller.viewer(), &id).await?;
    let (caller, body) = sent.raw();
    let said = caller.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if said.is_none_or(|said| {
        !said
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .eq_ignore_ascii_case(docx::MEDIA_TYPE)
    }) {
        return Err(Problem::MediaType);
    }
    let mut receiving = web.register.attachments.begin(&owner(caller.viewer())).await?;
    receive(&mut *receiving, body).await?;
    // It may have taken an hour.
    let caller = caller.now(&web).await?;
    let draft = web.drafts.open(caller.viewer(), &id).await?;
    let waiting = attachment::accept(receiving, NAME, docx::MEDIA_TYPE).await?;
    let answer = read(&web, &caller, &draft, &waiting, save).await;
    forget(&web, caller.viewer(), &waiting).await;
    answer
}

async fn read(web: &Web, caller: &Caller, draft: &Opened, waiting: &Working, save: bool) -> Result<Response, Problem> {
    let language = caller.language(web);
    let back = match brought_back(web, caller.viewer(), draft, waiting).await {
        Ok(back) => back,
        Err(NotBack::Failed(error)) => {
            tracing::error!(%error, "a document could not be read");
            return Err(Problem::Failed);
        }
        Err(NotBack::Refused(why)) => {
            let why: Vec<String> = why.iter().map(|why| why.plain(&language.w)).collect();
            let detail = why.join(" ");
            return Err(language.told(Problem::NotTaken(Said::English(String::new())), detail));
        }
    };
    let stands = if save {
        Some(save_over(web, caller, draft, &back).await?)
    } else {
        None
    };
    let answer = match &stands {
        Some(saved) => Answer::OK.version(&saved.version.to_string()),
        None => Answer::OK,
    };
    answer.json(&schema::DraftWord {
        draft: draft.head.id.to_string(),
        made_of: back.base.number,
        current: draft.current.number,
        elements: back.content.values.0.clone(),
        differences: schema::Difference::all(&back.differences),
        notices: back.said.iter().map(|said| said.plain(&language.w)).collect(),
        findings: schema::Finding::all(&back.findings, language.law()),
        saved: stands,
    })
}

async fn save_over(web: &Web, caller: &Caller, draft: &Opened, back: &Back) -> Result<schema::DraftWordSaved, Problem> {
    let (viewer, author) = (caller.viewer(), caller.author());
    let done = web
        .drafts
        .save(viewer, author, &draft.head.id, back.base.number, None, &back.content)
        .await;
    let (version, kept) = saved(done)?;
    Ok(schema::DraftWordSaved {
        version,
        kept_from_others: kept.iter().map(schema::part).collect(),
    })
}
