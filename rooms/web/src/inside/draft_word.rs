//! A draft in Word: the document to take along, and the way back. What came back is shown against the version of which the
//! document was made before anything is saved; saved, it is a version over that one, as if it had been typed in a page that
//! was left open meanwhile.

use super::draft::part_words;
use super::draft_versions::runs;
use super::elements::{LawWords, Listed};
use super::{Inside, document, files, press};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::pages::{self, Pages};
use crate::upload::{Sent, Upload};
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use law::{Element, Finding, Pack};
use register::attachment::{Attachments, owner};
use register::draft::{Content, Difference, DraftError, DraftId, Opened, Saved, Version, compare};
use register::request::{RequestError, RequestText};
use register::view::model::NotPublic;
use reports::docx::{self, FieldProblem, Notice, Read, ReadError};
use reports::letter::{self, Given};
use std::sync::Arc;

/// The field of the form in which the document is chosen.
const FIELD: &str = "word";

#[derive(Template)]
#[template(path = "inside/draft_word.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    draft: Opened,
    oops: Vec<Markup>,
    back: Option<Back>,
}

/// What came back.
struct Back {
    /// The file, for the form that saves what is in it.
    hidden: (String, String),
    /// The version of which the document was made.
    base: Version,
    content: Content,
    differences: Vec<Difference>,
    said: Vec<Markup>,
    findings: Vec<Finding>,
}

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/{lang}/draft/{id}/request.docx", get(hand_out).fallback(pages::method))
        .route("/{lang}/draft/{id}/word", get(show).post(act).fallback(pages::method))
}

type Segments = Result<Path<(String, String)>, PathRejection>;

/// The draft of an address, where whoever asks may see it.
async fn draft(segments: Segments, inside: &Inside) -> Result<(DraftId, Opened), Response> {
    let Some(id) = segments.ok().and_then(|Path((_, id))| DraftId::parse(&id)) else {
        return Err(inside.nowhere().await);
    };
    let actor = inside.actor().map_err(|answer| *answer)?;
    match inside.pages.web.drafts.open(actor.viewer(), &id).await {
        Ok(draft) => Ok((id, draft)),
        Err(DraftError::NoDraft) => Err(inside.nowhere().await),
        Err(error) => Err(inside.failed(&error)),
    }
}

fn text_of(content: &Content) -> RequestText {
    RequestText {
        form: content.form.clone(),
        values: content.values.clone(),
    }
}

/// The version that stands, as a document with fields.
async fn hand_out(segments: Segments, inside: Inside) -> Response {
    let (id, draft) = match draft(segments, &inside).await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let register = inside.pages.web.register.clone();
    let text = text_of(&draft.current.content);
    let facts = match register.document_facts(actor.viewer(), &text, inside.today).await {
        Ok(facts) => facts,
        Err(error) => return inside.failed(&error),
    };
    let language = document::language(inside.w.lang);
    let number = draft.current.number;
    let written = press::done(move || {
        let reference = id.to_string();
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
        docx::docx(&letter::request(&given), Some(&made))
    });
    match written.await {
        Ok(Ok(bytes)) => document::answer(&format!("draft-{id}-{number}.docx"), docx::MEDIA_TYPE, bytes),
        Ok(Err(error)) => inside.failed(&error),
        Err(error) => inside.failed(&error),
    }
}

async fn show(segments: Segments, inside: Inside) -> Response {
    match draft(segments, &inside).await {
        Ok((_, draft)) => answer(&inside, StatusCode::OK, draft, Vec::new(), None).await,
        Err(answer) => answer,
    }
}

async fn answer(inside: &Inside, status: StatusCode, draft: Opened, oops: Vec<Markup>, back: Option<Back>) -> Response {
    let mut l = inside.whole_layout("draft-word-title").await;
    l.not_public = NotPublic {
        level: Some(draft.head.level),
        facts: 0,
    };
    let law = inside.pages.web.register.law.clone();
    inside.show_as(status, &Page { l, law, draft, oops, back })
}

