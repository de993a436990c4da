//! A draft in Word: the document to take along, and the way back. What came back is shown against the version of which the
//! document was made before anything is saved; saved, it is a version over that one, as if it had been typed in a page that
//! was left open meanwhile.

use super::draft::part_words;
use super::draft_versions::runs;
use super::draft_word_back::{Back, NotBack, brought_back};
use super::elements::{LawWords, Listed};
use super::{Inside, document, files};
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
use law::{Element, Pack};
use register::attachment::{Attachments, WorkingId};
use register::draft::{Difference, DraftError, DraftId, Opened, Saved};
use register::view::model::NotPublic;
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
    shown: Option<Shown>,
}

/// What came back, and the file, for the form that saves what is in it.
struct Shown {
    hidden: (String, String),
    back: Back,
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

/// The version that stands, as a document with fields.
async fn hand_out(segments: Segments, inside: Inside) -> Response {
    let (_, draft) = match draft(segments, &inside).await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let language = document::language(inside.w.lang);
    match document::of_draft(&inside.pages.web, actor.viewer(), &draft, language).await {
        Ok(document) => document.answer(),
        Err(error) => inside.failed(&error),
    }
}

async fn show(segments: Segments, inside: Inside) -> Response {
    match draft(segments, &inside).await {
        Ok((_, draft)) => answer(&inside, StatusCode::OK, draft, Vec::new(), None).await,
        Err(answer) => answer,
    }
}

async fn answer(inside: &Inside, status: StatusCode, draft: Opened, oops: Vec<Markup>, shown: Option<Shown>) -> Response {
    let mut l = inside.whole_layout("draft-word-title").await;
    l.not_public = NotPublic {
        level: Some(draft.head.level),
        facts: 0,
    };
    let law = inside.pages.web.register.law.clone();
    inside.show_as(
        status,
        &Page {
            l,
            law,
            draft,
            oops,
            shown,
        },
    )
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
    let actor = match inside.actor() {
        Ok(actor) => actor,
        Err(answer) => return *answer,
    };
    let back = match brought_back(&inside.pages.web, actor.viewer(), &draft, &file.working).await {
        Ok(back) => back,
        Err(NotBack::Failed(error)) => return inside.failed(&error),
        Err(NotBack::Refused(why)) => {
            forget(&inside, &file).await;
            let oops = why.iter().map(|why| why.markup(&inside.w)).collect();
            return answer(&inside, StatusCode::BAD_REQUEST, draft, oops, None).await;
        }
    };
    if fields.get("act") == "save" {
        return save(&inside, &id, draft, &file, back).await;
    }
    let hidden = file.hidden();
    answer(&inside, StatusCode::OK, draft, Vec::new(), Some(Shown { hidden, back })).await
}

/// The bytes of a file that waits.
pub(super) async fn read_whole(
    attachments: &dyn Attachments,
    owner: &str,
    file: &WorkingId,
) -> Result<Vec<u8>, register::attachment::AttachmentError> {
    attachments.look(owner, file).await?.whole().await
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
    let hidden = file.hidden();
    answer(inside, StatusCode::BAD_REQUEST, draft, oops, Some(Shown { hidden, back })).await
}

/// Forgets the file; what cannot be forgotten now goes by itself a day later.
async fn forget(inside: &Inside, file: &Sent) {
    let Ok(actor) = inside.actor() else { return };
    super::receive_came::forget(&inside.pages.web, actor.viewer(), &file.working).await;
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

    fn listed(&self, shown: &Shown) -> Vec<Listed> {
        self.words().listed(self.elements(), &shown.back.findings, "e-")
    }

    fn said(&self, shown: &Shown) -> Vec<Markup> {
        shown.back.said.iter().map(|said| said.markup(&self.l.w)).collect()
    }

    fn made_of(&self, shown: &Shown) -> Markup {
        self.l.w.say("draft-word-made-of", &[("number", shown.back.base.number.into())])
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
