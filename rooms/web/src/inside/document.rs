//! A request as a document to take along: `request.pdf`, and `note.pdf`, the note verbale that covers it; both as `.docx`
//! too, as they go out (a draft whose fields come back is another document: `draft_word`). Opened by whoever
//! may see the request, as its page is, and audited as an opening; whoever may not is answered like at an address at which
//! nothing lies. Programs take the same along.

use super::attachment::disposition;
use super::request::Page;
use super::{Inside, press};
use crate::Web;
use crate::address::Lang;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use access::Viewer;
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use register::draft::Opened;
use register::port::StoreError;
use register::reading::Reading;
use register::request::{RequestError, RequestId, RequestText};
use register::view::ViewError;
use reports::letter::{self, Given, Kind, Language};
use reports::{docx, pdf};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/request/{id}/{name}", get(hand_out).fallback(pages::method))
}

type Segments = Result<Path<(String, String, String)>, PathRejection>;

/// The language of the documents that a page offers: its own.
pub(crate) fn language(lang: Lang) -> Language {
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
            .flat_map(|kind| Form::ALL.map(|form| link(kind, form.ending())));
        Markup::join(&signed.into_iter().chain(links).collect::<Vec<_>>(), " · ")
    }
}

async fn hand_out(segments: Segments, inside: Inside) -> Response {
    let asked = segments
        .ok()
        .and_then(|Path((_, id, name))| Some((RequestId::parse(&id)?, named(&name)?)));
    let Some((id, wanted)) = asked else {
        return inside.nowhere().await;
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    match of_request(&inside.pages.web, actor.viewer(), &id, wanted, language(inside.w.lang)).await {
        Ok(Some(document)) => document.answer(),
        Ok(None) => inside.nowhere().await,
        Err(error) => inside.failed(&error),
    }
}

/// In which form a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As PDF.
    Pdf,
    /// For word processors.
    Docx,
}

impl Form {
    /// Both.
    pub(crate) const ALL: [Form; 2] = [Form::Pdf, Form::Docx];

    /// The ending of its name.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Form::Pdf => "pdf",
            Form::Docx => "docx",
        }
    }

    /// The one that the name of a letter has: `letter.pdf`.
    pub(crate) fn of_letter(name: &str) -> Option<Form> {
        let ending = name.strip_prefix("letter.")?;
        Form::ALL.into_iter().find(|form| form.ending() == ending)
    }

    pub(super) fn media_type(self) -> &'static str {
        match self {
            Form::Pdf => "application/pdf",
            Form::Docx => docx::MEDIA_TYPE,
        }
    }
}

/// The document that a name in an address means: `request.pdf`, `note.docx`.
pub(crate) fn named(name: &str) -> Option<(Kind, Form)> {
    let (word, ending) = name.rsplit_once('.')?;
    let form = Form::ALL.into_iter().find(|form| form.ending() == ending)?;
    Some((Kind::of_word(word)?, form))
}

/// A document, made.
pub(crate) struct Document {
    /// The name of its file.
    pub(crate) name: String,
    /// What it is.
    pub(crate) media_type: &'static str,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// Why a document was not made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotMade {
    /// The record cannot be read.
    #[error(transparent)]
    View(#[from] ViewError),
    /// What stands in it cannot be worked out, or a file of it not read.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The audit cannot be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No place to make it.
    #[error(transparent)]
    Undone(#[from] press::Undone),
    /// It could not be written.
    #[error("{0}")]
    Unset(String),
}

/// A request, or the note that covers it, as whoever asks may see it today; none where there is no such request for them. Where
/// it was signed and comes out as the bytes that were signed, these; else a copy that says so.
///
/// # Errors
/// As [`NotMade`] says.
pub(crate) async fn of_request(
    web: &Web,
    viewer: &Viewer,
    id: &RequestId,
    (kind, form): (Kind, Form),
    language: Language,
) -> Result<Option<Document>, NotMade> {
    let register = web.register.clone();
    let Some(view) = register.request(viewer, &today(web), id).await? else {
        return Ok(None);
    };
    let date = view.document_day(&register.law);
    let day = date.unwrap_or_else(|| register.today());
    let facts = register.facts_of_request(viewer, &view, day).await?;
    // A note verbale is not signed.
    let signature = view.signature(&register.law).filter(|_| kind == Kind::Request).cloned();
    let reference = id.to_string();
    let name = format!("{}-{reference}.{}", kind.word(), form.ending());
    let set = press::done(move || {
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
        match form {
            Form::Docx => docx::docx(&letter.copy_of(signature.as_ref()), None).map_err(|error| error.to_string()),
            Form::Pdf => {
                let set = pdf::signed_or_copy(letter, signature.as_ref());
                set.map(|pdf| pdf.bytes).map_err(|error| error.to_string())
            }
        }
    });
    let bytes = set.await?.map_err(NotMade::Unset)?;
    Ok(Some(Document {
        name,
        media_type: form.media_type(),
        bytes,
    }))
}

/// The version of a draft that stands, as a document with fields that can be brought back.
///
/// # Errors
/// As [`NotMade`] says.
pub(crate) async fn of_draft(web: &Web, viewer: &Viewer, draft: &Opened, language: Language) -> Result<Document, NotMade> {
    let register = web.register.clone();
    let content = &draft.current.content;
    let text = RequestText {
        form: content.form.clone(),
        values: content.values.clone(),
    };
    let facts = register.document_facts(viewer, &text, register.today()).await?;
    let (reference, number) = (draft.head.id.to_string(), draft.current.number);
    let name = format!("draft-{reference}-{number}.docx");
    let written = press::done(move || {
        let given = Given {
            law: &register.law,
            text: &text,
            reference: &reference,
            date: None,
            language,
            facts: &facts,
        };
        let made = docx::Made {
            form: text.form.clone(),
            draft: Some((reference.clone(), number)),
            text_sha256: text.sha256(),
        };
        docx::docx(&letter::request(&given), Some(&made)).map_err(|error| error.to_string())
    });
    let bytes = written.await?.map_err(NotMade::Unset)?;
    Ok(Document {
        name,
        media_type: docx::MEDIA_TYPE,
        bytes,
    })
}

/// A document that was set already.
pub(super) fn set(name: String, bytes: Vec<u8>) -> Document {
    Document {
        name,
        media_type: Form::Pdf.media_type(),
        bytes,
    }
}

/// Documents are made of what is known today.
pub(crate) fn today(web: &Web) -> Reading {
    Reading {
        as_at: web.register.today(),
        known_on: None,
        hindsight: true,
        dated: false,
    }
}

impl Document {
    /// As a file. Nobody keeps it on the way.
    pub(crate) fn answer(self) -> Response {
        let mut answer = self.bytes.into_response();
        let headers = answer.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        headers.insert(CONTENT_DISPOSITION, disposition(&self.name));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'"),
        );
        headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
        answer
    }
}
