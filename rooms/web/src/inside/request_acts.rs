//! What is done in a request from its page.

use super::elements::typed;
use super::request::{Refused, Segments, answer, prefix, request_of};
use super::{Inside, Posted, Unsettled, verify};
use crate::guard::Fields;
use crate::markup::Markup;
use access::Action;
use axum::http::StatusCode;
use axum::response::Response;
use identity::people::{Actor, PeopleError};
use law::{Finding, Side};
use register::port::StoreError;
use register::request::{GivenAct, Paper, RequestError, RequestId};

/// Does one act, and leads back to the page.
pub(super) async fn act(segments: Segments, Posted { inside, fields }: Posted) -> Response {
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let error = match done(&inside, actor, &id, &fields).await {
        Ok(act) => return inside.see_other(&format!("{}?done={act}", inside.within(&format!("request/{id}")))),
        Err(Undone::NotFresh) => return verify::needed(&inside, &fields),
        Err(Undone::Request(RequestError::NoRequest)) => return inside.nowhere().await,
        Err(Undone::Request(error)) => error,
    };
    let (status, why) = said(&inside, &error);
    let findings = match error {
        RequestError::Findings(findings) => findings,
        _ => Vec::<Finding>::new(),
    };
    let refused = Refused {
        act: fields.get("act").to_owned(),
        why,
        findings,
        typed: fields,
    };
    answer(&inside, &id, status, Some(refused)).await
}

enum Undone {
    NotFresh,
    Request(RequestError),
}

impl From<RequestError> for Undone {
    fn from(error: RequestError) -> Undone {
        Undone::Request(error)
    }
}

/// The id of the act that was done.
async fn done(inside: &Inside, actor: &Actor, id: &RequestId, fields: &Fields) -> Result<String, Undone> {
    let register = &inside.pages.web.register;
    let mv = register.law.moves().iter().find(|mv| mv.id == fields.get("act"));
    let Some(mv) = mv else {
        return Err(RequestError::NoMove {
            given: fields.get("act").to_owned(),
            now: String::new(),
        }
        .into());
    };
    let on_paper = mv.side == Side::State && fields.get("paper") == "yes";
    let given = GivenAct {
        request: *id,
        act: mv.id.clone(),
        saw: Some(fields.get("saw").to_owned()),
        text: None,
        values: typed(&mv.carries, fields, &prefix(&mv.id)),
        effective: fields.get("effective").to_owned(),
        paper: on_paper.then(|| Paper {
            number: fields.get("number").to_owned(),
            dated: fields.get("dated").to_owned(),
            received: fields.get("received").to_owned(),
        }),
        author: actor.author().clone(),
    };
    register.check_act_in_request(actor.viewer(), &given).await?;
    // Whoever typed what cannot be is told so before they show once more who they are.
    if mv.signs && !inside.visit().is_ok_and(|visit| inside.people().is_fresh(visit, Action::Sign)) {
        return Err(Undone::NotFresh);
    }
    let recorded = register.act_in_request(actor.viewer(), &given).await?;
    // Returned, signed or withdrawn: the draft may go on, or go.
    if recorded.entry.matter == id.preparation()
        && !mv.carries_request
        && let Err(error) = inside.pages.web.drafts.review_ended(&id.to_string()).await
    {
        tracing::error!(%error, "a draft could not be marked as out of review");
    }
    Ok(mv.id.clone())
}

/// What is said of an act that was refused, with the status of the answer.
pub(super) fn said(inside: &Inside, error: &RequestError) -> (StatusCode, Markup) {
    let w = &inside.w;
    match error {
        RequestError::Findings(findings) => (StatusCode::BAD_REQUEST, w.say("request-to-mend", &[("n", findings.len().into())])),
        RequestError::NotAllowed => (StatusCode::FORBIDDEN, Markup::text(&w.t("request-not-allowed"))),
        RequestError::NotNow { .. } | RequestError::NoMove { .. } => (StatusCode::CONFLICT, Markup::text(&w.t("request-not-now"))),
        RequestError::Raced => (StatusCode::CONFLICT, Markup::text(&w.t("request-raced"))),
        RequestError::NoForm { .. } => (StatusCode::BAD_REQUEST, Markup::text(&w.t("request-no-form"))),
        RequestError::Field { field, .. } => (StatusCode::BAD_REQUEST, Markup::text(&w.t(&format!("request-field-{field}")))),
        RequestError::Store(StoreError::Refused(_)) | RequestError::Fact(_) | RequestError::NoRequest => {
            tracing::info!(%error, "an act in a request was not taken");
            (StatusCode::BAD_REQUEST, Markup::text(&w.t("request-not-taken")))
        }
        RequestError::Store(_) => match inside.said(&PeopleError::Store(StoreError::Database(error.to_string()))) {
            Unsettled::Say(status, why) => (status, why),
            Unsettled::Answer(_) => (StatusCode::INTERNAL_SERVER_ERROR, Markup::default()),
        },
    }
}
