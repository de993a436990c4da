//! A request as a document to take along: `request.pdf`, and `note.pdf`, the note verbale that covers it; both as `.docx`
//! too, as they go out (a draft whose fields come back is another document: `draft_word`). Opened by whoever
//! may see the request, as its page is, and audited as an opening; whoever may not is answered like at an address at which
//! nothing lies.

use super::attachment::disposition;
use super::request::Page;
use super::{Inside, press};
use crate::address::Lang;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use register::request::RequestId;
use reports::letter::{self, Given, Kind, Language};
use reports::{docx, pdf};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/request/{id}/{name}", get(hand_out).fallback(pages::method))
}

type Segments = Result<Path<(String, String, String)>, PathRejection>;

/// The language of the documents that a page offers: its own.
pub(super) fn language(lang: Lang) -> Language {
    match lang {
        Lang::En => Language::En,
        Lang::Fr => Language::Fr,
    }
}

impl Page {
    /// Where the request and its covering note are taken along: first the file that was signed, where it is there.
    pub(super) fn printed(&self) -> Markup {
        let signed = self.v.signature(&self.law).and_then(|signature| {
            let files = signature.files();
            self.v
                .documents
                .iter()
                .find(|document| files.contains(&document.file.sha256.as_str()))
        });
        let signed = signed.map(|document| {
            let href = self.l.within(&format!("attachment/{}/{}", document.entry, document.number));
            Markup::link(&href, &Markup::text(&self.l.t("request-take-signed")))
        });
        let link = |kind: Kind, ending: &str| {
            let href = self.l.within(&format!("request/{}/{}.{ending}", self.v.row.id, kind.word()));
            let key = format!("request-take-{}-{ending}", kind.word());
            Markup::link(&href, &Markup::text(&self.l.t(&key)))
        };
        let links = Kind::ALL
            .into_iter()
            .flat_map(|kind| ["pdf", "docx"].map(|ending| link(kind, ending)));
        Markup::join(&signed.into_iter().chain(links).collect::<Vec<_>>(), " · ")
    }
}

async fn hand_out(segments: Segments, inside: Inside) -> Response {
    let asked = segments.ok().and_then(|Path((_, id, name))| {
        let (word, ending) = name.rsplit_once('.')?;
        let ending = ["pdf", "docx"].into_iter().find(|known| *known == ending)?;
        Some((RequestId::parse(&id)?, Kind::of_word(word)?, ending))
    });
    let Some((id, kind, ending)) = asked else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = inside.pages.web.register.clone();
    let reading = inside.reading();
    let view = match register.request(actor.viewer(), &reading, &id).await {
        Ok(Some(view)) => view,
        Ok(None) => return inside.nowhere().await,
        Err(error) => return inside.failed(&error),
    };
    let date = view.document_day(&register.law);
    let facts = register
        .document_facts(actor.viewer(), &view.text, date.unwrap_or(inside.today))
        .await;
    let facts = match facts {
        Ok(facts) => facts,
        Err(error) => return inside.failed(&error),
    };
    let language = language(inside.w.lang);
    // A note verbale is not signed.
    let signature = view.signature(&register.law).filter(|_| kind == Kind::Request).cloned();
    let set = press::done(move || {
        let reference = id.to_string();
        let given = Given {
            law: &register.law,
            text: &view.text,
            reference: &reference,
            date,
            language,
            facts: &facts,
        };
        let letter = match kind {
            Kind::Request => letter::request(&given),
            Kind::Note => letter::note(&given),
        };
        match ending {
            "docx" => docx::docx(&letter.copy_of(signature.as_ref()), None).map_err(|error| error.to_string()),
            _ => {
                let set = pdf::signed_or_copy(letter, signature.as_ref());
                set.map(|pdf| pdf.bytes).map_err(|error| error.to_string())
            }
        }
    });
    let media_type = if ending == "docx" { docx::MEDIA_TYPE } else { "application/pdf" };
    match set.await {
        Ok(Ok(bytes)) => answer(&format!("{}-{id}.{ending}", kind.word()), media_type, bytes),
        Ok(Err(error)) => inside.failed(&error),
        Err(error) => inside.failed(&error),
    }
}

/// A document as a file. Nobody keeps it on the way.
pub(super) fn answer(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let mut answer = bytes.into_response();
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CONTENT_DISPOSITION, disposition(name));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'"),
    );
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    answer
}
