//! Signing a request: the page that shows what is signed, by its hashes, and the two ways to sign it: with a passkey, over
//! these hashes, or on paper, with a scan.

use super::elements::{LawWords, Listed};
use super::passkey::{ANSWER, Ask, begun, signature};
use super::request::{Segments, request_of};
use super::request_acts::said;
use super::requests::title;
use super::{Inside, document, press, verify};
use crate::guard::{Fields, with_script};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::upload::Upload;
use access::Action;
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use identity::people::Actor;
use identity::people::coming::Visit;
use jiff::civil::Date;
use law::{Annex, Pack, Values};
use record::audience::{Level, Reader};
use record::hex::hex;
use register::attachment::accept;
use register::port::Recorded;
use register::request::{
    Files, GivenAct, IN_THIS_REGISTER, LANGUAGE, ON_PAPER, PasskeySignature, RequestError, RequestId, SIGNATURE_FORM, SIGNED_PAPER,
};
use register::view::model::{NotPublic, RequestView};
use reports::letter::{Given, Language};
use reports::pdf::request_pdf;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The field with the scan of a signed paper.
const SCAN: &str = "sign-signed_paper";
/// The name under which the document is handed out and kept.
const NAME: &str = "request.pdf";

#[derive(Template)]
#[template(path = "inside/request_sign.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    v: RequestView,
    pdf: String,
    day: Date,
    /// For whom whoever looks signs.
    for_whom: Option<Reader>,
    /// With a passkey; none where they have none, or the site knows no passkeys.
    ask: Option<Ask>,
    typed: Fields,
    refused: Option<Markup>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/request/{id}/sign", get(show).post(sign).fallback(pages::method))
        .route("/{lang}/request/{id}/sign/begin", post(begin).fallback(pages::method))
        .route("/{lang}/request/{id}/sign/request.pdf", get(document).fallback(pages::method))
}

/// What somebody who may sign a request has before them.
struct ToSign<'i> {
    visit: &'i Visit,
    actor: &'i Actor,
    view: RequestView,
    /// The act that signs.
    act: String,
    pdf: Vec<u8>,
    pdf_sha256: String,
    day: Date,
}

/// What is to be signed, as it stands now.
///
/// # Errors
/// There is no such request for whoever asks, it is not to be signed now or not by them, and what is answered then.
async fn to_sign<'i>(inside: &'i Inside, id: &RequestId) -> Result<ToSign<'i>, Box<Response>> {
    let (visit, actor) = (inside.visit()?, inside.actor()?);
    let register = &inside.pages.web.register;
    let reading = inside.reading();
    let view = match register.request(actor.viewer(), &reading, id).await {
        Ok(Some(view)) => view,
        Ok(None) => return Err(Box::new(inside.nowhere().await)),
        Err(error) => return Err(Box::new(inside.failed(&error))),
    };
    // The page of the request shows what can be done, and by whom.
    let Some(offer) = view.moves.iter().find(|offer| offer.signs && !offer.on_paper) else {
        return Err(Box::new(
            inside.see_other(&format!("{}?unsigned=1", inside.within(&format!("request/{id}")))),
        ));
    };
    let act = offer.id.clone();
    let pdf = document_of(inside, actor, id, &view).await?;
    Ok(ToSign {
        visit,
        actor,
        act,
        pdf_sha256: hex(&Sha256::digest(&pdf)),
        pdf,
        day: inside.today,
        view,
    })
}

/// The document as it would be signed today, in the language of the request where there are texts in it.
///
/// # Errors
/// It cannot be made, and what is answered then.
async fn document_of(inside: &Inside, actor: &Actor, id: &RequestId, view: &RequestView) -> Result<Vec<u8>, Box<Response>> {
    let register = inside.pages.web.register.clone();
    let failed = |error: &dyn std::fmt::Display| Box::new(inside.failed(&error));
    let facts = register.facts_of_request(actor.viewer(), view, inside.today).await;
    let facts = facts.map_err(|error| failed(&error))?;
    let language = match view.text.values.first(LANGUAGE) {
        Some("eng") => Language::En,
        Some("fra") => Language::Fr,
        _ => document::language(inside.w.lang),
    };
    let (text, reference, day) = (view.text.clone(), id.to_string(), inside.today);
    let set = press::done(move || {
        let given = Given {
            law: &register.law,
            text: &text,
            reference: &reference,
            date: Some(day),
            language,
            facts: &facts,
        };
        request_pdf(&given)
    });
    let made = set.await.map_err(|error| failed(&error))?;
    Ok(made.map_err(|error| failed(&error))?.bytes)
}

impl ToSign<'_> {
    /// What a page shows of it, in hexadecimal digits: the last act in the request, and the document.
    fn shown(&self) -> String {
        format!("{}.{}", self.view.saw, self.pdf_sha256)
    }
}