async fn act(segments: Segments, inside: Inside, body: Body) -> Response {
    let (id, draft) = match draft(segments, &inside).await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    let Upload { fields, files, refused } = match Upload::read(&inside, body).await {
        Ok(upload) => upload,
        Err(answer) => return answer,
    };
    if !refused.is_empty() {
        let oops = refused.iter().map(|refused| inside.w.refused_file(refused)).collect();
        return answer(&inside, files::status_of(&refused), draft, oops, None).await;
    }
    // The one that was chosen last: of a form that came again there may be an earlier one.
    let Some(file) = files.into_iter().rfind(|file| file.field == FIELD) else {
        let oops = vec![Markup::text(&inside.w.t("draft-word-none"))];
        return answer(&inside, StatusCode::BAD_REQUEST, draft, oops, None).await;
    };
    let back = match brought_back(&inside, &id, &draft, &file).await {
        Ok(back) => back,
        Err(NotBack::Answer(answer)) => return *answer,
        Err(NotBack::Say(oops)) => {
            forget(&inside, &file).await;
            return answer(&inside, StatusCode::BAD_REQUEST, draft, oops, None).await;
        }
    };
    if fields.get("act") == "save" {
        return save(&inside, &id, draft, &file, back).await;
    }
    answer(&inside, StatusCode::OK, draft, Vec::new(), Some(back)).await
}

/// Why nothing came back.
enum NotBack {
    Answer(Box<Response>),
    Say(Vec<Markup>),
}

/// What a document says, against the version of which it was made.
async fn brought_back(inside: &Inside, id: &DraftId, draft: &Opened, file: &Sent) -> Result<Back, NotBack> {
    let web = &inside.pages.web;
    let actor = inside.actor().map_err(NotBack::Answer)?;
    let failed = |error: &dyn std::fmt::Display| NotBack::Answer(Box::new(inside.failed(&error)));
    let say = |key: &str| NotBack::Say(vec![Markup::text(&inside.w.t(key))]);
    if file.working.file.length > docx::LARGEST as u64 {
        return Err(say("draft-word-refused-too-long"));
    }
    let place = press::place().await.map_err(|error| failed(&error))?;
    let bytes = read_whole(&*web.register.attachments, &owner(actor.viewer()), file).await;
    let bytes = bytes.map_err(|error| failed(&error))?;
    let read = place.done(move || docx::read(&bytes)).await.map_err(|error| failed(&error))?;
    let read = read.map_err(|error| NotBack::Say(refused(inside, &error)))?;
    let number = match &read.made.draft {
        Some((of, number)) if *of == id.to_string() => *number,
        _ => return Err(say("draft-word-another")),
    };
    let base = match web.drafts.version(actor.viewer(), id, number).await {
        Ok(base) if base.content.form == read.text.form => base,
        Ok(_) | Err(DraftError::NoVersion(_)) => return Err(say("draft-word-refused-mark")),
        Err(error) => return Err(failed(&error)),
    };
    let Read { text, said, .. } = read.over(&base.content.values);
    // Who asks is no field of the document.
    let content = Content::asking(text, base.content.requesting.clone(), base.content.level);
    let findings = match web.register.check_request(actor.viewer(), &text_of(&content), inside.today).await {
        Ok(findings) => findings,
        Err(RequestError::Store(error)) => return Err(failed(&error)),
        // A form that this edition of the law does not know any more: the draft's page says so.
        Err(_) => Vec::new(),
    };
    let mut said: Vec<Markup> = said.iter().map(|notice| told(inside, notice)).collect();
    if base.number != draft.current.number {
        let args = [("base", base.number.into()), ("now", draft.current.number.into())];
        said.push(inside.w.say("draft-word-moved", &args));
    }
    Ok(Back {
        hidden: file.hidden(),
        differences: compare(&base.content, &content),
        base,
        content,
        said,
        findings,
    })
}

/// The bytes of a file that waits.
pub(super) async fn read_whole(
    attachments: &dyn Attachments,
    owner: &str,
    file: &Sent,
) -> Result<Vec<u8>, register::attachment::AttachmentError> {
    let mut content = attachments.look(owner, &file.working.id).await?;
    let mut bytes = Vec::new();
    loop {
        let piece = content.read(bytes.len() as u64).await?;
        if piece.is_empty() {
            return Ok(bytes);
        }
        bytes.extend_from_slice(&piece);
    }
}

async fn save(inside: &Inside, id: &DraftId, draft: Opened, file: &Sent, back: Back) -> Response {
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let drafts = &inside.pages.web.drafts;
    let here = inside.within(&format!("draft/{id}"));
    let saved = drafts
        .save(actor.viewer(), actor.author(), id, back.base.number, None, &back.content)
        .await;
    let key = match saved {
        Ok(saved) => {
            forget(inside, file).await;
            return inside.see_other(&match saved {
                Saved::Conflict { number, .. } => format!("{here}/choose?with={number}"),
                Saved::As(_) => format!("{here}?done=saved"),
                Saved::Merged { .. } => format!("{here}?done=merged"),
            });
        }
        Err(DraftError::NoDraft) => return inside.nowhere().await,
        Err(DraftError::TooLarge) => "draft-too-large",
        Err(DraftError::NotAllowed) => "request-not-allowed",
        Err(error) => return inside.failed(&error),
    };
    let oops = vec![Markup::text(&inside.w.t(key))];
    answer(inside, StatusCode::BAD_REQUEST, draft, oops, Some(back)).await
}

/// Forgets the file; what cannot be forgotten now goes by itself a day later.
pub(super) async fn forget(inside: &Inside, file: &Sent) {
    let Ok(actor) = inside.actor() else { return };
    let attachments = &inside.pages.web.register.attachments;
    if let Err(error) = attachments.discard(&owner(actor.viewer()), &file.working.id).await {
        tracing::warn!(%error, "a document that was read could not be forgotten");
    }
}

/// Why a document is not read.
fn refused(inside: &Inside, error: &ReadError) -> Vec<Markup> {
    let ReadError::Fields(problems) = error else {
        return vec![Markup::text(&inside.w.t(&format!("draft-word-refused-{}", error.word())))];
    };
    let problem = |problem: &FieldProblem| {
        let (FieldProblem::Gone { label, .. } | FieldProblem::Twice { label, .. } | FieldProblem::Nested { label, .. }) = problem;
        let mut args = vec![("field", Markup::text(label).into())];
        if let FieldProblem::Nested { within, .. } = problem {
            args.push(("within", Markup::text(within).into()));
        }
        inside.w.say(&format!("draft-word-field-{}", problem.word()), &args)
    };
    problems.iter().map(problem).collect()
}

/// What whoever brings a document back must know.
fn told(inside: &Inside, notice: &Notice) -> Markup {
    let key = format!("draft-word-said-{}", notice.word());
    let field = |label: &String| ("field", Markup::text(label).into());
    match notice {
        Notice::Tracked(number) | Notice::Comments(number) | Notice::MoreOutside(number) => inside.w.say(&key, &[("n", (*number).into())]),
        Notice::Controls => Markup::text(&inside.w.t(&key)),
        Notice::Beside(label)
        | Notice::EmptyGone(label)
        | Notice::Typography(label)
        | Notice::Hidden(label)
        | Notice::Struck(label)
        | Notice::Repeated(label)
        | Notice::Table(label) => inside.w.say(&key, &[field(label)]),
        Notice::Lost { label, .. } => inside.w.say(&key, &[field(label)]),
        Notice::Prompt { label, text } => inside.w.say(&key, &[field(label), ("text", Markup::name(text).into())]),
        Notice::Outside(text) => inside.w.say(&key, &[("text", Markup::name(text).into())]),
    }
}

impl Page {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn form(&self) -> String {
        self.words().t(&format!("law-form-{}", self.draft.current.content.form))
    }

    fn part(&self, difference: &Difference) -> String {
        part_words(&self.words(), &difference.part)
    }

    fn runs(&self, difference: &Difference) -> Markup {
        runs(difference)
    }

    fn elements(&self) -> &[Element] {
        let form = self.law.form(&self.draft.current.content.form);
        form.map(|form| form.elements.as_slice()).unwrap_or_default()
    }

    fn listed(&self, back: &Back) -> Vec<Listed> {
        self.words().listed(self.elements(), &back.findings, "e-")
    }

    fn made_of(&self, back: &Back) -> Markup {
        self.l.w.say("draft-word-made-of", &[("number", back.base.number.into())])
    }

    fn here(&self) -> String {
        self.l.within(&format!("draft/{}/word", self.draft.head.id))
    }

    /// The document in each language, its name in that language.
    fn documents(&self) -> [(String, String, &'static str); 2] {
        ["en", "fr"].map(|lang| {
            let href = format!("/{lang}/draft/{}/request.docx", self.draft.head.id);
            (href, self.l.t(&format!("draft-word-take-{lang}")), lang)
        })
    }

    fn back_to_draft(&self) -> String {
        self.l.within(&format!("draft/{}", self.draft.head.id))
    }
}