async fn show(segments: Segments, inside: Inside) -> Response {
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    answer(&inside, &id, Fields::of(Vec::new()), None).await
}

/// The document, as it would be signed: its bytes have the hash that the page shows.
async fn document(segments: Segments, inside: Inside) -> Response {
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    match to_sign(&inside, &id).await {
        Ok(to_sign) => document::set(format!("request-{id}.pdf"), to_sign.pdf).answer(),
        Err(answer) => *answer,
    }
}

/// The page, with why nothing was signed.
async fn answer(inside: &Inside, id: &RequestId, typed: Fields, refused: Option<(StatusCode, Markup)>) -> Response {
    let to_sign = match to_sign(inside, id).await {
        Ok(to_sign) => to_sign,
        Err(answer) => return *answer,
    };
    let mut l = inside.whole_layout("sign-title").await;
    l.not_public = NotPublic {
        level: Some(to_sign.view.row.level).filter(|level| *level != Level::Public),
        facts: 0,
    };
    let here = inside.within(&format!("request/{id}/sign"));
    let ask = law::is_complete(&to_sign.view.findings).then(|| {
        let saw = ("saw", to_sign.view.saw.clone());
        Ask::to_sign(inside, to_sign.visit, here, &to_sign.shown(), saw, "sign-with-passkey")
    });
    let (status, refused) = refused.map_or((StatusCode::OK, None), |(status, why)| (status, Some(why)));
    let page = Page {
        l,
        law: inside.pages.web.register.law.clone(),
        pdf: to_sign.pdf_sha256.clone(),
        day: to_sign.day,
        for_whom: to_sign.actor.viewer().acts_as().cloned(),
        v: to_sign.view,
        ask: ask.flatten(),
        typed,
        refused,
    };
    let mut response = inside.show_as(status, &page);
    if page.ask.is_some() {
        with_script(&mut response);
    }
    response
}

/// The options for the browser, if what is to be signed is still what the page shows.
async fn begin(segments: Segments, inside: Inside) -> Response {
    let (Some(id), Some(party)) = (request_of(segments), &inside.pages.web.signing.party) else {
        return inside.nowhere().await;
    };
    let to_sign = match to_sign(&inside, &id).await {
        Ok(to_sign) => to_sign,
        // Nobody is signed in any more, or it is not theirs to sign: the page says so when it is loaded again.
        Err(_) => return StatusCode::FORBIDDEN.into_response(),
    };
    if to_sign.shown() != inside.parameter("shown") || !law::is_complete(&to_sign.view.findings) {
        return StatusCode::CONFLICT.into_response();
    }
    let hashes = (to_sign.view.text_sha256.as_str(), to_sign.pdf_sha256.as_str());
    begun(
        inside
            .people()
            .begin_signature(party, to_sign.visit, &id, to_sign.day, hashes)
            .await,
    )
}

/// Why it was not signed.
enum Unsigned {
    /// Whoever signs is to show first who they are.
    NotFresh,
    /// There is nothing to sign for them: this is the answer.
    Answer(Box<Response>),
    /// The page comes again, with this status and why.
    Say(StatusCode, Markup),
}

async fn sign(segments: Segments, inside: Inside, body: Body) -> Response {
    let Some(id) = request_of(segments) else {
        return inside.nowhere().await;
    };
    let upload = match Upload::read(&inside, body).await {
        Ok(upload) => upload,
        Err(answer) => return answer,
    };
    let signed = if upload.fields.get(ANSWER).is_empty() {
        on_paper(&inside, &id, &upload).await
    } else {
        by_passkey(&inside, &id, &upload.fields).await
    };
    match signed {
        Ok(recorded) => {
            let (web, entry) = (&inside.pages.web, &recorded.entry.id);
            if let Err(error) = web.register.review_settled(&web.drafts, &recorded.entry).await {
                tracing::error!(%error, "a draft could not be marked as out of review");
            }
            inside.see_other(&format!("{}?done={entry}", inside.within(&format!("request/{id}"))))
        }
        Err(Unsigned::NotFresh) => verify::needed(&inside, &upload.fields),
        Err(Unsigned::Answer(answer)) => *answer,
        Err(Unsigned::Say(status, why)) => answer(&inside, &id, upload.fields, Some((status, why))).await,
    }
}

/// Records the signature that the browser brings, with the document that was signed.
async fn by_passkey(inside: &Inside, id: &RequestId, fields: &Fields) -> Result<Recorded, Unsigned> {
    let to_sign = to_sign(inside, id).await.map_err(Unsigned::Answer)?;
    let web = &inside.pages.web;
    let signed = signature(inside, to_sign.visit, fields).await;
    let signature: PasskeySignature = signed.map_err(|(status, why)| Unsigned::Say(status, why))?;
    let unsigned = |error: RequestError| {
        let (status, why) = said(inside, &error);
        Unsigned::Say(status, why)
    };
    // The document is made of what is recorded: made anew it is the same, or something was recorded meanwhile.
    if to_sign.view.saw != fields.get("saw") || to_sign.pdf_sha256 != signature.statement.pdf_sha256 {
        return Err(unsigned(RequestError::Raced));
    }
    let attachments = &*web.register.attachments;
    let owner = to_sign.visit.account.id().to_string();
    let kept = async {
        let mut receiving = attachments.begin(&owner).await?;
        receiving.write(&to_sign.pdf).await?;
        accept(receiving, NAME, "application/pdf").await
    };
    let working = kept.await.map_err(|error| {
        tracing::error!(%error, "the document that was signed could not be kept");
        Unsigned::Say(StatusCode::INTERNAL_SERVER_ERROR, inside.w.attachment_error(&error))
    })?;
    let given = GivenAct {
        request: *id,
        act: to_sign.act.clone(),
        saw: Some(fields.get("saw").to_owned()),
        text: None,
        values: [(SIGNATURE_FORM, IN_THIS_REGISTER)].into_iter().collect(),
        effective: signature.statement.day.to_string(),
        paper: None,
        files: Files {
            beside: vec![working.file.sha256.clone()],
            ..Files::default()
        },
        author: to_sign.actor.author().clone(),
    };
    match web.register.sign_request(to_sign.actor.viewer(), &given, &signature).await {
        Ok(recorded) => Ok(recorded),
        Err(error) => {
            // Otherwise it is forgotten a day later.
            let _ = attachments.discard(&owner, &working.id).await;
            Err(unsigned(error))
        }
    }
}

/// Records that the request was signed on paper, with the scan.
async fn on_paper(inside: &Inside, id: &RequestId, upload: &Upload) -> Result<Recorded, Unsigned> {
    let to_sign = to_sign(inside, id).await.map_err(Unsigned::Answer)?;
    if let Some(refused) = upload.refused.first() {
        return Err(Unsigned::Say(StatusCode::BAD_REQUEST, inside.w.refused_file(refused)));
    }
    let scans: Vec<_> = upload.files.iter().filter(|sent| sent.field == SCAN).collect();
    if scans.is_empty() {
        let why = Markup::text(&inside.w.t("request-field-signed-paper"));
        return Err(Unsigned::Say(StatusCode::BAD_REQUEST, why));
    }
    let scans = scans.into_iter().map(|sent| Annex {
        title: sent.working.file.name.clone(),
        language: None,
        sha256: Some(sent.working.file.sha256.clone()),
    });
    let mut values: Values = [(SIGNATURE_FORM, ON_PAPER)].into_iter().collect();
    values.0.insert(SIGNED_PAPER.to_owned(), scans.map(|scan| scan.text()).collect());
    let given = GivenAct {
        request: *id,
        act: to_sign.act.clone(),
        saw: Some(upload.fields.get("saw").to_owned()),
        text: None,
        values,
        effective: upload.fields.get("effective").to_owned(),
        paper: None,
        files: Files::default(),
        author: to_sign.actor.author().clone(),
    };
    let register = &inside.pages.web.register;
    let unsigned = |error: RequestError| {
        let (status, why) = said(inside, &error);
        Unsigned::Say(status, why)
    };
    let viewer = to_sign.actor.viewer();
    register.check_act_in_request(viewer, &given).await.map_err(unsigned)?;
    if !inside.people().is_fresh(to_sign.visit, Action::Sign) {
        return Err(Unsigned::NotFresh);
    }
    register.act_in_request(viewer, &given).await.map_err(unsigned)
}

impl Page {
    /// Whether nothing keeps it from being signed; doubts do not.
    fn is_complete(&self) -> bool {
        law::is_complete(&self.v.findings)
    }

    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn head(&self) -> Markup {
        title(&self.words(), &self.v.row)
    }

    fn over(&self) -> Markup {
        let state = self.l.w.state(&self.v.row.state);
        let args = [("state", state.into()), ("level", self.l.w.level(self.v.row.level).into())];
        self.l.w.say("request-over", &args)
    }

    fn day(&self) -> Markup {
        self.l.w.day(self.day)
    }

    fn for_whom(&self) -> Option<Markup> {
        self.for_whom.as_ref().map(|reader| self.l.w.reader(reader))
    }

    fn findings(&self) -> Vec<Listed> {
        let form = self.law.form(&self.v.row.form);
        let elements = form.map(|form| form.elements.as_slice()).unwrap_or_default();
        self.words().listed(elements, &self.v.findings, "e-")
    }

    fn request(&self) -> String {
        self.l.within(&format!("request/{}", self.v.row.id))
    }

    fn today(&self) -> String {
        self.day.to_string()
    }

    /// The files of an earlier try, which are not sent again.
    fn kept(&self) -> impl Iterator<Item = (&str, &str)> {
        self.typed.pairs().filter(|(name, _)| name.starts_with("kept:"))
    }
}
